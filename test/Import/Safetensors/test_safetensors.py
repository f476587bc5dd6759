# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Files as the package `safetensors` writes them, alone and as shards; and every cut of one is refused."""
import json, sys, tempfile, unittest
from pathlib import Path

import numpy as np
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

ROOT = Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(ROOT / "test" / "Import"))
import weights

DTYPES = {"float64": "f64", "float32": "f32", "float16": "f16", "int64": "i64", "int32": "i32", "int16": "i16", "int8": "i8",
          "uint64": "ui64", "uint32": "ui32", "uint16": "ui16", "uint8": "ui8", "bool": "i1"}


class Safetensors(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.rng = np.random.default_rng(5)

    def check(self, path, tensors):
        """The listing has these tensors, and the bytes at their places are theirs."""
        listed = {tensor["name"]: tensor for tensor in weights.listing(path)["tensors"]}
        self.assertEqual(set(listed), set(tensors))
        for name, data in tensors.items():
            entry = listed[name]
            self.assertEqual((entry["type"], entry["dims"]), (DTYPES[data.dtype.name], list(data.shape)))
            found = Path(entry["file"]).read_bytes()[entry["offset"]:entry["offset"] + entry["size"]]
            self.assertEqual(found, data.tobytes())

    def random(self, dtype, *shape):
        return (self.rng.standard_normal(shape) * 50).astype(dtype)

    def test_every_dtype(self):
        tensors = {dtype: self.random(dtype, 3, 5) for dtype in DTYPES}
        tensors |= {"empty": self.random("float32", 0, 4), "größe ✓": self.random("int8", 1), "quote\"\\": self.random("int8", 2)}
        path = self.folder / "model.safetensors"
        save_file(tensors, path, metadata={"format": "pt", "b": "größe"})
        self.check(path, tensors)
        self.check(self.folder, tensors)
        self.assertEqual(weights.listing(path)["metadata"], {"format": "pt", "b": "größe"})

    def test_unaligned(self):
        header = json.dumps({"a": {"dtype": "U8", "shape": [3], "data_offsets": [0, 3]},
                             "b": {"dtype": "F32", "shape": [2], "data_offsets": [3, 11]}}).encode()
        data = self.random("float32", 2)
        path = self.folder / "model.safetensors"
        path.write_bytes(len(header).to_bytes(8, "little") + header + b"abc" + data.tobytes())
        self.check(path, {"a": np.frombuffer(b"abc", np.uint8), "b": data})

    def test_shards(self):
        tensors = {f"t{i}": self.random("float32", 2, i) for i in range(5)}
        names = {name: f"model-0000{i % 2 + 1}-of-00002.safetensors" for i, name in enumerate(tensors)}
        for shard in set(names.values()):
            save_file({name: tensors[name] for name in tensors if names[name] == shard}, self.folder / shard)
        index = self.folder / "model.safetensors.index.json"
        index.write_text(json.dumps({"metadata": {"total_size": 1}, "weight_map": names}))
        self.check(self.folder, tensors)
        self.check(index, tensors)
        (self.folder / names["t1"]).unlink()
        with self.assertRaisesRegex(weights.Refused, "model-00002-of-00002.safetensors.*all shards must lie in its folder"):
            weights.listing(self.folder)

    def test_copies(self):
        """What our writer writes, the package reads."""
        tensors = {dtype: self.random(dtype, 3, 5) for dtype in DTYPES} | {"größe \"": self.random("int8", 3), "empty": self.random("int8", 0)}
        path, copy = self.folder / "model.safetensors", self.folder / "copy.safetensors"
        save_file(tensors, path, metadata={"format": "pt"})
        weights.run("copy", path, copy)
        found = load_file(copy)
        self.assertEqual(set(found), set(tensors))
        for name, data in tensors.items():
            self.assertEqual(found[name].dtype, data.dtype)
            np.testing.assert_array_equal(found[name], data)
        with safe_open(copy, "np") as opened:
            self.assertEqual(opened.metadata(), {"format": "pt"})
        sizes = {"8": 1, "16": 2, "32": 4, "64": 8}
        for tensor in weights.listing(copy)["tensors"]:
            size = next((size for bits, size in sizes.items() if tensor["type"].endswith(bits)), 1)
            self.assertEqual(tensor["offset"] % size, 0)

    def test_every_cut_is_refused(self):
        whole = self.folder / "whole.safetensors"
        save_file({"a": self.random("float32", 2, 3), "b": self.random("int8", 3)}, whole)
        data = whole.read_bytes()
        cut = self.folder / "cut.safetensors"
        for size in range(0, len(data), 5):
            cut.write_bytes(data[:size])
            with self.assertRaises(weights.Refused):
                weights.listing(cut)


if __name__ == "__main__":
    unittest.main()
