// A map that is written by hand: its body becomes dispatches, and what workers cannot do is refused.
// RUN: split-file %s %t
// RUN: weft run %t/plain.mlir --check --threads 2 2>&1 | FileCheck %s --check-prefix=PLAIN
// PLAIN: check: output 'y' relative error {{.*}}: ok
// RUN: not weft compile %t/dynamic.mlir -o %t.wm 2>&1 | FileCheck %s
// CHECK: 'weft.map' op cannot be compiled for the CPU: expected a body of dispatches with static sizes
//--- plain.mlir
weft.func @main(%x: tensor<8x4xf32> {weft.name = "x"}, %b: tensor<4xf32> {weft.name = "b"}) -> (tensor<8x4xf32> {weft.name = "y"}) {
  %y = weft.map 8(%x, %b : tensor<8x4xf32>, tensor<4xf32>) -> (tensor<8x4xf32>) {
  ^bb0(%a: tensor<1x4xf32>, %c: tensor<4xf32>):
    %s = weft.softmax %a {dim = 1 : i64} : (tensor<1x4xf32>) -> tensor<1x4xf32>
    %n = weft.normalize %s {dims = array<i64: 1>, epsilon = 1.0e-3 : f32} : (tensor<1x4xf32>) -> tensor<1x4xf32>
    %r = weft.add %n, %c : (tensor<1x4xf32>, tensor<4xf32>) -> tensor<1x4xf32>
    weft.yield %r : tensor<1x4xf32>
  }
  weft.return %y : tensor<8x4xf32>
}
//--- dynamic.mlir
weft.func @main(%x: tensor<8x4xf32> {weft.name = "x"}) -> (tensor<8x1xi64> {weft.name = "y"}) {
  %y = weft.map 8(%x : tensor<8x4xf32>) -> (tensor<8x1xi64>) {
  ^bb0(%a: tensor<1x4xf32>):
    %i = weft.nonzero %a : (tensor<1x4xf32>) -> tensor<2x?xi64>
    %m = weft.reduce max %i {dims = array<i64: 0, 1>} : (tensor<2x?xi64>) -> tensor<i64>
    %r = weft.reshape %m : (tensor<i64>) -> tensor<1x1xi64>
    weft.yield %r : tensor<1x1xi64>
  }
  weft.return %y : tensor<8x1xi64>
}
