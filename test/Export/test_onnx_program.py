# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""weft export to ONNX without a source: ONNX Runtime gives what the interpreter gives for the module, and for the cases of test/e2e what NumPy
gave; read again, the file is the same program. Refusals."""
import collections, os, re, subprocess, sys, tempfile, unittest
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "test" / "e2e"))
from testfile import read_cases

WEFT = Path(os.environ.get("WEFT_BUILD") or ROOT / "build") / "bin" / "weft"
LEVELS = {"off": onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL, "all": onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL}
# Files of test/e2e: the cases in them that are tried, and every how many of these. Some are refused, or of types that ONNX Runtime does not
# have; powers of integers do not wrap there.
FAMILIES = {"contraction": (r"", 2), "convolution": (r"", 2), "quantization": (r"_(i8|u?i16|i32)_", 2), "shape": (r"(?<!\.dynamic)$", 3),
            "elementwise-unary": (r"_(f32|i32|i1)$", 1), "elementwise-binary": (r"^(?!pow_i|rem|mod|div).*_(f32|i64|i8|i1)$", 2),
            "reduction": (r"_keep$|softmax|normalize|cumulative_sum", 4), "indexing": (r"_(f32|i64)", 4), "quantized-models": (r"(?<!\.dynamic)$", 3)}

def call(*arguments, status=0):
    done = subprocess.run([WEFT, *map(str, arguments)], capture_output=True, text=True, errors="replace", timeout=100)
    if done.returncode != status:
        raise AssertionError(f"weft {' '.join(map(str, arguments))}: status {done.returncode}: {done.stderr}")
    return done.stderr


def open_session(path, level="all"):
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level, options.intra_op_num_threads, options.log_severity_level = LEVELS[level], 1, 4
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


class Network:
    """An ONNX model under construction, with random weights."""

    def __init__(self, seed):
        self.rng, self.nodes, self.tensors = np.random.default_rng(seed), [], []

    def weight(self, *shape, scale=None, values=None):
        if values is None:
            values = self.rng.standard_normal(shape) * (scale or 1 / np.sqrt(np.prod(shape[1:] or shape)))
        self.tensors.append(numpy_helper.from_array(np.asarray(values, None if np.asarray(values).dtype == np.int64 else np.float32),
                                                    f"w{len(self.tensors)}"))
        return self.tensors[-1].name

    def add(self, op, *inputs, **attributes):
        self.nodes.append(helper.make_node(op, inputs, [f"t{len(self.nodes)}"], **attributes))
        return self.nodes[-1].output[0]

    def save(self, path, inputs, outputs):
        """Inputs {name: (type, dims)}, outputs {name: (value, dims)}."""
        for name, (value, _) in outputs.items():
            self.nodes.append(helper.make_node("Identity", [value], [name]))
        graph = helper.make_graph(self.nodes, "g", [helper.make_tensor_value_info(name, *of) for name, of in inputs.items()],
                                  [helper.make_tensor_value_info(name, TensorProto.FLOAT, dims) for name, (_, dims) in outputs.items()], self.tensors)
        onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8), path)


def write_convolutions(path):
    """Plain, strided, depthwise and pointwise convolutions, batch norm, a residual, a gate by the mean, pools, concatenation and a head."""
    net = Network(1)
    relu6 = lambda value: net.add("Clip", value, net.weight(values=0.0), net.weight(values=6.0))
    x = net.add("Relu", net.add("Conv", "x", net.weight(16, 3, 3, 3), net.weight(16), strides=[2, 2], pads=[1, 1, 1, 1]))
    x = net.add("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1])
    norm = [net.weight(values=net.rng.uniform(0.5, 2, 32)), net.weight(32), net.weight(32), net.weight(values=net.rng.uniform(0.5, 2, 32))]
    y = relu6(net.add("BatchNormalization", net.add("Conv", x, net.weight(32, 16, 1, 1)), *norm))
    y = relu6(net.add("Conv", y, net.weight(32, 1, 3, 3), net.weight(32), pads=[1, 1, 1, 1], group=32))
    gate = net.add("Sigmoid", net.add("Conv", net.add("GlobalAveragePool", y), net.weight(32, 32, 1, 1), net.weight(32)))
    y = net.add("Conv", net.add("Mul", y, gate), net.weight(16, 32, 1, 1), net.weight(16))
    x = net.add("Relu", net.add("Add", x, y))
    x = net.add("Concat", x, net.add("AveragePool", x, kernel_shape=[3, 3], pads=[1, 1, 1, 1]), axis=1)
    features = net.add("Conv", x, net.weight(48, 32, 3, 3), net.weight(48), dilations=[2, 2])
    y = net.add("Gemm", net.add("Flatten", net.add("GlobalAveragePool", features)), net.weight(10, 48), net.weight(10), transB=1)
    net.save(path, {"x": (TensorProto.FLOAT, ["batch", 3, 32, 32])}, {"y": (y, ["batch", 10]), "features": (features, ["batch", 48, 4, 4])})
    return {"x": np.random.default_rng(7).standard_normal((3, 3, 32, 32)).astype(np.float32)}


def write_transformer(path):
    """Embeddings, attention under a mask, layer norms and GELU over texts of any length."""
    net, width, heads = Network(2), 32, 4
    norm = lambda value: net.add("LayerNormalization", value, net.weight(values=net.rng.uniform(0.5, 2, width)), net.weight(width), epsilon=1e-6)
    linear = lambda value, *shape: net.add("Add", net.add("MatMul", value, net.weight(*shape)), net.weight(shape[1]))
    split = lambda value: net.add("Transpose", net.add("Reshape", value, net.weight(values=np.array([0, 0, heads, width // heads]))), perm=[0, 2, 1, 3])
    x = norm(net.add("Gather", net.weight(60, width, scale=1.0), "ids"))
    mask = net.add("Unsqueeze", net.add("Cast", "mask", to=TensorProto.BOOL), net.weight(values=np.array([1, 2])))
    q, k, v = (split(linear(x, width, width)) for _ in range(3))
    scores = net.add("Div", net.add("MatMul", q, net.add("Transpose", k, perm=[0, 1, 3, 2])), net.weight(values=np.sqrt(width / heads)))
    scores = net.add("Where", mask, scores, net.weight(values=-3e38))
    seen = net.add("Transpose", net.add("MatMul", net.add("Softmax", scores, axis=-1), v), perm=[0, 2, 1, 3])
    x = norm(net.add("Add", x, linear(net.add("Reshape", seen, net.weight(values=np.array([0, 0, width]))), width, width)))
    h = linear(x, width, 64)
    h = net.add("Mul", net.add("Mul", h, net.weight(values=0.5)),
                net.add("Add", net.add("Erf", net.add("Mul", h, net.weight(values=np.sqrt(0.5)))), net.weight(values=1.0)))
    y = norm(net.add("Add", x, linear(h, 64, width)))
    net.save(path, {"ids": (TensorProto.INT64, ["batch", "length"]), "mask": (TensorProto.INT64, ["batch", "length"])}, {"y": (y, ["batch", "length", width])})
    rng = np.random.default_rng(8)
    mask = np.ones((2, 9), np.int64)
    mask[1, 5:] = 0
    return {"ids": rng.integers(0, 60, (2, 9)), "mask": mask}


class ExportOnnxProgram(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.models = {}
        for write in (write_convolutions, write_transformer):
            name = write.__name__.removeprefix("write_")
            path = cls.folder / f"{name}.onnx"
            feed = write(path)
            for key, value in feed.items():
                np.save(cls.folder / f"{key}.npy", value)
            np.savez(cls.folder / f"{name}.npz", **{key: np.concatenate([value] * 4) for key, value in feed.items()})
            cls.models[name] = path, feed

    def interpret(self, model, feed):
        inputs = [part for key in feed for part in ("--input", f"{key}={self.folder / f'{key}.npy'}")]
        with tempfile.TemporaryDirectory() as folder:
            call("run", model, "--interpret", *inputs, "--output-dir", folder)
            return {path.stem: np.load(path) for path in Path(folder).glob("*.npy")}

    def export(self, model, *flags, name="out.onnx"):
        out = self.folder / name
        call("export", model, "-o", out, *flags)
        onnx.checker.check_model(str(out), full_check=True)
        return out

    def run_onnx(self, path, feed, level):
        session = open_session(path, level)
        return dict(zip([each.name for each in session.get_outputs()], session.run(None, feed)))

    def optimize(self, name, *flags):
        ir = self.folder / f"{name}.ir"
        call("optimize", self.models[name][0], "-o", ir, "--verdict", "never", *flags)
        return ir

    def calibrate(self, name):
        return "--activations", "int8", "--calibrate", self.folder / f"{name}.npz"

    def assert_close(self, found, wanted, bound):
        self.assertEqual(found.keys(), wanted.keys())
        for name in wanted:
            self.assertLess(np.linalg.norm(found[name] - wanted[name]), bound * np.linalg.norm(wanted[name]), name)

    def test_ops(self):
        """Every case of test/e2e that ONNX can say gives what NumPy gave."""
        unsupported = onnxruntime.capi.onnxruntime_pybind11_state
        for family, (pattern, step) in FAMILIES.items():
            cases = [case for case in read_cases(ROOT / f"test/e2e/{family}.mlir").items() if re.search(pattern, case[0])][::step]
            done = 0
            for name, (text, inputs, expected) in cases:
                if any(value.dtype.name == "bfloat16" for value in (*inputs, *expected)):  # which Python cannot hand to ONNX Runtime
                    continue
                module, out = self.folder / "case.mlir", self.folder / "case.onnx"
                module.write_text(text)
                result = subprocess.run([WEFT, "export", module, "-o", out], capture_output=True, text=True)
                if result.returncode:
                    self.assertEqual(result.returncode, 1, result.stderr)
                    self.assertIn("ONNX files are not written with weft.", result.stderr)
                    continue
                try:
                    session = open_session(out, "off")
                    found = session.run(None, {each.name: value for each, value in zip(session.get_inputs(), inputs)})
                except (unsupported.NotImplemented, unsupported.InvalidArgument, unsupported.Fail):
                    continue
                for value, wanted in zip(found, expected, strict=True):
                    with self.subTest(f"{family}: {name}"):
                        self.compare(value, wanted, inputs)
                done += 1
            self.assertGreater(done, 0.6 * len(cases), family)

    def compare(self, value, wanted, inputs):
        self.assertEqual((value.dtype, value.shape), (wanted.dtype, wanted.shape))
        # What a NaN becomes as an integer is ONNX Runtime's own.
        isNumber = np.ones(wanted.shape, bool)
        if wanted.dtype.kind != "f" and inputs and inputs[0].shape == wanted.shape and inputs[0].dtype.kind == "f":
            isNumber = ~np.isnan(inputs[0])
        if wanted.dtype.kind != "f":
            return np.testing.assert_array_equal(value[isNumber], wanted[isNumber])
        tolerance = 1e-3 if wanted.dtype.itemsize == 2 else 2e-5
        np.testing.assert_allclose(value.astype(np.float64), wanted.astype(np.float64), rtol=tolerance, atol=tolerance)

    def test_floats(self):
        for name, (path, feed) in self.models.items():
            source, out = self.run_onnx(path, feed, "off"), self.export(path)
            for level in LEVELS:
                with self.subTest(name=name, level=level):
                    self.assert_close(self.run_onnx(out, feed, level), source, 1e-5)
            graph = onnx.load(out).graph
            dims = [[dim.dim_param or dim.dim_value for dim in value.type.tensor_type.shape.dim] for value in (*graph.input, *graph.output)]
            before = onnx.load(path).graph
            self.assertEqual(dims, [[dim.dim_param or dim.dim_value for dim in value.type.tensor_type.shape.dim] for value in (*before.input, *before.output)])

    def test_layout(self):
        """Between convolutions nothing is transposed."""
        for flags in ((), ("--activations",)):
            model = self.optimize("convolutions", *self.calibrate("convolutions")) if flags else self.models["convolutions"][0]
            kinds = [node.op_type for node in onnx.load(self.export(model)).graph.node]
            self.assertNotIn("Transpose", kinds)
            self.assertNotIn("BatchNormalization", kinds)

    def test_bytes(self):
        """Without optimizations the same up to the order of sums. With them ONNX Runtime rounds biases to 32 bits and sums by one factor,
        which moves what is near the middle between two bytes by a step: at most one value of twenty here. Where such values meet in a product a result
        can move by two, at most one of a thousand."""
        for name, flags in (("convolutions", ()), ("convolutions", ("--bias-correction",)), ("transformer", ()), ("transformer", ("--smooth", "0.5"))):
            with self.subTest(name=name, flags=flags):
                ir, feed = self.optimize(name, *self.calibrate(name), *flags), self.models[name][1]
                out = self.export(ir)
                wanted = self.interpret(ir, feed)
                self.assert_close(self.run_onnx(out, feed, "off"), wanted, 1e-5)
                for key, value in self.interpret(out, feed).items():
                    np.testing.assert_allclose(value, wanted[key], rtol=0, atol=1e-6 * np.abs(wanted[key]).max())
                model = onnx.load(out)
                kinds = collections.Counter(node.op_type for node in model.graph.node)
                self.assertGreater(kinds["QuantizeLinear"], 3)
                codes = {tensor.name for tensor in model.graph.initializer if tensor.data_type == TensorProto.INT8}
                self.assertGreaterEqual(len(codes), 5)
                seen = [node.output[0] for node in model.graph.node if node.op_type == "QuantizeLinear"]
                for each in seen:
                    model.graph.output.append(helper.make_tensor_value_info(each, TensorProto.UINT8, None))
                whole = self.folder / "steps.onnx"
                onnx.save(model, whole)
                before, after = self.run_onnx(whole, feed, "off"), self.run_onnx(whole, feed, "all")
                for each in seen:
                    difference = np.abs(before[each].astype(int) - after[each].astype(int))
                    self.assertLessEqual(difference.max(), 2, each)
                    self.assertLess((difference > 1).mean(), 1e-3, each)
                    self.assertLess((difference > 0).mean(), 0.05, each)

    def test_products_of_integers(self):
        """What ONNX Runtime makes of the graphs."""
        for name, flags, kinds in (("convolutions", self.calibrate("convolutions"), {"QLinearConv"}), ("transformer", self.calibrate("transformer"), {"MatMulIntegerToFloat"}),
                                   ("transformer", ("--activations", "dynamic-int8"), {"DynamicQuantizeMatMul", "MatMulIntegerToFloat"})):
            with self.subTest(flags=flags):
                out, fused = self.export(self.optimize(name, *flags)), self.folder / "fused.onnx"
                options = onnxruntime.SessionOptions()
                options.optimized_model_filepath, options.log_severity_level = str(fused), 4
                onnxruntime.InferenceSession(out, options, providers=["CPUExecutionProvider"])
                self.assertLessEqual(kinds, {node.op_type for node in onnx.load(fused).graph.node})

    def test_ranges_of_calls(self):
        ir, feed = self.optimize("transformer", "--activations", "dynamic-int8"), self.models["transformer"][1]
        out = self.export(ir)
        kinds = collections.Counter(node.op_type for node in onnx.load(out).graph.node)
        self.assertGreater(kinds["DynamicQuantizeLinear"], 3)
        self.assertEqual(kinds["ReduceMax"], 0)
        # A scale that is rounded otherwise moves some values by a step, 1/255 of the range.
        self.assert_close(self.run_onnx(out, feed, "off"), self.interpret(ir, feed), 4e-3)

    def test_weights_alone(self):
        for name, flags in (("transformer", ("--precision", "int8", "--group-size", "16")), ("transformer", ("--precision", "int4", "--group-size", "24", "--asymmetric")),
                            ("transformer", ("--precision", "bf16")), ("convolutions", ("--prune-channels", "0.5"))):
            with self.subTest(flags):
                ir, feed = self.optimize(name, *flags), self.models[name][1]
                out = self.export(ir)
                self.assert_close(self.run_onnx(out, feed, "off"), self.interpret(ir, feed), 1e-2 if "--precision" in flags else 1e-5)
                self.assert_close(self.run_onnx(out, feed, "off"), self.run_onnx(out, feed, "all"), 1e-2 if "--precision" in flags else 1e-5)

    def test_external_data(self):
        path, feed = self.models["convolutions"]
        whole, parts = self.export(path), self.export(path, "--external-data", name="parts.onnx")
        self.assertGreater(Path(f"{parts}.data").stat().st_size, 10_000)
        self.assertLess(parts.stat().st_size, 8_000)
        tensors = {tensor.name: tensor for tensor in onnx.load(parts, load_external_data=False).graph.initializer}
        self.assertTrue(any(tensor.data_location == TensorProto.EXTERNAL for tensor in tensors.values()))
        self.assertTrue(all(tensor.data_location == TensorProto.DEFAULT for tensor in tensors.values() if np.prod(tensor.dims) < 100))
        for found, wanted in zip(onnx.load(parts).graph.initializer, onnx.load(whole).graph.initializer, strict=True):
            np.testing.assert_array_equal(numpy_helper.to_array(found), numpy_helper.to_array(wanted))
        found, wanted = (self.run_onnx(each, feed, "all") for each in (parts, whole))
        for name in wanted:
            np.testing.assert_array_equal(found[name], wanted[name])
        again = self.interpret(parts, feed)
        for name, value in self.interpret(whole, feed).items():
            np.testing.assert_array_equal(again[name], value)

    def test_outputs(self):
        """An output that is an input, one that is a weight, and two that are one value, of several types."""
        module = self.folder / "outputs.mlir"
        module.write_text("""module {
          weft.parameter @w = dense<[1.0, 2.0, 3.0]> : tensor<3xf16>
          weft.func @main(%x: tensor<?x3xf32> {weft.name = "x", weft.dims = ["n", ""]}, %m: tensor<?xi1> {weft.name = "m", weft.dims = ["n"]})
              -> (tensor<?x3xf32> {weft.name = "same"}, tensor<3xf16> {weft.name = "w"}, tensor<?x3xf32> {weft.name = "one"}, tensor<?x3xf32>, tensor<3x?xf32>, tensor<?xi1>) {
            %y = weft.exp %x : (tensor<?x3xf32>) -> tensor<?x3xf32>
            %t = weft.transpose %y {permutation = array<i64: 1, 0>} : (tensor<?x3xf32>) -> tensor<3x?xf32>
            %n = weft.not %m : (tensor<?xi1>) -> tensor<?xi1>
            %w = weft.get @w : tensor<3xf16>
            weft.return %x, %w, %y, %y, %t, %n : tensor<?x3xf32>, tensor<3xf16>, tensor<?x3xf32>, tensor<?x3xf32>, tensor<3x?xf32>, tensor<?xi1>
          }
        }""")
        x, m = np.arange(6, dtype=np.float32).reshape(2, 3), np.array([True, False])
        found = self.run_onnx(self.export(module), {"x": x, "m": m}, "off")
        for value, wanted in zip(found.values(), (x, np.array([1, 2, 3], np.float16), np.exp(x), np.exp(x), np.exp(x).T, ~m), strict=True):
            self.assertEqual(value.dtype, wanted.dtype)
            np.testing.assert_allclose(value, wanted, rtol=1e-6)

    def test_refused(self):
        out, module = self.folder / "x.onnx", self.folder / "x.mlir"
        refuse = lambda *arguments, status=1: call("export", module, "-o", out, *arguments, status=status)
        module.write_text("""module {
          weft.func @main(%x: tensor<4x8xf32>, %i: tensor<2x2xi8>) -> (tensor<4x8xf32>, tensor<4x8xi64>, tensor<4x8xi32>, tensor<2x2xi8>) {
            %v, %p = weft.sort %x {dim = 1 : i64} : (tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xi64>)
            %u, %q = weft.sort %v {dim = 0 : i64} : (tensor<4x8xf32>) -> (tensor<4x8xf32>, tensor<4x8xi64>)
            %b = weft.bitcast %u : (tensor<4x8xf32>) -> tensor<4x8xi32>
            %c = weft.contract "mk,kn->mn" %i, %i : (tensor<2x2xi8>, tensor<2x2xi8>) -> tensor<2x2xi8>
            weft.return %u, %q, %b, %c : tensor<4x8xf32>, tensor<4x8xi64>, tensor<4x8xi32>, tensor<2x2xi8>
          }
        }""")
        self.assertIn("ONNX files are not written with weft.sort, weft.bitcast, weft.contract of integers whose sums have less than 32 bits:", refuse())
        function = "weft.func @{0}(%x: tensor<4xf32>) -> tensor<4xf32> {{ weft.return %x : tensor<4xf32> }}"
        module.write_text(f"module {{ {function.format('first')} {function.format('second')} }}")
        self.assertIn("expected a module with one public function, which is what an ONNX file holds, found 'first', 'second'", refuse())
        module.write_text("module { weft.parameter @w : tensor<4xf32> weft.func @main() -> tensor<4xf32> { %w = weft.get @w : tensor<4xf32> weft.return %w : tensor<4xf32> } }")
        self.assertIn("weight 'w' has bytes neither in the module nor in the weight store", refuse())
        self.assertIn("weight 'w' has bytes neither", refuse("--external-data"))
        self.assertIn("--external-data is for ONNX, found the format gguf", call("export", module, "-o", "x.gguf", "--external-data", status=2))
        self.assertIn("--source and --external-data are not for one call", refuse("--external-data", "--source", module, status=2))
        self.assertEqual(list(self.folder.glob("x.onnx*")), [])


if __name__ == "__main__":
    unittest.main()
