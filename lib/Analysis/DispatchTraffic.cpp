// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bytes of dispatches by the names of sizes.

#include "lib/Analysis/DispatchTraffic.h"
#include "lib/Analysis/OperationCount.h"
#include "lib/Analysis/SizeOrigin.h"
#include "lib/Analysis/SymbolicDims.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace weft;

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
  /// The same for a result whose size the analysis of the kernel alone does not
  /// find.
  std::string nameResult(DispatchOp dispatch, FuncOp kernel, OpResult result,
                         int64_t dim);
  SizedCount countBytes(Value value,
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
  if (!argument)
    return origin.value && !origin.isElement
               ? nameResult(dispatch, kernel, cast<OpResult>(origin.value),
                            origin.index)
               : "?";
  Value operand = dispatch.getOperand(argument.getArgNumber());
  if (!origin.isElement)
    return nameOuter(operand, origin.index);
  // A kernel may take sizes themselves.
  std::optional<SizeOrigin> listed = findListedSize(operand, origin.index);
  return listed ? nameOuter(listed->tensor, listed->dim) : "?";
}

std::string TrafficCounter::nameResult(DispatchOp dispatch, FuncOp kernel,
                                       OpResult result, int64_t dim) {
  Operation *op = result.getOwner();
  if (auto resize = dyn_cast<ResizeOp>(op))
    return llvm::is_contained(resize.getDims(), dim)
               ? "?"
               : nameInner(dispatch, kernel, resize.getOperand(), dim);
  if (!isa<ElementwiseOpInterface>(op))
    return "?";
  // Operands are of one size where they are not repeated.
  int64_t rank = cast<RankedTensorType>(result.getType()).getRank();
  for (Value operand : op->getOperands()) {
    auto type = cast<RankedTensorType>(operand.getType());
    int64_t at = dim - (rank - type.getRank());
    if (at < 0 || !type.isDynamicDim(at))
      continue;
    if (std::string name = nameInner(dispatch, kernel, operand, at);
        name != "?")
      return name;
  }
  return "?";
}

SizedCount
TrafficCounter::countBytes(Value value,
                           llvm::function_ref<std::string(int64_t)> name) {
  auto type = cast<RankedTensorType>(value.getType());
  // Codes of few bits lie together; truth values have a byte each.
  unsigned bits = type.getElementTypeBitWidth();
  double bytes = bits == 1 ? 1 : bits / 8.0;
  SizedCount::Names names;
  for (auto [dim, size] : llvm::enumerate(type.getShape())) {
    if (ShapedType::isDynamic(size))
      names.push_back(name(dim));
    else
      bytes *= static_cast<double>(size);
  }
  SizedCount count;
  count.add(std::move(names), bytes);
  return count;
}

/// The narrower element type of what the heavy ops multiply.
static Type findArithmetic(ArrayRef<Operation *> ops) {
  Type found;
  for (Operation *op : ops)
    if (isHeavy(op) && !isa<ReduceWindowOp>(op))
      for (Value operand : op->getOperands().take_front(2)) {
        Type element = getElementTypeOrSelf(operand.getType());
        if (!found ||
            element.getIntOrFloatBitWidth() < found.getIntOrFloatBitWidth())
          found = element;
      }
  return found;
}

static std::string describeTypes(TypeRange types) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  llvm::interleaveComma(types, stream);
  return text;
}

DispatchTraffic TrafficCounter::count(DispatchOp dispatch) {
  DispatchTraffic traffic;
  traffic.dispatch = dispatch;
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
  for (Operation &op : body.without_terminator()) {
    if (isa<ConstantOp>(op))
      continue;
    ops.push_back(&op);
    SizedCount operations = countOperations(&op, [&](Value value, int64_t dim) {
      return nameInner(dispatch, kernel, value, dim);
    });
    traffic.operations += operations;
    traffic.ops.push_back({op.getName().stripDialect().str(),
                           describeTypes(op.getResultTypes()),
                           std::move(operations)});
  }
  traffic.arithmetic = findArithmetic(ops);
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
    SizedCount bytes;
    if (isWhole)
      bytes = bytesOf(argument);
    else
      for (Operation *user : argument.getUsers())
        bytes += bytesOf(user->getResult(0));
    traffic.read += bytes;
    if (dispatch.getOperand(argument.getArgNumber()).getDefiningOp<GetOp>())
      traffic.weights += bytes;
  }
  ValueRange returned = body.getTerminator()->getOperands();
  for (auto [result, value] : llvm::zip(dispatch.getResults(), returned)) {
    traffic.results.push_back(bytesOf(value));
    traffic.written += traffic.results.back();
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
      SizedCount once = bytesOf(result);
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
      function.walk<WalkOrder::PreOrder>([&](Operation *op) {
        // What a map computes slice by slice stands beside it for the whole batch.
        if (isa<MapOp>(op))
          return WalkResult::skip();
        if (auto dispatch = dyn_cast<DispatchOp>(op))
          all.push_back(counter.count(dispatch));
        return WalkResult::advance();
      });
  return all;
}
