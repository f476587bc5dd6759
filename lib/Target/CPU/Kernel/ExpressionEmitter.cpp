// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One rule for each op that can be computed at a position.

#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Target/CPU/Kernel/CodeLookup.h"
#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/Interpolation.h"
#include "lib/Target/CPU/Kernel/KernelFrame.h"
#include "lib/Target/CPU/Kernel/KernelRemarks.h"
#include "lib/Target/CPU/Kernel/ResultDims.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "llvm/ADT/TypeSwitch.h"

#include <numeric>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

void ExpressionEmitter::bind(Value tensor, Source source) {
  sources[tensor] = std::move(source);
  forget();
}

bool ExpressionEmitter::canEmit(Value tensor,
                                function_ref<bool(Value)> isBound) {
  if (isBound(tensor) || isa<BlockArgument>(tensor))
    return true;
  Operation *op = tensor.getDefiningOp();
  if (auto constant = dyn_cast<ConstantOp>(op))
    return isa<SplatElementsAttr>(constant.getValue()) ||
           (isa<DenseElementsAttr>(constant.getValue()) &&
            !getElementTypeOrSelf(constant.getType()).isInteger(1));
  if (auto resize = dyn_cast<ResizeOp>(op);
      resize && resize.getMode() != ResizeMode::nearest)
    return false;
  if (!isa<ElementwiseOpInterface, TransposeOp, ReshapeOp, BroadcastOp, SliceOp,
           PadOp, ConcatOp, TileOp, IotaOp, GatherOp, GatherElementsOp,
           GatherNdOp, DropoutOp, ResizeOp>(op))
    return false;
  return llvm::all_of(op->getOperands(),
                      [&](Value operand) { return canEmit(operand, isBound); });
}

Value ExpressionEmitter::emit(Value tensor, ArrayRef<Lane> position) {
  Key key{tensor.getAsOpaquePointer()};
  for (const Lane &lane : position) {
    // A constant is another value at each place that makes it, but the same index.
    std::optional<int64_t> constant = KernelBuilder::known(lane.base);
    key.push_back(constant ? reinterpret_cast<const void *>(*constant * 2 + 1)
                           : lane.base.getAsOpaquePointer());
    key.push_back(reinterpret_cast<const void *>(lane.step));
  }
  if (auto it = answers.find(key); it != answers.end())
    return it->second;
  Value answer = compute(tensor, position);
  answers[key] = answer;
  return answer;
}

Value ExpressionEmitter::loadAt(const KernelTensor &tensor,
                                ArrayRef<Lane> position) {
  Value stride = builder.index(1), offset = builder.index(0),
        step = builder.index(0);
  for (size_t i = position.size(); i-- > 0;) {
    offset = builder.add(offset, builder.mul(position[i].base, stride));
    step =
        builder.add(step, builder.mul(builder.index(position[i].step), stride));
    stride = builder.mul(stride, tensor.dims[i]);
  }
  std::optional<int64_t> known = KernelBuilder::known(step);
  if (known == 0)
    return builder.load(tensor.pointer, tensor.element, offset);
  if (known == 1)
    return builder.load(tensor.pointer, tensor.element, offset, lanes);
  SmallVector<Value> elements;
  for (int64_t lane = 0; lane < lanes; ++lane) {
    elements.push_back(builder.load(tensor.pointer, tensor.element, offset));
    offset = builder.add(offset, step);
  }
  return vector::FromElementsOp::create(
      builder, VectorType::get({lanes}, elements[0].getType()), elements);
}

Value ExpressionEmitter::computeLaneByLane(Value tensor,
                                           ArrayRef<Lane> position) {
  // Codes of a table lie apart by design.
  if (Operation *op = tensor.getDefiningOp())
    reportNotVectorized(
        op, "where its elements come from differs from lane to lane");
  SmallVector<Value> elements;
  for (int64_t lane = 0; lane < lanes; ++lane) {
    SmallVector<Lane> at;
    for (const Lane &each : position)
      at.push_back(Lane{builder.add(each.base, each.step * lane), 0, 1});
    elements.push_back(emit(tensor, at));
  }
  return vector::FromElementsOp::create(
      builder, VectorType::get({lanes}, elements[0].getType()), elements);
}

