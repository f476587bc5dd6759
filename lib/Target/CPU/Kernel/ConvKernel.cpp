// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Convolution, channels last, as an implicit product of matrices: a row is an output pixel, the reduction runs over taps and channels, and
// f32 and unsigned bytes are read where they are; signed bytes and narrow floats are packed by each task. Where a row of taps lies in the input as
// one piece the inner loop of the reduction goes over all of it. A tap outside of the input (padding, the gaps of a transposed convolution)
// reads a row of zeros in the worker's scratch.
//
// A padded convolution of few channels (the first one of a model) has short inner loops. There, too, a row of taps is one piece but for what is
// outside. Of f32 each task copies the lines of the image that its rows reach with a border around them, from which rows are read like those
// without padding; of other types it copies its rows with what is outside filled in, and the reduction is one loop.

#include "lib/Target/CPU/Kernel/ContractForm.h"
#include "lib/Target/CPU/Kernel/ConvForm.h"
#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/KernelRemarks.h"
#include "lib/Target/CPU/Kernel/PanelPacking.h"
#include "lib/Target/CPU/Kernel/PanelProduct.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

using P = arith::CmpIPredicate;

namespace {
Value computeZeroBytes(KernelBuilder &b, const ConvForm &form, Value inner,
                       Type element) {
  if (!form.readsZeros())
    return b.index(0);
  return b.mul(b.ceilDiv(b.mul(inner, KernelBuilder::sizeBytes(element)), 64),
               64);
}

/// The filter's sizes over which the outer taps run.
SmallVector<Value> getOuterTaps(KernelBuilder &b, const ConvForm &form,
                                ArrayRef<Value> filter) {
  SmallVector<Value> taps(filter.drop_back(2));
  if (form.innerTaps > 1)
    taps.back() = b.index(1);
  return taps;
}

/// The extents from the dims of input, filter and result.
ProductExtents computeExtents(KernelBuilder &b, const ConvForm &form,
                              ArrayRef<Value> filter, ArrayRef<Value> result) {
  Value channels = filter[filter.size() - 2];
  if (form.hasBorder)
    return {result[0], b.mul(result[1], form.borderedWidth), filter.back(),
            b.index(form.outerTaps), b.mul(channels, form.innerTaps)};
  if (form.hasLines)
    return {result[0], b.mul(result[1], result[2]), filter.back(),
            b.index(form.outerTaps), b.mul(channels, form.innerTaps)};
  return {b.index(form.groups), b.product(result.drop_back()),
          b.div(filter.back(), form.groups),
          b.product(getOuterTaps(b, form, filter)),
          b.mul(channels, form.innerTaps)};
}

/// Bytes of an image with its border from the first row of a task on: the rows that it has, those that their taps reach, and what a tile behind
/// the last one reads.
Value computeBorderedBytes(KernelBuilder &b, const ConvForm &form,
                           const ProductPlan &plan, Value channels,
                           Type element) {
  if (form.hasLines) {
    // Borders are cleared a line of memory at a time.
    constexpr int64_t kLine = 64;
    return b.add(b.mul(channels, form.countLines(plan.schedule.blockRows) *
                                     form.borderedWidth *
                                     KernelBuilder::sizeBytes(element)),
                 kLine);
  }
  if (!form.hasBorder)
    return b.index(0);
  const Schedule &schedule = plan.tileSchedule;
  int64_t width = form.borderedWidth,
          rows = llvm::divideCeil(schedule.blockRows, width) + 1 +
                 form.borderedRows,
          pixels = rows * width + schedule.rows + width;
  return b.mul(channels, pixels * KernelBuilder::sizeBytes(element));
}

class ConvEmitter {
public:
  ConvEmitter(KernelBuilder &builder, FuncOp kernel, ConvOp root,
              const ConvForm &form, const KernelContext &context)
      : b(builder), root(root), form(form), frame(b, kernel, context.messages),
        epilogue(b, frame, root.getResult()),
        packer(b, frame, root.getFilter()),
        input(
            frame.getArgument(cast<BlockArgument>(form.input).getArgNumber())),
        spatial(input.dims.size() - 2),
        result(frame.getDims(root.getResult())) {}

