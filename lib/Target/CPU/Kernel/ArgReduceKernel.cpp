// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where along a dimension the extreme is, with what computes the operand before
// it and elementwise ops after it.
//
// Where the last dimension stays, vectors run along it and each lane keeps its
// own best. Where it is the reduced one, each lane sees every n-th element of
// the row, and the bests are compared at the end, by value and then by place.

#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/ReductionLaunch.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
/// A candidate in each lane: registers of the value and of its place.
struct Best {
  Value value, place;
};

class ArgReduceEmitter {
public:
  ArgReduceEmitter(KernelBuilder &builder, FuncOp kernel, ArgReduceOp root,
                   const KernelContext &context)
      : b(builder), root(root), frame(b, kernel, context.messages),
        emitter(b, frame, context.lanes),
        size(frame.getDims(root.getOperand())[root.getDim()]),
        element(getElementTypeOrSelf(root.getOperand().getType())) {
    // Places as wide as most values keep the registers in step; a size that is
    // not known may need more.
    std::optional<int64_t> known = KernelBuilder::known(size);
    placeType =
        known && llvm::isInt<32>(*known) ? b.getI32Type() : b.getI64Type();
  }

  void emit();
  bool keepsLast() {
    return static_cast<int64_t>(root.getDim()) + 1 !=
           cast<RankedTensorType>(root.getOperand().getType()).getRank();
  }

private:
  /// The operand at a position of the result and one along the reduced
  /// dimension.
  Value at(ArrayRef<Lane> result, const Lane &along, int64_t lanes);
  Value placeOf(Value index, int64_t lanes);
  /// Whether `value` is more extreme than `other`; NaN is more so than all
  /// numbers.
  Value exceeds(Value value, Value other);
  Best choose(Value condition, const Best &then, const Best &otherwise);
  /// The better of one and another that stands behind it.
  Best follow(const Best &best, const Best &later);
  /// The better of two in any order.
  Best join(const Best &left, const Best &right);
  Best scanLanes(ArrayRef<Lane> position);
  Best scanRow(ArrayRef<Lane> position);
  void store(ArrayRef<Lane> position, Value place);

  KernelBuilder &b;
  ArgReduceOp root;
  KernelFrame frame;
  ExpressionEmitter emitter;
  Value size;
  Type element, placeType;
};

Value ArgReduceEmitter::at(ArrayRef<Lane> result, const Lane &along,
                           int64_t lanes) {
  SmallVector<Lane> position(result);
  int64_t dim = root.getDim();
  if (root.getKeepDims())
    position[dim] = along;
  else
    position.insert(position.begin() + dim, along);
  emitter.forget();
  Value value = b.splat(emitter.emit(root.getOperand(), position), lanes);
  emitter.forget();
  return value;
}

Value ArgReduceEmitter::placeOf(Value index, int64_t lanes) {
  return b.splat(placeType == b.getI64Type()
                     ? index
                     : b.createOrFold<arith::TruncIOp>(placeType, index),
                 lanes);
}

Value ArgReduceEmitter::exceeds(Value value, Value other) {
  bool isMax = root.getKind() == ReductionKind::max;
  if (!isa<FloatType>(element)) {
    using P = arith::CmpIPredicate;
    bool isUnsigned = element.isUnsignedInteger();
    return b.compare(isMax        ? isUnsigned ? P::ugt : P::sgt
                     : isUnsigned ? P::ult
                                  : P::slt,
                     value, other);
  }
  using P = arith::CmpFPredicate;
  Value isAbove =
      arith::CmpFOp::create(b, isMax ? P::UGT : P::ULT, value, other);
  return arith::AndIOp::create(b, isAbove,
                               arith::CmpFOp::create(b, P::ORD, other, other));
}

Best ArgReduceEmitter::choose(Value condition, const Best &then,
                              const Best &otherwise) {
  return {arith::SelectOp::create(b, condition, then.value, otherwise.value),
          arith::SelectOp::create(b, condition, then.place, otherwise.place)};
}

Best ArgReduceEmitter::follow(const Best &best, const Best &later) {
  if (root.getLast())
    return choose(exceeds(best.value, later.value), best, later);
  return choose(exceeds(later.value, best.value), later, best);
}

Best ArgReduceEmitter::join(const Best &left, const Best &right) {
  auto comesFirst = b.compare(root.getLast() ? arith::CmpIPredicate::sgt
                                             : arith::CmpIPredicate::slt,
                              left.place, right.place);
  Best ofEqual = choose(exceeds(right.value, left.value), right, left);
  Best behind = choose(exceeds(left.value, right.value), left, right);
  return choose(comesFirst, ofEqual, behind);
}

Best ArgReduceEmitter::scanLanes(ArrayRef<Lane> position) {
  int64_t lanes = position.back().isUniform() ? 1 : emitter.getLanes();
  Value first = at(position, Lane{b.index(0), 0, 1}, lanes);
  SmallVector<Value> best =
      b.loop(b.index(1), size, 1, {first, placeOf(b.index(0), lanes)},
             [&](Value i, ValueRange carried) -> SmallVector<Value> {
               Best next = follow(
                   {carried[0], carried[1]},
                   {at(position, Lane{i, 0, 1}, lanes), placeOf(i, lanes)});
               return {next.value, next.place};
             });
  return {best[0], best[1]};
}

