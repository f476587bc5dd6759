// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What products read becomes bytes, so that they multiply integers: activations of ui8 with a scale and a zero point for the whole
// tensor, weights of i8 with a scale for each output.
//
//   %r = weft.max %a, %zero : (tensor<1x8x8x16xf32>, tensor<f32>) -> tensor<1x8x8x16xf32>
//   %w = weft.get @w : tensor<3x3x16x32xf32>
//   %y = weft.conv %r, %w {...} : (tensor<1x8x8x16xf32>, tensor<3x3x16x32xf32>) -> tensor<1x8x8x32xf32>
//
// becomes
//
//   %q = weft.quantize %r, %s, %z : (tensor<1x8x8x16xf32>, tensor<f32>, tensor<ui8>) -> tensor<1x8x8x16xui8>
//   %d = weft.dequantize %q, %s, %z : (tensor<1x8x8x16xui8>, tensor<f32>, tensor<ui8>) -> tensor<1x8x8x16xf32>
//   %c = weft.get @w.codes : tensor<3x3x16x32xi8>
//   %t = weft.get @w.scales : tensor<32xf32>
//   %w = weft.dequantize %c, %t {dim = 3 : i64} : (tensor<3x3x16x32xi8>, tensor<32xf32>) -> tensor<3x3x16x32xf32>
//   %y = weft.conv %d, %w {...} : (tensor<1x8x8x16xf32>, tensor<3x3x16x32xf32>) -> tensor<1x8x8x32xf32>
//
// which the simplifying passes compute on integers (weft-form-integer-products). Sums stay floats up to the next product: biases,
// rectifiers and residual sums are part of the epilogue, where a rounding to bytes would cost accuracy and win no time.
//
// Where bytes reach a product through movement, maxima and concatenations, quantization stands where those begin (ActivationSites.h).
// Once more before the product it costs nothing: weft-sink-dequantize cancels it.

#include "mlir/IR/Remarks.h"
#include "passes/Compress/ActivationRange.h"
#include "passes/Compress/ActivationSites.h"
#include "passes/Compress/ChannelQuantizer.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/EntryFunction.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/WeightRows.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/Regex.h"

namespace weft {
#define GEN_PASS_DEF_QUANTIZEACTIVATIONS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// The largest product of a byte without its zero point and a weight.
constexpr int64_t kMaxProduct = 255 * 127;

StringRef nameWeights(const ConstantProduct &product, StringRef otherwise) {
  auto get = product.getWeights().getDefiningOp<GetOp>();
  return get ? get.getParameter() : otherwise;
}

void reportKept(const ConstantProduct &product, StringRef name, Twine why) {
  remark::missed(product.op->getLoc(),
                 remark::RemarkOpts::name("NotQuantized").category("compress"))
      << product.op->getName().stripDialect().str() << " by '" << name.str()
      << "' stays one of floats: " << why.str();
}

/// Whether i32 holds the sum of products that an output is, whatever the bytes are.
bool fitsSum(const ConstantProduct &product) {
  auto shape = tensorType(product.getWeights()).getShape();
  int64_t count = 1;
  for (auto [i, size] : llvm::enumerate(shape))
    if (static_cast<int64_t>(i) != product.outputDim.value_or(-1) &&
        llvm::MulOverflow(count, size, count))
      return false;
  return count <= std::numeric_limits<int32_t>::max() / kMaxProduct;
}

/// The operands of quantization of one value.
struct Scaling {
  Value scale, zeroPoint;
};

class ActivationQuantizer {
public:
  ActivationQuantizer(FuncOp function, const Statistics *statistics,
                      const QuantizeActivationsOptions &options,
                      RangeMethod method)
      : function(function), statistics(statistics), options(options),
        method(method), parameters(function->getParentOfType<ModuleOp>()),
        builder(function.getContext()), skip(options.skip), wide(options.wide) {
  }

  LogicalResult run() {
    for (ActivationWeb &web : findActivationWebs(function))
      if (failed(quantize(web)))
        return failure();
    // What read the weights before.
    eraseDeadOps(function);
    parameters.dropUnused();
    return success();
  }

private:
  bool isDynamic() const { return options.activations == "dynamic"; }

