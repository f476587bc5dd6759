// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Requests to two models in turns: prompts and steps of language models, calls of others.

#ifndef WEFT_TOOLS_WEFT_REQUESTPAIRS_H
#define WEFT_TOOLS_WEFT_REQUESTPAIRS_H

#include "tools/weft/LatencyComparison.h"
#include "tools/weft/OutputComparison.h"

namespace weft {

/// Tokens that a round reads, and that it decodes one by one behind them.
struct RequestSize {
  int prompt = 128, steps = 32;

  bool operator==(const RequestSize &) const = default;
};

/// Measures for about so many seconds. Of the text only the number of its tokens matters; random ones follow where it is short.
ExitStatus measureRequests(LanguageModel &a, LanguageModel &b,
                           std::vector<int32_t> tokens, const RequestSize &size,
                           double seconds, LatencyPairs &prefill,
                           LatencyPairs &decode);

/// The same of calls, with the inputs that were set last.
ExitStatus measureRequests(OutputComparison &comparison, double seconds,
                           LatencyPairs &calls);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_REQUESTPAIRS_H
