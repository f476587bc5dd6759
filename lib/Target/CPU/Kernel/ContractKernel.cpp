// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Contractions. Those of floats, and of bytes, go to the register-tiled kernel: a right operand that is a parameter (of bytes: of i8) lies packed
// in the module, another one is packed by each task. Whatever has another form (f64, other integers, no columns) is summed by a plain loop.

#include "lib/Target/CPU/Kernel/ContractForm.h"
#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/KernelRemarks.h"
#include "lib/Target/CPU/Kernel/PairWidening.h"
#include "lib/Target/CPU/Kernel/PanelPacking.h"
#include "lib/Target/CPU/Kernel/PanelProduct.h"
#include "lib/Target/CPU/Kernel/QuadPacking.h"
#include "lib/Target/CPU/Kernel/QuantizedRows.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "lib/Target/CPU/Kernel/SparsePanels.h"
#include "lib/Target/CPU/Kernel/SparseRow.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
using Letters = llvm::SmallDenseMap<char, Value>;

/// The sizes of letters; the known one of two.
void addSizes(Letters &sizes, StringRef letters, ArrayRef<Value> dims) {
  for (auto [letter, size] : llvm::zip_equal(letters, dims)) {
    Value &known = sizes[letter];
    if (!known || !KernelBuilder::known(known))
      known = size;
  }
}

SmallVector<Value> sizesOf(const Letters &sizes, StringRef letters) {
  return llvm::map_to_vector(letters,
                             [&](char letter) { return sizes.lookup(letter); });
}

ProductExtents computeExtents(KernelBuilder &b, const ContractForm &form,
                              const Letters &sizes) {
  auto count = [&](StringRef letters) {
    return b.product(sizesOf(sizes, letters));
  };
  return {count(form.batch), count(form.rows), count(form.columns),
          count(form.outer), count(form.inner)};
}

/// What the host knows of an operand of the root when the kernel's own text is gone.
struct HostOperand {
  std::optional<unsigned> argument;
  SmallVector<int64_t> shape;

  explicit HostOperand(Value operand)
      : shape(cast<RankedTensorType>(operand.getType()).getShape()) {
    if (auto blockArgument = dyn_cast<BlockArgument>(operand))
      argument = blockArgument.getArgNumber();
  }
  SmallVector<Value> getDims(KernelBuilder &host,
                             ArrayRef<SmallVector<Value>> argumentDims) const {
    if (argument)
      return argumentDims[*argument];
    return llvm::map_to_vector(shape,
                               [&](int64_t size) { return host.index(size); });
  }
};

int64_t knownCount(const ContractForm &form, StringRef letters) {
  int64_t count = 1;
  for (char letter : letters) {
    int64_t size = ShapedType::kDynamic;
    for (auto [operand, dims] : {std::pair(form.lhs, StringRef(form.lhsDims)),
                                 std::pair(form.rhs, StringRef(form.rhsDims))})
      if (size_t at = dims.find(letter);
          at != StringRef::npos && ShapedType::isDynamic(size))
        size = cast<RankedTensorType>(operand.getType()).getDimSize(at);
    if (ShapedType::isDynamic(size))
      return size;
    count *= size;
  }
  return count;
}

/// Whether a product of `rows` rows by quantized weights skips zeros.
bool hasSparseRow(const ContractForm &form, int64_t rows) {
  return rows == 1 && form.quantized->isInLines;
}

