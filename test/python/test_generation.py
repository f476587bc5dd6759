# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`weft run --json-schema`: whatever a model would say, what comes out is JSON that the package jsonschema accepts. `--profile` has each call. Prompts beyond
the context are refused."""
import json, os, subprocess, tempfile, unittest
from pathlib import Path

import jsonschema
import numpy as np

from test_optimizer import write_llama

WEFT = Path(os.environ.get("WEFT_BUILD") or Path(__file__).resolve().parents[2] / "build") / "bin" / "weft"
SCHEMA = {
    "type": "object",
    "properties": {"name": {"type": "string", "maxLength": 5}, "size": {"type": "integer", "minimum": 0, "maximum": 99},
                   "tags": {"type": "array", "items": {"enum": ["red", "blue é", True]}, "maxItems": 2}},
    "required": ["name", "size", "tags"],
    "additionalProperties": False,
}
# How byte-level tokenizers spell printable ASCII, a space, two bytes of one character, and some tokens of several characters.
TOKENS = [chr(i) for i in range(33, 127)] + ["\u0120", "\u00c3", "\u00a9", "\":", "{\"", "\u0120\"", "ab", "<end>"]


class GenerationTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.model = cls.folder / "llama.gguf"
        write_llama(cls.model, np.random.default_rng(7), TOKENS)
        (cls.folder / "schema.json").write_text(json.dumps(SCHEMA))

    def generate(self, *flags, schema="schema.json"):
        command = [WEFT, "run", self.model, "--prompt", "abc", "--raw", "--json-schema", self.folder / schema, "--threads", "1", *flags]
        return subprocess.run(list(map(str, command)), capture_output=True, timeout=300)

    def test_output_is_valid(self):
        texts = set()
        for seed in range(6):
            done = self.generate("--max-tokens", "120", "--temperature", "1.5", "--seed", str(seed))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertNotIn(b"not complete", done.stderr)
            text = done.stdout.decode()
            jsonschema.validate(json.loads(text), SCHEMA)
            texts.add(text)
        self.assertGreater(len(texts), 1)

    def test_what_is_cut_is_said(self):
        done = self.generate("--max-tokens", "3")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith(b"{"))
        self.assertIn(b"note: the JSON is not complete: the text ended after 3 tokens; --max-tokens allows more", done.stderr)

    def test_profile(self):
        trace = self.folder / "trace.json"
        done = self.generate("--max-tokens", "4", "--profile", trace)
        self.assertEqual(done.returncode, 0, done.stderr)
        names = [event["name"] for event in json.loads(trace.read_text())["traceEvents"]]
        self.assertEqual(names.count("prefill"), 1)
        self.assertEqual(names.count("decode"), 3)

    def test_prompts_stay_within_the_context(self):
        for length, status in ((127, 0), (128, 1)):
            done = subprocess.run([WEFT, "run", self.model, "--prompt", "x" * length, "--raw", "--max-tokens", "5", "--threads", "1"], capture_output=True, text=True)
            self.assertEqual(done.returncode, status, done.stderr)
        self.assertIn("expected a prompt shorter than the 128 tokens that the model was made for, found 128", done.stderr)

    def test_bad_schemas(self):
        (self.folder / "bad.json").write_text('{"type": "object", "patternProperties": {}}')
        for schema, message in ("bad.json", "patternProperties"), ("none.json", "cannot read"):
            done = self.generate(schema=schema)
            self.assertEqual(done.returncode, 2)
            self.assertIn(message, done.stderr.decode())


if __name__ == "__main__":
    unittest.main()
