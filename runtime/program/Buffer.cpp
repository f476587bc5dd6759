// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Small buffers come from the heap, large ones from the system.
#include "runtime/program/Buffer.h"

#include <cstdlib>
#include <cstring>
#include <sys/mman.h>

using namespace weft::runtime;

static constexpr uint64_t alignmentBytes = 64;
static constexpr uint64_t hugePageBytes = 2u << 20;
static constexpr uint64_t mapFromBytes = 256u << 10;
// Half of the user address space: no real size, and sums below it cannot
// overflow.
static constexpr uint64_t absurdBytes = uint64_t(1) << 46;

Buffer::~Buffer() { clear(); }

void Buffer::clear() {
  if (mappedBytes)
    munmap(data, mappedBytes);
  else
    free(data);
  data = nullptr;
  sizeBytes = mappedBytes = 0;
}

bool Buffer::allocate(uint64_t bytes) {
  clear();
  if (bytes > absurdBytes)
    return false;
  if (bytes < mapFromBytes) {
    uint64_t rounded = (bytes + alignmentBytes) & ~(alignmentBytes - 1);
    data = static_cast<uint8_t *>(aligned_alloc(alignmentBytes, rounded));
    if (!data)
      return false;
    memset(data, 0, rounded);
    sizeBytes = bytes;
    return true;
  }
  void *memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED)
    return false;
  if (bytes >= hugePageBytes)
    madvise(memory, bytes, MADV_HUGEPAGE);
  data = static_cast<uint8_t *>(memory);
  sizeBytes = mappedBytes = bytes;
  return true;
}
