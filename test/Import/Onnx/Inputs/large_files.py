# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes models whose weights lie beyond 2 GB: in a file beside the model, and in the model itself. The files are sparse.

usage: large_files.py DIR
"""
import os
import shutil
import sys

import numpy as np
from onnx import TensorProto, helper

folder = sys.argv[1]
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)


def varint(n):
    out = b""
    while n > 127:
        out += bytes([n & 127 | 128])
        n >>= 7
    return out + bytes([n])


# y = x + w, where w lies 3 GiB into a file of data that two folders down the model shares.
OFFSET = 3 << 30
os.makedirs(folder + "/data")
with open(folder + "/data/weights.bin", "wb") as file:
    file.seek(OFFSET)
    file.write(np.arange(6, dtype=np.float32).tobytes())
weight = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[2, 3], data_location=TensorProto.EXTERNAL)
for key, text in (("location", "data/weights.bin"), ("offset", str(OFFSET)), ("length", "24")):
    weight.external_data.add(key=key, value=text)
x, y = (helper.make_tensor_value_info(name, TensorProto.FLOAT, [2, 3]) for name in "xy")
graph = helper.make_graph([helper.make_node("Add", ["x", "w"], ["y"])], "g", [x], [y], [weight])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
with open(folder + "/external.onnx", "wb") as file:
    file.write(model.SerializeToString())

# y = the last three of w, which are 540 million numbers in the model itself: no protobuf library reads or writes that.
COUNT = 540_000_000
node = helper.make_node("Slice", ["w", "starts", "ends"], ["y"]).SerializeToString()
parts = [helper.make_tensor("starts", TensorProto.INT64, [1], [COUNT - 3]).SerializeToString(), helper.make_tensor("ends", TensorProto.INT64, [1], [COUNT]).SerializeToString()]
output = helper.make_tensor_value_info("y", TensorProto.FLOAT, [3]).SerializeToString()
graph = b"\x0a" + varint(len(node)) + node + b"".join(b"\x2a" + varint(len(part)) + part for part in parts) + b"\x62" + varint(len(output)) + output
head = b"\x08" + varint(COUNT) + b"\x10\x01\x42\x01w\x4a" + varint(4 * COUNT)
graph += b"\x2a" + varint(len(head) + 4 * COUNT) + head
with open(folder + "/inside.onnx", "wb") as file:
    file.write(b"\x08\x09\x42\x02\x10\x11\x3a" + varint(len(graph) + 4 * COUNT) + graph)
    file.seek(4 * COUNT - 12, os.SEEK_CUR)
    file.write(np.float32([1, 2, 3]).tobytes())
