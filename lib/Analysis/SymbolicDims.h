// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which dynamic dimensions are surely equal.

#ifndef WEFT_LIB_ANALYSIS_SYMBOLICDIMS_H
#define WEFT_LIB_ANALYSIS_SYMBOLICDIMS_H

#include "dialects/Weft/WeftOps.h"
#include "llvm/ADT/DenseMap.h"

#include <string>

namespace weft {

/// Follows each dimension to where its size comes from: a named dimension of a function's argument, a dimension of a value whose
/// size is not further known, or a number. Two dimensions of one origin have one size. Valid while the IR does not change. Not
/// thread safe.
class SymbolicDims {
public:
  /// Where a size comes from: a number (value null and name null), a name of a function, or dimension `index` of `value` (an
  /// element of it where `isElement`).
  struct Origin {
    mlir::Value value;
    mlir::Attribute name;
    int64_t index = 0;
    bool isElement = false;

    bool operator==(const Origin &other) const {
      return value == other.value && name == other.name &&
             index == other.index && isElement == other.isElement;
    }
    bool isNumber() const { return !value && !name; }
  };

  Origin resolve(mlir::Value tensor, int64_t dim) {
    return resolve(tensor, dim, kDepth);
  }
  bool areEqual(mlir::Value lhs, int64_t lhsDim, mlir::Value rhs,
                int64_t rhsDim) {
    return resolve(lhs, lhsDim) == resolve(rhs, rhsDim);
  }
  /// Whether two tensors surely have the same shape.
  bool haveSameShape(mlir::Value lhs, mlir::Value rhs);
  /// A text that two dimensions share only if they are equal; empty for a number.
  std::string getName(mlir::Value tensor, int64_t dim);

private:
  /// How many producers are followed.
  static constexpr int kDepth = 256;

  Origin resolve(mlir::Value tensor, int64_t dim, int depth);
  Origin resolveUncached(mlir::Value tensor, int64_t dim, int depth);
  /// The origin of a dimension of what a loop carries from round to round: that of its initial value, where no round changes it.
  Origin resolveCarried(mlir::BlockArgument argument, int64_t dim, int depth);
  /// The origin of a dimension of a loop's result.
  Origin resolveLoopResult(mlir::OpResult result, int64_t dim, int depth);
  /// The origin of the dimension along which tensors are joined: of two that join as many from the same origins, the first one's.
  Origin resolveJoined(ConcatOp concat, int depth);
  /// The origin of the number that element `index` of an integer tensor holds.
  Origin resolveElement(mlir::Value tensor, int64_t index, int depth);

  /// The parts that a dimension of a function's value is joined of.
  struct Joined {
    mlir::Block *block;
    llvm::SmallVector<Origin> parts;
    Origin origin;
  };

  llvm::DenseMap<std::pair<mlir::Value, int64_t>, Origin> origins;
  std::vector<Joined> joined;
  llvm::DenseMap<mlir::Value, int64_t> numbers;
};

} // namespace weft

#endif // WEFT_LIB_ANALYSIS_SYMBOLICDIMS_H
