// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes a recurrent layer as one contraction over all steps and a loop with a small one in each.
//
//   %y, %h, %c = weft.recurrence lstm %x, %w, %r bias %b
// =>
//   %xw = weft.contract "tbi,ig->tbg" %x, %w   + %b          what does not wait for the step before
//   %y = weft.loop trips(T) init(%h0, %c0) {
//     gates = %xw[t] + weft.contract "bh,hg->bg" %h, %r      then the cell, elementwise
//   }
//
// A single step needs no loop.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"
#include "passes/Lower/Lower.h"

using namespace mlir;
using namespace weft;

namespace weft {
#define GEN_PASS_DEF_DECOMPOSERECURRENCE
#include "passes/Lower/Passes.h.inc"
} // namespace weft

namespace {
RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

/// What one step gives: the hidden state, the cell of an lstm, and the output.
struct Step {
  Value hidden, cell, output;
};

class Recurrence {
public:
  Recurrence(ImplicitLocOpBuilder &b, RecurrenceOp op)
      : b(b), op(op), element(typeOf(op.getInput()).getElementType()),
        hiddenSize(sizeOf(op.getRecurrent(), 0)) {}

  SmallVector<Value> decompose();

private:
  Value scalar(double value) {
    return ConstantOp::create(
        b, DenseElementsAttr::get(RankedTensorType::get({}, element),
                                  b.getFloatAttr(element, value)));
  }
  Value sizes(ArrayRef<int64_t> values) {
    return ConstantOp::create(
        b, DenseIntElementsAttr::get(
               RankedTensorType::get({static_cast<int64_t>(values.size())},
                                     b.getI64Type()),
               values));
  }
  Value number(int64_t value) {
    return ConstantOp::create(
        b, DenseIntElementsAttr::get(RankedTensorType::get({}, b.getI64Type()),
                                     value));
  }
  /// One size as a list.
  Value sizeOf(Value tensor, int64_t dim) {
    if (!typeOf(tensor).isDynamicDim(dim))
      return sizes({typeOf(tensor).getDimSize(dim)});
    return ReshapeOp::create(b, DimOp::create(b, tensor, dim),
                             ArrayRef<int64_t>({1}));
  }
  /// `count` times the hidden size.
  Value hiddenSizes(int64_t count) {
    if (auto known = matchConstantInts(hiddenSize))
      return sizes({count * known->front()});
    return MulOp::create(b, hiddenSize, sizes({count}));
  }
  /// Columns [first * hidden, (first + count) * hidden) of the last dimension.
  Value part(Value value, int64_t first, int64_t count = 1) {
    int64_t last = typeOf(value).getRank() - 1;
    return SliceOp::create(b, value, hiddenSizes(first),
                           hiddenSizes(first + count), sizes({1}), last);
  }
  Value activate(unsigned which, Value value) {
    if (float clip = op.getClip().convertToFloat(); clip > 0)
      value = MinOp::create(b, MaxOp::create(b, value, scalar(-clip)),
                            scalar(clip));
    return applyActivation(which, value);
  }
  Value applyActivation(unsigned which, Value value) {
    StringRef name = cast<StringAttr>(op.getActivations()[which]).getValue();
    if (name == "logistic")
      return LogisticOp::create(b, value);
    if (name == "tanh")
      return TanhOp::create(b, value);
    return MaxOp::create(b, value, scalar(0));
  }
  bool resetsBeforeProduct() {
    return op.getKind() == RecurrenceKind::gru && !op.getLinearBeforeReset();
  }
  bool separatesRecurrentBias() {
    return op.getKind() == RecurrenceKind::gru && op.getLinearBeforeReset() &&
           op.getRecurrentBias();
  }

  Value initial(Value given);
  Value projectInput();
  Step emitStep(Value projected, Value time, Value hidden, Value cell);
  Step emitLstm(Value projected, Value hidden, Value cell);
  Value emitGru(Value projected, Value hidden);

