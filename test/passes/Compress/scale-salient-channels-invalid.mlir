// RUN: %python %S/Inputs/statistics.py %t '{"sites": [{"weights": ["q"], "samples": [[10, 0.1, 0.1, 0.1]]}]}'
// RUN: weft-opt %s --weft-scale-salient-channels="statistics=%t bits=3 group=0" --verify-diagnostics

weft.parameter @gamma = dense<1.0> : tensor<4xf32>
// expected-error @+1 {{weight 'q': expected 4 numbers of f32 in weft.input_factors, found 'tensor<4xf64>'}}
weft.parameter @q = dense<[[0.13, 1.0, -0.9, 0.7], [0.11, -0.8, 1.0, 0.5]]> : tensor<2x4xf32> {weft.input_factors = dense<1.0> : tensor<4xf64>}

weft.func @evaluate(%x: tensor<?x4xf32>) -> tensor<?x2xf32> {
  %gamma = weft.get @gamma : tensor<4xf32>
  %n = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32, rms} : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %m = weft.mul %n, %gamma : (tensor<?x4xf32>, tensor<4xf32>) -> tensor<?x4xf32>
  %q = weft.get @q : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %m, %q : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}
