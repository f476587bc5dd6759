// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One rule an op; an op without a rule is an origin.

#include "lib/Analysis/SymbolicDims.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;

using Origin = SymbolicDims::Origin;

static Origin number(int64_t value) {
  return {Value(), Attribute(), value, false};
}

bool SymbolicDims::haveSameShape(Value lhs, Value rhs) {
  auto l = cast<RankedTensorType>(lhs.getType()),
       r = cast<RankedTensorType>(rhs.getType());
  if (l.getRank() != r.getRank())
    return false;
  for (int64_t i = 0; i < l.getRank(); ++i)
    if (!areEqual(lhs, i, rhs, i))
      return false;
  return true;
}

std::string SymbolicDims::getName(Value tensor, int64_t dim) {
  Origin origin = resolve(tensor, dim);
  if (origin.isNumber())
    return "";
  if (origin.name)
    return cast<StringAttr>(origin.name).str();
  int64_t id = numbers.try_emplace(origin.value, numbers.size()).first->second;
  return (origin.isElement ? "e" : "d") + std::to_string(id) + "." +
         std::to_string(origin.index);
}

Origin SymbolicDims::resolve(Value tensor, int64_t dim, int depth) {
  auto type = cast<RankedTensorType>(tensor.getType());
  if (!type.isDynamicDim(dim))
    return number(type.getDimSize(dim));
  if (auto it = origins.find({tensor, dim}); it != origins.end())
    return it->second;
  Origin origin = depth == 0 ? Origin{tensor, Attribute(), dim, false}
                             : resolveUncached(tensor, dim, depth);
  origins[{tensor, dim}] = origin;
  return origin;
}

/// The origin of a dimension of a value that is an argument of a function.
static Origin resolveArgument(BlockArgument argument, int64_t dim) {
  if (auto func = dyn_cast<FuncOp>(argument.getOwner()->getParentOp()))
    if (auto names = func.getArgAttrOfType<ArrayAttr>(argument.getArgNumber(),
                                                      "weft.dims"))
      if (auto name = cast<StringAttr>(names[dim]); !name.empty())
        return {Value(), name, 0, false};
  return {argument, Attribute(), dim, false};
}

