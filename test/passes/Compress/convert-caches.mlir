// RUN: weft-opt %s --weft-convert-caches | FileCheck %s
// RUN: weft-opt %s --weft-convert-caches=type=int8 | FileCheck %s --check-prefix=INT8

// CHECK-LABEL: weft.func @decode
// CHECK-SAME: %[[PAST:.*]]: tensor<?x2x4xbf16> {weft.name = "past.key.0", weft.state = "key.0"}
// CHECK-SAME: %[[NEW:.*]]: tensor<1x2x4xf32>
// CHECK-SAME: %{{.*}}: tensor<?x2x4xf32> {weft.state = "other"}
// CHECK-SAME: -> (tensor<?x2x4xf32>, tensor<?x2x4xbf16> {weft.state = "key.0"}, tensor<?x2x4xf32> {weft.state = "other"}, tensor<i64>)
// CHECK: %[[NARROW:.*]] = weft.cast %[[NEW]] : (tensor<1x2x4xf32>) -> tensor<1x2x4xbf16>
// CHECK: %[[ALL:.*]] = weft.concat %[[PAST]], %[[NARROW]] {dim = 0 : i64}
// CHECK: weft.dim %[[PAST]]
// CHECK: %[[WIDE:.*]] = weft.cast %[[ALL]] : (tensor<?x2x4xbf16>) -> tensor<?x2x4xf32>
// CHECK: %[[Y:.*]] = weft.exp %[[WIDE]]
// CHECK: weft.return %[[Y]], %[[ALL]],

// Each head of a token has a scale, the largest magnitude over 127.
// INT8-LABEL: weft.func @decode
// INT8-SAME: %[[PAST:[^:]*]]: tensor<?x2x4xi8> {weft.name = "past.key.0", weft.state = "key.0"}
// INT8-SAME: %[[NEW:[^:]*]]: tensor<1x2x4xf32>
// INT8-SAME: %[[SCALES:[^:]*]]: tensor<?x2x1xf32> {weft.name = "past.key.0.scale", weft.state = "key.0.scale"}
// INT8-SAME: tensor<?x2x1xf32> {weft.state = "key.0.scale"})
// INT8: %[[ABS:.*]] = weft.abs %[[NEW]]
// INT8: %[[MOST:.*]] = weft.reduce max %[[ABS]] {dims = array<i64: 2>, keep_dims}
// INT8: %[[SCALE:.*]] = weft.mul %[[MOST]], %
// INT8: %[[ALLSCALES:.*]] = weft.concat %[[SCALES]], %[[SCALE]]
// INT8: %[[ROUND:.*]] = weft.round
// INT8: %[[CODES:.*]] = weft.cast %[[ROUND]] : (tensor<1x2x4xf32>) -> tensor<1x2x4xi8>
// INT8: %[[ALL:.*]] = weft.concat %[[PAST]], %[[CODES]]
// INT8: %[[WIDE:.*]] = weft.cast %[[ALL]]
// INT8: %[[KEYS:.*]] = weft.mul %[[WIDE]], %[[ALLSCALES]]
// INT8: %[[Y:.*]] = weft.exp %[[KEYS]]
// INT8: weft.return %[[Y]], %[[ALL]], %{{.*}}, %{{.*}}, %[[ALLSCALES]]
weft.func @decode(%past: tensor<?x2x4xf32> {weft.name = "past.key.0", weft.state = "key.0"}, %new: tensor<1x2x4xf32>,
                  %other: tensor<?x2x4xf32> {weft.state = "other"})
    -> (tensor<?x2x4xf32>, tensor<?x2x4xf32> {weft.state = "key.0"}, tensor<?x2x4xf32> {weft.state = "other"}, tensor<i64>) {
  %all = weft.concat %past, %new {dim = 0 : i64} : (tensor<?x2x4xf32>, tensor<1x2x4xf32>) -> tensor<?x2x4xf32>
  %size = weft.dim %past {dim = 0 : i64} : (tensor<?x2x4xf32>) -> tensor<i64>
  %y = weft.exp %all : (tensor<?x2x4xf32>) -> tensor<?x2x4xf32>
  // Negative: a state whose past is read beside.
  %grown = weft.concat %other, %new {dim = 0 : i64} : (tensor<?x2x4xf32>, tensor<1x2x4xf32>) -> tensor<?x2x4xf32>
  %z = weft.neg %other : (tensor<?x2x4xf32>) -> tensor<?x2x4xf32>
  weft.return %y, %all, %grown, %size : tensor<?x2x4xf32>, tensor<?x2x4xf32>, tensor<?x2x4xf32>, tensor<i64>
}
