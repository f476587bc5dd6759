// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Initializer.h.

#include "lib/Export/Onnx/Initializer.h"
#include "lib/Interpreter/Movement.h"

using namespace mlir;
using namespace weft;
using onnx::DataType;

DataType weft::findDataType(Type type) {
  std::optional<Element> element = findElement(type);
  if (!element)
    return DataType::Undefined;
  switch (*element) {
  case Element::I1:
    return DataType::Bool;
  case Element::I3:
  case Element::I4:
  case Element::I5:
  case Element::I6:
  case Element::I8:
    return DataType::Int8;
  case Element::I16:
    return DataType::Int16;
  case Element::I32:
    return DataType::Int32;
  case Element::I64:
    return DataType::Int64;
  case Element::U8:
    return DataType::UInt8;
  case Element::U16:
    return DataType::UInt16;
  case Element::U32:
    return DataType::UInt32;
  case Element::U64:
    return DataType::UInt64;
  case Element::F16:
    return DataType::Float16;
  case Element::BF16:
    return DataType::BFloat16;
  case Element::F32:
    return DataType::Float;
  case Element::F64:
    return DataType::Double;
  }
  return DataType::Undefined;
}

Type weft::findComputedType(Type type) {
  if (type.isInteger() && !type.isInteger(1) &&
      type.getIntOrFloatBitWidth() < 32)
    return IntegerType::get(type.getContext(), 32);
  return type.isBF16() ? Float32Type::get(type.getContext()) : type;
}

llvm::Error Initializer::write(ParameterTable &parameters,
                               llvm::raw_ostream &stream) const {
  Tensor read = value;
  ParameterOp weight = parameter;
  if (weight) {
    FailureOr<Tensor> found = parameters.read(weight);
    if (failed(found))
      return llvm::createStringError(
          "weight '" + weight.getSymName() +
          "' has bytes neither in the module nor in the weight store");
    read = *found;
  }
  ArrayRef<char> bytes = read.getBytes();
  std::vector<char> moved;
  if (!layout.empty()) {
    SmallVector<int64_t, 6> strides(from.size(), 1);
    for (size_t i = from.size(); i-- > 1;)
      strides[i - 1] = strides[i] * from[i];
    StridedView view;
    for (int64_t dim : layout) {
      view.dims.push_back(from[dim]);
      view.strides.push_back(strides[dim]);
    }
    moved.resize(bytes.size());
    copyStrided(bytes.data(), view, getSizeBytes(read.getElement()),
                moved.data());
    bytes = moved;
  }
  stream.write(bytes.data(), bytes.size());
  if (weight)
    parameters.release(weight);
  return llvm::Error::success();
}
