// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One list of fields serves both directions.

#include "lib/Import/Decoder/DecoderOrigin.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/STLExtras.h"

#include <limits>

using namespace mlir;
using namespace weft;

template <typename Visitor>
static void visitFields(const RotaryConfig *, Visitor &&visit) {
  visit("base", &RotaryConfig::base);
  visit("dims", &RotaryConfig::dims);
  visit("is_interleaved", &RotaryConfig::isInterleaved);
  visit("scaling", &RotaryConfig::scaling);
  visit("factor", &RotaryConfig::factor);
  visit("original_context", &RotaryConfig::originalContext);
  visit("low_frequency_factor", &RotaryConfig::lowFrequencyFactor);
  visit("high_frequency_factor", &RotaryConfig::highFrequencyFactor);
  visit("beta_fast", &RotaryConfig::betaFast);
  visit("beta_slow", &RotaryConfig::betaSlow);
  visit("is_ramp_whole", &RotaryConfig::isRampWhole);
  visit("attention_factor", &RotaryConfig::attentionFactor);
  visit("divisors", &RotaryConfig::divisors);
}

template <typename Visitor>
static void visitFields(const ExpertConfig *, Visitor &&visit) {
  visit("count", &ExpertConfig::count);
  visit("used", &ExpertConfig::used);
  visit("is_normalized", &ExpertConfig::isNormalized);
  visit("intermediate", &ExpertConfig::intermediate);
  visit("shared_intermediate", &ExpertConfig::sharedIntermediate);
  visit("is_dense", &ExpertConfig::isDense);
}

template <typename Visitor>
static void visitFields(const DecoderConfig *, Visitor &&visit) {
  visit("architecture", &DecoderConfig::architecture);
  visit("vocabulary", &DecoderConfig::vocabulary);
  visit("context", &DecoderConfig::context);
  visit("width", &DecoderConfig::width);
  visit("layers", &DecoderConfig::layers);
  visit("heads", &DecoderConfig::heads);
  visit("key_heads", &DecoderConfig::keyHeads);
  visit("head_width", &DecoderConfig::headWidth);
  visit("intermediate", &DecoderConfig::intermediate);
  visit("norm", &DecoderConfig::norm);
  visit("epsilon", &DecoderConfig::epsilon);
  visit("is_norm_offset", &DecoderConfig::isNormOffset);
  visit("activation", &DecoderConfig::activation);
  visit("is_gated", &DecoderConfig::isGated);
  visit("rotary", &DecoderConfig::rotary);
  visit("local_rotary", &DecoderConfig::localRotary);
  visit("has_local_rotary", &DecoderConfig::hasLocalRotary);
  visit("window", &DecoderConfig::window);
  visit("is_local", &DecoderConfig::isLocal);
  visit("is_unrotated", &DecoderConfig::isUnrotated);
  visit("attention_scale", &DecoderConfig::attentionScale);
  visit("attention_softcap", &DecoderConfig::attentionSoftcap);
  visit("logit_softcap", &DecoderConfig::logitSoftcap);
  visit("embedding_scale", &DecoderConfig::embeddingScale);
  visit("experts", &DecoderConfig::experts);
}

static ArrayRef<StringRef> getNames(DecoderNorm) {
  static constexpr StringRef names[] = {"rms", "layer"};
  return names;
}

static ArrayRef<StringRef> getNames(DecoderActivation) {
  static constexpr StringRef names[] = {"silu", "gelu", "gelu_tanh"};
  return names;
}

static ArrayRef<StringRef> getNames(RotaryConfig::Scaling) {
  static constexpr StringRef names[] = {"none", "linear", "llama3", "yarn"};
  return names;
}

namespace {
/// Turns fields into attributes.
struct FieldWriter {
  Builder builder;

  Attribute make(int64_t value) { return builder.getI64IntegerAttr(value); }
  Attribute make(double value) { return builder.getF64FloatAttr(value); }
  Attribute make(bool value) { return builder.getBoolAttr(value); }
  Attribute make(const std::string &value) {
    return builder.getStringAttr(value);
  }
  Attribute make(const std::vector<bool> &values) {
    SmallVector<bool> list(values.begin(), values.end());
    return builder.getDenseBoolArrayAttr(list);
  }
  Attribute make(const std::vector<double> &values) {
    return builder.getDenseF64ArrayAttr(values);
  }
  template <typename T> Attribute make(const T &value) {
    if constexpr (std::is_enum_v<T>)
      return builder.getStringAttr(getNames(value)[size_t(value)]);
    else
      return makeAll(value);
  }

