# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes a folder of bench/decoders.py as a GGUF file, as llama.cpp's converter lays it out, with the package gguf.

LLaMA's queries and keys have neighbours rotated together there, Gemma's norms have 1 added, and experts lie in one tensor.
"""
import json, re
import numpy as np

ARCHITECTURES = {"llama": "llama", "mistral": "llama", "mixtral": "llama", "qwen2": "qwen2", "qwen2_moe": "qwen2moe",
                 "qwen3": "qwen3", "gemma": "gemma", "gemma2": "gemma2", "gemma3_text": "gemma3", "phi3": "phi3", "gpt2": "gpt2"}
STEMS = {
    "embed_tokens": "token_embd", "norm": "output_norm", "lm_head": "output", "input_layernorm": "attn_norm",
    "self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v", "self_attn.o_proj": "attn_output",
    "self_attn.qkv_proj": "attn_qkv", "self_attn.q_norm": "attn_q_norm", "self_attn.k_norm": "attn_k_norm",
    "post_attention_layernorm": "ffn_norm", "pre_feedforward_layernorm": "ffn_norm", "post_feedforward_layernorm": "post_ffw_norm",
    "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up", "mlp.gate_up_proj": "ffn_up", "mlp.down_proj": "ffn_down",
    "mlp.gate": "ffn_gate_inp", "block_sparse_moe.gate": "ffn_gate_inp", "mlp.shared_expert_gate": "ffn_gate_inp_shexp",
    "mlp.shared_expert.gate_proj": "ffn_gate_shexp", "mlp.shared_expert.up_proj": "ffn_up_shexp",
    "mlp.shared_expert.down_proj": "ffn_down_shexp",
    "wte": "token_embd", "wpe": "position_embd", "ln_f": "output_norm", "ln_1": "attn_norm", "ln_2": "ffn_norm",
    "attn.c_attn": "attn_qkv", "attn.c_proj": "attn_output", "mlp.c_fc": "ffn_up", "mlp.c_proj": "ffn_down",
}
EXPERTS = {"w1": "gate", "w2": "down", "w3": "up", "gate_proj": "gate", "down_proj": "down", "up_proj": "up"}
EXPERT = re.compile(r"(?:block_sparse_moe|mlp)\.experts\.(\d+)\.(\w+)")


def read_tensors(folder):
    """{name: f32 array} of all safetensors in a folder."""
    tensors = {}
    for path in sorted(folder.glob("*.safetensors")):
        data = path.read_bytes()
        size = int.from_bytes(data[:8], "little")
        header = json.loads(data[8:8 + size])
        for name, entry in header.items():
            if name != "__metadata__":
                begin, end = entry["data_offsets"]
                tensors[name] = np.frombuffer(data[8 + size + begin:8 + size + end], np.float32).reshape(entry["shape"])
    return tensors


def permute(tensor, heads):
    """Rows of pairs (i, i + half) become neighbours."""
    return tensor.reshape(heads, 2, -1, *tensor.shape[1:]).swapaxes(1, 2).reshape(tensor.shape)


class Converter:
    def __init__(self, folder):
        self.config = json.loads((folder / "config.json").read_text())
        self.kind = self.config["model_type"]
        self.architecture = ARCHITECTURES[self.kind]
        self.source = read_tensors(folder)
        self.tensors, self.experts = {}, {}

    def rename(self, stem):
        if self.kind in ("gemma2", "gemma3_text") and stem == "post_attention_layernorm":
            return "post_attention_norm"
        return STEMS[stem]

    def change(self, stem, ending, tensor):
        if self.kind == "gpt2" and tensor.ndim == 2 and stem.split(".")[-1].startswith("c_"):
            return np.ascontiguousarray(tensor.T)
        if self.architecture == "llama" and stem in ("self_attn.q_proj", "self_attn.k_proj"):
            return permute(tensor, self.config["num_attention_heads" if "q_proj" in stem else "num_key_value_heads"])
        if self.kind.startswith("gemma") and "norm" in stem:
            return tensor + 1
        if stem == "mlp.shared_expert_gate":
            return tensor.reshape(-1)
        return tensor

    def add(self, name, tensor):
        stem, ending = re.sub(r"^(model|transformer)\.", "", name).rsplit(".", 1)
        layer = re.match(r"(?:layers|h)\.(\d+)\.", stem)
        stem = re.sub(r"^(layers|h)\.\d+\.", "", stem)
        if expert := EXPERT.fullmatch(stem):
            key = f"blk.{layer[1]}.ffn_{EXPERTS[expert[2]]}_exps.{ending}"
            self.experts.setdefault(key, {})[int(expert[1])] = tensor
            return
        prefix = f"blk.{layer[1]}." if layer else ""
        self.tensors[f"{prefix}{self.rename(stem)}.{ending}"] = self.change(stem, ending, tensor)

    def rotary(self):
        rotary = self.config.get("rope_parameters") or {"rope_theta": self.config.get("rope_theta"), **self.config.get("rope_scaling", {})}
        local = rotary.get("sliding_attention", {})
        rotary = rotary.get("full_attention", rotary)
        return rotary, local.get("rope_theta")

    def divisors(self, rotary, dims):
        """Llama 3.1's scaling as the tensor that llama.cpp's converter computes."""
        frequencies = rotary["rope_theta"] ** (-np.arange(0, dims, 2) / dims)
        low, high = rotary["low_freq_factor"], rotary["high_freq_factor"]
        turns = rotary["original_max_position_embeddings"] * frequencies / (2 * np.pi)
        smooth = (turns - low) / (high - low)
        between = 1 / ((1 - smooth) / rotary["factor"] + smooth)
        return np.where(turns > high, 1, np.where(turns < low, rotary["factor"], between)).astype(np.float32)

    def write(self, path):
        import gguf
        for name, tensor in self.source.items():
            self.add(name, tensor)
        for name, parts in self.experts.items():
            self.tensors[name] = np.stack([parts[i] for i in range(len(parts))])
        config = self.config
        get = lambda *keys: next((config[key] for key in keys if config.get(key) is not None), None)
        width, heads = get("hidden_size", "n_embd"), get("num_attention_heads", "n_head")
        head_width = get("head_dim") or width // heads
        writer = gguf.GGUFWriter(path, self.architecture)
        writer.add_context_length(get("max_position_embeddings", "n_positions"))
        writer.add_embedding_length(width)
        writer.add_block_count(get("num_hidden_layers", "n_layer"))
        writer.add_feed_forward_length(get("intermediate_size", "n_inner") or 4 * width)
        writer.add_head_count(heads)
        writer.add_head_count_kv(get("num_key_value_heads") or heads)
        if self.kind == "gpt2":
            writer.add_layer_norm_eps(config["layer_norm_epsilon"])
        else:
            writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
            rotary, local = self.rotary()
            dims = int(head_width * rotary.get("partial_rotary_factor", 1))
            writer.add_key_length(head_width)
            writer.add_value_length(head_width)
            writer.add_rope_dimension_count(dims)
            writer.add_rope_freq_base(rotary["rope_theta"])
            kind = rotary.get("rope_type", "default")
            if kind == "llama3":
                self.tensors["rope_freqs.weight"] = self.divisors(rotary, dims)
            elif kind in ("linear", "yarn"):
                writer.add_string(f"{self.architecture}.rope.scaling.type", kind)
                writer.add_rope_scaling_factor(rotary["factor"])
                if kind == "yarn":
                    writer.add_rope_scaling_orig_ctx_len(rotary["original_max_position_embeddings"])
            if local:
                writer.add_float32(f"{self.architecture}.rope.freq_base_swa", local)
        if self.kind in ("gemma2", "gemma3_text", "phi3") and get("sliding_window"):
            writer.add_sliding_window(config["sliding_window"])
        if "layer_types" in config and self.kind == "gemma3_text":
            writer.add_uint32("gemma3.attention.sliding_window_pattern", config["layer_types"].index("full_attention") + 1)
        if self.kind == "gemma2":
            writer.add_attn_logit_softcapping(config["attn_logit_softcapping"])
            writer.add_final_logit_softcapping(config["final_logit_softcapping"])
        if count := get("num_local_experts", "num_experts"):
            writer.add_expert_count(count)
            writer.add_expert_used_count(config["num_experts_per_tok"])
            if inner := get("moe_intermediate_size"):
                writer.add_expert_feed_forward_length(inner)
            if inner := get("shared_expert_intermediate_size"):
                writer.add_expert_shared_feed_forward_length(inner)
        for name, tensor in self.tensors.items():
            writer.add_tensor(name, np.ascontiguousarray(tensor, np.float32))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()


def write_gguf(folder, path):
    Converter(folder).write(path)
