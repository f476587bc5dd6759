// RUN: weft-opt %s --pass-pipeline='builtin.module(llvm.func(weft-cpu-convert-to-llvm))' --allow-unregistered-dialect --verify-diagnostics --split-input-file | FileCheck %s

// One conversion for the dialects of a body.

// CHECK-LABEL: llvm.func @kernel
// CHECK: llvm.fadd
// CHECK: llvm.intr.fma({{.*}}) : (vector<8xf32>, vector<8xf32>, vector<8xf32>) -> vector<8xf32>
// CHECK: llvm.br
// CHECK-NOT: arith.
// CHECK-NOT: math.
// CHECK-NOT: vector.
llvm.func @kernel(%p: !llvm.ptr) -> i32 {
  %zero = arith.constant 0 : i32
  %x = llvm.load %p {alignment = 4 : i64} : !llvm.ptr -> vector<8xf32>
  %s = arith.addf %x, %x : vector<8xf32>
  %y = math.fma %s, %s, %x : vector<8xf32>
  cf.br ^done
^done:
  llvm.store %y, %p {alignment = 4 : i64} : vector<8xf32>, !llvm.ptr
  llvm.return %zero : i32
}

// -----

// What has no lowering is named.

llvm.func @leftover(%x: !llvm.ptr) {
  // expected-error @+1 {{failed to legalize operation 'test.unknown'}}
  "test.unknown"(%x) : (!llvm.ptr) -> ()
  llvm.return
}
