// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C API over importers and pipeline.

#include "weft/Compiler.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Import/Model/ImportModel.h"
#include "lib/Pipelines/Messages.h"
#include "lib/Pipelines/Stages.h"
#include "lib/Support/ContentCache.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"
#include "weft/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace weft;

/// One model on its way, with everything that its module still reads.
struct WeftCompilation {
  explicit WeftCompilation(const WeftCompileOptions *given);

  WeftStatus
  compile(llvm::function_ref<OwningOpRef<ModuleOp>(const ModelImportOptions &)>
              import,
          StringRef source);
  /// Without a text the errors that were reported stand.
  WeftStatus fail(WeftStatus status, std::string text) {
    if (!text.empty())
      error = std::move(text);
    return status;
  }

  WeftCompileOptions options = WEFT_COMPILE_OPTIONS_INIT;
  RemarkCollector remarks;
  MLIRContext context;
  OwningOpRef<ModuleOp> module;
  std::optional<ModuleWriter> writer;
  std::shared_ptr<MappedFile> memory;
  std::string error;

private:
  void handleDiagnostic(Diagnostic &diagnostic);
  void report(DiagnosticSeverity severity, StringRef place, StringRef message);
  WeftStatus loadPlugins(DialectRegistry &registry);
};

static WeftSeverity encodeSeverity(DiagnosticSeverity severity) {
  switch (severity) {
  case DiagnosticSeverity::Error:
    return WEFT_SEVERITY_ERROR;
  case DiagnosticSeverity::Warning:
    return WEFT_SEVERITY_WARNING;
  case DiagnosticSeverity::Remark:
    return WEFT_SEVERITY_REMARK;
  case DiagnosticSeverity::Note:
    return WEFT_SEVERITY_NOTE;
  }
  llvm_unreachable("no such severity");
}

void WeftCompilation::report(DiagnosticSeverity severity, StringRef place,
                             StringRef message) {
  if (severity == DiagnosticSeverity::Error)
    error += ((error.empty() ? "" : "\n") + place +
              (place.empty() ? "" : ": ") + message)
                 .str();
  if (options.diagnostic)
    options.diagnostic(options.diagnosticUser, encodeSeverity(severity),
                       place.str().c_str(), message.str().c_str());
}

void WeftCompilation::handleDiagnostic(Diagnostic &diagnostic) {
  report(diagnostic.getSeverity(), describePlace(diagnostic.getLocation()),
         diagnostic.str());
  for (Diagnostic &note : diagnostic.getNotes())
    report(note.getSeverity(), describePlace(note.getLocation()), note.str());
}

WeftCompilation::WeftCompilation(const WeftCompileOptions *given) {
  // An older header has fewer members.
  if (given)
    memcpy(&options, given, std::min<size_t>(given->size, sizeof(options)));
  context.getDiagEngine().registerHandler(
      [this](Diagnostic &diagnostic) { handleDiagnostic(diagnostic); });
  if (options.diagnostic)
    remarks.listen(context);
}

WeftStatus WeftCompilation::loadPlugins(DialectRegistry &registry) {
  for (int32_t i = 0; i < options.pluginCount; ++i) {
    llvm::Expected<DialectPlugin> plugin =
        DialectPlugin::load(options.plugins[i]);
    if (!plugin)
      return fail(WEFT_STATUS_INVALID_ARGUMENT,
                  llvm::toString(plugin.takeError()));
    plugin->registerDialectRegistryCallbacks(registry);
  }
  return WEFT_STATUS_OK;
}

