// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Expressions. Precedence is Jinja2's, which is not quite Python's: ~ binds
// between + and *, tests and filters bind tighter than any operator.
#include "runtime/text/template/Parser.h"

#include <algorithm>

using namespace weft::text;
using Kind = Token::Kind;
using Type = Expression::Kind;

// Long chains such as a.b.c or 1+1+1 are trees as deep as they are long.
constexpr int maxTreeDepth = 250;

ExpressionPtr Parser::make(Type kind) {
  ExpressionPtr expression = std::make_unique<Expression>();
  expression->kind = kind;
  expression->line = peek().line;
  return expression;
}

ExpressionPtr Parser::makeName(std::string name) {
  ExpressionPtr expression = make(Type::Name);
  expression->name = std::move(name);
  return expression;
}

void Parser::addOperand(Expression &expression, ExpressionPtr operand) {
  if (operand) {
    expression.depth = std::max(expression.depth, operand->depth + 1);
    if (expression.depth > maxTreeDepth)
      fail("expected an expression of at most ", maxTreeDepth,
           " steps, found a longer one");
  }
  expression.operands.push_back(std::move(operand));
}

ExpressionPtr Parser::makeBinary(Type kind, ExpressionPtr left,
                                 ExpressionPtr right) {
  ExpressionPtr expression = make(kind);
  expression->line = left->line;
  addOperand(*expression, std::move(left));
  addOperand(*expression, std::move(right));
  return expression;
}

/// One expression, or several with commas between them.
ExpressionPtr Parser::parseTuple(bool withConditional, bool inParentheses) {
  Level nested(*this);
  auto isEnd = [&] {
    Kind kind = peek().kind;
    return kind == Kind::VariableEnd || kind == Kind::BlockEnd ||
           kind == Kind::End || isOperator(")") || isName("recursive");
  };
  auto parseItem = [&] {
    return withConditional ? parseExpression() : parseOr();
  };
  if (isEnd()) {
    if (!inParentheses)
      fail("expected an expression, found ", describe(peek()));
    return make(Type::Tuple);
  }
  ExpressionPtr first = parseItem();
  if (!isOperator(","))
    return first;
  ExpressionPtr tuple = make(Type::Tuple);
  addOperand(*tuple, std::move(first));
  while (takeOperator(",") && !isEnd())
    addOperand(*tuple, parseItem());
  return tuple;
}

ExpressionPtr Parser::parseExpression() {
  Level nested(*this);
  ExpressionPtr value = parseOr();
  while (takeName("if")) {
    ExpressionPtr conditional = make(Type::Conditional);
    addOperand(*conditional, std::move(value));
    addOperand(*conditional, parseOr());
    addOperand(*conditional, takeName("else") ? parseExpression() : nullptr);
    value = std::move(conditional);
  }
  return value;
}

ExpressionPtr Parser::parseOr() {
  ExpressionPtr left = parseAnd();
  while (takeName("or"))
    left = makeBinary(Type::Or, std::move(left), parseAnd());
  return left;
}

ExpressionPtr Parser::parseAnd() {
  ExpressionPtr left = parseNot();
  while (takeName("and"))
    left = makeBinary(Type::And, std::move(left), parseNot());
  return left;
}

ExpressionPtr Parser::parseNot() {
  Level nested(*this);
  if (!isName("not"))
    return parseCompare();
  ExpressionPtr expression = make(Type::Not);
  take();
  addOperand(*expression, parseNot());
  return expression;
}

ExpressionPtr Parser::parseCompare() {
  ExpressionPtr left = parseSum();
  ExpressionPtr comparison;
  for (;;) {
    Operator found;
    if (takeOperator("=="))
      found = Operator::Equal;
    else if (takeOperator("!="))
      found = Operator::NotEqual;
    else if (takeOperator("<"))
      found = Operator::Less;
    else if (takeOperator("<="))
      found = Operator::LessEqual;
    else if (takeOperator(">"))
      found = Operator::Greater;
    else if (takeOperator(">="))
      found = Operator::GreaterEqual;
    else if (takeName("in"))
      found = Operator::In;
    else if (isName("not") && isName("in", 1)) {
      take();
      take();
      found = Operator::NotIn;
    } else {
      return comparison ? std::move(comparison) : std::move(left);
    }
    if (!comparison) {
      comparison = make(Type::Compare);
      addOperand(*comparison, std::move(left));
    }
    comparison->operators.push_back(found);
    addOperand(*comparison, parseSum());
  }
}

