# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes malformed ONNX files and checks that each gets one clear message and exit status 1, within time and memory.

usage: bad_files.py IMPORTER DIR
"""
import os
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from refusals import Refusals

importer, folder = sys.argv[1:]
refusals = Refusals(folder)
case = refusals.case


def value(name, shape=(2, 3), type=TensorProto.FLOAT):
    return helper.make_tensor_value_info(name, type, shape)


def model(nodes, inputs=None, outputs=None, initializers=(), opset=17, functions=(), infos=()):
    graph = helper.make_graph(nodes, "g", inputs or [value("x")], outputs or [value("y", None)], initializers, value_info=infos)
    opsets = [helper.make_opsetid("", opset), helper.make_opsetid("f", 1)] if opset else []
    return helper.make_model(graph, opset_imports=opsets, ir_version=9, functions=functions)


def field(number, data):
    def varint(n):
        out = b""
        while n > 127:
            out += bytes([n & 127 | 128])
            n >>= 7
        return out + bytes([n])
    return varint(number << 3 | 2) + varint(len(data)) + data


node = helper.make_node
good = model([node("Add", ["x", "w"], ["y"], name="sum")], initializers=[numpy_helper.from_array(np.ones((2, 3), np.float32), "w")])
text = good.SerializeToString()

# Not a model.
case("no graph in its 0 bytes", b"")
case("not (a readable|an) ONNX model", b"hello, world\n" * 100)
case("not a readable ONNX model: byte", os.urandom(64).replace(b"\x08", b"\xff")[:0] + b"\xff" * 200)
for cut in (len(text) // 4, len(text) // 2, len(text) - 3):
    case(r"not a(n| readable) ONNX model", text[:cut])
case("opset 6 of ONNX, expected 7 to", model([node("Relu", ["x"], ["y"])], opset=6))
case("opset 99 of ONNX, expected 7 to", model([node("Relu", ["x"], ["y"])], opset=99))
case("imports no opset", model([node("Relu", ["x"], ["y"])], opset=None))

# What the wire format does not allow.
case("the message ends inside a number", b"\x08\xff")
case("a number of more than ten bytes", b"\x08" + b"\xff" * 11)
case("field number 0 .corrupted file.", b"\x02\x00")
case("unknown wire type 7 .corrupted file.", b"\x0f")
case("a list of 3 bytes, expected a multiple of 4",
     b"\x08\x09" + field(8, b"\x10\x11") + field(7, field(1, field(1, b"w") + field(2, b"y") + field(4, b"Relu")) +
                                                 field(5, b"\x08\x01\x10\x01" + field(4, b"abc") + field(8, b"w")) + field(12, field(1, b"y"))))
case("an attribute without a name", field(7, field(1, field(4, b"Relu") + field(5, b"\x18\x01"))))
case("node '.*' without an op type", field(7, field(1, field(3, b"n"))))

# Graphs that do not hang together.
case("the graph has no outputs", onnx.helper.make_model(helper.make_graph([node("Relu", ["x"], ["y"])], "g", [value("x")], []), ir_version=9))
sparse = model([node("Relu", ["x"], ["y"])])
sparse.graph.sparse_initializer.add().values.name = "s"
case("graph 'g' has sparse initializers, which are not supported", sparse)
case("value 'x' is there already, as an input or initializer",
     model([node("Relu", ["w"], ["x"], name="r"), node("Neg", ["x"], ["y"])], initializers=[good.graph.initializer[0]]))
case("input 'x' is there twice", model([node("Relu", ["x"], ["y"])], inputs=[value("x"), value("x")]))
case(r"node 'r' \(Twice\).* 2 operands, expected at most 1 as function 'Twice' has",
     model([node("Twice", ["x", "x"], ["y"], name="r", domain="f")], functions=[
         helper.make_function("f", "Twice", ["a"], ["b"], [node("Add", ["a", "a"], ["b"])], [helper.make_opsetid("", 17)])]))
case("the model does not import an opset of domain 'ai.onnx'",
     model([node("Bare", ["x"], ["y"], domain="f")], functions=[
         helper.make_function("f", "Bare", ["a"], ["b"], [node("Relu", ["a"], ["b"])], [helper.make_opsetid("f", 1)])]))
referring = model([node("Softmax", ["x"], ["y"], name="r")])
referring.graph.node[0].attribute.add(name="axis", type=onnx.AttributeProto.INT, ref_attr_name="a")
case("attribute 'axis' refers to 'a' of a function, but the node is in none", referring)
case(r"has a cycle: node '(a|b|c)' \(\w+\) needs node '(a|b|c)' \(\w+\) needs node '(a|b|c)'",
     model([node("Add", ["x", "u"], ["s"], name="a"), node("Relu", ["s"], ["t"], name="b"), node("Neg", ["t"], ["u"], name="c"),
            node("Identity", ["u"], ["y"])]))
case("node 'r' .* value 'nowhere' is not defined", model([node("Relu", ["nowhere"], ["y"], name="r")]))
case("output 'z' is not defined", model([node("Relu", ["x"], ["y"])], outputs=[value("z", None)]))
case("value 'y' is made a second time", model([node("Relu", ["x"], ["y"]), node("Neg", ["x"], ["y"])]))
case("initializer 'w' is there twice", model([node("Relu", ["x"], ["y"])], initializers=[good.graph.initializer[0]] * 2))
case("2 unsupported ops in the model:\n  Bogus, 2 nodes: node 'p' .*, node 'q' .*\n  my.domain.Odd, 1 node: node 'r'",
     model([node("Bogus", ["x"], ["a"], name="p"), node("Bogus", ["a"], ["b"], name="q"), node("Odd", ["b"], ["y"], name="r", domain="my.domain")]))

# Types and shapes.
case(r"node 'm' \(MatMul\): .*expected dimension 'k'", model([node("MatMul", ["x", "x"], ["y"], name="m")]))
case("states that 'y' is INT64", model([node("Relu", ["x"], ["y"], name="r")], outputs=[value("y", (2, 3), TensorProto.INT64)]))
case("states that 't' is FLOAT .2, 4., but it is tensor<2x3xf32>",
     model([node("Relu", ["x"], ["t"]), node("Neg", ["t"], ["y"])], infos=[value("t", (2, 4))]))
case("impossible dimension", model([node("Relu", ["x"], ["y"])], inputs=[value("x", (-5, 3))]))
case("impossible dimension", model([node("Relu", ["x"], ["y"])], inputs=[value("x", (1 << 40, 1 << 40))]))
case("its rank is not known", model([node("Relu", ["x"], ["y"])], inputs=[value("x", None)]))
case("attribute 'axis' has type INTS, expected INT", model([node("Concat", ["x", "x"], ["y"], axis=[1, 2])]))
case("attribute 'axis' is missing", model([node("Concat", ["x", "x"], ["y"])]))
case("axis 7, expected one of a tensor of rank 2", model([node("Softmax", ["x"], ["y"], axis=7)]))
case("operand 1 is missing", model([node("Add", ["x"], ["y"])]))
case(r"same element type", model([node("Cast", ["x"], ["i"], to=TensorProto.INT64), node("Add", ["x", "i"], ["y"])]))
case("one rank and element type are expected",
     model([node("ReduceSum", ["x"], ["s"], keepdims=0), node("Cast", ["s"], ["c"], to=TensorProto.BOOL),
            node("If", ["c"], ["y"],
                 then_branch=helper.make_graph([node("ReduceSum", ["x"], ["a"], keepdims=0)], "t", [], [value("a", None)]),
                 else_branch=helper.make_graph([node("Relu", ["x"], ["b"])], "e", [], [value("b", None)]))]))


# Tensors.
def with_tensor(change):
    changed = onnx.ModelProto()
    changed.CopyFrom(good)
    change(changed.graph.initializer[0])
    return changed


def set_dims(*dims):
    def change(tensor):
        del tensor.dims[:]
        tensor.dims.extend(dims)
    return with_tensor(change)


def external(**entries):
    def change(tensor):
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        for key, text in entries.items():
            tensor.external_data.add(key=key, value=str(text))
    return with_tensor(change)


case("tensor 'w': raw_data of 24 bytes, expected 28", set_dims(7))
case("tensor 'w': dimension -2, expected at least 0", set_dims(-2, 3))
case("tensor 'w': the dimensions .* make more than", set_dims(1 << 40, 1 << 40))
case("tensor 'w': 100 dimensions, expected at most", set_dims(*[1] * 100))
case("tensor 'w': element type STRING is not supported", with_tensor(lambda t: setattr(t, "data_type", TensorProto.STRING)))
case("tensor 'w': element type type 77 is not supported", with_tensor(lambda t: setattr(t, "data_type", 77)))
case("tensor 'w': 0 values, expected 6", with_tensor(lambda t: t.ClearField("raw_data")))
open(f"{folder}/models/short.bin", "wb").write(b"1234")
open(f"{folder}/outside.bin", "wb").write(bytes(24))
os.symlink("../outside.bin", f"{folder}/models/link.bin")
case("tensor 'w': external data 'gone.bin'.*No such file", external(location="gone.bin"))
case("tensor 'w': external data at 0 of 24 bytes, but 'short.bin' has only 4", external(location="short.bin"))
case("external data at 18446744073709551615", external(location="short.bin", offset=2**64 - 1))
case("external data of 9 bytes, expected 24", external(location="short.bin", length=9))
case("with offset 'many'", external(location="short.bin", offset="many"))
case("expected a path inside the model's folder", external(location="../outside.bin"))
case("expected a path inside the model's folder", external(location="/etc/passwd"))
case("leads to .*, outside the model's folder", external(location="link.bin"))
case("external data without a location", external(offset=0))


# Nesting and expansion.
graph = b""
for _ in range(10000):
    branch = field(1, b"then_branch") + field(6, graph) + b"\xa0\x01\x05"
    graph = field(1, field(4, b"If") + field(5, branch))
case("graphs are nested more than 128 deep", b"\x08\x09" + field(7, graph) + field(8, b"\x10\x11"))


def function(name, calls):
    nodes = [node(callee, ["a" if i == 0 else f"v{i - 1}"], [f"v{i}"], domain="f" if callee[0] == "f" else "") for i, callee in enumerate(calls)]
    return helper.make_function("f", name, ["a"], [f"v{len(calls) - 1}"], nodes, [helper.make_opsetid("", 17), helper.make_opsetid("f", 1)])


case("function 'f0' calls itself", model([node("f0", ["x"], ["y"], domain="f")], functions=[function("f0", ["f1"]), function("f1", ["f0"])]))
case("functions call each other more than 64 deep",
     model([node("f0", ["x"], ["y"], domain="f")], functions=[function(f"f{i}", [f"f{i + 1}"]) for i in range(70)] + [function("f70", ["Relu"])]))
case("expand to more than 1048576 nodes",
     model([node("f0", ["x"], ["y"], domain="f")],
           functions=[function(f"f{i}", [f"f{i + 1}"] * 2) for i in range(40)] + [function("f40", ["Relu"])]))


def growing_loop(depth):
    """A loop that makes its carried value longer, with another one inside: the body of each is imported twice, so the innermost 2^depth times."""
    if depth == 0:
        return []
    body = helper.make_graph(
        [*growing_loop(depth - 1), node("Concat", [f"v{depth}", f"v{depth}"], [f"u{depth}"], axis=0)], "b",
        [helper.make_tensor_value_info(f"n{depth}", TensorProto.INT64, []), helper.make_tensor_value_info(f"c{depth}", TensorProto.BOOL, []),
         helper.make_empty_tensor_value_info(f"v{depth}")],
        [helper.make_tensor_value_info(f"c{depth}", TensorProto.BOOL, []), helper.make_empty_tensor_value_info(f"u{depth}")])
    return [node("Loop", ["trips", "", "x"], [f"w{depth}"], body=body)]


case("expand to more than 1048576 nodes",
     model([*growing_loop(24), node("Identity", ["w24"], ["y"])], initializers=[numpy_helper.from_array(np.array(3), "trips")]))

sys.exit(refusals.count_failures(importer) != 0)
