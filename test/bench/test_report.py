# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The benchmark's report keeps and misses bars where it should."""
import sys, unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import measured
from measured import ATTENTION, BATCH, BF16, COLD, INT8, LATENCY, MATMUL, OPERATOR, add, kept
import bars, report, tables


def missed(case, *figures, level="amx", **more):
    results = kept(level)
    add(results, case, *figures, **more)
    return report.markdown(results)[1]


class Report(unittest.TestCase):
    def test_all_bars_kept(self):
        for level in ("amx", "avx512", "avx2"):
            text, lines = report.markdown(kept(level))
            self.assertEqual(lines, [])
            self.assertIn("Every bar is kept.", text)
        self.assertIn("| resnet50 | 6.00 | 6.00 | 10.0 | 10.0 | 0.600 | [0.600, 0.600] | 4.00 compute | 67 % | 1.0e-06 | 1.0e-06 | 1.0e-06 |", text)
        self.assertIn("| resnet50 | f32 | 8 | 1 | 1143 | 800 | 800 | 1.43 | [1.43, 1.43] |", text)

    def test_latency(self):
        self.assertEqual(missed(LATENCY, 9.7, 10.0), ["latency, resnet50 f32, batch 1, threads 1, ratio to onnxruntime: 0.970, bar 0.950",
                                                      "latency f32, threads 1, geometric mean: 0.970, bar 0.700"])
        self.assertEqual(missed(LATENCY, 8.0, 10.0), ["latency f32, threads 1, geometric mean: 0.800, bar 0.700"])
        self.assertEqual(missed(LATENCY, 8.0, 10.0, level="avx512"), [])
        self.assertEqual(missed(LATENCY, 10.1, 10.0, level="avx512"), ["latency, resnet50 f32, batch 1, threads 1, ratio to onnxruntime: 1.01, bar 1.00",
                                                                      "latency f32, threads 1, geometric mean: 1.01, bar 0.900"])

    def test_a_case_at_its_limit_passes(self):
        self.assertEqual(missed(LATENCY, 9.7, 10.0, facts={"flops": 9.5e8}), ["latency f32, threads 1, geometric mean: 0.970, bar 0.700"])

    def test_precisions(self):
        self.assertEqual(missed(BF16, 7.6, 10.0), ["precision bf16, threads 1, geometric mean: 0.760, bar 0.750"])
        self.assertEqual(missed(BF16, 20.0, 10.0, level="avx2"), [])
        self.assertEqual(missed(INT8, 7.6, 10.0), ["precision int8, threads 1, geometric mean: 0.760, bar 0.700"])
        self.assertEqual(missed(INT8, 9.1, 10.0, level="avx2"), ["precision int8, threads 1, geometric mean: 0.910, bar 0.900"])

    def test_errors(self):
        self.assertEqual(missed(LATENCY, 6.0, 10.0, error=2.1e-6), ["latency, resnet50 f32, batch 1, threads 1, error: 2.1e-06, bar 2.0e-06"])
        self.assertEqual(missed(BF16, 6.0, 10.0, error=0.021), ["precision, resnet50 bf16, batch 1, threads 1, error: 0.0210, bar 0.0200"])
        self.assertEqual(missed(LATENCY, 6.0, 10.0, error=1.0, facts={"reference": "ONNX Runtime"}), [])

    def test_batch(self):
        self.assertEqual(missed(BATCH, 8.0, 10.0), ["batch, resnet50 f32, batch 8, threads 1, throughput to onnxruntime: 1.25, bar 1.30"])
        self.assertEqual(missed(BATCH, 8.0, 10.0, level="avx2"), [])

    def test_attention(self):
        self.assertEqual(missed(ATTENTION[1], 10.1, 10.0),
                         ["attention, attention_512 f32, batch 1, threads 1, ratio to onnxruntime: 1.01, bar 1.00"])
        self.assertEqual(missed(ATTENTION[2], 9.0, 10.0, rss_mb=111.0),
                         ["attention, 2048 tokens, threads 1, memory in MiB against linear growth: 111, bar 110"])

    def test_cold(self):
        self.assertEqual(missed(COLD, 6.0, 10.0, cold_ms=10.1), ["cold, bert_base_128, ratio to onnxruntime: 0.202, bar 0.200"])
        self.assertEqual(missed(COLD, 6.0, 10.0, cold_ms=41.0)[0], "cold, bert_base_128, milliseconds: 41.0, bar 40.0")
        self.assertEqual(missed(COLD, 6.0, 10.0, rss_mb=107.0), ["cold, bert_base_128, peak memory in MB: 112, bar 112"])
        for figures, line in (({"seconds": 8.1}, "seconds: 8.10, bar 8.00"), ({"again_seconds": 0.71}, "seconds of the second time: 0.710, bar 0.700"),
                              ({"rss_mb": 500.0}, "peak memory in MB: 524, bar 435")):
            self.assertEqual(missed(COLD, 6.0, 10.0, facts={"compile": {**measured.COMPILED, **figures}}), [f"compile, bert_base_128, {line}"])

    def test_operators(self):
        self.assertEqual(missed(OPERATOR, 2.0, 2.0, facts={"op": MATMUL}), ["operators, geometric mean of percent of roofline: 75.5, bar 85.0"])
        self.assertEqual(missed(OPERATOR, 4.0, 2.0, facts={"op": MATMUL})[0], "operator m, percent of roofline: 37.7, bar 50.0")

    def test_failures(self):
        results = kept()
        results.rows = [row for row in results.rows if row["key"] not in (LATENCY.key, BF16.key)]
        results.fail(LATENCY, "weft", "no such op")
        results.fail(LATENCY, "openvino", "not supported")
        results.fail(BF16, "weft", "no bf16")
        text, lines = report.markdown(results)
        self.assertEqual(lines, [f"{LATENCY.key}: no such op", f"{BF16.key}: no bf16"])
        self.assertIn(f"- {LATENCY.key}, OpenVINO: not supported", text)
        results.facts = measured.machine("avx2")  # bf16 has no bar there
        self.assertEqual(report.markdown(results)[1], [f"{LATENCY.key}: no such op"])

    def test_peers_that_cannot_be_held_to_avx2_do_not_count(self):
        results = kept()
        for row in results.rows:
            if row["set"] == "avx2" and row["contender"] == "onnxruntime":
                row["best_ms"] = 1.0
        self.assertEqual(report.markdown(results)[1], [])

    def test_limit(self):
        facts = {"flops": 1e9, "weight_bytes": 200_000_000, "ceilings": measured.CEILINGS}
        self.assertEqual(tables.limit_ms(facts, 1, 0), (20.0, "memory"))
        self.assertEqual(tables.limit_ms(facts, 1, 300_000_000), (10.0, "compute"))

    def test_profile_of_the_three_slowest(self):
        results, entry = kept(), {"kernel": "conv_1", "node": "n", "calls": 2, "ms": 3.0, "share": 0.5, "gflops": 40.0}
        for number in range(5):
            add(results, measured.Case("latency", f"model{number}", "m"), 6.0 + number / 10, 10.0, facts={"profile": [entry]})
        text = report.profile_section(results)
        self.assertEqual([name for name in range(5) if f"model{name}, ratio" in text], [2, 3, 4])
        self.assertIn("| conv_1 | n | 2 | 3.00 | 50 % | 40.0 |", text)

    def test_figures(self):
        self.assertEqual([bars.figure(v) for v in (None, float("inf"), 0, 0.00012, 0.01234, 1.5, 99.9, 1234.5)],
                         ["–", "–", "0", "1.2e-04", "0.0123", "1.50", "99.9", "1234"])


if __name__ == "__main__":
    unittest.main()
