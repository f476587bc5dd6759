// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The decoders that know how words are marked.
#include "runtime/text/tokenizer/Decoder.h"
#include "runtime/text/tokenizer/Unicode.h"

using namespace weft::text;
using weft::runtime::Status;

namespace {

/// Replaces each `pattern` in `text`; the empty one is found everywhere.
void replaceAll(std::string &text, std::string_view pattern,
                std::string_view content) {
  std::string result;
  size_t at = 0;
  if (pattern.empty()) {
    result += content;
    while (at < text.size()) {
      size_t size = getSequenceSize(text[at]);
      result.append(text, at, size);
      result += content;
      at += size;
    }
    text = std::move(result);
    return;
  }
  size_t found = text.find(pattern);
  if (found == std::string::npos)
    return;
  for (; found != std::string::npos; found = text.find(pattern, at)) {
    result.append(text, at, found - at);
    result += content;
    at = found + pattern.size();
  }
  result.append(text, at);
  text = std::move(result);
}

/// The spaces that English does not write.
void cleanUp(std::string &text) {
  if (text.find(' ') == std::string::npos)
    return;
  static constexpr struct {
    const char *found, *written;
  } table[] = {{" .", "."},     {" ?", "?"},           {" !", "!"},
               {" ,", ","},     {" ' ", "'"},          {" n't", "n't"},
               {" 'm", "'m"},   {" do not", " don't"}, {" 's", "'s"},
               {" 've", "'ve"}, {" 're", "'re"}};
  for (const auto &entry : table)
    replaceAll(text, entry.found, entry.written);
}

class WordPieceDecoder : public Decoder {
public:
  std::string prefix;
  bool cleansUp;

  class Sink : public WholeTokenSink {
  public:
    Sink(const WordPieceDecoder &decoder, TokenSink &next)
        : WholeTokenSink(next), decoder(decoder) {}
    void take(std::string &token) override {
      if (!isFirst) {
        if (token.starts_with(decoder.prefix))
          token.erase(0, decoder.prefix.size());
        else
          token.insert(0, " ");
      }
      isFirst = false;
      if (decoder.cleansUp)
        cleanUp(token);
      pass(token);
    }

  private:
    const WordPieceDecoder &decoder;
    bool isFirst = true;
  };
  TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const override {
    return *sinks.emplace_back(std::make_unique<Sink>(*this, next));
  }
};

class MetaspaceDecoder : public Decoder {
public:
  std::string replacement;
  bool prepends;

  class Sink : public WholeTokenSink {
  public:
    Sink(const MetaspaceDecoder &decoder, TokenSink &next)
        : WholeTokenSink(next), decoder(decoder) {}
    void take(std::string &token) override {
      replaceAll(token, decoder.replacement,
                 isFirst && decoder.prepends ? "" : " ");
      isFirst = false;
      pass(token);
    }

  private:
    const MetaspaceDecoder &decoder;
    bool isFirst = true;
  };
  TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const override {
    return *sinks.emplace_back(std::make_unique<Sink>(*this, next));
  }
};

/// The suffix is a space, except at the very end: a token waits for the next.
class BpeDecoder : public Decoder {
public:
  std::string suffix;

  class Sink : public WholeTokenSink {
  public:
    Sink(const BpeDecoder &decoder, TokenSink &next)
        : WholeTokenSink(next), decoder(decoder) {}
    void take(std::string &token) override {
      passHeld(" ");
      held = token;
      hasHeld = true;
    }
    void finish() override {
      passHeld("");
      next.finish();
    }

  private:
    void passHeld(std::string_view content) {
      if (!hasHeld)
        return;
      replaceAll(held, decoder.suffix, content);
      pass(held);
      hasHeld = false;
    }
    const BpeDecoder &decoder;
    std::string held;
    bool hasHeld = false;
  };
  TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const override {
    return *sinks.emplace_back(std::make_unique<Sink>(*this, next));
  }
};

class CtcDecoder : public Decoder {
public:
  std::string padToken, wordDelimiter;
  bool cleansUp;

  class Sink : public WholeTokenSink {
  public:
    Sink(const CtcDecoder &decoder, TokenSink &next)
        : WholeTokenSink(next), decoder(decoder) {}
    void take(std::string &token) override {
      if (hasPrevious && token == previous)
        return;
      previous = token;
      hasPrevious = true;
      replaceAll(token, decoder.padToken, "");
      if (decoder.cleansUp) {
        cleanUp(token);
        replaceAll(token, decoder.wordDelimiter, " ");
      }
      if (!token.empty())
        pass(token);
    }

  private:
    const CtcDecoder &decoder;
    std::string previous;
    bool hasPrevious = false;
  };
  TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const override {
    return *sinks.emplace_back(std::make_unique<Sink>(*this, next));
  }
};

Status makeWordPiece(const Component &component,
                     std::unique_ptr<Decoder> &made) {
  auto decoder = std::make_unique<WordPieceDecoder>();
  if (Status status = component.readText("prefix", decoder->prefix, "##");
      !status.ok())
    return status;
  if (Status status = component.readBool("cleanup", decoder->cleansUp, true);
      !status.ok())
    return status;
  made = std::move(decoder);
  return Status();
}

Status makeMetaspace(const Component &component,
                     std::unique_ptr<Decoder> &made) {
  auto decoder = std::make_unique<MetaspaceDecoder>();
  uint32_t replacement;
  std::string scheme;
  bool addPrefixSpace;
  if (Status status = component.readCharacter("replacement", replacement);
      !status.ok())
    return status;
  if (Status status = component.readText("prepend_scheme", scheme, "always");
      !status.ok())
    return status;
  if (Status status =
          component.readBool("add_prefix_space", addPrefixSpace, true);
      !status.ok())
    return status;
  appendCodePoint(replacement, decoder->replacement);
  decoder->prepends = scheme != "never" && addPrefixSpace;
  made = std::move(decoder);
  return Status();
}

Status makeBpe(const Component &component, std::unique_ptr<Decoder> &made,
               uint64_t &growth) {
  auto decoder = std::make_unique<BpeDecoder>();
  if (Status status = component.readText("suffix", decoder->suffix, "</w>");
      !status.ok())
    return status;
  growth = decoder->suffix.empty() ? 3 : 1;
  made = std::move(decoder);
  return Status();
}

Status makeCtc(const Component &component, std::unique_ptr<Decoder> &made,
               uint64_t &growth) {
  auto decoder = std::make_unique<CtcDecoder>();
  if (Status status =
          component.readText("pad_token", decoder->padToken, "<pad>");
      !status.ok())
    return status;
  if (Status status = component.readText("word_delimiter_token",
                                         decoder->wordDelimiter, "|");
      !status.ok())
    return status;
  if (Status status = component.readBool("cleanup", decoder->cleansUp, true);
      !status.ok())
    return status;
  growth = decoder->wordDelimiter.empty() ? 3 : 1;
  made = std::move(decoder);
  return Status();
}

} // namespace

Status weft::text::makeWordDecoder(const Component &component,
                                   std::unique_ptr<Decoder> &made,
                                   uint64_t &growth) {
  std::string type = component.getType();
  if (type == "WordPiece") {
    growth = 2; // a space before each token
    return makeWordPiece(component, made);
  }
  if (type == "Metaspace")
    return makeMetaspace(component, made);
  if (type == "BPEDecoder")
    return makeBpe(component, made, growth);
  if (type == "CTC")
    return makeCtc(component, made, growth);
  return Status();
}
