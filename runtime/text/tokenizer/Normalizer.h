// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Normalizers rewrite the text before it is cut.
#ifndef WEFT_RUNTIME_TEXT_TOKENIZER_NORMALIZER_H
#define WEFT_RUNTIME_TEXT_TOKENIZER_NORMALIZER_H

#include "runtime/text/tokenizer/Component.h"
#include "runtime/text/tokenizer/Pieces.h"

#include <memory>
#include <string>

namespace weft::text {

/// Text on its way through the normalizers; always valid UTF-8.
struct NormalizedText {
  std::string text;
  /// Whether characters at the very start were removed, so that `text` begins
  /// with what was not the beginning.
  bool hasLostStart = false;
  /// How many bytes `text` may have at most.
  size_t budget = 0;
};

/// Removes the characters for which `isRemoved` holds.
void removeCharacters(NormalizedText &text, bool (*isRemoved)(uint32_t point));

/// One normalizer; its methods may be called from any thread.
class Normalizer {
public:
  virtual ~Normalizer() = default;
  virtual runtime::Status apply(NormalizedText &text,
                                EncodeScratch &scratch) const = 0;
};

/// A list of normalizers that work one after the other. Sequences within
/// sequences are part of it.
class Normalizers {
public:
  /// Adds what `component` describes.
  runtime::Status add(const Component &component);
  /// Rewrites `text` and sets its budget. Fails if it becomes much larger, which
  /// a list of replacements can bring about.
  runtime::Status apply(NormalizedText &text, EncodeScratch &scratch) const;
  bool empty() const { return list.empty(); }

private:
  std::vector<std::unique_ptr<Normalizer>> list;
};

/// Each makes normalizers of one family: `made` stays null if the type is not
/// of the family.
/// NFC, NFD, NFKC, NFKD, Lowercase, StripAccents, Nmt, Strip.
runtime::Status makeUnicodeNormalizer(const Component &component,
                                      std::unique_ptr<Normalizer> &made);
runtime::Status makeBertNormalizer(const Component &component,
                                   std::unique_ptr<Normalizer> &made);
/// Prepend, Replace, ByteLevel.
runtime::Status makeRewritingNormalizer(const Component &component,
                                        std::unique_ptr<Normalizer> &made);
runtime::Status makePrecompiledNormalizer(const Component &component,
                                          std::unique_ptr<Normalizer> &made);

} // namespace weft::text

#endif
