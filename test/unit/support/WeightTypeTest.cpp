// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Support/WeightType.h"
#include "test/unit/support/TemporaryFolder.h"

using namespace weft;

TEST(WeightType, Sizes) {
  EXPECT_EQ(llvm::cantFail(computeSizeBytes({"f32", {2, 3}})), 24u);
  EXPECT_EQ(llvm::cantFail(computeSizeBytes({"i1", {5}})), 5u);
  EXPECT_EQ(llvm::cantFail(computeSizeBytes({"bf16", {}})), 2u);
  EXPECT_EQ(llvm::cantFail(computeSizeBytes({"i4", {3, 3}})), 5u);
  EXPECT_EQ(llvm::cantFail(computeSizeBytes({"i3", {8, 2}})), 6u);
  EXPECT_EQ(llvm::cantFail(computeSizeBytes({"i6", {INT64_MAX}})),
            (uint64_t(INT64_MAX) - 7) / 8 * 6 + 6);
  EXPECT_EQ(llvm::cantFail(computeSizeBytes({"ui64", {3}})), 24u);
  EXPECT_EQ(llvm::cantFail(computeSizeBytes({"f64", {7, 0}})), 0u);
  // No product overflows where there is nothing to multiply.
  EXPECT_EQ(llvm::cantFail(computeSizeBytes({"f64", {INT64_MAX, 0, 9}})), 0u);
}

TEST(WeightType, Refused) {
  EXPECT_EQ(getMessage(computeSizeBytes({"f33", {1}})),
            "element type 'f33' is none that weights can have");
  EXPECT_EQ(getMessage(computeSizeBytes({"f32", {4, -1}})),
            "a weight of type 4x-1xf32 has a negative dimension");
  EXPECT_EQ(getMessage(computeSizeBytes({"i8", {INT64_MAX, 2}})),
            "a weight of type 9223372036854775807x2xi8 is larger than any "
            "file");
}
