# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""write: a model with two weights, `coarse` of multiples of 1/8 from -7/8 to 7/8, which codes of 4 bits are, and `fine`. language: the same as a language model that
takes no tokens. check FILE.json: its analysis."""
import json, math, sys

SIZE = 32


def dense(value):
    rows = ", ".join("[" + ", ".join(f"{value(i, j):e}" for j in range(SIZE)) + "]" for i in range(SIZE))
    return f"dense<[{rows}]> : tensor<{SIZE}x{SIZE}xf32>"


if sys.argv[1] in ("write", "language"):
    name = "main" if sys.argv[1] == "write" else "evaluate"
    kind = f"tensor<{SIZE}x{SIZE}xf32>"
    print(f"weft.parameter @coarse : {kind} {{value = {dense(lambda i, j: ((3 * i + 5 * j) % 15 - 7) / 8)}}}")
    print(f"weft.parameter @fine : {kind} {{value = {dense(lambda i, j: math.sin(1 + 37 * i + 11 * j))}}}")
    print(f"""weft.func @{name}(%x: tensor<4x{SIZE}xf32> {{weft.name = "x"}}) -> (tensor<4x{SIZE}xf32>, tensor<4x{SIZE}xf32>) {{
  %a = weft.get @coarse : {kind}
  %b = weft.get @fine : {kind}
  %0 = weft.contract "mk,kn->mn" %x, %a : (tensor<4x{SIZE}xf32>, {kind}) -> tensor<4x{SIZE}xf32>
  %1 = weft.contract "mk,kn->mn" %x, %b : (tensor<4x{SIZE}xf32>, {kind}) -> tensor<4x{SIZE}xf32>
  weft.return %0, %1 : tensor<4x{SIZE}xf32>, tensor<4x{SIZE}xf32>
}}""")
    for other in ("prefill", "decode") if sys.argv[1] == "language" else ():
        print(f"weft.func @{other}(%x: tensor<4xf32>) -> tensor<4xf32> {{")
        print("  %0 = weft.exp %x : (tensor<4xf32>) -> tensor<4xf32>\n  weft.return %0 : tensor<4xf32>\n}")
else:
    sensitivity = json.load(open(sys.argv[2]))["sensitivity"]
    fine, coarse = sensitivity["weights"]
    assert (fine["name"], coarse["name"]) == ("fine", "coarse")
    assert coarse["cost_int4"] == 0, coarse
    # A step is the largest weight over 7 or 127, and an error is uniform in it: the squares have a ratio of about (127 / 7)^2.
    assert fine["cost_int8"] > 0 and 80 < fine["cost_int4"] / fine["cost_int8"] < 1300, fine
    # Of the step's square a twelfth, over the mean square of a sine, 1/2; `fine` makes half of the outputs' squares or more.
    assert 0.1 < fine["cost_int4"] / (1 / 49 / 12 / 0.5) < 1.2, fine
    assert fine["bytes"] == 4 * SIZE * SIZE
    # Both read the same activation, 128 values of N(0,1), which span 4 to 8: a step of that over 255, whose square's twelfth is added to each value.
    layer, = sensitivity["activations"]
    assert layer["weights"] == ["coarse", "fine"] and (4 / 255)**2 / 12 < layer["cost"] < 2 * (8 / 255)**2 / 12, layer
