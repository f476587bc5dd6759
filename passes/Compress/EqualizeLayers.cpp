// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Channels between two products get ranges that suit both, after Nagel et al., "Data-Free Quantization Through Weight Equalization and
// Bias Correction", ICCV 2019, section 4.1. With r and t the largest magnitudes of the weights that write channel i and that read it,
//
//   s[i] = sqrt(r[i] / t[i])
//
// divides what writes the channel, its bias and its upper bound, and multiplies what reads it. Rectifiers and maxima let the factor through; a
// bound like that of ReLU6 becomes one for each channel, so nothing is changed but by rounding.
//
//   %y = weft.conv %x, %w {...} ; %a = weft.add %y, %b ; %r = weft.max %a, %zero ; %c = weft.min %r, %six ; %z = weft.conv %c, %v {...}
//
// becomes
//
//   %y = weft.conv %x, @w.equal {...} ; %a = weft.add %y, (%b / %s) ; %r = weft.max %a, %zero ; %c = weft.min %r, (%six / %s)
//   %z = weft.conv %c, @v.equal {...}
//
// Pairs share layers with their neighbours, so sweeps over all of them are repeated.

#include "lib/Analysis/ConstantExpression.h"
#include "mlir/IR/Matchers.h"
#include "passes/Compress/ActivationSites.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/EntryFunction.h"
#include "passes/Compress/WeightScaling.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/MapVector.h"

#include <cmath>

namespace weft {
#define GEN_PASS_DEF_EQUALIZELAYERS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
constexpr int kSweeps = 20;

/// Two products with only such ops between them as factors of channels pass through.
struct LayerPair {
  ConstantProduct writer, reader;
  /// The constants that are to be divided.
  SmallVector<OpOperand *> constants;
};

/// Weights of one product while they change.
struct LayerWeights {
  WeightChannels weights;
  int64_t inputDim = -1, outputDim = -1;
  ConstantProduct product;
};

bool isZero(Value value) {
  DenseFPElementsAttr elements;
  return matchPattern(value, m_Constant(&elements)) && elements.isSplat() &&
         elements.getSplatValue<APFloat>().isZero();
}

/// Whether a constant is one number, or one for each index of the last dimension.
bool isAlongChannels(Value value, int64_t channels) {
  RankedTensorType type = tensorType(value);
  return isConstantExpression(value) &&
         (type.getRank() == 0 ||
          (type.getRank() == 1 && type.getDimSize(0) == channels));
}

/// Follows the only use of a product's result to the product that reads it.
std::optional<LayerPair>
matchPair(const ConstantProduct &writer,
          const llvm::DenseMap<Operation *, ConstantProduct> &products) {
  LayerPair pair{writer, writer, {}};
  Value value = writer.op->getResult(0);
  RankedTensorType type = tensorType(value);
  int64_t channels = type.getDimSize(type.getRank() - 1);
  while (value.hasOneUse()) {
    Operation *user = *value.user_begin();
    OpOperand &use = *value.use_begin();
    if (auto it = products.find(user); it != products.end()) {
      pair.reader = it->second;
      return use.getOperandNumber() == pair.reader.operand ? std::optional(pair)
                                                           : std::nullopt;
    }
    if (auto pool = dyn_cast<ReduceWindowOp>(user);
        pool && pool.getKind() == ReductionKind::max) {
      value = user->getResult(0);
      continue;
    }
    if (!isa<AddOp, MaxOp, MinOp>(user))
      return std::nullopt;
    OpOperand &constant = user->getOpOperand(1 - use.getOperandNumber());
    if (!isAlongChannels(constant.get(), channels) ||
        (isa<MaxOp>(user) && !isZero(constant.get())))
      return std::nullopt;
    if (!isa<MaxOp>(user))
      pair.constants.push_back(&constant);
    value = user->getResult(0);
  }
  return std::nullopt;
}

class LayerEqualizer {
public:
  explicit LayerEqualizer(FuncOp function)
      : function(function), parameters(function->getParentOfType<ModuleOp>()) {}

