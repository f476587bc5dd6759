#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Times torch on every operator of bench/ops.json in this process and prints {name: {"best_ms", "median_ms"}} as a line of JSON.

usage: peer_ops.py THREADS SECONDS        SECONDS for each operator; pinned by the caller to THREADS processors

Convolutions and products by weights are oneDNN's, as torch.compile freezes them: weights reordered beforehand, images channels
last. Softmax, normalization, GELU and attention are torch's own kernels, which beat oneDNN's through torch.
"""
import json, os, sys, time

if len(sys.argv) != 3:
    sys.exit(__doc__)
threads, seconds = int(sys.argv[1]), float(sys.argv[2])
os.environ["OMP_NUM_THREADS"] = str(threads)
import torch
from torch.nn import functional
import operators

torch.set_num_threads(threads)
torch.manual_seed(0)


def conv(op):
    n, size, _, channels = op["x"]
    window = [op["pad"]] * 2, [op["stride"]] * 2, [1, 1]
    x = torch.randn(n, channels, size, size).to(memory_format=torch.channels_last)
    filters = torch.randn(op["filters"], channels // op["groups"], op["kernel"], op["kernel"]).to(memory_format=torch.channels_last)
    packed = torch._C._nn.mkldnn_reorder_conv2d_weight(filters.to_mkldnn(), *window, op["groups"], list(x.shape))
    bias = torch.randn(op["filters"])
    return lambda: torch.ops.mkldnn._convolution_pointwise(x, packed, bias, *window, op["groups"], "none", [], "")


def matmul(op):
    x, bias = torch.randn(op["m"], op["k"]), torch.randn(op["n"])
    packed = torch.ops.mkldnn._reorder_linear_weight(torch.randn(op["n"], op["k"]), op["m"])
    return lambda: torch.ops.mkldnn._linear_pointwise(x, packed, bias, "none", [], "")


def images(op):
    n, height, width, channels = op["x"]
    return torch.randn(n, channels, height, width).to(memory_format=torch.channels_last)


def max_pool(op):
    x = images(op)
    return lambda: functional.max_pool2d(x, op["kernel"], op["stride"], op["pad"])


def mean(op):
    x = images(op)
    return lambda: functional.adaptive_avg_pool2d(x, 1)


def batch_matmul(op):
    x, w = torch.randn(op["batch"], op["m"], op["k"]), torch.randn(op["batch"], op["k"], op["n"])
    return lambda: torch.bmm(x, w)


def attention(op):
    q, k, v = torch.randn(3, 1, op["heads"], op["length"], op["width"]).unbind()
    return lambda: functional.scaled_dot_product_attention(q, k, v)


def rows(op):
    x, last = torch.randn(op["shape"]), op["shape"][-1:]
    scale, offset, other = torch.randn(last), torch.randn(last), torch.randn(op["shape"])
    return {"softmax": lambda: torch.softmax(x, -1), "layer_norm": lambda: functional.layer_norm(x, last, scale, offset),
            "gelu": lambda: functional.gelu(x), "add": lambda: x + other,
            "transpose": lambda: x.permute(op.get("permutation", range(x.dim()))).contiguous()}[op["op"]]


KINDS = {"conv": conv, "matmul": matmul, "max_pool": max_pool, "mean": mean, "batch_matmul": batch_matmul, "attention": attention}


def measure(call):
    call()
    times, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 5:
        before = time.perf_counter()
        call()
        times.append(time.perf_counter() - before)
    times.sort()
    return {"best_ms": round(times[0] * 1e3, 6), "median_ms": round(times[len(times) // 2] * 1e3, 6)}


with torch.inference_mode():
    print(json.dumps({op["name"]: measure(KINDS.get(op["op"], rows)(op)) for op in operators.load()}))