SmallVector<Lane>
ExpressionEmitter::broadcastPosition(Value operand, Value result,
                                     ArrayRef<Lane> position) {
  ArrayRef<Value> from = frame.getDims(operand), to = frame.getDims(result);
  SmallVector<Lane> at;
  for (auto [i, size] : llvm::enumerate(from)) {
    size_t aligned = to.size() - from.size() + i;
    const Lane &lane = position[aligned];
    if (KernelBuilder::known(size) == 1)
      at.push_back(Lane{builder.index(0), 0, 1});
    else if (size == to[aligned] || KernelBuilder::known(size))
      at.push_back(lane);
    else
      at.push_back(
          Lane{builder.select(builder.compare(P::eq, size, builder.index(1)),
                              builder.index(0), lane.base),
               lane.step, 1});
  }
  return at;
}

Value ExpressionEmitter::emitIndex(Value tensor, ArrayRef<Lane> position) {
  Value value = emit(tensor, position);
  return emitCast(builder, value, getElementTypeOrSelf(tensor.getType()),
                  builder.getI64Type());
}

namespace {
bool isUniform(ArrayRef<Lane> position) {
  return llvm::all_of(position,
                      [](const Lane &lane) { return lane.isUniform(); });
}

/// The emission of one op at one position; what it shares with the emitter goes through `emit`.
struct PositionedOp {
  KernelBuilder &b;
  KernelFrame &frame;
  ArrayRef<Lane> position;
  int64_t lanes;
  /// Computes an operand at a position.
  function_ref<Value(Value, ArrayRef<Lane>)> emit;
  /// The same inside of a branch: answers do not outlive it.
  function_ref<Value(Value, ArrayRef<Lane>)> emitInBranch;
  /// The first elements of an operand that holds sizes or scales.
  function_ref<SmallVector<Value>(Value, int64_t)> elementsOf;

  Value zero() { return b.index(0); }
  Lane uniform(Value base) { return Lane{base, 0, 1}; }

  // Each returns null where lanes take different ways; the caller then goes lane by lane.
  Value reshape(ReshapeOp op);
  Value slice(SliceOp op);
  Value pad(PadOp op);
  Value concat(ConcatOp op);
  Value tile(TileOp op);
  Value iota();
  Value gather(GatherOp op);
  Value gatherElements(GatherElementsOp op);
  Value gatherNd(GatherNdOp op);
  Value resize(ResizeOp op);

