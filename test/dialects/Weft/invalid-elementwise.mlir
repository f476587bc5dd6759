// RUN: weft-opt %s --split-input-file --verify-diagnostics

weft.func @f(%a: tensor<4x3xf32>, %b: tensor<4xf32>) {
  // expected-error @+2 {{operands do not broadcast: 'tensor<4x3xf32>' 'tensor<4xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.add %a, %b : (tensor<4x3xf32>, tensor<4xf32>) -> tensor<4x3xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<4xf32>, %b: tensor<4xf64>) {
  // expected-error @+1 {{requires the same element type for all operands and results}}
  %y = weft.add %a, %b : (tensor<4xf32>, tensor<4xf64>) -> tensor<4xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<4xf32>) {
  // expected-error @+2 {{inferred type(s) 'tensor<4xf32>' are incompatible with return type(s) of operation 'tensor<5xf32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.exp %a : (tensor<4xf32>) -> tensor<5xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<4xi32>) {
  // expected-error @+1 {{operand #0 must be ranked tensor of float (f16, bf16, f32 or f64) values, but got 'tensor<4xi32>'}}
  %y = weft.exp %a : (tensor<4xi32>) -> tensor<4xi32>
  weft.return
}

// -----

weft.func @f(%a: tensor<4xi1>) {
  // expected-error-re @+1 {{operand #0 must be ranked tensor of {{.*}} values, but got 'tensor<4xi1>'}}
  %y = weft.add %a, %a : (tensor<4xi1>, tensor<4xi1>) -> tensor<4xi1>
  weft.return
}

// -----

// No type of the dialect is explicitly signed, unranked or an index.
weft.func @f(%a: tensor<4xsi8>) {
  // expected-error-re @+1 {{operand #0 must be ranked tensor of {{.*}} values, but got 'tensor<4xsi8>'}}
  %y = weft.neg %a : (tensor<4xsi8>) -> tensor<4xsi8>
  weft.return
}

// -----

weft.func @f(%a: tensor<4xf32>, %b: tensor<4xi32>) {
  // expected-error @+1 {{requires the same element type for all operands}}
  %y = weft.compare lt %a, %b : (tensor<4xf32>, tensor<4xi32>) -> tensor<4xi1>
  weft.return
}

// -----

weft.func @f(%a: tensor<4xf32>) {
  // expected-error-re @+2 {{expected {{.*}}keyword}}
  // expected-error @+1 {{failed to parse Weft_PredicateAttr parameter 'value'}}
  %y = weft.compare %a, %a : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
  weft.return
}

// -----

weft.func @f(%c: tensor<4xi1>, %a: tensor<4xf32>, %b: tensor<4xi32>) {
  // expected-error @+2 {{expected both values of one element type, found 'tensor<4xf32>' and 'tensor<4xi32>'}}
  // expected-error @+1 {{failed to infer returned types}}
  %y = weft.select %c, %a, %b : (tensor<4xi1>, tensor<4xf32>, tensor<4xi32>) -> tensor<4xf32>
  weft.return
}

// -----

weft.func @f(%a: tensor<4xf32>) {
  // expected-error @+1 {{requires the same shape for all operands and results}}
  %y = weft.cast %a : (tensor<4xf32>) -> tensor<5xi32>
  weft.return
}

// -----

weft.func @f(%a: tensor<4xf32>) {
  // expected-error @+1 {{'weft.bitcast' op expected element types of one width, found 32 and 16 bits}}
  %y = weft.bitcast %a : (tensor<4xf32>) -> tensor<4xi16>
  weft.return
}
