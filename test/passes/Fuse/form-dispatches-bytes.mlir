// RUN: weft-opt %s --weft-form-dispatches | FileCheck %s

// Kernels read bytes, and not what they are widened to.

weft.parameter @w = dense<1> : tensor<8x16xi8>
weft.parameter @filter = dense<1> : tensor<3x3x4x16xi8>

// Products that share their activations read the bytes each; nothing else is left outside.
// CHECK-LABEL: weft.func @shared
// CHECK: weft.dispatch @[[PRODUCT:contract_[0-9]+]](%arg0, %{{.*}}) {{.*}}: (tensor<4x8xui8>, tensor<8x16xi8>) -> tensor<4x16xf32>
// CHECK: weft.dispatch @[[PRODUCT]](%arg0, %{{.*}}) {{.*}}: (tensor<4x8xui8>, tensor<8x16xi8>) -> tensor<4x16xf32>
// CHECK-NOT: weft.dispatch
// CHECK: weft.return
weft.func @shared(%q: tensor<4x8xui8>) -> (tensor<4x16xf32>, tensor<4x16xf32>) {
  %z = weft.constant dense<3> : tensor<i16>
  %w = weft.get @w : tensor<8x16xi8>
  %a = weft.cast %q : (tensor<4x8xui8>) -> tensor<4x8xi16>
  %b = weft.sub %a, %z : (tensor<4x8xi16>, tensor<i16>) -> tensor<4x8xi16>
  %p = weft.contract "mk,kn->mn" %b, %w : (tensor<4x8xi16>, tensor<8x16xi8>) -> tensor<4x16xi32>
  %r = weft.contract "mk,kn->mn" %b, %w : (tensor<4x8xi16>, tensor<8x16xi8>) -> tensor<4x16xi32>
  %x = weft.cast %p : (tensor<4x16xi32>) -> tensor<4x16xf32>
  %y = weft.cast %r : (tensor<4x16xi32>) -> tensor<4x16xf32>
  weft.return %x, %y : tensor<4x16xf32>, tensor<4x16xf32>
}

// A zero point that is computed is an operand; the quantization behind the product is part of its kernel, and so is what the bytes of
// the residual stand for, which another kernel reads too.
// CHECK-LABEL: weft.func @residual
// CHECK: weft.dispatch @conv_{{[0-9]+}}(%arg0, %{{.*}}, %{{.*}}, %arg1) {{.*}} -> tensor<1x8x8x16xui8>
// CHECK: weft.dispatch @{{.*}}(%arg1) {{.*}}: (tensor<1x8x8x16xui8>) -> tensor<1x8x8x16xf32>
// CHECK-NOT: weft.dispatch
// CHECK: weft.return
weft.func @residual(%q: tensor<1x8x8x4xui8>, %o: tensor<1x8x8x16xui8>, %zero: tensor<ui8>) -> (tensor<1x8x8x16xui8>, tensor<1x8x8x16xf32>) {
  %s = weft.constant dense<0.125> : tensor<f32>
  %f = weft.get @filter : tensor<3x3x4x16xi8>
  %z = weft.cast %zero : (tensor<ui8>) -> tensor<i16>
  %a = weft.cast %q : (tensor<1x8x8x4xui8>) -> tensor<1x8x8x4xi16>
  %b = weft.sub %a, %z : (tensor<1x8x8x4xi16>, tensor<i16>) -> tensor<1x8x8x4xi16>
  %p = weft.conv %b, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
     : (tensor<1x8x8x4xi16>, tensor<3x3x4x16xi8>) -> tensor<1x8x8x16xi32>
  %x = weft.cast %p : (tensor<1x8x8x16xi32>) -> tensor<1x8x8x16xf32>
  %m = weft.mul %x, %s : (tensor<1x8x8x16xf32>, tensor<f32>) -> tensor<1x8x8x16xf32>
  %u = weft.cast %o : (tensor<1x8x8x16xui8>) -> tensor<1x8x8x16xf32>
  %v = weft.mul %u, %s : (tensor<1x8x8x16xf32>, tensor<f32>) -> tensor<1x8x8x16xf32>
  %t = weft.add %m, %v : (tensor<1x8x8x16xf32>, tensor<1x8x8x16xf32>) -> tensor<1x8x8x16xf32>
  %r = weft.round %t : (tensor<1x8x8x16xf32>) -> tensor<1x8x8x16xf32>
  %y = weft.cast %r : (tensor<1x8x8x16xf32>) -> tensor<1x8x8x16xui8>
  %e = weft.exp %v : (tensor<1x8x8x16xf32>) -> tensor<1x8x8x16xf32>
  weft.return %y, %e : tensor<1x8x8x16xui8>, tensor<1x8x8x16xf32>
}

