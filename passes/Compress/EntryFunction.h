// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The function of a model that instruments run.

#ifndef WEFT_PASSES_COMPRESS_ENTRYFUNCTION_H
#define WEFT_PASSES_COMPRESS_ENTRYFUNCTION_H

#include "dialects/Weft/WeftOps.h"

namespace weft {

/// The public function called `name`; where that is empty evaluate, or main, or the only one. Null where there is none.
FuncOp findEntryFunction(mlir::ModuleOp module, llvm::StringRef name);

/// Leaves the function alone in its module, with what it calls. States become plain arguments, which the caller gives.
void isolateEntryFunction(FuncOp entry);

/// Lets the function no longer return the values that its states have afterwards.
void dropStateResults(FuncOp entry);

/// Erases what no result needs.
void eraseDeadOps(FuncOp function);

/// Lets the function return other values; what only the former ones needed goes.
void replaceResults(FuncOp entry, mlir::ValueRange results,
                    llvm::ArrayRef<mlir::DictionaryAttr> attributes);

} // namespace weft

#endif // WEFT_PASSES_COMPRESS_ENTRYFUNCTION_H
