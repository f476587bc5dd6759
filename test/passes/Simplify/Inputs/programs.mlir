// Small programs with the shapes of real models, for the test that simplifying keeps their meaning. Each function is run
// on random inputs before and after.

weft.parameter @filter = dense<0.125> : tensor<3x3x4x4xf32>
weft.parameter @narrow = dense<[[[[0.5, -0.25], [0.75, 0.125], [-1.5, 0.5], [0.25, 1.0]]]]> : tensor<1x1x4x2xf32>
weft.parameter @wide = dense<[[[[0.5, -0.25, 0.75, 0.125], [-1.5, 0.5, 0.25, 1.0]]]]> : tensor<1x1x2x4xf32>
weft.parameter @bias = dense<[0.5, -1.0, 2.0, 0.25]> : tensor<4xf32>
weft.parameter @scale = dense<[1.5, 0.75, -0.5, 2.0]> : tensor<4xf32>
weft.parameter @variance = dense<[0.5, 1.0, 2.0, 4.0]> : tensor<4xf32>
weft.parameter @matrix = dense<[[1.0, 2.0, -1.0, 0.5, 0.25, 1.5], [0.0, -2.0, 1.0, 0.75, 3.0, -0.5], [1.0, 1.0, 0.5, 0.5, -1.0, -1.0], [2.0, 0.25, 0.0, 1.0, -0.75, 1.25]]> : tensor<4x6xf32>

