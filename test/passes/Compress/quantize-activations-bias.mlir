// RUN: %python %S/Inputs/statistics.py %t '{"activations": [{"name": "w", "samples": [[-1, 0.5], [4.1, 0]]}]}'
// RUN: weft-opt %s --split-input-file --weft-quantize-activations="statistics=%t correct-bias" | FileCheck %s

// Each matrix of a batch would need a term of its own.
// CHECK-LABEL: weft.func @main
// CHECK: %[[Y:.*]] = weft.contract "bmk,bkn->bmn"
// CHECK-NOT: weft.add
// CHECK: weft.return %[[Y]]
weft.parameter @w = dense<[[[1.27, -0.508], [0.64, 2.54]], [[1.27, -0.508], [0.64, 2.54]]]> : tensor<2x2x2xf32>
weft.func @main(%x: tensor<2x4x2xf32>) -> tensor<2x4x2xf32> {
  %w = weft.get @w : tensor<2x2x2xf32>
  %y = weft.contract "bmk,bkn->bmn" %x, %w : (tensor<2x4x2xf32>, tensor<2x2x2xf32>) -> tensor<2x4x2xf32>
  weft.return %y : tensor<2x4x2xf32>
}

// -----

// Five vectors are added up, each of which loses a term.
// CHECK-LABEL: weft.func @main
// CHECK: %[[Y:.*]] = weft.contract "mjk,kn->mn"
// CHECK-NOT: weft.add
// CHECK: weft.return %[[Y]]
weft.parameter @w = dense<[[1.27, -0.508], [0.64, 2.54]]> : tensor<2x2xf32>
weft.func @main(%x: tensor<4x5x2xf32>) -> tensor<4x2xf32> {
  %w = weft.get @w : tensor<2x2xf32>
  %y = weft.contract "mjk,kn->mn" %x, %w : (tensor<4x5x2xf32>, tensor<2x2xf32>) -> tensor<4x2xf32>
  weft.return %y : tensor<4x2xf32>
}
