// RUN: %python %S/Inputs/statistics.py %t '{"activations": [{"name": "w", "samples": [[-1, 0.5], [4.1, 0]]}]}'
// RUN: weft-opt %s --split-input-file --weft-quantize-activations="statistics=%t" | FileCheck %s

// Indices that the caller gives are not on the way of the values.
// CHECK-LABEL: weft.func @main
// CHECK: %[[T:.*]] = weft.tanh
// CHECK: %[[Q:.*]] = weft.quantize %[[T]],
// CHECK: %[[D:.*]] = weft.dequantize %[[Q]],
// CHECK: weft.gather %[[D]], %arg1
weft.parameter @w = dense<1.0> : tensor<2x1xf32>
weft.func @main(%x: tensor<4x2xf32>, %i: tensor<3xi64>) -> tensor<3x1xf32> {
  %t = weft.tanh %x : (tensor<4x2xf32>) -> tensor<4x2xf32>
  %r = weft.gather %t, %i {dim = 0 : i64} : (tensor<4x2xf32>, tensor<3xi64>) -> tensor<3x2xf32>
  %w = weft.get @w : tensor<2x1xf32>
  %y = weft.contract "mk,kn->mn" %r, %w : (tensor<3x2xf32>, tensor<2x1xf32>) -> tensor<3x1xf32>
  weft.return %y : tensor<3x1xf32>
}

// -----

// Nor are the sizes of an input that say where a slice ends.
// CHECK-LABEL: weft.func @main
// CHECK: weft.shape %arg0
// CHECK: %[[T:.*]] = weft.tanh
// CHECK: %[[Q:.*]] = weft.quantize %[[T]],
// CHECK: %[[D:.*]] = weft.dequantize %[[Q]],
// CHECK: weft.slice %[[D]],
weft.parameter @w = dense<1.0> : tensor<2x1xf32>
weft.func @main(%x: tensor<?x6x2xf32>) -> tensor<?x?x1xf32> {
  %w = weft.get @w : tensor<2x1xf32>
  %sizes = weft.shape %x : (tensor<?x6x2xf32>) -> tensor<3xi64>
  %zero = weft.constant dense<0> : tensor<1xi64>
  %one = weft.constant dense<1> : tensor<1xi64>
  %n = weft.slice %sizes, %zero, %one, %one {dims = array<i64: 0>} : (tensor<3xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<1xi64>
  %t = weft.tanh %x : (tensor<?x6x2xf32>) -> tensor<?x6x2xf32>
  %r = weft.slice %t, %zero, %n, %one {dims = array<i64: 1>} : (tensor<?x6x2xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?x?x2xf32>
  %y = weft.contract "amk,kn->amn" %r, %w : (tensor<?x?x2xf32>, tensor<2x1xf32>) -> tensor<?x?x1xf32>
  weft.return %y : tensor<?x?x1xf32>
}
