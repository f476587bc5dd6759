// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft optimize: a model with smaller weights.

#include "lib/Optimizer/Calibrator.h"
#include "lib/Optimizer/Optimizer.h"
#include "tools/weft/Model.h"
#include "tools/weft/Progress.h"
#include "llvm/Support/Format.h"

using namespace mlir;
using namespace weft;

namespace {
class OptimizeVerb : public Verb {
public:
  StringRef getName() const override { return "optimize"; }
  StringRef getSummary() const override {
    return "Makes the weights of a model smaller.";
  }
  StringRef getUsage() const override { return "MODEL -o FILE.ir"; }
  StringRef getExamples() const override {
    return "  weft optimize model.gguf -o model-int8.ir\n"
           "  weft optimize model.gguf -o model-int4.ir --precision int4 "
           "--group-size 64 --method search\n"
           "  weft optimize model.onnx -o model-bf16.ir --precision bf16\n"
           "  weft optimize model.gguf -o model-sparse.ir --prune wanda "
           "--pattern 2:4 --calibrate tokens.npy\n";
  }

  void addFlags(FlagSet &set) override {
    set.addText("-o", "FILE.ir", output, "where the result goes");
    set.addText("--output", "FILE.ir", output, "the same");
    set.addChoice("--precision", options.precision, kOptimizePrecisions,
                  "what weights are stored in; int8 by default, same where "
                  "something is pruned");
    set.add({"--group-size",
             "N|channel",
             "weights of a row that share a scale; 128 by default, channel for "
             "all of a row",
             {},
             [this](StringRef text) { return parseGroup(text); }});
    set.addChoice("--method", options.method, kOptimizeMethods,
                  "how weights are rounded: rtn by the largest ones, search by "
                  "the least error, gptq so that others make up for it (with "
                  "--calibrate); by default search for 5 bits and fewer");
    set.addText("--calibrate", "FILE.npy", options.calibration,
                "token ids, or a model's only input: errors count by how strong "
                "the inputs are");
    set.addNumber("--calibrate-samples", "N", options.samples, 1,
                  "so many texts of 512 tokens, or inputs; 128 by default");
    set.addText("--statistics", "FILE", options.statistics,
                "keep what --calibrate found, added to what the file has; "
                "without --calibrate, use it");
    set.addSwitch("--asymmetric", isAsymmetric, "with zero points");
    set.addSwitch("--clip", options.clips,
                  "with rtn: also scales that the largest weights fall out of");
    set.addChoice("--embeddings", options.embeddings, kOptimizeEmbeddings,
                  "of integers: embeddings, and heads that are tied to them, in "
                  "as many bits as other weights (same, the default) or in 8");
    set.addChoice("--activations", options.activations, kOptimizeActivations,
                  "what quantized weights are multiplied with; bf16 by default");
    set.addChoice("--prune", options.pruning.method, kPruningMethods,
                  "weights of linear layers become zero before they are "
                  "stored: the smallest (magnitude), by their inputs too "
                  "(wanda, with --calibrate), or so that others make up for "
                  "them (sparsegpt, with --calibrate)");
    set.addNumber("--sparsity", "SHARE", options.pruning.sparsity,
                  "of zeros among a layer's weights; 0.5 by default");
    set.addText("--pattern", "PATTERN", options.pruning.pattern,
                "unstructured (default), N:M such as 2:4, of 4 neighbours 2 "
                "stay, or blocks of outputs and inputs such as 1x16");
    set.addNumber("--prune-channels", "SHARE", options.pruning.channels,
                  "of channels of feed-forward layers and convolutions go, so "
                  "that shapes shrink; by the inputs with --calibrate");
    set.addNumber("--prune-heads", "SHARE", options.pruning.heads,
                  "of heads of attention go with their keys and values, "
                  "rounded down");
    set.addText("--skip", "REGEX", options.skip, "weights that stay as they are");
    set.addSwitch("--requantize", options.requantize,
                  "also where weights were quantized to more bits before");
    set.addSwitch("--explain", explains, "every weight, and why others stay");
    set.addSwitch("--json", json, "the table for machines");
    flags.addImportFlags(set);
  }

  ExitStatus run(llvm::ArrayRef<std::string> arguments) override;

private:
  llvm::Error parseGroup(StringRef text) {
    if (text == "channel") {
      options.group = 0;
      return llvm::Error::success();
    }
    if (text.getAsInteger(10, options.group) || options.group <= 0)
      return llvm::createStringError(
          "--group-size expects a whole number of at least 1, or channel, "
          "found '" +
          text + "'");
    return llvm::Error::success();
  }

  ExitStatus checkFlags(StringRef path);
  ExitStatus findStatistics(StringRef path);
  ExitStatus calibrate(StringRef path);
  void print(const OptimizeReport &report);

  ModelFlags flags;
  OptimizeOptions options;
  std::string output;
  std::shared_ptr<Statistics> statistics;
  bool isAsymmetric = false, explains = false, json = false;
};
} // namespace

