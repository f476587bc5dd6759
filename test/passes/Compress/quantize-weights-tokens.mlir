// RUN: weft-opt %s --split-input-file --weft-quantize-weights="bits=8 group=0 activations=int8" | FileCheck %s
// RUN: weft-opt %s --split-input-file --weft-quantize-weights="bits=8 group=0 activations=int8" --weft-simplify | FileCheck %s --check-prefix=INTEGERS

// What two layers read is rounded once, to bytes around 128; sums are scaled behind the products. Attention may round to bf16.
// CHECK: weft.parameter @w.codes = dense<{{.*}}> : tensor<2x4xi8>
// CHECK: weft.parameter @w.scales = dense<{{.*}}> : tensor<2x1xf16>
weft.parameter @w = dense<[[127.0, -127.0, 2.0, 3.4], [8.0, 1.0, 2.0, 3.0]]> : tensor<2x4xf32>
weft.parameter @v = dense<[[1.0, 2.0, 3.0], [1.0, 2.0, 3.0], [1.0, 2.0, 3.0], [1.0, 2.0, 3.0]]> : tensor<4x3xf32>

// CHECK-LABEL: weft.func @prefill
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x4xf32>
// CHECK: %[[A:.*]] = weft.abs %[[X]]
// CHECK: %[[M:.*]] = weft.reduce  max %[[A]] {dims = array<i64: 1>, keep_dims} : (tensor<?x4xf32>) -> tensor<?x1xf32>
// CHECK: %[[S:.*]] = weft.mul %[[M]], %{{.*}} : (tensor<?x1xf32>, tensor<f32>) -> tensor<?x1xf32>
// CHECK: %[[F:.*]] = weft.div %{{.*}}, %[[M]] : (tensor<f32>, tensor<?x1xf32>) -> tensor<?x1xf32>
// CHECK: %[[Z:.*]] = weft.constant dense<128> : tensor<ui8>
// CHECK: %[[N:.*]] = weft.mul %[[X]], %[[F]]
// CHECK: %[[Q:.*]] = weft.quantize %[[N]], %[[ONE:.*]], %[[Z]] : (tensor<?x4xf32>, tensor<f32>, tensor<ui8>) -> tensor<?x4xui8>
// CHECK: %[[D:.*]] = weft.dequantize %[[Q]], %[[ONE]], %[[Z]] : (tensor<?x4xui8>, tensor<f32>, tensor<ui8>) -> tensor<?x4xf32>
// CHECK-NOT: weft.reduce
// CHECK: %[[P:.*]] = weft.contract "mk,nk->mn" %[[D]], %{{.*}} : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
// CHECK: weft.mul %[[P]], %[[S]] : (tensor<?x2xf32>, tensor<?x1xf32>) -> tensor<?x2xf32>
// CHECK: %[[R:.*]] = weft.contract "mk,nk->mn" %[[D]], %{{.*}} : (tensor<?x4xf32>, tensor<3x4xf32>) -> tensor<?x3xf32>
// CHECK: weft.mul %[[R]], %[[S]] : (tensor<?x3xf32>, tensor<?x1xf32>) -> tensor<?x3xf32>
// INTEGERS-LABEL: weft.func @prefill
// INTEGERS: %[[C:.*]] = weft.contract "mk,nk->mn" %{{.*}} : (tensor<?x4xi16>, tensor<2x4xi8>) -> tensor<?x2xi32>
// INTEGERS: %[[I:.*]] = weft.cast %[[C]]
// INTEGERS: %[[O:.*]] = weft.mul %[[I]], %{{.*}} : (tensor<?x2xf32>, tensor<2xf32>) -> tensor<?x2xf32>
// INTEGERS: weft.mul %[[O]], %{{.*}} : (tensor<?x2xf32>, tensor<?x1xf32>) -> tensor<?x2xf32>
// INTEGERS: weft.contract "mk,nk->mn" %{{.*}} : (tensor<?x4xi16>, tensor<3x4xi8>) -> tensor<?x3xi32>
weft.func @prefill(%x: tensor<?x4xf32>) -> (tensor<?x2xf32>, tensor<?x3xf32>) {
  %w = weft.get @w : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  %v = weft.get @v : tensor<4x3xf32>
  %z = weft.contract "mk,kn->mn" %x, %v : (tensor<?x4xf32>, tensor<4x3xf32>) -> tensor<?x3xf32>
  weft.return %y, %z : tensor<?x2xf32>, tensor<?x3xf32>
}

