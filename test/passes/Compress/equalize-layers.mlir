// RUN: weft-opt %s --split-input-file --weft-equalize-layers --weft-fold-constants | FileCheck %s

// Channel 0 is written by 4 and read by 1, channel 1 the other way round: factors of 2 and 1/2 make all of them 2. The bias and the upper
// bound are divided like what writes the channel, and the rectifier needs nothing.
// CHECK: weft.parameter @w.equal = dense<2.000000e+00> : tensor<1x2xf32> {source = "w"}
// CHECK: weft.parameter @v.equal = dense<2.000000e+00> : tensor<2x1xf32> {source = "v"}
weft.parameter @w = dense<[[4.0, 1.0]]> : tensor<1x2xf32>
weft.parameter @v = dense<[[1.0], [4.0]]> : tensor<2x1xf32>

// CHECK-LABEL: weft.func @main
// CHECK: %[[ZERO:.*]] = weft.constant dense<0.000000e+00> : tensor<f32>
// CHECK: %[[BIAS:.*]] = weft.constant dense<[3.000000e+00, 1.200000e+01]> : tensor<2xf32>
// CHECK: weft.add %{{.*}}, %[[BIAS]]
// CHECK: weft.max %{{.*}}, %[[ZERO]]
// CHECK: %[[SIX:.*]] = weft.constant dense<[3.000000e+00, 1.200000e+01]> : tensor<2xf32>
// CHECK: weft.min %{{.*}}, %[[SIX]]
weft.func @main(%x: tensor<?x1xf32>) -> tensor<?x1xf32> {
  %w = weft.get @w : tensor<1x2xf32>
  %v = weft.get @v : tensor<2x1xf32>
  %b = weft.constant dense<6.0> : tensor<2xf32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %six = weft.constant dense<6.0> : tensor<f32>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<?x1xf32>, tensor<1x2xf32>) -> tensor<?x2xf32>
  %a = weft.add %y, %b : (tensor<?x2xf32>, tensor<2xf32>) -> tensor<?x2xf32>
  %r = weft.max %a, %zero : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
  %c = weft.min %r, %six : (tensor<?x2xf32>, tensor<f32>) -> tensor<?x2xf32>
  %z = weft.contract "mk,kn->mn" %c, %v : (tensor<?x2xf32>, tensor<2x1xf32>) -> tensor<?x1xf32>
  weft.return %z : tensor<?x1xf32>
}

// -----

// A function that is not linear over positive numbers, or a second reader, lets no factor through.
// CHECK: weft.parameter @w =
// CHECK: weft.parameter @v =
weft.parameter @w = dense<[[4.0, 1.0]]> : tensor<1x2xf32>
weft.parameter @v = dense<[[1.0], [4.0]]> : tensor<2x1xf32>

// CHECK-LABEL: weft.func @main
weft.func @main(%x: tensor<?x1xf32>) -> (tensor<?x1xf32>, tensor<?x1xf32>, tensor<?x2xf32>) {
  %w = weft.get @w : tensor<1x2xf32>
  %v = weft.get @v : tensor<2x1xf32>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<?x1xf32>, tensor<1x2xf32>) -> tensor<?x2xf32>
  %t = weft.tanh %y : (tensor<?x2xf32>) -> tensor<?x2xf32>
  %z = weft.contract "mk,kn->mn" %t, %v : (tensor<?x2xf32>, tensor<2x1xf32>) -> tensor<?x1xf32>
  %u = weft.contract "mk,kn->mn" %y, %v : (tensor<?x2xf32>, tensor<2x1xf32>) -> tensor<?x1xf32>
  weft.return %z, %u, %y : tensor<?x1xf32>, tensor<?x1xf32>, tensor<?x2xf32>
}

// -----

// The second product adds up over the other dimension, whose factors the channels of the first are not.
// CHECK: weft.parameter @w =
// CHECK: weft.parameter @v =
weft.parameter @w = dense<[[4.0, 1.0], [8.0, 1.0]]> : tensor<2x2xf32>
weft.parameter @v = dense<[[1.0, 2.0], [4.0, 3.0]]> : tensor<2x2xf32>

// CHECK-LABEL: weft.func @main
weft.func @main(%x: tensor<2x2xf32>) -> tensor<2x2xf32> {
  %w = weft.get @w : tensor<2x2xf32>
  %v = weft.get @v : tensor<2x2xf32>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  %z = weft.contract "km,kn->mn" %y, %v : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  weft.return %z : tensor<2x2xf32>
}
