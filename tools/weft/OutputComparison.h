// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two models of any kind on the same inputs: how far the outputs of the second are from those of the first.

#ifndef WEFT_TOOLS_WEFT_OUTPUTCOMPARISON_H
#define WEFT_TOOLS_WEFT_OUTPUTCOMPARISON_H

#include "lib/Images/ImageSamples.h"
#include "tools/weft/ComparedModel.h"
#include "tools/weft/Estimate.h"
#include "tools/weft/InputFlags.h"
#include "tools/weft/LabelAccuracy.h"

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
  /// Takes the images of a folder for the only input of A, at most `samples` calls. Where the folder has classes and one output a score
  /// for each of them, it is also seen how often both models are right.
  ExitStatus prepareImages(llvm::StringRef folder, const ImageOptions &options,
                           size_t samples);
  /// Calls both models with each.
  ExitStatus run();
  /// Calls one with the inputs that were set last; for measuring time.
  ExitStatus call(int which) { return models[which]->getExecution().run(); }
  ExitStatus setInputs(size_t sample);

  llvm::ArrayRef<OutputFigures> getFigures() const { return figures; }
  size_t getNumSamples() const {
    return images ? images->getNumCalls() : samples.size();
  }
  /// Null where no classes are known.
  const LabelAccuracy *getAccuracy() const {
    return scores ? &accuracy : nullptr;
  }
  /// Over the rows of all outputs.
  Estimate computeAgreement() const;

  void print(llvm::raw_ostream &stream) const;
  void addTo(llvm::json::Object &object) const;

private:
  ExitStatus checkSignatures();
  ExitStatus add(OutputFigures &figures, const Tensor &a, const Tensor &b);
  void findScores();
  ExitStatus addLabels(size_t sample, const Tensor &a, const Tensor &b);
  /// The inputs of A in a call.
  ExitStatus getInputs(size_t sample, std::vector<Tensor> &inputs) const;

  ComparedModel *models[2];
  /// The inputs of each call, in the order of A; or images, which are read when they are needed.
  std::vector<std::vector<Tensor>> samples;
  std::optional<ImageSamples> images;
  /// The output of A that has a score for each class.
  std::optional<size_t> scores;
  LabelAccuracy accuracy;
  /// Where the inputs and outputs of A are among B's.
  std::vector<size_t> inputPlaces, outputPlaces;
  std::vector<OutputFigures> figures;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_OUTPUTCOMPARISON_H
