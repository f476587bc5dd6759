// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// x86-64 processors, by levels of instruction sets.

#ifndef WEFT_LIB_TARGET_CPU_CPUTARGET_H
#define WEFT_LIB_TARGET_CPU_CPUTARGET_H

#include "lib/Target/Target.h"

namespace weft::cpu {

const Target &getCPUTarget();

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_CPUTARGET_H
