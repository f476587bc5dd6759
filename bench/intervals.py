# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How sure a ratio of two times is: medians over rounds, and a bootstrap over them.

A round is one process of each contender, one after the other, so its figures belong together: a round is drawn as a whole.
"""
import math, random, statistics

RESAMPLES = 1000


def ratio(ours, theirs, resamples=RESAMPLES):
    """(ratio of the medians, lower, upper end of the 95 % interval) of the best calls of each round, paired by round.

    With fewer than two rounds nothing is known of the spread: the ends are NaN. The draws are seeded: the same rounds give
    the same interval.
    """
    rounds = list(zip(ours, theirs))
    if not rounds:
        return math.inf, math.nan, math.nan
    middle = ratio_of_medians(rounds)
    if len(rounds) < 2:
        return middle, math.nan, math.nan
    draw = random.Random(0)
    drawn = sorted(ratio_of_medians(draw.choices(rounds, k=len(rounds))) for _ in range(resamples))
    return middle, drawn[int(0.025 * resamples)], drawn[int(0.975 * resamples)]


def ratio_of_medians(rounds):
    return statistics.median(a for a, _ in rounds) / statistics.median(b for _, b in rounds)


def geometric_mean(values):
    """The geometric mean of the positive, finite values; infinite if there is none."""
    logs = [math.log(value) for value in values if 0 < value < math.inf]
    return math.exp(sum(logs) / len(logs)) if logs else math.inf
