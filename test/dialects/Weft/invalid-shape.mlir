// RUN: weft-opt %s --split-input-file --verify-diagnostics

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+2 {{expected a dimension below 2, found 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.dim %x {dim = 2 : i64} : (tensor<4x8xf32>) -> tensor<i64>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+2 {{are incompatible with return type(s) of operation 'tensor<3xi64>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.shape %x : (tensor<4x8xf32>) -> tensor<3xi64>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected one element type, found 'tensor<4x8xf32>' and 'tensor<32xi32>'}}
  %y = weft.reshape %x : (tensor<4x8xf32>) -> tensor<32xi32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected as many elements in the result as in the operand, found 'tensor<4x8xf32>' and 'tensor<33xf32>'}}
  %y = weft.reshape %x : (tensor<4x8xf32>) -> tensor<33xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+1 {{expected a shape operand for the dynamic result 'tensor<?xf32>'}}
  %y = weft.reshape %x : (tensor<4x8xf32>) -> tensor<?xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %s: tensor<3xi64>) {
  // expected-error @+1 {{expected a shape of 1 sizes, found 'tensor<3xi64>'}}
  %y = weft.reshape %x, %s : (tensor<4x8xf32>, tensor<3xi64>) -> tensor<?xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %s: tensor<?xi64>) {
  // expected-error @+2 {{expected a shape with a known number of sizes, found 'tensor<?xi64>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.broadcast %x, %s : (tensor<4x8xf32>, tensor<?xi64>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  %s = weft.constant dense<[3, 8]> : tensor<2xi64>
  // expected-error @+2 {{expected a shape that 'tensor<4x8xf32>' broadcasts with}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.broadcast %x, %s : (tensor<4x8xf32>, tensor<2xi64>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  %s = weft.constant dense<[-3, 4, 8]> : tensor<3xi64>
  // expected-error @+2 {{expected a shape without negative sizes}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.broadcast %x, %s : (tensor<4x8xf32>, tensor<3xi64>) -> tensor<?x4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+2 {{expected a permutation of the dimensions of 'tensor<4x8xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.transpose %x {permutation = array<i64: 0, 0>} : (tensor<4x8xf32>) -> tensor<4x4xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %a: tensor<2xi64>) {
  // expected-error @+2 {{expected distinct dimensions of 'tensor<4x8xf32>', found 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.slice %x, %a, %a, %a {dims = array<i64: 1, 1>} : (tensor<4x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> tensor<4x?xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  %a = weft.constant dense<0> : tensor<1xi64>
  // expected-error @+2 {{expected a start, an end and a step other than 0 for dimension 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.slice %x, %a, %a, %a {dims = array<i64: 1>} : (tensor<4x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<4x?xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %v: tensor<f32>) {
  %a = weft.constant dense<0> : tensor<1xi64>
  // expected-error @+2 {{expected a low and a high padding for each dimension of 'tensor<4x8xf32>', found 1 and 1}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.pad constant %x, %a, %a, %v : (tensor<4x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<f32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f() {
  // expected-error @+2 {{expected at least one operand}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = "weft.concat"() <{dim = 0 : i64}> : () -> tensor<4xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  // expected-error @+2 {{expected a dimension of 'tensor<4x8xf32>', found 2}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.concat %x, %x {dim = 2 : i64} : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %y: tensor<4xf32>) {
  // expected-error @+2 {{expected operands of one rank and element type, found 'tensor<4x8xf32>' and 'tensor<4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %z = weft.concat %x, %y {dim = 0 : i64} : (tensor<4x8xf32>, tensor<4xf32>) -> tensor<4x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %y: tensor<4x7xf32>) {
  // expected-error @+2 {{expected operands that differ in dimension 0 only, found 'tensor<4x8xf32>' and 'tensor<4x7xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %z = weft.concat %x, %y {dim = 0 : i64} : (tensor<4x8xf32>, tensor<4x7xf32>) -> tensor<8x8xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>) {
  %r = weft.constant dense<[2, -1]> : tensor<2xi64>
  // expected-error @+2 {{expected a count of at least 0 for each dimension of 'tensor<4x8xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.tile %x, %r : (tensor<4x8xf32>, tensor<2xi64>) -> tensor<8x?xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x8x3xf32>, %s: tensor<1xi64>, %r: tensor<1xf32>) {
  // expected-error @+2 {{expected dimensions of 'tensor<1x8x3xf32>' and a size for each}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.resize linear %x, %s, %r {dims = array<i64: 3>, coordinates = #weft<coordinates half_pixel>} : (tensor<1x8x3xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<1x?x3xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x8x3xf32>, %r: tensor<1xf32>) {
  %s = weft.constant dense<-4> : tensor<1xi64>
  // expected-error @+2 {{expected sizes of at least 0, found -4}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.resize linear %x, %s, %r {dims = array<i64: 1>, coordinates = #weft<coordinates half_pixel>} : (tensor<1x8x3xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<1x?x3xf32>
  weft.return
}
