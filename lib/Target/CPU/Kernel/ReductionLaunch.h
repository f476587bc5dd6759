// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How kernels that reduce their operand along dimensions are launched.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_REDUCTIONLAUNCH_H
#define WEFT_LIB_TARGET_CPU_KERNEL_REDUCTIONLAUNCH_H

#include "lib/Target/CPU/Kernel/Kernels.h"

namespace weft::cpu {

/// A task is a row of the result where the operand's last dimension stays (`keepsLast`), so that vectors run along it, and an element
/// otherwise. The time is that of the largest argument at `opsPerNs` operations of the kernel in a nanosecond.
LaunchFn makeReductionLaunch(FuncOp kernel, bool keepsLast, int64_t opsPerNs);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_REDUCTIONLAUNCH_H
