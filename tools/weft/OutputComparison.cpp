// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See OutputComparison.h.

#include "tools/weft/OutputComparison.h"
#include "lib/Interpreter/NpyFile.h"
#include "tools/weft/Progress.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Format.h"
#include <cmath>

using namespace mlir;
using namespace weft;

double OutputFigures::computeError() const {
  if (squaresOfDifference == 0)
    return 0;
  return std::sqrt(squaresOfDifference) / std::sqrt(squaresA);
}

double OutputFigures::computeCosine() const {
  if (squaresA == 0 || squaresB == 0)
    return squaresA == squaresB;
  return std::min(1.0, product / (std::sqrt(squaresA) * std::sqrt(squaresB)));
}

/// For each of `ours` the place of what corresponds to it in `theirs`: what has its name, or the same place where names differ. Nothing if there
/// are more or fewer.
static std::optional<std::vector<size_t>> match(ArrayRef<Argument> ours,
                                                ArrayRef<Argument> theirs) {
  if (ours.size() != theirs.size())
    return std::nullopt;
  std::vector<size_t> places;
  for (const Argument &each : ours) {
    auto found = llvm::find_if(
        theirs, [&](const Argument &other) { return other.name == each.name; });
    if (found != theirs.end())
      places.push_back(static_cast<size_t>(found - theirs.begin()));
  }
  if (places.size() != ours.size()) {
    places.resize(ours.size());
    std::iota(places.begin(), places.end(), 0);
  }
  return places;
}

static std::string list(ArrayRef<Argument> arguments) {
  std::string text;
  for (const Argument &each : arguments)
    text += (text.empty() ? "'" : ", '") + each.name + "' " + each.describe();
  return text.empty() ? "none" : text;
}

ExitStatus OutputComparison::checkSignatures() {
  const Signature &a = models[0]->getSignature(),
                  &b = models[1]->getSignature();
  std::optional<std::vector<size_t>> inputs = match(a.inputs, b.inputs),
                                     outputs = match(a.outputs, b.outputs);
  if (!inputs)
    return reportError(ExitStatus::BadInput,
                       "expected models with the same inputs, found " +
                           list(a.inputs) + " and " + list(b.inputs));
  if (!outputs)
    return reportError(ExitStatus::BadInput,
                       "expected models with the same outputs, found " +
                           list(a.outputs) + " and " + list(b.outputs));
  inputPlaces = std::move(*inputs);
  outputPlaces = std::move(*outputs);
  for (const Argument &output : a.outputs)
    figures.emplace_back().name = output.name;
  return ExitStatus::Done;
}

/// Finds the output that has as many elements in each row as the folder has classes.
void OutputComparison::findScores() {
  int64_t numClasses = images->getFolder().numClasses;
  ArrayRef<Argument> outputs = models[0]->getSignature().outputs;
  for (auto [number, output] : llvm::enumerate(outputs)) {
    if (numClasses == 0 || output.dims.empty() ||
        output.dims.back() != numClasses)
      continue;
    if (scores) {
      scores.reset();
      break;
    }
    scores = number;
  }
  if (numClasses > 0 && !scores)
    llvm::errs() << "note: '" << images->getFolder().path << "' has "
                 << numClasses
                 << " classes, and the models not one output with a score for "
                    "each: it is not seen how often they are right\n";
}

ExitStatus OutputComparison::prepare(const SampleOptions &options) {
  if (ExitStatus status = checkSignatures(); status != ExitStatus::Done)
    return status;
  const Signature &signature = models[0]->getSignature();
  if (options.areImages()) {
    llvm::Expected<ImageSamples> opened = openImages(signature, options);
    if (!opened)
      return reportError(ExitStatus::BadInput, opened.takeError());
    images.emplace(std::move(*opened));
    findScores();
    return ExitStatus::Done;
  }
  auto made = makeCallSamples(signature, options, models[0]->getContext());
  if (!made)
    return reportError(ExitStatus::BadInput, made.takeError());
  samples = std::move(*made);
  return ExitStatus::Done;
}

