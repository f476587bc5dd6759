# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints small programs over a batch of eight, each an op and two softmaxes behind it, of which one is a dispatch of its own at least.

usage: make_batches.py by-slices|across

`by-slices`: each image's result depends on that image alone. `across`: on others too, or the batch is not what comes first.
"""
import sys

PARAMETERS = """weft.parameter @filter = dense<[[[[0.5, -0.25], [0.75, 0.125]], [[-1.5, 0.5], [0.25, 1.0]]], [[[0.5, 1.5], [0.0, 0.125]], [[1.5, 0.5], [0.25, -1.0]]]]> : tensor<2x2x2x2xf32>
weft.parameter @matrix = dense<[[1.0, 2.0, -1.0], [0.0, -2.0, 1.0]]> : tensor<2x3xf32>
weft.parameter @square = dense<0.5> : tensor<8x8xf32>
weft.parameter @table = dense<[[1.0, 2.0, -1.0], [0.0, -2.0, 1.0], [1.5, 0.5, -0.5]]> : tensor<3x3xf32>
"""
WINDOW = "strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 0, 0, 1>"
IMAGE, MATRIX, ROWS = "tensor<8x3x3x2xf32>", "tensor<8x5x2xf32>", "tensor<8x6xf32>"

# Name: (type of the input, lines that compute %y, its type).
BY_SLICES = {
    "conv": (IMAGE, f"""%w = weft.get @filter : tensor<2x2x2x2xf32>
      %y = weft.conv %x, %w {{{WINDOW}, input_dilations = array<i64: 1, 1>}} : ({IMAGE}, tensor<2x2x2x2xf32>) -> {IMAGE}""", IMAGE),
    "window": (IMAGE, f"%y = weft.reduce_window max %x {{window = array<i64: 2, 2>, {WINDOW}}} : ({IMAGE}) -> {IMAGE}", IMAGE),
    "contract": (MATRIX, f"""%w = weft.get @matrix : tensor<2x3xf32>
      %y = weft.contract "bmk,kn->bmn" %x, %w : ({MATRIX}, tensor<2x3xf32>) -> tensor<8x5x3xf32>""", "tensor<8x5x3xf32>"),
    "gram": (MATRIX, f"""%y = weft.contract "bmk,bnk->bmn" %x, %x : ({MATRIX}, {MATRIX}) -> tensor<8x5x5xf32>""", "tensor<8x5x5xf32>"),
    "normalize": (MATRIX, f"%y = weft.normalize %x {{dims = array<i64: 1, 2>, epsilon = 1.0e-3 : f32}} : ({MATRIX}) -> {MATRIX}", MATRIX),
    "reduce": (MATRIX, f"%y = weft.reduce mean %x {{dims = array<i64: 1>}} : ({MATRIX}) -> tensor<8x2xf32>", "tensor<8x2xf32>"),
    "cumulative": (MATRIX, f"%y = weft.cumulative sum %x {{dim = 1 : i64}} : ({MATRIX}) -> {MATRIX}", MATRIX),
    "transpose": (MATRIX, f"%y = weft.transpose %x {{permutation = array<i64: 0, 2, 1>}} : ({MATRIX}) -> tensor<8x2x5xf32>", "tensor<8x2x5xf32>"),
    "broadcast": ("tensor<8x1x2xf32>", f"""%s = weft.constant dense<[8, 5, 2]> : tensor<3xi64>
      %y = weft.broadcast %x, %s : (tensor<8x1x2xf32>, tensor<3xi64>) -> {MATRIX}""", MATRIX),
    "slice": (MATRIX, f"""%a = weft.constant dense<1> : tensor<1xi64>
      %b = weft.constant dense<4> : tensor<1xi64>
      %y = weft.slice %x, %a, %b, %a {{dims = array<i64: 1>}} : ({MATRIX}, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<8x3x2xf32>""", "tensor<8x3x2xf32>"),
    "pad": (MATRIX, f"""%l = weft.constant dense<[0, 1, 0]> : tensor<3xi64>
      %h = weft.constant dense<[0, 0, 2]> : tensor<3xi64>
      %v = weft.constant dense<0.5> : tensor<f32>
      %y = weft.pad constant %x, %l, %h, %v : ({MATRIX}, tensor<3xi64>, tensor<3xi64>, tensor<f32>) -> tensor<8x6x4xf32>""", "tensor<8x6x4xf32>"),
    "concat": (MATRIX, f"""%n = weft.neg %x : ({MATRIX}) -> {MATRIX}
      %y = weft.concat %x, %n {{dim = 1 : i64}} : ({MATRIX}, {MATRIX}) -> tensor<8x10x2xf32>""", "tensor<8x10x2xf32>"),
    "gather": (MATRIX, f"""%i = weft.arg_reduce max %x {{dim = 2 : i64}} : ({MATRIX}) -> tensor<8x5xi64>
      %w = weft.get @table : tensor<3x3xf32>
      %y = weft.gather %w, %i {{dim = 0 : i64}} : (tensor<3x3xf32>, tensor<8x5xi64>) -> tensor<8x5x3xf32>""", "tensor<8x5x3xf32>"),
    "pick": (MATRIX, f"""%i = weft.constant dense<[3, 0, 3]> : tensor<3xi64>
      %y = weft.gather %x, %i {{dim = 1 : i64}} : ({MATRIX}, tensor<3xi64>) -> tensor<8x3x2xf32>""", "tensor<8x3x2xf32>"),
    "resize": (IMAGE, f"""%n = weft.constant dense<[6, 6]> : tensor<2xi64>
      %f = weft.constant dense<2.0> : tensor<2xf32>
      %y = weft.resize linear %x, %n, %f {{dims = array<i64: 1, 2>, coordinates = #weft<coordinates half_pixel>}} : ({IMAGE}, tensor<2xi64>, tensor<2xf32>) -> tensor<8x6x6x2xf32>""", "tensor<8x6x6x2xf32>"),
    "attention": ("tensor<8x2x3x2xf32>", """%k = weft.neg %x : (tensor<8x2x3x2xf32>) -> tensor<8x2x3x2xf32>
      %y = weft.attention %x, %k, %x {scale = 0.5 : f32} : (tensor<8x2x3x2xf32>, tensor<8x2x3x2xf32>, tensor<8x2x3x2xf32>) -> tensor<8x2x3x2xf32>""", "tensor<8x2x3x2xf32>"),
    "merged": (MATRIX, f"""%s = weft.constant dense<[40, 2]> : tensor<2xi64>
      %r = weft.reshape %x, %s : ({MATRIX}, tensor<2xi64>) -> tensor<40x2xf32>
      %w = weft.get @matrix : tensor<2x3xf32>
      %y = weft.contract "mk,kn->mn" %r, %w : (tensor<40x2xf32>, tensor<2x3xf32>) -> tensor<40x3xf32>""", "tensor<40x3xf32>"),
}
ACROSS = {
    "mean": (ROWS, f"%y = weft.reduce mean %x {{dims = array<i64: 0>, keep_dims}} : ({ROWS}) -> tensor<1x6xf32>", "tensor<1x6xf32>"),
    "cumulative": (ROWS, f"%y = weft.cumulative sum %x {{dim = 0 : i64}} : ({ROWS}) -> {ROWS}", ROWS),
    "normalize": (ROWS, f"%y = weft.normalize %x {{dims = array<i64: 0, 1>, epsilon = 1.0e-3 : f32}} : ({ROWS}) -> {ROWS}", ROWS),
    "transpose": ("tensor<8x8xf32>", "%y = weft.transpose %x {permutation = array<i64: 1, 0>} : (tensor<8x8xf32>) -> tensor<8x8xf32>", "tensor<8x8xf32>"),
    "mix": (ROWS, f"""%w = weft.get @square : tensor<8x8xf32>
      %y = weft.contract "ab,bc->ac" %w, %x : (tensor<8x8xf32>, {ROWS}) -> {ROWS}""", ROWS),
    "gram": (ROWS, f"""%y = weft.contract "mk,nk->mn" %x, %x : ({ROWS}, {ROWS}) -> tensor<8x8xf32>""", "tensor<8x8xf32>"),
    "pad": (ROWS, f"""%l = weft.constant dense<[8, 0]> : tensor<2xi64>
      %h = weft.constant dense<0> : tensor<2xi64>
      %v = weft.constant dense<0.5> : tensor<f32>
      %y = weft.pad constant %x, %l, %h, %v : ({ROWS}, tensor<2xi64>, tensor<2xi64>, tensor<f32>) -> tensor<16x6xf32>""", "tensor<16x6xf32>"),
    "concat": (ROWS, f"""%n = weft.neg %x : ({ROWS}) -> {ROWS}
      %y = weft.concat %x, %n {{dim = 0 : i64}} : ({ROWS}, {ROWS}) -> tensor<16x6xf32>""", "tensor<16x6xf32>"),
    "slice": ("tensor<8x6xf32>", """%a = weft.constant dense<7> : tensor<1xi64>
      %b = weft.constant dense<-9> : tensor<1xi64>
      %c = weft.constant dense<-1> : tensor<1xi64>
      %y = weft.slice %x, %a, %b, %c {dims = array<i64: 0>} : (tensor<8x6xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<8x6xf32>""", ROWS),
}


def rank(type):
    return type.count("x")


print(PARAMETERS)
for name, (input, lines, type) in (BY_SLICES if sys.argv[1] == "by-slices" else ACROSS).items():
    lines = "\n".join("  " + line.strip() for line in lines.splitlines())
    print(f"""weft.func @test_{name}(%x: {input}) -> {type} {{
{lines}
  %once = weft.softmax %y {{dim = {rank(type) - 1} : i64}} : ({type}) -> {type}
  %z = weft.softmax %once {{dim = {rank(type) - 1} : i64}} : ({type}) -> {type}
  weft.return %z : {type}
}}""")
