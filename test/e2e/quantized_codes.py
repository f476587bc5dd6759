# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the end-to-end test of weights as codes: `python quantized_codes.py > quantized-codes.mlir`. Expected values are those of numpy."""

import numpy as np

RANDOM = np.random.default_rng(5)


def dense(value):
    return "dense<" + np.array2string(value, separator=", ", threshold=10**9, max_line_width=10**9, floatmode="unique").replace(
        "\n", "") + ">"


def literal(value, element):
    if element.startswith("i"):
        return f"{dense(value)} : tensor<{'x'.join(map(str, value.shape))}x{element}>"
    text = "[" + ", ".join("[" + ", ".join(repr(float(each)) for each in row) + "]" for row in value) + "]"
    return f"dense<{text}> : tensor<{'x'.join(map(str, value.shape))}x{element}>"


def emit(bits, group, zeros):
    rows, width, count = 11, 37, 3
    groups = -(-width // group)
    low, high = -(1 << (bits - 1)), (1 << (bits - 1)) - 1
    code, name = f"i{bits}", f"codes_{bits}_{group}" + ("_zeros" if zeros else "")
    codes = RANDOM.integers(low, high + 1, (rows, width))
    codes[0, :2] = low, high
    scales = (RANDOM.standard_normal((rows, groups)) * 0.1).astype(np.float16)
    points = RANDOM.integers(low, high + 1, (rows, groups)) if zeros else np.zeros((rows, groups), np.int64)
    spread = lambda each: np.repeat(each, group, axis=1)[:, :width]
    weight = ((codes - spread(points)) * spread(scales.astype(np.float64))).astype(np.float32)
    x = RANDOM.standard_normal((count, width)).astype(np.float32)
    ids = np.array([10, 0, 7, 0])
    shape, parts = f"{rows}x{width}", f"{rows}x{groups}"
    print(f"weft.parameter @{name}.codes = {literal(codes, code)}")
    print(f"weft.parameter @{name}.scales = {literal(scales, 'f16')}")
    if zeros:
        print(f"weft.parameter @{name}.zeros = {literal(points, 'i8')}")
    z = ", %z" if zeros else ""
    ztype = lambda size: f", tensor<{size}x{groups}xi8>" if zeros else ""
    print(f"""weft.func @test_{name}(%x: tensor<?x{width}xf32>, %i: tensor<?xi64>) -> (tensor<?x{rows}xf32>, tensor<?x{width}xf32>) {{
  %c = weft.get @{name}.codes : tensor<{shape}x{code}>
  %s = weft.get @{name}.scales : tensor<{parts}xf16>""")
    if zeros:
        print(f"  %z = weft.get @{name}.zeros : tensor<{parts}xi8>")
    print(f"""  %w = weft.dequantize %c, %s{z} {{block = {group} : i64, dim = 1 : i64}} : (tensor<{shape}x{code}>, tensor<{parts}xf16>{ztype(rows)}) -> tensor<{shape}xf32>
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x{width}xf32>, tensor<{shape}xf32>) -> tensor<?x{rows}xf32>
  %gc = weft.gather %c, %i {{dim = 0 : i64}} : (tensor<{shape}x{code}>, tensor<?xi64>) -> tensor<?x{width}x{code}>
  %gs = weft.gather %s, %i {{dim = 0 : i64}} : (tensor<{parts}xf16>, tensor<?xi64>) -> tensor<?x{groups}xf16>""")
    gz = ""
    if zeros:
        gz = ", %gz"
        print(f"  %gz = weft.gather %z, %i {{dim = 0 : i64}} : (tensor<{parts}xi8>, tensor<?xi64>) -> tensor<?x{groups}xi8>")
    print(f"""  %r = weft.dequantize %gc, %gs{gz} {{block = {group} : i64, dim = 1 : i64}} : (tensor<?x{width}x{code}>, tensor<?x{groups}xf16>{ztype('?')}) -> tensor<?x{width}xf32>
  weft.return %y, %r : tensor<?x{rows}xf32>, tensor<?x{width}xf32>
}}
weft.func @inputs_{name}() -> (tensor<{count}x{width}xf32>, tensor<4xi64>) {{
  %0 = weft.constant {literal(x, 'f32')}
  %1 = weft.constant {literal(ids, 'i64')}
  weft.return %0, %1 : tensor<{count}x{width}xf32>, tensor<4xi64>
}}
weft.func @expected_{name}() -> (tensor<{count}x{rows}xf32>, tensor<4x{width}xf32>) {{
  %0 = weft.constant {literal((x.astype(np.float64) @ weight.astype(np.float64).T).astype(np.float32), 'f32')}
  %1 = weft.constant {literal(weight[ids], 'f32')}
  weft.return %0, %1 : tensor<{count}x{rows}xf32>, tensor<4x{width}xf32>
}}""")


print("""// RUN: weft-e2e %s
//
// Weights as codes of 3 to 6 and 8 bits with scales for groups, of which the last is short: products with them, and rows of them. Made by
// quantized_codes.py.
""")
for bits in (3, 4, 5, 6, 8):
    emit(bits, 16, False)
    emit(bits, 37 if bits % 2 else 8, True)