  std::optional<SmallVector<Lane>> delinearize(Lane linear,
                                               ArrayRef<Value> dims);
};

/// A position in a tensor of `dims` for a row-major one; nothing where the lanes of a vector may lie in different rows.
std::optional<SmallVector<Lane>>
PositionedOp::delinearize(Lane linear, ArrayRef<Value> dims) {
  SmallVector<Lane> at(dims.size(), uniform(zero()));
  for (size_t i = dims.size(); i-- > 0;) {
    std::optional<int64_t> size = KernelBuilder::known(dims[i]);
    if (size == 1)
      continue;
    bool isOutermost = llvm::all_of(dims.take_front(i), [](Value d) {
      return KernelBuilder::known(d) == 1;
    });
    if (isOutermost) {
      at[i] = linear;
      return at;
    }
    if (linear.isUniform()) {
      at[i] = uniform(b.rem(linear.base, dims[i]));
      linear = uniform(b.div(linear.base, dims[i]));
      continue;
    }
    if (linear.step != 1 || !size || *size % lanes || linear.multiple % lanes)
      return std::nullopt;
    at[i] =
        Lane{b.rem(linear.base, dims[i]), 1, std::gcd(linear.multiple, *size)};
    linear = uniform(b.div(linear.base, dims[i]));
  }
  return at;
}

Value PositionedOp::reshape(ReshapeOp op) {
  ArrayRef<Value> from = frame.getDims(op.getOperand()),
                  to = frame.getDims(op.getResult());
  // Equal trailing dimensions keep their index.
  SmallVector<Lane> tail;
  size_t fromRank = from.size(), toRank = to.size();
  while (fromRank > 0 && toRank > 0 &&
         (from[fromRank - 1] == to[toRank - 1] ||
          (KernelBuilder::known(from[fromRank - 1]) &&
           KernelBuilder::known(from[fromRank - 1]) ==
               KernelBuilder::known(to[toRank - 1])))) {
    --fromRank;
    --toRank;
    tail.push_back(position[toRank]);
  }
  // The rest through the row-major position; only the innermost of its indices may depend on the lane.
  Lane linear = uniform(zero());
  Value stride = b.index(1);
  for (size_t i = toRank; i-- > 0;) {
    std::optional<int64_t> known = KernelBuilder::known(stride);
    if (!position[i].isUniform() && !known)
      return Value();
    linear.base = b.add(linear.base, b.mul(position[i].base, stride));
    if (!position[i].isUniform()) {
      if (!linear.isUniform())
        return Value();
      linear.step = position[i].step * *known;
      linear.multiple = position[i].multiple;
      // The dimensions inside contribute a part that is no multiple of anything known, unless they are all of size 1.
      if (*known != 1)
        linear.multiple = 1;
    } else if (linear.step != 0) {
      linear.multiple = std::gcd(linear.multiple, known.value_or(1));
    }
    stride = b.mul(stride, to[i]);
  }
  auto at = delinearize(linear, from.take_front(fromRank));
  if (!at)
    return Value();
  at->append(tail.rbegin(), tail.rend());
  return emit(op.getOperand(), *at);
}

Value PositionedOp::slice(SliceOp op) {
  SmallVector<Lane> at(position);
  ArrayRef<Value> dims = frame.getDims(op.getOperand());
  SmallVector<Value> starts = elementsOf(op.getStarts(), op.getDims().size()),
                     ends = elementsOf(op.getEnds(), op.getDims().size()),
                     steps = elementsOf(op.getSteps(), op.getDims().size());
  for (auto [i, dim] : llvm::enumerate(op.getDims())) {
    SliceRange range =
        emitSliceRange(b, dims[dim], starts[i], ends[i], steps[i]);
    std::optional<int64_t> step = KernelBuilder::known(range.step);
    if (!step && !at[dim].isUniform())
      return Value();
    std::optional<int64_t> start = KernelBuilder::known(range.start);
    int64_t multiple =
        step == 1 && start ? std::gcd(at[dim].multiple, *start) : 1;
    at[dim] = Lane{b.add(range.start, b.mul(at[dim].base, range.step)),
                   at[dim].step * step.value_or(0), multiple};
  }
  return emit(op.getOperand(), at);
}

Value PositionedOp::pad(PadOp op) {
  ArrayRef<Value> dims = frame.getDims(op.getOperand());
  SmallVector<Value> low = elementsOf(op.getLow(), dims.size()),
                     high = elementsOf(op.getHigh(), dims.size());
  SmallVector<Lane> at(position);
  Value isInside = b.constantInt(b.getI1Type(), 1);
  for (size_t i = 0; i < at.size(); ++i) {
    if (KernelBuilder::known(low[i]) == 0 && KernelBuilder::known(high[i]) == 0)
      continue;
    if (!at[i].isUniform())
      return Value();
    Value index = b.sub(at[i].base, low[i]), size = dims[i],
          last = b.sub(size, 1);
    switch (op.getMode()) {
    case PadMode::constant:
      // One unsigned comparison tells both ends.
      isInside = b.logicalAnd(isInside, b.compare(P::ult, index, size));
      break;
    case PadMode::edge:
      index = b.max(zero(), b.min(index, last));
      break;
    case PadMode::wrap: {
      Value rest =
          b.createOrFold<arith::RemSIOp>(index, b.max(size, b.index(1)));
      index =
          b.select(b.compare(P::slt, rest, zero()), b.add(rest, size), rest);
      break;
    }
    case PadMode::reflect: {
      Value period = b.max(b.mul(last, 2), b.index(1));
      Value rest = b.createOrFold<arith::RemSIOp>(index, period);
      Value phase =
          b.select(b.compare(P::slt, rest, zero()), b.add(rest, period), rest);
      index =
          b.select(b.compare(P::sgt, phase, last), b.sub(period, phase), phase);
      break;
    }
    }
    at[i] = uniform(index);
  }
  if (KernelBuilder::known(isInside) == 1)
    return emit(op.getOperand(), at);
  int64_t count = isUniform(position) ? 1 : lanes;
  Type type =
      b.withLanes(b.registerType(getElementTypeOrSelf(op.getType())), count);
  return b.ifElse(
      isInside, TypeRange{type},
      [&]() -> SmallVector<Value> {
        return {b.splat(emitInBranch(op.getOperand(), at), count)};
      },
      [&]() -> SmallVector<Value> {
        return {b.splat(emitInBranch(op.getValue(), {}), count)};
      })[0];
}

Value PositionedOp::concat(ConcatOp op) {
  int64_t dim = op.getDim();
  if (!position[dim].isUniform()) {
    // A vector lies in one piece when every piece holds whole vectors.
    bool isAligned =
        position[dim].step == 1 && position[dim].multiple % lanes == 0;
    for (Value operand : op.getOperands()) {
      std::optional<int64_t> size =
          KernelBuilder::known(frame.getDims(operand)[dim]);
      isAligned = isAligned && size && *size % lanes == 0;
    }
    if (!isAligned)
      return Value();
  }
  int64_t count = isUniform(position) ? 1 : lanes;
  Type type =
      b.withLanes(b.registerType(getElementTypeOrSelf(op.getType())), count);
  std::function<Value(unsigned, Value)> choose = [&](unsigned piece,
                                                     Value index) -> Value {
    SmallVector<Lane> at(position);
    at[dim].base = index;
    if (piece + 1 == op.getNumOperands())
      return b.splat(emitInBranch(op.getOperand(piece), at), count);
    Value size = frame.getDims(op.getOperand(piece))[dim];
    return b.ifElse(
        b.compare(P::slt, index, size), TypeRange{type},
        [&]() -> SmallVector<Value> {
          return {b.splat(emitInBranch(op.getOperand(piece), at), count)};
        },
        [&]() -> SmallVector<Value> {
          return {choose(piece + 1, b.sub(index, size))};
        })[0];
  };
  return choose(0, position[dim].base);
}

Value PositionedOp::tile(TileOp op) {
  SmallVector<Lane> at(position);
  SmallVector<Value> repeats = elementsOf(op.getRepeats(), at.size());
  for (auto [i, size] : llvm::enumerate(frame.getDims(op.getOperand()))) {
    if (KernelBuilder::known(repeats[i]) == 1)
      continue;
    std::optional<int64_t> known = KernelBuilder::known(size);
    if (known == 1) {
      at[i] = uniform(zero());
      continue;
    }
    bool isAligned = at[i].step == 1 && known && *known % lanes == 0 &&
                     at[i].multiple % lanes == 0;
    if (!at[i].isUniform() && !isAligned)
      return Value();
    at[i].base = b.rem(at[i].base, size);
    at[i].multiple = known ? std::gcd(at[i].multiple, *known) : 1;
  }
  return emit(op.getOperand(), at);
}

Value PositionedOp::iota() {
  const Lane &at = position[0];
  if (at.isUniform())
    return at.base;
  SmallVector<int64_t> steps;
  for (int64_t lane = 0; lane < lanes; ++lane)
    steps.push_back(lane * at.step);
  auto type = VectorType::get({lanes}, b.getI64Type());
  Value offsets = arith::ConstantOp::create(
      b, DenseElementsAttr::get(type, ArrayRef<int64_t>(steps)));
  return arith::AddIOp::create(b, b.splat(at.base, lanes), offsets);
}

Value PositionedOp::gather(GatherOp op) {
  int64_t dim = op.getDim();
  size_t count = frame.getDims(op.getIndices()).size();
  ArrayRef<Lane> indexPosition = position.slice(dim, count);
  if (!isUniform(indexPosition))
    return Value();
  Value raw =
      emitCast(b, emit(op.getIndices(), indexPosition),
               getElementTypeOrSelf(op.getIndices().getType()), b.getI64Type());
  SmallVector<Lane> at(position.take_front(dim));
  at.push_back(uniform(
      frame.checkIndex(raw, frame.getDims(op.getData())[dim], dim).place));
  at.append(position.begin() + dim + count, position.end());
  return emit(op.getData(), at);
}

Value PositionedOp::gatherElements(GatherElementsOp op) {
  if (!isUniform(position))
    return Value();
  Value raw =
      emitCast(b, emit(op.getIndices(), position),
               getElementTypeOrSelf(op.getIndices().getType()), b.getI64Type());
  SmallVector<Lane> at(position);
  at[op.getDim()] =
      uniform(frame
                  .checkIndex(raw, frame.getDims(op.getData())[op.getDim()],
                              op.getDim())
                  .place);
  return emit(op.getData(), at);
}

Value PositionedOp::gatherNd(GatherNdOp op) {
  int64_t batch = op.getBatchDims(),
          indexRank = frame.getDims(op.getIndices()).size();
  int64_t depth =
      cast<RankedTensorType>(op.getIndices().getType()).getShape().back();
  ArrayRef<Lane> outer = position.take_front(indexRank - 1);
  if (!isUniform(outer))
    return Value();
  SmallVector<Lane> at(position.take_front(batch)), indexPosition(outer);
  indexPosition.push_back(uniform(zero()));
  for (int64_t i = 0; i < depth; ++i) {
    indexPosition.back() = uniform(b.index(i));
    Value raw = emitCast(b, emit(op.getIndices(), indexPosition),
                         getElementTypeOrSelf(op.getIndices().getType()),
                         b.getI64Type());
    at.push_back(uniform(
        frame.checkIndex(raw, frame.getDims(op.getData())[batch + i], batch + i)
            .place));
  }
  at.append(position.begin() + (indexRank - 1), position.end());
  return emit(op.getData(), at);
}

/// The nearest element is one elsewhere.
Value PositionedOp::resize(ResizeOp op) {
  SmallVector<Lane> at(position);
  ArrayRef<Value> from = frame.getDims(op.getOperand()),
                  to = frame.getDims(op.getResult());
  for (auto [dim, scale] : llvm::zip_equal(
           op.getDims(), elementsOf(op.getScales(), op.getDims().size()))) {
    ResizeAxis axis = makeResizeAxis(b, from[dim], to[dim], scale);
    std::optional<int64_t> repetition = findRepetition(op, axis);
    // Lanes share an element where whole vectors lie in what repeats it.
    bool isShared = repetition && at[dim].step == 1 &&
                    *repetition % lanes == 0 && at[dim].multiple % lanes == 0;
    if (!at[dim].isUniform() && !isShared)
      return Value();
    at[dim] = uniform(repetition ? b.min(b.div(at[dim].base, *repetition),
                                         b.sub(from[dim], 1))
                                 : emitNearest(b, op, axis, at[dim].base));
  }
  return emit(op.getOperand(), at);
}
} // namespace

