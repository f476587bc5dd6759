// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What expressions of a template compute. Lists and maps never change once
// they are made (the sandbox that templates are written for forbids it), so
// values share them.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_VALUE_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_VALUE_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace weft::text {

class Value;
class Evaluation;
struct Arguments;

/// How deep lists and maps may be inside each other: they are destroyed,
/// compared and printed recursively.
constexpr int maxValueDepth = 200;

/// The value of what is not there. Printed it is nothing, gone through it is
/// empty; most other uses are an error, which tells `reason`.
struct Undefined {
  std::shared_ptr<const std::string> reason;
};

struct None {};

/// Lists, and what behaves much like one.
struct Sequence {
  enum class Flavor { List, Tuple, Range, View };
  Flavor flavor = Flavor::List;
  std::vector<Value> items;
  int depth = 1; // 1 + that of the deepest item
};

class Map;

/// A sequence that can be gone through once: what map, select and the like
/// give. It is always true and has no length.
struct Iterator {
  std::vector<Value> items;
  size_t position = 0;
  int depth = 1;
};

/// Everything else: namespaces, loops, macros, functions, methods.
class Object : public std::enable_shared_from_this<Object> {
public:
  virtual ~Object() = default;
  /// Sets `value` and returns true if it has this attribute.
  virtual bool getAttribute(Evaluation &, std::string_view name, Value &value);
  virtual bool isCallable() const { return false; }
  virtual Value call(Evaluation &, const Arguments &);
  /// What str() gives.
  virtual std::string describe(Evaluation &, int depth) const = 0;
  /// Lets go of values, which ends cycles of references.
  virtual void clear() {}
  /// Of the values that die with it.
  virtual int getDepth() const { return 0; }
  /// Whether `set object.name = ...` works, which is so for namespaces.
  virtual bool setAttribute(std::string_view, const Value &) { return false; }
};

/// Immutable but for what Object and Iterator hold. A copy is cheap.
class Value {
public:
  Value() = default;
  Value(None) : data(None()) {}
  Value(bool value) : data(value) {}
  Value(int64_t value) : data(value) {}
  Value(double value) : data(value) {}
  Value(std::string text)
      : data(std::make_shared<const std::string>(std::move(text))) {}
  Value(const char *) = delete; // would be a bool
  Value(Undefined value) : data(std::move(value)) {}
  Value(std::shared_ptr<const Sequence> value) : data(std::move(value)) {}
  Value(std::shared_ptr<const Map> value) : data(std::move(value)) {}
  Value(std::shared_ptr<Iterator> value) : data(std::move(value)) {}
  Value(std::shared_ptr<Object> value) : data(std::move(value)) {}

  bool isUndefined() const { return std::holds_alternative<Undefined>(data); }
  bool isNone() const { return std::holds_alternative<None>(data); }
  bool isInteger() const { return std::holds_alternative<int64_t>(data); }
  bool isFloat() const { return std::holds_alternative<double>(data); }
  /// Integers, floats and booleans, as in Python.
  bool isNumber() const { return isInteger() || isFloat() || getBoolean(); }

  // Null unless the value is of that kind.
  const Undefined *getUndefined() const {
    return std::get_if<Undefined>(&data);
  }
  const bool *getBoolean() const { return std::get_if<bool>(&data); }
  const std::string *getText() const { return getShared<const std::string>(); }
  const Sequence *getSequence() const { return getShared<const Sequence>(); }
  const Map *getMap() const { return getShared<const Map>(); }
  Iterator *getIterator() const { return getShared<Iterator>(); }
  Object *getObject() const { return getShared<Object>(); }

  /// The value of an integer or a boolean; false for others.
  bool getInteger(int64_t &number) const;
  /// The value of a number as a double; false for others.
  bool getNumber(double &number) const;

  bool isTrue() const;
  /// The same object, or equal immutable values of one kind.
  bool isSame(const Value &other) const;
  /// 0 for a scalar, otherwise how deep it is nested.
  int getDepth() const;
  /// As Python calls it: "str", "dict", ...
  const char *getTypeName() const;

private:
  template <typename T> T *getShared() const {
    auto found = std::get_if<std::shared_ptr<T>>(&data);
    return found ? found->get() : nullptr;
  }

  std::variant<Undefined, None, bool, int64_t, double,
               std::shared_ptr<const std::string>,
               std::shared_ptr<const Sequence>, std::shared_ptr<const Map>,
               std::shared_ptr<Iterator>, std::shared_ptr<Object>>
      data;
};

/// A dict: in the order of insertion, found by key in constant time. Keys are
/// strings, numbers, booleans and none; 1, 1.0 and true are one key.
class Map {
public:
  using Entry = std::pair<Value, Value>;

  static bool isKey(const Value &key);
  const Value *find(const Value &key) const;
  const Value *find(std::string_view key) const;
  /// `key` is one for which isKey holds.
  void set(const Value &key, const Value &value);
  const std::vector<Entry> &getEntries() const { return entries; }
  int getDepth() const { return depth; }

private:
  struct Hash {
    size_t operator()(const Value &key) const;
  };
  struct Equal {
    bool operator()(const Value &left, const Value &right) const;
  };

  std::vector<Entry> entries;
  std::unordered_map<Value, size_t, Hash, Equal> index; // of large maps alone
  int depth = 1;
};

} // namespace weft::text

#endif
