// RUN: %python %S/Inputs/statistics.py %t '{"sites": [{"weights": ["a", "t"], "samples": [[4, 1, 9, -2], [-3, 5, 9, 1]], "vectors": true}, {"weights": ["b"], "samples": [[1, 1]], "vectors": true}, {"weights": ["table"], "samples": [[1, 1]], "vectors": true}]}'
// RUN: weft-opt %s --split-input-file --weft-prune-activations="statistics=%t" | FileCheck %s
// RUN: weft-opt %s --split-input-file --weft-prune-activations="statistics=%t skip=^a$" | FileCheck %s --check-prefix=SKIP

// The norms of what an input meets are 1, 2, 0 and 2, so that inputs count 4, 2, 0, 4 and 3, 10, 0, 2, of which half are below 3.
// CHECK: weft.parameter @a.thresholds = dense<[3.000000e+00, 1.500000e+00, 3.40282347E+38, 1.500000e+00]> : tensor<4xf32>
// CHECK-NOT: thresholds
// Alone, inputs count 0, 0, 0, 4 and 0, 0, 0, 2 for t: half of them are no more than 0.
// SKIP: weft.parameter @t.thresholds = dense<[3.40282347E+38, 3.40282347E+38, 3.40282347E+38, 0.000000e+00]> : tensor<4xf32>
weft.parameter @a = dense<[[1.0, 2.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]> : tensor<2x4xf32>
weft.parameter @t = dense<[[0.0], [0.0], [0.0], [2.0]]> : tensor<4x1xf16>
weft.parameter @b = dense<1.0> : tensor<2x2xf32>

// CHECK-LABEL: weft.func @main
// CHECK-SAME: %[[X:.*]]: tensor<2x?x4xf32>
// CHECK-DAG: %[[T:.*]] = weft.get @a.thresholds : tensor<4xf32>
// CHECK-DAG: %[[MAGNITUDE:.*]] = weft.abs %[[X]]
// CHECK-DAG: %[[SMALL:.*]] = weft.compare lt %[[MAGNITUDE]], %[[T]] : (tensor<2x?x4xf32>, tensor<4xf32>) -> tensor<2x?x4xi1>
// CHECK-DAG: %[[ZERO:.*]] = weft.constant dense<0.000000e+00> : tensor<f32>
// CHECK: %[[P:.*]] = weft.select %[[SMALL]], %[[ZERO]], %[[X]]
// CHECK: weft.contract "bmk,nk->bmn" %[[P]],
// CHECK: weft.contract "bmk,kn->bmn" %[[P]],
// What makes a result reads all.
// CHECK: %[[H:.*]] = weft.tanh
// CHECK: weft.contract "bmk,nk->bmn" %[[H]],
// SKIP-LABEL: weft.func @main
// SKIP-SAME: %[[X:.*]]: tensor<2x?x4xf32>
// SKIP: weft.contract "bmk,nk->bmn" %[[X]],
// SKIP-NOT: weft.contract "bmk,kn->bmn" %[[X]],
weft.func @main(%x: tensor<2x?x4xf32>) -> tensor<2x?x2xf32> {
  %a = weft.get @a : tensor<2x4xf32>
  %y = weft.contract "bmk,nk->bmn" %x, %a : (tensor<2x?x4xf32>, tensor<2x4xf32>) -> tensor<2x?x2xf32>
  %t = weft.get @t : tensor<4x1xf16>
  %f = weft.cast %t : (tensor<4x1xf16>) -> tensor<4x1xf32>
  %z = weft.contract "bmk,kn->bmn" %x, %f : (tensor<2x?x4xf32>, tensor<4x1xf32>) -> tensor<2x?x1xf32>
  %s = weft.mul %y, %z : (tensor<2x?x2xf32>, tensor<2x?x1xf32>) -> tensor<2x?x2xf32>
  %h = weft.tanh %s : (tensor<2x?x2xf32>) -> tensor<2x?x2xf32>
  %b = weft.get @b : tensor<2x2xf32>
  %r = weft.contract "bmk,nk->bmn" %h, %b : (tensor<2x?x2xf32>, tensor<2x2xf32>) -> tensor<2x?x2xf32>
  weft.return %r : tensor<2x?x2xf32>
}

// -----

// Functions share thresholds; a state is no result of the model; what is tied to a table reads all, and so does a layer without statistics.
// CHECK: weft.parameter @b.thresholds
// CHECK-NOT: weft.parameter @{{.*}}.thresholds
// CHECK-LABEL: weft.func @prefill
// CHECK: weft.get @b.thresholds
// CHECK: weft.select
// CHECK-NOT: weft.select
// CHECK-LABEL: weft.func @decode
// CHECK: weft.get @b.thresholds
// CHECK: weft.select
// CHECK-NOT: weft.select
weft.parameter @b = dense<1.0> : tensor<2x2xf32>
weft.parameter @table = dense<1.0> : tensor<9x2xf32>
weft.parameter @unknown = dense<1.0> : tensor<2x2xf32>
weft.func @prefill(%i: tensor<?xi64>, %k: tensor<?x2xf32> {weft.state = "k"}) -> (tensor<?x9xf32>, tensor<?x2xf32> {weft.state = "k"}) {
  %table = weft.get @table : tensor<9x2xf32>
  %x = weft.gather %table, %i {dim = 0 : i64} : (tensor<9x2xf32>, tensor<?xi64>) -> tensor<?x2xf32>
  %b = weft.get @b : tensor<2x2xf32>
  %h = weft.contract "mk,nk->mn" %x, %b : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %n = weft.concat %k, %h {dim = 0 : i64} : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
  %u = weft.get @unknown : tensor<2x2xf32>
  %v = weft.contract "mk,nk->mn" %x, %u : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %y = weft.contract "mk,nk->mn" %v, %table : (tensor<?x2xf32>, tensor<9x2xf32>) -> tensor<?x9xf32>
  weft.return %y, %n : tensor<?x9xf32>, tensor<?x2xf32>
}
weft.func @decode(%x: tensor<1x2xf32>, %k: tensor<?x2xf32> {weft.state = "k"}) -> (tensor<1x9xf32>, tensor<?x2xf32> {weft.state = "k"}) {
  %table = weft.get @table : tensor<9x2xf32>
  %b = weft.get @b : tensor<2x2xf32>
  %h = weft.contract "mk,nk->mn" %x, %b : (tensor<1x2xf32>, tensor<2x2xf32>) -> tensor<1x2xf32>
  %n = weft.concat %k, %h {dim = 0 : i64} : (tensor<?x2xf32>, tensor<1x2xf32>) -> tensor<?x2xf32>
  %y = weft.contract "mk,nk->mn" %x, %table : (tensor<1x2xf32>, tensor<9x2xf32>) -> tensor<1x9xf32>
  weft.return %y, %n : tensor<1x9xf32>, tensor<?x2xf32>
}

// -----

// A result may come from a layer in a region.
// CHECK-LABEL: weft.func @branches
// CHECK-NOT: weft.select
weft.parameter @a = dense<1.0> : tensor<2x4xf32>
weft.func @branches(%x: tensor<?x4xf32>, %other: tensor<?x2xf32>, %c: tensor<i1>) -> tensor<?x2xf32> {
  %y = weft.if %c : tensor<i1> -> (tensor<?x2xf32>) {
    %a = weft.get @a : tensor<2x4xf32>
    %z = weft.contract "mk,nk->mn" %x, %a : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
    weft.yield %z : tensor<?x2xf32>
  } else {
    weft.yield %other : tensor<?x2xf32>
  }
  weft.return %y : tensor<?x2xf32>
}
