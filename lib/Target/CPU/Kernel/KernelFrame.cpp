// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Unpacking of a kernel's arguments, and its failure protocol.

#include "lib/Target/CPU/Kernel/KernelFrame.h"
#include "dialects/Weft/Faults.h"
#include "lib/Target/CPU/Kernel/ResultDims.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

int32_t MessageTable::getNumber(StringRef text) {
  auto it = llvm::find(texts, text);
  if (it != texts.end())
    return it - texts.begin();
  texts.push_back(text.str());
  return texts.size() - 1;
}

KernelFrame::KernelFrame(KernelBuilder &builder, FuncOp kernel,
                         MessageTable &messages)
    : builder(builder), kernel(kernel), messages(messages) {
  auto pointer = LLVM::LLVMPointerType::get(builder.getContext());
  auto i64 = builder.getI64Type();
  auto type = LLVM::LLVMFunctionType::get(builder.getI32Type(),
                                          {pointer, i64, i64, pointer});
  function = LLVM::LLVMFuncOp::create(builder, kernel.getName(), type,
                                      LLVM::Linkage::Internal);
  Block *entry = function.addEntryBlock(builder);
  builder.setInsertionPointToStart(entry);
  round =
      builder.load(function.getBody().getArgument(0), i64, builder.index(1));
  for (BlockArgument argument : kernel.getArguments())
    arguments.push_back(unpack(argument, endSlot));
  auto ret = cast<ReturnOp>(kernel.getBody().front().getTerminator());
  DimsContext context{
      [&](Value tensor) { return dims[tensor]; },
      [&](Value tensor, int64_t count) {
        if (auto constant = emitConstantElements(builder, tensor))
          return *constant;
        SmallVector<Value> elements;
        auto argument = cast<BlockArgument>(tensor);
        const KernelTensor &memory = arguments[argument.getArgNumber()];
        for (int64_t i = 0; i < count; ++i)
          elements.push_back(
              builder.load(memory.pointer, memory.element, builder.index(i)));
        return elements;
      },
      // The host checked the same sizes before it called.
      [](Value, StringRef, Value, Value) {},
      /*countOf=*/nullptr};
  SmallVector<Operation *> ops;
  for (Operation &op : kernel.getBody().front().without_terminator())
    ops.push_back(&op);
  for (Operation *op : ops) {
    auto all = emitResultDims(builder, op, context);
    for (auto [i, result] : llvm::enumerate(op->getResults()))
      if (succeeded(all))
        dims[result] = (*all)[i];
  }
  for (Value result : ret.getOperands())
    results.push_back(unpack(result, endSlot));
}

KernelTensor KernelFrame::unpack(Value tensor, unsigned &slot) {
  auto pointer = LLVM::LLVMPointerType::get(builder.getContext());
  auto type = cast<RankedTensorType>(tensor.getType());
  Value args = function.getBody().getArgument(0);
  auto slotAddress = [&] {
    return builder.create<LLVM::GEPOp>(
        pointer, builder.getI64Type(), args,
        ArrayRef<LLVM::GEPArg>(static_cast<int32_t>(slot++)));
  };
  KernelTensor memory;
  memory.element = type.getElementType();
  memory.pointer = builder.create<LLVM::LoadOp>(pointer, slotAddress());
  for (int64_t size : type.getShape())
    memory.dims.push_back(
        ShapedType::isDynamic(size)
            ? builder.create<LLVM::LoadOp>(builder.getI64Type(), slotAddress())
                  .getResult()
            : builder.index(size));
  // Sizes that are known to be equal are one value, so that a loop over one serves the other.
  if (auto argument = dyn_cast<BlockArgument>(tensor)) {
    if (auto names = kernel.getArgAttrOfType<ArrayAttr>(argument.getArgNumber(),
                                                        "weft.dims"))
      for (auto [i, name] : llvm::enumerate(names)) {
        if (cast<StringAttr>(name).empty() || !type.isDynamicDim(i))
          continue;
        memory.dims[i] =
            namedDims.try_emplace(name, memory.dims[i]).first->second;
      }
    dims[tensor] = memory.dims;
  } else if (dims.count(tensor)) {
    memory.dims = dims[tensor];
  } else {
    dims[tensor] = memory.dims;
  }
  return memory;
}

Value KernelFrame::loadCounts() {
  auto pointer = LLVM::LLVMPointerType::get(builder.getContext());
  Value slot = builder.address(function.getBody().getArgument(0),
                               builder.getI64Type(), builder.index(endSlot));
  return LLVM::LoadOp::create(builder, pointer, slot);
}

