// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Coordinates and weights of interpolation as f64 arithmetic that folds what is
// known.

#include "lib/Target/CPU/Kernel/Interpolation.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/Matchers.h"

#include <cmath>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// f64 arithmetic.
struct Doubles {
  KernelBuilder &b;

  Value number(double value) { return b.constant(b.getF64Type(), value); }
  Value of(Value index) {
    return b.createOrFold<arith::SIToFPOp>(b.getF64Type(), index);
  }
  Value add(Value lhs, Value rhs) {
    return b.createOrFold<arith::AddFOp>(lhs, rhs);
  }
  Value add(Value lhs, double rhs) { return add(lhs, number(rhs)); }
  Value sub(Value lhs, Value rhs) {
    return b.createOrFold<arith::SubFOp>(lhs, rhs);
  }
  Value mul(Value lhs, Value rhs) {
    return b.createOrFold<arith::MulFOp>(lhs, rhs);
  }
  Value mul(Value lhs, double rhs) { return mul(lhs, number(rhs)); }
  Value div(Value lhs, Value rhs) {
    return b.createOrFold<arith::DivFOp>(lhs, rhs);
  }
  Value min(Value lhs, Value rhs) {
    return b.createOrFold<arith::MinNumFOp>(lhs, rhs);
  }
  Value max(Value lhs, Value rhs) {
    return b.createOrFold<arith::MaxNumFOp>(lhs, rhs);
  }
  Value clamp(Value value, Value low, Value high) {
    return max(low, min(value, high));
  }
  Value floor(Value value) { return b.createOrFold<math::FloorOp>(value); }
  Value ceil(Value value) { return b.createOrFold<math::CeilOp>(value); }
  Value toIndex(Value value) {
    return b.createOrFold<arith::FPToSIOp>(b.getI64Type(), value);
  }
  Value isAtMost(Value lhs, double rhs) {
    return b.createOrFold<arith::CmpFOp>(arith::CmpFPredicate::OLE, lhs,
                                         number(rhs));
  }

  Value coordinate(CoordinateMode mode, const ResizeAxis &axis, Value index);
  Value linearWeight(Value distance);
  Value cubicWeight(Value distance, double a);
};

Value Doubles::coordinate(CoordinateMode mode, const ResizeAxis &axis,
                          Value index) {
  Value x = of(index), from = of(axis.from), to = of(axis.to);
  auto halfPixel = [&] { return add(div(add(x, 0.5), axis.scale), -0.5); };
  auto unlessSingle = [&](Value value) {
    return b.select(b.compare(arith::CmpIPredicate::sgt, axis.to, b.index(1)),
                    value, number(0));
  };
  switch (mode) {
  case CoordinateMode::half_pixel:
    return halfPixel();
  case CoordinateMode::half_pixel_symmetric: {
    Value adjustment = div(to, mul(axis.scale, from));
    return add(add(mul(div(from, number(2)), sub(number(1), adjustment)),
                   div(add(x, 0.5), axis.scale)),
               -0.5);
  }
  case CoordinateMode::pytorch_half_pixel:
    return unlessSingle(halfPixel());
  case CoordinateMode::align_corners:
    return unlessSingle(div(mul(x, add(from, -1)), add(to, -1)));
  case CoordinateMode::asymmetric:
    return div(x, axis.scale);
  case CoordinateMode::tf_half_pixel_for_nn:
    return div(add(x, 0.5), axis.scale);
  }
  llvm_unreachable("all modes are above");
}

Value Doubles::linearWeight(Value distance) {
  return max(number(0), sub(number(1), b.createOrFold<math::AbsFOp>(distance)));
}

/// Cubic convolution (Keys, 1981) with coefficient `a`.
Value Doubles::cubicWeight(Value distance, double a) {
  Value x = b.createOrFold<math::AbsFOp>(distance);
  Value near = add(mul(mul(add(mul(x, a + 2), -(a + 3)), x), x), 1);
  Value far = add(mul(add(mul(add(mul(x, a), -5 * a), x), 8 * a), x), -4 * a);
  return b.select(isAtMost(x, 1), near,
                  b.select(b.createOrFold<arith::CmpFOp>(
                               arith::CmpFPredicate::OLT, x, number(2)),
                           far, number(0)));
}

/// Elements to each side that a filter reaches, before antialiasing.
double getRadius(ResizeOp op) {
  return op.getMode() == ResizeMode::linear ? 1 : 2;
}

/// An antialiasing filter is as much wider as the result is smaller.
Value emitShrink(Doubles &d, ResizeOp op, const ResizeAxis &axis) {
  return op.getAntialias() ? d.min(axis.scale, d.number(1)) : d.number(1);
}
} // namespace

