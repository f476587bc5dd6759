// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Conversions to 16 bits round once. Each number lies just beside the middle of two neighbours, by less than f32 or f64 tells. Expected
// values are worked out by hand.

weft.func @test_f64_f16(%x: tensor<4xf64>) -> tensor<4xf16> attributes {weft.tolerance = 0.0 : f64} {
  %y = weft.cast %x : (tensor<4xf64>) -> tensor<4xf16>
  weft.return %y : tensor<4xf16>
}
// 1 + 2^-11 and 1 + 3 * 2^-11, more and less by 2^-40.
weft.func @inputs_f64_f16() -> tensor<4xf64> {
  %0 = weft.constant dense<[0x3FF0020000001000, 0x3FF001FFFFFFE000, 0x3FF0060000001000, 0x3FF005FFFFFFE000]> : tensor<4xf64>
  weft.return %0 : tensor<4xf64>
}
weft.func @expected_f64_f16() -> tensor<4xf16> {
  %0 = weft.constant dense<[0x3C01, 0x3C00, 0x3C02, 0x3C01]> : tensor<4xf16>
  weft.return %0 : tensor<4xf16>
}

// In bf16 16777216 and 16908288 are neighbours, their middle is 16842752; then 16908288, 17039360 and 16973824.
weft.func @test_i32_bf16(%x: tensor<4xi32>) -> tensor<4xbf16> attributes {weft.tolerance = 0.0 : f64} {
  %y = weft.cast %x : (tensor<4xi32>) -> tensor<4xbf16>
  weft.return %y : tensor<4xbf16>
}
weft.func @inputs_i32_bf16() -> tensor<4xi32> {
  %0 = weft.constant dense<[16842753, -16842753, 16973823, -16973823]> : tensor<4xi32>
  weft.return %0 : tensor<4xi32>
}
weft.func @expected_i32_bf16() -> tensor<4xbf16> {
  %0 = weft.constant dense<[16908288.0, -16908288.0, 16908288.0, -16908288.0]> : tensor<4xbf16>
  weft.return %0 : tensor<4xbf16>
}

// 2^62 + 2^54 lies in the middle of 2^62 and 2^62 + 2^55; 2^62 + 3 * 2^54 in that of the next two.
weft.func @test_i64_bf16(%x: tensor<4xi64>) -> tensor<4xbf16> attributes {weft.tolerance = 0.0 : f64} {
  %y = weft.cast %x : (tensor<4xi64>) -> tensor<4xbf16>
  weft.return %y : tensor<4xbf16>
}
weft.func @inputs_i64_bf16() -> tensor<4xi64> {
  %0 = weft.constant dense<[4629700416936869889, -4629700416936869889, 4665729213955833855, -4665729213955833855]> : tensor<4xi64>
  weft.return %0 : tensor<4xi64>
}
weft.func @expected_i64_bf16() -> tensor<4xbf16> {
  %0 = weft.constant dense<[4647714815446351872.0, -4647714815446351872.0, 4647714815446351872.0, -4647714815446351872.0]> : tensor<4xbf16>
  weft.return %0 : tensor<4xbf16>
}

// The same from 2^63 on.
weft.func @test_ui64_bf16(%x: tensor<2xui64>) -> tensor<2xbf16> attributes {weft.tolerance = 0.0 : f64} {
  %y = weft.cast %x : (tensor<2xui64>) -> tensor<2xbf16>
  weft.return %y : tensor<2xbf16>
}
weft.func @inputs_ui64_bf16() -> tensor<2xui64> {
  %0 = weft.constant dense<[9259400833873739777, 9331458427911667711]> : tensor<2xui64>
  weft.return %0 : tensor<2xui64>
}
weft.func @expected_ui64_bf16() -> tensor<2xbf16> {
  %0 = weft.constant dense<9295429630892703744.0> : tensor<2xbf16>
  weft.return %0 : tensor<2xbf16>
}
