// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tokens and statements.
#include "runtime/text/template/Parser.h"

#include <algorithm>

using namespace weft::text;
using weft::runtime::concat;
using Kind = Token::Kind;

constexpr int maxNesting = 150;

Parser::Level::Level(Parser &parser) : parser(parser) {
  if (++parser.level > maxNesting)
    parser.fail("expected at most ", maxNesting,
                " levels of nesting, found more");
}

void Parser::setFailure(std::string message) {
  if (status.ok())
    status = Status(WEFT_STATUS_INVALID_ARGUMENT,
                    concat("line ", peek().line, ": ", message));
  position = tokens.size() - 1;
}

const Token &Parser::peek(size_t ahead) const {
  return tokens[std::min(position + ahead, tokens.size() - 1)];
}

Token Parser::take() {
  Token token = peek();
  if (position + 1 < tokens.size())
    ++position;
  return token;
}

bool Parser::isOperator(std::string_view text, size_t ahead) const {
  return peek(ahead).kind == Kind::Operator && peek(ahead).text == text;
}

bool Parser::isName(std::string_view text, size_t ahead) const {
  return peek(ahead).kind == Kind::Name && peek(ahead).text == text;
}

bool Parser::takeOperator(std::string_view text) {
  bool found = isOperator(text);
  if (found)
    take();
  return found;
}

bool Parser::takeName(std::string_view text) {
  bool found = isName(text);
  if (found)
    take();
  return found;
}

std::string Parser::describe(const Token &token) const {
  switch (token.kind) {
  case Kind::Data:
    return "text";
  case Kind::VariableBegin:
    return "'{{'";
  case Kind::VariableEnd:
    return "'}}'";
  case Kind::BlockBegin:
    return "'{%'";
  case Kind::BlockEnd:
    return "'%}'";
  case Kind::String:
    return "a string";
  case Kind::End:
    return "the end of the template";
  case Kind::Name:
  case Kind::Integer:
  case Kind::Float:
  case Kind::Operator:
    break;
  }
  return concat("'", token.text, "'");
}

void Parser::expectOperator(std::string_view text) {
  if (!takeOperator(text))
    fail("expected '", text, "', found ", describe(peek()));
}

std::string Parser::expectName(std::string_view what) {
  if (peek().kind == Kind::Name)
    return take().text;
  fail("expected ", what, ", found ", describe(peek()));
  return "";
}

void Parser::expect(Kind kind, std::string_view what) {
  if (peek().kind == kind)
    take();
  else
    fail("expected ", what, ", found ", describe(peek()));
}

void Parser::expectBlockEnd() { expect(Kind::BlockEnd, "'%}'"); }

Status Parser::parse(Block &block) {
  block = parseBlock({});
  return status;
}

/// Statements up to one of the tags `ends`, whose name is the next token then.
/// Without `ends` up to the end of the template.
Block Parser::parseBlock(std::initializer_list<std::string_view> ends) {
  Level nested(*this);
  Block block;
  for (;;) {
    switch (peek().kind) {
    case Kind::Data: {
      Statement &statement = block.emplace_back(Statement::Kind::Text);
      statement.line = peek().line;
      statement.text = take().text;
      break;
    }
    case Kind::VariableBegin: {
      Statement &statement = block.emplace_back(Statement::Kind::Print);
      statement.line = take().line;
      statement.value = parseTuple(/*withConditional=*/true);
      expect(Kind::VariableEnd, "'}}'");
      break;
    }
    case Kind::BlockBegin:
      take();
      for (std::string_view end : ends)
        if (isName(end))
          return block;
      parseStatement(block);
      break;
    default:
      if (ends.size() > 0)
        fail("expected '", *(ends.end() - 1), "', found ", describe(peek()));
      return block;
    }
  }
}

void Parser::parseStatement(Block &block) {
  int line = peek().line;
  if (peek().kind != Kind::Name)
    return fail("expected the name of a statement, found ", describe(peek()));
  std::string name = peek().text;
  auto add = [&](Statement::Kind kind) -> Statement & {
    take();
    Statement &statement = block.emplace_back(kind);
    statement.line = line;
    return statement;
  };
  using Type = Statement::Kind;
  if (name == "if")
    return parseIf(add(Type::If));
  if (name == "for")
    return parseFor(add(Type::For));
  if (name == "set")
    return parseSet(add(Type::Set));
  if (name == "macro")
    return parseMacro(add(Type::Macro));
  if (name == "call")
    return parseCall(add(Type::Call));
  if (name == "filter")
    return parseFilterBlock(add(Type::Filter));
  if (name == "with")
    return parseWith(add(Type::With));
  if (name == "generation") {
    Statement &statement = add(Type::Scope);
    expectBlockEnd();
    statement.body = parseBlock({"endgeneration"});
    take();
    return expectBlockEnd();
  }
  if (name == "break" || name == "continue") {
    if (loops == 0)
      return fail("expected '", name, "' inside a loop, found it outside");
    add(name == "break" ? Type::Break : Type::Continue);
    return expectBlockEnd();
  }
  fail("expected one of the statements if, for, set, macro, call, filter, "
       "with, generation, break, continue and raw, found '",
       name, "'");
}

