// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What tokens add to a text.
#include "runtime/text/tokenizer/TokenBytes.h"
#include "test/unit/text/Fixtures.h"

using namespace weft::test;
using weft::text::listTokenBytes;
using Bytes = std::vector<std::string>;

TEST(TokenBytes, OfByteLevelTokensAreTheBytes) {
  // The bytes of U+20AC are E2 82 AC.
  Json file = makeBpe({"a", "\u00E2", "\u0124", "\u00AC", "\u0120b"}, {});
  file["decoder"] = {{"type", "ByteLevel"}};
  EXPECT_EQ(listTokenBytes(*load(file), 6),
            (Bytes{"a", "\xE2", "\x82", "\xAC", " b", ""}));
}

TEST(TokenBytes, OfPiecesAreThoseInTheMiddle) {
  Json file = makeBpe({"_a", "b", "<0xC3>", "<0x0A>", "_", "_1"}, {});
  file["decoder"] = {
      {"type", "Sequence"},
      {"decoders",
       {{{"type", "Replace"}, {"pattern", {{"String", "_"}}}, {"content", " "}},
        {{"type", "ByteFallback"}},
        {{"type", "Fuse"}},
        {{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}}}}};
  EXPECT_EQ(listTokenBytes(*load(file), 6),
            (Bytes{" a", "b", "\xC3", "\n", " ", " 1"}));
}

TEST(TokenBytes, OfNoLetterAreNone) {
  Json file = makeBpe({"1", "2"}, {});
  EXPECT_EQ(listTokenBytes(*load(file), 2), (Bytes{"", ""}));
}
