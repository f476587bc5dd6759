# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Quantized models, compiled, against the interpreter on the model as it is, in steps of the output's scale.

onnxruntime's quantizer makes the models (bench/quantized.py) from those of bench/models.py; one that is there already is kept. Two
things are asked of each:

* Cut off behind one of its first quantizations, no integer is off by more than 1, and hardly any is: values that lie between
  two integers to the last bit fall to either side, however they are computed.
* The whole model is no further off than a step in the mean, or than the model makes of a last bit: layers amplify what the first
  ones rounded to the other side, so the interpreter's own result for inputs that are larger by a millionth says how much.

ONNX Runtime's difference from the interpreter stands beside it; its kernels for AVX2 saturate. A step is the scale of the
dequantization that makes the output, else a 255th of the output's range.
"""
import tempfile
from pathlib import Path

from agree import open_onnxruntime, run_onnxruntime, run_weft
from quantized_steps import cut_behind, find_step, in_steps
import inputs

NAMES = ("resnet50_qdq", "mobilenet_v2_qdq", "efficientnet_b0_qdq", "vit_b_16_qdq", "bert_base_128_int8")
CUTS = (1, 2, 3)
MOST_OFF_BY_ONE = 1e-3
MEAN_LIMIT, OWN_NOISE_LIMIT = 1.0, 3.0


def check_cuts(weft, model, feed, folder):
    """Yields (what, passed, detail) for the first quantizations of a model whose activations are quantized by constants."""
    import numpy as np
    import onnx
    quantizations = [node for node in model.graph.node if node.op_type == "QuantizeLinear"]
    for number in CUTS if quantizations else ():
        output = quantizations[number].output[0]
        path = folder / f"cut{number}.onnx"
        onnx.save(cut_behind(model, output), path)
        meant, found = (run_weft(weft, path, feed, [output], folder / f"cut{number}{flag}", *flag.split())[output].astype(int)
                        for flag in ("--interpret", ""))
        off = np.abs(found - meant)
        yield (f"quantization {number}", off.max() <= 1 and (off > 0).mean() <= MOST_OFF_BY_ONE,
               f"{(off > 0).mean():.1e} of {off.size} integers are off, by {off.max()} at most")


def check_model(weft, path):
    """Yields (what, passed, detail): the compiled model and, for the reader, ONNX Runtime, each against the interpreter."""
    import numpy as np
    import onnx
    oracle = open_onnxruntime(path)
    outputs = [output.name for output in oracle.get_outputs()]
    feed = inputs.make(path.stem, oracle.get_inputs())
    moved = {name: value * np.float32(1 + 1e-6) if value.dtype == np.float32 else value for name, value in feed.items()}
    model = onnx.load(path)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        yield from check_cuts(weft, model, feed, folder)
        meant = run_weft(weft, path, feed, outputs, folder / "meant", "--interpret")
        noise = run_weft(weft, path, moved, outputs, folder / "noise", "--interpret")
        found = run_weft(weft, path, feed, outputs, folder / "found")
    theirs = run_onnxruntime(oracle, feed)
    for name in outputs:
        step = find_step(model, name, meant[name])
        mean, largest = in_steps(found[name], meant[name], step)
        own, _ = in_steps(noise[name], meant[name], step)
        other, farthest = in_steps(theirs[name], meant[name], step)
        yield name, mean <= max(MEAN_LIMIT, OWN_NOISE_LIMIT * own), (
            f"{mean:.2f} steps of {step:.3g} in the mean, {largest:.1f} at most (a millionth of the input {own:.2f};"
            f" ONNX Runtime {other:.2f} and {farthest:.1f})")
