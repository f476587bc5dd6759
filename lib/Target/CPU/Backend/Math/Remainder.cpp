// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The remainder by long division in binary: each step subtracts the divisor
// times the largest power of two that fits, which is exact. All lanes of a
// vector go together until none has anything left.

#include "lib/Target/CPU/Backend/Math/Functions.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft::cpu;

static constexpr double infinity = __builtin_huge_val();

/// Whether any lane is true, as an i1.
static Value emitAny(Bool condition) {
  auto vector = dyn_cast<VectorType>(condition.value.getType());
  if (!vector)
    return condition.value;
  return condition.emitter->make<vector::ReductionOp>(vector::CombiningKind::OR,
                                                      condition.value);
}

/// rest mod divisor for rest >= 0 and a normal divisor > 0; NaN stays.
static Float emitLongDivision(Float rest, Float divisor) {
  Emitter &emitter = *rest.emitter;
  int bits = emitter.getMantissaBits();
  auto loop = scf::WhileOp::create(
      emitter.builder, emitter.loc, TypeRange{rest.value.getType()},
      ValueRange{rest.value},
      [&](OpBuilder &builder, Location loc, ValueRange values) {
        Emitter inside(builder, loc, emitter.floatType);
        Bool isLeft = inside.wrap(values[0]) >= inside.wrap(divisor.value);
        scf::ConditionOp::create(builder, loc, emitAny(isLeft), values);
      },
      [&](OpBuilder &builder, Location loc, ValueRange values) {
        Emitter inside(builder, loc, emitter.floatType);
        Float rest = inside.wrap(values[0]);
        Float unit = inside.wrap(divisor.value);
        Int exponents =
            shiftRight(bitsOf(rest), bits) - shiftRight(bitsOf(unit), bits);
        Float multiple = floatOf(bitsOf(unit) + (exponents << bits));
        multiple = select(multiple > rest, 0.5 * multiple, multiple);
        Float next = select(rest >= unit, rest - multiple, rest);
        scf::YieldOp::create(builder, loc, next.value);
      });
  return emitter.wrap(loop.getResult(0));
}

Float weft::cpu::emitRemainder(Float x, Float y) {
  Float rest = select(abs(x) == infinity, __builtin_nan(""), abs(x));
  Float divisor = select(y == 0.0, __builtin_nan(""), abs(y));
  // The steps want normal numbers: a small divisor is first taken 2^54 times as
  // large, which does not change the remainder by it, then both are.
  Float factor = select(divisor < 0x1p-900, 0x1p54, x.emitter->constant(1));
  Float lifted = divisor * factor;
  rest = emitLongDivision(rest, lifted);
  rest = emitLongDivision(rest * factor, lifted) / factor;
  // LLVM narrows a copysign with its sign operand, and f64 to f16 is a call.
  Float result = select(x < 0.0, -1.0 * rest, rest);
  return select(isNan(y) | isNan(divisor), __builtin_nan(""),
                select(x == 0.0, x, result));
}