  LogicalResult quantize(ActivationWeb &web) {
    keepFloats(web);
    if (web.activations.empty())
      return success();
    bool isWideWeb = isWide(web);
    std::optional<ByteGrid> grid, whole;
    if (!isDynamic()) {
      Histogram histogram;
      for (const Activation &activation : web.activations) {
        const ActivationStatistics *known =
            statistics->findActivation(activation.name);
        if (!known || known->histogram.isEmpty())
          return activation.products.front().op->emitError(
                     "weft-quantize-activations: nothing is known of the input "
                     "of '")
                 << activation.name
                 << "': the statistics come from another model, or were "
                    "collected with other options; calibrate again";
        histogram.merge(known->histogram);
      }
      grid = chooseGrid(histogram, method, options.percentile);
      whole = chooseGrid(histogram, RangeMethod::MinMax, options.percentile);
      double error = computeGridError(histogram, *grid);
      if (error > options.maxError && !isWideWeb) {
        for (const Activation &activation : web.activations)
          for (const ConstantProduct &product : activation.products)
            reportKept(product, nameWeights(product, activation.name),
                       "bytes of its input are wrong by " +
                           llvm::formatv("{0:P}", error).str() +
                           ", more than max-error allows");
        return success();
      }
    }
    if (options.switches)
      addSwitches(web);
    if (!isWideWeb)
      insertBytes(web, grid);
    llvm::DenseMap<Operation *, Value> rests;
    if (isWideWeb || options.switches)
      rests = insertWideBytes(web, whole);
    for (const Activation &activation : web.activations)
      for (const ConstantProduct &product : activation.products) {
        if (failed(quantizeWeights(activation, product)))
          return failure();
        if (Value rest = rests.lookup(product.op))
          addProduct(product, rest);
      }
    return success();
  }

  /// Whether the activations are to have 16 bits.
  bool isWide(const ActivationWeb &web) {
    return !options.wide.empty() &&
           llvm::any_of(web.activations, [&](const Activation &activation) {
             return llvm::any_of(
                 activation.products, [&](const ConstantProduct &product) {
                   return wide.match(nameWeights(product, activation.name));
                 });
           });
  }

  /// Rounds what products read to bytes of all that was seen, and what these leave, at most half a step, to bytes too: the latter are returned
  /// for each product. Where there are switches, both are added up, which is the same to the product.
  llvm::DenseMap<Operation *, Value>
  insertWideBytes(const ActivationWeb &web,
                  const std::optional<ByteGrid> &whole) {
    llvm::DenseMap<Operation *, Value> rests;
    llvm::DenseMap<Value, std::pair<Value, Value>> parts;
    for (const Activation &activation : web.activations)
      for (const ConstantProduct &product : activation.products) {
        Value read = product.op->getOperand(product.operand);
        auto [it, isNew] = parts.try_emplace(read);
        if (isNew) {
          builder.setInsertionPointAfterValue(read);
          it->second = splitBytes(read, whole);
        }
        auto [high, low] = it->second;
        product.op->setOperand(product.operand, high);
        if (low)
          rests[product.op] = low;
      }
    return rests;
  }

  std::pair<Value, Value> splitBytes(Value value,
                                     const std::optional<ByteGrid> &whole) {
    Location loc = value.getLoc();
    Scaling coarse = whole ? makeScaling(loc, *whole) : computeScaling(value);
    Scaling fine{
        whole ? makeFloat(loc, whole->scale / 255)
              : DivOp::create(builder, loc, coarse.scale, makeFloat(loc, 255))
                    .getResult(),
        makeScalar(builder, loc, builder.getIntegerType(8, /*isSigned=*/false),
                   128)};
    Value high = round(value, coarse),
          low = round(SubOp::create(builder, loc, value, high), fine);
    if (!inWideBytes)
      return {high, low};
    Value both = AddOp::create(builder, loc, high, low);
    return {SelectOp::create(builder, loc, inWideBytes, both, value), Value()};
  }

  /// Adds the product of other inputs to what the product gives.
  void addProduct(const ConstantProduct &product, Value input) {
    builder.setInsertionPointAfter(product.op);
    Operation *second = builder.clone(*product.op);
    second->setOperand(product.operand, input);
    Value result = product.op->getResult(0);
    auto sum = AddOp::create(builder, product.op->getLoc(), result,
                             second->getResult(0));
    result.replaceAllUsesExcept(sum, sum);
  }