ExitStatus OptimizeVerb::checkFlags(StringRef path) {
  if (output.empty())
    return reportError(ExitStatus::WrongUsage, "expected -o FILE.ir");
  options.isSymmetric = !isAsymmetric;
  if (llvm::Error error = checkOptions(options, "--"))
    return reportError(ExitStatus::WrongUsage, std::move(error));
  return checkOutput(path, output);
}

ExitStatus OptimizeVerb::findStatistics(StringRef path) {
  llvm::Expected<std::shared_ptr<Statistics>> known =
      readStatistics(options, "--");
  if (!known)
    return reportError(ExitStatus::BadInput, known.takeError());
  statistics = std::move(*known);
  if (options.calibration.empty())
    return ExitStatus::Done;
  if (ExitStatus status = calibrate(path); status != ExitStatus::Done)
    return status;
  if (options.statistics.empty())
    return ExitStatus::Done;
  if (llvm::Error error = statistics->write(options.statistics))
    return reportError(ExitStatus::BadInput, std::move(error));
  return ExitStatus::Done;
}

ExitStatus OptimizeVerb::calibrate(StringRef path) {
  CalibrationOptions wanted;
  wanted.samples = options.samples;
  wanted.hasProducts = options.wantsProducts();
  Model model(flags);
  Calibrator calibrator(wanted, *statistics);
  if (llvm::Error error =
          calibrator.readData(options.calibration, model.getContext()))
    return reportError(ExitStatus::BadInput, std::move(error));
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = model.runPasses([&](OpPassManager &manager) {
        calibrator.addPasses(manager);
      });
      status != ExitStatus::Done)
    return status;
  calibrator.begin(model.getModule());
  if (ExitStatus status = model.compile(); status != ExitStatus::Done)
    return status;
  llvm::Expected<std::shared_ptr<MappedFile>> module =
      model.getWriter().writeToMemory();
  if (!module)
    return reportError(ExitStatus::BadInput, module.takeError());
  if (llvm::Error error =
          calibrator.run(*module, [](double part, StringRef what) {
            progress::show(part, what);
          }))
    return reportError(ExitStatus::BadInput, std::move(error));
  progress::clear();
  return ExitStatus::Done;
}

void OptimizeVerb::print(const OptimizeReport &report) {
  llvm::raw_ostream &stream = llvm::outs();
  stream << "type  group   kB before    kB after    error  "
         << (options.pruning.hasMasks() ? "zeros  of norm  " : "")
         << "weight\n";
  size_t numChanged = 0;
  double worst = 0;
  std::string worstName;
  for (const WeightChange &change : report.getWeights()) {
    numChanged += change.isChanged();
    if (change.error && *change.error > worst) {
      worst = *change.error;
      worstName = change.name;
    }
    if (!change.isChanged() && !explains)
      continue;
    stream << llvm::left_justify(change.type, 6);
    if (change.group)
      stream << llvm::format("%5lld", static_cast<long long>(change.group));
    else
      stream << "    -";
    stream << llvm::format("%12.1f%12.1f", change.bytesBefore / 1e3,
                           change.bytesAfter / 1e3);
    if (change.error)
      stream << llvm::format("%9.5f", *change.error);
    else
      stream << "        -";
    if (change.sparsity && change.pruningError)
      stream << llvm::format("  %5.3f%9.5f", *change.sparsity,
                             *change.pruningError);
    else if (options.pruning.hasMasks())
      stream << "      -        -";
    stream << "  " << change.name << '\n';
  }
  uint64_t before = report.getBytesBefore(), after = report.getBytesAfter();
  stream << numChanged << " of " << report.getWeights().size()
         << llvm::format(" weights changed: %.2f MB before, %.2f MB after "
                         "(%.3f times)\n",
                         before / 1e6, after / 1e6,
                         before ? double(after) / double(before) : 1.0);
  if (!worstName.empty())
    stream << "largest relative error " << llvm::format("%.5f", worst)
           << ", of " << worstName << '\n';
}

ExitStatus OptimizeVerb::run(llvm::ArrayRef<std::string> arguments) {
  StringRef path = arguments.front();
  if (ExitStatus status = checkFlags(path); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = findStatistics(path); status != ExitStatus::Done)
    return status;
  flags.remarks |= explains;
  Model model(flags);
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  OptimizeReport report(model.getModule());
  if (ExitStatus status = model.runPasses([&](OpPassManager &manager) {
        addOptimizerPasses(manager, options, statistics,
                           [](double part, StringRef name) {
                             progress::show(part, name);
                           });
      });
      status != ExitStatus::Done)
    return status;
  report.finish(model.getModule());
  progress::show("writing " + output);
  LogicalResult written = writeOptimizedModel(
      model.getModule(), output, model.getAssets(), path, options);
  progress::clear();
  if (failed(written))
    return ExitStatus::BadInput;
  if (json)
    llvm::outs() << llvm::formatv("{0:2}\n",
                                  report.toJson(output, options.getPrecision()));
  else
    print(report);
  return ExitStatus::Done;
}

std::unique_ptr<Verb> weft::createOptimizeVerb() {
  return std::make_unique<OptimizeVerb>();
}
