# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes a small model, and checks what `weft optimize` made of it by reading the file bit by bit.

  optimize.py make DIR                 model.onnx, ids.npy
  optimize.py check DIR FILE.ir TYPE GROUP
      every weight is codes of TYPE in groups of GROUP, no weight is further from its value than half a scale, and outputs of
      the interpreter (DIR/out/y.npy) are those of the weights that the file stands for
  optimize.py verdict DIR FILE.json
      the accuracy kept is the cosine of DIR/before/y.npy and DIR/after/y.npy
  optimize.py mixed DIR
      small.json and large.json keep 3,000 and 5,000 bytes, the larger is more accurate; cost.json and auto.json keep what was asked for
"""

import json
import os
import struct
import sys

import numpy as np

SHAPES = {"embed": (50, 70), "first": (70, 24), "second": (24, 33)}


def weights():
    random = np.random.default_rng(1)
    return {name: (random.standard_normal(shape) * 0.1).astype(np.float32) for name, shape in SHAPES.items()}


def make(folder):
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    os.makedirs(folder, exist_ok=True)
    nodes = [
        helper.make_node("Gather", ["embed", "ids"], ["rows"]),
        helper.make_node("MatMul", ["rows", "first"], ["hidden"]),
        helper.make_node("Tanh", ["hidden"], ["bent"]),
        helper.make_node("MatMul", ["bent", "second"], ["y"]),
    ]
    graph = helper.make_graph(
        nodes, "g",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 33])],
        [numpy_helper.from_array(value, name) for name, value in weights().items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, os.path.join(folder, "model.onnx"))
    np.save(os.path.join(folder, "ids.npy"), np.arange(50, dtype=np.int64)[::-1].copy())


def read_index(path):
    data = open(path, "rb").read()
    offset, size = struct.unpack("<QQ", data[-40:-24])
    return data, json.loads(data[offset:offset + size])


def read_weight(data, entry):
    raw = np.frombuffer(data[entry["offset"]:entry["offset"] + entry["size"]], np.uint8)
    dims, dtype = entry["dims"], entry["dtype"]
    if dtype == "f16":
        return raw.view(np.float16).reshape(dims).astype(np.float64)
    if dtype == "i8":
        return raw.view(np.int8).reshape(dims).astype(np.int64)
    bits, count = int(dtype[1:]), int(np.prod(dims))
    assert entry["size"] == (count * bits + 7) // 8
    stream = np.unpackbits(raw, bitorder="little")[:count * bits].reshape(count, bits).astype(np.int64)
    value = (stream << np.arange(bits)).sum(axis=1)
    return np.where(value >= 1 << (bits - 1), value - (1 << bits), value).reshape(dims)


def check(folder, path, dtype, group):
    data, index = read_index(path)
    entries = {entry["name"]: entry for entry in index["weights"]}
    stored = {}
    for name, value in weights().items():
        wanted = value if name == "embed" else value.T  # [outputs, inputs]
        codes, scales = entries[name + ".codes"], entries[name + ".scales"]
        assert codes["dtype"] == dtype and codes["dims"] == list(wanted.shape), codes
        width = wanted.shape[1]
        block = min(group, width) or width
        assert scales["dims"] == [wanted.shape[0], -(-width // block)], scales
        spread = np.repeat(read_weight(data, scales), block, axis=1)[:, :width]
        zeros = 0
        if name + ".zeros" in entries:
            zeros = np.repeat(read_weight(data, entries[name + ".zeros"]), block, axis=1)[:, :width]
        stored[name] = (read_weight(data, codes) - zeros) * spread
        worst = (np.abs(stored[name] - wanted) / np.abs(spread)).max()
        print(f"{name}: at most {worst:.3f} scales off")
        assert worst < 0.501 or "--clipped" in sys.argv
    ids = np.load(os.path.join(folder, "ids.npy"))
    expected = np.tanh(stored["embed"][ids] @ stored["first"].T) @ stored["second"].T
    found = np.load(os.path.join(folder, "out", "y.npy"))
    error = np.linalg.norm(found - expected) / np.linalg.norm(expected)
    print(f"outputs differ by {error:.1e}")
    assert error < 1e-5


def verdict(folder, path):
    before, after = (np.load(os.path.join(folder, side, "y.npy")).astype(np.float64).ravel() for side in ("before", "after"))
    cosine = before @ after / np.linalg.norm(before) / np.linalg.norm(after)
    facts = json.load(open(path))["verdict"]
    print(f"cosine {cosine}, found {facts['accuracy_kept']}")
    assert abs(facts["accuracy_kept"] - cosine) < 1e-4
    assert facts["memory_after"]["weight_bytes"] < facts["memory_before"]["weight_bytes"]
    assert facts["latency"]["call"]["pairs"] >= 1


def mixed(folder):
    facts = {name: json.load(open(os.path.join(folder, name + ".json"))) for name in ("small", "large", "cost", "auto")}
    kept = {name: each["verdict"]["accuracy_kept"] for name, each in facts.items()}
    size = {name: each["bytes_after"] for name, each in facts.items()}
    print(kept, size)
    assert size["small"] <= 3000 < size["large"] <= 5000
    assert kept["small"] < kept["large"]
    assert kept["auto"] >= 0.9999 and kept["cost"] > 0.9999
    # Some weights are worth more than others.
    assert len({(weight["type"], weight["group"]) for weight in facts["small"]["weights"]}) > 1


if sys.argv[1] == "make":
    make(sys.argv[2])
elif sys.argv[1] == "verdict":
    verdict(*sys.argv[2:])
elif sys.argv[1] == "mixed":
    mixed(sys.argv[2])
else:
    check(sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]))
