// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See WorkingModel.h.

#include "lib/CAPI/WorkingModel.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"

using namespace mlir;
using namespace weft;

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

void MessageSink::report(DiagnosticSeverity severity, StringRef place,
                         StringRef message) {
  if (severity == DiagnosticSeverity::Error)
    errors += ((errors.empty() ? "" : "\n") + place +
               (place.empty() ? "" : ": ") + message)
                  .str();
  if (callback)
    callback(user, encodeSeverity(severity), place.str().c_str(),
             message.str().c_str());
}

WeftStatus MessageSink::fail(WeftStatus status, std::string text) {
  if (!text.empty())
    errors = std::move(text);
  return status;
}

ModelImportOptions weft::readImportOptions(const char *const *dims,
                                           int32_t dimCount,
                                           const char *const *states,
                                           int32_t stateCount) {
  ModelImportOptions options;
  for (int32_t i = 0; i < dimCount; ++i)
    options.dims.push_back(dims[i]);
  for (int32_t i = 0; i < stateCount; ++i)
    options.states.push_back(states[i]);
  return options;
}

WorkingModel::WorkingModel(MessageSink &sink) : sink(sink) {
  context.getDiagEngine().registerHandler([this](Diagnostic &diagnostic) {
    this->sink.report(diagnostic.getSeverity(),
                      describePlace(diagnostic.getLocation()),
                      diagnostic.str());
    for (Diagnostic &note : diagnostic.getNotes())
      this->sink.report(note.getSeverity(), describePlace(note.getLocation()),
                        note.str());
  });
  if (sink.callback)
    remarks.listen(context);
}

llvm::Error WorkingModel::prepare(ArrayRef<const char *> plugins) {
  DialectRegistry registry;
  registerCompilerDialects(registry);
  for (const char *path : plugins) {
    llvm::Expected<DialectPlugin> plugin = DialectPlugin::load(path);
    if (!plugin)
      return plugin.takeError();
    plugin->registerDialectRegistryCallbacks(registry);
  }
  context.appendDialectRegistry(registry);
  context.loadAllAvailableDialects();
  return llvm::Error::success();
}

LogicalResult WorkingModel::import(Import import) {
  module = import(context, assets);
  return success(static_cast<bool>(module));
}

void WorkingModel::flushRemarks() {
  remarks.flush([&](StringRef place, StringRef text) {
    sink.report(DiagnosticSeverity::Remark, place, text);
  });
}

LogicalResult WorkingModel::runPasses(
    llvm::function_ref<void(OpPassManager &)> addPasses) {
  PassManager manager(&context);
  addPasses(manager);
  LogicalResult result = manager.run(*module);
  flushRemarks();
  return result;
}

LogicalResult WorkingModel::compile(const PipelineOptions &options,
                                    ModuleOrigin origin) {
  writer.emplace(std::move(origin));
  for (const auto &[name, bytes] : assets)
    writer->addAsset(name, bytes);
  LogicalResult result = compileModule(*module, options, *writer);
  flushRemarks();
  if (failed(result))
    writer.reset();
  return result;
}
