# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks what `weft bench` says of bench.mlir in each form, against arithmetic by hand and against itself. Times have no bounds: machines are busy."""
import csv, json, os, shutil, subprocess, sys, threading
from report import circles, facts

K, N, BATCH = 64, 32, 1
FLOPS, BYTES = 2 * BATCH * K * N, 4 * (BATCH * K + K * N + BATCH * N)


def near(a, b):
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b))


def read_table(path):
    with open(path, newline="") as stream:
        return list(csv.DictReader(stream))


def check_facts(found):
    latency = found["latency_ms"]
    assert 0 < latency["min"] <= latency["median"] <= latency["p90"] <= latency["p95"] <= latency["p99"] <= latency["max"], latency
    assert latency["min"] <= latency["mean"] <= latency["max"] and latency["deviation"] >= 0
    bins = found["histogram"]
    assert sum(each["count"] for each in bins) == found["runs"] >= 3, bins
    assert near(bins[0]["least"], latency["min"]) and all(near(a["most"], b["least"]) for a, b in zip(bins, bins[1:]))
    assert near(found["gflops"], FLOPS / latency["median"] / 1e6) and near(found["gigabytes_per_second"], BYTES / latency["median"] / 1e6), found
    assert near(found["calls_per_s"], 1e3 / latency["median"])
    dispatch, call = found["dispatch_times"]
    assert (dispatch["flops"], dispatch["bytes"]) == (call["flops"], call["bytes"]) == (FLOPS, BYTES), found["dispatch_times"]
    assert found["cold_start_ms"] > 0 and found["peak_rss_mb"] > 0 and found["compile_s"] > 0 and found["threads"] == 1 and found["target"] == "cpu"
    assert found["least_ms"] > 0 and found["ceilings"]["gflops"] > 0 and found["ceilings"]["gigabytes_per_second"] > 0


def one(json_path, page_path, picture_path, table_path):
    found = json.load(open(json_path))
    check_facts(found)
    assert [(point["batch"], point["threads"]) for point in found["sweep"]] == [(1, 1), (6, 1)]
    for point in found["sweep"]:
        assert near(point["items_per_s"], point["batch"] * 1e3 / point["median_ms"]) and point["median_ms"] <= point["p99_ms"]
    page = facts(page_path)
    assert page["models"] == [found] and page["ceilings"]["threads"] == 1
    assert len(circles(picture_path)) == 2
    rows = read_table(table_path)
    assert [(row["program"], row["batch"], row["threads"]) for row in rows] == [("weft", "", "1"), ("weft", "1", "1"), ("weft", "6", "1")], rows
    assert near(float(rows[0]["median_ms"]), found["latency_ms"]["median"]) and near(float(rows[2]["items_per_s"]), found["sweep"][1]["items_per_s"])


def folder(json_path, table_path):
    bad, good = json.load(open(json_path))["models"]
    assert bad["model"].endswith("bad.mlir") and bad["error"] and "latency_ms" not in bad
    assert good["model"].endswith("good.mlir")
    check_facts(good)
    assert [bool(row["error"]) for row in read_table(table_path)] == [True, False]


def peers(json_path, table_path):
    ours, theirs, missing = json.load(open(json_path))["peers"]
    assert ours["name"] == "weft" and theirs["name"] == "onnxruntime" and theirs["runs"] >= 5
    assert near(theirs["ratio"], theirs["median_ms"] / ours["median_ms"]) and theirs["peak_rss_mb"] > 0
    import onnxruntime
    assert theirs["version"] == onnxruntime.__version__
    assert missing["name"] == "llama.cpp" and missing["missing"] and "\n" not in missing["missing"] and "ratio" not in missing
    rows = read_table(table_path)
    assert [row["program"] for row in rows] == ["weft", "weft", "onnxruntime", "llama.cpp"] and rows[3]["error"] == missing["missing"]


def energy(model, powercap):
    """A counter that begins again at its end all the time, beside a part of the package that must not be counted twice."""
    run = lambda: json.loads(subprocess.run(["weft", "bench", model, "--seconds", "0.3", "--threads", "1", "--json", "--powercap", powercap],
                                            check=True, capture_output=True).stdout)
    shutil.rmtree(powercap, ignore_errors=True)
    assert "no counters" in run()["energy_obstacle"]
    for zone, value in (("intel-rapl:0", 0), ("intel-rapl:0:0", 7)):
        os.makedirs(f"{powercap}/{zone}", exist_ok=True)
        for name, number in (("energy_uj", value), ("max_energy_range_uj", 10**9)):
            with open(f"{powercap}/{zone}/{name}", "w") as stream:
                stream.write(str(number))
    assert run()["energy_j_per_call"] == 0
    done = threading.Event()

    def count():
        total = 0
        while not done.wait(0.005):
            total += 90_000_000
            with open(f"{powercap}/new", "w") as stream:
                stream.write(str(total % 10**9))
            os.replace(f"{powercap}/new", f"{powercap}/intel-rapl:0/energy_uj")

    counter = threading.Thread(target=count)
    counter.start()
    try:
        found = run()
    finally:
        done.set()
        counter.join()
    # Never less than 0, nor as much as if the counter had gone backwards by 2^64.
    assert 0 <= found["energy_j_per_call"] <= 1000 / found["runs"], found


globals()[sys.argv[1]](*sys.argv[2:])
