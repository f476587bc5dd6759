# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Products of integers and pieces of quantized models, for generate.py."""
import re

import numpy as np

import oracle
from testfile import File, TYPES, constant, scalar, type_of


def op(result, text, operands, type):
    """A line of a program: `operands` are pairs of a name and a type."""
    name, _, attributes = text.partition(" {")
    values, types = (", ".join(each) for each in zip(*operands))
    return f"%{result} = weft.{name} {values}{' {' + attributes if attributes else ''} : ({types}) -> {type}"


def window_text(attributes, groups):
    return "{" + ", ".join(f"{key} = array<i64: {', '.join(map(str, value))}>" for key, value in attributes.items()) + f", groups = {groups} : i64}}"


def windows(rank, strides=None, dilations=None, padding=None):
    return dict(strides=strides or (1,) * rank, dilations=dilations or (1,) * rank, input_dilations=(1,) * rank, padding=padding or (0,) * 2 * rank)


# Convolutions of integers: input, filter, attributes, groups.
INTEGER_CONVOLUTIONS = {
    "plain": ((1, 6, 7, 3), (3, 3, 3, 4), {}, 1),
    "padded": ((2, 5, 6, 4), (3, 3, 4, 17), dict(padding=(1, 1, 1, 1)), 1),
    "strided": ((1, 9, 8, 3), (3, 3, 3, 8), dict(strides=(2, 2), padding=(1, 0, 1, 1)), 1),
    "first_layer": ((1, 15, 15, 3), (7, 7, 3, 16), dict(strides=(2, 2), padding=(3, 3, 3, 3)), 1),
    "pointwise": ((1, 7, 5, 19), (1, 1, 19, 33), {}, 1),
    "pointwise_strided": ((1, 7, 6, 16), (1, 1, 16, 8), dict(strides=(2, 2)), 1),
    "dilated": ((1, 9, 9, 4), (3, 2, 4, 16), dict(dilations=(2, 3), padding=(2, 1, 2, 1)), 1),
    "grouped": ((1, 5, 5, 8), (3, 3, 4, 6), dict(padding=(1, 1, 1, 1)), 2),
    "depthwise": ((1, 7, 7, 24), (3, 3, 1, 24), dict(padding=(1, 1, 1, 1)), 24),
    "depthwise_strided": ((2, 8, 7, 17), (5, 5, 1, 17), dict(strides=(2, 2), padding=(2, 2, 2, 2)), 17),
    "depthwise_multiplied": ((1, 6, 6, 3), (3, 3, 1, 6), dict(padding=(1, 1, 1, 1)), 3),
    "line": ((2, 11, 5), (3, 5, 16), dict(padding=(1, 1)), 1),
    "cube": ((1, 4, 5, 3, 2), (2, 2, 2, 2, 5), dict(padding=(1, 0, 1, 0, 1, 1)), 1),
}
# Channels that fill registers, and taps that are whole quads: what kernels of vpdpbusd read without copying.
WIDE_INTEGER_CONVOLUTIONS = {
    "depthwise_wide": ((2, 9, 20, 32), (3, 3, 1, 32), dict(padding=(1, 1, 1, 1)), 32),
    "depthwise_wide_strided": ((1, 11, 14, 48), (5, 5, 1, 48), dict(strides=(2, 2), padding=(1, 2, 2, 1)), 48),
    "depthwise_wide_dilated": ((1, 10, 13, 16), (2, 3, 1, 16), dict(dilations=(3, 2), padding=(3, 1, 0, 4)), 16),
    "depthwise_wide_high": ((1, 8, 6, 16), (7, 1, 1, 16), dict(padding=(3, 0, 3, 0)), 16),
    "quads": ((1, 7, 9, 12), (3, 3, 12, 50), dict(padding=(1, 1, 1, 1)), 1),
    "quads_pointwise": ((1, 5, 13, 20), (1, 1, 20, 33), {}, 1),
    "runs": ((2, 9, 12, 5), (3, 4, 5, 16), dict(strides=(1, 3), padding=(2, 3, 0, 2)), 1),
    "runs_outside": ((1, 3, 2, 3), (3, 5, 3, 16), dict(padding=(2, 6, 2, 7)), 1),
}
INTEGER_CONTRACTIONS = {
    "mk,kn->mn": ((5, 37), (37, 19)), "mk,nk->mn": ((17, 64), (33, 64)), "bmk,kn->bmn": ((2, 3, 8), (8, 16)), "kn,mk->mn": ((40, 16), (6, 40)),
    "mhk,hkn->mn": ((7, 2, 12), (2, 12, 32)), "k,kn->n": ((50,), (50, 20)),
}


