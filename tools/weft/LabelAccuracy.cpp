// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See LabelAccuracy.h.

#include "tools/weft/LabelAccuracy.h"
#include "llvm/Support/Format.h"

using namespace weft;
using llvm::StringRef;

/// How many classes have a higher score.
static size_t rank(llvm::ArrayRef<double> scores, size_t label) {
  size_t higher = 0;
  for (auto [i, score] : llvm::enumerate(scores))
    // With NaN nothing compares, so that it counts as higher.
    higher += i < label   ? !(score < scores[label])
              : i > label ? !(score <= scores[label])
                          : 0;
  return higher;
}

void LabelAccuracy::Hits::add(bool isRightA, bool isRightB) {
  hits[0] += isRightA;
  hits[1] += isRightB;
  changes.push_back(double(isRightB) - double(isRightA));
}

void LabelAccuracy::add(llvm::ArrayRef<double> a, llvm::ArrayRef<double> b,
                        int64_t label) {
  ++count;
  numClasses = a.size();
  size_t rankA = rank(a, static_cast<size_t>(label)),
         rankB = rank(b, static_cast<size_t>(label));
  top1.add(rankA < 1, rankB < 1);
  top5.add(rankA < 5, rankB < 5);
}

void LabelAccuracy::Hits::print(llvm::raw_ostream &stream,
                                StringRef name) const {
  Estimate change = estimateMean(changes);
  stream << name
         << llvm::format(
                "  A %.3f %%, B %.3f %%, difference %+.3f points (%+.3f to "
                "%+.3f)\n",
                computeShare(0).value * 100, computeShare(1).value * 100,
                change.value * 100, change.low * 100, change.high * 100);
}

void LabelAccuracy::Hits::addTo(llvm::json::Object &object,
                                StringRef name) const {
  addEstimate(object, (name + "_accuracy_a").str(), computeShare(0));
  addEstimate(object, (name + "_accuracy_b").str(), computeShare(1));
  addEstimate(object, (name + "_accuracy_difference").str(),
              estimateMean(changes));
}

void LabelAccuracy::print(llvm::raw_ostream &stream) const {
  stream << "right classes of " << count << " images, of " << numClasses
         << '\n';
  top1.print(stream, "top-1");
  if (numClasses > 5)
    top5.print(stream, "top-5");
}

void LabelAccuracy::addTo(llvm::json::Object &object) const {
  top1.addTo(object, "top1");
  if (numClasses > 5)
    top5.addTo(object, "top5");
}
