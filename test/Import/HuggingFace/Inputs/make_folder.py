# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a LLaMA of one layer as Hugging Face has it.

usage: make_folder.py DIR [KEY=JSON...]    settings of config.json; "without=NAME" leaves a weight out
"""
import json, struct, sys
from pathlib import Path

folder = Path(sys.argv[1])
settings = dict(argument.split("=", 1) for argument in sys.argv[2:])
left_out = settings.pop("without", None)
config = {"model_type": "llama", "vocab_size": 8, "hidden_size": 4, "intermediate_size": 6, "num_hidden_layers": 1,
          "num_attention_heads": 2, "num_key_value_heads": 1, "max_position_embeddings": 16}
config.update({key: json.loads(value) for key, value in settings.items()})
shapes = {"model.embed_tokens": [8, 4], "model.norm": [4], "lm_head": [8, 4]}
layer = {"input_layernorm": [4], "post_attention_layernorm": [4], "self_attn.q_proj": [4, 4], "self_attn.k_proj": [2, 4],
         "self_attn.v_proj": [2, 4], "self_attn.o_proj": [4, 4], "mlp.gate_proj": [6, 4], "mlp.up_proj": [6, 4],
         "mlp.down_proj": [4, 6]}
shapes.update({f"model.layers.0.{name}": shape for name, shape in layer.items()})

header, data = {}, b""
for name, shape in shapes.items():
    if name == left_out:
        continue
    count = shape[0] * (shape[1] if len(shape) > 1 else 1)
    begin = len(data)
    data += struct.pack(f"<{count}f", *[((7 * i) % 11 - 5) / 8 for i in range(count)])
    header[f"{name}.weight"] = {"dtype": "F32", "shape": shape, "data_offsets": [begin, len(data)]}
text = json.dumps(header).encode()
folder.mkdir(parents=True, exist_ok=True)
(folder / "model.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)
(folder / "config.json").write_text(json.dumps(config))