Origin SymbolicDims::resolveUncached(Value tensor, int64_t dim, int depth) {
  if (auto argument = dyn_cast<BlockArgument>(tensor)) {
    if (isa<LoopOp>(argument.getOwner()->getParentOp()) &&
        argument.getArgNumber() > 0)
      return resolveCarried(argument, dim, depth);
    return resolveArgument(argument, dim);
  }
  Operation *op = tensor.getDefiningOp();
  Origin self{tensor, Attribute(), dim, false};
  auto same = [&](Value operand) { return resolve(operand, dim, depth - 1); };
  if (isa<ElementwiseOpInterface>(op)) {
    // The one origin of all operands that are not repeated along the dimension.
    int64_t rank = cast<RankedTensorType>(tensor.getType()).getRank();
    std::optional<Origin> joined;
    for (Value operand : op->getOperands()) {
      int64_t at =
          dim - (rank - cast<RankedTensorType>(operand.getType()).getRank());
      if (at < 0)
        continue;
      Origin origin = resolve(operand, at, depth - 1);
      if (origin == number(1))
        continue;
      if (joined && !(*joined == origin))
        return self;
      joined = origin;
    }
    return joined.value_or(self);
  }
  return llvm::TypeSwitch<Operation *, Origin>(op)
      .Case<SoftmaxOp, NormalizeOp, CumulativeOp, DropoutOp, ScatterElementsOp,
            ScatterNdOp, QuantizeOp, DequantizeOp, BatchNormOp>(
          [&](auto) { return same(op->getOperand(0)); })
      .Case([&](TransposeOp transpose) {
        return resolve(transpose.getOperand(), transpose.getPermutation()[dim],
                       depth - 1);
      })
      .Case([&](ContractOp contract) {
        char letter = contract.getResultDims()[dim];
        if (size_t at = contract.getLhsDims().find(letter);
            at != StringRef::npos)
          return resolve(contract.getLhs(), at, depth - 1);
        return resolve(contract.getRhs(), contract.getRhsDims().find(letter),
                       depth - 1);
      })
      .Case<ConvOp, ReduceWindowOp>(
          [&](auto) { return dim == 0 ? same(op->getOperand(0)) : self; })
      .Case([&](AttentionOp attention) {
        if (tensor != attention.getResult())
          return self;
        return dim == 3 ? resolve(attention.getValue(), 3, depth - 1)
                        : same(attention.getQuery());
      })
      .Case([&](ReduceOp reduce) {
        if (reduce.getKeepDims())
          return same(reduce.getOperand());
        int64_t kept = -1;
        for (int64_t i = 0;; ++i)
          if (!llvm::is_contained(reduce.getDims(), i) && ++kept == dim)
            return resolve(reduce.getOperand(), i, depth - 1);
      })
      .Case([&](GatherOp gather) {
        int64_t rank = cast<RankedTensorType>(gather.getIndices().getType())
                           .getRank(),
                axis = gather.getDim();
        if (dim < axis)
          return same(gather.getData());
        if (dim < axis + rank)
          return resolve(gather.getIndices(), dim - axis, depth - 1);
        return resolve(gather.getData(), dim - rank + 1, depth - 1);
      })
      .Case([&](GatherElementsOp gather) { return same(gather.getIndices()); })
      .Case([&](SliceOp slice) {
        return llvm::is_contained(slice.getDims(), dim)
                   ? self
                   : same(slice.getOperand());
      })
      .Case([&](ConcatOp concat) {
        return static_cast<int64_t>(concat.getDim()) == dim
                   ? resolveJoined(concat, depth)
                   : same(concat.getOperand(0));
      })
      .Case([&](ReshapeOp reshape) {
        return reshape.getShape()
                   ? resolveElement(reshape.getShape(), dim, depth - 1)
                   : self;
      })
      .Case([&](IotaOp iota) {
        return resolveElement(iota.getSize(), 0, depth - 1);
      })
      .Case([&](BroadcastOp broadcast) {
        int64_t rank = cast<RankedTensorType>(tensor.getType()).getRank(),
                at = dim - rank +
                     cast<RankedTensorType>(broadcast.getOperand().getType())
                         .getRank();
        int64_t wanted = dim - rank +
                         cast<RankedTensorType>(broadcast.getShape().getType())
                             .getDimSize(0);
        bool isRepeated = at < 0 || resolve(broadcast.getOperand(), at,
                                            depth - 1) == number(1);
        return isRepeated && wanted >= 0
                   ? resolveElement(broadcast.getShape(), wanted, depth - 1)
                   : self;
      })
      .Case([&](LoopOp) {
        return resolveLoopResult(cast<OpResult>(tensor), dim, depth);
      })
      .Case([&](DispatchOp) { return self; })
      .Default(self);
}

Origin SymbolicDims::resolveJoined(ConcatOp concat, int depth) {
  int64_t dim = concat.getDim();
  SmallVector<Origin> parts;
  for (Value operand : concat.getOperands())
    parts.push_back(resolve(operand, dim, depth - 1));
  for (const Joined &each : joined)
    if (each.block == concat->getBlock() && each.parts == parts)
      return each.origin;
  Origin self{concat.getResult(), Attribute(), dim, false};
  joined.push_back({concat->getBlock(), std::move(parts), self});
  return self;
}

