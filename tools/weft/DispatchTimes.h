// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How long each dispatch of a module takes.

#ifndef WEFT_TOOLS_WEFT_DISPATCHTIMES_H
#define WEFT_TOOLS_WEFT_DISPATCHTIMES_H

#include "lib/Analysis/SizedCount.h"
#include "lib/Support/MappedFile.h"
#include "mlir/IR/MLIRContext.h"
#include "tools/weft/Execution.h"

namespace weft {

struct DispatchTimes {
  /// Seconds of a call in each dispatch of the manifest, its rounds added up: the
  /// median over calls. 0 for those that did not run.
  std::vector<double> seconds;
  /// Seconds of a whole call of each function, the median.
  std::vector<std::pair<std::string, double>> calls;
  int threads = 0;
};

/// Runs \p function, which \p execution has open, for about \p seconds, and adds
/// its times. From then on calls are recorded.
ExitStatus timeCalls(Execution &execution, llvm::StringRef function,
                     llvm::ArrayRef<Tensor> inputs, double seconds,
                     DispatchTimes &times);

/// Runs each function of the module for about \p seconds on inputs of \p sizes;
/// states have these sizes too. What fails is on stderr.
ExitStatus timeDispatches(std::shared_ptr<MappedFile> module,
                          llvm::ArrayRef<std::string> functions,
                          const NamedSizes &sizes, int threads, double seconds,
                          mlir::MLIRContext &context, DispatchTimes &times);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_DISPATCHTIMES_H
