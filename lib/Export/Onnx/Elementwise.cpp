// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The elementwise family. An op computes in the layout of its operands.

#include "lib/Export/Onnx/ExportTable.h"
#include "passes/Simplify/Tensors.h"

using namespace mlir;
using namespace weft;

/// The layout of the first operand of the result's rank that has another one
/// than its own order.
static Layout chooseLayout(GraphWriter &graph, Operation *op) {
  int64_t rank = tensorType(op->getResult(0)).getRank();
  for (Value operand : op->getOperands()) {
    if (tensorType(operand).getRank() != rank || GraphWriter::isWeight(operand))
      continue;
    if (Layout layout = graph.getLayout(operand); !isPlain(layout))
      return layout;
  }
  return getPlainLayout(rank);
}

static std::vector<std::string> getOperands(GraphWriter &graph, Operation *op,
                                            ArrayRef<int64_t> layout) {
  std::vector<std::string> names;
  for (Value operand : op->getOperands())
    names.push_back(graph.getBroadcast(operand, layout));
  return names;
}

/// A node of one name.
static void exportAs(GraphWriter &graph, Operation *op, StringRef name,
                     const NodeAttributes &attributes = {}) {
  Layout layout = chooseLayout(graph, op);
  std::vector<std::string> operands = getOperands(graph, op, layout);
  Type type = elementOf(op->getOperand(0)),
       wide = name.starts_with("Bitwise") ? type : findComputedType(type);
  if (wide != type)
    for (std::string &operand : operands)
      operand = graph.addCast(operand, type, wide);
  std::string made = graph.add(name, operands, attributes);
  if (wide != type)
    made = graph.addCast(made, wide, type);
  graph.set(op->getResult(0), made, layout);
}

/// The number that a constant of one element is.
static std::optional<double> findNumber(GraphWriter &graph, Value value) {
  RankedTensorType type = tensorType(value);
  if (!value.getDefiningOp<ConstantOp>() || !type.hasStaticShape() ||
      type.getNumElements() != 1)
    return std::nullopt;
  return graph.read(value).at<double>(0);
}

/// Relu and Clip are what other programs look for.
template <typename OpT> static void exportBound(GraphWriter &graph, OpT op) {
  constexpr bool isMax = std::is_same_v<OpT, MaxOp>;
  Value x = op.getLhs(), bound = op.getRhs();
  if (findNumber(graph, x))
    std::swap(x, bound);
  std::optional<double> number = findNumber(graph, bound);
  Type type = elementOf(x);
  if (!number || x.getType() != op.getType() || !isa<FloatType>(type) ||
      type.isBF16())
    return exportAs(graph, op, isMax ? "Max" : "Min");
  Layout layout = graph.getLayout(x);
  std::string operand = graph.get(x, layout);
  if (isMax && *number == 0)
    return graph.set(op.getResult(), graph.add("Relu", {operand}), layout);
  std::string limit = graph.addScalar(type, *number);
  // min(max(x, a), b), where nothing else reads the maximum.
  std::string low = isMax ? limit : "";
  auto inner = x.template getDefiningOp<MaxOp>();
  std::optional<double> least = !isMax && inner && inner->hasOneUse()
                                    ? findNumber(graph, inner.getRhs())
                                    : std::nullopt;
  if (least && inner.getLhs().getType() == inner.getType()) {
    layout = graph.getLayout(inner.getLhs());
    operand = graph.get(inner.getLhs(), layout);
    low = graph.addScalar(type, *least);
  }
  std::vector<std::string> inputs = {operand, low};
  if (!isMax)
    inputs.push_back(limit);
  graph.set(op.getResult(), graph.add("Clip", inputs), layout);
}

/// By type: of truth values, or of the bits of integers.
static void exportLogic(GraphWriter &graph, Operation *op, StringRef logical,
                        StringRef bitwise) {
  exportAs(graph, op,
           elementOf(op->getOperand(0)).isInteger(1) ? logical : bitwise);
}

