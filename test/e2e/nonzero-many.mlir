// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Nonzero of more elements than one task looks at: how many there are, and sums that tell their places.

// The places i in [0, 50000) with i mod 7 = 3 are 3 + 7j for j in [0, 7143): 7143 of them with the sum 3 * 7143 + 7 * 7143 * 7142 / 2.
weft.func @test_every_seventh(%a0: tensor<i64>) -> (tensor<1xi64>, tensor<2xi64>) {
  %seven = weft.constant dense<7> : tensor<i64>
  %three = weft.constant dense<3> : tensor<i64>
  %i = weft.iota %a0 : (tensor<i64>) -> (tensor<?xi64>)
  %m = weft.rem %i, %seven : (tensor<?xi64>, tensor<i64>) -> (tensor<?xi64>)
  %is = weft.compare eq %m, %three : (tensor<?xi64>, tensor<i64>) -> (tensor<?xi1>)
  %p = weft.nonzero %is : (tensor<?xi1>) -> (tensor<1x?xi64>)
  %sum = weft.reduce sum %p {dims = array<i64: 1>} : (tensor<1x?xi64>) -> (tensor<1xi64>)
  %shape = weft.shape %p : (tensor<1x?xi64>) -> (tensor<2xi64>)
  weft.return %sum, %shape : tensor<1xi64>, tensor<2xi64>
}
weft.func @inputs_every_seventh() -> tensor<i64> {
  %0 = weft.constant dense<50000> : tensor<i64>
  weft.return %0 : tensor<i64>
}
weft.func @expected_every_seventh() -> (tensor<1xi64>, tensor<2xi64>) {
  %0 = weft.constant dense<178575000> : tensor<1xi64>
  %1 = weft.constant dense<[1, 7143]> : tensor<2xi64>
  weft.return %0, %1 : tensor<1xi64>, tensor<2xi64>
}
