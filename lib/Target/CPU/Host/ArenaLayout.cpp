// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Greedy layouts and the bound that they are held against.

#include "lib/Target/CPU/Host/ArenaLayout.h"
#include "llvm/ADT/STLExtras.h"

#include <functional>
#include <limits>
#include <numeric>

using namespace weft::cpu;
using llvm::ArrayRef;
using llvm::SmallVector;

/// What is alive at each step at which something begins, by the steps in order.
static SmallVector<std::pair<int64_t, int64_t>>
sumBreadths(ArrayRef<ArenaItem> items) {
  SmallVector<std::pair<int64_t, int64_t>> changes, breadths;
  for (const ArenaItem &item : items) {
    changes.emplace_back(item.begin, item.sizeBytes);
    changes.emplace_back(item.end + 1, -item.sizeBytes);
  }
  llvm::sort(changes);
  int64_t alive = 0;
  for (auto [step, change] : changes) {
    alive += change;
    if (!breadths.empty() && breadths.back().first == step)
      breadths.back().second = alive;
    else
      breadths.emplace_back(step, alive);
  }
  return breadths;
}

static void place(ArrayRef<ArenaItem> items, ArrayRef<size_t> order,
                  ArenaLayout &layout) {
  layout.offsets.assign(items.size(), 0);
  layout.sizeBytes = 0;
  // Placed items by offset; those alive at the same time leave gaps, of which the tightest fit is taken.
  SmallVector<size_t> placed;
  for (size_t number : order) {
    const ArenaItem &item = items[number];
    int64_t best = -1, bestGap = std::numeric_limits<int64_t>::max(), end = 0;
    for (size_t other : placed) {
      if (items[other].end < item.begin || items[other].begin > item.end)
        continue;
      int64_t gap = layout.offsets[other] - end;
      if (gap >= item.sizeBytes && gap < bestGap) {
        best = end;
        bestGap = gap;
      }
      end = std::max(end, layout.offsets[other] + items[other].sizeBytes);
    }
    int64_t offset = best >= 0 ? best : end;
    layout.offsets[number] = offset;
    layout.sizeBytes = std::max(layout.sizeBytes, offset + item.sizeBytes);
    placed.insert(llvm::upper_bound(placed, number,
                                    [&](size_t a, size_t b) {
                                      return layout.offsets[a] <
                                             layout.offsets[b];
                                    }),
                  number);
  }
}

ArenaLayout weft::cpu::layOutArena(ArrayRef<ArenaItem> items) {
  SmallVector<std::pair<int64_t, int64_t>> breadths = sumBreadths(items);
  ArenaLayout best;
  for (auto [step, alive] : breadths)
    best.lowerBoundBytes = std::max(best.lowerBoundBytes, alive);
  best.sizeBytes = std::numeric_limits<int64_t>::max();
  // The most that is alive at once while an item is.
  auto breadthOf = [&](const ArenaItem &item) {
    int64_t most = 0;
    auto it = llvm::lower_bound(
        breadths, item.begin,
        [](const auto &breadth, int64_t step) { return breadth.first < step; });
    for (; it != breadths.end() && it->first <= item.end; ++it)
      most = std::max(most, it->second);
    return most;
  };
  SmallVector<int64_t> widths;
  for (const ArenaItem &item : items)
    widths.push_back(breadthOf(item));
  using Weight = std::pair<int64_t, int64_t>;
  const std::function<Weight(size_t)> weights[] = {
      [&](size_t i) { return Weight(items[i].sizeBytes, 0); },
      [&](size_t i) { return Weight(widths[i], items[i].sizeBytes); },
      [&](size_t i) {
        return Weight(items[i].end - items[i].begin, items[i].sizeBytes);
      },
      [&](size_t i) { return Weight(-items[i].begin, items[i].sizeBytes); }};
  for (const auto &weightOf : weights) {
    SmallVector<size_t> order(items.size());
    std::iota(order.begin(), order.end(), 0);
    llvm::sort(order, [&](size_t a, size_t b) {
      return std::pair(weightOf(b), a) < std::pair(weightOf(a), b);
    });
    ArenaLayout layout;
    place(items, order, layout);
    if (layout.sizeBytes < best.sizeBytes) {
      best.offsets = std::move(layout.offsets);
      best.sizeBytes = layout.sizeBytes;
    }
    if (best.sizeBytes == best.lowerBoundBytes)
      break;
  }
  return best;
}
