// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See HuggingFaceModel.h.

#include "lib/Import/HuggingFace/HuggingFaceModel.h"
#include "lib/Import/Decoder/DecoderBuilder.h"
#include "lib/Import/HuggingFace/HuggingFaceAssets.h"
#include "lib/Import/HuggingFace/HuggingFaceWeights.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace mlir;
using namespace weft;

bool weft::isHuggingFaceModel(StringRef path) {
  return llvm::sys::fs::is_directory(path) ||
         llvm::sys::path::filename(path) == "config.json" ||
         path.ends_with(".safetensors") ||
         path.ends_with(".safetensors.index.json");
}

OwningOpRef<ModuleOp> weft::importHuggingFace(StringRef path,
                                              MLIRContext &context,
                                              ModelAssets &assets) {
  Location loc = FileLineColLoc::get(&context, path, 0, 0);
  auto refuse = [&](llvm::Error error) {
    emitError(loc) << llvm::toString(std::move(error));
    return OwningOpRef<ModuleOp>();
  };
  StringRef directory = path;
  if (!llvm::sys::fs::is_directory(path)) {
    directory = llvm::sys::path::parent_path(path);
    if (directory.empty())
      directory = ".";
  }
  llvm::Expected<ModelFolder> folder = ModelFolder::open(directory);
  if (!folder)
    return refuse(folder.takeError());
  SmallString<128> where(directory);
  llvm::sys::path::append(where, "config.json");
  llvm::Expected<HuggingFaceConfig> config =
      readHuggingFaceConfig(folder->config, ("'" + where + "'").str());
  if (!config)
    return refuse(config.takeError());
  readHuggingFaceAssets(*folder, config->decoder.context, assets);
  HuggingFaceWeights weights(*folder->weights, *config);
  return buildDecoder(config->decoder, weights, loc);
}
