# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Three layers, of which bytes ruin the second one's input: one channel is 100 times as large as the others, and its weights as small.

  make DIR           writes DIR/model.onnx, classes.onnx with a softmax behind it, x.npy to calibrate on, other.npy and one.npy
  ranked DIR JSON    checks that costs are what NumPy finds for each layer alone, and that `second` alone reads 16 bits
  kept DIR A B       checks that the outputs in DIR/B are much nearer to floats than those in DIR/A, and that both are what NumPy finds for integers
"""
import json, sys
from pathlib import Path

import numpy as np

WIDTH, NAMES = 32, ("first", "second", "third")


def make_weights():
    rng = np.random.default_rng(1)
    weights = {name: (rng.standard_normal((WIDTH, WIDTH)) * (2 / WIDTH)**0.5).astype(np.float32) for name in NAMES}
    weights["first"][:, 5] *= 100
    weights["second"][5] /= 100
    return weights


def round_activation(x, seen):
    """To bytes by the range that was seen, zero in it."""
    low, high = min(seen.min(), 0), max(seen.max(), 0)
    scale = (high - low) / 255
    zero = np.rint(-low / scale)
    return (np.clip(np.rint(x / scale) + zero, 0, 255) - zero) * scale


def round_twice(x, seen):
    """To bytes, and what they leave to bytes of a step 255 times as fine."""
    high = round_activation(x, seen)
    step = (max(seen.max(), 0) - min(seen.min(), 0)) / 255**2
    return high + (np.clip(np.rint((x - high) / step) + 128, 0, 255) - 128) * step


def round_weights(w):
    scales = np.abs(w).max(0) / 127
    return np.rint(w / scales) * scales


def run(weights, x, seen=None, rounded=(), wide=()):
    """The outputs, with some layers on integers, some of these of 16 bits; `seen` are the inputs of each in floats."""
    inputs = []
    for name in NAMES:
        if inputs:
            x = np.maximum(x, 0)
        inputs.append(x)
        w = weights[name]
        if name in rounded:
            x, w = (round_twice if name in wide else round_activation)(x, seen[NAMES.index(name)]), round_weights(w)
        x = x @ w
    return x, inputs


def make(folder):
    import onnx
    from onnx import TensorProto, helper, numpy_helper
    folder.mkdir(parents=True, exist_ok=True)
    weights, rng = make_weights(), np.random.default_rng(2)
    value = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, WIDTH])
    nodes = [helper.make_node(op, read, [write]) for op, read, write in (
        ("MatMul", ["x", "first"], "a"), ("Relu", ["a"], "b"), ("MatMul", ["b", "second"], "c"), ("Relu", ["c"], "d"), ("MatMul", ["d", "third"], "y"), ("Softmax", ["y"], "p"))]
    for file, output, count in (("model", "y", 5), ("classes", "p", 6)):
        graph = helper.make_graph(nodes[:count], "m", [value("x")], [value(output)], [numpy_helper.from_array(w, name) for name, w in weights.items()])
        onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), folder / f"{file}.onnx")
    x = rng.standard_normal((96, WIDTH)).astype(np.float32)
    for file, part in (("x", x[:64]), ("other", x[64:]), ("one", x[64:65])):
        np.save(folder / f"{file}.npy", part)


def relative_error(found, expected):
    return ((found - expected)**2).sum() / (expected**2).sum()


def ranked(folder, file):
    facts, weights, x = json.loads(Path(file).read_text()), make_weights(), np.load(folder / "x.npy")
    first = x[:8]
    expected, seen = run(weights, first)[0], run(weights, x)[1]
    layers = {each["weights"][0]: each for each in facts["layers"]}
    costs = {name: relative_error(run(weights, first, seen, (name,))[0], expected) for name in NAMES}
    assert [each["weights"] for each in facts["layers"]] == [[name] for name in sorted(NAMES, key=costs.get, reverse=True)], (costs, layers)
    for name, cost in costs.items():
        assert abs(layers[name]["cost"] / cost - 1) < 0.02, (name, cost, layers[name])
        assert layers[name]["bits"] == (16 if name == "second" else 8), layers[name]
    assert costs["second"] > 10 * costs["first"], costs


def kept(folder, before, after):
    weights, one = make_weights(), np.load(folder / "one.npy")
    expected, seen = run(weights, one)[0], run(weights, np.load(folder / "x.npy"))[1]
    bad, good = (np.load(folder / each / "y.npy") for each in (before, after))
    assert relative_error(bad, expected) > 5 * relative_error(good, expected), (bad, good, expected)
    for found, wide in ((bad, ()), (good, ("second",))):
        # A value on the border of two codes may become either.
        simulated = run(weights, one, seen, NAMES, wide)[0]
        assert relative_error(found, simulated) < 1e-4, (found, simulated)


if __name__ == "__main__":
    command, folder, *rest = sys.argv[1:]
    {"make": make, "ranked": ranked, "kept": kept}[command](Path(folder), *rest)
