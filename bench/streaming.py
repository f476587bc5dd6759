#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Quantizes a LLaMA of billions of parameters (real shapes, random weights, 16 bits, in shards as they are published) and says how
much memory and time it takes beside copying: reading the model with cold caches and writing as many bytes as the result has.

usage: streaming.py [--weft BINARY] [--work DIR] [--model llama-7b|tinyllama] [--precisions int8,int4] [--keep]
Prints a table and writes DIR/streaming.json. The model (13.5 GB) and the results need up to 30 GB of disk below DIR; they are deleted
unless --keep, a model that was there before is not.
"""
import argparse, json, os, subprocess, sys, time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
# hidden, intermediate, layers, heads, heads of keys, vocabulary
SHAPES = {"llama-7b": (4096, 11008, 32, 32, 32, 32000), "tinyllama": (2048, 5632, 22, 32, 4, 32000)}
SHARD = 5 << 30
PIECE = 4 << 20


def parse():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--weft", type=Path, default=ROOT / "build/bin/weft")
    parser.add_argument("--work", type=Path, default=ROOT / "build/streaming")
    parser.add_argument("--model", choices=SHAPES, default="llama-7b")
    parser.add_argument("--precisions", default="int8,int4", type=lambda text: text.split(","))
    parser.add_argument("--keep", action="store_true")
    return parser.parse_args()


def list_tensors(name):
    hidden, inner, layers, heads, key_heads, words = SHAPES[name]
    keys = hidden // heads * key_heads
    tensors = {"model.embed_tokens.weight": (words, hidden)}
    for i in range(layers):
        prefix = f"model.layers.{i}."
        tensors |= {prefix + "input_layernorm.weight": (hidden,), prefix + "self_attn.q_proj.weight": (hidden, hidden),
                    prefix + "self_attn.k_proj.weight": (keys, hidden), prefix + "self_attn.v_proj.weight": (keys, hidden),
                    prefix + "self_attn.o_proj.weight": (hidden, hidden), prefix + "post_attention_layernorm.weight": (hidden,),
                    prefix + "mlp.gate_proj.weight": (inner, hidden), prefix + "mlp.up_proj.weight": (inner, hidden),
                    prefix + "mlp.down_proj.weight": (hidden, inner)}
    return tensors | {"model.norm.weight": (hidden,), "lm_head.weight": (words, hidden)}


def write_shard(path, tensors, noise):
    header, offset = {}, 0
    for name, shape in tensors.items():
        size = 2 * int(np.prod(shape))
        header[name] = {"dtype": "F16", "shape": shape, "data_offsets": [offset, offset + size]}
        offset += size
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for number, shape in enumerate(tensors.values()):
            count = int(np.prod(shape))
            if len(shape) == 1:
                file.write(np.ones(count, np.float16).tobytes())
                continue
            # Each tensor reads the noise from another place on.
            place = number * 7919 * 64 % (noise.size // 2)
            while count:
                piece = noise[place:place + count]
                file.write(piece.tobytes())
                count, place = count - piece.size, 0


def make_model(folder, name):
    """The files that it is made of."""
    hidden, inner, layers, heads, key_heads, words = SHAPES[name]
    folder.mkdir(parents=True, exist_ok=True)
    noise = (np.random.default_rng(0).standard_normal(1 << 24, np.float32) * 0.02).astype(np.float16)
    shards, size = [{}], 0
    for tensor, shape in list_tensors(name).items():
        size += 2 * int(np.prod(shape))
        if size > SHARD:
            shards, size = [*shards, {}], 2 * int(np.prod(shape))
        shards[-1][tensor] = shape
    index = {}
    for number, tensors in enumerate(shards, 1):
        file = f"model-{number:05}-of-{len(shards):05}.safetensors"
        write_shard(folder / file, tensors, noise)
        index |= {tensor: file for tensor in tensors}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": index}))
    (folder / "config.json").write_text(json.dumps(dict(
        model_type="llama", architectures=["LlamaForCausalLM"], hidden_size=hidden, intermediate_size=inner, num_hidden_layers=layers,
        num_attention_heads=heads, num_key_value_heads=key_heads, vocab_size=words, max_position_embeddings=2048, rms_norm_eps=1e-5,
        rope_theta=10000.0, hidden_act="silu", tie_word_embeddings=False, torch_dtype="float16")))
    return [folder / file for file in {*index.values(), "model.safetensors.index.json", "config.json"}]


def drop_caches(folder):
    """Nothing of the files is in memory any more."""
    for path in folder.iterdir():
        with open(path, "rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def copy(folder, out, size):
    """Seconds that reading the files of a folder and writing so many bytes takes."""
    drop_caches(folder)
    buffer, start = bytearray(PIECE), time.perf_counter()
    with open(out, "wb") as target:
        for path in sorted(folder.iterdir()):
            with open(path, "rb", buffering=0) as source:
                while count := source.readinto(buffer):
                    taken = min(count, size)
                    target.write(memoryview(buffer)[:taken])
                    size -= taken
        target.flush()
        os.fsync(target.fileno())
    elapsed = time.perf_counter() - start
    out.unlink()
    return elapsed


def optimize(args, folder, out, precision):
    """Seconds, and the most memory that was resident."""
    drop_caches(folder)
    start = time.perf_counter()
    process = subprocess.Popen([args.weft, "optimize", folder, "-o", out, "--precision", precision, "--method", "rtn", "--verdict", "never"],
                               stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        try:
            status = Path(f"/proc/{process.pid}/status").read_text()
            peak = max(peak, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)
        except (FileNotFoundError, ProcessLookupError):
            pass
        time.sleep(0.02)
    if process.returncode:
        sys.exit(f"weft optimize ended with {process.returncode}")
    descriptor = os.open(out, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
    return time.perf_counter() - start, peak * 1024


def main():
    args = parse()
    folder, made = args.work / args.model, []
    if not (folder / "config.json").exists():
        print(f"making {folder}", file=sys.stderr)
        made = make_model(folder, args.model)
    total = sum(path.stat().st_size for path in folder.iterdir())
    rows = []
    print(f"{args.model}: {total / 1e9:.2f} GB in 16 bits")
    print("precision   result    seconds   GB/s read   most resident   copying   rate beside copying")
    for precision in args.precisions:
        out = args.work / f"{args.model}-{precision}.ir"
        seconds, peak = optimize(args, folder, out, precision)
        size = out.stat().st_size
        floor = copy(folder, args.work / "copy", size)
        rows.append(dict(model=args.model, precision=precision, bytes_before=total, bytes_after=size, seconds=seconds,
                         peak_resident_bytes=peak, copy_seconds=floor))
        print(f"{precision:9} {size / 1e9:6.2f} GB {seconds:8.1f} s {total / seconds / 1e9:10.2f} {peak / 1e9:13.2f} GB {floor:8.1f} s"
              f" {floor / seconds:15.2f}")
        if not args.keep:
            out.unlink()
    (args.work / "streaming.json").write_text(json.dumps(rows, indent=2))
    # A model that was there before stays, and so do other files beside it.
    if made and not args.keep:
        for path in made:
            path.unlink()
        if not any(folder.iterdir()):
            folder.rmdir()


if __name__ == "__main__":
    main()
