// RUN: weft-opt %s --split-input-file --weft-convert-precision | FileCheck %s
// RUN: weft-opt %s --split-input-file --weft-convert-precision=precision=f16 | FileCheck %s --check-prefix=F16
// RUN: not weft-opt %s --split-input-file --weft-convert-precision=precision=f8 2>&1 | FileCheck %s --check-prefix=F8
// F8: error: weft-convert-precision: expected bf16 or f16, found 'f8'

// A value is rounded once, behind what computes it. Who reads an input otherwise keeps it.

// CHECK-LABEL: weft.func @contract
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<4x8xf32>, %[[W:[a-z0-9]+]]: tensor<8x8xf32>
// CHECK-DAG: %[[NX:.*]] = weft.cast %[[X]] : (tensor<4x8xf32>) -> tensor<4x8xbf16>
// CHECK-DAG: %[[NW:.*]] = weft.cast %[[W]] : (tensor<8x8xf32>) -> tensor<8x8xbf16>
// CHECK: %[[Y:.*]] = weft.contract "mk,kn->mn" %[[NX]], %[[NW]] : (tensor<4x8xbf16>, tensor<8x8xbf16>) -> tensor<4x8xf32>
// CHECK: %[[S:.*]] = weft.add %[[Y]], %[[X]]
// CHECK-NEXT: %[[NS:.*]] = weft.cast %[[S]] : (tensor<4x8xf32>) -> tensor<4x8xbf16>
// CHECK-NEXT: weft.contract "mk,kn->mn" %[[NS]], %[[NW]]
// CHECK-NOT: weft.cast
// F16-LABEL: weft.func @contract
// F16: weft.contract {{.*}} : (tensor<4x8xf16>, tensor<8x8xf16>) -> tensor<4x8xf32>
weft.func @contract(%x: tensor<4x8xf32>, %w: tensor<8x8xf32>) -> tensor<4x8xf32> {
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %s = weft.add %y, %x : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %z = weft.contract "mk,kn->mn" %s, %w : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  weft.return %z : tensor<4x8xf32>
}

// -----

// CHECK-LABEL: weft.func @conv
// CHECK: weft.conv {{.*}} : (tensor<1x4x4x2xbf16>, tensor<1x1x2x3xbf16>) -> tensor<1x4x4x3xf32>
weft.func @conv(%x: tensor<1x4x4x2xf32>, %w: tensor<1x1x2x3xf32>) -> tensor<1x4x4x3xf32> {
  %y = weft.conv %x, %w {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>,
                         padding = array<i64: 0, 0, 0, 0>, groups = 1 : i64}
     : (tensor<1x4x4x2xf32>, tensor<1x1x2x3xf32>) -> tensor<1x4x4x3xf32>
  weft.return %y : tensor<1x4x4x3xf32>
}

// -----

// Who reads a computed value otherwise reads it in bf16 too, but not what leaves the function; f16 has too small a range for that.

