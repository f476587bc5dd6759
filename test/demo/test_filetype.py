# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How files become magika's input and its output becomes a name, with a small configuration written here."""
import json, sys, tempfile, unittest
from pathlib import Path
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "examples" / "demo"))
from filetype import Typer

CONFIG = {"beg_size": 8, "end_size": 8, "block_size": 16, "padding_token": 256, "min_file_size_for_dl": 4,
          "medium_confidence_threshold": 0.5, "target_labels_space": ["c", "rst", "randomtxt"], "thresholds": {"rst": 0.9},
          "overwrite_map": {"randomtxt": "txt"}}


class FileType(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        config = Path(self.folder.name) / "config.json"
        config.write_text(json.dumps(CONFIG))
        self.typer = Typer(config)

    def file(self, data):
        path = Path(self.folder.name) / "file"
        path.write_bytes(data)
        return path

    def features(self, data):
        found = self.typer.features(self.file(data))
        return found if isinstance(found, str) else found.tolist()

    def test_long_file_shows_both_ends(self):
        data = bytes(range(40, 140))
        self.assertEqual(self.features(data), list(data[:8]) + list(data[-8:]))

    def test_short_file_is_padded_towards_the_middle(self):
        self.assertEqual(self.features(b"abcde"), list(b"abcde") + [256] * 6 + list(b"abcde"))

    def test_white_space_at_the_outer_ends_does_not_count(self):
        self.assertEqual(self.features(b"\n  abcdefgh "), list(b"abcdefgh") + list(b"abcdefgh"))

    def test_what_is_too_small_needs_no_model(self):
        self.assertEqual([self.features(data) for data in (b"", b"abc", b"\xff\xfe", b"        abc")], ["empty", "txt", "unknown", "txt"])

    def test_names(self):
        text, binary = self.file(b"plain text"), Path(self.folder.name) / "binary"
        binary.write_bytes(b"\xff\xfe\xfd\xfc")
        name = lambda values, path: self.typer.name(np.array(values), path)[0]
        self.assertEqual(name([0.6, 0.3, 0.1], text), "c")
        self.assertEqual(name([0.1, 0.1, 0.8], text), "txt")
        self.assertEqual(name([0.1, 0.8, 0.1], text), "txt")
        self.assertEqual(name([0.1, 0.8, 0.1], binary), "unknown")
        self.assertEqual(name([0.0, 0.95, 0.05], binary), "rst")


if __name__ == "__main__":
    unittest.main()
