# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What this machine is and what it can do at most: the processor by its feature flags, its caches, its measured ceilings."""
import json, os, platform, re, shlex, shutil, subprocess, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Parts of a cache that its bandwidth is measured in; the best of them counts. A pass over a small part ends so often that the
# mispredicted ends of loops show, a large part does not stay whole.
PARTS = {"L1": (0.25, 0.5, 0.75), "L2": (0.25, 0.5), "L3": (0.25, 0.5)}


def cpuinfo():
    """The first processor's facts of /proc/cpuinfo."""
    with open("/proc/cpuinfo") as file:
        block = file.read().split("\n\n")[0]
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in block.splitlines())}


def level_of(flags):
    """The level of code that a processor with these flags runs; its name says nothing, virtual machines mask it."""
    if {"avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512cd"} <= flags:
        return "amx" if {"amx_tile", "amx_int8", "amx_bf16"} <= flags else "avx512"
    return "avx2"


def caches():
    """{"L1": bytes, "L2": bytes, "L3": bytes} of the first processor, instructions' left out; what the system tells of them."""
    found = {}
    for folder in sorted(Path("/sys/devices/system/cpu/cpu0/cache").glob("index*")):
        if (folder / "type").read_text().strip() == "Instruction":
            continue
        size = (folder / "size").read_text().strip()
        found["L" + (folder / "level").read_text().strip()] = int(size[:-1]) * {"K": 1 << 10, "M": 1 << 20}[size[-1]]
    return found


def describe():
    """The facts that stand over each figure, and by which results of two machines are told apart."""
    facts = cpuinfo()
    name = facts.get("model name", platform.machine())
    flags = set(facts.get("flags", "").split())
    level = level_of(flags)
    sizes = ", ".join(f"{key} {size >> 10} KiB" for key, size in caches().items())
    return {"processor": name, "level": level, "caches": caches(), "processors": len(os.sched_getaffinity(0)),
            "text": f"{name} (family {facts.get('cpu family', '?')}, model {facts.get('model', '?')}), "
                    f"{len(os.sched_getaffinity(0))} processors{', virtual' if 'hypervisor' in flags else ''}, {sizes}",
            "key": re.sub(r"[^a-z0-9]+", "-", f"{name} {facts.get('cpu family', '')} {facts.get('model', '')}".lower()).strip("-")}


def command():
    """The command line of this process, as it is typed in the root of the repository."""
    return shlex.join([str(Path(sys.argv[0]).resolve().relative_to(ROOT)), *sys.argv[1:]])


def pinned(threads, command, env=os.environ):
    """Runs `command` on the first `threads` processors that this process may use; returns what it prints. NumPy's threads, which nobody here works with,
    would spin on them for a while."""
    processors = ",".join(map(str, sorted(os.sched_getaffinity(0))[:threads]))
    done = subprocess.run(["taskset", "-c", processors, *map(str, command)], capture_output=True, text=True,
                          env={**env, "OPENBLAS_NUM_THREADS": "1"})
    if done.returncode:
        lines = [line for line in done.stderr.strip().splitlines() if line.strip()]
        raise RuntimeError((lines or [f"status {done.returncode}"])[-1][:300])
    return done.stdout.strip()


def build_c(folder, name, *flags):
    """Compiles bench/NAME.c and returns the program."""
    compiler = next(path for c in (os.environ.get("CC"), "clang-22", "cc", "gcc") if c and (path := shutil.which(c)))
    binary = Path(folder) / name
    subprocess.run([compiler, "-O3", "-march=native", ROOT / "bench" / f"{name}.c", "-o", binary, *flags], check=True)
    return binary


def build_native(folder, libraries):
    """The program that runs a module with nothing but the runtime."""
    return build_c(folder, "native", f"-I{ROOT / 'include'}", f"-L{libraries}", "-lweft_runtime", f"-Wl,-rpath,{libraries}")


def measure_ceilings(folder, threads):
    """{threads: {"gflops", "gbs": from memory, "read": [[level, bytes that all threads have of it, GB/s]...]}}, inner levels first."""
    binary, known = build_c(folder, "ceilings", "-pthread"), caches()
    return {count: read_levels(json.loads(pinned(count, [binary, count, *sizes_to_read(known, count)])), known) for count in threads}


def better(known, new):
    """The larger of every figure of two measurements: clocks rise and fall, and the limit is what was ever reached."""
    return {count: {"gflops": max(known[count]["gflops"], new[count]["gflops"]), "gbs": max(known[count]["gbs"], new[count]["gbs"]),
                    "read": [[level, held, max(a, b)] for (level, held, a), (_, _, b) in zip(known[count]["read"], new[count]["read"])]}
            for count in known}


def shared_by(level, threads):
    """How many of the threads have one cache of `level` together."""
    return threads if level == "L3" else 1


def sizes_to_read(known, threads):
    return [int(known[level] * part / shared_by(level, threads)) for level in known for part in PARTS[level]]


def read_levels(measured, known):
    """Names the bandwidths that the program printed; no level is slower than the next one out."""
    threads, speeds = measured["threads"], iter(measured["read_gbs"])
    best = {level: max(next(speeds) for _ in PARTS[level]) for level in known}
    read, outer = [], measured["gbs"]
    for level in reversed(known):
        outer = max(outer, best[level])
        read.insert(0, [level, known[level] * threads // shared_by(level, threads), outer])
    return {"gflops": measured["gflops"], "gbs": measured["gbs"], "read": read}
