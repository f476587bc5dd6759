// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What it costs a model when one of its weights becomes less precise.
//
// The model is compiled once with its weights as inputs, and called with one of them changed at a time. Of a language model the cost is the mean
// Kullback-Leibler divergence of its predictions on a text, of another model the squared difference of its outputs over their squares.

#ifndef WEFT_TOOLS_WEFT_SENSITIVITYPROBE_H
#define WEFT_TOOLS_WEFT_SENSITIVITYPROBE_H

#include "lib/Optimizer/PrecisionPlanner.h"
#include "passes/Compress/Statistics.h"
#include "passes/Compress/WeightRows.h"
#include "tools/weft/Execution.h"
#include "tools/weft/InputFlags.h"
#include "tools/weft/Model.h"

namespace weft {

class SensitivityProbe {
public:
  explicit SensitivityProbe(const ModelFlags &flags)
      : source(flags), model(flags), execution(model.getContext()) {}

  /// Compiles the model, and runs it as it is. A language model reads the text in `file`; where that is empty, Weft's own.
  ExitStatus open(llvm::StringRef path, llvm::StringRef file,
                  const InputFlags &inputs, int threads);

  struct Weight {
    std::string name;
    int64_t rows = 0, width = 0;
    bool isTransposed = false;
    /// Among the inputs of the call.
    size_t input = 0;
    uint64_t bytes = 0;
  };
  llvm::ArrayRef<Weight> getWeights() const { return weights; }
  /// Whether costs are divergences of predictions.
  bool isLanguageModel() const { return isLanguage; }
  /// Of all other parameters.
  uint64_t getOtherBytes() const { return otherBytes; }

  /// The cost of the weight in this format, its scales searched by what `statistics` say of its inputs, which may be null.
  ExitStatus measure(const Weight &weight, const GroupFormat &format,
                     const Statistics *statistics, double &cost);

  /// The error that the format causes in some rows of the weight, weighted by what is known of its inputs; for comparing formats.
  ExitStatus estimateError(const Weight &weight, const GroupFormat &format,
                           const Statistics *statistics, double &error);

private:
  ExitStatus findWeights(FuncOp entry);
  /// Whether a language model takes and gives what is measured.
  ExitStatus checkSignature(llvm::StringRef path);
  ExitStatus makeInputs(llvm::StringRef file, const InputFlags &flags);
  ExitStatus makeTokens(llvm::StringRef file, const Argument &argument,
                        Tensor &tokens);
  double compare(llvm::ArrayRef<Tensor> outputs) const;
  ExitStatus readRows(const Weight &weight, std::optional<WeightRows> &rows);

  /// The weights as they are, and the model that takes them.
  Model source, model;
  std::optional<ParameterTable> parameters;
  Execution execution;
  std::vector<Weight> weights;
  uint64_t otherBytes = 0;
  std::vector<Tensor> inputs, expected;
  bool isLanguage = false;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_SENSITIVITYPROBE_H
