// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles one kernel from text, runs it on random inputs as the runtime would, and compares with the interpreter.

#ifndef WEFT_TEST_UNIT_TARGET_KERNELRUNNER_H
#define WEFT_TEST_UNIT_TARGET_KERNELRUNNER_H

#include "lib/Interpreter/Interpreter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "runtime/program/CodeObject.h"

#include <memory>
#include <string>
#include <vector>

namespace weft::testing {

struct KernelRun {
  /// Largest difference of an element over the largest magnitude of the expected result; infinity where something failed.
  double error = INFINITY;
  /// The 2-norm of the differences over that of the expected results.
  double normError = INFINITY;
  /// How the arguments lie in memory.
  std::vector<cpu::WeightLayout> layouts;
  std::string message;
  int64_t tasks = 0, scratchBytes = 0, codeBytes = 0;
  double compileMs = 0;
  /// The fastest of `repeats` runs of all tasks on this thread.
  double bestMs = 0;
};

struct KernelRunOptions {
  /// The sizes of dynamic dimensions, in order of arguments and dimensions.
  std::vector<int64_t> dynamicSizes;
  int64_t lanes = 8;
  /// Compiles for products of bytes, which the level of 16 lanes has.
  bool hasByteProducts = false;
  /// Compiles for tiles; on a processor that has them the caller asked for permission.
  bool hasTiles = false;
  int64_t f32Terms = 3;
  bool prefersTiles = true;
  /// The round of the loop that the kernel is called from.
  int64_t round = 0;
  /// More than one measures.
  int repeats = 1;
  /// Whether to compare with the interpreter.
  bool check = true;
  /// Integers are drawn from [0, integerLimit).
  int64_t integerLimit = 4;
  /// Schedules in place of the table's.
  cpu::ScheduleSource schedules = {};
};

/// Runs the weft.func @kernel of `source`.
KernelRun runKernel(llvm::StringRef source,
                    const KernelRunOptions &options = {});

} // namespace weft::testing

#endif // WEFT_TEST_UNIT_TARGET_KERNELRUNNER_H
