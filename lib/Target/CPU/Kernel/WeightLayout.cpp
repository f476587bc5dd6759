// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In which layout a kernel wants its weights: packed panels for the right side of tiled products.

#include "lib/Target/CPU/Kernel/CodeLookup.h"
#include "lib/Target/CPU/Kernel/ContractForm.h"
#include "lib/Target/CPU/Kernel/ConvForm.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

static WeightLayout::Kind getPanelKind(Type element) {
  return element.isInteger(8) ? WeightLayout::QuadPanels
         : element.isBF16()   ? WeightLayout::PairPanels
                              : WeightLayout::Panels;
}

/// Sets the layout of `argument` where it is a part of a quantized weight: of the codes, or of what belongs to their groups.
static bool setQuantizedLayout(const ContractForm &form, Value argument,
                               WeightLayout &layout) {
  const QuantizedWeight &weight = *form.quantized;
  if (argument != weight.codes && argument != weight.scales &&
      argument != weight.zeros)
    return false;
  Type element = getElementTypeOrSelf(argument.getType());
  bool isInteger = isa<IntegerType>(element);
  layout.kind = !isInteger                 ? WeightLayout::Panels
                : argument != weight.codes ? WeightLayout::BytePanels
                : weight.isInLines         ? WeightLayout::CodeLines
                                           : WeightLayout::CodePanels;
  layout.reductionDims = {static_cast<int64_t>(form.rhsDims.find(form.inner))};
  layout.outputDims = {static_cast<int64_t>(form.rhsDims.find(form.columns))};
  return true;
}

WeightLayout cpu::getWeightLayout(FuncOp kernel, unsigned index) {
  WeightLayout layout;
  Type type = getElementTypeOrSelf(kernel.getArgument(index).getType());
  if (auto code = dyn_cast<IntegerType>(type);
      code && code.getWidth() > 1 && code.getWidth() < 8)
    layout.kind = WeightLayout::Bytes;
  if (!kernel.getArgAttr(index, "weft.parameter"))
    return layout;
  if (isCodeTable(kernel.getArgument(index))) {
    // As the product by the same weight has it, if there is one.
    layout.kind = isIntegerTable(kernel.getArgument(index))
                      ? WeightLayout::QuadPanels
                      : WeightLayout::CodePanels;
    layout.reductionDims = {1};
    layout.outputDims = {0};
    return layout;
  }
  for (Operation &op : kernel.getBody().front().without_terminator()) {
    if (auto contract = dyn_cast<ContractOp>(op)) {
      ContractForm form = analyzeContract(contract);
      if (form.quantized &&
          setQuantizedLayout(form, kernel.getArgument(index), layout))
        continue;
      Value argument = kernel.getArgument(index);
      bool isSparse = form.kept && form.sparse == argument,
           isScale = form.kept && form.sparseScales == argument;
      if (!isSparse && !isScale && (!form.isWeight || form.rhs != argument))
        continue;
      layout.kind = isSparse  ? WeightLayout::SparsePanels
                    : isScale ? WeightLayout::Panels
                              : getPanelKind(getElementTypeOrSelf(form.rhs));
      if (isSparse)
        layout.kept = form.kept;
      auto dimsOf = [&](StringRef letters) {
        return llvm::map_to_vector(letters, [&](char letter) {
          return static_cast<int64_t>(form.rhsDims.find(letter));
        });
      };
      layout.batchDims = dimsOf(form.batch);
      layout.reductionDims = dimsOf(form.outer + form.inner);
      layout.outputDims = dimsOf(form.columns);
    } else if (auto conv = dyn_cast<ConvOp>(op)) {
      ConvForm form = analyzeConv(conv);
      if (isDepthwise(conv) || !form.isWeight ||
          conv.getFilter() != kernel.getArgument(index))
        continue;
      if (std::optional<WinogradTile> tile = chooseWinogradTile(conv)) {
        layout.kind = WeightLayout::Winograd;
        layout.tile = *tile;
        continue;
      }
      layout.kind = getPanelKind(getElementTypeOrSelf(conv.getFilter()));
      int64_t rank =
          cast<RankedTensorType>(conv.getFilter().getType()).getRank();
      for (int64_t i = 0; i + 1 < rank; ++i)
        layout.reductionDims.push_back(i);
      layout.outputDims.push_back(rank - 1);
    }
  }
  return layout;
}
