// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// BertNormalizer: what BERT does to text before it cuts it into words.
#include "runtime/text/tokenizer/NormalizationForm.h"
#include "runtime/text/tokenizer/Normalizer.h"
#include "runtime/text/tokenizer/Unicode.h"

using namespace weft::text;
using weft::runtime::Status;

namespace {

bool isSpaceForBert(uint32_t point) {
  return point == '\t' || point == '\n' || point == '\r' || isWhitespace(point);
}

/// Control and format characters, and what the Unicode replacement stands for.
bool isDirt(uint32_t point) {
  if (point == '\t' || point == '\n' || point == '\r')
    return false;
  return point == 0 || point == 0xFFFD || isOther(point);
}

bool isChinese(uint32_t point) {
  return (point >= 0x4E00 && point <= 0x9FFF) ||
         (point >= 0x3400 && point <= 0x4DBF) ||
         (point >= 0x20000 && point <= 0x2A6DF) ||
         (point >= 0x2A700 && point <= 0x2B73F) ||
         (point >= 0x2B740 && point <= 0x2B81F) ||
         (point >= 0x2B920 && point <= 0x2CEAF) ||
         (point >= 0xF900 && point <= 0xFAFF) ||
         (point >= 0x2F800 && point <= 0x2FA1F);
}

class BertNormalizer : public Normalizer {
public:
  bool cleansText, spacesChinese, stripsAccents, lowers;

  Status apply(NormalizedText &text, EncodeScratch &) const override {
    if (cleansText)
      removeCharacters(text, isDirt);
    std::string next;
    next.reserve(text.text.size());
    if (cleansText || spacesChinese) {
      for (size_t at = 0; at < text.text.size();) {
        uint32_t point = nextCodePoint(text.text, at);
        if (cleansText && isSpaceForBert(point))
          point = ' ';
        bool isApart = spacesChinese && isChinese(point);
        if (isApart)
          next += ' ';
        appendCodePoint(point, next);
        if (isApart)
          next += ' ';
      }
      text.text.swap(next);
    }
    if (stripsAccents) {
      text.text = normalize(text.text, NormalizationForm::D);
      removeCharacters(text, isNonspacingMark);
    }
    if (lowers) {
      next.clear();
      for (size_t at = 0; at < text.text.size();)
        appendLowercase(nextCodePoint(text.text, at), next);
      text.text.swap(next);
    }
    return Status();
  }
};

} // namespace

Status weft::text::makeBertNormalizer(const Component &component,
                                      std::unique_ptr<Normalizer> &made) {
  std::string type = component.getType();
  if (type != "BertNormalizer" && type != "Bert")
    return Status();
  auto bert = std::make_unique<BertNormalizer>();
  for (auto [key, flag] :
       {std::pair{"clean_text", &bert->cleansText},
        std::pair{"handle_chinese_chars", &bert->spacesChinese},
        std::pair{"lowercase", &bert->lowers}})
    if (Status status = component.readBool(key, *flag, true); !status.ok())
      return status;
  // Accents go together with case unless told.
  if (Status status = component.readBool("strip_accents", bert->stripsAccents,
                                         bert->lowers);
      !status.ok())
    return status;
  made = std::move(bert);
  return Status();
}
