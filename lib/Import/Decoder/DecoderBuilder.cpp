// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The functions and their layers.

#include "lib/Import/Decoder/DecoderBuilder.h"
#include "lib/Import/Decoder/DecoderOrigin.h"
#include "lib/Import/Decoder/FeedForward.h"
#include "lib/Import/Decoder/RotaryEmbedding.h"
#include "lib/Support/WeightStore.h"
#include "mlir/IR/Verifier.h"

#include <cmath>

using namespace mlir;
using namespace weft;

namespace {
enum class Output { LastLogits, AllLogits };

class FunctionBuilder {
public:
  FunctionBuilder(const DecoderConfig &config, DecoderParameters &parameters,
                  ModuleOp module)
      : config(config), parameters(parameters), module(module),
        builder(module.getContext()), b(builder) {
    b.loc = module.getLoc();
  }

  /// `tokens` is how many there are, or dynamic.
  LogicalResult build(StringRef name, int64_t tokens, Output output);

private:
  void begin(StringRef name, int64_t tokens);
  void finish(Value logits, Output output);
  Value normalize(Value x, DecoderRole role, int64_t layer);
  /// Normalizes each head of [tokens, heads, width], where the layer has a
  /// weight for it.
  Value normalizeHeads(Value x, DecoderRole role, int64_t layer);
  /// A normalization behind a half of the layer, where it has one.
  Value normalizeAfter(Value x, DecoderRole role, int64_t layer);
  Value embed();
  Value attend(Value x, int64_t layer);
  /// Queries, keys and values: [tokens, heads, width] each.
  SmallVector<Value, 3> project(Value x, int64_t layer);

  const DecoderConfig &config;
  DecoderParameters &parameters;
  ModuleOp module;
  OpBuilder builder;
  TensorBuilder b;
  FuncOp function;
  Value tokens, positions;
  RotaryAngles angles, localAngles;
  SmallVector<Value> states;
};
} // namespace

/// The name of the state that holds the keys or values of a layer.
static std::string nameState(bool isValue, int64_t layer) {
  return (Twine(isValue ? "value." : "key.") + Twine(layer)).str();
}

void FunctionBuilder::begin(StringRef name, int64_t count) {
  Type i64 = builder.getI64Type(), f32 = builder.getF32Type();
  auto past = RankedTensorType::get(
      {ShapedType::kDynamic, config.keyHeads, config.headWidth}, f32);
  SmallVector<Type> inputs{RankedTensorType::get({count}, i64)};
  inputs.append(2 * config.layers, past);
  builder.setInsertionPointToEnd(module.getBody());
  function =
      FuncOp::create(builder, b.loc, name, builder.getFunctionType(inputs, {}));
  auto describe = [&](unsigned argument, StringRef key, Attribute value) {
    function.setArgAttr(argument, key, value);
  };
  describe(0, "weft.name", builder.getStringAttr("tokens"));
  if (ShapedType::isDynamic(count))
    describe(0, "weft.dims", builder.getStrArrayAttr({"tokens"}));
  for (int64_t i = 0; i < 2 * config.layers; ++i) {
    std::string state = nameState(i % 2, i / 2);
    describe(i + 1, "weft.name", builder.getStringAttr("past." + state));
    describe(i + 1, "weft.state", builder.getStringAttr(state));
    describe(i + 1, "weft.dims", builder.getStrArrayAttr({"past", "", ""}));
  }
  Block *body = builder.createBlock(&function.getBody());
  for (Type type : inputs)
    body->addArgument(type, b.loc);
  tokens = body->getArgument(0);
  Value first = b.dim(body->getArgument(1), 0);
  Value steps = b.create<IotaOp>({b.dim(tokens, 0)});
  positions = b.add(steps, first);
  auto makeAngles = [&](const RotaryConfig &rotary) {
    return rotary.dims == 0
               ? RotaryAngles()
               : makeRotaryAngles(b, rotary, b.cast(positions, f32));
  };
  angles = makeAngles(config.rotary);
  if (config.hasLocalRotary)
    localAngles = makeAngles(config.localRotary);
}

