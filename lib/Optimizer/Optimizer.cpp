// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Optimizer.h.

#include "lib/Optimizer/Optimizer.h"
#include "lib/Import/Imatrix/Imatrix.h"
#include "lib/Import/ModelIr/ModelIr.h"
#include "passes/Compress/ActivationSites.h"
#include "passes/Compress/SparsityPattern.h"
#include "passes/Simplify/Simplify.h"
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

/// What goes with activations of int8 only, or not at all.
static llvm::Error checkActivations(const OptimizeOptions &options,
                                    StringRef prefix) {
  auto fail = [&](const Twine &text) {
    return llvm::createStringError(prefix + text);
  };
  if (!options.range.empty())
    if (llvm::Error error =
            checkChoice(prefix + "range", options.range, kOptimizeRanges))
      return error;
  if (!(options.percentile >= 50 && options.percentile <= 100))
    return fail("percentile expects a number from 50 to 100, found " +
                llvm::formatv("{0}", options.percentile).str());
  if (!(options.smooth >= 0 && options.smooth <= 1))
    return fail("smooth expects a number from 0 to 1, found " +
                llvm::formatv("{0}", options.smooth).str());
  bool isStatic = options.activations == "int8";
  if (!isStatic &&
      (!options.range.empty() || options.correctsBias || options.equalizes))
    return fail("range, " + prefix + "bias-correction and " + prefix +
                "equalize are for " + prefix + "activations int8; it is " +
                options.activations);
  if (options.smooth > 0 && !options.hasByteActivations())
    return fail(
        "smooth is for " + prefix +
        "activations int8, and of language models dynamic-int8; it is " +
        options.activations);
  if (options.smooth > 0 && !options.wantsStatistics())
    return fail("smooth expects " + nameCalibration(prefix) + " or " + prefix +
                "statistics");
  if (!options.hasByteActivations())
    return llvm::Error::success();
  if (options.getPrecision() != "int8")
    return fail("activations " + options.activations + " expects " + prefix +
                "precision int8, found " + options.getPrecision());
  if (options.pruning.isWanted())
    return fail("activations " + options.activations +
                " is for models as they are: prune first, and quantize the "
                "result");
  if (!options.isSymmetric || options.clips || !options.method.empty())
    return fail("asymmetric, " + prefix + "clip and " + prefix +
                "method are for weights alone; " + prefix + "activations is " +
                options.activations);
  if (isStatic && !options.wantsStatistics())
    return fail("activations int8 expects " + nameCalibration(prefix) +
                " by a .npy or .npz file with inputs or a folder of images" +
                (prefix.empty() ? "; " : ", or by random; ") + prefix +
                "activations dynamic-int8 needs none");
  return llvm::Error::success();
}

unsigned OptimizeOptions::getBits() const {
  unsigned bits = 8;
  StringRef text = getPrecision();
  if (text.consume_front("int"))
    text.getAsInteger(10, bits);
  return bits;
}

StringRef OptimizeOptions::getPrecision() const {
  if (!precision.empty())
    return precision;
  return pruning.changesWeights() ? "same" : "int8";
}

static llvm::Error checkPruning(const OptimizeOptions &options,
                                StringRef prefix) {
  const PruningOptions &pruning = options.pruning;
  for (auto [name, share] : {std::pair("channels", pruning.channels),
                             std::pair("heads", pruning.heads),
                             std::pair("activations", pruning.activations)})
    if (!(share >= 0 && share < 1))
      return llvm::createStringError(
          llvm::formatv("{0}prune-{1} expects a number of at least 0 and below "
                        "1, found {2}",
                        prefix, name, share));
  if (pruning.layers < 0)
    return llvm::createStringError(prefix +
                                   "prune-layers expects a whole number of at "
                                   "least 0, found " +
                                   Twine(pruning.layers));
  if (pruning.activations > 0 && !options.wantsStatistics())
    return llvm::createStringError(prefix + "prune-activations expects " +
                                   nameCalibration(prefix) +
                                   " by a text or a .npy file");
  if (!pruning.hasMasks()) {
    if (pruning.pattern != "unstructured" || pruning.sparsity >= 0)
      return llvm::createStringError(prefix + "pattern and " + prefix +
                                     "sparsity belong to " + prefix + "prune");
    return llvm::Error::success();
  }
  if (llvm::Error error =
          checkChoice(prefix + "prune", pruning.method, kPruningMethods))
    return error;
  llvm::Expected<SparsityPattern> pattern =
      SparsityPattern::parse(pruning.pattern, pruning.sparsity);
  if (!pattern)
    return llvm::createStringError(prefix +
                                   llvm::toString(pattern.takeError()));
  if (pruning.method != "magnitude" && !options.wantsStatistics())
    return llvm::createStringError(prefix + "prune " + pruning.method +
                                   " expects " + nameCalibration(prefix) +
                                   " by a .npy file");
  return llvm::Error::success();
}

