// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights of linear layers and of embedding tables become codes of few bits, with a scale for each group along the inputs.
//
//   weft.parameter @w : tensor<64x320xf16>
//   %w = weft.get @w : tensor<64x320xf16>
//   %f = weft.cast %w : (tensor<64x320xf16>) -> tensor<64x320xf32>
//   %y = weft.contract "mk,nk->mn" %x, %f : (tensor<?x320xf32>, tensor<64x320xf32>) -> tensor<?x64xf32>
//   %r = weft.gather %w, %i {dim = 0 : i64} : (tensor<64x320xf16>, tensor<?xi64>) -> tensor<?x320xf16>
//
// becomes
//
//   weft.parameter @w.codes : tensor<64x320xi4>
//   weft.parameter @w.scales : tensor<64x3xf16>
//   %c = weft.get @w.codes : tensor<64x320xi4>
//   %s = weft.get @w.scales : tensor<64x3xf16>
//   %f = weft.dequantize %c, %s {block = 128 : i64, dim = 1 : i64} : (tensor<64x320xi4>, tensor<64x3xf16>) -> tensor<64x320xbf16>
//   %b = weft.cast %x : (tensor<?x320xf32>) -> tensor<?x320xbf16>
//   %y = weft.contract "mk,nk->mn" %b, %f : (tensor<?x320xbf16>, tensor<64x320xbf16>) -> tensor<?x64xf32>
//   %d = weft.gather %c, %i {dim = 0 : i64} : (tensor<64x320xi4>, tensor<?xi64>) -> tensor<?x320xi4>
//   %t = weft.gather %s, %i {dim = 0 : i64} : (tensor<64x3xf16>, tensor<?xi64>) -> tensor<?x3xf16>
//   %r = weft.dequantize %d, %t {block = 128 : i64, dim = 1 : i64} : (tensor<?x320xi4>, tensor<?x3xf16>) -> tensor<?x320xf16>
//
// With activations of int8 both become integers where a weight has one scale for each output (TokenRounding.h).
//
// The parts go to the weight store, or to the draft of the model.ir; the old weight is dropped before the next one is begun.

#include "dialects/Weft/RoundedProducts.h"
#include "mlir/IR/Remarks.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/InputFactors.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/TokenRounding.h"
#include "passes/Compress/WeightQuantizer.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/xxhash.h"

namespace weft {
#define GEN_PASS_DEF_QUANTIZEWEIGHTS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
void reportKept(ParameterOp parameter, StringRef why) {
  remark::missed(parameter->getLoc(),
                 remark::RemarkOpts::name("NotQuantized").category("compress"))
      << "weight '" << parameter.getSymName() << "' stays as it is: " << why;
}

/// The number of that name among facts that anyone may have written; nothing where 64 bits hold none.
std::optional<int64_t> readNumber(DictionaryAttr facts, StringRef name) {
  auto number = facts ? facts.getAs<IntegerAttr>(name) : IntegerAttr();
  return number
             ? APSInt(number.getValue(), number.getType().isUnsignedInteger())
                   .tryExtValue()
             : std::nullopt;
}

/// What contractions of f32 multiply with.
enum class ActivationKind { F32, BF16, Int8 };

/// Lets readers of a weight read its codes.
class UseRewriter {
public:
  UseRewriter(WeightUses &uses, const QuantizedWeight &weight,
              ActivationKind activations,
              SmallVectorImpl<ContractOp> &byteProducts)
      : uses(uses), weight(weight), activations(activations),
        byteProducts(byteProducts), rewriter(uses.parameter.getContext()) {}

  void run() {
    for (ContractOp contract : uses.contractions)
      rewrite(contract);
    for (GatherOp gather : uses.gathers)
      rewrite(gather);
    for (CastOp cast : llvm::reverse(uses.casts))
      rewriter.eraseOp(cast);
    for (GetOp get : uses.gets)
      rewriter.eraseOp(get);
  }

private:
  Value get(Location loc, ParameterOp parameter) {
    return GetOp::create(rewriter, loc, parameter.getType(),
                         parameter.getSymName());
  }

  /// Codes, scales and zero points as floats: of the whole weight, or of rows.
  Value dequantize(Location loc, ArrayRef<Value> parts, Type element) {
    auto type = cast<RankedTensorType>(parts[0].getType());
    return DequantizeOp::create(rewriter, loc, type.clone(element), parts[0],
                                parts[1], parts.size() > 2 ? parts[2] : Value(),
                                rewriter.getI64IntegerAttr(type.getRank() - 1),
                                rewriter.getI64IntegerAttr(weight.group));
  }

  SmallVector<Value> getParts(Location loc) {
    SmallVector<Value> parts{get(loc, weight.codes), get(loc, weight.scales)};
    if (weight.zeros)
      parts.push_back(get(loc, weight.zeros));
    return parts;
  }

