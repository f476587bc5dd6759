// RUN: %python %S/Inputs/statistics.py %t '{"sites": [{"weights": ["q"], "samples": [[10, 0.1, 0.1, 0.1]]}, {"weights": ["down"], "samples": [[10, 0.1, 0.1, 0.1]]}]}'
// RUN: weft-opt %s --split-input-file --weft-scale-salient-channels="statistics=%t bits=3 group=0" | FileCheck %s
// RUN: not weft-opt %s --split-input-file --weft-scale-salient-channels="bits=3" 2>&1 | FileCheck %s --check-prefix=NONE
// NONE: error: weft-scale-salient-channels: expected a file of statistics
// RUN: not weft-opt %s --split-input-file --weft-scale-salient-channels="statistics=%t bits=2" 2>&1 | FileCheck %s --check-prefix=BITS
// BITS: error: weft-scale-salient-channels: expected bits of 3, 4, 5, 6 or 8, found 2

// A weight that is small beside the others but has a strong input is made larger, and what makes the input smaller, by the same factor. The
// strengths are 100 to 1, so with alpha = 0.5 the factors are 10 to 1, around 1: sqrt(10) and 1 / sqrt(10).
// CHECK: weft.parameter @gamma = dense<[0.316227{{[0-9]*}}, 3.16227{{[0-9]*}}, 3.16227{{[0-9]*}}, 3.16227{{[0-9]*}}]> : tensor<4xf32>
// CHECK: weft.parameter @q = dense<{{\[}}[0.411096{{.*}} {weft.input_factors = dense<[3.16227{{[0-9]*}}, 0.316227{{[0-9]*}}, 0.316227{{[0-9]*}}, 0.316227{{[0-9]*}}]> : tensor<4xf32>}
weft.parameter @gamma = dense<1.0> : tensor<4xf32>
weft.parameter @q = dense<[[0.13, 1.0, -0.9, 0.7], [0.11, -0.8, 1.0, 0.5]]> : tensor<2x4xf32>

weft.func @evaluate(%x: tensor<?x4xf32>) -> tensor<?x2xf32> {
  %gamma = weft.get @gamma : tensor<4xf32>
  %n = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %m = weft.mul %n, %gamma : (tensor<?x4xf32>, tensor<4xf32>) -> tensor<?x4xf32>
  %q = weft.get @q : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %m, %q : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// Something else reads the scaled norm in another function: all stays.
// CHECK: weft.parameter @gamma = dense<1.000000e+00> : tensor<4xf32>
// CHECK: weft.parameter @q = {{.*}} : tensor<2x4xf32>{{$}}
weft.parameter @gamma = dense<1.0> : tensor<4xf32>
weft.parameter @q = dense<[[0.13, 1.0, -0.9, 0.7], [0.11, -0.8, 1.0, 0.5]]> : tensor<2x4xf32>

weft.func @evaluate(%x: tensor<?x4xf32>) -> tensor<?x2xf32> {
  %gamma = weft.get @gamma : tensor<4xf32>
  %n = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %m = weft.mul %n, %gamma : (tensor<?x4xf32>, tensor<4xf32>) -> tensor<?x4xf32>
  %q = weft.get @q : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %m, %q : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}
weft.func @decode(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %gamma = weft.get @gamma : tensor<4xf32>
  %m = weft.mul %x, %gamma : (tensor<?x4xf32>, tensor<4xf32>) -> tensor<?x4xf32>
  weft.return %m : tensor<?x4xf32>
}

// -----

// A linear layer's result times a gate is divided by the rows of its weight.
// CHECK: weft.parameter @up = dense<{{\[}}[0.316227{{[0-9]*}}, 0.316227{{.*}}]]> : tensor<4x2xf32>
// CHECK: weft.parameter @down = {{.*}} {weft.input_factors =
weft.parameter @up = dense<1.0> : tensor<4x2xf32>
weft.parameter @down = dense<[[0.13, 1.0, -0.9, 0.7], [0.11, -0.8, 1.0, 0.5]]> : tensor<2x4xf32>

weft.func @evaluate(%x: tensor<?x2xf32>, %g: tensor<?x4xf32>) -> tensor<?x2xf32> {
  %up = weft.get @up : tensor<4x2xf32>
  %u = weft.contract "mk,nk->mn" %x, %up : (tensor<?x2xf32>, tensor<4x2xf32>) -> tensor<?x4xf32>
  %p = weft.mul %g, %u : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %down = weft.get @down : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %p, %down : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// Its square would be divided twice.
// CHECK: weft.parameter @up = dense<1.000000e+00> : tensor<4x2xf32>
// CHECK: weft.parameter @down = {{.*}} : tensor<2x4xf32>{{$}}
weft.parameter @up = dense<1.0> : tensor<4x2xf32>
weft.parameter @down = dense<[[0.13, 1.0, -0.9, 0.7], [0.11, -0.8, 1.0, 0.5]]> : tensor<2x4xf32>

weft.func @evaluate(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %up = weft.get @up : tensor<4x2xf32>
  %u = weft.contract "mk,nk->mn" %x, %up : (tensor<?x2xf32>, tensor<4x2xf32>) -> tensor<?x4xf32>
  %p = weft.mul %u, %u : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  %down = weft.get @down : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %p, %down : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// One value for all channels cannot take in a factor of each.
// CHECK: weft.parameter @gamma = dense<1.000000e+00> : tensor<1xf32>
// CHECK: weft.parameter @q = {{.*}} : tensor<2x4xf32>{{$}}
weft.parameter @gamma = dense<1.0> : tensor<1xf32>
weft.parameter @q = dense<[[0.13, 1.0, -0.9, 0.7], [0.11, -0.8, 1.0, 0.5]]> : tensor<2x4xf32>

weft.func @evaluate(%x: tensor<?x4xf32>) -> tensor<?x2xf32> {
  %gamma = weft.get @gamma : tensor<1xf32>
  %n = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %m = weft.mul %n, %gamma : (tensor<?x4xf32>, tensor<1xf32>) -> tensor<?x4xf32>
  %q = weft.get @q : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %m, %q : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}
