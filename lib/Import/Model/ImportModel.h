// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model of any format that Weft reads, told apart by what is in the file.

#ifndef WEFT_LIB_IMPORT_MODEL_IMPORTMODEL_H
#define WEFT_LIB_IMPORT_MODEL_IMPORTMODEL_H

#include "lib/Import/Model/ModelAssets.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace weft {

enum class ModelFormat {
  Onnx,
  /// A language model of llama.cpp's format.
  Gguf,
  /// A language model as a folder with config.json and safetensors.
  HuggingFace,
  /// A model.ir.
  ModelIr,
  /// The IR as text, or as MLIR's bytecode, with its weights in it.
  Mlir,
  /// A compiled module (.wm), which has no IR.
  Module,
};

/// What the file or folder is, by its first bytes and, for text and folders, by its name. Fails if it cannot be read.
llvm::Expected<ModelFormat> detectModelFormat(llvm::StringRef path);

/// The module's attribute with the target that the model was converted for.
inline constexpr llvm::StringLiteral kTargetAttribute = "weft.target";

struct ModelImportOptions {
  /// "INPUT=OUTPUT": the state that is named INPUT.
  std::vector<std::string> states;
  /// "NAME=SIZE" or "NAME=LO..HI": sizes of named dimensions.
  std::vector<std::string> dims;
  /// "ADAPTER" or "ADAPTER=SCALE": low-rank adapters that are added to the weights of a language model, one after the other.
  std::vector<std::string> adapters;
  /// The same of adapters that stay beside the weights; merged ones come first.
  std::vector<std::string> adaptersBeside;
};

/// Reads the model in `path`; `context` knows the dialects. `assets` gets the texts that belong to it, where it is not null. Returns null after
/// a diagnostic.
mlir::OwningOpRef<mlir::ModuleOp>
importModel(llvm::StringRef path, mlir::MLIRContext &context,
            const ModelImportOptions &options = {},
            ModelAssets *assets = nullptr);

/// The same for an ONNX model in memory; `name` stands for the file in messages.
mlir::OwningOpRef<mlir::ModuleOp>
importModelBytes(llvm::ArrayRef<char> bytes, llvm::StringRef name,
                 mlir::MLIRContext &context,
                 const ModelImportOptions &options = {});

} // namespace weft

#endif // WEFT_LIB_IMPORT_MODEL_IMPORTMODEL_H
