// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Branches and loops of the model as branches and loops of the entry.

#include "lib/Target/CPU/Host/HostEmitter.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

static bool isStatic(Value value) {
  return cast<RankedTensorType>(value.getType()).hasStaticShape();
}
static Type elementOf(Value value) {
  return cast<RankedTensorType>(value.getType()).getElementType();
}

LogicalResult HostEmitter::emitIf(IfOp op) {
  Value condition = elementsOf(op.getCondition())[0];
  // Static results have their memory before; of dynamic ones the branches hand over pointer and sizes.
  SmallVector<Type> handed;
  for (Value result : op.getResults()) {
    if (isStatic(result)) {
      HostTensor &tensor = tensors[result];
      for (int64_t size : cast<RankedTensorType>(result.getType()).getShape())
        tensor.dims.push_back(b.index(size));
      tensor.pointer = place(result, tensor.dims);
    } else {
      handed.push_back(frame.getType());
      handed.append(cast<RankedTensorType>(result.getType()).getRank(),
                    b.getI64Type());
    }
  }
  Block *current = b.getInsertionBlock();
  Block *next = current->splitBlock(b.getInsertionPoint());
  next->addArguments(handed, SmallVector<Location>(handed.size(), op.getLoc()));
  SmallVector<Block *> begins;
  for (Region *region : {&op.getThenRegion(), &op.getElseRegion()}) {
    begins.push_back(b.createBlock(next));
    b.setInsertionPointToStart(begins.back());
    Block &body = region->front();
    if (failed(emitBlock(body)))
      return failure();
    SmallVector<Value> values;
    for (auto [result, yielded] :
         llvm::zip(op.getResults(), body.getTerminator()->getOperands())) {
      HostTensor tensor = inMemory(yielded);
      if (!isStatic(result)) {
        values.push_back(tensor.pointer);
        values.append(tensor.dims);
        continue;
      }
      for (auto [i, size] : llvm::enumerate(tensor.dims))
        failIf(
            b.compare(arith::CmpIPredicate::ne, size, tensors[result].dims[i]),
            "expected a size of {1}, found {0}", size, tensors[result].dims[i]);
      if (tensor.pointer != tensors[result].pointer)
        copy(tensors[result].pointer, tensor.pointer,
             sizeBytes(tensors[result].dims, elementOf(result)));
    }
    LLVM::BrOp::create(b, values, next);
  }
  b.setInsertionPointToEnd(current);
  LLVM::CondBrOp::create(b, condition, begins[0], begins[1]);
  b.setInsertionPointToStart(next);
  unsigned argument = 0;
  for (Value result : op.getResults()) {
    if (isStatic(result))
      continue;
    HostTensor &tensor = tensors[result];
    tensor.pointer = next->getArgument(argument++);
    for (int64_t size : cast<RankedTensorType>(result.getType()).getShape()) {
      Value handedSize = next->getArgument(argument++);
      tensor.dims.push_back(ShapedType::isDynamic(size) ? handedSize
                                                        : b.index(size));
    }
  }
  return success();
}

/// A result that gathers one value from each repetition in memory that doubles when it is full. The fields that change live on the
/// stack, so that the blocks of the loop need no arguments for them.
struct HostEmitter::Stack {
  Value memory, capacity;
  SmallVector<Value> dims;
};

