// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Numbers that stand in the program itself, read as values and as indices. Made by generate.py.

weft.func @test_whole(%a0: tensor<3x5xi64>) -> (tensor<3x5xi64>) {
  %c0 = weft.constant dense<[7, -2, 0, 5, 11]> : tensor<5xi64>
  %r0 = weft.add %a0, %c0 : (tensor<3x5xi64>, tensor<5xi64>) -> (tensor<3x5xi64>)
  weft.return %r0 : tensor<3x5xi64>
}
weft.func @test_whole.dynamic(%a0: tensor<?x?xi64>) -> (tensor<?x?xi64>) {
  %c0 = weft.constant dense<[7, -2, 0, 5, 11]> : tensor<5xi64>
  %r0 = weft.add %a0, %c0 : (tensor<?x?xi64>, tensor<5xi64>) -> (tensor<?x?xi64>)
  weft.return %r0 : tensor<?x?xi64>
}
weft.func @inputs_whole() -> (tensor<3x5xi64>) {
  %0 = weft.constant dense<[[5, -6, 5, -9, 2], [-4, -6, -2, -6, 6], [4, 1, -9, -8, -5]]> : tensor<3x5xi64>
  weft.return %0 : tensor<3x5xi64>
}
weft.func @expected_whole() -> (tensor<3x5xi64>) {
  %0 = weft.constant dense<[[12, -8, 5, -4, 13], [3, -8, -2, -1, 17], [11, -1, -9, -3, 6]]> : tensor<3x5xi64>
  weft.return %0 : tensor<3x5xi64>
}
weft.func @test_element(%a0: tensor<5x3xi64>) -> (tensor<5x3xi64>) {
  %c0 = weft.constant dense<[[7], [-2], [0], [5], [11]]> : tensor<5x1xi64>
  %r0 = weft.mul %a0, %c0 : (tensor<5x3xi64>, tensor<5x1xi64>) -> (tensor<5x3xi64>)
  weft.return %r0 : tensor<5x3xi64>
}
weft.func @test_element.dynamic(%a0: tensor<?x?xi64>) -> (tensor<?x?xi64>) {
  %c0 = weft.constant dense<[[7], [-2], [0], [5], [11]]> : tensor<5x1xi64>
  %r0 = weft.mul %a0, %c0 : (tensor<?x?xi64>, tensor<5x1xi64>) -> (tensor<?x?xi64>)
  weft.return %r0 : tensor<?x?xi64>
}
weft.func @inputs_element() -> (tensor<5x3xi64>) {
  %0 = weft.constant dense<[[1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1]]> : tensor<5x3xi64>
  weft.return %0 : tensor<5x3xi64>
}
weft.func @expected_element() -> (tensor<5x3xi64>) {
  %0 = weft.constant dense<[[7, 7, 7], [-2, -2, -2], [0, 0, 0], [5, 5, 5], [11, 11, 11]]> : tensor<5x3xi64>
  weft.return %0 : tensor<5x3xi64>
}
weft.func @test_gather_inside(%a0: tensor<3x4xf32>) -> (tensor<3x5xf32>) {
  %c0 = weft.constant dense<[2, 0, 3, 3, 1]> : tensor<5xi64>
  %r0 = weft.gather %a0, %c0 {dim = 1 : i64} : (tensor<3x4xf32>, tensor<5xi64>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_gather_inside.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[2, 0, 3, 3, 1]> : tensor<5xi64>
  %r0 = weft.gather %a0, %c0 {dim = 1 : i64} : (tensor<?x?xf32>, tensor<5xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_gather_inside() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[-1.6817197, -1.2188164, 0.7844171, 1.1643344], [-1.4833045, 0.36930156, 1.6202941, -1.9780704], [0.24268535, 0.4688711, 1.7561615, 0.5457007]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_gather_inside() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.7844171, -1.6817197, 1.1643344, 1.1643344, -1.2188164], [1.6202941, -1.4833045, -1.9780704, -1.9780704, 0.36930156], [1.7561615, 0.24268535, 0.5457007, 0.5457007, 0.4688711]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_gather_outside(%a0: tensor<3x4xf32>) -> (tensor<4x4xf32>) {
  %c0 = weft.constant dense<[2, 0, -2, 1]> : tensor<4xi64>
  %r0 = weft.gather %a0, %c0 {dim = 0 : i64} : (tensor<3x4xf32>, tensor<4xi64>) -> (tensor<4x4xf32>)
  weft.return %r0 : tensor<4x4xf32>
}
weft.func @test_gather_outside.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[2, 0, -2, 1]> : tensor<4xi64>
  %r0 = weft.gather %a0, %c0 {dim = 0 : i64} : (tensor<?x?xf32>, tensor<4xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_gather_outside() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[-1.6817197, -1.2188164, 0.7844171, 1.1643344], [-1.4833045, 0.36930156, 1.6202941, -1.9780704], [0.24268535, 0.4688711, 1.7561615, 0.5457007]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_gather_outside() -> (tensor<4x4xf32>) {
  %0 = weft.constant dense<[[0.24268535, 0.4688711, 1.7561615, 0.5457007], [-1.6817197, -1.2188164, 0.7844171, 1.1643344], [-1.4833045, 0.36930156, 1.6202941, -1.9780704], [-1.4833045, 0.36930156, 1.6202941, -1.9780704]]> : tensor<4x4xf32>
  weft.return %0 : tensor<4x4xf32>
}