  /// Leaves those products in the web that are to multiply integers.
  void keepFloats(ActivationWeb &web) {
    for (Activation &activation : web.activations)
      llvm::erase_if(activation.products, [&](const ConstantProduct &product) {
        StringRef name = nameWeights(product, activation.name);
        if (!options.skip.empty() && skip.match(name)) {
          reportKept(product, name, "skip names it");
          return true;
        }
        if (!fitsSum(product)) {
          reportKept(product, name, "i32 may not hold its sums");
          return true;
        }
        return false;
      });
    llvm::erase_if(web.activations, [](const Activation &activation) {
      return activation.products.empty();
    });
  }

  /// Gives the function arguments that say whether the web is in bytes, and whether it is in 16 bits.
  void addSwitches(const ActivationWeb &web) {
    llvm::SetVector<StringRef> names;
    for (const Activation &activation : web.activations)
      for (const ConstantProduct &product : activation.products)
        names.insert(nameWeights(product, activation.name));
    for (Value *added : {&isInBytes, &inWideBytes}) {
      unsigned number = function.getNumArguments();
      NamedAttribute facts[] = {
          builder.getNamedAttr(
              "weft.name", builder.getStringAttr("switch." + Twine(number))),
          builder.getNamedAttr(kWeightsAttribute,
                               builder.getStrArrayAttr(names.getArrayRef()))};
      LogicalResult inserted = function.insertArgument(
          number, RankedTensorType::get({}, builder.getI1Type()),
          builder.getDictionaryAttr(facts), function.getLoc());
      assert(succeeded(inserted) && "behind the last argument is a place");
      (void)inserted;
      *added = function.getArgument(number);
    }
  }

  /// `rounded`, or, where the web has switches, what they choose.
  Value chooseBy(Value rounded, Value exact) {
    if (!isInBytes)
      return rounded;
    Value narrow =
        SelectOp::create(builder, rounded.getLoc(), isInBytes, rounded, exact);
    return SelectOp::create(builder, rounded.getLoc(), inWideBytes, rounded,
                            narrow);
  }

  /// Whether makeRounded made it.
  bool isRounded(Value value) const {
    if (auto select = value.getDefiningOp<SelectOp>())
      return isInBytes && select.getCondition() == isInBytes;
    return value.getDefiningOp<DequantizeOp>() != nullptr;
  }

  Value makeFloat(Location loc, float value) {
    return ConstantOp::create(
        builder, loc,
        DenseElementsAttr::get(RankedTensorType::get({}, builder.getF32Type()),
                               value));
  }

  Scaling makeScaling(Location loc, const ByteGrid &grid) {
    Type ui8 = builder.getIntegerType(8, /*isSigned=*/false);
    return {makeFloat(loc, grid.scale),
            makeScalar(builder, loc, ui8, grid.zeroPoint)};
  }

  /// What ONNX's DynamicQuantizeLinear computes: the range of the value, and zero.
  Scaling computeScaling(Value value) {
    Location loc = value.getLoc();
    SmallVector<int64_t> all =
        llvm::to_vector(llvm::seq<int64_t>(0, tensorType(value).getRank()));
    Value zero = makeFloat(loc, 0), levels = makeFloat(loc, 255);
    Value most = ReduceOp::create(builder, loc, ReductionKind::max, value, all),
          least =
              ReduceOp::create(builder, loc, ReductionKind::min, value, all);
    Value high = MaxOp::create(builder, loc, most, zero),
          low = MinOp::create(builder, loc, least, zero);
    Value width = SubOp::create(builder, loc, high, low);
    Value step = DivOp::create(builder, loc, width, levels);
    Value isFlat = CompareOp::create(builder, loc, Predicate::eq, step, zero);
    Value scale =
        SelectOp::create(builder, loc, isFlat, makeFloat(loc, 1), step);
    Value below = SubOp::create(builder, loc, zero, low);
    Value offset = DivOp::create(builder, loc, below, scale);
    Value rounded = RoundOp::create(builder, loc, offset);
    Value bounded = MinOp::create(
        builder, loc, MaxOp::create(builder, loc, rounded, zero), levels);
    Type ui8 = builder.getIntegerType(8, /*isSigned=*/false);
    return {scale, CastOp::create(builder, loc, tensorType(bounded).clone(ui8),
                                  bounded)};
  }

  /// The same where the web's switch is on.
  Value makeRounded(Value value, const Scaling &scaling) {
    Value rounded = round(value, scaling);
    return isInBytes ? SelectOp::create(builder, value.getLoc(), isInBytes,
                                        rounded, value)
                     : rounded;
  }

