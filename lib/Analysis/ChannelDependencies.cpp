// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In two steps, so that wide models cost little: dimensions that agree position by position become one axis, and only then are positions of
// different axes joined.
//
// A reshape that splits a dimension says of one of its factors only that it follows the whole: heads, or the width of each, can become fewer,
// but not both at once. That factor is the carrier. It is the outermost one, unless an op fixes that.

#include "lib/Analysis/ChannelDependencies.h"
#include "lib/Analysis/ReshapeFactors.h"
#include "llvm/ADT/IntEqClasses.h"
#include "llvm/ADT/TypeSwitch.h"

#include <map>
#include <numeric>

using namespace mlir;
using namespace weft;

/// Of all axes together: more than any model has, and little memory.
static constexpr int64_t kMostPositions = int64_t(1) << 26;

static RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

namespace {
/// Position p of `whole` from `first` on, as many as `count` says, goes with position (p - first) / inner % (size of part) of `part`.
struct Relation {
  unsigned whole, part;
  int64_t first, count, inner;
};

/// A reshape's split of a dimension.
struct Split {
  unsigned whole;
  SmallVector<unsigned, 4> factors;
  size_t carrier = 0;
};

/// Reads what ops say of dimensions.
class DimensionReader {
public:
  explicit DimensionReader(ModuleOp module,
                           function_ref<bool(ParameterOp)> isFixed)
      : module(module), isFixed(isFixed) {}

  void read();

  /// Number of a dimension; kNone for one that is dynamic or of size 1.
  static constexpr unsigned kNone = ~0u;
  unsigned find(Value value, int64_t dim) {
    return add(values, std::pair(value, static_cast<unsigned>(dim)),
               typeOf(value).getDimSize(static_cast<unsigned>(dim)));
  }

  llvm::DenseMap<std::pair<Value, unsigned>, unsigned> values;
  std::vector<int64_t> sizes;
  std::vector<std::pair<unsigned, unsigned>> equal;
  std::vector<Relation> relations;
  std::vector<Split> splits;
  std::vector<unsigned> fixed, parallel;

private:
  template <typename Map, typename Key>
  unsigned add(Map &map, Key key, int64_t size) {
    // A size beyond all bounds is as good as unknown.
    if (ShapedType::isDynamic(size) || size <= 1 || size > kMostPositions)
      return kNone;
    auto [entry, isNew] =
        map.try_emplace(key, static_cast<unsigned>(sizes.size()));
    if (isNew)
      sizes.push_back(size);
    return entry->second;
  }

  /// A dimension that no tensor has.
  unsigned addHidden(int64_t size) {
    sizes.push_back(size);
    return static_cast<unsigned>(sizes.size()) - 1;
  }

  void fix(unsigned dim) {
    if (dim != kNone)
      fixed.push_back(dim);
  }
  void fix(Value value, int64_t dim) { fix(find(value, dim)); }
  void fixAll(Value value) {
    if (auto type = dyn_cast<RankedTensorType>(value.getType()))
      for (int64_t i = 0; i < type.getRank(); ++i)
        fix(value, i);
  }
  void fixAll(ValueRange range) {
    for (Value value : range)
      fixAll(value);
  }

  /// Both dimensions are one. If their sizes are not known to be equal, or one is dynamic, none can change.
  void tie(unsigned a, unsigned b) {
    if (a == b)
      return;
    if (a == kNone || b == kNone || sizes[a] != sizes[b]) {
      fix(a);
      fix(b);
      return;
    }
    equal.push_back({a, b});
  }
  void tie(Value a, int64_t i, Value b, int64_t j) {
    tie(find(a, i), find(b, j));
  }
  /// Dimensions with the same number.
  void tieAll(Value a, Value b, ArrayRef<int64_t> without = {}) {
    for (int64_t i = 0; i < typeOf(a).getRank(); ++i)
      if (!llvm::is_contained(without, i))
        tie(a, i, b, i);
  }
  void relate(unsigned whole, unsigned part, int64_t first, int64_t count,
              int64_t inner) {
    if (whole == kNone || part == kNone) {
      fix(whole);
      fix(part);
      return;
    }
    relations.push_back({whole, part, first, count, inner});
  }

  void tieParameters();
  void tieStates(FuncOp function);
  void tieState(Attribute name, Value value);