# Products of two activations, which may be stored in any order of their dimensions.
ACTIVATION_CONTRACTIONS = {
    "ambk,anbk->abmn": ((1, 7, 3, 20), (1, 19, 3, 20)), "abmk,akbn->mabn": ((1, 3, 9, 13), (1, 13, 3, 32)), "mk,kn->mn": ((9, 38), (38, 35)),
    "mk,nk->mn": ((5, 70), (18, 70)), "mk,nk->nm": ((40, 9), (3, 9)), "mab,ban->mn": ((6, 3, 8), (8, 3, 16)), "mab,abn->mn": ((6, 2, 8), (2, 8, 16)),
    "bmk,kbn->bmn": ((2, 4, 6), (6, 2, 16)), "mk,kna->amn": ((4, 11), (11, 18, 2)), "mbk,nkb->mn": ((3, 2, 8), (17, 8, 2)), "k,kn->n": ((21,), (21, 16)),
    "mk,nk->mn_one": ((4, 1), (5, 1)), "bmk,bnk->bmn": ((2, 3, 72), (2, 17, 72)),
}


def make_bytes(generator, shape, dtype):
    info = np.iinfo(TYPES[dtype])
    values = generator.integers(info.min, info.max + 1, shape).astype(TYPES[dtype])
    values.ravel()[:2] = info.min, info.max  # the ends are always there
    return values


def integer_products():
    """Sums of products of integers as the compiler forms them: bytes less a zero point, as i16, by weights of i8."""
    file = File("integer-products", "Products of integers summed up in i32, over the whole range of bytes.")
    generator = np.random.default_rng(11)

    def case(name, dtype, zero, shape, weights, line, compute, order=("b", "p0"), computed=False):
        x, w = make_bytes(generator, shape, dtype), make_bytes(generator, weights, "i8")
        expected = compute(x.astype(np.int64) - zero, w.astype(np.int64)).astype(np.int32)
        bytes_, i16, scalar_type = type_of(x), type_of(x.astype(np.int16)), f"tensor<{dtype}>"
        types = {"b": i16, "p0": type_of(w), "a0": bytes_}
        lines = [op("b" if zero == 0 and not computed else "a", "cast", [("%a0", bytes_)], i16)]
        if computed:
            lines.append(op("z", "cast", [("%a1", scalar_type)], "tensor<i16>"))
        elif zero:
            lines.append(f"%z = {constant(np.int16(zero))}")
        if zero or computed:
            lines.append(op("b", "sub", [("%a", i16), ("%z", "tensor<i16>")], i16))
        lines.append(op("r", line, [("%" + each, types[each]) for each in order], type_of(expected)))
        file.program(name, lines, [x, scalar(zero, dtype)] if computed else [x], expected, [w])

    def convolutions(table):
        for name, (shape, weights, attributes, groups) in table.items():
            attributes = windows(len(shape) - 2, **attributes)
            for dtype, zero in [("ui8", 0), ("ui8", 77), ("i8", -3)]:
                case(f"conv_{name}_{dtype}_{abs(zero)}", dtype, zero, shape, weights, f"conv {window_text(attributes, groups)}",
                     lambda x, w: oracle.conv(x, w, groups=groups, **attributes))

    convolutions(INTEGER_CONVOLUTIONS)
    for equation, (left, right) in INTEGER_CONTRACTIONS.items():
        isLeft = not equation.startswith("kn")
        shapes = (left, right) if isLeft else (right, left)
        for dtype, zero, computed in [("ui8", 0, False), ("ui8", 128, False), ("i8", 5, False), ("ui8", 201, True)]:
            case(f"contract_{re.sub(r'[^a-z]+', '_', equation)}_{dtype}_{zero}", dtype, zero, *shapes, f'contract "{equation}"',
                 lambda x, w: np.einsum(equation, *((x, w) if isLeft else (w, x))), ("b", "p0") if isLeft else ("p0", "b"), computed)
    convolutions(WIDE_INTEGER_CONVOLUTIONS)
    file.write()


