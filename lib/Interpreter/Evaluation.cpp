// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Results of an op, held against its types; and what the meanings of several
// families share.

#include "lib/Interpreter/Evaluation.h"
#include "dialects/Weft/Faults.h"
#include "lib/Interpreter/Evaluator.h"

using namespace mlir;
using namespace weft;

const Tensor &Evaluation::operator[](Value operand) const {
  unsigned number = 0;
  while (op->getOperand(number) != operand)
    ++number;
  return operands[number];
}

Fault Evaluation::fail() const {
  return evaluator.getOptions().emitErrors ? Fault(op->emitOpError()) : Fault();
}

Fault Evaluation::fail(const std::string &text, int64_t value0,
                       int64_t value1) const {
  return std::move(
      fail()
      << llvm::formatv(/*Validate=*/false, text.c_str(), value0, value1).str());
}

Fault Evaluation::failBroadcast(ArrayRef<int64_t> lhs, ArrayRef<int64_t> rhs,
                                int64_t rank) const {
  for (int64_t dim = 0; dim < rank; ++dim) {
    int64_t left = dim + lhs.size() - rank, right = dim + rhs.size() - rank;
    if (left >= 0 && right >= 0 && lhs[left] != rhs[right] && lhs[left] != 1 &&
        rhs[right] != 1)
      return fail(fault::broadcast(dim), lhs[left], rhs[right]);
  }
  llvm_unreachable("the sizes broadcast");
}

LogicalResult Evaluation::checkDims(ArrayRef<int64_t> dims,
                                    unsigned result) const {
  auto type = cast<RankedTensorType>(op->getResult(result).getType());
  if (type.getRank() != static_cast<int64_t>(dims.size()))
    return fail() << "result " << result << " has sizes " << formatDims(dims)
                  << ", which its type " << type << " does not allow";
  for (auto [dim, sizes] : llvm::enumerate(llvm::zip(type.getShape(), dims)))
    if (auto [declared, found] = sizes;
        !ShapedType::isDynamic(declared) && declared != found)
      return fail(fault::result(result, dim), declared, found);
  return success();
}

Tensor *Evaluation::allocate(ArrayRef<int64_t> dims, unsigned result) {
  Type element =
      cast<RankedTensorType>(op->getResult(result).getType()).getElementType();
  std::optional<int64_t> count = computeNumElements(dims);
  // The type's own dimensions are absurd only if they were computed from absurd
  // operands; either way nothing is allocated.
  if (!count || *count > evaluator.getOptions().maxTensorBytes /
                             getSizeBytes(*findElement(element))) {
    fail() << "result " << result << " has sizes " << formatDims(dims)
           << ", more than the limit of "
           << evaluator.getOptions().maxTensorBytes << " bytes";
    return nullptr;
  }
  if (failed(checkDims(dims, result)))
    return nullptr;
  FailureOr<Tensor> tensor = Tensor::allocate(element, dims);
  if (failed(tensor)) {
    fail() << "out of memory for result " << result << " of sizes "
           << formatDims(dims);
    return nullptr;
  }
  results[result] = std::move(*tensor);
  return &results[result];
}

LogicalResult Evaluation::set(Tensor tensor, unsigned result) {
  if (failed(checkDims(tensor.getDims(), result)))
    return failure();
  results[result] = std::move(tensor);
  return success();
}

std::string weft::formatDims(ArrayRef<int64_t> dims) {
  std::string text = "[";
  llvm::raw_string_ostream stream(text);
  llvm::interleave(dims, stream, "x");
  stream << ']';
  return text;
}

SmallVector<int64_t> weft::readInts(const Tensor &tensor) {
  SmallVector<int64_t> values(tensor.getNumElements());
  load(tensor.getElement(), tensor.getData(), tensor.getNumElements(),
       values.data());
  return values;
}

// Sizes beside an empty dimension may be absurd; nothing is read by their
// products, which wrap.
static int64_t multiply(int64_t a, int64_t b) {
  return static_cast<int64_t>(static_cast<uint64_t>(a) *
                              static_cast<uint64_t>(b));
}

SmallVector<int64_t> weft::computeStrides(ArrayRef<int64_t> dims) {
  SmallVector<int64_t> strides(dims.size(), 1);
  for (int64_t i = static_cast<int64_t>(dims.size()) - 2; i >= 0; --i)
    strides[i] = multiply(strides[i + 1], std::max<int64_t>(dims[i + 1], 1));
  return strides;
}

int64_t weft::multiplyDims(ArrayRef<int64_t> dims) {
  return llvm::accumulate(dims, int64_t(1), multiply);
}
