// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Any chat template, rendered with a conversation. It may fail, but not hang,
// crash or leak.
#include "runtime/text/template/ChatTemplate.h"

#include <nlohmann/json.hpp>

using namespace weft::text;
using Json = nlohmann::ordered_json;

static const Json &getVariables() {
  static const Json variables = Json::parse(R"json({
    "messages": [
      {"role": "system", "content": " Be brief.\n"},
      {"role": "user", "content": "2 + 2 = é日\t?"},
      {"role": "assistant", "content": null, "tool_calls": [
        {"id": "123456789", "type": "function", "function":
          {"name": "f", "arguments": {"x": 1, "y": [2.5, true]}}}]},
      {"role": "tool", "content": "<think>\n4</think>", "tool_call_id": "1"}],
    "tools": [{"type": "function", "function": {"name": "f", "parameters":
      {"type": "object", "properties": {"x": {"type": "integer"}}}}}],
    "add_generation_prompt": true, "bos_token": "<s>", "eos_token": "</s>",
    "a": 7, "f": 2.5, "list": [3, 1, 2], "words": ["b", "A"]
  })json");
  return variables;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  std::unique_ptr<ChatTemplate> chatTemplate;
  if (!ChatTemplate::parse({reinterpret_cast<const char *>(data), size},
                           chatTemplate)
           .ok())
    return 0;
  RenderOptions options;
  options.nowSeconds = 1735776123;
  options.limits.steps = 100000;
  options.limits.workBytes = 1 << 24;
  options.limits.outputBytes = 1 << 20;
  std::string text;
  (void)chatTemplate->render(getVariables(), text, options).ok();
  return 0;
}
