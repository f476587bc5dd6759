// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Forms fusion groups and makes each a dispatch.
//
//   %a = weft.contract "mk,kn->mn" %x, %w        weft.func private @contract_0(%x, %w, %b) { contract, add, tanh }
//   %b = weft.add %a, %bias                  =>  ...
//   %c = weft.tanh %b                            %c = weft.dispatch @contract_0(%x, %w, %bias)
//
// One walk over each block in order; every op joins the group of an operand's producer or begins its own. An op joins when
//  * the group's root and the op are of kinds that one kernel computes (see findObstacle),
//  * nothing but the group needs the producer's result, so that nothing is computed twice and nothing needs to be kept (only a cast that rounds
//    it for some readers stands beside what others read), and
//  * where the op follows a heavy root, its result has the root's shape, for the root's loops are the kernel's.
// A result with several users is needed by the group alone where elementwise ops bring its branches together again, as in
// x * logistic(x): then all of them join.
//
// Columns of a contraction that are cut into equal parts (the gates of a recurrent cell) are read side by side by what follows:
//
//   %g = weft.contract "bh,hg->bg" %h, %w        one kernel, with as many results as are used outside
//   %a = weft.slice %g 0 to 512                  =>  %b = weft.dispatch @contract_0(%h, %w)
//   %b = weft.slice %g 512 to 1024, ...
//
// All elementwise ops on the parts join, used once or more, unless what uses one of them has to run in between.
//
// Bytes are read where they are needed, and not what they are widened to: each op that can compute a cast of bytes, the subtraction of
// a zero point and the scale behind it on the way gets a copy of them. A contraction or convolution of integers takes that of its
// activations into its kernel, the one op that stands before a heavy root:
//
//   %a = weft.cast %q  %b = weft.sub %a, %z        weft.func private @contract_0(%q, %z, %w) { cast, sub, contract }
//   %p = weft.contract "mk,kn->mn" %b, %w      =>  %p = weft.dispatch @contract_0(%q, %z, %w)
//
// Where such ops end a group they go over to the one that reads them: bytes are stored between the two.
//
// Rows that become bytes by a scale of their own are read twice by one kernel, which is that of the norm before them where there is one
// (RoundedRows.h).
//
// A group is placed where its last op was: every other operand is there by then. Where a chain ends, a remark says why.

#include "dialects/Weft/WeftOps.h"
#include "lib/Analysis/QuantizedOperand.h"
#include "mlir/IR/Remarks.h"
#include "passes/Fuse/AttentionGroup.h"
#include "passes/Fuse/ByteWidening.h"
#include "passes/Fuse/ColumnParts.h"
#include "passes/Fuse/Fuse.h"
#include "passes/Fuse/HostOps.h"
#include "passes/Fuse/KernelKind.h"
#include "passes/Fuse/OutlineKernel.h"
#include "passes/Fuse/RoundedRows.h"
#include "passes/Fuse/SliceCopies.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Support/DebugLog.h"

#define DEBUG_TYPE "weft-form-dispatches"

using namespace mlir;
using namespace weft;

namespace weft {
#define GEN_PASS_DEF_FORMDISPATCHES
#define GEN_PASS_REGISTRATION
#include "passes/Fuse/Passes.h.inc"
} // namespace weft

namespace {
struct Group {
  KernelKind kind;
  Operation *root;
  SmallVector<Operation *> ops;
  /// One of the parts that the root's columns are cut into, if they are.
  Value part;
};

/// A longer chain is cut: what a kernel saves by one more op is little, and code generation takes longer than in proportion.
constexpr size_t kMaxGroupOps = 48;
/// Branches with more ops than these are not followed to where they meet.
constexpr size_t kMaxBranchOps = 16;
/// Ops that read an element of their operand more than once.
bool repeatsElements(Operation *op) {
  return isa<BroadcastOp, TileOp, GatherOp, GatherElementsOp, GatherNdOp,
             ResizeOp>(op);
}

/// Whether `op` takes sizes, bounds or scales from `value`; the host has to read them.
bool readsSizes(Operation *op, Value value) {
  if (auto pad = dyn_cast<PadOp>(op))
    return value == pad.getLow() || value == pad.getHigh();
  return isa<IotaOp>(op) ||
         (isa<SliceOp, TileOp, BroadcastOp, ResizeOp>(op) &&
          llvm::is_contained(op->getOperands().drop_front(), value));
}

class BlockGrouper {
public:
  BlockGrouper(Block &block, SymbolicDims &dims) : block(block), dims(dims) {}