Best ArgReduceEmitter::scanRow(ArrayRef<Lane> position) {
  int64_t lanes = emitter.getLanes();
  std::optional<int64_t> known = KernelBuilder::known(size);
  emitter.setLanes(1);
  Best best{at(position, Lane{b.index(0), 0, 1}, 1), placeOf(b.index(0), 1)};
  Value middle = b.index(0);
  if (lanes > 1 && (!known || *known >= lanes)) {
    emitter.setLanes(lanes);
    SmallVector<Attribute> numbers;
    for (int64_t i = 0; i < lanes; ++i)
      numbers.push_back(b.getIntegerAttr(placeType, i));
    Value lane = arith::ConstantOp::create(
        b,
        DenseElementsAttr::get(VectorType::get({lanes}, placeType), numbers));
    // The first element is a candidate in every lane. Several candidates side
    // by side hide the latency of a comparison.
    constexpr int64_t kUnroll = 4;
    SmallVector<Value> bests;
    for (int64_t u = 0; u < kUnroll; ++u)
      bests.append({b.splat(best.value, lanes), b.splat(best.place, lanes)});
    auto scan = [&](Value from, Value to, int64_t unroll, ValueRange start) {
      return b.loop(
          from, to, unroll * lanes, start, [&](Value i, ValueRange carried) {
            SmallVector<Value> next;
            for (int64_t u = 0; u < unroll; ++u) {
              Value index = b.add(i, u * lanes),
                    places =
                        arith::AddIOp::create(b, placeOf(index, lanes), lane);
              Best better =
                  follow({carried[2 * u], carried[2 * u + 1]},
                         {at(position, Lane{index, 1, lanes}, lanes), places});
              next.append({better.value, better.place});
            }
            return next;
          });
    };
    Value wide = b.mul(b.div(size, kUnroll * lanes), kUnroll * lanes);
    bests = scan(b.index(0), wide, kUnroll, bests);
    Best vector{bests[0], bests[1]};
    for (int64_t u = 1; u < kUnroll; ++u)
      vector = join(vector, {bests[2 * u], bests[2 * u + 1]});
    middle = b.mul(b.div(size, lanes), lanes);
    bests = scan(wide, middle, 1, {vector.value, vector.place});
    vector = {bests[0], bests[1]};
    for (int64_t count = lanes / 2; count > 0; count /= 2) {
      auto half = [&](Value v, int64_t from) -> Value {
        return vector::ExtractStridedSliceOp::create(
            b, v, ArrayRef<int64_t>(from), ArrayRef<int64_t>(count),
            ArrayRef<int64_t>(1));
      };
      vector = join({half(vector.value, 0), half(vector.place, 0)},
                    {half(vector.value, count), half(vector.place, count)});
    }
    best = {vector::ExtractOp::create(b, vector.value, ArrayRef<int64_t>(0)),
            vector::ExtractOp::create(b, vector.place, ArrayRef<int64_t>(0))};
    emitter.setLanes(1);
  }
  SmallVector<Value> last =
      b.loop(middle, size, 1, {best.value, best.place},
             [&](Value i, ValueRange carried) -> SmallVector<Value> {
               Best next =
                   follow({carried[0], carried[1]},
                          {at(position, Lane{i, 0, 1}, 1), placeOf(i, 1)});
               return {next.value, next.place};
             });
  emitter.setLanes(lanes);
  return {last[0], last[1]};
}

void ArgReduceEmitter::store(ArrayRef<Lane> position, Value place) {
  int64_t lanes = isa<VectorType>(place.getType()) ? emitter.getLanes() : 1;
  if (placeType != b.getI64Type())
    place =
        arith::ExtSIOp::create(b, b.withLanes(b.getI64Type(), lanes), place);
  emitter.bind(root.getResult(), [place](ArrayRef<Lane>) { return place; });
  emitter.storeResults(position);
  emitter.forget();
}

void ArgReduceEmitter::emit() {
  ArrayRef<Value> dims = frame.getDims(root.getResult());
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    SmallVector<Lane> position;
    for (Value index :
         b.delinearize(task, keepsLast() ? dims.drop_back() : dims))
      position.push_back(Lane{index, 0, 1});
    if (!keepsLast()) {
      store(position, scanRow(position).place);
      return;
    }
    emitIdempotentRowLoop(b, emitter, b.index(0), dims.back(), dims.back(),
                          [&](const Lane &lane) {
                            SmallVector<Lane> all(position);
                            all.push_back(lane);
                            store(all, scanLanes(all).place);
                          });
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel>
cpu::emitArgReduceKernel(KernelBuilder &b, FuncOp kernel, ArgReduceOp root,
                         const KernelContext &context) {
  ArgReduceEmitter emitter(b, kernel, root, context);
  bool keepsLast = emitter.keepsLast();
  emitter.emit();
  // A comparison carries a value and its place.
  constexpr int64_t kOpsPerNs = 4;
  return EmittedKernel{makeReductionLaunch(kernel, keepsLast, kOpsPerNs)};
}
