#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `make bench` runs: Weft beside ONNX Runtime and OpenVINO on every model, and the bars that it has to keep.

All measure in one interleaved run: each round gives each model to each contender in a process of its own, pinned to as many
processors as threads, so that a slow minute of the machine hits everybody. A figure is the best of the rounds. Beside it
stands the physical limit: the model's operations at the processor's measured peak of multiply-adds, or, where the caches
cannot hold them, its weights at the measured bandwidth, whichever takes longer.

usage: run.py [--weft BINARY] [--models DIR] [--rounds N] [--seconds S] [--threads 1,2] [--out DIR] [NAME...]
Writes DIR/bench.json and DIR/bench.md and prints the latter. Exit status 1: a bar was missed, or something failed.
"""
import argparse, datetime, json, math, os, platform, shutil, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "test" / "models")]
import numpy as np
import fetch, inputs, report, work
from agree import open_onnxruntime
from module import sizes

PEERS = ("onnxruntime", "openvino")
MODELS = ("resnet50", "vit_b_16", "bert_base_128", "minilm_64", "mobilenet_v2", "efficientnet_b0", "convnext_tiny",
          "gpt2_128", "lstm2_512", "bert_base_dynamic", "magika", *(name.removesuffix(".onnx") for name in fetch.SILERO))


def find_model(name, folder):
    return fetch.fetch(f"{name}.onnx") if fetch.package_of(f"{name}.onnx") else folder / f"{name}.onnx"


def pinned(threads, command, **options):
    """Runs `command` on the first `threads` processors that this process may use; returns the last line of its output."""
    processors = ",".join(map(str, sorted(os.sched_getaffinity(0))[:threads]))
    done = subprocess.run(["taskset", "-c", processors, *map(str, command)], capture_output=True, text=True, **options)
    if done.returncode:
        lines = [line for line in done.stderr.strip().splitlines() if line.strip()]
        raise RuntimeError((lines or [f"status {done.returncode}"])[-1][:200])
    return done.stdout.strip()


def build_c(folder, name, *flags):
    """Compiles bench/NAME.c and returns the program."""
    compiler = next(path for c in (os.environ.get("CC"), "clang-22", "cc", "gcc") if c and (path := shutil.which(c)))
    binary = Path(folder) / name
    subprocess.run([compiler, "-O3", "-march=native", ROOT / "bench" / f"{name}.c", "-o", binary, *flags], check=True)
    return binary


def build_native(folder, libraries):
    """The program that runs a module with nothing but the runtime."""
    return build_c(folder, "native", f"-I{ROOT / 'include'}", f"-L{libraries}", "-lweft_runtime", f"-Wl,-rpath,{libraries}")


def measure_ceilings(folder, threads):
    """{threads: {"gflops", "gbs"}} of this machine, from a small C program."""
    binary = build_c(folder, "ceilings", "-pthread")
    return {count: json.loads(pinned(count, [binary, count])) for count in threads}


def processor():
    with open("/proc/cpuinfo") as file:
        return next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), platform.machine())


def cache_bytes():
    """Size of the last-level cache, 0 if the system does not tell."""
    found = [0]
    for file in Path("/sys/devices/system/cpu/cpu0/cache").glob("index*/size"):
        text = file.read_text().strip()
        found.append(int(text[:-1]) * {"K": 1 << 10, "M": 1 << 20}[text[-1]])
    return max(found)


def compile_model(weft, model, module):
    """Compiles in a process of its own; returns seconds, peak resident MB and the sizes of what came out."""
    done = subprocess.run([sys.executable, ROOT / "bench" / "peak.py", weft, "compile", model, "-o", module],
                          capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no message"])[-1][:200])
    weights, arena = sizes(module)
    return {**json.loads(done.stdout), "weights_mb": weights / 1e6, "arena_mb": arena / 1e6,
            "module_mb": os.path.getsize(module) / 1e6}


def run_weft(weft, native, module, threads, seconds, feed):
    """Latency as `weft bench` reports it; cold start and memory from a program without the compiler."""
    arguments = [part for pair in feed for part in ("--input", pair)]
    facts = json.loads(pinned(threads, [weft, "bench", module, "--threads", threads, "--seconds", seconds, "--json", *arguments]))
    latency = facts["latency_ms"]
    alone = json.loads(pinned(threads, [native, module, threads, 0.2, *feed]))
    return {"min_ms": latency["min"], "median_ms": latency["median"], "p99_ms": latency["p99"], "native_min_ms": alone["min_ms"],
            "cold_ms": alone["cold_ms"], "rss_mb": alone["rss_mb"]}


def run_peer(peer, model, threads, seconds, feed):
    return json.loads(pinned(threads, [sys.executable, ROOT / "bench" / "peer.py", peer, model, threads, seconds, *feed]).splitlines()[-1])


def keep_best(known, new):
    """Merges a round into what is known: the least of every figure, and each round's own best call."""
    if not known or "error" in known:
        return {**new, "rounds_ms": [new["min_ms"]]}
    merged = {key: min(known[key], value) if isinstance(value, float) else value for key, value in new.items()}
    return {**merged, "rounds_ms": known["rounds_ms"] + [new["min_ms"]]}