void FunctionBuilder::finish(Value logits, Output output) {
  SmallVector<Value> results{logits};
  llvm::append_range(results, states);
  ReturnOp::create(builder, b.loc, results);
  function.setFunctionType(builder.getFunctionType(
      function.getArgumentTypes(), ValueRange(results).getTypes()));
  auto describe = [&](unsigned result, StringRef key, Attribute value) {
    function.setResultAttr(result, builder.getStringAttr(key), value);
  };
  describe(0, "weft.name", builder.getStringAttr("logits"));
  if (output == Output::AllLogits && b.typeOf(tokens).isDynamicDim(0))
    describe(0, "weft.dims", builder.getStrArrayAttr({"tokens", ""}));
  for (int64_t i = 0; i < 2 * config.layers; ++i) {
    std::string state = nameState(i % 2, i / 2);
    describe(i + 1, "weft.name", builder.getStringAttr("present." + state));
    describe(i + 1, "weft.state", builder.getStringAttr(state));
  }
}

Value FunctionBuilder::normalize(Value x, DecoderRole role, int64_t layer) {
  if (b.failed())
    return {};
  bool isRms = config.norm == DecoderNorm::Rms;
  int64_t last = b.rankOf(x) - 1, width = b.sizesOf(x).back();
  SmallVector<NamedAttribute> attributes{b.ints("dims", {last}),
                                         b.real("epsilon", config.epsilon)};
  if (isRms)
    attributes.push_back(b.flag("rms"));
  Value gain = parameters.getFloat(b, {role, false, layer, -1}, {width});
  if (config.isNormOffset)
    gain = b.add(gain, b.like(gain, 1));
  Value y = b.mul(b.create<NormalizeOp>({x}, attributes), gain);
  return isRms ? y
               : b.add(y, parameters.getFloat(b, {role, true, layer, -1},
                                              {width}));
}

Value FunctionBuilder::normalizeHeads(Value x, DecoderRole role,
                                      int64_t layer) {
  return parameters.has({role, false, layer, -1}) ? normalize(x, role, layer)
                                                  : x;
}

Value FunctionBuilder::normalizeAfter(Value x, DecoderRole role,
                                      int64_t layer) {
  return parameters.has({role, false, layer, -1}) ? normalize(x, role, layer)
                                                  : x;
}

Value FunctionBuilder::embed() {
  Value table = parameters.get(b, {DecoderRole::TokenEmbedding},
                               {config.vocabulary, config.width});
  Value x = b.cast(b.gather(table, tokens, 0), builder.getF32Type());
  if (config.embeddingScale != 1)
    x = b.mul(x, b.like(x, config.embeddingScale));
  if (!parameters.has({DecoderRole::PositionEmbedding}))
    return x;
  Value places = parameters.get(b, {DecoderRole::PositionEmbedding},
                                {config.context, config.width});
  return b.add(x, b.cast(b.gather(places, positions, 0), builder.getF32Type()));
}

SmallVector<Value, 3> FunctionBuilder::project(Value x, int64_t layer) {
  auto id = [&](DecoderRole role) {
    return DecoderWeightId{role, false, layer, -1};
  };
  int64_t width = config.headWidth, ofQuery = config.heads * width,
          ofKey = config.keyHeads * width;
  Value query, key, value;
  if (parameters.has(id(DecoderRole::QueryKeyValue))) {
    int64_t all = ofQuery + 2 * ofKey;
    Value joined = parameters.linear(b, x, id(DecoderRole::QueryKeyValue), all);
    query = b.slice(joined, {1}, {0}, {ofQuery});
    key = b.slice(joined, {1}, {ofQuery}, {ofQuery + ofKey});
    value = b.slice(joined, {1}, {ofQuery + ofKey}, {all});
  } else {
    query = parameters.linear(b, x, id(DecoderRole::Query), ofQuery);
    key = parameters.linear(b, x, id(DecoderRole::Key), ofKey);
    value = parameters.linear(b, x, id(DecoderRole::Value), ofKey);
  }
  auto split = [&](Value each, int64_t heads) {
    return b.reshape(each, ArrayRef<int64_t>{~int64_t(0), heads, width});
  };
  return {split(query, config.heads), split(key, config.keyHeads),
          split(value, config.keyHeads)};
}

