// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// [batch][K][N] to [batch][ceil(N / 16)][K][16], zeros past N, or to pairs of bf16, or to quads of i8 with the columns' sums; filters of Winograd
// convolutions as their kernel reads them.

#include "lib/Target/CPU/PackWeights.h"
#include "lib/Analysis/ElementOffsets.h"
#include "lib/Analysis/PrunedWeight.h"
#include "lib/Target/CPU/Kernel/QuantizedWeight.h"
#include "lib/Target/CPU/Kernel/SparsePanels.h"
#include "llvm/Support/MathExtras.h"

#include <cstring>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

static constexpr int64_t kPanelColumns = 16;

std::string cpu::describeLayout(const WeightLayout &layout) {
  if (layout.kind == WeightLayout::RowMajor)
    return "row-major";
  auto list = [](ArrayRef<int64_t> dims) {
    return llvm::join(
        llvm::map_range(dims, [](int64_t d) { return std::to_string(d); }),
        ",");
  };
  if (layout.kind == WeightLayout::Winograd)
    return "winograd" + std::to_string(layout.tile.height) + "x" +
           std::to_string(layout.tile.width) + ":panels16";
  if (layout.kind == WeightLayout::Bytes)
    return "bytes";
  if (layout.kind == WeightLayout::SparsePanels)
    return "sparse16x" + std::to_string(layout.kept) + ":" +
           list(layout.reductionDims) + "/" + list(layout.outputDims);
  StringRef kind = layout.kind == WeightLayout::QuadPanels   ? "quads16:"
                   : layout.kind == WeightLayout::CodePanels ? "codes16:"
                   : layout.kind == WeightLayout::CodeLines  ? "lines64:"
                   : layout.kind == WeightLayout::BytePanels ? "bytes16:"
                   : layout.kind == WeightLayout::PairPanels ? "pairs16:"
                                                             : "panels16:";
  return kind.str() + list(layout.batchDims) + "/" +
         list(layout.reductionDims) + "/" + list(layout.outputDims);
}

/// Copies one panel: rows of up to 16 elements, the rest of each row zero.
template <int64_t sizeBytes>
static void copyPanel(const char *from, ArrayRef<int64_t> rows,
                      ArrayRef<int64_t> columns, char *to) {
  bool isContiguous = columns.size() == kPanelColumns &&
                      columns.back() - columns.front() == kPanelColumns - 1;
  for (int64_t row : rows) {
    if (isContiguous)
      std::memcpy(to, from + (row + columns.front()) * sizeBytes,
                  kPanelColumns * sizeBytes);
    else
      for (auto [i, column] : llvm::enumerate(columns))
        std::memcpy(to + i * sizeBytes, from + (row + column) * sizeBytes,
                    sizeBytes);
    to += kPanelColumns * sizeBytes;
  }
}

/// Writes one panel of pairs of two-byte elements.
static void packPairs(const char *from, ArrayRef<int64_t> rows,
                      ArrayRef<int64_t> columns, std::vector<char> &panel) {
  constexpr int64_t kSize = 2, kLine = kPanelColumns * 2 * kSize;
  std::fill(panel.begin(), panel.end(), 0);
  for (auto [k, row] : llvm::enumerate(rows))
    for (auto [i, column] : llvm::enumerate(columns))
      std::memcpy(panel.data() + k / 2 * kLine + (i * 2 + k % 2) * kSize,
                  from + (row + column) * kSize, kSize);
}

/// Writes one panel of quads and its sums: lines of four steps of each column.
static void packQuads(const char *from, ArrayRef<int64_t> rows,
                      ArrayRef<int64_t> columns, std::vector<char> &panel) {
  constexpr int64_t kLine = kPanelColumns * kQuad;
  std::fill(panel.begin(), panel.end(), 0);
  int32_t sums[kPanelColumns] = {};
  for (auto [k, row] : llvm::enumerate(rows))
    for (auto [i, column] : llvm::enumerate(columns)) {
      char value = from[row + column];
      panel[k / kQuad * kLine + i * kQuad + k % kQuad] = value;
      sums[i] += static_cast<signed char>(value);
    }
  std::memcpy(panel.data() + panel.size() - sizeof(sums), sums, sizeof(sums));
}

