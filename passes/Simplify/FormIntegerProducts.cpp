// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Contractions and convolutions of dequantized values multiply the integers and scale the sums:
//
//   %x = weft.dequantize %q, %s, %z : (tensor<4x8xui8>, tensor<f32>, tensor<ui8>) -> tensor<4x8xf32>
//   %v = weft.dequantize %w, %t {dim = 1 : i64} : (tensor<8x16xi8>, tensor<16xf32>) -> tensor<8x16xf32>
//   %y = weft.contract "mk,kn->mn" %x, %v : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
//
// becomes
//
//   %a = weft.cast %q : (tensor<4x8xui8>) -> tensor<4x8xi16>
//   %b = weft.sub %a, %z16 : (tensor<4x8xi16>, tensor<i16>) -> tensor<4x8xi16>
//   %p = weft.contract "mk,kn->mn" %b, %w : (tensor<4x8xi16>, tensor<8x16xi8>) -> tensor<4x16xi32>
//   %f = weft.cast %p : (tensor<4x16xi32>) -> tensor<4x16xf32>
//   %u = weft.mul %s, %t : (tensor<f32>, tensor<16xf32>) -> tensor<16xf32>
//   %y = weft.mul %f, %u : (tensor<4x16xf32>, tensor<16xf32>) -> tensor<4x16xf32>
//
// The sums are exact, so the result is at least as close to the real one as sums of rounded products. What was padding around
// the real numbers is padding around the differences from the zero point. Weights are constant; transposes and reshapes
// between them and the product move the integers instead. Unsigned weights around 128 become signed ones around 0.
//
// Where both operands of a contraction are activations, as in attention, both are integers less their zero points:
//
//   %p = weft.contract "mk,kn->mn" %b, %c : (tensor<4x8xi16>, tensor<8x16xi16>) -> tensor<4x16xi32>
//
// A product of dequantized values that stays one of floats says why in a remark.

#include "lib/Analysis/ConstantExpression.h"
#include "lib/Analysis/ScalingConstants.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/IR/Remarks.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/Support/MathExtras.h"

namespace weft {
#define GEN_PASS_DEF_FORMINTEGERPRODUCTS
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// The largest difference of two bytes, and the largest weight.
constexpr int64_t kMaxDifference = 255, kMaxWeight = 128;

Type elementType(Value value) { return tensorType(value).getElementType(); }

bool isByte(Value value) {
  return elementType(value).isInteger() &&
         elementType(value).getIntOrFloatBitWidth() == 8;
}

/// Constant weights on their way to a product: dequantized, then moved.
struct ScaledWeights {
  DequantizeOp dequantize;
  /// The ops that move elements, from the product to the dequantization.
  SmallVector<Operation *> movement;
};

std::optional<ScaledWeights> findScaledWeights(Value value) {
  ScaledWeights weights;
  while (Operation *op = value.getDefiningOp()) {
    if (auto dequantize = dyn_cast<DequantizeOp>(op)) {
      weights.dequantize = dequantize;
      return isConstantExpression(dequantize.getResult())
                 ? std::optional(weights)
                 : std::nullopt;
    }
    if (!isa<TransposeOp, ReshapeOp>(op))
      return std::nullopt;
    weights.movement.push_back(op);
    value = op->getOperand(0);
  }
  return std::nullopt;
}

/// The dimension that the scales of `op` go along, each of them for all that lies along the others; nothing where they go along several, or
/// change within one.
std::optional<int64_t> findScaledDim(DequantizeOp op) {
  RankedTensorType scale = tensorType(op.getScale());
  if (op.getBlock() == 0)
    return scale.getRank() == 1 ? std::optional<int64_t>(op.getDim())
                                : std::nullopt;
  auto isLong = [](int64_t size) { return size != 1; };
  if (llvm::count_if(scale.getShape(), isLong) > 1 || scale.getRank() < 2)
    return std::nullopt;
  auto *at = llvm::find_if(scale.getShape(), isLong);
  // Of nothing but sizes of 1, any dimension without blocks is as good.
  int64_t dim = at != scale.getShape().end() ? at - scale.getShape().begin()
                : op.getDim() == 0           ? 1
                                             : 0;
  return dim != static_cast<int64_t>(op.getDim()) ? std::optional(dim)
                                                  : std::nullopt;
}

/// Where `op` moves dimension `dim` of its operand; nothing where it takes it apart.
std::optional<int64_t> followDim(Operation *op, int64_t dim) {
  if (auto transpose = dyn_cast<TransposeOp>(op))
    return llvm::find(transpose.getPermutation(), dim) -
           transpose.getPermutation().begin();
  RankedTensorType from = tensorType(op->getOperand(0)),
                   to = tensorType(op->getResult(0));
  if (!from.hasStaticShape() || !to.hasStaticShape())
    return std::nullopt;
  int64_t before = ShapedType::getNumElements(from.getShape().take_front(dim));
  int64_t product = 1;
  for (auto [i, size] : llvm::enumerate(to.getShape())) {
    if (product == before && size == from.getDimSize(dim))
      return i;
    product *= size;
  }
  return std::nullopt;
}

/// The dimension of the product's result that its operand's dimension `dim` is, if any.
std::optional<int64_t> findResultDim(Operation *product, unsigned operand,
                                     int64_t dim) {
  if (isa<ConvOp>(product)) {
    int64_t last = tensorType(product->getResult(0)).getRank() - 1;
    return dim == last ? std::optional(last) : std::nullopt;
  }
  auto contract = cast<ContractOp>(product);
  StringRef letters =
      operand == 0 ? contract.getLhsDims() : contract.getRhsDims();
  size_t at = contract.getResultDims().find(letters[dim]);
  return at == StringRef::npos ? std::nullopt : std::optional<int64_t>(at);
}

/// The number of products that each sum adds; nothing where it is unknown or overflows.
std::optional<int64_t> countProducts(Operation *product) {
  int64_t count = 1;
  bool isKnown = true;
  auto multiply = [&](int64_t size) {
    isKnown = isKnown && !ShapedType::isDynamic(size) &&
              !llvm::MulOverflow(count, size, count);
  };
  if (auto conv = dyn_cast<ConvOp>(product)) {
    for (int64_t size : tensorType(conv.getFilter()).getShape().drop_back())
      multiply(size);
    return isKnown ? std::optional(count) : std::nullopt;
  }
  auto contract = cast<ContractOp>(product);
  // A letter of both operands has the size that one of them knows.
  llvm::SmallDenseMap<char, int64_t> sizes;
  for (auto [letters, operand] :
       {std::pair(contract.getLhsDims(), contract.getLhs()),
        std::pair(contract.getRhsDims(), contract.getRhs())})
    for (auto [letter, size] :
         llvm::zip(letters, tensorType(operand).getShape()))
      if (!contract.getResultDims().contains(letter))
        if (auto [it, isNew] = sizes.try_emplace(letter, size);
            ShapedType::isDynamic(it->second))
          it->second = size;
  for (auto [letter, size] : sizes)
    multiply(size);
  return isKnown ? std::optional(count) : std::nullopt;
}

class ProductRewriter {
public:
  ProductRewriter(RewriterBase &rewriter, Operation *product)
      : rewriter(rewriter), product(product), loc(product->getLoc()) {
    rewriter.setInsertionPoint(product);
  }

