// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What version1.ir says: every op of version 1 of the dialect, and a function with state and named dimensions.

weft.parameter @weight : tensor<2x2xf32> {source = "layer/weight:0", trainable}
weft.func @main(%x: tensor<?x2xf32> {weft.name = "x", weft.dims = ["batch", ""]},
                %h: tensor<2xf32> {weft.name = "h", weft.state = "h"})
    -> (tensor<?x2xf32> {weft.name = "y", weft.dims = ["batch", ""]}, tensor<2xf32> {weft.name = "h_next", weft.state = "h"}) {
  %w = weft.get @weight : tensor<2x2xf32>
  %b = weft.get @bias : tensor<2xf32>
  %p = weft.contract "mk,kn->mn" %x, %w : (tensor<?x2xf32>, tensor<2x2xf32>) -> tensor<?x2xf32>
  %y = weft.add %p, %h : (tensor<?x2xf32>, tensor<2xf32>) -> tensor<?x2xf32>
  %n = weft.add %h, %b : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  weft.return %y, %n : tensor<?x2xf32>, tensor<2xf32>
}

weft.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  weft.return %x : tensor<4xf32>
}
weft.func @kernel(%x: tensor<4xf32>, %w: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.add %x, %w : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}

weft.func @abs.example(%x: tensor<4x?xf32>) {
%y = weft.abs %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @acos.example(%x: tensor<4x?xf32>) {
%y = weft.acos %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @acosh.example(%x: tensor<4x?xf32>) {
%y = weft.acosh %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @add.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.add %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @and.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.and %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @arg_reduce.example(%x: tensor<4x8xf32>) {
%y = weft.arg_reduce max %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4xi64>
  weft.return
}
weft.func @asin.example(%x: tensor<4x?xf32>) {
%y = weft.asin %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @asinh.example(%x: tensor<4x?xf32>) {
%y = weft.asinh %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @atan.example(%x: tensor<4x?xf32>) {
%y = weft.atan %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @atanh.example(%x: tensor<4x?xf32>) {
%y = weft.atanh %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @attention.example(%q: tensor<1x12x128x64xf32>, %k: tensor<1x12x128x64xf32>, %v: tensor<1x12x128x64xf32>) {
%y = weft.attention %q, %k, %v {scale = 0.125 : f32}
       : (tensor<1x12x128x64xf32>, tensor<1x12x128x64xf32>, tensor<1x12x128x64xf32>) -> tensor<1x12x128x64xf32>
  weft.return
}
weft.func @batch_norm.example(%x: tensor<1x8x8x4xf32>, %scale: tensor<4xf32>, %offset: tensor<4xf32>, %mean: tensor<4xf32>, %variance: tensor<4xf32>) {
%y = weft.batch_norm %x, %scale, %offset, %mean, %variance {dim = 3 : i64, epsilon = 1.0e-5 : f32}
       : (tensor<1x8x8x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x8x8x4xf32>
  weft.return
}
weft.func @bitcast.example(%x: tensor<4xf32>) {
%y = weft.bitcast %x : (tensor<4xf32>) -> tensor<4xi32>
  weft.return
}
weft.func @broadcast.example(%x: tensor<4x1xf32>, %s: tensor<3xi64>) {
%y = weft.broadcast %x, %s : (tensor<4x1xf32>, tensor<3xi64>) -> tensor<?x?x?xf32>
  weft.return
}
weft.func @call.example(%x: tensor<4xf32>) {
%y = weft.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  weft.return
}
weft.func @cast.example(%x: tensor<4xf32>) {
%y = weft.cast %x : (tensor<4xf32>) -> tensor<4xi8>
  weft.return
}
weft.func @ceil.example(%x: tensor<4x?xf32>) {
%y = weft.ceil %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @compare.example(%a: tensor<4xf32>, %b: tensor<f32>) {
%y = weft.compare lt %a, %b : (tensor<4xf32>, tensor<f32>) -> tensor<4xi1>
  weft.return
}
weft.func @concat.example(%a: tensor<4x8xf32>, %b: tensor<4x2xf32>) {
%y = weft.concat %a, %b {dim = 1 : i64} : (tensor<4x8xf32>, tensor<4x2xf32>) -> tensor<4x10xf32>
  weft.return
}
weft.func @constant.example() {
%half = weft.constant dense<0.5> : tensor<f32>
  weft.return
}
weft.func @contract.example(%a: tensor<2x4x8xf32>, %b: tensor<8x16xf32>) {
%y = weft.contract "bmk,kn->bmn" %a, %b : (tensor<2x4x8xf32>, tensor<8x16xf32>) -> tensor<2x4x16xf32>
  weft.return
}
weft.func @conv.example(%x: tensor<1x8x8x3xf32>, %w: tensor<3x3x3x16xf32>) {
%y = weft.conv %x, %w {strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, input_dilations = array<i64: 1, 1>,
                           padding = array<i64: 1, 1, 1, 1>, groups = 1 : i64}
       : (tensor<1x8x8x3xf32>, tensor<3x3x3x16xf32>) -> tensor<1x4x4x16xf32>
  weft.return
}
weft.func @cos.example(%x: tensor<4x?xf32>) {
%y = weft.cos %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @cosh.example(%x: tensor<4x?xf32>) {
%y = weft.cosh %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @cumulative.example(%x: tensor<4x8xf32>) {
%y = weft.cumulative sum %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}
weft.func @dequantize.example(%q: tensor<4x8xi8>, %s: tensor<8xf32>, %z: tensor<8xi8>) {
%x = weft.dequantize %q, %s, %z {dim = 1 : i64} : (tensor<4x8xi8>, tensor<8xf32>, tensor<8xi8>) -> tensor<4x8xf32>
  weft.return
}
weft.func @dim.example(%x: tensor<4x?xf32>) {
%n = weft.dim %x {dim = 1 : i64} : (tensor<4x?xf32>) -> tensor<i64>
  weft.return
}
weft.func @dispatch.example(%x: tensor<4xf32>, %w: tensor<4xf32>) {
%y = weft.dispatch @kernel(%x, %w) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  weft.return
}
weft.func @div.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.div %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @dropout.example(%x: tensor<4xf32>) {
%y = weft.dropout %x {ratio = 0.1 : f32} : (tensor<4xf32>) -> tensor<4xf32>
  weft.return
}
weft.func @erf.example(%x: tensor<4x?xf32>) {
%y = weft.erf %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @exp.example(%x: tensor<4x?xf32>) {
%y = weft.exp %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @expm1.example(%x: tensor<4x?xf32>) {
%y = weft.expm1 %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @extern.example(%x: tensor<4xf32>) {
%y = weft.extern "my_kernel"(%x) : (tensor<4xf32>) -> tensor<4xf32>
  weft.return
}
weft.func @floor.example(%x: tensor<4x?xf32>) {
%y = weft.floor %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @func.example(%x: tensor<?x4xf32> {weft.name = "x", weft.dims = ["batch", ""]}) -> tensor<?x4xf32> {
      %y = weft.exp %x : (tensor<?x4xf32>) -> tensor<?x4xf32>
      weft.return %y : tensor<?x4xf32>
    }
weft.func @gather_elements.example(%x: tensor<4x8xf32>, %i: tensor<4x2xi64>) {
%y = weft.gather_elements %x, %i {dim = 1 : i64} : (tensor<4x8xf32>, tensor<4x2xi64>) -> tensor<4x2xf32>
  weft.return
}
weft.func @gather_nd.example(%x: tensor<4x8x3xf32>, %i: tensor<5x2xi64>) {
%y = weft.gather_nd %x, %i {batch_dims = 0 : i64} : (tensor<4x8x3xf32>, tensor<5x2xi64>) -> tensor<5x3xf32>
  weft.return
}
weft.func @gather.example(%x: tensor<100x8xf32>, %i: tensor<4x5xi64>) {
%y = weft.gather %x, %i {dim = 0 : i64} : (tensor<100x8xf32>, tensor<4x5xi64>) -> tensor<4x5x8xf32>
  weft.return
}
weft.func @get.example() {
%w = weft.get @encoder : tensor<2x2xf32>
  weft.return
}
weft.func @if.example(%c: tensor<i1>, %a: tensor<?xf32>, %b: tensor<?xf32>) {
%y = weft.if %c : tensor<i1> -> (tensor<?xf32>) {
      weft.yield %a : tensor<?xf32>
    } else {
      weft.yield %b : tensor<?xf32>
    }
  weft.return
}
weft.func @iota.example(%n: tensor<i64>) {
%y = weft.iota %n : (tensor<i64>) -> tensor<?xi64>
  weft.return
}
weft.func @log1p.example(%x: tensor<4x?xf32>) {
%y = weft.log1p %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @log.example(%x: tensor<4x?xf32>) {
%y = weft.log %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @logistic.example(%x: tensor<4x?xf32>) {
%y = weft.logistic %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @loop.example(%n: tensor<i64>, %z: tensor<f32>) {
%s, %all = weft.loop trips(%n : tensor<i64>) init(%z : tensor<f32>) -> (tensor<f32>, tensor<?xf32>) {
    ^bb0(%i: tensor<i64>, %a: tensor<f32>):
      %t = weft.constant dense<true> : tensor<i1>
      %b = weft.exp %a : (tensor<f32>) -> tensor<f32>
      weft.yield %t, %b, %a : tensor<i1>, tensor<f32>, tensor<f32>
    }
  weft.return
}
weft.func @map.example(%x: tensor<8x4xf32>, %b: tensor<4xf32>) {
%y = weft.map 8(%x, %b : tensor<8x4xf32>, tensor<4xf32>) -> (tensor<8x4xf32>) {
    ^bb0(%a: tensor<1x4xf32>, %c: tensor<4xf32>):
      %r = weft.add %a, %c : (tensor<1x4xf32>, tensor<4xf32>) -> tensor<1x4xf32>
      weft.yield %r : tensor<1x4xf32>
    }
  weft.return
}
weft.func @shares_evenly.example() {
%c = weft.shares_evenly 8 : tensor<i1>
  weft.return
}
weft.func @max.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.max %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @min.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.min %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @mod.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.mod %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @mul.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.mul %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @neg.example(%x: tensor<4x?xf32>) {
%y = weft.neg %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @nonzero.example(%x: tensor<4x8xf32>) {
%y = weft.nonzero %x : (tensor<4x8xf32>) -> tensor<2x?xi64>
  weft.return
}
weft.func @normalize.example(%x: tensor<4x8xf32>) {
%y = weft.normalize %x {dims = array<i64: 1>, epsilon = 1.0e-5 : f32} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}
weft.func @not.example(%x: tensor<4x?xi1>) {
%y = weft.not %x : (tensor<4x?xi1>) -> tensor<4x?xi1>
  weft.return
}
weft.func @or.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.or %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @pad.example(%x: tensor<4x8xf32>, %low: tensor<2xi64>, %high: tensor<2xi64>, %v: tensor<f32>) {
%y = weft.pad constant %x, %low, %high, %v : (tensor<4x8xf32>, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> tensor<?x?xf32>
  weft.return
}
weft.parameter @encoder : tensor<2x2xf32>
    weft.parameter @bias = dense<[1.0, 2.0]> : tensor<2xf32>
weft.func @pow.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.pow %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @quantize.example(%x: tensor<4x8xf32>, %s: tensor<8xf32>, %z: tensor<8xi8>) {
%q = weft.quantize %x, %s, %z {dim = 1 : i64} : (tensor<4x8xf32>, tensor<8xf32>, tensor<8xi8>) -> tensor<4x8xi8>
  weft.return
}
weft.func @random.example(%key: tensor<i64>, %counter: tensor<i64>, %shape: tensor<2xi64>) {
%y = weft.random normal %key, %counter, %shape : (tensor<i64>, tensor<i64>, tensor<2xi64>) -> tensor<?x?xf32>
  weft.return
}
weft.func @recurrence.example(%x: tensor<10x1x4xf32>, %w: tensor<4x32xf32>, %r: tensor<8x32xf32>, %h0: tensor<1x8xf32>, %c0: tensor<1x8xf32>) {
%y, %h, %c = weft.recurrence lstm %x, %w, %r state %h0 cell %c0 {activations = ["logistic", "tanh", "tanh"]}
       : (tensor<10x1x4xf32>, tensor<4x32xf32>, tensor<8x32xf32>, tensor<1x8xf32>, tensor<1x8xf32>)
       -> (tensor<10x1x8xf32>, tensor<1x8xf32>, tensor<1x8xf32>)
  weft.return
}
weft.func @reduce.example(%x: tensor<4x8xf32>) {
%y = weft.reduce sum %x {dims = array<i64: 1>, keep_dims} : (tensor<4x8xf32>) -> tensor<4x1xf32>
  weft.return
}
weft.func @reduce_window.example(%x: tensor<1x8x8x4xf32>) {
%y = weft.reduce_window max %x {window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>,
                                    padding = array<i64: 1, 1, 1, 1>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x4x4xf32>
  weft.return
}
weft.func @rem.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.rem %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @reshape.example(%x: tensor<4x?xf32>, %s: tensor<1xi64>) {
%y = weft.reshape %x, %s : (tensor<4x?xf32>, tensor<1xi64>) -> tensor<?xf32>
  weft.return
}
weft.func @resize.example(%x: tensor<1x8x8x3xf32>, %sizes: tensor<2xi64>, %scales: tensor<2xf32>) {
%y = weft.resize linear %x, %sizes, %scales {dims = array<i64: 1, 2>, coordinates = #weft<coordinates half_pixel>}
       : (tensor<1x8x8x3xf32>, tensor<2xi64>, tensor<2xf32>) -> tensor<1x?x?x3xf32>
  weft.return
}
weft.func @round.example(%x: tensor<4x?xf32>) {
%y = weft.round %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @rsqrt.example(%x: tensor<4x?xf32>) {
%y = weft.rsqrt %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @scatter_elements.example(%x: tensor<4x8xf32>, %i: tensor<4x2xi64>, %u: tensor<4x2xf32>) {
%y = weft.scatter_elements assign %x, %i, %u {dim = 1 : i64} : (tensor<4x8xf32>, tensor<4x2xi64>, tensor<4x2xf32>) -> tensor<4x8xf32>
  weft.return
}
weft.func @scatter_nd.example(%x: tensor<4x8xf32>, %i: tensor<5x1xi64>, %u: tensor<5x8xf32>) {
%y = weft.scatter_nd add %x, %i, %u : (tensor<4x8xf32>, tensor<5x1xi64>, tensor<5x8xf32>) -> tensor<4x8xf32>
  weft.return
}
weft.func @select.example(%c: tensor<4xi1>, %a: tensor<4xf32>, %b: tensor<f32>) {
%y = weft.select %c, %a, %b : (tensor<4xi1>, tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  weft.return
}
weft.func @shape.example(%x: tensor<4x?xf32>) {
%s = weft.shape %x : (tensor<4x?xf32>) -> tensor<2xi64>
  weft.return
}
weft.func @shl.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.shl %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @shr.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.shr %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @sign.example(%x: tensor<4x?xf32>) {
%y = weft.sign %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @sin.example(%x: tensor<4x?xf32>) {
%y = weft.sin %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @sinh.example(%x: tensor<4x?xf32>) {
%y = weft.sinh %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @slice.example(%x: tensor<4x8xf32>, %a: tensor<1xi64>, %b: tensor<1xi64>, %c: tensor<1xi64>) {
%y = weft.slice %x, %a, %b, %c {dims = array<i64: 1>} : (tensor<4x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<4x?xf32>
  weft.return
}
weft.func @softmax.example(%x: tensor<4x8xf32>) {
%y = weft.softmax %x {dim = 1 : i64} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  weft.return
}
weft.func @sort.example(%x: tensor<4x8xf32>) {
%v, %i = weft.sort %x {dim = 1 : i64, descending} : (tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xi64>)
  weft.return
}
weft.func @sqrt.example(%x: tensor<4x?xf32>) {
%y = weft.sqrt %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @sub.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.sub %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
weft.func @tan.example(%x: tensor<4x?xf32>) {
%y = weft.tan %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @tanh.example(%x: tensor<4x?xf32>) {
%y = weft.tanh %x : (tensor<4x?xf32>) -> tensor<4x?xf32>
  weft.return
}
weft.func @tile.example(%x: tensor<4x8xf32>, %r: tensor<2xi64>) {
%y = weft.tile %x, %r : (tensor<4x8xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  weft.return
}
weft.func @top_k.example(%x: tensor<4x8xf32>, %k: tensor<i64>) {
%v, %i = weft.top_k %x, %k {dim = 1 : i64} : (tensor<4x8xf32>, tensor<i64>) -> (tensor<4x?xf32>, tensor<4x?xi64>)
  weft.return
}
weft.func @transpose.example(%x: tensor<2x3x4xf32>) {
%y = weft.transpose %x {permutation = array<i64: 0, 2, 1>} : (tensor<2x3x4xf32>) -> tensor<2x4x3xf32>
  weft.return
}
weft.func @xor.example(%a: tensor<4x8xi32>, %b: tensor<8xi32>) {
%y = weft.xor %a, %b : (tensor<4x8xi32>, tensor<8xi32>) -> tensor<4x8xi32>
  weft.return
}
