// RUN: %python %S/Inputs/statistics.py %t '{"sites": [{"weights": ["a"], "samples": [[4, 1]], "vectors": true}]}'
// RUN: weft-opt %s --split-input-file --verify-diagnostics --weft-prune-activations="statistics=%t"

// expected-error @+1 {{weight 'a': expected 2 numbers of f32 in weft.input_factors, found 'tensor<2xf64>'}}
weft.parameter @a = dense<1.0> : tensor<2x2xf32> {weft.input_factors = dense<1.0> : tensor<2xf64>}
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %a = weft.get @a : tensor<2x2xf32>
  %y = weft.contract "mk,nk->mn" %x, %a : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %r = weft.contract "mk,nk->mn" %y, %y : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x?xf32>
  %s = weft.contract "mk,kn->mn" %r, %x : (tensor<?x?xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
  weft.return %s : tensor<?x2xf32>
}

// -----

// expected-error @+1 {{weight 'a' has 3 inputs, but the statistics are of 2: they come from another model}}
weft.parameter @a = dense<1.0> : tensor<2x3xf32>
weft.func @main(%x: tensor<?x3xf32>) -> tensor<?x?xf32> {
  %a = weft.get @a : tensor<2x3xf32>
  %y = weft.contract "mk,nk->mn" %x, %a : (tensor<?x3xf32>, tensor<2x3xf32>) -> tensor<?x2xf32>
  %r = weft.contract "mk,nk->mn" %y, %y : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x?xf32>
  weft.return %r : tensor<?x?xf32>
}
