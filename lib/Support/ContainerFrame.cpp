// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Offsets: magic 0, version 8, frame size 12, numbers 16, checksum 48,
// zeros 56.

#include "lib/Support/ContainerFrame.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"
#include <cstring>

using namespace weft;
using namespace llvm::support;

static constexpr size_t kVersionOffset = 8;
static constexpr size_t kSizeOffset = 12;
static constexpr size_t kNumbersOffset = 16;
static constexpr size_t kChecksumOffset = 48;
static constexpr size_t kZerosOffset = 56;

static uint64_t computeChecksum(const char *frame) {
  return llvm::xxh3_64bits(llvm::StringRef(frame, kChecksumOffset));
}

std::array<char, ContainerFrame::kSizeBytes> ContainerFrame::encode() const {
  std::array<char, kSizeBytes> bytes = {};
  std::memcpy(bytes.data(), magic.data(), kVersionOffset);
  endian::write32le(bytes.data() + kVersionOffset, version);
  endian::write32le(bytes.data() + kSizeOffset, kSizeBytes);
  for (size_t i = 0; i < kNumbers; ++i)
    endian::write64le(bytes.data() + kNumbersOffset + 8 * i, numbers[i]);
  endian::write64le(bytes.data() + kChecksumOffset,
                    computeChecksum(bytes.data()));
  return bytes;
}

llvm::Expected<ContainerFrame>
ContainerFrame::decode(llvm::ArrayRef<char> bytes, llvm::StringRef magic,
                       uint32_t newestVersion, llvm::StringRef path,
                       llvm::StringRef what) {
  if (bytes.size() < kSizeBytes ||
      llvm::StringRef(bytes.data(), magic.size()) != magic)
    return llvm::createStringError(llvm::Twine("'") + path + "' is not " +
                                   what + " or is truncated");
  ContainerFrame frame;
  frame.magic = magic;
  frame.version = endian::read32le(bytes.data() + kVersionOffset);
  if (frame.version > newestVersion)
    return describeNewer(path, frame.version, newestVersion);
  if (frame.version == 0 ||
      endian::read32le(bytes.data() + kSizeOffset) != kSizeBytes ||
      endian::read64le(bytes.data() + kChecksumOffset) !=
          computeChecksum(bytes.data()) ||
      endian::read64le(bytes.data() + kZerosOffset) != 0)
    return llvm::createStringError(llvm::Twine("'") + path +
                                   "' is damaged: its header or footer does "
                                   "not have the checksum that it states");
  for (size_t i = 0; i < kNumbers; ++i)
    frame.numbers[i] = endian::read64le(bytes.data() + kNumbersOffset + 8 * i);
  return frame;
}

llvm::Error weft::describeNewer(llvm::StringRef path, uint64_t version,
                                uint64_t newestVersion) {
  return llvm::createStringError(
      llvm::Twine("'") + path + "' was written by a newer Weft (format " +
      llvm::Twine(version) + ", this one reads up to " +
      llvm::Twine(newestVersion) + "): update Weft");
}
