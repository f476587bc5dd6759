// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The entry's frame, its structure, and memory.

#include "lib/Target/CPU/Host/HostEmitter.h"
#include "lib/Analysis/StateAppend.h"
#include "passes/Fuse/HostOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

static LLVM::LLVMPointerType pointerType(MLIRContext *context) {
  return LLVM::LLVMPointerType::get(context);
}

HostEmitter::HostEmitter(ModuleOp code, FuncOp function, ModuleTables &tables)
    : builderStorage(code.getContext()),
      b(function.getLoc(), builderStorage, /*lanes=*/1), code(code),
      function(function), tables(tables),
      functionPlan(function.getBody().front()) {}

LogicalResult HostEmitter::emit(StringRef symbol) {
  auto i32 = b.getI32Type(), i64 = b.getI64Type();
  b.setInsertionPointToEnd(code.getBody());
  auto entry = LLVM::LLVMFuncOp::create(
      b, symbol,
      LLVM::LLVMFunctionType::get(i32, {pointerType(b.getContext())}));
  Block *first = entry.addEntryBlock(b);
  exit = b.createBlock(&entry.getBody(), entry.getBody().end(), TypeRange{i32},
                       {b.getLoc()});
  LLVM::ReturnOp::create(b, exit->getArgument(0));
  b.setInsertionPointToStart(first);
  frame = first->getArgument(0);
  host = loadPointer(frame, abi::kFrameHost);
  context = loadPointer(frame, abi::kFrameContext);
  function.walk([&](Operation *op) {
    if (!isa<DispatchOp, MapOp>(op))
      return;
    // The counts of a kernel that counts come last.
    int64_t slots = kFirstTensorSlot + 1;
    for (Type type :
         llvm::concat<const Type>(SmallVector<Type>(op->getOperandTypes()),
                                  SmallVector<Type>(op->getResultTypes())))
      slots += 1 + cast<RankedTensorType>(type).getNumDynamicDims();
    argSlots = std::max(argSlots, slots);
  });
  args = b.allocateStack(i64, std::max<int64_t>(1, argSlots));
  round = b.index(0);
  loadInputs();
  return emitBlock(function.getBody().front());
}

Value HostEmitter::loadPointer(Value base, int64_t offsetBytes) {
  return LLVM::LoadOp::create(
      b, pointerType(b.getContext()),
      b.address(base, b.getI8Type(), b.index(offsetBytes)));
}

Value HostEmitter::callHost(int64_t offsetBytes, Type result,
                            ValueRange operands) {
  SmallVector<Type> types{context.getType()};
  llvm::append_range(types, operands.getTypes());
  SmallVector<Value> all{loadPointer(host, offsetBytes), context};
  llvm::append_range(all, operands);
  auto type = LLVM::LLVMFunctionType::get(
      result ? result : LLVM::LLVMVoidType::get(b.getContext()), types);
  auto call = LLVM::CallOp::create(b, type, all);
  return result ? call.getResult() : Value();
}

void HostEmitter::ifThen(Value condition, function_ref<void()> body) {
  // What is known to happen keeps its block, for it may leave the function.
  if (KernelBuilder::known(condition) == 0)
    return;
  Block *current = b.getInsertionBlock();
  Block *next = current->splitBlock(b.getInsertionPoint());
  Block *then = b.createBlock(next);
  b.setInsertionPointToEnd(current);
  LLVM::CondBrOp::create(b, condition, then, next);
  b.setInsertionPointToEnd(then);
  body();
  if (b.getInsertionBlock()->empty() ||
      !b.getInsertionBlock()->back().hasTrait<OpTrait::IsTerminator>())
    LLVM::BrOp::create(b, next);
  b.setInsertionPointToStart(next);
}

void HostEmitter::returnIfFailed(Value status) {
  Value failed = b.compare(arith::CmpIPredicate::ne, status,
                           b.constantInt(b.getI32Type(), 0));
  ifThen(failed, [&] { LLVM::BrOp::create(b, ValueRange{status}, exit); });
}

void HostEmitter::failIf(Value condition, StringRef message, Value value0,
                         Value value1) {
  ifThen(condition, [&] {
    Value number =
        b.constantInt(b.getI32Type(), tables.messages.getNumber(message));
    Value status =
        callHost(abi::kHostFail, b.getI32Type(), {number, value0, value1});
    LLVM::BrOp::create(b, ValueRange{status}, exit);
  });
}

