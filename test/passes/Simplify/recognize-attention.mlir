// RUN: weft-opt %s --weft-recognize-attention | FileCheck %s

// Half of the scale on each operand, a mask that is added, and a guard, as PyTorch's decomposition has it.
// CHECK-LABEL: weft.func @decomposed
// CHECK-SAME: %[[Q:[a-z0-9]+]]: tensor<1x2x4x16xf32>, %[[K:[a-z0-9]+]]: tensor<1x2x16x8xf32>, %[[V:[a-z0-9]+]]: tensor<1x2x8x32xf32>, %[[M:[a-z0-9]+]]: tensor<1x1x4x8xf32>
weft.func @decomposed(%q: tensor<1x2x4x16xf32>, %k: tensor<1x2x16x8xf32>, %v: tensor<1x2x8x32xf32>, %m: tensor<1x1x4x8xf32>) -> tensor<1x2x4x32xf32> {
  // CHECK: %[[T:.*]] = weft.transpose %[[K]] {permutation = array<i64: 0, 1, 3, 2>}
  // CHECK: %[[Y:.*]] = weft.attention %[[Q]], %[[T]], %[[V]] mask %[[M]] {scale = 2.500000e-01 : f32}
  // CHECK: weft.return %[[Y]]
  %h = weft.constant dense<0.5> : tensor<f32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %a = weft.mul %q, %h : (tensor<1x2x4x16xf32>, tensor<f32>) -> tensor<1x2x4x16xf32>
  %b = weft.mul %k, %h : (tensor<1x2x16x8xf32>, tensor<f32>) -> tensor<1x2x16x8xf32>
  %s = weft.contract "abmk,abkn->abmn" %a, %b : (tensor<1x2x4x16xf32>, tensor<1x2x16x8xf32>) -> tensor<1x2x4x8xf32>
  %t = weft.add %s, %m : (tensor<1x2x4x8xf32>, tensor<1x1x4x8xf32>) -> tensor<1x2x4x8xf32>
  %p = weft.softmax %t {dim = 3 : i64} : (tensor<1x2x4x8xf32>) -> tensor<1x2x4x8xf32>
  %n = weft.compare ne %p, %p : (tensor<1x2x4x8xf32>, tensor<1x2x4x8xf32>) -> tensor<1x2x4x8xi1>
  %g = weft.select %n, %zero, %p : (tensor<1x2x4x8xi1>, tensor<f32>, tensor<1x2x4x8xf32>) -> tensor<1x2x4x8xf32>
  %y = weft.contract "abmn,abnv->abmv" %g, %v : (tensor<1x2x4x8xf32>, tensor<1x2x8x32xf32>) -> tensor<1x2x4x32xf32>
  weft.return %y : tensor<1x2x4x32xf32>
}

// Three dimensions, the scale behind the contraction, excluded scores chosen away by a finite number, and a result that
// stands in another order.
// CHECK-LABEL: weft.func @three_dimensions
// CHECK-SAME: %[[Q:[a-z0-9]+]]: tensor<2x4x16xf32>, %[[K:[a-z0-9]+]]: tensor<2x8x16xf32>, %[[V:[a-z0-9]+]]: tensor<2x8x32xf32>, %[[C:[a-z0-9]+]]: tensor<4x8xi1>
weft.func @three_dimensions(%q: tensor<2x4x16xf32>, %k: tensor<2x8x16xf32>, %v: tensor<2x8x32xf32>, %c: tensor<4x8xi1>) -> tensor<4x2x32xf32> {
  // CHECK-DAG: %[[M:.*]] = weft.select %[[C]], %{{.*}}, %{{.*}} : (tensor<4x8xi1>, tensor<f32>, tensor<f32>) -> tensor<4x8xf32>
  // CHECK-DAG: %[[Q4:.*]] = weft.reshape %[[Q]] : (tensor<2x4x16xf32>) -> tensor<1x2x4x16xf32>
  // CHECK-DAG: %[[K4:.*]] = weft.reshape %[[K]] : (tensor<2x8x16xf32>) -> tensor<1x2x8x16xf32>
  // CHECK-DAG: %[[V4:.*]] = weft.reshape %[[V]] : (tensor<2x8x32xf32>) -> tensor<1x2x8x32xf32>
  // CHECK: %[[A:.*]] = weft.attention %[[Q4]], %[[K4]], %[[V4]] mask %[[M]] {scale = 1.250000e-01 : f32}
  // CHECK: %[[R:.*]] = weft.reshape %[[A]] : (tensor<1x2x4x32xf32>) -> tensor<2x4x32xf32>
  // CHECK: %[[Y:.*]] = weft.transpose %[[R]] {permutation = array<i64: 1, 0, 2>}
  // CHECK: weft.return %[[Y]]
  %d = weft.constant dense<8.0> : tensor<f32>
  %min = weft.constant dense<-3.4e38> : tensor<f32>
  %s = weft.contract "bmk,bnk->bmn" %q, %k : (tensor<2x4x16xf32>, tensor<2x8x16xf32>) -> tensor<2x4x8xf32>
  %t = weft.div %s, %d : (tensor<2x4x8xf32>, tensor<f32>) -> tensor<2x4x8xf32>
  %u = weft.select %c, %t, %min : (tensor<4x8xi1>, tensor<2x4x8xf32>, tensor<f32>) -> tensor<2x4x8xf32>
  %p = weft.softmax %u {dim = 2 : i64} : (tensor<2x4x8xf32>) -> tensor<2x4x8xf32>
  %y = weft.contract "bmn,bnv->mbv" %p, %v : (tensor<2x4x8xf32>, tensor<2x8x32xf32>) -> tensor<4x2x32xf32>
  weft.return %y : tensor<4x2x32xf32>
}

