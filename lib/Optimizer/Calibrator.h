// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs a model over calibration data for statistics of what its layers read.

#ifndef WEFT_LIB_OPTIMIZER_CALIBRATOR_H
#define WEFT_LIB_OPTIMIZER_CALIBRATOR_H

#include "lib/Images/ImageSamples.h"
#include "lib/Optimizer/CalibrationData.h"
#include "lib/Optimizer/Optimizer.h"
#include "lib/Support/MappedFile.h"
#include "mlir/IR/BuiltinOps.h"

namespace weft {

class CalibrationRun;

/// Makes the sample with a number, of as many tensors as the model has inputs.
using SampleMaker = std::function<llvm::Expected<CalibrationSample>(int64_t)>;

/// Tokens that are read as one text.
inline constexpr int64_t kCalibrationContext = 512;

/// Reads the data; the caller then imports the model, runs the passes, calls begin, compiles what they left and calls run.
class Calibrator {
public:
  /// For the run `number` of those that the options say. Adds to the statistics. `options` must outlive the calibrator.
  Calibrator(const OptimizeOptions &options,
             std::shared_ptr<Statistics> statistics, int number)
      : options(options), statistics(std::move(statistics)), number(number) {}

  /// Reads the arrays in the .npy or .npz file `path`: token ids of a language model, in one piece or in rows; of another model the values
  /// of its inputs by name, sample by sample along the first dimension. If `path` is a folder, its images are read one by one when the model
  /// runs. `context` makes types, and must outlive the calibrator.
  llvm::Error readData(llvm::StringRef path, mlir::MLIRContext &context);

  /// Takes what was read elsewhere in place of a file.
  void setData(CalibrationData newData) { data = std::move(newData); }

  /// Takes samples from `maker` in place of a file.
  void setMaker(SampleMaker newMaker) { maker = std::move(newMaker); }

  /// Adds the passes that make the model give its statistics.
  void addPasses(mlir::OpPassManager &manager) const;

  /// Notes what the passes left, before it is compiled.
  void begin(mlir::ModuleOp module);

  /// Runs the compiled model over the data.
  llvm::Error run(std::shared_ptr<MappedFile> module,
                  const CompressProgress &progress);

private:
  /// What the statistics of a result are of.
  struct Site {
    std::vector<std::string> weights;
    std::string activation;
    std::optional<int64_t> channelDim;
  };

  /// What is asked for one by one, and how many there are.
  struct Samples {
    int64_t count = 0;
    SampleMaker make;
  };

  llvm::Expected<Samples>
  openSamples(llvm::ArrayRef<CalibrationInput> inputs) const;
  llvm::Expected<Samples>
  openImages(llvm::ArrayRef<CalibrationInput> inputs) const;
  llvm::Error addSums(CalibrationRun &run);
  llvm::Error addActivations(CalibrationRun &run);
  /// Results with statistics of one input.
  size_t countResults() const {
    if (options.collectsActivations())
      return 1;
    return 1 + (options.wantsProducts() ? 1 : 0) +
           (options.wantsVectors() ? 1 : 0);
  }

  const OptimizeOptions &options;
  std::shared_ptr<Statistics> statistics;
  int number;
  mlir::MLIRContext *context = nullptr;
  std::optional<CalibrationData> data;
  /// A folder; empty = none.
  std::string images;
  SampleMaker maker;
  std::string function;
  std::vector<Site> sites;
  std::vector<bool> states;
};

} // namespace weft

#endif // WEFT_LIB_OPTIMIZER_CALIBRATOR_H
