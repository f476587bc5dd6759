// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which models there are, and what they have in common.
#include "runtime/text/tokenizer/Model.h"

#include <cstdio>

using namespace weft::text;
using weft::runtime::concat;
using weft::runtime::Status;

Status weft::text::readVocabulary(const Component &component,
                                  Vocabulary &vocabulary) {
  const Json *field = component.find("vocab");
  if (!field || !field->is_object())
    return component.badField("vocab", "expected an object, found ",
                              field ? field->type_name() : "nothing");
  size_t sizeBytes = 0;
  for (auto entry = field->begin(); entry != field->end(); ++entry)
    sizeBytes += entry.key().size();
  vocabulary.reserve(field->size(), sizeBytes);
  for (auto entry = field->begin(); entry != field->end(); ++entry) {
    if (!entry->is_number_unsigned() ||
        *entry->get_ptr<const uint64_t *>() > INT32_MAX)
      return component.badField("vocab",
                                "expected ids from 0 to 2147483647, found ",
                                entry->type_name());
    auto id = static_cast<int64_t>(*entry->get_ptr<const uint64_t *>());
    if (Status status = vocabulary.insert(entry.key(), id); !status.ok())
      return std::move(status).in(concat(component.getPath(), ".vocab"));
  }
  return Status();
}

std::vector<int32_t> weft::text::findByteTokens(const Vocabulary &vocabulary) {
  std::vector<int32_t> ids(256);
  for (unsigned byte = 0; byte < 256; ++byte) {
    char token[8];
    snprintf(token, sizeof(token), "<0x%02X>", byte);
    ids[byte] = vocabulary.find(token);
  }
  return ids;
}

/// The type of a model that does not name it, as old files do not.
static std::string inferType(const Component &component) {
  if (component.find("merges"))
    return "BPE";
  if (const Json *vocab = component.find("vocab"); vocab && vocab->is_array())
    return "Unigram";
  if (component.find("continuing_subword_prefix"))
    return "WordPiece";
  return component.find("vocab") ? "WordLevel" : "without type";
}

Status weft::text::makeModel(const Component &component,
                             std::unique_ptr<Model> &model) {
  if (Status status = component.check(); !status.ok())
    return status;
  std::string type = component.getType();
  if (type.empty())
    type = inferType(component);
  if (type == "BPE")
    return makeBpeModel(component, model);
  if (type == "Unigram")
    return makeUnigramModel(component, model);
  if (type == "WordPiece")
    return makeWordPieceModel(component, model);
  if (type == "WordLevel")
    return makeWordLevelModel(component, model);
  component.addUnsupported("model", type);
  return Status();
}
