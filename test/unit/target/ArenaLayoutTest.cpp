// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Layouts of tensors that live at different times, against the two things that make one right.

#include "lib/Target/CPU/Host/ArenaLayout.h"
#include "llvm/ADT/STLExtras.h"

#include <gtest/gtest.h>
#include <random>

using namespace weft::cpu;

namespace {
/// Expects that items which are alive at once lie apart, and that the size and the bound are what a count step by step gives.
void expectRight(const std::vector<ArenaItem> &items) {
  ArenaLayout layout = layOutArena(items);
  ASSERT_EQ(layout.offsets.size(), items.size());
  int64_t end = 0, most = 0, last = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    EXPECT_GE(layout.offsets[i], 0);
    end = std::max(end, layout.offsets[i] + items[i].sizeBytes);
    last = std::max(last, items[i].end);
    for (size_t j = 0; j < i; ++j) {
      bool isTogether =
          items[i].begin <= items[j].end && items[j].begin <= items[i].end;
      bool isApart =
          layout.offsets[i] + items[i].sizeBytes <= layout.offsets[j] ||
          layout.offsets[j] + items[j].sizeBytes <= layout.offsets[i];
      EXPECT_TRUE(!isTogether || isApart) << i << " and " << j;
    }
  }
  for (int64_t step = 0; step <= last; ++step) {
    int64_t alive = 0;
    for (const ArenaItem &item : items)
      if (item.begin <= step && step <= item.end)
        alive += item.sizeBytes;
    most = std::max(most, alive);
  }
  EXPECT_EQ(layout.sizeBytes, end);
  EXPECT_EQ(layout.lowerBoundBytes, most);
  EXPECT_GE(layout.sizeBytes, layout.lowerBoundBytes);
}

TEST(ArenaLayout, Nothing) {
  ArenaLayout layout = layOutArena({});
  EXPECT_EQ(layout.sizeBytes, 0);
  EXPECT_EQ(layout.lowerBoundBytes, 0);
}

TEST(ArenaLayout, ChainNeedsTwoPlaces) {
  std::vector<ArenaItem> items;
  for (int64_t i = 0; i < 10; ++i)
    items.push_back({64, i, i + 1});
  expectRight(items);
  EXPECT_EQ(layOutArena(items).sizeBytes, 128);
}

TEST(ArenaLayout, ManyRandomOnes) {
  std::mt19937 random(1);
  auto number = [&](int64_t most) {
    return static_cast<int64_t>(random() % most);
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<ArenaItem> items;
    int64_t count = 1 + number(40);
    for (int64_t i = 0; i < count; ++i) {
      int64_t begin = number(30);
      items.push_back({64 * (1 + number(20)), begin, begin + number(8)});
    }
    expectRight(items);
  }
}
} // namespace
