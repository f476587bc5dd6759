// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What tells one decoder-only language model from another. All architectures
// are one builder (DecoderBuilder.h) over these fields; a format fills them
// from its metadata and hands over weights by role (DecoderWeights.h).

#ifndef WEFT_LIB_IMPORT_DECODER_DECODERCONFIG_H
#define WEFT_LIB_IMPORT_DECODER_DECODERCONFIG_H

#include <cstdint>
#include <string>
#include <vector>

namespace weft {

/// Rotary position embedding (Su et al., arXiv 2104.09864) and its extensions
/// to longer texts.
struct RotaryConfig {
  enum class Scaling {
    None,
    /// Positions are divided by `factor` (Chen et al., arXiv 2306.15595).
    Linear,
    /// Llama 3.1's: low frequencies are divided by `factor`, high ones stay.
    Llama3,
    /// YaRN (Peng et al., arXiv 2309.00071).
    Yarn,
  };

  double base = 10000;
  /// Dimensions of a head that are rotated, the first ones; even. 0 means that
  /// positions are not rotated.
  int64_t dims = 0;
  /// Whether neighbours (2i, 2i + 1) are rotated together, as files of
  /// llama.cpp have it for LLaMA, and not (i, i + dims / 2).
  bool isInterleaved = false;
  Scaling scaling = Scaling::None;
  double factor = 1;
  int64_t originalContext = 0;
  double lowFrequencyFactor = 1, highFrequencyFactor = 4; // Llama3
  double betaFast = 32, betaSlow = 1;                     // Yarn
  /// Whether YaRN's ramp begins and ends at whole pairs.
  bool isRampWhole = true;
  /// Multiplies cosine and sine; 0 = what the scaling says (YaRN: 0.1 ln factor
  /// + 1).
  double attentionFactor = 0;
  /// Each frequency is divided by its number; empty, or dims / 2 of them.
  std::vector<double> divisors;
};

enum class DecoderNorm { Rms, Layer };
enum class DecoderActivation { Silu, Gelu, GeluTanh };

/// Experts of which each token takes a few (Shazeer et al., arXiv 1701.06538).
struct ExpertConfig {
  /// 0: the feed-forward layers are dense.
  int64_t count = 0;
  int64_t used = 0;
  /// Whether the weights of the chosen experts are made to sum to 1.
  bool isNormalized = true;
  int64_t intermediate = 0;
  /// Width of a dense layer beside them that takes every token, through a gate
  /// where it has one; 0 = there is none.
  int64_t sharedIntermediate = 0;
  /// Whether layer i is dense for all that; empty = none is.
  std::vector<bool> isDense;
};

inline constexpr int64_t kMostDecoderLayers = 1024;

struct DecoderConfig {
  /// As the file spells it: "llama", "qwen2"; for messages.
  std::string architecture;
  int64_t vocabulary = 0, context = 0, width = 0, layers = 0;
  int64_t heads = 0, keyHeads = 0, headWidth = 0, intermediate = 0;
  DecoderNorm norm = DecoderNorm::Rms;
  double epsilon = 1e-5;
  /// Gain is 1 + weight (Gemma, in Hugging Face's files).
  bool isNormOffset = false;
  DecoderActivation activation = DecoderActivation::Silu;
  /// Whether the feed-forward layer multiplies a gate with what goes up.
  bool isGated = true;
  RotaryConfig rotary;
  /// Of layers with a sliding window, where theirs is another (Gemma 3).
  RotaryConfig localRotary;
  bool hasLocalRotary = false;
  /// Positions that a token sees, itself included; 0 = all.
  int64_t window = 0;
  /// Whether layer i has the window; empty = all or none, by `window`.
  std::vector<bool> isLocal;
  /// Whether layer i leaves queries and keys as they are; empty = none does.
  std::vector<bool> isUnrotated;
  /// 0: 1 / sqrt(headWidth).
  double attentionScale = 0;
  double attentionSoftcap = 0, logitSoftcap = 0;
  double embeddingScale = 1;
  ExpertConfig experts;

  bool isLocalLayer(int64_t layer) const {
    return window > 0 && (isLocal.empty() || isLocal[size_t(layer)]);
  }
  bool isRotatedLayer(int64_t layer) const {
    return isUnrotated.empty() || !isUnrotated[size_t(layer)];
  }
  bool isExpertLayer(int64_t layer) const {
    return experts.count > 0 &&
           (experts.isDense.empty() || !experts.isDense[size_t(layer)]);
  }
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_DECODER_DECODERCONFIG_H
