// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Whatever stands in key and value at a place that a query does not see, it has no part in the result: here infinities and NaN.

weft.func @test_masked_nan(%q: tensor<1x2x20x16xf32>, %k: tensor<1x2x140x16xf32>, %v: tensor<1x2x140x16xf32>, %m: tensor<140xi1>) -> tensor<1x2x20x16xf32> attributes {weft.tolerance = 1.0e-6 : f64} {
  %r = weft.attention %q, %k, %v mask %m {scale = 0.25 : f32} : (tensor<1x2x20x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>, tensor<140xi1>) -> tensor<1x2x20x16xf32>
  weft.return %r : tensor<1x2x20x16xf32>
}
weft.func @inputs_masked_nan() -> (tensor<1x2x20x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>, tensor<140xi1>) {
  %q = weft.constant dense<0.5> : tensor<1x2x20x16xf32>
  %count = weft.constant dense<140> : tensor<i64>
  %number = weft.iota %count : (tensor<i64>) -> tensor<140xi64>
  %end = weft.constant dense<37> : tensor<i64>
  %m = weft.compare lt %number, %end : (tensor<140xi64>, tensor<i64>) -> tensor<140xi1>
  %shape = weft.constant dense<[140, 1]> : tensor<2xi64>
  %isSeen = weft.reshape %m, %shape : (tensor<140xi1>, tensor<2xi64>) -> tensor<140x1xi1>
  %good = weft.constant dense<2.0> : tensor<1x2x140x16xf32>
  %bad = weft.constant dense<0x7FC00000> : tensor<1x2x140x16xf32>
  %v = weft.select %isSeen, %good, %bad : (tensor<140x1xi1>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>) -> tensor<1x2x140x16xf32>
  weft.return %q, %v, %v, %m : tensor<1x2x20x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>, tensor<140xi1>
}
weft.func @expected_masked_nan() -> tensor<1x2x20x16xf32> {
  %0 = weft.constant dense<2.0> : tensor<1x2x20x16xf32>
  weft.return %0 : tensor<1x2x20x16xf32>
}
weft.func @test_masked_infinity(%q: tensor<1x2x9x16xf32>, %k: tensor<1x2x140x16xf32>, %v: tensor<1x2x140x16xf32>, %m: tensor<140xi1>) -> tensor<1x2x9x16xf32> attributes {weft.tolerance = 1.0e-6 : f64} {
  %r = weft.attention %q, %k, %v mask %m {scale = 0.25 : f32} : (tensor<1x2x9x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>, tensor<140xi1>) -> tensor<1x2x9x16xf32>
  weft.return %r : tensor<1x2x9x16xf32>
}
weft.func @inputs_masked_infinity() -> (tensor<1x2x9x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>, tensor<140xi1>) {
  %q = weft.constant dense<0.5> : tensor<1x2x9x16xf32>
  %count = weft.constant dense<140> : tensor<i64>
  %number = weft.iota %count : (tensor<i64>) -> tensor<140xi64>
  %end = weft.constant dense<130> : tensor<i64>
  %m = weft.compare lt %number, %end : (tensor<140xi64>, tensor<i64>) -> tensor<140xi1>
  %shape = weft.constant dense<[140, 1]> : tensor<2xi64>
  %isSeen = weft.reshape %m, %shape : (tensor<140xi1>, tensor<2xi64>) -> tensor<140x1xi1>
  %good = weft.constant dense<2.0> : tensor<1x2x140x16xf32>
  %bad = weft.constant dense<0x7F800000> : tensor<1x2x140x16xf32>
  %v = weft.select %isSeen, %good, %bad : (tensor<140x1xi1>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>) -> tensor<1x2x140x16xf32>
  weft.return %q, %v, %v, %m : tensor<1x2x9x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>, tensor<140xi1>
}
weft.func @expected_masked_infinity() -> tensor<1x2x9x16xf32> {
  %0 = weft.constant dense<2.0> : tensor<1x2x9x16xf32>
  weft.return %0 : tensor<1x2x9x16xf32>
}
weft.func @test_masked_one_query(%q: tensor<1x2x1x16xf32>, %k: tensor<1x2x21x16xf32>, %v: tensor<1x2x21x16xf32>, %m: tensor<21xi1>) -> tensor<1x2x1x16xf32> attributes {weft.tolerance = 1.0e-6 : f64} {
  %r = weft.attention %q, %k, %v mask %m {scale = 0.25 : f32} : (tensor<1x2x1x16xf32>, tensor<1x2x21x16xf32>, tensor<1x2x21x16xf32>, tensor<21xi1>) -> tensor<1x2x1x16xf32>
  weft.return %r : tensor<1x2x1x16xf32>
}
weft.func @inputs_masked_one_query() -> (tensor<1x2x1x16xf32>, tensor<1x2x21x16xf32>, tensor<1x2x21x16xf32>, tensor<21xi1>) {
  %q = weft.constant dense<0.5> : tensor<1x2x1x16xf32>
  %count = weft.constant dense<21> : tensor<i64>
  %number = weft.iota %count : (tensor<i64>) -> tensor<21xi64>
  %end = weft.constant dense<5> : tensor<i64>
  %m = weft.compare lt %number, %end : (tensor<21xi64>, tensor<i64>) -> tensor<21xi1>
  %shape = weft.constant dense<[21, 1]> : tensor<2xi64>
  %isSeen = weft.reshape %m, %shape : (tensor<21xi1>, tensor<2xi64>) -> tensor<21x1xi1>
  %good = weft.constant dense<2.0> : tensor<1x2x21x16xf32>
  %bad = weft.constant dense<0x7FC00000> : tensor<1x2x21x16xf32>
  %v = weft.select %isSeen, %good, %bad : (tensor<21x1xi1>, tensor<1x2x21x16xf32>, tensor<1x2x21x16xf32>) -> tensor<1x2x21x16xf32>
  weft.return %q, %v, %v, %m : tensor<1x2x1x16xf32>, tensor<1x2x21x16xf32>, tensor<1x2x21x16xf32>, tensor<21xi1>
}
weft.func @expected_masked_one_query() -> tensor<1x2x1x16xf32> {
  %0 = weft.constant dense<2.0> : tensor<1x2x1x16xf32>
  weft.return %0 : tensor<1x2x1x16xf32>
}
weft.func @test_causal_nan(%q: tensor<1x2x40x16xf32>, %k: tensor<1x2x40x16xf32>, %v: tensor<1x2x40x16xf32>) -> tensor<1x2x40x16xf32> attributes {weft.tolerance = 1.0e-6 : f64} {
  %r = weft.attention %q, %k, %v {scale = 0.25 : f32, causal} : (tensor<1x2x40x16xf32>, tensor<1x2x40x16xf32>, tensor<1x2x40x16xf32>) -> tensor<1x2x40x16xf32>
  weft.return %r : tensor<1x2x40x16xf32>
}
weft.func @inputs_causal_nan() -> (tensor<1x2x40x16xf32>, tensor<1x2x40x16xf32>, tensor<1x2x40x16xf32>) {
  %q = weft.constant dense<0.5> : tensor<1x2x40x16xf32>
  %count = weft.constant dense<40> : tensor<i64>
  %number = weft.iota %count : (tensor<i64>) -> tensor<40xi64>
  %end = weft.constant dense<39> : tensor<i64>
  %m = weft.compare lt %number, %end : (tensor<40xi64>, tensor<i64>) -> tensor<40xi1>
  %shape = weft.constant dense<[40, 1]> : tensor<2xi64>
  %isSeen = weft.reshape %m, %shape : (tensor<40xi1>, tensor<2xi64>) -> tensor<40x1xi1>
  %good = weft.constant dense<2.0> : tensor<1x2x40x16xf32>
  %bad = weft.constant dense<0x7FC00000> : tensor<1x2x40x16xf32>
  %v = weft.select %isSeen, %good, %bad : (tensor<40x1xi1>, tensor<1x2x40x16xf32>, tensor<1x2x40x16xf32>) -> tensor<1x2x40x16xf32>
  weft.return %q, %good, %v : tensor<1x2x40x16xf32>, tensor<1x2x40x16xf32>, tensor<1x2x40x16xf32>
}
weft.func @test_causal_infinity(%q: tensor<1x2x40x16xf32>, %k: tensor<1x2x140x16xf32>, %v: tensor<1x2x140x16xf32>) -> tensor<1x2x40x16xf32> attributes {weft.tolerance = 1.0e-6 : f64} {
  %r = weft.attention %q, %k, %v {scale = 0.25 : f32, causal} : (tensor<1x2x40x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>) -> tensor<1x2x40x16xf32>
  weft.return %r : tensor<1x2x40x16xf32>
}
weft.func @inputs_causal_infinity() -> (tensor<1x2x40x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>) {
  %q = weft.constant dense<0.5> : tensor<1x2x40x16xf32>
  %count = weft.constant dense<140> : tensor<i64>
  %number = weft.iota %count : (tensor<i64>) -> tensor<140xi64>
  %end = weft.constant dense<120> : tensor<i64>
  %m = weft.compare lt %number, %end : (tensor<140xi64>, tensor<i64>) -> tensor<140xi1>
  %shape = weft.constant dense<[140, 1]> : tensor<2xi64>
  %isSeen = weft.reshape %m, %shape : (tensor<140xi1>, tensor<2xi64>) -> tensor<140x1xi1>
  %good = weft.constant dense<2.0> : tensor<1x2x140x16xf32>
  %bad = weft.constant dense<0xFF800000> : tensor<1x2x140x16xf32>
  %v = weft.select %isSeen, %good, %bad : (tensor<140x1xi1>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>) -> tensor<1x2x140x16xf32>
  weft.return %q, %good, %v : tensor<1x2x40x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>
}

