// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The text while it is being encoded: a list of pieces, which pre-tokenizers
// make smaller and the model turns into ids.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_PIECES_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_PIECES_H

#include "runtime/text/tokenizer/Regex.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace weft::text {

/// A part of the text.
struct Piece {
  std::string_view text;
  /// The added token that this piece is, or -1.
  int32_t id = -1;
  /// Whether it begins where the whole text begins.
  bool atStart = false;
  /// Whether the model is to read the bytes of `text` as characters of the
  /// byte-level alphabet. They are spelled out only if somebody else must see
  /// them: the model looks up bytes faster.
  bool byteLevel = false;
};

/// Text that stages make, which pieces then point to; at most `budget` bytes of
/// it, because stages that double the text could follow one another.
class TextArena {
public:
  void reset(size_t newBudget);
  /// Takes over `text`; the view stays valid until the next reset.
  std::string_view keep(std::string &&text);
  /// Whether more was kept than the budget allows.
  bool isExhausted() const { return used > budget; }

private:
  std::deque<std::string> texts;
  size_t used = 0;
  size_t budget = 0;
};

/// What one encoding needs while it runs. Reused by the next one.
struct EncodeScratch {
  std::vector<Piece> pieces;
  std::vector<Piece> nextPieces;
  std::vector<Segment> segments;
  TextArena arena;
  RegexScratch regex;

  /// Gives back what an unusually large text needed.
  void shrink();
};

/// Whether `scratch` has stayed within its budget so far.
runtime::Status checkBudget(const EncodeScratch &scratch);

/// Spells out the bytes of `piece` in the byte-level alphabet, if it is to be
/// read so.
void spellOut(Piece &piece, TextArena &arena);

/// What becomes of the matches of a pattern that splits.
enum class SplitBehavior {
  Removed,
  Isolated,
  MergedWithPrevious,
  MergedWithNext,
  Contiguous
};

/// Appends what `segments` (which cover `piece`) cut out of it to `out`. With
/// `invert` what lies between the matches counts as match.
void appendSplit(const Piece &piece, std::vector<Segment> &segments,
                 SplitBehavior behavior, bool invert, std::vector<Piece> &out);

/// Cuts `text` into segments at each occurrence of `literal` (not empty).
void splitAtLiteral(std::string_view text, std::string_view literal,
                    std::vector<Segment> &segments);

} // namespace weft::text

#endif
