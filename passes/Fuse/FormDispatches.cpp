// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Forms fusion groups and makes each a dispatch.
//
//   %a = weft.contract "mk,kn->mn" %x, %w        weft.func private @contract_0(%x, %w, %b) { contract, add, tanh }
//   %b = weft.add %a, %bias                  =>  ...
//   %c = weft.tanh %b                            %c = weft.dispatch @contract_0(%x, %w, %bias)
//
// One walk over each block in order; every op joins the group of an operand's
// producer or begins its own. An op joins when
//  * the group's root and the op are of kinds that one kernel computes (see
//  findObstacle),
//  * the producer's result has no other user, so that nothing is computed twice
//  and nothing needs to be kept, and
//  * where the op follows a heavy root, its result has the root's shape, for
//  the root's loops are the kernel's.
// A group is placed where its last op was: every other operand is there by
// then. Where a chain ends, a remark says why.

#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Remarks.h"
#include "passes/Fuse/Fuse.h"
#include "passes/Fuse/HostOps.h"
#include "passes/Fuse/OutlineKernel.h"
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
/// What a kernel is built around.
enum class Kind {
  /// Elementwise ops and data movement.
  Pointwise,
  /// Softmax or normalization along the last dimension.
  Row,
  /// A reduction.
  Reduce,
  /// A contraction, convolution or window reduction: takes elementwise ops behind it.
  Heavy,
  /// Anything else: alone.
  Alone,
};

Kind kindOf(Operation *op) {
  if (isa<ElementwiseOpInterface, TransposeOp, BroadcastOp, SliceOp, PadOp, ConcatOp, TileOp, IotaOp, GatherOp, GatherElementsOp, GatherNdOp, DropoutOp, ReshapeOp>(op))
    return Kind::Pointwise;
  if (isa<SoftmaxOp, NormalizeOp>(op))
    return Kind::Row;
  if (isa<ReduceOp>(op))
    return Kind::Reduce;
  if (isa<ContractOp, ConvOp, ReduceWindowOp>(op))
    return Kind::Heavy;
  return Kind::Alone;
}

struct Group {
  Kind kind;
  Operation *root;
  SmallVector<Operation *> ops;
};

/// Ops that read an element of their operand more than once.
bool repeatsElements(Operation *op) { return isa<BroadcastOp, TileOp, GatherOp, GatherElementsOp, GatherNdOp>(op); }

class BlockGrouper {
public:
  BlockGrouper(Block &block, SymbolicDims &dims) : block(block), dims(dims) {}

  /// The groups in the order of their last op.
  SmallVector<SmallVector<Operation *>> form();

private:
  Group *findGroup(Value value) { return value.getDefiningOp() ? groupOf.lookup(value.getDefiningOp()) : nullptr; }
  /// Whether all that the group of `producer` gives away is `value`, and to `op` alone.
  bool isOnlyFor(Value value, Operation *op);
  /// Why `op`, which reads `value` of the group, cannot be in it; "" where it
  /// can.
  StringRef findObstacle(const Group &group, Value value, Operation *op);
  bool isCheap(const Group &group);
  void join(Group &group, Operation *op);
  void merge(Group &into, Group &from);

  Block &block;
  SymbolicDims &dims;
  std::vector<std::unique_ptr<Group>> groups;
  llvm::DenseMap<Operation *, Group *> groupOf;
};

bool BlockGrouper::isOnlyFor(Value value, Operation *op) {
  return value.getDefiningOp()->getNumResults() == 1 && llvm::all_of(value.getUsers(), [&](Operation *user) { return user == op; });
}

/// Whether computing the group's result again for each use costs next to nothing.
bool BlockGrouper::isCheap(const Group &group) {
  return group.kind == Kind::Pointwise && llvm::all_of(group.ops, [](Operation *op) {
    return isa<CastOp, AddOp, SubOp, MulOp, CompareOp, SelectOp, AndOp, OrOp, NotOp, TransposeOp, SliceOp, BroadcastOp, IotaOp>(op);
  });
}

StringRef BlockGrouper::findObstacle(const Group &group, Value value,
                                     Operation *op) {
  if (!isOnlyFor(value, op))
    return "its result has other readers";
  Kind kind = kindOf(op);
  bool isElementwise = isa<ElementwiseOpInterface>(op);
  bool keepsShape = dims.haveSameShape(value, op->getResult(0));
  switch (group.kind) {
  case Kind::Alone:
    return "its kernel takes no other op";
  case Kind::Heavy:
  case Kind::Reduce:
  case Kind::Row:
    return !isElementwise ? "its kernel takes elementwise ops only"
           : keepsShape   ? ""
                          : "the result has another shape";
  case Kind::Pointwise:
    break;
  }
  if (kind == Kind::Row)
    return value == op->getOperand(0)
               ? ""
               : "only the first operand is computed on the way";
  if (kind == Kind::Reduce)
    return "";
  if (kind != Kind::Pointwise || isa<ReshapeOp>(op))
    return "operands of this op are read from memory";
  if ((repeatsElements(op) || (isElementwise && !keepsShape)) &&
      !isCheap(group))
    return "its elements are read more than once, and computing them again is "
           "expensive";
  // Padding evaluates an operand at a place that it chooses; a long chain
  // before it would be emitted for each.
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
  group.ops.push_back(op);
  groupOf[op] = &group;
  Kind kind = kindOf(op);
  if (kind != Kind::Pointwise) {
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

SmallVector<SmallVector<Operation *>> BlockGrouper::form() {
  for (Operation &op : block.without_terminator()) {
    if (isHostOp(&op))
      continue;
    Group *joined = nullptr;
    // Heavier producers first: their loops lead.
    SmallVector<Value> operands(op.getOperands());
    llvm::stable_sort(operands, [&](Value a, Value b) {
      auto weight = [&](Value v) { Group *g = findGroup(v); return g && g->kind != Kind::Pointwise; };
      return weight(a) > weight(b);
    });
    bool takesPrologue = kindOf(&op) == Kind::Pointwise ||
                         kindOf(&op) == Kind::Row ||
                         kindOf(&op) == Kind::Reduce;
    Operation *apart = nullptr;
    StringRef why;
    if (takesPrologue)
      for (Value operand : operands) {
        Group *group = findGroup(operand);
        if (!group || group == joined || operand.getParentBlock() != &block)
          continue;
        if (StringRef obstacle = findObstacle(*group, operand, &op);
            !obstacle.empty()) {
          if (!apart)
            std::tie(apart, why) = std::pair(operand.getDefiningOp(), obstacle);
          continue;
        }
        if (!joined) {
          join(*group, &op);
          joined = group;
        } else if (group->kind == Kind::Pointwise) {
          // What another chain computes for this op alone is computed here too.
          merge(*joined, *group);
        }
      }
    if (!joined) {
      if (apart)
        reportObstacle(&op, apart, why);
      groups.push_back(std::make_unique<Group>(Group{kindOf(&op), &op, {}}));
      join(*groups.back(), &op);
    }
    LDBG() << op.getName() << (joined ? " joins " : " begins ") << groupOf[&op]->root->getName();
  }
  SmallVector<SmallVector<Operation *>> formed;
  for (auto &group : groups) {
    if (group->ops.empty())
      continue;
    llvm::sort(group->ops, [](Operation *a, Operation *b) { return a->isBeforeInBlock(b); });
    formed.push_back(std::move(group->ops));
  }
  llvm::sort(formed, [](ArrayRef<Operation *> a, ArrayRef<Operation *> b) { return a.back()->isBeforeInBlock(b.back()); });
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
