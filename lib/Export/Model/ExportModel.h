// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model as a file of another framework: the inverse of lib/Import/Model.

#ifndef WEFT_LIB_EXPORT_MODEL_EXPORTMODEL_H
#define WEFT_LIB_EXPORT_MODEL_EXPORTMODEL_H

#include "lib/Import/Model/ModelAssets.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/Error.h"

namespace weft {

/// The names of formats, in the order of listings.
inline constexpr llvm::StringRef kExportFormats[] = {"gguf", "safetensors",
                                                     "onnx"};

/// The types of GGUF that weights can be rounded to.
inline constexpr llvm::StringRef kExportTypes[] = {
    "f32", "f16", "bf16", "q8_0", "q5_1", "q5_0", "q4_1", "q4_0"};

struct ExportOptions {
  /// Empty: by the ending of the path; a path without one, or that is a folder,
  /// is safetensors.
  std::string format;
  /// What the matrices of a GGUF file, or all weights of safetensors, are
  /// rounded to; empty: what they are.
  std::string type;
  /// Of ONNX: the file that the model was imported from, whose graph stays;
  /// empty: the program of the module is written.
  std::string source;
  /// Of ONNX: weights go to a file beside it, however small they are.
  bool isExternal = false;
  /// Leaves the tokenizer out.
  bool hasTokenizer = true;
};

/// Says which options do not exist or contradict each other or the path;
/// \p prefix stands before the names of options.
llvm::Error checkExportOptions(ExportOptions &options, llvm::StringRef path,
                               llvm::StringRef prefix = "");

/// Writes the model, which appears under its name once it is whole; of ONNX
/// \p module is simplified before. Requires checkExportOptions. \p warnings gets
/// what it loses.
llvm::Error exportModel(mlir::ModuleOp module, const ModelAssets &assets,
                        llvm::StringRef path, const ExportOptions &options,
                        std::vector<std::string> &warnings);

} // namespace weft

#endif // WEFT_LIB_EXPORT_MODEL_EXPORTMODEL_H
