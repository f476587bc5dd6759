# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The form of a generated end-to-end test: types and numbers as MLIR writes them, and files of cases."""
import math
import pathlib
import re

import ml_dtypes
import numpy as np

FOLDER = pathlib.Path(__file__).parent
TYPES = {
    "i1": np.bool_, "i8": np.int8, "i16": np.int16, "i32": np.int32, "i64": np.int64,
    "ui8": np.uint8, "ui16": np.uint16, "ui32": np.uint32, "ui64": np.uint64,
    "f16": np.float16, "bf16": ml_dtypes.bfloat16, "f32": np.float32, "f64": np.float64,
}
NAMES = {np.dtype(v): k for k, v in TYPES.items()}
FLOATS = ["f16", "bf16", "f32", "f64"]
INTS = [name for name in TYPES if "i" in name and name != "i1"]
BITS = {"f16": np.uint16, "bf16": np.uint16, "f32": np.uint32, "f64": np.uint64}


def type_of(array, dynamic=False):
    sizes = "".join(("?" if dynamic else str(size)) + "x" for size in array.shape)
    return f"tensor<{sizes}{NAMES[array.dtype]}>"


def literal(value, name):
    if name == "i1":
        return "true" if value else "false"
    if name not in FLOATS:
        return str(int(value))
    if not math.isfinite(float(value)):
        return f"0x{int(np.asarray(value).view(BITS[name])):0{2 * value.dtype.itemsize}X}"
    text = repr(float(str(value))) if name == "f32" else repr(float(value))
    return text if "." in text else text.replace("e", ".0e")


def nested(array, name):
    if array.ndim == 0:
        return literal(array[()], name)
    return "[" + ", ".join(nested(each, name) for each in array) + "]"


def constant(array):
    array = np.asarray(array)
    body = "" if array.size == 0 else nested(array, NAMES[array.dtype])
    return f"weft.constant dense<{body}> : {type_of(array)}"


# Families whose tests the CPU passes without exception.
COMPILED = {"activation-products", "attention-caches", "attention-window", "constant", "contraction", "conversion", "convolution", "elementwise-binary", "elementwise-unary", "indexing", "integer-products",
            "quantization", "quantized-models", "quantized-tables", "quantized-tiles", "quantized-weights", "random", "recurrence", "recurrence-weights", "reduction", "resize", "shape"}


