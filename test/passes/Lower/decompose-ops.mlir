// RUN: weft-opt %s --weft-decompose-ops | FileCheck %s

// CHECK-LABEL: weft.func @softmax
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<2x3x4xf32>
// CHECK: %[[M:.*]] = weft.reduce max %[[X]] {dims = array<i64: 1>, keep_dims}
// CHECK: %[[D:.*]] = weft.sub %[[X]], %[[M]]
// CHECK: %[[E:.*]] = weft.exp %[[D]]
// CHECK: %[[S:.*]] = weft.reduce sum %[[E]] {dims = array<i64: 1>, keep_dims}
// CHECK: %[[Y:.*]] = weft.div %[[E]], %[[S]]
// CHECK: weft.return %[[Y]]
weft.func @softmax(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %y = weft.softmax %x {dim = 1 : i64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  weft.return %y : tensor<2x3x4xf32>
}

// CHECK-LABEL: weft.func @log_softmax
// CHECK: %[[D:.*]] = weft.sub
// CHECK: %[[E:.*]] = weft.exp %[[D]]
// CHECK: %[[S:.*]] = weft.reduce sum %[[E]]
// CHECK: %[[L:.*]] = weft.log %[[S]]
// CHECK: weft.sub %[[D]], %[[L]]
weft.func @log_softmax(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %y = weft.softmax %x {dim = 0 : i64, log} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  weft.return %y : tensor<2x3x4xf32>
}

// There are kernels for rows.

// CHECK-LABEL: weft.func @rows
// CHECK-NEXT: weft.softmax
// CHECK-NEXT: weft.normalize
// CHECK-NEXT: weft.return
weft.func @rows(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %s = weft.softmax %x {dim = 2 : i64} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  %y = weft.normalize %s {dims = array<i64: 2>, epsilon = 1.0e-5 : f32} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  weft.return %y : tensor<2x3x4xf32>
}

// CHECK-LABEL: weft.func @normalize
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<2x3x4xf32>
// CHECK: %[[M:.*]] = weft.reduce mean %[[X]] {dims = array<i64: 1, 2>, keep_dims}
// CHECK: %[[C:.*]] = weft.sub %[[X]], %[[M]]
// CHECK: %[[Q:.*]] = weft.mul %[[C]], %[[C]]
// CHECK: %[[V:.*]] = weft.reduce mean %[[Q]] {dims = array<i64: 1, 2>, keep_dims}
// CHECK: %[[A:.*]] = weft.add %[[V]]
// CHECK: %[[R:.*]] = weft.rsqrt %[[A]]
// CHECK: weft.mul %[[C]], %[[R]]
weft.func @normalize(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %y = weft.normalize %x {dims = array<i64: 1, 2>, epsilon = 1.0e-5 : f32} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  weft.return %y : tensor<2x3x4xf32>
}

// Along one dimension that is not the last as well; rms subtracts no mean.

// CHECK-LABEL: weft.func @rms
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<2x3x4xf32>
// CHECK-NOT: weft.sub
// CHECK: weft.mul %[[X]], %[[X]]
// CHECK-NOT: weft.sub
// CHECK: weft.return
weft.func @rms(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %y = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32, rms} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  weft.return %y : tensor<2x3x4xf32>
}

// CHECK-LABEL: weft.func @quantize
// CHECK: weft.div
// CHECK: weft.round
// CHECK: weft.add
// CHECK: weft.cast %{{.*}} : (tensor<2x3x4xf32>) -> tensor<2x3x4xui8>
weft.func @quantize(%x: tensor<2x3x4xf32>, %s: tensor<f32>, %z: tensor<ui8>) -> tensor<2x3x4xui8> {
  %q = weft.quantize %x, %s, %z {dim = 0 : i64} : (tensor<2x3x4xf32>, tensor<f32>, tensor<ui8>) -> tensor<2x3x4xui8>
  weft.return %q : tensor<2x3x4xui8>
}

// Scales along a dimension are put in its place; the difference of bytes is exact in i32.