  void rewrite(ContractOp contract) {
    rewriter.setInsertionPoint(contract);
    Location loc = contract.getLoc();
    Value left = contract.getLhs();
    auto type = cast<RankedTensorType>(left.getType());
    Type element = type.getElementType();
    bool isOfBytes = activations == ActivationKind::Int8 && hasOutputScales() &&
                     canRoundTokens(contract);
    if (activations != ActivationKind::F32 && !isOfBytes && element.isF32()) {
      element = rewriter.getBF16Type();
      left = CastOp::create(rewriter, loc, type.clone(element), left);
    }
    Value right = dequantize(loc, getParts(loc), element);
    std::string equation = contract.getEquation().str();
    if (uses.isTransposed)
      std::swap(equation[contract.getLhsDims().size() + 1],
                equation[contract.getLhsDims().size() + 2]);
    auto replaced = ContractOp::create(rewriter, loc, contract.getType(),
                                       equation, left, right);
    rewriter.replaceOp(contract, replaced);
    if (isOfBytes)
      byteProducts.push_back(replaced);
  }

  /// Whether the codes are bytes, and have one scale for each output.
  bool hasOutputScales() {
    auto type = cast<RankedTensorType>(weight.codes.getType());
    return type.getElementType().isInteger(8) && !weight.zeros &&
           weight.group >= type.getShape().back();
  }

  void rewrite(GatherOp gather) {
    rewriter.setInsertionPoint(gather);
    Location loc = gather.getLoc();
    SmallVector<Value> rows;
    for (Value part : getParts(loc))
      rows.push_back(GatherOp::create(rewriter, loc, part, gather.getIndices(),
                                      gather.getDimAttr()));
    // What is cast to one type anyway is rounded once.
    Type element = getElementTypeOrSelf(gather.getType());
    SmallVector<CastOp> casts;
    for (Operation *user : gather->getUsers())
      if (auto cast = dyn_cast<CastOp>(user);
          cast && isa<FloatType>(getElementTypeOrSelf(cast.getType())) &&
          (casts.empty() || cast.getType() == casts.front().getType()))
        casts.push_back(cast);
    bool isCast =
        !casts.empty() &&
        static_cast<size_t>(std::distance(gather->user_begin(),
                                          gather->user_end())) == casts.size();
    if (isCast)
      element = getElementTypeOrSelf(casts.front().getType());
    Value floats = dequantize(loc, rows, element);
    for (CastOp cast : casts)
      if (isCast)
        rewriter.replaceOp(cast, floats);
    if (!isCast)
      rewriter.replaceAllUsesWith(gather.getResult(), floats);
    rewriter.eraseOp(gather);
  }