void Parser::parseIf(Statement &statement) {
  for (;;) {
    Statement::Branch &branch = statement.branches.emplace_back();
    branch.condition = parseTuple(/*withConditional=*/false);
    expectBlockEnd();
    branch.body = parseBlock({"elif", "else", "endif"});
    std::string name = take().text;
    if (name == "elif")
      continue;
    if (name == "else") {
      expectBlockEnd();
      statement.branches.emplace_back().body = parseBlock({"endif"});
      take();
    }
    return expectBlockEnd();
  }
}

void Parser::parseFor(Statement &statement) {
  statement.target = parseTarget(/*inSet=*/false);
  if (!takeName("in"))
    return fail("expected 'in', found ", describe(peek()));
  statement.value = parseTuple(/*withConditional=*/false);
  if (takeName("if"))
    statement.condition = parseExpression();
  statement.isRecursive = takeName("recursive");
  expectBlockEnd();
  ++loops;
  statement.body = parseBlock({"else", "endfor"});
  --loops;
  if (take().text == "else") {
    expectBlockEnd();
    statement.otherwise = parseBlock({"endfor"});
    take();
  }
  expectBlockEnd();
}

void Parser::parseSet(Statement &statement) {
  statement.target = parseTarget(/*inSet=*/true);
  if (takeOperator("=")) {
    statement.value = parseTuple(/*withConditional=*/true);
    return expectBlockEnd();
  }
  statement.kind = Statement::Kind::SetBlock;
  statement.value = parseFilters(makeName(""), /*afterName=*/true);
  expectBlockEnd();
  statement.body = parseBlock({"endset"});
  take();
  expectBlockEnd();
}

void Parser::parseSignature(MacroSignature &signature) {
  expectOperator("(");
  while (!isOperator(")") && peek().kind != Kind::End) {
    if (!signature.parameters.empty())
      expectOperator(",");
    signature.parameters.push_back(expectName("the name of a parameter"));
    bool hasDefault = takeOperator("=");
    if (!hasDefault && !signature.defaults.empty() && signature.defaults.back())
      fail("expected a default for '", signature.parameters.back(),
           "' behind parameters with defaults, found none");
    signature.defaults.push_back(hasDefault ? parseExpression() : nullptr);
  }
  expectOperator(")");
}

Block Parser::parseMacroBody(std::string_view end, MacroSignature &signature) {
  int outerLoops = std::exchange(loops, 0);
  NamesUsed outerUsed = std::exchange(used, {});
  Block body = parseBlock({end});
  signature.used = std::exchange(used, outerUsed);
  loops = outerLoops;
  return body;
}

void Parser::parseMacro(Statement &statement) {
  statement.signature.name = expectName("the name of a macro");
  parseSignature(statement.signature);
  expectBlockEnd();
  statement.body = parseMacroBody("endmacro", statement.signature);
  take();
  expectBlockEnd();
}

void Parser::parseCall(Statement &statement) {
  statement.signature.name = "caller";
  if (isOperator("("))
    parseSignature(statement.signature);
  statement.value = parseExpression();
  if (status.ok() && statement.value->kind != Expression::Kind::Call)
    return fail("expected a call behind 'call', found another expression");
  expectBlockEnd();
  statement.body = parseMacroBody("endcall", statement.signature);
  take();
  expectBlockEnd();
}

void Parser::parseFilterBlock(Statement &statement) {
  statement.value = parseFilter(makeName(""));
  statement.value = parseFilters(std::move(statement.value), true);
  expectBlockEnd();
  statement.body = parseBlock({"endfilter"});
  take();
  expectBlockEnd();
}

void Parser::parseWith(Statement &statement) {
  while (peek().kind != Kind::BlockEnd && peek().kind != Kind::End) {
    if (!statement.bindings.empty())
      expectOperator(",");
    ExpressionPtr target = parseTarget(/*inSet=*/false);
    expectOperator("=");
    statement.bindings.emplace_back(std::move(target), parseExpression());
  }
  expectBlockEnd();
  statement.body = parseBlock({"endwith"});
  take();
  expectBlockEnd();
}

/// A name, an attribute of a namespace (in set alone) or several of them.
ExpressionPtr Parser::parseTarget(bool inSet) {
  Level nested(*this);
  ExpressionPtr first = parseSingleTarget(inSet);
  if (!isOperator(","))
    return first;
  ExpressionPtr tuple = make(Expression::Kind::Tuple);
  addOperand(*tuple, std::move(first));
  while (takeOperator(","))
    if (peek().kind == Kind::Name ? !isName("in") : isOperator("("))
      addOperand(*tuple, parseSingleTarget(inSet));
  return tuple;
}

ExpressionPtr Parser::parseSingleTarget(bool inSet) {
  if (takeOperator("(")) {
    ExpressionPtr target = parseTarget(inSet);
    expectOperator(")");
    return target;
  }
  ExpressionPtr target = makeName(expectName("the name of a variable"));
  for (std::string_view constant :
       {"true", "false", "none", "True", "False", "None"})
    if (target->name == constant)
      fail("expected the name of a variable, found '", constant, "'");
  if (!inSet || !takeOperator("."))
    return target;
  ExpressionPtr attribute = make(Expression::Kind::Attribute);
  attribute->name = expectName("the name of an attribute");
  addOperand(*attribute, std::move(target));
  return attribute;
}
