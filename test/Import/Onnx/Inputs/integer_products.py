# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes small models of ONNX's integer products into a folder.

usage: integer_products.py FOLDER
"""
import sys
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(0)


def write(name, nodes, input_type, shape, outputs, **tensors):
    graph = helper.make_graph(nodes, name, [helper.make_tensor_value_info("x", input_type, shape)],
                              [helper.make_tensor_value_info(each, type, None) for each, type in outputs.items()],
                              [numpy_helper.from_array(np.asarray(value), key) for key, value in tensors.items()])
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), folder / f"{name}.onnx")


matrix = random.integers(-128, 128, (32, 16)).astype(np.int8)
filters = random.integers(-128, 128, (8, 4, 3, 3)).astype(np.int8)
scale, none = np.float32(0.0625), np.int8(0)

write("dynamic", [helper.make_node("DynamicQuantizeLinear", ["x"], ["q", "s", "z"]),
                  helper.make_node("MatMulInteger", ["q", "w", "z", "wz"], ["p"]),
                  helper.make_node("Cast", ["p"], ["f"], to=TensorProto.FLOAT), helper.make_node("Mul", ["s", "ws"], ["t"]),
                  helper.make_node("Mul", ["f", "t"], ["y"])],
      TensorProto.FLOAT, [3, 32], {"y": TensorProto.FLOAT}, w=matrix, wz=none, ws=scale)
write("conv", [helper.make_node("ConvInteger", ["x", "w", "z", "wz"], ["y"], pads=[1, 1, 1, 1])],
      TensorProto.UINT8, [1, 4, 6, 6], {"y": TensorProto.INT32}, w=(filters.astype(np.int32) + 128).astype(np.uint8), z=np.uint8(7), wz=np.uint8(128))
write("qlinear", [helper.make_node("QLinearConv", ["x", "s", "z", "w", "ws", "wz", "ys", "yz", "b"], ["y"], pads=[1, 1, 1, 1])],
      TensorProto.UINT8, [1, 4, 6, 6], {"y": TensorProto.UINT8}, s=scale, z=np.uint8(0), w=filters, ws=random.uniform(0.01, 0.02, 8).astype(np.float32),
      wz=np.zeros(8, np.int8), ys=np.float32(0.5), yz=np.uint8(120), b=random.integers(-999, 999, 8).astype(np.int32))
write("shifted", [helper.make_node("MatMulInteger", ["x", "w", "z", "wz"], ["y"])],
      TensorProto.UINT8, [3, 32], {"y": TensorProto.INT32}, w=matrix, z=np.uint8(3), wz=np.int8(5))
