// RUN: weft-opt %s --weft-convert-weights --verify-diagnostics

// expected-error @+1 {{weight 'w' has a value that is NaN or infinite}}
weft.parameter @w = dense<[[1.0, 0x7F800000]]> : tensor<1x2xf32>
