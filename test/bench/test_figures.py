# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the figures of the benchmark are made of: intervals, least work, rooflines, errors, rows of the CSV file, the document."""
import csv, itertools, math, random, subprocess, sys, tempfile, unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import measured
import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save
import attention, bars, document, hotspots, instructions, intervals, machine, operators, opmodels, reference
from results import COLUMNS, Results

BENCH_PYTHON = measured.ROOT / "build" / "bench-venv" / "bin" / "python"


class Intervals(unittest.TestCase):
    def test_ratio_is_that_of_medians(self):
        self.assertEqual(intervals.ratio([1.0, 2.0, 9.0], [4.0, 4.0, 4.0])[0], 0.5)

    def test_steady_rounds_have_no_spread(self):
        self.assertEqual(intervals.ratio([1.0] * 4, [2.0] * 4), (0.5, 0.5, 0.5))

    def test_slow_rounds_hit_both(self):
        middle, low, high = intervals.ratio([1.0, 3.0, 1.1], [2.0, 6.0, 2.2])
        self.assertEqual((round(middle, 9), round(low, 9), round(high, 9)), (0.5, 0.5, 0.5))

    def test_interval_covers_the_truth_about_as_often_as_it_says(self):
        draw = random.Random(1)
        covered = 0
        for _ in range(200):
            ours, theirs = [[draw.gauss(mean, 0.1) for _ in range(15)] for mean in (1.0, 2.0)]
            _, low, high = intervals.ratio(ours, theirs, 400)
            covered += low <= 0.5 <= high
        self.assertGreater(covered, 170)

    def test_one_round_says_nothing_of_the_spread(self):
        self.assertTrue(math.isnan(intervals.ratio([1.0], [2.0])[1]))
        self.assertEqual(intervals.ratio([], [])[0], math.inf)

    def test_geometric_mean(self):
        self.assertAlmostEqual(intervals.geometric_mean([0.5, 2.0, math.inf]), 1.0)
        self.assertEqual(intervals.geometric_mean([]), math.inf)


class Operators(unittest.TestCase):
    def test_taps_by_counting(self):
        for size, kernel, stride, pad in itertools.product((7, 8, 14), (1, 3, 7), (1, 2), (0, 1, 3)):
            image = [None] * pad + list(range(size)) + [None] * pad
            windows = [image[start:start + kernel] for start in range(0, len(image) - kernel + 1, stride)]
            met = [pixel for window in windows for pixel in window if pixel is not None]
            self.assertEqual(operators.taps(size, kernel, stride, pad), (len(windows), len(met), len(set(met))))

    def test_work(self):
        conv = {"op": "conv", "x": [1, 4, 4, 8], "filters": 16, "kernel": 1, "stride": 2, "pad": 0, "groups": 1}
        self.assertEqual(operators.work(conv), (2 * 4 * 8 * 16, 4 * (4 * 8 + 4 * 16 + 8 * 16 + 16)))
        self.assertEqual(operators.work({"op": "transpose", "shape": [2, 3]}), (0, 48))

    def test_roofline_takes_the_smallest_level_that_holds_the_operands(self):
        ceiling = measured.CEILINGS["1"]
        for elements, level, speed in ((1000, "L1", 200.0), (10000, "L2", 100.0), (10 ** 6, "L3", 50.0), (10 ** 7, "memory", 10.0)):
            limit, kind = operators.roofline_ms({"op": "transpose", "shape": [elements]}, ceiling)
            self.assertEqual(kind, level)
            self.assertAlmostEqual(limit, 8 * elements / speed / 1e6)
        self.assertEqual(operators.roofline_ms(measured.MATMUL, ceiling)[1], "compute")

    def test_the_list(self):
        known = operators.load()
        self.assertEqual((len(known), len({op["name"] for op in known})), (60, 60))
        for op in known:
            self.assertTrue(op["name"].startswith(op["model"] + "."))
            made, shapes = opmodels.model(op)
            checker.check_model(made)
            self.assertEqual({entry.name for entry in made.graph.input}, set(shapes))


