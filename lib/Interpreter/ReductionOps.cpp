// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reductions, running reductions, windows, softmax and normalization.

#include "dialects/Weft/Faults.h"
#include "dialects/Weft/WindowPlaces.h"
#include "lib/Interpreter/Evaluation.h"
#include "lib/Interpreter/Movement.h"

#include <cmath>

using namespace mlir;
using namespace weft;

//===----------------------------------------------------------------------===//
// Combining two values
//===----------------------------------------------------------------------===//

/// What a reduction of nothing gives, before a mean divides.
template <typename W> static W getNeutral(ReductionKind kind, Element element) {
  switch (kind) {
  case ReductionKind::sum:
  case ReductionKind::mean:
  case ReductionKind::any:
    return 0;
  case ReductionKind::prod:
  case ReductionKind::all:
    return 1;
  case ReductionKind::max:
    return getLeast<W>(element);
  case ReductionKind::min:
    return getGreatest<W>(element);
  }
  llvm_unreachable("all kinds are above");
}

/// Integers wrap; NaN stays in a maximum and a minimum.
template <ReductionKind kKind, typename W> static W combine(W a, W b) {
  constexpr bool isFloat = std::is_same_v<W, double>;
  if constexpr (kKind == ReductionKind::max)
    return a != a || b < a ? a : b;
  else if constexpr (kKind == ReductionKind::min)
    return a != a || b > a ? a : b;
  else if constexpr (kKind == ReductionKind::prod)
    return isFloat ? a * b
                   : static_cast<W>(static_cast<uint64_t>(a) *
                                    static_cast<uint64_t>(b));
  else
    return isFloat ? a + b
                   : static_cast<W>(static_cast<uint64_t>(a) +
                                    static_cast<uint64_t>(b));
}

/// Calls `visit` with a function that combines two values; `all` and `any` are
/// minimum and maximum of truth values.
template <typename W, typename Visitor>
static auto visitKind(ReductionKind kind, Visitor visit) {
  switch (kind) {
  case ReductionKind::max:
  case ReductionKind::any:
    return visit([](W a, W b) { return combine<ReductionKind::max>(a, b); });
  case ReductionKind::min:
  case ReductionKind::all:
    return visit([](W a, W b) { return combine<ReductionKind::min>(a, b); });
  case ReductionKind::prod:
    return visit([](W a, W b) { return combine<ReductionKind::prod>(a, b); });
  case ReductionKind::sum:
  case ReductionKind::mean:
    return visit([](W a, W b) { return combine<ReductionKind::sum>(a, b); });
  }
  llvm_unreachable("all kinds are above");
}

/// The mean of `count` values from their sum: of none NaN, or 0 for integers,
/// which truncate.
template <typename W> static W divideSum(W sum, int64_t count) {
  if constexpr (std::is_same_v<W, double>)
    return sum / static_cast<double>(count);
  else
    return count ? static_cast<W>(sum / static_cast<W>(count)) : 0;
}

//===----------------------------------------------------------------------===//
// Dimensions that are combined, and those that stay
//===----------------------------------------------------------------------===//

namespace {
/// The elements of a tensor as a matrix: a row is what is combined.
struct Rows {
  int64_t count, length;
  StridedView view;

  Rows(ArrayRef<int64_t> dims, ArrayRef<int64_t> combined) {
    SmallVector<int64_t> strides = computeStrides(dims);
    for (bool isCombined : {false, true})
      for (size_t i = 0; i < dims.size(); ++i)
        if (llvm::is_contained(combined, static_cast<int64_t>(i)) ==
            isCombined) {
          view.dims.push_back(dims[i]);
          view.strides.push_back(strides[i]);
        }
    count = length = 1;
    for (size_t i = 0; i < dims.size(); ++i)
      (llvm::is_contained(combined, static_cast<int64_t>(i)) ? length
                                                             : count) *=
          dims[i];
  }

  template <typename W> std::vector<W> read(const Tensor &tensor) const {
    std::vector<W> values(tensor.getNumElements());
    loadStrided(tensor, view, values.data());
    return values;
  }