class File:
    """One .mlir file of cases."""

    def __init__(self, name, about):
        compiled = "// RUN: weft-e2e --executor=cpu %s\n// RUN: weft-e2e --executor=cpu --level=avx2 %s\n" if name in COMPILED else ""
        self.name, self.text, self.names = name, [f"// RUN: weft-e2e %s\n{compiled}//\n// {about} Made by generate.py.\n"], set()

    def constants(self, name, arrays):
        lines = [f"  %{i} = {constant(a)}" for i, a in enumerate(arrays)]
        types = ", ".join(type_of(np.asarray(a)) for a in arrays)
        values = ", ".join(f"%{i}" for i in range(len(arrays)))
        self.text.append(f"weft.func @{name}() -> ({types}) {{\n" + "\n".join(lines) + f"\n  weft.return {values} : {types}\n}}")

    def case(self, name, op, inputs, expected, consts=(), tolerance=None, dynamic=True, static_args=(), parameters=()):
        """`op` names arguments %a0, %a1.., constants of the body %c0, %c1.. and parameters %p0, %p1..; its types are appended."""
        assert name not in self.names, name
        self.names.add(name)
        inputs, expected, consts = ([np.asarray(x) for x in xs] for xs in (inputs, expected, consts))
        self.text += [f"weft.parameter @{name}_p{i} = {constant(x).removeprefix('weft.constant ')}" for i, x in enumerate(parameters)]
        for variant in ["", ".dynamic"] if dynamic else [""]:
            is_dynamic = bool(variant)
            types = {f"a{i}": type_of(x, is_dynamic and i not in static_args) for i, x in enumerate(inputs)}
            types.update({f"c{i}": type_of(x) for i, x in enumerate(consts)})
            types.update({f"p{i}": type_of(x) for i, x in enumerate(parameters)})
            results = ", ".join(type_of(x, is_dynamic) for x in expected)
            used = ", ".join(types[operand] for operand in re.findall(r"%([acp]\d+)", op))
            arguments = ", ".join(f"%a{i}: {types[f'a{i}']}" for i in range(len(inputs)))
            attributes = f" attributes {{weft.tolerance = {tolerance:.1e} : f64}}" if tolerance else ""
            values = ", ".join(f"%r{i}" for i in range(len(expected)))
            body = [f"  %c{i} = {constant(x)}" for i, x in enumerate(consts)]
            body += [f"  %p{i} = weft.get @{name}_p{i} : {type_of(x)}" for i, x in enumerate(parameters)]
            body.append(f"  {values} = {op} : ({used}) -> ({results})")
            body.append(f"  weft.return {values} : {results}")
            self.text.append(f"weft.func @test_{name}{variant}({arguments}) -> ({results}){attributes} {{\n" + "\n".join(body) + "\n}")
        if inputs:
            self.constants("inputs_" + name, inputs)
        self.constants("expected_" + name, expected)

    def program(self, name, lines, inputs, expected, parameters=()):
        """A test of several ops: `lines` are its body, which names arguments %a0.. and parameters %p0.., and gives %r."""
        assert name not in self.names, name
        self.names.add(name)
        self.text += [f"weft.parameter @{name}_p{i} = {constant(x).removeprefix('weft.constant ')}" for i, x in enumerate(parameters)]
        arguments = ", ".join(f"%a{i}: {type_of(x)}" for i, x in enumerate(inputs))
        body = [f"  %p{i} = weft.get @{name}_p{i} : {type_of(x)}" for i, x in enumerate(parameters)] + [f"  {line}" for line in lines]
        body.append(f"  weft.return %r : {type_of(expected)}")
        self.text.append(f"weft.func @test_{name}({arguments}) -> {type_of(expected)} {{\n" + "\n".join(body) + "\n}")
        self.constants("inputs_" + name, inputs)
        self.constants("expected_" + name, [expected])

    def write(self):
        (FOLDER / f"{self.name}.mlir").write_text("\n".join(self.text) + "\n")
        print(f"{self.name}.mlir: {len(self.names)} cases")


def scalar(value, dtype):
    return np.array(value, TYPES[dtype])


def read_constants(body):
    """The arrays of a function's constants, as `File.constants` writes them."""
    arrays = []
    for match in re.finditer(r"weft\.constant dense<(.*)> : tensor<([^>]*)>$", body, re.M):
        *sizes, name = match[2].split("x")
        numbers = []
        for text in re.findall(r"[^\[\],\s]+", match[1]):
            if text.startswith("0x"):
                numbers.append(np.array(int(text, 16), BITS[name]).view(TYPES[name])[()])
            else:
                numbers.append(text == "true" if name == "i1" else TYPES[name](float(text) if name in FLOATS else int(text)))
        arrays.append(np.array(numbers, TYPES[name]).reshape([int(size) for size in sizes]))
    return arrays


def read_cases(path):
    """{name: (module with the tested function alone, inputs, expected results)} of a file of cases; dynamic variants are cases of their own."""
    text = pathlib.Path(path).read_text()
    functions = {match[1]: match[0] for match in re.finditer(r"^weft\.func @([\w.]+)\(.*?^}", text, re.M | re.S)}
    parameters, cases = re.findall(r"^weft\.parameter.*$", text, re.M), {}
    for name, body in functions.items():
        kind, _, case = name.partition("_")
        base = case.removesuffix(".dynamic")
        if kind != "test" or not {f"inputs_{base}", f"expected_{base}"} <= functions.keys():
            continue
        used = set(re.findall(r"weft\.get @(\S+)", body))
        weights = [line for line in parameters if line.split()[1].removeprefix("@") in used]
        cases[case] = ("\n".join(["module {", *weights, body, "}"]), read_constants(functions[f"inputs_{base}"]),
                       read_constants(functions[f"expected_{base}"]))
    return cases
