// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which products read 16 bits or floats, as `weft optimize --activations int8 --auto` chooses them: the fewest of those that cost most by which
// enough of the accuracy is kept.

#ifndef WEFT_TOOLS_WEFT_ACTIVATIONSEARCH_H
#define WEFT_TOOLS_WEFT_ACTIVATIONSEARCH_H

#include "tools/weft/ActivationProbe.h"

namespace weft {

/// What fails is on stderr.
class ActivationSearch {
public:
  /// Takes an open probe, and measures what each site costs alone.
  ExitStatus rank(std::unique_ptr<ActivationProbe> opened);

  /// Gives the fewest sites 16 bits, those first that cost most, with which the probe keeps \p goal of the accuracy: numbers are doubled until one
  /// does, and bisected. Where all are too few, floats in the same way. Only more than before are chosen; false where no more are left.
  ExitStatus choose(double goal, bool &isChosen);

  /// What the probe keeps of the accuracy as they are chosen.
  double getAccuracy() const { return accuracy; }
  size_t getNumChosen() const { return numChosen; }
  /// Wide or Floats: what the chosen sites are in.
  ProductPrecision getPrecision() const { return precision; }
  /// "read 16 bits" or "stay in floats".
  llvm::StringRef describeChosen() const;
  size_t getNumSites() const { return sites.size(); }

  /// A regular expression, for --wide and --skip, of the weights of the sites that are chosen, or of as many as \p count that cost most.
  std::string makeRegex() const { return makeRegex(numChosen); }
  std::string makeRegex(size_t count) const;

  /// Says what does not read bytes, and what these would cost; with \p all also of the others.
  void print(llvm::raw_ostream &stream, bool all) const;
  /// [{"weights", "cost", "share", "bits"}], what costs most first; a cost that is no number is null.
  llvm::json::Array toJson() const;

private:
  struct Site {
    std::vector<std::string> weights;
    /// Among those of the probe.
    size_t number;
    double cost = 0;
  };

  ExitStatus measure(size_t count, double goal, bool &isKept);
  ExitStatus chooseMore(double goal, bool &isEnough);
  /// Of what all cost.
  double computeShare(const Site &site) const;

  std::unique_ptr<ActivationProbe> probe;
  /// By falling cost; the first ones are chosen.
  std::vector<Site> sites;
  size_t numChosen = 0;
  ProductPrecision precision = ProductPrecision::Wide;
  double accuracy = 0;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_ACTIVATIONSEARCH_H
