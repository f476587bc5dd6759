// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lives of tensors, and their places.

#include "lib/Target/CPU/Host/MemoryPlan.h"
#include "lib/Analysis/StateAppend.h"
#include "lib/Target/CPU/Host/ArenaLayout.h"
#include "lib/Target/CPU/Kernel/KernelBuilder.h"
#include "runtime/abi/GeneratedCode.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

int64_t cpu::computeSizeBytes(RankedTensorType type) {
  return type.getNumElements() *
         KernelBuilder::sizeBytes(type.getElementType());
}

Value MemoryPlan::getRoot(Value value) {
  while (auto reshape = value.getDefiningOp<ReshapeOp>())
    value = reshape.getOperand();
  return value;
}

/// Whether `value` is computed into memory of its own.
static bool isRoot(Value value) {
  Operation *op = value.getDefiningOp();
  return op && (isa<DispatchOp, ExternOp, IfOp, LoopOp, MapOp>(op) ||
                isStateAppend(op));
}

static bool isStatic(Value value) {
  return cast<RankedTensorType>(value.getType()).hasStaticShape();
}

void MemoryPlan::walk(function_ref<void(Operation *)> visit) {
  block.walk<WalkOrder::PreOrder>([&](Operation *op) {
    visit(op);
    return isa<MapOp>(op) ? WalkResult::skip() : WalkResult::advance();
  });
}

MemoryPlan::MemoryPlan(Block &block) : block(block) {
  int64_t next = 0;
  number(block, next);
  placeOutputs();
  findForwarded();
  SmallVector<Value> inArena, dynamic;
  walk([&](Operation *op) {
    for (Value result : op->getResults()) {
      if (!isRoot(result) || places.count(result) || forwarded.count(result))
        continue;
      // A stack of values grows as its loop runs.
      auto loop = dyn_cast<LoopOp>(op);
      bool isStack = loop && cast<OpResult>(result).getResultNumber() >=
                                 loop.getInits().size();
      (isStatic(result) && !isStack ? inArena : dynamic).push_back(result);
    }
  });
  placeInArena(inArena);
  for (auto [root, result] : forwarded)
    places[root] = places.lookup(result);
  noteLastUses(dynamic);
}

Place MemoryPlan::getPlace(Value root) const { return places.lookup(root); }

ArrayRef<Value> MemoryPlan::getLastUses(Operation *op) const {
  auto it = lastUses.find(op);
  return it == lastUses.end() ? ArrayRef<Value>() : ArrayRef<Value>(it->second);
}

void MemoryPlan::number(Block &block, int64_t &next) {
  for (Operation &op : block) {
    Life &life = positions[&op];
    int64_t begin = next++;
    life.begin = begin;
    if (!isa<MapOp>(op))
      for (Region &region : op.getRegions())
        for (Block &inner : region)
          number(inner, next);
    positions[&op] = Life{begin, next++};
  }
}

int64_t MemoryPlan::findLastUse(Value value, Operation *definition) {
  // To the definition's end at least: what a loop carries lives while it runs, whoever reads its results.
  int64_t last = positions.lookup(definition).end;
  for (Operation *user : value.getUsers()) {
    int64_t at = positions.lookup(user).end;
    // A loop that does not hold the definition reads the value again in its next round.
    for (Operation *outer = user->getParentOp();
         outer && !outer->isAncestor(definition); outer = outer->getParentOp())
      if (isa<LoopOp>(outer))
        at = std::max(at, positions.lookup(outer).end);
    if (isa<ReshapeOp>(user)) {
      at = std::max(at, findLastUse(user->getResult(0), definition));
    } else if (isa<YieldOp>(user)) {
      // The result of the surrounding op may lie in this memory.
      auto branch = dyn_cast<IfOp>(user->getParentOp());
      for (OpOperand &operand : user->getOpOperands())
        if (branch && operand.get() == value)
          at = std::max(
              at, findLastUse(branch->getResult(operand.getOperandNumber()),
                              definition));
      at = std::max(at, positions.lookup(user->getParentOp()).end);
    }
    last = std::max(last, at);
  }
  return last;
}

MemoryPlan::Life MemoryPlan::computeLife(Value root) {
  Operation *definition = root.getDefiningOp();
  return Life{positions.lookup(definition).begin,
              findLastUse(root, definition)};
}

