// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pipeline with everything that a command line adds: messages, dumps, timing, reproducers, plugins.

#include "tools/weft/Model.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Support/MappedFile.h"
#include "lib/Support/OutputFile.h"
#include "lib/Support/Xxh3.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Tools/Plugins/DialectPlugin.h"
#include "mlir/Tools/Plugins/PassPlugin.h"
#include "mlir/Transforms/Passes.h"
#include "tools/weft/Crash.h"
#include "tools/weft/Progress.h"
#include "tools/weft/RuntimeTimer.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <chrono>

using namespace mlir;
using namespace weft;

namespace {
/// Adds the time of its life to a sum.
class Stopwatch {
public:
  explicit Stopwatch(double &seconds) : seconds(seconds) {}
  ~Stopwatch() {
    seconds +=
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin)
            .count();
  }

private:
  double &seconds;
  std::chrono::steady_clock::time_point begin =
      std::chrono::steady_clock::now();
};
} // namespace

Model::Model(const ModelFlags &flags) : flags(flags), tuneFile(flags.tuneFile) {
  if (flags.timing) {
    timing.setEnabled(true);
    rootTiming = timing.getRootScope();
  }
  context.getDiagEngine().registerHandler(
      [this](Diagnostic &diagnostic) { handleDiagnostic(diagnostic); });
  if (flags.remarks)
    remarks.listen(context);
  std::string folder =
      flags.cache.empty() ? findCodeCacheFolder() : flags.cache;
  if (!folder.empty() && folder != "off")
    cache = std::make_unique<ContentCache>(folder, findCodeCacheLimit());
}

Model::~Model() { setReproducer(""); }

ExitStatus Model::finish(LogicalResult result) {
  progress::clear();
  remarks.flush([this](StringRef place, StringRef text) {
    if (keptRemarks)
      keptRemarks->push_back({place.str(), text.str()});
    if (!flags.remarks)
      return;
    llvm::errs() << "remark: " << place << (place.empty() ? "" : ": ") << text
                 << '\n';
  });
  reportCache();
  return succeeded(result) ? ExitStatus::Done : classifyFailure();
}

void Model::keepRemarks(std::vector<Remark> &list) {
  keptRemarks = &list;
  if (!flags.remarks)
    remarks.listen(context);
}

void Model::reportCache() {
  if (!flags.remarks || !cache || cache->getHits() + cache->getMisses() == 0)
    return;
  llvm::errs() << "remark: " << cache->getHits() << " of "
               << cache->getHits() + cache->getMisses()
               << " functions of code came from the cache in '"
               << cache->getFolder() << "'\n";
  if (std::string failure = cache->getFailure(); !failure.empty())
    llvm::errs() << "remark: code is not kept: " << failure << '\n';
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
  std::string place = describePlace(diagnostic.getLocation());
  // A message that names the file itself is not given it once more.
  if (!place.empty() && (path.empty() || !StringRef(place).starts_with(path) ||
                         !StringRef(message).contains(path)))
    stream << place << ": ";
  stream << message << '\n';
  for (Diagnostic &note : diagnostic.getNotes())
    if (!StringRef(note.str()).starts_with("see current operation"))
      stream << "note: " << note.str() << '\n';
  progress::clear();
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

ExitStatus Model::checkDumps() {
  if (flags.dumpAfter.empty())
    return ExitStatus::Done;
  registerTransformsPasses();
  registerCompilerPasses();
  for (const std::string &pass : flags.dumpAfter)
    if (pass != "all" && !PassInfo::lookup(pass))
      return reportError(ExitStatus::WrongUsage,
                         "--dump-ir-after expects a pass or all, found '" +
                             pass + "'; `weft-opt --help` lists passes");
  return ExitStatus::Done;
}

ExitStatus Model::import(StringRef file) {
  Stopwatch watch(compileSeconds);
  TimingScope scope = rootTiming.nest("import");
  path = file.str();
  progress::show("importing " + path);
  DialectRegistry registry;
  registerCompilerDialects(registry);
  if (ExitStatus status = loadPlugins(registry); status != ExitStatus::Done)
    return status;
  if (ExitStatus status = checkDumps(); status != ExitStatus::Done)
    return status;
  context.appendDialectRegistry(registry);
  context.loadAllAvailableDialects();
  module = importModel(path, context, flags.import, &assets);
  progress::clear();
  if (!module)
    return ExitStatus::BadInput;
  std::string ir;
  llvm::raw_string_ostream stream(ir);
  module->print(stream,
                OpPrintingFlags().elideLargeElementsAttrs().enableDebugInfo());
  setReproducer(ir);
  return ExitStatus::Done;
}

ExitStatus Model::chooseTarget() {
  auto recorded =
      module->getOperation()->getAttrOfType<StringAttr>(kTargetAttribute);
  target = !flags.target.empty() ? flags.target
           : recorded            ? recorded.str()
                                 : "cpu";
  const Target *found = findTarget(target);
  if (!found)
    return reportError(
        ExitStatus::BadInput,
        "target '" + target + "' is not available in this build" +
            (flags.target.empty() ? ", and the model was converted for it"
                                  : "") +
            "; `weft targets` lists what is, and --target chooses");
  if (!llvm::is_contained(found->getPrecisions(), flags.precision))
    return reportError(ExitStatus::BadInput,
                       "--precision " + flags.precision +
                           " is not available yet for target '" + target +
                           "'; it has " +
                           llvm::join(found->getPrecisions(), ", "));
  return ExitStatus::Done;
}

FuncOp Model::findEntry(StringRef name) {
  if (!name.empty())
    return module->lookupSymbol<FuncOp>(name);
  if (auto main = module->lookupSymbol<FuncOp>("main"))
    return main;
  auto entries = llvm::make_filter_range(
      module->getOps<FuncOp>(), [](FuncOp each) { return each.isPublic(); });
  return llvm::hasSingleElement(entries) ? *entries.begin() : FuncOp();
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
  options.target = target;
  options.targetOptions.level = flags.level;
  options.targetOptions.precision = flags.precision;
  options.targetOptions.debugInfo = flags.debugInfo;
  options.cacheType = flags.cacheType;
  options.targetOptions.cache = cache.get();
  options.targetOptions.tuneFile = tuneFile;
  options.configure = [this](PassManager &manager) {
    if (flags.timing)
      manager.enableTiming(rootTiming);
    if (flags.dumpAfter.empty()) {
      progress::showPasses(manager);
      return;
    }
    // The printer of one pass sees the whole module, which only one thread may
    // look at.
    context.disableMultithreading();
    bool all = llvm::is_contained(flags.dumpAfter, "all");
    auto wanted = [this, all](Pass *pass, Operation *) {
      return all || llvm::is_contained(flags.dumpAfter, pass->getArgument());
    };
    manager.enableIRPrinting([](Pass *, Operation *) { return false; }, wanted,
                             /*printModuleScope=*/true,
                             /*printAfterOnlyOnChange=*/false);
  };
  return options;
}

ExitStatus
Model::runPasses(llvm::function_ref<void(OpPassManager &)> addPasses) {
  PassManager manager(&context);
  manager.enableVerifier(true);
  if (PipelineOptions options = getPipelineOptions(); options.configure)
    options.configure(manager);
  addPasses(manager);
  return finish(manager.run(*module));
}

ExitStatus Model::runStages(Stage last) {
  Stopwatch watch(compileSeconds);
  if (ExitStatus status = chooseTarget(); status != ExitStatus::Done)
    return status;
  isDispatched = last == Stage::Dispatch;
  return finish(weft::runStages(*module, last, getPipelineOptions()));
}

/// Where the module came from; nothing about a file that cannot be read any
/// more.
static ModuleOrigin describeOrigin(StringRef path, StringRef target,
                                   const ModelFlags &flags) {
  ModuleOrigin origin;
  origin.sourceFile = llvm::sys::path::filename(path).str();
  origin.flags = flags.describe();
  origin.target = target.str();
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
    llvm::ArrayRef<char> part =
        bytes.slice(at, std::min(piece, bytes.size() - at));
    checksum.update(part);
    (*file)->release(part);
  }
  origin.sourceChecksum = checksum.getValue();
  return origin;
}

