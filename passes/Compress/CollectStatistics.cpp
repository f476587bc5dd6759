// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes of a model one that gives the statistics of its linear layers' inputs in place of its results.
//
//   weft.func @evaluate(%t: tensor<?xi64>, %past: tensor<?x4xf32> {weft.state = "key"})
//       -> (tensor<?x9xf32> {weft.name = "logits"}, tensor<?x4xf32> {weft.state = "key"}) {
//     %y = weft.contract "mk,nk->mn" %x, %w : (tensor<?x8xf32>, tensor<9x8xf32>) -> tensor<?x9xf32>
//
// becomes
//
//   weft.func @evaluate(%t: tensor<?xi64>, %past: tensor<?x4xf32>) -> (tensor<4x8xf32> {weft.name = "statistics.0", weft.weights = ["w"]}) {
//     rows: sum of x, sum of x * x, largest |x|, and the number of vectors in all of it
//
// with `products` a further result x^T x [8, 8] for each input, and with `vectors` one with every 32nd vector, [?, 8]. States are plain
// arguments, which the caller gives; other functions go, and so does what only they and the former results needed.

#include "passes/Compress/Compress.h"
#include "passes/Compress/EntryFunction.h"
#include "passes/Compress/WeightUses.h"
#include "passes/Simplify/ParameterTable.h"

namespace weft {
#define GEN_PASS_DEF_COLLECTSTATISTICS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

/// Vectors from one that is given to the next.
static constexpr int64_t kVectorStep = 32;

namespace {
/// A value that weights multiply.
struct Site {
  Value input;
  /// The dimension of the input channels.
  int64_t dim;
  SmallVector<Attribute> weights;
};

class SiteStatisticsBuilder {
public:
  SiteStatisticsBuilder(OpBuilder &builder, const Site &site)
      : builder(builder), loc(site.input.getLoc()), dim(site.dim),
        x(site.input) {
    auto type = cast<RankedTensorType>(x.getType());
    if (!type.getElementType().isF32())
      x = CastOp::create(builder, loc, type.clone(builder.getF32Type()), x);
    width = type.getDimSize(dim);
    for (int64_t i = 0; i < type.getRank(); ++i)
      if (i != dim)
        others.push_back(i);
  }

  /// [4, width]
  Value makeSums() {
    Value square = MulOp::create(builder, loc, x, x),
          magnitude = AbsOp::create(builder, loc, x);
    Value rows[] = {asRow(reduce(ReductionKind::sum, x)),
                    asRow(reduce(ReductionKind::sum, square)),
                    asRow(reduce(ReductionKind::max, magnitude)), makeCount()};
    return ConcatOp::create(builder, loc, ValueRange(rows),
                            builder.getI64IntegerAttr(0));
  }

  /// [width, width]
  Value makeProducts() {
    std::string left, right;
    for (int64_t i = 0; i < cast<RankedTensorType>(x.getType()).getRank();
         ++i) {
      left += static_cast<char>('a' + i);
      right += static_cast<char>(i == dim ? 'z' : 'a' + i);
    }
    std::string equation =
        left + "," + right + "->" + static_cast<char>('a' + dim) + "z";
    return ContractOp::create(builder, loc, equation, x, x);
  }

  /// [vectors, width], from the last one backwards: what begins a text is not like the rest.
  Value makeVectors() {
    SmallVector<int64_t> permutation = others;
    permutation.push_back(dim);
    Value moved = TransposeOp::create(builder, loc, x, permutation),
          matrix = ReshapeOp::create(builder, loc, moved, list({-1, width}));
    return SliceOp::create(builder, loc, matrix, list({-1}),
                           list({std::numeric_limits<int64_t>::min()}),
                           list({-kVectorStep}), ArrayRef<int64_t>{0});
  }

private:
  Value reduce(ReductionKind kind, Value value) {
    return ReduceOp::create(builder, loc, kind, value, others);
  }

  Value list(ArrayRef<int64_t> values) {
    return ConstantOp::create(builder, loc, builder.getI64TensorAttr(values));
  }

  Value asRow(Value value) {
    auto type = RankedTensorType::get({1, width}, builder.getF32Type());
    return ReshapeOp::create(builder, loc, type, value, list({1, width}));
  }

