// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tasks of scaled dot-product attention: a few queries one by one (AttentionRow.cpp), or many in tiles (AttentionTile.h).

#include "lib/Analysis/SizeOrigin.h"
#include "lib/Target/CPU/Kernel/AttentionTile.h"
#include "lib/Target/CPU/Kernel/TileKernel.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

namespace {
/// A size that the host knows: a number, or a dimension of an argument of the kernel.
struct HostSize {
  int64_t known = 0;
  std::optional<unsigned> argument;
  int64_t dim = 0;

  Value get(KernelBuilder &host,
            ArrayRef<SmallVector<Value>> argumentDims) const {
    return argument ? argumentDims[*argument][dim] : host.index(known);
  }
};

std::optional<HostSize> findHostSize(Value value, int64_t dim) {
  auto type = cast<RankedTensorType>(value.getType());
  if (!type.isDynamicDim(dim))
    return HostSize{type.getDimSize(dim), std::nullopt, 0};
  SizeOrigin origin = findSizeOrigin(value, dim);
  auto argument = dyn_cast<BlockArgument>(origin.tensor);
  if (!argument)
    return std::nullopt;
  return HostSize{0, argument.getArgNumber(), origin.dim};
}

/// How the tasks of an op are cut.
struct TaskCut {
  /// Whether queries are computed in tiles (i1), and not one by one.
  Value isTiled;
  /// Of each batch.
  Value groups, blocks;

  TaskCut(KernelBuilder &b, const AttentionShape &shape, Value heads,
          Value length)
      : isTiled(b.compare(P::sge, length, b.index(kTiledQueries))),
        groups(b.select(isTiled, b.div(heads, shape.heads), heads)),
        blocks(b.max(b.index(1), b.ceilDiv(length, shape.queries))) {}
};

void emitTasks(AttentionFrame &a, const AttentionShape &shape) {
  KernelBuilder &b = a.b;
  TaskCut cut(b, shape, a.heads, a.length);
  Value together = b.select(cut.isTiled, b.index(shape.heads), b.index(1));
  Value batches = a.frame.getDims(a.root.getQuery())[0];
  std::unique_ptr<AttentionTileEmitter> tiles =
      shape.onPairs ? makePairAttention(a, shape)
                    : makeFloatAttention(a, shape);
  b.loop(a.frame.getBegin(), a.frame.getEnd(), 1, [&](Value task) {
    SmallVector<Value> place =
        b.delinearize(task, {batches, cut.groups, cut.blocks});
    a.setHead(place[0], b.mul(place[1], together));
    if (a.root.getPresentKey()) {
      Value repeats =
          b.max(b.index(1),
                b.div(a.heads,
                      b.max(b.index(1), a.frame.getDims(a.root.getKey())[1])));
      Value isFirst =
          b.logicalAnd(b.compare(P::eq, b.rem(a.head, repeats), b.index(0)),
                       b.compare(P::eq, place[2], b.index(0)));
      b.ifThen(isFirst, [&] { a.storePresent(); });
    }
    b.ifThen(
        cut.isTiled, [&] { tiles->emit(b.mul(place[2], shape.queries)); },
        [&] {
          b.loop(b.index(0), a.length, 1, [&](Value query) {
            emitAttentionRow(a, query, a.frame.getScratch());
          });
        });
  });
}
} // namespace

FailureOr<EmittedKernel>
cpu::emitAttentionKernel(KernelBuilder &b, FuncOp kernel, AttentionOp root,
                         const KernelContext &context) {
  SmallVector<HostSize> known;
  auto trace = [&](Value operand, ArrayRef<int64_t> dims) {
    for (int64_t dim : dims) {
      std::optional<HostSize> size = findHostSize(operand, dim);
      if (!size)
        return false;
      known.push_back(*size);
    }
    return true;
  };
  bool hasPast = static_cast<bool>(root.getPastKey());
  if (!trace(root.getQuery(), {0, 1, 2, 3}) || !trace(root.getKey(), {2}) ||
      !trace(root.getValue(), {3}) ||
      (hasPast && !trace(root.getPastKey(), {2})))
    return kernel.emitError("cannot compile attention of computed operands "
                            "of unknown size for the CPU");
  AttentionFrame frame(b, kernel, root, context);
  AttentionShape shape = AttentionShape::choose(context, root);
  if (shape.onPairs)
    configureTiles(b, kTileRows);
  emitTasks(frame, shape);
  if (shape.onPairs)
    releaseTiles(b);
  frame.frame.finish();
  return EmittedKernel{[=](KernelBuilder &host,
                           ArrayRef<SmallVector<Value>> argumentDims,
                           ArrayRef<SmallVector<Value>>) {
    SmallVector<Value> sizes;
    for (const HostSize &size : known)
      sizes.push_back(size.get(host, argumentDims));
    Value length = sizes[2], width = sizes[3], valueWidth = sizes[5],
          keys = hasPast ? host.add(sizes[4], sizes[6]) : sizes[4];
    Value products =
        host.mul(host.mul(host.mul(host.mul(sizes[0], sizes[1]), length), keys),
                 host.add(width, valueWidth));
    TaskCut cut(host, shape, sizes[1], length);
    Value scratch = host.select(
        cut.isTiled, AttentionLayout(host, shape, width, valueWidth).total,
        getAttentionRowScratch(host, width, valueWidth, keys));
    // Multiplications of a nanosecond.
    constexpr int64_t kRate = 32, kPairRate = 160;
    return Launch{
        host.product({sizes[0], cut.groups, cut.blocks}), host.mul(scratch, 4),
        host.add(host.div(products, shape.onPairs ? kPairRate : kRate), 1)};
  }};
}