  void visit(Operation *op);
  void visitElementwise(Operation *op);
  void visitContract(ContractOp op);
  void visitConv(ConvOp op);
  void visitAttention(AttentionOp op);
  void visitReshape(ReshapeOp op);
  void visitBroadcast(BroadcastOp op);
  void visitSlice(SliceOp op);
  void visitConcat(ConcatOp op);
  void visitGather(GatherOp op);
  void visitReduce(ReduceOp op);
  void visitPad(PadOp op);
  void visitShape(ShapeOp op);
  void visitBatchNorm(BatchNormOp op);
  /// An op with one operand that looks along some dimensions.
  void visitAlong(Value operand, Value result, ArrayRef<int64_t> dims) {
    tieAll(operand, result, dims);
    for (int64_t dim : dims) {
      fix(operand, dim);
      fix(result, dim);
    }
  }
  /// Windows over all dimensions but the first and the last.
  void visitWindows(Value operand, Value result) {
    int64_t rank = typeOf(operand).getRank();
    SmallVector<int64_t> spatial;
    for (int64_t i = 1; i + 1 < rank; ++i)
      spatial.push_back(i);
    visitAlong(operand, result, spatial);
  }

  ModuleOp module;
  function_ref<bool(ParameterOp)> isFixed;
  std::map<std::pair<std::string, unsigned>, unsigned> states;
};
} // namespace

void DimensionReader::visitElementwise(Operation *op) {
  Value result = op->getResult(0);
  int64_t rank = typeOf(result).getRank();
  for (Value operand : op->getOperands()) {
    RankedTensorType type = typeOf(operand);
    for (int64_t i = 0; i < type.getRank(); ++i)
      // A size of 1 is repeated, however often.
      if (type.getDimSize(i) != 1)
        tie(operand, i, result, rank - type.getRank() + i);
  }
}

void DimensionReader::visitContract(ContractOp op) {
  llvm::SmallDenseMap<char, unsigned> letters;
  std::pair<StringRef, Value> terms[] = {{op.getLhsDims(), op.getLhs()},
                                         {op.getRhsDims(), op.getRhs()},
                                         {op.getResultDims(), op.getResult()}};
  for (auto [dims, value] : terms)
    for (auto [i, letter] : llvm::enumerate(dims)) {
      unsigned dim = find(value, static_cast<int64_t>(i));
      auto [entry, isNew] = letters.try_emplace(letter, dim);
      if (!isNew)
        tie(entry->second, dim);
    }
  for (char letter : op.getResultDims())
    if (op.getLhsDims().contains(letter) && op.getRhsDims().contains(letter))
      if (unsigned dim = letters.lookup(letter); dim != kNone)
        parallel.push_back(dim);
}

void DimensionReader::visitConv(ConvOp op) {
  Value input = op.getInput(), filter = op.getFilter(), result = op.getResult();
  int64_t last = typeOf(input).getRank() - 1;
  for (int64_t i = 1; i < last; ++i) {
    fix(input, i);
    fix(filter, i - 1);
    fix(result, i);
  }
  tie(input, 0, result, 0);
  tie(filter, last, result, last);
  auto groups = static_cast<int64_t>(op.getGroups());
  if (groups == 1)
    return tie(input, last, filter, last - 1);
  // Groups go as a whole.
  fix(filter, last - 1);
  unsigned group = addHidden(groups);
  for (Value value : {input, result}) {
    int64_t size = typeOf(value).getDimSize(last);
    if (ShapedType::isDynamic(size))
      fix(group);
    else
      relate(find(value, last), group, 0, size, size / groups);
  }
}

