// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function whose results are replaced by statistics has nothing to keep states in.

#include "dialects/Weft/WeftOps.h"
#include "passes/Compress/Compress.h"

using namespace mlir;

void weft::makeStatesArguments(FuncOp function) {
  for (unsigned i = 0; i < function.getNumArguments(); ++i)
    if (function.removeArgAttr(i, "weft.state"))
      function.setArgAttr(i, kWasStateAttribute,
                          UnitAttr::get(function.getContext()));
}
