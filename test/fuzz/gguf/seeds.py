#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the seeds in the folder `corpus`: a tokenizer of each kind, and tensors of each type. usage: seeds.py [FOLDER]"""
import sys
from pathlib import Path

import gguf
import numpy as np


def write(path, model=None, tensors=(), **values):
    writer = gguf.GGUFWriter(path, "llama")
    if model:
        writer.add_tokenizer_model(model)
    for name, value in values.items():
        add = {bool: writer.add_bool, int: writer.add_uint32, str: writer.add_string}.get(type(value), writer.add_array)
        add(f"tokenizer.ggml.{name}", value)
    for kind in tensors:
        block, size = gguf.GGML_QUANT_SIZES[kind]
        writer.add_tensor(kind.name, np.arange(size, dtype=np.uint8).reshape(1, size), raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    tokens, types = ["<unk>", "<s>", "</s>", "<0x00>", "\u2581", "a", "b", "ab"], [2, 3, 3, 6, 1, 1, 1, 1]
    scores = [0.0, 0.0, 0.0, 0.0, -1.0, -2.0, -3.0, -0.5]
    write(folder / "llama", "llama", tokens=tokens, token_type=types, scores=scores, add_space_prefix=False)
    write(folder / "t5", "t5", tokens=tokens, token_type=types, scores=scores, precompiled_charsmap=b"\x04\0\0\0abcdef",
          remove_extra_whitespaces=True)
    write(folder / "gpt2", "gpt2", pre="qwen2", tokens=["a", "b", "ab", "<|im_end|>"], token_type=[1, 1, 1, 4], merges=["a b"],
          eos_token_id=3, add_eos_token=True)
    write(folder / "bert", "bert", tokens=["[PAD]", "[UNK]", "\u2581a", "b"], unknown_token_id=1, cls_token_id=0, seperator_token_id=1)
    T = gguf.GGMLQuantizationType
    kinds = [T.F32, T.F16, T.BF16, T.F64, T.I8, T.I16, T.I32, T.I64, T.Q4_0, T.Q4_1, T.Q5_0, T.Q5_1, T.Q8_0]
    write(folder / "small", tensors=kinds)
    write(folder / "super", tensors=[T.Q2_K, T.Q3_K, T.Q4_K, T.Q5_K, T.Q6_K, T.Q8_K, T.IQ4_NL, T.IQ4_XS, T.MXFP4])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "corpus")
