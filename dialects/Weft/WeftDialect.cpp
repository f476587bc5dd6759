// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Registration of the dialect, and the facts about types that its ops share.

#include "dialects/Weft/WeftDialect.h"
#include "dialects/Weft/WeftBytecode.h"
#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;

#include "dialects/Weft/WeftDialect.cpp.inc"
#include "dialects/Weft/WeftEnums.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "dialects/Weft/WeftAttributes.cpp.inc"

void WeftDialect::initialize() {
  registerAttributes();
  registerOps();
  addBytecodeVersion(*this);
}

void WeftDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "dialects/Weft/WeftAttributes.cpp.inc"
      >();
}

Operation *WeftDialect::materializeConstant(OpBuilder &builder, Attribute value,
                                            Type type, Location loc) {
  auto elements = dyn_cast<ElementsAttr>(value);
  if (!elements || elements.getType() != type)
    return nullptr;
  return ConstantOp::create(builder, loc, elements);
}

bool weft::areCompatibleTypes(TypeRange inferred, TypeRange actual) {
  if (inferred.size() != actual.size())
    return false;
  for (auto [lhs, rhs] : llvm::zip(inferred, actual)) {
    auto l = dyn_cast<RankedTensorType>(lhs),
         r = dyn_cast<RankedTensorType>(rhs);
    if (!l || !r || l.getElementType() != r.getElementType() ||
        failed(verifyCompatibleShape(l, r)))
      return false;
  }
  return true;
}

FailureOr<SmallVector<int64_t>>
weft::computeBroadcastShape(ArrayRef<int64_t> lhs, ArrayRef<int64_t> rhs) {
  if (lhs.size() < rhs.size())
    std::swap(lhs, rhs);
  SmallVector<int64_t> shape(lhs);
  size_t lead = lhs.size() - rhs.size();
  for (auto [i, b] : llvm::enumerate(rhs)) {
    int64_t &a = shape[lead + i];
    if (a == b || b == 1)
      continue;
    if (a == 1) {
      a = b;
    } else if (ShapedType::isDynamic(a)) {
      a = b;
    } else if (!ShapedType::isDynamic(b)) {
      return failure();
    }
  }
  return shape;
}

std::optional<SmallVector<int64_t>> weft::matchConstantInts(Value value) {
  DenseIntElementsAttr elements;
  if (!value || !matchPattern(value, m_Constant(&elements)))
    return std::nullopt;
  SmallVector<int64_t> ints;
  for (const APInt &v : elements.getValues<APInt>())
    ints.push_back(v.getBitWidth() == 1 ? v.getZExtValue() : v.getSExtValue());
  return ints;
}

namespace {
/// How deep matchPartialShape looks through the producers of a shape.
constexpr int kPartialShapeDepth = 16;

std::optional<SmallVector<int64_t>> matchPartial(Value value, int depth) {
  if (!value)
    return std::nullopt;
  if (auto ints = matchConstantInts(value))
    return ints;
  auto type = dyn_cast<RankedTensorType>(value.getType());
  if (!type || type.getRank() > 1 || !type.hasStaticShape() ||
      type.getNumElements() > 64)
    return std::nullopt;
  SmallVector<int64_t> unknown(type.getNumElements(), ShapedType::kDynamic);
  Operation *op = value.getDefiningOp();
  if (!op || depth == 0)
    return unknown;
  auto operandValues = [&](unsigned i) {
    return matchPartial(op->getOperand(i), depth - 1);
  };
  auto combined =
      llvm::TypeSwitch<Operation *, std::optional<SmallVector<int64_t>>>(op)
          .Case([&](ShapeOp shape) {
            return llvm::to_vector(
                cast<RankedTensorType>(shape.getOperand().getType())
                    .getShape());
          })
          .Case([&](DimOp dim) {
            return SmallVector<int64_t>{
                cast<RankedTensorType>(dim.getOperand().getType())
                    .getDimSize(dim.getDim())};
          })
          .Case([&](ReshapeOp) { return operandValues(0); })
          .Case([&](CastOp cast) -> std::optional<SmallVector<int64_t>> {
            if (!getElementTypeOrSelf(cast.getOperand().getType())
                     .isSignlessInteger())
              return std::nullopt;
            return operandValues(0);
          })
          .Case([&](ConcatOp concat) -> std::optional<SmallVector<int64_t>> {
            SmallVector<int64_t> all;
            for (unsigned i = 0; i < concat->getNumOperands(); ++i) {
              auto part = operandValues(i);
              if (!part)
                return std::nullopt;
              all.append(*part);
            }
            return all;
          })
          .Case([&](GatherOp gather) -> std::optional<SmallVector<int64_t>> {
            auto data = operandValues(0);
            auto indices = matchConstantInts(gather.getIndices());
            if (!data || !indices)
              return std::nullopt;
            SmallVector<int64_t> taken;
            for (int64_t i : *indices) {
              int64_t at = i < 0 ? i + static_cast<int64_t>(data->size()) : i;
              if (at < 0 || at >= static_cast<int64_t>(data->size()))
                return std::nullopt;
              taken.push_back((*data)[at]);
            }
            return taken;
          })
          .Case([&](SliceOp slice) -> std::optional<SmallVector<int64_t>> {
            auto data = operandValues(0);
            auto start = matchConstantInts(slice.getStarts()),
                 end = matchConstantInts(slice.getEnds()),
                 step = matchConstantInts(slice.getSteps());
            if (!data || !start || !end || !step || start->size() != 1 ||
                step->front() != 1)
              return std::nullopt;
            int64_t n = data->size();
            auto clamp = [n](int64_t v) {
              return std::clamp<int64_t>(v < 0 ? v + n : v, 0, n);
            };
            int64_t from = clamp(start->front()), to = clamp(end->front());
            if (from >= to)
              return SmallVector<int64_t>{};
            return SmallVector<int64_t>(data->begin() + from,
                                        data->begin() + to);
          })
          .Default([](Operation *) { return std::nullopt; });
  if (!combined || combined->size() != unknown.size())
    return unknown;
  return combined;
}
} // namespace

std::optional<SmallVector<int64_t>> weft::matchPartialShape(Value value) {
  auto type =
      value ? dyn_cast<RankedTensorType>(value.getType()) : RankedTensorType();
  if (!type || type.getRank() > 1)
    return std::nullopt;
  return matchPartial(value, kPartialShapeDepth);
}