std::optional<TilePacking> chooseContractTiles(const ContractForm &form,
                                               const ProductSizes &sizes,
                                               const KernelContext &context) {
  bool isContiguous =
      !form.inner.empty() && form.lhsDims.back() == form.inner.back();
  // Panels of bytes that are packed for the call are not in the form that tiles read.
  if (form.isInteger ? !form.isWeight : !isContiguous)
    return std::nullopt;
  auto lhs = cast<RankedTensorType>(form.lhs.getType());
  Type element = lhs.getElementType();
  std::optional<TilePacking> tiles = cpu::chooseTiles(
      context, sizes, form.isInteger, form.isWeight || form.quantized, element,
      getElementTypeOrSelf(form.rhs));
  if (tiles && form.quantized && tiles->readsPanels)
    tiles->sharedBytes = PairWidening::countSharedBytes(*form.quantized);
  if (tiles && isContiguous && !form.rows.empty() &&
      areNeighbours(form.rows, form.lhsDims)) {
    int64_t stride = KernelBuilder::sizeBytes(element);
    bool isKnown = true;
    for (int64_t size : lhs.getShape().drop_front(
             StringRef(form.lhsDims).find(form.rows.back()) + 1)) {
      isKnown = isKnown && !ShapedType::isDynamic(size);
      stride *= size;
    }
    tiles->readsRows = isKnown && canReadRows(*tiles, sizes, element, stride);
  }
  return tiles;
}

class ContractEmitter {
public:
  ContractEmitter(KernelBuilder &builder, FuncOp kernel, ContractOp root,
                  const ContractForm &form, const KernelContext &context)
      : b(builder), form(form), root(root), frame(b, kernel, context.messages),
        epilogue(b, frame, root.getResult()), packer(b, frame, form.rhs),
        hasWideRegisters(context.lanes == 16 && context.hasByteProducts) {
    if (form.quantized)
      quantized.emplace(b, frame, *form.quantized);
  }

  void emit(const ProductPlan &plan);

private:
  /// Elements from one index of `letter` to the next in an operand.
  Value strideOf(char letter, StringRef dims, ArrayRef<Value> sizesOfDims);
  /// The indices of `letters` for a row-major number.
  void place(Letters &indices, StringRef letters, Value number);
  /// The offset of `letters`, at their `indices`, in an operand.
  Value offsetOf(StringRef letters, const Letters &indices, StringRef dims,
                 ArrayRef<Value> ofDims);
  Value lhsOffset(const Letters &indices, StringRef letters) {
    return offsetOf(letters, indices, form.lhsDims, frame.getDims(form.lhs));
  }
  /// Packs a panel of rhs, an operand of bytes, for the plan's unit.
  void packQuads(const PanelProduct &product, Value batch, Value panel,
                 Value memory);
  /// Widens a panel of quantized weights to f32.
  void packQuantized(Value panel, Value memory);
  /// The same to pairs of bf16, line by line.
  PanelWidening widenQuantized();
  /// A product by weights without their zeros.
  void emitSparse(const PanelProduct &product);
  /// Few rows by quantized weights.
  void emitQuantized(const PanelProduct &product, int64_t rows);
  SmallVector<Lane> position(Value batch, Value row, const Lane &column);

  KernelBuilder &b;
  const ContractForm &form;
  ContractOp root;
  KernelFrame frame;
  Epilogue epilogue;
  PanelPacker packer;
  std::optional<QuantizedPanels> quantized;
  bool hasWideRegisters;
  Letters sizes;
  /// Whether the rows' dimensions of the result run as one, with their index in the place of the last.
  bool rowsRunAsOne = false;
};

Value ContractEmitter::strideOf(char letter, StringRef dims,
                                ArrayRef<Value> ofDims) {
  return b.product(ofDims.drop_front(dims.find(letter) + 1));
}

void ContractEmitter::place(Letters &indices, StringRef letters, Value number) {
  SmallVector<Value> each = b.delinearize(number, sizesOf(sizes, letters));
  for (auto [letter, index] : llvm::zip_equal(letters, each))
    indices[letter] =
        KernelBuilder::known(sizes[letter]) == 1 ? b.index(0) : index;
}

Value ContractEmitter::offsetOf(StringRef letters, const Letters &indices,
                                StringRef dims, ArrayRef<Value> ofDims) {
  Value offset = b.index(0);
  for (char letter : letters)
    offset = b.add(
        offset, b.mul(indices.lookup(letter), strideOf(letter, dims, ofDims)));
  return offset;
}

