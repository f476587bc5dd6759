// RUN: weft-opt %s --split-input-file --weft-prune-weights | FileCheck %s
// RUN: weft-opt %s --split-input-file --weft-prune-weights="pattern=1:4" | FileCheck %s --check-prefix=OF4
// RUN: weft-opt %s --split-input-file --weft-prune-weights="pattern=2x2" | FileCheck %s --check-prefix=BLOCK
// RUN: weft-opt %s --split-input-file --weft-prune-weights="sparsity=0.25 skip=^w$" | FileCheck %s --check-prefix=SKIP
// RUN: weft-opt %s --split-input-file --weft-prune-weights="sparsity=0.25" --weft-quantize-weights="bits=4 group=4" | FileCheck %s --check-prefix=CODES

// Each output loses its smallest weights, whose squares are 6.25 of 176.5.
// CHECK: weft.parameter @w = dense<{{\[\[}}0.000000e+00, -8.000000e+00, 0.000000e+00, 5.000000e+00], [0.000000e+00, 0.000000e+00, -7.500000e+00, 5.000000e+00]]> : tensor<2x4xf32>
// CHECK-SAME: source = "layer.weight", trainable, weft.pruned = {error = 0.188177{{[0-9]*}} : f64, sparsity = 5.000000e-01 : f64}
// OF4: weft.parameter @w = dense<{{\[\[}}0.000000e+00, -8.000000e+00, 0.000000e+00, 0.000000e+00], [0.000000e+00, 0.000000e+00, -7.500000e+00, 0.000000e+00]]>
// OF4-SAME: sparsity = 7.500000e-01
// BLOCK: weft.parameter @w = dense<{{\[\[}}0.000000e+00, 0.000000e+00, 2.000000e+00, 5.000000e+00], [0.000000e+00, 0.000000e+00, -7.500000e+00, 5.000000e+00]]>
// SKIP: weft.parameter @w = dense<{{\[\[}}1.000000e+00, -8.000000e+00
// SKIP-NOT: weft.pruned
// SKIP: weft.func @linear
// CODES: weft.parameter @w.codes = dense<{{\[\[}}0, -8, 2, 5], [0, 1, -8, 5]]> : tensor<2x4xi4>
// CODES-SAME: weft.pruned = {error
weft.parameter @w = dense<[[1.0, -8.0, 2.0, 5.0], [0.5, 1.0, -7.5, 5.0]]> : tensor<2x4xf32> {source = "layer.weight", trainable}

// CHECK-LABEL: weft.func @linear
weft.func @linear(%x: tensor<?x4xf32>) -> tensor<?x2xf32> {
  // CHECK: weft.get @w : tensor<2x4xf32>
  %w = weft.get @w : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// [inputs, outputs]: an output is a column. What is left over of a row is a group of its own: of three neighbours one stays.
// CHECK: weft.parameter @t = dense<{{\[\[}}0.000000e+00, -2.000000e+00], [0.000000e+00, 0.000000e+00], [3.000000e+00, 0.000000e+00]]> : tensor<3x2xf16>
// OF4: weft.parameter @t = dense<{{\[\[}}0.000000e+00, -2.000000e+00], [0.000000e+00, 0.000000e+00], [3.000000e+00, 0.000000e+00]]> : tensor<3x2xf16>
weft.parameter @t = dense<[[1.0, -2.0], [2.0, 0.5], [3.0, 1.0]]> : tensor<3x2xf16>

// CHECK-LABEL: weft.func @transposed
weft.func @transposed(%x: tensor<?x3xf32>) -> tensor<?x2xf32> {
  %w = weft.get @t : tensor<3x2xf16>
  %c = weft.cast %w : (tensor<3x2xf16>) -> tensor<3x2xf32>
  %y = weft.contract "mk,kn->mn" %x, %c : (tensor<?x3xf32>, tensor<3x2xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// Negative: a table with the head that is tied to it, a vector, and what is no linear layer.
// CHECK-NOT: weft.pruned
weft.parameter @embed = dense<1.0> : tensor<3x4xf32>
weft.parameter @gain = dense<1.0> : tensor<4xf32>
weft.parameter @left = dense<1.0> : tensor<4x4xf32>
weft.func @kept(%i: tensor<?xi64>) -> (tensor<?x3xf32>, tensor<4x?xf32>) {
  %e = weft.get @embed : tensor<3x4xf32>
  %r = weft.gather %e, %i {dim = 0 : i64} : (tensor<3x4xf32>, tensor<?xi64>) -> tensor<?x4xf32>
  %g = weft.get @gain : tensor<4xf32>
  %x = weft.mul %r, %g : (tensor<?x4xf32>, tensor<4xf32>) -> tensor<?x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %e : (tensor<?x4xf32>, tensor<3x4xf32>) -> tensor<?x3xf32>
  %l = weft.get @left : tensor<4x4xf32>
  %z = weft.contract "nk,mk->nm" %l, %x : (tensor<4x4xf32>, tensor<?x4xf32>) -> tensor<4x?xf32>
  weft.return %y, %z : tensor<?x3xf32>, tensor<4x?xf32>
}
