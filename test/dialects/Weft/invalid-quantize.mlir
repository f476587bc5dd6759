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

// -----

// Codes of 3 to 6 bits are for storing and dequantizing.
weft.func @f(%q: tensor<4x8xi4>) {
  // expected-error @+1 {{'weft.add' op operand #0 must be ranked tensor of float or integer (f16, bf16, f32, f64, i8 to i64 or ui8 to ui64) values, but got 'tensor<4x8xi4>'}}
  %x = weft.add %q, %q : (tensor<4x8xi4>, tensor<4x8xi4>) -> tensor<4x8xi4>
  weft.return
}

// -----

weft.func @f(%x: tensor<4x8xf32>, %s: tensor<f32>) {
  // expected-error @+1 {{'weft.quantize' op result #0 must be ranked tensor of integer (i8 to i64 or ui8 to ui64) values, but got 'tensor<4x8xi4>'}}
  %q = weft.quantize %x, %s : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xi4>
  weft.return
}

// -----

weft.func @f(%q: tensor<4x8xi3>) {
  // expected-error @+1 {{'weft.transpose' op operand #0 must be ranked tensor of any (f16, bf16, f32, f64, i8 to i64, ui8 to ui64 or i1) values, but got 'tensor<4x8xi3>'}}
  %t = weft.transpose %q {permutation = array<i64: 1, 0>} : (tensor<4x8xi3>) -> tensor<8x4xi3>
  weft.return
}

// -----

weft.func @f(%q: tensor<4x8xi7>, %s: tensor<f32>) {
  // expected-error @+1 {{'weft.dequantize' op operand #0 must be ranked tensor of code (i3 to i6, i8 to i64 or ui8 to ui64) values, but got 'tensor<4x8xi7>'}}
  %x = weft.dequantize %q, %s : (tensor<4x8xi7>, tensor<f32>) -> tensor<4x8xf32>
  weft.return
}

// -----

// expected-error @+1 {{'weft.parameter' op attribute 'type' failed to satisfy constraint: type attribute of ranked tensor of any (f16, bf16, f32, f64, i3 to i6, i8 to i64, ui8 to ui64 or i1) values}}
weft.parameter @w : tensor<4xi2>
