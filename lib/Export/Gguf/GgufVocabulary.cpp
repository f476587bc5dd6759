// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// SentencePiece joins the neighbours whose union has the best score, BPE those
// with the first merge: the rank of the first merge that makes a piece, negated,
// serves as its score.

#include "lib/Export/Gguf/GgufVocabulary.h"
#include "lib/Import/Gguf/PreTokenizers.h"
#include "lib/Import/Gguf/Vocabulary.h"
#include "lib/Support/IndexReader.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"

using namespace weft;
using namespace weft::gguf;
using llvm::StringRef;
using llvm::Twine;
namespace json = llvm::json;

static llvm::Error fail(const Twine &what) {
  return llvm::createStringError(Twine("'") + kTokenizerAsset + "': " + what);
}

static const std::string *findAsset(const ModelAssets &assets, StringRef name) {
  for (const auto &[each, bytes] : assets)
    if (each == name)
      return &bytes;
  return nullptr;
}

namespace {
class VocabularyWriter {
public:
  VocabularyWriter(GgufWriter &writer, const json::Object &tokenizer,
                   const json::Object &generation, int64_t vocabulary)
      : writer(writer), tokenizer(tokenizer), generation(generation),
        tokens(size_t(vocabulary)),
        types(size_t(vocabulary), int32_t(TokenType::Unused)) {}

  llvm::Error write();

private:
  llvm::Error readTokens();
  llvm::Error place(StringRef text, int64_t id, TokenType type);
  llvm::Error readMerges();
  llvm::Error writeByteLevel();
  void writeSentencePiece();
  void writeSpecialTokens();
  std::optional<int64_t> findToken(StringRef text) const;

  GgufWriter &writer;
  const json::Object &tokenizer, &generation;
  const json::Object *model = nullptr;
  bool isSentencePiece = false;
  std::vector<std::string> tokens;
  std::vector<int32_t> types;
  llvm::StringMap<int64_t> ids;
  /// "left right", and what they make.
  std::vector<std::string> merges, made;
};
} // namespace

std::optional<int64_t> VocabularyWriter::findToken(StringRef text) const {
  auto found = ids.find(text);
  return found == ids.end() ? std::nullopt : std::optional(found->second);
}

llvm::Error VocabularyWriter::place(StringRef text, int64_t id,
                                    TokenType type) {
  if (id < 0 || id >= int64_t(tokens.size()))
    return fail("expected ids below " + Twine(tokens.size()) +
                ", the number of rows of the embedding, found " + Twine(id) +
                " for token '" + text + "'");
  tokens[size_t(id)] = text.str();
  types[size_t(id)] = int32_t(type);
  ids[text] = id;
  return llvm::Error::success();
}

/// "<0x0A>".
static bool isByteToken(StringRef text) {
  unsigned value;
  return text.size() == 6 && text.consume_front("<0x") &&
         text.consume_back(">") && !text.getAsInteger(16, value);
}

llvm::Error VocabularyWriter::readTokens() {
  const json::Object *vocabulary = model->getObject("vocab");
  if (!vocabulary)
    return fail("expected an object 'vocab' of the model, found none");
  StringRef unknown = model->getString("unk_token").value_or("");
  for (const auto &[text, value] : *vocabulary) {
    StringRef token(text);
    TokenType type = !isSentencePiece     ? TokenType::Normal
                     : token == unknown   ? TokenType::Unknown
                     : isByteToken(token) ? TokenType::Byte
                                          : TokenType::Normal;
    if (llvm::Error error =
            place(token, value.getAsInteger().value_or(-1), type))
      return error;
  }
  if (const json::Array *added = tokenizer.getArray("added_tokens"))
    for (const json::Value &each : *added) {
      const json::Object *token = each.getAsObject();
      std::optional<StringRef> text =
          token ? token->getString("content") : std::nullopt;
      if (!text)
        return fail("expected added tokens with a content");
      bool isUnknown = isSentencePiece && *text == unknown;
      TokenType type = isUnknown ? TokenType::Unknown
                       : token->getBoolean("special").value_or(false)
                           ? TokenType::Control
                           : TokenType::UserDefined;
      if (llvm::Error error =
              place(*text, token->getInteger("id").value_or(-1), type))
        return error;
    }
  for (auto [id, token] : llvm::enumerate(tokens))
    if (types[id] == int32_t(TokenType::Unused))
      token = ("[PAD" + Twine(id) + "]").str();
  return llvm::Error::success();
}

