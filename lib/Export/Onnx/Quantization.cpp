// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quantization as pairs of QuantizeLinear and DequantizeLinear, whose integers
// programs multiply that have products of integers.

#include "lib/Export/Onnx/ExportTable.h"
#include "mlir/IR/Matchers.h"
#include "passes/Simplify/Tensors.h"

using namespace mlir;
using namespace weft;

namespace {
/// Scale and zero point, in the layout of what they scale.
struct Grid {
  std::string scale, zeroPoint;
  NodeAttributes attributes;
};
} // namespace

template <typename OpT>
static Grid makeGrid(GraphWriter &graph, OpT op, ArrayRef<int64_t> layout) {
  // Blocks have the dimensions of the operand.
  bool isBlocked = op.getBlock() != 0;
  auto name = [&](Value value) {
    return isBlocked ? graph.get(value, layout) : graph.get(value);
  };
  Grid grid{name(op.getScale()),
            op.getZeroPoint() ? name(op.getZeroPoint()) : "",
            {}};
  if (tensorType(op.getScale()).getRank() != 0)
    grid.attributes.integer("axis", findPlace(layout, op.getDim()));
  if (isBlocked)
    grid.attributes.integer("block_size", op.getBlock());
  return grid;
}

//===----------------------------------------------------------------------===//
// Ranges of each call
//===----------------------------------------------------------------------===//

static bool isNumber(Value value, double wanted) {
  DenseFPElementsAttr elements;
  return matchPattern(value, m_Constant(&elements)) && elements.isSplat() &&
         elements.getSplatValue<APFloat>().convertToDouble() == wanted;
}

/// Whether `value` is the bound of `x`, which includes 0.
template <typename BoundOp>
static bool isRange(Value value, ReductionKind kind, Value x) {
  auto bound = value.getDefiningOp<BoundOp>();
  auto reduce =
      bound ? bound.getLhs().template getDefiningOp<ReduceOp>() : ReduceOp();
  return reduce && isNumber(bound.getRhs(), 0) && reduce.getKind() == kind &&
         reduce.getOperand() == x &&
         reduce.getDims().size() == size_t(tensorType(x).getRank());
}

/// Whether scale and zero point are those of DynamicQuantizeLinear, as importing
/// it and weft-quantize-activations write them:
///
///   scale = select(step == 0, 1, step), step = (high - low) / 255
///   zero point = ui8(bound(round((0 - low) / scale)))
static bool hasRangeOfCall(QuantizeOp op) {
  Value x = op.getOperand();
  auto scale = op.getScale().getDefiningOp<SelectOp>();
  Operation *step = scale ? scale.getOnFalse().getDefiningOp() : nullptr;
  // weft-fold-scales multiplies by the inverse.
  bool isStep =
      step && ((isa<DivOp>(step) && isNumber(step->getOperand(1), 255)) ||
               (isa<MulOp>(step) &&
                isNumber(step->getOperand(1), double(1.0F / 255.0F))));
  auto width = isStep ? step->getOperand(0).getDefiningOp<SubOp>() : SubOp();
  if (!width || !isNumber(scale.getOnTrue(), 1) || !elementOf(x).isF32() ||
      !elementOf(op.getResult()).isUnsignedInteger(8) ||
      !isRange<MaxOp>(width.getLhs(), ReductionKind::max, x) ||
      !isRange<MinOp>(width.getRhs(), ReductionKind::min, x))
    return false;
  auto isFlat = scale.getCondition().getDefiningOp<CompareOp>();
  auto cast =
      op.getZeroPoint() ? op.getZeroPoint().getDefiningOp<CastOp>() : CastOp();
  auto least = cast ? cast.getOperand().getDefiningOp<MinOp>() : MinOp();
  auto most = least ? least.getLhs().getDefiningOp<MaxOp>() : MaxOp();
  auto round = most ? most.getLhs().getDefiningOp<RoundOp>() : RoundOp();
  auto offset = round ? round.getOperand().getDefiningOp<DivOp>() : DivOp();
  auto below = offset ? offset.getLhs().getDefiningOp<SubOp>() : SubOp();
  return isFlat && isFlat.getPredicate() == Predicate::eq &&
         isFlat.getLhs() == step->getResult(0) &&
         isNumber(isFlat.getRhs(), 0) && below &&
         offset.getRhs() == scale.getResult() && isNumber(below.getLhs(), 0) &&
         below.getRhs() == width.getRhs() && isNumber(least.getRhs(), 255) &&
         isNumber(most.getRhs(), 0);
}

//===----------------------------------------------------------------------===//
// Ops
//===----------------------------------------------------------------------===//

static void exportQuantize(GraphWriter &graph, QuantizeOp op) {
  Value x = op.getOperand();
  Type type = elementOf(op.getResult());
  if (type.getIntOrFloatBitWidth() > 16)
    return graph.refuse(op, "to integers of more than 16 bits");
  Layout layout = graph.getLayout(x);
  if (hasRangeOfCall(op)) {
    std::vector<std::string> made =
        graph.add("DynamicQuantizeLinear", {graph.get(x, layout)}, {}, 3);
    graph.set(op.getResult(), made[0], layout);
    graph.set(op.getScale(), made[1]);
    graph.set(op.getZeroPoint(), made[2]);
    return;
  }
  Grid grid = makeGrid(graph, op, layout);
  // The zero point says the type.
  if (grid.zeroPoint.empty() && tensorType(op.getScale()).getRank() == 0)
    grid.zeroPoint = graph.addScalar(type, 0);
  else if (grid.zeroPoint.empty())
    grid.attributes.integer("output_dtype", int64_t(findDataType(type)));
  graph.set(op.getResult(),
            graph.add("QuantizeLinear",
                      {graph.get(x, layout), grid.scale, grid.zeroPoint},
                      grid.attributes),
            layout);
}

std::string weft::exportDequantize(GraphWriter &graph, DequantizeOp op,
                                   ArrayRef<int64_t> layout) {
  Grid grid = makeGrid(graph, op, layout);
  Type scale = elementOf(op.getScale()), type = elementOf(op.getResult());
  // The result has the scale's type: nothing may be rounded in between.
  if (scale != type)
    grid.scale =
        graph.addCast(grid.scale, scale, Float32Type::get(op.getContext()));
  std::vector<std::string> inputs = {graph.get(op.getOperand(), layout),
                                     grid.scale};
  if (!grid.zeroPoint.empty())
    inputs.push_back(grid.zeroPoint);
  std::string made = graph.add("DequantizeLinear", inputs, grid.attributes);
  return scale == type
             ? made
             : graph.addCast(made, Float32Type::get(op.getContext()), type);
}

static void exportDequantizeOp(GraphWriter &graph, DequantizeOp op) {
  // Weights are dequantized in the layout that is asked for.
  if (GraphWriter::isWeight(op.getResult()))
    return;
  Layout layout = graph.getLayout(op.getOperand());
  graph.set(op.getResult(), exportDequantize(graph, op, layout), layout);
}

void weft::registerQuantizationExports(ExportTable &table) {
  table.add(exportDequantizeOp);
  table.add(exportQuantize);
}
