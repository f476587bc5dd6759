// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Chooses the importer and fixes dimensions for those that cannot.

#include "lib/Import/Model/ImportModel.h"
#include "lib/Import/Gguf/GgufModel.h"
#include "lib/Import/HuggingFace/HuggingFaceModel.h"
#include "lib/Import/Lora/AttachLora.h"
#include "lib/Import/Lora/MergeLora.h"
#include "lib/Import/ModelIr/ModelIr.h"
#include "lib/Import/Onnx/OnnxImporter.h"
#include "lib/Support/DimBinding.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "passes/Simplify/Simplify.h"
#include "llvm/Support/FileSystem.h"

using namespace mlir;
using namespace weft;

llvm::Expected<ModelFormat> weft::detectModelFormat(StringRef path) {
  if (isHuggingFaceModel(path))
    return ModelFormat::HuggingFace;
  llvm::Expected<llvm::sys::fs::file_t> file =
      llvm::sys::fs::openNativeFileForRead(path);
  if (!file)
    return llvm::createStringError("cannot read '" + path +
                                   "': " + llvm::toString(file.takeError()));
  char start[8] = {};
  llvm::Expected<size_t> read = llvm::sys::fs::readNativeFile(*file, start);
  llvm::sys::fs::closeFile(*file);
  if (!read)
    return llvm::createStringError("cannot read '" + path +
                                   "': " + llvm::toString(read.takeError()));
  StringRef magic(start, *read);
  if (magic == "WEFTMODL")
    return ModelFormat::Module;
  if (magic.starts_with("WEFTIR"))
    return ModelFormat::ModelIr;
  if (magic.starts_with("GGUF"))
    return ModelFormat::Gguf;
  if (path.ends_with(".mlir") || magic.starts_with("ML\xefR"))
    return ModelFormat::Mlir;
  return ModelFormat::Onnx;
}

/// Reads the options into those of the ONNX importer.
static FailureOr<OnnxImportOptions>
readOptions(const ModelImportOptions &options, Location loc) {
  OnnxImportOptions onnx;
  for (StringRef text : options.states) {
    auto [input, output] = text.split('=');
    if (input.empty() || output.empty())
      return emitError(loc)
             << "expected a state as INPUT=OUTPUT, found '" << text << "'";
    onnx.states.push_back({input.str(), input.str(), output.str()});
  }
  for (StringRef text : options.dims) {
    llvm::Expected<DimBinding> binding = parseDimBinding(text);
    if (!binding)
      return emitError(loc) << llvm::toString(binding.takeError());
    if (binding->isFixed())
      onnx.dims[binding->name] = binding->least;
  }
  return onnx;
}

/// Fixes or bounds dimensions of a module that is imported already.
static LogicalResult bindDims(ModuleOp module, ArrayRef<std::string> dims) {
  if (dims.empty())
    return success();
  PassManager manager(module.getContext());
  BindDimsOptions options;
  for (const std::string &dim : dims)
    options.bindings.push_back(dim);
  manager.addPass(createBindDims(options));
  return manager.run(module);
}

/// Bounds dimensions of an ONNX model; the importer has fixed the others.
static OwningOpRef<ModuleOp> boundDims(OwningOpRef<ModuleOp> module,
                                       ArrayRef<std::string> dims) {
  SmallVector<std::string> ranges;
  llvm::copy_if(dims, std::back_inserter(ranges), [](StringRef dim) {
    return !llvm::cantFail(parseDimBinding(dim)).isFixed();
  });
  return module && succeeded(bindDims(*module, ranges)) ? std::move(module)
                                                        : nullptr;
}

/// Reads a model.ir with its assets.
static OwningOpRef<ModuleOp> readModelIr(StringRef path, MLIRContext &context,
                                         ModelAssets &assets) {
  ModelIrExtras extras;
  OwningOpRef<ModuleOp> module = importModelIr(path, context, &extras);
  for (const ModelAsset &asset : extras.assets)
    assets.emplace_back(asset.name,
                        std::string(asset.bytes.data(), asset.bytes.size()));
  return module;
}

static llvm::Error applyAdapter(
    ModuleOp module, StringRef text,
    llvm::function_ref<llvm::Error(ModuleOp, const LoraAdapter &, double scale)>
        apply) {
  llvm::Expected<LoraChoice> choice = parseLora(text);
  if (!choice)
    return choice.takeError();
  llvm::Expected<LoraAdapter> adapter = openLoraAdapter(choice->path);
  if (!adapter)
    return adapter.takeError();
  for (const std::string &warning : adapter->warnings)
    emitWarning(module.getLoc())
        << "adapter '" << adapter->path << "': " << warning;
  return apply(module, *adapter, choice->scale);
}

static LogicalResult applyAdapters(ModuleOp module,
                                   const ModelImportOptions &options,
                                   Location loc) {
  for (auto [texts, apply] : {std::pair(&options.adapters, &mergeLora),
                              std::pair(&options.adaptersBeside, &attachLora)})
    for (const std::string &text : *texts)
      if (llvm::Error error = applyAdapter(module, text, apply))
        return emitError(loc) << llvm::toString(std::move(error));
  return success();
}

OwningOpRef<ModuleOp> weft::importModel(StringRef path, MLIRContext &context,
                                        const ModelImportOptions &options,
                                        ModelAssets *assets) {
  ModelAssets unwanted;
  ModelAssets &found = assets ? *assets : unwanted;
  Location loc = FileLineColLoc::get(&context, path, 0, 0);
  llvm::Expected<ModelFormat> format = detectModelFormat(path);
  if (!format) {
    emitError(loc) << llvm::toString(format.takeError());
    return nullptr;
  }
  FailureOr<OnnxImportOptions> onnx = readOptions(options, loc);
  if (failed(onnx))
    return nullptr;
  bool hasAdapters =
      !options.adapters.empty() || !options.adaptersBeside.empty();
  if (*format == ModelFormat::Onnx && !hasAdapters)
    return boundDims(importOnnx(path, context, *onnx), options.dims);
  if (*format == ModelFormat::Onnx) {
    emitError(loc) << "expected a language model as GGUF, a folder or a "
                      "model.ir for an adapter, found an ONNX model";
    return nullptr;
  }
  if (*format == ModelFormat::Module) {
    emitError(loc) << "expected a model, found a compiled module, which has no "
                      "IR: give what it was compiled from";
    return nullptr;
  }
  if (!options.states.empty()) {
    emitError(loc) << "expected an ONNX model for states of inputs and "
                      "outputs: other models have their states in them";
    return nullptr;
  }
  OwningOpRef<ModuleOp> module;
  if (*format == ModelFormat::Gguf)
    module = importGguf(path, context, found);
  else if (*format == ModelFormat::HuggingFace)
    module = importHuggingFace(path, context, found);
  else if (*format == ModelFormat::ModelIr)
    module = readModelIr(path, context, found);
  else
    module = parseSourceFile<ModuleOp>(path, ParserConfig(&context));
  if (!module || failed(applyAdapters(*module, options, loc)) ||
      failed(bindDims(*module, options.dims)))
    return nullptr;
  return module;
}

OwningOpRef<ModuleOp>
weft::importModelBytes(llvm::ArrayRef<char> bytes, StringRef name,
                       MLIRContext &context,
                       const ModelImportOptions &options) {
  FailureOr<OnnxImportOptions> onnx =
      readOptions(options, FileLineColLoc::get(&context, name, 0, 0));
  if (failed(onnx))
    return nullptr;
  return boundDims(importOnnxBytes(bytes, name, context, *onnx), options.dims);
}
