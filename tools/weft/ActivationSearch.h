// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which products stay in floats, as `weft optimize --activations int8 --auto` chooses them: the fewest of those that cost most by which enough
// of the accuracy is kept.

#ifndef WEFT_TOOLS_WEFT_ACTIVATIONSEARCH_H
#define WEFT_TOOLS_WEFT_ACTIVATIONSEARCH_H

#include "tools/weft/ActivationProbe.h"

namespace weft {

/// What fails is on stderr.
class ActivationSearch {
public:
  /// Takes an open probe, and measures what each site costs alone.
  ExitStatus rank(std::unique_ptr<ActivationProbe> opened);

  /// Leaves the fewest sites in floats, those first that cost most, with which the probe keeps \p goal of the accuracy: numbers are doubled until one
  /// does, and bisected. Only more than before are chosen; false where no more are left.
  ExitStatus choose(double goal, bool &isChosen);

  /// What the probe keeps of the accuracy as they are chosen.
  double getAccuracy() const { return accuracy; }
  size_t getNumChosen() const { return numChosen; }
  size_t getNumSites() const { return sites.size(); }

  /// A regular expression for --skip of the weights of the sites that are chosen, or of as many as \p count that cost most.
  std::string makeSkip() const { return makeSkip(numChosen); }
  std::string makeSkip(size_t count) const;

  /// Says what stays in floats, and what it would cost in bytes; with \p all also the others.
  void print(llvm::raw_ostream &stream, bool all) const;
  /// [{"weights", "cost", "share", "floats"}], what costs most first; a cost that is no number is null.
  llvm::json::Array toJson() const;

private:
  struct Site {
    std::vector<std::string> weights;
    /// Among those of the probe.
    size_t number;
    double cost = 0;
  };

  ExitStatus measure(size_t count, double goal, bool &isKept);
  /// Of what all cost.
  double computeShare(const Site &site) const;

  std::unique_ptr<ActivationProbe> probe;
  /// By falling cost; the first ones are chosen.
  std::vector<Site> sites;
  size_t numChosen = 0;
  double accuracy = 0;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_ACTIVATIONSEARCH_H
