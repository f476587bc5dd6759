#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Products of every size around the borders of tiles, panels and registers, for weft-e2e, which holds them against the interpreter.

usage: schedules.py f32|bf16|i8|ui8 > FILE.mlir
Rows, columns and the reduction are each 1, a border, or beside one: rows around tiles of 6, 8 and 12 and blocks of 144, columns around
panels of 16 and register tiles of 2 and 3 of them, the reduction around quads, lines of 64 bytes and chunks. One dimension runs through
all its values while the others take some of theirs, drawn by number and not at random. A function of unknown rows runs too. The right operand is a
parameter; of ui8 it is an input, too, stored by columns in every other product, and the function has no known size.
"""
import itertools, sys

import numpy as np

ROWS = [1, 2, 3, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17, 24, 31, 32, 33, 47, 48, 49, 143, 144, 145, 217]
COLUMNS = [1, 3, 8, 15, 16, 17, 31, 32, 33, 47, 48, 49, 63, 64, 80, 96, 130]
DEPTHS = [1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 260, 1023, 4100]


def shapes():
    """(rows, columns, depth): each value of each beside others of the other two, about 150 in all."""
    turn = itertools.count()
    for rows in ROWS:
        for _ in range(2):
            n = next(turn)
            yield rows, COLUMNS[n * 5 % len(COLUMNS)], DEPTHS[n * 7 % (len(DEPTHS) - 2)]
    for columns in COLUMNS:
        for _ in range(3):
            n = next(turn)
            yield ROWS[n * 5 % len(ROWS)], columns, DEPTHS[n * 5 % (len(DEPTHS) - 2)]
    for depth in DEPTHS:
        for _ in range(2):
            n = next(turn)
            yield ROWS[n * 7 % (len(ROWS) - 4)], COLUMNS[n * 3 % len(COLUMNS)], depth


def literal(array):
    return 'dense<"0x' + array.tobytes().hex().upper() + '">'


def center(result, operand, zero, shape):
    """Ops that subtract a zero point from bytes."""
    return f"""  %{result}z = weft.constant dense<{zero}> : tensor<i16>
  %{result}i = weft.cast %{operand} : (tensor<{shape}xui8>) -> tensor<{shape}xi16>
  %{result} = weft.sub %{result}i, %{result}z : (tensor<{shape}xi16>, tensor<i16>) -> tensor<{shape}xi16>
"""


class Kind:
    """What the operands are, and how they become the product's."""

    def __init__(self, name):
        self.name = name
        self.random = np.random.default_rng(1)

    def weight(self, columns, depth):
        if self.name == "i8":
            return literal(self.random.integers(-128, 128, (depth, columns), np.int8)), "i8"
        if self.name == "ui8":
            return literal(self.random.integers(0, 256, (depth, columns), np.uint8)), "ui8"
        values = self.random.uniform(-1, 1, (depth, columns)).astype(np.float32)
        if self.name == "bf16":
            return literal((values.view(np.uint32) >> 16).astype(np.uint16)), "bf16"
        return literal(values), "f32"

    def input(self, rows, depth):
        """Ops that leave the values in %x, and their type."""
        shape = f"{rows}x{depth}"
        if self.name in ("i8", "ui8"):
            return literal(self.random.integers(0, 256, (rows, depth), np.uint8)), f"tensor<{shape}xui8>"
        values = self.random.uniform(-1, 1, (rows, depth)).astype(np.float32)
        if self.name == "bf16":
            return literal((values.view(np.uint32) >> 16).astype(np.uint16)), f"tensor<{shape}xbf16>"
        return literal(values), f"tensor<{shape}xf32>"

    def body(self, rows, columns, depth, weight):
        """The product of %x and %w with something behind it."""
        result = f"{rows}x{columns}"
        if self.name != "i8":
            return f"""  %p = weft.contract "mk,kn->mn" %x, %w : (tensor<{rows}x{depth}x{weight}>, tensor<{depth}x{columns}x{weight}>) -> tensor<{result}xf32>
  %y = weft.max %p, %b : (tensor<{result}xf32>, tensor<{columns}xf32>) -> tensor<{result}xf32>
"""
        return f"""{center("s", "x", 117, f"{rows}x{depth}")}  %p = weft.contract "mk,kn->mn" %s, %w : (tensor<{rows}x{depth}xi16>, tensor<{depth}x{columns}xi8>) -> tensor<{result}xi32>
  %f = weft.cast %p : (tensor<{result}xi32>) -> tensor<{result}xf32>
  %y = weft.max %f, %b : (tensor<{result}xf32>, tensor<{columns}xf32>) -> tensor<{result}xf32>
"""


