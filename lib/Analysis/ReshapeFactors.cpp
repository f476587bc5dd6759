// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Matching products of sizes from both ends.

#include "lib/Analysis/ReshapeFactors.h"
#include "mlir/IR/BuiltinTypeInterfaces.h"

using namespace weft;

namespace {
/// A shape whose dimensions are taken from either end; those of size 1 are gone.
struct Sizes {
  llvm::SmallVector<unsigned, 8> dims;
  llvm::ArrayRef<int64_t> shape;

  explicit Sizes(llvm::ArrayRef<int64_t> shape) : shape(shape) {
    for (unsigned i = 0; i < shape.size(); ++i)
      if (shape[i] != 1)
        dims.push_back(i);
  }

  bool hasStatic(bool atEnd) const {
    return !dims.empty() && !mlir::ShapedType::isDynamic(
                                shape[atEnd ? dims.back() : dims.front()]);
  }
  /// Moves a dimension to `to`, and multiplies its size with `product`.
  void take(bool atEnd, llvm::SmallVector<unsigned, 4> &to, int64_t &product) {
    unsigned dim = atEnd ? dims.back() : dims.front();
    atEnd ? dims.pop_back() : void(dims.erase(dims.begin()));
    to.insert(atEnd ? to.begin() : to.end(), dim);
    product *= shape[dim];
  }
};
} // namespace

/// The part at one end; false, and nothing taken, where a dynamic size comes before products agree.
static bool takePart(Sizes &operand, Sizes &result, bool atEnd,
                     ReshapeFactors &part) {
  Sizes left = operand, right = result;
  int64_t leftProduct = 1, rightProduct = 1;
  do {
    bool isLeft = leftProduct <= rightProduct;
    Sizes &next = isLeft ? left : right;
    if (!next.hasStatic(atEnd))
      return false;
    next.take(atEnd, isLeft ? part.operandDims : part.resultDims,
              isLeft ? leftProduct : rightProduct);
    // Sizes of 0 hold nothing that could be matched.
    if (leftProduct == 0 || rightProduct == 0)
      return false;
  } while (leftProduct != rightProduct || part.resultDims.empty());
  operand = left;
  result = right;
  return true;
}

std::vector<ReshapeFactors>
weft::findReshapeFactors(llvm::ArrayRef<int64_t> operand,
                         llvm::ArrayRef<int64_t> result) {
  Sizes left(operand), right(result);
  std::vector<ReshapeFactors> front, back;
  for (bool atEnd : {false, true})
    for (;;) {
      ReshapeFactors part;
      if (!takePart(left, right, atEnd, part))
        break;
      (atEnd ? back : front).push_back(part);
    }
  if (!left.dims.empty() || !right.dims.empty()) {
    ReshapeFactors rest;
    rest.operandDims.assign(left.dims.begin(), left.dims.end());
    rest.resultDims.assign(right.dims.begin(), right.dims.end());
    front.push_back(rest);
  }
  front.insert(front.end(), back.rbegin(), back.rend());
  return front;
}
