// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The frame of one kernel: its function, its tensors in memory, and how it fails.
//
// A kernel, a private weft.func over tensors, becomes
//   llvm.func @k(%args: !llvm.ptr, %begin: i64, %end: i64, %scratch: !llvm.ptr) -> i32
// where args[0] is the WeftFrame, args[1] the number of the round of the loop around the dispatch (0 where there is none), and then
// follow, for each argument and then each result, its pointer and its dynamic dims (see runtime/abi/GeneratedCode.h). The host side
// of the same list is written by HostEmitter.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_KERNELFRAME_H
#define WEFT_LIB_TARGET_CPU_KERNEL_KERNELFRAME_H

#include "dialects/Weft/WeftOps.h"
#include "lib/Target/CPU/Kernel/KernelBuilder.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "runtime/abi/GeneratedCode.h"
#include "llvm/ADT/DenseMap.h"

#include <cstddef>

namespace weft::cpu {

/// Byte offsets of what generated code reads of the structs in runtime/abi/GeneratedCode.h.
namespace abi {
inline constexpr int64_t kFrameHost = offsetof(WeftFrame, host),
                         kFrameContext = offsetof(WeftFrame, context),
                         kFrameWeights = offsetof(WeftFrame, weights),
                         kFrameInputs = offsetof(WeftFrame, inputs),
                         kFrameArena = offsetof(WeftFrame, arena),
                         kFrameWeightOffsets =
                             offsetof(WeftFrame, weightOffsets);
inline constexpr int64_t kHostParallelFor = offsetof(WeftHost, parallelFor),
                         kHostAllocate = offsetof(WeftHost, allocate),
                         kHostRelease = offsetof(WeftHost, release),
                         kHostOutput = offsetof(WeftHost, output),
                         kHostFail = offsetof(WeftHost, fail),
                         kHostExternal = offsetof(WeftHost, external),
                         kHostAppend = offsetof(WeftHost, append),
                         kHostCountThreads = offsetof(WeftHost, countThreads),
                         kHostParallelSlices =
                             offsetof(WeftHost, parallelSlices),
                         kHostShare = offsetof(WeftHost, share),
                         kHostSize = offsetof(WeftHost, size);
} // namespace abi

/// The texts of run-time failures of a module, numbered as the manifest lists them.
class MessageTable {
public:
  /// The number of `text`, in which {0} and {1} stand for values.
  int32_t getNumber(llvm::StringRef text);
  llvm::ArrayRef<std::string> getTexts() const { return texts; }

private:
  std::vector<std::string> texts;
};

/// Where the pointers and dims of a kernel's tensors begin in its args.
inline constexpr unsigned kFirstTensorSlot = 2;

class KernelFrame {
public:
  /// Makes the function, and leaves `builder` at the start of its body.
  KernelFrame(KernelBuilder &builder, FuncOp kernel, MessageTable &messages);

  /// The dims of any tensor of the body, by the rules of its op; constants where static. Emitted at the entry.
  llvm::ArrayRef<mlir::Value> getDims(mlir::Value tensor);
  /// The memory of an argument of the kernel.
  const KernelTensor &getArgument(unsigned i) const { return arguments[i]; }
  const KernelTensor &getResult(unsigned i) const { return results[i]; }
  /// The numbers of a constant (not of i1) in memory of the code.
  KernelTensor getConstant(ConstantOp constant);
  /// Loads the address of a number (i64) for each task, for a kernel that counts first (EmittedKernel::countsFirst).
  mlir::Value loadCounts();

  /// The round of the loop that the dispatch is in.
  mlir::Value getRound() { return round; }
  mlir::Value getBegin() { return function.getBody().getArgument(1); }
  mlir::Value getEnd() { return function.getBody().getArgument(2); }
  /// The worker's scratch; its size is Launch::scratchBytes.
  mlir::Value getScratch() { return function.getBody().getArgument(3); }

  /// Notes a failure where `condition` (i1) holds; the kernel goes on with whatever is safe and fails at its end. The first
  /// one noted by this invocation is reported.
  void failIf(mlir::Value condition, llvm::StringRef message,
              mlir::Value value0, mlir::Value value1);

  /// Where an index of dimension `dim` points to.
  struct Index {
    /// Counted from the beginning; 0 where the index is out of range, which is noted as a failure.
    mlir::Value place;
    /// i1.
    mlir::Value isInside;
  };
  Index checkIndex(mlir::Value index, mlir::Value size, int64_t dim);

  /// Ends the function.
  void finish();

  FuncOp getKernel() const { return kernel; }
  mlir::LLVM::LLVMFuncOp getFunction() const { return function; }

private:
  KernelTensor unpack(mlir::Value tensor, unsigned &slot);

  KernelBuilder &builder;
  FuncOp kernel;
  MessageTable &messages;
  mlir::LLVM::LLVMFuncOp function;
  mlir::Value round;
  /// The slot of args behind the last result.
  unsigned endSlot = kFirstTensorSlot;
  llvm::SmallVector<KernelTensor> arguments, results;
  llvm::DenseMap<mlir::Operation *, KernelTensor> constants;
  llvm::DenseMap<mlir::Value, llvm::SmallVector<mlir::Value>> dims;
  /// Sizes by the name that the kernel's arguments give them.
  llvm::DenseMap<mlir::Attribute, mlir::Value> namedDims;
  /// Where noted failures lie on the stack; null while nothing can fail.
  mlir::Value failure;
};

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_KERNELFRAME_H
