// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Exif.h. The structure: byte order, 42 and the offset of a list of entries of 12 bytes, each a tag, a type, a count and a value.

#include "lib/Images/Exif.h"
#include "llvm/Support/Endian.h"

using namespace weft;

static constexpr uint16_t kOrientation = 0x0112, kShort = 3;

unsigned weft::findOrientation(llvm::ArrayRef<uint8_t> tiff) {
  if (tiff.size() < 8 || tiff[0] != tiff[1] ||
      (tiff[0] != 'I' && tiff[0] != 'M'))
    return 1;
  auto order =
      tiff[0] == 'I' ? llvm::endianness::little : llvm::endianness::big;
  auto readShort = [&](uint64_t at) {
    return llvm::support::endian::read16(tiff.data() + at, order);
  };
  uint64_t at = llvm::support::endian::read32(tiff.data() + 4, order);
  if (readShort(2) != 42 || at + 2 > tiff.size())
    return 1;
  unsigned count = readShort(at);
  at += 2;
  for (; count > 0 && at + 12 <= tiff.size(); --count, at += 12)
    if (readShort(at) == kOrientation && readShort(at + 2) == kShort) {
      unsigned value = readShort(at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  return 1;
}
