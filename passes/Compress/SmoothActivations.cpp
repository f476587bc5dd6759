// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A part of the differences between the channels of an activation goes into the weights that read it, after Xiao et al., "SmoothQuant:
// Accurate and Efficient Post-Training Quantization for Large Language Models", ICML 2023. Channel k of the activation is divided by
//
//   s[k] = max|x[k]|^alpha / max|w[k]|^(1 - alpha)
//
// and the weights of input k are multiplied by it. Where a norm's scale and shift make the activation, and nothing but products reads it,
// they take the division in:
//
//   %n = weft.normalize %x {...} : (tensor<1x8x16xf32>) -> tensor<1x8x16xf32>
//   %m = weft.mul %n, %gamma : (tensor<1x8x16xf32>, tensor<16xf32>) -> tensor<1x8x16xf32>
//   %a = weft.add %m, %beta : (tensor<1x8x16xf32>, tensor<16xf32>) -> tensor<1x8x16xf32>
//   %y = weft.contract "amk,kn->amn" %a, %w : (tensor<1x8x16xf32>, tensor<16x4xf32>) -> tensor<1x8x4xf32>
//
// becomes
//
//   %g = weft.div %gamma, %s : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xf32>
//   %b = weft.div %beta, %s : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xf32>
//   %m = weft.mul %n, %g ...
//   %a = weft.add %m, %b ...
//   %v = weft.get @w.smooth : tensor<16x4xf32>
//   %y = weft.contract "amk,kn->amn" %a, %v ...
//
// Where something else reads it too, as the residual stream behind a norm does, or where another function makes it, as GELU does, linear layers
// read a product of their own with 1 / s, which is part of the kernel that makes the activation.

#include "lib/Analysis/ConstantExpression.h"
#include "passes/Compress/ActivationSites.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/EntryFunction.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/WeightScaling.h"
#include "passes/Simplify/Tensors.h"

#include <cmath>

namespace weft {
#define GEN_PASS_DEF_SMOOTHACTIVATIONS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// Scale and shift behind a norm.
struct Affine {
  MulOp scale;
  /// Null where there is none.
  AddOp shift;
};

/// The operand of `op` that does not depend on inputs.
OpOperand *findConstantOperand(Operation *op) {
  for (OpOperand &operand : op->getOpOperands())
    if (isConstantExpression(operand.get()))
      return &operand;
  return nullptr;
}

Value getOther(Operation *op, OpOperand *operand) {
  return op->getOperand(1 - operand->getOperandNumber());
}

std::optional<Affine> matchAffine(Value value) {
  Affine affine;
  if (affine.shift = value.getDefiningOp<AddOp>(); affine.shift) {
    OpOperand *shift = findConstantOperand(affine.shift);
    if (!shift)
      return std::nullopt;
    value = getOther(affine.shift, shift);
  }
  affine.scale = value.getDefiningOp<MulOp>();
  OpOperand *scale = affine.scale ? findConstantOperand(affine.scale) : nullptr;
  if (!scale || !getOther(affine.scale, scale).getDefiningOp<NormalizeOp>())
    return std::nullopt;
  return affine;
}

class ActivationSmoother {
public:
  ActivationSmoother(FuncOp function, const Statistics &statistics,
                     double alpha)
      : function(function), statistics(statistics), alpha(alpha),
        parameters(function->getParentOfType<ModuleOp>()),
        builder(function.getContext()) {}

  LogicalResult run() {
    for (const ActivationWeb &web : findActivationWebs(function))
      for (const Activation &activation : web.activations)
        if (failed(smooth(activation)))
          return failure();
    eraseDeadOps(function);
    parameters.dropUnused();
    return success();
  }

private:
  LogicalResult smooth(const Activation &activation) {
    std::optional<Affine> affine = matchAffine(activation.value);
    RankedTensorType type = tensorType(activation.value);
    if ((!affine && !isEpilogue(activation)) ||
        activation.channelDim != type.getRank() - 1)
      return success();
    const ActivationStatistics *known =
        statistics.findActivation(activation.name);
    if (!known || known->maxima.empty())
      return activation.products.front().op->emitError(
                 "weft-smooth-activations: nothing is known of the input of '")
             << activation.name
             << "': the statistics come from another model; calibrate again";
    SmallVector<WeightChannels> weights;
    for (const ConstantProduct &product : activation.products) {
      auto channels = readInputChannels(parameters, product);
      if (!channels || channels->getCount() != known->maxima.size())
        return success();
      weights.push_back(std::move(*channels));
    }
    std::vector<double> factors = computeFactors(*known, weights);
    for (auto [product, channels] : llvm::zip(activation.products, weights)) {
      channels.scale(factors);
      if (failed(replaceWeights(parameters, product, channels, ".smooth")))
        return failure();
    }
    divide(activation, affine, factors);
    return success();
  }

