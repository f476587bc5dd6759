# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Adapters beside the weights, against llama.cpp's --lora, on models of bench/decoders.py that `weft export` has written as GGUF.

The adapter has a pair of random matrices for every linear layer. Limits are those of check_export.py: llama.cpp keeps keys and values in
16 bits.

With the packages gguf and llama_cpp.
"""
import tempfile
from pathlib import Path
import numpy as np

from agree import call_weft
from check_export import difference, judge, llama_logits

NAMES = ("llama", "llama3", "qwen2", "qwen3", "gemma2", "gemma3", "phi3", "gpt2")
RANK, ALPHA = 4, 6.0
# Sliding windows: so many tokens get the same answers.
WINDOWS = {"phi3": 7}


def write_adapter(path, model):
    """As llama.cpp's convert_lora_to_gguf.py does it."""
    import gguf
    reader, rng = gguf.GGUFReader(model), np.random.default_rng(5)
    writer = gguf.GGUFWriter(path, reader.get_field("general.architecture").contents())
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", ALPHA)
    for tensor in reader.tensors:
        if tensor.name.startswith("blk.") and tensor.data.ndim == 2:
            rows, width = tensor.data.shape
            size = float(np.std(tensor.data)) / np.sqrt(RANK)
            writer.add_tensor(tensor.name + ".lora_a", rng.standard_normal((RANK, width)).astype(np.float32))
            writer.add_tensor(tensor.name + ".lora_b", (size * rng.standard_normal((rows, RANK))).astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def check_in(weft, source, scratch):
    model, adapter, tokens = scratch / "model.gguf", scratch / "adapter.gguf", np.load(source / "tokens.npy")
    call_weft(weft, "export", source, "-o", model, "--type", "f32")
    write_adapter(adapter, model)
    first = WINDOWS.get(source.name, len(tokens))
    plain = llama_logits(model, tokens)
    for scale in (1, 0.5):
        call_weft(weft, "run", model, "--lora-beside", f"{adapter}={scale}", "--function", "evaluate", "--input",
                  f"tokens={source / 'tokens.npy'}", "--output-node", "logits", "--output-dir", scratch)
        expected = llama_logits(model, tokens, lora_path=str(adapter), lora_scale=scale)[:first]
        yield judge(f"scale {scale}, llama.cpp", np.load(scratch / "logits.npy")[:first], expected, 3e-2)
        changed = difference(plain[:first], expected)
        yield f"scale {scale} changes the logits", changed > 0.1, f"2-norm {changed:.1e}"


def check_in_scratch(weft, source):
    with tempfile.TemporaryDirectory() as scratch:
        yield from check_in(weft, source, Path(scratch))


def check_model(weft, source):
    import gguf, llama_cpp  # noqa: F401  what writes the adapter, and the program that it is for
    return check_in_scratch(weft, source)
