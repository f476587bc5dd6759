// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Linear and cubic interpolation. A task is one row of the result along the
// last resized dimension, with all that is inside of it:
//
//   1. neighbours across the other resized dimensions add up to one row of the
//   operand, in vectors over the whole of it
//   2. each index of the result takes its neighbours from that row, in vectors
//   over the dimension inside
//
// Offsets and weights lie in tables that are made once for the last resized
// dimension and once a row for the others; only those of an antialiasing filter
// whose width is unknown are computed where they are used.

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Interpolation.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/ResultDims.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// So many neighbours are written out.
static constexpr int64_t kFewNeighbours = 4;

namespace {
/// Sums are f32 for floats up to that; integers need not come out one less for
/// a rounding.
Type getSumType(Type element, OpBuilder &builder) {
  return isa<FloatType>(element) && !element.isF64()
             ? Type(builder.getF32Type())
             : Type(builder.getF64Type());
}

/// The last dimension that is resized.
int64_t getRowDim(ResizeOp op) { return *llvm::max_element(op.getDims()); }

/// Bytes of an offset and a weight for each neighbour, in whole cache lines.
int64_t computeTableBytes(int64_t neighbours) {
  return llvm::alignTo(neighbours * 16, 64);
}

/// The tables in the scratch, before the row of sums.
struct TableSizes {
  /// Of each index of the last dimension, and of the current indices of the
  /// others together.
  int64_t lastBytes = 0, outerBytes = 0;
};

class ResizeEmitter {
public:
  ResizeEmitter(KernelBuilder &builder, FuncOp kernel, ResizeOp root,
                const KernelContext &context)
      : b(builder), root(root),
        ret(cast<ReturnOp>(kernel.getBody().front().getTerminator())),
        frame(b, kernel, context.messages), emitter(b, frame, context.lanes),
        element(getElementTypeOrSelf(root.getType())),
        sumType(getSumType(element, b)), rowDim(getRowDim(root)),
        from(frame.getDims(root.getOperand())),
        to(frame.getDims(root.getResult())) {}

  TableSizes emit();

private:
  /// A dimension, and where the offsets and weights of its current index are.
  struct Dimension {
    ResizeAxis axis;
    Value stride, count, table;
    std::optional<Neighbours> neighbours;
  };
  /// Of a neighbour by number: the offset of its element, and its weight.
  struct Tap {
    Value offset, weight;
  };

  Dimension makeDimension(int64_t dim, Value scale);
  bool hasTable(const Dimension &dimension) {
    return KernelBuilder::known(dimension.count).has_value();
  }
  Tap computeTap(const Dimension &dimension, const Neighbours &neighbours,
                 Value number);
  void fillTable(const Dimension &dimension, Value index, Value table);
  Tap loadTap(const Dimension &dimension, Value number);
  Value sumTaps(const Dimension &dimension, Value start,
                function_ref<Value(const Tap &, Value)> add);
  Value addWeighted(Value sum, Value weight, int64_t lanes,
                    function_ref<Value()> load);
  Value loadOperand(Value offset, int64_t lanes);
  Value sumOuter(ArrayRef<Dimension> dimensions, Value offset, Value weight,
                 Value start, int64_t lanes);
  void emitOuterSums(Value base);
  void emitResults(ArrayRef<Value> outer,
                   function_ref<Value(Value, int64_t)> loadRow);

