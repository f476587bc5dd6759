# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The benchmark's report keeps and misses bars where it should, and counts the work of known layers."""
import copy, sys, unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "bench"))
import report

MEASURED = {"weft": {"min_ms": 12.0, "median_ms": 12.5, "cold_ms": 5.0, "rss_mb": 100.0},
            "onnxruntime": {"version": "1", "min_ms": 10.0, "cold_ms": 50.0}, "openvino": {"error": "not supported"}}
FACTS = {"processor": "p", "date": "d", "weft": "weft", "threads": [1], "rounds": 1, "seconds": 1.0, "cache_bytes": 1e6,
         "ceilings": {1: {"gflops": 100.0, "gbs": 10.0}},
         "models": {"resnet50": {"flops": 8e8, "weight_bytes": 20_000_000, "latency": {1: MEASURED},
                                 "compile": {"seconds": 9.0, "rss_mb": 200.0, "weights_mb": 90.0, "arena_mb": 2.0, "module_mb": 91.0}}}}


def changed(*path, value):
    facts = copy.deepcopy(FACTS)
    place = facts["models"]["resnet50"]
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return report.markdown(facts)[1]


class Report(unittest.TestCase):
    def test_all_bars_kept(self):
        text, missed = report.markdown(FACTS)
        self.assertEqual(missed, [])
        self.assertIn("| resnet50 | 12.0 | 12.5 | 10.0 | – | 1.20 | 1.25 | 8.00 compute | 67 % |", text)

    def test_each_bar_can_be_missed(self):
        for path, value, expected in (
                (("latency", 1, "weft", "min_ms"), 13.0, "resnet50, threads 1, ratio to onnxruntime: 1.30, bar 1.25"),
                (("latency", 1, "weft", "cold_ms"), 11.0, "resnet50, cold start against ONNX Runtime: 0.220, bar 0.200"),
                (("latency", 1, "weft", "rss_mb"), 130.0, "resnet50, run memory in MB: 136, bar 130"),
                (("compile", "seconds"), 10.5, "resnet50, compile seconds: 10.5, bar 10.0"),
                (("compile", "rss_mb"), 500.0, "resnet50, compile memory in MB: 524, bar 435")):
            self.assertEqual(changed(*path, value=value), [expected])

    def test_failures_are_misses(self):
        missed = changed("compile", value={"error": "no such op"})
        self.assertIn("resnet50 does not compile: no such op", missed)
        self.assertEqual(changed("latency", 1, "weft", value={"error": "x"}), ["resnet50, threads 1, ratio to onnxruntime: –, bar 1.25"])

    def test_limit(self):
        ceiling = {"gflops": 100.0, "gbs": 10.0}
        row = {"flops": 1e9, "weight_bytes": 200_000_000}
        self.assertEqual(report.limit_ms(row, ceiling, 0), (20.0, "memory"))
        self.assertEqual(report.limit_ms(row, ceiling, 300_000_000), (10.0, "compute"))

    def test_figures(self):
        self.assertEqual([report.figure(v) for v in (None, float("inf"), 0, 0.01234, 1.5, 99.9, 1234.5)],
                         ["–", "–", "0", "0.0123", "1.50", "99.9", "1234"])


if __name__ == "__main__":
    unittest.main()
