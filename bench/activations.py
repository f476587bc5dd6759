# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Latency of models whose activations are int8, for optimizer.py: made by `weft optimize --activations int8` and made by onnxruntime's
quantizer, in weft, onnxruntime and openvino, which all read the latter; and the former as `weft export` writes it, in onnxruntime and
openvino. Each call is a process of its own, pinned to its threads."""
import json, subprocess, sys
from pathlib import Path

import numpy as np

import machine

ROOT = machine.ROOT
# Model -> the file that onnxruntime's quantizer makes of it (quantized.py).
MODELS = {"resnet50": "resnet50_qdq", "mobilenet_v2": "mobilenet_v2_qdq", "vit_b_16": "vit_b_16_qdq", "bert_base_128": "bert_base_128_int8"}
COLUMNS = ("weft f32", "weft int8", "onnxruntime, weft int8", "openvino, weft int8", "weft", "onnxruntime", "openvino")


def write_feed(name, folder):
    rng = np.random.default_rng(1)
    if name.startswith("bert"):
        feed = {"input_ids": rng.integers(1000, 30000, (1, 128)), "attention_mask": np.ones((1, 128), np.int64)}
    else:
        feed = {"x": rng.standard_normal((1, 3, 224, 224)).astype(np.float32)}
    for key, value in feed.items():
        np.save(folder / f"{name}.{key}.npy", value)
    return [f"{key}={folder}/{name}.{key}.npy" for key in feed]


def prepare(weft, models, folder, names):
    """{name: {column: file}} and the inputs; models that are not exported are left out with a note."""
    files, feeds = {}, {}
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        source, peer = models / f"{name}.onnx", models / f"{MODELS[name]}.onnx"
        if not source.exists() or not peer.exists():
            print(f"note: {name} is left out: `make bench` exports {source} and {peer}", file=sys.stderr)
            continue
        print(f"preparing {name}", file=sys.stderr)
        made = folder / f"{name}.ir"
        subprocess.run([weft, "optimize", source, "-o", made, "--activations", "int8", "--calibrate", "random", "--calibrate-samples", "8", "--verdict", "never"],
                       check=True, stdout=subprocess.DEVNULL)
        exported = made.with_suffix(".onnx")
        subprocess.run([weft, "export", made, "-o", exported], check=True)
        modules = {"weft f32": source, "weft int8": made, "weft": peer}
        for column, model in modules.items():
            modules[column] = folder / f"{name}.{column.replace(' ', '_')}{'.qdq' if model == peer else ''}.wm"
            subprocess.run([weft, "compile", model, "-o", modules[column]], check=True)
        files[name] = {**modules, "onnxruntime": peer, "openvino": peer, "onnxruntime, weft int8": exported, "openvino, weft int8": exported}
        feeds[name] = write_feed(name, folder)
    return files, feeds


def measure(files, feeds, folder, libraries, rounds, seconds, threads):
    """{(name, threads): {column: [best ms of each round]}}"""
    native, found = machine.build_native(folder, libraries), {}
    for _ in range(rounds):
        for name, columns in files.items():
            for number in threads:
                of_case = found.setdefault((name, number), {})
                for column, file in columns.items():
                    command = [native, file, number, seconds] if column.startswith("weft") else \
                        [sys.executable, ROOT / "bench" / "peer.py", column.split(",")[0], file, number, seconds]
                    try:
                        text = machine.pinned(number, [*command, *feeds[name]])
                    except RuntimeError as reason:
                        print(f"note: {column} on {name}: {reason}", file=sys.stderr)
                        continue
                    of_case.setdefault(column, []).append(json.loads(text.splitlines()[-1])["best_ms"])
    return found


def table(found):
    lines = ["Milliseconds a call, best of the rounds. `weft int8` is what `weft optimize --activations int8` made, in weft and, as `weft export` writes it, in",
             "the others; the columns behind these read the file of onnxruntime's quantizer. The ratios are `weft int8` over the better of onnxruntime and",
             "openvino: with the same model, and with onnxruntime's.", "",
             f"| model | threads | {' | '.join(COLUMNS)} | ratio, same model | ratio |", "|---" * (len(COLUMNS) + 4) + "|"]
    for (name, number), columns in sorted(found.items(), key=lambda item: (list(MODELS).index(item[0][0]), item[0][1])):
        best = {column: min(values) for column, values in columns.items()}
        ratios = []
        for suffix in (", weft int8", ""):
            peers = [best[peer + suffix] for peer in ("onnxruntime", "openvino") if peer + suffix in best]
            ratios.append(f"{best['weft int8'] / min(peers):.2f}" if peers and "weft int8" in best else "")
        lines.append(f"| {name} | {number} | {' | '.join(f'{best[column]:.2f}' if column in best else '' for column in COLUMNS)} | {' | '.join(ratios)} |")
    return "\n".join(lines) + "\n"
