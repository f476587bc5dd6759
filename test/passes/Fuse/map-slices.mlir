// RUN: weft-opt %s --weft-map-slices | FileCheck %s
// RUN: weft-opt %s --weft-map-slices=near-bytes=65536 | FileCheck %s --check-prefix=NEAR

// The first two convolutions go image by image: their images are large and their filters small. %s is read behind the map too, and so is a result
// of it. What follows has a large weight: all images share one reading of it.
// CHECK-LABEL: weft.func @main
// CHECK-SAME: (%[[X:.*]]: tensor<8x128x64x4xf32>, %[[S:.*]]: tensor<4xf32>)
// CHECK: %[[EVEN:.*]] = weft.shares_evenly 8 : tensor<i1>
// CHECK: %[[R:.*]]:2 = weft.if %[[EVEN]] : tensor<i1> -> (tensor<8x128x64x4xf32>, tensor<8x128x64x4xf32>) {
// CHECK: %[[M:.*]]:2 = weft.map 8(%[[X]], %[[S]] : tensor<8x128x64x4xf32>, tensor<4xf32>) -> (tensor<8x128x64x4xf32>, tensor<8x128x64x4xf32>) {
// CHECK: ^bb0(%[[A:.*]]: tensor<1x128x64x4xf32>, %[[B:.*]]: tensor<4xf32>):
// CHECK: %[[F:.*]] = weft.get @f
// CHECK: %[[C0:.*]] = weft.dispatch @conv_0_slice(%[[A]], %[[F]], %[[B]]) {node = "first"} : {{.*}} -> tensor<1x128x64x4xf32>
// CHECK: %[[C1:.*]] = weft.dispatch @conv_0_slice(%[[C0]], %[[F]], %[[B]]) {node = "second"}
// CHECK: weft.yield %[[C0]], %[[C1]] : tensor<1x128x64x4xf32>, tensor<1x128x64x4xf32>
// CHECK: weft.yield %[[M]]#0, %[[M]]#1
// CHECK: } else {
// CHECK: %[[W0:.*]] = weft.dispatch @conv_0(%[[X]],
// CHECK: %[[W1:.*]] = weft.dispatch @conv_0(%[[W0]],
// CHECK: weft.yield %[[W0]], %[[W1]]
// CHECK: }
// CHECK: %[[D:.*]] = weft.dispatch @contract_1(%[[R]]#1,
// CHECK: weft.return %[[R]]#0, %[[D]]

// CHECK-LABEL: weft.func @again
// CHECK: weft.dispatch @conv_0_slice(
// CHECK: weft.dispatch @conv_0_slice(

// Batches of other sizes, unknown ones among them, stay as they are; so do those with a dispatch between that mixes images.
// CHECK-LABEL: weft.func @small
// CHECK-NOT: weft.map
// CHECK-LABEL: weft.func @open
// CHECK-NOT: weft.map
// CHECK-LABEL: weft.func @mixed
// CHECK-NOT: weft.map

// The kernel of a slice, and what the kernel of the batch is told of it: both read the filter in one layout.
// CHECK-LABEL: weft.func private @conv_0(
// CHECK: weft.conv {{.*}}weft.slice_images = 1 : i64
// CHECK-LABEL: weft.func private @conv_0_slice(%arg0: tensor<1x128x64x4xf32>, %arg1: tensor<3x3x4x4xf32> {weft.parameter}, %arg2: tensor<4xf32>) -> tensor<1x128x64x4xf32>
// CHECK: weft.conv {{.*}} -> tensor<1x128x64x4xf32>
// CHECK: weft.add {{.*}} : (tensor<1x128x64x4xf32>, tensor<4xf32>) -> tensor<1x128x64x4xf32>

// Where less is near, an image and its result do not stay there, and nothing is gained before the large weight.
// NEAR-LABEL: weft.func @main
// NEAR-NOT: weft.map
// NEAR-LABEL: weft.func @again
// NEAR-LABEL: weft.func @small
// NEAR-NOT: weft.map

