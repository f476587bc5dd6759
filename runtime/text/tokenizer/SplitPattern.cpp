// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Patterns, as JSON has them.
#include "runtime/text/tokenizer/SplitPattern.h"

using namespace weft::text;
using weft::runtime::concat;
using weft::runtime::Status;

Status SplitPattern::read(const Component &component) {
  std::string pattern;
  bool isRegex;
  if (Status status = component.readPattern("pattern", pattern, isRegex);
      !status.ok())
    return status;
  // The empty literal is found everywhere, as the empty expression is.
  if (!isRegex && !pattern.empty()) {
    literal = std::move(pattern);
    return Status();
  }
  return Regex::compile(pattern, regex)
      .in(concat(component.getPath(), ".pattern"));
}

Status SplitPattern::split(std::string_view text, RegexScratch &scratch,
                           std::vector<Segment> &segments) const {
  if (regex)
    return regex->split(text, scratch, segments);
  splitAtLiteral(text, literal, segments);
  return Status();
}

Status weft::text::readSplitBehavior(const Component &component,
                                     SplitBehavior &behavior,
                                     const SplitBehavior *fallback) {
  static constexpr struct {
    const char *name;
    SplitBehavior behavior;
  } known[] = {{"Removed", SplitBehavior::Removed},
               {"Isolated", SplitBehavior::Isolated},
               {"MergedWithPrevious", SplitBehavior::MergedWithPrevious},
               {"MergedWithNext", SplitBehavior::MergedWithNext},
               {"Contiguous", SplitBehavior::Contiguous}};
  if (fallback && !component.find("behavior")) {
    behavior = *fallback;
    return Status();
  }
  std::string name;
  if (Status status = component.readText("behavior", name); !status.ok())
    return status;
  for (const auto &entry : known) {
    if (name == entry.name) {
      behavior = entry.behavior;
      return Status();
    }
  }
  return component.badField("behavior", "unknown behavior ",
                            std::string_view(name).substr(0, 64));
}
