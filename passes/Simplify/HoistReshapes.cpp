// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Takes reshapes that only add or drop dimensions of size 1 from between a contraction and what could be fused with it. Models
// flatten a batch of 1 for a matrix product and bring it back before the residual sum; the contraction can as well
// carry the dimension, and the reshape in front of it mostly cancels. Only chains of single uses move, so that nothing is
// computed twice.
//
//   %a = weft.reshape %x : (tensor<1x3x4xf32>) -> tensor<3x4xf32>
//   %c = weft.contract "mk,kn->mn" %a, %w : (tensor<3x4xf32>, tensor<4x6xf32>) -> tensor<3x6xf32>
//   %s = weft.add %c, %bias : (tensor<3x6xf32>, tensor<6xf32>) -> tensor<3x6xf32>
//   %r = weft.reshape %s : (tensor<3x6xf32>) -> tensor<1x3x6xf32>
//   %y = weft.add %r, %z : (tensor<1x3x6xf32>, tensor<1x3x6xf32>) -> tensor<1x3x6xf32>
//
// becomes
//
//   %c = weft.contract "amk,kn->amn" %x, %w : (tensor<1x3x4xf32>, tensor<4x6xf32>) -> tensor<1x3x6xf32>
//   %s = weft.add %c, %bias : (tensor<1x3x6xf32>, tensor<6xf32>) -> tensor<1x3x6xf32>
//   %y = weft.add %s, %z : (tensor<1x3x6xf32>, tensor<1x3x6xf32>) -> tensor<1x3x6xf32>

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/ConstantExpression.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/PatternMatch.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/SetVector.h"