ExitStatus Model::compile(std::vector<FunctionMemory> *memory) {
  Stopwatch watch(compileSeconds);
  if (ExitStatus status = chooseTarget(); status != ExitStatus::Done)
    return status;
  writer = std::make_unique<ModuleWriter>(describeOrigin(path, target, flags));
  for (const auto &[name, bytes] : assets)
    writer->addAsset(name, bytes);
  PipelineOptions options = getPipelineOptions();
  TimingScope scope;
  options.targetOptions.progress = [&](StringRef step) {
    progress::show(step);
    scope.stop();
    scope = rootTiming.nest(step);
  };
  if (isDispatched)
    return finish(findTarget(target)->generate(*module, options.targetOptions,
                                               *writer, memory));
  return finish(compileModule(*module, options, *writer, memory));
}

ExitStatus Model::compileToMemory(std::shared_ptr<MappedFile> &compiled,
                                  std::vector<FunctionMemory> *memory) {
  if (ExitStatus status = compile(memory); status != ExitStatus::Done)
    return status;
  llvm::Expected<std::shared_ptr<MappedFile>> written = writer->writeToMemory();
  if (!written)
    return reportError(ExitStatus::BadInput, written.takeError());
  compiled = std::move(*written);
  return ExitStatus::Done;
}

ExitStatus Model::tune(double seconds) {
  if (tuneFile.empty())
    tuneFile = findScheduleFile();
  if (tuneFile.empty())
    return reportError(ExitStatus::WrongUsage,
                       "--tune expects --tune-file FILE where there is no "
                       "folder of caches");
  if (ExitStatus status = runStages(Stage::Dispatch);
      status != ExitStatus::Done)
    return status;
  RuntimeTimer timer(context);
  TuneOptions options{seconds, tuneFile, &timer,
                      [](double part, const llvm::Twine &what) {
                        progress::show(part, "tuning " + what);
                      }};
  // What is compiled on the way is no output: nothing is said of it.
  remarks.setEnabled(false);
  LogicalResult result = findTarget(target)->tune(
      *module, getPipelineOptions().targetOptions, options);
  remarks.setEnabled(true);
  return finish(result);
}

ExitStatus Model::emit(EmitKind kind, std::string &text) {
  if (ExitStatus status = runStages(Stage::Dispatch);
      status != ExitStatus::Done)
    return status;
  FailureOr<std::string> emitted = findTarget(target)->emit(
      *module, getPipelineOptions().targetOptions, kind);
  if (succeeded(emitted))
    text = std::move(*emitted);
  return finish(success(succeeded(emitted)));
}

ExitStatus Model::emitLibrary(StringRef output) {
  if (!isDispatched)
    if (ExitStatus status = runStages(Stage::Dispatch);
        status != ExitStatus::Done)
      return status;
  return finish(findTarget(target)->emitLibrary(
      *module, getPipelineOptions().targetOptions, output));
}

ExitStatus weft::checkOutput(StringRef model, StringRef output) {
  if (output.empty() || output == "-")
    return ExitStatus::Done;
  if (llvm::Error error = checkOutputPath(model, output))
    return reportError(llvm::sys::fs::equivalent(model, output)
                           ? ExitStatus::WrongUsage
                           : ExitStatus::BadInput,
                       std::move(error));
  return ExitStatus::Done;
}