  /// `value` as bytes and back.
  Value round(Value value, const Scaling &scaling) {
    Location loc = value.getLoc();
    Type ui8 = builder.getIntegerType(8, /*isSigned=*/false);
    Value bytes = QuantizeOp::create(builder, loc, tensorType(value).clone(ui8),
                                     value, scaling.scale, scaling.zeroPoint);
    return DequantizeOp::create(builder, loc, value.getType(), bytes,
                                scaling.scale, scaling.zeroPoint);
  }

  /// Everything on the ways from the sources to the products.
  static llvm::SetVector<Operation *> findReaders(const ActivationWeb &web) {
    llvm::SetVector<Operation *> readers;
    for (const Activation &activation : web.activations) {
      for (const ConstantProduct &product : activation.products)
        readers.insert(product.op);
      llvm::SetVector<Value> ways;
      ways.insert(activation.value);
      for (size_t i = 0; i < ways.size(); ++i)
        if (OperandRange moved = findMovedOperands(ways[i]); !moved.empty()) {
          readers.insert(ways[i].getDefiningOp());
          ways.insert_range(moved);
        }
    }
    return readers;
  }

  void insertBytes(const ActivationWeb &web,
                   const std::optional<ByteGrid> &grid) {
    if (isDynamic()) {
      for (const Activation &activation : web.activations) {
        builder.setInsertionPointAfterValue(activation.value);
        Value rounded =
            makeRounded(activation.value, computeScaling(activation.value));
        for (const ConstantProduct &product : activation.products)
          product.op->setOperand(product.operand, rounded);
      }
      return;
    }
    llvm::SetVector<Operation *> readers = findReaders(web);
    for (Value source : web.sources) {
      // Readers of other kinds take the bytes too where maps of channels are large and kept in memory; a transformer's residual stream
      // is small, and the norms that read it want it exact. Where the ways cut something off, bytes are known to fit only what is left.
      bool isActivation =
          llvm::any_of(web.activations, [&](const Activation &activation) {
            return activation.value == source;
          });
      bool forAll = web.feedsConvolution() && isActivation;
      builder.setInsertionPointAfterValue(source);
      Value rounded = makeRounded(source, makeScaling(source.getLoc(), *grid));
      source.replaceUsesWithIf(rounded, [&](OpOperand &use) {
        Operation *user = use.getOwner();
        if (isa<QuantizeOp>(user) || isa<ReturnOp>(user) ||
            user == rounded.getDefiningOp())
          return false;
        return forAll || readers.contains(user);
      });
    }
    for (const Activation &activation : web.activations)
      for (const ConstantProduct &product : activation.products) {
        Value read = product.op->getOperand(product.operand);
        if (isRounded(read))
          continue;
        builder.setInsertionPoint(product.op);
        product.op->setOperand(
            product.operand,
            makeRounded(read, makeScaling(product.op->getLoc(), *grid)));
      }
  }

  /// The tensor as a parameter like `origin`, or a constant where that is null.
  FailureOr<Value> materialize(ParameterOp origin, StringRef suffix,
                               const Tensor &tensor, Location loc,
                               ParameterOp *made = nullptr) {
    if (!origin)
      return ConstantOp::create(builder, loc, tensor.toElements()).getResult();
    FailureOr<ParameterOp> parameter =
        parameters.append(origin, (origin.getSymName() + suffix).str(), tensor);
    if (failed(parameter))
      return failure();
    if (made)
      *made = *parameter;
    return GetOp::create(builder, loc, tensor.getType(),
                         FlatSymbolRefAttr::get(parameter->getSymNameAttr()))
        .getResult();
  }

