// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Conversion between floats and quantized integers.

#include "lib/Interpreter/Evaluation.h"

#include <cmath>

using namespace mlir;
using namespace weft;

/// Checks the sizes of scale and zero point; gives for each element of the
/// operand which scale is its own.
template <typename OpT>
static FailureOr<std::vector<int64_t>> assignScales(OpT op,
                                                    Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()],
               &scale = evaluation[op.getScale()];
  const Tensor *zeroPoint = evaluation.find(op.getZeroPoint());
  if (zeroPoint && zeroPoint->getDims() != scale.getDims())
    return evaluation.fail()
           << "expected scale and zero point of one shape, found "
           << formatDims(scale.getDims()) << " and "
           << formatDims(zeroPoint->getDims());
  std::vector<int64_t> which(operand.getNumElements(), 0);
  if (scale.getRank() == 0)
    return which;
  int64_t dim = op.getDim(), block = op.getBlock(), size = operand.getDim(dim),
          inner = multiplyDims(operand.getDims().drop_front(dim + 1));
  SmallVector<int64_t> expected{size};
  if (block) {
    expected.assign(operand.getDims().begin(), operand.getDims().end());
    expected[dim] = llvm::divideCeil(size, block);
  }
  if (scale.getDims() != ArrayRef<int64_t>(expected))
    return evaluation.fail()
           << "expected scales of sizes " << formatDims(expected) << ", found "
           << formatDims(scale.getDims());
  for (auto [i, number] : llvm::enumerate(which)) {
    int64_t column = i % inner, index = i / inner % size,
            row = i / inner / size;
    number =
        block ? (row * expected[dim] + index / block) * inner + column : index;
  }
  return which;
}

/// The zero points, one for each scale.
static std::vector<double> widenZeroPoints(const Tensor &scale,
                                           const Tensor *zeroPoint) {
  return zeroPoint ? zeroPoint->widen<double>()
                   : std::vector<double>(scale.getNumElements(), 0.0);
}

template <>
LogicalResult weft::evaluate(QuantizeOp op, Evaluation &evaluation) {
  auto which = assignScales(op, evaluation);
  const Tensor &operand = evaluation[op.getOperand()];
  Tensor *out =
      succeeded(which) ? evaluation.allocate(operand.getDims()) : nullptr;
  if (!out)
    return failure();
  std::vector<double> values = operand.widen<double>(),
                      scales = evaluation[op.getScale()].widen<double>();
  std::vector<double> zeroPoints = widenZeroPoints(
      evaluation[op.getScale()], evaluation.find(op.getZeroPoint()));
  for (auto [value, number] : llvm::zip_equal(values, *which))
    value = std::nearbyint(value / scales[number]) + zeroPoints[number];
  store(out->getElement(), values.data(), out->getNumElements(),
        out->getMutableData());
  return success();
}

template <>
LogicalResult weft::evaluate(DequantizeOp op, Evaluation &evaluation) {
  auto which = assignScales(op, evaluation);
  const Tensor &operand = evaluation[op.getOperand()];
  Tensor *out =
      succeeded(which) ? evaluation.allocate(operand.getDims()) : nullptr;
  if (!out)
    return failure();
  std::vector<double> values = operand.widen<double>(),
                      scales = evaluation[op.getScale()].widen<double>();
  std::vector<double> zeroPoints = widenZeroPoints(
      evaluation[op.getScale()], evaluation.find(op.getZeroPoint()));
  for (auto [value, number] : llvm::zip_equal(values, *which))
    value = (value - zeroPoints[number]) * scales[number];
  store(out->getElement(), values.data(), out->getNumElements(),
        out->getMutableData());
  return success();
}
