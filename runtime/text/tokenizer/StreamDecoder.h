// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Decoding while a model generates: ids go in one by one, text comes out as
// soon as nothing that follows can change it.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_STREAMDECODER_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_STREAMDECODER_H

#include "runtime/text/tokenizer/Tokenizer.h"

namespace weft::text {

class TokenSink;

/// One decoding in progress. What add() and finish() return, one after another,
/// is what Tokenizer::decode() makes of all ids at once, and every part is whole
/// UTF-8 characters. For one thread at a time; the tokenizer must live longer.
class StreamDecoder {
public:
  StreamDecoder(const Tokenizer &tokenizer, bool skipSpecialTokens);
  ~StreamDecoder();
  StreamDecoder(const StreamDecoder &) = delete;
  StreamDecoder &operator=(const StreamDecoder &) = delete;

  /// The text that is certain with `id`; often empty while a character is
  /// incomplete.
  std::string add(int32_t id);
  /// What was held back, such as U+FFFD for a character that never became
  /// complete. Afterwards the decoder begins anew.
  std::string finish();

private:
  void begin();

  const Tokenizer &tokenizer;
  const bool skipSpecialTokens;
  std::string text;
  std::vector<std::unique_ptr<TokenSink>> sinks;
  TokenSink *first = nullptr;
};

} // namespace weft::text

#endif
