// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rendering in one line of a test.
#ifndef WEFT_TEST_UNIT_TEXT_TEMPLATE_RENDERTEXT_H
#define WEFT_TEST_UNIT_TEXT_TEMPLATE_RENDERTEXT_H

#include "runtime/text/template/ChatTemplate.h"

#include <nlohmann/json.hpp>

namespace weft::text {

/// The text, or the message of the error.
inline std::string renderText(
    std::string_view source,
    const nlohmann::ordered_json &variables = nlohmann::ordered_json::object(),
    const RenderOptions &options = {}) {
  std::unique_ptr<ChatTemplate> chatTemplate;
  if (Status status = ChatTemplate::parse(source, chatTemplate); !status.ok())
    return status.getMessage();
  std::string text;
  Status status = chatTemplate->render(variables, text, options);
  return status.ok() ? text : status.getMessage();
}

} // namespace weft::text

#endif
