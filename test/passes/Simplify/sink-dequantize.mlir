// RUN: weft-opt %s --weft-sink-dequantize | FileCheck %s

// Bytes move, and what is quantized as it was is left alone.
// CHECK-LABEL: weft.func @pool
// CHECK-NEXT: %[[M:.*]] = weft.reduce_window max %arg0 {{.*}} : (tensor<1x8x8x4xui8>) -> tensor<1x4x4x4xui8>
// CHECK-NEXT: weft.return %[[M]]
weft.func @pool(%q: tensor<1x8x8x4xui8>) -> tensor<1x4x4x4xui8> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %z = weft.constant dense<3> : tensor<ui8>
  %x = weft.dequantize %q, %s, %z : (tensor<1x8x8x4xui8>, tensor<f32>, tensor<ui8>) -> tensor<1x8x8x4xf32>
  %m = weft.reduce_window max %x {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x4x4xf32>
  %y = weft.quantize %m, %s, %z : (tensor<1x4x4x4xf32>, tensor<f32>, tensor<ui8>) -> tensor<1x4x4x4xui8>
  weft.return %y : tensor<1x4x4x4xui8>
}

// CHECK-LABEL: weft.func @movement
// CHECK: weft.transpose %arg0 {{.*}} : (tensor<4x8xui8>) -> tensor<8x4xui8>
// CHECK: weft.reshape %{{.*}} : (tensor<8x4xui8>) -> tensor<32xui8>
// CHECK: weft.slice %{{.*}} -> tensor<8xui8>
// CHECK: weft.dequantize %{{.*}} : (tensor<8xui8>, tensor<f32>, tensor<ui8>) -> tensor<8xf32>
weft.func @movement(%q: tensor<4x8xui8>, %s: tensor<f32>, %z: tensor<ui8>) -> tensor<8xf32> {
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c8 = weft.constant dense<8> : tensor<1xi64>
  %x = weft.dequantize %q, %s, %z : (tensor<4x8xui8>, tensor<f32>, tensor<ui8>) -> tensor<4x8xf32>
  %t = weft.transpose %x {permutation = array<i64: 1, 0>} : (tensor<4x8xf32>) -> tensor<8x4xf32>
  %r = weft.reshape %t : (tensor<8x4xf32>) -> tensor<32xf32>
  %y = weft.slice %r, %c0, %c8, %c1 {dims = array<i64: 0>} : (tensor<32xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<8xf32>
  weft.return %y : tensor<8xf32>
}

// CHECK-LABEL: weft.func @joined
// CHECK: %[[J:.*]] = weft.concat %arg0, %arg1 {{.*}} : (tensor<4x8xui8>, tensor<4x8xui8>) -> tensor<8x8xui8>
// CHECK: weft.dequantize %[[J]]
weft.func @joined(%p: tensor<4x8xui8>, %q: tensor<4x8xui8>) -> tensor<8x8xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %also = weft.constant dense<0.5> : tensor<f32>
  %x = weft.dequantize %p, %s : (tensor<4x8xui8>, tensor<f32>) -> tensor<4x8xf32>
  %y = weft.dequantize %q, %also : (tensor<4x8xui8>, tensor<f32>) -> tensor<4x8xf32>
  %c = weft.concat %x, %y {dim = 0 : i64} : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<8x8xf32>
  weft.return %c : tensor<8x8xf32>
}

// CHECK-LABEL: weft.func @padded
// CHECK: %[[Z:.*]] = weft.constant dense<-7> : tensor<i8>
// CHECK: weft.pad constant %arg0, %{{.*}}, %{{.*}}, %{{.*}} : (tensor<4xi8>, tensor<1xi64>, tensor<1xi64>, tensor<i8>) -> tensor<6xi8>
weft.func @padded(%q: tensor<4xi8>) -> tensor<6xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %z = weft.constant dense<-7> : tensor<i8>
  %one = weft.constant dense<1> : tensor<1xi64>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %x = weft.dequantize %q, %s, %z : (tensor<4xi8>, tensor<f32>, tensor<i8>) -> tensor<4xf32>
  %y = weft.pad constant %x, %one, %one, %zero : (tensor<4xf32>, tensor<1xi64>, tensor<1xi64>, tensor<f32>) -> tensor<6xf32>
  weft.return %y : tensor<6xf32>
}

// Rows of a table that is a parameter are dequantized when they were taken.
weft.parameter @table : tensor<100x8xi8>
// CHECK-LABEL: weft.func @rows_of_a_table
// CHECK: weft.gather %{{.*}} : (tensor<100x8xi8>, tensor<3xi64>) -> tensor<3x8xi8>
weft.func @rows_of_a_table(%i: tensor<3xi64>) -> tensor<3x8xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %t = weft.get @table : tensor<100x8xi8>
  %x = weft.dequantize %t, %s : (tensor<100x8xi8>, tensor<f32>) -> tensor<100x8xf32>
  %y = weft.gather %x, %i {dim = 0 : i64} : (tensor<100x8xf32>, tensor<3xi64>) -> tensor<3x8xf32>
  weft.return %y : tensor<3x8xf32>
}

