// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How the stages work together. What an encoding needs while it runs is taken
// from a pool, so that threads share nothing while they work and words that were
// seen once are remembered.
#include "runtime/text/tokenizer/Tokenizer.h"
#include "runtime/text/tokenizer/AddedTokens.h"
#include "runtime/text/tokenizer/Decoder.h"
#include "runtime/text/tokenizer/Hash.h"
#include "runtime/text/tokenizer/Model.h"
#include "runtime/text/tokenizer/PostProcessor.h"
#include "runtime/text/tokenizer/PreTokenizer.h"
#include "runtime/text/tokenizer/StreamDecoder.h"
#include "runtime/text/tokenizer/Unicode.h"
#include "runtime/text/tokenizer/WordCache.h"

#include <algorithm>
#include <mutex>

using namespace weft::text;
using weft::runtime::failure;
using weft::runtime::Status;

// Of a file, and of the nesting in it, before it is parsed: what parsing costs
// grows with them.
static constexpr size_t maxFileBytes = size_t(512) << 20;
static constexpr size_t maxDepth = 64;
// Scratches beyond this many threads are not kept.
static constexpr size_t maxKeptScratches = 64;

namespace {
struct Scratch {
  EncodeScratch encode;
  std::unique_ptr<ModelScratch> model;
  WordCache words;
  std::vector<AddedTokens::Match> matches, normalizedMatches;
};
} // namespace

struct Tokenizer::Implementation {
  Normalizers normalizers;
  PreTokenizers preTokenizers;
  std::unique_ptr<Model> model;
  PostProcessor postProcessor;
  std::unique_ptr<Decoder> decoder;
  AddedTokens addedTokens;

  mutable std::mutex poolMutex;
  mutable std::vector<std::unique_ptr<Scratch>> pool;

  Status read(const Json &file);
  Status cut(std::string_view text, Scratch &scratch) const;
  Status addNormalized(std::string_view text, bool atStart,
                       Scratch &scratch) const;
  Status encodePieces(Scratch &scratch, std::vector<int32_t> &ids) const;
  std::string_view getToken(int32_t id) const;

  std::unique_ptr<Scratch> takeScratch() const {
    std::lock_guard lock(poolMutex);
    if (pool.empty())
      return nullptr;
    std::unique_ptr<Scratch> scratch = std::move(pool.back());
    pool.pop_back();
    return scratch;
  }
  void keepScratch(std::unique_ptr<Scratch> scratch) const {
    scratch->encode.shrink();
    scratch->matches.clear();
    scratch->normalizedMatches.clear();
    std::lock_guard lock(poolMutex);
    if (pool.size() < maxKeptScratches)
      pool.push_back(std::move(scratch));
  }
};

Tokenizer::Tokenizer(std::unique_ptr<Implementation> implementation)
    : implementation(std::move(implementation)) {}
Tokenizer::~Tokenizer() = default;

Status Tokenizer::Implementation::read(const Json &file) {
  ParseContext context;
  Component root(file, "tokenizer.json", context);
  if (Status status = root.check(); !status.ok())
    return status;
  // Paths in complaints begin with the section.
  auto section = [&](const char *key) {
    return Component(root.at(key).getValue(), key, context);
  };
  if (!root.find("model"))
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "expected a model, found nothing");
  if (Status status = makeModel(section("model"), model); !status.ok())
    return status;
  if (root.find("normalizer"))
    if (Status status = normalizers.add(section("normalizer")); !status.ok())
      return status;
  if (root.find("pre_tokenizer"))
    if (Status status = preTokenizers.add(section("pre_tokenizer"));
        !status.ok())
      return status;
  if (root.find("post_processor"))
    if (Status status = postProcessor.read(section("post_processor"));
        !status.ok())
      return status;
  if (root.find("decoder"))
    if (Status status = makeDecoder(section("decoder"), decoder); !status.ok())
      return status;
  if (!context.unsupported.empty()) {
    std::string list;
    for (const std::string &note : context.unsupported)
      list += (list.empty() ? "" : ", ") + note;
    return failure(WEFT_STATUS_INVALID_ARGUMENT, "unsupported: ", list);
  }
  return addedTokens.read(root.find("added_tokens"), model->getVocabulary(),
                          normalizers, context);
}

Status Tokenizer::parse(std::string_view json,
                        std::unique_ptr<Tokenizer> &tokenizer) {
  auto complain = [](const auto &...parts) {
    return failure(WEFT_STATUS_INVALID_ARGUMENT, "tokenizer: ", parts...);
  };
  if (json.size() > maxFileBytes)
    return complain("expected at most ", maxFileBytes, " bytes, found ",
                    json.size());
  if (computeDepth(json) > maxDepth)
    return complain("expected at most ", maxDepth, " levels of nesting");
  Json file = Json::parse(json.begin(), json.end(), /*callback=*/nullptr,
                          /*allow_exceptions=*/false);
  if (file.is_discarded())
    return complain("expected JSON, found malformed text");
  auto implementation = std::make_unique<Implementation>();
  if (Status status = implementation->read(file); !status.ok())
    return std::move(status).in("tokenizer");
  tokenizer.reset(new Tokenizer(std::move(implementation)));
  return Status();
}

