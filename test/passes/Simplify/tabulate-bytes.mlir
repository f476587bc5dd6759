// RUN: weft-opt %s --weft-tabulate-bytes --canonicalize | FileCheck %s

// With a quantization in between.
// CHECK-LABEL: weft.func @silu
// CHECK: %[[TABLE:.*]] = weft.constant dense<"0x{{.*}}"> : tensor<256xui8>
// CHECK-NEXT: %[[I:.*]] = weft.cast %arg0 : (tensor<4x8xui8>) -> tensor<4x8xi32>
// CHECK-NEXT: %[[Y:.*]] = weft.gather %[[TABLE]], %[[I]] {dim = 0 : i64} : (tensor<256xui8>, tensor<4x8xi32>) -> tensor<4x8xui8>
// CHECK-NEXT: weft.return %[[Y]]
weft.func @silu(%q: tensor<4x8xui8>) -> tensor<4x8xui8> {
  %s = weft.constant dense<0.0625> : tensor<f32>
  %z = weft.constant dense<128> : tensor<ui8>
  %t = weft.constant dense<0.00390625> : tensor<f32>
  %x = weft.dequantize %q, %s, %z : (tensor<4x8xui8>, tensor<f32>, tensor<ui8>) -> tensor<4x8xf32>
  %l = weft.logistic %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %m = weft.quantize %l, %t : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xui8>
  %n = weft.dequantize %m, %t : (tensor<4x8xui8>, tensor<f32>) -> tensor<4x8xf32>
  %y = weft.mul %x, %n : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %r = weft.quantize %y, %s, %z : (tensor<4x8xf32>, tensor<f32>, tensor<ui8>) -> tensor<4x8xui8>
  weft.return %r : tensor<4x8xui8>
}

// Signed bytes index by their bits.
// CHECK-LABEL: weft.func @signed
// CHECK: weft.bitcast %arg0 : (tensor<?xi8>) -> tensor<?xui8>
// CHECK: weft.gather {{.*}} -> tensor<?xi8>
weft.func @signed(%q: tensor<?xi8>) -> tensor<?xi8> {
  %s = weft.constant dense<0.0625> : tensor<f32>
  %x = weft.dequantize %q, %s : (tensor<?xi8>, tensor<f32>) -> tensor<?xf32>
  %l = weft.tanh %x : (tensor<?xf32>) -> tensor<?xf32>
  %m = weft.quantize %l, %s : (tensor<?xf32>, tensor<f32>) -> tensor<?xi8>
  weft.return %m : tensor<?xi8>
}

// Negative: nothing in it takes long; two sources; a scale for each column; a factor for each column; floats come in.
// CHECK-LABEL: weft.func @left_alone
// CHECK-NOT: weft.gather
weft.func @left_alone(%q: tensor<4x8xui8>, %p: tensor<4x8xui8>, %f: tensor<4x8xf32>)
    -> (tensor<4x8xui8>, tensor<4x8xui8>, tensor<4x8xui8>, tensor<4x8xui8>, tensor<4x8xui8>) {
  %s = weft.constant dense<0.0625> : tensor<f32>
  %columns = weft.constant dense<0.0625> : tensor<8xf32>
  %x = weft.dequantize %q, %s : (tensor<4x8xui8>, tensor<f32>) -> tensor<4x8xf32>
  %y = weft.dequantize %p, %s : (tensor<4x8xui8>, tensor<f32>) -> tensor<4x8xf32>
  %v = weft.dequantize %q, %columns {dim = 1 : i64} : (tensor<4x8xui8>, tensor<8xf32>) -> tensor<4x8xf32>
  %cheap = weft.mul %x, %x : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %a = weft.quantize %cheap, %s : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xui8>
  %e = weft.exp %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %two = weft.mul %e, %y : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %b = weft.quantize %two, %s : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xui8>
  %each = weft.exp %v : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %c = weft.quantize %each, %s : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xui8>
  %scaled = weft.mul %e, %columns : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  %d = weft.quantize %scaled, %s : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xui8>
  %sum = weft.add %e, %f : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %g = weft.quantize %sum, %s : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xui8>
  weft.return %a, %b, %c, %d, %g : tensor<4x8xui8>, tensor<4x8xui8>, tensor<4x8xui8>, tensor<4x8xui8>, tensor<4x8xui8>
}
