// RUN: weft-opt %s --split-input-file --weft-prune-layers="count=1" | FileCheck %s
// RUN: weft-opt %s --weft-prune-layers="count=1 skip=^b$" --split-input-file | FileCheck %s --check-prefix=SKIP

// With inputs of unit size a adds 4 to 2, b 1 to 6, c 16 to 7.
// CHECK: weft.parameter @a =
// CHECK-NOT: weft.parameter @b =
// CHECK: weft.parameter @c =
// CHECK-LABEL: weft.func @main(
// CHECK-SAME: %[[X:.*]]: tensor<?x2xf32>)
// CHECK: %[[U:.*]] = weft.contract "mk,nk->mn" %{{.*}}, %{{.*}}
// CHECK: %[[Y:.*]] = weft.add %[[X]], %[[U]]
// CHECK: %[[T:.*]] = weft.tanh %[[Y]]
// CHECK: %[[V:.*]] = weft.contract "mk,nk->mn" %[[T]]
// CHECK: %[[Z:.*]] = weft.add %[[Y]], %[[V]]
// CHECK: weft.return %[[Z]]
// SKIP-NOT: weft.parameter @a =
// SKIP: weft.parameter @b =
weft.parameter @a = dense<1.0> : tensor<2x2xf32>
weft.parameter @b = dense<0.5> : tensor<2x2xf32>
weft.parameter @c = dense<2.0> : tensor<2x2xf32>
weft.func @main(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %a = weft.get @a : tensor<2x2xf32>
  %ta = weft.tanh %x : (tensor<?x2xf32>) -> tensor<?x2xf32>
  %ua = weft.contract "mk,nk->mn" %ta, %a : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %ya = weft.add %x, %ua : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
  %b = weft.get @b : tensor<2x2xf32>
  %tb = weft.tanh %ya : (tensor<?x2xf32>) -> tensor<?x2xf32>
  %ub = weft.contract "mk,nk->mn" %tb, %b : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %yb = weft.add %ub, %ya : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
  %c = weft.get @c : tensor<2x2xf32>
  %tc = weft.tanh %yb : (tensor<?x2xf32>) -> tensor<?x2xf32>
  %uc = weft.contract "mk,nk->mn" %tc, %c : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %yc = weft.add %yb, %uc : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
  weft.return %yc : tensor<?x2xf32>
}

// -----

// The weakest layer stays, since something else reads what is in it, and so does one that another function reads by itself.
// CHECK: weft.parameter @inner =
// CHECK: weft.parameter @other =
// CHECK-NOT: weft.parameter @free =
// SKIP: weft.parameter @inner =
weft.parameter @inner = dense<0.1> : tensor<2x2xf32>
weft.parameter @other = dense<0.2> : tensor<2x2xf32>
weft.parameter @free = dense<2.0> : tensor<2x2xf32>
// CHECK-LABEL: weft.func @main
// CHECK-COUNT-2: weft.add
// CHECK-NOT: weft.add
weft.func @main(%x: tensor<?x2xf32>) -> (tensor<?x2xf32>, tensor<?x2xf32>) {
  %a = weft.get @inner : tensor<2x2xf32>
  %ua = weft.contract "mk,nk->mn" %x, %a : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %ya = weft.add %x, %ua : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
  %b = weft.get @other : tensor<2x2xf32>
  %ub = weft.contract "mk,nk->mn" %ya, %b : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %yb = weft.add %ya, %ub : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
  %c = weft.get @free : tensor<2x2xf32>
  %uc = weft.contract "mk,nk->mn" %yb, %c : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %yc = weft.add %yb, %uc : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
  weft.return %yc, %ua : tensor<?x2xf32>, tensor<?x2xf32>
}
weft.func @second(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %b = weft.get @other : tensor<2x2xf32>
  %y = weft.contract "mk,nk->mn" %x, %b : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}

// -----

// Of layers with the same weights one goes, the one that adds less, and the weights stay. It is no decoder to be exported any more.
// CHECK: module attributes {
// CHECK-NOT: weft.decoder =
// CHECK-SAME: weft.decoder_weights
// CHECK: weft.parameter @shared =
// CHECK-LABEL: weft.func @depth
// CHECK: weft.add
// CHECK-NOT: weft.add
// CHECK: weft.return
module attributes {weft.decoder = {architecture = "llama"}, weft.decoder_weights = {a = "query.0"}} {
  weft.parameter @shared = dense<0.5> : tensor<2x2xf32>
  weft.func @depth(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
    %a = weft.get @shared : tensor<2x2xf32>
    %ta = weft.tanh %x : (tensor<?x2xf32>) -> tensor<?x2xf32>
    %ua = weft.contract "mk,nk->mn" %ta, %a : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
    %ya = weft.add %x, %ua : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
    %tb = weft.tanh %ya : (tensor<?x2xf32>) -> tensor<?x2xf32>
    %ub = weft.contract "mk,nk->mn" %tb, %a : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
    %yb = weft.add %ub, %ya : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32>
    weft.return %yb : tensor<?x2xf32>
  }
}