ResizeAxis cpu::makeResizeAxis(KernelBuilder &b, Value from, Value to,
                               Value scale) {
  Doubles d{b};
  Value ratio = d.div(d.of(to), d.of(from)),
        rounded = b.createOrFold<arith::TruncFOp>(b.getF32Type(), ratio);
  Value isRatio =
      b.createOrFold<arith::CmpFOp>(arith::CmpFPredicate::OEQ, rounded, scale);
  return {from, to,
          b.select(isRatio, ratio,
                   b.createOrFold<arith::ExtFOp>(b.getF64Type(), scale))};
}

Value cpu::emitNearest(KernelBuilder &b, ResizeOp op, const ResizeAxis &axis,
                       Value index) {
  Doubles d{b};
  Value x = d.coordinate(op.getCoordinates(), axis, index);
  switch (op.getNearest()) {
  case NearestMode::round_prefer_floor:
    x = d.ceil(d.add(x, -0.5));
    break;
  case NearestMode::round_prefer_ceil:
    x = d.floor(d.add(x, 0.5));
    break;
  case NearestMode::floor:
    x = d.floor(x);
    break;
  case NearestMode::ceil:
    x = d.ceil(x);
    break;
  }
  return d.toIndex(d.clamp(x, d.number(0), d.add(d.of(axis.from), -1)));
}

std::optional<int64_t> cpu::findRepetition(ResizeOp op,
                                           const ResizeAxis &axis) {
  FloatAttr scale;
  if (!matchPattern(axis.scale, m_Constant(&scale)))
    return std::nullopt;
  double factor = scale.getValueAsDouble();
  if (factor < 1 || factor > 0x1p20 || factor != std::floor(factor))
    return std::nullopt;
  // With x = q k + r: (r + 0.5) / k lies within (0, 1), and r / k within [0,
  // 1).
  bool rounds = op.getNearest() == NearestMode::round_prefer_floor ||
                op.getNearest() == NearestMode::round_prefer_ceil;
  bool isFloor = op.getNearest() == NearestMode::floor;
  switch (op.getCoordinates()) {
  case CoordinateMode::half_pixel:
    return rounds ? std::optional<int64_t>(factor) : std::nullopt;
  case CoordinateMode::asymmetric:
  case CoordinateMode::tf_half_pixel_for_nn:
    return isFloor ? std::optional<int64_t>(factor) : std::nullopt;
  default:
    return std::nullopt;
  }
}

Value cpu::emitNeighbourCount(KernelBuilder &b, ResizeOp op,
                              const ResizeAxis &axis) {
  Doubles d{b};
  Value reach =
      d.floor(d.div(d.number(-getRadius(op)), emitShrink(d, op, axis)));
  return d.toIndex(d.mul(reach, -2));
}

Neighbours cpu::emitNeighbours(KernelBuilder &b, ResizeOp op,
                               const ResizeAxis &axis, Value index) {
  Doubles d{b};
  Value shrink = emitShrink(d, op, axis),
        count = emitNeighbourCount(b, op, axis);
  // So far outside all neighbours are the last element.
  Value x = d.coordinate(op.getCoordinates(), axis, index);
  x = d.clamp(x, d.of(b.sub(b.index(0), count)), d.of(b.add(axis.from, count)));
  // From the neighbour to the left on; a coordinate on an element has that
  // element to the right.
  Value first = b.sub(d.toIndex(d.ceil(x)), b.div(count, 2));
  bool isLinear = op.getMode() == ResizeMode::linear,
       excludesOutside = op.getExcludeOutside();
  double coefficient = op.getCubicCoefficient().convertToFloat();
  auto filter = [=, &b](Value neighbour) {
    Doubles d{b};
    Value distance = d.mul(d.sub(d.of(neighbour), x), shrink);
    Value weight = isLinear ? d.linearWeight(distance)
                            : d.cubicWeight(distance, coefficient);
    if (!excludesOutside)
      return weight;
    return b.select(b.compare(arith::CmpIPredicate::ult, neighbour, axis.from),
                    weight, d.number(0));
  };
  if (!op.getAntialias() && !op.getExcludeOutside())
    return {first, count, filter};
  Value sum = b.loop(b.index(0), count, 1, d.number(0),
                     [&](Value i, ValueRange carried) -> SmallVector<Value> {
                       return {d.add(carried[0], filter(b.add(first, i)))};
                     })[0];
  return {first, count, [=, &b](Value neighbour) {
            return Doubles{b}.div(filter(neighbour), sum);
          }};
}
