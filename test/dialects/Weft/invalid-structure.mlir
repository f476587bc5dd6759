// RUN: weft-opt %s --split-input-file --verify-diagnostics

// expected-error @+1 {{expected ranked tensors as arguments, found 'i32'}}
weft.func @f(%x: i32) {
  weft.return
}

// -----

// expected-error @below {{expected weft.dim_ranges to be a dictionary of array<i64: LO, HI>, found {n = array<i64: 3, 1>}}}
weft.func @ranges(%x: tensor<?xf32> {weft.dims = ["n"]}) -> tensor<?xf32> attributes {weft.dim_ranges = {n = array<i64: 3, 1>}} {
  weft.return %x : tensor<?xf32>
}

// -----

// expected-error @+1 {{expected weft.dims of argument 0 to name each dimension of 'tensor<?x4xf32>', found ["batch"]}}
weft.func @f(%x: tensor<?x4xf32> {weft.dims = ["batch"]}) {
  weft.return
}

// -----

// expected-error @+1 {{expected weft.dims of result 0 to name each dimension of 'tensor<4xf32>', found [1]}}
weft.func @f(%x: tensor<4xf32>) -> (tensor<4xf32> {weft.dims = [1]}) {
  weft.return %x : tensor<4xf32>
}

// -----

weft.func @f(%x: tensor<4xf32>) -> tensor<5xf32> {
  // expected-error @+1 {{expected the results of @f, 'tensor<5xf32>', found 'tensor<4xf32>'}}
  weft.return %x : tensor<4xf32>
}

// -----

weft.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{expected @g to be a weft.func of this module}}
  weft.call @g(%x) : (tensor<4xf32>) -> ()
  weft.return
}

// -----

weft.func @g(%x: tensor<5xf32>) {
  weft.return
}
weft.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{expected the type of @g, '(tensor<5xf32>) -> ()'}}
  weft.call @g(%x) : (tensor<4xf32>) -> ()
  weft.return
}

// -----

weft.parameter @g = dense<1.0> : tensor<4xf32>
weft.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{expected @g to be a weft.func of this module}}
  %y = weft.dispatch @g(%x) : (tensor<4xf32>) -> tensor<4xf32>
  weft.return
}

// -----

weft.func @f(%c: tensor<i1>, %x: tensor<4xf32>, %y: tensor<5xf32>) {
  // expected-error @+1 {{expected both regions to yield 'tensor<4xf32>', found 'tensor<5xf32>'}}
  %z = weft.if %c : tensor<i1> -> (tensor<4xf32>) {
    weft.yield %x : tensor<4xf32>
  } else {
    weft.yield %y : tensor<5xf32>
  }
  weft.return
}

// -----

weft.func @f(%c: tensor<2xi1>) {
  // expected-error @+1 {{operand #0 must be 0D tensor of truth (i1) values, but got 'tensor<2xi1>'}}
  weft.if %c : tensor<2xi1> {
    weft.yield
  } else {
    weft.yield
  }
  weft.return
}

// -----

weft.func @f(%z: tensor<f32>, %t: tensor<i1>) {
  // expected-error @+1 {{expected the body to take the repetition's number and 1 carried values, found 1 arguments}}
  %s = weft.loop init(%z : tensor<f32>) -> (tensor<f32>) {
  ^bb0(%i: tensor<i64>):
    weft.yield %t, %z : tensor<i1>, tensor<f32>
  }
  weft.return
}

// -----

weft.func @f(%z: tensor<f32>, %t: tensor<i1>) {
  // expected-error @+1 {{expected the body's first argument of type tensor<i64>, found 'tensor<i32>'}}
  weft.loop {
  ^bb0(%i: tensor<i32>):
    weft.yield %t : tensor<i1>
  }
  weft.return
}

// -----

weft.func @f(%z: tensor<f32>, %t: tensor<i1>) {
  // expected-error @+1 {{expected the body to yield a condition and 1 values, found 1}}
  %s = weft.loop init(%z : tensor<f32>) -> (tensor<f32>) {
  ^bb0(%i: tensor<i64>, %a: tensor<f32>):
    weft.yield %t : tensor<i1>
  }
  weft.return
}

// -----

weft.func @f(%z: tensor<f32>, %t: tensor<i1>) {
  // expected-error @+1 {{expected the first value yielded to be the condition, tensor<i1>, found 'tensor<f32>'}}
  %s = weft.loop init(%z : tensor<f32>) -> (tensor<f32>) {
  ^bb0(%i: tensor<i64>, %a: tensor<f32>):
    weft.yield %a, %a : tensor<f32>, tensor<f32>
  }
  weft.return
}

