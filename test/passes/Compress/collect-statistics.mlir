// RUN: weft-opt %s --split-input-file --weft-collect-statistics | FileCheck %s
// RUN: weft-opt %s --split-input-file --weft-collect-statistics=products | FileCheck %s --check-prefix=PRODUCTS
// RUN: weft-opt %s --split-input-file --weft-collect-statistics=vectors | FileCheck %s --check-prefix=VECTORS

// One input, two weights, and another input behind a cast; states become arguments and the other functions go.
// CHECK-NOT: weft.parameter @unused
weft.parameter @a = dense<1.0> : tensor<3x4xf32>
weft.parameter @b = dense<1.0> : tensor<4x5xf32>
weft.parameter @c = dense<1.0> : tensor<2x3xf16>
weft.parameter @unused = dense<1.0> : tensor<2x3xf16>

// CHECK-NOT: @prefill
weft.func @prefill(%x: tensor<?x4xf32>) -> tensor<?x3xf32> {
  %a = weft.get @a : tensor<3x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %a : (tensor<?x4xf32>, tensor<3x4xf32>) -> tensor<?x3xf32>
  weft.return %y : tensor<?x3xf32>
}

// CHECK-LABEL: weft.func @evaluate
// CHECK-SAME: (%[[X:[a-z0-9]+]]: tensor<?x4xf32>, %[[S:[a-z0-9]+]]: tensor<?x1xf32> {weft.name = "past", weft.was_state})
// CHECK-SAME: -> (tensor<4x4xf32> {weft.name = "statistics.0", weft.weights = ["a", "b"]}, tensor<4x3xf32> {weft.name = "statistics.1", weft.weights = ["c"]})
// VECTORS-LABEL: weft.func @evaluate
// VECTORS-SAME: -> (tensor<4x4xf32> {{.*}}, tensor<?x4xf32> {weft.name = "vectors.0", weft.weights = ["a", "b"]}, tensor<4x3xf32> {{.*}}, tensor<?x3xf32> {{.*}})
// PRODUCTS-LABEL: weft.func @evaluate
// PRODUCTS-SAME: -> (tensor<4x4xf32> {{.*}}, tensor<4x4xf32> {weft.name = "products.0", weft.weights = ["a", "b"]}, tensor<4x3xf32> {{.*}}, tensor<3x3xf32> {{.*}})
weft.func @evaluate(%x: tensor<?x4xf32>, %s: tensor<?x1xf32> {weft.name = "past", weft.state = "s"})
    -> (tensor<?x2xf16>, tensor<?x5xf32>, tensor<?x1xf32> {weft.state = "s"}) {
  // CHECK-NOT: weft.get @b
  // CHECK: %[[SUM:.*]] = weft.reduce sum %[[X]] {dims = array<i64: 0>} : (tensor<?x4xf32>) -> tensor<4xf32>
  // CHECK: weft.reduce sum
  // CHECK: weft.reduce max
  // CHECK: weft.dim %[[X]] {dim = 0 : i64}
  // CHECK: weft.concat
  // PRODUCTS: weft.contract "ab,az->bz" %{{.*}}, %{{.*}} : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<4x4xf32>
  %a = weft.get @a : tensor<3x4xf32>
  %b = weft.get @b : tensor<4x5xf32>
  %c = weft.get @c : tensor<2x3xf16>
  %y = weft.contract "mk,nk->mn" %x, %a : (tensor<?x4xf32>, tensor<3x4xf32>) -> tensor<?x3xf32>
  %z = weft.contract "mk,kn->mn" %x, %b : (tensor<?x4xf32>, tensor<4x5xf32>) -> tensor<?x5xf32>
  %h = weft.cast %y : (tensor<?x3xf32>) -> tensor<?x3xf16>
  %w = weft.contract "mk,nk->mn" %h, %c : (tensor<?x3xf16>, tensor<2x3xf16>) -> tensor<?x2xf16>
  %u = weft.get @unused : tensor<2x3xf16>
  weft.return %w, %z, %s : tensor<?x2xf16>, tensor<?x5xf32>, tensor<?x1xf32>
}

// -----

// A weight that meets two inputs has sites of its own, whose statistics are added up.
// CHECK-LABEL: weft.func @main
// CHECK-SAME: {weft.name = "statistics.0", weft.weights = ["w"]}
// CHECK-SAME: {weft.name = "statistics.1", weft.weights = ["w"]}
// CHECK-SAME: {weft.name = "statistics.2", weft.weights = ["a"]}
// CHECK-SAME: {weft.name = "statistics.3", weft.weights = ["b"]}
weft.parameter @w = dense<0.5> : tensor<4x4xf32>
weft.parameter @a = dense<0.5> : tensor<4x4xf32>
weft.parameter @b = dense<0.5> : tensor<4x4xf32>
weft.func @main(%x: tensor<?x4xf32>) -> (tensor<?x4xf32>, tensor<?x4xf32>, tensor<?x4xf32>) {
  %w = weft.get @w : tensor<4x4xf32>
  %a = weft.get @a : tensor<4x4xf32>
  %b = weft.get @b : tensor<4x4xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x4xf32>, tensor<4x4xf32>) -> tensor<?x4xf32>
  %y2 = weft.contract "mk,nk->mn" %x, %a : (tensor<?x4xf32>, tensor<4x4xf32>) -> tensor<?x4xf32>
  %t = weft.tanh %y : (tensor<?x4xf32>) -> tensor<?x4xf32>
  %z = weft.contract "mk,nk->mn" %t, %w : (tensor<?x4xf32>, tensor<4x4xf32>) -> tensor<?x4xf32>
  %z2 = weft.contract "mk,nk->mn" %t, %b : (tensor<?x4xf32>, tensor<4x4xf32>) -> tensor<?x4xf32>
  weft.return %y2, %z, %z2 : tensor<?x4xf32>, tensor<?x4xf32>, tensor<?x4xf32>
}
