// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Codes of 3 to 6 bits, as weights have them: the bits of all elements stand
// one behind another, the lowest bit of the first element in the lowest bit of
// the first byte, and the last byte is filled up with zeros. Rows have no
// padding, so that a row may begin within a byte.
//
//   i4: codes 1, -2, 3   ->  bytes e1 03
//   i3: codes 1, -1, 2   ->  bits 001 111 010  ->  bytes b9 00

#ifndef WEFT_LIB_SUPPORT_CODEPACKING_H
#define WEFT_LIB_SUPPORT_CODEPACKING_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdint>

namespace weft {

/// Returns the bits of a packed code, 3 to 6; 0 for a dtype whose elements take
/// whole bytes, and for one that there is not.
unsigned getPackedBits(llvm::StringRef dtype);

/// Returns the bytes of \p count codes. The product must not overflow.
inline uint64_t computePackedBytes(unsigned bits, uint64_t count) {
  return count / 8 * bits + (count % 8 * bits + 7) / 8;
}

/// Reads \p count codes from number \p first on, sign extended.
void unpackCodes(unsigned bits, llvm::ArrayRef<char> packed, uint64_t first,
                 uint64_t count, int8_t *codes);

/// Packs codes into \p packed, which takes computePackedBytes() of them. Only the
/// low bits of each code count.
void packCodes(unsigned bits, llvm::ArrayRef<int8_t> codes, char *packed);

/// Writes codes to a stream piece by piece; pieces may be of any length.
class CodePacker {
public:
  CodePacker(unsigned bits, llvm::raw_ostream &stream)
      : bits(bits), stream(stream) {}

  unsigned getBits() const { return bits; }

  /// Only the low bits of each code count.
  void append(llvm::ArrayRef<int8_t> codes);

  /// Writes what is left of the last byte; nothing may be appended after it.
  void finish();

private:
  unsigned bits;
  llvm::raw_ostream &stream;
  /// Bits that do not fill a byte yet, the first one lowest.
  uint64_t pending = 0;
  unsigned numPending = 0;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_CODEPACKING_H
