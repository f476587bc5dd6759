// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sets weights of linear layers to zero, a share of each output's or band of outputs'.
//
//   weft.parameter @w = dense<[[1.0, -4.0, 2.0, 3.0]]> : tensor<1x4xf32>
//
// becomes, with pattern=2:4,
//
//   weft.parameter @w = dense<[[0.0, -4.0, 0.0, 3.0]]> : tensor<1x4xf32> {weft.pruned = {error = ..., sparsity = 5.0e-01}}
//
// Types and readers stay as they are; weft-mark-sparse-weights counts what kernels may leave out. Bands of rows are read from the mapped weight, pruned
// by all threads and written to the weight store under the same name.

#include "mlir/IR/Remarks.h"
#include "mlir/IR/Threading.h"
#include "passes/Compress/Compress.h"
#include "passes/Compress/ErrorFeedback.h"
#include "passes/Compress/ParameterWriter.h"
#include "passes/Compress/SharedOptions.h"
#include "passes/Compress/SparsityPattern.h"
#include "passes/Compress/WeightRows.h"
#include "passes/Compress/WeightUses.h"
#include "llvm/Support/Regex.h"

namespace weft {
#define GEN_PASS_DEF_PRUNEWEIGHTS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
void reportKept(ParameterOp parameter, StringRef why) {
  remark::missed(parameter->getLoc(),
                 remark::RemarkOpts::name("NotPruned").category("compress"))
      << "weight '" << parameter.getSymName() << "' stays as it is: " << why;
}

/// How a weight is pruned.
struct PruningPlan {
  SparsityPattern pattern;
  /// Of each input; empty: all count the same.
  std::vector<float> importance;
  /// Null: the weights that stay do not change.
  std::shared_ptr<const ErrorFeedback> feedback;
};

/// Sums over bands.
struct PruningResult {
  double squaredError = 0, squaredNorm = 0;
  int64_t zeros = 0;
  /// An output with a weight that is NaN or infinite, or -1.
  int64_t bad = -1;

  void operator+=(const PruningResult &other) {
    squaredError += other.squaredError;
    squaredNorm += other.squaredNorm;
    zeros += other.zeros;
    if (bad < 0)
      bad = other.bad;
  }
};

/// Prunes the bytes of one weight.
class WeightPruner {
public:
  WeightPruner(ParameterTable &parameters, WeightUses &uses,
               const PruningPlan &plan)
      : parameters(parameters), parameter(uses.parameter),
        isTransposed(uses.isTransposed), plan(plan) {}

  /// Fails with a diagnostic.
  LogicalResult run();

private:
  PruningResult pruneBand(const WeightRows &rows, int64_t first, int64_t count,
                          MutableArrayRef<float> values) const;
  void store(int64_t first, int64_t count, ArrayRef<float> values);
  LogicalResult finish(const PruningResult &result);

  ParameterTable &parameters;
  ParameterOp parameter;
  bool isTransposed;
  const PruningPlan &plan;
  Element element = Element::F32;
  int64_t outputs = 0, inputs = 0;
  std::unique_ptr<ParameterWriter> writer;
  /// All of a transposed weight, whose bands lie across.
  std::vector<char> whole;
  std::vector<char> bytes;
};
} // namespace

PruningResult WeightPruner::pruneBand(const WeightRows &rows, int64_t first,
                                      int64_t count,
                                      MutableArrayRef<float> values) const {
  PruningResult result;
  rows.read(first, count, values.data());
  for (auto [i, value] : llvm::enumerate(values)) {
    if (!std::isfinite(value)) {
      result.bad = first + static_cast<int64_t>(i) / inputs;
      return result;
    }
    result.squaredNorm += static_cast<double>(value) * value;
  }
  std::vector<float> before(values.begin(), values.end());
  if (plan.feedback) {
    plan.feedback->prune(plan.pattern, values);
  } else {
    std::vector<float> scores(values.size());
    for (auto [i, value] : llvm::enumerate(values)) {
      float factor = plan.importance.empty()
                         ? 1
                         : plan.importance[i % static_cast<size_t>(inputs)];
      scores[i] = value * value * factor;
    }
    std::vector<char> keep(values.size());
    plan.pattern.choose(scores, count, inputs, keep);
    for (auto [value, stays] : llvm::zip(values, keep))
      if (!stays)
        value = 0;
  }
  for (auto [value, old] : llvm::zip(values, before)) {
    double difference = static_cast<double>(value) - old;
    result.squaredError += difference * difference;
    result.zeros += value == 0;
  }
  return result;
}

