// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Contraction and convolution.

#include "dialects/Weft/Faults.h"
#include "dialects/Weft/WindowPlaces.h"
#include "lib/Interpreter/Evaluation.h"
#include "lib/Interpreter/Movement.h"
#include "lib/Interpreter/MultiplyBlock.h"

using namespace mlir;
using namespace weft;

/// The type that products are summed in: wrapping integers are unsigned.
template <typename W>
using Sum = std::conditional_t<std::is_same_v<W, double>, double, uint64_t>;

//===----------------------------------------------------------------------===//
// Contraction
//===----------------------------------------------------------------------===//

namespace {
/// The letters of an equation by what becomes of them.
struct Letters {
  std::string batch, rows, columns, inner, leftOnly, rightOnly;
};
} // namespace

static Letters classify(StringRef lhs, StringRef rhs, StringRef result) {
  Letters letters;
  for (char letter : result)
    (!lhs.contains(letter)   ? letters.columns
     : !rhs.contains(letter) ? letters.rows
                             : letters.batch) += letter;
  for (char letter : lhs)
    if (!result.contains(letter))
      (rhs.contains(letter) ? letters.inner : letters.leftOnly) += letter;
  for (char letter : rhs)
    if (!result.contains(letter) && !lhs.contains(letter))
      letters.rightOnly += letter;
  return letters;
}

using Sizes = llvm::SmallDenseMap<char, int64_t>;

/// The product of the sizes of some letters.
static int64_t multiplySizes(StringRef letters, const Sizes &sizes) {
  int64_t product = 1;
  for (char letter : letters)
    product *= sizes.lookup(letter);
  return product;
}

/// The elements of `tensor`, whose dimensions are `term`, with the dimensions
/// in the order of `order`, summed over `alone`, which only this operand has.
template <typename W>
static std::vector<Sum<W>> arrange(const Tensor &tensor, StringRef term,
                                   StringRef order, StringRef alone,
                                   const Sizes &sizes) {
  SmallVector<int64_t> strides = computeStrides(tensor.getDims());
  StridedView view;
  for (char letter : (order + alone).str()) {
    view.dims.push_back(sizes.lookup(letter));
    view.strides.push_back(strides[term.find(letter)]);
  }
  std::vector<W> values(tensor.getNumElements());
  loadStrided(tensor, view, values.data());
  int64_t count = multiplySizes(order, sizes),
          each = multiplySizes(alone, sizes);
  std::vector<Sum<W>> sums(count);
  for (int64_t i = 0; i < count; ++i)
    for (int64_t k = 0; k < each; ++k)
      sums[i] += static_cast<Sum<W>>(values[i * each + k]);
  return sums;
}

/// result[b][m][n] = sum over k of lhs[b][m][k] * rhs[b][k][n], in blocks of
/// columns that stay in the cache.
template <typename S>
static std::vector<S> multiply(const std::vector<S> &lhs,
                               const std::vector<S> &rhs, int64_t batch,
                               int64_t rows, int64_t depth, int64_t columns) {
  constexpr int64_t kBlockColumns = 64, kBlockDepth = 256;
  std::vector<S> result(batch * rows * columns);
  for (int64_t b = 0; b < batch; ++b)
    for (int64_t k = 0; k < depth; k += kBlockDepth)
      for (int64_t n = 0; n < columns; n += kBlockColumns)
        for (int64_t m = 0; m < rows; m += kRows) {
          int count = static_cast<int>(std::min<int64_t>(kRows, rows - m));
          std::array<const S *, kRows> pointers = {};
          for (int r = 0; r < count; ++r)
            pointers[r] = lhs.data() + (b * rows + m + r) * depth + k;
          multiplyRows(pointers, count, std::min(kBlockDepth, depth - k),
                       rhs.data() + (b * depth + k) * columns + n, columns,
                       std::min(kBlockColumns, columns - n),
                       result.data() + (b * rows + m) * columns + n, columns);
        }
  return result;
}

