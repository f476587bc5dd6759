// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A language model of llama.cpp's format as a module.

#ifndef WEFT_LIB_IMPORT_GGUF_GGUFMODEL_H
#define WEFT_LIB_IMPORT_GGUF_GGUFMODEL_H

#include "lib/Import/Model/ModelAssets.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace weft {

/// Reads \p path, any part of a split file too. Weights of one value a block
/// stay where they are; those of block types become f16 values. \p assets gets
/// the tokenizer, the chat template and the settings of generation. Returns null
/// after one diagnostic: an architecture that is unknown (known ones are
/// listed), metadata or weights that are missing or contradict each other.
mlir::OwningOpRef<mlir::ModuleOp> importGguf(llvm::StringRef path,
                                             mlir::MLIRContext &context,
                                             ModelAssets &assets);

} // namespace weft

#endif // WEFT_LIB_IMPORT_GGUF_GGUFMODEL_H
