#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Turns what bench/run.py measured into the tables of docs/Performance.md, and holds it against the bars.

usage: report.py bench.json        prints the Markdown
"""
import json, math, sys

LATENCY_BAR = {name: 1.25 for name in ("resnet50", "vit_b_16", "bert_base_128", "minilm_64")}  # others: OTHER_BAR
OTHER_BAR = 1.6
COMPILE_SECONDS = {"bert_base_128": 15, "resnet50": 10}
COLD_BAR = 0.2


def figure(value):
    """Three significant digits, or a dash for what was not measured."""
    if value is None or not math.isfinite(value):
        return "–"
    return f"{value:.{max(0, 2 - math.floor(math.log10(abs(value))))}f}" if 0 < abs(value) < 100 else f"{value:.0f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join("---" if i == 0 else "--:" for i in range(len(head))) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def best_peer(known):
    """(name, milliseconds) of the fastest peer that ran."""
    ran = {who: facts["min_ms"] for who, facts in known.items() if who != "weft" and "min_ms" in facts}
    return min(ran.items(), key=lambda pair: pair[1]) if ran else (None, math.inf)


def limit_ms(row, ceiling, cache_bytes):
    """The physical limit in milliseconds and what sets it; weights that stay in the caches are not read from memory."""
    compute = (row["flops"] or 0) / ceiling["gflops"] / 1e6
    memory = row["weight_bytes"] / ceiling["gbs"] / 1e6 if row["weight_bytes"] > cache_bytes else 0.0
    return max((compute, "compute"), (memory, "memory"))


class Bars:
    """Collects what misses its bar."""

    def __init__(self):
        self.missed = []

    def hold(self, what, value, bar):
        """Returns `value` for the table, marked where it misses."""
        if value <= bar:
            return figure(value)
        self.missed.append(f"{what}: {figure(value)}, bar {figure(bar)}")
        return f"**{figure(value)}**"


def latency_table(facts, threads, bars):
    rows, ceiling = [], facts["ceilings"][str(threads)]
    for name, row in facts["models"].items():
        known = row["latency"][str(threads)]
        ours = known["weft"].get("min_ms", math.inf)
        peer, theirs = best_peer(known)
        limit, kind = limit_ms(row, ceiling, facts["cache_bytes"])
        bar = LATENCY_BAR.get(name, OTHER_BAR)
        what = f"{name}, threads {threads}, ratio to {peer or 'no peer'}"
        rows.append([name, figure(ours), figure(known["weft"].get("median_ms")),
                     *(figure(known[who].get("min_ms")) for who in ("onnxruntime", "openvino")),
                     bars.hold(what, ours / theirs, bar), figure(bar),
                     f"{figure(limit)} {kind}", f"{100 * limit / ours:.0f} %" if math.isfinite(ours) else "–"])
    return table(["model", "Weft best", "Weft median", "ONNX Runtime", "OpenVINO", "ratio", "bar", "limit", "of limit"], rows)


def compile_table(facts, bars):
    rows = []
    for name, row in facts["models"].items():
        made = row["compile"]
        if "error" in made:
            bars.missed.append(f"{name} does not compile: {made['error']}")
            rows.append([name] + ["–"] * 6)
            continue
        seconds = COMPILE_SECONDS.get(name, math.inf)
        memory = 1.5 * made["weights_mb"] + 300
        rows.append([name, bars.hold(f"{name}, compile seconds", made["seconds"], seconds), figure(seconds),
                     bars.hold(f"{name}, compile memory in MB", made["rss_mb"] * 1.048576, memory), figure(memory),
                     figure(made["module_mb"]), figure(made["weights_mb"])])
    return table(["model", "compile s", "bar", "compile memory MB", "bar", "module MB", "weights MB"], rows)


def start_table(facts, bars):
    rows, count = [], str(facts["threads"][-1])
    for name, row in facts["models"].items():
        known, made = row["latency"][count], row["compile"]
        ours, theirs = known["weft"], known["onnxruntime"]
        if "error" in ours or "error" in theirs or "error" in made:
            rows.append([name] + ["–"] * 6)
            continue
        memory = 1.2 * made["weights_mb"] + made["arena_mb"] + 20
        rows.append([name, figure(ours["cold_ms"]), figure(theirs["cold_ms"]),
                     bars.hold(f"{name}, cold start against ONNX Runtime", ours["cold_ms"] / theirs["cold_ms"], COLD_BAR), figure(COLD_BAR),
                     bars.hold(f"{name}, run memory in MB", ours["rss_mb"] * 1.048576, memory), figure(memory)])
    return table(["model", "Weft ms", "ONNX Runtime ms", "ratio", "bar", "run memory MB", "bar"], rows)


def geometric_mean(facts, threads):
    ratios = [row["latency"][str(threads)]["weft"].get("min_ms", math.inf) / best_peer(row["latency"][str(threads)])[1]
              for row in facts["models"].values()]
    finite = [ratio for ratio in ratios if 0 < ratio < math.inf]
    return math.exp(sum(map(math.log, finite)) / len(finite)) if finite else math.inf


def noise(facts):
    """A sentence where two threads hardly help the peers: then the second processor was not ours."""
    if facts["threads"][-1] < 2:
        return ""
    gains = [best_peer(row["latency"][str(facts["threads"][0])])[1] / best_peer(row["latency"][str(facts["threads"][-1])])[1]
             for row in facts["models"].values() if (row["flops"] or 0) > 1e9]
    return ("\n**Not reliable:** the peers gained hardly anything from more threads, so other work held the processors.\n"
            if gains and sorted(gains)[len(gains) // 2] < 1.25 else "")


def markdown(facts):
    """Returns the report and the list of missed bars."""
    facts = json.loads(json.dumps(facts))  # keys of a file read back are strings; so they are for the caller's values too
    bars = Bars()
    versions = {known[who]["version"]: who for row in facts["models"].values() for known in row["latency"].values()
                for who in ("onnxruntime", "openvino") if "version" in known.get(who, {})}
    text = [f"Measured by `make bench` on {facts['date']}: {facts['processor']}, {facts['weft']}; "
            + ", ".join(f"{who} {version}" for version, who in versions.items())
            + f". {facts['rounds']} interleaved rounds of {figure(facts['seconds'])} s; the best of all rounds. Bold: misses its bar.\n\n",
            table(["threads", "peak of multiply-adds, GFLOP/s", "read bandwidth, GB/s"],
                  [[count, figure(c["gflops"]), figure(c["gbs"])] for count, c in facts["ceilings"].items()])]
    for count in facts["threads"]:
        text.append(f"\n### Latency in milliseconds, {count} thread{'s' if count > 1 else ''}\n\n" + latency_table(facts, count, bars))
        text.append(f"\nGeometric mean of the ratios: {figure(geometric_mean(facts, count))}.\n")
    text.append("\n### Compilation\n\n" + compile_table(facts, bars))
    text.append("\n### Cold start less one warm call, and memory of a run\n\n" + start_table(facts, bars))
    text.append(noise(facts))
    text.append("\nEvery bar is kept.\n" if not bars.missed else "\nMissed:\n\n" + "".join(f"- {line}\n" for line in bars.missed))
    return "".join(text), bars.missed


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1]) as file:
        print(markdown(json.load(file))[0])