// Both operands may be activations, also the same one.
// CHECK-LABEL: weft.func @activations
// CHECK: weft.dispatch @contract_{{[0-9]+}}(%arg0, %arg1) {{.*}}: (tensor<4x8xui8>, tensor<8x16xi8>) -> tensor<4x16xf32>
// CHECK: weft.dispatch @contract_{{[0-9]+}}(%arg0) {{.*}}: (tensor<4x8xui8>) -> tensor<4x4xf32>
// CHECK-NOT: weft.dispatch
// CHECK: weft.return
weft.func @activations(%q: tensor<4x8xui8>, %k: tensor<8x16xi8>) -> (tensor<4x16xf32>, tensor<4x4xf32>) {
  %z = weft.constant dense<3> : tensor<i16>
  %a = weft.cast %q : (tensor<4x8xui8>) -> tensor<4x8xi16>
  %b = weft.sub %a, %z : (tensor<4x8xi16>, tensor<i16>) -> tensor<4x8xi16>
  %c = weft.cast %k : (tensor<8x16xi8>) -> tensor<8x16xi16>
  %p = weft.contract "mk,kn->mn" %b, %c : (tensor<4x8xi16>, tensor<8x16xi16>) -> tensor<4x16xi32>
  %r = weft.contract "mk,nk->mn" %b, %b : (tensor<4x8xi16>, tensor<4x8xi16>) -> tensor<4x4xi32>
  %x = weft.cast %p : (tensor<4x16xi32>) -> tensor<4x16xf32>
  %y = weft.cast %r : (tensor<4x4xi32>) -> tensor<4x4xf32>
  weft.return %x, %y : tensor<4x16xf32>, tensor<4x4xf32>
}

// Negative: activations that are another op's to give away are read as they are; a zero point for each row is subtracted before.
// CHECK-LABEL: weft.func @not_taken
// CHECK: %[[B:.*]] = weft.dispatch {{.*}} -> tensor<4x8xi16>
// CHECK: weft.dispatch @contract_{{[0-9]+}}(%[[B]]
weft.func @not_taken(%q: tensor<4x8xui8>, %z: tensor<4x1xi16>) -> tensor<4x16xi32> {
  %w = weft.get @w : tensor<8x16xi8>
  %a = weft.cast %q : (tensor<4x8xui8>) -> tensor<4x8xi16>
  %b = weft.sub %a, %z : (tensor<4x8xi16>, tensor<4x1xi16>) -> tensor<4x8xi16>
  %p = weft.contract "mk,kn->mn" %b, %w : (tensor<4x8xi16>, tensor<8x16xi8>) -> tensor<4x16xi32>
  weft.return %p : tensor<4x16xi32>
}

// A value that is read from memory by two ops is computed once.
// CHECK-LABEL: weft.func @computed_once
// CHECK: %[[X:.*]] = weft.dispatch {{.*}} -> tensor<8x8xf32>
// CHECK: weft.dispatch @contract_{{[0-9]+}}(%[[X]])
// CHECK-NOT: weft.dispatch
weft.func @computed_once(%q: tensor<8x8xui8>) -> tensor<8x8xf32> {
  %x = weft.cast %q : (tensor<8x8xui8>) -> tensor<8x8xf32>
  %y = weft.contract "mk,kn->mn" %x, %x : (tensor<8x8xf32>, tensor<8x8xf32>) -> tensor<8x8xf32>
  weft.return %y : tensor<8x8xf32>
}
