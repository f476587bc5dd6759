// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See TextTokens.h.

#include "tools/weft/TextTokens.h"
#include "runtime/text/tokenizer/Tokenizer.h"

using namespace weft;
using llvm::StringRef;

ExitStatus weft::encodeText(const ModelAssets &assets, StringRef text,
                            std::vector<int32_t> &ids) {
  StringRef json;
  for (const auto &[name, bytes] : assets)
    if (name == kTokenizerAsset)
      json = bytes;
  if (json.empty())
    return reportError(ExitStatus::BadInput,
                       "the model carries no tokenizer: convert it from a file "
                       "that has one");
  std::unique_ptr<text::Tokenizer> tokenizer;
  text::Status status = text::Tokenizer::parse(
      std::string_view(json.data(), json.size()), tokenizer);
  if (status.ok())
    status = tokenizer->encode(std::string_view(text.data(), text.size()),
                               /*addSpecialTokens=*/true, ids);
  if (!status.ok())
    return reportError(ExitStatus::BadInput,
                       "tokenizer: " + status.getMessage());
  return ExitStatus::Done;
}

ExitStatus weft::readTextFile(StringRef path,
                              std::unique_ptr<llvm::MemoryBuffer> &text) {
  auto opened = llvm::MemoryBuffer::getFile(path);
  if (!opened)
    return reportError(ExitStatus::BadInput, "cannot read '" + path + "': " +
                                                 opened.getError().message());
  text = std::move(*opened);
  return ExitStatus::Done;
}