llvm::Error VocabularyWriter::readMerges() {
  const json::Array *list = model->getArray("merges");
  if (!list)
    return fail("expected a list 'merges' of the model, found none");
  for (const json::Value &each : *list) {
    StringRef left, right;
    if (const json::Array *pair = each.getAsArray();
        pair && pair->size() == 2) {
      left = (*pair)[0].getAsString().value_or("");
      right = (*pair)[1].getAsString().value_or("");
    } else {
      // The first character may be a space that belongs to the token.
      StringRef text = each.getAsString().value_or("");
      size_t space = text.find(' ', 1);
      left = text.take_front(space);
      right = text.substr(space).drop_front(space < text.size());
    }
    if (left.empty() || right.empty())
      return fail("expected merges of two tokens");
    merges.push_back((left + " " + right).str());
    made.push_back((left + right).str());
  }
  return llvm::Error::success();
}

/// Whether the section, or a step of it, has this type.
static const json::Object *findStep(const json::Value *section,
                                    StringRef type) {
  const json::Object *object = section ? section->getAsObject() : nullptr;
  if (!object)
    return nullptr;
  if (object->getString("type") == type)
    return object;
  for (StringRef list :
       {"normalizers", "pretokenizers", "processors", "decoders"})
    if (const json::Array *steps = object->getArray(list))
      for (const json::Value &step : *steps)
        if (const json::Object *found = findStep(&step, type))
          return found;
  return nullptr;
}

llvm::Error VocabularyWriter::writeByteLevel() {
  StringRef pre =
      findPreTokenizerName(*tokenizer.get("pre_tokenizer"),
                           findStep(tokenizer.get("normalizer"), "NFC"),
                           model->getBoolean("ignore_merges").value_or(false));
  if (pre.empty())
    return fail("expected a pre_tokenizer that llama.cpp has a name for, found "
                "another one: leave the tokenizer out (--no-tokenizer), or "
                "write safetensors");
  writer.addString("tokenizer.ggml.model", "gpt2");
  writer.addString("tokenizer.ggml.pre", pre);
  std::vector<StringRef> list(merges.begin(), merges.end());
  writer.addStrings("tokenizer.ggml.merges", list);
  return llvm::Error::success();
}

void VocabularyWriter::writeSentencePiece() {
  writer.addString("tokenizer.ggml.model", "llama");
  llvm::StringMap<float> ranks;
  for (auto [rank, piece] : llvm::enumerate(made))
    ranks.try_emplace(piece, -float(rank));
  std::vector<float> scores;
  for (auto [token, type] : llvm::zip(tokens, types)) {
    auto found = ranks.find(token);
    // A single character is never made; control tokens are found beforehand.
    scores.push_back(type != int32_t(TokenType::Normal) ? 0
                     : found != ranks.end() ? found->second
                                            : -float(made.size()) - 1);
  }
  writer.addFloats("tokenizer.ggml.scores", scores);
  const json::Object *spaces =
      findStep(tokenizer.get("pre_tokenizer"), "Metaspace");
  bool addsPrefix =
      findStep(tokenizer.get("normalizer"), "Prepend") ||
      (spaces &&
       spaces->getString("prepend_scheme").value_or("always") != "never");
  writer.addBool("tokenizer.ggml.add_space_prefix", addsPrefix);
  if (auto id = findToken(model->getString("unk_token").value_or("")))
    writer.addInteger("tokenizer.ggml.unknown_token_id", uint32_t(*id));
}

