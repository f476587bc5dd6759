// RUN: weft-opt %s --split-input-file --verify-diagnostics --weft-inline-calls | FileCheck %s

// A body stands where its call was, also of a call in a call and in a region; private functions are gone, public ones stay.

// CHECK-LABEL: weft.func @main
// CHECK-SAME: (%[[X:.*]]: tensor<4xf32>, %[[C:.*]]: tensor<i1>)
// CHECK: %[[A:.*]] = weft.exp %[[X]]
// CHECK-NEXT: %[[B:.*]] = weft.neg %[[A]]
// CHECK-NEXT: %[[R:.*]] = weft.if %[[C]]
// CHECK-NEXT: %[[D:.*]] = weft.exp %[[B]]
// CHECK-NEXT: weft.yield %[[D]]
// CHECK: weft.return %[[R]], %[[X]]
// CHECK-LABEL: weft.func @helper
// CHECK-NOT: weft.func
// CHECK-NOT: weft.call
weft.func @main(%x: tensor<4xf32>, %c: tensor<i1>) -> (tensor<4xf32>, tensor<4xf32>) {
  %a, %same = weft.call @outer(%x) : (tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  %r = weft.if %c : tensor<i1> -> (tensor<4xf32>) {
    %d = weft.call @inner(%a) : (tensor<4xf32>) -> tensor<4xf32>
    weft.yield %d : tensor<4xf32>
  } else {
    weft.yield %a : tensor<4xf32>
  }
  weft.return %r, %same : tensor<4xf32>, tensor<4xf32>
}
weft.func private @inner(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
weft.func private @outer(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %y = weft.call @inner(%x) : (tensor<4xf32>) -> tensor<4xf32>
  %z = weft.neg %y : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %z, %x : tensor<4xf32>, tensor<4xf32>
}
weft.func @helper(%x: tensor<4xf32>) -> tensor<4xf32> {
  weft.return %x : tensor<4xf32>
}

// -----

// expected-error @+1 {{expected no recursion, but @f calls itself}}
weft.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.call @g(%x) : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
weft.func private @g(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
weft.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