class Benchmark:
    """The models, their inputs as files, and what has been measured so far."""

    def __init__(self, args, folder):
        self.args, self.folder = args, Path(folder)
        self.native = build_native(folder, args.weft.resolve().parent.parent / "lib")
        self.rows = {}

    def prepare(self, name):
        """Writes the inputs of a model, counts its work and compiles it."""
        model = find_model(name, self.args.models)
        feed = inputs.make(name, open_onnxruntime(model).get_inputs())
        for key, value in feed.items():
            np.save(self.folder / f"{name}.{key}.npy", value)
        flops, weight_bytes = work.count(model, feed)
        row = {"model": model, "module": self.folder / f"{name}.wm", "flops": flops, "weight_bytes": weight_bytes,
               "feed": [f"{key}={self.folder / f'{name}.{key}.npy'}" for key in feed], "latency": {}}
        try:
            row["compile"] = compile_model(self.args.weft, model, row["module"])
        except (RuntimeError, OSError, ValueError) as reason:
            row["compile"] = {"error": str(reason)}
        self.rows[name] = row

    def round(self, name, threads):
        row = self.rows[name]
        known = row["latency"].setdefault(threads, {})
        contenders = {peer: (lambda peer=peer: run_peer(peer, row["model"], threads, self.args.seconds, row["feed"])) for peer in PEERS}
        contenders["weft"] = lambda: run_weft(self.args.weft, self.native, row["module"], threads, self.args.seconds, row["feed"])
        for contender, measure in contenders.items():
            if "error" in known.get(contender, {}):
                continue
            try:
                if contender == "weft" and "error" in row["compile"]:
                    raise RuntimeError("does not compile: " + row["compile"]["error"])
                known[contender] = keep_best(known.get(contender), measure())
            except (RuntimeError, ValueError, KeyError) as reason:
                known[contender] = {"error": str(reason)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weft", default=ROOT / "build" / "bin" / "weft", type=Path)
    parser.add_argument("--models", default=ROOT / "build" / "models", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--threads", default="1,2", help="comma separated")
    parser.add_argument("--out", default=ROOT / "build" / "bench", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    args = parser.parse_intermixed_args()
    if unknown := [name for name in args.names if name not in MODELS]:
        parser.error(f"unknown model {', '.join(unknown)}; known: {', '.join(MODELS)}")
    available = len(os.sched_getaffinity(0))
    threads = [count for count in map(int, args.threads.split(",")) if count <= available]
    say = lambda text: print(text, file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="weft-bench-") as folder:
        facts = {"processor": processor(), "date": datetime.date.today().isoformat(), "threads": threads, "rounds": args.rounds,
                 "seconds": args.seconds, "cache_bytes": cache_bytes(), "ceilings": measure_ceilings(folder, threads),
                 "weft": subprocess.run([args.weft, "--version"], capture_output=True, text=True).stdout.strip().split("\n")[0]}
        benchmark = Benchmark(args, folder)
        for name in args.names or MODELS:
            try:
                benchmark.prepare(name)
            except (fetch.Unavailable, OSError) as reason:
                say(f"skipped {name}: {reason}")
                continue
            facts_of = benchmark.rows[name]["compile"]
            say(f"{name}: compiled in {facts_of['seconds']:.1f} s" if "seconds" in facts_of else f"{name}: {facts_of['error']}")
        for number in range(args.rounds):
            for name in benchmark.rows:
                for count in threads:
                    benchmark.round(name, count)
                say(f"round {number + 1} of {args.rounds}: {name}: " + "; ".join(
                    f"{count} threads " + ", ".join(f"{who} {known.get('min_ms', math.nan):.2f}" for who, known in by.items())
                    for count, by in benchmark.rows[name]["latency"].items()))
        for row in benchmark.rows.values():
            for key in ("model", "module", "feed"):
                del row[key]
        facts["models"] = benchmark.rows
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "bench.json").write_text(json.dumps(facts, indent=1) + "\n")
    text, missed = report.markdown(facts)
    (args.out / "bench.md").write_text(text)
    print(text)
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
