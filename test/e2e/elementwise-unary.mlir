// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Unary elementwise ops, over special values of each element type. Made by generate.py.

weft.func @test_neg_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.neg %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_neg_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_neg_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[-0.0, 0.0, -0.5, 0.5, -1.0], [1.0, -1.5, -2.5, 2.5, -3.25], [7.75, 0xFC00, 0x7C00, 0xFE00, -0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_neg_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.neg %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_neg_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_neg_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[-0.0, 0.0, -0.5, 0.5, -1.0], [1.0, -1.5, -2.5, 2.5, -3.25], [7.75, 0xFF80, 0x7F80, 0xFFC0, -0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_neg_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.neg %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_neg_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.neg %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_neg_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_neg_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-0.0, 0.0, -0.5, 0.5, -1.0], [1.0, -1.5, -2.5, 2.5, -3.25], [7.75, 0xFF800000, 0x7F800000, 0xFFC00000, -0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_neg_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.neg %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_neg_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_neg_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[-0.0, 0.0, -0.5, 0.5, -1.0], [1.0, -1.5, -2.5, 2.5, -3.25], [7.75, 0xFFF0000000000000, 0x7FF0000000000000, 0xFFF8000000000000, -0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_abs_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.abs %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_abs_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_abs_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, 0.0, 0.5, 0.5, 1.0], [1.0, 1.5, 2.5, 2.5, 3.25], [7.75, 0x7C00, 0x7C00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_abs_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.abs %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_abs_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_abs_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, 0.0, 0.5, 0.5, 1.0], [1.0, 1.5, 2.5, 2.5, 3.25], [7.75, 0x7F80, 0x7F80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_abs_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.abs %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_abs_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.abs %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_abs_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_abs_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, 0.0, 0.5, 0.5, 1.0], [1.0, 1.5, 2.5, 2.5, 3.25], [7.75, 0x7F800000, 0x7F800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_abs_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.abs %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_abs_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_abs_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, 0.0, 0.5, 0.5, 1.0], [1.0, 1.5, 2.5, 2.5, 3.25], [7.75, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_sign_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.sign %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_sign_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_sign_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, 0.0, 1.0, -1.0, 1.0], [-1.0, 1.0, 1.0, -1.0, 1.0], [-1.0, 1.0, -1.0, 0x7E00, 1.0]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_sign_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.sign %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_sign_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_sign_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, 0.0, 1.0, -1.0, 1.0], [-1.0, 1.0, 1.0, -1.0, 1.0], [-1.0, 1.0, -1.0, 0x7FC0, 1.0]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_sign_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.sign %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_sign_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.sign %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_sign_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_sign_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, 0.0, 1.0, -1.0, 1.0], [-1.0, 1.0, 1.0, -1.0, 1.0], [-1.0, 1.0, -1.0, 0x7FC00000, 1.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_sign_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.sign %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_sign_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_sign_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, 0.0, 1.0, -1.0, 1.0], [-1.0, 1.0, 1.0, -1.0, 1.0], [-1.0, 1.0, -1.0, 0x7FF8000000000000, 1.0]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_ceil_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.ceil %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_ceil_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_ceil_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 1.0, -0.0, 1.0], [-1.0, 2.0, 3.0, -2.0, 4.0], [-7.0, 0x7C00, 0xFC00, 0x7E00, 1.0]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_ceil_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.ceil %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_ceil_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_ceil_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 1.0, -0.0, 1.0], [-1.0, 2.0, 3.0, -2.0, 4.0], [-7.0, 0x7F80, 0xFF80, 0x7FC0, 1.0]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_ceil_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.ceil %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_ceil_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.ceil %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_ceil_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_ceil_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 1.0, -0.0, 1.0], [-1.0, 2.0, 3.0, -2.0, 4.0], [-7.0, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_ceil_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.ceil %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_ceil_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_ceil_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 1.0, -0.0, 1.0], [-1.0, 2.0, 3.0, -2.0, 4.0], [-7.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.0]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_floor_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.floor %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_floor_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_floor_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.0, -1.0, 1.0], [-1.0, 1.0, 2.0, -3.0, 3.0], [-8.0, 0x7C00, 0xFC00, 0x7E00, 0.0]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_floor_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.floor %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_floor_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_floor_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.0, -1.0, 1.0], [-1.0, 1.0, 2.0, -3.0, 3.0], [-8.0, 0x7F80, 0xFF80, 0x7FC0, 0.0]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_floor_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.floor %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_floor_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.floor %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_floor_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_floor_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.0, -1.0, 1.0], [-1.0, 1.0, 2.0, -3.0, 3.0], [-8.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_floor_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.floor %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_floor_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_floor_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.0, -1.0, 1.0], [-1.0, 1.0, 2.0, -3.0, 3.0], [-8.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_round_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.round %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_round_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_round_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.0, -0.0, 1.0], [-1.0, 2.0, 2.0, -2.0, 3.0], [-8.0, 0x7C00, 0xFC00, 0x7E00, 0.0]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_round_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.round %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_round_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_round_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.0, -0.0, 1.0], [-1.0, 2.0, 2.0, -2.0, 3.0], [-8.0, 0x7F80, 0xFF80, 0x7FC0, 0.0]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_round_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.round %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_round_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.round %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_round_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_round_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.0, -0.0, 1.0], [-1.0, 2.0, 2.0, -2.0, 3.0], [-8.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_round_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.round %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_round_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_round_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.0, -0.0, 1.0], [-1.0, 2.0, 2.0, -2.0, 3.0], [-8.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_sqrt_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.sqrt %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_sqrt_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_sqrt_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.70703125, 0xFE00, 1.0], [0xFE00, 1.224609375, 1.5810546875, 0xFE00, 1.802734375], [0xFE00, 0x7C00, 0xFE00, 0x7E00, 0.25]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_sqrt_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.sqrt %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_sqrt_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_sqrt_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.70703125, 0xFFC0, 1.0], [0xFFC0, 1.2265625, 1.578125, 0xFFC0, 1.8046875], [0xFFC0, 0x7F80, 0xFFC0, 0x7FC0, 0.25]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_sqrt_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.sqrt %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_sqrt_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.sqrt %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_sqrt_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_sqrt_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.70710677, 0xFFC00000, 1.0], [0xFFC00000, 1.2247449, 1.5811388, 0xFFC00000, 1.8027756], [0xFFC00000, 0x7F800000, 0xFFC00000, 0x7FC00000, 0.25]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_sqrt_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.sqrt %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_sqrt_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_sqrt_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.7071067811865476, 0xFFF8000000000000, 1.0], [0xFFF8000000000000, 1.224744871391589, 1.5811388300841898, 0xFFF8000000000000, 1.8027756377319946], [0xFFF8000000000000, 0x7FF0000000000000, 0xFFF8000000000000, 0x7FF8000000000000, 0.25]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_rsqrt_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.rsqrt %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_rsqrt_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_rsqrt_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0x7C00, 0xFC00, 1.4140625, 0xFE00, 1.0], [0xFE00, 0.81640625, 0.63232421875, 0xFE00, 0.5546875], [0xFE00, 0.0, 0xFE00, 0x7E00, 4.0]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_rsqrt_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.rsqrt %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_rsqrt_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_rsqrt_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0x7F80, 0xFF80, 1.4140625, 0xFFC0, 1.0], [0xFFC0, 0.81640625, 0.6328125, 0xFFC0, 0.5546875], [0xFFC0, 0.0, 0xFFC0, 0x7FC0, 4.0]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_rsqrt_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.rsqrt %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_rsqrt_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.rsqrt %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_rsqrt_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_rsqrt_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0x7F800000, 0xFF800000, 1.4142135, 0xFFC00000, 1.0], [0xFFC00000, 0.8164966, 0.6324555, 0xFFC00000, 0.5547002], [0xFFC00000, 0.0, 0xFFC00000, 0x7FC00000, 4.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_rsqrt_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.rsqrt %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_rsqrt_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_rsqrt_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0x7FF0000000000000, 0xFFF0000000000000, 1.414213562373095, 0xFFF8000000000000, 1.0], [0xFFF8000000000000, 0.8164965809277261, 0.6324555320336759, 0xFFF8000000000000, 0.5547001962252291], [0xFFF8000000000000, 0.0, 0xFFF8000000000000, 0x7FF8000000000000, 4.0]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_exp_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.exp %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_exp_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_exp_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[1.0, 1.0, 1.6484375, 0.6064453125, 2.71875], [0.367919921875, 4.48046875, 12.1796875, 0.08209228515625, 25.796875], [0.00043082237243652344, 0x7C00, 0.0, 0x7E00, 1.064453125]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_exp_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.exp %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_exp_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_exp_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[1.0, 1.0, 1.6484375, 0.60546875, 2.71875], [0.3671875, 4.46875, 12.1875, 0.08203125, 25.75], [0.000431060791015625, 0x7F80, 0.0, 0x7FC0, 1.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_exp_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.exp %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_exp_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.exp %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_exp_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_exp_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.0, 1.0, 1.6487212, 0.60653067, 2.7182817], [0.36787945, 4.481689, 12.182494, 0.082085, 25.79034], [0.00043074254, 0x7F800000, 0.0, 0x7FC00000, 1.0644945]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_exp_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.exp %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_exp_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_exp_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[1.0, 1.0, 1.6487212707001282, 0.6065306597126334, 2.718281828459045], [0.36787944117144233, 4.4816890703380645, 12.182493960703473, 0.0820849986238988, 25.790339917193062], [0.00043074254057568753, 0x7FF0000000000000, 0.0, 0x7FF8000000000000, 1.0644944589178593]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_expm1_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.expm1 %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_expm1_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_expm1_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.64892578125, -0.3935546875, 1.71875], [-0.63232421875, 3.482421875, 11.1796875, -0.91796875, 24.796875], [-0.99951171875, 0x7C00, -1.0, 0x7E00, 0.06451416015625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_expm1_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.expm1 %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_expm1_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_expm1_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.6484375, -0.392578125, 1.71875], [-0.6328125, 3.484375, 11.1875, -0.91796875, 24.75], [-1.0, 0x7F80, -1.0, 0x7FC0, 0.064453125]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_expm1_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.expm1 %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_expm1_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.expm1 %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_expm1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_expm1_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.6487213, -0.39346933, 1.7182819], [-0.63212055, 3.481689, 11.182494, -0.917915, 24.79034], [-0.99956924, 0x7F800000, -1.0, 0x7FC00000, 0.06449446]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_expm1_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.expm1 %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_expm1_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_expm1_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.6487212707001282, -0.3934693402873666, 1.718281828459045], [-0.6321205588285577, 3.481689070338065, 11.182493960703473, -0.9179150013761013, 24.790339917193062], [-0.9995692574594243, 0x7FF0000000000000, -1.0, 0x7FF8000000000000, 0.06449445891785943]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_log_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.log %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_log_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_log_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0xFC00, 0xFC00, -0.693359375, 0x7E00, 0.0], [0x7E00, 0.405517578125, 0.91650390625, 0x7E00, 1.1787109375], [0x7E00, 0x7C00, 0x7E00, 0x7E00, -2.7734375]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_log_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.log %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_log_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_log_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0xFF80, 0xFF80, -0.69140625, 0x7FC0, 0.0], [0x7FC0, 0.40625, 0.91796875, 0x7FC0, 1.1796875], [0x7FC0, 0x7F80, 0x7FC0, 0x7FC0, -2.765625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_log_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.log %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_log_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.log %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_log_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_log_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0xFF800000, 0xFF800000, -0.6931472, 0x7FC00000, 0.0], [0x7FC00000, 0.4054651, 0.91629076, 0x7FC00000, 1.178655], [0x7FC00000, 0x7F800000, 0x7FC00000, 0x7FC00000, -2.7725887]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_log_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.log %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_log_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_log_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0xFFF0000000000000, 0xFFF0000000000000, -0.6931471805599453, 0x7FF8000000000000, 0.0], [0x7FF8000000000000, 0.4054651081081644, 0.9162907318741551, 0x7FF8000000000000, 1.1786549963416462], [0x7FF8000000000000, 0x7FF0000000000000, 0x7FF8000000000000, 0x7FF8000000000000, -2.772588722239781]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_log1p_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.log1p %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_log1p_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_log1p_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.405517578125, -0.693359375, 0.693359375], [0xFC00, 0.91650390625, 1.2529296875, 0xFE00, 1.447265625], [0xFE00, 0x7C00, 0xFE00, 0x7E00, 0.060638427734375]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_log1p_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.log1p %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_log1p_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_log1p_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.40625, -0.69140625, 0.69140625], [0xFF80, 0.91796875, 1.25, 0xFFC0, 1.4453125], [0xFFC0, 0x7F80, 0xFFC0, 0x7FC0, 0.060546875]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_log1p_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.log1p %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_log1p_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.log1p %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_log1p_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_log1p_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.4054651, -0.6931472, 0.6931472], [0xFF800000, 0.91629076, 1.2527629, 0xFFC00000, 1.446919], [0xFFC00000, 0x7F800000, 0xFFC00000, 0x7FC00000, 0.06062462]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_log1p_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.log1p %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_log1p_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_log1p_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.4054651081081644, -0.6931471805599453, 0.6931471805599453], [0xFFF0000000000000, 0.9162907318741551, 1.252762968495368, 0xFFF8000000000000, 1.4469189829363254], [0xFFF8000000000000, 0x7FF0000000000000, 0xFFF8000000000000, 0x7FF8000000000000, 0.06062462181643484]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_sin_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.sin %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_sin_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_sin_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.4794921875, -0.4794921875, 0.84130859375], [-0.84130859375, 0.99755859375, 0.5986328125, -0.5986328125, -0.10821533203125], [-0.99462890625, 0xFE00, 0xFE00, 0x7E00, 0.062469482421875]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_sin_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.sin %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_sin_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_sin_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.478515625, -0.478515625, 0.83984375], [-0.83984375, 0.99609375, 0.59765625, -0.59765625, -0.1083984375], [-0.99609375, 0xFFC0, 0xFFC0, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_sin_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.sin %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_sin_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.sin %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_sin_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_sin_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.47942555, -0.47942555, 0.84147096], [-0.84147096, 0.997495, 0.5984721, -0.5984721, -0.10819513], [-0.9945988, 0xFFC00000, 0xFFC00000, 0x7FC00000, 0.062459316]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_sin_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.sin %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_sin_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_sin_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.479425538604203, -0.479425538604203, 0.8414709848078965], [-0.8414709848078965, 0.9974949866040544, 0.5984721441039565, -0.5984721441039565, -0.10819513453010837], [-0.9945987791111761, 0xFFF8000000000000, 0xFFF8000000000000, 0x7FF8000000000000, 0.0624593178423802]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_cos_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.cos %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_cos_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_cos_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[1.0, 1.0, 0.87744140625, 0.87744140625, 0.54052734375], [0.54052734375, 0.07073974609375, -0.80126953125, -0.80126953125, -0.994140625], [0.10382080078125, 0xFE00, 0xFE00, 0x7E00, 0.998046875]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_cos_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.cos %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_cos_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_cos_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[1.0, 1.0, 0.87890625, 0.87890625, 0.5390625], [0.5390625, 0.07080078125, -0.80078125, -0.80078125, -0.9921875], [0.10400390625, 0xFFC0, 0xFFC0, 0x7FC0, 1.0]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_cos_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cos %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cos_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cos %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cos_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cos_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.0, 1.0, 0.87758255, 0.87758255, 0.5403023], [0.5403023, 0.0707372, -0.8011436, -0.8011436, -0.99412966], [0.10379436, 0xFFC00000, 0xFFC00000, 0x7FC00000, 0.99804753]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cos_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.cos %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_cos_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_cos_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[1.0, 1.0, 0.8775825618903728, 0.8775825618903728, 0.5403023058681398], [0.5403023058681398, 0.0707372016677029, -0.8011436155469337, -0.8011436155469337, -0.9941296760805463], [0.10379435721925297, 0xFFF8000000000000, 0xFFF8000000000000, 0x7FF8000000000000, 0.9980475107000991]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_tan_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.tan %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_tan_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_tan_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.54638671875, -0.54638671875, 1.5576171875], [-1.5576171875, 14.1015625, -0.7470703125, 0.7470703125, 0.10882568359375], [-9.5859375, 0xFE00, 0xFE00, 0x7E00, 0.06256103515625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_tan_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.tan %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_tan_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_tan_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.546875, -0.546875, 1.5546875], [-1.5546875, 14.125, -0.74609375, 0.74609375, 0.10888671875], [-9.5625, 0xFFC0, 0xFFC0, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_tan_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.tan %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_tan_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.tan %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tan_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_tan_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5463025, -0.5463025, 1.5574077], [-1.5574077, 14.10142, -0.7470223, 0.7470223, 0.10883403], [-9.582397, 0xFFC00000, 0xFFC00000, 0x7FC00000, 0.06258151]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_tan_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.tan %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_tan_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_tan_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5463024898437905, -0.5463024898437905, 1.5574077246549023], [-1.5574077246549023, 14.101419947171719, -0.7470222972386603, 0.7470222972386603, 0.10883402551332971], [-9.582397403456211, 0xFFF8000000000000, 0xFFF8000000000000, 0x7FF8000000000000, 0.06258150756627502]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_asin_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.asin %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_asin_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_asin_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5234375, -0.5234375, 1.5703125], [-1.5703125, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 0.06256103515625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_asin_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.asin %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_asin_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_asin_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5234375, -0.5234375, 1.5703125], [-1.5703125, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_asin_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.asin %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_asin_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.asin %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_asin_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_asin_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5235988, -0.5235988, 1.5707964], [-1.5707964, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0.06254076]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_asin_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.asin %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_asin_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_asin_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5235987755982989, -0.5235987755982989, 1.5707963267948966], [-1.5707963267948966, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0.06254076179649139]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_acos_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.acos %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_acos_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_acos_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[1.5703125, 1.5703125, 1.046875, 2.09375, 0.0], [3.140625, 0x7E00, 0x7E00, 0x7E00, 0x7E00], [0x7E00, 0x7E00, 0x7E00, 0x7E00, 1.5078125]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_acos_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.acos %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_acos_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_acos_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[1.5703125, 1.5703125, 1.046875, 2.09375, 0.0], [3.140625, 0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0], [0x7FC0, 0x7FC0, 0x7FC0, 0x7FC0, 1.5078125]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_acos_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.acos %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_acos_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.acos %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_acos_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_acos_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.5707964, 1.5707964, 1.0471976, 2.0943952, 0.0], [3.1415927, 0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000], [0x7FC00000, 0x7FC00000, 0x7FC00000, 0x7FC00000, 1.5082556]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_acos_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.acos %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_acos_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_acos_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[1.5707963267948966, 1.5707963267948966, 1.0471975511965979, 2.0943951023931957, 0.0], [3.141592653589793, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000], [0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 0x7FF8000000000000, 1.5082555649984053]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_atan_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.atan %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_atan_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_atan_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.463623046875, -0.463623046875, 0.78515625], [-0.78515625, 0.98291015625, 1.1904296875, -1.1904296875, 1.2724609375], [-1.4423828125, 1.5703125, -1.5703125, 0x7E00, 0.062408447265625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_atan_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.atan %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_atan_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_atan_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.462890625, -0.462890625, 0.78515625], [-0.78515625, 0.984375, 1.1875, -1.1875, 1.2734375], [-1.4453125, 1.5703125, -1.5703125, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_atan_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.atan %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_atan_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.atan %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_atan_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_atan_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.4636476, -0.4636476, 0.7853982], [-0.7853982, 0.98279375, 1.19029, -1.19029, 1.2722974], [-1.442473, 1.5707964, -1.5707964, 0x7FC00000, 0.06241881]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_atan_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.atan %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_atan_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_atan_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.4636476090008061, -0.4636476090008061, 0.7853981633974483], [-0.7853981633974483, 0.982793723247329, 1.1902899496825317, -1.1902899496825317, 1.2722973952087173], [-1.442473099109102, 1.5707963267948966, -1.5707963267948966, 0x7FF8000000000000, 0.06241880999595735]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_sinh_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.sinh %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_sinh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_sinh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.52099609375, -0.52099609375, 1.1748046875], [-1.1748046875, 2.12890625, 6.05078125, -6.05078125, 12.875], [-1161.0, 0x7C00, 0xFC00, 0x7E00, 0.06256103515625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_sinh_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.sinh %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_sinh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_sinh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.51953125, -0.51953125, 1.171875], [-1.171875, 2.125, 6.0625, -6.0625, 12.875], [-1160.0, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_sinh_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.sinh %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_sinh_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.sinh %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_sinh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_sinh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5210953, -0.5210953, 1.1752012], [-1.1752012, 2.1292794, 6.0502043, -6.0502043, 12.875783], [-1160.786, 0x7F800000, 0xFF800000, 0x7FC00000, 0.062540695]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_sinh_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.sinh %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_sinh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_sinh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5210953054937474, -0.5210953054937474, 1.1752011936438014], [-1.1752011936438014, 2.1292794550948173, 6.0502044810397875, -6.0502044810397875, 12.87578285468067], [-1160.7859919342582, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.06254069805219183]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_cosh_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.cosh %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_cosh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_cosh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[1.0, 1.0, 1.1279296875, 1.1279296875, 1.54296875], [1.54296875, 2.3515625, 6.1328125, 6.1328125, 12.9140625], [1161.0, 0x7C00, 0x7C00, 0x7E00, 1.001953125]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_cosh_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.cosh %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_cosh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_cosh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[1.0, 1.0, 1.125, 1.125, 1.546875], [1.546875, 2.359375, 6.125, 6.125, 12.9375], [1160.0, 0x7F80, 0x7F80, 0x7FC0, 1.0]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_cosh_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.cosh %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_cosh_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.cosh %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_cosh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_cosh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[1.0, 1.0, 1.127626, 1.127626, 1.5430807], [1.5430807, 2.3524096, 6.1322894, 6.1322894, 12.914557], [1160.7864, 0x7F800000, 0x7F800000, 0x7FC00000, 1.0019537]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_cosh_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.cosh %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_cosh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_cosh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[1.0, 1.0, 1.1276259652063807, 1.1276259652063807, 1.5430806348152437], [1.5430806348152437, 2.352409615243247, 6.132289479663686, 6.132289479663686, 12.914557062512392], [1160.7864226767988, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF8000000000000, 1.0019537608656677]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_tanh_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.tanh %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_tanh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_tanh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.462158203125, -0.462158203125, 0.76171875], [-0.76171875, 0.9052734375, 0.98681640625, -0.98681640625, 0.9970703125], [-1.0, 1.0, -1.0, 0x7E00, 0.062408447265625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_tanh_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.tanh %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_tanh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_tanh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.462890625, -0.462890625, 0.76171875], [-0.76171875, 0.90625, 0.98828125, -0.98828125, 0.99609375], [-1.0, 1.0, -1.0, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_tanh_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.tanh %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_tanh_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.tanh %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tanh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_tanh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.46211717, -0.46211717, 0.7615942], [-0.7615942, 0.90514827, 0.9866143, -0.9866143, 0.99699765], [-0.99999964, 1.0, -1.0, 0x7FC00000, 0.062418748]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_tanh_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.tanh %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_tanh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_tanh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.46211715726000974, -0.46211715726000974, 0.7615941559557649], [-0.7615941559557649, 0.9051482536448665, 0.9866142981514303, -0.9866142981514303, 0.996997635486526], [-0.9999996289217964, 1.0, -1.0, 0x7FF8000000000000, 0.062418746747512514]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_asinh_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.asinh %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_asinh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_asinh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.481201171875, -0.481201171875, 0.88134765625], [-0.88134765625, 1.1943359375, 1.6474609375, -1.6474609375, 1.89453125], [-2.744140625, 0x7C00, 0xFC00, 0x7E00, 0.062469482421875]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_asinh_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.asinh %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_asinh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_asinh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.48046875, -0.48046875, 0.8828125], [-0.8828125, 1.1953125, 1.6484375, -1.6484375, 1.8984375], [-2.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_asinh_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.asinh %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_asinh_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.asinh %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_asinh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_asinh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.4812118, -0.4812118, 0.8813736], [-0.8813736, 1.1947632, 1.6472311, -1.6472311, 1.8946722], [-2.7449765, 0x7F800000, 0xFF800000, 0x7FC00000, 0.06245938]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_asinh_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.asinh %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_asinh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_asinh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.48121182505960347, -0.48121182505960347, 0.881373587019543], [-0.881373587019543, 1.1947632172871094, 1.6472311463710958, -1.6472311463710958, 1.894672135423041], [-2.744976605111977, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.06245938125554031]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_acosh_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.acosh %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_acosh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_acosh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0xFE00, 0xFE00, 0xFE00, 0xFE00, 0.0], [0xFE00, 0.96240234375, 1.56640625, 0xFE00, 1.84765625], [0xFE00, 0x7C00, 0xFE00, 0x7E00, 0xFE00]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_acosh_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.acosh %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_acosh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_acosh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0, 0.0], [0xFFC0, 0.9609375, 1.5703125, 0xFFC0, 1.84375], [0xFFC0, 0x7F80, 0xFFC0, 0x7FC0, 0xFFC0]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_acosh_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.acosh %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_acosh_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.acosh %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_acosh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_acosh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0.0], [0xFFC00000, 0.9624236, 1.5667993, 0xFFC00000, 1.847246], [0xFFC00000, 0x7F800000, 0xFFC00000, 0x7FC00000, 0xFFC00000]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_acosh_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.acosh %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_acosh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_acosh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0.0], [0xFFF8000000000000, 0.9624236501192069, 1.566799236972411, 0xFFF8000000000000, 1.8472460857138377], [0xFFF8000000000000, 0x7FF0000000000000, 0xFFF8000000000000, 0x7FF8000000000000, 0xFFF8000000000000]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_atanh_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.atanh %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_atanh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_atanh_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.54931640625, -0.54931640625, 0x7C00], [0xFC00, 0xFE00, 0xFE00, 0xFE00, 0xFE00], [0xFE00, 0xFE00, 0xFE00, 0x7E00, 0.06256103515625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_atanh_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.atanh %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_atanh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_atanh_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.55078125, -0.55078125, 0x7F80], [0xFF80, 0xFFC0, 0xFFC0, 0xFFC0, 0xFFC0], [0xFFC0, 0xFFC0, 0xFFC0, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_atanh_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.atanh %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_atanh_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.atanh %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_atanh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_atanh_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.54930615, -0.54930615, 0x7F800000], [0xFF800000, 0xFFC00000, 0xFFC00000, 0xFFC00000, 0xFFC00000], [0xFFC00000, 0xFFC00000, 0xFFC00000, 0x7FC00000, 0.06258157]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_atanh_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.atanh %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_atanh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_atanh_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5493061443340548, -0.5493061443340548, 0x7FF0000000000000], [0xFFF0000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000], [0xFFF8000000000000, 0xFFF8000000000000, 0xFFF8000000000000, 0x7FF8000000000000, 0.06258157147700301]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_erf_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.erf %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_erf_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_erf_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5205078125, -0.5205078125, 0.8427734375], [-0.8427734375, 0.96630859375, 0.99951171875, -0.99951171875, 1.0], [-1.0, 1.0, -1.0, 0x7E00, 0.0704345703125]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_erf_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.erf %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_erf_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_erf_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.51953125, -0.51953125, 0.84375], [-0.84375, 0.96484375, 1.0, -1.0, 1.0], [-1.0, 1.0, -1.0, 0x7FC0, 0.0703125]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_erf_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.erf %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_erf_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.erf %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_erf_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_erf_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5204999, -0.5204999, 0.8427008], [-0.8427008, 0.96610516, 0.999593, -0.999593, 0.9999957], [-1.0, 1.0, -1.0, 0x7FC00000, 0.07043198]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_erf_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.erf %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_erf_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_erf_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5204998778130465, -0.5204998778130465, 0.8427007929497149], [-0.8427007929497149, 0.9661051464753108, 0.999593047982555, -0.999593047982555, 0.9999956972205363], [-1.0, 1.0, -1.0, 0x7FF8000000000000, 0.07043197772238707]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_logistic_f16(%a0: tensor<3x5xf16>) -> (tensor<3x5xf16>) {
  %r0 = weft.logistic %a0 : (tensor<3x5xf16>) -> (tensor<3x5xf16>)
  weft.return %r0 : tensor<3x5xf16>
}
weft.func @inputs_logistic_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7C00, 0xFC00, 0x7E00, 0.0625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @expected_logistic_f16() -> (tensor<3x5xf16>) {
  %0 = weft.constant dense<[[0.5, 0.5, 0.62255859375, 0.37744140625, 0.73095703125], [0.26904296875, 0.8173828125, 0.92431640625, 0.07586669921875, 0.962890625], [0.0004305839538574219, 1.0, 0.0, 0xFE00, 0.515625]]> : tensor<3x5xf16>
  weft.return %0 : tensor<3x5xf16>
}
weft.func @test_logistic_bf16(%a0: tensor<3x5xbf16>) -> (tensor<3x5xbf16>) {
  %r0 = weft.logistic %a0 : (tensor<3x5xbf16>) -> (tensor<3x5xbf16>)
  weft.return %r0 : tensor<3x5xbf16>
}
weft.func @inputs_logistic_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F80, 0xFF80, 0x7FC0, 0.0625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @expected_logistic_bf16() -> (tensor<3x5xbf16>) {
  %0 = weft.constant dense<[[0.5, 0.5, 0.62109375, 0.376953125, 0.73046875], [0.26953125, 0.81640625, 0.92578125, 0.07568359375, 0.9609375], [0.000431060791015625, 1.0, 0.0, 0xFFC0, 0.515625]]> : tensor<3x5xbf16>
  weft.return %0 : tensor<3x5xbf16>
}
weft.func @test_logistic_f32(%a0: tensor<3x5xf32>) -> (tensor<3x5xf32>) {
  %r0 = weft.logistic %a0 : (tensor<3x5xf32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_logistic_f32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.logistic %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_logistic_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7F800000, 0xFF800000, 0x7FC00000, 0.0625]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @expected_logistic_f32() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[0.5, 0.5, 0.62245935, 0.37754068, 0.7310586], [0.26894143, 0.8175745, 0.9241418, 0.07585818, 0.9626731], [0.0004305571, 1.0, 0.0, 0xFFC00000, 0.51561993]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_logistic_f64(%a0: tensor<3x5xf64>) -> (tensor<3x5xf64>) {
  %r0 = weft.logistic %a0 : (tensor<3x5xf64>) -> (tensor<3x5xf64>)
  weft.return %r0 : tensor<3x5xf64>
}
weft.func @inputs_logistic_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.0, -0.0, 0.5, -0.5, 1.0], [-1.0, 1.5, 2.5, -2.5, 3.25], [-7.75, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 0.0625]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @expected_logistic_f64() -> (tensor<3x5xf64>) {
  %0 = weft.constant dense<[[0.5, 0.5, 0.6224593312018546, 0.3775406687981454, 0.7310585786300049], [0.2689414213699951, 0.8175744761936437, 0.9241418199787566, 0.07585818002124355, 0.9626731126558706], [0.0004305570813246149, 1.0, 0.0, 0xFFF8000000000000, 0.5156199157230156]]> : tensor<3x5xf64>
  weft.return %0 : tensor<3x5xf64>
}
weft.func @test_neg_i8(%a0: tensor<9xi8>) -> (tensor<9xi8>) {
  %r0 = weft.neg %a0 : (tensor<9xi8>) -> (tensor<9xi8>)
  weft.return %r0 : tensor<9xi8>
}
weft.func @inputs_neg_i8() -> (tensor<9xi8>) {
  %0 = weft.constant dense<[-128, 127, -127, 126, 0, 1, 2, 3, 7]> : tensor<9xi8>
  weft.return %0 : tensor<9xi8>
}
weft.func @expected_neg_i8() -> (tensor<9xi8>) {
  %0 = weft.constant dense<[-128, -127, 127, -126, 0, -1, -2, -3, -7]> : tensor<9xi8>
  weft.return %0 : tensor<9xi8>
}
weft.func @test_neg_i16(%a0: tensor<9xi16>) -> (tensor<9xi16>) {
  %r0 = weft.neg %a0 : (tensor<9xi16>) -> (tensor<9xi16>)
  weft.return %r0 : tensor<9xi16>
}
weft.func @inputs_neg_i16() -> (tensor<9xi16>) {
  %0 = weft.constant dense<[-32768, 32767, -32767, 32766, 0, 1, 2, 3, 7]> : tensor<9xi16>
  weft.return %0 : tensor<9xi16>
}
weft.func @expected_neg_i16() -> (tensor<9xi16>) {
  %0 = weft.constant dense<[-32768, -32767, 32767, -32766, 0, -1, -2, -3, -7]> : tensor<9xi16>
  weft.return %0 : tensor<9xi16>
}
weft.func @test_neg_i32(%a0: tensor<9xi32>) -> (tensor<9xi32>) {
  %r0 = weft.neg %a0 : (tensor<9xi32>) -> (tensor<9xi32>)
  weft.return %r0 : tensor<9xi32>
}
weft.func @test_neg_i32.dynamic(%a0: tensor<?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.neg %a0 : (tensor<?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_neg_i32() -> (tensor<9xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, -2147483647, 2147483646, 0, 1, 2, 3, 7]> : tensor<9xi32>
  weft.return %0 : tensor<9xi32>
}
weft.func @expected_neg_i32() -> (tensor<9xi32>) {
  %0 = weft.constant dense<[-2147483648, -2147483647, 2147483647, -2147483646, 0, -1, -2, -3, -7]> : tensor<9xi32>
  weft.return %0 : tensor<9xi32>
}
weft.func @test_neg_i64(%a0: tensor<9xi64>) -> (tensor<9xi64>) {
  %r0 = weft.neg %a0 : (tensor<9xi64>) -> (tensor<9xi64>)
  weft.return %r0 : tensor<9xi64>
}
weft.func @inputs_neg_i64() -> (tensor<9xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, -9223372036854775807, 9223372036854775806, 0, 1, 2, 3, 7]> : tensor<9xi64>
  weft.return %0 : tensor<9xi64>
}
weft.func @expected_neg_i64() -> (tensor<9xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, -9223372036854775807, 9223372036854775807, -9223372036854775806, 0, -1, -2, -3, -7]> : tensor<9xi64>
  weft.return %0 : tensor<9xi64>
}
weft.func @test_neg_ui8(%a0: tensor<9xui8>) -> (tensor<9xui8>) {
  %r0 = weft.neg %a0 : (tensor<9xui8>) -> (tensor<9xui8>)
  weft.return %r0 : tensor<9xui8>
}
weft.func @inputs_neg_ui8() -> (tensor<9xui8>) {
  %0 = weft.constant dense<[0, 255, 1, 254, 0, 1, 2, 3, 7]> : tensor<9xui8>
  weft.return %0 : tensor<9xui8>
}
weft.func @expected_neg_ui8() -> (tensor<9xui8>) {
  %0 = weft.constant dense<[0, 1, 255, 2, 0, 255, 254, 253, 249]> : tensor<9xui8>
  weft.return %0 : tensor<9xui8>
}
weft.func @test_neg_ui16(%a0: tensor<9xui16>) -> (tensor<9xui16>) {
  %r0 = weft.neg %a0 : (tensor<9xui16>) -> (tensor<9xui16>)
  weft.return %r0 : tensor<9xui16>
}
weft.func @inputs_neg_ui16() -> (tensor<9xui16>) {
  %0 = weft.constant dense<[0, 65535, 1, 65534, 0, 1, 2, 3, 7]> : tensor<9xui16>
  weft.return %0 : tensor<9xui16>
}
weft.func @expected_neg_ui16() -> (tensor<9xui16>) {
  %0 = weft.constant dense<[0, 1, 65535, 2, 0, 65535, 65534, 65533, 65529]> : tensor<9xui16>
  weft.return %0 : tensor<9xui16>
}
weft.func @test_neg_ui32(%a0: tensor<9xui32>) -> (tensor<9xui32>) {
  %r0 = weft.neg %a0 : (tensor<9xui32>) -> (tensor<9xui32>)
  weft.return %r0 : tensor<9xui32>
}
weft.func @inputs_neg_ui32() -> (tensor<9xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 1, 4294967294, 0, 1, 2, 3, 7]> : tensor<9xui32>
  weft.return %0 : tensor<9xui32>
}
weft.func @expected_neg_ui32() -> (tensor<9xui32>) {
  %0 = weft.constant dense<[0, 1, 4294967295, 2, 0, 4294967295, 4294967294, 4294967293, 4294967289]> : tensor<9xui32>
  weft.return %0 : tensor<9xui32>
}
weft.func @test_neg_ui64(%a0: tensor<9xui64>) -> (tensor<9xui64>) {
  %r0 = weft.neg %a0 : (tensor<9xui64>) -> (tensor<9xui64>)
  weft.return %r0 : tensor<9xui64>
}
weft.func @inputs_neg_ui64() -> (tensor<9xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 1, 18446744073709551614, 0, 1, 2, 3, 7]> : tensor<9xui64>
  weft.return %0 : tensor<9xui64>
}
weft.func @expected_neg_ui64() -> (tensor<9xui64>) {
  %0 = weft.constant dense<[0, 1, 18446744073709551615, 2, 0, 18446744073709551615, 18446744073709551614, 18446744073709551613, 18446744073709551609]> : tensor<9xui64>
  weft.return %0 : tensor<9xui64>
}
weft.func @test_abs_i8(%a0: tensor<9xi8>) -> (tensor<9xi8>) {
  %r0 = weft.abs %a0 : (tensor<9xi8>) -> (tensor<9xi8>)
  weft.return %r0 : tensor<9xi8>
}
weft.func @inputs_abs_i8() -> (tensor<9xi8>) {
  %0 = weft.constant dense<[-128, 127, -127, 126, 0, 1, 2, 3, 7]> : tensor<9xi8>
  weft.return %0 : tensor<9xi8>
}
weft.func @expected_abs_i8() -> (tensor<9xi8>) {
  %0 = weft.constant dense<[-128, 127, 127, 126, 0, 1, 2, 3, 7]> : tensor<9xi8>
  weft.return %0 : tensor<9xi8>
}
weft.func @test_abs_i16(%a0: tensor<9xi16>) -> (tensor<9xi16>) {
  %r0 = weft.abs %a0 : (tensor<9xi16>) -> (tensor<9xi16>)
  weft.return %r0 : tensor<9xi16>
}
weft.func @inputs_abs_i16() -> (tensor<9xi16>) {
  %0 = weft.constant dense<[-32768, 32767, -32767, 32766, 0, 1, 2, 3, 7]> : tensor<9xi16>
  weft.return %0 : tensor<9xi16>
}
weft.func @expected_abs_i16() -> (tensor<9xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 32767, 32766, 0, 1, 2, 3, 7]> : tensor<9xi16>
  weft.return %0 : tensor<9xi16>
}
weft.func @test_abs_i32(%a0: tensor<9xi32>) -> (tensor<9xi32>) {
  %r0 = weft.abs %a0 : (tensor<9xi32>) -> (tensor<9xi32>)
  weft.return %r0 : tensor<9xi32>
}
weft.func @test_abs_i32.dynamic(%a0: tensor<?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.abs %a0 : (tensor<?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_abs_i32() -> (tensor<9xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, -2147483647, 2147483646, 0, 1, 2, 3, 7]> : tensor<9xi32>
  weft.return %0 : tensor<9xi32>
}
weft.func @expected_abs_i32() -> (tensor<9xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 2147483647, 2147483646, 0, 1, 2, 3, 7]> : tensor<9xi32>
  weft.return %0 : tensor<9xi32>
}
weft.func @test_abs_i64(%a0: tensor<9xi64>) -> (tensor<9xi64>) {
  %r0 = weft.abs %a0 : (tensor<9xi64>) -> (tensor<9xi64>)
  weft.return %r0 : tensor<9xi64>
}
weft.func @inputs_abs_i64() -> (tensor<9xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, -9223372036854775807, 9223372036854775806, 0, 1, 2, 3, 7]> : tensor<9xi64>
  weft.return %0 : tensor<9xi64>
}
weft.func @expected_abs_i64() -> (tensor<9xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 9223372036854775807, 9223372036854775806, 0, 1, 2, 3, 7]> : tensor<9xi64>
  weft.return %0 : tensor<9xi64>
}
weft.func @test_abs_ui8(%a0: tensor<9xui8>) -> (tensor<9xui8>) {
  %r0 = weft.abs %a0 : (tensor<9xui8>) -> (tensor<9xui8>)
  weft.return %r0 : tensor<9xui8>
}
weft.func @inputs_abs_ui8() -> (tensor<9xui8>) {
  %0 = weft.constant dense<[0, 255, 1, 254, 0, 1, 2, 3, 7]> : tensor<9xui8>
  weft.return %0 : tensor<9xui8>
}
weft.func @expected_abs_ui8() -> (tensor<9xui8>) {
  %0 = weft.constant dense<[0, 255, 1, 254, 0, 1, 2, 3, 7]> : tensor<9xui8>
  weft.return %0 : tensor<9xui8>
}
weft.func @test_abs_ui16(%a0: tensor<9xui16>) -> (tensor<9xui16>) {
  %r0 = weft.abs %a0 : (tensor<9xui16>) -> (tensor<9xui16>)
  weft.return %r0 : tensor<9xui16>
}
weft.func @inputs_abs_ui16() -> (tensor<9xui16>) {
  %0 = weft.constant dense<[0, 65535, 1, 65534, 0, 1, 2, 3, 7]> : tensor<9xui16>
  weft.return %0 : tensor<9xui16>
}
weft.func @expected_abs_ui16() -> (tensor<9xui16>) {
  %0 = weft.constant dense<[0, 65535, 1, 65534, 0, 1, 2, 3, 7]> : tensor<9xui16>
  weft.return %0 : tensor<9xui16>
}
weft.func @test_abs_ui32(%a0: tensor<9xui32>) -> (tensor<9xui32>) {
  %r0 = weft.abs %a0 : (tensor<9xui32>) -> (tensor<9xui32>)
  weft.return %r0 : tensor<9xui32>
}
weft.func @inputs_abs_ui32() -> (tensor<9xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 1, 4294967294, 0, 1, 2, 3, 7]> : tensor<9xui32>
  weft.return %0 : tensor<9xui32>
}
weft.func @expected_abs_ui32() -> (tensor<9xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 1, 4294967294, 0, 1, 2, 3, 7]> : tensor<9xui32>
  weft.return %0 : tensor<9xui32>
}
weft.func @test_abs_ui64(%a0: tensor<9xui64>) -> (tensor<9xui64>) {
  %r0 = weft.abs %a0 : (tensor<9xui64>) -> (tensor<9xui64>)
  weft.return %r0 : tensor<9xui64>
}
weft.func @inputs_abs_ui64() -> (tensor<9xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 1, 18446744073709551614, 0, 1, 2, 3, 7]> : tensor<9xui64>
  weft.return %0 : tensor<9xui64>
}
weft.func @expected_abs_ui64() -> (tensor<9xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 1, 18446744073709551614, 0, 1, 2, 3, 7]> : tensor<9xui64>
  weft.return %0 : tensor<9xui64>
}
weft.func @test_sign_i8(%a0: tensor<9xi8>) -> (tensor<9xi8>) {
  %r0 = weft.sign %a0 : (tensor<9xi8>) -> (tensor<9xi8>)
  weft.return %r0 : tensor<9xi8>
}
weft.func @inputs_sign_i8() -> (tensor<9xi8>) {
  %0 = weft.constant dense<[-128, 127, -127, 126, 0, 1, 2, 3, 7]> : tensor<9xi8>
  weft.return %0 : tensor<9xi8>
}
weft.func @expected_sign_i8() -> (tensor<9xi8>) {
  %0 = weft.constant dense<[-1, 1, -1, 1, 0, 1, 1, 1, 1]> : tensor<9xi8>
  weft.return %0 : tensor<9xi8>
}
weft.func @test_sign_i16(%a0: tensor<9xi16>) -> (tensor<9xi16>) {
  %r0 = weft.sign %a0 : (tensor<9xi16>) -> (tensor<9xi16>)
  weft.return %r0 : tensor<9xi16>
}
weft.func @inputs_sign_i16() -> (tensor<9xi16>) {
  %0 = weft.constant dense<[-32768, 32767, -32767, 32766, 0, 1, 2, 3, 7]> : tensor<9xi16>
  weft.return %0 : tensor<9xi16>
}
weft.func @expected_sign_i16() -> (tensor<9xi16>) {
  %0 = weft.constant dense<[-1, 1, -1, 1, 0, 1, 1, 1, 1]> : tensor<9xi16>
  weft.return %0 : tensor<9xi16>
}
weft.func @test_sign_i32(%a0: tensor<9xi32>) -> (tensor<9xi32>) {
  %r0 = weft.sign %a0 : (tensor<9xi32>) -> (tensor<9xi32>)
  weft.return %r0 : tensor<9xi32>
}
weft.func @test_sign_i32.dynamic(%a0: tensor<?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.sign %a0 : (tensor<?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_sign_i32() -> (tensor<9xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, -2147483647, 2147483646, 0, 1, 2, 3, 7]> : tensor<9xi32>
  weft.return %0 : tensor<9xi32>
}
weft.func @expected_sign_i32() -> (tensor<9xi32>) {
  %0 = weft.constant dense<[-1, 1, -1, 1, 0, 1, 1, 1, 1]> : tensor<9xi32>
  weft.return %0 : tensor<9xi32>
}
weft.func @test_sign_i64(%a0: tensor<9xi64>) -> (tensor<9xi64>) {
  %r0 = weft.sign %a0 : (tensor<9xi64>) -> (tensor<9xi64>)
  weft.return %r0 : tensor<9xi64>
}
weft.func @inputs_sign_i64() -> (tensor<9xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, -9223372036854775807, 9223372036854775806, 0, 1, 2, 3, 7]> : tensor<9xi64>
  weft.return %0 : tensor<9xi64>
}
weft.func @expected_sign_i64() -> (tensor<9xi64>) {
  %0 = weft.constant dense<[-1, 1, -1, 1, 0, 1, 1, 1, 1]> : tensor<9xi64>
  weft.return %0 : tensor<9xi64>
}
weft.func @test_sign_ui8(%a0: tensor<9xui8>) -> (tensor<9xui8>) {
  %r0 = weft.sign %a0 : (tensor<9xui8>) -> (tensor<9xui8>)
  weft.return %r0 : tensor<9xui8>
}
weft.func @inputs_sign_ui8() -> (tensor<9xui8>) {
  %0 = weft.constant dense<[0, 255, 1, 254, 0, 1, 2, 3, 7]> : tensor<9xui8>
  weft.return %0 : tensor<9xui8>
}
weft.func @expected_sign_ui8() -> (tensor<9xui8>) {
  %0 = weft.constant dense<[0, 1, 1, 1, 0, 1, 1, 1, 1]> : tensor<9xui8>
  weft.return %0 : tensor<9xui8>
}
weft.func @test_sign_ui16(%a0: tensor<9xui16>) -> (tensor<9xui16>) {
  %r0 = weft.sign %a0 : (tensor<9xui16>) -> (tensor<9xui16>)
  weft.return %r0 : tensor<9xui16>
}
weft.func @inputs_sign_ui16() -> (tensor<9xui16>) {
  %0 = weft.constant dense<[0, 65535, 1, 65534, 0, 1, 2, 3, 7]> : tensor<9xui16>
  weft.return %0 : tensor<9xui16>
}
weft.func @expected_sign_ui16() -> (tensor<9xui16>) {
  %0 = weft.constant dense<[0, 1, 1, 1, 0, 1, 1, 1, 1]> : tensor<9xui16>
  weft.return %0 : tensor<9xui16>
}
weft.func @test_sign_ui32(%a0: tensor<9xui32>) -> (tensor<9xui32>) {
  %r0 = weft.sign %a0 : (tensor<9xui32>) -> (tensor<9xui32>)
  weft.return %r0 : tensor<9xui32>
}
weft.func @inputs_sign_ui32() -> (tensor<9xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 1, 4294967294, 0, 1, 2, 3, 7]> : tensor<9xui32>
  weft.return %0 : tensor<9xui32>
}
weft.func @expected_sign_ui32() -> (tensor<9xui32>) {
  %0 = weft.constant dense<[0, 1, 1, 1, 0, 1, 1, 1, 1]> : tensor<9xui32>
  weft.return %0 : tensor<9xui32>
}
weft.func @test_sign_ui64(%a0: tensor<9xui64>) -> (tensor<9xui64>) {
  %r0 = weft.sign %a0 : (tensor<9xui64>) -> (tensor<9xui64>)
  weft.return %r0 : tensor<9xui64>
}
weft.func @inputs_sign_ui64() -> (tensor<9xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 1, 18446744073709551614, 0, 1, 2, 3, 7]> : tensor<9xui64>
  weft.return %0 : tensor<9xui64>
}
weft.func @expected_sign_ui64() -> (tensor<9xui64>) {
  %0 = weft.constant dense<[0, 1, 1, 1, 0, 1, 1, 1, 1]> : tensor<9xui64>
  weft.return %0 : tensor<9xui64>
}
weft.func @test_not_i8(%a0: tensor<9xi8>) -> (tensor<9xi8>) {
  %r0 = weft.not %a0 : (tensor<9xi8>) -> (tensor<9xi8>)
  weft.return %r0 : tensor<9xi8>
}
weft.func @inputs_not_i8() -> (tensor<9xi8>) {
  %0 = weft.constant dense<[-128, 127, -127, 126, 0, 1, 2, 3, 7]> : tensor<9xi8>
  weft.return %0 : tensor<9xi8>
}
weft.func @expected_not_i8() -> (tensor<9xi8>) {
  %0 = weft.constant dense<[127, -128, 126, -127, -1, -2, -3, -4, -8]> : tensor<9xi8>
  weft.return %0 : tensor<9xi8>
}
weft.func @test_not_i16(%a0: tensor<9xi16>) -> (tensor<9xi16>) {
  %r0 = weft.not %a0 : (tensor<9xi16>) -> (tensor<9xi16>)
  weft.return %r0 : tensor<9xi16>
}
weft.func @inputs_not_i16() -> (tensor<9xi16>) {
  %0 = weft.constant dense<[-32768, 32767, -32767, 32766, 0, 1, 2, 3, 7]> : tensor<9xi16>
  weft.return %0 : tensor<9xi16>
}
weft.func @expected_not_i16() -> (tensor<9xi16>) {
  %0 = weft.constant dense<[32767, -32768, 32766, -32767, -1, -2, -3, -4, -8]> : tensor<9xi16>
  weft.return %0 : tensor<9xi16>
}
weft.func @test_not_i32(%a0: tensor<9xi32>) -> (tensor<9xi32>) {
  %r0 = weft.not %a0 : (tensor<9xi32>) -> (tensor<9xi32>)
  weft.return %r0 : tensor<9xi32>
}
weft.func @test_not_i32.dynamic(%a0: tensor<?xi32>) -> (tensor<?xi32>) {
  %r0 = weft.not %a0 : (tensor<?xi32>) -> (tensor<?xi32>)
  weft.return %r0 : tensor<?xi32>
}
weft.func @inputs_not_i32() -> (tensor<9xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, -2147483647, 2147483646, 0, 1, 2, 3, 7]> : tensor<9xi32>
  weft.return %0 : tensor<9xi32>
}
weft.func @expected_not_i32() -> (tensor<9xi32>) {
  %0 = weft.constant dense<[2147483647, -2147483648, 2147483646, -2147483647, -1, -2, -3, -4, -8]> : tensor<9xi32>
  weft.return %0 : tensor<9xi32>
}
weft.func @test_not_i64(%a0: tensor<9xi64>) -> (tensor<9xi64>) {
  %r0 = weft.not %a0 : (tensor<9xi64>) -> (tensor<9xi64>)
  weft.return %r0 : tensor<9xi64>
}
weft.func @inputs_not_i64() -> (tensor<9xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, -9223372036854775807, 9223372036854775806, 0, 1, 2, 3, 7]> : tensor<9xi64>
  weft.return %0 : tensor<9xi64>
}
weft.func @expected_not_i64() -> (tensor<9xi64>) {
  %0 = weft.constant dense<[9223372036854775807, -9223372036854775808, 9223372036854775806, -9223372036854775807, -1, -2, -3, -4, -8]> : tensor<9xi64>
  weft.return %0 : tensor<9xi64>
}
weft.func @test_not_ui8(%a0: tensor<9xui8>) -> (tensor<9xui8>) {
  %r0 = weft.not %a0 : (tensor<9xui8>) -> (tensor<9xui8>)
  weft.return %r0 : tensor<9xui8>
}
weft.func @inputs_not_ui8() -> (tensor<9xui8>) {
  %0 = weft.constant dense<[0, 255, 1, 254, 0, 1, 2, 3, 7]> : tensor<9xui8>
  weft.return %0 : tensor<9xui8>
}
weft.func @expected_not_ui8() -> (tensor<9xui8>) {
  %0 = weft.constant dense<[255, 0, 254, 1, 255, 254, 253, 252, 248]> : tensor<9xui8>
  weft.return %0 : tensor<9xui8>
}
weft.func @test_not_ui16(%a0: tensor<9xui16>) -> (tensor<9xui16>) {
  %r0 = weft.not %a0 : (tensor<9xui16>) -> (tensor<9xui16>)
  weft.return %r0 : tensor<9xui16>
}
weft.func @inputs_not_ui16() -> (tensor<9xui16>) {
  %0 = weft.constant dense<[0, 65535, 1, 65534, 0, 1, 2, 3, 7]> : tensor<9xui16>
  weft.return %0 : tensor<9xui16>
}
weft.func @expected_not_ui16() -> (tensor<9xui16>) {
  %0 = weft.constant dense<[65535, 0, 65534, 1, 65535, 65534, 65533, 65532, 65528]> : tensor<9xui16>
  weft.return %0 : tensor<9xui16>
}
weft.func @test_not_ui32(%a0: tensor<9xui32>) -> (tensor<9xui32>) {
  %r0 = weft.not %a0 : (tensor<9xui32>) -> (tensor<9xui32>)
  weft.return %r0 : tensor<9xui32>
}
weft.func @inputs_not_ui32() -> (tensor<9xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 1, 4294967294, 0, 1, 2, 3, 7]> : tensor<9xui32>
  weft.return %0 : tensor<9xui32>
}
weft.func @expected_not_ui32() -> (tensor<9xui32>) {
  %0 = weft.constant dense<[4294967295, 0, 4294967294, 1, 4294967295, 4294967294, 4294967293, 4294967292, 4294967288]> : tensor<9xui32>
  weft.return %0 : tensor<9xui32>
}
weft.func @test_not_ui64(%a0: tensor<9xui64>) -> (tensor<9xui64>) {
  %r0 = weft.not %a0 : (tensor<9xui64>) -> (tensor<9xui64>)
  weft.return %r0 : tensor<9xui64>
}
weft.func @inputs_not_ui64() -> (tensor<9xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 1, 18446744073709551614, 0, 1, 2, 3, 7]> : tensor<9xui64>
  weft.return %0 : tensor<9xui64>
}
weft.func @expected_not_ui64() -> (tensor<9xui64>) {
  %0 = weft.constant dense<[18446744073709551615, 0, 18446744073709551614, 1, 18446744073709551615, 18446744073709551614, 18446744073709551613, 18446744073709551612, 18446744073709551608]> : tensor<9xui64>
  weft.return %0 : tensor<9xui64>
}
weft.func @test_not_i1(%a0: tensor<3xi1>) -> (tensor<3xi1>) {
  %r0 = weft.not %a0 : (tensor<3xi1>) -> (tensor<3xi1>)
  weft.return %r0 : tensor<3xi1>
}
weft.func @test_not_i1.dynamic(%a0: tensor<?xi1>) -> (tensor<?xi1>) {
  %r0 = weft.not %a0 : (tensor<?xi1>) -> (tensor<?xi1>)
  weft.return %r0 : tensor<?xi1>
}
weft.func @inputs_not_i1() -> (tensor<3xi1>) {
  %0 = weft.constant dense<[true, false, true]> : tensor<3xi1>
  weft.return %0 : tensor<3xi1>
}
weft.func @expected_not_i1() -> (tensor<3xi1>) {
  %0 = weft.constant dense<[false, true, false]> : tensor<3xi1>
  weft.return %0 : tensor<3xi1>
}
weft.func @test_neg_empty(%a0: tensor<0x3xf32>) -> (tensor<0x3xf32>) {
  %r0 = weft.neg %a0 : (tensor<0x3xf32>) -> (tensor<0x3xf32>)
  weft.return %r0 : tensor<0x3xf32>
}
weft.func @test_neg_empty.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.neg %a0 : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_neg_empty() -> (tensor<0x3xf32>) {
  %0 = weft.constant dense<> : tensor<0x3xf32>
  weft.return %0 : tensor<0x3xf32>
}
weft.func @expected_neg_empty() -> (tensor<0x3xf32>) {
  %0 = weft.constant dense<> : tensor<0x3xf32>
  weft.return %0 : tensor<0x3xf32>
}
weft.func @test_exp_scalar(%a0: tensor<f32>) -> (tensor<f32>) {
  %r0 = weft.exp %a0 : (tensor<f32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @test_exp_scalar.dynamic(%a0: tensor<f32>) -> (tensor<f32>) {
  %r0 = weft.exp %a0 : (tensor<f32>) -> (tensor<f32>)
  weft.return %r0 : tensor<f32>
}
weft.func @inputs_exp_scalar() -> (tensor<f32>) {
  %0 = weft.constant dense<1.0> : tensor<f32>
  weft.return %0 : tensor<f32>
}
weft.func @expected_exp_scalar() -> (tensor<f32>) {
  %0 = weft.constant dense<2.7182817> : tensor<f32>
  weft.return %0 : tensor<f32>
}
