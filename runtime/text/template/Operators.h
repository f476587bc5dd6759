// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Operators on values, with Python's meaning. Integers have 64 bits; overflow
// is an error.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_OPERATORS_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_OPERATORS_H

#include "runtime/text/template/Evaluation.h"
#include "runtime/text/template/SyntaxTree.h"

#include <algorithm>

namespace weft::text {

/// + - * / // % **
Value computeBinary(Evaluation &evaluation, Operator operation,
                    const Value &left, const Value &right);
Value negate(Evaluation &evaluation, const Value &value);

bool isEqual(Evaluation &evaluation, const Value &left, const Value &right);
/// Whether `left` comes before `right`; an error if they have no order.
bool isLess(Evaluation &evaluation, const Value &left, const Value &right);
/// left == right, left < right, left in right, ...
bool compare(Evaluation &evaluation, Operator operation, const Value &left,
             const Value &right);
bool contains(Evaluation &evaluation, const Value &container,
              const Value &value);

/// value[begin:end:step]; the bounds are integers or none.
Value computeSlice(Evaluation &evaluation, const Value &value,
                   const Value &begin, const Value &end, const Value &step);

/// Sorts stably by the value that `getKey` gives for an element. A merge sort
/// of its own: the standard's may read out of bounds when an error makes the
/// order inconsistent.
template <typename Element, typename GetKey>
void sortValues(Evaluation &evaluation, std::vector<Element> &elements,
                bool isReversed, GetKey getKey) {
  std::vector<std::pair<Value, Element>> keyed, merged;
  for (const Element &element : elements)
    keyed.emplace_back(getKey(element), element);
  for (size_t width = 1; width < keyed.size(); width *= 2) {
    merged.clear();
    for (size_t begin = 0; begin < keyed.size(); begin += 2 * width) {
      size_t middle = std::min(begin + width, keyed.size());
      size_t end = std::min(begin + 2 * width, keyed.size());
      size_t left = begin, right = middle;
      while (left < middle || right < end) {
        if (evaluation.hasFailed())
          return;
        bool takesRight =
            right < end &&
            (left == middle ||
             (isReversed
                  ? isLess(evaluation, keyed[left].first, keyed[right].first)
                  : isLess(evaluation, keyed[right].first, keyed[left].first)));
        merged.push_back(std::move(keyed[takesRight ? right++ : left++]));
      }
    }
    keyed.swap(merged);
  }
  for (size_t i = 0; i < elements.size(); ++i)
    elements[i] = std::move(keyed[i].second);
}

} // namespace weft::text

#endif
