// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pool: every task exactly once, the first failure, cancellation, sharing.
#include "runtime/device/cpu/ThreadPool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace weft::runtime;

static Job makeJob(WeftKernelFn kernel, const int64_t *args, int64_t tasks) {
  Job job;
  job.kernel = kernel;
  job.args = args;
  job.tasks = tasks;
  return job;
}

/// args[0] = one counter a task.
static int32_t countTasks(const int64_t *args, int64_t begin, int64_t end,
                          void *) {
  auto *counters = reinterpret_cast<std::atomic<int> *>(args[0]);
  for (int64_t task = begin; task < end; ++task)
    counters[task].fetch_add(1, std::memory_order_relaxed);
  return 0;
}

TEST(ThreadPool, RunsEveryTaskOnce) {
  for (int threads : {1, 2, 3, 8}) {
    ThreadPool pool(threads);
    EXPECT_EQ(pool.getThreads(), threads);
    Buffer scratch;
    for (int64_t tasks : {0, 1, 2, 3, 7, 64, 1000, 4096}) {
      for (int repeat = 0; repeat < 20; ++repeat) {
        std::vector<std::atomic<int>> counters(size_t(tasks) + 1);
        int64_t args[] = {reinterpret_cast<int64_t>(counters.data())};
        EXPECT_EQ(pool.run(makeJob(countTasks, args, tasks), scratch), 0);
        for (int64_t task = 0; task < tasks; ++task)
          ASSERT_EQ(counters[size_t(task)], 1) << task << " of " << tasks;
      }
    }
  }
}

/// What a part shares one after the other.
static constexpr int sharedKernels = 4;

namespace {
/// What tasks of shareTasks() share: a counter for each task of each part.
struct SharedParts {
  ThreadPool &pool;
  std::vector<std::atomic<int>> counters;
  int64_t tasks;
  /// How long each task of part 0 takes, in microseconds.
  int64_t firstUs = 0;
  int32_t status = 0;
  std::atomic<int> helped{0};
};
} // namespace

static int32_t countShared(const int64_t *args, int64_t begin, int64_t end,
                           void *scratch) {
  auto &parts = *reinterpret_cast<SharedParts *>(args[0]);
  if (args[2] != int64_t(pthread_self()))
    parts.helped.fetch_add(1, std::memory_order_relaxed);
  for (int64_t task = begin; task < end; ++task) {
    parts.counters[size_t(args[1] * parts.tasks + task)].fetch_add(
        1, std::memory_order_relaxed);
    // The scratch is the thread's own.
    *static_cast<int64_t *>(scratch) = args[1];
    if (args[1] == 0 && parts.firstUs)
      usleep(useconds_t(parts.firstUs));
    if (*static_cast<int64_t *>(scratch) != args[1])
      return WEFT_STATUS_INTERNAL;
  }
  return end == parts.tasks ? parts.status : 0;
}

static int32_t shareTasks(const int64_t *args, int64_t begin, int64_t end,
                          void *scratch) {
  auto &parts = *reinterpret_cast<SharedParts *>(args[0]);
  for (int64_t part = begin; part < end; ++part) {
    int64_t inner[] = {args[0], part, int64_t(pthread_self())};
    for (int kernel = 0; kernel < sharedKernels; ++kernel)
      if (int32_t status =
              parts.pool.share(countShared, inner, parts.tasks, scratch, 0))
        return status;
  }
  return 0;
}

static int32_t runShared(SharedParts &parts, int64_t count) {
  Buffer scratch;
  int64_t args[] = {reinterpret_cast<int64_t>(&parts)};
  Job job = makeJob(shareTasks, args, count);
  job.scratchBytes = 64;
  job.offersParts = true;
  return parts.pool.run(job, scratch);
}

TEST(ThreadPool, TasksShareKernelsWithIdleWorkers) {
  for (int threads : {1, 2, 3, 8}) {
    ThreadPool pool(threads);
    for (int64_t count : {1, 2, 5, 16})
      for (int64_t tasks : {1, 2, 7, 100})
        for (int repeat = 0; repeat < 200; ++repeat) {
          SharedParts parts{
              pool, std::vector<std::atomic<int>>(size_t(count * tasks)),
              tasks};
          ASSERT_EQ(runShared(parts, count), 0);
          for (std::atomic<int> &counter : parts.counters)
            ASSERT_EQ(counter, sharedKernels);
        }
  }
}

TEST(ThreadPool, IdleWorkersHelpTheLastTask) {
  ThreadPool pool(2);
  int helped = 0;
  // The worker may come late once or twice.
  for (int repeat = 0; repeat < 10; ++repeat) {
    SharedParts parts{pool, std::vector<std::atomic<int>>(2 * 20), 20, 200};
    ASSERT_EQ(runShared(parts, 2), 0);
    helped += parts.helped;
  }
  EXPECT_GT(helped, 0);
}

