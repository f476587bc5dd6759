// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writing parameters piece by piece.

#include "passes/Compress/ParameterWriter.h"

using namespace mlir;
using namespace weft;

/// Lets the store have a section of the draft.
static llvm::Error enterPart(WeightStore &store, ParameterOp parameter,
                             ModelFileDraft &draft,
                             const ModelFileDraft::Part &part) {
  llvm::Expected<std::shared_ptr<MappedFile>> file = draft.map(part.range);
  if (!file)
    return file.takeError();
  return store.addFileRange(parameter.getSymName(), std::move(*file), 0,
                            part.range.sizeBytes, part.type,
                            part.range.checksum);
}

LogicalResult ParameterWriter::open(ParameterTable &parameters, bool isInModule,
                                    ModelFileDraft *into) {
  if (isInModule || !parameters.getStore())
    return success();
  store = parameters.getStore();
  if (into) {
    draft = into;
    llvm::Expected<uint64_t> size = computeSizeBytes(makeWeightType(type));
    if (!size)
      return parameter.emitError() << llvm::toString(size.takeError());
    if (llvm::Error error = draft->begin(*size).moveInto(section))
      return parameter.emitError() << llvm::toString(std::move(error));
  } else {
    llvm::Expected<WeightWriter> begun =
        store->begin(parameter.getSymName(), makeWeightType(type));
    if (!begun)
      return parameter.emitError() << llvm::toString(begun.takeError());
    writer.emplace(std::move(*begun));
  }
  if (unsigned bits = weft::getPackedBits(*findElement(type.getElementType())))
    packer.emplace(bits, *getStream());
  return success();
}

FailureOr<std::unique_ptr<ParameterWriter>>
ParameterWriter::begin(ParameterTable &parameters, ParameterOp origin,
                       StringRef name, RankedTensorType type,
                       ModelFileDraft *draft) {
  std::unique_ptr<ParameterWriter> result(
      new ParameterWriter(parameters.declare(origin, name, type), type,
                          WeightWriter::IfPresent::Fail));
  if (failed(result->open(parameters, origin.getValueAttr() != nullptr, draft)))
    return failure();
  return result;
}

FailureOr<std::unique_ptr<ParameterWriter>>
ParameterWriter::replace(ParameterTable &parameters, ParameterOp parameter,
                         RankedTensorType type) {
  std::unique_ptr<ParameterWriter> result(
      new ParameterWriter(parameter, type, WeightWriter::IfPresent::Replace));
  if (failed(result->open(parameters, parameter.getValueAttr() != nullptr,
                          /*into=*/nullptr)))
    return failure();
  return result;
}

raw_ostream *ParameterWriter::getStream() {
  if (section)
    return section.get();
  return writer ? &writer->getStream() : nullptr;
}

void ParameterWriter::write(ArrayRef<char> elements) {
  if (packer)
    packer->append(ArrayRef(reinterpret_cast<const int8_t *>(elements.data()),
                            elements.size()));
  else if (raw_ostream *stream = getStream())
    stream->write(elements.data(), elements.size());
  else
    llvm::append_range(buffer, elements);
}

void ParameterWriter::writePacked(ArrayRef<char> bytes) {
  getStream()->write(bytes.data(), bytes.size());
}

llvm::Error ParameterWriter::enterDraft() {
  if (llvm::Error error = section->finish())
    return error;
  part = {makeWeightType(cast<RankedTensorType>(parameter.getType())),
          {section->getOffset(), section->tell(), section->getChecksum()}};
  return enterPart(*store, parameter, *draft, *part);
}

FailureOr<ParameterOp>
ParameterWriter::adopt(ParameterTable &parameters, ParameterOp origin,
                       StringRef name, RankedTensorType type,
                       ModelFileDraft &draft,
                       const ModelFileDraft::Part &part) {
  ParameterOp parameter = parameters.declare(origin, name, type);
  if (llvm::Error error =
          enterPart(*parameters.getStore(), parameter, draft, part))
    return origin.emitError() << llvm::toString(std::move(error));
  return parameter;
}

LogicalResult ParameterWriter::finish() {
  if (packer)
    packer->finish();
  if (store) {
    if (llvm::Error error = section ? enterDraft() : writer->commit(ifPresent))
      return parameter.emitError() << llvm::toString(std::move(error));
    parameter.setType(type);
    return success();
  }
  FailureOr<Tensor> tensor =
      Tensor::borrow(type.getElementType(), type.getShape(), buffer);
  if (failed(tensor))
    return parameter.emitError()
           << "the value of '" << parameter.getSymName() << "' is not complete";
  parameter.setType(type);
  parameter.setValueAttr(tensor->toElements());
  buffer.clear();
  return success();
}