LogicalResult HostEmitter::emitLoop(LoopOp op) {
  auto i64 = b.getI64Type();
  auto pointer = frame.getType();
  Block &body = op.getBody().front();
  unsigned carried = op.getInits().size(),
           stacks = op.getNumResults() - carried;
  SmallVector<Type> carriedTypes{i64};
  SmallVector<Value> entryValues{b.index(0)};

  // Carried values of static shape live in one place; those of dynamic shape get a new one whenever they change.
  SmallVector<Value> homes(carried);
  for (unsigned i = 0; i < carried; ++i) {
    Value result = op.getResult(i), argument = body.getArgument(i + 1);
    HostTensor init = inMemory(op.getInits()[i]);
    Value bytes = sizeBytes(init.dims, elementOf(result));
    if (isStatic(result) && isStatic(argument)) {
      homes[i] = place(result, init.dims);
      copy(homes[i], init.pointer, bytes);
      tensors[argument] = HostTensor{homes[i], init.dims, {}, false};
      continue;
    }
    Value home = allocate(bytes);
    copy(home, init.pointer, bytes);
    entryValues.push_back(home);
    llvm::append_range(entryValues, init.dims);
    carriedTypes.push_back(pointer);
    carriedTypes.append(init.dims.size(), i64);
  }
  SmallVector<Stack> stack(stacks);
  for (unsigned s = 0; s < stacks; ++s) {
    stack[s].memory = b.allocateStack(pointer, 1);
    stack[s].capacity = b.allocateStack(i64, 1);
    LLVM::StoreOp::create(b, LLVM::ZeroOp::create(b, pointer), stack[s].memory);
    b.store(b.index(0), stack[s].capacity, i64, b.index(0));
    for (int64_t size :
         cast<RankedTensorType>(op.getResult(carried + s).getType())
             .getShape()
             .drop_front()) {
      Value slot = b.allocateStack(i64, 1);
      b.store(b.index(ShapedType::isDynamic(size) ? 0 : size), slot, i64,
              b.index(0));
      stack[s].dims.push_back(slot);
    }
  }
  auto i1 = b.getI1Type();
  Value condition = op.getCondition() ? elementsOf(op.getCondition())[0]
                                      : b.constantInt(i1, 1);
  Value trips = op.getTrips() ? elementsOf(op.getTrips())[0]
                              : b.index(std::numeric_limits<int64_t>::max());
  entryValues.push_back(condition);
  carriedTypes.push_back(i1);

  Block *current = b.getInsertionBlock();
  Block *after = current->splitBlock(b.getInsertionPoint());
  Block *header =
      b.createBlock(after, carriedTypes,
                    SmallVector<Location>(carriedTypes.size(), op.getLoc()));
  Block *round = b.createBlock(after);
  b.setInsertionPointToEnd(current);
  LLVM::BrOp::create(b, entryValues, header);
  b.setInsertionPointToStart(header);
  Value number = header->getArgument(0);
  unsigned next = 1;
  for (unsigned i = 0; i < carried; ++i) {
    if (homes[i])
      continue;
    BlockArgument argument = body.getArgument(i + 1);
    HostTensor &tensor = tensors[argument];
    tensor.pointer = header->getArgument(next++);
    for (int64_t d = 0;
         d < cast<RankedTensorType>(argument.getType()).getRank(); ++d)
      tensor.dims.push_back(header->getArgument(next++));
  }
  Value goesOn =
      b.logicalAnd(header->getArgument(next),
                   b.compare(arith::CmpIPredicate::slt, number, trips));
  LLVM::CondBrOp::create(b, goesOn, round, after);

  b.setInsertionPointToStart(round);
  setElements(body.getArgument(0), {number});
  {
    llvm::SaveAndRestore inner(this->round, number);
    if (failed(emitBlock(body)))
      return failure();
  }
  Operation *yield = body.getTerminator();
  SmallVector<Value> nextValues{b.add(number, 1)};
  for (unsigned s = 0; s < stacks; ++s) {
    Value yielded = yield->getOperand(1 + carried + s);
    HostTensor tensor = inMemory(yielded);
    Value eachBytes = sizeBytes(tensor.dims, elementOf(yielded));
    for (auto [slot, size] : llvm::zip(stack[s].dims, tensor.dims)) {
      Value before = b.load(slot, i64, b.index(0));
      Value differs =
          b.logicalAnd(b.compare(arith::CmpIPredicate::ne, number, b.index(0)),
                       b.compare(arith::CmpIPredicate::ne, before, size));
      failIf(differs, "expected values of one size to stack, found {0} and {1}",
             before, size);
      b.store(size, slot, i64, b.index(0));
    }
    Value capacity = b.load(stack[s].capacity, i64, b.index(0));
    ifThen(b.compare(arith::CmpIPredicate::sge, number, capacity), [&] {
      // A known number of repetitions is room for all of them, unless it is only a far bound.
      constexpr int64_t kFirst = 16, kTrusted = 4096;
      Value isFar =
          b.compare(arith::CmpIPredicate::sgt, trips, b.index(kTrusted));
      Value first = b.select(isFar, b.index(kFirst), b.max(trips, b.index(1)));
      Value grown =
          b.select(b.compare(arith::CmpIPredicate::eq, capacity, b.index(0)),
                   first, b.mul(capacity, 2));
      Value old = LLVM::LoadOp::create(b, pointer, stack[s].memory);
      Value memory = allocate(b.mul(grown, eachBytes));
      copy(memory, old, b.mul(number, eachBytes));
      release(old);
      LLVM::StoreOp::create(b, memory, stack[s].memory);
      b.store(grown, stack[s].capacity, i64, b.index(0));
    });
    Value memory = LLVM::LoadOp::create(b, pointer, stack[s].memory);
    copy(b.address(memory, b.getI8Type(), b.mul(number, eachBytes)),
         tensor.pointer, eachBytes);
  }
  Value nextCondition = elementsOf(yield->getOperand(0))[0];
  // A value that is carried on under another number must be read before that number's home is overwritten.
  SmallVector<HostTensor> values;
  for (unsigned i = 0; i < carried; ++i) {
    HostTensor tensor = inMemory(yield->getOperand(i + 1));
    auto argument =
        dyn_cast<BlockArgument>(MemoryPlan::getRoot(yield->getOperand(i + 1)));
    bool moves = argument && argument.getOwner() == &body &&
                 argument.getArgNumber() != i + 1;
    if (moves) {
      Value bytes = sizeBytes(tensor.dims, elementOf(yield->getOperand(i + 1))),
            temporary = allocate(bytes);
      copy(temporary, tensor.pointer, bytes);
      tensor.pointer = temporary;
    }
    values.push_back(tensor);
  }
  for (unsigned i = 0; i < carried; ++i) {
    Value bytes = sizeBytes(values[i].dims, elementOf(op.getResult(i)));
    if (homes[i]) {
      if (values[i].pointer != homes[i])
        copy(homes[i], values[i].pointer, bytes);
      continue;
    }
    Value home = allocate(bytes);
    copy(home, values[i].pointer, bytes);
    nextValues.push_back(home);
    llvm::append_range(nextValues, values[i].dims);
  }
  for (unsigned i = 0; i < carried; ++i) {
    auto argument =
        dyn_cast<BlockArgument>(MemoryPlan::getRoot(yield->getOperand(i + 1)));
    if (argument && argument.getOwner() == &body &&
        argument.getArgNumber() != i + 1)
      release(values[i].pointer);
    if (!homes[i])
      release(tensors[body.getArgument(i + 1)].pointer);
  }
  nextValues.push_back(nextCondition);
  LLVM::BrOp::create(b, nextValues, header);

  b.setInsertionPointToStart(after);
  for (unsigned i = 0; i < carried; ++i) {
    HostTensor result = tensors[body.getArgument(i + 1)];
    auto type = cast<RankedTensorType>(op.getResult(i).getType());
    for (auto [d, size] : llvm::enumerate(type.getShape()))
      if (!ShapedType::isDynamic(size))
        result.dims[d] = b.index(size);
    tensors[op.getResult(i)] = result;
  }
  for (unsigned s = 0; s < stacks; ++s) {
    HostTensor &result = tensors[op.getResult(carried + s)];
    // No repetition leaves no memory; a pointer to nothing must still be one.
    ifThen(b.compare(arith::CmpIPredicate::eq, number, b.index(0)), [&] {
      LLVM::StoreOp::create(b, allocate(b.index(0)), stack[s].memory);
    });
    result.pointer = LLVM::LoadOp::create(b, pointer, stack[s].memory);
    result.dims.push_back(number);
    for (Value slot : stack[s].dims)
      result.dims.push_back(b.load(slot, i64, b.index(0)));
    auto type = cast<RankedTensorType>(op.getResult(carried + s).getType());
    for (auto [d, size] : llvm::enumerate(type.getShape()))
      if (!ShapedType::isDynamic(size)) {
        failIf(
            b.compare(arith::CmpIPredicate::ne, result.dims[d], b.index(size)),
            "expected a size of {1}, found {0}", result.dims[d], b.index(size));
        result.dims[d] = b.index(size);
      }
  }
  return success();
}
