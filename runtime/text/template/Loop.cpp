// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Attributes of `loop`.
#include "runtime/text/template/Loop.h"
#include "runtime/text/template/Operators.h"

using namespace weft::text;

namespace weft::text {

/// loop.cycle and loop.changed.
class LoopMethod : public Object {
public:
  LoopMethod(std::shared_ptr<Loop> loop, bool cycles)
      : loop(std::move(loop)), cycles(cycles) {}

  bool isCallable() const override { return true; }
  std::string describe(Evaluation &, int) const override {
    return "<method of a loop>";
  }
  Value call(Evaluation &evaluation, const Arguments &arguments) override {
    const std::vector<Value> &values = arguments.positional;
    if (cycles)
      return values.empty() ? evaluation.fail("cycle: expected at least 1 "
                                              "value, found none")
                            : values[loop->index0 % values.size()];
    bool isSame = loop->hasLast && loop->last.size() == values.size();
    for (size_t i = 0; isSame && i < values.size(); ++i)
      isSame = isEqual(evaluation, loop->last[i], values[i]);
    loop->hasLast = true;
    loop->last = values;
    return Value(!isSame);
  }

private:
  std::shared_ptr<Loop> loop;
  bool cycles;
};

} // namespace weft::text

bool Loop::getAttribute(Evaluation &, std::string_view name, Value &value) {
  int64_t index = int64_t(index0), size = int64_t(items.size());
  if (name == "index")
    value = Value(index + 1);
  else if (name == "index0")
    value = Value(index);
  else if (name == "first")
    value = Value(index == 0);
  else if (name == "last")
    value = Value(index + 1 == size);
  else if (name == "length")
    value = Value(size);
  else if (name == "revindex")
    value = Value(size - index);
  else if (name == "revindex0")
    value = Value(size - index - 1);
  else if (name == "depth")
    value = Value(int64_t(depth0 + 1));
  else if (name == "depth0")
    value = Value(int64_t(depth0));
  else if (name == "previtem" || name == "nextitem") {
    size_t at = name == "previtem" ? index0 - 1 : index0 + 1; // may wrap
    value = at < items.size()
                ? items[at]
                : Value(Undefined{std::make_shared<const std::string>(
                      "there is no previous or next item")});
  } else if (name == "cycle" || name == "changed")
    value = Value(std::shared_ptr<Object>(std::make_shared<LoopMethod>(
        std::static_pointer_cast<Loop>(shared_from_this()), name == "cycle")));
  else
    return false;
  return true;
}

Value Loop::call(Evaluation &evaluation, const Arguments &arguments) {
  if (!statement.isRecursive)
    return evaluation.fail("expected a loop with 'recursive' to call, found "
                           "one without");
  Parameters parameters(evaluation, "loop", arguments, {"iterable"}, 1);
  if (evaluation.hasFailed())
    return Value();
  std::string text;
  std::string *outer = std::exchange(interpreter.output, &text);
  interpreter.executeFor(statement, parameters[0], depth0 + 1);
  interpreter.output = outer;
  return evaluation.makeText(std::move(text));
}

std::string Loop::describe(Evaluation &, int) const {
  return runtime::concat("<LoopContext ", index0 + 1, "/", items.size(), ">");
}
