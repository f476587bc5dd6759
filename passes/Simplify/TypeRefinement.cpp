// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Makes the types in a module as static as the ops' inference allows.

#include "passes/Simplify/TypeRefinement.h"

#include "dialects/Weft/WeftOps.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;

/// `type` with the sizes that only `other` knows.
static RankedTensorType joinTypes(RankedTensorType type,
                                  RankedTensorType other) {
  if (type.getRank() != other.getRank())
    return type;
  SmallVector<int64_t> shape(type.getShape());
  for (auto [size, known] : llvm::zip(shape, other.getShape()))
    if (ShapedType::isDynamic(size))
      size = known;
  return RankedTensorType::get(shape, type.getElementType());
}

/// What two branches both know.
static RankedTensorType meetTypes(RankedTensorType lhs, RankedTensorType rhs) {
  SmallVector<int64_t> shape(lhs.getShape());
  for (auto [size, other] : llvm::zip(shape, rhs.getShape()))
    if (size != other)
      size = ShapedType::kDynamic;
  return RankedTensorType::get(shape, lhs.getElementType());
}

namespace {
/// Infers the results of ops without inference of their own. Each function returns shapes, one a result, with
/// what follows from the operands.
using Shapes = SmallVector<SmallVector<int64_t>>;

Shapes inferContract(ContractOp op) {
  llvm::SmallDenseMap<char, int64_t> sizes;
  for (auto [term, operand] : {std::pair(op.getLhsDims(), op.getLhs()),
                               std::pair(op.getRhsDims(), op.getRhs())})
    for (auto [letter, size] : llvm::zip(term, tensorType(operand).getShape()))
      if (auto [it, isNew] = sizes.try_emplace(letter, size);
          !isNew && ShapedType::isDynamic(it->second))
        it->second = size;
  SmallVector<int64_t> shape;
  for (char letter : op.getResultDims())
    shape.push_back(sizes.lookup(letter));
  return {shape};
}

Shapes inferReshape(ReshapeOp op) {
  RankedTensorType from = tensorType(op.getOperand()),
                   to = tensorType(op.getResult());
  SmallVector<int64_t> shape(to.getShape());
  if (auto known =
          op.getShape() ? matchPartialShape(op.getShape()) : std::nullopt;
      known && known->size() == shape.size())
    for (auto [size, value] : llvm::zip(shape, *known))
      if (ShapedType::isDynamic(size) && value >= 0)
        size = value;
  // A lone unknown size is what the number of elements leaves.
  if (from.hasStaticShape() && llvm::count(shape, ShapedType::kDynamic) == 1) {
    int64_t rest = 1;
    for (int64_t size : shape)
      rest *= ShapedType::isDynamic(size) ? 1 : size;
    if (rest > 0 && from.getNumElements() % rest == 0)
      std::replace(shape.begin(), shape.end(), ShapedType::kDynamic,
                   from.getNumElements() / rest);
  }
  return {shape};
}

Shapes inferAttention(AttentionOp op) {
  ArrayRef<int64_t> query = tensorType(op.getQuery()).getShape(),
                    key = tensorType(op.getKey()).getShape(),
                    value = tensorType(op.getValue()).getShape();
  Shapes shapes{{query[0], query[1], query[2], value[3]}};
  if (op.getPresentKey()) {
    int64_t past =
        op.getPastKey() ? tensorType(op.getPastKey()).getDimSize(2) : 0;
    int64_t length =
        ShapedType::isDynamic(past) || ShapedType::isDynamic(key[2])
            ? ShapedType::kDynamic
            : past + key[2];
    shapes.push_back({key[0], key[1], length, key[3]});
    shapes.push_back({value[0], value[1], length, value[3]});
  }
  return shapes;
}

Shapes inferRecurrence(RecurrenceOp op) {
  ArrayRef<int64_t> input = tensorType(op.getInput()).getShape();
  int64_t hidden = tensorType(op.getRecurrent()).getDimSize(0);
  Shapes shapes{{input[0], input[1], hidden}, {input[1], hidden}};
  if (op.getLastCell())
    shapes.push_back({input[1], hidden});
  return shapes;
}

Shapes inferIf(IfOp op) {
  Shapes shapes;
  Operation *left = op.getThenRegion().front().getTerminator(),
            *right = op.getElseRegion().front().getTerminator();
  for (auto [a, b] : llvm::zip(left->getOperands(), right->getOperands()))
    shapes.emplace_back(
        tensorType(a).getRank() == tensorType(b).getRank()
            ? SmallVector<int64_t>(
                  meetTypes(tensorType(a), tensorType(b)).getShape())
            : SmallVector<int64_t>());
  return shapes;
}

Shapes inferResults(Operation *op) {
  return llvm::TypeSwitch<Operation *, Shapes>(op)
      .Case([](ContractOp each) { return inferContract(each); })
      .Case([](ReshapeOp each) { return inferReshape(each); })
      .Case([](AttentionOp each) { return inferAttention(each); })
      .Case([](RecurrenceOp each) { return inferRecurrence(each); })
      .Case([](IfOp each) { return inferIf(each); })
      .Case<CastOp, BitcastOp, DropoutOp, BatchNormOp, QuantizeOp,
            DequantizeOp>([](Operation *each) {
        return Shapes{
            SmallVector<int64_t>(tensorType(each->getOperand(0)).getShape())};
      })
      .Case([](InferTypeOpInterface each) {
        SmallVector<Type> types;
        Shapes shapes;
        if (succeeded(each.inferReturnTypes(
                each->getContext(), std::nullopt, each->getOperands(),
                each->getDiscardableAttrDictionary(),
                each->getPropertiesStorage(), each->getRegions(), types)))
          for (Type type : types)
            shapes.emplace_back(cast<RankedTensorType>(type).getShape());
        return shapes;
      })
      .Default([](Operation *) { return Shapes(); });
}

class Refiner {
public:
  explicit Refiner(ModuleOp module) : module(module) {}

