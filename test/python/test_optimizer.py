# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""weft.optimizer: quantized weights and outputs against NumPy, language models as GGUF, reports, refusals, torch, the tools behind it."""
import json
import sys
import tempfile
import types
import unittest
import warnings
from pathlib import Path

import gguf
import numpy as np
import onnx
import weft
from onnx import TensorProto, helper, numpy_helper
from weft import _tools
from weft.optimizer import Model, Quantizer, benchmark, compare, load, load_llama

INPUTS, HIDDEN, OUTPUTS = 320, 96, 24
VOCABULARY, WIDTH, HEADS, LAYERS = 40, 64, 4, 2
QUIET = {"cpu": "avx2", "threads": 1}


def write_onnx(path, w1, w2):
    """y = relu(x w1) w2, with weights as x @ w has them."""
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w1"], ["h"]), helper.make_node("Relu", ["h"], ["r"]), helper.make_node("MatMul", ["r", "w2"], ["y"])],
        "model", [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", w1.shape[0]])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", w2.shape[1]])],
        [numpy_helper.from_array(w1, "w1"), numpy_helper.from_array(w2, "w2")])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)


def write_linear(path, w):
    """y = x w, so that the unit matrix brings the weights out."""
    graph = helper.make_graph([helper.make_node("MatMul", ["x", "w"], ["y"])], "model",
                              [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", w.shape[0]])],
                              [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", w.shape[1]])], [numpy_helper.from_array(w, "w")])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)


LETTERS = [chr(ord("a") + i) for i in range(26)] + [chr(ord("A") + i) for i in range(VOCABULARY - 28)] + ["ab", "<end>"]


def levels_here():
    """The levels of code that this processor runs."""
    targets = json.loads(_tools.run_tool("targets", "--json")[0])
    return [level["name"] for level in targets[0]["levels"] if level["runs_here"]]


def write_llama(path, rng, tokens=LETTERS):
    """A LLaMA of random weights with a tokenizer of single characters; the last token ends texts."""
    vocabulary = len(tokens)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(128)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(2 * WIDTH)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS // 2)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(vocabulary)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types([gguf.TokenType.NORMAL] * (vocabulary - 1) + [gguf.TokenType.CONTROL])
    writer.add_token_merges(["a b"])
    writer.add_eos_token_id(vocabulary - 1)
    writer.add_chat_template("{{ messages[0].content }}")
    add = lambda name, *shape: writer.add_tensor(name + ".weight", rng.standard_normal(shape).astype(np.float32) / np.float32(np.sqrt(shape[-1])))
    one = lambda name: writer.add_tensor(name + ".weight", np.ones(WIDTH, np.float32))
    add("token_embd", vocabulary, WIDTH)
    add("output", vocabulary, WIDTH)
    one("output_norm")
    for layer in range(LAYERS):
        for name, rows, columns in (("attn_q", WIDTH, WIDTH), ("attn_k", WIDTH // 2, WIDTH), ("attn_v", WIDTH // 2, WIDTH), ("attn_output", WIDTH, WIDTH),
                                    ("ffn_gate", 2 * WIDTH, WIDTH), ("ffn_up", 2 * WIDTH, WIDTH), ("ffn_down", WIDTH, 2 * WIDTH)):
            add(f"blk.{layer}.{name}", rows, columns)
        one(f"blk.{layer}.attn_norm")
        one(f"blk.{layer}.ffn_norm")
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def half_scales(w, bits, group):
    """For each weight of [outputs, inputs] half of the scale that symmetric rounding to nearest needs at most; scales are of f16."""
    bound = np.empty_like(w)
    group = group or w.shape[1]
    for begin in range(0, w.shape[1], group):
        part = w[:, begin:begin + group]
        bound[:, begin:begin + group] = np.abs(part).max(1, keepdims=True) / (2 ** (bits - 1) - 1) / 2
    return bound * (1 + 2.0**-9) + 1e-7


def relative_error(found, expected):
    return np.linalg.norm(found - expected) / np.linalg.norm(expected)


class OptimizerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        rng = np.random.default_rng(5)
        cls.w1 = rng.standard_normal((INPUTS, HIDDEN), dtype=np.float32)
        cls.w2 = rng.standard_normal((HIDDEN, OUTPUTS), dtype=np.float32)
        cls.x = rng.standard_normal((8, INPUTS), dtype=np.float32)
        cls.y = np.maximum(cls.x @ cls.w1, 0) @ cls.w2
        cls.onnx, cls.linear, cls.gguf = cls.folder / "model.onnx", cls.folder / "linear.onnx", cls.folder / "llama.gguf"
        write_onnx(cls.onnx, cls.w1, cls.w2)
        write_linear(cls.linear, cls.w1)
        write_llama(cls.gguf, rng)

    def run_model(self, model, x):
        return model.compile(**QUIET).session(threads=1).run({"x": x})["y"]

    def test_weights_are_within_half_a_scale(self):
        w = self.w1.T
        for precision, group, method in (("int8", 128, None), ("int8", 32, None), ("int8", "channel", None), ("int4", 64, "rtn"), ("int3", 320, "rtn")):
            with self.subTest(precision=precision, group=group):
                quantized = Quantizer(precision, group, method, activations="f32").optimize(self.linear)
                found = self.run_model(quantized, np.eye(INPUTS, dtype=np.float32)).T
                bits = int(precision[3:])
                self.assertTrue((np.abs(found - w) <= half_scales(w, bits, 0 if group == "channel" else group)).all())
                report = quantized.report.tensors[0]
                self.assertAlmostEqual(report.relative_error, relative_error(found, w), delta=1e-5)
                self.assertEqual((report.bits, report.group), (bits, INPUTS if group == "channel" else group))

    def test_asymmetric_and_search_are_no_worse(self):
        errors = {}
        for name, options in (("plain", {"method": "rtn"}), ("asymmetric", {"method": "rtn", "symmetric": False}), ("search", {}),
                              ("clip", {"method": "rtn", "clip": True})):
            quantized = Quantizer("int4", 64, activations="f32", **options).optimize(self.linear)
            errors[name] = relative_error(self.run_model(quantized, np.eye(INPUTS, dtype=np.float32)), self.w1)
        self.assertLess(max(errors["asymmetric"], errors["search"], errors["clip"]), errors["plain"])

    def test_outputs_are_near_those_of_the_original(self):
        np.testing.assert_allclose(self.run_model(load(self.onnx), self.x), self.y, rtol=2e-4, atol=2e-3)
        for precision, bound in (("int8", 0.01), ("int6", 0.04), ("int5", 0.08), ("int4", 0.15), ("int3", 0.35), ("bf16", 0.01), ("f16", 0.002)):
            with self.subTest(precision):
                self.assertLess(relative_error(self.run_model(Quantizer(precision).optimize(self.onnx), self.x), self.y), bound)

    def test_report(self):
        report = Quantizer().optimize(self.onnx).report
        self.assertEqual(report.precision, "int8")
        self.assertEqual({each.name: each.bytes_before for each in report.tensors}, {"w1": self.w1.nbytes, "w2": self.w2.nbytes})
        self.assertEqual(report.bytes_before, self.w1.nbytes + self.w2.nbytes)
        # A byte for each weight, and scales of two bytes for three groups and one.
        self.assertEqual(report.bytes_after, self.w1.size + self.w2.size + 2 * (3 * HIDDEN + OUTPUTS))
        self.assertEqual(report.bytes_after, sum(each.bytes_after for each in report.tensors))
        self.assertAlmostEqual(report.ratio, report.bytes_after / report.bytes_before)
        self.assertEqual(report.worst.relative_error, max(each.relative_error for each in report.tensors))
        self.assertIn("2 of 2 weights changed", str(report))

    def test_skip(self):
        report = Quantizer(skip="^w1$").optimize(self.onnx).report
        self.assertEqual({each.name: each.is_changed for each in report.tensors}, {"w1": False, "w2": True})
        self.assertTrue(any("w1" in text and "skipped" in text for text in report.remarks), report.remarks)

    def test_refusals(self):
        for options, words in [({"group_size": 0}, "group_size expects a whole number of at least 1.*found 0"), ({"group_size": -3}, "found -3"),
                               ({"group_size": 1.5}, "found 1.5"), ({"precision": "int7"}, "precision expects one of int8, .*found 'int7'"),
                               ({"method": "best"}, "method expects one of rtn, search, gptq, awq, found 'best'"),
                               ({"activations": "i8"}, "activations expects one of bf16, f32, int8, dynamic-int8"), ({"activations": "int8"}, "activations int8 expects calibration by a .npy or .npz file with inputs or a folder of images; activations dynamic-int8"), ({"skip": "("}, "skip expects a regular expression"),
                               ({"method": "gptq"}, "gptq expects calibration"),
                               ({"precision": "bf16", "symmetric": False}, "asymmetric.*are for integers; precision is bf16"),
                               ({"precision": "bf16", "calibration": self.x}, "calibration and statistics are for integers"),
                               ({"clip": True, "method": "search"}, "clip is a part of method search"),
                               ({"calibration": self.x[:, :3]}, r"expected samples of f32\[\?, 320\].*found f32\[8, 3\]"),
                               ({"calibration": self.x[:0]}, "empty"), ({"calibration_samples": 0}, "at least 1, found 0"),
                               ({"statistics": self.folder / "none.stat"}, "none.stat.*there is no such file")]:
            with self.subTest(options), self.assertRaisesRegex(weft.Error, words):
                Quantizer(**options).optimize(self.onnx)
        nothing = self.folder / "nothing.onnx"
        with self.assertRaisesRegex(weft.Error, "nothing.onnx.*No such file"):
            Quantizer().optimize(nothing)
        with self.assertRaisesRegex(weft.Error, "found int"):
            Quantizer().optimize(5)

    def test_output_is_replaced_only_by_a_success(self):
        output = self.folder / "out.ir"
        output.write_bytes(b"old")
        bad = self.folder / "bad.onnx"
        write_linear(bad, np.where(np.arange(self.w1.size).reshape(self.w1.shape) == 7, np.float32(np.nan), self.w1))
        with self.assertRaisesRegex(weft.Error, "'w'.*NaN"):
            Quantizer().optimize(bad, output)
        with self.assertRaisesRegex(weft.Error, "there is no folder"):
            Quantizer().optimize(self.onnx, self.folder / "none" / "out.ir")
        with self.assertRaisesRegex(weft.Error, "is the model itself"):
            Quantizer().optimize(self.onnx, self.onnx)
        self.assertEqual(output.read_bytes(), b"old")
        model = Quantizer().optimize(self.onnx, output)
        self.assertEqual((model.path, model.format), (output, "model.ir"))

    def test_a_temporary_model_goes_or_is_saved(self):
        model = Quantizer().optimize(self.onnx)
        path, saved = model.path, self.folder / "saved.ir"
        self.assertTrue(path.exists())
        expected = self.run_model(model, self.x)
        self.assertEqual(model.save(saved), saved)
        self.assertFalse(path.exists())
        np.testing.assert_array_equal(self.run_model(load(saved), self.x), expected)
        copy = load(saved)
        copy.save(self.folder / "copy.ir")
        self.assertEqual(saved.read_bytes(), (self.folder / "copy.ir").read_bytes())
        with self.assertRaisesRegex(weft.Error, "there is no folder"):
            model.save(self.folder / "none" / "m.ir")
        gone = Quantizer().optimize(self.onnx)
        path = gone.path
        del gone
        self.assertFalse(path.exists())

    def test_requantizing_is_asked_for(self):
        int8 = Quantizer("int8").optimize(self.onnx)
        with self.assertRaisesRegex(weft.Error, "has been quantized to 8 bits"):
            Quantizer("int4").optimize(int8)
        twice = Quantizer("int4", requantize=True).optimize(int8)
        self.assertLess(relative_error(self.run_model(twice, self.x), self.y), 0.2)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            again = Quantizer("int8").optimize(int8)
        self.assertRegex(str(caught[0].message), "have been quantized before")
        self.assertEqual(again.report.warnings, (str(caught[0].message),))

    def test_calibration(self):
        # Inputs depend on each other, and some are strong: what others can make up for, and which weights are to be exact.
        rng = np.random.default_rng(11)
        strength = np.where(np.arange(INPUTS) % 2, 4, 0.1).astype(np.float32)
        mix = rng.standard_normal((40, INPUTS), dtype=np.float32) * strength
        draw = lambda count: rng.standard_normal((count, 40), dtype=np.float32) @ mix + 0.1 * rng.standard_normal((count, INPUTS), dtype=np.float32)
        data, unseen = draw(1024), draw(256)
        expected = unseen @ self.w1
        steps, errors = [], {}
        statistics = self.folder / "linear.stat"
        for name, options in (("plain", {}), ("search", {"calibration": data, "statistics": statistics}), ("gptq", {"method": "gptq", "calibration": data}),
                              ("kept", {"statistics": statistics})):
            quantizer = Quantizer("int3", 64, activations="f32", calibration_samples=1024, **options)
            model = quantizer.optimize(self.linear, progress=lambda part, step: steps.append((part, step)))
            errors[name] = relative_error(self.run_model(model, unseen), expected)
        self.assertLess(errors["search"], errors["plain"])
        self.assertLess(errors["gptq"], 0.7 * errors["search"])
        self.assertEqual(errors["kept"], errors["search"])
        self.assertTrue(all(0 <= part <= 1 for part, _ in steps))
        self.assertIn("calibrating", {step for _, step in steps})

    def test_an_error_of_progress_comes_through(self):
        def stop(part, step):
            raise KeyError("stop")

        with self.assertRaises(KeyError):
            Quantizer().optimize(self.onnx, progress=stop)

    def test_language_model(self):
        model = load_llama(self.gguf)
        self.assertEqual(model.format, "gguf")
        quantized = Quantizer("int8", 32).optimize(model)
        self.assertEqual({each.name for each in quantized.report.tensors if each.is_changed},
                         {"token_embd.weight", "output.weight",
                          *(f"blk.{i}.{name}.weight" for i in range(LAYERS)
                            for name in ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"))})
        tokens = np.random.default_rng(3).integers(0, VOCABULARY, 24)
        programs = [each.compile(**QUIET) for each in (model, quantized)]
        logits = []
        for program in programs:
            self.assertEqual(set(program.functions), {"prefill", "decode", "evaluate"})
            self.assertEqual(json.loads(program.assets["tokenizer.json"])["model"]["vocab"]["c"], 2)
            self.assertEqual(program.assets["chat_template.jinja"], b"{{ messages[0].content }}")
            self.assertIn(VOCABULARY - 1, np.atleast_1d(json.loads(program.assets["generation_config.json"])["eos_token_id"]))
            session = program.session(threads=1)
            with self.assertRaisesRegex(weft.Error, "expected the name of a function.*prefill"):
                session.run({"tokens": tokens})
            logits.append(session.run({"tokens": tokens}, "evaluate")["logits"])
            # The functions share the state: what one has read, the others know.
            session.reset()
            read = session.run({"tokens": tokens[:-2]}, function="prefill")["logits"]
            np.testing.assert_allclose(read[-1], logits[-1][-3], atol=0.02)
            for at in (-2, -1):
                last = session.run({"tokens": tokens[at:][:1]}, function="decode")["logits"]
                np.testing.assert_allclose(last[-1], logits[-1][at], atol=0.02)
            fresh = program.session(threads=1).run({"tokens": tokens[-1:]}, "decode")["logits"]
            self.assertGreater(np.abs(fresh[-1] - logits[-1][-1]).max(), 0.1)
        self.assertLess(relative_error(logits[1], logits[0]), 0.03)

    def test_calibration_of_a_language_model(self):
        tokens = np.random.default_rng(2).integers(0, VOCABULARY, (4, 64))
        model = Quantizer("int4", 32, method="gptq", calibration=tokens).optimize(self.gguf)
        self.assertEqual({each.type for each in model.report.tensors if each.is_changed}, {"i4"})
        for data, words in ((tokens[0, :10], "has 10 tokens: calibration needs at least 64"), (tokens * 1.0, "expected token ids"),
                            (tokens - VOCABULARY, "which the model does not have"), (tokens + VOCABULARY, "calibrating: .*index")):
            with self.subTest(words), self.assertRaisesRegex(weft.Error, words):
                Quantizer("int4", calibration=data).optimize(self.gguf)

    def test_generates(self):
        quantized = Quantizer("int8", 32).optimize(self.gguf)
        text = quantized.generate("abc", max_tokens=5, raw=True, threads=1)
        self.assertEqual(text, quantized.generate("abc", max_tokens=5, raw=True, threads=1))
        with self.assertRaisesRegex(weft.Error, "max-tokens"):
            quantized.generate("abc", max_tokens=0)

    def test_formats(self):
        with self.assertRaisesRegex(weft.Error, "expected a language model.*which is onnx"):
            load_llama(self.onnx)
        with self.assertRaisesRegex(weft.Error, "without config.json"):
            load(self.folder)
        with self.assertRaisesRegex(weft.Error, "cannot read '.*nothing'"):
            load_llama(self.folder / "nothing")
        module = self.folder / "linear.wm"
        program = load(self.linear).compile(module, **QUIET)
        x = self.x[:2]
        np.testing.assert_array_equal(load(module).compile().session(1).run({"x": x})["y"], program.session(1).run({"x": x})["y"])
        with self.assertRaisesRegex(weft.Error, "compiled module"):
            Quantizer().optimize(module)

    def test_dims_are_kept(self):
        quantized = Quantizer().optimize(load(self.onnx, dims={"n": 3}))
        self.assertEqual(quantized.compile(**QUIET).inputs[0].dims, (3, INPUTS))

    def test_torch_modules_are_exported(self):
        """Stands for torch, which is too large for the tests: what Weft asks of it."""
        test = self

        class Module:
            training = True

            def eval(self):
                self.training = False

            def train(self, mode):
                self.training = mode

        def export(module, inputs, path):
            test.assertFalse(module.training)
            test.assertEqual(inputs, (test.x,))
            write_onnx(path, test.w1, test.w2)

        torch = types.ModuleType("torch")
        torch.nn, torch.onnx = types.SimpleNamespace(Module=Module), types.SimpleNamespace(export=export)
        before = sys.modules.get("torch")
        sys.modules["torch"] = torch
        try:
            module = Module()
            quantized = Quantizer().optimize(module, example_inputs=self.x)
            self.assertTrue(module.training)
            with self.assertRaisesRegex(weft.Error, "example_inputs"):
                load(module)
        finally:
            del sys.modules["torch"]
            if before:
                sys.modules["torch"] = before
        self.assertLess(relative_error(self.run_model(quantized, self.x), self.y), 0.01)

    def test_benchmark(self):
        figures = benchmark(self.onnx, seconds=0.05, threads=1, inputs={"x": "random:4x320"})
        self.assertGreater(figures.latency_ms, 0)
        self.assertGreaterEqual(figures.latency_p99_ms, figures.latency_ms)
        self.assertEqual((figures.threads, figures.decode_tokens_per_s), (1, None))
        figures = benchmark(load_llama(self.gguf), prompt_tokens=8, generate=4, seconds=0.05, threads=1)
        self.assertGreater(min(figures.prefill_tokens_per_s, figures.decode_tokens_per_s), 0)
        facts = figures.facts
        self.assertEqual(sum(each["count"] for each in facts["histogram"]), 4 * facts["rounds"])
        self.assertLessEqual(facts["ms_per_token"]["min"], facts["ms_per_token"]["median"])
        self.assertAlmostEqual(facts["time_to_first_token_ms"], 8e3 / facts["prefill_tokens_per_s_median"])
        calls = {each["name"]: each for each in facts["dispatch_times"] if each["name"].endswith("a whole call")}
        # Of a prompt of 8 tokens all are read, and the head's product is for one; a step is one token.
        prompt, step = calls["prefill, a whole call"]["flops"], calls["decode, a whole call"]["flops"]
        self.assertTrue(step < prompt < 8 * step, calls)
        with self.assertRaisesRegex(weft.Error, "nothing"):
            benchmark(self.onnx, inputs={"nothing": "zeros"})

    def test_compare(self):
        try:
            _tools.run_tool("compare", "--help")
        except weft.Error as error:
            self.skipTest(str(error))
        figures = compare(self.onnx, Quantizer().optimize(self.onnx), samples=2, threads=1)
        self.assertEqual((figures.kind, figures.perplexity_a, figures.passed), ("function", None, True))
        self.assertGreater(figures.cosine, 0.999)
        self.assertLess(figures.relative_error, 0.02)
        text = self.folder / "text.txt"
        text.write_text("".join(np.random.default_rng(1).choice(list("abcdefg"), 600)))
        figures = compare(self.gguf, Quantizer("int4", 32).optimize(self.gguf), text, context=64, chunks=4, max_kl=0, threads=1)
        self.assertEqual((figures.kind, figures.passed), ("language", False))
        self.assertGreater(figures.kl_mean, 0)
        self.assertGreater(figures.perplexity_a, 1)

    def test_the_tool_is_found(self):
        self.assertEqual(_tools.flags(a_b=1, c=True, d=False, e=None, f=["x", "y"], g=Path("/p")),
                         ["--a-b=1", "--c", "--f=x", "--f=y", "--g=/p"])


if __name__ == "__main__":
    unittest.main()
