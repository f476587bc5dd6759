// RUN: weft-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: @identities(
// CHECK-SAME:    %[[I:.*]]: tensor<4xi32>, %[[F:.*]]: tensor<4xf32>
weft.func @identities(%i: tensor<4xi32>, %f: tensor<4xf32>) -> (tensor<4xi32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %zero = weft.constant dense<0> : tensor<i32>
  %fzero = weft.constant dense<0.0> : tensor<f32>
  %one = weft.constant dense<1.0> : tensor<4xf32>
  %a = weft.add %i, %zero : (tensor<4xi32>, tensor<i32>) -> tensor<4xi32>
  %b = weft.sub %f, %fzero : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %c = weft.mul %one, %f : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %d = weft.div %f, %one : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %e = weft.cast %f : (tensor<4xf32>) -> tensor<4xf32>
  // CHECK-NEXT: weft.return %[[I]], %[[F]], %[[F]], %[[F]], %[[F]]
  weft.return %a, %b, %c, %d, %e : tensor<4xi32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// Adding 0.0 turns -0.0 into 0.0, and subtracting -0.0 does too.
// CHECK-LABEL: @zeros_with_signs(
weft.func @zeros_with_signs(%f: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %zero = weft.constant dense<0.0> : tensor<f32>
  %negative = weft.constant dense<-0.0> : tensor<f32>
  // CHECK: weft.add
  // CHECK: weft.sub
  %a = weft.add %f, %zero : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %b = weft.sub %f, %negative : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  weft.return %a, %b : tensor<4xf32>, tensor<4xf32>
}

// The neutral operand decides about the result's shape here.
// CHECK-LABEL: @neutral_but_larger(
weft.func @neutral_but_larger(%i: tensor<i32>) -> tensor<4xi32> {
  %zero = weft.constant dense<0> : tensor<4xi32>
  // CHECK: weft.add
  %a = weft.add %i, %zero : (tensor<i32>, tensor<4xi32>) -> tensor<4xi32>
  weft.return %a : tensor<4xi32>
}

// CHECK-LABEL: @shapes(
weft.func @shapes(%x: tensor<4x?xf32>, %y: tensor<2x3xf32>) -> (tensor<2xi64>, tensor<i64>, tensor<2xi64>, tensor<i64>) {
  // CHECK-DAG: %[[SHAPE:.*]] = weft.constant dense<[2, 3]> : tensor<2xi64>
  // CHECK-DAG: %[[DIM:.*]] = weft.constant dense<4> : tensor<i64>
  // CHECK-DAG: %[[KEPT:.*]] = weft.shape %{{.*}} : (tensor<4x?xf32>)
  // CHECK-DAG: %[[KEPT_DIM:.*]] = weft.dim %{{.*}} {dim = 1 : i64}
  %a = weft.shape %y : (tensor<2x3xf32>) -> tensor<2xi64>
  %b = weft.dim %x {dim = 0 : i64} : (tensor<4x?xf32>) -> tensor<i64>
  %c = weft.shape %x : (tensor<4x?xf32>) -> tensor<2xi64>
  %d = weft.dim %x {dim = 1 : i64} : (tensor<4x?xf32>) -> tensor<i64>
  // CHECK: weft.return %[[SHAPE]], %[[DIM]], %[[KEPT]], %[[KEPT_DIM]]
  weft.return %a, %b, %c, %d : tensor<2xi64>, tensor<i64>, tensor<2xi64>, tensor<i64>
}

// CHECK-LABEL: @reshapes(
// CHECK-SAME:    %[[X:.*]]: tensor<4x6xf32>, %[[S:.*]]: tensor<2xi64>, %[[D:.*]]: tensor<?x6xf32>
weft.func @reshapes(%x: tensor<4x6xf32>, %s: tensor<2xi64>, %d: tensor<?x6xf32>) -> (tensor<4x6xf32>, tensor<24xf32>, tensor<2x12xf32>, tensor<2x2xf32>, tensor<?x6xf32>) {
  // CHECK-DAG: %[[C:.*]] = weft.constant dense<{{\[\[}}1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00{{\]\]}}> : tensor<2x2xf32>
  // CHECK-DAG: %[[MERGED:.*]] = weft.reshape %[[X]] : (tensor<4x6xf32>) -> tensor<24xf32>
  // CHECK-DAG: %[[DROPPED:.*]] = weft.reshape %[[X]] : (tensor<4x6xf32>) -> tensor<2x12xf32>
  // CHECK-DAG: %[[KEPT:.*]] = weft.reshape %[[D]], %[[S]]
  %a = weft.reshape %x : (tensor<4x6xf32>) -> tensor<4x6xf32>
  %b = weft.reshape %x : (tensor<4x6xf32>) -> tensor<6x4xf32>
  %c = weft.reshape %b : (tensor<6x4xf32>) -> tensor<24xf32>
  %e = weft.reshape %x, %s : (tensor<4x6xf32>, tensor<2xi64>) -> tensor<2x12xf32>
  %k = weft.constant dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
  %f = weft.reshape %k : (tensor<4xf32>) -> tensor<2x2xf32>
  %g = weft.reshape %d, %s : (tensor<?x6xf32>, tensor<2xi64>) -> tensor<?x6xf32>
  // CHECK: weft.return %[[X]], %[[MERGED]], %[[DROPPED]], %[[C]], %[[KEPT]]
  weft.return %a, %c, %e, %f, %g : tensor<4x6xf32>, tensor<24xf32>, tensor<2x12xf32>, tensor<2x2xf32>, tensor<?x6xf32>
}

// CHECK-LABEL: @movement(
// CHECK-SAME:    %[[X:.*]]: tensor<2x3x4xf32>
weft.func @movement(%x: tensor<2x3x4xf32>) -> (tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<4x2x3xf32>, tensor<2x2xf32>) {
  // CHECK-DAG: %[[SPLAT:.*]] = weft.constant dense<7.000000e+00> : tensor<2x2xf32>
  // CHECK-DAG: %[[TURNED:.*]] = weft.transpose %[[X]] {permutation = array<i64: 2, 0, 1>}
  %shape = weft.constant dense<[2, 3, 4]> : tensor<3xi64>
  %zeros = weft.constant dense<0> : tensor<3xi64>
  %ones = weft.constant dense<1> : tensor<3xi64>
  %v = weft.constant dense<0.0> : tensor<f32>
  %a = weft.broadcast %x, %shape : (tensor<2x3x4xf32>, tensor<3xi64>) -> tensor<2x3x4xf32>
  %b = weft.transpose %x {permutation = array<i64: 0, 1, 2>} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %c = weft.slice %x, %zeros, %shape, %ones {dims = array<i64: 0, 1, 2>} : (tensor<2x3x4xf32>, tensor<3xi64>, tensor<3xi64>, tensor<3xi64>) -> tensor<2x3x4xf32>
  %d = weft.pad constant %x, %zeros, %zeros, %v : (tensor<2x3x4xf32>, tensor<3xi64>, tensor<3xi64>, tensor<f32>) -> tensor<2x3x4xf32>
  %e = weft.concat %x {dim = 0 : i64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %f = weft.transpose %x {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x4xf32>) -> tensor<2x4x3xf32>
  %g = weft.transpose %f {permutation = array<i64: 1, 0, 2>} : (tensor<2x4x3xf32>) -> tensor<4x2x3xf32>
  %seven = weft.constant dense<7.0> : tensor<f32>
  %two = weft.constant dense<2> : tensor<2xi64>
  %h = weft.broadcast %seven, %two : (tensor<f32>, tensor<2xi64>) -> tensor<2x2xf32>
  // CHECK: weft.return %[[X]], %[[X]], %[[X]], %[[X]], %[[X]], %[[TURNED]], %[[SPLAT]]
  weft.return %a, %b, %c, %d, %e, %g, %h : tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<4x2x3xf32>, tensor<2x2xf32>
}

// A slice that runs backwards keeps the shape and not the order.
// CHECK-LABEL: @backwards(
weft.func @backwards(%x: tensor<4xf32>) -> tensor<4xf32> {
  %start = weft.constant dense<3> : tensor<1xi64>
  %end = weft.constant dense<-5> : tensor<1xi64>
  %step = weft.constant dense<-1> : tensor<1xi64>
  // CHECK: weft.slice
  %y = weft.slice %x, %start, %end, %step {dims = array<i64: 0>} : (tensor<4xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}

// CHECK-LABEL: @known_branch(
// CHECK-SAME:    %[[X:.*]]: tensor<4xf32>
weft.func @known_branch(%x: tensor<4xf32>) -> tensor<4xf32> {
  %c = weft.constant dense<false> : tensor<i1>
  // CHECK-NOT: weft.if
  // CHECK: %[[Y:.*]] = weft.neg %[[X]]
  %y = weft.if %c : tensor<i1> -> (tensor<4xf32>) {
    weft.yield %x : tensor<4xf32>
  } else {
    %n = weft.neg %x : (tensor<4xf32>) -> tensor<4xf32>
    weft.yield %n : tensor<4xf32>
  }
  // CHECK: weft.return %[[Y]]
  weft.return %y : tensor<4xf32>
}

// Unused pure ops go; the order of the operands of commutative ones is fixed.
// CHECK-LABEL: @unused(
weft.func @unused(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NOT: weft.exp
  // CHECK: %[[C:.*]] = weft.constant
  // CHECK: weft.max %{{.*}}, %[[C]]
  %e = weft.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  %c = weft.constant dense<2.0> : tensor<f32>
  %m = weft.max %c, %x : (tensor<f32>, tensor<4xf32>) -> tensor<4xf32>
  weft.return %m : tensor<4xf32>
}
