// RUN: weft-opt %s --split-input-file --verify-diagnostics

weft.func @f(%x: tensor<4x8xf32>, %s: tensor<f32>) {
  // expected-error @+1 {{expected a result of the operand's shape, found 'tensor<4x8xf32>' and 'tensor<8x4xi8>'}}
  %q = weft.quantize %x, %s : (tensor<4x8xf32>, tensor<f32>) -> tensor<8x4xi8>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %s: tensor<8xf32>, %z: tensor<4xi8>) {
  // expected-error @+1 {{expected scale and zero point of one shape, found 'tensor<8xf32>' and 'tensor<4xi8>'}}
  %q = weft.quantize %x, %s, %z {dim = 1 : i64} : (tensor<4x8xf32>, tensor<8xf32>, tensor<4xi8>) -> tensor<4x8xi8>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %s: tensor<8xf32>) {
  // expected-error @+1 {{expected a dimension of 'tensor<4x8xf32>' and no negative block, found 2 and 0}}
  %q = weft.quantize %x, %s {dim = 2 : i64} : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xi8>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %s: tensor<8xf32>) {
  // expected-error @+1 {{expected a scale for each index of dimension 0 of 'tensor<4x8xf32>', found 'tensor<8xf32>'}}
  %q = weft.quantize %x, %s {dim = 0 : i64} : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xi8>
  weft.return
}

// -----

weft.func @f(%q: tensor<4x8xi8>, %s: tensor<4x2xf32>) {
  // expected-error @+1 {{expected scales of shape 'tensor<4x3xf32>', found 'tensor<4x2xf32>'}}
  %x = weft.dequantize %q, %s {dim = 1 : i64, block = 3 : i64} : (tensor<4x8xi8>, tensor<4x2xf32>) -> tensor<4x8xf32>
  weft.return
}
