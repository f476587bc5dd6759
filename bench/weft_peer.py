#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Times how long a compiled language model takes from nothing to its first token in this process, and prints a line of JSON.

usage: weft_peer.py MODULE.wm THREADS PROMPT_TOKENS
load_ms is from before the module is opened until the logits behind a prompt of random tokens are there; peak_mb what is resident at most beyond
what was before, and module_mb the file. The caller pins it to THREADS processors.
"""
import json, random, sys, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "python"))
import weft


def read_memory(key):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith(key))


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    path, threads, prompt = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    draw, before = random.Random(0), read_memory("VmRSS")
    begin = time.perf_counter()
    program = weft.load(path)
    session = program.session(threads=threads)
    words = program.functions["decode"].outputs[0].dims[-1]
    session.run({"tokens": [draw.randrange(words) for _ in range(prompt)]}, "prefill")
    load = time.perf_counter() - begin
    print(json.dumps({"load_ms": load * 1000, "peak_mb": read_memory("VmHWM") - before, "module_mb": Path(path).stat().st_size / 1e6}))


if __name__ == "__main__":
    main()
