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
// 1536 of the 3072 steps, and where the target is faster without the others. Parameters that nobody pruned are not read. A weight is stored once: all
// products that read it leave its zeros out, or none.

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/ElementOffsets.h"
#include "lib/Analysis/PrunedWeight.h"
#include "lib/Analysis/QuantizedOperand.h"
#include "mlir/IR/Remarks.h"
#include "mlir/IR/Threading.h"
#include "mlir/IR/TypeUtilities.h"
#include "passes/Fuse/Fuse.h"
#include "passes/Simplify/ParameterTable.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Support/MathExtras.h"

namespace weft {
#define GEN_PASS_DEF_MARKSPARSEWEIGHTS
#include "passes/Fuse/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// A pruned weight as one side of a product of matrices: its dimensions by what they are.
struct PrunedOperand {
  SmallVector<int64_t> reduction, columns;

  bool operator==(const PrunedOperand &) const = default;
};

/// Whether what `op` makes is zero where its first operand is, which kernels read as it is stored: a cast, or a dequantization of codes of 8 bits
/// with a scale for each output.
bool keepsZeros(Operation *op) {
  auto dequantize = dyn_cast<DequantizeOp>(op);
  if (!dequantize)
    return true;
  auto codes = cast<RankedTensorType>(dequantize.getOperand().getType());
  return !dequantize.getZeroPoint() && codes.getElementType().isInteger(8) &&
         static_cast<int64_t>(dequantize.getBlock()) >=
             codes.getDimSize(static_cast<int64_t>(dequantize.getDim()));
}

/// The parameter that operand `number` of `contract` is, or is widened from, if it was pruned.
ParameterOp findPruned(ParameterTable &parameters, ContractOp contract,
                       unsigned number) {
  Operation *source = contract->getOperand(number).getDefiningOp();
  if (Operation *widening = findWeightWidening(contract, number);
      widening && keepsZeros(widening))
    source = widening->getOperand(0).getDefiningOp();
  auto get = dyn_cast_or_null<GetOp>(source);
  ParameterOp parameter =
      get ? parameters.find(get.getParameter()) : ParameterOp();
  return parameter && parameter->hasAttr(kPrunedAttribute) ? parameter
                                                           : ParameterOp();
}

/// Operand `number` of `contract`, whose letters the result must end with.
std::optional<PrunedOperand> matchOperand(ContractOp contract,
                                          unsigned number) {
  StringRef result = contract.getResultDims(), left = contract.getLhsDims(),
            right = contract.getRhsDims(), dims = number ? right : left,
            others = number ? left : right;
  Type element = getElementTypeOrSelf(contract->getOperand(number).getType());
  if (result.empty() || !dims.contains(result.back()) ||
      !isa<FloatType>(element))
    return std::nullopt;
  PrunedOperand operand;
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

/// Those of the result; ShapedType::kDynamic where unknown.
int64_t countRows(ContractOp contract) {
  auto type = cast<RankedTensorType>(contract.getType());
  int64_t rows = 1;
  StringRef result = contract.getResultDims();
  StringRef weight = contract.getRhsDims().contains(result.back())
                         ? contract.getRhsDims()
                         : contract.getLhsDims();
  for (auto [letter, size] : llvm::zip(result, type.getShape())) {
    if (weight.contains(letter))
      continue;
    if (ShapedType::isDynamic(size))
      return size;
    rows *= size;
  }
  return rows;
}

int64_t countElements(const Tensor &tensor, ArrayRef<int64_t> dims) {
  int64_t count = 1;
  for (int64_t dim : dims)
    count *= tensor.getDim(dim);
  return count;
}

/// All products that read one parameter.
struct PrunedUses {
  SmallVector<std::pair<ContractOp, PrunedOperand>> products;
  /// Whether something else multiplies with it, so that it would be stored twice.
  bool hasOthers = false;
};

struct MarkSparseWeightsPass
    : weft::impl::MarkSparseWeightsBase<MarkSparseWeightsPass> {
  MarkSparseWeightsPass() = default;
  explicit MarkSparseWeightsPass(
      std::function<bool(const SparseProduct &)> isFaster)
      : isFaster(std::move(isFaster)) {}

  void runOnOperation() override {
    ParameterTable parameters(getOperation());
    llvm::MapVector<ParameterOp, PrunedUses> weights;
    getOperation().walk([&](ContractOp contract) {
      contract->removeAttr(kKeptStepsAttribute);
      for (unsigned number : {0, 1})
        if (ParameterOp parameter = findPruned(parameters, contract, number)) {
          PrunedUses &uses = weights[parameter];
          if (std::optional<PrunedOperand> operand =
                  matchOperand(contract, number))
            uses.products.emplace_back(contract, *operand);
          else
            uses.hasOthers = true;
        }
    });
    for (auto &[parameter, uses] : weights)
      if (!uses.products.empty() && !uses.hasOthers)
        mark(parameters, parameter, uses);
  }

private:
  void mark(ParameterTable &parameters, ParameterOp parameter,
            const PrunedUses &uses) {
    FailureOr<Tensor> tensor = parameters.read(parameter);
    // Whoever packs the weight says that there is none.
    if (failed(tensor))
      return;
    SmallVector<int64_t> kept;
    for (auto [contract, operand] : uses.products) {
      bool isKnown = !kept.empty() && operand == uses.products.front().second;
      SparseProduct product{
          countRows(contract), getElementTypeOrSelf(contract.getLhs()),
          getSizeBytes(tensor->getElement()),
          isKnown ? kept.front() : countKept(*tensor, operand),
          countElements(*tensor, operand.reduction)};
      if (product.steps == 0 || !isFaster(product)) {
        report(parameter, product);
        parameters.release(parameter);
        return;
      }
      kept.push_back(product.kept);
    }
    parameters.release(parameter);
    Builder builder(&getContext());
    for (auto [use, count] : llvm::zip(uses.products, kept))
      use.first->setAttr(kKeptStepsAttribute, builder.getI64IntegerAttr(count));
  }

  /// Stops at the first band that keeps all: most of those whose zeros lie otherwise do.
  int64_t countKept(const Tensor &tensor, const PrunedOperand &operand) {
    std::vector<int64_t> steps = computeElementOffsets(tensor.getDims(),
                                                       operand.reduction),
                         columns = computeElementOffsets(tensor.getDims(),
                                                         operand.columns);
    int64_t sizeBytes = getSizeBytes(tensor.getElement());
    size_t bands = llvm::divideCeil(columns.size(), kKeptColumns);
    std::vector<int64_t> counts(bands);
    auto count = [&](size_t band) {
      ArrayRef<int64_t> some =
          ArrayRef(columns).drop_front(band * kKeptColumns);
      some = some.take_front(std::min<size_t>(kKeptColumns, some.size()));
      counts[band] = static_cast<int64_t>(findKeptSteps(tensor.getData(),
                                                        tensor.getElementType(),
                                                        sizeBytes, steps, some)
                                              .size());
    };
    auto all = static_cast<int64_t>(steps.size());
    if (bands)
      count(0);
    if (bands > 1 && counts[0] < all)
      parallelFor(&getContext(), 1, bands, count);
    int64_t kept = bands ? *std::max_element(counts.begin(), counts.end()) : 0;
    return llvm::alignTo(std::max<int64_t>(kept, 1), kKeptMultiple);
  }

  static void report(ParameterOp parameter, const SparseProduct &product) {
    remark::missed(
        parameter->getLoc(),
        remark::RemarkOpts::name("ZerosMultiplied").category("kernel"))
        << "zeros of weight '" << parameter.getSymName()
        << "' are stored and multiplied: some " << std::to_string(kKeptColumns)
        << " neighbouring outputs have weights at "
        << std::to_string(std::min(product.kept, product.steps)) << " of "
        << std::to_string(product.steps)
        << " steps, which is too many to gain from the others";
  }

  std::function<bool(const SparseProduct &)> isFaster =
      [](const SparseProduct &product) {
        return product.getByteShare() <= kMostByteShare;
      };
};
} // namespace

std::unique_ptr<Pass> weft::createMarkSparseWeights(
    std::function<bool(const SparseProduct &)> isFaster) {
  return std::make_unique<MarkSparseWeightsPass>(std::move(isFaster));
}