class Models(unittest.TestCase):
    def count(self, nodes, feed, weights):
        import work
        inputs = [helper.make_tensor_value_info(name, helper.np_dtype_to_tensor_dtype(value.dtype), ["n", *value.shape[1:]]) for name, value in feed.items()]
        graph = helper.make_graph(nodes, "g", inputs, [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
                                  [numpy_helper.from_array(value, name) for name, value in weights.items()])
        with tempfile.TemporaryDirectory() as folder:
            save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9), Path(folder) / "m.onnx")
            return work.count(Path(folder) / "m.onnx", feed)

    def test_convolution_and_product(self):
        weights = {"f": np.zeros((4, 1, 3, 3), np.float32), "w": np.zeros((16, 5), np.float32)}
        nodes = [helper.make_node("Conv", ["x", "f"], ["c"], pads=[1, 1, 1, 1], group=2), helper.make_node("MatMul", ["c", "w"], ["y"])]
        self.assertEqual(self.count(nodes, {"x": np.zeros((3, 2, 8, 16), np.float32)}, weights),
                         (2 * 3 * 4 * 8 * 16 * 9 + 2 * 3 * 4 * 8 * 16 * 5, 4 * (36 + 80)))

    def test_integer_product(self):
        nodes = [helper.make_node("MatMulInteger", ["x", "w"], ["p"]), helper.make_node("Cast", ["p"], ["y"], to=TensorProto.FLOAT)]
        self.assertEqual(self.count(nodes, {"x": np.zeros((4, 8), np.uint8)}, {"w": np.zeros((8, 3), np.int8)}), (2 * 4 * 8 * 3, 24))


class Machine(unittest.TestCase):
    def test_level_is_asked_of_the_flags(self):
        wide = {"avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512cd"}
        self.assertEqual([machine.level_of(flags) for flags in ({"avx2"}, wide, wide | {"amx_tile"}, wide | {"amx_tile", "amx_int8", "amx_bf16"})],
                         ["avx2", "avx512", "avx512", "amx"])

    def test_contenders_get_their_environment_and_one_processor(self):
        program = "import os; print(os.environ['ONEDNN_MAX_CPU_ISA'], os.environ['OPENBLAS_NUM_THREADS'], len(os.sched_getaffinity(0)))"
        self.assertEqual(machine.pinned(1, [sys.executable, "-c", program], env={"PATH": "/usr/bin:/bin", "ONEDNN_MAX_CPU_ISA": "AVX2"}), "AVX2 1 1")
        with self.assertRaisesRegex(RuntimeError, "no such contender"):
            machine.pinned(1, [sys.executable, "-c", "raise SystemExit('no such contender')"])

    def test_an_inner_level_is_never_slower(self):
        found = machine.read_levels({"threads": 2, "gflops": 1.0, "gbs": 5.0, "read_gbs": [10, 30, 20, 40, 35, 4, 3]}, {"L1": 8, "L2": 16, "L3": 64})
        self.assertEqual(found["read"], [["L1", 16, 40], ["L2", 32, 40], ["L3", 64, 5.0]])


class Errors(unittest.TestCase):
    def test_float64_model_is_closer_than_float32(self):
        random_ = np.random.default_rng(0)
        weight, x = random_.standard_normal((256, 8)).astype(np.float32), random_.standard_normal((4, 256)).astype(np.float32)
        graph = helper.make_graph([helper.make_node("MatMul", ["x", "w"], ["y"])], "g", [helper.make_tensor_value_info("x", TensorProto.FLOAT, [4, 256])],
                                  [helper.make_tensor_value_info("y", TensorProto.FLOAT, [4, 8])], [numpy_helper.from_array(weight, "w")])
        with tempfile.TemporaryDirectory() as folder:
            save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9), Path(folder) / "m.onnx")
            for _ in range(2):  # computed, then kept
                found, source = reference.outputs_of(Path(folder) / "m.onnx", {"x": x}, Path(folder) / "kept")
                self.assertEqual(source, "float64")
                self.assertLess(reference.error(found, [x.astype(np.float64) @ weight.astype(np.float64)]), 1e-15)

    def test_error(self):
        self.assertAlmostEqual(reference.error([np.array([3.0, 4.5])], [np.array([3.0, 4.0])]), 0.1)
        self.assertEqual(reference.error([np.array([np.nan, 1.0])], [np.array([1.0, 1.0])]), math.inf)
        self.assertEqual(reference.error([np.array([1])], [np.array([2])]), 0.0)

    def test_attention(self):
        feed = {name: np.random.default_rng(ord(name)).standard_normal((1, 2, 5, 4)).astype(np.float32) for name in "qkv"}
        scores = np.einsum("bhik,bhjk->bhij", feed["q"].astype(np.float64), feed["k"]) / 2
        weights = np.exp(scores) / np.exp(scores).sum(-1, keepdims=True)
        self.assertLess(reference.error(attention.outputs_in_float64(feed), [np.einsum("bhij,bhjk->bhik", weights, feed["v"])]), 1e-15)


