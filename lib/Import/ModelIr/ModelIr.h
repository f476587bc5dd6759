// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// model.ir from and to a module in memory. The container is lib/Support's; here
// the bytecode in it meets the dialect, and parameters meet their weights.

#ifndef WEFT_LIB_IMPORT_MODELIR_MODELIR_H
#define WEFT_LIB_IMPORT_MODELIR_MODELIR_H

#include "lib/Support/ModelFile.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace weft {

/// What a model.ir carries beside the program.
struct ModelIrExtras {
  std::vector<ModelAsset> assets;
  llvm::json::Object metadata;
  /// Keeps the bytes of assets that were read.
  std::shared_ptr<ModelFile> file;
};

/// Reads \p path. Its weights become the store of the context's dialect, which
/// has none before. Returns null after one error diagnostic that names the
/// file: no model.ir, newer, damaged, invalid IR, or a parameter without its
/// weight. \p extras gets the rest of the file where it is not null.
mlir::OwningOpRef<mlir::ModuleOp>
importModelIr(llvm::StringRef path, mlir::MLIRContext &context,
              ModelIrExtras *extras = nullptr);

/// Writes \p module and the weights of its parameters to \p path, atomically.
/// Fails after one error diagnostic: an op that is neither builtin nor of the
/// weft dialect, a parameter without its weight, a disk that is full. With a
/// \p draft, in which passes may have written weights, it becomes the file.
llvm::LogicalResult
exportModelIr(mlir::ModuleOp module, llvm::StringRef path,
              const ModelIrExtras &extras = {},
              WeightPlacement placement = WeightPlacement::Embed,
              ModelFileDraft *draft = nullptr);

} // namespace weft

#endif // WEFT_LIB_IMPORT_MODELIR_MODELIR_H
