// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From tokens to a syntax tree, by recursive descent with Jinja2's grammar.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_PARSER_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_PARSER_H

#include "runtime/text/template/Lexer.h"
#include "runtime/text/template/SyntaxTree.h"

#include <initializer_list>

namespace weft::text {

/// After an error, which it keeps, the parser only sees the end of the source,
/// so that all loops end.
class Parser {
public:
  explicit Parser(std::vector<Token> tokens) : tokens(std::move(tokens)) {}

  Status parse(Block &block);

private:
  // Tokens.
  const Token &peek(size_t ahead = 0) const;
  Token take();
  bool isOperator(std::string_view text, size_t ahead = 0) const;
  bool isName(std::string_view text, size_t ahead = 0) const;
  bool takeOperator(std::string_view text);
  bool takeName(std::string_view text);
  void expectOperator(std::string_view text);
  std::string expectName(std::string_view what);
  void expect(Token::Kind kind, std::string_view what);
  std::string describe(const Token &token) const;
  template <typename... Parts> void fail(const Parts &...parts) {
    setFailure(runtime::concat(parts...));
  }
  void setFailure(std::string message);

  // Statements.
  Block parseBlock(std::initializer_list<std::string_view> ends);
  void parseStatement(Block &block);
  void parseIf(Statement &statement);
  void parseFor(Statement &statement);
  void parseSet(Statement &statement);
  void parseMacro(Statement &statement);
  void parseCall(Statement &statement);
  void parseFilterBlock(Statement &statement);
  void parseWith(Statement &statement);
  Block parseMacroBody(std::string_view end, MacroSignature &signature);
  void parseSignature(MacroSignature &signature);
  ExpressionPtr parseTarget(bool inSet);
  ExpressionPtr parseSingleTarget(bool inSet);
  void expectBlockEnd();

  // Expressions, the loosest first.
  ExpressionPtr parseTuple(bool withConditional, bool inParentheses = false);
  ExpressionPtr parseExpression();
  ExpressionPtr parseOr();
  ExpressionPtr parseAnd();
  ExpressionPtr parseNot();
  ExpressionPtr parseCompare();
  ExpressionPtr parseSum();
  ExpressionPtr parseConcatenation();
  ExpressionPtr parseProduct();
  ExpressionPtr parsePower();
  ExpressionPtr parseUnary(bool withFilters = true);
  ExpressionPtr parsePrimary();
  ExpressionPtr parseMap();
  ExpressionPtr parsePostfix(ExpressionPtr expression);
  ExpressionPtr parseFilters(ExpressionPtr expression, bool afterName = false);
  ExpressionPtr parseFilter(ExpressionPtr expression);
  ExpressionPtr parseTest(ExpressionPtr expression);
  ExpressionPtr parseSubscript(ExpressionPtr expression);
  ExpressionPtr parseCallOf(ExpressionPtr expression);
  void parseArguments(Expression &call);
  ExpressionPtr make(Expression::Kind kind);
  ExpressionPtr makeName(std::string name);
  /// Adds an operand and keeps the depth of the tree, which is bounded.
  void addOperand(Expression &expression, ExpressionPtr operand);
  ExpressionPtr makeBinary(Expression::Kind kind, ExpressionPtr left,
                           ExpressionPtr right);

  class Level;

  std::vector<Token> tokens;
  size_t position = 0;
  int level = 0;
  int loops = 0;
  NamesUsed used;
  Status status;
};

/// One level of nesting of the source, for as long as it lives.
class Parser::Level {
public:
  explicit Level(Parser &parser);
  ~Level() { --parser.level; }

private:
  Parser &parser;
};

} // namespace weft::text

#endif