ExpressionPtr Parser::parseSum() {
  ExpressionPtr left = parseConcatenation();
  while (isOperator("+") || isOperator("-")) {
    Operator found = take().text == "+" ? Operator::Add : Operator::Subtract;
    left = makeBinary(Type::Binary, std::move(left), parseConcatenation());
    left->operators = {found};
  }
  return left;
}

ExpressionPtr Parser::parseConcatenation() {
  ExpressionPtr first = parseProduct();
  if (!isOperator("~"))
    return first;
  ExpressionPtr concatenation = make(Type::Concatenate);
  addOperand(*concatenation, std::move(first));
  while (takeOperator("~"))
    addOperand(*concatenation, parseProduct());
  return concatenation;
}

ExpressionPtr Parser::parseProduct() {
  ExpressionPtr left = parsePower();
  while (isOperator("*") || isOperator("/") || isOperator("//") ||
         isOperator("%")) {
    std::string text = take().text;
    Operator found = text == "*"    ? Operator::Multiply
                     : text == "/"  ? Operator::Divide
                     : text == "//" ? Operator::FloorDivide
                                    : Operator::Modulo;
    left = makeBinary(Type::Binary, std::move(left), parsePower());
    left->operators = {found};
  }
  return left;
}

ExpressionPtr Parser::parsePower() {
  ExpressionPtr left = parseUnary();
  while (takeOperator("**")) {
    left = makeBinary(Type::Binary, std::move(left), parseUnary());
    left->operators = {Operator::Power};
  }
  return left;
}

ExpressionPtr Parser::parseUnary(bool withFilters) {
  Level nested(*this);
  ExpressionPtr expression;
  if (isOperator("-") || isOperator("+")) {
    expression = make(isOperator("-") ? Type::Negate : Type::Plus);
    take();
    addOperand(*expression, parseUnary(/*withFilters=*/false));
  } else {
    expression = parsePrimary();
  }
  expression = parsePostfix(std::move(expression));
  return withFilters ? parseFilters(std::move(expression))
                     : std::move(expression);
}

ExpressionPtr Parser::parsePrimary() {
  ExpressionPtr expression = make(Type::Constant);
  switch (peek().kind) {
  case Kind::Name: {
    std::string name = take().text;
    if (name == "true" || name == "True")
      expression->constant = Value(true);
    else if (name == "false" || name == "False")
      expression->constant = Value(false);
    else if (name == "none" || name == "None")
      expression->constant = Value(None());
    else {
      used.varargs |= name == "varargs";
      used.kwargs |= name == "kwargs";
      used.caller |= name == "caller";
      expression->kind = Type::Name;
      expression->name = std::move(name);
    }
    return expression;
  }
  case Kind::String: {
    std::string text;
    while (peek().kind == Kind::String)
      text += take().text;
    expression->constant = Value(std::move(text));
    return expression;
  }
  case Kind::Integer:
    expression->constant = Value(take().integer);
    return expression;
  case Kind::Float:
    expression->constant = Value(take().number);
    return expression;
  default:
    break;
  }
  if (takeOperator("(")) {
    expression = parseTuple(/*withConditional=*/true, /*inParentheses=*/true);
    expectOperator(")");
    return expression;
  }
  if (takeOperator("[")) {
    expression->kind = Type::List;
    while (!isOperator("]") && status.ok()) {
      if (!expression->operands.empty())
        expectOperator(",");
      if (!isOperator("]"))
        addOperand(*expression, parseExpression());
    }
    expectOperator("]");
    return expression;
  }
  if (isOperator("{"))
    return parseMap();
  fail("expected an expression, found ", describe(peek()));
  return expression;
}

ExpressionPtr Parser::parseMap() {
  ExpressionPtr map = make(Type::Map);
  expectOperator("{");
  while (!isOperator("}") && status.ok()) {
    if (!map->operands.empty())
      expectOperator(",");
    if (isOperator("}"))
      break;
    addOperand(*map, parseExpression());
    expectOperator(":");
    addOperand(*map, parseExpression());
  }
  expectOperator("}");
  return map;
}

ExpressionPtr Parser::parsePostfix(ExpressionPtr expression) {
  for (;;) {
    if (isOperator(".") || isOperator("["))
      expression = parseSubscript(std::move(expression));
    else if (isOperator("("))
      expression = parseCallOf(std::move(expression));
    else
      return expression;
  }
}

