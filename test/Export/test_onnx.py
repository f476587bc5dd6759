# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""weft export to ONNX: ONNX Runtime gives what the interpreter gives for the optimized module; refusals."""
import os, subprocess, tempfile, unittest
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

ROOT = Path(__file__).resolve().parent.parent.parent
WEFT = Path(os.environ.get("WEFT_BUILD") or ROOT / "build") / "bin" / "weft"
# A table, matrices that are read from either side, one of them as large both ways.
SHAPES = {"embed": (50, 72), "first": (72, 24), "second": (33, 24), "square": (33, 33)}
SETTINGS = (("int8", 32), ("int8", "channel"), ("int6", 24), ("int4", 16, "--asymmetric"), ("int4", 40), ("bf16",), ("f16",))


def call(*arguments, status=0):
    done = subprocess.run([WEFT, *map(str, arguments)], capture_output=True, text=True, errors="replace", timeout=100)
    if done.returncode != status:
        raise AssertionError(f"weft {' '.join(map(str, arguments))}: status {done.returncode}: {done.stderr}")
    return done.stderr


def write_model(path, weights, opset=17, listed=False, external=False):
    nodes = [helper.make_node("Gather", ["embed", "ids"], ["rows"]), helper.make_node("MatMul", ["rows", "first"], ["a"]),
             helper.make_node("Tanh", ["a"], ["b"]), helper.make_node("Gemm", ["b", "second"], ["c"], transB=1),
             helper.make_node("Tanh", ["c"], ["d"]), helper.make_node("MatMul", ["d", "square"], ["y"])]
    tensors = [numpy_helper.from_array(value, name) for name, value in weights.items()]
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"])]
    inputs += [helper.make_tensor_value_info(tensor.name, TensorProto.FLOAT, tensor.dims) for tensor in tensors if listed]
    graph = helper.make_graph(nodes, "g", inputs, [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 33])], tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    onnx.save(model, path, save_as_external_data=external, size_threshold=0, location="data")


