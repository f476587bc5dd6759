// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Prepend, Replace and ByteLevel.
#include "runtime/text/tokenizer/ByteAlphabet.h"
#include "runtime/text/tokenizer/Normalizer.h"
#include "runtime/text/tokenizer/SplitPattern.h"

using namespace weft::text;
using weft::runtime::Status;

namespace {

class PrependNormalizer : public Normalizer {
public:
  std::string content;
  Status apply(NormalizedText &text, EncodeScratch &) const override {
    if (!text.text.empty())
      text.text.insert(0, content);
    return Status();
  }
};

class ReplaceNormalizer : public Normalizer {
public:
  SplitPattern pattern;
  std::string content;

  Status apply(NormalizedText &text, EncodeScratch &scratch) const override {
    scratch.segments.clear();
    if (Status status =
            pattern.split(text.text, scratch.regex, scratch.segments);
        !status.ok())
      return status;
    std::string result;
    result.reserve(text.text.size());
    for (const Segment &segment : scratch.segments) {
      if (!segment.isMatch)
        result.append(text.text, segment.start, segment.end - segment.start);
      else
        result += content;
      // The caller complains.
      if (result.size() > text.budget)
        break;
    }
    text.text = std::move(result);
    return Status();
  }
};

class ByteLevelNormalizer : public Normalizer {
  Status apply(NormalizedText &text, EncodeScratch &) const override {
    std::string spelled;
    spelled.reserve(text.text.size() * 2);
    appendBytesAsAlphabet(text.text, spelled);
    text.text = std::move(spelled);
    return Status();
  }
};

Status makeReplace(const Component &component,
                   std::unique_ptr<Normalizer> &made) {
  auto replace = std::make_unique<ReplaceNormalizer>();
  if (Status status = replace->pattern.read(component); !status.ok())
    return status;
  if (Status status = component.readText("content", replace->content);
      !status.ok())
    return status;
  made = std::move(replace);
  return Status();
}

} // namespace

Status weft::text::makeRewritingNormalizer(const Component &component,
                                           std::unique_ptr<Normalizer> &made) {
  std::string type = component.getType();
  if (type == "Replace")
    return makeReplace(component, made);
  if (type == "ByteLevel")
    made = std::make_unique<ByteLevelNormalizer>();
  if (type != "Prepend")
    return Status();
  auto prepend = std::make_unique<PrependNormalizer>();
  if (Status status = component.readText("prepend", prepend->content);
      !status.ok())
    return status;
  made = std::move(prepend);
  return Status();
}
