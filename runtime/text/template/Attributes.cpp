// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the two differ is which of entry and method comes first.
#include "runtime/text/template/Attributes.h"
#include "runtime/text/template/Methods.h"
#include "runtime/text/template/PythonText.h"
#include "runtime/text/template/Unicode.h"

#include <charconv>

using namespace weft::text;
using weft::runtime::concat;

static Value makeUndefined(const Value &value, std::string_view name) {
  return Value(Undefined{std::make_shared<const std::string>(
      value.getObject() || value.getMap()
          ? concat("'", name, "' is undefined")
          : concat("'", name, "' of a value of type ", value.getTypeName(),
                   " is undefined"))});
}

Value weft::text::getAttribute(Evaluation &evaluation, const Value &value,
                               std::string_view name) {
  if (value.isUndefined())
    return evaluation.failUndefined(value);
  if (Object *object = value.getObject()) {
    Value found;
    return object->getAttribute(evaluation, name, found)
               ? found
               : makeUndefined(value, name);
  }
  if (Value method = getMethod(evaluation, value, name); !method.isUndefined())
    return method;
  if (isForbiddenMethod(value, name))
    return Value(Undefined{std::make_shared<const std::string>(concat(
        "'", name, "' would change a value, which templates may not do"))});
  if (const Map *map = value.getMap())
    if (const Value *found = map->find(name))
      return *found;
  return makeUndefined(value, name);
}

Value weft::text::getItem(Evaluation &evaluation, const Value &value,
                          const Value &key) {
  if (value.isUndefined())
    return evaluation.failUndefined(value);
  if (const Map *map = value.getMap())
    if (const Value *found = map->find(key))
      return *found;
  int64_t index;
  const Sequence *sequence = value.getSequence();
  const std::string *text = value.getText();
  bool isView = sequence && sequence->flavor == Sequence::Flavor::View;
  if (key.getInteger(index) && (text || (sequence && !isView))) {
    if (text && !evaluation.countBytes(text->size()))
      return Value();
    int64_t size =
        int64_t(sequence ? sequence->items.size() : countCharacters(*text));
    int64_t at = index < 0 ? index + size : index;
    if (at < 0 || at >= size)
      return Value(Undefined{std::make_shared<const std::string>(
          concat("element ", index, " of a value with ", size,
                 " elements is undefined"))});
    if (sequence)
      return sequence->items[size_t(at)];
    size_t begin = findCharacter(*text, size_t(at)), sizeBytes;
    decodeCharacter(*text, begin, sizeBytes);
    return evaluation.makeText(text->substr(begin, sizeBytes));
  }
  if (const std::string *name = key.getText()) {
    if (Object *object = value.getObject()) {
      Value found;
      if (object->getAttribute(evaluation, *name, found))
        return found;
    }
    if (Value method = getMethod(evaluation, value, *name);
        !method.isUndefined())
      return method;
  }
  return makeUndefined(value, toText(evaluation, key));
}

Value weft::text::getPath(Evaluation &evaluation, const Value &value,
                          const Value &path) {
  const std::string *text = path.getText();
  if (!text)
    return getItem(evaluation, value, path);
  Value current = value;
  for (size_t begin = 0; begin <= text->size() && !evaluation.hasFailed();) {
    size_t end = std::min(text->find('.', begin), text->size());
    std::string part = text->substr(begin, end - begin);
    int64_t index;
    auto [last, error] =
        std::from_chars(part.data(), part.data() + part.size(), index);
    bool isIndex =
        error == std::errc() && last == part.data() + part.size() && index >= 0;
    current = getItem(evaluation, current,
                      isIndex ? Value(index) : Value(std::move(part)));
    begin = end + 1;
  }
  return current;
}
