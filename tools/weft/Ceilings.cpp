// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Independent chains of multiply-adds, more than latency times units, and passes
// over memory and over parts of caches, each on all threads between two
// barriers; the best of several counts. bench/ceilings.c measures the same for
// longer.

#include "tools/weft/Ceilings.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/MemoryBuffer.h"
#include <algorithm>
#include <barrier>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

using namespace weft;

namespace {
/// What all threads do at once, and how much of it a thread has done then.
struct Phase {
  std::function<void(const char *memory)> run;
  double amount;
  /// In 10^9 a second.
  double *rate;
};

/// Runs the phases one after the other on all threads, each of which has so many
/// bytes. Without memory, all rates stay 0.
void measure(std::vector<Phase> &phases, int threads, size_t bytes) {
  using Clock = std::chrono::steady_clock;
  struct Free {
    void operator()(char *memory) const { std::free(memory); }
  };
  std::vector<std::unique_ptr<char, Free>> memories(threads);
  for (auto &memory : memories)
    if (memory.reset(static_cast<char *>(std::aligned_alloc(4096, bytes)));
        !memory)
      return;
  std::barrier barrier(threads);
  // Clocks that rise and fall do both meanwhile, and neighbours come and go.
  constexpr std::chrono::milliseconds least(60);
  bool isOver = false;
  auto work = [&](int number) {
    char *memory = memories[number].get();
    std::memset(memory, 1, bytes);
    for (const Phase &phase : phases) {
      Clock::time_point start = Clock::now();
      do {
        barrier.arrive_and_wait();
        Clock::time_point begin = Clock::now();
        phase.run(memory);
        barrier.arrive_and_wait();
        if (number == 0) {
          Clock::time_point end = Clock::now();
          std::chrono::duration<double, std::nano> time = end - begin;
          *phase.rate =
              std::max(*phase.rate, phase.amount * threads / time.count());
          isOver = end - start > least;
        }
        barrier.arrive_and_wait();
      } while (!isOver);
    }
  };
  std::vector<std::thread> crew;
  for (int i = 1; i < threads; ++i)
    crew.emplace_back(work, i);
  work(0);
  for (std::thread &thread : crew)
    thread.join();
}
} // namespace

/// The data caches of the first processor, as the system tells of them.
static std::vector<Ceilings::Cache> findCaches(int threads) {
  std::vector<Ceilings::Cache> caches;
  for (int index = 0;; ++index) {
    std::string folder =
        "/sys/devices/system/cpu/cpu0/cache/index" + std::to_string(index);
    auto read = [&](llvm::StringRef name) {
      auto file = llvm::MemoryBuffer::getFileAsStream(folder + "/" + name);
      return file ? (*file)->getBuffer().trim().str() : std::string();
    };
    std::string level = read("level");
    if (level.empty())
      return caches;
    std::string size = read("size");
    llvm::StringRef text = size;
    int64_t bytes = 0;
    int64_t unit = text.consume_back("K")   ? 1 << 10
                   : text.consume_back("M") ? 1 << 20
                                            : 1;
    if (read("type") == "Instruction" || text.getAsInteger(10, bytes))
      continue;
    // Those of the third level are shared.
    int64_t copies = level < "3" ? threads : 1;
    caches.push_back({"L" + level, bytes * unit * copies, 0});
  }
}

#if defined(__x86_64__)

static constexpr int fmaChains = 12, fmaSteps = 200000;
static constexpr size_t leastBytes = size_t(64) << 20,
                        mostBytes = size_t(256) << 20, readAtOnce = 512;

typedef float Floats8 __attribute__((vector_size(32)));
typedef float Floats16 __attribute__((vector_size(64)));
typedef uint64_t Words4 __attribute__((vector_size(32)));
typedef uint64_t Words8 __attribute__((vector_size(64)));

/// Keeps the compiler from leaving out what nobody reads.
static volatile float floatSink;
static volatile int intSink;
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

__attribute__((target("avx512f,avx512vnni"))) static void runByteChains() {
  __m512i sums[fmaChains], bytes = _mm512_set1_epi8(int8_t(wordSink | 3));
  for (__m512i &sum : sums)
    sum = _mm512_setzero_si512();
  for (int step = 0; step < fmaSteps; ++step) {
#pragma GCC unroll 12
    for (int chain = 0; chain < fmaChains; ++chain)
      sums[chain] = _mm512_dpbusd_epi32(sums[chain], bytes, bytes);
  }
  for (int chain = 1; chain < fmaChains; ++chain)
    sums[0] = _mm512_add_epi32(sums[0], sums[chain]);
  intSink = _mm512_reduce_add_epi32(sums[0]);
}

static constexpr int tileSteps = 40000;
/// Numbers of random bits would be slower than equal ones, so these differ.
alignas(64) static uint16_t tileNumbers[4][512];

/// Blocks of two by two sums, whose operands come from the first-level cache.
template <bool ofBytes>
__attribute__((target("amx-tile,amx-bf16,amx-int8"))) static void
runTiles(const char *) {
  struct {
    uint8_t palette = 1, start = 0, reserved[14] = {};
    uint16_t rowBytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
    uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
  } shapes;
  _tile_loadconfig(&shapes);
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (int step = 0; step < tileSteps / 4; ++step) {
    _tile_loadd(6, tileNumbers[0], 64);
    _tile_loadd(4, tileNumbers[2], 64);
    _tile_loadd(7, tileNumbers[1], 64);
    _tile_loadd(5, tileNumbers[3], 64);
    if constexpr (ofBytes) {
      _tile_dpbusd(0, 6, 4);
      _tile_dpbusd(1, 7, 4);
      _tile_dpbusd(2, 6, 5);
      _tile_dpbusd(3, 7, 5);
    } else {
      _tile_dpbf16ps(0, 6, 4);
      _tile_dpbf16ps(1, 7, 4);
      _tile_dpbf16ps(2, 6, 5);
      _tile_dpbf16ps(3, 7, 5);
    }
  }
  _tile_release();
}

