// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The only file that includes xxHash, header-only so that the runtime depends
// on no further library.
#include "runtime/program/Checksum.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t weft::runtime::computeChecksum(const void *data, size_t size) {
  return XXH3_64bits(data, size);
}