  /// The groups in the order of their last op.
  SmallVector<SmallVector<Operation *>> form();

private:
  Group *findGroup(Value value) {
    return value.getDefiningOp() ? groupOf.lookup(value.getDefiningOp())
                                 : nullptr;
  }
  /// Whether all that the group of `producer` gives away is `value`, and to `op` alone.
  bool isOnlyFor(Value value, Operation *op);
  /// The elementwise ops, of which `first` is one, that take all uses of `value` and of each other but for the last one's result; none where
  /// there are no such ops.
  SmallVector<Operation *> findBranches(const Group &group, Value value,
                                        Operation *first);
  /// Why `op`, which reads `value` of the group, cannot be in it; "" where it can.
  StringRef findObstacle(const Group &group, Value value, Operation *op);
  /// Whether `op` rounds `value`, which others read too: both are stored while they are in registers.
  bool isRoundedBeside(const Group &group, Value value, Operation *op);
  /// Whether an op outside of the group reads a value of it and comes before `op`.
  bool isReadBefore(const Group &group, Operation *op);
  bool isCheap(const Group &group);
  /// Makes groups of the integer products with what widens their operands.
  void groupIntegerProducts();
  /// Makes groups of products of floats with what widens their weights.
  void groupWidenedWeights();
  /// Hands what widens bytes at the end of a group to the group that reads it, so that bytes are stored.
  void sinkWidening();
  /// Makes a group that takes no other op.
  void claim(Operation *root, SmallVector<Operation *> ops) {
    groups.push_back(std::make_unique<Group>(
        Group{KernelKind::Alone, root, std::move(ops), Value()}));
    for (Operation *op : groups.back()->ops)
      groupOf[op] = groups.back().get();
  }
  void join(Group &group, Operation *op);
  void merge(Group &into, Group &from);

