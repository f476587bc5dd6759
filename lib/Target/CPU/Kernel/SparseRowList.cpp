// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Emission of the listing. Places are written before it is known whether they count: what does not is overwritten by what comes next.

#include "lib/Target/CPU/Kernel/SparseRowList.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

#include <cmath>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

SparseRowList::SparseRowList(KernelBuilder &builder, Form form, Value scratch,
                             Value depth, int64_t block)
    : b(builder), form(form), scratch(scratch), depth(depth),
      groups(b.ceilDiv(depth, block)), capacity(countListed(b, depth, groups)),
      block(block) {}

Value SparseRowList::countListed(KernelBuilder &b, Value depth, Value groups) {
  return b.add(b.add(depth, kAhead), b.mul(groups, kRound));
}

Value SparseRowList::computeBytes(KernelBuilder &b, Value depth,
                                  int64_t block) {
  Value groups = b.ceilDiv(depth, block),
        listed = b.mul(countListed(b, depth, groups), 2);
  Value words = b.add(listed, b.add(b.mul(groups, 3), 1));
  return b.mul(b.ceilDiv(words, 16), 64);
}

Value SparseRowList::getEnd() {
  return b.address(scratch, b.getI8Type(), computeBytes(b, depth, block));
}

// Words: elements (of quads upper and lower bytes), steps, starts, sums, scales.
Value SparseRowList::lowerBytes() {
  return b.address(elements(), b.getI8Type(), capacity);
}
Value SparseRowList::steps() {
  return b.address(elements(), b.getI32Type(), capacity);
}
Value SparseRowList::starts() {
  return b.address(steps(), b.getI32Type(), capacity);
}
Value SparseRowList::sums() {
  return b.address(starts(), b.getI32Type(), b.add(groups, 1));
}
Value SparseRowList::scales() {
  return b.address(sums(), b.getF32Type(), groups);
}

Value SparseRowList::loadNumber(Value list, Value at) {
  return arith::ExtUIOp::create(b, b.getI64Type(),
                                b.load(list, b.getI32Type(), at));
}

void SparseRowList::storeNumber(Value number, Value list, Value at) {
  b.store(arith::TruncIOp::create(b, b.getI32Type(), number), list,
          b.getI32Type(), at);
}

Value SparseRowList::loadFloat(Value at) {
  return b.load(elements(), b.getF32Type(), at);
}
Value SparseRowList::loadUpper(Value at) {
  return b.load(b.address(elements(), b.getI8Type(), at), b.getI32Type(),
                b.index(0));
}
Value SparseRowList::loadLower(Value at) {
  return b.load(b.address(lowerBytes(), b.getI8Type(), at), b.getI32Type(),
                b.index(0));
}
Value SparseRowList::loadSum(Value group) {
  return b.load(sums(), b.getF32Type(), group);
}
Value SparseRowList::loadScale(Value group) {
  return b.load(scales(), b.getF32Type(), group);
}

Value SparseRowList::listFloats(Value group, Value from, Value to, Value at) {
  Type f32 = b.getF32Type();
  Value zero = b.constant(f32, 0);
  SmallVector<Value> listed =
      b.loop(from, to, 1, {at, zero},
             [&](Value step, ValueRange carried) -> SmallVector<Value> {
               Value x = b.load(row, element, step);
               b.store(x, elements(), f32, carried[0]);
               storeNumber(step, steps(), carried[0]);
               // NaN is not zero.
               Value counts =
                   arith::CmpFOp::create(b, arith::CmpFPredicate::UNE, x, zero);
               return {b.add(carried[0],
                             arith::ExtUIOp::create(b, b.getI64Type(), counts)),
                       arith::AddFOp::create(b, carried[1], x)};
             });
  b.store(listed[1], sums(), f32, group);
  for (int64_t i = 0; i + 1 < kRound; ++i) {
    Value place = b.add(listed[0], i);
    b.store(zero, elements(), f32, place);
    storeNumber(from, steps(), place);
  }
  return listed[0];
}

