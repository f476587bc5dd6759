// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The parameters of a module with their bytes.

#include "passes/Simplify/ParameterTable.h"

#include "lib/Support/CodePacking.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace weft;

ParameterTable::ParameterTable(ModuleOp module)
    : module(module), symbols(module),
      store(
          module.getContext()->getLoadedDialect<WeftDialect>()->getWeights()) {}

WeightType weft::makeWeightType(RankedTensorType type) {
  WeightType weight;
  llvm::raw_string_ostream(weight.dtype) << type.getElementType();
  weight.dims.assign(type.getShape().begin(), type.getShape().end());
  return weight;
}

FailureOr<Tensor> ParameterTable::read(ParameterOp parameter) {
  if (ElementsAttr value = parameter.getValueAttr())
    return Tensor::fromElements(value);
  const WeightSegment *segment =
      store ? store->find(parameter.getSymName()) : nullptr;
  auto type = cast<RankedTensorType>(parameter.getType());
  if (!segment || !(segment->type == makeWeightType(type)))
    return failure();
  llvm::Expected<ArrayRef<char>> bytes = store->map(parameter.getSymName());
  if (!bytes) {
    llvm::consumeError(bytes.takeError());
    return failure();
  }
  return Tensor::fromWeight(type.getElementType(), type.getShape(), *bytes);
}

FailureOr<Tensor> ParameterTable::readStored(ParameterOp parameter) {
  if (ElementsAttr value = parameter.getValueAttr())
    return Tensor::fromElements(value);
  const WeightSegment *segment =
      store ? store->find(parameter.getSymName()) : nullptr;
  if (!segment || !(segment->type == makeWeightType(cast<RankedTensorType>(
                                         parameter.getType()))))
    return failure();
  llvm::Expected<ArrayRef<char>> bytes = store->map(parameter.getSymName());
  if (!bytes) {
    llvm::consumeError(bytes.takeError());
    return failure();
  }
  return Tensor::borrow(
      IntegerType::get(module.getContext(), 8, IntegerType::Unsigned),
      {static_cast<int64_t>(bytes->size())}, *bytes);
}

void ParameterTable::release(ParameterOp parameter) {
  if (!parameter.getValueAttr() && store)
    store->release(parameter.getSymName());
}

llvm::Error ParameterTable::appendBytes(StringRef key, const Tensor &tensor) {
  WeightType type = makeWeightType(tensor.getType());
  unsigned bits = getPackedBits(tensor.getElement());
  if (!bits)
    return store->append(key, type, tensor.getBytes());
  llvm::Expected<WeightWriter> writer = store->begin(key, type);
  if (!writer)
    return writer.takeError();
  CodePacker packer(bits, writer->getStream());
  packer.append(ArrayRef(reinterpret_cast<const int8_t *>(tensor.getData()),
                         tensor.getNumElements()));
  packer.finish();
  return writer->commit();
}

ParameterOp ParameterTable::declare(ParameterOp origin, StringRef name,
                                    RankedTensorType type) {
  auto builder = OpBuilder(origin);
  builder.setInsertionPointAfter(origin);
  auto parameter = ParameterOp::create(builder, origin.getLoc(), name, type);
  parameter.setSource(origin.getSource().value_or(origin.getSymName()));
  symbols.insert(parameter);
  return parameter;
}

FailureOr<ParameterOp> ParameterTable::append(ParameterOp origin,
                                              StringRef name,
                                              const Tensor &tensor) {
  ParameterOp parameter = declare(origin, name, tensor.getType());
  if (!store) {
    parameter.setValueAttr(tensor.toElements());
    return parameter;
  }
  if (llvm::Error error = appendBytes(parameter.getSymName(), tensor)) {
    parameter.emitError() << llvm::toString(std::move(error));
    symbols.erase(parameter);
    return failure();
  }
  return parameter;
}

LogicalResult ParameterTable::replace(ParameterOp parameter,
                                      const Tensor &tensor) {
  if (!store || parameter.getValueAttr()) {
    parameter.setValueAttr(tensor.toElements());
    return success();
  }
  llvm::Expected<WeightWriter> writer =
      store->begin(parameter.getSymName(), makeWeightType(tensor.getType()));
  llvm::Error error = writer.takeError();
  if (!error) {
    writer->write(tensor.getBytes());
    error = writer->commit(WeightWriter::IfPresent::Replace);
  }
  if (error)
    return parameter.emitError() << llvm::toString(std::move(error));
  return success();
}

void ParameterTable::drop(ParameterOp parameter) {
  if (store && !parameter.getValueAttr())
    if (llvm::Error error = store->remove(parameter.getSymName()))
      // A declaration without bytes has nothing to remove.
      llvm::consumeError(std::move(error));
  symbols.erase(parameter);
}

unsigned ParameterTable::dropUnused() {
  llvm::DenseSet<StringAttr> used;
  module.walk(
      [&](GetOp get) { used.insert(get.getParameterAttr().getAttr()); });
  SmallVector<ParameterOp> unused;
  for (ParameterOp parameter : module.getOps<ParameterOp>())
    if (!used.contains(parameter.getSymNameAttr()))
      unused.push_back(parameter);
  for (ParameterOp parameter : unused)
    drop(parameter);
  return unused.size();
}
