// RUN: weft-opt %s --split-input-file --weft-prune-structure="channels=0.5 round=1" | FileCheck %s
// RUN: weft-opt %s --split-input-file --weft-prune-structure="channels=0.5" | FileCheck %s --check-prefix=ROUND
// RUN: weft-opt %s --split-input-file --weft-prune-structure="channels=0.5 round=1 skip=^down$" | FileCheck %s --check-prefix=SKIP

// The squares of the channels' weights are 3, 10, 9 and 2. By default, and where a weight is to stay, all channels do.
// CHECK: weft.parameter @up = dense<{{\[\[}}3.000000e+00, 0.000000e+00], [0.000000e+00, 2.000000e+00]]> : tensor<2x2xf32> {source = "layer.up"}
// CHECK: weft.parameter @bias = dense<[7.000000e+00, 8.000000e+00]> : tensor<2xf32>
// CHECK: weft.parameter @down = dense<{{\[\[}}0.000000e+00, 1.000000e+00], [1.000000e+00, 2.000000e+00]]> : tensor<2x2xf32>{{$}}
// ROUND: weft.parameter @up = {{.*}} : tensor<4x2xf32>
// SKIP: weft.parameter @up = {{.*}} : tensor<4x2xf32>
weft.parameter @up = dense<[[1.0, 1.0], [3.0, 0.0], [0.0, 2.0], [1.0, 0.0]]> : tensor<4x2xf32> {source = "layer.up"}
weft.parameter @bias = dense<[6.0, 7.0, 8.0, 9.0]> : tensor<4xf32>
// Factors of inputs that are gone fit no longer.
weft.parameter @down = dense<[[1.0, 0.0, 1.0, 1.0], [0.0, 1.0, 2.0, 0.0]]> : tensor<2x4xf32> {weft.input_factors = dense<1.0> : tensor<4xf32>}

// CHECK-LABEL: weft.func @layer
// CHECK: weft.tanh %{{.*}} : (tensor<?x2xf32>) -> tensor<?x2xf32>
weft.func @layer(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %u = weft.get @up : tensor<4x2xf32>
  %b = weft.get @bias : tensor<4xf32>
  %h = weft.contract "mk,nk->mn" %x, %u : (tensor<?x2xf32>, tensor<4x2xf32>) -> tensor<?x4xf32>
  %s = weft.add %h, %b : (tensor<?x4xf32>, tensor<4xf32>) -> tensor<?x4xf32>
  %a = weft.tanh %s : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %d = weft.get @down : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %a, %d : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// A size that something looks at stays, and so do those that normalization looks along, and the results; another size of the same tensor may go.
// CHECK-LABEL: weft.func @sizes
// CHECK: weft.contract {{.*}} -> tensor<?x4xf32>
// CHECK: weft.contract {{.*}} -> tensor<?x2xf32>
// CHECK: weft.contract {{.*}} -> tensor<?x4xf32>
weft.parameter @a = dense<1.0> : tensor<4x2xf32>
weft.parameter @b = dense<1.0> : tensor<4x4xf32>
weft.parameter @c = dense<1.0> : tensor<4x4xf32>
weft.func @sizes(%x: tensor<?x2xf32>) -> (tensor<?x4xf32>, tensor<1xi64>, tensor<1xi64>) {
  %a = weft.get @a : tensor<4x2xf32>
  %b = weft.get @b : tensor<4x4xf32>
  %c = weft.get @c : tensor<4x4xf32>
  %h = weft.contract "mk,nk->mn" %x, %a : (tensor<?x2xf32>, tensor<4x2xf32>) -> tensor<?x4xf32>
  %n = weft.normalize %h {dims = array<i64: 1>, epsilon = 1.0e-6 : f32, rms} : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %i = weft.contract "mk,nk->mn" %n, %b : (tensor<?x4xf32>, tensor<4x4xf32>) -> tensor<?x4xf32>
  %zero = weft.constant dense<0> : tensor<1xi64>
  %one = weft.constant dense<1> : tensor<1xi64>
  %two = weft.constant dense<2> : tensor<1xi64>
  %si = weft.shape %i : (tensor<?x4xf32>) -> tensor<2xi64>
  %rows = weft.slice %si, %zero, %one, %one {dims = array<i64: 0>} : (tensor<2xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<1xi64>
  %sh = weft.shape %h : (tensor<?x4xf32>) -> tensor<2xi64>
  %columns = weft.slice %sh, %one, %two, %one {dims = array<i64: 0>} : (tensor<2xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<1xi64>
  %y = weft.contract "mk,nk->mn" %i, %c : (tensor<?x4xf32>, tensor<4x4xf32>) -> tensor<?x4xf32>
  weft.return %y, %rows, %columns : tensor<?x4xf32>, tensor<1xi64>, tensor<1xi64>
}

// -----

// Sizes that no memory holds are as good as unknown.
// CHECK-LABEL: weft.func @huge
// CHECK: tensor<2x4000000000000xf32>
weft.func @huge(%x: tensor<2x4000000000000xf32>) -> tensor<2x4000000000000xf32> {
  %y = weft.tanh %x : (tensor<2x4000000000000xf32>) -> tensor<2x4000000000000xf32>
  weft.return %y : tensor<2x4000000000000xf32>
}

// -----

// Learned queries: the mask has a row for each.
// CHECK: weft.parameter @q = {{.*}} : tensor<1x2x4x8xf32>
// CHECK: weft.parameter @o = {{.*}} : tensor<4x3xf32>
weft.parameter @q = dense<1.0> : tensor<1x2x4x8xf32>
weft.parameter @o = dense<1.0> : tensor<4x3xf32>
weft.func @queries(%k: tensor<1x2x5x8xf32>, %m: tensor<4x5xf32>) -> tensor<1x2x8x3xf32> {
  %q = weft.get @q : tensor<1x2x4x8xf32>
  %o = weft.get @o : tensor<4x3xf32>
  %a = weft.attention %q, %k, %k mask %m {scale = 0.125 : f32} : (tensor<1x2x4x8xf32>, tensor<1x2x5x8xf32>, tensor<1x2x5x8xf32>, tensor<4x5xf32>) -> tensor<1x2x4x8xf32>
  %y = weft.contract "bhqd,qn->bhdn" %a, %o : (tensor<1x2x4x8xf32>, tensor<4x3xf32>) -> tensor<1x2x8x3xf32>
  weft.return %y : tensor<1x2x8x3xf32>
}

// -----

// What it was imported as is forgotten where it is something else now, and only there.
// CHECK: module attributes {
// CHECK-NOT: weft.decoder =
// CHECK-SAME: weft.decoder_weights
// ROUND: module attributes {weft.decoder = {architecture = "llama"}
module attributes {weft.decoder = {architecture = "llama"}, weft.decoder_weights = {u = "up.0"}} {
  weft.parameter @u = dense<1.0> : tensor<4x2xf32>
  weft.parameter @d = dense<1.0> : tensor<2x4xf32>
  weft.func @decoder(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
    %u = weft.get @u : tensor<4x2xf32>
    %d = weft.get @d : tensor<2x4xf32>
    %h = weft.contract "mk,nk->mn" %x, %u : (tensor<?x2xf32>, tensor<4x2xf32>) -> tensor<?x4xf32>
    %y = weft.contract "mk,nk->mn" %h, %d : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
    weft.return %y : tensor<?x2xf32>
  }
}
