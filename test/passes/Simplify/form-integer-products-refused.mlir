// RUN: weft-opt %s --weft-form-integer-products --remarks-filter-missed=simplify --remark-policy=all --remark-format=emitRemark 2>%t.remarks | FileCheck %s
// RUN: FileCheck %s --check-prefix=WHY --input-file=%t.remarks

// What stays a product of floats, and why.

weft.parameter @w : tensor<8x16xi8>
weft.parameter @wide : tensor<8x16xi16>
weft.parameter @tall : tensor<70000x16xi8>
weft.parameter @filter : tensor<3x3x4x16xi8>
weft.parameter @t : tensor<16xf32>
weft.parameter @t8 : tensor<8xf32>
weft.parameter @blocks : tensor<2x16xf32>

// CHECK-NOT: xi32>

// WHY: the zero point of the weights is not 0
weft.func @weights_with_a_zero_point(%q: tensor<4x8xi8>, %s: tensor<f32>) -> tensor<4x16xf32> {
  %w = weft.get @w : tensor<8x16xi8>
  %t = weft.get @t : tensor<16xf32>
  %wz = weft.constant dense<[0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]> : tensor<16xi8>
  %x = weft.dequantize %q, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %v = weft.dequantize %w, %t, %wz {dim = 1 : i64} : (tensor<8x16xi8>, tensor<16xf32>, tensor<16xi8>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// WHY: blocks of the weights have scales of their own
weft.func @blocks_of_weights(%q: tensor<4x8xi8>, %s: tensor<f32>) -> tensor<4x16xf32> {
  %w = weft.get @w : tensor<8x16xi8>
  %t = weft.get @blocks : tensor<2x16xf32>
  %x = weft.dequantize %q, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %v = weft.dequantize %w, %t {dim = 0 : i64, block = 4 : i64} : (tensor<8x16xi8>, tensor<2x16xf32>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// WHY: the scales of the weights vary along a dimension that is summed over
weft.func @scales_along_the_sum(%q: tensor<4x8xi8>, %s: tensor<f32>) -> tensor<4x16xf32> {
  %w = weft.get @w : tensor<8x16xi8>
  %t = weft.get @t8 : tensor<8xf32>
  %x = weft.dequantize %q, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %v = weft.dequantize %w, %t {dim = 0 : i64} : (tensor<8x16xi8>, tensor<8xf32>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// WHY: the activations have more than one scale
weft.func @scales_of_activations(%q: tensor<4x8xi8>, %s: tensor<8xf32>) -> tensor<4x16xf32> {
  %w = weft.get @w : tensor<8x16xi8>
  %t = weft.get @t : tensor<16xf32>
  %x = weft.dequantize %q, %s {dim = 1 : i64} : (tensor<4x8xi8>, tensor<8xf32>) -> tensor<4x8xf32>
  %v = weft.dequantize %w, %t {dim = 1 : i64} : (tensor<8x16xi8>, tensor<16xf32>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// WHY: the integers are wider than 8 bits
weft.func @wide_weights(%q: tensor<4x8xi8>, %s: tensor<f32>) -> tensor<4x16xf32> {
  %w = weft.get @wide : tensor<8x16xi16>
  %t = weft.get @t : tensor<16xf32>
  %x = weft.dequantize %q, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %v = weft.dequantize %w, %t {dim = 1 : i64} : (tensor<8x16xi16>, tensor<16xf32>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// WHY: as many products as are summed up overflow i32
weft.func @long_sums(%q: tensor<4x70000xi8>, %s: tensor<f32>) -> tensor<4x16xf32> {
  %w = weft.get @tall : tensor<70000x16xi8>
  %t = weft.get @t : tensor<16xf32>
  %x = weft.dequantize %q, %s : (tensor<4x70000xi8>, tensor<f32>) -> tensor<4x70000xf32>
  %v = weft.dequantize %w, %t {dim = 1 : i64} : (tensor<70000x16xi8>, tensor<16xf32>) -> tensor<70000x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x70000xf32>, tensor<70000x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// WHY: the activations have more than one scale
weft.func @scales_of_one_activation(%q: tensor<4x8xi8>, %k: tensor<8x16xi8>, %s: tensor<f32>, %t: tensor<16xf32>) -> tensor<4x16xf32> {
  %x = weft.dequantize %q, %s : (tensor<4x8xi8>, tensor<f32>) -> tensor<4x8xf32>
  %v = weft.dequantize %k, %t {dim = 1 : i64} : (tensor<8x16xi8>, tensor<16xf32>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// Differences of bytes are larger than weights: as many products by weights would do.
// WHY: as many products as are summed up overflow i32
weft.func @long_sums_of_activations(%q: tensor<4x40000xi8>, %k: tensor<40000x16xi8>, %s: tensor<f32>) -> tensor<4x16xf32> {
  %x = weft.dequantize %q, %s : (tensor<4x40000xi8>, tensor<f32>) -> tensor<4x40000xf32>
  %v = weft.dequantize %k, %s : (tensor<40000x16xi8>, tensor<f32>) -> tensor<40000x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x40000xf32>, tensor<40000x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// WHY: how many products are summed up is unknown
weft.func @unknown_sums(%q: tensor<4x?xi8>, %k: tensor<?x16xi8>, %s: tensor<f32>) -> tensor<4x16xf32> {
  %x = weft.dequantize %q, %s : (tensor<4x?xi8>, tensor<f32>) -> tensor<4x?xf32>
  %v = weft.dequantize %k, %s : (tensor<?x16xi8>, tensor<f32>) -> tensor<?x16xf32>
  %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x?xf32>, tensor<?x16xf32>) -> tensor<4x16xf32>
  weft.return %y : tensor<4x16xf32>
}

// Nobody is told about products that have nothing to do with integers: activations that are floats.
// WHY-NOT: remark
weft.func @other_products(%v: tensor<8x16xi8>, %f: tensor<4x8xf32>, %s: tensor<f32>) -> (tensor<4x16xf32>, tensor<4x16xf32>) {
  %w = weft.get @w : tensor<8x16xi8>
  %d = weft.dequantize %v, %s : (tensor<8x16xi8>, tensor<f32>) -> tensor<8x16xf32>
  %e = weft.dequantize %w, %s : (tensor<8x16xi8>, tensor<f32>) -> tensor<8x16xf32>
  %y = weft.contract "mk,kn->mn" %f, %d : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  %z = weft.contract "mk,kn->mn" %f, %e : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
  weft.return %y, %z : tensor<4x16xf32>, tensor<4x16xf32>
}