/// Fills `scratch` with the pieces of `text`.
Status Tokenizer::Implementation::cut(std::string_view text,
                                      Scratch &scratch) const {
  scratch.matches.clear();
  addedTokens.findMatches(text, /*normalized=*/false, scratch.matches);
  for (const AddedTokens::Match &match : scratch.matches) {
    std::string_view part = text.substr(match.start, match.end - match.start);
    if (match.id >= 0) {
      scratch.encode.pieces.push_back({part, match.id});
      continue;
    }
    bool atStart = match.start == 0;
    if (Status status = addNormalized(part, atStart, scratch); !status.ok())
      return status;
  }
  return preTokenizers.apply(scratch.encode);
}

/// Normalizes `text`, which holds no token that is looked for before that, and
/// cuts it at those that are looked for after it.
Status Tokenizer::Implementation::addNormalized(std::string_view text,
                                                bool atStart,
                                                Scratch &scratch) const {
  EncodeScratch &encode = scratch.encode;
  if (!normalizers.empty()) {
    NormalizedText normalized{std::string(text)};
    if (Status status = normalizers.apply(normalized, encode); !status.ok())
      return status;
    atStart &= !normalized.hasLostStart;
    text = encode.arena.keep(std::move(normalized.text));
  }
  if (!addedTokens.hasNormalized()) {
    if (!text.empty())
      encode.pieces.push_back({text, -1, atStart});
    return Status();
  }
  scratch.normalizedMatches.clear();
  addedTokens.findMatches(text, /*normalized=*/true, scratch.normalizedMatches);
  for (const AddedTokens::Match &match : scratch.normalizedMatches)
    encode.pieces.push_back({text.substr(match.start, match.end - match.start),
                             match.id, atStart && match.start == 0});
  return Status();
}

Status
Tokenizer::Implementation::encodePieces(Scratch &scratch,
                                        std::vector<int32_t> &ids) const {
  for (Piece &piece : scratch.encode.pieces) {
    if (piece.id >= 0) {
      ids.push_back(piece.id);
      continue;
    }
    if (!model->readsBytes())
      spellOut(piece, scratch.encode.arena);
    WordCache::Entry *place = nullptr;
    uint64_t hash = 0;
    if (piece.text.size() <= WordCache::maxBytes) {
      hash = hashBytes(piece.text);
      if (const WordCache::Entry *found =
              scratch.words.find(piece.text, hash, place)) {
        ids.insert(ids.end(), found->ids, found->ids + found->count);
        continue;
      }
    }
    size_t before = ids.size();
    if (Status status =
            model->encode(piece.text, piece.byteLevel, *scratch.model, ids);
        !status.ok())
      return status;
    if (place)
      WordCache::insert(piece.text, hash, ids.data() + before,
                        ids.size() - before, place);
  }
  return Status();
}

Status Tokenizer::encode(std::string_view text, bool addSpecialTokens,
                         std::vector<int32_t> &ids) const {
  std::unique_ptr<Scratch> scratch = implementation->takeScratch();
  if (!scratch) {
    scratch = std::make_unique<Scratch>();
    scratch->model = implementation->model->makeScratch();
  }
  scratch->encode.arena.reset(256 * text.size() + (size_t(16) << 20));
  if (getValidPrefixSize(text) != text.size()) {
    std::string valid;
    appendReplacingInvalid(text, valid);
    text = scratch->encode.arena.keep(std::move(valid));
  }
  size_t begin = ids.size();
  Status status = implementation->cut(text, *scratch);
  if (status.ok())
    status = implementation->encodePieces(*scratch, ids);
  if (status.ok())
    implementation->postProcessor.apply(addSpecialTokens, begin, ids);
  else
    ids.resize(begin);
  implementation->keepScratch(std::move(scratch));
  return std::move(status).in("tokenizer");
}

std::string Tokenizer::decode(std::span<const int32_t> ids,
                              bool skipSpecialTokens) const {
  StreamDecoder stream(*this, skipSpecialTokens);
  std::string text;
  for (int32_t id : ids)
    text += stream.add(id);
  text += stream.finish();
  return text;
}

std::string_view Tokenizer::Implementation::getToken(int32_t id) const {
  if (const std::string *spelling = addedTokens.findSpelling(id))
    return *spelling;
  return model->getVocabulary().getToken(id);
}

std::optional<int32_t> Tokenizer::findId(std::string_view token) const {
  int32_t id = implementation->addedTokens.findId(token);
  if (id < 0)
    id = implementation->model->getVocabulary().find(token);
  return id < 0 ? std::nullopt : std::optional(id);
}

std::string_view Tokenizer::getToken(int32_t id) const {
  return implementation->getToken(id);
}

size_t Tokenizer::getVocabularySize() const {
  const Vocabulary &vocabulary = implementation->model->getVocabulary();
  return vocabulary.size() + implementation->addedTokens.countNew(vocabulary);
}

bool Tokenizer::isSpecial(int32_t id) const {
  const std::vector<int32_t> &ids = getSpecialIds();
  return std::binary_search(ids.begin(), ids.end(), id);
}

const std::vector<int32_t> &Tokenizer::getSpecialIds() const {
  return implementation->addedTokens.getSpecialIds();
}

const Decoder *Tokenizer::getDecoder() const {
  return implementation->decoder.get();
}