  WeightUses &uses;
  QuantizedWeight weight;
  ActivationKind activations;
  /// What is still to be made one of integers.
  SmallVectorImpl<ContractOp> &byteProducts;
  IRRewriter rewriter;
};

struct QuantizeWeightsPass
    : weft::impl::QuantizeWeightsBase<QuantizeWeightsPass> {
  using Base::Base;
  QuantizeWeightsPass(QuantizeWeightsOptions options,
                      std::shared_ptr<const Statistics> known,
                      CompressProgress progress, ModelFileDraft *draft)
      : Base(std::move(options)), known(std::move(known)),
        progress(std::move(progress)), draft(draft) {}

  void runOnOperation() override {
    if (failed(checkOptions()) || failed(readStatistics()) ||
        failed(quantizeAll()))
      signalPassFailure();
  }

private:
  LogicalResult fail(const Twine &text) {
    return getOperation().emitError("weft-quantize-weights: " + text);
  }

  static bool isWidth(unsigned each) {
    return each == 8 || (each >= 3 && each <= 6);
  }

  LogicalResult checkOptions() {
    if (!isWidth(bits))
      return fail("expected bits of 3, 4, 5, 6 or 8, found " + Twine(bits));
    if (tableBits != 0 && !isWidth(tableBits))
      return fail("expected table-bits of 0, 3, 4, 5, 6 or 8, found " +
                  Twine(tableBits));
    if (group < 0)
      return fail("expected a group of 1 or more, or 0 for whole rows, found " +
                  Twine(group));
    if (clip != "none" && clip != "mse")
      return fail("expected clip to be none or mse, found '" + clip + "'");
    if (method != "rtn" && method != "search" && method != "gptq")
      return fail("expected method to be rtn, search or gptq, found '" +
                  method + "'");
    if (activations != "bf16" && activations != "f32" && activations != "int8")
      return fail("expected activations to be bf16, f32 or int8, found '" +
                  activations + "'");
    if (activations == "int8" && (bits != 8 || group != 0 || !isSymmetric))
      return fail("activations of int8 expect bits=8 group=0 symmetric=true, "
                  "one scale for each output");
    if (llvm::Error error = checkSkip(skip))
      return fail(llvm::toString(std::move(error)));
    return success();
  }

  LogicalResult readStatistics() {
    if (llvm::Error error = readMissing(statistics, known))
      return fail(llvm::toString(std::move(error)));
    if (method == "gptq" && (!known || !known->hasProducts()))
      return fail("method gptq needs statistics with products of inputs");
    return success();
  }

  LogicalResult makePlan(WeightUses &uses, WeightPlan &plan) {
    StringRef name = uses.parameter.getSymName();
    const SiteStatistics *site = known ? known->find(name) : nullptr;
    if (!site) {
      if (method == "gptq")
        reportSearched(uses.parameter, "there are no statistics of it");
      return success();
    }
    auto type = cast<RankedTensorType>(uses.parameter.getType());
    int64_t width = type.getDimSize(uses.isTransposed ? 0 : 1);
    if (failed(checkInputs(uses.parameter, *site, static_cast<size_t>(width))))
      return failure();
    FailureOr<std::vector<float>> factors =
        readInputFactors(uses.parameter, static_cast<size_t>(width));
    if (failed(factors))
      return failure();
    std::optional<SiteStatistics> divided;
    const SiteStatistics *source = site;
    if (!factors->empty())
      site = &divided.emplace(site->divideInputs(*factors));
    plan.importance = site->computeImportance();
    if (method != "gptq")
      return success();
    // Weights that share their inputs come one after the other.
    if (source != lastSite) {
      lastSite = source;
      lastFeedback.reset();
      if (std::optional<ErrorFeedback> feedback =
              site->products.empty()
                  ? std::nullopt
                  : ErrorFeedback::create(site->products, site->getWidth()))
        lastFeedback = std::make_shared<ErrorFeedback>(std::move(*feedback));
      lastChecksum = llvm::xxh3_64bits(
          StringRef(reinterpret_cast<const char *>(site->products.data()),
                    site->products.size() * sizeof(float)));
    }
    plan.feedback = lastFeedback;
    plan.feedbackChecksum = lastChecksum;
    if (!plan.feedback)
      reportSearched(uses.parameter,
                     "the products of its inputs are not positive definite");
    return success();
  }

  static void reportSearched(ParameterOp parameter, StringRef why) {
    remark::missed(
        parameter->getLoc(),
        remark::RemarkOpts::name("NoErrorFeedback").category("compress"))
        << "weight '" << parameter.getSymName()
        << "' is quantized by search instead of gptq: " << why;
  }

  /// The format of a weight's codes: its own, or that of the options. 0 bits leave it as it is.
  GroupFormat chooseFormat(const WeightUses &uses) const {
    GroupFormat format{bits, group, isSymmetric};
    if (tableBits != 0 && !uses.gathers.empty())
      format.bits = tableBits;
    auto own =
        uses.parameter->getAttrOfType<DictionaryAttr>(kPrecisionAttribute);
    if (std::optional<int64_t> ownBits = readNumber(own, "bits"))
      format.bits = llvm::isUInt<32>(*ownBits) ? static_cast<unsigned>(*ownBits)
                                               : UINT32_MAX;
    if (std::optional<int64_t> ownGroup = readNumber(own, "group"))
      format.group = *ownGroup;
    if (auto ownSymmetry = own ? own.getAs<BoolAttr>("symmetric") : BoolAttr())
      format.isSymmetric = ownSymmetry.getValue();
    return format;
  }

  /// Whether the values have been quantized before, and may be again.
  LogicalResult checkEarlier(const WeightUses &uses, unsigned &numEarlier) {
    ParameterOp parameter = uses.parameter;
    GroupFormat format = chooseFormat(uses);
    auto earlier =
        parameter->getAttrOfType<DictionaryAttr>(kQuantizedAttribute);
    std::optional<int64_t> oldBits = readNumber(earlier, "bits"),
                           oldGroup = readNumber(earlier, "group");
    if (!oldBits || !oldGroup)
      return success();
    auto width = [](int64_t size) { return size == 0 ? INT64_MAX : size; };
    bool isCoarser =
        format.bits < *oldBits ||
        (format.bits == *oldBits && width(format.group) > width(*oldGroup));
    if (!isCoarser) {
      ++numEarlier;
      return success();
    }
    if (requantize)
      return success();
    return parameter.emitError()
           << "weight '" << parameter.getSymName() << "' has been quantized to "
           << *oldBits << " bits in groups of " << *oldGroup
           << ": fewer bits or larger groups lose accuracy twice; start from "
              "the model that it was made from, or allow it by requantize";
  }

  /// Where the bytes of weights lie in mapped files; nowhere for those that are in memory, and for what reading will refuse.
  static std::vector<ReadAhead::Range>
  findRanges(ParameterTable &parameters, ArrayRef<WeightUses> weights) {
    std::vector<ReadAhead::Range> ranges(weights.size());
    WeightStore *store = parameters.getStore();
    for (auto [range, uses] : llvm::zip_equal(ranges, weights)) {
      ParameterOp parameter = uses.parameter;
      if (!store || parameter.getValueAttr())
        continue;
      llvm::Expected<ArrayRef<char>> bytes = store->map(parameter.getSymName());
      if (!bytes) {
        llvm::consumeError(bytes.takeError());
        continue;
      }
      if (std::shared_ptr<MappedFile> file =
              store->find(parameter.getSymName())->file)
        range = {std::move(file), *bytes};
    }
    return ranges;
  }

  LogicalResult quantizeAll() {
    ParameterTable parameters(getOperation());
    std::vector<WeightUses> weights;
    unsigned numEarlier = 0;
    llvm::Regex skipped(skip);
    double total = 0, done = 0;
    for (WeightUses &uses : findWeightUses(getOperation())) {
      if (!uses.isLinear()) {
        reportKept(uses.parameter, uses.obstacle);
        continue;
      }
      auto type = cast<RankedTensorType>(uses.parameter.getType());
      if (type.getNumElements() == 0 ||
          (!skip.empty() && skipped.match(uses.parameter.getSymName()))) {
        reportKept(uses.parameter, "it is to be skipped");
        continue;
      }
      GroupFormat format = chooseFormat(uses);
      if (format.bits == 0) {
        reportKept(uses.parameter, "its own precision says so");
        continue;
      }
      if (!isWidth(format.bits) || format.group < 0)
        return uses.parameter.emitError()
               << "weight '" << uses.parameter.getSymName()
               << "': expected a precision of 0, 3, 4, 5, 6 or 8 bits and "
                  "groups of at least 0, found "
               << format.bits << " bits and groups of " << format.group;
      if (failed(checkEarlier(uses, numEarlier)))
        return failure();
      total += static_cast<double>(type.getNumElements());
      weights.push_back(std::move(uses));
    }
    if (numEarlier)
      getOperation().emitWarning()
          << numEarlier
          << " weights have been quantized before, to as many bits or fewer: "
             "they become no more accurate";
    ActivationKind kind = activations == "int8"   ? ActivationKind::Int8
                          : activations == "bf16" ? ActivationKind::BF16
                                                  : ActivationKind::F32;
    SmallVector<ContractOp> byteProducts;
    ReadAhead readAhead(findRanges(parameters, weights));
    WeightQuantizer quantizer(parameters, draft, readAhead);
    for (auto [number, uses] : llvm::enumerate(weights)) {
      if (progress)
        progress(done / total,
                 ("quantizing " + uses.parameter.getSymName()).str());
      done += static_cast<double>(
          cast<RankedTensorType>(uses.parameter.getType()).getNumElements());
      WeightPlan plan;
      plan.keepsZeros = uses.parameter->hasAttr(kPrunedAttribute);
      plan.format = chooseFormat(uses);
      plan.choice = method != "rtn" ? ScaleChoice::Search
                    : clip == "mse" ? ScaleChoice::Clipped
                                    : ScaleChoice::Extremes;
      if (failed(makePlan(uses, plan)))
        return failure();
      FailureOr<QuantizedWeight> weight = quantizer.run(number, uses, plan);
      if (failed(weight))
        return failure();
      UseRewriter(uses, *weight, kind, byteProducts).run();
      parameters.drop(uses.parameter);
    }
    roundTokens(byteProducts);
    // What contractions with these weights round, or more, attention between them may.
    if (kind != ActivationKind::F32 && !weights.empty())
      getOperation().walk([](AttentionOp op) {
        op->setAttr(kBF16ProductsAttribute, UnitAttr::get(op.getContext()));
      });
    // Weights that stay floats have no more to do with these statistics, and those of another run will be of inputs as they are now.
    for (ParameterOp parameter : getOperation().getOps<ParameterOp>())
      parameter->removeAttr(kInputFactorsAttribute);
    return success();
  }

  std::shared_ptr<const Statistics> known;
  CompressProgress progress;
  const SiteStatistics *lastSite = nullptr;
  std::shared_ptr<const ErrorFeedback> lastFeedback;
  uint64_t lastChecksum = 0;
  ModelFileDraft *draft = nullptr;
};
} // namespace

std::unique_ptr<Pass>
weft::createQuantizeWeights(QuantizeWeightsOptions options,
                            std::shared_ptr<const Statistics> statistics,
                            CompressProgress progress, ModelFileDraft *draft) {
  return std::make_unique<QuantizeWeightsPass>(
      std::move(options), std::move(statistics), std::move(progress), draft);
}
