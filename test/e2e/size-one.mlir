// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Results whose dimensions run as one index while the last of them has size 1: each element has its own value, not the first one's. The
// values are multiples of 1/16, so that sums are exact.

// Channels first after a pooling: one operand whole, one repeated.
weft.func @test_pointwise(%a0: tensor<1x19x1x1xf32>, %a1: tensor<1x1x1x1xf32>) -> (tensor<1x19x1x1xf32>) {
  %0 = weft.sub %a0, %a1 : (tensor<1x19x1x1xf32>, tensor<1x1x1x1xf32>) -> tensor<1x19x1x1xf32>
  weft.return %0 : tensor<1x19x1x1xf32>
}
weft.func @inputs_pointwise() -> (tensor<1x19x1x1xf32>, tensor<1x1x1x1xf32>) {
  %0 = weft.constant dense<[[[[-2.75]], [[-1.0]], [[0.75]], [[2.5]], [[-1.5]], [[0.25]], [[2.0]], [[-2.0]], [[-0.25]], [[1.5]], [[-2.5]], [[-0.75]], [[1.0]], [[2.75]], [[-1.25]], [[0.5]], [[2.25]], [[-1.75]], [[0.0]]]]> : tensor<1x19x1x1xf32>
  %1 = weft.constant dense<[[[[-0.5]]]]> : tensor<1x1x1x1xf32>
  weft.return %0, %1 : tensor<1x19x1x1xf32>, tensor<1x1x1x1xf32>
}
weft.func @expected_pointwise() -> (tensor<1x19x1x1xf32>) {
  %0 = weft.constant dense<[[[[-2.25]], [[-0.5]], [[1.25]], [[3.0]], [[-1.0]], [[0.75]], [[2.5]], [[-1.5]], [[0.25]], [[2.0]], [[-2.0]], [[-0.25]], [[1.5]], [[3.25]], [[-0.75]], [[1.0]], [[2.75]], [[-1.25]], [[0.5]]]]> : tensor<1x19x1x1xf32>
  weft.return %0 : tensor<1x19x1x1xf32>
}

// The same with rows of which nobody knows how many.
weft.func @test_pointwise_open(%a0: tensor<?x18x1xf32>) -> (tensor<?x18x1xf32>) {
  %0 = weft.constant dense<0.0> : tensor<f32>
  %1 = weft.max %a0, %0 : (tensor<?x18x1xf32>, tensor<f32>) -> tensor<?x18x1xf32>
  weft.return %1 : tensor<?x18x1xf32>
}
weft.func @inputs_pointwise_open() -> (tensor<2x18x1xf32>) {
  %0 = weft.constant dense<[[[-3.75], [-2.0], [-0.25], [1.5], [3.25], [-2.75], [-1.0], [0.75], [2.5], [-3.5], [-1.75], [0.0], [1.75], [3.5], [-2.5], [-0.75], [1.0], [2.75]], [[-3.25], [-1.5], [0.25], [2.0], [3.75], [-2.25], [-0.5], [1.25], [3.0], [-3.0], [-1.25], [0.5], [2.25], [-3.75], [-2.0], [-0.25], [1.5], [3.25]]]> : tensor<2x18x1xf32>
  weft.return %0 : tensor<2x18x1xf32>
}
weft.func @expected_pointwise_open() -> (tensor<2x18x1xf32>) {
  %0 = weft.constant dense<[[[0.0], [0.0], [0.0], [1.5], [3.25], [0.0], [0.0], [0.75], [2.5], [0.0], [0.0], [0.0], [1.75], [3.5], [0.0], [0.0], [1.0], [2.75]], [[0.0], [0.0], [0.25], [2.0], [3.75], [0.0], [0.0], [1.25], [3.0], [0.0], [0.0], [0.5], [2.25], [0.0], [0.0], [0.0], [1.5], [3.25]]]> : tensor<2x18x1xf32>
  weft.return %0 : tensor<2x18x1xf32>
}

