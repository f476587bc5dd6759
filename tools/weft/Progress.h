// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One line on the terminal that says what is being done; nothing where stderr
// is a file or a pipe.

#ifndef WEFT_TOOLS_WEFT_PROGRESS_H
#define WEFT_TOOLS_WEFT_PROGRESS_H

#include "mlir/Pass/PassManager.h"
#include "llvm/ADT/StringRef.h"

namespace weft::progress {

/// Shows what begins now, in place of what was shown.
void show(const llvm::Twine &step);

/// Shows what is being done and how much of all is over, 0 to 1.
void show(double part, const llvm::Twine &step);

/// Takes the line away; before other text, and at the end.
void clear();

/// Shows each pass of a pipeline when it begins.
void showPasses(mlir::PassManager &manager);

} // namespace weft::progress

#endif // WEFT_TOOLS_WEFT_PROGRESS_H
