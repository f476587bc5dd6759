#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How long products take whose weights have blocks of zeros, beside the same with the zeros stored and multiplied: rows of f32 by weights of 768 x 3072
and the results by weights of 3072 x 768, and one row by codes of 8 bits.

usage: sparse.py [--weft BINARY] [--levels avx2,avx512,amx] [--rows 1,16,128] [--shares 0.5,0.25,0.1] [--codes 3072] [--seconds S]
Prints a table of ratios (`weft compare --ab`, pairs in turns, one thread, 95 % intervals); what a level multiplies in full is `as before`.
"""
import argparse, json, subprocess, tempfile
from pathlib import Path

import numpy as np

import machine

ROOT = Path(__file__).resolve().parent.parent
PANEL = 16
WIDTHS = (768, 3072, 768)


def parse():
    parser = argparse.ArgumentParser(usage=__doc__)
    listed = lambda kind: lambda text: [kind(each) for each in text.split(",") if each]
    parser.add_argument("--weft", type=Path, default=ROOT / "build/bin/weft")
    parser.add_argument("--levels", type=listed(str), default=["avx2", "avx512", "amx"])
    parser.add_argument("--rows", type=listed(int), default=[1, 16, 128])
    parser.add_argument("--shares", type=listed(float), default=[0.5, 0.25, 0.1])
    parser.add_argument("--codes", type=int, default=3072)
    parser.add_argument("--seconds", type=float, default=4)
    return parser.parse_args()


def draw_weight(random, inputs, outputs, share, dtype):
    """[outputs, inputs], where each 16 outputs have weights for `share` of the inputs."""
    weight = random.integers(-100, 101, (outputs, inputs)).astype(dtype)
    for first in range(0, outputs, PANEL):
        weight[first:first + PANEL, random.permutation(inputs)[round(inputs * share):]] = 0
    return weight


def declare(name, array, element, mark):
    sizes = "x".join(map(str, array.shape))
    return f'weft.parameter @{name} = dense<"0x{array.tobytes().hex().upper()}"> : tensor<{sizes}x{element}>{mark}\n'


def write_floats(random, rows, share, mark):
    text, body, value = "", "", "%x"
    for i, (inputs, outputs) in enumerate(zip(WIDTHS, WIDTHS[1:])):
        text += declare(f"w{i}", draw_weight(random, inputs, outputs, share, np.float32) / np.float32(2048), "f32", mark)
        body += (f"  %w{i} = weft.get @w{i} : tensor<{outputs}x{inputs}xf32>\n"
                 f'  %y{i} = weft.contract "mk,nk->mn" {value}, %w{i} : (tensor<{rows}x{inputs}xf32>, tensor<{outputs}x{inputs}xf32>) -> tensor<{rows}x{outputs}xf32>\n')
        value = f"%y{i}"
    result = f"tensor<{rows}x{WIDTHS[-1]}xf32>"
    return f"{text}weft.func @main(%x: tensor<{rows}x{WIDTHS[0]}xf32>) -> {result} {{\n{body}  weft.return {value} : {result}\n}}\n"


def write_codes(random, width, share, mark):
    code, scale, wide = f"tensor<{width}x{width}xi8>", f"tensor<{width}x1xf16>", f"tensor<{width}x{width}xf32>"
    return (declare("c", draw_weight(random, width, width, share, np.int8), "i8", mark) + declare("s", np.full((width, 1), 0.0078125, np.float16), "f16", "")
            + f"""weft.func @main(%x: tensor<1x{width}xf32>) -> tensor<1x{width}xf32> {{
  %c = weft.get @c : {code}
  %s = weft.get @s : {scale}
  %w = weft.dequantize %c, %s {{block = {width} : i64, dim = 1 : i64}} : ({code}, {scale}) -> {wide}
  %y = weft.contract "mk,nk->mn" %x, %w : (tensor<1x{width}xf32>, {wide}) -> tensor<1x{width}xf32>
  weft.return %y : tensor<1x{width}xf32>
}}
""")


def measure(args, folder, level, write):
    """The ratio with its interval, or that nothing is left out."""
    modules = []
    for name, mark in (("dense", ""), ("sparse", " {weft.pruned = {sparsity = 0.5}}")):
        source, module = folder / f"{name}.mlir", folder / f"{name}.wm"
        source.write_text(write(np.random.default_rng(3), mark))
        done = subprocess.run([args.weft, "compile", source, "-o", module, "--cpu", level, "--remarks"], check=True, capture_output=True, text=True)
        modules.append(module)
    if "leaves out zeros" not in done.stderr + done.stdout:
        return "as before"
    text = machine.pinned(1, [args.weft, "compare", *modules, "--ab", "--threads", 1, "--seconds", args.seconds, "--json"])
    call = json.loads(text)["latency"]["call"]
    low, high = call["ratio_interval"]
    return f"{call['ratio']:.3f}, {low:.3f} to {high:.3f}"


def main():
    args = parse()
    print(f"`{machine.command()}`, {machine.describe()['text']}\n")
    cases = [(f"{rows} of f32", share, lambda random, mark, rows=rows, share=share: write_floats(random, rows, share, mark)) for rows in args.rows for share in args.shares]
    if args.codes:
        cases += [("1 by codes", share, lambda random, mark, share=share: write_codes(random, args.codes, share, mark)) for share in args.shares]
    print("| rows | left | " + " | ".join(f"`--cpu {level}`" for level in args.levels) + " |")
    print("|---|---|" + "---|" * len(args.levels))
    with tempfile.TemporaryDirectory() as folder:
        for rows, share, write in cases:
            print(f"| {rows} | {share:g} | " + " | ".join(measure(args, Path(folder), level, write) for level in args.levels) + " |", flush=True)


if __name__ == "__main__":
    main()
