// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See HuggingFaceAssets.h.

#include "lib/Import/HuggingFace/HuggingFaceAssets.h"
#include "llvm/Support/FormatVariadic.h"

using namespace weft;
using llvm::StringRef;
namespace json = llvm::json;

/// The first object that has the setting, null ones left out.
static const json::Value *
findFirst(StringRef key, std::initializer_list<const json::Object *> objects) {
  for (const json::Object *object : objects)
    if (const json::Value *value = object ? object->get(key) : nullptr;
        value && value->kind() != json::Value::Null)
      return value;
  return nullptr;
}

/// A token of tokenizer_config.json: its text, or an object with it.
static std::string findToken(const json::Object &config, StringRef key) {
  if (const json::Object *token = config.getObject(key))
    return token->getString("content").value_or("").str();
  return config.getString(key).value_or("").str();
}

static std::string describeGeneration(const ModelFolder &folder,
                                      int64_t context) {
  json::Object settings = folder.generationConfig;
  const json::Object *text = folder.config.getObject("text_config");
  for (StringRef key : {"bos_token_id", "eos_token_id"})
    if (const json::Value *id =
            findFirst(key, {&folder.generationConfig, &folder.config, text}))
      settings[key] = *id;
  json::Value &ends = settings["eos_token_id"];
  if (ends.kind() == json::Value::Null)
    ends = json::Array();
  else if (!ends.getAsArray())
    ends = json::Array{json::Value(ends)};
  for (StringRef key : {"bos_token", "eos_token"})
    if (std::string token = findToken(folder.tokenizerConfig, key);
        !token.empty())
      settings[key] = std::move(token);
  settings["max_position_embeddings"] = context;
  return llvm::formatv("{0}", json::Value(std::move(settings))).str();
}

void weft::readHuggingFaceAssets(const ModelFolder &folder, int64_t context,
                                 ModelAssets &assets) {
  if (folder.tokenizerJson)
    assets.emplace_back(kTokenizerAsset, *folder.tokenizerJson);
  if (!folder.chatTemplate.empty())
    assets.emplace_back(kChatTemplateAsset, folder.chatTemplate);
  assets.emplace_back(kGenerationAsset, describeGeneration(folder, context));
}
