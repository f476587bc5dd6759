// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Shapes as data, and data movement. Made by generate.py.

weft.func @test_shape(%a0: tensor<2x3x4xf32>) -> (tensor<3xi64>) {
  %r0 = weft.shape %a0 : (tensor<2x3x4xf32>) -> (tensor<3xi64>)
  weft.return %r0 : tensor<3xi64>
}
weft.func @test_shape.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?xi64>) {
  %r0 = weft.shape %a0 : (tensor<?x?x?xf32>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_shape() -> (tensor<2x3x4xf32>) {
  %0 = weft.constant dense<[[[-0.033858687, -0.52513003, -0.3139347, 1.4066716], [0.7260483, 0.72099316, 1.9361842, -1.1286986], [0.031581715, -1.6299253, -0.42883506, 1.8014063]], [[-1.6563188, 1.0308911, 1.4617367, 0.035784736], [1.1904428, -0.23581742, -0.58658254, 0.022923294], [-1.2210269, -0.7700547, -0.7784952, 1.9536349]]]> : tensor<2x3x4xf32>
  weft.return %0 : tensor<2x3x4xf32>
}
weft.func @expected_shape() -> (tensor<3xi64>) {
  %0 = weft.constant dense<[2, 3, 4]> : tensor<3xi64>
  weft.return %0 : tensor<3xi64>
}
weft.func @test_shape_scalar(%a0: tensor<f32>) -> (tensor<0xi64>) {
  %r0 = weft.shape %a0 : (tensor<f32>) -> (tensor<0xi64>)
  weft.return %r0 : tensor<0xi64>
}
weft.func @inputs_shape_scalar() -> (tensor<f32>) {
  %0 = weft.constant dense<1.0> : tensor<f32>
  weft.return %0 : tensor<f32>
}
weft.func @expected_shape_scalar() -> (tensor<0xi64>) {
  %0 = weft.constant dense<> : tensor<0xi64>
  weft.return %0 : tensor<0xi64>
}
weft.func @test_dim(%a0: tensor<2x3x4xf32>) -> (tensor<i64>) {
  %r0 = weft.dim %a0 {dim = 1 : i64} : (tensor<2x3x4xf32>) -> (tensor<i64>)
  weft.return %r0 : tensor<i64>
}
weft.func @test_dim.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<i64>) {
  %r0 = weft.dim %a0 {dim = 1 : i64} : (tensor<?x?x?xf32>) -> (tensor<i64>)
  weft.return %r0 : tensor<i64>
}
weft.func @inputs_dim() -> (tensor<2x3x4xf32>) {
  %0 = weft.constant dense<[[[-0.033858687, -0.52513003, -0.3139347, 1.4066716], [0.7260483, 0.72099316, 1.9361842, -1.1286986], [0.031581715, -1.6299253, -0.42883506, 1.8014063]], [[-1.6563188, 1.0308911, 1.4617367, 0.035784736], [1.1904428, -0.23581742, -0.58658254, 0.022923294], [-1.2210269, -0.7700547, -0.7784952, 1.9536349]]]> : tensor<2x3x4xf32>
  weft.return %0 : tensor<2x3x4xf32>
}
weft.func @expected_dim() -> (tensor<i64>) {
  %0 = weft.constant dense<3> : tensor<i64>
  weft.return %0 : tensor<i64>
}
weft.func @test_iota_0(%a0: tensor<i64>) -> (tensor<0xi64>) {
  %r0 = weft.iota %a0 : (tensor<i64>) -> (tensor<0xi64>)
  weft.return %r0 : tensor<0xi64>
}
weft.func @test_iota_0.dynamic(%a0: tensor<i64>) -> (tensor<?xi64>) {
  %r0 = weft.iota %a0 : (tensor<i64>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_iota_0() -> (tensor<i64>) {
  %0 = weft.constant dense<0> : tensor<i64>
  weft.return %0 : tensor<i64>
}
weft.func @expected_iota_0() -> (tensor<0xi64>) {
  %0 = weft.constant dense<> : tensor<0xi64>
  weft.return %0 : tensor<0xi64>
}
weft.func @test_iota_1(%a0: tensor<i64>) -> (tensor<1xi64>) {
  %r0 = weft.iota %a0 : (tensor<i64>) -> (tensor<1xi64>)
  weft.return %r0 : tensor<1xi64>
}
weft.func @test_iota_1.dynamic(%a0: tensor<i64>) -> (tensor<?xi64>) {
  %r0 = weft.iota %a0 : (tensor<i64>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_iota_1() -> (tensor<i64>) {
  %0 = weft.constant dense<1> : tensor<i64>
  weft.return %0 : tensor<i64>
}
weft.func @expected_iota_1() -> (tensor<1xi64>) {
  %0 = weft.constant dense<[0]> : tensor<1xi64>
  weft.return %0 : tensor<1xi64>
}
weft.func @test_iota_7(%a0: tensor<i64>) -> (tensor<7xi64>) {
  %r0 = weft.iota %a0 : (tensor<i64>) -> (tensor<7xi64>)
  weft.return %r0 : tensor<7xi64>
}
weft.func @test_iota_7.dynamic(%a0: tensor<i64>) -> (tensor<?xi64>) {
  %r0 = weft.iota %a0 : (tensor<i64>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_iota_7() -> (tensor<i64>) {
  %0 = weft.constant dense<7> : tensor<i64>
  weft.return %0 : tensor<i64>
}
weft.func @expected_iota_7() -> (tensor<7xi64>) {
  %0 = weft.constant dense<[0, 1, 2, 3, 4, 5, 6]> : tensor<7xi64>
  weft.return %0 : tensor<7xi64>
}
weft.func @test_iota_minus3(%a0: tensor<i64>) -> (tensor<0xi64>) {
  %r0 = weft.iota %a0 : (tensor<i64>) -> (tensor<0xi64>)
  weft.return %r0 : tensor<0xi64>
}
weft.func @test_iota_minus3.dynamic(%a0: tensor<i64>) -> (tensor<?xi64>) {
  %r0 = weft.iota %a0 : (tensor<i64>) -> (tensor<?xi64>)
  weft.return %r0 : tensor<?xi64>
}
weft.func @inputs_iota_minus3() -> (tensor<i64>) {
  %0 = weft.constant dense<-3> : tensor<i64>
  weft.return %0 : tensor<i64>
}
weft.func @expected_iota_minus3() -> (tensor<0xi64>) {
  %0 = weft.constant dense<> : tensor<0xi64>
  weft.return %0 : tensor<0xi64>
}
weft.func @test_reshape_flat(%a0: tensor<2x3x4xf32>, %a1: tensor<1xi64>) -> (tensor<24xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<2x3x4xf32>, tensor<1xi64>) -> (tensor<24xf32>)
  weft.return %r0 : tensor<24xf32>
}
weft.func @test_reshape_flat.dynamic(%a0: tensor<?x?x?xf32>, %a1: tensor<1xi64>) -> (tensor<?xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<?x?x?xf32>, tensor<1xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_reshape_flat() -> (tensor<2x3x4xf32>, tensor<1xi64>) {
  %0 = weft.constant dense<[[[-0.033858687, -0.52513003, -0.3139347, 1.4066716], [0.7260483, 0.72099316, 1.9361842, -1.1286986], [0.031581715, -1.6299253, -0.42883506, 1.8014063]], [[-1.6563188, 1.0308911, 1.4617367, 0.035784736], [1.1904428, -0.23581742, -0.58658254, 0.022923294], [-1.2210269, -0.7700547, -0.7784952, 1.9536349]]]> : tensor<2x3x4xf32>
  %1 = weft.constant dense<[24]> : tensor<1xi64>
  weft.return %0, %1 : tensor<2x3x4xf32>, tensor<1xi64>
}
weft.func @expected_reshape_flat() -> (tensor<24xf32>) {
  %0 = weft.constant dense<[-0.033858687, -0.52513003, -0.3139347, 1.4066716, 0.7260483, 0.72099316, 1.9361842, -1.1286986, 0.031581715, -1.6299253, -0.42883506, 1.8014063, -1.6563188, 1.0308911, 1.4617367, 0.035784736, 1.1904428, -0.23581742, -0.58658254, 0.022923294, -1.2210269, -0.7700547, -0.7784952, 1.9536349]> : tensor<24xf32>
  weft.return %0 : tensor<24xf32>
}
weft.func @test_reshape_inferred(%a0: tensor<2x3x4xf32>, %a1: tensor<2xi64>) -> (tensor<4x6xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<2x3x4xf32>, tensor<2xi64>) -> (tensor<4x6xf32>)
  weft.return %r0 : tensor<4x6xf32>
}
weft.func @test_reshape_inferred.dynamic(%a0: tensor<?x?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<?x?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reshape_inferred() -> (tensor<2x3x4xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<[[[-0.033858687, -0.52513003, -0.3139347, 1.4066716], [0.7260483, 0.72099316, 1.9361842, -1.1286986], [0.031581715, -1.6299253, -0.42883506, 1.8014063]], [[-1.6563188, 1.0308911, 1.4617367, 0.035784736], [1.1904428, -0.23581742, -0.58658254, 0.022923294], [-1.2210269, -0.7700547, -0.7784952, 1.9536349]]]> : tensor<2x3x4xf32>
  %1 = weft.constant dense<[4, -1]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3x4xf32>, tensor<2xi64>
}
weft.func @expected_reshape_inferred() -> (tensor<4x6xf32>) {
  %0 = weft.constant dense<[[-0.033858687, -0.52513003, -0.3139347, 1.4066716, 0.7260483, 0.72099316], [1.9361842, -1.1286986, 0.031581715, -1.6299253, -0.42883506, 1.8014063], [-1.6563188, 1.0308911, 1.4617367, 0.035784736, 1.1904428, -0.23581742], [-0.58658254, 0.022923294, -1.2210269, -0.7700547, -0.7784952, 1.9536349]]> : tensor<4x6xf32>
  weft.return %0 : tensor<4x6xf32>
}
weft.func @test_reshape_scalar(%a0: tensor<f32>, %a1: tensor<2xi64>) -> (tensor<1x1xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<f32>, tensor<2xi64>) -> (tensor<1x1xf32>)
  weft.return %r0 : tensor<1x1xf32>
}
weft.func @test_reshape_scalar.dynamic(%a0: tensor<f32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<f32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reshape_scalar() -> (tensor<f32>, tensor<2xi64>) {
  %0 = weft.constant dense<3.0> : tensor<f32>
  %1 = weft.constant dense<[-1, 1]> : tensor<2xi64>
  weft.return %0, %1 : tensor<f32>, tensor<2xi64>
}
weft.func @expected_reshape_scalar() -> (tensor<1x1xf32>) {
  %0 = weft.constant dense<[[3.0]]> : tensor<1x1xf32>
  weft.return %0 : tensor<1x1xf32>
}
weft.func @test_reshape_five(%a0: tensor<2x3x4xf32>, %a1: tensor<5xi64>) -> (tensor<1x2x3x1x4xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<2x3x4xf32>, tensor<5xi64>) -> (tensor<1x2x3x1x4xf32>)
  weft.return %r0 : tensor<1x2x3x1x4xf32>
}
weft.func @test_reshape_five.dynamic(%a0: tensor<?x?x?xf32>, %a1: tensor<5xi64>) -> (tensor<?x?x?x?x?xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<?x?x?xf32>, tensor<5xi64>) -> (tensor<?x?x?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?x?x?xf32>
}
weft.func @inputs_reshape_five() -> (tensor<2x3x4xf32>, tensor<5xi64>) {
  %0 = weft.constant dense<[[[-0.033858687, -0.52513003, -0.3139347, 1.4066716], [0.7260483, 0.72099316, 1.9361842, -1.1286986], [0.031581715, -1.6299253, -0.42883506, 1.8014063]], [[-1.6563188, 1.0308911, 1.4617367, 0.035784736], [1.1904428, -0.23581742, -0.58658254, 0.022923294], [-1.2210269, -0.7700547, -0.7784952, 1.9536349]]]> : tensor<2x3x4xf32>
  %1 = weft.constant dense<[1, 2, -1, 1, 4]> : tensor<5xi64>
  weft.return %0, %1 : tensor<2x3x4xf32>, tensor<5xi64>
}
weft.func @expected_reshape_five() -> (tensor<1x2x3x1x4xf32>) {
  %0 = weft.constant dense<[[[[[-0.033858687, -0.52513003, -0.3139347, 1.4066716]], [[0.7260483, 0.72099316, 1.9361842, -1.1286986]], [[0.031581715, -1.6299253, -0.42883506, 1.8014063]]], [[[-1.6563188, 1.0308911, 1.4617367, 0.035784736]], [[1.1904428, -0.23581742, -0.58658254, 0.022923294]], [[-1.2210269, -0.7700547, -0.7784952, 1.9536349]]]]]> : tensor<1x2x3x1x4xf32>
  weft.return %0 : tensor<1x2x3x1x4xf32>
}
weft.func @test_reshape_static(%a0: tensor<2x3x4xf32>) -> (tensor<6x4xf32>) {
  %r0 = weft.reshape %a0 : (tensor<2x3x4xf32>) -> (tensor<6x4xf32>)
  weft.return %r0 : tensor<6x4xf32>
}
weft.func @inputs_reshape_static() -> (tensor<2x3x4xf32>) {
  %0 = weft.constant dense<[[[-0.033858687, -0.52513003, -0.3139347, 1.4066716], [0.7260483, 0.72099316, 1.9361842, -1.1286986], [0.031581715, -1.6299253, -0.42883506, 1.8014063]], [[-1.6563188, 1.0308911, 1.4617367, 0.035784736], [1.1904428, -0.23581742, -0.58658254, 0.022923294], [-1.2210269, -0.7700547, -0.7784952, 1.9536349]]]> : tensor<2x3x4xf32>
  weft.return %0 : tensor<2x3x4xf32>
}
weft.func @expected_reshape_static() -> (tensor<6x4xf32>) {
  %0 = weft.constant dense<[[-0.033858687, -0.52513003, -0.3139347, 1.4066716], [0.7260483, 0.72099316, 1.9361842, -1.1286986], [0.031581715, -1.6299253, -0.42883506, 1.8014063], [-1.6563188, 1.0308911, 1.4617367, 0.035784736], [1.1904428, -0.23581742, -0.58658254, 0.022923294], [-1.2210269, -0.7700547, -0.7784952, 1.9536349]]> : tensor<6x4xf32>
  weft.return %0 : tensor<6x4xf32>
}
weft.func @test_reshape_empty(%a0: tensor<0x3xf32>, %a1: tensor<2xi64>) -> (tensor<3x0xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<0x3xf32>, tensor<2xi64>) -> (tensor<3x0xf32>)
  weft.return %r0 : tensor<3x0xf32>
}
weft.func @test_reshape_empty.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.reshape %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_reshape_empty() -> (tensor<0x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<> : tensor<0x3xf32>
  %1 = weft.constant dense<[3, 0]> : tensor<2xi64>
  weft.return %0, %1 : tensor<0x3xf32>, tensor<2xi64>
}
weft.func @expected_reshape_empty() -> (tensor<3x0xf32>) {
  %0 = weft.constant dense<> : tensor<3x0xf32>
  weft.return %0 : tensor<3x0xf32>
}
weft.func @test_broadcast_rows(%a0: tensor<4x1xf32>, %a1: tensor<3xi64>) -> (tensor<2x4x3xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<4x1xf32>, tensor<3xi64>) -> (tensor<2x4x3xf32>)
  weft.return %r0 : tensor<2x4x3xf32>
}
weft.func @test_broadcast_rows.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<3xi64>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<?x?xf32>, tensor<3xi64>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_broadcast_rows() -> (tensor<4x1xf32>, tensor<3xi64>) {
  %0 = weft.constant dense<[[-0.6593476], [-1.0845256], [1.7590685], [-1.4456707]]> : tensor<4x1xf32>
  %1 = weft.constant dense<[2, 4, 3]> : tensor<3xi64>
  weft.return %0, %1 : tensor<4x1xf32>, tensor<3xi64>
}
weft.func @expected_broadcast_rows() -> (tensor<2x4x3xf32>) {
  %0 = weft.constant dense<[[[-0.6593476, -0.6593476, -0.6593476], [-1.0845256, -1.0845256, -1.0845256], [1.7590685, 1.7590685, 1.7590685], [-1.4456707, -1.4456707, -1.4456707]], [[-0.6593476, -0.6593476, -0.6593476], [-1.0845256, -1.0845256, -1.0845256], [1.7590685, 1.7590685, 1.7590685], [-1.4456707, -1.4456707, -1.4456707]]]> : tensor<2x4x3xf32>
  weft.return %0 : tensor<2x4x3xf32>
}
weft.func @test_broadcast_smaller(%a0: tensor<2x3xf32>, %a1: tensor<2xi64>) -> (tensor<2x3xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<2x3xf32>)
  weft.return %r0 : tensor<2x3xf32>
}
weft.func @test_broadcast_smaller.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_broadcast_smaller() -> (tensor<2x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<[[1.863205, 1.4132456, 0.5882343], [-0.28876835, -1.2110388, -1.5751874]]> : tensor<2x3xf32>
  %1 = weft.constant dense<[1, 1]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2xi64>
}
weft.func @expected_broadcast_smaller() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[1.863205, 1.4132456, 0.5882343], [-0.28876835, -1.2110388, -1.5751874]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @test_broadcast_scalar(%a0: tensor<f32>, %a1: tensor<2xi64>) -> (tensor<2x2xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<f32>, tensor<2xi64>) -> (tensor<2x2xf32>)
  weft.return %r0 : tensor<2x2xf32>
}
weft.func @test_broadcast_scalar.dynamic(%a0: tensor<f32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<f32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_broadcast_scalar() -> (tensor<f32>, tensor<2xi64>) {
  %0 = weft.constant dense<-1.5852985> : tensor<f32>
  %1 = weft.constant dense<[2, 2]> : tensor<2xi64>
  weft.return %0, %1 : tensor<f32>, tensor<2xi64>
}
weft.func @expected_broadcast_scalar() -> (tensor<2x2xf32>) {
  %0 = weft.constant dense<[[-1.5852985, -1.5852985], [-1.5852985, -1.5852985]]> : tensor<2x2xf32>
  weft.return %0 : tensor<2x2xf32>
}
weft.func @test_broadcast_same(%a0: tensor<3xf32>, %a1: tensor<1xi64>) -> (tensor<3xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<3xf32>, tensor<1xi64>) -> (tensor<3xf32>)
  weft.return %r0 : tensor<3xf32>
}
weft.func @test_broadcast_same.dynamic(%a0: tensor<?xf32>, %a1: tensor<1xi64>) -> (tensor<?xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<?xf32>, tensor<1xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_broadcast_same() -> (tensor<3xf32>, tensor<1xi64>) {
  %0 = weft.constant dense<[-0.60343236, -0.37140647, 1.6948407]> : tensor<3xf32>
  %1 = weft.constant dense<[3]> : tensor<1xi64>
  weft.return %0, %1 : tensor<3xf32>, tensor<1xi64>
}
weft.func @expected_broadcast_same() -> (tensor<3xf32>) {
  %0 = weft.constant dense<[-0.60343236, -0.37140647, 1.6948407]> : tensor<3xf32>
  weft.return %0 : tensor<3xf32>
}
weft.func @test_broadcast_empty(%a0: tensor<1x3xf32>, %a1: tensor<2xi64>) -> (tensor<0x3xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<1x3xf32>, tensor<2xi64>) -> (tensor<0x3xf32>)
  weft.return %r0 : tensor<0x3xf32>
}
weft.func @test_broadcast_empty.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.broadcast %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_broadcast_empty() -> (tensor<1x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<[[0.14490964, 1.9625231, 0.8835526]]> : tensor<1x3xf32>
  %1 = weft.constant dense<[0, 3]> : tensor<2xi64>
  weft.return %0, %1 : tensor<1x3xf32>, tensor<2xi64>
}
weft.func @expected_broadcast_empty() -> (tensor<0x3xf32>) {
  %0 = weft.constant dense<> : tensor<0x3xf32>
  weft.return %0 : tensor<0x3xf32>
}
weft.func @test_transpose_f32_012(%a0: tensor<2x3x5xf32>) -> (tensor<2x3x5xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 1, 2>} : (tensor<2x3x5xf32>) -> (tensor<2x3x5xf32>)
  weft.return %r0 : tensor<2x3x5xf32>
}
weft.func @test_transpose_f32_012.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 1, 2>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_transpose_f32_012() -> (tensor<2x3x5xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.21426928, -1.362518, -1.8431897, 1.7751486], [-0.64858395, -1.241656, -1.5928334, 0.60856295, -0.15540385], [-1.9532963, 0.86072534, -0.9732829, 1.122232, -0.045576908]], [[0.14232405, -0.17120838, 0.70392764, 1.9601806, 1.1914905], [-1.7235925, -0.020791143, -1.0628495, -1.5904043, -1.2192979], [-1.0075427, 1.8389119, 0.9794588, 1.4118769, 0.7952894]]]> : tensor<2x3x5xf32>
  weft.return %0 : tensor<2x3x5xf32>
}
weft.func @expected_transpose_f32_012() -> (tensor<2x3x5xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.21426928, -1.362518, -1.8431897, 1.7751486], [-0.64858395, -1.241656, -1.5928334, 0.60856295, -0.15540385], [-1.9532963, 0.86072534, -0.9732829, 1.122232, -0.045576908]], [[0.14232405, -0.17120838, 0.70392764, 1.9601806, 1.1914905], [-1.7235925, -0.020791143, -1.0628495, -1.5904043, -1.2192979], [-1.0075427, 1.8389119, 0.9794588, 1.4118769, 0.7952894]]]> : tensor<2x3x5xf32>
  weft.return %0 : tensor<2x3x5xf32>
}
weft.func @test_transpose_f32_021(%a0: tensor<2x3x5xf32>) -> (tensor<2x5x3xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x5xf32>) -> (tensor<2x5x3xf32>)
  weft.return %r0 : tensor<2x5x3xf32>
}
weft.func @test_transpose_f32_021.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 2, 1>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_transpose_f32_021() -> (tensor<2x3x5xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.21426928, -1.362518, -1.8431897, 1.7751486], [-0.64858395, -1.241656, -1.5928334, 0.60856295, -0.15540385], [-1.9532963, 0.86072534, -0.9732829, 1.122232, -0.045576908]], [[0.14232405, -0.17120838, 0.70392764, 1.9601806, 1.1914905], [-1.7235925, -0.020791143, -1.0628495, -1.5904043, -1.2192979], [-1.0075427, 1.8389119, 0.9794588, 1.4118769, 0.7952894]]]> : tensor<2x3x5xf32>
  weft.return %0 : tensor<2x3x5xf32>
}
weft.func @expected_transpose_f32_021() -> (tensor<2x5x3xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, -0.64858395, -1.9532963], [0.21426928, -1.241656, 0.86072534], [-1.362518, -1.5928334, -0.9732829], [-1.8431897, 0.60856295, 1.122232], [1.7751486, -0.15540385, -0.045576908]], [[0.14232405, -1.7235925, -1.0075427], [-0.17120838, -0.020791143, 1.8389119], [0.70392764, -1.0628495, 0.9794588], [1.9601806, -1.5904043, 1.4118769], [1.1914905, -1.2192979, 0.7952894]]]> : tensor<2x5x3xf32>
  weft.return %0 : tensor<2x5x3xf32>
}
weft.func @test_transpose_f32_102(%a0: tensor<2x3x5xf32>) -> (tensor<3x2x5xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 0, 2>} : (tensor<2x3x5xf32>) -> (tensor<3x2x5xf32>)
  weft.return %r0 : tensor<3x2x5xf32>
}
weft.func @test_transpose_f32_102.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 0, 2>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_transpose_f32_102() -> (tensor<2x3x5xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.21426928, -1.362518, -1.8431897, 1.7751486], [-0.64858395, -1.241656, -1.5928334, 0.60856295, -0.15540385], [-1.9532963, 0.86072534, -0.9732829, 1.122232, -0.045576908]], [[0.14232405, -0.17120838, 0.70392764, 1.9601806, 1.1914905], [-1.7235925, -0.020791143, -1.0628495, -1.5904043, -1.2192979], [-1.0075427, 1.8389119, 0.9794588, 1.4118769, 0.7952894]]]> : tensor<2x3x5xf32>
  weft.return %0 : tensor<2x3x5xf32>
}
weft.func @expected_transpose_f32_102() -> (tensor<3x2x5xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.21426928, -1.362518, -1.8431897, 1.7751486], [0.14232405, -0.17120838, 0.70392764, 1.9601806, 1.1914905]], [[-0.64858395, -1.241656, -1.5928334, 0.60856295, -0.15540385], [-1.7235925, -0.020791143, -1.0628495, -1.5904043, -1.2192979]], [[-1.9532963, 0.86072534, -0.9732829, 1.122232, -0.045576908], [-1.0075427, 1.8389119, 0.9794588, 1.4118769, 0.7952894]]]> : tensor<3x2x5xf32>
  weft.return %0 : tensor<3x2x5xf32>
}
weft.func @test_transpose_f32_120(%a0: tensor<2x3x5xf32>) -> (tensor<3x5x2xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 2, 0>} : (tensor<2x3x5xf32>) -> (tensor<3x5x2xf32>)
  weft.return %r0 : tensor<3x5x2xf32>
}
weft.func @test_transpose_f32_120.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 2, 0>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_transpose_f32_120() -> (tensor<2x3x5xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.21426928, -1.362518, -1.8431897, 1.7751486], [-0.64858395, -1.241656, -1.5928334, 0.60856295, -0.15540385], [-1.9532963, 0.86072534, -0.9732829, 1.122232, -0.045576908]], [[0.14232405, -0.17120838, 0.70392764, 1.9601806, 1.1914905], [-1.7235925, -0.020791143, -1.0628495, -1.5904043, -1.2192979], [-1.0075427, 1.8389119, 0.9794588, 1.4118769, 0.7952894]]]> : tensor<2x3x5xf32>
  weft.return %0 : tensor<2x3x5xf32>
}
weft.func @expected_transpose_f32_120() -> (tensor<3x5x2xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.14232405], [0.21426928, -0.17120838], [-1.362518, 0.70392764], [-1.8431897, 1.9601806], [1.7751486, 1.1914905]], [[-0.64858395, -1.7235925], [-1.241656, -0.020791143], [-1.5928334, -1.0628495], [0.60856295, -1.5904043], [-0.15540385, -1.2192979]], [[-1.9532963, -1.0075427], [0.86072534, 1.8389119], [-0.9732829, 0.9794588], [1.122232, 1.4118769], [-0.045576908, 0.7952894]]]> : tensor<3x5x2xf32>
  weft.return %0 : tensor<3x5x2xf32>
}
weft.func @test_transpose_f32_201(%a0: tensor<2x3x5xf32>) -> (tensor<5x2x3xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x5xf32>) -> (tensor<5x2x3xf32>)
  weft.return %r0 : tensor<5x2x3xf32>
}
weft.func @test_transpose_f32_201.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 0, 1>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_transpose_f32_201() -> (tensor<2x3x5xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.21426928, -1.362518, -1.8431897, 1.7751486], [-0.64858395, -1.241656, -1.5928334, 0.60856295, -0.15540385], [-1.9532963, 0.86072534, -0.9732829, 1.122232, -0.045576908]], [[0.14232405, -0.17120838, 0.70392764, 1.9601806, 1.1914905], [-1.7235925, -0.020791143, -1.0628495, -1.5904043, -1.2192979], [-1.0075427, 1.8389119, 0.9794588, 1.4118769, 0.7952894]]]> : tensor<2x3x5xf32>
  weft.return %0 : tensor<2x3x5xf32>
}
weft.func @expected_transpose_f32_201() -> (tensor<5x2x3xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, -0.64858395, -1.9532963], [0.14232405, -1.7235925, -1.0075427]], [[0.21426928, -1.241656, 0.86072534], [-0.17120838, -0.020791143, 1.8389119]], [[-1.362518, -1.5928334, -0.9732829], [0.70392764, -1.0628495, 0.9794588]], [[-1.8431897, 0.60856295, 1.122232], [1.9601806, -1.5904043, 1.4118769]], [[1.7751486, -0.15540385, -0.045576908], [1.1914905, -1.2192979, 0.7952894]]]> : tensor<5x2x3xf32>
  weft.return %0 : tensor<5x2x3xf32>
}
weft.func @test_transpose_f32_210(%a0: tensor<2x3x5xf32>) -> (tensor<5x3x2xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 1, 0>} : (tensor<2x3x5xf32>) -> (tensor<5x3x2xf32>)
  weft.return %r0 : tensor<5x3x2xf32>
}
weft.func @test_transpose_f32_210.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 1, 0>} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_transpose_f32_210() -> (tensor<2x3x5xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.21426928, -1.362518, -1.8431897, 1.7751486], [-0.64858395, -1.241656, -1.5928334, 0.60856295, -0.15540385], [-1.9532963, 0.86072534, -0.9732829, 1.122232, -0.045576908]], [[0.14232405, -0.17120838, 0.70392764, 1.9601806, 1.1914905], [-1.7235925, -0.020791143, -1.0628495, -1.5904043, -1.2192979], [-1.0075427, 1.8389119, 0.9794588, 1.4118769, 0.7952894]]]> : tensor<2x3x5xf32>
  weft.return %0 : tensor<2x3x5xf32>
}
weft.func @expected_transpose_f32_210() -> (tensor<5x3x2xf32>) {
  %0 = weft.constant dense<[[[-1.4148217, 0.14232405], [-0.64858395, -1.7235925], [-1.9532963, -1.0075427]], [[0.21426928, -0.17120838], [-1.241656, -0.020791143], [0.86072534, 1.8389119]], [[-1.362518, 0.70392764], [-1.5928334, -1.0628495], [-0.9732829, 0.9794588]], [[-1.8431897, 1.9601806], [0.60856295, -1.5904043], [1.122232, 1.4118769]], [[1.7751486, 1.1914905], [-0.15540385, -1.2192979], [-0.045576908, 0.7952894]]]> : tensor<5x3x2xf32>
  weft.return %0 : tensor<5x3x2xf32>
}
weft.func @test_transpose_i8_012(%a0: tensor<2x3x5xi8>) -> (tensor<2x3x5xi8>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 1, 2>} : (tensor<2x3x5xi8>) -> (tensor<2x3x5xi8>)
  weft.return %r0 : tensor<2x3x5xi8>
}
weft.func @inputs_transpose_i8_012() -> (tensor<2x3x5xi8>) {
  %0 = weft.constant dense<[[[0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0, 1, 1, 0]], [[1, 0, 0, 0, 1], [1, 1, 1, 0, 1], [1, 0, 0, 0, 0]]]> : tensor<2x3x5xi8>
  weft.return %0 : tensor<2x3x5xi8>
}
weft.func @expected_transpose_i8_012() -> (tensor<2x3x5xi8>) {
  %0 = weft.constant dense<[[[0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0, 1, 1, 0]], [[1, 0, 0, 0, 1], [1, 1, 1, 0, 1], [1, 0, 0, 0, 0]]]> : tensor<2x3x5xi8>
  weft.return %0 : tensor<2x3x5xi8>
}
weft.func @test_transpose_i8_021(%a0: tensor<2x3x5xi8>) -> (tensor<2x5x3xi8>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x5xi8>) -> (tensor<2x5x3xi8>)
  weft.return %r0 : tensor<2x5x3xi8>
}
weft.func @inputs_transpose_i8_021() -> (tensor<2x3x5xi8>) {
  %0 = weft.constant dense<[[[0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0, 1, 1, 0]], [[1, 0, 0, 0, 1], [1, 1, 1, 0, 1], [1, 0, 0, 0, 0]]]> : tensor<2x3x5xi8>
  weft.return %0 : tensor<2x3x5xi8>
}
weft.func @expected_transpose_i8_021() -> (tensor<2x5x3xi8>) {
  %0 = weft.constant dense<[[[0, 1, 0], [0, 0, 0], [0, 0, 1], [1, 0, 1], [0, 0, 0]], [[1, 1, 1], [0, 1, 0], [0, 1, 0], [0, 0, 0], [1, 1, 0]]]> : tensor<2x5x3xi8>
  weft.return %0 : tensor<2x5x3xi8>
}
weft.func @test_transpose_i8_102(%a0: tensor<2x3x5xi8>) -> (tensor<3x2x5xi8>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 0, 2>} : (tensor<2x3x5xi8>) -> (tensor<3x2x5xi8>)
  weft.return %r0 : tensor<3x2x5xi8>
}
weft.func @inputs_transpose_i8_102() -> (tensor<2x3x5xi8>) {
  %0 = weft.constant dense<[[[0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0, 1, 1, 0]], [[1, 0, 0, 0, 1], [1, 1, 1, 0, 1], [1, 0, 0, 0, 0]]]> : tensor<2x3x5xi8>
  weft.return %0 : tensor<2x3x5xi8>
}
weft.func @expected_transpose_i8_102() -> (tensor<3x2x5xi8>) {
  %0 = weft.constant dense<[[[0, 0, 0, 1, 0], [1, 0, 0, 0, 1]], [[1, 0, 0, 0, 0], [1, 1, 1, 0, 1]], [[0, 0, 1, 1, 0], [1, 0, 0, 0, 0]]]> : tensor<3x2x5xi8>
  weft.return %0 : tensor<3x2x5xi8>
}
weft.func @test_transpose_i8_120(%a0: tensor<2x3x5xi8>) -> (tensor<3x5x2xi8>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 2, 0>} : (tensor<2x3x5xi8>) -> (tensor<3x5x2xi8>)
  weft.return %r0 : tensor<3x5x2xi8>
}
weft.func @inputs_transpose_i8_120() -> (tensor<2x3x5xi8>) {
  %0 = weft.constant dense<[[[0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0, 1, 1, 0]], [[1, 0, 0, 0, 1], [1, 1, 1, 0, 1], [1, 0, 0, 0, 0]]]> : tensor<2x3x5xi8>
  weft.return %0 : tensor<2x3x5xi8>
}
weft.func @expected_transpose_i8_120() -> (tensor<3x5x2xi8>) {
  %0 = weft.constant dense<[[[0, 1], [0, 0], [0, 0], [1, 0], [0, 1]], [[1, 1], [0, 1], [0, 1], [0, 0], [0, 1]], [[0, 1], [0, 0], [1, 0], [1, 0], [0, 0]]]> : tensor<3x5x2xi8>
  weft.return %0 : tensor<3x5x2xi8>
}
weft.func @test_transpose_i8_201(%a0: tensor<2x3x5xi8>) -> (tensor<5x2x3xi8>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x5xi8>) -> (tensor<5x2x3xi8>)
  weft.return %r0 : tensor<5x2x3xi8>
}
weft.func @inputs_transpose_i8_201() -> (tensor<2x3x5xi8>) {
  %0 = weft.constant dense<[[[0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0, 1, 1, 0]], [[1, 0, 0, 0, 1], [1, 1, 1, 0, 1], [1, 0, 0, 0, 0]]]> : tensor<2x3x5xi8>
  weft.return %0 : tensor<2x3x5xi8>
}
weft.func @expected_transpose_i8_201() -> (tensor<5x2x3xi8>) {
  %0 = weft.constant dense<[[[0, 1, 0], [1, 1, 1]], [[0, 0, 0], [0, 1, 0]], [[0, 0, 1], [0, 1, 0]], [[1, 0, 1], [0, 0, 0]], [[0, 0, 0], [1, 1, 0]]]> : tensor<5x2x3xi8>
  weft.return %0 : tensor<5x2x3xi8>
}
weft.func @test_transpose_i8_210(%a0: tensor<2x3x5xi8>) -> (tensor<5x3x2xi8>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 1, 0>} : (tensor<2x3x5xi8>) -> (tensor<5x3x2xi8>)
  weft.return %r0 : tensor<5x3x2xi8>
}
weft.func @inputs_transpose_i8_210() -> (tensor<2x3x5xi8>) {
  %0 = weft.constant dense<[[[0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0, 1, 1, 0]], [[1, 0, 0, 0, 1], [1, 1, 1, 0, 1], [1, 0, 0, 0, 0]]]> : tensor<2x3x5xi8>
  weft.return %0 : tensor<2x3x5xi8>
}
weft.func @expected_transpose_i8_210() -> (tensor<5x3x2xi8>) {
  %0 = weft.constant dense<[[[0, 1], [1, 1], [0, 1]], [[0, 0], [0, 1], [0, 0]], [[0, 0], [0, 1], [1, 0]], [[1, 0], [0, 0], [1, 0]], [[0, 1], [0, 1], [0, 0]]]> : tensor<5x3x2xi8>
  weft.return %0 : tensor<5x3x2xi8>
}
weft.func @test_transpose_f64_012(%a0: tensor<2x3x5xf64>) -> (tensor<2x3x5xf64>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 1, 2>} : (tensor<2x3x5xf64>) -> (tensor<2x3x5xf64>)
  weft.return %r0 : tensor<2x3x5xf64>
}
weft.func @inputs_transpose_f64_012() -> (tensor<2x3x5xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, 1.0223639690197608, 1.9732711854762814, 0.7324585654502043, -1.867814185221778], [-0.8096224719988627, 1.2121089987517397, 1.6973603071022674, 0.3796488422505573, -0.6047098260294552], [-0.5795266862355124, 0.5337571939251555, 1.456762514412012, -0.6366745379960936, -1.237207643791228]], [[-1.9888379789111634, -1.4501166101461411, 1.4047514727479649, 0.4983386815021573, 1.9625491822519359], [-1.722152836668458, -0.5359346330531496, 1.1828368801012634, 0.6448254590316851, -1.7333170925115584], [-0.3942400022720287, 0.5505304468977705, 0.7510175530836056, -0.19323509697729158, -1.2473296615295641]]]> : tensor<2x3x5xf64>
  weft.return %0 : tensor<2x3x5xf64>
}
weft.func @expected_transpose_f64_012() -> (tensor<2x3x5xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, 1.0223639690197608, 1.9732711854762814, 0.7324585654502043, -1.867814185221778], [-0.8096224719988627, 1.2121089987517397, 1.6973603071022674, 0.3796488422505573, -0.6047098260294552], [-0.5795266862355124, 0.5337571939251555, 1.456762514412012, -0.6366745379960936, -1.237207643791228]], [[-1.9888379789111634, -1.4501166101461411, 1.4047514727479649, 0.4983386815021573, 1.9625491822519359], [-1.722152836668458, -0.5359346330531496, 1.1828368801012634, 0.6448254590316851, -1.7333170925115584], [-0.3942400022720287, 0.5505304468977705, 0.7510175530836056, -0.19323509697729158, -1.2473296615295641]]]> : tensor<2x3x5xf64>
  weft.return %0 : tensor<2x3x5xf64>
}
weft.func @test_transpose_f64_021(%a0: tensor<2x3x5xf64>) -> (tensor<2x5x3xf64>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x5xf64>) -> (tensor<2x5x3xf64>)
  weft.return %r0 : tensor<2x5x3xf64>
}
weft.func @inputs_transpose_f64_021() -> (tensor<2x3x5xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, 1.0223639690197608, 1.9732711854762814, 0.7324585654502043, -1.867814185221778], [-0.8096224719988627, 1.2121089987517397, 1.6973603071022674, 0.3796488422505573, -0.6047098260294552], [-0.5795266862355124, 0.5337571939251555, 1.456762514412012, -0.6366745379960936, -1.237207643791228]], [[-1.9888379789111634, -1.4501166101461411, 1.4047514727479649, 0.4983386815021573, 1.9625491822519359], [-1.722152836668458, -0.5359346330531496, 1.1828368801012634, 0.6448254590316851, -1.7333170925115584], [-0.3942400022720287, 0.5505304468977705, 0.7510175530836056, -0.19323509697729158, -1.2473296615295641]]]> : tensor<2x3x5xf64>
  weft.return %0 : tensor<2x3x5xf64>
}
weft.func @expected_transpose_f64_021() -> (tensor<2x5x3xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, -0.8096224719988627, -0.5795266862355124], [1.0223639690197608, 1.2121089987517397, 0.5337571939251555], [1.9732711854762814, 1.6973603071022674, 1.456762514412012], [0.7324585654502043, 0.3796488422505573, -0.6366745379960936], [-1.867814185221778, -0.6047098260294552, -1.237207643791228]], [[-1.9888379789111634, -1.722152836668458, -0.3942400022720287], [-1.4501166101461411, -0.5359346330531496, 0.5505304468977705], [1.4047514727479649, 1.1828368801012634, 0.7510175530836056], [0.4983386815021573, 0.6448254590316851, -0.19323509697729158], [1.9625491822519359, -1.7333170925115584, -1.2473296615295641]]]> : tensor<2x5x3xf64>
  weft.return %0 : tensor<2x5x3xf64>
}
weft.func @test_transpose_f64_102(%a0: tensor<2x3x5xf64>) -> (tensor<3x2x5xf64>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 0, 2>} : (tensor<2x3x5xf64>) -> (tensor<3x2x5xf64>)
  weft.return %r0 : tensor<3x2x5xf64>
}
weft.func @inputs_transpose_f64_102() -> (tensor<2x3x5xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, 1.0223639690197608, 1.9732711854762814, 0.7324585654502043, -1.867814185221778], [-0.8096224719988627, 1.2121089987517397, 1.6973603071022674, 0.3796488422505573, -0.6047098260294552], [-0.5795266862355124, 0.5337571939251555, 1.456762514412012, -0.6366745379960936, -1.237207643791228]], [[-1.9888379789111634, -1.4501166101461411, 1.4047514727479649, 0.4983386815021573, 1.9625491822519359], [-1.722152836668458, -0.5359346330531496, 1.1828368801012634, 0.6448254590316851, -1.7333170925115584], [-0.3942400022720287, 0.5505304468977705, 0.7510175530836056, -0.19323509697729158, -1.2473296615295641]]]> : tensor<2x3x5xf64>
  weft.return %0 : tensor<2x3x5xf64>
}
weft.func @expected_transpose_f64_102() -> (tensor<3x2x5xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, 1.0223639690197608, 1.9732711854762814, 0.7324585654502043, -1.867814185221778], [-1.9888379789111634, -1.4501166101461411, 1.4047514727479649, 0.4983386815021573, 1.9625491822519359]], [[-0.8096224719988627, 1.2121089987517397, 1.6973603071022674, 0.3796488422505573, -0.6047098260294552], [-1.722152836668458, -0.5359346330531496, 1.1828368801012634, 0.6448254590316851, -1.7333170925115584]], [[-0.5795266862355124, 0.5337571939251555, 1.456762514412012, -0.6366745379960936, -1.237207643791228], [-0.3942400022720287, 0.5505304468977705, 0.7510175530836056, -0.19323509697729158, -1.2473296615295641]]]> : tensor<3x2x5xf64>
  weft.return %0 : tensor<3x2x5xf64>
}
weft.func @test_transpose_f64_120(%a0: tensor<2x3x5xf64>) -> (tensor<3x5x2xf64>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 2, 0>} : (tensor<2x3x5xf64>) -> (tensor<3x5x2xf64>)
  weft.return %r0 : tensor<3x5x2xf64>
}
weft.func @inputs_transpose_f64_120() -> (tensor<2x3x5xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, 1.0223639690197608, 1.9732711854762814, 0.7324585654502043, -1.867814185221778], [-0.8096224719988627, 1.2121089987517397, 1.6973603071022674, 0.3796488422505573, -0.6047098260294552], [-0.5795266862355124, 0.5337571939251555, 1.456762514412012, -0.6366745379960936, -1.237207643791228]], [[-1.9888379789111634, -1.4501166101461411, 1.4047514727479649, 0.4983386815021573, 1.9625491822519359], [-1.722152836668458, -0.5359346330531496, 1.1828368801012634, 0.6448254590316851, -1.7333170925115584], [-0.3942400022720287, 0.5505304468977705, 0.7510175530836056, -0.19323509697729158, -1.2473296615295641]]]> : tensor<2x3x5xf64>
  weft.return %0 : tensor<2x3x5xf64>
}
weft.func @expected_transpose_f64_120() -> (tensor<3x5x2xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, -1.9888379789111634], [1.0223639690197608, -1.4501166101461411], [1.9732711854762814, 1.4047514727479649], [0.7324585654502043, 0.4983386815021573], [-1.867814185221778, 1.9625491822519359]], [[-0.8096224719988627, -1.722152836668458], [1.2121089987517397, -0.5359346330531496], [1.6973603071022674, 1.1828368801012634], [0.3796488422505573, 0.6448254590316851], [-0.6047098260294552, -1.7333170925115584]], [[-0.5795266862355124, -0.3942400022720287], [0.5337571939251555, 0.5505304468977705], [1.456762514412012, 0.7510175530836056], [-0.6366745379960936, -0.19323509697729158], [-1.237207643791228, -1.2473296615295641]]]> : tensor<3x5x2xf64>
  weft.return %0 : tensor<3x5x2xf64>
}
weft.func @test_transpose_f64_201(%a0: tensor<2x3x5xf64>) -> (tensor<5x2x3xf64>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x5xf64>) -> (tensor<5x2x3xf64>)
  weft.return %r0 : tensor<5x2x3xf64>
}
weft.func @inputs_transpose_f64_201() -> (tensor<2x3x5xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, 1.0223639690197608, 1.9732711854762814, 0.7324585654502043, -1.867814185221778], [-0.8096224719988627, 1.2121089987517397, 1.6973603071022674, 0.3796488422505573, -0.6047098260294552], [-0.5795266862355124, 0.5337571939251555, 1.456762514412012, -0.6366745379960936, -1.237207643791228]], [[-1.9888379789111634, -1.4501166101461411, 1.4047514727479649, 0.4983386815021573, 1.9625491822519359], [-1.722152836668458, -0.5359346330531496, 1.1828368801012634, 0.6448254590316851, -1.7333170925115584], [-0.3942400022720287, 0.5505304468977705, 0.7510175530836056, -0.19323509697729158, -1.2473296615295641]]]> : tensor<2x3x5xf64>
  weft.return %0 : tensor<2x3x5xf64>
}
weft.func @expected_transpose_f64_201() -> (tensor<5x2x3xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, -0.8096224719988627, -0.5795266862355124], [-1.9888379789111634, -1.722152836668458, -0.3942400022720287]], [[1.0223639690197608, 1.2121089987517397, 0.5337571939251555], [-1.4501166101461411, -0.5359346330531496, 0.5505304468977705]], [[1.9732711854762814, 1.6973603071022674, 1.456762514412012], [1.4047514727479649, 1.1828368801012634, 0.7510175530836056]], [[0.7324585654502043, 0.3796488422505573, -0.6366745379960936], [0.4983386815021573, 0.6448254590316851, -0.19323509697729158]], [[-1.867814185221778, -0.6047098260294552, -1.237207643791228], [1.9625491822519359, -1.7333170925115584, -1.2473296615295641]]]> : tensor<5x2x3xf64>
  weft.return %0 : tensor<5x2x3xf64>
}
weft.func @test_transpose_f64_210(%a0: tensor<2x3x5xf64>) -> (tensor<5x3x2xf64>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 1, 0>} : (tensor<2x3x5xf64>) -> (tensor<5x3x2xf64>)
  weft.return %r0 : tensor<5x3x2xf64>
}
weft.func @inputs_transpose_f64_210() -> (tensor<2x3x5xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, 1.0223639690197608, 1.9732711854762814, 0.7324585654502043, -1.867814185221778], [-0.8096224719988627, 1.2121089987517397, 1.6973603071022674, 0.3796488422505573, -0.6047098260294552], [-0.5795266862355124, 0.5337571939251555, 1.456762514412012, -0.6366745379960936, -1.237207643791228]], [[-1.9888379789111634, -1.4501166101461411, 1.4047514727479649, 0.4983386815021573, 1.9625491822519359], [-1.722152836668458, -0.5359346330531496, 1.1828368801012634, 0.6448254590316851, -1.7333170925115584], [-0.3942400022720287, 0.5505304468977705, 0.7510175530836056, -0.19323509697729158, -1.2473296615295641]]]> : tensor<2x3x5xf64>
  weft.return %0 : tensor<2x3x5xf64>
}
weft.func @expected_transpose_f64_210() -> (tensor<5x3x2xf64>) {
  %0 = weft.constant dense<[[[-0.8732491789573911, -1.9888379789111634], [-0.8096224719988627, -1.722152836668458], [-0.5795266862355124, -0.3942400022720287]], [[1.0223639690197608, -1.4501166101461411], [1.2121089987517397, -0.5359346330531496], [0.5337571939251555, 0.5505304468977705]], [[1.9732711854762814, 1.4047514727479649], [1.6973603071022674, 1.1828368801012634], [1.456762514412012, 0.7510175530836056]], [[0.7324585654502043, 0.4983386815021573], [0.3796488422505573, 0.6448254590316851], [-0.6366745379960936, -0.19323509697729158]], [[-1.867814185221778, 1.9625491822519359], [-0.6047098260294552, -1.7333170925115584], [-1.237207643791228, -1.2473296615295641]]]> : tensor<5x3x2xf64>
  weft.return %0 : tensor<5x3x2xf64>
}
weft.func @test_transpose_bf16_012(%a0: tensor<2x3x5xbf16>) -> (tensor<2x3x5xbf16>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 1, 2>} : (tensor<2x3x5xbf16>) -> (tensor<2x3x5xbf16>)
  weft.return %r0 : tensor<2x3x5xbf16>
}
weft.func @inputs_transpose_bf16_012() -> (tensor<2x3x5xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -0.1337890625, 0.87109375, 0.1396484375, -1.6796875], [-1.0546875, -1.75, -1.234375, -1.203125, -0.33984375], [-0.71484375, -0.55078125, 1.265625, -1.9140625, -1.5859375]], [[1.234375, 0.1357421875, -0.244140625, -0.9296875, 0.1689453125], [-1.1171875, 1.4296875, 1.296875, -0.7109375, -1.8984375], [1.546875, -0.8046875, 0.62890625, 1.4296875, 1.1953125]]]> : tensor<2x3x5xbf16>
  weft.return %0 : tensor<2x3x5xbf16>
}
weft.func @expected_transpose_bf16_012() -> (tensor<2x3x5xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -0.1337890625, 0.87109375, 0.1396484375, -1.6796875], [-1.0546875, -1.75, -1.234375, -1.203125, -0.33984375], [-0.71484375, -0.55078125, 1.265625, -1.9140625, -1.5859375]], [[1.234375, 0.1357421875, -0.244140625, -0.9296875, 0.1689453125], [-1.1171875, 1.4296875, 1.296875, -0.7109375, -1.8984375], [1.546875, -0.8046875, 0.62890625, 1.4296875, 1.1953125]]]> : tensor<2x3x5xbf16>
  weft.return %0 : tensor<2x3x5xbf16>
}
weft.func @test_transpose_bf16_021(%a0: tensor<2x3x5xbf16>) -> (tensor<2x5x3xbf16>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x5xbf16>) -> (tensor<2x5x3xbf16>)
  weft.return %r0 : tensor<2x5x3xbf16>
}
weft.func @inputs_transpose_bf16_021() -> (tensor<2x3x5xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -0.1337890625, 0.87109375, 0.1396484375, -1.6796875], [-1.0546875, -1.75, -1.234375, -1.203125, -0.33984375], [-0.71484375, -0.55078125, 1.265625, -1.9140625, -1.5859375]], [[1.234375, 0.1357421875, -0.244140625, -0.9296875, 0.1689453125], [-1.1171875, 1.4296875, 1.296875, -0.7109375, -1.8984375], [1.546875, -0.8046875, 0.62890625, 1.4296875, 1.1953125]]]> : tensor<2x3x5xbf16>
  weft.return %0 : tensor<2x3x5xbf16>
}
weft.func @expected_transpose_bf16_021() -> (tensor<2x5x3xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -1.0546875, -0.71484375], [-0.1337890625, -1.75, -0.55078125], [0.87109375, -1.234375, 1.265625], [0.1396484375, -1.203125, -1.9140625], [-1.6796875, -0.33984375, -1.5859375]], [[1.234375, -1.1171875, 1.546875], [0.1357421875, 1.4296875, -0.8046875], [-0.244140625, 1.296875, 0.62890625], [-0.9296875, -0.7109375, 1.4296875], [0.1689453125, -1.8984375, 1.1953125]]]> : tensor<2x5x3xbf16>
  weft.return %0 : tensor<2x5x3xbf16>
}
weft.func @test_transpose_bf16_102(%a0: tensor<2x3x5xbf16>) -> (tensor<3x2x5xbf16>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 0, 2>} : (tensor<2x3x5xbf16>) -> (tensor<3x2x5xbf16>)
  weft.return %r0 : tensor<3x2x5xbf16>
}
weft.func @inputs_transpose_bf16_102() -> (tensor<2x3x5xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -0.1337890625, 0.87109375, 0.1396484375, -1.6796875], [-1.0546875, -1.75, -1.234375, -1.203125, -0.33984375], [-0.71484375, -0.55078125, 1.265625, -1.9140625, -1.5859375]], [[1.234375, 0.1357421875, -0.244140625, -0.9296875, 0.1689453125], [-1.1171875, 1.4296875, 1.296875, -0.7109375, -1.8984375], [1.546875, -0.8046875, 0.62890625, 1.4296875, 1.1953125]]]> : tensor<2x3x5xbf16>
  weft.return %0 : tensor<2x3x5xbf16>
}
weft.func @expected_transpose_bf16_102() -> (tensor<3x2x5xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -0.1337890625, 0.87109375, 0.1396484375, -1.6796875], [1.234375, 0.1357421875, -0.244140625, -0.9296875, 0.1689453125]], [[-1.0546875, -1.75, -1.234375, -1.203125, -0.33984375], [-1.1171875, 1.4296875, 1.296875, -0.7109375, -1.8984375]], [[-0.71484375, -0.55078125, 1.265625, -1.9140625, -1.5859375], [1.546875, -0.8046875, 0.62890625, 1.4296875, 1.1953125]]]> : tensor<3x2x5xbf16>
  weft.return %0 : tensor<3x2x5xbf16>
}
weft.func @test_transpose_bf16_120(%a0: tensor<2x3x5xbf16>) -> (tensor<3x5x2xbf16>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 2, 0>} : (tensor<2x3x5xbf16>) -> (tensor<3x5x2xbf16>)
  weft.return %r0 : tensor<3x5x2xbf16>
}
weft.func @inputs_transpose_bf16_120() -> (tensor<2x3x5xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -0.1337890625, 0.87109375, 0.1396484375, -1.6796875], [-1.0546875, -1.75, -1.234375, -1.203125, -0.33984375], [-0.71484375, -0.55078125, 1.265625, -1.9140625, -1.5859375]], [[1.234375, 0.1357421875, -0.244140625, -0.9296875, 0.1689453125], [-1.1171875, 1.4296875, 1.296875, -0.7109375, -1.8984375], [1.546875, -0.8046875, 0.62890625, 1.4296875, 1.1953125]]]> : tensor<2x3x5xbf16>
  weft.return %0 : tensor<2x3x5xbf16>
}
weft.func @expected_transpose_bf16_120() -> (tensor<3x5x2xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, 1.234375], [-0.1337890625, 0.1357421875], [0.87109375, -0.244140625], [0.1396484375, -0.9296875], [-1.6796875, 0.1689453125]], [[-1.0546875, -1.1171875], [-1.75, 1.4296875], [-1.234375, 1.296875], [-1.203125, -0.7109375], [-0.33984375, -1.8984375]], [[-0.71484375, 1.546875], [-0.55078125, -0.8046875], [1.265625, 0.62890625], [-1.9140625, 1.4296875], [-1.5859375, 1.1953125]]]> : tensor<3x5x2xbf16>
  weft.return %0 : tensor<3x5x2xbf16>
}
weft.func @test_transpose_bf16_201(%a0: tensor<2x3x5xbf16>) -> (tensor<5x2x3xbf16>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x5xbf16>) -> (tensor<5x2x3xbf16>)
  weft.return %r0 : tensor<5x2x3xbf16>
}
weft.func @inputs_transpose_bf16_201() -> (tensor<2x3x5xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -0.1337890625, 0.87109375, 0.1396484375, -1.6796875], [-1.0546875, -1.75, -1.234375, -1.203125, -0.33984375], [-0.71484375, -0.55078125, 1.265625, -1.9140625, -1.5859375]], [[1.234375, 0.1357421875, -0.244140625, -0.9296875, 0.1689453125], [-1.1171875, 1.4296875, 1.296875, -0.7109375, -1.8984375], [1.546875, -0.8046875, 0.62890625, 1.4296875, 1.1953125]]]> : tensor<2x3x5xbf16>
  weft.return %0 : tensor<2x3x5xbf16>
}
weft.func @expected_transpose_bf16_201() -> (tensor<5x2x3xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -1.0546875, -0.71484375], [1.234375, -1.1171875, 1.546875]], [[-0.1337890625, -1.75, -0.55078125], [0.1357421875, 1.4296875, -0.8046875]], [[0.87109375, -1.234375, 1.265625], [-0.244140625, 1.296875, 0.62890625]], [[0.1396484375, -1.203125, -1.9140625], [-0.9296875, -0.7109375, 1.4296875]], [[-1.6796875, -0.33984375, -1.5859375], [0.1689453125, -1.8984375, 1.1953125]]]> : tensor<5x2x3xbf16>
  weft.return %0 : tensor<5x2x3xbf16>
}
weft.func @test_transpose_bf16_210(%a0: tensor<2x3x5xbf16>) -> (tensor<5x3x2xbf16>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 1, 0>} : (tensor<2x3x5xbf16>) -> (tensor<5x3x2xbf16>)
  weft.return %r0 : tensor<5x3x2xbf16>
}
weft.func @inputs_transpose_bf16_210() -> (tensor<2x3x5xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, -0.1337890625, 0.87109375, 0.1396484375, -1.6796875], [-1.0546875, -1.75, -1.234375, -1.203125, -0.33984375], [-0.71484375, -0.55078125, 1.265625, -1.9140625, -1.5859375]], [[1.234375, 0.1357421875, -0.244140625, -0.9296875, 0.1689453125], [-1.1171875, 1.4296875, 1.296875, -0.7109375, -1.8984375], [1.546875, -0.8046875, 0.62890625, 1.4296875, 1.1953125]]]> : tensor<2x3x5xbf16>
  weft.return %0 : tensor<2x3x5xbf16>
}
weft.func @expected_transpose_bf16_210() -> (tensor<5x3x2xbf16>) {
  %0 = weft.constant dense<[[[1.8671875, 1.234375], [-1.0546875, -1.1171875], [-0.71484375, 1.546875]], [[-0.1337890625, 0.1357421875], [-1.75, 1.4296875], [-0.55078125, -0.8046875]], [[0.87109375, -0.244140625], [-1.234375, 1.296875], [1.265625, 0.62890625]], [[0.1396484375, -0.9296875], [-1.203125, -0.7109375], [-1.9140625, 1.4296875]], [[-1.6796875, 0.1689453125], [-0.33984375, -1.8984375], [-1.5859375, 1.1953125]]]> : tensor<5x3x2xbf16>
  weft.return %0 : tensor<5x3x2xbf16>
}
weft.func @test_transpose_i1_012(%a0: tensor<2x3x5xi1>) -> (tensor<2x3x5xi1>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 1, 2>} : (tensor<2x3x5xi1>) -> (tensor<2x3x5xi1>)
  weft.return %r0 : tensor<2x3x5xi1>
}
weft.func @inputs_transpose_i1_012() -> (tensor<2x3x5xi1>) {
  %0 = weft.constant dense<[[[false, true, true, true, false], [true, true, false, false, true], [false, true, false, true, false]], [[true, true, true, true, false], [false, true, false, true, false], [true, false, true, true, true]]]> : tensor<2x3x5xi1>
  weft.return %0 : tensor<2x3x5xi1>
}
weft.func @expected_transpose_i1_012() -> (tensor<2x3x5xi1>) {
  %0 = weft.constant dense<[[[false, true, true, true, false], [true, true, false, false, true], [false, true, false, true, false]], [[true, true, true, true, false], [false, true, false, true, false], [true, false, true, true, true]]]> : tensor<2x3x5xi1>
  weft.return %0 : tensor<2x3x5xi1>
}
weft.func @test_transpose_i1_021(%a0: tensor<2x3x5xi1>) -> (tensor<2x5x3xi1>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x5xi1>) -> (tensor<2x5x3xi1>)
  weft.return %r0 : tensor<2x5x3xi1>
}
weft.func @inputs_transpose_i1_021() -> (tensor<2x3x5xi1>) {
  %0 = weft.constant dense<[[[false, true, true, true, false], [true, true, false, false, true], [false, true, false, true, false]], [[true, true, true, true, false], [false, true, false, true, false], [true, false, true, true, true]]]> : tensor<2x3x5xi1>
  weft.return %0 : tensor<2x3x5xi1>
}
weft.func @expected_transpose_i1_021() -> (tensor<2x5x3xi1>) {
  %0 = weft.constant dense<[[[false, true, false], [true, true, true], [true, false, false], [true, false, true], [false, true, false]], [[true, false, true], [true, true, false], [true, false, true], [true, true, true], [false, false, true]]]> : tensor<2x5x3xi1>
  weft.return %0 : tensor<2x5x3xi1>
}
weft.func @test_transpose_i1_102(%a0: tensor<2x3x5xi1>) -> (tensor<3x2x5xi1>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 0, 2>} : (tensor<2x3x5xi1>) -> (tensor<3x2x5xi1>)
  weft.return %r0 : tensor<3x2x5xi1>
}
weft.func @inputs_transpose_i1_102() -> (tensor<2x3x5xi1>) {
  %0 = weft.constant dense<[[[false, true, true, true, false], [true, true, false, false, true], [false, true, false, true, false]], [[true, true, true, true, false], [false, true, false, true, false], [true, false, true, true, true]]]> : tensor<2x3x5xi1>
  weft.return %0 : tensor<2x3x5xi1>
}
weft.func @expected_transpose_i1_102() -> (tensor<3x2x5xi1>) {
  %0 = weft.constant dense<[[[false, true, true, true, false], [true, true, true, true, false]], [[true, true, false, false, true], [false, true, false, true, false]], [[false, true, false, true, false], [true, false, true, true, true]]]> : tensor<3x2x5xi1>
  weft.return %0 : tensor<3x2x5xi1>
}
weft.func @test_transpose_i1_120(%a0: tensor<2x3x5xi1>) -> (tensor<3x5x2xi1>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 2, 0>} : (tensor<2x3x5xi1>) -> (tensor<3x5x2xi1>)
  weft.return %r0 : tensor<3x5x2xi1>
}
weft.func @inputs_transpose_i1_120() -> (tensor<2x3x5xi1>) {
  %0 = weft.constant dense<[[[false, true, true, true, false], [true, true, false, false, true], [false, true, false, true, false]], [[true, true, true, true, false], [false, true, false, true, false], [true, false, true, true, true]]]> : tensor<2x3x5xi1>
  weft.return %0 : tensor<2x3x5xi1>
}
weft.func @expected_transpose_i1_120() -> (tensor<3x5x2xi1>) {
  %0 = weft.constant dense<[[[false, true], [true, true], [true, true], [true, true], [false, false]], [[true, false], [true, true], [false, false], [false, true], [true, false]], [[false, true], [true, false], [false, true], [true, true], [false, true]]]> : tensor<3x5x2xi1>
  weft.return %0 : tensor<3x5x2xi1>
}
weft.func @test_transpose_i1_201(%a0: tensor<2x3x5xi1>) -> (tensor<5x2x3xi1>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 0, 1>} : (tensor<2x3x5xi1>) -> (tensor<5x2x3xi1>)
  weft.return %r0 : tensor<5x2x3xi1>
}
weft.func @inputs_transpose_i1_201() -> (tensor<2x3x5xi1>) {
  %0 = weft.constant dense<[[[false, true, true, true, false], [true, true, false, false, true], [false, true, false, true, false]], [[true, true, true, true, false], [false, true, false, true, false], [true, false, true, true, true]]]> : tensor<2x3x5xi1>
  weft.return %0 : tensor<2x3x5xi1>
}
weft.func @expected_transpose_i1_201() -> (tensor<5x2x3xi1>) {
  %0 = weft.constant dense<[[[false, true, false], [true, false, true]], [[true, true, true], [true, true, false]], [[true, false, false], [true, false, true]], [[true, false, true], [true, true, true]], [[false, true, false], [false, false, true]]]> : tensor<5x2x3xi1>
  weft.return %0 : tensor<5x2x3xi1>
}
weft.func @test_transpose_i1_210(%a0: tensor<2x3x5xi1>) -> (tensor<5x3x2xi1>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 2, 1, 0>} : (tensor<2x3x5xi1>) -> (tensor<5x3x2xi1>)
  weft.return %r0 : tensor<5x3x2xi1>
}
weft.func @inputs_transpose_i1_210() -> (tensor<2x3x5xi1>) {
  %0 = weft.constant dense<[[[false, true, true, true, false], [true, true, false, false, true], [false, true, false, true, false]], [[true, true, true, true, false], [false, true, false, true, false], [true, false, true, true, true]]]> : tensor<2x3x5xi1>
  weft.return %0 : tensor<2x3x5xi1>
}
weft.func @expected_transpose_i1_210() -> (tensor<5x3x2xi1>) {
  %0 = weft.constant dense<[[[false, true], [true, false], [false, true]], [[true, true], [true, true], [true, false]], [[true, true], [false, false], [false, true]], [[true, true], [false, true], [true, true]], [[false, false], [true, false], [false, true]]]> : tensor<5x3x2xi1>
  weft.return %0 : tensor<5x3x2xi1>
}
weft.func @test_transpose_large(%a0: tensor<33x65xf32>) -> (tensor<65x33xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<33x65xf32>) -> (tensor<65x33xf32>)
  weft.return %r0 : tensor<65x33xf32>
}
weft.func @test_transpose_large.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %r0 = weft.transpose %a0 {permutation = array<i64: 1, 0>} : (tensor<?x?xf32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_transpose_large() -> (tensor<33x65xf32>) {
  %0 = weft.constant dense<[[1.8681623, 0.9190217, 0.7089086, -0.9184354, -0.50938153, -1.9892668, 1.331821, -0.8956597, -1.6828756, -0.73763543, -0.70732003, 0.89594257, -1.9771733, -1.079946, 1.5858771, 1.4195045, 0.5161252, 0.23579958, -1.1095299, 1.5003899, 1.0428859, 0.051730633, -1.3559268, -1.1366432, -0.4828259, -0.6755015, -1.7557758, -0.37449455, -0.2051309, -0.85168064, -0.46278843, -0.6704892, -0.49265742, 0.4761239, -0.010677219, -1.2096423, 1.1810386, 0.052746005, -0.16654095, 0.8533709, 1.0085518, 1.396238, 1.2449865, 0.6760609, 0.8845174, -1.3714925, 0.7970128, -0.98216873, -0.968657, -1.519473, -0.4123639, -1.9204893, 0.6279181, 0.9924107, 1.1021982, -1.484552, 0.5643465, 1.3531729, -1.8561214, -1.2265251, -0.9288968, -0.15206169, -1.3113393, 0.15548757, -0.624193], [0.62044185, 0.12529822, 0.7451918, -1.0146358, 0.8282753, 0.93854576, 0.8878701, -1.7261996, 1.7846013, 0.3074554, -0.9107237, -0.26345387, 0.07040621, 0.07107867, -1.0081661, -0.94014287, -0.5456483, 1.1236993, -0.2502238, -1.8454747, -0.19116057, -1.1945496, -1.9503504, 1.9081202, -0.82511806, 0.14998609, -0.5672009, -1.786373, 1.6035358, 1.7426296, -1.2542691, -0.32801217, -0.505437, -1.331132, 0.64664257, 1.1279843, 1.038792, 0.70100784, -1.9300383, -1.0816103, 0.05840453, 0.8113624, -0.4543055, -0.20293276, 1.3628765, -1.9058121, -0.9256443, -0.8402594, 1.9711305, -1.0898556, -1.8115474, -0.33414316, 0.59811544, -1.3863306, 1.3587793, -1.2141747, 0.8171171, -1.352768, 1.5269006, -1.1947182, 0.92543554, 1.3547761, -0.98021436, -1.6286957, 0.34456503], [-0.003915909, -0.08272135, 1.1253376, -0.14756142, -0.011874378, -0.05094298, -0.18164748, -0.37708813, -1.3563831, -0.8187579, -0.94043374, -1.0072787, 1.1312989, -1.5438485, -1.1783186, 0.10565484, -0.7498342, -1.0393488, -0.50646794, 0.008085062, 0.6973404, 1.8888884, 1.4105552, -0.2800304, -0.19345184, -0.3371467, -1.0442652, 1.8070617, -1.7253611, -1.1802108, 0.64792454, 0.3582497, -0.8854109, 1.7478185, -0.36218023, 0.38501433, -1.6358947, 1.5635554, -1.5879856, -0.42381302, 1.5422969, 1.779976, 1.6159025, 1.3103726, -1.0667969, -1.8725839, -0.19276182, -1.7472817, 1.8421369, -1.9672502, -0.6980776, -1.1868308, -1.9452363, -0.0036877599, -1.6958008, 1.5997566, 0.7505117, -0.51999706, 1.3662564, 1.1874305, -0.6942356, 1.3889127, 1.7175912, 0.47956693, -0.59286803], [1.6023442, 1.7714658, -0.61086434, -1.6548324, 1.4712404, 0.6591735, -1.0720087, 0.26770887, -0.7672253, 1.6767535, -0.63154113, -1.214968, -1.8271633, -0.6299316, 1.9577893, -1.126641, -0.16779476, 1.8884264, -1.9731433, -0.8197474, 1.2847364, -1.6170733, 1.7131845, 1.3382298, -1.4277934, 0.36938375, 0.221993, 0.7747741, -0.7726386, -0.46338156, -1.0367959, -0.83240205, -1.297085, 1.617612, 1.5496966, -0.5599336, 0.77287185, -0.038897958, -0.8768691, -0.6015831, 1.8606228, -0.63415414, 0.31466576, 1.7804099, -0.8096245, 1.2357601, -1.5436769, 0.9333221, 1.2267509, 1.3497752, 1.900212, 0.84375495, 1.9088442, -0.88658667, 0.08624351, -1.1437032, -1.6658851, -0.24425459, 0.8787215, 1.1137874, -1.9320462, 1.7688763, -1.0110662, -0.8311991, 1.3296479], [1.5768595, 0.9457475, -0.66873354, -0.14863007, 1.3384203, -0.57076585, 1.2212241, 1.1280378, -0.12531419, 1.5862201, -0.46192098, 0.99966127, 0.5589953, -0.6749973, 0.1271358, 0.4241595, 0.1473037, -1.5571237, 1.9658023, 1.8664184, -1.8501021, 1.7771192, 0.12595539, -1.497182, 1.2822763, -0.26813966, 0.85276264, 1.3088933, 0.15215856, -1.8013388, 1.2898833, 0.7761533, 1.6405658, -0.91945165, 1.1406853, 1.4924705, -0.5797956, -0.35924795, -0.6640501, -1.9770898, -1.0737704, -0.67385465, -1.5663848, 1.062225, -0.29218954, 0.27285713, -0.8615735, -0.5586068, 1.0135362, -0.12072812, 0.38608807, -0.30927795, 0.22813949, 1.5894332, -0.93039316, 0.076247856, 0.7489044, -1.652842, 1.8480303, -0.00496904, -1.0186511, 1.0417231, 1.2623236, 0.52247894, 1.664651], [-1.6443572, 0.11039396, 0.97156036, 1.6672726, 0.56578714, 0.40924737, -0.44708794, 0.28644013, 0.21918759, 1.6200999, 1.3084048, 0.94878197, 1.6951394, -1.7353499, 1.0784705, -0.1455334, 1.0072192, -0.81529, -0.13064688, 1.2983629, -1.8592792, -0.8354938, -0.04615282, 1.4060086, -0.9198672, 1.2922976, -1.0218222, -0.7873962, 0.21527237, 0.6156208, 1.52028, 1.5178683, -0.999353, 0.98240864, 0.53997207, -0.45542586, 1.1041675, 1.5900775, -0.083221704, 1.6644214, -1.489517, -1.3352373, 1.0568043, -0.7777932, 0.3414634, -0.011715573, -1.4168582, 1.0169346, 0.9657302, -1.4191864, -0.9609134, 1.2023387, 1.6489235, 1.4803605, 0.007447735, -0.5304182, -0.21899235, -1.294446, -0.01604462, -1.0764499, -1.3522015, -0.47750854, -1.7442585, -0.11858345, 0.78454655], [0.60562605, 1.901035, 1.5431783, 0.535007, 1.5904906, -0.22221324, 1.1954964, -0.86208177, 0.10681135, 1.9194719, 0.39519876, 0.027165193, 1.1492304, -0.75057083, 1.3241761, -1.925817, -1.0469747, -1.2910112, -0.9705982, 1.782126, -1.9044199, -0.8050197, 0.29756305, 0.81235784, 1.0951357, -0.46685475, -1.1193047, 1.4094104, -1.5116314, -1.7399124, -1.073681, -0.029652469, 1.7686348, 0.9154082, 0.25588936, 0.0848763, 0.7736696, 0.5058667, -0.65475464, -1.6290797, -1.196312, 1.1308335, 0.53781307, 1.1887103, -1.8220361, 1.6032788, -0.4709934, 1.7046697, 0.37807533, 0.18925129, 1.2723088, 0.5017253, 0.6982873, -1.3695942, 0.41782808, -0.5740022, -1.697649, -1.4672359, -0.0808032, -0.94998103, 1.0612915, -1.510406, -1.9447243, 1.9879186, -0.7481121], [0.03915935, -1.1598115, -1.1648049, -0.39078608, 1.1591963, -1.8439904, 1.3492156, 1.9610696, 0.23664887, -0.5599549, -1.0642568, -1.268196, -0.7066571, 1.4066287, -1.9869773, 1.1439145, 0.6697253, -1.9239359, -1.7218087, 0.94024885, 0.6926841, -0.7460293, 1.4451603, -1.1593717, -0.29236466, -1.5399826, 0.58277756, -1.651906, -1.2820721, 1.0654011, 0.00095482846, 0.6474705, 0.9358128, 0.42620358, -1.2089605, 0.79397917, -1.5362486, -0.92075074, -0.20745169, -1.542236, -1.5760374, 0.60908, 0.96782994, -0.5172366, -0.44058233, -1.169596, 0.08651122, 0.32147402, 1.734426, -1.8376799, 1.6349, 1.9625907, -0.61486393, 0.9032318, 1.2993786, 0.60450613, -0.84438163, 0.4916264, 1.5076351, -1.5718101, -0.08010685, -1.9094183, 1.3798407, 1.1139603, -1.815865], [0.9832452, 0.7662282, -1.4949949, 0.10067366, 0.7574392, -0.6580581, 0.015593195, 1.903729, 0.5427274, 0.007973278, -1.7360102, -1.5153142, 1.4030802, 0.9703943, 1.3403794, 0.3123422, 0.3040377, 0.12230979, 0.94032663, -0.67915785, -0.013175974, -0.12092875, 0.6465491, -1.135157, -1.8997029, -1.6457584, -1.283031, 1.4289788, 0.867348, 0.999884, -0.22308446, -1.5889153, -0.13890721, 1.4519475, 0.036619753, 0.5273477, -0.50322634, -1.3996532, 0.5065144, -0.060089674, -0.6174952, -0.9659217, 0.78396535, -0.728354, 0.30386603, -0.96103406, 1.0136465, -0.5002002, -0.08602439, 1.7103173, 0.87352747, 0.94532686, -0.6426326, 1.3613497, -0.45696604, 1.9532233, 1.5835983, 0.63649863, 1.3258557, 0.17617378, 0.93234545, -1.5009028, 1.9543425, 1.2008449, -1.4302305], [-1.0295424, 0.29988828, 1.0510056, -1.4045851, 1.8425506, -0.61623466, 1.9798981, 1.0103431, -0.057912648, -0.549198, -1.6140461, -1.648398, 0.5178131, 1.0940837, 1.6301683, -0.54004276, 1.7505208, -0.81249946, 1.7595309, 1.6753416, -1.3800046, 1.4431762, 0.81476426, 0.8097509, 1.3616495, 0.14665638, 0.027072012, -0.53188056, 1.4610007, 1.6043929, -1.3578209, 1.0886767, -0.8979547, -1.2645708, -1.2111663, 0.2932225, -0.8809193, -1.0308847, -1.6060162, -0.70115185, 1.096375, -1.9136055, -0.06935895, 0.41122487, -1.8015232, -0.824111, 1.6259047, 1.9773476, 1.4012293, -1.3212075, 1.0566272, -0.1965371, -1.3174226, -0.076460265, 1.691522, 1.5090107, -0.4338601, -1.7465912, 1.602213, 1.9451418, 0.04557709, -1.0988802, 0.17517121, 0.7850942, -0.07117103], [-0.5898069, -1.0088627, -0.8125596, -1.8007172, -0.9797033, 1.8125206, -1.9676098, 0.90987355, 1.1556522, -0.38115993, 0.38096315, -1.11647, 0.6721809, 0.831303, 0.9382735, -0.03309288, 1.8816637, 1.465262, 0.289832, 0.72945064, -0.90085465, 1.7745118, 0.5805689, 1.5796962, -0.8455022, 1.9295249, -1.5782242, 0.12139634, -1.5581104, -1.2408488, 1.0566028, -1.7356199, -0.46915874, -1.2333777, 1.4010856, -1.670498, -0.6536924, 1.4249752, 0.74765563, 0.81331265, 1.9647533, -1.9063174, 0.6592729, 0.9798302, 0.9926958, 0.85608584, -1.71115, -1.6642462, 1.091208, 0.4470818, -0.94930357, -1.9628384, 0.13383195, -1.638305, 0.99352705, -0.6371123, 1.2299143, -1.617777, -0.024095692, -1.6009401, 1.1214405, 0.2399324, -1.0612497, 1.851412, 0.72797984], [-0.6546317, 1.4213296, -0.4800708, 1.76986, -0.81153697, 1.9374447, -1.7500678, 0.9382832, -0.83439624, -0.3043914, 0.5447418, -1.8166797, -1.1058416, -1.5839326, 0.9585823, -1.1150334, -0.00667046, -0.68594635, -1.0555329, 1.7407112, 0.029978145, 0.6018808, 0.81753194, 1.284605, -0.94712293, -1.685621, -0.131017, -1.3199755, -1.9182724, 1.6787372, 0.50634336, -0.34254107, -1.4542197, 1.0449944, 0.13202098, -1.3028209, 1.9290873, 1.8032589, 1.7085644, 1.306597, 0.12633608, -0.7981977, 0.6068331, -1.3946061, 0.46725067, -1.7357304, -1.9456588, 0.86206484, -0.629157, 0.78900385, 1.1197873, 1.3412147, 0.4633173, 1.3869491, 0.63547915, 1.7091217, 1.5873991, -1.8268728, -0.9294097, -0.44469553, -0.99120355, -1.2924347, 1.4938936, -1.899994, -1.2725623], [1.0409722, -1.1067566, -0.96658754, 1.8698868, 1.0506084, -0.20533952, -1.4551928, -0.9238137, 1.9246523, 1.1643121, -1.7204845, 0.82737094, -0.4958774, 0.87961835, -0.81821555, -1.4793398, -1.9212005, -0.81725705, 1.4413764, 1.5649234, 0.7326891, 0.9915454, -1.2214851, -0.5829515, 1.596933, 1.9451207, -0.22778052, 1.1038985, 1.733787, 1.9880091, -0.8169753, 0.6162825, -0.4400817, -0.13966562, -0.15232556, -0.88593876, -1.92374, 1.0661261, 0.7838701, 1.3623884, -1.3867832, -1.051856, 0.38452, 1.7465069, -0.11290151, -1.1966904, 0.37876198, 1.8300184, 1.4723021, 1.5958267, -0.3579118, -0.9508211, 1.4823328, 1.1523485, 1.4055089, -0.43509245, -0.85536814, -1.0388018, 1.4824815, 1.6776892, -0.5313429, 1.4981656, -0.47442898, -0.2083647, 0.26592603], [-1.1147956, -0.9302021, -0.93339545, -0.9597177, 0.06208323, -1.5979927, 1.1215175, -1.3008072, -0.22413176, 0.56728965, -1.4479051, -0.36323208, 0.25264734, 0.20123392, 1.570096, 1.140035, -1.5163614, 1.3328942, 0.19917428, 0.7126533, -1.3600949, -0.112076975, 0.79966325, 1.1898108, 1.2232456, -1.1314745, 1.3309029, 0.27370894, 0.6747512, 1.4062092, -0.37812793, 1.6785501, 1.5250201, 1.2309798, -0.4802341, 0.11282694, -1.307525, 1.0374966, 1.5637387, -1.3566223, 0.9789887, 0.7766822, -1.8539145, 1.6677065, -0.08340702, -0.92328316, -1.8792537, 1.1273776, -0.64882904, 0.053975765, -1.2210431, 0.42799187, -0.4110587, 1.2264016, 0.66532373, 0.886916, -0.99539435, -1.7445935, 1.5198373, 1.7426009, 0.57400876, 1.6870416, 0.82517797, 0.4232882, -0.32379815], [-0.57755685, -0.04132966, -1.1102476, -0.28928748, 0.030566085, -1.8751509, -0.4256078, -0.8621762, 0.5366528, 1.247119, 0.45776528, 0.65578276, 0.4556074, -0.97503245, -0.49481577, 1.3767972, 1.7840961, -1.2751938, -1.9576966, 1.8458427, 1.4384345, 0.4303756, 1.2676706, 0.37704006, 1.6192491, -1.0266179, -0.22347426, 0.682311, -1.1374769, 0.8592735, -0.9505044, 0.84008735, 1.2168642, -0.3032913, 1.9604454, 0.5254719, 1.0263306, -1.9176196, -1.5487535, 0.8459471, 1.7724619, 0.5129156, 1.6513748, -1.7632984, 1.5665984, 1.5092579, 0.5154715, -0.28210744, 0.81979173, -1.0243313, 0.6705845, 0.7770366, 0.15960954, -0.95970076, -1.9915723, -1.216887, 1.3351021, -1.1509024, -1.7026763, -1.0134612, 0.07669119, 0.34509507, 1.5085887, 1.4190254, 1.8749601], [1.5370729, -0.1989696, -1.4324841, 1.8231215, -1.0849512, 0.48847875, -0.9421332, 1.2672998, -1.1969037, -0.3168618, -1.1212003, 1.4422629, 0.4776915, 0.5232842, -0.7420108, -1.294033, 1.4293499, 1.0584006, 0.9377816, 1.9885553, 0.23813023, -1.2857728, 0.4381631, -0.85081285, 0.051756226, -0.1627067, 0.2541101, 1.6855049, 1.2408031, -0.33940178, 1.2693307, 1.4420881, 1.0959089, 0.20555435, 1.5973812, -0.032156374, -1.5761786, -0.91150045, 0.6300519, -0.48349437, -0.30872232, -0.39116445, -1.2318536, -1.6258719, -1.8036767, 0.6900299, -0.70355994, -0.1725701, 1.7407733, 0.5066608, 1.2426162, 1.049316, 1.8148409, -1.7327176, -0.46343276, 1.7984477, -0.14226677, 1.7912004, -1.2605544, -1.7590172, 1.5818653, -0.35498756, 0.033100594, 1.7451029, -1.1222825], [1.8727882, -0.4137999, -1.0103269, -1.0651832, 0.07379528, -0.13213584, 1.5444018, -1.7967916, -1.8240967, -1.388861, 0.4226575, 1.1253784, -0.08062558, 0.45502228, 0.5702134, -1.92282, -1.0148942, 1.9910324, -0.6768493, 1.7865081, -0.03089551, -1.1097744, -1.990339, -1.129798, -0.7139877, -0.24279027, -0.21131346, 0.19337821, -0.103405364, -1.8685447, -0.9321312, 1.8480761, -1.8903403, 0.9362335, -0.09450963, 0.82769096, -0.66999435, -0.5194481, 0.06711957, 1.6386336, -0.6864466, -1.6565447, -1.8469734, 1.5262723, -0.7450573, -1.521897, 0.38569027, 1.3795815, 0.39818934, -1.3931533, -0.3770698, -0.93404275, -1.9337119, 1.8627412, -0.16313264, -1.4611125, 1.5396225, 1.9405196, 1.264023, -0.98541635, -1.2378285, 0.100449204, 0.3339881, 1.5136057, 1.8689718], [1.6415479, -0.6316828, 0.3423972, -1.5045744, 0.07550612, -1.71692, -1.5548128, -1.5122294, -0.7942706, -0.7612815, 0.8201614, -1.6958652, -1.5554235, 0.62528247, 0.6911558, 0.84174764, 0.8805568, 0.65169674, 0.21037441, 0.9654486, -1.6738887, -1.1527551, 0.96581334, -1.2297915, 0.12300955, -0.9587944, -0.27489993, 1.3367116, 0.64256006, -0.21924564, -0.9058808, 1.2200737, 0.62809014, -0.24020465, 1.4770894, 0.76984197, 1.9223088, 0.6575455, 1.5996054, 0.20163694, 0.8400049, 1.3697263, -1.6381714, -0.10310686, 0.42241058, -1.768866, 1.1568962, 0.8621841, 1.7449433, -0.51185215, -0.12337468, 1.647578, -0.354037, 1.3374072, -0.3143645, -0.64896756, -0.8909833, -1.1460242, -0.27427638, -1.3536748, 1.3119415, 1.8977215, -1.6102417, -1.780723, -1.9850494], [1.728253, -1.7047826, 0.7207199, -0.78465354, -1.2071171, -1.0146565, 0.7586461, -1.9280745, 1.4592695, 0.27120686, -1.0576277, -1.1666456, 0.6189301, 0.5173229, -0.72753704, -0.66392165, -0.14623663, 1.6418883, 0.15323132, 1.3602804, 0.5634067, 0.24845186, -0.041360337, 0.7225145, -0.033888046, 0.9039042, -1.2717471, -0.71074075, 1.4927139, -0.4190948, 1.37229, 1.7518232, 0.31387395, -1.5925442, 1.0277281, 0.6634519, -0.8368477, 1.4519147, -0.06911419, -1.7719978, -1.7280953, -1.0866673, 0.43933108, 1.2607181, -1.6038355, -1.9107682, 0.4900113, -0.36214295, -0.2334838, 1.2828134, 1.6760662, 1.8689595, 1.11663, -1.9869411, -1.3979753, 0.3491006, 1.821141, -1.6742135, 0.059740942, -0.41409764, -0.37267137, -0.9257702, -0.9169754, -1.0465432, -1.5873556], [0.2162806, -0.21620958, 0.8517406, 0.5597448, 1.8111924, -0.6415222, 1.5299643, -0.46092513, 0.6427496, 1.219914, -0.4128814, -0.21536902, 0.5250094, -1.5568755, 0.12704335, -1.6202347, -1.10052, 0.49223244, 1.8886567, 1.9974478, -0.9572543, -1.4147278, 0.074357346, -0.23450056, -0.48226216, 1.073882, 0.83875674, 0.24730496, 0.4858367, 0.3274172, 0.707498, 1.7112272, 1.7866733, 1.9179819, 1.438878, -1.5810323, -0.19330813, 1.1263264, -0.8226667, 0.42689335, -1.7790359, -1.1854659, -0.3991182, -1.7192266, -0.30269012, -1.0795548, 1.4470986, -0.7247521, -0.47709623, 1.2081172, 0.2386718, -1.7996519, -1.1296905, 0.44348714, -1.2025417, -1.0067502, 0.4917382, -0.021659354, -0.9235957, 0.23679891, 0.53499156, -1.8425101, -0.9046124, -0.7691581, 1.5148836], [-1.7947054, -0.6114632, -1.2217988, 0.780562, 1.2449368, -1.7702512, 1.4532077, 0.7838418, -1.1320846, 1.663331, -0.82783073, 1.1538604, -1.7001616, -0.17580412, 0.023021108, 1.5863426, 1.3461026, 0.185537, -1.7938557, -0.28008986, -0.49882945, 1.9819777, 0.72287565, -0.37977582, -0.5407356, 1.0703174, -1.6168809, 1.2680713, 0.68360215, -0.25880754, 0.8413221, -0.40874216, -1.4273088, -0.33224034, -1.7945329, -1.6515405, -0.2439273, 1.300298, -1.1853137, 0.0032669932, 1.9157938, 1.3098061, 1.6076998, 0.6998721, 0.35628802, 0.3273765, 0.40494362, -0.14010137, -0.5574971, -1.0452446, -1.7387775, -0.52346736, 1.0796002, 0.21074504, -1.3440487, 1.256812, -1.8341461, 1.7245091, 0.6072207, 0.22444351, -0.34956643, 1.3001242, -1.9728708, -1.9363464, 0.08125904], [-0.81172115, -0.39379278, 0.14639357, -1.824906, 1.9322438, 0.71056396, -1.6044272, 0.9544408, 0.131603, 0.7477868, 0.950836, 1.9654632, -1.5263993, 1.9848675, -0.09256744, -1.1962304, -0.5055633, -0.54272604, 1.5814085, 0.09715695, -1.733133, 0.8595016, -0.008902192, 1.2584157, -1.8141683, 1.4600171, 1.571447, -1.9670625, -0.09231761, -1.513693, 0.11767958, -1.6432266, 1.548179, -1.2654301, 0.67278403, 0.61429286, -0.7167265, -1.1421202, 1.6609616, -1.8408138, -0.98351645, -0.6931431, 0.3366806, -0.5232358, -1.5545466, 0.28134197, 0.89634, 0.8191314, -0.041643903, -0.7725759, -1.9589398, 0.13119517, 0.5141699, -0.2349681, 1.8368595, -1.19106, 1.2564216, 0.8751169, 1.5973027, 1.6982147, -1.0531248, 1.6872362, -0.38708693, 0.71631974, 1.8115854], [0.38143256, 0.33171505, -1.7165767, 0.386602, -1.0355375, -0.44697446, -0.48857185, 1.8934106, 0.5511813, 0.899861, -1.3089403, -0.78286153, 1.5098555, -1.5190393, 1.8124709, -0.2903717, -0.44021162, 0.058566667, -0.22697707, -0.11787074, -0.30405656, 0.8070445, -0.8948258, -1.3340256, -0.26185116, -1.6468025, -0.21049307, -0.02264955, 1.1373514, -1.5638195, -0.41249034, 1.122224, -0.64697874, 1.3448825, 0.8735674, -1.8331141, -0.4588857, 1.0654706, 0.1061582, 0.6915172, 1.9601073, 0.7010203, 0.18419592, 1.3844641, -0.27915803, -1.9583395, -0.9100994, 0.37890697, 1.7929912, 0.42854187, -0.86517256, 1.972831, -0.39937416, -1.0887854, 0.21167836, -0.62377876, -1.5537435, 0.8511286, 0.76584285, 1.8887464, -1.4526314, 1.6421618, 1.188734, -0.9876376, -0.08289014], [0.52057654, -0.7402134, -1.5697886, 1.3483245, -1.3412182, -0.037121717, -0.24919574, 1.6121128, 0.23571584, -0.3023819, 1.907227, -0.58982, 0.9059563, -1.0641719, 1.0288751, 1.0050077, 1.3126206, -0.06108889, -1.1113849, 0.5279374, 1.6408975, -0.7607191, -1.9193575, -1.2600116, 1.7316694, -1.9757725, -1.7845575, -1.6066704, 1.5673617, -0.4667344, 0.76644385, 0.82350045, -0.26398307, 0.92953086, -0.15509655, 0.1673776, -0.77274317, -1.9922376, 0.3732324, -0.9374762, -0.8993455, 1.515193, -0.55259806, -1.5905848, 0.5214796, 0.15376224, -1.7697235, -0.6043556, 0.44483078, -0.881123, 1.9446105, 1.1958703, 0.016848072, 1.6621177, -1.861037, -1.1018429, 1.6593304, 0.034870632, -1.3191715, 0.28036147, 0.92092353, 0.41366407, -1.8164824, -1.8530816, -0.37165105], [-1.9349566, -1.6636796, 0.5702579, -0.2461956, -1.6579218, 1.5058175, -0.5260525, 1.5326866, 0.43695807, 0.48387098, -0.30387762, 0.68797857, -1.0258694, -0.9702917, 1.4996347, -1.1850508, -0.45580855, 0.9788796, -0.6799939, -0.5360793, 1.6367096, -1.1741236, -1.0352838, 1.5469255, -0.8990595, -0.6775812, 1.5279558, -0.7154702, 1.987913, 1.2851235, 1.386681, -1.0972909, -1.1317425, 1.010305, 1.3069184, -1.1018288, -1.17607, -1.0257719, -1.4495549, -0.31519863, 0.011651175, 0.5126662, -1.7785861, -1.2312194, -1.5317132, -0.9199624, -1.2568588, 1.745091, -0.5066272, -1.4444091, 0.66576654, 1.8916247, 1.1776501, 0.59283835, -0.487354, -0.386811, -0.7914687, 1.2248845, 1.213356, -0.042421293, 1.4477321, 0.6087956, 0.7422449, -0.9248915, -1.0337392], [-1.089085, 1.6500429, 1.2009902, 1.5970422, 1.2909561, 1.2196736, -0.25577474, 1.062469, -1.3334117, 0.62310004, -1.8289498, 1.8630986, 1.5177972, -1.3401743, 1.0748405, 1.2945954, -1.8319759, 0.26444212, -0.3195965, 0.4749903, 1.5454682, 0.89181745, -1.1553849, 0.21883857, 0.2469771, -1.9544443, -1.4725783, -0.56207764, -1.2879417, -1.0509472, 0.70444727, 1.8451974, -0.16775803, 0.5842732, 1.0456314, 0.69183475, 0.6280514, -1.995309, 1.4796684, -1.3549451, -1.2780259, 0.039239723, 0.34746292, 1.0222951, -0.82830364, 1.7807082, 0.51294357, 1.3765656, -0.09193644, -1.7154127, -1.9515593, 0.56101924, -0.29545256, -0.23809193, -0.6960465, -1.2868142, -0.105287045, -0.98081905, 1.5710124, -1.2850423, 1.87071, 1.4411335, -0.46546346, 1.0914276, 0.32284647], [-0.1362733, 1.2479699, 1.3231663, -1.1939734, 1.6240422, -1.8716685, -1.9779073, -0.06529205, -0.7946646, -0.30932176, -0.08395897, -0.12668003, 1.6313682, 1.6727948, -0.6151844, -0.849557, 0.61599344, -1.206325, -0.39808378, 0.8718273, -1.9772409, 1.0873042, 0.935362, -0.45094746, -1.0086447, 0.16016768, -0.81743395, 1.2843429, 0.36244106, -0.773076, 1.2307262, 0.4303535, -1.4721508, -0.34397984, -0.041064154, 1.7789694, -0.71733814, -0.20593004, 1.9071773, -0.29538336, 1.3084327, -1.6121383, -0.42473862, -1.2647806, 1.5359442, 0.21046886, -1.1258174, -1.6312921, -0.31637052, -1.6143824, -0.05902028, 0.91515106, -0.75845456, -1.3300731, -0.553898, -1.3353659, 1.3753564, -1.6155019, 0.96376956, -0.66464317, 0.91350514, 1.0838403, -1.4597781, 1.0260272, 1.7824829], [0.26821056, 0.5797366, -0.70965654, -1.3020718, 0.97754645, 1.2818635, -1.1754303, -1.546239, -0.5908833, 0.50433433, -0.53973585, 1.8560494, 1.1659, 1.6647631, 0.3985687, 1.0230193, 1.8039479, -1.8575048, 0.29964253, -1.251627, 1.1804491, -1.0694515, 0.96645266, -0.66952133, 0.60609525, 0.71584016, 1.6352751, 1.4895196, -0.24878824, 0.7560748, -1.2704221, -1.6077102, 0.8562538, 1.6273408, 0.98659724, 0.067052215, 0.51833194, 0.92031527, 0.2773156, -0.5477296, 1.4030428, -0.52292466, 1.6147268, 1.1976155, 1.1720788, 1.3349316, 1.9472492, 1.9594539, 0.0056149573, -0.49088106, 0.9327045, 1.8716953, 0.52033466, -1.8971905, -1.8457826, -0.14334127, 1.1508104, 1.549999, -0.49996975, 0.06867718, 0.052136924, -1.6216786, -1.9964377, 0.094711736, 0.017133191], [1.4544569, -1.2732689, 1.4101596, -0.9149762, 0.15701126, 0.82806337, -1.4189, 1.7856854, 1.8314424, 1.8799676, -1.9910295, 0.57372797, 0.68430036, 1.5196493, -1.1940908, -1.5038843, 1.2377363, -0.9531949, -1.7358763, -1.6323186, 0.5807091, 0.143434, 0.99159175, 1.2284807, -1.989169, 1.7317524, 1.5187025, 1.732248, 1.0746754, -0.46497527, -1.0073458, 1.6498302, -0.3191418, -0.04837469, 0.7937718, 0.7536059, 0.77372223, 0.49438927, 0.03452616, 1.068099, -0.41683695, -0.95055234, 1.6362886, 1.3839401, 0.87180185, -1.3269638, -1.8173724, 1.689788, 1.7716639, -0.91037166, 0.517846, -1.9265138, -0.42531937, 0.8159527, -0.5558474, 1.2284702, 1.6511878, -1.4511684, 0.75267583, -0.4959803, -1.3024637, -0.6030313, -0.07274662, 1.5835669, 1.0616081], [-1.9792846, -1.7742277, 1.9754214, 0.2264976, 0.44074282, -0.58895284, 1.3257676, 0.22810677, 0.37038672, -1.0019425, 1.106834, -1.1433269, -1.4509727, 0.3895156, 1.3293029, -0.8276954, -0.79159003, -1.4025096, 0.4126947, 1.0830971, -1.4975048, 0.14067896, 0.15889545, -1.5729795, 0.121164195, -0.9124878, -1.2034962, 1.9422208, -1.6386288, -0.6262917, 0.4745743, -0.38068837, -1.9284378, 1.46499, -1.0431237, -0.3516721, 1.6341556, 1.8781888, 1.6590987, -0.35594684, 0.9764966, 1.3937588, -1.2110494, 1.8778639, -1.5943565, 0.6308719, -1.0438634, -1.139992, -1.4509975, 1.7684411, -1.486901, 1.6499395, -1.3371749, -0.6830358, -1.1541041, 1.9517404, -1.6283277, 1.444685, -0.79818773, 1.809164, 1.0013453, -0.9446405, 0.039730567, -1.3555307, -0.37124833], [-1.894792, 0.726412, 0.37328514, -0.9127441, -1.9468066, 1.7561058, -1.5003953, -0.68908185, -1.8984275, -0.4669526, -0.39325532, 0.13402821, -0.70536274, -1.0009809, 1.1431426, -0.88429976, -0.6717678, -0.035663143, -0.90475506, 0.9063112, -1.6640366, -0.70743394, -0.3165091, -0.9677894, 1.3595116, -0.5835979, -0.31739846, -0.12477814, 1.3206917, -1.1252035, 1.3151815, 1.793497, -0.93585825, -1.3228334, 1.1549455, -0.7485836, -1.090318, -1.687754, 0.45515087, 1.74776, 1.5250669, 0.35516515, -0.24556755, 1.9055364, 0.64129907, 1.8247564, 0.75289756, 0.78714556, 0.80424744, -1.4973077, -0.98949265, -1.7368268, 1.7300394, 1.9780675, 0.42024943, -1.376031, -1.502561, -0.21543929, -0.43675876, -1.2173717, -1.6431152, 0.5895547, 1.1691946, -1.7476572, -0.76194406], [-0.79829144, 0.16873111, 0.41809702, -0.3580655, 1.4637737, -0.43683973, -0.7865482, 1.0668977, 1.3677266, 1.5095943, -1.3228701, -1.2121694, -0.14958647, 1.8702707, 0.4814352, 0.49344087, -0.6933044, 1.9619625, -1.2695755, 0.2371503, 0.69959295, 1.2399484, 1.2538743, -0.45392293, -0.9160016, 1.919053, 0.21173666, -0.87167895, -1.4468515, 1.21275, 1.3940777, 0.27918547, -0.46403298, 0.63886994, 1.9204265, 0.31328458, 1.1484098, 1.5282279, 1.0274143, -0.053786695, -1.2867354, 0.78618526, 1.3259839, 1.8514373, -1.3908869, -1.5453042, 0.5449505, 1.3084221, -1.6944771, 0.45612758, -0.9344813, 1.9968392, -0.55448556, -1.6721683, 1.1307418, -0.79714125, -0.3235608, -1.4778262, -0.6764909, -1.4667903, -0.9705823, 0.3148848, -0.8041432, 0.66989285, 1.6045206], [0.30564654, -1.8852818, 1.8392076, -1.2087039, -0.6153886, 0.10604933, 0.4752477, -0.6316768, -0.23813008, 0.50728697, -0.1714953, -0.86653703, -0.35703382, -0.46095583, -0.832181, 0.40277204, 0.04903923, -0.35388637, 0.8377117, 1.2502221, 0.59538496, -0.6352574, 1.7466048, -1.5831438, 1.2221603, -0.31489345, -0.41307274, 1.372758, 0.6211892, 1.8954945, 1.5120877, -1.5349224, 0.012618389, 1.0704355, -1.669769, 0.16991436, 1.9711895, -1.0439843, -1.5328296, -0.8423135, -0.62264967, -0.8569014, -0.27164647, 1.333636, 0.069531046, 0.35702682, -1.5638561, -1.7407808, 1.8039869, -0.6116178, 1.7893263, -0.6574892, 0.5583047, 0.64611125, -1.640036, -1.7162489, -0.23310575, -1.4908677, -0.81668216, -1.2165787, -0.74823576, -0.1762533, -0.75467265, -0.65823686, -0.05612265]]> : tensor<33x65xf32>
  weft.return %0 : tensor<33x65xf32>
}
weft.func @expected_transpose_large() -> (tensor<65x33xf32>) {
  %0 = weft.constant dense<[[1.8681623, 0.62044185, -0.003915909, 1.6023442, 1.5768595, -1.6443572, 0.60562605, 0.03915935, 0.9832452, -1.0295424, -0.5898069, -0.6546317, 1.0409722, -1.1147956, -0.57755685, 1.5370729, 1.8727882, 1.6415479, 1.728253, 0.2162806, -1.7947054, -0.81172115, 0.38143256, 0.52057654, -1.9349566, -1.089085, -0.1362733, 0.26821056, 1.4544569, -1.9792846, -1.894792, -0.79829144, 0.30564654], [0.9190217, 0.12529822, -0.08272135, 1.7714658, 0.9457475, 0.11039396, 1.901035, -1.1598115, 0.7662282, 0.29988828, -1.0088627, 1.4213296, -1.1067566, -0.9302021, -0.04132966, -0.1989696, -0.4137999, -0.6316828, -1.7047826, -0.21620958, -0.6114632, -0.39379278, 0.33171505, -0.7402134, -1.6636796, 1.6500429, 1.2479699, 0.5797366, -1.2732689, -1.7742277, 0.726412, 0.16873111, -1.8852818], [0.7089086, 0.7451918, 1.1253376, -0.61086434, -0.66873354, 0.97156036, 1.5431783, -1.1648049, -1.4949949, 1.0510056, -0.8125596, -0.4800708, -0.96658754, -0.93339545, -1.1102476, -1.4324841, -1.0103269, 0.3423972, 0.7207199, 0.8517406, -1.2217988, 0.14639357, -1.7165767, -1.5697886, 0.5702579, 1.2009902, 1.3231663, -0.70965654, 1.4101596, 1.9754214, 0.37328514, 0.41809702, 1.8392076], [-0.9184354, -1.0146358, -0.14756142, -1.6548324, -0.14863007, 1.6672726, 0.535007, -0.39078608, 0.10067366, -1.4045851, -1.8007172, 1.76986, 1.8698868, -0.9597177, -0.28928748, 1.8231215, -1.0651832, -1.5045744, -0.78465354, 0.5597448, 0.780562, -1.824906, 0.386602, 1.3483245, -0.2461956, 1.5970422, -1.1939734, -1.3020718, -0.9149762, 0.2264976, -0.9127441, -0.3580655, -1.2087039], [-0.50938153, 0.8282753, -0.011874378, 1.4712404, 1.3384203, 0.56578714, 1.5904906, 1.1591963, 0.7574392, 1.8425506, -0.9797033, -0.81153697, 1.0506084, 0.06208323, 0.030566085, -1.0849512, 0.07379528, 0.07550612, -1.2071171, 1.8111924, 1.2449368, 1.9322438, -1.0355375, -1.3412182, -1.6579218, 1.2909561, 1.6240422, 0.97754645, 0.15701126, 0.44074282, -1.9468066, 1.4637737, -0.6153886], [-1.9892668, 0.93854576, -0.05094298, 0.6591735, -0.57076585, 0.40924737, -0.22221324, -1.8439904, -0.6580581, -0.61623466, 1.8125206, 1.9374447, -0.20533952, -1.5979927, -1.8751509, 0.48847875, -0.13213584, -1.71692, -1.0146565, -0.6415222, -1.7702512, 0.71056396, -0.44697446, -0.037121717, 1.5058175, 1.2196736, -1.8716685, 1.2818635, 0.82806337, -0.58895284, 1.7561058, -0.43683973, 0.10604933], [1.331821, 0.8878701, -0.18164748, -1.0720087, 1.2212241, -0.44708794, 1.1954964, 1.3492156, 0.015593195, 1.9798981, -1.9676098, -1.7500678, -1.4551928, 1.1215175, -0.4256078, -0.9421332, 1.5444018, -1.5548128, 0.7586461, 1.5299643, 1.4532077, -1.6044272, -0.48857185, -0.24919574, -0.5260525, -0.25577474, -1.9779073, -1.1754303, -1.4189, 1.3257676, -1.5003953, -0.7865482, 0.4752477], [-0.8956597, -1.7261996, -0.37708813, 0.26770887, 1.1280378, 0.28644013, -0.86208177, 1.9610696, 1.903729, 1.0103431, 0.90987355, 0.9382832, -0.9238137, -1.3008072, -0.8621762, 1.2672998, -1.7967916, -1.5122294, -1.9280745, -0.46092513, 0.7838418, 0.9544408, 1.8934106, 1.6121128, 1.5326866, 1.062469, -0.06529205, -1.546239, 1.7856854, 0.22810677, -0.68908185, 1.0668977, -0.6316768], [-1.6828756, 1.7846013, -1.3563831, -0.7672253, -0.12531419, 0.21918759, 0.10681135, 0.23664887, 0.5427274, -0.057912648, 1.1556522, -0.83439624, 1.9246523, -0.22413176, 0.5366528, -1.1969037, -1.8240967, -0.7942706, 1.4592695, 0.6427496, -1.1320846, 0.131603, 0.5511813, 0.23571584, 0.43695807, -1.3334117, -0.7946646, -0.5908833, 1.8314424, 0.37038672, -1.8984275, 1.3677266, -0.23813008], [-0.73763543, 0.3074554, -0.8187579, 1.6767535, 1.5862201, 1.6200999, 1.9194719, -0.5599549, 0.007973278, -0.549198, -0.38115993, -0.3043914, 1.1643121, 0.56728965, 1.247119, -0.3168618, -1.388861, -0.7612815, 0.27120686, 1.219914, 1.663331, 0.7477868, 0.899861, -0.3023819, 0.48387098, 0.62310004, -0.30932176, 0.50433433, 1.8799676, -1.0019425, -0.4669526, 1.5095943, 0.50728697], [-0.70732003, -0.9107237, -0.94043374, -0.63154113, -0.46192098, 1.3084048, 0.39519876, -1.0642568, -1.7360102, -1.6140461, 0.38096315, 0.5447418, -1.7204845, -1.4479051, 0.45776528, -1.1212003, 0.4226575, 0.8201614, -1.0576277, -0.4128814, -0.82783073, 0.950836, -1.3089403, 1.907227, -0.30387762, -1.8289498, -0.08395897, -0.53973585, -1.9910295, 1.106834, -0.39325532, -1.3228701, -0.1714953], [0.89594257, -0.26345387, -1.0072787, -1.214968, 0.99966127, 0.94878197, 0.027165193, -1.268196, -1.5153142, -1.648398, -1.11647, -1.8166797, 0.82737094, -0.36323208, 0.65578276, 1.4422629, 1.1253784, -1.6958652, -1.1666456, -0.21536902, 1.1538604, 1.9654632, -0.78286153, -0.58982, 0.68797857, 1.8630986, -0.12668003, 1.8560494, 0.57372797, -1.1433269, 0.13402821, -1.2121694, -0.86653703], [-1.9771733, 0.07040621, 1.1312989, -1.8271633, 0.5589953, 1.6951394, 1.1492304, -0.7066571, 1.4030802, 0.5178131, 0.6721809, -1.1058416, -0.4958774, 0.25264734, 0.4556074, 0.4776915, -0.08062558, -1.5554235, 0.6189301, 0.5250094, -1.7001616, -1.5263993, 1.5098555, 0.9059563, -1.0258694, 1.5177972, 1.6313682, 1.1659, 0.68430036, -1.4509727, -0.70536274, -0.14958647, -0.35703382], [-1.079946, 0.07107867, -1.5438485, -0.6299316, -0.6749973, -1.7353499, -0.75057083, 1.4066287, 0.9703943, 1.0940837, 0.831303, -1.5839326, 0.87961835, 0.20123392, -0.97503245, 0.5232842, 0.45502228, 0.62528247, 0.5173229, -1.5568755, -0.17580412, 1.9848675, -1.5190393, -1.0641719, -0.9702917, -1.3401743, 1.6727948, 1.6647631, 1.5196493, 0.3895156, -1.0009809, 1.8702707, -0.46095583], [1.5858771, -1.0081661, -1.1783186, 1.9577893, 0.1271358, 1.0784705, 1.3241761, -1.9869773, 1.3403794, 1.6301683, 0.9382735, 0.9585823, -0.81821555, 1.570096, -0.49481577, -0.7420108, 0.5702134, 0.6911558, -0.72753704, 0.12704335, 0.023021108, -0.09256744, 1.8124709, 1.0288751, 1.4996347, 1.0748405, -0.6151844, 0.3985687, -1.1940908, 1.3293029, 1.1431426, 0.4814352, -0.832181], [1.4195045, -0.94014287, 0.10565484, -1.126641, 0.4241595, -0.1455334, -1.925817, 1.1439145, 0.3123422, -0.54004276, -0.03309288, -1.1150334, -1.4793398, 1.140035, 1.3767972, -1.294033, -1.92282, 0.84174764, -0.66392165, -1.6202347, 1.5863426, -1.1962304, -0.2903717, 1.0050077, -1.1850508, 1.2945954, -0.849557, 1.0230193, -1.5038843, -0.8276954, -0.88429976, 0.49344087, 0.40277204], [0.5161252, -0.5456483, -0.7498342, -0.16779476, 0.1473037, 1.0072192, -1.0469747, 0.6697253, 0.3040377, 1.7505208, 1.8816637, -0.00667046, -1.9212005, -1.5163614, 1.7840961, 1.4293499, -1.0148942, 0.8805568, -0.14623663, -1.10052, 1.3461026, -0.5055633, -0.44021162, 1.3126206, -0.45580855, -1.8319759, 0.61599344, 1.8039479, 1.2377363, -0.79159003, -0.6717678, -0.6933044, 0.04903923], [0.23579958, 1.1236993, -1.0393488, 1.8884264, -1.5571237, -0.81529, -1.2910112, -1.9239359, 0.12230979, -0.81249946, 1.465262, -0.68594635, -0.81725705, 1.3328942, -1.2751938, 1.0584006, 1.9910324, 0.65169674, 1.6418883, 0.49223244, 0.185537, -0.54272604, 0.058566667, -0.06108889, 0.9788796, 0.26444212, -1.206325, -1.8575048, -0.9531949, -1.4025096, -0.035663143, 1.9619625, -0.35388637], [-1.1095299, -0.2502238, -0.50646794, -1.9731433, 1.9658023, -0.13064688, -0.9705982, -1.7218087, 0.94032663, 1.7595309, 0.289832, -1.0555329, 1.4413764, 0.19917428, -1.9576966, 0.9377816, -0.6768493, 0.21037441, 0.15323132, 1.8886567, -1.7938557, 1.5814085, -0.22697707, -1.1113849, -0.6799939, -0.3195965, -0.39808378, 0.29964253, -1.7358763, 0.4126947, -0.90475506, -1.2695755, 0.8377117], [1.5003899, -1.8454747, 0.008085062, -0.8197474, 1.8664184, 1.2983629, 1.782126, 0.94024885, -0.67915785, 1.6753416, 0.72945064, 1.7407112, 1.5649234, 0.7126533, 1.8458427, 1.9885553, 1.7865081, 0.9654486, 1.3602804, 1.9974478, -0.28008986, 0.09715695, -0.11787074, 0.5279374, -0.5360793, 0.4749903, 0.8718273, -1.251627, -1.6323186, 1.0830971, 0.9063112, 0.2371503, 1.2502221], [1.0428859, -0.19116057, 0.6973404, 1.2847364, -1.8501021, -1.8592792, -1.9044199, 0.6926841, -0.013175974, -1.3800046, -0.90085465, 0.029978145, 0.7326891, -1.3600949, 1.4384345, 0.23813023, -0.03089551, -1.6738887, 0.5634067, -0.9572543, -0.49882945, -1.733133, -0.30405656, 1.6408975, 1.6367096, 1.5454682, -1.9772409, 1.1804491, 0.5807091, -1.4975048, -1.6640366, 0.69959295, 0.59538496], [0.051730633, -1.1945496, 1.8888884, -1.6170733, 1.7771192, -0.8354938, -0.8050197, -0.7460293, -0.12092875, 1.4431762, 1.7745118, 0.6018808, 0.9915454, -0.112076975, 0.4303756, -1.2857728, -1.1097744, -1.1527551, 0.24845186, -1.4147278, 1.9819777, 0.8595016, 0.8070445, -0.7607191, -1.1741236, 0.89181745, 1.0873042, -1.0694515, 0.143434, 0.14067896, -0.70743394, 1.2399484, -0.6352574], [-1.3559268, -1.9503504, 1.4105552, 1.7131845, 0.12595539, -0.04615282, 0.29756305, 1.4451603, 0.6465491, 0.81476426, 0.5805689, 0.81753194, -1.2214851, 0.79966325, 1.2676706, 0.4381631, -1.990339, 0.96581334, -0.041360337, 0.074357346, 0.72287565, -0.008902192, -0.8948258, -1.9193575, -1.0352838, -1.1553849, 0.935362, 0.96645266, 0.99159175, 0.15889545, -0.3165091, 1.2538743, 1.7466048], [-1.1366432, 1.9081202, -0.2800304, 1.3382298, -1.497182, 1.4060086, 0.81235784, -1.1593717, -1.135157, 0.8097509, 1.5796962, 1.284605, -0.5829515, 1.1898108, 0.37704006, -0.85081285, -1.129798, -1.2297915, 0.7225145, -0.23450056, -0.37977582, 1.2584157, -1.3340256, -1.2600116, 1.5469255, 0.21883857, -0.45094746, -0.66952133, 1.2284807, -1.5729795, -0.9677894, -0.45392293, -1.5831438], [-0.4828259, -0.82511806, -0.19345184, -1.4277934, 1.2822763, -0.9198672, 1.0951357, -0.29236466, -1.8997029, 1.3616495, -0.8455022, -0.94712293, 1.596933, 1.2232456, 1.6192491, 0.051756226, -0.7139877, 0.12300955, -0.033888046, -0.48226216, -0.5407356, -1.8141683, -0.26185116, 1.7316694, -0.8990595, 0.2469771, -1.0086447, 0.60609525, -1.989169, 0.121164195, 1.3595116, -0.9160016, 1.2221603], [-0.6755015, 0.14998609, -0.3371467, 0.36938375, -0.26813966, 1.2922976, -0.46685475, -1.5399826, -1.6457584, 0.14665638, 1.9295249, -1.685621, 1.9451207, -1.1314745, -1.0266179, -0.1627067, -0.24279027, -0.9587944, 0.9039042, 1.073882, 1.0703174, 1.4600171, -1.6468025, -1.9757725, -0.6775812, -1.9544443, 0.16016768, 0.71584016, 1.7317524, -0.9124878, -0.5835979, 1.919053, -0.31489345], [-1.7557758, -0.5672009, -1.0442652, 0.221993, 0.85276264, -1.0218222, -1.1193047, 0.58277756, -1.283031, 0.027072012, -1.5782242, -0.131017, -0.22778052, 1.3309029, -0.22347426, 0.2541101, -0.21131346, -0.27489993, -1.2717471, 0.83875674, -1.6168809, 1.571447, -0.21049307, -1.7845575, 1.5279558, -1.4725783, -0.81743395, 1.6352751, 1.5187025, -1.2034962, -0.31739846, 0.21173666, -0.41307274], [-0.37449455, -1.786373, 1.8070617, 0.7747741, 1.3088933, -0.7873962, 1.4094104, -1.651906, 1.4289788, -0.53188056, 0.12139634, -1.3199755, 1.1038985, 0.27370894, 0.682311, 1.6855049, 0.19337821, 1.3367116, -0.71074075, 0.24730496, 1.2680713, -1.9670625, -0.02264955, -1.6066704, -0.7154702, -0.56207764, 1.2843429, 1.4895196, 1.732248, 1.9422208, -0.12477814, -0.87167895, 1.372758], [-0.2051309, 1.6035358, -1.7253611, -0.7726386, 0.15215856, 0.21527237, -1.5116314, -1.2820721, 0.867348, 1.4610007, -1.5581104, -1.9182724, 1.733787, 0.6747512, -1.1374769, 1.2408031, -0.103405364, 0.64256006, 1.4927139, 0.4858367, 0.68360215, -0.09231761, 1.1373514, 1.5673617, 1.987913, -1.2879417, 0.36244106, -0.24878824, 1.0746754, -1.6386288, 1.3206917, -1.4468515, 0.6211892], [-0.85168064, 1.7426296, -1.1802108, -0.46338156, -1.8013388, 0.6156208, -1.7399124, 1.0654011, 0.999884, 1.6043929, -1.2408488, 1.6787372, 1.9880091, 1.4062092, 0.8592735, -0.33940178, -1.8685447, -0.21924564, -0.4190948, 0.3274172, -0.25880754, -1.513693, -1.5638195, -0.4667344, 1.2851235, -1.0509472, -0.773076, 0.7560748, -0.46497527, -0.6262917, -1.1252035, 1.21275, 1.8954945], [-0.46278843, -1.2542691, 0.64792454, -1.0367959, 1.2898833, 1.52028, -1.073681, 0.00095482846, -0.22308446, -1.3578209, 1.0566028, 0.50634336, -0.8169753, -0.37812793, -0.9505044, 1.2693307, -0.9321312, -0.9058808, 1.37229, 0.707498, 0.8413221, 0.11767958, -0.41249034, 0.76644385, 1.386681, 0.70444727, 1.2307262, -1.2704221, -1.0073458, 0.4745743, 1.3151815, 1.3940777, 1.5120877], [-0.6704892, -0.32801217, 0.3582497, -0.83240205, 0.7761533, 1.5178683, -0.029652469, 0.6474705, -1.5889153, 1.0886767, -1.7356199, -0.34254107, 0.6162825, 1.6785501, 0.84008735, 1.4420881, 1.8480761, 1.2200737, 1.7518232, 1.7112272, -0.40874216, -1.6432266, 1.122224, 0.82350045, -1.0972909, 1.8451974, 0.4303535, -1.6077102, 1.6498302, -0.38068837, 1.793497, 0.27918547, -1.5349224], [-0.49265742, -0.505437, -0.8854109, -1.297085, 1.6405658, -0.999353, 1.7686348, 0.9358128, -0.13890721, -0.8979547, -0.46915874, -1.4542197, -0.4400817, 1.5250201, 1.2168642, 1.0959089, -1.8903403, 0.62809014, 0.31387395, 1.7866733, -1.4273088, 1.548179, -0.64697874, -0.26398307, -1.1317425, -0.16775803, -1.4721508, 0.8562538, -0.3191418, -1.9284378, -0.93585825, -0.46403298, 0.012618389], [0.4761239, -1.331132, 1.7478185, 1.617612, -0.91945165, 0.98240864, 0.9154082, 0.42620358, 1.4519475, -1.2645708, -1.2333777, 1.0449944, -0.13966562, 1.2309798, -0.3032913, 0.20555435, 0.9362335, -0.24020465, -1.5925442, 1.9179819, -0.33224034, -1.2654301, 1.3448825, 0.92953086, 1.010305, 0.5842732, -0.34397984, 1.6273408, -0.04837469, 1.46499, -1.3228334, 0.63886994, 1.0704355], [-0.010677219, 0.64664257, -0.36218023, 1.5496966, 1.1406853, 0.53997207, 0.25588936, -1.2089605, 0.036619753, -1.2111663, 1.4010856, 0.13202098, -0.15232556, -0.4802341, 1.9604454, 1.5973812, -0.09450963, 1.4770894, 1.0277281, 1.438878, -1.7945329, 0.67278403, 0.8735674, -0.15509655, 1.3069184, 1.0456314, -0.041064154, 0.98659724, 0.7937718, -1.0431237, 1.1549455, 1.9204265, -1.669769], [-1.2096423, 1.1279843, 0.38501433, -0.5599336, 1.4924705, -0.45542586, 0.0848763, 0.79397917, 0.5273477, 0.2932225, -1.670498, -1.3028209, -0.88593876, 0.11282694, 0.5254719, -0.032156374, 0.82769096, 0.76984197, 0.6634519, -1.5810323, -1.6515405, 0.61429286, -1.8331141, 0.1673776, -1.1018288, 0.69183475, 1.7789694, 0.067052215, 0.7536059, -0.3516721, -0.7485836, 0.31328458, 0.16991436], [1.1810386, 1.038792, -1.6358947, 0.77287185, -0.5797956, 1.1041675, 0.7736696, -1.5362486, -0.50322634, -0.8809193, -0.6536924, 1.9290873, -1.92374, -1.307525, 1.0263306, -1.5761786, -0.66999435, 1.9223088, -0.8368477, -0.19330813, -0.2439273, -0.7167265, -0.4588857, -0.77274317, -1.17607, 0.6280514, -0.71733814, 0.51833194, 0.77372223, 1.6341556, -1.090318, 1.1484098, 1.9711895], [0.052746005, 0.70100784, 1.5635554, -0.038897958, -0.35924795, 1.5900775, 0.5058667, -0.92075074, -1.3996532, -1.0308847, 1.4249752, 1.8032589, 1.0661261, 1.0374966, -1.9176196, -0.91150045, -0.5194481, 0.6575455, 1.4519147, 1.1263264, 1.300298, -1.1421202, 1.0654706, -1.9922376, -1.0257719, -1.995309, -0.20593004, 0.92031527, 0.49438927, 1.8781888, -1.687754, 1.5282279, -1.0439843], [-0.16654095, -1.9300383, -1.5879856, -0.8768691, -0.6640501, -0.083221704, -0.65475464, -0.20745169, 0.5065144, -1.6060162, 0.74765563, 1.7085644, 0.7838701, 1.5637387, -1.5487535, 0.6300519, 0.06711957, 1.5996054, -0.06911419, -0.8226667, -1.1853137, 1.6609616, 0.1061582, 0.3732324, -1.4495549, 1.4796684, 1.9071773, 0.2773156, 0.03452616, 1.6590987, 0.45515087, 1.0274143, -1.5328296], [0.8533709, -1.0816103, -0.42381302, -0.6015831, -1.9770898, 1.6644214, -1.6290797, -1.542236, -0.060089674, -0.70115185, 0.81331265, 1.306597, 1.3623884, -1.3566223, 0.8459471, -0.48349437, 1.6386336, 0.20163694, -1.7719978, 0.42689335, 0.0032669932, -1.8408138, 0.6915172, -0.9374762, -0.31519863, -1.3549451, -0.29538336, -0.5477296, 1.068099, -0.35594684, 1.74776, -0.053786695, -0.8423135], [1.0085518, 0.05840453, 1.5422969, 1.8606228, -1.0737704, -1.489517, -1.196312, -1.5760374, -0.6174952, 1.096375, 1.9647533, 0.12633608, -1.3867832, 0.9789887, 1.7724619, -0.30872232, -0.6864466, 0.8400049, -1.7280953, -1.7790359, 1.9157938, -0.98351645, 1.9601073, -0.8993455, 0.011651175, -1.2780259, 1.3084327, 1.4030428, -0.41683695, 0.9764966, 1.5250669, -1.2867354, -0.62264967], [1.396238, 0.8113624, 1.779976, -0.63415414, -0.67385465, -1.3352373, 1.1308335, 0.60908, -0.9659217, -1.9136055, -1.9063174, -0.7981977, -1.051856, 0.7766822, 0.5129156, -0.39116445, -1.6565447, 1.3697263, -1.0866673, -1.1854659, 1.3098061, -0.6931431, 0.7010203, 1.515193, 0.5126662, 0.039239723, -1.6121383, -0.52292466, -0.95055234, 1.3937588, 0.35516515, 0.78618526, -0.8569014], [1.2449865, -0.4543055, 1.6159025, 0.31466576, -1.5663848, 1.0568043, 0.53781307, 0.96782994, 0.78396535, -0.06935895, 0.6592729, 0.6068331, 0.38452, -1.8539145, 1.6513748, -1.2318536, -1.8469734, -1.6381714, 0.43933108, -0.3991182, 1.6076998, 0.3366806, 0.18419592, -0.55259806, -1.7785861, 0.34746292, -0.42473862, 1.6147268, 1.6362886, -1.2110494, -0.24556755, 1.3259839, -0.27164647], [0.6760609, -0.20293276, 1.3103726, 1.7804099, 1.062225, -0.7777932, 1.1887103, -0.5172366, -0.728354, 0.41122487, 0.9798302, -1.3946061, 1.7465069, 1.6677065, -1.7632984, -1.6258719, 1.5262723, -0.10310686, 1.2607181, -1.7192266, 0.6998721, -0.5232358, 1.3844641, -1.5905848, -1.2312194, 1.0222951, -1.2647806, 1.1976155, 1.3839401, 1.8778639, 1.9055364, 1.8514373, 1.333636], [0.8845174, 1.3628765, -1.0667969, -0.8096245, -0.29218954, 0.3414634, -1.8220361, -0.44058233, 0.30386603, -1.8015232, 0.9926958, 0.46725067, -0.11290151, -0.08340702, 1.5665984, -1.8036767, -0.7450573, 0.42241058, -1.6038355, -0.30269012, 0.35628802, -1.5545466, -0.27915803, 0.5214796, -1.5317132, -0.82830364, 1.5359442, 1.1720788, 0.87180185, -1.5943565, 0.64129907, -1.3908869, 0.069531046], [-1.3714925, -1.9058121, -1.8725839, 1.2357601, 0.27285713, -0.011715573, 1.6032788, -1.169596, -0.96103406, -0.824111, 0.85608584, -1.7357304, -1.1966904, -0.92328316, 1.5092579, 0.6900299, -1.521897, -1.768866, -1.9107682, -1.0795548, 0.3273765, 0.28134197, -1.9583395, 0.15376224, -0.9199624, 1.7807082, 0.21046886, 1.3349316, -1.3269638, 0.6308719, 1.8247564, -1.5453042, 0.35702682], [0.7970128, -0.9256443, -0.19276182, -1.5436769, -0.8615735, -1.4168582, -0.4709934, 0.08651122, 1.0136465, 1.6259047, -1.71115, -1.9456588, 0.37876198, -1.8792537, 0.5154715, -0.70355994, 0.38569027, 1.1568962, 0.4900113, 1.4470986, 0.40494362, 0.89634, -0.9100994, -1.7697235, -1.2568588, 0.51294357, -1.1258174, 1.9472492, -1.8173724, -1.0438634, 0.75289756, 0.5449505, -1.5638561], [-0.98216873, -0.8402594, -1.7472817, 0.9333221, -0.5586068, 1.0169346, 1.7046697, 0.32147402, -0.5002002, 1.9773476, -1.6642462, 0.86206484, 1.8300184, 1.1273776, -0.28210744, -0.1725701, 1.3795815, 0.8621841, -0.36214295, -0.7247521, -0.14010137, 0.8191314, 0.37890697, -0.6043556, 1.745091, 1.3765656, -1.6312921, 1.9594539, 1.689788, -1.139992, 0.78714556, 1.3084221, -1.7407808], [-0.968657, 1.9711305, 1.8421369, 1.2267509, 1.0135362, 0.9657302, 0.37807533, 1.734426, -0.08602439, 1.4012293, 1.091208, -0.629157, 1.4723021, -0.64882904, 0.81979173, 1.7407733, 0.39818934, 1.7449433, -0.2334838, -0.47709623, -0.5574971, -0.041643903, 1.7929912, 0.44483078, -0.5066272, -0.09193644, -0.31637052, 0.0056149573, 1.7716639, -1.4509975, 0.80424744, -1.6944771, 1.8039869], [-1.519473, -1.0898556, -1.9672502, 1.3497752, -0.12072812, -1.4191864, 0.18925129, -1.8376799, 1.7103173, -1.3212075, 0.4470818, 0.78900385, 1.5958267, 0.053975765, -1.0243313, 0.5066608, -1.3931533, -0.51185215, 1.2828134, 1.2081172, -1.0452446, -0.7725759, 0.42854187, -0.881123, -1.4444091, -1.7154127, -1.6143824, -0.49088106, -0.91037166, 1.7684411, -1.4973077, 0.45612758, -0.6116178], [-0.4123639, -1.8115474, -0.6980776, 1.900212, 0.38608807, -0.9609134, 1.2723088, 1.6349, 0.87352747, 1.0566272, -0.94930357, 1.1197873, -0.3579118, -1.2210431, 0.6705845, 1.2426162, -0.3770698, -0.12337468, 1.6760662, 0.2386718, -1.7387775, -1.9589398, -0.86517256, 1.9446105, 0.66576654, -1.9515593, -0.05902028, 0.9327045, 0.517846, -1.486901, -0.98949265, -0.9344813, 1.7893263], [-1.9204893, -0.33414316, -1.1868308, 0.84375495, -0.30927795, 1.2023387, 0.5017253, 1.9625907, 0.94532686, -0.1965371, -1.9628384, 1.3412147, -0.9508211, 0.42799187, 0.7770366, 1.049316, -0.93404275, 1.647578, 1.8689595, -1.7996519, -0.52346736, 0.13119517, 1.972831, 1.1958703, 1.8916247, 0.56101924, 0.91515106, 1.8716953, -1.9265138, 1.6499395, -1.7368268, 1.9968392, -0.6574892], [0.6279181, 0.59811544, -1.9452363, 1.9088442, 0.22813949, 1.6489235, 0.6982873, -0.61486393, -0.6426326, -1.3174226, 0.13383195, 0.4633173, 1.4823328, -0.4110587, 0.15960954, 1.8148409, -1.9337119, -0.354037, 1.11663, -1.1296905, 1.0796002, 0.5141699, -0.39937416, 0.016848072, 1.1776501, -0.29545256, -0.75845456, 0.52033466, -0.42531937, -1.3371749, 1.7300394, -0.55448556, 0.5583047], [0.9924107, -1.3863306, -0.0036877599, -0.88658667, 1.5894332, 1.4803605, -1.3695942, 0.9032318, 1.3613497, -0.076460265, -1.638305, 1.3869491, 1.1523485, 1.2264016, -0.95970076, -1.7327176, 1.8627412, 1.3374072, -1.9869411, 0.44348714, 0.21074504, -0.2349681, -1.0887854, 1.6621177, 0.59283835, -0.23809193, -1.3300731, -1.8971905, 0.8159527, -0.6830358, 1.9780675, -1.6721683, 0.64611125], [1.1021982, 1.3587793, -1.6958008, 0.08624351, -0.93039316, 0.007447735, 0.41782808, 1.2993786, -0.45696604, 1.691522, 0.99352705, 0.63547915, 1.4055089, 0.66532373, -1.9915723, -0.46343276, -0.16313264, -0.3143645, -1.3979753, -1.2025417, -1.3440487, 1.8368595, 0.21167836, -1.861037, -0.487354, -0.6960465, -0.553898, -1.8457826, -0.5558474, -1.1541041, 0.42024943, 1.1307418, -1.640036], [-1.484552, -1.2141747, 1.5997566, -1.1437032, 0.076247856, -0.5304182, -0.5740022, 0.60450613, 1.9532233, 1.5090107, -0.6371123, 1.7091217, -0.43509245, 0.886916, -1.216887, 1.7984477, -1.4611125, -0.64896756, 0.3491006, -1.0067502, 1.256812, -1.19106, -0.62377876, -1.1018429, -0.386811, -1.2868142, -1.3353659, -0.14334127, 1.2284702, 1.9517404, -1.376031, -0.79714125, -1.7162489], [0.5643465, 0.8171171, 0.7505117, -1.6658851, 0.7489044, -0.21899235, -1.697649, -0.84438163, 1.5835983, -0.4338601, 1.2299143, 1.5873991, -0.85536814, -0.99539435, 1.3351021, -0.14226677, 1.5396225, -0.8909833, 1.821141, 0.4917382, -1.8341461, 1.2564216, -1.5537435, 1.6593304, -0.7914687, -0.105287045, 1.3753564, 1.1508104, 1.6511878, -1.6283277, -1.502561, -0.3235608, -0.23310575], [1.3531729, -1.352768, -0.51999706, -0.24425459, -1.652842, -1.294446, -1.4672359, 0.4916264, 0.63649863, -1.7465912, -1.617777, -1.8268728, -1.0388018, -1.7445935, -1.1509024, 1.7912004, 1.9405196, -1.1460242, -1.6742135, -0.021659354, 1.7245091, 0.8751169, 0.8511286, 0.034870632, 1.2248845, -0.98081905, -1.6155019, 1.549999, -1.4511684, 1.444685, -0.21543929, -1.4778262, -1.4908677], [-1.8561214, 1.5269006, 1.3662564, 0.8787215, 1.8480303, -0.01604462, -0.0808032, 1.5076351, 1.3258557, 1.602213, -0.024095692, -0.9294097, 1.4824815, 1.5198373, -1.7026763, -1.2605544, 1.264023, -0.27427638, 0.059740942, -0.9235957, 0.6072207, 1.5973027, 0.76584285, -1.3191715, 1.213356, 1.5710124, 0.96376956, -0.49996975, 0.75267583, -0.79818773, -0.43675876, -0.6764909, -0.81668216], [-1.2265251, -1.1947182, 1.1874305, 1.1137874, -0.00496904, -1.0764499, -0.94998103, -1.5718101, 0.17617378, 1.9451418, -1.6009401, -0.44469553, 1.6776892, 1.7426009, -1.0134612, -1.7590172, -0.98541635, -1.3536748, -0.41409764, 0.23679891, 0.22444351, 1.6982147, 1.8887464, 0.28036147, -0.042421293, -1.2850423, -0.66464317, 0.06867718, -0.4959803, 1.809164, -1.2173717, -1.4667903, -1.2165787], [-0.9288968, 0.92543554, -0.6942356, -1.9320462, -1.0186511, -1.3522015, 1.0612915, -0.08010685, 0.93234545, 0.04557709, 1.1214405, -0.99120355, -0.5313429, 0.57400876, 0.07669119, 1.5818653, -1.2378285, 1.3119415, -0.37267137, 0.53499156, -0.34956643, -1.0531248, -1.4526314, 0.92092353, 1.4477321, 1.87071, 0.91350514, 0.052136924, -1.3024637, 1.0013453, -1.6431152, -0.9705823, -0.74823576], [-0.15206169, 1.3547761, 1.3889127, 1.7688763, 1.0417231, -0.47750854, -1.510406, -1.9094183, -1.5009028, -1.0988802, 0.2399324, -1.2924347, 1.4981656, 1.6870416, 0.34509507, -0.35498756, 0.100449204, 1.8977215, -0.9257702, -1.8425101, 1.3001242, 1.6872362, 1.6421618, 0.41366407, 0.6087956, 1.4411335, 1.0838403, -1.6216786, -0.6030313, -0.9446405, 0.5895547, 0.3148848, -0.1762533], [-1.3113393, -0.98021436, 1.7175912, -1.0110662, 1.2623236, -1.7442585, -1.9447243, 1.3798407, 1.9543425, 0.17517121, -1.0612497, 1.4938936, -0.47442898, 0.82517797, 1.5085887, 0.033100594, 0.3339881, -1.6102417, -0.9169754, -0.9046124, -1.9728708, -0.38708693, 1.188734, -1.8164824, 0.7422449, -0.46546346, -1.4597781, -1.9964377, -0.07274662, 0.039730567, 1.1691946, -0.8041432, -0.75467265], [0.15548757, -1.6286957, 0.47956693, -0.8311991, 0.52247894, -0.11858345, 1.9879186, 1.1139603, 1.2008449, 0.7850942, 1.851412, -1.899994, -0.2083647, 0.4232882, 1.4190254, 1.7451029, 1.5136057, -1.780723, -1.0465432, -0.7691581, -1.9363464, 0.71631974, -0.9876376, -1.8530816, -0.9248915, 1.0914276, 1.0260272, 0.094711736, 1.5835669, -1.3555307, -1.7476572, 0.66989285, -0.65823686], [-0.624193, 0.34456503, -0.59286803, 1.3296479, 1.664651, 0.78454655, -0.7481121, -1.815865, -1.4302305, -0.07117103, 0.72797984, -1.2725623, 0.26592603, -0.32379815, 1.8749601, -1.1222825, 1.8689718, -1.9850494, -1.5873556, 1.5148836, 0.08125904, 1.8115854, -0.08289014, -0.37165105, -1.0337392, 0.32284647, 1.7824829, 0.017133191, 1.0616081, -0.37124833, -0.76194406, 1.6045206, -0.05612265]]> : tensor<65x33xf32>
  weft.return %0 : tensor<65x33xf32>
}
weft.func @test_slice_middle(%a0: tensor<5x8xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<5x4xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 1>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x4xf32>)
  weft.return %r0 : tensor<5x4xf32>
}
weft.func @test_slice_middle.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 1>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_middle() -> (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[2]> : tensor<1xi64>
  %2 = weft.constant dense<[6]> : tensor<1xi64>
  %3 = weft.constant dense<[1]> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}
