// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// First vector ops that LLVM has no counterpart for are broken down by
// patterns, then one conversion takes all dialects at once, so that no casts
// between dialects appear only to be reconciled.

#include "lib/Target/CPU/Backend/LowerToLLVM.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/LLVMCommon/ConversionTarget.h"
#include "mlir/Conversion/LLVMCommon/TypeConverter.h"
#include "mlir/Conversion/MathToLLVM/MathToLLVM.h"
#include "mlir/Conversion/Passes.h"
#include "mlir/Conversion/UBToLLVM/UBToLLVM.h"
#include "mlir/Conversion/VectorToLLVM/ConvertVectorToLLVM.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/Vector/Transforms/LoweringPatterns.h"
#include "mlir/Dialect/Vector/Transforms/VectorRewritePatterns.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/DialectConversion.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "mlir/Transforms/Passes.h"

namespace weft::cpu {
#define GEN_PASS_DEF_CONVERTCPUTOLLVM
#include "lib/Target/CPU/Backend/Passes.h.inc"
} // namespace weft::cpu

using namespace mlir;

namespace {
struct ConvertCPUToLLVM
    : weft::cpu::impl::ConvertCPUToLLVMBase<ConvertCPUToLLVM> {
  using ConvertCPUToLLVMBase::ConvertCPUToLLVMBase;

  LogicalResult initialize(MLIRContext *context) override {
    breakDown = collectBreakDownPatterns(context);
    return success();
  }

  void runOnOperation() override {
    if (failed(
            applyPatternsGreedily(getOperation(), breakDown,
                                  GreedyRewriteConfig().enableFolding(true))))
      return signalPassFailure();
    if (failed(convert()))
      return signalPassFailure();
  }

private:
  static FrozenRewritePatternSet collectBreakDownPatterns(MLIRContext *context);
  LogicalResult convert();

  FrozenRewritePatternSet breakDown;
};
} // namespace

FrozenRewritePatternSet
ConvertCPUToLLVM::collectBreakDownPatterns(MLIRContext *context) {
  RewritePatternSet patterns(context);
  vector::populateVectorToVectorCanonicalizationPatterns(patterns);
  vector::populateVectorBitCastLoweringPatterns(patterns);
  vector::populateVectorBroadcastLoweringPatterns(patterns);
  vector::populateVectorContractLoweringPatterns(
      patterns, vector::VectorContractLowering::OuterProduct);
  vector::populateVectorOuterProductLoweringPatterns(patterns);
  vector::populateVectorMaskOpLoweringPatterns(patterns);
  vector::populateVectorShapeCastLoweringPatterns(patterns);
  vector::populateVectorInterleaveLoweringPatterns(patterns);
  vector::populateVectorTransposeLoweringPatterns(
      patterns, vector::VectorTransposeLowering::Shuffle1D);
  vector::populateVectorRankReducingFMAPattern(patterns);
  vector::populateVectorStepLoweringPatterns(patterns);
  vector::populateVectorMultiReductionLoweringPatterns(
      patterns, vector::VectorMultiReductionLowering::InnerReduction);
  vector::populateVectorInsertExtractStridedSliceTransforms(patterns);
  vector::populateVectorFromElementsUnrollPatterns(patterns);
  vector::populateVectorToElementsUnrollPatterns(patterns);
  arith::populateCeilFloorDivExpandOpsPatterns(patterns);
  return patterns;
}

LogicalResult ConvertCPUToLLVM::convert() {
  MLIRContext *context = &getContext();
  LowerToLLVMOptions options(context);
  options.overrideIndexBitwidth(64);
  LLVMTypeConverter converter(context, options);
  RewritePatternSet patterns(context);
  arith::populateArithToLLVMConversionPatterns(converter, patterns);
  cf::populateControlFlowToLLVMConversionPatterns(converter, patterns);
  ub::populateUBToLLVMConversionPatterns(converter, patterns);
  populateMathToLLVMConversionPatterns(converter, patterns,
                                       /*approximateLog1p=*/false);
  populateVectorToLLVMConversionPatterns(converter, patterns,
                                         /*reassociateFPReductions=*/true);
  LLVMConversionTarget target(*context);
  target.addLegalDialect<LLVM::LLVMDialect>();
  target.markUnknownOpDynamicallyLegal([](Operation *) { return false; });
  return applyFullConversion(getOperation(), target, std::move(patterns));
}

void weft::cpu::addLowerToLLVMPasses(OpPassManager &moduleManager,
                                     const Level *level) {
  OpPassManager &functions = moduleManager.nest<LLVM::LLVMFuncOp>();
  functions.addPass(
      createExpandCPUMath({.hasScale = level && level->has("avx512f"),
                           .hasBF16 = level && level->has("avx512bf16")}));
  functions.addPass(createSCFToControlFlowPass());
  functions.addPass(createConvertCPUToLLVM());
  functions.addPass(createReconcileUnrealizedCastsPass());
}

void weft::cpu::registerBackendPasses() {
  registerWeftCPUBackendPasses();
  PassPipelineRegistration<>(
      "weft-cpu-lower-to-llvm", "lowers kernels to the LLVM dialect",
      [](OpPassManager &manager) { addLowerToLLVMPasses(manager); });
}
