// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ConstantFolding.h. Values are computed as 64-bit integers; narrower ones
// are exact because results are truncated to their type.

#include "lib/Import/ConstantFolding.h"
#include "dialects/Weft/WeftOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;

/// Shapes and conditions are lists of a few numbers.
static constexpr int64_t maxElements = 64;

static bool isSmallIntegers(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  return tensor && tensor.hasStaticShape() &&
         tensor.getElementType().isSignlessInteger() &&
         tensor.getNumElements() <= maxElements;
}

static bool holds(Predicate predicate, int64_t a, int64_t b) {
  switch (predicate) {
  case Predicate::eq:
    return a == b;
  case Predicate::ne:
    return a != b;
  case Predicate::lt:
    return a < b;
  case Predicate::le:
    return a <= b;
  case Predicate::gt:
    return a > b;
  case Predicate::ge:
    return a >= b;
  }
  return false;
}

/// The remainder with the divisor's sign, as weft.mod has it.
static int64_t floorMod(int64_t a, int64_t b) {
  if (b == 0)
    return a;
  if (b == -1)
    return 0;
  int64_t rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

/// One element of an elementwise op.
static std::optional<int64_t> computeElement(Operation *op,
                                             ArrayRef<int64_t> in) {
  using Result = std::optional<int64_t>;
  return llvm::TypeSwitch<Operation *, Result>(op)
      .Case([&](CompareOp compare) -> Result {
        return holds(compare.getPredicate(), in[0], in[1]);
      })
      .Case([&](SelectOp) -> Result { return in[0] ? in[1] : in[2]; })
      .Case([&](NotOp) -> Result { return ~in[0]; })
      .Case([&](AndOp) -> Result { return in[0] & in[1]; })
      .Case([&](OrOp) -> Result { return in[0] | in[1]; })
      .Case([&](XorOp) -> Result { return in[0] ^ in[1]; })
      .Case([&](MaxOp) -> Result { return std::max(in[0], in[1]); })
      .Case([&](MinOp) -> Result { return std::min(in[0], in[1]); })
      .Case([&](NegOp) -> Result { return -uint64_t(in[0]); })
      .Case(
          [&](AbsOp) -> Result { return in[0] < 0 ? -uint64_t(in[0]) : in[0]; })
      .Case([&](ModOp) -> Result { return floorMod(in[0], in[1]); })
      .Case([&](CastOp cast) -> Result {
        auto to = cast.getType().getElementType();
        return to.isInteger(1) ? in[0] != 0 : in[0];
      })
      .Default([](Operation *) { return std::nullopt; });
}

/// Position in a broadcast operand of the result's row-major element `index`.
static int64_t broadcastIndex(int64_t index, ArrayRef<int64_t> result,
                              ArrayRef<int64_t> operand) {
  int64_t position = 0, stride = 1;
  for (size_t back = 1; back <= operand.size(); ++back) {
    int64_t at = index % result[result.size() - back];
    index /= result[result.size() - back];
    if (operand[operand.size() - back] != 1)
      position += at * stride;
    stride *= operand[operand.size() - back];
  }
  return position;
}

static std::optional<SmallVector<int64_t>> foldElementwise(Operation *op) {
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  SmallVector<SmallVector<int64_t>> operands;
  for (Value operand : op->getOperands()) {
    auto values = isSmallIntegers(operand.getType())
                      ? matchConstantInts(operand)
                      : std::nullopt;
    if (!values)
      return std::nullopt;
    operands.push_back(*values);
  }
  SmallVector<int64_t> results;
  for (int64_t i = 0; i < type.getNumElements(); ++i) {
    SmallVector<int64_t> in;
    for (auto [values, operand] : llvm::zip_equal(operands, op->getOperands()))
      in.push_back(values[broadcastIndex(
          i, type.getShape(),
          cast<RankedTensorType>(operand.getType()).getShape())]);
    auto result = computeElement(op, in);
    if (!result)
      return std::nullopt;
    results.push_back(*result);
  }
  return results;
}

/// Sums and products of a whole list.
static std::optional<SmallVector<int64_t>> foldReduction(ReduceOp op) {
  auto values = matchConstantInts(op.getOperand());
  if (!values || op.getType().getNumElements() != 1 ||
      values->size() > maxElements)
    return std::nullopt;
  uint64_t sum = 0, product = 1;
  for (int64_t value : *values) {
    sum += uint64_t(value);
    product *= uint64_t(value);
  }
  if (op.getKind() == ReductionKind::sum)
    return SmallVector<int64_t>{int64_t(sum)};
  if (op.getKind() == ReductionKind::prod)
    return SmallVector<int64_t>{int64_t(product)};
  return std::nullopt;
}

static std::optional<SmallVector<int64_t>> computeValues(Operation *op) {
  if (isa<ElementwiseOpInterface>(op))
    if (auto values = foldElementwise(op))
      return values;
  if (auto reduce = dyn_cast<ReduceOp>(op))
    return foldReduction(reduce);
  // Parts of shapes whose other parts stay unknown.
  if (!getElementTypeOrSelf(op->getResult(0).getType()).isInteger(64))
    return std::nullopt;
  auto partial = matchPartialShape(op->getResult(0));
  if (partial && llvm::none_of(*partial, ShapedType::isDynamic))
    return partial;
  return std::nullopt;
}

LogicalResult weft::foldSmallConstants(OpBuilder &builder, Operation *op,
                                       SmallVectorImpl<Value> &results) {
  if (op->getNumResults() != 1 || isa<ConstantOp>(op) ||
      !isSmallIntegers(op->getResult(0).getType()))
    return failure();
  auto type = cast<RankedTensorType>(op->getResult(0).getType());
  auto values = computeValues(op);
  if (!values || int64_t(values->size()) != type.getNumElements())
    return failure();
  unsigned width = type.getElementTypeBitWidth();
  SmallVector<APInt> elements;
  for (int64_t value : *values)
    elements.push_back(APInt(64, uint64_t(value)).trunc(width));
  results.push_back(ConstantOp::create(
      builder, op->getLoc(), DenseIntElementsAttr::get(type, elements)));
  return success();
}
