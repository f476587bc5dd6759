// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One rule an op, in the order of the dialect's families.

#include "lib/Target/CPU/Kernel/ResultDims.h"
#include "dialects/Weft/Faults.h"
#include "dialects/Weft/WeftOps.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/TypeSwitch.h"

#include <cmath>

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

namespace {
using Dims = SmallVector<Value>;
using P = arith::CmpIPredicate;

static constexpr int64_t kMostPadding = int64_t(1) << 61;

class DimsEmitter {
public:
  DimsEmitter(KernelBuilder &builder, Operation *op, const DimsContext &context)
      : b(builder), op(op), context(context) {}

  FailureOr<SmallVector<Dims>> emit();

private:
  Dims dims(Value tensor) { return context.dimsOf(tensor); }
  /// The elements of a list of \p count sizes.
  Dims elements(Value tensor, int64_t count) {
    auto type = cast<RankedTensorType>(tensor.getType());
    if (type.getRank() == 1 && type.isDynamicDim(0))
      failUnlessEqual(b.index(count), dims(tensor)[0], fault::listLength());
    return context.elementsOf(tensor, count);
  }
  void failUnlessEqual(Value lhs, Value rhs, StringRef message) {
    context.failIf(b.compare(P::ne, lhs, rhs), message, lhs, rhs);
  }
  void failBelowZero(Value size, StringRef message) {
    context.failIf(b.compare(P::slt, size, b.index(0)), message, size, size);
  }
  /// The indices reach beyond the data in the dimension of their values only.
  void checkIndices(Value data, Value indices, int64_t dim);

  Dims broadcast(ArrayRef<Dims> all);
  Dims contract(ContractOp contract);
  Value window(Value size, Value taps, int64_t stride, int64_t dilation,
               int64_t low, int64_t high);
  Dims conv(ConvOp conv);
  Dims reduceWindow(ReduceWindowOp reduce);
  Dims reduced(Value operand, ArrayRef<int64_t> dropped, bool keep);
  Dims reshape(ReshapeOp reshape);
  Dims slice(SliceOp slice);
  Dims concat(ConcatOp concat);
  Dims resize(ResizeOp resize);
  Dims pad(PadOp pad);
  SmallVector<Dims> attention(AttentionOp attention);
  FailureOr<SmallVector<Dims>> compute();

