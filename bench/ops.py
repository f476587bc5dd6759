#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `make bench-ops` runs: the operator shapes of bench/ops.json, in percent of their roofline, beside oneDNN through torch.

Each round runs every operator in a process of Weft's runtime, and then all of them in one process of torch, pinned to the same
processors. The ceilings of the roofline are measured in the same run.

usage: ops.py [--weft BINARY] [--rounds N] [--seconds S] [--threads N] [--out DIR] [WORD...]
Only operators with a WORD in their name run if there is one. Results go where bench/run.py's go. Exit status 1: a bar was missed.
"""
import argparse, datetime, json, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "test" / "models")]
import numpy as np
import onnx
import machine, operators, opmodels, report
from cases import Case
from contenders import compile_model, run_weft
from results import Results
from run import facts_of, say


def prepare(op, args, folder):
    """Compiles an operator and writes its inputs; returns what its rounds need."""
    made, shapes = opmodels.model(op)
    folder = folder / op["name"]
    folder.mkdir()
    onnx.save(made, folder / "model.onnx")
    random = np.random.default_rng(1)
    for name, shape in shapes.items():
        np.save(folder / f"{name}.npy", random.standard_normal(shape).astype(np.float32))
    compile_model(args.weft, folder / "model.onnx", folder / "model.wm", [], folder / "cache")
    return {"module": folder / "model.wm", "feed": [f"{name}={folder / f'{name}.npy'}" for name in shapes]}


def prepare_all(args, results, folder, ceilings):
    """{case: what its rounds need} of the operators that are asked for."""
    ready = {}
    for op in operators.load():
        if args.words and not any(word in op["name"] for word in args.words):
            continue
        case = Case("ops", op["name"], op["name"])
        results.begin(case.key, {"op": op, "ceilings": ceilings, "threads": [args.threads], "seconds": args.seconds,
                                 "date": datetime.date.today().isoformat(), "command": machine.command()})
        try:
            ready[case] = prepare(op, args, folder)
        except (RuntimeError, ValueError) as reason:
            results.fail(case, "weft", str(reason))
    return ready


def measure(args, results, native, ready, number):
    """One round of Weft on each operator, and of torch on all."""
    for case, module in ready.items():
        results.add(case, args.threads, "weft", number, run_weft(native, module, args.threads, args.seconds))
    torch = json.loads(machine.pinned(args.threads, [sys.executable, ROOT / "bench" / "peer_ops.py", args.threads, args.seconds]))
    for case in ready:
        results.add(case, args.threads, "torch", number, torch[case.name])


def run(args, results, folder):
    ceilings = machine.measure_ceilings(folder, [args.threads])
    native = machine.build_native(folder, args.weft.resolve().parent.parent / "lib")
    ready = prepare_all(args, results, folder, ceilings)
    for number in range(args.rounds):
        measure(args, results, native, ready, number)
        ceilings = machine.better(ceilings, machine.measure_ceilings(folder, [args.threads]))
        results.know(ready, ceilings=ceilings)
        say(f"round {number + 1} of {args.rounds}: {len(ready)} operators")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weft", default=ROOT / "build" / "bin" / "weft", type=Path)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=0.2)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", default=ROOT / "build" / "bench", type=Path)
    parser.add_argument("words", nargs="*", metavar="WORD")
    args = parser.parse_intermixed_args()
    try:
        results = Results.open(args.out / "results.json", facts_of(args.weft))
    except OSError as reason:
        sys.exit(f"ops.py: {reason}")
    with tempfile.TemporaryDirectory(prefix="weft-bench-") as folder:
        run(args, results, Path(folder))
    sys.exit(bool(report.write(results, args.out, ("ops",))))


if __name__ == "__main__":
    main()
