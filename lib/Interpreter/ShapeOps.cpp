// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Shapes as data, and ops that move data without computing.

#include "dialects/Weft/Faults.h"
#include "lib/Interpreter/Evaluation.h"
#include "lib/Interpreter/Movement.h"

using namespace mlir;
using namespace weft;

/// A view of a whole contiguous tensor.
static StridedView viewAll(ArrayRef<int64_t> dims) {
  return StridedView::broadcast(dims, dims);
}

/// Gives the elements of a view of `from` as the result.
static LogicalResult setView(Evaluation &evaluation, const Tensor &from,
                             const StridedView &view, ArrayRef<int64_t> dims) {
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  copyStrided(from.getData(), view, getSizeBytes(from.getElement()),
              out->getMutableData());
  return success();
}

/// Gives integers as the result.
static LogicalResult setInts(Evaluation &evaluation, ArrayRef<int64_t> values,
                             ArrayRef<int64_t> dims) {
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  store(Element::I64, values.data(), values.size(), out->getMutableData());
  return success();
}

//===----------------------------------------------------------------------===//
// Shapes as data
//===----------------------------------------------------------------------===//

template <> LogicalResult weft::evaluate(ShapeOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  return setInts(evaluation, operand.getDims(), operand.getRank());
}

template <> LogicalResult weft::evaluate(DimOp op, Evaluation &evaluation) {
  return setInts(evaluation, evaluation[op.getOperand()].getDim(op.getDim()),
                 {});
}

template <> LogicalResult weft::evaluate(IotaOp op, Evaluation &evaluation) {
  Tensor *out = evaluation.allocate(
      std::max<int64_t>(0, evaluation[op.getSize()].at<int64_t>(0)));
  if (!out)
    return failure();
  for (int64_t i = 0; i < out->getNumElements(); ++i)
    store(Element::I64, &i, 1, out->getMutableData() + i * 8);
  return success();
}

//===----------------------------------------------------------------------===//
// Other shapes
//===----------------------------------------------------------------------===//

template <> LogicalResult weft::evaluate(ReshapeOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  SmallVector<int64_t> dims(cast<RankedTensorType>(op.getType()).getShape());
  if (const Tensor *shape = evaluation.find(op.getShape()))
    dims = readInts(*shape);
  // The first -1 is what the other sizes leave.
  auto inferred = llvm::find(dims, -1);
  if (inferred != dims.end())
    *inferred = 1;
  for (auto [i, size] : llvm::enumerate(dims))
    if (size < 0)
      return evaluation.fail(fault::negativeSize(i), size);
  if (inferred != dims.end()) {
    int64_t given = multiplyDims(dims);
    if (given == 0)
      return evaluation.fail(fault::ambiguousShape());
    *inferred = operand.getNumElements() / given;
  }
  if (computeNumElements(dims) != operand.getNumElements())
    return evaluation.fail(fault::reshape(), operand.getNumElements(),
                           multiplyDims(dims));
  return evaluation.set(operand.reshaped(dims));
}

template <>
LogicalResult weft::evaluate(BroadcastOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  SmallVector<int64_t> shape = readInts(evaluation[op.getShape()]);
  for (auto [i, size] : llvm::enumerate(shape))
    if (size < 0)
      return evaluation.fail(fault::negativeSize(i), size);
  FailureOr<SmallVector<int64_t>> dims =
      computeBroadcastShape(operand.getDims(), shape);
  if (failed(dims))
    return evaluation.failBroadcast(
        operand.getDims(), shape,
        std::max<int64_t>(operand.getRank(), shape.size()));
  return setView(evaluation, operand,
                 StridedView::broadcast(operand.getDims(), *dims), *dims);
}

template <>
LogicalResult weft::evaluate(TransposeOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  SmallVector<int64_t> strides = computeStrides(operand.getDims());
  StridedView view;
  for (int64_t from : op.getPermutation()) {
    view.dims.push_back(operand.getDim(from));
    view.strides.push_back(strides[from]);
  }
  SmallVector<int64_t> dims(view.dims);
  return setView(evaluation, operand, view, dims);
}

template <> LogicalResult weft::evaluate(SliceOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  SmallVector<int64_t> starts = readInts(evaluation[op.getStarts()]),
                       ends = readInts(evaluation[op.getEnds()]),
                       steps = readInts(evaluation[op.getSteps()]);
  ArrayRef<int64_t> sliced = op.getDims();
  for (ArrayRef<int64_t> list : {starts, ends, steps})
    if (list.size() != sliced.size())
      return evaluation.fail(fault::listLength(), sliced.size(), list.size());
  StridedView view = viewAll(operand.getDims());
  // The strides of dimensions of size 1 are of no use here: a slice may be of
  // any of them.
  view.strides = SmallVector<int64_t, 6>(computeStrides(operand.getDims()));
  for (auto [dim, start, end, step] :
       llvm::zip_equal(sliced, starts, ends, steps)) {
    if (step == 0)
      return evaluation.fail(fault::step(dim));
    int64_t size = operand.getDim(dim), low = step > 0 ? 0 : -1,
            high = step > 0 ? size : size - 1;
    int64_t first = std::clamp(start < 0 ? start + size : start, low, high);
    int64_t last = std::clamp(end < 0 ? end + size : end, low, high);
    int64_t span = step > 0 ? last - first : first - last;
    // The magnitude of the smallest step does not fit, and any step beyond the
    // size takes one element.
    int64_t stride = std::clamp<int64_t>(step, -size - 1, size + 1);
    int64_t count = span <= 0 ? 0 : (span - 1) / std::abs(stride) + 1;
    view.offset += count ? first * view.strides[dim] : 0;
    view.strides[dim] *= stride;
    view.dims[dim] = count;
  }
  SmallVector<int64_t> dims(view.dims);
  return setView(evaluation, operand, view, dims);
}

