// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of packing loops.

#include "lib/Target/CPU/Kernel/PanelPacking.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

void PanelPacker::pack(Value memory, Value outer, Value inner, Value column,
                       Value columns, Position position) {
  std::optional<int64_t> known = KernelBuilder::known(columns);
  emitter.forget();
  if (known && *known % kPanel == 0) {
    packByRows(memory, outer, inner, column, position);
  } else {
    Value isFull =
        b.compare(arith::CmpIPredicate::sle, b.add(column, kPanel), columns);
    b.ifThen(
        isFull, [&] { packByRows(memory, outer, inner, column, position); },
        [&] {
          packByElements(memory, outer, inner, column, columns, position);
        });
  }
  emitter.forget();
}

void PanelPacker::packByRows(Value memory, Value outer, Value inner,
                             Value column, Position position) {
  int64_t lanes = b.getLanes();
  b.loop(b.index(0), outer, 1, [&](Value o) {
    b.loop(b.index(0), inner, 1, [&](Value i) {
      Value at = b.mul(b.add(b.mul(o, inner), i), kPanel);
      for (int64_t v = 0; v < kPanel; v += lanes) {
        emitter.forget();
        Value value = emitter.emit(
            operand, position(o, i, Lane{b.add(column, v), 1, lanes}));
        b.store(b.splat(value, lanes), memory, b.getF32Type(), b.add(at, v));
      }
      emitter.forget();
    });
  });
}

void PanelPacker::packByElements(Value memory, Value outer, Value inner,
                                 Value column, Value columns,
                                 Position position) {
  int64_t lanes = emitter.getLanes();
  emitter.setLanes(1);
  b.loop(b.index(0), outer, 1, [&](Value o) {
    b.loop(b.index(0), inner, 1, [&](Value i) {
      Value at = b.mul(b.add(b.mul(o, inner), i), kPanel);
      b.loop(b.index(0), b.index(kPanel), 1, [&](Value j) {
        Value each = b.add(column, j), zero = b.constant(b.getF32Type(), 0);
        Value value = b.ifElse(
            b.compare(arith::CmpIPredicate::slt, each, columns),
            TypeRange{b.getF32Type()},
            [&]() -> SmallVector<Value> {
              emitter.forget();
              return {emitter.emit(operand, position(o, i, Lane{each, 0, 1}))};
            },
            [&]() -> SmallVector<Value> { return {zero}; })[0];
        emitter.forget();
        b.store(value, memory, b.getF32Type(), b.add(at, j));
      });
    });
  });
  emitter.setLanes(lanes);
}
