// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Executes blocks and functions. A value lives until its last reader has run,
// so that memory is what a careful program would take.

#include "lib/Interpreter/Interpreter.h"
#include "lib/Interpreter/Evaluator.h"

using namespace mlir;
using namespace weft;

FailureOr<SmallVector<Tensor>> Evaluator::run(Operation *op,
                                              ArrayRef<Tensor> operands) {
  Evaluation evaluation(op, operands, *this);
  if (failed(evaluateAny(op, evaluation)))
    return failure();
  SmallVector<Tensor> results = evaluation.takeResults();
  if (options.observer && failed(options.observer(op, operands, results)))
    return failure();
  return results;
}

const Tensor *Evaluator::find(Value value, Operation *user) {
  auto it = values.find(value);
  if (it != values.end())
    return &it->second;
  // Only what surrounds an op that is evaluated alone is unknown.
  if (auto constant = value.getDefiningOp<ConstantOp>())
    if (FailureOr<Tensor> tensor = Tensor::fromElements(constant.getValue());
        succeeded(tensor))
      return &values.try_emplace(value, std::move(*tensor)).first->second;
  if (options.emitErrors)
    user->emitOpError("needs a value from outside that is not a constant");
  return nullptr;
}

const Evaluator::LastUses &Evaluator::computeLastUses(Block &block) {
  std::unique_ptr<LastUses> &uses = lastUses[&block];
  if (uses)
    return *uses;
  uses = std::make_unique<LastUses>();
  auto add = [&](Value value, Operation *defining) {
    Operation *last = defining;
    for (Operation *user : value.getUsers()) {
      Operation *here = block.findAncestorOpInBlock(*user);
      if (here && (!last || last->isBeforeInBlock(here)))
        last = here;
    }
    if (last)
      (*uses)[last].push_back(value);
  };
  for (BlockArgument argument : block.getArguments())
    add(argument, nullptr);
  for (Operation &op : block)
    for (Value result : op.getResults())
      add(result, &op);
  return *uses;
}

FailureOr<SmallVector<Tensor>>
Evaluator::run(Block &block, ArrayRef<Tensor> arguments, const Evaluation &at) {
  for (auto [argument, tensor] :
       llvm::zip_equal(block.getArguments(), arguments)) {
    auto type = cast<RankedTensorType>(argument.getType());
    if (type.getElementType() != tensor.getElementType() ||
        failed(verifyCompatibleShape(type.getShape(), tensor.getDims())))
      return at.fail() << "argument " << argument.getArgNumber()
                       << " is of type " << tensor.getType() << ", expected "
                       << type;
    values[argument] = tensor;
  }
  const LastUses &uses = computeLastUses(block);
  SmallVector<Tensor> operands;
  for (Operation &op : block) {
    operands.clear();
    for (Value operand : op.getOperands()) {
      const Tensor *tensor = find(operand, &op);
      if (!tensor)
        return failure();
      operands.push_back(*tensor);
    }
    if (op.hasTrait<OpTrait::IsTerminator>())
      break;
    FailureOr<SmallVector<Tensor>> results = run(&op, operands);
    if (failed(results))
      return failure();
    for (auto [result, tensor] : llvm::zip_equal(op.getResults(), *results))
      values[result] = std::move(tensor);
    if (auto it = uses.find(&op); it != uses.end())
      for (Value dead : it->second)
        values.erase(dead);
  }
  if (auto it = uses.find(block.getTerminator()); it != uses.end())
    for (Value dead : it->second)
      values.erase(dead);
  return operands;
}

FailureOr<SmallVector<Tensor>>
Evaluator::call(FuncOp func, ArrayRef<Tensor> arguments, const Evaluation &at) {
  // Each level takes stack; functions that call each other without end would
  // take all of it.
  constexpr size_t kMaxDepth = 256;
  if (llvm::is_contained(active, func))
    return at.fail() << "@" << func.getName() << " calls itself";
  if (active.size() == kMaxDepth)
    return at.fail() << "expected calls to nest at most " << kMaxDepth
                     << " deep";
  if (func.isExternal())
    return at.fail() << "@" << func.getName() << " has no body";
  if (arguments.size() != func.getNumArguments())
    return at.fail() << "@" << func.getName() << " takes "
                     << func.getNumArguments() << " arguments, found "
                     << arguments.size();
  if (!llvm::hasSingleElement(func.getBody()))
    return at.fail() << "expected the body of @" << func.getName()
                     << " to be one block";

  // Dimensions of one name have one size.
  llvm::StringMap<int64_t> sizes;
  auto ranges = func->getAttrOfType<DictionaryAttr>("weft.dim_ranges");
  for (auto [i, tensor] : llvm::enumerate(arguments)) {
    auto names = func.getArgAttrOfType<ArrayAttr>(i, "weft.dims");
    if (!names || static_cast<int64_t>(names.size()) != tensor.getRank())
      continue;
    for (auto [name, size] :
         llvm::zip_equal(names.getAsRange<StringAttr>(), tensor.getDims())) {
      if (name.empty())
        continue;
      auto [it, isNew] = sizes.try_emplace(name, size);
      if (auto range = ranges ? ranges.getAs<DenseI64ArrayAttr>(name)
                              : DenseI64ArrayAttr();
          range && (size < range[0] || size > range[1]))
        return at.fail() << "dimension '" << name.getValue() << "' of @"
                         << func.getName() << " has size " << size
                         << " in argument " << i << ", expected " << range[0]
                         << ".." << range[1];
      if (!isNew && it->second != size)
        return at.fail() << "dimension '" << name.getValue() << "' of @"
                         << func.getName() << " has size " << it->second
                         << ", and " << size << " in argument " << i;
    }
  }
  active.push_back(func);
  auto results = run(func.getBody().front(), arguments, at);
  active.pop_back();
  return results;
}

FailureOr<SmallVector<Tensor>>
weft::interpret(FuncOp func, ArrayRef<Tensor> inputs,
                const InterpretOptions &options) {
  Evaluator evaluator(options);
  return evaluator.call(func, inputs, Evaluation(func, inputs, evaluator));
}

FailureOr<SmallVector<Tensor>>
weft::interpretOp(Operation *op, ArrayRef<Tensor> operands,
                  const InterpretOptions &options) {
  Evaluator evaluator(options);
  return evaluator.run(op, operands);
}
