// RUN: weft-opt %s --weft-share-kernels | FileCheck %s

// The scale differs: it is an argument. The offset is the same in both: it stays.
// CHECK-LABEL: weft.func @main
// CHECK: %[[HALF:.*]] = weft.constant dense<5.000000e-01>
// CHECK-NEXT: weft.dispatch @contract_0(%arg0, %{{.*}}, %[[HALF]]) {node = "first"}
// CHECK: %[[TWO:.*]] = weft.constant dense<2.000000e+00>
// CHECK-NEXT: weft.dispatch @contract_0(%{{.*}}, %{{.*}}, %[[TWO]]) {node = "second"}
// Negative: numbers before the root, exponents, kernels with another root.
// CHECK: weft.dispatch @contract_2(
// CHECK: weft.dispatch @contract_3(
// CHECK: weft.dispatch @contract_4(
// CHECK: weft.dispatch @contract_5(
// CHECK: weft.dispatch @mul_6(
// CHECK: weft.dispatch @mul_7(
// CHECK: weft.func private @contract_0(%arg0: tensor<4x8xf32>, %arg1: tensor<8x8xf32> {weft.parameter}, %[[SCALE:.*]]: tensor<f32>)
// CHECK-NEXT: %[[Y:.*]] = weft.contract
// CHECK-NEXT: %[[S:.*]] = weft.mul %[[Y]], %[[SCALE]]
// CHECK-NEXT: %[[ONE:.*]] = weft.constant dense<1.000000e+00>
// CHECK-NEXT: weft.add %[[S]], %[[ONE]]
// CHECK-NOT: @contract_1

weft.parameter @w = dense<0.25> : tensor<8x8xf32>
weft.func @main(%x: tensor<4x8xf32> {weft.name = "x"}) -> (tensor<4x8xf32> {weft.name = "a"}, tensor<4x8xf32> {weft.name = "b"}, tensor<4x8xf32> {weft.name = "c"}) {
  %w = weft.get @w : tensor<8x8xf32>
  %0 = weft.dispatch @contract_0(%x, %w) {node = "first"} : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %1 = weft.dispatch @contract_1(%0, %w) {node = "second"} : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %2 = weft.dispatch @contract_2(%1, %w) : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %3 = weft.dispatch @contract_3(%2, %w) : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %4 = weft.dispatch @contract_4(%3, %w) : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %5 = weft.dispatch @contract_5(%3, %w) : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %6 = weft.dispatch @mul_6(%5) : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %7 = weft.dispatch @mul_7(%6) : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return %1, %4, %7 : tensor<4x8xf32>, tensor<4x8xf32>, tensor<4x8xf32>
}
weft.func private @contract_0(%x: tensor<4x8xf32>, %w: tensor<8x8xf32> {weft.parameter}) -> tensor<4x8xf32> {
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %c = weft.constant dense<0.5> : tensor<f32>
  %s = weft.mul %y, %c : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  %d = weft.constant dense<1.0> : tensor<f32>
  %t = weft.add %s, %d : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  weft.return %t : tensor<4x8xf32>
}
weft.func private @contract_1(%x: tensor<4x8xf32>, %w: tensor<8x8xf32> {weft.parameter}) -> tensor<4x8xf32> {
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %c = weft.constant dense<2.0> : tensor<f32>
  %s = weft.mul %y, %c : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  %d = weft.constant dense<1.0> : tensor<f32>
  %t = weft.add %s, %d : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  weft.return %t : tensor<4x8xf32>
}
weft.func private @contract_2(%x: tensor<4x8xf32>, %w: tensor<8x8xf32> {weft.parameter}) -> tensor<4x8xf32> {
  %c = weft.constant dense<0.5> : tensor<f32>
  %s = weft.mul %x, %c : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  %y = weft.contract "mk,kn->mn" %s, %w : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}
weft.func private @contract_3(%x: tensor<4x8xf32>, %w: tensor<8x8xf32> {weft.parameter}) -> tensor<4x8xf32> {
  %c = weft.constant dense<0.25> : tensor<f32>
  %s = weft.mul %x, %c : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  %y = weft.contract "mk,kn->mn" %s, %w : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  weft.return %y : tensor<4x8xf32>
}
weft.func private @contract_4(%x: tensor<4x8xf32>, %w: tensor<8x8xf32> {weft.parameter}) -> tensor<4x8xf32> {
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %a = weft.abs %y : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %c = weft.constant dense<0.5> : tensor<f32>
  %s = weft.pow %a, %c : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  weft.return %s : tensor<4x8xf32>
}
weft.func private @contract_5(%x: tensor<4x8xf32>, %w: tensor<8x8xf32> {weft.parameter}) -> tensor<4x8xf32> {
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %a = weft.abs %y : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %c = weft.constant dense<2.0> : tensor<f32>
  %s = weft.pow %a, %c : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  weft.return %s : tensor<4x8xf32>
}
weft.func private @mul_6(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %c = weft.constant dense<0.5> : tensor<f32>
  %s = weft.mul %x, %c : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  weft.return %s : tensor<4x8xf32>
}
weft.func private @mul_7(%x: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %c = weft.constant dense<2.0> : tensor<f32>
  %s = weft.mul %x, %c : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  weft.return %s : tensor<4x8xf32>
}
