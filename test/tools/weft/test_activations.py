# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""weft optimize --activations int8 against NumPy's integers for one layer and onnxruntime's floats for networks; what it is calibrated on."""
import json, os, subprocess, sys, tempfile, unittest
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import weft
from onnx import TensorProto, helper, numpy_helper

ROOT = Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(ROOT / "test" / "python"))
BUILD = Path(os.environ.get("WEFT_BUILD") or ROOT / "build")
WEFT = BUILD / "bin" / "weft"


def save(path, nodes, inputs, outputs, weights):
    value = lambda pair: helper.make_tensor_value_info(pair[0], TensorProto.FLOAT, pair[1])
    graph = helper.make_graph([helper.make_node(op, read, write, **attributes) for op, read, write, attributes in nodes], "model", [value(each) for each in inputs],
                              [value(each) for each in outputs], [numpy_helper.from_array(np.asarray(array), name) for name, array in weights.items()])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)


class Weights(dict):
    """Random weights by name."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)

    def add(self, name, *shape, scale=None):
        fan = np.prod(shape[1:]) if len(shape) == 4 else shape[0]
        self[name] = (self.rng.standard_normal(shape) * (scale or np.sqrt(2 / fan))).astype(np.float32)
        return name


def write_network(path, spread=1.0):
    """Plain, depthwise and pointwise convolutions, a residual sum, pooling and a linear layer. `spread`: how much larger channels are than others."""
    w = Weights(1)
    w |= {"lo": np.float32(0), "hi": np.float32(6)}
    conv = lambda read, name, shape, bias, group=1: ("Conv", [read, w.add(name, *shape), w.add(name + ".bias", shape[0], scale=bias)], [name + ".y"],
                                                      dict(pads=[shape[2] // 2] * 4, group=group))
    nodes = [conv("x", "first", (16, 3, 3, 3), 0.1), ("Clip", ["first.y", "lo", "hi"], ["a"], {}), conv("a", "deep", (16, 1, 3, 3), 0.1, 16),
             ("Clip", ["deep.y", "lo", "hi"], ["b"], {}), conv("b", "point", (16, 16, 1, 1), 0.1), ("Add", ["point.y", "a"], ["c"], {}),
             conv("c", "wide", (32, 16, 3, 3), 0.1), ("Relu", ["wide.y"], ["d"], {}), ("MaxPool", ["d"], ["e"], dict(kernel_shape=[2, 2], strides=[2, 2])),
             conv("e", "last", (32, 32, 3, 3), 0.1), ("Relu", ["last.y"], ["f"], {}), ("GlobalAveragePool", ["f"], ["g"], {}), ("Flatten", ["g"], ["h"], {}),
             ("Gemm", ["h", w.add("head", 32, 10), w.add("head.bias", 10, scale=0.1)], ["y"], {})]
    factors = np.geomspace(1 / spread, 1, 32).astype(np.float32)
    # Channels that `wide` writes small and `last` reads large.
    w["wide"] *= factors[:, None, None, None]
    w["wide.bias"] *= factors
    w["last"] /= factors[None, :, None, None]
    save(path, nodes, [("x", [1, 3, 16, 16])], [("y", [1, 10])], w)


def write_encoder(path, outlier=1.0, length=12, width=32, heads=4):
    """One layer of a transformer; `outlier` is the size of one channel behind the first norm."""
    w = Weights(2)
    w["gamma"], w["beta"] = np.ones(width, np.float32), np.zeros(width, np.float32)
    w["gamma2"], w["beta2"] = np.ones(width, np.float32), np.zeros(width, np.float32)
    w["gamma"][3] = outlier
    w |= {"split": np.array([1, length, heads, width // heads]), "join": np.array([1, length, width]), "root": np.float32((width // heads)**0.5),
          "half": np.float32(0.5), "one": np.float32(1), "sqrt2": np.float32(2**0.5)}
    for name in ("q", "k", "v", "o"):
        w.add(name, width, width, scale=width**-0.5)
        w[name][3] /= outlier
    w.add("up", width, 4 * width)
    w.add("down", 4 * width, width)
    nodes = [("LayerNormalization", ["x", "gamma", "beta"], ["n"], {})]
    for name, order in (("q", [0, 2, 1, 3]), ("k", [0, 2, 3, 1]), ("v", [0, 2, 1, 3])):
        nodes += [("MatMul", ["n", name], [name + ".p"], {}), ("Reshape", [name + ".p", "split"], [name + ".r"], {}),
                  ("Transpose", [name + ".r"], [name + ".t"], dict(perm=order))]
    nodes += [("MatMul", ["q.t", "k.t"], ["s"], {}), ("Div", ["s", "root"], ["s2"], {}), ("Softmax", ["s2"], ["p"], dict(axis=-1)), ("MatMul", ["p", "v.t"], ["c"], {}),
              ("Transpose", ["c"], ["c2"], dict(perm=[0, 2, 1, 3])), ("Reshape", ["c2", "join"], ["c3"], {}), ("MatMul", ["c3", "o"], ["c4"], {}),
              ("Add", ["x", "c4"], ["r"], {}), ("LayerNormalization", ["r", "gamma2", "beta2"], ["n2"], {}), ("MatMul", ["n2", "up"], ["u"], {}),
              ("Div", ["u", "sqrt2"], ["u1"], {}), ("Erf", ["u1"], ["u2"], {}), ("Add", ["u2", "one"], ["u3"], {}), ("Mul", ["u", "u3"], ["u4"], {}),
              ("Mul", ["u4", "half"], ["u5"], {}), ("MatMul", ["u5", "down"], ["d"], {}), ("Add", ["r", "d"], ["y"], {})]
    save(path, nodes, [("x", [1, length, width])], [("y", [1, length, width])], w)


def quantize(x, scale, zero):
    return np.clip(np.rint(x / np.float32(scale)) + zero, 0, 255)


def relative_error(found, expected):
    return np.linalg.norm(found - expected) / np.linalg.norm(expected)


class ActivationsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        rng = np.random.default_rng(3)
        cls.images = rng.standard_normal((24, 3, 16, 16)).astype(np.float32)
        cls.tokens = rng.standard_normal((24, 12, 32)).astype(np.float32)
        np.save(cls.folder / "images.npy", cls.images[:16])
        np.save(cls.folder / "tokens.npy", cls.tokens[:16])

    def weft(self, *arguments, status=0):
        done = subprocess.run([WEFT, *map(str, arguments)], capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def optimize(self, model, data, *flags):
        made = self.folder / "int8.ir"
        self.weft("optimize", model, "-o", made, "--activations", "int8", "--calibrate", data, "--verdict", "never", *flags)
        return made

    def run_model(self, model, x):
        """The outputs for each row of `x`."""
        session = weft.compile(str(model), threads=1).session(threads=1)
        return np.stack([session.run({"x": row[None]})["y"][0] for row in x])

    def reference(self, model, x):
        session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
        return np.stack([session.run(None, {"x": row[None]})[0][0] for row in x])

    def test_one_layer_is_what_integers_give(self):
        rng = np.random.default_rng(4)
        w, bias, x = (rng.standard_normal(shape).astype(np.float32) for shape in ((20, 7), (7,), (16, 5, 20)))
        save(self.folder / "linear.onnx", [("MatMul", ["x", "w"], ["h"], {}), ("Add", ["h", "b"], ["y"], {})], [("x", [1, 5, 20])], [("y", [1, 5, 7])], {"w": w, "b": bias})
        np.save(self.folder / "linear.npy", x)
        found = self.run_model(self.optimize(self.folder / "linear.onnx", self.folder / "linear.npy", "--range", "minmax"), x[:3])
        scale = (x.max() - x.min()) / 255
        zero = np.rint(-x.min() / scale)
        scales = np.abs(w).max(0) / 127
        codes, weights = quantize(x[:3], scale, zero), np.rint(w / scales)
        expected = (codes - zero) @ weights * scale * scales + bias
        # A value that lies on the border of two codes may become either.
        step = scale * np.abs(w).max()
        self.assertLess(np.abs(found - expected).max(), step)
        self.assertLess(relative_error(found, expected), 2e-3)
        self.assertGreater(relative_error(found, x[:3] @ w + bias), 3e-3)

    def test_networks_are_near_floats_by_every_range(self):
        for name, write, data, x in (("cnn", write_network, "images.npy", self.images), ("encoder", write_encoder, "tokens.npy", self.tokens)):
            model = self.folder / f"{name}.onnx"
            write(model)
            expected = self.reference(model, x[16:19])
            for method in ("minmax", "percentile", "entropy", "mse"):
                with self.subTest(name=name, range=method):
                    made = self.optimize(model, self.folder / data, "--range", method)
                    self.assertLess(relative_error(self.run_model(made, x[16:19]), expected), 0.1 if method == "entropy" else 0.03)

    def test_every_product_multiplies_integers(self):
        for name, write, data, count in (("cnn", write_network, "images.npy", 6), ("encoder", write_encoder, "tokens.npy", 6)):
            with self.subTest(name):
                model = self.folder / f"{name}.onnx"
                write(model)
                made = self.optimize(model, self.folder / data)
                text = self.weft("compile", made, "--compile-to=simplify", "-o", "-").stdout
                products = [line for line in text.splitlines() if ("weft.conv " in line or "weft.contract " in line) and "xi8>" in line]
                self.assertEqual(len(products), count, text)
                self.assertTrue(all("xi32>" in line.rsplit("->", 1)[1] for line in products), products)

    def test_equalization_helps_where_channels_differ(self):
        model = self.folder / "spread.onnx"
        write_network(model, spread=300)
        expected = self.reference(model, self.images[16:20])
        plain, equal = (relative_error(self.run_model(self.optimize(model, self.folder / "images.npy", *flags), self.images[16:20]), expected)
                        for flags in ((), ("--equalize",)))
        self.assertLess(equal, plain / 2)
        self.assertLess(equal, 0.03)

    def test_smoothing_helps_where_one_channel_is_large(self):
        model = self.folder / "outlier.onnx"
        write_encoder(model, outlier=100)
        expected = self.reference(model, self.tokens[16:20])
        plain, smooth = (relative_error(self.run_model(self.optimize(model, self.folder / "tokens.npy", *flags), self.tokens[16:20]), expected)
                         for flags in (("--range", "minmax"), ("--range", "minmax", "--smooth", "0.5")))
        self.assertLess(smooth, plain / 2)
        self.assertLess(smooth, 0.03)

    def test_bias_correction_restores_means(self):
        rng = np.random.default_rng(5)
        w, x = (rng.standard_normal((64, 16))).astype(np.float32), (3 + 0.01 * rng.standard_normal((16, 1, 64))).astype(np.float32)
        w[0] *= 20  # makes the others coarse
        save(self.folder / "mean.onnx", [("MatMul", ["x", "w"], ["y"], {})], [("x", [1, 1, 64])], [("y", [1, 1, 16])], {"w": w})
        np.save(self.folder / "mean.npy", x)
        expected = x[:4] @ w
        plain, corrected = (relative_error(self.run_model(self.optimize(self.folder / "mean.onnx", self.folder / "mean.npy", "--range", "minmax", *flags), x[:4]), expected)
                            for flags in ((), ("--bias-correction",)))
        self.assertLess(corrected, plain / 2)

    def test_random_data_and_kept_statistics(self):
        model = self.folder / "cnn.onnx"
        write_network(model)
        self.optimize(model, "random", "--calibrate-samples", "4", "--statistics", self.folder / "kept")
        again = self.folder / "again.ir"
        self.weft("optimize", model, "-o", again, "--activations", "int8", "--statistics", self.folder / "kept", "--verdict", "never")
        np.testing.assert_array_equal(self.run_model(again, self.images[:1]), self.run_model(self.folder / "int8.ir", self.images[:1]))

    def test_text_calibrates_language_models(self):
        from test_optimizer import write_llama
        model, text, report = self.folder / "llama.gguf", self.folder / "book.txt", []
        write_llama(model, np.random.default_rng(6))
        text.write_text("The quick brown fox jumps over the lazy dog. ".replace(" ", "").replace(".", "").lower() * 30)
        for method in ("search", "awq"):
            done = self.weft("optimize", model, "-o", self.folder / "text.ir", "--precision", "int4", "--group-size", 32, "--method", method, "--calibrate", text,
                             "--statistics", self.folder / f"{method}.st", "--verdict", "never", "--json")
            report.append(json.loads(done.stdout))
        self.assertGreater((self.folder / "awq.st").stat().st_size, 1000)
        self.assertEqual([each["type"] for each in report[0]["weights"]], [each["type"] for each in report[1]["weights"]])
        self.assertNotEqual([each.get("relative_error") for each in report[0]["weights"]], [each.get("relative_error") for each in report[1]["weights"]])

    def test_scaling_channels_changes_nothing_but_rounding(self):
        from test_optimizer import write_llama
        model, text = self.folder / "llama.gguf", self.folder / "book.txt"
        write_llama(model, np.random.default_rng(6))
        text.write_text("thequickbrownfoxjumpsoverthelazydog" * 30)
        self.weft("optimize", model, "-o", self.folder / "awq8.ir", "--precision", "int8", "--group-size", 32, "--method", "awq", "--calibrate", text, "--verdict", "never")
        compared = json.loads(self.weft("compare", model, self.folder / "awq8.ir", "--data", text, "--context", 64, "--chunks", 2, "--json").stdout)
        self.assertLess(compared["kl_mean"], 1e-3)

    def test_what_cannot_be_calibrated_on(self):
        from test_optimizer import write_llama
        model, llama, out = self.folder / "cnn.onnx", self.folder / "llama.gguf", self.folder / "none.ir"
        write_network(model)
        write_llama(llama, np.random.default_rng(6))
        nan = self.images[:8].copy()
        nan[5, 0, 0, 0] = np.nan
        arrays = {"few": self.images[:2], "shape": self.images[:, :2], "empty": self.images[:0], "nan": nan}
        for name, array in arrays.items():
            np.save(self.folder / f"{name}.npy", array)
        (self.folder / "empty.txt").write_text("")
        (self.folder / "short.txt").write_text("abc")
        static = ("--activations", "int8")
        for source, data, flags, message in (
                (model, "few.npy", static, "has 2 samples of input 'x': ranges of activations need at least 4"),
                (model, "shape.npy", static, "expected samples of f32[1, 3, 16, 16] for input 'x' along the first dimension, found f32[24, 2, 16, 16]"),
                (model, "empty.npy", static, "is empty: there is nothing to calibrate with"),
                (model, "nan.npy", static, "the input of the layer with weight 'first"),
                (model, "short.txt", static, "is read as text, which calibrates language models"),
                (model, "absent.npy", static, "absent.npy"),
                (llama, "empty.txt", (), "is empty: there is nothing to calibrate with"),
                (llama, "short.txt", (), "tokens: calibration needs at least 64"),
                (llama, "absent.txt", (), "cannot read")):
            with self.subTest(data=data, source=source.name):
                done = self.weft("optimize", source, "-o", out, "--calibrate", self.folder / data, *flags, status=1)
                self.assertIn(message, done.stderr)
        self.assertFalse(out.exists())
        for flags, message in ((("--activations", "int8"), "--activations int8 expects --calibrate"), (("--smooth", "0.5"), "--smooth is for --activations int8, and of language models dynamic-int8; it is bf16"),
                               (("--activations", "dynamic-int8", "--smooth", "0.5", "--calibrate", "random"), "--smooth of models of one function is for --activations int8"),
                               (("--activations", "int8", "--precision", "int4"), "expects --precision int8, found int4"),
                               (("--activations", "int8", "--calibrate", "random", "--range", "best"), "--range expects one of minmax, percentile, entropy, mse"),
                               (("--activations", "int8", "--calibrate", "random", "--smooth", "3"), "--smooth expects a number from 0 to 1, found 3")):
            with self.subTest(flags):
                self.assertIn(message, self.weft("optimize", model, "-o", out, *flags, status=2).stderr)


if __name__ == "__main__":
    unittest.main()