  LogicalResult quantizeWeights(const Activation &activation,
                                const ConstantProduct &product) {
    Operation *op = product.op;
    StringRef name = nameWeights(product, activation.name);
    FailureOr<Tensor> weights = readConstant(parameters, product.getWeights());
    if (failed(weights))
      return op->emitError("weft-quantize-activations: weight '")
             << name << "' has no value that could be read";
    FailureOr<ChannelCodes> channels =
        quantizeChannels(*weights, product.outputDim);
    if (failed(channels))
      return op->emitError("weft-quantize-activations: weight '")
             << name
             << "' has NaN or infinite values, which integers cannot stand "
                "for; repair the model, or name it in skip";
    if (options.correctBias && !isDynamic() &&
        failed(correctBias(activation, product, *weights, *channels)))
      return failure();
    builder.setInsertionPoint(op);
    ParameterOp origin;
    if (auto get = product.getWeights().getDefiningOp<GetOp>())
      origin = parameters.find(get.getParameter());
    DequantizeOp &shared = quantized[{origin, product.outputDim.value_or(-1)}];
    Value exact = product.getWeights();
    if (origin && shared && shared->isBeforeInBlock(op)) {
      op->setOperand(1 - product.operand, chooseBy(shared, exact));
      return success();
    }
    ParameterOp codesParameter;
    FailureOr<Value> codes = materialize(origin, ".codes", channels->codes,
                                         op->getLoc(), &codesParameter),
                     scales = materialize(origin, ".scales", channels->scales,
                                          op->getLoc());
    if (failed(codes) || failed(scales))
      return op->emitError("weft-quantize-activations: the codes of weight '")
             << name << "' cannot be written";
    if (codesParameter)
      codesParameter->setAttr(
          kQuantizedAttribute,
          builder.getDictionaryAttr(
              {builder.getNamedAttr("error",
                                    builder.getF64FloatAttr(channels->error)),
               builder.getNamedAttr("from", TypeAttr::get(origin.getType()))}));
    shared = DequantizeOp::create(
        builder, op->getLoc(), product.getWeights().getType(), *codes, *scales,
        /*zero_point=*/Value(),
        builder.getI64IntegerAttr(product.outputDim.value_or(0)),
        builder.getI64IntegerAttr(0));
    op->setOperand(1 - product.operand, chooseBy(shared, exact));
    return success();
  }

  /// Adds what rounding the weights takes away from the mean of each output, (W - Wq) E[x]: Nagel et al., "Data-Free Quantization
  /// Through Weight Equalization and Bias Correction", ICCV 2019, section 4.2. Padding counts as if it were like the rest.
  LogicalResult correctBias(const Activation &activation,
                            const ConstantProduct &product,
                            const Tensor &weights,
                            const ChannelCodes &channels);

