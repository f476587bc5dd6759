#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Times one peer on one model in this process, tuned as its own documentation advises for latency, and prints a line of JSON.

usage: peer.py onnxruntime|openvino|torch MODEL.onnx THREADS SECONDS [--precision f32|bf16] [--static] [--save DIR] NAME=FILE.npy...
The caller pins it to THREADS processors. --static fixes open dimensions to those of the inputs before the model is compiled.
--save writes the outputs of the first call to DIR/0.npy, 1.npy... torch computes attention of the inputs q, k and v.

create_ms is making the session from the file, imports excluded; first_ms the first call; cold_ms both, less one warm call;
best_ms, median_ms and p99_ms a warm call; rss_mb the peak of the process, Python and imports included. It calls for SECONDS and
at least 5 times, or 2 times if these take 4 times as long. precision is what the peer says that it computes in.
"""
import argparse, json, os, sys, time


def parse():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("peer", choices=("onnxruntime", "openvino", "torch"))
    parser.add_argument("model")
    parser.add_argument("threads", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--precision", choices=("f32", "bf16"), default="f32")
    parser.add_argument("--static", action="store_true")
    parser.add_argument("--save")
    parser.add_argument("inputs", nargs="*")
    args = parser.parse_intermixed_args()
    if len(os.sched_getaffinity(0)) < args.threads:
        sys.exit(f"{args.threads} threads on {len(os.sched_getaffinity(0))} processors: pin to as many as threads")
    os.environ["OMP_NUM_THREADS"] = str(args.threads)  # before the libraries read it
    return args


def open_onnxruntime(args, feed):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = args.threads, 1
    options.log_severity_level = 3
    if args.static:
        import onnx
        for entry in onnx.load(args.model, load_external_data=False).graph.input:
            for size, dim in zip(feed[entry.name].shape if entry.name in feed else (), entry.type.tensor_type.shape.dim):
                if dim.dim_param:
                    options.add_free_dimension_override_by_name(dim.dim_param, size)

    def create():
        session = onnxruntime.InferenceSession(args.model, options, providers=["CPUExecutionProvider"])
        return lambda: session.run(None, feed), "f32"

    return onnxruntime.__version__, create


def open_openvino(args, feed):
    import openvino
    config = {"INFERENCE_NUM_THREADS": str(args.threads), "NUM_STREAMS": "1", "PERFORMANCE_HINT": "LATENCY",
              "INFERENCE_PRECISION_HINT": args.precision}

    def create():
        core = openvino.Core()
        model = core.read_model(args.model)
        if args.static:
            model.reshape({name: value.shape for name, value in feed.items()})
        compiled = core.compile_model(model, "CPU", config)
        request = compiled.create_infer_request()
        used = {"float": "f32", "bfloat16": "bf16"}.get(kind := compiled.get_property("INFERENCE_PRECISION_HINT").to_string(), kind)
        return lambda: [request.infer(feed)[output] for output in compiled.outputs], used

    return openvino.__version__.split("-")[0], create


def open_torch(args, feed):
    import torch
    torch.set_num_threads(args.threads)
    tensors = [torch.from_numpy(feed[name]) for name in "qkv"]

    def call():
        with torch.inference_mode():
            return [torch.nn.functional.scaled_dot_product_attention(*tensors).numpy()]

    return torch.__version__.split("+")[0], lambda: (call, "f32")


def peak_rss_mb():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def measure(call, seconds):
    """Seconds of each warm call, in order of size."""
    times, start = [], time.perf_counter()
    while (elapsed := time.perf_counter() - start) < seconds or len(times) < (5 if elapsed < 4 * seconds else 2):
        before = time.perf_counter()
        call()
        times.append(time.perf_counter() - before)
    return sorted(times)


def main():
    args = parse()
    import numpy as np
    feed = {name: np.load(file) for name, file in (pair.rsplit("=", 1) for pair in args.inputs)}
    version, create = {"onnxruntime": open_onnxruntime, "openvino": open_openvino, "torch": open_torch}[args.peer](args, feed)
    start = time.perf_counter()
    call, precision = create()
    created = time.perf_counter()
    outputs = call()
    first = time.perf_counter()
    if args.save:
        for number, value in enumerate(outputs):
            np.save(os.path.join(args.save, f"{number}.npy"), value)
    del outputs
    times = measure(call, args.seconds)
    ms = lambda t: round(t * 1e3, 5)
    median = times[len(times) // 2]
    print(json.dumps({
        "peer": args.peer, "version": version, "precision": precision, "calls": len(times), "create_ms": ms(created - start),
        "first_ms": ms(first - created), "cold_ms": ms(first - start - median), "best_ms": ms(times[0]), "median_ms": ms(median),
        "p99_ms": ms(times[min(len(times) - 1, len(times) * 99 // 100)]), "rss_mb": round(peak_rss_mb(), 1)}))


main()
