// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sort and top-k along a dimension; a line along it is a task.
//
// An element becomes an unsigned integer that orders as it does, a key; below
// the key stands the element's place. Such entries are all different and in the
// order wanted, stability included, so that plain integers are sorted:
//
//   entry = key << half | place        64 bits for elements of up to 32 bits,
//   else 128
//
// The candidates of top-k are filtered: entries before the k-th best so far
// gather in a buffer, of which the best k stay when it is full. A sort is top-k
// of all. The buffer is sorted by insertion where it is short, else by a radix
// sort byte by byte (Cormen et al., Introduction to Algorithms, 8.3), in which
// a byte that all keys share costs no move. With room for 2k entries each step
// of the filter costs O(1) on average, so that k of n cost O(n) at most.

#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

namespace {
/// Fewer entries are sorted by insertion.
constexpr int64_t kShort = 48;
constexpr int64_t kDigits = 256;
/// Entries of the buffer beside those for 2k.
constexpr int64_t kRoom = 256;

/// The bits of a key for an element.
int64_t keyBits(Type element) {
  unsigned width = element.getIntOrFloatBitWidth();
  return isa<FloatType>(element) ? std::max(32u, width) : width;
}
int64_t halfBits(Type element) { return keyBits(element) > 32 ? 64 : 32; }

/// Entries that the buffer has room for.
Value capacity(KernelBuilder &b, Value size, Value k) {
  return b.min(b.add(size, 1), b.add(b.mul(k, 2), kRoom));
}

class OrderEmitter {
public:
  OrderEmitter(KernelBuilder &builder, FuncOp kernel, Operation *root,
               const KernelContext &context)
      : b(builder), root(root), frame(b, kernel, context.messages),
        emitter(b, frame, context.lanes), operand(root->getOperand(0)),
        element(getElementTypeOrSelf(operand.getType())),
        keyType(b.getIntegerType(keyBits(element))),
        halfType(b.getIntegerType(halfBits(element))),
        entryType(b.getIntegerType(2 * halfBits(element))) {
    if (auto sort = dyn_cast<SortOp>(root)) {
      dim = sort.getDim();
      isDescending = sort.getDescending();
    } else {
      dim = cast<TopKOp>(root).getDim();
      isDescending = !cast<TopKOp>(root).getSmallest();
    }
    size = frame.getDims(operand)[dim];
    k = frame.getDims(root->getResult(0))[dim];
  }

  void emit();

private:
  /// The operand at `along` in the line.
  Value at(const Lane &along);
  /// Keys of a register of elements.
  Value key(Value value);
  /// A key in the upper half and a place in the lower.
  Value entry(Value key, Value place);
  Value upper(Value entry);
  Value lower(Value entry);
  Value loadEntry(Value memory, Value i) {
    return b.load(memory, entryType, i);
  }
  void storeEntry(Value value, Value memory, Value i) {
    b.store(value, memory, entryType, i);
  }

  /// Adds entries to the buffer until it is full or the line ends; returns the
  /// next place and the number of entries.
  SmallVector<Value> fill(Value memory, Value next, Value count, Value bound);
  void sortByInsertion(Value memory, Value count);
  /// Sorts between two buffers; returns the one that holds the result, and then
  /// the other.
  SmallVector<Value> sortByRadix(Value memory, Value other, Value count);
  void emitLine();