/// Writes panels of pairs of bytes.
static void packBytePairs(ArrayRef<char> bytes, ArrayRef<int64_t> rows,
                          ArrayRef<int64_t> columns, raw_ostream &stream) {
  std::vector<char> panel(llvm::alignTo(rows.size(), 2) * kPanelColumns);
  for (size_t first = 0; first < columns.size(); first += kPanelColumns) {
    ArrayRef<int64_t> some = columns.slice(
        first, std::min<size_t>(kPanelColumns, columns.size() - first));
    std::fill(panel.begin(), panel.end(), 0);
    for (auto [k, row] : llvm::enumerate(rows))
      for (auto [i, column] : llvm::enumerate(some))
        panel[(k / 2 * kPanelColumns + i) * 2 + k % 2] = bytes[row + column];
    stream.write(panel.data(), panel.size());
  }
}

/// Writes panels of codes of less than 8 bits, in planes.
static void packCodes(ArrayRef<char> bytes, int64_t bits,
                      ArrayRef<int64_t> rows, ArrayRef<int64_t> columns,
                      raw_ostream &stream) {
  for (size_t first = 0; first < columns.size(); first += kPanelColumns) {
    ArrayRef<int64_t> some = columns.slice(
        first, std::min<size_t>(kPanelColumns, columns.size() - first));
    int64_t shift = 0;
    for (int64_t width : getCodePlanes(bits)) {
      int64_t inWord = 32 / width;
      std::vector<uint32_t> plane(llvm::divideCeil(rows.size(), inWord) *
                                  kPanelColumns);
      uint32_t mask = (uint32_t(1) << width) - 1;
      for (auto [k, row] : llvm::enumerate(rows)) {
        int64_t place = static_cast<int64_t>(k) % inWord,
                bit = place % 2 * 16 + place / 2 * width;
        for (auto [i, column] : llvm::enumerate(some)) {
          auto code = static_cast<uint32_t>(
              static_cast<signed char>(bytes[row + column]) +
              getCodeBias(bits));
          plane[k / inWord * kPanelColumns + i] |= (code >> shift & mask)
                                                   << bit;
        }
      }
      stream.write(reinterpret_cast<const char *>(plane.data()),
                   plane.size() * sizeof(uint32_t));
      shift += width;
    }
  }
}

/// Writes lines of codes of 4 or 8 bits, for each row one for as many columns as fill it.
static void packLines(ArrayRef<char> bytes, int64_t bits,
                      ArrayRef<int64_t> rows, ArrayRef<int64_t> columns,
                      raw_ostream &stream) {
  constexpr size_t kLine = 64;
  auto width = static_cast<size_t>(getLineColumns(bits));
  int64_t bias = getCodeBias(bits);
  size_t count = static_cast<size_t>(
      countLines(bits, static_cast<int64_t>(columns.size())));
  for (int64_t row : rows)
    for (size_t number = 0; number < count; ++number) {
      ArrayRef<int64_t> some =
          columns.drop_front(std::min(number * width, columns.size()));
      std::array<char, kLine> line{};
      for (auto [i, column] :
           llvm::enumerate(some.take_front(std::min(width, some.size())))) {
        auto code = static_cast<unsigned char>(bytes[row + column] + bias);
        line[i % kLine] |= static_cast<char>(code << (i / kLine * 4));
      }
      stream.write(line.data(), line.size());
    }
}

/// Writes panels of the steps at which some column is not zero.
static llvm::Error packSparse(ArrayRef<char> bytes, Type element, int64_t kept,
                              ArrayRef<int64_t> rows, ArrayRef<int64_t> columns,
                              raw_ostream &stream) {
  int64_t size = KernelBuilder::sizeBytes(element),
          offset = getSparseLinesOffset(kept);
  std::vector<char> panel(computeSparsePanelBytes(kept, size));
  for (size_t first = 0; first < columns.size(); first += kPanelColumns) {
    ArrayRef<int64_t> some = columns.slice(
        first, std::min<size_t>(kPanelColumns, columns.size() - first));
    std::vector<int32_t> steps =
        findKeptSteps(bytes.data(), element, size, rows, some);
    auto found = static_cast<int64_t>(steps.size());
    if (found > kept)
      return llvm::createStringError(
          "expected columns " + Twine(first) + " to " +
          Twine(first + some.size() - 1) + " to have weights at no more than " +
          Twine(kept) + " steps, found " + Twine(found) + "; " +
          kKeptStepsAttribute + " is not of these weights");
    std::fill(panel.begin(), panel.end(), 0);
    auto missing = static_cast<size_t>(kept - found);
    steps.insert(steps.begin(), missing, steps.empty() ? 0 : steps.front());
    for (size_t k = missing; k < steps.size(); ++k)
      for (auto [i, column] : llvm::enumerate(some))
        std::memcpy(panel.data() + offset + (k * kPanelColumns + i) * size,
                    bytes.data() + (rows[steps[k]] + column) * size, size);
    std::memcpy(panel.data(), steps.data(), steps.size() * sizeof(int32_t));
    stream.write(panel.data(), panel.size());
  }
  return llvm::Error::success();
}

