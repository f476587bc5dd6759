// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Decompositions and compositions come from utf8proc; the marks are put in order
// here, because utf8proc takes quadratic time for a long run of them.
#include "runtime/text/tokenizer/NormalizationForm.h"
#include "runtime/text/tokenizer/OlderUnicode.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <algorithm>
#include <utf8proc.h>
#include <vector>

using namespace weft::text;

/// Whether `text` is in `form` for a reason that is cheap to see.
static bool isObviouslyNormalized(std::string_view text,
                                  NormalizationForm form) {
  // The first character that NFC could change is U+0300, whose lead byte is CC.
  unsigned char limit = form == NormalizationForm::C ? 0xCC : 0x80;
  return std::all_of(text.begin(), text.end(), [=](char byte) {
    auto value = static_cast<unsigned char>(byte);
    return value < 0x80 || (limit == 0xCC && value < limit);
  });
}

static void appendDecomposition(uint32_t point, bool isCompatible,
                                std::vector<utf8proc_int32_t> &points) {
  auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_DECOMPOSE | (isCompatible ? UTF8PROC_COMPAT : 0));
  utf8proc_int32_t parts[32];
  utf8proc_ssize_t count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), parts, 32,
                              options, /*last_boundclass=*/nullptr);
  if (count < 0 || count > 32 ||
      isOtherInOlderUnicode(OlderProperty::Decomposition, point))
    points.push_back(static_cast<utf8proc_int32_t>(point));
  else
    points.insert(points.end(), parts, parts + count);
}

static bool hasLostClass(utf8proc_int32_t point) {
  return isOtherInOlderUnicode(OlderProperty::CombiningClass,
                               static_cast<uint32_t>(point));
}

static int getCombiningClass(utf8proc_int32_t point) {
  if (point < 0x300)
    return 0;
  int combiningClass = utf8proc_get_property(point)->combining_class;
  return combiningClass && hasLostClass(point) ? 0 : combiningClass;
}

/// Sorts each run of marks by their combining class; those of one class stay in
/// order.
static void orderMarks(std::vector<utf8proc_int32_t> &points) {
  std::vector<std::pair<int, size_t>> order;
  std::vector<utf8proc_int32_t> run;
  for (size_t at = 0; at < points.size();) {
    if (!getCombiningClass(points[at])) {
      ++at;
      continue;
    }
    size_t end = at + 1;
    while (end < points.size() && getCombiningClass(points[end]))
      ++end;
    if (end - at > 1) {
      order.clear();
      for (size_t i = at; i < end; ++i)
        order.emplace_back(getCombiningClass(points[i]), i);
      std::sort(order.begin(), order.end());
      run.clear();
      for (const auto &[combiningClass, position] : order)
        run.push_back(points[position]);
      std::copy(run.begin(), run.end(), points.begin() + at);
    }
    at = end;
  }
}

/// Composes what stands before, between and behind the marks that count as
/// letters here, which no composition reaches across.
static void compose(std::vector<utf8proc_int32_t> &points) {
  auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  size_t kept = 0;
  for (size_t at = 0; at < points.size();) {
    size_t end = at;
    while (end < points.size() && !hasLostClass(points[end]))
      ++end;
    utf8proc_ssize_t count = utf8proc_normalize_utf32(
        points.data() + at, static_cast<utf8proc_ssize_t>(end - at), options);
    size_t size = count < 0 ? end - at : static_cast<size_t>(count);
    std::copy_n(points.begin() + at, size, points.begin() + kept);
    kept += size;
    if (end < points.size())
      points[kept++] = points[end++];
    at = end;
  }
  points.resize(kept);
}

std::string weft::text::normalize(std::string_view text,
                                  NormalizationForm form) {
  if (isObviouslyNormalized(text, form))
    return std::string(text);
  bool isCompatible =
      form == NormalizationForm::KC || form == NormalizationForm::KD;
  std::vector<utf8proc_int32_t> points;
  points.reserve(text.size());
  for (size_t at = 0; at < text.size();)
    appendDecomposition(nextCodePoint(text, at), isCompatible, points);
  orderMarks(points);
  if (form == NormalizationForm::C || form == NormalizationForm::KC)
    compose(points);
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  for (utf8proc_int32_t point : points)
    appendCodePoint(static_cast<uint32_t>(point), result);
  return result;
}
