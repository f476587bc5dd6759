// RUN: weft-opt %s --weft-form-dispatches | FileCheck %s

// Columns of a contraction that are cut into parts: one kernel with the elementwise ops on them, and two results.

weft.parameter @w = dense<1.0> : tensor<8x64xf32>

// CHECK-LABEL: weft.func @parts
// CHECK-NEXT: %[[W:.*]] = weft.get @w
// CHECK-NOT: weft.slice
// CHECK: %[[R:.*]]:2 = weft.dispatch @[[PARTS:contract_[0-9]+]](%arg0, %[[W]], %arg1)
// CHECK-NOT: weft.dispatch
// CHECK: weft.return %[[R]]#0, %[[R]]#1
weft.func @parts(%x: tensor<2x8xf32>, %c: tensor<2x32xf32>) -> (tensor<2x32xf32>, tensor<2x32xf32>) {
  %w = weft.get @w : tensor<8x64xf32>
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c32 = weft.constant dense<32> : tensor<1xi64>
  %c64 = weft.constant dense<64> : tensor<1xi64>
  %g = weft.contract "bh,hg->bg" %x, %w : (tensor<2x8xf32>, tensor<8x64xf32>) -> tensor<2x64xf32>
  %a = weft.slice %g, %c0, %c32, %c1 {dims = array<i64: 1>} : (tensor<2x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x32xf32>
  %b = weft.slice %g, %c32, %c64, %c1 {dims = array<i64: 1>} : (tensor<2x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x32xf32>
  %s = weft.logistic %a : (tensor<2x32xf32>) -> tensor<2x32xf32>
  %n = weft.mul %s, %c : (tensor<2x32xf32>, tensor<2x32xf32>) -> tensor<2x32xf32>
  %t = weft.tanh %n : (tensor<2x32xf32>) -> tensor<2x32xf32>
  %y = weft.mul %b, %t : (tensor<2x32xf32>, tensor<2x32xf32>) -> tensor<2x32xf32>
  weft.return %n, %y : tensor<2x32xf32>, tensor<2x32xf32>
}

// Negative: what reads one of the values stands between (a reduction of the first part, used by the last op).
// CHECK-LABEL: weft.func @between
// CHECK: %[[S:.*]]:2 = weft.dispatch @contract
// CHECK: %[[SUM:.*]] = weft.dispatch @reduce{{.*}}(%[[S]]#1)
// CHECK: weft.dispatch @{{.*}}(%[[S]]#0, %[[SUM]])
weft.func @between(%x: tensor<2x8xf32>) -> tensor<2x32xf32> {
  %w = weft.get @w : tensor<8x64xf32>
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c32 = weft.constant dense<32> : tensor<1xi64>
  %c64 = weft.constant dense<64> : tensor<1xi64>
  %g = weft.contract "bh,hg->bg" %x, %w : (tensor<2x8xf32>, tensor<8x64xf32>) -> tensor<2x64xf32>
  %a = weft.slice %g, %c0, %c32, %c1 {dims = array<i64: 1>} : (tensor<2x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x32xf32>
  %b = weft.slice %g, %c32, %c64, %c1 {dims = array<i64: 1>} : (tensor<2x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x32xf32>
  %s = weft.logistic %a : (tensor<2x32xf32>) -> tensor<2x32xf32>
  %sum = weft.reduce sum %s {dims = array<i64: 1>, keep_dims} : (tensor<2x32xf32>) -> tensor<2x1xf32>
  %y = weft.mul %b, %sum : (tensor<2x32xf32>, tensor<2x1xf32>) -> tensor<2x32xf32>
  weft.return %y : tensor<2x32xf32>
}

// Negative: parts of no whole registers, parts of two sizes, a part that is moved, a whole that is used, no weight, another type.
// CHECK-LABEL: weft.func @narrow
// CHECK: weft.dispatch @contract{{.*}} -> tensor<2x48xf32>
weft.parameter @w48 = dense<1.0> : tensor<8x48xf32>
weft.func @narrow(%x: tensor<2x8xf32>) -> tensor<2x24xf32> {
  %w = weft.get @w48 : tensor<8x48xf32>
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c24 = weft.constant dense<24> : tensor<1xi64>
  %g = weft.contract "bh,hg->bg" %x, %w : (tensor<2x8xf32>, tensor<8x48xf32>) -> tensor<2x48xf32>
  %a = weft.slice %g, %c0, %c24, %c1 {dims = array<i64: 1>} : (tensor<2x48xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x24xf32>
  %y = weft.tanh %a : (tensor<2x24xf32>) -> tensor<2x24xf32>
  weft.return %y : tensor<2x24xf32>
}

// CHECK-LABEL: weft.func @sizes
// CHECK: weft.dispatch @contract{{.*}} -> tensor<2x64xf32>
weft.func @sizes(%x: tensor<2x8xf32>) -> (tensor<2x16xf32>, tensor<2x32xf32>) {
  %w = weft.get @w : tensor<8x64xf32>
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c16 = weft.constant dense<16> : tensor<1xi64>
  %c32 = weft.constant dense<32> : tensor<1xi64>
  %g = weft.contract "bh,hg->bg" %x, %w : (tensor<2x8xf32>, tensor<8x64xf32>) -> tensor<2x64xf32>
  %a = weft.slice %g, %c0, %c16, %c1 {dims = array<i64: 1>} : (tensor<2x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x16xf32>
  %b = weft.slice %g, %c0, %c32, %c1 {dims = array<i64: 1>} : (tensor<2x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x32xf32>
  %y = weft.tanh %a : (tensor<2x16xf32>) -> tensor<2x16xf32>
  %z = weft.tanh %b : (tensor<2x32xf32>) -> tensor<2x32xf32>
  weft.return %y, %z : tensor<2x16xf32>, tensor<2x32xf32>
}

// CHECK-LABEL: weft.func @moved
// CHECK: weft.dispatch @contract{{.*}} -> tensor<2x64xf32>
weft.func @moved(%x: tensor<2x8xf32>) -> tensor<32x2xf32> {
  %w = weft.get @w : tensor<8x64xf32>
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c32 = weft.constant dense<32> : tensor<1xi64>
  %g = weft.contract "bh,hg->bg" %x, %w : (tensor<2x8xf32>, tensor<8x64xf32>) -> tensor<2x64xf32>
  %a = weft.slice %g, %c0, %c32, %c1 {dims = array<i64: 1>} : (tensor<2x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x32xf32>
  %y = weft.transpose %a {permutation = array<i64: 1, 0>} : (tensor<2x32xf32>) -> tensor<32x2xf32>
  weft.return %y : tensor<32x2xf32>
}

// CHECK-LABEL: weft.func @whole
// CHECK: weft.dispatch @contract{{.*}} -> tensor<2x64xf32>
weft.func @whole(%x: tensor<2x8xf32>) -> (tensor<2x32xf32>, tensor<2x64xf32>) {
  %w = weft.get @w : tensor<8x64xf32>
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c32 = weft.constant dense<32> : tensor<1xi64>
  %g = weft.contract "bh,hg->bg" %x, %w : (tensor<2x8xf32>, tensor<8x64xf32>) -> tensor<2x64xf32>
  %a = weft.slice %g, %c0, %c32, %c1 {dims = array<i64: 1>} : (tensor<2x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x32xf32>
  %y = weft.tanh %a : (tensor<2x32xf32>) -> tensor<2x32xf32>
  weft.return %y, %g : tensor<2x32xf32>, tensor<2x64xf32>
}

// CHECK-LABEL: weft.func @activation
// CHECK: weft.dispatch @contract{{.*}} -> tensor<2x64xf32>
weft.func @activation(%x: tensor<2x8xf32>, %w: tensor<8x64xf32>) -> tensor<2x32xf32> {
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c32 = weft.constant dense<32> : tensor<1xi64>
  %g = weft.contract "bh,hg->bg" %x, %w : (tensor<2x8xf32>, tensor<8x64xf32>) -> tensor<2x64xf32>
  %a = weft.slice %g, %c0, %c32, %c1 {dims = array<i64: 1>} : (tensor<2x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x32xf32>
  %y = weft.tanh %a : (tensor<2x32xf32>) -> tensor<2x32xf32>
  weft.return %y : tensor<2x32xf32>
}

// CHECK-LABEL: weft.func @double
// CHECK: weft.dispatch @contract{{.*}} -> tensor<2x64xf64>
weft.parameter @w64 = dense<1.0> : tensor<8x64xf64>
weft.func @double(%x: tensor<2x8xf64>) -> tensor<2x32xf64> {
  %w = weft.get @w64 : tensor<8x64xf64>
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c32 = weft.constant dense<32> : tensor<1xi64>
  %g = weft.contract "bh,hg->bg" %x, %w : (tensor<2x8xf64>, tensor<8x64xf64>) -> tensor<2x64xf64>
  %a = weft.slice %g, %c0, %c32, %c1 {dims = array<i64: 1>} : (tensor<2x64xf64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x32xf64>
  %y = weft.tanh %a : (tensor<2x32xf64>) -> tensor<2x32xf64>
  weft.return %y : tensor<2x32xf64>
}

// What a loop carries keeps its size where every round does: the parts' batch is the state's.
// CHECK-LABEL: weft.func @carried
// CHECK: weft.loop
// CHECK: weft.dispatch @contract{{.*}} -> tensor<?x32xf32>
// CHECK-NOT: weft.dispatch
// CHECK: weft.yield
// CHECK: weft.dispatch @[[SAME:add_[0-9]+]]
weft.func @carried(%x: tensor<?x64xf32> {weft.dims = ["b", ""]}, %h: tensor<?x32xf32> {weft.dims = ["b", ""]}) -> tensor<?x32xf32> {
  %w = weft.get @w32 : tensor<32x64xf32>
  %c0 = weft.constant dense<0> : tensor<1xi64>
  %c1 = weft.constant dense<1> : tensor<1xi64>
  %c32 = weft.constant dense<32> : tensor<1xi64>
  %c64 = weft.constant dense<64> : tensor<1xi64>
  %true = weft.constant dense<true> : tensor<i1>
  %n = weft.constant dense<3> : tensor<i64>
  %r = weft.loop trips(%n : tensor<i64>) init(%h : tensor<?x32xf32>) -> (tensor<?x32xf32>) {
  ^bb0(%i: tensor<i64>, %s: tensor<?x32xf32>):
    %p = weft.contract "bh,hg->bg" %s, %w : (tensor<?x32xf32>, tensor<32x64xf32>) -> tensor<?x64xf32>
    %g = weft.add %p, %x : (tensor<?x64xf32>, tensor<?x64xf32>) -> tensor<?x64xf32>
    %a = weft.slice %g, %c0, %c32, %c1 {dims = array<i64: 1>} : (tensor<?x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?x32xf32>
    %b = weft.slice %g, %c32, %c64, %c1 {dims = array<i64: 1>} : (tensor<?x64xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?x32xf32>
    %y = weft.mul %a, %b : (tensor<?x32xf32>, tensor<?x32xf32>) -> tensor<?x32xf32>
    weft.yield %true, %y : tensor<i1>, tensor<?x32xf32>
  }
  %z = weft.add %r, %h : (tensor<?x32xf32>, tensor<?x32xf32>) -> tensor<?x32xf32>
  weft.return %z : tensor<?x32xf32>
}

// Negative: a round joins another row.
// CHECK-LABEL: weft.func @grows
// CHECK: weft.loop
// CHECK: weft.dispatch @concat
// CHECK: weft.dispatch @[[OTHER:add_[0-9]+]]
weft.func @grows(%h: tensor<?x32xf32> {weft.dims = ["b", ""]}) -> tensor<?x32xf32> {
  %true = weft.constant dense<true> : tensor<i1>
  %row = weft.constant dense<2.0> : tensor<1x32xf32>
  %n = weft.constant dense<0> : tensor<i64>
  %r = weft.loop trips(%n : tensor<i64>) init(%h : tensor<?x32xf32>) -> (tensor<?x32xf32>) {
  ^bb0(%i: tensor<i64>, %s: tensor<?x32xf32>):
    %y = weft.concat %s, %row {dim = 0 : i64} : (tensor<?x32xf32>, tensor<1x32xf32>) -> tensor<?x32xf32>
    weft.yield %true, %y : tensor<i1>, tensor<?x32xf32>
  }
  %z = weft.add %r, %h : (tensor<?x32xf32>, tensor<?x32xf32>) -> tensor<?x32xf32>
  weft.return %z : tensor<?x32xf32>
}
weft.parameter @w32 = dense<1.0> : tensor<32x64xf32>

// CHECK: weft.func private @[[PARTS]](%arg0: tensor<2x8xf32>, %arg1: tensor<8x64xf32> {weft.parameter}, %arg2: tensor<2x32xf32>) -> (tensor<2x32xf32>, tensor<2x32xf32>)
// CHECK: weft.func private @[[SAME]]({{.*}} {weft.dims = ["d0", ""]}, {{.*}} {weft.dims = ["d0", ""]})
// CHECK: weft.func private @[[OTHER]]({{.*}} {weft.dims = ["d0", ""]}, {{.*}} {weft.dims = ["d1", ""]})