llvm::Error weft::checkOptions(const OptimizeOptions &options,
                               StringRef prefix) {
  if (llvm::Error error = checkChoice(
          prefix + "precision", options.getPrecision(), kOptimizePrecisions))
    return error;
  if (llvm::Error error = checkPruning(options, prefix))
    return error;
  if (!options.method.empty())
    if (llvm::Error error =
            checkChoice(prefix + "method", options.method, kOptimizeMethods))
      return error;
  if (llvm::Error error = checkChoice(
          prefix + "activations", options.activations, kOptimizeActivations))
    return error;
  if (llvm::Error error = checkActivations(options, prefix))
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
  if (!options.wide.empty() && !options.hasByteActivations())
    return llvm::createStringError(prefix + "wide is for " + prefix +
                                   "activations int8 and dynamic-int8; "
                                   "it is " +
                                   options.activations);
  for (auto [name, text] :
       {std::pair("wide", &options.wide), std::pair("skip", &options.skip)})
    if (std::string error; !text->empty() && !llvm::Regex(*text).isValid(error))
      return llvm::createStringError(prefix + name +
                                     " expects a regular expression, found '" +
                                     *text + "': " + error);
  if (!options.isInteger()) {
    if (!options.isSymmetric || options.clips || !options.method.empty())
      return llvm::createStringError(prefix + "asymmetric, " + prefix +
                                     "clip and " + prefix +
                                     "method are for integers; " + prefix +
                                     "precision is " + options.getPrecision());
    if (options.wantsStatistics() && !options.pruning.isWanted())
      return llvm::createStringError(
          nameCalibration(prefix) + " and " + prefix +
          "statistics are for integers and pruning; " + prefix +
          "precision is " + options.getPrecision());
  }
  if (options.clips && !options.method.empty() && options.method != "rtn")
    return llvm::createStringError(prefix + "clip is a part of " + prefix +
                                   "method " + options.method + " already");
  if ((options.method == "gptq" || options.method == "awq") &&
      !options.wantsStatistics())
    return llvm::createStringError(prefix + "method " + options.method +
                                   " expects " + nameCalibration(prefix) +
                                   " by a text or a .npy file");
  return llvm::Error::success();
}

