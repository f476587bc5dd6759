// RUN: weft-opt %s --split-input-file --weft-dequantize-weights | FileCheck %s

// A weight with zero points, and rows of it; the last group is short.
// CHECK-NOT: weft.parameter @w.
// CHECK: weft.parameter @w = dense<{{\[\[}}5.000000e-01, -1.000000e+00, 8.000000e+00], [0.000000e+00, 5.000000e-01, 2.400000e+01]]> : tensor<2x3xf16>
// CHECK-SAME: source = "layer"
// CHECK-SAME: weft.quantized = {bits = 4 : i64, group = 2 : i64}
// CHECK-NOT: weft.parameter @w.
weft.parameter @w.codes = dense<[[2, -1, 4], [-8, -7, 6]]> : tensor<2x3xi4> {source = "layer"}
weft.parameter @w.scales = dense<[[0.5, 4.0], [0.5, 4.0]]> : tensor<2x2xf16>
weft.parameter @w.zeros = dense<[[1, 2], [-8, 0]]> : tensor<2x2xi4>

// CHECK-LABEL: weft.func @main
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x3xbf16>, %[[I:[a-z0-9]+]]: tensor<?xi64>
weft.func @main(%x: tensor<?x3xbf16>, %i: tensor<?xi64>) -> (tensor<?x2xf32>, tensor<?x3xf16>) {
  // CHECK: %[[W:.*]] = weft.get @w : tensor<2x3xf16>
  // CHECK: %[[B:.*]] = weft.cast %[[W]] : (tensor<2x3xf16>) -> tensor<2x3xbf16>
  // CHECK: weft.contract "mk,nk->mn" %[[X]], %[[B]]
  // CHECK: %[[V:.*]] = weft.get @w : tensor<2x3xf16>
  // CHECK: %[[R:.*]] = weft.gather %[[V]], %[[I]]
  // CHECK: weft.return %{{.*}}, %[[R]]
  %c = weft.get @w.codes : tensor<2x3xi4>
  %s = weft.get @w.scales : tensor<2x2xf16>
  %z = weft.get @w.zeros : tensor<2x2xi4>
  %w = weft.dequantize %c, %s, %z {block = 2 : i64, dim = 1 : i64} : (tensor<2x3xi4>, tensor<2x2xf16>, tensor<2x2xi4>) -> tensor<2x3xbf16>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x3xbf16>, tensor<2x3xbf16>) -> tensor<?x2xf32>
  %gc = weft.gather %c, %i {dim = 0 : i64} : (tensor<2x3xi4>, tensor<?xi64>) -> tensor<?x3xi4>
  %gs = weft.gather %s, %i {dim = 0 : i64} : (tensor<2x2xf16>, tensor<?xi64>) -> tensor<?x2xf16>
  %gz = weft.gather %z, %i {dim = 0 : i64} : (tensor<2x2xi4>, tensor<?xi64>) -> tensor<?x2xi4>
  %r = weft.dequantize %gc, %gs, %gz {block = 2 : i64, dim = 1 : i64} : (tensor<?x3xi4>, tensor<?x2xf16>, tensor<?x2xi4>) -> tensor<?x3xf16>
  weft.return %y, %r : tensor<?x2xf32>, tensor<?x3xf16>
}

// -----

// Scales that f16 would not hold the products of.
// CHECK: weft.parameter @c.floats = dense<1.270000e+05> : tensor<1x1xf32>
weft.parameter @c = dense<127> : tensor<1x1xi8>
weft.parameter @s = dense<1000.0> : tensor<1x1xf16>
weft.func @large() -> tensor<1x1xf32> {
  %c = weft.get @c : tensor<1x1xi8>
  %s = weft.get @s : tensor<1x1xf16>
  %w = weft.dequantize %c, %s {block = 1 : i64, dim = 1 : i64} : (tensor<1x1xi8>, tensor<1x1xf16>) -> tensor<1x1xf32>
  weft.return %w : tensor<1x1xf32>
}

// -----

// Negative: one scale for all, activations, rows by different indices.
// CHECK-LABEL: weft.func @kept
// CHECK-COUNT-3: weft.dequantize
weft.parameter @c = dense<1> : tensor<2x2xi8>
weft.parameter @s = dense<1.0> : tensor<2x1xf32>
weft.func @kept(%q: tensor<2x2xi8>, %i: tensor<?xi64>, %j: tensor<?xi64>) -> (tensor<2x2xf32>, tensor<2x2xf32>, tensor<?x2xf32>) {
  %one = weft.constant dense<1.0> : tensor<f32>
  %c = weft.get @c : tensor<2x2xi8>
  %s = weft.get @s : tensor<2x1xf32>
  %a = weft.dequantize %c, %one : (tensor<2x2xi8>, tensor<f32>) -> tensor<2x2xf32>
  %b = weft.dequantize %q, %s {block = 2 : i64, dim = 1 : i64} : (tensor<2x2xi8>, tensor<2x1xf32>) -> tensor<2x2xf32>
  %gc = weft.gather %c, %i {dim = 0 : i64} : (tensor<2x2xi8>, tensor<?xi64>) -> tensor<?x2xi8>
  %gs = weft.gather %s, %j {dim = 0 : i64} : (tensor<2x1xf32>, tensor<?xi64>) -> tensor<?x1xf32>
  %d = weft.dequantize %gc, %gs {block = 2 : i64, dim = 1 : i64} : (tensor<?x2xi8>, tensor<?x1xf32>) -> tensor<?x2xf32>
  weft.return %a, %b, %d : tensor<2x2xf32>, tensor<2x2xf32>, tensor<?x2xf32>
}
