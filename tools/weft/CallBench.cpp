// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Latency is measured before anything is recorded, which costs time.

#include "tools/weft/CallBench.h"
#include "lib/Support/OutputFile.h"
#include "tools/weft/EnergyMeter.h"
#include "tools/weft/LatencyDistribution.h"
#include "tools/weft/ModelAnalysis.h"
#include "tools/weft/PeerComparison.h"
#include "tools/weft/Progress.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

#include <chrono>
#include <ctime>

using namespace mlir;
using namespace weft;
using llvm::json::Array;
using llvm::json::Object;

static constexpr size_t kLeastCalls = 3;

/// Appends milliseconds of calls for about so many seconds.
static ExitStatus repeat(Execution &execution, double seconds,
                         std::vector<double> &latencies) {
  using Clock = std::chrono::steady_clock;
  auto milliseconds = [](Clock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
  };
  Clock::time_point begin = Clock::now();
  size_t first = latencies.size();
  do {
    Clock::time_point before = Clock::now();
    if (ExitStatus status = execution.run(); status != ExitStatus::Done)
      return status;
    latencies.push_back(milliseconds(Clock::now() - before));
  } while (milliseconds(Clock::now() - begin) < seconds * 1000 ||
           latencies.size() - first < kLeastCalls);
  return ExitStatus::Done;
}

ExitStatus CallBench::open(StringRef path, Model *imported, Object &facts) {
  if (folder.hasFailed())
    return reportError(ExitStatus::BadInput,
                       "cannot make a temporary folder; set TMPDIR");
  model = imported;
  module = path.str();
  MLIRContext &types = model ? model->getContext() : ownContext;
  execution.emplace(types);
  if (model) {
    FuncOp entry = model->findEntry();
    if (!entry)
      return reportError(
          ExitStatus::BadInput,
          path + ": expected a function 'main' or one public function");
    signature = describeFunction(entry);
    function = entry.getName().str();
    if (ExitStatus status = model->compile(); status != ExitStatus::Done)
      return status;
    module = folder.getPath("model.wm");
    progress::show("writing the module");
    if (llvm::Error error = model->getWriter().write(module))
      return reportError(ExitStatus::BadInput, std::move(error));
    facts["compile_s"] = model->getCompileSeconds();
  } else {
    facts["compile_s"] = nullptr;
  }
  execution->setCodeDirectory(options.codeDirectory);
  if (ExitStatus status = execution->openFile(module, options.threads.front());
      status != ExitStatus::Done)
    return status;
  if (!model)
    signature = execution->getSignature();
  llvm::Expected<std::vector<Tensor>> made =
      makeInputs(signature, options.inputs, types);
  if (!made)
    return reportError(ExitStatus::BadInput, made.takeError());
  inputs = std::move(*made);
  return execution->setInputs(inputs);
}

ExitStatus CallBench::measureLatency(Object &facts) {
  progress::show("measuring latency");
  // The first one finds nothing in the caches.
  if (ExitStatus status = execution->run(); status != ExitStatus::Done)
    return status;
  std::vector<double> latencies;
  EnergyMeter meter(options.powercap);
  meter.start();
  if (ExitStatus status = repeat(*execution, options.seconds, latencies);
      status != ExitStatus::Done)
    return status;
  std::optional<double> joules = meter.stop();
  LatencyDistribution distribution(std::move(latencies));
  auto runs = static_cast<double>(distribution.getCount());
  median = distribution.getQuantile(0.5);
  facts["latency_ms"] = distribution.describe();
  facts["histogram"] = distribution.describeHistogram();
  facts["runs"] = static_cast<int64_t>(distribution.getCount());
  facts["calls_per_s"] = 1000 / median;
  if (joules)
    facts["energy_j_per_call"] = *joules / runs;
  else
    facts["energy_obstacle"] = meter.getObstacle();
  return ExitStatus::Done;
}

