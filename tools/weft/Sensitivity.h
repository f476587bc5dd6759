// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What each weight of a model costs in fewer bits, as a table.

#ifndef WEFT_TOOLS_WEFT_SENSITIVITY_H
#define WEFT_TOOLS_WEFT_SENSITIVITY_H

#include "tools/weft/InputFlags.h"
#include "tools/weft/ModelFlags.h"
#include "tools/weft/Verb.h"
#include "llvm/Support/JSON.h"

namespace weft {

/// Measures the cost of 8 and 4 bits in groups of 128 for each weight, all others
/// as they are, on \p inputs or, of a language model, on \p text, which may be
/// empty. {"measure", "weights": [{"name", "bytes", "cost_int8", "cost_int4"}]},
/// the most sensitive in 4 bits first; a cost that is no number is null. Of models
/// that are no language models also "activations": [{"weights", "cost", "share",
/// "bits"}], what products of integers cost each layer alone with dynamic
/// ranges, the most sensitive first. What fails is on stderr.
ExitStatus describeSensitivity(const ModelFlags &flags, llvm::StringRef path,
                               llvm::StringRef text, const InputFlags &inputs,
                               int threads, llvm::json::Object &facts);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_SENSITIVITY_H
