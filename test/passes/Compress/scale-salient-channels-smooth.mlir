// RUN: %python %S/Inputs/statistics.py %t '{"sites": [{"weights": ["q", "k"], "samples": [[8, -2, 1, 0], [-1, 1, 1, 0]]}]}'
// RUN: weft-opt %s --weft-scale-salient-channels="statistics=%t smooth=0.5" | FileCheck %s
// RUN: not weft-opt %s --weft-scale-salient-channels="statistics=%t smooth=1.5" 2>&1 | FileCheck %s --check-prefix=SMOOTH
// SMOOTH: error: weft-scale-salient-channels: expected smooth to be 0 to 1, found 1.5

// The largest inputs are 8, 2, 1 and 0, the largest of both weights 2, 8, 1 and 1: factors are the roots of 8 / 2, 2 / 8 and 1 / 1; an input of zeros
// has none.
// CHECK: weft.parameter @gamma = dense<[5.000000e-01, 2.000000e+00, 1.000000e+00, 1.000000e+00]> : tensor<4xf32>
// CHECK: weft.parameter @q = dense<{{\[}}[2.000000e+00, -4.000000e+00, 1.000000e+00, 1.000000e+00]]> : tensor<1x4xf32> {weft.input_factors = dense<[2.000000e+00, 5.000000e-01, 1.000000e+00, 1.000000e+00]> : tensor<4xf32>}
// CHECK: weft.parameter @k = dense<{{\[}}[4.000000e+00, 5.000000e-01, 1.000000e+00, 1.000000e+00]]>
weft.parameter @gamma = dense<1.0> : tensor<4xf32>
weft.parameter @q = dense<[[1.0, -8.0, 1.0, 1.0]]> : tensor<1x4xf32>
weft.parameter @k = dense<[[2.0, 1.0, 1.0, 1.0]]> : tensor<1x4xf32>

weft.func @evaluate(%x: tensor<?x4xf32>) -> (tensor<?x1xf32>, tensor<?x1xf32>) {
  %gamma = weft.get @gamma : tensor<4xf32>
  %n = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %m = weft.mul %n, %gamma : (tensor<?x4xf32>, tensor<4xf32>) -> tensor<?x4xf32>
  %q = weft.get @q : tensor<1x4xf32>
  %y = weft.contract "mk,nk->mn" %m, %q : (tensor<?x4xf32>, tensor<1x4xf32>) -> tensor<?x1xf32>
  %k = weft.get @k : tensor<1x4xf32>
  %z = weft.contract "mk,nk->mn" %m, %k : (tensor<?x4xf32>, tensor<1x4xf32>) -> tensor<?x1xf32>
  weft.return %y, %z : tensor<?x1xf32>, tensor<?x1xf32>
}
