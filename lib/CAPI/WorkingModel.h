// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model in a context of its own, and the messages about it, for the functions of the C API.

#ifndef WEFT_LIB_CAPI_WORKINGMODEL_H
#define WEFT_LIB_CAPI_WORKINGMODEL_H

#include "lib/Import/Model/ImportModel.h"
#include "lib/Pipelines/Messages.h"
#include "lib/Pipelines/Stages.h"
#include "weft/Compiler.h"

namespace weft {

/// Keeps errors as text, and hands all messages on.
struct MessageSink {
  /// A line each.
  std::string errors;
  /// May be null.
  WeftDiagnosticFn callback = nullptr;
  void *user = nullptr;

  void report(mlir::DiagnosticSeverity severity, llvm::StringRef place,
              llvm::StringRef message);
  /// Keeps `text` in place of all else; without one what was reported stands.
  WeftStatus fail(WeftStatus status, std::string text);
  WeftStatus fail(llvm::Error error) {
    return fail(WEFT_STATUS_INVALID_ARGUMENT,
                llvm::toString(std::move(error)));
  }
};

/// Strings of the caller as the importer takes them.
ModelImportOptions readImportOptions(const char *const *dims, int32_t dimCount,
                                     const char *const *states,
                                     int32_t stateCount);

class WorkingModel {
public:
  using Import = llvm::function_ref<mlir::OwningOpRef<mlir::ModuleOp>(
      mlir::MLIRContext &, ModelAssets &)>;

  /// `sink` outlives it.
  explicit WorkingModel(MessageSink &sink);

  /// Registers dialects and those of the libraries at `plugins`.
  llvm::Error prepare(llvm::ArrayRef<const char *> plugins);

  /// What fails here and below is in the sink.
  mlir::LogicalResult import(Import import);
  mlir::LogicalResult
  runPasses(llvm::function_ref<void(mlir::OpPassManager &)> addPasses);
  /// Runs all stages; the module and its assets are in the writer then.
  mlir::LogicalResult compile(const PipelineOptions &options,
                              ModuleOrigin origin);

  mlir::MLIRContext &getContext() { return context; }
  mlir::ModuleOp getModule() { return *module; }
  const ModelAssets &getAssets() const { return assets; }
  /// Null before it is compiled.
  ModuleWriter *getWriter() { return writer ? &*writer : nullptr; }

private:
  void flushRemarks();

  MessageSink &sink;
  RemarkCollector remarks;
  mlir::MLIRContext context;
  mlir::OwningOpRef<mlir::ModuleOp> module;
  ModelAssets assets;
  std::optional<ModuleWriter> writer;
};

} // namespace weft

#endif // WEFT_LIB_CAPI_WORKINGMODEL_H