  KernelBuilder &b;
  Operation *op;
  const DimsContext &context;
};

Dims DimsEmitter::broadcast(ArrayRef<Dims> all) {
  size_t rank = 0;
  for (const Dims &each : all)
    rank = std::max(rank, each.size());
  Dims joined(rank, b.index(1));
  for (const Dims &each : all) {
    size_t lead = rank - each.size();
    for (auto [i, size] : llvm::enumerate(each)) {
      Value &result = joined[lead + i];
      if (result == size || KernelBuilder::known(size) == 1)
        continue;
      if (KernelBuilder::known(result) == 1) {
        result = size;
        continue;
      }
      if (KernelBuilder::known(result) &&
          KernelBuilder::known(result) == KernelBuilder::known(size))
        continue;
      Value isOne = b.compare(P::eq, result, b.index(1)),
            otherIsOne = b.compare(P::eq, size, b.index(1));
      Value differ = b.compare(P::ne, result, size);
      Value neither = b.logicalAnd(
          differ, b.createOrFold<arith::XOrIOp>(
                      b.createOrFold<arith::OrIOp>(isOne, otherIsOne),
                      b.constantInt(b.getI1Type(), 1)));
      context.failIf(neither, fault::broadcast(lead + i), result, size);
      // A known size other than 1 is the result whatever the dynamic one is.
      if (!KernelBuilder::known(result))
        result =
            KernelBuilder::known(size) ? size : b.select(isOne, size, result);
    }
  }
  return joined;
}

Dims DimsEmitter::contract(ContractOp contract) {
  llvm::SmallDenseMap<char, Value> sizes;
  for (auto [term, operand] :
       {std::pair(contract.getLhsDims(), contract.getLhs()),
        std::pair(contract.getRhsDims(), contract.getRhs())})
    for (auto [letter, size] : llvm::zip(term, dims(operand))) {
      auto [it, isNew] = sizes.try_emplace(letter, size);
      if (isNew || it->second == size)
        continue;
      failUnlessEqual(it->second, size,
                      fault::contraction(letter, contract.getEquation()));
      if (KernelBuilder::known(size))
        it->second = size;
    }
  Dims result;
  for (char letter : contract.getResultDims())
    result.push_back(sizes.lookup(letter));
  return result;
}

Value DimsEmitter::window(Value size, Value taps, int64_t stride,
                          int64_t dilation, int64_t low, int64_t high) {
  Value room =
      b.sub(b.add(size, low + high), b.add(b.mul(b.sub(taps, 1), dilation), 1));
  Value count = b.add(b.createOrFold<arith::DivSIOp>(room, b.index(stride)), 1);
  return b.select(b.compare(P::slt, room, b.index(0)), b.index(0), count);
}

Dims DimsEmitter::conv(ConvOp conv) {
  Dims input = dims(conv.getInput()), filter = dims(conv.getFilter()),
       result{input.front()};
  size_t spatial = input.size() - 2;
  for (size_t i = 0; i < spatial; ++i) {
    int64_t gap = conv.getInputDilations()[i];
    Value size = input[i + 1];
    Value dilated = b.select(b.compare(P::eq, size, b.index(0)), size,
                             b.add(b.mul(b.sub(size, 1), gap), 1));
    result.push_back(window(dilated, filter[i], conv.getStrides()[i],
                            conv.getDilations()[i], conv.getPadding()[i],
                            conv.getPadding()[spatial + i]));
  }
  result.push_back(filter.back());
  Value channels = b.mul(filter[filter.size() - 2], conv.getGroups());
  failUnlessEqual(channels, input.back(), fault::channels(conv.getGroups()));
  context.failIf(
      b.compare(P::ne, b.rem(filter.back(), b.index(conv.getGroups())),
                b.index(0)),
      fault::outputs(conv.getGroups()), filter.back(), filter.back());
  return result;
}

Dims DimsEmitter::reduceWindow(ReduceWindowOp reduce) {
  Dims result = dims(reduce.getInput());
  size_t spatial = result.size() - 2;
  for (size_t i = 0; i < spatial; ++i)
    result[i + 1] =
        window(result[i + 1], b.index(reduce.getWindow()[i]),
               reduce.getStrides()[i], reduce.getDilations()[i],
               reduce.getPadding()[i], reduce.getPadding()[spatial + i]);
  return result;
}

Dims DimsEmitter::reduced(Value operand, ArrayRef<int64_t> dropped, bool keep) {
  Dims result;
  for (auto [i, size] : llvm::enumerate(dims(operand))) {
    if (!llvm::is_contained(dropped, static_cast<int64_t>(i)))
      result.push_back(size);
    else if (keep)
      result.push_back(b.index(1));
  }
  return result;
}

Dims DimsEmitter::reshape(ReshapeOp reshape) {
  Value count = b.product(dims(reshape.getOperand()));
  auto type = cast<RankedTensorType>(reshape.getType());
  Dims sizes;
  if (reshape.getShape()) {
    sizes = elements(reshape.getShape(), type.getRank());
  } else {
    for (int64_t size : type.getShape())
      sizes.push_back(b.index(size));
  }
  // The product of the given sizes, and whether one is to be inferred.
  Value given = b.index(1), isInferred = b.constantInt(b.getI1Type(), 0),
        minusOne = b.index(-1);
  SmallVector<Value> infers;
  for (auto [i, size] : llvm::enumerate(sizes)) {
    Value isFirst =
        b.logicalAnd(b.compare(P::eq, size, minusOne),
                     b.createOrFold<arith::XOrIOp>(
                         isInferred, b.constantInt(b.getI1Type(), 1)));
    size = b.select(isFirst, b.index(1), size);
    failBelowZero(size, fault::negativeSize(i));
    given = b.mul(given, size);
    isInferred = b.createOrFold<arith::OrIOp>(isInferred, isFirst);
    infers.push_back(isFirst);
  }
  Value isNothing = b.compare(P::eq, given, b.index(0));
  context.failIf(b.logicalAnd(isInferred, isNothing), fault::ambiguousShape(),
                 given, given);
  Value rest = b.createOrFold<arith::DivSIOp>(
      count, b.select(isNothing, b.index(1), given));
  Dims result;
  for (auto [size, infer] : llvm::zip(sizes, infers))
    result.push_back(b.select(infer, rest, size));
  failUnlessEqual(count, b.product(result), fault::reshape());
  return result;
}

Dims DimsEmitter::slice(SliceOp slice) {
  Dims result = dims(slice.getOperand()),
       starts = elements(slice.getStarts(), slice.getDims().size()),
       ends = elements(slice.getEnds(), slice.getDims().size()),
       steps = elements(slice.getSteps(), slice.getDims().size());
  for (auto [i, dim] : llvm::enumerate(slice.getDims())) {
    context.failIf(b.compare(P::eq, steps[i], b.index(0)), fault::step(dim),
                   steps[i], steps[i]);
    result[dim] =
        emitSliceRange(b, result[dim], starts[i], ends[i], steps[i]).count;
  }
  return result;
}

Dims DimsEmitter::concat(ConcatOp concat) {
  Dims result = dims(concat.getOperand(0));
  for (Value operand : concat.getOperands().drop_front())
    for (auto [i, size] : llvm::enumerate(dims(operand))) {
      if (i == concat.getDim())
        result[i] = b.add(result[i], size);
      else if (size != result[i]) {
        failUnlessEqual(result[i], size, fault::concat(concat.getDim(), i));
        if (KernelBuilder::known(size))
          result[i] = size;
      }
    }
  return result;
}

Dims DimsEmitter::resize(ResizeOp resize) {
  Dims result = dims(resize.getOperand());
  int64_t count = resize.getDims().size();
  Type f64 = b.getF64Type();
  auto compare = [&](arith::CmpFPredicate predicate, Value lhs, double rhs) {
    return b.createOrFold<arith::CmpFOp>(predicate, lhs,
                                         b.constant(lhs.getType(), rhs));
  };
  for (auto [dim, size, scale] :
       llvm::zip_equal(resize.getDims(), elements(resize.getSizes(), count),
                       elements(resize.getScales(), count))) {
    Value from = result[dim], number = b.index(dim), zero = b.index(0);
    Value isBad = b.createOrFold<arith::OrIOp>(
        compare(arith::CmpFPredicate::ULE, scale, 0),
        compare(arith::CmpFPredicate::UEQ, scale, INFINITY));
    context.failIf(isBad, "expected a scale above 0 for dimension {0}", number,
                   number);
    context.failIf(b.compare(P::slt, size, zero),
                   "expected a size of at least 0 for dimension {0}, found {1}",
                   number, size);
    Value isMade = b.compare(P::sgt, size, zero),
          isEmpty = b.compare(P::eq, from, zero);
    context.failIf(
        b.logicalAnd(isMade, isEmpty),
        "expected at least one element in dimension {0} to make {1} of", number,
        size);
    if (resize.getAntialias()) {
      Value scaled = b.createOrFold<arith::MulFOp>(
          b.createOrFold<arith::ExtFOp>(f64, scale),
          b.createOrFold<arith::SIToFPOp>(f64, from));
      context.failIf(
          b.logicalAnd(isMade, compare(arith::CmpFPredicate::OLT, scaled, 0.5)),
          "expected a scale that makes at least half an element of the {1} of "
          "dimension {0}",
          number, from);
    }
    result[dim] = size;
  }
  return result;
}

Dims DimsEmitter::pad(PadOp pad) {
  Dims operand = dims(pad.getOperand()),
       low = elements(pad.getLow(), operand.size()),
       high = elements(pad.getHigh(), operand.size()), result;
  // Paddings beyond what any memory holds are as good as the largest that sums without overflow.
  auto bound = [&](Value padding) {
    return b.min(b.max(padding, b.index(-kMostPadding)), b.index(kMostPadding));
  };
  for (auto [i, size] : llvm::enumerate(operand)) {
    result.push_back(
        b.max(b.index(0), b.add(b.add(size, bound(low[i])), bound(high[i]))));
    Value isFromNothing = b.logicalAnd(b.compare(P::eq, size, b.index(0)),
                                       b.compare(P::ne, result[i], b.index(0)));
    if (pad.getMode() != PadMode::constant)
      context.failIf(isFromNothing, fault::padding(i), size, size);
  }
  return result;
}

void DimsEmitter::checkIndices(Value data, Value indices, int64_t dim) {
  for (auto [i, sizes] :
       llvm::enumerate(llvm::zip(dims(data), dims(indices)))) {
    auto [size, count] = sizes;
    if (static_cast<int64_t>(i) != dim && size != count)
      context.failIf(b.compare(P::sgt, count, size),
                     fault::indicesBeyondData(i), count, size);
  }
}

SmallVector<Dims> DimsEmitter::attention(AttentionOp attention) {
  Dims query = dims(attention.getQuery()), key = dims(attention.getKey()),
       value = dims(attention.getValue());
  for (int64_t dim : {0, 3})
    failUnlessEqual(query[dim], key[dim], fault::oneSize("query and key", dim));
  for (int64_t dim : {0, 1, 2})
    failUnlessEqual(key[dim], value[dim], fault::oneSize("key and value", dim));
  Value hasNone = b.compare(P::eq, key[1], b.index(0)),
        rest = b.rem(query[1], b.max(key[1], b.index(1)));
  Value isUneven =
      b.createOrFold<arith::OrIOp>(hasNone, b.compare(P::ne, rest, b.index(0)));
  context.failIf(isUneven, fault::heads(), key[1], query[1]);
  Value length = key[2];
  if (attention.getPastKey()) {
    Dims pastKey = dims(attention.getPastKey()),
         pastValue = dims(attention.getPastValue());
    for (int64_t dim : {0, 1, 3}) {
      failUnlessEqual(pastKey[dim], key[dim],
                      fault::oneSize("past key and key", dim));
      failUnlessEqual(pastValue[dim], value[dim],
                      fault::oneSize("past value and value", dim));
    }
    failUnlessEqual(pastKey[2], pastValue[2],
                    fault::oneSize("past key and past value", 2));
    length = b.add(pastKey[2], length);
  }
  if (attention.getMask()) {
    Dims mask = dims(attention.getMask()),
         scores{query[0], query[1], query[2], length};
    for (auto [i, size] : llvm::enumerate(mask)) {
      int64_t dim = scores.size() - mask.size() + i;
      Value differs = b.logicalAnd(b.compare(P::ne, size, b.index(1)),
                                   b.compare(P::ne, size, scores[dim]));
      context.failIf(differs, fault::mask(dim), scores[dim], size);
    }
  }
  SmallVector<Dims> all{{query[0], query[1], query[2], value[3]}};
  if (attention.getPresentKey()) {
    all.push_back({key[0], key[1], length, key[3]});
    all.push_back({value[0], value[1], length, value[3]});
  }
  return all;
}

FailureOr<SmallVector<Dims>> DimsEmitter::compute() {
  if (isa<ElementwiseOpInterface>(op)) {
    SmallVector<Dims> all;
    for (Value operand : op->getOperands())
      all.push_back(dims(operand));
    return SmallVector<Dims>{broadcast(all)};
  }
  auto one = [](Dims dims) {
    return FailureOr<SmallVector<Dims>>(SmallVector<Dims>{std::move(dims)});
  };
  auto same = [&] { return one(dims(op->getOperand(0))); };
  return llvm::TypeSwitch<Operation *, FailureOr<SmallVector<Dims>>>(op)
      .Case([&](ContractOp contract) { return one(this->contract(contract)); })
      .Case([&](ConvOp conv) { return one(this->conv(conv)); })
      .Case([&](ReduceWindowOp reduce) { return one(reduceWindow(reduce)); })
      .Case([&](ReduceOp reduce) {
        return one(reduced(reduce.getOperand(), reduce.getDims(),
                           reduce.getKeepDims()));
      })
      .Case([&](ArgReduceOp reduce) {
        Value size = dims(reduce.getOperand())[reduce.getDim()];
        context.failIf(b.compare(P::eq, size, b.index(0)),
                       fault::nothing(reduce.getDim()), size, size);
        return one(reduced(reduce.getOperand(),
                           static_cast<int64_t>(reduce.getDim()),
                           reduce.getKeepDims()));
      })
      .Case<CumulativeOp, SoftmaxOp, NormalizeOp, DropoutOp, QuantizeOp,
            DequantizeOp>([&](auto) { return same(); })
      .Case([&](ScatterElementsOp scatter) {
        for (auto [i, sizes] : llvm::enumerate(llvm::zip(
                 dims(scatter.getIndices()), dims(scatter.getUpdates()))))
          failUnlessEqual(std::get<0>(sizes), std::get<1>(sizes),
                          fault::oneSize("indices and updates", i));
        checkIndices(scatter.getData(), scatter.getIndices(), scatter.getDim());
        return same();
      })
      .Case([&](ScatterNdOp scatter) {
        Dims expected = dims(scatter.getIndices()),
             data = dims(scatter.getData());
        expected.pop_back();
        expected.append(data.begin() + cast<RankedTensorType>(
                                           scatter.getIndices().getType())
                                           .getShape()
                                           .back(),
                        data.end());
        for (auto [i, sizes] :
             llvm::enumerate(llvm::zip(expected, dims(scatter.getUpdates()))))
          failUnlessEqual(std::get<0>(sizes), std::get<1>(sizes),
                          fault::updates(i));
        return same();
      })
      .Case([&](BatchNormOp norm) -> FailureOr<SmallVector<Dims>> {
        SmallVector<Dims> all{dims(norm.getOperand())};
        for (unsigned i = 1; i < op->getNumResults(); ++i)
          all.push_back(dims(norm.getScale()));
        return all;
      })
      .Case([&](AttentionOp attention) {
        return FailureOr<SmallVector<Dims>>(this->attention(attention));
      })
      .Case([&](RecurrenceOp recurrence) -> FailureOr<SmallVector<Dims>> {
        Dims input = dims(recurrence.getInput());
        Value hidden = dims(recurrence.getRecurrent())[0];
        SmallVector<Dims> all{{input[0], input[1], hidden}, {input[1], hidden}};
        if (recurrence.getLastCell())
          all.push_back({input[1], hidden});
        return all;
      })
      .Case([&](GatherOp gather) {
        Dims data = dims(gather.getData()), indices = dims(gather.getIndices());
        Dims result(data.begin(), data.begin() + gather.getDim());
        result.append(indices);
        result.append(data.begin() + gather.getDim() + 1, data.end());
        return one(result);
      })
      .Case([&](GatherElementsOp gather) {
        checkIndices(gather.getData(), gather.getIndices(), gather.getDim());
        return one(dims(gather.getIndices()));
      })
      .Case([&](GatherNdOp gather) {
        Dims data = dims(gather.getData()), result = dims(gather.getIndices());
        int64_t depth = cast<RankedTensorType>(gather.getIndices().getType())
                            .getShape()
                            .back();
        for (int64_t i = 0; i < static_cast<int64_t>(gather.getBatchDims());
             ++i)
          failUnlessEqual(data[i], result[i],
                          fault::oneSize("data and indices", i));
        result.pop_back();
        result.append(data.begin() + gather.getBatchDims() + depth, data.end());
        return one(result);
      })
      .Case([&](SortOp sort) -> FailureOr<SmallVector<Dims>> {
        return SmallVector<Dims>(2, dims(sort.getOperand()));
      })
      .Case([&](TopKOp top) -> FailureOr<SmallVector<Dims>> {
        Dims result = dims(top.getOperand());
        Value k = elements(top.getK(), 1)[0], size = result[top.getDim()];
        context.failIf(
            b.createOrFold<arith::OrIOp>(b.compare(P::sgt, k, size),
                                         b.compare(P::slt, k, b.index(0))),
            fault::topK(top.getDim()), k, size);
        result[top.getDim()] = k;
        return SmallVector<Dims>(2, result);
      })
      .Case([&](NonZeroOp nonZero) -> FailureOr<SmallVector<Dims>> {
        if (!context.countOf)
          return failure();
        return SmallVector<Dims>{
            {b.index(cast<RankedTensorType>(nonZero.getOperand().getType())
                         .getRank()),
             context.countOf(nonZero)}};
      })
      .Case([&](RandomOp random) {
        return one(
            elements(random.getShape(),
                     cast<RankedTensorType>(random.getType()).getRank()));
      })
      .Case([&](ShapeOp shape) {
        return one({b.index(
            cast<RankedTensorType>(shape.getOperand().getType()).getRank())});
      })
      .Case([&](DimOp) { return one({}); })
      .Case([&](ReshapeOp reshape) { return one(this->reshape(reshape)); })
      .Case([&](BroadcastOp broadcast) {
        Dims shape =
            elements(broadcast.getShape(),
                     cast<RankedTensorType>(broadcast.getShape().getType())
                         .getDimSize(0));
        for (auto [i, size] : llvm::enumerate(shape))
          failBelowZero(size, fault::negativeSize(i));
        return one(this->broadcast({dims(broadcast.getOperand()), shape}));
      })
      .Case([&](TransposeOp transpose) {
        Dims operand = dims(transpose.getOperand()), result;
        for (int64_t from : transpose.getPermutation())
          result.push_back(operand[from]);
        return one(result);
      })
      .Case([&](SliceOp slice) { return one(this->slice(slice)); })
      .Case([&](PadOp pad) { return one(this->pad(pad)); })
      .Case([&](ConcatOp concat) { return one(this->concat(concat)); })
      .Case([&](TileOp tile) {
        Dims result = dims(tile.getOperand());
        for (auto [i, repeat] :
             llvm::enumerate(elements(tile.getRepeats(), result.size()))) {
          failBelowZero(repeat, fault::tile(i));
          result[i] = b.mulSaturated(result[i], repeat);
        }
        return one(result);
      })
      .Case([&](IotaOp iota) {
        return one({b.max(b.index(0), elements(iota.getSize(), 1)[0])});
      })
      .Case([&](ResizeOp resize) { return one(this->resize(resize)); })
      .Case<ConstantOp, GetOp>([&](auto each) {
        Dims result;
        for (int64_t size :
             cast<RankedTensorType>(each->getResult(0).getType()).getShape())
          result.push_back(b.index(size));
        return one(result);
      })
      .Default([](Operation *) { return failure(); });
}

FailureOr<SmallVector<Dims>> DimsEmitter::emit() {
  FailureOr<SmallVector<Dims>> all = compute();
  if (failed(all))
    return failure();
  for (auto [number, dims] : llvm::enumerate(*all)) {
    auto type = cast<RankedTensorType>(op->getResult(number).getType());
    for (auto [i, size] : llvm::enumerate(type.getShape())) {
      if (ShapedType::isDynamic(size) || KernelBuilder::known(dims[i]) == size)
        continue;
      Value declared = b.index(size);
      failUnlessEqual(declared, dims[i], fault::result(number, i));
      dims[i] = declared;
    }
  }
  return all;
}
} // namespace

