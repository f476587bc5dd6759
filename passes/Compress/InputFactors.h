// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What scaling has noted at a weight: the factors that its inputs were divided by since statistics of them were taken.

#ifndef WEFT_PASSES_COMPRESS_INPUTFACTORS_H
#define WEFT_PASSES_COMPRESS_INPUTFACTORS_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// One factor for each of so many inputs of the weight; empty where there are none. Fails with a diagnostic at the parameter where what is
/// noted is not that many numbers of f32.
llvm::FailureOr<std::vector<float>> readInputFactors(ParameterOp parameter,
                                                     size_t inputs);

/// Notes that the inputs were divided by these factors too.
llvm::LogicalResult addInputFactors(ParameterOp parameter,
                                    std::vector<float> factors);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_INPUTFACTORS_H
