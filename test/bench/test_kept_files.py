# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Benchmarks delete and overwrite only what they made."""
import contextlib, io, sys, tempfile, unittest
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "test" / "models")]
import optimizer, streaming


def run(module, *arguments):
    """What was printed on stderr; it may end with SystemExit."""
    errors = io.StringIO()
    with mock.patch.object(sys, "argv", [f"{module.__name__}.py", *map(str, arguments)]), contextlib.redirect_stderr(errors), \
            contextlib.redirect_stdout(io.StringIO()):
        module.main()
    return errors.getvalue()


def write_result(args, folder, out, precision):
    out.write_bytes(bytes(1000))
    return 0.5, 1000


class Streaming(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = Path(folder.name)
        self.model = self.work / "tiny"
        for patch in (mock.patch.dict(streaming.SHAPES, {"tiny": (64, 128, 1, 2, 2, 64)}), mock.patch.object(streaming, "optimize", write_result)):
            patch.start()
            self.addCleanup(patch.stop)

    def run_tiny(self, *more):
        run(streaming, "--work", self.work, "--model", "tiny", "--precisions", "int8", *more)

    def test_deletes_what_it_made(self):
        self.run_tiny()
        self.assertFalse(self.model.exists())
        self.run_tiny("--keep")
        self.assertTrue((self.model / "config.json").exists())

    def test_keeps_a_model_that_was_there(self):
        self.model.mkdir()
        (self.model / "config.json").write_text("{}")
        self.run_tiny()
        self.assertEqual((self.model / "config.json").read_text(), "{}")

    def test_keeps_other_files(self):
        self.model.mkdir()
        (self.model / "notes").write_text("mine")
        self.run_tiny()
        self.assertEqual([path.name for path in self.model.iterdir()], ["notes"])


class Optimizer(unittest.TestCase):
    def test_no_model_overwrites_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "table.md"
            out.write_text("before")
            with self.assertRaises(SystemExit) as end:
                run(optimizer, "--only-static", "--models", folder, "--work", Path(folder) / "work", "--out", out)
            self.assertIn("nothing was measured", str(end.exception))
            self.assertEqual(out.read_text(), "before")

    def test_unknown_model(self):
        with self.assertRaises(SystemExit) as end:
            run(optimizer, "--static", "resnet50,foo")
        self.assertEqual(end.exception.code, 2)


if __name__ == "__main__":
    unittest.main()
