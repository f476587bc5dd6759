// RUN: weft-opt %s --split-input-file --verify-diagnostics

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected distinct dimensions of 'tensor<4x8xf32>', found 2}}
  %y = weft.reduce sum %x {dims = array<i64: 2>} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected distinct dimensions of 'tensor<4x8xf32>', found 1}}
  %y = weft.reduce sum %x {dims = array<i64: 1, 1>} : (tensor<4x8xf32>) -> tensor<4xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected truth values, found 'tensor<4x8xf32>'}}
  %y = weft.reduce all %x {dims = array<i64: 1>} : (tensor<4x8xf32>) -> tensor<4xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xi1>) {
  // expected-error @+1 {{expected numbers, found 'tensor<4x8xi1>'}}
  %y = weft.reduce sum %x {dims = array<i64: 1>} : (tensor<4x8xi1>) -> tensor<4xi1>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+2 {{are incompatible with return type(s) of operation 'tensor<4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.reduce sum %x {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected max or min, found sum}}
  %y = weft.arg_reduce sum %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4xi64>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected distinct dimensions of 'tensor<4x8xf32>', found -1}}
  %y = weft.arg_reduce max %x {dim = -1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xi64>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected sum, prod, max or min, found mean}}
  %y = weft.cumulative mean %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected distinct dimensions of 'tensor<4x8xf32>', found 2}}
  %y = weft.cumulative sum %x {dim = 2 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+2 {{expected an input of rank at least 3, a window, strides and dilations for each spatial dimension, and twice as many paddings, found 'tensor<4x8xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.reduce_window max %x {window = array<i64>, strides = array<i64>, dilations = array<i64>, padding = array<i64>} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x4x8xf32>) {
  // expected-error @+2 {{expected a positive window, strides and dilations}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.reduce_window max %x {window = array<i64: 0>, strides = array<i64: 1>, dilations = array<i64: 1>, padding = array<i64: 0, 0>} : (tensor<1x4x8xf32>) -> tensor<1x4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x4x8xf32>) {
  // expected-error @+1 {{expected max, min, sum or mean, found prod}}
  %y = weft.reduce_window prod %x {window = array<i64: 1>, strides = array<i64: 1>, dilations = array<i64: 1>, padding = array<i64: 0, 0>} : (tensor<1x4x8xf32>) -> tensor<1x4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected distinct dimensions of 'tensor<4x8xf32>', found 5}}
  %y = weft.softmax %x {dim = 5 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected distinct dimensions of 'tensor<4x8xf32>', found -2}}
  %y = weft.normalize %x {dims = array<i64: 0, -2>, epsilon = 1.0 : f32} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %c: tensor<8xf32>) {
  // expected-error @+1 {{expected distinct dimensions of 'tensor<4x8xf32>', found 2}}
  %y = weft.batch_norm %x, %c, %c, %c, %c {dim = 2 : i64, epsilon = 1.0 : f32} : (tensor<4x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %c: tensor<8xf32>, %d: tensor<4xf32>) {
  // expected-error @+1 {{expected one value for each of 8 channels, found 'tensor<4xf32>'}}
  %y = weft.batch_norm %x, %c, %d, %c, %c {dim = 1 : i64, epsilon = 1.0 : f32} : (tensor<4x8xf32>, tensor<8xf32>, tensor<4xf32>, tensor<8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %c: tensor<8xf32>) {
  // expected-error @+1 {{expected a result of type 'tensor<4x8xf32>', found 'tensor<8x4xf32>'}}
  %y = weft.batch_norm %x, %c, %c, %c, %c {dim = 1 : i64, epsilon = 1.0 : f32} : (tensor<4x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) -> tensor<8x4xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %c: tensor<8xf32>) {
  // expected-error @+1 {{expected running statistics as results in training, and only there}}
  %y = weft.batch_norm %x, %c, %c, %c, %c {dim = 1 : i64, epsilon = 1.0 : f32, training} : (tensor<4x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %c: tensor<8xf32>) {
  // expected-error @+1 {{expected running statistics as results in training, and only there}}
  %y:2 = weft.batch_norm %x, %c, %c, %c, %c {dim = 1 : i64, epsilon = 1.0 : f32} : (tensor<4x8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) -> (tensor<4x8xf32>, tensor<8xf32>)
  weft.return
}
