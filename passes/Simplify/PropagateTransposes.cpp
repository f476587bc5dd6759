// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Moves transposes to where they cancel. Importers wrap channels-last ops of a channels-first model in transposes, so
// that each convolution is followed by one and its inverse stands before the next, with elementwise ops between.
//
// A first sweep in program order sinks every transpose through the op that uses it (TransposeRules.h), where that moves
// no more elements than before; what meets its inverse cancels, and contractions take transposes into their
// equations. A second sweep against program order lifts those that are left, for ops where only one operand was transposed.
// Transposes of constants cost nothing, since they are folded. The sweeps work on a copy of each function, which is
// taken only if it moves no more elements than the original.
//
//   %t = weft.transpose %a {permutation = array<i64: 0, 3, 1, 2>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x8x8xf32>
//   %b = weft.add %t, %bias : (tensor<1x4x8x8xf32>, tensor<4x1x1xf32>) -> tensor<1x4x8x8xf32>
//   %y = weft.transpose %b {permutation = array<i64: 0, 2, 3, 1>} : (tensor<1x4x8x8xf32>) -> tensor<1x8x8x4xf32>
//
// becomes
//
//   %c = weft.reshape %bias : (tensor<4x1x1xf32>) -> tensor<4xf32>
//   %y = weft.add %a, %c : (tensor<1x8x8x4xf32>, tensor<4xf32>) -> tensor<1x8x8x4xf32>

#include "lib/Analysis/ConstantExpression.h"
#include "mlir/IR/Remarks.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/TransposeRules.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/PatternMatch.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/Support/DebugLog.h"

#define DEBUG_TYPE "weft-propagate-transposes"

namespace weft {
#define GEN_PASS_DEF_PROPAGATETRANSPOSES
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// The transpose that computes `value`, unless of a constant, whose transposition costs nothing wherever it stands.
TransposeOp findTranspose(Value value) {
  auto transpose = value.getDefiningOp<TransposeOp>();
  return transpose && !isConstantExpression(transpose.getOperand())
             ? transpose
             : TransposeOp();
}

int64_t computeMoved(TransposeOp op) {
  return weft::computeMoved(tensorType(op.getOperand()), op.getPermutation());
}

/// The elements that the transposes in `function` move.
int64_t computeMoved(FuncOp function) {
  int64_t moved = 0;
  function.walk([&](TransposeOp op) {
    if (findTranspose(op))
      moved += computeMoved(op);
  });
  return moved;
}

bool isOne(RankedTensorType type) {
  return llvm::all_of(type.getShape(), [](int64_t size) { return size == 1; });
}

/// `value` transposed by `permutation`, with a transpose that computes it taken in.
Value transposed(OpBuilder &builder, Location loc, Value value,
                 ArrayRef<int64_t> permutation) {
  Permutation joined(permutation);
  if (auto inner = value.getDefiningOp<TransposeOp>()) {
    joined = composePermutations(joined, inner.getPermutation());
    value = inner.getOperand();
  }
  if (isIdentity(joined))
    return value;
  RankedTensorType type = tensorType(value);
  if (isConstantExpression(value) && movesNothing(type, joined) &&
      llvm::count(type.getShape(), ShapedType::kDynamic) <= 1) {
    SmallVector<int64_t> shape = llvm::map_to_vector(
        joined, [&](int64_t from) { return type.getDimSize(from); });
    return reshapeTo(builder, loc, value, shape);
  }
  return TransposeOp::create(builder, loc, value, joined);
}

/// What an operand is before transposition by a permutation, and what that costs.
class Untransposer {
public:
  Untransposer(Operation *op, ArrayRef<int64_t> permutation)
      : op(op), permutation(permutation), inverse(invert(permutation)),
        mayBroadcast(isa<ElementwiseOpInterface>(op)) {}

  /// The elements that taking `operand` as it was before transposition moves; nothing where that is impossible.
  std::optional<int64_t> computeCost(Value operand) const {
    RankedTensorType type = tensorType(operand);
    if (mayBroadcast && isOne(type))
      return 0;
    if (type.getRank() != static_cast<int64_t>(permutation.size())) {
      // Missing dimensions come as ones, with a reshape that may know at most one size too few.
      if (!mayBroadcast ||
          llvm::count(type.getShape(), ShapedType::kDynamic) > 1)
        return std::nullopt;
      SmallVector<int64_t> shape = expandedShape(type);
      return isConstantExpression(operand)
                 ? 0
                 : weft::computeMoved(
                       RankedTensorType::get(shape, type.getElementType()),
                       inverse);
    }
    if (isConstantExpression(operand))
      return 0;
    if (TransposeOp inner = findTranspose(operand))
      return weft::computeMoved(
          tensorType(inner.getOperand()),
          composePermutations(inverse, inner.getPermutation()));
    return weft::computeMoved(type, inverse);
  }

