// RUN: %python %S/Inputs/statistics.py %t '{"activations": [{"name": "w", "samples": [[-1, 0.5], [4.1, 0]]}, {"name": "f", "samples": [[0, 2.55]]}]}'
// RUN: weft-opt %s --weft-quantize-activations="statistics=%t" | FileCheck %s
// RUN: weft-opt %s --weft-quantize-activations="statistics=%t correct-bias" | FileCheck %s --check-prefix=BIAS
// RUN: weft-opt %s --weft-quantize-activations="statistics=%t skip=w" | FileCheck %s --check-prefix=SKIP
// RUN: weft-opt %s --weft-quantize-activations="statistics=%t max-error=0" | FileCheck %s --check-prefix=EXACT
// RUN: weft-opt %s --weft-quantize-activations=activations=dynamic | FileCheck %s --check-prefix=DYNAMIC

// Scales of weights are those of the largest magnitude of each output, 1 where all are zero.
// CHECK: weft.parameter @w.scales = dense<[0.00999999977, 2.000000e-02, 1.000000e+00]> : tensor<3xf32>
// CHECK: weft.parameter @w.codes = dense<{{\[}}[127, -25, 0], [64, 127, 0]]> : tensor<2x3xi8>
// SKIP: weft.parameter @w = dense
// EXACT: weft.parameter @w = dense
weft.parameter @w = dense<[[1.27, -0.508, 0.0], [0.64, 2.54, 0.0]]> : tensor<2x3xf32>
weft.parameter @f = dense<1.0> : tensor<1x1x1x2xf32>

// Convolutions of one channel each: the filter has a scale for each output. The least, -1, of the other activation is 0, and the most,
// 4.1, is 255: a scale of 0.02, and zero is 50.
// CHECK-LABEL: weft.func @main(%arg0: tensor<4x2xf32>, %arg1: tensor<1x3x3x2xf32>)
// CHECK: weft.constant dense<0.00999999977> : tensor<f32>
// CHECK: weft.constant dense<0> : tensor<ui8>
// CHECK: %[[S:.*]] = weft.constant dense<2.000000e-02> : tensor<f32>
// CHECK: %[[Z:.*]] = weft.constant dense<50> : tensor<ui8>
// CHECK: %[[Q:.*]] = weft.quantize %arg0, %[[S]], %[[Z]] : (tensor<4x2xf32>, tensor<f32>, tensor<ui8>) -> tensor<4x2xui8>
// CHECK: %[[D:.*]] = weft.dequantize %[[Q]], %[[S]], %[[Z]]
// CHECK: %[[C:.*]] = weft.get @w.codes
// CHECK: %[[T:.*]] = weft.get @w.scales
// CHECK: %[[W:.*]] = weft.dequantize %[[C]], %[[T]] {dim = 1 : i64}
// CHECK: weft.contract "mk,kn->mn" %[[D]], %[[W]]
// CHECK: weft.dequantize %{{.*}}, %{{.*}} {dim = 3 : i64} : (tensor<1x1x1x2xi8>, tensor<2xf32>) -> tensor<1x1x1x2xf32>
// CHECK: weft.conv

// Rounding -0.508 to -25 * 0.02 takes -0.008 times the mean of its input, 1.55.
// BIAS: %[[Y:.*]] = weft.contract
// BIAS: %[[T:.*]] = weft.constant dense<[{{.*}}, -0.0124{{[0-9]*}}, 0.000000e+00]> : tensor<3xf32>
// BIAS: weft.add %[[Y]], %[[T]]

// SKIP-NOT: @w.codes
// SKIP: weft.conv
// EXACT-NOT: weft.quantize %arg0

// DYNAMIC-LABEL: weft.func @main
// DYNAMIC-DAG: weft.reduce max %arg0 {dims = array<i64: 0, 1>}
// DYNAMIC-DAG: weft.reduce min %arg0 {dims = array<i64: 0, 1>}
// DYNAMIC: weft.quantize %arg0
weft.func @main(%x: tensor<4x2xf32>, %i: tensor<1x3x3x2xf32>) -> (tensor<4x3xf32>, tensor<1x3x3x2xf32>) {
  %w = weft.get @w : tensor<2x3xf32>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x2xf32>, tensor<2x3xf32>) -> tensor<4x3xf32>
  %f = weft.get @f : tensor<1x1x1x2xf32>
  %z = weft.conv %i, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>, groups = 2 : i64} : (tensor<1x3x3x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x3x3x2xf32>
  weft.return %y, %z : tensor<4x3xf32>, tensor<1x3x3x2xf32>
}
