// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A language model as Hugging Face publishes it as a module.

#ifndef WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACEMODEL_H
#define WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACEMODEL_H

#include "lib/Import/Model/ModelAssets.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace weft {

/// Whether \p path is a folder, a file config.json, or safetensors: what
/// importHuggingFace() reads, or can say how to get.
bool isHuggingFaceModel(llvm::StringRef path);

/// Reads a folder with config.json and safetensors, or either file of it.
/// Weights stay where they are. \p assets gets the tokenizer, the chat template
/// and the settings of generation. Returns null after one diagnostic: a file
/// that is missing, a model_type that is unknown (known ones are listed), a
/// setting that is not supported, weights that are missing or contradict it.
mlir::OwningOpRef<mlir::ModuleOp> importHuggingFace(llvm::StringRef path,
                                                    mlir::MLIRContext &context,
                                                    ModelAssets &assets);

} // namespace weft

#endif // WEFT_LIB_IMPORT_HUGGINGFACE_HUGGINGFACEMODEL_H
