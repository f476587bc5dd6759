// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The variable `loop` of a for statement.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_LOOP_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_LOOP_H

#include "runtime/text/template/Interpreter.h"

namespace weft::text {

class Loop : public Object {
public:
  Loop(Interpreter &interpreter, const Statement &statement,
       std::vector<Value> items, int depth0)
      : interpreter(interpreter), statement(statement), items(std::move(items)),
        depth0(depth0) {}

  /// index, index0, revindex, revindex0, first, last, length, depth, depth0,
  /// previtem, nextitem, cycle and changed.
  bool getAttribute(Evaluation &, std::string_view name, Value &value) override;
  bool isCallable() const override { return statement.isRecursive; }
  /// loop(children) in a recursive loop.
  Value call(Evaluation &, const Arguments &) override;
  std::string describe(Evaluation &, int) const override;
  void clear() override {
    items.clear();
    last.clear();
  }

  const std::vector<Value> &getItems() const { return items; }
  size_t index0 = 0;

private:
  friend class LoopMethod;

  Interpreter &interpreter;
  const Statement &statement;
  std::vector<Value> items;
  std::vector<Value> last; // what changed() saw
  bool hasLast = false;
  int depth0;
};

} // namespace weft::text

#endif
