// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One pass over the pattern. Everything that matches one character comes out as
// an atom whose start is remembered, because a quantifier that follows another
// one must wrap what is before it.
#include "runtime/text/tokenizer/RegexSyntax.h"
#include "runtime/text/tokenizer/Unicode.h"

#include <algorithm>
#include <iterator>
#include <vector>

using namespace weft::text;
using weft::runtime::concat;
using weft::runtime::failure;
using weft::runtime::Status;

namespace {

constexpr size_t maxPatternBytes = 1 << 16;
constexpr size_t maxDepth = 100;
constexpr size_t none = ~size_t(0);

// The insides of classes.
constexpr const char *space =
    R"(\x{9}-\x{d}\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000})";
// The numbers of Latin-1 are word characters for Oniguruma alone.
constexpr const char *word =
    R"(\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\x{b2}\x{b3}\x{b9}\x{bc}-\x{be})";
constexpr const char *digit = R"(\p{Nd})";
constexpr const char *hexadecimal = "0-9a-fA-F";
// What Oniguruma 6.9 counts as [:punct:].
constexpr const char *punctuation = R"(\p{P}\p{S})";
// With the marks that became alphabetic after PCRE2's tables.
constexpr const char *alphabetic =
    R"(\p{Alphabetic}\x{363}-\x{36f}\x{c04}\x{f82}\x{f83}\x{1dd3}-\x{1de6}\x{11080}\x{11081})";

struct NamedClass {
  const char *name;
  const char *inside;
};
/// POSIX brackets, which are properties too.
constexpr NamedClass namedClasses[] = {
    {"alpha", alphabetic},
    {"alnum",
     R"(\p{Alphabetic}\x{363}-\x{36f}\x{c04}\x{f82}\x{f83}\x{1dd3}-\x{1de6}\x{11080}\x{11081}\p{Nd})"},
    {"ascii", R"(\x{0}-\x{7f})"},
    {"blank", R"(\p{Zs}\x{9})"},
    {"cntrl", R"(\p{Cc})"},
    {"digit", digit},
    {"graph", R"(\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf}\p{Co})"},
    {"lower", R"(\p{Lowercase})"},
    {"print", R"(\p{L}\p{M}\p{N}\p{P}\p{S}\p{Cf}\p{Co}\p{Zs})"},
    {"punct", punctuation},
    {"space", space},
    {"upper", R"(\p{Uppercase})"},
    {"word", word},
    {"xdigit", hexadecimal},
    {"letter", R"(\p{L})"},
    {"mark", R"(\p{M})"},
    {"number", R"(\p{N})"},
    {"punctuation", R"(\p{P})"},
    {"symbol", R"(\p{S})"},
    {"separator", R"(\p{Z})"},
    {"other", R"(\p{C})"},
    {"uppercaseletter", R"(\p{Lu})"},
    {"lowercaseletter", R"(\p{Ll})"},
    {"titlecaseletter", R"(\p{Lt})"},
    {"modifierletter", R"(\p{Lm})"},
    {"otherletter", R"(\p{Lo})"},
    {"nonspacingmark", R"(\p{Mn})"},
    {"decimalnumber", R"(\p{Nd})"},
    {"any", R"(\x{0}-\x{10ffff})"},
    {"alphabetic", alphabetic},
    {"uppercase", R"(\p{Uppercase})"},
    {"lowercase", R"(\p{Lowercase})"},
    {"whitespace", space},
    {"emoji", R"(\p{Emoji})"},
    {"extendedpictographic", R"(\p{Extended_Pictographic})"},
    {"ideographic", R"(\p{Ideographic})"},
};
constexpr std::string_view categories[] = {
    "c",  "cc", "cf", "cn", "co", "cs", "l",  "ll", "lm", "lo",
    "lt", "lu", "m",  "mc", "me", "mn", "n",  "nd", "nl", "no",
    "p",  "pc", "pd", "pe", "pf", "pi", "po", "ps", "s",  "sc",
    "sk", "sm", "so", "z",  "zl", "zp", "zs"};

template <typename... Parts> Status unsupported(const Parts &...parts) {
  return failure(WEFT_STATUS_INVALID_ARGUMENT,
                 "regular expression: ", parts...);
}

std::string spellCodePoint(uint32_t point) {
  char digits[16];
  snprintf(digits, sizeof(digits), "\\x{%x}", static_cast<unsigned>(point));
  return digits;
}

/// What matches one character. A simple set is the inside of a class, such as
/// a-z; any other is an expression.
struct CharacterSet {
  std::string inside;
  /// Expressions for the members that have no place inside a class.
  std::vector<std::string> others;

