// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls, control flow, parameters and constants.

#include "lib/Interpreter/Evaluator.h"
#include "lib/Support/WeightStore.h"

using namespace mlir;
using namespace weft;

/// Ops that have no meaning of their own: the evaluator looks at them when it
/// executes what they are part of.
static LogicalResult refuseAlone(Evaluation &evaluation) {
  return evaluation.fail() << "has no meaning on its own";
}

template <> LogicalResult weft::evaluate(FuncOp, Evaluation &evaluation) {
  return refuseAlone(evaluation);
}
template <> LogicalResult weft::evaluate(ReturnOp, Evaluation &evaluation) {
  return refuseAlone(evaluation);
}
template <> LogicalResult weft::evaluate(YieldOp, Evaluation &evaluation) {
  return refuseAlone(evaluation);
}
template <> LogicalResult weft::evaluate(ParameterOp, Evaluation &evaluation) {
  return refuseAlone(evaluation);
}

template <> LogicalResult weft::evaluate(ExternOp op, Evaluation &evaluation) {
  return evaluation.fail()
         << "\"" << op.getSymbol()
         << "\" is a plugin's kernel and has no reference meaning";
}

/// Gives `values` as the results of the op.
static LogicalResult setAll(Evaluation &evaluation,
                            FailureOr<SmallVector<Tensor>> values) {
  if (failed(values))
    return failure();
  for (auto [i, value] : llvm::enumerate(*values))
    if (failed(evaluation.set(std::move(value), i)))
      return failure();
  return success();
}

static LogicalResult callSymbol(Operation *op, FlatSymbolRefAttr symbol,
                                Evaluation &evaluation) {
  auto func = evaluation.getEvaluator().lookup<FuncOp>(op, symbol);
  if (!func)
    return evaluation.fail() << "expected @" << symbol.getValue()
                             << " to be a weft.func of this module";
  return setAll(evaluation, evaluation.getEvaluator().call(
                                func, evaluation.getOperands(), evaluation));
}

template <> LogicalResult weft::evaluate(CallOp op, Evaluation &evaluation) {
  return callSymbol(op, op.getCalleeAttr(), evaluation);
}
template <>
LogicalResult weft::evaluate(DispatchOp op, Evaluation &evaluation) {
  return callSymbol(op, op.getKernelAttr(), evaluation);
}

template <> LogicalResult weft::evaluate(IfOp op, Evaluation &evaluation) {
  Region &taken = evaluation[op.getCondition()].at<uint64_t>(0)
                      ? op.getThenRegion()
                      : op.getElseRegion();
  return setAll(evaluation,
                evaluation.getEvaluator().run(taken.front(), {}, evaluation));
}

/// Puts values of one shape behind each other along a new first dimension.
static LogicalResult stack(Evaluation &evaluation, ArrayRef<Tensor> values,
                           RankedTensorType type, unsigned result) {
  SmallVector<int64_t> dims{static_cast<int64_t>(values.size())};
  if (values.empty()) {
    // Sizes that the type does not tell are those of nothing.
    for (int64_t size : type.getShape().drop_front())
      dims.push_back(ShapedType::isDynamic(size) ? 0 : size);
  } else {
    llvm::append_range(dims, values.front().getDims());
  }
  Tensor *out = evaluation.allocate(dims, result);
  if (!out)
    return failure();
  char *to = out->getMutableData();
  for (const Tensor &value : values) {
    if (value.getDims() != values.front().getDims())
      return evaluation.fail()
             << "expected to stack values of one shape for result " << result
             << ", found " << formatDims(values.front().getDims()) << " and "
             << formatDims(value.getDims());
    std::memcpy(to, value.getData(), value.getSizeBytes());
    to += value.getSizeBytes();
  }
  return success();
}

template <> LogicalResult weft::evaluate(LoopOp op, Evaluation &evaluation) {
  const Tensor *trips = evaluation.find(op.getTrips()),
               *condition = evaluation.find(op.getCondition());
  int64_t bound =
      trips ? trips->at<int64_t>(0) : std::numeric_limits<int64_t>::max();
  bool goesOn = !condition || condition->at<uint64_t>(0);
  size_t carried = op.getInits().size();
  // The number and the carried values, as the body takes them.
  SmallVector<Tensor> arguments{Tensor()};
  for (Value init : op.getInits())
    arguments.push_back(evaluation[init]);
  SmallVector<SmallVector<Tensor>> stacks(op.getNumResults() - carried);
  Type i64 = IntegerType::get(op.getContext(), 64);
  int64_t stackedBytes = 0;
  for (int64_t i = 0; i < bound && goesOn; ++i) {
    FailureOr<Tensor> number = Tensor::allocate(i64, {});
    if (failed(number))
      return evaluation.fail() << "out of memory in repetition " << i;
    store(Element::I64, &i, 1, number->getMutableData());
    arguments[0] = std::move(*number);
    auto yielded = evaluation.getEvaluator().run(op.getBody().front(),
                                                 arguments, evaluation);
    if (failed(yielded))
      return failure();
    goesOn = yielded->front().at<uint64_t>(0);
    for (size_t k = 0; k < carried; ++k)
      arguments[k + 1] = std::move((*yielded)[k + 1]);
    for (auto [k, values] : llvm::enumerate(stacks)) {
      values.push_back(std::move((*yielded)[carried + 1 + k]));
      stackedBytes += values.back().getSizeBytes() + sizeof(Tensor);
    }
    if (stackedBytes > evaluation.getEvaluator().getOptions().maxTensorBytes)
      return evaluation.fail()
             << "stacks more than the limit of "
             << evaluation.getEvaluator().getOptions().maxTensorBytes
             << " bytes by repetition " << i;
  }
  for (size_t k = 0; k < carried; ++k)
    if (failed(evaluation.set(std::move(arguments[k + 1]), k)))
      return failure();
  for (auto [k, values] : llvm::enumerate(stacks))
    if (failed(
            stack(evaluation, values,
                  cast<RankedTensorType>(op.getResult(carried + k).getType()),
                  carried + k)))
      return failure();
  return success();
}

