// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Import/Onnx/ProtoReader.h"
#include "Proto.h"
#include "gtest/gtest.h"

using namespace weft::onnx;
using namespace weft::test;

namespace {
struct Reading {
  explicit Reading(std::string text)
      : bytes(std::move(text)), reader(bytes, bytes.data(), fault) {}
  std::string bytes;
  std::optional<ProtoFault> fault;
  ProtoReader reader;
};
} // namespace

TEST(ProtoReader, ReadsNumbersStringsAndMessages) {
  Reading r(field(1, uint64_t(-3)) + field(2, "name") +
            field(3, field(7, 300)));
  ASSERT_TRUE(r.reader.next());
  EXPECT_EQ(r.reader.int64(), -3);
  ASSERT_TRUE(r.reader.next());
  EXPECT_EQ(r.reader.bytes(), "name");
  ASSERT_TRUE(r.reader.next());
  ProtoReader inner = r.reader.message();
  ASSERT_TRUE(inner.next());
  EXPECT_EQ(inner.field(), 7u);
  EXPECT_EQ(inner.int64(), 300);
  EXPECT_FALSE(inner.next());
  EXPECT_FALSE(r.reader.next());
  EXPECT_FALSE(r.fault);
}

TEST(ProtoReader, TakesListsPackedOrNot) {
  Reading r(field(1, 5) + field(1, varint(6) + varint(7)));
  llvm::SmallVector<int64_t> values;
  while (r.reader.next())
    r.reader.appendInts(values);
  EXPECT_EQ(values, (llvm::SmallVector<int64_t>{5, 6, 7}));
}

TEST(ProtoReader, KeepsTheFirstFaultWithItsOffset) {
  Reading r(field(1, 5) + "\x12\x7f"
                          "short");
  ASSERT_TRUE(r.reader.next());
  r.reader.skip();
  ASSERT_TRUE(r.reader.next());
  EXPECT_EQ(r.reader.bytes(), "");
  ASSERT_TRUE(r.fault);
  EXPECT_EQ(r.fault->offset, 4u);
  EXPECT_NE(r.fault->message.find("127 bytes, but only 5"), std::string::npos);
  EXPECT_FALSE(r.reader.next());
}

TEST(ProtoReader, RefusesOtherWireTypes) {
  Reading r(field(1, "text"));
  ASSERT_TRUE(r.reader.next());
  EXPECT_EQ(r.reader.int64(), 0);
  ASSERT_TRUE(r.fault);
  EXPECT_NE(r.fault->message.find("expected a number"), std::string::npos);
}

TEST(ProtoReader, RefusesEndlessNumbersAndGroups) {
  Reading endless(std::string(20, '\xff'));
  EXPECT_FALSE(endless.reader.next());
  EXPECT_TRUE(endless.fault);
  Reading group(std::string("\x0b", 1));
  EXPECT_FALSE(group.reader.next());
  EXPECT_TRUE(group.fault);
}
