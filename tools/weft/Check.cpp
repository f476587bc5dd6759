// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Comparison of whole outputs.

#include "tools/weft/Check.h"
#include "lib/Interpreter/Interpreter.h"
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

std::vector<bool> weft::findQuantized(FuncOp function) {
  std::vector<bool> quantized;
  if (!function.isExternal())
    for (Value value :
         function.getBody().front().getTerminator()->getOperands())
      quantized.push_back(isa_and_nonnull<QuantizeOp>(value.getDefiningOp()));
  return quantized;
}

static double getTolerance(Element element, StringRef precision) {
  if (element == Element::BF16 || precision == "bf16")
    return 2e-2;
  return element == Element::F16 || precision == "f16" ? 1e-2 : 1e-4;
}

static bool compareFloats(const Tensor &found, const Tensor &expected,
                          StringRef precision, raw_ostream &report) {
  double difference = 0, magnitude = 0, largest = 0;
  int64_t misplaced = 0;
  std::vector<double> is = found.widen<double>(),
                      should = expected.widen<double>();
  for (auto [a, b] : llvm::zip(is, should)) {
    if (!std::isfinite(a) || !std::isfinite(b)) {
      misplaced += !(std::isnan(a) && std::isnan(b)) && a != b;
      continue;
    }
    difference += (a - b) * (a - b);
    magnitude += b * b;
    largest = std::max(largest, std::fabs(a - b));
  }
  double error =
      difference == 0 ? 0 : std::sqrt(difference / std::max(magnitude, 1e-60));
  double allowed = getTolerance(expected.getElement(), precision);
  report << "relative error " << llvm::format("%.2e", error) << " (at most "
         << llvm::format("%.0e", allowed) << "), largest difference "
         << llvm::format("%.2e", largest);
  if (misplaced)
    report << ", " << misplaced
           << " infinities or NaN where the other has none";
  return misplaced == 0 && error <= allowed;
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
                         const Tensor &expected, bool quantized,
                         StringRef precision, raw_ostream &report) {
  report << "check: output '" << output.name << "' ";
  if (found.getType() != expected.getType()) {
    report << "has type " << found.getType() << ", expected "
           << expected.getType() << '\n';
    return false;
  }
  bool agrees = isFloat(expected.getElement())
                    ? compareFloats(found, expected, precision, report)
                    : compareIntegers(found, expected, quantized, report);
  report << (agrees ? ": ok\n" : ": FAILED\n");
  return agrees;
}
