// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which normalizers there are, and how they follow one another.
#include "runtime/text/tokenizer/Normalizer.h"

using namespace weft::text;
using weft::runtime::failure;
using weft::runtime::Status;

Status Normalizers::add(const Component &component) {
  if (Status status = component.check(); !status.ok())
    return status;
  std::string type = component.getType();
  if (type == "Sequence") {
    std::vector<Component> parts;
    if (Status status = component.readList("normalizers", parts); !status.ok())
      return status;
    for (const Component &part : parts)
      if (Status status = add(part); !status.ok())
        return status;
    return Status();
  }
  std::unique_ptr<Normalizer> made;
  for (auto make : {makeUnicodeNormalizer, makeBertNormalizer,
                    makeRewritingNormalizer, makePrecompiledNormalizer}) {
    if (Status status = make(component, made); !status.ok())
      return status;
    if (made) {
      list.push_back(std::move(made));
      return Status();
    }
  }
  component.addUnsupported("normalizer", type.empty() ? "without type" : type);
  return Status();
}

Status Normalizers::apply(NormalizedText &text, EncodeScratch &scratch) const {
  text.budget = 64 * text.text.size() + (size_t(1) << 20);
  for (const std::unique_ptr<Normalizer> &normalizer : list) {
    if (Status status = normalizer->apply(text, scratch); !status.ok())
      return status;
    if (text.text.size() > text.budget)
      return failure(WEFT_STATUS_INVALID_ARGUMENT,
                     "the normalizers make the text too large");
  }
  return Status();
}
