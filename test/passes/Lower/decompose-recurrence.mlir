// RUN: weft-opt %s --split-input-file --verify-diagnostics --weft-decompose-recurrence | FileCheck %s
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

// A single step needs no loop.

// CHECK-LABEL: weft.func @step
// CHECK-NOT: weft.loop
// CHECK-NOT: weft.recurrence
// CHECK: weft.return
weft.func @step(%x: tensor<1x1x4xf32>, %w: tensor<4x24xf32>, %r: tensor<8x24xf32>) -> tensor<1x1x8xf32> {
  %y, %h = weft.recurrence gru %x, %w, %r {activations = ["logistic", "tanh"]}
    : (tensor<1x1x4xf32>, tensor<4x24xf32>, tensor<8x24xf32>) -> (tensor<1x1x8xf32>, tensor<1x8xf32>)
  weft.return %y : tensor<1x1x8xf32>
}

// -----

weft.func @dynamic(%x: tensor<10x1x4xf32>, %w: tensor<4x?xf32>, %r: tensor<?x?xf32>) -> tensor<10x1x?xf32> {
  // expected-error @+1 {{expected a static hidden size to compile}}
  %y, %h = weft.recurrence rnn %x, %w, %r {activations = ["tanh"]} : (tensor<10x1x4xf32>, tensor<4x?xf32>, tensor<?x?xf32>) -> (tensor<10x1x?xf32>, tensor<1x?xf32>)
  weft.return %y : tensor<10x1x?xf32>
}
