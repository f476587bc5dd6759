// RUN: not weft-opt %s --weft-convert-caches 2>&1 | FileCheck %s
// RUN: not weft-opt %s --weft-convert-caches=type=f8 2>&1 | FileCheck %s --check-prefix=TYPE
// CHECK: error: weft-convert-caches: expected states of f32 [tokens, heads, width] that grow, found none
// TYPE: error: weft-convert-caches: expected type to be bf16 or int8, found 'f8'

// Negative: a state of one type here and of another there would be none; here "key" is read beside what grows in one function.
weft.func @prefill(%past: tensor<?x2x4xf32> {weft.state = "key"}, %new: tensor<?x2x4xf32>) -> (tensor<?x2x4xf32> {weft.state = "key"}) {
  %all = weft.concat %past, %new {dim = 0 : i64} : (tensor<?x2x4xf32>, tensor<?x2x4xf32>) -> tensor<?x2x4xf32>
  weft.return %all : tensor<?x2x4xf32>
}
weft.func @decode(%past: tensor<?x2x4xf32> {weft.state = "key"}, %new: tensor<?x2x4xf32>) -> (tensor<?x2x4xf32>, tensor<?x2x4xf32> {weft.state = "key"}) {
  %all = weft.concat %past, %new {dim = 0 : i64} : (tensor<?x2x4xf32>, tensor<?x2x4xf32>) -> tensor<?x2x4xf32>
  %y = weft.neg %past : (tensor<?x2x4xf32>) -> tensor<?x2x4xf32>
  weft.return %y, %all : tensor<?x2x4xf32>, tensor<?x2x4xf32>
}

// Nor one that another function begins.
weft.func @begin(%new: tensor<?x2x4xf32>) -> (tensor<?x2x4xf32> {weft.state = "value"}) {
  weft.return %new : tensor<?x2x4xf32>
}
weft.func @continue(%past: tensor<?x2x4xf32> {weft.state = "value"}, %new: tensor<?x2x4xf32>) -> (tensor<?x2x4xf32> {weft.state = "value"}) {
  %all = weft.concat %past, %new {dim = 0 : i64} : (tensor<?x2x4xf32>, tensor<?x2x4xf32>) -> tensor<?x2x4xf32>
  weft.return %all : tensor<?x2x4xf32>
}
