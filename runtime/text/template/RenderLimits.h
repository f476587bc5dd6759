// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a template may use up: it comes from strangers, with the model.
#ifndef WEFT_RUNTIME_TEXT_TEMPLATE_RENDERLIMITS_H
#define WEFT_RUNTIME_TEXT_TEMPLATE_RENDERLIMITS_H

#include <cstddef>
#include <cstdint>

namespace weft::text {

/// A conversation of some megabytes stays far below all of them.
struct RenderLimits {
  /// Expressions, statements and elements gone through.
  uint64_t steps = 5'000'000;
  /// Bytes of all strings, lists and maps that are made on the way together,
  /// kept or not. This bounds the memory, and the time of text operations.
  uint64_t workBytes = uint64_t(1) << 28;
  /// Bytes of the result.
  uint64_t outputBytes = uint64_t(1) << 26;
  /// Evaluations inside each other: nesting of the source times recursion of
  /// macros. What this takes of the stack is a few kilobytes a level.
  int depth = 600;
};

} // namespace weft::text

#endif