  ImplicitLocOpBuilder &b;
  RecurrenceOp op;
  Type element;
  /// The hidden size as a list.
  Value hiddenSize;
  /// Of a gru whose reset gate comes before the last product: the recurrent weights of both gates, and of the new state.
  Value gateWeights, freshWeights;
};

/// A given state, or zeros of its shape.
Value Recurrence::initial(Value given) {
  if (given)
    return given;
  int64_t batch = typeOf(op.getInput()).getDimSize(1);
  auto hidden = matchConstantInts(hiddenSize);
  if (!ShapedType::isDynamic(batch) && hidden)
    return ConstantOp::create(
        b, DenseElementsAttr::get(
               RankedTensorType::get({batch, hidden->front()}, element),
               b.getFloatAttr(element, 0.0)));
  return BroadcastOp::create(
      b, scalar(0),
      ConcatOp::create(b, ValueRange{sizeOf(op.getInput(), 1), hiddenSize}, 0));
}

/// What all steps take from the input, biases included: [time, batch, gates].
Value Recurrence::projectInput() {
  Value projected =
      ContractOp::create(b, "tbi,ig->tbg", op.getInput(), op.getWeight());
  if (op.getBias())
    projected = AddOp::create(b, projected, op.getBias());
  if (op.getRecurrentBias() && !separatesRecurrentBias())
    projected = AddOp::create(b, projected, op.getRecurrentBias());
  return projected;
}

Step Recurrence::emitLstm(Value projected, Value hidden, Value cell) {
  Value gates = AddOp::create(
      b, ContractOp::create(b, "bh,hg->bg", hidden, op.getRecurrent()),
      projected);
  auto gate = [&](int64_t index, Value cellState, int64_t peephole) {
    Value value = part(gates, index);
    if (op.getPeephole())
      value = AddOp::create(
          b, value,
          MulOp::create(b, part(op.getPeephole(), peephole), cellState));
    return activate(0, value);
  };
  Value input = gate(0, cell, 0), forget = gate(2, cell, 2),
        fresh = activate(1, part(gates, 3));
  Value next = AddOp::create(b, MulOp::create(b, forget, cell),
                             MulOp::create(b, input, fresh));
  Value output = gate(1, next, 1);
  Value result = MulOp::create(b, output, applyActivation(2, next));
  return {result, next, result};
}

Value Recurrence::emitGru(Value projected, Value hidden) {
  Value recurrent = op.getRecurrent(), bias = op.getRecurrentBias();
  Value update, reset, fresh;
  if (op.getLinearBeforeReset()) {
    Value all = ContractOp::create(b, "bh,hg->bg", hidden, recurrent);
    if (separatesRecurrentBias())
      all = AddOp::create(b, all, bias);
    update = activate(0, AddOp::create(b, part(projected, 0), part(all, 0)));
    reset = activate(0, AddOp::create(b, part(projected, 1), part(all, 1)));
    fresh = activate(1, AddOp::create(b, part(projected, 2),
                                      MulOp::create(b, reset, part(all, 2))));
  } else {
    Value gates = ContractOp::create(b, "bh,hg->bg", hidden, gateWeights);
    update = activate(0, AddOp::create(b, part(projected, 0), part(gates, 0)));
    reset = activate(0, AddOp::create(b, part(projected, 1), part(gates, 1)));
    Value product = ContractOp::create(
        b, "bh,hg->bg", MulOp::create(b, reset, hidden), freshWeights);
    fresh = activate(1, AddOp::create(b, part(projected, 2), product));
  }
  Value kept = SubOp::create(b, scalar(1), update);
  return AddOp::create(b, MulOp::create(b, kept, fresh),
                       MulOp::create(b, update, hidden));
}

Step Recurrence::emitStep(Value projected, Value time, Value hidden,
                          Value cell) {
  Step step;
  switch (op.getKind()) {
  case RecurrenceKind::lstm:
    step = emitLstm(projected, hidden, cell);
    break;
  case RecurrenceKind::gru:
    step.hidden = step.output = emitGru(projected, hidden);
    break;
  case RecurrenceKind::rnn:
    step.hidden = step.output = activate(
        0, AddOp::create(
               b, ContractOp::create(b, "bh,hg->bg", hidden, op.getRecurrent()),
               projected));
    break;
  }
  if (!op.getLengths())
    return step;
  // A sequence that has ended keeps its state and puts out 0.
  Value lengths = op.getLengths();
  lengths = CastOp::create(b, typeOf(lengths).clone(b.getI64Type()), lengths);
  Value runs = CompareOp::create(b, Predicate::lt, time, lengths);
  runs = ReshapeOp::create(b, runs, sizes({-1, 1}));
  step.output = SelectOp::create(b, runs, step.output, scalar(0));
  step.hidden = SelectOp::create(b, runs, step.hidden, hidden);
  if (cell)
    step.cell = SelectOp::create(b, runs, step.cell, cell);
  return step;
}

SmallVector<Value> Recurrence::decompose() {
  bool hasCell = op.getKind() == RecurrenceKind::lstm;
  Value hidden = initial(op.getState()),
        cell = hasCell ? initial(op.getCell()) : Value();
  Value projected = projectInput();
  if (resetsBeforeProduct()) {
    gateWeights = part(op.getRecurrent(), 0, 2);
    freshWeights = part(op.getRecurrent(), 2);
  }
  int64_t steps = typeOf(op.getInput()).getDimSize(0);
  auto stateType = cast<RankedTensorType>(op.getLastState().getType());
  if (steps == 1) {
    Value zero = number(0);
    Step step =
        emitStep(GatherOp::create(b, projected, zero, 0), zero, hidden, cell);
    Value shape = ShapeOp::create(b, step.output);
    Value stacked = ReshapeOp::create(
        b, op.getResult().getType(), step.output,
        ConcatOp::create(b, ValueRange{sizes({1}), shape}, 0));
    SmallVector<Value> results{stacked, step.hidden};
    if (hasCell)
      results.push_back(step.cell);
    return results;
  }
  SmallVector<Value> inits{hidden};
  if (hasCell)
    inits.push_back(cell);
  SmallVector<Type> types(inits.size(), stateType), carried = types;
  types.push_back(op.getResult().getType());
  Value trips = steps >= 0 ? number(steps)
                           : DimOp::create(b, op.getInput(), 0).getResult();
  auto loop = LoopOp::create(b, types, trips, Value(), inits);
  {
    OpBuilder::InsertionGuard guard(b);
    Block *body = b.createBlock(&loop.getBody());
    body->addArgument(RankedTensorType::get({}, b.getI64Type()), b.getLoc());
    for (Type type : carried)
      body->addArgument(type, b.getLoc());
    Value time = body->getArgument(0);
    if (op.getReverse())
      time = SubOp::create(b, SubOp::create(b, trips, number(1)), time);
    Step step = emitStep(GatherOp::create(b, projected, time, 0), time,
                         body->getArgument(1),
                         hasCell ? Value(body->getArgument(2)) : Value());
    Value goesOn = ConstantOp::create(
        b,
        DenseElementsAttr::get(RankedTensorType::get({}, b.getI1Type()), true));
    SmallVector<Value> yielded{goesOn, step.hidden};
    if (hasCell)
      yielded.push_back(step.cell);
    yielded.push_back(step.output);
    YieldOp::create(b, yielded);
  }
  Value stacked = loop.getResults().back();
  // A loop without a round does not know the sizes of what it would have stacked.
  if (!typeOf(stacked).hasStaticShape())
    stacked = ReshapeOp::create(
        b, op.getResult().getType(), stacked,
        ConcatOp::create(b,
                         ValueRange{sizeOf(op.getInput(), 0),
                                    sizeOf(op.getInput(), 1), hiddenSize},
                         0));
  if (op.getReverse()) {
    // The loop stacks in the order in which it runs.
    Value beforeFirst = sizes({std::numeric_limits<int64_t>::min()});
    stacked = SliceOp::create(b, op.getResult().getType(), stacked, sizes({-1}),
                              beforeFirst, sizes({-1}), ArrayRef<int64_t>(0));
  }
  SmallVector<Value> results{stacked};
  llvm::append_range(results, loop.getResults().drop_back());
  return results;
}

struct DecomposeRecurrencePattern : OpRewritePattern<RecurrenceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(RecurrenceOp op,
                                PatternRewriter &rewriter) const override {
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    rewriter.replaceOp(op, Recurrence(b, op).decompose());
    return success();
  }
};

struct DecomposeRecurrence
    : weft::impl::DecomposeRecurrenceBase<DecomposeRecurrence> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<DecomposeRecurrencePattern>(&getContext());
    walkAndApplyPatterns(getOperation(), std::move(patterns));
  }
};
} // namespace
