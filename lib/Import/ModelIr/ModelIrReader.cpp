// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parses the bytecode of a model.ir and hands its weights to the dialect.

#include "dialects/Weft/WeftDialect.h"
#include "lib/Import/ModelIr/ModelIr.h"
#include "lib/Import/ModelIr/ParameterCheck.h"
#include "mlir/Bytecode/BytecodeReader.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"

using namespace mlir;
using namespace weft;

/// Parses and verifies the bytecode; \p message gets the first complaint.
static OwningOpRef<ModuleOp> parseBytecode(const ModelFile &file,
                                           MLIRContext &context,
                                           std::string &message) {
  ScopedDiagnosticHandler handler(&context, [&](Diagnostic &diagnostic) {
    if (diagnostic.getSeverity() == DiagnosticSeverity::Error &&
        message.empty())
      message = diagnostic.str();
    return success();
  });
  ArrayRef<char> bytes = file.getBytecode();
  llvm::MemoryBufferRef buffer(StringRef(bytes.data(), bytes.size()),
                               "bytecode");
  if (!isBytecode(buffer)) {
    message = "its program is not MLIR bytecode";
    return nullptr;
  }
  Block block;
  ParserConfig config(&context);
  if (failed(readBytecodeFile(buffer, &block, config)))
    return nullptr;
  auto module =
      dyn_cast_or_null<ModuleOp>(block.empty() ? nullptr : &block.front());
  if (!module || !llvm::hasSingleElement(block)) {
    message = "its program is not one builtin.module";
    return nullptr;
  }
  module->remove();
  OwningOpRef<ModuleOp> owned(module);
  if (failed(verifyPortable(module)) ||
      failed(verifyParameters(module, file.weights.get())))
    return nullptr;
  return owned;
}

OwningOpRef<ModuleOp> weft::importModelIr(StringRef path, MLIRContext &context,
                                          ModelIrExtras *extras) {
  Location loc = FileLineColLoc::get(&context, path, 0, 0);
  llvm::Expected<std::unique_ptr<ModelFile>> read = ModelFile::read(path);
  if (!read) {
    emitError(loc) << llvm::toString(read.takeError());
    return nullptr;
  }
  std::shared_ptr<ModelFile> file = std::move(*read);
  auto *dialect = context.getOrLoadDialect<WeftDialect>();
  std::string message;
  OwningOpRef<ModuleOp> module = parseBytecode(*file, context, message);
  if (!module) {
    emitError(loc) << "cannot read '" << path << "': " << message;
    return nullptr;
  }
  dialect->setWeights(std::move(file->weights));
  if (extras) {
    extras->assets = file->getAssets().vec();
    extras->metadata = file->getMetadata();
    extras->file = std::move(file);
  }
  return module;
}
