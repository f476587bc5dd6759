// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a caller meets: variables, statuses, messages with lines, and what our
// own subset refuses. What text comes out is compared with Python's Jinja2 in
// test/text/template.
#include "RenderText.h"

#include <gtest/gtest.h>

#include <thread>

using namespace weft::text;
using Json = nlohmann::ordered_json;

TEST(ChatTemplateTest, RendersAConversation) {
  Json variables = {{"messages", {{{"role", "user"}, {"content", " hi "}}}},
                    {"add_generation_prompt", true}};
  EXPECT_EQ(renderText("{% for m in messages %}<|{{ m.role }}|>"
                       "{{ m['content'] | trim }}\n{% endfor %}"
                       "{% if add_generation_prompt %}<|bot|>{% endif %}",
                       variables),
            "<|user|>hi\n<|bot|>");
}

TEST(ChatTemplateTest, OneTemplateServesManyThreads) {
  std::unique_ptr<ChatTemplate> chatTemplate;
  ASSERT_TRUE(ChatTemplate::parse("{% set ns = namespace(n=0) %}"
                                  "{% for i in range(500) %}"
                                  "{% set ns.n = ns.n + i %}{% endfor %}"
                                  "{{ ns.n ~ 'x'|upper }}",
                                  chatTemplate)
                  .ok());
  std::vector<std::thread> threads;
  std::vector<std::string> texts(4);
  for (std::string &text : texts)
    threads.emplace_back(
        [&] { EXPECT_TRUE(chatTemplate->render(Json::object(), text).ok()); });
  for (std::thread &thread : threads)
    thread.join();
  for (const std::string &text : texts)
    EXPECT_EQ(text, "124750X");
}

TEST(ChatTemplateTest, RefusalsOfTheTemplateHaveTheirOwnStatus) {
  std::unique_ptr<ChatTemplate> chatTemplate;
  ASSERT_TRUE(
      ChatTemplate::parse("a\n{{ raise_exception('no ' ~ who) }}", chatTemplate)
          .ok());
  std::string text = "before";
  Status status = chatTemplate->render({{"who", "way"}}, text);
  EXPECT_EQ(status.getCode(), WEFT_STATUS_MODEL_FAILURE);
  EXPECT_EQ(status.getMessage(),
            "chat template: line 2: raised by the template: no way");
  EXPECT_EQ(text, "");
}

TEST(ChatTemplateTest, SyntaxErrorsSayWhereAndWhat) {
  EXPECT_EQ(renderText("a\n\n{% include 'x' %}"),
            "chat template: line 3: expected one of the statements if, for, "
            "set, macro, call, filter, with, generation, break, continue and "
            "raw, found 'include'");
  EXPECT_EQ(renderText("{{ a b }}"),
            "chat template: line 1: expected '}}', found 'b'");
  EXPECT_EQ(renderText("{% if a %}\nx"),
            "chat template: line 2: expected 'endif', found the end of the "
            "template");
  EXPECT_EQ(renderText("{{ a | unheard }}"),
            "chat template: line 1: unknown filter 'unheard'");
  EXPECT_EQ(renderText("{{ a is unheard }}"),
            "chat template: line 1: unknown test 'unheard'");
  EXPECT_EQ(renderText("\n{{ 'abc }}"),
            "chat template: line 2: expected \"'\" at the end of the string, "
            "found the end of the template");
  EXPECT_EQ(renderText("{{ a[1, 2] }}"),
            "chat template: line 1: expected ']', found ','");
  EXPECT_EQ(renderText("{{ 99999999999999999999 }}"),
            "chat template: line 1: expected a number that fits into 64 bits, "
            "found 99999999999999999999");
}

TEST(ChatTemplateTest, EvaluationErrorsSayWhereAndWhat) {
  EXPECT_EQ(renderText("\n{{ tool.name }}"),
            "chat template: line 2: 'tool' is undefined");
  EXPECT_EQ(renderText("{{ m.a.b }}", {{"m", Json::object()}}),
            "chat template: line 1: 'a' is undefined");
  EXPECT_EQ(renderText("{{ 'a' + 1 }}"),
            "chat template: line 1: expected operands that '+' takes, found "
            "values of type str and int");
  EXPECT_EQ(renderText("{{ [1].append(2) }}"),
            "chat template: line 1: 'append' would change a value, which "
            "templates may not do");
  EXPECT_EQ(renderText("{{ 9223372036854775807 + 1 }}"),
            "chat template: line 1: expected integers of 64 bits, found an "
            "overflow");
  EXPECT_EQ(renderText("{{ 'x'|trim(1, 2) }}"),
            "chat template: line 1: trim: expected at most 1 arguments, found "
            "2");
}

TEST(ChatTemplateTest, VariablesAreChecked) {
  EXPECT_EQ(renderText("x", Json::array()),
            "chat template: expected an object of variables, found array");
  EXPECT_EQ(renderText("x", {{"n", UINT64_MAX}}),
            "chat template: line 1: variables: expected integers of 64 bits "
            "with a sign, found 18446744073709551615");
  Json deep = 1;
  for (int i = 0; i < 300; ++i)
    deep = Json::array({deep});
  EXPECT_EQ(renderText("x", {{"deep", deep}}),
            "chat template: line 1: variables: expected at most 200 levels of "
            "nesting, found more");
}

TEST(ChatTemplateTest, BrokenUtf8StaysAsItIs) {
  std::string broken = "\xff\xc3(\xe2\x82";
  EXPECT_EQ(renderText("{{ x[::-1][::-1] }}{{ x|length }}", {{"x", broken}}),
            broken + "5");
}

TEST(ChatTemplateTest, NowCanBeGiven) {
  RenderOptions options;
  options.nowSeconds = 0;
  std::string year =
      renderText("{{ strftime_now('%Y') }}", Json::object(), options);
  EXPECT_TRUE(year == "1970" || year == "1969") << year;
  EXPECT_GE(renderText("{{ strftime_now('%Y') }}"), "2025");
}
