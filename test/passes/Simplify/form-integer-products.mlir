// RUN: weft-opt %s --weft-form-integer-products | FileCheck %s

weft.parameter @w : tensor<8x16xi8>
weft.parameter @wu : tensor<8x16xui8>
weft.parameter @wt : tensor<16x8xi8>
weft.parameter @filter : tensor<16x4x3x3xi8>
weft.parameter @t : tensor<16xf32>
weft.parameter @whole : tensor<8x1xf16>

// CHECK-LABEL: weft.func @per_channel
// CHECK-SAME: %[[Q:[a-z0-9]+]]: tensor<4x8xui8>
// CHECK-DAG: %[[S:.*]] = weft.constant dense<5.000000e-01>
// CHECK-DAG: %[[Z:.*]] = weft.constant dense<3> : tensor<i16>
// CHECK-DAG: %[[W:.*]] = weft.get @w :
// CHECK-DAG: %[[T:.*]] = weft.get @t :
// CHECK-DAG: %[[A:.*]] = weft.cast %[[Q]] : (tensor<4x8xui8>) -> tensor<4x8xi16>
// CHECK: %[[B:.*]] = weft.sub %[[A]], %[[Z]] : (tensor<4x8xi16>, tensor<i16>) -> tensor<4x8xi16>
// CHECK: %[[P:.*]] = weft.contract "mk,kn->mn" %[[B]], %[[W]] : (tensor<4x8xi16>, tensor<8x16xi8>) -> tensor<4x16xi32>
// CHECK-DAG: %[[F:.*]] = weft.cast %[[P]] : (tensor<4x16xi32>) -> tensor<4x16xf32>
// CHECK-DAG: %[[U:.*]] = weft.mul %[[S]], %[[T]] : (tensor<f32>, tensor<16xf32>) -> tensor<16xf32>
// CHECK: %[[Y:.*]] = weft.mul %[[F]], %[[U]] : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
// CHECK: weft.return %[[Y]]
weft.func @per_channel(%q: tensor<4x8xui8>) -> tensor<4x16xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %z = weft.constant dense<3> : tensor<ui8>
  %w = weft.get @w : tensor<8x16xi8>
  %t = weft.get @t : tensor<16xf32>
  %x = weft.dequantize %q, %s, %z : (tensor<4x8xui8>, tensor<f32>, tensor<ui8>) -> tensor<4x8xf32>
  %v = weft.dequantize %w, %t {dim = 1 : i64} : (tensor<8x16xi8>, tensor<16xf32>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// Weights on the left, whose scales go along the rows of the result; a zero point of 0 is not subtracted, one that is computed is.
// CHECK-LABEL: weft.func @rows
// CHECK: %[[A:.*]] = weft.cast %arg0 : (tensor<4x8xi8>) -> tensor<4x8xi16>
// CHECK: %[[P:.*]] = weft.contract "nk,mk->nm" %{{.*}}, %[[A]] : (tensor<16x8xi8>, tensor<4x8xi16>) -> tensor<16x4xi32>
// CHECK: %[[U:.*]] = weft.reshape %{{.*}} : (tensor<16xf32>) -> tensor<16x1xf32>
// CHECK: weft.mul %{{.*}}, %[[U]] : (tensor<16x4xf32>, tensor<16x1xf32>) -> tensor<16x4xf32>
weft.func @rows(%q: tensor<4x8xi8>, %s: tensor<f32>) -> tensor<16x4xf32> {
  %w = weft.get @wt : tensor<16x8xi8>
  %t = weft.get @t : tensor<16xf32>
  %x = weft.dequantize %q, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %v = weft.dequantize %w, %t {dim = 0 : i64} : (tensor<16x8xi8>, tensor<16xf32>) -> tensor<16x8xf32>
  %y = weft.contract "nk,mk->nm" %v, %x : (tensor<16x8xf32>, tensor<4x8xf32>) -> tensor<16x4xf32>
  weft.return %y : tensor<16x4xf32>
}

// CHECK-LABEL: weft.func @computed_zero_point
// CHECK: %[[Z:.*]] = weft.cast %arg2 : (tensor<ui8>) -> tensor<i16>
// CHECK: weft.sub %{{.*}}, %[[Z]]
// CHECK: weft.mul %arg1, %{{.*}} : (tensor<f32>, tensor<f32>) -> tensor<f32>
weft.func @computed_zero_point(%q: tensor<4x8xui8>, %s: tensor<f32>, %z: tensor<ui8>) -> tensor<4x16xf32> {
  %w = weft.get @w : tensor<8x16xi8>
  %t = weft.constant dense<0.25> : tensor<f32>
  %x = weft.dequantize %q, %s, %z : (tensor<4x8xui8>, tensor<f32>, tensor<ui8>) -> tensor<4x8xf32>
  %v = weft.dequantize %w, %t : (tensor<8x16xi8>, tensor<f32>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// What moves the weights moves their integers; the scales' dimension goes with them. Padding is around the differences.
// CHECK-LABEL: weft.func @filter_that_is_moved
// CHECK: %[[W:.*]] = weft.transpose %{{.*}} {permutation = array<i64: 2, 3, 1, 0>} : (tensor<16x4x3x3xi8>) -> tensor<3x3x4x16xi8>
// CHECK: weft.conv %{{.*}}, %[[W]] {{.*}}padding = array<i64: 1, 1, 1, 1>{{.*}} : (tensor<1x8x8x4xi16>, tensor<3x3x4x16xi8>) -> tensor<1x8x8x16xi32>
// CHECK: weft.mul %{{.*}}, %{{.*}} : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
weft.func @filter_that_is_moved(%q: tensor<1x8x8x4xui8>) -> tensor<1x8x8x16xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %z = weft.constant dense<128> : tensor<ui8>
  %zeros = weft.constant dense<0> : tensor<16xi8>
  %w = weft.get @filter : tensor<16x4x3x3xi8>
  %t = weft.get @t : tensor<16xf32>
  %x = weft.dequantize %q, %s, %z : (tensor<1x8x8x4xui8>, tensor<f32>, tensor<ui8>) -> tensor<1x8x8x4xf32>
  %v = weft.dequantize %w, %t, %zeros {dim = 0 : i64} : (tensor<16x4x3x3xi8>, tensor<16xf32>, tensor<16xi8>) -> tensor<16x4x3x3xf32>
  %m = weft.transpose %v {permutation = array<i64: 2, 3, 1, 0>} : (tensor<16x4x3x3xf32>) -> tensor<3x3x4x16xf32>
  %y = weft.conv %x, %m {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
     : (tensor<1x8x8x4xf32>, tensor<3x3x4x16xf32>) -> tensor<1x8x8x16xf32>
  weft.return %y : tensor<1x8x8x16xf32>
}

// CHECK-LABEL: weft.func @reshaped
// CHECK: weft.reshape %{{.*}} : (tensor<8x16xi8>) -> tensor<2x4x16xi8>
// CHECK: weft.contract "mab,abn->mn" %{{.*}} : (tensor<4x2x4xi16>, tensor<2x4x16xi8>) -> tensor<4x16xi32>
weft.func @reshaped(%q: tensor<4x2x4xi8>, %s: tensor<f32>) -> tensor<4x16xf32> {
  %w = weft.get @w : tensor<8x16xi8>
  %t = weft.get @t : tensor<16xf32>
  %x = weft.dequantize %q, %s : (tensor<4x2x4xi8>, tensor<f32>) -> tensor<4x2x4xf32>
  %v = weft.dequantize %w, %t {dim = 1 : i64} : (tensor<8x16xi8>, tensor<16xf32>) -> tensor<8x16xf32>
  %m = weft.reshape %v : (tensor<8x16xf32>) -> tensor<2x4x16xf32>
  %y = weft.contract "mab,abn->mn" %x, %m : (tensor<4x2x4xf32>, tensor<2x4x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// CHECK-LABEL: weft.func @unsigned_weights
// CHECK-DAG: %[[UPPER:.*]] = weft.constant dense<128> : tensor<ui8>
// CHECK: %[[X:.*]] = weft.xor %{{.*}}, %[[UPPER]] : (tensor<8x16xui8>, tensor<ui8>) -> tensor<8x16xui8>
// CHECK: %[[W:.*]] = weft.bitcast %[[X]] : (tensor<8x16xui8>) -> tensor<8x16xi8>
// CHECK: weft.contract "mk,kn->mn" %{{.*}}, %[[W]]
weft.func @unsigned_weights(%q: tensor<4x8xi8>, %s: tensor<f32>) -> tensor<4x16xf32> {
  %w = weft.get @wu : tensor<8x16xui8>
  %t = weft.get @t : tensor<16xf32>
  %wz = weft.constant dense<128> : tensor<16xui8>
  %x = weft.dequantize %q, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %v = weft.dequantize %w, %t, %wz {dim = 1 : i64} : (tensor<8x16xui8>, tensor<16xf32>, tensor<16xui8>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// Scores of an attention: both operands are integers less their zero points, of which 0 is not subtracted.
// CHECK-LABEL: weft.func @activations
// CHECK-DAG: %[[Z:.*]] = weft.constant dense<3> : tensor<i16>
// CHECK-DAG: %[[A:.*]] = weft.cast %arg0 : (tensor<1x5x2x8xui8>) -> tensor<1x5x2x8xi16>
// CHECK-DAG: %[[B:.*]] = weft.sub %[[A]], %[[Z]] : (tensor<1x5x2x8xi16>, tensor<i16>) -> tensor<1x5x2x8xi16>
// CHECK-DAG: %[[C:.*]] = weft.cast %arg1 : (tensor<1x7x2x8xi8>) -> tensor<1x7x2x8xi16>
// CHECK: %[[P:.*]] = weft.contract "ambk,anbk->abmn" %[[B]], %[[C]] : (tensor<1x5x2x8xi16>, tensor<1x7x2x8xi16>) -> tensor<1x2x5x7xi32>
// CHECK-DAG: %[[F:.*]] = weft.cast %[[P]] : (tensor<1x2x5x7xi32>) -> tensor<1x2x5x7xf32>
// CHECK-DAG: %[[U:.*]] = weft.mul %arg2, %arg3 : (tensor<f32>, tensor<f32>) -> tensor<f32>
// CHECK: %[[Y:.*]] = weft.mul %[[F]], %[[U]] : (tensor<1x2x5x7xf32>, tensor<f32>) -> tensor<1x2x5x7xf32>
// CHECK: weft.return %[[Y]]
weft.func @activations(%q: tensor<1x5x2x8xui8>, %k: tensor<1x7x2x8xi8>, %s: tensor<f32>, %t: tensor<f32>) -> tensor<1x2x5x7xf32> {
  %z = weft.constant dense<3> : tensor<ui8>
  %x = weft.dequantize %q, %s, %z : (tensor<1x5x2x8xui8>, tensor<f32>, tensor<ui8>) -> tensor<1x5x2x8xf32>
  %v = weft.dequantize %k, %t : (tensor<1x7x2x8xi8>, tensor<f32>) -> tensor<1x7x2x8xf32>
  %y = weft.contract "ambk,anbk->abmn" %x, %v : (tensor<1x5x2x8xf32>, tensor<1x7x2x8xf32>) -> tensor<1x2x5x7xf32>
  weft.return %y : tensor<1x2x5x7xf32>
}

// Blocks of the weights that are all of their inputs are scales of the outputs, of any type of floats.
// CHECK-LABEL: weft.func @whole_blocks
// CHECK: %[[P:.*]] = weft.contract "mk,nk->mn" %{{.*}} : (tensor<4x16xi16>, tensor<8x16xi8>) -> tensor<4x8xi32>
// CHECK: %[[T:.*]] = weft.cast %{{.*}} : (tensor<8x1xf16>) -> tensor<8x1xf32>
// CHECK: %[[R:.*]] = weft.reshape %[[T]] : (tensor<8x1xf32>) -> tensor<8xf32>
// CHECK: %[[U:.*]] = weft.mul %arg1, %[[R]] : (tensor<f32>, tensor<8xf32>) -> tensor<8xf32>
// CHECK: weft.mul %{{.*}}, %[[U]] : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
weft.func @whole_blocks(%q: tensor<4x16xi8>, %s: tensor<f32>) -> tensor<4x8xf32> {
  %w = weft.get @w : tensor<8x16xi8>
  %t = weft.get @whole : tensor<8x1xf16>
  %x = weft.dequantize %q, %s : (tensor<4x16xi8>, tensor<f32>) -> tensor<4x16xf32>
  %v = weft.dequantize %w, %t {dim = 1 : i64, block = 16 : i64} : (tensor<8x16xi8>, tensor<8x1xf16>) -> tensor<8x16xf32>
  %y = weft.contract "mk,nk->mn" %x, %v : (tensor<4x16xf32>, tensor<8x16xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}
