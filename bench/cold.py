# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The tables of cold starts, memory and compilation, each held against its bars."""
import math
from bars import AGAIN_SECONDS, COLD_MS, COLD_RATIO, COMPILE_SECONDS, RUN_MEMORY_MB, compile_memory_mb, figure
from intervals import ratio
from tables import table


def cold_table(results, verdicts):
    """From the start of a process to its first result, less one warm call, and the peak of that process."""
    rows = []
    for key in results.keys("cold"):
        facts = results.cases[key]
        if "weft" in facts["failures"] or "left_out" in facts:
            continue
        name, threads = key.split("/")[1], facts["threads"][-1]
        cold = lambda who: results.values(key, threads, who, "cold_ms")
        ours = results.middle(key, threads, "weft", "cold_ms")
        peers = {who: results.middle(key, threads, who, "cold_ms") for who in ("onnxruntime", "openvino") if cold(who)}
        fastest = min(peers, key=peers.get) if peers else None
        middle, low, high = ratio(cold("weft"), cold(fastest)) if fastest else (math.inf, math.nan, math.nan)
        made = facts["compile"]
        memory = (results.middle(key, threads, "weft", "rss_mb") or math.inf) * 1.048576
        bound = made["weights_mb"] + made["arena_mb"] + RUN_MEMORY_MB
        rows.append([name, str(threads), verdicts.at_most(f"cold, {name}, milliseconds", ours, COLD_MS.get(name, math.inf)),
                     *(figure(peers.get(who)) for who in ("onnxruntime", "openvino")),
                     verdicts.at_most(f"cold, {name}, ratio to {fastest or 'no peer'}", middle, COLD_RATIO),
                     f"[{figure(low)}, {figure(high)}]" if math.isfinite(low) else "–",
                     verdicts.at_most(f"cold, {name}, peak memory in MB", memory, bound), figure(bound)])
    return table(["model", "threads", "Weft ms", "ONNX Runtime ms", "OpenVINO ms", f"ratio (bar {figure(COLD_RATIO)})", "95 %",
                  "peak memory MB", "bar"], rows) if rows else ""


def compile_table(results, verdicts):
    """Compiling with an empty cache of code and again; the second reads and writes the weights all the same."""
    rows = []
    for key in results.keys("cold"):
        made = results.cases[key].get("compile")
        if not made:
            continue
        name = key.split("/")[1]
        again, memory = AGAIN_SECONDS + made["copy_seconds"], compile_memory_mb(made["weights_mb"])
        seconds = COMPILE_SECONDS.get(name, math.inf)
        rows.append([name, verdicts.at_most(f"compile, {name}, seconds", made["seconds"], seconds), figure(seconds),
                     verdicts.at_most(f"compile, {name}, seconds of the second time", made["again_seconds"], again), figure(again),
                     verdicts.at_most(f"compile, {name}, peak memory in MB", made["rss_mb"] * 1.048576, memory), figure(memory),
                     figure(made["module_mb"]), figure(made["weights_mb"])])
    return table(["model", "compile s", "bar", "second time s", "bar", "memory MB", "bar", "module MB", "weights MB"], rows) if rows else ""
