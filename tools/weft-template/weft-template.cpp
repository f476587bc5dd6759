// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Renders chat templates for the tests: each line of standard input is a JSON
// object with `template`, `variables` and perhaps `now`, each line of standard
// output one with `text`, or with `error` and `status`.
#include "runtime/text/template/ChatTemplate.h"

#include <nlohmann/json.hpp>

#include <iostream>

using namespace weft::text;
using Json = nlohmann::ordered_json;

static Json render(const Json &request) {
  Status status;
  std::string text;
  if (!request.is_object() || !request.contains("template") ||
      !request["template"].is_string() || !request.contains("variables")) {
    status = Status(WEFT_STATUS_INVALID_ARGUMENT,
                    "expected an object with a template and variables");
  } else {
    std::unique_ptr<ChatTemplate> chatTemplate;
    status = ChatTemplate::parse(
        request["template"].get_ref<const std::string &>(), chatTemplate);
    RenderOptions options;
    if (request.contains("now") && request["now"].is_number_integer())
      options.nowSeconds = request["now"].get<int64_t>();
    if (status.ok())
      status = chatTemplate->render(request["variables"], text, options);
  }
  Json answer;
  if (status.ok()) {
    answer["text"] = text;
  } else {
    answer["error"] = status.getMessage();
    answer["status"] = int(status.getCode());
  }
  return answer;
}

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    Json request = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    std::cout << render(request).dump(-1, ' ', false,
                                      Json::error_handler_t::replace)
              << std::endl;
  }
  return 0;
}
