# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes products by weights with blocks of zeros: `python sparse_weights.py > FILE.mlir`. Expected values are those of numpy in f64.

Rows are those around tiles of 6 and 16 and blocks of 128, columns around panels of 16. Numbers are small integers, so that sums are exact in f32 and
what tests see is whether each weight meets its own element."""
import numpy as np

from schedules import literal

RANDOM = np.random.default_rng(5)
PANEL = 16
NARROW = {"bf16": lambda values: (values.view(np.uint32) >> 16).astype(np.uint16), "f16": lambda values: values.astype(np.float16)}


def encode(values, element):
    if element == "i8":
        return literal(values.astype(np.int8))
    return literal(NARROW.get(element, lambda same: same)(values.astype(np.float32)))


def make_weight(depth, columns, counts):
    """[depth, columns] whose panels keep so many steps each, of `counts` in turns. Some weights of a kept step are zero."""
    weight = np.zeros((depth, columns))
    for number, first in enumerate(range(0, columns, PANEL)):
        steps = RANDOM.permutation(depth)[: counts[number % len(counts)]]
        panel = RANDOM.integers(-8, 9, (len(steps), min(PANEL, columns - first)))
        panel[:, 0] = RANDOM.integers(1, 9, len(steps))
        weight[steps, first : first + PANEL] = panel
    return weight


def emit(name, rows, columns, depth, counts, weights="f32", inputs="f32", turned=False, static=True, bias=True, letters=("mk", "mn"), shape=None):
    """`turned` stores the weight as [columns, depth]; `letters` and `shape` say how rows and depth are laid out."""
    weight = make_weight(depth, columns, counts)
    x = RANDOM.integers(-16, 17, (rows, depth))
    offset = RANDOM.integers(-9, 10, columns) if bias else np.zeros(columns)
    scales = 2.0 ** RANDOM.integers(-1, 3, columns) if weights == "i8" else np.ones(columns)
    y = np.maximum(x @ weight * scales + offset, -50)
    left = x.T if letters[0] == "km" else x
    if shape:
        left, y = left.reshape(shape + (depth,)), y.reshape(shape + (columns,))
    dims = lambda array, known=True: "".join(f"{size if known or size in (depth, columns) else '?'}x" for size in array.shape)
    stored = weight.T if turned else weight
    types = {"x": f"tensor<{dims(left, static)}{inputs}>", "w": f"tensor<{dims(stored)}{weights}>", "y": f"tensor<{dims(y, static)}f32>",
             "b": f"tensor<{columns}xf32>"}
    whole = {"x": f"tensor<{dims(left)}{inputs}>", "y": f"tensor<{dims(y)}f32>"}
    lines = [f"  %w = weft.get @w_{name} : {types['w']}"]
    operand = types["w"]
    if weights == "i8":
        operand, codes = f"tensor<{dims(stored)}{inputs}>", f"{columns}x1" if turned else f"1x{columns}"
        print(f"weft.parameter @s_{name} = {encode(scales.reshape(-1, 1) if turned else scales.reshape(1, -1), 'f16')} : tensor<{codes}xf16>")
        lines.append(f"  %t = weft.get @s_{name} : tensor<{codes}xf16>")
        lines.append(f"  %v = weft.dequantize %w, %t {{block = {depth} : i64, dim = {int(turned)} : i64}} : ({types['w']}, tensor<{codes}xf16>) -> {operand}")
    elif weights != inputs:
        operand = f"tensor<{dims(stored)}{inputs}>"
        lines.append(f"  %v = weft.cast %w : ({types['w']}) -> {operand}")
    product = f'"{letters[0]},{"nk" if turned else "kn"}->{letters[1]}"'
    print(f"""weft.parameter @w_{name} = {encode(stored, weights)} : {types['w']} {{weft.pruned = {{sparsity = 0.5}}}}
weft.func @test_{name}(%x: {types['x']}) -> {types['y']} {{
{chr(10).join(lines)}
  %p = weft.contract {product} %x, {"%v" if weights != inputs else "%w"} : ({types['x']}, {operand}) -> {types['y']}
  %b = weft.constant {encode(offset, "f32")} : {types['b']}
  %s = weft.add %p, %b : ({types['y']}, {types['b']}) -> {types['y']}
  %f = weft.constant dense<-50.0> : tensor<f32>
  %r = weft.max %s, %f : ({types['y']}, tensor<f32>) -> {types['y']}
  weft.return %r : {types['y']}
}}
weft.func @inputs_{name}() -> {whole['x']} {{
  %0 = weft.constant {encode(left, inputs)} : {whole['x']}
  weft.return %0 : {whole['x']}
}}
weft.func @expected_{name}() -> {whole['y']} {{
  %0 = weft.constant {encode(y, "f32")} : {whole['y']}
  weft.return %0 : {whole['y']}
}}""")


def main():
    for rows in (1, 2, 4, 5, 6, 7, 13, 16, 17, 33, 128, 129, 300):
        for columns, depth in ((16, 33), (40, 48), (96, 67)):
            emit(f"rows_{rows}_{columns}", rows, columns, depth, [depth // 2], turned=rows % 2 == 0)
        emit(f"unknown_{rows}", rows, 72, 40, [16, 9], static=False)
    # Panels that keep nothing, one step, all that are allowed; nothing anywhere.
    for rows in (1, 3, 20):
        emit(f"uneven_{rows}", rows, 80, 50, [0, 1, 40, 7, 39])
        emit(f"none_{rows}", rows, 33, 20, [0])
    # Other types, as the weight is stored and as it is multiplied.
    for rows in (1, 2, 5, 40):
        for weights, inputs in (("bf16", "bf16"), ("f16", "f16"), ("f16", "f32"), ("bf16", "f32")):
            emit(f"types_{weights}_{inputs}_{rows}", rows, 56, 45, [17, 20], weights, inputs, static=rows != 5)
        # So few that all levels leave the others out, which is exact.
        for inputs in ("bf16", "f32"):
            emit(f"types_i8_{inputs}_{rows}", rows, 56, 46, [13, 16], "i8", inputs, turned=rows != 2, static=rows != 5)
    # Rows that are no neighbours in memory, and of several dimensions.
    for rows in (1, 4, 21):
        emit(f"across_{rows}", rows, 48, 37, [12], letters=("km", "mn"))
    emit("dimensions", 30, 48, 37, [12], letters=("abk", "abn"), shape=(5, 6))
    emit("dimensions_unknown", 30, 48, 37, [12], letters=("abk", "abn"), shape=(5, 6), static=False)
    emit("many", 700, 208, 160, [60, 64])


if __name__ == "__main__":
    main()
