# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs Weft or a peer on a prepared case, each in a process of its own, pinned to as many processors as threads."""
import json, os, subprocess, sys, time
from pathlib import Path
import numpy as np
from machine import ROOT, pinned
from module import sizes

# Peers that can be held to AVX2, and how: both choose their code through oneDNN's detection. ONNX Runtime's kernels cannot be.
LIMITED_TO_AVX2 = {"openvino": {"ONEDNN_MAX_CPU_ISA": "AVX2"}, "torch": {"ONEDNN_MAX_CPU_ISA": "AVX2", "ATEN_CPU_CAPABILITY": "avx2"}}


def compile_flags(case):
    """The flags of `weft compile` for a case; int8 stands in the model itself."""
    flags = ["--precision", case.precision] if case.precision not in ("f32", "int8") else []
    flags += ["--dim", f"batch={case.batch}"] if case.set == "batch" else []
    return flags + (["--cpu", case.level] if case.level != "host" else [])


def compile_model(weft, model, module, flags, cache):
    """Compiles in a process of its own with the cache folder `cache`; returns seconds, peak resident MB and sizes."""
    done = subprocess.run([sys.executable, ROOT / "bench" / "peak.py", weft, "compile", model, "-o", module, *flags],
                          capture_output=True, text=True, env={**os.environ, "XDG_CACHE_HOME": str(cache)})
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no message"])[-1][:300])
    weights, arena = sizes(module)
    return {**json.loads(done.stdout), "weights_mb": weights / 1e6, "arena_mb": arena / 1e6,
            "module_mb": os.path.getsize(module) / 1e6}


def seconds_to_copy(path):
    """How long the bytes of a module take to be read and written where it lies: what no cache of code saves."""
    copy, start = Path(f"{path}.copy"), time.perf_counter()
    copy.write_bytes(Path(path).read_bytes())
    seconds = time.perf_counter() - start
    copy.unlink()
    return seconds


def read_once(path):
    """Brings a file into the page cache, from which the system may have dropped it: a cold start begins with a warm one."""
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 24):
            pass


def run_weft(native, prepared, threads, seconds):
    read_once(prepared["module"])
    return json.loads(pinned(threads, [native, prepared["module"], threads, seconds, *prepared["feed"]]))


def run_peer(peer, case, prepared, threads, seconds, save=None):
    flags = ["--precision", "bf16" if case.precision == "bf16" else "f32"]
    flags += ["--static"] if case.set == "batch" else []
    flags += ["--save", save] if save else []
    read_once(prepared["model"])
    limits = LIMITED_TO_AVX2.get(peer, {}) if case.level == "avx2" else {}
    printed = pinned(threads, [sys.executable, ROOT / "bench" / "peer.py", peer, prepared["model"], threads, seconds, *flags,
                               *prepared["feed"]], env={**os.environ, **limits})
    return json.loads(printed.splitlines()[-1])


def saved_outputs(folder):
    """The arrays that a peer has saved, in the order of the model's outputs."""
    return [np.load(Path(folder) / f"{number}.npy") for number in range(len(list(Path(folder).glob("*.npy"))))]


def weft_outputs(weft, prepared, folder):
    from agree import run_weft as run
    feed = {name: np.load(file) for name, file in (pair.rsplit("=", 1) for pair in prepared["feed"])}
    found = run(weft, prepared["module"], feed, prepared["outputs"], folder)
    return [found[name] for name in prepared["outputs"]]
