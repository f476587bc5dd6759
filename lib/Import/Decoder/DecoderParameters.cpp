// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See DecoderParameters.h.

#include "lib/Import/Decoder/DecoderParameters.h"
#include "lib/Import/Decoder/DecoderOrigin.h"
#include "lib/Support/WeightStore.h"
#include "llvm/ADT/StringSwitch.h"

using namespace mlir;
using namespace weft;

static Type findFloatType(Builder &builder, StringRef name) {
  return llvm::StringSwitch<Type>(name)
      .Case("f32", builder.getF32Type())
      .Case("f16", builder.getF16Type())
      .Case("bf16", builder.getBF16Type())
      .Default(Type());
}

static std::string spell(ArrayRef<int64_t> dims) {
  std::string text = "[";
  llvm::raw_string_ostream stream(text);
  llvm::interleaveComma(dims, stream);
  return text + "]";
}

ParameterOp DecoderParameters::declare(TensorBuilder &b,
                                       const DecoderWeight &weight,
                                       const DecoderWeightId &id) {
  ParameterOp &op = declared[weight.name];
  if (op)
    return op;
  llvm::Expected<std::string> dtype = weights.store(weight, weight.name, store);
  if (!dtype) {
    b.fail(llvm::toString(dtype.takeError()));
    return {};
  }
  Type element = findFloatType(b.builder, *dtype);
  if (!element) {
    b.fail("weight '" + weight.name + "': expected floats, found " + *dtype);
    return {};
  }
  auto end = OpBuilder::atBlockEnd(module.getBody());
  op = ParameterOp::create(
      end, NameLoc::get(end.getStringAttr(weight.name), module.getLoc()),
      weight.name, RankedTensorType::get(weight.dims, element));
  op.setSource(weight.name);
  op.setTrainable(true);
  roles.push_back(b.builder.getNamedAttr(
      weight.name, b.builder.getStringAttr(spellDecoderWeight(id))));
  return op;
}

DictionaryAttr DecoderParameters::makeRoles() {
  return DictionaryAttr::get(module.getContext(), roles);
}

Value DecoderParameters::get(TensorBuilder &b, const DecoderWeightId &id,
                             ArrayRef<int64_t> dims) {
  if (b.failed())
    return {};
  std::optional<DecoderWeight> weight = weights.find(id);
  if (!weight) {
    std::string name = weights.getName(id);
    if (!llvm::is_contained(missing, name))
      missing.push_back(name);
    return b.broadcast(b.scalar(0, b.builder.getF32Type()), b.list(dims));
  }
  SmallVector<int64_t> expected(dims);
  if (weight->isTransposed)
    std::reverse(expected.begin(), expected.end());
  if (ArrayRef<int64_t>(weight->dims) != ArrayRef<int64_t>(expected)) {
    b.fail("weight '" + weight->name + "': expected " + spell(expected) +
           " by the sizes that the metadata gives, found " +
           spell(weight->dims));
    return {};
  }
  ParameterOp parameter = declare(b, *weight, id);
  if (!parameter)
    return {};
  return GetOp::create(b.builder, b.loc, parameter.getType(),
                       parameter.getSymName());
}

Value DecoderParameters::getFloat(TensorBuilder &b, const DecoderWeightId &id,
                                  ArrayRef<int64_t> dims) {
  return b.cast(get(b, id, dims), b.builder.getF32Type());
}

Value DecoderParameters::linear(TensorBuilder &b, Value x, DecoderWeightId id,
                                int64_t outputs) {
  if (b.failed())
    return {};
  std::optional<DecoderWeight> found = weights.find(id);
  Value weight = getFloat(b, id, {outputs, b.sizesOf(x).back()});
  Value y = b.contract(found && found->isTransposed ? "mk,kn->mn" : "mk,nk->mn",
                       x, weight);
  id.isBias = true;
  return has(id) ? b.add(y, getFloat(b, id, {outputs})) : y;
}