static void exportRsqrt(GraphWriter &graph, RsqrtOp op) {
  Layout layout = graph.getLayout(op.getOperand());
  std::string root = graph.add("Sqrt", {graph.get(op.getOperand(), layout)});
  graph.set(op.getResult(), graph.add("Reciprocal", {root}), layout);
}

/// Near 0 by 2 t / (1 - t) with t = tanh(x / 2), which cancels nothing.
static void exportExpm1(GraphWriter &graph, Expm1Op op) {
  Layout layout = graph.getLayout(op.getOperand());
  Type type = elementOf(op.getOperand());
  std::string x = graph.get(op.getOperand(), layout),
              one = graph.addScalar(type, 1), two = graph.addScalar(type, 2);
  std::string t = graph.add("Tanh", {graph.add("Div", {x, two})});
  std::string near = graph.add(
      "Div", {graph.add("Mul", {t, two}), graph.add("Sub", {one, t})});
  std::string far = graph.add("Sub", {graph.add("Exp", {x}), one});
  std::string isNear = graph.add("Less", {graph.add("Abs", {x}), one});
  graph.set(op.getResult(), graph.add("Where", {isNear, near, far}), layout);
}

/// log(u) * x / (u - 1) with u = 1 + x, whose errors cancel (Goldberg, "What
/// every computer scientist should know about floating-point arithmetic",
/// 1991); x where u is 1, log(u) where x is as large as u.
static void exportLog1p(GraphWriter &graph, Log1pOp op) {
  Layout layout = graph.getLayout(op.getOperand());
  std::string x = graph.get(op.getOperand(), layout),
              one = graph.addScalar(elementOf(op.getOperand()), 1);
  std::string u = graph.add("Add", {x, one}), log = graph.add("Log", {u}),
              back = graph.add("Sub", {u, one});
  std::string near = graph.add("Mul", {log, graph.add("Div", {x, back})});
  std::string far =
      graph.add("Where", {graph.add("Equal", {back, x}), log, near});
  graph.set(op.getResult(),
            graph.add("Where", {graph.add("Equal", {u, one}), x, far}), layout);
}

static void exportNeg(GraphWriter &graph, NegOp op) {
  if (elementOf(op.getOperand()).isUnsignedInteger())
    return graph.refuse(op, "of unsigned integers");
  exportAs(graph, op, "Neg");
}

static void exportPow(GraphWriter &graph, PowOp op) {
  if (elementOf(op.getLhs()).isUnsignedInteger())
    return graph.refuse(op, "of unsigned integers");
  exportAs(graph, op, "Pow");
}

static void exportMod(GraphWriter &graph, ModOp op) {
  if (isa<FloatType>(elementOf(op.getLhs())))
    return graph.refuse(op, "of floats");
  exportAs(graph, op, "Mod");
}

static void exportRem(GraphWriter &graph, RemOp op) {
  exportAs(graph, op, "Mod", NodeAttributes().integer("fmod", 1));
}

static void exportShift(GraphWriter &graph, Operation *op, StringRef where) {
  if (!elementOf(op->getOperand(0)).isUnsignedInteger())
    return graph.refuse(op, "of signed integers");
  Layout layout = chooseLayout(graph, op);
  graph.set(op->getResult(0),
            graph.add("BitShift", getOperands(graph, op, layout),
                      NodeAttributes().text("direction", where)),
            layout);
}

