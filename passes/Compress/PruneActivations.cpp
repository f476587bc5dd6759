// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What linear layers read becomes zero where it is small, by thresholds that follow from statistics.
//
//   %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x8xf32>, tensor<9x8xf32>) -> tensor<?x9xf32>
//
// becomes
//
//   weft.parameter @w.thresholds : tensor<8xf32>
//   %t = weft.get @w.thresholds : tensor<8xf32>
//   %m = weft.abs %x : (tensor<?x8xf32>) -> tensor<?x8xf32>
//   %s = weft.compare lt %m, %t : (tensor<?x8xf32>, tensor<8xf32>) -> tensor<?x8xi1>
//   %p = weft.select %s, %zero, %x : (tensor<?x8xi1>, tensor<f32>, tensor<?x8xf32>) -> tensor<?x8xf32>
//   %y = weft.contract "mk,nk->mn" %p, %w : (tensor<?x8xf32>, tensor<9x8xf32>) -> tensor<?x9xf32>
//
// once for all layers that read %x. A NaN is not small. What channel k adds to the layers' outputs is |x[k]| times the norm of its weights, so with
// one bound for that all channels have a threshold of their own.

#include "dialects/Weft/DecoderAttributes.h"
#include "mlir/IR/Remarks.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/InputFactors.h"
#include "passes/Compress/ParameterWriter.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/SquareSums.h"
#include "passes/Compress/WeightUses.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Support/Regex.h"

#include <cmath>
#include <map>