ExitStatus CallBench::measureColdStart(Object &facts) {
  progress::show("measuring cold start");
  static int anchor;
  std::string self = llvm::sys::fs::getMainExecutable("weft", &anchor);
  SmallString<128> program(llvm::sys::path::parent_path(self));
  llvm::sys::path::append(program, "weft-cold");
  std::vector<std::string> arguments = {
      program.str().str(), "", module, std::to_string(execution->getThreads())};
  const Signature &taken = execution->getSignature();
  for (auto [i, tensor] : llvm::enumerate(inputs)) {
    if (tensor.isNull())
      continue;
    const Argument &argument = taken.inputs[i];
    std::string file = folder.getPath("input" + Twine(i));
    if (llvm::Error error = writeWholeFile(
            file, StringRef(tensor.getData(),
                            static_cast<size_t>(tensor.getSizeBytes()))))
      return reportError(ExitStatus::BadInput, std::move(error));
    arguments.insert(arguments.end(),
                     {argument.state.empty() ? "input" : "state",
                      argument.state.empty() ? argument.name : argument.state,
                      std::to_string(getDtype(argument.elementType)), file,
                      std::to_string(tensor.getRank())});
    for (int64_t dim : tensor.getDims())
      arguments.push_back(std::to_string(dim));
  }
  std::string output = folder.getPath("cold");
  std::vector<double> starts;
  double peakMegabytes = 0;
  // The first one may find the file's pages gone; the best of a few is the program's own time.
  for (int round = 0; round < 3; ++round) {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    arguments[1] =
        std::to_string(int64_t(now.tv_sec) * 1000000000 + now.tv_nsec);
    SmallVector<StringRef> texts(arguments.begin(), arguments.end());
    std::string message;
    std::optional<StringRef> redirects[] = {std::nullopt, StringRef(output),
                                            std::nullopt};
    if (llvm::sys::ExecuteAndWait(program, texts, std::nullopt, redirects, 0, 0,
                                  &message) != 0)
      return reportError(ExitStatus::BadInput,
                         "the cold start in " + program + " failed" +
                             (message.empty() ? "" : ": " + message));
    auto text = llvm::MemoryBuffer::getFile(output);
    auto [milliseconds, kilobytes] =
        (text ? (*text)->getBuffer() : StringRef()).trim().split(' ');
    double start, kb;
    if (milliseconds.getAsDouble(start) || kilobytes.getAsDouble(kb))
      return reportError(ExitStatus::Internal,
                         program + " has said nothing that can be read");
    starts.push_back(start);
    peakMegabytes = std::max(peakMegabytes, kb / 1024);
  }
  facts["cold_start_ms"] = *llvm::min_element(starts);
  facts["peak_rss_mb"] = peakMegabytes;
  return ExitStatus::Done;
}

/// Sizes that the inputs give to names.
static NamedSizes findSizes(const Signature &signature,
                            ArrayRef<Tensor> inputs) {
  NamedSizes sizes;
  for (auto [argument, tensor] : llvm::zip(signature.inputs, inputs))
    for (auto [i, symbol] : llvm::enumerate(argument.symbols))
      if (!tensor.isNull() && argument.dims[i] < 0 && !symbol.empty())
        sizes[symbol] = tensor.getDim(i);
  return sizes;
}

/// What the manifest of a module says of its dispatches, by static shapes.
static std::vector<RooflinePoint> readPoints(WeftProgram *program,
                                             const DispatchTimes &times) {
  size_t size = 0;
  const char *text = weft_program_manifest(program, &size);
  llvm::Expected<llvm::json::Value> manifest =
      llvm::json::parse(StringRef(text, size));
  std::vector<RooflinePoint> points;
  if (!manifest) {
    llvm::consumeError(manifest.takeError());
    return points;
  }
  RooflinePoint call{"a whole call", 0, 0, 0, true};
  if (const Array *dispatches = manifest->getAsObject()->getArray("dispatches"))
    for (auto [i, each] : llvm::enumerate(*dispatches)) {
      double seconds = i < times.seconds.size() ? times.seconds[i] : 0;
      // Of other functions.
      if (seconds == 0)
        continue;
      const Object &dispatch = *each.getAsObject();
      StringRef node = dispatch.getString("node").value_or("");
      points.push_back(
          {(node.empty() ? dispatch.getString("name").value_or("") : node)
               .str(),
           dispatch.getNumber("flops").value_or(0),
           dispatch.getNumber("bytes").value_or(0), seconds});
      call.operations += points.back().operations;
      call.bytes += points.back().bytes;
    }
  points.push_back(call);
  return points;
}

ExitStatus CallBench::measureDispatches(Object &facts) {
  progress::show("measuring dispatches");
  DispatchTimes times;
  if (ExitStatus status = timeCalls(*execution, function, inputs,
                                    std::min(options.seconds, 1.0), times);
      status != ExitStatus::Done)
    return status;
  progress::show("measuring what the processor can do");
  const Ceilings &here = ceilings.get(execution->getThreads());
  if (model) {
    ModelAnalysis analysis(model->getModule(), {},
                           findSizes(signature, inputs));
    analysis.setTimes(here, times);
    points = analysis.getPoints();
    facts["least_ms"] = analysis.getLimit(function) * 1e3;
    facts["counted"] = "by the sizes of the inputs";
  } else {
    points = readPoints(execution->getProgram(), times);
    facts["counted"] = "by static shapes";
  }
  double operations = 0, bytes = 0;
  for (RooflinePoint &point : points)
    if (point.isCall) {
      operations = point.operations;
      bytes = point.bytes;
      // Recording has a price.
      point.seconds = median * 1e-3;
    }
  facts["dispatch_times"] = describePoints(points);
  facts["gflops"] = operations / median / 1e6;
  facts["gigabytes_per_second"] = bytes / median / 1e6;
  facts["ceilings"] = describeCeilings(here);
  return ExitStatus::Done;
}

