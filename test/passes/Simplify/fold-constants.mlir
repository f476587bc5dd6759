// RUN: weft-opt %s --weft-fold-constants | FileCheck %s
// RUN: weft-opt %s --weft-fold-constants=size-limit=4 | FileCheck %s --check-prefix=SMALL
// RUN: weft-opt %s --weft-fold-constants=keep-codes | FileCheck %s --check-prefix=CODES

// CHECK-NOT: weft.parameter @w :
// CHECK: weft.parameter @w.transpose = dense<{{\[\[}}1.{{.*}}, 9.{{.*}}], [2.
// CHECK-SAME: : tensor<8x4xf32> {source = "model.w"}
// CHECK-NOT: @unused
weft.parameter @w = dense<[[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], [9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0],
                           [17.0, 18.0, 19.0, 20.0, 21.0, 22.0, 23.0, 24.0], [25.0, 26.0, 27.0, 28.0, 29.0, 30.0, 31.0, 32.0]]> : tensor<4x8xf32> {source = "model.w"}
weft.parameter @unused = dense<1.0> : tensor<2xf32>

// CHECK-LABEL: weft.func @weight
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<8x4xf32>
weft.func @weight(%x: tensor<8x4xf32>) -> tensor<8x4xf32> {
  // CHECK-NEXT: %[[W:.*]] = weft.get @w.transpose : tensor<8x4xf32>
  // CHECK-NEXT: weft.add %[[X]], %[[W]]
  %w = weft.get @w : tensor<4x8xf32>
  %t = weft.transpose %w {permutation = array<i64: 1, 0>} : (tensor<4x8xf32>) -> tensor<8x4xf32>
  %y = weft.add %x, %t : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
  weft.return %y : tensor<8x4xf32>
}

// CHECK-LABEL: weft.func @scalars
weft.func @scalars(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: %[[C:.*]] = weft.constant dense<4.000000e+00> : tensor<f32>
  // CHECK-NEXT: weft.mul %{{.*}}, %[[C]]
  %a = weft.constant dense<16.0> : tensor<f32>
  %r = weft.sqrt %a : (tensor<f32>) -> tensor<f32>
  %y = weft.mul %x, %r : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}

// Negative: products widen weights of 16 bits where they read them. A cast that is for something else, too, or a product of constants, is folded.
weft.parameter @half = dense<2.0> : tensor<5x4xf16>
weft.parameter @both = dense<2.0> : tensor<5x4xf16>
// CHECK-LABEL: weft.func @widened
weft.func @widened(%x: tensor<3x4xf32>) -> (tensor<3x5xf32>, tensor<3x5xf32>, tensor<5x4xf32>, tensor<5x5xf32>) {
  // CHECK: %[[HALF:.*]] = weft.get @half : tensor<5x4xf16>
  // CHECK: %[[WIDE:.*]] = weft.cast %[[HALF]]
  // CHECK: weft.contract "mk,nk->mn" %{{.*}}, %[[WIDE]]
  // CHECK: %[[BOTH:.*]] = weft.get @both.cast : tensor<5x4xf32>
  // CHECK: weft.contract "mk,nk->mn" %{{.*}}, %[[BOTH]]
  // CHECK-NOT: weft.contract
  %h = weft.get @half : tensor<5x4xf16>
  %w = weft.cast %h : (tensor<5x4xf16>) -> tensor<5x4xf32>
  %0 = weft.contract "mk,nk->mn" %x, %w : (tensor<3x4xf32>, tensor<5x4xf32>) -> tensor<3x5xf32>
  %b = weft.get @both : tensor<5x4xf16>
  %v = weft.cast %b : (tensor<5x4xf16>) -> tensor<5x4xf32>
  %1 = weft.contract "mk,nk->mn" %x, %v : (tensor<3x4xf32>, tensor<5x4xf32>) -> tensor<3x5xf32>
  %u = weft.cast %h : (tensor<5x4xf16>) -> tensor<5x4xf32>
  %2 = weft.contract "mk,nk->mn" %u, %v : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x5xf32>
  weft.return %0, %1, %v, %2 : tensor<3x5xf32>, tensor<3x5xf32>, tensor<5x4xf32>, tensor<5x5xf32>
}

// Negative: a result larger than its operands and than the limit.
// CHECK-LABEL: weft.func @large
// SMALL-LABEL: weft.func @large
weft.func @large(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: weft.constant dense<0.000000e+00> : tensor<4xf32>
  // SMALL: weft.broadcast
  %z = weft.constant dense<0.0> : tensor<f32>
  %s = weft.constant dense<[4]> : tensor<1xi64>
  %b = weft.broadcast %z, %s : (tensor<f32>, tensor<1xi64>) -> tensor<4xf32>
  %y = weft.sub %b, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}

// What joins operands is as large as they are together.
// SMALL-LABEL: weft.func @joined_constants
weft.func @joined_constants(%x: tensor<4xf32>) -> tensor<4xf32> {
  // SMALL-NEXT: weft.constant dense<[1.000000e+00, 2.000000e+00, 3.000000e+00, 4.000000e+00]> : tensor<4xf32>
  // SMALL-NEXT: weft.sub
  %a = weft.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %b = weft.constant dense<[3.0, 4.0]> : tensor<2xf32>
  %j = weft.concat %a, %b {dim = 0 : i64} : (tensor<2xf32>, tensor<2xf32>) -> tensor<4xf32>
  %y = weft.sub %j, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}

