// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The result of everything in the runtime that can fail: a stable code and a
// text made by the callee that knows most.
#ifndef WEFT_RUNTIME_PROGRAM_STATUS_H
#define WEFT_RUNTIME_PROGRAM_STATUS_H

#include "weft/Tensor.h"

#include <concepts>
#include <string>
#include <string_view>

namespace weft::runtime {

/// A WeftStatus with a message: lower case, no full stop, expected and found
/// with their values. Success has no message and costs no allocation.
class [[nodiscard]] Status {
public:
  Status() = default;
  Status(WeftStatus code, std::string message)
      : code(code), message(std::move(message)) {}

  bool ok() const { return code == WEFT_STATUS_OK; }
  WeftStatus getCode() const { return code; }
  const std::string &getMessage() const { return message; }

  /// The same failure with `context` and ": " in front of its message.
  Status in(std::string_view context) && {
    if (!ok())
      message.insert(0, std::string(context) + ": ");
    return std::move(*this);
  }

private:
  WeftStatus code = WEFT_STATUS_OK;
  std::string message;
};

namespace detail {
inline void append(std::string &text, std::string_view part) { text += part; }
inline void append(std::string &text, std::integral auto part) {
  text += std::to_string(part);
}
} // namespace detail

/// The text of `parts` (strings and integers) one after another.
template <typename... Parts> std::string concat(const Parts &...parts) {
  using detail::append;
  std::string text;
  (append(text, parts), ...);
  return text;
}

/// A failure whose message is the text of `parts` one after another.
template <typename... Parts>
Status failure(WeftStatus code, const Parts &...parts) {
  return Status(code, concat(parts...));
}

/// `value` as 0x and 16 hexadecimal digits, as checksums are shown.
std::string toHex(uint64_t value);

/// The stable lower-case name of a status, such as "invalid argument".
const char *getStatusName(WeftStatus status);

} // namespace weft::runtime

#endif
