// RUN: weft-opt %s --weft-fold-quantize-scales | FileCheck %s

// CHECK-LABEL: weft.func @factor_and_term
// CHECK-SAME: %[[F:[a-z0-9]+]]: tensor<4x16xf32>, %[[O:[a-z0-9]+]]: tensor<4x16xui8>
// CHECK-DAG: %[[ONE:.*]] = weft.constant dense<1.000000e+00> : tensor<f32>
// CHECK-DAG: %[[U:.*]] = weft.div %{{.*}}, %{{.*}} : (tensor<16xf32>, tensor<f32>) -> tensor<16xf32>
// CHECK-DAG: %[[B:.*]] = weft.div %{{.*}}, %{{.*}} : (tensor<16xf32>, tensor<f32>) -> tensor<16xf32>
// CHECK-DAG: %[[T:.*]] = weft.div %{{.*}}, %{{.*}} : (tensor<f32>, tensor<f32>) -> tensor<f32>
// CHECK-DAG: %[[M:.*]] = weft.mul %[[F]], %[[U]]
// CHECK-DAG: %[[A:.*]] = weft.add %[[M]], %[[B]]
// CHECK-DAG: %[[D:.*]] = weft.dequantize %[[O]], %[[T]]
// CHECK: %[[S:.*]] = weft.add %[[A]], %[[D]]
// CHECK-NOT: weft.max
// CHECK: weft.quantize %[[S]], %[[ONE]]
weft.func @factor_and_term(%f: tensor<4x16xf32>, %o: tensor<4x16xui8>) -> tensor<4x16xui8> {
  %u = weft.constant dense<0.3> : tensor<16xf32>
  %b = weft.constant dense<0.7> : tensor<16xf32>
  %s = weft.constant dense<0.1> : tensor<f32>
  %t = weft.constant dense<0.2> : tensor<f32>
  %z = weft.constant dense<0> : tensor<ui8>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %m = weft.mul %f, %u : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
  %a = weft.add %m, %b : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
  %d = weft.dequantize %o, %t : (tensor<4x16xui8>, tensor<f32>) -> tensor<4x16xf32>
  %e = weft.add %a, %d : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  %r = weft.max %e, %zero : (tensor<4x16xf32>, tensor<f32>) -> tensor<4x16xf32>
  %q = weft.quantize %r, %s, %z : (tensor<4x16xf32>, tensor<f32>, tensor<ui8>) -> tensor<4x16xui8>
  weft.return %q : tensor<4x16xui8>
}

// A bound within the integers stays, divided; one at their end goes.
// CHECK-LABEL: weft.func @bounds
// CHECK: %[[ZERO:.*]] = weft.constant dense<0.000000e+00>
// CHECK: %[[LOW:.*]] = weft.div %[[ZERO]]
// CHECK: weft.max %{{.*}}, %[[LOW]]
// CHECK-NOT: weft.min
// CHECK: weft.return
weft.func @bounds(%f: tensor<4xf32>) -> tensor<4xui8> {
  %u = weft.constant dense<0.3> : tensor<f32>
  %s = weft.constant dense<0.1> : tensor<f32>
  %z = weft.constant dense<10> : tensor<ui8>
  %low = weft.constant dense<0.0> : tensor<f32>
  %high = weft.constant dense<24.5> : tensor<f32>
  %m = weft.mul %f, %u : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %a = weft.max %m, %low : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %b = weft.min %a, %high : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %q = weft.quantize %b, %s, %z : (tensor<4xf32>, tensor<f32>, tensor<ui8>) -> tensor<4xui8>
  weft.return %q : tensor<4xui8>
}

// Negative: the value is used otherwise too; one term has no constant; a function is in between; the scale is computed.
// CHECK-LABEL: weft.func @used_twice
// CHECK-NOT: weft.div
weft.func @used_twice(%f: tensor<4xf32>) -> (tensor<4xui8>, tensor<4xf32>) {
  %s = weft.constant dense<0.1> : tensor<f32>
  %m = weft.mul %f, %s : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %q = weft.quantize %m, %s : (tensor<4xf32>, tensor<f32>) -> tensor<4xui8>
  weft.return %q, %m : tensor<4xui8>, tensor<4xf32>
}

// CHECK-LABEL: weft.func @term_without_a_factor
// CHECK-NOT: weft.div
weft.func @term_without_a_factor(%f: tensor<4xf32>, %g: tensor<4xf32>) -> tensor<4xui8> {
  %s = weft.constant dense<0.1> : tensor<f32>
  %m = weft.mul %f, %s : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %a = weft.add %m, %g : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %q = weft.quantize %a, %s : (tensor<4xf32>, tensor<f32>) -> tensor<4xui8>
  weft.return %q : tensor<4xui8>
}

// CHECK-LABEL: weft.func @function_between
// CHECK-NOT: weft.div
weft.func @function_between(%f: tensor<4xf32>) -> tensor<4xui8> {
  %s = weft.constant dense<0.1> : tensor<f32>
  %m = weft.mul %f, %s : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %t = weft.tanh %m : (tensor<4xf32>) -> tensor<4xf32>
  %q = weft.quantize %t, %s : (tensor<4xf32>, tensor<f32>) -> tensor<4xui8>
  weft.return %q : tensor<4xui8>
}

// CHECK-LABEL: weft.func @computed_scale
// CHECK-NOT: weft.div
weft.func @computed_scale(%f: tensor<4xf32>, %s: tensor<f32>) -> tensor<4xui8> {
  %u = weft.constant dense<0.1> : tensor<f32>
  %m = weft.mul %f, %u : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %q = weft.quantize %m, %s : (tensor<4xf32>, tensor<f32>) -> tensor<4xui8>
  weft.return %q : tensor<4xui8>
}
