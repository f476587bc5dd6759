// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recognizes scaled dot-product attention: a contraction of queries and keys, a scale, a mask, softmax and a contraction with
// the values. The scale may stand behind the first contraction or on its operands, also half on each (as PyTorch's
// decomposition has it); the mask is an addend or a choice of a constant; a guard that replaces NaN by 0 is part of
// the op.
//
//   %s = weft.contract "bhmk,bhkn->bhmn" %q, %k
//   %t = weft.mul %s, %scale
//   %u = weft.add %t, %mask
//   %p = weft.softmax %u {dim = 3 : i64}
//   %y = weft.contract "bhmn,bhnv->bhmv" %p, %v
//
// becomes
//
//   %r = weft.transpose %k {permutation = array<i64: 0, 1, 3, 2>}
//   %y = weft.attention %q, %r, %v mask %mask {scale = 0.125 : f32}
//
// Without the guard, a mask must be known not to exclude a whole row: weft.attention gives 0 there, softmax NaN. With the
// guard, rows that are NaN because an input is are 0 before and NaN after. Sums are taken in another order.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/Tensors.h"
#include "passes/Simplify/TransposeRules.h"

namespace weft {
#define GEN_PASS_DEF_RECOGNIZEATTENTION
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// The number of a float constant with one value.
std::optional<double> matchNumber(Value value) {
  DenseFPElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || !elements.isSplat())
    return std::nullopt;
  APFloat number = elements.getSplatValue<APFloat>();
  bool losesInfo;
  number.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven,
                 &losesInfo);
  return number.convertToDouble();
}

/// value * factor, with what is left of the factors at `value`.
void takeScale(Value &value, double &scale) {
  while (Operation *op = value.getDefiningOp()) {
    if (!isa<MulOp, DivOp>(op) ||
        op->getOperand(0).getType() != op->getResult(0).getType())
      return;
    auto factor = matchNumber(op->getOperand(1));
    if (!factor || (isa<DivOp>(op) && *factor == 0))
      return;
    scale = isa<MulOp>(op) ? scale * *factor : scale / *factor;
    value = op->getOperand(0);
  }
}

/// x where `value` is select(isnan(x), 0, x); else `value`.
Value dropNanGuard(Value value) {
  auto select = value.getDefiningOp<SelectOp>();
  auto compare =
      select ? select.getCondition().getDefiningOp<CompareOp>() : CompareOp();
  if (!compare || compare.getLhs() != compare.getRhs())
    return value;
  bool isNe = compare.getPredicate() == Predicate::ne;
  if (!isNe && compare.getPredicate() != Predicate::eq)
    return value;
  Value guarded = isNe ? select.getOnFalse() : select.getOnTrue(),
        zero = isNe ? select.getOnTrue() : select.getOnFalse();
  auto number = matchNumber(zero);
  return guarded == compare.getLhs() && number && *number == 0 &&
                 guarded.getType() == value.getType()
             ? guarded
             : value;
}

/// Whether no element of a mask can be an infinity.
bool isFinite(Value mask, unsigned depth = 6) {
  Operation *op = mask.getDefiningOp();
  if (!op || depth == 0)
    return false;
  DenseFPElementsAttr elements;
  if (matchPattern(mask, m_Constant(&elements)))
    return elements.isSplat() ? elements.getSplatValue<APFloat>().isFinite()
                              : llvm::all_of(elements.getValues<APFloat>(),
                                             [](const APFloat &each) {
                                               return each.isFinite();
                                             });
  if (auto select = dyn_cast<SelectOp>(op))
    return isFinite(select.getOnTrue(), depth - 1) &&
           isFinite(select.getOnFalse(), depth - 1);
  if (isa<ReshapeOp, TransposeOp, BroadcastOp, SliceOp, GatherOp>(op))
    return isFinite(op->getOperand(0), depth - 1);
  if (auto cast = dyn_cast<CastOp>(op))
    return isa<IntegerType>(tensorType(cast.getOperand()).getElementType());
  // 1 - x of truth values, and such values times a constant.
  if (isa<SubOp, AddOp, MulOp>(op))
    for (auto [i, j] : {std::pair(0, 1), std::pair(1, 0)})
      if (auto number = matchNumber(op->getOperand(i));
          number && std::isfinite(*number))
        if (Operation *other = op->getOperand(j).getDefiningOp();
            isa_and_present<CastOp, SubOp>(other))
          return isFinite(op->getOperand(j), depth - 1);
  return false;
}

