// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Who can run an end-to-end test: the interpreter, and every target that is
// built.

#ifndef WEFT_TOOLS_WEFT_E2E_EXECUTORS_H
#define WEFT_TOOLS_WEFT_E2E_EXECUTORS_H

#include "lib/Interpreter/Interpreter.h"
#include "lib/Target/Target.h"
#include <functional>

namespace weft {

/// Runs a function of a module, which it may change, on inputs. Says what went
/// wrong as a diagnostic.
using Executor = std::function<llvm::FailureOr<llvm::SmallVector<Tensor>>(
    FuncOp, llvm::ArrayRef<Tensor>)>;

/// The executor of a name; nothing for a name that is none of listExecutors().
/// What is compiled is compiled with `options`.
std::optional<Executor> findExecutor(llvm::StringRef name,
                                     const TargetOptions &options);

/// The names, for messages.
std::string listExecutors();

/// Registers the dialects that executors need besides Weft's.
void registerExecutorDialects(mlir::DialectRegistry &registry);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_E2E_EXECUTORS_H