// Negative: scales along a dimension; a maximum under a scale that may be negative; a window of padding alone; scales that differ;
// padding with another number; quantization by another scale, to another zero point, and by a scale that is no ordinary number.
// CHECK-LABEL: weft.func @scales_along_a_dimension
// CHECK: weft.transpose {{.*}} : (tensor<4x8xf32>)
weft.func @scales_along_a_dimension(%q: tensor<4x8xui8>, %s: tensor<8xf32>) -> tensor<8x4xf32> {
  %x = weft.dequantize %q, %s {dim = 1 : i64} : (tensor<4x8xui8>, tensor<8xf32>) -> tensor<4x8xf32>
  %t = weft.transpose %x {permutation = array<i64: 1, 0>} : (tensor<4x8xf32>) -> tensor<8x4xf32>
  weft.return %t : tensor<8x4xf32>
}

// CHECK-LABEL: weft.func @unknown_sign
// CHECK: weft.reduce_window max {{.*}} : (tensor<1x8x4xf32>)
weft.func @unknown_sign(%q: tensor<1x8x4xui8>, %s: tensor<f32>) -> tensor<1x4x4xf32> {
  %x = weft.dequantize %q, %s : (tensor<1x8x4xui8>, tensor<f32>) -> tensor<1x8x4xf32>
  %m = weft.reduce_window max %x {window = array<i64: 2>, strides = array<i64: 2>, dilations = array<i64: 1>, padding = array<i64: 0, 0>} : (tensor<1x8x4xf32>) -> tensor<1x4x4xf32>
  weft.return %m : tensor<1x4x4xf32>
}

// CHECK-LABEL: weft.func @window_of_padding
// CHECK: weft.reduce_window max {{.*}} : (tensor<1x8x4xf32>)
weft.func @window_of_padding(%q: tensor<1x8x4xui8>) -> tensor<1x5x4xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %x = weft.dequantize %q, %s : (tensor<1x8x4xui8>, tensor<f32>) -> tensor<1x8x4xf32>
  %m = weft.reduce_window max %x {window = array<i64: 2>, strides = array<i64: 2>, dilations = array<i64: 1>, padding = array<i64: 2, 0>} : (tensor<1x8x4xf32>) -> tensor<1x5x4xf32>
  weft.return %m : tensor<1x5x4xf32>
}

// CHECK-LABEL: weft.func @different_scales
// CHECK: weft.concat {{.*}} : (tensor<4x8xf32>, tensor<4x8xf32>)
weft.func @different_scales(%p: tensor<4x8xui8>, %q: tensor<4x8xui8>) -> tensor<8x8xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %other = weft.constant dense<0.25> : tensor<f32>
  %x = weft.dequantize %p, %s : (tensor<4x8xui8>, tensor<f32>) -> tensor<4x8xf32>
  %y = weft.dequantize %q, %other : (tensor<4x8xui8>, tensor<f32>) -> tensor<4x8xf32>
  %c = weft.concat %x, %y {dim = 0 : i64} : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<8x8xf32>
  weft.return %c : tensor<8x8xf32>
}

// CHECK-LABEL: weft.func @padded_with_ones
// CHECK: weft.pad constant {{.*}} : (tensor<4xf32>
weft.func @padded_with_ones(%q: tensor<4xi8>) -> tensor<6xf32> {
  %s = weft.constant dense<0.5> : tensor<f32>
  %count = weft.constant dense<1> : tensor<1xi64>
  %one = weft.constant dense<1.0> : tensor<f32>
  %x = weft.dequantize %q, %s : (tensor<4xi8>, tensor<f32>) -> tensor<4xf32>
  %y = weft.pad constant %x, %count, %count, %one : (tensor<4xf32>, tensor<1xi64>, tensor<1xi64>, tensor<f32>) -> tensor<6xf32>
  weft.return %y : tensor<6xf32>
}

// CHECK-LABEL: weft.func @other_quantization
// CHECK-COUNT-3: weft.quantize
weft.func @other_quantization(%q: tensor<4xi8>, %u: tensor<f32>) -> (tensor<4xi8>, tensor<4xi8>, tensor<4xi8>) {
  %s = weft.constant dense<0.5> : tensor<f32>
  %t = weft.constant dense<0.25> : tensor<f32>
  %z = weft.constant dense<3> : tensor<i8>
  %x = weft.dequantize %q, %s : (tensor<4xi8>, tensor<f32>) -> tensor<4xf32>
  %v = weft.dequantize %q, %u : (tensor<4xi8>, tensor<f32>) -> tensor<4xf32>
  %a = weft.quantize %x, %t : (tensor<4xf32>, tensor<f32>) -> tensor<4xi8>
  %b = weft.quantize %x, %s, %z : (tensor<4xf32>, tensor<f32>, tensor<i8>) -> tensor<4xi8>
  %c = weft.quantize %v, %u : (tensor<4xf32>, tensor<f32>) -> tensor<4xi8>
  weft.return %a, %b, %c : tensor<4xi8>, tensor<4xi8>, tensor<4xi8>
}
