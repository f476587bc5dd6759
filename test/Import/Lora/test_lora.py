# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""--lora: merged weights are those of peft's arithmetic, W + alpha / rank B A, in NumPy; --lora-beside: logits are those of merged ones; adapters of
peft and of llama.cpp; refusals."""
import json, os, re, subprocess, sys, tempfile, unittest
from pathlib import Path

import gguf
import ml_dtypes
import numpy as np
import weft
from safetensors.numpy import load_file, save_file

ROOT = Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(ROOT / "test" / "python"))
from test_optimizer import HEADS, WIDTH, levels_here, write_linear, write_llama

WEFT = Path(os.environ.get("WEFT_BUILD") or ROOT / "build") / "bin" / "weft"
RANK = 4
SHAPES = {"layers.0.self_attn.q_proj": (WIDTH, WIDTH), "layers.1.self_attn.k_proj": (WIDTH // 2, WIDTH),
          "layers.1.mlp.down_proj": (WIDTH, 2 * WIDTH)}
GGUF = {"layers.0.self_attn.q_proj": ("blk.0.attn_q", HEADS), "layers.1.self_attn.k_proj": ("blk.1.attn_k", HEADS // 2),
        "layers.1.mlp.down_proj": ("blk.1.ffn_down", 0)}


def call(*arguments, status=0):
    done = subprocess.run([WEFT, *map(str, arguments)], capture_output=True, text=True, errors="replace", timeout=100)
    if done.returncode != status:
        raise AssertionError(f"weft {' '.join(map(str, arguments))}: status {done.returncode}: {done.stderr}")
    return done.stderr


def ask(*arguments):
    """What is on stdout."""
    return subprocess.run([WEFT, *map(str, arguments)], capture_output=True, text=True, timeout=100, check=True).stdout


def write_peft(folder, pairs, **settings):
    """As PeftModel.save_pretrained does it."""
    folder.mkdir(exist_ok=True)
    config = {"peft_type": "LORA", "r": RANK, "lora_alpha": 6, "bias": "none", "use_rslora": False, "use_dora": False, **settings}
    (folder / "adapter_config.json").write_text(json.dumps(config))
    tensors = {}
    for name, (a, b) in pairs.items():
        tensors[f"base_model.model.model.{name}.lora_A.weight"], tensors[f"base_model.model.model.{name}.lora_B.weight"] = a, b
    save_file(tensors, folder / "adapter_model.safetensors")
    return folder


def permute(b, heads):
    """Pairs (i, i + half) become neighbours, as llama.cpp's converter has them."""
    return b.reshape(heads, 2, -1, b.shape[1]).swapaxes(1, 2).reshape(b.shape) if heads else b