// -----

weft.func @f(%z: tensor<f32>, %t: tensor<i1>, %o: tensor<2xf32>) {
  // expected-error @+1 {{expected carried values of types 'tensor<f32>' on entry, when yielded and as results}}
  %s = weft.loop init(%z : tensor<f32>) -> (tensor<f32>) {
  ^bb0(%i: tensor<i64>, %a: tensor<f32>):
    weft.yield %t, %o : tensor<i1>, tensor<2xf32>
  }
  weft.return
}

// -----

weft.func @f(%z: tensor<f32>, %t: tensor<i1>) {
  // expected-error @+1 {{expected result 1 to stack values of type 'tensor<f32>', found 'tensor<f32>'}}
  %s, %all = weft.loop init(%z : tensor<f32>) -> (tensor<f32>, tensor<f32>) {
  ^bb0(%i: tensor<i64>, %a: tensor<f32>):
    weft.yield %t, %a, %a : tensor<i1>, tensor<f32>, tensor<f32>
  }
  weft.return
}

// -----

// expected-error @+1 {{expected static dimensions, found 'tensor<?xf32>'}}
weft.parameter @w : tensor<?xf32>

// -----

// expected-error @+1 {{expected a value of type 'tensor<3xf32>', found 'tensor<2xf32>'}}
"weft.parameter"() <{sym_name = "w", type = tensor<3xf32>, value = dense<1.0> : tensor<2xf32>}> : () -> ()

// -----

weft.func @f() {
  // expected-error @+1 {{expected @w to be a weft.parameter of this module}}
  %w = weft.get @w : tensor<2xf32>
  weft.return
}

// -----

weft.parameter @w : tensor<3xf32>
weft.func @f() {
  // expected-error @+1 {{expected the type of @w, 'tensor<3xf32>', found 'tensor<2xf32>'}}
  %w = weft.get @w : tensor<2xf32>
  weft.return
}

// -----

weft.func @f() {
  // expected-error @+1 {{failed to verify that all of {value, result} have same type}}
  %w = "weft.constant"() <{value = dense<1.0> : tensor<2xf32>}> : () -> tensor<3xf32>
  weft.return
}

// -----

weft.func @f(%x: tensor<8x4xf32>) {
  // expected-error @+1 {{expected the body to take 1 values, found 0}}
  %y = weft.map 8(%x : tensor<8x4xf32>) -> (tensor<8x4xf32>) {
    %r = weft.constant dense<1.0> : tensor<1x4xf32>
    weft.yield %r : tensor<1x4xf32>
  }
  weft.return
}

// -----

weft.func @f(%x: tensor<8x4xf32>) {
  // expected-error @+1 {{expected the body to take operand 0, 'tensor<8x4xf32>', or one of 8 slices of it, found 'tensor<2x4xf32>'}}
  %y = weft.map 8(%x : tensor<8x4xf32>) -> (tensor<16x4xf32>) {
  ^bb0(%a: tensor<2x4xf32>):
    weft.yield %a : tensor<2x4xf32>
  }
  weft.return
}

// -----

weft.func @f(%x: tensor<8x4xf32>) {
  // expected-error @+1 {{expected the body to yield one of 8 slices of result 0, 'tensor<8x4xf32>', found 'tensor<4xf32>'}}
  %y = weft.map 8(%x : tensor<8x4xf32>) -> (tensor<8x4xf32>) {
  ^bb0(%a: tensor<1x4xf32>):
    %r = weft.reshape %a : (tensor<1x4xf32>) -> tensor<4xf32>
    weft.yield %r : tensor<4xf32>
  }
  weft.return
}

// -----

weft.func @f(%x: tensor<8x4xf32>) {
  // expected-error @+1 {{expected the body to yield 1 values, found 0}}
  %y = weft.map 8(%x : tensor<8x4xf32>) -> (tensor<8x4xf32>) {
  ^bb0(%a: tensor<1x4xf32>):
    weft.yield
  }
  weft.return
}

// -----

weft.func @f() {
  // expected-error @+1 {{attribute 'parts' failed to satisfy constraint: 64-bit signless integer attribute whose value is positive}}
  %c = weft.shares_evenly 0 : tensor<i1>
  weft.return
}
