// RUN: weft-opt %s --split-input-file --weft-collect-statistics --verify-diagnostics

// expected-error @+1 {{weft-collect-statistics: no linear layer in @main}}
weft.func @main(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  weft.return %x : tensor<?x4xf32>
}

// -----

// expected-error @below {{weft-collect-statistics: expected a function evaluate or main, or one alone, found none}}
module {
weft.func @a(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  weft.return %x : tensor<?x4xf32>
}
weft.func @b(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  weft.return %x : tensor<?x4xf32>
}
}
