// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Decoders turn tokens back into text. They are chained, and each is a
// transducer: tokens go in as they come, and what is certain goes on to the next
// at once. Decoding all ids and decoding a stream of them are thus the same.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_DECODER_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_DECODER_H

#include "runtime/text/tokenizer/Component.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace weft::text {

/// Receives tokens: for each any number of parts and then its end, and after the
/// last finish(). Parts are whole characters.
class TokenSink {
public:
  virtual ~TokenSink() = default;
  virtual void add(std::string_view part) = 0;
  virtual void endToken() = 0;
  virtual void finish() = 0;
};

/// A sink that sees whole tokens and passes others on.
class WholeTokenSink : public TokenSink {
public:
  explicit WholeTokenSink(TokenSink &next) : next(next) {}
  void add(std::string_view part) final { token += part; }
  void endToken() final {
    take(token);
    token.clear();
  }
  void finish() override { next.finish(); }

protected:
  /// Handles `token`, which may be changed.
  virtual void take(std::string &token) = 0;
  void pass(std::string_view whole) {
    next.add(whole);
    next.endToken();
  }

  TokenSink &next;

private:
  std::string token;
};

/// A decoder, or a chain of them; const methods may be called from any thread.
class Decoder {
public:
  virtual ~Decoder() = default;
  /// Begins a decoding that writes to `next`, and returns where its tokens go.
  /// The sinks it needs are added to `sinks`.
  virtual TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const = 0;
};

/// Makes the decoder that `component` describes; null if its type is unknown,
/// which is then noted in `component`.
runtime::Status makeDecoder(const Component &component,
                            std::unique_ptr<Decoder> &decoder);

/// Each makes decoders of one family: `made` stays null if the type is not of
/// the family. `growth` is how many times as large as its tokens their text can
/// become, at most.
/// ByteLevel, ByteFallback.
runtime::Status makeByteDecoder(const Component &component,
                                std::unique_ptr<Decoder> &made,
                                uint64_t &growth);
/// WordPiece, Metaspace, BPEDecoder, CTC.
runtime::Status makeWordDecoder(const Component &component,
                                std::unique_ptr<Decoder> &made,
                                uint64_t &growth);
/// Replace, Fuse, Strip.
runtime::Status makeTextDecoder(const Component &component,
                                std::unique_ptr<Decoder> &made,
                                uint64_t &growth);

} // namespace weft::text

#endif
