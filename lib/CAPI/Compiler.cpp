// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C API over importers and pipeline.

#include "weft/Compiler.h"
#include "lib/CAPI/WorkingModel.h"
#include "lib/Support/ContentCache.h"
#include "weft/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace weft;

/// One model on its way, with everything that its module still reads.
struct WeftCompilation {
  explicit WeftCompilation(const WeftCompileOptions *given) {
    // An older header has fewer members.
    if (given)
      memcpy(&options, given, std::min<size_t>(given->size, sizeof(options)));
    sink.callback = options.diagnostic;
    sink.user = options.diagnosticUser;
    model.emplace(sink);
  }

  WeftStatus
  compile(llvm::function_ref<OwningOpRef<ModuleOp>(
              MLIRContext &, const ModelImportOptions &, ModelAssets &)>
              import,
          StringRef source);
  WeftStatus fail(WeftStatus status, std::string text) {
    return sink.fail(status, std::move(text));
  }

  WeftCompileOptions options = WEFT_COMPILE_OPTIONS_INIT;
  MessageSink sink;
  std::optional<WorkingModel> model;
  std::shared_ptr<MappedFile> memory;
};

WeftStatus WeftCompilation::compile(
    llvm::function_ref<OwningOpRef<ModuleOp>(
        MLIRContext &, const ModelImportOptions &, ModelAssets &)>
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
  if (llvm::Error error = model->prepare(
          ArrayRef(options.plugins, std::max(0, options.pluginCount))))
    return sink.fail(std::move(error));
  ModelImportOptions importOptions =
      readImportOptions(options.dims, options.dimCount, options.states,
                        options.stateCount);
  ModuleOrigin origin;
  origin.sourceFile = llvm::sys::path::filename(source).str();
  origin.target = pipeline.target;
  origin.flags =
      "--cpu=" + pipeline.targetOptions.level + " --precision=" + precision;
  origin.precision = precision;
  if (succeeded(model->import([&](MLIRContext &context, ModelAssets &assets) {
        return import(context, importOptions, assets);
      })) &&
      succeeded(model->compile(pipeline, origin)))
    return WEFT_STATUS_OK;
  return fail(WEFT_STATUS_INVALID_ARGUMENT,
              sink.errors.empty() ? "cannot compile the model" : "");
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
          [&](MLIRContext &context, const ModelImportOptions &import,
              ModelAssets &assets) {
            return importModel(path, context, import, &assets);
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
  auto import = [&](MLIRContext &context,
                    const ModelImportOptions &importOptions, ModelAssets &) {
    return importModelBytes(
        llvm::ArrayRef(static_cast<const char *>(data), size), source, context,
        importOptions);
  };
  return (*compilation)->compile(import, source);
}

void weft_compilation_destroy(WeftCompilation *compilation) {
  delete compilation;
}

const char *weft_compilation_error(const WeftCompilation *compilation) {
  return compilation ? compilation->sink.errors.c_str() : "out of memory";
}

WeftStatus weft_compilation_write(WeftCompilation *compilation,
                                  const char *path) {
  if (!compilation->model->getWriter() || !path)
    return compilation->fail(WEFT_STATUS_INVALID_ARGUMENT,
                             path ? "" : "expected a path, found null");
  if (llvm::Error error = compilation->model->getWriter()->write(path))
    return compilation->sink.fail(std::move(error));
  return WEFT_STATUS_OK;
}

const void *weft_compilation_data(WeftCompilation *compilation, size_t *size) {
  if (!compilation->model->getWriter())
    return nullptr;
  if (!compilation->memory) {
    llvm::Expected<std::shared_ptr<MappedFile>> memory =
        compilation->model->getWriter()->writeToMemory();
    if (!memory) {
      compilation->sink.fail(memory.takeError());
      return nullptr;
    }
    compilation->memory = *memory;
  }
  *size = compilation->memory->getSizeBytes();
  return compilation->memory->getBytes().data();
}