  Value build(OpBuilder &builder, Value operand) const {
    RankedTensorType type = tensorType(operand);
    if (mayBroadcast && isOne(type))
      return operand;
    Location loc = op->getLoc();
    if (!isConstantExpression(operand)) {
      if (type.getRank() != static_cast<int64_t>(permutation.size()))
        operand = reshapeTo(builder, loc, operand, expandedShape(type));
      return transposed(builder, loc, operand, inverse);
    }
    if (type.getRank() != static_cast<int64_t>(permutation.size())) {
      // Only the order of dimensions that the constant has matters, and leading ones go without saying.
      SmallVector<int64_t> shape = expandedShape(type);
      auto expanded = RankedTensorType::get(shape, type.getElementType());
      SmallVector<int64_t> target = llvm::map_to_vector(
          inverse, [&](int64_t from) { return shape[from]; });
      if (movesNothing(expanded, inverse))
        return reshapeTo(builder, loc, operand, trimmed(target));
      return transposed(builder, loc, reshapeTo(builder, loc, operand, shape),
                        inverse);
    }
    if (mayBroadcast && movesNothing(type, inverse)) {
      SmallVector<int64_t> target = llvm::map_to_vector(
          inverse, [&](int64_t from) { return type.getDimSize(from); });
      return reshapeTo(builder, loc, operand, trimmed(target));
    }
    return transposed(builder, loc, operand, inverse);
  }

private:
  /// The shape with leading ones up to the permutation's rank.
  SmallVector<int64_t> expandedShape(RankedTensorType type) const {
    SmallVector<int64_t> shape(permutation.size() - type.getRank(), 1);
    llvm::append_range(shape, type.getShape());
    return shape;
  }

  static ArrayRef<int64_t> trimmed(ArrayRef<int64_t> shape) {
    return shape.drop_while([](int64_t size) { return size == 1; });
  }