WeftStatus WeftCompilation::compile(
    llvm::function_ref<OwningOpRef<ModuleOp>(const ModelImportOptions &)>
        import,
    StringRef source) {
  PipelineOptions pipeline;
  if (options.target)
    pipeline.target = options.target;
  if (options.level)
    pipeline.targetOptions.level = options.level;
  std::string &precision = pipeline.targetOptions.precision;
  if (options.precision)
    precision = options.precision;
  pipeline.targetOptions.threads = std::max(0, options.threads);
  std::optional<ContentCache> cache;
  if (std::string folder = findCodeCacheFolder(); !folder.empty())
    pipeline.targetOptions.cache = &cache.emplace(folder, findCodeCacheLimit());
  const Target *target = findTarget(pipeline.target);
  if (!target)
    return fail(WEFT_STATUS_INVALID_ARGUMENT,
                "unknown target '" + pipeline.target + "'");
  if (!llvm::is_contained(target->getPrecisions(), precision))
    return fail(WEFT_STATUS_INVALID_ARGUMENT,
                "expected a precision of target '" + pipeline.target + "' (" +
                    llvm::join(target->getPrecisions(), ", ") + "), found '" +
                    precision + "'");
  DialectRegistry registry;
  registerCompilerDialects(registry);
  if (WeftStatus status = loadPlugins(registry); status != WEFT_STATUS_OK)
    return status;
  context.appendDialectRegistry(registry);
  context.loadAllAvailableDialects();
  ModelImportOptions importOptions;
  for (int32_t i = 0; i < options.dimCount; ++i)
    importOptions.dims.push_back(options.dims[i]);
  for (int32_t i = 0; i < options.stateCount; ++i)
    importOptions.states.push_back(options.states[i]);
  module = import(importOptions);
  ModuleOrigin origin;
  origin.sourceFile = llvm::sys::path::filename(source).str();
  origin.target = pipeline.target;
  origin.flags =
      "--cpu=" + pipeline.targetOptions.level + " --precision=" + precision;
  origin.precision = precision;
  writer.emplace(origin);
  bool isCompiled =
      module && succeeded(compileModule(*module, pipeline, *writer));
  remarks.flush([&](StringRef place, StringRef text) {
    report(DiagnosticSeverity::Remark, place, text);
  });
  if (isCompiled)
    return WEFT_STATUS_OK;
  writer.reset();
  return fail(WEFT_STATUS_INVALID_ARGUMENT,
              error.empty() ? "cannot compile the model" : "");
}

/// Makes the compilation; null when the options' struct says that it is none.
static WeftStatus create(const WeftCompileOptions *options,
                         WeftCompilation **compilation) {
  *compilation = new (std::nothrow) WeftCompilation(options);
  if (!*compilation)
    return WEFT_STATUS_OUT_OF_MEMORY;
  if (options &&
      (options->size < 2 * sizeof(uint32_t) || options->version == 0))
    return (*compilation)
        ->fail(WEFT_STATUS_INVALID_ARGUMENT,
               "the options have no size and version: begin with "
               "WEFT_COMPILE_OPTIONS_INIT");
  return WEFT_STATUS_OK;
}

const char *weft_compiler_version(void) { return WEFT_VERSION_STRING; }

WeftStatus weft_compile_file(const char *path,
                             const WeftCompileOptions *options,
                             WeftCompilation **compilation) {
  if (WeftStatus status = create(options, compilation);
      status != WEFT_STATUS_OK)
    return status;
  if (!path)
    return (*compilation)
        ->fail(WEFT_STATUS_INVALID_ARGUMENT,
               "expected the path of a model, found null");
  return (*compilation)
      ->compile(
          [&](const ModelImportOptions &import) {
            return importModel(path, (*compilation)->context, import);
          },
          path);
}

WeftStatus weft_compile_memory(const void *data, size_t size, const char *name,
                               const WeftCompileOptions *options,
                               WeftCompilation **compilation) {
  if (WeftStatus status = create(options, compilation);
      status != WEFT_STATUS_OK)
    return status;
  if (!data)
    return (*compilation)
        ->fail(WEFT_STATUS_INVALID_ARGUMENT,
               "expected the bytes of a model, found null");
  StringRef source = name ? name : "model";
  auto import = [&](const ModelImportOptions &importOptions) {
    return importModelBytes(
        llvm::ArrayRef(static_cast<const char *>(data), size), source,
        (*compilation)->context, importOptions);
  };
  return (*compilation)->compile(import, source);
}

void weft_compilation_destroy(WeftCompilation *compilation) {
  delete compilation;
}

const char *weft_compilation_error(const WeftCompilation *compilation) {
  return compilation ? compilation->error.c_str() : "out of memory";
}

WeftStatus weft_compilation_write(WeftCompilation *compilation,
                                  const char *path) {
  if (!compilation->writer || !path)
    return compilation->fail(WEFT_STATUS_INVALID_ARGUMENT,
                             path ? "" : "expected a path, found null");
  if (llvm::Error error = compilation->writer->write(path))
    return compilation->fail(WEFT_STATUS_INVALID_ARGUMENT,
                             llvm::toString(std::move(error)));
  return WEFT_STATUS_OK;
}

const void *weft_compilation_data(WeftCompilation *compilation, size_t *size) {
  if (!compilation->writer)
    return nullptr;
  if (!compilation->memory) {
    llvm::Expected<std::shared_ptr<MappedFile>> memory =
        compilation->writer->writeToMemory();
    if (!memory) {
      compilation->fail(WEFT_STATUS_INVALID_ARGUMENT,
                        llvm::toString(memory.takeError()));
      return nullptr;
    }
    compilation->memory = *memory;
  }
  *size = compilation->memory->getSizeBytes();
  return compilation->memory->getBytes().data();
}
