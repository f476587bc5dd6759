// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Stands in for the kinds of kernel that the CPU target has no file for: each refuses with a diagnostic. The definitions
// are weak, so the file of a kind takes over by being there.

#include "lib/Target/CPU/Kernel/Kernels.h"

using namespace mlir;
using namespace weft;

static FailureOr<cpu::EmittedKernel> refuse(FuncOp kernel, Operation *root) {
  return kernel.emitError("cannot compile a kernel around '") << root->getName() << "' for the CPU";
}

namespace weft::cpu {
[[gnu::weak]] FailureOr<EmittedKernel> emitContractKernel(KernelBuilder &, FuncOp kernel, ContractOp root, const KernelContext &) { return refuse(kernel, root); }
[[gnu::weak]] FailureOr<EmittedKernel> emitConvKernel(KernelBuilder &, FuncOp kernel, ConvOp root, const KernelContext &) { return refuse(kernel, root); }
[[gnu::weak]] FailureOr<EmittedKernel> emitDepthwiseKernel(KernelBuilder &, FuncOp kernel, ConvOp root, const KernelContext &) { return refuse(kernel, root); }
[[gnu::weak]] FailureOr<EmittedKernel> emitPoolKernel(KernelBuilder &, FuncOp kernel, ReduceWindowOp root, const KernelContext &) { return refuse(kernel, root); }
[[gnu::weak]] FailureOr<EmittedKernel> emitAttentionKernel(KernelBuilder &, FuncOp kernel, AttentionOp root, const KernelContext &) { return refuse(kernel, root); }
} // namespace weft::cpu
