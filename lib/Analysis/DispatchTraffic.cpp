// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bytes of dispatches by the names of sizes.

#include "lib/Analysis/DispatchTraffic.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/SizeOrigin.h"
#include "lib/Analysis/SymbolicDims.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>
#include <cmath>

using namespace mlir;
using namespace weft;

void ByteCount::add(Names names, double bytes) {
  llvm::sort(names);
  if (bytes != 0)
    terms[std::move(names)] += bytes;
}

ByteCount &ByteCount::operator+=(const ByteCount &other) {
  for (const auto &[names, bytes] : other.terms)
    add(names, bytes);
  return *this;
}

double ByteCount::getKnown() const {
  auto it = terms.find({});
  return it == terms.end() ? 0 : it->second;
}

double ByteCount::estimate() const {
  constexpr double kTypicalSize = 64;
  double sum = 0;
  for (const auto &[names, bytes] : terms)
    sum += bytes * std::pow(kTypicalSize, static_cast<double>(names.size()));
  return sum;
}

std::string weft::describeBytes(double bytes) {
  static constexpr const char *units[] = {"B", "kB", "MB", "GB", "TB"};
  size_t unit = 0;
  for (; bytes >= 1000 && unit + 1 < std::size(units); ++unit)
    bytes /= 1000;
  std::string text;
  llvm::raw_string_ostream(text)
      << llvm::format(unit == 0 ? "%.0f %s" : "%.1f %s", bytes, units[unit]);
  return text;
}

std::string ByteCount::describe() const {
  std::string text;
  for (const auto &[names, bytes] : terms) {
    text += (text.empty() ? "" : " + ") + describeBytes(bytes);
    for (const std::string &name : names)
      text += " x " + name;
  }
  return text.empty() ? "0 B" : text;
}

namespace {
bool isHeavy(Operation *op) {
  return isa<ContractOp, ConvOp, AttentionOp, ReduceWindowOp>(op);
}
bool isReduction(Operation *op) {
  return isa<SoftmaxOp, NormalizeOp, ReduceOp, ArgReduceOp, CumulativeOp>(op);
}

/// The op that a kernel is built around: the heaviest, of equals the first; of elementwise ops the last, which decides the loops.
Operation *findRoot(ArrayRef<Operation *> ops) {
  for (auto isRoot : {isHeavy, isReduction})
    if (auto it = llvm::find_if(ops, isRoot); it != ops.end())
      return *it;
  return ops.back();
}

/// Whether `operand` of `user` is read only where the result shows it.
bool readsParts(OpOperand &operand) {
  return operand.getOperandNumber() == 0 &&
         isa<GatherOp, GatherNdOp, GatherElementsOp, SliceOp>(
             operand.getOwner());
}

class TrafficCounter {
public:
  explicit TrafficCounter(ModuleOp module) : symbols(module) {}

  DispatchTraffic count(DispatchOp dispatch);

private:
  /// The name of a dynamic size of the function that dispatches.
  std::string nameOuter(Value value, int64_t dim);
  /// The same for a value in the kernel that `dispatch` runs.
  std::string nameInner(DispatchOp dispatch, FuncOp kernel, Value value,
                        int64_t dim);
  ByteCount countBytes(Value value,
                       llvm::function_ref<std::string(int64_t)> name);