  Block &block;
  SymbolicDims &dims;
  std::vector<std::unique_ptr<Group>> groups;
  llvm::DenseMap<Operation *, Group *> groupOf;
};

bool BlockGrouper::isOnlyFor(Value value, Operation *op) {
  return value.getDefiningOp()->getNumResults() == 1 &&
         llvm::all_of(value.getUsers(),
                      [&](Operation *user) { return user == op; });
}

SmallVector<Operation *>
BlockGrouper::findBranches(const Group &group, Value value, Operation *first) {
  if (group.kind == KernelKind::Alone || group.part ||
      group.ops.size() + kMaxBranchOps > kMaxGroupOps || value.hasOneUse() ||
      value.getDefiningOp()->getNumResults() != 1)
    return {};
  // Where so many uses are open, they do not meet within the limit; and they are not to be searched for each of them.
  auto isTooWide = [](Value each) {
    return each.hasNUsesOrMore(kMaxBranchOps + 1);
  };
  if (isTooWide(value))
    return {};
  llvm::SmallSetVector<Operation *, kMaxBranchOps> taken;
  SmallVector<Value> open{value};
  auto isOpen = [&](Value each) {
    return !llvm::all_of(each.getUsers(),
                         [&](Operation *user) { return taken.contains(user); });
  };
  while (taken.size() < kMaxBranchOps) {
    // The next op in order that needs one of the values; all else that it needs stands before it.
    Operation *next = nullptr;
    for (Value each : open)
      for (Operation *user : each.getUsers()) {
        if (user->getBlock() != &block)
          return {};
        if (!taken.contains(user) && (!next || user->isBeforeInBlock(next)))
          next = user;
      }
    if (!isa<ElementwiseOpInterface>(next) || isHostOp(next) ||
        groupOf.count(next) || !dims.haveSameShape(value, next->getResult(0)) ||
        (taken.empty() && next != first) || isTooWide(next->getResult(0)))
      return {};
    taken.insert(next);
    open.push_back(next->getResult(0));
    llvm::erase_if(open, [&](Value each) {
      return each != next->getResult(0) && !isOpen(each);
    });
    if (open.size() == 1)
      return taken.takeVector();
  }
  return {};
}

/// Whether computing the group's result again for each use costs next to nothing.
bool BlockGrouper::isCheap(const Group &group) {
  return group.kind == KernelKind::Pointwise &&
         llvm::all_of(group.ops, [](Operation *op) {
           return isa<CastOp, AddOp, SubOp, MulOp, CompareOp, SelectOp, AndOp,
                      OrOp, NotOp, TransposeOp, SliceOp, BroadcastOp, IotaOp>(
               op);
         });
}

bool BlockGrouper::isReadBefore(const Group &group, Operation *op) {
  for (Operation *member : group.ops)
    for (Operation *user : member->getUsers()) {
      Operation *here = block.findAncestorOpInBlock(*user);
      if (here != op && groupOf.lookup(here) != &group &&
          here->isBeforeInBlock(op))
        return true;
    }
  return false;
}

bool BlockGrouper::isRoundedBeside(const Group &group, Value value,
                                   Operation *op) {
  auto width = [](Value each) {
    auto type = dyn_cast<FloatType>(getElementTypeOrSelf(each.getType()));
    return type ? type.getWidth() : 0;
  };
  return isa<CastOp>(op) &&
         (group.kind == KernelKind::Heavy || group.kind == KernelKind::Row) &&
         width(op->getResult(0)) > 0 &&
         width(op->getResult(0)) < width(value) && !isReadBefore(group, op);
}

StringRef BlockGrouper::findObstacle(const Group &group, Value value,
                                     Operation *op) {
  if (group.ops.size() >= kMaxGroupOps)
    return "the kernel has as many ops as one may have";
  bool isCut =
      group.kind == KernelKind::Heavy && isCutIntoParts(value, group.root);
  if (isCut || group.part) {
    if (!isCut && (!isa<ElementwiseOpInterface>(op) ||
                   !dims.haveSameShape(group.part, op->getResult(0))))
      return "only elementwise ops follow the parts of a contraction";
    return isReadBefore(group, op)
               ? "another kernel reads a part of it in between"
               : "";
  }
  if (!isOnlyFor(value, op) && !isRoundedBeside(group, value, op))
    return "its result has other readers";
  KernelKind kind = kindOf(op);
  bool isElementwise = isa<ElementwiseOpInterface>(op);
  bool keepsShape = dims.haveSameShape(value, op->getResult(0));
  switch (group.kind) {
  case KernelKind::Alone:
    return "its kernel takes no other op";
  case KernelKind::Heavy:
  case KernelKind::Reduce:
  case KernelKind::Row:
    return !isElementwise ? "its kernel takes elementwise ops only"
           : keepsShape   ? ""
                          : "the result has another shape";
  case KernelKind::Pointwise:
    break;
  }
  if (kind == KernelKind::Row)
    return value == op->getOperand(0)
               ? ""
               : "only the first operand is computed on the way";
  if (kind == KernelKind::Reduce)
    return "";
  if (kind != KernelKind::Pointwise || isa<ReshapeOp>(op))
    return "operands of this op are read from memory";
  if (readsSizes(op, value))
    return "the host reads its sizes";
  if ((repeatsElements(op) || (isElementwise && !keepsShape)) &&
      !isCheap(group))
    return "its elements are read more than once, and computing them again is "
           "expensive";
  // Padding evaluates an operand at a place that it chooses; a long chain before it would be emitted for each.
  if (isa<PadOp, ConcatOp>(op) && !isCheap(group))
    return "it would be computed in each branch of this op";
  return "";
}

/// Says why the op begins a kernel although something is computed for it.
void reportObstacle(Operation *op, Operation *producer, StringRef obstacle) {
  remark::missed(op->getLoc(),
                 remark::RemarkOpts::name("NotFused").category("fuse"))
      << op->getName().stripDialect() << " is not fused with the "
      << producer->getName().stripDialect() << " before it: " << obstacle;
}

void BlockGrouper::join(Group &group, Operation *op) {
  if (group.kind == KernelKind::Heavy && isa<SliceOp>(op))
    group.part = op->getResult(0);
  group.ops.push_back(op);
  groupOf[op] = &group;
  KernelKind kind = kindOf(op);
  if (kind != KernelKind::Pointwise) {
    group.kind = kind;
    group.root = op;
  }
}

void BlockGrouper::merge(Group &into, Group &from) {
  for (Operation *op : from.ops) {
    into.ops.push_back(op);
    groupOf[op] = &into;
  }
  from.ops.clear();
}

void BlockGrouper::groupIntegerProducts() {
  for (Operation &op : block.without_terminator()) {
    if (!isIntegerProduct(&op))
      continue;
    groups.push_back(
        std::make_unique<Group>(Group{KernelKind::Heavy, &op, {}, Value()}));
    // A filter is read as it is.
    for (Value operand :
         op.getOperands().take_front(isa<ContractOp>(op) ? 2 : 1))
      for (Operation *each : findWidening(&op, operand))
        if (!groupOf.count(each))
          join(*groups.back(), each);
    join(*groups.back(), &op);
  }
}

void BlockGrouper::groupWidenedWeights() {
  for (auto contract : block.getOps<ContractOp>()) {
    if (isIntegerProduct(contract))
      continue;
    for (unsigned number : {1u, 0u}) {
      Operation *widening = findWeightWidening(contract, number);
      if (!widening)
        continue;
      // Each reader has its own: what is widened is never in memory.
      if (!widening->hasOneUse() || widening->getBlock() != &block) {
        OpBuilder builder(contract);
        widening = builder.clone(*widening);
        contract->setOperand(number, widening->getResult(0));
      }
      groups.push_back(std::make_unique<Group>(
          Group{KernelKind::Heavy, contract, {}, Value()}));
      join(*groups.back(), widening);
      join(*groups.back(), contract);
      break;
    }
  }
}

void BlockGrouper::sinkWidening() {
  SmallVector<Operation *> widening = collectWidening(block);
  for (Operation *op : llvm::reverse(widening)) {
    Group *from = groupOf[op], *to = nullptr;
    auto isReader = [&](Operation *user) {
      Group *group = groupOf.lookup(user);
      if (!group || (to && group != to) || group == from ||
          (group->kind != KernelKind::Pointwise &&
           group->kind != KernelKind::Heavy) ||
          (group->kind == KernelKind::Heavy && user == group->root))
        return false;
      to = group;
      return true;
    };
    if (from->kind == KernelKind::Alone || op == from->root ||
        !llvm::all_of(op->getUsers(), isReader) || !to ||
        to->ops.size() >= kMaxGroupOps)
      continue;
    llvm::erase(from->ops, op);
    to->ops.push_back(op);
    groupOf[op] = to;
  }
}

SmallVector<SmallVector<Operation *>> BlockGrouper::form() {
  copySlices(block);
  copyWidening(block);
  groupIntegerProducts();
  groupWidenedWeights();
  for (auto attention : block.getOps<AttentionOp>())
    claim(attention, collectAttentionGroup(attention));
  for (auto reduce : block.getOps<ReduceOp>())
    if (SmallVector<Operation *> ops = collectRoundedRows(reduce); !ops.empty())
      claim(reduce, std::move(ops));
  for (Operation &op : block.without_terminator()) {
    if (isHostOp(&op) || groupOf.count(&op))
      continue;
    Group *joined = nullptr;
    // Heavier producers first: their loops lead.
    SmallVector<Value> operands;
    for (bool isHeavier : {true, false})
      for (Value operand : op.getOperands()) {
        Group *producer = findGroup(operand);
        if (isHeavier == (producer && producer->kind != KernelKind::Pointwise))
          operands.push_back(operand);
      }
    bool takesPrologue = kindOf(&op) == KernelKind::Pointwise ||
                         kindOf(&op) == KernelKind::Row ||
                         kindOf(&op) == KernelKind::Reduce;
    Operation *apart = nullptr;
    StringRef why;
    if (takesPrologue)
      for (Value operand : operands) {
        Group *group = findGroup(operand);
        if (!group || group == joined || operand.getParentBlock() != &block)
          continue;
        if (!joined)
          for (Operation *each : findBranches(*group, operand, &op)) {
            join(*group, each);
            joined = group;
          }
        // With them came all operands.
        if (joined == group)
          break;
        if (StringRef obstacle = findObstacle(*group, operand, &op);
            !obstacle.empty()) {
          if (!apart)
            std::tie(apart, why) = std::pair(operand.getDefiningOp(), obstacle);
          continue;
        }
        if (!joined) {
          join(*group, &op);
          joined = group;
        } else if (group->kind == KernelKind::Pointwise &&
                   joined->ops.size() + group->ops.size() <= kMaxGroupOps) {
          // What another chain computes for this op alone is computed here too.
          merge(*joined, *group);
        }
      }
    if (!joined) {
      if (apart)
        reportObstacle(&op, apart, why);
      groups.push_back(
          std::make_unique<Group>(Group{kindOf(&op), &op, {}, Value()}));
      join(*groups.back(), &op);
    }
    if (Group &group = *groupOf[&op];
        group.kind == KernelKind::Heavy && !group.part &&
        isCutIntoParts(op.getResult(0), group.root))
      moveParts(&op);
    LDBG() << op.getName() << (joined ? " joins " : " begins ")
           << groupOf[&op]->root->getName();
  }
  sinkWidening();
  SmallVector<SmallVector<Operation *>> formed;
  for (auto &group : groups) {
    if (group->ops.empty())
      continue;
    llvm::sort(group->ops, [](Operation *a, Operation *b) {
      return a->isBeforeInBlock(b);
    });
    formed.push_back(std::move(group->ops));
  }
  llvm::sort(formed, [](ArrayRef<Operation *> a, ArrayRef<Operation *> b) {
    return a.back()->isBeforeInBlock(b.back());
  });
  return formed;
}

struct FormDispatches : weft::impl::FormDispatchesBase<FormDispatches> {
  void runOnOperation() override {
    KernelOutliner outliner(getOperation());
    SmallVector<FuncOp> functions;
    for (FuncOp func : getOperation().getOps<FuncOp>())
      functions.push_back(func);
    SmallVector<KernelPlan> plans;
    SymbolicDims dims;
    for (FuncOp func : functions)
      func.walk([&](Block *block) {
        for (ArrayRef<Operation *> group : BlockGrouper(*block, dims).form())
          plans.push_back(planKernel(group, dims));
      });
    for (const KernelPlan &plan : plans)
      outliner.outline(plan);
  }
};
} // namespace

void weft::registerFusePasses() { registerWeftFusePasses(); }
