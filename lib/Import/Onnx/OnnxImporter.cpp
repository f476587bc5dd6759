// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See OnnxImporter.h. Opens the file, checks the model as a whole, imports it,
// and reports the first error with file and node.

#include "lib/Import/Onnx/OnnxImporter.h"
#include "lib/Import/Onnx/GraphOrder.h"
#include "lib/Import/Onnx/ModelImporter.h"
#include "lib/Import/Onnx/OnnxTensor.h"
#include "mlir/IR/Verifier.h"

using namespace mlir;
using namespace weft;
using namespace weft::onnx;

namespace {
/// Keeps the first error, wherever in MLIR it was emitted, and says in which
/// node it came up: inference and verifiers do not know.
class FirstError {
public:
  FirstError(MLIRContext &context, const ModelImporter *const &importer)
      : handler(&context, [this, &importer](Diagnostic &diagnostic) {
          return take(diagnostic,
                      importer ? importer->getCurrentNode() : nullptr);
        }) {}

  /// The error, with the location that it was emitted at.
  std::optional<std::pair<Location, std::string>> error;

private:
  LogicalResult take(Diagnostic &diagnostic, const Node *node) {
    if (diagnostic.getSeverity() != DiagnosticSeverity::Error)
      return failure();
    if (error)
      return success();
    std::string text = node ? describe(*node) + ": " : std::string();
    error.emplace(diagnostic.getLocation(), text + diagnostic.str());
    return success();
  }

  ScopedDiagnosticHandler handler;
};

/// What is read, and where it lies.
struct Source {
  StringRef name;
  ArrayRef<char> bytes;
  std::shared_ptr<MappedFile> file;
};
} // namespace

static OpTable collectOps(MLIRContext &context) {
  OpTable table;
  registerAllOps(table);
  for (Dialect *dialect : context.getLoadedDialects())
    if (auto *ops = dialect->getRegisteredInterface<OnnxOps>())
      ops->registerOps(table);
  return table;
}

/// A context holds one module with its weights: those of an earlier one go.
static FailureOr<WeightStore *> makeStore(MLIRContext &context, Location loc) {
  auto store = WeightStore::create();
  if (!store)
    return emitError(loc) << llvm::toString(store.takeError());
  auto *dialect = context.getOrLoadDialect<WeftDialect>();
  dialect->setWeights(std::move(*store));
  return dialect->getWeights();
}

static OwningOpRef<ModuleOp> importModel(const Source &source,
                                         MLIRContext &context,
                                         const OnnxImportOptions &options,
                                         const ModelImporter *&running) {
  Location loc = FileLineColLoc::get(&context, source.name, 0, 0);
  auto store = makeStore(context, loc);
  if (failed(store))
    return nullptr;
  auto model = parseModel(StringRef(source.bytes.data(), source.bytes.size()));
  if (!model) {
    emitError(loc) << llvm::toString(model.takeError());
    return nullptr;
  }
  OpTable table = collectOps(context);
  FunctionTable functions(*model);
  std::string fault = findVersionFault(*model);
  if (fault.empty())
    fault = listUnsupportedOps(*model, table, functions);
  if (!fault.empty()) {
    emitError(loc) << fault;
    return nullptr;
  }

  OwningOpRef<ModuleOp> module = ModuleOp::create(loc);
  TensorReader reader(source.file ? source.name : "", source.bytes, source.file,
                      context);
  ParameterImporter parameters(reader, **store, *module, loc);
  ModelImporter importer(*model, table, functions, *module, parameters,
                         options);
  running = &importer;
  LogicalResult imported = importer.run();
  running = nullptr;
  if (failed(imported) || failed(verify(*module)))
    return nullptr;
  return module;
}

static OwningOpRef<ModuleOp> importSource(const Source &source,
                                          MLIRContext &context,
                                          const OnnxImportOptions &options) {
  const ModelImporter *running = nullptr;
  OwningOpRef<ModuleOp> module;
  std::optional<std::pair<Location, std::string>> error;
  {
    FirstError first(context, running);
    module = importModel(source, context, options, running);
    error = first.error;
  }
  if (error)
    emitError(error->first) << error->second;
  return error ? nullptr : std::move(module);
}

OwningOpRef<ModuleOp> weft::importOnnx(StringRef path, MLIRContext &context,
                                       const OnnxImportOptions &options) {
  auto file = MappedFile::open(path);
  if (!file) {
    emitError(FileLineColLoc::get(&context, path, 0, 0))
        << llvm::toString(file.takeError());
    return nullptr;
  }
  return importSource({path, (*file)->getBytes(), *file}, context, options);
}

OwningOpRef<ModuleOp> weft::importOnnxBytes(ArrayRef<char> bytes,
                                            StringRef name,
                                            MLIRContext &context,
                                            const OnnxImportOptions &options) {
  return importSource({name, bytes, nullptr}, context, options);
}
