// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Metaspace: spaces become a visible character, and words begin with it.
#include "runtime/text/tokenizer/PreTokenizer.h"
#include "runtime/text/tokenizer/Unicode.h"

using namespace weft::text;
using weft::runtime::Status;

namespace {
class MetaspacePreTokenizer : public PreTokenizer {
public:
  enum class Scheme { Always, First, Never };
  std::string replacement;
  Scheme scheme = Scheme::Always;
  bool cuts = true;

  Status split(const Piece &whole, EncodeScratch &scratch,
               std::vector<Piece> &out) const override {
    std::string text;
    text.reserve(whole.text.size() + 16);
    bool begins =
        whole.text.starts_with(' ') || whole.text.starts_with(replacement);
    if (!whole.text.empty() && !begins &&
        (scheme == Scheme::Always ||
         (scheme == Scheme::First && whole.atStart)))
      text = replacement;
    for (size_t at = 0; at < whole.text.size();) {
      size_t space = whole.text.find(' ', at);
      text += whole.text.substr(at, space - at);
      if (space == std::string_view::npos)
        break;
      text += replacement;
      at = space + 1;
    }
    Piece piece = whole;
    piece.text = scratch.arena.keep(std::move(text));
    if (!cuts) {
      if (!piece.text.empty())
        out.push_back(piece);
      return Status();
    }
    scratch.segments.clear();
    splitAtLiteral(piece.text, replacement, scratch.segments);
    appendSplit(piece, scratch.segments, SplitBehavior::MergedWithNext,
                /*invert=*/false, out);
    return Status();
  }
};
} // namespace

Status
weft::text::makeMetaspacePreTokenizer(const Component &component,
                                      std::unique_ptr<PreTokenizer> &made) {
  if (component.getType() != "Metaspace")
    return Status();
  auto metaspace = std::make_unique<MetaspacePreTokenizer>();
  uint32_t replacement;
  if (Status status = component.readCharacter("replacement", replacement);
      !status.ok())
    return status;
  appendCodePoint(replacement, metaspace->replacement);
  std::string scheme;
  if (Status status = component.readText("prepend_scheme", scheme, "always");
      !status.ok())
    return status;
  bool addPrefixSpace;
  if (Status status =
          component.readBool("add_prefix_space", addPrefixSpace, true);
      !status.ok())
    return status;
  if (Status status = component.readBool("split", metaspace->cuts, true);
      !status.ok())
    return status;
  using Scheme = MetaspacePreTokenizer::Scheme;
  if (scheme == "first")
    metaspace->scheme = Scheme::First;
  else if (scheme == "never")
    metaspace->scheme = Scheme::Never;
  else if (scheme != "always")
    return component.badField("prepend_scheme",
                              "expected always, first or never, found ",
                              std::string_view(scheme).substr(0, 64));
  // Files from before prepend_scheme say the same with a flag.
  if (!addPrefixSpace) {
    if (metaspace->scheme != Scheme::Never && component.find("prepend_scheme"))
      return component.badField("add_prefix_space",
                                "expected the same as prepend_scheme ", scheme,
                                ", found false");
    metaspace->scheme = Scheme::Never;
  }
  made = std::move(metaspace);
  return Status();
}
