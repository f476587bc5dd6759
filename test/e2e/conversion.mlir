// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Comparison, choice and conversion. Made by generate.py.

weft.func @test_eq_f32(%a0: tensor<4x1xf32>, %a1: tensor<4xf32>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare eq %a0, %a1 : (tensor<4x1xf32>, tensor<4xf32>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @test_eq_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xi1>) {
  %r0 = weft.compare eq %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_eq_f32() -> (tensor<4x1xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC00000], [2.0]]> : tensor<4x1xf32>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC00000, 2.0]> : tensor<4xf32>
  weft.return %0, %1 : tensor<4x1xf32>, tensor<4xf32>
}
weft.func @expected_eq_f32() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [false, true, false, false], [false, false, false, false], [false, false, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_eq_bf16(%a0: tensor<4x1xbf16>, %a1: tensor<4xbf16>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare eq %a0, %a1 : (tensor<4x1xbf16>, tensor<4xbf16>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_eq_bf16() -> (tensor<4x1xbf16>, tensor<4xbf16>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC0], [2.0]]> : tensor<4x1xbf16>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC0, 2.0]> : tensor<4xbf16>
  weft.return %0, %1 : tensor<4x1xbf16>, tensor<4xbf16>
}
weft.func @expected_eq_bf16() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [false, true, false, false], [false, false, false, false], [false, false, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_eq_i64(%a0: tensor<4x1xi64>, %a1: tensor<4xi64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare eq %a0, %a1 : (tensor<4x1xi64>, tensor<4xi64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_eq_i64() -> (tensor<4x1xi64>, tensor<4xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [1], [2]]> : tensor<4x1xi64>
  %1 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 1, 2]> : tensor<4xi64>
  weft.return %0, %1 : tensor<4x1xi64>, tensor<4xi64>
}
weft.func @expected_eq_i64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [false, true, false, false], [false, false, true, false], [false, false, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_eq_ui64(%a0: tensor<4x1xui64>, %a1: tensor<4xui64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare eq %a0, %a1 : (tensor<4x1xui64>, tensor<4xui64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_eq_ui64() -> (tensor<4x1xui64>, tensor<4xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [2]]> : tensor<4x1xui64>
  %1 = weft.constant dense<[0, 18446744073709551615, 1, 2]> : tensor<4xui64>
  weft.return %0, %1 : tensor<4x1xui64>, tensor<4xui64>
}
weft.func @expected_eq_ui64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [false, true, false, false], [false, false, true, false], [false, false, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_eq_i8(%a0: tensor<4x1xi8>, %a1: tensor<4xi8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare eq %a0, %a1 : (tensor<4x1xi8>, tensor<4xi8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_eq_i8() -> (tensor<4x1xi8>, tensor<4xi8>) {
  %0 = weft.constant dense<[[-128], [127], [1], [2]]> : tensor<4x1xi8>
  %1 = weft.constant dense<[-128, 127, 1, 2]> : tensor<4xi8>
  weft.return %0, %1 : tensor<4x1xi8>, tensor<4xi8>
}
weft.func @expected_eq_i8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [false, true, false, false], [false, false, true, false], [false, false, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_eq_ui8(%a0: tensor<4x1xui8>, %a1: tensor<4xui8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare eq %a0, %a1 : (tensor<4x1xui8>, tensor<4xui8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_eq_ui8() -> (tensor<4x1xui8>, tensor<4xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [2]]> : tensor<4x1xui8>
  %1 = weft.constant dense<[0, 255, 1, 2]> : tensor<4xui8>
  weft.return %0, %1 : tensor<4x1xui8>, tensor<4xui8>
}
weft.func @expected_eq_ui8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [false, true, false, false], [false, false, true, false], [false, false, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ne_f32(%a0: tensor<4x1xf32>, %a1: tensor<4xf32>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ne %a0, %a1 : (tensor<4x1xf32>, tensor<4xf32>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @test_ne_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xi1>) {
  %r0 = weft.compare ne %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_ne_f32() -> (tensor<4x1xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC00000], [2.0]]> : tensor<4x1xf32>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC00000, 2.0]> : tensor<4xf32>
  weft.return %0, %1 : tensor<4x1xf32>, tensor<4xf32>
}
weft.func @expected_ne_f32() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [true, false, true, true], [true, true, true, true], [true, true, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ne_bf16(%a0: tensor<4x1xbf16>, %a1: tensor<4xbf16>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ne %a0, %a1 : (tensor<4x1xbf16>, tensor<4xbf16>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ne_bf16() -> (tensor<4x1xbf16>, tensor<4xbf16>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC0], [2.0]]> : tensor<4x1xbf16>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC0, 2.0]> : tensor<4xbf16>
  weft.return %0, %1 : tensor<4x1xbf16>, tensor<4xbf16>
}
weft.func @expected_ne_bf16() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [true, false, true, true], [true, true, true, true], [true, true, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ne_i64(%a0: tensor<4x1xi64>, %a1: tensor<4xi64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ne %a0, %a1 : (tensor<4x1xi64>, tensor<4xi64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ne_i64() -> (tensor<4x1xi64>, tensor<4xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [1], [2]]> : tensor<4x1xi64>
  %1 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 1, 2]> : tensor<4xi64>
  weft.return %0, %1 : tensor<4x1xi64>, tensor<4xi64>
}
weft.func @expected_ne_i64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [true, false, true, true], [true, true, false, true], [true, true, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ne_ui64(%a0: tensor<4x1xui64>, %a1: tensor<4xui64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ne %a0, %a1 : (tensor<4x1xui64>, tensor<4xui64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ne_ui64() -> (tensor<4x1xui64>, tensor<4xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [2]]> : tensor<4x1xui64>
  %1 = weft.constant dense<[0, 18446744073709551615, 1, 2]> : tensor<4xui64>
  weft.return %0, %1 : tensor<4x1xui64>, tensor<4xui64>
}
weft.func @expected_ne_ui64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [true, false, true, true], [true, true, false, true], [true, true, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ne_i8(%a0: tensor<4x1xi8>, %a1: tensor<4xi8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ne %a0, %a1 : (tensor<4x1xi8>, tensor<4xi8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ne_i8() -> (tensor<4x1xi8>, tensor<4xi8>) {
  %0 = weft.constant dense<[[-128], [127], [1], [2]]> : tensor<4x1xi8>
  %1 = weft.constant dense<[-128, 127, 1, 2]> : tensor<4xi8>
  weft.return %0, %1 : tensor<4x1xi8>, tensor<4xi8>
}
weft.func @expected_ne_i8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [true, false, true, true], [true, true, false, true], [true, true, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ne_ui8(%a0: tensor<4x1xui8>, %a1: tensor<4xui8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ne %a0, %a1 : (tensor<4x1xui8>, tensor<4xui8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ne_ui8() -> (tensor<4x1xui8>, tensor<4xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [2]]> : tensor<4x1xui8>
  %1 = weft.constant dense<[0, 255, 1, 2]> : tensor<4xui8>
  weft.return %0, %1 : tensor<4x1xui8>, tensor<4xui8>
}
weft.func @expected_ne_ui8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [true, false, true, true], [true, true, false, true], [true, true, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_lt_f32(%a0: tensor<4x1xf32>, %a1: tensor<4xf32>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare lt %a0, %a1 : (tensor<4x1xf32>, tensor<4xf32>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @test_lt_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xi1>) {
  %r0 = weft.compare lt %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_lt_f32() -> (tensor<4x1xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC00000], [2.0]]> : tensor<4x1xf32>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC00000, 2.0]> : tensor<4xf32>
  weft.return %0, %1 : tensor<4x1xf32>, tensor<4xf32>
}
weft.func @expected_lt_f32() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, false, true], [false, false, false, true], [false, false, false, false], [false, false, false, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_lt_bf16(%a0: tensor<4x1xbf16>, %a1: tensor<4xbf16>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare lt %a0, %a1 : (tensor<4x1xbf16>, tensor<4xbf16>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_lt_bf16() -> (tensor<4x1xbf16>, tensor<4xbf16>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC0], [2.0]]> : tensor<4x1xbf16>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC0, 2.0]> : tensor<4xbf16>
  weft.return %0, %1 : tensor<4x1xbf16>, tensor<4xbf16>
}
weft.func @expected_lt_bf16() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, false, true], [false, false, false, true], [false, false, false, false], [false, false, false, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_lt_i64(%a0: tensor<4x1xi64>, %a1: tensor<4xi64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare lt %a0, %a1 : (tensor<4x1xi64>, tensor<4xi64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_lt_i64() -> (tensor<4x1xi64>, tensor<4xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [1], [2]]> : tensor<4x1xi64>
  %1 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 1, 2]> : tensor<4xi64>
  weft.return %0, %1 : tensor<4x1xi64>, tensor<4xi64>
}
weft.func @expected_lt_i64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [false, false, false, false], [false, true, false, true], [false, true, false, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_lt_ui64(%a0: tensor<4x1xui64>, %a1: tensor<4xui64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare lt %a0, %a1 : (tensor<4x1xui64>, tensor<4xui64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_lt_ui64() -> (tensor<4x1xui64>, tensor<4xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [2]]> : tensor<4x1xui64>
  %1 = weft.constant dense<[0, 18446744073709551615, 1, 2]> : tensor<4xui64>
  weft.return %0, %1 : tensor<4x1xui64>, tensor<4xui64>
}
weft.func @expected_lt_ui64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [false, false, false, false], [false, true, false, true], [false, true, false, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_lt_i8(%a0: tensor<4x1xi8>, %a1: tensor<4xi8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare lt %a0, %a1 : (tensor<4x1xi8>, tensor<4xi8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_lt_i8() -> (tensor<4x1xi8>, tensor<4xi8>) {
  %0 = weft.constant dense<[[-128], [127], [1], [2]]> : tensor<4x1xi8>
  %1 = weft.constant dense<[-128, 127, 1, 2]> : tensor<4xi8>
  weft.return %0, %1 : tensor<4x1xi8>, tensor<4xi8>
}
weft.func @expected_lt_i8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [false, false, false, false], [false, true, false, true], [false, true, false, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_lt_ui8(%a0: tensor<4x1xui8>, %a1: tensor<4xui8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare lt %a0, %a1 : (tensor<4x1xui8>, tensor<4xui8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_lt_ui8() -> (tensor<4x1xui8>, tensor<4xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [2]]> : tensor<4x1xui8>
  %1 = weft.constant dense<[0, 255, 1, 2]> : tensor<4xui8>
  weft.return %0, %1 : tensor<4x1xui8>, tensor<4xui8>
}
weft.func @expected_lt_ui8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, true, true, true], [false, false, false, false], [false, true, false, true], [false, true, false, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_le_f32(%a0: tensor<4x1xf32>, %a1: tensor<4xf32>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare le %a0, %a1 : (tensor<4x1xf32>, tensor<4xf32>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @test_le_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xi1>) {
  %r0 = weft.compare le %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_le_f32() -> (tensor<4x1xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC00000], [2.0]]> : tensor<4x1xf32>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC00000, 2.0]> : tensor<4xf32>
  weft.return %0, %1 : tensor<4x1xf32>, tensor<4xf32>
}
weft.func @expected_le_f32() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, true, false, true], [false, true, false, true], [false, false, false, false], [false, false, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_le_bf16(%a0: tensor<4x1xbf16>, %a1: tensor<4xbf16>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare le %a0, %a1 : (tensor<4x1xbf16>, tensor<4xbf16>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_le_bf16() -> (tensor<4x1xbf16>, tensor<4xbf16>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC0], [2.0]]> : tensor<4x1xbf16>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC0, 2.0]> : tensor<4xbf16>
  weft.return %0, %1 : tensor<4x1xbf16>, tensor<4xbf16>
}
weft.func @expected_le_bf16() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, true, false, true], [false, true, false, true], [false, false, false, false], [false, false, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_le_i64(%a0: tensor<4x1xi64>, %a1: tensor<4xi64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare le %a0, %a1 : (tensor<4x1xi64>, tensor<4xi64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_le_i64() -> (tensor<4x1xi64>, tensor<4xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [1], [2]]> : tensor<4x1xi64>
  %1 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 1, 2]> : tensor<4xi64>
  weft.return %0, %1 : tensor<4x1xi64>, tensor<4xi64>
}
weft.func @expected_le_i64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, true, true, true], [false, true, false, false], [false, true, true, true], [false, true, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_le_ui64(%a0: tensor<4x1xui64>, %a1: tensor<4xui64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare le %a0, %a1 : (tensor<4x1xui64>, tensor<4xui64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_le_ui64() -> (tensor<4x1xui64>, tensor<4xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [2]]> : tensor<4x1xui64>
  %1 = weft.constant dense<[0, 18446744073709551615, 1, 2]> : tensor<4xui64>
  weft.return %0, %1 : tensor<4x1xui64>, tensor<4xui64>
}
weft.func @expected_le_ui64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, true, true, true], [false, true, false, false], [false, true, true, true], [false, true, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_le_i8(%a0: tensor<4x1xi8>, %a1: tensor<4xi8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare le %a0, %a1 : (tensor<4x1xi8>, tensor<4xi8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_le_i8() -> (tensor<4x1xi8>, tensor<4xi8>) {
  %0 = weft.constant dense<[[-128], [127], [1], [2]]> : tensor<4x1xi8>
  %1 = weft.constant dense<[-128, 127, 1, 2]> : tensor<4xi8>
  weft.return %0, %1 : tensor<4x1xi8>, tensor<4xi8>
}
weft.func @expected_le_i8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, true, true, true], [false, true, false, false], [false, true, true, true], [false, true, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_le_ui8(%a0: tensor<4x1xui8>, %a1: tensor<4xui8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare le %a0, %a1 : (tensor<4x1xui8>, tensor<4xui8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_le_ui8() -> (tensor<4x1xui8>, tensor<4xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [2]]> : tensor<4x1xui8>
  %1 = weft.constant dense<[0, 255, 1, 2]> : tensor<4xui8>
  weft.return %0, %1 : tensor<4x1xui8>, tensor<4xui8>
}
weft.func @expected_le_ui8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, true, true, true], [false, true, false, false], [false, true, true, true], [false, true, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_gt_f32(%a0: tensor<4x1xf32>, %a1: tensor<4xf32>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare gt %a0, %a1 : (tensor<4x1xf32>, tensor<4xf32>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @test_gt_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xi1>) {
  %r0 = weft.compare gt %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_gt_f32() -> (tensor<4x1xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC00000], [2.0]]> : tensor<4x1xf32>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC00000, 2.0]> : tensor<4xf32>
  weft.return %0, %1 : tensor<4x1xf32>, tensor<4xf32>
}
weft.func @expected_gt_f32() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, false, false, false], [true, false, false, false], [false, false, false, false], [true, true, false, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_gt_bf16(%a0: tensor<4x1xbf16>, %a1: tensor<4xbf16>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare gt %a0, %a1 : (tensor<4x1xbf16>, tensor<4xbf16>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_gt_bf16() -> (tensor<4x1xbf16>, tensor<4xbf16>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC0], [2.0]]> : tensor<4x1xbf16>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC0, 2.0]> : tensor<4xbf16>
  weft.return %0, %1 : tensor<4x1xbf16>, tensor<4xbf16>
}
weft.func @expected_gt_bf16() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, false, false, false], [true, false, false, false], [false, false, false, false], [true, true, false, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_gt_i64(%a0: tensor<4x1xi64>, %a1: tensor<4xi64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare gt %a0, %a1 : (tensor<4x1xi64>, tensor<4xi64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_gt_i64() -> (tensor<4x1xi64>, tensor<4xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [1], [2]]> : tensor<4x1xi64>
  %1 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 1, 2]> : tensor<4xi64>
  weft.return %0, %1 : tensor<4x1xi64>, tensor<4xi64>
}
weft.func @expected_gt_i64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, false, false, false], [true, false, true, true], [true, false, false, false], [true, false, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_gt_ui64(%a0: tensor<4x1xui64>, %a1: tensor<4xui64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare gt %a0, %a1 : (tensor<4x1xui64>, tensor<4xui64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_gt_ui64() -> (tensor<4x1xui64>, tensor<4xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [2]]> : tensor<4x1xui64>
  %1 = weft.constant dense<[0, 18446744073709551615, 1, 2]> : tensor<4xui64>
  weft.return %0, %1 : tensor<4x1xui64>, tensor<4xui64>
}
weft.func @expected_gt_ui64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, false, false, false], [true, false, true, true], [true, false, false, false], [true, false, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_gt_i8(%a0: tensor<4x1xi8>, %a1: tensor<4xi8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare gt %a0, %a1 : (tensor<4x1xi8>, tensor<4xi8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_gt_i8() -> (tensor<4x1xi8>, tensor<4xi8>) {
  %0 = weft.constant dense<[[-128], [127], [1], [2]]> : tensor<4x1xi8>
  %1 = weft.constant dense<[-128, 127, 1, 2]> : tensor<4xi8>
  weft.return %0, %1 : tensor<4x1xi8>, tensor<4xi8>
}
weft.func @expected_gt_i8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, false, false, false], [true, false, true, true], [true, false, false, false], [true, false, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_gt_ui8(%a0: tensor<4x1xui8>, %a1: tensor<4xui8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare gt %a0, %a1 : (tensor<4x1xui8>, tensor<4xui8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_gt_ui8() -> (tensor<4x1xui8>, tensor<4xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [2]]> : tensor<4x1xui8>
  %1 = weft.constant dense<[0, 255, 1, 2]> : tensor<4xui8>
  weft.return %0, %1 : tensor<4x1xui8>, tensor<4xui8>
}
weft.func @expected_gt_ui8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[false, false, false, false], [true, false, true, true], [true, false, false, false], [true, false, true, false]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ge_f32(%a0: tensor<4x1xf32>, %a1: tensor<4xf32>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ge %a0, %a1 : (tensor<4x1xf32>, tensor<4xf32>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @test_ge_f32.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>) -> (tensor<?x?xi1>) {
  %r0 = weft.compare ge %a0, %a1 : (tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_ge_f32() -> (tensor<4x1xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC00000], [2.0]]> : tensor<4x1xf32>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC00000, 2.0]> : tensor<4xf32>
  weft.return %0, %1 : tensor<4x1xf32>, tensor<4xf32>
}
weft.func @expected_ge_f32() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [true, true, false, false], [false, false, false, false], [true, true, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ge_bf16(%a0: tensor<4x1xbf16>, %a1: tensor<4xbf16>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ge %a0, %a1 : (tensor<4x1xbf16>, tensor<4xbf16>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ge_bf16() -> (tensor<4x1xbf16>, tensor<4xbf16>) {
  %0 = weft.constant dense<[[0.0], [1.0], [0x7FC0], [2.0]]> : tensor<4x1xbf16>
  %1 = weft.constant dense<[0.0, 1.0, 0x7FC0, 2.0]> : tensor<4xbf16>
  weft.return %0, %1 : tensor<4x1xbf16>, tensor<4xbf16>
}
weft.func @expected_ge_bf16() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [true, true, false, false], [false, false, false, false], [true, true, false, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ge_i64(%a0: tensor<4x1xi64>, %a1: tensor<4xi64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ge %a0, %a1 : (tensor<4x1xi64>, tensor<4xi64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ge_i64() -> (tensor<4x1xi64>, tensor<4xi64>) {
  %0 = weft.constant dense<[[-9223372036854775808], [9223372036854775807], [1], [2]]> : tensor<4x1xi64>
  %1 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 1, 2]> : tensor<4xi64>
  weft.return %0, %1 : tensor<4x1xi64>, tensor<4xi64>
}
weft.func @expected_ge_i64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [true, true, true, true], [true, false, true, false], [true, false, true, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ge_ui64(%a0: tensor<4x1xui64>, %a1: tensor<4xui64>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ge %a0, %a1 : (tensor<4x1xui64>, tensor<4xui64>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ge_ui64() -> (tensor<4x1xui64>, tensor<4xui64>) {
  %0 = weft.constant dense<[[0], [18446744073709551615], [1], [2]]> : tensor<4x1xui64>
  %1 = weft.constant dense<[0, 18446744073709551615, 1, 2]> : tensor<4xui64>
  weft.return %0, %1 : tensor<4x1xui64>, tensor<4xui64>
}
weft.func @expected_ge_ui64() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [true, true, true, true], [true, false, true, false], [true, false, true, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ge_i8(%a0: tensor<4x1xi8>, %a1: tensor<4xi8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ge %a0, %a1 : (tensor<4x1xi8>, tensor<4xi8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ge_i8() -> (tensor<4x1xi8>, tensor<4xi8>) {
  %0 = weft.constant dense<[[-128], [127], [1], [2]]> : tensor<4x1xi8>
  %1 = weft.constant dense<[-128, 127, 1, 2]> : tensor<4xi8>
  weft.return %0, %1 : tensor<4x1xi8>, tensor<4xi8>
}
weft.func @expected_ge_i8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [true, true, true, true], [true, false, true, false], [true, false, true, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_ge_ui8(%a0: tensor<4x1xui8>, %a1: tensor<4xui8>) -> (tensor<4x4xi1>) {
  %r0 = weft.compare ge %a0, %a1 : (tensor<4x1xui8>, tensor<4xui8>) -> (tensor<4x4xi1>)
  weft.return %r0 : tensor<4x4xi1>
}
weft.func @inputs_ge_ui8() -> (tensor<4x1xui8>, tensor<4xui8>) {
  %0 = weft.constant dense<[[0], [255], [1], [2]]> : tensor<4x1xui8>
  %1 = weft.constant dense<[0, 255, 1, 2]> : tensor<4xui8>
  weft.return %0, %1 : tensor<4x1xui8>, tensor<4xui8>
}
weft.func @expected_ge_ui8() -> (tensor<4x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [true, true, true, true], [true, false, true, false], [true, false, true, true]]> : tensor<4x4xi1>
  weft.return %0 : tensor<4x4xi1>
}
weft.func @test_eq_i1(%a0: tensor<2x1xi1>, %a1: tensor<2xi1>) -> (tensor<2x2xi1>) {
  %r0 = weft.compare eq %a0, %a1 : (tensor<2x1xi1>, tensor<2xi1>) -> (tensor<2x2xi1>)
  weft.return %r0 : tensor<2x2xi1>
}
weft.func @test_eq_i1.dynamic(%a0: tensor<?x?xi1>, %a1: tensor<?xi1>) -> (tensor<?x?xi1>) {
  %r0 = weft.compare eq %a0, %a1 : (tensor<?x?xi1>, tensor<?xi1>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_eq_i1() -> (tensor<2x1xi1>, tensor<2xi1>) {
  %0 = weft.constant dense<[[true], [false]]> : tensor<2x1xi1>
  %1 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0, %1 : tensor<2x1xi1>, tensor<2xi1>
}
weft.func @expected_eq_i1() -> (tensor<2x2xi1>) {
  %0 = weft.constant dense<[[true, false], [false, true]]> : tensor<2x2xi1>
  weft.return %0 : tensor<2x2xi1>
}
weft.func @test_lt_i1(%a0: tensor<2x1xi1>, %a1: tensor<2xi1>) -> (tensor<2x2xi1>) {
  %r0 = weft.compare lt %a0, %a1 : (tensor<2x1xi1>, tensor<2xi1>) -> (tensor<2x2xi1>)
  weft.return %r0 : tensor<2x2xi1>
}
weft.func @test_lt_i1.dynamic(%a0: tensor<?x?xi1>, %a1: tensor<?xi1>) -> (tensor<?x?xi1>) {
  %r0 = weft.compare lt %a0, %a1 : (tensor<?x?xi1>, tensor<?xi1>) -> (tensor<?x?xi1>)
  weft.return %r0 : tensor<?x?xi1>
}
weft.func @inputs_lt_i1() -> (tensor<2x1xi1>, tensor<2xi1>) {
  %0 = weft.constant dense<[[true], [false]]> : tensor<2x1xi1>
  %1 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0, %1 : tensor<2x1xi1>, tensor<2xi1>
}
weft.func @expected_lt_i1() -> (tensor<2x2xi1>) {
  %0 = weft.constant dense<[[false, false], [true, false]]> : tensor<2x2xi1>
  weft.return %0 : tensor<2x2xi1>
}
weft.func @test_select_i1(%a0: tensor<3x1xi1>, %a1: tensor<3x4xi1>, %a2: tensor<4xi1>) -> (tensor<3x4xi1>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xi1>, tensor<4xi1>) -> (tensor<3x4xi1>)
  weft.return %r0 : tensor<3x4xi1>
}
weft.func @inputs_select_i1() -> (tensor<3x1xi1>, tensor<3x4xi1>, tensor<4xi1>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[true, false, false, false], [false, true, false, true], [true, true, true, true]]> : tensor<3x4xi1>
  %2 = weft.constant dense<[true, false, true, false]> : tensor<4xi1>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xi1>, tensor<4xi1>
}
weft.func @expected_select_i1() -> (tensor<3x4xi1>) {
  %0 = weft.constant dense<[[true, false, false, false], [true, false, true, false], [true, true, true, true]]> : tensor<3x4xi1>
  weft.return %0 : tensor<3x4xi1>
}
weft.func @test_select_i8(%a0: tensor<3x1xi1>, %a1: tensor<3x4xi8>, %a2: tensor<4xi8>) -> (tensor<3x4xi8>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xi8>, tensor<4xi8>) -> (tensor<3x4xi8>)
  weft.return %r0 : tensor<3x4xi8>
}
weft.func @inputs_select_i8() -> (tensor<3x1xi1>, tensor<3x4xi8>, tensor<4xi8>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[0, 1, 1, 0], [1, 1, 1, 0], [1, 1, 1, 0]]> : tensor<3x4xi8>
  %2 = weft.constant dense<[1, 0, 0, 1]> : tensor<4xi8>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xi8>, tensor<4xi8>
}
weft.func @expected_select_i8() -> (tensor<3x4xi8>) {
  %0 = weft.constant dense<[[0, 1, 1, 0], [1, 0, 0, 1], [1, 1, 1, 0]]> : tensor<3x4xi8>
  weft.return %0 : tensor<3x4xi8>
}
weft.func @test_select_i16(%a0: tensor<3x1xi1>, %a1: tensor<3x4xi16>, %a2: tensor<4xi16>) -> (tensor<3x4xi16>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xi16>, tensor<4xi16>) -> (tensor<3x4xi16>)
  weft.return %r0 : tensor<3x4xi16>
}
weft.func @inputs_select_i16() -> (tensor<3x1xi1>, tensor<3x4xi16>, tensor<4xi16>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[1, 1, 0, 1], [0, 1, 1, 0], [1, 0, 0, 1]]> : tensor<3x4xi16>
  %2 = weft.constant dense<[1, 1, 0, 0]> : tensor<4xi16>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xi16>, tensor<4xi16>
}
weft.func @expected_select_i16() -> (tensor<3x4xi16>) {
  %0 = weft.constant dense<[[1, 1, 0, 1], [1, 1, 0, 0], [1, 0, 0, 1]]> : tensor<3x4xi16>
  weft.return %0 : tensor<3x4xi16>
}
weft.func @test_select_i32(%a0: tensor<3x1xi1>, %a1: tensor<3x4xi32>, %a2: tensor<4xi32>) -> (tensor<3x4xi32>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xi32>, tensor<4xi32>) -> (tensor<3x4xi32>)
  weft.return %r0 : tensor<3x4xi32>
}
weft.func @inputs_select_i32() -> (tensor<3x1xi1>, tensor<3x4xi32>, tensor<4xi32>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[0, 1, 0, 0], [0, 0, 0, 1], [1, 1, 0, 1]]> : tensor<3x4xi32>
  %2 = weft.constant dense<[0, 1, 1, 0]> : tensor<4xi32>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xi32>, tensor<4xi32>
}
weft.func @expected_select_i32() -> (tensor<3x4xi32>) {
  %0 = weft.constant dense<[[0, 1, 0, 0], [0, 1, 1, 0], [1, 1, 0, 1]]> : tensor<3x4xi32>
  weft.return %0 : tensor<3x4xi32>
}
weft.func @test_select_i64(%a0: tensor<3x1xi1>, %a1: tensor<3x4xi64>, %a2: tensor<4xi64>) -> (tensor<3x4xi64>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xi64>, tensor<4xi64>) -> (tensor<3x4xi64>)
  weft.return %r0 : tensor<3x4xi64>
}
weft.func @inputs_select_i64() -> (tensor<3x1xi1>, tensor<3x4xi64>, tensor<4xi64>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 1, 0]]> : tensor<3x4xi64>
  %2 = weft.constant dense<[0, 0, 1, 0]> : tensor<4xi64>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xi64>, tensor<4xi64>
}
weft.func @expected_select_i64() -> (tensor<3x4xi64>) {
  %0 = weft.constant dense<[[1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 1, 0]]> : tensor<3x4xi64>
  weft.return %0 : tensor<3x4xi64>
}
weft.func @test_select_ui8(%a0: tensor<3x1xi1>, %a1: tensor<3x4xui8>, %a2: tensor<4xui8>) -> (tensor<3x4xui8>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xui8>, tensor<4xui8>) -> (tensor<3x4xui8>)
  weft.return %r0 : tensor<3x4xui8>
}
weft.func @inputs_select_ui8() -> (tensor<3x1xi1>, tensor<3x4xui8>, tensor<4xui8>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[0, 0, 1, 0], [1, 1, 0, 1], [0, 0, 1, 1]]> : tensor<3x4xui8>
  %2 = weft.constant dense<[0, 1, 1, 0]> : tensor<4xui8>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xui8>, tensor<4xui8>
}
weft.func @expected_select_ui8() -> (tensor<3x4xui8>) {
  %0 = weft.constant dense<[[0, 0, 1, 0], [0, 1, 1, 0], [0, 0, 1, 1]]> : tensor<3x4xui8>
  weft.return %0 : tensor<3x4xui8>
}
weft.func @test_select_ui16(%a0: tensor<3x1xi1>, %a1: tensor<3x4xui16>, %a2: tensor<4xui16>) -> (tensor<3x4xui16>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xui16>, tensor<4xui16>) -> (tensor<3x4xui16>)
  weft.return %r0 : tensor<3x4xui16>
}
weft.func @inputs_select_ui16() -> (tensor<3x1xi1>, tensor<3x4xui16>, tensor<4xui16>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[0, 1, 1, 0], [1, 1, 1, 1], [1, 0, 0, 1]]> : tensor<3x4xui16>
  %2 = weft.constant dense<[1, 1, 0, 1]> : tensor<4xui16>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xui16>, tensor<4xui16>
}
weft.func @expected_select_ui16() -> (tensor<3x4xui16>) {
  %0 = weft.constant dense<[[0, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 1]]> : tensor<3x4xui16>
  weft.return %0 : tensor<3x4xui16>
}
weft.func @test_select_ui32(%a0: tensor<3x1xi1>, %a1: tensor<3x4xui32>, %a2: tensor<4xui32>) -> (tensor<3x4xui32>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xui32>, tensor<4xui32>) -> (tensor<3x4xui32>)
  weft.return %r0 : tensor<3x4xui32>
}
weft.func @inputs_select_ui32() -> (tensor<3x1xi1>, tensor<3x4xui32>, tensor<4xui32>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[0, 1, 0, 1], [1, 0, 1, 1], [0, 0, 0, 1]]> : tensor<3x4xui32>
  %2 = weft.constant dense<[0, 1, 1, 0]> : tensor<4xui32>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xui32>, tensor<4xui32>
}
weft.func @expected_select_ui32() -> (tensor<3x4xui32>) {
  %0 = weft.constant dense<[[0, 1, 0, 1], [0, 1, 1, 0], [0, 0, 0, 1]]> : tensor<3x4xui32>
  weft.return %0 : tensor<3x4xui32>
}
weft.func @test_select_ui64(%a0: tensor<3x1xi1>, %a1: tensor<3x4xui64>, %a2: tensor<4xui64>) -> (tensor<3x4xui64>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xui64>, tensor<4xui64>) -> (tensor<3x4xui64>)
  weft.return %r0 : tensor<3x4xui64>
}
weft.func @inputs_select_ui64() -> (tensor<3x1xi1>, tensor<3x4xui64>, tensor<4xui64>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[1, 0, 1, 1], [0, 1, 0, 1], [0, 0, 0, 1]]> : tensor<3x4xui64>
  %2 = weft.constant dense<[1, 0, 0, 1]> : tensor<4xui64>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xui64>, tensor<4xui64>
}
weft.func @expected_select_ui64() -> (tensor<3x4xui64>) {
  %0 = weft.constant dense<[[1, 0, 1, 1], [1, 0, 0, 1], [0, 0, 0, 1]]> : tensor<3x4xui64>
  weft.return %0 : tensor<3x4xui64>
}
weft.func @test_select_f16(%a0: tensor<3x1xi1>, %a1: tensor<3x4xf16>, %a2: tensor<4xf16>) -> (tensor<3x4xf16>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xf16>, tensor<4xf16>) -> (tensor<3x4xf16>)
  weft.return %r0 : tensor<3x4xf16>
}
weft.func @inputs_select_f16() -> (tensor<3x1xi1>, tensor<3x4xf16>, tensor<4xf16>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[0.3046875, 0.46875, -0.2120361328125, -1.099609375], [0.9033203125, -0.1434326171875, 0.9814453125, -0.54345703125], [-1.6484375, 0.1697998046875, 0.490966796875, 1.6875]]> : tensor<3x4xf16>
  %2 = weft.constant dense<[1.55078125, -1.771484375, 1.0869140625, -0.95458984375]> : tensor<4xf16>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xf16>, tensor<4xf16>
}
weft.func @expected_select_f16() -> (tensor<3x4xf16>) {
  %0 = weft.constant dense<[[0.3046875, 0.46875, -0.2120361328125, -1.099609375], [1.55078125, -1.771484375, 1.0869140625, -0.95458984375], [-1.6484375, 0.1697998046875, 0.490966796875, 1.6875]]> : tensor<3x4xf16>
  weft.return %0 : tensor<3x4xf16>
}
weft.func @test_select_bf16(%a0: tensor<3x1xi1>, %a1: tensor<3x4xbf16>, %a2: tensor<4xbf16>) -> (tensor<3x4xbf16>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xbf16>, tensor<4xbf16>) -> (tensor<3x4xbf16>)
  weft.return %r0 : tensor<3x4xbf16>
}
weft.func @inputs_select_bf16() -> (tensor<3x1xi1>, tensor<3x4xbf16>, tensor<4xbf16>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[0.7890625, -0.482421875, -0.7109375, -0.046875], [0.1220703125, 0.77734375, 0.55078125, 0.71484375], [-0.462890625, 0.7109375, -0.6171875, 0.4296875]]> : tensor<3x4xbf16>
  %2 = weft.constant dense<[-0.162109375, 0.251953125, -1.9296875, -0.004852294921875]> : tensor<4xbf16>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xbf16>, tensor<4xbf16>
}
weft.func @expected_select_bf16() -> (tensor<3x4xbf16>) {
  %0 = weft.constant dense<[[0.7890625, -0.482421875, -0.7109375, -0.046875], [-0.162109375, 0.251953125, -1.9296875, -0.004852294921875], [-0.462890625, 0.7109375, -0.6171875, 0.4296875]]> : tensor<3x4xbf16>
  weft.return %0 : tensor<3x4xbf16>
}
weft.func @test_select_f32(%a0: tensor<3x1xi1>, %a1: tensor<3x4xf32>, %a2: tensor<4xf32>) -> (tensor<3x4xf32>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xf32>, tensor<4xf32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_select_f32.dynamic(%a0: tensor<?x?xi1>, %a1: tensor<?x?xf32>, %a2: tensor<?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<?x?xi1>, tensor<?x?xf32>, tensor<?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_select_f32() -> (tensor<3x1xi1>, tensor<3x4xf32>, tensor<4xf32>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[-1.1201283, -0.45674986, -1.704917, 0.6276044], [1.5740865, -0.5816112, -1.5797288, 0.48107117], [-1.4918542, 1.5664853, -1.5101727, -0.55251807]]> : tensor<3x4xf32>
  %2 = weft.constant dense<[-0.02136084, -1.5285088, -0.7250096, -0.8988837]> : tensor<4xf32>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xf32>, tensor<4xf32>
}
weft.func @expected_select_f32() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[-1.1201283, -0.45674986, -1.704917, 0.6276044], [-0.02136084, -1.5285088, -0.7250096, -0.8988837], [-1.4918542, 1.5664853, -1.5101727, -0.55251807]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_select_f64(%a0: tensor<3x1xi1>, %a1: tensor<3x4xf64>, %a2: tensor<4xf64>) -> (tensor<3x4xf64>) {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<3x1xi1>, tensor<3x4xf64>, tensor<4xf64>) -> (tensor<3x4xf64>)
  weft.return %r0 : tensor<3x4xf64>
}
weft.func @inputs_select_f64() -> (tensor<3x1xi1>, tensor<3x4xf64>, tensor<4xf64>) {
  %0 = weft.constant dense<[[true], [false], [true]]> : tensor<3x1xi1>
  %1 = weft.constant dense<[[0.8532016336488635, 1.945093552897518, -0.5486505399573183, 1.1628779198708998], [-1.4386359223519256, 0.3196550144760075, -0.2691470008624708, -0.8472649862211377], [1.286841229053945, 0.9856870336137633, -1.4640122642911475, -0.8303712411550137]]> : tensor<3x4xf64>
  %2 = weft.constant dense<[1.2780195261322898, 1.969726446091871, 0.4462596328993187, 1.4867951183108503]> : tensor<4xf64>
  weft.return %0, %1, %2 : tensor<3x1xi1>, tensor<3x4xf64>, tensor<4xf64>
}
weft.func @expected_select_f64() -> (tensor<3x4xf64>) {
  %0 = weft.constant dense<[[0.8532016336488635, 1.945093552897518, -0.5486505399573183, 1.1628779198708998], [1.2780195261322898, 1.969726446091871, 0.4462596328993187, 1.4867951183108503], [1.286841229053945, 0.9856870336137633, -1.4640122642911475, -0.8303712411550137]]> : tensor<3x4xf64>
  weft.return %0 : tensor<3x4xf64>
}
weft.func @test_cast_i1_i1(%a0: tensor<2xi1>) -> (tensor<2xi1>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xi1>)
  weft.return %r0 : tensor<2xi1>
}
weft.func @inputs_cast_i1_i1() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_i1() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @test_cast_i1_i8(%a0: tensor<2xi1>) -> (tensor<2xi8>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xi8>)
  weft.return %r0 : tensor<2xi8>
}
weft.func @inputs_cast_i1_i8() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_i8() -> (tensor<2xi8>) {
  %0 = weft.constant dense<[1, 0]> : tensor<2xi8>
  weft.return %0 : tensor<2xi8>
}
weft.func @test_cast_i1_i16(%a0: tensor<2xi1>) -> (tensor<2xi16>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xi16>)
  weft.return %r0 : tensor<2xi16>
}
weft.func @inputs_cast_i1_i16() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_i16() -> (tensor<2xi16>) {
  %0 = weft.constant dense<[1, 0]> : tensor<2xi16>
  weft.return %0 : tensor<2xi16>
}
weft.func @test_cast_i1_i32(%a0: tensor<2xi1>) -> (tensor<2xi32>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xi32>)
  weft.return %r0 : tensor<2xi32>
}
weft.func @inputs_cast_i1_i32() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_i32() -> (tensor<2xi32>) {
  %0 = weft.constant dense<[1, 0]> : tensor<2xi32>
  weft.return %0 : tensor<2xi32>
}
weft.func @test_cast_i1_i64(%a0: tensor<2xi1>) -> (tensor<2xi64>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xi64>)
  weft.return %r0 : tensor<2xi64>
}
weft.func @inputs_cast_i1_i64() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_i64() -> (tensor<2xi64>) {
  %0 = weft.constant dense<[1, 0]> : tensor<2xi64>
  weft.return %0 : tensor<2xi64>
}
weft.func @test_cast_i1_ui8(%a0: tensor<2xi1>) -> (tensor<2xui8>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xui8>)
  weft.return %r0 : tensor<2xui8>
}
weft.func @inputs_cast_i1_ui8() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_ui8() -> (tensor<2xui8>) {
  %0 = weft.constant dense<[1, 0]> : tensor<2xui8>
  weft.return %0 : tensor<2xui8>
}
weft.func @test_cast_i1_ui16(%a0: tensor<2xi1>) -> (tensor<2xui16>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xui16>)
  weft.return %r0 : tensor<2xui16>
}
weft.func @inputs_cast_i1_ui16() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_ui16() -> (tensor<2xui16>) {
  %0 = weft.constant dense<[1, 0]> : tensor<2xui16>
  weft.return %0 : tensor<2xui16>
}
weft.func @test_cast_i1_ui32(%a0: tensor<2xi1>) -> (tensor<2xui32>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xui32>)
  weft.return %r0 : tensor<2xui32>
}
weft.func @inputs_cast_i1_ui32() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_ui32() -> (tensor<2xui32>) {
  %0 = weft.constant dense<[1, 0]> : tensor<2xui32>
  weft.return %0 : tensor<2xui32>
}
weft.func @test_cast_i1_ui64(%a0: tensor<2xi1>) -> (tensor<2xui64>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xui64>)
  weft.return %r0 : tensor<2xui64>
}
weft.func @inputs_cast_i1_ui64() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_ui64() -> (tensor<2xui64>) {
  %0 = weft.constant dense<[1, 0]> : tensor<2xui64>
  weft.return %0 : tensor<2xui64>
}
weft.func @test_cast_i1_f16(%a0: tensor<2xi1>) -> (tensor<2xf16>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xf16>)
  weft.return %r0 : tensor<2xf16>
}
weft.func @inputs_cast_i1_f16() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_f16() -> (tensor<2xf16>) {
  %0 = weft.constant dense<[1.0, 0.0]> : tensor<2xf16>
  weft.return %0 : tensor<2xf16>
}
weft.func @test_cast_i1_bf16(%a0: tensor<2xi1>) -> (tensor<2xbf16>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xbf16>)
  weft.return %r0 : tensor<2xbf16>
}
weft.func @inputs_cast_i1_bf16() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_bf16() -> (tensor<2xbf16>) {
  %0 = weft.constant dense<[1.0, 0.0]> : tensor<2xbf16>
  weft.return %0 : tensor<2xbf16>
}
weft.func @test_cast_i1_f32(%a0: tensor<2xi1>) -> (tensor<2xf32>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xf32>)
  weft.return %r0 : tensor<2xf32>
}
weft.func @inputs_cast_i1_f32() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_f32() -> (tensor<2xf32>) {
  %0 = weft.constant dense<[1.0, 0.0]> : tensor<2xf32>
  weft.return %0 : tensor<2xf32>
}
weft.func @test_cast_i1_f64(%a0: tensor<2xi1>) -> (tensor<2xf64>) {
  %r0 = weft.cast %a0 : (tensor<2xi1>) -> (tensor<2xf64>)
  weft.return %r0 : tensor<2xf64>
}
weft.func @inputs_cast_i1_f64() -> (tensor<2xi1>) {
  %0 = weft.constant dense<[true, false]> : tensor<2xi1>
  weft.return %0 : tensor<2xi1>
}
weft.func @expected_cast_i1_f64() -> (tensor<2xf64>) {
  %0 = weft.constant dense<[1.0, 0.0]> : tensor<2xf64>
  weft.return %0 : tensor<2xf64>
}
weft.func @test_cast_i8_i1(%a0: tensor<7xi8>) -> (tensor<7xi1>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xi1>)
  weft.return %r0 : tensor<7xi1>
}
weft.func @inputs_cast_i8_i1() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_i1() -> (tensor<7xi1>) {
  %0 = weft.constant dense<[true, true, false, true, true, true, true]> : tensor<7xi1>
  weft.return %0 : tensor<7xi1>
}
weft.func @test_cast_i8_i8(%a0: tensor<7xi8>) -> (tensor<7xi8>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xi8>)
  weft.return %r0 : tensor<7xi8>
}
weft.func @inputs_cast_i8_i8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_i8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @test_cast_i8_i16(%a0: tensor<7xi8>) -> (tensor<7xi16>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xi16>)
  weft.return %r0 : tensor<7xi16>
}
weft.func @inputs_cast_i8_i16() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_i16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @test_cast_i8_i32(%a0: tensor<7xi8>) -> (tensor<7xi32>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xi32>)
  weft.return %r0 : tensor<7xi32>
}
weft.func @inputs_cast_i8_i32() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_i32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @test_cast_i8_i64(%a0: tensor<7xi8>) -> (tensor<7xi64>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xi64>)
  weft.return %r0 : tensor<7xi64>
}
weft.func @inputs_cast_i8_i64() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_i64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @test_cast_i8_ui8(%a0: tensor<7xi8>) -> (tensor<7xui8>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xui8>)
  weft.return %r0 : tensor<7xui8>
}
weft.func @inputs_cast_i8_ui8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_ui8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[128, 127, 0, 1, 100, 64, 42]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @test_cast_i8_ui16(%a0: tensor<7xi8>) -> (tensor<7xui16>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xui16>)
  weft.return %r0 : tensor<7xui16>
}
weft.func @inputs_cast_i8_ui16() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_ui16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[65408, 127, 0, 1, 100, 64, 42]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @test_cast_i8_ui32(%a0: tensor<7xi8>) -> (tensor<7xui32>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xui32>)
  weft.return %r0 : tensor<7xui32>
}
weft.func @inputs_cast_i8_ui32() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_ui32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[4294967168, 127, 0, 1, 100, 64, 42]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @test_cast_i8_ui64(%a0: tensor<7xi8>) -> (tensor<7xui64>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xui64>)
  weft.return %r0 : tensor<7xui64>
}
weft.func @inputs_cast_i8_ui64() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_ui64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[18446744073709551488, 127, 0, 1, 100, 64, 42]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @test_cast_i8_f16(%a0: tensor<7xi8>) -> (tensor<7xf16>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xf16>)
  weft.return %r0 : tensor<7xf16>
}
weft.func @inputs_cast_i8_f16() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_f16() -> (tensor<7xf16>) {
  %0 = weft.constant dense<[-128.0, 127.0, 0.0, 1.0, 100.0, 64.0, 42.0]> : tensor<7xf16>
  weft.return %0 : tensor<7xf16>
}
weft.func @test_cast_i8_bf16(%a0: tensor<7xi8>) -> (tensor<7xbf16>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xbf16>)
  weft.return %r0 : tensor<7xbf16>
}
weft.func @inputs_cast_i8_bf16() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_bf16() -> (tensor<7xbf16>) {
  %0 = weft.constant dense<[-128.0, 127.0, 0.0, 1.0, 100.0, 64.0, 42.0]> : tensor<7xbf16>
  weft.return %0 : tensor<7xbf16>
}
weft.func @test_cast_i8_f32(%a0: tensor<7xi8>) -> (tensor<7xf32>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @inputs_cast_i8_f32() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_f32() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[-128.0, 127.0, 0.0, 1.0, 100.0, 64.0, 42.0]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_cast_i8_f64(%a0: tensor<7xi8>) -> (tensor<7xf64>) {
  %r0 = weft.cast %a0 : (tensor<7xi8>) -> (tensor<7xf64>)
  weft.return %r0 : tensor<7xf64>
}
weft.func @inputs_cast_i8_f64() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[-128, 127, 0, 1, 100, 64, 42]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @expected_cast_i8_f64() -> (tensor<7xf64>) {
  %0 = weft.constant dense<[-128.0, 127.0, 0.0, 1.0, 100.0, 64.0, 42.0]> : tensor<7xf64>
  weft.return %0 : tensor<7xf64>
}
weft.func @test_cast_i16_i1(%a0: tensor<7xi16>) -> (tensor<7xi1>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xi1>)
  weft.return %r0 : tensor<7xi1>
}
weft.func @inputs_cast_i16_i1() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_i1() -> (tensor<7xi1>) {
  %0 = weft.constant dense<[true, true, false, true, true, true, true]> : tensor<7xi1>
  weft.return %0 : tensor<7xi1>
}
weft.func @test_cast_i16_i8(%a0: tensor<7xi16>) -> (tensor<7xi8>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xi8>)
  weft.return %r0 : tensor<7xi8>
}
weft.func @inputs_cast_i16_i8() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_i8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, -86]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @test_cast_i16_i16(%a0: tensor<7xi16>) -> (tensor<7xi16>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xi16>)
  weft.return %r0 : tensor<7xi16>
}
weft.func @inputs_cast_i16_i16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_i16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @test_cast_i16_i32(%a0: tensor<7xi16>) -> (tensor<7xi32>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xi32>)
  weft.return %r0 : tensor<7xi32>
}
weft.func @inputs_cast_i16_i32() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_i32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @test_cast_i16_i64(%a0: tensor<7xi16>) -> (tensor<7xi64>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xi64>)
  weft.return %r0 : tensor<7xi64>
}
weft.func @inputs_cast_i16_i64() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_i64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @test_cast_i16_ui8(%a0: tensor<7xi16>) -> (tensor<7xui8>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xui8>)
  weft.return %r0 : tensor<7xui8>
}
weft.func @inputs_cast_i16_ui8() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_ui8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 0, 170]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @test_cast_i16_ui16(%a0: tensor<7xi16>) -> (tensor<7xui16>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xui16>)
  weft.return %r0 : tensor<7xui16>
}
weft.func @inputs_cast_i16_ui16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_ui16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @test_cast_i16_ui32(%a0: tensor<7xi16>) -> (tensor<7xui32>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xui32>)
  weft.return %r0 : tensor<7xui32>
}
weft.func @inputs_cast_i16_ui32() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_ui32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[4294934528, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @test_cast_i16_ui64(%a0: tensor<7xi16>) -> (tensor<7xui64>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xui64>)
  weft.return %r0 : tensor<7xui64>
}
weft.func @inputs_cast_i16_ui64() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_ui64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[18446744073709518848, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @test_cast_i16_f16(%a0: tensor<7xi16>) -> (tensor<7xf16>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xf16>)
  weft.return %r0 : tensor<7xf16>
}
weft.func @inputs_cast_i16_f16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_f16() -> (tensor<7xf16>) {
  %0 = weft.constant dense<[-32768.0, 32768.0, 0.0, 1.0, 100.0, 16384.0, 10920.0]> : tensor<7xf16>
  weft.return %0 : tensor<7xf16>
}
weft.func @test_cast_i16_bf16(%a0: tensor<7xi16>) -> (tensor<7xbf16>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xbf16>)
  weft.return %r0 : tensor<7xbf16>
}
weft.func @inputs_cast_i16_bf16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_bf16() -> (tensor<7xbf16>) {
  %0 = weft.constant dense<[-32768.0, 32768.0, 0.0, 1.0, 100.0, 16384.0, 10944.0]> : tensor<7xbf16>
  weft.return %0 : tensor<7xbf16>
}
weft.func @test_cast_i16_f32(%a0: tensor<7xi16>) -> (tensor<7xf32>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @inputs_cast_i16_f32() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_f32() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[-32768.0, 32767.0, 0.0, 1.0, 100.0, 16384.0, 10922.0]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_cast_i16_f64(%a0: tensor<7xi16>) -> (tensor<7xf64>) {
  %r0 = weft.cast %a0 : (tensor<7xi16>) -> (tensor<7xf64>)
  weft.return %r0 : tensor<7xf64>
}
weft.func @inputs_cast_i16_f64() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[-32768, 32767, 0, 1, 100, 16384, 10922]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @expected_cast_i16_f64() -> (tensor<7xf64>) {
  %0 = weft.constant dense<[-32768.0, 32767.0, 0.0, 1.0, 100.0, 16384.0, 10922.0]> : tensor<7xf64>
  weft.return %0 : tensor<7xf64>
}
weft.func @test_cast_i32_i1(%a0: tensor<7xi32>) -> (tensor<7xi1>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xi1>)
  weft.return %r0 : tensor<7xi1>
}
weft.func @inputs_cast_i32_i1() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_i1() -> (tensor<7xi1>) {
  %0 = weft.constant dense<[true, true, false, true, true, true, true]> : tensor<7xi1>
  weft.return %0 : tensor<7xi1>
}
weft.func @test_cast_i32_i8(%a0: tensor<7xi32>) -> (tensor<7xi8>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xi8>)
  weft.return %r0 : tensor<7xi8>
}
weft.func @inputs_cast_i32_i8() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_i8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, -86]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @test_cast_i32_i16(%a0: tensor<7xi32>) -> (tensor<7xi16>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xi16>)
  weft.return %r0 : tensor<7xi16>
}
weft.func @inputs_cast_i32_i16() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_i16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, -21846]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @test_cast_i32_i32(%a0: tensor<7xi32>) -> (tensor<7xi32>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xi32>)
  weft.return %r0 : tensor<7xi32>
}
weft.func @inputs_cast_i32_i32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_i32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @test_cast_i32_i64(%a0: tensor<7xi32>) -> (tensor<7xi64>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xi64>)
  weft.return %r0 : tensor<7xi64>
}
weft.func @inputs_cast_i32_i64() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_i64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @test_cast_i32_ui8(%a0: tensor<7xi32>) -> (tensor<7xui8>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xui8>)
  weft.return %r0 : tensor<7xui8>
}
weft.func @inputs_cast_i32_ui8() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_ui8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 0, 170]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @test_cast_i32_ui16(%a0: tensor<7xi32>) -> (tensor<7xui16>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xui16>)
  weft.return %r0 : tensor<7xui16>
}
weft.func @inputs_cast_i32_ui16() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_ui16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 0, 43690]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @test_cast_i32_ui32(%a0: tensor<7xi32>) -> (tensor<7xui32>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xui32>)
  weft.return %r0 : tensor<7xui32>
}
weft.func @inputs_cast_i32_ui32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_ui32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @test_cast_i32_ui64(%a0: tensor<7xi32>) -> (tensor<7xui64>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xui64>)
  weft.return %r0 : tensor<7xui64>
}
weft.func @inputs_cast_i32_ui64() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_ui64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[18446744071562067968, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @test_cast_i32_f16(%a0: tensor<7xi32>) -> (tensor<7xf16>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xf16>)
  weft.return %r0 : tensor<7xf16>
}
weft.func @inputs_cast_i32_f16() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_f16() -> (tensor<7xf16>) {
  %0 = weft.constant dense<[0xFC00, 0x7C00, 0.0, 1.0, 100.0, 0x7C00, 0x7C00]> : tensor<7xf16>
  weft.return %0 : tensor<7xf16>
}
weft.func @test_cast_i32_bf16(%a0: tensor<7xi32>) -> (tensor<7xbf16>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xbf16>)
  weft.return %r0 : tensor<7xbf16>
}
weft.func @inputs_cast_i32_bf16() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_bf16() -> (tensor<7xbf16>) {
  %0 = weft.constant dense<[-2147483648.0, 2147483648.0, 0.0, 1.0, 100.0, 1073741824.0, 717225984.0]> : tensor<7xbf16>
  weft.return %0 : tensor<7xbf16>
}
weft.func @test_cast_i32_f32(%a0: tensor<7xi32>) -> (tensor<7xf32>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @inputs_cast_i32_f32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_f32() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[-2147483600.0, 2147483600.0, 0.0, 1.0, 100.0, 1073741800.0, 715827900.0]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_cast_i32_f64(%a0: tensor<7xi32>) -> (tensor<7xf64>) {
  %r0 = weft.cast %a0 : (tensor<7xi32>) -> (tensor<7xf64>)
  weft.return %r0 : tensor<7xf64>
}
weft.func @inputs_cast_i32_f64() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[-2147483648, 2147483647, 0, 1, 100, 1073741824, 715827882]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @expected_cast_i32_f64() -> (tensor<7xf64>) {
  %0 = weft.constant dense<[-2147483648.0, 2147483647.0, 0.0, 1.0, 100.0, 1073741824.0, 715827882.0]> : tensor<7xf64>
  weft.return %0 : tensor<7xf64>
}
weft.func @test_cast_i64_i1(%a0: tensor<7xi64>) -> (tensor<7xi1>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xi1>)
  weft.return %r0 : tensor<7xi1>
}
weft.func @inputs_cast_i64_i1() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_i1() -> (tensor<7xi1>) {
  %0 = weft.constant dense<[true, true, false, true, true, true, true]> : tensor<7xi1>
  weft.return %0 : tensor<7xi1>
}
weft.func @test_cast_i64_i8(%a0: tensor<7xi64>) -> (tensor<7xi8>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xi8>)
  weft.return %r0 : tensor<7xi8>
}
weft.func @inputs_cast_i64_i8() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_i8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, -86]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @test_cast_i64_i16(%a0: tensor<7xi64>) -> (tensor<7xi16>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xi16>)
  weft.return %r0 : tensor<7xi16>
}
weft.func @inputs_cast_i64_i16() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_i16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, -21846]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @test_cast_i64_i32(%a0: tensor<7xi64>) -> (tensor<7xi32>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xi32>)
  weft.return %r0 : tensor<7xi32>
}
weft.func @inputs_cast_i64_i32() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_i32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, -1431655766]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @test_cast_i64_i64(%a0: tensor<7xi64>) -> (tensor<7xi64>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xi64>)
  weft.return %r0 : tensor<7xi64>
}
weft.func @inputs_cast_i64_i64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_i64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @test_cast_i64_ui8(%a0: tensor<7xi64>) -> (tensor<7xui8>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xui8>)
  weft.return %r0 : tensor<7xui8>
}
weft.func @inputs_cast_i64_ui8() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_ui8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 0, 170]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @test_cast_i64_ui16(%a0: tensor<7xi64>) -> (tensor<7xui16>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xui16>)
  weft.return %r0 : tensor<7xui16>
}
weft.func @inputs_cast_i64_ui16() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_ui16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 0, 43690]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @test_cast_i64_ui32(%a0: tensor<7xi64>) -> (tensor<7xui32>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xui32>)
  weft.return %r0 : tensor<7xui32>
}
weft.func @inputs_cast_i64_ui32() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_ui32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 0, 2863311530]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @test_cast_i64_ui64(%a0: tensor<7xi64>) -> (tensor<7xui64>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xui64>)
  weft.return %r0 : tensor<7xui64>
}
weft.func @inputs_cast_i64_ui64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_ui64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @test_cast_i64_f16(%a0: tensor<7xi64>) -> (tensor<7xf16>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xf16>)
  weft.return %r0 : tensor<7xf16>
}
weft.func @inputs_cast_i64_f16() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_f16() -> (tensor<7xf16>) {
  %0 = weft.constant dense<[0xFC00, 0x7C00, 0.0, 1.0, 100.0, 0x7C00, 0x7C00]> : tensor<7xf16>
  weft.return %0 : tensor<7xf16>
}
weft.func @test_cast_i64_bf16(%a0: tensor<7xi64>) -> (tensor<7xbf16>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xbf16>)
  weft.return %r0 : tensor<7xbf16>
}
weft.func @inputs_cast_i64_bf16() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_bf16() -> (tensor<7xbf16>) {
  %0 = weft.constant dense<[-9.223372036854776e+18, 9.223372036854776e+18, 0.0, 1.0, 100.0, 4.611686018427388e+18, 3.0804621451214193e+18]> : tensor<7xbf16>
  weft.return %0 : tensor<7xbf16>
}
weft.func @test_cast_i64_f32(%a0: tensor<7xi64>) -> (tensor<7xf32>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @inputs_cast_i64_f32() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_f32() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[-9.223372e+18, 9.223372e+18, 0.0, 1.0, 100.0, 4.611686e+18, 3.0744574e+18]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_cast_i64_f64(%a0: tensor<7xi64>) -> (tensor<7xf64>) {
  %r0 = weft.cast %a0 : (tensor<7xi64>) -> (tensor<7xf64>)
  weft.return %r0 : tensor<7xf64>
}
weft.func @inputs_cast_i64_f64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[-9223372036854775808, 9223372036854775807, 0, 1, 100, 4611686018427387904, 3074457345618258602]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @expected_cast_i64_f64() -> (tensor<7xf64>) {
  %0 = weft.constant dense<[-9.223372036854776e+18, 9.223372036854776e+18, 0.0, 1.0, 100.0, 4.611686018427388e+18, 3.0744573456182584e+18]> : tensor<7xf64>
  weft.return %0 : tensor<7xf64>
}
weft.func @test_cast_ui8_i1(%a0: tensor<7xui8>) -> (tensor<7xi1>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xi1>)
  weft.return %r0 : tensor<7xi1>
}
weft.func @inputs_cast_ui8_i1() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_i1() -> (tensor<7xi1>) {
  %0 = weft.constant dense<[false, true, false, true, true, true, true]> : tensor<7xi1>
  weft.return %0 : tensor<7xi1>
}
weft.func @test_cast_ui8_i8(%a0: tensor<7xui8>) -> (tensor<7xi8>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xi8>)
  weft.return %r0 : tensor<7xi8>
}
weft.func @inputs_cast_ui8_i8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_i8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, -128, 85]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @test_cast_ui8_i16(%a0: tensor<7xui8>) -> (tensor<7xi16>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xi16>)
  weft.return %r0 : tensor<7xi16>
}
weft.func @inputs_cast_ui8_i16() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_i16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @test_cast_ui8_i32(%a0: tensor<7xui8>) -> (tensor<7xi32>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xi32>)
  weft.return %r0 : tensor<7xi32>
}
weft.func @inputs_cast_ui8_i32() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_i32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @test_cast_ui8_i64(%a0: tensor<7xui8>) -> (tensor<7xi64>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xi64>)
  weft.return %r0 : tensor<7xi64>
}
weft.func @inputs_cast_ui8_i64() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_i64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @test_cast_ui8_ui8(%a0: tensor<7xui8>) -> (tensor<7xui8>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xui8>)
  weft.return %r0 : tensor<7xui8>
}
weft.func @inputs_cast_ui8_ui8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_ui8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @test_cast_ui8_ui16(%a0: tensor<7xui8>) -> (tensor<7xui16>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xui16>)
  weft.return %r0 : tensor<7xui16>
}
weft.func @inputs_cast_ui8_ui16() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_ui16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @test_cast_ui8_ui32(%a0: tensor<7xui8>) -> (tensor<7xui32>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xui32>)
  weft.return %r0 : tensor<7xui32>
}
weft.func @inputs_cast_ui8_ui32() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_ui32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @test_cast_ui8_ui64(%a0: tensor<7xui8>) -> (tensor<7xui64>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xui64>)
  weft.return %r0 : tensor<7xui64>
}
weft.func @inputs_cast_ui8_ui64() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_ui64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @test_cast_ui8_f16(%a0: tensor<7xui8>) -> (tensor<7xf16>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xf16>)
  weft.return %r0 : tensor<7xf16>
}
weft.func @inputs_cast_ui8_f16() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_f16() -> (tensor<7xf16>) {
  %0 = weft.constant dense<[0.0, 255.0, 0.0, 1.0, 100.0, 128.0, 85.0]> : tensor<7xf16>
  weft.return %0 : tensor<7xf16>
}
weft.func @test_cast_ui8_bf16(%a0: tensor<7xui8>) -> (tensor<7xbf16>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xbf16>)
  weft.return %r0 : tensor<7xbf16>
}
weft.func @inputs_cast_ui8_bf16() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_bf16() -> (tensor<7xbf16>) {
  %0 = weft.constant dense<[0.0, 255.0, 0.0, 1.0, 100.0, 128.0, 85.0]> : tensor<7xbf16>
  weft.return %0 : tensor<7xbf16>
}
weft.func @test_cast_ui8_f32(%a0: tensor<7xui8>) -> (tensor<7xf32>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @inputs_cast_ui8_f32() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_f32() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[0.0, 255.0, 0.0, 1.0, 100.0, 128.0, 85.0]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_cast_ui8_f64(%a0: tensor<7xui8>) -> (tensor<7xf64>) {
  %r0 = weft.cast %a0 : (tensor<7xui8>) -> (tensor<7xf64>)
  weft.return %r0 : tensor<7xf64>
}
weft.func @inputs_cast_ui8_f64() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 128, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @expected_cast_ui8_f64() -> (tensor<7xf64>) {
  %0 = weft.constant dense<[0.0, 255.0, 0.0, 1.0, 100.0, 128.0, 85.0]> : tensor<7xf64>
  weft.return %0 : tensor<7xf64>
}
weft.func @test_cast_ui16_i1(%a0: tensor<7xui16>) -> (tensor<7xi1>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xi1>)
  weft.return %r0 : tensor<7xi1>
}
weft.func @inputs_cast_ui16_i1() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_i1() -> (tensor<7xi1>) {
  %0 = weft.constant dense<[false, true, false, true, true, true, true]> : tensor<7xi1>
  weft.return %0 : tensor<7xi1>
}
weft.func @test_cast_ui16_i8(%a0: tensor<7xui16>) -> (tensor<7xi8>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xi8>)
  weft.return %r0 : tensor<7xi8>
}
weft.func @inputs_cast_ui16_i8() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_i8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, 85]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @test_cast_ui16_i16(%a0: tensor<7xui16>) -> (tensor<7xi16>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xi16>)
  weft.return %r0 : tensor<7xi16>
}
weft.func @inputs_cast_ui16_i16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_i16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, -32768, 21845]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @test_cast_ui16_i32(%a0: tensor<7xui16>) -> (tensor<7xi32>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xi32>)
  weft.return %r0 : tensor<7xi32>
}
weft.func @inputs_cast_ui16_i32() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_i32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @test_cast_ui16_i64(%a0: tensor<7xui16>) -> (tensor<7xi64>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xi64>)
  weft.return %r0 : tensor<7xi64>
}
weft.func @inputs_cast_ui16_i64() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_i64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @test_cast_ui16_ui8(%a0: tensor<7xui16>) -> (tensor<7xui8>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xui8>)
  weft.return %r0 : tensor<7xui8>
}
weft.func @inputs_cast_ui16_ui8() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_ui8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 0, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @test_cast_ui16_ui16(%a0: tensor<7xui16>) -> (tensor<7xui16>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xui16>)
  weft.return %r0 : tensor<7xui16>
}
weft.func @inputs_cast_ui16_ui16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_ui16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @test_cast_ui16_ui32(%a0: tensor<7xui16>) -> (tensor<7xui32>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xui32>)
  weft.return %r0 : tensor<7xui32>
}
weft.func @inputs_cast_ui16_ui32() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_ui32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @test_cast_ui16_ui64(%a0: tensor<7xui16>) -> (tensor<7xui64>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xui64>)
  weft.return %r0 : tensor<7xui64>
}
weft.func @inputs_cast_ui16_ui64() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_ui64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @test_cast_ui16_f16(%a0: tensor<7xui16>) -> (tensor<7xf16>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xf16>)
  weft.return %r0 : tensor<7xf16>
}
weft.func @inputs_cast_ui16_f16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_f16() -> (tensor<7xf16>) {
  %0 = weft.constant dense<[0.0, 0x7C00, 0.0, 1.0, 100.0, 32768.0, 21840.0]> : tensor<7xf16>
  weft.return %0 : tensor<7xf16>
}
weft.func @test_cast_ui16_bf16(%a0: tensor<7xui16>) -> (tensor<7xbf16>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xbf16>)
  weft.return %r0 : tensor<7xbf16>
}
weft.func @inputs_cast_ui16_bf16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_bf16() -> (tensor<7xbf16>) {
  %0 = weft.constant dense<[0.0, 65536.0, 0.0, 1.0, 100.0, 32768.0, 21888.0]> : tensor<7xbf16>
  weft.return %0 : tensor<7xbf16>
}
weft.func @test_cast_ui16_f32(%a0: tensor<7xui16>) -> (tensor<7xf32>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @inputs_cast_ui16_f32() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_f32() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[0.0, 65535.0, 0.0, 1.0, 100.0, 32768.0, 21845.0]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_cast_ui16_f64(%a0: tensor<7xui16>) -> (tensor<7xf64>) {
  %r0 = weft.cast %a0 : (tensor<7xui16>) -> (tensor<7xf64>)
  weft.return %r0 : tensor<7xf64>
}
weft.func @inputs_cast_ui16_f64() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 32768, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @expected_cast_ui16_f64() -> (tensor<7xf64>) {
  %0 = weft.constant dense<[0.0, 65535.0, 0.0, 1.0, 100.0, 32768.0, 21845.0]> : tensor<7xf64>
  weft.return %0 : tensor<7xf64>
}
weft.func @test_cast_ui32_i1(%a0: tensor<7xui32>) -> (tensor<7xi1>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xi1>)
  weft.return %r0 : tensor<7xi1>
}
weft.func @inputs_cast_ui32_i1() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_i1() -> (tensor<7xi1>) {
  %0 = weft.constant dense<[false, true, false, true, true, true, true]> : tensor<7xi1>
  weft.return %0 : tensor<7xi1>
}
weft.func @test_cast_ui32_i8(%a0: tensor<7xui32>) -> (tensor<7xi8>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xi8>)
  weft.return %r0 : tensor<7xi8>
}
weft.func @inputs_cast_ui32_i8() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_i8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, 85]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @test_cast_ui32_i16(%a0: tensor<7xui32>) -> (tensor<7xi16>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xi16>)
  weft.return %r0 : tensor<7xi16>
}
weft.func @inputs_cast_ui32_i16() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_i16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, 21845]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @test_cast_ui32_i32(%a0: tensor<7xui32>) -> (tensor<7xi32>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xi32>)
  weft.return %r0 : tensor<7xi32>
}
weft.func @inputs_cast_ui32_i32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_i32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, -2147483648, 1431655765]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @test_cast_ui32_i64(%a0: tensor<7xui32>) -> (tensor<7xi64>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xi64>)
  weft.return %r0 : tensor<7xi64>
}
weft.func @inputs_cast_ui32_i64() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_i64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @test_cast_ui32_ui8(%a0: tensor<7xui32>) -> (tensor<7xui8>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xui8>)
  weft.return %r0 : tensor<7xui8>
}
weft.func @inputs_cast_ui32_ui8() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_ui8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 0, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @test_cast_ui32_ui16(%a0: tensor<7xui32>) -> (tensor<7xui16>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xui16>)
  weft.return %r0 : tensor<7xui16>
}
weft.func @inputs_cast_ui32_ui16() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_ui16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 0, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @test_cast_ui32_ui32(%a0: tensor<7xui32>) -> (tensor<7xui32>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xui32>)
  weft.return %r0 : tensor<7xui32>
}
weft.func @inputs_cast_ui32_ui32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_ui32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @test_cast_ui32_ui64(%a0: tensor<7xui32>) -> (tensor<7xui64>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xui64>)
  weft.return %r0 : tensor<7xui64>
}
weft.func @inputs_cast_ui32_ui64() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_ui64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @test_cast_ui32_f16(%a0: tensor<7xui32>) -> (tensor<7xf16>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xf16>)
  weft.return %r0 : tensor<7xf16>
}
weft.func @inputs_cast_ui32_f16() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_f16() -> (tensor<7xf16>) {
  %0 = weft.constant dense<[0.0, 0x7C00, 0.0, 1.0, 100.0, 0x7C00, 0x7C00]> : tensor<7xf16>
  weft.return %0 : tensor<7xf16>
}
weft.func @test_cast_ui32_bf16(%a0: tensor<7xui32>) -> (tensor<7xbf16>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xbf16>)
  weft.return %r0 : tensor<7xbf16>
}
weft.func @inputs_cast_ui32_bf16() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_bf16() -> (tensor<7xbf16>) {
  %0 = weft.constant dense<[0.0, 4294967296.0, 0.0, 1.0, 100.0, 2147483648.0, 1434451968.0]> : tensor<7xbf16>
  weft.return %0 : tensor<7xbf16>
}
weft.func @test_cast_ui32_f32(%a0: tensor<7xui32>) -> (tensor<7xf32>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @inputs_cast_ui32_f32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_f32() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[0.0, 4294967300.0, 0.0, 1.0, 100.0, 2147483600.0, 1431655800.0]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_cast_ui32_f64(%a0: tensor<7xui32>) -> (tensor<7xf64>) {
  %r0 = weft.cast %a0 : (tensor<7xui32>) -> (tensor<7xf64>)
  weft.return %r0 : tensor<7xf64>
}
weft.func @inputs_cast_ui32_f64() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 2147483648, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @expected_cast_ui32_f64() -> (tensor<7xf64>) {
  %0 = weft.constant dense<[0.0, 4294967295.0, 0.0, 1.0, 100.0, 2147483648.0, 1431655765.0]> : tensor<7xf64>
  weft.return %0 : tensor<7xf64>
}
weft.func @test_cast_ui64_i1(%a0: tensor<7xui64>) -> (tensor<7xi1>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xi1>)
  weft.return %r0 : tensor<7xi1>
}
weft.func @inputs_cast_ui64_i1() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_i1() -> (tensor<7xi1>) {
  %0 = weft.constant dense<[false, true, false, true, true, true, true]> : tensor<7xi1>
  weft.return %0 : tensor<7xi1>
}
weft.func @test_cast_ui64_i8(%a0: tensor<7xui64>) -> (tensor<7xi8>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xi8>)
  weft.return %r0 : tensor<7xi8>
}
weft.func @inputs_cast_ui64_i8() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_i8() -> (tensor<7xi8>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, 85]> : tensor<7xi8>
  weft.return %0 : tensor<7xi8>
}
weft.func @test_cast_ui64_i16(%a0: tensor<7xui64>) -> (tensor<7xi16>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xi16>)
  weft.return %r0 : tensor<7xi16>
}
weft.func @inputs_cast_ui64_i16() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_i16() -> (tensor<7xi16>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, 21845]> : tensor<7xi16>
  weft.return %0 : tensor<7xi16>
}
weft.func @test_cast_ui64_i32(%a0: tensor<7xui64>) -> (tensor<7xi32>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xi32>)
  weft.return %r0 : tensor<7xi32>
}
weft.func @inputs_cast_ui64_i32() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_i32() -> (tensor<7xi32>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, 0, 1431655765]> : tensor<7xi32>
  weft.return %0 : tensor<7xi32>
}
weft.func @test_cast_ui64_i64(%a0: tensor<7xui64>) -> (tensor<7xi64>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xi64>)
  weft.return %r0 : tensor<7xi64>
}
weft.func @inputs_cast_ui64_i64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_i64() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[0, -1, 0, 1, 100, -9223372036854775808, 6148914691236517205]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @test_cast_ui64_ui8(%a0: tensor<7xui64>) -> (tensor<7xui8>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xui8>)
  weft.return %r0 : tensor<7xui8>
}
weft.func @inputs_cast_ui64_ui8() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_ui8() -> (tensor<7xui8>) {
  %0 = weft.constant dense<[0, 255, 0, 1, 100, 0, 85]> : tensor<7xui8>
  weft.return %0 : tensor<7xui8>
}
weft.func @test_cast_ui64_ui16(%a0: tensor<7xui64>) -> (tensor<7xui16>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xui16>)
  weft.return %r0 : tensor<7xui16>
}
weft.func @inputs_cast_ui64_ui16() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_ui16() -> (tensor<7xui16>) {
  %0 = weft.constant dense<[0, 65535, 0, 1, 100, 0, 21845]> : tensor<7xui16>
  weft.return %0 : tensor<7xui16>
}
weft.func @test_cast_ui64_ui32(%a0: tensor<7xui64>) -> (tensor<7xui32>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xui32>)
  weft.return %r0 : tensor<7xui32>
}
weft.func @inputs_cast_ui64_ui32() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_ui32() -> (tensor<7xui32>) {
  %0 = weft.constant dense<[0, 4294967295, 0, 1, 100, 0, 1431655765]> : tensor<7xui32>
  weft.return %0 : tensor<7xui32>
}
weft.func @test_cast_ui64_ui64(%a0: tensor<7xui64>) -> (tensor<7xui64>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xui64>)
  weft.return %r0 : tensor<7xui64>
}
weft.func @inputs_cast_ui64_ui64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_ui64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @test_cast_ui64_f16(%a0: tensor<7xui64>) -> (tensor<7xf16>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xf16>)
  weft.return %r0 : tensor<7xf16>
}
weft.func @inputs_cast_ui64_f16() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_f16() -> (tensor<7xf16>) {
  %0 = weft.constant dense<[0.0, 0x7C00, 0.0, 1.0, 100.0, 0x7C00, 0x7C00]> : tensor<7xf16>
  weft.return %0 : tensor<7xf16>
}
weft.func @test_cast_ui64_bf16(%a0: tensor<7xui64>) -> (tensor<7xbf16>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xbf16>)
  weft.return %r0 : tensor<7xbf16>
}
weft.func @inputs_cast_ui64_bf16() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_bf16() -> (tensor<7xbf16>) {
  %0 = weft.constant dense<[0.0, 1.8446744073709552e+19, 0.0, 1.0, 100.0, 9.223372036854776e+18, 6.160924290242839e+18]> : tensor<7xbf16>
  weft.return %0 : tensor<7xbf16>
}
weft.func @test_cast_ui64_f32(%a0: tensor<7xui64>) -> (tensor<7xf32>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @inputs_cast_ui64_f32() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_f32() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[0.0, 1.8446744e+19, 0.0, 1.0, 100.0, 9.223372e+18, 6.148915e+18]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_cast_ui64_f64(%a0: tensor<7xui64>) -> (tensor<7xf64>) {
  %r0 = weft.cast %a0 : (tensor<7xui64>) -> (tensor<7xf64>)
  weft.return %r0 : tensor<7xf64>
}
weft.func @inputs_cast_ui64_f64() -> (tensor<7xui64>) {
  %0 = weft.constant dense<[0, 18446744073709551615, 0, 1, 100, 9223372036854775808, 6148914691236517205]> : tensor<7xui64>
  weft.return %0 : tensor<7xui64>
}
weft.func @expected_cast_ui64_f64() -> (tensor<7xf64>) {
  %0 = weft.constant dense<[0.0, 1.8446744073709552e+19, 0.0, 1.0, 100.0, 9.223372036854776e+18, 6.148914691236517e+18]> : tensor<7xf64>
  weft.return %0 : tensor<7xf64>
}
weft.func @test_cast_f16_i1(%a0: tensor<26xf16>) -> (tensor<26xi1>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xi1>)
  weft.return %r0 : tensor<26xi1>
}
weft.func @inputs_cast_f16_i1() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_i1() -> (tensor<26xi1>) {
  %0 = weft.constant dense<[false, false, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, false]> : tensor<26xi1>
  weft.return %0 : tensor<26xi1>
}
weft.func @test_cast_f16_i8(%a0: tensor<26xf16>) -> (tensor<26xi8>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xi8>)
  weft.return %r0 : tensor<26xi8>
}
weft.func @inputs_cast_f16_i8() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_i8() -> (tensor<26xi8>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 127, -128, 127, 127, 127, 127, -128, 127, 127, 127, -128, 127, -128, 0, 1, 1, 1, 0, 0]> : tensor<26xi8>
  weft.return %0 : tensor<26xi8>
}
weft.func @test_cast_f16_i16(%a0: tensor<26xf16>) -> (tensor<26xi16>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xi16>)
  weft.return %r0 : tensor<26xi16>
}
weft.func @inputs_cast_f16_i16() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_i16() -> (tensor<26xi16>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 128, -129, 255, 300, 32767, 32767, -32768, 32767, 32767, 32767, -32768, 32767, -32768, 0, 1, 1, 1, 0, 0]> : tensor<26xi16>
  weft.return %0 : tensor<26xi16>
}
weft.func @test_cast_f16_i32(%a0: tensor<26xf16>) -> (tensor<26xi32>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xi32>)
  weft.return %r0 : tensor<26xi32>
}
weft.func @inputs_cast_f16_i32() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_i32() -> (tensor<26xi32>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 128, -129, 255, 300, 65504, 2147483647, -2147483648, 2147483647, 2147483647, 2147483647, -2147483648, 2147483647, -2147483648, 0, 1, 1, 1, 0, 0]> : tensor<26xi32>
  weft.return %0 : tensor<26xi32>
}
weft.func @test_cast_f16_i64(%a0: tensor<26xf16>) -> (tensor<26xi64>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xi64>)
  weft.return %r0 : tensor<26xi64>
}
weft.func @inputs_cast_f16_i64() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_i64() -> (tensor<26xi64>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 128, -129, 255, 300, 65504, 9223372036854775807, -9223372036854775808, 9223372036854775807, 9223372036854775807, 9223372036854775807, -9223372036854775808, 9223372036854775807, -9223372036854775808, 0, 1, 1, 1, 0, 0]> : tensor<26xi64>
  weft.return %0 : tensor<26xi64>
}
weft.func @test_cast_f16_ui8(%a0: tensor<26xf16>) -> (tensor<26xui8>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xui8>)
  weft.return %r0 : tensor<26xui8>
}
weft.func @inputs_cast_f16_ui8() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_ui8() -> (tensor<26xui8>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 255, 255, 255, 0, 255, 255, 255, 0, 255, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui8>
  weft.return %0 : tensor<26xui8>
}
weft.func @test_cast_f16_ui16(%a0: tensor<26xf16>) -> (tensor<26xui16>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xui16>)
  weft.return %r0 : tensor<26xui16>
}
weft.func @inputs_cast_f16_ui16() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_ui16() -> (tensor<26xui16>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 300, 65504, 65535, 0, 65535, 65535, 65535, 0, 65535, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui16>
  weft.return %0 : tensor<26xui16>
}
weft.func @test_cast_f16_ui32(%a0: tensor<26xf16>) -> (tensor<26xui32>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xui32>)
  weft.return %r0 : tensor<26xui32>
}
weft.func @inputs_cast_f16_ui32() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_ui32() -> (tensor<26xui32>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 300, 65504, 4294967295, 0, 4294967295, 4294967295, 4294967295, 0, 4294967295, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui32>
  weft.return %0 : tensor<26xui32>
}
weft.func @test_cast_f16_ui64(%a0: tensor<26xf16>) -> (tensor<26xui64>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xui64>)
  weft.return %r0 : tensor<26xui64>
}
weft.func @inputs_cast_f16_ui64() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_ui64() -> (tensor<26xui64>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 300, 65504, 18446744073709551615, 0, 18446744073709551615, 18446744073709551615, 18446744073709551615, 0, 18446744073709551615, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui64>
  weft.return %0 : tensor<26xui64>
}
weft.func @test_cast_f16_f16(%a0: tensor<26xf16>) -> (tensor<26xf16>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xf16>)
  weft.return %r0 : tensor<26xf16>
}
weft.func @inputs_cast_f16_f16() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_f16() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @test_cast_f16_bf16(%a0: tensor<26xf16>) -> (tensor<26xbf16>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xbf16>)
  weft.return %r0 : tensor<26xbf16>
}
weft.func @inputs_cast_f16_bf16() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_bf16() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 0x7F80, 0xFF80, 0x7F80, 0x7F80, 0x7F80, 0xFF80, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @test_cast_f16_f32(%a0: tensor<26xf16>) -> (tensor<26xf32>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xf32>)
  weft.return %r0 : tensor<26xf32>
}
weft.func @inputs_cast_f16_f32() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_f32() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7F800000, 0xFF800000, 0x7F800000, 0x7F800000, 0x7F800000, 0xFF800000, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0, 1.0, 1.1920929e-07, 0.0]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @test_cast_f16_f64(%a0: tensor<26xf16>) -> (tensor<26xf64>) {
  %r0 = weft.cast %a0 : (tensor<26xf16>) -> (tensor<26xf64>)
  weft.return %r0 : tensor<26xf64>
}
weft.func @inputs_cast_f16_f64() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @expected_cast_f16_f64() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @test_cast_bf16_i1(%a0: tensor<26xbf16>) -> (tensor<26xi1>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xi1>)
  weft.return %r0 : tensor<26xi1>
}
weft.func @inputs_cast_bf16_i1() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_i1() -> (tensor<26xi1>) {
  %0 = weft.constant dense<[false, false, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true]> : tensor<26xi1>
  weft.return %0 : tensor<26xi1>
}
weft.func @test_cast_bf16_i8(%a0: tensor<26xbf16>) -> (tensor<26xi8>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xi8>)
  weft.return %r0 : tensor<26xi8>
}
weft.func @inputs_cast_bf16_i8() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_i8() -> (tensor<26xi8>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 127, -128, 127, 127, 127, 127, -128, 127, 127, 127, -128, 127, -128, 0, 1, 1, 1, 0, 0]> : tensor<26xi8>
  weft.return %0 : tensor<26xi8>
}
weft.func @test_cast_bf16_i16(%a0: tensor<26xbf16>) -> (tensor<26xi16>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xi16>)
  weft.return %r0 : tensor<26xi16>
}
weft.func @inputs_cast_bf16_i16() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_i16() -> (tensor<26xi16>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 128, 128, -129, 256, 300, 32767, 32767, -32768, 32767, 32767, 32767, -32768, 32767, -32768, 0, 1, 1, 1, 0, 0]> : tensor<26xi16>
  weft.return %0 : tensor<26xi16>
}
weft.func @test_cast_bf16_i32(%a0: tensor<26xbf16>) -> (tensor<26xi32>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xi32>)
  weft.return %r0 : tensor<26xi32>
}
weft.func @inputs_cast_bf16_i32() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_i32() -> (tensor<26xi32>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 128, 128, -129, 256, 300, 65536, 2147483647, -2147483648, 2147483647, 2147483647, 2147483647, -2147483648, 2147483647, -2147483648, 0, 1, 1, 1, 0, 0]> : tensor<26xi32>
  weft.return %0 : tensor<26xi32>
}
weft.func @test_cast_bf16_i64(%a0: tensor<26xbf16>) -> (tensor<26xi64>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xi64>)
  weft.return %r0 : tensor<26xi64>
}
weft.func @inputs_cast_bf16_i64() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_i64() -> (tensor<26xi64>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 128, 128, -129, 256, 300, 65536, 3003121664, -3003121664, 9223372036854775807, 9223372036854775807, 9223372036854775807, -9223372036854775808, 9223372036854775807, -9223372036854775808, 0, 1, 1, 1, 0, 0]> : tensor<26xi64>
  weft.return %0 : tensor<26xi64>
}
weft.func @test_cast_bf16_ui8(%a0: tensor<26xbf16>) -> (tensor<26xui8>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xui8>)
  weft.return %r0 : tensor<26xui8>
}
weft.func @inputs_cast_bf16_ui8() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_ui8() -> (tensor<26xui8>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 128, 128, 0, 255, 255, 255, 255, 0, 255, 255, 255, 0, 255, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui8>
  weft.return %0 : tensor<26xui8>
}
weft.func @test_cast_bf16_ui16(%a0: tensor<26xbf16>) -> (tensor<26xui16>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xui16>)
  weft.return %r0 : tensor<26xui16>
}
weft.func @inputs_cast_bf16_ui16() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_ui16() -> (tensor<26xui16>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 128, 128, 0, 256, 300, 65535, 65535, 0, 65535, 65535, 65535, 0, 65535, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui16>
  weft.return %0 : tensor<26xui16>
}
weft.func @test_cast_bf16_ui32(%a0: tensor<26xbf16>) -> (tensor<26xui32>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xui32>)
  weft.return %r0 : tensor<26xui32>
}
weft.func @inputs_cast_bf16_ui32() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_ui32() -> (tensor<26xui32>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 128, 128, 0, 256, 300, 65536, 3003121664, 0, 4294967295, 4294967295, 4294967295, 0, 4294967295, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui32>
  weft.return %0 : tensor<26xui32>
}
weft.func @test_cast_bf16_ui64(%a0: tensor<26xbf16>) -> (tensor<26xui64>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xui64>)
  weft.return %r0 : tensor<26xui64>
}
weft.func @inputs_cast_bf16_ui64() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_ui64() -> (tensor<26xui64>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 128, 128, 0, 256, 300, 65536, 3003121664, 0, 9223372036854775808, 10016005571271983104, 18446744073709551615, 0, 18446744073709551615, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui64>
  weft.return %0 : tensor<26xui64>
}
weft.func @test_cast_bf16_f16(%a0: tensor<26xbf16>) -> (tensor<26xf16>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xf16>)
  weft.return %r0 : tensor<26xf16>
}
weft.func @inputs_cast_bf16_f16() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_f16() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.0, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @test_cast_bf16_bf16(%a0: tensor<26xbf16>) -> (tensor<26xbf16>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xbf16>)
  weft.return %r0 : tensor<26xbf16>
}
weft.func @inputs_cast_bf16_bf16() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_bf16() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @test_cast_bf16_f32(%a0: tensor<26xbf16>) -> (tensor<26xf32>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xf32>)
  weft.return %r0 : tensor<26xf32>
}
weft.func @inputs_cast_bf16_f32() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_f32() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121700.0, -3003121700.0, 9.223372e+18, 1.0016006e+19, 1.8446744e+19, -9.972771e+19, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0, 1.0, 1.0, 1.0011718e-07, 9.1835e-41]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @test_cast_bf16_f64(%a0: tensor<26xbf16>) -> (tensor<26xf64>) {
  %r0 = weft.cast %a0 : (tensor<26xbf16>) -> (tensor<26xf64>)
  weft.return %r0 : tensor<26xf64>
}
weft.func @inputs_cast_bf16_f64() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @expected_cast_bf16_f64() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @test_cast_f32_i1(%a0: tensor<26xf32>) -> (tensor<26xi1>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xi1>)
  weft.return %r0 : tensor<26xi1>
}
weft.func @inputs_cast_f32_i1() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_i1() -> (tensor<26xi1>) {
  %0 = weft.constant dense<[false, false, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true]> : tensor<26xi1>
  weft.return %0 : tensor<26xi1>
}
weft.func @test_cast_f32_i8(%a0: tensor<26xf32>) -> (tensor<26xi8>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xi8>)
  weft.return %r0 : tensor<26xi8>
}
weft.func @inputs_cast_f32_i8() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_i8() -> (tensor<26xi8>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 127, -128, 127, 127, 127, 127, -128, 127, 127, 127, -128, 127, -128, 0, 1, 1, 1, 0, 0]> : tensor<26xi8>
  weft.return %0 : tensor<26xi8>
}
weft.func @test_cast_f32_i16(%a0: tensor<26xf32>) -> (tensor<26xi16>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xi16>)
  weft.return %r0 : tensor<26xi16>
}
weft.func @inputs_cast_f32_i16() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_i16() -> (tensor<26xi16>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 128, -129, 255, 300, 32767, 32767, -32768, 32767, 32767, 32767, -32768, 32767, -32768, 0, 1, 1, 1, 0, 0]> : tensor<26xi16>
  weft.return %0 : tensor<26xi16>
}
weft.func @test_cast_f32_i32(%a0: tensor<26xf32>) -> (tensor<26xi32>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xi32>)
  weft.return %r0 : tensor<26xi32>
}
weft.func @inputs_cast_f32_i32() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_i32() -> (tensor<26xi32>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 128, -129, 255, 300, 65504, 2147483647, -2147483648, 2147483647, 2147483647, 2147483647, -2147483648, 2147483647, -2147483648, 0, 1, 1, 1, 0, 0]> : tensor<26xi32>
  weft.return %0 : tensor<26xi32>
}
weft.func @test_cast_f32_i64(%a0: tensor<26xf32>) -> (tensor<26xi64>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xi64>)
  weft.return %r0 : tensor<26xi64>
}
weft.func @inputs_cast_f32_i64() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_i64() -> (tensor<26xi64>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 128, -129, 255, 300, 65504, 3000000000, -3000000000, 9223372036854775807, 9223372036854775807, 9223372036854775807, -9223372036854775808, 9223372036854775807, -9223372036854775808, 0, 1, 1, 1, 0, 0]> : tensor<26xi64>
  weft.return %0 : tensor<26xi64>
}
weft.func @test_cast_f32_ui8(%a0: tensor<26xf32>) -> (tensor<26xui8>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xui8>)
  weft.return %r0 : tensor<26xui8>
}
weft.func @inputs_cast_f32_ui8() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_ui8() -> (tensor<26xui8>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 255, 255, 255, 0, 255, 255, 255, 0, 255, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui8>
  weft.return %0 : tensor<26xui8>
}
weft.func @test_cast_f32_ui16(%a0: tensor<26xf32>) -> (tensor<26xui16>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xui16>)
  weft.return %r0 : tensor<26xui16>
}
weft.func @inputs_cast_f32_ui16() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_ui16() -> (tensor<26xui16>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 300, 65504, 65535, 0, 65535, 65535, 65535, 0, 65535, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui16>
  weft.return %0 : tensor<26xui16>
}
weft.func @test_cast_f32_ui32(%a0: tensor<26xf32>) -> (tensor<26xui32>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xui32>)
  weft.return %r0 : tensor<26xui32>
}
weft.func @inputs_cast_f32_ui32() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_ui32() -> (tensor<26xui32>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 300, 65504, 3000000000, 0, 4294967295, 4294967295, 4294967295, 0, 4294967295, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui32>
  weft.return %0 : tensor<26xui32>
}
weft.func @test_cast_f32_ui64(%a0: tensor<26xf32>) -> (tensor<26xui64>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xui64>)
  weft.return %r0 : tensor<26xui64>
}
weft.func @inputs_cast_f32_ui64() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_ui64() -> (tensor<26xui64>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 300, 65504, 3000000000, 0, 9223372036854775808, 9999999980506447872, 18446744073709551615, 0, 18446744073709551615, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui64>
  weft.return %0 : tensor<26xui64>
}
weft.func @test_cast_f32_f16(%a0: tensor<26xf32>) -> (tensor<26xf16>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xf16>)
  weft.return %r0 : tensor<26xf16>
}
weft.func @inputs_cast_f32_f16() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_f16() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @test_cast_f32_bf16(%a0: tensor<26xf32>) -> (tensor<26xbf16>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xbf16>)
  weft.return %r0 : tensor<26xbf16>
}
weft.func @inputs_cast_f32_bf16() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_bf16() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @test_cast_f32_f32(%a0: tensor<26xf32>) -> (tensor<26xf32>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xf32>)
  weft.return %r0 : tensor<26xf32>
}
weft.func @inputs_cast_f32_f32() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_f32() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @test_cast_f32_f64(%a0: tensor<26xf32>) -> (tensor<26xf64>) {
  %r0 = weft.cast %a0 : (tensor<26xf32>) -> (tensor<26xf64>)
  weft.return %r0 : tensor<26xf64>
}
weft.func @inputs_cast_f32_f64() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @expected_cast_f32_f64() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9000015258789, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 9.999999980506448e+18, 1.8446744073709552e+19, -1.0000000200408773e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0, 1.0000000116860974e-07, 9.99994610111476e-41]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @test_cast_f64_i1(%a0: tensor<26xf64>) -> (tensor<26xi1>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xi1>)
  weft.return %r0 : tensor<26xi1>
}
weft.func @inputs_cast_f64_i1() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_i1() -> (tensor<26xi1>) {
  %0 = weft.constant dense<[false, false, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true, true]> : tensor<26xi1>
  weft.return %0 : tensor<26xi1>
}
weft.func @test_cast_f64_i8(%a0: tensor<26xf64>) -> (tensor<26xi8>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xi8>)
  weft.return %r0 : tensor<26xi8>
}
weft.func @inputs_cast_f64_i8() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_i8() -> (tensor<26xi8>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 127, -128, 127, 127, 127, 127, -128, 127, 127, 127, -128, 127, -128, 0, 1, 1, 1, 0, 0]> : tensor<26xi8>
  weft.return %0 : tensor<26xi8>
}
weft.func @test_cast_f64_i16(%a0: tensor<26xf64>) -> (tensor<26xi16>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xi16>)
  weft.return %r0 : tensor<26xi16>
}
weft.func @inputs_cast_f64_i16() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_i16() -> (tensor<26xi16>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 128, -129, 255, 300, 32767, 32767, -32768, 32767, 32767, 32767, -32768, 32767, -32768, 0, 1, 1, 1, 0, 0]> : tensor<26xi16>
  weft.return %0 : tensor<26xi16>
}
weft.func @test_cast_f64_i32(%a0: tensor<26xf64>) -> (tensor<26xi32>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xi32>)
  weft.return %r0 : tensor<26xi32>
}
weft.func @inputs_cast_f64_i32() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_i32() -> (tensor<26xi32>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 128, -129, 255, 300, 65504, 2147483647, -2147483648, 2147483647, 2147483647, 2147483647, -2147483648, 2147483647, -2147483648, 0, 1, 1, 1, 0, 0]> : tensor<26xi32>
  weft.return %0 : tensor<26xi32>
}
weft.func @test_cast_f64_i64(%a0: tensor<26xf64>) -> (tensor<26xi64>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xi64>)
  weft.return %r0 : tensor<26xi64>
}
weft.func @inputs_cast_f64_i64() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_i64() -> (tensor<26xi64>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, -1, 127, 128, -129, 255, 300, 65504, 3000000000, -3000000000, 9223372036854775807, 9223372036854775807, 9223372036854775807, -9223372036854775808, 9223372036854775807, -9223372036854775808, 0, 1, 1, 1, 0, 0]> : tensor<26xi64>
  weft.return %0 : tensor<26xi64>
}
weft.func @test_cast_f64_ui8(%a0: tensor<26xf64>) -> (tensor<26xui8>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xui8>)
  weft.return %r0 : tensor<26xui8>
}
weft.func @inputs_cast_f64_ui8() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_ui8() -> (tensor<26xui8>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 255, 255, 255, 0, 255, 255, 255, 0, 255, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui8>
  weft.return %0 : tensor<26xui8>
}
weft.func @test_cast_f64_ui16(%a0: tensor<26xf64>) -> (tensor<26xui16>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xui16>)
  weft.return %r0 : tensor<26xui16>
}
weft.func @inputs_cast_f64_ui16() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_ui16() -> (tensor<26xui16>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 300, 65504, 65535, 0, 65535, 65535, 65535, 0, 65535, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui16>
  weft.return %0 : tensor<26xui16>
}
weft.func @test_cast_f64_ui32(%a0: tensor<26xf64>) -> (tensor<26xui32>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xui32>)
  weft.return %r0 : tensor<26xui32>
}
weft.func @inputs_cast_f64_ui32() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_ui32() -> (tensor<26xui32>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 300, 65504, 3000000000, 0, 4294967295, 4294967295, 4294967295, 0, 4294967295, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui32>
  weft.return %0 : tensor<26xui32>
}
weft.func @test_cast_f64_ui64(%a0: tensor<26xf64>) -> (tensor<26xui64>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xui64>)
  weft.return %r0 : tensor<26xui64>
}
weft.func @inputs_cast_f64_ui64() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_ui64() -> (tensor<26xui64>) {
  %0 = weft.constant dense<[0, 0, 0, 0, 1, 0, 127, 128, 0, 255, 300, 65504, 3000000000, 0, 9223372036854775808, 10000000000000000000, 18446744073709551615, 0, 18446744073709551615, 0, 0, 1, 1, 1, 0, 0]> : tensor<26xui64>
  weft.return %0 : tensor<26xui64>
}
weft.func @test_cast_f64_f16(%a0: tensor<26xf64>) -> (tensor<26xf16>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xf16>)
  weft.return %r0 : tensor<26xf16>
}
weft.func @inputs_cast_f64_f16() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_f16() -> (tensor<26xf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.875, 128.0, -129.0, 255.5, 300.0, 65504.0, 0x7C00, 0xFC00, 0x7C00, 0x7C00, 0x7C00, 0xFC00, 0x7C00, 0xFC00, 0x7E00, 1.00390625, 1.0, 1.0, 1.1920928955078125e-07, 0.0]> : tensor<26xf16>
  weft.return %0 : tensor<26xf16>
}
weft.func @test_cast_f64_bf16(%a0: tensor<26xf64>) -> (tensor<26xbf16>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xbf16>)
  weft.return %r0 : tensor<26xbf16>
}
weft.func @inputs_cast_f64_bf16() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_bf16() -> (tensor<26xbf16>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 128.0, 128.0, -129.0, 256.0, 300.0, 65536.0, 3003121664.0, -3003121664.0, 9.223372036854776e+18, 1.0016005571271983e+19, 1.8446744073709552e+19, -9.972771014849226e+19, 0x7F80, 0xFF80, 0x7FC0, 1.0, 1.0, 1.0, 1.0011717677116394e-07, 9.183549615799121e-41]> : tensor<26xbf16>
  weft.return %0 : tensor<26xbf16>
}
weft.func @test_cast_f64_f32(%a0: tensor<26xf64>) -> (tensor<26xf32>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xf32>)
  weft.return %r0 : tensor<26xf32>
}
weft.func @inputs_cast_f64_f32() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_f32() -> (tensor<26xf32>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372e+18, 1.0e+19, 1.8446744e+19, -1.0e+20, 0x7F800000, 0xFF800000, 0x7FC00000, 1.0039062, 1.0004883, 1.0, 1.0e-07, 1.0e-40]> : tensor<26xf32>
  weft.return %0 : tensor<26xf32>
}
weft.func @test_cast_f64_f64(%a0: tensor<26xf64>) -> (tensor<26xf64>) {
  %r0 = weft.cast %a0 : (tensor<26xf64>) -> (tensor<26xf64>)
  weft.return %r0 : tensor<26xf64>
}
weft.func @inputs_cast_f64_f64() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @expected_cast_f64_f64() -> (tensor<26xf64>) {
  %0 = weft.constant dense<[0.0, -0.0, 0.75, -0.75, 1.5, -1.5, 127.9, 128.0, -129.0, 255.5, 300.0, 65504.0, 3000000000.0, -3000000000.0, 9.223372036854776e+18, 1.0e+19, 1.8446744073709552e+19, -1.0e+20, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000, 1.00390625, 1.00048828125, 1.0000000596046448, 1.0e-07, 1.0e-40]> : tensor<26xf64>
  weft.return %0 : tensor<26xf64>
}
weft.func @test_bitcast_f32_i32(%a0: tensor<3x3xf32>) -> (tensor<3x3xi32>) {
  %r0 = weft.bitcast %a0 : (tensor<3x3xf32>) -> (tensor<3x3xi32>)
  weft.return %r0 : tensor<3x3xi32>
}
weft.func @test_bitcast_f32_i32.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xi32>) {
  %r0 = weft.bitcast %a0 : (tensor<?x?xf32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_bitcast_f32_i32() -> (tensor<3x3xf32>) {
  %0 = weft.constant dense<[[1.9368861, 0.96218187, 0.5789288], [-1.1150436, -0.5183015, 0.49421865], [1.7056053, -0.7926115, -0.41916373]]> : tensor<3x3xf32>
  weft.return %0 : tensor<3x3xf32>
}
weft.func @expected_bitcast_f32_i32() -> (tensor<3x3xi32>) {
  %0 = weft.constant dense<[[1073212386, 1064718733, 1058288814], [-1081165376, -1090211992, 1056770618], [1071272262, -1085609834, -1093231455]]> : tensor<3x3xi32>
  weft.return %0 : tensor<3x3xi32>
}
weft.func @test_bitcast_i32_f32(%a0: tensor<3x3xi32>) -> (tensor<3x3xf32>) {
  %r0 = weft.bitcast %a0 : (tensor<3x3xi32>) -> (tensor<3x3xf32>)
  weft.return %r0 : tensor<3x3xf32>
}
weft.func @test_bitcast_i32_f32.dynamic(%a0: tensor<?x?xi32>) -> (tensor<?x?xf32>) {
  %r0 = weft.bitcast %a0 : (tensor<?x?xi32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_bitcast_i32_f32() -> (tensor<3x3xi32>) {
  %0 = weft.constant dense<[[80, 3, 18], [69, 41, 44], [92, 79, 11]]> : tensor<3x3xi32>
  weft.return %0 : tensor<3x3xi32>
}
weft.func @expected_bitcast_i32_f32() -> (tensor<3x3xf32>) {
  %0 = weft.constant dense<[[1.12e-43, 4.0e-45, 2.5e-44], [9.7e-44, 5.7e-44, 6.2e-44], [1.29e-43, 1.11e-43, 1.5e-44]]> : tensor<3x3xf32>
  weft.return %0 : tensor<3x3xf32>
}
weft.func @test_bitcast_f64_ui64(%a0: tensor<3x3xf64>) -> (tensor<3x3xui64>) {
  %r0 = weft.bitcast %a0 : (tensor<3x3xf64>) -> (tensor<3x3xui64>)
  weft.return %r0 : tensor<3x3xui64>
}
weft.func @test_bitcast_f64_ui64.dynamic(%a0: tensor<?x?xf64>) -> (tensor<?x?xui64>) {
  %r0 = weft.bitcast %a0 : (tensor<?x?xf64>) -> (tensor<?x?xui64>)
  weft.return %r0 : tensor<?x?xui64>
}
weft.func @inputs_bitcast_f64_ui64() -> (tensor<3x3xf64>) {
  %0 = weft.constant dense<[[0.6385845227736131, 0.6923704989529256, -0.14270346497681086], [-1.2455770034665234, -0.3884035952351428, 0.9801716335836503], [-1.2432575600464952, -1.6398359513110128, -0.14887025474345883]]> : tensor<3x3xf64>
  weft.return %0 : tensor<3x3xf64>
}
weft.func @expected_bitcast_f64_ui64() -> (tensor<3x3xui64>) {
  %0 = weft.constant dense<[[4603927077582892036, 4604411538587449856, 13817681491318863584], [13831660436156095814, 13824040513919763128, 4607003820752809332], [13831649990311573668, 13833436020606695740, 13817903673335624768]]> : tensor<3x3xui64>
  weft.return %0 : tensor<3x3xui64>
}
weft.func @test_bitcast_i16_f16(%a0: tensor<3x3xi16>) -> (tensor<3x3xf16>) {
  %r0 = weft.bitcast %a0 : (tensor<3x3xi16>) -> (tensor<3x3xf16>)
  weft.return %r0 : tensor<3x3xf16>
}
weft.func @test_bitcast_i16_f16.dynamic(%a0: tensor<?x?xi16>) -> (tensor<?x?xf16>) {
  %r0 = weft.bitcast %a0 : (tensor<?x?xi16>) -> (tensor<?x?xf16>)
  weft.return %r0 : tensor<?x?xf16>
}
weft.func @inputs_bitcast_i16_f16() -> (tensor<3x3xi16>) {
  %0 = weft.constant dense<[[23, 69, 23], [17, 79, 59], [81, 9, 93]]> : tensor<3x3xi16>
  weft.return %0 : tensor<3x3xi16>
}
weft.func @expected_bitcast_i16_f16() -> (tensor<3x3xf16>) {
  %0 = weft.constant dense<[[1.3709068298339844e-06, 4.112720489501953e-06, 1.3709068298339844e-06], [1.0132789611816406e-06, 4.708766937255859e-06, 3.516674041748047e-06], [4.827976226806641e-06, 5.364418029785156e-07, 5.543231964111328e-06]]> : tensor<3x3xf16>
  weft.return %0 : tensor<3x3xf16>
}
weft.func @test_bitcast_bf16_ui16(%a0: tensor<3x3xbf16>) -> (tensor<3x3xui16>) {
  %r0 = weft.bitcast %a0 : (tensor<3x3xbf16>) -> (tensor<3x3xui16>)
  weft.return %r0 : tensor<3x3xui16>
}
weft.func @test_bitcast_bf16_ui16.dynamic(%a0: tensor<?x?xbf16>) -> (tensor<?x?xui16>) {
  %r0 = weft.bitcast %a0 : (tensor<?x?xbf16>) -> (tensor<?x?xui16>)
  weft.return %r0 : tensor<?x?xui16>
}
weft.func @inputs_bitcast_bf16_ui16() -> (tensor<3x3xbf16>) {
  %0 = weft.constant dense<[[1.359375, 0.58984375, -1.25], [1.2890625, 0.9140625, 0.98828125], [0.7890625, 1.3203125, -0.80859375]]> : tensor<3x3xbf16>
  weft.return %0 : tensor<3x3xbf16>
}
weft.func @expected_bitcast_bf16_ui16() -> (tensor<3x3xui16>) {
  %0 = weft.constant dense<[[16302, 16151, 49056], [16293, 16234, 16253], [16202, 16297, 48975]]> : tensor<3x3xui16>
  weft.return %0 : tensor<3x3xui16>
}
weft.func @test_bitcast_ui8_i8(%a0: tensor<3x3xui8>) -> (tensor<3x3xi8>) {
  %r0 = weft.bitcast %a0 : (tensor<3x3xui8>) -> (tensor<3x3xi8>)
  weft.return %r0 : tensor<3x3xi8>
}
weft.func @test_bitcast_ui8_i8.dynamic(%a0: tensor<?x?xui8>) -> (tensor<?x?xi8>) {
  %r0 = weft.bitcast %a0 : (tensor<?x?xui8>) -> (tensor<?x?xi8>)
  weft.return %r0 : tensor<?x?xi8>
}
weft.func @inputs_bitcast_ui8_i8() -> (tensor<3x3xui8>) {
  %0 = weft.constant dense<[[65, 66, 28], [51, 65, 33], [16, 32, 82]]> : tensor<3x3xui8>
  weft.return %0 : tensor<3x3xui8>
}
weft.func @expected_bitcast_ui8_i8() -> (tensor<3x3xi8>) {
  %0 = weft.constant dense<[[65, 66, 28], [51, 65, 33], [16, 32, 82]]> : tensor<3x3xi8>
  weft.return %0 : tensor<3x3xi8>
}
