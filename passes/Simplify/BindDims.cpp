// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gives named dimensions of a model's inputs a size. With bindings=batch=4
//
//   weft.func @main(%x: tensor<?x8xf32> {weft.dims = ["batch", ""]})
//
// becomes
//
//   weft.func @main(%x: tensor<4x8xf32> {weft.dims = ["", ""]})

#include "dialects/Weft/WeftOps.h"
#include "passes/Simplify/Simplify.h"
#include "llvm/ADT/StringSet.h"

#include <set>

namespace weft {
#define GEN_PASS_DEF_BINDDIMS
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
constexpr StringLiteral kDims = "weft.dims";

struct BindDimsPass : weft::impl::BindDimsBase<BindDimsPass> {
  using Base::Base;

  void runOnOperation() override {
    llvm::StringMap<int64_t> sizes;
    for (StringRef binding : bindings) {
      auto [name, text] = binding.rsplit('=');
      int64_t size;
      if (name.empty() || text.getAsInteger(10, size) || size < 0) {
        getOperation().emitError() << "expected a dimension's name and size as in batch=4, found '" << binding << "'";
        return signalPassFailure();
      }
      sizes[name] = size;
    }
    for (FuncOp function : getOperation().getOps<FuncOp>())
      bind(function, sizes);
    for (StringRef binding : bindings) {
      StringRef name = binding.rsplit('=').first;
      if (used.contains(name))
        continue;
      InFlightDiagnostic diag = getOperation().emitError() << "expected a dimension named '" << name << "'; the model has ";
      if (known.empty())
        diag << "none";
      llvm::interleave(known, [&](StringRef each) { diag << "'" << each << "'"; }, [&] { diag << ", "; });
      return signalPassFailure();
    }
  }

private:
  /// The type with the sizes of its bound dimensions, and their names taken out of `names`.
  Type bindType(Type type, ArrayAttr &names, const llvm::StringMap<int64_t> &sizes) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    if (!tensor || !names || static_cast<int64_t>(names.size()) != tensor.getRank())
      return type;
    SmallVector<int64_t> shape(tensor.getShape());
    SmallVector<Attribute> rest;
    for (auto [size, attribute] : llvm::zip(shape, names)) {
      auto name = dyn_cast<StringAttr>(attribute);
      rest.push_back(attribute);
      if (!name || name.empty() || !ShapedType::isDynamic(size))
        continue;
      known.insert(name.str());
      auto it = sizes.find(name.getValue());
      if (it == sizes.end())
        continue;
      used.insert(name.getValue());
      size = it->second;
      rest.back() = StringAttr::get(&getContext(), "");
    }
    names = ArrayAttr::get(&getContext(), rest);
    return RankedTensorType::get(shape, tensor.getElementType());
  }

  void bind(FuncOp function, const llvm::StringMap<int64_t> &sizes) {
    SmallVector<Type> arguments, results;
    for (unsigned i = 0; i < function.getNumArguments(); ++i) {
      auto names = function.getArgAttrOfType<ArrayAttr>(i, kDims);
      arguments.push_back(bindType(function.getArgumentTypes()[i], names, sizes));
      if (names)
        function.setArgAttr(i, kDims, names);
      if (!function.isExternal())
        function.getArgument(i).setType(arguments.back());
    }
    for (unsigned i = 0; i < function.getNumResults(); ++i) {
      auto names = function.getResultAttrOfType<ArrayAttr>(i, kDims);
      results.push_back(bindType(function.getResultTypes()[i], names, sizes));
      if (names)
        function.setResultAttr(i, kDims, names);
    }
    function.setFunctionType(FunctionType::get(&getContext(), arguments, results));
  }

  llvm::StringSet<> used;
  // In the order of their names, for the message.
  std::set<std::string> known;
};
} // namespace
