// RUN: weft-opt %s --split-input-file --weft-prune-structure="channels=0.5 round=1" --verify-diagnostics

// expected-error @+1 {{weight 'nan' cannot be pruned: it has a value that is NaN or infinite}}
weft.parameter @nan = dense<[[1.0, 2.0], [0x7FC00000, 1.0]]> : tensor<2x2xf32>
weft.parameter @down = dense<1.0> : tensor<2x2xf32>
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %u = weft.get @nan : tensor<2x2xf32>
  %d = weft.get @down : tensor<2x2xf32>
  %h = weft.contract "mk,nk->mn" %x, %u : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %y = weft.contract "mk,nk->mn" %h, %d : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// expected-error @+1 {{weight 'nowhere' has bytes neither in the module nor in the weight store}}
module {
  weft.parameter @nowhere : tensor<2x2xf32>
  weft.parameter @down = dense<1.0> : tensor<2x2xf32>
  weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
    %u = weft.get @nowhere : tensor<2x2xf32>
    %d = weft.get @down : tensor<2x2xf32>
    %h = weft.contract "mk,nk->mn" %x, %u : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
    %y = weft.contract "mk,nk->mn" %h, %d : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
    weft.return %y : tensor<?x2xf32>
  }
}

// -----

// expected-warning @+1 {{channels of linear layers are chosen by the norms of weights alone, which can ruin a model: calibrate to choose by their inputs}}
module {
  weft.parameter @up = dense<1.0> : tensor<2x2xf32>
  weft.parameter @down = dense<1.0> : tensor<2x2xf32>
  weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
    %u = weft.get @up : tensor<2x2xf32>
    %d = weft.get @down : tensor<2x2xf32>
    %h = weft.contract "mk,nk->mn" %x, %u : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
    %y = weft.contract "mk,nk->mn" %h, %d : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
    weft.return %y : tensor<?x2xf32>
  }
}

// -----

// expected-warning @+1 {{weft-prune-structure: no channels could go: inputs, results, ops that look along them or weights that are skipped or of less than 8 bits need all of them}}
module {
  weft.parameter @fixed = dense<1.0> : tensor<4x2xf32>
  weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x4xf32> {
    %w = weft.get @fixed : tensor<4x2xf32>
    %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x2xf32>, tensor<4x2xf32>) -> tensor<?x4xf32>
    weft.return %y : tensor<?x4xf32>
  }
}
