// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Text up to a tag, the tag's tokens, text again. Comments and raw blocks are
// dealt with on the way and leave no tokens of their own.
#include "runtime/text/template/Lexer.h"
#include "runtime/text/template/StringLiteral.h"
#include "runtime/text/template/Unicode.h"

#include <algorithm>
#include <charconv>
#include <cstring>

using namespace weft::text;
using weft::runtime::failure;
using Kind = Token::Kind;

namespace {

bool isDigit(char character) { return character >= '0' && character <= '9'; }

bool isNameStart(char character) {
  return (character >= 'a' && character <= 'z') ||
         (character >= 'A' && character <= 'Z') || character == '_' ||
         uint8_t(character) >= 0x80;
}

bool isNamePart(char character) {
  return isNameStart(character) || isDigit(character);
}

class Lexer {
public:
  Lexer(std::string_view source, std::vector<Token> &tokens)
      : source(source), tokens(tokens) {}

  Status run();

private:
  template <typename... Parts> Status bad(const Parts &...parts) const {
    return failure(WEFT_STATUS_INVALID_ARGUMENT, "line ", line, ": ", parts...);
  }
  bool startsWith(std::string_view text) const {
    return source.substr(position).starts_with(text);
  }
  void advance(size_t count);
  void skipSpace();
  void add(Kind kind, std::string text = "") {
    tokens.push_back({kind, line, std::move(text)});
  }
  void addData(std::string_view text, char sign, bool isVariable);
  size_t findTag() const;
  bool consumeRawTag(std::string_view name, char &sign, size_t &size);
  bool consumeEnd(std::string_view end, bool trimsNewline);
  Status lexComment();
  Status lexRaw();
  Status lexTag(bool isVariable);
  Status lexToken();
  Status lexNumber();
  Status lexString();
  Status lexOperator();

  std::string_view source;
  std::vector<Token> &tokens;
  size_t position = 0;
  int line = 1;
  bool isLineStart = true; // whether the last tag ended a line
  std::string brackets;    // open ones of the current tag
};

} // namespace

void Lexer::advance(size_t count) {
  std::string_view passed = source.substr(position, count);
  line += int(std::count(passed.begin(), passed.end(), '\n'));
  position += passed.size();
}

void Lexer::skipSpace() {
  std::string_view rest = source.substr(position);
  advance(rest.size() - trimLeft(rest).size());
}

/// Text in front of a tag with the given sign behind its bracket.
void Lexer::addData(std::string_view text, char sign, bool isVariable) {
  if (sign == '-') {
    text = trimRight(text);
  } else if (sign != '+' && !isVariable) {
    size_t lineBegin = text.rfind('\n') + 1; // 0 without a line end
    if ((lineBegin > 0 || isLineStart) &&
        trimLeft(text.substr(lineBegin)).empty())
      text = text.substr(0, lineBegin);
  }
  if (!text.empty())
    add(Kind::Data, std::string(text));
}

size_t Lexer::findTag() const {
  for (size_t at = source.find('{', position); at != source.npos;
       at = source.find('{', at + 1))
    if (at + 1 < source.size() &&
        std::string_view("{%#").find(source[at + 1]) != source.npos)
      return at;
  return source.size();
}

/// Whether {% name %} stands here, with its size and the sign behind its {%.
/// Only raw and endraw are looked at in this way.
bool Lexer::consumeRawTag(std::string_view name, char &sign, size_t &size) {
  std::string_view rest = source.substr(position);
  if (!rest.starts_with("{%"))
    return false;
  std::string_view inner = rest.substr(2);
  sign = !inner.empty() && (inner[0] == '-' || inner[0] == '+') ? inner[0] : 0;
  inner = trimLeft(inner.substr(sign ? 1 : 0));
  if (!inner.starts_with(name))
    return false;
  inner = trimLeft(inner.substr(name.size()));
  if (inner.starts_with("-%}"))
    inner = trimLeft(inner.substr(3));
  else if (inner.starts_with("%}"))
    inner = inner.substr(2);
  else if (name == "endraw" && inner.starts_with("+%}"))
    inner = inner.substr(3);
  else
    return false;
  size = rest.size() - inner.size();
  return true;
}

