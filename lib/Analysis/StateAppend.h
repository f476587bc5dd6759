// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// States that grow: caches of keys and values.

#ifndef WEFT_LIB_ANALYSIS_STATEAPPEND_H
#define WEFT_LIB_ANALYSIS_STATEAPPEND_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// Whether `op` puts new elements behind a state along its first dimension, and the function keeps the result as that state:
///
///   weft.func @decode(%past: tensor<?x8xf32> {weft.state = "keys"}, ...) -> (tensor<?x8xf32> {weft.state = "keys"}) {
///     %all = weft.concat %past, %new {dim = 0 : i64}
///     weft.return %all
///
/// The session's memory grows in place; nothing but the new elements is written.
bool isStateAppend(mlir::Operation *op);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_STATEAPPEND_H
