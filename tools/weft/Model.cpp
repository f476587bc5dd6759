// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pipeline with everything that a command line adds: messages, dumps, timing, reproducers, plugins.

#include "tools/weft/Model.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Support/MappedFile.h"
#include "lib/Support/Xxh3.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"
#include "mlir/Tools/Plugins/PassPlugin.h"
#include "tools/weft/Crash.h"
#include "llvm/Support/Path.h"
#include <chrono>

using namespace mlir;
using namespace weft;

namespace {
/// Adds the time of its life to a sum.
class Stopwatch {
public:
  explicit Stopwatch(double &seconds) : seconds(seconds) {}
  ~Stopwatch() { seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); }

private:
  double &seconds;
  std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
};
} // namespace

Model::Model(const ModelFlags &flags) : flags(flags) {
  if (flags.timing) {
    timing.setEnabled(true);
    rootTiming = timing.getRootScope();
  }
  context.getDiagEngine().registerHandler([this](Diagnostic &diagnostic) { handleDiagnostic(diagnostic); });
}

Model::~Model() { setReproducer(""); }

/// The innermost place that a person can find again: a node's name, or a place in a file.
static void printPlace(Location loc, raw_ostream &stream) {
  if (auto name = dyn_cast<NameLoc>(loc))
    stream << "node '" << name.getName().getValue() << "': ";
  else if (auto file = dyn_cast<FileLineColLoc>(loc)) {
    stream << file.getFilename().getValue();
    if (file.getLine())
      stream << ':' << file.getLine() << ':' << file.getColumn();
    stream << ": ";
  } else if (auto fused = dyn_cast<FusedLoc>(loc); fused && !fused.getLocations().empty())
    printPlace(fused.getLocations().front(), stream);
  else if (auto call = dyn_cast<CallSiteLoc>(loc))
    printPlace(call.getCallee(), stream);
}

void Model::handleDiagnostic(Diagnostic &diagnostic) {
  StringRef severity = "error";
  if (diagnostic.getSeverity() == DiagnosticSeverity::Warning)
    severity = "warning";
  if (diagnostic.getSeverity() == DiagnosticSeverity::Remark) {
    if (!flags.remarks)
      return;
    severity = "remark";
  }
  // Put together first, since threads may speak at the same time.
  std::string text;
  llvm::raw_string_ostream stream(text);
  stream << severity << ": ";
  std::string message = diagnostic.str();
  std::string place;
  llvm::raw_string_ostream placeStream(place);
  printPlace(diagnostic.getLocation(), placeStream);
  // A message that names the file itself is not given it once more.
  if (path.empty() || !StringRef(place).starts_with(path) || !StringRef(message).contains(path))
    stream << place;
  stream << message << '\n';
  for (Diagnostic &note : diagnostic.getNotes())
    if (!StringRef(note.str()).starts_with("see current operation"))
      stream << "note: " << note.str() << '\n';
  llvm::errs() << text;
}

ExitStatus Model::loadPlugins(DialectRegistry &registry) {
  for (const std::string &file : flags.dialectPlugins) {
    llvm::Expected<DialectPlugin> plugin = DialectPlugin::load(file);
    if (!plugin)
      return reportError(ExitStatus::BadInput, plugin.takeError());
    plugin->registerDialectRegistryCallbacks(registry);
  }
  for (const std::string &file : flags.passPlugins) {
    llvm::Expected<PassPlugin> plugin = PassPlugin::load(file);
    if (!plugin)
      return reportError(ExitStatus::BadInput, plugin.takeError());
    plugin->registerPassRegistryCallbacks();
  }
  return ExitStatus::Done;
}

