// RUN: weft-opt %s --pass-pipeline='builtin.module(weft-cpu-lower-to-llvm)' | FileCheck %s

// A loop over vectors, and a transposition that LLVM has no op for.

// CHECK-LABEL: llvm.func @kernel
// CHECK: llvm.cond_br
// CHECK: llvm.intr.fmuladd({{.*}}) : (vector<8xf32>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
// CHECK-NOT: arith.
// CHECK-NOT: vector.
llvm.func @kernel(%args: !llvm.ptr, %begin: i64, %end: i64, %scratch: !llvm.ptr) -> i32 {
  %c1 = arith.constant 1 : i64
  %zero = arith.constant 0 : i32
  scf.for %i = %begin to %end step %c1 : i64 {
    %p = llvm.getelementptr %scratch[%i] : (!llvm.ptr, i64) -> !llvm.ptr, vector<8xf32>
    %x = llvm.load %p {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
    %y = vector.fma %x, %x, %x : vector<8xf32>
    %m = vector.shape_cast %y : vector<8xf32> to vector<2x4xf32>
    %t = vector.transpose %m, [1, 0] : vector<2x4xf32> to vector<4x2xf32>
    %f = vector.shape_cast %t : vector<4x2xf32> to vector<8xf32>
    llvm.store %f, %p {alignment = 4 : i64} : vector<8xf32>, !llvm.ptr
  }
  llvm.return %zero : i32
}