void HostEmitter::loadInputs() {
  Value slots = loadPointer(frame, abi::kFrameInputs);
  llvm::DenseMap<Attribute, Value> named;
  for (BlockArgument argument : function.getArguments()) {
    int64_t offset = argument.getArgNumber() * sizeof(WeftTensorSlot);
    HostTensor &tensor = tensors[argument];
    tensor.pointer =
        loadPointer(slots, offset + offsetof(WeftTensorSlot, data));
    auto type = cast<RankedTensorType>(argument.getType());
    auto names = function.getArgAttrOfType<ArrayAttr>(argument.getArgNumber(),
                                                      "weft.dims");
    Value dims =
        type.hasStaticShape()
            ? Value()
            : loadPointer(slots, offset + offsetof(WeftTensorSlot, dims));
    for (auto [i, size] : llvm::enumerate(type.getShape())) {
      if (!ShapedType::isDynamic(size)) {
        tensor.dims.push_back(b.index(size));
        continue;
      }
      Value loaded = b.load(dims, b.getI64Type(), b.index(i));
      // The runtime has checked that sizes of one name are equal.
      if (names && !cast<StringAttr>(names[i]).empty())
        loaded = named.try_emplace(names[i], loaded).first->second;
      tensor.dims.push_back(loaded);
    }
  }
}

LogicalResult HostEmitter::emitBlock(Block &block) {
  for (Operation &op : block) {
    b.setLoc(op.getLoc());
    if (op.hasTrait<OpTrait::IsTerminator>() && !isa<ReturnOp>(op))
      break;
    if (failed(emitOp(op)))
      return failure();
    for (Value root : plan->getLastUses(&op))
      release(tensors[root].pointer);
  }
  return success();
}

LogicalResult HostEmitter::emitOp(Operation &op) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(&op)
      .Case([&](DispatchOp each) { return emitDispatch(each); })
      .Case([&](ExternOp each) { return emitExtern(each); })
      .Case([&](IfOp each) { return emitIf(each); })
      .Case([&](LoopOp each) { return emitLoop(each); })
      .Case([&](MapOp each) { return emitMap(each); })
      .Case([&](SharesEvenlyOp each) {
        emitSharesEvenly(each);
        return success();
      })
      .Case([&](ReturnOp each) { return emitReturn(each); })
      .Case([&](GetOp get) {
        // The address depends on the layout that its user wants.
        HostTensor &tensor = tensors[get.getResult()];
        for (int64_t size : cast<RankedTensorType>(get.getType()).getShape())
          tensor.dims.push_back(b.index(size));
        return success();
      })
      .Case([&](ConstantOp each) {
        emitConstant(each);
        return success();
      })
      .Case([&](ReshapeOp each) {
        emitReshape(each);
        return success();
      })
      .Case([&](ConcatOp each) {
        if (!isStateAppend(each))
          return emitArithmetic(*each);
        emitAppend(each);
        return success();
      })
      .Default([&](Operation *each) {
        return isHostArithmetic(each)
                   ? emitArithmetic(*each)
                   : each->emitOpError("cannot be compiled for the CPU");
      });
}

void HostEmitter::emitConstant(ConstantOp op) {
  HostTensor &tensor = tensors[op.getResult()];
  auto type = cast<RankedTensorType>(op.getType());
  for (int64_t size : type.getShape())
    tensor.dims.push_back(b.index(size));
  auto elements = cast<DenseElementsAttr>(op.getValue());
  if (type.getNumElements() <= 16 && isa<IntegerType>(type.getElementType())) {
    for (const APInt &value : elements.getValues<APInt>())
      tensor.elements.push_back(arith::ConstantOp::create(
          b, IntegerAttr::get(b.registerType(type.getElementType()), value)));
    tensor.hasElements = true;
    return;
  }
  if (op->use_empty())
    return;
  // The bytes become data of the code object.
  std::string bytes;
  auto append = [&](const APInt &value) {
    for (unsigned i = 0; i < std::max(1u, value.getBitWidth() / 8); ++i)
      bytes.push_back(static_cast<char>(value.extractBitsAsZExtValue(
          std::min(8u, value.getBitWidth()), 8 * i)));
  };
  if (isa<FloatType>(type.getElementType()))
    for (const APFloat &value : elements.getValues<APFloat>())
      append(value.bitcastToAPInt());
  else
    for (const APInt &value : elements.getValues<APInt>())
      append(value);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(code.getBody());
  auto array = LLVM::LLVMArrayType::get(b.getI8Type(), bytes.size());
  std::string name = ("constant_" + Twine(std::distance(code.getBody()->begin(),
                                                        code.getBody()->end())))
                         .str();
  LLVM::GlobalOp::create(b, array, /*isConstant=*/true, LLVM::Linkage::Internal,
                         name, b.getStringAttr(bytes), /*alignment=*/64);
  b.setInsertionPointAfter(args.getDefiningOp());
  tensor.pointer =
      LLVM::AddressOfOp::create(b, pointerType(b.getContext()), name);
}

