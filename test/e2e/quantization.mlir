// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Conversion between floats and quantized integers. Made by generate.py.

weft.func @test_quantize_i8_scalar(%a0: tensor<3x5xf32>, %a1: tensor<f32>, %a2: tensor<i8>) -> (tensor<3x5xi8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<f32>, tensor<i8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @test_quantize_i8_scalar.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<f32>, %a2: tensor<i8>) -> (tensor<?x?xi8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<f32>, tensor<i8>) -> (tensor<?x?xi8>)
  weft.return %r0 : tensor<?x?xi8>
}
weft.func @inputs_quantize_i8_scalar() -> (tensor<3x5xf32>, tensor<f32>, tensor<i8>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<0.5> : tensor<f32>
  %2 = weft.constant dense<3> : tensor<i8>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<f32>, tensor<i8>
}
weft.func @expected_quantize_i8_scalar() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[4, 6, 8, 2, 0], [127, -128, 10, 127, 0], [-128, 3, 4, -13, 127]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_dequantize_i8_scalar(%a0: tensor<3x5xi8>, %a1: tensor<f32>, %a2: tensor<i8>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xi8>, tensor<f32>, tensor<i8>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i8_scalar.dynamic(%a0: tensor<?x?xi8>, %a1: tensor<f32>, %a2: tensor<i8>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xi8>, tensor<f32>, tensor<i8>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i8_scalar() -> (tensor<3x5xi8>, tensor<f32>, tensor<i8>) {
  %0 = weft.constant dense<[[-62, -25, 83, -49, 43], [-44, 26, -26, 66, -38], [24, -80, -18, -81, 64]]> : tensor<3x5xi8>
  %1 = weft.constant dense<0.5> : tensor<f32>
  %2 = weft.constant dense<3> : tensor<i8>
  weft.return %0, %1, %2 : tensor<3x5xi8>, tensor<f32>, tensor<i8>
}
weft.func @expected_dequantize_i8_scalar() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-32.5, -14.0, 40.0, -26.0, 20.0], [-23.5, 11.5, -14.5, 31.5, -20.5], [10.5, -41.5, -10.5, -42.0, 30.5]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i8_rows(%a0: tensor<3x5xf32>, %a1: tensor<3xf32>, %a2: tensor<3xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<3xf32>, tensor<3xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @test_quantize_i8_rows.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xi8>) -> (tensor<?x?xi8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<?xf32>, tensor<?xi8>) -> (tensor<?x?xi8>)
  weft.return %r0 : tensor<?x?xi8>
}
weft.func @inputs_quantize_i8_rows() -> (tensor<3x5xf32>, tensor<3xf32>, tensor<3xi8>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[0.14663178, 0.3483237, 0.9706613]> : tensor<3xf32>
  %2 = weft.constant dense<[1, -5, -2]> : tensor<3xi8>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<3xf32>, tensor<3xi8>
}
weft.func @expected_quantize_i8_rows() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[4, 11, 18, -2, -9], [127, -128, 4, 127, 0], [-128, -2, -2, -10, 100]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_dequantize_i8_rows(%a0: tensor<3x5xi8>, %a1: tensor<3xf32>, %a2: tensor<3xi8>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xi8>, tensor<3xf32>, tensor<3xi8>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i8_rows.dynamic(%a0: tensor<?x?xi8>, %a1: tensor<?xf32>, %a2: tensor<?xi8>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xi8>, tensor<?xf32>, tensor<?xi8>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i8_rows() -> (tensor<3x5xi8>, tensor<3xf32>, tensor<3xi8>) {
  %0 = weft.constant dense<[[39, 53, 16, 46, 74], [-80, 28, 79, 4, -91], [-59, 50, -29, 81, -4]]> : tensor<3x5xi8>
  %1 = weft.constant dense<[0.14663178, 0.3483237, 0.9706613]> : tensor<3xf32>
  %2 = weft.constant dense<[1, -5, -2]> : tensor<3xi8>
  weft.return %0, %1, %2 : tensor<3x5xi8>, tensor<3xf32>, tensor<3xi8>
}
weft.func @expected_dequantize_i8_rows() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[5.5720077, 7.624852, 2.1994767, 6.59843, 10.70412], [-26.124277, 11.494682, 29.259192, 3.1349134, -29.95584], [-55.327694, 50.47439, -26.207855, 80.56489, -1.9413226]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i8_columns(%a0: tensor<3x5xf32>, %a1: tensor<5xf32>, %a2: tensor<5xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<5xf32>, tensor<5xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @test_quantize_i8_columns.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xi8>) -> (tensor<?x?xi8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<?xf32>, tensor<?xi8>) -> (tensor<?x?xi8>)
  weft.return %r0 : tensor<?x?xi8>
}
weft.func @inputs_quantize_i8_columns() -> (tensor<3x5xf32>, tensor<5xf32>, tensor<5xi8>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[1.9399427, 1.4336678, 1.0896438, 0.32171378, 1.8416531]> : tensor<5xf32>
  %2 = weft.constant dense<[-3, 0, -5, -4, -4]> : tensor<5xi8>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<5xf32>, tensor<5xi8>
}
weft.func @expected_quantize_i8_columns() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[-3, 1, -3, -6, -5], [127, -128, -2, 127, 0], [-128, 0, -5, -28, 50]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_dequantize_i8_columns(%a0: tensor<3x5xi8>, %a1: tensor<5xf32>, %a2: tensor<5xi8>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<3x5xi8>, tensor<5xf32>, tensor<5xi8>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i8_columns.dynamic(%a0: tensor<?x?xi8>, %a1: tensor<?xf32>, %a2: tensor<?xi8>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<?x?xi8>, tensor<?xf32>, tensor<?xi8>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i8_columns() -> (tensor<3x5xi8>, tensor<5xf32>, tensor<5xi8>) {
  %0 = weft.constant dense<[[44, -5, 59, 38, 25], [-88, -100, 94, 60, 26], [65, 50, 14, -79, -44]]> : tensor<3x5xi8>
  %1 = weft.constant dense<[1.9399427, 1.4336678, 1.0896438, 0.32171378, 1.8416531]> : tensor<5xf32>
  %2 = weft.constant dense<[-3, 0, -5, -4, -4]> : tensor<5xi8>
  weft.return %0, %1, %2 : tensor<3x5xi8>, tensor<5xf32>, tensor<5xi8>
}
weft.func @expected_dequantize_i8_columns() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[91.17731, -7.168339, 69.737206, 13.511978, 53.40794], [-164.89513, -143.36678, 107.87474, 20.589682, 55.24959], [131.9161, 71.68339, 20.703234, -24.128532, -73.66612]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i8_blocks(%a0: tensor<3x5xf32>, %a1: tensor<3x3xf32>, %a2: tensor<3x3xi8>) -> (tensor<3x5xi8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xi8>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @test_quantize_i8_blocks.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>, %a2: tensor<?x?xi8>) -> (tensor<?x?xi8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xf32>, tensor<?x?xf32>, tensor<?x?xi8>) -> (tensor<?x?xi8>)
  weft.return %r0 : tensor<?x?xi8>
}
weft.func @inputs_quantize_i8_blocks() -> (tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xi8>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[[0.13022737, 0.70418173, 0.8485699], [0.9410129, 0.42927822, 1.3065411], [0.42890415, 0.97653514, 0.75361425]]> : tensor<3x3xf32>
  %2 = weft.constant dense<[[4, 0, 1], [0, -2, -5], [4, -2, -1]]> : tensor<3x3xi8>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xi8>
}
weft.func @expected_quantize_i8_blocks() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[8, 16, 4, -1, -1], [127, -128, 6, 127, 0], [-128, 5, -2, -10, 127]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_dequantize_i8_blocks(%a0: tensor<3x5xi8>, %a1: tensor<3x3xf32>, %a2: tensor<3x3xi8>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<3x5xi8>, tensor<3x3xf32>, tensor<3x3xi8>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i8_blocks.dynamic(%a0: tensor<?x?xi8>, %a1: tensor<?x?xf32>, %a2: tensor<?x?xi8>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xi8>, tensor<?x?xf32>, tensor<?x?xi8>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i8_blocks() -> (tensor<3x5xi8>, tensor<3x3xf32>, tensor<3x3xi8>) {
  %0 = weft.constant dense<[[21, -40, -61, 20, 31], [44, -13, -20, 0, -29], [-100, -84, 38, 32, 84]]> : tensor<3x5xi8>
  %1 = weft.constant dense<[[0.13022737, 0.70418173, 0.8485699], [0.9410129, 0.42927822, 1.3065411], [0.42890415, 0.97653514, 0.75361425]]> : tensor<3x3xf32>
  %2 = weft.constant dense<[[4, 0, 1], [0, -2, -5], [4, -2, -1]]> : tensor<3x3xi8>
  weft.return %0, %1, %2 : tensor<3x5xi8>, tensor<3x3xf32>, tensor<3x3xi8>
}
weft.func @expected_dequantize_i8_blocks() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[2.2138653, -5.7300043, -42.955086, 14.083634, 25.457098], [41.404568, -12.233168, -7.727008, 0.85855645, -31.356987], [-44.60603, -37.743565, 39.061405, 33.202194, 64.05721]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i8_no_zero(%a0: tensor<3x5xf32>, %a1: tensor<f32>) -> (tensor<3x5xi8>) {
  %r0 = weft.quantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<f32>) -> (tensor<3x5xi8>)
  weft.return %r0 : tensor<3x5xi8>
}
weft.func @test_quantize_i8_no_zero.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<f32>) -> (tensor<?x?xi8>) {
  %r0 = weft.quantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<f32>) -> (tensor<?x?xi8>)
  weft.return %r0 : tensor<?x?xi8>
}
weft.func @inputs_quantize_i8_no_zero() -> (tensor<3x5xf32>, tensor<f32>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<0.25> : tensor<f32>
  weft.return %0, %1 : tensor<3x5xf32>, tensor<f32>
}
weft.func @expected_quantize_i8_no_zero() -> (tensor<3x5xi8>) {
  %0 = weft.constant dense<[[2, 6, 10, -2, -6], [127, -128, 13, 127, 0], [-128, 1, 1, -31, 127]]> : tensor<3x5xi8>
  weft.return %0 : tensor<3x5xi8>
}
weft.func @test_dequantize_i8_no_zero(%a0: tensor<3x5xi8>, %a1: tensor<f32>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xi8>, tensor<f32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i8_no_zero.dynamic(%a0: tensor<?x?xi8>, %a1: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xi8>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i8_no_zero() -> (tensor<3x5xi8>, tensor<f32>) {
  %0 = weft.constant dense<[[93, 58, 4, 40, 21], [93, -12, 47, -71, 30], [9, 59, 18, -69, -55]]> : tensor<3x5xi8>
  %1 = weft.constant dense<0.25> : tensor<f32>
  weft.return %0, %1 : tensor<3x5xi8>, tensor<f32>
}
weft.func @expected_dequantize_i8_no_zero() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[23.25, 14.5, 1.0, 10.0, 5.25], [23.25, -3.0, 11.75, -17.75, 7.5], [2.25, 14.75, 4.5, -17.25, -13.75]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_ui8_scalar(%a0: tensor<3x5xf32>, %a1: tensor<f32>, %a2: tensor<ui8>) -> (tensor<3x5xui8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<f32>, tensor<ui8>) -> (tensor<3x5xui8>)
  weft.return %r0 : tensor<3x5xui8>
}
weft.func @test_quantize_ui8_scalar.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<f32>, %a2: tensor<ui8>) -> (tensor<?x?xui8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<f32>, tensor<ui8>) -> (tensor<?x?xui8>)
  weft.return %r0 : tensor<?x?xui8>
}
weft.func @inputs_quantize_ui8_scalar() -> (tensor<3x5xf32>, tensor<f32>, tensor<ui8>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<0.5> : tensor<f32>
  %2 = weft.constant dense<3> : tensor<ui8>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<f32>, tensor<ui8>
}
weft.func @expected_quantize_ui8_scalar() -> (tensor<3x5xui8>) {
  %0 = weft.constant dense<[[4, 6, 8, 2, 0], [255, 0, 10, 255, 0], [0, 3, 4, 0, 201]]> : tensor<3x5xui8>
  weft.return %0 : tensor<3x5xui8>
}
weft.func @test_dequantize_ui8_scalar(%a0: tensor<3x5xui8>, %a1: tensor<f32>, %a2: tensor<ui8>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xui8>, tensor<f32>, tensor<ui8>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_ui8_scalar.dynamic(%a0: tensor<?x?xui8>, %a1: tensor<f32>, %a2: tensor<ui8>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xui8>, tensor<f32>, tensor<ui8>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_ui8_scalar() -> (tensor<3x5xui8>, tensor<f32>, tensor<ui8>) {
  %0 = weft.constant dense<[[0, 64, 8, 34, 46], [86, 10, 58, 73, 22], [43, 15, 67, 52, 87]]> : tensor<3x5xui8>
  %1 = weft.constant dense<0.5> : tensor<f32>
  %2 = weft.constant dense<3> : tensor<ui8>
  weft.return %0, %1, %2 : tensor<3x5xui8>, tensor<f32>, tensor<ui8>
}
weft.func @expected_dequantize_ui8_scalar() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-1.5, 30.5, 2.5, 15.5, 21.5], [41.5, 3.5, 27.5, 35.0, 9.5], [20.0, 6.0, 32.0, 24.5, 42.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_ui8_rows(%a0: tensor<3x5xf32>, %a1: tensor<3xf32>, %a2: tensor<3xui8>) -> (tensor<3x5xui8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<3xf32>, tensor<3xui8>) -> (tensor<3x5xui8>)
  weft.return %r0 : tensor<3x5xui8>
}
weft.func @test_quantize_ui8_rows.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xui8>) -> (tensor<?x?xui8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<?xf32>, tensor<?xui8>) -> (tensor<?x?xui8>)
  weft.return %r0 : tensor<?x?xui8>
}
weft.func @inputs_quantize_ui8_rows() -> (tensor<3x5xf32>, tensor<3xf32>, tensor<3xui8>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[1.2782825, 0.5011343, 0.22980529]> : tensor<3xf32>
  %2 = weft.constant dense<[1, 2, 2]> : tensor<3xui8>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<3xf32>, tensor<3xui8>
}
weft.func @expected_quantize_ui8_rows() -> (tensor<3x5xui8>) {
  %0 = weft.constant dense<[[1, 2, 3, 1, 0], [255, 0, 9, 255, 0], [0, 3, 3, 0, 255]]> : tensor<3x5xui8>
  weft.return %0 : tensor<3x5xui8>
}
weft.func @test_dequantize_ui8_rows(%a0: tensor<3x5xui8>, %a1: tensor<3xf32>, %a2: tensor<3xui8>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xui8>, tensor<3xf32>, tensor<3xui8>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_ui8_rows.dynamic(%a0: tensor<?x?xui8>, %a1: tensor<?xf32>, %a2: tensor<?xui8>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xui8>, tensor<?xf32>, tensor<?xui8>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_ui8_rows() -> (tensor<3x5xui8>, tensor<3xf32>, tensor<3xui8>) {
  %0 = weft.constant dense<[[57, 7, 20, 76, 32], [66, 78, 19, 93, 32], [16, 95, 16, 63, 43]]> : tensor<3x5xui8>
  %1 = weft.constant dense<[1.2782825, 0.5011343, 0.22980529]> : tensor<3xf32>
  %2 = weft.constant dense<[1, 2, 2]> : tensor<3xui8>
  weft.return %0, %1, %2 : tensor<3x5xui8>, tensor<3xf32>, tensor<3xui8>
}
weft.func @expected_dequantize_ui8_rows() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[71.583824, 7.669695, 24.287369, 95.87119, 39.62676], [32.072594, 38.086205, 8.519282, 45.603218, 15.034028], [3.2172742, 21.371893, 3.2172742, 14.018123, 9.422017]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_ui8_columns(%a0: tensor<3x5xf32>, %a1: tensor<5xf32>, %a2: tensor<5xui8>) -> (tensor<3x5xui8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<5xf32>, tensor<5xui8>) -> (tensor<3x5xui8>)
  weft.return %r0 : tensor<3x5xui8>
}
weft.func @test_quantize_ui8_columns.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xui8>) -> (tensor<?x?xui8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<?xf32>, tensor<?xui8>) -> (tensor<?x?xui8>)
  weft.return %r0 : tensor<?x?xui8>
}
weft.func @inputs_quantize_ui8_columns() -> (tensor<3x5xf32>, tensor<5xf32>, tensor<5xui8>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[1.0078022, 0.19280367, 1.4027641, 1.1721137, 0.39791837]> : tensor<5xf32>
  %2 = weft.constant dense<[4, 2, 3, 4, 3]> : tensor<5xui8>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<5xf32>, tensor<5xui8>
}
weft.func @expected_quantize_ui8_columns() -> (tensor<3x5xui8>) {
  %0 = weft.constant dense<[[4, 10, 5, 4, 0], [255, 0, 5, 255, 0], [0, 3, 3, 0, 252]]> : tensor<3x5xui8>
  weft.return %0 : tensor<3x5xui8>
}
weft.func @test_dequantize_ui8_columns(%a0: tensor<3x5xui8>, %a1: tensor<5xf32>, %a2: tensor<5xui8>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<3x5xui8>, tensor<5xf32>, tensor<5xui8>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_ui8_columns.dynamic(%a0: tensor<?x?xui8>, %a1: tensor<?xf32>, %a2: tensor<?xui8>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<?x?xui8>, tensor<?xf32>, tensor<?xui8>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_ui8_columns() -> (tensor<3x5xui8>, tensor<5xf32>, tensor<5xui8>) {
  %0 = weft.constant dense<[[23, 11, 17, 71, 96], [47, 93, 95, 41, 9], [84, 48, 57, 17, 46]]> : tensor<3x5xui8>
  %1 = weft.constant dense<[1.0078022, 0.19280367, 1.4027641, 1.1721137, 0.39791837]> : tensor<5xf32>
  %2 = weft.constant dense<[4, 2, 3, 4, 3]> : tensor<5xui8>
  weft.return %0, %1, %2 : tensor<3x5xui8>, tensor<5xf32>, tensor<5xui8>
}
weft.func @expected_dequantize_ui8_columns() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[19.148243, 1.735233, 19.638697, 78.53162, 37.00641], [43.335495, 17.545134, 129.05429, 43.368206, 2.3875103], [80.624176, 8.868969, 75.74926, 15.237477, 17.11049]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_ui8_blocks(%a0: tensor<3x5xf32>, %a1: tensor<3x3xf32>, %a2: tensor<3x3xui8>) -> (tensor<3x5xui8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xui8>) -> (tensor<3x5xui8>)
  weft.return %r0 : tensor<3x5xui8>
}
weft.func @test_quantize_ui8_blocks.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>, %a2: tensor<?x?xui8>) -> (tensor<?x?xui8>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xf32>, tensor<?x?xf32>, tensor<?x?xui8>) -> (tensor<?x?xui8>)
  weft.return %r0 : tensor<?x?xui8>
}
weft.func @inputs_quantize_ui8_blocks() -> (tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xui8>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[[1.5277779, 1.3910553, 0.8242381], [1.8618066, 1.4471182, 0.64012223], [1.2368708, 1.5586773, 1.6540449]]> : tensor<3x3xf32>
  %2 = weft.constant dense<[[0, 0, 0], [2, 0, 3], [3, 4, 1]]> : tensor<3x3xui8>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xui8>
}
weft.func @expected_quantize_ui8_blocks() -> (tensor<3x5xui8>) {
  %0 = weft.constant dense<[[0, 1, 2, 0, 0], [255, 0, 2, 255, 0], [0, 3, 4, 0, 61]]> : tensor<3x5xui8>
  weft.return %0 : tensor<3x5xui8>
}
weft.func @test_dequantize_ui8_blocks(%a0: tensor<3x5xui8>, %a1: tensor<3x3xf32>, %a2: tensor<3x3xui8>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<3x5xui8>, tensor<3x3xf32>, tensor<3x3xui8>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_ui8_blocks.dynamic(%a0: tensor<?x?xui8>, %a1: tensor<?x?xf32>, %a2: tensor<?x?xui8>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xui8>, tensor<?x?xf32>, tensor<?x?xui8>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_ui8_blocks() -> (tensor<3x5xui8>, tensor<3x3xf32>, tensor<3x3xui8>) {
  %0 = weft.constant dense<[[5, 75, 52, 49, 81], [99, 90, 84, 65, 95], [33, 37, 81, 24, 78]]> : tensor<3x5xui8>
  %1 = weft.constant dense<[[1.5277779, 1.3910553, 0.8242381], [1.8618066, 1.4471182, 0.64012223], [1.2368708, 1.5586773, 1.6540449]]> : tensor<3x3xf32>
  %2 = weft.constant dense<[[0, 0, 0], [2, 0, 3], [3, 4, 1]]> : tensor<3x3xui8>
  weft.return %0, %1, %2 : tensor<3x5xui8>, tensor<3x3xf32>, tensor<3x3xui8>
}
weft.func @expected_dequantize_ui8_blocks() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[7.6388893, 114.58334, 72.33488, 68.16171, 66.76329], [180.59525, 163.83899, 121.55792, 94.06268, 58.891247], [37.106125, 42.053604, 120.01815, 31.173546, 127.36146]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_ui8_no_zero(%a0: tensor<3x5xf32>, %a1: tensor<f32>) -> (tensor<3x5xui8>) {
  %r0 = weft.quantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<f32>) -> (tensor<3x5xui8>)
  weft.return %r0 : tensor<3x5xui8>
}
weft.func @test_quantize_ui8_no_zero.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<f32>) -> (tensor<?x?xui8>) {
  %r0 = weft.quantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<f32>) -> (tensor<?x?xui8>)
  weft.return %r0 : tensor<?x?xui8>
}
weft.func @inputs_quantize_ui8_no_zero() -> (tensor<3x5xf32>, tensor<f32>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<0.25> : tensor<f32>
  weft.return %0, %1 : tensor<3x5xf32>, tensor<f32>
}
weft.func @expected_quantize_ui8_no_zero() -> (tensor<3x5xui8>) {
  %0 = weft.constant dense<[[2, 6, 10, 0, 0], [255, 0, 13, 255, 0], [0, 1, 1, 0, 255]]> : tensor<3x5xui8>
  weft.return %0 : tensor<3x5xui8>
}
weft.func @test_dequantize_ui8_no_zero(%a0: tensor<3x5xui8>, %a1: tensor<f32>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xui8>, tensor<f32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_ui8_no_zero.dynamic(%a0: tensor<?x?xui8>, %a1: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xui8>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_ui8_no_zero() -> (tensor<3x5xui8>, tensor<f32>) {
  %0 = weft.constant dense<[[23, 88, 40, 10, 96], [20, 33, 63, 42, 83], [21, 69, 94, 85, 60]]> : tensor<3x5xui8>
  %1 = weft.constant dense<0.25> : tensor<f32>
  weft.return %0, %1 : tensor<3x5xui8>, tensor<f32>
}
weft.func @expected_dequantize_ui8_no_zero() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[5.75, 22.0, 10.0, 2.5, 24.0], [5.0, 8.25, 15.75, 10.5, 20.75], [5.25, 17.25, 23.5, 21.25, 15.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i16_scalar(%a0: tensor<3x5xf32>, %a1: tensor<f32>, %a2: tensor<i16>) -> (tensor<3x5xi16>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<f32>, tensor<i16>) -> (tensor<3x5xi16>)
  weft.return %r0 : tensor<3x5xi16>
}
weft.func @test_quantize_i16_scalar.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<f32>, %a2: tensor<i16>) -> (tensor<?x?xi16>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<f32>, tensor<i16>) -> (tensor<?x?xi16>)
  weft.return %r0 : tensor<?x?xi16>
}
weft.func @inputs_quantize_i16_scalar() -> (tensor<3x5xf32>, tensor<f32>, tensor<i16>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<0.5> : tensor<f32>
  %2 = weft.constant dense<3> : tensor<i16>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<f32>, tensor<i16>
}
weft.func @expected_quantize_i16_scalar() -> (tensor<3x5xi16>) {
  %0 = weft.constant dense<[[4, 6, 8, 2, 0], [2003, -1997, 10, 32767, 0], [-32768, 3, 4, -13, 201]]> : tensor<3x5xi16>
  weft.return %0 : tensor<3x5xi16>
}
weft.func @test_dequantize_i16_scalar(%a0: tensor<3x5xi16>, %a1: tensor<f32>, %a2: tensor<i16>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xi16>, tensor<f32>, tensor<i16>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i16_scalar.dynamic(%a0: tensor<?x?xi16>, %a1: tensor<f32>, %a2: tensor<i16>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xi16>, tensor<f32>, tensor<i16>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i16_scalar() -> (tensor<3x5xi16>, tensor<f32>, tensor<i16>) {
  %0 = weft.constant dense<[[60, 87, 36, 72, -51], [-76, -12, 77, 44, 62], [0, 69, -79, -2, -86]]> : tensor<3x5xi16>
  %1 = weft.constant dense<0.5> : tensor<f32>
  %2 = weft.constant dense<3> : tensor<i16>
  weft.return %0, %1, %2 : tensor<3x5xi16>, tensor<f32>, tensor<i16>
}
weft.func @expected_dequantize_i16_scalar() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[28.5, 42.0, 16.5, 34.5, -27.0], [-39.5, -7.5, 37.0, 20.5, 29.5], [-1.5, 33.0, -41.0, -2.5, -44.5]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i16_rows(%a0: tensor<3x5xf32>, %a1: tensor<3xf32>, %a2: tensor<3xi16>) -> (tensor<3x5xi16>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<3xf32>, tensor<3xi16>) -> (tensor<3x5xi16>)
  weft.return %r0 : tensor<3x5xi16>
}
weft.func @test_quantize_i16_rows.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xi16>) -> (tensor<?x?xi16>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<?xf32>, tensor<?xi16>) -> (tensor<?x?xi16>)
  weft.return %r0 : tensor<?x?xi16>
}
weft.func @inputs_quantize_i16_rows() -> (tensor<3x5xf32>, tensor<3xf32>, tensor<3xi16>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[0.8895576, 1.735437, 1.1947979]> : tensor<3xf32>
  %2 = weft.constant dense<[1, 3, 2]> : tensor<3xi16>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<3xf32>, tensor<3xi16>
}
weft.func @expected_quantize_i16_rows() -> (tensor<3x5xi16>) {
  %0 = weft.constant dense<[[2, 3, 4, 0, -1], [579, -573, 5, 32767, 0], [-32768, 2, 2, -5, 85]]> : tensor<3x5xi16>
  weft.return %0 : tensor<3x5xi16>
}
weft.func @test_dequantize_i16_rows(%a0: tensor<3x5xi16>, %a1: tensor<3xf32>, %a2: tensor<3xi16>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xi16>, tensor<3xf32>, tensor<3xi16>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i16_rows.dynamic(%a0: tensor<?x?xi16>, %a1: tensor<?xf32>, %a2: tensor<?xi16>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xi16>, tensor<?xf32>, tensor<?xi16>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i16_rows() -> (tensor<3x5xi16>, tensor<3xf32>, tensor<3xi16>) {
  %0 = weft.constant dense<[[-9, 59, 6, 74, 5], [11, 82, -16, -9, -84], [22, 73, -32, 36, -43]]> : tensor<3x5xi16>
  %1 = weft.constant dense<[0.8895576, 1.735437, 1.1947979]> : tensor<3xf32>
  %2 = weft.constant dense<[1, 3, 2]> : tensor<3xi16>
  weft.return %0, %1, %2 : tensor<3x5xi16>, tensor<3xf32>, tensor<3xi16>
}
weft.func @expected_dequantize_i16_rows() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-8.8955765, 51.59434, 4.4477882, 64.937706, 3.5582304], [13.883496, 137.09953, -32.973305, -20.825245, -150.98302], [23.895958, 84.83065, -40.623127, 40.623127, -53.765903]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i16_columns(%a0: tensor<3x5xf32>, %a1: tensor<5xf32>, %a2: tensor<5xi16>) -> (tensor<3x5xi16>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<5xf32>, tensor<5xi16>) -> (tensor<3x5xi16>)
  weft.return %r0 : tensor<3x5xi16>
}
weft.func @test_quantize_i16_columns.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xi16>) -> (tensor<?x?xi16>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<?xf32>, tensor<?xi16>) -> (tensor<?x?xi16>)
  weft.return %r0 : tensor<?x?xi16>
}
weft.func @inputs_quantize_i16_columns() -> (tensor<3x5xf32>, tensor<5xf32>, tensor<5xi16>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[1.4730265, 1.0807675, 0.17953722, 1.6753461, 1.0696546]> : tensor<5xf32>
  %2 = weft.constant dense<[-1, 3, 1, 4, 2]> : tensor<5xi16>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<5xf32>, tensor<5xi16>
}
weft.func @expected_quantize_i16_columns() -> (tensor<3x5xi16>) {
  %0 = weft.constant dense<[[-1, 4, 15, 4, 1], [678, -922, 19, 32767, 0], [-32768, 3, 2, -1, 95]]> : tensor<3x5xi16>
  weft.return %0 : tensor<3x5xi16>
}
weft.func @test_dequantize_i16_columns(%a0: tensor<3x5xi16>, %a1: tensor<5xf32>, %a2: tensor<5xi16>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<3x5xi16>, tensor<5xf32>, tensor<5xi16>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i16_columns.dynamic(%a0: tensor<?x?xi16>, %a1: tensor<?xf32>, %a2: tensor<?xi16>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<?x?xi16>, tensor<?xf32>, tensor<?xi16>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i16_columns() -> (tensor<3x5xi16>, tensor<5xf32>, tensor<5xi16>) {
  %0 = weft.constant dense<[[13, -16, -59, 75, -54], [-35, 33, -79, -27, -61], [35, -24, -15, 31, -11]]> : tensor<3x5xi16>
  %1 = weft.constant dense<[1.4730265, 1.0807675, 0.17953722, 1.6753461, 1.0696546]> : tensor<5xf32>
  %2 = weft.constant dense<[-1, 3, 1, 4, 2]> : tensor<5xi16>
  weft.return %0, %1, %2 : tensor<3x5xi16>, tensor<5xf32>, tensor<5xi16>
}
weft.func @expected_dequantize_i16_columns() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[20.622372, -20.534582, -10.772233, 118.94958, -59.900658], [-50.0829, 32.423027, -14.362978, -51.93573, -67.38824], [53.028954, -29.180723, -2.8725955, 45.234344, -13.90551]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i16_blocks(%a0: tensor<3x5xf32>, %a1: tensor<3x3xf32>, %a2: tensor<3x3xi16>) -> (tensor<3x5xi16>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xi16>) -> (tensor<3x5xi16>)
  weft.return %r0 : tensor<3x5xi16>
}
weft.func @test_quantize_i16_blocks.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>, %a2: tensor<?x?xi16>) -> (tensor<?x?xi16>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xf32>, tensor<?x?xf32>, tensor<?x?xi16>) -> (tensor<?x?xi16>)
  weft.return %r0 : tensor<?x?xi16>
}
weft.func @inputs_quantize_i16_blocks() -> (tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xi16>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[[0.9876105, 1.6469349, 1.0476987], [0.7302527, 1.9983277, 0.5428955], [1.8614154, 1.7431723, 1.7280083]]> : tensor<3x3xf32>
  %2 = weft.constant dense<[[-3, 4, -1], [1, -2, -2], [-3, 2, -5]]> : tensor<3x3xi16>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xi16>
}
weft.func @expected_quantize_i16_blocks() -> (tensor<3x5xi16>) {
  %0 = weft.constant dense<[[-2, -1, 6, 4, -2], [1370, -1368, 0, 32767, 0], [-32768, -3, 2, -2, 52]]> : tensor<3x5xi16>
  weft.return %0 : tensor<3x5xi16>
}
weft.func @test_dequantize_i16_blocks(%a0: tensor<3x5xi16>, %a1: tensor<3x3xf32>, %a2: tensor<3x3xi16>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<3x5xi16>, tensor<3x3xf32>, tensor<3x3xi16>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i16_blocks.dynamic(%a0: tensor<?x?xi16>, %a1: tensor<?x?xf32>, %a2: tensor<?x?xi16>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xi16>, tensor<?x?xf32>, tensor<?x?xi16>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i16_blocks() -> (tensor<3x5xi16>, tensor<3x3xf32>, tensor<3x3xi16>) {
  %0 = weft.constant dense<[[33, -73, -11, -13, 51], [19, 84, 74, -78, 22], [-38, -71, -90, 60, 72]]> : tensor<3x5xi16>
  %1 = weft.constant dense<[[0.9876105, 1.6469349, 1.0476987], [0.7302527, 1.9983277, 0.5428955], [1.8614154, 1.7431723, 1.7280083]]> : tensor<3x3xf32>
  %2 = weft.constant dense<[[-3, 4, -1], [1, -2, -2], [-3, 2, -5]]> : tensor<3x3xi16>
  weft.return %0, %1, %2 : tensor<3x5xi16>, tensor<3x3xf32>, tensor<3x3xi16>
}
weft.func @expected_dequantize_i16_blocks() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[35.553978, -69.13274, -24.704023, -27.997892, 54.480335], [13.144548, 60.610973, 151.87291, -151.87291, 13.029491], [-65.149536, -126.57625, -160.37186, 101.104, 133.05664]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i16_no_zero(%a0: tensor<3x5xf32>, %a1: tensor<f32>) -> (tensor<3x5xi16>) {
  %r0 = weft.quantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<f32>) -> (tensor<3x5xi16>)
  weft.return %r0 : tensor<3x5xi16>
}
weft.func @test_quantize_i16_no_zero.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<f32>) -> (tensor<?x?xi16>) {
  %r0 = weft.quantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<f32>) -> (tensor<?x?xi16>)
  weft.return %r0 : tensor<?x?xi16>
}
weft.func @inputs_quantize_i16_no_zero() -> (tensor<3x5xf32>, tensor<f32>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<0.25> : tensor<f32>
  weft.return %0, %1 : tensor<3x5xf32>, tensor<f32>
}
weft.func @expected_quantize_i16_no_zero() -> (tensor<3x5xi16>) {
  %0 = weft.constant dense<[[2, 6, 10, -2, -6], [4000, -4000, 13, 32767, 0], [-32768, 1, 1, -31, 396]]> : tensor<3x5xi16>
  weft.return %0 : tensor<3x5xi16>
}
weft.func @test_dequantize_i16_no_zero(%a0: tensor<3x5xi16>, %a1: tensor<f32>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xi16>, tensor<f32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i16_no_zero.dynamic(%a0: tensor<?x?xi16>, %a1: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xi16>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i16_no_zero() -> (tensor<3x5xi16>, tensor<f32>) {
  %0 = weft.constant dense<[[24, 95, -24, -25, -31], [92, 41, 15, 21, 5], [42, 82, 1, 41, 22]]> : tensor<3x5xi16>
  %1 = weft.constant dense<0.25> : tensor<f32>
  weft.return %0, %1 : tensor<3x5xi16>, tensor<f32>
}
weft.func @expected_dequantize_i16_no_zero() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[6.0, 23.75, -6.0, -6.25, -7.75], [23.0, 10.25, 3.75, 5.25, 1.25], [10.5, 20.5, 0.25, 10.25, 5.5]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i32_scalar(%a0: tensor<3x5xf32>, %a1: tensor<f32>, %a2: tensor<i32>) -> (tensor<3x5xi32>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<f32>, tensor<i32>) -> (tensor<3x5xi32>)
  weft.return %r0 : tensor<3x5xi32>
}
weft.func @test_quantize_i32_scalar.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<f32>, %a2: tensor<i32>) -> (tensor<?x?xi32>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<f32>, tensor<i32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_quantize_i32_scalar() -> (tensor<3x5xf32>, tensor<f32>, tensor<i32>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<0.5> : tensor<f32>
  %2 = weft.constant dense<3> : tensor<i32>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<f32>, tensor<i32>
}
weft.func @expected_quantize_i32_scalar() -> (tensor<3x5xi32>) {
  %0 = weft.constant dense<[[4, 6, 8, 2, 0], [2003, -1997, 10, 2147483647, 0], [-2147483648, 3, 4, -13, 201]]> : tensor<3x5xi32>
  weft.return %0 : tensor<3x5xi32>
}
weft.func @test_dequantize_i32_scalar(%a0: tensor<3x5xi32>, %a1: tensor<f32>, %a2: tensor<i32>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xi32>, tensor<f32>, tensor<i32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i32_scalar.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<f32>, %a2: tensor<i32>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xi32>, tensor<f32>, tensor<i32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i32_scalar() -> (tensor<3x5xi32>, tensor<f32>, tensor<i32>) {
  %0 = weft.constant dense<[[38, -92, 48, 54, 54], [-2, 61, 82, 18, -90], [58, -17, -47, 57, -79]]> : tensor<3x5xi32>
  %1 = weft.constant dense<0.5> : tensor<f32>
  %2 = weft.constant dense<3> : tensor<i32>
  weft.return %0, %1, %2 : tensor<3x5xi32>, tensor<f32>, tensor<i32>
}
weft.func @expected_dequantize_i32_scalar() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[17.5, -47.5, 22.5, 25.5, 25.5], [-2.5, 29.0, 39.5, 7.5, -46.5], [27.5, -10.0, -25.0, 27.0, -41.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i32_rows(%a0: tensor<3x5xf32>, %a1: tensor<3xf32>, %a2: tensor<3xi32>) -> (tensor<3x5xi32>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<3xf32>, tensor<3xi32>) -> (tensor<3x5xi32>)
  weft.return %r0 : tensor<3x5xi32>
}
weft.func @test_quantize_i32_rows.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<?xf32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_quantize_i32_rows() -> (tensor<3x5xf32>, tensor<3xf32>, tensor<3xi32>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[1.4447393, 0.85606587, 0.4479247]> : tensor<3xf32>
  %2 = weft.constant dense<[-2, 1, 4]> : tensor<3xi32>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<3xf32>, tensor<3xi32>
}
weft.func @expected_quantize_i32_rows() -> (tensor<3x5xi32>) {
  %0 = weft.constant dense<[[-2, -1, 0, -2, -3], [1169, -1167, 5, 2147483647, 0], [-2147483648, 5, 5, -13, 225]]> : tensor<3x5xi32>
  weft.return %0 : tensor<3x5xi32>
}
weft.func @test_dequantize_i32_rows(%a0: tensor<3x5xi32>, %a1: tensor<3xf32>, %a2: tensor<3xi32>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xi32>, tensor<3xf32>, tensor<3xi32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i32_rows.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xf32>, %a2: tensor<?xi32>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xi32>, tensor<?xf32>, tensor<?xi32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i32_rows() -> (tensor<3x5xi32>, tensor<3xf32>, tensor<3xi32>) {
  %0 = weft.constant dense<[[-33, 90, 36, 96, 41], [-14, -100, -84, -3, 60], [93, -51, 38, -44, -11]]> : tensor<3x5xi32>
  %1 = weft.constant dense<[1.4447393, 0.85606587, 0.4479247]> : tensor<3xf32>
  %2 = weft.constant dense<[-2, 1, 4]> : tensor<3xi32>
  weft.return %0, %1, %2 : tensor<3x5xi32>, tensor<3xf32>, tensor<3xi32>
}
weft.func @expected_dequantize_i32_rows() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-44.78692, 132.91602, 54.900093, 141.58446, 62.12379], [-12.840988, -86.462654, -72.7656, -3.4242635, 50.507885], [39.8653, -24.635859, 15.22944, -21.500385, -6.7188706]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i32_columns(%a0: tensor<3x5xf32>, %a1: tensor<5xf32>, %a2: tensor<5xi32>) -> (tensor<3x5xi32>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<5xf32>, tensor<5xi32>) -> (tensor<3x5xi32>)
  weft.return %r0 : tensor<3x5xi32>
}
weft.func @test_quantize_i32_columns.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xf32>, %a2: tensor<?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<?xf32>, tensor<?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_quantize_i32_columns() -> (tensor<3x5xf32>, tensor<5xf32>, tensor<5xi32>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[0.16230847, 0.11083061, 0.7543706, 0.72454864, 0.21671389]> : tensor<5xf32>
  %2 = weft.constant dense<[-1, 1, 2, -2, 1]> : tensor<5xi32>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<5xf32>, tensor<5xi32>
}
weft.func @expected_quantize_i32_columns() -> (tensor<3x5xi32>) {
  %0 = weft.constant dense<[[2, 15, 5, -3, -6], [6160, -9022, 6, 2147483647, 0], [-2147483648, 3, 2, -13, 458]]> : tensor<3x5xi32>
  weft.return %0 : tensor<3x5xi32>
}
weft.func @test_dequantize_i32_columns(%a0: tensor<3x5xi32>, %a1: tensor<5xf32>, %a2: tensor<5xi32>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<3x5xi32>, tensor<5xf32>, tensor<5xi32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i32_columns.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?xf32>, %a2: tensor<?xi32>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 0 : i64} : (tensor<?x?xi32>, tensor<?xf32>, tensor<?xi32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i32_columns() -> (tensor<3x5xi32>, tensor<5xf32>, tensor<5xi32>) {
  %0 = weft.constant dense<[[26, 19, 17, 49, 71], [-3, 78, 77, -28, -62], [11, 99, 18, -39, -82]]> : tensor<3x5xi32>
  %1 = weft.constant dense<[0.16230847, 0.11083061, 0.7543706, 0.72454864, 0.21671389]> : tensor<5xf32>
  %2 = weft.constant dense<[-1, 1, 2, -2, 1]> : tensor<5xi32>
  weft.return %0, %1, %2 : tensor<3x5xi32>, tensor<5xf32>, tensor<5xi32>
}
weft.func @expected_dequantize_i32_columns() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[4.3823285, 1.994951, 11.315559, 36.95198, 15.169972], [-0.32461694, 8.5339575, 56.577797, -18.838264, -13.652975], [1.9477017, 10.8614, 12.06993, -26.8083, -17.987253]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i32_blocks(%a0: tensor<3x5xf32>, %a1: tensor<3x3xf32>, %a2: tensor<3x3xi32>) -> (tensor<3x5xi32>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xi32>) -> (tensor<3x5xi32>)
  weft.return %r0 : tensor<3x5xi32>
}
weft.func @test_quantize_i32_blocks.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>, %a2: tensor<?x?xi32>) -> (tensor<?x?xi32>) {
  %r0 = weft.quantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xf32>, tensor<?x?xf32>, tensor<?x?xi32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_quantize_i32_blocks() -> (tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xi32>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<[[0.5897721, 1.520062, 0.5000493], [1.5411376, 1.7638379, 0.82368094], [0.9071051, 0.4370614, 0.87520534]]> : tensor<3x3xf32>
  %2 = weft.constant dense<[[-4, -1, 1], [3, -1, -4], [-3, -5, 1]]> : tensor<3x3xi32>
  weft.return %0, %1, %2 : tensor<3x5xf32>, tensor<3x3xf32>, tensor<3x3xi32>
}
weft.func @expected_quantize_i32_blocks() -> (tensor<3x5xi32>) {
  %0 = weft.constant dense<[[-3, -1, 1, -1, -2], [652, -646, 1, 2147483647, 0], [-2147483648, -3, -4, -23, 114]]> : tensor<3x5xi32>
  weft.return %0 : tensor<3x5xi32>
}
weft.func @test_dequantize_i32_blocks(%a0: tensor<3x5xi32>, %a1: tensor<3x3xf32>, %a2: tensor<3x3xi32>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<3x5xi32>, tensor<3x3xf32>, tensor<3x3xi32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i32_blocks.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<?x?xf32>, %a2: tensor<?x?xi32>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1, %a2 {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xi32>, tensor<?x?xf32>, tensor<?x?xi32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i32_blocks() -> (tensor<3x5xi32>, tensor<3x3xf32>, tensor<3x3xi32>) {
  %0 = weft.constant dense<[[-44, -2, -65, 65, -22], [91, -32, -71, 64, 33], [50, 78, -17, 6, 38]]> : tensor<3x5xi32>
  %1 = weft.constant dense<[[0.5897721, 1.520062, 0.5000493], [1.5411376, 1.7638379, 0.82368094], [0.9071051, 0.4370614, 0.87520534]]> : tensor<3x3xf32>
  %2 = weft.constant dense<[[-4, -1, 1], [3, -1, -4], [-3, -5, 1]]> : tensor<3x3xi32>
  weft.return %0, %1, %2 : tensor<3x5xi32>, tensor<3x3xf32>, tensor<3x3xi32>
}
weft.func @expected_dequantize_i32_blocks() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[-23.590885, 1.1795442, -97.283966, 100.32409, -11.501134], [135.6201, -53.939816, -123.46866, 114.64947, 30.476194], [48.07657, 73.47551, -5.2447367, 4.8076754, 32.3826]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
weft.func @test_quantize_i32_no_zero(%a0: tensor<3x5xf32>, %a1: tensor<f32>) -> (tensor<3x5xi32>) {
  %r0 = weft.quantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xf32>, tensor<f32>) -> (tensor<3x5xi32>)
  weft.return %r0 : tensor<3x5xi32>
}
weft.func @test_quantize_i32_no_zero.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<f32>) -> (tensor<?x?xi32>) {
  %r0 = weft.quantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xf32>, tensor<f32>) -> (tensor<?x?xi32>)
  weft.return %r0 : tensor<?x?xi32>
}
weft.func @inputs_quantize_i32_no_zero() -> (tensor<3x5xf32>, tensor<f32>) {
  %0 = weft.constant dense<[[0.5, 1.5, 2.5, -0.5, -1.5], [1000.0, -1000.0, 3.3, 0x7F800000, 0x7FC00000], [0xFF800000, 0.24, 0.26, -7.77, 99.0]]> : tensor<3x5xf32>
  %1 = weft.constant dense<0.25> : tensor<f32>
  weft.return %0, %1 : tensor<3x5xf32>, tensor<f32>
}
weft.func @expected_quantize_i32_no_zero() -> (tensor<3x5xi32>) {
  %0 = weft.constant dense<[[2, 6, 10, -2, -6], [4000, -4000, 13, 2147483647, 0], [-2147483648, 1, 1, -31, 396]]> : tensor<3x5xi32>
  weft.return %0 : tensor<3x5xi32>
}
weft.func @test_dequantize_i32_no_zero(%a0: tensor<3x5xi32>, %a1: tensor<f32>) -> (tensor<3x5xf32>) {
  %r0 = weft.dequantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<3x5xi32>, tensor<f32>) -> (tensor<3x5xf32>)
  weft.return %r0 : tensor<3x5xf32>
}
weft.func @test_dequantize_i32_no_zero.dynamic(%a0: tensor<?x?xi32>, %a1: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.dequantize %a0, %a1 {dim = 0 : i64, block = 0 : i64} : (tensor<?x?xi32>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_dequantize_i32_no_zero() -> (tensor<3x5xi32>, tensor<f32>) {
  %0 = weft.constant dense<[[71, -42, 68, -21, 41], [84, 4, 67, 65, 97], [-91, -34, -69, 62, -16]]> : tensor<3x5xi32>
  %1 = weft.constant dense<0.25> : tensor<f32>
  weft.return %0, %1 : tensor<3x5xi32>, tensor<f32>
}
weft.func @expected_dequantize_i32_no_zero() -> (tensor<3x5xf32>) {
  %0 = weft.constant dense<[[17.75, -10.5, 17.0, -5.25, 10.25], [21.0, 1.0, 16.75, 16.25, 24.25], [-22.75, -8.5, -17.25, 15.5, -4.0]]> : tensor<3x5xf32>
  weft.return %0 : tensor<3x5xf32>
}
