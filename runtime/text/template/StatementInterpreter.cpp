// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Statements.
#include "runtime/text/template/Interpreter.h"
#include "runtime/text/template/Loop.h"
#include "runtime/text/template/Macro.h"
#include "runtime/text/template/PythonText.h"

#include <algorithm>

using namespace weft::text;
using Kind = Statement::Kind;

namespace {

/// Variables set while it lives are gone afterwards.
class InnerScope {
public:
  InnerScope(ScopePtr &scope, ScopePtr parent)
      : scope(scope), outer(std::exchange(scope, std::make_shared<Scope>())) {
    scope->parent = std::move(parent);
  }
  explicit InnerScope(ScopePtr &scope) : InnerScope(scope, scope) {}
  ~InnerScope() { scope = std::move(outer); }

private:
  ScopePtr &scope;
  ScopePtr outer;
};

constexpr size_t scopeBytes = 128; // roughly, with a variable or two

} // namespace

void Interpreter::run(const Block &block, std::string &text) {
  output = &text;
  executeBlock(block);
}

void Interpreter::write(std::string_view text) {
  if (evaluation.hasFailed())
    return;
  if (text.size() <= evaluation.getLimits().outputBytes - output->size())
    *output += text;
  else
    evaluation.fail("expected a text of at most ",
                    evaluation.getLimits().outputBytes,
                    " bytes, found a template that writes more");
}

Interpreter::Flow Interpreter::executeBlock(const Block &block) {
  for (const Statement &statement : block) {
    Flow flow = execute(statement);
    if (flow != Flow::Next || evaluation.hasFailed())
      return flow;
  }
  return Flow::Next;
}

Interpreter::Flow Interpreter::execute(const Statement &statement) {
  EvaluationLevel level(evaluation);
  if (!level)
    return Flow::Next;
  evaluation.line = statement.line;
  switch (statement.kind) {
  case Kind::Text:
    write(statement.text);
    break;
  case Kind::Print:
    write(toText(evaluation, evaluate(*statement.value)));
    break;
  case Kind::If:
    return executeIf(statement);
  case Kind::For:
    return executeFor(statement, evaluate(*statement.value), 0);
  case Kind::Set:
    assign(*statement.target, evaluate(*statement.value));
    break;
  case Kind::SetBlock:
  case Kind::Filter: {
    // The filters stand on the name "", which is the text.
    Value text = evaluation.makeText(capture(statement.body));
    Value filtered;
    {
      InnerScope inner(scope);
      scope->variables[""] = text;
      filtered = evaluate(*statement.value);
    }
    if (statement.kind == Kind::Filter)
      write(toText(evaluation, filtered));
    else
      assign(*statement.target, filtered);
    break;
  }
  case Kind::Macro:
    scope->variables[statement.signature.name] =
        evaluation.makeObject(std::make_shared<Macro>(*this, statement, scope));
    break;
  case Kind::Call:
    executeCall(statement);
    break;
  case Kind::With:
    executeWith(statement);
    break;
  case Kind::Scope:
    write(capture(statement.body));
    break;
  case Kind::Break:
    return Flow::Break;
  case Kind::Continue:
    return Flow::Continue;
  }
  return Flow::Next;
}

std::string Interpreter::capture(const Block &block) {
  std::string text;
  std::string *outer = std::exchange(output, &text);
  InnerScope inner(scope);
  executeBlock(block);
  output = outer;
  return text;
}

Interpreter::Flow Interpreter::executeIf(const Statement &statement) {
  for (const Statement::Branch &branch : statement.branches)
    if (!branch.condition || evaluate(*branch.condition).isTrue())
      return evaluation.hasFailed() ? Flow::Next : executeBlock(branch.body);
  return Flow::Next;
}

/// The elements for which the condition of the loop holds.
std::vector<Value> Interpreter::filterItems(const Statement &statement,
                                            std::vector<Value> items) {
  if (!statement.condition)
    return items;
  std::vector<Value> kept;
  for (const Value &item : items) {
    InnerScope inner(scope);
    assign(*statement.target, item);
    bool keeps = evaluate(*statement.condition).isTrue();
    if (evaluation.hasFailed())
      return {};
    if (keeps)
      kept.push_back(item);
  }
  return kept;
}

