// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Losses of classifiers: the logarithms of probabilities at the targets.

#include "lib/Import/Onnx/Families.h"
#include "lib/Import/Onnx/NodeContext.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

/// The loss of [batch, classes, ...] for targets [batch, ...], reduced as the
/// node says. A target that is ignored has no loss and no weight.
static Value negativeLikelihood(NodeContext &node, Value logs, Value targets,
                                Value weights) {
  TensorBuilder &b = node.b;
  int64_t rank = b.rankOf(logs);
  StringRef reduction = node.string("reduction", "mean");
  if (reduction != "none" && reduction != "sum" && reduction != "mean")
    node.fail("reduction '" + reduction + "', expected none, sum or mean");
  if (!b.failed() && (rank < 2 || b.rankOf(targets) != rank - 1))
    node.fail("scores of rank " + Twine(rank) + " and targets of rank " +
              Twine(b.rankOf(targets)) + ", expected 2 or more and one less");
  if (b.failed())
    return {};
  Value isIgnored;
  if (node.has("ignore_index")) {
    double ignored = double(node.integer("ignore_index", 0));
    isIgnored = b.compare(Predicate::eq, targets, b.like(targets, ignored));
    targets = b.select(isIgnored, b.like(targets, 0), targets);
  }
  Value picked =
      b.squeeze(b.create<GatherElementsOp>({logs, b.unsqueeze(targets, {1})},
                                           {b.integer("dim", 1)}),
                {1});
  Value weight = b.like(logs, 1);
  if (weights)
    weight = b.gather(weights, targets, 0);
  if (isIgnored)
    weight = b.select(isIgnored, b.like(logs, 0), weight);
  Value loss = b.mul(b.neg(picked), weight);
  if (reduction == "none")
    return loss;
  SmallVector<int64_t> all = llvm::to_vector(llvm::seq<int64_t>(0, rank - 1));
  if (reduction == "mean" && !weights && !isIgnored)
    return b.reduce(ReductionKind::mean, loss, all, false);
  Value sum = b.reduce(ReductionKind::sum, loss, all, false);
  if (reduction == "sum")
    return sum;
  return b.div(sum, b.reduce(ReductionKind::sum, weight, all, false));
}

static void importNegativeLogLikelihoodLoss(NodeContext &node) {
  node.setResult(0, negativeLikelihood(node, node.operand(0), node.operand(1),
                                       node.optional(2)));
}

static void importSoftmaxCrossEntropyLoss(NodeContext &node) {
  TensorBuilder &b = node.b;
  Value logs = b.create<SoftmaxOp>({node.operand(0)},
                                   {b.integer("dim", 1), b.flag("log")});
  node.setResult(
      0, negativeLikelihood(node, logs, node.operand(1), node.optional(2)));
  node.setResult(1, logs);
}

void weft::onnx::registerLossOps(OpTable &table) {
  table.add("NegativeLogLikelihoodLoss", importNegativeLogLikelihoodLoss);
  table.add("SoftmaxCrossEntropyLoss", importSoftmaxCrossEntropyLoss);
}
