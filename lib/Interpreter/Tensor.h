// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A value of the interpreter: element type, sizes and bytes. Copies share the
// bytes.

#ifndef WEFT_LIB_INTERPRETER_TENSOR_H
#define WEFT_LIB_INTERPRETER_TENSOR_H

#include "lib/Interpreter/ElementType.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include <memory>
#include <vector>

namespace weft {

/// Row-major, contiguous, little-endian elements. The bytes are immutable once
/// the tensor has been handed on; copies are cheap and may be read by any
/// thread.
class Tensor {
public:
  /// No tensor; only assignment and isNull() make sense.
  Tensor() = default;

  /// A tensor of zeros. Fails where a dimension is negative, the size in bytes
  /// overflows or memory is short.
  static llvm::FailureOr<Tensor> allocate(mlir::Type elementType,
                                          llvm::ArrayRef<int64_t> dims);

  /// A tensor over bytes that `owner` keeps alive (null: the caller does), at
  /// any alignment. Fails where the number of bytes is not that of the type.
  static llvm::FailureOr<Tensor>
  borrow(mlir::Type elementType, llvm::ArrayRef<int64_t> dims,
         llvm::ArrayRef<char> bytes,
         std::shared_ptr<const void> owner = nullptr);

  /// A tensor over the bytes of a weight, as the store has them: codes of less
  /// than 8 bits are unpacked, all else is borrowed.
  static llvm::FailureOr<Tensor> fromWeight(mlir::Type elementType,
                                            llvm::ArrayRef<int64_t> dims,
                                            llvm::ArrayRef<char> bytes);

  /// The value of a constant; splats are expanded. Fails for an attribute whose
  /// elements are not in memory or of a type that the dialect does not have.
  static llvm::FailureOr<Tensor> fromElements(mlir::ElementsAttr elements);

  /// The constant with these values; a splat where all elements have the same
  /// bits.
  mlir::DenseElementsAttr toElements() const;

  bool isNull() const { return !elementType; }
  mlir::Type getElementType() const { return elementType; }
  Element getElement() const { return element; }
  mlir::RankedTensorType getType() const {
    return mlir::RankedTensorType::get(dims, elementType);
  }
  llvm::ArrayRef<int64_t> getDims() const { return dims; }
  int64_t getDim(int64_t dim) const { return dims[dim]; }
  int64_t getRank() const { return dims.size(); }
  int64_t getNumElements() const { return numElements; }
  int64_t getSizeBytes() const {
    return numElements * weft::getSizeBytes(element);
  }
  const char *getData() const { return data; }
  llvm::ArrayRef<char> getBytes() const {
    return {data, static_cast<size_t>(getSizeBytes())};
  }

  /// The bytes of a tensor that nobody else has seen yet.
  char *getMutableData() { return const_cast<char *>(data); }

  /// The same bytes with other sizes of as many elements, without a copy.
  Tensor reshaped(llvm::ArrayRef<int64_t> dims) const;

  /// All elements in a wide type; see load().
  template <typename W> std::vector<W> widen() const {
    std::vector<W> wide(numElements);
    load(element, data, numElements, wide.data());
    return wide;
  }

  /// One element, by its row-major number.
  template <typename W> W at(int64_t index) const {
    W value;
    load(element, data + index * weft::getSizeBytes(element), 1, &value);
    return value;
  }

private:
  mlir::Type elementType;
  Element element = Element::I1;
  llvm::SmallVector<int64_t, 4> dims;
  int64_t numElements = 0;
  const char *data = nullptr;
  std::shared_ptr<const void> owner;
};

/// The product of sizes; nothing where one is negative or the product
/// overflows.
std::optional<int64_t> computeNumElements(llvm::ArrayRef<int64_t> dims);

} // namespace weft

#endif // WEFT_LIB_INTERPRETER_TENSOR_H
