#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `make bench-optimizer` runs: language models in 8 and 4 bits beside llama.cpp's Q8_0 and Q4_0, in one interleaved run, and models with
activations of 8 bits beside onnxruntime and openvino in another.

Each round gives each case to each contender in a process of its own, pinned to as many processors as threads; the best round counts.
weft's modules are compiled ahead, llama.cpp's files are written by llama.cpp from the same file. Time to the first token is from nothing but the
imported library until the logits behind a prompt are there, files in the system's cache, each time in a process of its own.

usage: optimizer.py [--weft BINARY] [--work DIR] [--rounds N] [--seconds S] [--threads 1,2] [--prompts 128,512] [--generate N] [--out FILE.md]
                    [--language smollm2,tinyllama] [--precisions bf16,int8,int4] [--models DIR] [--static resnet50,mobilenet_v2,vit_b_16,bert_base_128] [--only-static]
smollm2 is SmolLM2-135M, tinyllama a LLaMA of 1.1 billion parameters (TinyLlama's shapes, random weights), which takes 8 GB of disk.
Writes DIR/optimizer.json and FILE.md (a table with the machine, versions and date), and prints the table. Without llama.cpp
(`pip install llama-cpp-python==0.3.36` into build/bench-venv) weft alone is measured, and the table says so.
"""
import argparse, datetime, importlib.util, json, statistics, subprocess, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "test" / "models")]
import activations, fetch, machine, streaming

LANGUAGE = {"smollm2": "SmolLM2-135M", "tinyllama": "LLaMA of 1.1B parameters, random weights"}
SMOLLM2 = "SmolLM2-135M-Instruct.Q4_1.gguf"
# Our precision, the flags that make it, and the file of llama.cpp beside it.
PAIRS = [("bf16", None, "F16"), ("int8", ["--precision", "int8", "--group-size", "128"], "Q8_0"),
         ("int4", ["--precision", "int4", "--group-size", "128"], "Q4_0")]


def names_of(known):
    def read(text):
        names = [each for each in text.split(",") if each]
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(f"expected {', '.join(known)} with commas between, found {name!r}")
        return names
    return read


def parse():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--weft", type=Path, default=ROOT / "build/bin/weft")
    parser.add_argument("--work", type=Path, default=ROOT / "build/optimizer")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--threads", default="1,2", type=lambda text: [int(each) for each in text.split(",")])
    parser.add_argument("--prompts", default="128,512", type=lambda text: [int(each) for each in text.split(",")])
    parser.add_argument("--generate", type=int, default=64)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--models", type=Path, default=ROOT / "build/models")
    parser.add_argument("--static", default=",".join(activations.MODELS), type=names_of(activations.MODELS))
    parser.add_argument("--language", default=",".join(LANGUAGE), type=names_of(LANGUAGE))
    parser.add_argument("--precisions", default=",".join(each[0] for each in PAIRS), type=names_of([each[0] for each in PAIRS]))
    parser.add_argument("--only-static", action="store_true")
    return parser.parse_args()


def find_source(args, name, folder):
    """The model in 16 bits, as a GGUF file, which llama.cpp makes its own of."""
    if name == "smollm2":
        return fetch.fetch(SMOLLM2)
    source = folder / "source.gguf"
    if not source.exists():
        made = streaming.make_model(folder / "made", name)
        subprocess.run([args.weft, "export", folder / "made", "-o", source], check=True, stdout=subprocess.DEVNULL)
        for path in made:
            path.unlink()
    return source


def prepare(args, name, has_llama):
    """{precision: (our module, their file or None)}"""
    folder = args.work / name
    folder.mkdir(parents=True, exist_ok=True)
    source, files = find_source(args, name, folder), {}
    for precision, flags, kind in PAIRS:
        if precision not in args.precisions:
            continue
        print(f"preparing {name} {precision}", file=sys.stderr)
        model, flags_of_compile = source, ["--precision", "bf16"]
        if flags:
            model, flags_of_compile = folder / f"{precision}.ir", []
            subprocess.run([args.weft, "optimize", source, "-o", model, *flags, "--verdict", "never"], check=True, stdout=subprocess.DEVNULL)
        module = folder / f"{precision}.wm"
        # llama.cpp's caches have 16 bits, too.
        subprocess.run([args.weft, "compile", model, "-o", module, "--kv-cache", "bf16", *flags_of_compile], check=True)
        theirs = None
        if has_llama:
            theirs = folder / f"{kind}.gguf"
            if not theirs.exists():
                subprocess.run([sys.executable, ROOT / "bench/llama_peer.py", "quantize", source, theirs, kind], check=True)
        files[precision] = module, theirs
    return files


def measure(args, files):
    """{(precision, threads, prompt): {"weft": [figures...], "llama.cpp": [...], "first": [...]}}"""
    found = {}
    for number in range(args.rounds):
        for precision, (module, theirs) in files.items():
            for threads in args.threads:
                for prompt in args.prompts:
                    of_case = found.setdefault((precision, threads, prompt), {"weft": [], "llama.cpp": [], "first": []})
                    text = machine.pinned(threads, [args.weft, "bench", module, "--prompt-tokens", prompt, "--generate", args.generate,
                                                    "--threads", threads, "--seconds", args.seconds, "--json"])
                    of_case["weft"].append(json.loads(text))
                    text = machine.pinned(threads, [sys.executable, ROOT / "bench/weft_peer.py", module, threads, prompt])
                    of_case["first"].append(json.loads(text))
                    if theirs:
                        text = machine.pinned(threads, [sys.executable, ROOT / "bench/llama_peer.py", "bench", theirs, threads, args.seconds, prompt, args.generate])
                        of_case["llama.cpp"].append(json.loads(text.strip().splitlines()[-1]))
        print(f"round {number + 1} of {args.rounds} done", file=sys.stderr)
    return found


def best(figures, key):
    return max((each[key] for each in figures), default=None)


def table(args, name, found):
    facts = machine.describe()
    peer = next((each["llama.cpp"][0]["version"] for each in found.values() if each["llama.cpp"]), None)
    lines = [f"{LANGUAGE[name]}: `{machine.command()}`, {datetime.date.today().isoformat()}, {facts['text']}; "
             + (f"llama-cpp-python {peer}" if peer else "llama.cpp was not there") + ". Tokens a second and ms to the first token, best of the rounds; ratio is weft's over llama.cpp's. A step reads weights, keys and values.", "",
             "| precision (llama.cpp's) | threads | prompt | prefill | llama.cpp | ratio | decode | llama.cpp | ratio | GB/s of a step, of memory | first token | llama.cpp | ratio | MB beyond the module |",
             "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"]
    kinds = {precision: kind for precision, _, kind in PAIRS}
    for (precision, threads, prompt), figures in sorted(found.items(), key=lambda item: (list(kinds).index(item[0][0]), *item[0][1:])):
        cells = [f"{precision} ({kinds[precision]})", threads, prompt]
        for key in ("prefill_tokens_per_s", "decode_tokens_per_s"):
            ours, theirs = best(figures["weft"], key), best(figures["llama.cpp"], key)
            cells += [f"{ours:.1f}", f"{theirs:.1f}" if theirs else "", f"{ours / theirs:.2f}" if theirs else ""]
        memory = statistics.median(each["ceilings"]["gigabytes_per_second"] for each in figures["weft"])
        cells.append(f"{best(figures['weft'], 'decode_gigabytes_per_second'):.1f}, {memory:.1f}")
        ours = min(each["load_ms"] for each in figures["first"])
        theirs = min((each["load_ms"] for each in figures["llama.cpp"]), default=None)
        cells += [f"{ours:.0f}", f"{theirs:.0f}" if theirs else "", f"{ours / theirs:.2f}" if theirs else ""]
        cells.append(f"{min(each['peak_mb'] * 1.048576 - each['module_mb'] for each in figures['first']):.0f}")
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines) + "\n"


def main():
    args = parse()
    has_llama = importlib.util.find_spec("llama_cpp") is not None
    text = ""
    if not args.only_static:
        cases = []
        for name in args.language:
            found = measure(args, prepare(args, name, has_llama))
            cases += [{"model": name, "precision": precision, "threads": threads, "prompt": prompt, **figures}
                      for (precision, threads, prompt), figures in found.items()]
            text += table(args, name, found) + "\n"
        (args.work / "optimizer.json").write_text(json.dumps({"machine": machine.describe(), "cases": cases}, indent=1))
    folder = args.work / "activations"
    files, feeds = activations.prepare(args.weft, args.models, folder, args.static)
    if files:
        found = activations.measure(files, feeds, folder, args.weft.resolve().parent.parent / "lib", args.rounds, args.seconds, args.threads)
        (folder / "activations.json").write_text(json.dumps({"machine": machine.describe(), "cases": [
            {"model": name, "threads": threads, **columns} for (name, threads), columns in found.items()]}, indent=1))
        text += "\n" + activations.table(found)
    if not text:
        sys.exit("nothing was measured: --only-static needs an exported model of --static, which `make bench` exports"
                 + (f"; {args.out} is as it was" if args.out else ""))
    if args.out:
        args.out.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
