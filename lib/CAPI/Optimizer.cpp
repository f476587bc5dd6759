// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C API over the optimizer.

#include "weft/Optimizer.h"
#include "lib/CAPI/WorkingModel.h"
#include "lib/Optimizer/Calibrator.h"
#include "lib/Optimizer/Optimizer.h"
#include "lib/Support/ContentCache.h"
#include "lib/Support/ModelFileDraft.h"
#include "lib/Support/OutputFile.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace weft;

/// One model that is optimized.
struct WeftOptimization {
  explicit WeftOptimization(const WeftOptimizeOptions *options);

  WeftStatus run(StringRef path, StringRef output);

  WeftOptimizeOptions given = WEFT_OPTIMIZE_OPTIONS_INIT;
  MessageSink sink;
  std::string report;

private:
  llvm::Error optimize(StringRef path, StringRef output);
  /// Reads the texts that say how images are read.
  llvm::Error readImageOptions();
  llvm::Error calibrate(StringRef path, int number);
  /// Imports it into a context of its own.
  llvm::Error import(WorkingModel &model, StringRef path) const;

  OptimizeOptions options;
  std::shared_ptr<Statistics> statistics;
  CompressProgress progress;
};

WeftOptimization::WeftOptimization(const WeftOptimizeOptions *from) {
  // An older header has fewer members.
  if (from)
    memcpy(&given, from, std::min<size_t>(from->size, sizeof(given)));
  sink.callback = given.diagnostic;
  sink.user = given.diagnosticUser;
  auto take = [](const char *text, std::string &value) {
    if (text)
      value = text;
  };
  take(given.precision, options.precision);
  take(given.method, options.method);
  take(given.activations, options.activations);
  take(given.skip, options.skip);
  take(given.calibration, options.calibration);
  take(given.statistics, options.statistics);
  take(given.prune, options.pruning.method);
  take(given.prunePattern, options.pruning.pattern);
  if (given.pruneSparsity != 0)
    options.pruning.sparsity = given.pruneSparsity;
  options.pruning.channels = given.pruneChannels;
  options.pruning.heads = given.pruneHeads;
  options.pruning.layers = given.pruneLayers;
  options.pruning.activations = given.pruneActivations;
  options.group = given.groupSize;
  options.samples = given.calibrationSamples;
  options.isSymmetric = !given.asymmetric;
  options.clips = given.clip;
  options.requantize = given.requantize;
  if (given.progress)
    progress = [this](double part, StringRef step) {
      given.progress(given.progressUser, part, step.str().c_str());
    };
}

/// For failures that the sink knows already.
static llvm::Error checkReported(LogicalResult result) {
  return succeeded(result) ? llvm::Error::success()
                           : llvm::createStringError("");
}

llvm::Error WeftOptimization::import(WorkingModel &model,
                                     StringRef path) const {
  if (llvm::Error error = model.prepare(
          ArrayRef(given.plugins, std::max(0, given.pluginCount))))
    return error;
  ModelImportOptions importOptions = readImportOptions(
      given.dims, given.dimCount, given.states, given.stateCount);
  return checkReported(
      model.import([&](MLIRContext &context, ModelAssets &assets) {
        return importModel(path, context, importOptions, &assets);
      }));
}

llvm::Error WeftOptimization::calibrate(StringRef path, int number) {
  WorkingModel model(sink);
  Calibrator calibrator(options, statistics, number);
  if (llvm::Error error =
          calibrator.readData(options.calibration, model.getContext()))
    return error;
  if (llvm::Error error = import(model, path))
    return error;
  if (llvm::Error error = adaptOptions(model.getModule(), options))
    return error;
  if (llvm::Error error = checkReported(model.runPasses(
          [&](OpPassManager &manager) { calibrator.addPasses(manager); })))
    return error;
  calibrator.begin(model.getModule());
  PipelineOptions pipeline;
  pipeline.targetOptions.threads = std::max(0, given.threads);
  std::optional<ContentCache> cache;
  if (std::string folder = findCodeCacheFolder(); !folder.empty())
    pipeline.targetOptions.cache = &cache.emplace(folder, findCodeCacheLimit());
  ModuleOrigin origin;
  origin.sourceFile = llvm::sys::path::filename(path).str();
  if (llvm::Error error = checkReported(model.compile(pipeline, origin)))
    return error;
  llvm::Expected<std::shared_ptr<MappedFile>> module =
      model.getWriter()->writeToMemory();
  if (!module)
    return module.takeError();
  return calibrator.run(*module, progress);
}

