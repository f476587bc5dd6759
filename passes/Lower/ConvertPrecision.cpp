// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Products of narrower operands.
//
//   %y = weft.contract "mk,kn->mn" %x, %w : (tensor<4x8xf32>, tensor<8x16xf32>) -> tensor<4x16xf32>
// =>
//   %a = weft.cast %x : (tensor<4x8xf32>) -> tensor<4x8xbf16>          behind what computes %x
//   %b = weft.cast %w : (tensor<8x16xf32>) -> tensor<8x16xbf16>        folded, where %w is a parameter
//   %y = weft.contract "mk,kn->mn" %a, %b : (tensor<4x8xbf16>, tensor<8x16xbf16>) -> tensor<4x16xf32>
//
// Other ops that read a computed %x read %a then, if that is bf16, so that memory holds one of them. Results of functions and what a loop carries
// stay f32. So do keys and values of earlier calls, of which kernels may round what they multiply (weft.bf16_products).

#include "dialects/Weft/RoundedProducts.h"
#include "lib/Analysis/StateAppend.h"
#include "mlir/IR/TypeUtilities.h"
#include "passes/Lower/Lower.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace weft;

namespace weft {
#define GEN_PASS_DEF_CONVERTPRECISION
#include "passes/Lower/Passes.h.inc"
} // namespace weft

namespace {
RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

bool isF32(Value value) { return typeOf(value).getElementType().isF32(); }

/// Rounds values, each once.
class Narrower {
public:
  explicit Narrower(FloatType type) : type(type) {}

  /// `value` of f32, rounded; from what it was widened from, where that is no wider.
  Value narrow(Value value);

  /// Lets other ops read what was rounded: memory then holds it once.
  void shareNarrowed();

  /// Rounds the operands `operands` of `op`.
  void narrowOperands(Operation *op, ArrayRef<unsigned> operands) {
    for (unsigned i : operands)
      op->setOperand(i, narrow(op->getOperand(i)));
  }

private:
  FloatType type;
  llvm::MapVector<Value, Value> narrowed;
};

Value Narrower::narrow(Value value) {
  // What was widened only for this is taken as it was.
  auto widened = value.getDefiningOp<CastOp>();
  auto from = widened ? dyn_cast<FloatType>(
                            typeOf(widened.getOperand()).getElementType())
                      : FloatType();
  if (from == type)
    return widened.getOperand();
  if (from && from.getWidth() <= type.getWidth())
    value = widened.getOperand();
  if (Value known = narrowed.lookup(value))
    return known;
  OpBuilder builder(value.getContext());
  builder.setInsertionPointAfterValue(value);
  // A dequantization rounds by itself.
  if (auto dequantize = value.getDefiningOp<DequantizeOp>()) {
    Operation *rounded = builder.clone(*dequantize);
    rounded->getResult(0).setType(typeOf(value).clone(type));
    return narrowed[value] = rounded->getResult(0);
  }
  Value result;
  // A reshape is a view of what is in memory: the rounding belongs before it, where a kernel can do it.
  if (auto reshape = value.getDefiningOp<ReshapeOp>();
      reshape && reshape->hasOneUse()) {
    Value operand = narrow(reshape->getOperand(0));
    Operation *moved = builder.clone(*reshape);
    moved->setOperand(0, operand);
    moved->getResult(0).setType(typeOf(value).clone(type));
    result = moved->getResult(0);
  } else {
    result = CastOp::create(builder, value.getLoc(), typeOf(value).clone(type),
                            value);
  }
  return narrowed[value] = result;
}

void Narrower::shareNarrowed() {
  for (auto [value, narrow] : narrowed) {
    auto cast = narrow.getDefiningOp<CastOp>();
    // Parameters and inputs lie in memory as they are.
    if (!cast || value.hasOneUse() || !value.getDefiningOp() ||
        isa<ConstantOp, GetOp>(value.getDefiningOp()))
      continue;
    OpBuilder builder(value.getContext());
    builder.setInsertionPointAfter(cast);
    auto widened =
        CastOp::create(builder, value.getLoc(), value.getType(), narrow);
    value.replaceUsesWithIf(widened, [&](OpOperand &use) {
      return use.getOwner() != cast &&
             !use.getOwner()->hasTrait<OpTrait::IsTerminator>();
    });
    if (widened->use_empty())
      widened->erase();
  }
}

/// Whether keys lie in a state, which would be rounded as a whole in each call.
bool readsState(AttentionOp op) {
  Operation *from = op.getKey().getDefiningOp();
  while (isa_and_present<ReshapeOp, TransposeOp>(from))
    from = from->getOperand(0).getDefiningOp();
  return from && isStateAppend(from);
}

void narrowAttention(AttentionOp op, FloatType type, Narrower &narrower) {
  if (!isF32(op.getQuery()))
    return;
  if (op.getPastKey() || op.getPresentKey() || readsState(op)) {
    if (type.isBF16())
      op->setAttr(kBF16ProductsAttribute,
                  UnitAttr::get(op.getContext()));
    return;
  }
  narrower.narrowOperands(op, {0, 1, 2});
  Value result = op.getResult();
  auto wide = typeOf(result);
  result.setType(wide.clone(type));
  OpBuilder builder(op->getContext());
  builder.setInsertionPointAfter(op);
  auto widened = CastOp::create(builder, op.getLoc(), wide, result);
  result.replaceAllUsesExcept(widened, widened);
}

struct ConvertPrecisionPass
    : weft::impl::ConvertPrecisionBase<ConvertPrecisionPass> {
  using Base::Base;

  void runOnOperation() override {
    FloatType type = llvm::StringSwitch<FloatType>(precision)
                         .Case("bf16", BFloat16Type::get(&getContext()))
                         .Case("f16", Float16Type::get(&getContext()))
                         .Default(FloatType());
    if (!type) {
      getOperation().emitError("weft-convert-precision: expected bf16 or f16, "
                               "found '")
          << precision << "'";
      return signalPassFailure();
    }
    Narrower narrower(type);
    SmallVector<Operation *> products;
    getOperation().walk([&](Operation *op) {
      if (isa<ContractOp, ConvOp, AttentionOp>(op))
        products.push_back(op);
    });
    for (Operation *op : products) {
      if (auto attention = dyn_cast<AttentionOp>(op))
        narrowAttention(attention, type, narrower);
      else if (isF32(op->getOperand(0)) && isF32(op->getOperand(1)) &&
               isF32(op->getResult(0)))
        narrower.narrowOperands(op, {0, 1});
    }
    // f16 has too small a range for sums that only pass by.
    if (type.isBF16())
      narrower.shareNarrowed();
  }
};
} // namespace
