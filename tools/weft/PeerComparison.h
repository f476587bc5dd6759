// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weft and other programs in turns on one model.

#ifndef WEFT_TOOLS_WEFT_PEERCOMPARISON_H
#define WEFT_TOOLS_WEFT_PEERCOMPARISON_H

#include "lib/Interpreter/Tensor.h"
#include "tools/weft/BenchOptions.h"
#include "tools/weft/TemporaryFolder.h"
#include "tools/weft/Verb.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace weft {

/// Milliseconds of calls; of a language model those of prompts, and of generation
/// in `steps`.
struct TurnTimes {
  std::vector<double> calls, steps;
};

/// Runs Weft's own turns by \p runOurs, which appends to its times, between those
/// of the programs that the options name. \p inputs have the names of
/// \p signature and travel in files of \p folder; none for a language model.
/// Adds "peers", Weft itself first: name, version, runs, median_ms, p99_ms or
/// tokens a second, ratio (its median over Weft's), or what is missing.
ExitStatus comparePeers(
    const BenchOptions &options, llvm::StringRef model, int threads,
    const Signature &signature, llvm::ArrayRef<Tensor> inputs,
    const TemporaryFolder &folder,
    llvm::function_ref<ExitStatus(double seconds, TurnTimes &times)> runOurs,
    llvm::json::Object &facts);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_PEERCOMPARISON_H
