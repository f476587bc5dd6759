// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Hostile templates end with a message, soon and without much memory.
#include "RenderText.h"

#include <gtest/gtest.h>

using namespace weft::text;
using Json = nlohmann::ordered_json;

constexpr const char *steps = "5000000 steps of rendering";
constexpr const char *work = "268435456 bytes of intermediate values";
constexpr const char *output = "a text of at most 67108864 bytes";
constexpr const char *recursion = "600 evaluations inside each other";
constexpr const char *depth = "values of at most 200 levels";
constexpr const char *nesting = "at most 150 levels of nesting";
constexpr const char *length = "an expression of at most 250 steps";

static void expectLimit(std::string_view source, const char *message) {
  std::string found = renderText(source);
  EXPECT_TRUE(found.starts_with("chat template: line ") &&
              found.find(message) != found.npos)
      << source.substr(0, 200) << "\n"
      << found.substr(0, 200);
}

static std::string repeat(std::string_view text, size_t count) {
  std::string result;
  for (size_t i = 0; i < count; ++i)
    result += text;
  return result;
}

TEST(TemplateLimitsTest, LoopsInLoops) {
  expectLimit("{% for a in range(99999) %}{% for b in range(99999) %}"
              "{% endfor %}{% endfor %}",
              work);
  expectLimit("{% set l = range(99999) %}{% for a in l %}{{ l.count(a) }}"
              "{% endfor %}",
              steps);
  expectLimit("{% set l = range(99999) %}{% for a in l %}{% if l == 1 or "
              "99999 in l %}{% endif %}{% endfor %}",
              steps);
}

TEST(TemplateLimitsTest, TextThatDoubles) {
  expectLimit("{% set ns = namespace(s='x') %}{% for a in range(99) %}"
              "{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
              work);
  expectLimit("{{ 'x' * 99999999999 }}", work);
  expectLimit("{{ [1] * 99999999999 }}", work);
  expectLimit("{{ 'x' * 9223372036854775807 }}", work);
  expectLimit("{{ 'aaaaaaaa'.replace('', 'b' * 99999999) }}", work);
  expectLimit("{{ 'x'.center(999999999999) }}", work);
  expectLimit("{{ 'x'|indent(99999999999, true) }}", work);
  expectLimit("{{ '%99999999d' % 5 }}", "widths of at most 10000");
  expectLimit("{{ '{:.99999999f}'.format(5.0) }}", "precisions of at most 300");
}

TEST(TemplateLimitsTest, OutputThatDoesNotEnd) {
  expectLimit("{% set s = 'x' * 1000 %}{% for a in range(99999) %}{{ s }}"
              "{% endfor %}",
              output);
}

TEST(TemplateLimitsTest, Recursion) {
  expectLimit("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", recursion);
  expectLimit("{% macro m(x) %}{% if x %}{{ m(x) }}{% endif %}{% endmacro %}"
              "{{ m(1) }}",
              recursion);
  expectLimit("{% macro m() %}{% call m() %}{% endcall %}{{ caller }}"
              "{% endmacro %}{{ m() }}",
              recursion);
  expectLimit("{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
              recursion);
}

TEST(TemplateLimitsTest, ValuesInsideValues) {
  expectLimit("{% set ns = namespace(x=[]) %}{% for a in range(9999) %}"
              "{% set ns.x = [ns.x] %}{% endfor %}",
              depth);
  expectLimit("{% set ns = namespace(x={}) %}{% for a in range(9999) %}"
              "{% set ns.x = {'a': ns.x} %}{% endfor %}",
              depth);
  expectLimit("{% set ns = namespace(x=[]) %}{% for a in range(9999) %}"
              "{% set ns.x = [ns.x.count] %}{% endfor %}",
              depth);
  expectLimit("{% set ns = namespace(x=[]) %}{% for a in range(9999) %}"
              "{% set ns.x = [ns.x]|map('list') %}{% endfor %}",
              depth);
  expectLimit("{% set ns = namespace() %}{% set ns.x = [ns] %}{{ ns }}", depth);
  // 2^99 elements, of which 99 exist.
  expectLimit("{% set ns = namespace(x=[], y=[]) %}{% for a in range(99) %}"
              "{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}"
              "{% endfor %}{{ ns.x == ns.y }}",
              steps);
  expectLimit("{% set ns = namespace(x=[]) %}{% for a in range(99) %}"
              "{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
              steps);
  expectLimit("{% set ns = namespace(x=[]) %}{% for a in range(99) %}"
              "{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x|tojson }}",
              steps);
}

TEST(TemplateLimitsTest, ChainsThatAreFreedInOneGo) {
  // Nothing to see, but freeing must not recurse.
  EXPECT_EQ(renderText("{% set ns = namespace() %}{% for a in range(50000) %}"
                       "{% set ns.x = namespace(p=ns.x) %}{% endfor %}"),
            "");
  EXPECT_EQ(renderText("{% set ns = namespace() %}{% for a in range(50000) %}"
                       "{% for b in [ns.x] %}{% set ns.x = loop %}{% endfor %}"
                       "{% endfor %}"),
            "");
  EXPECT_EQ(renderText("{% set ns = namespace() %}{% for a in range(50000) %}"
                       "{% set ns.x = cycler(ns.x).next %}{% endfor %}"),
            "");
  EXPECT_EQ(renderText("{% macro m() %}{% endmacro %}{% set m2 = m %}"
                       "{% set ns = namespace(m=m) %}{% set ns.ns = ns %}"),
            "");
}

TEST(TemplateLimitsTest, SourceInsideSource) {
  expectLimit("{{ " + repeat("(", 999) + "1" + repeat(")", 999) + " }}",
              nesting);
  expectLimit("{{ " + repeat("[", 999) + repeat("]", 999) + " }}", nesting);
  expectLimit("{{ " + repeat("not ", 99999) + "1 }}", nesting);
  expectLimit("{{ " + repeat("-", 99999) + "1 }}", nesting);
  expectLimit(repeat("{% if 1 %}", 9999), nesting);
  expectLimit("{% set " + repeat("(", 999) + "a" + repeat(")", 999) + " = 1 %}",
              nesting);
  expectLimit("{{ 1" + repeat("+1", 9999) + " }}", length);
  expectLimit("{{ a" + repeat(".a", 9999) + " }}", length);
  expectLimit("{{ a" + repeat("()", 9999) + " }}", length);
  expectLimit("{{ a" + repeat("|trim", 9999) + " }}", length);
  expectLimit("{{ a" + repeat(" if a", 9999) + " }}", length);
  EXPECT_EQ(renderText("{{ 'x'" + repeat(" ~ 'x'", 9999) + " }}").size(),
            10000u);
}

TEST(TemplateLimitsTest, Size) {
  EXPECT_EQ(renderText(repeat("x", (1 << 20) + 1)),
            "chat template: expected at most 1048576 bytes, found 1048577");
}

TEST(TemplateLimitsTest, CallersCanLowerThem) {
  RenderOptions options;
  options.limits.steps = 10;
  EXPECT_EQ(renderText("{% for a in range(9) %}{{ a }}{% endfor %}",
                       Json::object(), options),
            "chat template: line 1: expected at most 10 steps of rendering, "
            "found a template that takes more");
}
