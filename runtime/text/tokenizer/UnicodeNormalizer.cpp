// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The normalizers that follow properties of characters.
#include "runtime/text/tokenizer/NormalizationForm.h"
#include "runtime/text/tokenizer/Normalizer.h"
#include "runtime/text/tokenizer/Unicode.h"

using namespace weft::text;
using weft::runtime::Status;

namespace {

class FormNormalizer : public Normalizer {
public:
  explicit FormNormalizer(NormalizationForm form) : form(form) {}
  Status apply(NormalizedText &text, EncodeScratch &) const override {
    text.text = normalize(text.text, form);
    return Status();
  }

private:
  NormalizationForm form;
};

class LowercaseNormalizer : public Normalizer {
  Status apply(NormalizedText &text, EncodeScratch &) const override {
    std::string lower;
    lower.reserve(text.text.size());
    for (size_t at = 0; at < text.text.size();)
      appendLowercase(nextCodePoint(text.text, at), lower);
    text.text = std::move(lower);
    return Status();
  }
};

class StripAccentsNormalizer : public Normalizer {
  Status apply(NormalizedText &text, EncodeScratch &) const override {
    removeCharacters(text, isMark);
    return Status();
  }
};

/// What sentencepiece's NMT rules do before NFKC.
class NmtNormalizer : public Normalizer {
  static bool isRemoved(uint32_t point) {
    return (point >= 0x1 && point <= 0x8) || point == 0xB ||
           (point >= 0xE && point <= 0x1F) || point == 0x7F || point == 0x8F ||
           point == 0x9F;
  }
  static bool isSpace(uint32_t point) {
    switch (point) {
    case 0x9:
    case 0xA:
    case 0xC:
    case 0xD:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x2581:
    case 0xFEFF:
    case 0xFFFD:
      return true;
    default:
      return point >= 0x200B && point <= 0x200F;
    }
  }
  Status apply(NormalizedText &text, EncodeScratch &) const override {
    removeCharacters(text, isRemoved);
    std::string spaced;
    spaced.reserve(text.text.size());
    for (size_t at = 0; at < text.text.size();) {
      uint32_t point = nextCodePoint(text.text, at);
      appendCodePoint(isSpace(point) ? ' ' : point, spaced);
    }
    text.text = std::move(spaced);
    return Status();
  }
};

class StripNormalizer : public Normalizer {
public:
  bool left, right;
  Status apply(NormalizedText &text, EncodeScratch &) const override {
    std::string_view rest = text.text;
    size_t begin = 0, end = rest.size();
    while (left && begin < end) {
      size_t next = begin;
      if (!isWhitespace(nextCodePoint(rest, next)))
        break;
      begin = next;
    }
    while (right && end > begin) {
      size_t before = end;
      if (!isWhitespace(previousCodePoint(rest, before)))
        break;
      end = before;
    }
    text.hasLostStart |= begin != 0;
    text.text = std::string(rest.substr(begin, end - begin));
    return Status();
  }
};

} // namespace

void weft::text::removeCharacters(NormalizedText &text,
                                  bool (*isRemoved)(uint32_t point)) {
  std::string kept;
  kept.reserve(text.text.size());
  for (size_t at = 0; at < text.text.size();) {
    size_t start = at;
    if (!isRemoved(nextCodePoint(text.text, at)))
      kept.append(text.text, start, at - start);
    else
      text.hasLostStart |= start == 0;
  }
  text.text = std::move(kept);
}

Status weft::text::makeUnicodeNormalizer(const Component &component,
                                         std::unique_ptr<Normalizer> &made) {
  std::string type = component.getType();
  if (type == "NFC")
    made = std::make_unique<FormNormalizer>(NormalizationForm::C);
  else if (type == "NFD")
    made = std::make_unique<FormNormalizer>(NormalizationForm::D);
  else if (type == "NFKC")
    made = std::make_unique<FormNormalizer>(NormalizationForm::KC);
  else if (type == "NFKD")
    made = std::make_unique<FormNormalizer>(NormalizationForm::KD);
  else if (type == "Lowercase")
    made = std::make_unique<LowercaseNormalizer>();
  else if (type == "StripAccents")
    made = std::make_unique<StripAccentsNormalizer>();
  else if (type == "Nmt")
    made = std::make_unique<NmtNormalizer>();
  if (type != "Strip")
    return Status();
  auto strip = std::make_unique<StripNormalizer>();
  if (Status status = component.readBool("strip_left", strip->left, true);
      !status.ok())
    return status;
  if (Status status = component.readBool("strip_right", strip->right, true);
      !status.ok())
    return status;
  made = std::move(strip);
  return Status();
}