  template <typename T> DictionaryAttr makeAll(const T &config) {
    const T usual;
    SmallVector<NamedAttribute> fields;
    visitFields(&config, [&](StringRef name, auto member) {
      Attribute value = make(config.*member);
      if (value != make(usual.*member))
        fields.push_back(builder.getNamedAttr(name, value));
    });
    return builder.getDictionaryAttr(fields);
  }
};

/// The other way; the first failure stays.
struct FieldReader {
  std::string error;

  bool take(Attribute from, int64_t &value) {
    auto number = dyn_cast<IntegerAttr>(from);
    if (!number || !number.getType().isSignlessInteger(64))
      return false;
    value = number.getInt();
    return true;
  }
  bool take(Attribute from, double &value) {
    auto number = dyn_cast<FloatAttr>(from);
    if (number)
      value = number.getValueAsDouble();
    return number != nullptr;
  }
  bool take(Attribute from, bool &value) {
    auto truth = dyn_cast<BoolAttr>(from);
    if (truth)
      value = truth.getValue();
    return truth != nullptr;
  }
  bool take(Attribute from, std::string &value) {
    auto text = dyn_cast<StringAttr>(from);
    if (text)
      value = text.str();
    return text != nullptr;
  }
  bool take(Attribute from, std::vector<bool> &values) {
    auto list = dyn_cast<DenseBoolArrayAttr>(from);
    if (list)
      values.assign(list.asArrayRef().begin(), list.asArrayRef().end());
    return list != nullptr;
  }
  bool take(Attribute from, std::vector<double> &values) {
    auto list = dyn_cast<DenseF64ArrayAttr>(from);
    if (list)
      values.assign(list.asArrayRef().begin(), list.asArrayRef().end());
    return list != nullptr;
  }
  template <typename T> bool take(Attribute from, T &value) {
    if constexpr (std::is_enum_v<T>) {
      auto text = dyn_cast<StringAttr>(from);
      ArrayRef<StringRef> names = getNames(value);
      const StringRef *found =
          text ? llvm::find(names, text.getValue()) : names.end();
      if (found == names.end())
        return false;
      value = T(found - names.begin());
      return true;
    } else {
      auto fields = dyn_cast<DictionaryAttr>(from);
      if (fields)
        takeAll(fields, value);
      return fields != nullptr;
    }
  }

  template <typename T> void takeAll(DictionaryAttr fields, T &config) {
    size_t known = 0;
    visitFields(&config, [&](StringRef name, auto member) {
      Attribute value = fields.get(name);
      if (!value)
        return;
      ++known;
      if (!take(value, config.*member))
        fail("'" + name + "' has a value that it cannot have");
    });
    if (known != fields.size())
      fail("there is a field that is not known: the model was imported by a "
           "newer version");
  }

  void fail(const Twine &what) {
    if (error.empty())
      error = what.str();
  }
};
} // namespace

DictionaryAttr weft::makeDecoderAttribute(MLIRContext *context,
                                          const DecoderConfig &config) {
  return FieldWriter{Builder(context)}.makeAll(config);
}

