// RUN: weft-opt %s --weft-decompose-ops | FileCheck %s

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
