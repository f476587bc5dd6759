// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sliding windows that combine values (pooling): vectors along channels, a loop over the taps that lie inside.

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "lib/Target/CPU/Kernel/WindowRange.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
class PoolEmitter {
public:
  PoolEmitter(KernelBuilder &builder, FuncOp kernel, ReduceWindowOp root,
              const KernelContext &context)
      : b(builder), root(root), frame(b, kernel, context.messages),
        emitter(b, frame, context.lanes),
        element(getElementTypeOrSelf(root.getType())) {}

  void emit();

private:
  /// Combines the taps of the spatial dimensions from the one behind those of `at` on.
  SmallVector<Value> combine(ArrayRef<WindowRange> ranges,
                             SmallVector<Lane> &at, ArrayRef<Lane> channels,
                             ValueRange start);

  int64_t countOf(const Lane &channel) const {
    return channel.isUniform() ? 1 : emitter.getLanes();
  }

  KernelBuilder &b;
  ReduceWindowOp root;
  KernelFrame frame;
  ExpressionEmitter emitter;
  Type element;
};

SmallVector<Value> PoolEmitter::combine(ArrayRef<WindowRange> ranges,
                                        SmallVector<Lane> &at,
                                        ArrayRef<Lane> channels,
                                        ValueRange start) {
  size_t dim = at.size() - 1;
  if (dim == ranges.size()) {
    SmallVector<Value> next;
    for (auto [channel, value] : llvm::zip(channels, start)) {
      emitter.forget();
      SmallVector<Lane> position(at);
      position.push_back(channel);
      Value tap =
          b.splat(emitter.emit(root.getInput(), position), countOf(channel));
      next.push_back(emitCombine(b, root.getKind(), element, value, tap));
    }
    emitter.forget();
    return next;
  }
  return b.loop(ranges[dim].firstTap, ranges[dim].endTap, 1, start,
                [&](Value tap, ValueRange carried) {
                  at.push_back(Lane{b.add(ranges[dim].start,
                                          b.mul(tap, root.getDilations()[dim])),
                                    0, 1});
                  SmallVector<Value> next =
                      combine(ranges, at, channels, carried);
                  at.pop_back();
                  return next;
                });
}

void PoolEmitter::emit() {
  ArrayRef<Value> inputDims = frame.getDims(root.getInput()),
                  dims = frame.getDims(root.getResult());
  Value current;
  emitter.bind(root.getResult(), [&](ArrayRef<Lane>) { return current; });
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    SmallVector<Value> outer = b.delinearize(task, dims.drop_back());
    SmallVector<WindowRange> ranges;
    Value count = b.index(1);
    for (size_t i = 0; i + 2 < dims.size(); ++i) {
      Window window{inputDims[i + 1], b.index(root.getWindow()[i]),
                    root.getStrides()[i], root.getDilations()[i],
                    root.getPadding()[i]};
      ranges.push_back(computeWindowRange(b, window, outer[i + 1]));
      count = b.mul(count, b.sub(ranges.back().endTap, ranges.back().firstTap));
    }
    emitWideRowLoop(b, emitter, dims.back(), [&](ArrayRef<Lane> channels) {
      SmallVector<Lane> at{Lane{outer[0], 0, 1}};
      SmallVector<Value> values(
          channels.size(),
          emitIdentity(b, root.getKind(), element, countOf(channels.front())));
      values = combine(ranges, at, channels, values);
      for (auto [channel, value] : llvm::zip(channels, values)) {
        current = root.getKind() == ReductionKind::mean
                      ? emitMean(b, element, value, count)
                      : value;
        SmallVector<Lane> position = llvm::map_to_vector(
            outer, [](Value index) { return Lane{index, 0, 1}; });
        position.push_back(channel);
        emitter.storeResults(position);
        emitter.forget();
      }
    });
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel> cpu::emitPoolKernel(KernelBuilder &b, FuncOp kernel,
                                             ReduceWindowOp root,
                                             const KernelContext &context) {
  PoolEmitter(b, kernel, root, context).emit();
  int64_t taps = 1;
  for (int64_t size : root.getWindow())
    taps *= size;
  return EmittedKernel{[taps](KernelBuilder &host, ArrayRef<SmallVector<Value>>,
                              ArrayRef<SmallVector<Value>> resultDims) {
    ArrayRef<Value> all = resultDims[0];
    return Launch{host.product(all.drop_back()), host.index(0),
                  host.div(host.mul(host.product(all), taps), 8)};
  }};
}
