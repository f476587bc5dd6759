// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Binary elementwise ops, with broadcasting, over special values of each element type. Made by generate.py.

weft.func @test_add_f16(%a0: tensor<8x1xf16>, %a1: tensor<6xf16>) -> (tensor<8x6xf16>) {
  %r0 = weft.add %a0, %a1 : (tensor<8x1xf16>, tensor<6xf16>) -> (tensor<8x6xf16>)
  weft.return %r0 : tensor<8x6xf16>
}
weft.func @inputs_add_f16() -> (tensor<8x1xf16>, tensor<6xf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7C00], [0x7E00], [0xFC00], [3.0]]> : tensor<8x1xf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0]> : tensor<6xf16>
  weft.return %0, %1 : tensor<8x1xf16>, tensor<6xf16>
}
weft.func @expected_add_f16() -> (tensor<8x6xf16>) {
  %0 = weft.constant dense<[[3.5, 0.75, 1.5, -1.5, 0x7C00, 2.5], [-0.25, -3.0, -2.25, -5.25, 0x7C00, -1.25], [2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0], [9.0, 6.25, 7.0, 4.0, 0x7C00, 8.0], [0x7C00, 0x7C00, 0x7C00, 0x7C00, 0x7C00, 0x7C00], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [0xFC00, 0xFC00, 0xFC00, 0xFC00, 0xFE00, 0xFC00], [5.0, 2.25, 3.0, 0.0, 0x7C00, 4.0]]> : tensor<8x6xf16>
  weft.return %0 : tensor<8x6xf16>
}
weft.func @test_add_bf16(%a0: tensor<8x1xbf16>, %a1: tensor<6xbf16>) -> (tensor<8x6xbf16>) {
  %r0 = weft.add %a0, %a1 : (tensor<8x1xbf16>, tensor<6xbf16>) -> (tensor<8x6xbf16>)
  weft.return %r0 : tensor<8x6xbf16>
}
weft.func @inputs_add_bf16() -> (tensor<8x1xbf16>, tensor<6xbf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F80], [0x7FC0], [0xFF80], [3.0]]> : tensor<8x1xbf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0]> : tensor<6xbf16>
  weft.return %0, %1 : tensor<8x1xbf16>, tensor<6xbf16>
}
weft.func @expected_add_bf16() -> (tensor<8x6xbf16>) {
  %0 = weft.constant dense<[[3.5, 0.75, 1.5, -1.5, 0x7F80, 2.5], [-0.25, -3.0, -2.25, -5.25, 0x7F80, -1.25], [2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0], [9.0, 6.25, 7.0, 4.0, 0x7F80, 8.0], [0x7F80, 0x7F80, 0x7F80, 0x7F80, 0x7F80, 0x7F80], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [0xFF80, 0xFF80, 0xFF80, 0xFF80, 0xFFC0, 0xFF80], [5.0, 2.25, 3.0, 0.0, 0x7F80, 4.0]]> : tensor<8x6xbf16>
  weft.return %0 : tensor<8x6xbf16>
}
weft.func @test_add_f32(%a0: tensor<8x1xf32>, %a1: tensor<6xf32>) -> (tensor<8x6xf32>) {
  %r0 = weft.add %a0, %a1 : (tensor<8x1xf32>, tensor<6xf32>) -> (tensor<8x6xf32>)
  weft.return %r0 : tensor<8x6xf32>
}
weft.func @test_add_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.add %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_add_f32() -> (tensor<8x1xf32>, tensor<6xf32>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F800000], [0x7FC00000], [0xFF800000], [3.0]]> : tensor<8x1xf32>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0]> : tensor<6xf32>
  weft.return %0, %1 : tensor<8x1xf32>, tensor<6xf32>
}
weft.func @expected_add_f32() -> (tensor<8x6xf32>) {
  %0 = weft.constant dense<[[3.5, 0.75, 1.5, -1.5, 0x7F800000, 2.5], [-0.25, -3.0, -2.25, -5.25, 0x7F800000, -1.25], [2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0], [9.0, 6.25, 7.0, 4.0, 0x7F800000, 8.0], [0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000, 0xFFC00000, 0xFF800000], [5.0, 2.25, 3.0, 0.0, 0x7F800000, 4.0]]> : tensor<8x6xf32>
  weft.return %0 : tensor<8x6xf32>
}
weft.func @test_add_f64(%a0: tensor<8x1xf64>, %a1: tensor<6xf64>) -> (tensor<8x6xf64>) {
  %r0 = weft.add %a0, %a1 : (tensor<8x1xf64>, tensor<6xf64>) -> (tensor<8x6xf64>)
  weft.return %r0 : tensor<8x6xf64>
}
weft.func @inputs_add_f64() -> (tensor<8x1xf64>, tensor<6xf64>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7FF0000000000000], [0x7FF8000000000000], [0xFFF0000000000000], [3.0]]> : tensor<8x1xf64>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0]> : tensor<6xf64>
  weft.return %0, %1 : tensor<8x1xf64>, tensor<6xf64>
}
weft.func @expected_add_f64() -> (tensor<8x6xf64>) {
  %0 = weft.constant dense<[[3.5, 0.75, 1.5, -1.5, 0x7FF0000000000000, 2.5], [-0.25, -3.0, -2.25, -5.25, 0x7FF0000000000000, -1.25], [2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0], [9.0, 6.25, 7.0, 4.0, 0x7FF0000000000000, 8.0], [0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000, 0xFFF8000000000000, 0xFFF0000000000000], [5.0, 2.25, 3.0, 0.0, 0x7FF0000000000000, 4.0]]> : tensor<8x6xf64>
  weft.return %0 : tensor<8x6xf64>
}
weft.func @test_sub_f16(%a0: tensor<8x1xf16>, %a1: tensor<6xf16>) -> (tensor<8x6xf16>) {
  %r0 = weft.sub %a0, %a1 : (tensor<8x1xf16>, tensor<6xf16>) -> (tensor<8x6xf16>)
  weft.return %r0 : tensor<8x6xf16>
}
weft.func @inputs_sub_f16() -> (tensor<8x1xf16>, tensor<6xf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7C00], [0x7E00], [0xFC00], [3.0]]> : tensor<8x1xf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0]> : tensor<6xf16>
  weft.return %0, %1 : tensor<8x1xf16>, tensor<6xf16>
}
weft.func @expected_sub_f16() -> (tensor<8x6xf16>) {
  %0 = weft.constant dense<[[-0.5, 2.25, 1.5, 4.5, 0xFC00, 0.5], [-4.25, -1.5, -2.25, 0.75, 0xFC00, -3.25], [-2.0, 0.75, 0.0, 3.0, 0xFC00, -1.0], [5.0, 7.75, 7.0, 10.0, 0xFC00, 6.0], [0x7C00, 0x7C00, 0x7C00, 0x7C00, 0xFE00, 0x7C00], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [0xFC00, 0xFC00, 0xFC00, 0xFC00, 0xFC00, 0xFC00], [1.0, 3.75, 3.0, 6.0, 0xFC00, 2.0]]> : tensor<8x6xf16>
  weft.return %0 : tensor<8x6xf16>
}
weft.func @test_sub_bf16(%a0: tensor<8x1xbf16>, %a1: tensor<6xbf16>) -> (tensor<8x6xbf16>) {
  %r0 = weft.sub %a0, %a1 : (tensor<8x1xbf16>, tensor<6xbf16>) -> (tensor<8x6xbf16>)
  weft.return %r0 : tensor<8x6xbf16>
}
weft.func @inputs_sub_bf16() -> (tensor<8x1xbf16>, tensor<6xbf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F80], [0x7FC0], [0xFF80], [3.0]]> : tensor<8x1xbf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0]> : tensor<6xbf16>
  weft.return %0, %1 : tensor<8x1xbf16>, tensor<6xbf16>
}
weft.func @expected_sub_bf16() -> (tensor<8x6xbf16>) {
  %0 = weft.constant dense<[[-0.5, 2.25, 1.5, 4.5, 0xFF80, 0.5], [-4.25, -1.5, -2.25, 0.75, 0xFF80, -3.25], [-2.0, 0.75, 0.0, 3.0, 0xFF80, -1.0], [5.0, 7.75, 7.0, 10.0, 0xFF80, 6.0], [0x7F80, 0x7F80, 0x7F80, 0x7F80, 0xFFC0, 0x7F80], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [0xFF80, 0xFF80, 0xFF80, 0xFF80, 0xFF80, 0xFF80], [1.0, 3.75, 3.0, 6.0, 0xFF80, 2.0]]> : tensor<8x6xbf16>
  weft.return %0 : tensor<8x6xbf16>
}
weft.func @test_sub_f32(%a0: tensor<8x1xf32>, %a1: tensor<6xf32>) -> (tensor<8x6xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<8x1xf32>, tensor<6xf32>) -> (tensor<8x6xf32>)
  weft.return %r0 : tensor<8x6xf32>
}
weft.func @test_sub_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_sub_f32() -> (tensor<8x1xf32>, tensor<6xf32>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F800000], [0x7FC00000], [0xFF800000], [3.0]]> : tensor<8x1xf32>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0]> : tensor<6xf32>
  weft.return %0, %1 : tensor<8x1xf32>, tensor<6xf32>
}
weft.func @expected_sub_f32() -> (tensor<8x6xf32>) {
  %0 = weft.constant dense<[[-0.5, 2.25, 1.5, 4.5, 0xFF800000, 0.5], [-4.25, -1.5, -2.25, 0.75, 0xFF800000, -3.25], [-2.0, 0.75, 0.0, 3.0, 0xFF800000, -1.0], [5.0, 7.75, 7.0, 10.0, 0xFF800000, 6.0], [0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0xFFC00000, 0x7F800000], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000], [1.0, 3.75, 3.0, 6.0, 0xFF800000, 2.0]]> : tensor<8x6xf32>
  weft.return %0 : tensor<8x6xf32>
}
weft.func @test_sub_f64(%a0: tensor<8x1xf64>, %a1: tensor<6xf64>) -> (tensor<8x6xf64>) {
  %r0 = weft.sub %a0, %a1 : (tensor<8x1xf64>, tensor<6xf64>) -> (tensor<8x6xf64>)
  weft.return %r0 : tensor<8x6xf64>
}
weft.func @inputs_sub_f64() -> (tensor<8x1xf64>, tensor<6xf64>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7FF0000000000000], [0x7FF8000000000000], [0xFFF0000000000000], [3.0]]> : tensor<8x1xf64>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0]> : tensor<6xf64>
  weft.return %0, %1 : tensor<8x1xf64>, tensor<6xf64>
}
weft.func @expected_sub_f64() -> (tensor<8x6xf64>) {
  %0 = weft.constant dense<[[-0.5, 2.25, 1.5, 4.5, 0xFFF0000000000000, 0.5], [-4.25, -1.5, -2.25, 0.75, 0xFFF0000000000000, -3.25], [-2.0, 0.75, 0.0, 3.0, 0xFFF0000000000000, -1.0], [5.0, 7.75, 7.0, 10.0, 0xFFF0000000000000, 6.0], [0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0xFFF8000000000000, 0x7FF0000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000], [1.0, 3.75, 3.0, 6.0, 0xFFF0000000000000, 2.0]]> : tensor<8x6xf64>
  weft.return %0 : tensor<8x6xf64>
}
weft.func @test_mul_f16(%a0: tensor<8x1xf16>, %a1: tensor<6xf16>) -> (tensor<8x6xf16>) {
  %r0 = weft.mul %a0, %a1 : (tensor<8x1xf16>, tensor<6xf16>) -> (tensor<8x6xf16>)
  weft.return %r0 : tensor<8x6xf16>
}
weft.func @inputs_mul_f16() -> (tensor<8x1xf16>, tensor<6xf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7C00], [0x7E00], [0xFC00], [3.0]]> : tensor<8x1xf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0]> : tensor<6xf16>
  weft.return %0, %1 : tensor<8x1xf16>, tensor<6xf16>
}
weft.func @expected_mul_f16() -> (tensor<8x6xf16>) {
  %0 = weft.constant dense<[[3.0, -1.125, 0.0, -4.5, 0x7C00, 1.5], [-4.5, 1.6875, -0.0, 6.75, 0xFC00, -2.25], [0.0, -0.0, 0.0, -0.0, 0xFE00, 0.0], [14.0, -5.25, 0.0, -21.0, 0x7C00, 7.0], [0x7C00, 0xFC00, 0xFE00, 0xFC00, 0x7C00, 0x7C00], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [0xFC00, 0x7C00, 0xFE00, 0x7C00, 0xFC00, 0xFC00], [6.0, -2.25, 0.0, -9.0, 0x7C00, 3.0]]> : tensor<8x6xf16>
  weft.return %0 : tensor<8x6xf16>
}
weft.func @test_mul_bf16(%a0: tensor<8x1xbf16>, %a1: tensor<6xbf16>) -> (tensor<8x6xbf16>) {
  %r0 = weft.mul %a0, %a1 : (tensor<8x1xbf16>, tensor<6xbf16>) -> (tensor<8x6xbf16>)
  weft.return %r0 : tensor<8x6xbf16>
}
weft.func @inputs_mul_bf16() -> (tensor<8x1xbf16>, tensor<6xbf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F80], [0x7FC0], [0xFF80], [3.0]]> : tensor<8x1xbf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0]> : tensor<6xbf16>
  weft.return %0, %1 : tensor<8x1xbf16>, tensor<6xbf16>
}
weft.func @expected_mul_bf16() -> (tensor<8x6xbf16>) {
  %0 = weft.constant dense<[[3.0, -1.125, 0.0, -4.5, 0x7F80, 1.5], [-4.5, 1.6875, -0.0, 6.75, 0xFF80, -2.25], [0.0, -0.0, 0.0, -0.0, 0xFFC0, 0.0], [14.0, -5.25, 0.0, -21.0, 0x7F80, 7.0], [0x7F80, 0xFF80, 0xFFC0, 0xFF80, 0x7F80, 0x7F80], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [0xFF80, 0x7F80, 0xFFC0, 0x7F80, 0xFF80, 0xFF80], [6.0, -2.25, 0.0, -9.0, 0x7F80, 3.0]]> : tensor<8x6xbf16>
  weft.return %0 : tensor<8x6xbf16>
}
weft.func @test_mul_f32(%a0: tensor<8x1xf32>, %a1: tensor<6xf32>) -> (tensor<8x6xf32>) {
  %r0 = weft.mul %a0, %a1 : (tensor<8x1xf32>, tensor<6xf32>) -> (tensor<8x6xf32>)
  weft.return %r0 : tensor<8x6xf32>
}
weft.func @test_mul_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.mul %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_mul_f32() -> (tensor<8x1xf32>, tensor<6xf32>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F800000], [0x7FC00000], [0xFF800000], [3.0]]> : tensor<8x1xf32>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0]> : tensor<6xf32>
  weft.return %0, %1 : tensor<8x1xf32>, tensor<6xf32>
}
weft.func @expected_mul_f32() -> (tensor<8x6xf32>) {
  %0 = weft.constant dense<[[3.0, -1.125, 0.0, -4.5, 0x7F800000, 1.5], [-4.5, 1.6875, -0.0, 6.75, 0xFF800000, -2.25], [0.0, -0.0, 0.0, -0.0, 0xFFC00000, 0.0], [14.0, -5.25, 0.0, -21.0, 0x7F800000, 7.0], [0x7F800000, 0xFF800000, 0xFFC00000, 0xFF800000, 0x7F800000, 0x7F800000], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0xFF800000, 0x7F800000, 0xFFC00000, 0x7F800000, 0xFF800000, 0xFF800000], [6.0, -2.25, 0.0, -9.0, 0x7F800000, 3.0]]> : tensor<8x6xf32>
  weft.return %0 : tensor<8x6xf32>
}
weft.func @test_mul_f64(%a0: tensor<8x1xf64>, %a1: tensor<6xf64>) -> (tensor<8x6xf64>) {
  %r0 = weft.mul %a0, %a1 : (tensor<8x1xf64>, tensor<6xf64>) -> (tensor<8x6xf64>)
  weft.return %r0 : tensor<8x6xf64>
}
weft.func @inputs_mul_f64() -> (tensor<8x1xf64>, tensor<6xf64>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7FF0000000000000], [0x7FF8000000000000], [0xFFF0000000000000], [3.0]]> : tensor<8x1xf64>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0]> : tensor<6xf64>
  weft.return %0, %1 : tensor<8x1xf64>, tensor<6xf64>
}
weft.func @expected_mul_f64() -> (tensor<8x6xf64>) {
  %0 = weft.constant dense<[[3.0, -1.125, 0.0, -4.5, 0x7FF0000000000000, 1.5], [-4.5, 1.6875, -0.0, 6.75, 0xFFF0000000000000, -2.25], [0.0, -0.0, 0.0, -0.0, 0xFFF8000000000000, 0.0], [14.0, -5.25, 0.0, -21.0, 0x7FF0000000000000, 7.0], [0x7FF0000000000000, 0xFFF0000000000000, 0xFFF8000000000000, 0xFFF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0xFFF0000000000000, 0x7FF0000000000000, 0xFFF8000000000000, 0x7FF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000], [6.0, -2.25, 0.0, -9.0, 0x7FF0000000000000, 3.0]]> : tensor<8x6xf64>
  weft.return %0 : tensor<8x6xf64>
}
weft.func @test_div_f16(%a0: tensor<8x1xf16>, %a1: tensor<6xf16>) -> (tensor<8x6xf16>) {
  %r0 = weft.div %a0, %a1 : (tensor<8x1xf16>, tensor<6xf16>) -> (tensor<8x6xf16>)
  weft.return %r0 : tensor<8x6xf16>
}
weft.func @inputs_div_f16() -> (tensor<8x1xf16>, tensor<6xf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7C00], [0x7E00], [0xFC00], [3.0]]> : tensor<8x1xf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0]> : tensor<6xf16>
  weft.return %0, %1 : tensor<8x1xf16>, tensor<6xf16>
}
weft.func @expected_div_f16() -> (tensor<8x6xf16>) {
  %0 = weft.constant dense<[[0.75, -2.0, 0x7C00, -0.5, 0.0, 1.5], [-1.125, 3.0, 0xFC00, 0.75, -0.0, -2.25], [0.0, -0.0, 0xFE00, -0.0, 0.0, 0.0], [3.5, -9.3359375, 0x7C00, -2.333984375, 0.0, 7.0], [0x7C00, 0xFC00, 0x7C00, 0xFC00, 0xFE00, 0x7C00], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [0xFC00, 0x7C00, 0xFC00, 0x7C00, 0xFE00, 0xFC00], [1.5, -4.0, 0x7C00, -1.0, 0.0, 3.0]]> : tensor<8x6xf16>
  weft.return %0 : tensor<8x6xf16>
}
weft.func @test_div_bf16(%a0: tensor<8x1xbf16>, %a1: tensor<6xbf16>) -> (tensor<8x6xbf16>) {
  %r0 = weft.div %a0, %a1 : (tensor<8x1xbf16>, tensor<6xbf16>) -> (tensor<8x6xbf16>)
  weft.return %r0 : tensor<8x6xbf16>
}
weft.func @inputs_div_bf16() -> (tensor<8x1xbf16>, tensor<6xbf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F80], [0x7FC0], [0xFF80], [3.0]]> : tensor<8x1xbf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0]> : tensor<6xbf16>
  weft.return %0, %1 : tensor<8x1xbf16>, tensor<6xbf16>
}
weft.func @expected_div_bf16() -> (tensor<8x6xbf16>) {
  %0 = weft.constant dense<[[0.75, -2.0, 0x7F80, -0.5, 0.0, 1.5], [-1.125, 3.0, 0xFF80, 0.75, -0.0, -2.25], [0.0, -0.0, 0xFFC0, -0.0, 0.0, 0.0], [3.5, -9.3125, 0x7F80, -2.328125, 0.0, 7.0], [0x7F80, 0xFF80, 0x7F80, 0xFF80, 0xFFC0, 0x7F80], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [0xFF80, 0x7F80, 0xFF80, 0x7F80, 0xFFC0, 0xFF80], [1.5, -4.0, 0x7F80, -1.0, 0.0, 3.0]]> : tensor<8x6xbf16>
  weft.return %0 : tensor<8x6xbf16>
}
weft.func @test_div_f32(%a0: tensor<8x1xf32>, %a1: tensor<6xf32>) -> (tensor<8x6xf32>) {
  %r0 = weft.div %a0, %a1 : (tensor<8x1xf32>, tensor<6xf32>) -> (tensor<8x6xf32>)
  weft.return %r0 : tensor<8x6xf32>
}
weft.func @test_div_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.div %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_div_f32() -> (tensor<8x1xf32>, tensor<6xf32>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F800000], [0x7FC00000], [0xFF800000], [3.0]]> : tensor<8x1xf32>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0]> : tensor<6xf32>
  weft.return %0, %1 : tensor<8x1xf32>, tensor<6xf32>
}
weft.func @expected_div_f32() -> (tensor<8x6xf32>) {
  %0 = weft.constant dense<[[0.75, -2.0, 0x7F800000, -0.5, 0.0, 1.5], [-1.125, 3.0, 0xFF800000, 0.75, -0.0, -2.25], [0.0, -0.0, 0xFFC00000, -0.0, 0.0, 0.0], [3.5, -9.333333, 0x7F800000, -2.3333333, 0.0, 7.0], [0x7F800000, 0xFF800000, 0x7F800000, 0xFF800000, 0xFFC00000, 0x7F800000], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0xFF800000, 0x7F800000, 0xFF800000, 0x7F800000, 0xFFC00000, 0xFF800000], [1.5, -4.0, 0x7F800000, -1.0, 0.0, 3.0]]> : tensor<8x6xf32>
  weft.return %0 : tensor<8x6xf32>
}
weft.func @test_div_f64(%a0: tensor<8x1xf64>, %a1: tensor<6xf64>) -> (tensor<8x6xf64>) {
  %r0 = weft.div %a0, %a1 : (tensor<8x1xf64>, tensor<6xf64>) -> (tensor<8x6xf64>)
  weft.return %r0 : tensor<8x6xf64>
}
weft.func @inputs_div_f64() -> (tensor<8x1xf64>, tensor<6xf64>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7FF0000000000000], [0x7FF8000000000000], [0xFFF0000000000000], [3.0]]> : tensor<8x1xf64>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0]> : tensor<6xf64>
  weft.return %0, %1 : tensor<8x1xf64>, tensor<6xf64>
}
weft.func @expected_div_f64() -> (tensor<8x6xf64>) {
  %0 = weft.constant dense<[[0.75, -2.0, 0x7FF0000000000000, -0.5, 0.0, 1.5], [-1.125, 3.0, 0xFFF0000000000000, 0.75, -0.0, -2.25], [0.0, -0.0, 0xFFF8000000000000, -0.0, 0.0, 0.0], [3.5, -9.333333333333334, 0x7FF0000000000000, -2.3333333333333335, 0.0, 7.0], [0x7FF0000000000000, 0xFFF0000000000000, 0x7FF0000000000000, 0xFFF0000000000000, 0xFFF8000000000000, 0x7FF0000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0xFFF0000000000000, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF0000000000000, 0xFFF8000000000000, 0xFFF0000000000000], [1.5, -4.0, 0x7FF0000000000000, -1.0, 0.0, 3.0]]> : tensor<8x6xf64>
  weft.return %0 : tensor<8x6xf64>
}
weft.func @test_rem_f16(%a0: tensor<8x1xf16>, %a1: tensor<6xf16>) -> (tensor<8x6xf16>) {
  %r0 = weft.rem %a0, %a1 : (tensor<8x1xf16>, tensor<6xf16>) -> (tensor<8x6xf16>)
  weft.return %r0 : tensor<8x6xf16>
}
weft.func @inputs_rem_f16() -> (tensor<8x1xf16>, tensor<6xf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7C00], [0x7E00], [0xFC00], [3.0]]> : tensor<8x1xf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0]> : tensor<6xf16>
  weft.return %0, %1 : tensor<8x1xf16>, tensor<6xf16>
}
weft.func @expected_rem_f16() -> (tensor<8x6xf16>) {
  %0 = weft.constant dense<[[1.5, 0.0, 0xFE00, 1.5, 1.5, 0.5], [-0.25, -0.0, 0xFE00, -2.25, -2.25, -0.25], [0.0, 0.0, 0xFE00, 0.0, 0.0, 0.0], [1.0, 0.25, 0xFE00, 1.0, 7.0, 0.0], [0xFE00, 0xFE00, 0xFE00, 0xFE00, 0xFE00, 0xFE00], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [0xFE00, 0xFE00, 0xFE00, 0xFE00, 0xFE00, 0xFE00], [1.0, 0.0, 0xFE00, 0.0, 3.0, 0.0]]> : tensor<8x6xf16>
  weft.return %0 : tensor<8x6xf16>
}
weft.func @test_rem_bf16(%a0: tensor<8x1xbf16>, %a1: tensor<6xbf16>) -> (tensor<8x6xbf16>) {
  %r0 = weft.rem %a0, %a1 : (tensor<8x1xbf16>, tensor<6xbf16>) -> (tensor<8x6xbf16>)
  weft.return %r0 : tensor<8x6xbf16>
}
weft.func @inputs_rem_bf16() -> (tensor<8x1xbf16>, tensor<6xbf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F80], [0x7FC0], [0xFF80], [3.0]]> : tensor<8x1xbf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0]> : tensor<6xbf16>
  weft.return %0, %1 : tensor<8x1xbf16>, tensor<6xbf16>
}
weft.func @expected_rem_bf16() -> (tensor<8x6xbf16>) {
  %0 = weft.constant dense<[[1.5, 0.0, 0xFFC0, 1.5, 1.5, 0.5], [-0.25, -0.0, 0xFFC0, -2.25, -2.25, -0.25], [0.0, 0.0, 0xFFC0, 0.0, 0.0, 0.0], [1.0, 0.25, 0xFFC0, 1.0, 7.0, 0.0], [0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0], [1.0, 0.0, 0xFFC0, 0.0, 3.0, 0.0]]> : tensor<8x6xbf16>
  weft.return %0 : tensor<8x6xbf16>
}
weft.func @test_rem_f32(%a0: tensor<8x1xf32>, %a1: tensor<6xf32>) -> (tensor<8x6xf32>) {
  %r0 = weft.rem %a0, %a1 : (tensor<8x1xf32>, tensor<6xf32>) -> (tensor<8x6xf32>)
  weft.return %r0 : tensor<8x6xf32>
}
weft.func @test_rem_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.rem %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_rem_f32() -> (tensor<8x1xf32>, tensor<6xf32>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F800000], [0x7FC00000], [0xFF800000], [3.0]]> : tensor<8x1xf32>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0]> : tensor<6xf32>
  weft.return %0, %1 : tensor<8x1xf32>, tensor<6xf32>
}
weft.func @expected_rem_f32() -> (tensor<8x6xf32>) {
  %0 = weft.constant dense<[[1.5, 0.0, 0xFFC00000, 1.5, 1.5, 0.5], [-0.25, -0.0, 0xFFC00000, -2.25, -2.25, -0.25], [0.0, 0.0, 0xFFC00000, 0.0, 0.0, 0.0], [1.0, 0.25, 0xFFC00000, 1.0, 7.0, 0.0], [0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000], [1.0, 0.0, 0xFFC00000, 0.0, 3.0, 0.0]]> : tensor<8x6xf32>
  weft.return %0 : tensor<8x6xf32>
}
weft.func @test_rem_f64(%a0: tensor<8x1xf64>, %a1: tensor<6xf64>) -> (tensor<8x6xf64>) {
  %r0 = weft.rem %a0, %a1 : (tensor<8x1xf64>, tensor<6xf64>) -> (tensor<8x6xf64>)
  weft.return %r0 : tensor<8x6xf64>
}
weft.func @inputs_rem_f64() -> (tensor<8x1xf64>, tensor<6xf64>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7FF0000000000000], [0x7FF8000000000000], [0xFFF0000000000000], [3.0]]> : tensor<8x1xf64>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0]> : tensor<6xf64>
  weft.return %0, %1 : tensor<8x1xf64>, tensor<6xf64>
}
weft.func @expected_rem_f64() -> (tensor<8x6xf64>) {
  %0 = weft.constant dense<[[1.5, 0.0, 0xFFF8000000000000, 1.5, 1.5, 0.5], [-0.25, -0.0, 0xFFF8000000000000, -2.25, -2.25, -0.25], [0.0, 0.0, 0xFFF8000000000000, 0.0, 0.0, 0.0], [1.0, 0.25, 0xFFF8000000000000, 1.0, 7.0, 0.0], [0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000], [1.0, 0.0, 0xFFF8000000000000, 0.0, 3.0, 0.0]]> : tensor<8x6xf64>
  weft.return %0 : tensor<8x6xf64>
}
weft.func @test_mod_f16(%a0: tensor<8x1xf16>, %a1: tensor<6xf16>) -> (tensor<8x6xf16>) {
  %r0 = weft.mod %a0, %a1 : (tensor<8x1xf16>, tensor<6xf16>) -> (tensor<8x6xf16>)
  weft.return %r0 : tensor<8x6xf16>
}
weft.func @inputs_mod_f16() -> (tensor<8x1xf16>, tensor<6xf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7C00], [0x7E00], [0xFC00], [3.0]]> : tensor<8x1xf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0]> : tensor<6xf16>
  weft.return %0, %1 : tensor<8x1xf16>, tensor<6xf16>
}
weft.func @expected_mod_f16() -> (tensor<8x6xf16>) {
  %0 = weft.constant dense<[[1.5, -0.0, 0xFE00, -1.5, 1.5, 0.5], [1.75, -0.0, 0xFE00, -2.25, 0x7C00, 0.75], [0.0, -0.0, 0xFE00, -0.0, 0.0, 0.0], [1.0, -0.5, 0xFE00, -2.0, 7.0, 0.0], [0xFE00, 0xFE00, 0xFE00, 0xFE00, 0xFE00, 0xFE00], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [0xFE00, 0xFE00, 0xFE00, 0xFE00, 0xFE00, 0xFE00], [1.0, -0.0, 0xFE00, -0.0, 3.0, 0.0]]> : tensor<8x6xf16>
  weft.return %0 : tensor<8x6xf16>
}
weft.func @test_mod_bf16(%a0: tensor<8x1xbf16>, %a1: tensor<6xbf16>) -> (tensor<8x6xbf16>) {
  %r0 = weft.mod %a0, %a1 : (tensor<8x1xbf16>, tensor<6xbf16>) -> (tensor<8x6xbf16>)
  weft.return %r0 : tensor<8x6xbf16>
}
weft.func @inputs_mod_bf16() -> (tensor<8x1xbf16>, tensor<6xbf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F80], [0x7FC0], [0xFF80], [3.0]]> : tensor<8x1xbf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0]> : tensor<6xbf16>
  weft.return %0, %1 : tensor<8x1xbf16>, tensor<6xbf16>
}
weft.func @expected_mod_bf16() -> (tensor<8x6xbf16>) {
  %0 = weft.constant dense<[[1.5, -0.0, 0xFFC0, -1.5, 1.5, 0.5], [1.75, -0.0, 0xFFC0, -2.25, 0x7F80, 0.75], [0.0, -0.0, 0xFFC0, -0.0, 0.0, 0.0], [1.0, -0.5, 0xFFC0, -2.0, 7.0, 0.0], [0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0], [1.0, -0.0, 0xFFC0, -0.0, 3.0, 0.0]]> : tensor<8x6xbf16>
  weft.return %0 : tensor<8x6xbf16>
}
weft.func @test_mod_f32(%a0: tensor<8x1xf32>, %a1: tensor<6xf32>) -> (tensor<8x6xf32>) {
  %r0 = weft.mod %a0, %a1 : (tensor<8x1xf32>, tensor<6xf32>) -> (tensor<8x6xf32>)
  weft.return %r0 : tensor<8x6xf32>
}
weft.func @test_mod_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.mod %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_mod_f32() -> (tensor<8x1xf32>, tensor<6xf32>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F800000], [0x7FC00000], [0xFF800000], [3.0]]> : tensor<8x1xf32>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0]> : tensor<6xf32>
  weft.return %0, %1 : tensor<8x1xf32>, tensor<6xf32>
}
weft.func @expected_mod_f32() -> (tensor<8x6xf32>) {
  %0 = weft.constant dense<[[1.5, -0.0, 0xFFC00000, -1.5, 1.5, 0.5], [1.75, -0.0, 0xFFC00000, -2.25, 0x7F800000, 0.75], [0.0, -0.0, 0xFFC00000, -0.0, 0.0, 0.0], [1.0, -0.5, 0xFFC00000, -2.0, 7.0, 0.0], [0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000], [1.0, -0.0, 0xFFC00000, -0.0, 3.0, 0.0]]> : tensor<8x6xf32>
  weft.return %0 : tensor<8x6xf32>
}
weft.func @test_mod_f64(%a0: tensor<8x1xf64>, %a1: tensor<6xf64>) -> (tensor<8x6xf64>) {
  %r0 = weft.mod %a0, %a1 : (tensor<8x1xf64>, tensor<6xf64>) -> (tensor<8x6xf64>)
  weft.return %r0 : tensor<8x6xf64>
}
weft.func @inputs_mod_f64() -> (tensor<8x1xf64>, tensor<6xf64>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7FF0000000000000], [0x7FF8000000000000], [0xFFF0000000000000], [3.0]]> : tensor<8x1xf64>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0]> : tensor<6xf64>
  weft.return %0, %1 : tensor<8x1xf64>, tensor<6xf64>
}
weft.func @expected_mod_f64() -> (tensor<8x6xf64>) {
  %0 = weft.constant dense<[[1.5, -0.0, 0xFFF8000000000000, -1.5, 1.5, 0.5], [1.75, -0.0, 0xFFF8000000000000, -2.25, 0x7FF0000000000000, 0.75], [0.0, -0.0, 0xFFF8000000000000, -0.0, 0.0, 0.0], [1.0, -0.5, 0xFFF8000000000000, -2.0, 7.0, 0.0], [0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000], [1.0, -0.0, 0xFFF8000000000000, -0.0, 3.0, 0.0]]> : tensor<8x6xf64>
  weft.return %0 : tensor<8x6xf64>
}
weft.func @test_pow_f16(%a0: tensor<8x1xf16>, %a1: tensor<6xf16>) -> (tensor<8x6xf16>) {
  %r0 = weft.pow %a0, %a1 : (tensor<8x1xf16>, tensor<6xf16>) -> (tensor<8x6xf16>)
  weft.return %r0 : tensor<8x6xf16>
}
weft.func @inputs_pow_f16() -> (tensor<8x1xf16>, tensor<6xf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7C00], [0x7E00], [0xFC00], [3.0]]> : tensor<8x1xf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0]> : tensor<6xf16>
  weft.return %0, %1 : tensor<8x1xf16>, tensor<6xf16>
}
weft.func @expected_pow_f16() -> (tensor<8x6xf16>) {
  %0 = weft.constant dense<[[2.25, 0.73779296875, 1.0, 0.29638671875, 0x7C00, 1.5], [5.0625, 0xFE00, 1.0, -0.0877685546875, 0x7C00, -2.25], [0.0, 0x7C00, 1.0, 0x7C00, 0.0, 0.0], [49.0, 0.232421875, 1.0, 0.0029163360595703125, 0x7C00, 7.0], [0x7C00, 0.0, 1.0, 0.0, 0x7C00, 0x7C00], [0x7E00, 0x7E00, 1.0, 0x7E00, 0x7E00, 0x7E00], [0x7C00, 0.0, 1.0, -0.0, 0x7C00, 0xFC00], [9.0, 0.438720703125, 1.0, 0.03704833984375, 0x7C00, 3.0]]> : tensor<8x6xf16>
  weft.return %0 : tensor<8x6xf16>
}
weft.func @test_pow_bf16(%a0: tensor<8x1xbf16>, %a1: tensor<6xbf16>) -> (tensor<8x6xbf16>) {
  %r0 = weft.pow %a0, %a1 : (tensor<8x1xbf16>, tensor<6xbf16>) -> (tensor<8x6xbf16>)
  weft.return %r0 : tensor<8x6xbf16>
}
weft.func @inputs_pow_bf16() -> (tensor<8x1xbf16>, tensor<6xbf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F80], [0x7FC0], [0xFF80], [3.0]]> : tensor<8x1xbf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0]> : tensor<6xbf16>
  weft.return %0, %1 : tensor<8x1xbf16>, tensor<6xbf16>
}
weft.func @expected_pow_bf16() -> (tensor<8x6xbf16>) {
  %0 = weft.constant dense<[[2.25, 0.73828125, 1.0, 0.296875, 0x7F80, 1.5], [5.0625, 0xFFC0, 1.0, -0.087890625, 0x7F80, -2.25], [0.0, 0x7F80, 1.0, 0x7F80, 0.0, 0.0], [49.0, 0.232421875, 1.0, 0.0029144287109375, 0x7F80, 7.0], [0x7F80, 0.0, 1.0, 0.0, 0x7F80, 0x7F80], [0x7FC0, 0x7FC0, 1.0, 0x7FC0, 0x7FC0, 0x7FC0], [0x7F80, 0.0, 1.0, -0.0, 0x7F80, 0xFF80], [9.0, 0.439453125, 1.0, 0.037109375, 0x7F80, 3.0]]> : tensor<8x6xbf16>
  weft.return %0 : tensor<8x6xbf16>
}
weft.func @test_pow_f32(%a0: tensor<8x1xf32>, %a1: tensor<6xf32>) -> (tensor<8x6xf32>) {
  %r0 = weft.pow %a0, %a1 : (tensor<8x1xf32>, tensor<6xf32>) -> (tensor<8x6xf32>)
  weft.return %r0 : tensor<8x6xf32>
}
weft.func @test_pow_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pow %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pow_f32() -> (tensor<8x1xf32>, tensor<6xf32>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F800000], [0x7FC00000], [0xFF800000], [3.0]]> : tensor<8x1xf32>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0]> : tensor<6xf32>
  weft.return %0, %1 : tensor<8x1xf32>, tensor<6xf32>
}
weft.func @expected_pow_f32() -> (tensor<8x6xf32>) {
  %0 = weft.constant dense<[[2.25, 0.73778796, 1.0, 0.2962963, 0x7F800000, 1.5], [5.0625, 0xFFC00000, 1.0, -0.087791495, 0x7F800000, -2.25], [0.0, 0x7F800000, 1.0, 0x7F800000, 0.0, 0.0], [49.0, 0.23236808, 1.0, 0.002915452, 0x7F800000, 7.0], [0x7F800000, 0.0, 1.0, 0.0, 0x7F800000, 0x7F800000], [0x7FC00000, 0x7FC00000, 1.0, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7F800000, 0.0, 1.0, -0.0, 0x7F800000, 0xFF800000], [9.0, 0.43869135, 1.0, 0.037037037, 0x7F800000, 3.0]]> : tensor<8x6xf32>
  weft.return %0 : tensor<8x6xf32>
}
weft.func @test_pow_f64(%a0: tensor<8x1xf64>, %a1: tensor<6xf64>) -> (tensor<8x6xf64>) {
  %r0 = weft.pow %a0, %a1 : (tensor<8x1xf64>, tensor<6xf64>) -> (tensor<8x6xf64>)
  weft.return %r0 : tensor<8x6xf64>
}
weft.func @inputs_pow_f64() -> (tensor<8x1xf64>, tensor<6xf64>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7FF0000000000000], [0x7FF8000000000000], [0xFFF0000000000000], [3.0]]> : tensor<8x1xf64>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0]> : tensor<6xf64>
  weft.return %0, %1 : tensor<8x1xf64>, tensor<6xf64>
}
weft.func @expected_pow_f64() -> (tensor<8x6xf64>) {
  %0 = weft.constant dense<[[2.25, 0.7377879464668811, 1.0, 0.2962962962962963, 0x7FF0000000000000, 1.5], [5.0625, 0xFFF8000000000000, 1.0, -0.0877914951989026, 0x7FF0000000000000, -2.25], [0.0, 0x7FF0000000000000, 1.0, 0x7FF0000000000000, 0.0, 0.0], [49.0, 0.23236808024254083, 1.0, 0.0029154518950437317, 0x7FF0000000000000, 7.0], [0x7FF0000000000000, 0.0, 1.0, 0.0, 0x7FF0000000000000, 0x7FF0000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 1.0, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0x7FF0000000000000, 0.0, 1.0, -0.0, 0x7FF0000000000000, 0xFFF0000000000000], [9.0, 0.4386913376508308, 1.0, 0.037037037037037035, 0x7FF0000000000000, 3.0]]> : tensor<8x6xf64>
  weft.return %0 : tensor<8x6xf64>
}
weft.func @test_max_f16(%a0: tensor<8x1xf16>, %a1: tensor<6xf16>) -> (tensor<8x6xf16>) {
  %r0 = weft.max %a0, %a1 : (tensor<8x1xf16>, tensor<6xf16>) -> (tensor<8x6xf16>)
  weft.return %r0 : tensor<8x6xf16>
}
weft.func @inputs_max_f16() -> (tensor<8x1xf16>, tensor<6xf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7C00], [0x7E00], [0xFC00], [3.0]]> : tensor<8x1xf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0]> : tensor<6xf16>
  weft.return %0, %1 : tensor<8x1xf16>, tensor<6xf16>
}
weft.func @expected_max_f16() -> (tensor<8x6xf16>) {
  %0 = weft.constant dense<[[2.0, 1.5, 1.5, 1.5, 0x7C00, 1.5], [2.0, -0.75, 0.0, -2.25, 0x7C00, 1.0], [2.0, 0.0, 0.0, 0.0, 0x7C00, 1.0], [7.0, 7.0, 7.0, 7.0, 0x7C00, 7.0], [0x7C00, 0x7C00, 0x7C00, 0x7C00, 0x7C00, 0x7C00], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0], [3.0, 3.0, 3.0, 3.0, 0x7C00, 3.0]]> : tensor<8x6xf16>
  weft.return %0 : tensor<8x6xf16>
}
weft.func @test_max_bf16(%a0: tensor<8x1xbf16>, %a1: tensor<6xbf16>) -> (tensor<8x6xbf16>) {
  %r0 = weft.max %a0, %a1 : (tensor<8x1xbf16>, tensor<6xbf16>) -> (tensor<8x6xbf16>)
  weft.return %r0 : tensor<8x6xbf16>
}
weft.func @inputs_max_bf16() -> (tensor<8x1xbf16>, tensor<6xbf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F80], [0x7FC0], [0xFF80], [3.0]]> : tensor<8x1xbf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0]> : tensor<6xbf16>
  weft.return %0, %1 : tensor<8x1xbf16>, tensor<6xbf16>
}
weft.func @expected_max_bf16() -> (tensor<8x6xbf16>) {
  %0 = weft.constant dense<[[2.0, 1.5, 1.5, 1.5, 0x7F80, 1.5], [2.0, -0.75, 0.0, -2.25, 0x7F80, 1.0], [2.0, 0.0, 0.0, 0.0, 0x7F80, 1.0], [7.0, 7.0, 7.0, 7.0, 0x7F80, 7.0], [0x7F80, 0x7F80, 0x7F80, 0x7F80, 0x7F80, 0x7F80], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0], [3.0, 3.0, 3.0, 3.0, 0x7F80, 3.0]]> : tensor<8x6xbf16>
  weft.return %0 : tensor<8x6xbf16>
}
weft.func @test_max_f32(%a0: tensor<8x1xf32>, %a1: tensor<6xf32>) -> (tensor<8x6xf32>) {
  %r0 = weft.max %a0, %a1 : (tensor<8x1xf32>, tensor<6xf32>) -> (tensor<8x6xf32>)
  weft.return %r0 : tensor<8x6xf32>
}
weft.func @test_max_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.max %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_max_f32() -> (tensor<8x1xf32>, tensor<6xf32>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F800000], [0x7FC00000], [0xFF800000], [3.0]]> : tensor<8x1xf32>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0]> : tensor<6xf32>
  weft.return %0, %1 : tensor<8x1xf32>, tensor<6xf32>
}
weft.func @expected_max_f32() -> (tensor<8x6xf32>) {
  %0 = weft.constant dense<[[2.0, 1.5, 1.5, 1.5, 0x7F800000, 1.5], [2.0, -0.75, 0.0, -2.25, 0x7F800000, 1.0], [2.0, 0.0, 0.0, 0.0, 0x7F800000, 1.0], [7.0, 7.0, 7.0, 7.0, 0x7F800000, 7.0], [0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000, 0x7F800000], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0], [3.0, 3.0, 3.0, 3.0, 0x7F800000, 3.0]]> : tensor<8x6xf32>
  weft.return %0 : tensor<8x6xf32>
}
weft.func @test_max_f64(%a0: tensor<8x1xf64>, %a1: tensor<6xf64>) -> (tensor<8x6xf64>) {
  %r0 = weft.max %a0, %a1 : (tensor<8x1xf64>, tensor<6xf64>) -> (tensor<8x6xf64>)
  weft.return %r0 : tensor<8x6xf64>
}
weft.func @inputs_max_f64() -> (tensor<8x1xf64>, tensor<6xf64>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7FF0000000000000], [0x7FF8000000000000], [0xFFF0000000000000], [3.0]]> : tensor<8x1xf64>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0]> : tensor<6xf64>
  weft.return %0, %1 : tensor<8x1xf64>, tensor<6xf64>
}
weft.func @expected_max_f64() -> (tensor<8x6xf64>) {
  %0 = weft.constant dense<[[2.0, 1.5, 1.5, 1.5, 0x7FF0000000000000, 1.5], [2.0, -0.75, 0.0, -2.25, 0x7FF0000000000000, 1.0], [2.0, 0.0, 0.0, 0.0, 0x7FF0000000000000, 1.0], [7.0, 7.0, 7.0, 7.0, 0x7FF0000000000000, 7.0], [0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0], [3.0, 3.0, 3.0, 3.0, 0x7FF0000000000000, 3.0]]> : tensor<8x6xf64>
  weft.return %0 : tensor<8x6xf64>
}
weft.func @test_min_f16(%a0: tensor<8x1xf16>, %a1: tensor<6xf16>) -> (tensor<8x6xf16>) {
  %r0 = weft.min %a0, %a1 : (tensor<8x1xf16>, tensor<6xf16>) -> (tensor<8x6xf16>)
  weft.return %r0 : tensor<8x6xf16>
}
weft.func @inputs_min_f16() -> (tensor<8x1xf16>, tensor<6xf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7C00], [0x7E00], [0xFC00], [3.0]]> : tensor<8x1xf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0]> : tensor<6xf16>
  weft.return %0, %1 : tensor<8x1xf16>, tensor<6xf16>
}
weft.func @expected_min_f16() -> (tensor<8x6xf16>) {
  %0 = weft.constant dense<[[1.5, -0.75, 0.0, -3.0, 1.5, 1.0], [-2.25, -2.25, -2.25, -3.0, -2.25, -2.25], [0.0, -0.75, 0.0, -3.0, 0.0, 0.0], [2.0, -0.75, 0.0, -3.0, 7.0, 1.0], [2.0, -0.75, 0.0, -3.0, 0x7C00, 1.0], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [0xFC00, 0xFC00, 0xFC00, 0xFC00, 0xFC00, 0xFC00], [2.0, -0.75, 0.0, -3.0, 3.0, 1.0]]> : tensor<8x6xf16>
  weft.return %0 : tensor<8x6xf16>
}
weft.func @test_min_bf16(%a0: tensor<8x1xbf16>, %a1: tensor<6xbf16>) -> (tensor<8x6xbf16>) {
  %r0 = weft.min %a0, %a1 : (tensor<8x1xbf16>, tensor<6xbf16>) -> (tensor<8x6xbf16>)
  weft.return %r0 : tensor<8x6xbf16>
}
weft.func @inputs_min_bf16() -> (tensor<8x1xbf16>, tensor<6xbf16>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F80], [0x7FC0], [0xFF80], [3.0]]> : tensor<8x1xbf16>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0]> : tensor<6xbf16>
  weft.return %0, %1 : tensor<8x1xbf16>, tensor<6xbf16>
}
weft.func @expected_min_bf16() -> (tensor<8x6xbf16>) {
  %0 = weft.constant dense<[[1.5, -0.75, 0.0, -3.0, 1.5, 1.0], [-2.25, -2.25, -2.25, -3.0, -2.25, -2.25], [0.0, -0.75, 0.0, -3.0, 0.0, 0.0], [2.0, -0.75, 0.0, -3.0, 7.0, 1.0], [2.0, -0.75, 0.0, -3.0, 0x7F80, 1.0], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [0xFF80, 0xFF80, 0xFF80, 0xFF80, 0xFF80, 0xFF80], [2.0, -0.75, 0.0, -3.0, 3.0, 1.0]]> : tensor<8x6xbf16>
  weft.return %0 : tensor<8x6xbf16>
}
weft.func @test_min_f32(%a0: tensor<8x1xf32>, %a1: tensor<6xf32>) -> (tensor<8x6xf32>) {
  %r0 = weft.min %a0, %a1 : (tensor<8x1xf32>, tensor<6xf32>) -> (tensor<8x6xf32>)
  weft.return %r0 : tensor<8x6xf32>
}
weft.func @test_min_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.min %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_min_f32() -> (tensor<8x1xf32>, tensor<6xf32>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7F800000], [0x7FC00000], [0xFF800000], [3.0]]> : tensor<8x1xf32>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0]> : tensor<6xf32>
  weft.return %0, %1 : tensor<8x1xf32>, tensor<6xf32>
}
weft.func @expected_min_f32() -> (tensor<8x6xf32>) {
  %0 = weft.constant dense<[[1.5, -0.75, 0.0, -3.0, 1.5, 1.0], [-2.25, -2.25, -2.25, -3.0, -2.25, -2.25], [0.0, -0.75, 0.0, -3.0, 0.0, 0.0], [2.0, -0.75, 0.0, -3.0, 7.0, 1.0], [2.0, -0.75, 0.0, -3.0, 0x7F800000, 1.0], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000, 0xFF800000], [2.0, -0.75, 0.0, -3.0, 3.0, 1.0]]> : tensor<8x6xf32>
  weft.return %0 : tensor<8x6xf32>
}
weft.func @test_min_f64(%a0: tensor<8x1xf64>, %a1: tensor<6xf64>) -> (tensor<8x6xf64>) {
  %r0 = weft.min %a0, %a1 : (tensor<8x1xf64>, tensor<6xf64>) -> (tensor<8x6xf64>)
  weft.return %r0 : tensor<8x6xf64>
}
weft.func @inputs_min_f64() -> (tensor<8x1xf64>, tensor<6xf64>) {
  %0 = weft.constant dense<[[1.5], [-2.25], [0.0], [7.0], [0x7FF0000000000000], [0x7FF8000000000000], [0xFFF0000000000000], [3.0]]> : tensor<8x1xf64>
  %1 = weft.constant dense<[2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0]> : tensor<6xf64>
  weft.return %0, %1 : tensor<8x1xf64>, tensor<6xf64>
}
weft.func @expected_min_f64() -> (tensor<8x6xf64>) {
  %0 = weft.constant dense<[[1.5, -0.75, 0.0, -3.0, 1.5, 1.0], [-2.25, -2.25, -2.25, -3.0, -2.25, -2.25], [0.0, -0.75, 0.0, -3.0, 0.0, 0.0], [2.0, -0.75, 0.0, -3.0, 7.0, 1.0], [2.0, -0.75, 0.0, -3.0, 0x7FF0000000000000, 1.0], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000, 0xFFF0000000000000], [2.0, -0.75, 0.0, -3.0, 3.0, 1.0]]> : tensor<8x6xf64>
  weft.return %0 : tensor<8x6xf64>
}
weft.func @test_add_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.add %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_add_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_add_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[-128, -127, -126, -125, -123, -119, 127, 126, 125, 121], [127, -128, -127, -126, -124, -120, 126, 125, 124, 120], [-127, -126, -125, -124, -122, -118, -128, 127, 126, 122], [126, 127, -128, -127, -125, -121, 125, 124, 123, 119], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 2, 3, 4, 6, 10, 0, -1, -2, -6], [2, 3, 4, 5, 7, 11, 1, 0, -1, -5], [3, 4, 5, 6, 8, 12, 2, 1, 0, -4], [7, 8, 9, 10, 12, 16, 6, 5, 4, 0], [-7, -6, -5, -4, -2, 2, -8, -9, -10, -14], [-1, 0, 1, 2, 4, 8, -2, -3, -4, -8]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_add_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.add %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_add_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_add_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[-32768, -32767, -32766, -32765, -32763, -32759, 32767, 32766, 32765, 32761], [32767, -32768, -32767, -32766, -32764, -32760, 32766, 32765, 32764, 32760], [-32767, -32766, -32765, -32764, -32762, -32758, -32768, 32767, 32766, 32762], [32766, 32767, -32768, -32767, -32765, -32761, 32765, 32764, 32763, 32759], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 2, 3, 4, 6, 10, 0, -1, -2, -6], [2, 3, 4, 5, 7, 11, 1, 0, -1, -5], [3, 4, 5, 6, 8, 12, 2, 1, 0, -4], [7, 8, 9, 10, 12, 16, 6, 5, 4, 0], [-7, -6, -5, -4, -2, 2, -8, -9, -10, -14], [-1, 0, 1, 2, 4, 8, -2, -3, -4, -8]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_add_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.add %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_add_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.add %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_add_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_add_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[-2147483648, -2147483647, -2147483646, -2147483645, -2147483643, -2147483639, 2147483647, 2147483646, 2147483645, 2147483641], [2147483647, -2147483648, -2147483647, -2147483646, -2147483644, -2147483640, 2147483646, 2147483645, 2147483644, 2147483640], [-2147483647, -2147483646, -2147483645, -2147483644, -2147483642, -2147483638, -2147483648, 2147483647, 2147483646, 2147483642], [2147483646, 2147483647, -2147483648, -2147483647, -2147483645, -2147483641, 2147483645, 2147483644, 2147483643, 2147483639], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 2, 3, 4, 6, 10, 0, -1, -2, -6], [2, 3, 4, 5, 7, 11, 1, 0, -1, -5], [3, 4, 5, 6, 8, 12, 2, 1, 0, -4], [7, 8, 9, 10, 12, 16, 6, 5, 4, 0], [-7, -6, -5, -4, -2, 2, -8, -9, -10, -14], [-1, 0, 1, 2, 4, 8, -2, -3, -4, -8]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_add_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.add %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_add_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_add_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808, -9223372036854775807, -9223372036854775806, -9223372036854775805, -9223372036854775803, -9223372036854775799, 9223372036854775807, 9223372036854775806, 9223372036854775805, 9223372036854775801], [9223372036854775807, -9223372036854775808, -9223372036854775807, -9223372036854775806, -9223372036854775804, -9223372036854775800, 9223372036854775806, 9223372036854775805, 9223372036854775804, 9223372036854775800], [-9223372036854775807, -9223372036854775806, -9223372036854775805, -9223372036854775804, -9223372036854775802, -9223372036854775798, -9223372036854775808, 9223372036854775807, 9223372036854775806, 9223372036854775802], [9223372036854775806, 9223372036854775807, -9223372036854775808, -9223372036854775807, -9223372036854775805, -9223372036854775801, 9223372036854775805, 9223372036854775804, 9223372036854775803, 9223372036854775799], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 2, 3, 4, 6, 10, 0, -1, -2, -6], [2, 3, 4, 5, 7, 11, 1, 0, -1, -5], [3, 4, 5, 6, 8, 12, 2, 1, 0, -4], [7, 8, 9, 10, 12, 16, 6, 5, 4, 0], [-7, -6, -5, -4, -2, 2, -8, -9, -10, -14], [-1, 0, 1, 2, 4, 8, -2, -3, -4, -8]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_add_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.add %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_add_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_add_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [255, 0, 1, 2, 4, 8, 3, 6, 7, 99], [1, 2, 3, 4, 6, 10, 5, 8, 9, 101], [254, 255, 0, 1, 3, 7, 2, 5, 6, 98], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 2, 3, 4, 6, 10, 5, 8, 9, 101], [2, 3, 4, 5, 7, 11, 6, 9, 10, 102], [3, 4, 5, 6, 8, 12, 7, 10, 11, 103], [7, 8, 9, 10, 12, 16, 11, 14, 15, 107], [5, 6, 7, 8, 10, 14, 9, 12, 13, 105], [6, 7, 8, 9, 11, 15, 10, 13, 14, 106]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_add_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.add %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_add_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_add_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [65535, 0, 1, 2, 4, 8, 3, 6, 7, 99], [1, 2, 3, 4, 6, 10, 5, 8, 9, 101], [65534, 65535, 0, 1, 3, 7, 2, 5, 6, 98], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 2, 3, 4, 6, 10, 5, 8, 9, 101], [2, 3, 4, 5, 7, 11, 6, 9, 10, 102], [3, 4, 5, 6, 8, 12, 7, 10, 11, 103], [7, 8, 9, 10, 12, 16, 11, 14, 15, 107], [5, 6, 7, 8, 10, 14, 9, 12, 13, 105], [6, 7, 8, 9, 11, 15, 10, 13, 14, 106]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_add_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.add %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_add_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_add_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [4294967295, 0, 1, 2, 4, 8, 3, 6, 7, 99], [1, 2, 3, 4, 6, 10, 5, 8, 9, 101], [4294967294, 4294967295, 0, 1, 3, 7, 2, 5, 6, 98], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 2, 3, 4, 6, 10, 5, 8, 9, 101], [2, 3, 4, 5, 7, 11, 6, 9, 10, 102], [3, 4, 5, 6, 8, 12, 7, 10, 11, 103], [7, 8, 9, 10, 12, 16, 11, 14, 15, 107], [5, 6, 7, 8, 10, 14, 9, 12, 13, 105], [6, 7, 8, 9, 11, 15, 10, 13, 14, 106]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_add_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.add %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_add_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_add_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [18446744073709551615, 0, 1, 2, 4, 8, 3, 6, 7, 99], [1, 2, 3, 4, 6, 10, 5, 8, 9, 101], [18446744073709551614, 18446744073709551615, 0, 1, 3, 7, 2, 5, 6, 98], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 2, 3, 4, 6, 10, 5, 8, 9, 101], [2, 3, 4, 5, 7, 11, 6, 9, 10, 102], [3, 4, 5, 6, 8, 12, 7, 10, 11, 103], [7, 8, 9, 10, 12, 16, 11, 14, 15, 107], [5, 6, 7, 8, 10, 14, 9, 12, 13, 105], [6, 7, 8, 9, 11, 15, 10, 13, 14, 106]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_sub_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.sub %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_sub_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_sub_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[-128, 127, 126, 125, 123, 119, -127, -126, -125, -121], [127, 126, 125, 124, 122, 118, -128, -127, -126, -122], [-127, -128, 127, 126, 124, 120, -126, -125, -124, -120], [126, 125, 124, 123, 121, 117, 127, -128, -127, -123], [0, -1, -2, -3, -5, -9, 1, 2, 3, 7], [1, 0, -1, -2, -4, -8, 2, 3, 4, 8], [2, 1, 0, -1, -3, -7, 3, 4, 5, 9], [3, 2, 1, 0, -2, -6, 4, 5, 6, 10], [7, 6, 5, 4, 2, -2, 8, 9, 10, 14], [-7, -8, -9, -10, -12, -16, -6, -5, -4, 0], [-1, -2, -3, -4, -6, -10, 0, 1, 2, 6]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_sub_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.sub %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_sub_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_sub_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[-32768, 32767, 32766, 32765, 32763, 32759, -32767, -32766, -32765, -32761], [32767, 32766, 32765, 32764, 32762, 32758, -32768, -32767, -32766, -32762], [-32767, -32768, 32767, 32766, 32764, 32760, -32766, -32765, -32764, -32760], [32766, 32765, 32764, 32763, 32761, 32757, 32767, -32768, -32767, -32763], [0, -1, -2, -3, -5, -9, 1, 2, 3, 7], [1, 0, -1, -2, -4, -8, 2, 3, 4, 8], [2, 1, 0, -1, -3, -7, 3, 4, 5, 9], [3, 2, 1, 0, -2, -6, 4, 5, 6, 10], [7, 6, 5, 4, 2, -2, 8, 9, 10, 14], [-7, -8, -9, -10, -12, -16, -6, -5, -4, 0], [-1, -2, -3, -4, -6, -10, 0, 1, 2, 6]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_sub_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_sub_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_sub_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_sub_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[-2147483648, 2147483647, 2147483646, 2147483645, 2147483643, 2147483639, -2147483647, -2147483646, -2147483645, -2147483641], [2147483647, 2147483646, 2147483645, 2147483644, 2147483642, 2147483638, -2147483648, -2147483647, -2147483646, -2147483642], [-2147483647, -2147483648, 2147483647, 2147483646, 2147483644, 2147483640, -2147483646, -2147483645, -2147483644, -2147483640], [2147483646, 2147483645, 2147483644, 2147483643, 2147483641, 2147483637, 2147483647, -2147483648, -2147483647, -2147483643], [0, -1, -2, -3, -5, -9, 1, 2, 3, 7], [1, 0, -1, -2, -4, -8, 2, 3, 4, 8], [2, 1, 0, -1, -3, -7, 3, 4, 5, 9], [3, 2, 1, 0, -2, -6, 4, 5, 6, 10], [7, 6, 5, 4, 2, -2, 8, 9, 10, 14], [-7, -8, -9, -10, -12, -16, -6, -5, -4, 0], [-1, -2, -3, -4, -6, -10, 0, 1, 2, 6]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_sub_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.sub %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_sub_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_sub_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808, 9223372036854775807, 9223372036854775806, 9223372036854775805, 9223372036854775803, 9223372036854775799, -9223372036854775807, -9223372036854775806, -9223372036854775805, -9223372036854775801], [9223372036854775807, 9223372036854775806, 9223372036854775805, 9223372036854775804, 9223372036854775802, 9223372036854775798, -9223372036854775808, -9223372036854775807, -9223372036854775806, -9223372036854775802], [-9223372036854775807, -9223372036854775808, 9223372036854775807, 9223372036854775806, 9223372036854775804, 9223372036854775800, -9223372036854775806, -9223372036854775805, -9223372036854775804, -9223372036854775800], [9223372036854775806, 9223372036854775805, 9223372036854775804, 9223372036854775803, 9223372036854775801, 9223372036854775797, 9223372036854775807, -9223372036854775808, -9223372036854775807, -9223372036854775803], [0, -1, -2, -3, -5, -9, 1, 2, 3, 7], [1, 0, -1, -2, -4, -8, 2, 3, 4, 8], [2, 1, 0, -1, -3, -7, 3, 4, 5, 9], [3, 2, 1, 0, -2, -6, 4, 5, 6, 10], [7, 6, 5, 4, 2, -2, 8, 9, 10, 14], [-7, -8, -9, -10, -12, -16, -6, -5, -4, 0], [-1, -2, -3, -4, -6, -10, 0, 1, 2, 6]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_sub_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.sub %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_sub_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_sub_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 255, 254, 253, 251, 247, 252, 249, 248, 156], [255, 254, 253, 252, 250, 246, 251, 248, 247, 155], [1, 0, 255, 254, 252, 248, 253, 250, 249, 157], [254, 253, 252, 251, 249, 245, 250, 247, 246, 154], [0, 255, 254, 253, 251, 247, 252, 249, 248, 156], [1, 0, 255, 254, 252, 248, 253, 250, 249, 157], [2, 1, 0, 255, 253, 249, 254, 251, 250, 158], [3, 2, 1, 0, 254, 250, 255, 252, 251, 159], [7, 6, 5, 4, 2, 254, 3, 0, 255, 163], [5, 4, 3, 2, 0, 252, 1, 254, 253, 161], [6, 5, 4, 3, 1, 253, 2, 255, 254, 162]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_sub_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.sub %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_sub_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_sub_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 65535, 65534, 65533, 65531, 65527, 65532, 65529, 65528, 65436], [65535, 65534, 65533, 65532, 65530, 65526, 65531, 65528, 65527, 65435], [1, 0, 65535, 65534, 65532, 65528, 65533, 65530, 65529, 65437], [65534, 65533, 65532, 65531, 65529, 65525, 65530, 65527, 65526, 65434], [0, 65535, 65534, 65533, 65531, 65527, 65532, 65529, 65528, 65436], [1, 0, 65535, 65534, 65532, 65528, 65533, 65530, 65529, 65437], [2, 1, 0, 65535, 65533, 65529, 65534, 65531, 65530, 65438], [3, 2, 1, 0, 65534, 65530, 65535, 65532, 65531, 65439], [7, 6, 5, 4, 2, 65534, 3, 0, 65535, 65443], [5, 4, 3, 2, 0, 65532, 1, 65534, 65533, 65441], [6, 5, 4, 3, 1, 65533, 2, 65535, 65534, 65442]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_sub_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_sub_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_sub_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 4294967295, 4294967294, 4294967293, 4294967291, 4294967287, 4294967292, 4294967289, 4294967288, 4294967196], [4294967295, 4294967294, 4294967293, 4294967292, 4294967290, 4294967286, 4294967291, 4294967288, 4294967287, 4294967195], [1, 0, 4294967295, 4294967294, 4294967292, 4294967288, 4294967293, 4294967290, 4294967289, 4294967197], [4294967294, 4294967293, 4294967292, 4294967291, 4294967289, 4294967285, 4294967290, 4294967287, 4294967286, 4294967194], [0, 4294967295, 4294967294, 4294967293, 4294967291, 4294967287, 4294967292, 4294967289, 4294967288, 4294967196], [1, 0, 4294967295, 4294967294, 4294967292, 4294967288, 4294967293, 4294967290, 4294967289, 4294967197], [2, 1, 0, 4294967295, 4294967293, 4294967289, 4294967294, 4294967291, 4294967290, 4294967198], [3, 2, 1, 0, 4294967294, 4294967290, 4294967295, 4294967292, 4294967291, 4294967199], [7, 6, 5, 4, 2, 4294967294, 3, 0, 4294967295, 4294967203], [5, 4, 3, 2, 0, 4294967292, 1, 4294967294, 4294967293, 4294967201], [6, 5, 4, 3, 1, 4294967293, 2, 4294967295, 4294967294, 4294967202]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_sub_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.sub %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_sub_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_sub_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 18446744073709551615, 18446744073709551614, 18446744073709551613, 18446744073709551611, 18446744073709551607, 18446744073709551612, 18446744073709551609, 18446744073709551608, 18446744073709551516], [18446744073709551615, 18446744073709551614, 18446744073709551613, 18446744073709551612, 18446744073709551610, 18446744073709551606, 18446744073709551611, 18446744073709551608, 18446744073709551607, 18446744073709551515], [1, 0, 18446744073709551615, 18446744073709551614, 18446744073709551612, 18446744073709551608, 18446744073709551613, 18446744073709551610, 18446744073709551609, 18446744073709551517], [18446744073709551614, 18446744073709551613, 18446744073709551612, 18446744073709551611, 18446744073709551609, 18446744073709551605, 18446744073709551610, 18446744073709551607, 18446744073709551606, 18446744073709551514], [0, 18446744073709551615, 18446744073709551614, 18446744073709551613, 18446744073709551611, 18446744073709551607, 18446744073709551612, 18446744073709551609, 18446744073709551608, 18446744073709551516], [1, 0, 18446744073709551615, 18446744073709551614, 18446744073709551612, 18446744073709551608, 18446744073709551613, 18446744073709551610, 18446744073709551609, 18446744073709551517], [2, 1, 0, 18446744073709551615, 18446744073709551613, 18446744073709551609, 18446744073709551614, 18446744073709551611, 18446744073709551610, 18446744073709551518], [3, 2, 1, 0, 18446744073709551614, 18446744073709551610, 18446744073709551615, 18446744073709551612, 18446744073709551611, 18446744073709551519], [7, 6, 5, 4, 2, 18446744073709551614, 3, 0, 18446744073709551615, 18446744073709551523], [5, 4, 3, 2, 0, 18446744073709551612, 1, 18446744073709551614, 18446744073709551613, 18446744073709551521], [6, 5, 4, 3, 1, 18446744073709551613, 2, 18446744073709551615, 18446744073709551614, 18446744073709551522]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_mul_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.mul %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_mul_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_mul_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[0, -128, 0, -128, -128, -128, -128, 0, -128, -128], [0, 127, -2, 125, 123, 119, -127, 2, -125, -121], [0, -127, 2, -125, -123, -119, 127, -2, 125, 121], [0, 126, -4, 122, 118, 110, -126, 4, -122, -114], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 2, 4, 6, 10, 18, -2, -4, -6, -14], [0, 3, 6, 9, 15, 27, -3, -6, -9, -21], [0, 7, 14, 21, 35, 63, -7, -14, -21, -49], [0, -7, -14, -21, -35, -63, 7, 14, 21, 49], [0, -1, -2, -3, -5, -9, 1, 2, 3, 7]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_mul_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.mul %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_mul_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_mul_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[0, -32768, 0, -32768, -32768, -32768, -32768, 0, -32768, -32768], [0, 32767, -2, 32765, 32763, 32759, -32767, 2, -32765, -32761], [0, -32767, 2, -32765, -32763, -32759, 32767, -2, 32765, 32761], [0, 32766, -4, 32762, 32758, 32750, -32766, 4, -32762, -32754], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 2, 4, 6, 10, 18, -2, -4, -6, -14], [0, 3, 6, 9, 15, 27, -3, -6, -9, -21], [0, 7, 14, 21, 35, 63, -7, -14, -21, -49], [0, -7, -14, -21, -35, -63, 7, 14, 21, 49], [0, -1, -2, -3, -5, -9, 1, 2, 3, 7]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_mul_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.mul %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_mul_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.mul %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_mul_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_mul_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[0, -2147483648, 0, -2147483648, -2147483648, -2147483648, -2147483648, 0, -2147483648, -2147483648], [0, 2147483647, -2, 2147483645, 2147483643, 2147483639, -2147483647, 2, -2147483645, -2147483641], [0, -2147483647, 2, -2147483645, -2147483643, -2147483639, 2147483647, -2, 2147483645, 2147483641], [0, 2147483646, -4, 2147483642, 2147483638, 2147483630, -2147483646, 4, -2147483642, -2147483634], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 2, 4, 6, 10, 18, -2, -4, -6, -14], [0, 3, 6, 9, 15, 27, -3, -6, -9, -21], [0, 7, 14, 21, 35, 63, -7, -14, -21, -49], [0, -7, -14, -21, -35, -63, 7, 14, 21, 49], [0, -1, -2, -3, -5, -9, 1, 2, 3, 7]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_mul_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.mul %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_mul_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_mul_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[0, -9223372036854775808, 0, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, 0, -9223372036854775808, -9223372036854775808], [0, 9223372036854775807, -2, 9223372036854775805, 9223372036854775803, 9223372036854775799, -9223372036854775807, 2, -9223372036854775805, -9223372036854775801], [0, -9223372036854775807, 2, -9223372036854775805, -9223372036854775803, -9223372036854775799, 9223372036854775807, -2, 9223372036854775805, 9223372036854775801], [0, 9223372036854775806, -4, 9223372036854775802, 9223372036854775798, 9223372036854775790, -9223372036854775806, 4, -9223372036854775802, -9223372036854775794], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 2, 4, 6, 10, 18, -2, -4, -6, -14], [0, 3, 6, 9, 15, 27, -3, -6, -9, -21], [0, 7, 14, 21, 35, 63, -7, -14, -21, -49], [0, -7, -14, -21, -35, -63, 7, 14, 21, 49], [0, -1, -2, -3, -5, -9, 1, 2, 3, 7]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_mul_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.mul %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_mul_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_mul_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 255, 254, 253, 251, 247, 252, 249, 248, 156], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 254, 252, 250, 246, 238, 248, 242, 240, 56], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 2, 4, 6, 10, 18, 8, 14, 16, 200], [0, 3, 6, 9, 15, 27, 12, 21, 24, 44], [0, 7, 14, 21, 35, 63, 28, 49, 56, 188], [0, 5, 10, 15, 25, 45, 20, 35, 40, 244], [0, 6, 12, 18, 30, 54, 24, 42, 48, 88]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_mul_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.mul %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_mul_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_mul_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 65535, 65534, 65533, 65531, 65527, 65532, 65529, 65528, 65436], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 65534, 65532, 65530, 65526, 65518, 65528, 65522, 65520, 65336], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 2, 4, 6, 10, 18, 8, 14, 16, 200], [0, 3, 6, 9, 15, 27, 12, 21, 24, 300], [0, 7, 14, 21, 35, 63, 28, 49, 56, 700], [0, 5, 10, 15, 25, 45, 20, 35, 40, 500], [0, 6, 12, 18, 30, 54, 24, 42, 48, 600]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_mul_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.mul %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_mul_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_mul_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 4294967295, 4294967294, 4294967293, 4294967291, 4294967287, 4294967292, 4294967289, 4294967288, 4294967196], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 4294967294, 4294967292, 4294967290, 4294967286, 4294967278, 4294967288, 4294967282, 4294967280, 4294967096], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 2, 4, 6, 10, 18, 8, 14, 16, 200], [0, 3, 6, 9, 15, 27, 12, 21, 24, 300], [0, 7, 14, 21, 35, 63, 28, 49, 56, 700], [0, 5, 10, 15, 25, 45, 20, 35, 40, 500], [0, 6, 12, 18, 30, 54, 24, 42, 48, 600]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_mul_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.mul %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_mul_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_mul_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 18446744073709551615, 18446744073709551614, 18446744073709551613, 18446744073709551611, 18446744073709551607, 18446744073709551612, 18446744073709551609, 18446744073709551608, 18446744073709551516], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 18446744073709551614, 18446744073709551612, 18446744073709551610, 18446744073709551606, 18446744073709551598, 18446744073709551608, 18446744073709551602, 18446744073709551600, 18446744073709551416], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 2, 4, 6, 10, 18, 8, 14, 16, 200], [0, 3, 6, 9, 15, 27, 12, 21, 24, 300], [0, 7, 14, 21, 35, 63, 28, 49, 56, 700], [0, 5, 10, 15, 25, 45, 20, 35, 40, 500], [0, 6, 12, 18, 30, 54, 24, 42, 48, 600]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_div_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.div %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_div_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_div_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[0, -128, -64, -42, -25, -14, -128, 64, 42, 18], [0, 127, 63, 42, 25, 14, -127, -63, -42, -18], [0, -127, -63, -42, -25, -14, 127, 63, 42, 18], [0, 126, 63, 42, 25, 14, -126, -63, -42, -18], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, -1, 0, 0, 0], [0, 2, 1, 0, 0, 0, -2, -1, 0, 0], [0, 3, 1, 1, 0, 0, -3, -1, -1, 0], [0, 7, 3, 2, 1, 0, -7, -3, -2, -1], [0, -7, -3, -2, -1, 0, 7, 3, 2, 1], [0, -1, 0, 0, 0, 0, 1, 0, 0, 0]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_div_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.div %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_div_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_div_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[0, -32768, -16384, -10922, -6553, -3640, -32768, 16384, 10922, 4681], [0, 32767, 16383, 10922, 6553, 3640, -32767, -16383, -10922, -4681], [0, -32767, -16383, -10922, -6553, -3640, 32767, 16383, 10922, 4681], [0, 32766, 16383, 10922, 6553, 3640, -32766, -16383, -10922, -4680], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, -1, 0, 0, 0], [0, 2, 1, 0, 0, 0, -2, -1, 0, 0], [0, 3, 1, 1, 0, 0, -3, -1, -1, 0], [0, 7, 3, 2, 1, 0, -7, -3, -2, -1], [0, -7, -3, -2, -1, 0, 7, 3, 2, 1], [0, -1, 0, 0, 0, 0, 1, 0, 0, 0]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_div_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.div %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_div_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.div %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_div_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_div_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[0, -2147483648, -1073741824, -715827882, -429496729, -238609294, -2147483648, 1073741824, 715827882, 306783378], [0, 2147483647, 1073741823, 715827882, 429496729, 238609294, -2147483647, -1073741823, -715827882, -306783378], [0, -2147483647, -1073741823, -715827882, -429496729, -238609294, 2147483647, 1073741823, 715827882, 306783378], [0, 2147483646, 1073741823, 715827882, 429496729, 238609294, -2147483646, -1073741823, -715827882, -306783378], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, -1, 0, 0, 0], [0, 2, 1, 0, 0, 0, -2, -1, 0, 0], [0, 3, 1, 1, 0, 0, -3, -1, -1, 0], [0, 7, 3, 2, 1, 0, -7, -3, -2, -1], [0, -7, -3, -2, -1, 0, 7, 3, 2, 1], [0, -1, 0, 0, 0, 0, 1, 0, 0, 0]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_div_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.div %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_div_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_div_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[0, -9223372036854775808, -4611686018427387904, -3074457345618258602, -1844674407370955161, -1024819115206086200, -9223372036854775808, 4611686018427387904, 3074457345618258602, 1317624576693539401], [0, 9223372036854775807, 4611686018427387903, 3074457345618258602, 1844674407370955161, 1024819115206086200, -9223372036854775807, -4611686018427387903, -3074457345618258602, -1317624576693539401], [0, -9223372036854775807, -4611686018427387903, -3074457345618258602, -1844674407370955161, -1024819115206086200, 9223372036854775807, 4611686018427387903, 3074457345618258602, 1317624576693539401], [0, 9223372036854775806, 4611686018427387903, 3074457345618258602, 1844674407370955161, 1024819115206086200, -9223372036854775806, -4611686018427387903, -3074457345618258602, -1317624576693539400], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, -1, 0, 0, 0], [0, 2, 1, 0, 0, 0, -2, -1, 0, 0], [0, 3, 1, 1, 0, 0, -3, -1, -1, 0], [0, 7, 3, 2, 1, 0, -7, -3, -2, -1], [0, -7, -3, -2, -1, 0, 7, 3, 2, 1], [0, -1, 0, 0, 0, 0, 1, 0, 0, 0]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_div_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.div %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_div_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_div_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 255, 127, 85, 51, 28, 63, 36, 31, 2], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 254, 127, 84, 50, 28, 63, 36, 31, 2], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 2, 1, 0, 0, 0, 0, 0, 0, 0], [0, 3, 1, 1, 0, 0, 0, 0, 0, 0], [0, 7, 3, 2, 1, 0, 1, 1, 0, 0], [0, 5, 2, 1, 1, 0, 1, 0, 0, 0], [0, 6, 3, 2, 1, 0, 1, 0, 0, 0]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_div_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.div %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_div_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_div_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 65535, 32767, 21845, 13107, 7281, 16383, 9362, 8191, 655], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 65534, 32767, 21844, 13106, 7281, 16383, 9362, 8191, 655], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 2, 1, 0, 0, 0, 0, 0, 0, 0], [0, 3, 1, 1, 0, 0, 0, 0, 0, 0], [0, 7, 3, 2, 1, 0, 1, 1, 0, 0], [0, 5, 2, 1, 1, 0, 1, 0, 0, 0], [0, 6, 3, 2, 1, 0, 1, 0, 0, 0]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_div_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.div %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_div_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_div_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 4294967295, 2147483647, 1431655765, 858993459, 477218588, 1073741823, 613566756, 536870911, 42949672], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 4294967294, 2147483647, 1431655764, 858993458, 477218588, 1073741823, 613566756, 536870911, 42949672], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 2, 1, 0, 0, 0, 0, 0, 0, 0], [0, 3, 1, 1, 0, 0, 0, 0, 0, 0], [0, 7, 3, 2, 1, 0, 1, 1, 0, 0], [0, 5, 2, 1, 1, 0, 1, 0, 0, 0], [0, 6, 3, 2, 1, 0, 1, 0, 0, 0]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_div_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.div %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_div_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_div_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 18446744073709551615, 9223372036854775807, 6148914691236517205, 3689348814741910323, 2049638230412172401, 4611686018427387903, 2635249153387078802, 2305843009213693951, 184467440737095516], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 18446744073709551614, 9223372036854775807, 6148914691236517204, 3689348814741910322, 2049638230412172401, 4611686018427387903, 2635249153387078802, 2305843009213693951, 184467440737095516], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 2, 1, 0, 0, 0, 0, 0, 0, 0], [0, 3, 1, 1, 0, 0, 0, 0, 0, 0], [0, 7, 3, 2, 1, 0, 1, 1, 0, 0], [0, 5, 2, 1, 1, 0, 1, 0, 0, 0], [0, 6, 3, 2, 1, 0, 1, 0, 0, 0]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_rem_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.rem %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_rem_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_rem_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[-128, 0, 0, -2, -3, -2, 0, 0, -2, -2], [127, 0, 1, 1, 2, 1, 0, 1, 1, 1], [-127, 0, -1, -1, -2, -1, 0, -1, -1, -1], [126, 0, 0, 0, 1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 0, 1, 1, 1], [2, 0, 0, 2, 2, 2, 0, 0, 2, 2], [3, 0, 1, 0, 3, 3, 0, 1, 0, 3], [7, 0, 1, 1, 2, 7, 0, 1, 1, 0], [-7, 0, -1, -1, -2, -7, 0, -1, -1, 0], [-1, 0, -1, -1, -1, -1, 0, -1, -1, -1]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_rem_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.rem %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_rem_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_rem_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[-32768, 0, 0, -2, -3, -8, 0, 0, -2, -1], [32767, 0, 1, 1, 2, 7, 0, 1, 1, 0], [-32767, 0, -1, -1, -2, -7, 0, -1, -1, 0], [32766, 0, 0, 0, 1, 6, 0, 0, 0, 6], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 0, 1, 1, 1], [2, 0, 0, 2, 2, 2, 0, 0, 2, 2], [3, 0, 1, 0, 3, 3, 0, 1, 0, 3], [7, 0, 1, 1, 2, 7, 0, 1, 1, 0], [-7, 0, -1, -1, -2, -7, 0, -1, -1, 0], [-1, 0, -1, -1, -1, -1, 0, -1, -1, -1]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_rem_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.rem %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_rem_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.rem %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_rem_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_rem_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[-2147483648, 0, 0, -2, -3, -2, 0, 0, -2, -2], [2147483647, 0, 1, 1, 2, 1, 0, 1, 1, 1], [-2147483647, 0, -1, -1, -2, -1, 0, -1, -1, -1], [2147483646, 0, 0, 0, 1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 0, 1, 1, 1], [2, 0, 0, 2, 2, 2, 0, 0, 2, 2], [3, 0, 1, 0, 3, 3, 0, 1, 0, 3], [7, 0, 1, 1, 2, 7, 0, 1, 1, 0], [-7, 0, -1, -1, -2, -7, 0, -1, -1, 0], [-1, 0, -1, -1, -1, -1, 0, -1, -1, -1]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_rem_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.rem %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_rem_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_rem_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808, 0, 0, -2, -3, -8, 0, 0, -2, -1], [9223372036854775807, 0, 1, 1, 2, 7, 0, 1, 1, 0], [-9223372036854775807, 0, -1, -1, -2, -7, 0, -1, -1, 0], [9223372036854775806, 0, 0, 0, 1, 6, 0, 0, 0, 6], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 0, 1, 1, 1], [2, 0, 0, 2, 2, 2, 0, 0, 2, 2], [3, 0, 1, 0, 3, 3, 0, 1, 0, 3], [7, 0, 1, 1, 2, 7, 0, 1, 1, 0], [-7, 0, -1, -1, -2, -7, 0, -1, -1, 0], [-1, 0, -1, -1, -1, -1, 0, -1, -1, -1]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_rem_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.rem %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_rem_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_rem_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [255, 0, 1, 0, 0, 3, 3, 3, 7, 55], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [254, 0, 0, 2, 4, 2, 2, 2, 6, 54], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [2, 0, 0, 2, 2, 2, 2, 2, 2, 2], [3, 0, 1, 0, 3, 3, 3, 3, 3, 3], [7, 0, 1, 1, 2, 7, 3, 0, 7, 7], [5, 0, 1, 2, 0, 5, 1, 5, 5, 5], [6, 0, 0, 0, 1, 6, 2, 6, 6, 6]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_rem_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.rem %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_rem_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_rem_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [65535, 0, 1, 0, 0, 6, 3, 1, 7, 35], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [65534, 0, 0, 2, 4, 5, 2, 0, 6, 34], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [2, 0, 0, 2, 2, 2, 2, 2, 2, 2], [3, 0, 1, 0, 3, 3, 3, 3, 3, 3], [7, 0, 1, 1, 2, 7, 3, 0, 7, 7], [5, 0, 1, 2, 0, 5, 1, 5, 5, 5], [6, 0, 0, 0, 1, 6, 2, 6, 6, 6]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_rem_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.rem %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_rem_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_rem_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [4294967295, 0, 1, 0, 0, 3, 3, 3, 7, 95], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [4294967294, 0, 0, 2, 4, 2, 2, 2, 6, 94], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [2, 0, 0, 2, 2, 2, 2, 2, 2, 2], [3, 0, 1, 0, 3, 3, 3, 3, 3, 3], [7, 0, 1, 1, 2, 7, 3, 0, 7, 7], [5, 0, 1, 2, 0, 5, 1, 5, 5, 5], [6, 0, 0, 0, 1, 6, 2, 6, 6, 6]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_rem_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.rem %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_rem_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_rem_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [18446744073709551615, 0, 1, 0, 0, 6, 3, 1, 7, 15], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [18446744073709551614, 0, 0, 2, 4, 5, 2, 0, 6, 14], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [2, 0, 0, 2, 2, 2, 2, 2, 2, 2], [3, 0, 1, 0, 3, 3, 3, 3, 3, 3], [7, 0, 1, 1, 2, 7, 3, 0, 7, 7], [5, 0, 1, 2, 0, 5, 1, 5, 5, 5], [6, 0, 0, 0, 1, 6, 2, 6, 6, 6]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_mod_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.mod %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_mod_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_mod_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[-128, 0, 0, 1, 2, 7, 0, 0, -2, -2], [127, 0, 1, 1, 2, 1, 0, -1, -2, -6], [-127, 0, 1, 2, 3, 8, 0, -1, -1, -1], [126, 0, 0, 0, 1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 0, -1, -2, -6], [2, 0, 0, 2, 2, 2, 0, 0, -1, -5], [3, 0, 1, 0, 3, 3, 0, -1, 0, -4], [7, 0, 1, 1, 2, 7, 0, -1, -2, 0], [-7, 0, 1, 2, 3, 2, 0, -1, -1, 0], [-1, 0, 1, 2, 4, 8, 0, -1, -1, -1]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_mod_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.mod %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_mod_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_mod_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[-32768, 0, 0, 1, 2, 1, 0, 0, -2, -1], [32767, 0, 1, 1, 2, 7, 0, -1, -2, 0], [-32767, 0, 1, 2, 3, 2, 0, -1, -1, 0], [32766, 0, 0, 0, 1, 6, 0, 0, 0, -1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 0, -1, -2, -6], [2, 0, 0, 2, 2, 2, 0, 0, -1, -5], [3, 0, 1, 0, 3, 3, 0, -1, 0, -4], [7, 0, 1, 1, 2, 7, 0, -1, -2, 0], [-7, 0, 1, 2, 3, 2, 0, -1, -1, 0], [-1, 0, 1, 2, 4, 8, 0, -1, -1, -1]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_mod_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.mod %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_mod_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.mod %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_mod_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_mod_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[-2147483648, 0, 0, 1, 2, 7, 0, 0, -2, -2], [2147483647, 0, 1, 1, 2, 1, 0, -1, -2, -6], [-2147483647, 0, 1, 2, 3, 8, 0, -1, -1, -1], [2147483646, 0, 0, 0, 1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 0, -1, -2, -6], [2, 0, 0, 2, 2, 2, 0, 0, -1, -5], [3, 0, 1, 0, 3, 3, 0, -1, 0, -4], [7, 0, 1, 1, 2, 7, 0, -1, -2, 0], [-7, 0, 1, 2, 3, 2, 0, -1, -1, 0], [-1, 0, 1, 2, 4, 8, 0, -1, -1, -1]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_mod_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.mod %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_mod_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_mod_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808, 0, 0, 1, 2, 1, 0, 0, -2, -1], [9223372036854775807, 0, 1, 1, 2, 7, 0, -1, -2, 0], [-9223372036854775807, 0, 1, 2, 3, 2, 0, -1, -1, 0], [9223372036854775806, 0, 0, 0, 1, 6, 0, 0, 0, -1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 0, -1, -2, -6], [2, 0, 0, 2, 2, 2, 0, 0, -1, -5], [3, 0, 1, 0, 3, 3, 0, -1, 0, -4], [7, 0, 1, 1, 2, 7, 0, -1, -2, 0], [-7, 0, 1, 2, 3, 2, 0, -1, -1, 0], [-1, 0, 1, 2, 4, 8, 0, -1, -1, -1]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_mod_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.mod %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_mod_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_mod_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [255, 0, 1, 0, 0, 3, 3, 3, 7, 55], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [254, 0, 0, 2, 4, 2, 2, 2, 6, 54], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [2, 0, 0, 2, 2, 2, 2, 2, 2, 2], [3, 0, 1, 0, 3, 3, 3, 3, 3, 3], [7, 0, 1, 1, 2, 7, 3, 0, 7, 7], [5, 0, 1, 2, 0, 5, 1, 5, 5, 5], [6, 0, 0, 0, 1, 6, 2, 6, 6, 6]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_mod_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.mod %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_mod_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_mod_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [65535, 0, 1, 0, 0, 6, 3, 1, 7, 35], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [65534, 0, 0, 2, 4, 5, 2, 0, 6, 34], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [2, 0, 0, 2, 2, 2, 2, 2, 2, 2], [3, 0, 1, 0, 3, 3, 3, 3, 3, 3], [7, 0, 1, 1, 2, 7, 3, 0, 7, 7], [5, 0, 1, 2, 0, 5, 1, 5, 5, 5], [6, 0, 0, 0, 1, 6, 2, 6, 6, 6]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_mod_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.mod %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_mod_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_mod_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [4294967295, 0, 1, 0, 0, 3, 3, 3, 7, 95], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [4294967294, 0, 0, 2, 4, 2, 2, 2, 6, 94], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [2, 0, 0, 2, 2, 2, 2, 2, 2, 2], [3, 0, 1, 0, 3, 3, 3, 3, 3, 3], [7, 0, 1, 1, 2, 7, 3, 0, 7, 7], [5, 0, 1, 2, 0, 5, 1, 5, 5, 5], [6, 0, 0, 0, 1, 6, 2, 6, 6, 6]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_mod_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.mod %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_mod_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_mod_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [18446744073709551615, 0, 1, 0, 0, 6, 3, 1, 7, 15], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [18446744073709551614, 0, 0, 2, 4, 5, 2, 0, 6, 14], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 1, 1, 1, 1, 1, 1, 1], [2, 0, 0, 2, 2, 2, 2, 2, 2, 2], [3, 0, 1, 0, 3, 3, 3, 3, 3, 3], [7, 0, 1, 1, 2, 7, 3, 0, 7, 7], [5, 0, 1, 2, 0, 5, 1, 5, 5, 5], [6, 0, 0, 0, 1, 6, 2, 6, 6, 6]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_pow_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.pow %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_pow_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_pow_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[1, -128, 0, 0, 0, 0, 0, 0, 0, 0], [1, 127, 1, 127, 127, 127, 0, 0, 0, 0], [1, -127, 1, -127, -127, -127, 0, 0, 0, 0], [1, 126, 4, -8, -32, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 4, 8, 32, 0, 0, 0, 0, 0], [1, 3, 9, 27, -13, -29, 0, 0, 0, 0], [1, 7, 49, 87, -89, 71, 0, 0, 0, 0], [1, -7, 49, -87, 89, -71, 0, 0, 0, 0], [1, -1, 1, -1, -1, -1, -1, 1, -1, -1]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_pow_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.pow %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_pow_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_pow_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[1, -32768, 0, 0, 0, 0, 0, 0, 0, 0], [1, 32767, 1, 32767, 32767, 32767, 0, 0, 0, 0], [1, -32767, 1, -32767, -32767, -32767, 0, 0, 0, 0], [1, 32766, 4, -8, -32, -512, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 4, 8, 32, 512, 0, 0, 0, 0], [1, 3, 9, 27, 243, 19683, 0, 0, 0, 0], [1, 7, 49, 343, 16807, -16569, 0, 0, 0, 0], [1, -7, 49, -343, -16807, 16569, 0, 0, 0, 0], [1, -1, 1, -1, -1, -1, -1, 1, -1, -1]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_pow_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.pow %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_pow_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.pow %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_pow_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_pow_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[1, -2147483648, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2147483647, 1, 2147483647, 2147483647, 2147483647, 0, 0, 0, 0], [1, -2147483647, 1, -2147483647, -2147483647, -2147483647, 0, 0, 0, 0], [1, 2147483646, 4, -8, -32, -512, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 4, 8, 32, 512, 0, 0, 0, 0], [1, 3, 9, 27, 243, 19683, 0, 0, 0, 0], [1, 7, 49, 343, 16807, 40353607, 0, 0, 0, 0], [1, -7, 49, -343, -16807, -40353607, 0, 0, 0, 0], [1, -1, 1, -1, -1, -1, -1, 1, -1, -1]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_pow_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.pow %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_pow_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_pow_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[1, -9223372036854775808, 0, 0, 0, 0, 0, 0, 0, 0], [1, 9223372036854775807, 1, 9223372036854775807, 9223372036854775807, 9223372036854775807, 0, 0, 0, 0], [1, -9223372036854775807, 1, -9223372036854775807, -9223372036854775807, -9223372036854775807, 0, 0, 0, 0], [1, 9223372036854775806, 4, -8, -32, -512, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 4, 8, 32, 512, 0, 0, 0, 0], [1, 3, 9, 27, 243, 19683, 0, 0, 0, 0], [1, 7, 49, 343, 16807, 40353607, 0, 0, 0, 0], [1, -7, 49, -343, -16807, -40353607, 0, 0, 0, 0], [1, -1, 1, -1, -1, -1, -1, 1, -1, -1]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_pow_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.pow %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_pow_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_pow_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 255, 1, 255, 255, 255, 1, 255, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 254, 4, 248, 224, 0, 16, 128, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 4, 8, 32, 0, 16, 128, 0, 0], [1, 3, 9, 27, 243, 227, 81, 139, 161, 209], [1, 7, 49, 87, 167, 71, 97, 247, 193, 97], [1, 5, 25, 125, 53, 101, 113, 45, 225, 241], [1, 6, 36, 216, 96, 0, 16, 128, 0, 0]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_pow_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.pow %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_pow_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_pow_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 65535, 1, 65535, 65535, 65535, 1, 65535, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 65534, 4, 65528, 65504, 65024, 16, 65408, 256, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 4, 8, 32, 512, 16, 128, 256, 0], [1, 3, 9, 27, 243, 19683, 81, 2187, 6561, 5073], [1, 7, 49, 343, 16807, 48967, 2401, 37111, 63169, 6753], [1, 5, 25, 125, 3125, 52581, 625, 12589, 62945, 59633], [1, 6, 36, 216, 7776, 50688, 1296, 17792, 41216, 0]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_pow_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.pow %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_pow_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_pow_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 4294967295, 1, 4294967295, 4294967295, 4294967295, 1, 4294967295, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 4294967294, 4, 4294967288, 4294967264, 4294966784, 16, 4294967168, 256, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 4, 8, 32, 512, 16, 128, 256, 0], [1, 3, 9, 27, 243, 19683, 81, 2187, 6561, 3476558801], [1, 7, 49, 343, 16807, 40353607, 2401, 823543, 5764801, 1027218017], [1, 5, 25, 125, 3125, 1953125, 625, 78125, 390625, 2323835121], [1, 6, 36, 216, 7776, 10077696, 1296, 279936, 1679616, 0]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_pow_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.pow %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_pow_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_pow_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 18446744073709551615, 1, 18446744073709551615, 18446744073709551615, 18446744073709551615, 1, 18446744073709551615, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 18446744073709551614, 4, 18446744073709551608, 18446744073709551584, 18446744073709551104, 16, 18446744073709551488, 256, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 4, 8, 32, 512, 16, 128, 256, 0], [1, 3, 9, 27, 243, 19683, 81, 2187, 6561, 15462121228172006353], [1, 7, 49, 343, 16807, 40353607, 2401, 823543, 5764801, 3728452490685454945], [1, 5, 25, 125, 3125, 1953125, 625, 78125, 390625, 14603806007579830513], [1, 6, 36, 216, 7776, 10077696, 1296, 279936, 1679616, 0]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_max_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.max %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_max_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_max_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [127, 127, 127, 127, 127, 127, 127, 127, 127, 127], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [126, 126, 126, 126, 126, 126, 126, 126, 126, 126], [0, 1, 2, 3, 5, 9, 0, 0, 0, 0], [1, 1, 2, 3, 5, 9, 1, 1, 1, 1], [2, 2, 2, 3, 5, 9, 2, 2, 2, 2], [3, 3, 3, 3, 5, 9, 3, 3, 3, 3], [7, 7, 7, 7, 7, 9, 7, 7, 7, 7], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 1, 2, 3, 5, 9, -1, -1, -1, -1]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_max_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.max %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_max_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_max_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [32767, 32767, 32767, 32767, 32767, 32767, 32767, 32767, 32767, 32767], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [32766, 32766, 32766, 32766, 32766, 32766, 32766, 32766, 32766, 32766], [0, 1, 2, 3, 5, 9, 0, 0, 0, 0], [1, 1, 2, 3, 5, 9, 1, 1, 1, 1], [2, 2, 2, 3, 5, 9, 2, 2, 2, 2], [3, 3, 3, 3, 5, 9, 3, 3, 3, 3], [7, 7, 7, 7, 7, 9, 7, 7, 7, 7], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 1, 2, 3, 5, 9, -1, -1, -1, -1]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_max_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.max %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_max_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.max %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_max_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_max_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [2147483647, 2147483647, 2147483647, 2147483647, 2147483647, 2147483647, 2147483647, 2147483647, 2147483647, 2147483647], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [2147483646, 2147483646, 2147483646, 2147483646, 2147483646, 2147483646, 2147483646, 2147483646, 2147483646, 2147483646], [0, 1, 2, 3, 5, 9, 0, 0, 0, 0], [1, 1, 2, 3, 5, 9, 1, 1, 1, 1], [2, 2, 2, 3, 5, 9, 2, 2, 2, 2], [3, 3, 3, 3, 5, 9, 3, 3, 3, 3], [7, 7, 7, 7, 7, 9, 7, 7, 7, 7], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 1, 2, 3, 5, 9, -1, -1, -1, -1]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_max_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.max %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_max_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_max_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [9223372036854775806, 9223372036854775806, 9223372036854775806, 9223372036854775806, 9223372036854775806, 9223372036854775806, 9223372036854775806, 9223372036854775806, 9223372036854775806, 9223372036854775806], [0, 1, 2, 3, 5, 9, 0, 0, 0, 0], [1, 1, 2, 3, 5, 9, 1, 1, 1, 1], [2, 2, 2, 3, 5, 9, 2, 2, 2, 2], [3, 3, 3, 3, 5, 9, 3, 3, 3, 3], [7, 7, 7, 7, 7, 9, 7, 7, 7, 7], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 1, 2, 3, 5, 9, -1, -1, -1, -1]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_max_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.max %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_max_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_max_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [255, 255, 255, 255, 255, 255, 255, 255, 255, 255], [1, 1, 2, 3, 5, 9, 4, 7, 8, 100], [254, 254, 254, 254, 254, 254, 254, 254, 254, 254], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 1, 2, 3, 5, 9, 4, 7, 8, 100], [2, 2, 2, 3, 5, 9, 4, 7, 8, 100], [3, 3, 3, 3, 5, 9, 4, 7, 8, 100], [7, 7, 7, 7, 7, 9, 7, 7, 8, 100], [5, 5, 5, 5, 5, 9, 5, 7, 8, 100], [6, 6, 6, 6, 6, 9, 6, 7, 8, 100]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_max_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.max %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_max_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_max_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535], [1, 1, 2, 3, 5, 9, 4, 7, 8, 100], [65534, 65534, 65534, 65534, 65534, 65534, 65534, 65534, 65534, 65534], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 1, 2, 3, 5, 9, 4, 7, 8, 100], [2, 2, 2, 3, 5, 9, 4, 7, 8, 100], [3, 3, 3, 3, 5, 9, 4, 7, 8, 100], [7, 7, 7, 7, 7, 9, 7, 7, 8, 100], [5, 5, 5, 5, 5, 9, 5, 7, 8, 100], [6, 6, 6, 6, 6, 9, 6, 7, 8, 100]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_max_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.max %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_max_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_max_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295], [1, 1, 2, 3, 5, 9, 4, 7, 8, 100], [4294967294, 4294967294, 4294967294, 4294967294, 4294967294, 4294967294, 4294967294, 4294967294, 4294967294, 4294967294], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 1, 2, 3, 5, 9, 4, 7, 8, 100], [2, 2, 2, 3, 5, 9, 4, 7, 8, 100], [3, 3, 3, 3, 5, 9, 4, 7, 8, 100], [7, 7, 7, 7, 7, 9, 7, 7, 8, 100], [5, 5, 5, 5, 5, 9, 5, 7, 8, 100], [6, 6, 6, 6, 6, 9, 6, 7, 8, 100]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_max_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.max %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_max_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_max_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615], [1, 1, 2, 3, 5, 9, 4, 7, 8, 100], [18446744073709551614, 18446744073709551614, 18446744073709551614, 18446744073709551614, 18446744073709551614, 18446744073709551614, 18446744073709551614, 18446744073709551614, 18446744073709551614, 18446744073709551614], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 1, 2, 3, 5, 9, 4, 7, 8, 100], [2, 2, 2, 3, 5, 9, 4, 7, 8, 100], [3, 3, 3, 3, 5, 9, 4, 7, 8, 100], [7, 7, 7, 7, 7, 9, 7, 7, 8, 100], [5, 5, 5, 5, 5, 9, 5, 7, 8, 100], [6, 6, 6, 6, 6, 9, 6, 7, 8, 100]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_min_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.min %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_min_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_min_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[-128, -128, -128, -128, -128, -128, -128, -128, -128, -128], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [-127, -127, -127, -127, -127, -127, -127, -127, -127, -127], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 0, 0, 0, 0, 0, -1, -2, -3, -7], [0, 1, 1, 1, 1, 1, -1, -2, -3, -7], [0, 1, 2, 2, 2, 2, -1, -2, -3, -7], [0, 1, 2, 3, 3, 3, -1, -2, -3, -7], [0, 1, 2, 3, 5, 7, -1, -2, -3, -7], [-7, -7, -7, -7, -7, -7, -7, -7, -7, -7], [-1, -1, -1, -1, -1, -1, -1, -2, -3, -7]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_min_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.min %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_min_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_min_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[-32768, -32768, -32768, -32768, -32768, -32768, -32768, -32768, -32768, -32768], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [-32767, -32767, -32767, -32767, -32767, -32767, -32767, -32767, -32767, -32767], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 0, 0, 0, 0, 0, -1, -2, -3, -7], [0, 1, 1, 1, 1, 1, -1, -2, -3, -7], [0, 1, 2, 2, 2, 2, -1, -2, -3, -7], [0, 1, 2, 3, 3, 3, -1, -2, -3, -7], [0, 1, 2, 3, 5, 7, -1, -2, -3, -7], [-7, -7, -7, -7, -7, -7, -7, -7, -7, -7], [-1, -1, -1, -1, -1, -1, -1, -2, -3, -7]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_min_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.min %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_min_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.min %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_min_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_min_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[-2147483648, -2147483648, -2147483648, -2147483648, -2147483648, -2147483648, -2147483648, -2147483648, -2147483648, -2147483648], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [-2147483647, -2147483647, -2147483647, -2147483647, -2147483647, -2147483647, -2147483647, -2147483647, -2147483647, -2147483647], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 0, 0, 0, 0, 0, -1, -2, -3, -7], [0, 1, 1, 1, 1, 1, -1, -2, -3, -7], [0, 1, 2, 2, 2, 2, -1, -2, -3, -7], [0, 1, 2, 3, 3, 3, -1, -2, -3, -7], [0, 1, 2, 3, 5, 7, -1, -2, -3, -7], [-7, -7, -7, -7, -7, -7, -7, -7, -7, -7], [-1, -1, -1, -1, -1, -1, -1, -2, -3, -7]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_min_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.min %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_min_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_min_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [-9223372036854775807, -9223372036854775807, -9223372036854775807, -9223372036854775807, -9223372036854775807, -9223372036854775807, -9223372036854775807, -9223372036854775807, -9223372036854775807, -9223372036854775807], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [0, 0, 0, 0, 0, 0, -1, -2, -3, -7], [0, 1, 1, 1, 1, 1, -1, -2, -3, -7], [0, 1, 2, 2, 2, 2, -1, -2, -3, -7], [0, 1, 2, 3, 3, 3, -1, -2, -3, -7], [0, 1, 2, 3, 5, 7, -1, -2, -3, -7], [-7, -7, -7, -7, -7, -7, -7, -7, -7, -7], [-1, -1, -1, -1, -1, -1, -1, -2, -3, -7]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_min_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.min %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_min_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_min_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 2, 2, 2, 2, 2, 2, 2, 2], [0, 1, 2, 3, 3, 3, 3, 3, 3, 3], [0, 1, 2, 3, 5, 7, 4, 7, 7, 7], [0, 1, 2, 3, 5, 5, 4, 5, 5, 5], [0, 1, 2, 3, 5, 6, 4, 6, 6, 6]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_min_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.min %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_min_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_min_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 2, 2, 2, 2, 2, 2, 2, 2], [0, 1, 2, 3, 3, 3, 3, 3, 3, 3], [0, 1, 2, 3, 5, 7, 4, 7, 7, 7], [0, 1, 2, 3, 5, 5, 4, 5, 5, 5], [0, 1, 2, 3, 5, 6, 4, 6, 6, 6]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_min_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.min %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_min_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_min_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 2, 2, 2, 2, 2, 2, 2, 2], [0, 1, 2, 3, 3, 3, 3, 3, 3, 3], [0, 1, 2, 3, 5, 7, 4, 7, 7, 7], [0, 1, 2, 3, 5, 5, 4, 5, 5, 5], [0, 1, 2, 3, 5, 6, 4, 6, 6, 6]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_min_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.min %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_min_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_min_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 2, 2, 2, 2, 2, 2, 2, 2], [0, 1, 2, 3, 3, 3, 3, 3, 3, 3], [0, 1, 2, 3, 5, 7, 4, 7, 7, 7], [0, 1, 2, 3, 5, 5, 4, 5, 5, 5], [0, 1, 2, 3, 5, 6, 4, 6, 6, 6]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_and_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.and %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_and_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_and_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, -128, -128, -128, -128], [0, 1, 2, 3, 5, 9, 127, 126, 125, 121], [0, 1, 0, 1, 1, 1, -127, -128, -127, -127], [0, 0, 2, 2, 4, 8, 126, 126, 124, 120], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 1, 0, 1, 1], [0, 0, 2, 2, 0, 0, 2, 2, 0, 0], [0, 1, 2, 3, 1, 1, 3, 2, 1, 1], [0, 1, 2, 3, 5, 1, 7, 6, 5, 1], [0, 1, 0, 1, 1, 9, -7, -8, -7, -7], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_and_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.and %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_and_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_and_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, -32768, -32768, -32768, -32768], [0, 1, 2, 3, 5, 9, 32767, 32766, 32765, 32761], [0, 1, 0, 1, 1, 1, -32767, -32768, -32767, -32767], [0, 0, 2, 2, 4, 8, 32766, 32766, 32764, 32760], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 1, 0, 1, 1], [0, 0, 2, 2, 0, 0, 2, 2, 0, 0], [0, 1, 2, 3, 1, 1, 3, 2, 1, 1], [0, 1, 2, 3, 5, 1, 7, 6, 5, 1], [0, 1, 0, 1, 1, 9, -7, -8, -7, -7], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_and_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.and %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_and_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.and %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_and_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_and_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, -2147483648, -2147483648, -2147483648, -2147483648], [0, 1, 2, 3, 5, 9, 2147483647, 2147483646, 2147483645, 2147483641], [0, 1, 0, 1, 1, 1, -2147483647, -2147483648, -2147483647, -2147483647], [0, 0, 2, 2, 4, 8, 2147483646, 2147483646, 2147483644, 2147483640], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 1, 0, 1, 1], [0, 0, 2, 2, 0, 0, 2, 2, 0, 0], [0, 1, 2, 3, 1, 1, 3, 2, 1, 1], [0, 1, 2, 3, 5, 1, 7, 6, 5, 1], [0, 1, 0, 1, 1, 9, -7, -8, -7, -7], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_and_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.and %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_and_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_and_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, -9223372036854775808, -9223372036854775808, -9223372036854775808, -9223372036854775808], [0, 1, 2, 3, 5, 9, 9223372036854775807, 9223372036854775806, 9223372036854775805, 9223372036854775801], [0, 1, 0, 1, 1, 1, -9223372036854775807, -9223372036854775808, -9223372036854775807, -9223372036854775807], [0, 0, 2, 2, 4, 8, 9223372036854775806, 9223372036854775806, 9223372036854775804, 9223372036854775800], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 1, 0, 1, 1], [0, 0, 2, 2, 0, 0, 2, 2, 0, 0], [0, 1, 2, 3, 1, 1, 3, 2, 1, 1], [0, 1, 2, 3, 5, 1, 7, 6, 5, 1], [0, 1, 0, 1, 1, 9, -7, -8, -7, -7], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_and_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.and %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_and_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_and_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 1, 0, 1, 1, 1, 0, 1, 0, 0], [0, 0, 2, 2, 4, 8, 4, 6, 8, 100], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 0, 1, 0, 0], [0, 0, 2, 2, 0, 0, 0, 2, 0, 0], [0, 1, 2, 3, 1, 1, 0, 3, 0, 0], [0, 1, 2, 3, 5, 1, 4, 7, 0, 4], [0, 1, 0, 1, 5, 1, 4, 5, 0, 4], [0, 0, 2, 2, 4, 0, 4, 6, 0, 4]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_and_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.and %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_and_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_and_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 1, 0, 1, 1, 1, 0, 1, 0, 0], [0, 0, 2, 2, 4, 8, 4, 6, 8, 100], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 0, 1, 0, 0], [0, 0, 2, 2, 0, 0, 0, 2, 0, 0], [0, 1, 2, 3, 1, 1, 0, 3, 0, 0], [0, 1, 2, 3, 5, 1, 4, 7, 0, 4], [0, 1, 0, 1, 5, 1, 4, 5, 0, 4], [0, 0, 2, 2, 4, 0, 4, 6, 0, 4]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_and_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.and %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_and_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_and_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 1, 0, 1, 1, 1, 0, 1, 0, 0], [0, 0, 2, 2, 4, 8, 4, 6, 8, 100], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 0, 1, 0, 0], [0, 0, 2, 2, 0, 0, 0, 2, 0, 0], [0, 1, 2, 3, 1, 1, 0, 3, 0, 0], [0, 1, 2, 3, 5, 1, 4, 7, 0, 4], [0, 1, 0, 1, 5, 1, 4, 5, 0, 4], [0, 0, 2, 2, 4, 0, 4, 6, 0, 4]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_and_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.and %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_and_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_and_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [0, 1, 0, 1, 1, 1, 0, 1, 0, 0], [0, 0, 2, 2, 4, 8, 4, 6, 8, 100], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 0, 1, 0, 0], [0, 0, 2, 2, 0, 0, 0, 2, 0, 0], [0, 1, 2, 3, 1, 1, 0, 3, 0, 0], [0, 1, 2, 3, 5, 1, 4, 7, 0, 4], [0, 1, 0, 1, 5, 1, 4, 5, 0, 4], [0, 0, 2, 2, 4, 0, 4, 6, 0, 4]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_or_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.or %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_or_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_or_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[-128, -127, -126, -125, -123, -119, -1, -2, -3, -7], [127, 127, 127, 127, 127, 127, -1, -1, -1, -1], [-127, -127, -125, -125, -123, -119, -1, -1, -3, -7], [126, 127, 126, 127, 127, 127, -1, -2, -1, -1], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 1, 3, 3, 5, 9, -1, -1, -3, -7], [2, 3, 2, 3, 7, 11, -1, -2, -1, -5], [3, 3, 3, 3, 7, 11, -1, -1, -1, -5], [7, 7, 7, 7, 7, 15, -1, -1, -1, -1], [-7, -7, -5, -5, -3, -7, -1, -1, -3, -7], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_or_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.or %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_or_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_or_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[-32768, -32767, -32766, -32765, -32763, -32759, -1, -2, -3, -7], [32767, 32767, 32767, 32767, 32767, 32767, -1, -1, -1, -1], [-32767, -32767, -32765, -32765, -32763, -32759, -1, -1, -3, -7], [32766, 32767, 32766, 32767, 32767, 32767, -1, -2, -1, -1], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 1, 3, 3, 5, 9, -1, -1, -3, -7], [2, 3, 2, 3, 7, 11, -1, -2, -1, -5], [3, 3, 3, 3, 7, 11, -1, -1, -1, -5], [7, 7, 7, 7, 7, 15, -1, -1, -1, -1], [-7, -7, -5, -5, -3, -7, -1, -1, -3, -7], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_or_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.or %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_or_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.or %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_or_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_or_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[-2147483648, -2147483647, -2147483646, -2147483645, -2147483643, -2147483639, -1, -2, -3, -7], [2147483647, 2147483647, 2147483647, 2147483647, 2147483647, 2147483647, -1, -1, -1, -1], [-2147483647, -2147483647, -2147483645, -2147483645, -2147483643, -2147483639, -1, -1, -3, -7], [2147483646, 2147483647, 2147483646, 2147483647, 2147483647, 2147483647, -1, -2, -1, -1], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 1, 3, 3, 5, 9, -1, -1, -3, -7], [2, 3, 2, 3, 7, 11, -1, -2, -1, -5], [3, 3, 3, 3, 7, 11, -1, -1, -1, -5], [7, 7, 7, 7, 7, 15, -1, -1, -1, -1], [-7, -7, -5, -5, -3, -7, -1, -1, -3, -7], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_or_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.or %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_or_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_or_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808, -9223372036854775807, -9223372036854775806, -9223372036854775805, -9223372036854775803, -9223372036854775799, -1, -2, -3, -7], [9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, -1, -1, -1, -1], [-9223372036854775807, -9223372036854775807, -9223372036854775805, -9223372036854775805, -9223372036854775803, -9223372036854775799, -1, -1, -3, -7], [9223372036854775806, 9223372036854775807, 9223372036854775806, 9223372036854775807, 9223372036854775807, 9223372036854775807, -1, -2, -1, -1], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 1, 3, 3, 5, 9, -1, -1, -3, -7], [2, 3, 2, 3, 7, 11, -1, -2, -1, -5], [3, 3, 3, 3, 7, 11, -1, -1, -1, -5], [7, 7, 7, 7, 7, 15, -1, -1, -1, -1], [-7, -7, -5, -5, -3, -7, -1, -1, -3, -7], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_or_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.or %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_or_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_or_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [255, 255, 255, 255, 255, 255, 255, 255, 255, 255], [1, 1, 3, 3, 5, 9, 5, 7, 9, 101], [254, 255, 254, 255, 255, 255, 254, 255, 254, 254], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 1, 3, 3, 5, 9, 5, 7, 9, 101], [2, 3, 2, 3, 7, 11, 6, 7, 10, 102], [3, 3, 3, 3, 7, 11, 7, 7, 11, 103], [7, 7, 7, 7, 7, 15, 7, 7, 15, 103], [5, 5, 7, 7, 5, 13, 5, 7, 13, 101], [6, 7, 6, 7, 7, 15, 6, 7, 14, 102]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_or_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.or %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_or_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_or_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535, 65535], [1, 1, 3, 3, 5, 9, 5, 7, 9, 101], [65534, 65535, 65534, 65535, 65535, 65535, 65534, 65535, 65534, 65534], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 1, 3, 3, 5, 9, 5, 7, 9, 101], [2, 3, 2, 3, 7, 11, 6, 7, 10, 102], [3, 3, 3, 3, 7, 11, 7, 7, 11, 103], [7, 7, 7, 7, 7, 15, 7, 7, 15, 103], [5, 5, 7, 7, 5, 13, 5, 7, 13, 101], [6, 7, 6, 7, 7, 15, 6, 7, 14, 102]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_or_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.or %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_or_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_or_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295, 4294967295], [1, 1, 3, 3, 5, 9, 5, 7, 9, 101], [4294967294, 4294967295, 4294967294, 4294967295, 4294967295, 4294967295, 4294967294, 4294967295, 4294967294, 4294967294], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 1, 3, 3, 5, 9, 5, 7, 9, 101], [2, 3, 2, 3, 7, 11, 6, 7, 10, 102], [3, 3, 3, 3, 7, 11, 7, 7, 11, 103], [7, 7, 7, 7, 7, 15, 7, 7, 15, 103], [5, 5, 7, 7, 5, 13, 5, 7, 13, 101], [6, 7, 6, 7, 7, 15, 6, 7, 14, 102]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_or_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.or %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_or_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_or_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551615], [1, 1, 3, 3, 5, 9, 5, 7, 9, 101], [18446744073709551614, 18446744073709551615, 18446744073709551614, 18446744073709551615, 18446744073709551615, 18446744073709551615, 18446744073709551614, 18446744073709551615, 18446744073709551614, 18446744073709551614], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 1, 3, 3, 5, 9, 5, 7, 9, 101], [2, 3, 2, 3, 7, 11, 6, 7, 10, 102], [3, 3, 3, 3, 7, 11, 7, 7, 11, 103], [7, 7, 7, 7, 7, 15, 7, 7, 15, 103], [5, 5, 7, 7, 5, 13, 5, 7, 13, 101], [6, 7, 6, 7, 7, 15, 6, 7, 14, 102]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_xor_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.xor %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_xor_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_xor_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[-128, -127, -126, -125, -123, -119, 127, 126, 125, 121], [127, 126, 125, 124, 122, 118, -128, -127, -126, -122], [-127, -128, -125, -126, -124, -120, 126, 127, 124, 120], [126, 127, 124, 125, 123, 119, -127, -128, -125, -121], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 0, 3, 2, 4, 8, -2, -1, -4, -8], [2, 3, 0, 1, 7, 11, -3, -4, -1, -5], [3, 2, 1, 0, 6, 10, -4, -3, -2, -6], [7, 6, 5, 4, 2, 14, -8, -7, -6, -2], [-7, -8, -5, -6, -4, -16, 6, 7, 4, 0], [-1, -2, -3, -4, -6, -10, 0, 1, 2, 6]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_xor_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.xor %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_xor_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_xor_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[-32768, -32767, -32766, -32765, -32763, -32759, 32767, 32766, 32765, 32761], [32767, 32766, 32765, 32764, 32762, 32758, -32768, -32767, -32766, -32762], [-32767, -32768, -32765, -32766, -32764, -32760, 32766, 32767, 32764, 32760], [32766, 32767, 32764, 32765, 32763, 32759, -32767, -32768, -32765, -32761], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 0, 3, 2, 4, 8, -2, -1, -4, -8], [2, 3, 0, 1, 7, 11, -3, -4, -1, -5], [3, 2, 1, 0, 6, 10, -4, -3, -2, -6], [7, 6, 5, 4, 2, 14, -8, -7, -6, -2], [-7, -8, -5, -6, -4, -16, 6, 7, 4, 0], [-1, -2, -3, -4, -6, -10, 0, 1, 2, 6]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_xor_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.xor %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_xor_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.xor %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_xor_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_xor_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[-2147483648, -2147483647, -2147483646, -2147483645, -2147483643, -2147483639, 2147483647, 2147483646, 2147483645, 2147483641], [2147483647, 2147483646, 2147483645, 2147483644, 2147483642, 2147483638, -2147483648, -2147483647, -2147483646, -2147483642], [-2147483647, -2147483648, -2147483645, -2147483646, -2147483644, -2147483640, 2147483646, 2147483647, 2147483644, 2147483640], [2147483646, 2147483647, 2147483644, 2147483645, 2147483643, 2147483639, -2147483647, -2147483648, -2147483645, -2147483641], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 0, 3, 2, 4, 8, -2, -1, -4, -8], [2, 3, 0, 1, 7, 11, -3, -4, -1, -5], [3, 2, 1, 0, 6, 10, -4, -3, -2, -6], [7, 6, 5, 4, 2, 14, -8, -7, -6, -2], [-7, -8, -5, -6, -4, -16, 6, 7, 4, 0], [-1, -2, -3, -4, -6, -10, 0, 1, 2, 6]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_xor_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.xor %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_xor_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_xor_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808, -9223372036854775807, -9223372036854775806, -9223372036854775805, -9223372036854775803, -9223372036854775799, 9223372036854775807, 9223372036854775806, 9223372036854775805, 9223372036854775801], [9223372036854775807, 9223372036854775806, 9223372036854775805, 9223372036854775804, 9223372036854775802, 9223372036854775798, -9223372036854775808, -9223372036854775807, -9223372036854775806, -9223372036854775802], [-9223372036854775807, -9223372036854775808, -9223372036854775805, -9223372036854775806, -9223372036854775804, -9223372036854775800, 9223372036854775806, 9223372036854775807, 9223372036854775804, 9223372036854775800], [9223372036854775806, 9223372036854775807, 9223372036854775804, 9223372036854775805, 9223372036854775803, 9223372036854775799, -9223372036854775807, -9223372036854775808, -9223372036854775805, -9223372036854775801], [0, 1, 2, 3, 5, 9, -1, -2, -3, -7], [1, 0, 3, 2, 4, 8, -2, -1, -4, -8], [2, 3, 0, 1, 7, 11, -3, -4, -1, -5], [3, 2, 1, 0, 6, 10, -4, -3, -2, -6], [7, 6, 5, 4, 2, 14, -8, -7, -6, -2], [-7, -8, -5, -6, -4, -16, 6, 7, 4, 0], [-1, -2, -3, -4, -6, -10, 0, 1, 2, 6]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_xor_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.xor %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_xor_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_xor_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [255, 254, 253, 252, 250, 246, 251, 248, 247, 155], [1, 0, 3, 2, 4, 8, 5, 6, 9, 101], [254, 255, 252, 253, 251, 247, 250, 249, 246, 154], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 0, 3, 2, 4, 8, 5, 6, 9, 101], [2, 3, 0, 1, 7, 11, 6, 5, 10, 102], [3, 2, 1, 0, 6, 10, 7, 4, 11, 103], [7, 6, 5, 4, 2, 14, 3, 0, 15, 99], [5, 4, 7, 6, 0, 12, 1, 2, 13, 97], [6, 7, 4, 5, 3, 15, 2, 1, 14, 98]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_xor_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.xor %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_xor_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_xor_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [65535, 65534, 65533, 65532, 65530, 65526, 65531, 65528, 65527, 65435], [1, 0, 3, 2, 4, 8, 5, 6, 9, 101], [65534, 65535, 65532, 65533, 65531, 65527, 65530, 65529, 65526, 65434], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 0, 3, 2, 4, 8, 5, 6, 9, 101], [2, 3, 0, 1, 7, 11, 6, 5, 10, 102], [3, 2, 1, 0, 6, 10, 7, 4, 11, 103], [7, 6, 5, 4, 2, 14, 3, 0, 15, 99], [5, 4, 7, 6, 0, 12, 1, 2, 13, 97], [6, 7, 4, 5, 3, 15, 2, 1, 14, 98]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_xor_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.xor %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_xor_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_xor_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [4294967295, 4294967294, 4294967293, 4294967292, 4294967290, 4294967286, 4294967291, 4294967288, 4294967287, 4294967195], [1, 0, 3, 2, 4, 8, 5, 6, 9, 101], [4294967294, 4294967295, 4294967292, 4294967293, 4294967291, 4294967287, 4294967290, 4294967289, 4294967286, 4294967194], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 0, 3, 2, 4, 8, 5, 6, 9, 101], [2, 3, 0, 1, 7, 11, 6, 5, 10, 102], [3, 2, 1, 0, 6, 10, 7, 4, 11, 103], [7, 6, 5, 4, 2, 14, 3, 0, 15, 99], [5, 4, 7, 6, 0, 12, 1, 2, 13, 97], [6, 7, 4, 5, 3, 15, 2, 1, 14, 98]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_xor_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.xor %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_xor_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_xor_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [18446744073709551615, 18446744073709551614, 18446744073709551613, 18446744073709551612, 18446744073709551610, 18446744073709551606, 18446744073709551611, 18446744073709551608, 18446744073709551607, 18446744073709551515], [1, 0, 3, 2, 4, 8, 5, 6, 9, 101], [18446744073709551614, 18446744073709551615, 18446744073709551612, 18446744073709551613, 18446744073709551611, 18446744073709551607, 18446744073709551610, 18446744073709551609, 18446744073709551606, 18446744073709551514], [0, 1, 2, 3, 5, 9, 4, 7, 8, 100], [1, 0, 3, 2, 4, 8, 5, 6, 9, 101], [2, 3, 0, 1, 7, 11, 6, 5, 10, 102], [3, 2, 1, 0, 6, 10, 7, 4, 11, 103], [7, 6, 5, 4, 2, 14, 3, 0, 15, 99], [5, 4, 7, 6, 0, 12, 1, 2, 13, 97], [6, 7, 4, 5, 3, 15, 2, 1, 14, 98]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_shl_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.shl %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_shl_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_shl_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[-128, 0, 0, 0, 0, 0, 0, 0, 0, 0], [127, -2, -4, -8, -32, 0, 0, 0, 0, 0], [-127, 2, 4, 8, 32, 0, 0, 0, 0, 0], [126, -4, -8, -16, -64, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 4, 8, 32, 0, 0, 0, 0, 0], [2, 4, 8, 16, 64, 0, 0, 0, 0, 0], [3, 6, 12, 24, 96, 0, 0, 0, 0, 0], [7, 14, 28, 56, -32, 0, 0, 0, 0, 0], [-7, -14, -28, -56, 32, 0, 0, 0, 0, 0], [-1, -2, -4, -8, -32, 0, 0, 0, 0, 0]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_shl_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.shl %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_shl_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_shl_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[-32768, 0, 0, 0, 0, 0, 0, 0, 0, 0], [32767, -2, -4, -8, -32, -512, 0, 0, 0, 0], [-32767, 2, 4, 8, 32, 512, 0, 0, 0, 0], [32766, -4, -8, -16, -64, -1024, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 4, 8, 32, 512, 0, 0, 0, 0], [2, 4, 8, 16, 64, 1024, 0, 0, 0, 0], [3, 6, 12, 24, 96, 1536, 0, 0, 0, 0], [7, 14, 28, 56, 224, 3584, 0, 0, 0, 0], [-7, -14, -28, -56, -224, -3584, 0, 0, 0, 0], [-1, -2, -4, -8, -32, -512, 0, 0, 0, 0]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_shl_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.shl %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_shl_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.shl %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_shl_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_shl_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[-2147483648, 0, 0, 0, 0, 0, 0, 0, 0, 0], [2147483647, -2, -4, -8, -32, -512, 0, 0, 0, 0], [-2147483647, 2, 4, 8, 32, 512, 0, 0, 0, 0], [2147483646, -4, -8, -16, -64, -1024, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 4, 8, 32, 512, 0, 0, 0, 0], [2, 4, 8, 16, 64, 1024, 0, 0, 0, 0], [3, 6, 12, 24, 96, 1536, 0, 0, 0, 0], [7, 14, 28, 56, 224, 3584, 0, 0, 0, 0], [-7, -14, -28, -56, -224, -3584, 0, 0, 0, 0], [-1, -2, -4, -8, -32, -512, 0, 0, 0, 0]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_shl_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.shl %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_shl_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_shl_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808, 0, 0, 0, 0, 0, 0, 0, 0, 0], [9223372036854775807, -2, -4, -8, -32, -512, 0, 0, 0, 0], [-9223372036854775807, 2, 4, 8, 32, 512, 0, 0, 0, 0], [9223372036854775806, -4, -8, -16, -64, -1024, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 4, 8, 32, 512, 0, 0, 0, 0], [2, 4, 8, 16, 64, 1024, 0, 0, 0, 0], [3, 6, 12, 24, 96, 1536, 0, 0, 0, 0], [7, 14, 28, 56, 224, 3584, 0, 0, 0, 0], [-7, -14, -28, -56, -224, -3584, 0, 0, 0, 0], [-1, -2, -4, -8, -32, -512, 0, 0, 0, 0]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_shl_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.shl %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_shl_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_shl_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [255, 254, 252, 248, 224, 0, 240, 128, 0, 0], [1, 2, 4, 8, 32, 0, 16, 128, 0, 0], [254, 252, 248, 240, 192, 0, 224, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 4, 8, 32, 0, 16, 128, 0, 0], [2, 4, 8, 16, 64, 0, 32, 0, 0, 0], [3, 6, 12, 24, 96, 0, 48, 128, 0, 0], [7, 14, 28, 56, 224, 0, 112, 128, 0, 0], [5, 10, 20, 40, 160, 0, 80, 128, 0, 0], [6, 12, 24, 48, 192, 0, 96, 0, 0, 0]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_shl_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.shl %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_shl_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_shl_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [65535, 65534, 65532, 65528, 65504, 65024, 65520, 65408, 65280, 0], [1, 2, 4, 8, 32, 512, 16, 128, 256, 0], [65534, 65532, 65528, 65520, 65472, 64512, 65504, 65280, 65024, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 4, 8, 32, 512, 16, 128, 256, 0], [2, 4, 8, 16, 64, 1024, 32, 256, 512, 0], [3, 6, 12, 24, 96, 1536, 48, 384, 768, 0], [7, 14, 28, 56, 224, 3584, 112, 896, 1792, 0], [5, 10, 20, 40, 160, 2560, 80, 640, 1280, 0], [6, 12, 24, 48, 192, 3072, 96, 768, 1536, 0]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_shl_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.shl %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_shl_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_shl_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [4294967295, 4294967294, 4294967292, 4294967288, 4294967264, 4294966784, 4294967280, 4294967168, 4294967040, 0], [1, 2, 4, 8, 32, 512, 16, 128, 256, 0], [4294967294, 4294967292, 4294967288, 4294967280, 4294967232, 4294966272, 4294967264, 4294967040, 4294966784, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 4, 8, 32, 512, 16, 128, 256, 0], [2, 4, 8, 16, 64, 1024, 32, 256, 512, 0], [3, 6, 12, 24, 96, 1536, 48, 384, 768, 0], [7, 14, 28, 56, 224, 3584, 112, 896, 1792, 0], [5, 10, 20, 40, 160, 2560, 80, 640, 1280, 0], [6, 12, 24, 48, 192, 3072, 96, 768, 1536, 0]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_shl_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.shl %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_shl_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_shl_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [18446744073709551615, 18446744073709551614, 18446744073709551612, 18446744073709551608, 18446744073709551584, 18446744073709551104, 18446744073709551600, 18446744073709551488, 18446744073709551360, 0], [1, 2, 4, 8, 32, 512, 16, 128, 256, 0], [18446744073709551614, 18446744073709551612, 18446744073709551608, 18446744073709551600, 18446744073709551552, 18446744073709550592, 18446744073709551584, 18446744073709551360, 18446744073709551104, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 4, 8, 32, 512, 16, 128, 256, 0], [2, 4, 8, 16, 64, 1024, 32, 256, 512, 0], [3, 6, 12, 24, 96, 1536, 48, 384, 768, 0], [7, 14, 28, 56, 224, 3584, 112, 896, 1792, 0], [5, 10, 20, 40, 160, 2560, 80, 640, 1280, 0], [6, 12, 24, 48, 192, 3072, 96, 768, 1536, 0]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_shr_i8(%a0: tensor<11x1xi8>, %a1: tensor<10xi8>) -> (tensor<11x10xi8>) {
  %r0 = weft.shr %a0, %a1 : (tensor<11x1xi8>, tensor<10xi8>) -> (tensor<11x10xi8>)
  weft.return %r0 : tensor<11x10xi8>
}
weft.func @inputs_shr_i8() -> (tensor<11x1xi8>, tensor<10xi8>) {
  %0 = weft.constant dense<[[-128], [127], [-127], [126], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi8>
  weft.return %0, %1 : tensor<11x1xi8>, tensor<10xi8>
}
weft.func @expected_shr_i8() -> (tensor<11x10xi8>) {
  %0 = weft.constant dense<[[-128, -64, -32, -16, -4, -1, -1, -1, -1, -1], [127, 63, 31, 15, 3, 0, 0, 0, 0, 0], [-127, -64, -32, -16, -4, -1, -1, -1, -1, -1], [126, 63, 31, 15, 3, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], [7, 3, 1, 0, 0, 0, 0, 0, 0, 0], [-7, -4, -2, -1, -1, -1, -1, -1, -1, -1], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]> : tensor<11x10xi8>
  weft.return %0 : tensor<11x10xi8>
}
weft.func @test_shr_i16(%a0: tensor<11x1xi16>, %a1: tensor<10xi16>) -> (tensor<11x10xi16>) {
  %r0 = weft.shr %a0, %a1 : (tensor<11x1xi16>, tensor<10xi16>) -> (tensor<11x10xi16>)
  weft.return %r0 : tensor<11x10xi16>
}
weft.func @inputs_shr_i16() -> (tensor<11x1xi16>, tensor<10xi16>) {
  %0 = weft.constant dense<[[-32768], [32767], [-32767], [32766], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi16>
  weft.return %0, %1 : tensor<11x1xi16>, tensor<10xi16>
}
weft.func @expected_shr_i16() -> (tensor<11x10xi16>) {
  %0 = weft.constant dense<[[-32768, -16384, -8192, -4096, -1024, -64, -1, -1, -1, -1], [32767, 16383, 8191, 4095, 1023, 63, 0, 0, 0, 0], [-32767, -16384, -8192, -4096, -1024, -64, -1, -1, -1, -1], [32766, 16383, 8191, 4095, 1023, 63, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], [7, 3, 1, 0, 0, 0, 0, 0, 0, 0], [-7, -4, -2, -1, -1, -1, -1, -1, -1, -1], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]> : tensor<11x10xi16>
  weft.return %0 : tensor<11x10xi16>
}
weft.func @test_shr_i32(%a0: tensor<11x1xi32>, %a1: tensor<10xi32>) -> (tensor<11x10xi32>) {
  %r0 = weft.shr %a0, %a1 : (tensor<11x1xi32>, tensor<10xi32>) -> (tensor<11x10xi32>)
  weft.return %r0 : tensor<11x10xi32>
}
weft.func @test_shr_i32.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.shr %a0, %a1 : (tensor<?x?xi32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_shr_i32() -> (tensor<11x1xi32>, tensor<10xi32>) {
  %0 = weft.constant dense<[[-2147483648], [2147483647], [-2147483647], [2147483646], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi32>
  weft.return %0, %1 : tensor<11x1xi32>, tensor<10xi32>
}
weft.func @expected_shr_i32() -> (tensor<11x10xi32>) {
  %0 = weft.constant dense<[[-2147483648, -1073741824, -536870912, -268435456, -67108864, -4194304, -1, -1, -1, -1], [2147483647, 1073741823, 536870911, 268435455, 67108863, 4194303, 0, 0, 0, 0], [-2147483647, -1073741824, -536870912, -268435456, -67108864, -4194304, -1, -1, -1, -1], [2147483646, 1073741823, 536870911, 268435455, 67108863, 4194303, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], [7, 3, 1, 0, 0, 0, 0, 0, 0, 0], [-7, -4, -2, -1, -1, -1, -1, -1, -1, -1], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]> : tensor<11x10xi32>
  weft.return %0 : tensor<11x10xi32>
}
weft.func @test_shr_i64(%a0: tensor<11x1xi64>, %a1: tensor<10xi64>) -> (tensor<11x10xi64>) {
  %r0 = weft.shr %a0, %a1 : (tensor<11x1xi64>, tensor<10xi64>) -> (tensor<11x10xi64>)
  weft.return %r0 : tensor<11x10xi64>
}
weft.func @inputs_shr_i64() -> (tensor<11x1xi64>, tensor<10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [-9223372036854775807], [9223372036854775806], [0], [1], [2], [3], [7], [-7], [-1]]> : tensor<11x1xi64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, -1, -2, -3, -7]> : tensor<10xi64>
  weft.return %0, %1 : tensor<11x1xi64>, tensor<10xi64>
}
weft.func @expected_shr_i64() -> (tensor<11x10xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808, -4611686018427387904, -2305843009213693952, -1152921504606846976, -288230376151711744, -18014398509481984, -1, -1, -1, -1], [9223372036854775807, 4611686018427387903, 2305843009213693951, 1152921504606846975, 288230376151711743, 18014398509481983, 0, 0, 0, 0], [-9223372036854775807, -4611686018427387904, -2305843009213693952, -1152921504606846976, -288230376151711744, -18014398509481984, -1, -1, -1, -1], [9223372036854775806, 4611686018427387903, 2305843009213693951, 1152921504606846975, 288230376151711743, 18014398509481983, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], [7, 3, 1, 0, 0, 0, 0, 0, 0, 0], [-7, -4, -2, -1, -1, -1, -1, -1, -1, -1], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]> : tensor<11x10xi64>
  weft.return %0 : tensor<11x10xi64>
}
weft.func @test_shr_ui8(%a0: tensor<11x1xui8>, %a1: tensor<10xui8>) -> (tensor<11x10xui8>) {
  %r0 = weft.shr %a0, %a1 : (tensor<11x1xui8>, tensor<10xui8>) -> (tensor<11x10xui8>)
  weft.return %r0 : tensor<11x10xui8>
}
weft.func @inputs_shr_ui8() -> (tensor<11x1xui8>, tensor<10xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [254], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui8>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui8>
  weft.return %0, %1 : tensor<11x1xui8>, tensor<10xui8>
}
weft.func @expected_shr_ui8() -> (tensor<11x10xui8>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [255, 127, 63, 31, 7, 0, 15, 1, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [254, 127, 63, 31, 7, 0, 15, 1, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], [7, 3, 1, 0, 0, 0, 0, 0, 0, 0], [5, 2, 1, 0, 0, 0, 0, 0, 0, 0], [6, 3, 1, 0, 0, 0, 0, 0, 0, 0]]> : tensor<11x10xui8>
  weft.return %0 : tensor<11x10xui8>
}
weft.func @test_shr_ui16(%a0: tensor<11x1xui16>, %a1: tensor<10xui16>) -> (tensor<11x10xui16>) {
  %r0 = weft.shr %a0, %a1 : (tensor<11x1xui16>, tensor<10xui16>) -> (tensor<11x10xui16>)
  weft.return %r0 : tensor<11x10xui16>
}
weft.func @inputs_shr_ui16() -> (tensor<11x1xui16>, tensor<10xui16>) {
  %0 = weft.constant dense<[[0], [65535], [1], [65534], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui16>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui16>
  weft.return %0, %1 : tensor<11x1xui16>, tensor<10xui16>
}
weft.func @expected_shr_ui16() -> (tensor<11x10xui16>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [65535, 32767, 16383, 8191, 2047, 127, 4095, 511, 255, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [65534, 32767, 16383, 8191, 2047, 127, 4095, 511, 255, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], [7, 3, 1, 0, 0, 0, 0, 0, 0, 0], [5, 2, 1, 0, 0, 0, 0, 0, 0, 0], [6, 3, 1, 0, 0, 0, 0, 0, 0, 0]]> : tensor<11x10xui16>
  weft.return %0 : tensor<11x10xui16>
}
weft.func @test_shr_ui32(%a0: tensor<11x1xui32>, %a1: tensor<10xui32>) -> (tensor<11x10xui32>) {
  %r0 = weft.shr %a0, %a1 : (tensor<11x1xui32>, tensor<10xui32>) -> (tensor<11x10xui32>)
  weft.return %r0 : tensor<11x10xui32>
}
weft.func @inputs_shr_ui32() -> (tensor<11x1xui32>, tensor<10xui32>) {
  %0 = weft.constant dense<[[0], [4294967295], [1], [4294967294], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui32>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui32>
  weft.return %0, %1 : tensor<11x1xui32>, tensor<10xui32>
}
weft.func @expected_shr_ui32() -> (tensor<11x10xui32>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [4294967295, 2147483647, 1073741823, 536870911, 134217727, 8388607, 268435455, 33554431, 16777215, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [4294967294, 2147483647, 1073741823, 536870911, 134217727, 8388607, 268435455, 33554431, 16777215, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], [7, 3, 1, 0, 0, 0, 0, 0, 0, 0], [5, 2, 1, 0, 0, 0, 0, 0, 0, 0], [6, 3, 1, 0, 0, 0, 0, 0, 0, 0]]> : tensor<11x10xui32>
  weft.return %0 : tensor<11x10xui32>
}
weft.func @test_shr_ui64(%a0: tensor<11x1xui64>, %a1: tensor<10xui64>) -> (tensor<11x10xui64>) {
  %r0 = weft.shr %a0, %a1 : (tensor<11x1xui64>, tensor<10xui64>) -> (tensor<11x10xui64>)
  weft.return %r0 : tensor<11x10xui64>
}
weft.func @inputs_shr_ui64() -> (tensor<11x1xui64>, tensor<10xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [18446744073709551614], [0], [1], [2], [3], [7], [5], [6]]> : tensor<11x1xui64>
  %1 = weft.constant dense<[0, 1, 2, 3, 5, 9, 4, 7, 8, 100]> : tensor<10xui64>
  weft.return %0, %1 : tensor<11x1xui64>, tensor<10xui64>
}
weft.func @expected_shr_ui64() -> (tensor<11x10xui64>) {
  %0 = weft.constant dense<[[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [18446744073709551615, 9223372036854775807, 4611686018427387903, 2305843009213693951, 576460752303423487, 36028797018963967, 1152921504606846975, 144115188075855871, 72057594037927935, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [18446744073709551614, 9223372036854775807, 4611686018427387903, 2305843009213693951, 576460752303423487, 36028797018963967, 1152921504606846975, 144115188075855871, 72057594037927935, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0, 0, 0, 0, 0], [3, 1, 0, 0, 0, 0, 0, 0, 0, 0], [7, 3, 1, 0, 0, 0, 0, 0, 0, 0], [5, 2, 1, 0, 0, 0, 0, 0, 0, 0], [6, 3, 1, 0, 0, 0, 0, 0, 0, 0]]> : tensor<11x10xui64>
  weft.return %0 : tensor<11x10xui64>
}
weft.func @test_and_i1(%a0: tensor<2x1xi1>, %a1: tensor<2xi1>) -> (tensor<2x2xi1>) {
  %r0 = weft.and %a0, %a1 : (tensor<2x1xi1>, tensor<2xi1>) -> (tensor<2x2xi1>)
  weft.return %r0 : tensor<2x2xi1>
}
weft.func @test_and_i1.dynamic(%a0: tensor<?x?xi1>, %a1: tensor<?xi1>) -> (tensor<?x?xi1>) {
  %r0 = weft.and %a0, %a1 : (tensor<?x?xi1>, tensor<?xi1>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_and_i1() -> (tensor<2x1xi1>, tensor<2xi1>) {
  %0 = weft.constant dense<[[true], [false]]> : tensor<2x1xi1>
  %1 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0, %1 : tensor<2x1xi1>, tensor<2xi1>
}
weft.func @expected_and_i1() -> (tensor<2x2xi1>) {
  %0 = weft.constant dense<[[true, false], [false, false]]> : tensor<2x2xi1>
  weft.return %0 : tensor<2x2xi1>
}
weft.func @test_or_i1(%a0: tensor<2x1xi1>, %a1: tensor<2xi1>) -> (tensor<2x2xi1>) {
  %r0 = weft.or %a0, %a1 : (tensor<2x1xi1>, tensor<2xi1>) -> (tensor<2x2xi1>)
  weft.return %r0 : tensor<2x2xi1>
}
weft.func @test_or_i1.dynamic(%a0: tensor<?x?xi1>, %a1: tensor<?xi1>) -> (tensor<?x?xi1>) {
  %r0 = weft.or %a0, %a1 : (tensor<?x?xi1>, tensor<?xi1>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_or_i1() -> (tensor<2x1xi1>, tensor<2xi1>) {
  %0 = weft.constant dense<[[true], [false]]> : tensor<2x1xi1>
  %1 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0, %1 : tensor<2x1xi1>, tensor<2xi1>
}
weft.func @expected_or_i1() -> (tensor<2x2xi1>) {
  %0 = weft.constant dense<[[true, true], [true, false]]> : tensor<2x2xi1>
  weft.return %0 : tensor<2x2xi1>
}
weft.func @test_xor_i1(%a0: tensor<2x1xi1>, %a1: tensor<2xi1>) -> (tensor<2x2xi1>) {
  %r0 = weft.xor %a0, %a1 : (tensor<2x1xi1>, tensor<2xi1>) -> (tensor<2x2xi1>)
  weft.return %r0 : tensor<2x2xi1>
}
weft.func @test_xor_i1.dynamic(%a0: tensor<?x?xi1>, %a1: tensor<?xi1>) -> (tensor<?x?xi1>) {
  %r0 = weft.xor %a0, %a1 : (tensor<?x?xi1>, tensor<?xi1>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_xor_i1() -> (tensor<2x1xi1>, tensor<2xi1>) {
  %0 = weft.constant dense<[[true], [false]]> : tensor<2x1xi1>
  %1 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0, %1 : tensor<2x1xi1>, tensor<2xi1>
}
weft.func @expected_xor_i1() -> (tensor<2x2xi1>) {
  %0 = weft.constant dense<[[false, true], [true, false]]> : tensor<2x2xi1>
  weft.return %0 : tensor<2x2xi1>
}
weft.func @test_sub_3x1x5_4x1(%a0: tensor<3x1x5xf32>, %a1: tensor<4x1xf32>) -> (tensor<3x4x5xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<3x1x5xf32>, tensor<4x1xf32>) -> (tensor<3x4x5xf32>)
  weft.return %r0 : tensor<3x4x5xf32>
}
weft.func @test_sub_3x1x5_4x1.dynamic(%a0: tensor<?x?x?xf32>, %a1: tensor<?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<?x?x?xf32>, tensor<?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_sub_3x1x5_4x1() -> (tensor<3x1x5xf32>, tensor<4x1xf32>) {
  %0 = weft.constant dense<[[[0.5003819, 1.5888551, 1.1027428, -1.0991713, -0.7993349]], [[1.4942138, -1.9789388, 1.2849137, 1.1882777, -0.1282602]], [[-0.7878703, -0.8862975, -0.9805217, -0.21969478, 0.018193036]]]> : tensor<3x1x5xf32>
  %1 = weft.constant dense<[[0.2139894], [1.9820012], [1.1706476], [0.48871693]]> : tensor<4x1xf32>
  weft.return %0, %1 : tensor<3x1x5xf32>, tensor<4x1xf32>
}
weft.func @expected_sub_3x1x5_4x1() -> (tensor<3x4x5xf32>) {
  %0 = weft.constant dense<[[[0.28639248, 1.3748658, 0.8887534, -1.3131607, -1.0133243], [-1.4816194, -0.39314604, -0.8792584, -3.0811725, -2.781336], [-0.67026573, 0.41820753, -0.06790483, -2.2698188, -1.9699825], [0.011664957, 1.1001382, 0.61402583, -1.5878882, -1.2880518]], [[1.2802244, -2.1929283, 1.0709243, 0.97428834, -0.3422496], [-0.48778737, -3.96094, -0.6970875, -0.79372346, -2.1102614], [0.3235662, -3.1495864, 0.11426604, 0.0176301, -1.2989078], [1.0054969, -2.4676557, 0.7961967, 0.69956076, -0.6169771]], [[-1.0018597, -1.100287, -1.194511, -0.43368417, -0.19579637], [-2.7698715, -2.8682988, -2.962523, -2.201696, -1.9638082], [-1.9585179, -2.056945, -2.1511693, -1.3903424, -1.1524546], [-1.2765872, -1.3750144, -1.4692386, -0.7084117, -0.4705239]]]> : tensor<3x4x5xf32>
  weft.return %0 : tensor<3x4x5xf32>
}
weft.func @test_sub_1_2x3(%a0: tensor<1xf32>, %a1: tensor<2x3xf32>) -> (tensor<2x3xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<1xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  weft.return %r0 : tensor<2x3xf32>
}
weft.func @test_sub_1_2x3.dynamic(%a0: tensor<?xf32>, %a1: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<?xf32>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_sub_1_2x3() -> (tensor<1xf32>, tensor<2x3xf32>) {
  %0 = weft.constant dense<[1.9558406]> : tensor<1xf32>
  %1 = weft.constant dense<[[-1.1387652, -1.3591518, 0.45015842], [-1.824232, -1.857279, 0.05955528]]> : tensor<2x3xf32>
  weft.return %0, %1 : tensor<1xf32>, tensor<2x3xf32>
}
weft.func @expected_sub_1_2x3() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[3.094606, 3.3149924, 1.5056822], [3.7800727, 3.8131194, 1.8962853]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @test_sub_scalar_7(%a0: tensor<f32>, %a1: tensor<7xf32>) -> (tensor<7xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<f32>, tensor<7xf32>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @test_sub_scalar_7.dynamic(%a0: tensor<f32>, %a1: tensor<?xf32>) -> (tensor<?xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<f32>, tensor<?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_sub_scalar_7() -> (tensor<f32>, tensor<7xf32>) {
  %0 = weft.constant dense<-0.1351759> : tensor<f32>
  %1 = weft.constant dense<[1.6686711, 0.516905, 0.056470588, -0.012506259, -1.0099403, -1.9528239, -1.2303914]> : tensor<7xf32>
  weft.return %0, %1 : tensor<f32>, tensor<7xf32>
}
weft.func @expected_sub_scalar_7() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[-1.8038471, -0.6520809, -0.19164649, -0.12266964, 0.8747644, 1.8176479, 1.0952154]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_sub_2x3x1x5_1x3x4x1(%a0: tensor<2x3x1x5xf32>, %a1: tensor<1x3x4x1xf32>) -> (tensor<2x3x4x5xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<2x3x1x5xf32>, tensor<1x3x4x1xf32>) -> (tensor<2x3x4x5xf32>)
  weft.return %r0 : tensor<2x3x4x5xf32>
}
weft.func @test_sub_2x3x1x5_1x3x4x1.dynamic(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_sub_2x3x1x5_1x3x4x1() -> (tensor<2x3x1x5xf32>, tensor<1x3x4x1xf32>) {
  %0 = weft.constant dense<[[[[0.76812845, -1.1975731, -0.52185476, -1.9850631, 1.3201909]], [[-1.3821557, -0.9296028, 1.5213286, 0.03916324, 1.388601]], [[0.55886865, 0.9670838, -1.6340176, 0.16457528, 0.031088945]]], [[[1.4853575, -0.55494374, 0.39273626, -1.7629935, -0.44947278]], [[-0.7078546, -1.399201, 1.2653524, -0.48221532, 1.9149915]], [[0.35996678, 0.42022502, 0.55198634, 0.70580095, -1.396848]]]]> : tensor<2x3x1x5xf32>
  %1 = weft.constant dense<[[[[-0.23874614], [-1.0417441], [-0.3900068], [-1.6131836]], [[1.8713123], [-1.1399839], [0.68706065], [-0.7983197]], [[1.4963081], [0.64885896], [-1.4735367], [1.3802973]]]]> : tensor<1x3x4x1xf32>
  weft.return %0, %1 : tensor<2x3x1x5xf32>, tensor<1x3x4x1xf32>
}
weft.func @expected_sub_2x3x1x5_1x3x4x1() -> (tensor<2x3x4x5xf32>) {
  %0 = weft.constant dense<[[[[1.0068746, -0.9588269, -0.28310862, -1.7463169, 1.5589371], [1.8098726, -0.15582895, 0.51988935, -0.94331896, 2.3619351], [1.1581353, -0.8075663, -0.13184795, -1.5950563, 1.7101977], [2.3813121, 0.41561055, 1.0913289, -0.37187946, 2.9333744]], [[-3.253468, -2.800915, -0.3499837, -1.832149, -0.48271132], [-0.24217176, 0.21038109, 2.6613126, 1.1791471, 2.528585], [-2.0692163, -1.6166635, 0.8342679, -0.6478974, 0.7015403], [-0.58383596, -0.1312831, 2.3196483, 0.8374829, 2.1869206]], [[-0.93743944, -0.5292243, -3.1303258, -1.3317327, -1.4652191], [-0.08999032, 0.31822485, -2.2828765, -0.4842837, -0.61777], [2.0324054, 2.4406204, -0.16048086, 1.6381121, 1.5046257], [-0.82142866, -0.4132135, -3.014315, -1.2157221, -1.3492084]]], [[[1.7241037, -0.3161976, 0.63148236, -1.5242473, -0.21072665], [2.5271015, 0.48680037, 1.4344804, -0.72124934, 0.5922713], [1.8753643, -0.16493693, 0.7827431, -1.3729867, -0.059465975], [3.0985413, 1.0582399, 2.00592, -0.14980984, 1.1637108]], [[-2.579167, -3.2705133, -0.6059599, -2.3535275, 0.043679237], [0.43212926, -0.25921714, 2.4053364, 0.6577686, 3.0549755], [-1.3949153, -2.0862617, 0.5782917, -1.169276, 1.2279308], [0.09046507, -0.60088134, 2.063672, 0.31610438, 2.7133112]], [[-1.1363413, -1.0760831, -0.94432175, -0.79050714, -2.893156], [-0.28889218, -0.22863394, -0.09687263, 0.056941986, -2.045707], [1.8335035, 1.8937618, 2.0255232, 2.1793377, 0.07668877], [-1.0203305, -0.9600723, -0.82831097, -0.67449635, -2.7771454]]]]> : tensor<2x3x4x5xf32>
  weft.return %0 : tensor<2x3x4x5xf32>
}
weft.func @test_sub_0x3_1x3(%a0: tensor<0x3xf32>, %a1: tensor<1x3xf32>) -> (tensor<0x3xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<0x3xf32>, tensor<1x3xf32>) -> (tensor<0x3xf32>)
  weft.return %r0 : tensor<0x3xf32>
}
weft.func @test_sub_0x3_1x3.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<?x?xf32>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_sub_0x3_1x3() -> (tensor<0x3xf32>, tensor<1x3xf32>) {
  %0 = weft.constant dense<> : tensor<0x3xf32>
  %1 = weft.constant dense<[[1.7797927, 1.6156671, 0.2788766]]> : tensor<1x3xf32>
  weft.return %0, %1 : tensor<0x3xf32>, tensor<1x3xf32>
}
weft.func @expected_sub_0x3_1x3() -> (tensor<0x3xf32>) {
  %0 = weft.constant dense<> : tensor<0x3xf32>
  weft.return %0 : tensor<0x3xf32>
}
weft.func @test_sub_17x33_17x33(%a0: tensor<17x33xf32>, %a1: tensor<17x33xf32>) -> (tensor<17x33xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<17x33xf32>, tensor<17x33xf32>) -> (tensor<17x33xf32>)
  weft.return %r0 : tensor<17x33xf32>
}
weft.func @test_sub_17x33_17x33.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<?x?xf32>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_sub_17x33_17x33() -> (tensor<17x33xf32>, tensor<17x33xf32>) {
  %0 = weft.constant dense<[[-1.4181602, -1.230146, 1.7116227, 0.20930596, -1.27779, 1.5362276, 0.5662868, 0.2787771, -0.49484867, -0.35617888, -1.0420431, -1.8477708, 1.5048752, -0.12907913, 0.19054079, -0.71134675, 1.0052997, -1.8992125, -0.5112589, -1.8785988, -1.5084316, 1.868593, 0.6310429, -0.287119, 0.09496043, 1.4912368, -0.6231573, 0.36116394, 0.7347375, -0.5783449, 0.07639395, 1.0609895, 1.6367172], [-1.3957509, 1.7336776, -1.9792845, 1.01191, 1.2421073, -1.4529438, -0.3243854, 1.2610251, -1.9429152, 0.51384777, 1.1720946, 0.052014332, 0.9033977, -1.0943061, -1.2059155, -0.5474922, -1.2823759, -0.61575425, 1.7924962, 0.29333088, -0.6397277, -0.9139015, 1.8081579, -0.22208716, 1.921579, 0.062090676, 0.084664516, 1.5861621, 0.9710697, 0.32261145, -0.293402, 1.5127515, -0.3534154], [1.6910383, -1.7251385, -0.28001255, 0.07805928, 1.8037528, -0.99600303, 1.2241566, 0.7058848, 0.8683436, 0.5184887, 1.8862429, -0.66927415, -0.40689775, -1.188353, -1.7971838, -1.1483672, 1.6618576, 1.3606752, -1.550377, 0.4151161, -0.08321402, 0.37873948, 0.63710004, -0.77336204, 1.8454034, -0.13663986, 0.5124034, 0.54090476, -1.2644424, -1.7525383, -0.3539327, 1.0561204, 1.2608871], [0.919957, -1.5471802, 1.6534195, 1.2081463, 1.5107654, 0.09321661, 1.6625417, -1.8133911, -1.8788446, -1.9191377, -0.9889253, -1.0057209, -1.2499866, 0.2682233, -1.8440566, 0.36155146, -1.3359554, 0.71149486, -1.9156985, -0.7577192, 1.7533652, 0.15358552, 1.2463496, 0.63210434, 0.44300315, -1.2349893, 0.297579, -1.8412544, 1.2066576, 1.8402836, 1.4160362, -1.7971615, -0.6453597], [-0.72798723, -1.549132, 0.50644726, 1.1898327, -0.7451141, 1.451237, 1.1885077, -1.4834483, 1.0674366, 1.5304829, -1.2108697, 0.29456472, 0.5549999, 0.43733704, -1.6150173, 0.64476585, 0.5278189, 1.295542, 1.2140508, -0.69132715, 0.8881893, 1.4690936, 1.571791, -1.3539507, -1.8931906, 0.60322976, -1.141295, 0.25483888, 1.7792181, -0.4827215, -0.9889018, -0.1739598, 0.62897563], [-1.5956042, -0.47766095, -1.4651152, 0.64978486, 1.3222101, -0.49258488, -0.5131042, 0.15808664, -1.1397688, -1.0103617, -0.68059087, -0.1702972, -1.6738741, 1.0109285, 0.3162183, -0.8012245, -1.6898137, 1.0527238, -1.475684, -1.4671735, -1.477263, -1.6749507, 1.6255695, -0.9230228, -0.7743577, 1.3311772, 0.47969383, -1.2514265, -0.26074636, 1.5356898, -0.49850392, 0.8435262, -1.6127691], [0.90929914, 1.1058941, 1.3030671, 0.696804, -0.5170688, -1.743152, 0.07510494, 1.0298396, -1.2366471, -0.9350511, 0.14448017, 0.99332625, 1.5863469, -1.497034, -1.2629192, 1.1981479, 0.5780865, 0.88389117, 1.9870846, 1.7567198, 1.3721002, 1.1084633, -0.41992313, 0.56491643, -1.2622174, 1.0379778, 1.0307627, 0.88518083, -0.2208039, -0.48727867, -0.32091627, -1.8666431, 1.3772805], [0.1694795, -0.44992545, 0.19211507, 0.88656086, -0.47415653, 1.3225627, 1.6778533, -0.4502708, -1.4487354, 1.0414932, 1.9717954, -1.4080474, 0.8507027, 1.3012936, 1.6822878, -1.5064744, -1.6327604, 1.9514863, -1.532974, -1.2927698, 0.29981172, -0.21490785, 1.0015688, -1.237771, 1.657711, -1.1312206, 1.0764439, -1.7295859, -0.10638965, -1.8697667, -0.7447572, -0.7510773, 0.87899375], [-0.17993006, -1.7729026, 1.9814466, 1.5547972, 1.6652957, -1.0136979, -0.42355898, -1.091282, -1.5003744, -1.8679043, 0.013345792, -1.5074654, -1.2947825, 1.4419028, -0.063028924, -1.265186, 0.67945826, -0.9365405, 0.1077488, -0.8681885, 0.06464475, 0.51413435, 0.14483231, -0.41758358, 1.1632552, 1.4937497, -1.2825149, -1.4547651, -1.5472335, 1.9183869, 1.7663652, -1.0773313, 1.8796303], [-1.1687293, 0.025904065, -0.0104598235, 1.6598237, -1.8378845, -0.73859674, 0.3998988, -1.7344071, -1.0537977, -0.13974619, 1.5234281, 1.0438381, 1.3159219, 1.0442791, 0.8308831, 1.3987733, 0.7259068, 0.9427322, -0.793422, -1.3294371, 1.0260999, -1.3366508, 1.6778234, 0.38657135, -0.68226355, 1.7465726, -1.3794789, 0.05786535, -1.6337837, 1.8617108, 0.30150425, 1.2146664, -0.87231034], [1.2071865, 0.81136787, 0.57472587, 1.8022512, -0.26603463, -0.33964628, 0.76848453, 1.3402212, -0.6596959, 0.6786282, -1.1638504, 0.2067999, 1.0766869, -1.7387402, 0.91136825, -1.9382701, 1.8334001, -0.12532079, -0.36371657, 0.8817786, 0.09319548, 0.9233954, -1.6609684, 0.25116748, 0.23243476, 1.7284555, -1.8415776, -0.18872143, 0.52429163, 0.2029878, -1.7033556, 0.37291357, -1.1112125], [-1.2178032, 1.5147636, -1.2086315, -0.182837, 1.0011475, 0.82926154, 0.21383603, 1.228183, -0.1367353, 0.48154172, 1.2756666, 0.7123665, 0.5673135, -0.3754851, 0.23329383, -0.41566935, 0.97716904, -0.47827938, -0.13351539, 1.0218284, 0.014623194, -0.6478697, 1.3072758, -0.47614962, 1.3789164, 1.1409616, -0.21084471, 0.85156375, -1.8624412, -0.4408064, 1.4413347, 0.31815743, 0.2313033], [0.6589555, 0.7106865, 0.334393, -0.31748277, -1.2660652, -0.82943183, -0.82831126, -0.2770203, 1.996235, -0.58979225, -0.21048287, -0.5134897, 0.32571095, 1.7915943, 1.5562916, -0.491445, -0.93239546, 1.5375944, -0.024666645, 0.7421646, -1.7068343, 1.4662308, -0.7481393, -0.021892171, -1.2079157, -0.3190295, 1.3121957, 1.310317, -0.105311945, 1.0716428, -0.16773254, -0.50657463, 0.1835559], [-1.194637, -0.7337539, 0.8261151, 1.0820559, -1.7731675, 0.9313046, 1.2697197, -0.2192257, -1.7501843, 0.73165303, -1.0153453, 0.5734293, -0.49350998, 0.5486541, -0.96746045, -0.09385191, 0.09869896, 0.52405274, -1.1873286, 1.8482043, -0.8434477, -0.7759195, -0.97475046, -1.7300949, -0.30830836, 1.0873452, 0.83826774, -1.2177101, -1.4522724, -0.71428823, 1.0730206, -0.047687456, 1.6927367], [0.6255351, 0.4836271, 1.0707645, 1.001033, -0.6246475, -0.9719664, -0.24951445, -0.043011278, -1.4331089, -0.23467122, 0.55929303, -1.457142, -1.4478484, -1.3051144, -0.86667436, 1.846837, -1.8968349, -1.2650435, -1.3398086, -0.1026079, -1.9397088, -0.16730712, -1.3483102, -0.9214391, 1.1697624, -1.2637311, 0.46851534, -0.3747509, -0.3296177, 1.2673817, -1.3563402, 1.6952409, 1.5739634], [0.67328787, -1.8022107, 0.6532341, 0.40139073, 1.0888237, -1.1446737, 1.813424, 1.5447886, -1.5425714, -0.73919255, -1.8702233, 1.3237889, 1.6603789, 1.959237, 0.44770008, 0.66394234, 0.71362215, 0.28059375, 1.8096917, 0.4314449, -0.65709585, 0.05150896, -1.9253485, 0.89650524, 0.7756843, -0.31579542, 1.4059243, 1.0221044, -0.6532616, -1.6900082, -1.471108, -1.2629111, -0.78432786], [-0.20993711, 1.7119863, -0.8863284, 1.5943427, 0.7218487, 1.4139717, -0.38698643, -1.986893, 1.1478695, -1.0180966, -1.4300792, 1.1979663, 0.7453146, -1.1503392, -0.9296727, 1.7568793, -0.9258481, 0.80962354, -1.481787, 1.2601435, -1.52964, 0.064164504, -1.8591295, 0.20031418, 1.3864864, -1.662406, -0.9029737, 1.0587722, 0.43239328, -0.7488124, 0.5156155, -0.18115872, 1.4494251]]> : tensor<17x33xf32>
  %1 = weft.constant dense<[[-0.8282404, 1.0309224, 0.5426966, 0.9617146, -0.48695356, 0.8996841, 0.7937044, -0.45004442, -1.894191, 1.8516532, 0.8544016, -1.1810454, 0.92322886, -0.88526654, -0.12285843, 1.4395527, -0.20771159, -0.8479737, -0.7780356, -1.6919309, -1.1219777, -0.9155751, -1.3081236, -1.7477372, -0.13684335, -1.1424155, 0.95508206, 1.690111, -0.9080612, 0.28899315, 0.026902659, -1.6995659, -1.5005025], [1.5391178, -0.10339185, 1.2184397, -1.733677, 0.37925255, 1.4612478, 1.4682643, -1.9771103, 0.086880416, -0.523981, 1.0401682, -1.707124, -0.9402937, 1.2505711, -0.12177511, -0.18739872, 1.8742346, -0.72043735, -1.8331118, -0.43119666, -1.3865057, -1.6724325, 0.27144143, 1.8143024, 0.3176303, 0.5884582, -0.70548457, 0.28449142, 1.008978, 0.3571394, 1.2111135, 0.20188272, -1.2074238], [0.33090502, -0.03625661, -1.3362578, 0.4766634, 1.2678422, -1.4596492, 0.17978345, 0.93474853, -0.38792962, -0.91981506, -0.5108784, 0.16679408, 0.7466415, 0.23670089, -1.5718999, 1.2715455, 1.6954389, -1.5948286, -1.0019221, -1.3052752, 1.3966206, 1.641115, -1.822905, -0.67032236, -1.2300216, -0.12186917, 1.6863617, -1.7193071, -1.3148836, -0.051882874, 0.096138775, 0.9820051, -0.24925585], [-1.4354529, -0.5855525, 1.9283725, 1.0028886, -1.5346226, 1.2328367, -0.75629413, 1.1255859, -1.9491142, 1.4850806, -1.3507587, -0.17699762, 0.64702237, 0.031478275, -1.338409, -1.4435259, -0.8618624, -1.7904329, -1.1338209, -1.4795799, -0.14081194, -0.5739603, 0.347329, -0.8764845, -1.8643558, -0.67555934, 1.0207229, -0.9766474, -0.38180625, 1.0198976, -0.37327486, 1.5484965, 1.672274], [-0.75788146, 0.94385463, -0.9875321, -1.4419066, -0.24847583, 0.40988973, 1.7423636, -1.4163939, 0.8494507, -0.09814198, -1.4731628, 1.8906322, 0.7830758, -1.4845653, 1.6230217, -1.5876234, -1.6293631, -0.673796, 1.7518367, -1.867902, 1.6728289, 0.44644633, -1.7317934, 0.27436692, -0.1648371, 0.2559382, 0.94881415, 0.7144764, 1.9889102, -1.3733238, 1.2514217, -0.35562804, 1.1332301], [1.5671167, 1.9679928, -0.9358326, -0.18824692, 1.7711171, 1.7829535, -0.5085046, 1.7608378, -0.37643537, -0.5009356, 1.0264776, -0.11515268, -0.20720617, -0.45552403, -0.26878428, -1.4407294, -1.7558514, 1.0159726, 0.2579998, 0.6875626, 1.2093418, -1.0795753, -1.0649083, -0.88836545, -0.7843, 1.0427637, -0.50327367, -0.7072446, 0.5452063, -1.253718, -1.5743194, 0.788533, 1.0257813], [-0.8145416, 0.5441647, -1.8636937, -0.38272408, 0.31183344, -0.9863259, -0.6071404, 0.43819827, 0.35959136, -1.383237, 0.82632756, -1.6798829, 1.8788987, -1.1905521, -0.9858074, -1.1987978, 1.9659958, -0.8536203, 0.4211691, 1.9625366, 1.8002714, -1.8306007, 0.08473627, 0.4052187, 0.80958027, -0.6563627, -0.6883656, -1.9828639, -1.8590533, 0.20022868, -1.6964515, -1.1900752, -0.6669123], [-1.718115, -1.8765607, 1.7076818, -0.2591655, -1.1804621, 0.83380723, -1.9622186, -1.019931, 1.8429985, 1.5907607, 0.543701, -1.6271889, -0.7277966, -1.8882698, -1.123236, -1.8982635, -1.4953452, 0.5328582, -1.5982286, -1.3769476, 1.6112319, -0.6581903, -0.6680123, -1.6538421, 1.1837221, 0.70550895, 0.1885312, 0.47165138, -1.5984772, -0.95877576, 0.33456606, 1.8089278, 1.2685277], [0.56290543, 0.07527432, -1.9394712, 1.562865, -1.7325836, -1.4836758, 0.77228695, 1.2485759, 1.1462027, -0.19038352, -1.2917769, -1.8587911, 1.4055184, 1.9107898, -1.023458, 1.4643053, -0.38987634, -0.75462496, 0.02061735, -1.9673272, -0.22914213, -1.2017801, 0.8498288, 0.010285519, 1.4754105, 1.5865928, -0.7329643, -0.87846476, 1.7565216, 0.015990237, -1.6139379, -1.8164594, 1.9617021], [0.3166545, -1.7820281, 0.045021795, 0.016418012, -0.25844863, 1.8051215, 1.7950882, -1.5001293, -1.3931172, -0.37004557, 1.336106, 0.49501038, 0.9193205, 0.30423352, -1.1597723, 1.2710617, -1.9439161, 0.793937, -1.2226416, -0.115634084, 1.9005328, 0.15614343, -1.7722048, -0.28488067, 0.6410684, -1.7731732, -0.98938507, -1.9266554, 0.160273, -0.47408968, 0.014760067, -0.8166527, 0.6272281], [-1.3076553, 1.6266081, 1.8403258, -0.028025372, -0.13843949, 1.4384668, -0.84064883, 1.2124227, -0.8507696, 0.87985915, -0.6639546, 0.41040668, 1.703473, -1.7827009, 1.2290186, 0.16738227, -0.48372948, -0.5988982, -1.7223519, -0.9664852, 0.4925481, -1.6096401, 0.67762935, 1.8490133, 1.9231044, 1.5569649, 1.2264434, -1.2881868, 1.8806238, -1.1891072, 1.476199, 1.5114946, 0.48763326], [0.08522693, -1.1982993, 0.07787348, -0.8375204, -1.4964771, -1.4872353, 1.2046839, 1.6896135, -1.4325248, -1.9469558, -0.9454692, -1.462244, -1.2454939, 0.3333076, -0.3108235, -0.28308362, -1.1775494, 0.6583551, -0.8419591, -0.4034125, -0.14634384, 1.617698, -1.0145772, 0.8746641, -0.7625251, 1.5777053, -0.42368203, 0.020646948, 1.5088611, 0.6910436, -1.6225647, -1.4526566, 1.9629297], [-1.8835789, -0.7965123, 1.8355775, -1.9395758, -1.3544085, -1.1465428, -1.654437, -0.11215455, 0.36975172, -0.72671384, -1.5654013, 1.2438244, 1.2178855, 0.2483996, -1.4490316, 0.16764525, 0.51809573, -0.2868307, 1.4554535, -0.4398184, 0.04354829, -1.5434265, 0.2542032, 1.0657922, 0.9250333, -0.97207665, 1.9674649, 0.8797366, -0.30499032, -0.3403659, 1.1173015, -1.2972707, 0.55850965], [0.8753579, 0.06536008, 1.4927937, -0.12545608, -0.140429, -0.86128145, 1.6774865, -0.7349208, 0.7810851, -0.36258826, 1.7416965, 1.7918375, -1.8798591, 1.9781344, 0.41974437, -1.7045861, -0.011876725, -1.8021122, 0.19557527, -1.258182, -0.52823865, -0.7811995, 0.40884805, 1.2894479, 1.7461466, -0.6845677, 0.27875978, -1.9764034, -0.51134586, 1.8428153, -1.5246458, 1.4793111, 0.6100208], [-0.8244251, 1.1126438, -0.8428745, 1.5792602, -1.6689633, -1.5240278, 1.0000488, -0.2032868, -1.4101466, 0.053736184, -0.8121235, 0.19726114, 0.9748557, 1.4273574, -1.7639993, 0.3694191, 1.9346633, -0.16081028, 1.0782658, -1.6109574, 1.4940315, 0.32821134, 1.5530528, 1.1484716, 1.4769591, -1.7708164, 0.8620964, -1.2120764, -0.93675864, -0.7008685, 0.3652586, 0.5114437, 1.7257702], [-1.9491265, -1.2262461, -0.5519899, 1.2720274, 0.19963495, 0.04796241, 1.0407436, 0.62023693, -0.84057677, -1.6515343, -0.15077297, 1.5206656, 0.39256424, -1.7868438, -0.23969181, -0.46155167, 0.32969978, 0.34850693, 1.8053281, -0.6476246, -0.36761802, 0.45405564, 1.5455625, 0.8245758, -0.116458245, 1.2582642, -0.058775634, 1.8540916, -0.8700022, -1.4904324, 1.3215996, -0.81080395, 1.389585], [0.4376193, 0.035837248, -1.6518729, 1.145262, -1.7363025, 1.8606045, 1.5078983, -0.78812563, -1.4885353, 1.5426978, -0.080597736, -1.5005049, -0.005911266, -1.0127228, -0.36865842, 0.5609642, 1.6614591, 1.2037194, -1.3559644, -0.090657085, -0.032288, 1.957931, -1.6524086, 0.043070585, 1.6574523, -0.404603, -0.95312864, 0.2237339, -0.71964645, 1.7083166, -1.6608049, -1.1731685, -1.6645161]]> : tensor<17x33xf32>
  weft.return %0, %1 : tensor<17x33xf32>, tensor<17x33xf32>
}
weft.func @expected_sub_17x33_17x33() -> (tensor<17x33xf32>) {
  %0 = weft.constant dense<[[-0.5899198, -2.2610683, 1.1689261, -0.7524087, -0.7908364, 0.6365435, -0.22741759, 0.7288215, 1.3993423, -2.207832, -1.8964447, -0.6667254, 0.5816463, 0.75618744, 0.31339923, -2.1508994, 1.2130113, -1.0512388, 0.26677668, -0.18666792, -0.38645387, 2.784168, 1.9391665, 1.4606181, 0.23180377, 2.6336522, -1.5782394, -1.3289471, 1.6427987, -0.86733806, 0.049491286, 2.7605553, 3.1372197], [-2.9348688, 1.8370695, -3.1977243, 2.7455869, 0.8628547, -2.9141917, -1.7926497, 3.2381353, -2.0297956, 1.0378287, 0.13192642, 1.7591383, 1.8436913, -2.3448772, -1.0841403, -0.36009347, -3.1566105, 0.1046831, 3.625608, 0.72452754, 0.746778, 0.75853103, 1.5367165, -2.0363896, 1.6039487, -0.5263675, 0.7901491, 1.3016707, -0.037908316, -0.034527957, -1.5045154, 1.3108687, 0.85400844], [1.3601332, -1.6888819, 1.0562453, -0.39860412, 0.5359106, 0.46364617, 1.0443732, -0.22886372, 1.2562733, 1.4383037, 2.3971212, -0.8360682, -1.1535393, -1.4250538, -0.22528386, -2.4199128, -0.033581257, 2.955504, -0.5484549, 1.7203913, -1.4798347, -1.2623755, 2.460005, -0.10303968, 3.0754251, -0.014770694, -1.1739583, 2.260212, 0.050441146, -1.7006555, -0.45007148, 0.07411528, 1.510143], [2.3554099, -0.96162766, -0.274953, 0.20525777, 3.045388, -1.1396201, 2.4188359, -2.938977, 0.070269585, -3.4042182, 0.3618334, -0.82872325, -1.897009, 0.23674501, -0.50564766, 1.8050773, -0.47409296, 2.5019279, -0.78187764, 0.7218607, 1.8941771, 0.72754586, 0.89902055, 1.5085888, 2.307359, -0.55942994, -0.7231439, -0.864607, 1.5884639, 0.82038605, 1.7893112, -3.3456578, -2.3176336], [0.029894233, -2.4929867, 1.4939793, 2.6317391, -0.49663824, 1.0413473, -0.5538559, -0.06705439, 0.21798587, 1.6286249, 0.2622931, -1.5960674, -0.22807592, 1.9219023, -3.238039, 2.2323892, 2.157182, 1.9693379, -0.5377859, 1.176575, -0.7846396, 1.0226473, 3.3035846, -1.6283176, -1.7283535, 0.34729156, -2.090109, -0.45963752, -0.20969212, 0.8906023, -2.2403235, 0.18166824, -0.50425446], [-3.162721, -2.4456537, -0.52928257, 0.83803177, -0.44890702, -2.2755384, -0.004599571, -1.6027511, -0.76333344, -0.50942606, -1.7070684, -0.055144526, -1.466668, 1.4664526, 0.58500254, 0.63950485, 0.066037655, 0.03675115, -1.7336838, -2.154736, -2.6866047, -0.5953754, 2.6904778, -0.03465736, 0.009942353, 0.28841352, 0.9829675, -0.5441819, -0.80595267, 2.7894077, 1.0758154, 0.054993212, -2.6385503], [1.7238407, 0.5617294, 3.166761, 1.0795281, -0.82890224, -0.7568261, 0.6822454, 0.59164137, -1.5962385, 0.44818592, -0.6818474, 2.6732092, -0.29255188, -0.30648184, -0.27711177, 2.3969457, -1.3879093, 1.7375114, 1.5659156, -0.20581675, -0.42817116, 2.939064, -0.5046594, 0.15969774, -2.0717976, 1.6943405, 1.7191283, 2.8680449, 1.6382494, -0.68750733, 1.3755352, -0.6765679, 2.0441928], [1.8875945, 1.4266353, -1.5155667, 1.1457263, 0.7063056, 0.48875546, 3.6400719, 0.5696602, -3.2917337, -0.54926753, 1.4280944, 0.21914148, 1.5784993, 3.1895633, 2.8055239, 0.39178908, -0.13741517, 1.4186282, 0.06525457, 0.08417785, -1.3114202, 0.44328246, 1.6695812, 0.41607106, 0.4739889, -1.8367295, 0.8879127, -2.2012372, 1.4920876, -0.91099095, -1.0793233, -2.5600052, -0.389534], [-0.7428355, -1.848177, 3.920918, -0.008067846, 3.3978794, 0.46997797, -1.195846, -2.339858, -2.6465771, -1.6775208, 1.3051227, 0.35132575, -2.700301, -0.4688871, 0.9604291, -2.7294912, 1.0693346, -0.18191552, 0.08713145, 1.0991387, 0.29378688, 1.7159145, -0.70499647, -0.4278691, -0.31215525, -0.092843056, -0.54955065, -0.5763003, -3.303755, 1.9023967, 3.380303, 0.7391281, -0.08207178], [-1.4853837, 1.8079321, -0.05548162, 1.6434057, -1.579436, -2.5437183, -1.3951894, -0.23427773, 0.33931947, 0.23029938, 0.18732214, 0.54882777, 0.39660138, 0.74004555, 1.9906554, 0.12771165, 2.669823, 0.14879519, 0.4292196, -1.213803, -0.8744329, -1.4927943, 3.4500282, 0.67145205, -1.323332, 3.5197458, -0.39009386, 1.9845208, -1.7940567, 2.3358004, 0.28674418, 2.0313191, -1.4995384], [2.5148418, -0.81524026, -1.2656, 1.8302766, -0.12759514, -1.7781131, 1.6091334, 0.12779844, 0.19107366, -0.20123094, -0.4998958, -0.20360678, -0.6267861, 0.04396069, -0.31765032, -2.1056523, 2.3171296, 0.47357738, 1.3586353, 1.8482637, -0.3993526, 2.5330355, -2.3385978, -1.5978458, -1.6906697, 0.17149067, -3.068021, 1.0994654, -1.3563322, 1.392095, -3.1795545, -1.138581, -1.5988457], [-1.3030301, 2.7130628, -1.286505, 0.6546834, 2.4976246, 2.3164968, -0.9908479, -0.46143043, 1.2957895, 2.4284976, 2.2211359, 2.1746106, 1.8128073, -0.7087927, 0.54411733, -0.13258573, 2.1547184, -1.1366345, 0.70844376, 1.4252409, 0.16096704, -2.2655678, 2.321853, -1.3508137, 2.1414413, -0.43674362, 0.21283732, 0.8309168, -3.3713021, -1.13185, 3.0638995, 1.7708141, -1.7316264], [2.5425344, 1.5071988, -1.5011845, 1.622093, 0.08834326, 0.31711096, 0.8261257, -0.16486576, 1.6264833, 0.13692158, 1.3549185, -1.7573141, -0.89217454, 1.5431947, 3.0053232, -0.6590903, -1.4504912, 1.8244251, -1.4801202, 1.181983, -1.7503827, 3.0096574, -1.0023425, -1.0876844, -2.1329489, 0.65304714, -0.65526927, 0.43058044, 0.19967838, 1.4120086, -1.285034, 0.790696, -0.37495375], [-2.069995, -0.799114, -0.6666786, 1.207512, -1.6327385, 1.7925861, -0.40776682, 0.5156951, -2.5312693, 1.0942413, -2.757042, -1.2184081, 1.3863491, -1.4294803, -1.3872049, 1.6107342, 0.11057568, 2.326165, -1.3829038, 3.1063862, -0.31520903, 0.005280018, -1.3835986, -3.0195427, -2.0544548, 1.7719129, 0.55950797, 0.7586932, -0.94092655, -2.5571036, 2.5976663, -1.5269985, 1.082716], [1.4499602, -0.62901676, 1.9136391, -0.5782273, 1.0443158, 0.55206144, -1.2495632, 0.16027552, -0.022962332, -0.28840742, 1.3714166, -1.6544031, -2.4227042, -2.732472, 0.897325, 1.477418, -3.8314981, -1.1042333, -2.4180744, 1.5083495, -3.4337404, -0.49551845, -2.901363, -2.0699108, -0.30719674, 0.5070853, -0.3935811, 0.8373255, 0.6071409, 1.9682502, -1.7215987, 1.1837971, -0.15180683], [2.6224144, -0.57596457, 1.205224, -0.87063664, 0.8891887, -1.1926361, 0.7726804, 0.92455167, -0.70199466, 0.9123418, -1.7194504, -0.19687676, 1.2678146, 3.7460809, 0.6873919, 1.125494, 0.38392237, -0.067913175, 0.004363537, 1.0790695, -0.28947783, -0.40254667, -3.470911, 0.071929455, 0.89214253, -1.5740596, 1.4647, -0.83198726, 0.21674061, -0.19957578, -2.7927074, -0.45210713, -2.173913], [-0.6475564, 1.676149, 0.7655445, 0.4490807, 2.4581513, -0.44663286, -1.8948848, -1.1987674, 2.6364048, -2.5607944, -1.3494815, 2.698471, 0.7512259, -0.1376164, -0.5610143, 1.1959151, -2.5873072, -0.39409584, -0.12582254, 1.3508006, -1.497352, -1.8937665, -0.20672095, 0.1572436, -0.27096593, -1.257803, 0.050154924, 0.8350383, 1.1520398, -2.457129, 2.1764205, 0.9920098, 3.1139412]]> : tensor<17x33xf32>
  weft.return %0 : tensor<17x33xf32>
}
weft.func @test_sub_5x1_1x6(%a0: tensor<5x1xf32>, %a1: tensor<1x6xf32>) -> (tensor<5x6xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<5x1xf32>, tensor<1x6xf32>) -> (tensor<5x6xf32>)
  weft.return %r0 : tensor<5x6xf32>
}
weft.func @test_sub_5x1_1x6.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<?x?xf32>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_sub_5x1_1x6() -> (tensor<5x1xf32>, tensor<1x6xf32>) {
  %0 = weft.constant dense<[[0.8475568], [-0.8274326], [1.6006761], [1.5745257], [1.7455466]]> : tensor<5x1xf32>
  %1 = weft.constant dense<[[-0.975486, -1.997373, -0.44957832, 1.8502522, 1.0549678, -1.7613605]]> : tensor<1x6xf32>
  weft.return %0, %1 : tensor<5x1xf32>, tensor<1x6xf32>
}
weft.func @expected_sub_5x1_1x6() -> (tensor<5x6xf32>) {
  %0 = weft.constant dense<[[1.8230429, 2.8449297, 1.2971351, -1.0026953, -0.20741093, 2.6089172], [0.14805341, 1.1699405, -0.37785426, -2.6776848, -1.8824003, 0.93392795], [2.576162, 3.5980492, 2.0502543, -0.24957609, 0.5457083, 3.3620367], [2.5500116, 3.5718987, 2.024104, -0.27572644, 0.51955795, 3.3358862], [2.7210326, 3.7429194, 2.1951249, -0.10470557, 0.6905788, 3.506907]]> : tensor<5x6xf32>
  weft.return %0 : tensor<5x6xf32>
}
weft.func @test_sub_2x1x3_2x4x3(%a0: tensor<2x1x3xf32>, %a1: tensor<2x4x3xf32>) -> (tensor<2x4x3xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<2x1x3xf32>, tensor<2x4x3xf32>) -> (tensor<2x4x3xf32>)
  weft.return %r0 : tensor<2x4x3xf32>
}
weft.func @test_sub_2x1x3_2x4x3.dynamic(%a0: tensor<?x?x?xf32>, %a1: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.sub %a0, %a1 : (tensor<?x?x?xf32>, tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_sub_2x1x3_2x4x3() -> (tensor<2x1x3xf32>, tensor<2x4x3xf32>) {
  %0 = weft.constant dense<[[[0.81028897, 1.6682541, 1.8708799]], [[0.8639546, 1.4519817, 1.3668084]]]> : tensor<2x1x3xf32>
  %1 = weft.constant dense<[[[-0.56664884, -1.6038245, 0.9098567], [-1.4523467, -0.4632049, 1.9829438], [0.2391421, 0.086960144, 1.7915198], [-0.8638396, 1.9977237, 1.6479192]], [[-0.54438394, -0.69104075, -1.4937465], [1.6625605, -1.2567604, -1.9640853], [1.5603063, 0.39246053, 0.6873946], [0.9325646, -1.8293536, -1.63258]]]> : tensor<2x4x3xf32>
  weft.return %0, %1 : tensor<2x1x3xf32>, tensor<2x4x3xf32>
}
weft.func @expected_sub_2x1x3_2x4x3() -> (tensor<2x4x3xf32>) {
  %0 = weft.constant dense<[[[1.3769379, 3.2720785, 0.9610232], [2.2626357, 2.131459, -0.112063885], [0.57114685, 1.581294, 0.07936013], [1.6741285, -0.32946956, 0.22296071]], [[1.4083385, 2.1430225, 2.860555], [-0.79860586, 2.7087421, 3.3308938], [-0.6963517, 1.0595212, 0.6794138], [-0.06861001, 3.2813354, 2.9993885]]]> : tensor<2x4x3xf32>
  weft.return %0 : tensor<2x4x3xf32>
}
