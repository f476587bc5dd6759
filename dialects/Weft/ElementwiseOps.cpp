// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Types, checks and folding of the elementwise family.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;

/// Infers the one result of an op whose operands broadcast together.
static LogicalResult inferBroadcast(std::optional<Location> loc,
                                    ValueRange operands, Type element,
                                    SmallVectorImpl<Type> &types) {
  SmallVector<int64_t> shape;
  for (Value operand : operands) {
    auto type = dyn_cast<RankedTensorType>(operand.getType());
    if (!type)
      return failure();
    FailureOr<SmallVector<int64_t>> joined =
        computeBroadcastShape(shape, type.getShape());
    if (failed(joined)) {
      if (!loc)
        return failure();
      InFlightDiagnostic diag = emitError(*loc, "operands do not broadcast:");
      for (Value each : operands)
        diag << ' ' << each.getType();
      return diag;
    }
    shape = std::move(*joined);
  }
  types.push_back(RankedTensorType::get(shape, element));
  return success();
}

#define WEFT_INFER_BROADCAST(OP)                                               \
  LogicalResult OP::inferReturnTypes(                                          \
      MLIRContext *, std::optional<Location> loc, Adaptor adaptor,             \
      SmallVectorImpl<Type> &types) {                                          \
    return inferBroadcast(                                                     \
        loc, adaptor.getOperands(),                                            \
        getElementTypeOrSelf(adaptor.getOperands()[0].getType()), types);      \
  }

WEFT_INFER_BROADCAST(NegOp)
WEFT_INFER_BROADCAST(AbsOp)
WEFT_INFER_BROADCAST(SignOp)
WEFT_INFER_BROADCAST(CeilOp)
WEFT_INFER_BROADCAST(FloorOp)
WEFT_INFER_BROADCAST(RoundOp)
WEFT_INFER_BROADCAST(SqrtOp)
WEFT_INFER_BROADCAST(RsqrtOp)
WEFT_INFER_BROADCAST(ExpOp)
WEFT_INFER_BROADCAST(Expm1Op)
WEFT_INFER_BROADCAST(LogOp)
WEFT_INFER_BROADCAST(Log1pOp)
WEFT_INFER_BROADCAST(SinOp)
WEFT_INFER_BROADCAST(CosOp)
WEFT_INFER_BROADCAST(TanOp)
WEFT_INFER_BROADCAST(AsinOp)
WEFT_INFER_BROADCAST(AcosOp)
WEFT_INFER_BROADCAST(AtanOp)
WEFT_INFER_BROADCAST(SinhOp)
WEFT_INFER_BROADCAST(CoshOp)
WEFT_INFER_BROADCAST(TanhOp)
WEFT_INFER_BROADCAST(AsinhOp)
WEFT_INFER_BROADCAST(AcoshOp)
WEFT_INFER_BROADCAST(AtanhOp)
WEFT_INFER_BROADCAST(ErfOp)
WEFT_INFER_BROADCAST(LogisticOp)
WEFT_INFER_BROADCAST(NotOp)
WEFT_INFER_BROADCAST(AddOp)
WEFT_INFER_BROADCAST(SubOp)
WEFT_INFER_BROADCAST(MulOp)
WEFT_INFER_BROADCAST(DivOp)
WEFT_INFER_BROADCAST(RemOp)
WEFT_INFER_BROADCAST(ModOp)
WEFT_INFER_BROADCAST(PowOp)
WEFT_INFER_BROADCAST(MaxOp)
WEFT_INFER_BROADCAST(MinOp)
WEFT_INFER_BROADCAST(AndOp)
WEFT_INFER_BROADCAST(OrOp)
WEFT_INFER_BROADCAST(XorOp)
WEFT_INFER_BROADCAST(ShlOp)
WEFT_INFER_BROADCAST(ShrOp)
#undef WEFT_INFER_BROADCAST

LogicalResult CompareOp::inferReturnTypes(MLIRContext *context,
                                          std::optional<Location> loc,
                                          Adaptor adaptor,
                                          SmallVectorImpl<Type> &types) {
  return inferBroadcast(loc, adaptor.getOperands(),
                        IntegerType::get(context, 1), types);
}

LogicalResult SelectOp::inferReturnTypes(MLIRContext *,
                                         std::optional<Location> loc,
                                         Adaptor adaptor,
                                         SmallVectorImpl<Type> &types) {
  Type element = getElementTypeOrSelf(adaptor.getOnTrue().getType());
  if (element != getElementTypeOrSelf(adaptor.getOnFalse().getType()))
    return emitOptionalError(
        loc, "expected both values of one element type, found ",
        adaptor.getOnTrue().getType(), " and ", adaptor.getOnFalse().getType());
  return inferBroadcast(loc, adaptor.getOperands(), element, types);
}

LogicalResult BitcastOp::verify() {
  unsigned from =
      getElementTypeOrSelf(getOperand().getType()).getIntOrFloatBitWidth();
  unsigned to = getElementTypeOrSelf(getType()).getIntOrFloatBitWidth();
  if (from != to)
    return emitOpError("expected element types of one width, found ")
           << from << " and " << to << " bits";
  return success();
}

//===----------------------------------------------------------------------===//
// Folding
//===----------------------------------------------------------------------===//

/// Whether `value` is a constant whose every element is the number `n`.
static bool isSplatOf(Value value, double n) {
  DenseElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || !elements.isSplat())
    return false;
  if (auto floats = dyn_cast<DenseFPElementsAttr>(elements))
    return floats.getSplatValue<APFloat>().isExactlyValue(n) &&
           !(n == 0.0 && floats.getSplatValue<APFloat>().isNegative());
  auto type = cast<IntegerType>(elements.getElementType());
  APInt v = elements.getSplatValue<APInt>();
  return type.isUnsigned() ? v.getZExtValue() == static_cast<uint64_t>(n)
                           : v.getSExtValue() == static_cast<int64_t>(n);
}

/// `value` if it has the result's type, so that it can stand for the result.
static OpFoldResult ifSameType(Value value, Type type) {
  return value.getType() == type ? OpFoldResult(value) : OpFoldResult();
}

OpFoldResult AddOp::fold(FoldAdaptor) {
  // x + 0.0 changes -0.0, so only integers fold.
  if (isa<IntegerType>(getElementTypeOrSelf(getType())) &&
      isSplatOf(getRhs(), 0))
    return ifSameType(getLhs(), getType());
  return {};
}

OpFoldResult SubOp::fold(FoldAdaptor) {
  if (isSplatOf(getRhs(), 0))
    return ifSameType(getLhs(), getType());
  return {};
}

OpFoldResult MulOp::fold(FoldAdaptor) {
  if (isSplatOf(getRhs(), 1))
    return ifSameType(getLhs(), getType());
  return {};
}

OpFoldResult DivOp::fold(FoldAdaptor) {
  if (isSplatOf(getRhs(), 1))
    return ifSameType(getLhs(), getType());
  return {};
}

OpFoldResult CastOp::fold(FoldAdaptor) {
  return ifSameType(getOperand(), getType());
}
