# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What language models need: products by weights in groups of integers or in 16 bits, and attention that sees a window."""
import ml_dtypes
import numpy as np

import oracle
from testfile import File, NAMES, constant, literal

random = np.random.default_rng(5)


def rand(*shape, dtype="f32", low=-1.0, high=1.0):
    return random.uniform(low, high, shape).astype(np.float32).astype({"f32": np.float32, "bf16": ml_dtypes.bfloat16}[dtype])


def dense(array, element):
    rows = ", ".join("[" + ", ".join(literal(x, NAMES.get(array.dtype, element)) for x in row) + "]" for row in array)
    return f"dense<[{rows}]> : tensor<{array.shape[0]}x{array.shape[1]}x{element}>"


class Products:
    """Cases of x[M, K] by a weight that is `bits` bits and has groups of `block`; dequantized here in double precision."""

    def __init__(self, file):
        self.file, self.count = file, 0

    def case(self, name, rows, inputs, outputs, bits, block, zeros=False, isTransposed=False, activations="f32", tolerance=None):
        file, low, high = self.file, -(1 << (bits - 1)), (1 << (bits - 1)) - 1
        groups = -(-inputs // block)
        codes = random.integers(low, high + 1, (outputs, inputs)).astype(np.int8)
        scales = random.uniform(0.5, 1.5, (outputs, groups)).astype(np.float16) / np.float16(high)
        points = random.integers(low, high + 1, (outputs, groups)).astype(np.int8) if zeros else None
        wide = lambda each: np.repeat(each, block, 1)[:, :inputs].astype(np.float64)
        weight = (codes - (wide(points) if zeros else 0)) * wide(scales)
        if activations == "bf16":
            weight = weight.astype(np.float32).astype(ml_dtypes.bfloat16).astype(np.float64)
        x = rand(rows, inputs, dtype=activations)
        expected = (x.astype(np.float64) @ weight.T).astype(np.float32)
        turn = (lambda each: each.T) if isTransposed else (lambda each: each)
        element, parts = f"i{bits}", [("codes", codes, f"i{bits}"), ("scales", scales, "f16")] + ([("zeros", points, f"i{bits}")] if zeros else [])
        file.text += [f"weft.parameter @{name}_{part} = {dense(turn(array), kind)}" for part, array, kind in parts]
        shapes = {part: f"tensor<{'x'.join(map(str, turn(array).shape))}x{kind}>" for part, array, kind in parts}
        matrix, equation = shapes["codes"].replace(element, activations), "mk,kn->mn" if isTransposed else "mk,nk->mn"
        tolerance = tolerance or (2e-2 if activations == "bf16" else 1e-5)
        for variant, size in [("", str(rows)), (".dynamic", "?")]:
            source, result = f"tensor<{size}x{inputs}x{activations}>", f"tensor<{size}x{outputs}xf32>"
            body = [f"%{part} = weft.get @{name}_{part} : {shapes[part]}" for part, _, _ in parts]
            body.append(f"%w = weft.dequantize {', '.join('%' + part for part, _, _ in parts)} {{dim = {0 if isTransposed else 1} : i64, block = {block} : i64}} : "
                        f"({', '.join(shapes[part] for part, _, _ in parts)}) -> {matrix}")
            body.append(f'%y = weft.contract "{equation}" %a0, %w : ({source}, {matrix}) -> {result}')
            body.append(f"weft.return %y : {result}")
            file.text.append(f"weft.func @test_{name}{variant}(%a0: {source}) -> {result} attributes {{weft.tolerance = {tolerance:.1e} : f64}} {{\n  "
                             + "\n  ".join(body) + "\n}")
        file.constants("inputs_" + name, [x])
        file.constants("expected_" + name, [expected])
        file.names.add(name)

    def halves(self, name, rows, inputs, outputs):
        file = self.file
        weight, x = rand(outputs, inputs).astype(np.float16), rand(rows, inputs)
        expected = (x.astype(np.float64) @ weight.astype(np.float64).T).astype(np.float32)
        file.text.append(f"weft.parameter @{name}_w = {dense(weight, 'f16')}")
        for variant, size in [("", str(rows)), (".dynamic", "?")]:
            source, result = f"tensor<{size}x{inputs}xf32>", f"tensor<{size}x{outputs}xf32>"
            file.text.append(f"""weft.func @test_{name}{variant}(%a0: {source}) -> {result} attributes {{weft.tolerance = 2.0e-06 : f64}} {{
  %h = weft.get @{name}_w : tensor<{outputs}x{inputs}xf16>
  %w = weft.cast %h : (tensor<{outputs}x{inputs}xf16>) -> tensor<{outputs}x{inputs}xf32>
  %y = weft.contract "mk,nk->mn" %a0, %w : ({source}, tensor<{outputs}x{inputs}xf32>) -> {result}
  weft.return %y : {result}
}}""")
        file.constants("inputs_" + name, [x])
        file.constants("expected_" + name, [expected])
        file.names.add(name)


def quantized_weights():
    file = File("quantized-weights", "Products by weights that are stored as integers in groups, or as halves.")
    products = Products(file)
    for rows in [1, 2, 4, 5, 33]:
        products.case(f"int8_rows{rows}", rows, 72, 40, 8, 32)
        products.case(f"int4_rows{rows}", rows, 72, 40, 4, 32, activations="bf16")
    for bits in [3, 5, 6]:
        products.case(f"int{bits}_one", 1, 96, 24, bits, 64, activations="bf16")
        products.case(f"int{bits}_some", 7, 96, 24, bits, 32, zeros=True)
    products.case("int8_zeros", 1, 64, 32, 8, 64, zeros=True)
    products.case("int4_zeros", 1, 64, 48, 4, 16, zeros=True)
    products.case("int4_transposed", 1, 64, 48, 4, 32, isTransposed=True)
    products.case("int8_transposed", 9, 64, 17, 8, 32, isTransposed=True, activations="bf16")
    products.case("int8_columns", 1, 16, 9, 8, 16)
    products.case("int8_pairs", 1, 72, 40, 8, 32, activations="bf16")
    products.case("int8_pairs_zeros", 3, 64, 24, 8, 16, zeros=True, activations="bf16")
    products.case("int4_pairs_zeros", 1, 64, 24, 4, 24, zeros=True, activations="bf16")
    products.case("int8_long_row", 1, 1200, 8, 8, 1200, activations="bf16")
    # Many products of weights that are rounded here and not in a kernel.
    products.case("int4_long_groups", 2, 1600, 8, 4, 800, zeros=True, activations="bf16", tolerance=1e-1)
    products.case("int4_whole_row", 3, 40, 33, 4, 40)
    products.case("int8_odd_depth", 2, 37, 16, 8, 32)
    for rows in [1, 3, 20]:
        products.halves(f"halves_rows{rows}", rows, 50, 24)
    file.write()


def quantized_tiles():
    """What tiles take: more rows than one block, panels that are no pair, a last step that is none, codes of each width."""
    file = File("quantized-tiles", "Products of many rows by weights that are stored as integers in groups.")
    products = Products(file)
    # A weight halfway between two of bf16 may go either way, and on other units it keeps its f32.
    case = lambda *args, **options: products.case(*args, activations="bf16", tolerance=5e-2, **options)
    case("int8_tiles", 70, 80, 72, 8, 32)
    case("int8_tiles_zeros", 37, 64, 33, 8, 64, zeros=True)
    case("int4_tiles_zeros", 20, 72, 50, 4, 24, zeros=True)
    for bits in [3, 5, 6]:
        case(f"int{bits}_tiles", 35, 96, 40, bits, 32)
    file.write()


def windows():
    file = File("attention-window", "Attention whose queries see the last few keys.")
    for name, queries, keys, window, causal in [("one", 1, 150, 20, True), ("one_short", 1, 6, 20, True), ("few", 3, 140, 9, True), ("tiles", 40, 170, 33, True),
                                                 ("tiles_small", 9, 9, 2, True), ("long", 150, 150, 16, True), ("behind", 12, 40, 5, False), ("single", 7, 7, 1, True)]:
        q, k, v = rand(1, 4, queries, 8), rand(1, 2, keys, 8), rand(1, 2, keys, 8)
        i, j = np.indices((queries, keys))
        mask = j > i + keys - queries - window
        expected, _, _ = oracle.attention(q, k, v, scale=0.25, mask=mask, causal=causal)
        attributes = f"scale = 0.25 : f32, {'causal, ' if causal else ''}window = {window} : i64"
        file.case("window_" + name, f"weft.attention %a0, %a1, %a2 {{{attributes}}}", [q, k, v], [expected], tolerance=1e-5)
    file.write()


def tables():
    """An embedding that is also the head: rows of codes are looked up in what the product reads."""
    file = File("quantized-tables", "Tables of codes that are looked up and multiplied with.")
    for bits in [3, 4, 5, 6, 8]:
        name, rows, width, groups = f"int{bits}", 37, 41, 3
        codes = random.integers(-(1 << (bits - 1)), 1 << (bits - 1), (rows, width)).astype(np.int8)
        scales = random.uniform(0.5, 1.5, (rows, groups)).astype(np.float16) / np.float16(1 << bits)
        tokens, weight = np.array([36, 0, 15, 16, 31, 7], np.int64), codes * np.repeat(scales, 16, 1)[:, :width].astype(np.float64)
        x, element = weight[tokens], f"i{bits}"
        file.text += [f"weft.parameter @{name}_codes = {dense(codes, element)}", f"weft.parameter @{name}_scales = {dense(scales, 'f16')}"]
        table, steps = f"tensor<{rows}x{width}x{element}>", f"tensor<{rows}x{groups}xf16>"
        found, of_found = f"tensor<{len(tokens)}x{width}x{element}>", f"tensor<{len(tokens)}x{groups}xf16>"
        x_type, w_type, y_type = f"tensor<{len(tokens)}x{width}xf32>", f"tensor<{rows}x{width}xf32>", f"tensor<{len(tokens)}x{rows}xf32>"
        file.program(name, [f"%codes = weft.get @{name}_codes : {table}", f"%scales = weft.get @{name}_scales : {steps}",
                            f"%c = weft.gather %codes, %a0 {{dim = 0 : i64}} : ({table}, tensor<{len(tokens)}xi64>) -> {found}",
                            f"%s = weft.gather %scales, %a0 {{dim = 0 : i64}} : ({steps}, tensor<{len(tokens)}xi64>) -> {of_found}",
                            f"%x = weft.dequantize %c, %s {{dim = 1 : i64, block = 16 : i64}} : ({found}, {of_found}) -> {x_type}",
                            f"%w = weft.dequantize %codes, %scales {{dim = 1 : i64, block = 16 : i64}} : ({table}, {steps}) -> {w_type}",
                            f'%r = weft.contract "mk,nk->mn" %x, %w : ({x_type}, {w_type}) -> {y_type}'],
                     [tokens], (x @ weight.T).astype(np.float32))
    file.write()


def caches():
    """Keys and values as --kv-cache stores them: bf16, or codes of 8 bits with a scale for each head of a token."""
    file = File("attention-caches", "Attention over keys and values that are stored in fewer bits.")
    for name, queries, keys in [("one", 1, 150), ("few", 3, 20), ("tiles", 40, 170)]:
        q = rand(1, 4, queries, 8)
        half = [rand(keys, 2, 8, dtype="bf16") for _ in range(2)]
        codes = [random.integers(-127, 128, (keys, 2, 8)).astype(np.int8) for _ in range(2)]
        scales = [rand(keys, 2, 1, low=0.001, high=0.02) for _ in range(2)]
        for kind, stored, wide in [("bf16", half, [each.astype(np.float32) for each in half]),
                                   ("int8", [codes[0], scales[0], codes[1], scales[1]], [code.astype(np.float32) * scale for code, scale in zip(codes, scales)])]:
            k, v = (each.transpose(1, 0, 2)[None] for each in wide)
            expected, _, _ = oracle.attention(q, k, v, scale=0.25, causal=True)
            element, rows = {"bf16": "bf16", "int8": "i8"}[kind], f"tensor<{keys}x2x8xf32>"
            lines = ["%shape = weft.constant dense<[1, -1, 2, 8]> : tensor<4xi64>"]
            for number, each in enumerate("kv"):
                first = number * len(stored) // 2 + 1
                lines.append(f"%{each}0 = weft.cast %a{first} : (tensor<{keys}x2x8x{element}>) -> {rows}")
                if kind == "int8":
                    lines.append(f"%{each}1 = weft.mul %{each}0, %a{first + 1} : ({rows}, tensor<{keys}x2x1xf32>) -> {rows}")
                lines.append(f"%{each}2 = weft.reshape %{each}{int(kind == 'int8')}, %shape : ({rows}, tensor<4xi64>) -> tensor<1x{keys}x2x8xf32>")
                lines.append(f"%{each} = weft.transpose %{each}2 {{permutation = array<i64: 0, 2, 1, 3>}} : (tensor<1x{keys}x2x8xf32>) -> tensor<1x2x{keys}x8xf32>")
            lines.append(f"%r = weft.attention %a0, %k, %v {{scale = 0.25 : f32, causal}} : (tensor<1x4x{queries}x8xf32>, tensor<1x2x{keys}x8xf32>, "
                         f"tensor<1x2x{keys}x8xf32>) -> tensor<1x4x{queries}x8xf32>")
            file.program(f"{kind}_{name}", lines, [q, *stored], expected)
    file.write()
