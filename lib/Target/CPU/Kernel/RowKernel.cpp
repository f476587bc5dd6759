// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Softmax, normalization and reductions along the last dimension, with the elementwise ops around them, row by row.
//
// Each such op needs passes over a row that lies in the cache: for softmax the maximum, then the exponentials and their sum; for
// normalization the mean, then the variance. An operand that is computed is kept in the worker's scratch during the first pass. What the op
// yields is bound as an expression of the row and its scalars, so the last pass stores the final result only. A pass goes through a few rows, if
// they are short, before the next one begins:
//
//   %s = weft.add %x, %r          pass 1: x + r, kept, summed
//   %n = weft.normalize %s        pass 2: squares of s - mean, summed
//   %y = weft.mul %n, %scale      pass 3: (s - mean) * inverse * scale, stored
//
// Results that have one number for each row, the scales of rows that become bytes, are stored before the last pass over it.

#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "lib/Target/CPU/Kernel/ExpressionEmitter.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/RowLoop.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

/// The op that the first pass is for.
static Operation *findFirstRowOp(FuncOp kernel) {
  for (Operation &op : kernel.getBody().front())
    if (isa<SoftmaxOp, NormalizeOp, ReduceOp>(op))
      return &op;
  llvm_unreachable("the kernel is that of rows");
}

/// The element type that rows are computed in: that of softmax, normalization and reductions. Their results may be cast behind them, to
/// bytes too.
static Type findRowElement(FuncOp kernel) {
  return getElementTypeOrSelf(findFirstRowOp(kernel)->getResult(0).getType());
}

/// Whether `value` has one number for each row of more.
static bool isRowScalar(FuncOp kernel, Value value) {
  auto size = [](Value tensor) {
    return cast<RankedTensorType>(tensor.getType()).getShape().back();
  };
  return size(value) == 1 && size(findFirstRowOp(kernel)->getOperand(0)) != 1;
}

/// The number of the first result that has whole rows; nothing where none has.
static std::optional<unsigned> findRowResult(FuncOp kernel) {
  Operation *ret = kernel.getBody().front().getTerminator();
  for (auto [i, value] : llvm::enumerate(ret->getOperands()))
    if (cast<RankedTensorType>(value.getType()).getRank() > 0 &&
        !isRowScalar(kernel, value))
      return static_cast<unsigned>(i);
  return std::nullopt;
}

bool cpu::readsRowsAgain(FuncOp kernel, ReduceOp root) {
  auto type = cast<RankedTensorType>(root.getOperand().getType());
  return type.getRank() > 0 && root.getKeepDims() &&
         root.getDims().size() == 1 &&
         root.getDims()[0] == type.getRank() - 1 && findRowResult(kernel);
}

/// Rows that each pass goes through before the next one: the combination of a row's lanes, a long chain, runs beside those of others. They
/// stay in the first cache, together with what is kept of them and with the rows that come next.
constexpr int64_t kMostRows = 8, kGroupElements = 2048;

static int64_t chooseGroup(Value size) {
  std::optional<int64_t> known = KernelBuilder::known(size);
  return known
             ? std::clamp<int64_t>(
                   kGroupElements / std::max<int64_t>(1, *known), 1, kMostRows)
             : 1;
}

namespace {
class RowEmitter {
public:
  RowEmitter(KernelBuilder &builder, FuncOp kernel,
             const KernelContext &context)
      : b(builder), kernel(kernel), frame(b, kernel, context.messages),
        emitter(b, frame, context.lanes), rowResult(*findRowResult(kernel)),
        size(frame.getResult(rowResult).dims.back()),
        rowType(b.registerType(findRowElement(kernel))),
        group(chooseGroup(size)) {}

  void emit();
  /// Rows of f32 (f64 for that type) that a worker keeps.
  int64_t getKeptRows() const { return keptRows * group; }

private:
  /// A number of each row, from one pass to the next.
  struct RowScalar {
    Value memory;
    Type type;
  };