/// What of a module from elsewhere could not be worked with, or "".
static std::string findFault(const DecoderConfig &config) {
  struct Bound {
    StringRef name;
    int64_t value, least, most;
  };
  constexpr int64_t kMost = int64_t(1) << 24;
  // What the keys of GGUF hold.
  constexpr int64_t kMostPlaces = std::numeric_limits<uint32_t>::max();
  const RotaryConfig &rotary = config.rotary;
  for (const Bound &bound : {
           Bound{"layers", config.layers, 1, kMostDecoderLayers},
           Bound{"vocabulary", config.vocabulary, 1, kMost},
           Bound{"width", config.width, 1, kMost},
           Bound{"heads", config.heads, 1, kMost},
           Bound{"key_heads", config.keyHeads, 1, kMost},
           Bound{"head_width", config.headWidth, 1, kMost},
           Bound{"dims", rotary.dims, 0, config.headWidth},
           Bound{"dims", config.localRotary.dims, 0, config.headWidth},
           Bound{"context", config.context, 0, kMostPlaces},
           Bound{"window", config.window, 0, kMostPlaces},
           Bound{"original_context", rotary.originalContext, 0, kMostPlaces},
           Bound{"intermediate", config.intermediate, 0, kMost},
           Bound{"count", config.experts.count, 0, kMost},
           Bound{"used", config.experts.used, 0,
                 config.experts.count > 0 ? config.experts.count : kMost},
           Bound{"intermediate", config.experts.intermediate, 0, kMost},
           Bound{"shared_intermediate", config.experts.sharedIntermediate, 0,
                 kMost},
       })
    if (bound.value < bound.least || bound.value > bound.most)
      return ("'" + bound.name + "' is " + Twine(bound.value) +
              ", expected at least " + Twine(bound.least) + " and at most " +
              Twine(bound.most))
          .str();
  if (rotary.dims % 2 != 0)
    return "'dims' is odd, expected pairs";
  if (!rotary.divisors.empty() &&
      int64_t(rotary.divisors.size()) != rotary.dims / 2)
    return "expected one of 'divisors' for each pair of dimensions";
  for (size_t listed : {config.isLocal.size(), config.isUnrotated.size(),
                        config.experts.isDense.size()})
    if (listed != 0 && int64_t(listed) != config.layers)
      return "expected lists of one for each layer";
  return "";
}

llvm::Expected<DecoderConfig> weft::readDecoderAttribute(ModuleOp module) {
  auto fields = module->getAttrOfType<DictionaryAttr>(kDecoderAttribute);
  if (!fields)
    return llvm::createStringError(
        "expected a language model with the attribute " + kDecoderAttribute +
        ", found none: the module was made before there was one, or pruning "
        "changed it; import it again from its GGUF file or folder, "
        "and prune no channels, heads, layers or activations");
  DecoderConfig config;
  FieldReader reader;
  reader.takeAll(fields, config);
  if (!reader.error.empty())
    return llvm::createStringError("attribute " + kDecoderAttribute + ": " +
                                   reader.error);
  if (std::string fault = findFault(config); !fault.empty())
    return llvm::createStringError("attribute " + kDecoderAttribute + ": " +
                                   fault);
  return config;
}

/// By DecoderRole.
static constexpr StringRef roleNames[] = {
    "token_embedding",
    "position_embedding",
    "final_norm",
    "head",
    "attention_norm",
    "query",
    "key",
    "value",
    "query_key_value",
    "query_norm",
    "key_norm",
    "attention_output",
    "attention_post_norm",
    "feed_forward_norm",
    "gate",
    "up",
    "gate_up",
    "down",
    "feed_forward_post_norm",
    "router",
    "expert_gate",
    "expert_up",
    "expert_down",
    "shared_gate",
    "shared_up",
    "shared_down",
    "shared_router",
};
static_assert(std::size(roleNames) == size_t(DecoderRole::SharedRouter) + 1);

std::string weft::spellDecoderWeight(const DecoderWeightId &id) {
  std::string text = roleNames[size_t(id.role)].str();
  for (int64_t place : {id.layer, id.expert})
    if (place >= 0)
      text += "." + std::to_string(place);
  return id.isBias ? text + ".bias" : text;
}

std::optional<DecoderWeightId> weft::parseDecoderWeight(StringRef text) {
  DecoderWeightId id{DecoderRole::Head};
  id.isBias = text.consume_back(".bias");
  SmallVector<StringRef, 3> parts;
  text.split(parts, '.');
  const StringRef *role = llvm::find(roleNames, parts[0]);
  if (role == std::end(roleNames) || parts.size() > 3)
    return std::nullopt;
  id.role = DecoderRole(role - std::begin(roleNames));
  int64_t *places[] = {&id.layer, &id.expert};
  for (auto [part, place] : llvm::zip(ArrayRef(parts).drop_front(), places))
    if (part.getAsInteger(10, *place) || *place < 0)
      return std::nullopt;
  return id;
}