template <>
LogicalResult weft::evaluate(ContractOp op, Evaluation &evaluation) {
  const Tensor &lhs = evaluation[op.getLhs()], &rhs = evaluation[op.getRhs()];
  Sizes sizes;
  for (auto [term, tensor] :
       {std::pair(op.getLhsDims(), &lhs), std::pair(op.getRhsDims(), &rhs)})
    for (auto [letter, size] : llvm::zip_equal(term, tensor->getDims())) {
      auto [it, isNew] = sizes.try_emplace(letter, size);
      if (!isNew && it->second != size)
        return evaluation.fail(fault::contraction(letter, op.getEquation()),
                               it->second, size);
    }
  SmallVector<int64_t> dims;
  for (char letter : op.getResultDims())
    dims.push_back(sizes.lookup(letter));
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  Letters letters =
      classify(op.getLhsDims(), op.getRhsDims(), op.getResultDims());
  visitWide(out->getElement(), [&](auto wide) {
    using W = decltype(wide);
    auto left = arrange<W>(lhs, op.getLhsDims(),
                           letters.batch + letters.rows + letters.inner,
                           letters.leftOnly, sizes);
    auto right = arrange<W>(rhs, op.getRhsDims(),
                            letters.batch + letters.inner + letters.columns,
                            letters.rightOnly, sizes);
    auto product = multiply(left, right, multiplySizes(letters.batch, sizes),
                            multiplySizes(letters.rows, sizes),
                            multiplySizes(letters.inner, sizes),
                            multiplySizes(letters.columns, sizes));
    // Where the product's dimensions stand in the result.
    SmallVector<int64_t> strides = computeStrides(dims);
    StridedView view;
    for (char letter : letters.batch + letters.rows + letters.columns) {
      view.dims.push_back(sizes.lookup(letter));
      view.strides.push_back(strides[op.getResultDims().find(letter)]);
    }
    std::vector<char> rounded(out->getSizeBytes());
    store(out->getElement(), product.data(), out->getNumElements(),
          rounded.data());
    scatterStrided(rounded.data(), out->getMutableData(), view,
                   getSizeBytes(out->getElement()));
  });
  return success();
}

//===----------------------------------------------------------------------===//
// Convolution
//===----------------------------------------------------------------------===//

namespace {
/// A convolution with its sizes known.
struct Convolution {
  int64_t batch, channels, outputs, groups;
  SmallVector<int64_t> sizes, taps, results;
  /// For each spatial dimension, [result index][tap] is the input's index, or
  /// -1 in padding and gaps.
  SmallVector<std::vector<int64_t>> places;

  /// Offset of the pixel, in pixels, that tap `tap` of result `position` reads;
  /// -1 where it reads nothing.
  int64_t locate(ArrayRef<int64_t> position, ArrayRef<int64_t> tap) const {
    int64_t offset = 0;
    for (size_t i = 0; i < sizes.size(); ++i) {
      int64_t place = places[i][position[i] * taps[i] + tap[i]];
      if (place < 0)
        return -1;
      offset = offset * sizes[i] + place;
    }
    return offset;
  }
};
} // namespace

/// Counts `position` up in row-major order.
static void advance(MutableArrayRef<int64_t> position,
                    ArrayRef<int64_t> sizes) {
  for (int64_t i = static_cast<int64_t>(sizes.size()) - 1;
       i >= 0 && ++position[i] == sizes[i]; --i)
    position[i] = 0;
}

/// Fills `places` for one spatial dimension; nothing where the padding or the
/// strides leave the range of integers.
static std::optional<std::vector<int64_t>>
computePlaces(int64_t size, int64_t taps, int64_t results, int64_t stride,
              int64_t dilation, int64_t inputDilation, int64_t low) {
  std::vector<int64_t> places;
  places.reserve(results * taps);
  for (int64_t at = 0; at < results; ++at)
    for (int64_t tap = 0; tap < taps; ++tap) {
      int64_t begin, step, place;
      if (llvm::MulOverflow(at, stride, begin) ||
          llvm::MulOverflow(tap, dilation, step) ||
          llvm::AddOverflow(begin, step, place) ||
          llvm::SubOverflow(place, low, place))
        return std::nullopt;
      bool isElement = place >= 0 && place % inputDilation == 0 &&
                       place / inputDilation < size;
      places.push_back(isElement ? place / inputDilation : -1);
    }
  return places;
}

