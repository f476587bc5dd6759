// RUN: weft-opt %s --weft-deduplicate-parameters | FileCheck %s

// CHECK: weft.parameter @a
weft.parameter @a = dense<[1.0, 2.0]> : tensor<2xf32>
// CHECK-NOT: weft.parameter @b
weft.parameter @b = dense<[1.0, 2.0]> : tensor<2xf32>
// Negative: the same bytes in another shape, other bytes, unknown bytes.
// CHECK: weft.parameter @c
weft.parameter @c = dense<[[1.0, 2.0]]> : tensor<1x2xf32>
// CHECK: weft.parameter @d
weft.parameter @d = dense<[1.0, 3.0]> : tensor<2xf32>
// CHECK: weft.parameter @e
weft.parameter @e : tensor<2xf32>
// CHECK: weft.parameter @f
weft.parameter @f : tensor<2xf32>
// CHECK-NOT: @unread
weft.parameter @unread = dense<[4.0, 5.0]> : tensor<2xf32>

weft.func @main() -> (tensor<2xf32>, tensor<2xf32>, tensor<1x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
  // CHECK: %[[A:.*]] = weft.get @a
  // CHECK: %[[B:.*]] = weft.get @a
  // CHECK: weft.return %[[A]], %[[B]]
  %a = weft.get @a : tensor<2xf32>
  %b = weft.get @b : tensor<2xf32>
  %c = weft.get @c : tensor<1x2xf32>
  %d = weft.get @d : tensor<2xf32>
  %e = weft.get @e : tensor<2xf32>
  %f = weft.get @f : tensor<2xf32>
  weft.return %a, %b, %c, %d, %e, %f : tensor<2xf32>, tensor<2xf32>, tensor<1x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
}
