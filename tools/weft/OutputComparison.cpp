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

/// Whether a flag gives an input its values, not just its shape.
static bool isFixed(const InputFlags &flags, StringRef name) {
  return llvm::any_of(flags.inputs, [&](const std::string &flag) {
    auto [input, value] = StringRef(flag).rsplit('=');
    return input == name && !value.starts_with("random:");
  });
}

ExitStatus OutputComparison::prepare(const InputFlags &flags, int count) {
  if (ExitStatus status = checkSignatures(); status != ExitStatus::Done)
    return status;
  const Signature &signature = models[0]->getSignature();
  llvm::Expected<std::vector<Tensor>> first =
      makeInputs(signature, flags, models[0]->getContext());
  if (!first)
    return reportError(ExitStatus::BadInput, first.takeError());
  samples.push_back(std::move(*first));
  bool varies = false;
  for (int sample = 1; sample < count && (varies || sample == 1); ++sample) {
    std::vector<Tensor> inputs = samples.front();
    for (auto [i, argument] : llvm::enumerate(signature.inputs)) {
      if (inputs[i].isNull() || isFixed(flags, argument.name))
        continue;
      varies = true;
      unsigned number =
          unsigned(i) + unsigned(sample) * unsigned(inputs.size());
      inputs[i] = makeRandom(argument, inputs[i].getDims(), number);
      if (inputs[i].isNull())
        return reportError(ExitStatus::BadInput,
                           "input '" + argument.name +
                               "': no memory for a tensor of these dimensions");
    }
    if (varies)
      samples.push_back(std::move(inputs));
  }
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

ExitStatus OutputComparison::prepareImages(StringRef folder,
                                           const ImageOptions &options,
                                           size_t count) {
  if (ExitStatus status = checkSignatures(); status != ExitStatus::Done)
    return status;
  std::vector<ImageInput> inputs;
  for (const Argument &each : models[0]->getSignature().inputs)
    inputs.push_back({each.name, each.elementType, each.dims});
  llvm::Expected<ImageSamples> opened =
      ImageSamples::open(folder, inputs, options, count);
  if (!opened)
    return reportError(ExitStatus::BadInput, opened.takeError());
  images.emplace(std::move(*opened));
  findScores();
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

ExitStatus OutputComparison::add(OutputFigures &output, const Tensor &a,
                                 const Tensor &b) {
  if (a.getDims() != b.getDims()) {
    std::string text;
    llvm::raw_string_ostream(text)
        << "output '" << output.name
        << "': expected the same dimensions of both models, found "
        << a.getType() << " and " << b.getType();
    return reportError(ExitStatus::BadInput, text);
  }
  std::vector<double> valuesA = a.widen<double>(), valuesB = b.widen<double>();
  for (auto [x, y] : llvm::zip(valuesA, valuesB)) {
    // Infinities that agree are no difference.
    double difference = x == y ? 0 : y - x;
    output.squaresA += x * x;
    output.squaresB += y * y;
    output.product += x * y;
    output.squaresOfDifference += difference * difference;
    // The other way round, NaN would go unseen.
    if (!(std::fabs(difference) <= output.largestDifference))
      output.largestDifference = std::fabs(difference);
  }
  size_t width = a.getRank() ? static_cast<size_t>(a.getDims().back()) : 0;
  if (width < 2)
    return ExitStatus::Done;
  for (size_t at = 0; at < valuesA.size(); at += width) {
    ++output.rows;
    output.sameRows += findTop(ArrayRef(valuesA).slice(at, width)) ==
                       findTop(ArrayRef(valuesB).slice(at, width));
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
      if (ExitStatus status = add(figures[i], outputs[0][i], outputs[1][place]);
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

Estimate OutputComparison::computeAgreement() const {
  size_t rows = 0, same = 0;
  for (const OutputFigures &output : figures) {
    rows += output.rows;
    same += output.sameRows;
  }
  return estimateShare(same, rows);
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