/// Passes the end of a tag or a comment, if it is here, and the white space
/// behind it that goes with it.
bool Lexer::consumeEnd(std::string_view end, bool trimsNewline) {
  char sign = source[position];
  bool hasSign = sign == '-' || (sign == '+' && trimsNewline);
  if (!source.substr(position + hasSign).starts_with(end))
    return false;
  advance(hasSign + end.size());
  size_t before = position;
  if (hasSign && sign == '-')
    skipSpace();
  else if (!hasSign && trimsNewline && startsWith("\n"))
    advance(1);
  isLineStart = position > before && source[position - 1] == '\n';
  return true;
}

Status Lexer::lexComment() {
  int firstLine = line;
  for (; position < source.size(); advance(1))
    if (std::strchr("#-+", source[position]) && consumeEnd("#}", true))
      return Status();
  line = firstLine;
  return bad("expected '#}' at the end of the comment, found the end of the "
             "template");
}

Status Lexer::lexRaw() {
  int firstLine = line;
  size_t begin = position;
  for (; position < source.size(); advance(1)) {
    char sign;
    size_t size;
    if (source[position] != '{' || !consumeRawTag("endraw", sign, size))
      continue;
    addData(source.substr(begin, position - begin), sign, false);
    bool trims = source.substr(position, size).ends_with("%}") &&
                 !source.substr(position, size).ends_with("+%}");
    advance(size);
    if (trims && startsWith("\n"))
      advance(1);
    isLineStart = source[position - 1] == '\n';
    return Status();
  }
  line = firstLine;
  return bad("expected 'endraw', found the end of the template");
}

Status Lexer::run() {
  while (position < source.size()) {
    size_t tag = findTag();
    std::string_view text = source.substr(position, tag - position);
    if (tag == source.size()) {
      if (!text.empty())
        add(Kind::Data, std::string(text));
      break;
    }
    int textLine = line;
    advance(text.size());
    size_t signAt = position + 2;
    char sign = signAt < source.size() ? source[signAt] : 0;
    if (sign != '-' && sign != '+')
      sign = 0;
    bool isVariable = source[position + 1] == '{';
    std::swap(line, textLine);
    addData(text, sign, isVariable);
    std::swap(line, textLine);
    isLineStart = false;

    size_t rawSize;
    Status status;
    if (consumeRawTag("raw", sign, rawSize)) {
      advance(rawSize);
      isLineStart = source[position - 1] == '\n';
      status = lexRaw();
    } else {
      bool isComment = source[position + 1] == '#';
      advance(sign ? 3 : 2);
      status = isComment ? lexComment() : lexTag(isVariable);
    }
    if (!status.ok())
      return status;
  }
  add(Kind::End);
  return Status();
}

Status Lexer::lexTag(bool isVariable) {
  int firstLine = line;
  std::string_view end = isVariable ? "}}" : "%}";
  add(isVariable ? Kind::VariableBegin : Kind::BlockBegin);
  brackets.clear();
  for (;;) {
    skipSpace();
    if (position >= source.size())
      break;
    if (brackets.empty() && std::strchr("-+%}", source[position])) {
      add(isVariable ? Kind::VariableEnd : Kind::BlockEnd);
      if (consumeEnd(end, !isVariable))
        return Status();
      tokens.pop_back();
    }
    if (Status status = lexToken(); !status.ok())
      return status;
  }
  line = firstLine;
  return bad("expected '", end,
             "' at the end of the tag, found the end of the template");
}

Status Lexer::lexToken() {
  char character = source[position];
  if (isDigit(character))
    return lexNumber();
  if (character == '"' || character == '\'')
    return lexString();
  if (!isNameStart(character))
    return lexOperator();
  size_t end = position;
  while (end < source.size() && isNamePart(source[end]))
    ++end;
  add(Kind::Name, std::string(source.substr(position, end - position)));
  advance(end - position);
  return Status();
}

