// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sums are followed to their terms, down to the weights that make them. A list in place of recursion, since sums of deep models are long.

#include "passes/Compress/UpdateEnergy.h"
#include "passes/Compress/SquareSums.h"

#include <numeric>

using namespace mlir;
using namespace weft;

static RankedTensorType typeOf(Value value) {
  return dyn_cast<RankedTensorType>(value.getType());
}

/// What a value was before its elements changed their type or place.
static Value skipCasts(Value value) {
  while (Operation *op = value.getDefiningOp())
    if (isa<CastOp, TransposeOp, ReshapeOp>(op))
      value = op->getOperand(0);
    else
      break;
  return value;
}

/// The operands that an op passes on, as they are or added up; nothing where it does not.
static SmallVector<Value> findTerms(Operation *op) {
  SmallVector<Value> terms;
  if (isa<CastOp, TransposeOp, ReshapeOp, DropoutOp>(op))
    return {op->getOperand(0)};
  if (!isa<AddOp, MaxOp, MinOp>(op))
    return terms;
  // Not biases and bounds.
  for (Value operand : op->getOperands())
    if (typeOf(operand) &&
        typeOf(operand).getRank() == typeOf(op->getResult(0)).getRank())
      terms.push_back(operand);
  return terms;
}

UpdateEnergy::UpdateEnergy(ModuleOp module, ParameterTable &parameters,
                           const Statistics *statistics)
    : parameters(parameters), statistics(statistics) {
  for (WeightUses &uses : findWeightUses(module))
    if (uses.isLinear() && !uses.contractions.empty())
      inputDims[uses.parameter.getSymName()] = uses.isTransposed ? 0 : 1;
}

std::optional<double> UpdateEnergy::measureParameter(Value value,
                                                     int64_t rows) {
  Operation *source = skipCasts(value).getDefiningOp();
  FailureOr<Tensor> tensor = failure();
  ParameterOp parameter;
  if (auto get = dyn_cast_or_null<GetOp>(source)) {
    parameter = parameters.find(get.getParameterAttr().getValue());
    if (parameter)
      tensor = parameters.read(parameter);
  } else if (auto constant = dyn_cast_or_null<ConstantOp>(source)) {
    tensor = Tensor::fromElements(constant.getValue());
  }
  if (failed(tensor) || tensor->getRank() == 0 || rows <= 0)
    return std::nullopt;
  std::vector<double> squares = sumSquares(*tensor, {0}).front();
  if (parameter)
    parameters.release(parameter);
  return std::accumulate(squares.begin(), squares.end(), 0.0) /
         static_cast<double>(rows);
}

std::optional<double> UpdateEnergy::measureContraction(ContractOp op) {
  auto get = skipCasts(op.getRhs()).getDefiningOp<GetOp>();
  if (!get)
    return std::nullopt;
  StringRef name = get.getParameterAttr().getValue();
  auto inputDim = inputDims.find(name);
  const SiteStatistics *site = statistics ? statistics->find(name) : nullptr;
  if (inputDim == inputDims.end() || !site || !(site->count > 0)) {
    guesses = true;
    return measureParameter(op.getRhs());
  }
  ParameterOp parameter = parameters.find(name);
  FailureOr<Tensor> tensor =
      parameter ? parameters.read(parameter) : FailureOr<Tensor>(failure());
  if (failed(tensor))
    return std::nullopt;
  std::vector<double> squares = sumSquares(*tensor, {inputDim->second}).front();
  parameters.release(parameter);
  if (squares.size() != site->getWidth())
    return std::nullopt;
  double total = 0;
  for (auto [square, input] : llvm::zip(squares, site->squares))
    total += square * input / site->count;
  return total;
}

std::optional<double> UpdateEnergy::compute(Operation *op) {
  if (auto contract = dyn_cast<ContractOp>(op))
    return measureContraction(contract);
  if (auto conv = dyn_cast<ConvOp>(op))
    return measureParameter(conv.getFilter());
  if (auto norm = dyn_cast<BatchNormOp>(op))
    return measureParameter(norm.getScale());
  if (auto gather = dyn_cast<GatherOp>(op))
    return measureParameter(
        gather.getData(),
        typeOf(gather.getData())
            .getDimSize(static_cast<unsigned>(gather.getDim())));
  // A gain behind a normalization says all.
  if (isa<MulOp>(op))
    for (unsigned i : {0u, 1u})
      if (isa_and_nonnull<NormalizeOp>(
              skipCasts(op->getOperand(i)).getDefiningOp()))
        return measureParameter(op->getOperand(1 - i));
  SmallVector<Value> terms = findTerms(op);
  if (terms.empty())
    return std::nullopt;
  double total = 0;
  for (Value term : terms) {
    std::optional<double> part = known.lookup(term);
    if (!part)
      return std::nullopt;
    total += *part;
  }
  return total;
}

std::optional<double> UpdateEnergy::estimate(Value value) {
  SmallVector<Value> left{value};
  while (!left.empty()) {
    Value next = left.back();
    if (known.contains(next)) {
      left.pop_back();
      continue;
    }
    auto result = dyn_cast<OpResult>(next);
    if (!result || result.getResultNumber() != 0) {
      // An input of the model, whose values count as of unit size.
      RankedTensorType type = typeOf(next);
      bool isSized =
          !result && type && type.getRank() > 0 &&
          !type.isDynamicDim(static_cast<unsigned>(type.getRank() - 1));
      known[next] = isSized ? std::optional<double>(
                                  static_cast<double>(type.getShape().back()))
                            : std::nullopt;
      left.pop_back();
      continue;
    }
    size_t count = left.size();
    for (Value term : findTerms(result.getOwner()))
      if (!known.contains(term))
        left.push_back(term);
    if (left.size() > count)
      continue;
    left.pop_back();
    known[next] = compute(result.getOwner());
  }
  return known.lookup(value);
}
