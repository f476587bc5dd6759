// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Roles come from the module's attribute; how a weight lies from its readers.

#include "lib/Export/Decoder/DecoderTensors.h"
#include "lib/Import/Decoder/DecoderOrigin.h"
#include "lib/Support/CodePacking.h"
#include "passes/Compress/WeightRows.h"
#include "passes/Compress/WeightUses.h"

using namespace mlir;
using namespace weft;

unsigned DecoderTensor::getBits() const {
  ParameterOp parameter = values;
  return cast<RankedTensorType>(parameter.getType()).getElementTypeBitWidth();
}

/// The parameter that a value is, whole or by rows; null if it is none.
static ParameterOp findParameter(ModuleOp module, Value value) {
  Operation *source = value ? value.getDefiningOp() : nullptr;
  if (auto gather = dyn_cast_or_null<GatherOp>(source))
    source = gather.getData().getDefiningOp();
  auto get = dyn_cast_or_null<GetOp>(source);
  return get ? dyn_cast_or_null<ParameterOp>(SymbolTable::lookupSymbolIn(
                   module, get.getParameterAttr().getAttr()))
             : ParameterOp();
}

llvm::DenseMap<Operation *, WeightCodes>
weft::findWeightCodes(ModuleOp module) {
  llvm::DenseMap<Operation *, WeightCodes> found;
  module.walk([&](DequantizeOp op) {
    ParameterOp codes = findParameter(module, op.getOperand()),
                scales = findParameter(module, op.getScale());
    if (!codes || !scales || op.getBlock() == 0)
      return;
    found.try_emplace(
        codes, WeightCodes{scales, findParameter(module, op.getZeroPoint()),
                           static_cast<int64_t>(op.getBlock())});
  });
  return found;
}

llvm::Error DecoderTensor::checkCodes() const {
  if (!isQuantized())
    return llvm::Error::success();
  ParameterOp all[] = {values, scales, zeros};
  auto type = cast<RankedTensorType>(all[0].getType());
  auto isOfGroups = [&](ParameterOp part, bool isFloat) {
    auto type = cast<RankedTensorType>(part.getType());
    return type.getShape() == ArrayRef<int64_t>{rows, countGroups()} &&
           isa<FloatType>(type.getElementType()) == isFloat;
  };
  if (type.getRank() == 2 && type.getElementType().isSignlessInteger() &&
      type.getElementTypeBitWidth() <= 8 && isOfGroups(all[1], true) &&
      (!all[2] || isOfGroups(all[2], false)))
    return llvm::Error::success();
  return llvm::createStringError(
      "weight '" + name +
      "': expected signed codes [outputs, inputs] of at most 8 bits with "
      "scales for groups of inputs, found other ones");
}

namespace {
/// Compares the weights with those that a decoder of the config reads, as
/// lib/Import/Decoder builds it.
class WeightCheck {
public:
  WeightCheck(const DecoderConfig &config, const DecoderTensors &tensors)
      : config(config), tensors(tensors) {}

  /// What does not fit, or "".
  std::string run();

private:
  bool has(DecoderRole role) const {
    return tensors.find({role, false, layer, -1});
  }
  /// Of one dimension where \p rows is 0.
  void check(const DecoderWeightId &id, int64_t rows, int64_t width,
             bool isRequired = true);
  void checkLinear(DecoderRole role, int64_t outputs, int64_t inputs,
                   int64_t expert = -1) {
    check({role, false, layer, expert}, outputs, inputs);
    check({role, true, layer, expert}, 0, outputs, /*isRequired=*/false);
  }
  void checkNorm(DecoderRole role, int64_t width, bool isRequired) {
    isRequired |= has(role);
    check({role, false, layer, -1}, 0, width, isRequired);
    check({role, true, layer, -1}, 0, width,
          isRequired && config.norm == DecoderNorm::Layer);
  }
  void checkAttention();
  void checkNetwork(DecoderRole gate, DecoderRole up, DecoderRole down,
                    int64_t intermediate, int64_t expert = -1);
  void checkFeedForward();

  const DecoderConfig &config;
  const DecoderTensors &tensors;
  int64_t layer = -1;
  /// The first one.
  std::string fault;
};
} // namespace

void WeightCheck::check(const DecoderWeightId &id, int64_t rows, int64_t width,
                        bool isRequired) {
  const DecoderTensor *tensor = tensors.find(id);
  bool isVector = rows == 0;
  if (!fault.empty() || (!tensor && !isRequired) ||
      (tensor && tensor->isVector == isVector && tensor->width == width &&
       (isVector || tensor->rows == rows)))
    return;
  auto spell = [](bool isVector, int64_t rows, int64_t width) {
    return (isVector ? "[" + Twine(width) + "]"
                     : "[" + Twine(rows) + ", " + Twine(width) + "]")
        .str();
  };
  fault =
      "weight '" + (tensor ? tensor->name : spellDecoderWeight(id)) +
      "': expected " + spell(isVector, rows, width) +
      " by the sizes of the attribute " + kDecoderAttribute.str() + ", found " +
      (tensor ? spell(tensor->isVector, tensor->rows, tensor->width) : "none");
}

