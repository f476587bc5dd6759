// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The decoders that edit text: Replace, Fuse and Strip.
#include "runtime/text/tokenizer/Decoder.h"
#include "runtime/text/tokenizer/SplitPattern.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <algorithm>

using namespace weft::text;
using weft::runtime::Status;

namespace {

class ReplaceDecoder : public Decoder {
public:
  SplitPattern pattern;
  std::string content;

  class Sink : public WholeTokenSink {
  public:
    Sink(const ReplaceDecoder &decoder, TokenSink &next)
        : WholeTokenSink(next), decoder(decoder) {}
    void take(std::string &token) override {
      segments.clear();
      // A pattern that exceeds its limits replaces nothing.
      if (!decoder.pattern.split(token, scratch, segments).ok()) {
        pass(token);
        return;
      }
      for (const Segment &segment : segments)
        next.add(segment.isMatch
                     ? std::string_view(decoder.content)
                     : std::string_view(token).substr(
                           segment.start, segment.end - segment.start));
      next.endToken();
    }

  private:
    const ReplaceDecoder &decoder;
    RegexScratch scratch;
    std::vector<Segment> segments;
  };
  TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const override {
    return *sinks.emplace_back(std::make_unique<Sink>(*this, next));
  }
};

/// All tokens are one from here on.
class FuseDecoder : public Decoder {
  class Sink : public TokenSink {
  public:
    explicit Sink(TokenSink &next) : next(next) {}
    void add(std::string_view part) override { next.add(part); }
    void endToken() override {}
    void finish() override {
      next.endToken();
      next.finish();
    }

  private:
    TokenSink &next;
  };
  TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const override {
    return *sinks.emplace_back(std::make_unique<Sink>(next));
  }
};

/// Removes up to `start` of a character from the front of each token and up to
/// `stop` from its end. What could be such an end waits for what follows, so
/// that this works on the parts of a fused token.
class StripDecoder : public Decoder {
public:
  std::string content;
  uint64_t start, stop;

  class Sink : public TokenSink {
  public:
    Sink(const StripDecoder &decoder, TokenSink &next)
        : decoder(decoder), next(next) {}

    void add(std::string_view part) override {
      const std::string &content = decoder.content;
      while (isAtStart && !part.empty()) {
        if (removed == decoder.start || !part.starts_with(content)) {
          isAtStart = false;
          break;
        }
        part.remove_prefix(content.size());
        ++removed;
      }
      if (part.empty())
        return;
      // The last of the content's characters are held back.
      size_t end = part.size();
      uint64_t count = 0;
      while (count < decoder.stop && part.substr(0, end).ends_with(content)) {
        end -= content.size();
        ++count;
      }
      // If they are all of it, then those from before stay, as far as `stop`
      // goes.
      uint64_t kept = end == 0 ? std::min(held, decoder.stop - count) : 0;
      for (; held > kept; --held)
        next.add(content);
      next.add(part.substr(0, end));
      held = kept + count;
    }
    void endToken() override {
      isAtStart = true;
      removed = held = 0;
      next.endToken();
    }
    void finish() override { next.finish(); }

  private:
    const StripDecoder &decoder;
    TokenSink &next;
    bool isAtStart = true;
    uint64_t removed = 0;
    uint64_t held = 0;
  };
  TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const override {
    return *sinks.emplace_back(std::make_unique<Sink>(*this, next));
  }
};

Status makeReplace(const Component &component, std::unique_ptr<Decoder> &made,
                   uint64_t &growth) {
  auto decoder = std::make_unique<ReplaceDecoder>();
  if (Status status = decoder->pattern.read(component); !status.ok())
    return status;
  if (Status status = component.readText("content", decoder->content);
      !status.ok())
    return status;
  // Any byte, and the end, may be a match of a regular expression.
  size_t least = decoder->pattern.getLeastMatchBytes();
  growth = least ? (decoder->content.size() + least - 1) / least
                 : 2 * decoder->content.size() + 1;
  growth = std::max<uint64_t>(growth, 1);
  made = std::move(decoder);
  return Status();
}

Status makeStrip(const Component &component, std::unique_ptr<Decoder> &made) {
  auto decoder = std::make_unique<StripDecoder>();
  uint32_t content;
  if (Status status = component.readCharacter("content", content); !status.ok())
    return status;
  if (Status status = component.readCount("start", decoder->start, 0);
      !status.ok())
    return status;
  if (Status status = component.readCount("stop", decoder->stop, 0);
      !status.ok())
    return status;
  appendCodePoint(content, decoder->content);
  made = std::move(decoder);
  return Status();
}

} // namespace

Status weft::text::makeTextDecoder(const Component &component,
                                   std::unique_ptr<Decoder> &made,
                                   uint64_t &growth) {
  std::string type = component.getType();
  if (type == "Replace")
    return makeReplace(component, made, growth);
  if (type == "Strip")
    return makeStrip(component, made);
  if (type == "Fuse")
    made = std::make_unique<FuseDecoder>();
  return Status();
}