void ContractEmitter::packQuads(const PanelProduct &product, Value batch,
                                Value panel, Value memory) {
  const KernelTensor &rhs =
      frame.getArgument(cast<BlockArgument>(form.rhs).getArgNumber());
  StringRef dims = form.rhsDims;
  std::string steps = form.outer + form.inner;
  Letters at;
  Value column = b.mul(panel, kPanel), count = product.extents.columns;
  place(at, form.batch, batch);
  place(at, form.columns, column);
  std::optional<int64_t> known = KernelBuilder::known(count);
  QuadColumns columns;
  columns.pointer =
      b.address(rhs.pointer, rhs.element,
                offsetOf(form.batch + form.columns, at, dims, rhs.dims));
  columns.count =
      known && *known % kPanel == 0 ? b.index(kPanel) : b.sub(count, column);
  columns.steps = b.mul(product.extents.outer, product.extents.inner);
  columns.stride = strideOf(form.columns.back(), dims, rhs.dims);
  bool isRun = areNeighbours(steps, dims);
  Value stride =
      steps.empty() ? b.index(1) : strideOf(steps.back(), dims, rhs.dims);
  columns.stepOffset = [&, isRun, stride](Value step) {
    if (isRun)
      return b.mul(step, stride);
    Letters indices;
    place(indices, steps, step);
    return offsetOf(steps, indices, dims, rhs.dims);
  };
  if (KernelBuilder::known(columns.stride) == 1)
    columns.order = QuadColumns::ByStep;
  else if (isRun && KernelBuilder::known(stride) == 1)
    columns.order = QuadColumns::ByColumn;
  QuadPacker(b, product.plan.unit, rhs.element, product.rhsZeroPoint)
      .pack(memory, columns);
}

void ContractEmitter::packQuantized(Value panel, Value memory) {
  int64_t lanes = b.getLanes();
  Value none = b.index(0), all = quantized->getSteps();
  b.loop(none, b.ceilDiv(all, quantized->getBlock()), 1, [&](Value group) {
    Value from = b.mul(group, quantized->getBlock()),
          to = b.min(b.add(from, quantized->getBlock()), all);
    for (int64_t column = 0; column < kPanel; column += lanes) {
      Value scales = quantized->hasScales()
                         ? quantized->loadScales(panel, group, column)
                         : Value(),
            offsets = scales
                          ? quantized->loadOffsets(panel, group, column, scales)
                          : Value();
      auto widen = [&](Value code) -> Value {
        if (offsets)
          return vector::FMAOp::create(b, code, scales, offsets);
        return scales ? arith::MulFOp::create(b, code, scales).getResult()
                      : code;
      };
      b.loop(from, to, quantized->getTogether(), [&](Value k) {
        for (auto [i, code] :
             llvm::enumerate(quantized->loadCodes(panel, k, column)))
          b.store(widen(code), memory, b.getF32Type(),
                  b.add(b.mul(b.add(k, i), kPanel), column));
      });
    }
  });
}

PanelWidening ContractEmitter::widenQuantized() {
  PanelWidening widening;
  widening.lines = PairWidening(b, *quantized).getLines();
  widening.prepare = [this](Value panel, Value shared) {
    PairWidening(b, *quantized).prepare(panel, shared);
  };
  widening.widen = [this](Value panel, Value line, Value shared, Value to) {
    PairWidening(b, *quantized).widen(panel, line, shared, to);
  };
  widening.address = [this](Value panel, Value line) {
    return PairWidening(b, *quantized).addressOf(panel, line);
  };
  return widening;
}

void ContractEmitter::emitQuantized(const PanelProduct &product, int64_t rows) {
  auto rowPointer = [&](int64_t row) {
    SmallVector<Value> described{b.index(row)};
    if (product.describeRow)
      described = product.describeRow(b.index(row));
    return product.rowPointer(b.index(0), described, b.index(0));
  };
  auto positionOf = [&](Value row, const Lane &column) {
    return position(b.index(0), row, column);
  };
  if (hasSparseRow(form, rows)) {
    SparseRow sparse{rowPointer(0), product.lhsElement, product.extents.columns,
                     hasWideRegisters, positionOf};
    emitSparseRow(b, frame, epilogue, *quantized, sparse);
    return;
  }
  QuantizedRows few;
  few.rows = rows;
  few.lhsElement = product.lhsElement;
  few.columns = product.extents.columns;
  few.hasWideRegisters = hasWideRegisters;
  few.rowPointer = rowPointer;
  few.position = positionOf;
  emitQuantizedRows(b, frame, epilogue, *quantized, few);
}

