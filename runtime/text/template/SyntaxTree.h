// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A parsed template.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_SYNTAXTREE_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_SYNTAXTREE_H

#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/Filters.h"
#include "runtime/text/template/TestTable.h"

namespace weft::text {

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

enum class Operator : uint8_t {
  Add,
  Subtract,
  Multiply,
  Divide,
  FloorDivide,
  Modulo,
  Power,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  In,
  NotIn
};

struct Expression {
  enum class Kind : uint8_t {
    Constant,    // constant
    Name,        // name
    List,        // operands
    Tuple,       // operands
    Map,         // operands: key, value, key, value, ...
    Attribute,   // operands[0].name
    Subscript,   // operands[0][operands[1]]
    Slice,       // operands[0][operands[1]:operands[2]:operands[3]], or null
    Call,        // operands[0](operands[1...], keywords)
    Filter,      // operands[0] | name(operands[1...], keywords)
    Test,        // operands[0] is name(operands[1...], keywords)
    Negate,      // operands[0]
    Plus,        // operands[0]
    Not,         // operands[0]
    And,         // operands[0], operands[1]
    Or,          // operands[0], operands[1]
    Binary,      // operands[0] operators[0] operands[1]
    Compare,     // operands[0] operators[0] operands[1] operators[1] ...
    Concatenate, // all operands
    Conditional  // operands: value, condition, otherwise or null
  };
  Kind kind;
  int line = 1;
  int depth = 1; // of the tree below it
  std::string name;
  Value constant;
  std::vector<ExpressionPtr> operands;
  std::vector<Operator> operators;
  std::vector<std::pair<std::string, ExpressionPtr>> keywords;
  // f(*these, **those)
  ExpressionPtr spreadList, spreadMap;
  FilterFunction filter = nullptr;
  TestFunction test = nullptr;
};

struct Statement;
using Block = std::vector<Statement>;

/// Which of the names that a macro gets on demand occur in its body.
struct NamesUsed {
  bool varargs = false, kwargs = false, caller = false;
};

/// Macros, and the bodies of {% call %}.
struct MacroSignature {
  std::string name;
  std::vector<std::string> parameters;
  std::vector<ExpressionPtr> defaults; // null = none
  NamesUsed used;
};

struct Statement {
  enum class Kind : uint8_t {
    Text,     // text
    Print,    // value
    If,       // branches, each with its condition; that of else is null
    For,      // target in value if condition: body; else otherwise
    Set,      // target = value
    SetBlock, // target = body through filters: value is a chain on a name
    Macro,    // signature, body
    Call,     // value is a call that gets signature and body as caller
    Filter,   // body through value
    With,     // targets = values, body
    Scope,    // body: {% generation %}
    Break,
    Continue
  };
  struct Branch {
    ExpressionPtr condition;
    Block body;
  };
  Kind kind;
  int line = 1;
  bool isRecursive = false;
  std::string text;
  ExpressionPtr target, value, condition;
  std::vector<std::pair<ExpressionPtr, ExpressionPtr>> bindings; // of with
  std::vector<Branch> branches;
  Block body, otherwise;
  MacroSignature signature;
};

} // namespace weft::text

#endif
