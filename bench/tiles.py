# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How fast AMX tiles are on each processor over some time, and multiply-adds beside them: on rented machines tiles change their rate with what the
neighbours do.

usage: tiles.py [SECONDS]        10 by default, one processor after the other"""
import os
import subprocess
import sys
import tempfile
from statistics import quantiles

from machine import build_c

COLUMNS = ("bf16 on tiles, GFLOP/s", "bytes on tiles, GOPS", "f32 multiply-adds, GFLOP/s")


def main():
    seconds = sys.argv[1] if len(sys.argv) > 1 else "10"
    with tempfile.TemporaryDirectory() as folder:
        program = build_c(folder, "tiles")
        print(f"{'processor':>9}  {'of':<28}{'10 %':>8}{'median':>8}{'90 %':>8}")
        for processor in sorted(os.sched_getaffinity(0)):
            done = subprocess.run(["taskset", "-c", str(processor), program, seconds], capture_output=True, text=True)
            if done.returncode:
                raise SystemExit(done.stderr.strip() or "tiles.py: this processor has no AMX")
            samples = [list(map(int, line.split())) for line in done.stdout.splitlines()]
            for name, values in zip(COLUMNS, zip(*samples)):
                tenths = quantiles(values, n=10)
                print(f"{processor:>9}  {name:<28}{tenths[0]:8.0f}{tenths[4]:8.0f}{tenths[8]:8.0f}")


if __name__ == "__main__":
    main()
