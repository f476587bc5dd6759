// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Kernels of contractions and convolutions that differ only in numbers of what
// follows the root are one kernel, which takes these numbers as arguments: the
// layers of a quantized model have a scale each.
//
//   weft.func private @contract_0(%x, %w) { contract, mul 0.5, add 1.0 }
//   weft.func private @contract_1(%x, %w) { contract, mul 2.0, add 1.0 }
//   =>
//   weft.func private @contract_0(%x, %w, %s) { contract, mul %s, add 1.0 }
//
// Numbers that all of them share stay constants, and so do those before the root
// (zero points of operands) and exponents, which decide how a kernel is made.

#include "dialects/Weft/WeftOps.h"
#include "passes/Fuse/Fuse.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringMap.h"

#include <limits>

using namespace mlir;
using namespace weft;

namespace weft {
#define GEN_PASS_DEF_SHAREKERNELS
#include "passes/Fuse/Passes.h.inc"
} // namespace weft

namespace {
/// The ops that follow the first contraction or convolution of a kernel.
llvm::DenseSet<Operation *> findEpilogue(FuncOp kernel) {
  llvm::DenseSet<Operation *> epilogue, computed;
  for (Operation &op : kernel.getBody().front()) {
    bool follows = llvm::any_of(op.getOperands(), [&](Value operand) {
      return computed.contains(operand.getDefiningOp());
    });
    if (follows)
      epilogue.insert(&op);
    if (follows || (computed.empty() && isa<ContractOp, ConvOp>(op)))
      computed.insert(&op);
  }
  return epilogue;
}

/// The numbers of a kernel that could be arguments, in order.
SmallVector<ConstantOp> findNumbers(FuncOp kernel) {
  llvm::DenseSet<Operation *> epilogue = findEpilogue(kernel);
  SmallVector<ConstantOp> numbers;
  for (ConstantOp constant : kernel.getBody().getOps<ConstantOp>()) {
    auto type = cast<RankedTensorType>(constant.getType());
    if (type.getRank() == 0 &&
        (type.getElementType().isF32() ||
         type.getElementType().isInteger(32)) &&
        llvm::all_of(constant->getUsers(), [&](Operation *user) {
          return epilogue.contains(user) &&
                 isa<AddOp, SubOp, MulOp, DivOp, MaxOp, MinOp>(user);
        }))
      numbers.push_back(constant);
  }
  return numbers;
}

/// The kernel's text without its name and these numbers.
std::string printWithout(FuncOp kernel, ArrayRef<ConstantOp> numbers) {
  OwningOpRef<FuncOp> copy = kernel.clone();
  copy->setName("kernel");
  Builder builder(kernel.getContext());
  for (auto [original, constant] :
       llvm::zip(kernel.getBody().front(), copy->getBody().front()))
    if (llvm::is_contained(numbers, dyn_cast<ConstantOp>(original))) {
      auto type = cast<RankedTensorType>(original.getResult(0).getType());
      cast<ConstantOp>(constant).setValueAttr(DenseElementsAttr::get(
          type, builder.getZeroAttr(type.getElementType())));
    }
  std::string text;
  llvm::raw_string_ostream stream(text);
  // All of it, whatever flags say of large constants: equal texts become one kernel.
  OpPrintingFlags flags;
  flags.elideLargeElementsAttrs(std::numeric_limits<int64_t>::max());
  copy->print(stream, flags);
  return text;
}

/// Kernels of one text, and their numbers.
struct Family {
  SmallVector<FuncOp> kernels;
  SmallVector<SmallVector<ConstantOp>> numbers;

  /// Whether some number is not the same in all of them.
  bool differs(size_t number) {
    return llvm::any_of(numbers, [&](auto &each) {
      return each[number].getValue() != numbers.front()[number].getValue();
    });
  }
};

struct ShareKernels : weft::impl::ShareKernelsBase<ShareKernels> {
  void runOnOperation() override {
    llvm::MapVector<StringAttr, Family> families;
    for (FuncOp kernel : getOperation().getOps<FuncOp>()) {
      if (!kernel.isPrivate() || kernel.isExternal())
        continue;
      SmallVector<ConstantOp> numbers = findNumbers(kernel);
      if (numbers.empty())
        continue;
      Family &family = families[StringAttr::get(&getContext(),
                                                printWithout(kernel, numbers))];
      family.kernels.push_back(kernel);
      family.numbers.push_back(std::move(numbers));
    }
    getOperation().walk(
        [&](DispatchOp op) { dispatches[op.getKernel()].push_back(op); });
    for (auto &[text, family] : families)
      if (family.kernels.size() > 1)
        share(family);
    dispatches.clear();
  }

private:
  void share(Family &family);

  llvm::StringMap<SmallVector<DispatchOp>> dispatches;
};
} // namespace

void ShareKernels::share(Family &family) {
  FuncOp shared = family.kernels.front();
  SmallVector<size_t> differing;
  for (size_t i = 0; i < family.numbers.front().size(); ++i)
    if (family.differs(i))
      differing.push_back(i);
  for (auto [kernel, numbers] : llvm::zip(family.kernels, family.numbers))
    for (DispatchOp op : dispatches[kernel.getName()]) {
      OpBuilder builder(op);
      for (size_t i : differing)
        op.getOperandsMutable().append(
            builder.clone(*numbers[i])->getResult(0));
      op.setKernel(shared.getName());
    }
  for (size_t i : differing) {
    ConstantOp constant = family.numbers.front()[i];
    unsigned argument = shared.getNumArguments();
    (void)shared.insertArgument(argument, constant.getType(), {},
                                constant.getLoc());
    constant.getResult().replaceAllUsesWith(shared.getArgument(argument));
    constant.erase();
  }
  for (FuncOp kernel : ArrayRef(family.kernels).drop_front())
    kernel.erase();
}
