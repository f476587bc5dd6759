// --remarks says how products run on tiles of AMX, on any processor that compiles for them.
// RUN: weft compile %s -o %t.wm --cpu amx --remarks 2>&1 | FileCheck %s
// RUN: weft compile %s -o %t.wm --cpu amx --precision bf16 --remarks 2>&1 | FileCheck %s --check-prefix=PAIRS
// RUN: weft compile %s -o %t.wm --cpu avx512 --remarks 2>&1 | FileCheck %s --check-prefix=NONE --allow-empty

// Multiply-adds may take over from six products for one, and from nothing else.
// CHECK: remark: node '/fc': contract (f32 x f32, 1 x 128 x 160 x 96) runs in tiles of
// CHECK: remark: node '/fc': contract runs on tiles of AMX as 3 terms of bf16 for each f32, in blocks of 32 rows x 32 columns, {{.*}}multiply-adds take over while
// PAIRS-NOT: runs in tiles of
// PAIRS: remark: node '/fc': contract runs on tiles of AMX as bf16, in blocks of 32 rows x 32 columns, {{.*}}rows are read where they lie
// NONE-NOT: tiles of AMX

weft.parameter @w = dense<0.5> : tensor<96x160xf32>
weft.func @main(%x: tensor<128x96xf32> {weft.name = "x"}) -> (tensor<128x160xf32> {weft.name = "y"}) {
  %w = weft.get @w : tensor<96x160xf32>
  %0 = weft.contract "mk,kn->mn" %x, %w : (tensor<128x96xf32>, tensor<96x160xf32>) -> tensor<128x160xf32> loc("/fc")
  weft.return %0 : tensor<128x160xf32>
}
