// RUN: weft-opt %s --weft-form-dispatches | FileCheck %s

// What moves rows as a whole before and behind an attention is part of its kernel; a reshape of what another kernel wrote is a view.

// CHECK-LABEL: weft.func @projections(
// CHECK: %[[VIEW:.*]] = weft.reshape %arg0
// CHECK-NEXT: %[[Y:.*]] = weft.dispatch @attention_0(%arg1, %[[VIEW]])
// CHECK-NEXT: weft.return %[[Y]] : tensor<1x5x2x8xf32>
weft.func @projections(%q: tensor<1x5x16xf32>, %kv: tensor<1x5x32xf32>) -> tensor<1x5x2x8xf32> {
  %zero = weft.constant dense<0> : tensor<1xi64>
  %half = weft.constant dense<16> : tensor<1xi64>
  %all = weft.constant dense<32> : tensor<1xi64>
  %one = weft.constant dense<1> : tensor<1xi64>
  %k = weft.slice %kv, %zero, %half, %one {dims = array<i64: 2>} : (tensor<1x5x32xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<1x5x16xf32>
  %v = weft.slice %kv, %half, %all, %one {dims = array<i64: 2>} : (tensor<1x5x32xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<1x5x16xf32>
  %qh = weft.reshape %q : (tensor<1x5x16xf32>) -> tensor<1x5x2x8xf32>
  %kh = weft.reshape %k : (tensor<1x5x16xf32>) -> tensor<1x5x2x8xf32>
  %vh = weft.reshape %v : (tensor<1x5x16xf32>) -> tensor<1x5x2x8xf32>
  %qt = weft.transpose %qh {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x5x2x8xf32>) -> tensor<1x2x5x8xf32>
  %kt = weft.transpose %kh {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x5x2x8xf32>) -> tensor<1x2x5x8xf32>
  %vt = weft.transpose %vh {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x5x2x8xf32>) -> tensor<1x2x5x8xf32>
  %y = weft.attention %qt, %kt, %vt {scale = 1.0 : f32} : (tensor<1x2x5x8xf32>, tensor<1x2x5x8xf32>, tensor<1x2x5x8xf32>) -> tensor<1x2x5x8xf32>
  %t = weft.transpose %y {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x2x5x8xf32>) -> tensor<1x5x2x8xf32>
  weft.return %t : tensor<1x5x2x8xf32>
}

// Others need the transposed query, and the rows of keys are taken apart: both are kernels of their own.

// CHECK-LABEL: weft.func @kept(
// CHECK: weft.dispatch @transpose_{{.*}}(%arg0)
// CHECK: weft.dispatch @transpose_{{.*}}(%arg1)
// CHECK: weft.dispatch @attention_{{.*}}(%{{.*}}, %{{.*}}, %arg2)
weft.func @kept(%q: tensor<1x5x2x8xf32>, %k: tensor<1x2x8x5xf32>, %v: tensor<1x2x5x8xf32>) -> (tensor<1x2x5x8xf32>, tensor<1x2x5x8xf32>) {
  %qt = weft.transpose %q {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x5x2x8xf32>) -> tensor<1x2x5x8xf32>
  %kt = weft.transpose %k {permutation = array<i64: 0, 1, 3, 2>} : (tensor<1x2x8x5xf32>) -> tensor<1x2x5x8xf32>
  %y = weft.attention %qt, %kt, %v {scale = 1.0 : f32} : (tensor<1x2x5x8xf32>, tensor<1x2x5x8xf32>, tensor<1x2x5x8xf32>) -> tensor<1x2x5x8xf32>
  weft.return %qt, %y : tensor<1x2x5x8xf32>, tensor<1x2x5x8xf32>
}

// A product of scalars has no rows to multiply.
// CHECK-LABEL: weft.func @scalars(
// CHECK: weft.dispatch @attention
weft.func @scalars(%q: tensor<1x1x1x1xf32>, %k: tensor<bf16>, %s: tensor<f32>) -> tensor<1x1x1x1xf32> {
  %w = weft.cast %k : (tensor<bf16>) -> tensor<f32>
  %m = weft.mul %w, %s : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %r = weft.reshape %m : (tensor<f32>) -> tensor<1x1x1x1xf32>
  %y = weft.attention %q, %r, %q {scale = 1.0 : f32} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x1x1xf32>
  weft.return %y : tensor<1x1x1x1xf32>
}