  void emit(const ProductPlan &plan);

private:
  /// Elements of the input from one index of spatial dimension `i` to the next.
  Value strideOf(int64_t i) {
    return b.product(ArrayRef<Value>(input.dims).drop_front(i + 2));
  }
  SmallVector<Value> describeRow(Value row);
  /// The place of a tap whose index in the last dimension is 0 where rows of taps are one piece, and whether it is inside.
  std::pair<Value, Value> locate(Value group, ArrayRef<Value> described,
                                 Value tap);
  Value rowPointer(Value group, ArrayRef<Value> described, Value tap);
  RowRun rowRun(Value group, ArrayRef<Value> described, Value tap);
  /// Whether copyWhole may read from the element at `offset` on.
  Value canReadWhole(Value offset);
  /// Whether all taps of a row are inside, and what copyWhole reads behind them.
  Value isRowInside(Value group, ArrayRef<Value> described);
  void packPanel(const PanelProduct &product, Value group, Value panel,
                 Value memory);
  SmallVector<Lane> position(Value group, Value row, const Lane &column);
  SmallVector<Value> tapIndices(Value tap);
  /// Copies lines [first, end) of an image with its border to `bordered`.
  void copyLines(const PanelProduct &product, Value image, Value first,
                 Value end);
  /// Copies what rows [firstRow, endRow) of an image reach, for tiles.
  EvenRows layRows(const PanelProduct &product, Value image, Value firstRow,
                   Value endRow);
  /// The same of copied lines.
  void layLines(const PanelProduct &product, Value image, Value firstRow,
                Value endRow);
  /// The line that row number `row` of an image reads first, with its border.
  Value lineOf(Value row) {
    return b.mul(b.div(row, form.lineWidth), form.lineStep);
  }
  /// Elements of a line with its border.
  Value lineElements() { return b.mul(input.dims.back(), form.borderedWidth); }

