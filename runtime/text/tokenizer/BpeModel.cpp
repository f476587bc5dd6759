// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Byte pair encoding (Sennrich, Haddow, Birch: Neural Machine Translation of
// Rare Words with Subword Units, 2016): a piece begins as characters (or bytes),
// and the adjacent pair of least rank merges, again and again.
//
// Short pieces look for the least rank in a row of numbers. Long ones, such as
// a whole text that nothing cut, keep the pairs in a heap: n log n.
#include "runtime/text/tokenizer/ByteAlphabet.h"
#include "runtime/text/tokenizer/Model.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <algorithm>
#include <array>

using namespace weft::text;
using weft::runtime::failure;
using weft::runtime::Status;

namespace {

constexpr uint32_t noRank = ~uint32_t(0);

struct Merge {
  uint32_t rank = noRank;
  int32_t id = -1;
};

/// From pairs of ids to merges: open addressing, built once.
class MergeTable {
public:
  void reserve(size_t count) {
    size_t capacity = 16;
    while (capacity < count * 2)
      capacity *= 2;
    entries.assign(capacity, Entry());
  }
  /// Room for it must have been reserved.
  void insert(int32_t left, int32_t right, Merge merge) {
    uint64_t key = getKey(left, right);
    size_t at = getSlot(key);
    while (entries[at].merge.rank != noRank && entries[at].key != key)
      at = (at + 1) & (entries.size() - 1);
    entries[at] = {key, merge};
  }
  Merge find(int32_t left, int32_t right) const {
    uint64_t key = getKey(left, right);
    for (size_t at = getSlot(key); entries[at].merge.rank != noRank;
         at = (at + 1) & (entries.size() - 1))
      if (entries[at].key == key)
        return entries[at].merge;
    return Merge();
  }

private:
  struct Entry {
    uint64_t key = 0;
    Merge merge;
  };
  static uint64_t getKey(int32_t left, int32_t right) {
    return static_cast<uint64_t>(static_cast<uint32_t>(left)) << 32 |
           static_cast<uint32_t>(right);
  }
  size_t getSlot(uint64_t key) const {
    key *= 0x9E3779B97F4A7C15;
    return (key ^ key >> 32) & (entries.size() - 1);
  }
  std::vector<Entry> entries = std::vector<Entry>(16);
};

struct BpeScratch : ModelScratch {
  /// The ids of the symbols of a piece.
  std::vector<int32_t> symbols;
  /// For a short piece: the merge of each symbol with the next.
  std::vector<Merge> merges;

  // For a long piece: symbols in a doubly linked list, -1 at its ends. A symbol
  // that was merged into its left neighbour has the id -1.
  std::vector<int32_t> next, previous;
  struct Candidate {
    uint32_t rank;
    int32_t position;
    int32_t id;
    /// The heap's top is the least rank, leftmost first.
    bool operator<(const Candidate &other) const {
      return rank != other.rank ? rank > other.rank : position > other.position;
    }
  };
  std::vector<Candidate> heap;
  std::string spelled;
};

class BpeModel : public Model {
public:
  Status read(const Component &component);

  std::unique_ptr<ModelScratch> makeScratch() const override {
    return std::make_unique<BpeScratch>();
  }
  bool readsBytes() const override { return true; }
  Status encode(std::string_view text, bool byteLevel, ModelScratch &scratch,
                std::vector<int32_t> &ids) const override;

private:
  Status readMerges(const Component &component);
  Status addMerge(const Component &component, size_t rank,
                  std::string_view left, std::string_view right);
  Status addSymbols(std::string_view text, BpeScratch &scratch) const;
  void mergeShort(BpeScratch &scratch) const;
  void mergeLong(BpeScratch &scratch) const;

  MergeTable merges;
  std::string unknownToken, prefix, suffix;
  bool hasUnknown = false;
  bool fusesUnknown = false;
  bool fallsBackToBytes = false;
  bool ignoresMerges = false;
  std::vector<int32_t> byteTokens;
  /// The ids of the characters of the byte-level alphabet. Usable if nothing
  /// is put before or behind them and each is in the vocabulary.
  std::array<int32_t, 256> alphabet;
  bool hasAlphabet = false;
};

} // namespace

