// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Frequencies in double precision, and the rotation as ops.

#include "lib/Import/Decoder/RotaryEmbedding.h"
#include "llvm/Support/MathExtras.h"

#include <cmath>
#include <numbers>

using namespace mlir;
using namespace weft;

/// Llama 3.1's scaling, by the wavelength of a frequency in positions.
static double scaleLlama3(const RotaryConfig &config, double frequency) {
  double wavelength = 2 * std::numbers::pi / frequency,
         context = double(config.originalContext);
  if (wavelength < context / config.highFrequencyFactor)
    return frequency;
  if (wavelength > context / config.lowFrequencyFactor)
    return frequency / config.factor;
  double smooth =
      (context / wavelength - config.lowFrequencyFactor) /
      (config.highFrequencyFactor - config.lowFrequencyFactor);
  return (1 - smooth) * frequency / config.factor + smooth * frequency;
}

/// YaRN's: pairs that turn often keep their frequency, those that turn rarely
/// are stretched, with a ramp between.
static double scaleYarn(const RotaryConfig &config, double frequency,
                        int64_t pair) {
  auto pairOfTurns = [&](double turns) {
    return double(config.dims) *
           std::log(double(config.originalContext) /
                    (turns * 2 * std::numbers::pi)) /
           (2 * std::log(config.base));
  };
  double low = pairOfTurns(config.betaFast),
         high = pairOfTurns(config.betaSlow);
  if (config.isRampWhole) {
    low = std::floor(low);
    high = std::ceil(high);
  }
  low = std::max(low, 0.0);
  high = std::min(high, double(config.dims - 1));
  double ramp = std::clamp(
      (double(pair) - low) / std::max(high - low, 0.001), 0.0, 1.0);
  return frequency / config.factor * ramp + frequency * (1 - ramp);
}

std::vector<double>
weft::computeRotaryFrequencies(const RotaryConfig &config) {
  std::vector<double> frequencies;
  for (int64_t pair = 0; pair < config.dims / 2; ++pair) {
    double frequency =
        std::pow(config.base, -2.0 * double(pair) / double(config.dims));
    if (!config.divisors.empty())
      frequency /= config.divisors[size_t(pair)];
    switch (config.scaling) {
    case RotaryConfig::Scaling::None:
      break;
    case RotaryConfig::Scaling::Linear:
      frequency /= config.factor;
      break;
    case RotaryConfig::Scaling::Llama3:
      frequency = scaleLlama3(config, frequency);
      break;
    case RotaryConfig::Scaling::Yarn:
      frequency = scaleYarn(config, frequency, pair);
      break;
    }
    frequencies.push_back(frequency);
  }
  return frequencies;
}

double weft::computeRotaryFactor(const RotaryConfig &config) {
  if (config.attentionFactor != 0)
    return config.attentionFactor;
  return config.scaling == RotaryConfig::Scaling::Yarn && config.factor > 1
             ? 0.1 * std::log(config.factor) + 1
             : 1;
}

RotaryAngles weft::makeRotaryAngles(TensorBuilder &b,
                                    const RotaryConfig &config,
                                    Value positions) {
  std::vector<float> steps;
  for (double frequency : computeRotaryFrequencies(config))
    steps.push_back(float(frequency));
  auto type = RankedTensorType::get({1, 1, int64_t(steps.size())},
                                    b.builder.getF32Type());
  Value angles =
      b.mul(b.reshape(positions, ArrayRef<int64_t>{~int64_t(0), 1, 1}),
            b.constant(DenseElementsAttr::get(type, ArrayRef(steps))));
  double factor = computeRotaryFactor(config);
  auto scaled = [&](Value x) {
    return factor == 1 ? x : b.mul(x, b.like(x, factor));
  };
  return {scaled(b.create<CosOp>({angles})), scaled(b.create<SinOp>({angles}))};
}

Value weft::rotate(TensorBuilder &b, const RotaryConfig &config,
                   const RotaryAngles &angles, Value x) {
  int64_t width = b.sizesOf(x).back(), half = config.dims / 2;
  if (half == 0)
    return x;
  Value first, second, rest;
  Value rotated = x;
  if (config.dims < width) {
    rotated = b.slice(x, {2}, {0}, {config.dims});
    rest = b.slice(x, {2}, {config.dims}, {width});
  }
  if (config.isInterleaved) {
    first = b.slice(rotated, {2}, {0}, {config.dims}, {2});
    second = b.slice(rotated, {2}, {1}, {config.dims}, {2});
  } else {
    first = b.slice(rotated, {2}, {0}, {half});
    second = b.slice(rotated, {2}, {half}, {config.dims});
  }
  SmallVector<Value> parts{
      b.sub(b.mul(first, angles.cosine), b.mul(second, angles.sine)),
      b.add(b.mul(second, angles.cosine), b.mul(first, angles.sine))};
  if (rest)
    parts.push_back(rest);
  return b.concat(parts, 2);
}