namespace weft {
#define GEN_PASS_DEF_HOISTRESHAPES
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// For each dimension behind a reshape the one before it, -1 for a 1 that was added; nothing where more than ones differ.
std::optional<SmallVector<int64_t>> matchUnitReshape(ArrayRef<int64_t> from,
                                                     ArrayRef<int64_t> to) {
  if (llvm::count(from, ShapedType::kDynamic) > 1)
    return std::nullopt;
  SmallVector<int64_t> source;
  size_t i = 0;
  for (int64_t size : to) {
    while (i < from.size() && from[i] != size && from[i] == 1 && size != 1)
      ++i;
    if (i < from.size() && from[i] == size)
      source.push_back(i++);
    else if (size == 1)
      source.push_back(-1);
    else
      return std::nullopt;
  }
  for (; i < from.size(); ++i)
    if (from[i] != 1)
      return std::nullopt;
  return source;
}

Value reshapeTo(OpBuilder &builder, Location loc, Value value,
                ArrayRef<int64_t> shape) {
  if (tensorType(value).getShape() == shape)
    return value;
  // reshape(reshape(x)) is reshape(x), and x itself where it has the shape.
  while (auto inner = value.getDefiningOp<ReshapeOp>())
    value = inner.getOperand();
  if (tensorType(value).getShape() == shape)
    return value;
  Value list;
  if (ShapedType::isDynamicShape(shape)) {
    SmallVector<int64_t> sizes(shape);
    std::replace(sizes.begin(), sizes.end(), ShapedType::kDynamic, int64_t(-1));
    list = ConstantOp::create(
        builder, loc,
        DenseIntElementsAttr::get(
            RankedTensorType::get(sizes.size(), builder.getI64Type()), sizes));
  }
  return ReshapeOp::create(
      builder, loc,
      RankedTensorType::get(shape, tensorType(value).getElementType()), value,
      list);
}

/// The op that computes `value` for the one user, and nothing else.
Operation *findOnlyProducer(Value value) {
  Operation *op = value.getDefiningOp();
  return op && op->getNumResults() == 1 && op->hasOneUse() ? op : nullptr;
}

/// The operand of an elementwise op that leads to a contraction by a chain of single uses; null for none. `depth` bounds it.
Value findOperandFromContract(Operation *op, unsigned depth = 16) {
  for (Value operand : op->getOperands()) {
    Operation *producer = operand.getType() == op->getResult(0).getType()
                              ? findOnlyProducer(operand)
                              : nullptr;
    if (!producer || producer->getBlock() != op->getBlock() || depth == 0)
      continue;
    if (isa<ContractOp>(producer) ||
        (isa<ElementwiseOpInterface>(producer) &&
         findOperandFromContract(producer, depth - 1)))
      return operand;
  }
  return {};
}

/// Rewrites a contraction for a result that has dimensions of size 1 more or less; returns null where it cannot.
Value reshapeContract(RewriterBase &rewriter, ContractOp op,
                      RankedTensorType type, ArrayRef<int64_t> source) {
  std::string result;
  std::string terms[2] = {op.getLhsDims().str(), op.getRhsDims().str()};
  SmallVector<int64_t> shapes[2] = {
      SmallVector<int64_t>(tensorType(op.getLhs()).getShape()),
      SmallVector<int64_t>(tensorType(op.getRhs()).getShape())};
  if (llvm::count(shapes[0], ShapedType::kDynamic) > 1 ||
      llvm::count(shapes[1], ShapedType::kDynamic) > 1)
    return {};
  for (auto [i, letter] : llvm::enumerate(op.getResultDims())) {
    if (llvm::is_contained(source, static_cast<int64_t>(i)))
      continue;
    for (int k : {0, 1})
      if (size_t at = terms[k].find(letter); at != std::string::npos) {
        if (shapes[k][at] != 1)
          return {};
        terms[k].erase(at, 1);
        shapes[k].erase(shapes[k].begin() + at);
      }
  }
  // A new dimension comes with the operand that is no weight, before what follows it in the result.
  int data =
      isConstantExpression(op.getLhs()) && !isConstantExpression(op.getRhs())
          ? 1
          : 0;
  char fresh = 'a';
  for (auto [j, from] : llvm::enumerate(source)) {
    if (from >= 0) {
      result.push_back(op.getResultDims()[from]);
      continue;
    }
    while (op.getEquation().contains(fresh) ||
           llvm::StringRef(result).contains(fresh))
      fresh = fresh == 'z' ? 'A' : fresh + 1;
    size_t place = 0;
    for (int64_t next : source.drop_front(j + 1))
      if (size_t at = next < 0 ? std::string::npos
                               : terms[data].find(op.getResultDims()[next]);
          at != std::string::npos) {
        place = at;
        break;
      }
    terms[data].insert(place, 1, fresh);
    shapes[data].insert(shapes[data].begin() + place, 1);
    result.push_back(fresh);
  }
  rewriter.setInsertionPoint(op);
  Value lhs = reshapeTo(rewriter, op.getLoc(), op.getLhs(), shapes[0]),
        rhs = reshapeTo(rewriter, op.getLoc(), op.getRhs(), shapes[1]);
  return ContractOp::create(rewriter, op.getLoc(), type,
                            terms[0] + "," + terms[1] + "->" + result, lhs,
                            rhs);
}

/// `operand` of an elementwise op for a result that is reshaped by `source`.
Value reshapeOperand(RewriterBase &rewriter, Location loc, Value operand,
                     int64_t rank, ArrayRef<int64_t> source) {
  RankedTensorType type = tensorType(operand);
  int64_t lead = rank - type.getRank();
  SmallVector<int64_t> shape;
  for (int64_t from : source)
    shape.push_back(from < lead ? 1 : type.getDimSize(from - lead));
  ArrayRef<int64_t> target = shape;
  if (lead > 0 || isConstantExpression(operand))
    target = target.drop_while([](int64_t size) { return size == 1; });
  return reshapeTo(rewriter, loc, operand, target);
}

/// Computes `op`, and what leads from a contraction to it, in the shape `type`; returns null where that cannot be.
Value rebuild(RewriterBase &rewriter, Operation *op, RankedTensorType type,
              ArrayRef<int64_t> source) {
  if (auto contract = dyn_cast<ContractOp>(op))
    return reshapeContract(rewriter, contract, type, source);
  Value chain = findOperandFromContract(op);
  int64_t rank = tensorType(op->getResult(0)).getRank();
  for (Value operand : op->getOperands())
    if (llvm::count(tensorType(operand).getShape(), ShapedType::kDynamic) > 1)
      return {};
  auto chainType = RankedTensorType::get(type.getShape(),
                                         tensorType(chain).getElementType());
  Value rebuilt = rebuild(rewriter, chain.getDefiningOp(), chainType, source);
  if (!rebuilt)
    return {};
  rewriter.setInsertionPoint(op);
  IRMapping mapping;
  for (Value operand : op->getOperands())
    mapping.map(operand, operand == chain
                             ? rebuilt
                             : reshapeOperand(rewriter, op->getLoc(), operand,
                                              rank, source));
  Operation *copy = rewriter.clone(*op, mapping);
  copy->getResult(0).setType(type);
  return copy->getResult(0);
}

struct HoistReshapesPass : weft::impl::HoistReshapesBase<HoistReshapesPass> {
  void runOnOperation() override {
    IRRewriter rewriter(&getContext());
    SmallVector<ReshapeOp> reshapes;
    getOperation().walk([&](ReshapeOp op) { reshapes.push_back(op); });
    for (ReshapeOp reshape : reshapes)
      hoist(rewriter, reshape);
  }

  static void hoist(RewriterBase &rewriter, ReshapeOp reshape) {
    Operation *producer = findOnlyProducer(reshape.getOperand());
    // Nothing else is kept apart from a contraction by a reshape.
    if (!producer || llvm::none_of(reshape->getUsers(), [](Operation *user) {
          return isa<ElementwiseOpInterface>(user);
        }))
      return;
    if (!isa<ContractOp>(producer) && !(isa<ElementwiseOpInterface>(producer) &&
                                        findOperandFromContract(producer)))
      return;
    auto type = tensorType(reshape);
    auto source = matchUnitReshape(tensorType(reshape.getOperand()).getShape(),
                                   type.getShape());
    if (!source)
      return;
    Value rebuilt = rebuild(rewriter, producer, type, *source);
    if (!rebuilt)
      return;
    rewriter.replaceOp(reshape, rebuilt);
    eraseChain(rewriter, producer);
  }

  /// Erases `op` and what only it used.
  static void eraseChain(RewriterBase &rewriter, Operation *op) {
    SmallVector<Operation *> pending{op};
    while (!pending.empty()) {
      Operation *next = pending.pop_back_val();
      if (!next->use_empty() || !isa<ElementwiseOpInterface, ContractOp>(next))
        continue;
      llvm::SmallSetVector<Operation *, 4> producers;
      for (Value operand : next->getOperands())
        if (operand.getDefiningOp())
          producers.insert(operand.getDefiningOp());
      rewriter.eraseOp(next);
      llvm::append_range(pending, producers);
    }
  }
};
} // namespace
