// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a model with one function to call is measured.

#ifndef WEFT_TOOLS_WEFT_CALLBENCH_H
#define WEFT_TOOLS_WEFT_CALLBENCH_H

#include "tools/weft/BenchOptions.h"
#include "tools/weft/CeilingTable.h"
#include "tools/weft/Execution.h"
#include "tools/weft/Model.h"
#include "tools/weft/RooflineChart.h"
#include "tools/weft/TemporaryFolder.h"

namespace weft {

/// Latency in this process, cold start and memory in a fresh one that holds
/// nothing but the runtime. What fails is on stderr.
class CallBench {
public:
  CallBench(const BenchOptions &options, CeilingTable &ceilings)
      : options(options), ceilings(ceilings) {}

  /// Measures an imported model, which it compiles, or a module where \p model is
  /// null, and adds what it finds to \p facts.
  ExitStatus run(llvm::StringRef path, Model *model, llvm::json::Object &facts);
  /// Its dispatches and a whole call.
  llvm::ArrayRef<RooflinePoint> getPoints() const { return points; }

private:
  ExitStatus open(llvm::StringRef path, Model *model,
                  llvm::json::Object &facts);
  ExitStatus measureLatency(llvm::json::Object &facts);
  ExitStatus measureColdStart(llvm::json::Object &facts);
  ExitStatus measureDispatches(llvm::json::Object &facts);
  ExitStatus measureSweep(llvm::json::Object &facts);
  ExitStatus measurePoint(Execution &each, int batch, llvm::json::Array &sweep);
  ExitStatus findBatchDim();
  std::vector<Tensor> resize(int batch) const;

  const BenchOptions &options;
  CeilingTable &ceilings;
  TemporaryFolder folder;
  Model *model = nullptr;
  mlir::MLIRContext ownContext;
  /// The compiled module, and the function of it that is called.
  std::string module, function;
  std::optional<Execution> execution;
  Signature signature;
  std::vector<Tensor> inputs;
  std::vector<RooflinePoint> points;
  /// The name of the dimension that --batch sets.
  std::string batchDim;
  double median = 0;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_CALLBENCH_H
