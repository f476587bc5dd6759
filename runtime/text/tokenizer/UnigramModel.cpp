// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Unigram (Kudo: Subword Regularization, 2018): each token has a score, and the
// best sum over all ways to cut the text is found by Viterbi's algorithm.
// Characters that no token covers count as unknown and are joined.
#include "runtime/text/tokenizer/ByteTrie.h"
#include "runtime/text/tokenizer/Model.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <algorithm>
#include <limits>

using namespace weft::text;
using weft::runtime::failure;
using weft::runtime::Status;

namespace {
// A text looks at this many bytes for each of its own, at worst.
constexpr size_t maxTokenBytes = 4096;
// How much worse an unknown character is than the worst token.
constexpr double unknownPenalty = 10;

/// The best way to reach a place in the text: its last token.
struct Step {
  double score;
  int32_t id;
  uint32_t size; // 0 = not reached
};

struct UnigramScratch : ModelScratch {
  std::vector<Step> steps;
};

class UnigramModel : public Model {
public:
  Status read(const Component &component);
  std::unique_ptr<ModelScratch> makeScratch() const override {
    return std::make_unique<UnigramScratch>();
  }
  Status encode(std::string_view text, bool, ModelScratch &scratch,
                std::vector<int32_t> &ids) const override;

private:
  Status findSteps(std::string_view text, std::vector<Step> &steps) const;
  Status appendUnknown(std::string_view text, std::vector<int32_t> &ids) const;

  ByteTrie tokens; // to ids
  std::vector<double> scores;
  double unknownScore = 0;
  int32_t unknownId = -1;
  bool fallsBackToBytes = false;
  std::vector<int32_t> byteTokens;
};
} // namespace

Status UnigramModel::read(const Component &component) {
  const Json *field = component.find("vocab");
  if (!field || !field->is_array())
    return component.badField("vocab", "expected an array, found ",
                              field ? field->type_name() : "nothing");
  if (Status status =
          component.readBool("byte_fallback", fallsBackToBytes, false);
      !status.ok())
    return status;
  double least = std::numeric_limits<double>::infinity();
  size_t sizeBytes = 0;
  for (const Json &entry : *field) {
    bool isPair = entry.is_array() && entry.size() == 2 &&
                  entry[0].is_string() && entry[1].is_number();
    if (!isPair)
      return component.badField("vocab",
                                "expected a token and its score as "
                                "entry ",
                                scores.size());
    sizeBytes += entry[0].get_ptr<const std::string *>()->size();
    const Json &score = entry[1];
    double value = score.is_number_float() ? *score.get_ptr<const double *>()
                   : score.is_number_unsigned()
                       ? static_cast<double>(*score.get_ptr<const uint64_t *>())
                       : static_cast<double>(*score.get_ptr<const int64_t *>());
    scores.push_back(value);
    least = std::min(least, value);
  }
  vocabulary.reserve(scores.size(), sizeBytes);
  std::vector<ByteTrie::Entry> entries;
  int64_t id = 0;
  for (const Json &entry : *field) {
    const auto *token = entry[0].get_ptr<const std::string *>();
    if (token->size() > maxTokenBytes)
      return component.badField("vocab", "expected tokens of at most ",
                                maxTokenBytes, " bytes, found ", token->size());
    if (Status status = vocabulary.insert(*token, id++); !status.ok())
      return status;
  }
  for (size_t i = 0; i < vocabulary.size(); ++i)
    entries.push_back({vocabulary.getInserted(i), vocabulary.getInsertedId(i)});
  tokens.build(std::move(entries));
  unknownScore = least - unknownPenalty;
  uint64_t unknown = 0;
  if (component.find("unk_id")) {
    if (Status status = component.readCount("unk_id", unknown, 0); !status.ok())
      return status;
    if (unknown >= scores.size())
      return component.badField("unk_id", "expected the number of one of ",
                                scores.size(), " tokens, found ", unknown);
    unknownId = static_cast<int32_t>(unknown);
  }
  if (fallsBackToBytes)
    byteTokens = findByteTokens(vocabulary);
  return Status();
}

/// Fills `steps` with the best step to each place.
Status UnigramModel::findSteps(std::string_view text,
                               std::vector<Step> &steps) const {
  steps.assign(text.size() + 1, Step{0, 0, 0});
  for (size_t at = 0; at < text.size();) {
    double here = steps[at].score;
    size_t characterSize = getSequenceSize(text[at]);
    bool hasCharacter = false;
    auto offer = [&](size_t size, int32_t id, double score) {
      Step &step = steps[at + size];
      if (!step.size || here + score > step.score)
        step = {here + score, id, static_cast<uint32_t>(size)};
    };
    tokens.visitPrefixes(text.substr(at), [&](size_t size, int32_t id) {
      offer(size, id, scores[id]);
      hasCharacter |= size == characterSize;
    });
    if (!hasCharacter) {
      if (unknownId < 0 &&
          (!steps[at + characterSize].size ||
           here + unknownScore > steps[at + characterSize].score))
        return failure(WEFT_STATUS_INVALID_ARGUMENT,
                       "the text has an unknown character, and the model has "
                       "no unk_id");
      offer(characterSize, unknownId, unknownScore);
    }
    at += characterSize;
  }
  return Status();
}

/// Appends what stands for `text`, which the model knows only as unknown.
Status UnigramModel::appendUnknown(std::string_view text,
                                   std::vector<int32_t> &ids) const {
  // Joined, unknown characters can be a token.
  if (int32_t id = vocabulary.find(text); id >= 0) {
    ids.push_back(id);
    return Status();
  }
  if (fallsBackToBytes && std::all_of(text.begin(), text.end(), [&](char byte) {
        return byteTokens[static_cast<unsigned char>(byte)] >= 0;
      })) {
    for (char byte : text)
      ids.push_back(byteTokens[static_cast<unsigned char>(byte)]);
    return Status();
  }
  ids.push_back(unknownId);
  return Status();
}

Status UnigramModel::encode(std::string_view text, bool,
                            ModelScratch &modelScratch,
                            std::vector<int32_t> &ids) const {
  auto &steps = static_cast<UnigramScratch &>(modelScratch).steps;
  if (Status status = findSteps(text, steps); !status.ok())
    return status;
  // Back along the best path, turning its steps round on the way: afterwards
  // each place holds the step that leaves it.
  size_t at = text.size();
  Step step = steps[at];
  while (at > 0) {
    at -= step.size;
    std::swap(steps[at], step);
  }
  while (at < text.size()) {
    size_t start = at;
    if (steps[at].id != unknownId) {
      ids.push_back(steps[at].id);
      at += steps[at].size;
      continue;
    }
    while (at < text.size() && steps[at].id == unknownId)
      at += steps[at].size;
    if (Status status = appendUnknown(text.substr(start, at - start), ids);
        !status.ok())
      return status;
  }
  if (steps.capacity() > 1 << 20)
    steps = {};
  return Status();
}

Status weft::text::makeUnigramModel(const Component &component,
                                    std::unique_ptr<Model> &model) {
  auto unigram = std::make_unique<UnigramModel>();
  if (Status status = unigram->read(component); !status.ok())
    return status;
  model = std::move(unigram);
  return Status();
}
