// RUN: weft-opt %s --weft-propagate-transposes | FileCheck %s

weft.parameter @bias : tensor<4x1x1xf32>
weft.parameter @filter : tensor<1x1x4x4xf32>
weft.parameter @columns : tensor<6x5xf32>
weft.parameter @matrix : tensor<16x4xf32>

// A whole residual block between two convolutions: one transposition at each end of the model is left.
// CHECK-LABEL: weft.func @residual
weft.func @residual(%x: tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32> {
  // CHECK: weft.transpose %{{.*}} {permutation = array<i64: 0, 2, 3, 1>}
  // CHECK: weft.conv
  // CHECK: %[[B:.*]] = weft.reshape %{{.*}} : (tensor<4x1x1xf32>) -> tensor<4xf32>
  // CHECK: weft.add %{{.*}}, %[[B]] : (tensor<1x8x8x4xf32>, tensor<4xf32>) -> tensor<1x8x8x4xf32>
  // CHECK-NOT: weft.transpose
  // CHECK: weft.conv
  // CHECK-NOT: weft.transpose
  // CHECK: weft.add {{.*}} : (tensor<1x8x8x4xf32>, tensor<1x8x8x4xf32>) -> tensor<1x8x8x4xf32>
  // CHECK: %[[Y:.*]] = weft.transpose %{{.*}} {permutation = array<i64: 0, 3, 1, 2>}
  // CHECK-NEXT: weft.return %[[Y]]
  %f = weft.get @filter : tensor<1x1x4x4xf32>
  %b = weft.get @bias : tensor<4x1x1xf32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %x0 = weft.transpose %x {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x4x8x8xf32>) -> tensor<1x8x8x4xf32>
  %c0 = weft.conv %x0, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>}
      : (tensor<1x8x8x4xf32>, tensor<1x1x4x4xf32>) -> tensor<1x8x8x4xf32>
  %n0 = weft.transpose %c0 {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x8x8xf32>
  %a0 = weft.add %n0, %b : (tensor<1x4x8x8xf32>, tensor<4x1x1xf32>) -> tensor<1x4x8x8xf32>
  %r0 = weft.max %a0, %zero : (tensor<1x4x8x8xf32>, tensor<f32>) -> tensor<1x4x8x8xf32>
  %x1 = weft.transpose %r0 {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x4x8x8xf32>) -> tensor<1x8x8x4xf32>
  %c1 = weft.conv %x1, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>}
      : (tensor<1x8x8x4xf32>, tensor<1x1x4x4xf32>) -> tensor<1x8x8x4xf32>
  %n1 = weft.transpose %c1 {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x8x8xf32>
  %y = weft.add %n1, %r0 : (tensor<1x4x8x8xf32>, tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  weft.return %y : tensor<1x4x8x8xf32>
}

// Squeeze and excite: the mean keeps its dimensions, and its transposition is none.
// CHECK-LABEL: weft.func @squeeze_excite
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<1x8x8x4xf32>
weft.func @squeeze_excite(%x: tensor<1x8x8x4xf32>) -> tensor<1x8x8x4xf32> {
  // CHECK-NOT: weft.transpose
  // CHECK: %[[M:.*]] = weft.reduce mean %[[X]] {dims = array<i64: 1, 2>, keep_dims}
  // CHECK: %[[C:.*]] = weft.conv %[[M]]
  // CHECK: %[[S:.*]] = weft.logistic %[[C]]
  // CHECK: %[[Y:.*]] = weft.mul %[[X]], %[[S]]
  // CHECK-NEXT: weft.return %[[Y]]
  %f = weft.get @filter : tensor<1x1x4x4xf32>
  %n = weft.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x8x8xf32>
  %m = weft.reduce mean %n {dims = array<i64: 2, 3>, keep_dims} : (tensor<1x4x8x8xf32>) -> tensor<1x4x1x1xf32>
  %m0 = weft.transpose %m {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x4x1x1xf32>) -> tensor<1x1x1x4xf32>
  %c = weft.conv %m0, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>}
     : (tensor<1x1x1x4xf32>, tensor<1x1x4x4xf32>) -> tensor<1x1x1x4xf32>
  %cn = weft.transpose %c {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x1x1x4xf32>) -> tensor<1x4x1x1xf32>
  %s = weft.logistic %cn : (tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
  %e = weft.mul %n, %s : (tensor<1x4x8x8xf32>, tensor<1x4x1x1xf32>) -> tensor<1x4x8x8xf32>
  %y = weft.transpose %e {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x4x8x8xf32>) -> tensor<1x8x8x4xf32>
  weft.return %y : tensor<1x8x8x4xf32>
}

// The head: pooled to one element a channel, the transposition is a reshape.
// CHECK-LABEL: weft.func @head
weft.func @head(%x: tensor<1x8x8x4xf32>) -> tensor<1x4xf32> {
  // CHECK-NOT: weft.transpose
  // CHECK: weft.reduce mean %{{.*}} {dims = array<i64: 1, 2>}
  // CHECK-NOT: weft.transpose
  // CHECK: weft.return
  %n = weft.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x8x8xf32>
  %y = weft.reduce mean %n {dims = array<i64: 2, 3>} : (tensor<1x4x8x8xf32>) -> tensor<1x4xf32>
  weft.return %y : tensor<1x4xf32>
}

// Patches of a vision transformer, with an unknown batch.
// CHECK-LABEL: weft.func @patches
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x14x14x8xf32>
weft.func @patches(%x: tensor<?x14x14x8xf32>) -> tensor<?x196x8xf32> {
  // CHECK: %[[S:.*]] = weft.constant dense<[-1, 196, 8]>
  // CHECK: %[[Y:.*]] = weft.reshape %[[X]], %[[S]] : (tensor<?x14x14x8xf32>, tensor<3xi64>) -> tensor<?x196x8xf32>
  // CHECK: weft.return %[[Y]]
  %s = weft.constant dense<[-1, 8, 196]> : tensor<3xi64>
  %n = weft.transpose %x {permutation = array<i64: 0, 3, 1, 2>} : (tensor<?x14x14x8xf32>) -> tensor<?x8x14x14xf32>
  %r = weft.reshape %n, %s : (tensor<?x8x14x14xf32>, tensor<3xi64>) -> tensor<?x8x196xf32>
  %y = weft.transpose %r {permutation = array<i64: 0, 2, 1>} : (tensor<?x8x196xf32>) -> tensor<?x196x8xf32>
  weft.return %y : tensor<?x196x8xf32>
}

// Negative: the reshape merges dimensions that do not lie side by side.
// CHECK-LABEL: weft.func @merges_others
weft.func @merges_others(%x: tensor<2x3x4xf32>) -> tensor<2x12xf32> {
  // CHECK: weft.transpose
  // CHECK: weft.reshape
  %t = weft.transpose %x {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x4xf32>) -> tensor<2x4x3xf32>
  %y = weft.reshape %t : (tensor<2x4x3xf32>) -> tensor<2x12xf32>
  weft.return %y : tensor<2x12xf32>
}

// Attributes and lists that name dimensions follow the permutation.
// CHECK-LABEL: weft.func @dimensions
weft.func @dimensions(%x: tensor<2x3x4xf32>, %i: tensor<i64>) -> (tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<2x3x3xf32>, tensor<3x3x4xf32>, tensor<2x6x4xf32>, tensor<2x4xf32>, tensor<3x4xi64>, tensor<2x3xf32>) {
  %a = weft.constant dense<[1]> : tensor<1xi64>
  %b = weft.constant dense<[4]> : tensor<1xi64>
  %low = weft.constant dense<[0, 0, 1]> : tensor<3xi64>
  %high = weft.constant dense<[0, 0, 0]> : tensor<3xi64>
  %z = weft.constant dense<0.0> : tensor<f32>
  // %t is [3, 4, 2]: its dimensions are those of %x at 1, 2, 0.
  %t = weft.transpose %x {permutation = array<i64: 1, 2, 0>} : (tensor<2x3x4xf32>) -> tensor<3x4x2xf32>
  // CHECK: weft.softmax %{{.*}} {dim = 2 : i64} : (tensor<2x3x4xf32>)
  %s = weft.softmax %t {dim = 1 : i64} : (tensor<3x4x2xf32>) -> tensor<3x4x2xf32>
  // CHECK: weft.normalize %{{.*}} {dims = array<i64: 2, 0>, epsilon
  %n = weft.normalize %t {dims = array<i64: 1, 2>, epsilon = 1.0e-5 : f32} : (tensor<3x4x2xf32>) -> tensor<3x4x2xf32>
  // CHECK: weft.slice {{.*}} {dims = array<i64: 2>} {{.*}} -> tensor<2x3x3xf32>
  %l = weft.slice %t, %a, %b, %a {dims = array<i64: 1>} : (tensor<3x4x2xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<3x3x2xf32>
  // CHECK: %[[LOW:.*]] = weft.constant dense<[1, 0, 0]>
  // CHECK: weft.pad constant %{{.*}}, %[[LOW]]
  %p = weft.pad constant %t, %low, %high, %z : (tensor<3x4x2xf32>, tensor<3xi64>, tensor<3xi64>, tensor<f32>) -> tensor<3x4x3xf32>
  // CHECK: weft.concat {{.*}} {dim = 1 : i64} : (tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x6x4xf32>
  %c = weft.concat %t, %t {dim = 0 : i64} : (tensor<3x4x2xf32>, tensor<3x4x2xf32>) -> tensor<6x4x2xf32>
  // CHECK: weft.gather %{{.*}}, %{{.*}} {dim = 1 : i64} : (tensor<2x3x4xf32>, tensor<i64>) -> tensor<2x4xf32>
  %g = weft.gather %t, %i {dim = 0 : i64} : (tensor<3x4x2xf32>, tensor<i64>) -> tensor<4x2xf32>
  // CHECK: weft.arg_reduce max %{{.*}} {dim = 0 : i64} : (tensor<2x3x4xf32>) -> tensor<3x4xi64>
  %m = weft.arg_reduce max %t {dim = 2 : i64} : (tensor<3x4x2xf32>) -> tensor<3x4xi64>
  // CHECK: %[[R:.*]] = weft.reduce sum %{{.*}} {dims = array<i64: 2>} : (tensor<2x3x4xf32>) -> tensor<2x3xf32>
  %r = weft.reduce sum %t {dims = array<i64: 1>} : (tensor<3x4x2xf32>) -> tensor<3x2xf32>
  %s1 = weft.transpose %s {permutation = array<i64: 2, 0, 1>} : (tensor<3x4x2xf32>) -> tensor<2x3x4xf32>
  %n1 = weft.transpose %n {permutation = array<i64: 2, 0, 1>} : (tensor<3x4x2xf32>) -> tensor<2x3x4xf32>
  %l1 = weft.transpose %l {permutation = array<i64: 2, 0, 1>} : (tensor<3x3x2xf32>) -> tensor<2x3x3xf32>
  %p1 = weft.transpose %p {permutation = array<i64: 2, 0, 1>} : (tensor<3x4x3xf32>) -> tensor<3x3x4xf32>
  %c1 = weft.transpose %c {permutation = array<i64: 2, 0, 1>} : (tensor<6x4x2xf32>) -> tensor<2x6x4xf32>
  %g1 = weft.transpose %g {permutation = array<i64: 1, 0>} : (tensor<4x2xf32>) -> tensor<2x4xf32>
  %r1 = weft.transpose %r {permutation = array<i64: 1, 0>} : (tensor<3x2xf32>) -> tensor<2x3xf32>
  // CHECK-NOT: weft.transpose
  weft.return %s1, %n1, %l1, %p1, %c1, %g1, %m, %r1 : tensor<2x3x4xf32>, tensor<2x3x4xf32>, tensor<2x3x3xf32>, tensor<3x3x4xf32>, tensor<2x6x4xf32>, tensor<2x4xf32>, tensor<3x4xi64>, tensor<2x3xf32>
}

// Contractions take transpositions of operands, and of the result, as another order of letters.
// CHECK-LABEL: weft.func @contract
// CHECK-SAME: %[[A:[a-z0-9]+]]: tensor<5x4xf32>, %[[B:[a-z0-9]+]]: tensor<6x5xf32>
weft.func @contract(%a: tensor<5x4xf32>, %b: tensor<6x5xf32>) -> tensor<6x4xf32> {
  // CHECK-NEXT: %[[Y:.*]] = weft.contract "km,nk->nm" %[[A]], %[[B]]
  // CHECK-NEXT: weft.return %[[Y]]
  %at = weft.transpose %a {permutation = array<i64: 1, 0>} : (tensor<5x4xf32>) -> tensor<4x5xf32>
  %bt = weft.transpose %b {permutation = array<i64: 1, 0>} : (tensor<6x5xf32>) -> tensor<5x6xf32>
  %c = weft.contract "mk,kn->mn" %at, %bt : (tensor<4x5xf32>, tensor<5x6xf32>) -> tensor<4x6xf32>
  %y = weft.transpose %c {permutation = array<i64: 1, 0>} : (tensor<4x6xf32>) -> tensor<6x4xf32>
  weft.return %y : tensor<6x4xf32>
}

// Sizes are asked of what is transposed.
// CHECK-LABEL: weft.func @sizes
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x4xf32>
weft.func @sizes(%x: tensor<?x4xf32>) -> (tensor<i64>, tensor<2xi64>) {
  // CHECK-NOT: weft.transpose
  // CHECK: weft.dim %[[X]] {dim = 0 : i64}
  // CHECK: %[[S:.*]] = weft.shape %[[X]]
  // CHECK: %[[O:.*]] = weft.constant dense<[1, 0]>
  // CHECK: weft.gather %[[S]], %[[O]]
  %t = weft.transpose %x {permutation = array<i64: 1, 0>} : (tensor<?x4xf32>) -> tensor<4x?xf32>
  %n = weft.dim %t {dim = 1 : i64} : (tensor<4x?xf32>) -> tensor<i64>
  %s = weft.shape %t : (tensor<4x?xf32>) -> tensor<2xi64>
  weft.return %n, %s : tensor<i64>, tensor<2xi64>
}

// Only one of two operands was transposed: the sum's transposition is the dearer one, so that it is lifted.
// CHECK-LABEL: weft.func @lift
// CHECK-SAME: %[[A:[a-z0-9]+]]: tensor<2x3x4xf32>, %[[B:[a-z0-9]+]]: tensor<4x3x2xf32>
weft.func @lift(%a: tensor<2x3x4xf32>, %b: tensor<4x3x2xf32>) -> tensor<2x3x4xf32> {
  // CHECK: %[[T:.*]] = weft.transpose %[[B]] {permutation = array<i64: 2, 1, 0>}
  // CHECK: %[[S:.*]] = weft.add %[[A]], %[[T]]
  // CHECK: %[[E:.*]] = weft.exp %[[S]]
  // CHECK: weft.return %[[E]]
  %t = weft.transpose %a {permutation = array<i64: 2, 1, 0>} : (tensor<2x3x4xf32>) -> tensor<4x3x2xf32>
  %s = weft.add %t, %b : (tensor<4x3x2xf32>, tensor<4x3x2xf32>) -> tensor<4x3x2xf32>
  %e = weft.exp %s : (tensor<4x3x2xf32>) -> tensor<4x3x2xf32>
  %y = weft.transpose %e {permutation = array<i64: 2, 1, 0>} : (tensor<4x3x2xf32>) -> tensor<2x3x4xf32>
  weft.return %y : tensor<2x3x4xf32>
}

// An unknown number of batches is split from heads between two transposes: they cancel.
// CHECK-LABEL: weft.func @unknown_batches
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x12x5x4xf32>
weft.func @unknown_batches(%x: tensor<?x12x5x4xf32>) -> tensor<?x12x5x4xf32> {
  // CHECK-NOT: weft.transpose
  // CHECK: weft.return
  %three = weft.constant dense<[-1, 5, 4]> : tensor<3xi64>
  %four = weft.constant dense<[-1, 12, 4, 5]> : tensor<4xi64>
  %m = weft.reshape %x, %three : (tensor<?x12x5x4xf32>, tensor<3xi64>) -> tensor<?x5x4xf32>
  %t = weft.transpose %m {permutation = array<i64: 0, 2, 1>} : (tensor<?x5x4xf32>) -> tensor<?x4x5xf32>
  %s = weft.reshape %t, %four : (tensor<?x4x5xf32>, tensor<4xi64>) -> tensor<?x12x4x5xf32>
  %y = weft.transpose %s {permutation = array<i64: 0, 1, 3, 2>} : (tensor<?x12x4x5xf32>) -> tensor<?x12x5x4xf32>
  weft.return %y : tensor<?x12x5x4xf32>
}

// Negative: sinking below the sum would move another operand instead.
// CHECK-LABEL: weft.func @stays
// CHECK-SAME: %[[A:[a-z0-9]+]]: tensor<2x3x4xf32>
weft.func @stays(%a: tensor<2x3x4xf32>, %b: tensor<4x3x2xf32>) -> tensor<4x3x2xf32> {
  // CHECK-NEXT: %[[T:.*]] = weft.transpose %[[A]]
  // CHECK-NEXT: weft.add %[[T]]
  %t = weft.transpose %a {permutation = array<i64: 2, 1, 0>} : (tensor<2x3x4xf32>) -> tensor<4x3x2xf32>
  %s = weft.add %t, %b : (tensor<4x3x2xf32>, tensor<4x3x2xf32>) -> tensor<4x3x2xf32>
  weft.return %s : tensor<4x3x2xf32>
}

// Negative: an unknown padding cannot be permuted.
// CHECK-LABEL: weft.func @unknown_padding
weft.func @unknown_padding(%a: tensor<2x3xf32>, %low: tensor<2xi64>, %z: tensor<f32>) -> tensor<?x?xf32> {
  // CHECK-NEXT: weft.transpose
  // CHECK-NEXT: weft.pad
  %t = weft.transpose %a {permutation = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  %y = weft.pad edge %t, %low, %low, %z : (tensor<3x2xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> tensor<?x?xf32>
  weft.return %y : tensor<?x?xf32>
}
