// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model with smaller weights: what `weft optimize` and the C API have in common. Both import the model and run the passes in
// a context of their own, since they report differently.

#ifndef WEFT_LIB_OPTIMIZER_OPTIMIZER_H
#define WEFT_LIB_OPTIMIZER_OPTIMIZER_H

#include "lib/Images/ImageOptions.h"
#include "lib/Import/Model/ModelAssets.h"
#include "lib/Optimizer/OptimizeReport.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/Statistics.h"

namespace weft {

/// What weights are stored in, in the order of listings.
inline constexpr llvm::StringRef kOptimizePrecisions[] = {
    "int8", "int6", "int5", "int4", "int3", "mixed", "bf16", "f16", "same"};
inline constexpr llvm::StringRef kOptimizeMethods[] = {"rtn", "search", "gptq",
                                                       "awq"};
inline constexpr llvm::StringRef kOptimizeActivations[] = {
    "bf16", "f32", "int8", "dynamic-int8"};
inline constexpr llvm::StringRef kOptimizeRanges[] = {"minmax", "percentile",
                                                      "entropy", "mse"};
inline constexpr llvm::StringRef kOptimizeEmbeddings[] = {"same", "int8"};

inline constexpr llvm::StringRef kPruningMethods[] = {"magnitude", "wanda",
                                                      "sparsegpt"};

/// Which weights become zero, before they are stored in fewer bits.
struct PruningOptions {
  /// Empty = none.
  std::string method;
  /// "unstructured", "N:M" or "RxC".
  std::string pattern = "unstructured";
  /// The share of zeros; below 0 = the pattern's own, or 0.5.
  double sparsity = -1;
  /// The shares of channels and of heads that go with all that belongs to them, before anything else.
  double channels = 0, heads = 0;
  /// How many layers go, before these.
  int layers = 0;
  /// The share of each layer's inputs that is taken as zero when the model runs, the smallest ones.
  double activations = 0;

  bool hasMasks() const { return !method.empty(); }
  bool hasStructure() const { return channels > 0 || heads > 0; }
  bool changesWeights() const {
    return hasMasks() || hasStructure() || layers > 0;
  }
  bool isWanted() const { return changesWeights() || activations > 0; }
};

struct OptimizeOptions {
  /// Empty = int8, or, where weights are pruned, "same": the floats that are there.
  std::string precision;
  /// Weights of a row that share a scale; 0 = all of a row.
  int64_t group = 128;
  /// Empty = search for 5 bits and fewer, else rtn.
  std::string method;
  /// What quantized weights are multiplied with. With "int8" and "dynamic-int8" products multiply integers, and weights have a scale for
  /// each output.
  std::string activations = "bf16";
  /// How ranges of int8 activations follow from statistics; empty = mse.
  std::string range;
  /// The part of the values that a range by percentile holds.
  double percentile = 99.99;
  /// How much of the differences between channels of activations goes into the weights, up to 1; 0 = nothing.
  double smooth = 0;
  bool correctsBias = false, equalizes = false;
  /// Of dynamic-int8: products round what they read with a scale for each token, in all functions of the model; adaptOptions finds out.
  bool roundsTokens = false;
  /// The model is to have arguments that say which products multiply integers, so that each can be measured; not one to be kept.
  bool hasSwitches = false;
  /// Embeddings, and heads that are tied to them: "same" as other weights, or "int8".
  std::string embeddings = "same";
  /// A regular expression of weights that stay; empty = none.
  std::string skip;
  /// A regular expression of weights whose products of integers read 16 bits; empty = none.
  std::string wide;
  /// A .npy or .npz file, or a folder of images, that the model is run on for statistics; empty = none.
  std::string calibration;
  /// How images become what the model reads.
  ImageOptions images;
  /// A file of statistics, which calibration adds to, or llama.cpp's imatrix; empty = none.
  std::string statistics;
  /// At most so many contexts, or inputs, of the calibration data.
  int samples = 128;
  bool isSymmetric = true, clips = false, requantize = false;
  PruningOptions pruning;

  llvm::StringRef getPrecision() const;
  /// What is planned weight by weight, by attributes of the parameters.
  bool isMixed() const { return precision == "mixed"; }
  bool isInteger() const {
    return isMixed() || getPrecision().starts_with("int");
  }
  /// Whether statistics are to have products of inputs.
  bool wantsProducts() const {
    return method == "gptq" || pruning.method == "sparsegpt";
  }
  /// Whether they are to have some of the inputs themselves.
  bool wantsVectors() const { return pruning.activations > 0; }
  /// Whether products are to multiply integers.
  bool hasByteActivations() const {
    return activations == "int8" || activations == "dynamic-int8";
  }
  /// Whether what products of a simplified model read is measured, and not what its weights do.
  bool collectsActivations() const {
    return hasByteActivations() && !roundsTokens;
  }
  /// How often the model runs over the calibration data: where smoothing changes ranges, they are measured again.
  int countCalibrations() const {
    return smooth > 0 && collectsActivations() ? 2 : 1;
  }
  /// Of codes; of mixed precision, those of weights that have no plan.
  unsigned getBits() const;
  bool wantsStatistics() const {
    return !calibration.empty() || !statistics.empty();
  }
};

/// Says which options do not exist or contradict each other; `prefix` stands before the names of options, "--" on a command line.
llvm::Error checkOptions(const OptimizeOptions &options,
                         llvm::StringRef prefix = "");

/// Finds out what the options mean for this model. Fails where they are for others.
llvm::Error adaptOptions(mlir::ModuleOp module, OptimizeOptions &options,
                         llvm::StringRef prefix = "");

/// What the file of statistics has; nothing where it is still to be made, null where no statistics are wanted.
llvm::Expected<std::shared_ptr<Statistics>>
readStatistics(const OptimizeOptions &options, llvm::StringRef prefix = "");

/// Finds the model's weights in statistics from a file of other names. Fails where the file is of another model.
llvm::Error fitStatistics(mlir::ModuleOp module, const OptimizeOptions &options,
                          Statistics *statistics);

/// Adds what changes a model before its activations are measured for the time `calibration`, 0 or 1.
void addActivationPreparation(mlir::OpPassManager &manager,
                              const OptimizeOptions &options,
                              std::shared_ptr<const Statistics> statistics,
                              int calibration);

/// Adds the passes to run on an imported model. With a `draft` of the output, weights go where they will lie in it.
void addOptimizerPasses(mlir::OpPassManager &manager,
                        const OptimizeOptions &options,
                        std::shared_ptr<const Statistics> statistics,
                        CompressProgress progress,
                        ModelFileDraft *draft = nullptr);

/// Writes what the passes left as a model.ir, which knows what it was made from. Fails with a diagnostic; what was in `output`
/// stays then. The `draft` becomes the output where there is one.
llvm::LogicalResult writeOptimizedModel(mlir::ModuleOp module,
                                        llvm::StringRef output,
                                        const ModelAssets &assets,
                                        llvm::StringRef source,
                                        const OptimizeOptions &options,
                                        ModelFileDraft *draft = nullptr);

} // namespace weft

#endif // WEFT_LIB_OPTIMIZER_OPTIMIZER_H
