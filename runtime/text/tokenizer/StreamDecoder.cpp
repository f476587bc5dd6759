// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Ids to tokens, and those through the chain of decoders.
#include "runtime/text/tokenizer/StreamDecoder.h"
#include "runtime/text/tokenizer/Decoder.h"

using namespace weft::text;

namespace {
/// The end of the chain: all tokens one after another, with `separator` between
/// them.
class TextSink : public TokenSink {
public:
  TextSink(std::string &text, std::string_view separator)
      : text(text), separator(separator) {}
  void add(std::string_view part) override {
    if (isBetween)
      text += separator;
    isBetween = false;
    text += part;
  }
  void endToken() override { isBetween = true; }
  void finish() override {}

private:
  std::string &text;
  std::string_view separator;
  bool isBetween = false;
};
} // namespace

StreamDecoder::StreamDecoder(const Tokenizer &tokenizer, bool skipSpecialTokens)
    : tokenizer(tokenizer), skipSpecialTokens(skipSpecialTokens) {
  begin();
}
StreamDecoder::~StreamDecoder() = default;

void StreamDecoder::begin() {
  sinks.clear();
  text.clear();
  const Decoder *decoder = tokenizer.getDecoder();
  auto end = std::make_unique<TextSink>(text, decoder ? "" : " ");
  first = end.get();
  sinks.push_back(std::move(end));
  if (decoder)
    first = &decoder->open(*first, sinks);
}

std::string StreamDecoder::add(int32_t id) {
  std::string_view token = tokenizer.getToken(id);
  if (!token.data() || (skipSpecialTokens && tokenizer.isSpecial(id)))
    return {};
  first->add(token);
  first->endToken();
  std::string result = std::move(text);
  text.clear();
  return result;
}

std::string StreamDecoder::finish() {
  first->finish();
  std::string result = std::move(text);
  begin();
  return result;
}