Status BpeModel::read(const Component &component) {
  if (Status status = readVocabulary(component, vocabulary); !status.ok())
    return status;
  const Json *dropout = component.find("dropout");
  if (dropout && !dropout->is_number())
    return component.badField("dropout", "expected a number, found ",
                              dropout->type_name());
  if (dropout && !(dropout->is_number_float()
                       ? *dropout->get_ptr<const double *>() == 0
                       : dropout->get_ptr<const uint64_t *>() &&
                             *dropout->get_ptr<const uint64_t *>() == 0))
    component.addUnsupported("model", "BPE with dropout");
  hasUnknown = component.find("unk_token");
  if (Status status = component.readText("unk_token", unknownToken, "");
      !status.ok())
    return status;
  if (Status status =
          component.readText("continuing_subword_prefix", prefix, "");
      !status.ok())
    return status;
  if (Status status = component.readText("end_of_word_suffix", suffix, "");
      !status.ok())
    return status;
  for (auto [key, flag] : {std::pair{"fuse_unk", &fusesUnknown},
                           std::pair{"byte_fallback", &fallsBackToBytes},
                           std::pair{"ignore_merges", &ignoresMerges}})
    if (Status status = component.readBool(key, *flag, false); !status.ok())
      return status;
  if (fallsBackToBytes)
    byteTokens = findByteTokens(vocabulary);
  hasAlphabet = prefix.empty() && suffix.empty();
  for (unsigned byte = 0; byte < 256; ++byte) {
    alphabet[byte] =
        vocabulary.find(getAlphabetCharacter(static_cast<unsigned char>(byte)));
    hasAlphabet &= alphabet[byte] >= 0;
  }
  return readMerges(component);
}

Status BpeModel::readMerges(const Component &component) {
  const Json *field = component.find("merges");
  if (!field || !field->is_array())
    return component.badField("merges", "expected an array, found ",
                              field ? field->type_name() : "nothing");
  merges.reserve(field->size());
  size_t rank = 0;
  for (const Json &entry : *field) {
    if (const auto *line = entry.get_ptr<const std::string *>()) {
      if (line->starts_with("#version"))
        continue;
      size_t space = line->find(' ');
      if (space == std::string::npos ||
          line->find(' ', space + 1) != std::string::npos)
        return component.badField("merges", "expected two tokens in merge ",
                                  rank);
      std::string_view both = *line;
      if (Status status = addMerge(component, rank, both.substr(0, space),
                                   both.substr(space + 1));
          !status.ok())
        return status;
    } else {
      bool isPair = entry.is_array() && entry.size() == 2 &&
                    entry[0].is_string() && entry[1].is_string();
      if (!isPair)
        return component.badField("merges", "expected two tokens in merge ",
                                  rank);
      if (Status status = addMerge(component, rank,
                                   *entry[0].get_ptr<const std::string *>(),
                                   *entry[1].get_ptr<const std::string *>());
          !status.ok())
        return status;
    }
    ++rank;
  }
  return Status();
}

Status BpeModel::addMerge(const Component &component, size_t rank,
                          std::string_view left, std::string_view right) {
  int32_t leftId = vocabulary.find(left);
  int32_t rightId = vocabulary.find(right);
  int32_t id = -1;
  if (leftId >= 0 && rightId >= 0 && right.size() >= prefix.size()) {
    std::string merged(left);
    merged += right.substr(prefix.size());
    id = vocabulary.find(merged);
  }
  if (id < 0)
    return component.badField("merges", "merge ", rank,
                              " is of tokens that are not in the vocabulary");
  merges.insert(leftId, rightId, {static_cast<uint32_t>(rank), id});
  return Status();
}

/// The symbols of `text`, character by character.
Status BpeModel::addSymbols(std::string_view text, BpeScratch &scratch) const {
  std::vector<int32_t> &symbols = scratch.symbols;
  // An unknown token waits to be fused with the next.
  int32_t unknown = -1;
  std::string symbol;
  for (size_t at = 0; at < text.size();) {
    size_t size = getSequenceSize(text[at]);
    std::string_view character = text.substr(at, size);
    bool isFirst = at == 0;
    at += size;
    if ((!isFirst && !prefix.empty()) ||
        (at == text.size() && !suffix.empty())) {
      symbol.clear();
      if (!isFirst)
        symbol += prefix;
      symbol += character;
      if (at == text.size())
        symbol += suffix;
      character = symbol;
    }
    if (int32_t id = vocabulary.find(character); id >= 0) {
      if (unknown >= 0)
        symbols.push_back(unknown);
      unknown = -1;
      symbols.push_back(id);
      continue;
    }
    if (fallsBackToBytes &&
        std::all_of(character.begin(), character.end(), [&](char byte) {
          return byteTokens[static_cast<unsigned char>(byte)] >= 0;
        })) {
      for (char byte : character)
        symbols.push_back(byteTokens[static_cast<unsigned char>(byte)]);
      continue;
    }
    if (!hasUnknown)
      continue;
    if (unknown >= 0 && fusesUnknown)
      continue;
    if (unknown >= 0)
      symbols.push_back(unknown);
    unknown = vocabulary.find(unknownToken);
    if (unknown < 0)
      return failure(WEFT_STATUS_INVALID_ARGUMENT,
                     "the text has an unknown character, and the "
                     "token for unknown ones is not in the vocabulary");
  }
  if (unknown >= 0)
    symbols.push_back(unknown);
  return Status();
}

