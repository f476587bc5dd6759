// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Models turn one piece of text into ids.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_MODEL_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_MODEL_H

#include "runtime/text/tokenizer/Component.h"
#include "runtime/text/tokenizer/Vocabulary.h"

#include <memory>

namespace weft::text {

/// The memory of a model's work on a piece; one for each thread.
class ModelScratch {
public:
  virtual ~ModelScratch() = default;
};

/// A model and its vocabulary; const methods may be called from any thread.
class Model {
public:
  virtual ~Model() = default;

  virtual std::unique_ptr<ModelScratch> makeScratch() const = 0;
  /// Appends the ids of `text` (not empty, valid UTF-8 unless `byteLevel`).
  /// With `byteLevel` the bytes of `text` stand for characters of the byte-level
  /// alphabet; only models that readsBytes() are given such text.
  virtual runtime::Status encode(std::string_view text, bool byteLevel,
                                 ModelScratch &scratch,
                                 std::vector<int32_t> &ids) const = 0;
  virtual bool readsBytes() const { return false; }

  const Vocabulary &getVocabulary() const { return vocabulary; }

protected:
  Vocabulary vocabulary;
};

/// Makes the model that `component` describes; null if its type is unknown,
/// which is then noted in `component`.
runtime::Status makeModel(const Component &component,
                          std::unique_ptr<Model> &model);

/// Each reads one type of model.
runtime::Status makeBpeModel(const Component &component,
                             std::unique_ptr<Model> &model);
runtime::Status makeUnigramModel(const Component &component,
                                 std::unique_ptr<Model> &model);
runtime::Status makeWordPieceModel(const Component &component,
                                   std::unique_ptr<Model> &model);
runtime::Status makeWordLevelModel(const Component &component,
                                   std::unique_ptr<Model> &model);

/// Reads the object `vocab` from token to id.
runtime::Status readVocabulary(const Component &component,
                               Vocabulary &vocabulary);

/// The ids of the 256 tokens <0x00> to <0xFF>, -1 where there is none.
std::vector<int32_t> findByteTokens(const Vocabulary &vocabulary);

} // namespace weft::text

#endif