template <> LogicalResult weft::evaluate(ConcatOp op, Evaluation &evaluation) {
  ArrayRef<Tensor> operands = evaluation.getOperands();
  int64_t dim = op.getDim();
  SmallVector<int64_t> dims(operands.front().getDims());
  dims[dim] = 0;
  for (const Tensor &operand : operands) {
    for (auto [i, size] : llvm::enumerate(operand.getDims()))
      if (static_cast<int64_t>(i) != dim && size != dims[i])
        return evaluation.fail(fault::concat(dim, i), dims[i], size);
    dims[dim] += operand.getDim(dim);
  }
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  // A row is what one index of the dimensions before `dim` holds.
  int64_t rows = multiplyDims(ArrayRef(dims).take_front(dim));
  int64_t inner = multiplyDims(ArrayRef(dims).drop_front(dim + 1)) *
                  getSizeBytes(out->getElement());
  int64_t rowBytes = dims[dim] * inner, at = 0;
  for (const Tensor &operand : operands) {
    int64_t bytes = operand.getDim(dim) * inner;
    for (int64_t row = 0; row < rows && bytes; ++row)
      std::memcpy(out->getMutableData() + row * rowBytes + at,
                  operand.getData() + row * bytes, bytes);
    at += bytes;
  }
  return success();
}

template <> LogicalResult weft::evaluate(TileOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  SmallVector<int64_t> repeats = readInts(evaluation[op.getRepeats()]), dims;
  if (static_cast<int64_t>(repeats.size()) != operand.getRank())
    return evaluation.fail(fault::listLength(), operand.getRank(),
                           repeats.size());
  for (auto [i, count] : llvm::enumerate(repeats))
    if (count < 0)
      return evaluation.fail(fault::tile(i), count);
  // Each dimension is a repeated one and the operand's own.
  StridedView view;
  for (auto [count, size, stride] : llvm::zip_equal(
           repeats, operand.getDims(), computeStrides(operand.getDims()))) {
    view.dims.append({count, size});
    view.strides.append({0, stride});
    int64_t product;
    if (llvm::MulOverflow(count, size, product))
      return evaluation.fail() << count << " repetitions of " << size
                               << " elements are more than any memory holds";
    dims.push_back(product);
  }
  return setView(evaluation, operand, view, dims);
}

//===----------------------------------------------------------------------===//
// Padding
//===----------------------------------------------------------------------===//

/// The element that stands at position `at` of a dimension of `size` elements
/// extended without end; -1 for the fill value.
static int64_t resolvePadding(PadMode mode, int64_t at, int64_t size) {
  if (at >= 0 && at < size)
    return at;
  auto wrap = [](int64_t value, int64_t period) {
    return (value % period + period) % period;
  };
  switch (mode) {
  case PadMode::constant:
    return -1;
  case PadMode::edge:
    return at < 0 ? 0 : size - 1;
  case PadMode::wrap:
    return wrap(at, size);
  case PadMode::reflect: {
    // There and back again, without the borders twice.
    int64_t period = std::max<int64_t>(1, 2 * (size - 1)),
            place = wrap(at, period);
    return std::min(place, period - place);
  }
  }
  llvm_unreachable("all modes are above");
}

template <> LogicalResult weft::evaluate(PadOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()],
               &value = evaluation[op.getValue()];
  SmallVector<int64_t> low = readInts(evaluation[op.getLow()]),
                       high = readInts(evaluation[op.getHigh()]), dims;
  int64_t rank = operand.getRank();
  for (ArrayRef<int64_t> list : {low, high})
    if (static_cast<int64_t>(list.size()) != rank)
      return evaluation.fail(fault::listLength(), rank, list.size());
  for (int64_t i = 0; i < rank; ++i) {
    int64_t size;
    if (llvm::AddOverflow(operand.getDim(i), low[i], size) ||
        llvm::AddOverflow(size, high[i], size))
      return evaluation.fail()
             << "padding dimension " << i << " by " << low[i] << " and "
             << high[i] << " is more than any memory holds";
    if (op.getMode() != PadMode::constant && operand.getDim(i) == 0 && size > 0)
      return evaluation.fail(fault::padding(i));
    dims.push_back(std::max<int64_t>(0, size));
  }
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  // For each dimension, the distance of every result's index in the operand; -1
  // for the fill value.
  SmallVector<std::vector<int64_t>> places(rank);
  SmallVector<int64_t> strides = computeStrides(operand.getDims());
  for (int64_t i = 0; i < rank && out->getNumElements(); ++i)
    for (int64_t at = 0; at < dims[i]; ++at) {
      int64_t from =
          resolvePadding(op.getMode(), at - low[i], operand.getDim(i));
      places[i].push_back(from < 0 ? -1 : from * strides[i]);
    }
  visitBits(getSizeBytes(out->getElement()), [&](auto tag) {
    using T = decltype(tag);
    T fill;
    std::memcpy(&fill, value.getData(), sizeof(T));
    SmallVector<int64_t> position(rank, 0);
    for (int64_t i = 0; i < out->getNumElements(); ++i) {
      int64_t from = 0;
      bool isInside = true;
      for (int64_t dim = 0; dim < rank; ++dim) {
        isInside &= places[dim][position[dim]] >= 0;
        from += places[dim][position[dim]];
      }
      std::memcpy(out->getMutableData() + i * sizeof(T),
                  isInside ? operand.getData() + from * sizeof(T)
                           : reinterpret_cast<char *>(&fill),
                  sizeof(T));
      for (int64_t dim = rank - 1; dim >= 0 && ++position[dim] == dims[dim];
           --dim)
        position[dim] = 0;
    }
  });
  return success();
}
