# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Results made up for the tests of the reports: every bar is kept, and a change of one figure misses one."""
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "test" / "models")]
import operators
from cases import Case
from results import Results

CEILINGS = {"1": {"gflops": 100.0, "gbs": 10.0, "read": [["L1", 32768, 200.0], ["L2", 1 << 20, 100.0], ["L3", 1 << 23, 50.0]]}}
COMPILED = {"seconds": 3.0, "again_seconds": 0.6, "copy_seconds": 0.2, "rss_mb": 200.0, "weights_mb": 90.0, "arena_mb": 2.0, "module_mb": 91.0}
FACTS = {"flops": 4e8, "weight_bytes": 1000, "reference": "float64", "failures": {}, "ceilings": CEILINGS, "threads": [1], "date": "2026-01-02",
         "command": "bench/run.py",
         "seconds": 1, "compile": COMPILED}
ERRORS = {"f32": 1e-6, "bf16": 1e-2, "int8": 0.1}
COUNTED = ("latency", "precision", "batch", "attention", "avx2", "cold", "ops")


def machine(level="amx"):
    return {"machine": {"processor": "p", "text": "p, 1 processor", "level": level, "key": "p", "caches": {"L1": 1 << 15, "L3": 1 << 23}},
            "weft": "weft 1 (LLVM 2)", "versions": {"onnxruntime": "1", "openvino": "2", "torch": "3"}}


def add(results, case, ours, theirs, error=None, facts=None, **more):
    """Three rounds of a case: Weft takes `ours` milliseconds and its peers `theirs`."""
    results.begin(case.key, {**FACTS, **(facts or {})})
    for number in range(3):
        for who in (*case.peers, "weft"):
            weft = who == "weft"
            figures = {"best_ms": ours if weft else theirs, "median_ms": ours if weft else theirs, "cold_ms": 5.0 if weft else 50.0,
                       "rss_mb": 100.0, "error": (error if weft and error is not None else ERRORS[case.precision])}
            results.add(case, 1, who, number, {**figures, **(more if weft else {})})


LATENCY, BF16, INT8 = Case("latency", "resnet50", "resnet50"), Case("precision", "resnet50", "resnet50", "bf16"), Case("precision", "resnet50", "r", "int8")
BATCH, AVX2, COLD = Case("batch", "resnet50", "r", batch=8), Case("avx2", "resnet50", "resnet50", level="avx2"), Case("cold", "bert_base_128", "bert_base_128")
ATTENTION = [Case("attention", f"attention_{length}", "a", length=length) for length in (128, 512, 2048)]
MATMUL = {"name": "m", "model": "bert_base_128", "op": "matmul", "m": 128, "k": 768, "n": 768}
OPERATOR = Case("ops", "m", "m")


def kept(level="amx"):
    results = Results(machine(level))
    for case in (LATENCY, BF16, INT8, AVX2, COLD):
        add(results, case, 6.0, 10.0)
    add(results, BATCH, 7.0, 10.0)
    for case in ATTENTION:
        add(results, case, 9.0, 10.0)
    add(results, OPERATOR, operators.roofline_ms(MATMUL, CEILINGS["1"])[0] / 0.9, 2.0, facts={"op": MATMUL})
    return results