void DimensionReader::visitAttention(AttentionOp op) {
  Value query = op.getQuery(), key = op.getKey(), value = op.getValue(),
        result = op.getResult();
  SmallVector<Value> keys{key}, all{value};
  for (Value each : {op.getPastKey(), op.getPresentKey()})
    if (each)
      keys.push_back(each);
  for (Value each : {op.getPastValue(), op.getPresentValue()})
    if (each)
      all.push_back(each);
  for (Value each : keys)
    tie(each, 3, query, 3);
  for (Value each : all)
    tie(each, 3, result, 3);
  llvm::append_range(all, keys);
  for (Value each : all) {
    tie(each, 0, query, 0);
    tie(each, 1, key, 1);
    fix(each, 2);
  }
  tieAll(query, result, {3});
  // A mask has a row for each query.
  fix(query, 2);
  int64_t heads = typeOf(query).getDimSize(1),
          keyHeads = typeOf(key).getDimSize(1);
  if (ShapedType::isDynamic(heads) || ShapedType::isDynamic(keyHeads) ||
      keyHeads == 1) {
    // One head of keys for all: each head of queries is free.
    fix(key, 1);
  } else {
    relate(find(query, 1), find(key, 1), 0, heads, heads / keyHeads);
  }
  for (Value each : {query, key})
    if (unsigned dim = find(each, 1); dim != kNone)
      parallel.push_back(dim);
  if (Value mask = op.getMask()) {
    RankedTensorType type = typeOf(mask);
    for (int64_t i = 0; i < type.getRank(); ++i)
      if (int64_t at = 4 - type.getRank() + i; type.getDimSize(i) != 1)
        at == 1 ? tie(mask, i, query, 1) : fix(mask, i);
  }
}

void DimensionReader::visitReshape(ReshapeOp op) {
  Value operand = op.getOperand(), result = op.getResult();
  for (const ReshapeFactors &part : findReshapeFactors(
           typeOf(operand).getShape(), typeOf(result).getShape())) {
    SmallVector<unsigned, 4> left, right;
    for (unsigned dim : part.operandDims)
      left.push_back(find(operand, dim));
    for (unsigned dim : part.resultDims)
      right.push_back(find(result, dim));
    if (left.size() == 1 && right.size() == 1) {
      tie(left[0], right[0]);
      continue;
    }
    bool isSplit = left.size() == 1, isMerge = right.size() == 1;
    if ((!isSplit && !isMerge) || llvm::is_contained(left, kNone) ||
        llvm::is_contained(right, kNone)) {
      for (unsigned dim : llvm::concat<unsigned>(left, right))
        fix(dim);
      continue;
    }
    splits.push_back({isSplit ? left[0] : right[0], isSplit ? right : left});
  }
}

void DimensionReader::visitBroadcast(BroadcastOp op) {
  RankedTensorType type = typeOf(op.getOperand());
  int64_t shift = typeOf(op.getResult()).getRank() - type.getRank();
  for (int64_t i = 0; i < type.getRank(); ++i)
    if (type.getDimSize(i) != 1)
      tie(op.getOperand(), i, op.getResult(), i + shift);
}

void DimensionReader::visitSlice(SliceOp op) {
  Value operand = op.getOperand(), result = op.getResult();
  tieAll(operand, result, op.getDims());
  auto starts = matchConstantInts(op.getStarts()),
       steps = matchConstantInts(op.getSteps());
  bool isKnown = starts && steps && matchConstantInts(op.getEnds());
  for (auto [i, dim] : llvm::enumerate(op.getDims())) {
    int64_t size = typeOf(operand).getDimSize(dim),
            count = typeOf(result).getDimSize(dim);
    if (!isKnown || (*steps)[i] != 1 || ShapedType::isDynamic(size) ||
        ShapedType::isDynamic(count)) {
      fix(operand, dim);
      fix(result, dim);
      continue;
    }
    int64_t start = (*starts)[i] < 0 ? (*starts)[i] + size : (*starts)[i];
    start = std::clamp<int64_t>(start, 0, size - count);
    if (count == 1)
      // The one position that is taken stays.
      fix(operand, dim);
    else
      relate(find(operand, dim), find(result, dim), start, count, 1);
  }
}

void DimensionReader::visitConcat(ConcatOp op) {
  Value result = op.getResult();
  auto dim = static_cast<int64_t>(op.getDim());
  bool isKnown = !typeOf(result).isDynamicDim(dim);
  int64_t first = 0;
  for (Value operand : op.getOperands()) {
    tieAll(operand, result, {dim});
    int64_t size = typeOf(operand).getDimSize(dim);
    // A single position, or one of unknown number, cannot go.
    if (!isKnown || ShapedType::isDynamic(size) || size <= 1) {
      fix(operand, dim);
      fix(result, dim);
    } else {
      relate(find(result, dim), find(operand, dim), first, size, 1);
    }
    first += size;
  }
}

