// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs a model over calibration data for the statistics of its linear layers' inputs.

#ifndef WEFT_TOOLS_WEFT_CALIBRATION_H
#define WEFT_TOOLS_WEFT_CALIBRATION_H

#include "passes/Compress/Statistics.h"
#include "tools/weft/Model.h"

namespace weft {

struct CalibrationOptions {
  /// Of tokens that are read as one text.
  int64_t context = 512;
  /// At most so many contexts, or rows of another model's input.
  int64_t samples = 128;
  /// Also products of inputs, which gptq needs.
  bool hasProducts = false;
};

/// Compiles the model at `path` so that it gives its statistics, and runs it over the array in `data`: token ids of a language model, in one
/// piece or in rows; of another model with one input its values, sample by sample along the first dimension. What fails is on stderr.
ExitStatus calibrate(const ModelFlags &flags, llvm::StringRef path,
                     llvm::StringRef data, const CalibrationOptions &options,
                     Statistics &statistics);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CALIBRATION_H
