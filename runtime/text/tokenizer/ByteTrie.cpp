// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Building, level by level: a node is a range of the sorted keys.
#include "runtime/text/tokenizer/ByteTrie.h"

#include <algorithm>

using namespace weft::text;

void ByteTrie::build(std::vector<Entry> entries) {
  roots.fill(0);
  bytes.clear();
  values.clear();
  children.clear();
  std::erase_if(entries, [](const Entry &entry) { return entry.key.empty(); });
  if (entries.empty())
    return;
  std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
    return a.key != b.key ? a.key < b.key : a.value < b.value;
  });

  struct Range {
    uint32_t begin, end; // of entries that share the first `depth` bytes
    uint32_t depth;
  };
  std::vector<Range> nodes{{0, static_cast<uint32_t>(entries.size()), 0}};
  bytes.push_back(0);
  values.push_back(-1);
  for (size_t node = 0; node < nodes.size(); ++node) {
    children.push_back(static_cast<uint32_t>(nodes.size()));
    auto [begin, end, depth] = nodes[node];
    // Keys that end here come first.
    for (; begin < end && entries[begin].key.size() == depth; ++begin)
      values[node] = entries[begin].value;
    while (begin < end) {
      char byte = entries[begin].key[depth];
      uint32_t next = begin + 1;
      while (next < end && entries[next].key[depth] == byte)
        ++next;
      if (node == 0)
        roots[static_cast<unsigned char>(byte)] =
            static_cast<uint32_t>(nodes.size());
      nodes.push_back({begin, next, depth + 1});
      bytes.push_back(static_cast<unsigned char>(byte));
      values.push_back(-1);
      begin = next;
    }
  }
  children.push_back(static_cast<uint32_t>(nodes.size()));
}
