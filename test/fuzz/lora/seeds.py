#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the seeds in the folder `corpus`: an adapter of each format. usage: seeds.py [FOLDER]"""
import json
import sys
from pathlib import Path

import gguf
import numpy as np
from safetensors.numpy import save

LAYER = "base_model.model.model.layers.0.mlp.up_proj"


def write_gguf(path):
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 4)
    writer.add_tensor("blk.0.ffn_up.weight.lora_a", np.ones((1, 3), np.float32))
    writer.add_tensor("blk.0.ffn_up.weight.lora_b", np.ones((2, 1), np.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def write_folder(path, kind, dtype, **settings):
    config = {"peft_type": "LORA", "lora_alpha": 4, **settings}
    tensors = {f"{LAYER}.lora_A{kind}.weight": np.ones((1, 3), dtype), f"{LAYER}.lora_B{kind}.weight": np.ones((2, 1), dtype)}
    path.write_bytes(json.dumps(config).encode() + b"\0" + save(tensors))


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    write_gguf(folder / "gguf")
    write_folder(folder / "plain", "", np.float32, use_rslora=True, use_dora=False)
    write_folder(folder / "named", ".default", np.float16, alpha_pattern={r"layers\.[0-3]\.mlp.(up|down)_\w{4}": 8, "[^x-]+": 4.5})


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "corpus")