Value SparseRowList::findLargest(Value from, Value to) {
  int64_t lanes = b.getLanes();
  Type f32 = b.getF32Type();
  Value whole = b.add(from, b.mul(b.div(b.sub(to, from), lanes), lanes));
  auto over = [&](Value begin, Value end, int64_t count, Value most) {
    return b.loop(begin, end, count, most,
                  [&](Value k, ValueRange carried) -> SmallVector<Value> {
                    Value x =
                        math::AbsFOp::create(b, b.load(row, element, k, count));
                    return {arith::MaximumFOp::create(b, carried[0], x)};
                  })[0];
  };
  Value many = over(from, whole, lanes, b.constant(b.withLanes(f32, lanes), 0));
  return over(
      whole, to, 1,
      vector::ReductionOp::create(b, vector::CombiningKind::MAXIMUMF, many));
}

/// Writes 256 upper + lower, with a lower byte of -128 to 127.
void SparseRowList::putQuadElement(Value whole, Value step, Value at) {
  Type i32 = b.getI32Type(), i8 = b.getI8Type();
  Value upper = arith::ShRSIOp::create(
      b, arith::AddIOp::create(b, whole, b.constantInt(i32, 128)),
      b.constantInt(i32, 8));
  b.store(arith::TruncIOp::create(b, i8, upper), elements(), i8, at);
  b.store(arith::TruncIOp::create(b, i8, whole), lowerBytes(), i8, at);
  storeNumber(step, steps(), at);
}

Value SparseRowList::listQuads(Value group, Value from, Value to, Value at) {
  constexpr double kLargest = 127 * 256;
  Type f32 = b.getF32Type(), i32 = b.getI32Type();
  Value largest = findLargest(from, to), zero = b.constant(f32, 0),
        none = b.constantInt(i32, 0);
  Value isFinite = arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, largest,
                                         b.constant(f32, INFINITY)),
        isPositive =
            arith::CmpFOp::create(b, arith::CmpFPredicate::OGT, largest, zero);
  // Of the smallest numbers the quotient overflows: they are 0.
  Value quotient = arith::DivFOp::create(b, b.constant(f32, kLargest), largest),
        isFit = arith::CmpFOp::create(b, arith::CmpFPredicate::OLT, quotient,
                                      b.constant(f32, INFINITY)),
        isUsed = arith::AndIOp::create(
            b, isFit, arith::AndIOp::create(b, isFinite, isPositive)),
        inverse = b.select(isUsed, quotient, zero);
  SmallVector<Value> listed =
      b.loop(from, to, 1, {at, none},
             [&](Value step, ValueRange carried) -> SmallVector<Value> {
               Value x = b.select(isUsed, b.load(row, element, step), zero),
                     whole = arith::FPToSIOp::create(
                         b, i32,
                         math::RoundEvenOp::create(
                             b, arith::MulFOp::create(b, x, inverse)));
               putQuadElement(whole, step, carried[0]);
               Value counts = arith::CmpIOp::create(b, arith::CmpIPredicate::ne,
                                                    whole, none);
               return {b.add(carried[0],
                             arith::ExtUIOp::create(b, b.getI64Type(), counts)),
                       arith::AddIOp::create(b, carried[1], whole)};
             });
  for (int64_t i = 0; i + 1 < kRound; ++i)
    putQuadElement(none, from, b.add(listed[0], i));
  Value scale = arith::DivFOp::create(b, largest, b.constant(f32, kLargest));
  b.store(scale, scales(), f32, group);
  b.store(arith::MulFOp::create(b, scale,
                                arith::SIToFPOp::create(b, f32, listed[1])),
          sums(), f32, group);
  return listed[0];
}

void SparseRowList::emit(Value pointer, Type type) {
  row = pointer;
  element = type;
  Value end =
      b.loop(b.index(0), groups, 1, b.index(0),
             [&](Value group, ValueRange carried) -> SmallVector<Value> {
               storeNumber(carried[0], starts(), group);
               Value from = b.mul(group, block),
                     to = b.min(b.add(from, block), depth);
               Value behind = form == Form::Quads
                                  ? listQuads(group, from, to, carried[0])
                                  : listFloats(group, from, to, carried[0]);
               return {b.mul(b.ceilDiv(behind, kRound), kRound)};
             })[0];
  storeNumber(end, starts(), groups);
  b.loop(end, b.add(end, kAhead), 1,
         [&](Value at) { storeNumber(b.index(0), steps(), at); });
}
