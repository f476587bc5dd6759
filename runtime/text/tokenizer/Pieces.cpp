// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Cutting pieces at segments.
#include "runtime/text/tokenizer/Pieces.h"
#include "runtime/text/tokenizer/ByteAlphabet.h"

using namespace weft::text;
using weft::runtime::failure;
using weft::runtime::Status;

void TextArena::reset(size_t newBudget) {
  texts.clear();
  used = 0;
  budget = newBudget;
}

std::string_view TextArena::keep(std::string &&text) {
  used += text.size();
  return texts.emplace_back(std::move(text));
}

void EncodeScratch::shrink() {
  constexpr size_t usual = 1 << 16;
  pieces.clear();
  nextPieces.clear();
  segments.clear();
  if (pieces.capacity() > usual)
    pieces = {};
  if (nextPieces.capacity() > usual)
    nextPieces = {};
  if (segments.capacity() > usual)
    segments = {};
  arena.reset(0);
}

Status weft::text::checkBudget(const EncodeScratch &scratch) {
  if (!scratch.arena.isExhausted())
    return Status();
  return failure(WEFT_STATUS_INVALID_ARGUMENT,
                 "the normalizers and pre-tokenizers make the text too large");
}

void weft::text::spellOut(Piece &piece, TextArena &arena) {
  if (!piece.byteLevel)
    return;
  std::string spelled;
  spelled.reserve(piece.text.size() * 2);
  appendBytesAsAlphabet(piece.text, spelled);
  piece.text = arena.keep(std::move(spelled));
  piece.byteLevel = false;
}

/// Joins segments in place as `behavior` says; what remains is all kept.
static void mergeSegments(std::vector<Segment> &segments,
                          SplitBehavior behavior) {
  size_t count = 0;
  bool previous = false;
  if (behavior == SplitBehavior::MergedWithNext) {
    // From the back, and then turned round.
    std::vector<Segment> merged;
    for (size_t i = segments.size(); i-- > 0;) {
      bool isMatch = segments[i].isMatch;
      if (isMatch && !previous && !merged.empty())
        merged.back().start = segments[i].start;
      else
        merged.push_back(segments[i]);
      previous = isMatch;
    }
    segments.assign(merged.rbegin(), merged.rend());
    return;
  }
  for (const Segment &segment : segments) {
    bool isMatch = segment.isMatch;
    bool joins = behavior == SplitBehavior::Contiguous ? isMatch == previous
                                                       : isMatch && !previous;
    if (joins && count != 0)
      segments[count - 1].end = segment.end;
    else
      segments[count++] = segment;
    previous = isMatch;
  }
  segments.resize(count);
}

void weft::text::appendSplit(const Piece &piece, std::vector<Segment> &segments,
                             SplitBehavior behavior, bool invert,
                             std::vector<Piece> &out) {
  if (invert)
    for (Segment &segment : segments)
      segment.isMatch = !segment.isMatch;
  if (behavior != SplitBehavior::Removed && behavior != SplitBehavior::Isolated)
    mergeSegments(segments, behavior);
  for (const Segment &segment : segments) {
    if (segment.start == segment.end ||
        (behavior == SplitBehavior::Removed && segment.isMatch))
      continue;
    Piece part;
    part.text = piece.text.substr(segment.start, segment.end - segment.start);
    part.atStart = piece.atStart && segment.start == 0;
    out.push_back(part);
  }
}

void weft::text::splitAtLiteral(std::string_view text, std::string_view literal,
                                std::vector<Segment> &segments) {
  size_t covered = 0;
  while (true) {
    size_t found = text.find(literal, covered);
    if (found == std::string_view::npos)
      break;
    if (found != covered)
      segments.push_back({covered, found, false});
    covered = found + literal.size();
    segments.push_back({found, covered, true});
  }
  if (covered != text.size())
    segments.push_back({covered, text.size(), false});
}
