// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The gate is one word that workers enter by compare-and-swap: it opens with a
// job, shuts when the caller finds no task left, and the job is over when
// nobody is inside. An offer of share() is such a gate of one worker.
#include "runtime/device/cpu/ThreadPool.h"
#include "runtime/device/cpu/FloatEnvironment.h"
#include "runtime/device/cpu/GrantedCores.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace weft::runtime;

static constexpr uint64_t openBit = 1u << 31;
static constexpr uint64_t callerSleepsBit = 1u << 30;
static constexpr uint32_t offerOpenBit = 1u << 31;
static constexpr int wantedShift = 15;
static constexpr uint64_t countMask = 0x7fff;

// Entering and leaving a job costs a worker about a microsecond; below this
// share of work it loses time.
static constexpr int64_t minShareNs = 3000;
// The least piece of a share, in time of one thread, that is claimed alone.
static constexpr int64_t grainNs = 16000;
// Between two of its dispatches a model does little else, so the next job is
// usually there in a few microseconds.
static constexpr int64_t minSpinNs = 4000;
static constexpr int64_t maxSpinNs = 50000;
// A job that runs alone looks at the cancel flag this often.
static constexpr int64_t cancelPollNs = 10'000'000;

/// A kernel that a worker is about to run within a task.
struct ThreadPool::Offer {
  /// From the highest bit: 1 open, 31 others inside.
  std::atomic<uint32_t> gate{0};
  std::atomic<int32_t> status{0};
  std::atomic<int64_t> next{0};
  // Written while the gate is shut and nobody is inside.
  WeftKernelFn kernel = nullptr;
  const int64_t *args = nullptr;
  int64_t tasks = 0;
  int64_t piece = 1; // tasks that are claimed at once
};

struct alignas(128) ThreadPool::Worker {
  /// The units of the share that nobody has claimed: end in the upper, begin in
  /// the lower half.
  std::atomic<uint64_t> share{0};
  /// 1 while the worker sleeps, or is about to.
  std::atomic<uint32_t> sleeping{0};
  ThreadPool *pool = nullptr;
  int index = 0;
  pthread_t thread{};
  Buffer scratch;
  alignas(128) Offer offer;
};

/// The pool, and the worker of it, whose job this thread runs tasks of.
static thread_local ThreadPool *currentPool = nullptr;
static thread_local int currentWorker = 0;

static void relax() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static void futexWait(void *word, uint32_t expected) {
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, expected, nullptr, nullptr, 0);
}

static void futexWake(void *word) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
}

/// Spins until `isDone` or `budgetNs` are over; whether it is done.
template <typename Predicate>
static bool spin(int64_t budgetNs, Predicate isDone) {
  int64_t end = readClockNs() + budgetNs;
  do {
    for (int i = 0; i < 32; ++i) {
      if (isDone())
        return true;
      relax();
    }
  } while (readClockNs() < end);
  return isDone();
}

static uint64_t packShare(uint64_t begin, uint64_t end) {
  return end << 32 | begin;
}

ThreadPool::ThreadPool(int requested) : process(getpid()) {
  if (requested <= 0)
    requested = countGrantedCores();
  requested = std::min(requested, maxThreads);
  workers = std::make_unique<Worker[]>(size_t(requested));
  for (; threads < requested; ++threads) {
    Worker &worker = workers[threads];
    worker.pool = this;
    worker.index = threads;
    if (pthread_create(&worker.thread, nullptr, runWorker, &worker) != 0)
      break;
    pthread_setname_np(worker.thread, "weft-worker");
  }
}

ThreadPool::~ThreadPool() {
  // A child of fork() has the pool but not its threads.
  if (getpid() != process)
    return;
  stopping.store(true, std::memory_order_seq_cst);
  for (int i = 1; i < threads; ++i) {
    workers[i].sleeping.store(0, std::memory_order_seq_cst);
    futexWake(&workers[i].sleeping);
  }
  for (int i = 1; i < threads; ++i)
    pthread_join(workers[i].thread, nullptr);
}

void *ThreadPool::runWorker(void *worker) {
  Worker &self = *static_cast<Worker *>(worker);
  FloatEnvironment environment;
  self.pool->serve(self);
  return nullptr;
}