ExitStatus CallBench::findBatchDim() {
  std::set<std::string> candidates;
  for (const Argument &argument : signature.inputs)
    if (argument.state.empty())
      for (auto [i, symbol] : llvm::enumerate(argument.symbols))
        if (argument.dims[i] < 0 && !symbol.empty() &&
            (options.batchDim.empty() ? i == 0 : symbol == options.batchDim))
          candidates.insert(symbol);
  if (candidates.size() == 1) {
    batchDim = *candidates.begin();
    return ExitStatus::Done;
  }
  std::string text;
  for (const Argument &argument : signature.inputs)
    text +=
        (text.empty() ? "" : ", ") + argument.name + " " + argument.describe();
  return reportError(
      ExitStatus::BadInput,
      "--batch needs one open dimension" +
          (options.batchDim.empty() ? Twine(", the first of the inputs")
                                    : " '" + options.batchDim + "'") +
          ", the model has " + text +
          (candidates.empty() ? "; export it with an open batch"
                              : "; say which one with --batch-dim"));
}

std::vector<Tensor> CallBench::resize(int batch) const {
  std::vector<Tensor> resized(inputs);
  for (auto [number, argument] : llvm::enumerate(signature.inputs)) {
    if (resized[number].isNull())
      continue;
    SmallVector<int64_t> dims(resized[number].getDims());
    bool isChanged = false;
    for (auto [i, symbol] : llvm::enumerate(argument.symbols))
      if (argument.dims[i] < 0 && symbol == batchDim) {
        isChanged |= dims[i] != batch;
        dims[i] = batch;
      }
    if (isChanged)
      resized[number] = makeRandom(argument, dims, number);
  }
  return resized;
}

ExitStatus CallBench::measurePoint(Execution &each, int batch, Array &sweep) {
  std::vector<Tensor> sized = batch ? resize(batch) : inputs;
  for (auto [argument, before, after] :
       llvm::zip(signature.inputs, inputs, sized))
    if (after.isNull() && !before.isNull())
      return reportError(ExitStatus::BadInput,
                         "no memory for input '" + argument.name +
                             "' with a batch of " + Twine(batch));
  if (ExitStatus status = each.setInputs(sized); status != ExitStatus::Done)
    return status;
  std::vector<double> latencies;
  if (ExitStatus status = each.run(); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = repeat(each, options.seconds, latencies);
      status != ExitStatus::Done)
    return status;
  LatencyDistribution distribution(std::move(latencies));
  double middle = distribution.getQuantile(0.5);
  Object point{{"threads", each.getThreads()},
               {"median_ms", middle},
               {"min_ms", distribution.getMin()},
               {"p99_ms", distribution.getQuantile(0.99)},
               {"runs", static_cast<int64_t>(distribution.getCount())},
               {"calls_per_s", 1000 / middle}};
  if (batch) {
    point["batch"] = batch;
    point["items_per_s"] = 1000 * batch / middle;
  }
  sweep.push_back(std::move(point));
  return ExitStatus::Done;
}

ExitStatus CallBench::measureSweep(Object &facts) {
  if (options.batches.empty() && options.threads.size() == 1)
    return ExitStatus::Done;
  if (!options.batches.empty())
    if (ExitStatus status = findBatchDim(); status != ExitStatus::Done)
      return status;
  Array sweep;
  std::vector<int> batches = options.batches;
  if (batches.empty())
    batches.push_back(0);
  for (int threads : options.threads) {
    Execution each(model ? model->getContext() : ownContext);
    if (ExitStatus status = each.openFile(module, threads);
        status != ExitStatus::Done)
      return status;
    for (int batch : batches) {
      progress::show("measuring " + Twine(each.getThreads()) + " threads" +
                     (batch ? ", batch " + Twine(batch) : Twine()));
      if (ExitStatus status = measurePoint(each, batch, sweep);
          status != ExitStatus::Done)
        return status;
    }
  }
  facts["sweep"] = std::move(sweep);
  return ExitStatus::Done;
}

ExitStatus CallBench::run(StringRef path, Model *imported, Object &facts) {
  if (ExitStatus status = open(path, imported, facts);
      status != ExitStatus::Done)
    return status;
  facts["threads"] = execution->getThreads();
  facts["target"] = "cpu";
  facts["level"] = std::string(weft_program_level(execution->getProgram()));
  using Step = ExitStatus (CallBench::*)(Object &);
  for (Step step : {&CallBench::measureLatency, &CallBench::measureColdStart,
                    &CallBench::measureSweep})
    if (ExitStatus status = (this->*step)(facts); status != ExitStatus::Done)
      return status;
  if (!options.peers.empty())
    if (ExitStatus status = comparePeers(
            options, path, execution->getThreads(), signature, inputs, folder,
            [&](double seconds, TurnTimes &times) {
              return repeat(*execution, seconds, times.calls);
            },
            facts);
        status != ExitStatus::Done)
      return status;
  ExitStatus status = measureDispatches(facts);
  progress::clear();
  return status;
}