ExitStatus OutputComparison::getInputs(size_t sample,
                                       std::vector<Tensor> &inputs) const {
  if (!images) {
    inputs = samples[sample];
    return ExitStatus::Done;
  }
  llvm::Expected<Tensor> input = images->read(sample);
  if (!input)
    return reportError(ExitStatus::BadInput, input.takeError());
  inputs = {*input};
  return ExitStatus::Done;
}

ExitStatus OutputComparison::setInputs(size_t sample) {
  std::vector<Tensor> inputs;
  if (ExitStatus status = getInputs(sample, inputs); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = models[0]->getExecution().setInputs(inputs);
      status != ExitStatus::Done)
    return status;
  const Signature &signature = models[1]->getSignature();
  std::vector<Tensor> theirs(inputs.size());
  for (auto [i, place] : llvm::enumerate(inputPlaces)) {
    Type wanted = signature.inputs[place].elementType;
    // A model of other precision may take other floats. Types of different contexts are never the same.
    theirs[place] =
        inputs[i].isNull() ||
                getDtype(wanted) == getDtype(inputs[i].getElementType())
            ? inputs[i]
            : convertElements(inputs[i], wanted);
  }
  return models[1]->getExecution().setInputs(theirs);
}

/// Where the largest element of a row is; the first one of equals.
static ptrdiff_t findTop(ArrayRef<double> row) {
  return llvm::max_element(row) - row.begin();
}

/// Sums of many rounded numbers are not 1 to the last bit.
static bool isDistribution(ArrayRef<double> row) {
  double sum = 0;
  for (double value : row) {
    if (!(value >= 0))
      return false;
    sum += value;
  }
  return std::fabs(sum - 1) < 1e-2;
}

ExitStatus OutputFigures::add(const Tensor &a, const Tensor &b) {
  if (a.getDims() != b.getDims()) {
    std::string text;
    llvm::raw_string_ostream(text)
        << "output '" << name
        << "': expected the same dimensions of both models, found "
        << a.getType() << " and " << b.getType();
    return reportError(ExitStatus::BadInput, text);
  }
  std::vector<double> valuesA = a.widen<double>(), valuesB = b.widen<double>();
  for (auto [x, y] : llvm::zip(valuesA, valuesB)) {
    // Infinities that agree are no difference.
    double difference = x == y ? 0 : y - x;
    squaresA += x * x;
    squaresB += y * y;
    product += x * y;
    squaresOfDifference += difference * difference;
    // The other way round, NaN would go unseen.
    if (!(std::fabs(difference) <= largestDifference))
      largestDifference = std::fabs(difference);
  }
  size_t width = a.getRank() ? static_cast<size_t>(a.getDims().back()) : 0;
  if (width < 2) {
    areProbabilities = false;
    return ExitStatus::Done;
  }
  for (size_t at = 0; at < valuesA.size(); at += width) {
    ArrayRef<double> row = ArrayRef(valuesA).slice(at, width);
    ++rows;
    sameRows += findTop(row) == findTop(ArrayRef(valuesB).slice(at, width));
    areProbabilities = areProbabilities && isDistribution(row);
  }
  return ExitStatus::Done;
}

ExitStatus OutputComparison::addLabels(size_t sample, const Tensor &a,
                                       const Tensor &b) {
  ArrayRef<int64_t> labels = images->getLabels(sample);
  auto width = static_cast<size_t>(images->getFolder().numClasses);
  std::vector<double> valuesA = a.widen<double>(), valuesB = b.widen<double>();
  if (valuesA.size() != labels.size() * width)
    return reportError(
        ExitStatus::BadInput,
        Twine("output '") + figures[*scores].name + "': expected " +
            Twine(width) + " scores for each of " + Twine(labels.size()) +
            " images, found " + Twine(valuesA.size()) + " elements");
  for (auto [i, label] : llvm::enumerate(labels))
    accuracy.add(ArrayRef(valuesA).slice(i * width, width),
                 ArrayRef(valuesB).slice(i * width, width), label);
  return ExitStatus::Done;
}

