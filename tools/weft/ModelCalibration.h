// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `weft optimize` knows of the inputs of layers: the statistics that --statistics names, and those of a run over --calibrate's data.

#ifndef WEFT_TOOLS_WEFT_MODELCALIBRATION_H
#define WEFT_TOOLS_WEFT_MODELCALIBRATION_H

#include "lib/Optimizer/Calibrator.h"
#include "tools/weft/Model.h"

namespace weft {

class ModelCalibration {
public:
  /// `statistics` stays null where none are wanted.
  ModelCalibration(const ModelFlags &flags, OptimizeOptions &options,
                   std::shared_ptr<Statistics> &statistics)
      : flags(flags), options(options), statistics(statistics) {}

  /// Imports the model in `path` for each run; what goes wrong is on stderr. Keeps the statistics where the options say so.
  ExitStatus run(llvm::StringRef path);

private:
  /// Finds the model's weights in statistics of other names.
  ExitStatus fit(llvm::StringRef path);
  ExitStatus calibrate(llvm::StringRef path, int number);
  /// Gives the calibrator what --calibrate names.
  ExitStatus readData(Model &model, Calibrator &calibrator);
  ExitStatus readText(Model &model, Calibrator &calibrator);

  const ModelFlags &flags;
  OptimizeOptions &options;
  std::shared_ptr<Statistics> &statistics;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_MODELCALIBRATION_H