ExitStatus Model::import(StringRef file) {
  Stopwatch watch(compileSeconds);
  TimingScope scope = rootTiming.nest("import");
  path = file.str();
  DialectRegistry registry;
  registerCompilerDialects(registry);
  if (ExitStatus status = loadPlugins(registry); status != ExitStatus::Done)
    return status;
  context.appendDialectRegistry(registry);
  context.loadAllAvailableDialects();
  module = importModel(path, context, flags.import);
  if (!module)
    return ExitStatus::BadInput;
  std::string ir;
  llvm::raw_string_ostream stream(ir);
  module->print(stream, OpPrintingFlags().elideLargeElementsAttrs().enableDebugInfo());
  setReproducer(ir);
  return ExitStatus::Done;
}

FuncOp Model::findEntry() {
  FuncOp only;
  for (FuncOp function : module->getOps<FuncOp>()) {
    if (function.getName() == "main")
      return function;
    if (function.isPublic())
      only = only ? FuncOp() : function;
  }
  return only;
}

ExitStatus Model::classifyFailure() {
  ScopedDiagnosticHandler quiet(&context, [](Diagnostic &) {});
  if (succeeded(verify(*module)))
    return ExitStatus::BadInput;
  writeReproducer();
  return ExitStatus::Internal;
}

PipelineOptions Model::getPipelineOptions() {
  PipelineOptions options;
  options.target = flags.target;
  options.targetOptions.level = flags.level;
  options.targetOptions.debugInfo = flags.debugInfo;
  options.configure = [this](PassManager &manager) {
    if (flags.timing)
      manager.enableTiming(rootTiming);
    if (flags.dumpAfter.empty())
      return;
    // The printer of one pass sees the whole module, which only one thread may look at.
    context.disableMultithreading();
    bool all = llvm::is_contained(flags.dumpAfter, "all");
    auto wanted = [this, all](Pass *pass, Operation *) { return all || llvm::is_contained(flags.dumpAfter, pass->getArgument()); };
    manager.enableIRPrinting([](Pass *, Operation *) { return false; }, wanted, /*printModuleScope=*/true, /*printAfterOnlyOnChange=*/false);
  };
  return options;
}

ExitStatus Model::runStages(Stage last) {
  Stopwatch watch(compileSeconds);
  return succeeded(weft::runStages(*module, last, getPipelineOptions())) ? ExitStatus::Done : classifyFailure();
}

/// Where the module came from; nothing about a file that cannot be read any more.
static ModuleOrigin describeOrigin(StringRef path, const ModelFlags &flags) {
  ModuleOrigin origin;
  origin.sourceFile = llvm::sys::path::filename(path).str();
  origin.flags = flags.describe();
  origin.target = flags.target;
  origin.precision = flags.precision;
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file) {
    llvm::consumeError(file.takeError());
    return origin;
  }
  Xxh3 checksum;
  llvm::ArrayRef<char> bytes = (*file)->getBytes();
  constexpr size_t piece = 16 << 20;
  for (size_t at = 0; at < bytes.size(); at += piece) {
    llvm::ArrayRef<char> part = bytes.slice(at, std::min(piece, bytes.size() - at));
    checksum.update(part);
    (*file)->release(part);
  }
  origin.sourceChecksum = checksum.getValue();
  return origin;
}

ExitStatus Model::compile(std::vector<FunctionMemory> *memory) {
  Stopwatch watch(compileSeconds);
  writer = std::make_unique<ModuleWriter>(describeOrigin(path, flags));
  PipelineOptions options = getPipelineOptions();
  TimingScope scope;
  options.targetOptions.progress = [&](StringRef step) {
    scope.stop();
    scope = rootTiming.nest("code generation");
    (void)step;
  };
  return succeeded(compileModule(*module, options, *writer, memory)) ? ExitStatus::Done : classifyFailure();
}

ExitStatus Model::emit(EmitKind kind, std::string &text) {
  if (ExitStatus status = runStages(Stage::Dispatch); status != ExitStatus::Done)
    return status;
  FailureOr<std::string> emitted = findTarget(flags.target)->emit(*module, getPipelineOptions().targetOptions, kind);
  if (failed(emitted))
    return classifyFailure();
  text = std::move(*emitted);
  return ExitStatus::Done;
}
