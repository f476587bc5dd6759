// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Vector loops over rows.

#include "lib/Target/CPU/Kernel/RowLoop.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// The end of the whole vectors in [from, to).
static Value wholeVectors(KernelBuilder &b, Value from, Value to,
                          int64_t lanes) {
  return b.add(from, b.mul(b.div(b.sub(to, from), lanes), lanes));
}

/// Runs `emission` with single elements in place of vectors.
static void withOneLane(ExpressionEmitter &emitter,
                        function_ref<void()> emission) {
  int64_t lanes = emitter.getLanes();
  emitter.setLanes(1);
  emission();
  emitter.setLanes(lanes);
}

void cpu::emitRowLoop(KernelBuilder &b, ExpressionEmitter &emitter, Value from,
                      Value to, function_ref<void(const Lane &)> body) {
  int64_t lanes = emitter.getLanes();
  auto round = [&](int64_t step, int64_t multiple) {
    return [&, step, multiple](Value i) {
      emitter.forget();
      body(Lane{i, step, multiple});
      emitter.forget();
    };
  };
  if (lanes == 1) {
    b.loop(from, to, 1, round(0, 1));
    return;
  }
  Value middle = wholeVectors(b, from, to, lanes);
  b.loop(from, middle, lanes, round(1, lanes));
  withOneLane(emitter, [&] { b.loop(middle, to, 1, round(0, 1)); });
}

void cpu::emitIdempotentRowLoop(KernelBuilder &b, ExpressionEmitter &emitter,
                                Value from, Value to, Value size,
                                function_ref<void(const Lane &)> body) {
  int64_t lanes = emitter.getLanes();
  std::optional<int64_t> known = KernelBuilder::known(size);
  if (lanes == 1 || !known || *known < lanes || *known % lanes == 0) {
    emitRowLoop(b, emitter, from, to, body);
    return;
  }
  Value middle = wholeVectors(b, from, to, lanes);
  b.loop(from, middle, lanes, [&](Value i) {
    emitter.forget();
    body(Lane{i, 1, lanes});
    emitter.forget();
  });
  // Only the row's end is not a multiple of the lanes; the last vector ends there.
  b.ifThen(b.compare(arith::CmpIPredicate::ne, middle, to), [&] {
    emitter.forget();
    body(Lane{b.sub(to, lanes), 1, 1});
    emitter.forget();
  });
}

void cpu::emitWideRowLoop(KernelBuilder &b, ExpressionEmitter &emitter,
                          Value size, function_ref<void(ArrayRef<Lane>)> body) {
  int64_t lanes = emitter.getLanes();
  std::optional<int64_t> known = KernelBuilder::known(size);
  if (lanes == 1 || !known || *known < lanes) {
    emitIdempotentRowLoop(b, emitter, b.index(0), size, size,
                          [&](const Lane &lane) { body(lane); });
    return;
  }
  auto block = [&](int64_t count, int64_t multiple) {
    return [&, count, multiple](Value first) {
      SmallVector<Lane> together;
      for (int64_t i = 0; i < count; ++i)
        together.push_back(Lane{b.add(first, i * lanes), 1, multiple});
      emitter.forget();
      body(together);
      emitter.forget();
    };
  };
  int64_t vectors = *known / lanes, rest = vectors % kVectorsTogether;
  Value middle = b.index((vectors - rest) * lanes);
  b.loop(b.index(0), middle, kVectorsTogether * lanes,
         block(kVectorsTogether, lanes));
  if (rest > 0)
    block(rest, lanes)(middle);
  if (*known % lanes != 0)
    block(1, 1)(b.sub(size, lanes));
}

Value cpu::emitRowReduction(KernelBuilder &b, ExpressionEmitter &emitter,
                            ReductionKind kind, Type element, Value size,
                            function_ref<Value(const Lane &)> body, NaNs nans) {
  int64_t lanes = emitter.getLanes();
  std::optional<int64_t> known = KernelBuilder::known(size);
  Value scalar = emitIdentity(b, kind, element, 1);
  Value zero = b.index(0), middle = zero;
  if (lanes > 1 && (!known || *known >= lanes)) {
    // Several sums side by side hide the latency of an addition.
    int64_t unroll = 1;
    for (int64_t count : {2, 3, 4})
      if (known && *known % (count * lanes) == 0)
        unroll = count;
    middle = wholeVectors(b, zero, size, lanes);
    SmallVector<Value> partial(unroll, emitIdentity(b, kind, element, lanes));
    partial = b.loop(zero, middle, unroll * lanes, partial,
                     [&](Value i, ValueRange carried) {
                       SmallVector<Value> next;
                       for (int64_t u = 0; u < unroll; ++u) {
                         emitter.forget();
                         Value value = b.splat(
                             body(Lane{b.add(i, u * lanes), 1, lanes}), lanes);
                         next.push_back(emitCombine(b, kind, element,
                                                    carried[u], value, nans));
                       }
                       emitter.forget();
                       return next;
                     });
    while (partial.size() > 1) {
      Value last = partial.pop_back_val();
      Value &other = partial[(partial.size() - 1) / 2];
      other = emitCombine(b, kind, element, other, last, nans);
    }
    scalar = emitHorizontal(b, kind, element, partial[0], nans);
  }
  withOneLane(emitter, [&] {
    scalar = b.loop(middle, size, 1, scalar,
                    [&](Value i, ValueRange carried) -> SmallVector<Value> {
                      emitter.forget();
                      Value next = emitCombine(b, kind, element, carried[0],
                                               body(Lane{i, 0, 1}), nans);
                      emitter.forget();
                      return {next};
                    })[0];
  });
  return scalar;
}

Value cpu::emitMean(KernelBuilder &b, Type element, Value sum, Value count) {
  Type type = sum.getType(), scalar = getElementTypeOrSelf(type);
  int64_t lanes =
      isa<VectorType>(type) ? cast<VectorType>(type).getNumElements() : 1;
  if (isa<FloatType>(scalar)) {
    Value divisor = arith::SIToFPOp::create(b, scalar, count);
    return arith::DivFOp::create(b, sum, b.splat(divisor, lanes));
  }
  Value safe = b.max(count, b.index(1));
  Value divisor =
      b.splat(scalar == b.getI64Type()
                  ? safe
                  : arith::TruncIOp::create(b, scalar, safe).getResult(),
              lanes);
  return element.isUnsignedInteger()
             ? arith::DivUIOp::create(b, sum, divisor).getResult()
             : arith::DivSIOp::create(b, sum, divisor).getResult();
}
