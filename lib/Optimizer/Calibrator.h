// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Runs a model over calibration data for the statistics of its linear layers' inputs.

#ifndef WEFT_LIB_OPTIMIZER_CALIBRATOR_H
#define WEFT_LIB_OPTIMIZER_CALIBRATOR_H

#include "lib/Interpreter/Tensor.h"
#include "lib/Support/MappedFile.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/Statistics.h"
#include "mlir/IR/BuiltinOps.h"

namespace weft {

struct CalibrationOptions {
  /// Of tokens that are read as one text.
  int64_t context = 512;
  /// At most so many contexts, or rows of another model's input.
  int64_t samples = 128;
  /// Also products of inputs, which gptq needs.
  bool hasProducts = false;
};

/// Reads the data; the caller then imports the model, runs the passes, calls begin, compiles what they left and calls run.
class Calibrator {
public:
  Calibrator(const CalibrationOptions &options, Statistics &statistics)
      : options(options), statistics(statistics) {}

  /// Reads the array in the .npy file `path`: token ids of a language model, in one piece or in rows; of another model with one input
  /// its values, sample by sample along the first dimension. `context` makes types, and must outlive the calibrator.
  llvm::Error readData(llvm::StringRef path, mlir::MLIRContext &context);

  /// Adds the passes that make the model give its statistics.
  void addPasses(mlir::OpPassManager &manager) const;

  /// Notes what the passes left, before it is compiled.
  void begin(mlir::ModuleOp module);

  /// Runs the compiled model over the data.
  llvm::Error run(std::shared_ptr<MappedFile> module,
                  const CompressProgress &progress);

private:
  CalibrationOptions options;
  Statistics &statistics;
  std::string path, function;
  Tensor data;
  /// Of each result with sums the names of the weights.
  std::vector<std::vector<std::string>> weights;
};

} // namespace weft

#endif // WEFT_LIB_OPTIMIZER_CALIBRATOR_H
