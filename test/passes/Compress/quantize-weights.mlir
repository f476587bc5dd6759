// RUN: weft-opt %s --split-input-file --weft-quantize-weights="bits=4 group=4" | FileCheck %s
// RUN: weft-opt %s --split-input-file --weft-quantize-weights="bits=3 group=0 symmetric=false activations=f32" | FileCheck %s --check-prefix=ZEROS
// RUN: weft-opt %s --split-input-file --weft-quantize-weights="bits=4 group=4 skip=^w$" | FileCheck %s --check-prefix=SKIP
// RUN: weft-opt %s --split-input-file --weft-quantize-weights="bits=4 group=4 table-bits=8" | FileCheck %s --check-prefix=TABLES

// A linear layer; the group of the second row has its extreme on one side.
// CHECK-NOT: weft.parameter @w =
// CHECK: weft.parameter @w.codes = dense<{{\[\[}}7, -7, 2, 3], [-8, -1, -2, -3]]> : tensor<2x4xi4>
// CHECK-SAME: source = "layer.weight"
// CHECK-SAME: weft.quantized = {error = {{[0-9.e+-]+}} : f64, from = tensor<2x4xf32>}
// CHECK: weft.parameter @w.scales = dense<{{\[\[}}1.000000e+00], [-1.000000e+00]]> : tensor<2x1xf16> {source = "layer.weight"}
// CHECK-NOT: weft.parameter
// SKIP: weft.parameter @w =
// SKIP-NOT: weft.parameter
// ZEROS: weft.parameter @w.codes = dense<{{.*}}> : tensor<2x4xi3>
// ZEROS: weft.parameter @w.scales = dense<{{.*}}> : tensor<2x1xf16>
// ZEROS: weft.parameter @w.zeros = dense<{{.*}}> : tensor<2x1xi8>
weft.parameter @w = dense<[[7.0, -7.0, 2.0, 3.4], [8.0, 1.0, 2.0, 3.0]]> : tensor<2x4xf32> {source = "layer.weight", trainable}

