// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// weft optimize: a model with smaller weights.

#include "lib/Optimizer/Optimizer.h"
#include "lib/Support/ModelFileDraft.h"
#include "lib/Support/OutputFile.h"
#include "tools/weft/ActivationSearch.h"
#include "tools/weft/ModelCalibration.h"
#include "tools/weft/PrecisionSearch.h"
#include "tools/weft/Progress.h"
#include "tools/weft/Verdict.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Signals.h"

using namespace mlir;
using namespace weft;

static constexpr StringRef kVerdicts[] = {"auto", "always", "never"};
/// Models with more weights than this, before and after together, are compared
/// only on request: that takes minutes and as much memory.
static constexpr uint64_t kMostCompared = uint64_t(6) << 30;

namespace {
/// A file that becomes the output, or is deleted.
class Candidate {
public:
  explicit Candidate(StringRef output) : output(output) {}
  ~Candidate() {
    if (path.empty())
      return;
    llvm::sys::fs::remove(path);
    llvm::sys::DontRemoveFileOnSignal(path);
  }
  StringRef getPath() const { return path; }

  /// Makes the file, under a name that no other file has.
  ExitStatus create() {
    if (std::error_code error =
            llvm::sys::fs::createUniqueFile(output + ".candidate-%%%%%%", path))
      return reportError(ExitStatus::BadInput,
                         "cannot write '" + output + "': " + error.message());
    llvm::sys::RemoveFileOnSignal(path);
    return ExitStatus::Done;
  }

