# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The bars, and the list of what misses one.

Ratios are of times to the best peer of the same precision in the same run. A case within 95 % of its measured physical limit
passes whatever the ratio.
"""
import math
from dataclasses import dataclass

NEAR_LIMIT = 0.95
COLD_RATIO = 0.2
COLD_MS = {"bert_base_128": 40}
COMPILE_SECONDS = {"bert_base_128": 8, "resnet50": 6, "mobilenet_v2": 4}
AGAIN_SECONDS = 0.5  # and reading and writing the weights
RUN_MEMORY_MB = 20  # beside weights and arena
BF16_ERROR = 2e-2
F32_ERROR = 2  # times the larger error of the peers
ATTENTION_RATIO = 1.0
OPERATOR_GEOMEAN, OPERATOR_WORST = 0.85, 0.5


@dataclass(frozen=True)
class Bar:
    """At most: the geometric mean of the ratios of a set, and each of them."""
    geomean: float = math.inf
    worst: float = math.inf


@dataclass(frozen=True)
class Bars:
    f32: Bar
    bf16: Bar
    int8: Bar
    batch: float  # units per second against the best peer's, at least

    def of(self, precision):
        return getattr(self, precision)


WITH_AMX = Bars(f32=Bar(0.7, 0.95), bf16=Bar(0.75, 0.95), int8=Bar(0.7, 1.0), batch=1.3)
WITHOUT_AMX = Bars(f32=Bar(0.9, 1.0), bf16=Bar(), int8=Bar(0.9), batch=1.05)


def bars_for(level):
    return WITH_AMX if level == "amx" else WITHOUT_AMX


def compile_memory_mb(weights_mb):
    return 1.5 * weights_mb + 300


def figure(value):
    """Three significant digits, or a dash for what was not measured."""
    if value is None or not math.isfinite(value):
        return "–"
    if value and abs(value) < 1e-3:
        return f"{value:.1e}"
    return f"{value:.{max(0, 2 - math.floor(math.log10(abs(value))))}f}" if 0 < abs(value) < 100 else f"{value:.0f}"


class Verdicts:
    """Collects what misses its bar."""

    def __init__(self):
        self.missed = []

    def at_most(self, what, value, bar, of_limit=0.0):
        """Returns `value` for a table, in bold where it misses; `of_limit` is the share of the physical limit that was reached."""
        return self._mark(what, value, bar, value <= bar or of_limit >= NEAR_LIMIT)

    def at_least(self, what, value, bar, of_limit=0.0):
        return self._mark(what, value, bar, value >= bar or of_limit >= NEAR_LIMIT)

    def failed(self, what, why):
        if (line := f"{what}: {why}") not in self.missed:
            self.missed.append(line)

    def _mark(self, what, value, bar, kept):
        if kept:
            return figure(value)
        self.failed(what, f"{figure(value)}, bar {figure(bar)}")
        return f"**{figure(value)}**"
