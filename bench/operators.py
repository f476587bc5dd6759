# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The least work of each operator of bench/ops.json, its roofline, and the table of `make bench-ops`.

The roofline is the larger of two times: floating-point operations at the measured peak of f32 multiply-adds, and the bytes of
all operands at the measured bandwidth of the smallest memory level that holds them. Padding is no work: only taps that meet the
image count, and only pixels that some tap meets are read. What is no multiply-add counts 2 operations for each instruction that
takes the place of one; SLOTS holds how many an element takes at least.
"""
import json, statistics
from math import prod
from pathlib import Path
from bars import OPERATOR_GEOMEAN, OPERATOR_WORST, figure
from intervals import geometric_mean, ratio
from tables import table

LIST = Path(__file__).resolve().parent / "ops.json"
# exp: 2 to split off the power of two, 2 to reduce, 6 of the polynomial, 1 to scale. erf: 2 to clamp, 13 of a rational function.
EXP, ERF = 11, 15
SLOTS = {"softmax": EXP + 4,  # maximum, difference, sum, product
         "layer_norm": 5,  # sum, difference, square, product, offset
         "gelu": ERF + 3, "add": 1}


def load():
    return json.loads(LIST.read_text())


def taps(size, kernel, stride, pad):
    """(outputs, taps that meet the image, pixels that a tap meets) along one dimension."""
    outputs = (size + 2 * pad - kernel) // stride + 1
    met = [out * stride - pad + tap for out in range(outputs) for tap in range(kernel) if 0 <= out * stride - pad + tap < size]
    return outputs, len(met), len(set(met))


def work(op):
    """(floating-point operations, bytes of operands) of an entry of the list, in f32."""
    kind = op["op"]
    if kind in ("conv", "max_pool"):
        n, size, _, channels = op["x"]
        outputs, met, pixels = taps(size, op["kernel"], op["stride"], op["pad"])
        if kind == "max_pool":
            return 2 * n * met ** 2 * channels, 4 * n * channels * (pixels ** 2 + outputs ** 2)
        inner, filters = channels // op["groups"], op["filters"]
        return (2 * n * met ** 2 * inner * filters,
                4 * (n * pixels ** 2 * channels + n * outputs ** 2 * filters + op["kernel"] ** 2 * inner * filters + filters))
    if kind in ("matmul", "batch_matmul"):
        batch, m, k, n = op.get("batch", 1), op["m"], op["k"], op["n"]
        return 2 * batch * m * n * k, 4 * batch * (m * k + k * n + m * n)
    if kind == "attention":
        heads, length, width = op["heads"], op["length"], op["width"]
        return heads * length * length * (4 * width + 2 * SLOTS["softmax"]), 4 * 4 * heads * length * width
    if kind == "mean":
        return 2 * prod(op["x"]), 4 * (prod(op["x"]) + op["x"][0] * op["x"][3])
    if kind == "transpose":
        return 0, 8 * prod(op["shape"])
    elements = prod(op["shape"])
    return 2 * SLOTS[kind] * elements, 4 * elements * (3 if kind == "add" else 2)


def roofline_ms(op, ceiling):
    """(milliseconds, what sets them): multiply-adds, or the level of memory that holds the operands."""
    flops, size = work(op)
    level, speed = next(((level, speed) for level, held, speed in ceiling["read"] if size <= held), ("memory", ceiling["gbs"]))
    return max((flops / ceiling["gflops"] / 1e6, "compute"), (size / speed / 1e6, level))


def table_of(results, verdicts):
    """Each operator in percent of its roofline beside oneDNN through torch; empty if none was measured."""
    rows, shares, ratios = [], [], []
    for key in results.keys("ops"):
        facts, threads = results.cases[key], results.cases[key]["threads"][-1]
        ours, theirs = results.middle(key, threads, "weft"), results.middle(key, threads, "torch")
        if ours is None:
            continue
        limit, kind = roofline_ms(facts["op"], facts["ceilings"][str(threads)])
        shares.append(limit / ours)
        middle, low, high = ratio(results.values(key, threads, "weft"), results.values(key, threads, "torch"))
        ratios.append(middle)
        name = key.split("/")[1]
        share = verdicts.at_least(f"operator {name}, percent of roofline", 100 * limit / ours, 100 * OPERATOR_WORST)
        rows.append([name, figure(1e3 * limit), kind, figure(1e3 * ours), share, figure(1e3 * theirs if theirs else None),
                     figure(100 * limit / theirs if theirs else None), figure(middle), f"[{figure(low)}, {figure(high)}]"])
    if not rows:
        return ""
    mean = verdicts.at_least("operators, geometric mean of percent of roofline", 100 * geometric_mean(shares), 100 * OPERATOR_GEOMEAN)
    return (table(["operator", "roofline µs", "set by", "Weft µs", "% of roofline", "torch µs", "% of roofline", "ratio", "95 %"], rows)
            + f"\nGeometric mean: {mean} % of roofline (bar {100 * OPERATOR_GEOMEAN:.0f} %, each {100 * OPERATOR_WORST:.0f} %), lowest "
              f"{figure(100 * min(shares))} %, median {figure(100 * statistics.median(shares))} %; ratio to torch "
              f"{figure(geometric_mean(ratios))}.\n")
