// RUN: weft-opt %s --split-input-file --verify-diagnostics

weft.func @f(%x: tensor<4x8xf32>, %i: tensor<2xi64>) {
  // expected-error @+2 {{expected a dimension of 'tensor<4x8xf32>', found 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.gather %x, %i {dim = 2 : i64} : (tensor<4x8xf32>, tensor<2xi64>) -> tensor<4x2xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %i: tensor<2xi64>) {
  // expected-error @+2 {{expected data and indices of one rank, found 'tensor<4x8xf32>' and 'tensor<2xi64>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.gather_elements %x, %i {dim = 1 : i64} : (tensor<4x8xf32>, tensor<2xi64>) -> tensor<2xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %i: tensor<2x?xi64>) {
  // expected-error @+2 {{expected indices whose last, static dimension and the 0 batch dimensions fit 'tensor<4x8xf32>', found 'tensor<2x?xi64>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.gather_nd %x, %i {batch_dims = 0 : i64} : (tensor<4x8xf32>, tensor<2x?xi64>) -> tensor<2xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %i: tensor<4x2xi64>) {
  // expected-error @+2 {{expected indices whose last, static dimension and the 1 batch dimensions fit 'tensor<4x8xf32>', found 'tensor<4x2xi64>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.gather_nd %x, %i {batch_dims = 1 : i64} : (tensor<4x8xf32>, tensor<4x2xi64>) -> tensor<4xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %i: tensor<4x2xi64>, %u: tensor<4x3xf32>) {
  // expected-error @+2 {{expected indices of the data's rank and updates of the indices' shape and the data's element type, found 'tensor<4x8xf32>', 'tensor<4x2xi64>' and 'tensor<4x3xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.scatter_elements add %x, %i, %u {dim = 1 : i64} : (tensor<4x8xf32>, tensor<4x2xi64>, tensor<4x3xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %i: tensor<4x2xi64>, %u: tensor<4x2xf32>) {
  // expected-error @+2 {{expected a dimension of 'tensor<4x8xf32>', found -1}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.scatter_elements add %x, %i, %u {dim = -1 : i64} : (tensor<4x8xf32>, tensor<4x2xi64>, tensor<4x2xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %i: tensor<4x3xi64>, %u: tensor<4xf32>) {
  // expected-error @+2 {{expected indices whose last, static dimension fits 'tensor<4x8xf32>', found 'tensor<4x3xi64>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.scatter_nd add %x, %i, %u : (tensor<4x8xf32>, tensor<4x3xi64>, tensor<4xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %i: tensor<5x1xi64>, %u: tensor<5x7xf32>) {
  // expected-error @+2 {{expected updates of type 'tensor<5x8xf32>', found 'tensor<5x7xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.scatter_nd add %x, %i, %u : (tensor<4x8xf32>, tensor<5x1xi64>, tensor<5x7xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+2 {{expected a dimension of 'tensor<4x8xf32>', found 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %v, %i = weft.sort %x {dim = 3 : i64} : (tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xi64>)
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %k: tensor<i64>) {
  // expected-error @+2 {{expected a dimension of 'tensor<4x8xf32>', found 3}}
  // expected-error @+1 {{failed to infer returned types}}
  %v, %i = weft.top_k %x, %k {dim = 3 : i64} : (tensor<4x8xf32>, tensor<i64>) -> (tensor<4x8xf32>, tensor<4x8xi64>)
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  %k = weft.constant dense<-2> : tensor<i64>
  // expected-error @+2 {{expected k of at least 0, found -2}}
  // expected-error @+1 {{failed to infer returned types}}
  %v, %i = weft.top_k %x, %k {dim = 1 : i64} : (tensor<4x8xf32>, tensor<i64>) -> (tensor<4x?xf32>, tensor<4x?xi64>)
  weft.return
}

// -----

weft.func @f(%k: tensor<i64>, %s: tensor<3xi64>) {
  // expected-error @+1 {{expected a result of rank 3, found 'tensor<?x?xf32>'}}
  %y = weft.random normal %k, %k, %s : (tensor<i64>, tensor<i64>, tensor<3xi64>) -> tensor<?x?xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{requires the same type for all operands and results}}
  %y = weft.dropout %x {ratio = 0.1 : f32} : (tensor<4xf32>) -> tensor<5xf32>
  weft.return
}
