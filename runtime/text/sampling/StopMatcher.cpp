// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Aho and Corasick's automaton; the length of its state is how much of the
// text's end is held back.
#include "runtime/text/sampling/StopMatcher.h"

using namespace weft::text;
using weft::runtime::failure;

constexpr size_t maxStops = 256;
constexpr size_t maxStopBytes = 4096;

Status StopMatcher::create(std::span<const std::string> stops,
                           std::unique_ptr<StopMatcher> &matcher) {
  if (stops.size() > maxStops)
    return failure(WEFT_STATUS_INVALID_ARGUMENT,
                   "stop strings: expected at most ", maxStops, ", found ",
                   stops.size());
  std::unique_ptr<StopMatcher> made(new StopMatcher());
  made->nodes.emplace_back();
  for (size_t i = 0; i < stops.size(); ++i) {
    if (stops[i].empty() || stops[i].size() > maxStopBytes)
      return failure(WEFT_STATUS_INVALID_ARGUMENT, "stop string ", i,
                     ": expected 1 to ", maxStopBytes, " bytes, found ",
                     stops[i].size());
    made->addStop(stops[i], int32_t(i));
    made->stopLengths.push_back(uint32_t(stops[i].size()));
  }
  made->linkSuffixes();
  matcher = std::move(made);
  return Status();
}

int32_t StopMatcher::findChild(int32_t node, uint8_t byte) const {
  for (auto [label, child] : nodes[size_t(node)].children)
    if (label == byte)
      return child;
  return -1;
}

void StopMatcher::addStop(std::string_view text, int32_t index) {
  int32_t node = 0;
  for (char character : text) {
    int32_t child = findChild(node, uint8_t(character));
    if (child < 0) {
      child = int32_t(nodes.size());
      nodes[size_t(node)].children.push_back({uint8_t(character), child});
      uint32_t length = nodes[size_t(node)].length + 1;
      nodes.emplace_back().length = length;
    }
    node = child;
  }
  if (nodes[size_t(node)].stop < 0)
    nodes[size_t(node)].stop = index;
}

/// Breadth first, as the suffix of a node is shorter than the node.
void StopMatcher::linkSuffixes() {
  std::vector<int32_t> queue{0};
  for (size_t i = 0; i < queue.size(); ++i)
    for (auto [byte, child] : nodes[size_t(queue[i])].children) {
      Node &node = nodes[size_t(child)];
      if (queue[i] != 0)
        node.longestSuffix = step(nodes[size_t(queue[i])].longestSuffix, byte);
      if (node.stop < 0)
        node.stop = nodes[size_t(node.longestSuffix)].stop;
      queue.push_back(child);
    }
}

int32_t StopMatcher::step(int32_t node, uint8_t byte) const {
  for (;; node = nodes[size_t(node)].longestSuffix) {
    if (int32_t child = findChild(node, byte); child >= 0)
      return child;
    if (node == 0)
      return 0;
  }
}

std::string StopMatcher::append(std::string_view piece) {
  if (hasStopped())
    return "";
  std::string text = std::move(held);
  held.clear();
  for (char character : piece) {
    text += character;
    current = step(current, uint8_t(character));
    const Node &node = nodes[size_t(current)];
    if (node.stop < 0)
      continue;
    stopped = node.stop;
    text.resize(text.size() - stopLengths[size_t(stopped)]);
    return text;
  }
  size_t shown = text.size() - nodes[size_t(current)].length;
  held = text.substr(shown);
  text.resize(shown);
  return text;
}

std::string StopMatcher::finish() {
  std::string text = std::move(held);
  held.clear();
  current = 0;
  return text;
}

void StopMatcher::reset() {
  held.clear();
  current = 0;
  stopped = -1;
}
