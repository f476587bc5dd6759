// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The weights of a Hugging Face model by role.

#ifndef WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACEWEIGHTS_H
#define WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACEWEIGHTS_H

#include "lib/Import/Decoder/DecoderWeights.h"
#include "lib/Import/HuggingFace/HuggingFaceConfig.h"
#include "lib/Import/HuggingFace/HuggingFaceNames.h"
#include "lib/Import/Safetensors/SafetensorsFile.h"
#include "llvm/ADT/StringMap.h"

namespace weft {

class HuggingFaceWeights : public DecoderWeights {
public:
  /// Refers to \p file.
  HuggingFaceWeights(const SafetensorsFile &file,
                     const HuggingFaceConfig &config);

  std::optional<DecoderWeight> find(const DecoderWeightId &id) override;
  std::string getName(const DecoderWeightId &id) override;
  llvm::Expected<std::string> store(const DecoderWeight &weight,
                                    llvm::StringRef key,
                                    WeightStore &store) override;

private:
  /// A tensor, or a part of one.
  struct Place {
    const SafetensorsTensor *tensor = nullptr;
    uint64_t begin = 0, sizeBytes = 0;
  };

  std::string findPrefix() const;
  /// A weight of all experts in one tensor.
  std::optional<DecoderWeight> findStacked(const DecoderWeightId &id);
  DecoderWeight note(std::string name, llvm::ArrayRef<int64_t> dims,
                     const Place &place);

  const SafetensorsFile &file;
  bool isTied;
  HuggingFaceNames names;
  /// Of weights that were found.
  llvm::StringMap<Place> places;
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACEWEIGHTS_H
