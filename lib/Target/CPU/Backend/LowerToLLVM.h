// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The last MLIR passes of the CPU target: what kernels are written in becomes
// the LLVM dialect.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_LOWERTOLLVM_H
#define WEFT_LIB_TARGET_CPU_BACKEND_LOWERTOLLVM_H

#include "lib/Target/CPU/Backend/Levels.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Pass/Pass.h"
#include <memory>

namespace mlir {
class OpPassManager;
} // namespace mlir

namespace weft::cpu {

#define GEN_PASS_DECL
#include "lib/Target/CPU/Backend/Passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "lib/Target/CPU/Backend/Passes.h.inc"

/// Adds the passes that lower a builtin.module of `llvm.func`s, whose bodies
/// mix llvm, scf, cf, arith, math, vector and ub, to the LLVM dialect alone.
/// Functions are lowered in parallel. Without a level, for any processor.
void addLowerToLLVMPasses(mlir::OpPassManager &moduleManager,
                          const Level *level = nullptr);

/// Registers the passes, and the pipeline as `weft-cpu-lower-to-llvm`.
void registerBackendPasses();

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_LOWERTOLLVM_H