template <> LogicalResult weft::evaluate(MapOp op, Evaluation &evaluation) {
  int64_t parts = op.getParts();
  SmallVector<Tensor> arguments(evaluation.getOperands());
  SmallVector<Tensor *> results;
  for (auto [i, type] : llvm::enumerate(op.getResultTypes())) {
    results.push_back(
        evaluation.allocate(cast<RankedTensorType>(type).getShape(), i));
    if (!results.back())
      return failure();
  }
  for (int64_t part = 0; part < parts; ++part) {
    for (auto [i, operand] : llvm::enumerate(evaluation.getOperands())) {
      if (!op.isCut(i))
        continue;
      auto type = cast<RankedTensorType>(op.getBody().getArgument(i).getType());
      FailureOr<Tensor> slice =
          Tensor::allocate(type.getElementType(), type.getShape());
      if (failed(slice))
        return evaluation.fail() << "out of memory in slice " << part;
      int64_t bytes = slice->getSizeBytes();
      std::memcpy(slice->getMutableData(), operand.getData() + part * bytes,
                  bytes);
      arguments[i] = std::move(*slice);
    }
    auto yielded = evaluation.getEvaluator().run(op.getBody().front(),
                                                 arguments, evaluation);
    if (failed(yielded))
      return failure();
    for (auto [result, slice] : llvm::zip(results, *yielded))
      std::memcpy(result->getMutableData() + part * slice.getSizeBytes(),
                  slice.getData(), slice.getSizeBytes());
  }
  return success();
}

template <>
LogicalResult weft::evaluate(SharesEvenlyOp op, Evaluation &evaluation) {
  Tensor *result = evaluation.allocate({});
  if (!result)
    return failure();
  uint64_t isEven = 1;
  store(Element::I1, &isEven, 1, result->getMutableData());
  return success();
}

/// The value of a constant or a parameter as a result.
static LogicalResult setElements(Evaluation &evaluation,
                                 ElementsAttr elements) {
  FailureOr<Tensor> tensor = Tensor::fromElements(elements);
  if (failed(tensor))
    return evaluation.fail()
           << "expected elements that are in memory, found " << elements;
  return evaluation.set(std::move(*tensor));
}

template <>
LogicalResult weft::evaluate(ConstantOp op, Evaluation &evaluation) {
  return setElements(evaluation, op.getValue());
}

/// The name of an element type in the weight store.
static std::string nameElement(Type type) {
  std::string name;
  llvm::raw_string_ostream(name) << type;
  return name;
}

template <> LogicalResult weft::evaluate(GetOp op, Evaluation &evaluation) {
  auto parameter =
      evaluation.getEvaluator().lookup<ParameterOp>(op, op.getParameterAttr());
  if (!parameter)
    return evaluation.fail() << "expected @" << op.getParameter()
                             << " to be a weft.parameter of this module";
  if (ElementsAttr value = parameter.getValueAttr())
    return setElements(evaluation, value);
  WeightStore *weights =
      op.getContext()->getLoadedDialect<WeftDialect>()->getWeights();
  const WeightSegment *segment =
      weights ? weights->find(op.getParameter()) : nullptr;
  if (!segment)
    return evaluation.fail() << "parameter @" << op.getParameter()
                             << " has no value and is not in the weight store";
  auto type = cast<RankedTensorType>(parameter.getType());
  if (segment->type.dtype != nameElement(type.getElementType()) ||
      ArrayRef<int64_t>(segment->type.dims) != type.getShape())
    return evaluation.fail()
           << "parameter @" << op.getParameter() << " has type " << type
           << ", but " << formatType(segment->type) << " in the weight store";
  llvm::Expected<ArrayRef<char>> bytes = weights->map(op.getParameter());
  if (!bytes)
    return evaluation.fail() << llvm::toString(bytes.takeError());
  FailureOr<Tensor> tensor =
      Tensor::fromWeight(type.getElementType(), type.getShape(), *bytes);
  if (failed(tensor))
    return evaluation.fail()
           << "parameter @" << op.getParameter() << " of type " << type
           << " has " << bytes->size() << " bytes in the weight store";
  return evaluation.set(std::move(*tensor));
}
