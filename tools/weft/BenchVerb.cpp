// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft bench: latency in this process, cold start and memory in a fresh one that holds nothing but the runtime.

#include "tools/weft/Ceilings.h"
#include "tools/weft/Execution.h"
#include "tools/weft/InputFlags.h"
#include "tools/weft/LanguageBench.h"
#include "tools/weft/Model.h"
#include "tools/weft/Progress.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include <chrono>
#include <ctime>
#include <numeric>

using namespace mlir;
using namespace weft;

namespace {
/// A folder that goes with everything in it.
class TemporaryFolder {
public:
  TemporaryFolder() {
    failed = static_cast<bool>(
        llvm::sys::fs::createUniqueDirectory("weft-bench", path));
  }
  ~TemporaryFolder() {
    if (!failed)
      (void)llvm::sys::fs::remove_directories(path);
  }
  std::string getPath(const Twine &name) const {
    return (path + "/" + name).str();
  }
  bool hasFailed() const { return failed; }

private:
  SmallString<64> path;
  bool failed;
};

struct Figures {
  double min = 0, median = 0, p99 = 0, coldStart = 0, peakRss = 0;
  size_t runs = 0;
};

class BenchVerb : public Verb {
public:
  StringRef getName() const override { return "bench"; }
  StringRef getSummary() const override {
    return "Measures latency, cold start and memory.";
  }
  StringRef getUsage() const override {
    return "MODEL [--input NAME=VALUE]...";
  }
  StringRef getExamples() const override {
    return "  weft bench resnet50.wm --threads 1\n"
           "  weft bench bert.onnx --input ids=random:1x128 --seconds 5 "
           "--json\n"
           "  weft bench smollm2.gguf --prompt-tokens 128 --generate 64\n";
  }

  void addFlags(FlagSet &set) override {
    inputFlags.addTo(set);
    set.beginGroup("measuring");
    set.addNumber("--threads", "N", threads, 1,
                  "by default as many as affinity and control groups grant");
    set.addNumber("--seconds", "S", seconds,
                  "how long latency is measured, 3 by default");
    set.addSwitch("--json", json, "the same facts for machines");
    set.addText("--code-dir", "DIR", codeDirectory,
                "also write the code there, where perf and gdb find its names");
    language.addTo(set);
    flags.addTo(set);
  }
  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;

private:
  ExitStatus measure(Execution &execution, llvm::ArrayRef<Tensor> inputs,
                     const std::string &module);
  ExitStatus measureLatency(Execution &execution, Figures &figures);
  ExitStatus measureColdStart(const Signature &signature,
                              llvm::ArrayRef<Tensor> inputs,
                              const std::string &module, int threads,
                              Figures &figures);
  void print(Execution &execution, const Figures &figures);

  ModelFlags flags;
  InputFlags inputFlags;
  LanguageBench language;
  TemporaryFolder folder;
  double seconds = 3, compileSeconds = -1;
  std::string codeDirectory;
  int threads = 0;
  bool json = false;
};
} // namespace

ExitStatus BenchVerb::measureLatency(Execution &execution, Figures &figures) {
  using Clock = std::chrono::steady_clock;
  auto milliseconds = [](Clock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
  };
  if (ExitStatus status = execution.run(); status != ExitStatus::Done)
    return status;
  std::vector<double> latencies;
  Clock::time_point begin = Clock::now();
  do {
    Clock::time_point before = Clock::now();
    if (ExitStatus status = execution.run(); status != ExitStatus::Done)
      return status;
    latencies.push_back(milliseconds(Clock::now() - before));
  } while (milliseconds(Clock::now() - begin) < seconds * 1000 ||
           latencies.size() < 3);
  std::sort(latencies.begin(), latencies.end());
  figures.runs = latencies.size();
  figures.min = latencies.front();
  figures.median = latencies[latencies.size() / 2];
  figures.p99 =
      latencies[std::min(latencies.size() - 1, latencies.size() * 99 / 100)];
  return ExitStatus::Done;
}

ExitStatus BenchVerb::measureColdStart(const Signature &signature,
                                       llvm::ArrayRef<Tensor> inputs,
                                       const std::string &module, int threads,
                                       Figures &figures) {
  static int anchor;
  std::string self = llvm::sys::fs::getMainExecutable("weft", &anchor);
  SmallString<128> program(llvm::sys::path::parent_path(self));
  llvm::sys::path::append(program, "weft-cold");
  std::vector<std::string> arguments = {program.str().str(), "", module,
                                        std::to_string(threads)};
  for (auto [i, tensor] : llvm::enumerate(inputs)) {
    if (tensor.isNull())
      continue;
    const Argument &argument = signature.inputs[i];
    std::string file = folder.getPath("input" + Twine(i));
    std::error_code error;
    llvm::raw_fd_ostream stream(file, error);
    stream.write(tensor.getData(), tensor.getSizeBytes());
    stream.close();
    if (error || stream.error())
      return reportError(ExitStatus::BadInput, "cannot write '" + file + "'");
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
    figures.peakRss = std::max(figures.peakRss, kb / 1024);
  }
  figures.coldStart = *llvm::min_element(starts);
  return ExitStatus::Done;
}

/// The sum of a figure of all dispatches, from the module's manifest.
static double sumDispatches(Execution &execution, StringRef figure) {
  size_t size = 0;
  const char *text = weft_program_manifest(execution.getProgram(), &size);
  llvm::Expected<llvm::json::Value> manifest =
      llvm::json::parse(StringRef(text, size));
  if (!manifest) {
    llvm::consumeError(manifest.takeError());
    return 0;
  }
  double sum = 0;
  if (const llvm::json::Array *dispatches =
          manifest->getAsObject()->getArray("dispatches"))
    for (const llvm::json::Value &dispatch : *dispatches)
      sum += dispatch.getAsObject()->getNumber(figure).value_or(0);
  return sum;
}