  LogicalResult run() {
    collectPairs();
    std::vector<std::vector<double>> factors(pairs.size());
    for (int sweep = 0; sweep < kSweeps; ++sweep)
      for (auto [pair, factor] : llvm::zip(pairs, factors))
        equalize(pair, factor);
    for (auto &[op, layer] : layers)
      if (failed(replaceWeights(parameters, layer.product, layer.weights,
                                ".equal")))
        return failure();
    for (auto [pair, factor] : llvm::zip(pairs, factors))
      divideConstants(pair, factor);
    eraseDeadOps(function);
    parameters.dropUnused();
    return success();
  }

private:
  void collectPairs() {
    llvm::DenseMap<Operation *, ConstantProduct> products;
    SmallVector<ConstantProduct> ordered;
    llvm::DenseMap<StringAttr, unsigned> readers;
    function.walk([&](GetOp get) {
      readers[get.getParameterAttr().getAttr()] += static_cast<unsigned>(
          std::distance(get->use_begin(), get->use_end()));
    });
    for (const ActivationWeb &web : findActivationWebs(function))
      for (const Activation &activation : web.activations)
        for (const ConstantProduct &product : activation.products) {
          auto get = product.getWeights().getDefiningOp<GetOp>();
          // Weights that several layers share have one factor for all.
          if (!get || readers[get.getParameterAttr().getAttr()] != 1)
            continue;
          // Factors are of channels along the last dimension.
          if (activation.channelDim ==
              tensorType(activation.value).getRank() - 1)
            products.try_emplace(product.op, product);
          ordered.push_back(product);
        }
    for (const ConstantProduct &writer : ordered) {
      std::optional<LayerPair> pair = matchPair(writer, products);
      if (!pair)
        continue;
      auto outputs = readOutputChannels(parameters, pair->writer),
           inputs = readInputChannels(parameters, pair->reader);
      if (!outputs || !inputs || outputs->getCount() != inputs->getCount())
        continue;
      getLayer(pair->writer, *outputs).outputDim = outputs->dim;
      getLayer(pair->reader, *inputs).inputDim = inputs->dim;
      pairs.push_back(std::move(*pair));
    }
  }

  LayerWeights &getLayer(const ConstantProduct &product,
                         WeightChannels &weights) {
    auto [it, isNew] = layers.try_emplace(product.op);
    if (isNew) {
      it->second.weights = weights;
      it->second.product = product;
    }
    return it->second;
  }

  void equalize(const LayerPair &pair, std::vector<double> &total) {
    LayerWeights &writer = layers[pair.writer.op],
                 &reader = layers[pair.reader.op];
    writer.weights.dim = writer.outputDim;
    reader.weights.dim = reader.inputDim;
    std::vector<double> written = writer.weights.computeMagnitudes(),
                        read = reader.weights.computeMagnitudes();
    std::vector<double> divisors(written.size());
    total.resize(written.size(), 1);
    for (auto [i, factor] : llvm::enumerate(read)) {
      factor = std::sqrt(written[i] / factor);
      // A channel that is not written or not read, or nearly so.
      if (!(factor * total[i] > 1e-4 && factor * total[i] < 1e4))
        factor = 1;
      divisors[i] = 1 / factor;
      total[i] *= factor;
    }
    writer.weights.scale(divisors);
    reader.weights.scale(read);
  }

  static void divideConstants(const LayerPair &pair, ArrayRef<double> factors) {
    std::vector<float> values(factors.begin(), factors.end());
    for (OpOperand *constant : pair.constants) {
      OpBuilder builder(constant->getOwner());
      Location loc = constant->getOwner()->getLoc();
      Value divisors = ConstantOp::create(
          builder, loc,
          DenseElementsAttr::get(
              RankedTensorType::get({static_cast<int64_t>(values.size())},
                                    builder.getF32Type()),
              ArrayRef<float>(values)));
      constant->set(DivOp::create(builder, loc, constant->get(), divisors));
    }
  }

  FuncOp function;
  ParameterTable parameters;
  std::vector<LayerPair> pairs;
  llvm::MapVector<Operation *, LayerWeights> layers;
};

struct EqualizeLayersPass : weft::impl::EqualizeLayersBase<EqualizeLayersPass> {
  void runOnOperation() override {
    FuncOp function = findQuantizedFunction(getOperation());
    if (!function) {
      getOperation().emitError("weft-equalize-layers: expected a function "
                               "main, or one public function, found none");
      return signalPassFailure();
    }
    if (failed(LayerEqualizer(function).run()))
      signalPassFailure();
  }
};
} // namespace
