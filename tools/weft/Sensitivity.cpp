// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same measurements as those that `weft optimize --precision mixed` plans by.

#include "tools/weft/Sensitivity.h"
#include "tools/weft/ActivationSearch.h"
#include "tools/weft/Estimate.h"
#include "tools/weft/Progress.h"
#include "tools/weft/SensitivityProbe.h"

using namespace weft;
using llvm::json::Object;

/// Adds what activations cost in 8 bits, layer by layer, with ranges that each
/// call finds: those of calibration are not known here.
static ExitStatus describeActivations(const ModelFlags &flags,
                                      llvm::StringRef path,
                                      const InputFlags &inputs, int threads,
                                      Object &facts) {
  OptimizeOptions options;
  options.activations = "dynamic-int8";
  VerdictOptions verdict;
  verdict.inputs = inputs;
  verdict.threads = threads;
  auto probe = std::make_unique<ActivationProbe>(flags, options, nullptr);
  if (ExitStatus status = probe->open(path, verdict);
      status != ExitStatus::Done)
    return status;
  ActivationSearch search;
  if (ExitStatus status = search.rank(std::move(probe));
      status != ExitStatus::Done)
    return status;
  facts["activations"] = search.toJson();
  return ExitStatus::Done;
}

ExitStatus weft::describeSensitivity(const ModelFlags &flags,
                                     llvm::StringRef path, llvm::StringRef text,
                                     const InputFlags &inputs, int threads,
                                     Object &facts) {
  SensitivityProbe probe(flags);
  if (ExitStatus status = probe.open(path, text, inputs, threads);
      status != ExitStatus::Done)
    return status;
  struct Row {
    const SensitivityProbe::Weight *weight;
    double cost8 = 0, cost4 = 0;
  };
  std::vector<Row> rows;
  for (const SensitivityProbe::Weight &weight : probe.getWeights()) {
    progress::show(static_cast<double>(rows.size()) /
                       static_cast<double>(probe.getWeights().size()),
                   "what " + weight.name + " costs in fewer bits");
    Row row{&weight};
    for (auto [bits, cost] : {std::pair(8u, &row.cost8), {4u, &row.cost4}}) {
      GroupFormat format;
      format.bits = bits;
      if (ExitStatus status = probe.measure(weight, format, nullptr, *cost);
          status != ExitStatus::Done)
        return status;
    }
    rows.push_back(row);
  }
  progress::clear();
  llvm::sort(rows, [](const Row &a, const Row &b) {
    // Of equal ones the one that comes first in the model.
    return a.cost4 != b.cost4 ? a.cost4 > b.cost4 : a.weight < b.weight;
  });
  llvm::json::Array list;
  for (const Row &row : rows)
    list.push_back(Object{{"name", row.weight->name},
                          {"bytes", static_cast<int64_t>(row.weight->bytes)},
                          {"cost_int8", makeNumber(row.cost8)},
                          {"cost_int4", makeNumber(row.cost4)}});
  facts["measure"] =
      probe.isLanguageModel()
          ? "mean Kullback-Leibler divergence of the predictions on a text "
            "with that weight alone in groups of 128"
          : "squared difference of the outputs over their squares with that "
            "weight alone in groups of 128";
  facts["weights"] = std::move(list);
  return probe.isLanguageModel()
             ? ExitStatus::Done
             : describeActivations(flags, path, inputs, threads, facts);
}
