// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Products of matrices, as weft.contract.

#include "lib/Import/Onnx/Contraction.h"
#include "lib/Import/Onnx/Families.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// Letters for the dimensions of one side; m, k and n are taken.
static constexpr StringRef batchLetters =
    "abcdefghijlopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

Value weft::onnx::multiplyMatrices(TensorBuilder &b, Value left, Value right,
                                   Type element) {
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
  Value product =
      b.contract(leftTerm + "," + rightTerm + "->" + result, left, right);
  if (element && product)
    product.setType(b.typeOf(product).clone(element));
  return product;
}

static void importMatMul(NodeContext &node) {
  Value left = node.operand(0), right = node.operand(1);
  if (!node.b.failed())
    node.setResult(0, multiplyMatrices(node.b, left, right));
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

void weft::onnx::registerContractionOps(OpTable &table) {
  table.add("Gemm", importGemm);
  table.add("MatMul", importMatMul);
}