void BenchVerb::print(Execution &execution, const Figures &figures) {
  double gflops = sumDispatches(execution, "flops") / figures.median / 1e6,
         gigabytes = sumDispatches(execution, "bytes") / figures.median / 1e6;
  std::string level = weft_program_level(execution.getProgram());
  Ceilings ceilings = measureCeilings(execution.getThreads());
  if (json) {
    llvm::json::OStream stream(llvm::outs());
    stream.object([&] {
      stream.attributeObject("latency_ms", [&] {
        stream.attribute("min", figures.min);
        stream.attribute("median", figures.median);
        stream.attribute("p99", figures.p99);
      });
      stream.attribute("runs", static_cast<int64_t>(figures.runs));
      stream.attribute("cold_start_ms", figures.coldStart);
      stream.attribute("peak_rss_mb", figures.peakRss);
      stream.attribute("compile_s", compileSeconds < 0
                                        ? llvm::json::Value(nullptr)
                                        : llvm::json::Value(compileSeconds));
      stream.attribute("threads", execution.getThreads());
      stream.attribute("target", "cpu");
      stream.attribute("level", level);
      stream.attribute("gflops", gflops);
      stream.attribute("gigabytes_per_second", gigabytes);
      stream.attributeObject("ceilings", [&] {
        stream.attribute("gflops", ceilings.gflops);
        stream.attribute("gigabytes_per_second", ceilings.gigabytesPerSecond);
      });
    });
    llvm::outs() << '\n';
    return;
  }
  llvm::outs() << llvm::format("latency      min %.3f ms, median %.3f ms, p99 "
                               "%.3f ms (%zu runs)\n",
                               figures.min, figures.median, figures.p99,
                               figures.runs)
               << llvm::format("cold start   %.1f ms (a fresh process, from "
                               "its start to the end of the first call)\n",
                               figures.coldStart)
               << llvm::format("peak memory  %.1f MB (of that process)\n",
                               figures.peakRss)
               << llvm::format("throughput   %.1f GFLOP/s, %.1f GB/s by the "
                               "compiler's count of static shapes\n",
                               gflops, gigabytes)
               << llvm::format("ceilings     %.1f GFLOP/s of multiply-adds, "
                               "%.1f GB/s from memory, measured now\n",
                               ceilings.gflops, ceilings.gigabytesPerSecond)
               << "threads      " << execution.getThreads() << ", level "
               << level << '\n';
  if (compileSeconds >= 0)
    llvm::outs() << llvm::format("compiled in  %.2f s\n", compileSeconds);
}

ExitStatus BenchVerb::measure(Execution &execution,
                              llvm::ArrayRef<Tensor> inputs,
                              const std::string &module) {
  Figures figures;
  if (ExitStatus status = execution.setInputs(inputs);
      status != ExitStatus::Done)
    return status;
  progress::show("measuring latency");
  if (ExitStatus status = measureLatency(execution, figures);
      status != ExitStatus::Done)
    return status;
  progress::show("measuring cold start");
  if (ExitStatus status =
          measureColdStart(execution.getSignature(), inputs, module,
                           execution.getThreads(), figures);
      status != ExitStatus::Done)
    return status;
  progress::clear();
  print(execution, figures);
  return ExitStatus::Done;
}

ExitStatus BenchVerb::run(llvm::ArrayRef<std::string> arguments) {
  if (folder.hasFailed())
    return reportError(ExitStatus::BadInput,
                       "cannot make a temporary folder; set TMPDIR");
  std::string path = arguments.front();
  if (language.isWanted()) {
    LanguageModel model(flags);
    model.setCodeDirectory(codeDirectory);
    ExitStatus status = model.open(path, threads);
    return status == ExitStatus::Done ? language.run(model, seconds, json)
                                      : status;
  }
  llvm::Expected<ModelFormat> format = detectModelFormat(path);
  if (!format)
    return reportError(ExitStatus::BadInput, format.takeError());
  MLIRContext context;
  Signature signature;
  std::optional<Model> model;
  if (*format != ModelFormat::Module) {
    model.emplace(flags);
    if (ExitStatus status = model->import(path); status != ExitStatus::Done)
      return status;
    FuncOp entry = model->findEntry();
    if (!entry)
      return reportError(
          ExitStatus::BadInput,
          path + ": expected a function 'main' or one public function");
    signature = describeFunction(entry);
    if (ExitStatus status = model->compile(); status != ExitStatus::Done)
      return status;
    path = folder.getPath("model.wm");
    progress::show("writing the module");
    if (llvm::Error error = model->getWriter().write(path))
      return reportError(ExitStatus::BadInput, std::move(error));
    compileSeconds = model->getCompileSeconds();
  }
  MLIRContext &types = model ? model->getContext() : context;
  Execution execution(types);
  execution.setCodeDirectory(codeDirectory);
  if (ExitStatus status = execution.openFile(path, threads);
      status != ExitStatus::Done)
    return status;
  llvm::Expected<std::vector<Tensor>> inputs = makeInputs(
      model ? signature : execution.getSignature(), inputFlags, types);
  if (!inputs)
    return reportError(ExitStatus::BadInput, inputs.takeError());
  return measure(execution, *inputs, path);
}

std::unique_ptr<Verb> weft::createBenchVerb() {
  return std::make_unique<BenchVerb>();
}
