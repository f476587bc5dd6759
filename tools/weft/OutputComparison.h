// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two models of any kind on the same inputs: how far the outputs of the second are from those of the first.

#ifndef WEFT_TOOLS_WEFT_OUTPUTCOMPARISON_H
#define WEFT_TOOLS_WEFT_OUTPUTCOMPARISON_H

#include "tools/weft/CallSamples.h"
#include "tools/weft/ComparedModel.h"
#include "tools/weft/Estimate.h"
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
  /// Whether all there was of A were such rows, of numbers of at least 0 that add up to 1.
  bool areProbabilities = true;

  /// Takes what both gave in one more call. Refuses other dimensions.
  ExitStatus add(const Tensor &a, const Tensor &b);
  /// |b - a| / |a| in the 2-norm; 0 where both are 0.
  double computeError() const;
  double computeCosine() const;
};

/// What is kept of a model's accuracy.
enum class AccuracyMeasure {
  /// The least cosine of an output.
  Cosine,
  /// The share of rows of all outputs whose largest element stays where it was.
  Agreement,
};

/// The measure by its name, or, where that is "auto", Agreement where outputs are probabilities and not inputs by chance, Cosine else.
AccuracyMeasure chooseMeasure(llvm::StringRef name,
                              llvm::ArrayRef<OutputFigures> figures,
                              bool isRandom);
inline constexpr llvm::StringRef kAccuracyMeasures[] = {"auto", "cosine",
                                                        "top1"};

/// Over all figures; a cosine has no interval.
Estimate computeAccuracy(AccuracyMeasure measure,
                         llvm::ArrayRef<OutputFigures> figures);

class OutputComparison {
public:
  OutputComparison(ComparedModel &a, ComparedModel &b) : models{&a, &b} {}

  /// Makes the inputs of all calls. Refuses models that take or give different things. Where images have classes and one output a score for each of
  /// them, it is also seen how often both models are right.
  ExitStatus prepare(const SampleOptions &options);
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
