// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights without their zeros, byte by byte; and those that have more than their layout keeps.

#include "lib/Target/CPU/PackWeights.h"
#include "lib/Target/CPU/Kernel/SparsePanels.h"
#include "llvm/Support/raw_ostream.h"

#include <gtest/gtest.h>

using namespace mlir;
using namespace weft::cpu;

namespace {
constexpr int64_t kSteps = 6, kColumns = 18;

WeightLayout makeLayout(int64_t kept) {
  WeightLayout layout;
  layout.kind = WeightLayout::SparsePanels;
  layout.reductionDims = {0};
  layout.outputDims = {1};
  layout.kept = kept;
  return layout;
}

/// The panels of a weight [kSteps, kColumns].
llvm::Expected<std::string> pack(llvm::ArrayRef<float> weight, int64_t kept) {
  MLIRContext context;
  auto type =
      RankedTensorType::get({kSteps, kColumns}, Float32Type::get(&context));
  std::string text;
  llvm::raw_string_ostream stream(text);
  if (llvm::Error error =
          packWeight({reinterpret_cast<const char *>(weight.data()),
                      weight.size() * sizeof(float)},
                     type, makeLayout(kept), stream))
    return error;
  return text;
}

template <typename T> T read(llvm::StringRef bytes, int64_t place) {
  T value;
  std::memcpy(&value, bytes.data() + place, sizeof(value));
  return value;
}

TEST(PackWeights, SparsePanelsHoldTheStepsThatHaveWeights) {
  std::vector<float> weight(kSteps * kColumns);
  weight[1 * kColumns + 3] = 2;
  weight[4 * kColumns + 15] = 3;
  weight[2 * kColumns + 16] = -0.0F;
  weight[5 * kColumns + 17] = 4;
  llvm::Expected<std::string> packed = pack(weight, 4);
  ASSERT_TRUE(static_cast<bool>(packed));
  int64_t size = computeSparsePanelBytes(4, 4), lines = getSparseLinesOffset(4);
  ASSERT_EQ(static_cast<int64_t>(packed->size()), 2 * size);
  // Missing steps are the first one, before it.
  int32_t steps[2][4] = {{1, 1, 1, 4}, {5, 5, 5, 5}};
  for (int64_t panel = 0; panel < 2; ++panel)
    for (int64_t k = 0; k < 4; ++k) {
      EXPECT_EQ(read<int32_t>(*packed, panel * size + k * 4), steps[panel][k]);
      for (int64_t column = 0; column < 16; ++column) {
        float expected = panel == 0 && k == 2 && column == 3    ? 2
                         : panel == 0 && k == 3 && column == 15 ? 3
                         : panel == 1 && k == 3 && column == 1  ? 4
                                                                : 0;
        EXPECT_EQ(
            read<float>(*packed, panel * size + lines + (k * 16 + column) * 4),
            expected)
            << panel << ' ' << k << ' ' << column;
      }
    }
}

TEST(PackWeights, NothingIsDropped) {
  std::vector<float> weight(kSteps * kColumns);
  for (int64_t k = 0; k < 5; ++k)
    weight[k * kColumns + 16] = 1;
  llvm::Expected<std::string> packed = pack(weight, 4);
  ASSERT_FALSE(static_cast<bool>(packed));
  EXPECT_EQ(llvm::toString(packed.takeError()),
            "expected columns 16 to 17 to have weights at no more than 4 "
            "steps, found 5; weft.kept_steps is not of these weights");
}

TEST(PackWeights, LayoutsThatKeepOtherNumbersDiffer) {
  EXPECT_EQ(describeLayout(makeLayout(4)), "sparse16x4:0/1");
  EXPECT_EQ(describeLayout(makeLayout(8)), "sparse16x8:0/1");
  EXPECT_FALSE(makeLayout(4) == makeLayout(8));
}
} // namespace
