// RUN: weft-opt %s --weft-decompose-recurrence | FileCheck %s
//
// What it computes is compared in meaning.test.

// One product serves the input of all steps; what waits for the step before is in the loop.

// CHECK-LABEL: weft.func @lstm
// CHECK: weft.contract "tbi,ig->tbg"
// CHECK: weft.loop
// CHECK: weft.contract
// CHECK: weft.yield
// CHECK-NOT: weft.recurrence
weft.func @lstm(%x: tensor<10x1x4xf32>, %w: tensor<4x32xf32>, %r: tensor<8x32xf32>) -> tensor<10x1x8xf32> {
  %y, %h, %c = weft.recurrence lstm %x, %w, %r {activations = ["logistic", "tanh", "tanh"]}
    : (tensor<10x1x4xf32>, tensor<4x32xf32>, tensor<8x32xf32>) -> (tensor<10x1x8xf32>, tensor<1x8xf32>, tensor<1x8xf32>)
  weft.return %y : tensor<10x1x8xf32>
}

// The products of both gates are one, and what the loop does not change is computed before it.
// CHECK-LABEL: weft.func @gru
// CHECK: %[[XW:.*]] = weft.contract "tbi,ig->tbg" %arg0, %arg1
// CHECK: %[[GATES:.*]] = weft.slice %arg2, {{.*}} -> tensor<16x32xf32>
// CHECK: %[[FRESH:.*]] = weft.slice %arg2, {{.*}} -> tensor<16x16xf32>
// CHECK: weft.loop
// CHECK: ^bb0(%[[TIME:.*]]: tensor<i64>, %[[H:.*]]: tensor<2x16xf32>):
// CHECK: weft.gather %[[XW]], %[[TIME]]
// CHECK: weft.contract "bh,hg->bg" %[[H]], %[[GATES]]
// CHECK: %[[RESET:.*]] = weft.mul %{{.*}}, %[[H]]
// CHECK: weft.contract "bh,hg->bg" %[[RESET]], %[[FRESH]]
// CHECK-NOT: weft.contract
weft.func @gru(%x: tensor<5x2x8xf32>, %w: tensor<8x48xf32>, %r: tensor<16x48xf32>) -> (tensor<5x2x16xf32>, tensor<2x16xf32>) {
  %y, %h = weft.recurrence gru %x, %w, %r {activations = ["logistic", "tanh"]} : (tensor<5x2x8xf32>, tensor<8x48xf32>, tensor<16x48xf32>) -> (tensor<5x2x16xf32>, tensor<2x16xf32>)
  weft.return %y, %h : tensor<5x2x16xf32>, tensor<2x16xf32>
}

// A single step needs no loop.
// CHECK-LABEL: weft.func @step
// CHECK-NOT: weft.loop
weft.func @step(%x: tensor<1x2x8xf32>, %w: tensor<8x16xf32>, %r: tensor<16x16xf32>) -> (tensor<1x2x16xf32>, tensor<2x16xf32>) {
  %y, %h = weft.recurrence rnn %x, %w, %r {activations = ["tanh"]} : (tensor<1x2x8xf32>, tensor<8x16xf32>, tensor<16x16xf32>) -> (tensor<1x2x16xf32>, tensor<2x16xf32>)
  weft.return %y, %h : tensor<1x2x16xf32>, tensor<2x16xf32>
}
