// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where an unknown size comes from.

#include "lib/Analysis/SizeOrigin.h"

#include "dialects/Weft/WeftOps.h"

using namespace mlir;
using namespace weft;

/// How many ops one behind the other are looked through.
static constexpr unsigned kDepth = 64;
/// How deep the operands of one op are compared.
static constexpr unsigned kJoinDepth = 4;

static RankedTensorType tensorType(Value value) {
  return cast<RankedTensorType>(value.getType());
}

/// The first argument with a dimension of the same name.
static SizeOrigin findNamedArgument(BlockArgument argument, int64_t dim) {
  SizeOrigin self{argument, dim};
  auto function = dyn_cast<FuncOp>(argument.getOwner()->getParentOp());
  auto nameOf = [&](unsigned index, int64_t at) -> StringAttr {
    auto names = function.getArgAttrOfType<ArrayAttr>(index, "weft.dims");
    return names && at < static_cast<int64_t>(names.size())
               ? dyn_cast<StringAttr>(names[at])
               : StringAttr();
  };
  StringAttr name =
      function ? nameOf(argument.getArgNumber(), dim) : StringAttr();
  if (!name || name.empty())
    return self;
  for (BlockArgument other : function.getArguments())
    for (int64_t at = 0; at < tensorType(other).getRank(); ++at)
      if (nameOf(other.getArgNumber(), at) == name)
        return {other, at};
  return self;
}

static SizeOrigin findOrigin(Value tensor, int64_t dim, unsigned joinDepth);

/// One step from the result of `op` towards the origin.
static std::optional<SizeOrigin>
findOperandSize(Operation *op, Value result, int64_t dim, unsigned joinDepth) {
  if (isa<SoftmaxOp, NormalizeOp, CumulativeOp, DropoutOp, BatchNormOp, SortOp>(
          op) ||
      (isa<ElementwiseOpInterface>(op) && op->getNumOperands() == 1))
    return SizeOrigin{op->getOperand(0), dim};
  if (auto transpose = dyn_cast<TransposeOp>(op))
    return SizeOrigin{transpose.getOperand(), transpose.getPermutation()[dim]};
  if (auto slice = dyn_cast<SliceOp>(op);
      slice && !llvm::is_contained(slice.getDims(), dim))
    return SizeOrigin{slice.getOperand(), dim};
  if (auto concat = dyn_cast<ConcatOp>(op);
      concat && static_cast<int64_t>(concat.getDim()) != dim)
    return SizeOrigin{concat.getOperand(0), dim};
  if (auto reduce = dyn_cast<ReduceOp>(op);
      reduce && reduce.getKeepDims() &&
      !llvm::is_contained(reduce.getDims(), dim))
    return SizeOrigin{reduce.getOperand(), dim};
  if (auto attention = dyn_cast<AttentionOp>(op);
      attention && result == attention.getResult() && dim < 3)
    return SizeOrigin{attention.getQuery(), dim};
  if (auto gather = dyn_cast<GatherOp>(op)) {
    int64_t first = gather.getDim(),
            added = tensorType(gather.getIndices()).getRank();
    if (dim < first)
      return SizeOrigin{gather.getData(), dim};
    if (dim < first + added)
      return SizeOrigin{gather.getIndices(), dim - first};
    return SizeOrigin{gather.getData(), dim - added + 1};
  }
  if (auto contract = dyn_cast<ContractOp>(op)) {
    char letter = contract.getResultDims()[dim];
    if (size_t at = contract.getLhsDims().find(letter); at != StringRef::npos)
      return SizeOrigin{contract.getLhs(), static_cast<int64_t>(at)};
    return SizeOrigin{contract.getRhs(),
                      static_cast<int64_t>(contract.getRhsDims().find(letter))};
  }
  if (auto reshape = dyn_cast<ReshapeOp>(op)) {
    // An unknown size beside equal products of known ones is the operand's only one.
    RankedTensorType from = tensorType(reshape.getOperand()),
                     to = tensorType(result);
    if (!to.isDynamicDim(dim) ||
        llvm::count(from.getShape(), ShapedType::kDynamic) != 1 ||
        llvm::count(to.getShape(), ShapedType::kDynamic) != 1)
      return std::nullopt;
    auto product = [](RankedTensorType type) {
      int64_t known = 1;
      for (int64_t size : type.getShape())
        known *= ShapedType::isDynamic(size) ? 1 : size;
      return known;
    };
    if (product(from) != product(to) || product(to) == 0)
      return std::nullopt;
    return SizeOrigin{reshape.getOperand(),
                      llvm::find(from.getShape(), ShapedType::kDynamic) -
                          from.getShape().begin()};
  }
  if (isa<ElementwiseOpInterface>(op) && joinDepth > 0) {
    // The one operand that is not repeated, or several of one origin.
    std::optional<SizeOrigin> joined;
    int64_t rank = tensorType(result).getRank();
    for (Value operand : op->getOperands()) {
      int64_t at = dim - (rank - tensorType(operand).getRank());
      if (at < 0 || tensorType(operand).getDimSize(at) == 1)
        continue;
      SizeOrigin origin = findOrigin(operand, at, joinDepth - 1);
      if (joined && !(*joined == origin))
        return std::nullopt;
      joined = origin;
    }
    return joined;
  }
  return std::nullopt;
}

static SizeOrigin findOrigin(Value tensor, int64_t dim, unsigned joinDepth) {
  SizeOrigin origin{tensor, dim};
  for (unsigned step = 0; step < kDepth; ++step) {
    if (auto argument = dyn_cast<BlockArgument>(origin.tensor))
      return findNamedArgument(argument, origin.dim);
    auto next = findOperandSize(origin.tensor.getDefiningOp(), origin.tensor,
                                origin.dim, joinDepth);
    if (!next)
      break;
    origin = *next;
  }
  return origin;
}

SizeOrigin weft::findSizeOrigin(Value tensor, int64_t dim) {
  return findOrigin(tensor, dim, kJoinDepth);
}

std::optional<SizeOrigin> weft::findListedSize(Value list, int64_t index) {
  for (unsigned step = 0; step < kDepth; ++step) {
    Operation *op = list.getDefiningOp();
    if (auto dim = dyn_cast_if_present<DimOp>(op))
      return findSizeOrigin(dim.getOperand(), dim.getDim());
    if (auto shape = dyn_cast_if_present<ShapeOp>(op))
      return findSizeOrigin(shape.getOperand(), index);
    if (auto reshape = dyn_cast_if_present<ReshapeOp>(op)) {
      list = reshape.getOperand();
      continue;
    }
    auto concat = dyn_cast_if_present<ConcatOp>(op);
    if (!concat)
      return std::nullopt;
    Value part;
    for (Value operand : concat.getOperands()) {
      if (!tensorType(operand).hasStaticShape())
        return std::nullopt;
      int64_t count = tensorType(operand).getNumElements();
      if (index < count) {
        part = operand;
        break;
      }
      index -= count;
    }
    if (!part)
      return std::nullopt;
    list = part;
  }
  return std::nullopt;
}