std::optional<SmallVector<Value>> cpu::emitConstantElements(KernelBuilder &b,
                                                            Value tensor) {
  SmallVector<Value> elements;
  DenseFPElementsAttr floats;
  if (auto ints = matchConstantInts(tensor))
    for (int64_t value : *ints)
      elements.push_back(b.index(value));
  else if (matchPattern(tensor, m_Constant(&floats)))
    for (APFloat value : floats.getValues<APFloat>())
      elements.push_back(arith::ConstantOp::create(
          b, b.getFloatAttr(floats.getElementType(), value)));
  else
    return std::nullopt;
  return elements;
}

FailureOr<SmallVector<SmallVector<Value>>>
cpu::emitResultDims(KernelBuilder &builder, Operation *op,
                    const DimsContext &context) {
  return DimsEmitter(builder, op, context).emit();
}

SliceRange cpu::emitSliceRange(KernelBuilder &b, Value size, Value start,
                               Value end, Value step) {
  Value zero = b.index(0), isForward = b.compare(P::sgt, step, zero);
  auto clamp = [&](Value bound) {
    Value fromEnd =
        b.select(b.compare(P::slt, bound, zero), b.add(bound, size), bound);
    Value low = b.select(isForward, zero, b.index(-1)),
          high = b.select(isForward, size, b.sub(size, 1));
    return b.max(low, b.min(high, fromEnd));
  };
  Value from = clamp(start), to = clamp(end);
  Value span = b.select(isForward, b.sub(to, from), b.sub(from, to));
  // The smallest integer has no opposite, but any stride above the span takes one element.
  Value limited = b.max(step, b.index(-std::numeric_limits<int64_t>::max()));
  Value stride = b.select(isForward, limited, b.sub(zero, limited));
  Value safe = b.select(b.compare(P::eq, step, zero), b.index(1), stride);
  Value count = b.add(b.createOrFold<arith::DivSIOp>(b.sub(span, 1), safe), 1);
  return {from, b.select(b.compare(P::sgt, span, zero), count, zero), step};
}
