// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Splits a module of the LLVM dialect into several that can be compiled side by
// side and linked again.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_PARTITIONMODULE_H
#define WEFT_LIB_TARGET_CPU_BACKEND_PARTITIONMODULE_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include <vector>

namespace weft::cpu {

/// Moves the functions of \p module, which stays behind without them, into at
/// most \p maxParts modules of about equal work. The result depends on the
/// module alone, not on the machine, so that the same input gives the same
/// bytes.
///
/// Symbols of one part that another needs are declared there. Private constants
/// and private functions that are only called are copied to every part that
/// uses them; all other symbols are defined once and hidden in the linked
/// object unless their name begins with entryPrefix.
std::vector<mlir::OwningOpRef<mlir::ModuleOp>>
partitionModule(mlir::ModuleOp module, unsigned maxParts);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_PARTITIONMODULE_H
