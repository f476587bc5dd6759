# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a model's outputs are in float64, and how far a contender's are from them.

The f32 ONNX file is rewritten to float64 and runs in onnx's reference evaluator, which takes a minute for a large model, so
results are kept beside the models' inputs. Where the evaluator lacks an op or its float64 form, ONNX Runtime in f32 stands in.
"""
import hashlib
from pathlib import Path
import numpy as np

FLOAT, DOUBLE = 1, 11  # TensorProto.DataType


def to_float64(graph):
    """Rewrites a graph, those inside of its nodes too, from f32 to f64 in place."""
    from onnx import numpy_helper

    def widen(tensor):
        if tensor.data_type == FLOAT:
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float64), tensor.name))

    for tensor in graph.initializer:
        widen(tensor)
    del graph.value_info[:]
    for value in [*graph.input, *graph.output]:
        if value.type.tensor_type.elem_type == FLOAT:
            value.type.tensor_type.elem_type = DOUBLE
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("t"):
                widen(attribute.t)
            if attribute.HasField("g"):
                to_float64(attribute.g)
            if node.op_type == "Cast" and attribute.name == "to" and attribute.i == FLOAT:
                attribute.i = DOUBLE


def gather_elements():
    """The evaluator's own (onnx 1.23) fails on two dimensions where the data has one row."""
    from onnx.reference.op_run import OpRun

    class GatherElements(OpRun):
        def _run(self, data, indices, axis=0):
            return (np.take_along_axis(data, np.where(indices < 0, indices + data.shape[axis], indices), axis),)

    return GatherElements


def evaluate(path, feed):
    import onnx
    from onnx.reference import ReferenceEvaluator
    model = onnx.load(path)
    to_float64(model.graph)
    outputs = ReferenceEvaluator(model, new_ops=[gather_elements()]).run(None, {name: value.astype(np.float64) if value.dtype == np.float32 else value
                                                   for name, value in feed.items()})
    if not any(value.dtype == np.float64 for value in outputs):
        raise TypeError("no output is of float64")
    return outputs


def fingerprint(path, feed):
    """Tells apart the results that are kept: by the model's file and by what it is fed."""
    state = Path(path).stat()
    known = hashlib.sha256(f"{Path(path).name} {state.st_size} {state.st_mtime_ns}".encode())
    for name in sorted(feed):
        known.update(name.encode() + feed[name].tobytes())
    return known.hexdigest()[:24]


def outputs_of(path, feed, folder):
    """(list of arrays, "float64" or "ONNX Runtime"): the outputs of the f32 model at `path`."""
    from agree import open_onnxruntime
    kept = Path(folder) / f"{fingerprint(path, feed)}.npz"
    if not kept.exists():
        try:
            source, outputs = "float64", evaluate(path, feed)
        except Exception:  # the evaluator raises whatever numpy or an op of its own raises
            source, outputs = "ONNX Runtime", open_onnxruntime(path).run(None, feed)
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.savez(kept, source=source, **{f"output{i}": value for i, value in enumerate(outputs)})
    with np.load(kept) as file:
        return [file[f"output{i}"] for i in range(len(file.files) - 1)], str(file["source"])


def error(found, expected):
    """The largest relative 2-norm error of the floating-point outputs; NaN and infinities where none are expected count as inf."""
    worst = 0.0
    for a, b in zip(found, expected, strict=True):
        if not np.issubdtype(b.dtype, np.floating):
            continue
        a, b = a.astype(np.float64).ravel(), b.astype(np.float64).ravel()
        distance = np.linalg.norm(a - b) / max(np.linalg.norm(b), 1e-30) if a.shape == b.shape else np.inf
        worst = max(worst, float(distance) if np.isfinite(distance) else np.inf)
    return worst
