// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What must hold between a module and its weight store in a model.ir.

#ifndef WEFT_LIB_IMPORT_MODELIR_PARAMETERCHECK_H
#define WEFT_LIB_IMPORT_MODELIR_PARAMETERCHECK_H

#include "lib/Support/WeightStore.h"
#include "mlir/IR/BuiltinOps.h"

namespace weft {

/// The type of a weight as the store has it; nothing for a type that is not
/// static or has another element type than weights can have.
std::optional<WeightType> findWeightType(mlir::Type type);

/// Fails with a diagnostic unless every parameter has its bytes in itself or,
/// with the same type, in \p weights (which may be null).
llvm::LogicalResult verifyParameters(mlir::ModuleOp module,
                                     const WeightStore *weights);

/// Fails with a diagnostic on an op that a model.ir must not hold: upstream
/// dialects have no version in bytecode.
llvm::LogicalResult verifyPortable(mlir::ModuleOp module);

} // namespace weft

#endif // WEFT_LIB_IMPORT_MODELIR_PARAMETERCHECK_H
