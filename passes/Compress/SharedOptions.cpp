// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See SharedOptions.h.

#include "passes/Compress/SharedOptions.h"
#include "llvm/Support/Regex.h"

using namespace mlir;
using namespace weft;

llvm::Error weft::checkSkip(StringRef skip) {
  std::string error;
  if (skip.empty() || llvm::Regex(skip).isValid(error))
    return llvm::Error::success();
  return llvm::createStringError("'" + skip +
                                 "' is no regular expression: " + error);
}

LogicalResult weft::checkInputs(ParameterOp parameter,
                                const SiteStatistics &site, size_t inputs) {
  if (site.getWidth() == inputs)
    return success();
  return parameter.emitError()
         << "weight '" << parameter.getSymName() << "' has " << inputs
         << " inputs, but the statistics are of " << site.getWidth()
         << ": they come from another model";
}
