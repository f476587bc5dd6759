// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Comparison of whole outputs.

#include "tools/weft/Check.h"
#include "dialects/Weft/RoundedProducts.h"
#include "lib/Interpreter/Interpreter.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/Support/Format.h"
#include <cmath>

using namespace mlir;
using namespace weft;

FailureOr<SmallVector<Tensor>> weft::runInterpreter(FuncOp function,
                                                    ArrayRef<Tensor> inputs) {
  Signature signature = describeFunction(function);
  llvm::StringMap<int64_t> symbols;
  for (auto [argument, tensor] : llvm::zip(signature.inputs, inputs))
    for (size_t i = 0; !tensor.isNull() && i < argument.dims.size(); ++i)
      if (argument.dims[i] < 0 && !argument.symbols[i].empty())
        symbols.try_emplace(argument.symbols[i], tensor.getDim(i));
  SmallVector<Tensor> values(inputs);
  for (auto [argument, tensor] : llvm::zip(signature.inputs, values)) {
    if (!tensor.isNull())
      continue;
    SmallVector<int64_t> dims(argument.dims);
    for (auto [i, dim] : llvm::enumerate(dims))
      if (dim < 0)
        dim = symbols.lookup(argument.symbols[i]);
    FailureOr<Tensor> zeros = Tensor::allocate(argument.elementType, dims);
    if (failed(zeros))
      return function.emitError("no memory for state '")
             << argument.state << "'";
    tensor = *zeros;
  }
  return interpret(function, values);
}

/// Inputs that are larger by a millionth, where they are f32.
static std::vector<Tensor> moveInputs(ArrayRef<Tensor> inputs) {
  std::vector<Tensor> moved;
  for (const Tensor &input : inputs) {
    moved.push_back(input);
    if (input.isNull() || input.getElement() != Element::F32)
      continue;
    FailureOr<Tensor> copy =
        Tensor::allocate(input.getElementType(), input.getDims());
    if (failed(copy))
      continue;
    auto *to = reinterpret_cast<float *>(copy->getMutableData());
    for (double value : input.widen<double>())
      *to++ = static_cast<float>(value * (1 + 1e-6));
    moved.back() = *copy;
  }
  return moved;
}

static bool hasRoundedAttention(FuncOp function) {
  return function
      ->walk([](AttentionOp op) {
        return mayRoundToBF16(op) ? WalkResult::interrupt()
                                  : WalkResult::advance();
      })
      .wasInterrupted();
}

/// Runs a copy of the function in which what attention may round to bf16 is rounded.
static FailureOr<SmallVector<Tensor>> runRounded(FuncOp function,
                                                 ArrayRef<Tensor> inputs) {
  auto copy = cast<FuncOp>(function->clone());
  SymbolTable(function->getParentOfType<ModuleOp>()).insert(copy);
  copy->walk([](AttentionOp op) {
    if (!mayRoundToBF16(op))
      return;
    OpBuilder b(op);
    for (OpOperand &operand : op->getOpOperands()) {
      auto type = cast<RankedTensorType>(operand.get().getType());
      if (operand.get() == op.getMask() || !type.getElementType().isF32())
        continue;
      Value rounded = CastOp::create(
          b, op.getLoc(), type.clone(b.getBF16Type()), operand.get());
      operand.set(CastOp::create(b, op.getLoc(), type, rounded));
    }
  });
  FailureOr<SmallVector<Tensor>> outputs = runInterpreter(copy, inputs);
  copy.erase();
  return outputs;
}

/// The least precise type that the function multiplies, "" where that is f32.
static StringRef findProductType(FuncOp function) {
  StringRef found;
  function->walk([&](Operation *op) {
    if (!isa<ContractOp, ConvOp, AttentionOp>(op))
      return;
    for (Type type : op->getOperandTypes()) {
      Type element = getElementTypeOrSelf(type);
      if (element.isBF16())
        found = "bf16";
      else if (element.isF16() && found.empty())
        found = "f16";
    }
  });
  return found;
}

FailureOr<std::vector<Expectation>>
weft::computeExpectations(FuncOp function, ArrayRef<Tensor> inputs) {
  FailureOr<SmallVector<Tensor>> values = runInterpreter(function, inputs);
  if (failed(values))
    return failure();
  std::vector<Expectation> expectations;
  StringRef products = findProductType(function);
  bool roundsOnTiles = hasRoundedAttention(function);
  for (Tensor &value : *values)
    expectations.push_back({std::move(value), false, products, roundsOnTiles});
  if (!function.isExternal())
    for (auto [value, each] :
         llvm::zip(function.getBody().front().getTerminator()->getOperands(),
                   expectations))
      each.isQuantized = isa_and_nonnull<QuantizeOp>(value.getDefiningOp());
  bool quantizes =
      function->walk([](QuantizeOp) { return WalkResult::interrupt(); })
          .wasInterrupted();
  if (!quantizes)
    return expectations;
  FailureOr<SmallVector<Tensor>> moved =
      runInterpreter(function, moveInputs(inputs));
  if (failed(moved))
    return failure();
  for (auto [each, value] : llvm::zip(expectations, *moved))
    each.moved = std::move(value);
  if (!roundsOnTiles)
    return expectations;
  FailureOr<SmallVector<Tensor>> rounded = runRounded(function, inputs);
  if (failed(rounded))
    return failure();
  for (auto [each, value] : llvm::zip(expectations, *rounded))
    each.rounded = std::move(value);
  return expectations;
}

