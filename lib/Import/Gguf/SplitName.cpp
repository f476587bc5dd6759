// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Numbers of exactly five digits, as llama.cpp's gguf-split writes them.

#include "lib/Import/Gguf/SplitName.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace weft;
using namespace weft::gguf;

constexpr size_t kDigits = 5;

/// Takes five digits off the end of \p text.
static bool consumeNumber(llvm::StringRef &text, unsigned &number) {
  if (text.size() < kDigits)
    return false;
  llvm::StringRef digits = text.take_back(kDigits);
  if (!llvm::all_of(digits, llvm::isDigit))
    return false;
  text = text.drop_back(kDigits);
  return !digits.getAsInteger(10, number);
}

std::optional<SplitName> gguf::parseSplitName(llvm::StringRef path) {
  SplitName name;
  if (!path.consume_back(".gguf") || !consumeNumber(path, name.count) ||
      !path.consume_back("-of-") || !consumeNumber(path, name.number) ||
      !path.consume_back("-"))
    return std::nullopt;
  if (name.number == 0 || name.number > name.count)
    return std::nullopt;
  name.prefix = path;
  return name;
}

std::vector<std::string> gguf::listParts(const SplitName &name) {
  std::vector<std::string> paths;
  for (unsigned i = 1; i <= name.count; ++i)
    paths.push_back(
        llvm::formatv("{0}-{1,0+5}-of-{2,0+5}.gguf", name.prefix, i, name.count)
            .str());
  return paths;
}