class ExportOnnx(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        rng = np.random.default_rng(2)
        cls.weights = {name: (rng.standard_normal(shape) * 0.3).astype(np.float32) for name, shape in SHAPES.items()}
        cls.model, cls.ids = cls.folder / "model.onnx", np.arange(50)[::-1].copy()
        write_model(cls.model, cls.weights)
        np.save(cls.folder / "ids.npy", cls.ids)

    def run_onnx(self, path):
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        return session.run(None, {"ids": self.ids})[0]

    def optimize(self, precision, group=None, *flags):
        out = self.folder / "out.ir"
        integers = ["--group-size", group, "--activations", "f32", "--method", "rtn"] if group else []
        call("optimize", self.model, "-o", out, "--precision", precision, "--verdict", "never", *integers, *flags)
        return out

    def test_same_answers(self):
        source, out = self.run_onnx(self.model), self.folder / "out.onnx"
        for setting in SETTINGS:
            with self.subTest(setting):
                ir = self.optimize(*setting)
                call("run", ir, "--interpret", "--input", f"ids={self.folder / 'ids.npy'}", "--output-dir", self.folder)
                call("export", ir, "-o", out, "--source", self.model)
                onnx.checker.check_model(onnx.load(out), full_check=True)
                found, wanted = self.run_onnx(out), np.load(self.folder / "y.npy")
                self.assertLess(np.linalg.norm(found - wanted), 1e-5 * np.linalg.norm(wanted))
                self.assertGreater(np.linalg.norm(found - source), 1e-5 * np.linalg.norm(wanted))
                kinds = {tensor.data_type for tensor in onnx.load(out).graph.initializer if tensor.name.endswith((".codes", ".stored"))}
                self.assertEqual(kinds, {{"bf16": TensorProto.BFLOAT16, "f16": TensorProto.FLOAT16}.get(setting[0], TensorProto.INT8)})
                self.assertLess(out.stat().st_size, (0.56 if len(setting) == 1 else 0.7) * self.model.stat().st_size)

    def test_initializers_among_inputs(self):
        listed, out = self.folder / "listed.onnx", self.folder / "out.onnx"
        write_model(listed, self.weights, listed=True)
        ir = self.optimize("int8", 32)
        call("export", ir, "-o", out, "--source", listed)
        self.assertEqual([value.name for value in onnx.load(out).graph.input], ["ids"])
        call("export", ir, "-o", self.folder / "same.onnx", "--source", self.model)
        np.testing.assert_array_equal(self.run_onnx(out), self.run_onnx(self.folder / "same.onnx"))

    def test_refused(self):
        ir, out, other = self.optimize("int8", 32), self.folder / "x.onnx", self.folder / "other.onnx"
        self.assertIn("--source is for ONNX, found the format gguf", call("export", ir, "-o", "x.gguf", "--source", self.model, status=2))
        self.assertIn("--type is for GGUF and safetensors", call("export", ir, "-o", out, "--source", self.model, "--type", "f16", status=2))
        refuse = lambda text, source: self.assertIn(text, call("export", ir, "-o", out, "--source", source, status=1))
        refuse("cannot open", self.folder / "none.onnx")
        changed = lambda **more: {**self.weights, **more}
        for text, weights, options in (
                ("expected opset 13 or newer, found 12", self.weights, {"opset": 12}),
                ("lies in another file", self.weights, {"external": True}),
                ("is far from the module's weight", changed(square=-self.weights["square"]), {}),
                ("it is of another model", changed(first=self.weights["first"][:, :9].copy()), {}),
                ("expected an initializer 'square'", {name: value for name, value in self.weights.items() if name != "square"}, {})):
            with self.subTest(text):
                write_model(other, weights, **options)
                refuse(text, other)
        whole = self.model.read_bytes()
        for size in (0, 10, len(whole) // 2, len(whole) - 3):
            with self.subTest(size):
                other.write_bytes(whole[:size])
                refuse("other.onnx", other)
        self.assertFalse(out.exists())

    def test_changed_programs(self):
        """A module that is more than the source with other values of weights."""
        network, ir, out = self.folder / "network.onnx", self.folder / "network.ir", self.folder / "changed.onnx"
        rng = np.random.default_rng(4)
        tensors = [numpy_helper.from_array(rng.standard_normal(shape).astype(np.float32), name) for name, shape in (("w", (32, 64)), ("v", (64, 24)))]
        nodes = [helper.make_node("MatMul", ["x", "w"], ["h"]), helper.make_node("Relu", ["h"], ["r"]), helper.make_node("MatMul", ["r", "v"], ["y"])]
        value = lambda name, width: helper.make_tensor_value_info(name, TensorProto.FLOAT, [4, width])
        graph = helper.make_graph(nodes, "g", [value("x", 32)], [value("y", 24)], tensors)
        onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), network)
        for flags in (("--activations", "int8", "--calibrate", "random"), ("--activations", "dynamic-int8"),
                      ("--prune-channels", "0.5", "--precision", "same")):
            with self.subTest(flags):
                call("optimize", network, "-o", ir, "--verdict", "never", *flags)
                self.assertIn("only values of weights are exported", call("export", ir, "-o", out, "--source", network, status=1))
        module = self.folder / "module.mlir"
        for text, parameter in (
                ("expected the module to have the weight 'embed', found none", ""),
                ("found 'square.smooth': only values", '@square.smooth = dense<1.0> : tensor<33x33xf32> {source = "square"}'),
                ("weight 'other': expected floats of an initializer's shape", "@other = dense<1.0> : tensor<33x33xf32>"),
                ("found another tensor<33x32xf32>", "@square = dense<1.0> : tensor<33x32xf32>"),
                ("found another tensor<33x33xi8>", "@square = dense<1> : tensor<33x33xi8>"),
                ("found weights of 10000000000 bytes", "@square : tensor<50000x50000xf32>")):
            with self.subTest(text):
                module.write_text("module {" + (f"weft.parameter {parameter}" if parameter else "") + "}")
                self.assertIn(text, call("export", module, "-o", out, "--source", self.model, status=1))
        self.assertFalse(out.exists())

    def test_values_that_stay(self):
        """Tables of integers and constants of nodes are those of the source."""
        network, ir, out = self.folder / "table.onnx", self.folder / "table.ir", self.folder / "stays.onnx"
        rng = np.random.default_rng(6)
        weights = {"table": rng.integers(0, 50, (40, 40)), "v": rng.standard_normal((40, 32)).astype(np.float32),
                   "w": rng.standard_normal((32, 24)).astype(np.float32)}
        shift = numpy_helper.from_array(rng.standard_normal((1, 32)).astype(np.float32))
        nodes = [helper.make_node("Gather", ["table", "ids"], ["rows"]), helper.make_node("Constant", [], ["shift"], value=shift),
                 helper.make_node("Cast", ["rows"], ["floats"], to=TensorProto.FLOAT), helper.make_node("MatMul", ["floats", "v"], ["h"]),
                 helper.make_node("Add", ["h", "shift"], ["a"]), helper.make_node("MatMul", ["a", "w"], ["y"])]
        graph = helper.make_graph(nodes, "g", [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"])],
                                  [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 24])],
                                  [numpy_helper.from_array(value, name) for name, value in weights.items()])
        onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), network)
        optimize = lambda *flags: call("optimize", network, "-o", ir, "--precision", "f16", "--verdict", "never", *flags)
        optimize("--skip", "^shift$")
        call("export", ir, "-o", out, "--source", network)
        found, wanted = (onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(None, {"ids": self.ids[-40:]})[0]
                         for path in (out, network))
        self.assertLess(np.linalg.norm(found - wanted), 1e-2 * np.linalg.norm(wanted))
        optimize()
        self.assertIn("'shift' is a constant of a node", call("export", ir, "-o", out, "--source", network, status=1))

    def test_source_stays(self):
        before = self.model.read_bytes()
        self.assertIn("is the file of --source", call("export", self.optimize("int8", 32), "-o", self.model, "--source", self.model, status=2))
        self.assertEqual(self.model.read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
