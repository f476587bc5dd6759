// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Export/Decoder/RoundingLoss.h"
#include "gtest/gtest.h"
#include <cmath>
#include <limits>

using namespace weft;

static constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

static std::string lose(float wanted, float written) {
  RoundingLoss loss;
  loss.begin("w", "F16");
  loss.add({1.0F, wanted}, {1.0F, written});
  loss.end();
  return loss.describe();
}

TEST(RoundingLoss, ValuesThatAreNotFinite) {
  EXPECT_NE(lose(2, kNan).find("of 'w' as F16"), std::string::npos);
  EXPECT_NE(lose(kNan, 0).find("of 'w' as F16"), std::string::npos);
  EXPECT_NE(lose(2, HUGE_VALF).find("of 'w' as F16"), std::string::npos);
  EXPECT_EQ(lose(kNan, kNan), "");
  EXPECT_EQ(lose(HUGE_VALF, HUGE_VALF), "");
  EXPECT_EQ(lose(2, 2), "");
}

TEST(RoundingLoss, TheWorstStays) {
  RoundingLoss loss;
  loss.begin("broken", "F16");
  loss.add({1.0F}, {kNan});
  loss.end();
  loss.begin("rounded", "Q4_0");
  loss.add({1.0F}, {0.9F});
  loss.end();
  EXPECT_EQ(loss.getCount(), 2);
  EXPECT_NE(loss.describe().find("of 'broken' as F16"), std::string::npos);
}
