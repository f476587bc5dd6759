// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A constant factor behind a contraction or a convolution multiplies the weights instead of the result, and two
// constant terms behind one become one:
//
//   %c = weft.conv %x, %w {...} : (tensor<1x8x8x3xf32>, tensor<3x3x3x16xf32>) -> tensor<1x8x8x16xf32>
//   %a = weft.add %c, %bias : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
//   %y = weft.mul %a, %k : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
//
// becomes
//
//   %v = weft.mul %w, %k : (tensor<3x3x3x16xf32>, tensor<16xf32>) -> tensor<3x3x3x16xf32>
//   %c = weft.conv %x, %v {...} : (tensor<1x8x8x3xf32>, tensor<3x3x3x16xf32>) -> tensor<1x8x8x16xf32>
//   %b = weft.mul %bias, %k : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xf32>
//   %y = weft.add %c, %b : (tensor<1x8x8x16xf32>, tensor<16xf32>) -> tensor<1x8x8x16xf32>
//
// The weights must be constant, so that constant folding takes the product. It rounds once there, and no longer in
// the result.

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/ConstantExpression.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/Tensors.h"

namespace weft {
#define GEN_PASS_DEF_FOLDSCALES
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// The operands of a commutative op as (computed, constant), where exactly one is constant.
std::optional<std::pair<Value, Value>> splitConstantOperand(Operation *op) {
  Value lhs = op->getOperand(0), rhs = op->getOperand(1);
  bool isLeft = isConstantExpression(lhs), isRight = isConstantExpression(rhs);
  if (isLeft == isRight)
    return std::nullopt;
  return isLeft ? std::pair(rhs, lhs) : std::pair(lhs, rhs);
}

/// The dimensions of `result` along which `factor`, which broadcasts to it, varies; nothing where that is unknown.
std::optional<SmallVector<int64_t>> findVaryingDims(RankedTensorType factor,
                                                    RankedTensorType result) {
  if (!factor.hasStaticShape() || factor.getRank() > result.getRank())
    return std::nullopt;
  SmallVector<int64_t> dims;
  int64_t lead = result.getRank() - factor.getRank();
  for (auto [i, size] : llvm::enumerate(factor.getShape()))
    if (size != 1)
      dims.push_back(lead + i);
  return dims;
}

/// Where the weights of a product are, and which of their dimensions is dimension `dim` of the result.
struct Weights {
  unsigned operand;
  std::optional<int64_t> dim;
};

/// The weights of a contraction or convolution that a factor along `dims` of its result can go into.
std::optional<Weights> findWeights(Operation *product, ArrayRef<int64_t> dims) {
  if (dims.size() > 1)
    return std::nullopt;
  if (auto conv = dyn_cast_if_present<ConvOp>(product)) {
    int64_t last = tensorType(conv.getResult()).getRank() - 1;
    if (!isConstantExpression(conv.getFilter()) ||
        (!dims.empty() && dims[0] != last))
      return std::nullopt;
    return Weights{1,
                   dims.empty() ? std::nullopt : std::optional<int64_t>(last)};
  }
  auto contract = dyn_cast_if_present<ContractOp>(product);
  if (!contract || !isa<FloatType>(tensorType(contract).getElementType()))
    return std::nullopt;
  for (unsigned operand : {1u, 0u}) {
    if (!isConstantExpression(contract->getOperand(operand)) ||
        tensorType(contract->getOperand(operand)).getElementType() !=
            tensorType(contract).getElementType())
      continue;
    if (dims.empty())
      return Weights{operand, std::nullopt};
    StringRef letters =
        operand == 0 ? contract.getLhsDims() : contract.getRhsDims();
    size_t at = letters.find(contract.getResultDims()[dims[0]]);
    if (at != StringRef::npos)
      return Weights{operand, static_cast<int64_t>(at)};
  }
  return std::nullopt;
}

/// Multiplies the weights of `product` by `factor` and returns the new result.
Value scaleWeights(PatternRewriter &rewriter, Operation *product,
                   Weights weights, Value factor) {
  Value old = product->getOperand(weights.operand);
  RankedTensorType type = tensorType(old);
  rewriter.setInsertionPoint(product);
  SmallVector<int64_t> shape;
  if (weights.dim) {
    shape.assign(type.getRank() - *weights.dim, 1);
    shape[0] = tensorType(factor).getNumElements();
  }
  if (ArrayRef<int64_t>(shape) != tensorType(factor).getShape())
    factor = ReshapeOp::create(rewriter, factor.getLoc(), factor, shape);
  Value scaled = MulOp::create(rewriter, product->getLoc(), type, old, factor);
  IRMapping mapping;
  mapping.map(old, scaled);
  return rewriter.clone(*product, mapping)->getResult(0);
}

/// product(x, w) * k  ->  product(x, w * k), and (product(x, w) + b) * k  ->  product(x, w * k) + b * k.
struct ScaleWeights : OpRewritePattern<MulOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(MulOp op,
                                PatternRewriter &rewriter) const override {
    auto operands = splitConstantOperand(op);
    if (!operands)
      return rewriter.notifyMatchFailure(op,
                                         "not a computed value by a constant");
    auto [computed, factor] = *operands;
    if (!computed.hasOneUse() || computed.getType() != op.getType())
      return rewriter.notifyMatchFailure(
          op, "the unscaled value is used too, or the factor broadcasts it");
    auto dims = findVaryingDims(tensorType(factor), tensorType(op));
    if (!dims)
      return rewriter.notifyMatchFailure(op, "the factor's shape is unknown");

    Value bias;
    if (auto add = computed.getDefiningOp<AddOp>()) {
      auto terms = splitConstantOperand(add);
      if (!terms || !terms->first.hasOneUse() ||
          terms->first.getType() != op.getType())
        return rewriter.notifyMatchFailure(
            op, "the sum is not of a product and a bias");
      std::tie(computed, bias) = *terms;
    }
    Operation *product = computed.getDefiningOp();
    auto weights = findWeights(product, *dims);
    if (!weights)
      return rewriter.notifyMatchFailure(
          op, "not a product with constant weights, or the factor varies along "
              "other dimensions than theirs");
    // The expression of the factor may stand behind the product: the product moves down, where nothing else uses it.
    rewriter.moveOpBefore(product, op);
    Value scaled = scaleWeights(rewriter, product, *weights, factor);
    if (!bias) {
      rewriter.replaceOp(op, scaled);
      return success();
    }
    rewriter.setInsertionPoint(op);
    Value scaledBias = MulOp::create(rewriter, op.getLoc(), bias, factor);
    rewriter.replaceOpWithNewOp<AddOp>(op, op.getType(), scaled, scaledBias);
    return success();
  }
};