Value ExpressionEmitter::compute(Value tensor, ArrayRef<Lane> position) {
  if (auto it = sources.find(tensor); it != sources.end())
    return it->second(position);
  if (auto argument = dyn_cast<BlockArgument>(tensor)) {
    const KernelTensor &memory = frame.getArgument(argument.getArgNumber());
    if (!frame.getKernel().getArgAttr(argument.getArgNumber(),
                                      "weft.parameter") ||
        !isCodeTable(argument))
      return loadAt(memory, position);
    if (!isUniform(position))
      return computeLaneByLane(tensor, position);
    return loadCode(builder, memory, isIntegerTable(argument), position[0].base,
                    position[1].base);
  }
  Operation *op = tensor.getDefiningOp();
  if (auto constant = dyn_cast<ConstantOp>(op)) {
    auto splat = dyn_cast<SplatElementsAttr>(constant.getValue());
    if (!splat)
      return loadAt(frame.getConstant(constant), position);
    Type type = builder.registerType(splat.getElementType());
    if (auto floats = dyn_cast<DenseFPElementsAttr>(splat)) {
      APFloat value = floats.getSplatValue<APFloat>();
      bool losesInfo;
      value.convert(cast<FloatType>(type).getFloatSemantics(),
                    APFloat::rmNearestTiesToEven, &losesInfo);
      return arith::ConstantOp::create(builder, FloatAttr::get(type, value));
    }
    return arith::ConstantOp::create(
        builder, IntegerAttr::get(type, splat.getSplatValue<APInt>()));
  }
  if (isa<ElementwiseOpInterface>(op)) {
    SmallVector<Value> operands;
    for (Value operand : op->getOperands()) {
      SmallVector<Lane> at = broadcastPosition(operand, tensor, position);
      ArrayRef<Value> dims = frame.getDims(operand),
                      resultDims = frame.getDims(tensor);
      // A size that may be 1 only at run time decides there whether the lanes share an element.
      Value isShared;
      SmallVector<Lane> shared(at);
      for (size_t i = 0; i < at.size(); ++i)
        if (!at[i].isUniform() &&
            dims[i] != resultDims[resultDims.size() - dims.size() + i] &&
            !KernelBuilder::known(dims[i])) {
          isShared = builder.compare(P::eq, dims[i], builder.index(1));
          shared[i] = Lane{builder.index(0), 0, 1};
        }
      if (!isShared) {
        operands.push_back(emit(operand, at));
        continue;
      }
      auto outside = answers;
      Type type = builder.withLanes(
          builder.registerType(getElementTypeOrSelf(operand.getType())), lanes);
      auto branch = [&](ArrayRef<Lane> where) -> SmallVector<Value> {
        Value value = builder.splat(emit(operand, where), lanes);
        answers = outside;
        return {value};
      };
      operands.push_back(builder.ifElse(
          isShared, TypeRange{type}, [&] { return branch(shared); },
          [&] { return branch(at); })[0]);
    }
    bool isVector = llvm::any_of(
        operands, [](Value v) { return isa<VectorType>(v.getType()); });
    if (isVector)
      for (Value &operand : operands)
        operand = builder.splat(operand, lanes);
    return emitElementwise(builder, op, operands);
  }

  auto emitOperand = [&](Value operand, ArrayRef<Lane> at) {
    return emit(operand, at);
  };
  auto emitInBranch = [&](Value operand, ArrayRef<Lane> at) {
    auto outside = answers;
    Value value = emit(operand, at);
    answers = std::move(outside);
    return value;
  };
  auto elementsOf = [&](Value list, int64_t count) {
    if (auto constant = emitConstantElements(builder, list))
      return *constant;
    SmallVector<Value> elements;
    auto type = cast<RankedTensorType>(list.getType());
    for (int64_t i = 0; i < count; ++i) {
      SmallVector<Lane> at(type.getRank(), Lane{builder.index(i), 0, 1});
      elements.push_back(type.getElementType().isF32() ? emit(list, at)
                                                       : emitIndex(list, at));
    }
    return elements;
  };
  PositionedOp at{builder,     frame,        position,  lanes,
                  emitOperand, emitInBranch, elementsOf};
  Value answer =
      llvm::TypeSwitch<Operation *, Value>(op)
          .Case([&](DropoutOp dropout) {
            return emit(dropout.getOperand(), position);
          })
          .Case([&](TransposeOp transpose) {
            SmallVector<Lane> from(position);
            for (auto [i, dim] : llvm::enumerate(transpose.getPermutation()))
              from[dim] = position[i];
            return emit(transpose.getOperand(), from);
          })
          .Case([&](BroadcastOp broadcast) -> Value {
            SmallVector<Lane> from =
                broadcastPosition(broadcast.getOperand(), tensor, position);
            ArrayRef<Value> dims = frame.getDims(broadcast.getOperand()),
                            resultDims = frame.getDims(tensor);
            for (size_t i = 0; i < from.size(); ++i)
              if (!from[i].isUniform() &&
                  dims[i] != resultDims[resultDims.size() - dims.size() + i] &&
                  !KernelBuilder::known(dims[i]))
                return Value();
            return emit(broadcast.getOperand(), from);
          })
          .Case([&](ReshapeOp each) { return at.reshape(each); })
          .Case([&](SliceOp each) { return at.slice(each); })
          .Case([&](PadOp each) { return at.pad(each); })
          .Case([&](ConcatOp each) { return at.concat(each); })
          .Case([&](TileOp each) { return at.tile(each); })
          .Case([&](IotaOp) { return at.iota(); })
          .Case([&](GatherOp each) { return at.gather(each); })
          .Case([&](GatherElementsOp each) { return at.gatherElements(each); })
          .Case([&](GatherNdOp each) { return at.gatherNd(each); })
          .Case([&](ResizeOp each) { return at.resize(each); })
          .Default(Value());
  if (answer)
    return answer;
  assert(!isUniform(position) &&
         "an op that cannot be computed at a position is not in an expression");
  return computeLaneByLane(tensor, position);
}