  KernelBuilder &b;
  ResizeOp root;
  ReturnOp ret;
  KernelFrame frame;
  ExpressionEmitter emitter;
  Type element, sumType;
  int64_t rowDim;
  ArrayRef<Value> from, to;
  /// The resized dimensions before the last, and the last.
  SmallVector<Dimension> outerDimensions;
  Dimension last;
  Value lastTables, sums, current;
  TableSizes tables;
};

ResizeEmitter::Dimension ResizeEmitter::makeDimension(int64_t dim,
                                                      Value scale) {
  Dimension dimension;
  dimension.axis = makeResizeAxis(b, from[dim], to[dim], scale);
  dimension.stride = b.product(from.drop_front(dim + 1));
  dimension.count = emitNeighbourCount(b, root, dimension.axis);
  return dimension;
}

ResizeEmitter::Tap ResizeEmitter::computeTap(const Dimension &dimension,
                                             const Neighbours &neighbours,
                                             Value number) {
  Value neighbour = b.add(neighbours.first, number);
  Value clipped =
      b.max(b.index(0), b.min(neighbour, b.sub(dimension.axis.from, 1)));
  return {b.mul(clipped, dimension.stride),
          emitCast(b, neighbours.weigh(neighbour), b.getF64Type(), sumType)};
}

void ResizeEmitter::fillTable(const Dimension &dimension, Value index,
                              Value table) {
  Neighbours neighbours = emitNeighbours(b, root, dimension.axis, index);
  b.loop(b.index(0), dimension.count, 1, [&](Value number) {
    Tap tap = computeTap(dimension, neighbours, number);
    b.store(tap.offset, table, b.getI64Type(), b.mul(number, 2));
    b.store(tap.weight,
            b.address(table, b.getI64Type(), b.add(b.mul(number, 2), 1)),
            sumType, b.index(0));
  });
}

ResizeEmitter::Tap ResizeEmitter::loadTap(const Dimension &dimension,
                                          Value number) {
  if (dimension.neighbours)
    return computeTap(dimension, *dimension.neighbours, number);
  Value weight =
      b.address(dimension.table, b.getI64Type(), b.add(b.mul(number, 2), 1));
  return {b.load(dimension.table, b.getI64Type(), b.mul(number, 2)),
          b.load(weight, sumType, b.index(0))};
}

Value ResizeEmitter::sumTaps(const Dimension &dimension, Value start,
                             function_ref<Value(const Tap &, Value)> add) {
  std::optional<int64_t> count = KernelBuilder::known(dimension.count);
  if (count && *count <= kFewNeighbours) {
    for (int64_t number = 0; number < *count; ++number)
      start = add(loadTap(dimension, b.index(number)), start);
    return start;
  }
  return b.loop(b.index(0), dimension.count, 1, start,
                [&](Value number, ValueRange carried) -> SmallVector<Value> {
                  return {add(loadTap(dimension, number), carried[0])};
                })[0];
}

/// A neighbour without weight adds nothing, not even a NaN.
Value ResizeEmitter::addWeighted(Value sum, Value weight, int64_t lanes,
                                 function_ref<Value()> load) {
  Value zero = b.constant(b.withLanes(sumType, lanes), 0);
  Value isUsed = arith::CmpFOp::create(b, arith::CmpFPredicate::UNE, weight,
                                       b.constant(sumType, 0));
  Value value = arith::SelectOp::create(b, isUsed, load(), zero);
  Value factor = b.splat(weight, lanes);
  // Rounded as in the interpreter, a sum that is a whole number is one here.
  if (sumType.isF64())
    return arith::AddFOp::create(b, sum,
                                 arith::MulFOp::create(b, value, factor));
  return math::FmaOp::create(b, value, factor, sum);
}

Value ResizeEmitter::loadOperand(Value offset, int64_t lanes) {
  Type stored = getElementTypeOrSelf(root.getOperand().getType());
  Value value;
  if (auto argument = dyn_cast<BlockArgument>(root.getOperand())) {
    value = b.load(frame.getArgument(argument.getArgNumber()).pointer, stored,
                   offset, lanes);
  } else {
    // A literal in the kernel is one repeated value.
    SmallVector<Lane> anywhere(from.size(), Lane{b.index(0), 0, 1});
    value = b.splat(emitter.emit(root.getOperand(), anywhere), lanes);
  }
  return emitCast(b, value, stored, sumType);
}

Value ResizeEmitter::sumOuter(ArrayRef<Dimension> dimensions, Value offset,
                              Value weight, Value start, int64_t lanes) {
  if (dimensions.empty())
    return addWeighted(start, weight, lanes,
                       [&] { return loadOperand(offset, lanes); });
  return sumTaps(dimensions.front(), start, [&](const Tap &tap, Value sum) {
    Value product =
        weight ? arith::MulFOp::create(b, weight, tap.weight).getResult()
               : tap.weight;
    return sumOuter(dimensions.drop_front(), b.add(offset, tap.offset), product,
                    sum, lanes);
  });
}

void ResizeEmitter::emitOuterSums(Value base) {
  emitRowLoop(b, emitter, b.index(0), b.mul(last.axis.from, last.stride),
              [&](const Lane &at) {
                int64_t lanes = at.isUniform() ? 1 : emitter.getLanes();
                Value sum =
                    sumOuter(outerDimensions, b.add(base, at.base), Value(),
                             b.constant(b.withLanes(sumType, lanes), 0), lanes);
                b.store(sum, sums, sumType, at.base);
              });
}

void ResizeEmitter::emitResults(ArrayRef<Value> outer,
                                function_ref<Value(Value, int64_t)> loadRow) {
  ArrayRef<Value> insideDims = to.drop_front(rowDim + 1),
                  middleDims =
                      insideDims.empty() ? insideDims : insideDims.drop_back();
  b.loop(b.index(0), last.axis.to, 1, [&](Value index) {
    if (hasTable(last))
      last.table =
          b.address(lastTables, b.getI8Type(), b.mul(index, tables.lastBytes));
    else
      last.neighbours = emitNeighbours(b, root, last.axis, index);
    b.loop(b.index(0), b.product(middleDims), 1, [&](Value middle) {
      SmallVector<Value> bases(outer);
      bases.push_back(index);
      bases.append(b.delinearize(middle, middleDims));
      Value width = insideDims.empty() ? b.index(1) : insideDims.back(),
            start = b.mul(middle, width);
      emitRowLoop(b, emitter, b.index(0), width, [&](const Lane &at) {
        int64_t lanes = at.isUniform() ? 1 : emitter.getLanes();
        Value place = b.add(start, at.base);
        Value sum =
            sumTaps(last, b.constant(b.withLanes(sumType, lanes), 0),
                    [&](const Tap &tap, Value carried) {
                      return addWeighted(carried, tap.weight, lanes, [&] {
                        return loadRow(b.add(tap.offset, place), lanes);
                      });
                    });
        current = emitCast(b, sum, sumType, element);
        SmallVector<Lane> position = llvm::map_to_vector(
            bases, [](Value base) { return Lane{base, 0, 1}; });
        SmallVector<Value> linear(bases);
        if (!insideDims.empty()) {
          position.push_back(at);
          linear.push_back(at.base);
        }
        for (auto [i, value] : llvm::enumerate(ret.getOperands())) {
          const KernelTensor &result = frame.getResult(i);
          b.store(b.splat(emitter.emit(value, position), lanes), result.pointer,
                  result.element, b.linearize(linear, result.dims));
        }
      });
    });
  });
}

TableSizes ResizeEmitter::emit() {
  emitter.bind(root.getResult(), [&](ArrayRef<Lane>) { return current; });
  SmallVector<Value> scales;
  if (auto constant = emitConstantElements(b, root.getScales()))
    scales = *constant;
  for (int64_t i = 0, count = root.getDims().size();
       scales.size() < root.getDims().size() && i < count; ++i)
    scales.push_back(emitter.emit(root.getScales(), Lane{b.index(i), 0, 1}));
  SmallVector<std::pair<int64_t, Value>> resized;
  for (auto [dim, scale] : llvm::zip_equal(root.getDims(), scales))
    resized.emplace_back(dim, scale);
  llvm::sort(resized, [](const auto &lhs, const auto &rhs) {
    return lhs.first < rhs.first;
  });

  Value memory = frame.getScratch();
  last = makeDimension(rowDim, resized.back().second);
  if (hasTable(last)) {
    tables.lastBytes = computeTableBytes(*KernelBuilder::known(last.count));
    lastTables = memory;
    memory =
        b.address(memory, b.getI8Type(), b.mul(last.axis.to, tables.lastBytes));
    b.loop(b.index(0), last.axis.to, 1, [&](Value index) {
      fillTable(
          last, index,
          b.address(lastTables, b.getI8Type(), b.mul(index, tables.lastBytes)));
    });
  }
  for (auto [dim, scale] : ArrayRef(resized).drop_back()) {
    Dimension &dimension =
        outerDimensions.emplace_back(makeDimension(dim, scale));
    if (!hasTable(dimension))
      continue;
    dimension.table =
        b.address(memory, b.getI8Type(), b.index(tables.outerBytes));
    tables.outerBytes +=
        computeTableBytes(*KernelBuilder::known(dimension.count));
  }
  sums = b.address(memory, b.getI8Type(), b.index(tables.outerBytes));

  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    SmallVector<Value> outer = b.delinearize(task, to.take_front(rowDim));
    Value base = b.index(0);
    auto *dimension = outerDimensions.begin();
    for (int64_t dim = 0; dim < rowDim; ++dim) {
      if (!llvm::is_contained(root.getDims(), dim)) {
        base =
            b.add(base, b.mul(outer[dim], b.product(from.drop_front(dim + 1))));
        continue;
      }
      if (hasTable(*dimension))
        fillTable(*dimension, outer[dim], dimension->table);
      else
        dimension->neighbours =
            emitNeighbours(b, root, dimension->axis, outer[dim]);
      ++dimension;
    }
    if (outerDimensions.empty()) {
      emitResults(outer, [&](Value offset, int64_t lanes) {
        return loadOperand(b.add(base, offset), lanes);
      });
      return;
    }
    emitOuterSums(base);
    emitResults(outer, [&](Value offset, int64_t lanes) {
      return b.load(sums, sumType, offset, lanes);
    });
  });
  frame.finish();
  return tables;
}
} // namespace

