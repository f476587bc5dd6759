// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From this file comes the list of all ops, in one piece; the dialect's own generated code is split.

include "dialects/Weft/WeftOps.td"
