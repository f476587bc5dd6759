// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writing parameters piece by piece.

#include "passes/Compress/ParameterWriter.h"

using namespace mlir;
using namespace weft;

LogicalResult ParameterWriter::open(ParameterTable &parameters,
                                    bool isInModule) {
  if (isInModule || !parameters.getStore())
    return success();
  llvm::Expected<WeightWriter> begun = parameters.getStore()->begin(
      parameter.getSymName(), makeWeightType(type));
  if (!begun)
    return parameter.emitError() << llvm::toString(begun.takeError());
  writer.emplace(std::move(*begun));
  if (unsigned bits = getPackedBits(*findElement(type.getElementType())))
    packer.emplace(bits, writer->getStream());
  return success();
}

FailureOr<std::unique_ptr<ParameterWriter>>
ParameterWriter::begin(ParameterTable &parameters, ParameterOp origin,
                       StringRef name, RankedTensorType type) {
  std::unique_ptr<ParameterWriter> result(
      new ParameterWriter(parameters.declare(origin, name, type), type,
                          WeightWriter::IfPresent::Fail));
  if (failed(result->open(parameters, origin.getValueAttr() != nullptr)))
    return failure();
  return result;
}

FailureOr<std::unique_ptr<ParameterWriter>>
ParameterWriter::replace(ParameterTable &parameters, ParameterOp parameter,
                         RankedTensorType type) {
  std::unique_ptr<ParameterWriter> result(new ParameterWriter(
      parameter, type, WeightWriter::IfPresent::Replace));
  if (failed(result->open(parameters, parameter.getValueAttr() != nullptr)))
    return failure();
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
    if (llvm::Error error = writer->commit(ifPresent))
      return parameter.emitError() << llvm::toString(std::move(error));
    parameter.setType(type);
    return success();
  }
  FailureOr<Tensor> tensor =
      Tensor::borrow(type.getElementType(), type.getShape(), buffer);
  if (failed(tensor))
    return parameter.emitError() << "the value of '" << parameter.getSymName()
                                 << "' is not complete";
  parameter.setType(type);
  parameter.setValueAttr(tensor->toElements());
  buffer.clear();
  return success();
}