// CHECK-LABEL: weft.func @linear
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x4xf32>
// ZEROS-LABEL: weft.func @linear
// TABLES-LABEL: weft.func @linear
// TABLES: tensor<2x4xi4>
// SKIP-LABEL: weft.func @linear
weft.func @linear(%x: tensor<?x4xf32>) -> tensor<?x2xf32> {
  // CHECK-DAG: %[[B:.*]] = weft.cast %[[X]] : (tensor<?x4xf32>) -> tensor<?x4xbf16>
  // CHECK-DAG: %[[C:.*]] = weft.get @w.codes : tensor<2x4xi4>
  // CHECK-DAG: %[[S:.*]] = weft.get @w.scales : tensor<2x1xf16>
  // CHECK: %[[W:.*]] = weft.dequantize %[[C]], %[[S]] {block = 4 : i64, dim = 1 : i64} : (tensor<2x4xi4>, tensor<2x1xf16>) -> tensor<2x4xbf16>
  // CHECK: %[[Y:.*]] = weft.contract "mk,nk->mn" %[[B]], %[[W]] : (tensor<?x4xbf16>, tensor<2x4xbf16>) -> tensor<?x2xf32>
  // CHECK: weft.return %[[Y]]
  // ZEROS: %[[C:.*]] = weft.get @w.codes
  // ZEROS: %[[S:.*]] = weft.get @w.scales
  // ZEROS: %[[Z:.*]] = weft.get @w.zeros
  // ZEROS: %[[W:.*]] = weft.dequantize %[[C]], %[[S]], %[[Z]] {block = 4 : i64, dim = 1 : i64}
  // ZEROS-SAME: -> tensor<2x4xf32>
  // ZEROS: weft.contract "mk,nk->mn" %{{.*}}, %[[W]] : (tensor<?x4xf32>, tensor<2x4xf32>)
  // SKIP-NOT: weft.dequantize
  %w = weft.get @w : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// Tied: a table and the head share the codes; only rows of the table are dequantized, to what they are cast to. The last group is short.
// CHECK: weft.parameter @embed.codes = dense<{{.*}}> : tensor<3x6xi4>
// CHECK: weft.parameter @embed.scales = dense<{{.*}}> : tensor<3x2xf16>
// CHECK-NOT: weft.parameter
// SKIP: weft.parameter @embed.codes
weft.parameter @embed = dense<[[7.0, -7.0, 2.0, 3.0, 1.0, 0.0], [0.0, 1.0, 2.0, 3.0, 4.0, 5.0], [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]]> : tensor<3x6xf16>

// CHECK-LABEL: weft.func @tied
// CHECK-SAME: %[[I:[a-z0-9]+]]: tensor<?xi64>
weft.func @tied(%i: tensor<?xi64>, %x: tensor<?x6xf32>) -> (tensor<?x6xf32>, tensor<?x3xf32>, tensor<?x6xf16>) {
  // TABLES-DAG: weft.gather %{{.*}} {dim = 0 : i64} : (tensor<3x6xi8>, tensor<?xi64>) -> tensor<?x6xi8>
  // CHECK-DAG: %[[C:.*]] = weft.gather %{{.*}}, %[[I]] {dim = 0 : i64} : (tensor<3x6xi4>, tensor<?xi64>) -> tensor<?x6xi4>
  // CHECK-DAG: %[[S:.*]] = weft.gather %{{.*}}, %[[I]] {dim = 0 : i64} : (tensor<3x2xf16>, tensor<?xi64>) -> tensor<?x2xf16>
  // CHECK: %[[R:.*]] = weft.dequantize %[[C]], %[[S]] {block = 4 : i64, dim = 1 : i64} : (tensor<?x6xi4>, tensor<?x2xf16>) -> tensor<?x6xf32>
  // CHECK: weft.dequantize {{.*}} -> tensor<3x6xbf16>
  // CHECK: weft.contract "bk,vk->bv"
  // CHECK: weft.dequantize {{.*}} -> tensor<?x6xf16>
  // CHECK: weft.return %[[R]],
  %w = weft.get @embed : tensor<3x6xf16>
  %r = weft.gather %w, %i {dim = 0 : i64} : (tensor<3x6xf16>, tensor<?xi64>) -> tensor<?x6xf16>
  %f = weft.cast %r : (tensor<?x6xf16>) -> tensor<?x6xf32>
  %h = weft.cast %w : (tensor<3x6xf16>) -> tensor<3x6xf32>
  %y = weft.contract "bk,vk->bv" %x, %h : (tensor<?x6xf32>, tensor<3x6xf32>) -> tensor<?x3xf32>
  %g = weft.gather %w, %i {dim = 0 : i64} : (tensor<3x6xf16>, tensor<?xi64>) -> tensor<?x6xf16>
  weft.return %f, %y, %g : tensor<?x6xf32>, tensor<?x3xf32>, tensor<?x6xf16>
}

// -----

// [inputs, outputs] is transposed; rows of a batch.
// CHECK: weft.parameter @t.codes = dense<{{\[\[}}7, -7], [-8, 0], [2, 7]]> : tensor<3x2xi4>
weft.parameter @t = dense<[[7.0, 1.0, 2.0], [-7.0, 0.0, 7.0]]> : tensor<2x3xf32>

// CHECK-LABEL: weft.func @transposed
weft.func @transposed(%x: tensor<5x?x2xf32>) -> tensor<5x?x3xf32> {
  // CHECK: weft.contract "bmk,nk->bmn" {{.*}} : (tensor<5x?x2xbf16>, tensor<3x2xbf16>) -> tensor<5x?x3xf32>
  %w = weft.get @t : tensor<2x3xf32>
  %y = weft.contract "bmk,kn->bmn" %x, %w : (tensor<5x?x2xf32>, tensor<2x3xf32>) -> tensor<5x?x3xf32>
  weft.return %y : tensor<5x?x3xf32>
}

// -----

// Activations of f16 stay, and so do the products.
weft.parameter @half = dense<1.0> : tensor<3x2xf16>

// CHECK-LABEL: weft.func @halves
weft.func @halves(%x: tensor<?x2xf16>) -> tensor<?x3xf16> {
  // CHECK: weft.contract "mk,nk->mn" {{.*}} : (tensor<?x2xf16>, tensor<3x2xf16>) -> tensor<?x3xf16>
  %w = weft.get @half : tensor<3x2xf16>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x2xf16>, tensor<3x2xf16>) -> tensor<?x3xf16>
  weft.return %y : tensor<?x3xf16>
}