TEST(ThreadPool, TheFailureOfASharedKernelIsThatOfTheJob) {
  ThreadPool pool(3);
  for (int repeat = 0; repeat < 50; ++repeat) {
    SharedParts parts{pool, std::vector<std::atomic<int>>(8 * 12), 12, 0,
                      WEFT_STATUS_MODEL_FAILURE};
    ASSERT_EQ(runShared(parts, 8), WEFT_STATUS_MODEL_FAILURE);
  }
  // Outside of a job the calling thread does all.
  SharedParts parts{pool, std::vector<std::atomic<int>>(5), 5};
  int64_t inner[] = {reinterpret_cast<int64_t>(&parts), 0,
                     int64_t(pthread_self())};
  int64_t scratch = 0;
  EXPECT_EQ(pool.share(countShared, inner, 5, &scratch, 0), 0);
  EXPECT_EQ(parts.helped, 0);
  for (std::atomic<int> &counter : parts.counters)
    EXPECT_EQ(counter, 1);
}

TEST(ThreadPool, ManySmallJobsInARow) {
  ThreadPool pool(4);
  Buffer scratch;
  std::vector<std::atomic<int>> counters(16);
  int64_t args[] = {reinterpret_cast<int64_t>(counters.data())};
  for (int i = 0; i < 20000; ++i) {
    if (i % 4096 == 0) // long enough for the workers to fall asleep
      usleep(2000);
    ASSERT_EQ(pool.run(makeJob(countTasks, args, 16), scratch), 0);
  }
  for (std::atomic<int> &counter : counters)
    EXPECT_EQ(counter, 20000);
}

/// args[0] = sum over all tasks of the range sizes.
static int32_t addRange(const int64_t *args, int64_t begin, int64_t end,
                        void *) {
  reinterpret_cast<std::atomic<int64_t> *>(args[0])->fetch_add(end - begin);
  return 0;
}

TEST(ThreadPool, MoreTasksThanFitInto32Bits) {
  ThreadPool pool(2);
  Buffer scratch;
  std::atomic<int64_t> sum = 0;
  int64_t args[] = {reinterpret_cast<int64_t>(&sum)};
  int64_t tasks = (int64_t(1) << 35) + 12345;
  EXPECT_EQ(pool.run(makeJob(addRange, args, tasks), scratch), 0);
  EXPECT_EQ(sum, tasks);
}

static int32_t failAt(const int64_t *args, int64_t begin, int64_t end, void *) {
  return begin <= args[0] && args[0] < end ? 5 : 0;
}

TEST(ThreadPool, ReturnsTheFailure) {
  for (int threads : {1, 3}) {
    ThreadPool pool(threads);
    Buffer scratch;
    for (int64_t task = 0; task < 100; ++task) {
      int64_t args[] = {task};
      EXPECT_EQ(pool.run(makeJob(failAt, args, 100), scratch), 5);
    }
    int64_t none[] = {-1};
    EXPECT_EQ(pool.run(makeJob(failAt, none, 100), scratch), 0);
  }
}

TEST(ThreadPool, StopsWhenCancelled) {
  for (int threads : {1, 3}) {
    ThreadPool pool(threads);
    Buffer scratch;
    std::atomic<bool> cancelled = true;
    std::atomic<int64_t> sum = 0;
    int64_t args[] = {reinterpret_cast<int64_t>(&sum)};
    Job job = makeJob(addRange, args, 100);
    job.cancelled = &cancelled;
    EXPECT_EQ(pool.run(job, scratch), WEFT_STATUS_CANCELLED);
    EXPECT_EQ(sum, 0);
  }
}

static int32_t noteThread(const int64_t *args, int64_t begin, int64_t end,
                          void *) {
  auto *threads = reinterpret_cast<std::atomic<uint64_t> *>(args[0]);
  for (int64_t task = begin; task < end; ++task)
    threads[task] = uint64_t(pthread_self());
  return 0;
}

TEST(ThreadPool, SmallCostStaysOnTheCaller) {
  ThreadPool pool(4);
  Buffer scratch;
  std::vector<std::atomic<uint64_t>> threads(100);
  int64_t args[] = {reinterpret_cast<int64_t>(threads.data())};
  Job job = makeJob(noteThread, args, 100);
  job.costNs = 1000;
  for (int repeat = 0; repeat < 100; ++repeat) {
    EXPECT_EQ(pool.run(job, scratch), 0);
    for (std::atomic<uint64_t> &thread : threads)
      ASSERT_EQ(thread, uint64_t(pthread_self()));
  }
}

/// args[0] = ranges that are not half of 100 tasks.
static int32_t countOtherThanHalves(const int64_t *args, int64_t begin,
                                    int64_t end, void *) {
  if (begin % 50 != 0 || end - begin != 50)
    reinterpret_cast<std::atomic<int64_t> *>(args[0])->fetch_add(1);
  return 0;
}

