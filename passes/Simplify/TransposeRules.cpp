// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How ops and transposes commute, one rule for each kind of op.

#include "passes/Simplify/TransposeRules.h"

#include "mlir/IR/Builders.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;

Permutation weft::composePermutations(ArrayRef<int64_t> outer,
                                      ArrayRef<int64_t> inner) {
  return llvm::map_to_vector(outer, [&](int64_t from) { return inner[from]; });
}

Permutation weft::invert(ArrayRef<int64_t> permutation) {
  Permutation inverse(permutation.size());
  for (auto [to, from] : llvm::enumerate(permutation))
    inverse[from] = to;
  return inverse;
}

bool weft::isIdentity(ArrayRef<int64_t> permutation) {
  return llvm::equal(permutation, llvm::seq<int64_t>(0, permutation.size()));
}

bool weft::movesNothing(RankedTensorType type, ArrayRef<int64_t> permutation) {
  int64_t last = -1;
  for (int64_t from : permutation) {
    if (type.getDimSize(from) == 1)
      continue;
    if (from < last)
      return false;
    last = from;
  }
  return true;
}

int64_t weft::computeMoved(RankedTensorType type,
                           ArrayRef<int64_t> permutation) {
  if (movesNothing(type, permutation))
    return 0;
  int64_t count = 1;
  for (int64_t size : type.getShape())
    if (llvm::MulOverflow(count, ShapedType::isDynamic(size) ? 64 : size,
                          count))
      return std::numeric_limits<int64_t>::max() / 8;
  return count;
}

//===----------------------------------------------------------------------===//
// Which operands
//===----------------------------------------------------------------------===//

static bool isWholeTensorQuantization(Operation *op) {
  auto isScalar = [](Value value) {
    return !value || cast<RankedTensorType>(value.getType()).getRank() == 0;
  };
  if (auto quantize = dyn_cast<QuantizeOp>(op))
    return isScalar(quantize.getScale()) && isScalar(quantize.getZeroPoint());
  auto dequantize = cast<DequantizeOp>(op);
  return isScalar(dequantize.getScale()) && isScalar(dequantize.getZeroPoint());
}

SmallVector<unsigned> weft::findTransposableOperands(Operation *op) {
  if (isa<ElementwiseOpInterface, ConcatOp>(op))
    return llvm::to_vector(llvm::seq<unsigned>(0, op->getNumOperands()));
  if (isa<GatherElementsOp>(op))
    return {0, 1};
  if (isa<ScatterElementsOp>(op))
    return {0, 1, 2};
  if (isa<QuantizeOp, DequantizeOp>(op))
    return isWholeTensorQuantization(op) ? SmallVector<unsigned>{0}
                                         : SmallVector<unsigned>{};
  if (isa<SoftmaxOp, CumulativeOp, SortOp, TopKOp, NormalizeOp, SliceOp,
          ReduceOp, ArgReduceOp, PadOp, TileOp, BroadcastOp, GatherOp,
          DropoutOp, ReshapeOp, BatchNormOp>(op))
    return {0};
  return {};
}

bool weft::keepsPermutation(Operation *op) {
  if (auto reduce = dyn_cast<ReduceOp>(op))
    return reduce.getKeepDims();
  if (auto reduce = dyn_cast<ArgReduceOp>(op))
    return reduce.getKeepDims();
  return !findTransposableOperands(op).empty() && !isa<GatherOp, ReshapeOp>(op);
}

//===----------------------------------------------------------------------===//
// Rules
//===----------------------------------------------------------------------===//

namespace {
/// Builds ops with the untransposed operands.
class Commuter {
public:
  Commuter(OpBuilder &builder, Operation *op, ArrayRef<int64_t> permutation,
           ValueRange untransposed)
      : builder(builder), op(op), permutation(permutation),
        untransposed(untransposed) {}

