// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The checksum of module headers, manifests and segments: XXH3 with 64 bits and
// seed 0.
#ifndef WEFT_RUNTIME_PROGRAM_CHECKSUM_H
#define WEFT_RUNTIME_PROGRAM_CHECKSUM_H

#include <cstddef>
#include <cstdint>

namespace weft::runtime {

/// XXH3-64 of `size` bytes. Finds damage, not forgery.
uint64_t computeChecksum(const void *data, size_t size);

} // namespace weft::runtime

#endif
