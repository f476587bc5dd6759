// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Registration of the ops; their generated code is compiled in shards.

#include "dialects/Weft/WeftOps.h"

#include "dialects/Weft/WeftInterfaces.cpp.inc"

using namespace mlir;
using namespace weft;

void WeftDialect::registerOps() { registerWeftDialectOperations(this); }