  FailureOr<CommutedOp> run() {
    return llvm::TypeSwitch<Operation *, FailureOr<CommutedOp>>(op)
        .Case<SoftmaxOp, CumulativeOp, SortOp, TopKOp, ConcatOp,
              GatherElementsOp, ScatterElementsOp, BatchNormOp>(
            [&](auto each) { return mapDim(each); })
        .Case<NormalizeOp, SliceOp>([&](auto each) { return mapDims(each); })
        .Case([&](ReduceOp reduce) { return commuteReduce(reduce); })
        .Case([&](ArgReduceOp reduce) { return commuteArgReduce(reduce); })
        .Case([&](PadOp pad) { return permuteLists(pad, {1, 2}); })
        .Case([&](TileOp tile) { return permuteLists(tile, {1}); })
        .Case(
            [&](BroadcastOp broadcast) { return commuteBroadcast(broadcast); })
        .Case([&](GatherOp gather) { return commuteGather(gather); })
        .Case([&](ReshapeOp reshape) { return commuteReshape(reshape); })
        .Default([&](Operation *) {
          return CommutedOp{clone(permutation), Permutation(permutation)};
        });
  }

private:
  /// A copy over the untransposed operands with results that `result` transposes to the old ones.
  Operation *clone(ArrayRef<int64_t> result) {
    Operation *copy = op->clone();
    for (auto [index, value] :
         llvm::zip(findTransposableOperands(op), untransposed))
      copy->setOperand(index, value);
    for (Value each : copy->getResults()) {
      auto type = cast<RankedTensorType>(each.getType());
      // Statistics of batch norm and the like are not transposed with the data.
      if (type.getRank() != static_cast<int64_t>(result.size()))
        continue;
      SmallVector<int64_t> shape(result.size());
      for (auto [to, from] : llvm::enumerate(result))
        shape[from] = type.getDimSize(to);
      each.setType(RankedTensorType::get(shape, type.getElementType()));
    }
    builder.insert(copy);
    return copy;
  }

  SmallVector<int64_t> mapped(ArrayRef<int64_t> dims) {
    return llvm::map_to_vector(dims,
                               [&](int64_t dim) { return permutation[dim]; });
  }

  template <typename OpTy> FailureOr<CommutedOp> mapDim(OpTy each) {
    Operation *copy = clone(permutation);
    cast<OpTy>(copy).setDim(permutation[each.getDim()]);
    return CommutedOp{copy, Permutation(permutation)};
  }

  template <typename OpTy> FailureOr<CommutedOp> mapDims(OpTy each) {
    Operation *copy = clone(permutation);
    cast<OpTy>(copy).setDims(mapped(each.getDims()));
    return CommutedOp{copy, Permutation(permutation)};
  }

  /// The permutation of what is left without `dims` of the transposed tensor.
  Permutation withoutDims(ArrayRef<int64_t> dims) {
    // The rank of each remaining dimension of the source among the remaining ones.
    SmallVector<int64_t> place(permutation.size(), -1);
    SmallVector<int64_t> gone = mapped(dims);
    int64_t next = 0;
    for (size_t i = 0; i < permutation.size(); ++i)
      if (!llvm::is_contained(gone, static_cast<int64_t>(i)))
        place[i] = next++;
    Permutation rest;
    for (auto [to, from] : llvm::enumerate(permutation))
      if (!llvm::is_contained(dims, static_cast<int64_t>(to)))
        rest.push_back(place[from]);
    return rest;
  }

  FailureOr<CommutedOp> commuteReduce(ReduceOp reduce) {
    Permutation result = reduce.getKeepDims() ? Permutation(permutation)
                                              : withoutDims(reduce.getDims());
    Operation *copy = clone(result);
    cast<ReduceOp>(copy).setDims(mapped(reduce.getDims()));
    return CommutedOp{copy, result};
  }

  FailureOr<CommutedOp> commuteArgReduce(ArgReduceOp reduce) {
    auto dim = static_cast<int64_t>(reduce.getDim());
    Permutation result =
        reduce.getKeepDims() ? Permutation(permutation) : withoutDims(dim);
    Operation *copy = clone(result);
    cast<ArgReduceOp>(copy).setDim(permutation[dim]);
    return CommutedOp{copy, result};
  }

  Value permutedList(Value list) {
    SmallVector<int64_t> values = *matchConstantInts(list),
                         permuted(values.size());
    for (auto [to, from] : llvm::enumerate(permutation))
      permuted[from] = values[to];
    return ConstantOp::create(
        builder, op->getLoc(),
        DenseIntElementsAttr::get(cast<RankedTensorType>(list.getType()),
                                  permuted));
  }

