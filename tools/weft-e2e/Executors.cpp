// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The table of executors. A target joins it with one line.

#include "tools/weft-e2e/Executors.h"

using namespace mlir;
using namespace weft;

static FailureOr<SmallVector<Tensor>> runInterpreter(FuncOp func,
                                                     ArrayRef<Tensor> inputs) {
  return interpret(func, inputs);
}

static const std::pair<StringRef, FailureOr<SmallVector<Tensor>> (*)(
                                      FuncOp, ArrayRef<Tensor>)>
    kExecutors[] = {
        {"interpreter", runInterpreter},
};

std::optional<Executor> weft::findExecutor(StringRef name) {
  for (auto [each, run] : kExecutors)
    if (each == name)
      return Executor(run);
  return std::nullopt;
}

std::string weft::listExecutors() {
  return llvm::join(
      llvm::map_range(kExecutors, [](auto entry) { return entry.first; }),
      ", ");
}

void weft::registerExecutorDialects(DialectRegistry &) {}
