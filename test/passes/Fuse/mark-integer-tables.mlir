// RUN: weft-opt %s --weft-mark-integer-tables | FileCheck %s

weft.parameter @embed : tensor<32x8xi8>
weft.parameter @across : tensor<8x32xi8>
weft.parameter @alone : tensor<32x8xi8>

// Rows of the table are the weights of outputs; of the second weight they are those of inputs, and nothing multiplies by the third.
// CHECK-LABEL: weft.func @tied
// CHECK: weft.gather %{{.*}} {dim = 0 : i64, weft.integer_table}
// CHECK-NOT: weft.integer_table
weft.func @tied(%i: tensor<?xi64>, %x: tensor<?x8xi16>) -> (tensor<?x8xi8>, tensor<?x32xi8>, tensor<?x8xi8>, tensor<?x32xi32>, tensor<?x32xi32>) {
  %e = weft.get @embed : tensor<32x8xi8>
  %w = weft.get @across : tensor<8x32xi8>
  %l = weft.get @alone : tensor<32x8xi8>
  %a = weft.gather %e, %i {dim = 0 : i64} : (tensor<32x8xi8>, tensor<?xi64>) -> tensor<?x8xi8>
  %b = weft.gather %w, %i {dim = 0 : i64} : (tensor<8x32xi8>, tensor<?xi64>) -> tensor<?x32xi8>
  %c = weft.gather %l, %i {dim = 0 : i64} : (tensor<32x8xi8>, tensor<?xi64>) -> tensor<?x8xi8>
  %y = weft.contract "mk,nk->mn" %x, %e : (tensor<?x8xi16>, tensor<32x8xi8>) -> tensor<?x32xi32>
  %z = weft.contract "mk,kn->mn" %x, %w : (tensor<?x8xi16>, tensor<8x32xi8>) -> tensor<?x32xi32>
  weft.return %a, %b, %c, %y, %z : tensor<?x8xi8>, tensor<?x32xi8>, tensor<?x8xi8>, tensor<?x32xi32>, tensor<?x32xi32>
}