TEST(ThreadPool, ShortSharesAreTakenWhole) {
  ThreadPool pool(2);
  Buffer scratch;
  std::atomic<int64_t> others = 0;
  int64_t args[] = {reinterpret_cast<int64_t>(&others)};
  Job job = makeJob(countOtherThanHalves, args, 100);
  job.costNs = 30000;
  for (int repeat = 0; repeat < 100; ++repeat)
    EXPECT_EQ(pool.run(job, scratch), 0);
  EXPECT_EQ(others, 0);
}

TEST(ThreadPool, LongSharesAreTakenInPieces) {
  ThreadPool pool(2);
  Buffer scratch;
  std::atomic<int64_t> others = 0;
  int64_t args[] = {reinterpret_cast<int64_t>(&others)};
  Job job = makeJob(countOtherThanHalves, args, 100);
  job.costNs = 1000000;
  EXPECT_EQ(pool.run(job, scratch), 0);
  EXPECT_GT(others, 0);
}

static int32_t useScratch(const int64_t *args, int64_t begin, int64_t end,
                          void *scratch) {
  auto *bytes = static_cast<volatile uint8_t *>(scratch);
  if (reinterpret_cast<uintptr_t>(scratch) % 64 != 0)
    return 1;
  for (int64_t task = begin; task < end; ++task) {
    for (int64_t i = 0; i < args[0]; ++i)
      bytes[i] = uint8_t(task);
    for (int64_t i = 0; i < args[0]; ++i)
      if (bytes[i] != uint8_t(task))
        return 2;
  }
  return 0;
}

TEST(ThreadPool, ScratchIsPrivateAndGrows) {
  ThreadPool pool(4);
  Buffer scratch;
  for (int64_t bytes : {64, 5000, 100, 1000000}) {
    int64_t args[] = {bytes};
    Job job = makeJob(useScratch, args, 50);
    job.scratchBytes = bytes;
    EXPECT_EQ(pool.run(job, scratch), 0);
  }
  int64_t args[] = {0};
  Job job = makeJob(useScratch, args, 50);
  job.scratchBytes = INT64_MAX;
  EXPECT_EQ(pool.run(job, scratch), WEFT_STATUS_OUT_OF_MEMORY);
}

TEST(ThreadPool, CallersShareIt) {
  ThreadPool pool(3);
  std::vector<std::thread> callers;
  std::atomic<int> wrong = 0;
  for (int caller = 0; caller < 4; ++caller)
    callers.emplace_back([&] {
      Buffer scratch;
      for (int i = 0; i < 2000; ++i) {
        std::vector<std::atomic<int>> counters(33);
        int64_t args[] = {reinterpret_cast<int64_t>(counters.data())};
        wrong += pool.run(makeJob(countTasks, args, 33), scratch) != 0;
        for (std::atomic<int> &counter : counters)
          wrong += counter != 1;
      }
    });
  for (std::thread &caller : callers)
    caller.join();
  EXPECT_EQ(wrong, 0);
}

TEST(ThreadPool, TimesAreReported) {
  ThreadPool pool(2);
  Buffer scratch;
  std::vector<WorkerSpan> spans(2);
  std::atomic<int64_t> sum = 0;
  int64_t args[] = {reinterpret_cast<int64_t>(&sum)};
  Job job = makeJob(addRange, args, 100);
  job.spans = spans;
  int64_t before = readClockNs();
  EXPECT_EQ(pool.run(job, scratch), 0);
  EXPECT_GE(spans[0].beginNs, before);
  EXPECT_GE(spans[0].endNs, spans[0].beginNs);
  EXPECT_LE(spans[0].endNs, readClockNs());
}

TEST(ThreadPool, WorksInAChildOfFork) {
  ThreadPool pool(4);
  Buffer scratch;
  std::vector<std::atomic<int>> counters(100);
  int64_t args[] = {reinterpret_cast<int64_t>(counters.data())};
  EXPECT_EQ(pool.run(makeJob(countTasks, args, 100), scratch), 0);
  pid_t child = fork();
  if (child == 0) {
    bool worked = pool.run(makeJob(countTasks, args, 100), scratch) == 0;
    for (std::atomic<int> &counter : counters)
      worked &= counter == 2;
    pool.~ThreadPool();
    _exit(worked ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
}

TEST(ThreadPool, ManyPoolsComeAndGo) {
  for (int i = 0; i < 200; ++i) {
    ThreadPool pool(4);
    if (i % 2)
      continue; // gone before the workers have begun
    Buffer scratch;
    std::atomic<int64_t> sum = 0;
    int64_t args[] = {reinterpret_cast<int64_t>(&sum)};
    EXPECT_EQ(pool.run(makeJob(addRange, args, 10), scratch), 0);
    EXPECT_EQ(sum, 10);
  }
}
