// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A folder as Hugging Face publishes models: config.json, tokenizer.json, the
// weights as safetensors, and what goes with them.

#ifndef WEFT_LIB_IMPORT_SAFETENSORS_MODELFOLDER_H
#define WEFT_LIB_IMPORT_SAFETENSORS_MODELFOLDER_H

#include "lib/Import/Safetensors/SafetensorsFile.h"
#include "llvm/Support/JSON.h"
#include <optional>

namespace weft {

/// What the folder holds. Weights stay mapped; the rest is read.
struct ModelFolder {
  std::string path;
  /// config.json.
  llvm::json::Object config;
  /// generation_config.json, empty where there is none.
  llvm::json::Object generationConfig;
  /// tokenizer_config.json, empty where there is none.
  llvm::json::Object tokenizerConfig;
  /// The text of tokenizer.json; nothing where there is none.
  std::optional<std::string> tokenizerJson;
  /// chat_template.jinja, else the default chat_template of
  /// tokenizer_config.json; empty where there is neither.
  std::string chatTemplate;
  std::unique_ptr<SafetensorsFile> weights;

  /// Fails where config.json or the weights are missing or damaged. Errors name
  /// the file and the remedy.
  static llvm::Expected<ModelFolder> open(llvm::StringRef path);

  /// Returns tokenizerJson, or an error that says how to make one.
  llvm::Expected<llvm::StringRef> getTokenizerJson() const;
};

} // namespace weft

#endif // WEFT_LIB_IMPORT_SAFETENSORS_MODELFOLDER_H