  FuncOp function;
  const Statistics *statistics;
  const QuantizeActivationsOptions &options;
  RangeMethod method;
  ParameterTable parameters;
  OpBuilder builder;
  llvm::Regex skip, wide;
  llvm::DenseMap<std::pair<Operation *, int64_t>, DequantizeOp> quantized;
  /// The switches of the web that is quantized; null where there are none.
  Value isInBytes, inWideBytes;
};

LogicalResult ActivationQuantizer::correctBias(const Activation &activation,
                                               const ConstantProduct &product,
                                               const Tensor &weights,
                                               const ChannelCodes &channels) {
  const ActivationStatistics *known =
      statistics->findActivation(activation.name);
  if (!activation.channelDim || !product.outputDim || !product.inputDim ||
      known->count == 0 || known->sums.empty())
    return success();
  auto contract = dyn_cast<ContractOp>(product.op);
  // A batch of weights would need a term for each of them, and what is added up beside the inputs as many terms.
  if (contract && (weights.getRank() != 2 ||
                   tensorType(product.getActivation()).getRank() !=
                       tensorType(contract.getResult()).getRank()))
    return success();
  auto stride = [&](int64_t dim) {
    size_t size = 1;
    for (int64_t each : weights.getDims().drop_front(dim + 1))
      size *= static_cast<size_t>(each);
    return size;
  };
  auto outputs = static_cast<size_t>(weights.getDim(*product.outputDim)),
       inputs = static_cast<size_t>(weights.getDim(*product.inputDim));
  size_t outputStride = stride(*product.outputDim),
         inputStride = stride(*product.inputDim);
  auto conv = dyn_cast<ConvOp>(product.op);
  size_t groups = conv ? static_cast<size_t>(conv.getGroups()) : 1,
         perGroup = outputs / groups;
  if (known->sums.size() != inputs * groups)
    return product.op->emitError("weft-quantize-activations: the input of '")
           << activation.name << "' has " << inputs * groups
           << " channels, but the statistics are of " << known->sums.size()
           << ": they come from another model; calibrate again";
  std::vector<float> values = readFloats(weights),
                     scales = readFloats(channels.scales);
  const char *codes = channels.codes.getData();
  std::vector<double> lost(outputs, 0);
  for (auto [i, value] : llvm::enumerate(values)) {
    size_t output = i / outputStride % outputs,
           input = i / inputStride % inputs + output / perGroup * inputs;
    double rounded =
        static_cast<double>(static_cast<int8_t>(codes[i])) * scales[output];
    lost[output] += (value - rounded) * known->sums[input] / known->count;
  }
  std::vector<float> terms(lost.begin(), lost.end());
  // Along the result's dimension of the outputs.
  RankedTensorType type = tensorType(product.op->getResult(0));
  int64_t dim = type.getRank() - 1;
  if (contract) {
    StringRef letters =
        product.operand ? contract.getLhsDims() : contract.getRhsDims();
    dim = static_cast<int64_t>(contract.getResultDims().find(
        letters[static_cast<size_t>(*product.outputDim)]));
  }
  SmallVector<int64_t> shape(static_cast<size_t>(type.getRank() - dim), 1);
  shape[0] = static_cast<int64_t>(outputs);
  builder.setInsertionPointAfter(product.op);
  Value term = ConstantOp::create(
      builder, product.op->getLoc(),
      DenseElementsAttr::get(RankedTensorType::get(shape, builder.getF32Type()),
                             ArrayRef<float>(terms)));
  if (isInBytes)
    term = chooseBy(term, makeFloat(product.op->getLoc(), 0));
  Value result = product.op->getResult(0);
  // A bias takes it in.
  if (result.hasOneUse())
    if (auto add = dyn_cast<AddOp>(*result.user_begin())) {
      OpOperand &bias = add->getOpOperand(add->getOperand(0) == result ? 1 : 0);
      if (isa_and_nonnull<GetOp, ConstantOp>(bias.get().getDefiningOp()) &&
          tensorType(bias.get()).getShape() == ArrayRef<int64_t>(shape)) {
        builder.setInsertionPoint(add);
        bias.set(
            AddOp::create(builder, product.op->getLoc(), bias.get(), term));
        return success();
      }
    }
  auto sum = AddOp::create(builder, product.op->getLoc(), result, term);
  result.replaceAllUsesExcept(sum, sum);
  return success();
}

struct QuantizeActivationsPass
    : weft::impl::QuantizeActivationsBase<QuantizeActivationsPass> {
  QuantizeActivationsPass() = default;
  explicit QuantizeActivationsPass(
      QuantizeActivationsOptions options,
      std::shared_ptr<const Statistics> statistics = nullptr)
      : Base(std::move(options)), known(std::move(statistics)) {}

  void runOnOperation() override {
    if (failed(run()))
      signalPassFailure();
  }

private:
  LogicalResult fail(const Twine &text) {
    return getOperation().emitError("weft-quantize-activations: ") << text;
  }

  LogicalResult run() {
    std::optional<RangeMethod> method = parseRangeMethod(range);
    if (!method)
      return fail("range expects minmax, percentile, entropy or mse, found '" +
                  range + "'");
    if (activations != "static" && activations != "dynamic")
      return fail("activations expects static or dynamic, found '" +
                  activations + "'");
    if (!(percentile >= 50 && percentile <= 100))
      return fail("percentile expects a number from 50 to 100, found " +
                  Twine(llvm::formatv("{0}", double(percentile)).str()));
    for (auto [name, pattern] : {std::pair("skip", StringRef(skip)),
                                 std::pair("wide", StringRef(wide))})
      if (std::string error;
          !pattern.empty() && !llvm::Regex(pattern).isValid(error))
        return fail(Twine(name) + " expects a regular expression, found '" +
                    pattern + "': " + error);
    FuncOp function = findQuantizedFunction(getOperation());
    if (!function)
      return fail("expected a function main, or one public function, found "
                  "none; functions that share weights take "
                  "weft-quantize-weights with activations=int8");
    if (llvm::Error error = readMissing(statistics, known))
      return fail(llvm::toString(std::move(error)));
    if (!known && activations == "static")
      return fail("static ranges expect a file of statistics");
    QuantizeActivationsOptions options;
    options.skip = skip;
    options.percentile = percentile;
    options.maxError = maxError;
    options.correctBias = correctBias;
    options.activations = activations;
    options.switches = switches;
    options.wide = wide;
    if (switches) {
      isolateEntryFunction(function);
      dropStateResults(function);
    }
    return ActivationQuantizer(function, known.get(), options, *method).run();
  }

  std::shared_ptr<const Statistics> known;
};
} // namespace

std::unique_ptr<Pass>
weft::createQuantizeActivations(QuantizeActivationsOptions options,
                                std::shared_ptr<const Statistics> statistics) {
  return std::make_unique<QuantizeActivationsPass>(std::move(options),
                                                   std::move(statistics));
}
