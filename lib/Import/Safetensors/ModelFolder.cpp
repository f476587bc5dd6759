// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Finds the files of a Hugging Face model and reads the small ones.

#include "lib/Import/Safetensors/ModelFolder.h"
#include "lib/Support/IndexReader.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace weft;
namespace json = llvm::json;

static std::string join(llvm::StringRef folder, llvm::StringRef name) {
  llvm::SmallString<128> path(folder);
  llvm::sys::path::append(path, name);
  return path.str().str();
}

/// Returns the text of a file, nothing where there is none.
static llvm::Expected<std::optional<std::string>>
readText(const std::string &path) {
  if (!llvm::sys::fs::exists(path))
    return std::optional<std::string>();
  llvm::Expected<std::shared_ptr<MappedFile>> file = MappedFile::open(path);
  if (!file)
    return file.takeError();
  llvm::ArrayRef<char> bytes = (*file)->getBytes();
  return std::optional(std::string(bytes.data(), bytes.size()));
}

/// Reads an object; empty where there is no file.
static llvm::Error readObject(const std::string &path, json::Object &object) {
  llvm::Expected<std::optional<std::string>> text = readText(path);
  if (!text)
    return text.takeError();
  if (!*text)
    return llvm::Error::success();
  return parseIndex(**text, "'" + path + "'").moveInto(object);
}

/// Returns chat_template of tokenizer_config.json: a text, or a list of named
/// ones with one named default.
static std::string findTemplate(const json::Object &config) {
  if (std::optional<llvm::StringRef> text = config.getString("chat_template"))
    return text->str();
  if (const json::Array *list = config.getArray("chat_template"))
    for (const json::Value &value : *list) {
      const json::Object *entry = value.getAsObject();
      if (entry && entry->getString("name") == "default")
        return entry->getString("template").value_or("").str();
    }
  return "";
}

llvm::Expected<ModelFolder> ModelFolder::open(llvm::StringRef path) {
  ModelFolder folder;
  folder.path = path.str();
  if (!llvm::sys::fs::is_directory(path))
    return llvm::createStringError(
        llvm::Twine("'") + path + "': expected a folder, found " +
        (llvm::sys::fs::exists(path) ? "a file" : "nothing"));
  std::string config = join(path, "config.json");
  if (!llvm::sys::fs::exists(config))
    return llvm::createStringError(
        llvm::Twine("'") + config +
        "': expected this file in the folder of a model, found none: download "
        "all files of the model's repository into the folder");
  if (llvm::Error error = readObject(config, folder.config))
    return error;
  if (llvm::Error error = readObject(join(path, "generation_config.json"),
                                     folder.generationConfig))
    return error;
  if (llvm::Error error = readObject(join(path, "tokenizer_config.json"),
                                     folder.tokenizerConfig))
    return error;
  if (llvm::Error error =
          readText(join(path, "tokenizer.json")).moveInto(folder.tokenizerJson))
    return error;
  std::optional<std::string> chatTemplate;
  if (llvm::Error error =
          readText(join(path, "chat_template.jinja")).moveInto(chatTemplate))
    return error;
  folder.chatTemplate =
      chatTemplate ? *chatTemplate : findTemplate(folder.tokenizerConfig);
  if (llvm::Error error = SafetensorsFile::open(path).moveInto(folder.weights))
    return error;
  return folder;
}

llvm::Expected<llvm::StringRef> ModelFolder::getTokenizerJson() const {
  if (tokenizerJson)
    return llvm::StringRef(*tokenizerJson);
  return llvm::createStringError(
      "'" + join(path, "tokenizer.json") +
      llvm::Twine("': expected this file in the folder of a model, found none: "
                  "write it with transformers: AutoTokenizer.from_pretrained("
                  "folder).save_pretrained(folder)"));
}
