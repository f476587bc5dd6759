// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Bounds and scales that kernels compute. Expected values are worked out by hand.

weft.func @test_nearest(%x: tensor<?x?xf32>, %size: tensor<1xi64>, %factor: tensor<1xf32>, %other: tensor<1xf32>) -> tensor<?x?xf32> {
  %scale = weft.mul %factor, %other : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  %y = weft.resize nearest %x, %size, %scale {dims = array<i64: 1>, coordinates = #weft<coordinates half_pixel>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<?x?xf32>
  weft.return %y : tensor<?x?xf32>
}
weft.func @inputs_nearest() -> (tensor<2x3xf32>, tensor<1xi64>, tensor<1xf32>, tensor<1xf32>) {
  %0 = weft.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  %1 = weft.constant dense<6> : tensor<1xi64>
  %2 = weft.constant dense<4.0> : tensor<1xf32>
  %3 = weft.constant dense<0.5> : tensor<1xf32>
  weft.return %0, %1, %2, %3 : tensor<2x3xf32>, tensor<1xi64>, tensor<1xf32>, tensor<1xf32>
}
weft.func @expected_nearest() -> tensor<2x6xf32> {
  %0 = weft.constant dense<[[1.0, 1.0, 2.0, 2.0, 3.0, 3.0], [4.0, 4.0, 5.0, 5.0, 6.0, 6.0]]> : tensor<2x6xf32>
  weft.return %0 : tensor<2x6xf32>
}

weft.func @test_linear(%x: tensor<?x?xf32>, %size: tensor<1xi64>, %factor: tensor<1xf32>, %other: tensor<1xf32>) -> tensor<?x?xf32> {
  %scale = weft.mul %factor, %other : (tensor<1xf32>, tensor<1xf32>) -> tensor<1xf32>
  %y = weft.resize linear %x, %size, %scale {dims = array<i64: 1>, coordinates = #weft<coordinates half_pixel>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<?x?xf32>
  weft.return %y : tensor<?x?xf32>
}
weft.func @inputs_linear() -> (tensor<2x3xf32>, tensor<1xi64>, tensor<1xf32>, tensor<1xf32>) {
  %0 = weft.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  %1 = weft.constant dense<6> : tensor<1xi64>
  %2 = weft.constant dense<4.0> : tensor<1xf32>
  %3 = weft.constant dense<0.5> : tensor<1xf32>
  weft.return %0, %1, %2, %3 : tensor<2x3xf32>, tensor<1xi64>, tensor<1xf32>, tensor<1xf32>
}
weft.func @expected_linear() -> tensor<2x6xf32> {
  %0 = weft.constant dense<[[1.0, 1.25, 1.75, 2.25, 2.75, 3.0], [4.0, 4.25, 4.75, 5.25, 5.75, 6.0]]> : tensor<2x6xf32>
  weft.return %0 : tensor<2x6xf32>
}

weft.func @test_nothing(%x: tensor<?x?xf32>) -> tensor<?x?xf32> {
  %sizes = weft.constant dense<> : tensor<0xi64>
  %scales = weft.constant dense<> : tensor<0xf32>
  %y = weft.resize cubic %x, %sizes, %scales {dims = array<i64>, coordinates = #weft<coordinates half_pixel>} : (tensor<?x?xf32>, tensor<0xi64>, tensor<0xf32>) -> tensor<?x?xf32>
  weft.return %y : tensor<?x?xf32>
}
weft.func @inputs_nothing() -> tensor<1x2xf32> {
  %0 = weft.constant dense<[[1.0, 2.0]]> : tensor<1x2xf32>
  weft.return %0 : tensor<1x2xf32>
}
weft.func @expected_nothing() -> tensor<1x2xf32> {
  %0 = weft.constant dense<[[1.0, 2.0]]> : tensor<1x2xf32>
  weft.return %0 : tensor<1x2xf32>
}

weft.func @test_slice(%x: tensor<?xf32>, %list: tensor<?xi64>, %which: tensor<1xi64>) -> tensor<?xf32> {
  %start = weft.gather %list, %which {dim = 0 : i64} : (tensor<?xi64>, tensor<1xi64>) -> tensor<1xi64>
  %end = weft.constant dense<5> : tensor<1xi64>
  %step = weft.constant dense<1> : tensor<1xi64>
  %y = weft.slice %x, %start, %end, %step {dims = array<i64: 0>} : (tensor<?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?xf32>
  weft.return %y : tensor<?xf32>
}
weft.func @inputs_slice() -> (tensor<6xf32>, tensor<3xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]> : tensor<6xf32>
  %1 = weft.constant dense<[4, 2, 0]> : tensor<3xi64>
  %2 = weft.constant dense<1> : tensor<1xi64>
  weft.return %0, %1, %2 : tensor<6xf32>, tensor<3xi64>, tensor<1xi64>
}
weft.func @expected_slice() -> tensor<3xf32> {
  %0 = weft.constant dense<[3.0, 4.0, 5.0]> : tensor<3xf32>
  weft.return %0 : tensor<3xf32>
}