/// Computes all results of image `n` into `out`, [results..., outputs].
static void convolve(const Convolution &conv, const double *image,
                     const double *filter, double *out) {
  int64_t pixels = multiplyDims(conv.results), taps = multiplyDims(conv.taps);
  int64_t perGroup = conv.channels / conv.groups,
          outputsPerGroup = conv.outputs / conv.groups;
  SmallVector<int64_t> position(conv.results.size(), 0),
      tap(conv.taps.size(), 0);
  std::vector<double> nothing(perGroup, 0.0);
  std::vector<int64_t> offsets(taps * kRows);
  for (int64_t pixel = 0; pixel < pixels; pixel += kRows) {
    int count = static_cast<int>(std::min<int64_t>(kRows, pixels - pixel));
    for (int r = 0; r < count; ++r) {
      for (int64_t t = 0; t < taps; ++t) {
        offsets[t * kRows + r] = conv.locate(position, tap);
        advance(tap, conv.taps);
      }
      advance(position, conv.results);
    }
    double *sums = out + pixel * conv.outputs;
    for (int64_t t = 0; t < taps; ++t) {
      const int64_t *from = &offsets[t * kRows];
      if (llvm::all_of(ArrayRef(from, count),
                       [](int64_t offset) { return offset < 0; }))
        continue;
      const double *line = filter + t * perGroup * conv.outputs;
      if (perGroup == 1) {
        // Depthwise: each channel has outputs of its own.
        for (int r = 0; r < count; ++r)
          if (from[r] >= 0)
            for (int64_t g = 0, o = 0; g < conv.groups; ++g)
              for (int64_t k = 0; k < outputsPerGroup; ++k, ++o)
                sums[r * conv.outputs + o] +=
                    image[from[r] * conv.channels + g] * line[o];
        continue;
      }
      for (int64_t g = 0; g < conv.groups; ++g) {
        std::array<const double *, kRows> rows = {};
        for (int r = 0; r < count; ++r)
          rows[r] = from[r] < 0
                        ? nothing.data()
                        : image + from[r] * conv.channels + g * perGroup;
        multiplyRows(rows, count, perGroup, line + g * outputsPerGroup,
                     conv.outputs, outputsPerGroup, sums + g * outputsPerGroup,
                     conv.outputs);
      }
    }
  }
}

template <> LogicalResult weft::evaluate(ConvOp op, Evaluation &evaluation) {
  const Tensor &input = evaluation[op.getInput()],
               &filter = evaluation[op.getFilter()];
  int64_t spatial = input.getRank() - 2;
  Convolution conv;
  conv.batch = input.getDim(0);
  conv.channels = input.getDim(spatial + 1);
  conv.outputs = filter.getDim(spatial + 1);
  conv.groups = op.getGroups();
  if (int64_t channels = filter.getDim(spatial) * conv.groups;
      channels != conv.channels)
    return evaluation.fail(fault::channels(conv.groups), channels,
                           conv.channels);
  if (conv.outputs % conv.groups)
    return evaluation.fail(fault::outputs(conv.groups), conv.outputs);
  conv.sizes.assign(input.getDims().slice(1, spatial).begin(),
                    input.getDims().slice(1, spatial).end());
  conv.taps.assign(filter.getDims().take_front(spatial).begin(),
                   filter.getDims().take_front(spatial).end());
  for (int64_t i = 0; i < spatial; ++i)
    conv.results.push_back(
        computeWindowPlaces(conv.sizes[i], conv.taps[i], op.getStrides()[i],
                            op.getDilations()[i], op.getInputDilations()[i],
                            op.getPadding()[i], op.getPadding()[spatial + i]));
  SmallVector<int64_t> dims{conv.batch};
  llvm::append_range(dims, conv.results);
  dims.push_back(conv.outputs);
  Tensor *out = evaluation.allocate(dims);
  if (!out)
    return failure();
  if (out->getNumElements() == 0)
    return success();
  for (int64_t i = 0; i < spatial; ++i) {
    auto places = computePlaces(conv.sizes[i], conv.taps[i], conv.results[i],
                                op.getStrides()[i], op.getDilations()[i],
                                op.getInputDilations()[i], op.getPadding()[i]);
    if (!places)
      return evaluation.fail() << "padding or dilation of spatial dimension "
                               << i << " leaves the range of integers";
    conv.places.push_back(std::move(*places));
  }
  std::vector<double> weights = filter.widen<double>();
  int64_t imageElements = multiplyDims(conv.sizes) * conv.channels,
          outElements = multiplyDims(conv.results) * conv.outputs;
  std::vector<double> image(imageElements), result(outElements);
  for (int64_t n = 0; n < conv.batch; ++n) {
    load(input.getElement(),
         input.getData() + n * imageElements * getSizeBytes(input.getElement()),
         imageElements, image.data());
    std::fill(result.begin(), result.end(), 0.0);
    convolve(conv, image.data(), weights.data(), result.data());
    char *to = out->getMutableData() +
               n * outElements * getSizeBytes(out->getElement());
    // Sums of products of 16 bits are exact in a double, so integers wrap as the
    // op says.
    visitWide(out->getElement(), [&](auto wide) {
      using W = decltype(wide);
      std::vector<W> sums;
      sums.reserve(outElements);
      for (double sum : result)
        sums.push_back(isFloat(out->getElement())
                           ? static_cast<W>(sum)
                           : static_cast<W>(static_cast<int64_t>(sum)));
      store(out->getElement(), sums.data(), outElements, to);
    });
  }
  return success();
}
