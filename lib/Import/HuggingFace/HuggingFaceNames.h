// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What transformers calls the weights of an architecture.

#ifndef WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACENAMES_H
#define WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACENAMES_H

#include "lib/Import/Decoder/DecoderWeights.h"

namespace weft {

class HuggingFaceNames {
public:
  /// \p architecture is a model_type of config.json.
  explicit HuggingFaceNames(llvm::StringRef architecture);

  /// The name without prefix and ".weight"; empty where there is none.
  llvm::StringRef getStem(DecoderRole role) const;
  std::string getName(const DecoderWeightId &id) const;

  /// What stands before the modules of the decoder; that of a model with a head
  /// unless it is set.
  llvm::StringRef getPrefix() const { return prefix; }
  void setPrefix(llvm::StringRef text) { prefix = text.str(); }

  bool isGpt2, isMixtral, hasNormsBehind;

private:
  std::string prefix;
};

/// Whether the role is one of GPT-2's linear layers, which are [inputs,
/// outputs].
bool isGpt2Linear(DecoderRole role);

} // namespace weft

#endif // WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACENAMES_H
