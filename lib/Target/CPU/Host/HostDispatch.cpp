// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The launch of a kernel, and the call of an external one.

#include "lib/Analysis/OperationCount.h"
#include "lib/Target/CPU/Host/HostEmitter.h"
#include "mlir/IR/SymbolTable.h"

using namespace mlir;
using namespace weft;
using namespace weft::cpu;

int32_t HostEmitter::recordDispatch(DispatchOp op, FuncOp kernel) {
  PlacedDispatch record{kernel.getName().str(),
                        kernel.getName().rsplit('_').first.str(),
                        op.getNode().value_or("").str(),
                        llvm::to_vector<1>(kernel.getResultTypes())};
  for (Type type :
       llvm::concat<const Type>(SmallVector<Type>(op.getOperandTypes()),
                                SmallVector<Type>(op.getResultTypes())))
    if (cast<RankedTensorType>(type).hasStaticShape())
      record.bytes += computeSizeBytes(cast<RankedTensorType>(type));
  kernel.walk(
      [&](Operation *inner) { record.flops += countOperations(inner); });
  if (mapBody) {
    addToMap(record);
    return -1;
  }
  tables.dispatches.push_back(std::move(record));
  return tables.dispatches.size() - 1;
}

Value HostEmitter::launchKernel(StringRef kernel, int32_t number,
                                const Launch &launch) {
  Value address = LLVM::AddressOfOp::create(b, args.getType(), kernel);
  if (mapBody)
    return callKernel(address, launch);
  auto i32 = b.getI32Type();
  return callHost(abi::kHostParallelFor, i32,
                  {b.constantInt(i32, number), address, args, launch.tasks,
                   launch.scratchBytes, launch.costNs});
}

LogicalResult HostEmitter::emitDispatch(DispatchOp op) {
  FuncOp kernel = tables.functions.lookup(op.getKernel());
  const EmittedKernel &emitted = tables.kernels.find(op.getKernel())->second;

  // Operands, with sizes that the kernel's names call equal as one value.
  SmallVector<HostTensor> operands;
  llvm::DenseMap<Value, SmallVector<Value>> dims;
  llvm::DenseMap<Attribute, Value> named;
  SmallVector<SmallVector<Value>> operandDims, resultDims;
  for (auto [i, operand] : llvm::enumerate(op.getOperands())) {
    auto get = operand.getDefiningOp<GetOp>();
    HostTensor tensor = get ? tensors[operand] : inMemory(operand);
    if (get)
      tensor.pointer = weightPointer(get, getWeightLayout(kernel, i));
    if (auto names = kernel.getArgAttrOfType<ArrayAttr>(i, "weft.dims"))
      for (auto [d, name] : llvm::enumerate(names))
        if (!cast<StringAttr>(name).empty() &&
            !KernelBuilder::known(tensor.dims[d]))
          tensor.dims[d] =
              named.try_emplace(name, tensor.dims[d]).first->second;
    dims[kernel.getArgument(i)] = tensor.dims;
    operandDims.push_back(tensor.dims);
    operands.push_back(std::move(tensor));
  }

  int32_t number = recordDispatch(op, kernel);

  // args: the frame, the round, then pointers and dynamic sizes in the order in which KernelFrame takes them, then the counts where there are any.
  auto ret = cast<ReturnOp>(kernel.getBody().front().getTerminator());
  Value counts;
  auto launch = [&](const Launch &launch, ArrayRef<HostTensor> results) {
    auto i64 = b.getI64Type();
    int64_t slot = 0;
    auto push = [&](Value value) {
      LLVM::StoreOp::create(b, value, b.address(args, i64, b.index(slot++)), 8);
    };
    auto pushTensor = [&](const HostTensor &tensor, Type type) {
      push(tensor.pointer);
      for (auto [i, size] : llvm::enumerate(tensor.dims))
        if (cast<RankedTensorType>(type).isDynamicDim(i))
          push(size);
    };
    push(frame);
    push(round);
    for (auto [tensor, argument] : llvm::zip(operands, kernel.getArguments()))
      pushTensor(tensor, argument.getType());
    for (auto [tensor, returned] : llvm::zip(results, ret.getOperands()))
      pushTensor(tensor, returned.getType());
    if (counts)
      push(counts);
    returnIfFailed(launchKernel(kernel.getName(), number, launch));
  };
  auto countElements = [&](NonZeroOp) {
    Launch counting = emitted.launch(b, operandDims, {});
    counts = allocate(b.mul(counting.tasks, 8));
    HostTensor none{LLVM::ZeroOp::create(b, frame.getType()),
                    SmallVector<Value>(2, b.index(0))};
    launch(counting, none);
    return b.loop(b.index(0), counting.tasks, 1, b.index(0),
                  [&](Value task, ValueRange sum) -> SmallVector<Value> {
                    return {
                        b.add(sum[0], b.load(counts, b.getI64Type(), task))};
                  })[0];
  };

  // The sizes of the results follow through the kernel's ops.
  DimsContext sizes{[&](Value tensor) { return dims[tensor]; },
                    [&](Value tensor, int64_t count) {
                      if (auto argument = dyn_cast<BlockArgument>(tensor))
                        return sizesOf(op.getOperand(argument.getArgNumber()),
                                       count);
                      return *emitConstantElements(b, tensor);
                    },
                    [&](Value condition, StringRef message, Value v0,
                        Value v1) { failIf(condition, message, v0, v1); },
                    countElements};
  for (Operation &inner : kernel.getBody().front().without_terminator()) {
    auto all = emitResultDims(b, &inner, sizes);
    if (failed(all))
      return op.emitOpError("cannot be compiled for the CPU: the size of ")
             << inner.getName() << "'s result depends on its values";
    for (auto [result, resultSizes] : llvm::zip(inner.getResults(), *all))
      dims[result] = resultSizes;
  }
  SmallVector<HostTensor> results;
  for (auto [result, returned] :
       llvm::zip(op.getResults(), ret.getOperands())) {
    HostTensor &tensor = tensors[result];
    tensor.dims = dims[returned];
    tensor.pointer = place(result, tensor.dims);
    resultDims.push_back(tensor.dims);
    results.push_back(tensor);
  }
  launch(emitted.launch(b, operandDims, resultDims), results);
  if (counts)
    release(counts);
  return success();
}

