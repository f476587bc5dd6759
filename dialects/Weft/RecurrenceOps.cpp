// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Checks of recurrent layers.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace weft;

LogicalResult RecurrenceOp::verify() {
  int64_t gates = getKind() == RecurrenceKind::lstm  ? 4
                  : getKind() == RecurrenceKind::gru ? 3
                                                     : 1;
  size_t functions = getKind() == RecurrenceKind::lstm  ? 3
                     : getKind() == RecurrenceKind::gru ? 2
                                                        : 1;
  auto input = cast<RankedTensorType>(getInput().getType()),
       recurrent = cast<RankedTensorType>(getRecurrent().getType());
  if (input.getRank() != 3 || recurrent.getRank() != 2)
    return emitOpError("expected an input of rank 3 and recurrent weights of "
                       "rank 2, found ")
           << input << " and " << recurrent;
  int64_t time = input.getDimSize(0), batch = input.getDimSize(1),
          width = input.getDimSize(2), hidden = recurrent.getDimSize(0);
  int64_t wide =
      ShapedType::isDynamic(hidden) ? ShapedType::kDynamic : gates * hidden;
  auto check = [&](Value value, ArrayRef<int64_t> shape,
                   StringRef what) -> LogicalResult {
    if (!value)
      return success();
    auto type = cast<RankedTensorType>(value.getType());
    if (type.getRank() == static_cast<int64_t>(shape.size()) &&
        succeeded(verifyCompatibleShape(type.getShape(), shape)))
      return success();
    return emitOpError("expected ")
           << what << " of shape "
           << RankedTensorType::get(shape, type.getElementType()) << ", found "
           << type;
  };
  if (failed(check(getWeight(), {width, wide}, "weights")) ||
      failed(check(getRecurrent(), {hidden, wide}, "recurrent weights")) ||
      failed(check(getBias(), {wide}, "a bias")) ||
      failed(check(getRecurrentBias(), {wide}, "a recurrent bias")) ||
      failed(check(getState(), {batch, hidden}, "a state")) ||
      failed(check(getCell(), {batch, hidden}, "a cell")) ||
      failed(check(getPeephole(),
                   {ShapedType::isDynamic(hidden) ? hidden : 3 * hidden},
                   "peepholes")) ||
      failed(check(getLengths(), {batch}, "lengths")) ||
      failed(check(getResult(), {time, batch, hidden}, "a result")) ||
      failed(check(getLastState(), {batch, hidden}, "a last state")) ||
      failed(check(getLastCell(), {batch, hidden}, "a last cell")))
    return failure();
  bool isLstm = getKind() == RecurrenceKind::lstm;
  if (isLstm != static_cast<bool>(getLastCell()) ||
      (!isLstm && (getCell() || getPeephole())))
    return emitOpError(
        "expected a cell and its result with lstm, and only there");
  if (getActivations().size() != functions)
    return emitOpError("expected ")
           << functions << " activations, found " << getActivations().size();
  for (Attribute name : getActivations())
    if (!llvm::is_contained({"logistic", "tanh", "relu"},
                            cast<StringAttr>(name).getValue()))
      return emitOpError(
                 "expected activations among logistic, tanh and relu, found ")
             << name;
  return success();
}
