// RUN: weft-e2e %s
// RUN: weft-e2e --executor=cpu %s
// RUN: weft-e2e --executor=cpu --level=avx2 %s
//
// Functions, branches, loops and parameters. Expected values are worked out by hand.

weft.func private @square(%x: tensor<?xf32>) -> tensor<?xf32> {
  %y = weft.mul %x, %x : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
  weft.return %y : tensor<?xf32>
}
weft.func @test_call(%x: tensor<3xf32>) -> (tensor<3xf32>, tensor<?xf32>) {
  %a = weft.call @square(%x) : (tensor<3xf32>) -> tensor<3xf32>
  %b = weft.call @square(%a) : (tensor<3xf32>) -> tensor<?xf32>
  weft.return %a, %b : tensor<3xf32>, tensor<?xf32>
}
weft.func @inputs_call() -> tensor<3xf32> {
  %0 = weft.constant dense<[1.0, -2.0, 0.5]> : tensor<3xf32>
  weft.return %0 : tensor<3xf32>
}
weft.func @expected_call() -> (tensor<3xf32>, tensor<3xf32>) {
  %0 = weft.constant dense<[1.0, 4.0, 0.25]> : tensor<3xf32>
  %1 = weft.constant dense<[1.0, 16.0, 0.0625]> : tensor<3xf32>
  weft.return %0, %1 : tensor<3xf32>, tensor<3xf32>
}

// A branch that captures, and one that nests; the size depends on the branch.
weft.func @test_if(%x: tensor<?xf32>, %c: tensor<i1>, %d: tensor<i1>) -> tensor<?xf32> {
  %r = weft.if %c : tensor<i1> -> (tensor<?xf32>) {
    %n = weft.neg %x : (tensor<?xf32>) -> tensor<?xf32>
    weft.yield %n : tensor<?xf32>
  } else {
    %s = weft.if %d : tensor<i1> -> (tensor<?xf32>) {
      weft.yield %x : tensor<?xf32>
    } else {
      %t = weft.concat %x, %x {dim = 0 : i64} : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
      weft.yield %t : tensor<?xf32>
    }
    weft.yield %s : tensor<?xf32>
  }
  weft.return %r : tensor<?xf32>
}
weft.func @inputs_if() -> (tensor<2xf32>, tensor<i1>, tensor<i1>) {
  %0 = weft.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %1 = weft.constant dense<false> : tensor<i1>
  weft.return %0, %1, %1 : tensor<2xf32>, tensor<i1>, tensor<i1>
}
weft.func @expected_if() -> tensor<4xf32> {
  %0 = weft.constant dense<[1.0, 2.0, 1.0, 2.0]> : tensor<4xf32>
  weft.return %0 : tensor<4xf32>
}

// Fibonacci numbers, stacked; the loop ends by its count.
weft.func @test_trips(%n: tensor<i64>) -> (tensor<i64>, tensor<?xi64>) {
  %zero = weft.constant dense<0> : tensor<i64>
  %one = weft.constant dense<1> : tensor<i64>
  %true = weft.constant dense<true> : tensor<i1>
  %a, %b, %all = weft.loop trips(%n : tensor<i64>) init(%zero, %one : tensor<i64>, tensor<i64>) -> (tensor<i64>, tensor<i64>, tensor<?xi64>) {
  ^bb0(%i: tensor<i64>, %x: tensor<i64>, %y: tensor<i64>):
    %z = weft.add %x, %y : (tensor<i64>, tensor<i64>) -> tensor<i64>
    weft.yield %true, %y, %z, %x : tensor<i1>, tensor<i64>, tensor<i64>, tensor<i64>
  }
  weft.return %a, %all : tensor<i64>, tensor<?xi64>
}
weft.func @inputs_trips() -> tensor<i64> {
  %0 = weft.constant dense<10> : tensor<i64>
  weft.return %0 : tensor<i64>
}
weft.func @expected_trips() -> (tensor<i64>, tensor<10xi64>) {
  %0 = weft.constant dense<55> : tensor<i64>
  %1 = weft.constant dense<[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]> : tensor<10xi64>
  weft.return %0, %1 : tensor<i64>, tensor<10xi64>
}

