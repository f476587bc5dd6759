// --remarks says what was not fused, vectorized, folded or scheduled for its size, each reason once with the nodes that it holds for.
// REQUIRES: avx2
// RUN: weft compile %s -o %t.wm --remarks 2>&1 >/dev/null | FileCheck %s
// RUN: weft compile %s -o %t.wm 2>&1 | count 0
// RUN: weft compile %s -o %t.wm --dim rows=4 --remarks 2>&1 | FileCheck %s --check-prefix=FIXED --implicit-check-not="typical sizes"
// Whoever runs passes by hand hears the same.
// RUN: weft-opt --weft-form-dispatches --remarks-filter-missed=fuse --remark-policy=all --remark-format=emitRemark %s 2>&1 | FileCheck %s --check-prefix=OPT

// CHECK-DAG: remark: node '/block/transpose': a transpose stays
// CHECK-DAG: remark: node '/block/mul': mul is not fused with the contract before it: its result has other readers
// CHECK-DAG: remark: node '/block/fc': contract is scheduled for typical sizes, because a call decides its rows; --dim fixes named dimensions
// CHECK-DAG: remark: node '/block/gather': gather is not vectorized: where its elements come from differs from lane to lane
// CHECK-DAG: remark: node '/block/tile': tile of constants is computed in every call: its result is larger than its operands
// FIXED: remark: node '/block/transpose': a transpose stays
// OPT: remark: {{.*}}mul{{.*}}contract{{.*}}its result has other readers

weft.parameter @w = dense<0.5> : tensor<64x32xf32>
weft.parameter @row = dense<2.0> : tensor<1x2048xf32>
weft.func @main(%x: tensor<?x64xf32> {weft.name = "x", weft.dims = ["rows", ""]}, %z: tensor<8x16x32xf32> {weft.name = "z"},
                %i: tensor<32xi64> {weft.name = "i"}, %v: tensor<1024x2048xf32> {weft.name = "v"})
    -> (tensor<?x32xf32>, tensor<?x32xf32>, tensor<8x32x16xf32>, tensor<8x16x32xf32>, tensor<1024x2048xf32>) {
  %w = weft.get @w : tensor<64x32xf32>
  %h = weft.contract "mk,kn->mn" %x, %w : (tensor<?x64xf32>, tensor<64x32xf32>) -> tensor<?x32xf32> loc("/block/fc")
  %m = weft.mul %h, %h : (tensor<?x32xf32>, tensor<?x32xf32>) -> tensor<?x32xf32> loc("/block/mul")
  %t = weft.transpose %z {permutation = array<i64: 0, 2, 1>} : (tensor<8x16x32xf32>) -> tensor<8x32x16xf32> loc("/block/transpose")
  %g = weft.gather %z, %i {dim = 2 : i64} : (tensor<8x16x32xf32>, tensor<32xi64>) -> tensor<8x16x32xf32> loc("/block/gather")
  %row = weft.get @row : tensor<1x2048xf32>
  %times = weft.constant dense<[1024, 1]> : tensor<2xi64>
  %grown = weft.tile %row, %times : (tensor<1x2048xf32>, tensor<2xi64>) -> tensor<1024x2048xf32> loc("/block/tile")
  %e = weft.add %grown, %v : (tensor<1024x2048xf32>, tensor<1024x2048xf32>) -> tensor<1024x2048xf32> loc("/block/add")
  weft.return %h, %m, %t, %g, %e : tensor<?x32xf32>, tensor<?x32xf32>, tensor<8x32x16xf32>, tensor<8x16x32xf32>, tensor<1024x2048xf32>
}
