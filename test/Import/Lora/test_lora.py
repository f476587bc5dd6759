# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""--lora: merged weights are those of peft's arithmetic, W + alpha / rank B A, in NumPy; adapters of peft and of llama.cpp; refusals."""
import json, os, subprocess, sys, tempfile, unittest
from pathlib import Path

import gguf
import numpy as np
from safetensors.numpy import load_file, save_file

ROOT = Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(ROOT / "test" / "python"))
from test_optimizer import HEADS, WIDTH, write_linear, write_llama

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


class Lora(unittest.TestCase):
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
        for pattern in (r"(?!mlp)\w+", r"\w+?proj", r"\bmlp", "(mlp", r"(\w)\1", "mlp\\"):
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
        refuse = lambda text, model=self.model, path=adapter, status=1: self.assertIn(
            text, call("export", model, "-o", out, "--lora", path, status=status))
        refuse("cannot open", path=self.folder / "none")
        refuse("cannot open 'x=y'", path="x=y")
        refuse("--lora expects ADAPTER[=SCALE], found 'x=inf'", path="x=inf", status=2)
        for text, pairs, settings in (
                ("expected peft_type LORA, found IA3", {name: (a, b)}, {"peft_type": "IA3"}),
                ("found use_dora: merge it with peft", {name: (a, b)}, {"use_dora": True}),
                ("several of alpha_pattern fit", {name: (a, b)}, {"alpha_pattern": {"q_proj": 1, "self_attn.q_proj": 2}}),
                ("expected a number lora_alpha", {name: (a, b)}, {"lora_alpha": None}),
                ("expected A [rank, inputs] and B [outputs, rank]", {name: (a[:2], b)}, {}),
                ("is [64, 64], but the adapter's [64, 5]: it is of another model", {name: (a[:, :5].copy(), b)}, {}),
                ("the model has no weight 'model.layers.9.mlp.up_proj.weight'", {"layers.9.mlp.up_proj": (a, b)}, {}),
                ("expected a linear layer", {"embed_tokens": (a, b)}, {}),
                ("becomes NaN or infinite in output", {name: (a * np.nan, b)}, {}),
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


if __name__ == "__main__":
    unittest.main()
