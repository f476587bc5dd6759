# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints one module with the documented example of every op, a function each.

Values that an example only uses become arguments of its function. Fails if an op has no example.
"""
import json
import re
import subprocess
import sys

TYPE = r"tensor<[^<>]*>"

# What stands outside of functions, and what examples refer to.
DECLARATIONS = """
weft.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  weft.return %x : tensor<4xf32>
}
weft.func @kernel(%x: tensor<4xf32>, %w: tensor<4xf32>) -> tensor<4xf32> {
  %y = weft.add %x, %w : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  weft.return %y : tensor<4xf32>
}
"""
OF_THE_MODULE = {"func", "parameter"}
# Their examples are parts of other ops.
TERMINATORS = {"return", "yield"}


def read_ops(source):
    """Name and example of every op of the dialect."""
    command = ["llvm-tblgen", "--dump-json", f"-I{source}", "-I/usr/lib/llvm-22/include", f"{source}/dialects/Weft/WeftOps.td"]
    records = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    for name in records["!instanceof"]["Weft_Op"]:
        record = records[name]
        example = re.search(r"```mlir\n(.*?)```", record["description"] or "", re.S)
        if not example:
            sys.exit(f"weft.{record['opName']} has no example in its description")
        yield record["opName"], example.group(1).strip()


def infer_arguments(example):
    """Names and types of the values that the example uses and does not define."""
    types = {}
    for names, listed in re.findall(rf"((?:%\w+,\s*)*%\w+)\s*:\s*({TYPE}(?:,\s*{TYPE})*)", example):
        types.update(zip(re.findall(r"%\w+", names), re.findall(TYPE, listed)))
    functional = re.search(rf":\s*\(({TYPE}(?:,\s*{TYPE})*)\)\s*->", example)
    if functional:
        operands = re.findall(r"%\w+", example[example.index("=") : functional.start()])
        for name, type in zip(operands, re.findall(TYPE, functional.group(1))):
            types.setdefault(name, type)
    defined = set()
    for results in re.findall(r"^\s*((?:%\w+,?\s*)+)=", example, re.M):
        defined.update(re.findall(r"%\w+", results))
    for block in re.findall(r"\^bb\d+\((.*?)\)", example):
        defined.update(re.findall(r"%\w+", block))
    used = dict.fromkeys(re.findall(r"%\w+", example))
    return [(name, types[name]) for name in used if name not in defined]


def main():
    print(DECLARATIONS)
    for name, example in read_ops(sys.argv[1]):
        if name in TERMINATORS:
            continue
        if name in OF_THE_MODULE:
            print(example)
            continue
        arguments = ", ".join(f"{value}: {type}" for value, type in infer_arguments(example))
        print(f"weft.func @{name}.example({arguments}) {{\n{example}\n  weft.return\n}}")


main()