SmallVector<Value> HostEmitter::computeDims(Operation *op) {
  DimsContext dims{
      [&](Value tensor) { return tensors[tensor].dims; },
      [&](Value tensor, int64_t count) { return sizesOf(tensor, count); },
      [&](Value condition, StringRef message, Value v0, Value v1) {
        failIf(condition, message, v0, v1);
      },
      /*countOf=*/nullptr};
  return (*emitResultDims(b, op, dims))[0];
}

void HostEmitter::emitReshape(ReshapeOp op) {
  SmallVector<Value> dims = computeDims(op);
  HostTensor result = tensors[op.getOperand()];
  if (op.getOperand().getDefiningOp<GetOp>())
    result.pointer =
        weightPointer(op.getOperand().getDefiningOp<GetOp>(), WeightLayout());
  result.dims = dims;
  tensors[op.getResult()] = result;
}

Value HostEmitter::weightPointer(GetOp op, const WeightLayout &layout) {
  int32_t number = tables.getWeight(
      op.getParameter(), cast<RankedTensorType>(op.getType()), layout);
  Value base = loadPointer(frame, abi::kFrameWeights),
        offsets = loadPointer(frame, abi::kFrameWeightOffsets);
  Value offset = b.load(offsets, b.getI64Type(), b.index(number));
  return b.address(base, b.getI8Type(), offset);
}

Value HostEmitter::sizeBytes(ArrayRef<Value> dims, Type element) {
  Value bytes = b.index(KernelBuilder::sizeBytes(element));
  for (Value size : dims)
    bytes = b.mulSaturated(bytes, size);
  return bytes;
}

Value HostEmitter::allocate(Value bytes) {
  Value pointer =
      callHost(abi::kHostAllocate, pointerType(b.getContext()), bytes);
  Value null = LLVM::ZeroOp::create(b, pointer.getType());
  Value isNull =
      LLVM::ICmpOp::create(b, LLVM::ICmpPredicate::eq, pointer, null);
  ifThen(isNull, [&] {
    LLVM::BrOp::create(
        b, ValueRange{b.constantInt(b.getI32Type(), WEFT_STATUS_OUT_OF_MEMORY)},
        exit);
  });
  return pointer;
}

void HostEmitter::release(Value pointer) {
  callHost(abi::kHostRelease, Type(), pointer);
}

Value HostEmitter::requestOutput(int64_t index, ArrayRef<Value> dims,
                                 std::optional<int64_t> continued) {
  auto i64 = b.getI64Type();
  Value list = b.allocateStack(i64, std::max<size_t>(1, dims.size()));
  for (auto [i, size] : llvm::enumerate(dims))
    b.store(size, list, i64, b.index(i));
  auto i32 = b.getI32Type();
  SmallVector<Value> operands{b.constantInt(i32, index)};
  if (continued)
    operands.push_back(b.constantInt(i32, *continued));
  operands.append({list, b.constantInt(i32, dims.size())});
  Value pointer = callHost(continued ? abi::kHostAppend : abi::kHostOutput,
                           pointerType(b.getContext()), operands);
  Value isNull =
      LLVM::ICmpOp::create(b, LLVM::ICmpPredicate::eq, pointer,
                           LLVM::ZeroOp::create(b, pointer.getType()));
  ifThen(isNull, [&] {
    LLVM::BrOp::create(
        b, ValueRange{b.constantInt(i32, WEFT_STATUS_INVALID_ARGUMENT)}, exit);
  });
  return pointer;
}

void HostEmitter::emitAppend(ConcatOp op) {
  auto past = cast<BlockArgument>(op.getOperands()[0]);
  HostTensor added = inMemory(op.getOperands()[1]), result = tensors[past];
  Type element = cast<RankedTensorType>(op.getType()).getElementType();
  Value end = sizeBytes(result.dims, element);
  result.dims = computeDims(op);
  result.pointer = requestOutput(plan->getPlace(op.getResult()).where,
                                 result.dims, past.getArgNumber());
  copy(b.address(result.pointer, b.getI8Type(), end), added.pointer,
       sizeBytes(added.dims, element));
  tensors[op.getResult()] = result;
}

