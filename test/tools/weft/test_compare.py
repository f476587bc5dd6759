# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""weft compare against figures that NumPy computes: from a decoder of its own for language models, from products for others."""
import json, os, subprocess, sys, tempfile, unittest
from pathlib import Path

import gguf
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ROOT = Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(ROOT / "test" / "Import" / "Gguf"))
from byte_level import ByteLevel, characters_of_bytes

BUILD = Path(os.environ.get("WEFT_BUILD") or ROOT / "build")
CONTEXT, WIDTH, HEADS, KEY_HEADS, INTERMEDIATE, LAYERS, BASE, EPSILON = 64, 32, 4, 2, 48, 2, 1000.0, 1e-5
MERGES = ["t h", "th e", "i n", "Ġ t", "h e", "Ġt he", "e r", "a n", "Ġ a", "o r"]
TOKENS = [*characters_of_bytes().values(), *(merge.replace(" ", "") for merge in MERGES), "<s>", "</s>"]
BOS, EOS = TOKENS.index("<s>"), TOKENS.index("</s>")
TEXT = "\n".join((ROOT / name).read_text() for name in ("CONTRIBUTING.md", "README.md"))[:1500]


def make_weights(rng, architecture, vocabulary=len(TOKENS), tied=False):
    """Weights by the names of GGUF; the gains are near 1, and the logits spread over a few units."""
    def matrix(rows, columns, scale=1.0):
        return (rng.standard_normal((rows, columns)) * scale / np.sqrt(columns)).astype(np.float32)
    def gain():
        return (1 + 0.1 * rng.standard_normal(WIDTH)).astype(np.float32)
    width = WIDTH // HEADS
    weights = {"token_embd.weight": matrix(vocabulary, WIDTH, 3), "output_norm.weight": gain()}
    if not tied:
        weights["output.weight"] = matrix(vocabulary, WIDTH, 2)
    for layer in range(LAYERS):
        block = {"attn_norm.weight": gain(), "ffn_norm.weight": gain(),
                 "attn_q.weight": matrix(HEADS * width, WIDTH, 2), "attn_k.weight": matrix(KEY_HEADS * width, WIDTH, 2),
                 "attn_v.weight": matrix(KEY_HEADS * width, WIDTH), "attn_output.weight": matrix(WIDTH, HEADS * width),
                 "ffn_gate.weight": matrix(INTERMEDIATE, WIDTH), "ffn_up.weight": matrix(INTERMEDIATE, WIDTH),
                 "ffn_down.weight": matrix(WIDTH, INTERMEDIATE)}
        if architecture == "qwen2":
            for name in ("attn_q", "attn_k", "attn_v"):
                block[f"{name}.bias"] = (0.3 * rng.standard_normal(len(block[f"{name}.weight"]))).astype(np.float32)
        weights |= {f"blk.{layer}.{name}": value for name, value in block.items()}
    return weights


def change(weights, rng, by):
    return {name: (value * (1 + by * rng.standard_normal(value.shape))).astype(np.float32) for name, value in weights.items()}


