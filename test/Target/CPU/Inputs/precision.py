# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Errors of products at a precision against float64, and special values: precision.py LEVEL PRECISION.

The error is the 2-norm of the difference over that of the result. It is held against what --precision promises, for the lengths and the
distributions that products of models have; that of f32 against a chain of fused multiply-adds over the same numbers.
"""
import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper

import weft

LEVEL, PRECISION = sys.argv[1:3]
ROWS, COLUMNS = 160, 160
LENGTHS = (64, 200, 768, 1000, 3072, 4096)


def gaussian(random, shape):
    return random.standard_normal(shape)


def heavy_tailed(random, shape):
    return random.standard_normal(shape) * np.exp(4 * (random.random(shape) - 0.5))


def gelu_like(random, shape):
    """What comes out of a GELU, with a few channels that are much larger than the others, as language models have them."""
    x = random.standard_normal(shape)
    x = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x ** 3)))
    x[:, random.integers(0, shape[1], 6)] *= 20
    return x


def compile_product(weights):
    length, columns = weights.shape
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["y"])], "product",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [ROWS, length])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [ROWS, columns])], [numpy_helper.from_array(weights, "w")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    program = weft.compile(model.SerializeToString(), cpu=LEVEL, precision=PRECISION)
    session = program.session(threads=1)
    return lambda x: np.array(session.run({"x": x})["y"])


def chain(x, w):
    """One fused multiply-add after the other in f32: float64 holds the product exactly, and its sum is rounded once more than an FMA's, which
    matters in one of 2**29 cases."""
    sums = np.zeros((x.shape[0], w.shape[1]), np.float32)
    for k in range(x.shape[1]):
        sums = (np.outer(x[:, k].astype(np.float64), w[k].astype(np.float64)) + sums).astype(np.float32)
    return sums


def check_errors():
    for name in (gaussian, heavy_tailed, gelu_like):
        for length in LENGTHS:
            random = np.random.default_rng(length)
            x = name(random, (ROWS, length)).astype(np.float32)
            w = (random.standard_normal((length, COLUMNS)) / np.sqrt(length)).astype(np.float32)
            exact = x.astype(np.float64) @ w.astype(np.float64)
            error = lambda y: np.linalg.norm(y - exact) / np.linalg.norm(exact)
            found, plain = error(compile_product(w)(x)), error(chain(x, w))
            bound = {"f32": 2 * plain, "f32-strict": 2 * plain, "f32x3": 1e-5, "bf16": 2e-2, "f16": 2e-3}[PRECISION]
            print(f"{LEVEL} {PRECISION} {name.__name__} {length}: {found:.2e}, multiply-adds {plain:.2e}, bound {bound:.2e}")
            assert found <= bound, "the error is larger than what is promised"


def check_special_values():
    """Rows with one special element; the others and the weights are ordinary. Every tenth weight is 1 and every eleventh 0."""
    random = np.random.default_rng(0)
    length = 96
    x = random.uniform(0.5, 1, (ROWS, length)).astype(np.float32)
    w = random.uniform(-1, 1, (length, COLUMNS)).astype(np.float32)
    w.flat[::10], w.flat[::11] = 1, 0
    largest, denormal = np.finfo(np.float32).max, np.float32(1e-40)
    for row, value in enumerate((np.inf, -np.inf, np.nan, largest, -largest, np.float32(3.3961e38), denormal, -0.0)):
        x[row, 5] = value
    # What no products mix with: sums of one term.
    x[8:18] = 0
    for row, value in enumerate((np.inf, -np.inf, np.nan, largest, -largest, 1, denormal, -0.0)):
        x[8 + row, 7] = value
    x[16, 3], x[16, 4] = np.inf, np.nan
    x[17, 3] = x[17, 4] = np.inf
    with np.errstate(all="ignore"):
        exact = (x.astype(np.float64) @ w.astype(np.float64)).astype(np.float32)
    found = compile_product(w)(x)
    if PRECISION in ("bf16", "f16"):
        # Rounding a large number to the narrower type may make it infinite.
        narrow = {"bf16": lambda v: v.astype(__import__("ml_dtypes").bfloat16), "f16": lambda v: v.astype(np.float16)}[PRECISION]
        with np.errstate(all="ignore"):
            exact = (narrow(x).astype(np.float64) @ narrow(w).astype(np.float64)).astype(np.float32)
    # Tiles treat denormals as zero, and two terms of bf16 may round the largest numbers up.
    least = 1.2e-38 if "amx" in LEVEL else 1e-45
    overflow = largest * (1 - 2e-5) if PRECISION == "f32x3" else np.inf
    for row in range(ROWS):
        is_, should = found[row].astype(np.float64), exact[row].astype(np.float64)
        finite = np.isfinite(is_) & np.isfinite(should)
        scale = np.abs(should[np.isfinite(should)]).max(initial=0)
        with np.errstate(invalid="ignore"):
            good = (is_ == should) | (np.isnan(is_) & np.isnan(should)) | (np.isinf(is_) & (np.abs(should) >= overflow))
            good |= finite & (np.abs(is_ - should) <= np.maximum(1e-4 * scale, least))
        assert good.all(), (row, found[row][~good][:4], exact[row][~good][:4])


check_errors()
check_special_values()
print("ok")
