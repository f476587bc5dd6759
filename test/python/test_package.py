# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The Python package: compile, load, run, state, DLPack, errors. NumPy is the oracle."""
import tempfile
import unittest
from pathlib import Path

import numpy as np
import weft

ADD = '''
weft.func @main(%x: tensor<?x4xf32> {weft.name = "x", weft.dims = ["n", ""]}, %y: tensor<4xf32> {weft.name = "y"})
    -> (tensor<?x4xf32> {weft.name = "z", weft.dims = ["n", ""]}) {
  %0 = weft.add %x, %y : (tensor<?x4xf32>, tensor<4xf32>) -> tensor<?x4xf32>
  weft.return %0 : tensor<?x4xf32>
}
'''
SUM = '''
weft.func @main(%x: tensor<4xf32> {weft.name = "x"}, %s: tensor<4xf32> {weft.name = "s", weft.state = "s"})
    -> (tensor<4xf32> {weft.name = "y"}, tensor<4xf32> {weft.name = "t", weft.state = "s"}) {
  %0 = weft.add %x, %s : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = weft.add %0, %0 : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  weft.return %1, %0 : tensor<4xf32>, tensor<4xf32>
}
'''
# Two functions over one state, and no main.
TWO = SUM.replace("@main", "@add") + SUM.replace("@main", "@subtract").replace("weft.add %x, %s", "weft.sub %s, %x")


class PackageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)

    def compile(self, text, **options):
        path = Path(self.folder.name) / f"{abs(hash(text))}.mlir"
        path.write_text(text)
        return weft.compile(path, **options)

    def test_runs_in_memory_with_sizes_of_the_call(self):
        session = self.compile(ADD).session(threads=1)
        y = np.arange(4, dtype=np.float32)
        for n in (1, 3, 7):
            x = np.random.default_rng(n).standard_normal((n, 4), dtype=np.float32)
            np.testing.assert_array_equal(session.run({"x": x, "y": y})["z"], x + y)

    def test_writes_a_module_that_loads(self):
        path = Path(self.folder.name) / "add.wm"
        self.compile(ADD, output=path, dims={"n": 2})
        program = weft.load(path)
        self.assertEqual([(info.name, info.dims, info.dtype) for info in program.inputs],
                         [("x", (2, 4), np.float32), ("y", (4,), np.float32)])
        x = np.ones((2, 4), np.float32)
        np.testing.assert_array_equal(program.session().run({"x": x, "y": x[0]})["z"], x + x)

    def test_takes_views(self):
        session = self.compile(ADD).session()
        base = np.arange(32, dtype=np.float32).reshape(4, 8)
        for x in (base[:, ::2], base.T[:, :], base[::-1, :4]):
            y = x[0]
            np.testing.assert_array_equal(session.run({"x": x, "y": y})["z"], x + y)

    def test_takes_dlpack(self):
        class Foreign:
            def __init__(self, array):
                self.array = array

            def __dlpack__(self, **options):
                return self.array.__dlpack__(**options)

            def __dlpack_device__(self):
                return self.array.__dlpack_device__()

        x, y = np.ones((1, 4), np.float32), np.ones(4, np.float32)
        np.testing.assert_array_equal(self.compile(ADD).session().run({"x": Foreign(x), "y": y})["z"], x + y)

    def test_keeps_sets_and_forgets_state(self):
        session = self.compile(SUM).session()
        x = np.arange(4, dtype=np.float32)
        outputs = [session.run({"x": x}) for _ in range(3)]
        self.assertEqual(list(outputs[0]), ["y"])
        for count, output in enumerate(outputs, 1):
            np.testing.assert_array_equal(output["y"], 2 * count * x)
        np.testing.assert_array_equal(session.get_state("s"), 3 * x)
        session.set_state("s", 10 * x)
        np.testing.assert_array_equal(session.run({"x": x})["y"], 22 * x)
        session.reset()
        np.testing.assert_array_equal(session.run({"x": x})["y"], 2 * x)

    def test_functions_share_the_state_of_a_session(self):
        program = self.compile(TWO)
        self.assertEqual(set(program.functions), {"add", "subtract"})
        self.assertEqual([(info.name, info.state) for info in program.functions["add"].inputs], [("x", None), ("s", "s")])
        self.assertEqual(dict(program.assets), {})
        session, other = program.session(), program.session(function="add")
        x, s = np.arange(4, dtype=np.float32), np.zeros(4, np.float32)
        for step, name in enumerate(("add", "subtract", "subtract", "add", "add")):
            s = s + (step + 1) * x if name == "add" else s - (step + 1) * x
            np.testing.assert_array_equal(session.run({"x": (step + 1) * x}, function=name)["y"], 2 * s)
        np.testing.assert_array_equal(session.get_state("s"), s)
        np.testing.assert_array_equal(other.run({"x": x})["y"], 2 * x)
        with self.assertRaisesRegex(weft.Error, "expected the name of a function to run; the program has add, subtract"):
            session.run({"x": x})
        for make in (lambda: session.run({"x": x}, "divide"), lambda: program.session(function="divide")):
            with self.assertRaisesRegex(weft.Error, "there is no function 'divide'; the program has add, subtract"):
                make()

    def test_inputs_stay_until_they_are_replaced(self):
        session = self.compile(ADD).session()
        session.run({"x": np.ones((1, 4), np.float32), "y": np.arange(4, dtype=np.float32)})
        for n in (2, 5):
            x = np.full((n, 4), n, np.float32)
            waste = [np.full(4, 7, np.float32) for _ in range(100)]  # would lie where a forgotten input was
            np.testing.assert_array_equal(session.run({"x": x})["z"], x + np.arange(4, dtype=np.float32))
            del waste

    def test_errors_say_expected_and_found(self):
        session = self.compile(ADD).session()
        good = np.ones((1, 4), np.float32)
        for inputs, words in [({"q": good}, "q"), ({"x": good[0]}, "x"), ({"x": good.astype(np.float64)}, "f64"), ({"x": good.astype(complex)}, "complex"), ({}, "x")]:
            with self.subTest(words), self.assertRaisesRegex(RuntimeError, words):
                self.compile(ADD).session().run(inputs)
        with self.assertRaisesRegex(weft.Error, "nothing.wm"):
            weft.load(Path(self.folder.name) / "nothing.wm")
        with self.assertRaisesRegex(weft.Error, "nothing.onnx"):
            weft.compile(Path(self.folder.name) / "nothing.onnx")
        with self.assertRaises(weft.Error):
            weft.compile(b"no model")
        np.testing.assert_array_equal(session.run({"x": good, "y": good[0]})["z"], good + good)


if __name__ == "__main__":
    unittest.main()
