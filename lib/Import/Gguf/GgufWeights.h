// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The weights of a GGUF file by role.

#ifndef WEFT_LIB_IMPORT_GGUF_GGUFWEIGHTS_H
#define WEFT_LIB_IMPORT_GGUF_GGUFWEIGHTS_H

#include "lib/Import/Decoder/DecoderWeights.h"
#include "lib/Import/Gguf/GgufFile.h"

namespace weft {

/// What llama.cpp calls a weight; "blk.3.ffn_gate_exps.weight#7" is expert 7 of
/// a tensor of all experts.
std::string getGgufName(const DecoderWeightId &id);

class GgufWeights : public DecoderWeights {
public:
  /// \p hasJoinedGate: "ffn_up" is gate and what goes up as one (Phi-3).
  GgufWeights(const GgufFile &file, bool hasJoinedGate)
      : file(file), hasJoinedGate(hasJoinedGate) {}

  std::optional<DecoderWeight> find(const DecoderWeightId &id) override;
  std::string getName(const DecoderWeightId &id) override;
  llvm::Expected<std::string> store(const DecoderWeight &weight,
                                    llvm::StringRef key,
                                    WeightStore &store) override;

private:
  /// A tensor, or the part of one expert.
  struct Place {
    const GgufTensor *tensor;
    int64_t part = 0, parts = 1;
  };
  std::optional<Place> findPlace(llvm::StringRef name);

  const GgufFile &file;
  bool hasJoinedGate;
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_GGUF_GGUFWEIGHTS_H