Status Lexer::lexNumber() {
  // Digits with underscores between them, then perhaps a fraction and an
  // exponent. a.0.1 is two subscripts and no number.
  size_t end = position;
  std::string digits;
  auto takeDigits = [&] {
    for (; end < source.size(); ++end)
      if (isDigit(source[end]))
        digits += source[end];
      else if (source[end] != '_' || end + 1 >= source.size() ||
               !isDigit(source[end + 1]))
        break;
  };
  auto isDigitAt = [&](size_t at) {
    return at < source.size() && isDigit(source[at]);
  };
  takeDigits();
  bool isFloat = false;
  bool isSubscript = position > 0 && source[position - 1] == '.';
  if (!isSubscript && end < source.size() && source[end] == '.' &&
      isDigitAt(end + 1)) {
    isFloat = true;
    digits += source[end++];
    takeDigits();
  }
  if (!isSubscript && end < source.size() && (source[end] | 32) == 'e') {
    bool hasSign = end + 1 < source.size() &&
                   (source[end + 1] == '+' || source[end + 1] == '-');
    if (isDigitAt(end + 1 + hasSign)) {
      isFloat = true;
      digits += 'e';
      if (hasSign)
        digits += source[end + 1];
      end += 1 + hasSign;
      takeDigits();
    }
  }
  add(isFloat ? Kind::Float : Kind::Integer, digits);
  Token &token = tokens.back();
  const char *first = digits.data(), *last = first + digits.size();
  auto error = isFloat ? std::from_chars(first, last, token.number).ec
                       : std::from_chars(first, last, token.integer).ec;
  if (error != std::errc())
    return bad("expected a number that fits into 64 bits, found ", digits);
  advance(end - position);
  return Status();
}

Status Lexer::lexString() {
  char quote = source[position];
  size_t end = position + 1;
  while (end < source.size() && source[end] != quote)
    end += source[end] == '\\' ? 2 : 1;
  if (end >= source.size())
    return bad("expected ", quote == '"' ? "'\"'" : "\"'\"",
               " at the end of the string, found the end of the template");
  std::string text;
  std::string_view literal = source.substr(position + 1, end - position - 1);
  if (!resolveEscapes(literal, text))
    return bad("expected valid escapes in a string, found ", literal);
  add(Kind::String, std::move(text));
  advance(end + 1 - position);
  return Status();
}

Status Lexer::lexOperator() {
  for (std::string_view two : {"**", "//", "==", "!=", ">=", "<="})
    if (startsWith(two)) {
      add(Kind::Operator, std::string(two));
      advance(2);
      return Status();
    }
  char character = source[position];
  if (!std::strchr("+-*/%~[](){}><=.:|,;", character) || !character) {
    size_t size;
    decodeCharacter(source, position, size);
    return bad("expected an expression, found '", source.substr(position, size),
               "'");
  }
  if (std::strchr("([{", character))
    brackets += character == '(' ? ')' : character == '[' ? ']' : '}';
  if (std::strchr(")]}", character)) {
    if (brackets.empty() || brackets.back() != character)
      return bad("expected ",
                 brackets.empty()
                     ? "no closing bracket"
                     : "'" + brackets.substr(brackets.size() - 1) + "'",
                 ", found '", std::string(1, character), "'");
    brackets.pop_back();
  }
  add(Kind::Operator, std::string(1, character));
  advance(1);
  return Status();
}

Status weft::text::cutIntoTokens(std::string_view source,
                                 std::vector<Token> &tokens) {
  // Line ends become \n, and one at the end of the template is dropped.
  std::string text;
  text.reserve(source.size());
  for (size_t i = 0; i < source.size(); ++i) {
    bool isPair =
        source[i] == '\r' && i + 1 < source.size() && source[i + 1] == '\n';
    if (!isPair)
      text += source[i] == '\r' ? '\n' : source[i];
  }
  if (text.ends_with('\n'))
    text.pop_back();
  tokens.clear();
  return Lexer(text, tokens).run();
}
