// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each multiplication comes with an addition.

#include "lib/Analysis/OperationCount.h"
#include "dialects/Weft/WeftOps.h"

using namespace mlir;
using namespace weft;

namespace {
/// Counts products of an op.
class ProductCounter {
public:
  explicit ProductCounter(SizeNamer name) : name(name) {}

  SizedCount count(ContractOp op) {
    llvm::SmallDenseMap<char, SizedCount> sizes;
    for (auto [dims, operand] : {std::pair(op.getLhsDims(), op.getLhs()),
                                 std::pair(op.getRhsDims(), op.getRhs())})
      for (auto [dim, letter] : llvm::enumerate(dims)) {
        SizedCount size = sizeOf(operand, dim);
        // Of two that are equal, the one that is known says more.
        auto [it, isNew] = sizes.try_emplace(letter, size);
        if (!isNew && size.isNumber())
          it->second = size;
      }
    SizedCount products = 1;
    for (const auto &[letter, size] : sizes)
      products = products * size;
    return products;
  }

  SizedCount count(ConvOp op) {
    // The filter without its outputs meets every element of the result.
    int64_t rank = typeOf(op.getFilter()).getRank();
    return sizeOf(op.getFilter(), 0, rank - 1) *
           sizeOf(op.getResult(), 0, rank);
  }

  SizedCount count(AttentionOp op) {
    SizedCount positions = sizeOf(op.getValue(), 2);
    if (op.getPastKey())
      positions += sizeOf(op.getPastKey(), 2);
    SizedCount widths = sizeOf(op.getQuery(), 3);
    widths += sizeOf(op.getValue(), 3);
    return sizeOf(op.getQuery(), 0, 3) * positions * widths;
  }

private:
  static RankedTensorType typeOf(Value value) {
    return cast<RankedTensorType>(value.getType());
  }

  SizedCount sizeOf(Value tensor, int64_t dim) {
    RankedTensorType type = typeOf(tensor);
    if (!type.isDynamicDim(dim))
      return static_cast<double>(type.getDimSize(dim));
    SizedCount size;
    size.add({name(tensor, dim)}, 1);
    return size;
  }

  /// The product of the sizes from `begin` up to `end`.
  SizedCount sizeOf(Value tensor, int64_t begin, int64_t end) {
    SizedCount product = 1;
    for (int64_t dim = begin; dim < end; ++dim)
      product = product * sizeOf(tensor, dim);
    return product;
  }

  SizeNamer name;
};
} // namespace

SizedCount weft::countOperations(Operation *op, SizeNamer name) {
  ProductCounter counter(name);
  return llvm::TypeSwitch<Operation *, SizedCount>(op)
      .Case<ContractOp, ConvOp, AttentionOp>(
          [&](auto each) { return counter.count(each) * 2; })
      .Default([](Operation *) { return SizedCount(); });
}

double weft::countOperations(Operation *op) {
  SizedCount count =
      countOperations(op, [](Value, int64_t) { return std::string("?"); });
  return count.isNumber() ? count.getKnown() : 0;
}
