// Part of Weft, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sections of a file under construction: aligned, one behind the other, each
// with its checksum.

#ifndef WEFT_LIB_SUPPORT_FILESECTIONS_H
#define WEFT_LIB_SUPPORT_FILESECTIONS_H

#include "lib/Support/SectionStream.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <algorithm>

namespace weft {

/// Sections in the containers and in the weight store's own file begin at
/// multiples of this: a page, so that they can be mapped and given back.
inline constexpr uint64_t kSectionAlignment = 4096;

/// Where a section came to lie, as indices and manifests say it.
struct SectionRange {
  uint64_t offset = 0;
  uint64_t sizeBytes = 0;
  uint64_t checksum = 0;
};

/// Appends to an open file that belongs to somebody else. One thread at a time.
class FileSections {
public:
  /// \p name stands in messages.
  FileSections(int descriptor, llvm::StringRef name)
      : descriptor(descriptor), name(name) {}

  /// Appends at the next multiple of kSectionAlignment what \p write streams;
  /// its size need not be known before.
  llvm::Expected<SectionRange>
  add(llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write);

  /// Appends bytes that are there already.
  llvm::Expected<SectionRange> add(llvm::ArrayRef<char> bytes);

  /// Writes at an offset; for headers, whose values come last.
  llvm::Error writeAt(uint64_t offset, llvm::ArrayRef<char> bytes);

  /// Leaves what is before `size` to others; the file goes on behind it.
  void reserve(uint64_t size) { end = std::max(end, size); }

  /// The size of the file so far.
  uint64_t getSizeBytes() const { return end; }

private:
  int descriptor;
  std::string name;
  uint64_t end = 0;
};

} // namespace weft

#endif // WEFT_LIB_SUPPORT_FILESECTIONS_H
