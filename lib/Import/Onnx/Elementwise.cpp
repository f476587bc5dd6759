// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arithmetic, comparison, logic, choice and conversion, element by element.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"
#include "lib/Import/Onnx/OnnxTensor.h"
#include <limits>

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

//===----------------------------------------------------------------------===//
// Ops that the dialect has
//===----------------------------------------------------------------------===//

template <typename OpTy> static void importUnary(NodeContext &node) {
  node.setResult(0, node.b.create<OpTy>({node.operand(0)}));
}

template <typename OpTy> static void importBinary(NodeContext &node) {
  node.setResult(0, node.b.create<OpTy>({node.operand(0), node.operand(1)}));
}

/// Max, Min and Sum take any number of operands.
template <typename OpTy> static Value combineAll(NodeContext &node) {
  Value result;
  for (Value operand : node.variadic())
    result = result ? node.b.create<OpTy>({result, operand}) : operand;
  return result;
}

template <typename OpTy> static void importVariadic(NodeContext &node) {
  node.setResult(0, combineAll<OpTy>(node));
}

template <Predicate predicate> static void importCompare(NodeContext &node) {
  node.setResult(0,
                 node.b.compare(predicate, node.operand(0), node.operand(1)));
}

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

static void importMean(NodeContext &node) {
  Value sum = combineAll<AddOp>(node);
  node.setResult(
      0, node.b.div(sum, node.b.like(sum, double(node.operandCount()))));
}

static void importReciprocal(NodeContext &node) {
  Value x = node.operand(0);
  node.setResult(0, node.b.div(node.b.like(x, 1), x));
}

/// The result has the base's type; an integer base with a float exponent is
/// computed in the exponent's type.
static void importPow(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value base = node.operand(0), exponent = node.operand(1);
  Type type = b.elementOf(base);
  Type computed =
      b.isFloat(base) || !b.isFloat(exponent) ? type : b.elementOf(exponent);
  Value power =
      b.create<PowOp>({b.cast(base, computed), b.cast(exponent, computed)});
  node.setResult(0, b.cast(power, type));
}

/// With fmod the remainder has the dividend's sign, else the divisor's.
static void importMod(NodeContext &node) {
  Value a = node.operand(0), divisor = node.operand(1);
  node.setResult(0, node.flag("fmod") ? node.b.create<RemOp>({a, divisor})
                                      : node.b.create<ModOp>({a, divisor}));
}

static void importBitShift(NodeContext &node) {
  Value a = node.operand(0), distance = node.operand(1);
  StringRef direction = node.string("direction", "");
  if (direction != "LEFT" && direction != "RIGHT")
    node.fail("direction '" + direction + "', expected LEFT or RIGHT");
  node.setResult(0, direction == "LEFT" ? node.b.create<ShlOp>({a, distance})
                                        : node.b.create<ShrOp>({a, distance}));
}

/// Until opset 10 the bounds are attributes, since then operands.
static void importClip(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0), low = node.optional(1), high = node.optional(2);
  if (node.opset < 11) {
    low = node.has("min") ? b.like(x, node.real("min", 0)) : Value();
    high = node.has("max") ? b.like(x, node.real("max", 0)) : Value();
  }
  if (low)
    x = b.max(x, low);
  if (high)
    x = b.min(x, high);
  node.setResult(0, x);
}

//===----------------------------------------------------------------------===//
// Choice and conversion
//===----------------------------------------------------------------------===//

static void importWhere(NodeContext &node) {
  node.setResult(
      0, node.b.select(node.operand(0), node.operand(1), node.operand(2)));
}

static void importCast(NodeContext &node) {
  node.setResult(0, node.b.cast(node.operand(0),
                                node.elementType("to", DataType::Undefined)));
}

static void importCastLike(NodeContext &node) {
  if (node.isNarrow(1))
    return (void)node.fail("a cast to fewer than 8 bits is not supported");
  node.setResult(
      0, node.b.cast(node.operand(0), node.b.elementOf(node.operand(1))));
}

static void importBitCast(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  Type to = node.elementType("to", DataType::Undefined);
  auto results = b.createTyped<BitcastOp>({b.typeOf(x).clone(to)}, {x});
  node.setResult(0, results.empty() ? Value() : results.front());
}

static void importIdentity(NodeContext &node) {
  node.setResult(0, node.operand(0));
}

