// RUN: weft-opt %s --weft-recognize-normalize | FileCheck %s

// CHECK-LABEL: weft.func @layer_norm
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<4x8xf32>
weft.func @layer_norm(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  // CHECK: %[[Y:.*]] = weft.normalize %[[X]] {dims = array<i64: 1>, epsilon = 9.99999974E-6 : f32} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  // CHECK: weft.return %[[Y]]
  %two = weft.constant dense<2.0> : tensor<f32>
  %eps = weft.constant dense<1.0e-5> : tensor<f32>
  %m = weft.reduce mean %x {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4x1xf32>
  %d = weft.sub %x, %m : (tensor<4x8xf32>, tensor<4x1xf32>) -> tensor<4x8xf32>
  %s = weft.pow %d, %two : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  %v = weft.reduce mean %s {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4x1xf32>
  %e = weft.add %v, %eps : (tensor<4x1xf32>, tensor<f32>) -> tensor<4x1xf32>
  %q = weft.sqrt %e : (tensor<4x1xf32>) -> tensor<4x1xf32>
  %y = weft.div %d, %q : (tensor<4x8xf32>, tensor<4x1xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// CHECK-LABEL: weft.func @rms_norm
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<4x8xf32>
weft.func @rms_norm(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  // CHECK: weft.normalize %[[X]] {dims = array<i64: 1>, epsilon = 9.99999974E-6 : f32, rms}
  %eps = weft.constant dense<1.0e-5> : tensor<f32>
  %s = weft.mul %x, %x : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %v = weft.reduce mean %s {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4x1xf32>
  %e = weft.add %v, %eps : (tensor<4x1xf32>, tensor<f32>) -> tensor<4x1xf32>
  %q = weft.rsqrt %e : (tensor<4x1xf32>) -> tensor<4x1xf32>
  %y = weft.mul %x, %q : (tensor<4x8xf32>, tensor<4x1xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// Negative: the mean is over another dimension than the variance, so that only the mean square is recognized.
// CHECK-LABEL: weft.func @other_mean
weft.func @other_mean(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  // CHECK: %[[D:.*]] = weft.sub
  // CHECK: weft.normalize %[[D]] {{.*}}rms
  %eps = weft.constant dense<1.0e-5> : tensor<f32>
  %m = weft.reduce mean %x {dims = array<i64: 0>, keep_dims} : (tensor<4x8xf32>) -> tensor<1x8xf32>
  %d = weft.sub %x, %m : (tensor<4x8xf32>, tensor<1x8xf32>) -> tensor<4x8xf32>
  %s = weft.mul %d, %d : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %v = weft.reduce mean %s {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4x1xf32>
  %e = weft.add %v, %eps : (tensor<4x1xf32>, tensor<f32>) -> tensor<4x1xf32>
  %q = weft.sqrt %e : (tensor<4x1xf32>) -> tensor<4x1xf32>
  %y = weft.div %d, %q : (tensor<4x8xf32>, tensor<4x1xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}

// Negative: a sum instead of a mean, another dividend, no epsilon.
// CHECK-LABEL: weft.func @others
weft.func @others(%x: tensor<4x8xf32>, %z: tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xf32>, tensor<4x8xf32>) {
  // CHECK-NOT: weft.normalize
  %eps = weft.constant dense<1.0e-5> : tensor<f32>
  %s = weft.mul %x, %x : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %v = weft.reduce sum %s {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4x1xf32>
  %w = weft.reduce mean %s {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4x1xf32>
  %e = weft.add %v, %eps : (tensor<4x1xf32>, tensor<f32>) -> tensor<4x1xf32>
  %f = weft.add %w, %eps : (tensor<4x1xf32>, tensor<f32>) -> tensor<4x1xf32>
  %q = weft.sqrt %e : (tensor<4x1xf32>) -> tensor<4x1xf32>
  %r = weft.sqrt %f : (tensor<4x1xf32>) -> tensor<4x1xf32>
  %t = weft.sqrt %w : (tensor<4x1xf32>) -> tensor<4x1xf32>
  %a = weft.div %x, %q : (tensor<4x8xf32>, tensor<4x1xf32>) -> tensor<4x8xf32>
  %b = weft.div %z, %r : (tensor<4x8xf32>, tensor<4x1xf32>) -> tensor<4x8xf32>
  %c = weft.div %x, %t : (tensor<4x8xf32>, tensor<4x1xf32>) -> tensor<4x8xf32>
  weft.return %a, %b, %c : tensor<4x8xf32>, tensor<4x8xf32>, tensor<4x8xf32>
}
