# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Kills `weft optimize` after some weights and runs it again: resume.py DIR WEFT"""

import os
import signal
import subprocess
import sys
import time

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

folder, weft = sys.argv[1:]
LAYERS, WIDTH = 60, 512
os.makedirs(folder)
model, output = os.path.join(folder, "model.onnx"), os.path.join(folder, "out.ir")
index = output + ".partial.index"
random = np.random.default_rng(0)
nodes = [helper.make_node("MatMul", [f"x{i}", f"w{i}"], [f"x{i + 1}"]) for i in range(LAYERS)]
weights = [numpy_helper.from_array(random.standard_normal((WIDTH, WIDTH), np.float32) / 20, f"w{i}") for i in range(LAYERS)]
graph = helper.make_graph(nodes, "g", [helper.make_tensor_value_info("x0", TensorProto.FLOAT, [1, WIDTH])],
                          [helper.make_tensor_value_info(f"x{LAYERS}", TensorProto.FLOAT, [1, WIDTH])], weights)
onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), model)


def command(path, *flags):
    return [weft, "optimize", model, "-o", path, "--precision", "int4", "--method", "search", "--verdict", "never", *flags]


def kill_after_some():
    """How many weights were complete."""
    process = subprocess.Popen(command(output), stdout=subprocess.DEVNULL)
    while process.poll() is None:
        lines = open(index).read().count("\n") if os.path.exists(index) else 0
        if lines >= 3:
            process.send_signal(signal.SIGKILL)
            break
        time.sleep(0.001)
    process.wait()
    assert process.returncode == -signal.SIGKILL, "it ended before it could be killed"
    assert os.path.exists(output + ".partial") and not os.path.exists(output)
    return lines


def run(path, *flags):
    done = subprocess.run(command(path, *flags), check=True, capture_output=True, text=True)
    assert not os.path.exists(path + ".partial") and not os.path.exists(path + ".partial.index")
    return done.stderr


def read(path):
    return open(path, "rb").read()


whole = os.path.join(folder, "whole.ir")
assert "were there" not in run(whole)
lines = kill_after_some()
said = run(output)
print(said)
number = int(said.split("note: ")[1].split()[0])
assert lines <= number <= LAYERS and "were there from a run that was stopped" in said
assert read(output) == read(whole), "the files differ"

# With other options nothing of it is used, nor is it part of the file.
os.remove(output)
kill_after_some()
assert "were there" not in run(output, "--group-size", "64")
run(whole, "--group-size", "64")
assert read(output) == read(whole), "the files differ"
