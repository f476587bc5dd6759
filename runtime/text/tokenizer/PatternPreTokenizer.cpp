// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Split: a pattern, and what becomes of its matches.
#include "runtime/text/tokenizer/PreTokenizer.h"
#include "runtime/text/tokenizer/SplitPattern.h"

using namespace weft::text;
using weft::runtime::Status;

namespace {
class SplitPreTokenizer : public PreTokenizer {
public:
  SplitPattern pattern;
  SplitBehavior behavior;
  bool invert;

  Status split(const Piece &piece, EncodeScratch &scratch,
               std::vector<Piece> &out) const override {
    scratch.segments.clear();
    if (Status status =
            pattern.split(piece.text, scratch.regex, scratch.segments);
        !status.ok())
      return status;
    appendSplit(piece, scratch.segments, behavior, invert, out);
    return Status();
  }
};
} // namespace

Status
weft::text::makePatternPreTokenizer(const Component &component,
                                    std::unique_ptr<PreTokenizer> &made) {
  if (component.getType() != "Split")
    return Status();
  auto split = std::make_unique<SplitPreTokenizer>();
  if (Status status = split->pattern.read(component); !status.ok())
    return status;
  if (Status status =
          readSplitBehavior(component, split->behavior, /*fallback=*/nullptr);
      !status.ok())
    return status;
  if (Status status = component.readBool("invert", split->invert, false);
      !status.ok())
    return status;
  made = std::move(split);
  return Status();
}
