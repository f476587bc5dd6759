// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Groups of ops as functions of their own, each distinct one once.

#include "passes/Fuse/OutlineKernel.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace weft;

/// Whether a kernel holds this constant itself: one repeated value, or numbers that say sizes or scales.
static bool isInlineConstant(Operation *op) {
  auto constant = dyn_cast_if_present<ConstantOp>(op);
  if (!constant)
    return false;
  auto type = cast<RankedTensorType>(constant.getType());
  bool isHandful = type.getNumElements() <= 16 && type.getRank() <= 1;
  bool areScales = type.getElementType().isF32() &&
                   llvm::all_of(op->getUsers(), [](Operation *user) {
                     return isa<ResizeOp>(user);
                   });
  return isa<SplatElementsAttr>(constant.getValue()) ||
         (isHandful && (type.getElementType().isInteger(64) || areScales));
}

/// A word that says what a group does, for names: its heaviest op.
static StringRef findMainOp(ArrayRef<Operation *> group) {
  for (Operation *op : group)
    if (isa<ContractOp, ConvOp, AttentionOp, ReduceWindowOp, ResizeOp,
            SoftmaxOp, NormalizeOp, ReduceOp, ArgReduceOp, CumulativeOp>(op))
      return op->getName().stripDialect();
  return group.back()->getName().stripDialect();
}

/// The source's name of an op: the innermost name of its location.
static StringRef findNodeName(Location location) {
  if (auto name = dyn_cast<NameLoc>(location))
    return name.getName();
  if (auto fused = dyn_cast<FusedLoc>(location))
    for (Location each : fused.getLocations())
      if (StringRef name = findNodeName(each); !name.empty())
        return name;
  if (auto call = dyn_cast<CallSiteLoc>(location))
    return findNodeName(call.getCallee());
  return "";
}

KernelOutliner::KernelOutliner(ModuleOp module)
    : module(module), symbols(module) {}

/// The outside values that the ops of a group use, in order of first use.
static SmallVector<Value> collectOperands(ArrayRef<Operation *> group) {
  llvm::SetVector<Value> operands;
  SmallPtrSet<Operation *, 8> inside(group.begin(), group.end());
  for (Operation *op : group)
    for (Value operand : op->getOperands())
      if (Operation *def = operand.getDefiningOp();
          !(def && inside.contains(def)) && !isInlineConstant(def))
        operands.insert(operand);
  return operands.takeVector();
}

KernelPlan weft::planKernel(ArrayRef<Operation *> group, SymbolicDims &dims) {
  KernelPlan plan;
  plan.ops.assign(group.begin(), group.end());
  SmallPtrSet<Operation *, 8> inside(group.begin(), group.end());
  for (Operation *op : group) {
    for (Value result : op->getResults())
      if (llvm::any_of(result.getUsers(),
                       [&](Operation *user) { return !inside.contains(user); }))
        plan.results.push_back(result);
  }
  // Equal dimensions share a name that does not depend on where in the model the group is.
  llvm::StringMap<std::string> names;
  for (Value operand : collectOperands(group)) {
    SmallVector<std::string> &ofOperand = plan.dimNames.emplace_back();
    for (int64_t d = 0; d < cast<RankedTensorType>(operand.getType()).getRank();
         ++d) {
      std::string name = dims.getName(operand, d);
      if (!name.empty())
        name = names.try_emplace(name, "d" + std::to_string(names.size()))
                   .first->second;
      ofOperand.push_back(name);
    }
  }
  return plan;
}

FuncOp KernelOutliner::makeKernel(const KernelPlan &plan,
                                  ArrayRef<Value> operands) {
  OpBuilder builder(module.getContext());
  builder.setInsertionPointToEnd(module.getBody());
  auto type = builder.getFunctionType(TypeRange(ValueRange(operands)),
                                      TypeRange(ValueRange(plan.results)));
  SmallVector<Location> locations =
      llvm::map_to_vector(plan.ops, [](Operation *op) { return op->getLoc(); });
  auto kernel =
      FuncOp::create(builder, builder.getFusedLoc(locations), "kernel", type);
  kernel.setPrivate();
  Block *body = builder.createBlock(
      &kernel.getBody(), {}, type.getInputs(),
      SmallVector<Location>(operands.size(), kernel.getLoc()));
  IRMapping map;
  map.map(operands, body->getArguments());
  for (auto [i, operand] : llvm::enumerate(operands)) {
    if (!cast<RankedTensorType>(operand.getType()).hasStaticShape())
      kernel.setArgAttr(i, "weft.dims",
                        builder.getStrArrayAttr(SmallVector<StringRef>(
                            plan.dimNames[i].begin(), plan.dimNames[i].end())));
    if (operand.getDefiningOp<GetOp>())
      kernel.setArgAttr(i, "weft.parameter", builder.getUnitAttr());
  }
  builder.setInsertionPointToStart(body);
  for (Operation *op : plan.ops) {
    for (Value operand : op->getOperands())
      if (Operation *def = operand.getDefiningOp();
          !map.contains(operand) && isInlineConstant(def))
        builder.clone(*def, map);
    builder.clone(*op, map);
  }
  ReturnOp::create(builder, kernel.getLoc(),
                   llvm::map_to_vector(plan.results,
                                       [&](Value v) { return map.lookup(v); }));
  return kernel;
}

void KernelOutliner::outline(const KernelPlan &plan) {
  // An op that nobody uses needs no kernel.
  if (plan.results.empty())
    return;
  StringRef mainOp = findMainOp(plan.ops);
  SmallVector<Value> operands = collectOperands(plan.ops);
  FuncOp kernel = makeKernel(plan, operands);
  std::string text;
  llvm::raw_string_ostream stream(text);
  // What is printed was verified; verifying it again for each kernel would be
  // most of the time of the pass.
  kernel.print(stream, OpPrintingFlags().assumeVerified());
  auto [it, isNew] = kernels.try_emplace(text, kernel);
  if (isNew) {
    kernel.setName((mainOp + "_" + Twine(kernels.size() - 1)).str());
    symbols.insert(kernel);
  } else {
    kernel.erase();
  }
  Operation *last = plan.ops.back(), *named = last;
  for (Operation *op : plan.ops)
    if (op->getName().stripDialect() == mainOp)
      named = op;
  OpBuilder builder(last);
  SmallVector<Location> locations =
      llvm::map_to_vector(plan.ops, [](Operation *op) { return op->getLoc(); });
  StringRef node = findNodeName(named->getLoc());
  auto dispatch = DispatchOp::create(
      builder, builder.getFusedLoc(locations),
      TypeRange(ValueRange(plan.results)), it->second.getName(), operands,
      node.empty() ? StringAttr() : builder.getStringAttr(node));
  for (auto [result, replacement] :
       llvm::zip(plan.results, dispatch.getResults()))
    Value(result).replaceAllUsesWith(replacement);
  for (Operation *op : llvm::reverse(plan.ops))
    op->erase();
}