void WeightPruner::store(int64_t first, int64_t count, ArrayRef<float> values) {
  unsigned size = getSizeBytes(element);
  std::vector<double> wide(values.begin(), values.end());
  bytes.resize(values.size() * size);
  weft::store(element, wide.data(), wide.size(), bytes.data());
  if (!isTransposed)
    return writer->write(bytes);
  for (int64_t row = 0; row < count; ++row)
    for (int64_t k = 0; k < inputs; ++k)
      std::memcpy(whole.data() + (k * outputs + first + row) * size,
                  bytes.data() + (row * inputs + k) * size, size);
}

LogicalResult WeightPruner::finish(const PruningResult &result) {
  if (isTransposed)
    writer->write(whole);
  if (failed(writer->finish()))
    return failure();
  Builder builder(parameter.getContext());
  double error = result.squaredNorm > 0
                     ? std::sqrt(result.squaredError / result.squaredNorm)
                     : 0,
         sparsity = static_cast<double>(result.zeros) /
                    static_cast<double>(outputs * inputs);
  parameter->setAttr(
      kPrunedAttribute,
      builder.getDictionaryAttr(
          {builder.getNamedAttr("error", builder.getF64FloatAttr(error)),
           builder.getNamedAttr("sparsity",
                                builder.getF64FloatAttr(sparsity))}));
  return success();
}

LogicalResult WeightPruner::run() {
  FailureOr<WeightRows> rows =
      WeightRows::open(parameters, parameter, isTransposed);
  if (failed(rows))
    return failure();
  outputs = rows->getCount();
  inputs = rows->getWidth();
  auto type = cast<RankedTensorType>(parameter.getType());
  element = *findElement(type.getElementType());
  auto begun = ParameterWriter::replace(parameters, parameter, type);
  if (failed(begun))
    return failure();
  writer = std::move(*begun);
  if (isTransposed)
    whole.resize(static_cast<size_t>(outputs * inputs * getSizeBytes(element)));
  int64_t band = plan.pattern.bandRows,
          step = llvm::alignTo(rows->getPiece(), band);
  std::vector<float> values(
      static_cast<size_t>(std::min(step, outputs) * inputs));
  PruningResult total;
  for (int64_t first = 0; first < outputs; first += step) {
    int64_t count = std::min(step, outputs - first);
    auto bands = static_cast<size_t>(llvm::divideCeil(count, band));
    std::vector<PruningResult> results(bands);
    parallelFor(parameter.getContext(), 0, bands, [&](size_t number) {
      int64_t begin = static_cast<int64_t>(number) * band,
              size = std::min(band, count - begin);
      results[number] = pruneBand(
          *rows, first + begin, size,
          MutableArrayRef(values).slice(static_cast<size_t>(begin * inputs),
                                        static_cast<size_t>(size * inputs)));
    });
    for (const PruningResult &each : results)
      total += each;
    if (total.bad >= 0)
      return parameter.emitError() << "weight '" << parameter.getSymName()
                                   << "' cannot be pruned: output " << total.bad
                                   << " has a weight that is NaN or infinite";
    store(first, count,
          ArrayRef(values).take_front(static_cast<size_t>(count * inputs)));
    if (!isTransposed)
      parameters.release(parameter);
  }
  return finish(total);
}

namespace {
struct PruneWeightsPass : weft::impl::PruneWeightsBase<PruneWeightsPass> {
  using Base::Base;
  PruneWeightsPass(PruneWeightsOptions options,
                   std::shared_ptr<const Statistics> known,
                   CompressProgress progress)
      : Base(std::move(options)), known(std::move(known)),
        progress(std::move(progress)) {}

  void runOnOperation() override {
    if (failed(checkOptions()) || failed(readStatistics()) ||
        failed(pruneAll()))
      signalPassFailure();
  }

private:
  LogicalResult fail(const Twine &text) {
    return getOperation().emitError("weft-prune-weights: " + text);
  }

