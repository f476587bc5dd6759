// RUN: weft-opt %s --weft-hoist-reshapes --canonicalize | FileCheck %s

weft.parameter @w : tensor<4x6xf32>
weft.parameter @bias : tensor<6xf32>

// The contraction carries the batch of 1, so that the residual sum follows it.
// CHECK-LABEL: weft.func @residual
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<1x3x4xf32>, %[[Z:[a-z0-9]+]]: tensor<1x3x6xf32>
weft.func @residual(%x: tensor<1x3x4xf32>, %z: tensor<1x3x6xf32>) -> tensor<1x3x6xf32> {
  // CHECK-DAG: %[[W:.*]] = weft.get @w
  // CHECK-DAG: %[[B:.*]] = weft.get @bias
  // CHECK: %[[C:.*]] = weft.contract "amk,kn->amn" %[[X]], %[[W]] : (tensor<1x3x4xf32>, tensor<4x6xf32>) -> tensor<1x3x6xf32>
  // CHECK: %[[S:.*]] = weft.add %[[C]], %[[B]] : (tensor<1x3x6xf32>, tensor<6xf32>) -> tensor<1x3x6xf32>
  // CHECK: weft.add %[[S]], %[[Z]]
  %w = weft.get @w : tensor<4x6xf32>
  %b = weft.get @bias : tensor<6xf32>
  %a = weft.reshape %x : (tensor<1x3x4xf32>) -> tensor<3x4xf32>
  %c = weft.contract "mk,kn->mn" %a, %w : (tensor<3x4xf32>, tensor<4x6xf32>) -> tensor<3x6xf32>
  %s = weft.add %c, %b : (tensor<3x6xf32>, tensor<6xf32>) -> tensor<3x6xf32>
  %r = weft.reshape %s : (tensor<3x6xf32>) -> tensor<1x3x6xf32>
  %y = weft.add %r, %z : (tensor<1x3x6xf32>, tensor<1x3x6xf32>) -> tensor<1x3x6xf32>
  weft.return %y : tensor<1x3x6xf32>
}

// A dimension is dropped, another one added; one size is unknown.
// CHECK-LABEL: weft.func @moves_unit
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<1x?x4xf32>, %[[T:[a-z0-9]+]]: tensor<?x1x6xf32>
weft.func @moves_unit(%x: tensor<1x?x4xf32>, %t: tensor<?x1x6xf32>) -> tensor<?x1x6xf32> {

  // CHECK: %[[C:.*]] = weft.contract "bmk,kn->mbn" %[[X]]
  // CHECK: %[[E:.*]] = weft.exp %[[C]] : (tensor<?x1x6xf32>)
  // CHECK: weft.add %[[E]], %[[T]]
  %w = weft.get @w : tensor<4x6xf32>
  %s = weft.constant dense<[-1, 1, 6]> : tensor<3xi64>
  %c = weft.contract "amk,kn->amn" %x, %w : (tensor<1x?x4xf32>, tensor<4x6xf32>) -> tensor<1x?x6xf32>
  %e = weft.exp %c : (tensor<1x?x6xf32>) -> tensor<1x?x6xf32>
  %r = weft.reshape %e, %s : (tensor<1x?x6xf32>, tensor<3xi64>) -> tensor<?x1x6xf32>
  %y = weft.add %r, %t : (tensor<?x1x6xf32>, tensor<?x1x6xf32>) -> tensor<?x1x6xf32>
  weft.return %y : tensor<?x1x6xf32>
}

// Negative: what stands before the reshape has another use.
// CHECK-LABEL: weft.func @used_twice
weft.func @used_twice(%x: tensor<3x4xf32>) -> (tensor<1x3x6xf32>, tensor<3x6xf32>) {
  // CHECK: weft.contract "mk,kn->mn"
  // CHECK: weft.reshape
  %w = weft.get @w : tensor<4x6xf32>
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<3x4xf32>, tensor<4x6xf32>) -> tensor<3x6xf32>
  %r = weft.reshape %c : (tensor<3x6xf32>) -> tensor<1x3x6xf32>
  %y = weft.exp %r : (tensor<1x3x6xf32>) -> tensor<1x3x6xf32>
  weft.return %y, %c : tensor<1x3x6xf32>, tensor<3x6xf32>
}

// Negative: the reshape splits a dimension, or nothing follows that could be fused.
// CHECK-LABEL: weft.func @others
weft.func @others(%x: tensor<3x4xf32>) -> (tensor<3x2x3xf32>, tensor<1x3x6xf32>) {
  // CHECK: weft.contract "mk,kn->mn"
  // CHECK: weft.reshape
  // CHECK: weft.contract "mk,kn->mn"
  // CHECK: weft.reshape
  %w = weft.get @w : tensor<4x6xf32>
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<3x4xf32>, tensor<4x6xf32>) -> tensor<3x6xf32>
  %r = weft.reshape %c : (tensor<3x6xf32>) -> tensor<3x2x3xf32>
  %y = weft.exp %r : (tensor<3x2x3xf32>) -> tensor<3x2x3xf32>
  %d = weft.contract "mk,kn->mn" %x, %w : (tensor<3x4xf32>, tensor<4x6xf32>) -> tensor<3x6xf32>
  %z = weft.reshape %d : (tensor<3x6xf32>) -> tensor<1x3x6xf32>
  weft.return %y, %z : tensor<3x2x3xf32>, tensor<1x3x6xf32>
}
