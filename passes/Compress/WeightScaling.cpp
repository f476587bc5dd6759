// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See WeightScaling.h.

#include "passes/Compress/WeightScaling.h"
#include "lib/Analysis/PrunedWeight.h"
#include "passes/Compress/ChannelQuantizer.h"
#include "passes/Compress/WeightRows.h"
#include "passes/Simplify/Tensors.h"

#include <cmath>

using namespace mlir;
using namespace weft;

/// Calls `visit` with the channel and the value of each weight.
template <typename Values, typename Visit>
static void forEachWeight(Values &values, ArrayRef<int64_t> dims, int64_t dim,
                          Visit visit) {
  auto count = static_cast<size_t>(dims[static_cast<size_t>(dim)]);
  size_t inner = 1;
  for (int64_t size : dims.drop_front(static_cast<size_t>(dim) + 1))
    inner *= static_cast<size_t>(size);
  for (auto [i, value] : llvm::enumerate(values))
    visit(i / inner % count, value);
}

std::vector<double> WeightChannels::computeMagnitudes() const {
  std::vector<double> magnitudes(getCount(), 0);
  forEachWeight(values, dims, dim, [&](size_t channel, float value) {
    magnitudes[channel] =
        std::max(magnitudes[channel], std::fabs(static_cast<double>(value)));
  });
  return magnitudes;
}

void WeightChannels::scale(ArrayRef<double> factors) {
  forEachWeight(values, dims, dim, [&](size_t channel, float &value) {
    value = static_cast<float>(value * factors[channel]);
  });
}

static std::optional<WeightChannels>
readChannels(ParameterTable &parameters, const ConstantProduct &product,
             std::optional<int64_t> dim) {
  if (!dim || !product.getWeights().getDefiningOp<GetOp>())
    return std::nullopt;
  FailureOr<Tensor> tensor = readConstant(parameters, product.getWeights());
  if (failed(tensor))
    return std::nullopt;
  WeightChannels weights{readFloats(*tensor),
                         SmallVector<int64_t>(tensor->getDims()), *dim};
  if (!llvm::all_of(weights.values,
                    [](float value) { return std::isfinite(value); }))
    return std::nullopt;
  return weights;
}

std::optional<WeightChannels>
weft::readInputChannels(ParameterTable &parameters,
                        const ConstantProduct &product) {
  auto conv = dyn_cast<ConvOp>(product.op);
  if (!conv || conv.getGroups() == 1)
    return readChannels(parameters, product, product.inputDim);
  RankedTensorType filter = tensorType(product.getWeights());
  bool isDepthwise = filter.getDimSize(filter.getRank() - 2) == 1 &&
                     filter.getDimSize(filter.getRank() - 1) ==
                         static_cast<int64_t>(conv.getGroups());
  return isDepthwise ? readChannels(parameters, product, filter.getRank() - 1)
                     : std::nullopt;
}

std::optional<WeightChannels>
weft::readOutputChannels(ParameterTable &parameters,
                         const ConstantProduct &product) {
  if (auto contract = dyn_cast<ContractOp>(product.op)) {
    StringRef letters =
        product.operand ? contract.getLhsDims() : contract.getRhsDims();
    if (!product.outputDim ||
        contract.getResultDims().back() !=
            letters[static_cast<size_t>(*product.outputDim)])
      return std::nullopt;
  }
  return readChannels(parameters, product, product.outputDim);
}

LogicalResult weft::replaceWeights(ParameterTable &parameters,
                                   const ConstantProduct &product,
                                   const WeightChannels &weights,
                                   StringRef suffix) {
  auto get = product.getWeights().getDefiningOp<GetOp>();
  ParameterOp origin = parameters.find(get.getParameter());
  FailureOr<Tensor> tensor =
      makeFloats(get.getContext(), weights.values, weights.dims);
  FailureOr<ParameterOp> parameter = failure();
  if (succeeded(tensor))
    parameter = parameters.append(origin, (origin.getSymName() + suffix).str(),
                                  *tensor);
  if (failed(parameter))
    return product.op->emitError("the scaled weight '")
           << get.getParameter() << "' cannot be written";
  if (Attribute pruned = origin->getAttr(kPrunedAttribute))
    (*parameter)->setAttr(kPrunedAttribute, pruned);
  OpBuilder builder(product.op);
  product.op->setOperand(
      1 - product.operand,
      GetOp::create(builder, get.getLoc(), tensor->getType(),
                    FlatSymbolRefAttr::get(parameter->getSymNameAttr())));
  return success();
}
