// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The runtime's profile of each call, one call after the other; the first finds
// nothing in the caches and does not count.

#include "tools/weft/DispatchTimes.h"
#include "tools/weft/Estimate.h"
#include "tools/weft/InputFlags.h"
#include "llvm/ADT/STLExtras.h"
#include <chrono>
#include <map>

using namespace weft;

namespace {
constexpr size_t kLeastCalls = 3, kMostCalls = 1000;

/// Sizes of inputs, and shapes of the states whose dimensions are known: without
/// one, or without elements, a state begins as the session decides.
InputFlags chooseShapes(const Signature &signature, const NamedSizes &sizes) {
  InputFlags flags;
  flags.sizes = sizes;
  for (const Argument &argument : signature.inputs) {
    std::string shape;
    bool isKnown = !argument.state.empty(), isOpen = false;
    for (auto [size, symbol] : llvm::zip(argument.dims, argument.symbols)) {
      int64_t known = size;
      if (size < 0) {
        isOpen = true;
        auto it = sizes.find(symbol);
        known = it != sizes.end() ? it->second : 0;
      }
      isKnown &= known > 0;
      shape += (shape.empty() ? "" : ",") + std::to_string(known);
    }
    if (isKnown && isOpen)
      flags.inputs.push_back(argument.name + "=random:" + shape);
  }
  return flags;
}

/// The times of calls of one function.
struct CallTimes {
  std::vector<double> whole;
  std::map<int32_t, std::vector<double>> dispatches;
};

ExitStatus recordCalls(Execution &execution, llvm::ArrayRef<Tensor> inputs,
                       double seconds, CallTimes &times) {
  using Clock = std::chrono::steady_clock;
  auto isState = [](const Argument &argument) {
    return !argument.state.empty();
  };
  bool hasStates = llvm::any_of(execution.getSignature().inputs, isState);
  Clock::time_point begin = Clock::now();
  for (size_t call = 0; call <= kMostCalls; ++call) {
    if (call > kLeastCalls &&
        std::chrono::duration<double>(Clock::now() - begin).count() > seconds)
      break;
    // A call changes the states.
    if (call == 0 || hasStates)
      if (ExitStatus status = execution.setInputs(inputs);
          status != ExitStatus::Done)
        return status;
    if (ExitStatus status = execution.run(); status != ExitStatus::Done)
      return status;
    std::map<int32_t, double> sums;
    execution.visitProfile([&](const WeftProfileEvent &event) {
      sums[event.dispatch] += static_cast<double>(event.durationNs) * 1e-9;
    });
    if (call == 0)
      continue;
    for (auto [dispatch, sum] : sums)
      if (dispatch < 0)
        times.whole.push_back(sum);
      else
        times.dispatches[dispatch].push_back(sum);
  }
  return ExitStatus::Done;
}
} // namespace

ExitStatus weft::timeCalls(Execution &execution, llvm::StringRef function,
                           llvm::ArrayRef<Tensor> inputs, double seconds,
                           DispatchTimes &times) {
  CallTimes calls;
  if (ExitStatus status = execution.startProfile(); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = recordCalls(execution, inputs, seconds, calls);
      status != ExitStatus::Done)
    return status;
  times.threads = execution.getThreads();
  if (!calls.whole.empty())
    times.calls.emplace_back(function,
                             computeQuantile(std::move(calls.whole), 0.5));
  for (auto &[dispatch, each] : calls.dispatches) {
    if (times.seconds.size() <= static_cast<size_t>(dispatch))
      times.seconds.resize(dispatch + 1);
    times.seconds[dispatch] = computeQuantile(std::move(each), 0.5);
  }
  return ExitStatus::Done;
}

ExitStatus weft::timeDispatches(std::shared_ptr<MappedFile> module,
                                llvm::ArrayRef<std::string> functions,
                                const NamedSizes &sizes, int threads,
                                double seconds, mlir::MLIRContext &context,
                                DispatchTimes &times) {
  for (const std::string &function : functions) {
    Execution execution(context);
    execution.setFunction(function);
    if (ExitStatus status = execution.openMemory(module, threads);
        status != ExitStatus::Done)
      return status;
    const Signature &signature = execution.getSignature();
    llvm::Expected<std::vector<Tensor>> inputs =
        makeInputs(signature, chooseShapes(signature, sizes), context);
    if (!inputs)
      return reportError(ExitStatus::BadInput, inputs.takeError());
    if (ExitStatus status =
            timeCalls(execution, function, *inputs, seconds, times);
        status != ExitStatus::Done)
      return status;
  }
  return ExitStatus::Done;
}