// Nor has what stands behind the last key; an infinite value that is seen is one of the result.
weft.func @test_infinity_seen(%q: tensor<1x2x20x16xf32>, %k: tensor<1x2x140x16xf32>, %v: tensor<1x2x140x16xf32>) -> tensor<1x2x20x16xf32> attributes {weft.tolerance = 1.0e-6 : f64} {
  %r = weft.attention %q, %k, %v {scale = 0.25 : f32} : (tensor<1x2x20x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>) -> tensor<1x2x20x16xf32>
  weft.return %r : tensor<1x2x20x16xf32>
}
weft.func @inputs_infinity_seen() -> (tensor<1x2x20x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>) {
  %q = weft.constant dense<0.5> : tensor<1x2x20x16xf32>
  %count = weft.constant dense<140> : tensor<i64>
  %number = weft.iota %count : (tensor<i64>) -> tensor<140xi64>
  %last = weft.constant dense<139> : tensor<i64>
  %m = weft.compare lt %number, %last : (tensor<140xi64>, tensor<i64>) -> tensor<140xi1>
  %shape = weft.constant dense<[140, 1]> : tensor<2xi64>
  %isBefore = weft.reshape %m, %shape : (tensor<140xi1>, tensor<2xi64>) -> tensor<140x1xi1>
  %good = weft.constant dense<2.0> : tensor<1x2x140x16xf32>
  %infinite = weft.constant dense<0x7F800000> : tensor<1x2x140x16xf32>
  %v = weft.select %isBefore, %good, %infinite : (tensor<140x1xi1>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>) -> tensor<1x2x140x16xf32>
  weft.return %q, %good, %v : tensor<1x2x20x16xf32>, tensor<1x2x140x16xf32>, tensor<1x2x140x16xf32>
}
weft.func @expected_infinity_seen() -> tensor<1x2x20x16xf32> {
  %0 = weft.constant dense<0x7F800000> : tensor<1x2x20x16xf32>
  weft.return %0 : tensor<1x2x20x16xf32>
}
