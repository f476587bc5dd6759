// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "passes/Compress/InOrder.h"
#include "llvm/Support/ThreadPool.h"
#include "gtest/gtest.h"

#include <atomic>
#include <optional>
#include <thread>

using namespace mlir;
using namespace weft;

namespace {
/// As many threads as a context is to have.
class InOrderTest : public testing::TestWithParam<unsigned> {
protected:
  InOrderTest() {
    pool.emplace(llvm::hardware_concurrency(GetParam()));
    context.setThreadPool(*pool);
  }

  std::optional<llvm::DefaultThreadPool> pool;
  MLIRContext context{MLIRContext::Threading::DISABLED};
};

TEST_P(InOrderTest, TakesInOrderWhatWasMade) {
  for (size_t slots : {size_t(1), size_t(2), size_t(5), countSlots(&context)})
    for (size_t count : {0, 1, 2, 7, 500}) {
      std::vector<size_t> held(slots, SIZE_MAX), taken;
      std::atomic<int> takers = 0;
      EXPECT_TRUE(succeeded(forEachInOrder(
          &context, count, slots,
          [&](size_t number, size_t slot) {
            // Nobody else has the slot.
            EXPECT_EQ(held[slot], SIZE_MAX);
            held[slot] = number;
            if (number % 3 == 0)
              std::this_thread::yield();
          },
          [&](size_t slot) {
            EXPECT_EQ(takers++, 0);
            taken.push_back(std::exchange(held[slot], SIZE_MAX));
            --takers;
            return success();
          })));
      ASSERT_EQ(taken.size(), count);
      for (size_t i = 0; i < count; ++i)
        EXPECT_EQ(taken[i], i);
    }
}

TEST_P(InOrderTest, EndsAtTheFirstFailure) {
  std::vector<size_t> held(4), taken;
  EXPECT_TRUE(failed(forEachInOrder(
      &context, 100, 4,
      [&](size_t number, size_t slot) { held[slot] = number; },
      [&](size_t slot) {
        taken.push_back(held[slot]);
        return success(held[slot] != 10);
      })));
  ASSERT_EQ(taken.size(), 11u);
  EXPECT_EQ(taken.back(), 10u);
}

INSTANTIATE_TEST_SUITE_P(Threads, InOrderTest, testing::Values(1, 2, 8));
} // namespace
