// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft optimize: a model with smaller weights.

#include "lib/Optimizer/Calibrator.h"
#include "lib/Optimizer/Optimizer.h"
#include "tools/weft/InputFlags.h"
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
           "  weft optimize resnet50.onnx -o resnet50-int8.ir --activations "
           "int8 --calibrate images.npy\n";
  }

  void addFlags(FlagSet &set) override {
    set.addText("-o", "FILE.ir", output, "where the result goes");
    set.addText("--output", "FILE.ir", output, "the same");
    set.addChoice("--precision", options.precision, kOptimizePrecisions,
                  "what weights are stored in; int8 by default");
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
    set.addText(
        "--calibrate", "FILE.npy|FILE.npz|random", options.calibration,
        "what the model is run on to learn ranges and how strong inputs "
        "are: token ids, a model's only input, its inputs by name, or "
        "random ones, which say little of real data");
    set.addNumber("--calibrate-samples", "N", options.samples, 1,
                  "so many texts of 512 tokens, or calls; 128 by default");
    set.addText("--statistics", "FILE", options.statistics,
                "keep what --calibrate found, added to what the file has; "
                "without --calibrate, use it");
    set.addSwitch("--asymmetric", isAsymmetric, "with zero points");
    set.addSwitch("--clip", options.clips,
                  "with rtn: also scales that the largest weights fall out of");
    set.addChoice(
        "--embeddings", options.embeddings, kOptimizeEmbeddings,
        "of integers: embeddings, and heads that are tied to them, in "
        "as many bits as other weights (same, the default) or in 8");
    set.addChoice(
        "--activations", options.activations, kOptimizeActivations,
        "what quantized weights are multiplied with; bf16 by default; "
        "with int8 products multiply integers, whose ranges "
        "--calibrate finds, and with dynamic-int8 each call");
    set.addChoice("--range", options.range, kOptimizeRanges,
                  "what int8 activations hold: all that was seen, all but the "
                  "extremes, or what loses least by entropy or squared error "
                  "(mse, the default)");
    set.addNumber("--percentile", "P", options.percentile,
                  "how much --range percentile holds; 99.99 by default");
    set.addNumber("--smooth", "A", options.smooth,
                  "move that part of the differences between channels of "
                  "activations into the weights, 0 to 1 (0.5 is usual); behind "
                  "norms alone");
    set.addSwitch("--bias-correction", options.correctsBias,
                  "let biases make up for what rounded weights take away");
    set.addSwitch("--equalize", options.equalizes,
                  "share the range of channels between the layers that write "
                  "and read them");
    set.addText("--skip", "REGEX", options.skip,
                "weights that stay as they are");
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
  ExitStatus calibrate(StringRef path, int calibration);
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
  bool hasActivations = options.hasByteActivations();
  for (int i = 0; i < (hasActivations ? options.countCalibrations() : 1); ++i)
    if (ExitStatus status = calibrate(path, i); status != ExitStatus::Done)
      return status;
  if (options.statistics.empty())
    return ExitStatus::Done;
  if (llvm::Error error = statistics->write(options.statistics))
    return reportError(ExitStatus::BadInput, std::move(error));
  return ExitStatus::Done;
}

/// Samples of random values, as `weft run` has them for inputs that nobody gave.
static llvm::Expected<SampleMaker> makeRandomSamples(Model &model) {
  FuncOp function = model.findEntry("");
  if (!function)
    return llvm::createStringError(
        "--calibrate random expects a model with a function main; language "
        "models take token ids from a .npy file");
  Signature signature = describeFunction(function);
  llvm::Expected<std::vector<Tensor>> first =
      makeInputs(signature, InputFlags(), model.getContext());
  if (!first)
    return first.takeError();
  return [signature, first = std::move(*first)](
             int64_t number) -> llvm::Expected<CalibrationSample> {
    CalibrationSample sample(first.size());
    for (size_t i = 0; i < first.size(); ++i)
      if (!first[i].isNull())
        sample[i] =
            makeRandom(signature.inputs[i], first[i].getDims(),
                       static_cast<unsigned>(
                           static_cast<size_t>(number) * first.size() + i));
    return sample;
  };
}

ExitStatus OptimizeVerb::calibrate(StringRef path, int calibration) {
  bool isRandom = options.calibration == "random";
  CalibrationOptions wanted;
  wanted.samples = options.samples;
  wanted.hasProducts = options.method == "gptq";
  wanted.hasActivations = options.hasByteActivations();
  if (wanted.hasActivations)
    wanted.prepare = [&](OpPassManager &manager) {
      addActivationPreparation(manager, options, statistics, calibration);
    };
  Model model(flags);
  Calibrator calibrator(wanted, *statistics);
  if (!isRandom)
    if (llvm::Error error =
            calibrator.readData(options.calibration, model.getContext()))
      return reportError(ExitStatus::BadInput, std::move(error));
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  if (isRandom) {
    llvm::Expected<SampleMaker> maker = makeRandomSamples(model);
    if (!maker)
      return reportError(ExitStatus::WrongUsage, maker.takeError());
    calibrator.setMaker(std::move(*maker));
  }
  if (ExitStatus status = model.runPasses(
          [&](OpPassManager &manager) { calibrator.addPasses(manager); });
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
  stream << "type  group   kB before    kB after    error  weight\n";
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
                             progress::show(part, "quantizing " + name);
                           });
      });
      status != ExitStatus::Done)
    return status;
  report.finish(model.getModule());
  progress::show("writing " + output);
  LogicalResult written = writeOptimizedModel(model.getModule(), output,
                                              model.getAssets(), path, options);
  progress::clear();
  if (failed(written))
    return ExitStatus::BadInput;
  if (json)
    llvm::outs() << llvm::formatv("{0:2}\n",
                                  report.toJson(output, options.precision));
  else
    print(report);
  return ExitStatus::Done;
}

std::unique_ptr<Verb> weft::createOptimizeVerb() {
  return std::make_unique<OptimizeVerb>();
}
