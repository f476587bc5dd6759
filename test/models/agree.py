# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""When two results of a model agree, and what ONNX Runtime and `weft run` make of the same inputs.

Agreement of an output: the same dtype and shape; infinities and NaN in the same places; integers equal; floats within 1e-4
relative in the 2-norm, and no element off by more than 1e-3 of the larger of the output's range and largest magnitude.
"""
import os, subprocess
from pathlib import Path
import numpy as np

NORM_LIMIT, ELEMENT_LIMIT = 1e-4, 1e-3


def difference(found, expected):
    """Says why `found` does not agree with `expected`, or returns (relative 2-norm, largest relative element error)."""
    if found.dtype != expected.dtype:
        return f"dtype {found.dtype}, expected {expected.dtype}"
    if found.shape != expected.shape:
        return f"shape {list(found.shape)}, expected {list(expected.shape)}"
    if not np.issubdtype(expected.dtype, np.floating):
        wrong = int(np.count_nonzero(found != expected))
        return f"{wrong} of {expected.size} elements differ" if wrong else (0.0, 0.0)
    a, b = found.astype(np.float64).ravel(), expected.astype(np.float64).ravel()
    finite = np.isfinite(b)
    if not np.array_equal(np.isfinite(a), finite) or not np.array_equal(a[~finite], b[~finite], equal_nan=True):
        return "infinities or NaN in other places"
    a, b = a[finite], b[finite]
    if not b.size:
        return 0.0, 0.0
    norm = np.linalg.norm(a - b) / max(np.linalg.norm(b), 1e-30)
    element = np.abs(a - b).max() / max(np.ptp(b), np.abs(b).max(), 1e-30)
    return float(norm), float(element)


def compare(found, expected):
    """Compares {name: array} with {name: array}; returns (agrees, one line that says how well or why not)."""
    worst = [0.0, 0.0]
    for name, value in expected.items():
        if name not in found:
            return False, f"no output {name} among {', '.join(found) or 'none'}"
        result = difference(found[name], value)
        if isinstance(result, str):
            return False, f"output {name}: {result}"
        worst = [max(pair) for pair in zip(worst, result)]
    agrees = worst[0] <= NORM_LIMIT and worst[1] <= ELEMENT_LIMIT
    return agrees, f"2-norm {worst[0]:.1e}, element {worst[1]:.1e}"


def open_onnxruntime(path, threads=0):
    """An ONNX Runtime session on the CPU; importing the package is left to those who have it."""
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.log_severity_level, options.intra_op_num_threads = 3, threads
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run_onnxruntime(session, feed):
    return dict(zip([output.name for output in session.get_outputs()], session.run(None, feed)))


def file_name(output):
    """The name `weft run` gives to the file of an output."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in output) + ".npy"


class WeftFailed(Exception):
    """`weft` ended with another status than 0; the text is its message."""


def call_weft(weft, *arguments, timeout=900):
    """Runs the binary; returns its standard output."""
    try:
        done = subprocess.run([str(weft), *map(str, arguments)], capture_output=True, text=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        raise WeftFailed(f"{arguments[0]} took more than {timeout} s") from None
    if done.returncode:
        raise WeftFailed(f"{arguments[0]} ended with status {done.returncode}: {done.stderr.strip()[-400:]}")
    return done.stdout


def run_weft(weft, model, feed, outputs, folder, *flags):
    """Runs `model` (anything that weft takes) on `feed` and returns {name: array} for `outputs` out of `folder`."""
    folder = Path(folder)
    (folder / "in").mkdir(parents=True, exist_ok=True)
    arguments = []
    for name, value in feed.items():
        np.save(folder / "in" / file_name(name), value)
        arguments += ["--input", f"{name}={folder / 'in' / file_name(name)}"]
    call_weft(weft, "run", model, *arguments, "--output-dir", folder / "out", *flags)
    return {name: np.load(folder / "out" / file_name(name)) for name in outputs
            if os.path.exists(folder / "out" / file_name(name))}
