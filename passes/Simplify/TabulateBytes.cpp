// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function of one byte has 256 values: what is computed from quantized values by themselves and quantized again is taken from a
// table, which the interpreter makes.
//
//   %x = weft.dequantize %q, %s : (tensor<4x8xui8>, tensor<f32>) -> tensor<4x8xf32>
//   %l = weft.logistic %x : (tensor<4x8xf32>) -> tensor<4x8xf32>
//   %y = weft.mul %x, %l : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
//   %r = weft.quantize %y, %t : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xui8>
//
// becomes
//
//   %table = weft.constant dense<...> : tensor<256xui8>
//   %i = weft.cast %q : (tensor<4x8xui8>) -> tensor<4x8xi32>
//   %r = weft.gather %table, %i {dim = 0 : i64} : (tensor<256xui8>, tensor<4x8xi32>) -> tensor<4x8xui8>
//
// Only where a function is among the ops that takes longer than a load. Quantizations in between belong to it.

#include "lib/Analysis/ConstantExpression.h"
#include "lib/Analysis/ScalingConstants.h"
#include "lib/Interpreter/Interpreter.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/PatternMatch.h"
#include "passes/Simplify/Simplify.h"
#include "passes/Simplify/Tensors.h"
#include "llvm/ADT/SetVector.h"

namespace weft {
#define GEN_PASS_DEF_TABULATEBYTES
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// Functions of more ops are not looked for.
constexpr size_t kMaxOps = 32;

bool isByte(Value value) {
  return tensorType(value).getElementType().isInteger(8);
}

bool takesLong(Operation *op) {
  return isa<ExpOp, Expm1Op, LogOp, Log1pOp, SinOp, CosOp, TanOp, AsinOp,
             AcosOp, AtanOp, SinhOp, CoshOp, TanhOp, AsinhOp, AcoshOp, AtanhOp,
             ErfOp, LogisticOp, PowOp>(op);
}

/// Whether `op` computes each element from the elements of its operands at the same place.
bool isFunctionOfElements(Operation *op) {
  if (auto quantize = dyn_cast<QuantizeOp>(op))
    return scalesWholeTensor(quantize);
  if (auto dequantize = dyn_cast<DequantizeOp>(op))
    return scalesWholeTensor(dequantize);
  return isa<ElementwiseOpInterface>(op);
}

/// What a value is computed from: one tensor of bytes, and constants.
struct ByteFunction {
  Value source;
  /// In an order in which they can be computed.
  llvm::SetVector<Operation *> ops;

  /// Takes in what computes `value`, as far back as there is one source of bytes; false where there is none.
  bool takeIn(Value value, ArrayRef<int64_t> shape) {
    Operation *op = value.getDefiningOp();
    if (op && ops.contains(op))
      return true;
    if (isConstantExpression(value))
      return takeInConstant(op);
    if (tensorType(value).getShape() != shape)
      return false;
    if (op && op->getNumResults() == 1 && isFunctionOfElements(op) &&
        ops.size() < kMaxOps) {
      ByteFunction before = *this;
      if (llvm::all_of(op->getOperands(),
                       [&](Value each) { return takeIn(each, shape); })) {
        ops.insert(op);
        return true;
      }
      *this = before;
    }
    if (!isByte(value) || (source && source != value))
      return false;
    source = value;
    return true;
  }

private:
  bool takeInConstant(Operation *op) {
    if (op->getNumResults() != 1 || isa<GetOp>(op) ||
        tensorType(op->getResult(0)).getRank() != 0)
      return false;
    for (Value operand : op->getOperands())
      if (!ops.contains(operand.getDefiningOp()) &&
          !takeInConstant(operand.getDefiningOp()))
        return false;
    ops.insert(op);
    return true;
  }
};

/// The values of `function` that end in `result` for the bytes 0 to 255; fails where the interpreter does.
FailureOr<DenseElementsAttr>
evaluate(ModuleOp module, const ByteFunction &function, Value result) {
  OpBuilder builder = OpBuilder::atBlockEnd(module.getBody());
  auto retype = [](Value value) {
    return RankedTensorType::get({256}, tensorType(value).getElementType());
  };
  Location loc = result.getLoc();
  RankedTensorType from = retype(function.source);
  auto scratch =
      FuncOp::create(builder, loc, "tabulated",
                     builder.getFunctionType(from, Type(retype(result))));
  scratch.setPrivate();
  Block *body = builder.createBlock(&scratch.getBody(), {}, Type(from), loc);
  IRMapping mapping;
  mapping.map(function.source, body->getArgument(0));
  for (Operation *op : function.ops) {
    Operation *copy = builder.clone(*op, mapping);
    if (!isConstantExpression(op->getResult(0)))
      copy->getResult(0).setType(retype(op->getResult(0)));
  }
  ReturnOp::create(builder, loc, mapping.lookup(result));
  SmallVector<APInt> bytes;
  for (unsigned i = 0; i < 256; ++i)
    bytes.emplace_back(8, i);
  FailureOr<Tensor> input =
      Tensor::fromElements(DenseIntElementsAttr::get(from, bytes));
  InterpretOptions options;
  options.emitErrors = false;
  FailureOr<SmallVector<Tensor>> values =
      succeeded(input) ? interpret(scratch, *input, options)
                       : FailureOr<SmallVector<Tensor>>(failure());
  scratch.erase();
  if (failed(values))
    return failure();
  return values->front().toElements();
}

struct TabulateBytesPass : weft::impl::TabulateBytesBase<TabulateBytesPass> {
  void runOnOperation() override {
    SmallVector<QuantizeOp> results;
    getOperation().walk([&](QuantizeOp op) {
      if (isByte(op.getResult()) && !isConstantExpression(op.getResult()))
        results.push_back(op);
    });
    IRRewriter rewriter(&getContext());
    // From the last on, so that a chain becomes one table; what then nothing reads is gone.
    for (QuantizeOp result : llvm::reverse(results))
      if (!result->use_empty())
        tabulate(rewriter, result);
  }

  void tabulate(RewriterBase &rewriter, QuantizeOp result) {
    ByteFunction function;
    if (!function.takeIn(result.getResult(), tensorType(result).getShape()) ||
        !function.source || function.source == result.getResult() ||
        llvm::none_of(function.ops, takesLong))
      return;
    FailureOr<DenseElementsAttr> values =
        evaluate(getOperation(), function, result.getResult());
    if (failed(values))
      return;
    Location loc = result.getLoc();
    rewriter.setInsertionPoint(result);
    Value table = ConstantOp::create(rewriter, loc, *values);
    RankedTensorType type = tensorType(function.source);
    Value bytes = function.source;
    if (!type.getElementType().isUnsignedInteger())
      bytes = BitcastOp::create(
          rewriter, loc,
          type.clone(rewriter.getIntegerType(8, /*isSigned=*/false)), bytes);
    Value indices =
        CastOp::create(rewriter, loc, type.clone(rewriter.getI32Type()), bytes);
    rewriter.replaceOpWithNewOp<GatherOp>(result, result.getType(), table,
                                          indices, /*dim=*/0);
  }
};
} // namespace
