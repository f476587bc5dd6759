// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The decoders that put bytes together.
#include "runtime/text/tokenizer/ByteAlphabet.h"
#include "runtime/text/tokenizer/Decoder.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <optional>

using namespace weft::text;
using weft::runtime::Status;

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// All tokens become one, of bytes that are read as UTF-8; at most three bytes
/// wait for the rest of their character.
class ByteLevelSink : public TokenSink {
public:
  explicit ByteLevelSink(TokenSink &next) : next(next) {}

  void add(std::string_view part) override { token += part; }
  void endToken() override {
    if (!appendAlphabetAsBytes(token, bytes))
      bytes += token;
    token.clear();
    passOn(/*isEnd=*/false);
  }
  void finish() override {
    passOn(/*isEnd=*/true);
    next.endToken();
    next.finish();
  }

private:
  void passOn(bool isEnd) {
    std::string_view rest = bytes;
    while (!rest.empty()) {
      size_t valid = getValidPrefixSize(rest);
      if (valid)
        next.add(rest.substr(0, valid));
      rest.remove_prefix(valid);
      if (rest.empty())
        break;
      bool isCut;
      size_t invalid = getInvalidPartSize(rest, isCut);
      if (isCut && !isEnd)
        break;
      next.add(replacement);
      rest.remove_prefix(invalid);
    }
    bytes.erase(0, bytes.size() - rest.size());
  }

  TokenSink &next;
  std::string token;
  std::string bytes;
};

/// Tokens like <0x0A> are bytes. A run of them is text if it is valid as a
/// whole; otherwise each byte is U+FFFD. So a run is certain only at its end.
class ByteFallbackSink : public WholeTokenSink {
public:
  using WholeTokenSink::WholeTokenSink;

  void take(std::string &token) override {
    if (std::optional<unsigned char> byte = parse(token)) {
      run += static_cast<char>(*byte);
      return;
    }
    endRun();
    pass(token);
  }
  void finish() override {
    endRun();
    next.finish();
  }

private:
  static int parseDigit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
  }
  static std::optional<unsigned char> parse(std::string_view token) {
    if (token.size() != 6 || !token.starts_with("<0x") || token[5] != '>')
      return std::nullopt;
    // "+A" is a number for the Python package.
    int high = token[3] == '+' ? 0 : parseDigit(token[3]);
    int low = parseDigit(token[4]);
    if (high < 0 || low < 0)
      return std::nullopt;
    return static_cast<unsigned char>(high << 4 | low);
  }
  void endRun() {
    if (run.empty())
      return;
    if (getValidPrefixSize(run) == run.size())
      pass(run);
    else
      for (size_t i = 0; i < run.size(); ++i)
        pass(replacement);
    run.clear();
  }

  std::string run;
};

template <typename Sink> class ByteDecoder : public Decoder {
  TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const override {
    return *sinks.emplace_back(std::make_unique<Sink>(next));
  }
};

} // namespace

Status weft::text::makeByteDecoder(const Component &component,
                                   std::unique_ptr<Decoder> &made,
                                   uint64_t &growth) {
  std::string type = component.getType();
  if (type == "ByteLevel") {
    growth = 2; // an invalid byte was two
    made = std::make_unique<ByteDecoder<ByteLevelSink>>();
  } else if (type == "ByteFallback") {
    made = std::make_unique<ByteDecoder<ByteFallbackSink>>();
  }
  return Status();
}
