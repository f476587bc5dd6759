// Products of f32 that tiles would compute in one task are left to multiply-adds, which have several: 96 columns are one block for tiles. Wider
// ones have more.
// RUN: weft compile %s --cpu amx --cache off --remarks -o %t.wm 2>&1 | FileCheck %s
// CHECK-NOT: node 'one': {{.*}} runs on tiles
// CHECK: node 'several': contract runs on tiles of AMX
// CHECK-NOT: node 'one': {{.*}} runs on tiles
weft.parameter @a = dense<0.5> : tensor<576x96xf32>
weft.parameter @b = dense<0.5> : tensor<96x576xf32>
weft.func @main(%x: tensor<196x576xf32> {weft.name = "x"}) -> (tensor<196x576xf32> {weft.name = "y"}) {
  %a = weft.get @a : tensor<576x96xf32>
  %b = weft.get @b : tensor<96x576xf32>
  %0 = weft.contract "mk,kn->mn" %x, %a : (tensor<196x576xf32>, tensor<576x96xf32>) -> tensor<196x96xf32> loc("one")
  %1 = weft.contract "mk,kn->mn" %0, %b : (tensor<196x96xf32>, tensor<96x576xf32>) -> tensor<196x576xf32> loc("several")
  weft.return %1 : tensor<196x576xf32>
}
