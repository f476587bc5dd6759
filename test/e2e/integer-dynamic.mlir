// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Convolutions of bytes whose images have open sizes, against the interpreter: a first one, whose rows of taps are copied, and depthwise ones.

weft.parameter @w = dense<3> : tensor<3x3x3x16xi8>
weft.parameter @d = dense<-2> : tensor<3x3x1x32xi8>
weft.func @test_runs(%x: tensor<1x?x?x3xui8>) -> tensor<1x?x?x16xi32> {
  %a = weft.cast %x : (tensor<1x?x?x3xui8>) -> tensor<1x?x?x3xi16>
  %z = weft.constant dense<7> : tensor<i16>
  %b = weft.sub %a, %z : (tensor<1x?x?x3xi16>, tensor<i16>) -> tensor<1x?x?x3xi16>
  %w = weft.get @w : tensor<3x3x3x16xi8>
  %r = weft.conv %b, %w {strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, groups = 1 : i64} : (tensor<1x?x?x3xi16>, tensor<3x3x3x16xi8>) -> tensor<1x?x?x16xi32>
  weft.return %r : tensor<1x?x?x16xi32>
}
weft.func @inputs_runs() -> tensor<1x5x7x3xui8> {
  %0 = weft.constant dense<9> : tensor<1x5x7x3xui8>
  weft.return %0 : tensor<1x5x7x3xui8>
}
weft.func @test_dw(%x: tensor<1x?x?x32xui8>) -> tensor<1x?x?x32xi32> {
  %a = weft.cast %x : (tensor<1x?x?x32xui8>) -> tensor<1x?x?x32xi16>
  %z = weft.constant dense<7> : tensor<i16>
  %b = weft.sub %a, %z : (tensor<1x?x?x32xi16>, tensor<i16>) -> tensor<1x?x?x32xi16>
  %w = weft.get @d : tensor<3x3x1x32xi8>
  %r = weft.conv %b, %w {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, groups = 32 : i64} : (tensor<1x?x?x32xi16>, tensor<3x3x1x32xi8>) -> tensor<1x?x?x32xi32>
  weft.return %r : tensor<1x?x?x32xi32>
}
weft.func @inputs_dw() -> tensor<1x2x3x32xui8> {
  %0 = weft.constant dense<9> : tensor<1x2x3x32xui8>
  weft.return %0 : tensor<1x2x3x32xui8>
}
weft.func @test_empty(%x: tensor<0x?x?x32xui8>) -> tensor<0x?x?x32xi32> {
  %a = weft.cast %x : (tensor<0x?x?x32xui8>) -> tensor<0x?x?x32xi16>
  %w = weft.get @d : tensor<3x3x1x32xi8>
  %r = weft.conv %a, %w {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, groups = 32 : i64} : (tensor<0x?x?x32xi16>, tensor<3x3x1x32xi8>) -> tensor<0x?x?x32xi32>
  weft.return %r : tensor<0x?x?x32xi32>
}
weft.func @inputs_empty() -> tensor<0x2x3x32xui8> {
  %0 = weft.constant dense<9> : tensor<0x2x3x32xui8>
  weft.return %0 : tensor<0x2x3x32xui8>
}