  /// Rewrites the product if it is one of dequantized values and can be computed on integers; says why where it cannot.
  void run() {
    if (!elementType(product->getResult(0)).isF32())
      return;
    auto left = product->getOperand(0).getDefiningOp<DequantizeOp>(),
         right = product->getOperand(1).getDefiningOp<DequantizeOp>();
    if (isa<ContractOp>(product) && left && right &&
        !isConstantExpression(left.getResult()) &&
        !isConstantExpression(right.getResult())) {
      StringRef obstacle = findObstacle(left, right);
      if (obstacle.empty())
        rewrite({centerActivation(left), centerActivation(right)}, left, right);
      else
        report(obstacle);
      return;
    }
    for (unsigned operand : {1u, 0u}) {
      auto activation =
          product->getOperand(1 - operand).getDefiningOp<DequantizeOp>();
      auto weights = findScaledWeights(product->getOperand(operand));
      if (!activation || !weights ||
          isConstantExpression(activation.getResult()) ||
          (isa<ConvOp>(product) && operand == 0))
        continue;
      StringRef obstacle = findObstacle(operand, activation, *weights);
      if (!obstacle.empty()) {
        report(obstacle);
        return;
      }
      SmallVector<Value> integers{centerActivation(activation),
                                  moveWeights(*weights)};
      if (operand == 0)
        std::swap(integers[0], integers[1]);
      rewrite(integers, activation, weights->dequantize);
      return;
    }
  }

private:
  void report(StringRef obstacle) {
    remark::missed(
        loc, remark::RemarkOpts::name("NotOnIntegers").category("simplify"))
        << product->getName().stripDialect()
        << " of quantized values is computed in f32: " << obstacle;
  }

  /// Why a product of `left` by `right` cannot be one of integers, whatever it sums up.
  StringRef findObstacleOfElements(DequantizeOp left, DequantizeOp right) {
    if (!isByte(left.getOperand()) || !isByte(right.getOperand()))
      return "the integers are wider than 8 bits";
    if (!elementType(left.getResult()).isF32() ||
        !elementType(right.getResult()).isF32())
      return "the values are not f32";
    return "";
  }

  /// Why i32 may not hold the sums of products that are at most `most`.
  StringRef findObstacleOfSums(int64_t most) {
    auto count = countProducts(product);
    if (!count)
      return "how many products are summed up is unknown";
    if (*count > std::numeric_limits<int32_t>::max() / most)
      return "as many products as are summed up overflow i32";
    return "";
  }

  StringRef findObstacle(DequantizeOp left, DequantizeOp right) {
    if (StringRef obstacle = findObstacleOfElements(left, right);
        !obstacle.empty())
      return obstacle;
    if (!scalesWholeTensor(left) || !scalesWholeTensor(right))
      return "the activations have more than one scale";
    return findObstacleOfSums(kMaxDifference * kMaxDifference);
  }

