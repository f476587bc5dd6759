// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One rule for each kind of op.

#include "lib/Analysis/LeadingSlices.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;

using Cut = llvm::DenseSet<Value>;

static RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

RankedTensorType weft::getSliceType(Type type, int64_t parts) {
  auto tensor = cast<RankedTensorType>(type);
  SmallVector<int64_t> shape(tensor.getShape());
  shape[0] /= parts;
  return RankedTensorType::get(shape, tensor.getElementType());
}

bool weft::hasSlices(Type type, int64_t parts) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor || !tensor.hasStaticShape() || tensor.getRank() == 0)
    return false;
  Type element = tensor.getElementType();
  return tensor.getDimSize(0) > 0 && tensor.getDimSize(0) % parts == 0 &&
         element.isIntOrFloat() &&
         (element.isInteger(1) || element.getIntOrFloatBitWidth() >= 8);
}

/// Whether `value` has `result`'s first dimension where it is cut, and is repeated along it where it is not.
static bool broadcastsBySlices(Value value, RankedTensorType result,
                               const Cut &cut) {
  RankedTensorType type = typeOf(value);
  bool hasFirst = type.getRank() == result.getRank() && type.getRank() > 0;
  if (cut.contains(value))
    return hasFirst && type.getDimSize(0) == result.getDimSize(0);
  return !hasFirst || type.getDimSize(0) == 1;
}

static bool isCutOnlyIn(Operation *op, unsigned operand, const Cut &cut) {
  for (OpOperand &each : op->getOpOperands())
    if (cut.contains(each.get()) != (each.getOperandNumber() == operand))
      return false;
  return true;
}

static bool contractsBySlices(ContractOp op, const Cut &cut) {
  if (op.getResultDims().empty())
    return false;
  char first = op.getResultDims().front();
  for (auto [letters, operand] : {std::pair(op.getLhsDims(), op.getLhs()),
                                  std::pair(op.getRhsDims(), op.getRhs())})
    if (cut.contains(operand) ? !letters.starts_with(StringRef(&first, 1)) ||
                                    letters.count(first) != 1
                              : letters.contains(first))
      return false;
  return true;
}

/// Whether neither end of the first dimension gets padding.
static bool padsOtherDims(PadOp op) {
  auto low = matchConstantInts(op.getLow()),
       high = matchConstantInts(op.getHigh());
  return low && high && !low->empty() && low->front() == 0 &&
         high->front() == 0;
}

static bool attendsBySlices(AttentionOp op, const Cut &cut) {
  auto has = [&](Value value) { return cut.contains(value); };
  if (!has(op.getQuery()) || !has(op.getKey()) || !has(op.getValue()) ||
      op.getPastKey() || op.getPresentKey())
    return false;
  return llvm::all_of(op->getOperands().drop_front(3), [&](Value value) {
    return broadcastsBySlices(value, typeOf(op.getResult()), cut);
  });
}

bool weft::computesBySlices(Operation *op, const Cut &cut, int64_t parts) {
  if (op->getNumResults() == 0 ||
      llvm::none_of(op->getOperands(),
                    [&](Value each) { return cut.contains(each); }) ||
      !llvm::all_of(op->getResultTypes(),
                    [&](Type type) { return hasSlices(type, parts); }))
    return false;
  RankedTensorType result = typeOf(op->getResult(0));
  auto isFirst = [](int64_t dim) { return dim == 0; };
  return llvm::TypeSwitch<Operation *, bool>(op)
      .Case([&](ElementwiseOpInterface) {
        return llvm::all_of(op->getOperands(), [&](Value operand) {
          return broadcastsBySlices(operand, result, cut);
        });
      })
      .Case<ConvOp, ReduceWindowOp>(
          [&](Operation *) { return isCutOnlyIn(op, 0, cut); })
      .Case([&](ContractOp each) { return contractsBySlices(each, cut); })
      .Case([&](SoftmaxOp each) { return each.getDim() != 0; })
      .Case<NormalizeOp, ReduceOp>(
          [&](auto each) { return llvm::none_of(each.getDims(), isFirst); })
      .Case<ArgReduceOp, CumulativeOp>(
          [&](auto each) { return each.getDim() != 0; })
      .Case([&](TransposeOp each) { return each.getPermutation()[0] == 0; })
      // Slices are contiguous, and stay so in any shape.
      .Case([&](ReshapeOp) { return isCutOnlyIn(op, 0, cut); })
      .Case([&](BroadcastOp each) {
        return isCutOnlyIn(op, 0, cut) && matchConstantInts(each.getShape()) &&
               broadcastsBySlices(each.getOperand(), result, cut);
      })
      .Case<SliceOp, ResizeOp>([&](auto each) {
        return isCutOnlyIn(op, 0, cut) &&
               llvm::none_of(each.getDims(), isFirst);
      })
      .Case([&](PadOp each) {
        return isCutOnlyIn(op, 0, cut) && padsOtherDims(each);
      })
      .Case([&](ConcatOp each) {
        return each.getDim() != 0 &&
               llvm::all_of(op->getOperands(), [&](Value operand) {
                 return cut.contains(operand);
               });
      })
      .Case([&](GatherOp each) {
        return each.getDim() == 0 ? isCutOnlyIn(op, 1, cut)
                                  : isCutOnlyIn(op, 0, cut);
      })
      .Case([&](AttentionOp each) { return attendsBySlices(each, cut); })
      .Default(false);
}

void weft::narrowToSlice(Operation *op, int64_t parts) {
  for (OpResult result : op->getResults())
    result.setType(getSliceType(result.getType(), parts));
  if (auto reshape = dyn_cast<ReshapeOp>(op)) {
    // The type says it all.
    reshape.getShapeMutable().clear();
  } else if (auto broadcast = dyn_cast<BroadcastOp>(op)) {
    OpBuilder builder(op);
    broadcast.getShapeMutable().assign(
        ConstantOp::create(
            builder, op->getLoc(),
            builder.getI64TensorAttr(typeOf(op->getResult(0)).getShape()))
            .getResult());
  }
}
