// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gather and scatter, and order.

#include "dialects/Weft/Faults.h"
#include "lib/Interpreter/Evaluation.h"

#include <cmath>
#include <numeric>

using namespace mlir;
using namespace weft;

/// The place that an index means in a dimension of `size` elements; nothing,
/// with an error said, where it is out of range.
static std::optional<int64_t>
resolveIndex(Evaluation &evaluation, int64_t index, int64_t dim, int64_t size) {
  int64_t place = index < 0 ? index + size : index;
  if (place >= 0 && place < size)
    return place;
  evaluation.fail(fault::index(dim), index, size);
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Gather
//===----------------------------------------------------------------------===//

template <> LogicalResult weft::evaluate(GatherOp op, Evaluation &evaluation) {
  const Tensor &data = evaluation[op.getData()],
               &indices = evaluation[op.getIndices()];
  int64_t dim = op.getDim(), size = data.getDim(dim);
  SmallVector<int64_t> dims(data.getDims().take_front(dim));
  llvm::append_range(dims, indices.getDims());
  llvm::append_range(dims, data.getDims().drop_front(dim + 1));
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  int64_t outer = multiplyDims(data.getDims().take_front(dim));
  int64_t sliceBytes = multiplyDims(data.getDims().drop_front(dim + 1)) *
                       getSizeBytes(data.getElement());
  std::vector<int64_t> places = indices.widen<int64_t>();
  for (int64_t &index : places) {
    std::optional<int64_t> place = resolveIndex(evaluation, index, dim, size);
    if (!place)
      return failure();
    index = *place;
  }
  char *to = out->getMutableData();
  for (int64_t o = 0; o < outer && sliceBytes; ++o)
    for (int64_t place : places) {
      std::memcpy(to, data.getData() + (o * size + place) * sliceBytes,
                  sliceBytes);
      to += sliceBytes;
    }
  return success();
}

/// Calls `visit(element of indices, element of data)` for every index of
/// gather_elements and scatter_elements. Fails where an index is out of range
/// or the indices are larger than the data.
static LogicalResult visitElements(Evaluation &evaluation, const Tensor &data,
                                   const Tensor &indices, int64_t dim,
                                   function_ref<void(int64_t, int64_t)> visit) {
  for (int64_t i = 0; i < data.getRank(); ++i)
    if (i != dim && indices.getDim(i) > data.getDim(i))
      return evaluation.fail(fault::indicesBeyondData(i), indices.getDim(i),
                             data.getDim(i));
  SmallVector<int64_t> strides = computeStrides(data.getDims()),
                       position(data.getRank(), 0);
  std::vector<int64_t> values = indices.widen<int64_t>();
  for (auto [number, index] : llvm::enumerate(values)) {
    std::optional<int64_t> place =
        resolveIndex(evaluation, index, dim, data.getDim(dim));
    if (!place)
      return failure();
    int64_t at = 0;
    for (int64_t i = 0; i < data.getRank(); ++i)
      at += (i == dim ? *place : position[i]) * strides[i];
    visit(number, at);
    for (int64_t i = data.getRank() - 1;
         i >= 0 && ++position[i] == indices.getDim(i); --i)
      position[i] = 0;
  }
  return success();
}

template <>
LogicalResult weft::evaluate(GatherElementsOp op, Evaluation &evaluation) {
  const Tensor &data = evaluation[op.getData()],
               &indices = evaluation[op.getIndices()];
  Tensor *out = evaluation.allocate(indices.getDims());
  if (!out)
    return failure();
  unsigned size = getSizeBytes(data.getElement());
  return visitElements(evaluation, data, indices, op.getDim(),
                       [&](int64_t to, int64_t from) {
                         std::memcpy(out->getMutableData() + to * size,
                                     data.getData() + from * size, size);
                       });
}

/// Calls `visit(number of the tuple, first element of its slice)` for every
/// tuple of gather_nd and scatter_nd, whose first `batch` dimensions are those
/// of the data.
static LogicalResult visitSlices(Evaluation &evaluation, const Tensor &data,
                                 const Tensor &indices, int64_t batch,
                                 function_ref<void(int64_t, int64_t)> visit) {
  for (int64_t i = 0; i < batch; ++i)
    if (indices.getDim(i) != data.getDim(i))
      return evaluation.fail(fault::oneSize("data and indices", i),
                             data.getDim(i), indices.getDim(i));
  int64_t width = indices.getDims().back();
  SmallVector<int64_t> strides = computeStrides(data.getDims());
  std::vector<int64_t> values = indices.widen<int64_t>();
  int64_t tuples = multiplyDims(indices.getDims().drop_back());
  int64_t batches = multiplyDims(data.getDims().take_front(batch)),
          tuplesPerBatch = batches ? tuples / batches : 0;
  int64_t batchStride = multiplyDims(data.getDims().drop_front(batch));
  for (int64_t tuple = 0; tuple < tuples; ++tuple) {
    int64_t at = tuple / std::max<int64_t>(1, tuplesPerBatch) * batchStride;
    for (int64_t i = 0; i < width; ++i) {
      std::optional<int64_t> place =
          resolveIndex(evaluation, values[tuple * width + i], batch + i,
                       data.getDim(batch + i));
      if (!place)
        return failure();
      at += *place * strides[batch + i];
    }
    visit(tuple, at);
  }
  return success();
}

template <>
LogicalResult weft::evaluate(GatherNdOp op, Evaluation &evaluation) {
  const Tensor &data = evaluation[op.getData()],
               &indices = evaluation[op.getIndices()];
  int64_t batch = op.getBatchDims();
  ArrayRef<int64_t> slice =
      data.getDims().drop_front(batch + indices.getDims().back());
  SmallVector<int64_t> dims(indices.getDims().drop_back());
  llvm::append_range(dims, slice);
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  int64_t size = getSizeBytes(data.getElement()),
          sliceBytes = multiplyDims(slice) * size;
  return visitSlices(evaluation, data, indices, batch,
                     [&](int64_t tuple, int64_t from) {
                       std::memcpy(out->getMutableData() + tuple * sliceBytes,
                                   data.getData() + from * size, sliceBytes);
                     });
}

//===----------------------------------------------------------------------===//
// Scatter
//===----------------------------------------------------------------------===//

/// What becomes of `now` where `update` comes to it.
template <typename W> static W combine(ScatterKind kind, W now, W update) {
  constexpr bool isFloat = std::is_same_v<W, double>;
  switch (kind) {
  case ScatterKind::assign:
    return update;
  case ScatterKind::add:
    return static_cast<W>(isFloat
                              ? now + update
                              : static_cast<W>(static_cast<uint64_t>(now) +
                                               static_cast<uint64_t>(update)));
  case ScatterKind::mul:
    return static_cast<W>(isFloat
                              ? now * update
                              : static_cast<W>(static_cast<uint64_t>(now) *
                                               static_cast<uint64_t>(update)));
  case ScatterKind::max:
    return now != now || update < now ? now : update;
  case ScatterKind::min:
    return now != now || update > now ? now : update;
  }
  llvm_unreachable("all kinds are above");
}

/// Gives a copy of `data` into which `visitAll` writes runs of `count` elements
/// of the updates.
static LogicalResult
scatter(Evaluation &evaluation, ScatterKind kind, const Tensor &data,
        const Tensor &updates, int64_t count,
        function_ref<LogicalResult(function_ref<void(int64_t, int64_t)>)>
            visitAll) {
  Tensor *out = evaluation.allocate(data.getDims());
  if (!out)
    return failure();
  unsigned size = getSizeBytes(data.getElement());
  if (kind == ScatterKind::assign) {
    std::memcpy(out->getMutableData(), data.getData(), data.getSizeBytes());
    return visitAll([&](int64_t update, int64_t at) {
      std::memcpy(out->getMutableData() + at * size,
                  updates.getData() + update * count * size, count * size);
    });
  }
  // Combined in the wide type, so that many additions to one place are rounded
  // once.
  return visitWide(data.getElement(), [&](auto wide) -> LogicalResult {
    using W = decltype(wide);
    std::vector<W> values = data.widen<W>(), news = updates.widen<W>();
    if (failed(visitAll([&](int64_t update, int64_t at) {
          for (int64_t i = 0; i < count; ++i)
            values[at + i] =
                combine(kind, values[at + i], news[update * count + i]);
        })))
      return failure();
    store(out->getElement(), values.data(), out->getNumElements(),
          out->getMutableData());
    return success();
  });
}

template <>
LogicalResult weft::evaluate(ScatterElementsOp op, Evaluation &evaluation) {
  const Tensor &data = evaluation[op.getData()],
               &indices = evaluation[op.getIndices()],
               &updates = evaluation[op.getUpdates()];
  for (int64_t i = 0; i < indices.getRank(); ++i)
    if (indices.getDim(i) != updates.getDim(i))
      return evaluation.fail(fault::oneSize("indices and updates", i),
                             indices.getDim(i), updates.getDim(i));
  return scatter(evaluation, op.getKind(), data, updates, 1,
                 [&](function_ref<void(int64_t, int64_t)> visit) {
                   return visitElements(evaluation, data, indices, op.getDim(),
                                        visit);
                 });
}

template <>
LogicalResult weft::evaluate(ScatterNdOp op, Evaluation &evaluation) {
  const Tensor &data = evaluation[op.getData()],
               &indices = evaluation[op.getIndices()],
               &updates = evaluation[op.getUpdates()];
  ArrayRef<int64_t> slice = data.getDims().drop_front(indices.getDims().back());
  SmallVector<int64_t> expected(indices.getDims().drop_back());
  llvm::append_range(expected, slice);
  for (auto [i, size] : llvm::enumerate(expected))
    if (updates.getDim(i) != size)
      return evaluation.fail(fault::updates(i), size, updates.getDim(i));
  return scatter(evaluation, op.getKind(), data, updates, multiplyDims(slice),
                 [&](function_ref<void(int64_t, int64_t)> visit) {
                   return visitSlices(evaluation, data, indices, 0, visit);
                 });
}

template <> LogicalResult weft::evaluate(NonZeroOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  std::vector<double> values = operand.widen<double>();
  int64_t count = values.size() - llvm::count(values, 0.0), column = 0;
  Tensor *out = evaluation.allocate({operand.getRank(), count});
  if (!out)
    return failure();
  SmallVector<int64_t> position(operand.getRank(), 0);
  for (double value : values) {
    if (value != 0) {
      for (int64_t i = 0; i < operand.getRank(); ++i)
        store(Element::I64, &position[i], 1,
              out->getMutableData() + (i * count + column) * 8);
      ++column;
    }
    for (int64_t i = operand.getRank() - 1;
         i >= 0 && ++position[i] == operand.getDim(i); --i)
      position[i] = 0;
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Order
//===----------------------------------------------------------------------===//

/// Whether `a` comes before `b` in ascending order; NaN is larger than all.
template <typename W> static bool isLess(W a, W b) {
  return a != a ? false : b != b ? true : a < b;
}

/// Gives the first `k` values along `dim` in order, and where they came from.
static LogicalResult takeInOrder(Evaluation &evaluation, const Tensor &operand,
                                 int64_t dim, bool descending, int64_t k) {
  SmallVector<int64_t> dims(operand.getDims());
  dims[dim] = k;
  Tensor *values = evaluation.allocate(dims, 0),
         *indices = evaluation.allocate(dims, 1);
  if (!values || !indices)
    return failure();
  int64_t size = operand.getDim(dim),
          inner = multiplyDims(operand.getDims().drop_front(dim + 1));
  int64_t outer = multiplyDims(operand.getDims().take_front(dim)),
          bytes = getSizeBytes(operand.getElement());
  visitWide(operand.getElement(), [&](auto wide) {
    using W = decltype(wide);
    std::vector<W> all = operand.widen<W>();
    std::vector<int64_t> order(size);
    for (int64_t o = 0; o < outer; ++o)
      for (int64_t i = 0; i < inner; ++i) {
        const W *line = all.data() + o * size * inner + i;
        std::iota(order.begin(), order.end(), 0);
        // Equal values stay in the order of their places.
        llvm::sort(order, [&](int64_t a, int64_t b) {
          W x = line[a * inner], y = line[b * inner];
          if (isLess(x, y) || isLess(y, x))
            return isLess(x, y) != descending;
          return a < b;
        });
        for (int64_t n = 0; n < k; ++n) {
          int64_t to = (o * k + n) * inner + i;
          std::memcpy(values->getMutableData() + to * bytes,
                      operand.getData() +
                          ((o * size + order[n]) * inner + i) * bytes,
                      bytes);
          store(Element::I64, &order[n], 1, indices->getMutableData() + to * 8);
        }
      }
  });
  return success();
}

template <> LogicalResult weft::evaluate(SortOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  return takeInOrder(evaluation, operand, op.getDim(), op.getDescending(),
                     operand.getDim(op.getDim()));
}

template <> LogicalResult weft::evaluate(TopKOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  int64_t k = evaluation[op.getK()].at<int64_t>(0),
          size = operand.getDim(op.getDim());
  if (k < 0 || k > size)
    return evaluation.fail(fault::topK(op.getDim()), k, size);
  return takeInOrder(evaluation, operand, op.getDim(), !op.getSmallest(), k);
}