void ContractEmitter::emitSparse(const PanelProduct &product) {
  auto tensorOf = [&](Value argument) {
    return frame.getArgument(cast<BlockArgument>(argument).getArgNumber());
  };
  SparseWeight weight{tensorOf(form.sparse), std::nullopt, form.kept};
  if (form.sparseScales)
    weight.scales = tensorOf(form.sparseScales);
  emitSparsePanels(b, frame, epilogue, product, weight);
}

SmallVector<Lane> ContractEmitter::position(Value batch, Value row,
                                            const Lane &column) {
  Letters indices;
  place(indices, form.batch, batch);
  if (rowsRunAsOne) {
    // In the place of the last that is not of size 1: there an index is always 0.
    char shared = form.rows.back();
    for (char letter : form.rows)
      if (KernelBuilder::known(sizes[letter]) != 1)
        shared = letter;
    for (char letter : form.rows)
      indices[letter] = letter == shared ? row : b.index(0);
  } else {
    place(indices, form.rows, row);
  }
  place(indices, form.columns, column.base);
  SmallVector<Lane> lanes;
  for (char letter : form.resultDims)
    lanes.push_back(letter == form.resultDims.back()
                        ? Lane{indices[letter], column.step, column.multiple}
                        : Lane{indices[letter], 0, 1});
  return lanes;
}