namespace weft {
#define GEN_PASS_DEF_PRUNEACTIVATIONS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// What layers of one function read, along a dimension.
struct LayerInput {
  Value value;
  int64_t dim = 0;
  SmallVector<ContractOp> contractions;
  /// In the order of the module.
  llvm::SetVector<const WeightUses *> readers;
};

void reportWhole(ParameterOp parameter, StringRef why) {
  remark::missed(parameter->getLoc(),
                 remark::RemarkOpts::name("NotPruned").category("compress"))
      << "the layer with weight '" << parameter.getSymName()
      << "' reads all of its input: " << why;
}

/// Contractions whose values become a result of the model without another layer between them.
llvm::DenseSet<Operation *> findLastLayers(ModuleOp module) {
  llvm::DenseSet<Operation *> layers;
  llvm::SetVector<Value> values;
  module.walk([&](ReturnOp ret) {
    auto function = cast<FuncOp>(ret->getParentOp());
    for (auto [i, operand] : llvm::enumerate(ret.getOperands()))
      if (!function.getResultAttr(static_cast<unsigned>(i), "weft.state"))
        values.insert(operand);
  });
  for (size_t i = 0; i < values.size(); ++i) {
    Operation *op = values[i].getDefiningOp();
    if (isa_and_nonnull<ContractOp>(op))
      layers.insert(op);
    if (!op || isa<ContractOp, AttentionOp>(op))
      continue;
    values.insert(op->operand_begin(), op->operand_end());
    for (Region &region : op->getRegions())
      for (Block &block : region)
        values.insert(block.getTerminator()->operand_begin(),
                      block.getTerminator()->operand_end());
  }
  return layers;
}

struct PruneActivationsPass
    : weft::impl::PruneActivationsBase<PruneActivationsPass> {
  using Base::Base;
  PruneActivationsPass(PruneActivationsOptions options,
                       std::shared_ptr<const Statistics> known)
      : Base(std::move(options)), known(std::move(known)) {}

  void runOnOperation() override {
    if (failed(checkOptions()))
      return signalPassFailure();
    thresholds.clear();
    ParameterTable parameters(getOperation());
    std::vector<WeightUses> weights = findWeightUses(getOperation());
    for (LayerInput &input : findInputs(weights))
      if (failed(prune(parameters, input)))
        return signalPassFailure();
    // No decoder of that description has thresholds.
    getOperation()->removeAttr(kDecoderAttribute);
  }

private:
  LogicalResult fail(const Twine &text) {
    return getOperation().emitError("weft-prune-activations: " + text);
  }

  LogicalResult checkOptions() {
    if (!(share >= 0 && share < 1))
      return fail("expected share to be at least 0 and below 1, found " +
                  llvm::formatv("{0}", double(share)).str());
    if (llvm::Error error = checkSkip(skip))
      return fail(llvm::toString(std::move(error)));
    if (llvm::Error error = readMissing(statistics, known))
      return fail(llvm::toString(std::move(error)));
    if (!known || !known->hasVectors())
      return fail("expected statistics with vectors of inputs, which `weft "
                  "optimize --prune-activations --calibrate` collects; "
                  "statistics that were kept for something else have none");
    return success();
  }

  /// What the layers that can be pruned read.
  std::vector<LayerInput> findInputs(ArrayRef<WeightUses> weights) {
    llvm::Regex skipped(skip);
    llvm::DenseSet<Operation *> lastLayers = findLastLayers(getOperation());
    llvm::MapVector<std::pair<Value, int64_t>, LayerInput> inputs;
    for (const WeightUses &uses : weights) {
      ParameterOp parameter = uses.parameter;
      StringRef name = parameter.getSymName();
      const SiteStatistics *site = known->find(name);
      auto isLast = [&](ContractOp contract) {
        return lastLayers.contains(contract);
      };
      if (!uses.isLinear())
        continue;
      if (!skip.empty() && skipped.match(name)) {
        reportWhole(parameter, "it is to be skipped");
      } else if (!uses.gathers.empty()) {
        reportWhole(parameter, "it is a table, or tied to one");
      } else if (llvm::any_of(uses.contractions, isLast)) {
        reportWhole(parameter, "it makes a result of the model");
      } else if (!site || site->vectors.empty()) {
        reportWhole(parameter, "there are no statistics of it");
      } else {
        for (ContractOp contract : uses.contractions) {
          char letter = contract.getRhsDims()[uses.isTransposed ? 0 : 1];
          auto dim = static_cast<int64_t>(contract.getLhsDims().find(letter));
          LayerInput &input = inputs[{contract.getLhs(), dim}];
          input.value = contract.getLhs();
          input.dim = dim;
          input.contractions.push_back(contract);
          input.readers.insert(&uses);
        }
      }
    }
    std::vector<LayerInput> list;
    for (auto &[key, input] : inputs)
      list.push_back(std::move(input));
    return list;
  }

  /// The thresholds of an input, the same parameter in all functions.
  FailureOr<ParameterOp> findThresholds(ParameterTable &parameters,
                                        const LayerInput &input) {
    ParameterOp &known =
        thresholds[std::vector(input.readers.begin(), input.readers.end())];
    if (!known) {
      FailureOr<ParameterOp> made = makeThresholds(parameters, input);
      if (failed(made))
        return failure();
      known = *made;
    }
    return known;
  }

  FailureOr<ParameterOp> makeThresholds(ParameterTable &parameters,
                                        const LayerInput &input) {
    std::vector<double> squares;
    for (const WeightUses *uses : input.readers) {
      ParameterOp parameter = uses->parameter;
      FailureOr<Tensor> weight = parameters.read(parameter);
      if (failed(weight))
        return parameter.emitError()
               << "weight '" << parameter.getSymName()
               << "' has bytes neither in the module nor in the weight store";
      std::vector<double> own =
          std::move(sumSquares(*weight, {uses->isTransposed ? 0 : 1}).front());
      parameters.release(parameter);
      squares.resize(own.size());
      for (auto [sum, square] : llvm::zip_equal(squares, own))
        sum += square;
    }
    ParameterOp first = input.readers.front()->parameter;
    FailureOr<std::vector<float>> bounds = chooseBounds(first, squares);
    if (failed(bounds))
      return failure();
    auto type = RankedTensorType::get({static_cast<int64_t>(bounds->size())},
                                      Float32Type::get(first.getContext()));
    FailureOr<std::unique_ptr<ParameterWriter>> writer = ParameterWriter::begin(
        parameters, first, (first.getSymName() + ".thresholds").str(), type);
    if (failed(writer))
      return failure();
    (*writer)->write({reinterpret_cast<const char *>(bounds->data()),
                      bounds->size() * sizeof(float)});
    if (failed((*writer)->finish()))
      return failure();
    return (*writer)->getParameter();
  }

  FailureOr<std::vector<float>> chooseBounds(ParameterOp weight,
                                             ArrayRef<double> squares) {
    SiteStatistics site = *known->find(weight.getSymName());
    size_t width = squares.size();
    if (failed(checkInputs(weight, site, width)))
      return failure();
    FailureOr<std::vector<float>> factors = readInputFactors(weight, width);
    if (failed(factors))
      return failure();
    if (!factors->empty())
      site = site.divideInputs(*factors);
    std::vector<double> strengths(site.vectors.size());
    for (auto [i, value] : llvm::enumerate(site.vectors))
      strengths[i] = std::abs(value) * std::sqrt(squares[i % width]);
    auto rank =
        static_cast<ptrdiff_t>(share * static_cast<double>(strengths.size()));
    std::nth_element(strengths.begin(), strengths.begin() + rank,
                     strengths.end());
    double bound = strengths[static_cast<size_t>(rank)];
    std::vector<float> bounds;
    for (double square : squares)
      // An input without weights adds nothing.
      bounds.push_back(square > 0
                           ? static_cast<float>(std::min(
                                 bound / std::sqrt(square),
                                 double(std::numeric_limits<float>::max())))
                           : std::numeric_limits<float>::max());
    return bounds;
  }

  LogicalResult prune(ParameterTable &parameters, const LayerInput &input) {
    FailureOr<ParameterOp> bounds = findThresholds(parameters, input);
    if (failed(bounds))
      return failure();
    OpBuilder builder(input.contractions.front());
    builder.setInsertionPointAfterValue(input.value);
    Location loc = input.value.getLoc();
    auto type = cast<RankedTensorType>(input.value.getType());
    auto boundsType = cast<RankedTensorType>((*bounds).getType());
    Value threshold = GetOp::create(builder, loc, boundsType,
                                    FlatSymbolRefAttr::get(*bounds));
    int64_t behind = type.getRank() - 1 - input.dim;
    if (behind > 0) {
      SmallVector<int64_t> shape(static_cast<size_t>(behind) + 1, 1);
      shape.front() = boundsType.getDimSize(0);
      threshold = ReshapeOp::create(builder, loc, threshold, shape);
    }
    Value magnitude = AbsOp::create(builder, loc, input.value);
    if (!type.getElementType().isF32())
      magnitude = CastOp::create(builder, loc, type.clone(builder.getF32Type()),
                                 magnitude);
    Value isSmall = CompareOp::create(builder, loc, Predicate::lt, magnitude,
                                      threshold),
          zero = ConstantOp::create(
              builder, loc,
              DenseElementsAttr::get(
                  RankedTensorType::get({}, type.getElementType()),
                  builder.getFloatAttr(type.getElementType(), 0))),
          pruned = SelectOp::create(builder, loc, isSmall, zero, input.value);
    for (ContractOp contract : input.contractions)
      contract.getLhsMutable().assign(pruned);
    return success();
  }

  std::shared_ptr<const Statistics> known;
  /// By the weights that read what they are of.
  std::map<std::vector<const WeightUses *>, ParameterOp> thresholds;
};
} // namespace

std::unique_ptr<Pass>
weft::createPruneActivations(PruneActivationsOptions options,
                             std::shared_ptr<const Statistics> statistics) {
  return std::make_unique<PruneActivationsPass>(std::move(options),
                                                std::move(statistics));
}
