#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The main job in about two minutes: three real models become native modules and do their work.

magika tells the type of every file of this repository, silero-vad finds the speech in a recording; both are compiled from
their ONNX files and run by the runtime alone. SmolLM2 is made smaller, compared with what it was, and answers a prompt. `make demo` calls this.

usage: demo.py [--weft BINARY] [--wav FILE]...
"""
import argparse, json, os, subprocess, sys, tempfile, time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT / "test" / "models")]
import numpy as np
import fetch, language, speech
from filetype import Typer

RECORDINGS = Path("/usr/share/sounds/alsa")
BATCH = 16
TERMINAL = sys.stdout.isatty()


def styled(code, text):
    return f"\033[{code}m{text}\033[0m" if TERMINAL else text


def headline(text):
    print("\n" + styled("1", text), flush=True)


def dim(text):
    return styled("2", text)


def stop(message):
    sys.exit(f"demo: {message}")


class Model:
    """One model: its file, its compiled module, and what compiling it took."""

    def __init__(self, weft, name, source, folder, *flags):
        self.weft, self.name, self.module = weft, name, Path(folder) / f"{name}.wm"
        start = time.perf_counter()
        done = subprocess.run([weft, "compile", source, "-o", self.module, *flags], capture_output=True, text=True)
        self.compile_seconds = time.perf_counter() - start
        if done.returncode:
            stop(f"weft compile {source} ended with status {done.returncode}:\n{done.stderr.strip()}")
        before, after = (os.path.getsize(path) / 1e6 for path in (source, self.module))
        print(f"  {name:<12} {before:5.1f} MB of ONNX → {after:5.1f} MB of module in {self.compile_seconds:.1f} s", flush=True)

    def measure(self, feed, folder):
        """Lets `weft bench` time the module in processes of its own."""
        arguments = []
        for name, value in feed.items():
            np.save(Path(folder) / f"{self.name}.{name}.npy", value)
            arguments += ["--input", f"{name}={folder}/{self.name}.{name}.npy"]
        done = subprocess.run([self.weft, "bench", self.module, "--seconds", "1", "--json", *arguments], capture_output=True, text=True)
        if done.returncode:
            stop(f"weft bench {self.module} ended with status {done.returncode}:\n{done.stderr.strip()}")
        return json.loads(done.stdout)


def repository_files():
    """Every file that git tracks; every file below the root where there is no git."""
    done = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], capture_output=True)
    if done.returncode == 0 and done.stdout:
        paths = [ROOT / os.fsdecode(name) for name in done.stdout.split(b"\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if "build" not in path.relative_to(ROOT).parts]
    return sorted(path for path in paths if path.is_file())


def name_files(session, typer, paths):
    """Returns {path: (type, probability)}; the model takes BATCH files at a time."""
    named, waiting = {}, []

    def flush():
        if waiting:
            scores = session.run({"bytes": np.stack([features for _, features in waiting])})["target_label"]
            named.update({path: typer.name(row, path) for (path, _), row in zip(waiting, scores)})
            waiting.clear()

    for path in paths:
        features = typer.features(path)
        if isinstance(features, str):
            named[path] = features, 1.0
            continue
        waiting.append((path, features))
        if len(waiting) == BATCH:
            flush()
    flush()
    return named


def show_types(session, typer):
    paths = repository_files()
    headline(f"What is in this repository?  {dim(f'magika reads the ends of {len(paths)} files')}")
    start = time.perf_counter()
    named = name_files(session, typer, paths)
    seconds = time.perf_counter() - start
    counts = Counter(label for label, _ in named.values()).most_common()
    most = counts[0][1]
    for label, count in counts[:10]:
        example = max((path for path in paths if named[path][0] == label), key=lambda path: named[path][1])
        bar = "█" * max(1, round(24 * count / most))
        print(f"  {label:<12} {count:5d}  {bar:<24}  {dim(f'{example.relative_to(ROOT)} {100 * named[example][1]:.0f} %')}")
    if len(counts) > 10:
        print(f"  {'others':<12} {sum(count for _, count in counts[10:]):5d}  {dim(', '.join(label for label, _ in counts[10:]))}")
    print(f"  {len(paths)} files in {seconds:.1f} s, {1e3 * seconds / len(paths):.1f} ms each, reading included")


def timeline(probabilities, columns):
    """The probabilities as a line of blocks, one a column."""
    steps = " ▁▂▃▄▅▆▇█"
    edges = np.linspace(0, len(probabilities), columns + 1).astype(int)
    return "".join(steps[round(8 * max(probabilities[a:max(b, a + 1)], default=0))] for a, b in zip(edges, edges[1:]))


def show_speech(session, recordings):
    headline(f"Who speaks when?  {dim('silero-vad listens to windows of 32 ms, its memory in the session')}")
    heard = spent = 0.0
    for path in recordings:
        samples, rate = speech.read_wav(path)
        samples = speech.resample(samples, rate)
        session.set_state("state", speech.silence())
        start = time.perf_counter()
        probabilities = [session.run({"input": window, "sr": np.array(speech.RATE)})["output"].item()
                         for window in speech.windows(samples)]
        spent += time.perf_counter() - start
        duration = len(samples) / speech.RATE
        heard += duration
        found = ", ".join(f"{begin:.2f}–{end:.2f} s" for begin, end in speech.segments(probabilities, duration))
        print(f"  {path.name:<18} {styled('32', timeline(probabilities, 32))}  {found or dim('no speech')}")
    print(f"  {heard:.1f} s of sound in {spent:.3f} s: {heard / spent:.0f} times as fast as it is spoken")


def show_table(rows):
    headline("What it costs")
    print(dim("  model          compile    module   cold start    latency    memory"))
    for model, facts in rows:
        latency = facts["latency_ms"]["median"]
        shown = f"{latency:6.2f} ms" if latency >= 1 else f"{1e3 * latency:6.0f} µs"
        print(f"  {model.name:<12} {model.compile_seconds:7.1f} s {os.path.getsize(model.module) / 1e6:6.1f} MB "
              f"{facts['cold_start_ms']:9.1f} ms  {shown} {facts['peak_rss_mb']:6.1f} MB")
    print(dim(f"  on {rows[0][1]['threads']} threads; cold start: a fresh process maps the module and makes its first call"))


def show_next(source):
    headline("Try next")
    for command, why in (
            (f"build/bin/weft compile {source} -o magika.wm --remarks", "what was fused and vectorized, and what was not"),
            ("build/bin/weft run magika.wm --input bytes=random:1x2048", "run it on anything"),
            (f"build/bin/weft run {source} --check", "hold the compiled model against the interpreter"),
            (f"build/bin/weft compile {source} --compile-to=dispatch", "read the model between two stages"),
            ("make bench", "beside ONNX Runtime and OpenVINO")):
        print(f"  {command}\n      {dim(why)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weft", default=ROOT / "build" / "bin" / "weft", type=Path)
    parser.add_argument("--wav", action="append", type=Path, help="a recording; by default those of Debian's alsa-utils")
    args = parser.parse_args()
    recordings = args.wav or sorted(RECORDINGS.glob("*.wav"))
    if not recordings:
        stop(f"no recording in {RECORDINGS}: install alsa-utils, or give one by --wav FILE")
    import weft  # built beside the binary, so not before its help can be asked for

    started = time.perf_counter()
    headline("Two models of ONNX, from their packages to native code")
    try:
        sources = {name: fetch.fetch(name) for name in ("magika.onnx", "magika.config.json", "silero_vad.onnx", language.MODEL)}
    except fetch.Unavailable as reason:
        stop(reason)
    with tempfile.TemporaryDirectory(prefix="weft-demo-") as folder:
        magika = Model(args.weft, "magika", sources["magika.onnx"], folder)
        silero = Model(args.weft, "silero-vad", sources["silero_vad.onnx"], folder, "--state", speech.STATE)
        typer = Typer(sources["magika.config.json"])
        show_types(weft.load(magika.module).session(), typer)
        show_speech(weft.load(silero.module).session(), recordings)
        one_file = typer.features(Path(__file__))[None]
        one_window = {"input": np.zeros((1, speech.CONTEXT + speech.WINDOW), np.float32), "sr": np.array(speech.RATE),
                      "state": speech.silence()}
        show_table([(magika, magika.measure({"bytes": one_file}, folder)), (silero, silero.measure(one_window, folder))])
        try:
            language.show(args.weft, sources[language.MODEL], ROOT, folder, headline, dim)
        except RuntimeError as reason:
            stop(reason)
        show_next(sources["magika.onnx"])
    print(dim(f"\n{time.perf_counter() - started:.0f} s in all"))


if __name__ == "__main__":
    main()
