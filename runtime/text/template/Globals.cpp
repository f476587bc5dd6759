// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Global functions and the objects that they make.
#include "runtime/text/template/Globals.h"
#include "runtime/text/template/Arguments.h"
#include "runtime/text/template/PythonText.h"

#include <clocale>
#include <ctime>

using namespace weft::text;

namespace {

/// Attributes that can be set, also from inside a loop.
class Namespace : public Object {
public:
  explicit Namespace(Map map) : map(std::move(map)) {}

  bool getAttribute(Evaluation &, std::string_view name,
                    Value &value) override {
    const Value *found = map.find(name);
    if (found)
      value = *found;
    return found;
  }
  bool setAttribute(std::string_view name, const Value &value) override {
    map.set(Value(std::string(name)), value);
    return true;
  }
  std::string describe(Evaluation &evaluation, int depth) const override {
    std::string text = "<Namespace {";
    for (const auto &[key, value] : map.getEntries()) {
      if (text.back() != '{')
        text += ", ";
      appendRepresentation(evaluation, key, text, depth);
      text += ": ";
      appendRepresentation(evaluation, value, text, depth);
      if (evaluation.hasFailed())
        break;
    }
    return text + "}>";
  }
  void clear() override { map = Map(); }

private:
  Map map;
};

/// Nothing the first time, then the separator.
class Joiner : public Object {
public:
  explicit Joiner(Value separator) : separator(std::move(separator)) {}
  bool isCallable() const override { return true; }
  Value call(Evaluation &evaluation, const Arguments &) override {
    return std::exchange(isUsed, true) ? separator : evaluation.makeText("");
  }
  std::string describe(Evaluation &, int) const override { return "<joiner>"; }
  void clear() override { separator = Value(); }

private:
  Value separator;
  bool isUsed = false;
};

class GlobalFunction : public Object {
public:
  using Function = Value (*)(Evaluation &, const Arguments &);
  GlobalFunction(std::string_view name, Function function)
      : name(name), function(function) {}
  bool isCallable() const override { return true; }
  Value call(Evaluation &evaluation, const Arguments &arguments) override {
    return function(evaluation, arguments);
  }
  std::string describe(Evaluation &, int) const override {
    return weft::runtime::concat("<function ", name, ">");
  }

private:
  std::string_view name;
  Function function;
};

/// Gives its values one after the other, then from the front again.
class Cycler : public Object {
public:
  explicit Cycler(std::vector<Value> items) : items(std::move(items)) {}

