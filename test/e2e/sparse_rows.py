# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes products of pruned activations by weights as codes: `python sparse_rows.py > FILE.mlir`. Expected values are those of numpy in f64.

Weights are exact in bf16, so that what tests see is whether each element meets its own codes."""
import numpy as np

RANDOM = np.random.default_rng(11)
ZERO = 0.75


def literal(array, form):
    if array.ndim == 0:
        return form(array[()])
    return "[" + ",".join(literal(each, form) for each in array) + "]"


def number(value):
    if not np.isfinite(value):
        return f"0x{int(np.float32(value).view(np.uint32)):08X}"
    return f"{float(value):.9e}"


def emit(name, bits, rows, outputs, inputs, group, zeros=False, share=0.5, special=None, static=False):
    groups = -(-inputs // group)
    low, high = -(1 << (bits - 1)), (1 << (bits - 1)) - 1
    codes = RANDOM.integers(low, high + 1, (outputs, inputs))
    scales = 2.0 ** RANDOM.integers(-8, -4, (outputs, groups))
    points = RANDOM.integers(-3, 4, (outputs, groups)) if zeros and bits < 8 else np.zeros((outputs, groups), int)
    spread = lambda each: np.repeat(each, group, axis=1)[:, :inputs]
    weight = (codes - spread(points)) * spread(scales)
    x = RANDOM.integers(-64, 65, (rows, inputs)) / 16.0
    x[RANDOM.random(x.shape) < share] *= 0.01
    if special is not None:
        x[-1, inputs // 2] = special
    kept = np.where(np.abs(x) < ZERO, 0, x)
    with np.errstate(invalid="ignore"):
        y = kept @ weight.T
    many, code = rows if static else "?", f"i{bits}"
    print(f"""weft.parameter @{name}.c = dense<{literal(codes, str)}> : tensor<{outputs}x{inputs}x{code}>
weft.parameter @{name}.s = dense<{literal(scales, number)}> : tensor<{outputs}x{groups}xf16>
weft.parameter @{name}.z = dense<{literal(points, str)}> : tensor<{outputs}x{groups}xi8>
weft.func @test_{name}(%x: tensor<{many}x{inputs}xf32>) -> tensor<{many}x{outputs}xf32> attributes {{weft.tolerance = 1.0e-3 : f64}} {{
  %t = weft.constant dense<{ZERO}> : tensor<{inputs}xf32>
  %zero = weft.constant dense<0.0> : tensor<f32>
  %a = weft.abs %x : (tensor<{many}x{inputs}xf32>) -> tensor<{many}x{inputs}xf32>
  %m = weft.compare lt %a, %t : (tensor<{many}x{inputs}xf32>, tensor<{inputs}xf32>) -> tensor<{many}x{inputs}xi1>
  %p = weft.select %m, %zero, %x : (tensor<{many}x{inputs}xi1>, tensor<f32>, tensor<{many}x{inputs}xf32>) -> tensor<{many}x{inputs}xf32>
  %b = weft.cast %p : (tensor<{many}x{inputs}xf32>) -> tensor<{many}x{inputs}xbf16>
  %c = weft.get @{name}.c : tensor<{outputs}x{inputs}x{code}>
  %s = weft.get @{name}.s : tensor<{outputs}x{groups}xf16>""")
    operands, types = "%c, %s", f"tensor<{outputs}x{inputs}x{code}>, tensor<{outputs}x{groups}xf16>"
    if zeros:
        print(f"  %z = weft.get @{name}.z : tensor<{outputs}x{groups}xi8>")
        operands, types = operands + ", %z", types + f", tensor<{outputs}x{groups}xi8>"
    print(f"""  %w = weft.dequantize {operands} {{block = {group} : i64, dim = 1 : i64}} : ({types}) -> tensor<{outputs}x{inputs}xbf16>
  %y = weft.contract "mk,nk->mn" %b, %w : (tensor<{many}x{inputs}xbf16>, tensor<{outputs}x{inputs}xbf16>) -> tensor<{many}x{outputs}xf32>
  weft.return %y : tensor<{many}x{outputs}xf32>
}}
weft.func @inputs_{name}() -> tensor<{rows}x{inputs}xf32> {{
  %0 = weft.constant dense<{literal(x, number)}> : tensor<{rows}x{inputs}xf32>
  weft.return %0 : tensor<{rows}x{inputs}xf32>
}}
weft.func @expected_{name}() -> tensor<{rows}x{outputs}xf32> {{
  %0 = weft.constant dense<{literal(y, number)}> : tensor<{rows}x{outputs}xf32>
  weft.return %0 : tensor<{rows}x{outputs}xf32>
}}""")


for bits in (4, 8):
    # Parts of a line, one, several with a rest; more of them than go side by side.
    for outputs in (16, 64, 72, 100, 128, 200, 328):
        emit(f"outputs_{bits}_{outputs}", bits, 1, outputs, 96, 32)
    emit(f"lines_{bits}", bits, 1, 64 * 34 + 5, 16, 16)
    # The last group is short; one group; zero points.
    emit(f"short_{bits}", bits, 1, 48, 136, 64, zeros=True)
    emit(f"whole_{bits}", bits, 1, 48, 72, 72, zeros=True, static=True)
    # Shares of zeros: nothing is left of a group, or all.
    for share in (0.0, 0.9, 1.0):
        emit(f"share_{bits}_{int(share * 10)}", bits, 1, 80, 256, 64, share=share)
    emit(f"nan_{bits}", bits, 1, 40, 64, 32, special=np.nan)
    # More rows read the same lines.
    for rows in (2, 3, 5, 40):
        emit(f"rows_{bits}_{rows}", bits, rows, 136, 96, 32, zeros=rows % 2 == 0)
        emit(f"static_{bits}_{rows}", bits, rows, 136, 96, 32, static=True)
