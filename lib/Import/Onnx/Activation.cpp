// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Activation functions, by the formulas of the ONNX specification.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"
#include <cmath>

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

static void importRelu(NodeContext &node) {
  Value x = node.operand(0);
  node.setResult(0, node.b.max(x, node.b.like(x, 0)));
}

/// `x` where it is not negative, else `negative`.
static Value selectBySign(TensorBuilder &b, Value x, Value negative) {
  return b.select(b.compare(Predicate::lt, x, b.like(x, 0)), negative, x);
}

static void importLeakyRelu(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  Value slope = b.like(x, node.real("alpha", 0.01));
  node.setResult(0, selectBySign(b, x, b.mul(x, slope)));
}

static void importPRelu(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  node.setResult(0, selectBySign(b, x, b.mul(x, node.operand(1))));
}

static void importElu(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  Value alpha = b.like(x, node.real("alpha", 1));
  node.setResult(0, selectBySign(b, x, b.mul(alpha, b.create<Expm1Op>({x}))));
}

static void importSelu(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  Value alpha = b.like(x, node.real("alpha", 1.67326319217681884765625));
  Value gamma = b.like(x, node.real("gamma", 1.05070102214813232421875));
  Value elu = selectBySign(b, x, b.mul(alpha, b.create<Expm1Op>({x})));
  node.setResult(0, b.mul(gamma, elu));
}

static void importCelu(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  Value alpha = b.like(x, node.real("alpha", 1));
  Value negative = b.mul(alpha, b.create<Expm1Op>({b.div(x, alpha)}));
  node.setResult(0, selectBySign(b, x, negative));
}

static void importThresholdedRelu(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  Value isAbove = b.compare(Predicate::gt, x, b.like(x, node.real("alpha", 1)));
  node.setResult(0, b.select(isAbove, x, b.like(x, 0)));
}

static Value bound(TensorBuilder &b, Value x, double low, double high) {
  return b.min(b.max(x, b.like(x, low)), b.like(x, high));
}

static void importHardSigmoid(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  Value scaled = b.mul(x, b.like(x, node.real("alpha", 0.2)));
  Value line = b.add(scaled, b.like(x, node.real("beta", 0.5)));
  node.setResult(0, bound(b, line, 0, 1));
}

static void importHardSwish(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  Value line = b.add(b.mul(x, b.like(x, 1.0 / 6)), b.like(x, 0.5));
  node.setResult(0, b.mul(x, bound(b, line, 0, 1)));
}

static void importSigmoid(NodeContext &node) {
  node.setResult(0, node.b.logistic(node.operand(0)));
}

static Value swish(NodeContext &node, Value x) {
  TensorBuilder &b = node.b;
  Value scaled = b.mul(x, b.like(x, node.real("alpha", 1)));
  return b.mul(x, b.logistic(scaled));
}

static void importSwish(NodeContext &node) {
  node.setResult(0, swish(node, node.operand(0)));
}

static void importSwiGlu(NodeContext &node) {
  Value gate = node.operand(0), x = node.operand(1);
  node.setResult(0, node.b.mul(swish(node, gate), x));
}

static void importTanh(NodeContext &node) {
  node.setResult(0, node.b.tanh(node.operand(0)));
}

/// log(1 + exp(x)), which does not overflow in this form.
static Value softplus(TensorBuilder &b, Value x) {
  Value small = b.create<Log1pOp>({b.exp(b.neg(b.abs(x)))});
  return b.add(b.max(x, b.like(x, 0)), small);
}

static void importSoftplus(NodeContext &node) {
  node.setResult(0, softplus(node.b, node.operand(0)));
}

static void importMish(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  node.setResult(0, b.mul(x, b.tanh(softplus(b, x))));
}

static void importSoftsign(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  node.setResult(0, b.div(x, b.add(b.abs(x), b.like(x, 1))));
}

static Value geluByErf(TensorBuilder &b, Value x) {
  Value erf = b.create<ErfOp>({b.mul(x, b.like(x, std::sqrt(0.5)))});
  return b.mul(b.mul(x, b.like(x, 0.5)), b.add(erf, b.like(x, 1)));
}

static Value geluByTanh(TensorBuilder &b, Value x) {
  Value cube = b.mul(b.mul(x, x), x);
  Value sum = b.add(x, b.mul(cube, b.like(x, 0.044715)));
  Value tanh = b.tanh(b.mul(sum, b.like(x, std::sqrt(2 / M_PI))));
  return b.mul(b.mul(x, b.like(x, 0.5)), b.add(tanh, b.like(x, 1)));
}

static void importGelu(NodeContext &node) {
  Value x = node.operand(0);
  StringRef approximate = node.string("approximate", "none");
  if (approximate != "none" && approximate != "tanh")
    node.fail("approximate '" + approximate + "', expected none or tanh");
  node.setResult(0, approximate == "tanh" ? geluByTanh(node.b, x)
                                          : geluByErf(node.b, x));
}

static void importShrink(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value x = node.operand(0);
  double threshold = node.real("lambd", 0.5);
  Value bias = b.like(x, node.real("bias", 0));
  Value isLow = b.compare(Predicate::lt, x, b.like(x, -threshold));
  Value isHigh = b.compare(Predicate::gt, x, b.like(x, threshold));
  Value high = b.select(isHigh, b.sub(x, bias), b.like(x, 0));
  node.setResult(0, b.select(isLow, b.add(x, bias), high));
}

void weft::onnx::registerActivationOps(OpTable &table) {
  table.add("Celu", importCelu);
  table.add("Elu", importElu);
  table.add("Gelu", importGelu);
  table.add("HardSigmoid", importHardSigmoid);
  table.add("HardSwish", importHardSwish);
  table.add("LeakyRelu", importLeakyRelu);
  table.add("Mish", importMish);
  table.add("PRelu", importPRelu);
  table.add("Relu", importRelu);
  table.add("Selu", importSelu);
  table.add("Shrink", importShrink);
  table.add("Sigmoid", importSigmoid);
  table.add("Softplus", importSoftplus);
  table.add("Softsign", importSoftsign);
  table.add("SwiGLU", importSwiGlu);
  table.add("Swish", importSwish);
  table.add("Tanh", importTanh);
  table.add("ThresholdedRelu", importThresholdedRelu);
}