static void importIsNaN(NodeContext &node) {
  Value x = node.operand(0);
  node.setResult(0, node.b.compare(Predicate::ne, x, x));
}

static void importIsInf(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  double infinity = std::numeric_limits<double>::infinity();
  bool positive = node.flag("detect_positive", true);
  bool negative = node.flag("detect_negative", true);
  Value of = positive && negative ? b.abs(x) : x;
  if (!positive && !negative)
    return node.setResult(0, b.compare(Predicate::ne, x, x));
  node.setResult(0, b.compare(Predicate::eq, of,
                              b.like(x, positive ? infinity : -infinity)));
}

/// Outside of training a dropout is its operand; weft.dropout says so, and the
/// training pipeline gives it random numbers.
static void importDropout(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  double ratio = node.real("ratio", 0.5);
  if (node.optional(1)) {
    auto given = node.constantReal(1);
    if (!given)
      return (void)node.fail("a ratio that depends on the inputs is not "
                             "supported");
    ratio = *given;
  }
  auto results =
      b.createTyped<DropoutOp>({b.typeOf(x)}, {x}, {b.real("ratio", ratio)});
  node.setResult(0, results.empty() ? Value() : results.front());
  if (node.hasResult(1)) {
    Value kept = b.scalar(1, b.builder.getI1Type());
    node.setResult(1, b.broadcast(kept, b.shape(x)));
  }
}

void weft::onnx::registerElementwiseOps(OpTable &table) {
  table.add("Abs", importUnary<AbsOp>);
  table.add("Acos", importUnary<AcosOp>);
  table.add("Acosh", importUnary<AcoshOp>);
  table.add("Asin", importUnary<AsinOp>);
  table.add("Asinh", importUnary<AsinhOp>);
  table.add("Atan", importUnary<AtanOp>);
  table.add("Atanh", importUnary<AtanhOp>);
  table.add("BitwiseNot", importUnary<NotOp>);
  table.add("Ceil", importUnary<CeilOp>);
  table.add("Cos", importUnary<CosOp>);
  table.add("Cosh", importUnary<CoshOp>);
  table.add("Erf", importUnary<ErfOp>);
  table.add("Exp", importUnary<ExpOp>);
  table.add("Floor", importUnary<FloorOp>);
  table.add("Log", importUnary<LogOp>);
  table.add("Neg", importUnary<NegOp>);
  table.add("Not", importUnary<NotOp>);
  table.add("Round", importUnary<RoundOp>);
  table.add("Sign", importUnary<SignOp>);
  table.add("Sin", importUnary<SinOp>);
  table.add("Sinh", importUnary<SinhOp>);
  table.add("Sqrt", importUnary<SqrtOp>);
  table.add("Tan", importUnary<TanOp>);

  table.add("Add", importBinary<AddOp>);
  table.add("And", importBinary<AndOp>);
  table.add("BitwiseAnd", importBinary<AndOp>);
  table.add("BitwiseOr", importBinary<OrOp>);
  table.add("BitwiseXor", importBinary<XorOp>);
  table.add("Div", importBinary<DivOp>);
  table.add("Mul", importBinary<MulOp>);
  table.add("Or", importBinary<OrOp>);
  table.add("Sub", importBinary<SubOp>);
  table.add("Xor", importBinary<XorOp>);
  table.add("Max", importVariadic<MaxOp>);
  table.add("Min", importVariadic<MinOp>);
  table.add("Sum", importVariadic<AddOp>);

  table.add("Equal", importCompare<Predicate::eq>);
  table.add("Greater", importCompare<Predicate::gt>);
  table.add("GreaterOrEqual", importCompare<Predicate::ge>);
  table.add("Less", importCompare<Predicate::lt>);
  table.add("LessOrEqual", importCompare<Predicate::le>);

  table.add("BitCast", importBitCast);
  table.add("BitShift", importBitShift);
  table.add("Cast", importCast);
  table.add("CastLike", importCastLike);
  table.add("Clip", importClip);
  table.add("Dropout", importDropout);
  table.add("Identity", importIdentity);
  table.add("IsInf", importIsInf);
  table.add("IsNaN", importIsNaN);
  table.add("Mean", importMean);
  table.add("Mod", importMod);
  table.add("Pow", importPow);
  table.add("Reciprocal", importReciprocal);
  table.add("Where", importWhere);
}
