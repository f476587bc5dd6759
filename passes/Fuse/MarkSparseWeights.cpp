// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How many steps of a product its pruned weight leaves, counted in the weight itself, behind everything that changes values: a mark that an
// earlier pass left could be stale.
//
//   weft.parameter @w : tensor<768x3072xf32> {weft.pruned = {error = 0.31, sparsity = 0.5}}
//   %w = weft.get @w : tensor<768x3072xf32>
//   %y = weft.contract "mk,nk->mn" %x, %w
//
// becomes the same with {weft.kept_steps = 1536 : i64} on the contraction, where each 16 outputs have weights that are not zero at no more than
// 1536 of the 3072 steps. Parameters that nobody pruned are not read.

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/PrunedWeight.h"
#include "lib/Analysis/QuantizedOperand.h"
#include "mlir/IR/Remarks.h"
#include "mlir/IR/Threading.h"
#include "passes/Fuse/Fuse.h"
#include "passes/Simplify/ParameterTable.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MathExtras.h"

#include <numeric>

namespace weft {
#define GEN_PASS_DEF_MARKSPARSEWEIGHTS
#include "passes/Fuse/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

/// More than this share of the steps is not worth the number that is stored for each of them and the look-up by it.
static constexpr double kMostKept = 0.8;

namespace {
/// A pruned weight as one side of a product of matrices: its dimensions by what they are.
struct PrunedOperand {
  ParameterOp parameter;
  SmallVector<int64_t> reduction, columns;

  std::string describe() {
    std::string text = parameter.getSymName().str() + "/";
    for (int64_t dim : columns)
      text += std::to_string(dim) + ",";
    return text;
  }
};

/// The parameter that `operand` of `contract` is, or is widened from, if it was pruned.
ParameterOp findPruned(ParameterTable &parameters, ContractOp contract,
                       unsigned operand) {
  Operation *source = contract->getOperand(operand).getDefiningOp();
  if (Operation *widening = findWeightWidening(contract, operand);
      widening && widening->getNumOperands() == 1)
    source = widening->getOperand(0).getDefiningOp();
  auto get = dyn_cast_or_null<GetOp>(source);
  ParameterOp parameter =
      get ? parameters.find(get.getParameter()) : ParameterOp();
  return parameter && parameter->hasAttr(kPrunedAttribute) ? parameter
                                                           : ParameterOp();
}

std::optional<PrunedOperand> matchOperand(ParameterTable &parameters,
                                          ContractOp contract) {
  StringRef result = contract.getResultDims();
  if (result.empty())
    return std::nullopt;
  bool isRight = contract.getRhsDims().contains(result.back());
  StringRef dims = isRight ? contract.getRhsDims() : contract.getLhsDims(),
            others = isRight ? contract.getLhsDims() : contract.getRhsDims();
  PrunedOperand operand;
  operand.parameter = findPruned(parameters, contract, isRight);
  if (!operand.parameter ||
      !isa<FloatType>(getElementTypeOrSelf(operand.parameter.getType())))
    return std::nullopt;
  for (auto [i, letter] : llvm::enumerate(dims)) {
    bool isInResult = result.contains(letter);
    // A batch of products, or a sum of the weight alone.
    if (isInResult == others.contains(letter))
      return std::nullopt;
    if (!isInResult)
      operand.reduction.push_back(static_cast<int64_t>(i));
  }
  // Columns are counted in the result's order.
  for (char letter : result)
    if (size_t at = dims.find(letter); at != StringRef::npos)
      operand.columns.push_back(static_cast<int64_t>(at));
  return operand;
}

/// The place, in elements, of each index of some dimensions, in row-major order of those.
std::vector<int64_t> computePlaces(const Tensor &tensor,
                                   ArrayRef<int64_t> dims) {
  std::vector<int64_t> places{0};
  for (int64_t dim : dims) {
    int64_t stride = 1;
    for (int64_t i = dim + 1; i < tensor.getRank(); ++i)
      stride *= tensor.getDim(i);
    std::vector<int64_t> next;
    next.reserve(places.size() * static_cast<size_t>(tensor.getDim(dim)));
    for (int64_t place : places)
      for (int64_t i = 0; i < tensor.getDim(dim); ++i)
        next.push_back(place + i * stride);
    places = std::move(next);
  }
  return places;
}

/// The steps at which one of `columns` has a weight that is not zero.
int64_t countSteps(const Tensor &tensor, ArrayRef<int64_t> steps,
                   ArrayRef<int64_t> columns) {
  int64_t size = getSizeBytes(tensor.getElement());
  bool isFloat = isa<FloatType>(tensor.getElementType());
  return llvm::count_if(steps, [&](int64_t step) {
    return llvm::any_of(columns, [&](int64_t column) {
      return !isZeroWeight(tensor.getData() + (step + column) * size, size,
                           isFloat);
    });
  });
}

struct MarkSparseWeightsPass
    : weft::impl::MarkSparseWeightsBase<MarkSparseWeightsPass> {
  void runOnOperation() override {
    ParameterTable parameters(getOperation());
    llvm::StringMap<int64_t> known;
    getOperation().walk([&](ContractOp contract) {
      contract->removeAttr(kKeptStepsAttribute);
      std::optional<PrunedOperand> operand = matchOperand(parameters, contract);
      if (!operand)
        return;
      auto [entry, isNew] = known.try_emplace(operand->describe(), 0);
      if (isNew)
        entry->second = countKept(parameters, *operand);
      if (entry->second)
        contract->setAttr(
            kKeptStepsAttribute,
            Builder(&getContext()).getI64IntegerAttr(entry->second));
    });
  }

private:
  /// 0 where they are too many.
  int64_t countKept(ParameterTable &parameters, const PrunedOperand &operand) {
    ParameterOp parameter = operand.parameter;
    FailureOr<Tensor> tensor = parameters.read(parameter);
    // Whoever packs the weight says that there is none.
    if (failed(tensor))
      return 0;
    std::vector<int64_t> steps = computePlaces(*tensor, operand.reduction),
                         columns = computePlaces(*tensor, operand.columns);
    auto all = static_cast<int64_t>(steps.size());
    auto bands = llvm::divideCeil(columns.size(), kKeptColumns);
    std::vector<int64_t> counts(bands);
    auto count = [&](size_t band) {
      counts[band] = countSteps(
          *tensor, steps,
          ArrayRef(columns)
              .drop_front(band * kKeptColumns)
              .take_front(std::min<size_t>(
                  kKeptColumns, columns.size() - band * kKeptColumns)));
    };
    auto isTooMany = [&](int64_t kept) {
      return static_cast<double>(kept) > kMostKept * static_cast<double>(all);
    };
    // The first band tells most of those whose zeros lie otherwise.
    if (bands)
      count(0);
    if (bands > 1 && !isTooMany(counts[0]))
      parallelFor(&getContext(), 1, bands, count);
    int64_t kept = bands ? *std::max_element(counts.begin(), counts.end()) : 0;
    parameters.release(parameter);
    int64_t rounded = llvm::alignTo(std::max<int64_t>(kept, 1), kKeptMultiple);
    if (!isTooMany(rounded))
      return rounded;
    remark::missed(
        parameter->getLoc(),
        remark::RemarkOpts::name("ZerosMultiplied").category("kernel"))
        << "zeros of weight '" << parameter.getSymName()
        << "' are stored and multiplied: some " << std::to_string(kKeptColumns)
        << " neighbouring outputs have weights at " << std::to_string(kept)
        << " of " << std::to_string(all)
        << " steps; blocks of as many outputs (--pattern 16x1) leave fewer";
    return 0;
  }
};
} // namespace
