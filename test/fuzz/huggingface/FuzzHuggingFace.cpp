// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The texts of a stranger's model: config.json, a null byte, and
// model.safetensors.index.json of shards that are in order.

#include "lib/Import/HuggingFace/HuggingFaceAssets.h"
#include "lib/Import/HuggingFace/HuggingFaceConfig.h"
#include "test/fuzz/InputFile.h"
#include <cstdlib>

using namespace weft;

/// One tensor of two bytes.
static std::string makeShard(llvm::StringRef name) {
  std::string header = ("{\"" + name +
                        "\":{\"dtype\":\"F16\",\"shape\":[1],"
                        "\"data_offsets\":[0,2]}}")
                           .str();
  return std::string{char(header.size()), 0, 0, 0, 0, 0, 0, 0} + header + "xy";
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const std::string folder = makeInputFolder();
  static const InputFile config(folder + "/config.json"),
      index(folder + "/model.safetensors.index.json");
  static const bool hasShards =
      InputFile(folder + "/a").write(makeShard("a")) &&
      InputFile(folder + "/b").write(makeShard("b"));
  auto [text, map] =
      llvm::StringRef(reinterpret_cast<const char *>(data), size).split('\0');
  if (!hasShards || !config.write(text) || !index.write(map))
    return 0;
  llvm::Expected<ModelFolder> model = ModelFolder::open(folder);
  if (!model) {
    llvm::consumeError(model.takeError());
    return 0;
  }
  llvm::Expected<HuggingFaceConfig> decoder =
      readHuggingFaceConfig(model->config, "config.json");
  if (!decoder) {
    llvm::consumeError(decoder.takeError());
    return 0;
  }
  ModelAssets assets;
  readHuggingFaceAssets(*model, decoder->decoder.context, assets);
  for (const auto &[name, asset] : assets)
    if (llvm::Error error = llvm::json::parse(asset).takeError())
      std::abort();
  return 0;
}
