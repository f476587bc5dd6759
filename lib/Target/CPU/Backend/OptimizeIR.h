// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// LLVM's middle end, as generated code needs it.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_OPTIMIZEIR_H
#define WEFT_LIB_TARGET_CPU_BACKEND_OPTIMIZEIR_H

namespace llvm {
class Module;
class TargetMachine;
} // namespace llvm

namespace weft::cpu {

/// Optimizes \p module for \p machine. Vectors, tiles and unrolling were chosen
/// before, so nothing here vectorizes or unrolls, and nothing turns loops into
/// calls of a library.
void optimizeIR(llvm::Module &module, llvm::TargetMachine &machine);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_OPTIMIZEIR_H
