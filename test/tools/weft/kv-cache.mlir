// How a language model remembers keys and values: attention reads what is stored, and no wide copy of it is in memory.
//
// RUN: split-file %s %t
// RUN: weft compile %t/decode.mlir --kv-cache bf16 --compile-to=dispatch | FileCheck %s --check-prefix=BF16
// RUN: weft compile %t/decode.mlir --kv-cache int8 --compile-to=dispatch | FileCheck %s --check-prefix=INT8
// RUN: weft compile %t/decode.mlir --kv-cache f32 --compile-to=dispatch | FileCheck %s --check-prefix=F32
// BF16: %[[ALL:.*]] = weft.concat {{.*}} -> tensor<?x1x4xbf16>
// BF16: weft.dispatch @attention{{.*}}%[[ALL]]{{.*}}tensor<?x1x4xbf16>
// BF16: weft.return
// BF16: weft.func private @attention
// INT8: %[[SCALES:.*]] = weft.concat {{.*}} -> tensor<?x1x1xf32>
// INT8: %[[ALL:.*]] = weft.concat {{.*}} -> tensor<?x1x4xi8>
// INT8: weft.dispatch @attention{{.*}}%[[ALL]], %[[SCALES]]{{.*}}tensor<?x1x4xi8>, tensor<?x1x1xf32>
// INT8: weft.return
// INT8: weft.func private @attention
// F32: %[[ALL:.*]] = weft.concat {{.*}} -> tensor<?x1x4xf32>
// F32: weft.dispatch @attention

// RUN: not weft compile %t/none.mlir -o %t/none.wm --kv-cache int8 2>&1 | FileCheck %s --check-prefix=NONE
// NONE: error: {{.*}}none.mlir: weft-convert-caches: expected states of f32 [tokens, heads, width] that grow, found none

//--- decode.mlir
weft.func @main(%key: tensor<?x1x4xf32> {weft.state = "key", weft.dims = ["past", "", ""]}, %value: tensor<?x1x4xf32> {weft.state = "value", weft.dims = ["past", "", ""]},
                %new: tensor<1x1x4xf32>, %query: tensor<1x2x1x4xf32>)
    -> (tensor<1x2x1x4xf32>, tensor<?x1x4xf32> {weft.state = "key"}, tensor<?x1x4xf32> {weft.state = "value"}) {
  %shape = weft.constant dense<[1, -1, 1, 4]> : tensor<4xi64>
  %keys = weft.concat %key, %new {dim = 0 : i64} : (tensor<?x1x4xf32>, tensor<1x1x4xf32>) -> tensor<?x1x4xf32>
  %values = weft.concat %value, %new {dim = 0 : i64} : (tensor<?x1x4xf32>, tensor<1x1x4xf32>) -> tensor<?x1x4xf32>
  %k0 = weft.reshape %keys, %shape : (tensor<?x1x4xf32>, tensor<4xi64>) -> tensor<1x?x1x4xf32>
  %k = weft.transpose %k0 {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x?x1x4xf32>) -> tensor<1x1x?x4xf32>
  %v0 = weft.reshape %values, %shape : (tensor<?x1x4xf32>, tensor<4xi64>) -> tensor<1x?x1x4xf32>
  %v = weft.transpose %v0 {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x?x1x4xf32>) -> tensor<1x1x?x4xf32>
  %y = weft.attention %query, %k, %v {causal, scale = 5.0e-01 : f32} : (tensor<1x2x1x4xf32>, tensor<1x1x?x4xf32>, tensor<1x1x?x4xf32>) -> tensor<1x2x1x4xf32>
  weft.return %y, %keys, %values : tensor<1x2x1x4xf32>, tensor<?x1x4xf32>, tensor<?x1x4xf32>
}

//--- none.mlir
weft.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.exp %x : (tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