// A residual behind a contraction with a row's dimension of size 1.
weft.func @test_contract(%a0: tensor<5x1x3xf32>, %a1: tensor<3x9xf32>, %a2: tensor<5x1x9xf32>) -> (tensor<5x1x9xf32>) {
  %0 = weft.contract "bmk,kn->bmn" %a0, %a1 : (tensor<5x1x3xf32>, tensor<3x9xf32>) -> tensor<5x1x9xf32>
  %1 = weft.add %0, %a2 : (tensor<5x1x9xf32>, tensor<5x1x9xf32>) -> tensor<5x1x9xf32>
  weft.return %1 : tensor<5x1x9xf32>
}
weft.func @inputs_contract() -> (tensor<5x1x3xf32>, tensor<3x9xf32>, tensor<5x1x9xf32>) {
  %0 = weft.constant dense<[[[-1.25, 0.5, -0.5]], [[1.25, 0.25, -0.75]], [[1.0, 0.0, -1.0]], [[0.75, -0.25, -1.25]], [[0.5, -0.5, 1.25]]]> : tensor<5x1x3xf32>
  %1 = weft.constant dense<[[-1.5, 0.25, -1.25, 0.5, -1.0, 0.75, -0.75, 1.0, -0.5], [1.25, -0.25, 1.5, 0.0, -1.5, 0.25, -1.25, 0.5, -1.0], [0.75, -0.75, 1.0, -0.5, 1.25, -0.25, 1.5, 0.0, -1.5]]> : tensor<3x9xf32>
  %2 = weft.constant dense<[[[-3.5, -1.75, 0.0, 1.75, 3.5, -2.0, -0.25, 1.5, 3.25]], [[-2.25, -0.5, 1.25, 3.0, -2.5, -0.75, 1.0, 2.75, -2.75]], [[-1.0, 0.75, 2.5, -3.0, -1.25, 0.5, 2.25, -3.25, -1.5]], [[0.25, 2.0, -3.5, -1.75, 0.0, 1.75, 3.5, -2.0, -0.25]], [[1.5, 3.25, -2.25, -0.5, 1.25, 3.0, -2.5, -0.75, 1.0]]]> : tensor<5x1x9xf32>
  weft.return %0, %1, %2 : tensor<5x1x3xf32>, tensor<3x9xf32>, tensor<5x1x9xf32>
}
weft.func @expected_contract() -> (tensor<5x1x9xf32>) {
  %0 = weft.constant dense<[[[-1.375, -1.8125, 1.8125, 1.375, 3.375, -2.6875, -0.6875, 0.5, 4.125]], [[-4.375, 0.3125, -0.6875, 4.0, -5.0625, 0.4375, -1.375, 4.125, -2.5]], [[-3.25, 1.75, 0.25, -2.0, -3.5, 1.5, 0.0, -2.25, -0.5]], [[-2.125, 3.1875, -6.0625, -0.75, -1.9375, 2.5625, 1.375, -1.375, 1.5]], [[1.0625, 2.5625, -2.375, -0.875, 3.0625, 2.9375, -0.375, -0.5, -0.625]]]> : tensor<5x1x9xf32>
  weft.return %0 : tensor<5x1x9xf32>
}

// A residual behind a convolution of one column.
weft.func @test_conv(%a0: tensor<1x6x1x3xf32>, %a1: tensor<2x1x3x5xf32>, %a2: tensor<1x5x1x5xf32>) -> (tensor<1x5x1x5xf32>) {
  %0 = weft.conv %a0, %a1 {dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>, padding = array<i64: 0, 0, 0, 0>, strides = array<i64: 1, 1>} : (tensor<1x6x1x3xf32>, tensor<2x1x3x5xf32>) -> tensor<1x5x1x5xf32>
  %1 = weft.add %0, %a2 : (tensor<1x5x1x5xf32>, tensor<1x5x1x5xf32>) -> tensor<1x5x1x5xf32>
  weft.return %1 : tensor<1x5x1x5xf32>
}
weft.func @inputs_conv() -> (tensor<1x6x1x3xf32>, tensor<2x1x3x5xf32>, tensor<1x5x1x5xf32>) {
  %0 = weft.constant dense<[[[[-2.0, -0.25, 1.5]], [[-1.0, 0.75, -1.75]], [[0.0, 1.75, -0.75]], [[1.0, -1.5, 0.25]], [[2.0, -0.5, 1.25]], [[-1.25, 0.5, -2.0]]]]> : tensor<1x6x1x3xf32>
  %1 = weft.constant dense<[[[[-0.75, -0.75, -0.75, -0.75, -0.75], [-0.75, -0.75, -0.75, -0.75, -0.75], [-0.75, -0.75, -0.75, -0.75, -0.75]]], [[[-0.75, -0.75, -0.75, -0.75, -0.75], [-0.75, -0.75, -0.75, -0.75, -0.75], [-0.75, -0.75, -0.75, -0.75, -0.75]]]]> : tensor<2x1x3x5xf32>
  %2 = weft.constant dense<[[[[-2.25, -0.5, 1.25, -1.75, 0.0]], [[1.75, -1.25, 0.5, 2.25, -0.75]], [[1.0, -2.0, -0.25, 1.5, -1.5]], [[0.25, 2.0, -1.0, 0.75, -2.25]], [[-0.5, 1.25, -1.75, 0.0, 1.75]]]]> : tensor<1x5x1x5xf32>
  weft.return %0, %1, %2 : tensor<1x6x1x3xf32>, tensor<2x1x3x5xf32>, tensor<1x5x1x5xf32>
}
weft.func @expected_conv() -> (tensor<1x5x1x5xf32>) {
  %0 = weft.constant dense<[[[[-0.1875, 1.5625, 3.3125, 0.3125, 2.0625]], [[2.5, -0.5, 1.25, 3.0, 0.0]], [[0.4375, -2.5625, -0.8125, 0.9375, -2.0625]], [[-1.625, 0.125, -2.875, -1.125, -4.125]], [[-0.5, 1.25, -1.75, 0.0, 1.75]]]]> : tensor<1x5x1x5xf32>
  weft.return %0 : tensor<1x5x1x5xf32>
}