  std::string getExpression() const {
    if (others.empty())
      return "[" + inside + "]";
    std::string text = "(?:";
    if (!inside.empty())
      text += "[" + inside + "]|";
    for (size_t i = 0; i < others.size(); ++i)
      text += (i ? "|" : "") + others[i];
    return text + ")";
  }
  std::string getNegated() const {
    if (others.empty())
      return "[^" + inside + "]";
    return "(?:(?!" + getExpression() + ")(?s:.))";
  }
  void add(std::string_view members, bool negated) {
    if (negated)
      others.push_back(concat("[^", members, "]"));
    else
      inside += members;
  }
};

class Translator {
public:
  Translator(std::string_view pattern, std::string &out)
      : pattern(pattern), out(out) {}
  Status run();

private:
  bool atEnd() const { return at >= pattern.size(); }
  char peek(size_t ahead = 0) const {
    return at + ahead < pattern.size() ? pattern[at + ahead] : '\0';
  }
  bool skip(std::string_view text) {
    if (pattern.substr(at, text.size()) != text)
      return false;
    at += text.size();
    return true;
  }
  uint32_t nextPoint() { return nextCodePoint(pattern, at); }

  void addAtom(std::string_view text) {
    atom = out.size();
    quantified = false;
    out += text;
  }
  Status translateEscape();
  Status translateGroup();
  Status closeGroup();
  bool translateInterval();
  void addQuantifier(std::string_view text, bool hasSuffix);
  Status parseClass(size_t depth, CharacterSet &set, bool &negated);
  Status parseProperty(CharacterSet &set, bool negated);
  /// Reads the escape behind a backslash that stands for one character.
  Status parseCharacterEscape(uint32_t &point);
  /// Reads one that stands for a set, such as \s; `found` says if it was one.
  Status parseSetEscape(CharacterSet &set, bool &found);
  bool parseNumber(unsigned base, size_t maxDigits, uint32_t &number);

  std::string_view pattern;
  std::string &out;
  size_t at = 0;
  size_t atom = none;
  bool quantified = false;

  struct Group {
    size_t start;
    size_t openOptions = 0;
  };
  std::vector<Group> groups{{0}};
};

} // namespace

bool Translator::parseNumber(unsigned base, size_t maxDigits,
                             uint32_t &number) {
  number = 0;
  size_t digits = 0;
  for (; digits < maxDigits; ++digits, ++at) {
    char c = peek();
    unsigned value = c >= '0' && c <= '9'   ? c - '0'
                     : c >= 'a' && c <= 'f' ? c - 'a' + 10
                     : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                            : 99;
    if (value >= base)
      break;
    number = number * base + value;
  }
  return digits != 0;
}

Status Translator::parseCharacterEscape(uint32_t &point) {
  if (atEnd())
    return unsupported("expected a character after \\, found the end");
  char c = peek();
  if (static_cast<unsigned char>(c) >= 0x80) {
    point = nextPoint();
    return Status();
  }
  ++at;
  switch (c) {
  case 'n':
    point = '\n';
    return Status();
  case 't':
    point = '\t';
    return Status();
  case 'r':
    point = '\r';
    return Status();
  case 'f':
    point = '\f';
    return Status();
  case 'v':
    point = '\v';
    return Status();
  case 'a':
    point = '\a';
    return Status();
  case 'e':
    point = 0x1B;
    return Status();
  case '0':
    parseNumber(8, 2, point);
    return Status();
  case 'u':
    if (size_t start = at; parseNumber(16, 4, point) && at - start == 4)
      return Status();
    return unsupported("expected four hexadecimal digits after \\u");
  case 'x':
    if (skip("{")) {
      if (parseNumber(16, 8, point) && point <= 0x10FFFF && skip("}"))
        return Status();
      return unsupported("expected a code point in \\x{}");
    }
    if (!parseNumber(16, 2, point))
      return unsupported("expected hexadecimal digits after \\x");
    if (point > 0x7F)
      return unsupported("bytes beyond \\x7f are not supported");
    return Status();
  case 'c':
  case 'C':
  case 'M':
    return unsupported("control character \\", std::string_view(&c, 1),
                       " is not supported");
  default:
    point = static_cast<unsigned char>(c);
    return Status();
  }
}

