// RUN: weft-opt %s --weft-form-dispatches | FileCheck %s

// Rows that become bytes by a scale of their own.

weft.parameter @gamma = dense<2.0> : tensor<64xf32>

// One kernel with the norm, which has scales and bytes for results.
// CHECK-LABEL: weft.func @norm
// CHECK: %[[R:.*]]:2 = weft.dispatch @normalize_{{[0-9]+}}(%arg0, %{{.*}}) : (tensor<?x64xf32>, tensor<64xf32>) -> (tensor<?x1xf32>, tensor<?x64xui8>)
// CHECK-NOT: weft.dispatch
// CHECK: weft.return %[[R]]#1, %[[R]]#0
weft.func @norm(%x: tensor<?x64xf32>) -> (tensor<?x64xui8>, tensor<?x1xf32>) {
  %w = weft.get @gamma : tensor<64xf32>
  %n = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x64xf32>) -> tensor<?x64xf32>
  %v = weft.mul %n, %w : (tensor<?x64xf32>, tensor<64xf32>) -> tensor<?x64xf32>
  %a = weft.abs %v : (tensor<?x64xf32>) -> tensor<?x64xf32>
  %m = weft.reduce max %a {dims = array<i64: 1>, keep_dims} : (tensor<?x64xf32>) -> tensor<?x1xf32>
  %c = weft.constant dense<127.0> : tensor<f32>
  %i = weft.constant dense<0.007874016> : tensor<f32>
  %z = weft.constant dense<128.0> : tensor<f32>
  %s = weft.mul %m, %i : (tensor<?x1xf32>, tensor<f32>) -> tensor<?x1xf32>
  %f = weft.div %c, %m : (tensor<f32>, tensor<?x1xf32>) -> tensor<?x1xf32>
  %y = weft.mul %v, %f : (tensor<?x64xf32>, tensor<?x1xf32>) -> tensor<?x64xf32>
  %r = weft.round %y : (tensor<?x64xf32>) -> tensor<?x64xf32>
  %p = weft.add %r, %z : (tensor<?x64xf32>, tensor<f32>) -> tensor<?x64xf32>
  %q = weft.cast %p : (tensor<?x64xf32>) -> tensor<?x64xui8>
  weft.return %q, %s : tensor<?x64xui8>, tensor<?x1xf32>
}

// Something else reads what is rounded: the norm has a kernel of its own.
// CHECK-LABEL: weft.func @read
// CHECK: %[[V:.*]] = weft.dispatch @normalize_{{[0-9]+}}(%arg0) : (tensor<4x64xf32>) -> tensor<4x64xf32>
// CHECK: %[[R:.*]]:2 = weft.dispatch @reduce_{{[0-9]+}}(%[[V]]) : (tensor<4x64xf32>) -> (tensor<4x1xf32>, tensor<4x64xi8>)
// CHECK-NOT: weft.dispatch
weft.func @read(%x: tensor<4x64xf32>) -> (tensor<4x64xi8>, tensor<4x1xf32>, tensor<4x64xf32>) {
  %v = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32} : (tensor<4x64xf32>) -> tensor<4x64xf32>
  %a = weft.abs %v : (tensor<4x64xf32>) -> tensor<4x64xf32>
  %m = weft.reduce max %a {dims = array<i64: 1>, keep_dims} : (tensor<4x64xf32>) -> tensor<4x1xf32>
  %c = weft.constant dense<127.0> : tensor<f32>
  %f = weft.div %c, %m : (tensor<f32>, tensor<4x1xf32>) -> tensor<4x1xf32>
  %y = weft.mul %v, %f : (tensor<4x64xf32>, tensor<4x1xf32>) -> tensor<4x64xf32>
  %q = weft.cast %y : (tensor<4x64xf32>) -> tensor<4x64xi8>
  weft.return %q, %m, %v : tensor<4x64xi8>, tensor<4x1xf32>, tensor<4x64xf32>
}

