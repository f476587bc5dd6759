// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// What is an error at run time, for sizes and indices that types do not tell.

weft.func @test_broadcast(%a0: tensor<?xf32>, %a1: tensor<?xf32>) -> (tensor<?xf32>) attributes {weft.error = "expected sizes that broadcast in dimension 0, found 2 and 3"} {
  %r0 = weft.add %a0, %a1 : (tensor<?xf32>, tensor<?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_broadcast() -> (tensor<2xf32>, tensor<3xf32>) {
  %0 = weft.constant dense<1.0> : tensor<2xf32>
  %1 = weft.constant dense<1.0> : tensor<3xf32>
  weft.return %0, %1 : tensor<2xf32>, tensor<3xf32>
}

weft.func @test_contract(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>) -> (tensor<?x?xf32>) attributes {weft.error = "expected dimension 'k' of \"mk,kn->mn\" to have one size, found 3 and 2"} {
  %r0 = weft.contract "mk,kn->mn" %a0, %a1 : (tensor<?x?xf32>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_contract() -> (tensor<2x3xf32>, tensor<2x2xf32>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<1.0> : tensor<2x2xf32>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2x2xf32>
}

weft.func @test_contract_one(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>) -> (tensor<?x?xf32>) attributes {weft.error = "expected dimension 'k' of \"mk,kn->mn\" to have one size, found 1 and 2"} {
  %r0 = weft.contract "mk,kn->mn" %a0, %a1 : (tensor<?x?xf32>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_contract_one() -> (tensor<2x1xf32>, tensor<2x2xf32>) {
  %0 = weft.constant dense<1.0> : tensor<2x1xf32>
  %1 = weft.constant dense<1.0> : tensor<2x2xf32>
  weft.return %0, %1 : tensor<2x1xf32>, tensor<2x2xf32>
}

weft.func @test_gather_above(%a0: tensor<?xf32>, %a1: tensor<?xi64>) -> (tensor<?xf32>) attributes {weft.error = "index 4 is out of range for dimension 0 of size 4"} {
  %r0 = weft.gather %a0, %a1 {dim = 0 : i64} : (tensor<?xf32>, tensor<?xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_gather_above() -> (tensor<4xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<1.0> : tensor<4xf32>
  %1 = weft.constant dense<[0, 4]> : tensor<2xi64>
  weft.return %0, %1 : tensor<4xf32>, tensor<2xi64>
}

weft.func @test_gather_below(%a0: tensor<?xf32>, %a1: tensor<?xi64>) -> (tensor<?xf32>) attributes {weft.error = "index -5 is out of range for dimension 0 of size 4"} {
  %r0 = weft.gather %a0, %a1 {dim = 0 : i64} : (tensor<?xf32>, tensor<?xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_gather_below() -> (tensor<4xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<1.0> : tensor<4xf32>
  %1 = weft.constant dense<[0, -5]> : tensor<2xi64>
  weft.return %0, %1 : tensor<4xf32>, tensor<2xi64>
}

weft.func @test_gather_static(%a0: tensor<2x3xf32>, %a1: tensor<1xi32>) -> (tensor<2x1xf32>) attributes {weft.error = "index 9 is out of range for dimension 1 of size 3"} {
  %r0 = weft.gather %a0, %a1 {dim = 1 : i64} : (tensor<2x3xf32>, tensor<1xi32>) -> (tensor<2x1xf32>)
  weft.return %r0 : tensor<2x1xf32>
}
weft.func @inputs_gather_static() -> (tensor<2x3xf32>, tensor<1xi32>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<9> : tensor<1xi32>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<1xi32>
}

weft.func @test_gather_elements(%a0: tensor<?xf32>, %a1: tensor<?xi64>) -> (tensor<?xf32>) attributes {weft.error = "index 3 is out of range for dimension 0 of size 3"} {
  %r0 = weft.gather_elements %a0, %a1 {dim = 0 : i64} : (tensor<?xf32>, tensor<?xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_gather_elements() -> (tensor<3xf32>, tensor<1xi64>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<3> : tensor<1xi64>
  weft.return %0, %1 : tensor<3xf32>, tensor<1xi64>
}

weft.func @test_gather_nd(%a0: tensor<?x?xf32>, %a1: tensor<?x2xi64>) -> (tensor<?xf32>) attributes {weft.error = "index -7 is out of range for dimension 1 of size 3"} {
  %r0 = weft.gather_nd %a0, %a1 {batch_dims = 0 : i64} : (tensor<?x?xf32>, tensor<?x2xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_gather_nd() -> (tensor<2x3xf32>, tensor<1x2xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<[[0, -7]]> : tensor<1x2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<1x2xi64>
}

weft.func @test_scatter_elements(%a0: tensor<?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xf32>) -> (tensor<?xf32>) attributes {weft.error = "index 5 is out of range for dimension 0 of size 3"} {
  %r0 = weft.scatter_elements add %a0, %a1, %a2 {dim = 0 : i64} : (tensor<?xf32>, tensor<?xi64>, tensor<?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_scatter_elements() -> (tensor<3xf32>, tensor<1xi64>, tensor<1xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<5> : tensor<1xi64>
  %2 = weft.constant dense<1.0> : tensor<1xf32>
  weft.return %0, %1, %2 : tensor<3xf32>, tensor<1xi64>, tensor<1xf32>
}

weft.func @test_scatter_elements_shape(%a0: tensor<?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xf32>) -> (tensor<?xf32>) attributes {weft.error = "expected indices and updates of one size in dimension 0, found 2 and 1"} {
  %r0 = weft.scatter_elements assign %a0, %a1, %a2 {dim = 0 : i64} : (tensor<?xf32>, tensor<?xi64>, tensor<?xf32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_scatter_elements_shape() -> (tensor<3xf32>, tensor<2xi64>, tensor<1xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<0> : tensor<2xi64>
  %2 = weft.constant dense<1.0> : tensor<1xf32>
  weft.return %0, %1, %2 : tensor<3xf32>, tensor<2xi64>, tensor<1xf32>
}

weft.func @test_scatter_nd(%a0: tensor<?x?xf32>, %a1: tensor<?x1xi64>, %a2: tensor<?x?xf32>) -> (tensor<?x?xf32>) attributes {weft.error = "index 2 is out of range for dimension 0 of size 2"} {
  %r0 = weft.scatter_nd assign %a0, %a1, %a2 : (tensor<?x?xf32>, tensor<?x1xi64>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_scatter_nd() -> (tensor<2x3xf32>, tensor<1x1xi64>, tensor<1x3xf32>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<2> : tensor<1x1xi64>
  %2 = weft.constant dense<1.0> : tensor<1x3xf32>
  weft.return %0, %1, %2 : tensor<2x3xf32>, tensor<1x1xi64>, tensor<1x3xf32>
}

weft.func @test_scatter_nd_shape(%a0: tensor<?x?xf32>, %a1: tensor<?x1xi64>, %a2: tensor<?x?xf32>) -> (tensor<?x?xf32>) attributes {weft.error = "expected updates of size 3 in dimension 1, found 2"} {
  %r0 = weft.scatter_nd assign %a0, %a1, %a2 : (tensor<?x?xf32>, tensor<?x1xi64>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_scatter_nd_shape() -> (tensor<2x3xf32>, tensor<1x1xi64>, tensor<1x2xf32>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<1> : tensor<1x1xi64>
  %2 = weft.constant dense<1.0> : tensor<1x2xf32>
  weft.return %0, %1, %2 : tensor<2x3xf32>, tensor<1x1xi64>, tensor<1x2xf32>
}

weft.func @test_reshape(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) attributes {weft.error = "expected a shape of 6 elements, found one of 8"} {
  %r0 = weft.reshape %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reshape() -> (tensor<2x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<[4, 2]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2xi64>
}

weft.func @test_reshape_inferred(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) attributes {weft.error = "expected a shape of 6 elements, found one of 4"} {
  %r0 = weft.reshape %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reshape_inferred() -> (tensor<2x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<[4, -1]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2xi64>
}

weft.func @test_reshape_two_inferred(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) attributes {weft.error = "expected a size of at least 0 for dimension 1, found -1"} {
  %r0 = weft.reshape %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reshape_two_inferred() -> (tensor<2x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<[-1, -1]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2xi64>
}

weft.func @test_broadcast_to(%a0: tensor<?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) attributes {weft.error = "expected sizes that broadcast in dimension 1, found 3 and 4"} {
  %r0 = weft.broadcast %a0, %a1 : (tensor<?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_broadcast_to() -> (tensor<3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<[2, 4]> : tensor<2xi64>
  weft.return %0, %1 : tensor<3xf32>, tensor<2xi64>
}

weft.func @test_slice_step(%a0: tensor<?xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<?xf32>) attributes {weft.error = "expected a step other than 0 for dimension 0"} {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_slice_step() -> (tensor<3xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<0> : tensor<1xi64>
  %2 = weft.constant dense<0> : tensor<1xi64>
  %3 = weft.constant dense<0> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<3xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}

weft.func @test_pad_nothing(%a0: tensor<?xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<f32>) -> (tensor<?xf32>) attributes {weft.error = "expected at least one element to pad with in dimension 0, found none"} {
  %r0 = weft.pad edge %a0, %a1, %a2, %a3 : (tensor<?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<f32>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_pad_nothing() -> (tensor<0xf32>, tensor<1xi64>, tensor<1xi64>, tensor<f32>) {
  %0 = weft.constant dense<> : tensor<0xf32>
  %1 = weft.constant dense<1> : tensor<1xi64>
  %2 = weft.constant dense<1> : tensor<1xi64>
  %3 = weft.constant dense<0.0> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<0xf32>, tensor<1xi64>, tensor<1xi64>, tensor<f32>
}

weft.func @test_concat(%a0: tensor<?x?xf32>, %a1: tensor<?x?xf32>) -> (tensor<?x?xf32>) attributes {weft.error = "expected operands that differ in dimension 0 only, found sizes 3 and 4 in dimension 1"} {
  %r0 = weft.concat %a0, %a1 {dim = 0 : i64} : (tensor<?x?xf32>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_concat() -> (tensor<2x3xf32>, tensor<2x4xf32>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<1.0> : tensor<2x4xf32>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2x4xf32>
}

weft.func @test_tile(%a0: tensor<?xf32>, %a1: tensor<1xi64>) -> (tensor<?xf32>) attributes {weft.error = "expected a count of at least 0 for dimension 0, found -1"} {
  %r0 = weft.tile %a0, %a1 : (tensor<?xf32>, tensor<1xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_tile() -> (tensor<2xf32>, tensor<1xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2xf32>
  %1 = weft.constant dense<-1> : tensor<1xi64>
  weft.return %0, %1 : tensor<2xf32>, tensor<1xi64>
}

weft.func @test_top_k(%a0: tensor<?xf32>, %a1: tensor<i64>) -> (tensor<?xf32>, tensor<?xi64>) attributes {weft.error = "expected k between 0 and 3, the size of dimension 0, found 4"} {
  %r0, %r1 = weft.top_k %a0, %a1 {dim = 0 : i64} : (tensor<?xf32>, tensor<i64>) -> (tensor<?xf32>, tensor<?xi64>)
  weft.return %r0, %r1 : tensor<?xf32>, tensor<?xi64>
}
weft.func @inputs_top_k() -> (tensor<3xf32>, tensor<i64>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<4> : tensor<i64>
  weft.return %0, %1 : tensor<3xf32>, tensor<i64>
}

weft.func @test_arg_reduce(%a0: tensor<?xf32>) -> (tensor<i64>) attributes {weft.error = "expected at least one element along dimension 0, found none"} {
  %r0 = weft.arg_reduce max %a0 {dim = 0 : i64} : (tensor<?xf32>) -> (tensor<i64>)
  weft.return %r0 : tensor<i64>
}
weft.func @inputs_arg_reduce() -> (tensor<0xf32>) {
  %0 = weft.constant dense<> : tensor<0xf32>
  weft.return %0 : tensor<0xf32>
}

weft.func @test_result_size(%a0: tensor<?xf32>) -> (tensor<4xf32>) attributes {weft.error = "expected dimension 0 of result 0 to have size 4, found 3"} {
  %r0 = weft.neg %a0 : (tensor<?xf32>) -> (tensor<4xf32>)
  weft.return %r0 : tensor<4xf32>
}
weft.func @inputs_result_size() -> (tensor<3xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  weft.return %0 : tensor<3xf32>
}

weft.func @test_iota_absurd(%a0: tensor<i64>) -> (tensor<?xi64>) attributes {weft.error = "9000000000000000000"} {
  %r0 = weft.iota %a0 : (tensor<i64>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_iota_absurd() -> (tensor<i64>) {
  %0 = weft.constant dense<9000000000000000000> : tensor<i64>
  weft.return %0 : tensor<i64>
}

weft.func @test_attention_heads(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) attributes {weft.error = "expected heads of key and value that divide the query's 3, found 2"} {
  %r0 = weft.attention %a0, %a1, %a2 {scale = 1.0 : f32} : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_attention_heads() -> (tensor<1x3x1x2xf32>, tensor<1x2x1x2xf32>, tensor<1x2x1x2xf32>) {
  %0 = weft.constant dense<1.0> : tensor<1x3x1x2xf32>
  %1 = weft.constant dense<1.0> : tensor<1x2x1x2xf32>
  %2 = weft.constant dense<1.0> : tensor<1x2x1x2xf32>
  weft.return %0, %1, %2 : tensor<1x3x1x2xf32>, tensor<1x2x1x2xf32>, tensor<1x2x1x2xf32>
}

weft.func @test_conv_channels(%a0: tensor<?x?x?xf32>, %a1: tensor<2x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.error = "expected 2 input channels, the filter's times 1 groups, found 3"} {
  %r0 = weft.conv %a0, %a1 {strides = array<i64: 1>, dilations = array<i64: 1>, input_dilations = array<i64: 1>, padding = array<i64: 0, 0>, groups = 1 : i64} : (tensor<?x?x?xf32>, tensor<2x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_conv_channels() -> (tensor<1x4x3xf32>, tensor<2x2x5xf32>) {
  %0 = weft.constant dense<1.0> : tensor<1x4x3xf32>
  %1 = weft.constant dense<1.0> : tensor<2x2x5xf32>
  weft.return %0, %1 : tensor<1x4x3xf32>, tensor<2x2x5xf32>
}

weft.func @test_broadcast_inner(%a0: tensor<?xi1>, %a1: tensor<?x?xf32>, %a2: tensor<?x?xf32>) -> (tensor<?x?xf32>) attributes {weft.error = "expected sizes that broadcast in dimension 1, found 2 and 3"} {
  %r0 = weft.select %a0, %a1, %a2 : (tensor<?xi1>, tensor<?x?xf32>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_broadcast_inner() -> (tensor<2xi1>, tensor<4x2xf32>, tensor<1x3xf32>) {
  %0 = weft.constant dense<true> : tensor<2xi1>
  %1 = weft.constant dense<1.0> : tensor<4x2xf32>
  %2 = weft.constant dense<1.0> : tensor<1x3xf32>
  weft.return %0, %1, %2 : tensor<2xi1>, tensor<4x2xf32>, tensor<1x3xf32>
}

weft.func @test_gather_nothing(%a0: tensor<?xf32>, %a1: tensor<?xi64>) -> (tensor<?xf32>) attributes {weft.error = "index 0 is out of range for dimension 0 of size 0"} {
  %r0 = weft.gather %a0, %a1 {dim = 0 : i64} : (tensor<?xf32>, tensor<?xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_gather_nothing() -> (tensor<0xf32>, tensor<1xi64>) {
  %0 = weft.constant dense<> : tensor<0xf32>
  %1 = weft.constant dense<0> : tensor<1xi64>
  weft.return %0, %1 : tensor<0xf32>, tensor<1xi64>
}

weft.func @test_gather_first(%a0: tensor<?xf32>, %a1: tensor<?xi64>) -> (tensor<?xf32>) attributes {weft.error = "index -5 is out of range for dimension 0 of size 4"} {
  %r0 = weft.gather %a0, %a1 {dim = 0 : i64} : (tensor<?xf32>, tensor<?xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_gather_first() -> (tensor<4xf32>, tensor<3xi64>) {
  %0 = weft.constant dense<1.0> : tensor<4xf32>
  %1 = weft.constant dense<[0, -5, 9]> : tensor<3xi64>
  weft.return %0, %1 : tensor<4xf32>, tensor<3xi64>
}

weft.func @test_gather_elements_size(%a0: tensor<?x?xf32>, %a1: tensor<?x?xi64>) -> (tensor<?x?xf32>) attributes {weft.error = "expected indices no larger than the data in dimension 1, found sizes 3 and 2"} {
  %r0 = weft.gather_elements %a0, %a1 {dim = 0 : i64} : (tensor<?x?xf32>, tensor<?x?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_gather_elements_size() -> (tensor<2x2xf32>, tensor<1x3xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2x2xf32>
  %1 = weft.constant dense<0> : tensor<1x3xi64>
  weft.return %0, %1 : tensor<2x2xf32>, tensor<1x3xi64>
}

weft.func @test_gather_nd_batch(%a0: tensor<?x?xf32>, %a1: tensor<?x1xi64>) -> (tensor<?xf32>) attributes {weft.error = "expected data and indices of one size in dimension 0, found 2 and 3"} {
  %r0 = weft.gather_nd %a0, %a1 {batch_dims = 1 : i64} : (tensor<?x?xf32>, tensor<?x1xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_gather_nd_batch() -> (tensor<2x2xf32>, tensor<3x1xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2x2xf32>
  %1 = weft.constant dense<0> : tensor<3x1xi64>
  weft.return %0, %1 : tensor<2x2xf32>, tensor<3x1xi64>
}

weft.func @test_scatter_elements_size(%a0: tensor<?x?xf32>, %a1: tensor<?x?xi64>, %a2: tensor<?x?xf32>) -> (tensor<?x?xf32>) attributes {weft.error = "expected indices no larger than the data in dimension 1, found sizes 4 and 3"} {
  %r0 = weft.scatter_elements assign %a0, %a1, %a2 {dim = 0 : i64} : (tensor<?x?xf32>, tensor<?x?xi64>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_scatter_elements_size() -> (tensor<2x3xf32>, tensor<1x4xi64>, tensor<1x4xf32>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<0> : tensor<1x4xi64>
  %2 = weft.constant dense<1.0> : tensor<1x4xf32>
  weft.return %0, %1, %2 : tensor<2x3xf32>, tensor<1x4xi64>, tensor<1x4xf32>
}

weft.func @test_scatter_nothing(%a0: tensor<?x?xf32>, %a1: tensor<?x1xi64>, %a2: tensor<?x?xf32>) -> (tensor<?x?xf32>) attributes {weft.error = "index 0 is out of range for dimension 0 of size 0"} {
  %r0 = weft.scatter_nd add %a0, %a1, %a2 : (tensor<?x?xf32>, tensor<?x1xi64>, tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_scatter_nothing() -> (tensor<0x3xf32>, tensor<1x1xi64>, tensor<1x3xf32>) {
  %0 = weft.constant dense<> : tensor<0x3xf32>
  %1 = weft.constant dense<0> : tensor<1x1xi64>
  %2 = weft.constant dense<1.0> : tensor<1x3xf32>
  weft.return %0, %1, %2 : tensor<0x3xf32>, tensor<1x1xi64>, tensor<1x3xf32>
}

weft.func @test_reshape_negative(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) attributes {weft.error = "expected a size of at least 0 for dimension 0, found -2"} {
  %r0 = weft.reshape %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reshape_negative() -> (tensor<2x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<[-2, -3]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2xi64>
}

weft.func @test_reshape_open(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) attributes {weft.error = "expected sizes other than 0 beside the one of -1, which they leave open"} {
  %r0 = weft.reshape %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reshape_open() -> (tensor<0x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<> : tensor<0x3xf32>
  %1 = weft.constant dense<[0, -1]> : tensor<2xi64>
  weft.return %0, %1 : tensor<0x3xf32>, tensor<2xi64>
}

weft.func @test_broadcast_negative(%a0: tensor<?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) attributes {weft.error = "expected a size of at least 0 for dimension 0, found -1"} {
  %r0 = weft.broadcast %a0, %a1 : (tensor<?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_broadcast_negative() -> (tensor<1xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<1.0> : tensor<1xf32>
  %1 = weft.constant dense<[-1, 1]> : tensor<2xi64>
  weft.return %0, %1 : tensor<1xf32>, tensor<2xi64>
}

weft.func @test_slice_list(%a0: tensor<?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?xf32>) attributes {weft.error = "expected a list of 1 numbers, found one of 2"} {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_slice_list() -> (tensor<3xf32>, tensor<2xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<0> : tensor<2xi64>
  %2 = weft.constant dense<1> : tensor<1xi64>
  %3 = weft.constant dense<1> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<3xf32>, tensor<2xi64>, tensor<1xi64>, tensor<1xi64>
}

weft.func @test_top_k_below(%a0: tensor<?x?xf32>, %a1: tensor<i64>) -> (tensor<?x?xf32>, tensor<?x?xi64>) attributes {weft.error = "expected k between 0 and 3, the size of dimension 1, found -1"} {
  %r0, %r1 = weft.top_k %a0, %a1 {dim = 1 : i64} : (tensor<?x?xf32>, tensor<i64>) -> (tensor<?x?xf32>, tensor<?x?xi64>)
  weft.return %r0, %r1 : tensor<?x?xf32>, tensor<?x?xi64>
}
weft.func @inputs_top_k_below() -> (tensor<2x3xf32>, tensor<i64>) {
  %0 = weft.constant dense<1.0> : tensor<2x3xf32>
  %1 = weft.constant dense<-1> : tensor<i64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<i64>
}

weft.func @test_nonzero_size(%a0: tensor<?xf32>) -> (tensor<1x2xi64>) attributes {weft.error = "expected dimension 1 of result 0 to have size 2, found 3"} {
  %r0 = weft.nonzero %a0 : (tensor<?xf32>) -> (tensor<1x2xi64>)
  weft.return %r0 : tensor<1x2xi64>
}
weft.func @inputs_nonzero_size() -> (tensor<3xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  weft.return %0 : tensor<3xf32>
}

weft.func @test_attention_batch(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) attributes {weft.error = "expected query and key of one size in dimension 0, found 1 and 2"} {
  %r0 = weft.attention %a0, %a1, %a2 {scale = 1.0 : f32} : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_attention_batch() -> (tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2x1x1x2xf32>) {
  %0 = weft.constant dense<1.0> : tensor<1x1x1x2xf32>
  %1 = weft.constant dense<1.0> : tensor<2x1x1x2xf32>
  %2 = weft.constant dense<1.0> : tensor<2x1x1x2xf32>
  weft.return %0, %1, %2 : tensor<1x1x1x2xf32>, tensor<2x1x1x2xf32>, tensor<2x1x1x2xf32>
}

weft.func @test_attention_length(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) attributes {weft.error = "expected key and value of one size in dimension 2, found 3 and 4"} {
  %r0 = weft.attention %a0, %a1, %a2 {scale = 1.0 : f32} : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_attention_length() -> (tensor<1x1x1x2xf32>, tensor<1x1x3x2xf32>, tensor<1x1x4x2xf32>) {
  %0 = weft.constant dense<1.0> : tensor<1x1x1x2xf32>
  %1 = weft.constant dense<1.0> : tensor<1x1x3x2xf32>
  %2 = weft.constant dense<1.0> : tensor<1x1x4x2xf32>
  weft.return %0, %1, %2 : tensor<1x1x1x2xf32>, tensor<1x1x3x2xf32>, tensor<1x1x4x2xf32>
}

weft.func @test_conv_outputs(%a0: tensor<?x?x?xf32>, %a1: tensor<2x?x?xf32>) -> (tensor<?x?x?xf32>) attributes {weft.error = "expected outputs that 2 groups divide, found 3"} {
  %r0 = weft.conv %a0, %a1 {strides = array<i64: 1>, dilations = array<i64: 1>, input_dilations = array<i64: 1>, padding = array<i64: 0, 0>, groups = 2 : i64} : (tensor<?x?x?xf32>, tensor<2x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_conv_outputs() -> (tensor<1x4x2xf32>, tensor<2x1x3xf32>) {
  %0 = weft.constant dense<1.0> : tensor<1x4x2xf32>
  %1 = weft.constant dense<1.0> : tensor<2x1x3xf32>
  weft.return %0, %1 : tensor<1x4x2xf32>, tensor<2x1x3xf32>
}

weft.func @test_attention_lengths(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) attributes {weft.error = "expected key and value of one size in dimension 2, found 2 and 3"} {
  %r0 = weft.attention %a0, %a1, %a2 {scale = 1.0 : f32} : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_attention_lengths() -> (tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x1x3x2xf32>) {
  %0 = weft.constant dense<1.0> : tensor<1x1x2x2xf32>
  %1 = weft.constant dense<1.0> : tensor<1x1x2x2xf32>
  %2 = weft.constant dense<1.0> : tensor<1x1x3x2xf32>
  weft.return %0, %1, %2 : tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x1x3x2xf32>
}

weft.func @test_attention_past(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>, %a3: tensor<?x?x?x?xf32>, %a4: tensor<?x?x?x?xf32>) -> (tensor<?x?x?x?xf32>) attributes {weft.error = "expected past key and key of one size in dimension 3, found 3 and 2"} {
  %r0 = weft.attention %a0, %a1, %a2 past %a3, %a4 {scale = 1.0 : f32} : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_attention_past() -> (tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x3xf32>, tensor<1x1x2x2xf32>) {
  %0 = weft.constant dense<1.0> : tensor<1x1x2x2xf32>
  %1 = weft.constant dense<1.0> : tensor<1x1x2x2xf32>
  %2 = weft.constant dense<1.0> : tensor<1x1x2x2xf32>
  %3 = weft.constant dense<1.0> : tensor<1x1x2x3xf32>
  %4 = weft.constant dense<1.0> : tensor<1x1x2x2xf32>
  weft.return %0, %1, %2, %3, %4 : tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x3xf32>, tensor<1x1x2x2xf32>
}

weft.func @test_attention_mask(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>, %a3: tensor<?x?xf32>) -> (tensor<?x?x?x?xf32>) attributes {weft.error = "expected a mask of size 1 or 2 in dimension 3 of the scores, found 3"} {
  %r0 = weft.attention %a0, %a1, %a2 mask %a3 {scale = 1.0 : f32} : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?xf32>) -> tensor<?x?x?x?xf32>
  weft.return %r0 : tensor<?x?x?x?xf32>
}
weft.func @inputs_attention_mask() -> (tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<2x3xf32>) {
  %0 = weft.constant dense<1.0> : tensor<1x1x2x2xf32>
  %1 = weft.constant dense<1.0> : tensor<1x1x2x2xf32>
  %2 = weft.constant dense<1.0> : tensor<1x1x2x2xf32>
  %3 = weft.constant dense<1.0> : tensor<2x3xf32>
  weft.return %0, %1, %2, %3 : tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<2x3xf32>
}

weft.func @test_gather_elements_larger(%a0: tensor<?x?xf32>, %a1: tensor<?x?xi64>) -> (tensor<?x?xf32>) attributes {weft.error = "expected indices no larger than the data in dimension 1, found sizes 3 and 2"} {
  %r0 = weft.gather_elements %a0, %a1 {dim = 0 : i64} : (tensor<?x?xf32>, tensor<?x?xi64>) -> tensor<?x?xf32>
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_gather_elements_larger() -> (tensor<2x2xf32>, tensor<1x3xi64>) {
  %0 = weft.constant dense<1.0> : tensor<2x2xf32>
  %1 = weft.constant dense<0> : tensor<1x3xi64>
  weft.return %0, %1 : tensor<2x2xf32>, tensor<1x3xi64>
}

weft.func @test_resize_empty(%a0: tensor<?xf32>, %a1: tensor<1xi64>, %a2: tensor<1xf32>) -> (tensor<?xf32>) attributes {weft.error = "expected at least one element in dimension 0 to make 2 of"} {
  %r0 = weft.resize linear %a0, %a1, %a2 {dims = array<i64: 0>, coordinates = #weft<coordinates half_pixel>} : (tensor<?xf32>, tensor<1xi64>, tensor<1xf32>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_resize_empty() -> (tensor<0xf32>, tensor<1xi64>, tensor<1xf32>) {
  %0 = weft.constant dense<1.0> : tensor<0xf32>
  %1 = weft.constant dense<2> : tensor<1xi64>
  %2 = weft.constant dense<1.0> : tensor<1xf32>
  weft.return %0, %1, %2 : tensor<0xf32>, tensor<1xi64>, tensor<1xf32>
}

weft.func @test_slice_counts(%a0: tensor<?xf32>, %a1: tensor<?xi64>, %a2: tensor<1xi64>) -> (tensor<?xf32>) attributes {weft.error = "expected a list of 1 numbers, found one of 2"} {
  %r0 = weft.slice %a0, %a1, %a2, %a2 {dims = array<i64: 0>} : (tensor<?xf32>, tensor<?xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_slice_counts() -> (tensor<3xf32>, tensor<2xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<0> : tensor<2xi64>
  %2 = weft.constant dense<1> : tensor<1xi64>
  weft.return %0, %1, %2 : tensor<3xf32>, tensor<2xi64>, tensor<1xi64>
}

weft.func @test_tile_negative(%a0: tensor<?xf32>, %a1: tensor<1xi64>) -> (tensor<?xf32>) attributes {weft.error = "expected a count of at least 0 for dimension 0, found -1"} {
  %r0 = weft.tile %a0, %a1 : (tensor<?xf32>, tensor<1xi64>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_tile_negative() -> (tensor<3xf32>, tensor<1xi64>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<-1> : tensor<1xi64>
  weft.return %0, %1 : tensor<3xf32>, tensor<1xi64>
}

weft.func @test_pad_counts(%a0: tensor<?xf32>, %a1: tensor<?xi64>, %a2: tensor<f32>) -> (tensor<?xf32>) attributes {weft.error = "expected a list of 1 numbers, found one of 2"} {
  %r0 = weft.pad constant %a0, %a1, %a1, %a2 : (tensor<?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<f32>) -> tensor<?xf32>
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_pad_counts() -> (tensor<3xf32>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  %1 = weft.constant dense<1> : tensor<2xi64>
  %2 = weft.constant dense<0.0> : tensor<f32>
  weft.return %0, %1, %2 : tensor<3xf32>, tensor<2xi64>, tensor<f32>
}

weft.func @test_result_type(%a0: tensor<?xf32>) -> (tensor<2xf32>) attributes {weft.error = "expected dimension 0 of result 0 to have size 2, found 3"} {
  %s = weft.constant dense<[-1]> : tensor<1xi64>
  %r0 = weft.reshape %a0, %s : (tensor<?xf32>, tensor<1xi64>) -> tensor<2xf32>
  weft.return %r0 : tensor<2xf32>
}
weft.func @inputs_result_type() -> (tensor<3xf32>) {
  %0 = weft.constant dense<1.0> : tensor<3xf32>
  weft.return %0 : tensor<3xf32>
}
