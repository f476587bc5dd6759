// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A language model as a folder that transformers loads: the inverse of
// lib/Import/HuggingFace. Quantized linear layers are in the layout
// "pack-quantized" of the package compressed-tensors.

#ifndef WEFT_LIB_EXPORT_HUGGINGFACE_HUGGINGFACEFOLDER_H
#define WEFT_LIB_EXPORT_HUGGINGFACE_HUGGINGFACEFOLDER_H

#include "lib/Import/Model/ModelAssets.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/Error.h"

namespace weft {

struct HuggingFaceOptions {
  /// "f32", "f16" or "bf16": all weights are floats of this type. Empty: codes
  /// stay codes, and floats what they are.
  std::string type;
  /// Leaves tokenizer and chat template out.
  bool hasTokenizer = true;
};

/// Writes config.json, generation_config.json, model.safetensors and, where the
/// model has them, the tokenizer and the chat template into the folder \p path,
/// which is made. A quantized linear layer LAYER becomes
///
///   LAYER.weight_packed      i32 [outputs, inputs * bits / 32], bits 4 or 8,
///                            the first code in the lowest bits
///   LAYER.weight_scale       [outputs, groups]
///   LAYER.weight_zero_point  i32 [outputs * bits / 32, groups], with zero points
///   LAYER.weight_shape       i64 [outputs, inputs]
///
/// with codes and zero points raised by 2^(bits - 1). A short last group is
/// avoided by smaller groups with the same scale. Embeddings and GPT-2's layers,
/// which the package does not have, are floats again; so is everything of a
/// model whose experts transformers would not read, because they are floats or
/// have zero points. What that rounds is in \p warnings. Fails where the model
/// has no counterpart.
llvm::Error exportHuggingFace(mlir::ModuleOp module, const ModelAssets &assets,
                              llvm::StringRef path,
                              const HuggingFaceOptions &options,
                              std::vector<std::string> &warnings);

} // namespace weft

#endif // WEFT_LIB_EXPORT_HUGGINGFACE_HUGGINGFACEFOLDER_H
