# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares an analysis of analyzer.mlir for a batch of 4 with what the sizes in that file give by hand."""
import json, sys
from report import circles, facts

BATCH, K, N, M = 4, 64, 256, 16


def check_counts(found):
    first, second = found["dispatches"]
    assert (first["flops"], second["flops"]) == (2 * BATCH * K * N, 2 * BATCH * N * M), found
    # Each tensor once; weights are a part of what is read.
    assert first["read_bytes"] == 4 * (BATCH * K + K * N) and first["written_bytes"] == 4 * BATCH * N and first["weight_bytes"] == 4 * K * N, first
    assert second["read_bytes"] == 4 * (BATCH * N + N * M) and second["written_bytes"] == 4 * BATCH * M and second["weight_bytes"] == 4 * N * M, second
    assert first["kept_bytes"] == 2 * 4 * BATCH * N and second["kept_bytes"] == 0, first
    assert [op["op"] for op in first["ops"]] == ["contract", "max"] and first["ops"][0]["flops"] == 2 * BATCH * K * N
    assert first["results"] == f"f32[?, {N}]", first["results"]
    # What feeds what.
    assert first["sources"][0]["name"] == "x" and first["sources"][1]["parameter"] == "w", first["sources"]
    assert second["sources"][0]["dispatch"] == 0 and second["sources"][1]["parameter"] == "v", second["sources"]
    function, = found["functions"]
    assert function["dispatches"] == 2 and function["flops"] == 2 * BATCH * N * (K + M) and function["weight_bytes_read"] == 4 * N * (K + M), function
    assert found["sizes"] == {"batch": BATCH} and found["open_sizes"] == []
    assert found["ops"] == {"weft.contract": 2, "weft.constant": 1, "weft.get": 2, "weft.max": 1}
    assert found["parameters_by_type"] == {"f32": {"count": 2, "elements": N * (K + M), "bytes": 4 * N * (K + M)}}


def check_memory(found):
    memory, = found["memory"]
    # While the second product runs, its operand and its result are there.
    assert memory["peak_dispatch"] == 1 and memory["peak_bytes"] == 4 * BATCH * (N + M), memory
    assert [owner["bytes"] for owner in memory["peak_owners"]] == [4 * BATCH * N, 4 * BATCH * M], memory
    assert memory["peak_owners"][1]["place"] == "output"
    total = [sum(parts) for parts in zip(memory["arena_over_time"], memory["outputs_over_time"], memory["allocated_over_time"])]
    assert total == [4 * BATCH * N, 4 * BATCH * (N + M)], total


def check_times(found):
    for dispatch in found["dispatches"]:
        assert dispatch["measured_us"] > 0 and dispatch["limit_us"] > 0 and dispatch["bound"] in ("arithmetic", "bytes")
        assert dispatch["limit_us"] >= dispatch["flops"] / max(found["ceilings"]["gflops"], (found["ceilings"]["bf16_gflops"] or 0) / 6) / 1e3 * 0.999
    function, = found["functions"]
    assert function["call_us"] > 0 and abs(function["limit_us"] - sum(each["limit_us"] for each in found["dispatches"])) < 1e-9 + 1e-6 * function["limit_us"]


json_path, page_path, picture_path = sys.argv[1:]
found = json.load(open(json_path))
check_counts(found)
check_memory(found)
check_times(found)
assert any("typical sizes" in each["what"] and "--dim" in each["remedy"] for each in found["obstacles"]), found["obstacles"]
assert facts(page_path) == found
points = circles(picture_path)
assert len(points) == 3 and any(point.startswith("main, a whole call") for point in points), points
