// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Chooses the exporter.

#include "lib/Export/Model/ExportModel.h"
#include "dialects/Weft/DecoderAttributes.h"
#include "dialects/Weft/WeftOps.h"
#include "lib/Export/Gguf/GgufModelWriter.h"
#include "lib/Export/HuggingFace/HuggingFaceFolder.h"
#include "lib/Export/Onnx/OnnxProgram.h"
#include "lib/Export/Onnx/OnnxWeights.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace weft;
using llvm::StringRef;
using llvm::Twine;

/// The format that an ending stands for, or "".
static StringRef findFormat(StringRef path) {
  if (llvm::sys::fs::is_directory(path))
    return "safetensors";
  return llvm::StringSwitch<StringRef>(llvm::sys::path::extension(path))
      .Case(".gguf", "gguf")
      .Case(".onnx", "onnx")
      .Case("", "safetensors")
      .Default("");
}

llvm::Error weft::checkExportOptions(ExportOptions &options, StringRef path,
                                     StringRef prefix) {
  auto check = [&](StringRef name, StringRef value,
                   llvm::ArrayRef<StringRef> choices) -> llvm::Error {
    if (value.empty() || llvm::is_contained(choices, value))
      return llvm::Error::success();
    return llvm::createStringError(prefix + name + " expects one of " +
                                   llvm::join(choices, ", ") + ", found '" +
                                   value + "'");
  };
  if (llvm::Error error = check("format", options.format, kExportFormats))
    return error;
  if (llvm::Error error = check("type", options.type, kExportTypes))
    return error;
  if (options.format.empty())
    options.format = findFormat(path).str();
  if (options.format.empty())
    return llvm::createStringError(
        "expected an output that ends in .gguf or .onnx, or a folder for "
        "safetensors, found '" +
        path + "': say which by " + prefix + "format");
  constexpr StringRef floats[] = {"f32", "f16", "bf16"};
  for (auto [name, isGiven] : {std::pair("source", !options.source.empty()),
                               std::pair("external-data", options.isExternal)})
    if (isGiven && options.format != "onnx")
      return llvm::createStringError(
          prefix + name + " is for ONNX, found the format " + options.format);
  if (!options.source.empty() && options.isExternal)
    return llvm::createStringError(
        prefix + "source and " + prefix +
        "external-data are not for one call: the source's graph stays in one "
        "file");
  if (options.format == "safetensors")
    return check("type", options.type, floats);
  if (!options.type.empty() && options.format == "onnx")
    return llvm::createStringError(prefix + "type is for GGUF and safetensors, "
                                            "found the format onnx");
  return llvm::Error::success();
}

static std::optional<GgufType> parseType(StringRef name) {
  return llvm::StringSwitch<std::optional<GgufType>>(name)
      .Case("f32", GgufType::F32)
      .Case("f16", GgufType::F16)
      .Case("bf16", GgufType::BF16)
      .Case("q8_0", GgufType::Q8_0)
      .Case("q5_1", GgufType::Q5_1)
      .Case("q5_0", GgufType::Q5_0)
      .Case("q4_1", GgufType::Q4_1)
      .Case("q4_0", GgufType::Q4_0)
      .Default(std::nullopt);
}

/// Whether products round what they read when the model runs.
static bool roundsActivations(mlir::ModuleOp module) {
  return module.walk([](QuantizeOp) { return mlir::WalkResult::interrupt(); })
      .wasInterrupted();
}

llvm::Error weft::exportModel(mlir::ModuleOp module, const ModelAssets &assets,
                              StringRef path, const ExportOptions &options,
                              std::vector<std::string> &warnings) {
  for (auto parameter : module.getOps<ParameterOp>())
    if (auto adapter =
            parameter->getAttrOfType<mlir::StringAttr>(kAdapterAttribute))
      return llvm::createStringError(
          "adapter '" + adapter.getValue() +
          "' lies beside the weights, which no other format has: export the "
          "model without it, or merge it by --lora");
  if (options.format != "onnx" && roundsActivations(module))
    warnings.push_back("what linear layers read is rounded to 8 bits in the "
                       "model, token by token; the file has the weights alone");
  if (options.format == "gguf")
    return exportGguf(module, assets, path,
                      {parseType(options.type), options.hasTokenizer},
                      warnings);
  if (options.format == "safetensors")
    return exportHuggingFace(module, assets, path,
                             {options.type, options.hasTokenizer}, warnings);
  if (!options.source.empty())
    return exportOnnxWeights(module, options.source, path);
  return exportOnnxProgram(module, path, options.isExternal);
}