  /// Whether another multiplication of what linear layers read is part of a kernel that is there anyway.
  static bool isEpilogue(const Activation &activation) {
    Operation *op = activation.value.getDefiningOp();
    return op && isa<ElementwiseOpInterface>(op) &&
           llvm::all_of(activation.products, [](const ConstantProduct &each) {
             return isa<ContractOp>(each.op);
           });
  }

  std::vector<double> computeFactors(const ActivationStatistics &known,
                                     ArrayRef<WeightChannels> weights) const {
    std::vector<double> factors(known.maxima.size(), 0);
    for (const WeightChannels &each : weights)
      for (auto [factor, magnitude] :
           llvm::zip(factors, each.computeMagnitudes()))
        factor = std::max(factor, magnitude);
    for (auto [k, factor] : llvm::enumerate(factors)) {
      double most = std::max(std::fabs(known.minima[k]), known.maxima[k]);
      factor = std::pow(most, alpha) / std::pow(factor, 1 - alpha);
      // A channel of zeros, or one that nothing reads.
      if (!(factor > 1e-5 && factor < 1e5))
        factor = 1;
    }
    return factors;
  }

  Value makeVector(Location loc, ArrayRef<float> values) {
    auto type = RankedTensorType::get({static_cast<int64_t>(values.size())},
                                      builder.getF32Type());
    return ConstantOp::create(builder, loc,
                              DenseElementsAttr::get(type, values));
  }

  void divide(const Activation &activation, std::optional<Affine> affine,
              ArrayRef<double> factors) {
    Location loc = activation.value.getLoc();
    bool isOnlyProducts =
        llvm::all_of(activation.value.getUsers(), [&](Operation *user) {
          return llvm::any_of(
              activation.products,
              [&](const ConstantProduct &each) { return each.op == user; });
        });
    if (affine && isOnlyProducts &&
        (!affine->shift || affine->scale->hasOneUse())) {
      std::vector<float> divisors(factors.begin(), factors.end());
      for (Operation *op :
           {affine->scale.getOperation(), affine->shift.getOperation()})
        if (op) {
          builder.setInsertionPoint(op);
          OpOperand *constant = findConstantOperand(op);
          constant->set(DivOp::create(builder, loc, constant->get(),
                                      makeVector(loc, divisors)));
        }
      return;
    }
    std::vector<float> reciprocals;
    for (double factor : factors)
      reciprocals.push_back(static_cast<float>(1 / factor));
    builder.setInsertionPointAfterValue(activation.value);
    Value quotient = MulOp::create(builder, loc, activation.value,
                                   makeVector(loc, reciprocals));
    for (const ConstantProduct &product : activation.products)
      product.op->setOperand(product.operand, quotient);
  }

  FuncOp function;
  const Statistics &statistics;
  double alpha;
  ParameterTable parameters;
  OpBuilder builder;
};

struct SmoothActivationsPass
    : weft::impl::SmoothActivationsBase<SmoothActivationsPass> {
  SmoothActivationsPass() = default;
  explicit SmoothActivationsPass(
      SmoothActivationsOptions options,
      std::shared_ptr<const Statistics> statistics = nullptr)
      : Base(std::move(options)), known(std::move(statistics)) {}

  void runOnOperation() override {
    if (failed(run()))
      signalPassFailure();
  }

private:
  LogicalResult fail(const Twine &text) {
    return getOperation().emitError("weft-smooth-activations: ") << text;
  }

  LogicalResult run() {
    if (!(alpha >= 0 && alpha <= 1))
      return fail("alpha expects a number from 0 to 1");
    FuncOp function = findQuantizedFunction(getOperation());
    if (!function)
      return fail("expected a function main, or one public function, found "
                  "none");
    if (llvm::Error error = readMissing(statistics, known))
      return fail(llvm::toString(std::move(error)));
    if (!known)
      return fail("expected a file of statistics");
    return ActivationSmoother(function, *known, alpha).run();
  }

  std::shared_ptr<const Statistics> known;
};
} // namespace

std::unique_ptr<Pass>
weft::createSmoothActivations(SmoothActivationsOptions options,
                              std::shared_ptr<const Statistics> statistics) {
  return std::make_unique<SmoothActivationsPass>(std::move(options),
                                                 std::move(statistics));
}
