// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What looks rows up and what multiplies by them end up in different kernels; that both read one weight stays with the look-up.
//
//   %w = weft.get @embed : tensor<320x64xi8>
//   %r = weft.gather %w, %tokens {dim = 0 : i64}
//   %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x64xi16>, tensor<320x64xi8>) -> tensor<?x320xi32>
//
// becomes the same with {weft.integer_table} on the gather.

#include "lib/Analysis/QuantizedOperand.h"
#include "mlir/IR/TypeUtilities.h"
#include "passes/Fuse/Fuse.h"
#include "llvm/ADT/DenseSet.h"

namespace weft {
#define GEN_PASS_DEF_MARKINTEGERTABLES
#include "passes/Fuse/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// Whether each output's weights are a row of the right operand.
bool multipliesRows(ContractOp op) {
  StringRef dims = op.getRhsDims(), result = op.getResultDims();
  return getElementTypeOrSelf(op.getType()).isInteger(32) && dims.size() == 2 &&
         result.contains(dims[0]) && !result.contains(dims[1]);
}

struct MarkIntegerTablesPass
    : weft::impl::MarkIntegerTablesBase<MarkIntegerTablesPass> {
  void runOnOperation() override {
    llvm::DenseSet<StringAttr> weights;
    getOperation().walk([&](ContractOp contract) {
      if (auto get = contract.getRhs().getDefiningOp<GetOp>();
          get && multipliesRows(contract))
        weights.insert(get.getParameterAttr().getAttr());
    });
    getOperation().walk([&](GatherOp gather) {
      if (auto get = gather.getData().getDefiningOp<GetOp>();
          get && weights.contains(get.getParameterAttr().getAttr()))
        gather->setAttr(kIntegerTableAttribute,
                        UnitAttr::get(gather.getContext()));
    });
  }
};
} // namespace
