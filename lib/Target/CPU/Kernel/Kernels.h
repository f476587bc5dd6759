// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The kinds of kernel. A kernel is a private weft.func made by FormDispatches: at most one heavy op (contraction, convolution,
// attention, ...) with elementwise and data-movement ops around it.
//
// To add a kind: a file with one emit function, and its line in emitKernel.

#ifndef WEFT_LIB_TARGET_CPU_KERNEL_KERNELS_H
#define WEFT_LIB_TARGET_CPU_KERNEL_KERNELS_H

#include "lib/Target/CPU/Kernel/KernelFrame.h"
#include "lib/Target/CPU/Kernel/ProductUnit.h"
#include "lib/Target/CPU/Kernel/ScheduleChoice.h"
#include "lib/Target/CPU/Kernel/Winograd.h"

namespace weft::cpu {

/// How the host launches a kernel: what it passes to parallelFor.
struct Launch {
  mlir::Value tasks;
  mlir::Value scratchBytes;
  /// An estimate, in nanoseconds of one thread, for all tasks.
  mlir::Value costNs;
};

/// Computes a launch on the host from the dims of the kernel's arguments and results; emitted at each dispatch.
using LaunchFn = std::function<Launch(
    KernelBuilder &builder,
    llvm::ArrayRef<llvm::SmallVector<mlir::Value>> argumentDims,
    llvm::ArrayRef<llvm::SmallVector<mlir::Value>> resultDims)>;

/// What an emitter needs to know beside the kernel.
struct KernelContext : KernelTarget {
  MessageTable &messages;
  ScheduleSource schedules = {};
};

/// How bytes of a weight that a kernel takes must lie in memory.
struct WeightLayout {
  /// Bytes is row-major with a byte for each code of less than 8 bits. Panels hold the operand as a matrix [batch][K][N], given by its dimensions in order, with zeros past N:
  ///   Panels      [batch][ceil(N/16)][K][16]
  ///   BytePanels  the same of integers, with a byte for each code
  ///   PairPanels  of bf16: [batch][ceil(N/16)][ceil(K/2)][16][2], zeros past K
  ///   CodePanels  of integers of 3 to 8 bits, [ceil(N/16)] of [plane][ceil(K/steps)][16] words of 32 bits: the bits of a code in planes
  ///               (getCodePlanes), neighbours along K in one word, even ones in its lower half and odd ones in its upper half, the first in the
  ///               lowest bits; codes above 0 by getCodeBias. Those of 8 bits are signed, [ceil(K/2)][16][2] bytes
  ///   CodeLines   of integers of 4 or 8 bits, [K][lines] of 64 bytes (countLines), each with the codes of 128 or 64 columns at one step: of 8
  ///               bits a byte each; of 4 bits, above 0 by getCodeBias, the first 64 columns in the lower halves of the bytes
  ///   SparsePanels  of floats or codes of 8 bits: [ceil(N/16)] of {the numbers of `kept` steps as i32, padded for a look ahead; [kept][16], padded to 64 bytes}. All other
  ///               steps of a panel are zeros; one that has fewer has its first, or 0, with zeros before
  ///   QuadPanels  [batch][ceil(N/16)] of {[ceil(K/4)][16][4] of i8, zeros past K; then the sums of the 16 columns as i32}
  enum Kind {
    RowMajor,
    Bytes,
    Panels,
    BytePanels,
    PairPanels,
    CodePanels,
    CodeLines,
    QuadPanels,
    SparsePanels,
    Winograd
  } kind = RowMajor;
  llvm::SmallVector<int64_t> batchDims, reductionDims, outputDims;
  /// For Winograd: filters [3][3][C][N], transformed for such tiles; as [N/16][element][C][16].
  WinogradTile tile{};
  /// For SparsePanels.
  int64_t kept = 0;