/// What is returned is computed in the caller's memory.
void MemoryPlan::placeOutputs() {
  Operation *ret = block.getTerminator();
  for (OpOperand &operand : ret->getOpOperands()) {
    Value root = getRoot(operand.get());
    if (!isRoot(root) || root.getParentBlock() != &block || places.count(root))
      continue;
    // The sizes of a view that are not static are known too late.
    if (root != operand.get() && !isStatic(operand.get()))
      continue;
    // The pointer of an `if` or a loop with a dynamic result is known afterwards; it is copied.
    bool isLate = isa<IfOp, LoopOp>(root.getDefiningOp());
    if (isLate && (!isStatic(root) || isa<LoopOp>(root.getDefiningOp())))
      continue;
    places[root] =
        Place{Place::Output, static_cast<int64_t>(operand.getOperandNumber())};
  }
}

/// The result of an `if` lives while its branches run.
void MemoryPlan::findForwarded() {
  walk([&](Operation *op) {
    auto branch = dyn_cast<IfOp>(op);
    if (!branch)
      return;
    for (Region *region : {&branch.getThenRegion(), &branch.getElseRegion()})
      for (OpOperand &operand :
           region->front().getTerminator()->getOpOperands()) {
        Value root = operand.get(),
              result = branch->getResult(operand.getOperandNumber());
        bool isYieldedOnce =
            llvm::count(operand.getOwner()->getOperands(), root) == 1;
        if (!isRoot(root) || root.getParentRegion() != region ||
            !isYieldedOnce || !isStatic(root) || !isStatic(result) ||
            isa<LoopOp>(root.getDefiningOp()))
          continue;
        forwarded[root] = result;
      }
  });
}

void MemoryPlan::placeInArena(ArrayRef<Value> roots) {
  SmallVector<ArenaItem> items;
  for (Value root : roots) {
    int64_t size = llvm::alignTo(
        std::max<int64_t>(
            1, computeSizeBytes(cast<RankedTensorType>(root.getType()))),
        WEFT_ABI_ALIGNMENT);
    Life life = computeLife(root);
    items.push_back(ArenaItem{size, life.begin, life.end});
  }
  ArenaLayout layout = layOutArena(items);
  arenaBytes = layout.sizeBytes;
  lowerBoundBytes = layout.lowerBoundBytes;
  for (auto [root, offset] : llvm::zip_equal(roots, layout.offsets))
    places[root] = Place{Place::Arena, offset};
}

std::vector<TensorLife> MemoryPlan::computeLives() {
  SmallVector<Life> dispatches;
  walk([&](Operation *op) {
    if (isa<DispatchOp>(op))
      dispatches.push_back(positions.lookup(op));
  });
  std::vector<TensorLife> lives;
  walk([&](Operation *op) {
    for (Value result : op->getResults()) {
      if (!isRoot(result) || forwarded.count(result))
        continue;
      Place place = places.lookup(result);
      Life life = computeLife(result);
      // Positions become numbers of dispatches: those that end behind the beginning and begin before the end.
      auto first = llvm::partition_point(
          dispatches, [&](const Life &each) { return each.end < life.begin; });
      auto last =
          std::partition_point(first, dispatches.end(), [&](const Life &each) {
            return each.begin <= life.end;
          });
      if (place.kind == Place::Output)
        last = dispatches.end();
      if (first != last)
        lives.push_back({result,
                         place.kind == Place::Arena    ? TensorLife::Arena
                         : place.kind == Place::Output ? TensorLife::Output
                                                       : TensorLife::Allocated,
                         first - dispatches.begin(),
                         last - dispatches.begin() - 1});
    }
  });
  return lives;
}

void MemoryPlan::noteLastUses(ArrayRef<Value> roots) {
  for (Value root : roots) {
    // What an `if` or a loop yields is owned by more than one place; the call frees it.
    Operation *definition = root.getDefiningOp();
    if (!isa<DispatchOp, ExternOp>(definition))
      continue;
    int64_t last = findLastUse(root, definition);
    Block *block = definition->getBlock();
    bool escapes = false;
    Operation *lastOp = definition;
    SmallVector<Value> memory{root};
    for (size_t i = 0; i < memory.size(); ++i)
      for (Operation *user : memory[i].getUsers()) {
        if (isa<ReshapeOp>(user))
          memory.push_back(user->getResult(0));
        escapes = escapes || user->hasTrait<OpTrait::IsTerminator>();
        Operation *here = block->findAncestorOpInBlock(*user);
        if (lastOp->isBeforeInBlock(here))
          lastOp = here;
      }
    if (!escapes && positions.lookup(lastOp).end >= last)
      lastUses[lastOp].push_back(root);
  }
}
