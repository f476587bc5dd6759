// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The threads that kernels run on.
//
// A job is a range of tasks, cut into one contiguous share for each worker, so
// that the same worker meets the same rows in every run; a worker takes halves
// of what is left of its share, then of the shares of others, but no piece so
// small that its data cost more to fetch into another core's caches than the
// time that is won: a short share is taken whole. A job never waits
// for a worker that has not come yet: the shares of late workers are worked off
// by the others. So a descheduled worker costs nothing, and after fork(), when
// the workers are gone, jobs still end.
//
// Tasks that are few and long may offer what they compute next, a kernel with
// tasks of its own, to whoever has no task left (`share`): the last long task
// of a job then occupies all threads.
//
// The caller works too. Workers wait for the next job awake for a few ten
// microseconds, as long as that pays, and then sleep in the kernel.
#ifndef WEFT_RUNTIME_DEVICE_CPU_THREADPOOL_H
#define WEFT_RUNTIME_DEVICE_CPU_THREADPOOL_H

#include "runtime/abi/GeneratedCode.h"
#include "runtime/device/Device.h"
#include "runtime/program/Buffer.h"
#include "runtime/program/Clock.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <pthread.h>
#include <span>
#include <sys/types.h>

namespace weft::runtime {

/// One dispatch.
struct Job {
  WeftKernelFn kernel = nullptr;
  const int64_t *args = nullptr;
  int64_t tasks = 0;
  int64_t scratchBytes = 0;
  /// Estimated time of all tasks on one thread; 0 = unknown.
  int64_t costNs = 0;
  /// Whether tasks call share(), so that workers without a task stay to help.
  bool offersParts = false;
  /// Looked at between ranges; may be null.
  const std::atomic<bool> *cancelled = nullptr;
  /// Empty, or one for each thread to be filled.
  std::span<WorkerSpan> spans;
};

class ThreadPool final : public Queue {
public:
  /// `threads` counts the caller; 0 = the cores that are granted to this
  /// process. Starts fewer if the system refuses.
  explicit ThreadPool(int threads);
  ~ThreadPool() override;
  ThreadPool(const ThreadPool &) = delete;
  ThreadPool &operator=(const ThreadPool &) = delete;

  int getThreads() const override { return threads; }

  /// Runs a job and returns the first status that is not 0. `scratch` is the
  /// caller's and grows as needed. Any thread may call it; while the workers
  /// have another caller's job, the job runs on the calling thread alone.
  int32_t run(const Job &job, Buffer &scratch);

  /// Runs all tasks of a kernel from within a task of a job that offers parts,
  /// on the calling thread with `scratch` and on workers that have no task
  /// left, with theirs of the job. The first status that is not 0. From
  /// elsewhere, and with a thread of another pool, the calling thread does all.
  int32_t share(WeftKernelFn kernel, const int64_t *args, int64_t tasks,
                void *scratch, int64_t costNs);

  static constexpr int maxThreads = 1024;

private:
  struct Worker;
  struct Offer;

  static void *runWorker(void *worker);
  void serve(Worker &worker);
  void participate(int index, Buffer &scratch);
  /// Runs tasks of a job; whether there were any.
  bool workOnShares(int index, Buffer &scratch);
  /// Works on what others offer until nobody has a task of the job left.
  bool help(Buffer &scratch);
  static void workOn(Offer &offer, void *scratch);
  bool claim(int index, int64_t &begin, int64_t &end);
  int32_t runRange(const Job &job, Buffer &scratch, int64_t begin, int64_t end);
  int32_t runAlone(const Job &job, Buffer &scratch);
  int countUsefulThreads(const Job &job) const;
  void publish(int workers);
  void finish();

  int threads = 1;
  pid_t process;
  std::unique_ptr<Worker[]> workers; // [0] holds the caller's share
  std::atomic<bool> busy{false};
  std::atomic<bool> stopping{false};

  // Written by the caller while the gate is shut and nobody is inside.
  Job job;
  int sharers = 1;
  int64_t unitTasks = 1;   // shares are counted in units of so many tasks
  uint64_t grainUnits = 1; // what is claimed at once, at least
  alignas(128) std::atomic<int32_t> status{0};
  /// Workers that have tasks of the job, and those that wait to help them.
  std::atomic<int> working{0};
  alignas(128) std::atomic<int> idle{0};
  /// From the highest bit: 32 job number, 1 open, 1 caller sleeps, 15 workers
  /// wanted, 15 workers inside.
  alignas(128) std::atomic<uint64_t> gate{0};
};

} // namespace weft::runtime

#endif
