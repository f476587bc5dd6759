// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Memory of tensors, and their conversion from and to constants.

#include "lib/Interpreter/Tensor.h"
#include "lib/Support/CodePacking.h"
#include "mlir/IR/AsmState.h"
#include "mlir/IR/DialectResourceBlobManager.h"

#include <cstdlib>

using namespace mlir;
using namespace weft;

std::optional<int64_t> weft::computeNumElements(ArrayRef<int64_t> dims) {
  // With an empty dimension no product of the others matters.
  int64_t count = 1;
  bool overflows = false;
  for (int64_t size : dims) {
    if (size < 0)
      return std::nullopt;
    overflows |= llvm::MulOverflow(count, size, count);
  }
  if (llvm::is_contained(dims, 0))
    return 0;
  return overflows ? std::nullopt : std::optional(count);
}

FailureOr<Tensor> Tensor::allocate(Type elementType, ArrayRef<int64_t> dims) {
  std::optional<Element> element = findElement(elementType);
  std::optional<int64_t> count = computeNumElements(dims);
  int64_t sizeBytes;
  if (!element || !count ||
      llvm::MulOverflow<int64_t>(*count, weft::getSizeBytes(*element),
                                 sizeBytes))
    return failure();
  // The pages of zeros come when they are touched. Vector loads of a partial
  // last block may not leave the memory.
  void *memory = std::calloc(std::max<int64_t>(sizeBytes, 1), 1);
  if (!memory)
    return failure();
  Tensor tensor;
  tensor.elementType = elementType;
  tensor.element = *element;
  tensor.dims.assign(dims.begin(), dims.end());
  tensor.numElements = *count;
  tensor.data = static_cast<const char *>(memory);
  tensor.owner = std::shared_ptr<const void>(
      memory, [](const void *p) { std::free(const_cast<void *>(p)); });
  return tensor;
}

FailureOr<Tensor> Tensor::borrow(Type elementType, ArrayRef<int64_t> dims,
                                 ArrayRef<char> bytes,
                                 std::shared_ptr<const void> owner) {
  std::optional<Element> element = findElement(elementType);
  std::optional<int64_t> count = computeNumElements(dims);
  int64_t sizeBytes;
  if (!element || !count ||
      llvm::MulOverflow<int64_t>(*count, weft::getSizeBytes(*element),
                                 sizeBytes) ||
      sizeBytes != static_cast<int64_t>(bytes.size()))
    return failure();
  Tensor tensor;
  tensor.elementType = elementType;
  tensor.element = *element;
  tensor.dims.assign(dims.begin(), dims.end());
  tensor.numElements = *count;
  tensor.data = bytes.data();
  tensor.owner = std::move(owner);
  return tensor;
}

FailureOr<Tensor> Tensor::fromWeight(Type elementType, ArrayRef<int64_t> dims,
                                     ArrayRef<char> bytes) {
  std::optional<Element> element = findElement(elementType);
  unsigned bits = element ? getPackedBits(*element) : 0;
  if (!bits)
    return borrow(elementType, dims, bytes);
  std::optional<int64_t> count = computeNumElements(dims);
  if (!count ||
      computePackedBytes(bits, static_cast<uint64_t>(*count)) != bytes.size())
    return failure();
  FailureOr<Tensor> tensor = allocate(elementType, dims);
  if (succeeded(tensor))
    unpackCodes(bits, bytes, 0, static_cast<uint64_t>(*count),
                reinterpret_cast<int8_t *>(tensor->getMutableData()));
  return tensor;
}

Tensor Tensor::reshaped(ArrayRef<int64_t> dims) const {
  Tensor other = *this;
  other.dims.assign(dims.begin(), dims.end());
  return other;
}

FailureOr<Tensor> Tensor::fromElements(ElementsAttr elements) {
  auto type = dyn_cast<RankedTensorType>(elements.getType());
  if (!type)
    return failure();
  if (auto resource =
          dyn_cast<DenseResourceElementsAttr>(Attribute(elements))) {
    AsmResourceBlob *blob = resource.getRawHandle().getBlob();
    std::optional<Element> element = findElement(type.getElementType());
    if (!blob || !element || *element == Element::I1 || getPackedBits(*element))
      return failure();
    return borrow(type.getElementType(), type.getShape(), blob->getData());
  }
  auto dense = dyn_cast<DenseElementsAttr>(Attribute(elements));
  FailureOr<Tensor> tensor = allocate(type.getElementType(), type.getShape());
  if (!dense || failed(tensor))
    return failure();
  char *out = tensor->getMutableData();
  if (tensor->getElement() == Element::I1) {
    for (bool value : dense.getValues<bool>())
      *out++ = value;
    return tensor;
  }
  if (getPackedBits(tensor->getElement())) {
    for (const APInt &value : dense.getValues<APInt>())
      *out++ = static_cast<char>(value.getSExtValue());
    return tensor;
  }
  ArrayRef<char> raw = dense.getRawData();
  if (!dense.isSplat()) {
    std::copy(raw.begin(), raw.end(), out);
    return tensor;
  }
  unsigned size = weft::getSizeBytes(tensor->getElement());
  for (int64_t i = 0; i < tensor->getNumElements(); ++i)
    std::memcpy(out + i * size, raw.data(), size);
  return tensor;
}

DenseElementsAttr Tensor::toElements() const {
  unsigned size = weft::getSizeBytes(element);
  bool isSplat = numElements > 0;
  for (int64_t i = 1; isSplat && i < numElements; ++i)
    isSplat = std::memcmp(data, data + i * size, size) == 0;
  int64_t count = isSplat ? 1 : numElements;
  if (element == Element::I1) {
    SmallVector<bool> values(data, data + count);
    return DenseElementsAttr::get(getType(), values);
  }
  if (unsigned bits = getPackedBits(element)) {
    SmallVector<APInt> values;
    for (int64_t i = 0; i < count; ++i)
      values.push_back(APInt(bits, static_cast<uint64_t>(data[i]),
                             /*isSigned=*/true));
    return DenseElementsAttr::get(getType(), values);
  }
  return DenseElementsAttr::getFromRawBuffer(
      getType(), ArrayRef<char>(data, count * size));
}
