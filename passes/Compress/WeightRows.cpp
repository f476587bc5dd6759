// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reading weights as f32.

#include "passes/Compress/WeightRows.h"
#include "passes/Compress/GroupQuantizer.h"

using namespace mlir;
using namespace weft;

void weft::readFloats(Element element, const char *from, int64_t count,
                      float *to) {
  // Copied in pieces, since weights in foreign files are not aligned.
  constexpr int64_t kPiece = 512;
  unsigned size = getSizeBytes(element);
  for (int64_t at = 0; at < count; at += kPiece) {
    int64_t number = std::min(kPiece, count - at);
    const char *piece = from + at * size;
    if (element == Element::F32) {
      std::memcpy(to + at, piece, number * sizeof(float));
    } else if (element == Element::F64) {
      double values[kPiece];
      std::memcpy(values, piece, number * sizeof(double));
      std::copy(values, values + number, to + at);
    } else {
      uint16_t values[kPiece];
      std::memcpy(values, piece, number * sizeof(uint16_t));
      (element == Element::F16 ? widenHalves : widenBrains)(values, number,
                                                            to + at);
    }
  }
}

FailureOr<WeightRows> WeightRows::open(ParameterTable &parameters,
                                       ParameterOp parameter,
                                       bool isTransposed) {
  FailureOr<Tensor> tensor = parameters.read(parameter);
  if (failed(tensor))
    return parameter.emitError()
           << "weight '" << parameter.getSymName()
           << "' has bytes neither in the module nor in the weight store";
  WeightRows rows;
  rows.tensor = *tensor;
  rows.isTransposed = isTransposed;
  rows.count = tensor->getDim(isTransposed ? 1 : 0);
  rows.width = tensor->getDim(isTransposed ? 0 : 1);
  return rows;
}

int64_t WeightRows::getPiece() const {
  // Of rows that lie across, many share a cache line.
  constexpr int64_t kElements = int64_t(1) << 20;
  int64_t rows = kElements / std::max<int64_t>(width, 1);
  return std::clamp<int64_t>(rows / 8 * 8, isTransposed ? 64 : 8, 1024);
}

uint64_t WeightRows::getOffset(int64_t row) const {
  // Rows that lie across are all over the weight.
  if (isTransposed && row < count)
    return 0;
  return static_cast<uint64_t>(row * width * getSizeBytes(tensor.getElement()));
}

void WeightRows::read(int64_t first, int64_t rows, float *to) const {
  Element element = tensor.getElement();
  unsigned size = getSizeBytes(element);
  if (!isTransposed) {
    readFloats(element, tensor.getData() + first * width * size, rows * width,
               to);
    return;
  }
  std::vector<float> line(rows);
  for (int64_t k = 0; k < width; ++k) {
    readFloats(element, tensor.getData() + (k * count + first) * size, rows,
               line.data());
    for (int64_t r = 0; r < rows; ++r)
      to[r * width + k] = line[r];
  }
}

std::vector<float> weft::readFloats(const Tensor &tensor) {
  std::vector<float> values(static_cast<size_t>(tensor.getNumElements()));
  readFloats(tensor.getElement(), tensor.getData(), tensor.getNumElements(),
             values.data());
  return values;
}
