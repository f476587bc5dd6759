#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Real models, compiled, against ONNX Runtime and against the interpreter, on the same inputs.

Each model is compiled into a module once, and the module runs on every case: shapes that the model leaves open, both of
silero-vad's sampling rates. Then `weft run --check` holds the compiled result against the interpreter. Quantized models are held
against the interpreter alone, in steps of the output (check_quantized.py). Language models are small ones of each architecture,
against transformers (check_decoders.py); `export` runs what `weft export` makes of them in llama.cpp and transformers (check_export.py),
and `lora` holds adapters beside the weights against llama.cpp (check_lora.py).
The last line is the total: N passed, N failed, N skipped. A model that cannot be had is skipped, and the line says why;
with --no-skip that is a failure.

usage: run.py small|large|quantized|decoders|export|lora [--weft BINARY] [--models DIR] [--no-skip] [--no-check] [NAME...]
"""
import argparse, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "test" / "models"), str(ROOT / "bench")]
import check_decoders, check_export, check_lora, check_quantized, fetch
from agree import WeftFailed, call_weft, compare, open_onnxruntime, run_onnxruntime, run_weft
import inputs, recording

# These listen to a recording too; the first of them has control flow, the last static shapes.
LISTENERS = ("silero_vad", "silero_vad_op18_ifless", "silero_vad_openvino_16k")

VAD_16K = {"input": (1, 576), "state": (2, 1, 128)}
VAD_8K = {"input": (1, 288), "state": (2, 1, 128)}
VAD_BATCH = {"input": (3, 576), "state": (2, 3, 128)}

# Name -> cases; a case is the shapes of its inputs and values that stand for the seeded ones.
SMALL = {
    "magika": [({"bytes": (1, 2048)}, {}), ({"bytes": (5, 2048)}, {})],
    "silero_vad": [(VAD_16K, {}), (VAD_8K, {"sr": 8000}), (VAD_BATCH, {})],
    "silero_vad_16k_op15": [(VAD_16K, {}), (VAD_BATCH, {})],
    "silero_vad_16k_sequence": [({"input": (1, 576)}, {}), ({"input": (20, 576)}, {})],
    "silero_vad_half": [(VAD_16K, {}), (VAD_BATCH, {})],
    "silero_vad_op18_ifless": [(VAD_16K, {}), (VAD_8K, {"sr": 8000}), (VAD_BATCH, {})],
    "silero_vad_openvino_16k": [(VAD_16K, {})],
}
SEQUENCES = (1, 7, 64, 128, 131)
LARGE = {
    **{name: [({}, {})] for name in ("resnet50", "mobilenet_v2", "efficientnet_b0", "convnext_tiny", "vit_b_16",
                                     "bert_base_128", "gpt2_128", "lstm2_512", "minilm_64")},
    "bert_base_dynamic": [({"input_ids": (1, n), "attention_mask": (1, n)}, {}) for n in SEQUENCES],
}


def require_model(size, name, folder):
    is_decoder = size in ("decoders", "export", "lora")
    path = folder / "decoders" / name if is_decoder else fetch.find_model(name, folder)
    if not path.exists():
        maker = "decoders.py" if is_decoder else "models.py"
        raise fetch.Unavailable(f"{path} is not there: bench/{maker} {folder} {name} makes it")
    return path


def check(args, name, path, cases):
    if args.size == "decoders":
        return check_decoders.check_model(args.weft, path)
    if args.size == "export":
        return check_export.check_model(args.weft, path)
    if args.size == "lora":
        return check_lora.check_model(args.weft, path)
    import onnxruntime  # noqa: F401  the oracle; without it there is nothing to compare with
    if args.size == "quantized":
        return check_quantized.check_model(args.weft, path)
    return check_model(args.weft, name, path, cases, not args.no_check)


def describe(feed):
    return ", ".join(f"{name} {'x'.join(map(str, value.shape)) or value.item()}" for name, value in feed.items())


def check_model(weft, name, path, cases, interpret):
    """Yields (what, passed, detail) for each check of one model."""
    import numpy as np
    oracle = open_onnxruntime(path)
    outputs = [output.name for output in oracle.get_outputs()]
    with tempfile.TemporaryDirectory() as folder:
        module = Path(folder) / f"{name}.wm"
        start = time.time()
        try:
            call_weft(weft, "compile", path, "-o", module)
        except WeftFailed as failure:
            yield "compile", False, str(failure)
            return
        yield "compile", True, f"{time.time() - start:.1f} s, {module.stat().st_size / 1e6:.1f} MB"
        for number, (shapes, values) in enumerate(cases):
            feed = inputs.make(name, oracle.get_inputs(), shapes)
            feed.update({key: np.array(value, feed[key].dtype) for key, value in values.items()})
            expected = run_onnxruntime(oracle, feed)
            kept = Path(folder) / str(number)
            try:
                yield (f"onnxruntime, {describe(feed)}", *compare(run_weft(weft, module, feed, outputs, kept), expected))
                if interpret and number == 0:
                    run_weft(weft, path, feed, outputs, kept, "--check")
                    yield "interpreter", True, ""
            except WeftFailed as failure:
                yield describe(feed), False, str(failure)
        if name in LISTENERS:
            try:
                yield "recording", *recording.check(weft, path, folder)
            except (WeftFailed, ImportError, RuntimeError, ValueError) as failure:
                yield "recording", False, str(failure)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", choices=("small", "large", "quantized", "decoders", "export", "lora"))
    parser.add_argument("--weft", default=ROOT / "build" / "bin" / "weft", type=Path)
    parser.add_argument("--models", default=ROOT / "build" / "models", type=Path, help="where bench/models.py has put its files")
    parser.add_argument("--no-skip", action="store_true")
    parser.add_argument("--no-check", action="store_true", help="leave out the interpreter, which is slow")
    parser.add_argument("names", nargs="*", metavar="NAME")
    args = parser.parse_intermixed_args()
    known = {"small": SMALL, "large": LARGE, "quantized": check_quantized.NAMES, "decoders": check_decoders.NAMES,
             "export": check_export.NAMES, "lora": check_lora.NAMES}[args.size]
    if unknown := [name for name in args.names if name not in known]:
        parser.error(f"unknown model {', '.join(unknown)}; known: {', '.join(known)}")

    count = {"passed": 0, "failed": 0, "skipped": 0}
    def report(state, text):
        count[state] += 1
        print(f"{ {'passed': 'ok  ', 'failed': 'FAIL', 'skipped': 'skip'}[state]} {text}", flush=True)

    for name in args.names or known:
        try:
            path = require_model(args.size, name, args.models)
            checks = check(args, name, path, known[name] if isinstance(known, dict) else None)
        except (fetch.Unavailable, ImportError) as reason:
            report("failed" if args.no_skip else "skipped", f"{name}: {reason}")
            continue
        try:
            for what, passed, detail in checks:
                report("passed" if passed else "failed", f"{name}: {what}{': ' if detail else ''}{detail}")
        except WeftFailed as failure:
            report("failed", f"{name}: {failure}")
    print(", ".join(f"{number} {state}" for state, number in count.items()))
    sys.exit(count["failed"] > 0)


if __name__ == "__main__":
    main()
