// RUN: %python %S/Inputs/statistics.py %t '{"activations": [{"name": "nan", "samples": [[1, 2]]}, {"name": "wide", "samples": [[1, 2]]}]}'
// RUN: weft-opt %s --split-input-file --weft-quantize-activations="statistics=%t correct-bias" --verify-diagnostics
// RUN: echo "module {}" > %t.mlir
// RUN: not weft-opt %t.mlir --weft-quantize-activations="statistics=%t range=best" 2>&1 | FileCheck %s --check-prefix=RANGE
// RANGE: error: weft-quantize-activations: range expects minmax, percentile, entropy or mse, found 'best'
// RUN: not weft-opt %t.mlir --weft-quantize-activations="statistics=%t percentile=10" 2>&1 | FileCheck %s --check-prefix=PERCENTILE
// PERCENTILE: error: weft-quantize-activations: percentile expects a number from 50 to 100, found 10
// RUN: not weft-opt %t.mlir --weft-quantize-activations="statistics=%t activations=half" 2>&1 | FileCheck %s --check-prefix=ACTIVATIONS
// ACTIVATIONS: error: weft-quantize-activations: activations expects static or dynamic, found 'half'
// RUN: not weft-opt %t.mlir --weft-quantize-activations="statistics=%t skip=(" 2>&1 | FileCheck %s --check-prefix=SKIP
// SKIP: error: weft-quantize-activations: skip expects a regular expression, found '('
// RUN: not weft-opt %t.mlir --weft-quantize-activations="statistics=%t" 2>&1 | FileCheck %s --check-prefix=NONE
// NONE: error: weft-quantize-activations: expected a function main, or one public function, found none

weft.parameter @nan = dense<[[0x7FC00000], [1.0]]> : tensor<2x1xf32>
weft.func @main(%x: tensor<4x2xf32>) -> tensor<4x1xf32> {
  %w = weft.get @nan : tensor<2x1xf32>
  // expected-error @+1 {{weight 'nan' has NaN or infinite values, which integers cannot stand for; repair the model, or name it in skip}}
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x2xf32>, tensor<2x1xf32>) -> tensor<4x1xf32>
  weft.return %y : tensor<4x1xf32>
}

// -----

weft.parameter @other = dense<1.0> : tensor<2x1xf32>
weft.func @main(%x: tensor<4x2xf32>) -> tensor<4x1xf32> {
  %w = weft.get @other : tensor<2x1xf32>
  // expected-error @+1 {{nothing is known of the input of 'other': the statistics come from another model, or were collected with other options; calibrate again}}
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x2xf32>, tensor<2x1xf32>) -> tensor<4x1xf32>
  weft.return %y : tensor<4x1xf32>
}

// -----

weft.parameter @wide = dense<1.1> : tensor<40000x1xf32>
weft.func @main(%x: tensor<4x40000xf32>) -> tensor<4x1xf32> {
  %w = weft.get @wide : tensor<40000x1xf32>
  // expected-error @+1 {{the input of 'wide' has 40000 channels, but the statistics are of 2: they come from another model; calibrate again}}
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x40000xf32>, tensor<40000x1xf32>) -> tensor<4x1xf32>
  weft.return %y : tensor<4x1xf32>
}