class Files(unittest.TestCase):
    def test_rows(self):
        with tempfile.TemporaryDirectory() as folder:
            results = measured.kept()
            results.write(Path(folder))
            with open(Path(folder) / "results.csv") as file:
                rows = list(csv.DictReader(file))
            self.assertEqual(tuple(rows[0]), COLUMNS)
            self.assertEqual(len(rows), len(results.rows))
            self.assertEqual((rows[0]["case"], rows[0]["contender"], rows[0]["round"], rows[0]["best_ms"]), ("resnet50", "onnxruntime", "0", "10.0"))
            read = Results.open(Path(folder) / "results.json", results.facts)
            self.assertEqual((read.rows, read.middle(measured.LATENCY.key, 1, "weft")), (results.rows, 6.0))
            self.assertEqual(Results.open(Path(folder) / "results.json", {**results.facts, "weft": "weft 2"}).rows, [])
            self.assertEqual(Results.read(Path(folder) / "results-before.json").rows, results.rows)

    def test_measuring_again_replaces(self):
        results = measured.kept()
        before = len(results.rows)
        measured.add(results, measured.LATENCY, 7.0, 10.0)
        self.assertEqual((len(results.rows), results.values(measured.LATENCY.key, 1, "weft")), (before, [7.0] * 3))

    def test_document_keeps_what_is_not_of_this_machine(self):
        once = document.replace("top\n<!-- measured -->\n<!-- b -->\nold b\n<!-- end of b -->\nend\n", "a", "new a\n")
        self.assertEqual(once, "top\n<!-- measured -->\n<!-- a -->\nnew a\n<!-- end of a -->\n<!-- b -->\nold b\n<!-- end of b -->\nend\n")
        self.assertEqual(document.replace(once, "b", "new b\n"), once.replace("old b", "new b"))
        with self.assertRaisesRegex(ValueError, "expected the mark '<!-- measured -->', found none"):
            document.replace("top\n", "a", "")

    def test_profile(self):
        event = lambda name, us, **args: {"ph": "X", "cat": "conv", "name": name, "dur": us, "args": {"node": "n", **args}}
        trace = {"traceEvents": [{"ph": "M", "name": "thread_name"}, event("a", 30.0, flops=6e5), event("b", 10.0), event("a", 10.0, flops=2e5),
                                 {**event("main", 99.0), "cat": "run"}]}
        first, second = hotspots.summarize(trace)
        self.assertEqual((first["kernel"], first["calls"], first["ms"], first["share"], first["gflops"]), ("a", 2, 0.04, 0.8, 20.0))
        self.assertEqual(second["gflops"], 0.0)

    @unittest.skipUnless(BENCH_PYTHON.exists(), "build/bench-venv has matplotlib: make bench makes it")
    def test_chart(self):
        program = ("import sys; sys.path.insert(0, sys.argv[1]); import chart\n"
                   "chart.ratio_chart(sys.argv[2], 'title', [('one', 0.5, 0.4, 0.6), ('two', 1.5, float('nan'), float('nan')), ('no', float('inf'), 0, 0)])")
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / name for name in ("a.svg", "b.svg")]
            for file in files:
                subprocess.run([BENCH_PYTHON, "-c", program, measured.ROOT / "bench", file], check=True)
            text = files[0].read_text()
            self.assertEqual(text, files[1].read_text())
            for shown in ("title", ">one<", ">two<", "#3b7dd8", "#d8803b"):
                self.assertIn(shown, text)
            self.assertNotIn(">no<", text)


class Instructions(unittest.TestCase):
    def test_tolerance(self):
        for millions, expected in ((109.0, True), (111.0, False), (91.0, True), (50.0, True)):
            self.assertEqual(instructions.compare({"m": millions}, {"m": 100.0})[1], expected)
        lines, kept = instructions.compare({"m": 1.0}, {})
        self.assertFalse(kept)
        self.assertIn("--renew", lines[0])

    def test_models(self):
        for make in instructions.MODELS.values():
            checker.check_model(make(), full_check=True)


if __name__ == "__main__":
    unittest.main()
