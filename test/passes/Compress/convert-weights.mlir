// RUN: weft-opt %s --split-input-file --weft-convert-weights | FileCheck %s
// RUN: weft-opt %s --split-input-file --weft-convert-weights=type=f16 | FileCheck %s --check-prefix=F16
// RUN: not weft-opt %s --weft-convert-weights=type=i8 2>&1 | FileCheck %s --check-prefix=TYPE
// TYPE: error: weft-convert-weights: expected type to be bf16 or f16, found 'i8'

// CHECK: weft.parameter @w.bf16 = dense<{{\[\[}}1.000000e+00, 1.007810e+00]]> : tensor<1x2xbf16> {source = "w", trainable}
// F16: weft.parameter @w.f16 = dense<{{\[\[}}1.000000e+00, 1.005860e+00]]> : tensor<1x2xf16>
weft.parameter @w = dense<[[1.0, 1.006]]> : tensor<1x2xf32> {trainable}
// Too large for f16.
// CHECK: weft.parameter @large.bf16
// F16: weft.parameter @large = dense<1.000000e+06>
weft.parameter @large = dense<1.0e6> : tensor<1x2xf32>
// Negative: a vector, 16 bits already, integers.
// CHECK: weft.parameter @vector = dense<1.000000e+00> : tensor<2xf32>
weft.parameter @vector = dense<1.0> : tensor<2xf32>
// CHECK: weft.parameter @half = dense<1.000000e+00> : tensor<1x2xf16>
weft.parameter @half = dense<1.0> : tensor<1x2xf16>
// CHECK: weft.parameter @codes = dense<1> : tensor<1x2xi8>
weft.parameter @codes = dense<1> : tensor<1x2xi8>

// CHECK-LABEL: weft.func @main
weft.func @main() -> (tensor<1x2xf32>, tensor<1x2xf32>) {
  // CHECK: %[[W:.*]] = weft.get @w.bf16 : tensor<1x2xbf16>
  // CHECK: %[[F:.*]] = weft.cast %[[W]] : (tensor<1x2xbf16>) -> tensor<1x2xf32>
  // CHECK: weft.return %[[F]]
  %w = weft.get @w : tensor<1x2xf32>
  %l = weft.get @large : tensor<1x2xf32>
  weft.return %w, %l : tensor<1x2xf32>, tensor<1x2xf32>
}
