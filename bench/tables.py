# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The tables of what has been measured, each held against its bars."""
import math
from bars import (ATTENTION_RATIO, BF16_ERROR, F32_ERROR, bars_for, figure)
from cases import NINE
from contenders import LIMITED_TO_AVX2
from intervals import geometric_mean, ratio

NAMES = {"weft": "Weft", "onnxruntime": "ONNX Runtime", "openvino": "OpenVINO", "torch": "torch"}


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join("---" if i == 0 else "--:" for i in range(len(head))) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def limit_ms(facts, threads, cache_bytes):
    """The physical limit in milliseconds and what sets it; weights that stay in the caches are not read from memory."""
    ceiling = facts["ceilings"][str(threads)]
    compute = (facts["flops"] or 0) / ceiling["gflops"] / 1e6
    memory = facts["weight_bytes"] / ceiling["gbs"] / 1e6 if facts["weight_bytes"] > cache_bytes else 0.0
    return max((compute, "compute"), (memory, "memory"))


class Measured:
    """One case on a number of threads: the figures that several tables show."""

    def __init__(self, results, key, threads):
        self.results, self.key, self.threads = results, key, threads
        self.facts = results.cases[key]
        self.set, self.name, self.precision, batch = key.split("/")
        self.batch = int(batch.removeprefix("batch "))
        self.peers = [who for who in ("onnxruntime", "openvino", "torch") if results.values(key, threads, who)]
        self.ours = results.middle(key, threads, "weft")
        self.best_peer = results.best_peer(key, threads, self.counted_peers())
        self.ratio, self.low, self.high = math.inf, math.nan, math.nan
        if self.ours is not None and self.best_peer:
            self.ratio, self.low, self.high = ratio(results.values(key, threads, "weft"), results.values(key, threads, self.best_peer))

    def counted_peers(self):
        """At the level avx2 of a processor that has more, only those that were held to it."""
        if self.set == "avx2" and self.results.facts["machine"]["level"] != "avx2":
            return [who for who in self.peers if who in LIMITED_TO_AVX2]
        return self.peers

    def time(self, contender):
        return figure(self.results.middle(self.key, self.threads, contender))

    def interval(self):
        return f"[{figure(self.low)}, {figure(self.high)}]" if math.isfinite(self.low) else "–"

    def limit(self):
        """(milliseconds, what sets them, share that was reached). The f32 peak bounds neither int8 nor bf16."""
        if self.precision != "f32":
            return math.nan, "", 0.0
        limit, kind = limit_ms(self.facts, self.threads, max(self.results.facts["machine"]["caches"].values(), default=0))
        return limit, kind, limit / self.ours if self.ours else 0.0

    def what(self, more=""):
        return f"{self.set}, {self.name} {self.precision}, batch {self.batch}, threads {self.threads}{more}"

    def error_bar(self):
        """The largest error that the case may have; infinite where the peers give no measure."""
        if self.precision == "bf16":
            return BF16_ERROR
        peers = [error for who in self.peers if (error := self.results.error(self.key, who)) is not None]
        return F32_ERROR * max(peers) if self.precision == "f32" and peers and self.facts["reference"] == "float64" else math.inf

    def errors(self, verdicts):
        """Weft's error, held against its bar, and those of the peers."""
        ours = self.results.error(self.key, "weft")
        shown = "–" if ours is None else verdicts.at_most(self.what(", error"), ours, self.error_bar())
        return [shown, *(figure(self.results.error(self.key, who)) for who in self.peers)]


def failures(results, name, verdicts, is_barred):
    """A list of what could not run; Weft's own failures miss the bar of cases that have one."""
    lines = []
    for key in results.keys(name):
        facts = results.cases[key]
        if "left_out" in facts:
            lines.append(f"- {key}: left out, {facts['left_out']}")
        for who, why in facts.get("failures", {}).items():
            lines.append(f"- {key}, {NAMES[who]}: {why}")
            if who == "weft" and is_barred(key):
                verdicts.failed(key, why)
    return "\n" + "\n".join(lines) + "\n" if lines else ""


def measured_cases(results, name, threads, precision):
    return [Measured(results, key, threads) for key in results.keys(name)
            if key.split("/")[2] == precision and threads in results.cases[key]["threads"] and results.values(key, threads, "weft")]