  KernelBuilder &b;
  ConvOp root;
  const ConvForm &form;
  KernelFrame frame;
  Epilogue epilogue;
  PanelPacker packer;
  const KernelTensor &input;
  int64_t spatial;
  ArrayRef<Value> result;
  Value zeros, bordered, firstLine, channelsPerGroup, outputsPerGroup;
  bool rowsRunAsOne = false;
};

/// The offset of tap 0, then the index of tap 0 in each spatial dimension where taps may lie outside.
SmallVector<Value> ConvEmitter::describeRow(Value row) {
  SmallVector<Value> at = b.delinearize(row, result.drop_back()),
                     described{b.mul(
                         at[0],
                         b.product(ArrayRef<Value>(input.dims).drop_front()))};
  for (int64_t i = 0; i < spatial; ++i) {
    Value start =
        b.sub(b.mul(at[i + 1], root.getStrides()[i]), root.getPadding()[i]);
    if (root.getInputDilations()[i] == 1)
      described[0] = b.add(described[0], b.mul(start, strideOf(i)));
    if (form.isClipped(i))
      described.push_back(start);
  }
  return described;
}

SmallVector<Value> ConvEmitter::tapIndices(Value tap) {
  SmallVector<Value> sizes =
      getOuterTaps(b, form, frame.getDims(root.getFilter()));
  SmallVector<Value> indices = b.delinearize(tap, sizes);
  for (auto [index, size] : llvm::zip(indices, sizes))
    if (KernelBuilder::known(size) == 1)
      index = b.index(0);
  return indices;
}

std::pair<Value, Value>
ConvEmitter::locate(Value group, ArrayRef<Value> described, Value tap) {
  SmallVector<Value> taps = tapIndices(tap);
  Value offset = b.add(b.mul(group, channelsPerGroup), described[0]),
        isInside = b.constantInt(b.getI1Type(), 1);
  size_t next = 1;
  for (int64_t i = 0; i < spatial; ++i) {
    Value step = b.mul(taps[i], root.getDilations()[i]);
    int64_t gap = root.getInputDilations()[i];
    if (gap == 1)
      offset = b.add(offset, b.mul(step, strideOf(i)));
    if (!form.isClipped(i) || (form.copiesRuns && i == spatial - 1))
      continue;
    Value index = b.add(described[next++], step), size = input.dims[i + 1];
    if (gap != 1) {
      // Only every gap-th place holds an element. A negative index is a large one when taken without sign.
      isInside = b.logicalAnd(
          isInside,
          b.compare(P::eq, b.rem(b.max(index, b.index(0)), gap), b.index(0)));
      isInside = b.logicalAnd(isInside, b.compare(P::sge, index, b.index(0)));
      index = b.div(b.max(index, b.index(0)), gap);
      offset = b.add(offset, b.mul(index, strideOf(i)));
    }
    isInside = b.logicalAnd(isInside, b.compare(P::ult, index, size));
  }
  return {offset, isInside};
}

Value ConvEmitter::rowPointer(Value group, ArrayRef<Value> described,
                              Value tap) {
  auto [offset, isInside] = locate(group, described, tap);
  Value pointer = b.address(input.pointer, input.element, offset);
  return form.isPadded ? b.select(isInside, pointer, zeros) : pointer;
}

Value ConvEmitter::canReadWhole(Value offset) {
  Value inner = b.mul(channelsPerGroup, form.innerTaps);
  return b.compare(
      P::sle,
      b.add(offset, RowPacking::countTouched(*KernelBuilder::known(inner))),
      b.product(input.dims));
}

RowRun ConvEmitter::rowRun(Value group, ArrayRef<Value> described, Value tap) {
  auto [offset, isInside] = locate(group, described, tap);
  Value none = b.index(0), start = described.back(), size = input.dims[spatial],
        channels = channelsPerGroup;
  Value first = b.sub(none, b.min(start, none)),
        end = b.min(b.sub(size, start), b.index(form.innerTaps));
  Value isWhole = b.logicalAnd(
      b.logicalAnd(isInside, canReadWhole(offset)),
      b.logicalAnd(b.compare(P::sge, start, none),
                   b.compare(P::sle, b.add(start, form.innerTaps), size)));
  return {b.address(input.pointer, input.element, offset),
          b.mul(first, channels),
          b.select(isInside, b.mul(end, channels), none), isWhole};
}

Value ConvEmitter::isRowInside(Value group, ArrayRef<Value> described) {
  ArrayRef<Value> filter = frame.getDims(root.getFilter());
  Value isInside = b.constantInt(b.getI1Type(), 1),
        lastTap = b.sub(b.product(getOuterTaps(b, form, filter)), 1);
  auto require = [&](P predicate, Value lhs, Value rhs) {
    isInside = b.logicalAnd(isInside, b.compare(predicate, lhs, rhs));
  };
  size_t next = 1;
  for (int64_t i = 0; i < spatial; ++i) {
    if (!form.isClipped(i))
      continue;
    Value start = described[next++];
    require(P::sge, start, b.index(0));
    Value end = b.add(b.mul(b.sub(filter[i], 1), root.getDilations()[i]),
                      b.add(start, 1));
    require(P::sle, end, input.dims[i + 1]);
    // Between the elements of an input with gaps nothing is copied.
    if (root.getInputDilations()[i] != 1)
      isInside = b.constantInt(b.getI1Type(), 0);
  }
  return b.logicalAnd(isInside,
                      canReadWhole(locate(group, described, lastTap).first));
}

void ConvEmitter::packPanel(const PanelProduct &product, Value group,
                            Value panel, Value memory) {
  packer.pack(memory, product.extents.outer, product.extents.inner,
              b.mul(panel, kPanel), product.extents.columns,
              [&](Value outer, Value inner, const Lane &column) {
                SmallVector<Value> taps = tapIndices(outer);
                Value channel = inner;
                if (form.innerTaps > 1) {
                  taps.back() = b.div(inner, channelsPerGroup);
                  channel = b.rem(inner, channelsPerGroup);
                }
                SmallVector<Lane> at;
                for (Value tap : taps)
                  at.push_back(Lane{tap, 0, 1});
                at.push_back(Lane{channel, 0, 1});
                at.push_back(
                    Lane{b.add(b.mul(group, outputsPerGroup), column.base),
                         column.step, form.groups == 1 ? column.multiple : 1});
                return at;
              });
}

void ConvEmitter::copyLines(const PanelProduct &product, Value image,
                            Value first, Value end) {
  // Bytes are copied as they are: nothing is computed with them.
  Type bits = b.getIntegerType(8 * KernelBuilder::sizeBytes(input.element));
  constexpr int64_t kLine = 64;
  int64_t width = form.borderedWidth, top = root.getPadding()[0],
          left = std::min<int64_t>(root.getPadding()[1], width),
          inside = std::min(*KernelBuilder::known(input.dims[2]), width - left);
  Value height = input.dims[1], inputWidth = input.dims[2],
        channels = input.dims[3], none = b.index(0);
  Value fill = b.splat(product.zeroPoint.asStored(b), kLine);
  Value pixelBytes = b.mul(channels, KernelBuilder::sizeBytes(bits));
  // What this writes behind `to` is written over by what follows: the line's pixels, or the next line.
  auto clear = [&](Value line, int64_t from, int64_t to) {
    b.loop(b.mul(pixelBytes, from), b.mul(pixelBytes, to), kLine,
           [&](Value at) { b.store(fill, line, b.getI8Type(), at); });
  };
  auto copy = [&](Value from, Value to) {
    Value bytes = b.mul(pixelBytes, inside),
          whole = b.mul(b.div(bytes, kLine), kLine);
    auto move = [&](Value at, Type element, int64_t lanes) {
      b.store(b.load(from, element, at, lanes), to, element, at);
    };
    b.loop(none, whole, kLine,
           [&](Value at) { move(at, b.getI8Type(), kLine); });
    // Nothing behind the pixels is read: the image may end there.
    int64_t size = KernelBuilder::sizeBytes(bits);
    if (KernelBuilder::known(b.sub(bytes, whole)) != 0)
      b.loop(b.div(whole, size), b.div(bytes, size), 1,
             [&](Value at) { move(at, bits, 1); });
  };
  b.loop(first, end, 1, [&](Value row) {
    Value line = b.address(bordered, bits,
                           b.mul(b.mul(b.sub(row, first), width), channels)),
          source = b.sub(row, top);
    Value isInside = b.logicalAnd(b.compare(P::sge, source, none),
                                  b.compare(P::slt, source, height));
    b.ifThen(
        isInside,
        [&] {
          Value from = b.address(
              input.pointer, bits,
              b.mul(b.mul(b.add(b.mul(image, height), source), inputWidth),
                    channels));
          clear(line, 0, left);
          copy(from, b.address(line, bits, b.mul(channels, left)));
          clear(line, inside + left, width);
        },
        [&] { clear(line, 0, width); });
  });
}

void ConvEmitter::layLines(const PanelProduct &product, Value image,
                           Value firstRow, Value endRow) {
  firstLine = lineOf(firstRow);
  copyLines(product, image, firstLine,
            b.add(lineOf(b.sub(endRow, 1)), form.borderedRows + 1));
}

EvenRows ConvEmitter::layRows(const PanelProduct &product, Value image,
                              Value firstRow, Value endRow) {
  int64_t width = form.borderedWidth;
  Value first = b.div(firstRow, width), channels = input.dims[3],
        pixelBytes = b.mul(channels, KernelBuilder::sizeBytes(input.element));
  copyLines(product, image, first,
            b.add(b.div(b.sub(endRow, 1), width), form.borderedRows + 1));
  EvenRows rows;
  rows.stride = pixelBytes;
  rows.pointer = [=, this](Value row) {
    return b.address(bordered, input.element,
                     b.mul(b.sub(row, b.mul(first, width)), channels));
  };
  rows.stepOffset = [=, this](Value step) {
    Value ofPixel = b.div(pixelBytes, 64), tap = b.div(step, ofPixel);
    Value y = b.mul(b.div(tap, form.taps[1]), root.getDilations()[0]),
          x = b.mul(b.rem(tap, form.taps[1]), root.getDilations()[1]);
    return b.add(b.mul(b.add(b.mul(y, width), x), pixelBytes),
                 b.mul(b.rem(step, ofPixel), 64));
  };
  return rows;
}

SmallVector<Lane> ConvEmitter::position(Value group, Value row,
                                        const Lane &column) {
  SmallVector<Lane> at;
  if (form.hasBorder) {
    at = {Lane{group, 0, 1}, Lane{b.div(row, form.borderedWidth), 0, 1},
          Lane{b.rem(row, form.borderedWidth), 0, 1}};
    at.push_back(column);
    return at;
  }
  if (form.hasLines) {
    row = b.add(b.mul(group, b.mul(result[1], result[2])), row);
    group = b.index(0);
  }
  if (rowsRunAsOne) {
    // In the place of the last dimension that is not of size 1: there an index is always 0.
    int64_t shared = spatial;
    while (shared > 0 && KernelBuilder::known(result[shared]) == 1)
      --shared;
    at.assign(spatial + 1, Lane{b.index(0), 0, 1});
    at[shared] = Lane{row, 0, 1};
  } else {
    for (Value index : b.delinearize(row, result.drop_back()))
      at.push_back(Lane{index, 0, 1});
  }
  at.push_back(Lane{b.add(b.mul(group, outputsPerGroup), column.base),
                    column.step, form.groups == 1 ? column.multiple : 1});
  return at;
}

void ConvEmitter::emit(const ProductPlan &plan) {
  ArrayRef<Value> filter = frame.getDims(root.getFilter());
  PanelProduct product;
  product.extents = computeExtents(b, form, filter, result);
  channelsPerGroup = filter[filter.size() - 2];
  outputsPerGroup = product.extents.columns;
  rowsRunAsOne = epilogue.isUniformOver(0, spatial);
  product.plan = plan;
  product.zeroPoint = emitZeroPoint(b, frame, form.zeroPoint);
  product.lhsElement = input.element;
  product.rhsElement = getElementTypeOrSelf(root.getFilter().getType());
  product.lhsStride = b.index(1);
  product.prepare = [&](Value memory) {
    bordered = memory;
    if (!form.readsZeros())
      return;
    zeros = memory;
    constexpr int64_t kLine = 64;
    Value bytes =
              computeZeroBytes(b, form, product.extents.inner, input.element),
          zero = b.splat(product.zeroPoint.asStored(b), kLine);
    b.loop(b.index(0), bytes, kLine,
           [&](Value i) { b.store(zero, memory, b.getI8Type(), i); });
  };
  if (form.isMatrix) {
    // Pixels follow one another with all their channels.
    product.rowPointer = [&](Value group, ArrayRef<Value> described, Value) {
      Value offset = b.add(b.mul(described[0], input.dims.back()),
                           b.mul(group, channelsPerGroup));
      return b.address(input.pointer, input.element, offset);
    };
    product.evenRows = [&](Value group, Value, Value) {
      EvenRows rows;
      rows.pointer = [&, group](Value row) {
        return product.rowPointer(group, {row}, b.index(0));
      };
      rows.stride =
          b.mul(input.dims.back(), KernelBuilder::sizeBytes(input.element));
      rows.count = product.extents.rows;
      return rows;
    };
  } else if (form.hasBorder) {
    product.evenRows = [&](Value image, Value firstRow, Value endRow) {
      return layRows(product, image, firstRow, endRow);
    };
    product.isStored = [&](Value row) {
      return b.compare(P::slt, b.rem(row, form.borderedWidth), result[2]);
    };
  } else if (form.hasLines) {
    product.prepareTask = [&](Value image, Value firstRow, Value endRow) {
      layLines(product, image, firstRow, endRow);
    };
    // From the first pixel of the task's lines.
    product.describeRow = [&](Value row) -> SmallVector<Value> {
      Value line = b.sub(lineOf(row), firstLine),
            pixel = b.mul(b.rem(row, form.lineWidth), root.getStrides()[1]);
      return {
          b.add(b.mul(line, lineElements()), b.mul(pixel, input.dims.back()))};
    };
    product.rowPointer = [&](Value, ArrayRef<Value> described, Value tap) {
      Value down = b.mul(b.mul(tap, root.getDilations()[0]), lineElements());
      return b.address(bordered, input.element, b.add(described[0], down));
    };
  } else {
    product.describeRow = [&](Value row) { return describeRow(row); };
    product.rowPointer = [&](Value group, ArrayRef<Value> described,
                             Value tap) {
      return rowPointer(group, described, tap);
    };
    if (form.copiesRuns) {
      product.rowRun = [&](Value group, ArrayRef<Value> described, Value tap) {
        return rowRun(group, described, tap);
      };
      product.isRowInside = [&](Value group, ArrayRef<Value> described) {
        return isRowInside(group, described);
      };
    }
  }
  if (form.isWeight) {
    const KernelTensor &weight =
        frame.getArgument(cast<BlockArgument>(root.getFilter()).getArgNumber());
    product.panels = [&](Value) { return weight.pointer; };
  } else {
    product.packPanel = [&](Value group, Value panel, Value memory,
                            ProductUnit) {
      packPanel(product, group, panel, memory);
    };
  }
  product.position = [&](Value group, Value row, const Lane &column) {
    return position(group, row, column);
  };
  emitPanelProduct(b, frame, epilogue, product);
  frame.finish();
}

/// Any element type: a sum for each element of the result.
class PlainConvEmitter {
public:
  PlainConvEmitter(KernelBuilder &builder, FuncOp kernel, ConvOp root,
                   const KernelContext &context)
      : b(builder), root(root),
        ret(cast<ReturnOp>(kernel.getBody().front().getTerminator())),
        frame(b, kernel, context.messages), emitter(b, frame, 1) {}

