// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In two steps: squares of 4 x 4 by shuffles that stay within groups of 4 lanes, which are the cheap ones for f32, then the groups as elements of a
// smaller square, of which each round swaps the halves that lie off the diagonal (Eklundh 1972, "A fast computer method for matrix transposing").

#include "lib/Target/CPU/Kernel/RegisterTranspose.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Lanes of a group.
static constexpr int64_t kGroup = 4;

/// Shuffles two vectors of `lanes` by the same four lanes in each group; those from kGroup on are the second vector's.
static Value shuffleGroups(KernelBuilder &b, Value first, Value second,
                           int64_t lanes, ArrayRef<int64_t> which) {
  SmallVector<int64_t> mask;
  for (int64_t group = 0; group < lanes; group += kGroup)
    for (int64_t lane : which)
      mask.push_back(lane < kGroup ? group + lane
                                   : lanes + group + lane - kGroup);
  return vector::ShuffleOp::create(b, first, second, mask);
}

static void turnGroups(KernelBuilder &b, MutableArrayRef<Value> rows) {
  int64_t lanes = rows.size();
  for (int64_t i = 0; i < lanes; i += kGroup) {
    Value low[2], high[2];
    for (int64_t half = 0; half < 2; ++half) {
      Value first = rows[i + 2 * half], second = rows[i + 2 * half + 1];
      low[half] = shuffleGroups(b, first, second, lanes, {0, 4, 1, 5});
      high[half] = shuffleGroups(b, first, second, lanes, {2, 6, 3, 7});
    }
    rows[i] = shuffleGroups(b, low[0], low[1], lanes, {0, 1, 4, 5});
    rows[i + 1] = shuffleGroups(b, low[0], low[1], lanes, {2, 3, 6, 7});
    rows[i + 2] = shuffleGroups(b, high[0], high[1], lanes, {0, 1, 4, 5});
    rows[i + 3] = shuffleGroups(b, high[0], high[1], lanes, {2, 3, 6, 7});
  }
}

SmallVector<Value> cpu::emitRegisterTranspose(KernelBuilder &b,
                                              ValueRange square) {
  SmallVector<Value> rows(square);
  int64_t lanes = rows.size();
  turnGroups(b, rows);
  for (int64_t size = kGroup; size < lanes; size *= 2) {
    SmallVector<int64_t> upper, lower;
    for (int64_t j = 0; j < lanes; ++j) {
      upper.push_back(j & size ? lanes + j - size : j);
      lower.push_back(j & size ? lanes + j : j + size);
    }
    for (int64_t i = 0; i < lanes; ++i) {
      if (i & size)
        continue;
      Value first = rows[i], second = rows[i + size];
      rows[i] = vector::ShuffleOp::create(b, first, second, upper);
      rows[i + size] = vector::ShuffleOp::create(b, first, second, lower);
    }
  }
  return rows;
}

Value cpu::emitRowSums(KernelBuilder &b, ValueRange square) {
  SmallVector<Value> rows(square);
  int64_t lanes = rows.size();
  // Each round adds the halves of groups of lanes: of row i to the lower half of a group, of the row that is as many behind it as half a group
  // has lanes to the upper one. So a lane's number ends up as the row's.
  for (int64_t half = lanes / 2; half > 0; half /= 2) {
    SmallVector<int64_t> first, second;
    for (int64_t j = 0; j < lanes; ++j) {
      int64_t ofRow = j & half ? lanes - half : 0;
      first.push_back(j + ofRow);
      second.push_back(j + ofRow + half);
    }
    for (int64_t i = 0; i < half; ++i) {
      Value one = rows[i], other = rows[i + half];
      rows[i] = arith::AddFOp::create(
          b, vector::ShuffleOp::create(b, one, other, first),
          vector::ShuffleOp::create(b, one, other, second));
    }
  }
  return rows[0];
}