// Two convolutions with batch norm, a shortcut, and pooling in front of a classifier.
weft.func @test_residual(%x: tensor<2x4x5x6xf32>) -> tensor<?x6xf32> {
  %f = weft.get @filter : tensor<3x3x4x4xf32>
  %b = weft.get @bias : tensor<4xf32>
  %s = weft.get @scale : tensor<4xf32>
  %v = weft.get @variance : tensor<4xf32>
  %m = weft.get @matrix : tensor<4x6xf32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %flat = weft.constant dense<[2, -1]> : tensor<2xi64>
  %x0 = weft.transpose %x {permutation = array<i64: 0, 2, 3, 1>} : (tensor<2x4x5x6xf32>) -> tensor<2x5x6x4xf32>
  %c0 = weft.conv %x0, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
      : (tensor<2x5x6x4xf32>, tensor<3x3x4x4xf32>) -> tensor<2x5x6x4xf32>
  %n0 = weft.transpose %c0 {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x5x6x4xf32>) -> tensor<2x4x5x6xf32>
  %bn0 = weft.batch_norm %n0, %s, %b, %b, %v {dim = 1 : i64, epsilon = 1.0e-3 : f32}
      : (tensor<2x4x5x6xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x4x5x6xf32>
  %r0 = weft.max %bn0, %zero : (tensor<2x4x5x6xf32>, tensor<f32>) -> tensor<2x4x5x6xf32>
  %x1 = weft.transpose %r0 {permutation = array<i64: 0, 2, 3, 1>} : (tensor<2x4x5x6xf32>) -> tensor<2x5x6x4xf32>
  %c1 = weft.conv %x1, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
      : (tensor<2x5x6x4xf32>, tensor<3x3x4x4xf32>) -> tensor<2x5x6x4xf32>
  %n1 = weft.transpose %c1 {permutation = array<i64: 0, 3, 1, 2>} : (tensor<2x5x6x4xf32>) -> tensor<2x4x5x6xf32>
  %a = weft.add %n1, %r0 : (tensor<2x4x5x6xf32>, tensor<2x4x5x6xf32>) -> tensor<2x4x5x6xf32>
  %d = weft.dropout %a {ratio = 0.1 : f32} : (tensor<2x4x5x6xf32>) -> tensor<2x4x5x6xf32>
  %p = weft.reduce mean %d {dims = array<i64: 2, 3>, keep_dims} : (tensor<2x4x5x6xf32>) -> tensor<2x4x1x1xf32>
  %q = weft.reshape %p, %flat : (tensor<2x4x1x1xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  %y = weft.contract "mk,kn->mn" %q, %m : (tensor<?x?xf32>, tensor<4x6xf32>) -> tensor<?x6xf32>
  weft.return %y : tensor<?x6xf32>
}

weft.func @test_squeeze_excite(%x: tensor<1x4x5x6xf32>) -> tensor<1x4x5x6xf32> {
  %f = weft.get @narrow : tensor<1x1x4x2xf32>
  %g = weft.get @wide : tensor<1x1x2x4xf32>
  %i = weft.transpose %x {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x4x5x6xf32>) -> tensor<1x5x6x4xf32>
  %h = weft.get @filter : tensor<3x3x4x4xf32>
  %c = weft.conv %i, %h {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}
     : (tensor<1x5x6x4xf32>, tensor<3x3x4x4xf32>) -> tensor<1x5x6x4xf32>
  %n = weft.transpose %c {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x5x6x4xf32>) -> tensor<1x4x5x6xf32>
  %m = weft.reduce mean %n {dims = array<i64: 2, 3>, keep_dims} : (tensor<1x4x5x6xf32>) -> tensor<1x4x1x1xf32>
  %m0 = weft.transpose %m {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x4x1x1xf32>) -> tensor<1x1x1x4xf32>
  %c0 = weft.conv %m0, %f {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>}
     : (tensor<1x1x1x4xf32>, tensor<1x1x4x2xf32>) -> tensor<1x1x1x2xf32>
  %t = weft.transpose %c0 {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x1x1x2xf32>) -> tensor<1x2x1x1xf32>
  %l = weft.logistic %t : (tensor<1x2x1x1xf32>) -> tensor<1x2x1x1xf32>
  %l0 = weft.transpose %l {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x2x1x1xf32>) -> tensor<1x1x1x2xf32>
  %c1 = weft.conv %l0, %g {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>}
     : (tensor<1x1x1x2xf32>, tensor<1x1x2x4xf32>) -> tensor<1x1x1x4xf32>
  %s = weft.transpose %c1 {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x1x1x4xf32>) -> tensor<1x4x1x1xf32>
  %e = weft.logistic %s : (tensor<1x4x1x1xf32>) -> tensor<1x4x1x1xf32>
  %y = weft.mul %n, %e : (tensor<1x4x5x6xf32>, tensor<1x4x1x1xf32>) -> tensor<1x4x5x6xf32>
  weft.return %y : tensor<1x4x5x6xf32>
}

// Attention as PyTorch's exporter writes it: heads split off, half of the scale on each side, a mask, a guard.
weft.func @test_attention(%x: tensor<1x3x4xf32>, %keep: tensor<1x1x3x3xi1>) -> tensor<1x3x4xf32> {
  %heads = weft.constant dense<[1, 3, -1, 2]> : tensor<4xi64>
  %joined = weft.constant dense<[-1, 3, 2]> : tensor<3xi64>
  %split = weft.constant dense<[1, 2, 2, 3]> : tensor<4xi64>
  %merged = weft.constant dense<[1, 3, -1]> : tensor<3xi64>
  %half = weft.constant dense<0.84089642> : tensor<f32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %min = weft.constant dense<-3.40282347E+38> : tensor<f32>
  %q0 = weft.reshape %x, %heads : (tensor<1x3x4xf32>, tensor<4xi64>) -> tensor<1x3x2x2xf32>
  %q = weft.transpose %q0 {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x3x2x2xf32>) -> tensor<1x2x3x2xf32>
  %e = weft.tanh %x : (tensor<1x3x4xf32>) -> tensor<1x3x4xf32>
  %k0 = weft.reshape %e, %heads : (tensor<1x3x4xf32>, tensor<4xi64>) -> tensor<1x3x2x2xf32>
  %k1 = weft.transpose %k0 {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x3x2x2xf32>) -> tensor<1x2x3x2xf32>
  %k2 = weft.reshape %k1, %joined : (tensor<1x2x3x2xf32>, tensor<3xi64>) -> tensor<2x3x2xf32>
  %k3 = weft.transpose %k2 {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x2xf32>) -> tensor<2x2x3xf32>
  %k4 = weft.reshape %k3, %split : (tensor<2x2x3xf32>, tensor<4xi64>) -> tensor<1x2x2x3xf32>
  %qs = weft.mul %q, %half : (tensor<1x2x3x2xf32>, tensor<f32>) -> tensor<1x2x3x2xf32>
  %ks = weft.mul %k4, %half : (tensor<1x2x2x3xf32>, tensor<f32>) -> tensor<1x2x2x3xf32>
  %m = weft.select %keep, %zero, %min : (tensor<1x1x3x3xi1>, tensor<f32>, tensor<f32>) -> tensor<1x1x3x3xf32>
  %s = weft.contract "abmk,abkn->abmn" %qs, %ks : (tensor<1x2x3x2xf32>, tensor<1x2x2x3xf32>) -> tensor<1x2x3x3xf32>
  %u = weft.add %s, %m : (tensor<1x2x3x3xf32>, tensor<1x1x3x3xf32>) -> tensor<1x2x3x3xf32>
  %p = weft.softmax %u {dim = 3 : i64} : (tensor<1x2x3x3xf32>) -> tensor<1x2x3x3xf32>
  %n = weft.compare ne %p, %p : (tensor<1x2x3x3xf32>, tensor<1x2x3x3xf32>) -> tensor<1x2x3x3xi1>
  %g = weft.select %n, %zero, %p : (tensor<1x2x3x3xi1>, tensor<f32>, tensor<1x2x3x3xf32>) -> tensor<1x2x3x3xf32>
  %o = weft.contract "abmn,abnv->abmv" %g, %q : (tensor<1x2x3x3xf32>, tensor<1x2x3x2xf32>) -> tensor<1x2x3x2xf32>
  %t = weft.transpose %o {permutation = array<i64: 0, 2, 1, 3>} : (tensor<1x2x3x2xf32>) -> tensor<1x3x2x2xf32>
  %y = weft.reshape %t, %merged : (tensor<1x3x2x2xf32>, tensor<3xi64>) -> tensor<1x3x4xf32>
  weft.return %y : tensor<1x3x4xf32>
}

// A layer in two dimensions between layers in three, with a factor behind its bias.
weft.func @test_linear(%x: tensor<1x3x4xf32>, %r: tensor<1x3x6xf32>) -> tensor<1x3x6xf32> {
  %w = weft.get @matrix : tensor<4x6xf32>
  %a = weft.constant dense<[1]> : tensor<1xi64>
  %b = weft.constant dense<[2]> : tensor<1xi64>
  %k = weft.slice %w, %a, %b, %a {dims = array<i64: 0>} : (tensor<4x6xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<1x6xf32>
  %flat = weft.constant dense<[-1, 4]> : tensor<2xi64>
  %three = weft.constant dense<[1, 3, 6]> : tensor<3xi64>
  %d = weft.constant dense<1.41421354> : tensor<f32>
  %x0 = weft.reshape %x, %flat : (tensor<1x3x4xf32>, tensor<2xi64>) -> tensor<3x4xf32>
  %c = weft.contract "mk,kn->mn" %x0, %w : (tensor<3x4xf32>, tensor<4x6xf32>) -> tensor<3x6xf32>
  %s = weft.add %c, %k : (tensor<3x6xf32>, tensor<1x6xf32>) -> tensor<3x6xf32>
  %t = weft.mul %s, %k : (tensor<3x6xf32>, tensor<1x6xf32>) -> tensor<3x6xf32>
  %y0 = weft.reshape %t, %three : (tensor<3x6xf32>, tensor<3xi64>) -> tensor<1x3x6xf32>
  %g = weft.div %y0, %d : (tensor<1x3x6xf32>, tensor<f32>) -> tensor<1x3x6xf32>
  %h = weft.erf %g : (tensor<1x3x6xf32>) -> tensor<1x3x6xf32>
  %y = weft.add %h, %r : (tensor<1x3x6xf32>, tensor<1x3x6xf32>) -> tensor<1x3x6xf32>
  weft.return %y : tensor<1x3x6xf32>
}

// Layer norm in its parts, of channels that come first.
weft.func @test_layer_norm(%x: tensor<2x4x3xf32>) -> tensor<2x3x4xf32> {
  %s = weft.get @scale : tensor<4xf32>
  %b = weft.get @bias : tensor<4xf32>
  %two = weft.constant dense<2.0> : tensor<f32>
  %eps = weft.constant dense<1.0e-5> : tensor<f32>
  %t = weft.transpose %x {permutation = array<i64: 0, 2, 1>} : (tensor<2x4x3xf32>) -> tensor<2x3x4xf32>
  %m = weft.reduce mean %t {dims = array<i64: 2>, keep_dims} : (tensor<2x3x4xf32>) -> tensor<2x3x1xf32>
  %d = weft.sub %t, %m : (tensor<2x3x4xf32>, tensor<2x3x1xf32>) -> tensor<2x3x4xf32>
  %p = weft.pow %d, %two : (tensor<2x3x4xf32>, tensor<f32>) -> tensor<2x3x4xf32>
  %v = weft.reduce mean %p {dims = array<i64: 2>, keep_dims} : (tensor<2x3x4xf32>) -> tensor<2x3x1xf32>
  %e = weft.add %v, %eps : (tensor<2x3x1xf32>, tensor<f32>) -> tensor<2x3x1xf32>
  %q = weft.sqrt %e : (tensor<2x3x1xf32>) -> tensor<2x3x1xf32>
  %n = weft.div %d, %q : (tensor<2x3x4xf32>, tensor<2x3x1xf32>) -> tensor<2x3x4xf32>
  %u = weft.mul %n, %s : (tensor<2x3x4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  %y = weft.add %u, %b : (tensor<2x3x4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  weft.return %y : tensor<2x3x4xf32>
}

// Everything that a transposition sinks through.
weft.func @test_movement(%x: tensor<2x3x4xf32>) -> (tensor<2x3x4xf32>, tensor<2x2x4xf32>, tensor<3x5x4xf32>, tensor<2x6x4xf32>, tensor<2x4xf32>, tensor<3x4xi64>, tensor<2x3xf32>, tensor<2x3x4xf32>, tensor<2x12xf32>) {
  %a = weft.constant dense<[1]> : tensor<1xi64>
  %b = weft.constant dense<[3]> : tensor<1xi64>
  %low = weft.constant dense<[1, 0, 1]> : tensor<3xi64>
  %high = weft.constant dense<[1, 0, 0]> : tensor<3xi64>
  %z = weft.constant dense<0.5> : tensor<f32>
  %i = weft.constant dense<2> : tensor<i64>
  %t = weft.transpose %x {permutation = array<i64: 1, 2, 0>} : (tensor<2x3x4xf32>) -> tensor<3x4x2xf32>
  %s = weft.softmax %t {dim = 1 : i64} : (tensor<3x4x2xf32>) -> tensor<3x4x2xf32>
  %s1 = weft.transpose %s {permutation = array<i64: 2, 0, 1>} : (tensor<3x4x2xf32>) -> tensor<2x3x4xf32>
  %l = weft.slice %t, %a, %b, %a {dims = array<i64: 0>} : (tensor<3x4x2xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x4x2xf32>
  %l1 = weft.transpose %l {permutation = array<i64: 2, 0, 1>} : (tensor<2x4x2xf32>) -> tensor<2x2x4xf32>
  %p = weft.pad reflect %t, %low, %high, %z : (tensor<3x4x2xf32>, tensor<3xi64>, tensor<3xi64>, tensor<f32>) -> tensor<5x4x3xf32>
  %p1 = weft.transpose %p {permutation = array<i64: 2, 0, 1>} : (tensor<5x4x3xf32>) -> tensor<3x5x4xf32>
  %c = weft.concat %t, %s {dim = 0 : i64} : (tensor<3x4x2xf32>, tensor<3x4x2xf32>) -> tensor<6x4x2xf32>
  %c1 = weft.transpose %c {permutation = array<i64: 2, 0, 1>} : (tensor<6x4x2xf32>) -> tensor<2x6x4xf32>
  %g = weft.gather %t, %i {dim = 0 : i64} : (tensor<3x4x2xf32>, tensor<i64>) -> tensor<4x2xf32>
  %g1 = weft.transpose %g {permutation = array<i64: 1, 0>} : (tensor<4x2xf32>) -> tensor<2x4xf32>
  %m = weft.arg_reduce max %t {dim = 2 : i64} : (tensor<3x4x2xf32>) -> tensor<3x4xi64>
  %r = weft.reduce sum %t {dims = array<i64: 1>} : (tensor<3x4x2xf32>) -> tensor<3x2xf32>
  %r1 = weft.transpose %r {permutation = array<i64: 1, 0>} : (tensor<3x2xf32>) -> tensor<2x3xf32>
  %n = weft.normalize %t {dims = array<i64: 0, 1>, epsilon = 1.0e-5 : f32} : (tensor<3x4x2xf32>) -> tensor<3x4x2xf32>
  %n1 = weft.transpose %n {permutation = array<i64: 2, 0, 1>} : (tensor<3x4x2xf32>) -> tensor<2x3x4xf32>
  %f = weft.reshape %n : (tensor<3x4x2xf32>) -> tensor<12x2xf32>
  %f1 = weft.transpose %f {permutation = array<i64: 1, 0>} : (tensor<12x2xf32>) -> tensor<2x12xf32>
  weft.return %s1, %l1, %p1, %c1, %g1, %m, %r1, %n1, %f1 : tensor<2x3x4xf32>, tensor<2x2x4xf32>, tensor<3x5x4xf32>, tensor<2x6x4xf32>, tensor<2x4xf32>, tensor<3x4xi64>, tensor<2x3xf32>, tensor<2x3x4xf32>, tensor<2x12xf32>
}
