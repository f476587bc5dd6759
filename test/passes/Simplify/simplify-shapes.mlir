// RUN: weft-opt %s --weft-simplify-shapes --cse | FileCheck %s

// The sizes that a program passes around become constants, and reshapes static.
// CHECK-LABEL: weft.func @shape_arithmetic
// CHECK-SAME: -> tensor<4x?xf32>
weft.func @shape_arithmetic(%x: tensor<4x?x8xf32>) -> tensor<?x?xf32> {
  // CHECK-NEXT: %[[S:.*]] = weft.constant dense<[4, -1]>
  // CHECK-NEXT: %[[Y:.*]] = weft.reshape %{{.*}}, %[[S]] : (tensor<4x?x8xf32>, tensor<2xi64>) -> tensor<4x?xf32>
  // CHECK-NEXT: weft.return %[[Y]]
  %zero = weft.constant dense<[0]> : tensor<1xi64>
  %minus = weft.constant dense<[-1]> : tensor<1xi64>
  %s = weft.shape %x : (tensor<4x?x8xf32>) -> tensor<3xi64>
  %n = weft.gather %s, %zero {dim = 0 : i64} : (tensor<3xi64>, tensor<1xi64>) -> tensor<1xi64>
  %l = weft.concat %n, %minus {dim = 0 : i64} : (tensor<1xi64>, tensor<1xi64>) -> tensor<2xi64>
  %y = weft.reshape %x, %l : (tensor<4x?x8xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  weft.return %y : tensor<?x?xf32>
}

// What a call returns is refined with the function, and so are branches.
// CHECK-LABEL: weft.func private @callee
// CHECK-SAME: -> tensor<4x8xf32>
weft.func private @callee(%x: tensor<4x8xf32>) -> tensor<?x?xf32> {
  %y = weft.exp %x : (tensor<4x8xf32>) -> tensor<?x?xf32>
  weft.return %y : tensor<?x?xf32>
}
// CHECK-LABEL: weft.func @control
// CHECK-SAME: -> tensor<4x?xf32>
weft.func @control(%x: tensor<4x8xf32>, %z: tensor<4x?xf32>, %c: tensor<i1>) -> tensor<?x?xf32> {
  // CHECK: weft.call @callee({{.*}}) : (tensor<4x8xf32>) -> tensor<4x8xf32>
  // CHECK: weft.if {{.*}} -> (tensor<4x?xf32>)
  %a = weft.call @callee(%x) : (tensor<4x8xf32>) -> tensor<?x?xf32>
  %y = weft.if %c : tensor<i1> -> (tensor<?x?xf32>) {
    weft.yield %a : tensor<?x?xf32>
  } else {
    weft.yield %z : tensor<4x?xf32>
  }
  weft.return %y : tensor<?x?xf32>
}

// One size is asked of the first tensor that has it.
// CHECK-LABEL: weft.func @one_size
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<4x?xf32>, %[[W:[a-z0-9]+]]: tensor<8x4xf32>
weft.func @one_size(%x: tensor<4x?xf32>, %w: tensor<8x4xf32>) -> (tensor<i64>, tensor<1xi64>) {
  // CHECK-NEXT: %[[D:.*]] = weft.dim %[[X]] {dim = 1 : i64}
  // CHECK-NEXT: %[[R:.*]] = weft.reshape %[[D]] : (tensor<i64>) -> tensor<1xi64>
  // CHECK-NEXT: weft.return %[[D]], %[[R]]
  %i = weft.constant dense<0> : tensor<i64>
  %a = weft.constant dense<[0]> : tensor<1xi64>
  %b = weft.constant dense<[1]> : tensor<1xi64>
  %e = weft.exp %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  %y = weft.contract "km,nk->mn" %e, %w : (tensor<4x?xf32>, tensor<8x4xf32>) -> tensor<?x8xf32>
  %s = weft.shape %y : (tensor<?x8xf32>) -> tensor<2xi64>
  %n = weft.gather %s, %i {dim = 0 : i64} : (tensor<2xi64>, tensor<i64>) -> tensor<i64>
  %m = weft.slice %s, %a, %b, %b {dims = array<i64: 0>} : (tensor<2xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<1xi64>
  weft.return %n, %m : tensor<i64>, tensor<1xi64>
}

// A size that follows beside one that is the operand's; two inputs' dimensions of one name are one.
// CHECK-LABEL: weft.func @other_size
weft.func @other_size(%x: tensor<1x12x?x64xf32> {weft.dims = ["", "", "n", ""]}, %m: tensor<?xf32> {weft.dims = ["n"]}) -> tensor<?x?x64xf32> {
  // CHECK: %[[S:.*]] = weft.constant dense<[12, -1, 64]>
  // CHECK: weft.reshape %{{.*}}, %[[S]] : (tensor<1x12x?x64xf32>, tensor<3xi64>) -> tensor<12x?x64xf32>
  %e = weft.exp %x : (tensor<1x12x?x64xf32>) -> tensor<1x12x?x64xf32>
  %minus = weft.constant dense<[-1]> : tensor<1xi64>
  %width = weft.constant dense<[64]> : tensor<1xi64>
  %n = weft.shape %m : (tensor<?xf32>) -> tensor<1xi64>
  %l = weft.concat %minus, %n, %width {dim = 0 : i64} : (tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<3xi64>
  %y = weft.reshape %e, %l : (tensor<1x12x?x64xf32>, tensor<3xi64>) -> tensor<?x?x64xf32>
  weft.return %y : tensor<?x?x64xf32>
}

// Negative: the sizes have nothing to do with each other.
// CHECK-LABEL: weft.func @unrelated_size
weft.func @unrelated_size(%x: tensor<1x12x?x64xf32> {weft.dims = ["", "", "n", ""]}, %m: tensor<?xf32> {weft.dims = ["k"]}) -> tensor<?x?x64xf32> {
  // CHECK: weft.reshape {{.*}} -> tensor<?x?x64xf32>
  %minus = weft.constant dense<[-1]> : tensor<1xi64>
  %width = weft.constant dense<[64]> : tensor<1xi64>
  %n = weft.shape %m : (tensor<?xf32>) -> tensor<1xi64>
  %l = weft.concat %minus, %n, %width {dim = 0 : i64} : (tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<3xi64>
  %y = weft.reshape %x, %l : (tensor<1x12x?x64xf32>, tensor<3xi64>) -> tensor<?x?x64xf32>
  weft.return %y : tensor<?x?x64xf32>
}

// CHECK-LABEL: weft.func @nothing_done
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x4xf32>
weft.func @nothing_done(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  // CHECK-NEXT: weft.return %[[X]]
  %zero = weft.constant dense<[0]> : tensor<1xi64>
  %end = weft.constant dense<[9223372036854775807]> : tensor<1xi64>
  %one = weft.constant dense<[1]> : tensor<1xi64>
  %ones = weft.constant dense<[1, 1]> : tensor<2xi64>
  %l = weft.constant dense<[-1, 4]> : tensor<2xi64>
  %a = weft.slice %x, %zero, %end, %one {dims = array<i64: 0>} : (tensor<?x4xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?x4xf32>
  %b = weft.tile %a, %ones : (tensor<?x4xf32>, tensor<2xi64>) -> tensor<?x4xf32>
  %c = weft.reshape %b, %l : (tensor<?x4xf32>, tensor<2xi64>) -> tensor<?x4xf32>
  weft.return %c : tensor<?x4xf32>
}

// Negative: from the second element on, with two copies, with two unknown sizes.
// CHECK-LABEL: weft.func @something_done
weft.func @something_done(%x: tensor<?x?xf32>, %l: tensor<2xi64>) -> tensor<?x?xf32> {
  // CHECK: weft.slice
  // CHECK: weft.tile
  // CHECK: weft.reshape
  %one = weft.constant dense<[1]> : tensor<1xi64>
  %end = weft.constant dense<[9223372036854775807]> : tensor<1xi64>
  %two = weft.constant dense<[2, 1]> : tensor<2xi64>
  %a = weft.slice %x, %one, %end, %one {dims = array<i64: 0>} : (tensor<?x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?x?xf32>
  %b = weft.tile %a, %two : (tensor<?x?xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  %c = weft.reshape %b, %l : (tensor<?x?xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  weft.return %c : tensor<?x?xf32>
}

// CHECK-LABEL: weft.func @reduction_of_one
weft.func @reduction_of_one(%x: tensor<1x4x1xf32>) -> (tensor<4xf32>, tensor<1x1x1xf32>) {
  // CHECK-NEXT: weft.reshape %{{.*}} : (tensor<1x4x1xf32>) -> tensor<4xf32>
  // CHECK-NEXT: weft.reduce max {{.*}} {dims = array<i64: 1>, keep_dims}
  %y = weft.reduce mean %x {dims = array<i64: 0, 2>} : (tensor<1x4x1xf32>) -> tensor<4xf32>
  %z = weft.reduce max %x {dims = array<i64: 1>, keep_dims} : (tensor<1x4x1xf32>) -> tensor<1x1x1xf32>
  weft.return %y, %z : tensor<4xf32>, tensor<1x1x1xf32>
}

// CHECK-LABEL: weft.func @broadcast
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<4x1xf32>, %[[Y:[a-z0-9]+]]: tensor<4x8xf32>
weft.func @broadcast(%x: tensor<4x1xf32>, %y: tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xf32>) {
  // Negative: no other operand of the second sum has all columns.
  // CHECK: weft.add %[[X]], %[[Y]]
  // CHECK: %[[B:.*]] = weft.broadcast %[[X]]
  // CHECK: weft.add %[[B]], %[[X]]
  %s = weft.constant dense<[4, 8]> : tensor<2xi64>
  %b = weft.broadcast %x, %s : (tensor<4x1xf32>, tensor<2xi64>) -> tensor<4x8xf32>
  %a = weft.add %b, %y : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %b2 = weft.broadcast %x, %s : (tensor<4x1xf32>, tensor<2xi64>) -> tensor<4x8xf32>
  %c = weft.add %b2, %x : (tensor<4x8xf32>, tensor<4x1xf32>) -> tensor<4x8xf32>
  weft.return %a, %c : tensor<4x8xf32>, tensor<4x8xf32>
}

// CHECK-LABEL: weft.func @scalars
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<4xf32>
weft.func @scalars(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  // CHECK-DAG: %[[I:.*]] = weft.constant dense<1.250000e-01>
  // CHECK-DAG: %[[O:.*]] = weft.constant dense<1.000000e+00>
  // CHECK-DAG: %[[Z:.*]] = weft.constant dense<0.000000e+00>
  // CHECK-DAG: %[[H:.*]] = weft.constant dense<2.500000e+00>
  // CHECK: weft.mul %[[X]], %[[I]]
  // CHECK: %[[S:.*]] = weft.mul %[[X]], %[[X]]
  // CHECK: weft.mul %[[S]], %[[X]]
  // CHECK: weft.div %[[O]], %[[X]]
  // Negative: division by zero and other exponents stay.
  // CHECK: weft.div %[[X]], %[[Z]]
  // CHECK: weft.pow %[[X]], %[[H]]
  %eight = weft.constant dense<8.0> : tensor<f32>
  %three = weft.constant dense<3.0> : tensor<f32>
  %minus = weft.constant dense<-1.0> : tensor<f32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %half = weft.constant dense<2.5> : tensor<f32>
  %a = weft.div %x, %eight : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %b = weft.pow %x, %three : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %c = weft.pow %x, %minus : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %d = weft.div %x, %zero : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  %e = weft.pow %x, %half : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  weft.return %a, %b, %c, %d, %e : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
