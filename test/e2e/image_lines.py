# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes padded convolutions of few channels by constant filters, with a sum behind them: `python image_lines.py > FILE.mlir`. Expected values are those
of oracle.py in f64."""
import numpy as np

import oracle
from testfile import constant, type_of

RANDOM = np.random.default_rng(7)


def rand(*shape):
    return RANDOM.uniform(-1, 1, shape).astype(np.float32)


def emit(name, x, filter, strides=(1, 1), dilations=(1, 1), padding=(1, 1, 1, 1), many=False):
    attributes = {"strides": strides, "dilations": dilations, "input_dilations": (1, 1), "padding": padding}
    sums = oracle.conv(x, filter, groups=1, **attributes)
    other = rand(*sums.shape)
    text = ", ".join(f"{key} = array<i64: {', '.join(map(str, value))}>" for key, value in attributes.items())
    in_type, out_type = (type_of(each).replace("tensor<" + str(each.shape[0]), "tensor<?") if many else type_of(each) for each in (x, sums))
    both = f"{type_of(x)}, {type_of(other)}"
    print(f"""weft.parameter @{name}.w = {constant(filter).removeprefix("weft.constant ")}
weft.func @test_{name}(%x: {in_type}, %r: {out_type}) -> {out_type} attributes {{weft.tolerance = 1.0e-5 : f64}} {{
  %w = weft.get @{name}.w : {type_of(filter)}
  %p = weft.conv %x, %w {{{text}, groups = 1 : i64}} : ({in_type}, {type_of(filter)}) -> {out_type}
  %y = weft.add %p, %r : ({out_type}, {out_type}) -> {out_type}
  weft.return %y : {out_type}
}}
weft.func @inputs_{name}() -> ({both}) {{
  %0 = {constant(x)}
  %1 = {constant(other)}
  weft.return %0, %1 : {both}
}}
weft.func @expected_{name}() -> {type_of(sums)} {{
  %0 = {constant((sums + other).astype(np.float32))}
  weft.return %0 : {type_of(sums)}
}}""")


# As models begin: lines longer than a tile of rows, tasks of several lines, columns of less than a panel and of more.
emit("first", rand(1, 33, 45, 3), rand(3, 3, 3, 16), strides=(2, 2))
emit("narrow", rand(2, 9, 21, 3), rand(3, 3, 3, 5))
emit("wide", rand(1, 7, 30, 3), rand(7, 7, 3, 37), strides=(2, 2), padding=(3, 3, 3, 3))
# Tasks that begin and end within lines.
emit("long", rand(1, 40, 23, 1), rand(3, 3, 1, 16))
emit("lines_of_one", rand(1, 300, 1, 2), rand(3, 2, 2, 17), padding=(1, 1, 1, 0))
# Images one after the other, of a known and an unknown number.
emit("images", rand(3, 11, 13, 4), rand(3, 3, 4, 16), many=False)
emit("any_images", rand(3, 11, 13, 4), rand(3, 3, 4, 16), many=True)
# Borders on one side, wider than the image, and pixels that no tap reads.
emit("left_alone", rand(1, 6, 17, 3), rand(2, 2, 3, 8), padding=(0, 1, 0, 0))
emit("right_alone", rand(1, 6, 17, 3), rand(2, 2, 3, 8), padding=(0, 0, 0, 1))
emit("border_alone", rand(1, 2, 2, 1), rand(2, 2, 1, 4), padding=(4, 4, 4, 4))
emit("far_steps", rand(1, 19, 19, 5), rand(3, 3, 5, 16), strides=(5, 5), padding=(1, 1, 0, 0))
# Lines too far apart to be copied.
emit("tall_steps", rand(1, 300, 60, 15), rand(2, 2, 15, 3), strides=(60, 40), padding=(1, 1, 0, 0))
emit("rest", rand(1, 10, 10, 3), rand(3, 3, 3, 16), strides=(4, 4), padding=(1, 1, 0, 0))
# Taps apart from each other, above only: those beside each other are one piece.
emit("apart", rand(1, 14, 9, 3), rand(3, 3, 3, 16), dilations=(3, 1), padding=(3, 1, 3, 1))
emit("one_line", rand(1, 1, 31, 15), rand(1, 5, 15, 20), padding=(0, 2, 0, 2))
emit("nothing", rand(1, 0, 4, 3), rand(1, 2, 3, 4), padding=(0, 1, 0, 1))
