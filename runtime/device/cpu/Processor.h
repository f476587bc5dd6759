// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What this processor, with this operating system, can execute.
#ifndef WEFT_RUNTIME_DEVICE_CPU_PROCESSOR_H
#define WEFT_RUNTIME_DEVICE_CPU_PROCESSOR_H

#include "runtime/program/Manifest.h"

#include <string>
#include <string_view>
#include <vector>

namespace weft::runtime {

/// The features of a processor by LLVM's names ("avx2", "avx512vnni"), read
/// from feature bits and never from the name of the processor, which virtual
/// machines mask. A feature with its own registers counts only if the operating
/// system saves them.
class Processor {
public:
  /// The one that this runs on. The environment variable WEFT_CPU_FEATURES
  /// changes what is found, see change().
  static Processor detect();

  /// One with the given features, for tests of what another processor would do.
  explicit Processor(std::vector<std::string> features)
      : features(std::move(features)) {}

  bool has(std::string_view feature) const;

  /// Takes features away and adds some, "-amx-tile,+avx512f": to run what a
  /// lesser processor would run, or under an emulator that has more than the
  /// processor says. Code that uses what is not there ends the process.
  void change(std::string_view changes);

  /// This one where the system does not let a process use AMX.
  Processor withoutTiles() const;

  /// Why code of `entry` cannot run here: architecture, or the features that
  /// are missing; empty if it can.
  std::string explainMissing(const CodeEntry &entry) const;

  /// Of the entries for "cpu" that run here, the one that uses the most
  /// features (the first of several). A level that is not empty restricts the
  /// choice to it. Returns the index in `code`; on failure the message lists
  /// what each entry lacks.
  Status choose(const std::vector<CodeEntry> &code, std::string_view level,
                size_t &index) const;

private:
  Processor() = default;

  std::vector<std::string> features; // sorted
};

/// Whether a feature is one of AMX.
bool isTileFeature(std::string_view feature);

/// Asks the system for the right to use AMX tiles, which Linux grants a process
/// on request only; true if it is granted. Refused by seccomp filters, and where
/// a thread has an alternate signal stack too small for the tiles' state.
[[nodiscard]] bool requestTilePermission();

} // namespace weft::runtime

#endif