void DimensionReader::visitGather(GatherOp op) {
  Value data = op.getData(), indices = op.getIndices(), result = op.getResult();
  auto dim = static_cast<int64_t>(op.getDim());
  int64_t inserted = typeOf(indices).getRank();
  fix(data, dim);
  for (int64_t i = 0; i < typeOf(data).getRank(); ++i)
    if (i != dim)
      tie(data, i, result, i < dim ? i : i - 1 + inserted);
  for (int64_t i = 0; i < inserted; ++i)
    tie(indices, i, result, dim + i);
}

void DimensionReader::visitReduce(ReduceOp op) {
  Value operand = op.getOperand(), result = op.getResult();
  int64_t at = 0;
  for (int64_t i = 0; i < typeOf(operand).getRank(); ++i) {
    bool isReduced = llvm::is_contained(op.getDims(), i);
    if (isReduced)
      fix(operand, i);
    else
      tie(operand, i, result, at);
    at += !isReduced || op.getKeepDims();
  }
}

void DimensionReader::visitPad(PadOp op) {
  auto low = matchConstantInts(op.getLow()),
       high = matchConstantInts(op.getHigh());
  Value operand = op.getOperand(), result = op.getResult();
  for (int64_t i = 0; i < typeOf(operand).getRank(); ++i) {
    auto at = static_cast<size_t>(i);
    if (low && high && (*low)[at] == 0 && (*high)[at] == 0) {
      tie(operand, i, result, i);
    } else {
      fix(operand, i);
      fix(result, i);
    }
  }
}

/// Only the sizes that something looks at have to stay.
void DimensionReader::visitShape(ShapeOp op) {
  Value operand = op.getOperand();
  fixAll(op.getResult());
  for (Operation *user : op.getResult().getUsers()) {
    auto slice = dyn_cast<SliceOp>(user);
    auto starts = slice ? matchConstantInts(slice.getStarts()) : std::nullopt,
         ends = slice ? matchConstantInts(slice.getEnds()) : std::nullopt,
         steps = slice ? matchConstantInts(slice.getSteps()) : std::nullopt;
    int64_t rank = typeOf(operand).getRank();
    if (!starts || !ends || !steps || starts->size() != 1 || (*steps)[0] != 1 ||
        (*starts)[0] < 0 || (*ends)[0] < 0)
      return fixAll(operand);
    for (int64_t i = (*starts)[0]; i < std::min((*ends)[0], rank); ++i)
      fix(operand, i);
  }
}

void DimensionReader::visitBatchNorm(BatchNormOp op) {
  if (op.getTraining()) {
    fixAll(op->getOperands());
    fixAll(op->getResults());
    return;
  }
  tieAll(op.getOperand(), op.getResult());
  for (Value each :
       {op.getScale(), op.getOffset(), op.getMean(), op.getVariance()})
    tie(each, 0, op.getOperand(), static_cast<int64_t>(op.getDim()));
}

void DimensionReader::visit(Operation *op) {
  llvm::TypeSwitch<Operation *>(op)
      .Case([&](ContractOp each) { visitContract(each); })
      .Case([&](ConvOp each) { visitConv(each); })
      .Case([&](AttentionOp each) { visitAttention(each); })
      .Case([&](ReshapeOp each) { visitReshape(each); })
      .Case([&](BroadcastOp each) { visitBroadcast(each); })
      .Case([&](SliceOp each) { visitSlice(each); })
      .Case([&](ConcatOp each) { visitConcat(each); })
      .Case([&](GatherOp each) { visitGather(each); })
      .Case([&](ReduceOp each) { visitReduce(each); })
      .Case([&](PadOp each) { visitPad(each); })
      .Case([&](ShapeOp each) { visitShape(each); })
      .Case([&](BatchNormOp each) { visitBatchNorm(each); })
      .Case(
          [&](DropoutOp each) { tieAll(each.getOperand(), each.getResult()); })
      .Case([&](TransposeOp each) {
        for (auto [i, from] : llvm::enumerate(each.getPermutation()))
          tie(each.getOperand(), from, each.getResult(),
              static_cast<int64_t>(i));
      })
      .Case([&](ReduceWindowOp each) {
        visitWindows(each.getInput(), each.getResult());
      })
      .Case([&](ResizeOp each) {
        visitAlong(each.getOperand(), each.getResult(), each.getDims());
      })
      .Case([&](NormalizeOp each) {
        visitAlong(each.getOperand(), each.getResult(), each.getDims());
      })
      .Case<SoftmaxOp, CumulativeOp>([&](auto each) {
        visitAlong(each.getOperand(), each.getResult(),
                   {static_cast<int64_t>(each.getDim())});
      })
      .Case([&](DimOp each) {
        fix(each.getOperand(), static_cast<int64_t>(each.getDim()));
      })
      // What they make is tied by what reads it.
      .Case<GetOp, ConstantOp, FuncOp, ReturnOp>([](auto) {})
      .Default([&](Operation *each) {
        if (isa<ElementwiseOpInterface>(each) && each->getNumResults() == 1)
          return visitElementwise(each);
        fixAll(each->getOperands());
        fixAll(each->getResults());
      });
  for (Region &region : op->getRegions())
    for (Block &block : region)
      if (!isa<FuncOp>(op))
        fixAll(block.getArguments());
}