weft.parameter @f = dense<0.125> : tensor<3x3x4x4xf32>
weft.parameter @w = dense<0.5> : tensor<32768x512xf32>
weft.func @main(%x: tensor<8x128x64x4xf32>, %s: tensor<4xf32>) -> (tensor<8x128x64x4xf32>, tensor<8x512xf32>) {
  %f = weft.get @f : tensor<3x3x4x4xf32>
  %0 = weft.dispatch @conv_0(%x, %f, %s) {node = "first"} : (tensor<8x128x64x4xf32>, tensor<3x3x4x4xf32>, tensor<4xf32>) -> tensor<8x128x64x4xf32>
  %1 = weft.dispatch @conv_0(%0, %f, %s) {node = "second"} : (tensor<8x128x64x4xf32>, tensor<3x3x4x4xf32>, tensor<4xf32>) -> tensor<8x128x64x4xf32>
  %w = weft.get @w : tensor<32768x512xf32>
  %2 = weft.dispatch @contract_1(%1, %w) {node = "third"} : (tensor<8x128x64x4xf32>, tensor<32768x512xf32>) -> tensor<8x512xf32>
  weft.return %0, %2 : tensor<8x128x64x4xf32>, tensor<8x512xf32>
}
// Another function with the same kernel has the same kernel of a slice.
weft.func @again(%x: tensor<8x128x64x4xf32>, %s: tensor<4xf32>) -> tensor<8x128x64x4xf32> {
  %f = weft.get @f : tensor<3x3x4x4xf32>
  %0 = weft.dispatch @conv_0(%x, %f, %s) : (tensor<8x128x64x4xf32>, tensor<3x3x4x4xf32>, tensor<4xf32>) -> tensor<8x128x64x4xf32>
  %1 = weft.dispatch @conv_0(%0, %f, %s) : (tensor<8x128x64x4xf32>, tensor<3x3x4x4xf32>, tensor<4xf32>) -> tensor<8x128x64x4xf32>
  weft.return %1 : tensor<8x128x64x4xf32>
}
weft.func @small(%x: tensor<2x64x64x4xf32>) -> tensor<2x64x64x4xf32> {
  %0 = weft.dispatch @softmax_2(%x) : (tensor<2x64x64x4xf32>) -> tensor<2x64x64x4xf32>
  %1 = weft.dispatch @softmax_2(%0) : (tensor<2x64x64x4xf32>) -> tensor<2x64x64x4xf32>
  weft.return %1 : tensor<2x64x64x4xf32>
}
weft.func @open(%x: tensor<?x64xf32>) -> tensor<?x64xf32> {
  %0 = weft.dispatch @softmax_3(%x) : (tensor<?x64xf32>) -> tensor<?x64xf32>
  %1 = weft.dispatch @softmax_3(%0) : (tensor<?x64xf32>) -> tensor<?x64xf32>
  weft.return %1 : tensor<?x64xf32>
}
weft.func @mixed(%x: tensor<8x64xf32>) -> tensor<8x64xf32> {
  %0 = weft.dispatch @softmax_4(%x) : (tensor<8x64xf32>) -> tensor<8x64xf32>
  %1 = weft.dispatch @cumulative_5(%0) : (tensor<8x64xf32>) -> tensor<8x64xf32>
  %2 = weft.dispatch @softmax_4(%1) : (tensor<8x64xf32>) -> tensor<8x64xf32>
  weft.return %2 : tensor<8x64xf32>
}
weft.func private @conv_0(%x: tensor<8x128x64x4xf32>, %f: tensor<3x3x4x4xf32> {weft.parameter}, %s: tensor<4xf32>) -> tensor<8x128x64x4xf32> {
  %c = weft.conv %x, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
      : (tensor<8x128x64x4xf32>, tensor<3x3x4x4xf32>) -> tensor<8x128x64x4xf32>
  %y = weft.add %c, %s : (tensor<8x128x64x4xf32>, tensor<4xf32>) -> tensor<8x128x64x4xf32>
  weft.return %y : tensor<8x128x64x4xf32>
}
weft.func private @contract_1(%x: tensor<8x128x64x4xf32>, %w: tensor<32768x512xf32> {weft.parameter}) -> tensor<8x512xf32> {
  %r = weft.reshape %x : (tensor<8x128x64x4xf32>) -> tensor<8x32768xf32>
  %y = weft.contract "mk,kn->mn" %r, %w : (tensor<8x32768xf32>, tensor<32768x512xf32>) -> tensor<8x512xf32>
  weft.return %y : tensor<8x512xf32>
}
weft.func private @softmax_2(%x: tensor<2x64x64x4xf32>) -> tensor<2x64x64x4xf32> {
  %y = weft.softmax %x {dim = 3 : i64} : (tensor<2x64x64x4xf32>) -> tensor<2x64x64x4xf32>
  weft.return %y : tensor<2x64x64x4xf32>
}
weft.func private @softmax_3(%x: tensor<?x64xf32>) -> tensor<?x64xf32> {
  %y = weft.softmax %x {dim = 1 : i64} : (tensor<?x64xf32>) -> tensor<?x64xf32>
  weft.return %y : tensor<?x64xf32>
}
weft.func private @softmax_4(%x: tensor<8x64xf32>) -> tensor<8x64xf32> {
  %y = weft.softmax %x {dim = 1 : i64} : (tensor<8x64xf32>) -> tensor<8x64xf32>
  weft.return %y : tensor<8x64xf32>
}
weft.func private @cumulative_5(%x: tensor<8x64xf32>) -> tensor<8x64xf32> {
  %y = weft.cumulative sum %x {dim = 0 : i64} : (tensor<8x64xf32>) -> tensor<8x64xf32>
  weft.return %y : tensor<8x64xf32>
}
