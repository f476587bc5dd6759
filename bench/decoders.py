#!/usr/bin/env python3
# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes small language models of each architecture for `make test-models`: DIR/decoders/NAME as transformers saves a model, with
tokens.npy, and logits.npy of its eager implementation.

Weights are random from seed 0; norms and biases too, which fresh models have at 1 and 0, so that a forgotten one shows. Windows and
contexts are shorter than the text, so that they matter. A model that is there already is kept.

usage: decoders.py DIR [NAME...]        needs the packages of bench/requirements.txt
"""
import argparse, json, shutil, warnings
from pathlib import Path

from models import stand_in_for_torchvision_operators

TOKENS, LONG_TOKENS = 24, 300
COMMON = dict(vocab_size=320, hidden_size=64, intermediate_size=96, num_hidden_layers=2, num_attention_heads=4,
              num_key_value_heads=2, max_position_embeddings=64, bos_token_id=1, eos_token_id=2, pad_token_id=0)
GPT2 = dict(vocab_size=320, n_embd=64, n_layer=2, n_head=4, n_positions=64, bos_token_id=1, eos_token_id=2)
MOE = dict(COMMON, num_experts=6, num_experts_per_tok=2, moe_intermediate_size=48, num_hidden_layers=3)
LOCAL = ["sliding_attention", "full_attention", "sliding_attention", "full_attention"]


def rope(kind, theta=10000.0, **settings):
    return dict(rope_parameters=dict(rope_type=kind, rope_theta=theta, **settings))


# Name -> (model_type, settings).
MODELS = {
    "llama": ("llama", COMMON),
    "llama_tied_bias": ("llama", dict(COMMON, tie_word_embeddings=True, attention_bias=True, mlp_bias=True, head_dim=24)),
    "llama_linear": ("llama", dict(COMMON, **rope("linear", factor=4.0))),
    "llama_dynamic": ("llama", dict(COMMON, **rope("dynamic", factor=4.0))),
    "llama3": ("llama", dict(COMMON, **rope("llama3", 500000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
                                            original_max_position_embeddings=16))),
    "llama_yarn": ("llama", dict(COMMON, **rope("yarn", factor=4.0, original_max_position_embeddings=16))),
    "llama_yarn_mscale": ("llama", dict(COMMON, **rope("yarn", factor=4.0, original_max_position_embeddings=16, beta_fast=8.0,
                                                       beta_slow=2.0, mscale=0.7, mscale_all_dim=0.5, truncate=False))),
    "mistral": ("mistral", dict(COMMON, sliding_window=5)),
    "mistral_full": ("mistral", dict(COMMON, sliding_window=None)),
    "qwen2": ("qwen2", COMMON),
    "qwen2_window": ("qwen2", dict(COMMON, num_hidden_layers=4, use_sliding_window=True, sliding_window=6, max_window_layers=2)),
    "qwen3": ("qwen3", dict(COMMON, head_dim=32, tie_word_embeddings=True)),
    "gemma": ("gemma", dict(COMMON, head_dim=32)),
    "gemma2": ("gemma2", dict(COMMON, head_dim=32, num_hidden_layers=4, sliding_window=6, query_pre_attn_scalar=32)),
    "gemma3": ("gemma3_text", dict(COMMON, head_dim=32, num_hidden_layers=4, sliding_window=6, query_pre_attn_scalar=32,
                                   layer_types=LOCAL)),
    "gemma3_scaled": ("gemma3_text", dict(COMMON, head_dim=32, num_hidden_layers=4, sliding_window=6, layer_types=LOCAL,
                                          rope_parameters=dict(full_attention=dict(rope_type="linear", factor=8.0, rope_theta=1e6),
                                                               sliding_attention=dict(rope_type="default", rope_theta=1e4)))),
    "gemma3_images": ("gemma3_text", dict(COMMON, head_dim=32, num_hidden_layers=4, sliding_window=6, layer_types=LOCAL)),
    "phi3": ("phi3", dict(COMMON, sliding_window=7, **rope("default", partial_rotary_factor=0.5))),
    "phi3_long": ("phi3", dict(COMMON, original_max_position_embeddings=16,
                               **rope("longrope", short_factor=[1.0 + 0.1 * i for i in range(8)],
                                      long_factor=[1.0 + 0.7 * i for i in range(8)]))),
    "phi3_short": ("phi3", dict(COMMON, original_max_position_embeddings=64,
                                **rope("longrope", short_factor=[1.0 + 0.1 * i for i in range(8)],
                                       long_factor=[1.0 + 0.7 * i for i in range(8)]))),
    "gpt2": ("gpt2", GPT2),
    "gpt2_untied": ("gpt2", dict(GPT2, tie_word_embeddings=False, n_inner=80, activation_function="gelu")),
    "mixtral": ("mixtral", dict(COMMON, num_local_experts=5, num_experts_per_tok=2)),
    "mixtral_stacked": ("mixtral", dict(COMMON, num_local_experts=5, num_experts_per_tok=2, sliding_window=9)),
    "qwen2_moe": ("qwen2_moe", dict(MOE, shared_expert_intermediate_size=40)),
    "qwen2_moe_window": ("qwen2_moe", dict(MOE, shared_expert_intermediate_size=40, norm_topk_prob=True, mlp_only_layers=[1],
                                           use_sliding_window=True, sliding_window=6, max_window_layers=2)),
    "qwen3_moe": ("qwen3_moe", dict(MOE, head_dim=32, norm_topk_prob=True, decoder_sparse_step=2)),
    "qwen3_moe_stacked": ("qwen3_moe", dict(MOE, head_dim=32, norm_topk_prob=False)),
    "smollm3": ("smollm3", dict(COMMON, num_hidden_layers=4)),
    "mistral_long": ("mistral", dict(COMMON, max_position_embeddings=512, head_dim=64, sliding_window=70)),
    "gemma3_long": ("gemma3_text", dict(COMMON, max_position_embeddings=512, head_dim=48, num_hidden_layers=4, sliding_window=33,
                                        layer_types=LOCAL)),
    "mixtral_long": ("mixtral", dict(COMMON, max_position_embeddings=512, num_local_experts=5, num_experts_per_tok=2)),
}
# Of these the weights are in two files with an index.
SHARDED = ("llama", "qwen3_moe")
# Of these the settings are as transformers 4 wrote them.
OLD_STYLE = ("llama_linear", "llama3", "llama_yarn", "phi3_long", "gemma3_scaled")
# Of these the text is longer than a tile of any kernel.
LONG = ("mistral_long", "gemma3_long", "mixtral_long")
# Of these all experts of a layer are one tensor, as the modules of transformers 5 have them.
STACKED = ("mixtral_stacked", "qwen3_moe_stacked")
# Of these the text is a part of a model that sees images.
WITH_IMAGES = ("gemma3_images",)


def fill(model):
    """Random weights for all parameters, with scales that keep logits of the order of 1 and attention far from even."""
    import torch
    generator = torch.Generator().manual_seed(0)
    for name, parameter in model.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        if parameter.ndim == 1:
            centre = 0.0 if name.endswith("bias") or "gemma" in model.config.model_type else 1.0
            parameter.data = centre + 0.2 * noise
        else:
            spread = 0.7 if "q_proj" in name or "k_proj" in name or "router" in name or ".gate.weight" in name else 0.15
            parameter.data = spread * noise


def rewrite_as_old(path):
    """Turns rope_parameters into rope_theta and rope_scaling."""
    config = json.loads(path.read_text())
    rotary = config.pop("rope_parameters")
    if "full_attention" in rotary:
        config["rope_local_base_freq"] = rotary["sliding_attention"].pop("rope_theta")
        rotary = rotary["full_attention"]
    config["rope_theta"] = rotary.pop("rope_theta")
    rotary.pop("partial_rotary_factor", None)
    rotary["type"] = rotary["rope_type"]
    config["rope_scaling"] = rotary
    path.write_text(json.dumps(config, indent=1))


def put_beside_images(folder):
    from safetensors.torch import load_file, save_file
    path = folder / "config.json"
    config = json.loads(path.read_text())
    path.write_text(json.dumps({"model_type": "gemma3", "text_config": config, "eos_token_id": [2, 5]}, indent=1))
    tensors = load_file(folder / "model.safetensors")
    save_file({"language_model." + key: value for key, value in tensors.items()}, folder / "model.safetensors")


def make(name, folder):
    import numpy as np
    import torch
    from transformers import AutoConfig, AutoModelForCausalLM
    kind, settings = MODELS[name]
    config = AutoConfig.for_model(kind, **json.loads(json.dumps(settings)))
    config._attn_implementation = "eager"
    model = AutoModelForCausalLM.from_config(config, attn_implementation="eager").float().eval()
    fill(model)
    model.tie_weights()
    tokens = np.random.default_rng(0).integers(3, 320, LONG_TOKENS if name in LONG else TOKENS)
    with torch.no_grad():
        logits = model(torch.tensor(tokens)[None], use_cache=False).logits[0].numpy()
    shutil.rmtree(folder, ignore_errors=True)
    model.save_pretrained(folder, **(dict(max_shard_size="150KB") if name in SHARDED else {}))
    if name in STACKED:
        from safetensors.torch import save_file
        save_file({key: value.contiguous() for key, value in model.state_dict().items()}, folder / "model.safetensors")
    if name in WITH_IMAGES:
        put_beside_images(folder)
    if name in OLD_STYLE:
        rewrite_as_old(folder / "config.json")
    np.save(folder / "tokens.npy", tokens.astype(np.int64))
    np.save(folder / "logits.npy", logits)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    args = parser.parse_args()
    if unknown := [name for name in args.names if name not in MODELS]:
        parser.error(f"unknown model {', '.join(unknown)}; known: {', '.join(MODELS)}")
    warnings.filterwarnings("ignore")
    stand_in_for_torchvision_operators()
    for name in args.names or MODELS:
        folder = args.folder / "decoders" / name
        if not (folder / "logits.npy").exists():
            make(name, folder)
            print(f"made {folder}", flush=True)


if __name__ == "__main__":
    main()
