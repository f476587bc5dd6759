// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes the types in a module as static as the ops' inference allows.

#ifndef WEFT_PASSES_SIMPLIFY_TYPEREFINEMENT_H
#define WEFT_PASSES_SIMPLIFY_TYPEREFINEMENT_H

#include "mlir/IR/BuiltinOps.h"

namespace weft {

/// Infers the results of all ops again, in program order, and takes what is known better: results of ops, of
/// control flow, of functions and of their calls. Returns whether any type changed. Types that contradict each other are
/// left for the verifier.
bool refineTypes(mlir::ModuleOp module);

} // namespace weft

#endif // WEFT_PASSES_SIMPLIFY_TYPEREFINEMENT_H
