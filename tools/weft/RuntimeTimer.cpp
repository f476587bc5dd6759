// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The functions take turns, so that a slow moment of the machine meets all of
// them, and the least time of each counts: nothing makes code run faster than
// it can.

#include "tools/weft/RuntimeTimer.h"
#include "tools/weft/Execution.h"
#include "tools/weft/InputFlags.h"
#include <chrono>
#include <limits>
#include <sched.h>

using namespace weft;

namespace {
using Clock = std::chrono::steady_clock;

/// At least so many rounds, however long they take.
constexpr int kLeastRounds = 3;
/// More than the caches before the last level hold.
constexpr size_t kFlushBytes = 8 << 20;

double secondsSince(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Keeps this thread on the processor that it is on.
class Pin {
public:
  Pin() {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    isSet = sched_getaffinity(0, sizeof(before), &before) == 0 &&
            sched_setaffinity(0, sizeof(one), &one) == 0;
  }
  ~Pin() {
    if (isSet)
      sched_setaffinity(0, sizeof(before), &before);
  }

private:
  cpu_set_t before;
  bool isSet;
};

/// Reads so much else that weights and inputs come from farther away, as in a
/// model whose other kernels ran in between.
class Flush {
public:
  void operator()() {
    for (size_t i = 0; i < bytes.size(); i += 64)
      sum = sum + bytes[i];
  }

private:
  std::vector<char> bytes = std::vector<char>(kFlushBytes, 1);
  volatile int sum = 0;
};
} // namespace

llvm::Expected<std::vector<double>>
RuntimeTimer::time(llvm::ArrayRef<Function> functions, double seconds,
                   bool cold) {
  auto fail = [](const Function &function) {
    return llvm::createStringError("cannot time the function '" +
                                   function.name + "' of what was compiled");
  };
  std::vector<std::unique_ptr<Execution>> executions;
  for (const Function &function : functions) {
    auto execution = std::make_unique<Execution>(context);
    if (!function.name.empty())
      execution->setFunction(function.name);
    if (execution->openMemory(function.module, /*threads=*/1) !=
        ExitStatus::Done)
      return fail(function);
    llvm::Expected<std::vector<Tensor>> inputs =
        makeInputs(execution->getSignature(), InputFlags(), context);
    if (!inputs)
      return inputs.takeError();
    if (execution->setInputs(*inputs) != ExitStatus::Done ||
        execution->run() != ExitStatus::Done)
      return fail(function);
    executions.push_back(std::move(execution));
  }
  std::vector<double> times(functions.size(),
                            std::numeric_limits<double>::infinity());
  Pin pin;
  Flush flush;
  Clock::time_point begin = Clock::now();
  for (int round = 0; round < kLeastRounds || secondsSince(begin) < seconds;
       ++round)
    for (size_t i = 0; i < functions.size(); ++i) {
      if (cold)
        flush();
      Clock::time_point before = Clock::now();
      if (executions[i]->run() != ExitStatus::Done)
        return fail(functions[i]);
      times[i] = std::min(times[i], secondsSince(before));
    }
  return times;
}
