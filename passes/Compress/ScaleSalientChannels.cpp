// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Weights whose inputs are strong get more of their group's range, after Lin et al., "AWQ: Activation-aware Weight Quantization for
// On-Device LLM Compression and Acceleration", MLSys 2024. The weights of input k are multiplied by
//
//   s[k] = rms(x[k])^alpha / sqrt(largest * smallest)
//
// and what makes the input is divided by it (InputScaling.h). Alpha is the one of 0, 0.1, ... 0.9 whose quantized weights change the
// layers' outputs least: by the products of the inputs where the statistics have them, and else by the strengths of the inputs alone.
//
// With `smooth` it is Xiao et al., "SmoothQuant: Accurate and Efficient Post-Training Quantization for Large Language Models", ICML 2023, for inputs
// that become integers too, each row of them with one scale:
//
//   s[k] = max|x[k]|^smooth / max|w[k]|^(1 - smooth)
//
//   weft.parameter @gamma : tensor<8xf32>
//   weft.parameter @w : tensor<9x8xf16>
//   %m = weft.mul %n, %gamma ... ; %y = weft.contract "mk,nk->mn" %m, %w ...
//
// becomes the same with other values, and
//
//   weft.parameter @w : tensor<9x8xf16> {weft.input_factors = dense<[...]> : tensor<8xf32>}
//
// by which weft-quantize-weights knows that the statistics are of inputs that were so much stronger.

#include "dialects/Weft/DecoderAttributes.h"
#include "lib/Interpreter/NpyFile.h"
#include "mlir/IR/Remarks.h"
#include "mlir/IR/Threading.h"
#include "passes/Compress/ChannelQuantizer.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/GroupQuantizer.h"
#include "passes/Compress/InputFactors.h"
#include "passes/Compress/InputScaling.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/WeightRows.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/Support/FormatVariadic.h"

#include <cmath>

namespace weft {
#define GEN_PASS_DEF_SCALESALIENTCHANNELS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
constexpr int kTrials = 10;
/// The rows of a weight that a trial quantizes; they lie evenly in it.
constexpr int64_t kTrialRows = 32;
/// Values of f16 stay well below their largest.
constexpr float kLargest = 3e4F;

/// Rows of a weight that reads the inputs.
struct SampledRows {
  int64_t count = 0;
  std::vector<float> values;
};

/// Divides factors by what lies in their middle, so that values of f16 stay what these can hold.
void centerFactors(std::vector<float> &factors) {
  auto [least, most] = std::minmax_element(factors.begin(), factors.end());
  float middle = std::sqrt(*least * *most);
  for (float &factor : factors)
    factor /= middle;
}

/// The factors of one alpha; empty where they would be useless.
std::vector<float> computeFactors(ArrayRef<double> strengths, double alpha) {
  std::vector<float> factors;
  for (double strength : strengths)
    factors.push_back(
        static_cast<float>(std::pow(std::max(strength, 1e-4), alpha)));
  centerFactors(factors);
  return factors;
}

/// The factors that leave as much of the differences between inputs to the weights as `alpha` says.
std::vector<float> computeSmoothing(const SiteStatistics &site,
                                    ArrayRef<WeightRows> readers,
                                    double alpha) {
  std::vector<float> largest(site.getWidth(), 0), piece;
  for (const WeightRows &rows : readers)
    for (int64_t row = 0; row < rows.getCount(); row += rows.getPiece()) {
      int64_t count = std::min(rows.getPiece(), rows.getCount() - row);
      piece.resize(static_cast<size_t>(count) * largest.size());
      rows.read(row, count, piece.data());
      for (auto [i, value] : llvm::enumerate(piece)) {
        float &most = largest[i % largest.size()];
        most = std::max(most, std::fabs(value));
      }
    }
  std::vector<float> factors;
  for (auto [weight, input] : llvm::zip_equal(largest, site.magnitudes)) {
    double factor = std::pow(input, alpha) / std::pow(weight, 1 - alpha);
    // An input of zeros, or one that nothing reads.
    factors.push_back(factor > 1e-5 && factor < 1e5 ? static_cast<float>(factor)
                                                    : 1.0F);
  }
  centerFactors(factors);
  return factors;
}

/// Finds the factors of one scaling.
class FactorSearch {
public:
  FactorSearch(const GroupFormat &format, const SiteStatistics &site)
      : format(format), site(site) {
    for (double square : site.squares)
      strengths.push_back(std::sqrt(square / site.count));
    double mean = 0;
    for (double strength : strengths)
      mean += strength / static_cast<double>(strengths.size());
    if (mean > 0)
      for (double &strength : strengths)
        strength /= mean;
  }

