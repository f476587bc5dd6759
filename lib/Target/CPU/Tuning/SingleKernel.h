// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model that is one kernel, in as many variants as are to be compared.

#ifndef WEFT_LIB_TARGET_CPU_TUNING_SINGLEKERNEL_H
#define WEFT_LIB_TARGET_CPU_TUNING_SINGLEKERNEL_H

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace weft::cpu {

/// Makes a module with a public function for each variant, which dispatches a
/// copy of \p kernel of its own. Parameters of the model are parameters, with
/// some value, that all variants share; all other arguments are inputs.
mlir::OwningOpRef<mlir::ModuleOp> isolateKernel(FuncOp kernel, size_t variants);

/// The function that runs a variant.
std::string getVariantName(size_t variant);

/// The variant that \p op, of a kernel of such a module, belongs to.
size_t getVariant(mlir::Operation *op);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_TUNING_SINGLEKERNEL_H