Origin SymbolicDims::resolveCarried(BlockArgument argument, int64_t dim,
                                    int depth) {
  auto loop = cast<LoopOp>(argument.getOwner()->getParentOp());
  Origin initial =
      resolve(loop.getInits()[argument.getArgNumber() - 1], dim, depth - 1);
  // By induction: if a round that begins with this size ends with it, all do. What was found on a wrong assumption is forgotten.
  auto before = origins;
  size_t joinedBefore = joined.size();
  origins[{argument, dim}] = initial;
  if (resolve(argument.getOwner()->getTerminator()->getOperand(
                  argument.getArgNumber()),
              dim, depth - 1) == initial)
    return initial;
  origins = std::move(before);
  joined.resize(joinedBefore);
  return {argument, Attribute(), dim, false};
}

Origin SymbolicDims::resolveLoopResult(OpResult result, int64_t dim,
                                       int depth) {
  auto loop = cast<LoopOp>(result.getOwner());
  Origin self{result, Attribute(), dim, false};
  int64_t number = result.getResultNumber();
  bool isStack = number >= static_cast<int64_t>(loop.getInits().size());
  if (isStack && dim == 0)
    return self;
  Value yielded =
      loop.getBody().front().getTerminator()->getOperand(number + 1);
  Origin origin =
      isStack ? resolve(yielded, dim - 1, depth - 1)
              : resolve(loop.getBody().getArgument(number + 1), dim, depth - 1);
  // A size of one round may be another in the next.
  return origin.value &&
                 loop.getBody().isAncestor(origin.value.getParentRegion())
             ? self
             : origin;
}

Origin SymbolicDims::resolveElement(Value tensor, int64_t index, int depth) {
  Origin self{tensor, Attribute(), index, true};
  if (auto ints = matchConstantInts(tensor))
    return (*ints)[index] >= 0 ? number((*ints)[index]) : self;
  Operation *op = tensor.getDefiningOp();
  if (!op || depth == 0)
    return self;
  return llvm::TypeSwitch<Operation *, Origin>(op)
      .Case([&](ShapeOp shape) {
        return resolve(shape.getOperand(), index, depth - 1);
      })
      .Case([&](DimOp dim) {
        return resolve(dim.getOperand(), dim.getDim(), depth - 1);
      })
      .Case([&](ReshapeOp reshape) {
        return resolveElement(reshape.getOperand(), index, depth - 1);
      })
      .Case([&](CastOp cast) {
        bool isWide =
            getElementTypeOrSelf(cast.getOperand().getType()).isInteger(64) &&
            getElementTypeOrSelf(cast.getType()).isInteger(64);
        return isWide ? resolveElement(cast.getOperand(), index, depth - 1)
                      : self;
      })
      .Case([&](ConcatOp concat) {
        for (Value operand : concat.getOperands()) {
          auto type = cast<RankedTensorType>(operand.getType());
          if (!type.hasStaticShape())
            return self;
          if (index < type.getNumElements())
            return resolveElement(operand, index, depth - 1);
          index -= type.getNumElements();
        }
        return self;
      })
      .Case([&](GatherOp gather) {
        auto indices = matchConstantInts(gather.getIndices());
        auto data = cast<RankedTensorType>(gather.getData().getType());
        if (!indices || data.getRank() != 1 || data.isDynamicDim(0))
          return self;
        int64_t at = (*indices)[index];
        at += at < 0 ? data.getDimSize(0) : 0;
        return at < 0 || at >= data.getDimSize(0)
                   ? self
                   : resolveElement(gather.getData(), at, depth - 1);
      })
      .Case([&](SliceOp slice) {
        auto start = matchConstantInts(slice.getStarts()),
             step = matchConstantInts(slice.getSteps());
        auto data = cast<RankedTensorType>(slice.getOperand().getType());
        if (!start || !step || data.getRank() != 1 || data.isDynamicDim(0) ||
            start->size() != 1 || step->front() != 1)
          return self;
        int64_t size = data.getDimSize(0), from = start->front() < 0
                                                      ? start->front() + size
                                                      : start->front();
        int64_t at = std::clamp<int64_t>(from, 0, size) + index;
        return at >= size ? self
                          : resolveElement(slice.getOperand(), at, depth - 1);
      })
      .Default(self);
}
