# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Differences of quantized models in steps of an output's scale, and pieces of such models."""
import numpy as np


def find_step(model, output, values):
    """The scale of the DequantizeLinear that makes `output` of the ONNX `model`; where another op does, a 255th of the range of `values`."""
    from onnx import numpy_helper
    scales = {each.name: each for each in model.graph.initializer}
    for node in model.graph.node:
        if output in node.output and node.op_type == "DequantizeLinear" and node.input[1] in scales:
            return float(numpy_helper.to_array(scales[node.input[1]]).max())
    return max(float(np.ptp(values)) / 255, 1e-30)


def in_steps(found, expected, step):
    """(mean, largest) absolute difference in steps; a shape or a number that is not there is infinitely far off."""
    if found.shape != expected.shape or not np.array_equal(np.isfinite(found), np.isfinite(expected)):
        return float("inf"), float("inf")
    off = np.abs(found.astype(np.float64) - expected.astype(np.float64)) / step
    return (float(off.mean()), float(off.max())) if off.size else (0.0, 0.0)


def cut_behind(model, output):
    """The part of the ONNX `model` that computes the value `output` of ui8, which becomes its only result."""
    import onnx
    part = onnx.ModelProto()
    part.CopyFrom(model)
    needed, nodes = {output}, []
    for node in reversed(model.graph.node):
        if needed.intersection(node.output):
            nodes.insert(0, node)
            needed.update(node.input)
    del part.graph.node[:], part.graph.output[:], part.graph.value_info[:], part.graph.initializer[:]
    part.graph.node.extend(nodes)
    part.graph.initializer.extend(each for each in model.graph.initializer if each.name in needed)
    part.graph.output.append(onnx.helper.make_tensor_value_info(output, onnx.TensorProto.UINT8, None))
    return part
