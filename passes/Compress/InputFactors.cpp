// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See InputFactors.h.

#include "passes/Compress/InputFactors.h"
#include "passes/Compress/Compress.h"

using namespace mlir;
using namespace weft;

FailureOr<std::vector<float>> weft::readInputFactors(ParameterOp parameter,
                                                     size_t inputs) {
  std::vector<float> values;
  auto factors =
      parameter->getAttrOfType<DenseFPElementsAttr>(kInputFactorsAttribute);
  if (!factors)
    return values;
  if (!factors.getElementType().isF32() ||
      factors.getNumElements() != static_cast<int64_t>(inputs))
    return parameter.emitError()
           << "weight '" << parameter.getSymName() << "': expected " << inputs
           << " numbers of f32 in " << kInputFactorsAttribute << ", found "
           << factors.getType();
  llvm::append_range(values, factors.getValues<float>());
  return values;
}

LogicalResult weft::addInputFactors(ParameterOp parameter,
                                    std::vector<float> factors) {
  FailureOr<std::vector<float>> earlier =
      readInputFactors(parameter, factors.size());
  if (failed(earlier))
    return failure();
  for (auto [factor, each] : llvm::zip(factors, *earlier))
    factor *= each;
  auto type = RankedTensorType::get({static_cast<int64_t>(factors.size())},
                                    Float32Type::get(parameter.getContext()));
  parameter->setAttr(kInputFactorsAttribute,
                     DenseElementsAttr::get(type, ArrayRef<float>(factors)));
  return success();
}
