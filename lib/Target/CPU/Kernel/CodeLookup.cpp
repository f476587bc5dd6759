// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recognition, and the places of a code's bits.

#include "lib/Target/CPU/Kernel/CodeLookup.h"
#include "lib/Analysis/QuantizedOperand.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "lib/Target/CPU/Kernel/ProductUnit.h"
#include "lib/Target/CPU/Kernel/QuantizedWeight.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

bool cpu::isCodeTable(BlockArgument argument) {
  auto type = cast<RankedTensorType>(argument.getType());
  auto code = dyn_cast<IntegerType>(type.getElementType());
  if (!code || !code.isSignless() || code.getWidth() < 3 ||
      code.getWidth() == 7 || code.getWidth() > 8 || type.getRank() != 2 ||
      !type.hasStaticShape() || !argument.hasOneUse())
    return false;
  auto gather = dyn_cast<GatherOp>(*argument.user_begin());
  return gather && gather.getData() == argument && gather.getDim() == 0 &&
         cast<RankedTensorType>(gather.getIndices().getType()).getRank() == 1;
}

bool cpu::isIntegerTable(BlockArgument argument) {
  return isCodeTable(argument) &&
         getElementTypeOrSelf(argument.getType()).isInteger(8) &&
         (*argument.user_begin())->hasAttr(kIntegerTableAttribute);
}

/// The same in panels of quads, behind each of which are the sums of its columns.
static Value loadQuadCode(KernelBuilder &b, const KernelTensor &table,
                          Value row, Value column) {
  Value panel = b.mul(b.div(row, kPanel),
                      computePanelElements(b, table.element, table.dims[1])),
        line = b.mul(b.div(column, kQuad), kPanel * kQuad),
        place = b.add(b.mul(b.rem(row, kPanel), kQuad), b.rem(column, kQuad));
  return b.load(table.pointer, b.getI8Type(), b.add(b.add(panel, line), place));
}

Value cpu::loadCode(KernelBuilder &b, const KernelTensor &table, bool inQuads,
                    Value row, Value column) {
  if (inQuads)
    return loadQuadCode(b, table, row, column);
  int64_t bits = table.element.getIntOrFloatBitWidth();
  Value depth = table.dims[1], lane = b.rem(row, kPanel),
        panel = b.div(row, kPanel);
  Type i8 = b.getI8Type(), i32 = b.getI32Type();
  if (bits == 8) {
    Value pair = b.add(b.mul(panel, b.ceilDiv(depth, 2)), b.div(column, 2));
    return b.load(
        table.pointer, i8,
        b.add(b.mul(b.add(b.mul(pair, kPanel), lane), 2), b.rem(column, 2)));
  }
  Value words = b.index(0);
  for (int64_t width : getCodePlanes(bits))
    words = b.add(words, b.mul(b.ceilDiv(depth, 32 / width), kPanel));
  Value plane = b.mul(panel, words),
        code = b.constantInt(i32, -getCodeBias(bits));
  int64_t shift = 0;
  for (int64_t width : getCodePlanes(bits)) {
    int64_t inWord = 32 / width;
    Value word = b.load(
              table.pointer, i32,
              b.add(plane, b.add(b.mul(b.div(column, inWord), kPanel), lane))),
          place = b.rem(column, inWord),
          bit =
              b.add(b.mul(b.rem(place, 2), 16), b.mul(b.div(place, 2), width)),
          part = arith::AndIOp::create(
              b,
              arith::ShRUIOp::create(b, word,
                                     arith::TruncIOp::create(b, i32, bit)),
              b.constantInt(i32, (int64_t(1) << width) - 1));
    code = arith::AddIOp::create(
        b, code, arith::ShLIOp::create(b, part, b.constantInt(i32, shift)));
    plane = b.add(plane, b.mul(b.ceilDiv(depth, inWord), kPanel));
    shift += width;
  }
  return arith::TruncIOp::create(b, i8, code);
}