/// Whether the processor has tiles and the system lets this process use them.
static bool mayUseTiles() {
  constexpr int requestPermission = 0x1023, tileData = 18;
  return __builtin_cpu_supports("amx-tile") &&
         __builtin_cpu_supports("amx-bf16") &&
         __builtin_cpu_supports("amx-int8") &&
         syscall(SYS_arch_prctl, requestPermission, tileData) == 0;
}

/// Reads `bytes`, a multiple of what is read at a time, from the start of
/// `memory`, `times` times.
template <typename Vector>
static inline __attribute__((always_inline)) void
readAll(const void *memory, size_t bytes, size_t times) {
  constexpr size_t streams = 8;
  auto *vectors = static_cast<const Vector *>(memory);
  Vector sums[streams] = {};
  for (size_t time = 0; time < times; ++time) {
    asm volatile("" ::: "memory");
    for (size_t i = 0; i < bytes / sizeof(Vector); i += streams) {
#pragma GCC unroll 8
      for (size_t k = 0; k < streams; ++k)
        sums[k] ^= vectors[i + k];
    }
  }
  for (size_t k = 1; k < streams; ++k)
    sums[0] ^= sums[k];
  wordSink = sums[0][0];
}

__attribute__((target("avx512f"))) static void
readWide(const void *memory, size_t bytes, size_t times) {
  readAll<Words8>(memory, bytes, times);
}

__attribute__((target("avx2"))) static void
readNarrow(const void *memory, size_t bytes, size_t times) {
  readAll<Words4>(memory, bytes, times);
}

Ceilings weft::measureCeilings(int threads) {
  Ceilings best;
  best.threads = threads;
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma"))
    return best;
  best.caches = findCaches(threads);
  bool isWide = __builtin_cpu_supports("avx512f");
  std::vector<Phase> phases;
  phases.push_back(
      {[=](const char *) { isWide ? runWideChains() : runNarrowChains(); },
       2.0 * (isWide ? 16 : 8) * fmaChains * fmaSteps, &best.gflops});
  if (mayUseTiles()) {
    for (auto &tile : tileNumbers)
      for (int i = 0; i < 512; ++i)
        tile[i] = uint16_t(0x3f00 | (i * 29 & 0x7f));
    phases.push_back(
        {runTiles<false>, 2.0 * 16 * 16 * 32 * tileSteps, &best.bf16Gflops});
    phases.push_back(
        {runTiles<true>, 2.0 * 16 * 16 * 64 * tileSteps, &best.int8Gops});
  } else if (isWide && __builtin_cpu_supports("avx512vnni")) {
    phases.push_back({[](const char *) { runByteChains(); },
                      2.0 * 64 * fmaChains * fmaSteps, &best.int8Gops});
  }
  auto readAt = [&](size_t bytes, double &rate) {
    bytes = bytes / readAtOnce * readAtOnce;
    size_t times =
        std::max<size_t>(1, leastBytes / 2 / std::max<size_t>(bytes, 1));
    phases.push_back({[=](const char *memory) {
                        isWide ? readWide(memory, bytes, times)
                               : readNarrow(memory, bytes, times);
                      },
                      double(bytes * times), &rate});
  };
  size_t largest = leastBytes;
  for (Ceilings::Cache &cache : best.caches) {
    // Half of what a thread has of it stays whole in it.
    size_t share = cache.sizeBytes / threads;
    readAt(std::min(share / 2, mostBytes), cache.gigabytesPerSecond);
    largest = std::clamp(2 * share, largest, mostBytes);
  }
  readAt(largest, best.gigabytesPerSecond);
  measure(phases, threads, largest);
  return best;
}

#else

Ceilings weft::measureCeilings(int threads) {
  Ceilings none;
  none.threads = threads;
  return none;
}

#endif

llvm::json::Object weft::describeCeilings(const Ceilings &ceilings) {
  auto orNull = [](double rate) {
    return rate > 0 ? llvm::json::Value(rate) : llvm::json::Value(nullptr);
  };
  llvm::json::Array caches;
  for (const Ceilings::Cache &cache : ceilings.caches)
    caches.push_back(
        llvm::json::Object{{"name", cache.name},
                           {"bytes", cache.sizeBytes},
                           {"gigabytes_per_second", cache.gigabytesPerSecond}});
  return llvm::json::Object{
      {"threads", ceilings.threads},
      {"gflops", ceilings.gflops},
      {"bf16_gflops", orNull(ceilings.bf16Gflops)},
      {"int8_gops", orNull(ceilings.int8Gops)},
      {"gigabytes_per_second", ceilings.gigabytesPerSecond},
      {"caches", std::move(caches)}};
}

void weft::printCeilings(llvm::raw_ostream &stream, const Ceilings &ceilings) {
  stream << llvm::format("ceilings     %.1f GFLOP/s of f32", ceilings.gflops);
  if (ceilings.bf16Gflops > 0)
    stream << llvm::format(", %.0f of bf16", ceilings.bf16Gflops);
  if (ceilings.int8Gops > 0)
    stream << llvm::format(", %.0f GOP/s of bytes", ceilings.int8Gops);
  stream << llvm::format("; %.1f GB/s from memory",
                         ceilings.gigabytesPerSecond);
  for (const Ceilings::Cache &cache : ceilings.caches)
    stream << ", " << cache.name
           << llvm::format(" %.0f", cache.gigabytesPerSecond);
  stream << ", " << ceilings.threads
         << (ceilings.threads == 1 ? " thread" : " threads")
         << ", measured now\n";
}
