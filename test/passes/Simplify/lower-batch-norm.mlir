// RUN: weft-opt %s --split-input-file --weft-lower-batch-norm | FileCheck %s

// Channels first: the factors get a shape that broadcasts along the channels.
weft.parameter @scale : tensor<4xf32>
weft.parameter @offset : tensor<4xf32>
weft.parameter @mean : tensor<4xf32>
weft.parameter @variance : tensor<4xf32>
// CHECK-LABEL: weft.func @channels_first
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<1x4x8x8xf32>
weft.func @channels_first(%x: tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32> {
  %s = weft.get @scale : tensor<4xf32>
  %o = weft.get @offset : tensor<4xf32>
  %m = weft.get @mean : tensor<4xf32>
  %v = weft.get @variance : tensor<4xf32>
  // CHECK-DAG: %[[S:.*]] = weft.get @scale
  // CHECK-DAG: %[[O:.*]] = weft.get @offset
  // CHECK-DAG: %[[M:.*]] = weft.get @mean
  // CHECK-DAG: %[[V:.*]] = weft.get @variance
  // CHECK: %[[E:.*]] = weft.constant dense<9.99999974E-6>
  // CHECK: %[[A:.*]] = weft.add %[[V]], %[[E]]
  // CHECK: %[[D:.*]] = weft.sqrt %[[A]]
  // CHECK: %[[K:.*]] = weft.div %[[S]], %[[D]]
  // CHECK: %[[MK:.*]] = weft.mul %[[M]], %[[K]]
  // CHECK: %[[B:.*]] = weft.sub %[[O]], %[[MK]]
  // CHECK: %[[KR:.*]] = weft.reshape %[[K]] : (tensor<4xf32>) -> tensor<4x1x1xf32>
  // CHECK: %[[Y:.*]] = weft.mul %[[X]], %[[KR]]
  // CHECK: %[[BR:.*]] = weft.reshape %[[B]] : (tensor<4xf32>) -> tensor<4x1x1xf32>
  // CHECK: weft.add %[[Y]], %[[BR]]
  // CHECK-NOT: weft.batch_norm
  %y = weft.batch_norm %x, %s, %o, %m, %v {dim = 1 : i64, epsilon = 1.0e-5 : f32}
     : (tensor<1x4x8x8xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x8x8xf32>
  weft.return %y : tensor<1x4x8x8xf32>
}

// -----

// Channels last broadcast as they are; sizes of the data may be unknown.
// CHECK-LABEL: weft.func @channels_last
weft.func @channels_last(%x: tensor<?x?x4xf32>, %s: tensor<4xf32>) -> tensor<?x?x4xf32> {
  // CHECK-NOT: weft.reshape
  // CHECK: weft.mul {{.*}} : (tensor<?x?x4xf32>, tensor<4xf32>) -> tensor<?x?x4xf32>
  %y = weft.batch_norm %x, %s, %s, %s, %s {dim = 2 : i64, epsilon = 1.0e-5 : f32}
     : (tensor<?x?x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<?x?x4xf32>
  weft.return %y : tensor<?x?x4xf32>
}

// -----

// Statistics of the batch are computed from the data.
// CHECK-LABEL: weft.func @training
weft.func @training(%x: tensor<2x4xf32>, %s: tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>) {
  // CHECK: weft.batch_norm
  %y, %m, %v = weft.batch_norm %x, %s, %s, %s, %s {dim = 1 : i64, epsilon = 1.0e-5 : f32, training}
     : (tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>)
  weft.return %y, %m, %v : tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>
}

// -----

// CHECK-LABEL: weft.func @unknown_channels
weft.func @unknown_channels(%x: tensor<2x?xf32>, %s: tensor<?xf32>) -> tensor<2x?xf32> {
  // CHECK: weft.batch_norm
  %y = weft.batch_norm %x, %s, %s, %s, %s {dim = 1 : i64, epsilon = 1.0e-5 : f32}
     : (tensor<2x?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>, tensor<?xf32>) -> tensor<2x?xf32>
  weft.return %y : tensor<2x?xf32>
}

// -----

// CHECK-LABEL: weft.func @dropout
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<4xf32>
weft.func @dropout(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: weft.return %[[X]]
  %y = weft.dropout %x {ratio = 0.1 : f32} : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
