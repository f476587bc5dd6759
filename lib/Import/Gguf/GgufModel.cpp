// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See GgufModel.h.

#include "lib/Import/Gguf/GgufModel.h"
#include "lib/Import/Decoder/DecoderBuilder.h"
#include "lib/Import/Gguf/GgufArchitecture.h"
#include "lib/Import/Gguf/GgufText.h"
#include "lib/Import/Gguf/GgufTokenizer.h"
#include "lib/Import/Gguf/GgufWeights.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

using namespace mlir;
using namespace weft;

/// The settings of generation as Hugging Face has them.
static llvm::Expected<std::string> describeGeneration(const GgufFile &file,
                                                      const GgufText &text,
                                                      int64_t context) {
  llvm::json::Object settings{{"max_position_embeddings", context}};
  llvm::json::Array ends;
  for (int64_t id : text.endOfGeneration)
    ends.push_back(id);
  settings["eos_token_id"] = std::move(ends);
  auto tokens = file.findStrings("tokenizer.ggml.tokens");
  if (!tokens)
    return tokens.takeError();
  auto name = [&](StringRef key, std::optional<int64_t> id) {
    if (id && *tokens && static_cast<size_t>(*id) < (*tokens)->size())
      settings[key] = (**tokens)[static_cast<size_t>(*id)].str();
  };
  name("bos_token", text.bos);
  name("eos_token", text.eos);
  if (text.bos)
    settings["bos_token_id"] = *text.bos;
  return llvm::formatv("{0}", llvm::json::Value(std::move(settings))).str();
}

static llvm::Error readAssets(const GgufFile &file, int64_t context,
                              ModelAssets &assets) {
  auto kind = file.findString("tokenizer.ggml.model");
  if (!kind)
    return kind.takeError();
  // Models whose text is ids alone say so in either way.
  if (kind->value_or("none") == "none" || **kind == "no_vocab")
    return llvm::Error::success();
  llvm::Expected<std::string> tokenizer = makeTokenizerJson(file);
  if (!tokenizer)
    return tokenizer.takeError();
  llvm::Expected<GgufText> text = readGgufText(file);
  if (!text)
    return text.takeError();
  llvm::Expected<std::string> generation =
      describeGeneration(file, *text, context);
  if (!generation)
    return generation.takeError();
  assets.emplace_back(kTokenizerAsset, std::move(*tokenizer));
  assets.emplace_back(kGenerationAsset, std::move(*generation));
  if (!text->chatTemplate.empty())
    assets.emplace_back(kChatTemplateAsset, text->chatTemplate);
  return llvm::Error::success();
}

OwningOpRef<ModuleOp> weft::importGguf(StringRef path, MLIRContext &context,
                                       ModelAssets &assets) {
  Location loc = FileLineColLoc::get(&context, path, 0, 0);
  auto refuse = [&](llvm::Error error) {
    emitError(loc) << llvm::toString(std::move(error));
    return OwningOpRef<ModuleOp>();
  };
  llvm::Expected<std::unique_ptr<GgufFile>> file = GgufFile::open(path);
  if (!file)
    return refuse(file.takeError());
  llvm::Expected<DecoderConfig> config = readGgufConfig(**file);
  if (!config)
    return refuse(config.takeError());
  if (llvm::Error error = readAssets(**file, config->context, assets))
    return refuse(std::move(error));
  GgufWeights weights(**file, config->architecture == "phi3");
  return buildDecoder(*config, weights, loc);
}
