// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Options that several passes of this folder have, and what they check alike.

#ifndef WEFT_PASSES_COMPRESS_SHAREDOPTIONS_H
#define WEFT_PASSES_COMPRESS_SHAREDOPTIONS_H

#include "dialects/Weft/WeftOps.h"
#include "passes/Compress/Statistics.h"

namespace weft {

/// Fails where \p skip is no regular expression (POSIX, extended); empty is one
/// that fits nothing.
llvm::Error checkSkip(llvm::StringRef skip);

/// Reads the file \p path into \p known, unless the pass was made with
/// statistics or has no such file. `S` is Statistics, maybe const.
template <typename S>
llvm::Error readMissing(llvm::StringRef path, std::shared_ptr<S> &known) {
  if (known || path.empty())
    return llvm::Error::success();
  llvm::Expected<Statistics> read = Statistics::read(path);
  if (!read)
    return read.takeError();
  known = std::make_shared<Statistics>(std::move(*read));
  return llvm::Error::success();
}

/// Fails, with a diagnostic at the parameter, unless the statistics are of as
/// many inputs as its weight has.
llvm::LogicalResult checkInputs(ParameterOp parameter,
                                const SiteStatistics &site, size_t inputs);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_SHAREDOPTIONS_H
