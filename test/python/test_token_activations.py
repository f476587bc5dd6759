# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Activations of 8 bits with a scale for each token: products against NumPy's, tokens alone and together, a language model, what is refused."""
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import gguf
import numpy as np
import weft
from test_optimizer import LAYERS, VOCABULARY, levels_here, relative_error, write_llama
from weft._tools import find_tool, run_tool
from weft.optimizer import Quantizer, load_llama

LEVELS = levels_here()
# Bytes of 70 inputs are no whole number of quads; rows of 128 are two steps of a tile.
SHAPES = {"short": (24, 70), "even": (40, 128)}


def write_linear(path, weights):
    """Functions of a language model over linear layers y = x w^T, all of which read each weight, whose rows are looked up too."""
    text = []
    for name, w in weights.items():
        text.append(f"weft.parameter @{name} = dense<{w.tolist()}> : tensor<{w.shape[0]}x{w.shape[1]}xf32>")
    for function, rows in (("prefill", "?"), ("decode", "1"), ("evaluate", "?")):
        arguments, lines, results, types = [], [], [], []
        for name, w in weights.items():
            outputs, inputs = w.shape
            arguments += [f"%x_{name}: tensor<{rows}x{inputs}xf32> {{weft.name = \"{name}\"}}"]
            weight, read, result = f"tensor<{outputs}x{inputs}xf32>", f"tensor<{rows}x{inputs}xf32>", f"tensor<{rows}x{outputs}xf32>"
            lines += [f"%w_{name} = weft.get @{name} : {weight}",
                      f"%y_{name} = weft.contract \"mk,nk->mn\" %x_{name}, %w_{name} : ({read}, {weight}) -> {result}"]
            results.append(f"%y_{name}")
            types.append(f"{result} {{weft.name = \"{name}.y\"}}")
            lines.append(f"%rows_{name} = weft.gather %w_{name}, %tokens {{dim = 0 : i64}} : ({weight}, tensor<{rows}xi64>) -> {read}")
            results.append(f"%rows_{name}")
            types.append(f"{read} {{weft.name = \"{name}.rows\"}}")
        arguments.append(f"%tokens: tensor<{rows}xi64> {{weft.name = \"tokens\"}}")
        text += [f"weft.func @{function}({', '.join(arguments)}) -> ({', '.join(types)}) {{", *lines,
                 f"weft.return {', '.join(results)} : {', '.join(each.split(' {')[0] for each in types)}", "}"]
    path.write_text("\n".join(text) + "\n")


def multiply(x, w):
    """x w^T with rows of x as whole numbers of -127 to 127 and a scale each, and weights that have only their values."""
    most = np.abs(x).max(1, keepdims=True)
    with np.errstate(all="ignore"):
        numbers = np.rint(x * (np.float32(127) / most)).astype(np.float64)
    return np.where(most > 0, numbers @ w.T.astype(np.float64) * most / 127, 0)


class TokenActivationsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.random = np.random.default_rng(11)
        cls.weights = {name: cls.random.standard_normal(shape, dtype=np.float32) for name, shape in SHAPES.items()}
        cls.linear, cls.gguf = cls.folder / "linear.mlir", cls.folder / "llama.gguf"
        write_linear(cls.linear, cls.weights)
        write_llama(cls.gguf, np.random.default_rng(5))
        cls.quantizer = Quantizer(activations="dynamic-int8")
        cls.quantized = cls.quantizer.optimize(cls.linear)

    def run_linear(self, session, inputs, function="prefill"):
        rows = next(iter(inputs.values())).shape[0]
        inputs = {name: inputs.get(name, np.zeros((rows, width), np.float32)) for name, (_, width) in SHAPES.items()}
        return session.run({**inputs, "tokens": np.arange(rows) % 24}, function)

    def test_products_are_those_of_numpy(self):
        for level in LEVELS:
            session = self.quantized.compile(cpu=level, threads=1).session(threads=1)
            for name, (outputs, width) in SHAPES.items():
                # A one alone is 127 127ths, and brings the weights out.
                w = self.run_linear(session, {name: np.eye(width, dtype=np.float32)})[name + ".y"].T
                bound = np.abs(self.weights[name]).max(1, keepdims=True) / 127 * 0.51
                self.assertTrue((np.abs(w - self.weights[name]) <= bound).all())
                for rows in (1, 3, 40):
                    x = self.random.standard_normal((rows, width), dtype=np.float32) * np.float32(10.0) ** self.random.integers(-4, 5, (rows, 1))
                    x = x.astype(np.float32)
                    x[0, 5] = 40 * np.abs(x[0]).max()
                    if rows > 1:
                        x[1] = 0
                    with self.subTest(level=level, weights=name, rows=rows):
                        found = self.run_linear(session, {name: x})[name + ".y"]
                        expected = multiply(x, w)
                        # A byte that is the next one changes a sum by more than 1e-4 of this.
                        scale = np.abs(x).astype(np.float64) @ np.abs(w).T.astype(np.float64)
                        self.assertTrue((np.abs(found - expected) <= 1e-6 * scale).all())

    def test_tokens_do_not_depend_on_each_other(self):
        for level in LEVELS:
            session = self.quantized.compile(cpu=level, threads=1).session(threads=1)
            for name, (_, width) in SHAPES.items():
                x = self.random.standard_normal((33, width), dtype=np.float32)
                x[7] *= 1000
                x[8, 3], x[9, 3] = np.nan, np.inf
                together = self.run_linear(session, {name: x})[name + ".y"]
                for function in ("decode", "prefill", "evaluate"):
                    for row in (0, 7, 8, 9, 10, 32):
                        with self.subTest(level=level, weights=name, function=function, row=row):
                            alone = self.run_linear(session, {name: x[row:row + 1]}, function)[name + ".y"]
                            np.testing.assert_array_equal(alone[0], together[row])
                self.assertTrue(np.isnan(together[8]).all() and not np.isfinite(together[9]).any())
                self.assertTrue(np.isfinite(np.delete(together, [8, 9], 0)).all())

    def test_rows_are_looked_up_where_products_read_them(self):
        for level in LEVELS:
            session = self.quantized.compile(cpu=level, threads=1).session(threads=1)
            for name, (outputs, width) in SHAPES.items():
                found = self.run_linear(session, {name: np.eye(width, dtype=np.float32)})
                np.testing.assert_allclose(found[name + ".rows"], found[name + ".y"].T[np.arange(width) % 24], rtol=1e-6)

    def test_a_table_is_stored_once(self):
        width = SHAPES["even"][1]
        module = self.folder / "linear.wm"
        session = self.quantized.compile(module, cpu="avx512", threads=1).session(threads=1)
        found = self.run_linear(session, {"even": np.eye(width, dtype=np.float32)})
        # The largest weight of a row is 127 or -128.
        w, stored_w = self.weights["even"], found["even.y"].T
        extreme = np.take_along_axis(w, np.abs(w).argmax(1)[:, None], 1)
        candidates = [stored_w / each.astype(np.float16) for each in (np.abs(extreme) / 127, extreme / -128)]
        errors = [np.abs(each - np.rint(each)).max(1, keepdims=True) for each in candidates]
        codes = np.rint(np.where(errors[0] < errors[1], *candidates)).astype(np.int8)[:16]
        quads = codes.reshape(16, width // 4, 4).transpose(1, 0, 2).tobytes()
        pairs = codes.reshape(16, width // 2, 2).transpose(1, 0, 2).tobytes()
        stored = module.read_bytes()
        self.assertEqual([stored.count(each) for each in (quads, pairs, codes.tobytes())], [1, 0, 0])

    def test_language_model(self):
        model = load_llama(self.gguf)
        quantized = self.quantizer.optimize(model)
        self.assertEqual({each.type for each in quantized.report.tensors if each.is_changed}, {"i8"})
        self.assertEqual(sum(each.is_changed for each in quantized.report.tensors), 2 + 7 * LAYERS)
        tokens = np.random.default_rng(3).integers(0, VOCABULARY, 24)
        logits = [each.compile(cpu="avx2", threads=1).session(threads=1).run({"tokens": tokens}, "evaluate")["logits"] for each in (model, quantized)]
        self.assertLess(relative_error(logits[1], logits[0]), 0.05)
        # In pieces of any size as at once. Sums of attention in another order may make a byte the next one.
        session = quantized.compile(cpu="avx2", threads=1).session(threads=1)
        at = 0
        for size in (7, 1, 16):
            piece = session.run({"tokens": tokens[at:at + size]}, "decode" if size == 1 else "prefill")["logits"]
            at += size
            self.assertLess(relative_error(piece[-1], logits[1][at - 1]), 0.02)

    def test_check_allows_what_rounding_makes(self):
        path = self.folder / "checked.ir"
        run_tool("optimize", self.gguf, "-o", path, "--activations", "dynamic-int8", "--verdict", "never")
        for level in LEVELS:
            # On tiles attention rounds to bf16, and bytes behind it become the next ones. No other code is allowed more for it.
            with self.subTest(level=level):
                done = subprocess.run([find_tool(), "run", path, "--check", "--function", "prefill", "--input", "tokens=random:12", "--cpu", level],
                                      capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual("(at most 2e-02)" in done.stderr, level == "amx")

    def test_skip(self):
        quantized = Quantizer(activations="dynamic-int8", skip="ffn|output").optimize(self.gguf)
        self.assertEqual({each.name for each in quantized.report.tensors if each.is_changed},
                         {"token_embd.weight", *(f"blk.{i}.attn_{name}.weight" for i in range(LAYERS) for name in "qkv")})

    def optimize(self, model, *flags):
        output = self.folder / f"optimized{len(flags)}.ir"
        run_tool("optimize", model, "-o", output, "--activations", "dynamic-int8", "--verdict", "never", *flags)
        return load_llama(output)

    def test_smoothing_helps_where_one_channel_is_large(self):
        path, tokens = self.folder / "outlier.gguf", self.folder / "tokens.npy"
        shutil.copy(self.gguf, path)
        for tensor in gguf.GGUFReader(path, "r+").tensors:
            if tensor.name == "blk.0.attn_norm.weight":
                tensor.data[3] *= 60
            if tensor.name in ("blk.0.attn_q.weight", "blk.0.attn_k.weight", "blk.0.attn_v.weight"):
                tensor.data[:, 3] /= 60
        np.save(tokens, np.random.default_rng(8).integers(0, VOCABULARY, (4, 64)))
        found = [each.compile(cpu="avx2", threads=1).session(threads=1).run({"tokens": np.load(tokens)[0, :24]}, "evaluate")["logits"]
                 for each in (load_llama(path), self.optimize(path), self.optimize(path, "--smooth", "0.5", "--calibrate", tokens))]
        plain, smooth = (relative_error(each, found[0]) for each in found[1:])
        self.assertLess(smooth, plain / 2)
        self.assertLess(smooth, 0.05)

    def test_flags_that_do_not_go_with_it(self):
        for flags, words in ((("--smooth", "0.5"), "--smooth expects --calibrate or --statistics"), (("--wide", "ffn"), "--wide is for models of one function; of a language model --skip"),
                             (("--auto", "--verdict", "auto"), "--auto leaves activations of language models as they are: expected --skip"),
                             (("--prune-activations", "0.5", "--statistics", "kept"), "is for models as they are: prune first"), (("--embeddings", "int8", "--asymmetric"), "are for weights alone")):
            with self.subTest(flags), self.assertRaisesRegex(weft.Error, words):
                self.optimize(self.gguf, *flags)

    def test_refusals(self):
        tokens = np.zeros((2, 64), np.int64)
        for options, words in (({"activations": "int8", "calibration": tokens}, "activations int8 is for models of one function; language models take activations dynamic-int8"),
                               ({"activations": "dynamic-int8", "calibration": tokens}, "calibration and statistics need smooth where activations is dynamic-int8"),
                               ({"activations": "dynamic-int8", "precision": "int4"}, "activations dynamic-int8 expects precision int8, found int4"),
                               ({"activations": "dynamic-int8", "method": "gptq"}, "method are for weights alone")):
            with self.subTest(options), self.assertRaisesRegex(weft.Error, words):
                Quantizer(**options).optimize(self.gguf)


if __name__ == "__main__":
    unittest.main()
