// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Contractions as Gemm, MatMul or, where the equation is neither, Einsum;
// attention as the products and the softmax that it is.

#include "lib/Analysis/ScalingConstants.h"
#include "lib/Export/Onnx/ExportTable.h"
#include "lib/Export/Onnx/Products.h"
#include "passes/Simplify/Tensors.h"

#include <cmath>
#include <limits>

using namespace mlir;
using namespace weft;

namespace {
/// An equation as the product of matrices, after transpositions: the left one
/// [shared..., rows..., k], the right one [shared..., k, columns].
struct MatrixProduct {
  Layout left, right;
  /// Of the result [shared..., rows..., columns].
  Layout result;
  /// Whether both are matrices.
  bool isPlain = false;
};
} // namespace

static Layout placesOf(StringRef letters, StringRef in) {
  Layout places;
  for (char letter : letters)
    places.push_back(int64_t(in.find(letter)));
  return places;
}

static std::optional<MatrixProduct> findMatrixProduct(ContractOp op) {
  StringRef left = op.getLhsDims(), right = op.getRhsDims(),
            result = op.getResultDims();
  std::string shared, rows, columns, summed;
  for (char letter : result)
    (left.contains(letter) ? right.contains(letter) ? shared : rows
                           : columns) += letter;
  for (char letter : left)
    if (!result.contains(letter))
      summed += letter;
  for (char letter : right)
    if (!result.contains(letter) && !left.contains(letter))
      return std::nullopt;
  if (summed.size() != 1 || !right.contains(summed[0]) || columns.size() != 1 ||
      rows.empty() || (!shared.empty() && rows.size() != 1))
    return std::nullopt;
  MatrixProduct product;
  product.left = placesOf(shared + rows + summed, left);
  product.right = placesOf(shared + summed + columns, right);
  product.result = placesOf(shared + rows + columns, result);
  product.isPlain = shared.empty() && rows.size() == 1;
  return product;
}

/// Integers below 32 bits that a value of i16 is the difference of, and their
/// zero point, as importing MatMulInteger and its like writes them.
static std::optional<std::pair<Value, Value>> findBytes(Value value) {
  if (elementOf(value).isInteger(8))
    return std::pair(value, Value());
  Value zeroPoint;
  if (auto sub = value.getDefiningOp<SubOp>()) {
    auto cast = sub.getRhs().getDefiningOp<CastOp>();
    if (!cast || tensorType(cast).getRank() != 0)
      return std::nullopt;
    zeroPoint = cast.getOperand();
    value = sub.getLhs();
  }
  auto cast = value.getDefiningOp<CastOp>();
  if (!cast || !elementOf(cast.getOperand()).isInteger(8) ||
      (zeroPoint && elementOf(zeroPoint) != elementOf(cast.getOperand())))
    return std::nullopt;
  return std::pair(cast.getOperand(), zeroPoint);
}

/// Products of bytes with the range of each call: programs multiply integers
/// there only where the graph says so.
///
///   y = Cast(MatMulInteger(q, w, z)) * (s * t)
static bool exportScaledProduct(GraphWriter &graph, ContractOp op,
                                const MatrixProduct &product) {
  DequantizeOp left = findScaledBytes(op.getLhs()),
               right = findScaledBytes(op.getRhs());
  if (!left || !right || GraphWriter::isConstant(left.getScale()) ||
      !scalesWholeTensor(left) || right.getZeroPoint() ||
      !GraphWriter::isWeight(op.getRhs()) || !elementOf(op.getResult()).isF32())
    return false;
  bool isPerColumn = tensorType(right.getScale()).getRank() == 1;
  if (isPerColumn && int64_t(right.getDim()) != product.right.back())
    return false;
  std::vector<std::string> inputs = {
      graph.get(left.getOperand(), product.left),
      graph.get(right.getOperand(), product.right)};
  if (left.getZeroPoint())
    inputs.push_back(graph.get(left.getZeroPoint()));
  Type f32 = elementOf(op.getResult());
  std::string sums = graph.addCast(graph.add("MatMulInteger", inputs),
                                   IntegerType::get(op.getContext(), 32), f32);
  std::string scale = graph.add(
      "Mul", {graph.get(left.getScale()), graph.get(right.getScale())});
  graph.set(op.getResult(), graph.add("Mul", {sums, scale}), product.result);
  return true;
}

