// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A sum's layer is what lies on the paths from the stream to the update: ops that depend on the one and that the other depends on.

#include "lib/Analysis/ResidualLayers.h"

using namespace mlir;
using namespace weft;

/// Visits what an op reads, in its regions too.
static void visitOperands(Operation *op, function_ref<void(Value)> visit) {
  op->walk([&](Operation *inner) {
    for (Value operand : inner->getOperands())
      visit(operand);
  });
}

/// Layers have fewer ops; it bounds what is looked at for each sum.
static constexpr size_t kMostOps = 4096;

/// The ops on the paths from `stream` to `update`; empty if there are none.
static SmallVector<Operation *> findPaths(Block &block, Value stream,
                                          Value update) {
  Operation *end = update.getDefiningOp();
  if (!end || end->getBlock() != &block)
    return {};
  Operation *begin = stream.getDefiningOp();
  if (begin && (begin->getBlock() != &block || !begin->isBeforeInBlock(end)))
    return {};
  auto first = begin ? std::next(begin->getIterator()) : block.begin();
  llvm::SmallPtrSet<Operation *, 32> depends;
  size_t count = 0;
  for (Operation &op : llvm::make_range(first, std::next(end->getIterator()))) {
    if (++count > kMostOps)
      return {};
    visitOperands(&op, [&](Value operand) {
      if (operand == stream || depends.contains(operand.getDefiningOp()))
        depends.insert(&op);
    });
  }
  if (!depends.contains(end))
    return {};
  SmallVector<Operation *> paths;
  llvm::SmallPtrSet<Operation *, 32> needed{end};
  for (Operation *op = end; op && op != begin; op = op->getPrevNode()) {
    if (!needed.contains(op) || !depends.contains(op))
      continue;
    paths.push_back(op);
    visitOperands(op, [&](Value operand) {
      if (Operation *source = operand.getDefiningOp())
        needed.insert(source);
    });
  }
  return paths;
}

namespace {
/// A sum with the ops of its layer.
struct Candidate {
  ResidualLayer::Join join;
  SmallVector<Operation *> paths;
};

class LayerFinder {
public:
  explicit LayerFinder(FuncOp function)
      : function(function), block(function.getBody().front()) {}

  std::vector<ResidualLayer> find();

private:
  std::vector<Candidate> findCandidates();
  void add(ResidualLayer &layer, const Candidate &candidate);
  void readParameters(ResidualLayer &layer, Operation *op);
  /// Whether a value of the layer is used outside of it; states are noted.
  void readUsers(ResidualLayer &layer, Operation *op);
  void checkStates(ResidualLayer &layer);

  FuncOp function;
  Block &block;
};
} // namespace

/// Whether it mixes positions of a sequence.
static bool isAttention(Operation *op) {
  return isa<AttentionOp, SoftmaxOp>(op);
}

std::vector<Candidate> LayerFinder::findCandidates() {
  std::vector<Candidate> candidates;
  llvm::SmallPtrSet<Operation *, 32> joins;
  for (AddOp op : block.getOps<AddOp>()) {
    auto type = dyn_cast<RankedTensorType>(op->getResult(0).getType());
    for (unsigned stream : {0u, 1u}) {
      ResidualLayer::Join join{op, stream};
      // Vectors and scalars are sizes, positions and biases.
      if (!type || type.getRank() < 2 || join.getStream().getType() != type ||
          join.getUpdate().getType() != type)
        continue;
      SmallVector<Operation *> paths =
          findPaths(block, join.getStream(), join.getUpdate());
      // What skips whole layers is no layer itself.
      if (paths.empty() || llvm::any_of(paths, [&](Operation *each) {
            return joins.contains(each);
          }))
        continue;
      ResidualLayer alone;
      for (Operation *each : paths)
        readParameters(alone, each);
      if (alone.parameters.empty())
        continue;
      candidates.push_back({join, std::move(paths)});
      joins.insert(op);
      break;
    }
  }
  return candidates;
}

void LayerFinder::readParameters(ResidualLayer &layer, Operation *op) {
  SmallVector<Value> left;
  llvm::SmallPtrSet<Operation *, 16> seen;
  visitOperands(op, [&](Value operand) { left.push_back(operand); });
  // Casts and the like of weights; what the stream comes from is larger.
  while (!left.empty()) {
    Operation *source = left.pop_back_val().getDefiningOp();
    if (!source || source->getBlock() != &block || !seen.insert(source).second)
      continue;
    if (auto get = dyn_cast<GetOp>(source))
      layer.parameters.insert(get.getParameterAttr().getAttr());
    else if (isa<CastOp, TransposeOp, ReshapeOp, DequantizeOp>(source) &&
             !layer.ops.contains(source))
      left.push_back(source->getOperand(0));
  }
}

void LayerFinder::readUsers(ResidualLayer &layer, Operation *op) {
  for (OpOperand &use : op->getUses()) {
    Operation *user = block.findAncestorOpInBlock(*use.getOwner());
    if (layer.ops.contains(user) ||
        llvm::any_of(layer.joins,
                     [&](const auto &join) { return join.op == user; }))
      continue;
    auto state = user == block.getTerminator()
                     ? dyn_cast_or_null<StringAttr>(function.getResultAttr(
                           use.getOperandNumber(), "weft.state"))
                     : StringAttr();
    if (state)
      layer.states.insert(state);
    else
      layer.obstacle = "something else reads its '" +
                       op->getName().getStringRef().str() + "'";
  }
}

void LayerFinder::checkStates(ResidualLayer &layer) {
  for (BlockArgument argument : block.getArguments()) {
    auto state = dyn_cast_or_null<StringAttr>(
        function.getArgAttr(argument.getArgNumber(), "weft.state"));
    if (!state || !layer.states.contains(state))
      continue;
    for (Operation *user : argument.getUsers())
      if (!isa<DimOp>(user) &&
          !layer.ops.contains(block.findAncestorOpInBlock(*user)))
        layer.obstacle = "something else reads its state '" + state.str() + "'";
  }
}

void LayerFinder::add(ResidualLayer &layer, const Candidate &candidate) {
  layer.joins.push_back(candidate.join);
  layer.ops.insert(candidate.paths.begin(), candidate.paths.end());
}

std::vector<ResidualLayer> LayerFinder::find() {
  std::vector<Candidate> candidates = findCandidates();
  bool hasAttention = llvm::any_of(candidates, [](const Candidate &each) {
    return llvm::any_of(each.paths, isAttention);
  });
  std::vector<ResidualLayer> layers;
  for (const Candidate &candidate : candidates) {
    bool follows = hasAttention &&
                   !llvm::any_of(candidate.paths, isAttention) &&
                   !layers.empty() &&
                   candidate.join.getStream() ==
                       layers.back().joins.back().op->getResult(0);
    if (!follows)
      layers.emplace_back();
    add(layers.back(), candidate);
  }
  for (ResidualLayer &layer : layers) {
    for (Operation *op : layer.ops) {
      readParameters(layer, op);
      readUsers(layer, op);
    }
    checkStates(layer);
  }
  return layers;
}

std::vector<ResidualLayer> weft::findResidualLayers(FuncOp function) {
  if (function.isExternal())
    return {};
  return LayerFinder(function).find();
}
