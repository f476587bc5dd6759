# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""weft export: the values of GGUF files by the package gguf, of packed safetensors by the layout's definition; both are the weights that
the model was made of, or within half a scale of them. test/models/check_export.py runs such files in llama.cpp and transformers."""
import json, os, subprocess, sys, tempfile, unittest
from pathlib import Path

import gguf
import numpy as np
from safetensors.numpy import load_file

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "test" / "python"), str(ROOT / "test" / "models")]
from test_optimizer import HEADS, VOCABULARY, WIDTH, half_scales, write_linear, write_llama
from write_gguf import STEMS

WEFT = Path(os.environ.get("WEFT_BUILD") or ROOT / "build") / "bin" / "weft"
# Precision, group, zero points -> the type that has such codes.
BLOCKS = {("int8", 32, False): "Q8_0", ("int8", 64, False): "Q8_0", ("int6", "channel", False): "Q8_0", ("int5", 32, False): "Q5_0",
          ("int4", 32, False): "Q4_0", ("int3", 64, False): "Q4_0", ("int4", 32, True): "Q4_1", ("int5", 64, True): "Q5_1"}
# The same -> bits of a code, codes that share a scale of a width.
PACKED = {("int8", 32, False): (8, lambda width: 32), ("int4", 64, False): (4, lambda width: 64), ("int3", 32, True): (4, lambda width: 32),
          ("int6", "channel", False): (8, lambda width: width), ("int4", 48, False): (4, lambda width: 16)}


def call(*arguments, status=0):
    done = subprocess.run([WEFT, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != status:
        raise AssertionError(f"weft {' '.join(map(str, arguments))}: status {done.returncode}: {done.stderr}")
    return done.stderr


def read_gguf(path):
    """{name: (type, f32 array)}."""
    return {tensor.name: (tensor.tensor_type.name, gguf.quants.dequantize(tensor.data, tensor.tensor_type))
            for tensor in gguf.GGUFReader(path).tensors}


def unpack(words, bits, count):
    """[rows, words] to codes [rows, count]: the first code lies lowest, raised by half the range."""
    shifts = np.arange(0, 32, bits, dtype=np.uint32)
    codes = (words.view(np.uint32)[..., None] >> shifts) & np.uint32(2**bits - 1)
    return codes.reshape(len(words), -1)[:, :count].astype(np.int64) - 2 ** (bits - 1)


def unpermute(tensor, heads):
    """Rows of neighbours become pairs (i, i + half)."""
    return tensor.reshape(heads, -1, 2, *tensor.shape[1:]).swapaxes(1, 2).reshape(tensor.shape)


def gguf_name(name):
    """Of a name of transformers."""
    parts = name.removesuffix(".weight").removeprefix("model.").split(".")
    layer = f"blk.{parts[1]}." if parts[0] == "layers" else ""
    stem = STEMS[".".join(parts[2:] if layer else parts)] if name != "lm_head.weight" else "output"
    if stem == "ffn_norm" and "post_attention" not in name:
        raise KeyError(name)
    return f"{layer}{stem}.weight"


class Export(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.model = cls.folder / "llama.gguf"
        write_llama(cls.model, np.random.default_rng(5))
        cls.source = read_gguf(cls.model)
        cls.made = {}

    def optimize(self, precision, group, has_zeros):
        """Once for each setting."""
        path = self.folder / f"{precision}-{group}-{has_zeros}.ir"
        if not path.exists():
            call("optimize", self.model, "-o", path, "--precision", precision, "--group-size", group, "--method", "rtn", "--verdict",
                 "never", *["--asymmetric"] * has_zeros)
        return path

    def check_close(self, name, found, precision, group, has_zeros):
        """Within half a scale of what the model was made of, and not the same."""
        bound = half_scales(self.source[name][1], int(precision[3:]), 0 if group == "channel" else group)
        # Zero points take no scale larger than twice that of the magnitudes.
        error = np.abs(found - self.source[name][1])
        self.assertTrue((error <= bound * (2 if has_zeros else 1)).all(), name)
        self.assertTrue(error.any(), name)

    def test_floats_and_settings(self):
        out = self.folder / "again.gguf"
        call("export", self.model, "-o", out)
        found = read_gguf(out)
        self.assertEqual(found.keys(), self.source.keys())
        for name, (kind, values) in self.source.items():
            self.assertEqual(found[name][0], kind)
            np.testing.assert_array_equal(found[name][1], values)
        before, after = gguf.GGUFReader(self.model).fields, gguf.GGUFReader(out).fields
        for key in before:
            # llama.cpp's default of token types and the file's own keys aside, everything is said again.
            if not key.startswith("GGUF."):
                self.assertIn(key, after)
                found, wanted = after[key].contents(), before[key].contents()
                if isinstance(wanted, float):
                    self.assertAlmostEqual(found, wanted, 6, key)
                else:
                    self.assertEqual(found, wanted, key)

    def test_blocks(self):
        for setting, kind in BLOCKS.items():
            with self.subTest(setting):
                ir = self.optimize(*setting)
                blocks, plain = self.folder / "blocks.gguf", self.folder / "plain.gguf"
                text = call("export", ir, "-o", blocks)
                # The minima of blocks are of 16 bits, products of a zero point and a scale have more.
                self.assertRegex(text, r"relative error is 0\.000\d+, of" if setting[2] else r"\A\Z")
                call("export", ir, "-o", plain, "--type", "f32")
                found, wanted = read_gguf(blocks), read_gguf(plain)
                self.assertEqual(found.keys(), self.source.keys())
                for name, (each, values) in found.items():
                    self.assertEqual(each, "F32" if name.endswith("norm.weight") else kind, name)
                    np.testing.assert_allclose(values, wanted[name][1], rtol=0, atol=2.0**-9 if setting[2] and each != "F32" else 0)
                    if each != "F32":
                        self.check_close(name, values, *setting)

    def test_tokens_of_8_bits_leave_the_weights(self):
        plain, rounded = self.optimize("int8", "channel", False), self.folder / "rounded.ir"
        call("optimize", self.model, "-o", rounded, "--activations", "dynamic-int8", "--verdict", "never")
        for out, wanted in (("rounded.gguf", "plain.gguf"), ("rounded", "plain")):
            self.assertIn("is rounded to 8 bits in the model, token by token; the file has the weights alone", call("export", rounded, "-o", self.folder / out))
            self.assertNotIn("token by token", call("export", plain, "-o", self.folder / wanted))
            names = [self.folder / each / "model.safetensors" if "." not in each else self.folder / each for each in (out, wanted)]
            self.assertEqual(names[0].read_bytes(), names[1].read_bytes())

    def test_rounded_to_a_type(self):
        out = self.folder / "rounded.gguf"
        for kind in ("f16", "bf16", "q8_0", "q4_0", "q4_1", "q5_0", "q5_1"):
            with self.subTest(kind):
                text = call("export", self.model, "-o", out, "--type", kind)
                self.assertIn("16 weights were rounded again", text)
                self.assertIn(f" as {kind.upper()}", text)
                for name, (each, values) in read_gguf(out).items():
                    if name.endswith("norm.weight"):
                        continue
                    self.assertEqual(each, kind.upper())
                    like = gguf.GGMLQuantizationType[kind.upper()]
                    wanted = gguf.quants.dequantize(gguf.quants.quantize(self.source[name][1], like), like)
                    np.testing.assert_array_equal(values, wanted)

    def test_codes_that_no_block_has(self):
        """Groups of 48 of 8 bits, and 8 bits with zero points: rounded again, in one line that says so."""
        out = self.folder / "rounded.gguf"
        for setting, kind in ((("int8", 48, False), "Q8_0"), (("int8", 32, True), "Q8_0")):
            with self.subTest(setting):
                text = call("export", self.optimize(*setting), "-o", out)
                self.assertRegex(text, r"\Awarning: 16 weights were rounded again, .* relative error is 0\.00\d+, of '.*' as Q8_0\n\Z")
                self.assertEqual({each for each, values in read_gguf(out).values() if values.ndim == 2}, {kind})

    def test_packed_safetensors(self):
        for setting, (bits, group) in PACKED.items():
            with self.subTest(setting):
                ir, out, plain = self.optimize(*setting), *(Path(tempfile.mkdtemp(dir=self.folder)) for _ in range(2))
                call("export", ir, "-o", out)
                call("export", ir, "-o", plain, "--type", "f32")
                found, dense = load_file(out / "model.safetensors"), load_file(plain / "model.safetensors")
                config = json.loads((out / "config.json").read_text())
                groups = config["quantization_config"]["config_groups"]
                self.assertEqual(config["quantization_config"]["format"], "pack-quantized")
                self.assertEqual({(each["weights"]["num_bits"], each["weights"]["symmetric"]) for each in groups.values()},
                                 {(bits, not setting[2])})
                self.assertNotIn("quantization_config", json.loads((plain / "config.json").read_text()))
                for name, wanted in dense.items():
                    if name in found:
                        self.assertTrue("norm" in name or name == "model.embed_tokens.weight", name)
                        self.assertLessEqual(np.abs(found[name].astype(np.float32) - wanted).max(), 2.0**-10)
                        continue
                    rows, width = found[name + "_shape"]
                    scales = np.repeat(found[name + "_scale"], group(width), axis=1)
                    codes = unpack(found[name + "_packed"], bits, width)
                    if setting[2]:
                        zeros = unpack(np.ascontiguousarray(found[name + "_zero_point"].T), bits, rows).T
                        codes = codes - np.repeat(zeros, group(width), axis=1)
                    np.testing.assert_array_equal(codes * scales, wanted)
                    there = gguf_name(name)
                    for part, heads in (("attn_q.", HEADS), ("attn_k.", HEADS // 2)):
                        if part in there:
                            wanted = wanted.reshape(heads, 2, -1, width).swapaxes(1, 2).reshape(rows, width)
                    self.check_close(there, wanted, *setting)

    def test_folder_of_floats(self):
        out = self.folder / "floats"
        call("export", self.model, "-o", out, "--format", "safetensors")
        found = load_file(out / "model.safetensors")
        self.assertEqual(len(found), len(self.source))
        for name, values in found.items():
            wanted = self.source[gguf_name(name)][1]
            for part, heads in (("q_proj", HEADS), ("k_proj", HEADS // 2)):
                wanted = unpermute(wanted, heads) if part in name else wanted
            np.testing.assert_array_equal(values, wanted)
        tokenizer = json.loads((out / "tokenizer.json").read_text())
        self.assertEqual(len(tokenizer["model"]["vocab"]), VOCABULARY)
        # What is written is read again as the same model.
        tokens = self.folder / "tokens.npy"
        np.save(tokens, np.arange(7))
        logits = []
        for model in (self.model, out):
            call("run", model, "--interpret", "--function", "evaluate", "--input", f"tokens={tokens}", "--output-node", "logits",
                 "--output-dir", self.folder)
            logits.append(np.load(self.folder / "logits.npy"))
        np.testing.assert_allclose(*logits, rtol=1e-4, atol=1e-5)

    def test_folders_that_are_used(self):
        """Neither the model nor parts of another one are written over."""
        out = self.folder / "used"
        call("export", self.model, "-o", out)
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        for model, text, status in ((out, "is the model itself or its folder", 2), (out / "model.safetensors", "is the model itself or its folder", 2),
                                    (self.model, "expected an empty or new folder, found", 1)):
            with self.subTest(model):
                self.assertIn(text, call("export", model, "-o", out, status=status))
        self.assertEqual({path.name: path.read_bytes() for path in out.iterdir()}, before)
        self.assertIn("is the model itself or its folder", call("export", self.model, "-o", self.folder, status=2))
        for name in ("model-00001-of-00002.safetensors", "model.safetensors.index.json", "config.json"):
            with self.subTest(name):
                folder = Path(tempfile.mkdtemp(dir=self.folder))
                (folder / name).write_text("{}")
                self.assertIn(f"found '{name}'", call("export", self.model, "-o", folder, status=1))
                self.assertEqual([path.name for path in folder.iterdir()], [name])

    def test_sizes_that_do_not_fit(self):
        """The metadata say other sizes than the weights have."""
        changed, whole = self.folder / "changed.gguf", self.model.read_bytes()
        for key, value, other in (("feed_forward_length", 2 * WIDTH, WIDTH), ("attention.head_count_kv", HEADS // 2, HEADS)):
            with self.subTest(key):
                field = gguf.GGUFReader(self.model).fields[f"llama.{key}"]
                at = field.offset + sum(part.nbytes for part in field.parts[:field.data[0]])
                self.assertEqual(int.from_bytes(whole[at:at + 4], "little"), value)
                changed.write_bytes(whole[:at] + other.to_bytes(4, "little") + whole[at + 4:])
                text = call("export", changed, "-o", self.folder / "x.gguf", status=1)
                self.assertIn("by the sizes that the metadata gives, found", text)
                self.assertNotIn("Stack dump", text)

    def test_errors(self):
        out, linear = self.folder / "x.gguf", self.folder / "linear.onnx"
        write_linear(linear, np.ones((4, 4), np.float32))
        self.assertIn("expected -o FILE", call("export", self.model, status=2))
        self.assertIn("expected an output that ends in .gguf", call("export", self.model, "-o", self.folder / "x.bin", status=2))
        self.assertIn("--type expects one of f32, f16, bf16, found 'q4_0'",
                      call("export", self.model, "-o", self.folder / "new", "--type", "q4_0", status=2))
        self.assertIn("--type expects one of", call("export", self.model, "-o", out, "--type", "q7", status=2))
        self.assertIn("is the model itself", call("export", self.model, "-o", self.model, status=2))
        self.assertIn("cannot read", call("export", self.folder / "none.gguf", "-o", out, status=1))
        self.assertIn("expected a language model with the attribute weft.decoder", call("export", linear, "-o", out, status=1))
        self.assertIn("expected a language model", call("export", linear, "-o", self.folder / "new", status=1))
        self.assertFalse(out.exists())
        self.assertFalse((self.folder / "new").exists())

    def test_pruned(self):
        """Pruning of channels and layers leaves the roles of weights alone."""
        path = self.folder / "pruned.mlir"
        path.write_text('module attributes {weft.decoder_weights = {}} {}')
        for out in ("pruned.gguf", "pruned"):
            self.assertIn("pruning changed it", call("export", path, "-o", self.folder / out, status=1))

    def test_modules_from_elsewhere(self):
        """What a module says of itself is checked before anything is sized or divided by it."""
        fields = {"layers": 2, "vocabulary": 40, "width": 64, "heads": 4, "key_heads": 2, "head_width": 16}
        for text, change in (("'head_width' is 0, expected at least 1", {"head_width": 0}), ("'layers' is 1000000000", {"layers": 10**9}),
                             ("'vocabulary' is 9223372036854775807", {"vocabulary": 2**63 - 1}), ("'heads' is -4", {"heads": -4}),
                             ("there is a field that is not known", {"newer": 1}), ("'width' has a value that it cannot have", {"width": '"a"'}),
                             ("'dims' is 17, expected at least 0 and at most 16", {"rotary": "{dims = 17 : i64}"}),
                             ("'dims' is odd", {"rotary": "{dims = 3 : i64}"}),
                             ("'context' is 4294967296", {"context": 2**32}), ("'window' is -1", {"window": -1}),
                             ("'original_context' is 4294967296", {"rotary": "{original_context = 4294967296 : i64}"}),
                             ("'intermediate' is 4294967298", {"intermediate": 2**32 + 2}),
                             ("'used' is 9, expected at least 0 and at most 8", {"experts": "{count = 8 : i64, used = 9 : i64}"}),
                             ("attribute weft.decoder_weights, found none", {})):
            with self.subTest(text):
                said = ", ".join(f"{name} = {value}" + (" : i64" if isinstance(value, int) else "") for name, value in {**fields, **change}.items())
                path = self.folder / "hostile.mlir"
                path.write_text(f'module attributes {{weft.decoder = {{architecture = "llama", {said}}}}} {{}}')
                self.assertIn(text, call("export", path, "-o", self.folder / "x", status=1))
                self.assertNotIn("Stack dump", call("export", path, "-o", self.folder / "x.gguf", status=1))
        said = ", ".join(f"{name} = {value} : i64" for name, value in {**fields, "intermediate": 128}.items())
        roles = 'weft.decoder_weights = {e = "token_embedding", n = "final_norm", a = "attention_norm.0", q = "query.0"}'
        for text, weights in (
                ("weight 'token_embedding': expected [40, 64] by the sizes of the attribute weft.decoder, found none", {}),
                ("weight 'e': expected [40, 64] by the sizes of the attribute weft.decoder, found [40, 48]", {"e": "40x48"}),
                ("weight 'final_norm': expected [64] by the sizes of the attribute weft.decoder, found none", {"e": "40x64"}),
                ("weight 'query.0': expected [64, 64]", {"e": "40x64", "n": "64", "a": "64"}),
                ("weight 'q': expected [64, 64] by the sizes of the attribute weft.decoder, found [48, 64]",
                 {"e": "40x64", "n": "64", "a": "64", "q": "48x64"})):
            with self.subTest(text):
                body = " ".join(f"weft.parameter @{name} = dense<1.0> : tensor<{shape}xf32>" for name, shape in weights.items())
                path.write_text(f'module attributes {{weft.decoder = {{architecture = "llama", {said}}}, {roles}}} {{{body}}}')
                self.assertIn(text, call("export", path, "-o", self.folder / "x", status=1))
                self.assertNotIn("Stack dump", call("export", path, "-o", self.folder / "x.gguf", status=1))
                self.assertFalse((self.folder / "x").exists())


if __name__ == "__main__":
    unittest.main()
