// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Levels of x86: which instructions code of a module may use. A level is a set
// of processor features, never a processor's name: virtual machines mask names.

#ifndef WEFT_LIB_TARGET_CPU_BACKEND_LEVELS_H
#define WEFT_LIB_TARGET_CPU_BACKEND_LEVELS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace weft::cpu {

/// What code may assume of the processor.
struct Level {
  /// "avx2", "avx512", "amx", or the LLVM name that was asked for. The manifest says
  /// it.
  std::string name;
  /// Processor whose timing LLVM schedules for; it adds no feature.
  std::string tuneFor;
  /// LLVM's names of all features that the code may use, sorted. The manifest
  /// lists them, and the runtime compares them with the processor's bits.
  std::vector<std::string> features;
  /// Bits of the vectors that code should work in: 256 or 512.
  unsigned vectorBits = 256;
  /// Number of vector registers: 16 or 32.
  unsigned vectorRegisters = 16;

  bool has(llvm::StringRef feature) const;

  /// As the manifest spells it.
  static constexpr const char *triple = "x86_64-linux";

  /// "+avx2,+fma,...", as LLVM's target machines take it.
  std::string getFeatureString() const;
};

/// The level called \p name: "avx2", "avx512", "amx", "host" (the highest of
/// these that the host has, with the further features of the host), or a
/// processor by LLVM's name ("znver4"). Fails with what is known otherwise, if
/// "host" has no AVX2, or if the processor of that name has none.
llvm::Expected<Level> getLevel(llvm::StringRef name);

/// The levels of a `--cpu` flag: a level, "all" (avx2, avx512 and amx), or
/// several with commas between them.
llvm::Expected<std::vector<Level>> parseLevels(llvm::StringRef flag);

/// One line for each level that can be named, for `weft targets`: name, what it
/// needs, whether this host has it.
struct LevelDescription {
  std::string name;
  std::string summary;
  bool runsHere;
};
std::vector<LevelDescription> describeLevels();

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_BACKEND_LEVELS_H