  /// A pass: calls body for each row of the group, after what earlier passes found is bound.
  void forRows(function_ref<void()> body);
  /// The operand of a row op at a lane of the current row.
  Value at(Value tensor, const Lane &lane);
  RowScalar makeScalar(Type type) {
    return {b.allocateStack(type, group), type};
  }
  Value get(const RowScalar &scalar) {
    return b.load(scalar.memory, scalar.type, row);
  }
  void set(const RowScalar &scalar, Value value) {
    b.store(value, scalar.memory, scalar.type, row);
  }

  /// Makes room for a row of registers in the scratch; std::nullopt for an operand that lies in memory.
  int64_t keepRow() { return keptRows++; }
  std::optional<int64_t> keepOperand(Value tensor) {
    return isa<BlockArgument>(tensor) ? std::nullopt : std::optional(keepRow());
  }
  Value getKept(int64_t kept);
  void storeKept(int64_t kept, const Lane &lane, Value value) {
    b.store(value, getKept(kept), rowType, lane.base);
  }
  Value loadKept(int64_t kept, const Lane &lane) {
    return b.load(getKept(kept), rowType, lane.base, countOf(lane));
  }
  /// Fetches into the first cache what the first pass of the next group reads of an operand in memory.
  void fetchNext(Value tensor, const Lane &lane);
  int64_t countOf(const Lane &lane) const {
    return lane.isUniform() ? 1 : emitter.getLanes();
  }
  /// The operand in the first pass over it, which keeps it where it is to be kept.
  Value readFirst(Value tensor, std::optional<int64_t> kept, const Lane &lane);
  /// What later passes take for `tensor`.
  void bindKept(Value tensor, std::optional<int64_t> kept);

  void bindSoftmax(SoftmaxOp op);
  void bindNormalize(NormalizeOp op);
  void bindReduce(ReduceOp op);