llvm::Error weft::adaptOptions(ModuleOp module, OptimizeOptions &options,
                               StringRef prefix) {
  if (!options.hasByteActivations())
    return llvm::Error::success();
  if (findQuantizedFunction(module))
    return options.smooth > 0 && options.activations != "int8"
               ? llvm::createStringError(
                     prefix + "smooth of models of one function is for " +
                     prefix + "activations int8; it is " + options.activations)
               : llvm::Error::success();
  if (options.activations != "dynamic-int8")
    return llvm::createStringError(
        prefix + "activations " + options.activations +
        " is for models of one function; language models take " + prefix +
        "activations dynamic-int8, which gives each token a scale");
  if (!options.wide.empty())
    return llvm::createStringError(
        prefix + "wide is for models of one function; of a language model " +
        prefix + "skip leaves weights and what they read in floats");
  if (options.wantsStatistics() && options.smooth == 0)
    return llvm::createStringError(
        nameCalibration(prefix) + " and " + prefix + "statistics need " +
        prefix + "smooth where " + prefix +
        "activations is dynamic-int8: a language model finds the scales of "
        "its tokens when it runs");
  options.roundsTokens = true;
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

void weft::addActivationPreparation(
    OpPassManager &manager, const OptimizeOptions &options,
    std::shared_ptr<const Statistics> statistics, int calibration) {
  // Convolutions without transposes around them, norms folded into weights, attention as one op: what is left are the products that
  // the compiler will see, and the values between them.
  buildSimplifyPipeline(manager, SimplifyOptions());
  if (options.equalizes) {
    manager.addPass(createEqualizeLayers());
    manager.addPass(createFoldConstants());
  }
  if (options.smooth > 0 && calibration > 0) {
    SmoothActivationsOptions smoothing;
    smoothing.alpha = options.smooth;
    manager.addPass(createSmoothActivations(smoothing, std::move(statistics)));
    manager.addPass(createFoldConstants());
  }
}

void weft::addOptimizerPasses(OpPassManager &manager,
                              const OptimizeOptions &options,
                              std::shared_ptr<const Statistics> statistics,
                              CompressProgress progress,
                              ModelFileDraft *draft) {
  manager.addPass(createDequantizeWeights());
  if (options.pruning.layers > 0) {
    PruneLayersOptions layers;
    layers.count = options.pruning.layers;
    layers.skip = options.skip;
    manager.addPass(createPruneLayers(layers, statistics));
  }
  if (options.pruning.hasStructure()) {
    PruneStructureOptions structure;
    structure.channels = options.pruning.channels;
    structure.heads = options.pruning.heads;
    structure.skip = options.skip;
    // What is known of channels goes with them, and the caller may want to
    // optimize the whole model again.
    std::shared_ptr<Statistics> own;
    if (statistics) {
      own = std::make_shared<Statistics>();
      llvm::cantFail(own->merge(*statistics));
    }
    manager.addPass(createPruneStructure(structure, own));
    statistics = own;
  }
  if (options.pruning.hasMasks()) {
    PruneWeightsOptions pruning;
    pruning.method = options.pruning.method;
    pruning.pattern = options.pruning.pattern;
    pruning.sparsity = options.pruning.sparsity;
    pruning.skip = options.skip;
    manager.addPass(createPruneWeights(pruning, statistics, progress));
  }
  if ((options.method == "awq" && options.isInteger()) ||
      (options.roundsTokens && options.smooth > 0)) {
    ScaleSalientChannelsOptions scaling;
    scaling.bits = options.getBits();
    scaling.group = options.group;
    scaling.isSymmetric = options.isSymmetric;
    scaling.smooth = options.smooth;
    manager.addPass(createScaleSalientChannels(scaling, statistics, progress));
  }
  if (options.pruning.activations > 0) {
    PruneActivationsOptions thresholds;
    thresholds.share = options.pruning.activations;
    thresholds.skip = options.skip;
    manager.addPass(createPruneActivations(thresholds, statistics));
  }
  if (options.getPrecision() == "same")
    return;
  if (!options.isInteger()) {
    ConvertWeightsOptions conversion;
    conversion.type = options.getPrecision();
    conversion.skip = options.skip;
    manager.addPass(createConvertWeights(conversion));
    return;
  }
  if (options.collectsActivations()) {
    addActivationPreparation(manager, options, statistics,
                             options.countCalibrations() - 1);
    QuantizeActivationsOptions bytes;
    bytes.activations = options.activations == "int8" ? "static" : "dynamic";
    bytes.range = options.range.empty() ? "mse" : options.range;
    bytes.percentile = options.percentile;
    bytes.correctBias = options.correctsBias;
    bytes.switches = options.hasSwitches;
    bytes.wide = options.wide;
    bytes.skip = options.skip;
    manager.addPass(createQuantizeActivations(bytes, std::move(statistics)));
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
  if (options.roundsTokens) {
    quantization.activations = "int8";
    quantization.group = 0;
  }
  // Scaling has done what is its own.
  if (options.method == "awq")
    quantization.method = "search";
  quantization.skip = options.skip;
  quantization.requantize = options.requantize;
  manager.addPass(createQuantizeWeights(quantization, std::move(statistics),
                                        std::move(progress), draft));
}

LogicalResult weft::writeOptimizedModel(ModuleOp module, StringRef output,
                                        const ModelAssets &assets,
                                        StringRef source,
                                        const OptimizeOptions &options,
                                        ModelFileDraft *draft) {
  ModelIrExtras extras;
  for (const auto &[name, bytes] : assets)
    extras.assets.push_back({name, llvm::ArrayRef(bytes.data(), bytes.size())});
  extras.metadata = llvm::json::Object{{"source", source.str()},
                                       {"precision", options.getPrecision()},
                                       {"group", options.group}};
  if (options.pruning.isWanted())
    extras.metadata["pruning"] =
        llvm::json::Object{{"method", options.pruning.method},
                           {"pattern", options.pruning.pattern},
                           {"channels", options.pruning.channels},
                           {"heads", options.pruning.heads},
                           {"layers", options.pruning.layers},
                           {"activations", options.pruning.activations}};
  return exportModelIr(module, output, extras, WeightPlacement::Embed, draft);
}
