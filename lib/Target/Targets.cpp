// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The list of targets.

#include "lib/Target/CPU/CPUTarget.h"
#include "lib/Target/Target.h"
#include "llvm/ADT/STLExtras.h"

using namespace weft;

llvm::ArrayRef<const Target *> weft::getTargets() {
  static const Target *const targets[] = {&cpu::getCPUTarget()};
  return targets;
}

llvm::ArrayRef<llvm::StringRef> weft::getOtherTargetNames() {
  static constexpr llvm::StringRef names[] = {"gpu", "npu"};
  return names;
}

const Target *weft::findTarget(llvm::StringRef name) {
  for (const Target *target : getTargets())
    if (target->getName() == name)
      return target;
  return nullptr;
}
