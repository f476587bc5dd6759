// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A macro, or the body of a {% call %} block, with the variables around it.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_MACRO_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_MACRO_H

#include "runtime/text/template/Interpreter.h"

namespace weft::text {

class Macro : public Object {
public:
  Macro(Interpreter &interpreter, const Statement &statement, ScopePtr closure)
      : interpreter(interpreter), statement(statement),
        closure(std::move(closure)) {}

  bool isCallable() const override { return true; }
  Value call(Evaluation &, const Arguments &arguments) override {
    return interpreter.callMacro(statement.signature, statement.body, closure,
                                 arguments);
  }
  bool getAttribute(Evaluation &evaluation, std::string_view name,
                    Value &value) override {
    if (name != "name")
      return false;
    value = evaluation.makeText(statement.signature.name);
    return true;
  }
  std::string describe(Evaluation &, int) const override {
    return runtime::concat("<Macro '", statement.signature.name, "'>");
  }
  void clear() override { closure.reset(); }

private:
  Interpreter &interpreter;
  const Statement &statement;
  ScopePtr closure;
};

} // namespace weft::text

#endif
