// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Optimizer.h.

#include "lib/Optimizer/Optimizer.h"
#include "lib/Import/Imatrix/Imatrix.h"
#include "lib/Import/ModelIr/ModelIr.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Regex.h"

using namespace mlir;
using namespace weft;

/// How calibration is asked for: a flag is a verb.
static std::string nameCalibration(StringRef prefix) {
  return prefix.empty() ? "calibration" : (prefix + "calibrate").str();
}

static llvm::Error checkChoice(const Twine &name, StringRef value,
                               ArrayRef<StringRef> choices) {
  if (llvm::is_contained(choices, value))
    return llvm::Error::success();
  return llvm::createStringError(name + " expects one of " +
                                 llvm::join(choices, ", ") + ", found '" +
                                 value + "'");
}

unsigned OptimizeOptions::getBits() const {
  unsigned bits = 8;
  StringRef text = precision;
  if (text.consume_front("int"))
    text.getAsInteger(10, bits);
  return bits;
}

llvm::Error weft::checkOptions(const OptimizeOptions &options,
                               StringRef prefix) {
  if (llvm::Error error = checkChoice(prefix + "precision", options.precision,
                                      kOptimizePrecisions))
    return error;
  if (!options.method.empty())
    if (llvm::Error error =
            checkChoice(prefix + "method", options.method, kOptimizeMethods))
      return error;
  if (llvm::Error error = checkChoice(
          prefix + "activations", options.activations, kOptimizeActivations))
    return error;
  if (options.group < 0)
    return llvm::createStringError(
        prefix +
        "group size expects a whole number of at least 1, or 0 for "
        "all of a row, found " +
        Twine(options.group));
  if (options.samples < 1)
    return llvm::createStringError(nameCalibration(prefix) +
                                   (prefix.empty() ? " samples" : "-samples") +
                                   " expects a whole number of at least 1, "
                                   "found " +
                                   Twine(options.samples));
  std::string error;
  if (!options.skip.empty() && !llvm::Regex(options.skip).isValid(error))
    return llvm::createStringError(prefix +
                                   "skip expects a regular expression, found "
                                   "'" +
                                   options.skip + "': " + error);
  if (!options.isInteger()) {
    if (!options.isSymmetric || options.clips || !options.method.empty())
      return llvm::createStringError(prefix + "asymmetric, " + prefix +
                                     "clip and " + prefix +
                                     "method are for integers; " + prefix +
                                     "precision is " + options.precision);
    if (options.wantsStatistics())
      return llvm::createStringError(nameCalibration(prefix) + " and " +
                                     prefix + "statistics are for integers; " +
                                     prefix + "precision is " +
                                     options.precision);
  }
  if (options.clips && (options.method == "search" || options.method == "gptq"))
    return llvm::createStringError(prefix + "clip is a part of " + prefix +
                                   "method " + options.method + " already");
  if (options.method == "gptq" && !options.wantsStatistics())
    return llvm::createStringError(prefix + "method gptq expects " +
                                   nameCalibration(prefix) + " by a .npy file");
  return llvm::Error::success();
}

llvm::Expected<std::shared_ptr<Statistics>>
weft::readStatistics(const OptimizeOptions &options, StringRef prefix) {
  if (!options.wantsStatistics())
    return nullptr;
  auto statistics = std::make_shared<Statistics>();
  if (options.statistics.empty())
    return statistics;
  if (llvm::sys::fs::exists(options.statistics)) {
    llvm::Expected<std::shared_ptr<MappedFile>> file =
        MappedFile::open(options.statistics);
    if (!file)
      return file.takeError();
    bool isOurs = Statistics::isFile(**file);
    if (!isOurs && !options.calibration.empty())
      return llvm::createStringError(
          "'" + options.statistics + "' is not what " +
          nameCalibration(prefix) +
          " makes, and cannot be added to: give one of " +
          nameCalibration(prefix) + " and " + prefix + "statistics");
    llvm::Expected<Statistics> read =
        isOurs ? Statistics::read(options.statistics) : readImatrix(*file);
    if (!read)
      return read.takeError();
    *statistics = std::move(*read);
    return statistics;
  }
  if (options.calibration.empty())
    return llvm::createStringError("cannot read '" + options.statistics +
                                   "': there is no such file; " +
                                   nameCalibration(prefix) + " makes one");
  return statistics;
}

llvm::Error weft::fitStatistics(ModuleOp module, const OptimizeOptions &options,
                                Statistics *statistics) {
  if (!statistics || options.statistics.empty())
    return llvm::Error::success();
  return nameStatistics(module, options.statistics, *statistics);
}

void weft::addOptimizerPasses(OpPassManager &manager,
                              const OptimizeOptions &options,
                              std::shared_ptr<const Statistics> statistics,
                              CompressProgress progress) {
  manager.addPass(createDequantizeWeights());
  if (!options.isInteger()) {
    ConvertWeightsOptions conversion;
    conversion.type = options.precision;
    conversion.skip = options.skip;
    manager.addPass(createConvertWeights(conversion));
    return;
  }
  QuantizeWeightsOptions quantization;
  quantization.bits = options.getBits();
  quantization.tableBits = options.embeddings == "int8" ? 8 : 0;
  quantization.group = options.group;
  quantization.isSymmetric = options.isSymmetric;
  quantization.clip = options.clips ? "mse" : "none";
  quantization.method = !options.method.empty() ? options.method
                        : options.clips         ? "rtn"
                        : quantization.bits <= 5 || options.isMixed() ? "search"
                                                                      : "rtn";
  quantization.activations = options.activations;
  quantization.skip = options.skip;
  quantization.requantize = options.requantize;
  manager.addPass(createQuantizeWeights(quantization, std::move(statistics),
                                        std::move(progress)));
}

LogicalResult weft::writeOptimizedModel(ModuleOp module, StringRef output,
                                        const ModelAssets &assets,
                                        StringRef source,
                                        const OptimizeOptions &options) {
  ModelIrExtras extras;
  for (const auto &[name, bytes] : assets)
    extras.assets.push_back({name, llvm::ArrayRef(bytes.data(), bytes.size())});
  extras.metadata = llvm::json::Object{{"source", source.str()},
                                       {"precision", options.precision},
                                       {"group", options.group}};
  return exportModelIr(module, output, extras);
}
