// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gives named dimensions of a model's inputs a size, or a range that a call's
// sizes must lie in. With bindings=batch=4,length=1..512
//
//   weft.func @main(%x: tensor<?x?xf32> {weft.dims = ["batch", "length"]})
//
// becomes
//
//   weft.func @main(%x: tensor<4x?xf32> {weft.dims = ["", "length"]})
//   attributes {weft.dim_ranges = {length = array<i64: 1, 512>}}

#include "dialects/Weft/WeftOps.h"
#include "lib/Support/DimBinding.h"
#include "passes/Simplify/Simplify.h"
#include "llvm/ADT/StringSet.h"

#include <map>
#include <set>

namespace weft {
#define GEN_PASS_DEF_BINDDIMS
#include "passes/Simplify/Passes.h.inc"
} // namespace weft

using namespace mlir;
using namespace weft;

namespace {
constexpr StringLiteral kDims = "weft.dims", kRanges = "weft.dim_ranges";

struct BindDimsPass : weft::impl::BindDimsBase<BindDimsPass> {
  using Base::Base;

  void runOnOperation() override {
    for (StringRef text : bindings) {
      llvm::Expected<DimBinding> binding = parseDimBinding(text);
      if (!binding) {
        getOperation().emitError() << llvm::toString(binding.takeError());
        return signalPassFailure();
      }
      wanted[binding->name] = *binding;
    }
    for (FuncOp function : getOperation().getOps<FuncOp>())
      bind(function);
    for (const auto &[name, binding] : wanted) {
      if (used.contains(name))
        continue;
      InFlightDiagnostic diag = getOperation().emitError()
                                << "expected a dimension named '" << name
                                << "'; the model has ";
      if (known.empty())
        diag << "none";
      llvm::interleave(
          known, [&](StringRef each) { diag << "'" << each << "'"; },
          [&] { diag << ", "; });
      return signalPassFailure();
    }
  }

private:
  /// The type with the sizes of its fixed dimensions, and their names taken out
  /// of `names`; `ranges` gets those of the others.
  Type bindType(Type type, ArrayAttr &names, NamedAttrList &ranges) {
    auto tensor = dyn_cast<RankedTensorType>(type);
    if (!tensor || !names ||
        static_cast<int64_t>(names.size()) != tensor.getRank())
      return type;
    SmallVector<int64_t> shape(tensor.getShape());
    SmallVector<Attribute> rest;
    for (auto [size, attribute] : llvm::zip(shape, names)) {
      auto name = dyn_cast<StringAttr>(attribute);
      rest.push_back(attribute);
      if (!name || name.empty() || !ShapedType::isDynamic(size))
        continue;
      known.insert(name.str());
      auto it = wanted.find(name.str());
      if (it == wanted.end())
        continue;
      used.insert(name.getValue());
      if (!it->second.isFixed()) {
        ranges.set(name,
                   DenseI64ArrayAttr::get(&getContext(),
                                          {it->second.least, it->second.most}));
        continue;
      }
      size = it->second.least;
      rest.back() = StringAttr::get(&getContext(), "");
    }
    names = ArrayAttr::get(&getContext(), rest);
    return RankedTensorType::get(shape, tensor.getElementType());
  }

  void bind(FuncOp function) {
    NamedAttrList ranges(function->getAttrOfType<DictionaryAttr>(kRanges));
    SmallVector<Type> arguments, results;
    for (unsigned i = 0; i < function.getNumArguments(); ++i) {
      auto names = function.getArgAttrOfType<ArrayAttr>(i, kDims);
      arguments.push_back(
          bindType(function.getArgumentTypes()[i], names, ranges));
      if (names)
        function.setArgAttr(i, kDims, names);
      if (!function.isExternal())
        function.getArgument(i).setType(arguments.back());
    }
    for (unsigned i = 0; i < function.getNumResults(); ++i) {
      auto names = function.getResultAttrOfType<ArrayAttr>(i, kDims);
      results.push_back(bindType(function.getResultTypes()[i], names, ranges));
      if (names)
        function.setResultAttr(i, kDims, names);
    }
    function.setFunctionType(
        FunctionType::get(&getContext(), arguments, results));
    if (!ranges.empty())
      function->setAttr(kRanges, ranges.getDictionary(&getContext()));
  }

  // In the order of their names, for the message.
  std::map<std::string, DimBinding> wanted;
  llvm::StringSet<> used;
  std::set<std::string> known;
};
} // namespace