// Negative: an index out of range fails at run time.
// CHECK-LABEL: weft.func @fails
weft.func @fails() -> tensor<f32> {
  // CHECK: weft.gather
  %d = weft.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %i = weft.constant dense<5> : tensor<i64>
  %y = weft.gather %d, %i {dim = 0 : i64} : (tensor<2xf32>, tensor<i64>) -> tensor<f32>
  weft.return %y : tensor<f32>
}

// Negative: what depends on an input.
// CHECK-LABEL: weft.func @input
weft.func @input(%x: tensor<f32>) -> tensor<f32> {
  // CHECK: weft.exp
  %y = weft.exp %x : (tensor<f32>) -> tensor<f32>
  weft.return %y : tensor<f32>
}

// The weights of gates, joined: what is read vanishes, so the result may be larger than each operand.
weft.parameter @gates = dense<1.0> : tensor<4x2xf32>
weft.parameter @other = dense<2.0> : tensor<4x2xf32>
// SMALL-LABEL: weft.func @joined
weft.func @joined(%x: tensor<2x8xf32>) -> tensor<2x8xf32> {
  // SMALL-NEXT: weft.constant dense<{{\[\[}}1.{{.*}} 1.{{.*}} 1.{{.*}} 1.{{.*}} 2.{{.*}} 2.{{.*}} 2.{{.*}} 2.{{.*}}], [1.
  // SMALL-NEXT: weft.add
  %a = weft.get @gates : tensor<4x2xf32>
  %b = weft.get @other : tensor<4x2xf32>
  %c = weft.concat %a, %b {dim = 0 : i64} : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<8x2xf32>
  %t = weft.transpose %c {permutation = array<i64: 1, 0>} : (tensor<8x2xf32>) -> tensor<2x8xf32>
  %y = weft.add %x, %t : (tensor<2x8xf32>, tensor<2x8xf32>) -> tensor<2x8xf32>
  weft.return %y : tensor<2x8xf32>
}

// Negative: an operand that is joined with itself, one that is used elsewhere in the function, and one that another function reads.
weft.parameter @twice = dense<1.0> : tensor<4x2xf32>
weft.parameter @kept = dense<1.0> : tensor<4x2xf32>
weft.parameter @shared = dense<1.0> : tensor<4x2xf32>
// SMALL-LABEL: weft.func @remaining
weft.func @remaining(%x: tensor<8x2xf32>) -> (tensor<8x2xf32>, tensor<8x2xf32>, tensor<8x2xf32>, tensor<4x2xf32>) {
  // SMALL-COUNT-3: weft.concat
  %a = weft.get @twice : tensor<4x2xf32>
  %aa = weft.concat %a, %a {dim = 0 : i64} : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<8x2xf32>
  %b = weft.get @kept : tensor<4x2xf32>
  %n = weft.neg %a : (tensor<4x2xf32>) -> tensor<4x2xf32>
  %bb = weft.concat %b, %n {dim = 0 : i64} : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<8x2xf32>
  %c = weft.get @shared : tensor<4x2xf32>
  %m = weft.exp %a : (tensor<4x2xf32>) -> tensor<4x2xf32>
  %cc = weft.concat %c, %m {dim = 0 : i64} : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<8x2xf32>
  %0 = weft.add %x, %aa : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
  %1 = weft.add %x, %bb : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
  %2 = weft.add %x, %cc : (tensor<8x2xf32>, tensor<8x2xf32>) -> tensor<8x2xf32>
  weft.return %0, %1, %2, %b : tensor<8x2xf32>, tensor<8x2xf32>, tensor<8x2xf32>, tensor<4x2xf32>
}
weft.func @reader() -> tensor<4x2xf32> {
  %c = weft.get @shared : tensor<4x2xf32>
  weft.return %c : tensor<4x2xf32>
}

// Weights of bytes are widened where they are small, or kept; biases of 32 bits are widened.

// CHECK-LABEL: weft.func @codes
// CHECK-NOT: weft.dequantize
// CODES-LABEL: weft.func @codes
// CODES: %[[Q:.*]] = weft.constant dense<[1, 2]> : tensor<2xi8>
// CODES: weft.dequantize %[[Q]]
// CODES-NOT: weft.dequantize
weft.func @codes(%x: tensor<2xf32>) -> tensor<2xf32> {
  %q = weft.constant dense<[1, 2]> : tensor<2xi8>
  %b = weft.constant dense<[300, 400]> : tensor<2xi32>
  %s = weft.constant dense<0.5> : tensor<f32>
  %w = weft.dequantize %q, %s : (tensor<2xi8>, tensor<f32>) -> tensor<2xf32>
  %v = weft.dequantize %b, %s : (tensor<2xi32>, tensor<f32>) -> tensor<2xf32>
  %y = weft.mul %x, %w : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %z = weft.add %y, %v : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  weft.return %z : tensor<2xf32>
}