// Collatz: the condition ends the loop, and the number of steps is the repetition's.
weft.func @test_while(%n: tensor<i64>) -> (tensor<i64>, tensor<?xi64>) {
  %one = weft.constant dense<1> : tensor<i64>
  %two = weft.constant dense<2> : tensor<i64>
  %three = weft.constant dense<3> : tensor<i64>
  %start = weft.compare ne %n, %one : (tensor<i64>, tensor<i64>) -> tensor<i1>
  %last, %steps = weft.loop while(%start : tensor<i1>) init(%n : tensor<i64>) -> (tensor<i64>, tensor<?xi64>) {
  ^bb0(%i: tensor<i64>, %x: tensor<i64>):
    %rest = weft.rem %x, %two : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %odd = weft.compare eq %rest, %one : (tensor<i64>, tensor<i64>) -> tensor<i1>
    %half = weft.div %x, %two : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %triple = weft.mul %x, %three : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %more = weft.add %triple, %one : (tensor<i64>, tensor<i64>) -> tensor<i64>
    %next = weft.select %odd, %more, %half : (tensor<i1>, tensor<i64>, tensor<i64>) -> tensor<i64>
    %again = weft.compare ne %next, %one : (tensor<i64>, tensor<i64>) -> tensor<i1>
    weft.yield %again, %next, %next : tensor<i1>, tensor<i64>, tensor<i64>
  }
  weft.return %last, %steps : tensor<i64>, tensor<?xi64>
}
weft.func @inputs_while() -> tensor<i64> {
  %0 = weft.constant dense<6> : tensor<i64>
  weft.return %0 : tensor<i64>
}
weft.func @expected_while() -> (tensor<i64>, tensor<8xi64>) {
  %0 = weft.constant dense<1> : tensor<i64>
  %1 = weft.constant dense<[3, 10, 5, 16, 8, 4, 2, 1]> : tensor<8xi64>
  weft.return %0, %1 : tensor<i64>, tensor<8xi64>
}

// Nothing runs: the carried value is the initial one and the stack is empty.
weft.func @test_no_repetition(%c: tensor<i1>, %x: tensor<2x?xf32>) -> (tensor<2x?xf32>, tensor<?x2x3xf32>) {
  %z, %all = weft.loop while(%c : tensor<i1>) init(%x : tensor<2x?xf32>) -> (tensor<2x?xf32>, tensor<?x2x3xf32>) {
  ^bb0(%i: tensor<i64>, %a: tensor<2x?xf32>):
    %b = weft.exp %a : (tensor<2x?xf32>) -> tensor<2x3xf32>
    weft.yield %c, %b, %b : tensor<i1>, tensor<2x3xf32>, tensor<2x3xf32>
  }
  weft.return %z, %all : tensor<2x?xf32>, tensor<?x2x3xf32>
}
weft.func @inputs_no_repetition() -> (tensor<i1>, tensor<2x1xf32>) {
  %0 = weft.constant dense<false> : tensor<i1>
  %1 = weft.constant dense<[[1.0], [2.0]]> : tensor<2x1xf32>
  weft.return %0, %1 : tensor<i1>, tensor<2x1xf32>
}
weft.func @expected_no_repetition() -> (tensor<2x1xf32>, tensor<0x2x3xf32>) {
  %0 = weft.constant dense<[[1.0], [2.0]]> : tensor<2x1xf32>
  %1 = weft.constant dense<> : tensor<0x2x3xf32>
  weft.return %0, %1 : tensor<2x1xf32>, tensor<0x2x3xf32>
}

// A carried value that grows in each repetition.
weft.func @test_growing(%n: tensor<i64>, %x: tensor<?xi64>) -> tensor<?xi64> {
  %true = weft.constant dense<true> : tensor<i1>
  %one = weft.constant dense<1> : tensor<1xi64>
  %all = weft.loop trips(%n : tensor<i64>) init(%x : tensor<?xi64>) -> (tensor<?xi64>) {
  ^bb0(%i: tensor<i64>, %a: tensor<?xi64>):
    %j = weft.reshape %i, %one : (tensor<i64>, tensor<1xi64>) -> tensor<1xi64>
    %b = weft.concat %a, %j {dim = 0 : i64} : (tensor<?xi64>, tensor<1xi64>) -> tensor<?xi64>
    weft.yield %true, %b : tensor<i1>, tensor<?xi64>
  }
  weft.return %all : tensor<?xi64>
}
weft.func @inputs_growing() -> (tensor<i64>, tensor<2xi64>) {
  %0 = weft.constant dense<3> : tensor<i64>
  %1 = weft.constant dense<[8, 9]> : tensor<2xi64>
  weft.return %0, %1 : tensor<i64>, tensor<2xi64>
}
weft.func @expected_growing() -> tensor<5xi64> {
  %0 = weft.constant dense<[8, 9, 0, 1, 2]> : tensor<5xi64>
  weft.return %0 : tensor<5xi64>
}

weft.parameter @weight = dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>
weft.func @test_parameter(%x: tensor<?x2xf32>) -> tensor<?x2xf32> {
  %w = weft.get @weight : tensor<2x2xf32>
  %y = weft.contract "mk,kn->mn" %x, %w : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  weft.return %y : tensor<?x2xf32>
}
weft.func @inputs_parameter() -> tensor<1x2xf32> {
  %0 = weft.constant dense<[[10.0, 1.0]]> : tensor<1x2xf32>
  weft.return %0 : tensor<1x2xf32>
}
weft.func @expected_parameter() -> tensor<1x2xf32> {
  %0 = weft.constant dense<[[13.0, 24.0]]> : tensor<1x2xf32>
  weft.return %0 : tensor<1x2xf32>
}