/// What stands between two contractions, on the way from softmax up.
struct Scores {
  ContractOp contract;
  double scale = 1;
  /// Added to the scaled scores; or
  Value addend;
  /// the choice between the scaled scores and a number that excludes.
  SelectOp choice;
};

/// A number that leaves nothing of any score it is added to, as if it replaced the score.
bool isExclusion(Value value) {
  auto number = matchNumber(value);
  return number && *number <= -1e30;
}

std::optional<Scores> matchScores(Value value) {
  auto endsInContract = [&](Value from) {
    double scale = 1;
    takeScale(from, scale);
    return isa_and_present<ContractOp>(from.getDefiningOp());
  };
  Scores scores;
  Type type = value.getType();
  if (auto add = value.getDefiningOp<AddOp>()) {
    bool isLeft = endsInContract(add.getLhs());
    value = isLeft ? add.getLhs() : add.getRhs();
    scores.addend = isLeft ? add.getRhs() : add.getLhs();
  } else if (auto select = value.getDefiningOp<SelectOp>()) {
    if (isExclusion(select.getOnFalse()))
      value = select.getOnTrue();
    else if (isExclusion(select.getOnTrue()))
      value = select.getOnFalse();
    else
      return std::nullopt;
    scores.choice = select;
  }
  if (value.getType() != type)
    return std::nullopt;
  takeScale(value, scores.scale);
  scores.contract = value.getDefiningOp<ContractOp>();
  return scores.contract ? std::optional(scores) : std::nullopt;
}

/// Brings `value`, whose dimensions `from` names, into the order of `to` and to four dimensions.
Value arrange(PatternRewriter &rewriter, Location loc, Value value,
              StringRef from, StringRef to) {
  if (from != to) {
    SmallVector<int64_t> permutation =
        llvm::map_to_vector(to, [&](char letter) {
          return static_cast<int64_t>(from.find(letter));
        });
    value = TransposeOp::create(rewriter, loc, value, permutation);
  }
  SmallVector<int64_t> shape(tensorType(value).getShape());
  if (shape.size() == 4)
    return value;
  shape.insert(shape.begin(), 4 - shape.size(), 1);
  return reshapeTo(rewriter, loc, value, shape);
}

struct FormAttention : OpRewritePattern<ContractOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(ContractOp op,
                                PatternRewriter &rewriter) const override {
    for (bool isLeft : {true, false})
      if (succeeded(rewrite(op, isLeft, rewriter)))
        return success();
    return failure();
  }