void BpeModel::mergeShort(BpeScratch &scratch) const {
  std::vector<int32_t> &symbols = scratch.symbols;
  std::vector<Merge> &row = scratch.merges;
  row.clear();
  for (size_t i = 0; i + 1 < symbols.size(); ++i)
    row.push_back(merges.find(symbols[i], symbols[i + 1]));
  while (!row.empty()) {
    size_t best = 0;
    uint32_t rank = row[0].rank;
    for (size_t i = 1; i < row.size(); ++i)
      if (row[i].rank < rank)
        rank = row[best = i].rank;
    if (rank == noRank)
      break;
    symbols[best] = row[best].id;
    symbols.erase(symbols.begin() + best + 1);
    row.erase(row.begin() + best);
    if (best < row.size())
      row[best] = merges.find(symbols[best], symbols[best + 1]);
    if (best > 0)
      row[best - 1] = merges.find(symbols[best - 1], symbols[best]);
  }
}

void BpeModel::mergeLong(BpeScratch &scratch) const {
  std::vector<int32_t> &symbols = scratch.symbols;
  auto count = static_cast<int32_t>(symbols.size());
  scratch.next.resize(count);
  scratch.previous.resize(count);
  auto &heap = scratch.heap;
  heap.clear();
  for (int32_t i = 0; i < count; ++i) {
    scratch.next[i] = i + 1 < count ? i + 1 : -1;
    scratch.previous[i] = i - 1;
    if (i + 1 < count)
      if (Merge merge = merges.find(symbols[i], symbols[i + 1]);
          merge.rank != noRank)
        heap.push_back({merge.rank, i, merge.id});
  }
  std::make_heap(heap.begin(), heap.end());
  auto push = [&](int32_t left, int32_t right) {
    Merge merge = merges.find(symbols[left], symbols[right]);
    if (merge.rank == noRank)
      return;
    heap.push_back({merge.rank, left, merge.id});
    std::push_heap(heap.begin(), heap.end());
  };
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end());
    BpeScratch::Candidate top = heap.back();
    heap.pop_back();
    int32_t left = top.position;
    if (symbols[left] < 0 || scratch.next[left] < 0)
      continue;
    int32_t right = scratch.next[left];
    // The pair may have changed since.
    if (merges.find(symbols[left], symbols[right]).id != top.id)
      continue;
    symbols[left] = top.id;
    symbols[right] = -1;
    int32_t after = scratch.next[left] = scratch.next[right];
    if (after >= 0)
      scratch.previous[after] = left;
    if (int32_t before = scratch.previous[left]; before >= 0)
      push(before, left);
    if (after >= 0)
      push(left, after);
  }
  std::erase(symbols, -1);
}

Status BpeModel::encode(std::string_view text, bool byteLevel,
                        ModelScratch &modelScratch,
                        std::vector<int32_t> &ids) const {
  auto &scratch = static_cast<BpeScratch &>(modelScratch);
  scratch.symbols.clear();
  if (byteLevel && (!hasAlphabet || ignoresMerges)) {
    scratch.spelled.clear();
    appendBytesAsAlphabet(text, scratch.spelled);
  }
  std::string_view characters = byteLevel ? scratch.spelled : text;
  if (ignoresMerges)
    if (int32_t id = vocabulary.find(characters); id >= 0) {
      ids.push_back(id);
      return Status();
    }
  if (byteLevel && hasAlphabet) {
    for (char byte : text)
      scratch.symbols.push_back(alphabet[static_cast<unsigned char>(byte)]);
  } else if (Status status = addSymbols(characters, scratch); !status.ok()) {
    return status;
  }
  if (scratch.symbols.size() > INT32_MAX)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "expected at most 2147483647 characters without a "
                   "cut, found ",
                   scratch.symbols.size());
  constexpr size_t longSymbols = 64;
  if (scratch.symbols.size() <= longSymbols)
    mergeShort(scratch);
  else
    mergeLong(scratch);
  ids.insert(ids.end(), scratch.symbols.begin(), scratch.symbols.end());
  if (scratch.symbols.capacity() > 1 << 20)
    scratch = BpeScratch();
  return Status();
}

Status weft::text::makeBpeModel(const Component &component,
                                std::unique_ptr<Model> &model) {
  auto bpe = std::make_unique<BpeModel>();
  if (Status status = bpe->read(component); !status.ok())
    return status;
  model = std::move(bpe);
  return Status();
}