ArrayRef<Value> KernelFrame::getDims(Value tensor) {
  auto it = dims.find(tensor);
  assert(it != dims.end() &&
         "every tensor of a kernel has its dims from the beginning");
  return it->second;
}

KernelTensor KernelFrame::getConstant(ConstantOp constant) {
  auto [it, isNew] = constants.try_emplace(constant);
  KernelTensor &memory = it->second;
  if (!isNew)
    return memory;
  auto values = cast<DenseElementsAttr>(constant.getValue());
  memory.element = values.getElementType();
  memory.dims = dims[constant.getResult()];
  Type stored = builder.memoryType(memory.element);
  OpBuilder::InsertionGuard guard(builder);
  builder.setInsertionPoint(function);
  auto global = LLVM::GlobalOp::create(
      builder, LLVM::LLVMArrayType::get(stored, values.getNumElements()),
      /*isConstant=*/true, LLVM::Linkage::Private,
      (kernel.getName() + "_constant_" + Twine(constants.size() - 1)).str(),
      DenseElementsAttr::getFromRawBuffer(
          RankedTensorType::get({values.getNumElements()}, stored),
          values.getRawData()));
  builder.setInsertionPointToStart(&function.getBody().front());
  memory.pointer = LLVM::AddressOfOp::create(builder, global);
  return memory;
}

void KernelFrame::failIf(Value condition, StringRef message, Value value0,
                         Value value1) {
  if (KernelBuilder::known(condition) == 0)
    return;
  auto i64 = builder.getI64Type();
  if (!failure) {
    OpBuilder::InsertionGuard guard(builder);
    failure = builder.allocateStack(i64, 3);
    builder.setInsertionPointAfter(failure.getDefiningOp());
    builder.store(builder.index(0), failure, i64, builder.index(0));
  }
  builder.ifThen(condition, [&] {
    Value isFirst = builder.compare(
        arith::CmpIPredicate::eq, builder.load(failure, i64, builder.index(0)),
        builder.index(0));
    builder.ifThen(isFirst, [&] {
      builder.store(builder.index(messages.getNumber(message) + 1), failure,
                    i64, builder.index(0));
      builder.store(value0, failure, i64, builder.index(1));
      builder.store(value1, failure, i64, builder.index(2));
    });
  });
}

KernelFrame::Index KernelFrame::checkIndex(Value index, Value size,
                                           int64_t dim) {
  Value fromBegin = builder.select(
      builder.compare(arith::CmpIPredicate::slt, index, builder.index(0)),
      builder.add(index, size), index);
  Value isInside = builder.compare(arith::CmpIPredicate::ult, fromBegin, size);
  failIf(builder.compare(arith::CmpIPredicate::uge, fromBegin, size),
         fault::index(dim), index, size);
  return {builder.select(isInside, fromBegin, builder.index(0)), isInside};
}

void KernelFrame::finish() {
  auto i32 = builder.getI32Type(), i64 = builder.getI64Type();
  auto pointer = LLVM::LLVMPointerType::get(builder.getContext());
  Value status = builder.constantInt(i32, 0);
  if (failure) {
    Value number = builder.load(failure, i64, builder.index(0));
    Value isFailed =
        builder.compare(arith::CmpIPredicate::ne, number, builder.index(0));
    status = builder.ifElse(
        isFailed, TypeRange{i32},
        [&]() -> SmallVector<Value> {
          auto field = [&](Value base, int64_t bytes) {
            return LLVM::LoadOp::create(builder, pointer,
                                        builder.address(base,
                                                        builder.getI8Type(),
                                                        builder.index(bytes)));
          };
          Value frame = LLVM::LoadOp::create(builder, pointer,
                                             function.getBody().getArgument(0));
          Value host = field(frame, abi::kFrameHost),
                context = field(frame, abi::kFrameContext),
                fail = field(host, abi::kHostFail);
          Value message =
              arith::TruncIOp::create(builder, i32, builder.sub(number, 1));
          auto type =
              LLVM::LLVMFunctionType::get(i32, {pointer, i32, i64, i64});
          SmallVector<Value> operands{
              fail, context, message,
              builder.load(failure, i64, builder.index(1)),
              builder.load(failure, i64, builder.index(2))};
          return {LLVM::CallOp::create(builder, type, operands).getResult()};
        },
        [&]() -> SmallVector<Value> { return {status}; })[0];
  }
  LLVM::ReturnOp::create(builder, status);
}
