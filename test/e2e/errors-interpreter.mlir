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