/// Filters [3][3][C][N] of f32 to [N/16][element][C][16].
static void packTransformed(ArrayRef<char> bytes, RankedTensorType type,
                            const WinogradTile &tile, raw_ostream &stream) {
  const auto *filters = reinterpret_cast<const float *>(bytes.data());
  int64_t channels = type.getDimSize(2), outputs = type.getDimSize(3);
  FilterTransform transform(tile);
  std::vector<float> panel(tile.count() * channels * kPanelColumns);
  for (int64_t first = 0; first < outputs; first += kPanelColumns) {
    for (int64_t c = 0; c < channels; ++c)
      transform.apply(filters + c * outputs + first, channels * outputs,
                      panel.data() + c * kPanelColumns,
                      channels * kPanelColumns);
    stream.write(reinterpret_cast<const char *>(panel.data()),
                 panel.size() * sizeof(float));
  }
}

llvm::Error cpu::packWeight(ArrayRef<char> bytes, RankedTensorType type,
                            const WeightLayout &layout, raw_ostream &stream) {
  if (layout.kind == WeightLayout::Bytes ||
      layout.kind == WeightLayout::BytePanels) {
    WeightLayout ofBytes = layout;
    ofBytes.kind = layout.kind == WeightLayout::Bytes ? WeightLayout::RowMajor
                                                      : WeightLayout::Panels;
    return packWeight(bytes, type.clone(IntegerType::get(type.getContext(), 8)),
                      ofBytes, stream);
  }
  if (layout.kind == WeightLayout::RowMajor) {
    stream.write(bytes.data(), bytes.size());
    return llvm::Error::success();
  }
  if (layout.kind == WeightLayout::Winograd) {
    packTransformed(bytes, type, layout.tile, stream);
    return llvm::Error::success();
  }
  int64_t sizeBytes = KernelBuilder::sizeBytes(type.getElementType());
  ArrayRef<int64_t> shape = type.getShape();
  std::vector<int64_t> batches = computeElementOffsets(shape, layout.batchDims),
                       rows =
                           computeElementOffsets(shape, layout.reductionDims),
                       columns =
                           computeElementOffsets(shape, layout.outputDims);
  if (layout.kind == WeightLayout::SparsePanels)
    return packSparse(bytes, type.getElementType(), layout.kept, rows, columns,
                      stream);
  if (layout.kind == WeightLayout::CodeLines) {
    packLines(bytes, type.getElementTypeBitWidth(), rows, columns, stream);
    return llvm::Error::success();
  }
  if (layout.kind == WeightLayout::CodePanels) {
    if (int64_t bits = type.getElementTypeBitWidth(); bits < 8)
      packCodes(bytes, bits, rows, columns, stream);
    else
      packBytePairs(bytes, rows, columns, stream);
    return llvm::Error::success();
  }
  bool hasQuads = layout.kind == WeightLayout::QuadPanels,
       hasPairs = layout.kind == WeightLayout::PairPanels;
  int64_t steps = llvm::alignTo(rows.size(), hasQuads   ? kQuad
                                             : hasPairs ? 2
                                                        : 1),
          sums = hasQuads ? kPanelColumns * sizeof(int32_t) : 0;
  std::vector<char> panel(steps * kPanelColumns * sizeBytes + sums);
  for (int64_t batch : batches)
    for (size_t first = 0; first < columns.size(); first += kPanelColumns) {
      ArrayRef<int64_t> some = ArrayRef<int64_t>(columns).slice(
          first, std::min<size_t>(kPanelColumns, columns.size() - first));
      const char *from = bytes.data() + batch * sizeBytes;
      if (hasQuads || hasPairs) {
        (hasQuads ? packQuads : packPairs)(from, rows, some, panel);
        stream.write(panel.data(), panel.size());
        continue;
      }
      if (some.size() < kPanelColumns)
        std::fill(panel.begin(), panel.end(), 0);
      switch (sizeBytes) {
      case 1:
        copyPanel<1>(from, rows, some, panel.data());
        break;
      case 2:
        copyPanel<2>(from, rows, some, panel.data());
        break;
      case 4:
        copyPanel<4>(from, rows, some, panel.data());
        break;
      default:
        copyPanel<8>(from, rows, some, panel.data());
        break;
      }
      stream.write(panel.data(), panel.size());
    }
  return llvm::Error::success();
}
