// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See QuantizedOperand.h.

#include "lib/Analysis/QuantizedOperand.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;

/// The place of the only dimension that is summed over, in operand `number`; nothing where the contraction is no product of a matrix.
static std::optional<int64_t> findReduction(ContractOp contract,
                                            unsigned number) {
  StringRef dims = number == 0 ? contract.getLhsDims() : contract.getRhsDims(),
            others =
                number == 0 ? contract.getRhsDims() : contract.getLhsDims();
  if (dims.size() != 2)
    return std::nullopt;
  std::optional<int64_t> place;
  for (auto [i, letter] : llvm::enumerate(dims)) {
    bool isSummed = !contract.getResultDims().contains(letter);
    // The other one is a dimension of the result, of the weight alone.
    if (isSummed == others.contains(letter) && !isSummed)
      continue;
    if (!isSummed || !others.contains(letter) || place)
      return std::nullopt;
    place = static_cast<int64_t>(i);
  }
  return place;
}

SmallVector<int64_t> weft::getCodePlanes(int64_t bits) {
  switch (bits) {
  case 3:
    return {2, 1};
  case 5:
    return {4, 1};
  case 6:
    return {4, 2};
  default:
    return {bits};
  }
}

int64_t weft::getCodesTogether(int64_t bits) {
  return bits < 8 ? 32 / getCodePlanes(bits).back() : 2;
}

/// Whether kernels read codes of this type: signed ones of 3 to 8 bits, of whose steps together the size and the blocks are multiples.
static bool isReadable(DequantizeOp op) {
  auto type = cast<RankedTensorType>(op.getOperand().getType());
  auto code = cast<IntegerType>(type.getElementType());
  int64_t multiple = getCodesTogether(code.getWidth()),
          size = type.getDimSize(static_cast<int64_t>(op.getDim())),
          block = static_cast<int64_t>(op.getBlock());
  return !code.isUnsigned() && code.getWidth() <= 8 && size % multiple == 0 &&
         (block >= size || block % multiple == 0);
}

Operation *weft::findWeightWidening(ContractOp contract, unsigned number) {
  Operation *op = contract->getOperand(number).getDefiningOp();
  if (!op || !isa<DequantizeOp, CastOp>(op) ||
      !llvm::all_of(op->getOperands(), [](Value operand) {
        return isa_and_present<GetOp>(operand.getDefiningOp());
      }))
    return nullptr;
  std::optional<int64_t> reduction = findReduction(contract, number);
  if (!reduction)
    return nullptr;
  if (auto dequantize = dyn_cast<DequantizeOp>(op))
    return dequantize.getBlock() != 0 &&
                   static_cast<int64_t>(dequantize.getDim()) == *reduction &&
                   isReadable(dequantize)
               ? op
               : nullptr;
  Type from = getElementTypeOrSelf(op->getOperand(0).getType());
  return (from.isF16() || from.isBF16()) &&
                 getElementTypeOrSelf(op->getResult(0).getType()).isF32()
             ? op
             : nullptr;
}
