// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes math functions as arithmetic, so that generated code calls no library.

#include "lib/Target/CPU/Backend/LowerToLLVM.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Math/Transforms/Approximation.h"
#include "mlir/Dialect/Math/Transforms/Passes.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace weft::cpu {
#define GEN_PASS_DEF_EXPANDCPUMATH
#include "lib/Target/CPU/Backend/Passes.h.inc"
} // namespace weft::cpu

using namespace mlir;

namespace {
struct ExpandCPUMath : weft::cpu::impl::ExpandCPUMathBase<ExpandCPUMath> {
  using ExpandCPUMathBase::ExpandCPUMathBase;

  LogicalResult initialize(MLIRContext *context) override {
    RewritePatternSet set(context);
    auto always = [](StringRef) { return true; };
    populateMathF32ExpansionPatterns(set, always);
    populateMathPolynomialApproximationPatterns(set, always);
    populateUpliftToFMAPatterns(set);
    patterns = std::move(set);
    return success();
  }

  void runOnOperation() override {
    if (failed(applyPatternsGreedily(getOperation(), patterns)))
      signalPassFailure();
  }

private:
  FrozenRewritePatternSet patterns;
};
} // namespace