// No mask, no scale, unknown lengths.
// CHECK-LABEL: weft.func @plain
weft.func @plain(%q: tensor<1x2x?x16xf32>, %k: tensor<1x2x?x16xf32>) -> tensor<1x2x?x16xf32> {
  // CHECK: weft.attention %{{.*}}, %{{.*}}, %{{.*}} {scale = 1.000000e+00 : f32} : (tensor<1x2x?x16xf32>, tensor<1x2x?x16xf32>, tensor<1x2x?x16xf32>) -> tensor<1x2x?x16xf32>
  %s = weft.contract "abmk,abnk->abmn" %q, %k : (tensor<1x2x?x16xf32>, tensor<1x2x?x16xf32>) -> tensor<1x2x?x?xf32>
  %p = weft.softmax %s {dim = 3 : i64} : (tensor<1x2x?x?xf32>) -> tensor<1x2x?x?xf32>
  %y = weft.contract "abmn,abnv->abmv" %p, %k : (tensor<1x2x?x?xf32>, tensor<1x2x?x16xf32>) -> tensor<1x2x?x16xf32>
  weft.return %y : tensor<1x2x?x16xf32>
}

// Negative: an unknown mask may exclude a whole row, which softmax makes NaN.
// CHECK-LABEL: weft.func @unguarded
weft.func @unguarded(%q: tensor<1x2x4x16xf32>, %m: tensor<4x4xf32>) -> tensor<1x2x4x16xf32> {
  // CHECK: weft.softmax
  %s = weft.contract "abmk,abnk->abmn" %q, %q : (tensor<1x2x4x16xf32>, tensor<1x2x4x16xf32>) -> tensor<1x2x4x4xf32>
  %t = weft.add %s, %m : (tensor<1x2x4x4xf32>, tensor<4x4xf32>) -> tensor<1x2x4x4xf32>
  %p = weft.softmax %t {dim = 3 : i64} : (tensor<1x2x4x4xf32>) -> tensor<1x2x4x4xf32>
  %y = weft.contract "abmn,abnv->abmv" %p, %q : (tensor<1x2x4x4xf32>, tensor<1x2x4x16xf32>) -> tensor<1x2x4x16xf32>
  weft.return %y : tensor<1x2x4x16xf32>
}

// Negative: softmax along the queries, its logarithm, and a sum over the queries.
// CHECK-LABEL: weft.func @other_dimensions
weft.func @other_dimensions(%q: tensor<1x2x4x16xf32>) -> (tensor<1x2x4x16xf32>, tensor<1x2x4x16xf32>, tensor<1x2x4x16xf32>) {
  // CHECK-NOT: weft.attention
  %s = weft.contract "abmk,abnk->abmn" %q, %q : (tensor<1x2x4x16xf32>, tensor<1x2x4x16xf32>) -> tensor<1x2x4x4xf32>
  %p = weft.softmax %s {dim = 2 : i64} : (tensor<1x2x4x4xf32>) -> tensor<1x2x4x4xf32>
  %l = weft.softmax %s {dim = 3 : i64, log} : (tensor<1x2x4x4xf32>) -> tensor<1x2x4x4xf32>
  %r = weft.softmax %s {dim = 3 : i64} : (tensor<1x2x4x4xf32>) -> tensor<1x2x4x4xf32>
  %x = weft.contract "abmn,abnv->abmv" %p, %q : (tensor<1x2x4x4xf32>, tensor<1x2x4x16xf32>) -> tensor<1x2x4x16xf32>
  %y = weft.contract "abmn,abnv->abmv" %l, %q : (tensor<1x2x4x4xf32>, tensor<1x2x4x16xf32>) -> tensor<1x2x4x16xf32>
  %z = weft.contract "abmn,abmv->abnv" %r, %q : (tensor<1x2x4x4xf32>, tensor<1x2x4x16xf32>) -> tensor<1x2x4x16xf32>
  weft.return %x, %y, %z : tensor<1x2x4x16xf32>, tensor<1x2x4x16xf32>, tensor<1x2x4x16xf32>
}
