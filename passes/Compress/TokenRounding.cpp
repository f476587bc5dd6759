// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See TokenRounding.h.

#include "passes/Compress/TokenRounding.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/DenseMap.h"

#include <limits>

using namespace mlir;
using namespace weft;

/// The largest code, and what stands for 0 among bytes without a sign.
static constexpr int64_t kMostCode = 127, kZeroPoint = 128;
/// The largest product of a byte and a weight, whose zero point the kernels subtract from sums only.
static constexpr int64_t kMostProduct = 255 * 128;

namespace {
struct RoundedRows {
  /// Whole numbers of -127 to 127, [..., inputs], and their scales, [..., 1].
  Value values, scales;
};
} // namespace

bool weft::canRoundTokens(ContractOp contract) {
  RankedTensorType left = tensorType(contract.getLhs());
  StringRef ours = contract.getLhsDims(), result = contract.getResultDims();
  int64_t inputs = left.getShape().back();
  return left.getElementType().isF32() &&
         tensorType(contract.getResult()).getElementType().isF32() &&
         ours.size() == result.size() &&
         ours.drop_back() == result.drop_back() &&
         ours.back() != result.back() && !ShapedType::isDynamic(inputs) &&
         inputs <= std::numeric_limits<int32_t>::max() / kMostProduct;
}

static RoundedRows roundRows(Value activation) {
  OpBuilder builder(activation.getContext());
  builder.setInsertionPointAfterValue(activation);
  Location loc = activation.getLoc();
  RankedTensorType type = tensorType(activation);
  auto number = [&](float value) -> Value {
    return ConstantOp::create(
        builder, loc,
        DenseElementsAttr::get(RankedTensorType::get({}, builder.getF32Type()),
                               value));
  };
  Value most = ReduceOp::create(builder, loc, ReductionKind::max,
                                AbsOp::create(builder, loc, activation),
                                type.getRank() - 1, /*keep_dims=*/true);
  Value one = number(1);
  Value scales = MulOp::create(builder, loc, most, number(1.0F / kMostCode)),
        factors = DivOp::create(builder, loc, number(kMostCode), most);
  Type ui8 = builder.getIntegerType(8, /*isSigned=*/false);
  Value zeroPoint = makeScalar(builder, loc, ui8, kZeroPoint);
  Value bytes = QuantizeOp::create(
      builder, loc, type.clone(ui8),
      MulOp::create(builder, loc, activation, factors), one, zeroPoint);
  return {DequantizeOp::create(builder, loc, type, bytes, one, zeroPoint),
          scales};
}

void weft::roundTokens(ArrayRef<ContractOp> contractions) {
  llvm::DenseMap<Value, RoundedRows> rounded;
  for (ContractOp contract : contractions) {
    Value activation = contract.getLhs();
    // Rounded already, by an earlier run.
    if (isa_and_present<DequantizeOp>(activation.getDefiningOp()))
      continue;
    auto [it, isNew] = rounded.try_emplace(activation);
    if (isNew)
      it->second = roundRows(activation);
    contract.getLhsMutable().assign(it->second.values);
    OpBuilder builder(contract->getContext());
    builder.setInsertionPointAfter(contract);
    Value scaled = MulOp::create(builder, contract.getLoc(),
                                 contract.getResult(), it->second.scales);
    contract.getResult().replaceAllUsesExcept(scaled, scaled.getDefiningOp());
  }
}