  void add(const WeightRows &rows) {
    int64_t step = std::max<int64_t>(1, rows.getCount() / kTrialRows);
    SampledRows &sample = samples.emplace_back();
    for (int64_t row = 0; row < rows.getCount(); row += step) {
      sample.values.resize(
          static_cast<size_t>((sample.count + 1) * rows.getWidth()));
      rows.read(row, 1, &sample.values[sample.count * rows.getWidth()]);
      ++sample.count;
    }
  }

  /// Empty where the weights are best as they are.
  std::vector<float> run(MLIRContext *context) const {
    std::vector<double> errors(kTrials);
    parallelFor(context, 0, errors.size(), [&](size_t trial) {
      errors[trial] = computeError(computeFactors(strengths, getAlpha(trial)));
    });
    auto best = static_cast<size_t>(
        std::min_element(errors.begin(), errors.end()) - errors.begin());
    if (best == 0 || !std::isfinite(errors[best]))
      return {};
    return computeFactors(strengths, getAlpha(best));
  }

private:
  static double getAlpha(size_t trial) {
    return static_cast<double>(trial) / kTrials;
  }

  double computeError(ArrayRef<float> factors) const {
    size_t width = factors.size();
    std::vector<float> importance(width), scaled(width);
    for (auto [each, square, factor] :
         llvm::zip(importance, site.squares, factors))
      each = static_cast<float>(square / site.count / factor / factor);
    GroupFormat rowFormat = format;
    if (rowFormat.group == 0)
      rowFormat.group = static_cast<int64_t>(width);
    auto groups =
        static_cast<size_t>(rowFormat.countGroups(static_cast<int64_t>(width)));
    std::vector<int8_t> codes(width), zeros(format.isSymmetric ? 0 : groups);
    std::vector<uint16_t> scales(groups);
    std::vector<float> differences(width);
    double sum = 0;
    for (const SampledRows &sample : samples)
      for (int64_t row = 0; row < sample.count; ++row) {
        ArrayRef<float> weights =
            ArrayRef(sample.values)
                .slice(static_cast<size_t>(row) * width, width);
        for (size_t k = 0; k < width; ++k)
          scaled[k] = weights[k] * factors[k];
        QuantizeError ignored;
        if (llvm::any_of(
                scaled,
                [](float value) { return !(std::fabs(value) < kLargest); }) ||
            quantizeRow(rowFormat, ScaleChoice::Search, scaled, importance,
                        {codes, scales, zeros}, ignored) != RowStatus::Done)
          return HUGE_VAL;
        for (size_t k = 0; k < width; ++k) {
          size_t at = k / static_cast<size_t>(rowFormat.group);
          differences[k] =
              dequantizeCode(codes[k], zeros.empty() ? int8_t(0) : zeros[at],
                             scales[at]) /
                  factors[k] -
              weights[k];
        }
        sum += measure(differences);
      }
    return sum;
  }

  /// What a row's differences do to its outputs, squared and summed.
  double measure(ArrayRef<float> differences) const {
    double sum = 0;
    size_t width = differences.size();
    if (site.products.empty()) {
      for (auto [square, difference] : llvm::zip(site.squares, differences))
        sum += square * difference * difference;
      return sum;
    }
    std::vector<float> image(width);
    for (size_t i = 0; i < width; ++i) {
      const float *products = &site.products[i * width];
      for (size_t j = 0; j < width; ++j)
        image[j] += products[j] * differences[i];
    }
    for (auto [product, difference] : llvm::zip(image, differences))
      sum += static_cast<double>(product) * difference;
    return sum;
  }