/// Filters and tests, and calls of what they give. Behind the name of a block
/// (`afterName`) only filters can stand.
ExpressionPtr Parser::parseFilters(ExpressionPtr expression, bool afterName) {
  for (;;) {
    if (takeOperator("|"))
      expression = parseFilter(std::move(expression));
    else if (!afterName && isName("is"))
      expression = parseTest(std::move(expression));
    else if (!afterName && isOperator("("))
      expression = parseCallOf(std::move(expression));
    else
      return expression;
  }
}

ExpressionPtr Parser::parseFilter(ExpressionPtr input) {
  ExpressionPtr expression = make(Type::Filter);
  expression->name = expectName("the name of a filter");
  expression->filter = findFilter(expression->name);
  if (!expression->filter)
    fail("unknown filter '", expression->name, "'");
  addOperand(*expression, std::move(input));
  if (isOperator("("))
    parseArguments(*expression);
  return expression;
}

ExpressionPtr Parser::parseTest(ExpressionPtr input) {
  take();
  bool isNegated = takeName("not");
  ExpressionPtr expression = make(Type::Test);
  expression->name = expectName("the name of a test");
  expression->test = findTest(expression->name);
  if (!expression->test)
    fail("unknown test '", expression->name, "'");
  addOperand(*expression, std::move(input));
  Kind next = peek().kind;
  bool isArgument = next == Kind::Name || next == Kind::String ||
                    next == Kind::Integer || next == Kind::Float ||
                    isOperator("[") || isOperator("{");
  if (isOperator("(")) {
    parseArguments(*expression);
  } else if (isArgument && !isName("else") && !isName("or") && !isName("and")) {
    if (isName("is"))
      fail("expected one test with 'is', found a chain of them");
    addOperand(*expression, parsePostfix(parsePrimary()));
  }
  if (!isNegated)
    return expression;
  ExpressionPtr negation = make(Type::Not);
  addOperand(*negation, std::move(expression));
  return negation;
}

ExpressionPtr Parser::parseSubscript(ExpressionPtr object) {
  ExpressionPtr expression = make(Type::Subscript);
  addOperand(*expression, std::move(object));
  if (takeOperator(".")) {
    if (peek().kind == Kind::Integer) {
      addOperand(*expression, parsePrimary());
      return expression;
    }
    expression->kind = Type::Attribute;
    expression->name = expectName("the name of an attribute");
    return expression;
  }
  expectOperator("[");
  if (!isOperator(":"))
    addOperand(*expression, parseExpression());
  else
    addOperand(*expression, nullptr);
  if (isOperator(",")) {
    fail("expected ']', found ','");
  } else if (takeOperator(":")) {
    expression->kind = Type::Slice;
    auto parsePart = [&] {
      return isOperator(":") || isOperator("]") ? nullptr : parseExpression();
    };
    addOperand(*expression, parsePart());
    addOperand(*expression, takeOperator(":") ? parsePart() : nullptr);
  }
  expectOperator("]");
  return expression;
}

ExpressionPtr Parser::parseCallOf(ExpressionPtr callee) {
  ExpressionPtr call = make(Type::Call);
  addOperand(*call, std::move(callee));
  parseArguments(*call);
  return call;
}

void Parser::parseArguments(Expression &call) {
  expectOperator("(");
  auto addBelow = [&](const Expression &argument) {
    call.depth = std::max(call.depth, argument.depth + 1);
  };
  bool isFirst = true;
  while (!isOperator(")") && status.ok()) {
    if (!isFirst)
      expectOperator(",");
    isFirst = false;
    if (isOperator(")"))
      break;
    if (takeOperator("*")) {
      call.spreadList = parseExpression();
      addBelow(*call.spreadList);
    } else if (takeOperator("**")) {
      call.spreadMap = parseExpression();
      addBelow(*call.spreadMap);
    } else if (peek().kind == Kind::Name && isOperator("=", 1)) {
      std::string name = take().text;
      take();
      call.keywords.emplace_back(std::move(name), parseExpression());
      addBelow(*call.keywords.back().second);
    } else {
      if (!call.keywords.empty() || call.spreadMap)
        fail("expected arguments with a name behind the first of them, found "
             "one without");
      addOperand(call, parseExpression());
    }
  }
  expectOperator(")");
}