Value FunctionBuilder::attend(Value x, int64_t layer) {
  SmallVector<Value, 3> parts = project(x, layer);
  if (b.failed())
    return {};
  Value query = normalizeHeads(parts[0], DecoderRole::QueryNorm, layer),
        key = normalizeHeads(parts[1], DecoderRole::KeyNorm, layer);
  bool isLocal = config.isLocalLayer(layer);
  const RotaryConfig &rotary =
      isLocal && config.hasLocalRotary ? config.localRotary : config.rotary;
  const RotaryAngles &turn =
      isLocal && config.hasLocalRotary ? localAngles : angles;
  if (config.isRotatedLayer(layer)) {
    query = rotate(b, rotary, turn, query);
    key = rotate(b, rotary, turn, key);
  }
  Block &body = function.getBody().front();
  for (auto [value, argument] :
       {std::pair(key, 2 * layer + 1), std::pair(parts[2], 2 * layer + 2)})
    states.push_back(b.concat({body.getArgument(argument), value}, 0));
  if (b.failed())
    return {};

  // [tokens, heads, width] to [1, heads, tokens, width].
  auto spread = [&](Value each) {
    int64_t heads = b.sizesOf(each)[1];
    return b.transpose(b.reshape(each, ArrayRef<int64_t>{1, ~int64_t(0), heads,
                                                         config.headWidth}),
                       {0, 2, 1, 3});
  };
  query = spread(query);
  double scale = config.attentionScale != 0
                     ? config.attentionScale
                     : 1 / std::sqrt(double(config.headWidth));
  if (b.failed())
    return {};
  auto attention = AttentionOp::create(
      builder, b.loc, b.typeOf(query), Type(), Type(), query,
      spread(states[states.size() - 2]), spread(states.back()), Value(),
      Value(), Value(), builder.getF32FloatAttr(float(scale)),
      builder.getUnitAttr(),
      builder.getF32FloatAttr(float(config.attentionSoftcap)),
      builder.getI64IntegerAttr(isLocal ? config.window : 0));
  SmallVector<Value> results = b.finish(attention);
  if (results.empty())
    return {};
  int64_t joined = config.heads * config.headWidth;
  Value merged = b.reshape(b.transpose(results[0], {0, 2, 1, 3}),
                           ArrayRef<int64_t>{~int64_t(1), joined});
  return parameters.linear(b, merged,
                           {DecoderRole::AttentionOutput, false, layer, -1},
                           config.width);
}

LogicalResult FunctionBuilder::build(StringRef name, int64_t count,
                                     Output output) {
  begin(name, count);
  Value x = embed();
  for (int64_t layer = 0; layer < config.layers && !b.failed(); ++layer) {
    Value attended =
        attend(normalize(x, DecoderRole::AttentionNorm, layer), layer);
    x = b.add(x,
              normalizeAfter(attended, DecoderRole::AttentionPostNorm, layer));
    Value fed = makeFeedForward(
        b, config, parameters,
        normalize(x, DecoderRole::FeedForwardNorm, layer), layer);
    x = b.add(x, normalizeAfter(fed, DecoderRole::FeedForwardPostNorm, layer));
  }
  // There is no value then whose sizes could be asked for.
  if (b.failed())
    return failure();
  if (output == Output::LastLogits)
    x = b.gather(x, b.list({-1}), 0);
  x = normalize(x, DecoderRole::FinalNorm, -1);
  DecoderWeightId head{DecoderRole::Head};
  if (!parameters.has(head))
    head.role = DecoderRole::TokenEmbedding;
  Value logits = parameters.linear(b, x, head, config.vocabulary);
  if (config.logitSoftcap > 0)
    logits = b.mul(b.tanh(b.div(logits, b.like(logits, config.logitSoftcap))),
                   b.like(logits, config.logitSoftcap));
  if (b.failed())
    return failure();
  finish(logits, output);
  return success();
}

