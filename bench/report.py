#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Turns what was measured into Markdown, charts and the list of missed bars.

usage: report.py DIR        reads DIR/results.json, prints DIR/bench.md and writes the charts beside it
"""
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "test" / "models")]
import chart, cold, operators, tables
from bars import Verdicts, figure
from results import Results

TITLES = {"latency": "Latency in milliseconds, f32, batch 1", "precision": "Other precisions, milliseconds, batch 1",
          "batch": "Throughput in images or sequences per second", "attention": "Attention in milliseconds, 12 heads of 64",
          "avx2": "Level avx2: latency in milliseconds, f32, batch 1", "cold": "Cold start less one warm call, and memory",
          "ops": "Operators, f32, one thread"}
PROFILED = 3


def head(results, name):
    """When and how a set was measured: its cases may be of several runs."""
    cases = {key: results.cases[key] for key in results.keys(name)}
    when = sorted({f"{case['date']}, `{case['command']}`" for case in cases.values()})
    efforts = sorted({(rounds, case["seconds"]) for key, case in cases.items() if (rounds := results.rounds(key))})
    return "; ".join([*when, *(f"{rounds} interleaved round{'s' if rounds > 1 else ''} of {figure(seconds)} s"
                                          for rounds, seconds in efforts)]) + ".\n\n"


def per_threads(results, name, verdicts, precisions):
    text = ""
    for precision in precisions:
        for threads in results.threads():
            if shown := tables.latency_table(results, name, threads, precision, verdicts):
                text += f"{precision}, {threads} thread{'s' if threads > 1 else ''}:\n\n{shown}\n"
    return text


def section(results, name, verdicts):
    """The text of one set, empty if nothing of it was measured."""
    if name in ("latency", "avx2"):
        text = per_threads(results, name, verdicts, ("f32",))
    elif name == "precision":
        text = per_threads(results, name, verdicts, ("bf16", "int8"))
    elif name == "batch":
        text = tables.batch_table(results, verdicts)
    elif name == "attention":
        text = tables.attention_table(results, verdicts)
    elif name == "ops":
        text = operators.table_of(results, verdicts)
    else:
        start, made = cold.cold_table(results, verdicts), cold.compile_table(results, verdicts)
        text = f"{start}\nCompilation:\n\n{made}" if made else start
    bf16_counts = results.facts["machine"]["level"] == "amx"
    text += tables.failures(results, name, verdicts, lambda key: bf16_counts or "/bf16/" not in key)
    return f"\n### {TITLES[name]}\n\n{head(results, name)}{text}" if text else ""


def profile_section(results):
    """Where the time goes in the cases of set latency that are slowest beside their best peer on one thread."""
    found = [tables.Measured(results, key, results.threads()[0]) for key in results.keys("latency") if "profile" in results.cases[key]]
    worst = sorted((case for case in found if case.best_peer), key=lambda case: -case.ratio)[:PROFILED]
    text = "\n### Where the time goes: the three cases with the highest ratios, 1 thread\n" if worst else ""
    for case in worst:
        rows = [[entry["kernel"], entry["node"][:60], str(entry["calls"]), figure(entry["ms"]), f"{100 * entry['share']:.0f} %",
                 figure(entry["gflops"] or None)] for entry in case.facts["profile"]]
        text += (f"\n{case.name}, ratio {figure(case.ratio)}:\n\n"
                 + tables.table(["kernel", "node", "calls", "ms", "of the call", "GFLOP/s"], rows))
    return text


def ceilings_table(results):
    """The ceilings of the latest case: what was measured in the same run as its figures."""
    known = [case["ceilings"] for case in results.cases.values() if "ceilings" in case]
    if not known:
        return ""
    levels = [level for level, *_ in next(iter(known[-1].values()))["read"]]
    rows = [[threads, figure(ceiling["gflops"]), *(figure(speed) for *_, speed in ceiling["read"]), figure(ceiling["gbs"])]
            for threads, ceiling in known[-1].items()]
    return tables.table(["threads", "f32 multiply-adds, GFLOP/s", *(f"{level} read, GB/s" for level in levels), "memory read, GB/s"], rows)


def markdown(results, names=TITLES):
    """Returns the report on the named sets and the list of missed bars."""
    verdicts, facts = Verdicts(), results.facts
    text = (f"{facts['machine']['text']}; level {facts['machine']['level']}; {facts['weft']}; "
            + ", ".join(f"{who} {version}" for who, version in facts["versions"].items()) + ".\n\n" + ceilings_table(results))
    for name in names:
        text += section(results, name, verdicts)
    if "latency" in names:
        text += profile_section(results)
    text += "\n### Bars\n\n" + ("Every bar is kept.\n" if not verdicts.missed
                                 else "Missed:\n\n" + "".join(f"- {line}\n" for line in verdicts.missed))
    return text, verdicts.missed


def chart_rows(results, name, precision, threads):
    cases = tables.measured_cases(results, name, threads, precision)
    return [(case.name + (f", batch {case.batch}" if case.batch > 1 else ""), case.ratio, case.low, case.high) for case in cases]


def write_charts(results, folder):
    """One chart a set, precision and number of threads; returns the files."""
    written = []
    for name in ("latency", "precision", "batch", "attention", "avx2"):
        for precision in ("f32", "bf16", "int8"):
            for threads in results.threads():
                if rows := chart_rows(results, name, precision, threads):
                    path = folder / f"{name}-{precision}-{threads}.svg"
                    chart.ratio_chart(path, f"{name}, {precision}, {threads} thread{'s' if threads > 1 else ''}: "
                                      f"{results.facts['machine']['processor']}", rows)
                    written.append(path)
    return written


def write(results, folder, names=TITLES):
    """Writes results, bench.md and charts to `folder`, prints the report on the named sets and returns what of them missed its bar."""
    results.write(folder)
    results = Results.read(folder / "results.json")
    (folder / "bench.md").write_text(markdown(results)[0])
    write_charts(results, folder)
    text, missed = markdown(results, names)
    print(text)
    return missed


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(Results.read(Path(sys.argv[1]) / "results.json"), Path(sys.argv[1]))
