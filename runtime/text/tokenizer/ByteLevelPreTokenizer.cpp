// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// ByteLevel: cuts as GPT-2 does, and lets the model read bytes.
#include "runtime/text/tokenizer/PreTokenizer.h"

using namespace weft::text;
using weft::runtime::concat;
using weft::runtime::Status;

static constexpr const char *wordPattern =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

namespace {
class ByteLevelPreTokenizer : public PreTokenizer {
public:
  bool addPrefixSpace;
  std::unique_ptr<Regex> regex; // null = do not cut

  Status split(const Piece &whole, EncodeScratch &scratch,
               std::vector<Piece> &out) const override {
    Piece piece = whole;
    if (addPrefixSpace && !piece.text.empty() && piece.text[0] != ' ')
      piece.text = scratch.arena.keep(concat(" ", piece.text));
    size_t before = out.size();
    if (!regex) {
      if (!piece.text.empty())
        out.push_back(piece);
    } else {
      scratch.segments.clear();
      if (Status status =
              regex->split(piece.text, scratch.regex, scratch.segments);
          !status.ok())
        return status;
      appendSplit(piece, scratch.segments, SplitBehavior::Isolated,
                  /*invert=*/false, out);
    }
    for (size_t i = before; i < out.size(); ++i)
      out[i].byteLevel = true;
    return Status();
  }
};
} // namespace

Status
weft::text::makeByteLevelPreTokenizer(const Component &component,
                                      std::unique_ptr<PreTokenizer> &made) {
  if (component.getType() != "ByteLevel")
    return Status();
  auto byteLevel = std::make_unique<ByteLevelPreTokenizer>();
  bool useRegex;
  if (Status status = component.readBool("add_prefix_space",
                                         byteLevel->addPrefixSpace, true);
      !status.ok())
    return status;
  if (Status status = component.readBool("use_regex", useRegex, true);
      !status.ok())
    return status;
  if (useRegex)
    if (Status status = Regex::compile(wordPattern, byteLevel->regex);
        !status.ok())
      return status;
  made = std::move(byteLevel);
  return Status();
}
