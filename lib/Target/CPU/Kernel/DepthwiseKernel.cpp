// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Depthwise convolution: vectors along channels, several neighbouring output pixels at once so that a weight is read once for all
// of them. Pixels whose taps all lie inside run with the last dimension's taps written out, and so do those at the edges of an image whose width
// is known, without the taps outside. Others at the edges go one by one through a loop over the taps that exist, and so do all where the number
// of taps is not known. Bytes are summed as DepthwiseBytes.h says where the level has
// products of bytes; elsewhere as f32, which is exact for them.

#include "lib/Target/CPU/Kernel/ConvForm.h"
#include "lib/Target/CPU/Kernel/DepthwiseBytes.h"
#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/Epilogue.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "lib/Target/CPU/Kernel/WindowRange.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/Support/MathExtras.h"

#include <map>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// Pixels at once: as many sums as hide the latency of an addition and leave registers for operands.
static constexpr int64_t kPixels = 8;

/// Bytes of an image and its result that the second cache is taken to hold.
static constexpr int64_t kSmallImageBytes = 768 << 10;

/// The size of as few blocks of equal size as make up `pixels`.
static int64_t divideEvenly(int64_t pixels) {
  int64_t blocks = std::max<int64_t>(1, llvm::divideCeil(pixels, kPixels));
  return std::max<int64_t>(1, llvm::divideCeil(pixels, blocks));
}

namespace {
/// f32 for integers without products of bytes.
Type chooseSumElement(KernelBuilder &b, ConvOp root, bool hasBytes) {
  Type element = getElementTypeOrSelf(root.getType());
  return isa<FloatType>(element) || hasBytes ? b.registerType(element)
                                             : Type(b.getF32Type());
}

class DepthwiseEmitter {
public:
  DepthwiseEmitter(KernelBuilder &builder, FuncOp kernel, ConvOp root,
                   const KernelContext &context)
      : b(builder), root(root),
        ret(cast<ReturnOp>(kernel.getBody().front().getTerminator())),
        frame(b, kernel, context.messages), emitter(b, frame, context.lanes),
        isCheap(hasCheapOps(kernel, root)),
        sumElement(chooseSumElement(b, root,
                                    DepthwiseBytes::canCompute(root, context))),
        spatial(frame.getDims(root.getInput()).size() - 2),
        taps(cast<RankedTensorType>(root.getFilter().getType())
                 .getShape()
                 .take_front(spatial)),
        dims(frame.getDims(root.getResult())),
        inputDims(frame.getDims(root.getInput())) {
    if (DepthwiseBytes::canCompute(root, context))
      bytes.emplace(b, frame, root);
  }

  void emit();

private:
  Window windowOf(int64_t i) {
    return {inputDims[i + 1], frame.getDims(root.getFilter())[i],
            root.getStrides()[i], root.getDilations()[i], root.getPadding()[i]};
  }
  void emitPixels(Value pixel, int64_t count, const Lane &channel,
                  int64_t lanes);
  /// The sums of `count` pixels, at a constant place or with all taps of the last dimension inside.
  SmallVector<Value> sumPixels(Value pixel, int64_t count, const Lane &channel,
                               int64_t lanes);
  Value sumEdgePixel(Value pixel, const Lane &channel, int64_t lanes);
  void emitEdgePixels(Value from, Value to, const Lane &channel, int64_t lanes);
  /// Runs over the taps of the dimensions before the last one that lie inside.
  SmallVector<Value>
  overOuterTaps(SmallVector<Lane> &input, SmallVector<Lane> &filter,
                ValueRange start,
                function_ref<SmallVector<Value>(ValueRange)> inner);
  /// Whether all rows are gone through for some channels before others: rows that share taps stay in the first cache then, where whole ones do
  /// not. Only what fits into the second cache is read with such strides.
  bool goesDownColumns() {
    int64_t bytes = 0;
    for (Value tensor : {root.getInput(), root.getResult()}) {
      auto type = cast<RankedTensorType>(tensor.getType());
      if (!type.hasStaticShape())
        return false;
      bytes += type.getNumElements() *
               KernelBuilder::sizeBytes(type.getElementType());
    }
    return !this->bytes && bytes <= kSmallImageBytes;
  }
  /// Whether a column of the input is known not to exist.
  bool isOutside(Value index) {
    std::optional<int64_t> known = KernelBuilder::known(index),
                           size = KernelBuilder::known(inputDims[spatial]);
    return known && size && (*known < 0 || *known >= *size);
  }
  Value product(ArrayRef<Lane> input, Value weight, Value sum, int64_t lanes);
  /// `operand` as the products' type, in all lanes.
  Value factor(Value operand, ArrayRef<Lane> position, int64_t lanes);
  Value weightAt(ArrayRef<Lane> filter, Value tap, const Lane &channel,
                 int64_t lanes);
  void store(Value sum, Value pixel, const Lane &channel, int64_t lanes);

