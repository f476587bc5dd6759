# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints a file for weft-e2e: the simplified programs, and their originals as what is expected of them on random inputs.

usage: compare.py ORIGINAL SIMPLIFIED
"""
import random
import re
import sys

original = open(sys.argv[1]).read()
simplified = open(sys.argv[2]).read().strip()

# weft-opt prints the module around what we put beside other functions.
body = re.fullmatch(r"module \{\n(.*)\n\}", simplified, re.S)
print(body.group(1) if body else simplified)

# The original's symbols get other names.
renamed = re.sub(r"^//.*\n", "", original, flags=re.M)
for name in re.findall(r"weft\.parameter @(\w+)", original):
    renamed = re.sub(rf"@{name}\b", f"@original_{name}", renamed)
renamed = re.sub(r"weft\.func @test_(\w+)", r"weft.func private @original_test_\1", renamed)
print(renamed)


def constant(dims, element, numbers):
    if dims:
        return "[" + ", ".join(constant(dims[1:], element, numbers) for _ in range(dims[0])) + "]"
    return ("true" if numbers.random() < 0.6 else "false") if element == "i1" else repr(round(numbers.gauss(0, 1), 4))


for name, arguments, results in re.findall(r"weft\.func @test_(\w+)\((.*?)\) -> (.*) \{\n", original):
    numbers = random.Random(name)
    types = re.findall(r"tensor<[^>]*>", arguments)
    lines = []
    for i, type in enumerate(types):
        *dims, element = type[len("tensor<"):-1].split("x")
        lines.append(f"  %{i} = weft.constant dense<{constant([int(d) for d in dims], element, numbers)}> : {type}")
    values = ", ".join(f"%{i}" for i in range(len(types)))
    lines = "\n".join(lines)
    outer = results if results.startswith("(") else f"({results})"
    outputs = re.findall(r"tensor<[^>]*>", results)
    print(f"weft.func @inputs_{name}() -> ({', '.join(types)}) {{\n{lines}\n  weft.return {values} : {', '.join(types)}\n}}")
    returned = ", ".join(f"%r#{i}" for i in range(len(outputs))) if len(outputs) > 1 else "%r"
    print(f"weft.func @expected_{name}() -> {outer} {{\n{lines}\n"
          f"  %r{f':{len(outputs)}' if len(outputs) > 1 else ''} = weft.call @original_test_{name}({values}) : ({', '.join(types)}) -> {outer}\n"
          f"  weft.return {returned} : {', '.join(outputs)}\n}}")
