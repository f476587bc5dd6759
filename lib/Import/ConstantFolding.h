// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Folds the arithmetic by which models compute shapes and conditions while they
// are imported, because ranks and branches depend on it.

#ifndef WEFT_IMPORT_CONSTANTFOLDING_H
#define WEFT_IMPORT_CONSTANTFOLDING_H

#include "mlir/IR/Builders.h"

namespace weft {

/// Replaces an op by small constants if its results depend neither on the
/// model's inputs nor on its parameters. The op stays for the caller to erase.
/// Fails where nothing is known.
llvm::LogicalResult
foldSmallConstants(mlir::OpBuilder &builder, mlir::Operation *op,
                   llvm::SmallVectorImpl<mlir::Value> &results);

} // namespace weft

#endif // WEFT_IMPORT_CONSTANTFOLDING_H
