// RUN: weft-opt %s --split-input-file --verify-diagnostics

weft.func @f(%x: tensor<10x4xf32>, %w: tensor<4x8xf32>, %r: tensor<8x8xf32>) {
  // expected-error @+1 {{expected an input of rank 3 and recurrent weights of rank 2, found 'tensor<10x4xf32>' and 'tensor<8x8xf32>'}}
  %y, %h = weft.recurrence rnn %x, %w, %r {activations = ["tanh"]} : (tensor<10x4xf32>, tensor<4x8xf32>, tensor<8x8xf32>) -> (tensor<10x1x8xf32>, tensor<1x8xf32>)
  weft.return
}

// -----

weft.func @f(%x: tensor<10x1x4xf32>, %w: tensor<4x8xf32>, %r: tensor<8x24xf32>) {
  // expected-error @+1 {{expected weights of shape 'tensor<4x24xf32>', found 'tensor<4x8xf32>'}}
  %y, %h = weft.recurrence gru %x, %w, %r {activations = ["logistic", "tanh"]} : (tensor<10x1x4xf32>, tensor<4x8xf32>, tensor<8x24xf32>) -> (tensor<10x1x8xf32>, tensor<1x8xf32>)
  weft.return
}

// -----

weft.func @f(%x: tensor<10x1x4xf32>, %w: tensor<4x8xf32>, %r: tensor<8x8xf32>, %b: tensor<9xf32>) {
  // expected-error @+1 {{expected a bias of shape 'tensor<8xf32>', found 'tensor<9xf32>'}}
  %y, %h = weft.recurrence rnn %x, %w, %r bias %b {activations = ["tanh"]} : (tensor<10x1x4xf32>, tensor<4x8xf32>, tensor<8x8xf32>, tensor<9xf32>) -> (tensor<10x1x8xf32>, tensor<1x8xf32>)
  weft.return
}

// -----

weft.func @f(%x: tensor<10x2x4xf32>, %w: tensor<4x8xf32>, %r: tensor<8x8xf32>, %l: tensor<3xi32>) {
  // expected-error @+1 {{expected lengths of shape 'tensor<2xi32>', found 'tensor<3xi32>'}}
  %y, %h = weft.recurrence rnn %x, %w, %r lengths %l {activations = ["tanh"]} : (tensor<10x2x4xf32>, tensor<4x8xf32>, tensor<8x8xf32>, tensor<3xi32>) -> (tensor<10x2x8xf32>, tensor<2x8xf32>)
  weft.return
}

// -----

weft.func @f(%x: tensor<10x1x4xf32>, %w: tensor<4x8xf32>, %r: tensor<8x8xf32>) {
  // expected-error @+1 {{expected a result of shape 'tensor<10x1x8xf32>', found 'tensor<10x1x9xf32>'}}
  %y, %h = weft.recurrence rnn %x, %w, %r {activations = ["tanh"]} : (tensor<10x1x4xf32>, tensor<4x8xf32>, tensor<8x8xf32>) -> (tensor<10x1x9xf32>, tensor<1x8xf32>)
  weft.return
}

// -----

weft.func @f(%x: tensor<10x1x4xf32>, %w: tensor<4x32xf32>, %r: tensor<8x32xf32>) {
  // expected-error @+1 {{expected a cell and its result with lstm, and only there}}
  %y, %h = weft.recurrence lstm %x, %w, %r {activations = ["logistic", "tanh", "tanh"]} : (tensor<10x1x4xf32>, tensor<4x32xf32>, tensor<8x32xf32>) -> (tensor<10x1x8xf32>, tensor<1x8xf32>)
  weft.return
}

// -----

weft.func @f(%x: tensor<10x1x4xf32>, %w: tensor<4x24xf32>, %r: tensor<8x24xf32>) {
  // expected-error @+1 {{expected 2 activations, found 1}}
  %y, %h = weft.recurrence gru %x, %w, %r {activations = ["logistic"]} : (tensor<10x1x4xf32>, tensor<4x24xf32>, tensor<8x24xf32>) -> (tensor<10x1x8xf32>, tensor<1x8xf32>)
  weft.return
}

// -----

weft.func @f(%x: tensor<10x1x4xf32>, %w: tensor<4x8xf32>, %r: tensor<8x8xf32>) {
  // expected-error @+1 {{expected activations among logistic, tanh and relu, found "sine"}}
  %y, %h = weft.recurrence rnn %x, %w, %r {activations = ["sine"]} : (tensor<10x1x4xf32>, tensor<4x8xf32>, tensor<8x8xf32>) -> (tensor<10x1x8xf32>, tensor<1x8xf32>)
  weft.return
}