  bool getAttribute(Evaluation &, std::string_view name, Value &value) override;
  std::string describe(Evaluation &, int) const override { return "<cycler>"; }
  void clear() override { items.clear(); }
  Value next() {
    if (items.empty())
      return Value();
    size_t current = std::exchange(position, (position + 1) % items.size());
    return items[current];
  }
  void reset() { position = 0; }

private:
  std::vector<Value> items;
  size_t position = 0;
};

/// cycler.next and cycler.reset. The cycler outlives it unless rendering has
/// ended.
class CyclerMethod : public Object {
public:
  CyclerMethod(Cycler &cycler, bool resets) : cycler(cycler), resets(resets) {}
  bool isCallable() const override { return true; }
  Value call(Evaluation &, const Arguments &) override {
    if (!resets)
      return cycler.next();
    cycler.reset();
    return Value(None());
  }
  std::string describe(Evaluation &, int) const override {
    return "<method of a cycler>";
  }

private:
  Cycler &cycler;
  bool resets;
};

bool Cycler::getAttribute(Evaluation &, std::string_view name, Value &value) {
  if (name == "current" && !items.empty())
    value = items[position];
  else if (name == "next" || name == "reset")
    value = Value(std::shared_ptr<Object>(
        std::make_shared<CyclerMethod>(*this, name == "reset")));
  else
    return false;
  return true;
}

Value makeRange(Evaluation &evaluation, const Arguments &arguments) {
  Parameters parameters(evaluation, "range", arguments,
                        {"start", "stop", "step"}, 1);
  int64_t begin = parameters.getInteger(0, 0), end = begin;
  int64_t step = parameters.getInteger(2, 1);
  if (parameters.has(1))
    end = parameters.getInteger(1, 0);
  else
    begin = 0;
  // As in Jinja's sandbox.
  constexpr uint64_t most = 100000;
  if (step == 0)
    return evaluation.fail("range: expected a step other than 0");
  uint64_t distance = step > 0 ? uint64_t(end) - uint64_t(begin)
                               : uint64_t(begin) - uint64_t(end);
  uint64_t stride = step > 0 ? uint64_t(step) : 0 - uint64_t(step);
  bool isEmpty = step > 0 ? begin >= end : begin <= end;
  uint64_t count = isEmpty ? 0 : (distance - 1) / stride + 1;
  if (count > most)
    return evaluation.fail("range: expected at most ", most, " numbers, found ",
                           count);
  std::vector<Value> items;
  for (uint64_t i = 0; i < count; ++i)
    items.push_back(Value(int64_t(uint64_t(begin) + i * uint64_t(step))));
  return evaluation.makeSequence(std::move(items), Sequence::Flavor::Range);
}

/// What dict() and namespace() take: a map or pairs, and keywords.
bool collectEntries(Evaluation &evaluation, const Arguments &arguments,
                    Map &map) {
  if (arguments.positional.size() > 1) {
    evaluation.fail("dict: expected at most 1 argument without a name, found ",
                    arguments.positional.size());
    return false;
  }
  for (const Value &source : arguments.positional) {
    if (const Map *other = source.getMap()) {
      map = *other;
      continue;
    }
    std::vector<Value> pairs, pair;
    if (!evaluation.getItems(source, pairs))
      return false;
    for (const Value &item : pairs) {
      if (!evaluation.getItems(item, pair))
        return false;
      if (pair.size() != 2 || !Map::isKey(pair[0])) {
        evaluation.fail("dict: expected pairs of a key and a value");
        return false;
      }
      map.set(pair[0], pair[1]);
    }
  }
  for (const auto &[name, value] : arguments.keywords)
    map.set(Value(name), value);
  return evaluation.countBytes(map.getEntries().size() * sizeof(Map::Entry));
}

Value makeDict(Evaluation &evaluation, const Arguments &arguments) {
  Map map;
  collectEntries(evaluation, arguments, map);
  return evaluation.makeMap(std::move(map));
}

Value makeNamespace(Evaluation &evaluation, const Arguments &arguments) {
  Map map;
  collectEntries(evaluation, arguments, map);
  return evaluation.makeObject(std::make_shared<Namespace>(std::move(map)));
}

Value makeJoiner(Evaluation &evaluation, const Arguments &arguments) {
  Parameters parameters(evaluation, "joiner", arguments, {"sep"});
  return evaluation.makeObject(std::make_shared<Joiner>(
      evaluation.makeText(parameters.getText(0, ", "))));
}

Value makeCycler(Evaluation &evaluation, const Arguments &arguments) {
  if (arguments.positional.empty() || !arguments.keywords.empty())
    return evaluation.fail("cycler: expected values to cycle through, found "
                           "none");
  return evaluation.makeObject(std::make_shared<Cycler>(arguments.positional));
}

Value raiseException(Evaluation &evaluation, const Arguments &arguments) {
  Parameters parameters(evaluation, "raise_exception", arguments, {"message"},
                        1);
  return evaluation.hasFailed()
             ? Value()
             : evaluation.raise(toText(evaluation, parameters[0]));
}

/// Local time with English names, whatever the locale of the process.
Value formatNow(Evaluation &evaluation, const Arguments &arguments) {
  Parameters parameters(evaluation, "strftime_now", arguments, {"format"}, 1);
  std::string format = parameters.getText(0, "");
  if (format.size() > 1000)
    return evaluation.fail("strftime_now: expected a format of at most 1000 "
                           "bytes, found ",
                           format.size());
  static locale_t english = ::newlocale(LC_ALL_MASK, "C", nullptr);
  time_t seconds = time_t(evaluation.getNowSeconds());
  struct tm now = {};
  ::localtime_r(&seconds, &now);
  // Nothing is also the result of %p in some places, so one byte more is asked
  // for.
  format += ' ';
  std::string text(format.size() * 64 + 64, '\0');
  size_t size =
      ::strftime_l(text.data(), text.size(), format.c_str(), &now, english);
  text.resize(size > 0 ? size - 1 : 0);
  return evaluation.makeText(std::move(text));
}

struct GlobalEntry {
  std::string_view name;
  GlobalFunction::Function function;
};

constexpr GlobalEntry globals[] = {
    {"cycler", makeCycler},
    {"dict", makeDict},
    {"joiner", makeJoiner},
    {"namespace", makeNamespace},
    {"raise_exception", raiseException},
    {"range", makeRange},
    {"strftime_now", formatNow},
};

} // namespace

Value weft::text::findGlobal(Evaluation &, std::string_view name) {
  for (const GlobalEntry &entry : globals)
    if (entry.name == name)
      return Value(std::shared_ptr<Object>(
          std::make_shared<GlobalFunction>(entry.name, entry.function)));
  return Value();
}