def print_product_of_inputs(name, kind, rows, columns, depth, is_by_columns, has_unknown):
    """The functions of a product of ui8 by ui8."""
    def write(m, n, k):
        right = f"{n}x{k}" if is_by_columns else f"{k}x{n}"
        return f"{m}x{k}", right, f"{m}x{n}"

    left, right, result = write(rows, columns, depth)
    literals = kind.input(rows, depth)[0], kind.weight(columns, depth)[0]
    types = f"tensor<{left}xui8>, tensor<{right}xui8>"
    print(f"""weft.func @inputs_{name}() -> ({types}) {{
  %0 = weft.constant {literals[0]} : tensor<{left}xui8>
  %1 = weft.constant {literals[1]} : tensor<{right}xui8>
  weft.return %0, %1 : {types}
}}""")
    for variant, sizes in (("", (rows, columns, depth)), (".unknown", "???"))[:1 + has_unknown]:
        left, right, result = write(*sizes)
        print(f"""weft.func @test_{name}{variant}(%x: tensor<{left}xui8>, %w: tensor<{right}xui8>) -> tensor<{result}xi32> {{
{center("s", "x", 117, left)}{center("t", "w", 141, right)}  %p = weft.contract "mk,{'nk' if is_by_columns else 'kn'}->mn" %s, %t : (tensor<{left}xi16>, tensor<{right}xi16>) -> tensor<{result}xi32>
  weft.return %p : tensor<{result}xi32>
}}""")


def main():
    kind = Kind(sys.argv[1])
    written = set()
    for rows, columns, depth in shapes():
        if (rows, columns, depth) in written:
            continue
        written.add((rows, columns, depth))
        name = f"{rows}_{columns}_{depth}"
        if kind.name == "ui8":
            print_product_of_inputs(name, kind, rows, columns, depth, is_by_columns=len(written) % 2 == 0, has_unknown=len(written) % 3 == 0)
            continue
        values, weight = kind.weight(columns, depth)
        bias = literal(kind.random.uniform(-1, 0, columns).astype(np.float32))
        tolerance = 4e-7 * max(1, depth) ** 0.5 * 8
        print(f"weft.parameter @w_{name} = {values} : tensor<{depth}x{columns}x{weight}>")
        literals, input_type = kind.input(rows, depth)
        print(f"weft.func @inputs_{name}() -> {input_type} {{\n  %0 = weft.constant {literals} : {input_type}\n  weft.return %0 : {input_type}\n}}")
        for variant, m in (("", rows), (".rows", "?")):
            if variant and len(written) % 4:
                continue
            print(f"""weft.func @test_{name}{variant}(%x: {input_type.replace(f'<{rows}x', f'<{m}x', 1)}) -> tensor<{m}x{columns}xf32> attributes {{weft.tolerance = {tolerance:.3e} : f64}} {{
  %w = weft.get @w_{name} : tensor<{depth}x{columns}x{weight}>
  %b = weft.constant {bias} : tensor<{columns}xf32>
{kind.body(m, columns, depth, weight)}  weft.return %y : tensor<{m}x{columns}xf32>
}}""")


if __name__ == "__main__":
    main()
