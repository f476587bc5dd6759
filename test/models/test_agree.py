# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The comparison itself has to be able to fail: each way in which two results may differ."""
import sys, unittest
from pathlib import Path
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from agree import compare, difference, file_name


class Difference(unittest.TestCase):
    base = np.linspace(-1, 1, 1001, dtype=np.float32)

    def agrees(self, found):
        return compare({"y": found}, {"y": self.base})[0]

    def test_equal(self):
        self.assertTrue(self.agrees(self.base.copy()))

    def test_norm(self):
        self.assertTrue(self.agrees(self.base * np.float32(1 + 5e-5)))
        self.assertFalse(self.agrees(self.base * np.float32(1 + 2e-4)))

    def test_one_element(self):
        found = np.zeros(10**6, np.float32) + 1
        found[7] += 2e-3
        self.assertFalse(compare({"y": found}, {"y": np.ones(10**6, np.float32)})[0])

    def test_dtype_and_shape(self):
        self.assertEqual(difference(self.base.astype(np.float64), self.base), "dtype float64, expected float32")
        self.assertEqual(difference(self.base[None], self.base), "shape [1, 1001], expected [1001]")

    def test_non_finite_places(self):
        expected = np.array([1, np.inf, np.nan], np.float32)
        self.assertEqual(difference(expected.copy(), expected), (0.0, 0.0))
        for other in ([1, -np.inf, np.nan], [1, np.nan, np.inf], [1, 2, 3], [np.nan, np.inf, np.nan]):
            self.assertEqual(difference(np.array(other, np.float32), expected), "infinities or NaN in other places")

    def test_integers_are_exact(self):
        self.assertEqual(difference(np.array([1, 2, 4]), np.array([1, 2, 3])), "1 of 3 elements differ")

    def test_missing_output(self):
        self.assertEqual(compare({}, {"y": self.base}), (False, "no output y among none"))

    def test_file_name(self):
        self.assertEqual(file_name("a/b:ü.c-d_0"), "a_b__.c-d_0.npy")


if __name__ == "__main__":
    unittest.main()
