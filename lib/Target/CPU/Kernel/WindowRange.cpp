// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Clipping of windows.

#include "lib/Target/CPU/Kernel/WindowRange.h"

using namespace mlir;
using namespace weft::cpu;

WindowRange weft::cpu::computeWindowRange(KernelBuilder &b,
                                          const Window &window, Value output) {
  WindowRange range;
  Value zero = b.index(0);
  range.start = b.sub(b.mul(output, window.stride), window.low);
  range.firstTap =
      window.low > 0
          ? b.ceilDiv(b.max(zero, b.sub(zero, range.start)), window.dilation)
          : zero;
  Value room = b.max(zero, b.sub(window.inputSize, range.start));
  range.endTap = b.max(range.firstTap,
                       b.min(window.taps, b.ceilDiv(room, window.dilation)));
  return range;
}

std::pair<Value, Value> weft::cpu::computeInterior(KernelBuilder &b,
                                                   const Window &window,
                                                   Value outputs) {
  Value zero = b.index(0);
  Value first =
      b.min(outputs, b.ceilDiv(b.index(std::max<int64_t>(0, window.low)),
                               window.stride));
  // The last start that fits is inputSize - span; its output is the last of the interior.
  Value last = b.sub(b.add(window.inputSize, window.low),
                     b.add(b.mul(b.sub(window.taps, 1), window.dilation), 1));
  Value end = b.select(b.compare(arith::CmpIPredicate::slt, last, zero), zero,
                       b.add(b.div(b.max(last, zero), window.stride), 1));
  return {first, b.max(first, b.min(end, outputs))};
}