void ContractEmitter::emit(const ProductPlan &plan) {
  addSizes(sizes, form.lhsDims, frame.getDims(form.lhs));
  addSizes(sizes, form.rhsDims, frame.getDims(form.rhs));
  const KernelTensor &lhs =
      frame.getArgument(cast<BlockArgument>(form.lhs).getArgNumber());
  if (areNeighbours(form.rows, form.resultDims) && !form.rows.empty()) {
    size_t first = StringRef(form.resultDims).find(form.rows);
    rowsRunAsOne = epilogue.isUniformOver(first, first + form.rows.size() - 1);
  }

  PanelProduct product;
  product.extents = computeExtents(b, form, sizes);
  product.plan = plan;
  if (form.isWeight && !KernelBuilder::known(product.extents.rows))
    product.oneRow = chooseForOneRow(plan.schedule, b.getLanes());
  // Many rows have no use for it; an unknown number (negative) may be small.
  if (form.isWeight && knownCount(form, form.rows) <= plan.schedule.rows)
    product.isBackward = b.compare(arith::CmpIPredicate::ne,
                                   b.rem(frame.getRound(), 2), b.index(0));
  product.zeroPoint = emitZeroPoint(b, frame, form.zeroPoint);
  product.rhsZeroPoint = emitZeroPoint(b, frame, form.rhsZeroPoint);
  product.lhsElement = lhs.element;
  product.rhsElement = getElementTypeOrSelf(form.rhs.getType());
  product.lhsStride = form.inner.empty()
                          ? b.index(1)
                          : strideOf(form.inner.back(), form.lhsDims, lhs.dims);
  bool isOneRow = form.rows.empty(),
       isStrided = !isOneRow && areNeighbours(form.rows, form.lhsDims);
  if (!isOneRow && !isStrided)
    product.describeRow = [&](Value row) -> SmallVector<Value> {
      Letters indices;
      place(indices, form.rows, row);
      return {lhsOffset(indices, form.rows)};
    };
  product.rowPointer = [&, isOneRow, isStrided](Value batch,
                                                ArrayRef<Value> described,
                                                Value outer) {
    Letters indices;
    place(indices, form.batch, batch);
    place(indices, form.outer, outer);
    Value offset =
        b.add(lhsOffset(indices, form.batch), lhsOffset(indices, form.outer));
    if (isStrided)
      offset = b.add(offset,
                     b.mul(described[0],
                           strideOf(form.rows.back(), form.lhsDims, lhs.dims)));
    else if (!isOneRow)
      offset = b.add(offset, described[0]);
    return b.address(lhs.pointer, lhs.element, offset);
  };
  product.evenRows = [&](Value batch, Value, Value) {
    EvenRows rows;
    rows.pointer = [&, batch](Value row) {
      return product.rowPointer(batch, {row}, b.index(0));
    };
    rows.stride = b.mul(strideOf(form.rows.back(), form.lhsDims, lhs.dims),
                        KernelBuilder::sizeBytes(lhs.element));
    rows.count = product.extents.rows;
    return rows;
  };
  if (form.quantized) {
    product.packPanel = [&](Value, Value panel, Value memory, ProductUnit) {
      packQuantized(panel, memory);
    };
    if (plan.tiles && plan.tiles->sharedBytes)
      product.widening = widenQuantized();
  } else if (form.isWeight) {
    const KernelTensor &rhs =
        frame.getArgument(cast<BlockArgument>(form.rhs).getArgNumber());
    product.panels = [&](Value batch) {
      Value depth = b.mul(product.extents.outer, product.extents.inner),
            panel = computePanelElements(b, rhs.element, depth),
            size = b.mul(panel, b.ceilDiv(product.extents.columns, kPanel));
      return b.address(rhs.pointer, rhs.element, b.mul(batch, size));
    };
  } else if (form.isInteger) {
    product.packPanel = [&](Value batch, Value panel, Value memory,
                            ProductUnit) {
      packQuads(product, batch, panel, memory);
    };
  } else {
    product.packPanel = [&](Value batch, Value panel, Value memory,
                            ProductUnit) {
      Letters indices;
      place(indices, form.batch, batch);
      packer.pack(memory, product.extents.outer, product.extents.inner,
                  b.mul(panel, kPanel), product.extents.columns,
                  [&](Value outer, Value inner, const Lane &column) {
                    place(indices, form.outer, outer);
                    place(indices, form.inner, inner);
                    place(indices, form.columns, column.base);
                    return llvm::map_to_vector(form.rhsDims, [&](char letter) {
                      return letter == form.columns.back()
                                 ? Lane{indices[letter], column.step,
                                        column.multiple}
                                 : Lane{indices[letter], 0, 1};
                    });
                  });
    };
  }
  product.position = [&](Value batch, Value row, const Lane &column) {
    return position(batch, row, column);
  };
  std::optional<int64_t> rows = KernelBuilder::known(product.extents.rows);
  if (form.kept)
    emitSparse(product);
  else if (!form.quantized)
    emitPanelProduct(b, frame, epilogue, product);
  else if (rows && *rows <= kMostQuantizedRows)
    emitQuantized(product, *rows);
  else
    b.ifThen(
        b.compare(arith::CmpIPredicate::eq, product.extents.rows, b.index(1)),
        [&] { emitQuantized(product, 1); },
        [&] { emitPanelProduct(b, frame, epilogue, product); });
  frame.finish();
}

/// A sum for each element of the result, in vectors along its last dimension.
class PlainContractEmitter {
public:
  PlainContractEmitter(KernelBuilder &builder, FuncOp kernel, ContractOp root,
                       const KernelContext &context)
      : b(builder), root(root),
        ret(cast<ReturnOp>(kernel.getBody().front().getTerminator())),
        frame(b, kernel, context.messages), emitter(b, frame, context.lanes) {}

  void emit();

private:
  Value sumOver(StringRef letters, llvm::SmallDenseMap<char, Lane> &at,
                Value start, int64_t lanes);

  KernelBuilder &b;
  ContractOp root;
  ReturnOp ret;
  KernelFrame frame;
  ExpressionEmitter emitter;
  Letters sizes;
};