def activation_products():
    """Sums of products of bytes by bytes, each less a zero point, and attention that is made of them."""
    file = File("activation-products", "Products of two operands of bytes, neither of them weights, over the whole range of bytes.")
    generator = np.random.default_rng(13)

    def center(result, operand, array, zero, computed):
        bytes_, i16 = type_of(array), type_of(array.astype(np.int16))
        lines = [op(result + "w", "cast", [("%" + operand, bytes_)], i16)]
        lines.append(op(result + "z", "cast", [("%" + computed, type_of(scalar(zero, "ui8")))], "tensor<i16>") if computed
                     else f"%{result}z = {constant(np.int16(zero))}")
        return lines + [op(result, "sub", [(f"%{result}w", i16), (f"%{result}z", "tensor<i16>")], i16)]

    for name, (left, right) in ACTIVATION_CONTRACTIONS.items():
        equation = name.removesuffix("_one")
        for types, zeros, computed in [(("ui8", "ui8"), (128, 128), False), (("ui8", "ui8"), (0, 77), False), (("ui8", "i8"), (200, 0), False),
                                       (("i8", "ui8"), (-3, 255), False), (("i8", "i8"), (5, -128), False), (("ui8", "ui8"), (131, 9), True)]:
            arrays = [make_bytes(generator, shape, dtype) for shape, dtype in zip((left, right), types)]
            lines = [line for i in range(2) for line in center("xy"[i], f"a{i}", arrays[i], zeros[i], f"a{i + 2}" if computed else None)]
            expected = np.einsum(equation, *(array.astype(np.int64) - zero for array, zero in zip(arrays, zeros))).astype(np.int32)
            lines.append(op("r", f'contract "{equation}"', [("%" + "xy"[i], type_of(arrays[i].astype(np.int16))) for i in range(2)], type_of(expected)))
            title = "_".join([re.sub("[^a-z]+", "_", name), *types, *(str(abs(zero)) for zero in zeros), *["computed"] * computed])
            file.program(title, lines, arrays + ([scalar(zero, "ui8") for zero in zeros] if computed else []), expected)

    # One operand twice, and one that another op reads, too.
    x = make_bytes(generator, (6, 24), "ui8")
    i16, i32 = type_of(x.astype(np.int16)), "tensor<6x6xi32>"
    differences = x.astype(np.int64) - 99
    square = [*center("x", "a0", x, 99, None), op("p", 'contract "mk,nk->mn"', [("%x", i16)] * 2, i32)]
    file.program("square", square[:-1] + [square[-1].replace("%p", "%r", 1)], [x], (differences @ differences.T).astype(np.int32))
    file.program("shared", square + [op("w", "cast", [("%x", i16)], "tensor<6x24xi32>"), op("s", "reduce sum {dims = array<i64: 1>}", [("%w", "tensor<6x24xi32>")], "tensor<6xi32>"),
                                     op("r", "add", [("%p", i32), ("%s", "tensor<6xi32>")], i32)],
                 [x], (differences @ differences.T + differences.sum(axis=1)).astype(np.int32))

    # Scores and values of an attention between quantizations.
    for dtype, zeros in [("ui8", (130, 121, 128, 3)), ("i8", (0, -7, 4, -128))]:
        q, k, v = (make_bytes(generator, (1, size, 2, 20), dtype) for size in (9, 21, 21))
        scales = [np.float32(2.0**-i) for i in (4, 3, 5, 2)]
        real = [(array.astype(np.int64) - zero) * float(scale) for array, zero, scale in zip((q, k, v), zeros, scales)]
        scores = oracle.quantize(np.einsum("ambk,anbk->abmn", real[0], real[1]), scales[3], scalar(zeros[3], dtype), 0, 0, TYPES[dtype])
        expected = np.einsum("abmk,akbn->mabn", (scores.astype(np.int64) - zeros[3]) * float(scales[3]), real[2]).astype(np.float32)
        lines = [line for i in range(4) for line in (f"%s{i} = {constant(scales[i])}", f"%z{i} = {constant(scalar(zeros[i], dtype))}")]
        f = [type_of(each.astype(np.float32)) for each in (q, k, v, scores)]
        scaling = lambda i: [(f"%s{i}", "tensor<f32>"), (f"%z{i}", f"tensor<{dtype}>")]
        lines += [op(f"x{i}", "dequantize", [(f"%a{i}", type_of(array)), *scaling(i)], f[i]) for i, array in enumerate((q, k, v))]
        lines += [op("p", 'contract "ambk,anbk->abmn"', [("%x0", f[0]), ("%x1", f[1])], f[3]),
                  op("c", "quantize", [("%p", f[3]), *scaling(3)], type_of(scores)), op("x3", "dequantize", [("%c", type_of(scores)), *scaling(3)], f[3]),
                  op("r", 'contract "abmk,akbn->mabn"', [("%x3", f[3]), ("%x2", f[2])], type_of(expected))]
        file.program(f"attention_{dtype}", lines, [q, k, v], expected)
    file.write()


