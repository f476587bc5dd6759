// A C program outside of the tree finds the package, compiles a model and runs it.
// REQUIRES: avx2
// RUN: cmake -S %weft_source/examples/embed -B %t.build -DWeft_DIR=%weft_build/cmake > %t.log && cmake --build %t.build >> %t.log
// RUN: %t.build/embed %s | FileCheck %s
// CHECK: y: f32[2, 3] begins with 2
// RUN: not %t.build/embed %t.missing.onnx 2>&1 | FileCheck %s --check-prefix=MISSING
// MISSING: error: {{.*}}missing.onnx
weft.func @main(%x: tensor<2x3xf32> {weft.name = "x"}) -> (tensor<2x3xf32> {weft.name = "y"}) {
  %0 = weft.add %x, %x : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