Value ExpressionEmitter::emitRun(Value tensor, Value offset, int64_t count) {
  if (auto argument = dyn_cast<BlockArgument>(tensor);
      argument && !sources.count(tensor)) {
    const KernelTensor &memory = frame.getArgument(argument.getArgNumber());
    return builder.load(memory.pointer, memory.element, offset, count);
  }
  SmallVector<Value> elements;
  for (int64_t i = 0; i < count; ++i) {
    SmallVector<Value> at =
        builder.delinearize(builder.add(offset, i), frame.getDims(tensor));
    elements.push_back(emit(tensor, llvm::map_to_vector(at, [](Value index) {
                              return Lane{index, 0, 1};
                            })));
  }
  return count == 1
             ? elements[0]
             : vector::FromElementsOp::create(
                   builder, VectorType::get({count}, elements[0].getType()),
                   elements)
                   .getResult();
}

void ExpressionEmitter::storeResults(ArrayRef<Lane> position) {
  unsigned count = frame.getKernel().getNumResults();
  for (unsigned i = 0; i < count; ++i)
    storeResult(i, position);
}

void ExpressionEmitter::storeResult(unsigned i, ArrayRef<Lane> position) {
  auto ret =
      cast<ReturnOp>(frame.getKernel().getBody().front().getTerminator());
  SmallVector<Value> bases =
      llvm::map_to_vector(position, [](const Lane &lane) { return lane.base; });
  const KernelTensor &result = frame.getResult(i);
  Value stored = builder.splat(emit(ret.getOperand(i), position),
                               isUniform(position) ? 1 : lanes);
  builder.store(stored, result.pointer, result.element,
                builder.linearize(bases, result.dims));
}
