// RUN: weft-opt %s --weft-expose-weights | FileCheck %s
// RUN: not weft-opt %s --weft-expose-weights="function=none" 2>&1 | FileCheck %s --check-prefix=NONE
// NONE: error: weft-expose-weights: expected a function 'none', found none

// Weights become inputs behind the others, in the order of the parameters; the bias is none, and a table that is read as such is no weight of a product.
// CHECK-NOT: weft.parameter @w
// CHECK: weft.parameter @bias
// CHECK-NOT: weft.parameter
weft.parameter @w = dense<1.0> : tensor<4x3xf16>
weft.parameter @bias = dense<1.0> : tensor<3xf32>
weft.parameter @other = dense<1.0> : tensor<3x3xf32>

// CHECK-NOT: weft.func @helper
weft.func @helper(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %w = weft.get @other : tensor<3x3xf32>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<2x3xf32>, tensor<3x3xf32>) -> tensor<2x3xf32>
  weft.return %y : tensor<2x3xf32>
}

// A state is an input like others, and no result.
// CHECK-LABEL: weft.func @main
// CHECK-SAME: (%[[X:[a-z0-9]+]]: tensor<2x4xf16>, %[[S:[a-z0-9]+]]: tensor<2x3xf32>
// CHECK-SAME: %[[W:[a-z0-9]+]]: tensor<4x3xf16> {weft.name = "w", weft.weight = "w"}) -> tensor<2x3xf32> {
weft.func @main(%x: tensor<2x4xf16>, %s: tensor<2x3xf32> {weft.state = "s"}) -> (tensor<2x3xf32>, tensor<2x3xf32> {weft.state = "s"}) {
  // CHECK: %[[B:.*]] = weft.get @bias
  // CHECK: %[[Y:.*]] = weft.contract "mk,kn->mn" %[[X]], %[[W]]
  // CHECK: weft.return %{{[a-z0-9]+}} : tensor<2x3xf32>
  %b = weft.get @bias : tensor<3xf32>
  %w = weft.get @w : tensor<4x3xf16>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<2x4xf16>, tensor<4x3xf16>) -> tensor<2x3xf32>
  %z = weft.add %y, %s : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %r = weft.add %z, %b : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  weft.return %r, %z : tensor<2x3xf32>, tensor<2x3xf32>
}