def write_gguf(path, architecture, weights, tokens=TOKENS, adds_bos=False):
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INTERMEDIATE)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KEY_HEADS)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_rope_freq_base(BASE)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types([gguf.TokenType.CONTROL if token in ("<s>", "</s>") else gguf.TokenType.NORMAL for token in tokens])
    writer.add_token_merges(MERGES)
    writer.add_bos_token_id(BOS)
    writer.add_eos_token_id(EOS)
    writer.add_add_bos_token(adds_bos)
    for name, value in weights.items():
        writer.add_tensor(name, value)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def decode(weights, architecture, tokens):
    """Logits behind each token, in double precision."""
    weights = {name: value.astype(np.float64) for name, value in weights.items()}
    count, width = len(tokens), WIDTH // HEADS

    def normalize(x, name):
        return x / np.sqrt((x * x).mean(-1, keepdims=True) + EPSILON) * weights[f"{name}.weight"]

    def linear(x, name):
        return x @ weights[f"{name}.weight"].T + weights.get(f"{name}.bias", 0)

    def rotate(x):  # [tokens, heads, width]
        angles = np.arange(count)[:, None, None] * BASE ** (-2 * np.arange(width // 2) / width)
        first, second = (slice(0, None, 2), slice(1, None, 2)) if architecture == "llama" else (slice(0, width // 2), slice(width // 2, None))
        turned = np.empty_like(x)
        turned[..., first] = x[..., first] * np.cos(angles) - x[..., second] * np.sin(angles)
        turned[..., second] = x[..., second] * np.cos(angles) + x[..., first] * np.sin(angles)
        return turned

    x = weights["token_embd.weight"][tokens]
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        h = normalize(x, f"{block}.attn_norm")
        query = rotate(linear(h, f"{block}.attn_q").reshape(count, HEADS, width))
        key = rotate(linear(h, f"{block}.attn_k").reshape(count, KEY_HEADS, width))
        value = linear(h, f"{block}.attn_v").reshape(count, KEY_HEADS, width)
        key, value = (np.repeat(each, HEADS // KEY_HEADS, axis=1) for each in (key, value))
        scores = np.einsum("qhd,khd->hqk", query, key) / np.sqrt(width)
        scores = np.where(np.tri(count, dtype=bool), scores, -np.inf)
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        x = x + linear(np.einsum("hqk,khd->qhd", shares, value).reshape(count, -1), f"{block}.attn_output")
        h = normalize(x, f"{block}.ffn_norm")
        gate = linear(h, f"{block}.ffn_gate")
        x = x + linear(gate / (1 + np.exp(-gate)) * linear(h, f"{block}.ffn_up"), f"{block}.ffn_down")
    x = normalize(x, "output_norm")
    return linear(x, "output" if "output.weight" in weights else "token_embd")


def log_softmax(logits):
    shifted = logits - logits.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))


def mean(values):
    """The mean, its standard error and the 95 % interval."""
    middle, error = values.mean(), values.std(ddof=1) / np.sqrt(len(values))
    return middle, error, [middle - 1.959964 * error, middle + 1.959964 * error]


def compute_figures(a, b, architecture, tokens, context, adds_bos):
    """What the protocol of llama-perplexity gives, by its definition."""
    first, logits, texts = context // 2, ([], []), []
    for start in range(0, len(tokens) - context + 1, context):
        chunk = list(tokens[start:start + context])
        texts += chunk[first + 1:]
        if adds_bos:
            chunk[0] = BOS
        for weights, each in zip((a, b), logits):
            each.append(decode(weights, architecture, chunk)[first:-1])
    (a, b), texts, rows = map(np.concatenate, logits), np.array(texts), np.arange(len(texts))
    log_a, log_b = log_softmax(a), log_softmax(b)
    loss_a, loss_b = -log_a[rows, texts], -log_b[rows, texts]
    divergence = (np.exp(log_a) * (log_a - log_b)).sum(-1)
    right_a, right_b = a.argmax(-1) == texts, b.argmax(-1) == texts
    change = np.exp(-loss_b) - np.exp(-loss_a)
    cosine = (a * b).sum(-1) / np.linalg.norm(a, axis=-1) / np.linalg.norm(b, axis=-1)
    ratio = mean(loss_b - loss_a)
    return {"scored": len(texts), "chunks": len(tokens) // context, "tokens": len(tokens), "context": context,
            "perplexity_a": np.exp(loss_a.mean()), "perplexity_b": np.exp(loss_b.mean()),
            "perplexity_a_error": np.exp(loss_a.mean()) * mean(loss_a)[1],
            "perplexity_a_interval": np.exp(mean(loss_a)[2]),
            "ratio": np.exp(ratio[0]), "ratio_interval": np.exp(ratio[2]),
            "kl_mean": divergence.mean(), "kl_mean_interval": mean(divergence)[2], "kl_median": np.median(divergence),
            "kl_p99": np.quantile(divergence, 0.99), "kl_max": divergence.max(),
            "top1_agreement": (a.argmax(-1) == b.argmax(-1)).mean(),
            "accuracy_a": right_a.mean(), "accuracy_b": right_b.mean(),
            "accuracy_difference_interval": mean(right_b * 1.0 - right_a)[2],
            "flips": {"lost": (right_a & ~right_b).sum(), "won": (right_b & ~right_a).sum()},
            "delta_p_mean": change.mean(), "delta_p_mean_interval": mean(change)[2], "delta_p_rms": np.sqrt((change ** 2).mean()),
            "cosine_mean": cosine.mean(), "cosine_min": cosine.min()}


class Compare(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.text = cls.folder / "text.txt"
        cls.text.write_text(TEXT)
        cls.tokens = ByteLevel(TOKENS, MERGES, [], False).encode(TEXT)
        cls.weights = make_weights(np.random.default_rng(1), "llama")
        cls.others = change(cls.weights, np.random.default_rng(2), 0.2)
        cls.a = write_gguf(cls.folder / "a.gguf", "llama", cls.weights)
        cls.b = write_gguf(cls.folder / "b.gguf", "llama", cls.others)

    def run_weft(self, *arguments, status=0):
        """What weft writes to stdout and stderr."""
        done = subprocess.run([BUILD / "bin" / "weft", *map(str, arguments)], capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout, done.stderr

    def compare(self, *arguments, status=0):
        return json.loads(self.run_weft("compare", *arguments, "--json", status=status)[0])

    def refuse(self, pattern, *arguments, status=1):
        output, errors = self.run_weft("compare", *arguments, status=status)
        self.assertEqual(output, "")
        self.assertRegex(errors, pattern)

    def check(self, found, expected):
        for name, value in expected.items():
            with self.subTest(name):
                if isinstance(value, dict):
                    self.assertEqual(found[name], {key: int(count) for key, count in value.items()})
                else:
                    np.testing.assert_allclose(found[name], value, rtol=2e-4, atol=2e-6)

    def test_text_and_figures(self):
        found = self.compare(self.a, self.b, "--data", self.text)
        self.assertEqual((found["kind"], found["a"], found["b"]), ("language", str(self.a), str(self.b)))
        expected = compute_figures(self.weights, self.others, "llama", self.tokens, CONTEXT, False)
        self.assertGreater(expected["kl_mean"], 0.01)
        self.assertGreater(min(expected["flips"].values()), 0)
        self.check(found, expected)

    def test_a_token_of_the_beginning(self):
        """Tokens are shifted by one, and each chunk begins with it."""
        a = write_gguf(self.folder / "bos-a.gguf", "llama", self.weights, adds_bos=True)
        b = write_gguf(self.folder / "bos-b.gguf", "llama", self.others, adds_bos=True)
        expected = compute_figures(self.weights, self.others, "llama", [BOS, *self.tokens][:3 * 33], 33, True)
        del expected["tokens"]
        self.check(self.compare(a, b, "--data", self.text, "--context", 33, "--chunks", 3), expected)

    def test_other_rotation_biases_and_a_tied_head(self):
        weights = make_weights(np.random.default_rng(3), "qwen2", tied=True)
        others = change(weights, np.random.default_rng(4), 0.1)
        a = write_gguf(self.folder / "qwen-a.gguf", "qwen2", weights)
        b = write_gguf(self.folder / "qwen-b.gguf", "qwen2", others)
        expected = compute_figures(weights, others, "qwen2", self.tokens, 48, False)
        self.check(self.compare(a, b, "--data", self.text, "--context", 48, "--threads", 1), expected)

    def test_every_form_of_a_model_is_the_same(self):
        module, ir = self.folder / "a.wm", self.folder / "a.ir"
        self.run_weft("compile", self.a, "-o", module)
        self.run_weft("convert", self.a, "-o", ir)
        for other in (self.a, module, ir):
            with self.subTest(other.suffix):
                found = self.compare(other, self.a, "--data", self.text, "--context", 32)
                self.assertEqual((found["ratio"], found["kl_max"], found["top1_agreement"], found["delta_p_rms"]), (1, 0, 1, 0))
                self.assertEqual((found["flips"], found["cosine_min"]), ({"lost": 0, "won": 0}, 1))

    def test_table(self):
        output, _ = self.run_weft("compare", self.a, self.b, "--data", self.text, "--chunks", 2)
        for word in ("2 chunks of 64 tokens, 62 predictions", "perplexity", "ratio", "KL", "top-1", "flips", "delta p", "cosine"):
            self.assertIn(word, output)

    def test_limits(self):
        figures = self.compare(self.a, self.b, "--data", self.text)
        for flag, name, worse in (("--max-kl", "kl_mean", -1), ("--max-perplexity-ratio", "ratio", -1), ("--min-agreement", "top1_agreement", 1)):
            with self.subTest(flag):
                self.run_weft("compare", self.a, self.b, "--data", self.text, flag, figures[name] * (1 - 0.01 * worse))
                limit = figures[name] * (1 + 0.01 * worse)
                output, errors = self.run_weft("compare", self.a, self.b, "--data", self.text, flag, limit, "--json", status=4)
                self.assertEqual(json.loads(output)[name], figures[name])
                self.assertRegex(errors, f"error: .* is .*{flag}")

    def test_wrong_usage(self):
        self.refuse("expected --data FILE with text", self.a, self.b, status=2)
        self.refuse("expected `weft compare A B", self.a, status=2)
        self.refuse("--context expects a whole number of at least 4", self.a, self.b, "--data", self.text, "--context", 3, status=2)
        self.refuse("--min-agreement expects a share of 0 to 1, found 99", self.a, self.b, "--data", self.text, "--min-agreement", 99, status=2)
        self.refuse("--max-kl needs --data", self.a, self.b, "--ab", "--max-kl", 1, status=2)
        self.refuse("--input is for other models", self.a, self.b, "--data", self.text, "--input", "tokens=1", status=2)

    def test_bad_input(self):
        short = self.folder / "short.txt"
        short.write_text("too short")
        self.refuse(f"short.txt: expected text of at least 64 tokens, one chunk, found {len(ByteLevel(TOKENS, MERGES, [], False).encode('too short'))};", self.a, self.b, "--data", short)
        short.write_text("")
        self.refuse("at least 64 tokens, one chunk, found 0;", self.a, self.b, "--data", short)
        self.refuse("cannot read '.*nothing.txt': No such file", self.a, self.b, "--data", self.folder / "nothing.txt")
        self.refuse("expected a --context of at most the 64 tokens", self.a, self.b, "--data", self.text, "--context", 65)
        self.refuse("expected --prompt-tokens and --generate of at most the 64 tokens together that the model was made for, found 65", self.a, self.b, "--ab",
                    "--prompt-tokens", 60, "--generate", 5)
        larger = write_gguf(self.folder / "larger.gguf", "llama", make_weights(np.random.default_rng(5), "llama", len(TOKENS) + 3),
                            [*TOKENS, "x1", "x2", "x3"])
        self.refuse(f"same vocabulary, found one of {len(TOKENS)} and one of {len(TOKENS) + 3} tokens", self.a, larger, "--data", self.text)
        self.refuse("cannot read '.*nothing.gguf'", self.a, self.folder / "nothing.gguf", "--data", self.text)

    def test_not_a_number(self):
        weights = {**self.weights, "output_norm.weight": np.full(WIDTH, np.nan, np.float32)}
        broken = write_gguf(self.folder / "broken.gguf", "llama", weights)
        self.refuse("expected finite logits, found others of model B behind token 32 of chunk 0", self.a, broken, "--data", self.text)

    def test_latency(self):
        latency = self.compare(self.a, self.b, "--ab", "--seconds", 0.1, "--prompt-tokens", 20, "--generate", 3)["latency"]
        self.assertEqual((latency["prompt_tokens"], latency["steps"]), (20, 3))
        for name in ("prefill", "decode"):
            with self.subTest(name):
                of = latency[name]
                self.assertGreaterEqual(of["pairs"], 2)
                self.assertGreater(min(of["median_a_ms"], of["median_b_ms"]), 0)
                self.assertLessEqual(of["median_a_ms"], of["p90_a_ms"])
                low, high = of["difference_ms_interval"]
                self.assertLessEqual(low, of["difference_ms"])
                self.assertLessEqual(of["difference_ms"], high)

    # Other models.

    def write_product(self, name, weight, bias=None):
        """y = x w, and z, a number for each call."""
        nodes = [helper.make_node("MatMul", ["x", "w"], ["y"]), helper.make_node("ReduceSum", ["y"], ["z"], keepdims=0)]
        graph = helper.make_graph(nodes, "g", [helper.make_tensor_value_info("x", TensorProto.FLOAT, [5, 8])],
                                  [helper.make_tensor_value_info("y", TensorProto.FLOAT, [5, weight.shape[1]]),
                                   helper.make_tensor_value_info("z", TensorProto.FLOAT, [])],
                                  [numpy_helper.from_array(weight, "w")])
        onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), self.folder / name)
        return self.folder / name

    def test_outputs(self):
        rng = np.random.default_rng(6)
        x, weight = (rng.standard_normal(shape).astype(np.float32) for shape in ((5, 8), (8, 4)))
        other = weight + 0.5 * rng.standard_normal((8, 4)).astype(np.float32)
        a, b = self.write_product("a.onnx", weight), self.write_product("b.onnx", other)
        np.save(self.folder / "x.npy", x)
        found = self.compare(a, b, "--input", f"x={self.folder / 'x.npy'}")
        self.assertEqual((found["kind"], found["calls"]), ("function", 1))
        y, z = x.astype(np.float64) @ weight, x.astype(np.float64) @ other
        agreement = (y.argmax(-1) == z.argmax(-1)).mean()
        self.assertTrue(0 < agreement < 1)
        for output, (one, two) in zip(found["outputs"], ((y, z), (y.sum(), z.sum()))):
            one, two = np.ravel(one), np.ravel(two)
            expected = {"relative_error": np.linalg.norm(two - one) / np.linalg.norm(one), "largest_difference": np.abs(two - one).max(),
                        "cosine": one @ two / np.linalg.norm(one) / np.linalg.norm(two)}
            self.check(output, expected)
        self.assertEqual(found["outputs"][0]["top1_agreement"], agreement)
        self.assertNotIn("top1_agreement", found["outputs"][1])
        self.run_weft("compare", a, b, "--input", f"x={self.folder / 'x.npy'}", "--min-agreement", agreement)
        self.run_weft("compare", a, b, "--input", f"x={self.folder / 'x.npy'}", "--min-agreement", 1, status=4)

    def test_random_inputs(self):
        weight = np.random.default_rng(7).standard_normal((8, 4)).astype(np.float32)
        a = self.write_product("a.onnx", weight)
        found = self.compare(a, a, "--samples", 20)
        self.assertEqual((found["calls"], found["top1_agreement"], found["outputs"][0]["relative_error"]), (20, 1, 0))
        # Wilson's interval for 100 of 100.
        np.testing.assert_allclose(found["top1_agreement_interval"], [1 / (1 + 1.959964 ** 2 / 100), 1], rtol=1e-6)
        # The largest is at the same place but for the sign of all.
        found = self.compare(a, self.write_product("b.onnx", -weight), "--samples", 3)
        self.assertEqual((found["top1_agreement"], round(found["outputs"][0]["cosine"], 6)), (0, -1))
        self.assertGreater(self.compare(a, a, "--ab", "--seconds", 0.1)["latency"]["call"]["pairs"], 2)

    def test_other_models_that_do_not_match(self):
        weight = np.ones((8, 4), np.float32)
        a, wide = self.write_product("a.onnx", weight), self.write_product("wide.onnx", np.ones((8, 6), np.float32))
        self.refuse("output 'y': expected the same dimensions of both models", a, wide)
        self.refuse("a.onnx: expected a language model, which has the functions", self.a, a, "--data", self.text)
        self.refuse("--data '.*text.txt' is no folder of images, and no .npy or .npz file of samples: texts are for language models", a, a, "--data", self.text)
        self.refuse("--max-kl is for language models, which these are not", a, a, "--max-kl", 1, status=2)


if __name__ == "__main__":
    unittest.main()
