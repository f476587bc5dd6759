// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parsing and rendering, put together.
#include "runtime/text/template/ChatTemplate.h"
#include "runtime/text/template/Interpreter.h"
#include "runtime/text/template/JsonText.h"
#include "runtime/text/template/Parser.h"

#include <nlohmann/json.hpp>

#include <ctime>

using namespace weft::text;
using weft::runtime::failure;

constexpr size_t maxSourceBytes = 1 << 20;

struct ChatTemplate::Tree {
  Block block;
};

ChatTemplate::ChatTemplate() : tree(std::make_unique<Tree>()) {}
ChatTemplate::~ChatTemplate() = default;

Status ChatTemplate::parse(std::string_view source,
                           std::unique_ptr<ChatTemplate> &chatTemplate) {
  constexpr std::string_view context = "chat template";
  if (source.size() > maxSourceBytes)
    return failure(WEFT_STATUS_INVALID_ARGUMENT, context, ": expected at most ",
                   maxSourceBytes, " bytes, found ", source.size());
  std::vector<Token> tokens;
  if (Status status = cutIntoTokens(source, tokens); !status.ok())
    return std::move(status).in(context);
  std::unique_ptr<ChatTemplate> parsed(new ChatTemplate());
  if (Status status = Parser(std::move(tokens)).parse(parsed->tree->block);
      !status.ok())
    return std::move(status).in(context);
  chatTemplate = std::move(parsed);
  return Status();
}

Status ChatTemplate::render(const nlohmann::ordered_json &variables,
                            std::string &text,
                            const RenderOptions &options) const {
  text.clear();
  if (!variables.is_object())
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "chat template: expected an object of variables, found ",
                   variables.type_name());
  Evaluation evaluation(options.limits,
                        options.nowSeconds.value_or(std::time(nullptr)));
  auto root = std::make_shared<Scope>();
  for (auto item = variables.begin(); item != variables.end(); ++item)
    root->variables[item.key()] = toValue(evaluation, item.value());
  if (!evaluation.hasFailed())
    Interpreter(evaluation, std::move(root)).run(tree->block, text);
  if (!evaluation.hasFailed())
    return Status();
  text.clear();
  return Status(evaluation.getStatus()).in("chat template");
}
