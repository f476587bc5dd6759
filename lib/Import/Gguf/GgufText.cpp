// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Special ids: what the file names, what follows from the kind of tokenizer,
// and what follows from the texts of tokens.

#include "lib/Import/Gguf/GgufText.h"
#include "lib/Import/Gguf/PreTokenizers.h"
#include "lib/Import/Gguf/TextTokens.h"

using namespace weft;
using namespace weft::gguf;

/// Texts that end a turn, in the order in which they are taken for eot.
static constexpr llvm::StringLiteral kEndsOfTurn[] = {"<|eot_id|>",
                                                      "<|im_end|>",
                                                      "<|end|>",
                                                      "<end_of_turn>",
                                                      "<|endoftext|>",
                                                      "<|end_of_text|>",
                                                      "<EOT>",
                                                      "_<EOT>",
                                                      "[EOT]",
                                                      "<｜end▁of▁sentence｜>",
                                                      "<end_of_utterance>"};

/// Others after which no model goes on.
static constexpr llvm::StringLiteral kOtherEnds[] = {
    "<|return|>",    "<|call|>",     "<|flush|>",   "<|calls|>",
    "<|eom_id|>",    "[EOS]",        "<|fim_pad|>", "<|fim_repo|>",
    "<|repo_name|>", "<|file_sep|>", "[e~["};

namespace {
/// One key and where its id goes.
struct SpecialId {
  const char *key;
  std::optional<int64_t> GgufText::*id;
};
} // namespace

static constexpr SpecialId kSpecialIds[] = {
    {"tokenizer.ggml.bos_token_id", &GgufText::bos},
    {"tokenizer.ggml.eos_token_id", &GgufText::eos},
    {"tokenizer.ggml.eot_token_id", &GgufText::eot},
    {"tokenizer.ggml.eom_token_id", &GgufText::eom},
    {"tokenizer.ggml.unknown_token_id", &GgufText::unknown},
    {"tokenizer.ggml.padding_token_id", &GgufText::padding},
    {"tokenizer.ggml.separator_token_id", &GgufText::separator},
    // How writers spell it.
    {"tokenizer.ggml.seperator_token_id", &GgufText::separator},
    {"tokenizer.ggml.mask_token_id", &GgufText::mask},
    {"tokenizer.ggml.cls_token_id", &GgufText::bos},
};

/// What a kind of tokenizer has where the file is silent.
static void setDefaults(llvm::StringRef model, llvm::StringRef pre,
                        GgufText &text) {
  if (model == "llama") {
    text.bos = 1;
    text.eos = 2;
    text.unknown = 0;
    text.addBos = true;
  } else if (model == "t5") {
    text.eos = 1;
    text.unknown = 2;
    text.padding = 0;
    text.addEos = true;
  } else if (model == "bert") {
    text.bos = 101;
    text.unknown = 100;
    text.separator = 102;
    text.padding = 0;
    text.mask = 103;
    text.addBos = text.addSeparator = true;
  } else if (const PreTokenizer *preTokenizer = findPreTokenizer(pre)) {
    text.addBos = preTokenizer->addsBos;
    text.addSeparator =
        pre == "jina-v1-en" || pre == "jina-v2-code" || pre == "roberta-bpe";
  }
}

static llvm::Error readIds(const GgufFile &file, const Vocabulary &vocabulary,
                           GgufText &text) {
  // Defaults that the vocabulary is too small for are none.
  for (const SpecialId &special : kSpecialIds)
    if (text.*special.id && *(text.*special.id) >= vocabulary.size())
      (text.*special.id).reset();
  for (const SpecialId &special : kSpecialIds) {
    llvm::Expected<std::optional<int64_t>> id = file.findInteger(special.key);
    if (!id)
      return id.takeError();
    if (!*id)
      continue;
    bool isInside = **id >= 0 && **id < vocabulary.size();
    // Files are known to name a padding token that is not there.
    if (!isInside && special.id == &GgufText::padding)
      continue;
    if (!isInside)
      return file.failAt(special.key, llvm::Twine("expected a token of 0 to ") +
                                          llvm::Twine(vocabulary.size() - 1) +
                                          ", found " + llvm::Twine(**id));
    text.*special.id = **id;
  }
  return llvm::Error::success();
}

static llvm::Error readFlag(const GgufFile &file, llvm::StringRef key,
                            bool &flag) {
  llvm::Expected<std::optional<bool>> value = file.findBool(key);
  if (!value)
    return value.takeError();
  flag = value->value_or(flag);
  return llvm::Error::success();
}

static llvm::Error readFlags(const GgufFile &file, GgufText &text) {
  if (llvm::Error error =
          readFlag(file, "tokenizer.ggml.add_bos_token", text.addBos))
    return error;
  if (llvm::Error error =
          readFlag(file, "tokenizer.ggml.add_eos_token", text.addEos))
    return error;
  if (llvm::Error error =
          readFlag(file, "tokenizer.ggml.add_sep_token", text.addSeparator))
    return error;
  // What does not exist cannot be added.
  text.addBos &= text.bos.has_value();
  text.addEos &= text.eos.has_value();
  text.addSeparator &= text.separator.has_value();
  return llvm::Error::success();
}

static void findEnds(const Vocabulary &vocabulary, GgufText &text) {
  for (llvm::StringRef end : kEndsOfTurn)
    if (std::optional<int64_t> id = vocabulary.find(end)) {
      text.endOfGeneration.insert(*id);
      if (!text.eot)
        text.eot = id;
    }
  for (llvm::StringRef end : kOtherEnds)
    if (std::optional<int64_t> id = vocabulary.find(end))
      text.endOfGeneration.insert(*id);
  if (!text.eom)
    text.eom = vocabulary.find("<|eom_id|>");
  // In these formats <|end|> ends a message, after which the next one follows.
  bool hasMessages =
      (vocabulary.find("<|return|>") && vocabulary.find("<|call|>")) ||
      (vocabulary.find("<|calls|>") && vocabulary.find("<|flush|>"));
  std::optional<int64_t> end = vocabulary.find("<|end|>");
  if (hasMessages && end) {
    text.endOfGeneration.erase(*end);
    if (text.eot == end)
      text.eot.reset();
  }
  for (std::optional<int64_t> id : {text.eos, text.eot, text.eom})
    if (id)
      text.endOfGeneration.insert(*id);
}

llvm::Expected<GgufText> gguf::readTextTokens(const GgufFile &file,
                                              const Vocabulary &vocabulary) {
  GgufText text;
  llvm::Expected<std::optional<llvm::StringRef>> model =
      file.findString("tokenizer.ggml.model");
  if (!model)
    return model.takeError();
  llvm::Expected<std::optional<llvm::StringRef>> pre =
      file.findString("tokenizer.ggml.pre");
  if (!pre)
    return pre.takeError();
  setDefaults(model->value_or(""), pre->value_or("default"), text);
  if (llvm::Error error = readIds(file, vocabulary, text))
    return error;
  if (llvm::Error error = readFlags(file, text))
    return error;
  findEnds(vocabulary, text);
  llvm::Expected<std::optional<llvm::StringRef>> chatTemplate =
      file.findString("tokenizer.chat_template");
  if (!chatTemplate)
    return chatTemplate.takeError();
  text.chatTemplate = chatTemplate->value_or("").str();
  return text;
}

llvm::Expected<GgufText> weft::readGgufText(const GgufFile &file) {
  llvm::Expected<std::unique_ptr<Vocabulary>> vocabulary = readVocabulary(file);
  if (!vocabulary)
    return vocabulary.takeError();
  return readTextTokens(file, **vocabulary);
}