Status Translator::parseProperty(CharacterSet &set, bool negated) {
  if (!skip("{"))
    return unsupported("expected { after \\p");
  if (skip("^"))
    negated = !negated;
  size_t end = pattern.find('}', at);
  if (end == std::string_view::npos)
    return unsupported("expected } after the name of a property");
  std::string name;
  for (char c : pattern.substr(at, end - at)) {
    if (c == ' ' || c == '_' || c == '-')
      continue;
    bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!isLetter && !(c >= '0' && c <= '9'))
      return unsupported("unknown property ", pattern.substr(at, end - at));
    name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  at = end + 1;
  // As a property it has no symbols, as a bracket it has.
  if (name == "punct")
    name = "p";
  for (const NamedClass &known : namedClasses) {
    if (name == known.name) {
      set.add(known.inside, negated);
      return Status();
    }
  }
  if (std::find(std::begin(categories), std::end(categories), name) !=
      std::end(categories))
    name[0] = static_cast<char>(name[0] - 32);
  else
    name.insert(0, "sc:");
  set.inside += concat(negated ? "\\P{" : "\\p{", name, "}");
  return Status();
}

Status Translator::parseSetEscape(CharacterSet &set, bool &found) {
  found = true;
  char c = peek();
  const char *members = nullptr;
  switch (c) {
  case 's':
  case 'S':
    members = space;
    break;
  case 'w':
  case 'W':
    members = word;
    break;
  case 'd':
  case 'D':
    members = digit;
    break;
  case 'h':
  case 'H':
    members = hexadecimal;
    break;
  case 'p':
  case 'P':
    ++at;
    return parseProperty(set, c == 'P');
  default:
    found = false;
    return Status();
  }
  ++at;
  set.add(members, c < 'a');
  return Status();
}

Status Translator::parseClass(size_t depth, CharacterSet &set, bool &negated) {
  if (depth > maxDepth)
    return unsupported("expected at most ", maxDepth, " nested classes");
  negated = skip("^");
  std::vector<std::string> intersected;
  bool isFirst = true;
  while (true) {
    if (atEnd())
      return unsupported("expected ] at the end of a class");
    if (peek() == ']' && !isFirst) {
      ++at;
      break;
    }
    if (skip("&&")) {
      intersected.push_back(set.getExpression());
      set = CharacterSet();
      isFirst = false;
      continue;
    }
    isFirst = false;
    if (skip("[:")) {
      bool isComplement = skip("^");
      size_t end = pattern.find(":]", at);
      std::string_view name = pattern.substr(at, end - at);
      const NamedClass *known = std::find_if(
          std::begin(namedClasses), std::end(namedClasses),
          [&](const NamedClass &entry) { return name == entry.name; });
      if (end == std::string_view::npos || known == std::end(namedClasses))
        return unsupported("unknown class [:", name.substr(0, 20), ":]");
      at = end + 2;
      set.add(known->inside, isComplement);
      continue;
    }
    if (skip("[")) {
      CharacterSet inner;
      bool isComplement;
      if (Status status = parseClass(depth + 1, inner, isComplement);
          !status.ok())
        return status;
      if (isComplement) {
        set.others.push_back(inner.getNegated());
      } else {
        set.inside += inner.inside;
        set.others.insert(set.others.end(), inner.others.begin(),
                          inner.others.end());
      }
      continue;
    }
    uint32_t first;
    if (skip("\\")) {
      bool found;
      if (Status status = parseSetEscape(set, found); !status.ok())
        return status;
      if (found)
        continue;
      if (peek() == 'b') {
        ++at;
        first = '\b';
      } else if (Status status = parseCharacterEscape(first); !status.ok()) {
        return status;
      }
    } else {
      first = nextPoint();
    }
    set.inside += spellCodePoint(first);
    // A range, unless the hyphen is the last character of the class or stands
    // before a set.
    if (peek() != '-' || peek(1) == ']' || peek(1) == '[' || peek(1) == '\0' ||
        pattern.substr(at, 3) == "-&&")
      continue;
    size_t hyphen = at++;
    uint32_t last;
    if (skip("\\")) {
      char c = peek();
      if (std::string_view("sSwWdDhHpP").find(c) != std::string_view::npos) {
        at = hyphen + 1;
        set.inside += "\\-";
        continue;
      }
      if (Status status = parseCharacterEscape(last); !status.ok())
        return status;
    } else {
      last = nextPoint();
    }
    set.inside += "-" + spellCodePoint(last);
  }
  if (set.inside.empty() && set.others.empty())
    return unsupported("expected members in a class, found none");
  if (intersected.empty())
    return Status();
  std::string expression = "(?:";
  for (const std::string &other : intersected)
    expression += "(?=" + other + ")";
  expression += set.getExpression() + ")";
  set = CharacterSet();
  set.others.push_back(std::move(expression));
  return Status();
}

