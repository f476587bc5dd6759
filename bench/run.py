#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `make bench` runs: Weft beside its peers on every model, and the bars that it has to keep.

All measure in one interleaved run: each round gives each case to each contender in a process of its own, pinned to as many
processors as threads, so that a slow minute of the machine hits everybody. bench/cases.py says what a set holds, bench/bars.py
what is asked of it.

usage: run.py [--set latency,precision,batch,attention,avx2,cold] [--weft BINARY] [--models DIR] [--rounds N] [--seconds S]
              [--threads 1,2] [--out DIR] [NAME...]
Goes on with DIR/results.json: what is measured again replaces what stands there; results of another machine, build or version are
moved to results-before.json. Writes it, results.csv, bench.md and charts, and prints bench.md. Exit status 1: a bar was missed, or something failed.
"""
import argparse, datetime, hashlib, importlib.metadata, os, shutil, subprocess, sys, tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "test" / "models")]
import fetch, hotspots, machine, report
from cases import SETS
from contenders import run_peer, run_weft, saved_outputs
from prepare import LeftOut, error_of, prepare
from results import Results, finite


@dataclass(frozen=True)
class Effort:
    """How often and how long a set is measured, and whether on each number of threads or on the largest alone."""
    rounds: int
    seconds: float
    all_threads: bool = True


EFFORT = {"latency": Effort(3, 1), "precision": Effort(3, 1), "batch": Effort(2, 1, all_threads=False),
          "attention": Effort(3, 0.5), "avx2": Effort(3, 1), "cold": Effort(4, 0.2, all_threads=False)}


def say(text):
    print(text, file=sys.stderr, flush=True)


class Benchmark:
    def __init__(self, args, results, folder):
        self.args, self.results, self.folder = args, results, Path(folder)
        self.native = machine.build_native(folder, args.weft.resolve().parent.parent / "lib")
        self.ready = {}

    def prepare(self, case, ceilings):
        effort = self.effort(case)
        facts = {"date": datetime.date.today().isoformat(), "command": machine.command(), "seconds": effort.seconds, "threads": self.threads(case)}
        try:
            self.ready[case], found = prepare(case, self.args, self.folder, ceilings)
            if case.set == "latency" and not found["failures"]:
                found["profile"] = hotspots.profile(self.native, self.ready[case])
            self.results.begin(case.key, {**facts, **found})
        except (fetch.Unavailable, OSError) as reason:
            say(f"skipped {case.key}: {reason}")
        except LeftOut as reason:
            self.results.begin(case.key, {**facts, "left_out": str(reason)})
            say(f"left out {case.key}: {reason}")

    def effort(self, case):
        usual = EFFORT[case.set]
        return Effort(self.args.rounds or usual.rounds, self.args.seconds or usual.seconds, usual.all_threads)

    def threads(self, case):
        return self.args.threads if EFFORT[case.set].all_threads else self.args.threads[-1:]

    def round(self, case, number):
        for threads in self.threads(case):
            for contender in (*case.peers, "weft"):
                if contender in self.results.cases[case.key]["failures"]:
                    continue
                try:
                    self.results.add(case, threads, contender, number, self.measure(case, contender, threads))
                except (RuntimeError, ValueError, KeyError) as reason:
                    self.results.fail(case, contender, str(reason))

    def measure(self, case, contender, threads):
        ready, seconds = self.ready[case], self.effort(case).seconds
        if contender == "weft":
            measured = run_weft(self.native, ready, threads, seconds)
        elif contender in ready["errors"]:
            measured = run_peer(contender, case, ready, threads, seconds)
        else:
            save = ready["folder"] / contender
            save.mkdir()
            measured = run_peer(contender, case, ready, threads, seconds, save)
            ready["errors"][contender] = error_of(ready, saved_outputs(save))
            shutil.rmtree(save)
            self.results.cases[case.key].setdefault("computed_in", {})[contender] = measured["precision"]
        return {**measured, "error": finite(ready["errors"].get(contender))}

    def measure_ceilings(self, known=None):
        """Measures them once more, for all cases of this run."""
        found = machine.measure_ceilings(self.folder, self.args.threads)
        ceilings = machine.better(known, found) if known else found
        self.results.know(self.ready, ceilings=ceilings)
        return ceilings

    def run(self, cases):
        ceilings = self.measure_ceilings()
        for case in cases:
            self.prepare(case, ceilings)
            if failure := self.results.cases.get(case.key, {}).get("failures", {}).get("weft"):
                say(f"{case.key}: {failure}")
        for number in range(max((self.effort(case).rounds for case in self.ready), default=0)):
            for case in self.ready:
                if number < self.effort(case).rounds:
                    self.round(case, number)
                    say(f"round {number + 1} of {self.effort(case).rounds}: {case.key}: " + "; ".join(
                        f"{threads} threads " + ", ".join(f"{who} {value:.2f}" for who in ("weft", *case.peers)
                                                          if (value := self.results.middle(case.key, threads, who)))
                        for threads in self.threads(case)))
            ceilings = self.measure_ceilings(ceilings)
            self.results.write(self.args.out)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default=",".join(SETS), help="comma separated")
    parser.add_argument("--weft", default=ROOT / "build" / "bin" / "weft", type=Path)
    parser.add_argument("--models", default=ROOT / "build" / "models", type=Path)
    parser.add_argument("--rounds", type=int, help="instead of each set's own number")
    parser.add_argument("--seconds", type=float, help="of each process, instead of each set's own")
    parser.add_argument("--threads", default="1,2", help="comma separated")
    parser.add_argument("--out", default=ROOT / "build" / "bench", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    args = parser.parse_intermixed_args()
    args.sets = args.set.split(",")
    if unknown := [name for name in args.sets if name not in SETS]:
        parser.error(f"unknown set {', '.join(unknown)}; known: {', '.join(SETS)}")
    known = {case.name for cases in SETS.values() for case in cases}
    if unknown := [name for name in args.names if name not in known]:
        parser.error(f"unknown model {', '.join(unknown)}; known: {', '.join(sorted(known))}")
    available = len(os.sched_getaffinity(0))
    args.threads = sorted(count for count in map(int, args.threads.split(",")) if count <= available)
    if not args.threads:
        parser.error(f"this process may use {available} processors, fewer than each of --threads")
    return args


def facts_of(weft):
    """What all parts of one set of results have in common."""
    versions = {name: importlib.metadata.version(name).split("-")[0] for name in ("onnxruntime", "openvino", "torch")}
    ours = subprocess.run([weft, "--version"], capture_output=True, text=True, check=True).stdout.strip().split("\n")[0]
    libraries = weft.resolve().parent.parent / "lib"
    build = hashlib.sha256(b"".join((libraries / f"lib{name}.so").read_bytes() for name in ("WeftCompiler", "weft_runtime")))
    return {"machine": machine.describe(), "weft": ours, "build": build.hexdigest()[:16], "versions": versions}


def main():
    args = parse()
    try:
        results = Results.open(args.out / "results.json", facts_of(args.weft))
    except OSError as reason:
        sys.exit(f"run.py: {reason}")
    cases = [case for name in args.sets for case in SETS[name] if not args.names or case.name in args.names]
    if results.facts["machine"]["level"] == "avx2" and not args.names:
        say("set avx2 is what this processor's other sets are: left out")
        cases = [case for case in cases if case.set != "avx2"]
    with tempfile.TemporaryDirectory(prefix="weft-bench-") as folder:
        Benchmark(args, results, folder).run(cases)
    sys.exit(bool(report.write(results, args.out, args.sets)))


if __name__ == "__main__":
    main()