void ThreadPool::serve(Worker &worker) {
  uint32_t served = 0;
  int64_t spinNs = maxSpinNs;
  auto isWanted = [&](uint64_t word) {
    return (word & openBit) && uint32_t(word >> 32) != served &&
           uint64_t(worker.index) < ((word >> wantedShift) & countMask);
  };
  auto hasNews = [&] {
    return stopping.load(std::memory_order_relaxed) ||
           isWanted(gate.load(std::memory_order_relaxed));
  };
  while (true) {
    if (spin(spinNs, hasNews)) {
      spinNs = std::min(spinNs * 2, maxSpinNs);
    } else {
      spinNs = std::max(spinNs / 2, minSpinNs);
      // The caller looks at the flag after it has opened the gate, so one of
      // the two sees the other.
      worker.sleeping.store(1, std::memory_order_seq_cst);
      if (!stopping.load(std::memory_order_seq_cst) &&
          !isWanted(gate.load(std::memory_order_seq_cst)))
        while (worker.sleeping.load(std::memory_order_acquire) == 1)
          futexWait(&worker.sleeping, 1);
      worker.sleeping.store(0, std::memory_order_relaxed);
    }
    if (stopping.load(std::memory_order_acquire))
      return;
    uint64_t word = gate.load(std::memory_order_relaxed);
    if (!isWanted(word) ||
        !gate.compare_exchange_strong(word, word + 1, std::memory_order_acq_rel,
                                      std::memory_order_relaxed))
      continue;
    served = uint32_t(word >> 32);
    participate(worker.index, worker.scratch);
    word = gate.fetch_sub(1, std::memory_order_acq_rel);
    if ((word & callerSleepsBit) && (word & countMask) == 1)
      futexWake(&gate);
  }
}

bool ThreadPool::claim(int index, int64_t &begin, int64_t &end) {
  for (int offset = 0; offset < sharers; ++offset) {
    std::atomic<uint64_t> &share = workers[(index + offset) % sharers].share;
    uint64_t word = share.load(std::memory_order_relaxed);
    while (true) {
      uint64_t first = uint32_t(word), last = word >> 32;
      if (first >= last)
        break;
      uint64_t left = last - first;
      uint64_t taken = std::min(left, std::max((left + 1) / 2, grainUnits));
      // From the front of one's own share, from the back of another's.
      bool isOwn = offset == 0;
      uint64_t rest = isOwn ? packShare(first + taken, last)
                            : packShare(first, last - taken);
      if (!share.compare_exchange_weak(word, rest, std::memory_order_relaxed))
        continue;
      uint64_t claimed = isOwn ? first : last - taken;
      begin = int64_t(claimed) * unitTasks;
      end = std::min(int64_t(claimed + taken) * unitTasks, job.tasks);
      return true;
    }
  }
  return false;
}

int32_t ThreadPool::runRange(const Job &job, Buffer &scratch, int64_t begin,
                             int64_t end) {
  if (job.cancelled && job.cancelled->load(std::memory_order_relaxed))
    return WEFT_STATUS_CANCELLED;
  return job.kernel(job.args, begin, end,
                    job.scratchBytes > 0 ? scratch.getData() : nullptr);
}

static bool reserveScratch(const Job &job, Buffer &scratch) {
  return job.scratchBytes <= 0 || scratch.reserve(uint64_t(job.scratchBytes));
}

void ThreadPool::participate(int index, Buffer &scratch) {
  int64_t beginNs = job.spans.empty() ? 0 : readClockNs();
  auto note = [&] {
    if (!job.spans.empty())
      job.spans[index] = {beginNs, readClockNs()};
  };
  // Waiting for somebody to help is no work.
  if (workOnShares(index, scratch))
    note();
  if (job.offersParts && help(scratch))
    note();
}

bool ThreadPool::workOnShares(int index, Buffer &scratch) {
  int64_t begin, end;
  bool worked = false;
  if (job.offersParts) {
    currentPool = this;
    currentWorker = index;
    working.fetch_add(1, std::memory_order_relaxed);
  }
  while (status.load(std::memory_order_relaxed) == 0 &&
         claim(index, begin, end)) {
    int32_t result = reserveScratch(job, scratch)
                         ? runRange(job, scratch, begin, end)
                         : int32_t(WEFT_STATUS_OUT_OF_MEMORY);
    worked = true;
    int32_t none = 0;
    if (result != 0)
      status.compare_exchange_strong(none, result, std::memory_order_relaxed);
  }
  if (job.offersParts) {
    working.fetch_sub(1, std::memory_order_release);
    currentPool = nullptr;
  }
  return worked;
}

void ThreadPool::workOn(Offer &offer, void *scratch) {
  while (offer.status.load(std::memory_order_relaxed) == 0) {
    int64_t begin =
        offer.next.fetch_add(offer.piece, std::memory_order_relaxed);
    if (begin >= offer.tasks)
      return;
    int64_t end = std::min(begin + offer.piece, offer.tasks);
    int32_t result = offer.kernel(offer.args, begin, end, scratch);
    int32_t none = 0;
    if (result != 0)
      offer.status.compare_exchange_strong(none, result,
                                           std::memory_order_relaxed);
  }
}

bool ThreadPool::help(Buffer &scratch) {
  // A worker that comes when all tasks are taken finds none; so once nobody
  // works there is nothing more to come.
  if (!reserveScratch(job, scratch))
    return false;
  bool worked = false;
  idle.fetch_add(1, std::memory_order_relaxed);
  for (int rounds = 0; working.load(std::memory_order_acquire) > 0; ++rounds) {
    for (int i = 0; i < sharers; ++i) {
      Offer &offer = workers[i].offer;
      uint32_t word = offer.gate.load(std::memory_order_relaxed);
      if (!(word & offerOpenBit) ||
          !offer.gate.compare_exchange_strong(word, word + 1,
                                              std::memory_order_acq_rel,
                                              std::memory_order_relaxed))
        continue;
      workOn(offer, job.scratchBytes > 0 ? scratch.getData() : nullptr);
      offer.gate.fetch_sub(1, std::memory_order_release);
      worked = true;
    }
    relax();
    // Who works may wait for this core.
    if (rounds % 64 == 63)
      sched_yield();
  }
  idle.fetch_sub(1, std::memory_order_relaxed);
  return worked;
}

