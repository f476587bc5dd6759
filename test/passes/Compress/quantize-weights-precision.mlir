// RUN: weft-opt %s --split-input-file --verify-diagnostics --weft-quantize-weights="bits=8 group=4 requantize" | FileCheck %s

// Each weight's own precision comes before the options'; what it leaves out is theirs. 0 bits leave it as it is.
// CHECK-DAG: weft.parameter @five.codes = {{.*}} : tensor<2x4xi5>
// CHECK-DAG: weft.parameter @five.scales = {{.*}} : tensor<2x2xf16>
// CHECK-DAG: weft.parameter @five.zeros = {{.*}} : tensor<2x2xi8>
// CHECK-DAG: weft.parameter @four.codes = {{.*}} : tensor<2x4xi4>
// CHECK-DAG: weft.parameter @four.scales = {{.*}} : tensor<2x1xf16>
// What its inputs were divided by is of the statistics of this run, and stays in none.
// CHECK-DAG: weft.parameter @none = {{.*}} : tensor<2x4xf32> {weft.precision = {bits = 0 : i64}}
weft.parameter @five = dense<[[7.0, -7.0, 2.0, 3.4], [8.0, 1.0, 2.0, 3.0]]> : tensor<2x4xf32> {weft.precision = {bits = 5, group = 2, symmetric = false}}
weft.parameter @four = dense<[[7.0, -7.0, 2.0, 3.4], [8.0, 1.0, 2.0, 3.0]]> : tensor<2x4xf32> {weft.precision = {bits = 4}}
weft.parameter @none = dense<[[7.0, -7.0, 2.0, 3.4], [8.0, 1.0, 2.0, 3.0]]> : tensor<2x4xf32> {weft.input_factors = dense<2.0> : tensor<4xf32>, weft.precision = {bits = 0}}
weft.func @main(%x: tensor<?x4xf32>) -> (tensor<?x2xf32>, tensor<?x2xf32>, tensor<?x2xf32>) {
  %a = weft.get @five : tensor<2x4xf32>
  %b = weft.get @four : tensor<2x4xf32>
  %c = weft.get @none : tensor<2x4xf32>
  %p = weft.contract "mk,nk->mn" %x, %a : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  %q = weft.contract "mk,nk->mn" %x, %b : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  %r = weft.contract "mk,nk->mn" %x, %c : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %p, %q, %r : tensor<?x2xf32>, tensor<?x2xf32>, tensor<?x2xf32>
}

// -----

// expected-error @+1 {{weight 'seven': expected a precision of 0, 3, 4, 5, 6 or 8 bits and groups of at least 0, found 7 bits and groups of 4}}
weft.parameter @seven = dense<1.0> : tensor<2x4xf32> {weft.precision = {bits = 7}}
weft.func @main(%x: tensor<?x4xf32>) -> tensor<?x2xf32> {
  %w = weft.get @seven : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// Numbers of other types count as they are written.
// CHECK: weft.parameter @wide.codes = {{.*}} : tensor<2x4xi4>
// CHECK: weft.parameter @wide.scales = {{.*}} : tensor<2x1xf16>
weft.parameter @wide = dense<1.0> : tensor<2x4xf32> {weft.precision = {bits = 4 : ui8, group = 200 : ui8}, weft.quantized = {bits = 8 : ui8, group = 200 : ui8}}
weft.func @main(%x: tensor<?x4xf32>) -> tensor<?x2xf32> {
  %w = weft.get @wide : tensor<2x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x4xf32>, tensor<2x4xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}