/// (product(x, w) + b) + c  ->  product(x, w) + (b + c).
struct JoinBiases : OpRewritePattern<AddOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(AddOp op,
                                PatternRewriter &rewriter) const override {
    auto outer = splitConstantOperand(op);
    auto add = outer ? outer->first.getDefiningOp<AddOp>() : AddOp();
    auto inner =
        add && add->hasOneUse() ? splitConstantOperand(add) : std::nullopt;
    if (!inner ||
        !isa_and_present<ConvOp, ContractOp>(inner->first.getDefiningOp()) ||
        inner->first.getType() != op.getType() ||
        !isa<FloatType>(tensorType(op).getElementType()))
      return rewriter.notifyMatchFailure(op, "not two biases of one product");
    if (!tensorType(inner->second).hasStaticShape() ||
        !tensorType(outer->second).hasStaticShape())
      return rewriter.notifyMatchFailure(op, "a bias has unknown sizes");
    auto sum = computeBroadcastShape(tensorType(inner->second).getShape(),
                                     tensorType(outer->second).getShape());
    int64_t larger = std::max(tensorType(inner->second).getNumElements(),
                              tensorType(outer->second).getNumElements());
    if (failed(sum) || ShapedType::getNumElements(*sum) > larger)
      return rewriter.notifyMatchFailure(
          op, "the joined bias would be larger than either");
    Value joined =
        AddOp::create(rewriter, op.getLoc(), inner->second, outer->second);
    rewriter.replaceOpWithNewOp<AddOp>(op, op.getType(), inner->first, joined);
    return success();
  }
};

struct FoldScalesPass : weft::impl::FoldScalesBase<FoldScalesPass> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<ScaleWeights, JoinBiases>(&getContext());
    // A rewrite that reaches no fixed point within the driver's bound is still a correct one.
    (void)applyPatternsGreedily(getOperation(), std::move(patterns));
  }
};
} // namespace
