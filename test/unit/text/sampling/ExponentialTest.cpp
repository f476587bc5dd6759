// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Against the exponential of the C library in a wider type.
#include "runtime/text/sampling/Exponential.h"
#include "runtime/text/sampling/RandomStream.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace weft::text;

TEST(ExponentialTest, IsCloseToTheTruth) {
  RandomStream random(1);
  for (int i = 0; i < 100000; ++i) {
    double x = -700 * std::pow(random.nextUniform(), 4);
    long double expected = std::exp((long double)x);
    EXPECT_LT(std::fabs(computeExponential(x) / expected - 1), 1e-13L) << x;
  }
  EXPECT_EQ(computeExponential(0), 1);
}

TEST(ExponentialTest, VanishesFarBelow) {
  EXPECT_EQ(computeExponential(-701), 0);
  EXPECT_EQ(computeExponential(-INFINITY), 0);
  EXPECT_EQ(computeExponential(NAN), 0);
}
