// RUN: %python %S/Inputs/statistics.py %t '{"activations": [{"name": "w", "samples": [[-1, 0.5], [4.1, 0]]}]}'
// RUN: weft-opt %s --weft-quantize-activations="statistics=%t switches" | FileCheck %s
// RUN: weft-opt %s --weft-quantize-activations="statistics=%t switches correct-bias" | FileCheck %s --check-prefix=BIAS
// RUN: weft-opt %s --weft-quantize-activations="activations=dynamic switches" | FileCheck %s --check-prefix=DYNAMIC
// RUN: weft-opt %s --weft-quantize-activations="statistics=%t switches skip=w" | FileCheck %s --check-prefix=SKIP

weft.parameter @w = dense<[[1.27, -0.508, 0.0], [0.64, 2.54, 0.0]]> : tensor<2x3xf32>
weft.parameter @v = dense<[[1.0], [2.0]]> : tensor<2x1xf32>

// One activation, of two products: one switch chooses between the activation and its bytes, another between that and the sum of two bytes, and both
// between the weights of each product. The state's new
// value goes, and the other function.
// CHECK-LABEL: weft.func @main
// CHECK-SAME: %[[X:.*]]: tensor<4x2xf32>, %{{.*}}: tensor<4x3xf32> {weft.was_state}, %[[ON:.*]]: tensor<i1> {weft.name = "switch.2", weft.weights = ["w", "v"]}, %[[WIDE:.*]]: tensor<i1> {weft.name = "switch.3", weft.weights = ["w", "v"]})
// CHECK-SAME: -> (tensor<4x3xf32>, tensor<4x1xf32>) {
// CHECK: %[[D:.*]] = weft.dequantize
// CHECK: %[[A:.*]] = weft.select %[[ON]], %[[D]], %[[X]] : (tensor<i1>, tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
// CHECK: %[[HIGH:.*]] = weft.dequantize
// CHECK: %[[REST:.*]] = weft.sub %[[A]], %[[HIGH]]
// CHECK: %[[LOW:.*]] = weft.dequantize
// CHECK: %[[SUM:.*]] = weft.add %[[HIGH]], %[[LOW]]
// CHECK: %[[B:.*]] = weft.select %[[WIDE]], %[[SUM]], %[[A]]
// CHECK: %[[R:.*]] = weft.dequantize %{{.*}} {dim = 1 : i64} : (tensor<2x3xi8>, tensor<3xf32>) -> tensor<2x3xf32>
// CHECK: %[[N:.*]] = weft.select %[[ON]], %[[R]], %{{.*}} : (tensor<i1>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
// CHECK: %[[W:.*]] = weft.select %[[WIDE]], %[[R]], %[[N]]
// CHECK: weft.contract "mk,kn->mn" %[[B]], %[[W]]
// CHECK: weft.contract "mk,kn->mn" %[[B]]
// CHECK-NOT: @other

// Off, nothing is corrected.
// BIAS: %[[N:.*]] = weft.select %{{.*}}, %{{.*}}, %{{.*}} : (tensor<i1>, tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
// BIAS: %[[T:.*]] = weft.select %{{.*}}, %{{.*}}, %[[N]]
// BIAS: weft.add %{{.*}}, %[[T]]

// DYNAMIC: weft.reduce max
// DYNAMIC: weft.select %{{.*}}, %{{.*}}, %arg0 : (tensor<i1>, tensor<4x2xf32>, tensor<4x2xf32>)

// SKIP-LABEL: weft.func @main
// SKIP-SAME: weft.weights = ["v"]
weft.func @main(%x: tensor<4x2xf32>, %past: tensor<4x3xf32> {weft.state = "sum"})
    -> (tensor<4x3xf32>, tensor<4x1xf32>, tensor<4x3xf32> {weft.state = "sum"}) {
  %w = weft.get @w : tensor<2x3xf32>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x2xf32>, tensor<2x3xf32>) -> tensor<4x3xf32>
  %v = weft.get @v : tensor<2x1xf32>
  %z = weft.contract "mk,kn->mn" %x, %v : (tensor<4x2xf32>, tensor<2x1xf32>) -> tensor<4x1xf32>
  %sum = weft.add %past, %y : (tensor<4x3xf32>, tensor<4x3xf32>) -> tensor<4x3xf32>
  weft.return %y, %z, %sum : tensor<4x3xf32>, tensor<4x1xf32>, tensor<4x3xf32>
}

weft.func @other(%x: tensor<f32>) -> tensor<f32> {
  weft.return %x : tensor<f32>
}
