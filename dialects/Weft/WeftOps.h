// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The classes of all ops.

#ifndef WEFT_DIALECTS_WEFT_WEFTOPS_H
#define WEFT_DIALECTS_WEFT_WEFTOPS_H

#include "dialects/Weft/WeftDialect.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/CallInterfaces.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "dialects/Weft/WeftInterfaces.h.inc"

#define GET_OP_CLASSES
#include "dialects/Weft/WeftOps.h.inc"

#endif // WEFT_DIALECTS_WEFT_WEFTOPS_H
