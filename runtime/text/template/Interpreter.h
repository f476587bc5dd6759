// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Walks a syntax tree. What blocks write goes to `output`, which captures
// exchange for a while.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_INTERPRETER_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_INTERPRETER_H

#include "runtime/text/template/Evaluation.h"
#include "runtime/text/template/SyntaxTree.h"

#include <map>

namespace weft::text {

/// Variables. Names belong to the syntax tree or the caller's JSON.
struct Scope {
  std::map<std::string_view, Value> variables;
  std::shared_ptr<Scope> parent;
};
using ScopePtr = std::shared_ptr<Scope>;

class Interpreter {
public:
  Interpreter(Evaluation &evaluation, ScopePtr root)
      : evaluation(evaluation), scope(std::move(root)) {}

  void run(const Block &block, std::string &text);

private:
  friend class Macro;
  friend class Loop;

  enum class Flow : uint8_t { Next, Break, Continue };

  // Statements.
  Flow executeBlock(const Block &block);
  Flow execute(const Statement &statement);
  Flow executeIf(const Statement &statement);
  Flow executeFor(const Statement &statement, const Value &iterable,
                  int loopDepth);
  void executeWith(const Statement &statement);
  void executeCall(const Statement &statement);
  void write(std::string_view text);
  /// What `block` writes in a scope of its own.
  std::string capture(const Block &block);
  void assign(const Expression &target, const Value &value);
  std::vector<Value> filterItems(const Statement &statement,
                                 std::vector<Value> items);
  Value callMacro(const MacroSignature &signature, const Block &body,
                  const ScopePtr &closure, const Arguments &arguments);

  // Expressions.
  Value evaluate(const Expression &expression);
  Value evaluateName(const std::string &name);
  Value evaluateMap(const Expression &expression);
  Value evaluateSlice(const Expression &expression);
  Value evaluateCall(const Expression &expression,
                     const Value *caller = nullptr);
  Value evaluateCompare(const Expression &expression);
  Value evaluateConcatenation(const Expression &expression);
  Value evaluateConditional(const Expression &expression);
  std::vector<Value> evaluateAll(const Expression &expression, size_t first);
  Arguments evaluateArguments(const Expression &expression);

  Evaluation &evaluation;
  ScopePtr scope;
  std::string *output = nullptr;
};

} // namespace weft::text

#endif