void DimensionReader::tieParameters() {
  // A weight has one shape wherever it is read. Vectors, such as a bias that happens to equal another, may be told apart.
  llvm::DenseMap<StringAttr, GetOp> first;
  SymbolTable symbols(module);
  module.walk([&](GetOp get) {
    auto parameter =
        symbols.lookup<ParameterOp>(get.getParameterAttr().getAttr());
    RankedTensorType type = typeOf(get.getResult());
    if (!parameter || isFixed(parameter) ||
        type.getElementTypeBitWidth() % 8 != 0)
      fixAll(get.getResult());
    auto [entry, isNew] =
        first.try_emplace(get.getParameterAttr().getAttr(), get);
    if (!isNew && type.getRank() > 1)
      tieAll(entry->second.getResult(), get.getResult());
  });
}

void DimensionReader::tieState(Attribute name, Value value) {
  auto text = dyn_cast_or_null<StringAttr>(name);
  if (!text)
    return fixAll(value);
  for (int64_t i = 0; i < typeOf(value).getRank(); ++i) {
    unsigned dim = find(value, i);
    auto [entry, isNew] =
        states.try_emplace({text.str(), static_cast<unsigned>(i)}, dim);
    if (!isNew)
      tie(entry->second, dim);
  }
}

void DimensionReader::tieStates(FuncOp function) {
  if (function.isExternal())
    return;
  Block &body = function.getBody().front();
  for (BlockArgument argument : body.getArguments())
    tieState(function.getArgAttr(argument.getArgNumber(), "weft.state"),
             argument);
  for (auto [i, value] : llvm::enumerate(body.getTerminator()->getOperands()))
    tieState(function.getResultAttr(static_cast<unsigned>(i), "weft.state"),
             value);
}

void DimensionReader::read() {
  tieParameters();
  for (FuncOp function : module.getOps<FuncOp>())
    tieStates(function);
  module.walk([&](Operation *op) {
    if (!isa<ModuleOp, ParameterOp>(op))
      visit(op);
  });
}

namespace {
/// Joins positions of axes.
class PositionGraph {
public:
  PositionGraph(const DimensionReader &reader, ArrayRef<int64_t> sizes,
                llvm::IntEqClasses &axisOf)
      : reader(reader), axisOf(axisOf), first(sizes.size() + 1) {
    for (auto [axis, size] : llvm::enumerate(sizes))
      first[axis + 1] = first[axis] + static_cast<unsigned>(size);
  }

  /// Joins all for the carriers that splits have; returns which positions are fixed without regard to the factors that carry nothing.
  void join(ArrayRef<Split> splits);

  unsigned getPosition(unsigned axis, int64_t position) const {
    return first[axis] + static_cast<unsigned>(position);
  }
  int64_t getSize(unsigned axis) const { return first[axis + 1] - first[axis]; }
  unsigned channelOf(unsigned axis, int64_t position) const {
    return classes[getPosition(axis, position)];
  }
  bool isFixed(unsigned channel) const { return fixedChannels[channel]; }
  unsigned getNumChannels() const { return classes.getNumClasses(); }

  void fixAxis(unsigned axis) {
    for (int64_t i = 0; i < getSize(axis); ++i)
      fixedChannels[channelOf(axis, i)] = true;
  }
  bool isAxisFixed(unsigned axis) const {
    for (int64_t i = 0; i < getSize(axis); ++i)
      if (!isFixed(channelOf(axis, i)))
        return false;
    return true;
  }

private:
  void relate(const Relation &relation);