Status Translator::translateEscape() {
  if (atEnd())
    return unsupported("expected a character after \\, found the end");
  CharacterSet set;
  bool found;
  if (Status status = parseSetEscape(set, found); !status.ok())
    return status;
  if (found) {
    addAtom(set.getExpression());
    return Status();
  }
  char c = peek();
  switch (c) {
  case 'b':
  case 'B': {
    ++at;
    std::string in = concat("[", word, "]");
    if (c == 'b')
      addAtom(
          concat("(?:(?<=", in, ")(?!", in, ")|(?<!", in, ")(?=", in, "))"));
    else
      addAtom(
          concat("(?:(?<=", in, ")(?=", in, ")|(?<!", in, ")(?!", in, "))"));
    return Status();
  }
  case 'A':
  case 'Z':
  case 'z':
  case 'G':
  case 'K':
  case 'R':
  case 'X':
  case 'N':
    ++at;
    addAtom(concat("\\", std::string_view(&c, 1)));
    return Status();
  case 'O':
    ++at;
    addAtom("(?s:.)");
    return Status();
  case 'g':
  case 'k':
  case 'y':
  case 'Y':
    return unsupported("\\", std::string_view(&c, 1), " is not supported");
  default:
    break;
  }
  if (c >= '1' && c <= '9') {
    uint32_t group;
    parseNumber(10, 3, group);
    addAtom(concat("\\g{", group, "}"));
    return Status();
  }
  uint32_t point;
  if (Status status = parseCharacterEscape(point); !status.ok())
    return status;
  addAtom(spellCodePoint(point));
  return Status();
}

Status Translator::translateGroup() {
  if (groups.size() > maxDepth)
    return unsupported("expected at most ", maxDepth, " nested groups");
  if (peek() == '*')
    return unsupported("(* is not supported");
  size_t start = out.size();
  if (!skip("?")) {
    out += '(';
  } else if (skip("#")) {
    size_t end = pattern.find(')', at);
    if (end == std::string_view::npos)
      return unsupported("expected ) at the end of a comment");
    at = end + 1;
    return Status();
  } else if (skip(":")) {
    out += "(?:";
  } else if (skip("=")) {
    out += "(?=";
  } else if (skip("!")) {
    out += "(?!";
  } else if (skip(">")) {
    out += "(?>";
  } else if (skip("<=")) {
    out += "(?<=";
  } else if (skip("<!")) {
    out += "(?<!";
  } else if (skip("<")) {
    size_t end = pattern.find('>', at);
    std::string_view name = pattern.substr(at, end - at);
    if (end == std::string_view::npos || name.empty() || name.size() > 32 ||
        !std::all_of(name.begin(), name.end(), [](char c) {
          return static_cast<unsigned char>(c) < 0x80 &&
                 isWord(static_cast<unsigned char>(c));
        }))
      return unsupported("expected the name of a group after (?<");
    out += concat("(?<", name, ">");
    at = end + 1;
  } else {
    std::string options = "(?";
    while (peek() == 'i' || peek() == 'm' || peek() == '-') {
      options += peek() == 'm' ? 's' : peek();
      ++at;
    }
    if (options.size() == 2 || (peek() != ':' && peek() != ')'))
      return unsupported(
          "group (?",
          pattern.substr(at, std::min<size_t>(4, getSequenceSize(peek()))),
          " is not supported");
    out += options + ":";
    bool isRest = peek() == ')';
    ++at;
    if (isRest) {
      if (++groups.back().openOptions > maxDepth)
        return unsupported("expected at most ", maxDepth, " options");
      atom = none;
      quantified = false;
      return Status();
    }
  }
  groups.push_back({start});
  atom = none;
  quantified = false;
  return Status();
}

