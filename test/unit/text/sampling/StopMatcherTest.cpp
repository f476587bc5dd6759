// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Against a search of the whole text, for every way of cutting it.
#include "runtime/text/sampling/StopMatcher.h"
#include "runtime/text/sampling/RandomStream.h"

#include <gtest/gtest.h>

using namespace weft::text;

namespace {

std::unique_ptr<StopMatcher> make(const std::vector<std::string> &stops) {
  std::unique_ptr<StopMatcher> matcher;
  Status status = StopMatcher::create(stops, matcher);
  EXPECT_TRUE(status.ok()) << status.getMessage();
  return matcher;
}

} // namespace

TEST(StopMatcherTest, HoldsBackWhatCouldBecomeAStop) {
  auto matcher = make({"</s>", "User:"});
  EXPECT_EQ(matcher->append("Hello <"), "Hello ");
  EXPECT_EQ(matcher->append("/b> U"), "</b> ");
  EXPECT_EQ(matcher->append("se"), "");
  EXPECT_EQ(matcher->append("d <</"), "Used <");
  EXPECT_FALSE(matcher->hasStopped());
  EXPECT_EQ(matcher->append("s> more"), "");
  EXPECT_TRUE(matcher->hasStopped());
  EXPECT_EQ(matcher->getStop(), 0);
  EXPECT_EQ(matcher->append("more"), "");
  EXPECT_EQ(matcher->finish(), "");
  matcher->reset();
  EXPECT_EQ(matcher->append("Us"), "");
  EXPECT_EQ(matcher->finish(), "Us");
}

TEST(StopMatcherTest, NothingStopsWithoutStops) {
  auto matcher = make({});
  EXPECT_EQ(matcher->append("any text"), "any text");
}

TEST(StopMatcherTest, FirstToEndWinsThenTheLonger) {
  auto matcher = make({"bc", "abcd", "abc"});
  EXPECT_EQ(matcher->append("xabcd"), "x");
  EXPECT_EQ(matcher->getStop(), 2);
}

TEST(StopMatcherTest, CutsDoNotMatter) {
  RandomStream random(3);
  auto makeText = [&](size_t size) {
    std::string text;
    for (size_t i = 0; i < size; ++i)
      text += char('a' + random.next() % 2);
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> stops;
    for (size_t i = 0; i <= random.next() % 4; ++i)
      stops.push_back(makeText(1 + random.next() % 6));
    std::string text = makeText(random.next() % 40);
    size_t end = std::string::npos, begin = text.size();
    for (const std::string &stop : stops)
      if (size_t found = text.find(stop);
          found != std::string::npos && found + stop.size() <= end) {
        if (found + stop.size() < end || found < begin)
          begin = found;
        end = found + stop.size();
      }
    auto matcher = make(stops);
    std::string shown;
    for (size_t i = 0; i < text.size();) {
      size_t count = 1 + random.next() % 5;
      shown += matcher->append(std::string_view(text).substr(i, count));
      i += count;
    }
    shown += matcher->finish();
    EXPECT_EQ(shown, text.substr(0, begin));
    EXPECT_EQ(matcher->hasStopped(), end != std::string::npos);
  }
}

TEST(StopMatcherTest, LimitsAreReported) {
  std::unique_ptr<StopMatcher> matcher;
  EXPECT_EQ(StopMatcher::create(std::vector<std::string>{"a", ""}, matcher)
                .getMessage(),
            "stop string 1: expected 1 to 4096 bytes, found 0");
  EXPECT_EQ(StopMatcher::create(std::vector<std::string>(257, "a"), matcher)
                .getMessage(),
            "stop strings: expected at most 256, found 257");
}
