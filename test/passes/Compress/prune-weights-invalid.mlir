// RUN: weft-opt %s --split-input-file --weft-prune-weights --verify-diagnostics

// expected-error @+1 {{weight 'nan' cannot be pruned: output 1 has a weight that is NaN or infinite}}
weft.parameter @nan = dense<[[1.0, 2.0], [0x7FC00000, 1.0]]> : tensor<2x2xf32>
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %w = weft.get @nan : tensor<2x2xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// expected-error @+1 {{weight 'nowhere' has bytes neither in the module nor in the weight store}}
weft.parameter @nowhere : tensor<1x2xf32>
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x1xf32> {
  %w = weft.get @nowhere : tensor<1x2xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x2xf32>, tensor<1x2xf32>) -> tensor<?x1xf32>
  weft.return %y : tensor<?x1xf32>
}
