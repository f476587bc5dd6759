// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the dispatches of a module read and write, and what fusion kept out of memory.

#ifndef WEFT_LIB_ANALYSIS_DISPATCHTRAFFIC_H
#define WEFT_LIB_ANALYSIS_DISPATCHTRAFFIC_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/SizedCount.h"

namespace weft {

/// An op in a kernel.
struct KernelOp {
  std::string name;
  /// Types of the results.
  std::string results;
  SizedCount operations;
};

/// One dispatch. Each tensor that crosses the kernel's border is read or written once, where a kernel takes parts of one only these.
struct DispatchTraffic {
  /// Valid while the IR does not change.
  DispatchOp dispatch;
  std::string kernel, node;
  /// All ops but constants, in order.
  std::vector<KernelOp> ops;
  /// The ops before the one that the kernel is built around, that one, and those behind it, in order; constants left out.
  std::vector<std::string> prologue;
  std::string root;
  std::vector<std::string> epilogue;
  /// What `kept` counts: each tensor that one op of the kernel hands to others would be written once and read once.
  SizedCount read, written, kept;
  /// The part of `read` that is parameters.
  SizedCount weights;
  /// The parts of `written`, one for each result.
  std::vector<SizedCount> results;
  SizedCount operations;
  /// What the products of the kernel are computed in: the narrower element type of the root's operands; null where there are none.
  mlir::Type arithmetic;
};

/// All dispatches of the functions that are not private, in the order in which they stand in a module after the dispatch stage, but for those in
/// the bodies of maps.
std::vector<DispatchTraffic> computeDispatchTraffic(mlir::ModuleOp module);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_DISPATCHTRAFFIC_H