  GroupFormat format;
  const SiteStatistics &site;
  /// With a mean of 1.
  std::vector<double> strengths;
  std::vector<SampledRows> samples;
};

struct ScaleSalientChannelsPass
    : weft::impl::ScaleSalientChannelsBase<ScaleSalientChannelsPass> {
  ScaleSalientChannelsPass() = default;
  explicit ScaleSalientChannelsPass(
      ScaleSalientChannelsOptions options,
      std::shared_ptr<const Statistics> known = nullptr,
      CompressProgress progress = nullptr)
      : Base(std::move(options)), known(std::move(known)),
        progress(std::move(progress)) {}

  void runOnOperation() override {
    if (failed(run()))
      signalPassFailure();
  }

private:
  LogicalResult fail(const Twine &text) {
    return getOperation().emitError("weft-scale-salient-channels: " + text);
  }

  LogicalResult run() {
    if (!(bits >= 3 && bits <= 6) && bits != 8)
      return fail("expected bits of 3, 4, 5, 6 or 8, found " + Twine(bits));
    if (group < 0)
      return fail("expected a group of 1 or more, or 0 for whole rows, found " +
                  Twine(group));
    if (!(smooth >= 0 && smooth <= 1))
      return fail("expected smooth to be 0 to 1, found " +
                  llvm::formatv("{0}", double(smooth)).str());
    if (llvm::Error error = readMissing(statistics, known))
      return fail(llvm::toString(std::move(error)));
    if (!known)
      return fail("expected a file of statistics");
    ParameterTable parameters(getOperation());
    std::vector<WeightUses> weights = findWeightUses(getOperation());
    std::vector<InputScaling> scalings =
        findInputScalings(weights, getOperation());
    for (auto [number, scaling] : llvm::enumerate(scalings)) {
      if (progress)
        progress(static_cast<double>(number) /
                     static_cast<double>(scalings.size()),
                 ParameterOp(scaling.readers.front()->parameter).getSymName());
      if (failed(apply(parameters, scaling)))
        return failure();
    }
    return success();
  }

  LogicalResult apply(ParameterTable &parameters, const InputScaling &scaling) {
    ParameterOp first = scaling.readers.front()->parameter;
    const SiteStatistics *site = known->find(first.getSymName());
    if (!site || site->count == 0) {
      remark::missed(first.getLoc(),
                     remark::RemarkOpts::name("NotScaled").category("compress"))
          << "inputs of weight '" << first.getSymName()
          << "' are not scaled: there are no statistics of them";
      return success();
    }
    std::vector<WeightRows> weights;
    for (const WeightUses *uses : scaling.readers) {
      ParameterOp parameter = uses->parameter;
      FailureOr<WeightRows> rows =
          WeightRows::open(parameters, uses->parameter, uses->isTransposed);
      if (failed(rows))
        return failure();
      if (failed(checkInputs(parameter, *site,
                             static_cast<size_t>(rows->getWidth()))))
        return failure();
      weights.push_back(std::move(*rows));
    }
    std::vector<float> factors = smooth > 0
                                     ? computeSmoothing(*site, weights, smooth)
                                     : findFactors(*site, weights);
    if (factors.empty())
      return success();
    getOperation()->setAttr(kScaledChannelsAttribute,
                            UnitAttr::get(&getContext()));
    std::vector<float> divisors;
    for (float factor : factors)
      divisors.push_back(1 / factor);
    for (ParameterOp parameter : scaling.divided) {
      auto dim = static_cast<size_t>(scaling.isTransposed ? 1 : 0);
      if (failed(multiply(parameters, parameter, dim, divisors)))
        return failure();
    }
    for (const WeightUses *uses : scaling.readers) {
      auto dim = static_cast<size_t>(uses->isTransposed ? 0 : 1);
      if (failed(multiply(parameters, uses->parameter, dim, factors)))
        return failure();
      if (failed(addInputFactors(uses->parameter, factors)))
        return failure();
    }
    return success();
  }

  std::vector<float> findFactors(const SiteStatistics &site,
                                 ArrayRef<WeightRows> weights) {
    FactorSearch search({bits, group, isSymmetric}, site);
    for (const WeightRows &rows : weights)
      search.add(rows);
    return search.run(&getContext());
  }

  /// Multiplies values along `dim` and rounds them to the parameter's type.
  LogicalResult multiply(ParameterTable &parameters, ParameterOp parameter,
                         size_t dim, ArrayRef<float> factors) {
    FailureOr<Tensor> tensor = parameters.read(parameter);
    if (failed(tensor) ||
        tensor->getDims()[dim] != static_cast<int64_t>(factors.size()))
      return parameter.emitError() << "'" << parameter.getSymName()
                                   << "' has no value that could be scaled";
    std::vector<float> values = readFloats(*tensor);
    size_t inner = dim + 1 < static_cast<size_t>(tensor->getRank())
                       ? static_cast<size_t>(tensor->getDims().back())
                       : 1;
    for (auto [i, value] : llvm::enumerate(values))
      value *= factors[i / inner % factors.size()];
    FailureOr<Tensor> floats =
        makeFloats(&getContext(), values, tensor->getDims());
    if (failed(floats))
      return parameter.emitError()
             << "no memory to scale '" << parameter.getSymName() << "'";
    return parameters.replace(
        parameter, convertElements(*floats, tensor->getElementType()));
  }

  std::shared_ptr<const Statistics> known;
  CompressProgress progress;
};
} // namespace

std::unique_ptr<Pass>
weft::createScaleSalientChannels(ScaleSalientChannelsOptions options,
                                 std::shared_ptr<const Statistics> statistics,
                                 CompressProgress progress) {
  return std::make_unique<ScaleSalientChannelsPass>(
      std::move(options), std::move(statistics), std::move(progress));
}
