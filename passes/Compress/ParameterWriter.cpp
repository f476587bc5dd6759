// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writing parameters piece by piece.

#include "passes/Compress/ParameterWriter.h"

using namespace mlir;
using namespace weft;

FailureOr<std::unique_ptr<ParameterWriter>>
ParameterWriter::begin(ParameterTable &parameters, ParameterOp origin,
                       StringRef name, RankedTensorType type) {
  std::unique_ptr<ParameterWriter> result(new ParameterWriter);
  result->parameter = parameters.declare(origin, name, type);
  if (origin.getValueAttr() || !parameters.getStore())
    return result;
  llvm::Expected<WeightWriter> writer = parameters.getStore()->begin(
      result->parameter.getSymName(), makeWeightType(type));
  if (!writer)
    return origin.emitError() << llvm::toString(writer.takeError());
  result->writer.emplace(std::move(*writer));
  if (unsigned bits = getPackedBits(*findElement(type.getElementType())))
    result->packer.emplace(bits, result->writer->getStream());
  return result;
}

void ParameterWriter::write(ArrayRef<char> elements) {
  if (packer)
    packer->append(
        ArrayRef(reinterpret_cast<const int8_t *>(elements.data()),
                 elements.size()));
  else if (writer)
    writer->write(elements);
  else
    llvm::append_range(buffer, elements);
}

LogicalResult ParameterWriter::finish() {
  if (packer)
    packer->finish();
  if (writer) {
    if (llvm::Error error = writer->commit())
      return parameter.emitError() << llvm::toString(std::move(error));
    return success();
  }
  auto type = cast<RankedTensorType>(parameter.getType());
  FailureOr<Tensor> tensor =
      Tensor::borrow(type.getElementType(), type.getShape(), buffer);
  if (failed(tensor))
    return parameter.emitError() << "the value of '" << parameter.getSymName()
                                 << "' is not complete";
  parameter.setValueAttr(tensor->toElements());
  buffer.clear();
  return success();
}
