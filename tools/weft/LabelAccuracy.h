// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How often two models find the class that somebody says an input has.

#ifndef WEFT_TOOLS_WEFT_LABELACCURACY_H
#define WEFT_TOOLS_WEFT_LABELACCURACY_H

#include "tools/weft/Estimate.h"
#include "llvm/Support/raw_ostream.h"

namespace weft {

class LabelAccuracy {
public:
  /// Adds scores of all classes by both models. A class is right where it has the highest score, or one of the 5 highest; of equal
  /// ones the first counts as higher, and what is not a number as higher than all.
  void add(llvm::ArrayRef<double> a, llvm::ArrayRef<double> b, int64_t label);

  size_t getCount() const { return count; }
  /// B's share of right classes less A's, of the same inputs.
  Estimate computeDifference() const { return estimateMean(top1.changes); }
  /// The share of A (0) or B (1).
  Estimate computeTop1(int which) const { return top1.computeShare(which); }

  void print(llvm::raw_ostream &stream) const;
  /// The same as "top1_accuracy_a", "_b" and "_difference", and with top5 where there are more classes.
  void addTo(llvm::json::Object &object) const;

private:
  /// Of inputs whose class is among so many.
  struct Hits {
    size_t hits[2] = {0, 0};
    std::vector<double> changes;

    void add(bool isRightA, bool isRightB);
    Estimate computeShare(int which) const {
      return estimateShare(hits[which], changes.size());
    }
    void print(llvm::raw_ostream &stream, llvm::StringRef name) const;
    void addTo(llvm::json::Object &object, llvm::StringRef name) const;
  };

  size_t count = 0, numClasses = 0;
  Hits top1, top5;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_LABELACCURACY_H
