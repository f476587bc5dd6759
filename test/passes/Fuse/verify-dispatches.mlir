// RUN: weft-opt %s --weft-verify-dispatches --split-input-file --verify-diagnostics

weft.func @valid(%x: tensor<4xf32>) -> tensor<4xf32> {
  %w = weft.get @w : tensor<4xf32>
  %y = weft.dispatch @kernel(%x, %w) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
weft.parameter @w : tensor<4xf32>
weft.func private @kernel(%x: tensor<4xf32>, %w: tensor<4xf32> {weft.parameter}) -> tensor<4xf32> {
  %y = weft.add %x, %w : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}

// -----

weft.func @left_over(%x: tensor<40xf32>) -> tensor<40xf32> {
  // expected-error@+1 {{'weft.exp' op is left between the dispatches: expected a dispatch or an op of the host}}
  %y = weft.exp %x : (tensor<40xf32>) -> tensor<40xf32>
  weft.return %y : tensor<40xf32>
}

// -----

// expected-error@+1 {{'weft.func' op is private: expected a dispatch of it}}
weft.func private @unused(%x: tensor<4xf32>) -> tensor<4xf32> {
  weft.return %x : tensor<4xf32>
}

// -----

weft.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.dispatch @outer(%x) : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
weft.func private @outer(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error@+1 {{'weft.dispatch' op is in a kernel: expected arithmetic on tensors alone}}
  %y = weft.dispatch @inner(%x) : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
weft.func private @inner(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}

// -----

weft.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  // expected-error@+1 {{'weft.dispatch' op operand 0 of @kernel: expected a parameter}}
  %y = weft.dispatch @kernel(%x) : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
weft.func private @kernel(%w: tensor<4xf32> {weft.parameter}) -> tensor<4xf32> {
  %y = weft.exp %w : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
