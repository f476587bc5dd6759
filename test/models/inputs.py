# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What each model is fed in tests and benchmarks: the same arrays for Weft and for its peers.

Floats are normal, token ids lie inside every vocabulary used here, masks are ones, segment ids zeros. A dimension that the
model leaves open is taken from SHAPES, else it is 1.
"""
import numpy as np

DTYPES = {
    "tensor(float)": np.float32, "tensor(float16)": np.float16, "tensor(double)": np.float64, "tensor(bool)": np.bool_,
    "tensor(int8)": np.int8, "tensor(int16)": np.int16, "tensor(int32)": np.int32, "tensor(int64)": np.int64,
    "tensor(uint8)": np.uint8, "tensor(uint16)": np.uint16, "tensor(uint32)": np.uint32, "tensor(uint64)": np.uint64,
}

# One window of silero-vad at 16 kHz is 512 samples behind the last 64 of the window before.
VAD = {"input": (1, 576), "state": (2, 1, 128)}

# Model name -> {input name: shape} where the model's own shape is open.
SHAPES = {
    "bert_base_dynamic": {"input_ids": (1, 128), "attention_mask": (1, 128)},
    "magika": {"bytes": (1, 2048)},
    "silero_vad": VAD, "silero_vad_16k_op15": VAD, "silero_vad_half": VAD, "silero_vad_op18_ifless": VAD,
    "silero_vad_openvino_16k": VAD,
    "silero_vad_16k_sequence": {"input": (8, 576)},
}


def shape_of(model, name, declared, shapes=None):
    """The shape of input `name`: the caller's, else SHAPES', else the declared one with 1 where it is open."""
    known = {**SHAPES.get(model, {}), **(shapes or {})}
    return tuple(known.get(name) or (d if isinstance(d, int) and d > 0 else 1 for d in declared))


def make(model, inputs, shapes=None, seed=7):
    """Returns {name: array} for `inputs`, which are onnxruntime's descriptions (name, type, shape) of model `model`."""
    rng = np.random.default_rng(seed)
    feed = {}
    for entry in inputs:
        dtype, shape = DTYPES[entry.type], shape_of(model, entry.name, entry.shape, shapes)
        if entry.name == "sr":
            feed["sr"] = np.array(16000, dtype)
        elif np.issubdtype(dtype, np.floating):
            scale = 0.1 if model.startswith("silero") else 1.0  # speech and its memory are far from full scale
            feed[entry.name] = (rng.standard_normal(shape) * scale).astype(dtype)
        elif "mask" in entry.name:
            feed[entry.name] = np.ones(shape, dtype)
        elif "type" in entry.name:
            feed[entry.name] = np.zeros(shape, dtype)
        elif entry.name == "bytes":
            feed[entry.name] = rng.integers(0, 257, shape).astype(dtype)  # 256 is magika's padding
        else:
            feed[entry.name] = rng.integers(1000, 20000, shape).astype(dtype)
    return feed
