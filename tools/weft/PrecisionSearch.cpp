// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See PrecisionSearch.h.

#include "tools/weft/PrecisionSearch.h"
#include "passes/Compress/Compress.h"
#include "tools/weft/Progress.h"
#include "llvm/Support/Format.h"
#include <cmath>
#include <numeric>

using namespace mlir;
using namespace weft;

/// More of any unit is no limit, and might not be an integer of bytes.
static constexpr double kLargestBudget = 1e9;

llvm::Expected<SizeBudget> weft::parseBudget(StringRef text) {
  using Unit = SizeBudget::Unit;
  for (auto [suffix, unit] :
       {std::pair("bits", Unit::Bits), std::pair("MB", Unit::Megabytes),
        std::pair("ms", Unit::Milliseconds),
        std::pair("kl", Unit::Divergence)}) {
    StringRef number = text;
    double value = 0;
    if (number.consume_back_insensitive(suffix) &&
        !number.rtrim().getAsDouble(value) && value > 0 &&
        value <= kLargestBudget)
      return SizeBudget{unit, value};
  }
  return llvm::createStringError(
      "--budget expects a number with a unit, like 4.9bits of a weight, 80MB "
      "of "
      "the model, 12ms of a token or call, or 0.04kl of divergence, above 0 "
      "and at most 1e9, found '" +
      text + "'");
}

/// Bytes of codes, scales of f16 and zero points of a byte.
static uint64_t countStored(const SensitivityProbe::Weight &weight,
                            GroupFormat format) {
  if (format.bits == 0)
    return weight.bytes;
  if (format.group == 0)
    format.group = weight.width;
  auto rows = static_cast<uint64_t>(weight.rows),
       groups = static_cast<uint64_t>(format.countGroups(weight.width)),
       codes = rows * static_cast<uint64_t>(weight.width);
  return (codes * format.bits + 7) / 8 +
         rows * groups * (format.isSymmetric ? 2 : 3);
}

ExitStatus PrecisionSearch::measure(SensitivityProbe &probe,
                                    ArrayRef<GroupFormat> formats,
                                    const Statistics *statistics) {
  otherBytes = probe.getOtherBytes();
  size_t total = probe.getWeights().size();
  for (auto [number, weight] : llvm::enumerate(probe.getWeights())) {
    progress::show(static_cast<double>(number) / static_cast<double>(total),
                   "what " + weight.name + " costs");
    PlannedWeight planned;
    planned.name = weight.name;
    elements += static_cast<uint64_t>(weight.rows * weight.width);
    double measured = 0, reference = 0;
    for (const GroupFormat &format : formats) {
      double cost = 0, error = 0;
      if (format.bits != 0)
        if (ExitStatus status =
                probe.estimateError(weight, format, statistics, error);
            status != ExitStatus::Done)
          return status;
      if (planned.choices.empty()) {
        if (ExitStatus status =
                probe.measure(weight, format, statistics, measured);
            status != ExitStatus::Done)
          return status;
        reference = error;
        cost = measured;
      } else if (reference > 0) {
        cost = measured * error / reference;
      }
      // Predictions that are no numbers any more are worse than any others.
      if (!std::isfinite(cost))
        cost = 1e6;
      planned.choices.push_back({format, countStored(weight, format), cost});
    }
    weights.push_back(std::move(planned));
  }
  progress::clear();
  return ExitStatus::Done;
}

void PrecisionSearch::choose(const PrecisionBudget &budget) {
  PrecisionBudget own = budget;
  if (own.bytes)
    own.bytes = *own.bytes - std::min(*own.bytes, otherBytes);
  sums = planPrecision(weights, own);
}

void PrecisionSearch::chooseAll(size_t format) {
  sums = {};
  for (PlannedWeight &weight : weights) {
    weight.chosen = format;
    sums.bytes += weight.getChoice().bytes;
    sums.cost += weight.getChoice().cost;
  }
}

uint64_t PrecisionSearch::countBytes(double bits) const {
  return otherBytes +
         static_cast<uint64_t>(bits / 8 * static_cast<double>(elements));
}

double PrecisionSearch::computeBits() const {
  return 8 * static_cast<double>(sums.bytes) / static_cast<double>(elements);
}

void PrecisionSearch::apply(ModuleOp module) const {
  Builder builder(module.getContext());
  SymbolTable symbols(module);
  for (const PlannedWeight &weight : weights) {
    auto parameter = symbols.lookup<ParameterOp>(weight.name);
    if (!parameter)
      continue;
    const GroupFormat &format = weight.getChoice().format;
    parameter->setAttr(
        kPrecisionAttribute,
        builder.getDictionaryAttr(
            {builder.getNamedAttr("bits",
                                  builder.getI64IntegerAttr(format.bits)),
             builder.getNamedAttr("group",
                                  builder.getI64IntegerAttr(format.group)),
             builder.getNamedAttr("symmetric",
                                  builder.getBoolAttr(format.isSymmetric))}));
  }
}

/// By falling cost.
static std::vector<const PlannedWeight *>
sortByCost(ArrayRef<PlannedWeight> weights) {
  std::vector<const PlannedWeight *> sorted;
  for (const PlannedWeight &weight : weights)
    sorted.push_back(&weight);
  llvm::sort(sorted, [](const PlannedWeight *a, const PlannedWeight *b) {
    return std::pair(-a->getChoice().cost, StringRef(a->name)) <
           std::pair(-b->getChoice().cost, StringRef(b->name));
  });
  return sorted;
}

std::string PrecisionSearch::listWorst(size_t count) const {
  std::string text;
  std::vector<const PlannedWeight *> sorted = sortByCost(weights);
  sorted.resize(std::min(count, sorted.size()));
  for (const PlannedWeight *weight : sorted)
    text += (text.empty() ? "" : ", ") + weight->name;
  return text;
}

void PrecisionSearch::print(llvm::raw_ostream &stream) const {
  stream << "bits  group   kB        cost   share  weight\n";
  for (const PlannedWeight *weight : sortByCost(weights)) {
    const PrecisionChoice &choice = weight->getChoice();
    if (choice.format.bits == 0)
      stream << "   -      -";
    else
      stream << llvm::format("%4u%s %6lld", choice.format.bits,
                             choice.format.isSymmetric ? " " : "z",
                             static_cast<long long>(choice.format.group));
    stream << llvm::format("%9.1f  %.3e  %5.1f%%  ",
                           static_cast<double>(choice.bytes) / 1e3, choice.cost,
                           sums.cost > 0 ? 100 * choice.cost / sums.cost : 0.0)
           << weight->name << '\n';
  }
  stream << weights.size()
         << llvm::format(" weights of %.3f bits", computeBits())
         << llvm::format(", predicted cost %.4e\n", sums.cost);
}