def write_gguf(path, pairs, alpha, kind="adapter"):
    """As llama.cpp's convert_lora_to_gguf.py does it."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_type(kind)
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", alpha)
    for name, (a, b) in pairs.items():
        there, heads = GGUF[name]
        writer.add_tensor(there + ".weight.lora_a", a)
        writer.add_tensor(there + ".weight.lora_b", np.ascontiguousarray(permute(b, heads)))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


class AdapterTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.rng = np.random.default_rng(3)
        cls.model, cls.plain = cls.folder / "llama.gguf", cls.folder / "plain"
        write_llama(cls.model, cls.rng)
        call("export", cls.model, "-o", cls.plain)
        cls.source = load_file(cls.plain / "model.safetensors")
        matrix = lambda *shape: cls.rng.standard_normal(shape).astype(np.float32)
        cls.pairs = {name: (matrix(RANK, width), matrix(rows, RANK)) for name, (rows, width) in SHAPES.items()}


class Merged(AdapterTest):

    def check_merged(self, model, adapters, scales):
        """`scales` by name, what B A counts; other weights stay bit by bit."""
        out = Path(tempfile.mkdtemp(dir=self.folder))
        call("export", model, "-o", out, "--type", "f32", *(part for each in adapters for part in ("--lora", each)))
        found = load_file(out / "model.safetensors")
        self.assertEqual(found.keys(), self.source.keys())
        for name, values in self.source.items():
            layer = name.removeprefix("model.").removesuffix(".weight")
            if layer not in scales:
                np.testing.assert_array_equal(found[name], values, name)
                continue
            a, b = self.pairs[layer]
            wanted = values + scales[layer] * (b.astype(np.float64) @ a)
            np.testing.assert_allclose(found[name], wanted, rtol=1e-5, atol=1e-5, err_msg=name)
            self.assertGreater(np.abs(found[name] - values).max(), 0.1)

    def test_peft(self):
        adapter = write_peft(self.folder / "adapter", self.pairs)
        for model in (self.model, self.plain):
            self.check_merged(model, [adapter], dict.fromkeys(SHAPES, 6 / RANK))

    def test_settings_of_peft(self):
        adapter = write_peft(self.folder / "stable", self.pairs, use_rslora=True, alpha_pattern={"mlp.down_proj": 2, "proj": 9, "1": 3})
        scales = dict.fromkeys(SHAPES, 6 / np.sqrt(RANK)) | {"layers.1.mlp.down_proj": 2 / np.sqrt(RANK)}
        self.check_merged(self.model, [adapter], scales)

    def test_patterns_of_python(self):
        """As re.match(rf"(.*\\.)?({pattern})$", layer) has them."""
        scales = dict.fromkeys(SHAPES, 6 / RANK) | {"layers.1.mlp.down_proj": 2 / RANK}
        for pattern in (r"layers\.\d+\.mlp\.\w+", r"layers\.(?:1|2)\.mlp\.down_proj", r"layers\.[\d]\.mlp\.[^\s\d]+", r"mlp\D\w+"):
            with self.subTest(pattern):
                adapter = write_peft(self.folder / "patterns", self.pairs, alpha_pattern={pattern: 2})
                self.check_merged(self.model, [adapter], scales)
        adapter = write_peft(self.folder / "patterns", self.pairs, alpha_pattern={"up_proj": 2})
        text = call("export", self.model, "-o", self.folder / "warned.gguf", "--lora", adapter)
        self.assertIn("alpha_pattern 'up_proj' fits no layer", text)
        for pattern in (r"(?!mlp)\w+", r"\w+?proj", r"\bmlp", "(mlp", r"(\w)\1", "mlp\\", "((m{1,200}){1,200}){1,200}", "m{1,255}" * 40):
            with self.subTest(pattern):
                write_peft(adapter, self.pairs, alpha_pattern={pattern: 2})
                text = call("export", self.model, "-o", self.folder / "refused.gguf", "--lora", adapter, status=1)
                self.assertIn(f"alpha_pattern '{pattern}' in adapter_config.json: expected a regular expression", text)

    def test_path_with_sign(self):
        adapter = write_peft(self.folder / "rank=4,name=a", self.pairs)
        self.check_merged(self.model, [adapter], dict.fromkeys(SHAPES, 6 / RANK))
        self.check_merged(self.model, [f"{adapter}=0.5"], dict.fromkeys(SHAPES, 3 / RANK))

    def test_llama_cpp(self):
        adapter = write_gguf(self.folder / "adapter.gguf", self.pairs, 6.0)
        for model in (self.model, self.plain):
            self.check_merged(model, [adapter], dict.fromkeys(SHAPES, 6 / RANK))
        self.check_merged(self.model, [write_gguf(self.folder / "one.gguf", self.pairs, 0.0)], dict.fromkeys(SHAPES, 1))

    def test_scales_add_up(self):
        adapter = write_peft(self.folder / "adapter", self.pairs)
        self.check_merged(self.model, [f"{adapter}=0.5", f"{adapter}=-2"], dict.fromkeys(SHAPES, -1.5 * 6 / RANK))

    def test_quantized(self):
        """Becomes floats; the rest is as near as it was."""
        adapter, ir, out = write_peft(self.folder / "adapter", self.pairs), self.folder / "int8.ir", self.folder / "quantized"
        call("optimize", self.model, "-o", ir, "--group-size", 32, "--verdict", "never")
        text = call("export", ir, "-o", out, "--type", "f32", "--lora", adapter)
        self.assertIn("quantized weights are such again", text)
        found = load_file(out / "model.safetensors")
        for name, values in self.source.items():
            layer = name.removeprefix("model.").removesuffix(".weight")
            a, b = self.pairs.get(layer, (None, None))
            wanted = values if a is None else values + 6 / RANK * (b @ a)
            np.testing.assert_allclose(found[name], wanted, rtol=2e-3, atol=2e-2)

    def test_refused(self):
        a, b = self.pairs["layers.0.self_attn.q_proj"]
        name, out = "layers.0.self_attn.q_proj", self.folder / "x.gguf"
        adapter = self.folder / "bad"

        def refuse(text, model=self.model, path=adapter):
            self.assertIn(text, call("export", model, "-o", out, "--lora", path, status=1))
            self.assertIn(text, call("convert", model, "-o", out, "--lora-beside", path, status=1))

        refuse("cannot open", path=self.folder / "none")
        refuse("cannot open 'x=y'", path="x=y")
        for flag in ("--lora", "--lora-beside"):
            self.assertIn(f"{flag} expects ADAPTER[=SCALE], found 'x=inf'", call("convert", self.model, "-o", out, flag, "x=inf", status=2))
        for text, pairs, settings in (
                ("expected peft_type LORA, found IA3", {name: (a, b)}, {"peft_type": "IA3"}),
                ("found use_dora: merge it with peft", {name: (a, b)}, {"use_dora": True}),
                ("several of alpha_pattern fit", {name: (a, b)}, {"alpha_pattern": {"q_proj": 1, "self_attn.q_proj": 2}}),
                ("expected a number lora_alpha", {name: (a, b)}, {"lora_alpha": None}),
                ("expected A [rank, inputs] and B [outputs, rank]", {name: (a[:2], b)}, {}),
                ("is [64, 64], but the adapter's [64, 5]: it is of another model", {name: (a[:, :5].copy(), b)}, {}),
                ("the model has no weight 'model.layers.9.mlp.up_proj.weight'", {"layers.9.mlp.up_proj": (a, b)}, {}),
                ("expected a linear layer", {"embed_tokens": (a, b)}, {}),
                ("becomes NaN or infinite in output 0", {name: (a * np.nan, b)}, {}),
                ("becomes NaN or infinite in output 5", {"layers.0.self_attn.o_proj": (a, np.where(np.arange(WIDTH)[:, None] == 5, np.float32(np.inf), b))}, {}),
                ("becomes NaN or infinite in output 0", {name: (a, b)}, {"lora_alpha": 1e300}),
                ("expected a matrix, found rank 1", {name: (a[0], b)}, {}),
                ("expected f32, f16 or bf16, found i32", {name: (a.astype(np.int32), b)}, {}),
                ("expected pairs of matrices, found none", {}, {})):
            with self.subTest(text):
                write_peft(adapter, pairs, **settings)
                refuse(text)
        save_file({"base_model.model.lm_head.weight": b}, adapter / "adapter_model.safetensors")
        refuse("expected lora_A and lora_B of linear layers")
        (adapter / "adapter_config.json").write_text("{")
        refuse("adapter_config.json")
        refuse("expected a GGUF file of the general.type adapter", path=self.model)
        linear = self.folder / "linear.onnx"
        write_linear(linear, np.ones((4, 4), np.float32))
        refuse("found an ONNX model", model=linear, path=write_peft(adapter, self.pairs))
        for path in (write_gguf(self.folder / "cut.gguf", self.pairs, 1.0), write_peft(adapter, self.pairs) / "adapter_model.safetensors"):
            whole = path.read_bytes()
            for size in (0, 9, 100, len(whole) - 1000):
                with self.subTest((path.name, size)):
                    path.write_bytes(whole[:size])
                    refuse("", path=adapter if path.parent == adapter else path)
        self.assertFalse(out.exists())

    def test_scaled_channels(self):
        """What awq divided are not the inputs that the adapter was trained on."""
        text, scaled = self.folder / "text.txt", self.folder / "awq.ir"
        text.write_text("".join(self.rng.choice(list("abcdefghij"), 400)))
        call("optimize", self.model, "-o", scaled, "--precision", "int8", "--group-size", 32, "--method", "awq", "--calibrate", text, "--verdict", "never")
        adapter = write_peft(self.folder / "adapter", self.pairs)
        for flag in ("--lora", "--lora-beside"):
            text = call("convert", scaled, "-o", self.folder / "x.ir", flag, adapter, status=1)
            self.assertIn("the model's channels were scaled when it was quantized (awq)", text)


class Beside(AdapterTest):
    def setUp(self):
        self.tokens = self.folder / "tokens.npy"
        np.save(self.tokens, np.arange(9, dtype=np.int64))

    def compute(self, model, *flags, function="evaluate", tokens=None, level="host"):
        out = Path(tempfile.mkdtemp(dir=self.folder))
        call("run", model, "--function", function, "--input", f"tokens={tokens or self.tokens}", "--output-dir", out, "--threads", 1, "--cpu", level, *flags)
        return np.load(out / "logits.npy")

    def check_same(self, model, beside, merged, **which):
        """The same logits with adapters beside the weights and in them, others than without."""
        expected = self.compute(model, *(part for each in merged for part in ("--lora", each)), **which)
        found = self.compute(model, *(part for each in beside for part in ("--lora-beside", each)), **which)
        np.testing.assert_allclose(found, expected, rtol=1e-3, atol=1e-3)
        self.assertGreater(np.abs(found - self.compute(model, **which)).max(), 0.1)

    def test_merged(self):
        """Of both formats of models and of adapters, which differ in the order of queries and keys."""
        adapters = write_peft(self.folder / "adapter", self.pairs), write_gguf(self.folder / "adapter.gguf", self.pairs, 6.0)
        for model in (self.model, self.plain):
            for adapter in adapters:
                with self.subTest((model.name, adapter.name)):
                    self.check_same(model, [adapter], [adapter])
                    self.check_same(model, [f"{adapter}=-0.5"], [f"{adapter}=-0.5"])

    def test_functions(self):
        one = self.folder / "one.npy"
        np.save(one, np.array([3], np.int64))
        adapter = write_peft(self.folder / "adapter", self.pairs)
        self.check_same(self.model, [adapter], [adapter], function="prefill")
        self.check_same(self.model, [adapter], [adapter], function="decode", tokens=one)

    def test_transposed(self):
        """GPT-2's layers lie as [inputs, outputs], queries, keys and values in one."""
        model = ROOT / "build" / "models" / "decoders" / "gpt2"
        if not model.exists():
            self.skipTest("test/models/run.py decoders makes it")
        width = json.loads((model / "config.json").read_text())["n_embd"]
        matrix = lambda *shape: self.rng.standard_normal(shape).astype(np.float32) / 4
        pairs = {"attn.c_attn": (matrix(RANK, width), matrix(3 * width, RANK)), "mlp.c_fc": (matrix(RANK, width), matrix(4 * width, RANK))}
        folder = write_peft(self.folder / "transposed", {})
        save_file({f"base_model.model.transformer.h.0.{name}.lora_{which}.weight": values for name, pair in pairs.items()
                   for which, values in zip("AB", pair)}, folder / "adapter_model.safetensors")
        self.check_same(model, [folder], [folder])

    def test_several(self):
        adapter = write_peft(self.folder / "adapter", self.pairs)
        self.check_same(self.model, [f"{adapter}=0.5", f"{adapter}=-2"], [f"{adapter}=-1.5"])
        both = self.compute(self.model, "--lora", f"{adapter}=2", "--lora-beside", adapter)
        np.testing.assert_allclose(both, self.compute(self.model, "--lora", f"{adapter}=3"), rtol=1e-3, atol=1e-3)

    def test_quantized(self):
        """Codes stay; logits are those of the floats that they stand for, with the adapter merged, and the interpreter's."""
        adapter, ir, floats = write_peft(self.folder / "adapter", self.pairs), self.folder / "int4.ir", self.folder / "floats"
        call("optimize", self.model, "-o", ir, "--precision", "int4", "--group-size", 32, "--activations", "f32", "--verdict", "never")
        call("export", ir, "-o", floats, "--type", "f32")
        found = self.compute(ir, "--lora-beside", adapter, "--check")
        np.testing.assert_allclose(found, self.compute(floats, "--lora", adapter), rtol=1e-3, atol=1e-3)
        call("convert", ir, "-o", self.folder / "both.ir", "--lora-beside", adapter)
        np.testing.assert_array_equal(self.compute(self.folder / "both.ir"), found)
        call("optimize", self.model, "-o", self.folder / "rounded.ir", "--group-size", 32, "--verdict", "never")
        self.compute(self.folder / "rounded.ir", "--lora-beside", adapter, "--check")

    def test_tokens_of_8_bits(self):
        """Beside weights whose inputs are rounded, before the rounding or behind it."""
        adapter, ir, before = write_peft(self.folder / "adapter", self.pairs), self.folder / "tokens.ir", self.folder / "before.ir"
        flags = "--activations", "dynamic-int8", "--verdict", "never"
        call("optimize", self.model, "-o", ir, *flags)
        call("optimize", self.model, "-o", before, "--lora-beside", adapter, *flags)
        wanted, plain = self.compute(self.model, "--lora", adapter), self.compute(ir)
        for found in (self.compute(ir, "--lora-beside", adapter), self.compute(before)):
            self.assertLess(np.linalg.norm(found - wanted) / np.linalg.norm(wanted - plain), 0.1)

    def test_optimized(self):
        """Passes that make weights smaller, or zero, leave the adapter as it is."""
        adapter = write_peft(self.folder / "adapter", self.pairs)
        for flags in (["--precision", "int8", "--group-size", 32], ["--precision", "bf16"], ["--prune", "magnitude"]):
            with self.subTest(flags):
                out = self.folder / "optimized.ir"
                call("optimize", self.model, "-o", out, "--lora-beside", adapter, "--verdict", "never", *flags)
                ir = ask("compile", out, "--compile-to=import")
                parts = re.findall(r"parameter @(\S+\.lora_[ab]\.adapter) : tensor<\d+x\d+x(\w+)> (.*)", ir)
                self.assertEqual([(element, "pruned" in rest) for name, element, rest in parts], [("f32", False)] * 2 * len(SHAPES))
                plain = self.folder / "plain.ir"
                call("optimize", self.model, "-o", plain, "--verdict", "never", *flags)
                np.testing.assert_array_equal(self.compute(out), self.compute(plain, "--lora-beside", adapter))

    def test_types(self):
        """Matrices of 16 bits stay such in the module; a rank may be odd."""
        for name, dtype in (("f16", np.float16), ("bf16", ml_dtypes.bfloat16), ("f32", np.float32)):
            pairs = {key: (a[:3].astype(dtype), np.ascontiguousarray(b[:, :3]).astype(dtype)) for key, (a, b) in self.pairs.items()}
            adapter = write_peft(self.folder / name, pairs)
            for level in [*levels_here(), "host"] if name == "f16" else ["host"]:
                self.check_same(self.model, [adapter], [adapter], level=level)
            ir = ask("compile", self.model, "--compile-to=dispatch", "--lora-beside", adapter)
            parts = set(re.findall(r"parameter @(\S+\.lora_[ab]\.\S+) : tensor<\d+x\d+x(\w+)>", ir))
            self.assertEqual({element for _, element in parts}, {name})
            self.assertEqual(len(parts), 2 * len(SHAPES))

    def test_strength(self):
        """One module with the adapter, without it, and in between."""
        adapter, module = write_peft(self.folder / "adapter", self.pairs), self.folder / "strength.wm"
        call("compile", self.model, "-o", module, "--lora-beside", f"{adapter}=0.5")
        session, tokens = weft.load(module).session(threads=1), np.load(self.tokens)
        for change, flags in ((None, ["--lora", f"{adapter}=0.5"]), (-1, []), (3, ["--lora", f"{adapter}=2"])):
            session.reset()
            if change is not None:
                session.set_state("lora.adapter", np.float32(change))
            found = np.concatenate([session.run({"tokens": part}, "evaluate")["logits"] for part in (tokens[:4], tokens[4:])])
            np.testing.assert_allclose(found, self.compute(self.model, *flags), rtol=1e-3, atol=1e-3)
        write = lambda model, *flags: ask("run", model, "--prompt", "abc", "--raw", "--max-tokens", 12, "--quiet", *flags)
        self.assertEqual(write(module, "--lora-scale", "adapter=0"), write(self.model))
        self.assertEqual(write(module, "--lora-scale", "adapter=4"), write(self.model, "--lora", f"{adapter}=2"))
        self.assertNotEqual(write(module), write(self.model))
        refuse = lambda text, status, *flags: self.assertIn(text, call("run", *flags, status=status))
        refuse("found 'other': it has adapter", 1, module, "--prompt", "a", "--lora-scale", "other=1")
        refuse("found 'adapter': compile it with --lora-beside", 1, self.model, "--prompt", "a", "--lora-scale", "adapter=1")
        refuse("--lora-scale expects NAME=FACTOR, found 'adapter=x'", 2, module, "--lora-scale", "adapter=x")
        refuse("--lora-scale is for text behind a --prompt", 2, module, "--lora-scale", "adapter=1")

    def test_bytes_stay(self):
        """No weight of the model is copied: each refers to the source's file, and so do the adapter's."""
        adapter, ir = write_peft(self.folder / "adapter", self.pairs), self.folder / "referring.ir"
        call("convert", self.plain, "-o", ir, "--refer", "--lora-beside", adapter)
        self.assertLess(ir.stat().st_size, 200_000)
        np.testing.assert_array_equal(self.compute(ir), self.compute(self.plain, "--lora-beside", adapter))

    def test_export(self):
        adapter = write_peft(self.folder / "adapter", self.pairs)
        for out in ("x.gguf", "x"):
            text = call("export", self.model, "-o", self.folder / out, "--lora-beside", adapter, status=1)
            self.assertIn("adapter 'adapter' lies beside the weights, which no other format has", text)


if __name__ == "__main__":
    unittest.main()