llvm::Error WeftOptimization::readImageOptions() {
  for (const char *text :
       ArrayRef(given.imageOptions,
                static_cast<size_t>(std::max(0, given.imageOptionCount)))) {
    auto [name, value] = StringRef(text).split('=');
    if (llvm::Error error = options.images.set(name, value, "image "))
      return error;
  }
  return checkHasImages(options.images, {options.calibration});
}

llvm::Error WeftOptimization::optimize(StringRef path, StringRef output) {
  if (llvm::Error error = readImageOptions())
    return error;
  if (llvm::Error error = checkOptions(options))
    return error;
  if (options.isMixed())
    return llvm::createStringError(
        "precision mixed is planned by running the model, which the program "
        "does: weft optimize --precision mixed --budget 4.9bits");
  if (llvm::Error error = checkOutputPath(path, output))
    return error;
  llvm::Expected<std::shared_ptr<Statistics>> known = readStatistics(options);
  if (!known)
    return known.takeError();
  statistics = std::move(*known);
  if (!options.calibration.empty()) {
    for (int number = 0; number < options.countCalibrations(); ++number)
      if (llvm::Error error = calibrate(path, number))
        return error;
    if (!options.statistics.empty())
      if (llvm::Error error = statistics->write(options.statistics))
        return error;
  }
  WorkingModel model(sink);
  if (llvm::Error error = import(model, path))
    return error;
  if (llvm::Error error = adaptOptions(model.getModule(), options))
    return error;
  if (llvm::Error error =
          fitStatistics(model.getModule(), options, statistics.get()))
    return error;
  llvm::Expected<std::unique_ptr<ModelFileDraft>> draft =
      ModelFileDraft::open(output);
  if (!draft)
    return draft.takeError();
  OptimizeReport changes(model.getModule());
  if (llvm::Error error =
          checkReported(model.runPasses([&](OpPassManager &manager) {
            addOptimizerPasses(manager, options, statistics, progress,
                               draft->get());
          })))
    return error;
  changes.finish(model.getModule());
  if (llvm::Error error = checkReported(
          writeOptimizedModel(model.getModule(), output, model.getAssets(),
                              path, options, draft->get())))
    return error;
  report =
      llvm::formatv("{0:2}", changes.toJson(output, options.getPrecision()));
  return llvm::Error::success();
}

WeftStatus WeftOptimization::run(StringRef path, StringRef output) {
  llvm::Error error = optimize(path, output);
  if (!error)
    return WEFT_STATUS_OK;
  std::string text = llvm::toString(std::move(error));
  if (text.empty() && sink.errors.empty())
    text = "cannot optimize the model";
  return sink.fail(WEFT_STATUS_INVALID_ARGUMENT, std::move(text));
}

WeftStatus weft_optimize_file(const char *path,
                              const WeftOptimizeOptions *options,
                              const char *output,
                              WeftOptimization **optimization) {
  *optimization = new (std::nothrow) WeftOptimization(options);
  if (!*optimization)
    return WEFT_STATUS_OUT_OF_MEMORY;
  MessageSink &sink = (*optimization)->sink;
  if (options &&
      (options->size < 2 * sizeof(uint32_t) || options->version == 0))
    return sink.fail(WEFT_STATUS_INVALID_ARGUMENT,
                     "the options have no size and version: begin with "
                     "WEFT_OPTIMIZE_OPTIONS_INIT");
  if (!path || !output)
    return sink.fail(WEFT_STATUS_INVALID_ARGUMENT,
                     "expected the paths of a model and of an output, found "
                     "null");
  return (*optimization)->run(path, output);
}

void weft_optimization_destroy(WeftOptimization *optimization) {
  delete optimization;
}

const char *weft_optimization_error(const WeftOptimization *optimization) {
  return optimization ? optimization->sink.errors.c_str() : "out of memory";
}

const char *weft_optimization_report(const WeftOptimization *optimization) {
  return optimization ? optimization->report.c_str() : "";
}
