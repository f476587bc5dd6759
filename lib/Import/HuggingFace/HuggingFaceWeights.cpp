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
    : file(file), isTied(config.isTied), names(config.decoder.architecture) {
  names.setPrefix(findPrefix());
}

std::string HuggingFaceWeights::getName(const DecoderWeightId &id) {
  return names.getName(id);
}

/// Models without a head have no prefix, those with a part for images a longer
/// one.
std::string HuggingFaceWeights::findPrefix() const {
  StringRef usual = names.getPrefix();
  for (StringRef each : {usual, StringRef(), StringRef("language_model.model."),
                         StringRef("model.language_model.")})
    if (file.findTensor(
            (each + names.getStem(DecoderRole::TokenEmbedding) + ".weight")
                .str()))
      return each.str();
  return usual.str();
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
  std::string name = (names.getPrefix() + "layers." + llvm::Twine(id.layer) +
                      (names.isMixtral ? ".block_sparse_moe" : ".mlp") +
                      ".experts." + (isDown ? "down_proj" : "gate_up_proj"))
                         .str();
  const SafetensorsTensor *tensor = file.findTensor(name);
  if (!tensor && names.isMixtral) {
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
  uint64_t part =
      uint64_t(id.expert * halves) + (id.role == DecoderRole::ExpertUp ? 1 : 0);
  StringRef half = isDown                               ? ""
                   : id.role == DecoderRole::ExpertGate ? ".gate"
                                                        : ".up";
  return note((name + "#" + llvm::Twine(id.expert) + half).str(),
              {tensor->dims[1] / halves, tensor->dims[2]},
              {tensor, part * sizeBytes, sizeBytes});
}

std::optional<DecoderWeight>
HuggingFaceWeights::find(const DecoderWeightId &id) {
  if (names.getStem(id.role).empty() ||
      (id.role == DecoderRole::Head && isTied))
    return std::nullopt;
  std::string name = names.getName(id);
  const SafetensorsTensor *tensor = file.findTensor(name);
  // Transformers 5 has renamed Mixtral's router too.
  if (!tensor && names.isMixtral && id.role == DecoderRole::Router &&
      !id.isBias) {
    name = (names.getPrefix() + "layers." + llvm::Twine(id.layer) +
            ".mlp.gate.weight")
               .str();
    tensor = file.findTensor(name);
  }
  if (!tensor)
    return findStacked(id);
  DecoderWeight weight =
      note(std::move(name), tensor->dims, {tensor, 0, tensor->sizeBytes});
  weight.isTransposed = names.isGpt2 && !id.isBias && isGpt2Linear(id.role);
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
