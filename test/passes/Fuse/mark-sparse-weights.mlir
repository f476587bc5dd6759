// RUN: weft-opt %s -split-input-file -weft-mark-sparse-weights | FileCheck %s

// 18 outputs: the first 16 have weights at 4 of 8 steps, the other two at 1. Both products are marked, whichever side the weight is on.
// A zero may be negative.
weft.parameter @w = dense<[[0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, -0.0, 2.0, 0.0, 0.0, 0.0],
                           [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
                           [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
                           [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
                           [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
                           [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
                           [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
                           [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 4.0, 4.0],
                           [0.0, 0.0, 5.0, 0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 6.0, 0.0, 0.0, 0.0, 0.0, 0.0]]>
  : tensor<18x8xf32> {weft.pruned = {sparsity = 0.9}}
// CHECK-LABEL: @both
// CHECK-COUNT-2: {weft.kept_steps = 4 : i64}
weft.func @both(%x: tensor<?x8xf32>, %y: tensor<3x8xf32>) -> (tensor<?x18xf32>, tensor<3x18xf32>) {
  %w = weft.get @w : tensor<18x8xf32>
  %a = weft.contract "mk,nk->mn" %x, %w : (tensor<?x8xf32>, tensor<18x8xf32>) -> tensor<?x18xf32>
  %b = weft.contract "nk,mk->mn" %w, %y : (tensor<18x8xf32>, tensor<3x8xf32>) -> tensor<3x18xf32>
  weft.return %a, %b : tensor<?x18xf32>, tensor<3x18xf32>
}

// -----

// The first product has weights at each step, so that its mark is stale. The second has them at one, but the weight is stored once.
weft.parameter @w = dense<[[1.0, 0.0, 0.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0, 0.0]]>
  : tensor<5x5xf32> {weft.pruned = {sparsity = 0.8}}
// CHECK-LABEL: @stale
// CHECK-NOT: kept_steps
weft.func @stale(%x: tensor<2x5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>) {
  %w = weft.get @w : tensor<5x5xf32>
  %a = weft.contract "mk,kn->mn" %x, %w {weft.kept_steps = 4 : i64} : (tensor<2x5xf32>, tensor<5x5xf32>) -> tensor<2x5xf32>
  %b = weft.contract "mk,nk->mn" %x, %w : (tensor<2x5xf32>, tensor<5x5xf32>) -> tensor<2x5xf32>
  weft.return %a, %b : tensor<2x5xf32>, tensor<2x5xf32>
}

// -----

// One weight for each of a batch; a weight that was not pruned.
weft.parameter @b = dense<0.0> : tensor<2x8x4xf32> {weft.pruned = {sparsity = 1.0}}
weft.parameter @n = dense<0.0> : tensor<8x4xf32>
// CHECK-LABEL: @others
// CHECK-NOT: kept_steps
weft.func @others(%x: tensor<2x3x8xf32>, %y: tensor<3x8xf32>) -> (tensor<2x3x4xf32>, tensor<3x4xf32>) {
  %b = weft.get @b : tensor<2x8x4xf32>
  %p = weft.contract "bmk,bkn->bmn" %x, %b : (tensor<2x3x8xf32>, tensor<2x8x4xf32>) -> tensor<2x3x4xf32>
  %n = weft.get @n : tensor<8x4xf32>
  %q = weft.contract "mk,kn->mn" %y, %n : (tensor<3x8xf32>, tensor<8x4xf32>) -> tensor<3x4xf32>
  weft.return %p, %q : tensor<2x3x4xf32>, tensor<3x4xf32>
}

// -----

// Widened where it is read, from floats and from codes with a scale for each output. None is counted as four.
weft.parameter @h = dense<0.0> : tensor<8x4xf16> {weft.pruned = {sparsity = 1.0}}
// CHECK-LABEL: @widened
// CHECK: {weft.kept_steps = 4 : i64}
weft.func @widened(%x: tensor<3x8xf32>) -> tensor<3x4xf32> {
  %h = weft.get @h : tensor<8x4xf16>
  %w = weft.cast %h : (tensor<8x4xf16>) -> tensor<8x4xf32>
  %p = weft.contract "mk,kn->mn" %x, %w : (tensor<3x8xf32>, tensor<8x4xf32>) -> tensor<3x4xf32>
  weft.return %p : tensor<3x4xf32>
}

// -----

weft.parameter @c = dense<0> : tensor<4x8xi8> {weft.pruned = {sparsity = 1.0}}
weft.parameter @s = dense<1.0> : tensor<4x1xf16>
weft.parameter @g = dense<0> : tensor<4x16xi8> {weft.pruned = {sparsity = 1.0}}
weft.parameter @t = dense<1.0> : tensor<4x2xf16>
// CHECK-LABEL: @codes
// CHECK: "mk,nk->mn" %arg0, %{{.*}} {weft.kept_steps = 4 : i64}
// Groups have a scale each.
// CHECK-NOT: kept_steps
weft.func @codes(%x: tensor<3x8xf32>, %y: tensor<3x16xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>) {
  %c = weft.get @c : tensor<4x8xi8>
  %s = weft.get @s : tensor<4x1xf16>
  %v = weft.dequantize %c, %s {block = 8 : i64, dim = 1 : i64} : (tensor<4x8xi8>, tensor<4x1xf16>) -> tensor<4x8xf32>
  %p = weft.contract "mk,nk->mn" %x, %v : (tensor<3x8xf32>, tensor<4x8xf32>) -> tensor<3x4xf32>
  %g = weft.get @g : tensor<4x16xi8>
  %t = weft.get @t : tensor<4x2xf16>
  %w = weft.dequantize %g, %t {block = 8 : i64, dim = 1 : i64} : (tensor<4x16xi8>, tensor<4x2xf16>) -> tensor<4x16xf32>
  %q = weft.contract "mk,nk->mn" %y, %w : (tensor<3x16xf32>, tensor<4x16xf32>) -> tensor<3x4xf32>
  weft.return %p, %q : tensor<3x4xf32>, tensor<3x4xf32>
}
