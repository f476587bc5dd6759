// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sorting of a contraction's letters.

#include "lib/Target/CPU/Kernel/ContractForm.h"
#include "lib/Analysis/PrunedActivation.h"
#include "lib/Analysis/PrunedWeight.h"
#include "lib/Target/CPU/Kernel/IntegerOperand.h"
#include "lib/Target/CPU/Kernel/MicroKernel.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

bool cpu::areNeighbours(StringRef letters, StringRef dims) {
  return letters.empty() || dims.contains(letters);
}

bool cpu::isF32Product(Type lhs, Type rhs, Type result) {
  auto isSmall = [](Type type) {
    return type.isF32() || type.isF16() || type.isBF16();
  };
  return isSmall(lhs) && isSmall(rhs) && isSmall(result);
}

bool cpu::isPackedWeight(Value value) {
  auto argument = dyn_cast<BlockArgument>(value);
  auto kernel = argument ? dyn_cast<FuncOp>(argument.getOwner()->getParentOp())
                         : FuncOp();
  return kernel && argument.hasOneUse() &&
         kernel.getArgAttr(argument.getArgNumber(), "weft.parameter");
}

bool cpu::isIntegerWeight(Value rhs, Type result) {
  return getElementTypeOrSelf(rhs.getType()).isSignlessInteger(8) &&
         result.isInteger(32) && isPackedWeight(rhs);
}

/// Whether steps of a weight can be lines of memory. The sums of a group are below 2^31: each product of bytes is below 2^15.
static bool canSkipSteps(const QuantizedWeight &weight) {
  constexpr int64_t kMostSummed = int64_t(1) << 16;
  Type codes = getElementTypeOrSelf(weight.codes.getType());
  return weight.scales && weight.block <= kMostSummed &&
         (codes.isInteger(4) || codes.isInteger(8));
}

int64_t cpu::countParts(FuncOp kernel, ContractOp root) {
  auto last = [](Value value) {
    return cast<RankedTensorType>(value.getType()).getShape().back();
  };
  if (root.getResultDims().empty())
    return 1;
  int64_t columns = last(root.getResult()),
          part = last(kernel.getBody().front().getTerminator()->getOperand(0));
  return part == columns || ShapedType::isDynamic(part) ||
                 ShapedType::isDynamic(columns)
             ? 1
             : columns / part;
}

/// Whether weights are floats, or codes of 8 bits with a scale for each column.
static bool hasSparseForm(const QuantizedWeight &weight) {
  auto codes = cast<RankedTensorType>(weight.codes.getType());
  return !weight.scales ||
         (!weight.zeros && codes.getElementType().isInteger(8) &&
          weight.block == codes.getDimSize(weight.dim));
}

/// Takes the weights of a product whose panels leave zeros out.
static void findSparseWeight(ContractOp op, ContractForm &form) {
  auto kept = op->getAttrOfType<IntegerAttr>(kKeptStepsAttribute);
  auto kernel = dyn_cast<FuncOp>(op->getParentOp());
  if (!kept || !kernel || !form.isTiled || form.isInteger ||
      !form.batch.empty() || !form.outer.empty() || form.inner.empty() ||
      countParts(kernel, op) != 1)
    return;
  if (form.isWeight)
    form.sparse = form.rhs;
  else if (form.quantized && hasSparseForm(*form.quantized))
    form.sparse = form.quantized->codes;
  else
    return;
  if (form.quantized)
    form.sparseScales = form.quantized->scales;
  form.kept = kept.getInt();
  form.isWeight = false;
  form.quantized.reset();
}

ContractForm cpu::analyzeContract(ContractOp op) {
  ContractForm form;
  form.lhs = op.getLhs();
  form.rhs = op.getRhs();
  form.lhsDims = op.getLhsDims().str();
  form.rhsDims = op.getRhsDims().str();
  form.resultDims = op.getResultDims().str();
  auto has = [](StringRef letters, char letter) {
    return letters.contains(letter);
  };
  if (!form.resultDims.empty() && !has(form.rhsDims, form.resultDims.back())) {
    std::swap(form.lhs, form.rhs);
    std::swap(form.lhsDims, form.rhsDims);
  }
  bool isProduct = true;
  for (char letter : form.resultDims)
    if (has(form.lhsDims, letter) && has(form.rhsDims, letter))
      form.batch += letter;
    else if (has(form.rhsDims, letter))
      form.columns += letter;
  std::string reduction;
  for (char letter : form.lhsDims)
    if (has(form.resultDims, letter) && !has(form.rhsDims, letter))
      form.rows += letter;
    else if (!has(form.resultDims, letter) && has(form.rhsDims, letter))
      reduction += letter;
    else if (!has(form.resultDims, letter))
      isProduct = false;
  for (char letter : form.rhsDims)
    if (!has(form.resultDims, letter) && !has(form.lhsDims, letter))
      isProduct = false;
  size_t split = reduction.size();
  while (split > 0 && areNeighbours(StringRef(reduction).drop_front(split - 1),
                                    form.lhsDims))
    --split;
  form.outer = reduction.substr(0, split);
  form.inner = reduction.substr(split);

  auto lhs = cast<RankedTensorType>(form.lhs.getType()),
       rhs = cast<RankedTensorType>(form.rhs.getType());
  Type result = getElementTypeOrSelf(op.getType());
  bool isWeight = isPackedWeight(form.rhs);
  if (auto left = matchIntegerOperand(form.lhs),
      right = matchIntegerOperand(form.rhs);
      left && right && result.isInteger(32)) {
    form.isInteger = true;
    form.lhs = left->values;
    form.zeroPoint = left->zeroPoint;
    isWeight = isIntegerWeight(form.rhs, result);
    form.rhs = right->values;
    form.rhsZeroPoint = right->zeroPoint;
  }
  form.isTiled =
      isProduct &&
      (form.isInteger ||
       isF32Product(lhs.getElementType(), rhs.getElementType(), result)) &&
      isa<BlockArgument>(form.lhs) && !form.columns.empty() &&
      form.columns.back() == form.resultDims.back();
  // A panel must not end within a row of several column letters.
  if (form.columns.size() > 1) {
    int64_t last = rhs.getDimSize(form.rhsDims.find(form.columns.back()));
    form.isTiled =
        form.isTiled && !ShapedType::isDynamic(last) && last % kPanel == 0;
  }
  form.isInteger = form.isInteger && form.isTiled;
  if (form.isTiled && !form.isInteger && form.batch.empty() &&
      form.outer.empty() && form.inner.size() == 1 &&
      form.columns.size() == 1 && form.lhsDims.back() == form.inner.back()) {
    form.quantized = matchQuantizedWeight(form.rhs);
    if (form.quantized && form.quantized->scales &&
        form.quantized->dim !=
            static_cast<int64_t>(form.rhsDims.find(form.inner)))
      form.quantized.reset();
    if (form.quantized) {
      form.quantized->dim = static_cast<int64_t>(form.rhsDims.find(form.inner));
      form.quantized->isInLines = canSkipSteps(*form.quantized) &&
                                  form.lhs == op.getLhs() &&
                                  op->hasAttr(kSparseLhsAttribute);
    }
  }
  form.isWeight = form.isTiled && isWeight;
  findSparseWeight(op, form);
  return form;
}
