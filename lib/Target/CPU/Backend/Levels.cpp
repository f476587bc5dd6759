// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The feature sets of the levels. All three kinds (fixed, host, named) go
// through one list of features that generated code can profit from, so that a
// module never asks a processor for what its code does not use.

#include "lib/Target/CPU/Backend/Levels.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/X86TargetParser.h"

using namespace llvm;
using namespace weft::cpu;

// x86-64-v3 without what only operating systems use, and without what every
// x86-64 processor has.
static constexpr StringRef avx2Features[] = {
    "avx",   "avx2",  "bmi",    "bmi2", "cx16",   "f16c",   "fma",
    "lzcnt", "movbe", "popcnt", "sse3", "sse4.1", "sse4.2", "ssse3"};

static constexpr StringRef avx512Features[] = {
    "avx512bw", "avx512dq", "avx512f", "avx512vl", "avx512vnni"};

// What every processor with AMX has since the first one (Sapphire Rapids):
// tiles for both kinds of products, and the conversion that feeds them.
static constexpr StringRef amxFeatures[] = {"amx-bf16", "amx-int8", "amx-tile",
                                            "avx512bf16"};

static constexpr StringRef furtherFeatures[] = {
    "amx-fp16",    "avx512bitalg", "avx512cd",    "avx512fp16",
    "avx512ifma",  "avx512vbmi",   "avx512vbmi2", "avx512vpopcntdq",
    "avxifma",     "avxneconvert", "avxvnni",     "avxvnniint16",
    "avxvnniint8", "gfni"};

bool Level::has(StringRef feature) const {
  return llvm::binary_search(features, feature);
}

std::string Level::getFeatureString() const {
  std::string text;
  for (const std::string &feature : features)
    text += (text.empty() ? "+" : ",+") + feature;
  // LLVM splits 512-bit vectors on request of its tables; our schedules decide
  // the width.
  if (vectorBits == 512)
    text += ",-prefer-256-bit";
  return text;
}

namespace {
/// Whether a feature is there, by LLVM's name.
using FeatureTest = function_ref<bool(StringRef)>;
} // namespace

static std::string listMissing(ArrayRef<StringRef> wanted, FeatureTest has) {
  return llvm::join(
      make_filter_range(wanted, [&](StringRef name) { return !has(name); }),
      ", ");
}

/// The level with all features of our lists that \p has confirms.
static Level makeLevel(StringRef name, FeatureTest has) {
  Level level;
  level.name = name.str();
  bool wide = listMissing(avx512Features, has).empty();
  auto add = [&](ArrayRef<StringRef> features) {
    for (StringRef feature : features)
      if (has(feature) && (wide || !feature.starts_with("avx512")))
        level.features.push_back(feature.str());
  };
  add(avx2Features);
  add(avx512Features);
  add(amxFeatures);
  add(furtherFeatures);
  llvm::sort(level.features);
  level.vectorBits = wide ? 512 : 256;
  level.vectorRegisters = wide ? 32 : 16;
  level.tuneFor = wide ? "x86-64-v4" : "x86-64-v3";
  return level;
}

/// The fixed levels. Those that begin with "avx2" and go on are for tests alone,
/// and listings leave them out: "avx2x2" runs the kernels of 512-bit registers,
/// each as two of 256 bits; "+amx" adds the kernels of tiles, which need no
/// AVX-512, for an emulator.
static Level makeFixedLevel(StringRef name) {
  bool wide = name == "avx512" || name == "amx", tiles = name.ends_with("amx");
  Level level = makeLevel(name, [&](StringRef feature) {
    return is_contained(avx2Features, feature) ||
           (wide && is_contained(avx512Features, feature)) ||
           (tiles && is_contained(amxFeatures, feature));
  });
  if (name.starts_with("avx2x2"))
    level.vectorBits = 512;
  return level;
}

static constexpr StringRef fixedLevels[] = {"avx2",     "avx512", "amx",
                                            "avx2+amx", "avx2x2", "avx2x2+amx"};

/// The name of the highest fixed level that \p level has all features of.
static StringRef findFixedLevel(const Level &level) {
  if (level.vectorBits != 512)
    return "avx2";
  return all_of(amxFeatures, [&](StringRef f) { return level.has(f); })
             ? "amx"
             : "avx512";
}

Expected<Level> weft::cpu::getLevel(StringRef name) {
  if (is_contained(fixedLevels, name))
    return makeFixedLevel(name);
  if (name == "host") {
    StringMap<bool> bits = sys::getHostCPUFeatures();
    auto has = [&](StringRef feature) { return bits.lookup(feature); };
    if (std::string missing = listMissing(avx2Features, has); !missing.empty())
      return createStringError("--cpu=host: expected a processor with AVX2, "
                               "FMA and F16C, found none of %s; name a level "
                               "to compile for another processor",
                               missing.c_str());
    Level level = makeLevel("host", has);
    level.name = findFixedLevel(level);
    return level;
  }
  if (X86::parseArchX86(name, /*Only64Bit=*/true) == X86::CK_None)
    return createStringError(
        "--cpu: expected host, avx2, avx512, amx, all or a processor that "
        "LLVM knows (such as skylake, znver4, sapphirerapids), found '%s'",
        name.str().c_str());
  SmallVector<StringRef> listed;
  X86::getFeaturesForCPU(name, listed);
  auto has = [&](StringRef feature) { return is_contained(listed, feature); };
  if (std::string missing = listMissing(avx2Features, has); !missing.empty())
    return createStringError("--cpu=%s: expected a processor with AVX2, FMA "
                             "and F16C, found one without %s",
                             name.str().c_str(), missing.c_str());
  Level level = makeLevel(name, has);
  level.tuneFor = name.str();
  return level;
}

Expected<std::vector<Level>> weft::cpu::parseLevels(StringRef flag) {
  std::vector<Level> levels;
  if (flag == "all") {
    for (StringRef name : {"avx2", "avx512", "amx"})
      levels.push_back(makeFixedLevel(name));
    return levels;
  }
  for (StringRef name : llvm::split(flag, ',')) {
    Expected<Level> level = getLevel(name.trim());
    if (!level)
      return level.takeError();
    if (none_of(levels,
                [&](const Level &other) { return other.name == level->name; }))
      levels.push_back(std::move(*level));
  }
  return levels;
}

std::vector<LevelDescription> weft::cpu::describeLevels() {
  StringMap<bool> bits = sys::getHostCPUFeatures();
  auto runs = [&](const Level &level) {
    return all_of(level.features, [&](StringRef f) { return bits.lookup(f); });
  };
  return {{"avx2", "256-bit vectors: AVX2, FMA, F16C (x86-64-v3)",
           runs(makeFixedLevel("avx2"))},
          {"avx512", "512-bit vectors: AVX-512 F, BW, DQ, VL, VNNI",
           runs(makeFixedLevel("avx512"))},
          {"amx", "AVX-512 with BF16, and AMX tiles for int8 and bf16",
           runs(makeFixedLevel("amx"))}};
}
