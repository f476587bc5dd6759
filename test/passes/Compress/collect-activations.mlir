// RUN: weft-opt %s --split-input-file --weft-collect-activations --verify-diagnostics | FileCheck %s

// What two products read is one result, and moving it makes no other activation; functions and weights that nothing reads any more go.
// CHECK: weft.parameter @a
// CHECK-NOT: weft.parameter @b
weft.parameter @a = dense<1.0> : tensor<3x4xf32>
weft.parameter @b = dense<1.0> : tensor<4x5xf32>

// CHECK-NOT: @other
weft.func @other(%x: tensor<?x3xf32>) -> tensor<?x3xf32> {
  weft.return %x : tensor<?x3xf32>
}

// CHECK-LABEL: weft.func @main(%arg0: tensor<?x3xf32>, %arg1: tensor<?x4xf32> {weft.was_state})
// CHECK-SAME: -> (tensor<?x3xf32> {weft.activation = "a", weft.channels = 1 : i64, weft.name = "activation.0"}, tensor<?x4xf32> {weft.activation = "b", weft.channels = 1 : i64, weft.name = "activation.1"})
// CHECK: %[[Y:.*]] = weft.contract
// CHECK: weft.return %arg0, %[[Y]]
weft.func @main(%x: tensor<?x3xf32>, %s: tensor<?x4xf32> {weft.state = "s"}) -> (tensor<?x5xf32>, tensor<?x4xf32> {weft.state = "s"}) {
  %a = weft.get @a : tensor<3x4xf32>
  %b = weft.get @b : tensor<4x5xf32>
  %y = weft.contract "mk,kn->mn" %x, %a : (tensor<?x3xf32>, tensor<3x4xf32>) -> tensor<?x4xf32>
  %z = weft.contract "mk,kn->mn" %y, %b : (tensor<?x4xf32>, tensor<4x5xf32>) -> tensor<?x5xf32>
  weft.return %z, %s : tensor<?x5xf32>, tensor<?x4xf32>
}

// -----

// expected-error @+1 {{no product of f32 values with constant weights in @main}}
weft.func @main(%x: tensor<?x3xf32>) -> tensor<?x3xf32> {
  weft.return %x : tensor<?x3xf32>
}