def latency_table(results, name, threads, precision, verdicts):
    """Set `name` in one precision on a number of threads, and its geometric mean; empty if nothing was measured."""
    cases = measured_cases(results, name, threads, precision)
    if not cases:
        return ""
    bar = bars_for("avx2" if name == "avx2" else results.facts["machine"]["level"]).of(precision)
    peers = [who for who in ("onnxruntime", "openvino") if any(who in case.peers for case in cases)]
    rows = []
    for case in cases:
        limit, kind, reached = case.limit()
        ours, *theirs = case.errors(verdicts)
        errors = dict(zip(case.peers, theirs))
        rows.append([case.name, case.time("weft"), figure(results.middle(case.key, threads, "weft", "median_ms")),
                     *(case.time(who) for who in peers),
                     verdicts.at_most(case.what(f", ratio to {case.best_peer}"), case.ratio, bar.worst, reached), case.interval(),
                     f"{figure(limit)} {kind}".strip(), f"{100 * reached:.0f} %" if reached else "–", ours,
                     *(errors.get(who, "–") for who in peers)])
    shown = table(["model", "Weft", "median call", *(NAMES[who] for who in peers), "ratio", "95 %", "limit", "of limit", "error: Weft",
                   *(NAMES[who] for who in peers)], rows)
    counted = [case for case in cases if case.name in NINE]
    mean = geometric_mean([case.ratio for case in counted])
    if not counted:
        return shown
    models = "the nine models" if len(counted) == len(NINE) else f"{len(counted)} model{'s' if len(counted) > 1 else ''}"
    return shown + (f"\nGeometric mean of the ratios of {models}: "
                    f"{verdicts.at_most(f'{name} {precision}, threads {threads}, geometric mean', mean, bar.geomean)}"
                    f"{describe(bar)}.\n")


def describe(bar):
    parts = [f"bar {figure(bar.geomean)}"] * math.isfinite(bar.geomean) + [f"each {figure(bar.worst)}"] * math.isfinite(bar.worst)
    return f" ({', '.join(parts)})" if parts else ", no bar"


def batch_table(results, verdicts):
    rows, bar = [], bars_for(results.facts["machine"]["level"]).batch
    for precision in ("f32", "int8"):
        for threads in results.threads():
            for case in measured_cases(results, "batch", threads, precision):
                speed = lambda who: figure(1e3 * case.batch / value if (value := results.middle(case.key, threads, who)) else None)
                reached = case.limit()[2]
                rows.append([case.name, precision, str(case.batch), str(threads), speed("weft"), speed("onnxruntime"), speed("openvino"),
                             verdicts.at_least(case.what(f", throughput to {case.best_peer}"), 1 / case.ratio, bar, reached),
                             f"[{figure(1 / case.high)}, {figure(1 / case.low)}]" if math.isfinite(case.low) else "–",
                             f"{100 * reached:.0f} %" if reached else "–", case.errors(verdicts)[0]])
    return table(["model", "precision", "batch", "threads", "Weft /s", "ONNX Runtime /s", "OpenVINO /s", f"ratio (bar {figure(bar)})", "95 %",
                  "of limit", "error"], rows) if rows else ""


def attention_table(results, verdicts):
    rows, peers = [], ("onnxruntime", "openvino", "torch")
    for threads in results.threads():
        cases = measured_cases(results, "attention", threads, "f32")
        for case in cases:
            _, _, reached = case.limit()
            memory = lambda who: figure(value * 1.048576 if (value := results.middle(case.key, threads, who, "rss_mb")) else None)
            rows.append([case.name.removeprefix("attention_"), str(threads), *(case.time(who) for who in ("weft", *peers)),
                         verdicts.at_most(case.what(f", ratio to {case.best_peer}"), case.ratio, ATTENTION_RATIO, reached), case.interval(),
                         f"{100 * reached:.0f} %", case.errors(verdicts)[0], *(memory(who) for who in ("weft", *peers))])
        hold_linear(results, cases, threads, verdicts)
    return table(["tokens", "threads", "Weft", *(NAMES[who] for who in peers), "ratio", "95 %", "of limit", "error",
                  *(f"{NAMES[who]} MB" for who in ("weft", *peers))], rows) if rows else ""


def hold_linear(results, cases, threads, verdicts):
    """Memory is linear in the tokens: each length keeps to the line through the two before it, and a tenth."""
    points = [(int(case.name.removeprefix("attention_")), results.middle(case.key, threads, "weft", "rss_mb")) for case in cases]
    for (first, a), (second, b), (third, c) in zip(points, points[1:], points[2:]):
        line = b + max(0.0, (b - a) / (second - first)) * (third - second)
        verdicts.at_most(f"attention, {third} tokens, threads {threads}, memory in MiB against linear growth", c, 1.1 * line)