  SymbolTable symbols;
  SymbolicDims dims;
  /// Names of sizes that kernels decide.
  llvm::DenseMap<std::pair<Value, int64_t>, std::string> named;
};

std::string TrafficCounter::nameOuter(Value value, int64_t dim) {
  // Through views, too.
  SizeOrigin before = findSizeOrigin(value, dim);
  SymbolicDims::Origin origin = dims.resolve(before.tensor, before.dim);
  if (origin.name)
    return cast<StringAttr>(origin.name).str();
  auto it = named.find({origin.value, origin.index});
  return it == named.end() || origin.isElement ? "?" : it->second;
}

std::string TrafficCounter::nameInner(DispatchOp dispatch, FuncOp kernel,
                                      Value value, int64_t dim) {
  SymbolicDims::Origin origin = dims.resolve(value, dim);
  if (origin.name)
    for (BlockArgument argument : kernel.getArguments())
      if (auto names = kernel.getArgAttrOfType<ArrayAttr>(
              argument.getArgNumber(), "weft.dims"))
        for (auto [i, name] : llvm::enumerate(names))
          if (name == origin.name)
            return nameOuter(dispatch.getOperand(argument.getArgNumber()), i);
  auto argument = dyn_cast_if_present<BlockArgument>(origin.value);
  if (argument && !origin.isElement)
    return nameOuter(dispatch.getOperand(argument.getArgNumber()),
                     origin.index);
  return "?";
}

ByteCount
TrafficCounter::countBytes(Value value,
                           llvm::function_ref<std::string(int64_t)> name) {
  auto type = cast<RankedTensorType>(value.getType());
  double bytes = std::max(1u, type.getElementTypeBitWidth() / 8);
  ByteCount::Names names;
  for (auto [dim, size] : llvm::enumerate(type.getShape())) {
    if (ShapedType::isDynamic(size))
      names.push_back(name(dim));
    else
      bytes *= static_cast<double>(size);
  }
  ByteCount count;
  count.add(std::move(names), bytes);
  return count;
}

DispatchTraffic TrafficCounter::count(DispatchOp dispatch) {
  DispatchTraffic traffic;
  traffic.kernel = dispatch.getKernel().str();
  traffic.node = dispatch.getNode().value_or("").str();
  auto kernel = symbols.lookup<FuncOp>(dispatch.getKernel());
  Block &body = kernel.getBody().front();
  auto bytesOf = [&](Value value) {
    return countBytes(value, [&](int64_t dim) {
      return nameInner(dispatch, kernel, value, dim);
    });
  };
  SmallVector<Operation *> ops;
  for (Operation &op : body.without_terminator())
    if (!isa<ConstantOp>(op))
      ops.push_back(&op);
  if (!ops.empty()) {
    Operation *root = findRoot(ops);
    traffic.root = root->getName().stripDialect().str();
    bool isBehind = false;
    for (Operation *op : ops) {
      if (op == root)
        isBehind = true;
      else
        (isBehind ? traffic.epilogue : traffic.prologue)
            .push_back(op->getName().stripDialect().str());
    }
  }
  for (BlockArgument argument : kernel.getArguments()) {
    bool isWhole = !llvm::all_of(argument.getUses(), readsParts);
    if (isWhole)
      traffic.read += bytesOf(argument);
    else
      for (Operation *user : argument.getUsers())
        traffic.read += bytesOf(user->getResult(0));
  }
  ValueRange returned = body.getTerminator()->getOperands();
  for (auto [result, value] : llvm::zip(dispatch.getResults(), returned)) {
    traffic.written += bytesOf(value);
    auto type = cast<RankedTensorType>(result.getType());
    for (int64_t dim = 0; dim < type.getRank(); ++dim)
      if (type.isDynamicDim(dim))
        named[{result, dim}] = nameInner(dispatch, kernel, value, dim);
  }
  for (Operation *op : ops)
    for (Value result : op->getResults()) {
      // A reshape is no copy outside of a kernel either.
      if (llvm::is_contained(returned, result) || isa<ReshapeOp>(op))
        continue;
      ByteCount once = bytesOf(result);
      traffic.kept += once;
      traffic.kept += once;
    }
  return traffic;
}
} // namespace

std::vector<DispatchTraffic> weft::computeDispatchTraffic(ModuleOp module) {
  std::vector<DispatchTraffic> all;
  TrafficCounter counter(module);
  for (FuncOp function : module.getOps<FuncOp>())
    if (!function.isPrivate())
      function.walk<WalkOrder::PreOrder>(
          [&](DispatchOp dispatch) { all.push_back(counter.count(dispatch)); });
  return all;
}