Value PlainContractEmitter::sumOver(StringRef letters,
                                    llvm::SmallDenseMap<char, Lane> &at,
                                    Value start, int64_t lanes) {
  if (!letters.empty())
    return b.loop(b.index(0), sizes[letters.front()], 1, start,
                  [&](Value i, ValueRange carried) -> SmallVector<Value> {
                    at[letters.front()] = Lane{i, 0, 1};
                    return {
                        sumOver(letters.drop_front(), at, carried[0], lanes)};
                  })[0];
  emitter.forget();
  Type result = getElementTypeOrSelf(root.getType()),
       sum = isa<FloatType>(result) ? b.registerType(result) : result;
  auto factor = [&](Value operand, StringRef dims) {
    Value value =
        emitter.emit(operand, llvm::map_to_vector(dims, [&](char letter) {
                       return at.lookup(letter);
                     }));
    return b.splat(
        emitCast(b, value, getElementTypeOrSelf(operand.getType()), sum),
        lanes);
  };
  Value lhs = factor(root.getLhs(), root.getLhsDims()),
        rhs = factor(root.getRhs(), root.getRhsDims());
  emitter.forget();
  if (isa<FloatType>(sum))
    return arith::AddFOp::create(b, start, arith::MulFOp::create(b, lhs, rhs));
  return arith::AddIOp::create(b, start, arith::MulIOp::create(b, lhs, rhs));
}

void PlainContractEmitter::emit() {
  addSizes(sizes, root.getLhsDims(), frame.getDims(root.getLhs()));
  addSizes(sizes, root.getRhsDims(), frame.getDims(root.getRhs()));
  StringRef result = root.getResultDims();
  std::string summed;
  for (StringRef dims : {root.getLhsDims(), root.getRhsDims()})
    for (char letter : dims)
      if (!result.contains(letter) && !StringRef(summed).contains(letter))
        summed += letter;
  ArrayRef<Value> dims = frame.getDims(root.getResult());
  Type element = getElementTypeOrSelf(root.getType());
  Value current;
  emitter.bind(root.getResult(), [&](ArrayRef<Lane>) { return current; });
  auto body = [&](ArrayRef<Lane> position, int64_t lanes) {
    llvm::SmallDenseMap<char, Lane> at;
    for (auto [letter, lane] : llvm::zip_equal(result, position))
      at[letter] = lane;
    current = sumOver(
        summed, at, emitIdentity(b, ReductionKind::sum, element, lanes), lanes);
    SmallVector<Value> bases = llvm::map_to_vector(
        position, [](const Lane &lane) { return lane.base; });
    for (auto [i, value] : llvm::enumerate(ret.getOperands())) {
      const KernelTensor &memory = frame.getResult(i);
      b.store(b.splat(emitter.emit(value, position), lanes), memory.pointer,
              memory.element, b.linearize(bases, memory.dims));
    }
    emitter.forget();
  };
  b.loop(frame.getBegin(), frame.getEnd(), 1, [&](Value task) {
    if (result.empty()) {
      emitter.setLanes(1);
      body({}, 1);
      return;
    }
    SmallVector<Lane> position;
    for (Value index : b.delinearize(task, dims.drop_back()))
      position.push_back(Lane{index, 0, 1});
    position.emplace_back();
    emitRowLoop(b, emitter, b.index(0), dims.back(), [&](const Lane &lane) {
      position.back() = lane;
      body(position, lane.isUniform() ? 1 : emitter.getLanes());
    });
  });
  frame.finish();
}

/// The launch of a product by quantized weights, of which few rows have tasks of their own.
Launch launchQuantized(KernelBuilder &host, const ContractForm &form,
                       const ProductExtents &extents, const ProductPlan &plan) {
  std::optional<int64_t> rows = KernelBuilder::known(extents.rows);
  bool areFew = rows && *rows <= kMostQuantizedRows;
  Value isOne =
            host.compare(arith::CmpIPredicate::eq, extents.rows, host.index(1)),
        scratch, tasks;
  int64_t few = areFew ? *rows : 1;
  if (hasSparseRow(form, few)) {
    scratch = computeSparseRowScratch(host, extents.inner, *form.quantized);
    tasks = countSparseRowTasks(host, extents.columns, *form.quantized);
  } else {
    scratch =
        computeQuantizedScratch(host, few, extents.inner, *form.quantized);
    tasks = countQuantizedTasks(host, extents.columns);
  }
  if (!areFew) {
    tasks = host.select(isOne, tasks, computeProductTasks(host, extents, plan));
    scratch =
        host.select(isOne, scratch, computeProductScratch(host, extents, plan));
  }
  return Launch{tasks, scratch, computeProductCost(host, extents)};
}