Value HostEmitter::place(Value root, ArrayRef<Value> dims) {
  Place where = plan->getPlace(root);
  if (mapBody)
    return placeInMap(where);
  // What is forwarded to the result of its branch's `if` finds that placed.
  if (Value result = plan->getForwarded(root))
    return tensors[result].pointer;
  switch (where.kind) {
  case Place::Output: {
    // The output's dims are those of the value returned, which may be a view of the root.
    Value returned =
        function.getBody().front().getTerminator()->getOperand(where.where);
    SmallVector<Value> outputDims(dims);
    SmallVector<ReshapeOp> views;
    for (Value v = returned; v != root;
         v = v.getDefiningOp<ReshapeOp>().getOperand())
      views.push_back(v.getDefiningOp<ReshapeOp>());
    if (!views.empty()) {
      outputDims.clear();
      for (int64_t size : cast<RankedTensorType>(returned.getType()).getShape())
        outputDims.push_back(b.index(size));
    }
    return requestOutput(where.where, outputDims);
  }
  case Place::Arena:
    return b.address(loadPointer(frame, abi::kFrameArena), b.getI8Type(),
                     b.index(where.where));
  case Place::Dynamic:
    return allocate(sizeBytes(
        dims, cast<RankedTensorType>(root.getType()).getElementType()));
  }
  llvm_unreachable("every kind is handled");
}

void HostEmitter::copy(Value to, Value from, Value bytes) {
  static constexpr StringLiteral kName = "weft_copy";
  auto pointer = pointerType(b.getContext());
  auto i64 = b.getI64Type(), i8 = b.getI8Type();
  if (!code.lookupSymbol(kName)) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToStart(code.getBody());
    auto type = LLVM::LLVMFunctionType::get(
        LLVM::LLVMVoidType::get(b.getContext()), {pointer, pointer, i64});
    auto helper =
        LLVM::LLVMFuncOp::create(b, kName, type, LLVM::Linkage::Internal);
    Block *block = helper.addEntryBlock(b);
    b.setInsertionPointToStart(block);
    constexpr int64_t kWide = 32;
    Value count = block->getArgument(2),
          whole = b.mul(b.div(count, kWide), kWide);
    auto move = [&](int64_t width) {
      return [&, width](Value i) {
        b.store(b.load(block->getArgument(1), i8, i, width),
                block->getArgument(0), i8, i);
      };
    };
    b.loop(b.index(0), whole, kWide, move(kWide));
    b.loop(whole, count, 1, move(1));
    LLVM::ReturnOp::create(b, ValueRange());
  }
  LLVM::CallOp::create(b, TypeRange(), kName, ValueRange{to, from, bytes});
}

HostTensor HostEmitter::inMemory(Value value) {
  if (auto get = value.getDefiningOp<GetOp>()) {
    HostTensor tensor = tensors[value];
    tensor.pointer = weightPointer(get, WeightLayout());
    return tensor;
  }
  HostTensor &tensor = tensors[value];
  if (tensor.pointer)
    return tensor;
  Type element = cast<RankedTensorType>(value.getType()).getElementType();
  Value memory = b.allocateStack(b.memoryType(element),
                                 std::max<size_t>(1, tensor.elements.size()));
  for (auto [i, each] : llvm::enumerate(tensor.elements))
    b.store(each, memory, element, b.index(i));
  // Written anew at each use: another use may be where this place has not been passed.
  HostTensor written = tensor;
  written.pointer = memory;
  return written;
}

LogicalResult HostEmitter::emitReturn(ReturnOp op) {
  for (OpOperand &operand : op->getOpOperands()) {
    Value value = operand.get(), root = MemoryPlan::getRoot(value);
    int64_t number = operand.getOperandNumber();
    Place where = plan->getPlace(root);
    bool isInPlace =
        root.getDefiningOp() &&
        (isa<DispatchOp, ExternOp, IfOp, MapOp>(root.getDefiningOp()) ||
         isStateAppend(root.getDefiningOp())) &&
        where.kind == Place::Output && where.where == number;
    if (isInPlace)
      continue;
    HostTensor tensor = inMemory(value);
    Value memory = requestOutput(number, tensor.dims);
    copy(memory, tensor.pointer,
         sizeBytes(tensor.dims,
                   cast<RankedTensorType>(value.getType()).getElementType()));
  }
  LLVM::BrOp::create(b, ValueRange{b.constantInt(b.getI32Type(), 0)}, exit);
  return success();
}
