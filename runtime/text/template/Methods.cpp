// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Methods by name, bound to the value that they belong to.
#include "runtime/text/template/Methods.h"
#include "runtime/text/template/Arguments.h"

#include <algorithm>

using namespace weft::text;

namespace {

class BoundMethod : public Object {
public:
  BoundMethod(Value self, const MethodEntry &method)
      : self(std::move(self)), method(method) {}

  bool isCallable() const override { return true; }
  Value call(Evaluation &evaluation, const Arguments &arguments) override {
    return method.function(evaluation, self, arguments);
  }
  std::string describe(Evaluation &, int) const override {
    return weft::runtime::concat("<method '", method.name, "' of ",
                                 self.getTypeName(), ">");
  }
  int getDepth() const override { return self.getDepth() + 1; }

private:
  Value self;
  const MethodEntry &method;
};

} // namespace

Value weft::text::getMethod(Evaluation &evaluation, const Value &self,
                            std::string_view name) {
  std::span<const MethodEntry> methods;
  if (self.getText())
    methods = getTextMethods();
  else if (self.getMap())
    methods = getMapMethods();
  else if (const Sequence *sequence = self.getSequence();
           sequence && sequence->flavor != Sequence::Flavor::View)
    methods = getSequenceMethods();
  for (const MethodEntry &method : methods)
    if (method.name == name && evaluation.countSteps())
      return Value(
          std::shared_ptr<Object>(std::make_shared<BoundMethod>(self, method)));
  return Value();
}

bool weft::text::isForbiddenMethod(const Value &self, std::string_view name) {
  constexpr std::string_view ofLists[] = {"append",  "clear", "extend",
                                          "insert",  "pop",   "remove",
                                          "reverse", "sort"};
  constexpr std::string_view ofMaps[] = {"clear", "pop", "popitem",
                                         "setdefault", "update"};
  const Sequence *sequence = self.getSequence();
  if (sequence && sequence->flavor == Sequence::Flavor::List)
    return std::ranges::find(ofLists, name) != std::end(ofLists);
  return self.getMap() && std::ranges::find(ofMaps, name) != std::end(ofMaps);
}