  /// Writes rows to the places that they were read from.
  template <typename W>
  void write(const std::vector<W> &values, Tensor &tensor) const {
    std::vector<char> rounded(tensor.getSizeBytes());
    store(tensor.getElement(), values.data(), tensor.getNumElements(),
          rounded.data());
    scatterStrided(rounded.data(), tensor.getMutableData(), view,
                   getSizeBytes(tensor.getElement()));
  }
};
} // namespace

/// `dims` without `dropped`, or with them of size 1.
static SmallVector<int64_t> dropDims(ArrayRef<int64_t> dims,
                                     ArrayRef<int64_t> dropped, bool keep) {
  SmallVector<int64_t> rest;
  for (auto [i, size] : llvm::enumerate(dims)) {
    if (!llvm::is_contained(dropped, static_cast<int64_t>(i)))
      rest.push_back(size);
    else if (keep)
      rest.push_back(1);
  }
  return rest;
}

//===----------------------------------------------------------------------===//
// Reductions
//===----------------------------------------------------------------------===//

template <> LogicalResult weft::evaluate(ReduceOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  Tensor *out = evaluation.allocate(
      dropDims(operand.getDims(), op.getDims(), op.getKeepDims()));
  if (!out)
    return failure();
  Rows rows(operand.getDims(), op.getDims());
  visitWide(operand.getElement(), [&](auto wide) {
    using W = decltype(wide);
    std::vector<W> values = rows.read<W>(operand), results(rows.count);
    visitKind<W>(op.getKind(), [&](auto combine) {
      for (int64_t row = 0; row < rows.count; ++row) {
        W result = getNeutral<W>(op.getKind(), operand.getElement());
        for (int64_t i = 0; i < rows.length; ++i)
          result = combine(result, values[row * rows.length + i]);
        results[row] = op.getKind() == ReductionKind::mean
                           ? divideSum(result, rows.length)
                           : result;
      }
    });
    store(out->getElement(), results.data(), rows.count, out->getMutableData());
  });
  return success();
}

template <>
LogicalResult weft::evaluate(ArgReduceOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  int64_t dim = op.getDim();
  if (operand.getDim(dim) == 0)
    return evaluation.fail(fault::nothing(dim));
  Tensor *out =
      evaluation.allocate(dropDims(operand.getDims(), dim, op.getKeepDims()));
  if (!out)
    return failure();
  Rows rows(operand.getDims(), dim);
  bool isMax = op.getKind() == ReductionKind::max;
  visitWide(operand.getElement(), [&](auto wide) {
    using W = decltype(wide);
    std::vector<W> values = rows.read<W>(operand);
    for (int64_t row = 0; row < rows.count; ++row) {
      const W *line = values.data() + row * rows.length;
      int64_t best = 0;
      for (int64_t i = 1; i < rows.length; ++i) {
        W a = line[best], b = line[i];
        bool isBetter = a != a ? false : b != b ? true : isMax ? b > a : b < a;
        bool isEqual = a == b || (a != a && b != b);
        if (isBetter || (isEqual && op.getLast()))
          best = i;
      }
      store(Element::I64, &best, 1, out->getMutableData() + row * 8);
    }
  });
  return success();
}

template <>
LogicalResult weft::evaluate(CumulativeOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  Tensor *out = evaluation.allocate(operand.getDims());
  if (!out)
    return failure();
  Rows rows(operand.getDims(), static_cast<int64_t>(op.getDim()));
  visitWide(operand.getElement(), [&](auto wide) {
    using W = decltype(wide);
    std::vector<W> values = rows.read<W>(operand);
    visitKind<W>(op.getKind(), [&](auto combine) {
      for (int64_t row = 0; row < rows.count; ++row) {
        W running = getNeutral<W>(op.getKind(), operand.getElement());
        for (int64_t i = 0; i < rows.length; ++i) {
          W &value = values[row * rows.length +
                            (op.getReverse() ? rows.length - 1 - i : i)];
          W next = combine(running, value);
          value = op.getExclusive() ? running : next;
          running = next;
        }
      }
    });
    rows.write(values, *out);
  });
  return success();
}

