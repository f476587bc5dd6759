// RUN: weft-opt %s --split-input-file --verify-diagnostics

weft.func @f(%a: tensor<2x3xf32>) {
  // expected-error @+1 {{expected an equation of the form "bmk,kn->bmn", found "mk,kn"}}
  %y = weft.contract "mk,kn" %a, %a : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<f32>
  weft.return
}

// -----

weft.func @f(%a: tensor<2x2xf32>) {
  // expected-error @+1 {{expected letters that do not repeat within a term, found "kk,kn->n"}}
  %y = weft.contract "kk,kn->n" %a, %a : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<2x2xf32>) {
  // expected-error @+1 {{expected letters that do not repeat within a term, found "m1,1n->mn"}}
  %y = weft.contract "m1,1n->mn" %a, %a : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<2x2xf32>) {
  // expected-error @+1 {{expected every dimension of the result in an operand, found 'x' in "mk,kn->mx"}}
  %y = weft.contract "mk,kn->mx" %a, %a : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<2x2xf32>) {
  // expected-error @+1 {{expected the left operand of "bmk,kn->bmn" to have rank 3, found 'tensor<2x2xf32>'}}
  %y = weft.contract "bmk,kn->bmn" %a, %a : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2x2xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<2x2xf32>) {
  // expected-error @+1 {{expected the right operand of "mk,k->m" to have rank 1, found 'tensor<2x2xf32>'}}
  %y = weft.contract "mk,k->m" %a, %a : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<2x3xf32>, %b: tensor<4x5xf32>) {
  // expected-error @+1 {{expected dimension 'k' of "mk,kn->mn" to have one size, found 3 and 4}}
  %y = weft.contract "mk,kn->mn" %a, %b : (tensor<2x3xf32>, tensor<4x5xf32>) -> tensor<2x5xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<2x3xf32>, %b: tensor<3x5xf32>) {
  // expected-error @+1 {{expected a result of rank 2, found 'tensor<10xf32>'}}
  %y = weft.contract "mk,kn->mn" %a, %b : (tensor<2x3xf32>, tensor<3x5xf32>) -> tensor<10xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<2x3xf32>, %b: tensor<3x5xf32>) {
  // expected-error @+1 {{expected dimension 'n' of the result of size 5, found 6}}
  %y = weft.contract "mk,kn->mn" %a, %b : (tensor<2x3xf32>, tensor<3x5xf32>) -> tensor<2x6xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<2x3xi8>, %b: tensor<3x5xi8>) {
  // expected-error @+1 {{expected all floats or all integers, found 'tensor<2x3xi8>', 'tensor<3x5xi8>' and 'tensor<2x5xf32>'}}
  %y = weft.contract "mk,kn->mn" %a, %b : (tensor<2x3xi8>, tensor<3x5xi8>) -> tensor<2x5xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x8x3xf32>, %w: tensor<3x3x3x16xf32>) {
  // expected-error @+2 {{expected input and filter of one rank of at least 3, found 'tensor<1x8x3xf32>' and 'tensor<3x3x3x16xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.conv %x, %w {strides = array<i64: 1>, dilations = array<i64: 1>, input_dilations = array<i64: 1>, padding = array<i64: 0, 0>}
     : (tensor<1x8x3xf32>, tensor<3x3x3x16xf32>) -> tensor<1x8x16xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x8x3xf32>, %w: tensor<3x3x16xf32>) {
  // expected-error @+2 {{expected 1 strides, dilations and input_dilations, and 2 paddings}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.conv %x, %w {strides = array<i64: 1>, dilations = array<i64: 1>, input_dilations = array<i64: 1>, padding = array<i64: 0>}
     : (tensor<1x8x3xf32>, tensor<3x3x16xf32>) -> tensor<1x6x16xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x8x3xf32>, %w: tensor<3x3x16xf32>) {
  // expected-error @+2 {{expected positive strides, dilations, input_dilations and groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.conv %x, %w {strides = array<i64: 0>, dilations = array<i64: 1>, input_dilations = array<i64: 1>, padding = array<i64: 0, 0>}
     : (tensor<1x8x3xf32>, tensor<3x3x16xf32>) -> tensor<1x6x16xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x8x?xf32>, %w: tensor<3x3x?xf32>) {
  // expected-error @+2 {{expected positive strides, dilations, input_dilations and groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.conv %x, %w {strides = array<i64: 1>, dilations = array<i64: 1>, input_dilations = array<i64: 1>, padding = array<i64: 0, 0>, groups = -1 : i64}
     : (tensor<1x8x?xf32>, tensor<3x3x?xf32>) -> tensor<1x6x?xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x8x3xf32>, %w: tensor<3x2x16xf32>) {
  // expected-error @+2 {{expected 3 input channels to be the filter's 2 times 1 groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.conv %x, %w {strides = array<i64: 1>, dilations = array<i64: 1>, input_dilations = array<i64: 1>, padding = array<i64: 0, 0>}
     : (tensor<1x8x3xf32>, tensor<3x2x16xf32>) -> tensor<1x6x16xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<1x8x4xf32>, %w: tensor<3x2x15xf32>) {
  // expected-error @+2 {{expected 15 outputs to be a multiple of 2 groups}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.conv %x, %w {strides = array<i64: 1>, dilations = array<i64: 1>, input_dilations = array<i64: 1>, padding = array<i64: 0, 0>, groups = 2 : i64}
     : (tensor<1x8x4xf32>, tensor<3x2x15xf32>) -> tensor<1x6x15xf32>
  weft.return
}

