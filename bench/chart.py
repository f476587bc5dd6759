# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Bars of ratios with their intervals as an SVG file; the line at 1 is the best peer. The same rows give the same bytes."""
import math


def ratio_chart(path, title, rows):
    """`rows` are (label, ratio, lower, upper end of its interval), drawn from top to bottom; what was not measured is left out."""
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.hashsalt": "weft", "svg.fonttype": "none", "font.size": 9})
    import matplotlib.pyplot as plot
    rows = [row for row in rows if math.isfinite(row[1])]
    figure, axes = plot.subplots(figsize=(7, 0.6 + 0.24 * len(rows)), layout="constrained")
    ratios = [row[1] for row in rows]
    spread = [[max(0.0, middle - low) if math.isfinite(low) else 0.0 for _, middle, low, _ in rows],
              [max(0.0, high - middle) if math.isfinite(high) else 0.0 for _, middle, _, high in rows]]
    places = range(len(rows))
    axes.barh(places, ratios, height=0.7, xerr=spread, color=["#3b7dd8" if ratio <= 1 else "#d8803b" for ratio in ratios],
              error_kw={"elinewidth": 1, "ecolor": "#333333"})
    axes.axvline(1, color="#333333", linewidth=1)
    axes.set_yticks(places, [row[0] for row in rows])
    axes.invert_yaxis()
    axes.set_xlim(0, 1.05 * max([1.0, *(row[3] if math.isfinite(row[3]) else row[1] for row in rows)]))
    axes.set_title(title, fontsize=10)
    axes.set_xlabel("time as a ratio to the best peer, less is better", fontsize=9)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, format="svg", metadata={"Date": None})
    plot.close(figure)
