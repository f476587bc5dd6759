// RUN: weft-e2e %s
//
// Errors that the interpreter alone says in these words: compiled code computes these ops by simpler ones, which check less or say it otherwise.

weft.func @test_scale_count(%a0: tensor<?xf32>, %a1: tensor<?xf32>) -> (tensor<?xi8>) attributes {weft.error = "expected scales of sizes [3], found [2]"} {
  %r0 = weft.quantize %a0, %a1 : (tensor<?xf32>, tensor<?xf32>) -> (tensor<?xi8>)
  weft.return %r0 : tensor<?xi8>
}
weft.func @inputs_scale_count() -> (tensor<3xf32>, tensor<2xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<1.0> : tensor<2xf32>
  weft.return %0, %1 : tensor<3xf32>, tensor<2xf32>
}

weft.func @test_resize_scale(%a0: tensor<?xf32>, %a1: tensor<1xi64>, %a2: tensor<1xf32>) -> (tensor<?xf32>) attributes {weft.error = "expected a scale above 0 for dimension 0"} {
  %r0 = weft.resize linear %a0, %a1, %a2 {dims = array<i64: 0>, coordinates = #weft<coordinates half_pixel>} : (tensor<?xf32>, tensor<1xi64>, tensor<1xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_resize_scale() -> (tensor<3xf32>, tensor<1xi64>, tensor<1xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<2> : tensor<1xi64>
  %2 = weft.constant dense<0.0> : tensor<1xf32>
  weft.return %0, %1, %2 : tensor<3xf32>, tensor<1xi64>, tensor<1xf32>
}

weft.func @test_resize_counts(%a0: tensor<?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xf32>) -> (tensor<?xf32>) attributes {weft.error = "expected 1 sizes and scales, found 2 and 1"} {
  %r0 = weft.resize linear %a0, %a1, %a2 {dims = array<i64: 0>, coordinates = #weft<coordinates half_pixel>} : (tensor<?xf32>, tensor<?xi64>, tensor<?xf32>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_resize_counts() -> (tensor<3xf32>, tensor<2xi64>, tensor<1xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<2> : tensor<2xi64>
  %2 = weft.constant dense<1.0> : tensor<1xf32>
  weft.return %0, %1, %2 : tensor<3xf32>, tensor<2xi64>, tensor<1xf32>
}

weft.func @test_resize_antialias(%a0: tensor<?xf32>, %a1: tensor<1xi64>, %a2: tensor<1xf32>) -> (tensor<?xf32>) attributes {weft.error = "for the 3 elements of dimension 0, found 0.1"} {
  %r0 = weft.resize linear %a0, %a1, %a2 {dims = array<i64: 0>, coordinates = #weft<coordinates half_pixel>, antialias} : (tensor<?xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_resize_antialias() -> (tensor<3xf32>, tensor<1xi64>, tensor<1xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<2> : tensor<1xi64>
  %2 = weft.constant dense<0.1> : tensor<1xf32>
  weft.return %0, %1, %2 : tensor<3xf32>, tensor<1xi64>, tensor<1xf32>
}

weft.func @test_tile_overflow(%a0: tensor<?xf32>, %a1: tensor<1xi64>) -> (tensor<?xf32>) attributes {weft.error = "9223372036854775807 repetitions of 3 elements are more than any memory holds"} {
  %r0 = weft.tile %a0, %a1 : (tensor<?xf32>, tensor<1xi64>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_tile_overflow() -> (tensor<3xf32>, tensor<1xi64>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<9223372036854775807> : tensor<1xi64>
  weft.return %0, %1 : tensor<3xf32>, tensor<1xi64>
}

weft.func @test_pad_overflow(%a0: tensor<?xf32>, %a1: tensor<1xi64>, %a2: tensor<f32>) -> (tensor<?xf32>) attributes {weft.error = "padding dimension 0 by 9223372036854775807 and 9223372036854775807 is more than any memory holds"} {
  %r0 = weft.pad constant %a0, %a1, %a1, %a2 : (tensor<?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<f32>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_pad_overflow() -> (tensor<3xf32>, tensor<1xi64>, tensor<f32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<9223372036854775807> : tensor<1xi64>
  %2 = weft.constant dense<0.0> : tensor<f32>
  weft.return %0, %1, %2 : tensor<3xf32>, tensor<1xi64>, tensor<f32>
}

weft.func @test_limit(%a0: tensor<?xf32>, %a1: tensor<1xi64>) -> (tensor<?xf32>) attributes {weft.error = "has sizes [3000000000000], more than the limit of"} {
  %r0 = weft.tile %a0, %a1 : (tensor<?xf32>, tensor<1xi64>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_limit() -> (tensor<3xf32>, tensor<1xi64>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<1000000000000> : tensor<1xi64>
  weft.return %0, %1 : tensor<3xf32>, tensor<1xi64>
}

weft.func @test_extern(%a0: tensor<?xf32>) -> (tensor<?xf32>) attributes {weft.error = "is a plugin's kernel and has no reference meaning"} {
  %r0 = weft.extern "twice"(%a0) : (tensor<?xf32>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_extern() -> (tensor<3xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  weft.return %0 : tensor<3xf32>
}

weft.func private @absent(%x: tensor<?xf32>) -> tensor<?xf32>
weft.func @test_no_body(%a0: tensor<?xf32>) -> (tensor<?xf32>) attributes {weft.error = "@absent has no body"} {
  %r0 = weft.call @absent(%a0) : (tensor<?xf32>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_no_body() -> (tensor<3xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  weft.return %0 : tensor<3xf32>
}