  Value makeCount() {
    auto scalar = RankedTensorType::get({}, builder.getI64Type());
    Value count = ConstantOp::create(
        builder, loc, DenseElementsAttr::get(scalar, ArrayRef<int64_t>(1)));
    for (int64_t other : others)
      count = MulOp::create(
          builder, loc, count,
          DimOp::create(builder, loc, x, builder.getI64IntegerAttr(other)));
    Value asFloat = CastOp::create(
        builder, loc, RankedTensorType::get({}, builder.getF32Type()), count);
    return BroadcastOp::create(
        builder, loc, RankedTensorType::get({1, width}, builder.getF32Type()),
        asFloat, list({1, width}));
  }

  OpBuilder &builder;
  Location loc;
  int64_t dim, width = 0;
  Value x;
  SmallVector<int64_t> others;
};

struct CollectStatisticsPass
    : weft::impl::CollectStatisticsBase<CollectStatisticsPass> {
  using Base::Base;

  void runOnOperation() override {
    FuncOp entry = findEntryFunction(getOperation(), function);
    if (!entry) {
      getOperation().emitError("weft-collect-statistics: expected ")
          << (function.empty() ? "a function evaluate or main, or one alone"
                               : "a function '" + function + "'")
          << ", found none";
      return signalPassFailure();
    }
    std::vector<Site> sites = findSites(entry);
    if (sites.empty()) {
      entry.emitError("weft-collect-statistics: no linear layer in @")
          << entry.getName();
      return signalPassFailure();
    }
    isolateEntryFunction(entry);
    returnStatistics(entry, sites);
    ParameterTable(getOperation()).dropUnused();
  }

private:
  std::vector<Site> findSites(FuncOp entry) {
    // By input, its dimension, and the weight that has the site for itself.
    llvm::MapVector<std::tuple<Value, int64_t, Attribute>, Site> sites;
    for (WeightUses &uses : findWeightUses(getOperation())) {
      if (!uses.isLinear())
        continue;
      llvm::SetVector<std::pair<Value, int64_t>> inputs;
      for (ContractOp contract : uses.contractions) {
        // Within control flow a value is not there for the function's end.
        if (contract->getParentOp() != entry.getOperation())
          continue;
        char letter = contract.getRhsDims()[uses.isTransposed ? 0 : 1];
        auto dim = static_cast<int64_t>(contract.getLhsDims().find(letter));
        auto type = cast<RankedTensorType>(contract.getLhs().getType());
        if (!type.isDynamicDim(static_cast<unsigned>(dim)))
          inputs.insert({contract.getLhs(), dim});
      }
      // The statistics of several inputs are added up, but not for the weights
      // beside it that meet only one of them.
      Attribute name = uses.parameter.getSymNameAttr(),
                owner = inputs.size() > 1 ? name : Attribute();
      for (auto [input, dim] : inputs) {
        Site &site = sites[{input, dim, owner}];
        site.input = input;
        site.dim = dim;
        site.weights.push_back(name);
      }
    }
    std::vector<Site> list;
    for (auto &[key, site] : sites)
      list.push_back(std::move(site));
    return list;
  }

  void returnStatistics(FuncOp entry, ArrayRef<Site> sites) {
    OpBuilder builder(entry.getBody().front().getTerminator());
    SmallVector<Value> results;
    SmallVector<DictionaryAttr> attributes;
    auto add = [&](Value value, const Twine &name, const Site &site) {
      results.push_back(value);
      attributes.push_back(builder.getDictionaryAttr(
          {builder.getNamedAttr("weft.name", builder.getStringAttr(name)),
           builder.getNamedAttr(kWeightsAttribute,
                                builder.getArrayAttr(site.weights))}));
    };
    for (auto [number, site] : llvm::enumerate(sites)) {
      SiteStatisticsBuilder statistics(builder, site);
      add(statistics.makeSums(), "statistics." + Twine(number), site);
      if (products)
        add(statistics.makeProducts(), "products." + Twine(number), site);
      if (vectors)
        add(statistics.makeVectors(), "vectors." + Twine(number), site);
    }
    replaceResults(entry, results, attributes);
  }
};
} // namespace