// CHECK-LABEL: weft.func @residual
// CHECK: %[[E:.*]] = weft.exp
// CHECK-NEXT: %[[N:.*]] = weft.cast %[[E]] : (tensor<4x8xf32>) -> tensor<4x8xbf16>
// CHECK-NEXT: %[[R:.*]] = weft.cast %[[N]] : (tensor<4x8xbf16>) -> tensor<4x8xf32>
// CHECK: %[[Y:.*]] = weft.contract "mk,kn->mn" %[[N]],
// CHECK: weft.add %[[Y]], %[[R]]
// CHECK: weft.return {{.*}}, %[[E]]
// F16-LABEL: weft.func @residual
// F16: %[[E:.*]] = weft.exp
// F16: weft.add {{.*}}, %[[E]]
weft.func @residual(%x: tensor<4x8xf32>, %w: tensor<8x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xf32>) {
  %e = weft.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %y = weft.contract "mk,kn->mn" %e, %w : (tensor<4x8xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
  %s = weft.add %y, %e : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return %s, %e : tensor<4x8xf32>, tensor<4x8xf32>
}

// -----

// Other readers of a parameter, such as the look-up in a tied embedding, keep it.

// CHECK-LABEL: weft.func @tied
// CHECK: %[[T:.*]] = weft.get @table
// CHECK: weft.gather %[[T]]
weft.parameter @table = dense<0.5> : tensor<16x8xf32>
weft.func @tied(%i: tensor<4xi64>) -> tensor<4x16xf32> {
  %t = weft.get @table : tensor<16x8xf32>
  %g = weft.gather %t, %i {dim = 0 : i64} : (tensor<16x8xf32>, tensor<4xi64>) -> tensor<4x8xf32>
  %y = weft.contract "mk,nk->mn" %g, %t : (tensor<4x8xf32>, tensor<16x8xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// -----

// A reshape is no kernel's: what it is of is rounded.

// CHECK-LABEL: weft.func @view
// CHECK: %[[E:.*]] = weft.exp
// CHECK: %[[N:.*]] = weft.cast %[[E]] : (tensor<2x2x8xf32>) -> tensor<2x2x8xbf16>
// CHECK: %[[V:.*]] = weft.reshape %[[N]], {{.*}} -> tensor<4x8xbf16>
// CHECK: weft.contract "mk,nk->mn" %[[V]]
weft.func @view(%x: tensor<2x2x8xf32>, %w: tensor<3x8xf32>) -> tensor<4x3xf32> {
  %e = weft.exp %x : (tensor<2x2x8xf32>) -> tensor<2x2x8xf32>
  %s = weft.constant dense<[4, 8]> : tensor<2xi64>
  %v = weft.reshape %e, %s : (tensor<2x2x8xf32>, tensor<2xi64>) -> tensor<4x8xf32>
  %y = weft.contract "mk,nk->mn" %v, %w : (tensor<4x8xf32>, tensor<3x8xf32>) -> tensor<4x3xf32>
  weft.return %y : tensor<4x3xf32>
}

// -----

// The result of an attention goes as it is where only a product reads it.

// CHECK-LABEL: weft.func @attention
// CHECK: %[[A:.*]] = weft.attention {{.*}} -> tensor<1x2x4x8xbf16>
// CHECK: weft.contract "bhqd,hdn->bqn" %[[A]], {{.*}} : (tensor<1x2x4x8xbf16>, tensor<2x8x6xbf16>) -> tensor<1x4x6xf32>
weft.func @attention(%q: tensor<1x2x4x8xf32>, %w: tensor<2x8x6xf32>) -> tensor<1x4x6xf32> {
  %a = weft.attention %q, %q, %q {scale = 0.5 : f32}
     : (tensor<1x2x4x8xf32>, tensor<1x2x4x8xf32>, tensor<1x2x4x8xf32>) -> tensor<1x2x4x8xf32>
  %y = weft.contract "bhqd,hdn->bqn" %a, %w : (tensor<1x2x4x8xf32>, tensor<2x8x6xf32>) -> tensor<1x4x6xf32>
  weft.return %y : tensor<1x4x6xf32>
}

// -----

// Keys and values of earlier calls stay f32; what is multiplied may be rounded, to bf16.

// CHECK-LABEL: weft.func @past
// CHECK-NOT: weft.cast
// CHECK: weft.attention {{.*}} {scale = 5.000000e-01 : f32, weft.bf16_products}
// CHECK-NOT: weft.cast
// F16-LABEL: weft.func @past
// F16-NOT: weft.bf16_products
// F16: weft.return
weft.func @past(%q: tensor<1x2x4x8xf32>, %p: tensor<1x2x6x8xf32>) -> tensor<1x2x4x8xf32> {
  %a = weft.attention %q, %q, %q past %p, %p {scale = 0.5 : f32}
     : (tensor<1x2x4x8xf32>, tensor<1x2x4x8xf32>, tensor<1x2x4x8xf32>, tensor<1x2x6x8xf32>, tensor<1x2x6x8xf32>) -> tensor<1x2x4x8xf32>
  weft.return %a : tensor<1x2x4x8xf32>
}

// -----

// Integers, f64 and what is narrow already stay.

// CHECK-LABEL: weft.func @others
// CHECK-NOT: weft.cast
weft.func @others(%a: tensor<4x8xi8>, %b: tensor<4x8xf64>, %c: tensor<4x8xbf16>) -> (tensor<4x4xi32>, tensor<4x4xf64>, tensor<4x4xf32>) {
  %0 = weft.contract "mk,nk->mn" %a, %a : (tensor<4x8xi8>, tensor<4x8xi8>) -> tensor<4x4xi32>
  %1 = weft.contract "mk,nk->mn" %b, %b : (tensor<4x8xf64>, tensor<4x8xf64>) -> tensor<4x4xf64>
  %2 = weft.contract "mk,nk->mn" %c, %c : (tensor<4x8xbf16>, tensor<4x8xbf16>) -> tensor<4x4xf32>
  weft.return %0, %1, %2 : tensor<4x4xi32>, tensor<4x4xf64>, tensor<4x4xf32>
}
