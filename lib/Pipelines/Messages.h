// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How the compiler speaks to people: where something is, and remarks that many
// nodes share said once.

#ifndef WEFT_LIB_PIPELINES_MESSAGES_H
#define WEFT_LIB_PIPELINES_MESSAGES_H

#include "mlir/IR/Location.h"
#include <string>
#include <vector>

namespace weft {

/// The innermost place that a person can find again: "node 'NAME'", or
/// "FILE:LINE:COLUMN"; "" where there is none.
std::string describePlace(mlir::Location location);

/// Gathers what passes and code generation report about opportunities that
/// they missed. Must outlive the context. One thread at a time.
class RemarkCollector {
public:
  /// Has the context's passes report; without it a remark costs them nothing.
  void listen(mlir::MLIRContext &context);

  void add(mlir::Location location, llvm::StringRef text);
  /// Takes remarks, or drops them.
  void setEnabled(bool enabled) { isEnabled = enabled; }

  /// Visits each text once, in the order of the first report, with its place:
  /// "node 'a'", or "node 'a' and 3 more". Forgets them.
  void
  flush(llvm::function_ref<void(llvm::StringRef place, llvm::StringRef text)>
            visit);

private:
  struct Entry {
    std::string text;
    /// Each once.
    std::vector<std::string> places;
  };
  std::vector<Entry> entries;
  bool isEnabled = true;
};

} // namespace weft

#endif // WEFT_LIB_PIPELINES_MESSAGES_H
