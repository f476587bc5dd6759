// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The dialect, its attributes and the facts about types that its ops share.

#ifndef WEFT_DIALECTS_WEFT_WEFTDIALECT_H
#define WEFT_DIALECTS_WEFT_WEFTDIALECT_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"

#include <memory>

namespace weft {
class WeightStore;

/// Whether every actual type has the inferred element type and compatible
/// dimensions (a dynamic dimension is compatible with any).
bool areCompatibleTypes(mlir::TypeRange inferred, mlir::TypeRange actual);

/// The shape that NumPy's rule gives for two shapes aligned at the end; fails
/// where two static sizes differ and neither is 1. A dynamic size beside a
/// static one other than 1 is that one.
llvm::FailureOr<llvm::SmallVector<int64_t>>
computeBroadcastShape(llvm::ArrayRef<int64_t> lhs, llvm::ArrayRef<int64_t> rhs);

/// The values of a 1-D or 0-D integer tensor that is a constant, else nothing.
std::optional<llvm::SmallVector<int64_t>> matchConstantInts(mlir::Value value);

/// What is known of a 1-D i64 tensor's values, element by element: a
/// non-negative entry is known, ShapedType::kDynamic is not. Sees through
/// `weft.shape`, `weft.dim`, concatenation, gathers and reshapes, so that the
/// dimensions that programs pass around stay static. Nothing where the number of
/// values is unknown.
std::optional<llvm::SmallVector<int64_t>> matchPartialShape(mlir::Value value);
} // namespace weft

#include "dialects/Weft/WeftEnums.h.inc"

#include "dialects/Weft/WeftDialect.h.inc"

#define GET_ATTRDEF_CLASSES
#include "dialects/Weft/WeftAttributes.h.inc"

#endif // WEFT_DIALECTS_WEFT_WEFTDIALECT_H
