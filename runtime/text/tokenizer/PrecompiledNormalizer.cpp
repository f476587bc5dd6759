// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Precompiled: the character map of sentencepiece, a double-array trie from byte
// strings to places in a text of replacements that end in a null byte
// (sentencepiece, builder.h; the trie's format is that of Darts-clone).
#include "runtime/text/tokenizer/Normalizer.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <cstring>
#include <optional>
#include <utf8proc.h>

using namespace weft::text;
using weft::runtime::Status;

namespace {

constexpr size_t maxMapBytes = 64 << 20;

class PrecompiledNormalizer : public Normalizer {
public:
  std::vector<uint32_t> units;
  std::string replacements;

  Status apply(NormalizedText &text, EncodeScratch &) const override;

private:
  std::optional<std::string_view> find(std::string_view key) const;
};

/// The replacement of the shortest prefix of `key` that the map knows.
std::optional<std::string_view>
PrecompiledNormalizer::find(std::string_view key) const {
  // Every place is checked: the map comes from a file.
  auto getUnit = [&](size_t at) { return at < units.size() ? units[at] : 0; };
  auto getOffset = [](uint32_t unit) -> size_t {
    return static_cast<size_t>(unit >> 10) << ((unit & 1 << 9) >> 6);
  };
  size_t at = getOffset(getUnit(0));
  for (char c : key) {
    auto byte = static_cast<unsigned char>(c);
    if (!byte)
      break;
    at ^= byte;
    uint32_t unit = getUnit(at);
    if ((unit & (uint32_t(1) << 31 | 0xFF)) != byte)
      break;
    at ^= getOffset(unit);
    if (unit >> 8 & 1) {
      size_t place = getUnit(at) & ~(uint32_t(1) << 31);
      if (place > replacements.size())
        return std::string_view();
      std::string_view rest = std::string_view(replacements).substr(place);
      // A place within a character is none.
      if (!rest.empty() && (rest[0] & 0xC0) == 0x80)
        return std::string_view();
      return rest.substr(0, rest.find('\0'));
    }
  }
  return std::nullopt;
}

Status PrecompiledNormalizer::apply(NormalizedText &text,
                                    EncodeScratch &) const {
  std::string_view in = text.text;
  std::string out;
  out.reserve(in.size());
  for (size_t at = 0; at < in.size() && out.size() <= text.budget;) {
    // One grapheme (UAX 29): the map has some pairs of letter and mark.
    size_t end = at;
    auto previous = static_cast<utf8proc_int32_t>(nextCodePoint(in, end));
    utf8proc_int32_t state = 0;
    while (end < in.size()) {
      size_t after = end;
      auto next = static_cast<utf8proc_int32_t>(nextCodePoint(in, after));
      if (utf8proc_grapheme_break_stateful(previous, next, &state))
        break;
      previous = next;
      end = after;
    }
    std::string_view grapheme = in.substr(at, end - at);
    at = end;
    if (grapheme.size() < 6)
      if (std::optional<std::string_view> found = find(grapheme)) {
        out += *found;
        continue;
      }
    // The caller complains.
    for (size_t i = 0; i < grapheme.size() && out.size() <= text.budget;) {
      std::string_view part = grapheme.substr(i, getSequenceSize(grapheme[i]));
      i += part.size();
      out += find(part).value_or(part);
    }
  }
  text.text = std::move(out);
  return Status();
}

/// Appends what `text` stands for in base 64 (RFC 4648).
bool decodeBase64(std::string_view text, std::string &bytes) {
  while (text.ends_with('='))
    text.remove_suffix(1);
  uint32_t bits = 0;
  int count = 0;
  for (char c : text) {
    int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                : c >= 'a' && c <= 'z' ? c - 'a' + 26
                : c >= '0' && c <= '9' ? c - '0' + 52
                : c == '+'             ? 62
                : c == '/'             ? 63
                                       : -1;
    if (value < 0)
      return false;
    bits = bits << 6 | static_cast<uint32_t>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return true;
}

} // namespace

Status
weft::text::makePrecompiledNormalizer(const Component &component,
                                      std::unique_ptr<Normalizer> &made) {
  if (component.getType() != "Precompiled")
    return Status();
  auto normalizer = std::make_unique<PrecompiledNormalizer>();
  const Json *field = component.find("precompiled_charsmap");
  const auto *text = field ? field->get_ptr<const std::string *>() : nullptr;
  std::string bytes;
  if (!text || text->size() > maxMapBytes || !decodeBase64(*text, bytes))
    return component.badField("precompiled_charsmap",
                              "expected text in base 64, found ",
                              field ? field->type_name() : "nothing");
  uint32_t trieBytes = 0;
  if (bytes.size() >= 4)
    std::memcpy(&trieBytes, bytes.data(), 4);
  if (bytes.size() < 4 || trieBytes > bytes.size() - 4 || trieBytes % 4 != 0)
    return component.badField("precompiled_charsmap", "expected a trie within ",
                              bytes.size(), " bytes, found ", trieBytes);
  normalizer->units.resize(trieBytes / 4);
  // A map of nothing has no units.
  if (trieBytes > 0)
    std::memcpy(normalizer->units.data(), bytes.data() + 4, trieBytes);
  normalizer->replacements = bytes.substr(4 + trieBytes);
  // What is inserted must be text.
  if (getValidPrefixSize(normalizer->replacements) !=
      normalizer->replacements.size())
    return component.badField("precompiled_charsmap",
                              "expected replacements in UTF-8");
  made = std::move(normalizer);
  return Status();
}
