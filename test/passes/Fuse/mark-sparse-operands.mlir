// RUN: weft-opt %s -weft-mark-sparse-operands | FileCheck %s

// What the select set to zero is read, also through a cast, by two contractions; the third reads all of %x.
// CHECK-LABEL: @pruned
// CHECK: %[[PRUNED:.*]] = weft.select
// CHECK: weft.contract "mk,nk->mn" %[[PRUNED]], %{{.*}} {weft.sparse_lhs}
// CHECK: %[[CAST:.*]] = weft.cast %[[PRUNED]]
// CHECK: weft.contract "mk,nk->mn" %[[CAST]], %{{.*}} {weft.sparse_lhs}
// CHECK: weft.contract "mk,nk->mn" %{{.*}}, %{{.*}} : (tensor<?x8xf32>, tensor<4x8xf32>)
weft.func @pruned(%x: tensor<?x8xf32>, %w: tensor<4x8xf32>, %v: tensor<4x8xbf16>, %t: tensor<8xf32>)
    -> (tensor<?x4xf32>, tensor<?x4xf32>, tensor<?x4xf32>) {
  %zero = weft.constant dense<0.0> : tensor<f32>
  %m = weft.abs %x : (tensor<?x8xf32>) -> tensor<?x8xf32>
  %s = weft.compare lt %m, %t : (tensor<?x8xf32>, tensor<8xf32>) -> tensor<?x8xi1>
  %p = weft.select %s, %zero, %x : (tensor<?x8xi1>, tensor<f32>, tensor<?x8xf32>) -> tensor<?x8xf32>
  %a = weft.contract "mk,nk->mn" %p, %w : (tensor<?x8xf32>, tensor<4x8xf32>) -> tensor<?x4xf32>
  %b = weft.cast %p : (tensor<?x8xf32>) -> tensor<?x8xbf16>
  %c = weft.contract "mk,nk->mn" %b, %v : (tensor<?x8xbf16>, tensor<4x8xbf16>) -> tensor<?x4xf32>
  %d = weft.contract "mk,nk->mn" %x, %w : (tensor<?x8xf32>, tensor<4x8xf32>) -> tensor<?x4xf32>
  weft.return %a, %c, %d : tensor<?x4xf32>, tensor<?x4xf32>, tensor<?x4xf32>
}

// A relu, and a mask that says nothing of the size of what it takes away.
// CHECK-LABEL: @others
// CHECK-NOT: weft.sparse_lhs
weft.func @others(%x: tensor<?x8xf32>, %w: tensor<4x8xf32>, %mask: tensor<?x8xi1>) -> (tensor<?x4xf32>, tensor<?x4xf32>) {
  %zero = weft.constant dense<0.0> : tensor<f32>
  %r = weft.max %x, %zero : (tensor<?x8xf32>, tensor<f32>) -> tensor<?x8xf32>
  %a = weft.contract "mk,nk->mn" %r, %w : (tensor<?x8xf32>, tensor<4x8xf32>) -> tensor<?x4xf32>
  %p = weft.select %mask, %zero, %x : (tensor<?x8xi1>, tensor<f32>, tensor<?x8xf32>) -> tensor<?x8xf32>
  %c = weft.contract "mk,nk->mn" %p, %w : (tensor<?x8xf32>, tensor<4x8xf32>) -> tensor<?x4xf32>
  weft.return %a, %c : tensor<?x4xf32>, tensor<?x4xf32>
}
