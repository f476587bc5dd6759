#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Quantized models, compiled, against the interpreter on the model as it is, in steps of the output's scale.

onnxruntime's quantizer makes the models (bench/quantized.py) from those of bench/models.py; one that is there already is kept. An
output that is dequantized last has the scale of that; of others a step is a 255th of the output's range. Values that lie between
two integers to the last bit may fall to either side wherever they are rounded, and layers behind carry that on, so a whole model
may be off by more than the one step of a layer: the mean difference is held below one step, and the largest number of the output
must be at the same place. ONNX Runtime's difference from the interpreter stands beside it; its kernels for AVX2 saturate.

usage: check_quantized.py [--weft BINARY] [--models DIR] [--no-skip] [NAME...]
"""
import argparse, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "test" / "models"), str(ROOT / "bench")]
from agree import WeftFailed, open_onnxruntime, run_onnxruntime, run_weft
from quantized_steps import find_step, in_steps
import inputs

NAMES = ("resnet50_qdq", "mobilenet_v2_qdq", "efficientnet_b0_qdq", "vit_b_16_qdq", "bert_base_128_int8")
MEAN_LIMIT = 1.0


def check_model(weft, path):
    """Yields (what, passed, detail): the compiled model and, for the reader, ONNX Runtime, each against the interpreter."""
    import numpy as np
    import onnx
    oracle = open_onnxruntime(path)
    outputs = [output.name for output in oracle.get_outputs()]
    feed = inputs.make(path.stem, oracle.get_inputs())
    with tempfile.TemporaryDirectory() as folder:
        meant = run_weft(weft, path, feed, outputs, Path(folder) / "meant", "--interpret")
        found = run_weft(weft, path, feed, outputs, Path(folder) / "found")
    theirs = run_onnxruntime(oracle, feed)
    model = onnx.load(path, load_external_data=False)
    for name in outputs:
        step = find_step(model, name, meant[name])
        mean, largest = in_steps(found[name], meant[name], step)
        other, farthest = in_steps(theirs[name], meant[name], step)
        same = np.array_equal(found[name].argmax(-1), meant[name].argmax(-1))
        yield name, mean <= MEAN_LIMIT and same, (f"{mean:.3f} steps in the mean, {largest:.1f} at most"
                                                  f" (ONNX Runtime {other:.3f} and {farthest:.1f}); a step is {step:.3g}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weft", default=ROOT / "build" / "bin" / "weft", type=Path)
    parser.add_argument("--models", default=ROOT / "build" / "models", type=Path)
    parser.add_argument("--no-skip", action="store_true")
    parser.add_argument("names", nargs="*", metavar="NAME")
    args = parser.parse_args()
    if unknown := [name for name in args.names if name not in NAMES]:
        parser.error(f"unknown model {', '.join(unknown)}; known: {', '.join(NAMES)}")
    count = {"passed": 0, "failed": 0, "skipped": 0}

    def report(state, text):
        count[state] += 1
        print(f"{ {'passed': 'ok  ', 'failed': 'FAIL', 'skipped': 'skip'}[state]} {text}", flush=True)

    for name in args.names or NAMES:
        path = args.models / f"{name}.onnx"
        try:
            import onnxruntime  # noqa: F401  the quantizer, and what is reported beside
            if not path.exists():
                from quantized import quantize
                quantize(name, args.models)
            for what, passed, detail in check_model(args.weft, path):
                report("passed" if passed else "failed", f"{name}: {what}: {detail}")
        except WeftFailed as failure:
            report("failed", f"{name}: {failure}")
        except (ImportError, FileNotFoundError) as reason:
            report("failed" if args.no_skip else "skipped", f"{name}: {reason}")
    print(", ".join(f"{number} {state}" for state, number in count.items()))
    sys.exit(count["failed"] > 0)


if __name__ == "__main__":
    main()