//===----------------------------------------------------------------------===//
// Windows
//===----------------------------------------------------------------------===//

/// Reduces one spatial dimension after the other: `values` and `counts` are
/// [outer, size, inner]. A window's value is the combination of the elements in
/// it whatever the order, up to rounding, which happens in the wide type.
template <typename W, typename Combine>
static void reduceAxis(std::vector<W> &values, std::vector<int64_t> &counts,
                       int64_t outer, int64_t size, int64_t inner,
                       int64_t results, int64_t window, int64_t stride,
                       int64_t dilation, int64_t low, W neutral,
                       Combine combine) {
  std::vector<W> out(outer * results * inner, neutral);
  std::vector<int64_t> outCounts(outer * results * inner, 0);
  for (int64_t at = 0; at < results; ++at)
    for (int64_t tap = 0; tap < window; ++tap) {
      __int128 place = static_cast<__int128>(at) * stride +
                       static_cast<__int128>(tap) * dilation - low;
      if (place < 0 || place >= size)
        continue;
      for (int64_t o = 0; o < outer; ++o) {
        int64_t to = (o * results + at) * inner,
                from = (o * size + static_cast<int64_t>(place)) * inner;
        for (int64_t i = 0; i < inner; ++i) {
          out[to + i] = combine(out[to + i], values[from + i]);
          outCounts[to + i] += counts[from + i];
        }
      }
    }
  values = std::move(out);
  counts = std::move(outCounts);
}

template <>
LogicalResult weft::evaluate(ReduceWindowOp op, Evaluation &evaluation) {
  const Tensor &input = evaluation[op.getInput()];
  int64_t spatial = input.getRank() - 2;
  SmallVector<int64_t> dims(input.getDims());
  for (int64_t i = 0; i < spatial; ++i) {
    dims[i + 1] =
        computeWindowPlaces(dims[i + 1], op.getWindow()[i], op.getStrides()[i],
                            op.getDilations()[i], /*inputDilation=*/1,
                            op.getPadding()[i], op.getPadding()[spatial + i]);
  }
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  if (out->getNumElements() == 0)
    return success();
  visitWide(input.getElement(), [&](auto wide) {
    using W = decltype(wide);
    std::vector<W> values = input.widen<W>();
    std::vector<int64_t> counts(values.size(), 1);
    SmallVector<int64_t> now(input.getDims());
    visitKind<W>(op.getKind(), [&](auto combine) {
      for (int64_t i = 0; i < spatial; ++i) {
        reduceAxis(values, counts,
                   multiplyDims(ArrayRef(now).take_front(i + 1)), now[i + 1],
                   multiplyDims(ArrayRef(now).drop_front(i + 2)), dims[i + 1],
                   op.getWindow()[i], op.getStrides()[i], op.getDilations()[i],
                   op.getPadding()[i],
                   getNeutral<W>(op.getKind(), input.getElement()), combine);
        now[i + 1] = dims[i + 1];
      }
    });
    if (op.getKind() == ReductionKind::mean)
      for (auto [value, count] : llvm::zip_equal(values, counts))
        value = divideSum(value, count);
    store(out->getElement(), values.data(), out->getNumElements(),
          out->getMutableData());
  });
  return success();
}

//===----------------------------------------------------------------------===//
// Softmax and normalization
//===----------------------------------------------------------------------===//

/// Applies `function` to every row of the operand.
static LogicalResult
mapRows(Evaluation &evaluation, const Tensor &operand, ArrayRef<int64_t> dims,
        function_ref<void(MutableArrayRef<double>)> function) {
  Tensor *out = evaluation.allocate(operand.getDims());
  if (!out)
    return failure();
  Rows rows(operand.getDims(), dims);
  std::vector<double> values = rows.read<double>(operand);
  if (rows.length)
    for (int64_t row = 0; row < rows.count; ++row)
      function(MutableArrayRef(values).slice(row * rows.length, rows.length));
  rows.write(values, *out);
  return success();
}

