// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names of transformers' modules. Experts are tensors of their own,
// `experts.3.gate_proj.weight`, or parts of one, `experts.gate_up_proj` of
// [experts, 2 * intermediate, width]; "...gate_up_proj#3.gate" is such a part.

#include "lib/Import/HuggingFace/HuggingFaceWeights.h"
#include "lib/Support/WeightStore.h"

using namespace weft;
using llvm::StringRef;

HuggingFaceWeights::HuggingFaceWeights(const SafetensorsFile &file,
                                       const HuggingFaceConfig &config)
    : file(file), isTied(config.isTied) {
  StringRef architecture = config.decoder.architecture;
  isGpt2 = architecture == "gpt2";
  isMixtral = architecture == "mixtral";
  hasNormsBehind = architecture == "gemma2" || architecture == "gemma3_text";
  prefix = findPrefix();
}

/// Models without a head have no prefix, those with a part for images a longer
/// one.
std::string HuggingFaceWeights::findPrefix() const {
  StringRef usual = isGpt2 ? "transformer." : "model.";
  for (StringRef each :
       {usual, StringRef(), StringRef("language_model.model."),
        StringRef("model.language_model.")})
    if (file.findTensor(
            (each + getStem(DecoderRole::TokenEmbedding) + ".weight").str()))
      return each.str();
  return usual.str();
}

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

StringRef HuggingFaceWeights::getStem(DecoderRole role) const {
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

std::string HuggingFaceWeights::getName(const DecoderWeightId &id) {
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

DecoderWeight HuggingFaceWeights::note(std::string name,
                                       llvm::ArrayRef<int64_t> dims,
                                       const Place &place) {
  places[name] = place;
  DecoderWeight weight;
  weight.name = std::move(name);
  weight.dims.assign(dims.begin(), dims.end());
  return weight;
}

std::optional<DecoderWeight>
HuggingFaceWeights::findStacked(const DecoderWeightId &id) {
  if (id.expert < 0 || id.isBias)
    return std::nullopt;
  bool isDown = id.role == DecoderRole::ExpertDown;
  std::string name =
      (prefix + "layers." + llvm::Twine(id.layer) +
       (isMixtral ? ".block_sparse_moe" : ".mlp") + ".experts." +
       (isDown ? "down_proj" : "gate_up_proj"))
          .str();
  const SafetensorsTensor *tensor = file.findTensor(name);
  if (!tensor && isMixtral) {
    name.replace(name.find("block_sparse_moe"),
                 StringRef("block_sparse_moe").size(), "mlp");
    tensor = file.findTensor(name);
  }
  if (!tensor || tensor->dims.size() != 3 || id.expert >= tensor->dims[0] ||
      (!isDown && tensor->dims[1] % 2))
    return std::nullopt;
  // Both halves of an expert are rows of its part, the gate's first.
  int64_t halves = isDown ? 1 : 2;
  uint64_t sizeBytes =
      tensor->sizeBytes / uint64_t(tensor->dims[0]) / uint64_t(halves);
  uint64_t part = uint64_t(id.expert * halves) +
                  (id.role == DecoderRole::ExpertUp ? 1 : 0);
  StringRef half = isDown                               ? ""
                   : id.role == DecoderRole::ExpertGate ? ".gate"
                                                        : ".up";
  return note((name + "#" + llvm::Twine(id.expert) + half).str(),
              {tensor->dims[1] / halves, tensor->dims[2]},
              {tensor, part * sizeBytes, sizeBytes});
}

/// Whether the role is one of GPT-2's linear layers, which are [inputs,
/// outputs].
static bool isLinear(DecoderRole role) {
  return role == DecoderRole::QueryKeyValue ||
         role == DecoderRole::AttentionOutput || role == DecoderRole::Up ||
         role == DecoderRole::Down;
}

std::optional<DecoderWeight>
HuggingFaceWeights::find(const DecoderWeightId &id) {
  if (getStem(id.role).empty() || (id.role == DecoderRole::Head && isTied))
    return std::nullopt;
  std::string name = getName(id);
  const SafetensorsTensor *tensor = file.findTensor(name);
  // Transformers 5 has renamed Mixtral's router too.
  if (!tensor && isMixtral && id.role == DecoderRole::Router && !id.isBias) {
    name = (prefix + "layers." + llvm::Twine(id.layer) + ".mlp.gate.weight")
               .str();
    tensor = file.findTensor(name);
  }
  if (!tensor)
    return findStacked(id);
  DecoderWeight weight =
      note(std::move(name), tensor->dims, {tensor, 0, tensor->sizeBytes});
  weight.isTransposed = isGpt2 && !id.isBias && isLinear(id.role);
  return weight;
}

llvm::Expected<std::string>
HuggingFaceWeights::store(const DecoderWeight &weight, StringRef key,
                          WeightStore &store) {
  const Place &place = places.find(weight.name)->second;
  const SafetensorsTensor &tensor = *place.tensor;
  if (llvm::Error error = store.addFileRange(
          key, tensor.file, tensor.offset + place.begin, place.sizeBytes,
          WeightType{tensor.dtype, weight.dims}))
    return std::move(error);
  return tensor.dtype;
}