  ExitStatus accept() {
    if (std::error_code error = llvm::sys::fs::rename(path, output))
      return reportError(ExitStatus::BadInput,
                         "cannot write '" + output + "': " + error.message());
    return ExitStatus::Done;
  }

private:
  std::string output;
  SmallString<128> path;
};

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
           "--pattern 2:4 --calibrate tokens.npy\n"
           "  weft optimize model.gguf -o model-int8.ir --prune-activations "
           "0.3 --calibrate book.txt\n"
           "  weft optimize resnet50.onnx -o resnet50-int8.ir --activations "
           "int8 --calibrate photos --data imagenet/val\n"
           "  weft optimize model.gguf -o model-int4.ir --precision int4 "
           "--data book.txt --min-accuracy 0.95\n"
           "  weft optimize model.gguf -o model-mixed.ir --precision mixed "
           "--budget 4.9bits --explain\n"
           "\n"
           "The table at the end comes from running both models here. The "
           "accuracy of a\n"
           "language model is the share of a text's tokens that it finds the "
           "likeliest, that\n"
           "of another one how often its likeliest class stays the same, "
           "where outputs are\n"
           "probabilities on real data, else the cosine of its outputs to "
           "those before, or, where\n"
           "--data has a sub-folder of images for each class, the share of "
           "them whose class it\n"
           "finds; what is kept is the ratio. Promised are 0.99 for 8 bits and "
           "more, 0.98 for\n"
           "6 and 5, 0.97 for 4 and 0.9 for 3 or where something is "
           "pruned.\n";
  }

  void addFlags(FlagSet &set) override {
    set.addText("-o", "FILE.ir", output, "where the result goes");
    set.addText("--output", "FILE.ir", output, "the same");
    set.addChoice("--precision", options.precision, kOptimizePrecisions,
                  "what weights are stored in; int8 by default, same where "
                  "weights are pruned");
    set.add({"--group-size",
             "N|channel",
             "weights of a row that share a scale; 128 by default, channel for "
             "all of a row",
             {},
             [this](StringRef text) { return parseGroup(text); }});
    set.addChoice(
        "--method", options.method, kOptimizeMethods,
        "how weights are rounded: rtn by the largest ones, search by "
        "the least error, gptq so that others make up for it and awq with "
        "more range for strong inputs (both with --calibrate); by default "
        "search for 5 bits and fewer");
    set.addText(
        "--calibrate", "FILE.txt|FILE.npy|FILE.npz|FOLDER|random",
        options.calibration,
        "what the model is run on to learn ranges and how strong inputs "
        "are: text or token ids of a language model, a model's only input, "
        "its inputs by name, a folder of images, or random ones, which say "
        "little of real data");
    set.addNumber("--calibrate-samples", "N", options.samples, 1,
                  "so many texts of 512 tokens, or calls; 128 by default");
    set.addText("--statistics", "FILE", options.statistics,
                "keep what --calibrate found, added to what the file has; "
                "without --calibrate, use it, or llama.cpp's imatrix");
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
        "--calibrate finds, and with dynamic-int8 each call, or each token of "
        "a language model");
    set.addChoice("--range", options.range, kOptimizeRanges,
                  "what int8 activations hold: all that was seen, all but the "
                  "extremes, or what loses least by entropy or squared error "
                  "(mse, the default)");
    set.addNumber("--percentile", "P", options.percentile,
                  "how much --range percentile holds; 99.99 by default");
    set.addNumber("--smooth", "A", options.smooth,
                  "move that part of the differences between channels of "
                  "activations into the weights, 0 to 1 (0.5 is usual)");
    set.addSwitch("--bias-correction", options.correctsBias,
                  "let biases make up for what rounded weights take away");
    set.addSwitch("--equalize", options.equalizes,
                  "share the range of channels between the layers that write "
                  "and read them");
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
    set.addNumber("--prune-layers", "N", options.pruning.layers, 0,
                  "so many layers go, those that add the least to what comes "
                  "in; by the inputs with --calibrate");
    set.addNumber("--prune-activations", "SHARE", options.pruning.activations,
                  "of what a linear layer reads, the smallest values, is taken "
                  "as zero when the model runs, and one token's weights for it "
                  "are not read; with --calibrate");
    set.addText("--skip", "REGEX", options.skip,
                "weights that stay as they are");
    set.addText("--wide", "REGEX", options.wide,
                "weights whose products of integers read 16 bits, by two "
                "products of bytes");
    set.add({"--budget",
             "N.Nbits|MB|ms|kl",
             "with --precision mixed: bits a weight with scales, size of the "
             "model, time of a token or call, or predicted divergence",
             {},
             [this](StringRef text) { return setBudget(text); }});
    set.addSwitch("--auto", isAuto,
                  "gives weights more bits, or with --activations int8 layers "
                  "16 bits or floats, those first that cost most, until the "
                  "promise or --min-accuracy is kept");
    set.addSwitch("--requantize", options.requantize,
                  "also where weights were quantized to more bits before");
    set.beginGroup("the verdict");
    set.addChoice(
        "--verdict", verdictMode, kVerdicts,
        "whether both models are run and compared; auto, the default, "
        "unless they are so large that it takes minutes");
    set.addText("--data", "FILE|FOLDER", verdictOptions.data,
                "the text that language models are compared on, by default a "
                "short one of many kinds; for others a folder of images, or a "
                ".npy or .npz file of samples, by default that of --calibrate");
    set.addNumber("--samples", "N", verdictOptions.samples, 1,
                  "calls of other models: with random inputs, 8 by default, or "
                  "with so many of --data, by default all");
    set.addChoice("--metric", verdictOptions.measure, kAccuracyMeasures,
                  "what accuracy is of models that are no language models: the "
                  "cosine of outputs, or how often the largest element of a "
                  "row stays the same (top1); auto, the default, takes top1 "
                  "where outputs are probabilities on real data");
    set.addNumber(
        "--context", "N", verdictOptions.context, 4,
        "tokens of a chunk; 512 by default, or 256 of the short text");
    set.addNumber("--chunks", "N", verdictOptions.chunks, 1,
                  "only the first N chunks of the text; by default all");
    verdictOptions.inputs.addTo(set);
    set.addNumber(
        "--min-accuracy", "X", minAccuracy,
        "fails with status 4, and leaves what was in the output, where "
        "less than this share, 0 to 1, of the accuracy is kept");
    set.addNumber("--threads", "N", verdictOptions.threads, 1,
                  "by default as many as affinity and control groups grant");
    addImageFlags(set, options.images);
    set.beginGroup("output");
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

  llvm::Error setBudget(StringRef text) {
    llvm::Expected<SizeBudget> parsed = parseBudget(text);
    if (!parsed)
      return parsed.takeError();
    budget = *parsed;
    return llvm::Error::success();
  }

  ExitStatus checkFlags(StringRef path);
  ExitStatus planMixed(StringRef path);
  ExitStatus searchPrecision(StringRef path, ArrayRef<GroupFormat> formats);
  ExitStatus refine(StringRef path, unsigned round, bool &isRefined);
  ExitStatus raisePrecision(StringRef path, unsigned round, bool &isRefined);
  bool approachLatency(unsigned round);
  ExitStatus measureVerdict(StringRef before, StringRef after,
                            const OptimizeReport &report);
  ExitStatus judge() const;
  std::string describeWorst() const;
  bool keepsTooLittle(const Estimate &kept) const;
  ExitStatus rankActivations(StringRef path);
  ExitStatus raiseLayers(StringRef path, unsigned round, bool &isRefined);
  ExitStatus optimize(StringRef path, StringRef result,
                      std::optional<OptimizeReport> &report);
  void print(const OptimizeReport &report);
  bool wantsVerdict(const OptimizeReport &report) const;
  double getPromise() const;
  double getGoal() const {
    return minAccuracy >= 0 ? minAccuracy : getPromise();
  }

  ModelFlags flags;
  /// Of what is compiled to be measured: remarks are about optimizing only.
  ModelFlags measureFlags;
  /// Of the optimized model, which has adapters, sizes and states in it.
  ModelFlags optimizedFlags;
  OptimizeOptions options;
  std::string output;
  std::shared_ptr<Statistics> statistics;
  bool isAsymmetric = false, explains = false, json = false;
  VerdictOptions verdictOptions;
  std::string verdictMode = "auto";
  /// Below 0 where none is asked for.
  double minAccuracy = -1;
  std::optional<Verdict> verdict;
  SizeBudget budget;
  bool isAuto = false;
  /// Where weights differ in precision.
  std::optional<PrecisionSearch> search;
  /// Where it was measured what products of integers cost.
  std::optional<ActivationSearch> activationSearch;
  /// What --skip says.
  std::string skip;
};
} // namespace

