# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Where the time of one warm call goes: the kernels that take most of it, out of a profile in Chrome's trace event format."""
import json
from machine import pinned

SHOWN = 6


def profile(native, ready):
    """The largest shares of a call on one thread: [{kernel, node, ms, share, gflops, calls}]."""
    trace = ready["folder"] / "trace.json"
    pinned(1, [native, ready["module"], 1, 0.2, f"--profile={trace}", *ready["feed"]])
    return summarize(json.loads(trace.read_text()))


def summarize(trace, shown=SHOWN):
    """Adds up a trace's dispatches by kernel; the run as a whole is no kernel."""
    kernels = {}
    for event in trace["traceEvents"]:
        if event.get("ph") != "X" or event.get("cat") == "run":
            continue
        known = kernels.setdefault(event["name"], {"kernel": event["name"], "node": event["args"].get("node", ""), "us": 0.0,
                                                   "flops": 0.0, "calls": 0})
        known["us"] += event["dur"]
        known["flops"] += event["args"].get("flops", 0)
        known["calls"] += 1
    total = sum(known["us"] for known in kernels.values())
    largest = sorted(kernels.values(), key=lambda known: -known["us"])[:shown]
    return [{"kernel": known["kernel"], "node": known["node"], "calls": known["calls"], "ms": known["us"] / 1e3,
             "share": known["us"] / total, "gflops": known["flops"] / known["us"] / 1e3 if known["us"] else 0.0} for known in largest]