void WeightCheck::checkAttention() {
  int64_t ofQuery = config.heads * config.headWidth,
          ofKey = config.keyHeads * config.headWidth;
  checkNorm(DecoderRole::AttentionNorm, config.width, true);
  if (has(DecoderRole::QueryKeyValue)) {
    checkLinear(DecoderRole::QueryKeyValue, ofQuery + 2 * ofKey, config.width);
  } else {
    checkLinear(DecoderRole::Query, ofQuery, config.width);
    checkLinear(DecoderRole::Key, ofKey, config.width);
    checkLinear(DecoderRole::Value, ofKey, config.width);
  }
  checkNorm(DecoderRole::QueryNorm, config.headWidth, false);
  checkNorm(DecoderRole::KeyNorm, config.headWidth, false);
  checkLinear(DecoderRole::AttentionOutput, config.width, ofQuery);
  checkNorm(DecoderRole::AttentionPostNorm, config.width, false);
}

void WeightCheck::checkNetwork(DecoderRole gate, DecoderRole up,
                               DecoderRole down, int64_t intermediate,
                               int64_t expert) {
  if (config.isGated && expert < 0 && has(DecoderRole::GateUp)) {
    checkLinear(DecoderRole::GateUp, 2 * intermediate, config.width);
  } else {
    if (config.isGated)
      checkLinear(gate, intermediate, config.width, expert);
    checkLinear(up, intermediate, config.width, expert);
  }
  checkLinear(down, config.width, intermediate, expert);
}

void WeightCheck::checkFeedForward() {
  const ExpertConfig &experts = config.experts;
  checkNorm(DecoderRole::FeedForwardNorm, config.width, true);
  if (!config.isExpertLayer(layer)) {
    checkNetwork(DecoderRole::Gate, DecoderRole::Up, DecoderRole::Down,
                 config.intermediate);
  } else {
    checkLinear(DecoderRole::Router, experts.count, config.width);
    for (int64_t expert = 0; expert < experts.count && fault.empty(); ++expert)
      checkNetwork(DecoderRole::ExpertGate, DecoderRole::ExpertUp,
                   DecoderRole::ExpertDown, experts.intermediate, expert);
    if (experts.sharedIntermediate > 0) {
      checkNetwork(DecoderRole::SharedGate, DecoderRole::SharedUp,
                   DecoderRole::SharedDown, experts.sharedIntermediate);
      check({DecoderRole::SharedRouter, false, layer, -1}, 1, config.width,
            /*isRequired=*/false);
    }
  }
  checkNorm(DecoderRole::FeedForwardPostNorm, config.width, false);
}

std::string WeightCheck::run() {
  check({DecoderRole::TokenEmbedding}, config.vocabulary, config.width);
  check({DecoderRole::PositionEmbedding}, config.context, config.width,
        /*isRequired=*/false);
  checkNorm(DecoderRole::FinalNorm, config.width, true);
  check({DecoderRole::Head}, config.vocabulary, config.width,
        /*isRequired=*/false);
  check({DecoderRole::Head, true}, 0, config.vocabulary, /*isRequired=*/false);
  for (layer = 0; layer < config.layers && fault.empty(); ++layer) {
    checkAttention();
    checkFeedForward();
  }
  return fault;
}

