# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""softmax(Q Kᵀ / √d) V as an ONNX graph, as exporters write it: 12 heads of 64, the ones of BERT-base, any length."""
HEADS, WIDTH = 12, 64


def model(length, heads=HEADS, width=WIDTH):
    import numpy as np
    from onnx import TensorProto, helper, numpy_helper
    shape = [1, heads, length, width]
    nodes = [helper.make_node("Transpose", ["k"], ["kt"], perm=[0, 1, 3, 2]),
             helper.make_node("MatMul", ["q", "kt"], ["raw"]),
             helper.make_node("Mul", ["raw", "scale"], ["scores"]),
             helper.make_node("Softmax", ["scores"], ["weights"], axis=-1),
             helper.make_node("MatMul", ["weights", "v"], ["y"])]
    value = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    scale = numpy_helper.from_array(np.array(width ** -0.5, np.float32), "scale")
    graph = helper.make_graph(nodes, "attention", [value(name) for name in "qkv"], [value("y")], [scale])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)


def outputs_in_float64(feed):
    """What the graph means, head by head, so that the longest takes half a GiB."""
    import numpy as np
    q, k, v = (feed[name].astype(np.float64) for name in "qkv")
    y = np.empty_like(q)
    for head in range(q.shape[1]):
        scores = q[0, head] @ k[0, head].T * q.shape[-1] ** -0.5
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        y[0, head] = scores @ v[0, head] / scores.sum(-1, keepdims=True)
    return [y]
