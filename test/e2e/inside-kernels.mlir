// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Constants, and elementwise ops, inside of kernels that are built around another op.

weft.func @test_gather_constant_indices(%a0: tensor<4x?xf32>) -> (tensor<2x?xf32>) {
  %i = weft.constant dense<[2, 0]> : tensor<2xi64>
  %r0 = weft.gather %a0, %i {dim = 0 : i64} : (tensor<4x?xf32>, tensor<2xi64>) -> (tensor<2x?xf32>)
  weft.return %r0 : tensor<2x?xf32>
}
weft.func @inputs_gather_constant_indices() -> (tensor<4x2xf32>) {
  %0 = weft.constant dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [7.0, 8.0]]> : tensor<4x2xf32>
  weft.return %0 : tensor<4x2xf32>
}
weft.func @expected_gather_constant_indices() -> (tensor<2x2xf32>) {
  %0 = weft.constant dense<[[5.0, 6.0], [1.0, 2.0]]> : tensor<2x2xf32>
  weft.return %0 : tensor<2x2xf32>
}
weft.func @test_scatter_nd_into_constant(%a0: tensor<2x3xf32>) -> (tensor<4x3xf32>) {
  %z = weft.constant dense<1.0> : tensor<4x3xf32>
  %i = weft.constant dense<[[2], [0]]> : tensor<2x1xi64>
  %r0 = weft.scatter_nd add %z, %i, %a0 : (tensor<4x3xf32>, tensor<2x1xi64>, tensor<2x3xf32>) -> (tensor<4x3xf32>)
  weft.return %r0 : tensor<4x3xf32>
}
weft.func @inputs_scatter_nd_into_constant() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @expected_scatter_nd_into_constant() -> (tensor<4x3xf32>) {
  %0 = weft.constant dense<[[5.0, 6.0, 7.0], [1.0, 1.0, 1.0], [2.0, 3.0, 4.0], [1.0, 1.0, 1.0]]> : tensor<4x3xf32>
  weft.return %0 : tensor<4x3xf32>
}
weft.func @test_scatter_elements_into_constant(%a0: tensor<2xf32>) -> (tensor<4xf32>) {
  %z = weft.constant dense<1.0> : tensor<4xf32>
  %i = weft.constant dense<[2, 0]> : tensor<2xi64>
  %r0 = weft.scatter_elements add %z, %i, %a0 {dim = 0 : i64} : (tensor<4xf32>, tensor<2xi64>, tensor<2xf32>) -> (tensor<4xf32>)
  weft.return %r0 : tensor<4xf32>
}
weft.func @inputs_scatter_elements_into_constant() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[1.0, 2.0]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @expected_scatter_elements_into_constant() -> (tensor<4xf32>) {
  %0 = weft.constant dense<[3.0, 1.0, 2.0, 1.0]> : tensor<4xf32>
  weft.return %0 : tensor<4xf32>
}
weft.func @test_elementwise_around(%a0: tensor<3x20xf32>) -> (tensor<3xi32>, tensor<3x20xf32>) {
  %n = weft.neg %a0 : (tensor<3x20xf32>) -> (tensor<3x20xf32>)
  %i = weft.arg_reduce min %n {dim = 1 : i64} : (tensor<3x20xf32>) -> (tensor<3xi64>)
  %r0 = weft.cast %i : (tensor<3xi64>) -> (tensor<3xi32>)
  %m = weft.abs %a0 : (tensor<3x20xf32>) -> (tensor<3x20xf32>)
  %c = weft.cumulative sum %m {dim = 0 : i64} : (tensor<3x20xf32>) -> (tensor<3x20xf32>)
  %r1 = weft.neg %c : (tensor<3x20xf32>) -> (tensor<3x20xf32>)
  weft.return %r0, %r1 : tensor<3xi32>, tensor<3x20xf32>
}
weft.func @inputs_elementwise_around() -> (tensor<3x20xf32>) {
  %0 = weft.constant dense<[[-3.0, 4.0, 0.0, 7.0, 3.0, -1.0, 6.0, 2.0, -2.0, 5.0, 1.0, -3.0, 4.0, 0.0, 7.0, 3.0, -1.0, 6.0, 2.0, -2.0], [-3.0, -10.0, -6.0, -13.0, -9.0, -5.0, -12.0, -8.0, -4.0, -11.0, -7.0, -3.0, -10.0, -6.0, -13.0, -9.0, -5.0, -12.0, -8.0, -4.0], [-3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0, -3.0]]> : tensor<3x20xf32>
  weft.return %0 : tensor<3x20xf32>
}
weft.func @test_nonzero_of_constant() -> (tensor<2x6xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.nonzero %0 : (tensor<2x3xf32>) -> (tensor<2x6xi64>)
  weft.return %1 : tensor<2x6xi64>
}
weft.func @expected_nonzero_of_constant() -> (tensor<2x6xi64>) {
  %0 = weft.constant dense<[[0,0,0,1,1,1],[0,1,2,0,1,2]]> : tensor<2x6xi64>
  weft.return %0 : tensor<2x6xi64>
}
weft.func @expected_elementwise_around() -> (tensor<3xi32>, tensor<3x20xf32>) {
  %0 = weft.constant dense<[3, 0, 0]> : tensor<3xi32>
  %1 = weft.constant dense<[[-3.0, -4.0, -0.0, -7.0, -3.0, -1.0, -6.0, -2.0, -2.0, -5.0, -1.0, -3.0, -4.0, -0.0, -7.0, -3.0, -1.0, -6.0, -2.0, -2.0], [-6.0, -14.0, -6.0, -20.0, -12.0, -6.0, -18.0, -10.0, -6.0, -16.0, -8.0, -6.0, -14.0, -6.0, -20.0, -12.0, -6.0, -18.0, -10.0, -6.0], [-9.0, -17.0, -9.0, -23.0, -15.0, -9.0, -21.0, -13.0, -9.0, -19.0, -11.0, -9.0, -17.0, -9.0, -23.0, -15.0, -9.0, -21.0, -13.0, -9.0]]> : tensor<3x20xf32>
  weft.return %0, %1 : tensor<3xi32>, tensor<3x20xf32>
}