  KernelBuilder &b;
  FuncOp kernel;
  KernelFrame frame;
  ExpressionEmitter emitter;
  unsigned rowResult;
  Value size;
  Type rowType;
  int64_t group;
  /// The first row of the group and the number of its rows; the current one of a pass.
  Value first, rows, row;
  SmallVector<Lane> outer;
  SmallVector<std::function<void()>> bindings;
  int64_t keptRows = 0;
};

void RowEmitter::forRows(function_ref<void()> body) {
  ArrayRef<Value> dims = frame.getResult(rowResult).dims;
  auto each = [&](Value index) {
    row = index;
    outer.clear();
    for (Value position : b.delinearize(b.add(first, row), dims.drop_back()))
      outer.push_back(Lane{position, 0, 1});
    for (const std::function<void()> &bind : bindings)
      bind();
    body();
  };
  if (group == 1)
    each(b.index(0));
  else
    b.loop(b.index(0), rows, 1, each);
}

Value RowEmitter::at(Value tensor, const Lane &lane) {
  SmallVector<Lane> position(outer);
  position.push_back(lane);
  return b.splat(emitter.emit(tensor, position), countOf(lane));
}

Value RowEmitter::getKept(int64_t kept) {
  // Each kept row is rounded up to whole vectors, so that all are aligned.
  Value padded = b.mul(b.ceilDiv(size, 16), 16);
  Value offset = b.mul(padded, b.add(row, kept * group));
  return b.address(frame.getScratch(), rowType, offset);
}

Value RowEmitter::readFirst(Value tensor, std::optional<int64_t> kept,
                            const Lane &lane) {
  Value value = at(tensor, lane);
  if (kept)
    storeKept(*kept, lane, value);
  return value;
}

void RowEmitter::fetchNext(Value tensor, const Lane &lane) {
  auto argument = dyn_cast<BlockArgument>(tensor);
  if (!argument || lane.isUniform())
    return;
  const KernelTensor &memory = frame.getArgument(argument.getArgNumber());
  Value row = b.add(b.add(first, this->row), group);
  Value address = b.address(memory.pointer, memory.element,
                            b.add(b.mul(row, size), lane.base));
  LLVM::Prefetch::create(b, address, /*rw=*/0, /*hint=*/3, /*cache=*/1);
}

void RowEmitter::bindKept(Value tensor, std::optional<int64_t> kept) {
  if (kept)
    bindings.push_back([this, tensor, kept] {
      emitter.bind(tensor, [this, kept](ArrayRef<Lane> position) {
        return loadKept(*kept, position.back());
      });
    });
}

void RowEmitter::bindSoftmax(SoftmaxOp op) {
  Value x = op.getOperand();
  std::optional<int64_t> kept = keepOperand(x);
  RowScalar maximum = makeScalar(rowType), sum = makeScalar(rowType);
  forRows([&] {
    // The power of NaN is NaN again, and so is the sum.
    set(maximum, emitRowReduction(
                     b, emitter, ReductionKind::max, rowType, size,
                     [&](const Lane &lane) { return readFirst(x, kept, lane); },
                     NaNs::Ignored));
  });
  bindKept(x, kept);
  auto shifted = [this, x](Value by, const Lane &lane) -> Value {
    return arith::SubFOp::create(b, at(x, lane), b.splat(by, countOf(lane)));
  };
  if (op.getLog()) {
    forRows([&] {
      Value most = get(maximum);
      set(sum,
          emitRowReduction(b, emitter, ReductionKind::sum, rowType, size,
                           [&](const Lane &lane) -> Value {
                             return math::ExpOp::create(b, shifted(most, lane));
                           }));
    });
    bindings.push_back([this, op, shifted, maximum, sum]() mutable {
      Value offset = arith::AddFOp::create(b, get(maximum),
                                           math::LogOp::create(b, get(sum)));
      emitter.bind(op.getResult(), [shifted, offset](ArrayRef<Lane> position) {
        return shifted(offset, position.back());
      });
    });
    return;
  }
  int64_t powers = kept ? *kept : keepRow();
  forRows([&] {
    Value most = get(maximum);
    set(sum, emitRowReduction(b, emitter, ReductionKind::sum, rowType, size,
                              [&](const Lane &lane) -> Value {
                                fetchNext(x, lane);
                                Value power =
                                    math::ExpOp::create(b, shifted(most, lane));
                                storeKept(powers, lane, power);
                                return power;
                              }));
  });
  bindings.push_back([this, op, powers, sum]() mutable {
    Value inverse = arith::DivFOp::create(b, b.constant(rowType, 1), get(sum));
    emitter.bind(op.getResult(),
                 [this, powers, inverse](ArrayRef<Lane> position) -> Value {
                   const Lane &lane = position.back();
                   return arith::MulFOp::create(
                       b, loadKept(powers, lane),
                       b.splat(inverse, countOf(lane)));
                 });
  });
}

void RowEmitter::bindNormalize(NormalizeOp op) {
  Value x = op.getOperand();
  std::optional<int64_t> kept = keepOperand(x);
  std::optional<RowScalar> mean;
  RowScalar squares = makeScalar(rowType);
  auto sumOf = [&](function_ref<Value(const Lane &)> body) {
    return emitRowReduction(b, emitter, ReductionKind::sum, rowType, size,
                            body);
  };
  auto square = [&](Value value) -> Value {
    return arith::MulFOp::create(b, value, value,
                                 arith::FastMathFlags::contract);
  };
  auto operand = [&](const Lane &lane) { return readFirst(x, kept, lane); };
  auto shifted = [this, x](Value by, const Lane &lane) -> Value {
    Value value = at(x, lane);
    return by ? arith::SubFOp::create(b, value, b.splat(by, countOf(lane)))
              : value;
  };
  if (op.getRms()) {
    forRows([&] {
      set(squares,
          sumOf([&](const Lane &lane) { return square(operand(lane)); }));
    });
    bindKept(x, kept);
  } else {
    mean = makeScalar(rowType);
    forRows([&] { set(*mean, emitMean(b, rowType, sumOf(operand), size)); });
    bindKept(x, kept);
    forRows([&] {
      Value center = get(*mean);
      set(squares, sumOf([&](const Lane &lane) {
            fetchNext(x, lane);
            return square(shifted(center, lane));
          }));
    });
  }
  bindings.push_back([this, op, shifted, mean, squares]() mutable {
    Value center = mean ? get(*mean) : Value(),
          variance = emitMean(b, rowType, get(squares), size),
          epsilon = b.constant(rowType, op.getEpsilon().convertToFloat()),
          inverse = arith::DivFOp::create(
              b, b.constant(rowType, 1),
              math::SqrtOp::create(
                  b, arith::AddFOp::create(b, variance, epsilon)));
    emitter.bind(
        op.getResult(),
        [this, shifted, center, inverse](ArrayRef<Lane> position) -> Value {
          const Lane &lane = position.back();
          return arith::MulFOp::create(b, shifted(center, lane),
                                       b.splat(inverse, countOf(lane)));
        });
  });
}

void RowEmitter::bindReduce(ReduceOp op) {
  Value x = op.getOperand();
  // Which other passes may not need.
  std::optional<int64_t> kept = x.hasOneUse() ? std::nullopt : keepOperand(x);
  Type element = getElementTypeOrSelf(x.getType());
  RowScalar total = makeScalar(b.registerType(element));
  // The bits of magnitudes are in the order of the numbers, NaN above all.
  Type bits = op.getKind() == ReductionKind::max && element.isF32() &&
                      x.getDefiningOp<AbsOp>()
                  ? b.getI32Type()
                  : element;
  auto bitcast = [&](Value value, Type to) -> Value {
    if (bits == element)
      return value;
    if (auto vector = dyn_cast<VectorType>(value.getType()))
      to = vector.clone(to);
    return arith::BitcastOp::create(b, to, value);
  };
  forRows([&] {
    Value value = bitcast(
        emitRowReduction(b, emitter, op.getKind(), bits, size,
                         [&](const Lane &lane) {
                           return bitcast(readFirst(x, kept, lane), bits);
                         }),
        element);
    set(total, op.getKind() == ReductionKind::mean
                   ? emitMean(b, element, value, size)
                   : value);
  });
  bindKept(x, kept);
  bindings.push_back([this, op, total]() mutable {
    Value value = get(total);
    emitter.bind(op.getResult(), [value](ArrayRef<Lane>) { return value; });
  });
}

void RowEmitter::emit() {
  b.loop(frame.getBegin(), frame.getEnd(), group, [&](Value task) {
    first = task;
    rows = b.min(b.index(group), b.sub(frame.getEnd(), task));
    for (Operation &op : kernel.getBody().front().without_terminator())
      llvm::TypeSwitch<Operation *>(&op)
          .Case([&](SoftmaxOp each) { bindSoftmax(each); })
          .Case([&](NormalizeOp each) { bindNormalize(each); })
          .Case([&](ReduceOp each) { bindReduce(each); });
    auto store = [&](bool ofRows, const Lane &lane) {
      SmallVector<Lane> position(outer);
      position.push_back(lane);
      Operation *ret = kernel.getBody().front().getTerminator();
      for (auto [i, value] : llvm::enumerate(ret->getOperands()))
        if (isRowScalar(kernel, value) != ofRows)
          emitter.storeResult(static_cast<unsigned>(i), position);
    };
    forRows([&] {
      emitter.forget();
      store(/*ofRows=*/false, Lane{b.index(0), 0, 1});
      emitIdempotentRowLoop(b, emitter, b.index(0), size, size,
                            [&](const Lane &lane) { store(true, lane); });
    });
  });
  frame.finish();
}
} // namespace

FailureOr<EmittedKernel> cpu::emitRowKernel(KernelBuilder &b, FuncOp kernel,
                                            const KernelContext &context) {
  RowEmitter emitter(b, kernel, context);
  emitter.emit();
  int64_t rows = emitter.getKeptRows(),
          ops = std::distance(kernel.getBody().front().begin(),
                              kernel.getBody().front().end());
  int64_t bytes =
      std::max<int64_t>(4, KernelBuilder::sizeBytes(findRowElement(kernel)));
  unsigned result = *findRowResult(kernel);
  return EmittedKernel{[rows, bytes, ops, result](
                           KernelBuilder &host, ArrayRef<SmallVector<Value>>,
                           ArrayRef<SmallVector<Value>> resultDims) {
    ArrayRef<Value> all = resultDims[result];
    Value padded = host.mul(host.ceilDiv(all.back(), 16), 16);
    return Launch{host.product(all.drop_back()), host.mul(padded, rows * bytes),
                  host.div(host.mul(host.product(all), 2 * ops), 4)};
  }};
}