private:
  static LogicalResult rewrite(ContractOp op, bool isLeft,
                               PatternRewriter &rewriter) {
    Value weights = isLeft ? op.getLhs() : op.getRhs(),
          value = isLeft ? op.getRhs() : op.getLhs();
    StringRef weightDims = isLeft ? op.getLhsDims() : op.getRhsDims(),
              valueDims = isLeft ? op.getRhsDims() : op.getLhsDims();
    Value guarded = dropNanGuard(weights);
    auto softmax = guarded.getDefiningOp<SoftmaxOp>();
    int64_t rank = tensorType(weights).getRank();
    if (!softmax || softmax.getLog() ||
        static_cast<int64_t>(softmax.getDim()) != rank - 1 || rank < 2 ||
        rank > 4)
      return rewriter.notifyMatchFailure(
          op, "no softmax along the last of two to four dimensions");
    auto scores = matchScores(softmax.getOperand());
    if (!scores)
      return rewriter.notifyMatchFailure(
          op, "softmax is not of scaled and masked scores");
    if (guarded == weights &&
        ((scores->addend && !isFinite(scores->addend)) ||
         (scores->choice && !(isFiniteOrScores(scores->choice.getOnTrue()) &&
                              isFiniteOrScores(scores->choice.getOnFalse())))))
      return rewriter.notifyMatchFailure(
          op,
          "the mask may exclude whole rows, and nothing replaces their NaN");

    // The scores: batch dimensions, queries, keys. Their two operands have one of the latter each, and the width.
    ContractOp first = scores->contract;
    StringRef result = first.getResultDims();
    Value query = first.getLhs(), key = first.getRhs();
    StringRef queryDims = first.getLhsDims(), keyDims = first.getRhsDims();
    char m = result[rank - 2], n = result[rank - 1];
    if (!queryDims.contains(m)) {
      std::swap(query, key);
      std::swap(queryDims, keyDims);
    }
    std::string batch = result.drop_back(2).str();
    char width = 0;
    for (char letter : queryDims)
      if (!result.contains(letter))
        width = letter;
    auto hasAll = [](StringRef dims, std::string letters) {
      std::string sorted = dims.str();
      llvm::sort(sorted);
      llvm::sort(letters);
      return sorted == letters;
    };
    if (!width || !hasAll(queryDims, batch + m + width) ||
        !hasAll(keyDims, batch + n + width))
      return rewriter.notifyMatchFailure(
          op, "the scores are not of queries by keys");

    // The same of the second contraction, in its own letters.
    std::string batch2 = weightDims.drop_back(2).str();
    char m2 = weightDims[rank - 2], n2 = weightDims[rank - 1], width2 = 0;
    for (char letter : valueDims)
      if (!weightDims.contains(letter))
        width2 = letter;
    if (!width2 || !hasAll(valueDims, batch2 + n2 + width2) ||
        !hasAll(op.getResultDims(), batch2 + m2 + width2))
      return rewriter.notifyMatchFailure(
          op, "the weights are not summed over the keys");
    RankedTensorType scoresType = tensorType(first);
    auto element = scoresType.getElementType();
    takeScale(query, scores->scale);
    takeScale(key, scores->scale);
    for (Value each : {query, key, value, Value(op)})
      if (tensorType(each).getElementType() != element ||
          (rank < 4 &&
           llvm::count(tensorType(each).getShape(), ShapedType::kDynamic) > 1))
        return rewriter.notifyMatchFailure(
            op, "element types differ, or sizes are unknown");
    if (scores->addend && tensorType(scores->addend).getRank() > rank)
      return rewriter.notifyMatchFailure(
          op, "the mask has more dimensions than the scores");

    Location loc = op.getLoc();
    Value mask = scores->addend;
    if (SelectOp choice = scores->choice) {
      bool keepsTrue = isExclusion(choice.getOnFalse());
      Value zero = ConstantOp::create(
          rewriter, loc,
          DenseElementsAttr::get(RankedTensorType::get({}, element),
                                 rewriter.getZeroAttr(element)));
      mask = SelectOp::create(rewriter, loc, choice.getCondition(),
                              keepsTrue ? zero : choice.getOnTrue(),
                              keepsTrue ? choice.getOnFalse() : zero);
    }
    Value q = arrange(rewriter, loc, query, queryDims, batch + m + width);
    Value k = arrange(rewriter, loc, key, keyDims, batch + n + width);
    Value v = arrange(rewriter, loc, value, valueDims, batch2 + n2 + width2);
    SmallVector<int64_t> shape(tensorType(q).getShape());
    shape[3] = tensorType(v).getDimSize(3);
    auto attention = AttentionOp::create(
        rewriter, loc, RankedTensorType::get(shape, element), Type(), Type(), q,
        k, v, mask, Value(), Value(), rewriter.getF32FloatAttr(scores->scale),
        UnitAttr(), rewriter.getF32FloatAttr(0), rewriter.getI64IntegerAttr(0));
    Value made = attention.getResult();
    if (rank < 4)
      made = reshapeTo(rewriter, loc, made,
                       ArrayRef<int64_t>(shape).drop_front(4 - rank));
    std::string order = batch2 + m2 + width2;
    if (order != op.getResultDims()) {
      SmallVector<int64_t> permutation =
          llvm::map_to_vector(op.getResultDims(), [&](char letter) {
            return static_cast<int64_t>(order.find(letter));
          });
      made = TransposeOp::create(rewriter, loc, made, permutation);
    }
    rewriter.replaceOp(op, made);
    return success();
  }

  /// Whether a side of the choice is no infinity; the scores themselves count as none.
  static bool isFiniteOrScores(Value side) {
    return !isExclusion(side) || isFinite(side);
  }
};

struct RecognizeAttentionPass
    : weft::impl::RecognizeAttentionBase<RecognizeAttentionPass> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<FormAttention>(&getContext());
    walkAndApplyPatterns(getOperation(), std::move(patterns));
  }
};
} // namespace
