// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bytes and operations by the sizes that a call decides.

#ifndef WEFT_LIB_ANALYSIS_SIZEDCOUNT_H
#define WEFT_LIB_ANALYSIS_SIZEDCOUNT_H

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace weft {

/// Sizes by their names.
using NamedSizes = std::map<std::string, int64_t>;

/// A number by names of sizes: the sum of coefficient times the product of the
/// names, "?" for a size without one.
class SizedCount {
public:
  /// Names in order; none for the part that is a number.
  using Names = std::vector<std::string>;

  SizedCount() = default;
  SizedCount(double number) { add({}, number); }

  void add(Names names, double number);
  SizedCount &operator+=(const SizedCount &other);
  SizedCount operator*(const SizedCount &other) const;
  const std::map<Names, double> &getTerms() const { return terms; }
  /// Whether no size of a call takes part.
  bool isNumber() const;
  /// The part that no size decides.
  double getKnown() const;
  /// For orders of importance: every size is taken for 64.
  double estimate() const;
  /// The number for these sizes; those that are not among them are 1.
  double evaluate(const NamedSizes &sizes) const;
  /// "1.2 MB + 3.1 kB x batch".
  std::string describeAsBytes() const;

private:
  std::map<Names, double> terms;
};

/// "12.3 kB".
std::string describeBytes(double bytes);

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_SIZEDCOUNT_H
