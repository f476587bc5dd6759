// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The host side of a compiled model: for each public function an entry that computes shapes, places tensors, and launches kernels.
//
// The body of a `weft.map` is a function of its own, of the signature of a kernel, whose tasks are the slices; there a dispatch is a call of
// its kernel for all of the kernel's tasks.
//
// The entry is straight code with branches (llvm.func over blocks). A tensor there is a pointer and sizes; a tensor of a handful of numbers
// may be registers instead, and is written to memory only for a kernel that wants it. A dispatch becomes
//
//   sizes of the results      by the rules of the kernel's ops (ResultDims)
//   memory for the results    by the MemoryPlan
//   args[] = frame, round of the loop, pointers, dynamic sizes
//   status = host->parallelFor(context, number, @kernel, args, tasks, scratch, cost); return it unless 0

#ifndef WEFT_LIB_TARGET_CPU_HOST_HOSTEMITTER_H
#define WEFT_LIB_TARGET_CPU_HOST_HOSTEMITTER_H

#include "lib/Target/CPU/Host/MemoryPlan.h"
#include "lib/Target/CPU/Host/ModuleTables.h"
#include "lib/Target/CPU/Kernel/Kernels.h"
#include "lib/Target/CPU/Kernel/ResultDims.h"

namespace weft::cpu {

/// A tensor on the host.
struct HostTensor {
  /// Null while only the elements are known.
  mlir::Value pointer;
  llvm::SmallVector<mlir::Value> dims;
  /// Registers (scalars in register form), one for each element; empty where they lie in memory only.
  llvm::SmallVector<mlir::Value> elements;
  bool hasElements = false;
};

class HostEmitter {
public:
  /// Emits into `code`, the module of generated code, where the kernels are already.
  HostEmitter(mlir::ModuleOp code, FuncOp function, ModuleTables &tables);

  /// Emits the entry `symbol`. Fails with a diagnostic at an op that the host cannot do.
  mlir::LogicalResult emit(llvm::StringRef symbol);
  MemoryPlan &getPlan() { return functionPlan; }

private:
  // HostEmitter.cpp: the frame, structure, memory.
  void loadInputs();
  mlir::LogicalResult emitBlock(mlir::Block &block);
  mlir::LogicalResult emitOp(mlir::Operation &op);
  mlir::LogicalResult emitReturn(ReturnOp op);
  /// The sizes of the only result, from those of the operands.
  llvm::SmallVector<mlir::Value> computeDims(mlir::Operation *op);
  void emitReshape(ReshapeOp op);
  /// Writes what comes behind a state to its end.
  void emitAppend(ConcatOp op);
  void emitConstant(ConstantOp op);
  /// A value of the frame or the host table at a byte offset.
  mlir::Value loadPointer(mlir::Value base, int64_t offsetBytes);
  mlir::Value callHost(int64_t offsetBytes, mlir::Type result,
                       mlir::ValueRange operands);
  /// Returns `status` from the entry where it is not 0.
  void returnIfFailed(mlir::Value status);
  void failIf(mlir::Value condition, llvm::StringRef message,
              mlir::Value value0, mlir::Value value1);
  /// Runs `body` in a block of its own where `condition` holds.
  void ifThen(mlir::Value condition, llvm::function_ref<void()> body);
  /// Memory for `root` of these sizes, by the plan.
  mlir::Value place(mlir::Value root, llvm::ArrayRef<mlir::Value> dims);
  mlir::Value allocate(mlir::Value bytes);
  void release(mlir::Value pointer);
  /// Where it continues a state, `continued` is that input.
  mlir::Value requestOutput(int64_t index, llvm::ArrayRef<mlir::Value> dims,
                            std::optional<int64_t> continued = std::nullopt);
  mlir::Value sizeBytes(llvm::ArrayRef<mlir::Value> dims, mlir::Type element);
  void copy(mlir::Value to, mlir::Value from, mlir::Value bytes);
  /// The tensor with a pointer; elements are written to memory first where it has none.
  HostTensor inMemory(mlir::Value tensor);
  mlir::Value weightPointer(GetOp op, const WeightLayout &layout);

  // HostDispatch.cpp
  mlir::LogicalResult emitDispatch(DispatchOp op);
  /// The number of a dispatch for the profile; -1 in the body of a map, which is one dispatch.
  int32_t recordDispatch(DispatchOp op, FuncOp kernel);
  /// Runs a kernel with `args`; its status.
  mlir::Value launchKernel(llvm::StringRef kernel, int32_t number,
                           const Launch &launch);
  mlir::LogicalResult emitExtern(ExternOp op);

  // HostControlFlow.cpp
  mlir::LogicalResult emitIf(IfOp op);
  mlir::LogicalResult emitLoop(LoopOp op);
  struct Stack;

  // HostMap.cpp
  mlir::LogicalResult emitMap(MapOp op);
  struct MapBody;
  mlir::LogicalResult emitMapBody(MapOp op, llvm::StringRef symbol,
                                  MapBody &body);
  /// A slice of a result, or memory of the worker.
  mlir::Value placeInMap(Place where);
  void addToMap(const PlacedDispatch &dispatch);
  /// Calls a kernel of the map's body for all of its tasks; its status.
  mlir::Value callKernel(mlir::Value kernel, const Launch &launch);
  void emitSharesEvenly(SharesEvenlyOp op);

  // HostArithmetic.cpp
  mlir::LogicalResult emitArithmetic(mlir::Operation &op);
  /// The elements of a tensor of few, loaded if need be.
  llvm::SmallVector<mlir::Value> elementsOf(mlir::Value tensor);
  llvm::SmallVector<mlir::Value> elementsOf(mlir::Value tensor, int64_t count);
  /// The first \p count of them: sizes as i64, scales as f32.
  llvm::SmallVector<mlir::Value> sizesOf(mlir::Value tensor, int64_t count);
  void setElements(mlir::Value tensor, llvm::SmallVector<mlir::Value> elements);

  mlir::OpBuilder builderStorage;
  KernelBuilder b;
  mlir::ModuleOp code;
  FuncOp function;
  ModuleTables &tables;
  MemoryPlan functionPlan;
  /// That of the block in emission: of the function or of a map's body.
  MemoryPlan *plan = &functionPlan;
  /// The map whose body is in emission.
  MapBody *mapBody = nullptr;
  mlir::Block *exit = nullptr;
  mlir::Value frame, host, context, args;
  /// The number of the innermost loop's round; 0 outside of loops.
  mlir::Value round;
  int64_t argSlots = 0;
  llvm::DenseMap<mlir::Value, HostTensor> tensors;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_HOST_HOSTEMITTER_H
