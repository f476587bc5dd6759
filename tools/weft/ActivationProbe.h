// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What it costs a model when products multiply integers, for any choice of products.
//
// The model is compiled once, with switches for each activation that could become bytes (`weft-quantize-activations` with `switches`), and called
// with some of them on. Its products multiply floats that were rounded to what the integers stand for, so that what it gives is what a model
// quantized in this way gives, but for the order of sums.

#ifndef WEFT_TOOLS_WEFT_ACTIVATIONPROBE_H
#define WEFT_TOOLS_WEFT_ACTIVATIONPROBE_H

#include "lib/Optimizer/Optimizer.h"
#include "tools/weft/Execution.h"
#include "tools/weft/Model.h"
#include "tools/weft/Verdict.h"

namespace weft {

/// How a product of constant weights is computed, the least accurate first.
enum class ProductPrecision {
  /// Of bytes.
  Bytes,
  /// Of activations of 16 bits, as two products of bytes.
  Wide,
  Floats,
};

/// Used by one thread. What fails is on stderr.
class ActivationProbe {
public:
  ActivationProbe(const ModelFlags &flags, const OptimizeOptions &options,
                  std::shared_ptr<const Statistics> statistics)
      : options(options), statistics(std::move(statistics)), model(flags),
        execution(model.getContext()) {}

  /// Compiles the model with its switches, and runs it in floats. `verdict` says on what, and what accuracy is.
  ExitStatus open(llvm::StringRef path, const VerdictOptions &verdict);

  /// The weights of products that become integers together, for each switch, in the order of the model.
  llvm::ArrayRef<std::vector<std::string>> getSites() const { return sites; }

  /// The squared difference of the outputs over their squares with one site in bytes, over the first samples.
  ExitStatus measureCost(size_t site, double &cost);

  /// The accuracy that is kept with these precisions of the sites, over all samples.
  ExitStatus measureAccuracy(llvm::ArrayRef<ProductPrecision> precisions,
                             Estimate &accuracy);

private:
  ExitStatus compile(llvm::StringRef path);
  ExitStatus makeSamples(const VerdictOptions &verdict);
  ExitStatus run(llvm::ArrayRef<ProductPrecision> precisions, size_t sample,
                 std::vector<Tensor> &outputs);
  /// Over the first samples.
  ExitStatus compare(llvm::ArrayRef<ProductPrecision> precisions, size_t count,
                     std::vector<OutputFigures> &figures);

  const OptimizeOptions &options;
  std::shared_ptr<const Statistics> statistics;
  Model model;
  Execution execution;
  std::string measure;
  int threads = 0;
  bool areSamplesRandom = false;
  std::vector<std::vector<std::string>> sites;
  /// Of the call that the model has, without switches; of each sample.
  Signature signature;
  std::vector<std::vector<Tensor>> samples, expected;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_ACTIVATIONPROBE_H
