// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two models of any kind on the same inputs: how far the outputs of the second are from those of the first.

#ifndef WEFT_TOOLS_WEFT_OUTPUTCOMPARISON_H
#define WEFT_TOOLS_WEFT_OUTPUTCOMPARISON_H

#include "tools/weft/ComparedModel.h"
#include "tools/weft/Estimate.h"
#include "tools/weft/InputFlags.h"

namespace weft {

/// Of one output, over all calls.
struct OutputFigures {
  std::string name;
  /// Sums over the elements, from which the rest follows.
  double squaresA = 0, squaresB = 0, product = 0, squaresOfDifference = 0;
  double largestDifference = 0;
  /// Rows along the last dimension, where it has at least 2 elements, and those whose largest element is at the same place.
  size_t rows = 0, sameRows = 0;

  /// |b - a| / |a| in the 2-norm; 0 where both are 0.
  double computeError() const;
  double computeCosine() const;
};

class OutputComparison {
public:
  OutputComparison(ComparedModel &a, ComparedModel &b) : models{&a, &b} {}

  /// Makes the inputs of `samples` calls: those that a flag fixes are the same in each. Refuses models that take or give different things.
  ExitStatus prepare(const InputFlags &flags, int samples);
  /// Calls both models with each.
  ExitStatus run();
  /// Calls one with the inputs that were set last; for measuring time.
  ExitStatus call(int which) { return models[which]->getExecution().run(); }
  ExitStatus setInputs(size_t sample);

  llvm::ArrayRef<OutputFigures> getFigures() const { return figures; }
  size_t getNumSamples() const { return samples.size(); }
  /// Over the rows of all outputs.
  Estimate computeAgreement() const;

  void print(llvm::raw_ostream &stream) const;
  void addTo(llvm::json::Object &object) const;

private:
  ExitStatus checkSignatures();
  ExitStatus add(OutputFigures &figures, const Tensor &a, const Tensor &b);

  ComparedModel *models[2];
  /// The inputs of each call, in the order of A.
  std::vector<std::vector<Tensor>> samples;
  /// Where the inputs and outputs of A are among B's.
  std::vector<size_t> inputPlaces, outputPlaces;
  std::vector<OutputFigures> figures;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_OUTPUTCOMPARISON_H
