# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs ONNX's own node tests through the importer and the interpreter.

A case may fail for an op or element type that the importer says it does not support, and for the reasons below. All else is a fault,
and so is an op in the importer's sources that no case passes with.

usage: conformance.py WEFT_ONNX_CONFORMANCE DIR SOURCES
"""
import glob
import os
import re
import shutil
import subprocess
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper

from node_cases import collect_cases, make_case

program, folder, sources = sys.argv[1:]

# What the importer may say that it does not do.
UNSUPPORTED = [
    "unsupported op", r"element type \w+ ?(is not supported|, which)", r"element type \w+, which is not supported", "fewer than 8 bits",
    "not a tensor; sequences", "opset [0-6] of ONNX", "the indices of a max pool", "Scan of opset 8", "coordinates 'tf_crop_and_resize'",
    "coupled input and forget gates", "activation '.*' is not supported", "quantization to floats",
]
# Where our meaning is another one, and why.
DIFFERENT = {
    "test_bitcast_bool_to_uint8": "weft.bitcast is between numbers",
    "test_dynamicquantizelinear": "x / scale is not rounded before it is rounded to an integer; one step is within tolerance",
    "test_dynamicquantizelinear_expanded": "the same",
    "test_training_dropout": "a weft.dropout is its operand until the training pipeline gives it random numbers",
    "test_training_dropout_mask": "the same",
    "test_training_dropout_default": "the same",
    "test_training_dropout_default_mask": "the same",
    "test_resize_downsample_scales_cubic_align_corners": "sizes are integers, as ONNX Runtime has them",
    "test_resize_downsample_scales_linear_align_corners": "sizes are integers, as ONNX Runtime has them",
    "test_attention_4d_causal_bf16_expanded": "bf16 is rounded after each op, the expected value less often",
}


def own_case(name, nodes, inputs, output):
    """A case that ONNX has none for, of nodes that make "y"."""
    infos = [helper.make_tensor_value_info(each, helper.np_dtype_to_tensor_dtype(value.dtype), value.shape) for each, value in inputs.items()]
    graph = helper.make_graph(nodes, "g", infos, [helper.make_tensor_value_info("y", TensorProto.FLOAT, output.shape)])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 22)], ir_version=9)
    return make_case("own_" + name, model, inputs.values(), [output])


def branch(nodes, output):
    return helper.make_graph(nodes, "branch", [], [helper.make_empty_tensor_value_info(output)])


x = np.random.default_rng(0).standard_normal((2, 3, 4, 5)).astype(np.float32)
node = helper.make_node
inner_if = node("If", ["c"], ["r"], then_branch=branch([node("Add", ["x", "w"], ["a"])], "a"), else_branch=branch([node("Neg", ["w"], ["b"])], "b"))
outer_if = node("If", ["d"], ["y"], then_branch=branch([inner_if], "r"), else_branch=branch([node("Abs", ["x"], ["z"])], "z"))
OWN_CASES = [own_case("global_lp_pool", [node("GlobalLpPool", ["x"], ["y"], p=3)], {"x": x}, (np.abs(x) ** 3).sum((2, 3), keepdims=True) ** (1 / 3))]
for c, d, y in ((True, True, x + np.floor(x)), (False, True, -np.floor(x)), (True, False, np.abs(x))):
    OWN_CASES.append(own_case(f"branch_in_branch_{c}_{d}", [node("Floor", ["x"], ["w"]), outer_if], {"x": x, "c": np.array(c), "d": np.array(d)}, y))

shutil.rmtree(folder, ignore_errors=True)
paths, ops = [], {}
for case in [*collect_cases(), *OWN_CASES]:
    path = f"{folder}/{case.name}"
    os.makedirs(path)
    for kind, values in (("input", case.inputs), ("output", case.outputs)):
        for i, tensor in enumerate(values):
            with open(f"{path}/{kind}_{i}.pb", "wb") as file:
                file.write(tensor.SerializeToString())
    onnx.save(case.model, path + "/model.onnx")
    onnx.save(case.constant_model, path + "/model_const.onnx")
    paths.append(path)
    ops[case.name] = {node.op_type for node in case.model.graph.node}

passed, unsupported, wrong, accepted = 0, 0, [], set()
for start in range(0, len(paths), 50):
    run = subprocess.run([program, *paths[start:start + 50]], capture_output=True, text=True, errors="replace", timeout=600)
    results = re.split(r"^(?=(?:PASS|FAIL) )", run.stdout, flags=re.M)[1:]
    if len(results) != len(paths[start:start + 50]):
        wrong.append(f"the program ended after {len(results)} of {paths[start:start + 50]}: {run.stderr[-2000:]}")
    for result in results:
        name = result.split(maxsplit=1)[1].split(":")[0].strip()
        if result.startswith("PASS"):
            passed += 1
            accepted |= ops[name]
        elif name in DIFFERENT or any(re.search(reason, result) for reason in UNSUPPORTED):
            unsupported += 1
        else:
            wrong.append(result.strip())
known = {op for path in glob.glob(sources + "/*.cpp") for op in re.findall(r'table\.add\("(\w+)"', open(path).read())}
print("ops that no case passes with:", *sorted(known - accepted) or ["none"])
print("\n".join(wrong))
print(f"{passed} of ONNX's node tests pass, {unsupported} are not supported, {len(wrong)} are wrong")
sys.exit(bool(wrong) or passed < 1535 or not known <= accepted)
