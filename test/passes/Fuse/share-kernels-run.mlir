// Layers that differ in their scales are one kernel, and compute what they did.
// REQUIRES: avx2
// RUN: weft compile %s --compile-to=dispatch | FileCheck %s
// RUN: weft run %s --check 2>&1 | FileCheck %s --check-prefix=SAME
// SAME: check: output 'y' relative error {{.*}}: ok
// SAME: check: output 'z' relative error {{.*}}: ok

// CHECK-COUNT-3: weft.dispatch @contract_0(
// CHECK: weft.dispatch @conv_[[#CONV:]](
// CHECK: weft.dispatch @conv_[[#CONV]](
// CHECK-COUNT-2: weft.func private
// CHECK-NOT: weft.func private
weft.parameter @w = dense<0.25> : tensor<40x40xf32>
weft.parameter @f = dense<0.5> : tensor<3x3x4x4xf32>
weft.func @main(%x: tensor<7x40xf32> {weft.name = "x"}, %i: tensor<1x5x5x4xf32> {weft.name = "i"})
    -> (tensor<7x40xf32> {weft.name = "y"}, tensor<1x5x5x4xf32> {weft.name = "z"}) {
  %w = weft.get @w : tensor<40x40xf32>
  %f = weft.get @f : tensor<3x3x4x4xf32>
  %half = weft.constant dense<0.5> : tensor<f32>
  %two = weft.constant dense<2.0> : tensor<f32>
  %third = weft.constant dense<0.33> : tensor<f32>
  %0 = weft.contract "mk,kn->mn" %x, %w : (tensor<7x40xf32>, tensor<40x40xf32>) -> tensor<7x40xf32>
  %1 = weft.mul %0, %half : (tensor<7x40xf32>, tensor<f32>) -> tensor<7x40xf32>
  %2 = weft.contract "mk,kn->mn" %1, %w : (tensor<7x40xf32>, tensor<40x40xf32>) -> tensor<7x40xf32>
  %3 = weft.mul %2, %two : (tensor<7x40xf32>, tensor<f32>) -> tensor<7x40xf32>
  %4 = weft.contract "mk,kn->mn" %3, %w : (tensor<7x40xf32>, tensor<40x40xf32>) -> tensor<7x40xf32>
  %5 = weft.mul %4, %third : (tensor<7x40xf32>, tensor<f32>) -> tensor<7x40xf32>
  %6 = weft.conv %i, %f {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>}
     : (tensor<1x5x5x4xf32>, tensor<3x3x4x4xf32>) -> tensor<1x5x5x4xf32>
  %7 = weft.max %6, %half : (tensor<1x5x5x4xf32>, tensor<f32>) -> tensor<1x5x5x4xf32>
  %8 = weft.conv %7, %f {strides = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>}
     : (tensor<1x5x5x4xf32>, tensor<3x3x4x4xf32>) -> tensor<1x5x5x4xf32>
  %9 = weft.max %8, %two : (tensor<1x5x5x4xf32>, tensor<f32>) -> tensor<1x5x5x4xf32>
  weft.return %5, %9 : tensor<7x40xf32>, tensor<1x5x5x4xf32>
}
