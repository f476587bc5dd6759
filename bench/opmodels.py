# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Each operator of bench/ops.json as a small ONNX model, and its inputs.

Images are channels last at the model's border, as inside of a compiled model: the transposes around a node cancel those that
the importer puts there. Weights are constants of the model, so that they are packed when it is compiled.
"""
import attention


def model(op):
    """Returns (model, {input: shape})."""
    import numpy as np
    from onnx import TensorProto, helper, numpy_helper, shape_inference
    random = np.random.default_rng(0)
    weights = []

    def weight(name, *shape):
        weights.append(numpy_helper.from_array((random.standard_normal(shape) / max(1, shape[-1]) ** 0.5).astype(np.float32), name))
        return name

    if op["op"] == "attention":
        made = attention.model(op["length"], op["heads"], op["width"])
        return made, {name: (1, op["heads"], op["length"], op["width"]) for name in "qkv"}
    shapes, nodes = nodes_of(op, weight, helper.make_node)
    graph = helper.make_graph(nodes, "operator", [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()],
                              [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)], weights)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    return shape_inference.infer_shapes(made), shapes


def nodes_of(op, weight, node):
    """({input: shape}, nodes) of an operator that writes y."""
    kind = op["op"]
    if kind in ("conv", "max_pool", "mean"):
        return {"x": op["x"]}, [node("Transpose", ["x"], ["planes"], perm=[0, 3, 1, 2]), image_node(op, weight, node),
                                node("Transpose", ["result"], ["y"], perm=[0, 2, 3, 1])]
    if kind == "matmul":
        return {"x": [op["m"], op["k"]]}, [node("Gemm", ["x", weight("w", op["k"], op["n"]), weight("b", op["n"])], ["y"])]
    if kind == "batch_matmul":
        return ({"x": [op["batch"], op["m"], op["k"]], "w": [op["batch"], op["k"], op["n"]]}, [node("MatMul", ["x", "w"], ["y"])])
    if kind == "add":
        return {"x": op["shape"], "w": op["shape"]}, [node("Add", ["x", "w"], ["y"])]
    last = op["shape"][-1]
    return {"x": op["shape"]}, [{
        "softmax": lambda: node("Softmax", ["x"], ["y"], axis=-1),
        "layer_norm": lambda: node("LayerNormalization", ["x", weight("scale", last), weight("offset", last)], ["y"], axis=-1),
        "gelu": lambda: node("Gelu", ["x"], ["y"]),
        "transpose": lambda: node("Transpose", ["x"], ["y"], perm=op["permutation"]),
    }[kind]()]


def image_node(op, weight, node):
    if op["op"] == "mean":
        return node("GlobalAveragePool", ["planes"], ["result"])
    window = {"strides": [op["stride"]] * 2, "pads": [op["pad"]] * 4, "kernel_shape": [op["kernel"]] * 2}
    if op["op"] == "max_pool":
        return node("MaxPool", ["planes"], ["result"], **window)
    filters = weight("w", op["filters"], op["x"][3] // op["groups"], op["kernel"], op["kernel"])
    return node("Conv", ["planes", filters, weight("b", op["filters"])], ["result"], group=op["groups"], **window)
