// RUN: weft-opt %s --split-input-file --weft-form-dispatches | FileCheck %s

// What follows a heavy op elementwise is computed where its tile is at hand; parameters are marked.

// CHECK-LABEL: weft.func @contract_bias_tanh
// CHECK: %[[Y:.*]] = weft.dispatch @contract_0(%{{.*}}, %{{.*}}, %{{.*}})
// CHECK-NEXT: weft.return %[[Y]]
// CHECK: weft.func private @contract_0(%{{.*}}: tensor<4x8xf32>, %{{.*}}: tensor<8x16xf32> {weft.parameter}, %{{.*}}: tensor<16xf32> {weft.parameter})
// CHECK-NEXT: weft.contract
// CHECK-NEXT: weft.add
// CHECK-NEXT: weft.tanh
// CHECK-NEXT: weft.return
weft.parameter @w : tensor<8x16xf32>
weft.parameter @b : tensor<16xf32>
weft.func @contract_bias_tanh(%x: tensor<4x8xf32>) -> tensor<4x16xf32> {
  %w = weft.get @w : tensor<8x16xf32>
  %b = weft.get @b : tensor<16xf32>
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %a = weft.add %c, %b : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
  %y = weft.tanh %a : (tensor<4x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// -----

// Not where the result has another user: it would be computed twice, or kept as well.

// CHECK-LABEL: weft.func @two_users
// CHECK: %[[C:.*]] = weft.dispatch @contract_0
// CHECK: %[[Y:.*]] = weft.dispatch @tanh_1(%[[C]])
// CHECK: weft.return %[[C]], %[[Y]]
weft.func @two_users(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>) -> (tensor<4x16xf32>, tensor<4x16xf32>) {
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %y = weft.tanh %c : (tensor<4x16xf32>) -> tensor<4x16xf32>
  weft.return %c, %y : tensor<4x16xf32>, tensor<4x16xf32>
}

// -----

// Branches that elementwise ops bring together again are one chain.

// CHECK-LABEL: weft.func @branches
// CHECK: weft.dispatch @contract_0
// CHECK-NEXT: weft.return
weft.func @branches(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>) -> tensor<4x16xf32> {
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %s = weft.logistic %c : (tensor<4x16xf32>) -> tensor<4x16xf32>
  %t = weft.tanh %s : (tensor<4x16xf32>) -> tensor<4x16xf32>
  %y = weft.mul %c, %t : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// -----

// Not where one of them leads elsewhere.

// CHECK-LABEL: weft.func @open_branch
// CHECK: %[[C:.*]] = weft.dispatch @contract_0
// CHECK: %[[S:.*]] = weft.dispatch @logistic_1(%[[C]])
// CHECK: weft.dispatch @mul_2(%[[C]], %[[S]])
weft.func @open_branch(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>) -> (tensor<4x16xf32>, tensor<4x16xf32>) {
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %s = weft.logistic %c : (tensor<4x16xf32>) -> tensor<4x16xf32>
  %y = weft.mul %c, %s : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  weft.return %y, %s : tensor<4x16xf32>, tensor<4x16xf32>
}

// -----

// Two uses by one op are one user.

// CHECK-LABEL: weft.func @square
// CHECK: weft.dispatch @contract_0
// CHECK-NEXT: weft.return
weft.func @square(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>) -> tensor<4x16xf32> {
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %y = weft.mul %c, %c : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// -----

// Not where the shape grows: the loops are those of the heavy op.

// CHECK-LABEL: weft.func @heavy_grows
// CHECK: weft.dispatch @contract_0
// CHECK: weft.dispatch @add_1
weft.func @heavy_grows(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>, %z: tensor<2x4x16xf32>) -> tensor<2x4x16xf32> {
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %y = weft.add %c, %z : (tensor<4x16xf32>, tensor<2x4x16xf32>) -> tensor<2x4x16xf32>
  weft.return %y : tensor<2x4x16xf32>
}

// -----

// Not what moves elements, nor what is heavy itself, nor rows.

// CHECK-LABEL: weft.func @heavy_then_others
// CHECK: %[[C:.*]] = weft.dispatch @contract_0
// CHECK: %[[T:.*]] = weft.dispatch @transpose_1(%[[C]])
// CHECK: %[[D:.*]] = weft.dispatch @contract_2(%[[T]]
// CHECK: %[[S:.*]] = weft.dispatch @softmax_3(%[[D]])
// CHECK: weft.dispatch @reduce_4(%[[S]])
weft.func @heavy_then_others(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>) -> tensor<16xf32> {
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %t = weft.transpose %c {permutation = array<i64: 1, 0>} : (tensor<4x16xf32>) -> tensor<16x4xf32>
  %d = weft.contract "mk,kn->mn" %t, %x : (tensor<16x4xf32>, tensor<4x8xf32>) -> tensor<16x8xf32>
  %s = weft.softmax %d {dim = 1 : i64} : (tensor<16x8xf32>) -> tensor<16x8xf32>
  %r = weft.reduce sum %s {dims = array<i64: 1>} : (tensor<16x8xf32>) -> tensor<16xf32>
  weft.return %r : tensor<16xf32>
}

// -----

// Nothing goes before a heavy op.

// CHECK-LABEL: weft.func @before_heavy
// CHECK: %[[E:.*]] = weft.dispatch @exp_0
// CHECK: weft.dispatch @contract_1(%[[E]]
weft.func @before_heavy(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>) -> tensor<4x16xf32> {
  %e = weft.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %c = weft.contract "mk,kn->mn" %e, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %c : tensor<4x16xf32>
}

// -----

// The sum of two heavy ops follows the first; the second stays a kernel of its own.

// CHECK-LABEL: weft.func @two_heavy
// CHECK: %[[D:.*]] = weft.dispatch @contract_0(%[[X:.*]], %[[V:.*]])
// CHECK-SAME: -> tensor<4x16xf32>
// CHECK-NEXT: %[[Y:.*]] = weft.dispatch @contract_1(%{{.*}}, %{{.*}}, %[[D]])
// CHECK-NEXT: weft.return %[[Y]]
weft.func @two_heavy(%x: tensor<4x8xf32>, %w: tensor<8x16xf32>, %v: tensor<8x16xf32>) -> tensor<4x16xf32> {
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %d = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %y = weft.add %c, %d : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// -----

// Convolutions and window reductions are heavy too.

// CHECK-LABEL: weft.func @conv_relu_pool
// CHECK: %[[C:.*]] = weft.dispatch @conv_0
// CHECK: weft.dispatch @reduce_window_1(%[[C]])
// CHECK-NEXT: weft.return
// CHECK: weft.func private @conv_0
// CHECK: weft.conv
// CHECK: weft.max
// CHECK: weft.func private @reduce_window_1
// CHECK: weft.reduce_window
// CHECK-NEXT: weft.neg
weft.func @conv_relu_pool(%x: tensor<1x8x8x3xf32>, %f: tensor<3x3x3x16xf32>) -> tensor<1x3x3x16xf32> {
  %z = weft.constant dense<0.0> : tensor<f32>
  %c = weft.conv %x, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>}
     : (tensor<1x8x8x3xf32>, tensor<3x3x3x16xf32>) -> tensor<1x6x6x16xf32>
  %r = weft.max %c, %z : (tensor<1x6x6x16xf32>, tensor<f32>) -> tensor<1x6x6x16xf32>
  %p = weft.reduce_window max %r {window = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>} : (tensor<1x6x6x16xf32>) -> tensor<1x3x3x16xf32>
  %y = weft.neg %p : (tensor<1x3x3x16xf32>) -> tensor<1x3x3x16xf32>
  weft.return %y : tensor<1x3x3x16xf32>
}

// -----

// An op without such a kernel takes nothing in.

// CHECK-LABEL: weft.func @alone
// CHECK: weft.dispatch @exp_0
// CHECK: weft.dispatch @sort_1
// CHECK: weft.dispatch @exp_0
weft.func @alone(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %e = weft.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %c, %order = weft.sort %e {dim = 1 : i64} : (tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xi64>)
  %y = weft.exp %c : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// -----

// Rows and reductions take elementwise ops on both sides.

// CHECK-LABEL: weft.func @row
// CHECK: weft.dispatch @softmax_0
// CHECK-NEXT: weft.return
weft.func @row(%x: tensor<4x8xf32>, %m: tensor<8xf32>) -> tensor<4x8xf32> {
  %a = weft.add %x, %m : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  %s = weft.softmax %a {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %y = weft.mul %s, %m : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// CHECK-LABEL: weft.func @reduction
// CHECK: weft.dispatch @reduce_1
// CHECK-NEXT: weft.return
weft.func @reduction(%x: tensor<4x8xf32>) -> tensor<4xf32> {
  %a = weft.mul %x, %x : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %s = weft.reduce sum %a {dims = array<i64: 1>} : (tensor<4x8xf32>) -> tensor<4xf32>
  %y = weft.sqrt %s : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}

// -----

// Behind them the shape must stay as well, and only elementwise ops come.

// CHECK-LABEL: weft.func @row_grows
// CHECK: weft.dispatch @softmax_0
// CHECK: weft.dispatch @add_1
weft.func @row_grows(%x: tensor<4x8xf32>, %z: tensor<2x4x8xf32>) -> tensor<2x4x8xf32> {
  %s = weft.softmax %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %y = weft.add %s, %z : (tensor<4x8xf32>, tensor<2x4x8xf32>) -> tensor<2x4x8xf32>
  weft.return %y : tensor<2x4x8xf32>
}

// CHECK-LABEL: weft.func @row_moves
// CHECK: weft.dispatch @softmax_0
// CHECK: weft.dispatch @transpose_2
weft.func @row_moves(%x: tensor<4x8xf32>) -> tensor<8x4xf32> {
  %s = weft.softmax %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %y = weft.transpose %s {permutation = array<i64: 1, 0>} : (tensor<4x8xf32>) -> tensor<8x4xf32>
  weft.return %y : tensor<8x4xf32>
}

// CHECK-LABEL: weft.func @reduction_grows
// CHECK: weft.dispatch @reduce_3
// CHECK: weft.dispatch @sub_4
weft.func @reduction_grows(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %s = weft.reduce sum %x {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4x1xf32>
  %y = weft.sub %x, %s : (tensor<4x8xf32>, tensor<4x1xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// -----

// Chains of elementwise ops and of movement are one kernel, two chains that meet too.

// CHECK-LABEL: weft.func @chains
// CHECK: weft.dispatch @add_0
// CHECK-NEXT: weft.return
// CHECK: weft.func private @add_0
// CHECK-DAG: weft.exp
// CHECK-DAG: weft.tanh
// CHECK-DAG: weft.transpose
// CHECK: weft.add
weft.func @chains(%x: tensor<4x8xf32>, %y: tensor<8x4xf32>) -> tensor<4x8xf32> {
  %e = weft.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %t = weft.tanh %y : (tensor<8x4xf32>) -> tensor<8x4xf32>
  %u = weft.transpose %t {permutation = array<i64: 1, 0>} : (tensor<8x4xf32>) -> tensor<4x8xf32>
  %s = weft.add %e, %u : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return %s : tensor<4x8xf32>
}

// -----

// Where elements are used several times, only what costs next to nothing is computed for each use.

// CHECK-LABEL: weft.func @cheap_repeated
// CHECK: weft.dispatch @broadcast_0
// CHECK-NEXT: weft.return
weft.func @cheap_repeated(%x: tensor<8xf32>) -> tensor<4x8xf32> {
  %s = weft.constant dense<[4, 8]> : tensor<2xi64>
  %e = weft.add %x, %x : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %y = weft.broadcast %e, %s : (tensor<8xf32>, tensor<2xi64>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// CHECK-LABEL: weft.func @dear_repeated
// CHECK: weft.dispatch @exp_1
// CHECK: weft.dispatch @broadcast_2
weft.func @dear_repeated(%x: tensor<8xf32>) -> tensor<4x8xf32> {
  %s = weft.constant dense<[4, 8]> : tensor<2xi64>
  %e = weft.exp %x : (tensor<8xf32>) -> tensor<8xf32>
  %y = weft.broadcast %e, %s : (tensor<8xf32>, tensor<2xi64>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// CHECK-LABEL: weft.func @cheap_grows
// CHECK: weft.dispatch @sub_3
// CHECK-NEXT: weft.return
weft.func @cheap_grows(%x: tensor<8xf32>, %z: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %e = weft.add %x, %x : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %y = weft.sub %e, %z : (tensor<8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// CHECK-LABEL: weft.func @dear_grows
// CHECK: weft.dispatch @exp_1
// CHECK: weft.dispatch @sub_4
weft.func @dear_grows(%x: tensor<8xf32>, %z: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %e = weft.exp %x : (tensor<8xf32>) -> tensor<8xf32>
  %y = weft.sub %e, %z : (tensor<8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// -----

// The same for padding and concatenation, which choose what they read.

// CHECK-LABEL: weft.func @cheap_padded
// CHECK: weft.dispatch @pad_0
// CHECK-NEXT: weft.return
weft.func @cheap_padded(%x: tensor<8xf32>) -> tensor<20xf32> {
  %l = weft.constant dense<6> : tensor<1xi64>
  %z = weft.constant dense<0.0> : tensor<f32>
  %e = weft.add %x, %x : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %y = weft.pad constant %e, %l, %l, %z : (tensor<8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<f32>) -> tensor<20xf32>
  weft.return %y : tensor<20xf32>
}

// CHECK-LABEL: weft.func @dear_concatenated
// CHECK: weft.dispatch @exp_1
// CHECK: weft.dispatch @concat_2
weft.func @dear_concatenated(%x: tensor<8xf32>) -> tensor<16xf32> {
  %e = weft.exp %x : (tensor<8xf32>) -> tensor<8xf32>
  %y = weft.concat %e, %x {dim = 0 : i64} : (tensor<8xf32>, tensor<8xf32>) -> tensor<16xf32>
  weft.return %y : tensor<16xf32>
}

// -----

// Unknown sizes are one where they have one name.

// CHECK-LABEL: weft.func @same_names
// CHECK: weft.dispatch @softmax_0
// CHECK-NEXT: weft.return
weft.func @same_names(%x: tensor<?x8xf32> {weft.dims = ["n", ""]}, %z: tensor<?x8xf32> {weft.dims = ["n", ""]}) -> tensor<?x8xf32> {
  %s = weft.softmax %x {dim = 1 : i64} : (tensor<?x8xf32>) -> tensor<?x8xf32>
  %y = weft.add %s, %z : (tensor<?x8xf32>, tensor<?x8xf32>) -> tensor<?x8xf32>
  weft.return %y : tensor<?x8xf32>
}

// CHECK-LABEL: weft.func @other_names
// CHECK: weft.dispatch @softmax_1
// CHECK: weft.dispatch @add_2
weft.func @other_names(%x: tensor<?x8xf32> {weft.dims = ["n", ""]}, %z: tensor<?x8xf32> {weft.dims = ["m", ""]}) -> tensor<?x8xf32> {
  %s = weft.softmax %x {dim = 1 : i64} : (tensor<?x8xf32>) -> tensor<?x8xf32>
  %y = weft.add %s, %z : (tensor<?x8xf32>, tensor<?x8xf32>) -> tensor<?x8xf32>
  weft.return %y : tensor<?x8xf32>
}

// CHECK: weft.func private @softmax_0(%{{.*}}: tensor<?x8xf32> {weft.dims = ["d0", "{{.*}}"]}, %{{.*}}: tensor<?x8xf32> {weft.dims = ["d0", "{{.*}}"]})
// CHECK: weft.func private @add_2(%{{.*}}: tensor<?x8xf32> {weft.dims = ["d0", "{{.*}}"]}, %{{.*}}: tensor<?x8xf32> {weft.dims = ["d1", "{{.*}}"]})

// -----

// Equal groups are one kernel; each dispatch says the node that it comes from.

// CHECK-LABEL: weft.func @twice
// CHECK: weft.dispatch @exp_0({{.*}}) {node = "first"}
// CHECK: weft.dispatch @sort_1
// CHECK: weft.dispatch @exp_0({{.*}}) {node = "second"}
// CHECK-NOT: @exp_2
weft.func @twice(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %a = weft.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32> loc("first")
  %b, %order = weft.sort %a {dim = 1 : i64} : (tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xi64>)
  %y = weft.exp %b : (tensor<4x8xf32>) -> tensor<4x8xf32> loc("second")
  weft.return %y : tensor<4x8xf32>
}

// -----

// A kernel holds numbers that repeat and lists of sizes itself; other constants are operands, for they are weights.

// CHECK-LABEL: weft.func @constants
// CHECK: %[[C:.*]] = weft.constant dense<[1.000000e+00, 2.000000e+00]>
// CHECK: weft.dispatch @mul_0(%{{.*}}, %[[C]])
// CHECK: weft.func private @mul_0
// CHECK: weft.constant dense<2.000000e+00> : tensor<f32>
weft.func @constants(%x: tensor<64x2xf32>) -> tensor<64x2xf32> {
  %c = weft.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %two = weft.constant dense<2.0> : tensor<f32>
  %a = weft.add %x, %c : (tensor<64x2xf32>, tensor<2xf32>) -> tensor<64x2xf32>
  %y = weft.mul %a, %two : (tensor<64x2xf32>, tensor<f32>) -> tensor<64x2xf32>
  weft.return %y : tensor<64x2xf32>
}

// -----

// The host keeps views, shapes and arithmetic on a handful of integers; arithmetic on floats or on many numbers is a kernel.

// CHECK-LABEL: weft.func @host
// CHECK: %[[D:.*]] = weft.dim
// CHECK: %[[S:.*]] = weft.mul %[[D]]
// CHECK: %[[R:.*]] = weft.reshape
// CHECK: weft.dispatch @mul_0
// CHECK: weft.dispatch @mul_1
// CHECK: weft.return
// CHECK-DAG: weft.func private @mul_0(%{{.*}}: tensor<17xi64>
// CHECK-DAG: weft.func private @mul_1(%{{.*}}: tensor<f32>
weft.func @host(%x: tensor<?x8xf32> {weft.dims = ["n", ""]}, %i: tensor<17xi64>, %f: tensor<f32>) -> (tensor<?xf32>, tensor<17xi64>, tensor<f32>) {
  %eight = weft.constant dense<8> : tensor<1xi64>
  %d = weft.dim %x {dim = 0 : i64} : (tensor<?x8xf32>) -> tensor<i64>
  %s = weft.mul %d, %eight : (tensor<i64>, tensor<1xi64>) -> tensor<1xi64>
  %r = weft.reshape %x, %s : (tensor<?x8xf32>, tensor<1xi64>) -> tensor<?xf32>
  %j = weft.mul %i, %i : (tensor<17xi64>, tensor<17xi64>) -> tensor<17xi64>
  %g = weft.mul %f, %f : (tensor<f32>, tensor<f32>) -> tensor<f32>
  weft.return %r, %j, %g : tensor<?xf32>, tensor<17xi64>, tensor<f32>
}

// -----

// A branch has kernels of its own; what is computed outside of it stays there.

// CHECK-LABEL: weft.func @branch
// CHECK: %[[E:.*]] = weft.dispatch @exp_1
// CHECK: weft.if
// CHECK: weft.dispatch @tanh_0(%[[E]])
// CHECK: weft.yield
weft.func @branch(%c: tensor<i1>, %x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %e = weft.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %y = weft.if %c : tensor<i1> -> (tensor<4x8xf32>) {
    %t = weft.tanh %e : (tensor<4x8xf32>) -> tensor<4x8xf32>
    weft.yield %t : tensor<4x8xf32>
  } else {
    weft.yield %x : tensor<4x8xf32>
  }
  weft.return %y : tensor<4x8xf32>
}

// -----

// What some readers want rounded is stored twice by the kernel that computes it.

// CHECK-LABEL: weft.func @rounded_beside
// CHECK: %[[Y:.*]]:2 = weft.dispatch @contract_0
// CHECK: weft.dispatch @contract_1(%[[Y]]#1, %{{.*}}, %[[Y]]#0)
// CHECK: weft.func private @contract_0
// CHECK: %[[S:.*]] = weft.add
// CHECK-NEXT: %[[N:.*]] = weft.cast %[[S]]
// CHECK-NEXT: weft.return %[[S]], %[[N]]
weft.func @rounded_beside(%x: tensor<4x8xbf16>, %r: tensor<4x8xf32>, %w: tensor<8x8xbf16>) -> tensor<4x8xf32> {
  %c = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xbf16>, tensor<8x8xbf16>) -> tensor<4x8xf32>
  %s = weft.add %c, %r : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %n = weft.cast %s : (tensor<4x8xf32>) -> tensor<4x8xbf16>
  %d = weft.contract "mk,kn->mn" %n, %w : (tensor<4x8xbf16>, tensor<8x8xbf16>) -> tensor<4x8xf32>
  %y = weft.add %d, %s : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}