static double getTolerance(Element element, StringRef precision) {
  if (element == Element::BF16 || precision == "bf16")
    return 2e-2;
  return element == Element::F16 || precision == "f16" ? 1e-2 : 1e-4;
}

namespace {
/// How far apart two tensors of floats are.
struct Distance {
  /// In the 2-norm, relative; the largest one, and their mean.
  double relative = 0, largest = 0, mean = 0;
  /// Between the least and the greatest expected element.
  double range = 0;
  int64_t misplaced = 0;
};
} // namespace

static Distance measureDistance(const Tensor &found, const Tensor &expected) {
  Distance distance;
  double difference = 0, magnitude = 0, least = INFINITY, most = -INFINITY;
  std::vector<double> is = found.widen<double>(),
                      should = expected.widen<double>();
  for (auto [a, b] : llvm::zip(is, should)) {
    if (!std::isfinite(a) || !std::isfinite(b)) {
      distance.misplaced += !(std::isnan(a) && std::isnan(b)) && a != b;
      continue;
    }
    difference += (a - b) * (a - b);
    magnitude += b * b;
    distance.mean += std::fabs(a - b) / static_cast<double>(is.size());
    distance.largest = std::max(distance.largest, std::fabs(a - b));
    least = std::min(least, b);
    most = std::max(most, b);
  }
  if (difference != 0)
    distance.relative = std::sqrt(difference / std::max(magnitude, 1e-60));
  distance.range = std::max(0.0, most - least);
  return distance;
}

static bool compareFloats(const Tensor &found, const Expectation &expected,
                          StringRef precision, bool isOnTiles,
                          raw_ostream &report) {
  constexpr double kSteps = 255, kNoiseFactor = 3;
  Distance distance = measureDistance(found, expected.value);
  double allowed =
      std::max(getTolerance(expected.value.getElement(), precision),
               getTolerance(expected.value.getElement(), expected.products));
  isOnTiles &= expected.roundsOnTiles;
  if (isOnTiles)
    allowed =
        std::max(allowed, getTolerance(expected.value.getElement(), "bf16"));
  bool isNear = distance.relative <= allowed;
  report << "relative error " << llvm::format("%.2e", distance.relative)
         << " (at most " << llvm::format("%.0e", allowed)
         << "), largest difference " << llvm::format("%.2e", distance.largest);
  if (!isNear && !expected.moved.isNull()) {
    double noise = measureDistance(expected.moved, expected.value).relative,
           steps = distance.range > 0 ? distance.mean * kSteps / distance.range
                                      : INFINITY;
    if (isOnTiles)
      noise = std::max(
          noise, measureDistance(expected.rounded, expected.value).relative);
    isNear = distance.relative <= kNoiseFactor * noise || steps <= 1;
    report << "; of a quantized model at most three times the "
           << llvm::format("%.2e", noise) << " that a millionth of its inputs"
           << (isOnTiles ? " or attention in bf16" : "")
           << " makes, or a 255th of the range in the mean ("
           << llvm::format("%.2f", steps) << ")";
  }
  if (distance.misplaced)
    report << ", " << distance.misplaced
           << " infinities or NaN where the other has none";
  return distance.misplaced == 0 && isNear;
}

static bool compareIntegers(const Tensor &found, const Tensor &expected,
                            int64_t step, raw_ostream &report) {
  int64_t different = 0, count = expected.getNumElements();
  visitWide(expected.getElement(), [&](auto wide) {
    using W = decltype(wide);
    if constexpr (!std::is_same_v<W, double>) {
      std::vector<W> is = found.widen<W>(), should = expected.widen<W>();
      for (auto [a, b] : llvm::zip(is, should))
        different += (a > b ? a - b : b - a) > static_cast<W>(step);
    }
  });
  report << different << " of " << count << " integers differ"
         << (step ? " by more than one step" : "");
  return different == 0;
}

bool weft::compareOutput(const Argument &output, const Tensor &found,
                         const Expectation &expected, StringRef precision,
                         bool isOnTiles, raw_ostream &report) {
  report << "check: output '" << output.name << "' ";
  const Tensor &value = expected.value;
  if (found.getType() != value.getType()) {
    report << "has type " << found.getType() << ", expected " << value.getType()
           << '\n';
    return false;
  }
  bool agrees =
      isFloat(value.getElement())
          ? compareFloats(found, expected, precision, isOnTiles, report)
          : compareIntegers(found, value, expected.isQuantized, report);
  report << (agrees ? ": ok\n" : ": FAILED\n");
  return agrees;
}