EmittedKernel emitPlain(KernelBuilder &b, FuncOp kernel, ContractOp root,
                        const KernelContext &context) {
  PlainContractEmitter(b, kernel, root, context).emit();
  return EmittedKernel{[](KernelBuilder &host,
                          ArrayRef<SmallVector<Value>> argumentDims,
                          ArrayRef<SmallVector<Value>> resultDims) {
    ArrayRef<Value> all = resultDims[0];
    Value most = host.index(1);
    for (const SmallVector<Value> &dims : argumentDims)
      most = host.max(most, host.product(dims));
    return Launch{host.product(all.empty() ? all : all.drop_back()),
                  host.index(0), host.max(host.product(all), most)};
  }};
}
} // namespace

FailureOr<EmittedKernel> cpu::emitContractKernel(KernelBuilder &b,
                                                 FuncOp kernel, ContractOp root,
                                                 const KernelContext &context) {
  ContractForm form = analyzeContract(root);
  if (!form.isTiled) {
    reportNotTiled(root);
    return emitPlain(b, kernel, root, context);
  }
  int64_t parts = countParts(kernel, root),
          columns = knownCount(form, form.columns);
  ProductSizes sizes{
      knownCount(form, form.batch),           knownCount(form, form.rows),
      parts == 1 ? columns : columns / parts, knownCount(form, form.outer),
      knownCount(form, form.inner),           parts};
  for (char letter : form.rows)
    if (int64_t size = knownCount(form, StringRef(&letter, 1));
        !ShapedType::isDynamic(size))
      sizes.leastRows *= size;
  reportUnknownSizes(root, sizes);
  ProductRows rows{getElementTypeOrSelf(form.lhs.getType()),
                   form.inner.empty() ||
                       form.inner.back() == form.lhsDims.back()};
  Type column = getElementTypeOrSelf(form.rhs.getType());
  std::optional<TilePacking> tiles;
  if (!form.kept)
    tiles = chooseContractTiles(form, sizes, context);
  Schedule schedule = form.kept
                          ? chooseSparseSchedule(sizes, context.lanes)
                          : scheduleProduct(root, rows, column, sizes,
                                            tiles ? &*tiles : nullptr, context);
  ProductPlan plan = ProductPlan::choose(context, schedule, sizes, tiles, rows,
                                         form.isWeight ? column : Type());
  if (form.kept)
    reportSparse(root, sizes, form.kept, schedule);
  if (form.quantized)
    plan.limitPackedPanels(sizes.inner);
  reportTiles(root, plan);
  ContractEmitter(b, kernel, root, form, context).emit(plan);
  HostOperand lhs(form.lhs), rhs(form.rhs);
  int64_t lanes = context.lanes;
  return EmittedKernel{[form, plan, lhs, rhs,
                        lanes](KernelBuilder &host,
                               ArrayRef<SmallVector<Value>> argumentDims,
                               ArrayRef<SmallVector<Value>>) {
    Letters sizes;
    addSizes(sizes, form.lhsDims, lhs.getDims(host, argumentDims));
    addSizes(sizes, form.rhsDims, rhs.getDims(host, argumentDims));
    ProductExtents extents = computeExtents(host, form, sizes);
    if (form.kept)
      return Launch{computeProductTasks(host, extents, plan),
                    computeSparseScratch(host, extents, plan.schedule, lanes),
                    computeSparseCost(host, extents, form.kept)};
    if (form.quantized)
      return launchQuantized(host, form, extents, plan);
    return Launch{computeProductTasks(host, extents, plan),
                  computeProductScratch(host, extents, plan),
                  computeProductCost(host, extents)};
  }};
}
