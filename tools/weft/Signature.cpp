// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Signatures, and which inputs index something.

#include "tools/weft/Signature.h"
#include "mlir/AsmParser/AsmParser.h"
#include "llvm/ADT/DenseSet.h"

using namespace mlir;
using namespace weft;

Type weft::getElementType(WeftDtype dtype, MLIRContext &context) {
  return parseType(weft_dtype_name(dtype), &context);
}

static std::string nameOf(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

WeftDtype weft::getDtype(Type elementType) {
  return weft_dtype_from_name(nameOf(elementType).c_str());
}

std::string Argument::describe() const {
  std::string text = nameOf(elementType) + "[";
  for (auto [i, dim] : llvm::enumerate(dims)) {
    text += i ? ", " : "";
    text += dim >= 0             ? std::to_string(dim)
            : symbols[i].empty() ? "?"
                                 : symbols[i];
  }
  return text + "]";
}

static Argument describeArgument(Type type, DictionaryAttr attributes,
                                 std::string fallback) {
  Argument argument;
  auto tensor = cast<RankedTensorType>(type);
  auto text = [&](StringRef key) {
    return attributes ? attributes.getAs<StringAttr>(key) : StringAttr();
  };
  argument.name = text("weft.name") ? text("weft.name").str() : fallback;
  argument.state = text("weft.state") ? text("weft.state").str() : "";
  argument.elementType = tensor.getElementType();
  auto names =
      attributes ? attributes.getAs<ArrayAttr>("weft.dims") : ArrayAttr();
  for (auto [i, dim] : llvm::enumerate(tensor.getShape())) {
    argument.dims.push_back(ShapedType::isDynamic(dim) ? -1 : dim);
    argument.symbols.push_back(names ? cast<StringAttr>(names[i]).str() : "");
  }
  return argument;
}

/// The smallest axis that a value, or an integer made from it, indexes.
static std::optional<int64_t> findIndexLimit(Value value) {
  std::optional<int64_t> limit;
  llvm::DenseSet<Value> seen;
  SmallVector<Value> work{value};
  auto restrict = [&](int64_t size) {
    if (!ShapedType::isDynamic(size))
      limit = std::min(limit.value_or(size), size);
  };
  while (!work.empty()) {
    Value each = work.pop_back_val();
    if (!seen.insert(each).second)
      continue;
    for (Operation *user : each.getUsers()) {
      if (auto gather = dyn_cast<GatherOp>(user);
          gather && gather.getIndices() == each)
        restrict(cast<RankedTensorType>(gather.getData().getType())
                     .getDimSize(gather.getDim()));
      else if (auto gather = dyn_cast<GatherElementsOp>(user);
               gather && gather.getIndices() == each)
        restrict(cast<RankedTensorType>(gather.getData().getType())
                     .getDimSize(gather.getDim()));
      else
        for (Value result : user->getResults())
          if (auto type = dyn_cast<RankedTensorType>(result.getType());
              type && type.getElementType().isInteger() &&
              !type.getElementType().isInteger(1))
            work.push_back(result);
    }
  }
  return limit;
}

Signature weft::describeFunction(FuncOp function) {
  Signature signature;
  for (auto [i, type] : llvm::enumerate(function.getArgumentTypes())) {
    signature.inputs.push_back(describeArgument(
        type, function.getArgAttrDict(i), "input" + std::to_string(i)));
    if (signature.inputs.back().elementType.isInteger() &&
        !function.isExternal())
      signature.inputs.back().indexLimit =
          findIndexLimit(function.getArgument(i));
  }
  for (auto [i, type] : llvm::enumerate(function.getResultTypes()))
    signature.outputs.push_back(describeArgument(
        type, function.getResultAttrDict(i), "output" + std::to_string(i)));
  if (auto ranges = function->getAttrOfType<DictionaryAttr>("weft.dim_ranges"))
    for (NamedAttribute each : ranges) {
      auto range = cast<DenseI64ArrayAttr>(each.getValue());
      signature.ranges[each.getName().str()] = {range[0], range[1]};
    }
  return signature;
}

static Argument describeArgument(const WeftTensorInfo &info,
                                 MLIRContext &context) {
  Argument argument;
  argument.name = info.name;
  argument.state = info.state ? info.state : "";
  argument.elementType = getElementType(info.dtype, context);
  argument.dims.assign(info.dims, info.dims + info.rank);
  for (int32_t i = 0; i < info.rank; ++i)
    argument.symbols.push_back(info.symbols[i]);
  return argument;
}

Signature weft::describeFunction(const WeftProgram *program, int32_t function,
                                 MLIRContext &context) {
  Signature signature;
  WeftTensorInfo info = WEFT_TENSOR_INFO_INIT;
  for (int32_t i = 0;
       weft_program_input(program, function, i, &info) == WEFT_STATUS_OK; ++i)
    signature.inputs.push_back(describeArgument(info, context));
  for (int32_t i = 0;
       weft_program_output(program, function, i, &info) == WEFT_STATUS_OK; ++i)
    signature.outputs.push_back(describeArgument(info, context));
  for (const Argument &input : signature.inputs)
    for (const std::string &symbol : input.symbols)
      if (DimRange range;
          weft_program_dim_range(program, symbol.c_str(), &range.least,
                                 &range.most) == WEFT_STATUS_OK)
        signature.ranges[symbol] = range;
  return signature;
}