Interpreter::Flow Interpreter::executeFor(const Statement &statement,
                                          const Value &iterable,
                                          int loopDepth) {
  std::vector<Value> items;
  if (!evaluation.getItems(iterable, items))
    return Flow::Next;
  items = filterItems(statement, std::move(items));
  if (items.empty()) {
    InnerScope inner(scope);
    return executeBlock(statement.otherwise);
  }
  auto loop =
      std::make_shared<Loop>(*this, statement, std::move(items), loopDepth);
  const std::vector<Value> &elements = loop->getItems();
  for (size_t i = 0; i < elements.size(); ++i) {
    if (!evaluation.countBytes(scopeBytes))
      break;
    InnerScope inner(scope);
    loop->index0 = i;
    assign(*statement.target, elements[i]);
    scope->variables["loop"] = Value(std::shared_ptr<Object>(loop));
    if (executeBlock(statement.body) == Flow::Break || evaluation.hasFailed())
      break;
  }
  // Whoever kept it does not keep what the loop went through.
  loop->clear();
  return Flow::Next;
}

void Interpreter::executeWith(const Statement &statement) {
  std::vector<Value> values;
  for (const auto &[target, value] : statement.bindings)
    values.push_back(evaluate(*value));
  InnerScope inner(scope);
  for (size_t i = 0; i < values.size(); ++i)
    assign(*statement.bindings[i].first, values[i]);
  executeBlock(statement.body);
}

void Interpreter::executeCall(const Statement &statement) {
  Value caller =
      evaluation.makeObject(std::make_shared<Macro>(*this, statement, scope));
  write(toText(evaluation, evaluateCall(*statement.value, &caller)));
}

void Interpreter::assign(const Expression &target, const Value &value) {
  if (evaluation.hasFailed())
    return;
  if (target.kind == Expression::Kind::Name) {
    scope->variables[target.name] = value;
  } else if (target.kind == Expression::Kind::Attribute) {
    Value object = evaluate(*target.operands[0]);
    bool isSet = object.getObject() && evaluation.countBytes(scopeBytes) &&
                 object.getObject()->setAttribute(target.name, value);
    if (!isSet)
      evaluation.fail("expected a namespace to set '", target.name,
                      "' of, found a value of type ", object.getTypeName());
  } else {
    std::vector<Value> items;
    if (!evaluation.getItems(value, items))
      return;
    if (items.size() != target.operands.size())
      evaluation.fail("expected ", target.operands.size(),
                      " values to unpack, found ", items.size());
    for (size_t i = 0; i < items.size() && !evaluation.hasFailed(); ++i)
      assign(*target.operands[i], items[i]);
  }
}

Value Interpreter::callMacro(const MacroSignature &signature, const Block &body,
                             const ScopePtr &closure,
                             const Arguments &arguments) {
  EvaluationLevel level(evaluation);
  if (!level || !evaluation.countBytes(scopeBytes))
    return Value();
  InnerScope inner(scope, closure);
  std::map<std::string_view, Value> &variables = scope->variables;
  const std::vector<std::string> &names = signature.parameters;
  size_t positional = std::min(names.size(), arguments.positional.size());
  for (size_t i = 0; i < positional; ++i)
    variables[names[i]] = arguments.positional[i];
  std::vector<Value> varargs(arguments.positional.begin() +
                                 ptrdiff_t(positional),
                             arguments.positional.end());
  if (!varargs.empty() && !signature.used.varargs)
    return evaluation.fail("macro '", signature.name, "': expected at most ",
                           names.size(), " arguments, found ",
                           arguments.positional.size());
  Map kwargs;
  for (const auto &[keyword, value] : arguments.keywords) {
    auto found = std::find(names.begin(), names.end(), keyword);
    if (found != names.end()) {
      if (!variables.emplace(*found, value).second)
        return evaluation.fail("macro '", signature.name, "': argument '",
                               keyword, "' is given twice");
    } else if (keyword == "caller" && signature.used.caller) {
      variables["caller"] = value;
    } else if (signature.used.kwargs) {
      kwargs.set(Value(keyword), value);
    } else {
      return evaluation.fail("macro '", signature.name, "': unknown argument '",
                             keyword, "'");
    }
  }
  for (size_t i = 0; i < names.size(); ++i)
    if (!variables.contains(names[i])) {
      Value value = signature.defaults[i]
                        ? evaluate(*signature.defaults[i])
                        : Value(Undefined{std::make_shared<const std::string>(
                              runtime::concat("argument '", names[i],
                                              "' was not given"))});
      variables[names[i]] = value;
    }
  if (signature.used.varargs)
    variables["varargs"] = evaluation.makeTuple(std::move(varargs));
  if (signature.used.kwargs)
    variables["kwargs"] = evaluation.makeMap(std::move(kwargs));
  std::string text;
  std::string *outer = std::exchange(output, &text);
  executeBlock(body);
  output = outer;
  return evaluation.makeText(std::move(text));
}