  Operation *op;
  ArrayRef<int64_t> permutation;
  Permutation inverse;
  bool mayBroadcast;
};

//===----------------------------------------------------------------------===//
// Sinking
//===----------------------------------------------------------------------===//

/// Replaces `op` by one over operands before transposition by `permutation`, and transposes behind it.
LogicalResult commuteAndReplace(RewriterBase &rewriter, Operation *op,
                                ArrayRef<int64_t> permutation,
                                const Untransposer &untransposer) {
  rewriter.setInsertionPoint(op);
  SmallVector<Value> operands;
  for (unsigned index : findTransposableOperands(op))
    operands.push_back(untransposer.build(rewriter, op->getOperand(index)));
  FailureOr<CommutedOp> commuted = commute(rewriter, op, permutation, operands);
  if (failed(commuted))
    return failure();
  SmallVector<Value> results;
  for (Value result : commuted->op->getResults())
    results.push_back(
        transposed(rewriter, op->getLoc(), result, commuted->permutation));
  // Inference may know less than the old type said.
  for (auto [result, old] : llvm::zip(results, op->getResults()))
    if (result.getType() != old.getType())
      return failure();
  rewriter.replaceOp(op, results);
  return success();
}

/// The permutation that operands of `op` share and that is worth taking to the op's results.
std::optional<Permutation> findPermutationToSink(Operation *op) {
  SmallVector<unsigned> indices = findTransposableOperands(op);
  if (indices.empty() || op->getNumResults() == 0)
    return std::nullopt;
  RankedTensorType result = tensorType(op->getResult(0));
  TransposeOp chosen;
  for (unsigned index : indices)
    if (TransposeOp transpose = findTranspose(op->getOperand(index)))
      if (!chosen || computeMoved(transpose) > computeMoved(chosen))
        chosen = transpose;
  if (!chosen)
    return std::nullopt;
  Permutation permutation(chosen.getPermutation());
  if (isa<ElementwiseOpInterface>(op) &&
      result.getRank() != static_cast<int64_t>(permutation.size()))
    return std::nullopt;
  Untransposer untransposer(op, permutation);
  int64_t removed = 0, added = 0;
  bool movesOthers = false;
  llvm::SmallPtrSet<Operation *, 4> seen;
  for (unsigned index : indices) {
    Value operand = op->getOperand(index);
    auto cost = untransposer.computeCost(operand);
    if (!cost)
      return std::nullopt;
    added += *cost;
    movesOthers |= *cost != 0;
    if (TransposeOp transpose = findTranspose(operand);
        transpose && seen.insert(transpose).second)
      removed += computeMoved(transpose);
  }
  // A result that is larger than the operand (padding) still sinks: most transposes meet their inverse further down, and
  // the function is compared as a whole in the end.
  for (Value each : op->getResults())
    added += keepsPermutation(op)
                 ? weft::computeMoved(tensorType(each), permutation)
                 : 0;
  if (added > (movesOthers ? removed : 2 * removed))
    return std::nullopt;
  return permutation;
}

/// Takes transposes of operands, and one of the result, into the equation: the order of letters says it all.
void foldIntoContract(RewriterBase &rewriter, ContractOp op) {
  std::string terms[2] = {op.getLhsDims().str(), op.getRhsDims().str()};
  bool changed = false;
  SmallVector<Value> operands(op->getOperands());
  for (int i : {0, 1}) {
    auto transpose = op->getOperand(i).getDefiningOp<TransposeOp>();
    if (!transpose)
      continue;
    std::string before = terms[i];
    for (auto [to, from] : llvm::enumerate(transpose.getPermutation()))
      before[from] = terms[i][to];
    terms[i] = before;
    operands[i] = transpose.getOperand();
    changed = true;
  }
  if (changed)
    rewriter.modifyOpInPlace(op, [&] {
      op.setEquation(terms[0] + "," + terms[1] + "->" +
                     op.getResultDims().str());
      op->setOperands(operands);
    });
}

/// transpose(contract) with no other use is a contraction with another order of letters.
bool foldContractInto(RewriterBase &rewriter, TransposeOp op) {
  auto contract = op.getOperand().getDefiningOp<ContractOp>();
  if (!contract || !contract->hasOneUse())
    return false;
  std::string result;
  for (int64_t from : op.getPermutation())
    result.push_back(contract.getResultDims()[from]);
  rewriter.setInsertionPoint(contract);
  std::string equation =
      (contract.getLhsDims() + "," + contract.getRhsDims() + "->" + result)
          .str();
  auto folded =
      ContractOp::create(rewriter, contract.getLoc(), op.getType(), equation,
                         contract.getLhs(), contract.getRhs());
  rewriter.replaceOp(op, folded);
  rewriter.eraseOp(contract);
  return true;
}

void sink(RewriterBase &rewriter, Operation *op) {
  if (auto transpose = dyn_cast<TransposeOp>(op)) {
    if (foldContractInto(rewriter, transpose))
      return;
    rewriter.setInsertionPoint(op);
    if (isIdentity(transpose.getPermutation())
            ? transpose.getOperand().getType() == transpose.getType()
            : static_cast<bool>(
                  transpose.getOperand().getDefiningOp<TransposeOp>()))
      rewriter.replaceOp(op, transposed(rewriter, op->getLoc(),
                                        transpose.getOperand(),
                                        transpose.getPermutation()));
    return;
  }
  if (auto contract = dyn_cast<ContractOp>(op))
    return foldIntoContract(rewriter, contract);
  if (auto dim = dyn_cast<DimOp>(op)) {
    if (TransposeOp transpose = findTranspose(dim.getOperand()))
      rewriter.modifyOpInPlace(dim, [&] {
        dim.setDim(transpose.getPermutation()[dim.getDim()]);
        dim.getOperandMutable().assign(transpose.getOperand());
      });
    return;
  }
  if (auto shape = dyn_cast<ShapeOp>(op)) {
    TransposeOp transpose = findTranspose(shape.getOperand());
    if (!transpose)
      return;
    rewriter.setInsertionPoint(op);
    Value sizes =
        ShapeOp::create(rewriter, op->getLoc(), transpose.getOperand());
    auto listType = RankedTensorType::get(transpose.getPermutation().size(),
                                          rewriter.getI64Type());
    Value order = ConstantOp::create(
        rewriter, op->getLoc(),
        DenseIntElementsAttr::get(listType, transpose.getPermutation()));
    rewriter.replaceOpWithNewOp<GatherOp>(op, shape.getType(), sizes, order, 0);
    return;
  }
  if (auto permutation = findPermutationToSink(op))
    (void)commuteAndReplace(rewriter, op, *permutation,
                            Untransposer(op, *permutation));
}

//===----------------------------------------------------------------------===//
// Lifting
//===----------------------------------------------------------------------===//

/// Takes `transpose` above the op that computes its operand where that moves no more elements; returns whether it did.
bool lift(RewriterBase &rewriter, TransposeOp transpose) {
  Operation *op = transpose.getOperand().getDefiningOp();
  if (!op || op->getNumResults() != 1 || !op->hasOneUse() ||
      !keepsPermutation(op) || isConstantExpression(transpose.getOperand()))
    return false;
  // Operands are taken as before the inverse, so that the result is transposed by the inverse and then back.
  Permutation inverse = invert(transpose.getPermutation());
  if (isa<ElementwiseOpInterface>(op) &&
      llvm::all_of(op->getOperands(),
                   [](Value operand) { return isOne(tensorType(operand)); }))
    return false;
  Untransposer untransposer(op, inverse);
  int64_t removed = computeMoved(transpose), added = 0;
  llvm::SmallPtrSet<Operation *, 4> seen;
  for (unsigned index : findTransposableOperands(op)) {
    Value operand = op->getOperand(index);
    auto cost = untransposer.computeCost(operand);
    if (!cost)
      return false;
    added += *cost;
    if (TransposeOp inner = findTranspose(operand);
        inner && inner->hasOneUse() && seen.insert(inner).second)
      removed += computeMoved(inner);
  }
  if (added > removed)
    return false;
  return succeeded(commuteAndReplace(rewriter, op, inverse, untransposer));
}

void liftAll(RewriterBase &rewriter, FuncOp function) {
  SmallVector<Operation *> pending;
  function.walk([&](TransposeOp op) { pending.push_back(op); });
  // From the bottom up; the operands' new transposes come next.
  llvm::DenseSet<Operation *> known(pending.begin(), pending.end());
  while (!pending.empty()) {
    Operation *next = pending.pop_back_val();
    if (!known.erase(next))
      continue;
    auto transpose = cast<TransposeOp>(next);
    if (transpose->use_empty()) {
      rewriter.eraseOp(transpose);
      continue;
    }
    Operation *above = transpose.getOperand().getDefiningOp();
    if (!above || above->getBlock() != transpose->getBlock() ||
        !lift(rewriter, transpose))
      continue;
    // The op is now followed by the inverse and this transpose, which cancel.
    auto inner = transpose.getOperand().getDefiningOp<TransposeOp>();
    rewriter.setInsertionPoint(transpose);
    Value joined =
        transposed(rewriter, transpose.getLoc(), transpose.getOperand(),
                   transpose.getPermutation());
    rewriter.replaceOp(transpose, joined);
    if (inner && inner->use_empty())
      rewriter.eraseOp(inner);
    if (Operation *op = joined.getDefiningOp())
      for (Value operand : op->getOperands())
        if (auto made = operand.getDefiningOp<TransposeOp>();
            made && known.insert(made).second)
          pending.push_back(made);
  }
}

//===----------------------------------------------------------------------===//
// The whole function
//===----------------------------------------------------------------------===//

/// Erases what nothing uses any more.
void eraseDead(RewriterBase &rewriter, FuncOp function) {
  SmallVector<Operation *> ops;
  function.walk<WalkOrder::PreOrder>([&](Operation *op) { ops.push_back(op); });
  for (Operation *op : llvm::reverse(ops))
    if (isOpTriviallyDead(op) && op != function.getOperation())
      rewriter.eraseOp(op);
}

void sinkAll(RewriterBase &rewriter, FuncOp function) {
  SmallVector<Operation *> ops;
  function.walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (op != function.getOperation())
      ops.push_back(op);
  });
  for (Operation *op : ops)
    sink(rewriter, op);
  eraseDead(rewriter, function);
}

