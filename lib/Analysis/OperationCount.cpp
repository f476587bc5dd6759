// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each multiplication comes with an addition.

#include "lib/Analysis/OperationCount.h"
#include "dialects/Weft/WeftOps.h"

using namespace mlir;
using namespace weft;

static RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

static double countProducts(ContractOp op) {
  llvm::SmallDenseMap<char, int64_t> sizes;
  for (auto [dims, operand] : {std::pair(op.getLhsDims(), op.getLhs()),
                               std::pair(op.getRhsDims(), op.getRhs())})
    for (auto [letter, size] :
         llvm::zip_equal(dims, typeOf(operand).getShape()))
      sizes[letter] = size;
  double products = 1;
  for (auto [letter, size] : sizes)
    products *= static_cast<double>(size);
  return products;
}

static double countProducts(ConvOp op) {
  // The filter without its outputs meets every element of the result.
  double taps = 1;
  for (int64_t size : typeOf(op.getFilter()).getShape().drop_back())
    taps *= static_cast<double>(size);
  return taps * static_cast<double>(typeOf(op.getResult()).getNumElements());
}

static double countProducts(AttentionOp op) {
  RankedTensorType query = typeOf(op.getQuery()), value = typeOf(op.getValue());
  double positions = static_cast<double>(value.getDimSize(2));
  if (op.getPastKey())
    positions += static_cast<double>(typeOf(op.getPastKey()).getDimSize(2));
  double rows = static_cast<double>(query.getNumElements() /
                                    std::max<int64_t>(1, query.getDimSize(3)));
  return rows * positions *
         static_cast<double>(query.getDimSize(3) + value.getDimSize(3));
}

double weft::countOperations(Operation *op) {
  auto isStatic = [](Type type) {
    return cast<RankedTensorType>(type).hasStaticShape();
  };
  if (!isa<ContractOp, ConvOp, AttentionOp>(op) ||
      !llvm::all_of(op->getOperandTypes(), isStatic) ||
      !llvm::all_of(op->getResultTypes(), isStatic))
    return 0;
  return 2 * llvm::TypeSwitch<Operation *, double>(op)
                 .Case<ContractOp, ConvOp, AttentionOp>(
                     [](auto each) { return countProducts(each); });
}
