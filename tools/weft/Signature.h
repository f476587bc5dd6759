// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a function takes and gives, for functions of the IR and of compiled modules alike.

#ifndef WEFT_TOOLS_WEFT_SIGNATURE_H
#define WEFT_TOOLS_WEFT_SIGNATURE_H

#include "dialects/Weft/WeftOps.h"
#include "weft/Runtime.h"
#include <map>
#include <string>
#include <vector>

namespace weft {

struct Argument {
  std::string name;
  /// The state's name; mostly empty.
  std::string state;
  mlir::Type elementType;
  /// -1 for a dynamic dimension.
  llvm::SmallVector<int64_t> dims;
  /// For each dimension its name, or "".
  std::vector<std::string> symbols;
  /// Integers that index something are below this, where it is known.
  std::optional<int64_t> indexLimit;

  /// "f32[batch, 3]"
  std::string describe() const;
};

/// Between which sizes, both included, a named dimension must lie.
struct DimRange {
  int64_t least, most;
};

struct Signature {
  std::vector<Argument> inputs, outputs;
  std::map<std::string, DimRange> ranges;
};

Signature describeFunction(FuncOp function);
Signature describeFunction(const WeftProgram *program, int32_t function,
                           mlir::MLIRContext &context);

/// The type of a runtime's dtype, and the other way.
mlir::Type getElementType(WeftDtype dtype, mlir::MLIRContext &context);
WeftDtype getDtype(mlir::Type elementType);

} // namespace weft

#endif // WEFT_TOOLS_WEFT_SIGNATURE_H