void VocabularyWriter::writeSpecialTokens() {
  std::vector<int64_t> ends;
  if (const json::Array *list = generation.getArray("eos_token_id")) {
    for (const json::Value &each : *list)
      if (auto id = each.getAsInteger())
        ends.push_back(*id);
  } else if (auto id = generation.getInteger("eos_token_id")) {
    ends.push_back(*id);
  }
  auto add = [&](StringRef key, std::optional<int64_t> id) {
    if (id && *id >= 0 && *id < int64_t(tokens.size()))
      writer.addInteger(("tokenizer.ggml." + key).str(), uint32_t(*id));
  };
  std::optional<int64_t> bos = generation.getInteger("bos_token_id"),
                         eos = findToken(
                             generation.getString("eos_token").value_or(""));
  if (!bos)
    bos = findToken(generation.getString("bos_token").value_or(""));
  if (!eos && !ends.empty())
    eos = ends.front();
  bool addsBos = false, addsEos = false;
  if (const json::Object *added =
          findStep(tokenizer.get("post_processor"), "TemplateProcessing"))
    if (const json::Array *single = added->getArray("single");
        single && !single->empty()) {
      auto isToken = [](const json::Value &item) {
        return item.getAsObject() && item.getAsObject()->get("SpecialToken");
      };
      addsBos = isToken(single->front());
      addsEos = single->size() > 1 && isToken(single->back());
    }
  add("bos_token_id", bos);
  add("eos_token_id", eos);
  // What ends a turn, where another token ends the text.
  for (int64_t id : ends)
    if (id != eos) {
      add("eot_token_id", id);
      break;
    }
  writer.addBool("tokenizer.ggml.add_bos_token", addsBos);
  writer.addBool("tokenizer.ggml.add_eos_token", addsEos);
}

llvm::Error VocabularyWriter::write() {
  model = tokenizer.getObject("model");
  StringRef type = model ? model->getString("type").value_or("BPE") : "none";
  bool isByteLevel = findStep(tokenizer.get("pre_tokenizer"), "ByteLevel");
  isSentencePiece = !isByteLevel && model &&
                    model->getBoolean("byte_fallback").value_or(false);
  if (type != "BPE" || (!isByteLevel && !isSentencePiece))
    return fail("expected byte-level BPE, or BPE with byte fallback as "
                "SentencePiece's, found model '" +
                type +
                "' of another kind: leave the tokenizer out "
                "(--no-tokenizer), or write safetensors");
  if (llvm::Error error = readTokens())
    return error;
  if (llvm::Error error = readMerges())
    return error;
  if (isSentencePiece)
    writeSentencePiece();
  else if (llvm::Error error = writeByteLevel())
    return error;
  std::vector<StringRef> list(tokens.begin(), tokens.end());
  writer.addStrings("tokenizer.ggml.tokens", list);
  writer.addIntegers("tokenizer.ggml.token_type", types);
  writeSpecialTokens();
  return llvm::Error::success();
}

llvm::Error weft::addVocabulary(GgufWriter &writer, const ModelAssets &assets,
                                int64_t vocabulary) {
  const std::string *text = findAsset(assets, kTokenizerAsset);
  if (!text) {
    writer.addString("tokenizer.ggml.model", "no_vocab");
    return llvm::Error::success();
  }
  llvm::Expected<json::Object> tokenizer = parseIndex(*text, kTokenizerAsset);
  if (!tokenizer)
    return tokenizer.takeError();
  json::Object generation;
  if (const std::string *settings = findAsset(assets, kGenerationAsset)) {
    llvm::Expected<json::Object> read = parseIndex(*settings, kGenerationAsset);
    if (!read)
      return read.takeError();
    generation = std::move(*read);
  }
  if (llvm::Error error =
          VocabularyWriter(writer, *tokenizer, generation, vocabulary).write())
    return error;
  if (const std::string *chat = findAsset(assets, kChatTemplateAsset))
    writer.addString("tokenizer.chat_template", *chat);
  return llvm::Error::success();
}