  bool run() {
    llvm::SetVector<FuncOp> pending;
    for (FuncOp function : module.getOps<FuncOp>()) {
      pending.insert(function);
      function.walk(
          [&](CallOp call) { calls[call.getCallee()].push_back(call); });
    }
    // A function whose results are known better lets its callers know more; sizes only ever become known, which ends it.
    while (!pending.empty()) {
      FuncOp function = pending.pop_back_val();
      if (function.isExternal() || !refineFunction(function))
        continue;
      for (CallOp call : calls.lookup(function.getSymName())) {
        bool refined = false;
        for (auto [result, type] :
             llvm::zip(call.getResults(), function.getResultTypes()))
          refined |= refine(result, cast<RankedTensorType>(type).getShape());
        if (refined)
          pending.insert(call->getParentOfType<FuncOp>());
      }
    }
    return changed;
  }

private:
  bool refine(Value value, ArrayRef<int64_t> shape) {
    RankedTensorType type = tensorType(value);
    RankedTensorType joined =
        joinTypes(type, RankedTensorType::get(shape, type.getElementType()));
    if (joined == type)
      return false;
    value.setType(joined);
    return changed = true;
  }

  /// Returns whether the function's results became better known.
  bool refineFunction(FuncOp function) {
    function.walk([&](Operation *op) {
      Shapes shapes = inferResults(op);
      if (shapes.size() != op->getNumResults())
        return;
      for (auto [result, shape] : llvm::zip(op->getResults(), shapes))
        refine(result, shape);
    });
    Operation *terminator = function.getBody().front().getTerminator();
    SmallVector<Type> results;
    for (auto [type, value] :
         llvm::zip(function.getResultTypes(), terminator->getOperands()))
      results.push_back(
          joinTypes(cast<RankedTensorType>(type), tensorType(value)));
    auto type = FunctionType::get(module.getContext(),
                                  function.getArgumentTypes(), results);
    if (type == function.getFunctionType())
      return false;
    function.setFunctionType(type);
    return changed = true;
  }

  ModuleOp module;
  llvm::StringMap<SmallVector<CallOp>> calls;
  bool changed = false;
};
} // namespace

bool weft::refineTypes(ModuleOp module) { return Refiner(module).run(); }
