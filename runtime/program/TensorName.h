// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How messages name a tensor: "input 'x'".
#ifndef WEFT_RUNTIME_PROGRAM_TENSORNAME_H
#define WEFT_RUNTIME_PROGRAM_TENSORNAME_H

#include <string>
#include <string_view>

namespace weft::runtime {

/// Refers to its parts, so that runs which succeed put no text together.
struct TensorName {
  std::string_view kind; // "input", "output", "state"
  std::string_view name;
};

inline void append(std::string &text, const TensorName &tensor) {
  text.append(tensor.kind).append(" '").append(tensor.name).append("'");
}

} // namespace weft::runtime

#endif
