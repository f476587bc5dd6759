// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The lists under tokenizer.ggml: tokens, their types and scores.

#ifndef WEFT_LIB_IMPORT_GGUF_VOCABULARY_H
#define WEFT_LIB_IMPORT_GGUF_VOCABULARY_H

#include "lib/Import/Gguf/GgufFile.h"

namespace weft::gguf {

/// The ids of the format.
enum class TokenType : int32_t {
  Undefined = 0,
  Normal = 1,
  Unknown = 2,
  Control = 3,
  UserDefined = 4,
  Unused = 5,
  Byte = 6,
};

/// Tokens by id. Each text is valid UTF-8 and there once.
struct Vocabulary {
  std::vector<std::string> tokens;
  /// As many as tokens; all Normal where the file has none.
  std::vector<TokenType> types;
  /// As many as tokens and finite, or none.
  std::vector<double> scores;
  /// Refers to tokens.
  llvm::DenseMap<llvm::StringRef, int64_t> ids;

  int64_t size() const { return static_cast<int64_t>(tokens.size()); }
  std::optional<int64_t> find(llvm::StringRef token) const;
  bool hasType(TokenType type) const;
};

/// Reads and checks the lists. An empty token is given a name, [EMPTY_7], as
/// in llama.cpp.
llvm::Expected<std::unique_ptr<Vocabulary>>
readVocabulary(const GgufFile &file);

} // namespace weft::gguf

#endif // WEFT_LIB_IMPORT_GGUF_VOCABULARY_H