FailureOr<EmittedKernel> cpu::emitResizeKernel(KernelBuilder &b, FuncOp kernel,
                                               ResizeOp root,
                                               const KernelContext &context) {
  TableSizes tables = ResizeEmitter(b, kernel, root, context).emit();
  int64_t rowDim = getRowDim(root),
          sumBytes = KernelBuilder::sizeBytes(
              getSumType(getElementTypeOrSelf(root.getType()), b));
  SmallVector<int64_t> shape(
      cast<RankedTensorType>(root.getOperand().getType()).getShape());
  std::optional<unsigned> argument;
  if (auto operand = dyn_cast<BlockArgument>(root.getOperand()))
    argument = operand.getArgNumber();
  return EmittedKernel{[=](KernelBuilder &host,
                           ArrayRef<SmallVector<Value>> argumentDims,
                           ArrayRef<SmallVector<Value>> resultDims) {
    SmallVector<Value> from =
        argument ? argumentDims[*argument]
                 : llvm::map_to_vector(
                       shape, [&](int64_t size) { return host.index(size); });
    ArrayRef<Value> to = resultDims[0];
    Value row = host.mul(host.product(ArrayRef<Value>(from).drop_front(rowDim)),
                         sumBytes);
    Value scratch = host.add(
        host.add(host.mul(to[rowDim], tables.lastBytes), tables.outerBytes),
        row);
    return Launch{host.product(to.take_front(rowDim)), scratch,
                  host.product(to)};
  }};
}
