// RUN: weft-opt %s --weft-bind-dims=bindings=batch=4 --weft-simplify-shapes | FileCheck %s
// RUN: weft-opt %s --weft-bind-dims=bindings=batch=4,length=1..512 --weft-simplify | FileCheck %s --check-prefix=RANGE
// RUN: not weft-opt %s --weft-bind-dims=bindings=width=4 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not weft-opt %s --weft-bind-dims=bindings=batch 2>&1 | FileCheck %s --check-prefix=MALFORMED

// UNKNOWN: error: expected a dimension named 'width'; the model has 'batch', 'length'
// RUN: not weft-opt %s --weft-bind-dims=bindings=batch=4..2 2>&1 | FileCheck %s --check-prefix=ORDER
// MALFORMED: error: expected a dimension as NAME=SIZE or NAME=LO..HI, found 'batch'
// ORDER: error: expected a dimension as NAME=SIZE or NAME=LO..HI, found 'batch=4..2'

// RANGE: weft.func @main(%{{.*}}: tensor<4x?xf32> {weft.dims = ["", "length"]})
// RANGE-SAME: attributes {weft.dim_ranges = {length = array<i64: 1, 512>}}

// CHECK: weft.func @main(%[[X:.*]]: tensor<4x?xf32> {weft.dims = ["", "length"]}) -> (tensor<4x?xf32> {weft.dims = ["", "length"]})
weft.func @main(%x: tensor<?x?xf32> {weft.dims = ["batch", "length"]}) -> (tensor<?x?xf32> {weft.dims = ["batch", "length"]}) {
  // CHECK: weft.exp %[[X]] : (tensor<4x?xf32>) -> tensor<4x?xf32>
  %y = weft.exp %x : (tensor<?x?xf32>) -> tensor<?x?xf32>
  weft.return %y : tensor<?x?xf32>
}
