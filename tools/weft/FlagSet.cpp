// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reads flags and explains them.

#include "tools/weft/FlagSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

using namespace llvm;
using namespace weft;

void FlagSet::beginGroup(StringRef heading) {
  groups.emplace_back(flags.size(), heading.str());
}

void FlagSet::add(Flag flag) { flags.push_back(std::move(flag)); }

void FlagSet::addSwitch(StringRef name, bool &value, StringRef help) {
  add({name.str(), "", help.str(), {}, [&value](StringRef) {
         value = true;
         return Error::success();
       }});
}

void FlagSet::addText(StringRef name, StringRef valueName, std::string &value,
                      StringRef help) {
  add({name.str(), valueName.str(), help.str(), {}, [&value](StringRef text) {
         value = text.str();
         return Error::success();
       }});
}

void FlagSet::addList(StringRef name, StringRef valueName,
                      std::vector<std::string> &values, StringRef help) {
  addList(name, valueName, values, help,
          [](StringRef) { return Error::success(); });
}

void FlagSet::addList(StringRef name, StringRef valueName,
                      std::vector<std::string> &values, StringRef help,
                      std::function<Error(StringRef)> check) {
  add({name.str(),
       valueName.str(),
       help.str(),
       {},
       [&values, name, valueName = valueName.str(),
        check](StringRef text) -> Error {
         if (Error error = check(text)) {
           consumeError(std::move(error));
           return createStringError(name + " expects " + valueName +
                                    ", found '" + text + "'");
         }
         values.push_back(text.str());
         return Error::success();
       }});
}

Error weft::checkPair(StringRef text) {
  auto [left, right] = text.rsplit('=');
  return left.empty() || right.empty() ? createStringError("expected A=B")
                                       : Error::success();
}

void FlagSet::addNumber(StringRef name, StringRef valueName, int &value,
                        int least, StringRef help) {
  add({name.str(),
       valueName.str(),
       help.str(),
       {},
       [&value, least, name](StringRef text) -> Error {
         if (text.getAsInteger(10, value) || value < least)
           return createStringError(name +
                                    " expects a whole number of at least " +
                                    Twine(least) + ", found '" + text + "'");
         return Error::success();
       }});
}

void FlagSet::addNumber(StringRef name, StringRef valueName, double &value,
                        StringRef help) {
  add({name.str(),
       valueName.str(),
       help.str(),
       {},
       [&value, name](StringRef text) -> Error {
         if (text.getAsDouble(value) || !(value >= 0) || std::isinf(value))
           return createStringError(
               name + " expects a number that is not negative, found '" + text +
               "'");
         return Error::success();
       }});
}

void FlagSet::addSwitch(StringRef name, StringRef valueName, bool &isGiven,
                        double &value, StringRef help) {
  auto set = [&isGiven, &value, name](StringRef text) -> Error {
    isGiven = true;
    if (!text.empty() &&
        (text.getAsDouble(value) || !(value > 0) || std::isinf(value)))
      return createStringError(name + " expects a number above 0, found '" +
                               text + "'");
    return Error::success();
  };
  add({name.str(),
       valueName.str(),
       help.str(),
       {},
       set,
       /*isValueOptional=*/true});
}

void FlagSet::addChoice(StringRef name, std::string &value,
                        ArrayRef<StringRef> choices, StringRef help) {
  Flag flag{name.str(), join(choices, "|"), help.str(), {}, {}};
  for (StringRef choice : choices)
    flag.choices.push_back(choice.str());
  flag.set = [&value, names = flag.choices, name](StringRef text) -> Error {
    if (!is_contained(names, text))
      return createStringError(name + " expects one of " + join(names, ", ") +
                               "; found '" + text + "'");
    value = text.str();
    return Error::success();
  };
  add(std::move(flag));
}

const Flag *FlagSet::find(StringRef name) const {
  for (const Flag &flag : flags)
    if (flag.name == name)
      return &flag;
  return nullptr;
}

Error FlagSet::parse(ArrayRef<const char *> arguments,
                     std::vector<std::string> &positional) const {
  for (size_t i = 0; i < arguments.size(); ++i) {
    StringRef argument = arguments[i];
    if (argument == "--") {
      for (const char *rest : arguments.drop_front(i + 1))
        positional.push_back(rest);
      break;
    }
    if (!argument.starts_with("-") || argument == "-") {
      positional.push_back(argument.str());
      continue;
    }
    auto [name, value] = argument.split('=');
    const Flag *flag = find(name);
    if (!flag) {
      std::vector<std::string> names;
      for (const Flag &each : flags)
        names.push_back(each.name);
      std::optional<std::string> similar = findSimilar(name, names);
      return createStringError(
          "unknown flag '" + name + "'" +
          (similar ? "; did you mean " + *similar + "?" : ""));
    }
    bool hasValue = argument.size() > name.size();
    if (flag->value.empty() && hasValue)
      return createStringError(name + " takes no value, found '" + value + "'");
    if (!flag->value.empty() && !flag->isValueOptional && !hasValue) {
      if (++i == arguments.size())
        return createStringError(name + " expects a value: " + flag->value);
      value = arguments[i];
    }
    if (Error error = flag->set(value))
      return error;
  }
  return Error::success();
}

void FlagSet::printHelp(raw_ostream &stream) const {
  constexpr size_t column = 34, width = 110;
  auto group = groups.begin();
  for (auto [i, flag] : enumerate(flags)) {
    for (; group != groups.end() && group->first == i; ++group)
      stream << '\n' << group->second << ":\n";
    std::string head = "  " + flag.name +
                       (flag.isValueOptional ? "[=" + flag.value + "]"
                        : flag.value.empty() ? ""
                                             : " " + flag.value);
    stream << head;
    size_t at = head.size();
    if (at + 2 > column) {
      stream << '\n';
      at = 0;
    }
    stream.indent(column - at);
    at = column;
    SmallVector<StringRef> words;
    StringRef(flag.help).split(words, ' ', -1, false);
    for (StringRef word : words) {
      if (at > column && at + 1 + word.size() > width) {
        stream << '\n';
        stream.indent(column);
        at = column;
      }
      StringRef gap = at > column ? " " : "";
      stream << gap << word;
      at += gap.size() + word.size();
    }
    stream << '\n';
  }
}

std::optional<std::string> weft::findSimilar(StringRef text,
                                             ArrayRef<std::string> names) {
  std::optional<std::string> best;
  unsigned bestDistance = std::max<unsigned>(2, text.size() / 3) + 1;
  for (const std::string &name : names) {
    unsigned distance = text.edit_distance(name, true, bestDistance);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = name;
    }
  }
  return best;
}