  LogicalResult checkOptions() {
    if (method != "magnitude" && method != "wanda" && method != "sparsegpt")
      return fail("expected method to be magnitude, wanda or sparsegpt, found "
                  "'" +
                  method + "'");
    llvm::Expected<SparsityPattern> parsed =
        SparsityPattern::parse(pattern, sparsity);
    if (!parsed)
      return fail(llvm::toString(parsed.takeError()));
    chosen = *parsed;
    if (llvm::Error error = checkSkip(skip))
      return fail(llvm::toString(std::move(error)));
    return success();
  }

  LogicalResult readStatistics() {
    if (llvm::Error error = readMissing(statistics, known))
      return fail(llvm::toString(std::move(error)));
    if (method != "magnitude" && !known)
      return fail("method " + method + " needs statistics");
    if (method == "sparsegpt" && !known->hasProducts())
      return fail("method sparsegpt needs statistics with products of inputs");
    return success();
  }

  static void reportSimpler(ParameterOp parameter, StringRef method,
                            StringRef why) {
    remark::missed(
        parameter->getLoc(),
        remark::RemarkOpts::name("SimplerPruning").category("compress"))
        << "weight '" << parameter.getSymName() << "' is pruned by " << method
        << ": " << why;
  }

  LogicalResult makePlan(WeightUses &uses, PruningPlan &plan) {
    plan.pattern = chosen;
    if (method == "magnitude")
      return success();
    StringRef name = uses.parameter.getSymName();
    const SiteStatistics *site = known->find(name);
    if (!site) {
      reportSimpler(uses.parameter, "magnitude",
                    "there are no statistics of it");
      return success();
    }
    auto type = cast<RankedTensorType>(uses.parameter.getType());
    int64_t width = type.getDimSize(uses.isTransposed ? 0 : 1);
    if (failed(checkInputs(uses.parameter, *site, static_cast<size_t>(width))))
      return failure();
    plan.importance = site->computeImportance();
    if (method != "sparsegpt")
      return success();
    // Weights that share their inputs come one after the other.
    if (site != lastSite) {
      lastSite = site;
      lastFeedback.reset();
      if (std::optional<ErrorFeedback> feedback =
              site->products.empty()
                  ? std::nullopt
                  : ErrorFeedback::create(site->products, site->getWidth(),
                                          ErrorFeedback::Order::Place))
        lastFeedback = std::make_shared<ErrorFeedback>(std::move(*feedback));
    }
    plan.feedback = lastFeedback;
    if (!plan.feedback)
      reportSimpler(uses.parameter, "wanda",
                    "the products of its inputs are not positive definite");
    return success();
  }

  LogicalResult pruneAll() {
    ParameterTable parameters(getOperation());
    llvm::Regex skipped(skip);
    std::vector<WeightUses> weights;
    double total = 0, done = 0;
    for (WeightUses &uses : findWeightUses(getOperation())) {
      auto type = cast<RankedTensorType>(uses.parameter.getType());
      if (!uses.isLinear()) {
        reportKept(uses.parameter, uses.obstacle);
      } else if (!uses.gathers.empty()) {
        reportKept(uses.parameter, "it is a table, or tied to one");
      } else if (type.getNumElements() == 0 ||
                 (!skip.empty() &&
                  skipped.match(uses.parameter.getSymName()))) {
        reportKept(uses.parameter, "it is to be skipped");
      } else {
        total += static_cast<double>(type.getNumElements());
        weights.push_back(std::move(uses));
      }
    }
    for (WeightUses &uses : weights) {
      if (progress)
        progress(done / total,
                 ("pruning " + uses.parameter.getSymName()).str());
      done += static_cast<double>(
          cast<RankedTensorType>(uses.parameter.getType()).getNumElements());
      PruningPlan plan;
      if (failed(makePlan(uses, plan)) ||
          failed(WeightPruner(parameters, uses, plan).run()))
        return failure();
    }
    return success();
  }

  std::shared_ptr<const Statistics> known;
  CompressProgress progress;
  SparsityPattern chosen;
  const SiteStatistics *lastSite = nullptr;
  std::shared_ptr<const ErrorFeedback> lastFeedback;
};
} // namespace

std::unique_ptr<Pass>
weft::createPruneWeights(PruneWeightsOptions options,
                         std::shared_ptr<const Statistics> statistics,
                         CompressProgress progress) {
  return std::make_unique<PruneWeightsPass>(
      std::move(options), std::move(statistics), std::move(progress));
}
