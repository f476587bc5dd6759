// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each block begins with a header of one cache line; headers of a region form a
// list in address order.
#include "runtime/device/cpu/DynamicArena.h"

#include <algorithm>
#include <new>

using namespace weft::runtime;

static constexpr uint64_t alignmentBytes = 64;
static constexpr uint64_t maxBlockBytes = uint64_t(1) << 46;

struct alignas(64) DynamicArena::Block {
  uint64_t sizeBytes; // header included
  Block *previous;    // in the same region; null at its ends
  Block *next;
  bool isFree;
};

DynamicArena::Block *DynamicArena::addRegion(uint64_t bytes) {
  Buffer region;
  if (!region.allocate(bytes))
    return nullptr;
  regions.push_back(std::move(region));
  return new (regions.back().getData()) Block{bytes, nullptr, nullptr, true};
}

void *DynamicArena::allocate(int64_t bytes) {
  if (bytes < 0 || uint64_t(bytes) > maxBlockBytes)
    return nullptr;
  uint64_t needed = sizeof(Block) + ((uint64_t(bytes) + alignmentBytes - 1) &
                                     ~(alignmentBytes - 1));
  Block *found = nullptr;
  for (Buffer &region : regions) {
    auto *block = reinterpret_cast<Block *>(region.getData());
    while (block && !(block->isFree && block->sizeBytes >= needed))
      block = block->next;
    if (block) {
      found = block;
      break;
    }
  }
  if (!found)
    found = addRegion(needed);
  if (!found)
    return nullptr;
  if (uint64_t rest = found->sizeBytes - needed; rest > sizeof(Block)) {
    auto *tail = new (reinterpret_cast<uint8_t *>(found) + needed)
        Block{rest, found, found->next, true};
    if (tail->next)
      tail->next->previous = tail;
    found->next = tail;
    found->sizeBytes = needed;
  }
  found->isFree = false;
  usedBytes += found->sizeBytes;
  peakBytes = std::max(peakBytes, usedBytes);
  return found + 1;
}

void DynamicArena::mergeWithNext(Block &block) {
  Block *next = block.next;
  block.sizeBytes += next->sizeBytes;
  block.next = next->next;
  if (block.next)
    block.next->previous = &block;
}

void DynamicArena::release(void *pointer) {
  if (!pointer)
    return;
  Block *block = static_cast<Block *>(pointer) - 1;
  usedBytes -= block->sizeBytes;
  block->isFree = true;
  if (block->next && block->next->isFree)
    mergeWithNext(*block);
  if (block->previous && block->previous->isFree)
    mergeWithNext(*block->previous);
}

void DynamicArena::reset() {
  // First fit may need more than the peak; doubling ends after a few runs,
  // because it counts only what was added.
  uint64_t held = getHeldBytes();
  if (regions.size() > 1) {
    uint64_t wanted = std::max(peakBytes, held);
    regions.clear();
    // When memory is out, the next run asks again and reports it.
    (void)addRegion(wanted);
  } else if (!regions.empty()) {
    new (regions[0].getData()) Block{held, nullptr, nullptr, true};
  }
  usedBytes = peakBytes = 0;
}

uint64_t DynamicArena::getHeldBytes() const {
  uint64_t bytes = 0;
  for (const Buffer &region : regions)
    bytes += region.getSizeBytes();
  return bytes;
}
