// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The 64-byte frames at the ends of model.ir and the module: fixed fields and a
// checksum over them. Versions are judged before checksums, because a
// newer version may have other fields.

#ifndef WEFT_LIB_SUPPORT_CONTAINERFRAME_H
#define WEFT_LIB_SUPPORT_CONTAINERFRAME_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <array>
#include <cstdint>

namespace weft {

/// Magic, version and frame size, then numbers of the container's own, then the
/// XXH3-64 of all bytes before, then zeros. Little endian in the file.
struct ContainerFrame {
  static constexpr size_t kSizeBytes = 64;
  static constexpr size_t kNumbers = 4;

  /// Eight characters.
  llvm::StringRef magic;
  uint32_t version = 1;
  std::array<uint64_t, kNumbers> numbers = {};

  std::array<char, kSizeBytes> encode() const;

  /// Reads a frame. Fails if \p bytes are too few, begin with another magic or
  /// have another checksum, or if the version is above \p newestVersion.
  /// \p path is the file in messages, \p what what it should be ("a model.ir").
  static llvm::Expected<ContainerFrame>
  decode(llvm::ArrayRef<char> bytes, llvm::StringRef magic,
         uint32_t newestVersion, llvm::StringRef path, llvm::StringRef what);
};

/// Says that \p path needs a newer Weft.
llvm::Error describeNewer(llvm::StringRef path, uint64_t version,
                          uint64_t newestVersion);

} // namespace weft

#endif // WEFT_LIB_SUPPORT_CONTAINERFRAME_H
