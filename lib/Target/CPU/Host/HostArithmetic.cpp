// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Arithmetic on a handful of numbers, in registers of the entry.

#include "lib/Target/CPU/Host/HostEmitter.h"
#include "lib/Target/CPU/Kernel/ElementwiseEmitter.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

SmallVector<Value> HostEmitter::elementsOf(Value tensor) {
  return elementsOf(tensor,
                    cast<RankedTensorType>(tensor.getType()).getNumElements());
}

SmallVector<Value> HostEmitter::elementsOf(Value tensor, int64_t count) {
  HostTensor known = tensors[tensor];
  if (known.hasElements)
    return known.elements;
  if (auto get = tensor.getDefiningOp<GetOp>())
    known.pointer = weightPointer(get, WeightLayout());
  auto type = cast<RankedTensorType>(tensor.getType());
  SmallVector<Value> elements;
  // Not kept: another use may be where this place has not been passed.
  for (int64_t i = 0; i < count; ++i)
    elements.push_back(
        b.load(known.pointer, type.getElementType(), b.index(i)));
  return elements;
}

SmallVector<Value> HostEmitter::sizesOf(Value tensor, int64_t count) {
  SmallVector<Value> sizes;
  Type element = cast<RankedTensorType>(tensor.getType()).getElementType();
  for (Value each : elementsOf(tensor, count))
    sizes.push_back(
        element.isF32() ? each : emitCast(b, each, element, b.getI64Type()));
  return sizes;
}

void HostEmitter::setElements(Value tensor, SmallVector<Value> elements) {
  HostTensor &result = tensors[tensor];
  result.dims.clear();
  for (int64_t size : cast<RankedTensorType>(tensor.getType()).getShape())
    result.dims.push_back(b.index(size));
  result.elements = std::move(elements);
  result.hasElements = true;
}

LogicalResult HostEmitter::emitArithmetic(Operation &op) {
  Value result = op.getResult(0);
  auto type = cast<RankedTensorType>(result.getType());
  int64_t count = type.getNumElements();
  SmallVector<Value> elements;
  if (isa<ElementwiseOpInterface>(op)) {
    SmallVector<SmallVector<Value>> operands = llvm::map_to_vector(
        op.getOperands(), [&](Value v) { return elementsOf(v); });
    for (int64_t i = 0; i < count; ++i)
      elements.push_back(emitElementwise(
          b, &op, llvm::map_to_vector(operands, [i](ArrayRef<Value> all) {
            return all.size() == 1 ? all[0] : all[i];
          })));
    setElements(result, std::move(elements));
    return success();
  }
  LogicalResult done =
      llvm::TypeSwitch<Operation *, LogicalResult>(&op)
          .Case([&](ShapeOp shape) {
            elements = tensors[shape.getOperand()].dims;
            return success();
          })
          .Case([&](DimOp dim) {
            elements = {tensors[dim.getOperand()].dims[dim.getDim()]};
            return success();
          })
          .Case([&](ConcatOp concat) {
            for (Value operand : concat.getOperands())
              elements.append(elementsOf(operand));
            return success();
          })
          .Case([&](BroadcastOp broadcast) {
            SmallVector<Value> from = elementsOf(broadcast.getOperand());
            for (int64_t i = 0; i < count; ++i)
              elements.push_back(from.size() == 1 ? from[0] : from[i]);
            return success();
          })
          .Case([&](ReduceOp reduce) {
            SmallVector<Value> from = elementsOf(reduce.getOperand());
            Type element = type.getElementType();
            Value sum = emitIdentity(b, reduce.getKind(), element, 1);
            for (Value each : from)
              sum = emitCombine(b, reduce.getKind(), element, sum, each);
            if (reduce.getKind() == ReductionKind::mean)
              sum = arith::DivSIOp::create(
                  b, sum,
                  b.constantInt(sum.getType(),
                                std::max<int64_t>(1, from.size())));
            elements = {sum};
            return success();
          })
          .Case([&](SliceOp slice) {
            SmallVector<Value> from = elementsOf(slice.getOperand());
            int64_t size = from.size(),
                    start = matchConstantInts(slice.getStarts())->front(),
                    step = matchConstantInts(slice.getSteps())->front();
            if (slice.getDims().size() != 1)
              return LogicalResult(slice.emitOpError(
                  "cannot be computed on the host in several dimensions"));
            start = std::clamp<int64_t>(
                start < 0 ? start + size : start, 0,
                std::max<int64_t>(0, step > 0 ? size : size - 1));
            for (int64_t i = 0; i < count; ++i)
              elements.push_back(from[start + i * step]);
            return LogicalResult(success());
          })
          .Case([&](GatherOp gather) {
            SmallVector<Value> from = elementsOf(gather.getData());
            SmallVector<int64_t> indices =
                *matchConstantInts(gather.getIndices());
            for (int64_t i : indices) {
              int64_t at = i < 0 ? i + static_cast<int64_t>(from.size()) : i;
              if (at < 0 || at >= static_cast<int64_t>(from.size()))
                return LogicalResult(
                    gather.emitOpError("expected an index within ")
                    << from.size() << " elements, found " << i);
              elements.push_back(from[at]);
            }
            return LogicalResult(success());
          })
          .Default([](Operation *each) {
            return each->emitOpError("cannot be computed on the host");
          });
  if (failed(done))
    return failure();
  setElements(result, std::move(elements));
  return success();
}
