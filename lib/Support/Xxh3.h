// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// XXH3-64 in pieces. llvm::xxh3_64bits wants all bytes at once; segments of
// gigabytes are checksummed while they stream by, so that they are never held.

#ifndef WEFT_LIB_SUPPORT_XXH3_H
#define WEFT_LIB_SUPPORT_XXH3_H

#include "llvm/ADT/ArrayRef.h"
#include <array>
#include <cstdint>
#include <string>

namespace weft {

/// Computes XXH3-64 with seed 0 and the default secret over bytes that come in
/// pieces of any size. The value is that of llvm::xxh3_64bits over all of them.
/// Specification:
/// https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md One thread at
/// a time.
class Xxh3 {
public:
  Xxh3();

  void update(llvm::ArrayRef<char> bytes);

  /// Returns the checksum of what came so far; more may follow.
  uint64_t getValue() const;

private:
  static constexpr size_t kBlock = 1024;
  static constexpr size_t kStripe = 64;

  void accumulateBlock(const char *block);

  // The last stripe of the previous block, then up to one block that waits: a
  // block is consumed only once it is known not to be the last one.
  alignas(64) std::array<char, kStripe + kBlock> buffer;
  alignas(64) std::array<uint64_t, 8> lanes;
  size_t waiting = 0;
  uint64_t total = 0;
};

/// The way a checksum is written in indices, manifests and messages: 16
/// lower-case hexadecimal digits.
std::string formatChecksum(uint64_t checksum);

/// Reads what formatChecksum wrote; false if \p text is anything else.
bool parseChecksum(llvm::StringRef text, uint64_t &checksum);

} // namespace weft

#endif // WEFT_LIB_SUPPORT_XXH3_H
