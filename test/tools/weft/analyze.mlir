// Operations and bytes of kernels, counted by hand from the sizes.
// RUN: weft analyze %s --json > %t.json
// RUN: %python -c "import json; found = {d['op']: (d['flops'], d['bytes']) for d in json.load(open('%t.json'))['dispatches']}; expected = {'contract': (2 * 2 * 4 * 8 * 16, 4 * (2 * 4 * 8 + 8 * 16 + 2 * 4 * 16)), 'conv': (2 * (4 * 4 * 6) * (3 * 3 * 2), 4 * (8 * 8 * 4 + 3 * 3 * 2 * 6 + 4 * 4 * 6)), 'attention': (2 * (2 * 5) * (3 + 7) * (4 + 6), 4 * (2 * 5 * 4 + 7 * 4 + 7 * 6 + 3 * 4 + 3 * 6 + 2 * 5 * 6)), 'tanh': (0, 4 * 2 * 8)}; assert found == expected, (found, expected)"
// The same in text.
// RUN: weft analyze %s | FileCheck %s
// CHECK: 0.002 {{.*}} contract
weft.func @main(%a: tensor<2x4x8xf32>, %b: tensor<8x16xf32>, %x: tensor<1x8x8x4xf32>, %f: tensor<3x3x2x6xf32>,
                %q: tensor<1x2x5x4xf32>, %k: tensor<1x1x7x4xf32>, %v: tensor<1x1x7x6xf32>, %pk: tensor<1x1x3x4xf32>, %pv: tensor<1x1x3x6xf32>,
                %t: tensor<8xf32>)
    -> (tensor<2x4x16xf32>, tensor<1x4x4x6xf32>, tensor<1x2x5x6xf32>, tensor<8xf32>) {
  %0 = weft.contract "bmk,kn->bmn" %a, %b : (tensor<2x4x8xf32>, tensor<8x16xf32>) -> tensor<2x4x16xf32>
  %1 = weft.conv %x, %f {strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>,
                         padding = array<i64: 1, 1, 1, 1>, groups = 2 : i64} : (tensor<1x8x8x4xf32>, tensor<3x3x2x6xf32>) -> tensor<1x4x4x6xf32>
  %2 = weft.attention %q, %k, %v past %pk, %pv {scale = 0.5 : f32}
     : (tensor<1x2x5x4xf32>, tensor<1x1x7x4xf32>, tensor<1x1x7x6xf32>, tensor<1x1x3x4xf32>, tensor<1x1x3x6xf32>) -> tensor<1x2x5x6xf32>
  %3 = weft.tanh %t : (tensor<8xf32>) -> tensor<8xf32>
  weft.return %0, %1, %2, %3 : tensor<2x4x16xf32>, tensor<1x4x4x6xf32>, tensor<1x2x5x6xf32>, tensor<8xf32>
}
