# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the seeds of the importer's fuzzer: for each op of ONNX the smallest model of its node tests.

usage: seeds.py DIR
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../Import/Onnx/Inputs"))
from node_cases import collect_cases

folder = sys.argv[1]
smallest = {}
for case in collect_cases():
    data = case.constant_model.SerializeToString()
    for op in {node.op_type for node in case.model.graph.node}:
        if op not in smallest or len(data) < len(smallest[op]):
            smallest[op] = data
os.makedirs(folder, exist_ok=True)
for op, data in smallest.items():
    with open(f"{folder}/{op}.onnx", "wb") as file:
        file.write(data)