  /// Permutes operands that have a number for each dimension.
  FailureOr<CommutedOp> permuteLists(Operation *each,
                                     ArrayRef<unsigned> lists) {
    for (unsigned index : lists) {
      auto values = matchConstantInts(each->getOperand(index));
      if (!values || values->size() != permutation.size())
        return failure();
    }
    SmallVector<Value> permuted =
        llvm::map_to_vector(lists, [&](unsigned index) {
          return permutedList(each->getOperand(index));
        });
    Operation *copy = clone(permutation);
    for (auto [index, list] : llvm::zip(lists, permuted))
      copy->setOperand(index, list);
    return CommutedOp{copy, Permutation(permutation)};
  }

  FailureOr<CommutedOp> commuteBroadcast(BroadcastOp broadcast) {
    if (cast<RankedTensorType>(broadcast.getType()).getRank() !=
        static_cast<int64_t>(permutation.size()))
      return failure();
    return permuteLists(broadcast, {1});
  }

  FailureOr<CommutedOp> commuteGather(GatherOp gather) {
    auto dim = static_cast<int64_t>(gather.getDim()), from = permutation[dim];
    int64_t added =
        cast<RankedTensorType>(gather.getIndices().getType()).getRank();
    Permutation result;
    for (auto [to, source] : llvm::enumerate(permutation)) {
      if (static_cast<int64_t>(to) == dim) {
        for (int64_t i = 0; i < added; ++i)
          result.push_back(from + i);
      } else {
        result.push_back(source < from ? source : source + added - 1);
      }
    }
    Operation *copy = clone(result);
    cast<GatherOp>(copy).setDim(from);
    return CommutedOp{copy, result};
  }

  /// A reshape that only splits and merges neighbours commutes where the transposition keeps the merged ones together:
  /// [a, b, c, d] -> [a, b, c * d].
  FailureOr<CommutedOp> commuteReshape(ReshapeOp reshape);

