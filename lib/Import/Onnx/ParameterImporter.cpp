// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See ParameterImporter.h.

#include "lib/Import/Onnx/ParameterImporter.h"
#include "llvm/ADT/StringExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// Tensors up to this size are constants: scalars, epsilons, shapes.
static constexpr size_t maxConstantBytes = 64;
/// Lists of integers up to this size are constants too: they tend to be shapes,
/// axes and indices, on which other types depend.
static constexpr size_t maxConstantIntegerBytes = 8192;

static bool isConstant(const TensorData &data) {
  size_t size = data.bytes.size();
  bool isInteger = isa<IntegerType>(data.type.getElementType());
  return size <= (isInteger && data.type.getRank() <= 1
                      ? maxConstantIntegerBytes
                      : maxConstantBytes);
}

static DenseElementsAttr makeElements(const TensorData &data) {
  if (data.type.getElementType().isInteger(1))
    return DenseElementsAttr::get(
        data.type,
        ArrayRef<bool>(reinterpret_cast<const bool *>(data.bytes.data()),
                       data.bytes.size()));
  return DenseElementsAttr::getFromRawBuffer(data.type, data.bytes);
}

/// The name of an element type in the weight store: f32, i64, ui8, i1.
static std::string dtypeName(Type element) {
  std::string name;
  llvm::raw_string_ostream(name) << element;
  return name;
}

llvm::Error ParameterImporter::storeBytes(StringRef key, TensorData data) {
  WeightType type{dtypeName(data.type.getElementType()),
                  SmallVector<int64_t, 4>(data.type.getShape())};
  if (data.file)
    return store.addFileRange(key, data.file, data.fileOffset,
                              data.bytes.size(), type);
  return store.append(key, type, data.bytes);
}

ParameterOp ParameterImporter::declare(TensorBuilder &b, const Tensor &tensor,
                                       StringRef name) {
  auto data = reader.read(tensor);
  if (!data) {
    b.fail("tensor '" + name + "': " + llvm::toString(data.takeError()));
    return {};
  }
  if (isConstant(*data)) {
    constants[&tensor] = makeElements(*data);
    return {};
  }
  std::string symbol = name.empty() ? "parameter" : name.str();
  for (unsigned number = 1; !names.insert(symbol).second; ++number)
    symbol = (name + "_" + llvm::Twine(number)).str();
  RankedTensorType type = data->type;
  if (llvm::Error error = storeBytes(symbol, std::move(*data))) {
    b.fail("tensor '" + name + "': " + llvm::toString(std::move(error)));
    return {};
  }
  auto moduleBuilder = OpBuilder::atBlockEnd(module.getBody());
  auto op = ParameterOp::create(
      moduleBuilder, NameLoc::get(moduleBuilder.getStringAttr(name), fileLoc),
      symbol, type);
  op.setSource(name);
  op.setTrainable(isa<FloatType>(type.getElementType()));
  return parameters[&tensor] = op;
}

Value ParameterImporter::import(TensorBuilder &b, const Tensor &tensor,
                                StringRef name) {
  if (b.failed())
    return {};
  if (!constants.count(&tensor) && !parameters.count(&tensor))
    declare(b, tensor, name);
  if (b.failed())
    return {};
  if (ElementsAttr elements = constants.lookup(&tensor))
    return b.constant(elements);
  ParameterOp parameter = parameters.lookup(&tensor);
  return GetOp::create(b.builder, b.loc, parameter.getType(),
                       parameter.getSymName());
}
