// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `weft bench` is asked to measure.

#ifndef WEFT_TOOLS_WEFT_BENCHOPTIONS_H
#define WEFT_TOOLS_WEFT_BENCHOPTIONS_H

#include "tools/weft/InputFlags.h"

namespace weft {

struct BenchOptions {
  InputFlags inputs;
  /// About how long each latency is measured.
  double seconds = 3;
  /// The first counts for all that has one number; 0 = what the process may use.
  std::vector<int> threads{0};
  /// Sizes of the dimension `batchDim`; empty = as the inputs are.
  std::vector<int> batches;
  /// Empty = the open first dimension of the inputs.
  std::string batchDim;
  /// Of language models.
  int promptTokens = 128, generate = 64;
  /// Programs to run beside, by which Python, and on which file, if not the model.
  std::vector<std::string> peers;
  std::string python, peerModel;
  std::string codeDirectory;
  std::string powercap = "/sys/class/powercap";
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_BENCHOPTIONS_H