/// What contradicts itself, or "".
static std::string findFault(const DecoderConfig &config) {
  auto inRange = [](const char *what, int64_t value, int64_t most) {
    return value >= 1 && value <= most
               ? std::string()
               : (Twine("expected ") + what + " of 1 to " + Twine(most) +
                  ", found " + Twine(value))
                     .str();
  };
  constexpr int64_t kMost = int64_t(1) << 24;
  for (std::string fault :
       {inRange("a vocabulary", config.vocabulary, kMost),
        inRange("a width", config.width, kMost),
        inRange("a number of layers", config.layers, kMostDecoderLayers),
        inRange("a number of heads", config.heads, kMost),
        inRange("a number of heads of keys", config.keyHeads, kMost),
        inRange("a width of heads", config.headWidth, kMost),
        inRange("a width of feed-forward layers", config.intermediate, kMost)})
    if (!fault.empty())
      return fault;
  if (config.heads % config.keyHeads)
    return (Twine("expected the number of heads to be a multiple of that of "
                  "keys, found ") +
            Twine(config.heads) + " and " + Twine(config.keyHeads))
        .str();
  for (const RotaryConfig *rotary : {&config.rotary, &config.localRotary})
    if (rotary->dims < 0 || rotary->dims % 2 ||
        rotary->dims > config.headWidth || !(rotary->base > 0) ||
        !(rotary->factor > 0) ||
        (!rotary->divisors.empty() &&
         int64_t(rotary->divisors.size()) != rotary->dims / 2))
      return (Twine(
                  "expected an even number of rotated dimensions of at most ") +
              Twine(config.headWidth) +
              " with as many frequencies as pairs and positive base and "
              "factor, found " +
              Twine(rotary->dims))
          .str();
  const ExpertConfig &experts = config.experts;
  if (experts.count < 0 || experts.count > 4096 ||
      (experts.count > 0 &&
       (experts.used < 1 || experts.used > experts.count ||
        experts.intermediate < 1 || experts.intermediate > kMost ||
        experts.sharedIntermediate < 0 || experts.sharedIntermediate > kMost)))
    return (Twine("expected 1 to ") + Twine(experts.count) +
            " experts for each token, found " + Twine(experts.used))
        .str();
  return "";
}

OwningOpRef<ModuleOp> weft::buildDecoder(const DecoderConfig &config,
                                         DecoderWeights &weights,
                                         Location loc) {
  if (std::string fault = findFault(config); !fault.empty()) {
    emitError(loc) << fault;
    return nullptr;
  }
  auto store = WeightStore::create();
  if (!store) {
    emitError(loc) << llvm::toString(store.takeError());
    return nullptr;
  }
  auto *dialect = loc.getContext()->getOrLoadDialect<WeftDialect>();
  dialect->setWeights(std::move(*store));
  OwningOpRef<ModuleOp> module = ModuleOp::create(loc);
  DecoderParameters parameters(*module, weights, *dialect->getWeights());
  for (auto [name, tokens, output] :
       {std::tuple("prefill", ShapedType::kDynamic, Output::LastLogits),
        std::tuple("decode", int64_t(1), Output::LastLogits),
        std::tuple("evaluate", ShapedType::kDynamic, Output::AllLogits)}) {
    FunctionBuilder builder(config, parameters, *module);
    if (failed(builder.build(name, tokens, output)))
      return nullptr;
    if (!parameters.getMissing().empty()) {
      emitError(loc) << "architecture '" << config.architecture
                     << "' expects weights that are not there: "
                     << llvm::join(parameters.getMissing(), ", ");
      return nullptr;
    }
  }
  (*module)->setAttr(kDecoderAttribute,
                     makeDecoderAttribute(loc.getContext(), config));
  (*module)->setAttr(kDecoderWeightsAttribute, parameters.makeRoles());
  if (failed(verify(*module)))
    return nullptr;
  return module;
}