/// The runtime's number of an element type.
static std::optional<int32_t> getDataType(Type element) {
  if (element.isF64())
    return WEFT_DTYPE_F64;
  if (element.isF32())
    return WEFT_DTYPE_F32;
  if (element.isF16())
    return WEFT_DTYPE_F16;
  if (element.isBF16())
    return WEFT_DTYPE_BF16;
  auto integer = dyn_cast<IntegerType>(element);
  if (!integer)
    return std::nullopt;
  bool isUnsigned = integer.isUnsigned();
  switch (integer.getWidth()) {
  case 1:
    return WEFT_DTYPE_I1;
  case 8:
    return isUnsigned ? WEFT_DTYPE_UI8 : WEFT_DTYPE_I8;
  case 16:
    return isUnsigned ? WEFT_DTYPE_UI16 : WEFT_DTYPE_I16;
  case 32:
    return isUnsigned ? WEFT_DTYPE_UI32 : WEFT_DTYPE_I32;
  case 64:
    return isUnsigned ? WEFT_DTYPE_UI64 : WEFT_DTYPE_I64;
  default:
    return std::nullopt;
  }
}

LogicalResult HostEmitter::emitExtern(ExternOp op) {
  auto i64 = b.getI64Type(), i32 = b.getI32Type(), i8 = b.getI8Type();
  int64_t count = op.getNumOperands() + op.getNumResults(), slot = 0;
  Value slots = b.allocateStack(
      i64, count * static_cast<int64_t>(sizeof(WeftTensorSlot)) / 8);
  auto push = [&](const HostTensor &tensor, Type type) -> LogicalResult {
    auto ranked = cast<RankedTensorType>(type);
    std::optional<int32_t> dtype = getDataType(ranked.getElementType());
    if (!dtype)
      return op.emitOpError("cannot pass elements of ")
             << ranked.getElementType() << " to an external kernel";
    Value dims = b.allocateStack(i64, std::max<int64_t>(1, ranked.getRank()));
    for (auto [i, size] : llvm::enumerate(tensor.dims))
      b.store(size, dims, i64, b.index(i));
    Value at = b.address(
        slots, i8,
        b.index(slot++ * static_cast<int64_t>(sizeof(WeftTensorSlot))));
    auto field = [&](int64_t offset, Value value) {
      LLVM::StoreOp::create(b, value, b.address(at, i8, b.index(offset)), 4);
    };
    field(offsetof(WeftTensorSlot, data), tensor.pointer);
    field(offsetof(WeftTensorSlot, dims), dims);
    field(offsetof(WeftTensorSlot, rank), b.constantInt(i32, ranked.getRank()));
    field(offsetof(WeftTensorSlot, dtype), b.constantInt(i32, *dtype));
    return success();
  };
  for (Value operand : op.getOperands())
    if (failed(push(inMemory(operand), operand.getType())))
      return failure();
  for (Value result : op.getResults()) {
    auto type = cast<RankedTensorType>(result.getType());
    if (!type.hasStaticShape())
      return op.emitOpError("expected results of static shape from an external "
                            "kernel, found ")
             << type;
    HostTensor &tensor = tensors[result];
    for (int64_t size : type.getShape())
      tensor.dims.push_back(b.index(size));
    tensor.pointer = place(result, tensor.dims);
    if (failed(push(tensor, type)))
      return failure();
  }
  auto it = llvm::find(tables.externs, op.getSymbol());
  int32_t number = it - tables.externs.begin();
  if (it == tables.externs.end())
    tables.externs.push_back(op.getSymbol().str());
  returnIfFailed(
      callHost(abi::kHostExternal, i32,
               {b.constantInt(i32, number), slots, b.constantInt(i32, count)}));
  return success();
}
