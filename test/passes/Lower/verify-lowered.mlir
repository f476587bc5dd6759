// RUN: weft-opt %s --weft-verify-lowered --split-input-file --verify-diagnostics

weft.func @valid(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %y = weft.softmax %x {dim = 1} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %z = weft.normalize %y {dims = array<i64: 1>, epsilon = 1.000000e-05 : f32} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  weft.return %z : tensor<2x3xf32>
}

// -----

weft.func @first_dim(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // expected-error@+1 {{'weft.softmax' op is left after lowering: expected the last dimension, found 0 of 2}}
  %y = weft.softmax %x {dim = 0} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  weft.return %y : tensor<2x3xf32>
}

// -----

weft.func @two_dims(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // expected-error@+1 {{'weft.normalize' op is left after lowering: expected the last dimension, found 0, 1 of 2}}
  %y = weft.normalize %x {dims = array<i64: 0, 1>, epsilon = 1.000000e-05 : f32} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  weft.return %y : tensor<2x3xf32>
}

// -----

// expected-error@+1 {{'weft.func' op is private: expected its calls to be inlined}}
weft.func private @callee(%x: tensor<2xf32>) -> tensor<2xf32> {
  weft.return %x : tensor<2xf32>
}
weft.func @caller(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error@+1 {{'weft.call' op is left after lowering: expected simpler ops}}
  %y = weft.call @callee(%x) : (tensor<2xf32>) -> tensor<2xf32>
  weft.return %y : tensor<2xf32>
}

// -----

weft.func @dropout(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error@+1 {{'weft.dropout' op is left after lowering: expected simpler ops}}
  %y = weft.dropout %x {ratio = 0.5 : f32} : (tensor<2xf32>) -> tensor<2xf32>
  weft.return %y : tensor<2xf32>
}