  void emit();

private:
  Value sumOverTaps(ArrayRef<Value> output, SmallVector<Lane> &input,
                    SmallVector<Lane> &taps, Value group, Value channel,
                    Value start);

  KernelBuilder &b;
  ConvOp root;
  ReturnOp ret;
  KernelFrame frame;
  ExpressionEmitter emitter;
};

Value PlainConvEmitter::sumOverTaps(ArrayRef<Value> output,
                                    SmallVector<Lane> &input,
                                    SmallVector<Lane> &taps, Value group,
                                    Value channel, Value start) {
  ArrayRef<Value> inputDims = frame.getDims(root.getInput()),
                  filterDims = frame.getDims(root.getFilter());
  size_t dim = taps.size();
  if (dim + 2 < inputDims.size())
    return b.loop(
        b.index(0), filterDims[dim], 1, start,
        [&](Value tap, ValueRange carried) -> SmallVector<Value> {
          int64_t gap = root.getInputDilations()[dim];
          Value index =
              b.add(b.sub(b.mul(output[dim + 1], root.getStrides()[dim]),
                          root.getPadding()[dim]),
                    b.mul(tap, root.getDilations()[dim]));
          Value safe = b.max(index, b.index(0)), from = b.div(safe, gap);
          Value isInside =
              b.logicalAnd(b.compare(P::sge, index, b.index(0)),
                           b.compare(P::ult, from, inputDims[dim + 1]));
          isInside = b.logicalAnd(
              isInside, b.compare(P::eq, b.rem(safe, gap), b.index(0)));
          return b.ifElse(
              isInside, carried.getTypes(),
              [&]() -> SmallVector<Value> {
                input.push_back(Lane{from, 0, 1});
                taps.push_back(Lane{tap, 0, 1});
                Value sum = sumOverTaps(output, input, taps, group, channel,
                                        carried[0]);
                input.pop_back();
                taps.pop_back();
                return {sum};
              },
              [&]() -> SmallVector<Value> { return {carried[0]}; });
        })[0];
  Value perGroup = filterDims[dim];
  return b.loop(
      b.index(0), perGroup, 1, start,
      [&](Value c, ValueRange carried) -> SmallVector<Value> {
        emitter.forget();
        SmallVector<Lane> at(input), tap(taps);
        Type result = getElementTypeOrSelf(root.getType()),
             sum = isa<FloatType>(result) ? b.registerType(result) : result;
        at.push_back(Lane{b.add(b.mul(group, perGroup), c), 0, 1});
        tap.append({Lane{c, 0, 1}, Lane{channel, 0, 1}});
        auto factor = [&](Value operand, ArrayRef<Lane> position) {
          return emitCast(b, emitter.emit(operand, position),
                          getElementTypeOrSelf(operand.getType()), sum);
        };
        Value lhs = factor(root.getInput(), at),
              rhs = factor(root.getFilter(), tap);
        emitter.forget();
        if (isa<FloatType>(sum))
          return {arith::AddFOp::create(b, carried[0],
                                        arith::MulFOp::create(b, lhs, rhs))};
        return {arith::AddIOp::create(b, carried[0],
                                      arith::MulIOp::create(b, lhs, rhs))};
      })[0];
}

void PlainConvEmitter::emit() {
  ArrayRef<Value> dims = frame.getDims(root.getResult());
  Type element = b.registerType(getElementTypeOrSelf(root.getType()));
  Value current, perGroup = b.div(dims.back(), root.getGroups());
  emitter.bind(root.getResult(), [&](ArrayRef<Lane>) { return current; });
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    SmallVector<Value> outer = b.delinearize(task, dims.drop_back());
    b.loop(b.index(0), dims.back(), 1, [&](Value channel) {
      SmallVector<Lane> input{Lane{outer[0], 0, 1}}, taps, position;
      current = sumOverTaps(outer, input, taps,
                            b.div(channel, b.max(perGroup, b.index(1))),
                            channel, b.constant(element, 0));
      emitter.forget();
      SmallVector<Value> bases(outer);
      bases.push_back(channel);
      for (Value index : bases)
        position.push_back(Lane{index, 0, 1});
      for (auto [i, value] : llvm::enumerate(ret.getOperands())) {
        const KernelTensor &result = frame.getResult(i);
        b.store(emitter.emit(value, position), result.pointer, result.element,
                b.linearize(bases, result.dims));
      }
      emitter.forget();
    });
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel> cpu::emitConvKernel(KernelBuilder &b, FuncOp kernel,
                                             ConvOp root,
                                             const KernelContext &context) {
  ConvForm form = analyzeConv(root);
  std::optional<unsigned> filterArgument;
  SmallVector<int64_t> filterShape(
      cast<RankedTensorType>(root.getFilter().getType()).getShape());
  if (auto argument = dyn_cast<BlockArgument>(root.getFilter()))
    filterArgument = argument.getArgNumber();
  if (!form.isTiled) {
    reportNotTiled(root);
    PlainConvEmitter(b, kernel, root, context).emit();
    return EmittedKernel{[](KernelBuilder &host, ArrayRef<SmallVector<Value>>,
                            ArrayRef<SmallVector<Value>> resultDims) {
      ArrayRef<Value> all = resultDims[0];
      return Launch{host.product(all.drop_back()), host.index(0),
                    host.mul(host.product(all), 100)};
    }};
  }
  Type element = getElementTypeOrSelf(form.input.getType());
  reportUnknownSizes(root, form.sizes);
  unsigned inputArgument = cast<BlockArgument>(form.input).getArgNumber();
  Type filterElement = getElementTypeOrSelf(root.getFilter().getType());
  std::optional<TilePacking> tiles =
      chooseTiles(context, form.sizes, form.isInteger, form.isWeight, element,
                  filterElement);
  if (tiles && form.isMatrix && form.groups == 1)
    tiles->readsRows =
        canReadRows(*tiles, form.sizes, element,
                    form.sizes.inner * KernelBuilder::sizeBytes(element));
  if (tiles && tiles->readsPanels && form.canLayBorder(root)) {
    form.layBorder(root);
    tiles->readsRows = true;
  }
  if (!tiles && form.canLayLines(root, getMachine(context.lanes).mostBlockRows))
    form.layLines(root);
  else if (form.hasShortRuns && (!tiles || tiles->readsPanels))
    form.joinRuns();
  ProductRows rows{element, /*isInOnePiece=*/true, form.copiesRuns};
  Schedule schedule = scheduleProduct(root, rows, filterElement, form.sizes,
                                      tiles ? &*tiles : nullptr, context);
  ProductPlan plan =
      ProductPlan::choose(context, schedule, form.sizes, tiles, rows,
                          form.isWeight ? filterElement : Type());
  reportTiles(root, plan);
  ConvEmitter(b, kernel, root, form, context).emit(plan);
  return EmittedKernel{[=](KernelBuilder &host,
                           ArrayRef<SmallVector<Value>> argumentDims,
                           ArrayRef<SmallVector<Value>> resultDims) {
    SmallVector<Value> filterDims;
    if (filterArgument)
      filterDims = argumentDims[*filterArgument];
    else
      filterDims = llvm::map_to_vector(
          filterShape, [&](int64_t size) { return host.index(size); });
    ProductExtents extents =
        computeExtents(host, form, filterDims, resultDims[0]);
    Value scratch =
        host.add(computeProductScratch(host, extents, plan),
                 computeZeroBytes(host, form, extents.inner, element));
    scratch = host.add(scratch,
                       computeBorderedBytes(host, form, plan,
                                            argumentDims[inputArgument].back(),
                                            element));
    return Launch{computeProductTasks(host, extents, plan), scratch,
                  computeProductCost(host, extents)};
  }};
}
