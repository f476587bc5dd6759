// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// llama.cpp's importance matrices: of each weight the sum of squares of its
// inputs, channel by channel, which llama-imatrix collects. Two formats exist:
// a GGUF file of the type "imatrix" with the tensors NAME.in_sum2 f32 [experts,
// inputs] and NAME.counts f32 [experts], and before that a plain list:
//
//   i32 entries, then of each: i32 length, name, i32 count, i32 inputs,
//   f32 [inputs]; little endian. What follows (chunks, data set) is not needed.

#ifndef WEFT_LIB_IMPORT_IMATRIX_IMATRIX_H
#define WEFT_LIB_IMPORT_IMATRIX_IMATRIX_H

#include "lib/Support/MappedFile.h"
#include "passes/Compress/Statistics.h"
#include "mlir/IR/BuiltinOps.h"

namespace weft {

/// Reads either format. Weights have llama.cpp's names; expert 7 of a tensor of
/// all experts is "blk.3.ffn_gate_exps.weight#7". Sums and magnitudes, which the
/// file does not have, are 0. Inputs that were never seen are left out; so are
/// the experts of the older format, which does not say how many they are. Fails
/// where the file is of neither format, is truncated, or has sums that are no
/// squares, with a text that names the file and the weight.
llvm::Expected<Statistics> readImatrix(std::shared_ptr<MappedFile> file);

/// Makes statistics under llama.cpp's names known under those of the module's
/// weights too. Fails where there are statistics and none is of the module;
/// \p path, of the statistics, stands in the text.
llvm::Error nameStatistics(mlir::ModuleOp module, llvm::StringRef path,
                           Statistics &statistics);

} // namespace weft

#endif // WEFT_LIB_IMPORT_IMATRIX_IMATRIX_H
