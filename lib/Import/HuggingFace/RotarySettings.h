// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How config.json says that positions are rotated: `rope_theta` and
// `rope_scaling`, or `rope_parameters` since transformers 5, one for all layers
// or one for each kind of layer.

#ifndef WEFT_LIB_IMPORT_HUGGINGFACE_ROTARYSETTINGS_H
#define WEFT_LIB_IMPORT_HUGGINGFACE_ROTARYSETTINGS_H

#include "lib/Import/Decoder/DecoderConfig.h"
#include "lib/Import/HuggingFace/ConfigReader.h"

namespace weft {

/// What an architecture has where config.json is silent.
struct RotaryDefaults {
  double base = 10000;
  /// Of layers with a window, where they have one of their own; 0 = they do
  /// not.
  double localBase = 0;
  /// 0 = the context.
  int64_t originalContext = 0;
  /// Phi-3 has written LongRoPE as "su" and "yarn" too.
  bool isAlwaysLong = false;
};

/// Sets rotary, localRotary and hasLocalRotary of \p config, whose headWidth and
/// context are known. Of LongRoPE's factors the long ones are taken where the
/// context is longer than the original one: a text keeps its keys while it
/// grows, so the choice cannot wait for its length. Dynamic scaling changes
/// nothing up to the context, where generation ends.
void readRotary(ConfigReader &reader, const RotaryDefaults &defaults,
                DecoderConfig &config);

} // namespace weft

#endif // WEFT_LIB_IMPORT_HUGGINGFACE_ROTARYSETTINGS_H