llvm::Expected<DecoderTensors> DecoderTensors::read(ModuleOp module) {
  auto roles = module->getAttrOfType<DictionaryAttr>(kDecoderWeightsAttribute);
  if (!roles)
    return llvm::createStringError(
        "expected a language model with the attribute " +
        kDecoderWeightsAttribute +
        ", found none: import it again from its GGUF file or folder");
  llvm::Expected<DecoderConfig> config = readDecoderAttribute(module);
  if (!config)
    return config.takeError();
  llvm::DenseMap<Operation *, WeightCodes> codes = findWeightCodes(module);
  llvm::DenseSet<Operation *> parts;
  for (auto &[values, of] : codes) {
    parts.insert(of.scales);
    if (of.zeros)
      parts.insert(of.zeros);
  }
  llvm::DenseMap<Operation *, bool> isTransposed;
  for (const WeightUses &uses : findWeightUses(module))
    isTransposed[uses.parameter] = uses.isTransposed;
  DecoderTensors result;
  for (ParameterOp parameter : module.getOps<ParameterOp>()) {
    StringRef name = parameter.getSource().value_or(parameter.getSymName());
    if (parts.contains(parameter) || parameter->hasAttr(kAdapterAttribute))
      continue;
    auto role = roles.getAs<StringAttr>(name);
    std::optional<DecoderWeightId> id =
        role ? parseDecoderWeight(role.getValue()) : std::nullopt;
    auto type = cast<RankedTensorType>(parameter.getType());
    bool isFloat = isa<FloatType>(type.getElementType());
    auto found = codes.find(parameter);
    if (!id || type.getRank() < 1 || type.getRank() > 2 ||
        (!isFloat && found == codes.end()))
      return llvm::createStringError(
          "weight '" + name +
          "': expected floats, or codes that weft.dequantize reads with "
          "scales, of a role in " +
          kDecoderWeightsAttribute + ", found " +
          (id ? "something else" : "no role"));
    DecoderTensor tensor{*id, name.str(), parameter, {}, {}};
    if (found != codes.end()) {
      tensor.scales = found->second.scales;
      tensor.zeros = found->second.zeros;
      tensor.group = found->second.group;
    }
    tensor.isTransposed = isTransposed.lookup(parameter);
    tensor.isVector = type.getRank() == 1;
    tensor.rows = tensor.isVector ? 1 : type.getDimSize(tensor.isTransposed);
    tensor.width = tensor.isVector ? type.getDimSize(0)
                                   : type.getDimSize(!tensor.isTransposed);
    if (llvm::Error error = tensor.checkCodes())
      return std::move(error);
    bool isOfHeads =
        id->role == DecoderRole::Query || id->role == DecoderRole::Key;
    if (isOfHeads &&
        (tensor.isVector ? tensor.width : tensor.rows) % config->headWidth != 0)
      return llvm::createStringError(
          "weight '" + name + "': expected outputs of whole heads of " +
          Twine(config->headWidth) + ", found another number");
    std::string key = spellDecoderWeight(*id);
    if (!result.byRole.try_emplace(key, result.tensors.size()).second)
      return llvm::createStringError("weight '" + name + "': expected one of " +
                                     "role " + key + ", found two");
    result.tensors.push_back(std::move(tensor));
  }
  if (std::string fault = WeightCheck(*config, result).run(); !fault.empty())
    return llvm::createStringError(
        fault + ": the model is not the one that was imported; import it again "
                "from its GGUF file or folder, and export it without passes "
                "that remove a part of it");
  return result;
}

const DecoderTensor *DecoderTensors::find(const DecoderWeightId &id) const {
  auto found = byRole.find(spellDecoderWeight(id));
  return found == byRole.end() ? nullptr : &tensors[found->second];
}

llvm::Expected<DecoderRows> DecoderRows::open(ParameterTable &parameters,
                                              const DecoderTensor &tensor) {
  DecoderRows rows;
  rows.tensor = tensor;
  FailureOr<Tensor> values = tensor.isQuantized()
                                 ? parameters.readStored(rows.tensor.values)
                                 : parameters.read(rows.tensor.values);
  FailureOr<Tensor> scales = tensor.scales ? parameters.read(rows.tensor.scales)
                                           : FailureOr<Tensor>(Tensor()),
                    zeros = tensor.zeros ? parameters.read(rows.tensor.zeros)
                                         : FailureOr<Tensor>(Tensor());
  if (failed(values) || failed(scales) || failed(zeros))
    return llvm::createStringError(
        "weight '" + tensor.name +
        "' has bytes neither in the module nor in the weight store");
  rows.values = *values;
  rows.scales = *scales;
  rows.zeros = *zeros;
  if (tensor.isQuantized()) {
    rows.line.codes.resize(size_t(tensor.width));
    rows.line.scales.resize(size_t(tensor.countGroups()));
    rows.line.zeros.resize(size_t(tensor.countGroups()));
  }
  return rows;
}

const CodeRow &DecoderRows::readCodes(int64_t row) {
  int64_t groups = tensor.countGroups();
  Element element = *findElement(
      cast<RankedTensorType>(tensor.values.getType()).getElementType());
  unsigned packed = tensor.values.getValueAttr() ? 0 : getPackedBits(element);
  if (packed)
    unpackCodes(packed, values.getBytes(), uint64_t(row * tensor.width),
                uint64_t(tensor.width), line.codes.data());
  else
    std::memcpy(line.codes.data(), values.getData() + row * tensor.width,
                size_t(tensor.width));
  readFloats(scales.getElement(),
             scales.getData() +
                 row * groups * getSizeBytes(scales.getElement()),
             groups, line.scales.data());
  for (int64_t group = 0; group < groups && tensor.zeros; ++group)
    line.zeros[size_t(group)] =
        int16_t(zeros.at<int64_t>(row * groups + group));
  return line;
}

void DecoderRows::read(int64_t row, llvm::MutableArrayRef<float> to) {
  if (tensor.isQuantized()) {
    readCodes(row);
    for (auto [k, value] : llvm::enumerate(to)) {
      size_t group = k / size_t(tensor.group);
      value = float(line.codes[k] - line.zeros[group]) * line.scales[group];
    }
    return;
  }
  Element element = values.getElement();
  unsigned size = getSizeBytes(element);
  if (!tensor.isTransposed) {
    readFloats(element, values.getData() + row * tensor.width * size,
               tensor.width, to.data());
    return;
  }
  for (int64_t k = 0; k < tensor.width; ++k)
    readFloats(element, values.getData() + (k * tensor.rows + row) * size, 1,
               &to[size_t(k)]);
}