// -----

// Negative: a vector, a weight that something else reads, a left operand, one read in two orders, a batch of weights, a product over all
// of it, and integers.
// CHECK-COUNT-7: weft.parameter @n
// CHECK-NOT: weft.dequantize
weft.parameter @n0 = dense<1.0> : tensor<4xf32>
weft.parameter @n1 = dense<1.0> : tensor<4x4xf32>
weft.parameter @n2 = dense<1.0> : tensor<4x4xf32>
weft.parameter @n3 = dense<1.0> : tensor<4x4xf32>
weft.parameter @n4 = dense<1.0> : tensor<4x4xf32>
weft.parameter @n5 = dense<1.0> : tensor<4x4xf32>
weft.parameter @n6 = dense<1> : tensor<4x4xi8>
weft.func @kept(%x: tensor<4x4xf32>, %q: tensor<4x4xi8>) -> (tensor<4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4xf32>, tensor<4x4xi32>) {
  %0 = weft.get @n0 : tensor<4xf32>
  %1 = weft.get @n1 : tensor<4x4xf32>
  %a = weft.contract "mk,nk->mn" %x, %1 : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  %b = weft.exp %1 : (tensor<4x4xf32>) -> tensor<4x4xf32>
  %ab = weft.add %a, %b : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  %2 = weft.get @n2 : tensor<4x4xf32>
  %c = weft.contract "mk,nk->mn" %2, %x : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  %3 = weft.get @n3 : tensor<4x4xf32>
  %d = weft.contract "mk,nk->mn" %x, %3 : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  %e = weft.contract "mk,kn->mn" %x, %3 : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  %4 = weft.get @n4 : tensor<4x4xf32>
  %f = weft.contract "bk,bk->b" %x, %4 : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4xf32>
  %5 = weft.get @n5 : tensor<4x4xf32>
  %g = weft.contract "mk,nk->mn" %5, %5 : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  %6 = weft.get @n6 : tensor<4x4xi8>
  %h = weft.contract "mk,nk->mn" %q, %6 : (tensor<4x4xi8>, tensor<4x4xi8>) -> tensor<4x4xi32>
  weft.return %0, %ab, %c, %d, %e, %g, %f, %h : tensor<4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x4xf32>, tensor<4xf32>, tensor<4x4xi32>
}

// -----

// Attention between products of bf16 may be of bf16, too.
weft.parameter @w = dense<1.0> : tensor<2x4xf32>

// CHECK-LABEL: weft.func @attention
// CHECK: weft.attention {{.*}} {scale = 5.000000e-01 : f32, weft.bf16_products}
// ZEROS-LABEL: weft.func @attention
// ZEROS: weft.attention {{.*}} {scale = 5.000000e-01 : f32} :
// SKIP-LABEL: weft.func @attention
// SKIP: weft.attention {{.*}} {scale = 5.000000e-01 : f32} :
weft.func @attention(%x: tensor<?x4xf32>, %q: tensor<1x1x3x4xf32>) -> (tensor<?x2xf32>, tensor<1x1x3x4xf32>) {
  %w = weft.get @w : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  %a = weft.attention %q, %q, %q {scale = 0.5 : f32} : (tensor<1x1x3x4xf32>, tensor<1x1x3x4xf32>, tensor<1x1x3x4xf32>) -> tensor<1x1x3x4xf32>
  weft.return %y, %a : tensor<?x2xf32>, tensor<1x1x3x4xf32>
}