weft.func @expected_slice_middle() -> (tensor<5x4xf32>) {
  %0 = weft.constant dense<[[1.9900366, -0.27677763, 1.6921166, -1.9710287], [1.3855423, 0.7785137, -1.6487517, -0.5531996], [1.7054347, -0.093609214, -0.536857, 0.79079527], [-1.2435685, -1.1872615, 1.4455765, 0.30529094], [1.991999, -1.9434303, 0.455858, -0.9454207]]> : tensor<5x4xf32>
  weft.return %0 : tensor<5x4xf32>
}
weft.func @test_slice_constant_middle(%a0: tensor<5x8xf32>) -> (tensor<5x4xf32>) {
  %c0 = weft.constant dense<[2]> : tensor<1xi64>
  %c1 = weft.constant dense<[6]> : tensor<1xi64>
  %c2 = weft.constant dense<[1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 1>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x4xf32>)
  weft.return %r0 : tensor<5x4xf32>
}
weft.func @test_slice_constant_middle.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[2]> : tensor<1xi64>
  %c1 = weft.constant dense<[6]> : tensor<1xi64>
  %c2 = weft.constant dense<[1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 1>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_middle() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_middle() -> (tensor<5x4xf32>) {
  %0 = weft.constant dense<[[1.9900366, -0.27677763, 1.6921166, -1.9710287], [1.3855423, 0.7785137, -1.6487517, -0.5531996], [1.7054347, -0.093609214, -0.536857, 0.79079527], [-1.2435685, -1.1872615, 1.4455765, 0.30529094], [1.991999, -1.9434303, 0.455858, -0.9454207]]> : tensor<5x4xf32>
  weft.return %0 : tensor<5x4xf32>
}
weft.func @test_slice_strided(%a0: tensor<5x8xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<2xi64>) -> (tensor<2x3xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0, 1>} : (tensor<5x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> (tensor<2x3xf32>)
  weft.return %r0 : tensor<2x3xf32>
}
weft.func @test_slice_strided.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0, 1>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_strided() -> (tensor<5x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[1, 0]> : tensor<2xi64>
  %2 = weft.constant dense<[5, 8]> : tensor<2xi64>
  %3 = weft.constant dense<[2, 3]> : tensor<2xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>
}
weft.func @expected_slice_strided() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[1.6509594, 0.7785137, -0.6741472], [-0.33625302, -1.1872615, -0.31088546]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @test_slice_constant_strided(%a0: tensor<5x8xf32>) -> (tensor<2x3xf32>) {
  %c0 = weft.constant dense<[1, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[5, 8]> : tensor<2xi64>
  %c2 = weft.constant dense<[2, 3]> : tensor<2xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0, 1>} : (tensor<5x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> (tensor<2x3xf32>)
  weft.return %r0 : tensor<2x3xf32>
}
weft.func @test_slice_constant_strided.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[1, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[5, 8]> : tensor<2xi64>
  %c2 = weft.constant dense<[2, 3]> : tensor<2xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0, 1>} : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_strided() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_strided() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[1.6509594, 0.7785137, -0.6741472], [-0.33625302, -1.1872615, -0.31088546]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @test_slice_negative(%a0: tensor<5x8xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<5x2xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 1>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x2xf32>)
  weft.return %r0 : tensor<5x2xf32>
}
weft.func @test_slice_negative.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 1>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_negative() -> (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[-3]> : tensor<1xi64>
  %2 = weft.constant dense<[-1]> : tensor<1xi64>
  %3 = weft.constant dense<[1]> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}
weft.func @expected_slice_negative() -> (tensor<5x2xf32>) {
  %0 = weft.constant dense<[[-1.9710287, -1.7700539], [-0.5531996, -0.6741472], [0.79079527, -0.89399886], [0.30529094, -0.31088546], [-0.9454207, -0.99146676]]> : tensor<5x2xf32>
  weft.return %0 : tensor<5x2xf32>
}
weft.func @test_slice_constant_negative(%a0: tensor<5x8xf32>) -> (tensor<5x2xf32>) {
  %c0 = weft.constant dense<[-3]> : tensor<1xi64>
  %c1 = weft.constant dense<[-1]> : tensor<1xi64>
  %c2 = weft.constant dense<[1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 1>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x2xf32>)
  weft.return %r0 : tensor<5x2xf32>
}
weft.func @test_slice_constant_negative.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[-3]> : tensor<1xi64>
  %c1 = weft.constant dense<[-1]> : tensor<1xi64>
  %c2 = weft.constant dense<[1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 1>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_negative() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_negative() -> (tensor<5x2xf32>) {
  %0 = weft.constant dense<[[-1.9710287, -1.7700539], [-0.5531996, -0.6741472], [0.79079527, -0.89399886], [0.30529094, -0.31088546], [-0.9454207, -0.99146676]]> : tensor<5x2xf32>
  weft.return %0 : tensor<5x2xf32>
}
weft.func @test_slice_backwards(%a0: tensor<5x8xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<5x8xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x8xf32>)
  weft.return %r0 : tensor<5x8xf32>
}
weft.func @test_slice_backwards.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_backwards() -> (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[4]> : tensor<1xi64>
  %2 = weft.constant dense<[-6]> : tensor<1xi64>
  %3 = weft.constant dense<[-1]> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}
weft.func @expected_slice_backwards() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @test_slice_constant_backwards(%a0: tensor<5x8xf32>) -> (tensor<5x8xf32>) {
  %c0 = weft.constant dense<[4]> : tensor<1xi64>
  %c1 = weft.constant dense<[-6]> : tensor<1xi64>
  %c2 = weft.constant dense<[-1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x8xf32>)
  weft.return %r0 : tensor<5x8xf32>
}
weft.func @test_slice_constant_backwards.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[4]> : tensor<1xi64>
  %c1 = weft.constant dense<[-6]> : tensor<1xi64>
  %c2 = weft.constant dense<[-1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_backwards() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_backwards() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @test_slice_backwards_two(%a0: tensor<5x8xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<5x3xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 1>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x3xf32>)
  weft.return %r0 : tensor<5x3xf32>
}
weft.func @test_slice_backwards_two.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 1>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_backwards_two() -> (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[6]> : tensor<1xi64>
  %2 = weft.constant dense<[1]> : tensor<1xi64>
  %3 = weft.constant dense<[-2]> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}
weft.func @expected_slice_backwards_two() -> (tensor<5x3xf32>) {
  %0 = weft.constant dense<[[-1.7700539, 1.6921166, 1.9900366], [-0.6741472, -1.6487517, 1.3855423], [-0.89399886, -0.536857, 1.7054347], [-0.31088546, 1.4455765, -1.2435685], [-0.99146676, 0.455858, 1.991999]]> : tensor<5x3xf32>
  weft.return %0 : tensor<5x3xf32>
}
weft.func @test_slice_constant_backwards_two(%a0: tensor<5x8xf32>) -> (tensor<5x3xf32>) {
  %c0 = weft.constant dense<[6]> : tensor<1xi64>
  %c1 = weft.constant dense<[1]> : tensor<1xi64>
  %c2 = weft.constant dense<[-2]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 1>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x3xf32>)
  weft.return %r0 : tensor<5x3xf32>
}
weft.func @test_slice_constant_backwards_two.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[6]> : tensor<1xi64>
  %c1 = weft.constant dense<[1]> : tensor<1xi64>
  %c2 = weft.constant dense<[-2]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 1>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_backwards_two() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_backwards_two() -> (tensor<5x3xf32>) {
  %0 = weft.constant dense<[[-1.7700539, 1.6921166, 1.9900366], [-0.6741472, -1.6487517, 1.3855423], [-0.89399886, -0.536857, 1.7054347], [-0.31088546, 1.4455765, -1.2435685], [-0.99146676, 0.455858, 1.991999]]> : tensor<5x3xf32>
  weft.return %0 : tensor<5x3xf32>
}
weft.func @test_slice_clamped(%a0: tensor<5x8xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<2xi64>) -> (tensor<5x5xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0, 1>} : (tensor<5x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> (tensor<5x5xf32>)
  weft.return %r0 : tensor<5x5xf32>
}
weft.func @test_slice_clamped.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0, 1>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_clamped() -> (tensor<5x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[-100, 3]> : tensor<2xi64>
  %2 = weft.constant dense<[100, 9223372036854775807]> : tensor<2xi64>
  %3 = weft.constant dense<[1, 1]> : tensor<2xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>
}
weft.func @expected_slice_clamped() -> (tensor<5x5xf32>) {
  %0 = weft.constant dense<[[-0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [-0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [-1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x5xf32>
  weft.return %0 : tensor<5x5xf32>
}
weft.func @test_slice_constant_clamped(%a0: tensor<5x8xf32>) -> (tensor<5x5xf32>) {
  %c0 = weft.constant dense<[-100, 3]> : tensor<2xi64>
  %c1 = weft.constant dense<[100, 9223372036854775807]> : tensor<2xi64>
  %c2 = weft.constant dense<[1, 1]> : tensor<2xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0, 1>} : (tensor<5x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> (tensor<5x5xf32>)
  weft.return %r0 : tensor<5x5xf32>
}
weft.func @test_slice_constant_clamped.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[-100, 3]> : tensor<2xi64>
  %c1 = weft.constant dense<[100, 9223372036854775807]> : tensor<2xi64>
  %c2 = weft.constant dense<[1, 1]> : tensor<2xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0, 1>} : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_clamped() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_clamped() -> (tensor<5x5xf32>) {
  %0 = weft.constant dense<[[-0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [-0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [-1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x5xf32>
  weft.return %0 : tensor<5x5xf32>
}
weft.func @test_slice_empty(%a0: tensor<5x8xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<0x8xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<0x8xf32>)
  weft.return %r0 : tensor<0x8xf32>
}
weft.func @test_slice_empty.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_empty() -> (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[3]> : tensor<1xi64>
  %2 = weft.constant dense<[3]> : tensor<1xi64>
  %3 = weft.constant dense<[1]> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}
weft.func @expected_slice_empty() -> (tensor<0x8xf32>) {
  %0 = weft.constant dense<> : tensor<0x8xf32>
  weft.return %0 : tensor<0x8xf32>
}
weft.func @test_slice_constant_empty(%a0: tensor<5x8xf32>) -> (tensor<0x8xf32>) {
  %c0 = weft.constant dense<[3]> : tensor<1xi64>
  %c1 = weft.constant dense<[3]> : tensor<1xi64>
  %c2 = weft.constant dense<[1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<0x8xf32>)
  weft.return %r0 : tensor<0x8xf32>
}
weft.func @test_slice_constant_empty.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[3]> : tensor<1xi64>
  %c1 = weft.constant dense<[3]> : tensor<1xi64>
  %c2 = weft.constant dense<[1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_empty() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_empty() -> (tensor<0x8xf32>) {
  %0 = weft.constant dense<> : tensor<0x8xf32>
  weft.return %0 : tensor<0x8xf32>
}
weft.func @test_slice_crossed(%a0: tensor<5x8xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<0x8xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<0x8xf32>)
  weft.return %r0 : tensor<0x8xf32>
}
weft.func @test_slice_crossed.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_crossed() -> (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[4]> : tensor<1xi64>
  %2 = weft.constant dense<[1]> : tensor<1xi64>
  %3 = weft.constant dense<[1]> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}
weft.func @expected_slice_crossed() -> (tensor<0x8xf32>) {
  %0 = weft.constant dense<> : tensor<0x8xf32>
  weft.return %0 : tensor<0x8xf32>
}
weft.func @test_slice_constant_crossed(%a0: tensor<5x8xf32>) -> (tensor<0x8xf32>) {
  %c0 = weft.constant dense<[4]> : tensor<1xi64>
  %c1 = weft.constant dense<[1]> : tensor<1xi64>
  %c2 = weft.constant dense<[1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<0x8xf32>)
  weft.return %r0 : tensor<0x8xf32>
}
weft.func @test_slice_constant_crossed.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[4]> : tensor<1xi64>
  %c1 = weft.constant dense<[1]> : tensor<1xi64>
  %c2 = weft.constant dense<[1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_crossed() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_crossed() -> (tensor<0x8xf32>) {
  %0 = weft.constant dense<> : tensor<0x8xf32>
  weft.return %0 : tensor<0x8xf32>
}
weft.func @test_slice_far_back(%a0: tensor<5x8xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<5x8xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 1>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x8xf32>)
  weft.return %r0 : tensor<5x8xf32>
}
weft.func @test_slice_far_back.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 1>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_far_back() -> (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[9223372036854775807]> : tensor<1xi64>
  %2 = weft.constant dense<[-9223372036854775808]> : tensor<1xi64>
  %3 = weft.constant dense<[-1]> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}
weft.func @expected_slice_far_back() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[-1.6034331, -1.7700539, -1.9710287, 1.6921166, -0.27677763, 1.9900366, -1.8319986, 0.7309152], [-0.18772845, -0.6741472, -0.5531996, -1.6487517, 0.7785137, 1.3855423, -0.35191104, 1.6509594], [0.8498854, -0.89399886, 0.79079527, -0.536857, -0.093609214, 1.7054347, -1.6655352, 1.015258], [1.0998665, -0.31088546, 0.30529094, 1.4455765, -1.1872615, -1.2435685, -0.08737379, -0.33625302], [-0.021384, -0.99146676, -0.9454207, 0.455858, -1.9434303, 1.991999, -1.3645672, 1.6484205]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @test_slice_constant_far_back(%a0: tensor<5x8xf32>) -> (tensor<5x8xf32>) {
  %c0 = weft.constant dense<[9223372036854775807]> : tensor<1xi64>
  %c1 = weft.constant dense<[-9223372036854775808]> : tensor<1xi64>
  %c2 = weft.constant dense<[-1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 1>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<5x8xf32>)
  weft.return %r0 : tensor<5x8xf32>
}
weft.func @test_slice_constant_far_back.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[9223372036854775807]> : tensor<1xi64>
  %c1 = weft.constant dense<[-9223372036854775808]> : tensor<1xi64>
  %c2 = weft.constant dense<[-1]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 1>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_far_back() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_far_back() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[-1.6034331, -1.7700539, -1.9710287, 1.6921166, -0.27677763, 1.9900366, -1.8319986, 0.7309152], [-0.18772845, -0.6741472, -0.5531996, -1.6487517, 0.7785137, 1.3855423, -0.35191104, 1.6509594], [0.8498854, -0.89399886, 0.79079527, -0.536857, -0.093609214, 1.7054347, -1.6655352, 1.015258], [1.0998665, -0.31088546, 0.30529094, 1.4455765, -1.1872615, -1.2435685, -0.08737379, -0.33625302], [-0.021384, -0.99146676, -0.9454207, 0.455858, -1.9434303, 1.991999, -1.3645672, 1.6484205]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @test_slice_smallest_step(%a0: tensor<5x8xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<1x8xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<1x8xf32>)
  weft.return %r0 : tensor<1x8xf32>
}
weft.func @test_slice_smallest_step.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_smallest_step() -> (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[4]> : tensor<1xi64>
  %2 = weft.constant dense<[-9]> : tensor<1xi64>
  %3 = weft.constant dense<[-9223372036854775808]> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}
weft.func @expected_slice_smallest_step() -> (tensor<1x8xf32>) {
  %0 = weft.constant dense<[[1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<1x8xf32>
  weft.return %0 : tensor<1x8xf32>
}
weft.func @test_slice_constant_smallest_step(%a0: tensor<5x8xf32>) -> (tensor<1x8xf32>) {
  %c0 = weft.constant dense<[4]> : tensor<1xi64>
  %c1 = weft.constant dense<[-9]> : tensor<1xi64>
  %c2 = weft.constant dense<[-9223372036854775808]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<1x8xf32>)
  weft.return %r0 : tensor<1x8xf32>
}
weft.func @test_slice_constant_smallest_step.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[4]> : tensor<1xi64>
  %c1 = weft.constant dense<[-9]> : tensor<1xi64>
  %c2 = weft.constant dense<[-9223372036854775808]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_smallest_step() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_smallest_step() -> (tensor<1x8xf32>) {
  %0 = weft.constant dense<[[1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<1x8xf32>
  weft.return %0 : tensor<1x8xf32>
}
weft.func @test_slice_largest_step(%a0: tensor<5x8xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> (tensor<1x8xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<1x8xf32>)
  weft.return %r0 : tensor<1x8xf32>
}
weft.func @test_slice_largest_step.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_largest_step() -> (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<[1]> : tensor<1xi64>
  %2 = weft.constant dense<[9]> : tensor<1xi64>
  %3 = weft.constant dense<[9223372036854775807]> : tensor<1xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>
}
weft.func @expected_slice_largest_step() -> (tensor<1x8xf32>) {
  %0 = weft.constant dense<[[1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845]]> : tensor<1x8xf32>
  weft.return %0 : tensor<1x8xf32>
}
weft.func @test_slice_constant_largest_step(%a0: tensor<5x8xf32>) -> (tensor<1x8xf32>) {
  %c0 = weft.constant dense<[1]> : tensor<1xi64>
  %c1 = weft.constant dense<[9]> : tensor<1xi64>
  %c2 = weft.constant dense<[9223372036854775807]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<5x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<1x8xf32>)
  weft.return %r0 : tensor<1x8xf32>
}
weft.func @test_slice_constant_largest_step.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[1]> : tensor<1xi64>
  %c1 = weft.constant dense<[9]> : tensor<1xi64>
  %c2 = weft.constant dense<[9223372036854775807]> : tensor<1xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_largest_step() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_largest_step() -> (tensor<1x8xf32>) {
  %0 = weft.constant dense<[[1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845]]> : tensor<1x8xf32>
  weft.return %0 : tensor<1x8xf32>
}
weft.func @test_slice_none(%a0: tensor<5x8xf32>, %a1: tensor<0xi64>, %a2: tensor<0xi64>, %a3: tensor<0xi64>) -> (tensor<5x8xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64>} : (tensor<5x8xf32>, tensor<0xi64>, tensor<0xi64>, tensor<0xi64>) -> (tensor<5x8xf32>)
  weft.return %r0 : tensor<5x8xf32>
}
weft.func @test_slice_none.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<?xi64>, %a2: tensor<?xi64>, %a3: tensor<?xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.slice %a0, %a1, %a2, %a3 {dims = array<i64>} : (tensor<?x?xf32>, tensor<?xi64>, tensor<?xi64>, tensor<?xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_none() -> (tensor<5x8xf32>, tensor<0xi64>, tensor<0xi64>, tensor<0xi64>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  %1 = weft.constant dense<> : tensor<0xi64>
  %2 = weft.constant dense<> : tensor<0xi64>
  %3 = weft.constant dense<> : tensor<0xi64>
  weft.return %0, %1, %2, %3 : tensor<5x8xf32>, tensor<0xi64>, tensor<0xi64>, tensor<0xi64>
}
weft.func @expected_slice_none() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @test_slice_constant_none(%a0: tensor<5x8xf32>) -> (tensor<5x8xf32>) {
  %c0 = weft.constant dense<> : tensor<0xi64>
  %c1 = weft.constant dense<> : tensor<0xi64>
  %c2 = weft.constant dense<> : tensor<0xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64>} : (tensor<5x8xf32>, tensor<0xi64>, tensor<0xi64>, tensor<0xi64>) -> (tensor<5x8xf32>)
  weft.return %r0 : tensor<5x8xf32>
}
weft.func @test_slice_constant_none.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<> : tensor<0xi64>
  %c1 = weft.constant dense<> : tensor<0xi64>
  %c2 = weft.constant dense<> : tensor<0xi64>
  %r0 = weft.slice %a0, %c0, %c1, %c2 {dims = array<i64>} : (tensor<?x?xf32>, tensor<0xi64>, tensor<0xi64>, tensor<0xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_slice_constant_none() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @expected_slice_constant_none() -> (tensor<5x8xf32>) {
  %0 = weft.constant dense<[[0.7309152, -1.8319986, 1.9900366, -0.27677763, 1.6921166, -1.9710287, -1.7700539, -1.6034331], [1.6509594, -0.35191104, 1.3855423, 0.7785137, -1.6487517, -0.5531996, -0.6741472, -0.18772845], [1.015258, -1.6655352, 1.7054347, -0.093609214, -0.536857, 0.79079527, -0.89399886, 0.8498854], [-0.33625302, -0.08737379, -1.2435685, -1.1872615, 1.4455765, 0.30529094, -0.31088546, 1.0998665], [1.6484205, -1.3645672, 1.991999, -1.9434303, 0.455858, -0.9454207, -0.99146676, -0.021384]]> : tensor<5x8xf32>
  weft.return %0 : tensor<5x8xf32>
}
weft.func @test_pad_constant_some(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<4x9xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_pad_constant_some.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_constant_some() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %2 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_constant_some() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 0.41689616, -0.2525779, 0.855909, 1.8011585, 9.5, 9.5, 9.5], [9.5, 9.5, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 9.5, 9.5, 9.5], [9.5, 9.5, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 9.5, 9.5, 9.5]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_pad_constant_some_constant(%a0: tensor<3x4xf32>) -> (tensor<4x9xf32>) {
  %c0 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad constant %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_pad_constant_some_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad constant %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_constant_some_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_constant_some_constant() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 0.41689616, -0.2525779, 0.855909, 1.8011585, 9.5, 9.5, 9.5], [9.5, 9.5, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 9.5, 9.5, 9.5], [9.5, 9.5, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 9.5, 9.5, 9.5]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_pad_constant_long(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<14x20xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<14x20xf32>)
  weft.return %r0 : tensor<14x20xf32>
}
weft.func @test_pad_constant_long.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_constant_long() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %2 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_constant_long() -> (tensor<14x20xf32>) {
  %0 = weft.constant dense<[[9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 0.41689616, -0.2525779, 0.855909, 1.8011585, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5]]> : tensor<14x20xf32>
  weft.return %0 : tensor<14x20xf32>
}
weft.func @test_pad_constant_long_constant(%a0: tensor<3x4xf32>) -> (tensor<14x20xf32>) {
  %c0 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %c1 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad constant %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<14x20xf32>)
  weft.return %r0 : tensor<14x20xf32>
}
weft.func @test_pad_constant_long_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %c1 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad constant %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_constant_long_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_constant_long_constant() -> (tensor<14x20xf32>) {
  %0 = weft.constant dense<[[9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 0.41689616, -0.2525779, 0.855909, 1.8011585, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5], [9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5]]> : tensor<14x20xf32>
  weft.return %0 : tensor<14x20xf32>
}
weft.func @test_pad_constant_none(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<3x4xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_pad_constant_none.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_constant_none() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %2 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_constant_none() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_pad_constant_none_constant(%a0: tensor<3x4xf32>) -> (tensor<3x4xf32>) {
  %c0 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad constant %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_pad_constant_none_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad constant %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_constant_none_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_constant_none_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_pad_reflect_some(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<4x9xf32>) {
  %r0 = weft.pad reflect %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_pad_reflect_some.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad reflect %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_reflect_some() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %2 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_reflect_some() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616], [0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_pad_reflect_some_constant(%a0: tensor<3x4xf32>) -> (tensor<4x9xf32>) {
  %c0 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad reflect %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_pad_reflect_some_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad reflect %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_reflect_some_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_reflect_some_constant() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616], [0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_pad_reflect_long(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<14x20xf32>) {
  %r0 = weft.pad reflect %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<14x20xf32>)
  weft.return %r0 : tensor<14x20xf32>
}
weft.func @test_pad_reflect_long.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad reflect %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_reflect_long() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %2 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_reflect_long() -> (tensor<14x20xf32>) {
  %0 = weft.constant dense<[[-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [-0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [-0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [-0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [-0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616]]> : tensor<14x20xf32>
  weft.return %0 : tensor<14x20xf32>
}
weft.func @test_pad_reflect_long_constant(%a0: tensor<3x4xf32>) -> (tensor<14x20xf32>) {
  %c0 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %c1 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad reflect %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<14x20xf32>)
  weft.return %r0 : tensor<14x20xf32>
}
weft.func @test_pad_reflect_long_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %c1 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad reflect %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_reflect_long_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_reflect_long_constant() -> (tensor<14x20xf32>) {
  %0 = weft.constant dense<[[-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [-0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [-0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [-0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 0.78734285, 0.017990682, -0.7384539], [-1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091, -1.0496582, 0.43825647, -0.3589619, 0.43825647, -1.0496582, -1.3245091], [-0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.855909, -0.2525779, 0.41689616]]> : tensor<14x20xf32>
  weft.return %0 : tensor<14x20xf32>
}
weft.func @test_pad_reflect_none(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<3x4xf32>) {
  %r0 = weft.pad reflect %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_pad_reflect_none.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad reflect %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_reflect_none() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %2 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_reflect_none() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_pad_reflect_none_constant(%a0: tensor<3x4xf32>) -> (tensor<3x4xf32>) {
  %c0 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad reflect %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_pad_reflect_none_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad reflect %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_reflect_none_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_reflect_none_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_pad_edge_some(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<4x9xf32>) {
  %r0 = weft.pad edge %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_pad_edge_some.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad edge %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_edge_some() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %2 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_edge_some() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [-1.3245091, -1.3245091, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -0.3589619, -0.3589619, -0.3589619], [-0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_pad_edge_some_constant(%a0: tensor<3x4xf32>) -> (tensor<4x9xf32>) {
  %c0 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad edge %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_pad_edge_some_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad edge %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_edge_some_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_edge_some_constant() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [-1.3245091, -1.3245091, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -0.3589619, -0.3589619, -0.3589619], [-0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_pad_edge_long(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<14x20xf32>) {
  %r0 = weft.pad edge %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<14x20xf32>)
  weft.return %r0 : tensor<14x20xf32>
}
weft.func @test_pad_edge_long.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad edge %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_edge_long() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %2 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_edge_long() -> (tensor<14x20xf32>) {
  %0 = weft.constant dense<[[0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [-1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757]]> : tensor<14x20xf32>
  weft.return %0 : tensor<14x20xf32>
}
weft.func @test_pad_edge_long_constant(%a0: tensor<3x4xf32>) -> (tensor<14x20xf32>) {
  %c0 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %c1 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad edge %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<14x20xf32>)
  weft.return %r0 : tensor<14x20xf32>
}
weft.func @test_pad_edge_long_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %c1 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad edge %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_edge_long_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_edge_long_constant() -> (tensor<14x20xf32>) {
  %0 = weft.constant dense<[[0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, 0.41689616, -0.2525779, 0.855909, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585, 1.8011585], [-1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619, -0.3589619], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757], [-0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, -0.7384539, 0.017990682, 0.78734285, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757, 1.6346757]]> : tensor<14x20xf32>
  weft.return %0 : tensor<14x20xf32>
}
weft.func @test_pad_edge_none(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<3x4xf32>) {
  %r0 = weft.pad edge %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_pad_edge_none.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad edge %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_edge_none() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %2 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_edge_none() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_pad_edge_none_constant(%a0: tensor<3x4xf32>) -> (tensor<3x4xf32>) {
  %c0 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad edge %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_pad_edge_none_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad edge %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_edge_none_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_edge_none_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_pad_wrap_some(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<4x9xf32>) {
  %r0 = weft.pad wrap %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_pad_wrap_some.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad wrap %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_wrap_some() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %2 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_wrap_some() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285], [0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909], [0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647], [0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_pad_wrap_some_constant(%a0: tensor<3x4xf32>) -> (tensor<4x9xf32>) {
  %c0 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad wrap %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_pad_wrap_some_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[1, 2]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 3]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad wrap %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_wrap_some_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_wrap_some_constant() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285], [0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909], [0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647], [0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_pad_wrap_long(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<14x20xf32>) {
  %r0 = weft.pad wrap %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<14x20xf32>)
  weft.return %r0 : tensor<14x20xf32>
}
weft.func @test_pad_wrap_long.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad wrap %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_wrap_long() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %2 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_wrap_long() -> (tensor<14x20xf32>) {
  %0 = weft.constant dense<[[-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539], [-0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616], [-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539], [-0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616], [-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539], [-0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616], [-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539], [-0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616], [-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539]]> : tensor<14x20xf32>
  weft.return %0 : tensor<14x20xf32>
}
weft.func @test_pad_wrap_long_constant(%a0: tensor<3x4xf32>) -> (tensor<14x20xf32>) {
  %c0 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %c1 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad wrap %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<14x20xf32>)
  weft.return %r0 : tensor<14x20xf32>
}
weft.func @test_pad_wrap_long_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[5, 7]> : tensor<2xi64>
  %c1 = weft.constant dense<[6, 9]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad wrap %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_wrap_long_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_wrap_long_constant() -> (tensor<14x20xf32>) {
  %0 = weft.constant dense<[[-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539], [-0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616], [-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539], [-0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616], [-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539], [-0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616], [-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539], [-0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616, -0.2525779, 0.855909, 1.8011585, 0.41689616], [-1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091, -1.0496582, 0.43825647, -0.3589619, -1.3245091], [0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539, 0.017990682, 0.78734285, 1.6346757, -0.7384539]]> : tensor<14x20xf32>
  weft.return %0 : tensor<14x20xf32>
}
weft.func @test_pad_wrap_none(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<3x4xf32>) {
  %r0 = weft.pad wrap %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_pad_wrap_none.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad wrap %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_wrap_none() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %2 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %3 = weft.constant dense<9.5> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_wrap_none() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_pad_wrap_none_constant(%a0: tensor<3x4xf32>) -> (tensor<3x4xf32>) {
  %c0 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad wrap %a0, %c0, %c1, %c2 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<3x4xf32>)
  weft.return %r0 : tensor<3x4xf32>
}
weft.func @test_pad_wrap_none_constant.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c1 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %c2 = weft.constant dense<9.5> : tensor<f32>
  %r0 = weft.pad wrap %a0, %c0, %c1, %c2 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_wrap_none_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @expected_pad_wrap_none_constant() -> (tensor<3x4xf32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  weft.return %0 : tensor<3x4xf32>
}
weft.func @test_pad_crop(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<2x3xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<2x3xf32>)
  weft.return %r0 : tensor<2x3xf32>
}
weft.func @test_pad_crop.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_crop() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[-1, 1]> : tensor<2xi64>
  %2 = weft.constant dense<[0, -2]> : tensor<2xi64>
  %3 = weft.constant dense<0.0> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_crop() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[0.0, -1.3245091, -1.0496582], [0.0, -0.7384539, 0.017990682]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @test_pad_crop_all(%a0: tensor<3x4xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<0x4xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<0x4xf32>)
  weft.return %r0 : tensor<0x4xf32>
}
weft.func @test_pad_crop_all.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_crop_all() -> (tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[0.41689616, -0.2525779, 0.855909, 1.8011585], [-1.3245091, -1.0496582, 0.43825647, -0.3589619], [-0.7384539, 0.017990682, 0.78734285, 1.6346757]]> : tensor<3x4xf32>
  %1 = weft.constant dense<[-5, 0]> : tensor<2xi64>
  %2 = weft.constant dense<[0, 0]> : tensor<2xi64>
  %3 = weft.constant dense<0.0> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<3x4xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_crop_all() -> (tensor<0x4xf32>) {
  %0 = weft.constant dense<> : tensor<0x4xf32>
  weft.return %0 : tensor<0x4xf32>
}
weft.func @test_pad_reflect_one(%a0: tensor<1x2xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<6x2xf32>) {
  %r0 = weft.pad reflect %a0, %a1, %a2, %a3 : (tensor<1x2xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<6x2xf32>)
  weft.return %r0 : tensor<6x2xf32>
}
weft.func @test_pad_reflect_one.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>, %a2: tensor<2xi64>, %a3: tensor<f32>) -> (tensor<?x?xf32>) {
  %r0 = weft.pad reflect %a0, %a1, %a2, %a3 : (tensor<?x?xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_pad_reflect_one() -> (tensor<1x2xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) {
  %0 = weft.constant dense<[[1.7634772, 1.2781358]]> : tensor<1x2xf32>
  %1 = weft.constant dense<[2, 0]> : tensor<2xi64>
  %2 = weft.constant dense<[3, 0]> : tensor<2xi64>
  %3 = weft.constant dense<0.0> : tensor<f32>
  weft.return %0, %1, %2, %3 : tensor<1x2xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>
}
weft.func @expected_pad_reflect_one() -> (tensor<6x2xf32>) {
  %0 = weft.constant dense<[[1.7634772, 1.2781358], [1.7634772, 1.2781358], [1.7634772, 1.2781358], [1.7634772, 1.2781358], [1.7634772, 1.2781358], [1.7634772, 1.2781358]]> : tensor<6x2xf32>
  weft.return %0 : tensor<6x2xf32>
}
weft.func @test_pad_i8(%a0: tensor<2xi8>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<i8>) -> (tensor<5xi8>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<2xi8>, tensor<1xi64>, tensor<1xi64>, tensor<i8>) -> (tensor<5xi8>)
  weft.return %r0 : tensor<5xi8>
}
weft.func @test_pad_i8.dynamic(%a0: tensor<?xi8>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<i8>) -> (tensor<?xi8>) {
  %r0 = weft.pad constant %a0, %a1, %a2, %a3 : (tensor<?xi8>, tensor<1xi64>, tensor<1xi64>, tensor<i8>) -> (tensor<?xi8>)
  weft.return %r0 : tensor<?xi8>
}
weft.func @inputs_pad_i8() -> (tensor<2xi8>, tensor<1xi64>, tensor<1xi64>, tensor<i8>) {
  %0 = weft.constant dense<[1, 2]> : tensor<2xi8>
  %1 = weft.constant dense<[1]> : tensor<1xi64>
  %2 = weft.constant dense<[2]> : tensor<1xi64>
  %3 = weft.constant dense<-7> : tensor<i8>
  weft.return %0, %1, %2, %3 : tensor<2xi8>, tensor<1xi64>, tensor<1xi64>, tensor<i8>
}
weft.func @expected_pad_i8() -> (tensor<5xi8>) {
  %0 = weft.constant dense<[-7, 1, 2, -7, -7]> : tensor<5xi8>
  weft.return %0 : tensor<5xi8>
}
weft.func @test_concat_0(%a0: tensor<2x3x4xf32>, %a1: tensor<5x3x4xf32>, %a2: tensor<0x3x4xf32>) -> (tensor<7x3x4xf32>) {
  %r0 = weft.concat %a0, %a1, %a2 {dim = 0 : i64} : (tensor<2x3x4xf32>, tensor<5x3x4xf32>, tensor<0x3x4xf32>) -> (tensor<7x3x4xf32>)
  weft.return %r0 : tensor<7x3x4xf32>
}
weft.func @test_concat_0.dynamic(%a0: tensor<?x?x?xf32>, %a1: tensor<?x?x?xf32>, %a2: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.concat %a0, %a1, %a2 {dim = 0 : i64} : (tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_concat_0() -> (tensor<2x3x4xf32>, tensor<5x3x4xf32>, tensor<0x3x4xf32>) {
  %0 = weft.constant dense<[[[-0.61356235, 1.5354829, 0.8397669, -1.3020266], [1.8129534, -1.0106298, 0.7285685, 0.7781162], [1.6322534, 0.6658421, 1.9325409, -1.7610799]], [[-1.8501624, -1.2175232, 0.30105528, -0.30434644], [-1.6699532, -1.1919633, 0.31699076, -0.39010277], [1.0537505, -0.13214166, 1.5109481, 1.0350215]]]> : tensor<2x3x4xf32>
  %1 = weft.constant dense<[[[-0.022234026, -0.56805384, -1.1446341, -0.83169305], [-0.579689, -0.5550548, -1.2839386, -0.10715431], [-1.5526689, 1.4743135, 0.20138614, -1.6196247]], [[-0.688716, -0.97905236, -1.3753799, -0.07744306], [-1.2669125, -1.3933071, 0.80915016, -0.28168315], [0.68822443, -0.12010702, 0.015920576, -0.75723]], [[-0.2947225, -0.076406166, -0.630392, 1.3048499], [-1.0148928, -1.1178387, -0.62299985, 1.1407292], [1.3902692, 0.2600824, -0.5572551, 0.5952385]], [[1.3058859, -1.0284507, 0.67018646, 0.8394935], [-0.43900722, -1.4207467, 0.42976898, -1.1593232], [-0.5279462, 0.17814669, 1.8508004, -1.4139075]], [[-1.7052262, 0.15544602, 1.7723436, -1.8151991], [0.56847113, -1.8908648, 0.20419349, -1.523344], [0.63648605, -0.5560569, 0.61827964, -0.96700495]]]> : tensor<5x3x4xf32>
  %2 = weft.constant dense<> : tensor<0x3x4xf32>
  weft.return %0, %1, %2 : tensor<2x3x4xf32>, tensor<5x3x4xf32>, tensor<0x3x4xf32>
}
weft.func @expected_concat_0() -> (tensor<7x3x4xf32>) {
  %0 = weft.constant dense<[[[-0.61356235, 1.5354829, 0.8397669, -1.3020266], [1.8129534, -1.0106298, 0.7285685, 0.7781162], [1.6322534, 0.6658421, 1.9325409, -1.7610799]], [[-1.8501624, -1.2175232, 0.30105528, -0.30434644], [-1.6699532, -1.1919633, 0.31699076, -0.39010277], [1.0537505, -0.13214166, 1.5109481, 1.0350215]], [[-0.022234026, -0.56805384, -1.1446341, -0.83169305], [-0.579689, -0.5550548, -1.2839386, -0.10715431], [-1.5526689, 1.4743135, 0.20138614, -1.6196247]], [[-0.688716, -0.97905236, -1.3753799, -0.07744306], [-1.2669125, -1.3933071, 0.80915016, -0.28168315], [0.68822443, -0.12010702, 0.015920576, -0.75723]], [[-0.2947225, -0.076406166, -0.630392, 1.3048499], [-1.0148928, -1.1178387, -0.62299985, 1.1407292], [1.3902692, 0.2600824, -0.5572551, 0.5952385]], [[1.3058859, -1.0284507, 0.67018646, 0.8394935], [-0.43900722, -1.4207467, 0.42976898, -1.1593232], [-0.5279462, 0.17814669, 1.8508004, -1.4139075]], [[-1.7052262, 0.15544602, 1.7723436, -1.8151991], [0.56847113, -1.8908648, 0.20419349, -1.523344], [0.63648605, -0.5560569, 0.61827964, -0.96700495]]]> : tensor<7x3x4xf32>
  weft.return %0 : tensor<7x3x4xf32>
}
weft.func @test_concat_1(%a0: tensor<2x3x4xf32>, %a1: tensor<2x5x4xf32>, %a2: tensor<2x0x4xf32>) -> (tensor<2x8x4xf32>) {
  %r0 = weft.concat %a0, %a1, %a2 {dim = 1 : i64} : (tensor<2x3x4xf32>, tensor<2x5x4xf32>, tensor<2x0x4xf32>) -> (tensor<2x8x4xf32>)
  weft.return %r0 : tensor<2x8x4xf32>
}
weft.func @test_concat_1.dynamic(%a0: tensor<?x?x?xf32>, %a1: tensor<?x?x?xf32>, %a2: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.concat %a0, %a1, %a2 {dim = 1 : i64} : (tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_concat_1() -> (tensor<2x3x4xf32>, tensor<2x5x4xf32>, tensor<2x0x4xf32>) {
  %0 = weft.constant dense<[[[-1.7003418, -1.2724662, -0.9043378, -1.3409292], [-1.2062637, 0.17672218, -0.24943246, 1.3012019], [-0.009480043, 0.15803431, 0.8405088, 1.413656]], [[0.33880618, -1.8527114, -0.1631476, -1.8709207], [0.41951755, -1.7398094, 0.15843627, -1.4003154], [1.4220965, -1.6228074, 0.63768286, 0.81522876]]]> : tensor<2x3x4xf32>
  %1 = weft.constant dense<[[[-0.8992496, 0.37109488, -0.68032616, -0.96419555], [-0.9613836, -1.9366162, 0.69174397, -1.7126619], [-1.2119578, -1.6522064, 1.217119, 0.11793196], [-0.13057494, 0.33328572, 1.233088, 0.49634218], [0.053107157, -0.747335, 0.06698959, 1.9489506]], [[0.27950144, -0.09122442, 1.5531656, -1.7818588], [-1.7469043, 1.1575153, 1.768589, -1.79644], [-1.9037849, -1.9609773, 0.30787113, -1.4489043], [0.24536347, 0.65517664, -1.9378123, 1.4804643], [-0.9897096, 0.21591854, -0.58521026, -0.626932]]]> : tensor<2x5x4xf32>
  %2 = weft.constant dense<> : tensor<2x0x4xf32>
  weft.return %0, %1, %2 : tensor<2x3x4xf32>, tensor<2x5x4xf32>, tensor<2x0x4xf32>
}
weft.func @expected_concat_1() -> (tensor<2x8x4xf32>) {
  %0 = weft.constant dense<[[[-1.7003418, -1.2724662, -0.9043378, -1.3409292], [-1.2062637, 0.17672218, -0.24943246, 1.3012019], [-0.009480043, 0.15803431, 0.8405088, 1.413656], [-0.8992496, 0.37109488, -0.68032616, -0.96419555], [-0.9613836, -1.9366162, 0.69174397, -1.7126619], [-1.2119578, -1.6522064, 1.217119, 0.11793196], [-0.13057494, 0.33328572, 1.233088, 0.49634218], [0.053107157, -0.747335, 0.06698959, 1.9489506]], [[0.33880618, -1.8527114, -0.1631476, -1.8709207], [0.41951755, -1.7398094, 0.15843627, -1.4003154], [1.4220965, -1.6228074, 0.63768286, 0.81522876], [0.27950144, -0.09122442, 1.5531656, -1.7818588], [-1.7469043, 1.1575153, 1.768589, -1.79644], [-1.9037849, -1.9609773, 0.30787113, -1.4489043], [0.24536347, 0.65517664, -1.9378123, 1.4804643], [-0.9897096, 0.21591854, -0.58521026, -0.626932]]]> : tensor<2x8x4xf32>
  weft.return %0 : tensor<2x8x4xf32>
}
weft.func @test_concat_2(%a0: tensor<2x3x4xf32>, %a1: tensor<2x3x5xf32>, %a2: tensor<2x3x0xf32>) -> (tensor<2x3x9xf32>) {
  %r0 = weft.concat %a0, %a1, %a2 {dim = 2 : i64} : (tensor<2x3x4xf32>, tensor<2x3x5xf32>, tensor<2x3x0xf32>) -> (tensor<2x3x9xf32>)
  weft.return %r0 : tensor<2x3x9xf32>
}
weft.func @test_concat_2.dynamic(%a0: tensor<?x?x?xf32>, %a1: tensor<?x?x?xf32>, %a2: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.concat %a0, %a1, %a2 {dim = 2 : i64} : (tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_concat_2() -> (tensor<2x3x4xf32>, tensor<2x3x5xf32>, tensor<2x3x0xf32>) {
  %0 = weft.constant dense<[[[-0.3865765, -1.985156, -0.28486633, -0.93993264], [-0.5703691, -1.3484032, -0.6605198, 0.79773444], [1.9351192, -1.2114842, 1.4667459, 0.45902628]], [[-1.5959826, -1.9412233, 1.5360951, -1.0637559], [-1.5750281, 0.6222511, 0.8264151, 1.580267], [0.0012724749, -0.7521464, -0.7269867, -1.180963]]]> : tensor<2x3x4xf32>
  %1 = weft.constant dense<[[[0.5409435, 1.7690893, -1.6612675, -0.45345342, -0.59271747], [-1.6791946, 0.3792835, 1.9320302, -0.8932839, 0.9084479], [1.6023163, -0.9174001, 1.67594, 0.9934887, 0.5825785]], [[-1.2234505, -0.89039576, -1.5937855, 1.5828907, 1.2358129], [-1.6536411, 0.12405926, -1.1476028, 1.0624943, 0.2925592], [1.7815369, 0.9085538, -1.5972519, -0.50887656, 0.3050957]]]> : tensor<2x3x5xf32>
  %2 = weft.constant dense<> : tensor<2x3x0xf32>
  weft.return %0, %1, %2 : tensor<2x3x4xf32>, tensor<2x3x5xf32>, tensor<2x3x0xf32>
}
weft.func @expected_concat_2() -> (tensor<2x3x9xf32>) {
  %0 = weft.constant dense<[[[-0.3865765, -1.985156, -0.28486633, -0.93993264, 0.5409435, 1.7690893, -1.6612675, -0.45345342, -0.59271747], [-0.5703691, -1.3484032, -0.6605198, 0.79773444, -1.6791946, 0.3792835, 1.9320302, -0.8932839, 0.9084479], [1.9351192, -1.2114842, 1.4667459, 0.45902628, 1.6023163, -0.9174001, 1.67594, 0.9934887, 0.5825785]], [[-1.5959826, -1.9412233, 1.5360951, -1.0637559, -1.2234505, -0.89039576, -1.5937855, 1.5828907, 1.2358129], [-1.5750281, 0.6222511, 0.8264151, 1.580267, -1.6536411, 0.12405926, -1.1476028, 1.0624943, 0.2925592], [0.0012724749, -0.7521464, -0.7269867, -1.180963, 1.7815369, 0.9085538, -1.5972519, -0.50887656, 0.3050957]]]> : tensor<2x3x9xf32>
  weft.return %0 : tensor<2x3x9xf32>
}
weft.func @test_concat_one(%a0: tensor<2x3x4xf32>) -> (tensor<2x3x4xf32>) {
  %r0 = weft.concat %a0 {dim = 0 : i64} : (tensor<2x3x4xf32>) -> (tensor<2x3x4xf32>)
  weft.return %r0 : tensor<2x3x4xf32>
}
weft.func @test_concat_one.dynamic(%a0: tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.concat %a0 {dim = 0 : i64} : (tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_concat_one() -> (tensor<2x3x4xf32>) {
  %0 = weft.constant dense<[[[-0.3865765, -1.985156, -0.28486633, -0.93993264], [-0.5703691, -1.3484032, -0.6605198, 0.79773444], [1.9351192, -1.2114842, 1.4667459, 0.45902628]], [[-1.5959826, -1.9412233, 1.5360951, -1.0637559], [-1.5750281, 0.6222511, 0.8264151, 1.580267], [0.0012724749, -0.7521464, -0.7269867, -1.180963]]]> : tensor<2x3x4xf32>
  weft.return %0 : tensor<2x3x4xf32>
}
weft.func @expected_concat_one() -> (tensor<2x3x4xf32>) {
  %0 = weft.constant dense<[[[-0.3865765, -1.985156, -0.28486633, -0.93993264], [-0.5703691, -1.3484032, -0.6605198, 0.79773444], [1.9351192, -1.2114842, 1.4667459, 0.45902628]], [[-1.5959826, -1.9412233, 1.5360951, -1.0637559], [-1.5750281, 0.6222511, 0.8264151, 1.580267], [0.0012724749, -0.7521464, -0.7269867, -1.180963]]]> : tensor<2x3x4xf32>
  weft.return %0 : tensor<2x3x4xf32>
}
weft.func @test_tile_2x3(%a0: tensor<2x3xf32>, %a1: tensor<2xi64>) -> (tensor<4x9xf32>) {
  %r0 = weft.tile %a0, %a1 : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_tile_2x3.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.tile %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tile_2x3() -> (tensor<2x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<[[1.6473535, -0.5162099, -1.2484291], [-0.86675274, -1.0073411, -1.3820348]]> : tensor<2x3xf32>
  %1 = weft.constant dense<[2, 3]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2xi64>
}
weft.func @expected_tile_2x3() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[1.6473535, -0.5162099, -1.2484291, 1.6473535, -0.5162099, -1.2484291, 1.6473535, -0.5162099, -1.2484291], [-0.86675274, -1.0073411, -1.3820348, -0.86675274, -1.0073411, -1.3820348, -0.86675274, -1.0073411, -1.3820348], [1.6473535, -0.5162099, -1.2484291, 1.6473535, -0.5162099, -1.2484291, 1.6473535, -0.5162099, -1.2484291], [-0.86675274, -1.0073411, -1.3820348, -0.86675274, -1.0073411, -1.3820348, -0.86675274, -1.0073411, -1.3820348]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_tile_constant_2x3(%a0: tensor<2x3xf32>) -> (tensor<4x9xf32>) {
  %c0 = weft.constant dense<[2, 3]> : tensor<2xi64>
  %r0 = weft.tile %a0, %c0 : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<4x9xf32>)
  weft.return %r0 : tensor<4x9xf32>
}
weft.func @test_tile_constant_2x3.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[2, 3]> : tensor<2xi64>
  %r0 = weft.tile %a0, %c0 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tile_constant_2x3() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[1.6473535, -0.5162099, -1.2484291], [-0.86675274, -1.0073411, -1.3820348]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @expected_tile_constant_2x3() -> (tensor<4x9xf32>) {
  %0 = weft.constant dense<[[1.6473535, -0.5162099, -1.2484291, 1.6473535, -0.5162099, -1.2484291, 1.6473535, -0.5162099, -1.2484291], [-0.86675274, -1.0073411, -1.3820348, -0.86675274, -1.0073411, -1.3820348, -0.86675274, -1.0073411, -1.3820348], [1.6473535, -0.5162099, -1.2484291, 1.6473535, -0.5162099, -1.2484291, 1.6473535, -0.5162099, -1.2484291], [-0.86675274, -1.0073411, -1.3820348, -0.86675274, -1.0073411, -1.3820348, -0.86675274, -1.0073411, -1.3820348]]> : tensor<4x9xf32>
  weft.return %0 : tensor<4x9xf32>
}
weft.func @test_tile_1x1(%a0: tensor<2x3xf32>, %a1: tensor<2xi64>) -> (tensor<2x3xf32>) {
  %r0 = weft.tile %a0, %a1 : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<2x3xf32>)
  weft.return %r0 : tensor<2x3xf32>
}
weft.func @test_tile_1x1.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.tile %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tile_1x1() -> (tensor<2x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<[[-0.6243928, -1.0039904, 0.04186151], [1.5770245, 1.8172987, -1.3623239]]> : tensor<2x3xf32>
  %1 = weft.constant dense<[1, 1]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2xi64>
}
weft.func @expected_tile_1x1() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[-0.6243928, -1.0039904, 0.04186151], [1.5770245, 1.8172987, -1.3623239]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @test_tile_constant_1x1(%a0: tensor<2x3xf32>) -> (tensor<2x3xf32>) {
  %c0 = weft.constant dense<[1, 1]> : tensor<2xi64>
  %r0 = weft.tile %a0, %c0 : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<2x3xf32>)
  weft.return %r0 : tensor<2x3xf32>
}
weft.func @test_tile_constant_1x1.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[1, 1]> : tensor<2xi64>
  %r0 = weft.tile %a0, %c0 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tile_constant_1x1() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[-0.6243928, -1.0039904, 0.04186151], [1.5770245, 1.8172987, -1.3623239]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @expected_tile_constant_1x1() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[-0.6243928, -1.0039904, 0.04186151], [1.5770245, 1.8172987, -1.3623239]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @test_tile_0x2(%a0: tensor<2x3xf32>, %a1: tensor<2xi64>) -> (tensor<0x6xf32>) {
  %r0 = weft.tile %a0, %a1 : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<0x6xf32>)
  weft.return %r0 : tensor<0x6xf32>
}
weft.func @test_tile_0x2.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.tile %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tile_0x2() -> (tensor<2x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<[[0.27772614, 0.69540423, -1.3899392], [0.12719773, -1.1997858, -0.5437122]]> : tensor<2x3xf32>
  %1 = weft.constant dense<[0, 2]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2xi64>
}
weft.func @expected_tile_0x2() -> (tensor<0x6xf32>) {
  %0 = weft.constant dense<> : tensor<0x6xf32>
  weft.return %0 : tensor<0x6xf32>
}
weft.func @test_tile_constant_0x2(%a0: tensor<2x3xf32>) -> (tensor<0x6xf32>) {
  %c0 = weft.constant dense<[0, 2]> : tensor<2xi64>
  %r0 = weft.tile %a0, %c0 : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<0x6xf32>)
  weft.return %r0 : tensor<0x6xf32>
}
weft.func @test_tile_constant_0x2.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[0, 2]> : tensor<2xi64>
  %r0 = weft.tile %a0, %c0 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tile_constant_0x2() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[0.27772614, 0.69540423, -1.3899392], [0.12719773, -1.1997858, -0.5437122]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @expected_tile_constant_0x2() -> (tensor<0x6xf32>) {
  %0 = weft.constant dense<> : tensor<0x6xf32>
  weft.return %0 : tensor<0x6xf32>
}
weft.func @test_tile_1x4(%a0: tensor<2x3xf32>, %a1: tensor<2xi64>) -> (tensor<2x12xf32>) {
  %r0 = weft.tile %a0, %a1 : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<2x12xf32>)
  weft.return %r0 : tensor<2x12xf32>
}
weft.func @test_tile_1x4.dynamic(%a0: tensor<?x?xf32>, %a1: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.tile %a0, %a1 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tile_1x4() -> (tensor<2x3xf32>, tensor<2xi64>) {
  %0 = weft.constant dense<[[-0.70423657, 1.2598009, -1.0635545], [0.16039701, 0.34236634, -0.68051255]]> : tensor<2x3xf32>
  %1 = weft.constant dense<[1, 4]> : tensor<2xi64>
  weft.return %0, %1 : tensor<2x3xf32>, tensor<2xi64>
}
weft.func @expected_tile_1x4() -> (tensor<2x12xf32>) {
  %0 = weft.constant dense<[[-0.70423657, 1.2598009, -1.0635545, -0.70423657, 1.2598009, -1.0635545, -0.70423657, 1.2598009, -1.0635545, -0.70423657, 1.2598009, -1.0635545], [0.16039701, 0.34236634, -0.68051255, 0.16039701, 0.34236634, -0.68051255, 0.16039701, 0.34236634, -0.68051255, 0.16039701, 0.34236634, -0.68051255]]> : tensor<2x12xf32>
  weft.return %0 : tensor<2x12xf32>
}
weft.func @test_tile_constant_1x4(%a0: tensor<2x3xf32>) -> (tensor<2x12xf32>) {
  %c0 = weft.constant dense<[1, 4]> : tensor<2xi64>
  %r0 = weft.tile %a0, %c0 : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<2x12xf32>)
  weft.return %r0 : tensor<2x12xf32>
}
weft.func @test_tile_constant_1x4.dynamic(%a0: tensor<?x?xf32>) -> (tensor<?x?xf32>) {
  %c0 = weft.constant dense<[1, 4]> : tensor<2xi64>
  %r0 = weft.tile %a0, %c0 : (tensor<?x?xf32>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_tile_constant_1x4() -> (tensor<2x3xf32>) {
  %0 = weft.constant dense<[[-0.70423657, 1.2598009, -1.0635545], [0.16039701, 0.34236634, -0.68051255]]> : tensor<2x3xf32>
  weft.return %0 : tensor<2x3xf32>
}
weft.func @expected_tile_constant_1x4() -> (tensor<2x12xf32>) {
  %0 = weft.constant dense<[[-0.70423657, 1.2598009, -1.0635545, -0.70423657, 1.2598009, -1.0635545, -0.70423657, 1.2598009, -1.0635545, -0.70423657, 1.2598009, -1.0635545], [0.16039701, 0.34236634, -0.68051255, 0.16039701, 0.34236634, -0.68051255, 0.16039701, 0.34236634, -0.68051255, 0.16039701, 0.34236634, -0.68051255]]> : tensor<2x12xf32>
  weft.return %0 : tensor<2x12xf32>
}