  KernelBuilder &b;
  ConvOp root;
  ReturnOp ret;
  KernelFrame frame;
  ExpressionEmitter emitter;
  bool isCheap;
  /// Sums of integers are exact in f32 as far as isDepthwise takes them.
  Type sumElement;
  int64_t spatial;
  ArrayRef<int64_t> taps;
  ArrayRef<Value> dims, inputDims;
  SmallVector<Value> outer;
  SmallVector<WindowRange> ranges;
  std::optional<DepthwiseBytes> bytes;
  Value current, waiting;
};

SmallVector<Value> DepthwiseEmitter::overOuterTaps(
    SmallVector<Lane> &input, SmallVector<Lane> &filter, ValueRange start,
    function_ref<SmallVector<Value>(ValueRange)> inner) {
  size_t dim = filter.size();
  if (dim == ranges.size())
    return inner(start);
  return b.loop(
      ranges[dim].firstTap, ranges[dim].endTap, 1, start,
      [&](Value tap, ValueRange carried) {
        input.push_back(
            Lane{b.add(ranges[dim].start, b.mul(tap, root.getDilations()[dim])),
                 0, 1});
        filter.push_back(Lane{tap, 0, 1});
        SmallVector<Value> next = overOuterTaps(input, filter, carried, inner);
        input.pop_back();
        filter.pop_back();
        return next;
      });
}

Value DepthwiseEmitter::weightAt(ArrayRef<Lane> filter, Value tap,
                                 const Lane &channel, int64_t lanes) {
  SmallVector<Lane> at(filter);
  at.append({Lane{tap, 0, 1}, Lane{b.index(0), 0, 1}, channel});
  return factor(root.getFilter(), at, lanes);
}

Value DepthwiseEmitter::factor(Value operand, ArrayRef<Lane> position,
                               int64_t lanes) {
  Value value = emitter.emit(operand, position);
  return b.splat(
      emitCast(b, value, getElementTypeOrSelf(operand.getType()), sumElement),
      lanes);
}

Value DepthwiseEmitter::product(ArrayRef<Lane> input, Value weight, Value sum,
                                int64_t lanes) {
  return math::FmaOp::create(b, factor(root.getInput(), input, lanes), weight,
                             sum);
}

void DepthwiseEmitter::store(Value sum, Value pixel, const Lane &channel,
                             int64_t lanes) {
  current = emitCast(b, sum, sumElement, getElementTypeOrSelf(root.getType()));
  SmallVector<Lane> position;
  SmallVector<Value> bases(outer);
  bases.append({pixel, channel.base});
  for (Value index : outer)
    position.push_back(Lane{index, 0, 1});
  position.append({Lane{pixel, 0, 1}, channel});
  for (auto [i, value] : llvm::enumerate(ret.getOperands())) {
    const KernelTensor &result = frame.getResult(i);
    b.store(b.splat(emitter.emit(value, position), lanes), result.pointer,
            result.element, b.linearize(bases, result.dims));
  }
}

SmallVector<Value> DepthwiseEmitter::sumPixels(Value pixel, int64_t count,
                                               const Lane &channel,
                                               int64_t lanes) {
  if (bytes)
    return bytes->sum(pixel, count, /*isInside=*/true);
  int64_t last = spatial - 1, stride = root.getStrides()[last],
          dilation = root.getDilations()[last];
  SmallVector<Value> sums(count, b.constant(b.withLanes(sumElement, lanes), 0));
  SmallVector<Lane> input{Lane{outer[0], 0, 1}}, filter;
  Value start = b.sub(b.mul(pixel, stride), root.getPadding()[last]);
  return overOuterTaps(input, filter, sums, [&](ValueRange carried) {
    emitter.forget();
    SmallVector<Value> next(carried);
    // Neighbouring pixels share inputs: each is one value, so that it is read once.
    std::map<int64_t, Value> indices;
    for (int64_t tap = 0; tap < taps[last]; ++tap) {
      Value weight = weightAt(filter, b.index(tap), channel, lanes);
      for (int64_t p = 0; p < count; ++p) {
        Value &index = indices[p * stride + tap * dilation];
        if (!index)
          index = b.add(start, p * stride + tap * dilation);
        if (isOutside(index))
          continue;
        SmallVector<Lane> at(input);
        at.append({Lane{index, 0, 1}, channel});
        next[p] = product(at, weight, next[p], lanes);
      }
    }
    emitter.forget();
    return next;
  });
}

void DepthwiseEmitter::emitPixels(Value pixel, int64_t count,
                                  const Lane &channel, int64_t lanes) {
  SmallVector<Value> sums = sumPixels(pixel, count, channel, lanes);
  emitter.forget();
  if (isCheap || count == 1) {
    for (int64_t p = 0; p < count; ++p)
      store(sums[p], b.add(pixel, p), channel, lanes);
  } else {
    if (!waiting)
      waiting = b.allocateStack(sumElement, kPixels * emitter.getLanes());
    for (int64_t p = 0; p < count; ++p)
      b.store(sums[p], waiting, sumElement, b.index(p * lanes));
    b.loop(b.index(0), b.index(count), 1, [&](Value p) {
      emitter.forget();
      store(b.load(waiting, sumElement, b.mul(p, lanes), lanes),
            b.add(pixel, p), channel, lanes);
      emitter.forget();
    });
  }
  emitter.forget();
}

Value DepthwiseEmitter::sumEdgePixel(Value pixel, const Lane &channel,
                                     int64_t lanes) {
  if (bytes)
    return bytes->sum(pixel, 1, /*isInside=*/false).front();
  int64_t last = spatial - 1;
  WindowRange range = computeWindowRange(b, windowOf(last), pixel);
  SmallVector<Lane> input{Lane{outer[0], 0, 1}}, filter;
  Value zero = b.constant(b.withLanes(sumElement, lanes), 0);
  return overOuterTaps(input, filter, zero, [&](ValueRange carried) {
    return b.loop(
        range.firstTap, range.endTap, 1, carried,
        [&](Value tap, ValueRange inner) -> SmallVector<Value> {
          emitter.forget();
          SmallVector<Lane> at(input);
          at.append(
              {Lane{b.add(range.start, b.mul(tap, root.getDilations()[last])),
                    0, 1},
               channel});
          Value sum = product(at, weightAt(filter, tap, channel, lanes),
                              inner[0], lanes);
          emitter.forget();
          return {sum};
        });
  })[0];
}

void DepthwiseEmitter::emitEdgePixels(Value from, Value to, const Lane &channel,
                                      int64_t lanes) {
  b.loop(from, to, 1, [&](Value pixel) {
    Value sum = sumEdgePixel(pixel, channel, lanes);
    emitter.forget();
    store(sum, pixel, channel, lanes);
    emitter.forget();
  });
}

void DepthwiseEmitter::emit() {
  emitter.bind(root.getResult(), [&](ArrayRef<Lane>) { return current; });
  Value width = dims[spatial], zero = b.index(0);
  auto [first, end] = computeInterior(b, windowOf(spatial - 1), width);
  std::optional<int64_t> from = KernelBuilder::known(first),
                         to = KernelBuilder::known(end);
  // A block at each edge, where blocks are wide enough; it takes pixels inside along.
  int64_t left = 0, right = 0;
  if (std::optional<int64_t> size = KernelBuilder::known(width);
      size && from && to && !bytes) {
    int64_t wide = divideEvenly(*size);
    if (*from <= wide && *size - *to <= wide) {
      left = *from > 0 ? wide : 0;
      right = *to < *size && left < *size ? wide : 0;
      from = left;
      to = std::max(left, *size - right);
      first = b.index(*from);
      end = b.index(*to);
    }
  }
  // Blocks of one size that may overlap: what is stored twice is the same.
  int64_t block = from && to ? divideEvenly(*to - *from) : 4;
  auto beginRow = [&](Value task) {
    outer = b.delinearize(task, dims.drop_back(2));
    ranges.clear();
    for (int64_t i = 0; i + 1 < spatial; ++i)
      ranges.push_back(computeWindowRange(b, windowOf(i), outer[i + 1]));
    if (bytes)
      bytes->beginRow(outer[0], outer[1]);
  };
  auto emitRow = [&](const Lane &channel) {
    int64_t lanes = channel.isUniform() ? 1 : emitter.getLanes();
    if (bytes)
      bytes->beginChannels(channel.base);
    if (ShapedType::isDynamic(taps.back())) {
      emitEdgePixels(zero, width, channel, lanes);
      return;
    }
    if (left > 0)
      emitPixels(zero, left, channel, lanes);
    else
      emitEdgePixels(zero, first, channel, lanes);
    if (from && to) {
      b.loop(first, end, block, [&](Value pixel) {
        emitPixels(b.min(pixel, b.sub(end, block)), block, channel, lanes);
      });
    } else {
      Value middle =
          b.add(first, b.mul(b.div(b.sub(end, first), block), block));
      b.loop(first, middle, block,
             [&](Value pixel) { emitPixels(pixel, block, channel, lanes); });
      b.loop(middle, end, 1,
             [&](Value pixel) { emitPixels(pixel, 1, channel, lanes); });
    }
    if (right > 0)
      emitPixels(b.sub(width, right), right, channel, lanes);
    else
      emitEdgePixels(end, width, channel, lanes);
  };
  auto overRows = [&](function_ref<void(Value)> each) {
    b.loop(frame.getBegin(), frame.getEnd(), 1, each);
  };
  auto overChannels = [&](function_ref<void(const Lane &)> each) {
    emitRowLoop(b, emitter, zero, dims.back(), each);
  };
  if (goesDownColumns())
    overChannels([&](const Lane &channel) {
      overRows([&](Value task) {
        beginRow(task);
        emitRow(channel);
      });
    });
  else
    overRows([&](Value task) {
      beginRow(task);
      overChannels(emitRow);
    });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel>
cpu::emitDepthwiseKernel(KernelBuilder &b, FuncOp kernel, ConvOp root,
                         const KernelContext &context) {
  DepthwiseEmitter(b, kernel, root, context).emit();
  int64_t taps = 1;
  for (int64_t size : cast<RankedTensorType>(root.getFilter().getType())
                          .getShape()
                          .drop_back(2))
    taps *= ShapedType::isDynamic(size) ? 1 : size;
  return EmittedKernel{[taps](KernelBuilder &host, ArrayRef<SmallVector<Value>>,
                              ArrayRef<SmallVector<Value>> resultDims) {
    ArrayRef<Value> all = resultDims[0];
    return Launch{host.product(all.drop_back(2)), host.index(0),
                  host.div(host.mul(host.product(all), taps), 8)};
  }};
}
