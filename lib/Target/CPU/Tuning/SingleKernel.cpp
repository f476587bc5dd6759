// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The number of a variant is at the end of its kernel's name.

#include "lib/Target/CPU/Tuning/SingleKernel.h"
#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

std::string cpu::getVariantName(size_t variant) {
  return "variant_" + std::to_string(variant);
}

size_t cpu::getVariant(Operation *op) {
  StringRef name = op->getParentOfType<FuncOp>().getName();
  size_t variant = 0;
  name.rsplit('_').second.getAsInteger(10, variant);
  return variant;
}

/// Some value of a parameter: ones do not overflow.
static ElementsAttr makeValue(RankedTensorType type, Builder &builder) {
  Type element = type.getElementType();
  if (isa<FloatType>(element))
    return DenseElementsAttr::get(type, builder.getFloatAttr(element, 1));
  return DenseElementsAttr::get(type, builder.getIntegerAttr(element, 1));
}

OwningOpRef<ModuleOp> cpu::isolateKernel(FuncOp kernel, size_t variants) {
  Location loc = kernel.getLoc();
  OwningOpRef<ModuleOp> module = ModuleOp::create(loc);
  OpBuilder builder = OpBuilder::atBlockEnd(module->getBody());
  SmallVector<Type> inputs;
  for (auto [i, type] : llvm::enumerate(kernel.getArgumentTypes())) {
    auto tensor = cast<RankedTensorType>(type);
    if (kernel.getArgAttr(i, "weft.parameter"))
      ParameterOp::create(builder, loc, "parameter_" + std::to_string(i),
                          tensor, makeValue(tensor, builder));
    else
      inputs.push_back(type);
  }
  for (size_t variant = 0; variant < variants; ++variant) {
    builder.setInsertionPointToEnd(module->getBody());
    auto copy = cast<FuncOp>(builder.clone(*kernel));
    copy.setName("kernel_" + std::to_string(variant));
    auto function = FuncOp::create(
        builder, loc, getVariantName(variant),
        builder.getFunctionType(inputs, kernel.getResultTypes()));
    Block *body =
        builder.createBlock(&function.getBody(), {}, inputs,
                            SmallVector<Location>(inputs.size(), loc));
    SmallVector<Value> operands;
    unsigned next = 0;
    for (auto [i, type] : llvm::enumerate(kernel.getArgumentTypes()))
      operands.push_back(kernel.getArgAttr(i, "weft.parameter")
                             ? GetOp::create(builder, loc, type,
                                             "parameter_" + std::to_string(i))
                                   .getResult()
                             : Value(body->getArgument(next++)));
    auto dispatch = DispatchOp::create(builder, loc, kernel.getResultTypes(),
                                       copy.getName(), operands, StringAttr());
    ReturnOp::create(builder, loc, dispatch.getResults());
  }
  return module;
}
