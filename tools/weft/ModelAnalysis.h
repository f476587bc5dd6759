// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is known of a compiled model, as JSON: tables, graphs and machines read
// the same facts.

#ifndef WEFT_TOOLS_WEFT_MODELANALYSIS_H
#define WEFT_TOOLS_WEFT_MODELANALYSIS_H

#include "lib/Analysis/DispatchTraffic.h"
#include "lib/Analysis/Roofline.h"
#include "lib/Target/Target.h"
#include "tools/weft/DispatchTimes.h"
#include "tools/weft/Model.h"
#include "tools/weft/RooflineChart.h"
#include "llvm/Support/JSON.h"

namespace weft {

/// Names, types and bytes of parameters: "parameters" and "parameters_by_type".
void describeParameters(mlir::ModuleOp module, llvm::json::Object &facts);

/// What the compiler could not do, and what can be done about it.
llvm::json::Array describeObstacles(llvm::ArrayRef<Model::Remark> remarks);

class ModelAnalysis {
public:
  /// Of a module after code has been generated.
  ModelAnalysis(mlir::ModuleOp module, std::vector<FunctionMemory> memory,
                NamedSizes sizes);

  llvm::ArrayRef<DispatchTraffic> getTraffic() const { return traffic; }
  std::vector<std::string> getFunctions() const;
  /// Names of sizes that counts depend on, known or not.
  std::vector<std::string> findSizes() const;
  /// Names of sizes that counts depend on and that are not known; "?" for those
  /// without a name.
  std::vector<std::string> findOpenSizes() const;

  /// The least time of each dispatch, and the time that it took, if it is known.
  void setTimes(const Ceilings &ceilings, const DispatchTimes &times);

  /// The least seconds of a call of a function; after setTimes().
  double getLimit(llvm::StringRef function) const;
  /// What a dispatch computes, reads and writes, from which dispatches, and how
  /// long that takes. They stand in the order of the manifest.
  llvm::json::Object describeDispatch(size_t index) const;
  /// Operations, bytes and measured times of dispatches and calls.
  std::vector<RooflinePoint> getPoints() const;
  /// One object a function: its arena, bytes over time and the peak's owners.
  llvm::json::Array describeMemory() const;
  /// Sums over the dispatches of each function.
  llvm::json::Array describeFunctions() const;

private:
  llvm::json::Array describeSources(const DispatchTraffic &each) const;
  double sizeOf(mlir::Value tensor) const;
  std::string nameOf(mlir::Value tensor) const;
  double evaluate(const SizedCount &count) const {
    return count.evaluate(sizes);
  }

  std::vector<FunctionMemory> memory;
  NamedSizes sizes;
  std::vector<DispatchTraffic> traffic;
  /// The dispatch and the number of the result that a value is.
  llvm::DenseMap<mlir::Value, std::pair<size_t, unsigned>> origins;
  /// Of the function of each dispatch, read by all of its dispatches.
  llvm::StringMap<double> weightBytes;
  /// The function of each map, in order; their numbers follow those of the dispatches.
  std::vector<std::string> mapFunctions;
  std::vector<KernelBound> bounds;
  DispatchTimes times;
};

} // namespace weft

#endif // WEFT_TOOLS_WEFT_MODELANALYSIS_H
