// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Independent chains of multiply-adds, more than latency times units, and a
// pass over memory, each on all threads between two barriers; the best of
// several counts. bench/ceilings.c measures the same for longer.

#include "tools/weft/Ceilings.h"
#include <algorithm>
#include <barrier>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <memory>
#include <thread>
#include <vector>

using namespace weft;

static constexpr int fmaChains = 12, fmaSteps = 200000, fmaRounds = 8,
                     readRounds = 4;
static constexpr size_t readBytes = size_t(64) << 20;

typedef float Floats8 __attribute__((vector_size(32)));
typedef float Floats16 __attribute__((vector_size(64)));

/// Keeps the compiler from leaving out what nobody reads.
static volatile float floatSink;
static volatile uint64_t wordSink;

template <typename Vector>
static inline __attribute__((always_inline)) void runChains() {
  Vector sums[fmaChains], factor = {}, addend = {};
  factor += 0.999f;
  addend += 0.001f;
  for (Vector &sum : sums)
    sum = addend;
  for (int step = 0; step < fmaSteps; ++step) {
#pragma GCC unroll 12
    for (int chain = 0; chain < fmaChains; ++chain)
      sums[chain] = sums[chain] * factor + addend;
  }
  for (int chain = 1; chain < fmaChains; ++chain)
    sums[0] += sums[chain];
  floatSink = sums[0][0];
}

__attribute__((target("avx512f,fma"))) static void runWideChains() {
  runChains<Floats16>();
}

__attribute__((target("avx2,fma"))) static void runNarrowChains() {
  runChains<Floats8>();
}

__attribute__((target("avx2"))) static void readAll(const uint64_t *words) {
  uint64_t sums[32] = {};
  for (size_t i = 0; i < readBytes / sizeof(uint64_t); i += 32)
    for (size_t k = 0; k < 32; ++k)
      sums[k] ^= words[i + k];
  for (uint64_t sum : sums)
    wordSink = wordSink ^ sum;
}

Ceilings weft::measureCeilings(int threads) {
  using Clock = std::chrono::steady_clock;
  Ceilings best;
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma"))
    return best;
  bool isWide = __builtin_cpu_supports("avx512f");
  double flops =
      2.0 * (isWide ? 16 : 8) * fmaChains * fmaSteps * double(threads);
  std::barrier barrier(threads);
  auto work = [&](int number) {
    std::vector<uint64_t> memory(readBytes / sizeof(uint64_t), 1);
    for (int round = 0; round < fmaRounds + readRounds; ++round) {
      bool isRead = round >= fmaRounds;
      barrier.arrive_and_wait();
      Clock::time_point begin = Clock::now();
      if (isRead)
        readAll(memory.data());
      else if (isWide)
        runWideChains();
      else
        runNarrowChains();
      barrier.arrive_and_wait();
      if (number != 0)
        continue;
      double ns = std::chrono::duration<double, std::nano>(Clock::now() - begin)
                      .count();
      if (isRead)
        best.gigabytesPerSecond =
            std::max(best.gigabytesPerSecond, readBytes * double(threads) / ns);
      else
        best.gflops = std::max(best.gflops, flops / ns);
    }
  };
  std::vector<std::thread> crew;
  for (int i = 1; i < threads; ++i)
    crew.emplace_back(work, i);
  work(0);
  for (std::thread &thread : crew)
    thread.join();
  return best;
}
