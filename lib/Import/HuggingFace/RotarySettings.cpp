// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// After modeling_rope_utils.py of transformers.

#include "lib/Import/HuggingFace/RotarySettings.h"
#include "llvm/ADT/STLExtras.h"

#include <cmath>

using namespace weft;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

/// Settings of a scaling that are understood here.
static constexpr StringRef knownKeys[] = {
    "rope_theta",       "rope_type",       "type",
    "factor",           "attention_factor", "original_max_position_embeddings",
    "beta_fast",        "beta_slow",       "partial_rotary_factor",
    "low_freq_factor",  "high_freq_factor", "short_factor",
    "long_factor",      "mscale",          "mscale_all_dim",
    "truncate",         "finetuned"};

namespace {
/// Reads one object of rotary settings; `top` has what stands outside of it.
class RotaryReader {
public:
  RotaryReader(ConfigReader &top, ConfigReader part,
               const RotaryDefaults &defaults, const DecoderConfig &config)
      : top(top), part(std::move(part)), defaults(defaults), config(config) {}

  RotaryConfig read(double base);

private:
  std::string readType();
  double needFactor();
  void readYarn(RotaryConfig &rotary);
  void readLong(RotaryConfig &rotary);

  ConfigReader &top;
  ConfigReader part;
  const RotaryDefaults &defaults;
  const DecoderConfig &config;
};
} // namespace

std::string RotaryReader::readType() {
  std::string type = part.text("rope_type", part.text("type", "default"));
  return type == "su" || (type == "yarn" && defaults.isAlwaysLong) ? "longrope"
                                                                   : type;
}

double RotaryReader::needFactor() {
  if (!part.has("factor"))
    part.fail("factor", "a number, which this scaling needs");
  return part.real("factor", 1);
}

/// The factor that YaRN's paper gives.
static double scaleAttention(double factor, double mscale) {
  return factor <= 1 ? 1 : 0.1 * mscale * std::log(factor) + 1;
}

void RotaryReader::readYarn(RotaryConfig &rotary) {
  rotary.scaling = RotaryConfig::Scaling::Yarn;
  rotary.factor = part.real("factor", double(config.context) /
                                          double(rotary.originalContext));
  rotary.betaFast = part.real("beta_fast", 32);
  rotary.betaSlow = part.real("beta_slow", 1);
  rotary.isRampWhole = part.truth("truncate", true);
  double mscale = part.real("mscale", 0), ofAll = part.real("mscale_all_dim", 0);
  rotary.attentionFactor = part.real(
      "attention_factor",
      mscale != 0 && ofAll != 0 ? scaleAttention(rotary.factor, mscale) /
                                      scaleAttention(rotary.factor, ofAll)
                                : scaleAttention(rotary.factor, 1));
}

void RotaryReader::readLong(RotaryConfig &rotary) {
  double original = double(rotary.originalContext),
         factor = part.real("factor", double(config.context) / original);
  StringRef key = config.context > rotary.originalContext ? "long_factor"
                                                          : "short_factor";
  rotary.divisors = part.reals(key);
  int64_t pairs = rotary.dims / 2;
  if (int64_t(rotary.divisors.size()) != pairs ||
      llvm::any_of(rotary.divisors, [](double each) { return !(each > 0); }))
    part.fail(key, Twine(pairs) + " positive numbers, one for each pair of "
                                  "rotated dimensions");
  rotary.attentionFactor = part.real(
      "attention_factor",
      factor <= 1 ? 1 : std::sqrt(1 + std::log(factor) / std::log(original)));
}

RotaryConfig RotaryReader::read(double base) {
  RotaryConfig rotary;
  for (const auto &[key, value] : part.getObject())
    if (!llvm::is_contained(knownKeys, StringRef(key)) &&
        part.has(StringRef(key)))
      part.fail(key, "no such setting, which is not supported");
  rotary.base = part.real("rope_theta", base);
  double share = part.real("partial_rotary_factor",
                           top.real("partial_rotary_factor", 1));
  if (!(share > 0 && share <= 1)) {
    part.fail("partial_rotary_factor", "a number above 0 of at most 1");
    share = 1;
  }
  rotary.dims = int64_t(double(config.headWidth) * share);
  int64_t original = defaults.originalContext ? defaults.originalContext
                                              : config.context;
  rotary.originalContext = top.integer(
      "original_max_position_embeddings",
      part.integer("original_max_position_embeddings", original));
  if (rotary.originalContext < 1)
    part.fail("original_max_position_embeddings", "a positive number");
  std::string type = readType();
  if (type == "linear") {
    rotary.scaling = RotaryConfig::Scaling::Linear;
    rotary.factor = needFactor();
  } else if (type == "llama3") {
    rotary.scaling = RotaryConfig::Scaling::Llama3;
    rotary.factor = needFactor();
    rotary.lowFrequencyFactor = part.real("low_freq_factor", 1);
    rotary.highFrequencyFactor = part.real("high_freq_factor", 4);
  } else if (type == "yarn") {
    readYarn(rotary);
  } else if (type == "longrope") {
    readLong(rotary);
  } else if (type != "default" && type != "dynamic") {
    part.fail(part.has("rope_type") ? "rope_type" : "type",
              "default, linear, dynamic, llama3, yarn or longrope");
  }
  return rotary;
}

void weft::readRotary(ConfigReader &reader, const RotaryDefaults &defaults,
                      DecoderConfig &config) {
  const json::Object nothing;
  double base = reader.real("rope_theta", defaults.base),
         localBase = reader.real("rope_local_base_freq", defaults.localBase);
  StringRef key = reader.has("rope_scaling") ? "rope_scaling" : "rope_parameters";
  const json::Object *found = reader.findObject(key);
  ConfigReader all = reader.enter(key, found ? *found : nothing);
  auto read = [&](ConfigReader part, double base) {
    return RotaryReader(reader, std::move(part), defaults, config).read(base);
  };
  const json::Object *full = all.findObject("full_attention"),
                     *local = all.findObject("sliding_attention");
  bool isNested = full || local;
  config.hasLocalRotary = local || defaults.localBase > 0;
  config.rotary =
      isNested
          ? read(all.enter("full_attention", full ? *full : nothing), base)
          : read(all, base);
  if (config.hasLocalRotary)
    config.localRotary =
        read(all.enter("sliding_attention", local ? *local : nothing),
             localBase > 0 ? localBase : base);
}