int32_t ThreadPool::share(WeftKernelFn kernel, const int64_t *args,
                          int64_t tasks, void *scratch, int64_t costNs) {
  if (tasks <= 0)
    return 0;
  int helpers = currentPool == this ? idle.load(std::memory_order_relaxed) : 0;
  if (helpers == 0 || tasks == 1 || (costNs > 0 && costNs < 4 * minShareNs))
    return kernel(args, 0, tasks, scratch);
  Offer &offer = workers[currentWorker].offer;
  offer.kernel = kernel;
  offer.args = args;
  offer.tasks = tasks;
  // Who comes late finds something left.
  offer.piece = std::max<int64_t>(1, tasks / (2 * (helpers + 1)));
  offer.next.store(0, std::memory_order_relaxed);
  offer.status.store(0, std::memory_order_relaxed);
  offer.gate.store(offerOpenBit, std::memory_order_release);
  workOn(offer, scratch);
  offer.gate.fetch_and(~offerOpenBit, std::memory_order_acq_rel);
  while (offer.gate.load(std::memory_order_acquire) != 0)
    relax();
  return offer.status.load(std::memory_order_relaxed);
}

int32_t ThreadPool::runAlone(const Job &job, Buffer &scratch) {
  if (!reserveScratch(job, scratch))
    return WEFT_STATUS_OUT_OF_MEMORY;
  int64_t beginNs = job.spans.empty() ? 0 : readClockNs();
  int64_t pieces = std::clamp<int64_t>(job.costNs / cancelPollNs, 1, job.tasks);
  int64_t pieceTasks = (job.tasks + pieces - 1) / pieces;
  int32_t result = 0;
  for (int64_t begin = 0; begin < job.tasks && result == 0; begin += pieceTasks)
    result =
        runRange(job, scratch, begin, std::min(begin + pieceTasks, job.tasks));
  if (!job.spans.empty())
    job.spans[0] = {beginNs, readClockNs()};
  return result;
}

int ThreadPool::countUsefulThreads(const Job &job) const {
  int64_t useful = std::min<int64_t>(threads, job.tasks);
  if (job.costNs > 0)
    useful = std::min(useful, job.costNs / minShareNs);
  return int(std::max<int64_t>(useful, 1));
}

void ThreadPool::publish(int wanted) {
  sharers = wanted;
  // Shares count in 32 bits.
  unitTasks = job.tasks / INT32_MAX + 1;
  uint64_t units = uint64_t((job.tasks + unitTasks - 1) / unitTasks);
  double unitNs = double(job.costNs) / double(units);
  grainUnits = job.costNs > 0 ? uint64_t(std::ceil(grainNs / unitNs)) : 1;
  for (int i = 0; i < wanted; ++i)
    workers[i].share.store(
        packShare(units * uint64_t(i) / uint64_t(wanted),
                  units * uint64_t(i + 1) / uint64_t(wanted)),
        std::memory_order_relaxed);
  status.store(0, std::memory_order_relaxed);
  uint64_t number = (gate.load(std::memory_order_relaxed) >> 32) + 1;
  gate.store(number << 32 | openBit | uint64_t(wanted) << wantedShift,
             std::memory_order_seq_cst);
  for (int i = 1; i < wanted; ++i)
    if (workers[i].sleeping.load(std::memory_order_seq_cst) &&
        workers[i].sleeping.exchange(0, std::memory_order_seq_cst))
      futexWake(&workers[i].sleeping);
}

void ThreadPool::finish() {
  gate.fetch_and(~openBit, std::memory_order_acq_rel);
  auto isEmpty = [&] {
    return (gate.load(std::memory_order_acquire) & countMask) == 0;
  };
  if (spin(maxSpinNs, isEmpty))
    return;
  gate.fetch_or(callerSleepsBit, std::memory_order_acq_rel);
  while (!isEmpty()) {
    // The lower half of the word, on little-endian machines.
    uint64_t word = gate.load(std::memory_order_acquire);
    if ((word & countMask) != 0)
      futexWait(&gate, uint32_t(word));
  }
}

int32_t ThreadPool::run(const Job &request, Buffer &scratch) {
  if (request.tasks <= 0)
    return 0;
  int useful = countUsefulThreads(request);
  if (useful == 1 || busy.exchange(true, std::memory_order_acquire))
    return runAlone(request, scratch);
  job = request;
  publish(useful);
  participate(0, scratch);
  finish();
  int32_t result = status.load(std::memory_order_relaxed);
  busy.store(false, std::memory_order_release);
  return result;
}
