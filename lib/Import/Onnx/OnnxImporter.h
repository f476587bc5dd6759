// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// ONNX models into the weft dialect. Nothing that training needs is folded.
//
// The bytes of weights stay where they are: each initializer becomes a
// weft.parameter whose weight is a range of the model's file or of its external
// data, in the weight store of the context's dialect. Small ones, and lists of
// integers, become constants, so that shapes are known.

#ifndef WEFT_IMPORT_ONNX_ONNXIMPORTER_H
#define WEFT_IMPORT_ONNX_ONNXIMPORTER_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/ADT/StringMap.h"
#include <string>
#include <vector>

namespace weft {

/// An input whose value is what an output had in the call before.
struct OnnxState {
  std::string name;   ///< the state's name, for weft.state
  std::string input;  ///< name of a graph input
  std::string output; ///< name of a graph output
};

struct OnnxImportOptions {
  /// Name of the function that the graph becomes.
  std::string functionName = "main";
  /// Inputs and outputs that are state.
  std::vector<OnnxState> states;
  /// Sizes of named dimensions, fixed while importing.
  llvm::StringMap<int64_t> dims;
};

/// The opsets of ONNX that are read: 7 to that of onnx 1.23.
constexpr int64_t oldestOnnxOpset = 7;
constexpr int64_t newestOnnxOpset = 28;

/// Reads the model in file `path`. Returns null after one error diagnostic that
/// names file and node. Loads the weft dialect and gives it a new weight store;
/// the dialects of plugins that are to take part must be loaded in `context`
/// (see OnnxOps in OpTable.h).
mlir::OwningOpRef<mlir::ModuleOp>
importOnnx(llvm::StringRef path, mlir::MLIRContext &context,
           const OnnxImportOptions &options = {});

/// Reads a model from memory, which may go afterwards: weights are copied. It
/// cannot have external data. `name` stands for the file in messages.
mlir::OwningOpRef<mlir::ModuleOp>
importOnnxBytes(llvm::ArrayRef<char> bytes, llvm::StringRef name,
                mlir::MLIRContext &context,
                const OnnxImportOptions &options = {});

} // namespace weft

#endif // WEFT_IMPORT_ONNX_ONNXIMPORTER_H