static void exportCompare(GraphWriter &graph, CompareOp op) {
  Layout layout = chooseLayout(graph, op);
  std::vector<std::string> operands = getOperands(graph, op, layout);
  Predicate predicate = op.getPredicate();
  bool isOrder = predicate != Predicate::eq && predicate != Predicate::ne;
  Type type = elementOf(op.getLhs()), wide = findComputedType(type);
  // Order is not defined for truth values there.
  if (isOrder && type.isInteger(1))
    wide = IntegerType::get(op.getContext(), 32);
  if (wide != type)
    for (std::string &operand : operands)
      operand = graph.addCast(operand, type, wide);
  StringRef name = "Equal";
  switch (predicate) {
  case Predicate::eq:
  case Predicate::ne:
    break;
  case Predicate::lt:
    name = "Less";
    break;
  case Predicate::le:
    name = "LessOrEqual";
    break;
  case Predicate::gt:
    name = "Greater";
    break;
  case Predicate::ge:
    name = "GreaterOrEqual";
    break;
  }
  std::string made = graph.add(name, operands);
  if (predicate == Predicate::ne)
    made = graph.add("Not", {made});
  graph.set(op.getResult(), made, layout);
}

static void exportCast(GraphWriter &graph, CastOp op) {
  Layout layout = graph.getLayout(op.getOperand());
  graph.set(op.getResult(),
            graph.addCast(graph.get(op.getOperand(), layout),
                          elementOf(op.getOperand()),
                          elementOf(op.getResult())),
            layout);
}

template <typename OpT> static void addAs(ExportTable &table, StringRef name) {
  table.add<OpT>(
      [name](GraphWriter &graph, Operation *op) { exportAs(graph, op, name); });
}

template <typename OpT>
static void addLogic(ExportTable &table, StringRef logical, StringRef bitwise) {
  table.add<OpT>([logical, bitwise](GraphWriter &graph, Operation *op) {
    exportLogic(graph, op, logical, bitwise);
  });
}

template <typename OpT>
static void addShift(ExportTable &table, StringRef where) {
  table.add<OpT>([where](GraphWriter &graph, Operation *op) {
    exportShift(graph, op, where);
  });
}

void weft::registerElementwiseExports(ExportTable &table) {
  addAs<AbsOp>(table, "Abs");
  addAs<AcosOp>(table, "Acos");
  addAs<AcoshOp>(table, "Acosh");
  addAs<AddOp>(table, "Add");
  addLogic<AndOp>(table, "And", "BitwiseAnd");
  addAs<AsinOp>(table, "Asin");
  addAs<AsinhOp>(table, "Asinh");
  addAs<AtanOp>(table, "Atan");
  addAs<AtanhOp>(table, "Atanh");
  table.add(exportCast);
  addAs<CeilOp>(table, "Ceil");
  table.add(exportCompare);
  addAs<CosOp>(table, "Cos");
  addAs<CoshOp>(table, "Cosh");
  addAs<DivOp>(table, "Div");
  addAs<ErfOp>(table, "Erf");
  addAs<ExpOp>(table, "Exp");
  table.add(exportExpm1);
  addAs<FloorOp>(table, "Floor");
  table.add(exportLog1p);
  addAs<LogOp>(table, "Log");
  addAs<LogisticOp>(table, "Sigmoid");
  table.add(exportBound<MaxOp>);
  table.add(exportBound<MinOp>);
  table.add(exportMod);
  addAs<MulOp>(table, "Mul");
  table.add(exportNeg);
  addLogic<NotOp>(table, "Not", "BitwiseNot");
  addLogic<OrOp>(table, "Or", "BitwiseOr");
  table.add(exportPow);
  table.add(exportRem);
  addAs<RoundOp>(table, "Round");
  table.add(exportRsqrt);
  addAs<SelectOp>(table, "Where");
  addShift<ShlOp>(table, "LEFT");
  addShift<ShrOp>(table, "RIGHT");
  addAs<SignOp>(table, "Sign");
  addAs<SinOp>(table, "Sin");
  addAs<SinhOp>(table, "Sinh");
  addAs<SqrtOp>(table, "Sqrt");
  addAs<SubOp>(table, "Sub");
  addAs<TanOp>(table, "Tan");
  addAs<TanhOp>(table, "Tanh");
  addLogic<XorOp>(table, "Xor", "BitwiseXor");
}
