// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which decoders there are, and how they are chained.
#include "runtime/text/tokenizer/Decoder.h"

using namespace weft::text;
using weft::runtime::Status;

// A token is some bytes long; its text must not become millions.
static constexpr uint64_t maxGrowth = 1024;

namespace {
class DecoderChain : public Decoder {
public:
  std::vector<std::unique_ptr<Decoder>> list;

  TokenSink &
  open(TokenSink &next,
       std::vector<std::unique_ptr<TokenSink>> &sinks) const override {
    TokenSink *sink = &next;
    for (size_t i = list.size(); i-- > 0;)
      sink = &list[i]->open(*sink, sinks);
    return *sink;
  }
};
} // namespace

static Status addDecoder(const Component &component, DecoderChain &chain,
                         uint64_t &growth) {
  if (Status status = component.check(); !status.ok())
    return status;
  std::string type = component.getType();
  if (type == "Sequence") {
    std::vector<Component> parts;
    if (Status status = component.readList("decoders", parts); !status.ok())
      return status;
    for (const Component &part : parts)
      if (Status status = addDecoder(part, chain, growth); !status.ok())
        return status;
    return Status();
  }
  std::unique_ptr<Decoder> made;
  for (auto make : {makeByteDecoder, makeWordDecoder, makeTextDecoder}) {
    uint64_t factor = 1;
    if (Status status = make(component, made, factor); !status.ok())
      return status;
    if (!made)
      continue;
    growth *= factor;
    if (growth > maxGrowth)
      return component.bad("expected decoders that make text at most ",
                           maxGrowth, " times as large, found ", growth);
    chain.list.push_back(std::move(made));
    return Status();
  }
  component.addUnsupported("decoder", type.empty() ? "without type" : type);
  return Status();
}

Status weft::text::makeDecoder(const Component &component,
                               std::unique_ptr<Decoder> &decoder) {
  auto chain = std::make_unique<DecoderChain>();
  uint64_t growth = 1;
  if (Status status = addDecoder(component, *chain, growth); !status.ok())
    return status;
  decoder = std::move(chain);
  return Status();
}
