// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// First fit, coalescing, and nothing from the system in the steady state.
#include "runtime/device/cpu/DynamicArena.h"

#include <gtest/gtest.h>

#include <cstring>
#include <map>
#include <random>
#include <vector>

using weft::runtime::DynamicArena;

TEST(DynamicArena, AlignsAndRefuses) {
  DynamicArena arena;
  for (int64_t bytes : {0, 1, 63, 64, 65, 1 << 20}) {
    void *pointer = arena.allocate(bytes);
    ASSERT_NE(pointer, nullptr);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(pointer) % 64, 0u);
    memset(pointer, 1, size_t(bytes));
  }
  EXPECT_EQ(arena.allocate(-1), nullptr);
  EXPECT_EQ(arena.allocate(INT64_MAX), nullptr);
  arena.release(nullptr);
}

TEST(DynamicArena, SameRequestsGetTheSamePlaces) {
  DynamicArena arena;
  auto run = [&] {
    std::vector<void *> places;
    for (int64_t bytes : {100, 5000, 300000, 20}) {
      places.push_back(arena.allocate(bytes));
      if (places.size() == 2)
        arena.release(places[0]);
    }
    arena.reset();
    return places;
  };
  run();
  std::vector<void *> second = run();
  uint64_t held = arena.getHeldBytes();
  for (int repeat = 0; repeat < 5; ++repeat) {
    EXPECT_EQ(run(), second);
    EXPECT_EQ(arena.getHeldBytes(), held);
  }
}

TEST(DynamicArena, ReusesWhatWasGivenBack) {
  DynamicArena arena;
  auto run = [&] {
    void *previous = nullptr;
    for (int i = 0; i < 1000; ++i) {
      void *next = arena.allocate(100000);
      ASSERT_NE(next, nullptr);
      arena.release(previous);
      previous = next;
    }
    arena.reset();
  };
  run();
  run();
  // Two pieces live at a time.
  EXPECT_LT(arena.getHeldBytes(), 500000u);
}

TEST(DynamicArena, NeighboursMerge) {
  DynamicArena arena;
  arena.release(arena.allocate(1 << 20));
  arena.reset();
  uint64_t held = arena.getHeldBytes();
  void *pieces[4];
  for (void *&piece : pieces)
    piece = arena.allocate(200000);
  for (int i : {1, 3, 2, 0})
    arena.release(pieces[i]);
  EXPECT_NE(arena.allocate(1 << 20), nullptr);
  EXPECT_EQ(arena.getHeldBytes(), held);
}

TEST(DynamicArena, RandomUseNeverOverlaps) {
  DynamicArena arena;
  std::mt19937 random(7);
  for (int run = 0; run < 20; ++run) {
    std::map<uint8_t *, size_t> live;
    for (int i = 0; i < 500; ++i) {
      if (!live.empty() && random() % 2) {
        auto victim = std::next(live.begin(), random() % live.size());
        for (size_t k = 0; k < victim->second; ++k)
          ASSERT_EQ(victim->first[k], uint8_t(victim->second));
        arena.release(victim->first);
        live.erase(victim);
        continue;
      }
      size_t bytes = random() % 3000;
      auto *piece = static_cast<uint8_t *>(arena.allocate(int64_t(bytes)));
      ASSERT_NE(piece, nullptr);
      memset(piece, uint8_t(bytes), bytes);
      live[piece] = bytes;
    }
    arena.reset();
  }
  EXPECT_LT(arena.getHeldBytes(), 8u << 20);
}
