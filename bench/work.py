# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The least work in a model: floating-point operations of its contractions, and bytes of its weights.

Counted from the ONNX file alone (2 operations a multiply-add of CONTRACTIONS), so that the physical limit of
a model does not depend on what any compiler makes of it.
"""
import os
from math import prod
import onnx
from onnx import numpy_helper, shape_inference

# silero-vad at 16 kHz hides its shapes behind control flow. One window takes, in multiply-adds: the transform of 4 frames,
# four convolutions, one LSTM step, one output.
VAD_FLOPS = 2 * (258 * 256 * 4 + 128 * 129 * 3 * 4 + 64 * 128 * 3 * 2 + 64 * 64 * 3 + 128 * 64 * 3 + 512 * 256 + 128)


CONTRACTIONS = ("Conv", "MatMul", "Gemm", "LSTM", "ConvInteger", "MatMulInteger")


def fix_dims(model, feed):
    """Gives the graph's inputs the shapes of the arrays that are fed."""
    for entry in model.graph.input:
        if entry.name in feed:
            del entry.type.tensor_type.shape.dim[:]
            for size in feed[entry.name].shape:
                entry.type.tensor_type.shape.dim.add().dim_value = size


def shapes_of(graph):
    """{value: shape} of what shape inference knows."""
    shapes = {tensor.name: tuple(tensor.dims) for tensor in graph.initializer}
    for value in [*graph.input, *graph.value_info, *graph.output]:
        dims = [d.dim_value for d in value.type.tensor_type.shape.dim]
        if value.type.tensor_type.HasField("shape"):
            shapes[value.name] = tuple(dims)
    for node in graph.node:
        if node.op_type == "Constant" and node.attribute and node.attribute[0].name == "value":
            shapes[node.output[0]] = numpy_helper.to_array(node.attribute[0].t).shape
    return shapes


def node_flops(node, shapes):
    """Operations of one node; 0 for those that do no contraction, None where a shape is unknown."""
    if node.op_type not in CONTRACTIONS:
        return 0
    first, second, result = (shapes.get(name) for name in (node.input[0], node.input[1], node.output[0]))
    if node.op_type == "LSTM":
        if not first or not second:
            return None
        directions, gates, width = second
        return 2 * first[0] * first[1] * directions * gates * (width + gates // 4)
    if result is None or 0 in result or not second:
        return None
    if node.op_type in ("Conv", "ConvInteger"):
        return 2 * prod(result) * prod(second[1:])
    transposed = any(a.name == "transB" and a.i for a in node.attribute)
    inner = second[-1] if transposed or len(second) == 1 else second[-2]
    return 2 * prod(result) * inner


def weight_bytes(graph):
    """Bytes of the constant tensors of a graph; those of its subgraphs too."""
    total = sum(numpy_helper.to_array(t).nbytes for t in graph.initializer)
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("t"):
                total += numpy_helper.to_array(attribute.t).nbytes
            if attribute.HasField("g"):
                total += weight_bytes(attribute.g)
    return total


def count(path, feed):
    """Returns (operations or None where a shape is unknown, bytes of weights) of the model at `path` on `feed`."""
    model = onnx.load(path)
    weights = weight_bytes(model.graph)
    if "silero" in os.path.basename(path):
        return VAD_FLOPS * (feed["input"].shape[0]), weights
    fix_dims(model, feed)
    graph = shape_inference.infer_shapes(model, data_prop=True).graph
    shapes = shapes_of(graph)
    flops = [node_flops(node, shapes) for node in graph.node]
    return (None if None in flops else sum(flops)), weights
