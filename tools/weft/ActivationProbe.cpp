// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ActivationProbe.h.

#include "tools/weft/ActivationProbe.h"
#include "passes/Compress/ActivationSites.h"

using namespace mlir;
using namespace weft;

/// Samples that a site is measured on alone: the rounding of many elements is there in each, and ranks settle early.
static constexpr size_t kRankedSamples = 8;
/// Images that are held; folders have any number of them.
static constexpr int kMostImages = 512;

ExitStatus ActivationProbe::compile(StringRef path) {
  if (ExitStatus status = model.import(path); status != ExitStatus::Done)
    return status;
  OptimizeOptions switched = options;
  switched.hasSwitches = true;
  if (ExitStatus status = model.runPasses([&](OpPassManager &manager) {
        addOptimizerPasses(manager, switched, statistics, nullptr);
      });
      status != ExitStatus::Done)
    return status;
  FuncOp function = findQuantizedFunction(model.getModule());
  std::vector<size_t> states;
  size_t numSwitches = 0;
  for (unsigned i = 0; i < function.getNumArguments(); ++i) {
    if (function.getArgAttr(i, kWasStateAttribute))
      states.push_back(i);
    auto names = function.getArgAttrOfType<ArrayAttr>(i, kWeightsAttribute);
    if (!names)
      continue;
    // There are two for each site.
    if (++numSwitches % 2 == 0)
      continue;
    std::vector<std::string> &site = sites.emplace_back();
    for (auto name : names.getAsRange<StringAttr>())
      site.push_back(name.str());
  }
  execution.setFunction(function.getName());
  if (ExitStatus status = execution.openModel(model, threads);
      status != ExitStatus::Done)
    return status;
  signature = execution.getSignature();
  signature.inputs.resize(signature.inputs.size() - numSwitches);
  // They are arguments, which no file has values for.
  for (size_t i : states)
    signature.inputs[i].state = signature.inputs[i].name;
  return ExitStatus::Done;
}

ExitStatus ActivationProbe::makeSamples(const VerdictOptions &verdict) {
  SampleOptions wanted = verdict.getSamples();
  if (wanted.areImages())
    wanted.count = std::min(wanted.getCount(), kMostImages);
  auto made = makeCallSamples(signature, wanted, model.getContext());
  if (!made)
    return reportError(ExitStatus::BadInput, made.takeError());
  samples = std::move(*made);
  for (auto [i, input] : llvm::enumerate(signature.inputs)) {
    if (input.state.empty())
      continue;
    SmallVector<int64_t> dims(input.dims);
    for (int64_t &dim : dims)
      dim = std::max<int64_t>(dim, 0);
    FailureOr<Tensor> zeros = Tensor::allocate(input.elementType, dims);
    if (failed(zeros))
      return reportError(ExitStatus::BadInput,
                         "no memory for the state '" + input.name + "'");
    for (std::vector<Tensor> &sample : samples)
      sample[i] = *zeros;
  }
  return ExitStatus::Done;
}

ExitStatus ActivationProbe::open(StringRef path,
                                 const VerdictOptions &verdict) {
  threads = verdict.threads;
  measure = verdict.measure;
  areSamplesRandom = verdict.areSamplesRandom();
  if (ExitStatus status = compile(path); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = makeSamples(verdict); status != ExitStatus::Done)
    return status;
  SmallVector<ProductPrecision> none(sites.size(), ProductPrecision::Floats);
  expected.resize(samples.size());
  for (size_t i = 0; i < samples.size(); ++i)
    if (ExitStatus status = run(none, i, expected[i]);
        status != ExitStatus::Done)
      return status;
  return ExitStatus::Done;
}

ExitStatus ActivationProbe::run(ArrayRef<ProductPrecision> precisions,
                                size_t sample, std::vector<Tensor> &outputs) {
  std::vector<Tensor> inputs = samples[sample];
  for (ProductPrecision precision : precisions)
    for (ProductPrecision on :
         {ProductPrecision::Bytes, ProductPrecision::Wide}) {
      FailureOr<Tensor> tensor =
          Tensor::allocate(IntegerType::get(&model.getContext(), 1), {});
      if (failed(tensor))
        return reportError(ExitStatus::BadInput, "no memory for a switch");
      *tensor->getMutableData() = precision == on;
      inputs.push_back(*tensor);
    }
  return execution.run(inputs, outputs);
}

ExitStatus ActivationProbe::compare(ArrayRef<ProductPrecision> precisions,
                                    size_t count,
                                    std::vector<OutputFigures> &figures) {
  figures.resize(signature.outputs.size());
  for (auto [output, of] : llvm::zip(signature.outputs, figures))
    of.name = output.name;
  for (size_t i = 0; i < count; ++i) {
    std::vector<Tensor> outputs;
    if (ExitStatus status = run(precisions, i, outputs);
        status != ExitStatus::Done)
      return status;
    for (auto [of, before, after] : llvm::zip(figures, expected[i], outputs))
      if (ExitStatus status = of.add(before, after); status != ExitStatus::Done)
        return status;
  }
  return ExitStatus::Done;
}

ExitStatus ActivationProbe::measureCost(size_t site, double &cost) {
  SmallVector<ProductPrecision> precisions(sites.size(),
                                           ProductPrecision::Floats);
  precisions[site] = ProductPrecision::Bytes;
  std::vector<OutputFigures> figures;
  if (ExitStatus status = compare(
          precisions, std::min(samples.size(), kRankedSamples), figures);
      status != ExitStatus::Done)
    return status;
  double difference = 0, norm = 0;
  for (const OutputFigures &output : figures) {
    difference += output.squaresOfDifference;
    norm += output.squaresA;
  }
  cost = norm > 0 ? difference / norm : difference;
  return ExitStatus::Done;
}

ExitStatus
ActivationProbe::measureAccuracy(ArrayRef<ProductPrecision> precisions,
                                 Estimate &accuracy) {
  std::vector<OutputFigures> figures;
  if (ExitStatus status = compare(precisions, samples.size(), figures);
      status != ExitStatus::Done)
    return status;
  accuracy = computeAccuracy(chooseMeasure(measure, figures, areSamplesRandom),
                             figures);
  return ExitStatus::Done;
}