// The other function reads the same codes.
// CHECK-LABEL: weft.func @decode
// CHECK: weft.reduce max
// CHECK: weft.get @w.codes
// CHECK: weft.contract "mk,nk->mn" {{.*}} : (tensor<1x4xf32>, tensor<2x4xf32>) -> tensor<1x2xf32>
// INTEGERS-LABEL: weft.func @decode
// INTEGERS: weft.contract "mk,nk->mn" {{.*}} -> tensor<1x2xi32>
weft.func @decode(%x: tensor<1x4xf32>) -> tensor<1x2xf32> {
  %w = weft.get @w : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<1x4xf32>, tensor<2x4xf32>) -> tensor<1x2xf32>
  weft.return %y : tensor<1x2xf32>
}

// -----

// A row of inputs for each row of a batch. Where rows come in another order than the results, where the inputs are no f32, and where a weight
// has groups or bits of its own, products stay those of floats.
weft.parameter @w = dense<1.0> : tensor<2x4xf32>
weft.parameter @groups = dense<1.0> : tensor<2x4xf32> {weft.precision = {group = 2 : i64}}
weft.parameter @four = dense<1.0> : tensor<2x4xf32> {weft.precision = {bits = 4 : i64}}

// CHECK-LABEL: weft.func @others
// CHECK: weft.reduce max %{{.*}} {dims = array<i64: 2>, keep_dims} : (tensor<3x5x4xf32>) -> tensor<3x5x1xf32>
// CHECK-NOT: weft.reduce
// CHECK: weft.contract "bmk,nk->bmn" %{{.*}} : (tensor<3x5x4xf32>, tensor<2x4xf32>)
// CHECK: weft.mul %{{.*}} : (tensor<3x5x2xf32>, tensor<3x5x1xf32>)
// CHECK: weft.contract "bmk,nk->mbn" %{{.*}} : (tensor<3x5x4xbf16>, tensor<2x4xbf16>)
// CHECK: weft.contract "mk,nk->mn" %{{.*}} : (tensor<5x4xf16>, tensor<2x4xf16>)
// CHECK: weft.contract "bmk,nk->bmn" %{{.*}} : (tensor<3x5x4xbf16>, tensor<2x4xbf16>)
// CHECK: weft.contract "bmk,nk->bmn" %{{.*}} : (tensor<3x5x4xbf16>, tensor<2x4xbf16>)
// CHECK-NOT: weft.mul
weft.func @others(%x: tensor<3x5x4xf32>, %h: tensor<5x4xf16>) -> (tensor<3x5x2xf32>, tensor<5x3x2xf32>, tensor<5x2xf16>, tensor<3x5x2xf32>, tensor<3x5x2xf32>) {
  %w = weft.get @w : tensor<2x4xf32>
  %a = weft.contract "bmk,nk->bmn" %x, %w : (tensor<3x5x4xf32>, tensor<2x4xf32>) -> tensor<3x5x2xf32>
  %b = weft.contract "bmk,nk->mbn" %x, %w : (tensor<3x5x4xf32>, tensor<2x4xf32>) -> tensor<5x3x2xf32>
  %n = weft.cast %w : (tensor<2x4xf32>) -> tensor<2x4xf16>
  %c = weft.contract "mk,nk->mn" %h, %n : (tensor<5x4xf16>, tensor<2x4xf16>) -> tensor<5x2xf16>
  %g = weft.get @groups : tensor<2x4xf32>
  %d = weft.contract "bmk,nk->bmn" %x, %g : (tensor<3x5x4xf32>, tensor<2x4xf32>) -> tensor<3x5x2xf32>
  %f = weft.get @four : tensor<2x4xf32>
  %e = weft.contract "bmk,nk->bmn" %x, %f : (tensor<3x5x4xf32>, tensor<2x4xf32>) -> tensor<3x5x2xf32>
  weft.return %a, %b, %c, %d, %e : tensor<3x5x2xf32>, tensor<5x3x2xf32>, tensor<5x2xf16>, tensor<3x5x2xf32>, tensor<3x5x2xf32>
}
