// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ActivationSearch.h.

#include "tools/weft/ActivationSearch.h"
#include "tools/weft/Progress.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Regex.h"
#include <cmath>

using namespace weft;

ExitStatus ActivationSearch::rank(std::unique_ptr<ActivationProbe> opened) {
  probe = std::move(opened);
  size_t total = probe->getSites().size();
  for (size_t number = 0; number < total; ++number) {
    Site site{probe->getSites()[number], number};
    progress::show(static_cast<double>(number) / static_cast<double>(total),
                   "what bytes cost '" + site.weights.front() + "'");
    if (ExitStatus status = probe->measureCost(number, site.cost);
        status != ExitStatus::Done)
      return status;
    sites.push_back(std::move(site));
  }
  progress::clear();
  llvm::sort(sites, [](const Site &a, const Site &b) {
    // What is no number is worse than any; of equal ones the first of the model.
    auto getKey = [](const Site &site) {
      return std::pair(std::isnan(site.cost) ? -HUGE_VAL : -site.cost,
                       site.number);
    };
    return getKey(a) < getKey(b);
  });
  return ExitStatus::Done;
}

ExitStatus ActivationSearch::measure(size_t count, double goal, bool &isKept) {
  llvm::SmallVector<ProductPrecision> precisions(sites.size(),
                                                 ProductPrecision::Bytes);
  for (const Site &site : llvm::ArrayRef(sites).take_front(count))
    precisions[site.number] = precision;
  Estimate kept;
  progress::show("what is kept with " + std::to_string(count) + " of " +
                 std::to_string(sites.size()) + " layers in " +
                 (precision == ProductPrecision::Wide ? "16 bits" : "floats"));
  ExitStatus status = probe->measureAccuracy(precisions, kept);
  progress::clear();
  isKept = kept.value >= goal;
  // The last one that does is what is chosen.
  if (isKept)
    accuracy = kept.value;
  return status;
}

ExitStatus ActivationSearch::choose(double goal, bool &isChosen) {
  while (true) {
    size_t before = numChosen;
    bool isEnough = false;
    if (ExitStatus status = chooseMore(goal, isEnough);
        status != ExitStatus::Done)
      return status;
    isChosen = numChosen > before;
    if (isEnough || precision == ProductPrecision::Floats)
      return ExitStatus::Done;
    precision = ProductPrecision::Floats;
    numChosen = 0;
  }
}

ExitStatus ActivationSearch::chooseMore(double goal, bool &isEnough) {
  // Too few, and enough.
  size_t low = numChosen, high = numChosen;
  bool isKept = false;
  for (size_t step = 1; !isKept && high < sites.size(); step *= 2) {
    low = high;
    high = std::min(sites.size(), numChosen + step);
    if (ExitStatus status = measure(high, goal, isKept);
        status != ExitStatus::Done)
      return status;
  }
  // Where even all are too few, there is nothing to bisect.
  isEnough = isKept;
  while (isEnough && high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (ExitStatus status = measure(middle, goal, isKept);
        status != ExitStatus::Done)
      return status;
    (isKept ? high : low) = middle;
  }
  numChosen = high;
  return ExitStatus::Done;
}

std::string ActivationSearch::makeRegex(size_t count) const {
  llvm::SmallVector<std::string> names;
  for (const Site &site : llvm::ArrayRef(sites).take_front(count))
    for (const std::string &name : site.weights)
      names.push_back(llvm::Regex::escape(name));
  return "^(" + llvm::join(names, "|") + ")$";
}

llvm::StringRef ActivationSearch::describeChosen() const {
  return precision == ProductPrecision::Wide ? "read 16 bits"
                                             : "stay in floats";
}

double ActivationSearch::computeShare(const Site &site) const {
  double sum = 0;
  for (const Site &each : sites)
    sum += each.cost;
  return sum > 0 ? site.cost / sum : 0;
}

void ActivationSearch::print(llvm::raw_ostream &stream, bool all) const {
  bool isWide = precision == ProductPrecision::Wide;
  stream << "     cost   share  in       weights\n";
  for (auto [i, site] : llvm::enumerate(sites)) {
    if (i >= numChosen && !all)
      break;
    stream << llvm::format("%.3e  %5.1f%%  %s  ", site.cost,
                           100 * computeShare(site),
                           i >= numChosen ? "8 bits "
                           : isWide       ? "16 bits"
                                          : "floats ")
           << llvm::join(site.weights, ", ") << '\n';
  }
  if (numChosen > 0)
    stream << numChosen << " of " << sites.size() << " layers "
           << describeChosen() << (isWide ? ": --wide '" : ": --skip '")
           << makeRegex() << "'\n";
}

llvm::json::Array ActivationSearch::toJson() const {
  llvm::json::Array list;
  for (auto [i, site] : llvm::enumerate(sites))
    list.push_back(llvm::json::Object{
        {"weights", llvm::json::Array(site.weights)},
        {"cost", makeNumber(site.cost)},
        {"share", makeNumber(computeShare(site))},
        {"bits", i >= numChosen                        ? 8
                 : precision == ProductPrecision::Wide ? 16
                                                       : 32}});
  return list;
}