  OpBuilder &builder;
  Operation *op;
  ArrayRef<int64_t> permutation;
  ValueRange untransposed;
};

/// A run of operand dimensions that a reshape turns into a run of result dimensions with as many elements.
struct ReshapeGroup {
  SmallVector<int64_t> from, to;
};

int64_t multiplyKnown(ArrayRef<int64_t> shape) {
  int64_t product = 1;
  for (int64_t size : shape)
    if (!ShapedType::isDynamic(size) &&
        llvm::MulOverflow(product, size, product))
      return 0;
  return product;
}

/// The trailing dimensions that a reshape from `from` to `to` leaves as they are, which are all known.
size_t countEqualEnd(ArrayRef<int64_t> from, ArrayRef<int64_t> to) {
  size_t count = 0;
  while (count < std::min(from.size(), to.size()) &&
         from.end()[-1 - static_cast<ptrdiff_t>(count)] ==
             to.end()[-1 - static_cast<ptrdiff_t>(count)] &&
         !ShapedType::isDynamic(from.end()[-1 - static_cast<ptrdiff_t>(count)]))
    ++count;
  return count;
}

/// Splits a reshape into the smallest groups; nothing where more than one size is unknown.
std::optional<SmallVector<ReshapeGroup>> splitReshape(ArrayRef<int64_t> from,
                                                      ArrayRef<int64_t> to) {
  if (llvm::count(from, ShapedType::kDynamic) > 1 ||
      llvm::count(from, ShapedType::kDynamic) !=
          llvm::count(to, ShapedType::kDynamic) ||
      llvm::is_contained(from, 0) || llvm::is_contained(to, 0))
    return std::nullopt;
  SmallVector<ReshapeGroup> groups;
  size_t i = 0, j = 0;
  while (i < from.size() || j < to.size()) {
    ReshapeGroup group;
    int64_t left = 1, right = 1;
    auto takeFrom = [&] { group.from.push_back(i), left *= from[i++]; };
    auto takeTo = [&] { group.to.push_back(j), right *= to[j++]; };
    bool isFromOne = i < from.size() && from[i] == 1,
         isToOne = j < to.size() && to[j] == 1;
    if (isFromOne && !isToOne) {
      takeFrom();
    } else if (isToOne && !isFromOne) {
      takeTo();
    } else if (i == from.size() || j == to.size()) {
      return std::nullopt;
    } else if (ShapedType::isDynamic(from[i]) || ShapedType::isDynamic(to[j])) {
      // The unknown sizes are equal where everything behind them is, as everything before is; else they share a group with what differs.
      ArrayRef<int64_t> fromEnd = from.drop_front(i), toEnd = to.drop_front(j);
      size_t equal = countEqualEnd(fromEnd, toEnd);
      bool isSame =
          from[i] == to[j] && multiplyKnown(fromEnd) == multiplyKnown(toEnd);
      size_t fromCount = isSame ? 1 : fromEnd.size() - equal,
             toCount = isSame ? 1 : toEnd.size() - equal;
      if (fromCount == 0 || toCount == 0)
        return std::nullopt;
      while (fromCount-- > 0)
        group.from.push_back(i++);
      while (toCount-- > 0)
        group.to.push_back(j++);
    } else {
      takeFrom(), takeTo();
    }
    while (left != right) {
      bool takesFrom = left < right;
      if (takesFrom ? i == from.size() || ShapedType::isDynamic(from[i])
                    : j == to.size() || ShapedType::isDynamic(to[j]))
        return std::nullopt;
      if (llvm::MulOverflow<int64_t>(takesFrom ? left : right,
                                     takesFrom ? from[i] : to[j],
                                     takesFrom ? left : right))
        return std::nullopt;
      if (takesFrom)
        group.from.push_back(i++);
      else
        group.to.push_back(j++);
    }
    groups.push_back(group);
  }
  return groups;
}

FailureOr<CommutedOp> Commuter::commuteReshape(ReshapeOp reshape) {
  auto type = cast<RankedTensorType>(reshape.getType());
  auto from = cast<RankedTensorType>(reshape.getOperand().getType());
  auto groups = splitReshape(from.getShape(), type.getShape());
  if (!groups)
    return failure();
  // Where each group begins in the source, and that it lies there in one piece; dimensions of 1 may lie anywhere.
  SmallVector<std::pair<int64_t, size_t>> order;
  for (auto [index, group] : llvm::enumerate(*groups)) {
    SmallVector<int64_t> places;
    for (int64_t dim : group.from)
      if (from.getDimSize(dim) != 1)
        places.push_back(permutation[dim]);
    if (places.empty() && !group.from.empty())
      places.push_back(permutation[group.from.front()]);
    for (size_t i = 1; i < places.size(); ++i)
      for (int64_t between = places[i - 1] + 1; between != places[i]; ++between)
        if (between > places[i] ||
            cast<RankedTensorType>(untransposed[0].getType())
                    .getDimSize(between) != 1)
          return failure();
    order.emplace_back(places.empty() ? -1 : places.front(), index);
  }
  llvm::sort(order);
  SmallVector<int64_t> shape;
  Permutation result(type.getRank());
  for (auto [place, index] : order)
    for (int64_t dim : (*groups)[index].to) {
      result[dim] = shape.size();
      shape.push_back(type.getDimSize(dim));
    }
  Value made = reshapeTo(builder, op->getLoc(), untransposed[0], shape);
  return CommutedOp{made.getDefiningOp(), result};
}
} // namespace

Value weft::reshapeTo(OpBuilder &builder, Location loc, Value value,
                      ArrayRef<int64_t> shape) {
  Value list;
  if (ShapedType::isDynamicShape(shape)) {
    SmallVector<int64_t> sizes(shape);
    std::replace(sizes.begin(), sizes.end(), ShapedType::kDynamic, int64_t(-1));
    list = ConstantOp::create(
        builder, loc,
        DenseIntElementsAttr::get(
            RankedTensorType::get(sizes.size(), builder.getI64Type()), sizes));
  }
  auto element = cast<RankedTensorType>(value.getType()).getElementType();
  return ReshapeOp::create(builder, loc, RankedTensorType::get(shape, element),
                           value, list);
}

FailureOr<CommutedOp> weft::commute(OpBuilder &builder, Operation *op,
                                    ArrayRef<int64_t> permutation,
                                    ValueRange untransposed) {
  return Commuter(builder, op, permutation, untransposed).run();
}
