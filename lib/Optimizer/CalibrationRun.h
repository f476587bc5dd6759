// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A compiled model with one call of its function, as anyone would run it: by the runtime's C API.

#ifndef WEFT_LIB_OPTIMIZER_CALIBRATIONRUN_H
#define WEFT_LIB_OPTIMIZER_CALIBRATIONRUN_H

#include "lib/Optimizer/CalibrationData.h"
#include "weft/Runtime.h"

namespace weft {

/// Used by one thread.
class CalibrationRun {
public:
  explicit CalibrationRun(mlir::MLIRContext &context) : context(context) {}
  CalibrationRun(const CalibrationRun &) = delete;
  CalibrationRun &operator=(const CalibrationRun &) = delete;
  ~CalibrationRun();

  /// Loads the bytes of a module, which stay where they are. Errors of all functions begin with "calibrating: ".
  llvm::Error open(llvm::ArrayRef<char> module, const std::string &function);
  llvm::MutableArrayRef<CalibrationInput> getInputs() { return inputs; }

  llvm::Error run(const CalibrationSample &sample);
  /// An output of the last run, which the next one overwrites.
  llvm::Expected<Tensor> getOutput(size_t number);

private:
  llvm::Error setInput(size_t number, const Tensor &tensor);

  mlir::MLIRContext &context;
  WeftProgram *program = nullptr;
  WeftSession *session = nullptr;
  WeftCall *call = nullptr;
  std::vector<CalibrationInput> inputs;
};

} // namespace weft

#endif // WEFT_LIB_OPTIMIZER_CALIBRATIONRUN_H
