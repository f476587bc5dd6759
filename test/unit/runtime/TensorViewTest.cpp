// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Strides of every kind, against an index-by-index copy.
#include "runtime/program/TensorView.h"
#include "test/unit/runtime/Handles.h"

#include <numeric>

using namespace weft::test;
using weft::runtime::TensorView;

/// What a tensor with these strides holds, element by element.
static std::vector<float> gather(const float *data,
                                 const std::vector<int64_t> &dims,
                                 const std::vector<int64_t> &strides) {
  std::vector<float> result;
  int64_t count = 1;
  for (int64_t dim : dims)
    count *= dim;
  for (int64_t flat = 0; flat < count; ++flat) {
    int64_t rest = flat, offset = 0;
    for (size_t d = dims.size(); d-- > 0; rest /= dims[d])
      offset += rest % dims[d] * strides[d];
    result.push_back(data[offset]);
  }
  return result;
}

static void checkCopy(std::vector<int64_t> dims, std::vector<int64_t> strides,
                      bool contiguous, int64_t start = 0) {
  static std::vector<float> memory(1000);
  std::iota(memory.begin(), memory.end(), 0.f);
  WeftTensor tensor = view(memory, dims);
  tensor.strides = strides.data();
  tensor.byteOffset = uint64_t(start) * sizeof(float);
  tensor.sizeBytes = 0;
  TensorView result;
  weft::runtime::Status status =
      TensorView::create({"input", "x"}, &tensor, result);
  ASSERT_TRUE(status.ok()) << status.getMessage();
  EXPECT_EQ(result.isContiguous(), contiguous);
  std::vector<float> expected = gather(memory.data() + start, dims, strides);
  ASSERT_EQ(result.getSizeBytes(), expected.size() * sizeof(float));
  std::vector<float> copy(expected.size());
  result.copyTo(reinterpret_cast<uint8_t *>(copy.data()));
  EXPECT_EQ(copy, expected);
}

TEST(TensorView, CopiesEveryKindOfStrides) {
  checkCopy({2, 3, 4}, {12, 4, 1}, true);
  checkCopy({2, 3, 4}, {1, 2, 6}, false);    // transposed
  checkCopy({2, 3, 4}, {100, 10, 2}, false); // a slice
  checkCopy({5, 3}, {0, 1}, false);          // broadcast
  checkCopy({4}, {-1}, false, 3);            // backwards
  checkCopy({3, 2, 2}, {-4, -1, 2}, false, 20);
  checkCopy({1, 4, 1}, {77, 1, 33}, true); // strides that mean nothing
  checkCopy({3, 0, 2}, {5, 5, 5}, true);   // empty
  checkCopy({}, {}, true);
}

TEST(TensorView, SizeCoversTheReach) {
  std::vector<float> memory(100);
  std::vector<int64_t> dims = {3, 2}, strides = {10, 2};
  WeftTensor tensor = view(memory, dims);
  tensor.strides = strides.data();
  tensor.sizeBytes = (2 * 10 + 2 + 1) * 4;
  TensorView result;
  EXPECT_TRUE(TensorView::create({"input", "x"}, &tensor, result).ok());
  tensor.sizeBytes -= 1;
  EXPECT_EQ(TensorView::create({"input", "x"}, &tensor, result).getMessage(),
            "input 'x': expected at least 92 bytes for f32[3,2], found 91");
  strides[0] = INT64_MAX;
  EXPECT_CONTAINS(
      TensorView::create({"input", "x"}, &tensor, result).getMessage(),
      "input 'x': expected real strides");
}
