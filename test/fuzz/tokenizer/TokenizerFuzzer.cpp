// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// tokenizer.json of a stranger, and a text for it: the input is JSON, a null
// byte, and the text. What is accepted encodes and decodes; the stream must say
// what decoding at once says, and everything that comes out is UTF-8.

#include "runtime/text/tokenizer/StreamDecoder.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <cstdlib>

using namespace weft::text;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  std::string_view input(reinterpret_cast<const char *>(data), size);
  size_t end = input.find('\0');
  std::string_view text;
  if (end != std::string_view::npos)
    text = input.substr(end + 1, 4096);
  std::unique_ptr<Tokenizer> tokenizer;
  if (!Tokenizer::parse(input.substr(0, end), tokenizer).ok())
    return 0;
  std::vector<int32_t> ids;
  (void)tokenizer->encode(text, /*addSpecialTokens=*/true, ids);
  for (unsigned char byte : text.substr(0, 64))
    ids.push_back(byte % 64);
  StreamDecoder stream(*tokenizer, /*skipSpecialTokens=*/true);
  std::string all;
  for (int32_t id : ids)
    all += stream.add(id);
  all += stream.finish();
  if (all != tokenizer->decode(ids, true) ||
      getValidPrefixSize(all) != all.size())
    abort();
  return 0;
}