def quantized_models():
    """Pieces of models in QDQ form. Scales are powers of two, so that real numbers between quantizations are exact in f32 and the
    integers that come out have one right value."""
    file = File("quantized-models", "Dequantization, products and quantization together, as quantized models have them.")
    generator = np.random.default_rng(12)
    f32 = np.float32

    def quantized(x, scale, zero, dtype):
        return oracle.quantize(x, f32(scale), scalar(zero, dtype), 0, 0, TYPES[dtype])

    def layer(name, dtype, zero, zero_out, shape, weights, line, compute, per_channel, relu, unsigned_weights=False, residual=False):
        weight_type = "ui8" if unsigned_weights else "i8"
        x, w = make_bytes(generator, shape, dtype), make_bytes(generator, weights, weight_type)
        channels = weights[-1]
        ws = f32(2.0) ** generator.integers(-9, -6, channels) if per_channel else f32(2.0**-8)
        bias = generator.integers(-4096, 4096, channels).astype(np.int32)
        xs, ys = f32(2.0**-4), f32(2.0**-1)
        y = compute((x.astype(np.int64) - zero) * float(xs), (w.astype(np.int64) - (128 if unsigned_weights else 0)) * np.asarray(ws, np.float64))
        y = y + bias * (float(xs) * np.asarray(ws, np.float64))
        other = make_bytes(generator, y.shape, dtype)
        if residual:
            y = y + (other.astype(np.int64) - zero) * float(ys)
        if relu:
            y = np.maximum(y, 0)
        expected = quantized(y, ys, zero_out, dtype)
        real = lambda array: type_of(np.asarray(array, f32))
        fy = real(y)
        dim = f" {{dim = {len(weights) - 1} : i64}}" if per_channel else ""
        lines = [f"%xs = {constant(xs)}", f"%xz = {constant(scalar(zero, dtype))}", f"%ys = {constant(ys)}", f"%yz = {constant(scalar(zero_out, dtype))}",
                 f"%ws = {constant(np.asarray(ws, f32))}"]
        scaling = [("%xs", "tensor<f32>"), ("%xz", f"tensor<{dtype}>")]
        lines.append(op("x", "dequantize", [("%a0", type_of(x)), *scaling], real(x)))
        wz = []
        if unsigned_weights:
            zeros = np.full(np.shape(ws), 128, np.uint8)
            lines.append(f"%wz = {constant(zeros)}")
            wz = [("%wz", type_of(zeros))]
        lines.append(op("w", "dequantize" + dim, [("%p0", type_of(w)), ("%ws", real(ws)), *wz], real(w)))
        lines.append(op("c", line, [("%x", real(x)), ("%w", real(w))], fy))
        lines.append(op("bs", "mul", [("%xs", "tensor<f32>"), ("%ws", real(ws))], real(ws)))
        lines.append(op("bias", "dequantize" + (" {dim = 0 : i64}" if per_channel else ""), [("%p1", type_of(bias)), ("%bs", real(ws))], real(bias)))
        lines.append(op("s", "add", [("%c", fy), ("%bias", real(bias))], fy))
        last = "s"
        if residual:
            lines.append(op("o", "dequantize", [("%a1", type_of(other)), ("%ys", "tensor<f32>"), ("%xz", f"tensor<{dtype}>")], fy))
            lines.append(op("t", "add", [("%" + last, fy), ("%o", fy)], fy))
            last = "t"
        if relu:
            lines.append(f"%zero = {constant(f32(0))}")
            lines.append(op("m", "max", [("%" + last, fy), ("%zero", "tensor<f32>")], fy))
            last = "m"
        lines.append(op("r", "quantize", [("%" + last, fy), ("%ys", "tensor<f32>"), ("%yz", f"tensor<{dtype}>")], type_of(expected)))
        file.program(name, lines, [x, other] if residual else [x], expected, [w, bias])

    for name, (shape, weights, attributes, groups) in INTEGER_CONVOLUTIONS.items():
        attributes = windows(len(shape) - 2, **attributes)
        compute = lambda x, w: oracle.conv(x, w, groups=groups, **attributes)
        line = f"conv {window_text(attributes, groups)}"
        layer(f"conv_{name}", "ui8", 128, 0, shape, weights, line, compute, True, True)
        layer(f"conv_{name}_signed", "i8", 7, -128, shape, weights, line, compute, False, True)
    shape, weights, attributes, groups = INTEGER_CONVOLUTIONS["padded"]
    attributes = windows(2, **attributes)
    compute = lambda x, w: oracle.conv(x, w, groups=groups, **attributes)
    line = f"conv {window_text(attributes, groups)}"
    layer("conv_unsigned_weights", "ui8", 3, 99, shape, weights, line, compute, True, False, unsigned_weights=True)
    layer("conv_residual", "ui8", 3, 0, shape, weights, line, compute, True, True, residual=True)
    layer("conv_residual_signed", "i8", 3, -100, shape, weights, line, compute, True, False, residual=True)
    for m, k, n in [(1, 64, 10), (13, 65, 31), (4, 300, 48), (37, 16, 70)]:
        layer(f"contract_{m}x{k}x{n}", "ui8", 120, 100, (m, k), (k, n), 'contract "mk,kn->mn"', np.matmul, True, False)
        layer(f"contract_{m}x{k}x{n}_signed", "i8", 0, 0, (m, k), (k, n), 'contract "mk,kn->mn"', np.matmul, False, False)

    # What onnxruntime's dynamic quantization makes: the activations' scale and zero point come with the values.
    for m, k, n in [(1, 16, 9), (6, 48, 33)]:
        x, w = make_bytes(generator, (m, k), "ui8"), make_bytes(generator, (k, n), "i8")
        scale, zero = f32(2.0**-6), 143
        real = oracle.dequantize(x, scale, scalar(zero, "ui8"), 0, 0)
        sums = (x.astype(np.int64) - zero) @ w.astype(np.int64)
        expected = (sums * (float(scale) * 2.0**-5)).astype(f32)
        q, i16, i32, f = type_of(x), type_of(x.astype(np.int16)), type_of(sums.astype(np.int32)), type_of(expected)
        lines = [f"%ws = {constant(f32(2.0**-5))}",
                 op("q", "quantize", [("%a0", type_of(real)), ("%a1", "tensor<f32>"), ("%a2", "tensor<ui8>")], q),
                 op("a", "cast", [("%q", q)], i16), op("z", "cast", [("%a2", "tensor<ui8>")], "tensor<i16>"),
                 op("b", "sub", [("%a", i16), ("%z", "tensor<i16>")], i16),
                 op("p", 'contract "mk,kn->mn"', [("%b", i16), ("%p0", type_of(w))], i32), op("f", "cast", [("%p", i32)], f),
                 op("s", "mul", [("%a1", "tensor<f32>"), ("%ws", "tensor<f32>")], "tensor<f32>"),
                 op("r", "mul", [("%f", f), ("%s", "tensor<f32>")], f)]
        file.program(f"dynamic_{m}x{k}x{n}", lines, [real, scale, scalar(zero, "ui8")], expected, [w])

    # Quantization behind a normalization and a softmax, whose rows are floats.
    x = generator.uniform(-2, 2, (3, 40)).astype(f32)
    f, q = type_of(x), type_of(x.astype(np.uint8))
    for name, line, y in [("softmax", "softmax {dim = 1 : i64}", oracle.softmax(x, 1, False)),
                          ("normalize", "normalize {dims = array<i64: 1>, epsilon = 1.0e-5 : f32}", oracle.normalize(x, (1,), 1e-5, False))]:
        scale = f32(2.0**-7)
        lines = [f"%s = {constant(scale)}", f"%z = {constant(np.uint8(100))}", op("y", line, [("%a0", f)], f),
                 op("r", "quantize", [("%y", f), ("%s", "tensor<f32>"), ("%z", "tensor<ui8>")], q)]
        file.program(f"quantized_{name}", lines, [x], quantized(y.astype(f32), scale, 100, "ui8"))

    # A function of one byte, of all 256 of them, with a quantization in between.
    for dtype, zero in [("ui8", 128), ("i8", -3)]:
        info = np.iinfo(TYPES[dtype])
        x = np.arange(info.min, info.max + 1).astype(TYPES[dtype]).reshape(8, 32)
        xs, ls = f32(2.0**-5), f32(2.0**-8)
        real = oracle.dequantize(x, xs, scalar(zero, dtype), 0, 0).astype(np.float64)
        gate = quantized((1 / (1 + np.exp(-real))).astype(f32), ls, info.min, dtype)
        expected = quantized((real * oracle.dequantize(gate, ls, scalar(info.min, dtype), 0, 0)).astype(f32), xs, zero, dtype)
        q, f = type_of(x), type_of(real.astype(f32))
        scaling, gating = ([("%" + a, "tensor<f32>"), ("%" + b, f"tensor<{dtype}>")] for a, b in [("xs", "xz"), ("ls", "lz")])
        lines = [f"%xs = {constant(xs)}", f"%xz = {constant(scalar(zero, dtype))}", f"%ls = {constant(ls)}", f"%lz = {constant(scalar(info.min, dtype))}",
                 op("x", "dequantize", [("%a0", q), *scaling], f), op("l", "logistic", [("%x", f)], f), op("g", "quantize", [("%l", f), *gating], q),
                 op("h", "dequantize", [("%g", q), *gating], f), op("y", "mul", [("%x", f), ("%h", f)], f), op("r", "quantize", [("%y", f), *scaling], q)]
        file.program(f"silu_{dtype}", lines, [x], expected)

    # Movement and maxima between quantizations.
    x = make_bytes(generator, (1, 6, 6, 4), "i8")
    window = "{window = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>}"
    pooled = oracle.reduce_window("max", x, (3, 3), (2, 2), (1, 1), (1, 1, 1, 1))
    f, g = type_of(x.astype(f32)), type_of(pooled.astype(f32))
    scaling = [("%s", "tensor<f32>"), ("%z", "tensor<i8>")]
    file.program("max_pool", [f"%s = {constant(f32(0.3))}", f"%z = {constant(np.int8(-5))}", op("x", "dequantize", [("%a0", type_of(x)), *scaling], f),
                              op("m", f"reduce_window max {window}", [("%x", f)], g), op("r", "quantize", [("%m", g), *scaling], type_of(pooled))],
                 [x], pooled.astype(np.int8))
    file.write()
