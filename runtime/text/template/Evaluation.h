// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every step of rendering shares: the first error, the line it is at and
// what is left of the limits. After an error all operations do nothing and
// give an undefined value, so callers need to look for it only in loops.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_EVALUATION_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_EVALUATION_H

#include "runtime/program/Status.h"
#include "runtime/text/template/RenderLimits.h"
#include "runtime/text/template/Value.h"

namespace weft::text {

using runtime::Status;

class Evaluation {
public:
  Evaluation(const RenderLimits &limits, int64_t nowSeconds)
      : limits(limits), nowSeconds(nowSeconds) {}
  ~Evaluation();
  Evaluation(const Evaluation &) = delete;
  Evaluation &operator=(const Evaluation &) = delete;

  bool hasFailed() const { return !status.ok(); }
  const Status &getStatus() const { return status; }

  /// Reports an error at the current line unless there is one; returns an
  /// undefined value to hand on.
  template <typename... Parts> Value fail(const Parts &...parts) {
    setFailure(WEFT_STATUS_INVALID_ARGUMENT, runtime::concat(parts...));
    return Value();
  }
  /// The template itself gives up, by raise_exception.
  Value raise(std::string_view message);
  /// The error of using `value`, which is undefined.
  Value failUndefined(const Value &value);

  /// Counts work that is about to be done; false if it must not be.
  bool countSteps(uint64_t count = 1);
  bool countBytes(uint64_t count);
  bool enter();
  void leave() { --depth; }

  // Values whose size counts.
  Value makeText(std::string text);
  Value makeText(std::string_view text) { return makeText(std::string(text)); }
  Value makeText(const char *text) { return makeText(std::string(text)); }
  Value makeSequence(std::vector<Value> items, Sequence::Flavor flavor);
  Value makeList(std::vector<Value> items) {
    return makeSequence(std::move(items), Sequence::Flavor::List);
  }
  Value makeTuple(std::vector<Value> items) {
    return makeSequence(std::move(items), Sequence::Flavor::Tuple);
  }
  Value makeIterator(std::vector<Value> items);
  Value makeMap(Map map);
  /// An object that may hold on to anything, itself included: it is cleared
  /// when rendering ends.
  Value makeObject(std::shared_ptr<Object> object);

  /// The elements of what can be gone through: characters of a string, keys of
  /// a map. False and an error for others.
  bool getItems(const Value &value, std::vector<Value> &items);

  const RenderLimits &getLimits() const { return limits; }
  int64_t getNowSeconds() const { return nowSeconds; }

  int line = 1;

private:
  void setFailure(WeftStatus code, std::string message);
  bool checkDepth(int valueDepth);

  RenderLimits limits;
  int64_t nowSeconds;
  Status status;
  uint64_t steps = 0, bytes = 0;
  int depth = 0;
  std::vector<std::shared_ptr<Object>> objects;
};

/// One level of recursion, for as long as it lives.
class EvaluationLevel {
public:
  explicit EvaluationLevel(Evaluation &evaluation)
      : evaluation(evaluation), entered(evaluation.enter()) {}
  ~EvaluationLevel() { evaluation.leave(); }
  explicit operator bool() const { return entered; }

private:
  Evaluation &evaluation;
  bool entered;
};

} // namespace weft::text

#endif