/// Of any equation.
static std::string addEinsum(GraphWriter &graph, ContractOp op, Type type) {
  std::string equation =
      (op.getLhsDims() + "," + op.getRhsDims() + "->" + op.getResultDims())
          .str();
  return graph.add(
      "Einsum",
      {graph.addCast(graph.get(op.getLhs()), elementOf(op.getLhs()), type),
       graph.addCast(graph.get(op.getRhs()), elementOf(op.getRhs()), type)},
      NodeAttributes().text("equation", equation));
}

static void exportIntegerProduct(GraphWriter &graph, ContractOp op,
                                 const std::optional<MatrixProduct> &product) {
  Type to = elementOf(op.getResult());
  if (to.getIntOrFloatBitWidth() < 32)
    return graph.refuse(op, "of integers whose sums have less than 32 bits");
  // Sums wrap alike in whatever type of the result's width.
  if (!product)
    return graph.set(op.getResult(), addEinsum(graph, op, to));
  auto left = findBytes(op.getLhs()), right = findBytes(op.getRhs());
  if (left && right && to.isSignlessInteger(32)) {
    std::vector<std::string> inputs = {graph.get(left->first, product->left),
                                       graph.get(right->first, product->right)};
    if (left->second || right->second)
      inputs.push_back(left->second ? graph.get(left->second) : "");
    if (right->second)
      inputs.push_back(graph.get(right->second));
    return graph.set(op.getResult(), graph.add("MatMulInteger", inputs),
                     product->result);
  }
  std::string x = graph.addCast(graph.get(op.getLhs(), product->left),
                                elementOf(op.getLhs()), to),
              y = graph.addCast(graph.get(op.getRhs(), product->right),
                                elementOf(op.getRhs()), to);
  graph.set(op.getResult(), graph.add("MatMul", {x, y}), product->result);
}

static void exportContract(GraphWriter &graph, ContractOp op) {
  Type type = elementOf(op.getLhs()), to = elementOf(op.getResult());
  std::optional<MatrixProduct> product = findMatrixProduct(op);
  if (!isa<FloatType>(type))
    return exportIntegerProduct(graph, op, product);
  if (product && exportScaledProduct(graph, op, *product))
    return;
  Value result = op.getResult();
  // Operands of two types of floats have the wider one there, and ONNX Runtime
  // has no products of bf16.
  Type wide = elementOf(op.getRhs()).getIntOrFloatBitWidth() >
                      type.getIntOrFloatBitWidth()
                  ? elementOf(op.getRhs())
                  : type;
  if (wide.isBF16() || (wide.isF16() && type != elementOf(op.getRhs())) ||
      to.isF32())
    wide = wide.isF64() ? wide : Float32Type::get(op.getContext());
  auto operand = [&](Value value, ArrayRef<int64_t> layout) {
    return graph.addCast(graph.get(value, layout), elementOf(value), wide);
  };
  if (!product)
    return graph.set(result,
                     graph.addCast(addEinsum(graph, op, wide), wide, to));
  std::vector<std::string> inputs = {operand(op.getLhs(), product->left),
                                     operand(op.getRhs(), product->right)};
  Value bias;
  int64_t rank = tensorType(result).getRank();
  bool isOfBytes = findScaledBytes(op.getLhs()) && findScaledBytes(op.getRhs());
  AddOp sum = wide == to && product->result.back() == rank - 1
                  ? findBiasSum(result, bias)
                  : AddOp();
  if (sum && !isOfBytes && product->isPlain) {
    inputs.push_back(graph.getFlat(bias));
    return graph.set(sum.getResult(), graph.add("Gemm", inputs));
  }
  std::string made = graph.addCast(graph.add("MatMul", inputs), wide, to);
  if (sum && isOfBytes) {
    // ONNX Runtime multiplies bytes in MatMul whatever reads the result, in
    // Gemm only where that is quantized; of a product and a vector it makes
    // Gemm.
    made = graph.add("Add", {made, graph.getFlat(bias, rank)});
    result = sum.getResult();
  }
  graph.set(result, made, product->result);
}

//===----------------------------------------------------------------------===//
// Attention
//===----------------------------------------------------------------------===//

