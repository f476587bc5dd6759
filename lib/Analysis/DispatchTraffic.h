// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the dispatches of a module read and write, and what fusion kept out of memory.

#ifndef WEFT_LIB_ANALYSIS_DISPATCHTRAFFIC_H
#define WEFT_LIB_ANALYSIS_DISPATCHTRAFFIC_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/StringRef.h"

#include <map>
#include <string>
#include <vector>

namespace weft {

/// A number of bytes by names of sizes: the sum of coefficient times the product of the names, "?" for a size without one.
class ByteCount {
public:
  /// Names in order; none for the part that is a number.
  using Names = std::vector<std::string>;

  void add(Names names, double bytes);
  ByteCount &operator+=(const ByteCount &other);
  const std::map<Names, double> &getTerms() const { return terms; }
  /// The part that no size decides.
  double getKnown() const;
  /// For orders of importance: every size is taken for 64.
  double estimate() const;
  /// "1.2 MB + 3.1 kB x batch".
  std::string describe() const;

private:
  std::map<Names, double> terms;
};

/// "12.3 kB".
std::string describeBytes(double bytes);

/// One dispatch. Each tensor that crosses the kernel's border is read or written once, where a kernel takes parts of one only these.
struct DispatchTraffic {
  std::string kernel, node;
  /// The ops before the one that the kernel is built around, that one, and those behind it, in order; constants left out.
  std::vector<std::string> prologue;
  std::string root;
  std::vector<std::string> epilogue;
  /// What `kept` counts: each tensor that one op of the kernel hands to others would be written once and read once.
  ByteCount read, written, kept;
};

/// All dispatches of the functions that are not private, in the order in which they stand in a module after the dispatch stage.
std::vector<DispatchTraffic> computeDispatchTraffic(mlir::ModuleOp module);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_DISPATCHTRAFFIC_H
