// RUN: %python %S/Inputs/statistics.py %t '{"activations": [{"name": "w", "samples": [[-16, 0.5], [4, 1]]}]}'
// RUN: weft-opt %s --split-input-file --weft-smooth-activations="statistics=%t" --weft-fold-constants | FileCheck %s
// RUN: not weft-opt %s --split-input-file --weft-smooth-activations="statistics=%t alpha=2" 2>&1 | FileCheck %s --check-prefix=ALPHA
// ALPHA: error: weft-smooth-activations: alpha expects a number from 0 to 1
// RUN: not weft-opt %s --split-input-file --weft-smooth-activations 2>&1 | FileCheck %s --check-prefix=NONE
// NONE: error: weft-smooth-activations: expected a file of statistics
// RUN: %python %S/Inputs/statistics.py %t.other '{"activations": [{"name": "v", "samples": [[1, 2]]}]}'
// RUN: not weft-opt %s --split-input-file --weft-smooth-activations="statistics=%t.other" 2>&1 | FileCheck %s --check-prefix=OTHER
// OTHER: error: weft-smooth-activations: nothing is known of the input of 'w': the statistics come from another model; calibrate again

// Channel 0 reaches 16 and its weights 4: a factor of sqrt(16) / sqrt(4) = 2; channel 1 reaches 1 and its weights 16: 1/4.
// CHECK: weft.parameter @w.smooth = dense<{{\[}}[8.000000e+00, -2.000000e+00], [4.000000e+00, 2.500000e-01]]> : tensor<2x2xf32>
weft.parameter @w = dense<[[4.0, -1.0], [16.0, 1.0]]> : tensor<2x2xf32>

// CHECK-LABEL: weft.func @main
// CHECK: %[[GAMMA:.*]] = weft.constant dense<[2.000000e+00, 1.600000e+01]> : tensor<2xf32>
// CHECK: %[[M:.*]] = weft.mul %{{.*}}, %[[GAMMA]]
// CHECK: %[[BETA:.*]] = weft.constant dense<[5.000000e-01, 4.000000e+00]> : tensor<2xf32>
// CHECK: %[[A:.*]] = weft.add %[[M]], %[[BETA]]
// CHECK: %[[W:.*]] = weft.get @w.smooth
// CHECK: weft.contract "mk,kn->mn" %[[A]], %[[W]]
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %gamma = weft.constant dense<4.0> : tensor<2xf32>
  %beta = weft.constant dense<1.0> : tensor<2xf32>
  %n = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32} : (tensor<?x2xf32>) -> tensor<?x2xf32>
  %m = weft.mul %n, %gamma : (tensor<?x2xf32>, tensor<2xf32>) -> tensor<?x2xf32>
  %a = weft.add %m, %beta : (tensor<?x2xf32>, tensor<2xf32>) -> tensor<?x2xf32>
  %w = weft.get @w : tensor<2x2xf32>
  %y = weft.contract "mk,kn->mn" %a, %w : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// What another function makes is multiplied behind it, for the products alone.
// CHECK: weft.parameter @w.smooth
weft.parameter @w = dense<[[4.0, -1.0], [16.0, 1.0]]> : tensor<2x2xf32>

// CHECK-LABEL: weft.func @main
// CHECK: %[[T:.*]] = weft.tanh
// CHECK: %[[R:.*]] = weft.constant dense<[5.000000e-01, 4.000000e+00]> : tensor<2xf32>
// CHECK: %[[M:.*]] = weft.mul %[[T]], %[[R]]
// CHECK: weft.contract "mk,kn->mn" %[[M]], %{{.*}}
// CHECK: weft.return %{{.*}}, %[[T]]
weft.func @main(%x: tensor<?x2xf32>) -> (tensor<?x2xf32>, tensor<?x2xf32>) {
  %t = weft.tanh %x : (tensor<?x2xf32>) -> tensor<?x2xf32>
  %w = weft.get @w : tensor<2x2xf32>
  %y = weft.contract "mk,kn->mn" %t, %w : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  weft.return %y, %t : tensor<?x2xf32>, tensor<?x2xf32>
}

// -----

// Nothing makes an argument of the function.
// CHECK: weft.parameter @w =
weft.parameter @w = dense<[[4.0, -1.0], [16.0, 1.0]]> : tensor<2x2xf32>

// CHECK-LABEL: weft.func @main
// CHECK-NOT: weft.mul
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %w = weft.get @w : tensor<2x2xf32>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}
