// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Quantized weights become floats again, so that they can be quantized otherwise.
//
//   weft.parameter @w.codes : tensor<64x320xi4>
//   weft.parameter @w.scales : tensor<64x3xf16>
//   %c = weft.get @w.codes : tensor<64x320xi4>
//   %s = weft.get @w.scales : tensor<64x3xf16>
//   %f = weft.dequantize %c, %s {block = 128 : i64, dim = 1 : i64} : (tensor<64x320xi4>, tensor<64x3xf16>) -> tensor<64x320xbf16>
//
// becomes
//
//   weft.parameter @w : tensor<64x320xf16> {weft.quantized = {bits = 4 : i64, group = 128 : i64}}
//   %w = weft.get @w : tensor<64x320xf16>
//   %f = weft.cast %w : (tensor<64x320xf16>) -> tensor<64x320xbf16>
//
// The same of rows that are gathered from codes, scales and zero points by the same indices.

#include "passes/Compress/Compress.h"
#include "passes/Compress/ParameterWriter.h"
#include "llvm/ADT/MapVector.h"

namespace weft {
#define GEN_PASS_DEF_DEQUANTIZEWEIGHTS
#include "passes/Compress/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
/// A dequantization of parameters, or of rows of them.
struct Reading {
  DequantizeOp op;
  ParameterOp codes, scales, zeros;
  /// The indices of the rows; null where it is the whole.
  Value rows;
};

class DequantizeWeightsPass
    : public weft::impl::DequantizeWeightsBase<DequantizeWeightsPass> {
  void runOnOperation() override {
    ParameterTable parameters(getOperation());
    llvm::MapVector<Operation *, SmallVector<Reading>> readings;
    getOperation().walk([&](DequantizeOp op) {
      Reading reading{op, {}, {}, {}, {}};
      if (match(parameters, reading))
        readings[reading.codes].push_back(reading);
    });
    for (auto &[codes, group] : readings)
      if (failed(dequantize(parameters, group)))
        return signalPassFailure();
    if (!readings.empty())
      parameters.dropUnused();
  }

  static ParameterOp findParameter(ParameterTable &parameters, Value value,
                                   Value &rows) {
    if (auto gather = value.getDefiningOp<GatherOp>();
        gather && gather.getDim() == 0) {
      if (rows && rows != gather.getIndices())
        return {};
      rows = gather.getIndices();
      value = gather.getData();
    } else if (rows) {
      return {};
    }
    auto get = value.getDefiningOp<GetOp>();
    return get ? parameters.find(get.getParameter()) : ParameterOp();
  }

  static bool match(ParameterTable &parameters, Reading &reading) {
    DequantizeOp op = reading.op;
    auto type = cast<RankedTensorType>(op.getOperand().getType());
    reading.codes = findParameter(parameters, op.getOperand(), reading.rows);
    reading.scales = findParameter(parameters, op.getScale(), reading.rows);
    if (!reading.codes || !reading.scales || op.getBlock() == 0 ||
        static_cast<int64_t>(op.getDim()) != type.getRank() - 1 ||
        cast<RankedTensorType>(reading.codes.getType()).getRank() != 2 ||
        cast<RankedTensorType>(reading.scales.getType()).getRank() != 2)
      return false;
    if (!op.getZeroPoint())
      return true;
    reading.zeros = findParameter(parameters, op.getZeroPoint(), reading.rows);
    return reading.zeros != nullptr;
  }

  LogicalResult dequantize(ParameterTable &parameters,
                           ArrayRef<Reading> readings) {
    Reading first = readings.front();
    for (Reading other : readings)
      if (other.scales != first.scales || other.zeros != first.zeros ||
          other.op.getBlock() != first.op.getBlock())
        return first.codes.emitError()
               << "'" << first.codes.getSymName()
               << "' is read with several scales: it cannot be dequantized";
    FailureOr<ParameterOp> weight = writeWeight(parameters, first);
    if (failed(weight))
      return failure();
    OpBuilder builder(&getContext());
    for (Reading reading : readings) {
      DequantizeOp op = reading.op;
      builder.setInsertionPoint(op);
      Value value = GetOp::create(builder, op.getLoc(), weight->getType(),
                                  weight->getSymName());
      if (reading.rows)
        value = GatherOp::create(builder, op.getLoc(), value, reading.rows,
                                 builder.getI64IntegerAttr(0));
      auto type = cast<RankedTensorType>(value.getType())
                      .clone(getElementTypeOrSelf(op.getType()));
      if (type != value.getType())
        value = CastOp::create(builder, op.getLoc(), type, value);
      SmallVector<Operation *> parts;
      for (Value operand : op->getOperands())
        parts.push_back(operand.getDefiningOp());
      op.replaceAllUsesWith(value);
      op.erase();
      eraseDead(parts);
    }
    return success();
  }

  static void eraseDead(ArrayRef<Operation *> ops) {
    llvm::SmallSetVector<Operation *, 8> pending(ops.begin(), ops.end());
    while (!pending.empty()) {
      Operation *op = pending.pop_back_val();
      if (!isOpTriviallyDead(op))
        continue;
      for (Value operand : op->getOperands())
        if (Operation *def = operand.getDefiningOp())
          pending.insert(def);
      op->erase();
    }
  }

  FailureOr<ParameterOp> writeWeight(ParameterTable &parameters,
                                     Reading reading) {
    FailureOr<Tensor> codes = parameters.readStored(reading.codes),
                      scales = parameters.read(reading.scales);
    FailureOr<Tensor> zeros = reading.zeros ? parameters.read(reading.zeros)
                                            : FailureOr<Tensor>(Tensor());
    if (failed(codes) || failed(scales) || failed(zeros))
      return reading.codes.emitError()
             << "weight '" << reading.codes.getSymName()
             << "' has bytes neither in the module nor in the weight store";
    auto type = cast<RankedTensorType>(reading.codes.getType());
    int64_t rows = type.getDimSize(0), width = type.getDimSize(1),
            block = reading.op.getBlock(),
            groups = scales->getDim(1);
    Element element = *findElement(type.getElementType());
    auto codesOf = [&](int64_t row, std::vector<double> &values) {
      if (unsigned bits = reading.codes.getValueAttr()
                              ? 0
                              : getPackedBits(element)) {
        std::vector<int8_t> unpacked(static_cast<size_t>(width));
        unpackCodes(bits, codes->getBytes(),
                    static_cast<uint64_t>(row * width),
                    static_cast<uint64_t>(width), unpacked.data());
        llvm::copy(unpacked, values.begin());
        return;
      }
      load(element, codes->getData() + row * width * getSizeBytes(element),
           width, values.data());
    };
    std::vector<double> allScales = scales->widen<double>(), allZeros;
    if (reading.zeros)
      allZeros = zeros->widen<double>();
    // f16 holds every code times an f16, but for its last bits; unless it is
    // too large.
    double largest = 0;
    for (double scale : allScales)
      largest = std::max(largest, std::fabs(scale));
    OpBuilder builder(&getContext());
    bool isHalf = scales->getElement() == Element::F16 &&
                  largest * std::ldexp(1, type.getElementTypeBitWidth()) <
                      65504;
    Type target =
        isHalf ? Type(builder.getF16Type()) : Type(builder.getF32Type());
    ParameterOp origin = reading.codes;
    StringRef name = origin.getSymName();
    // As it was called before it was quantized.
    std::string old = name.ends_with(".codes") ? name.drop_back(6).str()
                                               : (name + ".floats").str();
    auto writer = ParameterWriter::begin(parameters, origin, old,
                                         type.clone(target));
    if (failed(writer))
      return failure();
    std::vector<double> values(static_cast<size_t>(width));
    std::vector<char> bytes(values.size() * (isHalf ? 2 : 4));
    for (int64_t row = 0; row < rows; ++row) {
      codesOf(row, values);
      for (auto [k, value] : llvm::enumerate(values)) {
        size_t at = static_cast<size_t>(row * groups) +
                    k / static_cast<size_t>(block);
        value = (value - (allZeros.empty() ? 0 : allZeros[at])) * allScales[at];
      }
      store(isHalf ? Element::F16 : Element::F32, values.data(), width,
            bytes.data());
      (*writer)->write(bytes);
      if (row % 64 == 63)
        parameters.release(reading.codes);
    }
    if (failed((*writer)->finish()))
      return failure();
    auto number = [&](StringRef name, int64_t value) {
      return builder.getNamedAttr(name, builder.getI64IntegerAttr(value));
    };
    (*writer)->getParameter()->setAttr(
        kQuantizedAttribute,
        builder.getDictionaryAttr(
            {number("bits", type.getElementTypeBitWidth()),
             number("group", block >= width ? 0 : block)}));
    if (Attribute pruned = reading.codes->getAttr(kPrunedAttribute))
      (*writer)->getParameter()->setAttr(kPrunedAttribute, pruned);
    return (*writer)->getParameter();
  }
};
} // namespace