// CHECK-LABEL: weft.func @dequantize
// CHECK-DAG: %[[S:.*]] = weft.reshape %{{.*}} : (tensor<3xf32>) -> tensor<3x1xf32>
// CHECK-DAG: %[[Z:.*]] = weft.reshape %{{.*}} : (tensor<3xui8>) -> tensor<3x1xui8>
// CHECK: weft.sub %{{.*}} : (tensor<2x3x4xi32>, tensor<3x1xi32>) -> tensor<2x3x4xi32>
// CHECK: weft.mul %{{.*}} : (tensor<2x3x4xf32>, tensor<3x1xf32>)
weft.func @dequantize(%q: tensor<2x3x4xui8>, %s: tensor<3xf32>, %z: tensor<3xui8>) -> tensor<2x3x4xf32> {
  %x = weft.dequantize %q, %s, %z {dim = 1 : i64} : (tensor<2x3x4xui8>, tensor<3xf32>, tensor<3xui8>) -> tensor<2x3x4xf32>
  weft.return %x : tensor<2x3x4xf32>
}

// CHECK-LABEL: weft.func @dropout
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<4xf32>
// CHECK-NEXT: weft.return %[[X]]
weft.func @dropout(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.dropout %x {ratio = 0.5 : f32} : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}

// Every element takes the scale and the zero point of its block at index / block.
// CHECK-LABEL: weft.func @blocks
// CHECK-DAG: %[[BLOCK:.*]] = weft.constant dense<3.200000e+01> : tensor<1xf32>
// CHECK-DAG: weft.resize nearest %arg1, %{{.*}}, %{{.*}} {coordinates = #weft<coordinates asymmetric>, {{.*}}nearest = #weft<nearest floor>} : (tensor<4x3xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<4x70xf32>
// CHECK-DAG: weft.resize nearest %arg2, {{.*}} -> tensor<4x70xi8>
// CHECK-NOT: weft.gather
// CHECK: weft.mul
weft.func @blocks(%q: tensor<4x70xi8>, %s: tensor<4x3xf32>, %z: tensor<4x3xi8>) -> tensor<4x70xf32> {
  %x = weft.dequantize %q, %s, %z {dim = 1 : i64, block = 32 : i64} : (tensor<4x70xi8>, tensor<4x3xf32>, tensor<4x3xi8>) -> tensor<4x70xf32>
  weft.return %x : tensor<4x70xf32>
}

// CHECK-LABEL: weft.func @blocks_of_unknown_size
// CHECK: weft.dim %arg0
// CHECK: weft.resize nearest %arg1, {{.*}} -> tensor<?x?xf32>
weft.func @blocks_of_unknown_size(%x: tensor<?x?xf32>, %s: tensor<?x?xf32>) -> tensor<?x?xi8> {
  %q = weft.quantize %x, %s {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xf32>, tensor<?x?xf32>) -> tensor<?x?xi8>
  weft.return %q : tensor<?x?xi8>
}

// A scalar has no blocks.
// CHECK-LABEL: weft.func @scalar
// CHECK-NOT: weft.resize
weft.func @scalar(%x: tensor<?x?xf32>, %s: tensor<f32>) -> tensor<?x?xi8> {
  %q = weft.quantize %x, %s {dim = 1 : i64, block = 2 : i64} : (tensor<?x?xf32>, tensor<f32>) -> tensor<?x?xi8>
  weft.return %q : tensor<?x?xi8>
}

// A block that is all of a dimension has nothing to repeat.
// CHECK-LABEL: weft.func @whole_blocks
// CHECK-NOT: weft.resize
// CHECK: weft.mul %{{.*}} : (tensor<?x70xf32>, tensor<?x1xf32>) -> tensor<?x70xf32>
weft.func @whole_blocks(%q: tensor<?x70xi8>, %s: tensor<?x1xf32>) -> tensor<?x70xf32> {
  %x = weft.dequantize %q, %s {dim = 1 : i64, block = 70 : i64} : (tensor<?x70xi8>, tensor<?x1xf32>) -> tensor<?x70xf32>
  weft.return %x : tensor<?x70xf32>
}
