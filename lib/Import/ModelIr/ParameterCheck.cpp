// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "lib/Import/ModelIr/ParameterCheck.h"
#include "dialects/Weft/WeftOps.h"

using namespace mlir;
using namespace weft;

std::optional<WeightType> weft::findWeightType(Type type) {
  auto tensor = dyn_cast<RankedTensorType>(type);
  if (!tensor || !tensor.hasStaticShape())
    return std::nullopt;
  WeightType weight;
  llvm::raw_string_ostream(weight.dtype) << tensor.getElementType();
  weight.dims.assign(tensor.getShape().begin(), tensor.getShape().end());
  if (!findElementBits(weight.dtype))
    return std::nullopt;
  return weight;
}

LogicalResult weft::verifyParameters(ModuleOp module,
                                     const WeightStore *weights) {
  for (auto parameter : module.getOps<ParameterOp>()) {
    if (parameter.getValue())
      continue;
    StringRef name = parameter.getSymName();
    std::optional<WeightType> expected = findWeightType(parameter.getType());
    if (!expected)
      return parameter.emitOpError()
             << "'" << name << "' has type " << parameter.getType()
             << ", which no weight can have";
    const WeightSegment *segment = weights ? weights->find(name) : nullptr;
    if (!segment)
      return parameter.emitOpError()
             << "'" << name << "' has no value and no weight in the file";
    if (!(segment->type == *expected))
      return parameter.emitOpError()
             << "'" << name << "' is " << formatType(*expected)
             << ", its weight is " << formatType(segment->type);
  }
  return success();
}

LogicalResult weft::verifyPortable(ModuleOp module) {
  WalkResult result = module.walk([](Operation *op) {
    StringRef dialect = op->getName().getDialectNamespace();
    if (dialect == WeftDialect::getDialectNamespace() || isa<ModuleOp>(op))
      return WalkResult::advance();
    op->emitOpError() << "cannot be in a model.ir, which holds ops of the weft "
                         "dialect only";
    return WalkResult::interrupt();
  });
  return failure(result.wasInterrupted());
}