  KernelBuilder &b;
  Operation *root;
  KernelFrame frame;
  ExpressionEmitter emitter;
  Value operand, size, k, counters;
  Type element, keyType, halfType, entryType;
  int64_t dim;
  bool isDescending;
  SmallVector<Lane> line;
};

Value OrderEmitter::at(const Lane &along) {
  SmallVector<Lane> position(line);
  position[dim] = along;
  emitter.forget();
  Value value = emitter.emit(operand, position);
  emitter.forget();
  return value;
}

Value OrderEmitter::key(Value value) {
  auto vector = dyn_cast<VectorType>(value.getType());
  Type type = b.withLanes(keyType, vector ? vector.getNumElements() : 1);
  int64_t bits = keyType.getIntOrFloatBitWidth();
  auto constant = [&](const APInt &number) {
    return b.constantInt(type, number.getSExtValue());
  };
  Value signBit = constant(APInt::getSignMask(bits));
  Value ordered = value;
  if (auto floats = dyn_cast<FloatType>(b.registerType(element))) {
    // Sign and magnitude to two's complement, in which both zeros are 0; every
    // NaN is the largest.
    Value raw = arith::BitcastOp::create(b, type, value);
    Value magnitude =
        arith::AndIOp::create(b, raw, constant(APInt::getSignedMaxValue(bits)));
    Value sign =
        arith::ShRSIOp::create(b, raw, constant(APInt(bits, bits - 1)));
    Value number = arith::SubIOp::create(
        b, arith::XOrIOp::create(b, magnitude, sign), sign);
    Value infinity =
        constant(APFloat::getInf(floats.getFloatSemantics()).bitcastToAPInt());
    ordered = arith::SelectOp::create(b, b.compare(P::sgt, magnitude, infinity),
                                      constant(APInt::getSignedMaxValue(bits)),
                                      number);
  }
  if (!element.isUnsignedInteger())
    ordered = arith::XOrIOp::create(b, ordered, signBit);
  return isDescending ? arith::XOrIOp::create(b, ordered,
                                              constant(APInt::getAllOnes(bits)))
                      : ordered;
}

Value OrderEmitter::entry(Value key, Value place) {
  auto widen = [&](Value value) -> Value {
    unsigned width = value.getType().getIntOrFloatBitWidth();
    return width == entryType.getIntOrFloatBitWidth()
               ? value
               : arith::ExtUIOp::create(b, entryType, value).getResult();
  };
  Value high = arith::ShLIOp::create(
      b, widen(key),
      b.constantInt(entryType, halfType.getIntOrFloatBitWidth()));
  return arith::OrIOp::create(b, high, widen(place));
}

Value OrderEmitter::upper(Value entry) {
  Value high = arith::ShRUIOp::create(
      b, entry, b.constantInt(entryType, halfType.getIntOrFloatBitWidth()));
  return arith::TruncIOp::create(b, halfType, high);
}

Value OrderEmitter::lower(Value entry) {
  Value low = arith::TruncIOp::create(b, halfType, entry);
  return halfType == b.getI64Type()
             ? low
             : arith::ExtUIOp::create(b, b.getI64Type(), low).getResult();
}

SmallVector<Value> OrderEmitter::fill(Value memory, Value next, Value count,
                                      Value bound) {
  Value limit = capacity(b, size, k);
  auto goesOn = [&](ValueRange carried) {
    return b.logicalAnd(b.compare(P::slt, carried[0], size),
                        b.compare(P::slt, carried[1], limit));
  };
  auto append = [&](Value place, Value number) -> SmallVector<Value> {
    Value added = entry(key(at(Lane{place, 0, 1})), place);
    storeEntry(added, memory, number);
    Value isBefore = b.compare(P::ult, added, bound);
    return {b.add(place, 1),
            b.add(number, arith::ExtUIOp::create(b, b.getI64Type(), isBefore))};
  };
  int64_t lanes = emitter.getLanes();
  bool isLast = dim + 1 == cast<RankedTensorType>(operand.getType()).getRank();
  if (isa<SortOp>(root) || !isLast)
    return b.loopWhile({next, count}, goesOn, [&](ValueRange carried) {
      return append(carried[0], carried[1]);
    });
  // Whole vectors without a candidate are passed over. Of equal keys the
  // earlier stays, so that one equal to the bound's is none.
  Value boundKey = upper(bound);
  if (keyType != halfType)
    boundKey = arith::TruncIOp::create(b, keyType, boundKey);
  return b.loopWhile({next, count}, goesOn, [&](ValueRange carried) {
    Value place = carried[0], number = carried[1],
          zero = b.constantInt(b.getI1Type(), 0);
    SmallVector<Type> types(2, b.getI64Type());
    Value hasVector = b.compare(P::sle, b.add(place, lanes), size);
    Value isPassed = b.ifElse(
        hasVector, TypeRange{b.getI1Type()},
        [&]() -> SmallVector<Value> {
          Value isCandidate =
              b.compare(P::ule, key(b.splat(at(Lane{place, 1, 1}), lanes)),
                        b.splat(boundKey, lanes));
          Value any = vector::ReductionOp::create(b, vector::CombiningKind::OR,
                                                  isCandidate);
          return {arith::XOrIOp::create(b, any, b.constantInt(b.getI1Type(), 1))
                      .getResult()};
        },
        [&]() -> SmallVector<Value> { return {zero}; })[0];
    return b.ifElse(
        isPassed, types,
        [&]() -> SmallVector<Value> { return {b.add(place, lanes), number}; },
        [&] { return append(place, number); });
  });
}

void OrderEmitter::sortByInsertion(Value memory, Value count) {
  b.loop(b.index(1), count, 1, [&](Value i) {
    Value inserted = loadEntry(memory, i);
    // The entry before a hole at 0 is not looked at, but an entry is loaded all
    // the same.
    auto before = [&](Value hole) {
      return loadEntry(memory, b.max(b.sub(hole, 1), b.index(0)));
    };
    Value hole = b.loopWhile(
        i,
        [&](ValueRange at) {
          return b.logicalAnd(b.compare(P::sgt, at[0], b.index(0)),
                              b.compare(P::ugt, before(at[0]), inserted));
        },
        [&](ValueRange at) -> SmallVector<Value> {
          storeEntry(before(at[0]), memory, at[0]);
          return {b.sub(at[0], 1)};
        })[0];
    storeEntry(inserted, memory, hole);
  });
}

SmallVector<Value> OrderEmitter::sortByRadix(Value memory, Value other,
                                             Value count) {
  Type i64 = b.getI64Type();
  return b.loop(
      b.index(0), b.index(keyBits(element)), 8, {memory, other},
      [&](Value shift, ValueRange buffers) {
        Value from = buffers[0], to = buffers[1];
        auto digit = [&](Value entry) {
          Value key = upper(entry);
          if (halfType != i64)
            key = arith::ExtUIOp::create(b, i64, key);
          return arith::AndIOp::create(b, arith::ShRUIOp::create(b, key, shift),
                                       b.index(kDigits - 1))
              .getResult();
        };
        b.loop(b.index(0), b.index(kDigits), 1,
               [&](Value i) { b.store(b.index(0), counters, i64, i); });
        b.loop(b.index(0), count, 1, [&](Value i) {
          Value d = digit(loadEntry(from, i));
          b.store(b.add(b.load(counters, i64, d), 1), counters, i64, d);
        });
        Value isShared = b.compare(
            P::eq, b.load(counters, i64, digit(loadEntry(from, b.index(0)))),
            count);
        return b.ifElse(
            isShared, buffers.getTypes(),
            [&] { return SmallVector<Value>(buffers); },
            [&]() -> SmallVector<Value> {
              b.loop(b.index(0), b.index(kDigits), 1, b.index(0),
                     [&](Value i, ValueRange sum) -> SmallVector<Value> {
                       Value here = b.load(counters, i64, i);
                       b.store(sum[0], counters, i64, i);
                       return {b.add(sum[0], here)};
                     });
              b.loop(b.index(0), count, 1, [&](Value i) {
                Value moved = loadEntry(from, i), d = digit(moved),
                      place = b.load(counters, i64, d);
                storeEntry(moved, to, place);
                b.store(b.add(place, 1), counters, i64, d);
              });
              return {to, from};
            });
      });
}

void OrderEmitter::emitLine() {
  Value zero = b.index(0);
  Value all = arith::ConstantOp::create(
      b, b.getIntegerAttr(entryType, APInt::getAllOnes(2 * halfBits(element))));
  Value memory = frame.getScratch(),
        other = b.address(memory, entryType, capacity(b, size, k));
  SmallVector<Value> start{zero, zero, all, memory, other};
  SmallVector<Value> done = b.loopWhile(
      start,
      [&](ValueRange carried) { return b.compare(P::slt, carried[0], size); },
      [&](ValueRange carried) -> SmallVector<Value> {
        SmallVector<Value> filled =
            fill(carried[3], carried[0], carried[1], carried[2]);
        Value count = filled[1];
        SmallVector<Value> buffers = b.ifElse(
            b.compare(P::slt, count, b.index(kShort)),
            carried.take_back(2).getTypes(),
            [&]() -> SmallVector<Value> {
              sortByInsertion(carried[3], count);
              return {carried[3], carried[4]};
            },
            [&] { return sortByRadix(carried[3], carried[4], count); });
        // Only a buffer that was full has more entries to come, and then at
        // least k.
        Value bound = loadEntry(buffers[0], b.max(b.sub(k, 1), zero));
        return {filled[0], b.min(count, k), bound, buffers[0], buffers[1]};
      });
  b.loop(zero, k, 1, [&](Value i) {
    Value place = lower(loadEntry(done[3], i));
    SmallVector<Lane> position(line);
    position[dim] = Lane{i, 0, 1};
    emitter.bind(root->getResult(0),
                 [&](ArrayRef<Lane>) { return at(Lane{place, 0, 1}); });
    emitter.bind(root->getResult(1), [&](ArrayRef<Lane>) { return place; });
    emitter.storeResults(position);
    emitter.forget();
  });
}

void OrderEmitter::emit() {
  counters = b.allocateStack(b.getI64Type(), kDigits);
  SmallVector<Value> outer(frame.getDims(operand));
  outer[dim] = b.index(1);
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    line.clear();
    for (Value index : b.delinearize(task, outer))
      line.push_back(Lane{index, 0, 1});
    emitLine();
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel> cpu::emitOrderKernel(KernelBuilder &b, FuncOp kernel,
                                              Operation *root,
                                              const KernelContext &context) {
  OrderEmitter(b, kernel, root, context).emit();
  Type element = getElementTypeOrSelf(root->getOperand(0).getType());
  int64_t dim = isa<SortOp>(root) ? cast<SortOp>(root).getDim()
                                  : cast<TopKOp>(root).getDim();
  int64_t entryBytes = 2 * halfBits(element) / 8;
  Value operand = root->getOperand(0);
  return EmittedKernel{[=](KernelBuilder &host,
                           ArrayRef<SmallVector<Value>> argumentDims,
                           ArrayRef<SmallVector<Value>> resultDims) {
    auto argument = dyn_cast<BlockArgument>(operand);
    Value size =
        argument
            ? argumentDims[argument.getArgNumber()][dim]
            : host.index(
                  cast<RankedTensorType>(operand.getType()).getDimSize(dim));
    SmallVector<Value> outer(resultDims[0]);
    Value k = outer[dim];
    outer[dim] = host.index(1);
    Value lines = host.product(outer);
    return Launch{lines, host.mul(capacity(host, size, k), 2 * entryBytes),
                  host.mul(host.mul(lines, size), 8)};
  }};
}