// -----

// Absurd attributes give a size too large to exist, and no overflow.
weft.func @f(%x: tensor<1x8x4xf32>, %w: tensor<3x4x15xf32>) {
  // expected-error @+2 {{inferred type(s) 'tensor<1x9223372036854775807x15xf32>' are incompatible}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.conv %x, %w {strides = array<i64: 1>, dilations = array<i64: 1>, input_dilations = array<i64: 9223372036854775807>,
                         padding = array<i64: 9223372036854775807, 9223372036854775807>}
     : (tensor<1x8x4xf32>, tensor<3x4x15xf32>) -> tensor<1x6x15xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<12x128x64xf32>, %k: tensor<1x12x128x64xf32>) {
  // expected-error @+1 {{expected query, key, value and result of rank 4 and one element type, found 'tensor<12x128x64xf32>'}}
  %y = weft.attention %q, %k, %k {scale = 1.0 : f32} : (tensor<12x128x64xf32>, tensor<1x12x128x64xf32>, tensor<1x12x128x64xf32>) -> tensor<1x12x128x64xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<1x2x3x4xf32>, %k: tensor<1x2x3x5xf32>) {
  // expected-error @+1 {{expected query and key of one width, found 'tensor<1x2x3x4xf32>' and 'tensor<1x2x3x5xf32>'}}
  %y = weft.attention %q, %k, %k {scale = 1.0 : f32} : (tensor<1x2x3x4xf32>, tensor<1x2x3x5xf32>, tensor<1x2x3x5xf32>) -> tensor<1x2x3x5xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<1x2x3x4xf32>, %v: tensor<1x2x5x4xf32>) {
  // expected-error @+1 {{expected key and value to agree but in width, found 'tensor<1x2x3x4xf32>' and 'tensor<1x2x5x4xf32>'}}
  %y = weft.attention %q, %q, %v {scale = 1.0 : f32} : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x5x4xf32>) -> tensor<1x2x3x4xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<1x3x3x4xf32>, %k: tensor<1x2x3x4xf32>) {
  // expected-error @+1 {{expected the key's 2 heads to divide the query's 3}}
  %y = weft.attention %q, %k, %k {scale = 1.0 : f32} : (tensor<1x3x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>) -> tensor<1x3x3x4xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<1x2x3x4xf32>) {
  // expected-error @+1 {{expected a result of the query's shape with the value's width, found 'tensor<1x2x3x5xf32>'}}
  %y = weft.attention %q, %q, %q {scale = 1.0 : f32} : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>) -> tensor<1x2x3x5xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<1x2x3x4xf32>, %m: tensor<1x1x1x3x3xf32>) {
  // expected-error @+1 {{expected a mask of floats or truth values of rank at most 4, found 'tensor<1x1x1x3x3xf32>'}}
  %y = weft.attention %q, %q, %q mask %m {scale = 1.0 : f32}
     : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x1x1x3x3xf32>) -> tensor<1x2x3x4xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<1x2x3x4xf32>, %m: tensor<3x3xi64>) {
  // expected-error @+1 {{expected a mask of floats or truth values of rank at most 4, found 'tensor<3x3xi64>'}}
  %y = weft.attention %q, %q, %q mask %m {scale = 1.0 : f32}
     : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<3x3xi64>) -> tensor<1x2x3x4xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<1x2x3x4xf32>, %p: tensor<2x7x4xf32>) {
  // expected-error @+1 {{expected a past key that differs from 'tensor<1x2x3x4xf32>' in length only, found 'tensor<2x7x4xf32>'}}
  %y = weft.attention %q, %q, %q past %p, %p {scale = 1.0 : f32}
     : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<2x7x4xf32>, tensor<2x7x4xf32>) -> tensor<1x2x3x4xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<1x2x3x4xf32>) {
  // expected-error @+1 {{expected both or none of past key and value}}
  %y = "weft.attention"(%q, %q, %q, %q) <{operandSegmentSizes = array<i32: 1, 1, 1, 0, 1, 0>, scale = 1.0 : f32}>
     : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>) -> tensor<1x2x3x4xf32>
  weft.return
}

// -----

weft.func @f(%q: tensor<1x2x3x4xf32>) {
  // expected-error @+1 {{expected both or none of the joined key and value}}
  %y:2 = weft.attention %q, %q, %q {scale = 1.0 : f32}
     : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>) -> (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>)
  weft.return
}
