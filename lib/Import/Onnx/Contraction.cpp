// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Products of matrices, as weft.contract.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// Letters for the dimensions of one side; m, k and n are taken.
static constexpr StringRef batchLetters =
    "abcdefghijlopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Multiplies matrices with NumPy's rules for batches and vectors.
static Value multiply(TensorBuilder &b, Value left, Value right) {
  int64_t leftRank = b.rankOf(left), rightRank = b.rankOf(right);
  if (leftRank == 0 || rightRank == 0 ||
      std::max(leftRank, rightRank) - 2 > int64_t(batchLetters.size()))
    return b.fail("operands of rank " + Twine(leftRank) + " and " +
                  Twine(rightRank) + ", expected at least 1");
  // Batches are aligned at the last dimension. One of size 1 beside another
  // size is taken out of its operand, since weft.contract does not broadcast.
  std::string leftTerm, rightTerm, result;
  SmallVector<int64_t> leftOnes, rightOnes;
  int64_t batch = std::max<int64_t>(std::max(leftRank, rightRank) - 2, 0);
  for (int64_t i = 0; i < batch; ++i) {
    int64_t fromEnd = batch - i;
    int64_t atLeft = leftRank - 2 - fromEnd, atRight = rightRank - 2 - fromEnd;
    bool hasLeft = leftRank > 1 && atLeft >= 0;
    bool hasRight = rightRank > 1 && atRight >= 0;
    bool leftIsOne = hasLeft && b.sizesOf(left)[atLeft] == 1;
    bool rightIsOne = hasRight && b.sizesOf(right)[atRight] == 1;
    char letter = batchLetters[i];
    result += letter;
    if (hasLeft && leftIsOne && hasRight && !rightIsOne)
      leftOnes.push_back(atLeft);
    else if (hasLeft)
      leftTerm += letter;
    if (hasRight && rightIsOne && hasLeft && !leftIsOne)
      rightOnes.push_back(atRight);
    else if (hasRight)
      rightTerm += letter;
  }
  if (!leftOnes.empty())
    left = b.squeeze(left, leftOnes);
  if (!rightOnes.empty())
    right = b.squeeze(right, rightOnes);
  leftTerm += leftRank > 1 ? "mk" : "k";
  rightTerm += rightRank > 1 ? "kn" : "k";
  result += leftRank > 1 ? "m" : "";
  result += rightRank > 1 ? "n" : "";
  return b.contract(leftTerm + "," + rightTerm + "->" + result, left, right);
}

static void importMatMul(NodeContext &node) {
  Value left = node.operand(0), right = node.operand(1);
  if (!node.b.failed())
    node.setResult(0, multiply(node.b, left, right));
}

static void importGemm(NodeContext &node) {
  TensorBuilder &b = node.b;
  std::string left = node.flag("transA") ? "km" : "mk";
  std::string right = node.flag("transB") ? "nk" : "kn";
  double alpha = node.real("alpha", 1), beta = node.real("beta", 1);
  Value y =
      b.contract(left + "," + right + "->mn", node.operand(0), node.operand(1));
  if (alpha != 1)
    y = b.mul(y, b.like(y, alpha));
  if (Value c = node.optional(2))
    y = b.add(y, beta == 1 ? c : b.mul(c, b.like(c, beta)));
  node.setResult(0, y);
}

/// A matrix of integers as i32 without its zero point, which is a scalar or has
/// a value for each row (or column).
static Value withoutZeroPoint(TensorBuilder &b, Value x, Value zeroPoint,
                              bool isPerRow) {
  Type i32 = b.builder.getI32Type();
  Value wide = b.cast(x, i32);
  if (!zeroPoint)
    return wide;
  Value zero = b.cast(zeroPoint, i32);
  if (isPerRow && b.rankOf(zero) == 1 && b.sizesOf(zero)[0] != 1)
    zero = b.unsqueeze(zero, {1});
  return b.sub(wide, zero);
}

static void importMatMulInteger(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value left = withoutZeroPoint(b, node.operand(0), node.optional(2), true);
  Value right = withoutZeroPoint(b, node.operand(1), node.optional(3), false);
  if (!b.failed())
    node.setResult(0, multiply(b, left, right));
}

void weft::onnx::registerContractionOps(OpTable &table) {
  table.add("Gemm", importGemm);
  table.add("MatMul", importMatMul);
  table.add("MatMulInteger", importMatMulInteger);
}
