// A batch by slices, on one thread and on as many as share eight slices, and layer by layer on six threads, which do not: the same by all ways.
// REQUIRES: avx2
// RUN: weft run %s --check --threads 1 2>&1 | FileCheck %s
// RUN: weft run %s --check --threads 2 2>&1 | FileCheck %s
// RUN: weft run %s --check --threads 6 2>&1 | FileCheck %s
// CHECK: check: output 'y' relative error {{.*}}: ok
// CHECK: check: output 'z' relative error {{.*}}: ok

// With multiply-adds alone to the last bit.
// RUN: weft compile %s --precision f32-strict -o %t.strict.wm
// RUN: weft run %t.strict.wm --threads 2 --output-dir %t.two > /dev/null
// RUN: weft run %t.strict.wm --threads 6 --output-dir %t.six > /dev/null
// RUN: cmp %t.two/y.npy %t.six/y.npy
// RUN: cmp %t.two/z.npy %t.six/z.npy

// The profile says which way it was.
// RUN: weft compile %s -o %t.wm
// RUN: weft run %t.wm --threads 2 --profile %t.2.json > /dev/null
// RUN: FileCheck %s --check-prefix=SLICES < %t.2.json
// RUN: weft run %t.wm --threads 6 --profile %t.6.json > /dev/null
// RUN: FileCheck %s --check-prefix=LAYERS < %t.6.json
// SLICES-NOT: conv_
// SLICES: map_0
// SLICES-NOT: conv_
// LAYERS-NOT: map_0
// LAYERS: conv_
// LAYERS-NOT: map_0

// The module names the dispatches of the batch, and the map behind them; the sum is that of one way.
// RUN: weft analyze %t.wm | FileCheck %s --check-prefix=FACTS
// FACTS: conv_0  f32[8, 64, 64, 16]
// FACTS: map_0  f32[8, 64, 64, 16], f32[8, 16]  'first ... last'
// FACTS: total 0.302 GFLOP

// Code for each of several levels has the same numbers.
// RUN: weft compile %s --cpu all -o %t.all.wm
// RUN: weft analyze %t.all.wm | FileCheck %s --check-prefix=LEVELS
// LEVELS-COUNT-1: map_
// LEVELS-NOT: map_
// RUN: weft run %t.all.wm --threads 2 --profile %t.all.json > /dev/null
// RUN: FileCheck %s --check-prefix=SLICES < %t.all.json

weft.parameter @f = dense<0.0625> : tensor<3x3x16x16xf32>
weft.func @main(%x: tensor<8x64x64x16xf32> {weft.name = "x"}) -> (tensor<8x64x64x16xf32> {weft.name = "y"}, tensor<8x16xf32> {weft.name = "z"}) {
  %f = weft.get @f : tensor<3x3x16x16xf32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %0 = weft.conv %x, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
      : (tensor<8x64x64x16xf32>, tensor<3x3x16x16xf32>) -> tensor<8x64x64x16xf32> loc("first")
  %1 = weft.max %0, %zero : (tensor<8x64x64x16xf32>, tensor<f32>) -> tensor<8x64x64x16xf32>
  %2 = weft.conv %1, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
      : (tensor<8x64x64x16xf32>, tensor<3x3x16x16xf32>) -> tensor<8x64x64x16xf32> loc("second")
  %3 = weft.add %2, %x : (tensor<8x64x64x16xf32>, tensor<8x64x64x16xf32>) -> tensor<8x64x64x16xf32>
  %4 = weft.reduce mean %3 {dims = array<i64: 1, 2>} : (tensor<8x64x64x16xf32>) -> tensor<8x16xf32> loc("last")
  weft.return %3, %4 : tensor<8x64x64x16xf32>, tensor<8x16xf32>
}
