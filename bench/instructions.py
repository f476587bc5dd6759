#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Counts the instructions that `weft compile` executes on small models and holds them against bench/instructions.json.

Counts under callgrind do not depend on what else a machine does, so a compiler that became 10 % slower fails here, on any
machine. They depend on LLVM, whose version stands with the figures: with another version nothing is compared. The code is for
AVX2 whatever the host is, since valgrind shows programs an AVX2 processor, and one thread compiles it.

usage: instructions.py [--weft BINARY] [--renew]
--renew writes the counts of now: after a new LLVM, or with a change that is worth its cost; say why in the commit.
Exit status 1: a count is more than 10 % above its figure, or there is none to compare with.
"""
import argparse, json, os, re, shutil, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save, shape_inference

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "bench" / "instructions.json"
TOLERANCE = 0.1


class Graph:
    """A graph of one input x and one output y under construction."""

    def __init__(self, shape):
        self.shape, self.nodes, self.weights, self.random = shape, [], [], np.random.default_rng(0)

    def weight(self, *shape):
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(self.random.standard_normal(shape).astype(np.float32) * 0.05, name))
        return name

    def constant(self, value, dtype):
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.array(value, dtype), name))
        return name

    def add(self, op, *inputs, **attributes):
        name = f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, list(inputs), [name], **attributes))
        return name

    def model(self, result):
        self.nodes.append(helper.make_node("Identity", [result], ["y"]))
        graph = helper.make_graph(self.nodes, "graph", [helper.make_tensor_value_info("x", TensorProto.FLOAT, self.shape)],
                                  [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)], self.weights)
        return shape_inference.infer_shapes(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9))


def convolution():
    graph = Graph([1, 3, 32, 32])
    return graph.model(graph.add("Relu", graph.add("Conv", "x", graph.weight(16, 3, 3, 3), graph.weight(16), pads=[1, 1, 1, 1])))


def perceptron():
    graph = Graph([8, 64])
    hidden = graph.add("Relu", graph.add("Gemm", "x", graph.weight(64, 128), graph.weight(128)))
    return graph.model(graph.add("Softmax", graph.add("Gemm", hidden, graph.weight(128, 10), graph.weight(10)), axis=-1))


def transformer_block(tokens=16, width=64, heads=4):
    graph = Graph([tokens, width])
    norm = lambda value: graph.add("LayerNormalization", value, graph.weight(width), graph.weight(width), axis=-1)
    split = graph.constant([tokens, heads, width // heads], np.int64)
    normed = norm("x")
    project = lambda order: graph.add("Transpose", graph.add("Reshape", graph.add("MatMul", normed, graph.weight(width, width)), split), perm=order)
    scores = graph.add("MatMul", project([1, 0, 2]), project([1, 2, 0]))
    scaled = graph.add("Mul", scores, graph.constant((width // heads) ** -0.5, np.float32))
    mixed = graph.add("MatMul", graph.add("Softmax", scaled, axis=-1), project([1, 0, 2]))
    joined = graph.add("Reshape", graph.add("Transpose", mixed, perm=[1, 0, 2]), graph.constant([tokens, width], np.int64))
    first = graph.add("Add", "x", graph.add("MatMul", joined, graph.weight(width, width)))
    hidden = graph.add("Gelu", graph.add("MatMul", norm(first), graph.weight(width, 4 * width)))
    return graph.model(graph.add("Add", first, graph.add("MatMul", hidden, graph.weight(4 * width, width))))


MODELS = {"convolution": convolution, "perceptron": perceptron, "transformer_block": transformer_block}


def without_debug_info(weft, folder):
    """A copy of the binaries that valgrind can read: it knows clang's line tables only in part, and gives up on them."""
    for file in (weft, *(weft.parent.parent / "lib" / f"lib{name}.so" for name in ("WeftCompiler", "weft_runtime"))):
        target = folder / file.parent.name / file.name
        target.parent.mkdir(exist_ok=True)
        subprocess.run(["llvm-strip-22", "--strip-debug", file, "-o", target], check=True)
    return folder / "bin" / weft.name


def count(weft, folder, name):
    """Instructions that compiling a model takes, in millions."""
    model = folder / f"{name}.onnx"
    save(MODELS[name](), model)
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder / name}.callgrind", weft, "compile", model,
               "-o", folder / f"{name}.wm", "--cpu", "avx2"]
    processors = sorted(os.sched_getaffinity(0))
    processor = str(processors[list(MODELS).index(name) % len(processors)])
    done = subprocess.run(["taskset", "-c", processor, *map(str, command)], capture_output=True, text=True,
                          env={**os.environ, "LD_LIBRARY_PATH": str(folder / "lib"), "XDG_CACHE_HOME": str(folder / f"{name}.cache")})
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        raise RuntimeError(f"{name}: expected callgrind's count, found status {done.returncode}: {done.stderr.strip()[-400:]}")
    return round(int(found[1]) / 1e6, 1)


def compare(found, known):
    """Lines that say how each count stands to its figure, and whether all keep to the tolerance."""
    lines, kept = [], True
    for name, millions in found.items():
        figure = known.get(name)
        if figure is None:
            lines.append(f"{name}: {millions} million instructions, no figure to compare with: bench/instructions.py --renew writes it")
            kept = False
            continue
        change = millions / figure - 1
        inside = change <= TOLERANCE
        kept &= inside
        remedy = ""
        if not inside:
            remedy = (f", expected at most {TOLERANCE:+.0%}: make the compiler faster again, or renew the figures with "
                      "bench/instructions.py --renew and say why in the commit")
        elif change < -TOLERANCE:
            remedy = ": faster than the figure, which bench/instructions.py --renew makes the new one"
        lines.append(f"{name}: {millions} million instructions, {change:+.1%} of {figure}{remedy}")
    return lines, kept


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weft", default=ROOT / "build" / "bin" / "weft", type=Path)
    parser.add_argument("--renew", action="store_true")
    args = parser.parse_args()
    if missing := [tool for tool in ("valgrind", "llvm-strip-22", "taskset") if not shutil.which(tool)]:
        sys.exit(f"instructions.py: expected {', '.join(missing)} on PATH: cmake/install-packages installs what cmake/packages.txt lists")
    version = re.search(r"LLVM ([\d.]+)", subprocess.run([args.weft, "--version"], capture_output=True, text=True, check=True).stdout)[1]
    known = json.loads(FIGURES.read_text()) if FIGURES.exists() else {"llvm": version, "millions": {}}
    if known["llvm"] != version and not args.renew:
        sys.exit(f"instructions.py: {FIGURES.relative_to(ROOT)} holds counts with LLVM {known['llvm']}, this build has LLVM {version}, whose own "
                 "work is counted too: look at the change with the old LLVM first, then run bench/instructions.py --renew and commit the file")
    with tempfile.TemporaryDirectory(prefix="weft-instructions-") as folder, ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        weft = without_debug_info(args.weft.resolve(), Path(folder))
        try:
            found = dict(zip(MODELS, pool.map(lambda name: count(weft, Path(folder), name), MODELS)))
        except RuntimeError as reason:
            sys.exit(f"instructions.py: {reason}")
    if args.renew:
        FIGURES.write_text(json.dumps({"llvm": version, "millions": found}, indent=1) + "\n")
        known["millions"] = found
    lines, kept = compare(found, known["millions"])
    print("\n".join(lines))
    sys.exit(not kept)


if __name__ == "__main__":
    main()
