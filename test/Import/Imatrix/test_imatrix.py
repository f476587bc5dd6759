# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""llama.cpp's imatrix files, of both formats, as --statistics: the same as a file of ours with these sums, and less error by them."""
import json, os, struct, subprocess, sys, tempfile, unittest
from pathlib import Path

import gguf
import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(ROOT / "test" / "python"))
from test_optimizer import WIDTH, write_llama

WEFT = Path(os.environ.get("WEFT_BUILD") or ROOT / "build") / "bin" / "weft"
COUNT = 300


def call(*arguments, status=0):
    done = subprocess.run([WEFT, *map(str, arguments)], capture_output=True, text=True, timeout=60)
    if done.returncode != status:
        raise AssertionError(f"weft {' '.join(map(str, arguments))}: status {done.returncode}: {done.stderr}")
    return done.stderr


def write_gguf(path, sums, counts=None, kind="imatrix"):
    """As llama-imatrix writes it."""
    writer = gguf.GGUFWriter(path, None)
    writer.add_type(kind)
    writer.add_array("imatrix.datasets", ["text"])
    writer.add_uint32("imatrix.chunk_count", 3)
    writer.add_uint32("imatrix.chunk_size", 512)
    for name, values in sums.items():
        writer.add_tensor(name + ".in_sum2", np.atleast_2d(values).astype(np.float32))
        if counts is not False:
            writer.add_tensor(name + ".counts", np.full((len(np.atleast_2d(values)), 1), COUNT, np.float32) if counts is None else counts)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def list_bytes(sums):
    """The format before that."""
    data = struct.pack("<i", len(sums))
    for name, values in sums.items():
        data += struct.pack("<i", len(name)) + name.encode() + struct.pack("<ii", COUNT, len(values)) + values.astype("<f4").tobytes()
    return data + struct.pack("<ii", 3, 4) + b"text"


def write_ours(path, sums):
    """passes/Compress/Statistics.h."""
    sites, data = [], b""
    for name, values in sums.items():
        zeros = np.zeros(len(values))
        sites.append({"weights": [name], "width": len(values), "count": COUNT, "offset": len(data), "products": False})
        data += zeros.tobytes() + values.astype(np.float32).astype(np.float64).tobytes() + zeros.tobytes()
    header = json.dumps({"sites": sites}).encode()
    path.write_bytes(b"WEFTSTAT" + struct.pack("<II", 1, len(header)) + header + bytes(-len(header) % 8) + data)


class Imatrix(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        cls.rng = np.random.default_rng(5)
        cls.model = cls.folder / "llama.gguf"
        write_llama(cls.model, cls.rng)
        cls.weights = {tensor.name: np.array(tensor.data) for tensor in gguf.GGUFReader(cls.model).tensors if tensor.data.ndim == 2}
        # Some channels count far more.
        cls.sums = {name: COUNT * np.exp(2 * cls.rng.standard_normal(values.shape[1])) for name, values in cls.weights.items()
                    if name != "token_embd.weight"}

    def optimize(self, model, statistics, status=0):
        out = self.folder / "out.ir"
        text = call("optimize", model, "-o", out, "--precision", "int4", "--group-size", 32, "--verdict", "never",
                    *(["--statistics", statistics] if statistics else []), status=status)
        return text if status else out

    def values(self, ir):
        plain = self.folder / "plain.gguf"
        call("export", ir, "-o", plain, "--type", "f32")
        return {tensor.name: np.array(tensor.data) for tensor in gguf.GGUFReader(plain).tensors if tensor.data.ndim == 2}

    def test_both_formats(self):
        ours, new, old = self.folder / "ours", self.folder / "new.gguf", self.folder / "old.dat"
        write_ours(ours, self.sums)
        write_gguf(new, self.sums)
        old.write_bytes(list_bytes(self.sums))
        wanted = self.optimize(self.model, ours).read_bytes()
        self.assertEqual(self.optimize(self.model, new).read_bytes(), wanted)
        self.assertEqual(self.optimize(self.model, old).read_bytes(), wanted)
        weighted, plain = self.values(self.optimize(self.model, new)), self.values(self.optimize(self.model, None))
        for name, sums in self.sums.items():
            error = lambda found: float(((found - self.weights[name]) ** 2 @ sums).sum())
            self.assertLess(error(weighted[name]), 0.9 * error(plain[name]), name)

    def test_folder_of_transformers(self):
        """Its names are others; inputs lie in the same order."""
        folder, new = self.folder / "folder", self.folder / "new.gguf"
        call("export", self.model, "-o", folder)
        write_gguf(new, self.sums)
        found, wanted = self.values(self.optimize(folder, new)), self.values(self.optimize(self.model, new))
        for name in wanted:
            np.testing.assert_array_equal(found[name], wanted[name])

    def test_refused(self):
        bad, name = self.folder / "bad", "blk.0.attn_q.weight"
        for text, sums, options in (
                ("of none of the model's weights, but of 'other.weight'", {"other.weight": np.ones(8)}, {}),
                ("general.type imatrix, found model", self.sums, {"kind": "model"}),
                (f"expected a tensor '{name}.counts'", {name: np.ones(WIDTH)}, {"counts": False}),
                ("found 64 sums and 3 counts", {name: np.ones(WIDTH)}, {"counts": np.ones((3, 1), np.float32)}),
                ("expected f32 sums", {name: np.ones(WIDTH)}, {"counts": np.ones((1, 1), np.float16)}),
                (f"for '{name}', found one of input 5 that is not finite", {name: np.where(np.arange(WIDTH) == 5, np.nan, 1)}, {}),
                ("input 0 that is negative", {name: -np.ones(WIDTH)}, {}),
                ("has 64 inputs, but the statistics are of 32", {name: np.ones(32)}, {})):
            with self.subTest(text):
                write_gguf(bad, sums, **options)
                self.assertIn(text, self.optimize(self.model, bad, status=1))
        write_gguf(bad, self.sums)
        np.save(self.folder / "ids.npy", np.arange(9))
        self.assertIn("cannot be added to", call("optimize", self.model, "-o", self.folder / "x.ir", "--statistics", bad, "--calibrate",
                                                 self.folder / "ids.npy", status=1))

    def test_truncated(self):
        whole = list_bytes(dict(list(self.sums.items())[:3]))
        bad = self.folder / "bad"
        for size in (0, 3, 4, 7, 20, 200, len(whole) - 100):
            with self.subTest(size):
                bad.write_bytes(whole[:size])
                self.assertRegex(self.optimize(self.model, bad, status=1), "is no file of statistics|is truncated or damaged: expected 3")
        # Lengths that the file does not have.
        for lie in (struct.pack("<ii", 2**31 - 1, 2**31 - 1), struct.pack("<ii", -1, 4), struct.pack("<ii1s", 1, 1, b"w") + struct.pack("<ii", 1, 2**31 - 1)):
            with self.subTest(lie):
                bad.write_bytes(lie + b"name" * 8)
                self.assertIn("is no file of statistics", self.optimize(self.model, bad, status=1))
        write_gguf(bad, self.sums)
        bad.write_bytes(bad.read_bytes()[:-200])
        self.assertIn("bad", self.optimize(self.model, bad, status=1))


if __name__ == "__main__":
    unittest.main()
