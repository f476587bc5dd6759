// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names of transformers' modules.

#include "lib/Import/HuggingFace/HuggingFaceNames.h"
#include "llvm/Support/raw_ostream.h"

using namespace weft;
using llvm::StringRef;

HuggingFaceNames::HuggingFaceNames(StringRef architecture)
    : isGpt2(architecture == "gpt2"), isMixtral(architecture == "mixtral"),
      hasNormsBehind(architecture == "gemma2" || architecture == "gemma3_text"),
      prefix(isGpt2 ? "transformer." : "model.") {}

static StringRef getGpt2Stem(DecoderRole role) {
  switch (role) {
  case DecoderRole::TokenEmbedding:
    return "wte";
  case DecoderRole::PositionEmbedding:
    return "wpe";
  case DecoderRole::FinalNorm:
    return "ln_f";
  case DecoderRole::Head:
    return "lm_head";
  case DecoderRole::AttentionNorm:
    return "ln_1";
  case DecoderRole::QueryKeyValue:
    return "attn.c_attn";
  case DecoderRole::AttentionOutput:
    return "attn.c_proj";
  case DecoderRole::FeedForwardNorm:
    return "ln_2";
  case DecoderRole::Up:
    return "mlp.c_fc";
  case DecoderRole::Down:
    return "mlp.c_proj";
  default:
    return "";
  }
}

StringRef HuggingFaceNames::getStem(DecoderRole role) const {
  if (isGpt2)
    return getGpt2Stem(role);
  switch (role) {
  case DecoderRole::TokenEmbedding:
    return "embed_tokens";
  case DecoderRole::PositionEmbedding:
    return "";
  case DecoderRole::FinalNorm:
    return "norm";
  case DecoderRole::Head:
    return "lm_head";
  case DecoderRole::AttentionNorm:
    return "input_layernorm";
  case DecoderRole::Query:
    return "self_attn.q_proj";
  case DecoderRole::Key:
    return "self_attn.k_proj";
  case DecoderRole::Value:
    return "self_attn.v_proj";
  case DecoderRole::QueryKeyValue:
    return "self_attn.qkv_proj";
  case DecoderRole::QueryNorm:
    return "self_attn.q_norm";
  case DecoderRole::KeyNorm:
    return "self_attn.k_norm";
  case DecoderRole::AttentionOutput:
    return "self_attn.o_proj";
  case DecoderRole::AttentionPostNorm:
    return hasNormsBehind ? "post_attention_layernorm" : "";
  case DecoderRole::FeedForwardNorm:
    return hasNormsBehind ? "pre_feedforward_layernorm"
                          : "post_attention_layernorm";
  case DecoderRole::Gate:
    return "mlp.gate_proj";
  case DecoderRole::Up:
    return "mlp.up_proj";
  case DecoderRole::GateUp:
    return "mlp.gate_up_proj";
  case DecoderRole::Down:
    return "mlp.down_proj";
  case DecoderRole::FeedForwardPostNorm:
    return hasNormsBehind ? "post_feedforward_layernorm" : "";
  case DecoderRole::Router:
    return isMixtral ? "block_sparse_moe.gate" : "mlp.gate";
  case DecoderRole::ExpertGate:
    return isMixtral ? "w1" : "gate_proj";
  case DecoderRole::ExpertUp:
    return isMixtral ? "w3" : "up_proj";
  case DecoderRole::ExpertDown:
    return isMixtral ? "w2" : "down_proj";
  case DecoderRole::SharedGate:
    return "mlp.shared_expert.gate_proj";
  case DecoderRole::SharedUp:
    return "mlp.shared_expert.up_proj";
  case DecoderRole::SharedDown:
    return "mlp.shared_expert.down_proj";
  case DecoderRole::SharedRouter:
    return "mlp.shared_expert_gate";
  }
  llvm_unreachable("every role is handled");
}

std::string HuggingFaceNames::getName(const DecoderWeightId &id) const {
  std::string name;
  llvm::raw_string_ostream stream(name);
  if (id.role == DecoderRole::Head)
    stream << (StringRef(prefix).starts_with("language_model.")
                   ? "language_model."
                   : "");
  else
    stream << prefix;
  if (id.layer >= 0)
    stream << (isGpt2 ? "h." : "layers.") << id.layer << '.';
  if (id.expert >= 0)
    stream << (isMixtral ? "block_sparse_moe" : "mlp") << ".experts."
           << id.expert << '.';
  stream << getStem(id.role) << (id.isBias ? ".bias" : ".weight");
  return name;
}

bool weft::isGpt2Linear(DecoderRole role) {
  return role == DecoderRole::QueryKeyValue ||
         role == DecoderRole::AttentionOutput || role == DecoderRole::Up ||
         role == DecoderRole::Down;
}