// Rows that stay floats, and others than those that were reduced: reductions are kernels of their own.
// CHECK-LABEL: weft.func @floats
// CHECK: weft.dispatch @reduce_{{[0-9]+}}(%arg0) : (tensor<4x64xf32>) -> tensor<4x1xf32>
// CHECK: weft.dispatch @{{.*}} -> tensor<4x64xf32>
weft.func @floats(%x: tensor<4x64xf32>) -> tensor<4x64xf32> {
  %a = weft.abs %x : (tensor<4x64xf32>) -> tensor<4x64xf32>
  %m = weft.reduce max %a {dims = array<i64: 1>, keep_dims} : (tensor<4x64xf32>) -> tensor<4x1xf32>
  %y = weft.div %x, %m : (tensor<4x64xf32>, tensor<4x1xf32>) -> tensor<4x64xf32>
  weft.return %y : tensor<4x64xf32>
}

// CHECK-LABEL: weft.func @other_rows
// CHECK: weft.dispatch @reduce_{{[0-9]+}}(%arg0) : (tensor<4x64xf32>) -> tensor<4x1xf32>
// CHECK: weft.dispatch @{{.*}} -> tensor<4x64xi8>
weft.func @other_rows(%x: tensor<4x64xf32>, %o: tensor<4x64xf32>) -> tensor<4x64xi8> {
  %a = weft.abs %x : (tensor<4x64xf32>) -> tensor<4x64xf32>
  %m = weft.reduce max %a {dims = array<i64: 1>, keep_dims} : (tensor<4x64xf32>) -> tensor<4x1xf32>
  %y = weft.mul %o, %m : (tensor<4x64xf32>, tensor<4x1xf32>) -> tensor<4x64xf32>
  %q = weft.cast %y : (tensor<4x64xf32>) -> tensor<4x64xi8>
  weft.return %q : tensor<4x64xi8>
}

// What reads the scales before the bytes are there, as a cache of codes does, comes behind both.
// CHECK-LABEL: weft.func @cache
// CHECK: %[[R:.*]]:2 = weft.dispatch @reduce_{{[0-9]+}}(%arg0) : (tensor<?x2x16xf32>) -> (tensor<?x2x1xf32>, tensor<?x2x16xi8>)
// CHECK: weft.dispatch @concat_{{[0-9]+}}(%arg1, %[[R]]#0)
// CHECK: weft.dispatch @concat_{{[0-9]+}}(%arg2, %[[R]]#1)
weft.func @cache(%x: tensor<?x2x16xf32>, %s: tensor<?x2x1xf32>, %q: tensor<?x2x16xi8>) -> (tensor<?x2x1xf32>, tensor<?x2x16xi8>) {
  %a = weft.abs %x : (tensor<?x2x16xf32>) -> tensor<?x2x16xf32>
  %m = weft.reduce max %a {dims = array<i64: 2>, keep_dims} : (tensor<?x2x16xf32>) -> tensor<?x2x1xf32>
  %c = weft.constant dense<127.0> : tensor<f32>
  %t = weft.div %m, %c : (tensor<?x2x1xf32>, tensor<f32>) -> tensor<?x2x1xf32>
  %scales = weft.concat %s, %t {dim = 0 : i64} : (tensor<?x2x1xf32>, tensor<?x2x1xf32>) -> tensor<?x2x1xf32>
  %d = weft.constant dense<127.0> : tensor<f32>
  %f = weft.div %d, %m : (tensor<f32>, tensor<?x2x1xf32>) -> tensor<?x2x1xf32>
  %y = weft.mul %x, %f : (tensor<?x2x16xf32>, tensor<?x2x1xf32>) -> tensor<?x2x16xf32>
  %b = weft.cast %y : (tensor<?x2x16xf32>) -> tensor<?x2x16xi8>
  %codes = weft.concat %q, %b {dim = 0 : i64} : (tensor<?x2x16xi8>, tensor<?x2x16xi8>) -> tensor<?x2x16xi8>
  weft.return %scales, %codes : tensor<?x2x1xf32>, tensor<?x2x16xi8>
}
