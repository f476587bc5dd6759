// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// WordLevel: a piece is a token or unknown.
#include "runtime/text/tokenizer/Model.h"

using namespace weft::text;
using weft::runtime::failure;
using weft::runtime::Status;

namespace {
class WordLevelModel : public Model {
public:
  std::string unknownToken;

  Status read(const Component &component) {
    if (Status status = readVocabulary(component, vocabulary); !status.ok())
      return status;
    return component.readText("unk_token", unknownToken, "<unk>");
  }
  std::unique_ptr<ModelScratch> makeScratch() const override {
    return std::make_unique<ModelScratch>();
  }
  Status encode(std::string_view text, bool, ModelScratch &,
                std::vector<int32_t> &ids) const override {
    int32_t id = vocabulary.find(text);
    if (id < 0)
      id = vocabulary.find(unknownToken);
    if (id < 0)
      return failure(WEFT_STATUS_INVALID_ARGUMENT,
                     "the text has an unknown word, and ",
                     std::string_view(unknownToken).substr(0, 64),
                     " is not in the vocabulary");
    ids.push_back(id);
    return Status();
  }
};
} // namespace

Status weft::text::makeWordLevelModel(const Component &component,
                                      std::unique_ptr<Model> &model) {
  auto wordLevel = std::make_unique<WordLevelModel>();
  if (Status status = wordLevel->read(component); !status.ok())
    return status;
  model = std::move(wordLevel);
  return Status();
}
