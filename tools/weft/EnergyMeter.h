// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The energy that processors count themselves (RAPL), as Linux shows it:
// Documentation/power/powercap/powercap.rst of the kernel.

#ifndef WEFT_TOOLS_WEFT_ENERGYMETER_H
#define WEFT_TOOLS_WEFT_ENERGYMETER_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace weft {

class EnergyMeter {
public:
  /// Finds the packages in \p folder, which is /sys/class/powercap.
  explicit EnergyMeter(llvm::StringRef folder);

  /// Counts from now on.
  void start();
  /// Joules of all packages since then, whoever used them; none where a counter
  /// cannot be read.
  std::optional<double> stop() const;
  /// Why there are none, in one line.
  const std::string &getObstacle() const { return obstacle; }

private:
  /// The counters begin again behind `range`, in microjoules.
  struct Package {
    std::string counter;
    uint64_t range = 0, begin = 0;
  };
  std::vector<Package> packages;
  std::string obstacle;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_ENERGYMETER_H
