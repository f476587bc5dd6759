#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Times one peer on one model in this process, tuned as its own documentation advises for latency, and prints a line of JSON.

usage: peer.py onnxruntime|openvino MODEL.onnx THREADS SECONDS NAME=FILE.npy...     pinned by the caller to THREADS processors

create_ms is making the session from the file, imports excluded; first_ms the first call; cold_ms both, less one warm call;
min_ms, median_ms and p99_ms a warm call; rss_mb the peak of the process, Python and imports included.
"""
import json, os, sys, time

PEERS = ("onnxruntime", "openvino")
if len(sys.argv) < 5 or sys.argv[1] not in PEERS:
    sys.exit(__doc__)
peer, path, threads, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
if len(os.sched_getaffinity(0)) < threads:
    sys.exit(f"{threads} threads on {len(os.sched_getaffinity(0))} processors: pin to as many as threads")
os.environ["OMP_NUM_THREADS"] = str(threads)  # before the libraries read it

import numpy as np


def open_onnxruntime():
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3

    def create():
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        return lambda feed: session.run(None, feed)

    return onnxruntime.__version__, create


def open_openvino():
    import openvino
    config = {"INFERENCE_NUM_THREADS": str(threads), "NUM_STREAMS": "1", "PERFORMANCE_HINT": "LATENCY",
              "INFERENCE_PRECISION_HINT": "f32"}

    def create():
        request = openvino.Core().compile_model(path, "CPU", config).create_infer_request()
        return lambda feed: request.infer(feed)

    return openvino.__version__.split("-")[0], create


def peak_rss_mb():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def main():
    feed = {name: np.load(file) for name, file in (a.split("=", 1) for a in sys.argv[5:])}
    version, create = {"onnxruntime": open_onnxruntime, "openvino": open_openvino}[peer]()
    start = time.perf_counter()
    call = create()
    created = time.perf_counter()
    call(feed)
    first = time.perf_counter()
    times = []
    while time.perf_counter() - first < seconds or len(times) < 5:
        before = time.perf_counter()
        call(feed)
        times.append(time.perf_counter() - before)
    times.sort()
    ms = lambda t: round(t * 1e3, 4)
    median = times[len(times) // 2]
    print(json.dumps({
        "peer": peer, "version": version, "model": os.path.basename(path), "threads": threads, "calls": len(times),
        "create_ms": ms(created - start), "first_ms": ms(first - created), "cold_ms": ms(first - start - median),
        "min_ms": ms(times[0]), "median_ms": ms(median), "p99_ms": ms(times[min(len(times) - 1, len(times) * 99 // 100)]),
        "rss_mb": round(peak_rss_mb(), 1)}))


main()
