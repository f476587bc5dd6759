// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Headers that numpy.save does not write. What it writes is read in
// test/Import and test/python.

#include "lib/Interpreter/NpyFile.h"
#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/Error.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace weft;

static std::string getMessage(llvm::StringRef header, size_t dataBytes = 0) {
  MLIRContext context(MLIRContext::Threading::DISABLED);
  std::string bytes("\x93NUMPY\1\0", 8);
  bytes += {char(header.size()), char(header.size() >> 8)};
  bytes += header.str() + std::string(dataBytes, '\0');
  llvm::Expected<Tensor> tensor = readNpy("x", bytes, nullptr, context);
  return tensor ? "" : llvm::toString(tensor.takeError());
}

static std::string makeHeader(llvm::StringRef shape) {
  return ("{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape +
          "), }")
      .str();
}

TEST(NpyFileTest, HeaderEndsBehindAKey) {
  EXPECT_NE(getMessage("{'descr'"), "");
  EXPECT_NE(getMessage("{'descr'  "), "");
  EXPECT_NE(getMessage("{'descr': "), "");
  EXPECT_NE(getMessage("{'descr' '<f8', 'shape': (1,)}", 8), "");
}

TEST(NpyFileTest, SizesThatOverflow) {
  EXPECT_EQ(getMessage(makeHeader("1,"), 8), "");
  EXPECT_EQ(getMessage(makeHeader("2305843009213693952,"), 8),
            "x: expected 2305843009213693952 elements of 8 bytes, found 8 "
            "bytes");
  EXPECT_EQ(getMessage(makeHeader("4294967296, 4294967296"), 8),
            "x: expected more than 2^63 elements of 8 bytes, found 8 bytes");
}

TEST(NpyFileTest, ManyDimensions) {
  std::string ones;
  for (int i = 0; i < 63; ++i)
    ones += "1, ";
  EXPECT_EQ(getMessage(makeHeader(ones + "1"), 8), "");
  EXPECT_EQ(getMessage(makeHeader(ones + "1, 1"), 8),
            "x: expected at most 64 dimensions, found more");
}