/// Transposes of dimensions of size 1 are reshapes.
void reshapeWhereNothingMoves(RewriterBase &rewriter, FuncOp function) {
  SmallVector<TransposeOp> transposes;
  function.walk([&](TransposeOp op) { transposes.push_back(op); });
  for (TransposeOp op : transposes) {
    RankedTensorType type = tensorType(op.getOperand());
    if (!movesNothing(type, op.getPermutation()) ||
        llvm::count(type.getShape(), ShapedType::kDynamic) > 1)
      continue;
    rewriter.setInsertionPoint(op);
    rewriter.replaceOp(op, reshapeTo(rewriter, op.getLoc(), op.getOperand(),
                                     tensorType(op).getShape()));
  }
}

struct PropagateTransposesPass
    : weft::impl::PropagateTransposesBase<PropagateTransposesPass> {
  void runOnOperation() override {
    for (FuncOp function :
         llvm::make_early_inc_range(getOperation().getOps<FuncOp>()))
      if (!function.isExternal())
        propagate(function);
  }

  void propagate(FuncOp function) {
    IRRewriter rewriter(&getContext());
    int64_t before = computeMoved(function);
    FuncOp copy = function.clone();
    sinkAll(rewriter, copy);
    liftAll(rewriter, copy);
    sinkAll(rewriter, copy);
    int64_t after = computeMoved(copy);
    LDBG() << "@" << function.getSymName() << ": " << before
           << " elements moved before, " << after << " after";
    if (after <= before)
      function.getBody().takeBody(copy.getBody());
    copy.erase();
    reshapeWhereNothingMoves(rewriter, function);
    function.walk([](TransposeOp op) {
      if (!isConstantExpression(op.getResult()))
        remark::missed(
            op.getLoc(),
            remark::RemarkOpts::name("TransposeStays").category("simplify"))
            << "a transpose stays: nothing before or behind it cancels it, and "
               "moving it would move more elements";
    });
  }
};
} // namespace
