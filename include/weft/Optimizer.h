/* Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The optimizer: a model becomes one with smaller weights, as a model.ir. C ABI
 * of libWeftCompiler.
 *
 *     WeftOptimizeOptions options = WEFT_OPTIMIZE_OPTIONS_INIT;
 *     WeftOptimization *optimization;
 *     options.precision = "int4";
 *     if (weft_optimize_file("model.gguf", &options, "model-int4.ir",
 *                            &optimization) != WEFT_STATUS_OK)
 *       puts(weft_optimization_error(optimization));
 *     else
 *       puts(weft_optimization_report(optimization));
 *     weft_optimization_destroy(optimization);
 *
 * Errors, threads, structs and strings are as weft/Compiler.h has them. */
#ifndef WEFT_OPTIMIZER_H
#define WEFT_OPTIMIZER_H

#include "weft/Compiler.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Gets how much of a step is over, 0 to 1, and its name, valid during the
 * call; on the thread that optimizes. */
typedef void (*WeftProgressFn)(void *user, double part, const char *step);

typedef struct WeftOptimizeOptions {
  uint32_t size;
  uint32_t version;
  /** What weights are stored in: "int8", "int6", "int5", "int4", "int3", "bf16",
   * "f16" or "same", as they are; null = "int8", or "same" with pruning. */
  const char *precision;
  /** How weights become integers: "rtn", "search", "gptq" or "awq"; null =
   * "search" for 5 bits and fewer, else "rtn". */
  const char *method;
  /** What quantized weights are multiplied with: "bf16" (null means it too),
   * "f32", of models that are no language models "int8", whose ranges
   * calibration finds, or "dynamic-int8", whose ranges each call finds, of a
   * language model each token. */
  const char *activations;
  /** A regular expression (POSIX, extended) of weights that stay as they are;
   * null = none. */
  const char *skip;
  /** A .npy file of token ids, or of a model's only input: errors count by how
   * strong the inputs are. Null = none; "gptq", "awq" and activations of
   * "int8" need one, or statistics. The latter take a .npz file too, with an
   * array for each input, and both a folder of images for a model whose only
   * input is one; see `imageOptions`. */
  const char *calibration;
  /** A file that keeps what calibration found, and to which it adds; read where
   * there is no calibration. Null = none. */
  const char *statistics;
  /** As those of WeftCompileOptions. */
  const char *const *dims;
  const char *const *states;
  const char *const *plugins;
  int32_t dimCount;
  int32_t stateCount;
  int32_t pluginCount;
  /** At most so many texts of 512 tokens, or inputs, of `calibration`. */
  int32_t calibrationSamples;
  /** Weights of a row that share a scale; 0 = all of a row. */
  int64_t groupSize;
  /** Not 0: with zero points. */
  int32_t asymmetric;
  /** Not 0, with "rtn": also scales that the largest weights fall out of. */
  int32_t clip;
  /** Not 0: also weights that were quantized to more bits, or in smaller
   * groups, before. */
  int32_t requantize;
  /** Threads of the compiler, which calibration needs; 0 = the cores that the
   * process may use. */
  int32_t threads;
  /** Null = messages are only in the error's text. Remarks say which weights
   * stay as they are, and why. */
  WeftDiagnosticFn diagnostic;
  void *diagnosticUser;
  /** May be null. */
  WeftProgressFn progress;
  void *progressUser;
  /** Weights of linear layers become zero before they are stored: "magnitude",
   * "wanda" or "sparsegpt", of which the last two need `calibration` or
   * `statistics`; null = none. */
  const char *prune;
  /** "unstructured" (null means it too), "N:M" or "RxC". */
  const char *prunePattern;
  /** The share of zeros, above 0 and below 1; 0 = the pattern's own, or 0.5. */
  double pruneSparsity;
  /** The shares of channels and of heads that leave the model, below 1; what the
   * calibration says of inputs decides which, else the norm of weights. */
  double pruneChannels;
  double pruneHeads;
  /** So many layers leave the model, those that add the least to what comes in. */
  int32_t pruneLayers;
  /** So many texts NAME=VALUE that say how the images of a folder become what
   * the model reads: size, resize, filter, scale, mean, std, layout, as the flags
   * --image-NAME of `weft optimize` take them. By default as torchvision's
   * classifiers of ImageNet are evaluated. */
  int32_t imageOptionCount;
  const char *const *imageOptions;
  /** The share of what a linear layer reads, below 1, that is taken as zero when
   * the model runs, the smallest values; needs `calibration`, or `statistics`
   * with vectors of inputs. A step of generation does not read the weights, of 8
   * or 4 bits, that meet zeros. */
  double pruneActivations;
} WeftOptimizeOptions;

/* clang-format off */
#define WEFT_OPTIMIZE_OPTIONS_INIT                                                                                    \
  {sizeof(WeftOptimizeOptions), WEFT_COMPILER_API_VERSION, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
/* clang-format on */

/** One model that was optimized, or what went wrong with it. */
typedef struct WeftOptimization WeftOptimization;

/** Reads the model at `path`, of any format that weft_compile_file takes, and
 * writes it with smaller weights to `output`, a model.ir, which appears at once
 * and complete: after a failure what was there is still there. `options` may be
 * null. A model, an option or a file at fault gives
 * WEFT_STATUS_INVALID_ARGUMENT. */
WEFT_API WeftStatus weft_optimize_file(const char *path,
                                       const WeftOptimizeOptions *options,
                                       const char *output,
                                       WeftOptimization **optimization);
/** Frees it. Null is ignored. */
WEFT_API void weft_optimization_destroy(WeftOptimization *optimization);

/** The errors of a failure, a line each; "" if there was none. */
WEFT_API const char *
weft_optimization_error(const WeftOptimization *optimization);
/** What became of the weights, as the JSON of `weft optimize --json`: "output",
 * "precision", "bytes_before", "bytes_after", and "weights", a list of "name",
 * "type", "gone" of one that left the model, "bits", "bytes_before",
 * "bytes_after" and, where it was quantized, "group" and "relative_error",
 * where it was pruned, "sparsity" and "pruning_error". "" after a failure;
 * valid as long as the optimization. */
WEFT_API const char *
weft_optimization_report(const WeftOptimization *optimization);

#ifdef __cplusplus
}
#endif

#endif
