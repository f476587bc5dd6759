// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A language model in llama.cpp's format: the inverse of lib/Import/Gguf's
// GgufModel.

#ifndef WEFT_LIB_EXPORT_GGUF_GGUFMODELWRITER_H
#define WEFT_LIB_EXPORT_GGUF_GGUFMODELWRITER_H

#include "lib/Export/Gguf/GgufWriter.h"
#include "lib/Import/Model/ModelAssets.h"
#include "mlir/IR/BuiltinOps.h"

namespace weft {

struct GgufModelOptions {
  /// What all matrices are rounded to; nothing: the type that has what they
  /// are, exactly where there is one.
  std::optional<GgufType> type;
  /// Leaves the tokenizer out.
  bool hasTokenizer = true;
};

/// Writes \p module, whose weights are floats or codes of groups:
///
///   floats                          F32, F16, BF16
///   symmetric, up to 4 bits         Q4_0
///   symmetric, 5 bits               Q5_0
///   symmetric, 6 and 8 bits         Q8_0
///   with zero points                Q4_1, Q5_1 (minima of 16 bits), Q8_0
///
/// Groups of a multiple of 32 are several blocks with one scale. What does not
/// fit is rounded again; \p warnings says what that loses, and what of the model
/// llama.cpp does not do. Fails where the architecture has no such model.
llvm::Error exportGguf(mlir::ModuleOp module, const ModelAssets &assets,
                       llvm::StringRef path, const GgufModelOptions &options,
                       std::vector<std::string> &warnings);

} // namespace weft

#endif // WEFT_LIB_EXPORT_GGUF_GGUFMODELWRITER_H
