// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The weights of a language model that an adapter's pairs belong to.

#ifndef WEFT_LIB_IMPORT_LORA_LORATARGETS_H
#define WEFT_LIB_IMPORT_LORA_LORATARGETS_H

#include "lib/Export/Decoder/DecoderTensors.h"
#include "lib/Import/Lora/LoraAdapter.h"

namespace weft {

class LoraTargets {
public:
  /// Finds each pair's weight by transformers' or llama.cpp's name, whatever the
  /// model came from. Fails where the module is no language model, where its
  /// channels are not those that the adapter was trained on, and where a pair is
  /// of no linear layer of it or of another shape.
  static llvm::Expected<LoraTargets> find(mlir::ModuleOp module,
                                          const LoraAdapter &adapter);

  const DecoderTensor &get(const LoraPair &pair) const {
    return *byName.at(pair.weight);
  }

  /// The row of B that each output of the module's weight has: formats do not
  /// agree on the order of queries and keys.
  std::vector<int64_t> computeRows(const LoraPair &pair) const;

  /// Whether any of the weights is of codes.
  bool hasQuantized() const;

private:
  LoraTargets(const LoraAdapter &adapter, DecoderConfig config,
              DecoderTensors tensors)
      : adapter(&adapter), config(std::move(config)),
        tensors(std::move(tensors)) {}

  llvm::Error findNames();
  llvm::Error check(const LoraPair &pair) const;

  const LoraAdapter *adapter;
  DecoderConfig config;
  DecoderTensors tensors;
  llvm::StringMap<const DecoderTensor *> byName;
};

/// The matrix row by row.
std::vector<float> readLoraMatrix(const LoraMatrix &matrix);

} // namespace weft

#endif // WEFT_LIB_IMPORT_LORA_LORATARGETS_H
