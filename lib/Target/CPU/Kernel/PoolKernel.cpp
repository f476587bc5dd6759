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
  Value combine(ArrayRef<WindowRange> ranges, SmallVector<Lane> &at,
                const Lane &channel, Value start, int64_t lanes);

  KernelBuilder &b;
  ReduceWindowOp root;
  KernelFrame frame;
  ExpressionEmitter emitter;
  Type element;
};

Value PoolEmitter::combine(ArrayRef<WindowRange> ranges, SmallVector<Lane> &at,
                           const Lane &channel, Value start, int64_t lanes) {
  size_t dim = at.size() - 1;
  if (dim == ranges.size()) {
    emitter.forget();
    SmallVector<Lane> position(at);
    position.push_back(channel);
    Value value = b.splat(emitter.emit(root.getInput(), position), lanes);
    emitter.forget();
    return emitCombine(b, root.getKind(), element, start, value);
  }
  return b.loop(ranges[dim].firstTap, ranges[dim].endTap, 1, start,
                [&](Value tap, ValueRange carried) -> SmallVector<Value> {
                  at.push_back(Lane{b.add(ranges[dim].start,
                                          b.mul(tap, root.getDilations()[dim])),
                                    0, 1});
                  Value next = combine(ranges, at, channel, carried[0], lanes);
                  at.pop_back();
                  return {next};
                })[0];
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
    emitRowLoop(b, emitter, b.index(0), dims.back(), [&](const Lane &channel) {
      int64_t lanes = channel.isUniform() ? 1 : emitter.getLanes();
      SmallVector<Lane> at{Lane{outer[0], 0, 1}};
      current = combine(ranges, at, channel,
                        emitIdentity(b, root.getKind(), element, lanes), lanes);
      if (root.getKind() == ReductionKind::mean)
        current = emitMean(b, element, current, count);
      SmallVector<Lane> position = llvm::map_to_vector(
          outer, [](Value index) { return Lane{index, 0, 1}; });
      position.push_back(channel);
      emitter.storeResults(position);
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