double OptimizeVerb::getPromise() const {
  if (options.pruning.isWanted())
    return 0.9;
  return llvm::StringSwitch<double>(options.getPrecision())
      .Cases({"int6", "int5"}, 0.98)
      .Cases({"int4", "mixed"}, 0.97)
      .Case("int3", 0.9)
      .Default(0.99);
}

ExitStatus OptimizeVerb::checkFlags(StringRef path) {
  if (output.empty() || output == "-")
    return reportError(ExitStatus::WrongUsage, "expected -o FILE.ir");
  if (minAccuracy > 1)
    return reportError(ExitStatus::WrongUsage,
                       "--min-accuracy expects a share of 0 to 1, found " +
                           llvm::formatv("{0}", minAccuracy).str());
  if (verdictMode == "never" && minAccuracy >= 0)
    return reportError(
        ExitStatus::WrongUsage,
        "--min-accuracy needs a verdict, and --verdict is never");
  if (budget.unit != SizeBudget::Unit::None && !options.isMixed())
    return reportError(ExitStatus::WrongUsage,
                       "--budget needs --precision mixed, found " +
                           options.getPrecision());
  if (options.isMixed() && budget.unit == SizeBudget::Unit::None && !isAuto)
    return reportError(ExitStatus::WrongUsage,
                       "--precision mixed expects --budget or --auto");
  if (isAuto && budget.unit != SizeBudget::Unit::None)
    return reportError(
        ExitStatus::WrongUsage,
        "expected --budget or --auto, found both: --budget says "
        "what the model may cost, --auto takes what the accuracy "
        "needs");
  if (isAuto && !options.isInteger())
    return reportError(ExitStatus::WrongUsage,
                       "--auto is for integers; --precision is " +
                           options.getPrecision());
  if (verdictMode == "never" &&
      (isAuto || budget.unit == SizeBudget::Unit::Milliseconds))
    return reportError(ExitStatus::WrongUsage,
                       "--auto and budgets in ms need a verdict, and --verdict "
                       "is never");
  if (isAuto && !options.wide.empty())
    return reportError(ExitStatus::WrongUsage,
                       "expected --wide or --auto, found both: --auto chooses "
                       "the layers that read 16 bits");
  options.isSymmetric = !isAsymmetric;
  if (isSampleData(options.calibration)) {
    verdictOptions.calibration = options.calibration;
    verdictOptions.calibrationSamples = options.samples;
  }
  skip = options.skip;
  if (llvm::Error error = checkOptions(options, "--"))
    return reportError(ExitStatus::WrongUsage, std::move(error));
  if (llvm::Error error = checkHasImages(
          options.images, {options.calibration, verdictOptions.data}))
    return reportError(ExitStatus::WrongUsage, std::move(error));
  verdictOptions.images = options.images;
  if (ExitStatus status = checkOutput(path, output); status != ExitStatus::Done)
    return status;
  if (llvm::Error error = checkReplaceable(output))
    return reportError(ExitStatus::BadInput, std::move(error));
  // Without --calibrate they are only read.
  return options.calibration.empty() ? ExitStatus::Done
                                     : checkOutput(path, options.statistics);
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

bool OptimizeVerb::wantsVerdict(const OptimizeReport &report) const {
  if (verdictMode != "auto" || minAccuracy >= 0 || isAuto ||
      budget.unit == SizeBudget::Unit::Milliseconds)
    return verdictMode != "never";
  if (report.getBytesBefore() + report.getBytesAfter() <= kMostCompared)
    return true;
  llvm::errs() << "note: the models are too large to be compared in passing; "
                  "--verdict always does it\n";
  return false;
}

ExitStatus OptimizeVerb::measureVerdict(StringRef before, StringRef after,
                                        const OptimizeReport &report) {
  if (!wantsVerdict(report))
    return ExitStatus::Done;
  verdict.emplace(measureFlags, optimizedFlags, verdictOptions);
  return verdict->measure(before, after);
}

/// Whether less is kept than is asked for, or, beyond doubt, than is promised.
bool OptimizeVerb::keepsTooLittle(const Estimate &kept) const {
  return minAccuracy >= 0 ? !(kept.value >= minAccuracy)
                          : kept.high < getPromise();
}

/// What could be done about it.
std::string OptimizeVerb::describeWorst() const {
  if (search)
    return "the weights that cost most are " + search->listWorst(5);
  if (activationSearch && (isAuto || activationSearch->getNumSites() == 0))
    return "all layers are in floats that cost anything";
  if (options.roundsTokens)
    return "--skip leaves weights and what they read in floats";
  if (activationSearch)
    return "--wide '" + activationSearch->makeRegex(3) +
           "' gives those layers 16 bits that cost most, --skip leaves them in "
           "floats, and --auto finds out how many have to";
  return options.pruning.isWanted()
             ? "a smaller share, --calibrate or --skip costs less"
             : "--auto finds the weights that cost most and gives them more "
               "bits";
}

/// Fails where less accuracy is kept than is asked for; warns where it is less
/// than is promised beyond doubt.
ExitStatus OptimizeVerb::judge() const {
  if (!verdict)
    return ExitStatus::Done;
  const Estimate &kept = verdict->getAccuracy();
  if (!keepsTooLittle(kept))
    return ExitStatus::Done;
  if (minAccuracy >= 0)
    return reportError(
        ExitStatus::CheckFailed,
        llvm::formatv("{0:f4} of the accuracy is kept, below --min-accuracy "
                      "{1:f4}; '{2}' is as it was{3}",
                      kept.value, minAccuracy, output,
                      activationSearch ? "; " + describeWorst() : ""));
  llvm::errs() << llvm::formatv(
      "warning: {0:f3} of the accuracy is kept ({1:f3} to {2:f3}, of {3}), "
      "below the {4:f2} that {5} promises; {6}\n",
      kept.value, kept.low, kept.high, verdict->getMaterial(), getPromise(),
      options.pruning.isWanted() ? "pruning" : options.getPrecision(),
      describeWorst());
  return ExitStatus::Done;
}

ExitStatus OptimizeVerb::rankActivations(StringRef path) {
  auto probe =
      std::make_unique<ActivationProbe>(measureFlags, options, statistics);
  if (ExitStatus status = probe->open(path, verdictOptions);
      status != ExitStatus::Done)
    return status;
  activationSearch.emplace();
  return activationSearch->rank(std::move(probe));
}

ExitStatus OptimizeVerb::searchPrecision(StringRef path,
                                         ArrayRef<GroupFormat> formats) {
  SensitivityProbe probe(measureFlags);
  if (ExitStatus status =
          probe.open(path, verdictOptions.data, verdictOptions.inputs,
                     verdictOptions.threads);
      status != ExitStatus::Done)
    return status;
  search.emplace();
  return search->measure(probe, formats, statistics.get());
}

ExitStatus OptimizeVerb::planMixed(StringRef path) {
  int64_t group = options.group ? options.group : 128;
  std::vector<GroupFormat> formats = {{4, group, false}, {3, group, false}};
  for (int64_t part : {group / 2, group / 4})
    if (part >= 16) {
      formats.push_back({3, part, false});
      formats.push_back({4, part, false});
      formats.push_back({4, part, true});
    }
  for (unsigned bits : {5, 6, 8})
    for (int64_t part : {group, group / 4})
      if (part >= 16)
        formats.push_back({bits, part, true});
  formats.push_back({0, 0, true});
  if (ExitStatus status = searchPrecision(path, formats);
      status != ExitStatus::Done)
    return status;
  PrecisionBudget wanted;
  switch (budget.unit) {
  case SizeBudget::Unit::Divergence:
    wanted.cost = budget.value;
    break;
  case SizeBudget::Unit::Megabytes:
    wanted.bytes = static_cast<uint64_t>(budget.value * 1e6);
    break;
  case SizeBudget::Unit::Bits:
    wanted.bytes = search->countBytes(budget.value);
    break;
  default:
    // Where latency or accuracy decides, the first round shows where it is.
    wanted.bytes = search->countBytes(4.5);
  }
  search->choose(wanted);
  uint64_t least = search->getSums().bytes + search->getOtherBytes();
  if (wanted.bytes && least > *wanted.bytes)
    return reportError(
        ExitStatus::BadInput,
        llvm::formatv("'{0}': the smallest weights come to {1:f3} MB, {2:f2} "
                      "bits a weight, above the budget: expected a larger one",
                      path, static_cast<double>(least) / 1e6,
                      search->computeBits()));
  return ExitStatus::Done;
}

/// Chooses so many bytes that the time comes near the budget, which it is
/// proportional to.
bool OptimizeVerb::approachLatency(unsigned round) {
  double time = verdict->getLatencies().back().computeMedian(1);
  bool isNear = time <= budget.value && time >= 0.95 * budget.value;
  if (!isNear && round < 4) {
    uint64_t bytes = search->getSums().bytes;
    // No model has as many bytes, and an integer holds them.
    constexpr double kMostBytes = 1e18;
    search->choose({static_cast<uint64_t>(
                        std::min(kMostBytes, static_cast<double>(bytes) * 0.98 *
                                                 budget.value / time)) +
                        search->getOtherBytes(),
                    std::nullopt});
    if (search->getSums().bytes != bytes)
      return true;
  }
  if (time > budget.value)
    llvm::errs() << llvm::formatv(
        "warning: {0:f3} ms are above the budget of {1:f3} ms\n", time,
        budget.value);
  return false;
}

/// Halves the predicted cost while too little accuracy is kept.
ExitStatus OptimizeVerb::raisePrecision(StringRef path, unsigned round,
                                        bool &isRefined) {
  if (verdict->getAccuracy().value >= getGoal() || round == 12)
    return ExitStatus::Done;
  if (!search) {
    std::vector<GroupFormat> formats;
    for (unsigned bits : {3, 4, 5, 6, 8})
      if (bits >= options.getBits())
        formats.push_back({bits, options.group, options.isSymmetric});
    formats.push_back({0, 0, true});
    if (ExitStatus status = searchPrecision(path, formats);
        status != ExitStatus::Done)
      return status;
    search->chooseAll(0);
  }
  double cost = search->getSums().cost;
  search->choose({std::nullopt, cost / 2});
  isRefined = search->getSums().cost < cost;
  return ExitStatus::Done;
}

/// Gives more layers 16 bits, or leaves them in floats, while too little accuracy is kept.
ExitStatus OptimizeVerb::raiseLayers(StringRef path, unsigned round,
                                     bool &isRefined) {
  double kept = verdict->getAccuracy().value, goal = getGoal();
  if (kept >= goal || round == 12)
    return ExitStatus::Done;
  if (!activationSearch) {
    if (ExitStatus status = rankActivations(path); status != ExitStatus::Done)
      return status;
  } else {
    // Sums in another order may change a verdict: then more is aimed at.
    goal += std::max(0.0, activationSearch->getAccuracy() - kept);
  }
  if (ExitStatus status = activationSearch->choose(goal, isRefined);
      status != ExitStatus::Done || !isRefined)
    return status;
  options.wide.clear();
  options.skip = skip;
  std::string chosen = activationSearch->makeRegex();
  if (activationSearch->getPrecision() == ProductPrecision::Wide)
    options.wide = chosen;
  else
    options.skip = skip.empty() ? chosen : "(" + skip + ")|" + chosen;
  llvm::errs() << llvm::formatv(
      "note: {0:f3} of the accuracy is kept, {1:f2} ms; next {2} of {3} layers "
      "{4}\n",
      kept, verdict->getLatencies().back().computeMedian(1),
      activationSearch->getNumChosen(), activationSearch->getNumSites(),
      activationSearch->describeChosen());
  return ExitStatus::Done;
}

/// Plans again where the verdict misses what was asked for.
ExitStatus OptimizeVerb::refine(StringRef path, unsigned round,
                                bool &isRefined) {
  isRefined = false;
  if (!verdict)
    return ExitStatus::Done;
  if (budget.unit == SizeBudget::Unit::Milliseconds)
    isRefined = approachLatency(round);
  else if (isAuto && options.hasByteActivations())
    return raiseLayers(path, round, isRefined);
  else if (isAuto)
    if (ExitStatus status = raisePrecision(path, round, isRefined);
        status != ExitStatus::Done)
      return status;
  if (isRefined)
    llvm::errs() << llvm::formatv(
        "note: {0:f3} of the accuracy is kept, {1:f2} ms; next with {2:f2} "
        "bits "
        "a weight\n",
        verdict->getAccuracy().value,
        verdict->getLatencies().back().computeMedian(1), search->computeBits());
  return ExitStatus::Done;
}

ExitStatus OptimizeVerb::run(llvm::ArrayRef<std::string> arguments) {
  StringRef path = arguments.front();
  if (ExitStatus status = checkFlags(path); status != ExitStatus::Done)
    return status;
  if (ExitStatus status =
          ModelCalibration(flags, options, statistics).run(path);
      status != ExitStatus::Done)
    return status;
  measureFlags = optimizedFlags = flags;
  optimizedFlags.import.adapters.clear();
  optimizedFlags.import.adaptersBeside.clear();
  optimizedFlags.import.dims.clear();
  optimizedFlags.import.states.clear();
  flags.remarks |= explains;
  if (options.isMixed())
    if (ExitStatus status = planMixed(path); status != ExitStatus::Done)
      return status;
  Candidate candidate(output);
  if (ExitStatus status = candidate.create(); status != ExitStatus::Done)
    return status;
  std::optional<OptimizeReport> report;
  ExitStatus judgement = ExitStatus::Done;
  bool isRefined = true;
  for (unsigned round = 1; isRefined; ++round) {
    if (ExitStatus status = optimize(path, candidate.getPath(), report);
        status != ExitStatus::Done)
      return status;
    judgement = measureVerdict(path, candidate.getPath(), *report);
    if (judgement != ExitStatus::Done)
      break;
    if (ExitStatus status = refine(path, round, isRefined);
        status != ExitStatus::Done)
      return status;
  }
  if (judgement == ExitStatus::Done && verdict && !activationSearch &&
      options.hasByteActivations() && !options.roundsTokens &&
      keepsTooLittle(verdict->getAccuracy()))
    judgement = rankActivations(path);
  if (judgement == ExitStatus::Done)
    judgement = judge();
  // A model that does not run here is a result all the same.
  if (judgement != ExitStatus::Done && minAccuracy >= 0)
    return judgement;
  if (ExitStatus status = candidate.accept(); status != ExitStatus::Done)
    return status;
  if (judgement != ExitStatus::Done)
    return judgement;
  if (json) {
    llvm::json::Value facts = report->toJson(output, options.getPrecision());
    if (verdict)
      (*facts.getAsObject())["verdict"] = verdict->toJson();
    if (activationSearch)
      (*facts.getAsObject())["layers"] = activationSearch->toJson();
    llvm::outs() << llvm::formatv("{0:2}\n", facts);
    return ExitStatus::Done;
  }
  print(*report);
  if (search && explains)
    search->print(llvm::outs());
  if (activationSearch && (isAuto || explains))
    activationSearch->print(llvm::outs(), explains);
  if (verdict)
    verdict->print(llvm::outs());
  return ExitStatus::Done;
}

/// Writes the optimized model.
ExitStatus OptimizeVerb::optimize(StringRef path, StringRef result,
                                  std::optional<OptimizeReport> &report) {
  Model model(flags);
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  if (llvm::Error error = adaptOptions(model.getModule(), options, "--"))
    return reportError(ExitStatus::WrongUsage, std::move(error));
  if (isAuto && options.roundsTokens)
    return reportError(ExitStatus::WrongUsage,
                       "--auto leaves activations of language models as they "
                       "are: expected --skip with --activations dynamic-int8");
  llvm::Expected<std::unique_ptr<ModelFileDraft>> draft =
      ModelFileDraft::open(output);
  if (!draft)
    return reportError(ExitStatus::BadInput, draft.takeError());
  report.emplace(model.getModule());
  if (search) {
    if (ExitStatus status = model.runPasses([](OpPassManager &manager) {
          manager.addPass(createDequantizeWeights());
        });
        status != ExitStatus::Done)
      return status;
    search->apply(model.getModule());
  }
  if (ExitStatus status = model.runPasses([&](OpPassManager &manager) {
        addOptimizerPasses(
            manager, options, statistics,
            [](double part, StringRef name) { progress::show(part, name); },
            draft->get());
      });
      status != ExitStatus::Done)
    return status;
  report->finish(model.getModule());
  progress::show("writing " + output);
  LogicalResult written =
      writeOptimizedModel(model.getModule(), result, model.getAssets(), path,
                          options, draft->get());
  progress::clear();
  if (size_t number = (*draft)->getNumTaken())
    llvm::errs() << llvm::formatv(
        "note: {0} weights, {1:f1} MB, were there from a run that was "
        "stopped\n",
        number, static_cast<double>((*draft)->getBytesTaken()) / 1e6);
  return failed(written) ? ExitStatus::BadInput : ExitStatus::Done;
}

std::unique_ptr<Verb> weft::createOptimizeVerb() {
  return std::make_unique<OptimizeVerb>();
}