/// Whether a mask of floats may exclude all keys of a query: one that is chosen
/// between two finite numbers does not.
static bool mayExcludeRows(GraphWriter &graph, Value mask) {
  auto select = mask.getDefiningOp<SelectOp>();
  auto isFinite = [&](Value value) {
    return value.getDefiningOp<ConstantOp>() &&
           tensorType(value).getRank() == 0 &&
           std::isfinite(graph.read(value).at<double>(0));
  };
  return !select || !isFinite(select.getOnTrue()) ||
         !isFinite(select.getOnFalse());
}

/// Which keys the queries see by their places; empty where lengths are not known.
static std::string makeBand(GraphWriter &graph, AttentionOp op) {
  int64_t rows = tensorType(op.getQuery()).getDimSize(2),
          columns = tensorType(op.getKey()).getDimSize(2);
  FailureOr<Tensor> band =
      ShapedType::isDynamic(rows) || ShapedType::isDynamic(columns)
          ? FailureOr<Tensor>(failure())
          : Tensor::allocate(IntegerType::get(op.getContext(), 1),
                             {rows, columns});
  if (failed(band))
    return "";
  char *to = band->getMutableData();
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < columns; ++j) {
      int64_t last = i + columns - rows;
      *to++ =
          (!op.getCausal() || j <= last) &&
          (int64_t(op.getWindow()) <= 0 || j > last - int64_t(op.getWindow()));
    }
  return graph.addConstant("band", *band);
}

static void exportAttention(GraphWriter &graph, AttentionOp op) {
  Type type = elementOf(op.getQuery());
  if (op.getPastKey())
    return graph.refuse(op, "with past keys");
  if (tensorType(op.getQuery()).getDimSize(1) !=
          tensorType(op.getKey()).getDimSize(1) ||
      ShapedType::isDynamic(tensorType(op.getKey()).getDimSize(1)))
    return graph.refuse(op, "with fewer heads of keys than of queries");
  if (elementOf(op.getKey()) != type || elementOf(op.getValue()) != type ||
      elementOf(op.getResult()) != type)
    return graph.refuse(op, "of several types");
  std::string scores =
      graph.add("MatMul", {graph.get(op.getQuery()),
                           graph.get(op.getKey(), {0, 1, 3, 2})});
  scores = graph.add(
      "Mul", {scores, graph.addScalar(type, op.getScale().convertToFloat())});
  if (float cap = op.getSoftcap().convertToFloat(); cap > 0) {
    std::string bound = graph.addScalar(type, cap);
    scores = graph.add(
        "Mul", {graph.add("Tanh", {graph.add("Div", {scores, bound})}), bound});
  }
  std::string seen;
  bool hasGuard = false;
  if (Value mask = op.getMask()) {
    hasGuard = isa<FloatType>(elementOf(mask)) && mayExcludeRows(graph, mask);
    if (elementOf(mask).isInteger(1))
      seen = graph.get(mask);
    else
      scores = graph.add("Add", {scores, graph.addCast(graph.get(mask),
                                                       elementOf(mask), type)});
  }
  if (op.getCausal() || op.getWindow() > 0) {
    std::string band = makeBand(graph, op);
    if (band.empty())
      return graph.refuse(op, "that is causal, of dynamic lengths");
    seen = seen.empty() ? band : graph.add("And", {seen, band});
  }
  // What is excluded has weight 0 after the softmax too, so that a row that sees
  // nothing is 0 and not NaN.
  if (!seen.empty())
    scores = graph.add(
        "Where",
        {seen, scores,
         graph.addScalar(type,
                         type.isF16()
                             ? -65504.0
                             : double(std::numeric_limits<float>::lowest()))});
  std::string weights =
      graph.add("Softmax", {scores}, NodeAttributes().integer("axis", -1));
  if (!seen.empty())
    weights = graph.add("Where", {seen, weights, graph.addScalar(type, 0)});
  if (hasGuard)
    weights = graph.add("Where", {graph.add("IsNaN", {weights}),
                                  graph.addScalar(type, 0), weights});
  graph.set(op.getResult(),
            graph.add("MatMul", {weights, graph.get(op.getValue())}));
}

void weft::registerContractionExports(ExportTable &table) {
  table.add(exportAttention);
  table.add(exportContract);
}
