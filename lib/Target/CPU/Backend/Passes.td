// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From kernels in arith, math, vector and scf to the LLVM dialect, with nothing left that would call a library.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_PASSES
#define WEFT_LIB_TARGET_CPU_BACKEND_PASSES

include "mlir/Pass/PassBase.td"

def ExpandCPUMath : Pass<"weft-cpu-expand-math", "::mlir::LLVM::LLVMFuncOp"> {
  let summary = "writes math functions as arithmetic";
  let description = [{
    Every op of `math` that x86 has no instruction for, `arith.remf`, the conversions of bf16 and f16, and what LLVM would narrow to a type without instructions become
    arithmetic on the same vectors, so that generated code calls no library. Accuracy is stated in `docs/MathAccuracy.md`.

    ```mlir
    %1 = math.exp %0 : vector<8xf32>
    // becomes a range reduction, a polynomial with math.fma, and a scaling by bits of the exponent
    ```
  }];
  let options = [Option<"hasScale", "has-scale", "bool", "false", "AVX-512's instruction that scales by powers of two is there">,
                 Option<"hasBF16", "has-bf16", "bool", "false", "AVX512-BF16's conversion is there">];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::math::MathDialect", "::mlir::scf::SCFDialect",
                           "::mlir::vector::VectorDialect", "::mlir::LLVM::LLVMDialect"];
}

def ConvertCPUToLLVM : Pass<"weft-cpu-convert-to-llvm", "::mlir::LLVM::LLVMFuncOp"> {
  let summary = "converts arith, math, vector, cf and ub to the LLVM dialect";
  let description = [{
    One conversion for all dialects of a kernel's body. `scf` must be gone. An op that is left over is an error that
    names it.
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect", "::mlir::arith::ArithDialect", "::mlir::vector::VectorDialect"];
}

#endif // WEFT_LIB_TARGET_CPU_BACKEND_PASSES