  /// Why the sums cannot be those of integers; "" where they can. Sets resultDim.
  StringRef findObstacle(unsigned operand, DequantizeOp activation,
                         const ScaledWeights &weights) {
    DequantizeOp weight = weights.dequantize;
    if (StringRef obstacle = findObstacleOfElements(activation, weight);
        !obstacle.empty())
      return obstacle;
    if (!scalesWholeTensor(activation))
      return "the activations have more than one scale";
    auto zeroPoint = matchUniformZeroPoint(weight.getZeroPoint());
    if (zeroPoint !=
        (elementType(weight.getOperand()).isUnsignedInteger() ? 128 : 0))
      return "the zero point of the weights is not 0 (128 if they are "
             "unsigned)";
    if (tensorType(weight.getScale()).getRank() > 0) {
      std::optional<int64_t> dim = findScaledDim(weight);
      if (!dim)
        return "blocks of the weights have scales of their own";
      for (Operation *op : llvm::reverse(weights.movement))
        dim = dim ? followDim(op, *dim) : dim;
      resultDim = dim ? findResultDim(product, operand, *dim) : dim;
      if (!resultDim)
        return "the scales of the weights vary along a dimension that is "
               "summed over or taken apart";
    }
    return findObstacleOfSums(kMaxDifference * kMaxWeight);
  }

  Value cast(Value value, Type element) {
    return rewriter.createOrFold<CastOp>(loc, tensorType(value).clone(element),
                                         value);
  }

  /// The activations less their zero point.
  Value centerActivation(DequantizeOp activation) {
    Type i16 = rewriter.getI16Type();
    Value wide = cast(activation.getOperand(), i16);
    auto known = matchUniformZeroPoint(activation.getZeroPoint());
    if (known == 0)
      return wide;
    Value zeroPoint = known ? makeScalar(rewriter, loc, i16, *known)
                            : cast(activation.getZeroPoint(), i16);
    return SubOp::create(rewriter, loc, wide, zeroPoint);
  }

  /// The weights as signed integers in the shape that the product takes.
  Value moveWeights(const ScaledWeights &weights) {
    DequantizeOp dequantize = weights.dequantize;
    Value integers = dequantize.getOperand();
    if (elementType(integers).isUnsignedInteger()) {
      // Less 128 is the upper bit turned over.
      Value turned =
          XorOp::create(rewriter, loc, integers,
                        makeScalar(rewriter, loc, elementType(integers), 128));
      integers = BitcastOp::create(
          rewriter, loc, tensorType(turned).clone(rewriter.getI8Type()),
          turned);
    }
    for (Operation *op : llvm::reverse(weights.movement)) {
      IRMapping mapping;
      mapping.map(op->getOperand(0), integers);
      Operation *copy = rewriter.clone(*op, mapping);
      copy->getResult(0).setType(
          tensorType(op->getResult(0)).clone(elementType(integers)));
      integers = copy->getResult(0);
    }
    return integers;
  }

  /// The scales of `op` as f32, a list where there are several.
  Value takeScales(DequantizeOp op) {
    Value scale = cast(op.getScale(), rewriter.getF32Type());
    return tensorType(scale).getRank() > 1
               ? ReshapeOp::create(
                     rewriter, loc, scale,
                     ArrayRef<int64_t>(tensorType(scale).getNumElements()))
                     .getResult()
               : scale;
  }

  /// Multiplies `integers`, whose scales `activation` and `other` have.
  void rewrite(ArrayRef<Value> integers, DequantizeOp activation,
               DequantizeOp other) {
    Operation *sums = rewriter.clone(*product);
    sums->setOperands(integers);
    RankedTensorType type = tensorType(product->getResult(0));
    sums->getResult(0).setType(type.clone(rewriter.getI32Type()));
    Value scale =
        MulOp::create(rewriter, loc, takeScales(activation), takeScales(other));
    if (resultDim && *resultDim != type.getRank() - 1) {
      SmallVector<int64_t> shape(type.getRank() - *resultDim, 1);
      shape[0] = tensorType(scale).getDimSize(0);
      scale = ReshapeOp::create(rewriter, loc, scale, shape);
    }
    rewriter.replaceOpWithNewOp<MulOp>(
        product, type, cast(sums->getResult(0), rewriter.getF32Type()), scale);
  }

  RewriterBase &rewriter;
  Operation *product;
  Location loc;
  /// The result's dimension that the scales of the weights go along; none for one scale.
  std::optional<int64_t> resultDim;
};

struct FormIntegerProductsPass
    : weft::impl::FormIntegerProductsBase<FormIntegerProductsPass> {
  void runOnOperation() override {
    SmallVector<Operation *> products;
    getOperation().walk([&](Operation *op) {
      if (isa<ContractOp, ConvOp>(op))
        products.push_back(op);
    });
    IRRewriter rewriter(&getContext());
    for (Operation *product : products)
      ProductRewriter(rewriter, product).run();
  }
};
} // namespace
