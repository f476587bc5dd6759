// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The oldest piece that is not taken yet always has a slot, so that somebody gets on.

#include "passes/Compress/InOrder.h"
#include "mlir/IR/Threading.h"
#include <condition_variable>
#include <mutex>

using namespace mlir;
using namespace weft;

static size_t countThreads(MLIRContext *context) {
  return context->isMultithreadingEnabled()
             ? std::max(context->getThreadPool().getMaxConcurrency(), 1u)
             : 1;
}

size_t weft::countSlots(MLIRContext *context) {
  // One that is made and one that waits to be taken.
  return 2 * countThreads(context);
}

namespace {
class InOrder {
public:
  InOrder(size_t count, size_t slots,
          llvm::function_ref<void(size_t, size_t)> make,
          llvm::function_ref<LogicalResult(size_t)> take)
      : count(count), slots(slots), make(make), take(take), isMade(slots) {}

  /// What each thread does.
  void work() {
    std::unique_lock<std::mutex> lock(mutex);
    while (next < count && succeeded(result)) {
      size_t number = next++;
      taken.wait(lock, [&] { return number < numTaken + slots; });
      lock.unlock();
      make(number, number % slots);
      lock.lock();
      isMade[number % slots] = true;
      if (!isTaking)
        takeMade(lock);
    }
  }

  LogicalResult getResult() const { return result; }

private:
  /// Until the next one is not made yet.
  void takeMade(std::unique_lock<std::mutex> &lock) {
    isTaking = true;
    for (size_t slot; isMade[slot = numTaken % slots];) {
      if (succeeded(result)) {
        lock.unlock();
        LogicalResult done = take(slot);
        lock.lock();
        result = done;
      }
      isMade[slot] = false;
      ++numTaken;
      taken.notify_all();
    }
    isTaking = false;
  }

  const size_t count, slots;
  llvm::function_ref<void(size_t, size_t)> make;
  llvm::function_ref<LogicalResult(size_t)> take;
  std::mutex mutex;
  std::condition_variable taken;
  /// Guarded by the mutex: the next number to make, and those that were taken.
  size_t next = 0, numTaken = 0;
  std::vector<bool> isMade;
  bool isTaking = false;
  LogicalResult result = success();
};
} // namespace

LogicalResult
weft::forEachInOrder(MLIRContext *context, size_t count, size_t slots,
                     llvm::function_ref<void(size_t, size_t)> make,
                     llvm::function_ref<LogicalResult(size_t)> take) {
  InOrder pieces(count, slots, make, take);
  parallelFor(context, 0, countThreads(context),
              [&](size_t) { pieces.work(); });
  return pieces.getResult();
}
