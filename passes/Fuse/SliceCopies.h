// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parts of tensors in memory that several ops read: each reads them where they lie.
//
//   %a = weft.slice %x 0 to 32             %a0 = weft.slice %x 0 to 32     both are part of the
//   %y = weft.mul %a, %c              =>   %y = weft.mul %a0, %c           kernels that read them
//   %z = weft.mul %a, %s                   %a1 = weft.slice %x 0 to 32
//                                          %z = weft.mul %a1, %s

#ifndef WEFT_PASSES_FUSE_SLICECOPIES_H
#define WEFT_PASSES_FUSE_SLICECOPIES_H

#include "mlir/IR/Block.h"

namespace weft {

/// Gives each of a few readers of a slice of what lies in memory a slice of its own.
void copySlices(mlir::Block &block);

} // namespace weft

#endif // WEFT_PASSES_FUSE_SLICECOPIES_H
