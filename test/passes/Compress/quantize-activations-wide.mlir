// RUN: %python %S/Inputs/statistics.py %t '{"activations": [{"name": "w", "samples": [[-1, 0.5], [4.1, 0]]}]}'
// RUN: weft-opt %s --weft-quantize-activations="statistics=%t wide=w range=mse" | FileCheck %s
// RUN: weft-opt %s --weft-quantize-activations="statistics=%t wide=v" | FileCheck %s --check-prefix=OTHER
// RUN: weft-opt %s --weft-quantize-activations="activations=dynamic wide=w" | FileCheck %s --check-prefix=DYNAMIC
// RUN: not weft-opt %s --weft-quantize-activations="activations=dynamic wide=(" 2>&1 | FileCheck %s --check-prefix=INVALID
// INVALID: error: weft-quantize-activations: wide expects a regular expression, found '('

weft.parameter @w = dense<[[1.27, -0.508, 0.0], [0.64, 2.54, 0.0]]> : tensor<2x3xf32>

// Bytes of all from -1 to 4.1 have a step of 0.02, and what they leave one of 0.02 / 255 around 128.
// CHECK-LABEL: weft.func @main
// CHECK-DAG: weft.constant dense<2.000000e-02> : tensor<f32>
// CHECK-DAG: weft.constant dense<50> : tensor<ui8>
// CHECK-DAG: weft.constant dense<7.84313{{[0-9]*}}E-5> : tensor<f32>
// CHECK-DAG: weft.constant dense<128> : tensor<ui8>
// CHECK: %[[HIGH:.*]] = weft.dequantize %{{.*}} : (tensor<4x2xui8>, tensor<f32>, tensor<ui8>) -> tensor<4x2xf32>
// CHECK: %[[REST:.*]] = weft.sub %arg0, %[[HIGH]]
// CHECK: weft.quantize %[[REST]]
// CHECK: %[[LOW:.*]] = weft.dequantize %{{.*}} : (tensor<4x2xui8>, tensor<f32>, tensor<ui8>) -> tensor<4x2xf32>
// CHECK: %[[W:.*]] = weft.dequantize %{{.*}} {dim = 1 : i64}
// CHECK: %[[A:.*]] = weft.contract "mk,kn->mn" %[[HIGH]], %[[W]]
// CHECK: %[[B:.*]] = weft.contract "mk,kn->mn" %[[LOW]], %[[W]]
// CHECK: %[[SUM:.*]] = weft.add %[[A]], %[[B]]
// CHECK: weft.return %[[SUM]]

// OTHER: weft.contract
// OTHER-NOT: weft.contract

// DYNAMIC: %[[STEP:.*]] = weft.select
// DYNAMIC: %[[FINE:.*]] = weft.div %[[STEP]], %{{.*}} : (tensor<f32>, tensor<f32>) -> tensor<f32>
// DYNAMIC: weft.sub %arg0
// DYNAMIC: weft.quantize %{{.*}}, %[[FINE]]
weft.func @main(%x: tensor<4x2xf32>) -> tensor<4x3xf32> {
  %w = weft.get @w : tensor<2x3xf32>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x2xf32>, tensor<2x3xf32>) -> tensor<4x3xf32>
  weft.return %y : tensor<4x3xf32>
}
