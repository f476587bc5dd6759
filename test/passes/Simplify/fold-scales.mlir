// RUN: weft-opt %s --weft-fold-scales | FileCheck %s

weft.parameter @filter : tensor<3x3x3x16xf32>
weft.parameter @bias : tensor<16xf32>
weft.parameter @k : tensor<16xf32>
weft.parameter @tall : tensor<8x1x1xf32>
weft.parameter @matrix : tensor<8x16xf32>

// CHECK-LABEL: weft.func @conv_bias_scale_offset
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<1x8x8x3xf32>
weft.func @conv_bias_scale_offset(%x: tensor<1x8x8x3xf32>) -> tensor<1x8x8x16xf32> {
  %f = weft.get @filter : tensor<3x3x3x16xf32>
  %b = weft.get @bias : tensor<16xf32>
  %k = weft.get @k : tensor<16xf32>
  // CHECK-DAG: %[[F:.*]] = weft.get @filter
  // CHECK-DAG: %[[B:.*]] = weft.get @bias
  // CHECK-DAG: %[[K:.*]] = weft.get @k
  // CHECK-DAG: %[[FK:.*]] = weft.mul %[[F]], %[[K]] : (tensor<3x3x3x16xf32>, tensor<16xf32>) -> tensor<3x3x3x16xf32>
  // CHECK-DAG: %[[C:.*]] = weft.conv %[[X]], %[[FK]]
  // CHECK-DAG: %[[BK:.*]] = weft.mul %[[B]], %[[K]]
  // CHECK-DAG: %[[BB:.*]] = weft.add %[[BK]], %[[B]]
  // CHECK: %[[Y:.*]] = weft.add %[[C]], %[[BB]]
  // CHECK: weft.return %[[Y]]
  %c = weft.conv %x, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
     : (tensor<1x8x8x3xf32>, tensor<3x3x3x16xf32>) -> tensor<1x8x8x16xf32>
  %a = weft.add %c, %b : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
  %s = weft.mul %a, %k : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
  %y = weft.add %s, %b : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
  weft.return %y : tensor<1x8x8x16xf32>
}

// CHECK-LABEL: weft.func @contract_rows
weft.func @contract_rows(%x: tensor<4x8xf32>) -> tensor<16x4xf32> {
  // The weights' dimension that the factor varies along need not be the last.
  // CHECK: %[[W:.*]] = weft.get @matrix
  // CHECK: %[[K:.*]] = weft.reshape %{{.*}} : (tensor<16x1xf32>) -> tensor<16xf32>
  // CHECK: %[[WK:.*]] = weft.mul %[[W]], %[[K]] : (tensor<8x16xf32>, tensor<16xf32>) -> tensor<8x16xf32>
  // CHECK: %[[Y:.*]] = weft.contract "kn,mk->nm" %[[WK]]
  // CHECK: weft.return %[[Y]]
  %w = weft.get @matrix : tensor<8x16xf32>
  %k = weft.get @k : tensor<16xf32>
  %r = weft.reshape %k : (tensor<16xf32>) -> tensor<16x1xf32>
  %c = weft.contract "kn,mk->nm" %w, %x : (tensor<8x16xf32>, tensor<4x8xf32>) -> tensor<16x4xf32>
  %y = weft.mul %c, %r : (tensor<16x4xf32>, tensor<16x1xf32>) -> tensor<16x4xf32>
  weft.return %y : tensor<16x4xf32>
}

// CHECK-LABEL: weft.func @scalar
weft.func @scalar(%x: tensor<4x8xf32>) -> tensor<4x16xf32> {
  // CHECK: %[[H:.*]] = weft.constant dense<5.000000e-01>
  // CHECK: %[[WK:.*]] = weft.mul {{.*}}, %[[H]] : (tensor<8x16xf32>, tensor<f32>) -> tensor<8x16xf32>
  // CHECK: %[[Y:.*]] = weft.contract "mk,kn->mn" %{{.*}}, %[[WK]]
  // CHECK: weft.return %[[Y]]
  %w = weft.get @matrix : tensor<8x16xf32>
  %h = weft.constant dense<0.5> : tensor<f32>
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %y = weft.mul %h, %c : (tensor<f32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// Negative: the factor varies along rows of the image.
// CHECK-LABEL: weft.func @other_dimension
weft.func @other_dimension(%x: tensor<1x8x8x3xf32>) -> tensor<1x8x8x16xf32> {
  // CHECK: %[[F:.*]] = weft.get @filter
  // CHECK: weft.conv %{{.*}}, %[[F]]
  // CHECK: weft.mul
  %f = weft.get @filter : tensor<3x3x3x16xf32>
  %k = weft.get @tall : tensor<8x1x1xf32>
  %c = weft.conv %x, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
     : (tensor<1x8x8x3xf32>, tensor<3x3x3x16xf32>) -> tensor<1x8x8x16xf32>
  %y = weft.mul %c, %k : (tensor<1x8x8x16xf32>, tensor<8x1x1xf32>) -> tensor<1x8x8x16xf32>
  weft.return %y : tensor<1x8x8x16xf32>
}

// Negative: the unscaled product is a result too.
// CHECK-LABEL: weft.func @used_twice
weft.func @used_twice(%x: tensor<4x8xf32>) -> (tensor<4x16xf32>, tensor<4x16xf32>) {
  // CHECK: %[[W:.*]] = weft.get @matrix
  // CHECK: weft.contract "mk,kn->mn" %{{.*}}, %[[W]]
  %w = weft.get @matrix : tensor<8x16xf32>
  %k = weft.get @k : tensor<16xf32>
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %y = weft.mul %c, %k : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
  weft.return %y, %c : tensor<4x16xf32>, tensor<4x16xf32>
}

// Negative: neither operand of the product is constant, and the factor is not.
// CHECK-LABEL: weft.func @not_constant
weft.func @not_constant(%x: tensor<4x8xf32>, %z: tensor<8x16xf32>, %t: tensor<16xf32>) -> (tensor<4x16xf32>, tensor<4x16xf32>) {
  // CHECK: weft.contract "mk,kn->mn" %{{.*}}, %{{.*}}
  // CHECK: %[[A:.*]] = weft.mul {{.*}} : (tensor<4x16xf32>, tensor<16xf32>)
  // CHECK: %[[B:.*]] = weft.mul {{.*}} : (tensor<4x16xf32>, tensor<16xf32>)
  // CHECK: weft.return %[[A]], %[[B]]
  %w = weft.get @matrix : tensor<8x16xf32>
  %k = weft.get @k : tensor<16xf32>
  %c = weft.contract "mk,kn->mn" %x, %z : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %d = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %y = weft.mul %c, %k : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
  %v = weft.mul %d, %t : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
  weft.return %y, %v : tensor<4x16xf32>, tensor<4x16xf32>
}
