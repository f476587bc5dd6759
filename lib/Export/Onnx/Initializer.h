// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A constant tensor of an ONNX graph that is to be written: where its elements
// are, and in which order the file has them. Weights are read one by one while
// the file is written.

#ifndef WEFT_LIB_EXPORT_ONNX_INITIALIZER_H
#define WEFT_LIB_EXPORT_ONNX_INITIALIZER_H

#include "lib/Import/Onnx/OnnxModel.h"
#include "passes/Simplify/ParameterTable.h"

namespace weft {

/// Which dimension of a value each dimension of the tensor in the file is: the
/// file has the value transposed by this permutation.
using Layout = llvm::SmallVector<int64_t, 6>;

/// The type of ONNX for an element type of the dialect; Undefined for another.
/// Codes of 3 to 6 bits are Int8.
onnx::DataType findDataType(mlir::Type element);

/// What values of a type are computed in: integers below 32 bits in 32, which
/// casts back wrap, and bf16 in f32, which is rounded once as well. Not all ops
/// of ONNX have these types, and ONNX Runtime has fewer.
mlir::Type findComputedType(mlir::Type element);

struct Initializer {
  std::string name;
  onnx::DataType type;
  /// Sizes in the file.
  llvm::SmallVector<int64_t, 6> dims;
  uint64_t sizeBytes = 0;
  /// Whose value it is; null where it is `value`.
  ParameterOp parameter;
  Tensor value;
  /// Over the sizes `from`; empty where the order stays.
  Layout layout;
  llvm::SmallVector<int64_t, 6> from;

  /// Writes the elements, and gives mapped pages back. Fails where the
  /// parameter has no bytes.
  llvm::Error write(ParameterTable &parameters,
                    llvm::raw_ostream &stream) const;
};

} // namespace weft

#endif // WEFT_LIB_EXPORT_ONNX_INITIALIZER_H