Status Translator::closeGroup() {
  if (groups.size() == 1)
    return unsupported("expected ( before )");
  out.append(groups.back().openOptions + 1, ')');
  atom = groups.back().start;
  quantified = false;
  groups.pop_back();
  return Status();
}

void Translator::addQuantifier(std::string_view text, bool hasSuffix) {
  if (quantified && atom != none) {
    out.insert(atom, "(?:");
    out += ')';
  }
  out += text;
  if (hasSuffix && (peek() == '?' || peek() == '+'))
    out += pattern[at++];
  quantified = true;
}

bool Translator::translateInterval() {
  size_t start = at;
  uint32_t least = 0, most = 0;
  at += 1; // {
  bool hasLeast = parseNumber(10, 6, least);
  bool hasComma = skip(",");
  bool hasMost = hasComma && parseNumber(10, 6, most);
  if ((!hasLeast && !hasMost) || !skip("}")) {
    at = start;
    return false;
  }
  if (!hasComma) {
    addQuantifier(concat("{", least, "}"), /*hasSuffix=*/false);
    return true;
  }
  addQuantifier(hasMost ? concat("{", least, ",", most, "}")
                        : concat("{", least, ",}"),
                /*hasSuffix=*/false);
  // Only the lazy suffix belongs to an interval.
  if (skip("?"))
    out += '?';
  return true;
}

Status Translator::run() {
  if (pattern.size() > maxPatternBytes)
    return unsupported("expected at most ", maxPatternBytes, " bytes, found ",
                       pattern.size());
  while (!atEnd()) {
    // Wrapping inserts in the middle; a pattern that does nothing else must
    // not grow without end.
    if (out.size() > 64 * maxPatternBytes)
      return unsupported("too large once translated");
    Status status;
    char c = peek();
    switch (c) {
    case '\\':
      ++at;
      status = translateEscape();
      break;
    case '[': {
      ++at;
      CharacterSet set;
      bool negated = false;
      status = parseClass(0, set, negated);
      addAtom(negated ? set.getNegated() : set.getExpression());
      break;
    }
    case '(':
      ++at;
      status = translateGroup();
      break;
    case ')':
      ++at;
      status = closeGroup();
      break;
    case '|':
      ++at;
      out += '|';
      atom = none;
      quantified = false;
      break;
    case '*':
    case '+':
    case '?':
      ++at;
      addQuantifier(std::string_view(&c, 1), /*hasSuffix=*/true);
      break;
    case '{':
      if (!translateInterval()) {
        ++at;
        addAtom("\\{");
      }
      break;
    case '.':
    case '^':
    case '$':
      ++at;
      addAtom(std::string_view(&c, 1));
      break;
    default:
      addAtom(spellCodePoint(nextPoint()));
    }
    if (!status.ok())
      return status;
  }
  if (groups.size() != 1)
    return unsupported("expected ) at the end");
  out.append(groups.back().openOptions, ')');
  return Status();
}

Status weft::text::translateRegex(std::string_view pattern,
                                  std::string &translated) {
  return Translator(pattern, translated).run();
}