template <> LogicalResult weft::evaluate(SoftmaxOp op, Evaluation &evaluation) {
  bool log = op.getLog();
  return mapRows(
      evaluation, evaluation[op.getOperand()],
      static_cast<int64_t>(op.getDim()), [log](MutableArrayRef<double> row) {
        double most = row.front(), sum = 0;
        for (double value : row)
          most = combine<ReductionKind::max>(most, value);
        for (double &value : row) {
          value -= most;
          sum += std::exp(value);
        }
        for (double &value : row)
          value = log ? value - std::log(sum) : std::exp(value) / sum;
      });
}

namespace {
struct Moments {
  double mean, variance;
};
} // namespace

/// Mean and biased variance; with `rms` mean 0 and the mean square.
static Moments computeMoments(ArrayRef<double> values, bool rms) {
  Moments moments = {0, 0};
  if (!rms) {
    for (double value : values)
      moments.mean += value;
    moments.mean /= static_cast<double>(values.size());
  }
  for (double value : values)
    moments.variance += (value - moments.mean) * (value - moments.mean);
  moments.variance /= static_cast<double>(values.size());
  return moments;
}

template <>
LogicalResult weft::evaluate(NormalizeOp op, Evaluation &evaluation) {
  bool rms = op.getRms();
  double epsilon = op.getEpsilon().convertToFloat();
  return mapRows(evaluation, evaluation[op.getOperand()], op.getDims(),
                 [=](MutableArrayRef<double> row) {
                   Moments moments = computeMoments(row, rms);
                   for (double &value : row)
                     value = (value - moments.mean) /
                             std::sqrt(moments.variance + epsilon);
                 });
}

template <>
LogicalResult weft::evaluate(BatchNormOp op, Evaluation &evaluation) {
  const Tensor &operand = evaluation[op.getOperand()];
  int64_t channel = op.getDim(), channels = operand.getDim(channel);
  for (Value each :
       {op.getScale(), op.getOffset(), op.getMean(), op.getVariance()})
    if (evaluation[each].getNumElements() != channels)
      return evaluation.fail()
             << "expected one value for each of " << channels
             << " channels, found " << evaluation[each].getNumElements();
  Tensor *out = evaluation.allocate(operand.getDims());
  if (!out)
    return failure();
  SmallVector<int64_t> others;
  for (int64_t i = 0; i < operand.getRank(); ++i)
    if (i != channel)
      others.push_back(i);
  Rows rows(operand.getDims(), others);
  std::vector<double> values = rows.read<double>(operand),
                      scale = evaluation[op.getScale()].widen<double>(),
                      offset = evaluation[op.getOffset()].widen<double>(),
                      mean = evaluation[op.getMean()].widen<double>(),
                      variance = evaluation[op.getVariance()].widen<double>();
  double epsilon = op.getEpsilon().convertToFloat(),
         momentum = op.getMomentum().convertToFloat();
  std::vector<double> runningMean(channels), runningVariance(channels);
  for (int64_t c = 0; c < channels; ++c) {
    MutableArrayRef<double> row =
        MutableArrayRef(values).slice(c * rows.length, rows.length);
    Moments moments = {mean[c], variance[c]};
    if (op.getTraining()) {
      moments = computeMoments(row, /*rms=*/false);
      runningMean[c] = momentum * mean[c] + (1 - momentum) * moments.mean;
      runningVariance[c] =
          momentum * variance[c] + (1 - momentum) * moments.variance;
    }
    for (double &value : row)
      value = scale[c] * ((value - moments.mean) /
                          std::sqrt(moments.variance + epsilon)) +
              offset[c];
  }
  rows.write(values, *out);
  if (!op.getTraining())
    return success();
  Tensor *nextMean = evaluation.allocate(channels, 1),
         *nextVariance = evaluation.allocate(channels, 2);
  if (!nextMean || !nextVariance)
    return failure();
  store(nextMean->getElement(), runningMean.data(), channels,
        nextMean->getMutableData());
  store(nextVariance->getElement(), runningVariance.data(), channels,
        nextVariance->getMutableData());
  return success();
}
