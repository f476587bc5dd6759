// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names of llama.cpp's tensors, and values of block types as f16.

#include "lib/Import/Gguf/GgufWeights.h"
#include "lib/Support/WeightStore.h"
#include "llvm/ADT/APFloat.h"
#include "llvm/ADT/STLExtras.h"

#include <cmath>

using namespace weft;
using llvm::StringRef;

static StringRef getStem(DecoderRole role) {
  switch (role) {
  case DecoderRole::TokenEmbedding:
    return "token_embd";
  case DecoderRole::PositionEmbedding:
    return "position_embd";
  case DecoderRole::FinalNorm:
    return "output_norm";
  case DecoderRole::Head:
    return "output";
  case DecoderRole::AttentionNorm:
    return "attn_norm";
  case DecoderRole::Query:
    return "attn_q";
  case DecoderRole::Key:
    return "attn_k";
  case DecoderRole::Value:
    return "attn_v";
  case DecoderRole::QueryKeyValue:
    return "attn_qkv";
  case DecoderRole::QueryNorm:
    return "attn_q_norm";
  case DecoderRole::KeyNorm:
    return "attn_k_norm";
  case DecoderRole::AttentionOutput:
    return "attn_output";
  case DecoderRole::AttentionPostNorm:
    return "post_attention_norm";
  case DecoderRole::FeedForwardNorm:
    return "ffn_norm";
  case DecoderRole::Gate:
    return "ffn_gate";
  case DecoderRole::Up:
  case DecoderRole::GateUp:
    return "ffn_up";
  case DecoderRole::Down:
    return "ffn_down";
  case DecoderRole::FeedForwardPostNorm:
    return "post_ffw_norm";
  case DecoderRole::Router:
    return "ffn_gate_inp";
  case DecoderRole::ExpertGate:
    return "ffn_gate";
  case DecoderRole::ExpertUp:
    return "ffn_up";
  case DecoderRole::ExpertDown:
    return "ffn_down";
  case DecoderRole::SharedGate:
    return "ffn_gate_shexp";
  case DecoderRole::SharedUp:
    return "ffn_up_shexp";
  case DecoderRole::SharedDown:
    return "ffn_down_shexp";
  case DecoderRole::SharedRouter:
    return "ffn_gate_inp_shexp";
  }
  llvm_unreachable("every role is handled");
}

std::string weft::getGgufName(const DecoderWeightId &id) {
  std::string name;
  llvm::raw_string_ostream stream(name);
  if (id.layer >= 0)
    stream << "blk." << id.layer << '.';
  stream << getStem(id.role);
  if (id.expert >= 0)
    stream << "_exps";
  stream << (id.isBias ? ".bias" : ".weight");
  if (id.expert >= 0)
    stream << '#' << id.expert;
  return name;
}

std::string GgufWeights::getName(const DecoderWeightId &id) {
  return getGgufName(id);
}

std::optional<GgufWeights::Place> GgufWeights::findPlace(StringRef name) {
  auto [stem, number] = name.split('#');
  const GgufTensor *tensor = file.findTensor(stem);
  if (number.empty())
    return tensor ? std::optional<Place>(Place{tensor}) : std::nullopt;
  int64_t expert = 0;
  if (number.getAsInteger(10, expert))
    return std::nullopt;
  if (tensor) {
    if (tensor->dims.size() < 2 || expert >= tensor->dims[0])
      return std::nullopt;
    return Place{tensor, expert, tensor->dims[0]};
  }
  // Older files have a tensor for each expert: blk.0.ffn_gate.7.weight.
  auto [layer, kind] = stem.split("_exps");
  tensor = file.findTensor((layer + "." + number + kind).str());
  return tensor ? std::optional<Place>(Place{tensor}) : std::nullopt;
}

std::optional<DecoderWeight> GgufWeights::find(const DecoderWeightId &id) {
  if ((id.role == DecoderRole::GateUp && !hasJoinedGate) ||
      (id.role == DecoderRole::Up && hasJoinedGate))
    return std::nullopt;
  DecoderWeight weight{getName(id), {}};
  std::optional<Place> place = findPlace(weight.name);
  if (!place)
    return std::nullopt;
  weight.dims = place->tensor->dims;
  if (place->parts > 1 || id.expert >= 0)
    if (place->tensor->dims.size() == (id.isBias ? 2u : 3u))
      weight.dims.erase(weight.dims.begin());
  if (id.role == DecoderRole::SharedRouter && weight.dims.size() == 1)
    weight.dims.insert(weight.dims.begin(), 1);
  return weight;
}

static bool isFloatElement(StringRef dtype) {
  return dtype == "f32" || dtype == "f16" || dtype == "bf16";
}

llvm::Expected<std::string> GgufWeights::store(const DecoderWeight &weight,
                                               StringRef key,
                                               WeightStore &store) {
  Place place = *findPlace(weight.name);
  const GgufTensor &tensor = *place.tensor;
  uint64_t sizeBytes = tensor.sizeBytes / uint64_t(place.parts),
           begin = sizeBytes * uint64_t(place.part);
  if (std::optional<StringRef> dtype = findElementType(tensor.type);
      dtype && isFloatElement(*dtype)) {
    if (llvm::Error error = store.addFileRange(
            key, tensor.file, tensor.offset + begin, sizeBytes,
            WeightType{dtype->str(), weight.dims}))
      return std::move(error);
    return dtype->str();
  }
  auto writer = store.begin(key, WeightType{"f16", weight.dims});
  if (!writer)
    return writer.takeError();
  // Row by row, so that a large tensor is never held as a whole.
  int64_t count = tensor.getNumElements() / place.parts,
          row = tensor.dims.empty() ? 1 : tensor.dims.back();
  std::vector<float> values(static_cast<size_t>(row));
  std::vector<_Float16> halves(static_cast<size_t>(row));
  const uint8_t *blocks = tensor.getBlocks().data() + begin;
  int64_t rowBytes =
      row / getBlockSize(tensor.type) * getBlockSizeBytes(tensor.type);
  for (int64_t at = 0; at < count; at += row, blocks += rowBytes) {
    dequantize(tensor.type, blocks, values.data(), row);
    for (auto [value, half] : llvm::zip(values, halves)) {
      half = static_cast<_Float16>(value);
      if (!std::isfinite(static_cast<float>(half)))
        return llvm::createStringError(
            "'" + file.getPath() + "': weight '" + weight.name +
            "': expected numbers that f16 holds, found " +
            llvm::Twine(std::to_string(value)) + " at element " +
            llvm::Twine(at));
    }
    writer->write({reinterpret_cast<const char *>(halves.data()),
                   halves.size() * sizeof(_Float16)});
  }
  if (llvm::Error error = writer->commit())
    return std::move(error);
  return std::string("f16");
}