  const DimensionReader &reader;
  llvm::IntEqClasses &axisOf;
  /// Number of each axis' first position.
  std::vector<unsigned> first;
  llvm::IntEqClasses classes;
  std::vector<bool> fixedChannels;
};
} // namespace

void PositionGraph::relate(const Relation &relation) {
  unsigned whole = axisOf[relation.whole], part = axisOf[relation.part];
  int64_t size = getSize(part);
  for (int64_t i = 0; i < relation.count; ++i)
    classes.join(getPosition(whole, relation.first + i),
                 getPosition(part, i / relation.inner % size));
}

void PositionGraph::join(ArrayRef<Split> splits) {
  classes = llvm::IntEqClasses(first.back());
  for (const Relation &relation : reader.relations)
    relate(relation);
  for (const Split &split : splits) {
    int64_t inner = 1;
    for (size_t i = split.carrier + 1; i < split.factors.size(); ++i)
      inner *= reader.sizes[split.factors[i]];
    relate({split.whole, split.factors[split.carrier], 0,
            reader.sizes[split.whole], inner});
  }
  classes.compress();
  fixedChannels.assign(classes.getNumClasses(), false);
  for (unsigned dim : reader.fixed)
    fixAxis(axisOf[dim]);
}

ChannelDependencies::ChannelDependencies(
    ModuleOp module, function_ref<bool(ParameterOp)> isFixed) {
  DimensionReader reader(module, isFixed);
  reader.read();
  llvm::IntEqClasses axisOf(static_cast<unsigned>(reader.sizes.size()));
  for (auto [a, b] : reader.equal)
    axisOf.join(a, b);
  axisOf.compress();
  std::vector<int64_t> axisSizes(axisOf.getNumClasses());
  for (auto [dim, size] : llvm::enumerate(reader.sizes))
    axisSizes[axisOf[static_cast<unsigned>(dim)]] = size;
  if (std::accumulate(axisSizes.begin(), axisSizes.end(), int64_t(0)) >
      kMostPositions)
    return;
  PositionGraph graph(reader, axisSizes, axisOf);
  // A carrier that something fixes gives way to the next factor.
  std::vector<Split> splits = reader.splits;
  for (bool hasChanged = true; hasChanged;) {
    graph.join(splits);
    hasChanged = false;
    for (Split &split : splits)
      if (split.carrier + 1 < split.factors.size() &&
          graph.isAxisFixed(axisOf[split.factors[split.carrier]])) {
        ++split.carrier;
        hasChanged = true;
      }
  }
  for (const Split &split : splits)
    for (auto [i, factor] : llvm::enumerate(split.factors))
      if (i != split.carrier)
        graph.fixAxis(axisOf[factor]);

  for (auto [place, dim] : reader.values)
    axes[place] = axisOf[dim];
  std::vector<SmallVector<ChannelPlace, 4>> channels(graph.getNumChannels());
  for (unsigned axis = 0; axis < axisOf.getNumClasses(); ++axis) {
    sizes.push_back(graph.getSize(axis));
    for (int64_t i = 0; i < sizes.back(); ++i)
      if (unsigned channel = graph.channelOf(axis, i); !graph.isFixed(channel))
        channels[channel].push_back({axis, i});
  }
  std::vector<bool> isParallel(sizes.size());
  for (unsigned dim : reader.parallel)
    isParallel[axisOf[dim]] = true;
  std::map<std::vector<std::pair<unsigned, unsigned>>, size_t> known;
  for (auto &places : channels) {
    if (places.empty())
      continue;
    std::vector<std::pair<unsigned, unsigned>> covered;
    for (ChannelPlace place : places) {
      if (covered.empty() || covered.back().first != place.axis)
        covered.push_back({place.axis, 0});
      ++covered.back().second;
    }
    auto [entry, isNew] = known.try_emplace(covered, groups.size());
    if (isNew) {
      groups.emplace_back();
      for (auto [axis, count] : covered)
        groups.back().isParallel |= isParallel[axis];
    }
    groups[entry->second].channels.push_back(std::move(places));
  }
}

std::optional<unsigned> ChannelDependencies::findAxis(Value value,
                                                      int64_t dim) const {
  auto entry = axes.find({value, static_cast<unsigned>(dim)});
  return entry == axes.end() ? std::nullopt : std::optional(entry->second);
}
