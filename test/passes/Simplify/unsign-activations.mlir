// RUN: weft-opt %s --weft-unsign-activations | FileCheck %s

weft.parameter @w = dense<1.0> : tensor<8x16xf32>

// All that the bytes move through changes, and the zero points behind it.
// CHECK-LABEL: weft.func @moved
// CHECK: %[[Q:.*]] = weft.quantize {{.*}} -> tensor<8x4xi8>
// CHECK: %[[UPPER:.*]] = weft.constant dense<-128> : tensor<i8>
// CHECK: %[[X:.*]] = weft.xor %[[Q]], %[[UPPER]]
// CHECK: %[[U:.*]] = weft.bitcast %[[X]] : (tensor<8x4xi8>) -> tensor<8x4xui8>
// CHECK: %[[T:.*]] = weft.transpose %[[U]] {{.*}} : (tensor<8x4xui8>) -> tensor<4x8xui8>
// CHECK: %[[Z:.*]] = weft.constant dense<125> : tensor<ui8>
// CHECK: weft.dequantize %[[T]], %{{.*}}, %[[Z]] : (tensor<4x8xui8>, tensor<f32>, tensor<ui8>) -> tensor<4x8xf32>
weft.func @moved(%x: tensor<8x4xf32>) -> tensor<4x16xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %z = weft.constant dense<-3> : tensor<i8>
  %w = weft.get @w : tensor<8x16xf32>
  %q = weft.quantize %x, %s, %z : (tensor<8x4xf32>, tensor<f32>, tensor<i8>) -> tensor<8x4xi8>
  %t = weft.transpose %q {permutation = array<i64: 1, 0>} : (tensor<8x4xi8>) -> tensor<4x8xi8>
  %d = weft.dequantize %t, %s, %z : (tensor<4x8xi8>, tensor<f32>, tensor<i8>) -> tensor<4x8xf32>
  %y = weft.contract "mk,kn->mn" %d, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// Two quantizations that are joined change together; without a zero point it becomes 128.
// CHECK-LABEL: weft.func @joined
// CHECK: weft.concat {{.*}} -> tensor<4x8xui8>
// CHECK: %[[Z:.*]] = weft.constant dense<128> : tensor<ui8>
// CHECK: weft.dequantize %{{.*}}, %{{.*}}, %[[Z]]
weft.func @joined(%x: tensor<2x8xf32>, %y: tensor<2x8xf32>) -> tensor<4x16xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %w = weft.get @w : tensor<8x16xf32>
  %p = weft.quantize %x, %s : (tensor<2x8xf32>, tensor<f32>) -> tensor<2x8xi8>
  %q = weft.quantize %y, %s : (tensor<2x8xf32>, tensor<f32>) -> tensor<2x8xi8>
  %c = weft.concat %p, %q {dim = 0 : i64} : (tensor<2x8xi8>, tensor<2x8xi8>) -> tensor<4x8xi8>
  %d = weft.dequantize %c, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %m = weft.contract "mk,kn->mn" %d, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %m : tensor<4x16xf32>
}

// Negative: the bytes are a result of the model; they come from outside; no product takes them; a zero point is computed.
// CHECK-LABEL: weft.func @seen_outside
// CHECK-NOT: ui8
weft.func @seen_outside(%x: tensor<4x8xf32>) -> (tensor<4x8xi8>, tensor<4x16xf32>) {
  %s = weft.constant dense<0.5> : tensor<f32>
  %w = weft.get @w : tensor<8x16xf32>
  %q = weft.quantize %x, %s : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xi8>
  %d = weft.dequantize %q, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %y = weft.contract "mk,kn->mn" %d, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %q, %y : tensor<4x8xi8>, tensor<4x16xf32>
}

// CHECK-LABEL: weft.func @from_outside
// CHECK-NOT: ui8
weft.func @from_outside(%x: tensor<2x8xf32>, %p: tensor<2x8xi8>) -> tensor<4x16xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %w = weft.get @w : tensor<8x16xf32>
  %q = weft.quantize %x, %s : (tensor<2x8xf32>, tensor<f32>) -> tensor<2x8xi8>
  %c = weft.concat %p, %q {dim = 0 : i64} : (tensor<2x8xi8>, tensor<2x8xi8>) -> tensor<4x8xi8>
  %d = weft.dequantize %c, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %m = weft.contract "mk,kn->mn" %d, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %m : tensor<4x16xf32>
}

// CHECK-LABEL: weft.func @no_product
// CHECK-NOT: ui8
weft.func @no_product(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %q = weft.quantize %x, %s : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xi8>
  %d = weft.dequantize %q, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  weft.return %d : tensor<4x8xf32>
}

// CHECK-LABEL: weft.func @computed_zero_point
// CHECK-NOT: ui8
weft.func @computed_zero_point(%x: tensor<4x8xf32>, %z: tensor<i8>) -> tensor<4x16xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %w = weft.get @w : tensor<8x16xf32>
  %q = weft.quantize %x, %s, %z : (tensor<4x8xf32>, tensor<f32>, tensor<i8>) -> tensor<4x8xi8>
  %d = weft.dequantize %q, %s, %z : (tensor<4x8xi8>, tensor<f32>, tensor<i8>) -> tensor<4x8xf32>
  %y = weft.contract "mk,kn->mn" %d, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}
