# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes attention of few queries, as steps of generation have it, over caches of f32, bf16 and f16: `python attention_rows.py > FILE.mlir`. Expected
values are those of oracle.py in f64."""
import ml_dtypes
import numpy as np

import oracle
from testfile import constant, type_of

RANDOM = np.random.default_rng(5)
NARROW = {"f32": np.float32, "bf16": ml_dtypes.bfloat16, "f16": np.float16}


def rand(*shape):
    return RANDOM.uniform(-1, 1, shape).astype(np.float32)


def emit(name, cache, queries, heads, key_heads, keys, width, value_width=None, causal=True):
    query, caches = rand(1, heads, queries, width), [rand(keys, key_heads, each).astype(NARROW[cache]) for each in (width, value_width or width)]
    k, v = (each.astype(np.float32).swapaxes(0, 1)[None] for each in caches)
    y = oracle.attention(query, k, v, scale=0.25, causal=causal)[0]
    types = ", ".join(map(type_of, (query, *caches)))
    of_any = [type_of(each).replace(str(keys), "?", 1) for each in caches]
    print(f"""weft.func @test_{name}(%q: {type_of(query)}, %k: {of_any[0]}, %v: {of_any[1]}) -> {type_of(y)} attributes {{weft.tolerance = 1.0e-5 : f64}} {{""")
    heads_of = []
    for letter, each in zip("kv", caches):
        rest, wide = f"{key_heads}x{each.shape[2]}", letter
        heads_of.append(f"tensor<1x{key_heads}x?x{each.shape[2]}xf32>")
        if cache != "f32":
            wide = letter + "w"
            print(f"  %{wide} = weft.cast %{letter} : (tensor<?x{rest}x{cache}>) -> tensor<?x{rest}xf32>")
        print(f"""  %{letter}s = weft.constant dense<[1, -1, {key_heads}, {each.shape[2]}]> : tensor<4xi64>
  %{letter}r = weft.reshape %{wide}, %{letter}s : (tensor<?x{rest}xf32>, tensor<4xi64>) -> tensor<1x?x{rest}xf32>
  %{letter}t = weft.transpose %{letter}r {{permutation = array<i64: 0, 2, 1, 3>}} : (tensor<1x?x{rest}xf32>) -> {heads_of[-1]}""")
    print(f"""  %y = weft.attention %q, %kt, %vt {{scale = 0.25 : f32{", causal" if causal else ""}}} : ({type_of(query)}, {", ".join(heads_of)}) -> {type_of(y)}
  weft.return %y : {type_of(y)}
}}
weft.func @inputs_{name}() -> ({types}) {{
  %0 = {constant(query)}
  %1 = {constant(caches[0])}
  %2 = {constant(caches[1])}
  weft.return %0, %1, %2 : {types}
}}
weft.func @expected_{name}() -> {type_of(y)} {{
  %0 = {constant(y)}
  weft.return %0 : {type_of(y)}
}}""")


for cache in NARROW:
    # Widths around strips of registers; keys around pairs, registers and blocks.
    emit(f"{cache}_strip", cache, queries=1, heads=6, key_heads=2, keys=145, width=64)
    emit(f"{cache}_strips", cache, queries=1, heads=2, key_heads=2, keys=128, width=128, value_width=192)
    emit(f"{cache}_rest", cache, queries=1, heads=2, key_heads=1, keys=33, width=80, value_width=101)
    emit(f"{cache}_narrow", cache, queries=1, heads=2, key_heads=2, keys=19, width=7, value_width=5)
    emit(f"{cache}_one_key", cache, queries=1, heads=3, key_heads=1, keys=1, width=64)
    emit(f"{cache}_few", cache, queries=3, heads=2, key_heads=1, keys=131, width=64)
    emit(f"{cache}_all", cache, queries=2, heads=2, key_heads=1, keys=17, width=64, causal=False)