ExitStatus OutputComparison::run() {
  for (size_t sample = 0; sample < getNumSamples(); ++sample) {
    progress::show(double(sample) / double(getNumSamples()), "calling both");
    if (ExitStatus status = setInputs(sample); status != ExitStatus::Done)
      return status;
    std::vector<Tensor> outputs[2];
    for (int which = 0; which < 2; ++which) {
      Execution &execution = models[which]->getExecution();
      if (ExitStatus status = execution.run(); status != ExitStatus::Done)
        return status;
      if (ExitStatus status = execution.getOutputs(outputs[which]);
          status != ExitStatus::Done)
        return status;
    }
    for (auto [i, place] : llvm::enumerate(outputPlaces))
      if (ExitStatus status = figures[i].add(outputs[0][i], outputs[1][place]);
          status != ExitStatus::Done)
        return status;
    if (scores)
      if (ExitStatus status = addLabels(sample, outputs[0][*scores],
                                        outputs[1][outputPlaces[*scores]]);
          status != ExitStatus::Done)
        return status;
  }
  progress::clear();
  return ExitStatus::Done;
}

static Estimate computeAgreement(ArrayRef<OutputFigures> figures) {
  size_t rows = 0, same = 0;
  for (const OutputFigures &output : figures) {
    rows += output.rows;
    same += output.sameRows;
  }
  return estimateShare(same, rows);
}

AccuracyMeasure weft::chooseMeasure(StringRef name,
                                    ArrayRef<OutputFigures> figures,
                                    bool isRandom) {
  if (name == "auto")
    return !isRandom && llvm::all_of(figures,
                                     [](const OutputFigures &output) {
                                       return output.areProbabilities;
                                     })
               ? AccuracyMeasure::Agreement
               : AccuracyMeasure::Cosine;
  return name == "top1" ? AccuracyMeasure::Agreement : AccuracyMeasure::Cosine;
}

Estimate weft::computeAccuracy(AccuracyMeasure measure,
                               ArrayRef<OutputFigures> figures) {
  if (measure == AccuracyMeasure::Agreement)
    return computeAgreement(figures);
  double least = 1;
  for (const OutputFigures &output : figures)
    if (double cosine = output.computeCosine(); !(cosine >= least))
      least = cosine;
  return {least, 0, least, least};
}

Estimate OutputComparison::computeAgreement() const {
  return ::computeAgreement(figures);
}

void OutputComparison::print(llvm::raw_ostream &stream) const {
  stream << getNumSamples() << " calls of each model\n"
         << "rel. error      cosine  largest difference  same top-1  output\n";
  for (const OutputFigures &output : figures) {
    stream << llvm::format("%10.3e  %10.7f  %18.6g  ", output.computeError(),
                           output.computeCosine(), output.largestDifference);
    if (output.rows)
      stream << llvm::format("%8.3f %%", 100 * double(output.sameRows) /
                                             double(output.rows));
    else
      stream << "         -";
    stream << "  " << output.name << '\n';
  }
  if (scores)
    accuracy.print(stream);
}

void OutputComparison::addTo(llvm::json::Object &object) const {
  llvm::json::Array list;
  for (const OutputFigures &output : figures) {
    llvm::json::Object facts{
        {"name", output.name},
        {"relative_error", makeNumber(output.computeError())},
        {"cosine", makeNumber(output.computeCosine())},
        {"largest_difference", makeNumber(output.largestDifference)}};
    if (output.rows)
      addEstimate(facts, "top1_agreement",
                  estimateShare(output.sameRows, output.rows));
    list.push_back(std::move(facts));
  }
  object["calls"] = static_cast<int64_t>(getNumSamples());
  if (images)
    object["images"] = static_cast<int64_t>(images->getNumImages());
  if (scores)
    accuracy.addTo(object);
  object["outputs"] = std::move(list);
  addEstimate(object, "top1_agreement", computeAgreement());
}
