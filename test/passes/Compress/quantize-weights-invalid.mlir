// RUN: weft-opt %s --split-input-file --weft-quantize-weights="bits=4 group=2" --verify-diagnostics

// expected-error @+1 {{weight 'nan' cannot be quantized: output 1 has a weight that is NaN or infinite}}
weft.parameter @nan = dense<[[1.0, 2.0], [0x7FC00000, 1.0]]> : tensor<2x2xf32>
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %w = weft.get @nan : tensor<2x2xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// expected-error @+1 {{weight 'infinite' cannot be quantized: output 0 has a weight that is NaN or infinite}}
weft.parameter @infinite = dense<[[0xFC00, 2.0]]> : tensor<1x2xf16>
weft.func @main(%i: tensor<?xi64>) -> tensor<?x2xf16> {
  %w = weft.get @infinite : tensor<1x2xf16>
  %y = weft.gather %w, %i {dim = 0 : i64} : (tensor<1x2xf16>, tensor<?xi64>) -> tensor<?x2xf16>
  weft.return %y : tensor<?x2xf16>
}

// -----

// expected-error @+1 {{weight 'large' cannot be quantized: output 0 has weights too large for scales of f16}}
weft.parameter @large = dense<[[1.0e9, 2.0]]> : tensor<1x2xf32>
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x1xf32> {
  %w = weft.get @large : tensor<1x2xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x2xf32>, tensor<1x2xf32>) -> tensor<?x1xf32>
  weft.return %y : tensor<?x1xf32>
}

// -----

// expected-error @+1 {{weight 'nowhere' has bytes neither in the module nor in the weight store}}
weft.parameter @nowhere : tensor<1x2xf32>
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x1xf32> {
  %w = weft.get @nowhere : tensor<1x2xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x2xf32>, tensor<1x2xf32>) -> tensor<?x1xf32>
  weft.return %y : tensor<?x1xf32>
}

// -----

// Fewer bits than before.
// expected-error @+1 {{weight 'again' has been quantized to 8 bits in groups of 32: fewer bits or larger groups lose accuracy twice; start from the model that it was made from, or allow it by requantize}}
weft.parameter @again = dense<1.0> : tensor<1x64xf32> {weft.quantized = {bits = 8 : i64, group = 32 : i64}}
weft.func @main(%x: tensor<?x64xf32>) -> tensor<?x1xf32> {
  %w = weft.get @again : tensor<1x64xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x64xf32>, tensor<1x64xf32>) -> tensor<?x1xf32>
  weft.return %y : tensor<?x1xf32>
}

// -----

// As many: allowed, with a warning.
// expected-warning @below {{1 weights have been quantized before, to as many bits or fewer: they become no more accurate}}
module {
weft.parameter @again = dense<1.0> : tensor<1x64xf32> {weft.quantized = {bits = 4 : i64, group = 32 : i64}}
weft.func @main(%x: tensor<?x64xf32>) -> tensor<?x1xf32> {
  %w = weft.get @again : tensor<1x64xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x64xf32>, tensor<1x64xf32>) -> tensor<?x1xf32>
  weft.return %y : tensor<?x1xf32>
}
}
