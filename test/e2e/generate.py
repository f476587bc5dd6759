#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the generated end-to-end tests beside this file: build/venv/bin/python test/e2e/generate.py

Expected values come from here alone: integers from Python's exact arithmetic, floats from NumPy in double precision rounded
once, resizing and recurrent layers from ONNX's reference implementation, the rest from definitions written as plain loops.
Nothing of Weft takes part. Each case becomes a test with static types and, unless told, one with every size dynamic.
"""
import itertools
import math
import re

import numpy as np

import oracle
import language
import quantized
from testfile import FLOATS, File, INTS, TYPES, scalar

random = np.random.default_rng(7)


def rand(*shape, dtype="f32", low=-2.0, high=2.0):
    return random.uniform(low, high, shape).astype(TYPES[dtype])


def randint(*shape, dtype="i32", low=-9, high=9):
    if dtype.startswith("u"):
        low = 0
    return random.integers(low, high, shape).astype(TYPES[dtype])


def i64(*values):
    return np.array(values, np.int64)


def rounded(value, dtype):
    with np.errstate(all="ignore"):
        return np.asarray(value, np.float64).astype(TYPES[dtype])


def extremes(dtype):
    info = np.iinfo(TYPES[dtype])
    return [info.min, info.max, info.min + 1, info.max - 1, 0, 1, 2, 3, 7]


def elementwise_unary():
    file = File("elementwise-unary", "Unary elementwise ops, over special values of each element type.")
    inf, nan = float("inf"), float("nan")
    special = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 1.5, 2.5, -2.5, 3.25, -7.75, inf, -inf, nan, 0.0625]
    with np.errstate(all="ignore"):
        for op, function in oracle.UNARY.items():
            for dtype in FLOATS:
                x = np.array(special, np.float64).reshape(3, 5).astype(TYPES[dtype])
                file.case(f"{op}_{dtype}", f"weft.{op} %a0", [x], [rounded(function(x.astype(np.float64)), dtype)],
                          dynamic=dtype == "f32")
    for op in ["neg", "abs", "sign", "not"]:
        for dtype in INTS:
            x = np.array(extremes(dtype), TYPES[dtype])
            file.case(f"{op}_{dtype}", f"weft.{op} %a0", [x], [oracle.int_unary(op, x)], dynamic=dtype == "i32")
    file.case("not_i1", "weft.not %a0", [np.array([True, False, True])], [np.array([False, True, False])])
    file.case("neg_empty", "weft.neg %a0", [rand(0, 3)], [rand(0, 3)])
    file.case("exp_scalar", "weft.exp %a0", [scalar(1, "f32")], [scalar(math.e, "f32")])
    file.write()


def elementwise_binary():
    file = File("elementwise-binary", "Binary elementwise ops, with broadcasting, over special values of each element type.")
    inf, nan = float("inf"), float("nan")
    left, right = [1.5, -2.25, 0.0, 7.0, inf, nan, -inf, 3.0], [2.0, -0.75, 0.0, -3.0, inf, 1.0]
    with np.errstate(all="ignore"):
        for op, function in oracle.BINARY_FLOAT.items():
            for dtype in FLOATS:
                a, b = np.array(left).reshape(8, 1).astype(TYPES[dtype]), np.array(right).astype(TYPES[dtype])
                expected = [[function(float(x), float(y)) for y in b] for x in a[:, 0]]
                file.case(f"{op}_{dtype}", f"weft.{op} %a0, %a1", [a, b], [rounded(expected, dtype)], dynamic=dtype == "f32")
    for op, function in oracle.BINARY_INT.items():
        for dtype in INTS:
            a = np.array(extremes(dtype) + ([-7, -1] if not dtype.startswith("u") else [5, 6]), TYPES[dtype])
            b = np.array([0, 1, 2, 3, 5, 9] + ([-1, -2, -3, -7] if not dtype.startswith("u") else [4, 7, 8, 100]), TYPES[dtype])
            expected = [[oracle.wrap(function(int(x), int(y), a.dtype), a.dtype) for y in b] for x in a]
            file.case(f"{op}_{dtype}", f"weft.{op} %a0, %a1", [a.reshape(-1, 1), b], [np.array(expected, TYPES[dtype])],
                      dynamic=dtype == "i32")
    for op, function in [("and", np.logical_and), ("or", np.logical_or), ("xor", np.logical_xor)]:
        a, b = np.array([[True], [False]]), np.array([True, False])
        file.case(f"{op}_i1", f"weft.{op} %a0, %a1", [a, b], [function(a, b)])
    for shapes in [((3, 1, 5), (4, 1)), ((1,), (2, 3)), ((), (7,)), ((2, 3, 1, 5), (1, 3, 4, 1)), ((0, 3), (1, 3)), ((17, 33), (17, 33)),
                   ((5, 1), (1, 6)), ((2, 1, 3), (2, 4, 3))]:
        a, b = rand(*shapes[0]), rand(*shapes[1])
        name = "_".join("x".join(map(str, shape)) or "scalar" for shape in shapes)
        file.case(f"sub_{name}", "weft.sub %a0, %a1", [a, b], [a - b])
    file.write()


def conversion():
    file = File("conversion", "Comparison, choice and conversion.")
    nan = float("nan")
    for predicate, function in [("eq", np.equal), ("ne", np.not_equal), ("lt", np.less), ("le", np.less_equal), ("gt", np.greater),
                                ("ge", np.greater_equal)]:
        for dtype in ["f32", "bf16", "i64", "ui64", "i8", "ui8"]:
            values = [0, 1, nan, 2] if dtype in FLOATS else [*extremes(dtype)[:2], 1, 2]
            a, b = np.array(values).astype(TYPES[dtype]).reshape(4, 1), np.array(values).astype(TYPES[dtype])
            if dtype.endswith("i64"):
                a = np.array(values, TYPES[dtype]).reshape(4, 1)
                b = a[:, 0]
            file.case(f"{predicate}_{dtype}", f"weft.compare {predicate} %a0, %a1", [a, b], [function(a, b)], dynamic=dtype == "f32")
    a, b = np.array([[True], [False]]), np.array([True, False])
    file.case("eq_i1", "weft.compare eq %a0, %a1", [a, b], [a == b])
    file.case("lt_i1", "weft.compare lt %a0, %a1", [a, b], [a < b])
    for dtype in TYPES:
        c = np.array([[True], [False], [True]])
        x = rand(3, 4, dtype=dtype) if dtype in FLOATS else randint(3, 4, dtype=dtype, low=0, high=2)
        y = rand(4, dtype=dtype) if dtype in FLOATS else randint(4, dtype=dtype, low=0, high=2)
        file.case(f"select_{dtype}", "weft.select %a0, %a1, %a2", [c, x, y], [np.where(c, x, y)], dynamic=dtype == "f32")
    for source, target in itertools.product(TYPES, TYPES):
        x = oracle.cast_samples(source, TYPES)
        expected = oracle.cast(x, source, target, TYPES)
        # 16-bit targets are rounded from the exact value, not through f32.
        file.case(f"cast_{source}_{target}", "weft.cast %a0", [x], [expected], dynamic=False)
    for source, target in [("f32", "i32"), ("i32", "f32"), ("f64", "ui64"), ("i16", "f16"), ("bf16", "ui16"), ("ui8", "i8")]:
        x = rand(3, 3, dtype=source) if source in FLOATS else randint(3, 3, dtype=source, low=1, high=99)
        file.case(f"bitcast_{source}_{target}", "weft.bitcast %a0", [x], [x.view(TYPES[target])])
    file.write()


def shapes():
    file = File("shape", "Shapes as data, and data movement.")
    x = rand(2, 3, 4)
    file.case("shape", "weft.shape %a0", [x], [i64(2, 3, 4)])
    file.case("shape_scalar", "weft.shape %a0", [scalar(1, "f32")], [i64()], dynamic=False)
    file.case("dim", "weft.dim %a0 {dim = 1 : i64}", [x], [np.int64(3)])
    for size in [0, 1, 7, -3]:
        file.case(f"iota_{size}".replace("-", "minus"), "weft.iota %a0", [np.int64(size)], [np.arange(max(0, size))])
    for name, to, shape in [("flat", (24,), [24]), ("inferred", (4, 6), [4, -1]), ("scalar", (1, 1), [-1, 1]), ("five", (1, 2, 3, 1, 4), [1, 2, -1, 1, 4])]:
        source = x if name != "scalar" else scalar(3, "f32")
        file.case(f"reshape_{name}", "weft.reshape %a0, %a1", [source, i64(*shape)], [source.reshape(to)], static_args=(1,))
    file.case("reshape_static", "weft.reshape %a0", [x], [x.reshape(6, 4)], dynamic=False)
    file.case("reshape_empty", "weft.reshape %a0, %a1", [rand(0, 3), i64(3, 0)], [rand(3, 0)], static_args=(1,))
    for name, source, shape in [("rows", (4, 1), (2, 4, 3)), ("smaller", (2, 3), (1, 1)), ("scalar", (), (2, 2)), ("same", (3,), (3,)), ("empty", (1, 3), (0, 3))]:
        a = rand(*source)
        file.case(f"broadcast_{name}", "weft.broadcast %a0, %a1", [a, i64(*shape)], [np.broadcast_to(a, np.broadcast_shapes(source, shape))], static_args=(1,))
    for dtype in ["f32", "i8", "f64", "bf16", "i1"]:
        a = rand(2, 3, 5, dtype=dtype) if dtype in FLOATS else randint(2, 3, 5, dtype=dtype, low=0, high=2)
        for permutation in itertools.permutations(range(3)):
            name = "".join(map(str, permutation))
            file.case(f"transpose_{dtype}_{name}", f"weft.transpose %a0 {{permutation = array<i64: {', '.join(map(str, permutation))}>}}", [a],
                      [a.transpose(permutation)], dynamic=dtype == "f32")
    a = rand(33, 65)
    file.case("transpose_large", "weft.transpose %a0 {permutation = array<i64: 1, 0>}", [a], [a.T])
    a = rand(5, 8)
    far = 2**63 - 1
    for name, dims, starts, ends, steps in [
            ("middle", [1], [2], [6], [1]), ("strided", [0, 1], [1, 0], [5, 8], [2, 3]), ("negative", [1], [-3], [-1], [1]),
            ("backwards", [0], [4], [-6], [-1]), ("backwards_two", [1], [6], [1], [-2]), ("clamped", [0, 1], [-100, 3], [100, far], [1, 1]),
            ("empty", [0], [3], [3], [1]), ("crossed", [0], [4], [1], [1]), ("far_back", [1], [far], [-far - 1], [-1]), ("smallest_step", [0], [4], [-9], [-far - 1]),
            ("largest_step", [0], [1], [9], [far]), ("none", [], [], [], [])]:
        index = [slice(None)] * 2
        for dim, start, end, step in zip(dims, starts, ends, steps):
            index[dim] = slice(start, end, max(step, -(2**60)))
        operands = [a, i64(*starts), i64(*ends), i64(*steps)]
        expected = [a[tuple(index)]]
        text = f"{{dims = array<i64{': ' if dims else ''}{', '.join(map(str, dims))}>}}"
        file.case(f"slice_{name}", f"weft.slice %a0, %a1, %a2, %a3 {text}", operands, expected)
        file.case(f"slice_constant_{name}", f"weft.slice %a0, %c0, %c1, %c2 {text}", operands[:1], expected, consts=operands[1:])
    a = rand(3, 4)
    for mode, numpy_mode in [("constant", "constant"), ("reflect", "reflect"), ("edge", "edge"), ("wrap", "wrap")]:
        for name, low, high in [("some", [1, 2], [0, 3]), ("long", [5, 7], [6, 9]), ("none", [0, 0], [0, 0])]:
            kwargs = {"constant_values": 9.5} if mode == "constant" else {}
            expected = np.pad(a, list(zip(low, high)), numpy_mode, **kwargs)
            operands = [a, i64(*low), i64(*high), scalar(9.5, "f32")]
            file.case(f"pad_{mode}_{name}", f"weft.pad {mode} %a0, %a1, %a2, %a3", operands, [expected], static_args=(1, 2))
            file.case(f"pad_{mode}_{name}_constant", f"weft.pad {mode} %a0, %c0, %c1, %c2", [a], [expected], consts=operands[1:])
    file.case("pad_crop", "weft.pad constant %a0, %a1, %a2, %a3", [a, i64(-1, 1), i64(0, -2), scalar(0, "f32")],
              [np.pad(a[1:, :2], [(0, 0), (1, 0)])], static_args=(1, 2))
    file.case("pad_crop_all", "weft.pad constant %a0, %a1, %a2, %a3", [a, i64(-5, 0), i64(0, 0), scalar(0, "f32")], [rand(0, 4)], static_args=(1, 2))
    one = rand(1, 2)
    file.case("pad_reflect_one", "weft.pad reflect %a0, %a1, %a2, %a3", [one, i64(2, 0), i64(3, 0), scalar(0, "f32")], [np.repeat(one, 6, 0)], static_args=(1, 2))
    file.case("pad_i8", "weft.pad constant %a0, %a1, %a2, %a3", [np.int8([1, 2]), i64(1), i64(2), np.int8(-7)], [np.int8([-7, 1, 2, -7, -7])], static_args=(1, 2))
    for dim in range(3):
        parts = [rand(2, 3, 4), rand(*(5 if i == dim else s for i, s in enumerate((2, 3, 4)))), rand(*(0 if i == dim else s for i, s in enumerate((2, 3, 4))))]
        file.case(f"concat_{dim}", f"weft.concat %a0, %a1, %a2 {{dim = {dim} : i64}}", parts, [np.concatenate(parts, dim)])
    file.case("concat_one", "weft.concat %a0 {dim = 0 : i64}", [parts[0]], [parts[0]])
    for repeats in [(2, 3), (1, 1), (0, 2), (1, 4)]:
        a = rand(2, 3)
        name = "x".join(map(str, repeats))
        file.case(f"tile_{name}", "weft.tile %a0, %a1", [a, i64(*repeats)], [np.tile(a, repeats)], static_args=(1,))
        file.case(f"tile_constant_{name}", "weft.tile %a0, %c0", [a], [np.tile(a, repeats)], consts=[i64(*repeats)])
    file.write()


def resize():
    file = File("resize", "Interpolation; expected values from ONNX's reference implementation.")
    modes = ["half_pixel", "half_pixel_symmetric", "pytorch_half_pixel", "align_corners", "asymmetric"]
    for mode, coordinates in itertools.product(["nearest", "linear", "cubic"], modes):
        for sizes in [(7, 9), (3, 2), (5, 6), (10, 3), (1, 12)]:
            # The specification says 0 where the result has one element, the reference implementation -0.5.
            if mode == "cubic" and coordinates == "pytorch_half_pixel" and 1 in sizes:
                continue
            x = rand(1, 5, 6, 2)
            for nearest in ["round_prefer_floor", "round_prefer_ceil", "floor", "ceil"] if mode == "nearest" else [None]:
                expected = oracle.resize(x, sizes, mode, coordinates, nearest)
                scales = np.array([sizes[0] / 5, sizes[1] / 6], np.float32)
                extra = f", nearest = #weft<nearest {nearest}>" if nearest else ""
                name = "_".join(filter(None, [mode, coordinates, nearest, "x".join(map(str, sizes))]))
                file.case(name, f"weft.resize {mode} %a0, %c0, %c1 {{dims = array<i64: 1, 2>, coordinates = #weft<coordinates {coordinates}>{extra}}}",
                          [x], [expected], consts=[i64(*sizes), scales], dynamic=sizes == (7, 9), tolerance=1e-5)
    for mode in ["linear", "cubic"]:
        for sizes in [(2, 3), (3, 9)]:
            x = rand(1, 8, 7, 1)
            for what in ["antialias", "exclude_outside"]:
                expected = oracle.resize(x, sizes, mode, "half_pixel", None, **{what: True})
                file.case(f"{mode}_{what}_{sizes[0]}x{sizes[1]}",
                          f"weft.resize {mode} %a0, %c0, %c1 {{dims = array<i64: 1, 2>, coordinates = #weft<coordinates half_pixel>, {what}}}",
                          [x], [expected], consts=[i64(*sizes), np.array([sizes[0] / 8, sizes[1] / 7], np.float32)], tolerance=1e-5)
    x = np.float32([1, np.inf, 3])
    file.case("linear_beside_infinity", "weft.resize linear %a0, %c0, %c1 {dims = array<i64: 0>, coordinates = #weft<coordinates align_corners>}",
              [x], [np.float32([1, np.inf, np.inf, np.inf, 3])], consts=[i64(5), np.float32([5 / 3])])
    x = randint(1, 3, 2, dtype="ui8", high=255)
    file.case("nearest_ui8", "weft.resize nearest %a0, %a1, %a2 {dims = array<i64: 1>, coordinates = #weft<coordinates asymmetric>, nearest = #weft<nearest floor>}",
              [x, i64(6), np.float32([2])], [np.repeat(x, 2, 1)], static_args=(1, 2))
    file.write()


def reductions():
    file = File("reduction", "Reductions, running reductions, windows, softmax and normalization.")
    names = {"sum": np.sum, "mean": np.mean, "prod": np.prod, "max": np.max, "min": np.min}
    for kind, function in names.items():
        for dims in [(0,), (1,), (2,), (0, 2), (0, 1, 2), ()]:
            for keep in [False, True]:
                x = rand(3, 4, 5)
                expected = x if not dims else function(x.astype(np.float64), axis=dims, keepdims=keep).astype(np.float32)
                text = f"array<i64{': ' if dims else ''}{', '.join(map(str, dims))}>"
                file.case(f"reduce_{kind}_{''.join(map(str, dims)) or 'none'}{'_keep' if keep else ''}",
                          f"weft.reduce {kind} %a0 {{dims = {text}{', keep_dims' if keep else ''}}}", [x], [expected])
        for dtype in ["f16", "bf16", "f64", "i8", "ui8", "i32", "i64", "ui64"]:
            x = rand(3, 7, dtype=dtype) if dtype in FLOATS else randint(3, 7, dtype=dtype, low=-100, high=100)
            file.case(f"reduce_{kind}_{dtype}", f"weft.reduce {kind} %a0 {{dims = array<i64: 1>}}", [x], [oracle.reduce(kind, x)], dynamic=dtype == "i32")
        for dtype in ["f32", "i32", "ui8"]:
            x = rand(2, 0) if dtype == "f32" else randint(2, 0, dtype=dtype)
            file.case(f"reduce_{kind}_nothing_{dtype}", f"weft.reduce {kind} %a0 {{dims = array<i64: 1>}}", [x], [oracle.reduce_nothing(kind, x.dtype, 2)])
    x = np.array([[1, np.nan, 3], [np.inf, 2, 1]], np.float32)
    for kind, function in [("max", np.max), ("min", np.min), ("sum", np.sum)]:
        file.case(f"reduce_{kind}_nan", f"weft.reduce {kind} %a0 {{dims = array<i64: 1>}}", [x], [function(x, axis=1)])
    x = np.array([[True, True], [True, False], [False, False]])
    for kind, function in [("all", np.all), ("any", np.any)]:
        file.case(f"reduce_{kind}", f"weft.reduce {kind} %a0 {{dims = array<i64: 1>}}", [x], [function(x, axis=1)])
        file.case(f"reduce_{kind}_nothing", f"weft.reduce {kind} %a0 {{dims = array<i64: 1>}}", [np.zeros((2, 0), bool)], [function(np.zeros((2, 0), bool), axis=1)])
    long = rand(2, 1000, low=0, high=1)
    file.case("reduce_sum_long", "weft.reduce sum %a0 {dims = array<i64: 1>}", [long], [long.astype(np.float64).sum(1).astype(np.float32)])

    x = np.array([[3, 7, 7, 1], [-2, -2, -5, -5], [np.nan, 1, np.nan, 9]], np.float32)
    for kind, last in itertools.product(["max", "min"], [False, True]):
        for dim in [0, 1]:
            file.case(f"arg_{kind}{'_last' if last else ''}_{dim}", f"weft.arg_reduce {kind} %a0 {{dim = {dim} : i64{', last' if last else ''}}}", [x], [oracle.arg_reduce(x, kind, dim, last)])
        y = randint(4, 5, dtype="i8", low=-3, high=3)
        file.case(f"arg_{kind}{'_last' if last else ''}_i8", f"weft.arg_reduce {kind} %a0 {{dim = 1 : i64, keep_dims{', last' if last else ''}}}", [y], [oracle.arg_reduce(y, kind, 1, last)[:, None]])

    for kind, exclusive, reverse in itertools.product(["sum", "prod", "max", "min"], [False, True], [False, True]):
        flags = "".join([", exclusive" if exclusive else "", ", reverse" if reverse else ""])
        suffix = flags.replace(", ", "_")
        for dim, dtype in [(0, "f32"), (1, "f32"), (1, "i8"), (1, "ui16")]:
            x = rand(3, 5) if dtype == "f32" else randint(3, 5, dtype=dtype, low=-50, high=50)
            file.case(f"cumulative_{kind}_{dim}_{dtype}{suffix}", f"weft.cumulative {kind} %a0 {{dim = {dim} : i64{flags}}}", [x],
                      [oracle.cumulative(kind, x, dim, exclusive, reverse)], dynamic=dtype == "f32")

    windows = {
        "pool": dict(window=(3, 3), strides=(2, 2), dilations=(1, 1), padding=(1, 1, 1, 1)),
        "valid": dict(window=(2, 3), strides=(1, 2), dilations=(1, 1), padding=(0, 0, 0, 0)),
        "dilated": dict(window=(2, 2), strides=(1, 1), dilations=(3, 2), padding=(0, 1, 2, 0)),
        "outside": dict(window=(2, 2), strides=(2, 2), dilations=(1, 1), padding=(3, 0, 2, 0)),
        "crop": dict(window=(2, 2), strides=(1, 1), dilations=(1, 1), padding=(-1, 0, 0, -2)),
    }
    for (name, attributes), kind in itertools.product(windows.items(), ["max", "min", "sum", "mean"]):
        text = ", ".join(f"{key} = array<i64: {', '.join(map(str, value))}>" for key, value in attributes.items())
        for dtype in ["f32", "i32"] if name in ["pool", "outside"] else ["f32"]:
            x = rand(2, 7, 6, 3) if dtype == "f32" else randint(1, 7, 6, 2)
            file.case(f"window_{name}_{kind}_{dtype}", f"weft.reduce_window {kind} %a0 {{{text}}}", [x], [oracle.reduce_window(kind, x, **attributes)], dynamic=dtype == "f32")
    for rank, shape in [(1, (2, 9, 3)), (3, (1, 4, 5, 3, 2))]:
        attributes = dict(window=(2,) * rank, strides=(2,) * rank, dilations=(1,) * rank, padding=(0,) * rank + (1,) * rank)
        text = ", ".join(f"{key} = array<i64: {', '.join(map(str, value))}>" for key, value in attributes.items())
        x = rand(*shape)
        file.case(f"window_{rank}d", f"weft.reduce_window mean %a0 {{{text}}}", [x], [oracle.reduce_window("mean", x, **attributes)])

    for dim, log in itertools.product(range(3), [False, True]):
        x = rand(3, 4, 5, low=-20, high=20)
        file.case(f"softmax_{dim}{'_log' if log else ''}", f"weft.softmax %a0 {{dim = {dim} : i64{', log' if log else ''}}}", [x], [oracle.softmax(x, dim, log)], tolerance=1e-5)
    x = np.array([[1e4, -1e4, 0], [-np.inf, 0, 1], [-np.inf, -np.inf, -np.inf], [np.nan, 0, 0]], np.float32)
    file.case("softmax_special", "weft.softmax %a0 {dim = 1 : i64}", [x], [oracle.softmax(x, 1, False)])
    for dtype in ["f16", "bf16", "f64"]:
        x = rand(3, 7, dtype=dtype)
        file.case(f"softmax_{dtype}", "weft.softmax %a0 {dim = 1 : i64}", [x], [oracle.softmax(x, 1, False)], dynamic=False)
    for dims, rms in itertools.product([(2,), (1, 2), (0,), (0, 2)], [False, True]):
        x = rand(3, 4, 5)
        file.case(f"normalize_{''.join(map(str, dims))}{'_rms' if rms else ''}",
                  f"weft.normalize %a0 {{dims = array<i64: {', '.join(map(str, dims))}>, epsilon = 1.0e-5 : f32{', rms' if rms else ''}}}", [x],
                  [oracle.normalize(x, dims, 1e-5, rms)], tolerance=2e-5)
    x = rand(2, 300, dtype="f16", low=50, high=60)
    file.case("normalize_f16", "weft.normalize %a0 {dims = array<i64: 1>, epsilon = 1.0e-5 : f32}", [x], [oracle.normalize(x, (1,), 1e-5, False)])
    for dim in [1, 3]:
        x = rand(2, 4, 3, 4)
        parameters = [rand(4), rand(4), rand(4), rand(4, low=0.1)]
        file.case(f"batch_norm_{dim}", f"weft.batch_norm %a0, %a1, %a2, %a3, %a4 {{dim = {dim} : i64, epsilon = 1.0e-3 : f32}}", [x, *parameters],
                  [oracle.batch_norm(x, *parameters, dim, 1e-3)], tolerance=1e-5)
        file.case(f"batch_norm_training_{dim}", f"weft.batch_norm %a0, %a1, %a2, %a3, %a4 {{dim = {dim} : i64, epsilon = 1.0e-3 : f32, momentum = 0.75 : f32, training}}",
                  [x, *parameters], oracle.batch_norm_training(x, *parameters, dim, 1e-3, 0.75), tolerance=1e-5)
    file.write()


def contractions():
    file = File("contraction", "Contraction and attention.")
    letters = dict(b=2, m=5, n=7, k=6, h=3, q=1, p=4)
    for equation in ["mk,kn->mn", "bmk,kn->bmn", "bmk,bkn->bmn", "mk,nk->mn", "km,kn->nm", "bhmk,bhnk->bhmn", "m,m->", "m,n->mn", "m,m->m", "mk,k->m", "k,kn->n",
                     "bmk,bkn->nbm", "mkp,pkn->mn", "mp,kn->mn", "mq,qn->mn", "bmhk,bnhk->bhmn", "hmk,kn->mhn"]:
        lhs, rest = equation.split(",")
        rhs, _ = rest.split("->")
        a, b = (rand(*(letters[c] for c in term)) for term in (lhs, rhs))
        expected = np.einsum(equation, a.astype(np.float64), b.astype(np.float64)).astype(np.float32)
        file.case("contract_" + re.sub(r"\W+", "_", equation), f'weft.contract "{equation}" %a0, %a1', [a, b], [expected], tolerance=1e-5)
    for m, k, n in [(1, 1, 1), (1, 33, 17), (13, 65, 31), (4, 300, 9), (37, 16, 70), (0, 3, 4), (3, 0, 4)]:
        a, b = rand(m, k), rand(k, n)
        file.case(f"contract_{m}x{k}x{n}", 'weft.contract "mk,kn->mn" %a0, %a1', [a, b], [(a.astype(np.float64) @ b.astype(np.float64)).astype(np.float32)], tolerance=1e-5)
    for left, right, result in [("f16", "f16", "f16"), ("bf16", "bf16", "bf16"), ("f16", "f16", "f32"), ("bf16", "bf16", "f32"), ("f64", "f64", "f64"), ("f32", "f32", "f64"),
                                ("i8", "i8", "i32"), ("ui8", "i8", "i32"), ("ui8", "ui8", "ui32"), ("i8", "i8", "i8"), ("i32", "i32", "i32"), ("i64", "i64", "i64"), ("i16", "i16", "i64")]:
        def make(dtype, *shape):
            return rand(*shape, dtype=dtype) if dtype in FLOATS else randint(*shape, dtype=dtype, low=-128, high=127)
        a, b = make(left, 3, 9), make(right, 9, 5)
        if result in FLOATS:
            expected = rounded(a.astype(np.float64) @ b.astype(np.float64), result)
        else:
            exact = [[sum(int(a[i, k]) * int(b[k, j]) for k in range(9)) for j in range(5)] for i in range(3)]
            expected = np.array([[oracle.wrap(v, np.dtype(TYPES[result])) for v in row] for row in exact], TYPES[result])
        file.case(f"contract_{left}_{right}_{result}", 'weft.contract "mk,kn->mn" %a0, %a1', [a, b], [expected], dynamic=result in ["f16", "i32"])

    def attention(name, q, k, v, attributes="", dynamic=True, **kwargs):
        mask, past = kwargs.get("mask"), kwargs.get("past")
        operands, text = [q, k, v], "weft.attention %a0, %a1, %a2"
        if mask is not None:
            operands.append(mask)
            text += " mask %a3"
        if past:
            n = len(operands)
            operands += past
            text += f" past %a{n}, %a{n + 1}"
        expected, keys, values = oracle.attention(q, k, v, scale=0.25, **kwargs)
        file.case("attention_" + name, f"{text} {{scale = 0.25 : f32{attributes}}}", operands, [expected, keys, values] if past else [expected], tolerance=1e-5 if q.dtype != np.float16 else None, dynamic=dynamic)

    q, k, v = rand(2, 4, 5, 8), rand(2, 4, 5, 8), rand(2, 4, 5, 8)
    attention("plain", q, k, v)
    attention("causal", q, k, v, ", causal", causal=True)
    attention("softcap", q, k, v, ", softcap = 2.0 : f32", softcap=2.0)
    attention("grouped", q, rand(2, 2, 7, 8), rand(2, 2, 7, 3))
    attention("one_query", rand(1, 2, 1, 8), rand(1, 2, 9, 8), rand(1, 2, 9, 8))
    attention("mask_bool", q, k, v, mask=np.tril(np.ones((5, 5), bool)))
    attention("mask_float", q, k, v, mask=rand(2, 1, 1, 5))
    attention("mask_nothing", q, k, v, mask=np.array([[True] * 5, [False] * 5, [True, False] * 2 + [True], [False] * 5, [True] * 5]))
    attention("mask_infinite", q, k, v, mask=np.where(np.tril(np.ones((5, 5)), -1) > 0, 0, -np.inf).astype(np.float32))
    attention("past", q, k, v, past=[rand(2, 4, 3, 8), rand(2, 4, 3, 8)])
    attention("past_causal", rand(1, 4, 2, 8), rand(1, 2, 2, 8), rand(1, 2, 2, 8), ", causal", causal=True, past=[rand(1, 2, 3, 8), rand(1, 2, 3, 8)])
    attention("past_empty", q, k, v, past=[rand(2, 4, 0, 8), rand(2, 4, 0, 8)])
    attention("causal_short_keys", q, rand(2, 4, 3, 8), rand(2, 4, 3, 8), ", causal", causal=True)
    attention("f16", *(x.astype(np.float16) for x in (q, k, v)), dynamic=False)
    file.write()


def convolutions():
    file = File("convolution", "Convolution, channels last.")

    def conv(name, x, w, strides, dilations=None, input_dilations=None, padding=None, groups=1, dynamic=True):
        rank = x.ndim - 2
        attributes = dict(strides=strides, dilations=dilations or (1,) * rank, input_dilations=input_dilations or (1,) * rank, padding=padding or (0,) * 2 * rank)
        text = ", ".join(f"{key} = array<i64: {', '.join(map(str, value))}>" for key, value in attributes.items())
        file.case(name, f"weft.conv %a0, %a1 {{{text}, groups = {groups} : i64}}", [x, w], [oracle.conv(x, w, groups=groups, **attributes)],
                  tolerance=1e-5 if x.dtype == np.float32 else None, dynamic=dynamic)

    conv("plain", rand(1, 6, 7, 3), rand(3, 3, 3, 4), (1, 1))
    conv("same", rand(2, 5, 5, 2), rand(3, 3, 2, 5), (1, 1), padding=(1, 1, 1, 1))
    conv("strided", rand(1, 9, 8, 3), rand(3, 3, 3, 8), (2, 2), padding=(1, 0, 1, 1))
    conv("pointwise", rand(1, 5, 4, 17), rand(1, 1, 17, 9), (1, 1))
    conv("dilated", rand(1, 9, 9, 2), rand(3, 2, 2, 3), (1, 1), dilations=(2, 3), padding=(2, 1, 2, 1))
    conv("grouped", rand(1, 5, 5, 6), rand(3, 3, 2, 9), (1, 1), padding=(1, 1, 1, 1), groups=3)
    conv("depthwise", rand(1, 6, 6, 5), rand(3, 3, 1, 5), (1, 1), padding=(1, 1, 1, 1), groups=5)
    conv("depthwise_strided", rand(1, 7, 7, 16), rand(3, 3, 1, 16), (2, 2), padding=(1, 1, 1, 1), groups=16)
    conv("depthwise_multiplied", rand(1, 4, 4, 3), rand(2, 2, 1, 6), (1, 1), groups=3)
    conv("transposed", rand(1, 4, 4, 3), rand(3, 3, 3, 2), (1, 1), input_dilations=(2, 2), padding=(2, 2, 2, 2))
    conv("transposed_uneven", rand(1, 3, 4, 2), rand(4, 2, 2, 3), (1, 1), input_dilations=(3, 2), padding=(1, 1, 3, 0))
    conv("cropped", rand(1, 6, 6, 2), rand(2, 2, 2, 2), (1, 1), padding=(-1, 0, -2, 1))
    conv("padding_alone", rand(1, 2, 2, 1), rand(2, 2, 1, 2), (1, 1), padding=(3, 3, 3, 3))
    conv("one_dimension", rand(2, 11, 3), rand(4, 3, 5), (3,), padding=(2, 1))
    conv("three_dimensions", rand(1, 3, 4, 5, 2), rand(2, 2, 3, 2, 3), (1, 2, 1), padding=(0, 1, 1, 1, 0, 1))
    conv("nothing_left", rand(1, 2, 2, 1), rand(3, 3, 1, 1), (1, 1))
    conv("wide", rand(1, 3, 29, 8), rand(1, 3, 8, 33), (1, 1), padding=(0, 1, 0, 1))
    for dtype in ["f16", "bf16", "f64"]:
        conv(dtype, rand(1, 4, 4, 3, dtype=dtype), rand(3, 3, 3, 2, dtype=dtype), (1, 1), dynamic=False)
    file.write()


def recurrence_layers(file):
    """Returns a function that writes one layer as a case."""
    gates = dict(lstm=4, gru=3, rnn=1)
    activations = dict(lstm=["logistic", "tanh", "tanh"], gru=["logistic", "tanh"], rnn=["tanh"])

    def layer(name, kind, dynamic=True, dtype="f32", weights=False, time=6, batch=3, width=4, hidden=5, **options):
        shape = dict(weight=(width, gates[kind] * hidden), recurrent=(hidden, gates[kind] * hidden), bias=(gates[kind] * hidden,), recurrent_bias=(gates[kind] * hidden,),
                     state=(batch, hidden), cell=(batch, hidden), peephole=(3 * hidden,))
        x = rand(time, batch, width, dtype=dtype)
        names = ["weight", "recurrent"] + [n for n in ["bias", "recurrent_bias", "state", "cell", "peephole"] if options.get(n)]
        values = {n: rand(*shape[n], dtype=dtype, low=-1, high=1) for n in names}
        if "lengths" in options:
            values["lengths"] = options["lengths"]
        text, operands, parameters = f"weft.recurrence {kind} %a0", [x], []
        for n, value in values.items():
            # Of a model that has been trained, all but the input and the state are weights.
            isWeight = weights and n not in ["state", "cell", "lengths"]
            kept = parameters if isWeight else operands
            kept.append(value)
            text += (", " if n in ["weight", "recurrent"] else f" {n} ") + f"%{'p' if isWeight else 'a'}{len(kept) - 1}"
        chosen = options.get("activations", activations[kind])
        attributes = ["activations = [" + ", ".join(f'"{a}"' for a in chosen) + "]"]
        attributes += [flag for flag in ["reverse", "linear_before_reset"] if options.get(flag)]
        if options.get("clip"):
            attributes.append(f"clip = {options['clip']} : f32")
        expected = oracle.recurrence(kind, x, values, chosen, options.get("reverse", False), options.get("linear_before_reset", False), options.get("clip", 0))
        if options.get("check_onnx"):
            oracle.check_with_onnx(kind, x, values, expected, options.get("linear_before_reset", False))
        file.case(f"{kind}_{name}", f"{text} {{{', '.join(attributes)}}}", operands, expected, dynamic=dynamic, tolerance=1e-5 if dtype == "f32" else None, parameters=parameters)

    return layer


def recurrences():
    file = File("recurrence", "Recurrent layers; the first of each kind from ONNX's reference implementation.")
    layer = recurrence_layers(file)
    everything = dict(bias=True, recurrent_bias=True, state=True)
    for kind in ["lstm", "gru", "rnn"]:
        cell = dict(cell=True) if kind == "lstm" else {}
        layer("onnx", kind, check_onnx=True, bias=True, recurrent_bias=True, **({"state": True} | cell))
        layer("bare", kind)
        layer("reverse", kind, reverse=True, **everything, **cell)
        layer("lengths", kind, lengths=np.array([6, 0, 3], np.int32), **everything, **cell)
        layer("lengths_reverse", kind, lengths=np.array([2, 9, 5], np.int64), reverse=True, **everything, **cell)
        layer("clip", kind, clip=0.5, **everything, **cell)
        layer("empty", kind, time=0, **everything, **cell)
        layer("wide", kind, time=3, batch=1, width=17, hidden=19, **everything, **cell)
        layer("f64", kind, dtype="f64", dynamic=False, **everything, **cell)
    layer("peephole", "lstm", peephole=True, cell=True, **everything)
    layer("relu", "lstm", activations=["logistic", "relu", "logistic"], cell=True, **everything)
    layer("linear_before_reset", "gru", linear_before_reset=True, check_onnx=True, **everything)
    layer("relu", "rnn", activations=["relu"], **everything)
    file.write()


def recurrences_of_weights():
    file = File("recurrence-weights", "Recurrent layers whose gates are whole registers of columns, with weights that are parameters.")
    layer = recurrence_layers(file)
    everything = dict(weights=True, bias=True, recurrent_bias=True, state=True, hidden=16, width=3)
    for kind in ["lstm", "gru", "rnn"]:
        cell = dict(cell=True) if kind == "lstm" else {}
        layer("one", kind, batch=1, time=3, **everything, **cell)
        layer("lengths_reverse", kind, batch=2, time=4, lengths=np.array([3, 0], np.int64), reverse=True, clip=0.5, **everything, **cell)
    layer("bare", "lstm", weights=True, hidden=48, width=2, batch=1, time=2)
    layer("peephole", "lstm", batch=2, time=3, peephole=True, cell=True, **everything)
    layer("linear_before_reset", "gru", batch=3, time=3, linear_before_reset=True, **everything)
    layer("step", "lstm", batch=1, time=1, cell=True, **everything)
    file.write()


def indexing():
    file = File("indexing", "Gather and scatter, and order.")
    x = rand(5, 4, 3)
    for dim in range(3):
        index = randint(2, 3, dtype="i64", low=-x.shape[dim], high=x.shape[dim])
        file.case(f"gather_{dim}", f"weft.gather %a0, %a1 {{dim = {dim} : i64}}", [x, index], [np.take(x, index, dim)])
    for dtype in ["i1", "i8", "bf16", "f64", "ui32"]:
        y = rand(5, 2, dtype=dtype) if dtype in FLOATS else randint(5, 2, dtype=dtype, low=0, high=2)
        file.case(f"gather_{dtype}", "weft.gather %a0, %a1 {dim = 0 : i64}", [y, np.int32([4, -5, 0])], [y[[4, -5, 0]]])
    file.case("gather_scalar", "weft.gather %a0, %a1 {dim = 1 : i64}", [x, np.int64(-1)], [x[:, -1]])
    file.case("gather_none", "weft.gather %a0, %a1 {dim = 1 : i64}", [x, np.zeros((0,), np.int64)], [x[:, :0]])
    for dim in range(3):
        shape = [3, 2, 2]
        shape[dim] = 6
        index = randint(*shape, dtype="i64", low=-x.shape[dim], high=x.shape[dim])
        file.case(f"gather_elements_{dim}", f"weft.gather_elements %a0, %a1 {{dim = {dim} : i64}}", [x, index], [oracle.gather_elements(x, index, dim)])
    for name, shape, batch in [("all", (2, 3), 0), ("rows", (4, 1), 0), ("pairs", (2, 2, 2), 0), ("empty_tuple", (2, 0), 0), ("batched", (5, 2, 1), 1), ("batched_pairs", (5, 4, 1), 2)]:
        index = randint(*shape, dtype="i64", low=-3, high=3)
        file.case(f"gather_nd_{name}", f"weft.gather_nd %a0, %a1 {{batch_dims = {batch} : i64}}", [x, index], [oracle.gather_nd(x, index, batch)], static_args=(1,))
    for kind in ["assign", "add", "mul", "max", "min"]:
        for dtype in ["f32", "i8"]:
            data = rand(4, 5) if dtype == "f32" else randint(4, 5, dtype=dtype, low=-99, high=99)
            for dim, shape in [(0, (6, 3)), (1, (2, 7))]:
                index = randint(*shape, dtype="i64", low=-data.shape[dim], high=data.shape[dim])
                updates = rand(*shape) if dtype == "f32" else randint(*shape, dtype=dtype, low=-99, high=99)
                file.case(f"scatter_elements_{kind}_{dtype}_{dim}", f"weft.scatter_elements {kind} %a0, %a1, %a2 {{dim = {dim} : i64}}", [data, index, updates],
                          [oracle.scatter_elements(kind, data, index, updates, dim)])
            for name, shape, slice_shape in [("rows", (3, 1), (5,)), ("elements", (6, 2), ()), ("twice", (2, 3, 1), (5,))]:
                index = randint(*shape, dtype="i32", low=-4, high=4)
                updates = rand(*shape[:-1], *slice_shape) if dtype == "f32" else randint(*shape[:-1], *slice_shape, dtype=dtype, low=-99, high=99)
                file.case(f"scatter_nd_{kind}_{dtype}_{name}", f"weft.scatter_nd {kind} %a0, %a1, %a2", [data, index, updates],
                          [oracle.scatter_nd(kind, data, index, updates)], static_args=(1,))
    for dtype in ["f32", "i1", "i8", "f64"]:
        y = randint(3, 4, dtype="i8", low=0, high=2).astype(TYPES[dtype])
        file.case(f"nonzero_{dtype}", "weft.nonzero %a0", [y], [np.array(np.nonzero(y), np.int64)])
    file.case("nonzero_none", "weft.nonzero %a0", [np.zeros((2, 3), np.float32)], [np.zeros((2, 0), np.int64)])
    file.case("nonzero_nan", "weft.nonzero %a0", [np.float32([0.0, -0.0, np.nan])], [np.array([[2]], np.int64)])
    y = np.array([[3, np.nan, -1, 3, 0.0], [np.inf, -np.inf, np.nan, np.nan, -0.0]], np.float32)
    for descending, dim in itertools.product([False, True], [0, 1]):
        for dtype, data in [("f32", y), ("i8", randint(4, 6, dtype="i8", low=-3, high=3)), ("ui64", randint(3, 5, dtype="ui64", high=4) + np.uint64(2**63))]:
            values, indices = oracle.sort(data, dim, descending)
            file.case(f"sort_{dtype}_{dim}{'_descending' if descending else ''}", f"weft.sort %a0 {{dim = {dim} : i64{', descending' if descending else ''}}}", [data], [values, indices])
            for k in [0, 2]:
                file.case(f"top_{k}_{dtype}_{dim}{'' if descending else '_smallest'}", f"weft.top_k %a0, %a1 {{dim = {dim} : i64{'' if descending else ', smallest'}}}", [data, np.int64(k)],
                          [np.take(values, range(k), dim), np.take(indices, range(k), dim)])
    a = rand(3, 4)
    file.case("dropout", "weft.dropout %a0 {ratio = 0.5 : f32}", [a], [a])
    file.write()


def random_numbers():
    file = File("random", "Random numbers.")
    for kind in ["uniform", "normal"]:
        for key, counter, shape in [(0, 0, (7,)), (-1, 2**63 - 1, (3, 3)), (0x1234567890ABCDEF, 41, (2, 2, 2)), (5, -1, (8,))]:
            expected = oracle.random(kind, key, counter, int(np.prod(shape))).reshape(shape)
            file.case(f"random_{kind}_{abs(key)}_{'x'.join(map(str, shape))}", f"weft.random {kind} %a0, %a1, %a2", [np.int64(key), np.int64(counter), i64(*shape)], [expected], static_args=(2,))
    file.write()


def quantization():
    file = File("quantization", "Conversion between floats and quantized integers.")
    for dtype in ["i8", "ui8", "i16", "i32"]:
        x = np.float32([[0.5, 1.5, 2.5, -0.5, -1.5], [1000, -1000, 3.3, np.inf, np.nan], [-np.inf, 0.24, 0.26, -7.77, 99]])
        low = 0 if dtype.startswith("u") else -5
        cases = {
            "scalar": (np.float32(0.5), scalar(3, dtype), 0, 0),
            "rows": (rand(3, low=0.1, high=2), randint(3, dtype=dtype, low=low, high=5), 0, 0),
            "columns": (rand(5, low=0.1, high=2), randint(5, dtype=dtype, low=low, high=5), 1, 0),
            "blocks": (rand(3, 3, low=0.1, high=2), randint(3, 3, dtype=dtype, low=low, high=5), 1, 2),
            "no_zero": (np.float32(0.25), None, 0, 0),
        }
        for name, (scale, zero, dim, block) in cases.items():
            attributes = f"{{dim = {dim} : i64, block = {block} : i64}}"
            operands = [scale] if zero is None else [scale, zero]
            text = ", ".join(f"%a{i + 1}" for i in range(len(operands)))
            file.case(f"quantize_{dtype}_{name}", f"weft.quantize %a0, {text} {attributes}", [x, *operands], [oracle.quantize(x, scale, zero, dim, block, TYPES[dtype])])
            q = randint(3, 5, dtype=dtype, low=-100, high=100)
            file.case(f"dequantize_{dtype}_{name}", f"weft.dequantize %a0, {text} {attributes}", [q, *operands], [oracle.dequantize(q, scale, zero, dim, block)])
    file.write()


def constants():
    file = File("constant", "Numbers that stand in the program itself, read as values and as indices.")
    x, numbers = randint(3, 5, dtype="i64"), i64(7, -2, 0, 5, 11)
    y, order = rand(3, 4), i64(2, 0, 3, 3, 1)
    file.case("whole", "weft.add %a0, %c0", [x], [x + numbers], consts=[numbers])
    file.case("element", "weft.mul %a0, %c0", [randint(5, 3, dtype="i64", low=1, high=2)], [np.repeat(numbers[:, None], 3, 1)], consts=[numbers[:, None]])
    file.case("gather_inside", "weft.gather %a0, %c0 {dim = 1 : i64}", [y], [y[:, order]], consts=[order])
    file.case("gather_outside", "weft.gather %a0, %c0 {dim = 0 : i64}", [y], [y[[2, 0, 1, 1]]], consts=[i64(2, 0, -2, 1)])
    file.write()


if __name__ == "__main__":
    np.seterr(all="ignore")
    elementwise_unary()
    elementwise_binary()
    conversion()
    shapes()
    resize()
    reductions()
    contractions()
    convolutions()
    recurrences()
    indexing()
    random_numbers()
    quantization()
    constants()
    recurrences_of_weights()
    quantized.integer_products()
    quantized.activation_products()
    quantized.quantized_models()
    language.quantized_weights()
    language.windows()
    language.quantized_tiles()
    language.caches()
    language.tables()
