// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Random numbers. Made by generate.py.

weft.func @test_random_uniform_0_7(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<1xi64>) -> (tensor<7xf32>) {
  %r0 = weft.random uniform %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<1xi64>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @test_random_uniform_0_7.dynamic(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<1xi64>) -> (tensor<?xf32>) {
  %r0 = weft.random uniform %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<1xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_random_uniform_0_7() -> (tensor<i64>, tensor<i64>, tensor<1xi64>) {
  %0 = weft.constant dense<0> : tensor<i64>
  %1 = weft.constant dense<0> : tensor<i64>
  %2 = weft.constant dense<[7]> : tensor<1xi64>
  weft.return %0, %1, %2 : tensor<i64>, tensor<i64>, tensor<1xi64>
}
weft.func @expected_random_uniform_0_7() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[0.39904642, 0.88052016, 0.73571277, 0.6054818, 0.97224116, 0.36209106, 0.69393086]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_random_uniform_1_3x3(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<2xi64>) -> (tensor<3x3xf32>) {
  %r0 = weft.random uniform %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<2xi64>) -> (tensor<3x3xf32>)
  weft.return %r0 : tensor<3x3xf32>
}
weft.func @test_random_uniform_1_3x3.dynamic(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.random uniform %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_random_uniform_1_3x3() -> (tensor<i64>, tensor<i64>, tensor<2xi64>) {
  %0 = weft.constant dense<-1> : tensor<i64>
  %1 = weft.constant dense<9223372036854775807> : tensor<i64>
  %2 = weft.constant dense<[3, 3]> : tensor<2xi64>
  weft.return %0, %1, %2 : tensor<i64>, tensor<i64>, tensor<2xi64>
}
weft.func @expected_random_uniform_1_3x3() -> (tensor<3x3xf32>) {
  %0 = weft.constant dense<[[0.48103648, 0.83930945, 0.5832559], [0.23461664, 0.82813305, 0.40258998], [0.26674902, 0.8884292, 0.8111354]]> : tensor<3x3xf32>
  weft.return %0 : tensor<3x3xf32>
}
weft.func @test_random_uniform_1311768467294899695_2x2x2(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<3xi64>) -> (tensor<2x2x2xf32>) {
  %r0 = weft.random uniform %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<3xi64>) -> (tensor<2x2x2xf32>)
  weft.return %r0 : tensor<2x2x2xf32>
}
weft.func @test_random_uniform_1311768467294899695_2x2x2.dynamic(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<3xi64>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.random uniform %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<3xi64>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_random_uniform_1311768467294899695_2x2x2() -> (tensor<i64>, tensor<i64>, tensor<3xi64>) {
  %0 = weft.constant dense<1311768467294899695> : tensor<i64>
  %1 = weft.constant dense<41> : tensor<i64>
  %2 = weft.constant dense<[2, 2, 2]> : tensor<3xi64>
  weft.return %0, %1, %2 : tensor<i64>, tensor<i64>, tensor<3xi64>
}
weft.func @expected_random_uniform_1311768467294899695_2x2x2() -> (tensor<2x2x2xf32>) {
  %0 = weft.constant dense<[[[0.3256969, 0.8222361], [0.8803792, 0.048403084]], [[0.88603014, 0.14692849], [0.81696755, 0.43599647]]]> : tensor<2x2x2xf32>
  weft.return %0 : tensor<2x2x2xf32>
}
weft.func @test_random_uniform_5_8(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<1xi64>) -> (tensor<8xf32>) {
  %r0 = weft.random uniform %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<1xi64>) -> (tensor<8xf32>)
  weft.return %r0 : tensor<8xf32>
}
weft.func @test_random_uniform_5_8.dynamic(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<1xi64>) -> (tensor<?xf32>) {
  %r0 = weft.random uniform %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<1xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_random_uniform_5_8() -> (tensor<i64>, tensor<i64>, tensor<1xi64>) {
  %0 = weft.constant dense<5> : tensor<i64>
  %1 = weft.constant dense<-1> : tensor<i64>
  %2 = weft.constant dense<[8]> : tensor<1xi64>
  weft.return %0, %1, %2 : tensor<i64>, tensor<i64>, tensor<1xi64>
}
weft.func @expected_random_uniform_5_8() -> (tensor<8xf32>) {
  %0 = weft.constant dense<[0.801687, 0.3187796, 0.8952462, 0.19404078, 0.76598215, 0.06970698, 0.98373675, 0.965727]> : tensor<8xf32>
  weft.return %0 : tensor<8xf32>
}
weft.func @test_random_normal_0_7(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<1xi64>) -> (tensor<7xf32>) {
  %r0 = weft.random normal %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<1xi64>) -> (tensor<7xf32>)
  weft.return %r0 : tensor<7xf32>
}
weft.func @test_random_normal_0_7.dynamic(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<1xi64>) -> (tensor<?xf32>) {
  %r0 = weft.random normal %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<1xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_random_normal_0_7() -> (tensor<i64>, tensor<i64>, tensor<1xi64>) {
  %0 = weft.constant dense<0> : tensor<i64>
  %1 = weft.constant dense<0> : tensor<i64>
  %2 = weft.constant dense<[7]> : tensor<1xi64>
  weft.return %0, %1, %2 : tensor<i64>, tensor<i64>, tensor<1xi64>
}
weft.func @expected_random_normal_0_7() -> (tensor<7xf32>) {
  %0 = weft.constant dense<[0.9911375, -0.92466277, -0.6176091, -0.48206836, -0.15363811, 0.18082587, 0.83173513]> : tensor<7xf32>
  weft.return %0 : tensor<7xf32>
}
weft.func @test_random_normal_1_3x3(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<2xi64>) -> (tensor<3x3xf32>) {
  %r0 = weft.random normal %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<2xi64>) -> (tensor<3x3xf32>)
  weft.return %r0 : tensor<3x3xf32>
}
weft.func @test_random_normal_1_3x3.dynamic(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<2xi64>) -> (tensor<?x?xf32>) {
  %r0 = weft.random normal %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<2xi64>) -> (tensor<?x?xf32>)
  weft.return %r0 : tensor<?x?xf32>
}
weft.func @inputs_random_normal_1_3x3() -> (tensor<i64>, tensor<i64>, tensor<2xi64>) {
  %0 = weft.constant dense<-1> : tensor<i64>
  %1 = weft.constant dense<9223372036854775807> : tensor<i64>
  %2 = weft.constant dense<[3, 3]> : tensor<2xi64>
  weft.return %0, %1, %2 : tensor<i64>, tensor<i64>, tensor<2xi64>
}
weft.func @expected_random_normal_1_3x3() -> (tensor<3x3xf32>) {
  %0 = weft.constant dense<[[0.64380693, -1.0242738, 0.100211166], [1.0335454, -0.50265455, 0.3528472], [1.2423335, -1.0485709, -0.3609089]]> : tensor<3x3xf32>
  weft.return %0 : tensor<3x3xf32>
}
weft.func @test_random_normal_1311768467294899695_2x2x2(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<3xi64>) -> (tensor<2x2x2xf32>) {
  %r0 = weft.random normal %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<3xi64>) -> (tensor<2x2x2xf32>)
  weft.return %r0 : tensor<2x2x2xf32>
}
weft.func @test_random_normal_1311768467294899695_2x2x2.dynamic(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<3xi64>) -> (tensor<?x?x?xf32>) {
  %r0 = weft.random normal %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<3xi64>) -> (tensor<?x?x?xf32>)
  weft.return %r0 : tensor<?x?x?xf32>
}
weft.func @inputs_random_normal_1311768467294899695_2x2x2() -> (tensor<i64>, tensor<i64>, tensor<3xi64>) {
  %0 = weft.constant dense<1311768467294899695> : tensor<i64>
  %1 = weft.constant dense<41> : tensor<i64>
  %2 = weft.constant dense<[2, 2, 2]> : tensor<3xi64>
  weft.return %0, %1, %2 : tensor<i64>, tensor<i64>, tensor<3xi64>
}
weft.func @expected_random_normal_1311768467294899695_2x2x2() -> (tensor<2x2x2xf32>) {
  %0 = weft.constant dense<[[[0.6567349, -1.3462077], [0.48161724, 0.15116152]], [[0.29678363, 0.39233655], [-0.58512855, 0.2488699]]]> : tensor<2x2x2xf32>
  weft.return %0 : tensor<2x2x2xf32>
}
weft.func @test_random_normal_5_8(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<1xi64>) -> (tensor<8xf32>) {
  %r0 = weft.random normal %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<1xi64>) -> (tensor<8xf32>)
  weft.return %r0 : tensor<8xf32>
}
weft.func @test_random_normal_5_8.dynamic(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<1xi64>) -> (tensor<?xf32>) {
  %r0 = weft.random normal %a0, %a1, %a2 : (tensor<i64>, tensor<i64>, tensor<1xi64>) -> (tensor<?xf32>)
  weft.return %r0 : tensor<?xf32>
}
weft.func @inputs_random_normal_5_8() -> (tensor<i64>, tensor<i64>, tensor<1xi64>) {
  %0 = weft.constant dense<5> : tensor<i64>
  %1 = weft.constant dense<-1> : tensor<i64>
  %2 = weft.constant dense<[8]> : tensor<1xi64>
  weft.return %0, %1, %2 : tensor<i64>, tensor<i64>, tensor<1xi64>
}
weft.func @expected_random_normal_5_8() -> (tensor<8xf32>) {
  %0 = weft.constant dense<[-0.2784734, 0.60376024, 0.16202034, 0.44165856, 0.6612764, 0.30968726, 0.17690785, -0.038696013]> : tensor<8xf32>
  weft.return %0 : tensor<8xf32>
}