  bool operator==(const WeightLayout &other) const {
    return kind == other.kind && tile == other.tile && kept == other.kept &&
           batchDims == other.batchDims &&
           reductionDims == other.reductionDims &&
           outputDims == other.outputDims;
  }
};

struct EmittedKernel {
  LaunchFn launch;
  /// The kernel runs twice, for the size of its result depends on values: first with a null result, when each task writes how many
  /// elements it found to its place in KernelFrame::loadCounts(), then with memory for all of them. `launch` is then asked without result dims.
  bool countsFirst = false;
};

/// The layout in which `kernel` wants its argument `index` when that is a parameter of the model.
WeightLayout getWeightLayout(FuncOp kernel, unsigned index);

/// Emits `kernel` as an llvm.func of the same name at the builder's place. `builder` carries the location. Fails with a
/// diagnostic that names what cannot be compiled.
mlir::FailureOr<EmittedKernel> emitKernel(mlir::OpBuilder &builder,
                                          FuncOp kernel,
                                          const KernelContext &context);

// The kinds, each in a file of its own. `root` is the heavy op.
mlir::FailureOr<EmittedKernel>
emitPointwiseKernel(KernelBuilder &builder, FuncOp kernel,
                    const KernelContext &context);
mlir::FailureOr<EmittedKernel> emitReduceKernel(KernelBuilder &builder,
                                                FuncOp kernel, ReduceOp root,
                                                const KernelContext &context);
mlir::FailureOr<EmittedKernel>
emitArgReduceKernel(KernelBuilder &builder, FuncOp kernel, ArgReduceOp root,
                    const KernelContext &context);
mlir::FailureOr<EmittedKernel>
emitCumulativeKernel(KernelBuilder &builder, FuncOp kernel, CumulativeOp root,
                     const KernelContext &context);
/// `root` is a sort or a top_k.
mlir::FailureOr<EmittedKernel> emitOrderKernel(KernelBuilder &builder,
                                               FuncOp kernel,
                                               mlir::Operation *root,
                                               const KernelContext &context);
mlir::FailureOr<EmittedKernel>
emitScatterElementsKernel(KernelBuilder &builder, FuncOp kernel,
                          ScatterElementsOp root, const KernelContext &context);
mlir::FailureOr<EmittedKernel>
emitScatterNdKernel(KernelBuilder &builder, FuncOp kernel, ScatterNdOp root,
                    const KernelContext &context);
mlir::FailureOr<EmittedKernel> emitNonZeroKernel(KernelBuilder &builder,
                                                 FuncOp kernel, NonZeroOp root,
                                                 const KernelContext &context);
/// Whether a kernel reads rows again for what `root` finds of them, so that it is one of rows.
bool readsRowsAgain(FuncOp kernel, ReduceOp root);
mlir::FailureOr<EmittedKernel> emitRowKernel(KernelBuilder &builder,
                                             FuncOp kernel,
                                             const KernelContext &context);
mlir::FailureOr<EmittedKernel> emitContractKernel(KernelBuilder &builder,
                                                  FuncOp kernel,
                                                  ContractOp root,
                                                  const KernelContext &context);
mlir::FailureOr<EmittedKernel> emitConvKernel(KernelBuilder &builder,
                                              FuncOp kernel, ConvOp root,
                                              const KernelContext &context);
mlir::FailureOr<EmittedKernel> emitWinogradKernel(KernelBuilder &builder,
                                                  FuncOp kernel, ConvOp root,
                                                  const WinogradTile &tile,
                                                  const KernelContext &context);
mlir::FailureOr<EmittedKernel>
emitDepthwiseKernel(KernelBuilder &builder, FuncOp kernel, ConvOp root,
                    const KernelContext &context);
mlir::FailureOr<EmittedKernel>
emitTransposeKernel(KernelBuilder &builder, FuncOp kernel, TransposeOp root,
                    const KernelContext &context);
mlir::FailureOr<EmittedKernel> emitPoolKernel(KernelBuilder &builder,
                                              FuncOp kernel,
                                              ReduceWindowOp root,
                                              const KernelContext &context);
mlir::FailureOr<EmittedKernel>
emitAttentionKernel(KernelBuilder &builder, FuncOp kernel, AttentionOp root,
                    const KernelContext &context);
mlir::FailureOr<EmittedKernel> emitResizeKernel(KernelBuilder &builder,
                                                FuncOp kernel, ResizeOp root,
                                                const KernelContext &context);
mlir::FailureOr<EmittedKernel> emitRandomKernel(KernelBuilder &builder,
                                                FuncOp kernel, RandomOp root,
                                                const KernelContext &context);

/// The one transposition of a pointwise kernel that emitTransposeKernel computes faster than emitPointwiseKernel, or null.
TransposeOp findTurningTranspose(FuncOp kernel, int64_t lanes);

} // namespace weft::cpu

#endif // WEFT_LIB_TARGET_CPU_KERNEL_KERNELS_H
