// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pre-tokenizers that look at one character at a time.
#include "runtime/text/tokenizer/PreTokenizer.h"
#include "runtime/text/tokenizer/SplitPattern.h"
#include "runtime/text/tokenizer/Unicode.h"

using namespace weft::text;
using weft::runtime::Status;

namespace {

/// Cuts at each character for which `isMatch` holds; they are one segment each.
template <typename Predicate>
void splitAtCharacters(std::string_view text, Predicate isMatch,
                       std::vector<Segment> &segments) {
  size_t covered = 0;
  for (size_t at = 0; at < text.size();) {
    size_t start = at;
    if (!isMatch(nextCodePoint(text, at)))
      continue;
    if (covered != start)
      segments.push_back({covered, start, false});
    segments.push_back({start, at, true});
    covered = at;
  }
  if (covered != text.size())
    segments.push_back({covered, text.size(), false});
}

template <typename Predicate> class Cutter : public PreTokenizer {
public:
  Cutter(Predicate isMatch, SplitBehavior behavior)
      : isMatch(isMatch), behavior(behavior) {}

  Status split(const Piece &piece, EncodeScratch &scratch,
               std::vector<Piece> &out) const override {
    scratch.segments.clear();
    splitAtCharacters(piece.text, isMatch, scratch.segments);
    appendSplit(piece, scratch.segments, behavior, /*invert=*/false, out);
    return Status();
  }

private:
  Predicate isMatch;
  SplitBehavior behavior;
};

template <typename Predicate>
std::unique_ptr<PreTokenizer> makeCutter(Predicate isMatch,
                                         SplitBehavior behavior) {
  return std::make_unique<Cutter<Predicate>>(isMatch, behavior);
}

/// Runs of word characters and runs of what is neither word nor space.
class WordPreTokenizer : public PreTokenizer {
  Status split(const Piece &piece, EncodeScratch &,
               std::vector<Piece> &out) const override {
    enum Kind { None, Space, Word, Other };
    Kind previous = None;
    size_t start = 0;
    auto emit = [&](size_t end) {
      if (previous != Word && previous != Other)
        return;
      Piece part;
      part.text = piece.text.substr(start, end - start);
      part.atStart = piece.atStart && start == 0;
      out.push_back(part);
    };
    for (size_t at = 0; at < piece.text.size();) {
      size_t before = at;
      uint32_t point = nextCodePoint(piece.text, at);
      Kind kind = isWord(point) ? Word : isWhitespace(point) ? Space : Other;
      if (kind == previous)
        continue;
      emit(before);
      start = before;
      previous = kind;
    }
    emit(piece.text.size());
    return Status();
  }
};

/// Words between spaces, and each punctuation mark for itself.
class BertPreTokenizer : public PreTokenizer {
  Status split(const Piece &piece, EncodeScratch &,
               std::vector<Piece> &out) const override {
    size_t start = 0;
    auto emit = [&](size_t from, size_t to) {
      if (from == to)
        return;
      Piece part;
      part.text = piece.text.substr(from, to - from);
      part.atStart = piece.atStart && from == 0;
      out.push_back(part);
    };
    for (size_t at = 0; at < piece.text.size();) {
      size_t before = at;
      uint32_t point = nextCodePoint(piece.text, at);
      bool isMark = isPunctuation(point);
      if (!isMark && !isWhitespace(point))
        continue;
      emit(start, before);
      if (isMark)
        emit(before, at);
      start = at;
    }
    emit(start, piece.text.size());
    return Status();
  }
};

class FixedLengthPreTokenizer : public PreTokenizer {
public:
  uint64_t length;

  Status split(const Piece &piece, EncodeScratch &,
               std::vector<Piece> &out) const override {
    for (size_t at = 0; at < piece.text.size();) {
      size_t start = at;
      for (uint64_t i = 0; i < length && at < piece.text.size(); ++i)
        nextCodePoint(piece.text, at);
      Piece part;
      part.text = piece.text.substr(start, at - start);
      part.atStart = piece.atStart && start == 0;
      out.push_back(part);
    }
    return Status();
  }
};

Status makeDigits(const Component &component,
                  std::unique_ptr<PreTokenizer> &made) {
  bool isIndividual;
  if (Status status =
          component.readBool("individual_digits", isIndividual, false);
      !status.ok())
    return status;
  made = makeCutter(isNumeric, isIndividual ? SplitBehavior::Isolated
                                            : SplitBehavior::Contiguous);
  return Status();
}

Status makePunctuation(const Component &component,
                       std::unique_ptr<PreTokenizer> &made) {
  SplitBehavior behavior, fallback = SplitBehavior::Isolated;
  if (Status status = readSplitBehavior(component, behavior, &fallback);
      !status.ok())
    return status;
  made = makeCutter(isPunctuation, behavior);
  return Status();
}

Status makeDelimiter(const Component &component,
                     std::unique_ptr<PreTokenizer> &made) {
  uint32_t delimiter;
  if (Status status = component.readCharacter("delimiter", delimiter);
      !status.ok())
    return status;
  made = makeCutter([=](uint32_t point) { return point == delimiter; },
                    SplitBehavior::Removed);
  return Status();
}

Status makeFixedLength(const Component &component,
                       std::unique_ptr<PreTokenizer> &made) {
  auto fixed = std::make_unique<FixedLengthPreTokenizer>();
  if (Status status = component.readCount("length", fixed->length, 5);
      !status.ok())
    return status;
  if (!fixed->length)
    return component.badField("length", "expected a number from 1, found 0");
  made = std::move(fixed);
  return Status();
}

} // namespace

Status
weft::text::makeCharacterPreTokenizer(const Component &component,
                                      std::unique_ptr<PreTokenizer> &made) {
  std::string type = component.getType();
  if (type == "Digits")
    return makeDigits(component, made);
  if (type == "Punctuation")
    return makePunctuation(component, made);
  if (type == "CharDelimiterSplit" || type == "Delimiter")
    return makeDelimiter(component, made);
  if (type == "FixedLength")
    return makeFixedLength(component, made);
  if (type == "Whitespace")
    made = std::make_unique<WordPreTokenizer>();
  else if (type == "WhitespaceSplit")
    made = makeCutter(isWhitespace, SplitBehavior::Removed);
  else if (type == "BertPreTokenizer")
    made = std::make_unique<BertPreTokenizer>();
  return Status();
}
